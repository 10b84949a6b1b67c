//! The monitor: one step at a time, from what is seen to what is told.

mod alarms;

use crate::allowance::Allowance;
use crate::clocks::Clocks;
use crate::due::{Between, Due, PER_NANOLITRE, Pour};
use crate::kept::Kept;
use crate::program::Watched;
use crate::seen::{Event, FillRecord, Seen, Sounding, Start, Verdict};
use crate::sound::{self, Sounder};
use crate::window::{Measured, Part, Windows};
use heapless::Vec;
use pump::{
    Alarm, AlarmClass, AlarmState, Battery, Condition, Flowing, HoldKind, LogKind,
    PATIENT_BOLUSES_PER_DAY_MAX, ProgramPart, Provision, PumpTime, Running, ServiceLife, ServiceState, Tone,
};
use quantity::SECONDS_PER_DAY;

/// The monitor asks to be stepped at least this often, s.
const WAKE_MAX_SECONDS: u64 = 900;
/// A span that no window covers.
const SPAN_MAX_SECONDS: i64 = 28 * SECONDS_PER_DAY as i64;
/// The time of the last stroke is kept no more often than this, s.
const KEEP_DELIVERED_SECONDS: u64 = 3_600;
/// Boluses of the patient whose end may still be due.
const POURS_MAX: usize = 4;

/// A committed program that the monitor cannot make sense of; [`Condition::MemoryCritical`] tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the committed program cannot be read by the monitor")]
pub struct NotWatched;

/// What of the provision the monitor needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Given {
    stroke_nanolitres: u64,
    minimum: Flowing,
    single_tone: Tone,
    two_tone: Tone,
    stopped_after_seconds: u64,
    service: ServiceLife,
    emergency_unnoticed_seconds: u32,
    silence_seconds: u32,
    stall_after_strokes: u64,
    late_seconds: u32,
}

/// The committed program, as far as there is one.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
enum Committed {
    Never,
    Unreadable,
    Program(Watched),
}

/// What holds delivery back, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Never,
    /// The program cannot be read: nothing can be said about strokes, and that is told.
    Unknown,
    Telemetry,
    Ended,
    Safe,
    HeldStopped,
    HeldAtMinimum,
    Program,
}

/// The last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Last {
    now: i64,
    ticks: u64,
    commanded: u64,
    turned: u64,
    mode: Mode,
}

/// What passed since the last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Passed {
    seconds: u64,
    commanded: u64,
    turned: u64,
}

/// A fill and the strokes since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Filled {
    record: FillRecord,
    strokes: u64,
}

/// The second channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Monitor {
    given: Given,
    allowance: Allowance,
    committed: Committed,
    filled: Option<Filled>,
    last: Option<Last>,
    /// Up to when what is due has been added up, pump time.
    due_from: i64,
    /// What was due before a change that came between two steps.
    pending: Part,
    windows: Windows,
    pours: Vec<Pour, POURS_MAX>,
    /// When boluses of the patient began that the program allows, pump time.
    begun: Vec<i64, { PATIENT_BOLUSES_PER_DAY_MAX as usize }>,
    /// Strokes commanded since the encoder last moved.
    unanswered: u64,
    /// Strokes commanded that did not turn; below zero: turned without a command.
    gap: i64,
    /// Seconds without a stroke.
    still_seconds: u64,
    /// Seconds that too little has lasted.
    under_seconds: u64,
    /// Seconds since too much, and since too little for long enough, was measured last.
    over_seconds: Option<u64>,
    under_since_seconds: Option<u64>,
    /// Seconds since clock and ticks last disagreed.
    clock_seconds: Option<u64>,
    clocks: Clocks,
    /// What the clock said had passed when it last disagreed, s.
    clock_passed: u32,
    heard: (u32, u64),
    /// Whether the motor stood before the start and has not turned since.
    stalled_before: bool,
    low_battery_start: bool,
    /// The monitor's own arithmetic left its range.
    fault: bool,
    kept: Kept,
    /// What the caller was last told to keep.
    told: Kept,
    /// Until when an acknowledged alarm is silent, ticks.
    quiet_until: [u64; Condition::ALL.len()],
    sounder: Sounder,
}

impl Monitor {
    /// A monitor at the start of its pump. `kept`: what [`pump::cell::Cell::Alarms`] held, [`Kept::NOTHING`] for a new pump
    /// and for a cell that is lost, which the first step is told in its findings.
    ///
    /// The committed program is handed over with [`Self::committed`] before the first step.
    #[must_use]
    pub fn new(provision: &Provision, allowance: Allowance, kept: Kept, start: Start) -> Self {
        let state = |condition| kept.states.get(usize::from(condition as u8));
        let was = |condition| state(condition).is_some_and(|state| *state != AlarmState::Clear);
        let delivered = kept.delivered_at.map(PumpTime);
        Self {
            given: Given {
                stroke_nanolitres: provision.stroke().nanolitres(),
                minimum: provision.minimum_rate,
                single_tone: provision.single_tone,
                two_tone: provision.two_tone,
                stopped_after_seconds: u64::from(provision.stopped_alarm_after_seconds),
                service: provision.service_life(),
                emergency_unnoticed_seconds: provision.emergency_unnoticed_max_seconds,
                silence_seconds: provision.silence_max_seconds,
                stall_after_strokes: u64::from(provision.stall_after_strokes.max(1)),
                late_seconds: provision.late_max_seconds,
            },
            allowance,
            committed: Committed::Never,
            filled: None,
            last: None,
            due_from: start.now.0,
            pending: Part::default(),
            windows: Windows::new(),
            pours: Vec::new(),
            begun: Vec::new(),
            unanswered: 0,
            gap: 0,
            still_seconds: delivered.map_or(0, |at| start.now.since(at)),
            under_seconds: 0,
            // What held before a reset holds until a day has shown the opposite.
            over_seconds: was(Condition::OverDelivery).then_some(0),
            under_since_seconds: was(Condition::UnderDelivery).then_some(0),
            clock_seconds: None,
            clocks: Clocks::default(),
            clock_passed: 0,
            heard: (0, 0),
            stalled_before: was(Condition::Stalled),
            low_battery_start: start.low_battery,
            fault: false,
            told: kept.clone(),
            kept,
            quiet_until: [0; Condition::ALL.len()],
            sounder: Sounder::default(),
        }
    }

    /// Another program runs since `since`, or the one that ran before a reset. With the fill that the pump reckons with.
    ///
    /// # Errors
    /// [`NotWatched`]; the alarm of it comes with the next step.
    pub fn committed(
        &mut self,
        now: PumpTime,
        program: &ProgramPart,
        since: PumpTime,
        fill: Option<FillRecord>,
    ) -> Result<(), NotWatched> {
        self.settle(since.0.min(now.0));
        self.pours.clear();
        if let Some(record) = fill {
            let same = self.filled.is_some_and(|filled| filled.record.at == record.at);
            if !same {
                self.filled = Some(Filled { record, strokes: record.strokes_since });
            }
        }
        match Watched::read(program, since.0, self.given.minimum) {
            Some(watched) => {
                self.committed = Committed::Program(watched);
                self.fault = false;
                Ok(())
            }
            None => {
                self.committed = Committed::Unreadable;
                Err(NotWatched)
            }
        }
    }

    /// A bolus of the patient began. What the program does not allow is not expected: it shows as too much.
    pub fn patient_bolus_began(&mut self, at: PumpTime) {
        let Committed::Program(program) = &self.committed else { return };
        let Some(allowed) = program.on_demand else { return };
        let within = |begun: &&i64, seconds: u64| at.since(PumpTime(**begun)) < seconds;
        let lockout = u64::from(allowed.lockout_seconds);
        let today = self.begun.iter().filter(|begun| within(begun, SECONDS_PER_DAY)).count();
        let too_soon = self.begun.iter().any(|begun| within(&begun, lockout));
        if too_soon || u32::try_from(today).unwrap_or(u32::MAX) >= allowed.per_day_max {
            return;
        }
        if self.begun.is_full() {
            self.begun.remove(0);
        }
        let pour = Pour { from: at.0, over_seconds: allowed.over_seconds, volume: allowed.volume };
        if self.pours.is_full() {
            self.pours.remove(0);
        }
        if self.begun.push(at.0).is_err() || self.pours.push(pour).is_err() {
            self.fault = true;
        }
        // A bolus that began before the last step and is told only now.
        let late = if self.last.is_some() { pour.due(at.0, self.due_from) } else { Some(Due::NOTHING) };
        let pending = late.and_then(|late| self.pending.due.then(late));
        match pending {
            Some(due) => self.pending.due = due,
            None => self.fault = true,
        }
        // Its first and its last stroke.
        self.pending.edges = self.pending.edges.saturating_add(2);
    }

    /// Somebody has taken notice of an alarm: it is silent for a time, and holds as it did. What goes into the log; `None`
    /// if it does not hold.
    pub fn acknowledge(&mut self, now: PumpTime, condition: Condition) -> Option<Event> {
        let silence = self.silence_seconds(condition);
        let ticks = self.last?.ticks;
        let place = usize::from(condition as u8);
        let state = self.kept.states.get_mut(place)?;
        let issued_at = match *state {
            AlarmState::Clear => return None,
            AlarmState::Sounding { issued_at } | AlarmState::Acknowledged { issued_at, .. } => issued_at,
        };
        let silent_until = now.0.saturating_add(i64::from(silence));
        *state = AlarmState::Acknowledged { issued_at, acknowledged_at: now.0, silent_until };
        *self.quiet_until.get_mut(place)? = ticks.saturating_add(u64::from(silence));
        Some(Event { kind: LogKind::AlarmAcknowledged, a: u32::from(condition as u8), b: 0 })
    }

    /// The sound of a class, once, for the patient to learn; no alarm changes by it.
    #[must_use]
    pub const fn test(&self, class: AlarmClass) -> Sounding {
        sound::of_class(class, self.given.two_tone, self.given.single_tone)
    }

    /// The alarms that hold.
    #[must_use]
    pub fn alarms(&self) -> Vec<Alarm, { Condition::ALL.len() }> {
        let all = Condition::ALL.into_iter().zip(self.kept.states);
        all.filter(|(_, state)| *state != AlarmState::Clear)
            .map(|(condition, state)| Alarm { condition, state })
            .collect()
    }

    /// What the pump has to keep over a reset.
    #[must_use]
    pub const fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The volume left, nL: the fill less a stroke for each that the encoder saw. Calculated, never measured: a pump whose
    /// strokes are larger than stated is empty before this says so. `None` before the first fill.
    #[must_use]
    pub fn reservoir_calculated_nanolitres(&self) -> Option<u64> {
        let filled = self.filled?;
        let used = u128::from(filled.strokes) * u128::from(self.given.stroke_nanolitres);
        let left = u128::from(filled.record.fill.volume_nanolitres).saturating_sub(used);
        u64::try_from(left).ok()
    }

    /// One step.
    pub fn step(&mut self, now: PumpTime, seen: &Seen) -> Verdict {
        let passed = self.pass(now, seen);
        self.motor(passed);
        self.battery(now, seen.battery);
        self.strokes(now, seen, passed);
        if seen.heartbeat.steps != self.heard.0 || self.last.is_none() {
            self.heard = (seen.heartbeat.steps, seen.ticks);
        }
        if self.last.is_none() {
            self.resume_silences(now, seen.ticks);
        }
        let mode = self.mode(seen);
        let stood = self.still_seconds;
        if passed.turned > 0 || matches!(self.committed, Committed::Never) {
            self.still_seconds = 0;
        }
        self.keep_delivered(now, passed.turned > 0);
        self.last = Some(Last {
            now: now.0,
            ticks: seen.ticks,
            commanded: seen.commanded_strokes,
            turned: seen.turned_strokes,
            mode,
        });
        let mut events = Vec::new();
        let (critical, other) = self.states(now, seen, stood, &mut events);
        let tones = (self.given.two_tone, self.given.single_tone);
        let (sound, next_sound) = self.sounder.step(seen.ticks, critical, other, tones);
        let kept_changed = self.kept != self.told;
        if kept_changed {
            self.told.clone_from(&self.kept);
        }
        Verdict { events, sound, wake_in_seconds: self.wake(now, seen, next_sound), kept_changed }
    }

    /// What passed since the last step, and whether clock and ticks agree about it.
    fn pass(&mut self, now: PumpTime, seen: &Seen) -> Passed {
        let Some(last) = self.last else { return Passed::default() };
        let seconds = seen.ticks.saturating_sub(last.ticks);
        let by_clock = now.0.saturating_sub(last.now);
        let age = |since: Option<u64>| since.map(|since| since.saturating_add(seconds));
        self.clock_seconds = age(self.clock_seconds).filter(|age| *age < SECONDS_PER_DAY);
        self.over_seconds = age(self.over_seconds).filter(|age| *age < SECONDS_PER_DAY);
        self.under_since_seconds = age(self.under_since_seconds).filter(|age| *age < SECONDS_PER_DAY);
        self.still_seconds = self.still_seconds.saturating_add(seconds);
        let wrong = self.clocks.disagree(by_clock, seconds, &self.allowance);
        if wrong || seen.ticks < last.ticks || by_clock > SPAN_MAX_SECONDS {
            self.clock_seconds = Some(0);
            self.clock_passed = u32::try_from(by_clock.unsigned_abs()).unwrap_or(u32::MAX);
            if by_clock < 0 {
                self.set_back(by_clock);
            }
            self.forget_windows(now.0);
        }
        // A counter that went back was started anew: nothing can be said of the time before.
        Passed {
            seconds,
            commanded: seen.commanded_strokes.saturating_sub(last.commanded),
            turned: seen.turned_strokes.saturating_sub(last.turned),
        }
    }

    /// The clock was set back: what began before still began as long ago.
    fn set_back(&mut self, by: i64) {
        if let Committed::Program(program) = &mut self.committed {
            program.set_back(by);
        }
        self.kept.indicated_at = self.kept.indicated_at.map(|at| at.saturating_add(by));
        for pour in &mut self.pours {
            pour.from = pour.from.saturating_add(by);
        }
        for begun in &mut self.begun {
            *begun = begun.saturating_add(by);
        }
    }

    fn forget_windows(&mut self, now: i64) {
        self.windows = Windows::new();
        self.pending = Part::default();
        self.due_from = now;
        self.under_seconds = 0;
    }

    /// Commands beside turns: a motor that stands, and one that turns by itself.
    fn motor(&mut self, passed: Passed) {
        if passed.turned > 0 {
            self.unanswered = 0;
            self.stalled_before = false;
        } else {
            self.unanswered = self.unanswered.saturating_add(passed.commanded);
        }
        let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        // What a stall left undone is no credit for later.
        let most = signed(self.given.stall_after_strokes);
        self.gap =
            self.gap.saturating_add(signed(passed.commanded)).saturating_sub(signed(passed.turned)).min(most);
        if self.gap < -i64::from(self.allowance.stray_strokes) {
            self.over_seconds = Some(0);
            self.gap = 0;
        }
        if let Some(filled) = &mut self.filled {
            filled.strokes = filled.strokes.saturating_add(passed.turned);
        }
    }

    fn battery(&mut self, now: PumpTime, battery: Battery) {
        match battery {
            Battery::Good => {}
            Battery::ElectiveReplacement => self.kept.indicated_at = self.kept.indicated_at.or(Some(now.0)),
            Battery::Spent => {
                self.kept.indicated_at = self.kept.indicated_at.or(Some(now.0));
                self.kept.ended = true;
            }
        }
        if self.given.service.state(self.kept.indicated_at.map(PumpTime), now) == ServiceState::Ended {
            self.kept.ended = true;
        }
    }

    /// What is due beside what turned.
    fn strokes(&mut self, now: PumpTime, seen: &Seen, passed: Passed) {
        let mode = self.mode(seen);
        let before = self.last.map_or(mode, |last| last.mode);
        if self.last.is_none() {
            self.due_from = now.0;
        }
        let due = self.due(before, now.0).and_then(|due| {
            let other = if mode == before { Some(due) } else { self.due(mode, now.0) };
            other.map(|other| due.or(other))
        });
        let whole = due.and_then(|due| self.pending.due.then(due));
        let edges = self.pending.edges.saturating_add(u32::from(mode != before));
        let known = before != Mode::Unknown && mode != Mode::Unknown;
        let stroke = u128::from(self.given.stroke_nanolitres).checked_mul(PER_NANOLITRE);
        let measured = whole.and_then(|due| {
            if known {
                self.windows.add(passed.seconds, Part { due, turned: passed.turned, edges })?;
            }
            self.windows.measured(stroke?, self.given.late_seconds, &self.allowance)
        });
        self.pending = Part::default();
        self.due_from = now.0.max(self.due_from);
        if mode == Mode::Program {
            self.pours.retain(|pour| pour.until() > now.0);
        } else {
            // What holds delivery back ends a bolus of the patient.
            self.pours.clear();
        }
        let Measured { over, under } = measured.unwrap_or_else(|| {
            self.fault = true;
            self.forget_windows(now.0);
            Measured { over: false, under: false }
        });
        self.under_seconds = if under { self.under_seconds.saturating_add(passed.seconds) } else { 0 };
        if over {
            self.over_seconds = Some(0);
        }
        if under && self.under_seconds >= u64::from(self.allowance.under_for_seconds) {
            self.under_since_seconds = Some(0);
        }
    }

    /// Adds up what the program gave until it was replaced.
    fn settle(&mut self, until: i64) {
        let Some(last) = self.last else { return };
        let until = until.max(self.due_from);
        match self.due(last.mode, until).and_then(|due| self.pending.due.then(due)) {
            Some(due) => self.pending.due = due,
            None => self.fault = true,
        }
        self.pending.edges = self.pending.edges.saturating_add(1);
        self.due_from = until;
    }

    /// What is due until a time, in a mode.
    fn due(&self, mode: Mode, to: i64) -> Option<Due> {
        let from = self.due_from;
        let Ok(seconds @ 1..) = u64::try_from(to.saturating_sub(from)) else { return Some(Due::NOTHING) };
        let minimum = || Due::flow(Between::per_second(self.given.minimum)?, seconds);
        let program = || {
            let Committed::Program(program) = &self.committed else { return Some(Due::NOTHING) };
            let base = program.due(from, to)?;
            self.pours.iter().try_fold(base, |sum, pour| sum.with(pour.due(from, to)?))
        };
        match mode {
            Mode::Never | Mode::Unknown | Mode::Telemetry | Mode::HeldStopped => Some(Due::NOTHING),
            // Both are alarms of their own: too little is no news.
            Mode::Ended => Some(program()?.at_most()),
            Mode::Safe => Some(minimum()?.at_most()),
            // A hold never adds: at each second the lesser of the two. Of a bolus nothing is asked for.
            Mode::HeldAtMinimum => {
                let minimum = Between::per_second(self.given.minimum)?;
                let Committed::Program(program) = &self.committed else { return Some(Due::NOTHING) };
                let low = program.base_capped(from, to, minimum)?.volume.low;
                let all = Due::flow(minimum, seconds)?;
                Some(Due { volume: Between { low, high: all.volume.high }, fastest: all.fastest })
            }
            Mode::Program => program(),
        }
    }

    fn mode(&self, seen: &Seen) -> Mode {
        let safe = seen.epitaph.is_some() || seen.running == Running::SafeState;
        match (&self.committed, seen.hold.map(|hold| hold.kind)) {
            _ if seen.telemetry_hold => Mode::Telemetry,
            _ if self.kept.ended => Mode::Ended,
            _ if safe => Mode::Safe,
            (Committed::Never, _) => Mode::Never,
            (Committed::Unreadable, _) => Mode::Unknown,
            (Committed::Program(_), Some(HoldKind::Stop)) => Mode::HeldStopped,
            (Committed::Program(_), Some(HoldKind::MinimumRate)) => Mode::HeldAtMinimum,
            (Committed::Program(_), None) => Mode::Program,
        }
    }

    /// Silences that a reset interrupted: what is left of them by the clock, and never more than a new one.
    fn resume_silences(&mut self, now: PumpTime, ticks: u64) {
        for condition in Condition::ALL {
            let place = usize::from(condition as u8);
            let silence = u64::from(self.silence_seconds(condition));
            if let (Some(AlarmState::Acknowledged { silent_until, .. }), Some(quiet)) =
                (self.kept.states.get(place), self.quiet_until.get_mut(place))
            {
                *quiet = ticks.saturating_add(PumpTime(*silent_until).since(now).min(silence));
            }
        }
    }

    /// How long an acknowledgement silences, s.
    fn silence_seconds(&self, condition: Condition) -> u32 {
        let emergency = condition == Condition::EmergencyHold;
        let most = if emergency { self.given.emergency_unnoticed_seconds } else { u32::MAX };
        self.given.silence_seconds.min(most)
    }

    fn keep_delivered(&mut self, now: PumpTime, moved: bool) {
        if matches!(self.committed, Committed::Never) {
            return;
        }
        let old = self.kept.delivered_at;
        let stale = old.is_none_or(|at| now.since(PumpTime(at)) >= KEEP_DELIVERED_SECONDS || at > now.0);
        if old.is_none() || (moved && stale) {
            self.kept.delivered_at = Some(now.0);
        }
    }
}
