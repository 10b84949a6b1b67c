//! One step after the other.

use crate::desk::{DeskMarks, Mark};
use crate::envelope::Envelope;
use crate::flow::{Meter, OutOfRange, Place, Stretch};
use crate::memory::{Filled, LastOrder, TallyCell};
use crate::orders::Waiting;
use crate::patient::{PatientRefusal, Run, Starts};
use heapless::Vec;
use pump::cell::Cell;
use pump::{
    Base, Battery, Epitaph, FaultKind, Hold, HoldKind, LogKind, Program, ProgramMarks, Provision, PumpTime,
    Running, SignedOrder, StagedMarks, Text,
};
use quantity::SECONDS_PER_DAY;

/// Events that one step can tell.
pub const EVENTS_MAX: usize = 24;
/// Seconds after which strokes are kept by quarters anew.
const KEEP_QUARTERS_AFTER: i64 = 3_600;
const WEEK: u64 = 7 * SECONDS_PER_DAY;

/// Something for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Event {
    /// What.
    pub kind: LogKind,
    /// See the kind.
    pub a: u32,
    /// See the kind.
    pub b: u32,
}

/// Events in the order in which they happened.
pub type Events = Vec<Event, EVENTS_MAX>;

/// What a step is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Inputs {
    /// Strokes that the encoder has seen turn; it never falls.
    pub encoder_strokes: u64,
    /// The battery.
    pub battery: Battery,
    /// Whether interference keeps the receiver in telemetry.
    pub telemetry_hold: bool,
    /// Whether the patient has asked for a bolus since the step before.
    pub patient_button: bool,
}

/// What a step asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outputs {
    /// Strokes to command now, once everything is written: 0 or 1.
    pub strokes: u32,
    /// Cells to write now, in this order; of each, [`Controller::written`] is to be told.
    pub writes: Vec<Cell, 2>,
    /// Events to log.
    pub log: Events,
    /// When the next step is wanted at the latest.
    pub wake_at: PumpTime,
}

/// The regulator.
#[derive(Debug, Clone)]
pub struct Controller {
    pub(crate) provision: Provision,
    /// The minimum rate as a stretch; nothing flows of one that cannot be reckoned.
    pub(crate) minimum: Stretch,
    /// No order was ever committed.
    pub(crate) never: bool,
    pub(crate) program: Option<Program>,
    pub(crate) program_marks: Option<ProgramMarks>,
    pub(crate) order: Option<SignedOrder>,
    pub(crate) order_id: Text<40>,
    pub(crate) order_mark: Option<Mark<[u8; 32]>>,
    /// When the committed order began, and what it took over of a stroke.
    pub(crate) since: i64,
    pub(crate) taken_over: u64,
    pub(crate) fill: Option<Filled>,

    pub(crate) desk: DeskMarks<[u8; 32]>,
    pub(crate) staged: Option<(SignedOrder, StagedMarks)>,
    pub(crate) waiting: Option<Waiting>,
    /// The last order that was no program.
    pub(crate) last_order: Option<LastOrder>,

    pub(crate) meter: Meter,
    pub(crate) mode: Running,
    /// Delivery is reckoned up to here.
    pub(crate) last: i64,
    pub(crate) wake_at: i64,
    /// From when the boluses of the program are reckoned.
    pub(crate) begun: i64,
    /// Strokes due and not yet made.
    pub(crate) pending: u64,
    pub(crate) stroke_at: Option<i64>,
    pub(crate) tally: TallyCell,
    pub(crate) in_bolus: Option<u8>,
    pub(crate) run: Option<Run>,
    pub(crate) starts: Starts,
    pub(crate) envelope: Envelope,

    pub(crate) hold: Option<Hold>,
    pub(crate) hold_changed_at: i64,
    pub(crate) epitaph: Option<Epitaph>,
    pub(crate) battery: Battery,
    pub(crate) indicated_at: Option<i64>,
    pub(crate) boots: u32,
    /// Telemetry keeps delivery off until the pump is interrogated.
    pub(crate) trapped: bool,
    pub(crate) telemetry_before: bool,

    pub(crate) encoder: Option<u64>,
    pub(crate) commanded_since: u64,
    pub(crate) missed_in_a_row: u64,
    pub(crate) stalled_at: Option<i64>,

    /// The state is to be written.
    pub(crate) changed: bool,
    pub(crate) quarters_kept_at: i64,
    pub(crate) events: Events,
}

impl Controller {
    /// Lets time come to `now`, with what has been seen meanwhile.
    pub fn step(&mut self, now: PumpTime, inputs: &Inputs) -> Outputs {
        // A commit of which nothing more was heard has not happened.
        self.waiting = None;
        self.catch_up(now.0);
        self.watch_motor(inputs.encoder_strokes);
        self.watch_battery(inputs.battery);
        if inputs.telemetry_hold && !self.telemetry_before && self.provision.telemetry_trap {
            self.trapped = true;
            self.note(LogKind::TelemetryHold, 1, 0);
        }
        self.telemetry_before = inputs.telemetry_hold;
        self.settle();
        if inputs.patient_button {
            self.patient_asks();
        }
        let strokes = self.stroke();
        let mut writes = Vec::new();
        // Both pushes have room. The tally first: the state tells how many strokes it holds.
        if strokes > 0 {
            writes.push(Cell::Tally).ok();
        }
        if core::mem::take(&mut self.changed) {
            self.quarters_kept_at = self.last;
            writes.push(Cell::State).ok();
        }
        self.plan();
        Outputs { strokes, writes, log: core::mem::take(&mut self.events), wake_at: PumpTime(self.wake_at) }
    }

    /// When the next step is wanted at the latest.
    #[must_use]
    pub const fn wake_at(&self) -> PumpTime {
        PumpTime(self.wake_at)
    }

    pub(crate) fn note(&mut self, kind: LogKind, a: u64, b: u64) {
        let [a, b] = [a, b].map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        // More events in one step than fit are only lost to the log.
        self.events.push(Event { kind, a, b }).ok();
    }

    pub(crate) fn stroke_nanolitres(&self) -> u64 {
        self.provision.stroke().nanolitres()
    }

    /// Something inside went wrong: the safe state, with its first cause.
    pub(crate) fn fault(&mut self, fault: FaultKind, detail: u64) {
        if self.epitaph.is_none() {
            self.epitaph = Some(Epitaph { fault, at: self.last, detail });
            self.changed = true;
            self.note(LogKind::SafeState, fault as u64, detail);
        }
        self.drop_pending();
        self.run = None;
        self.settle();
    }

    /// What delivers by everything that is known.
    pub(crate) fn mode_by_facts(&self) -> Running {
        if self.battery == Battery::Spent {
            return Running::Ended;
        }
        if self.never {
            return Running::NeverProgrammed;
        }
        if self.trapped {
            return Running::TelemetryHold;
        }
        // Somebody has decided that nothing may flow: a fault does not undo that.
        match (self.hold.map(|hold| hold.kind), self.epitaph.is_some() || self.program.is_none()) {
            (Some(HoldKind::Stop), true | false) => Running::HeldStopped,
            (Some(HoldKind::MinimumRate) | None, true) => Running::SafeState,
            (Some(HoldKind::MinimumRate), false) => Running::HeldAtMinimum,
            (None, false) => Running::Program,
        }
    }

    /// Goes over into what the facts say.
    pub(crate) fn settle(&mut self) {
        let (before, mode) = (self.mode, self.mode_by_facts());
        if mode == before {
            return;
        }
        self.mode = mode;
        let resumed = before == Running::HeldAtMinimum && mode == Running::Program;
        if !delivers(before) || !delivers(mode) || resumed {
            self.meter.clear();
            self.drop_pending();
        }
        if mode != Running::Program {
            self.run = None;
        }
        self.enter();
    }

    /// What is due falls away.
    fn drop_pending(&mut self) {
        let strokes = core::mem::take(&mut self.pending);
        if strokes > 0 {
            self.note(LogKind::StrokesDropped, strokes, 0);
        }
    }

    fn stretch_at(&self, at: i64) -> Result<Stretch, OutOfRange> {
        let stroke = self.stroke_nanolitres();
        match (self.mode, &self.program) {
            (Running::Program, Some(program)) => Stretch::of(program, self.begun, at, stroke),
            (Running::HeldAtMinimum, Some(program)) => {
                Ok(Stretch::of(program, self.begun, at, stroke)?.slower(self.minimum))
            }
            (Running::SafeState | Running::Program | Running::HeldAtMinimum, _) => Ok(self.minimum),
            (
                Running::NeverProgrammed | Running::HeldStopped | Running::TelemetryHold | Running::Ended,
                _,
            ) => Ok(Stretch::NOTHING),
        }
    }

    fn try_enter(&mut self) -> Result<(), OutOfRange> {
        let stretch = self.stretch_at(self.last)?;
        self.meter.enter(stretch)?;
        let bolus = match stretch.place {
            Place::Bolus(place) if delivers(self.mode) => Some(place),
            Place::Bolus(_) | Place::Base => None,
        };
        if bolus != self.in_bolus {
            if let Some(place) = self.in_bolus {
                self.note(LogKind::BolusEnded, u64::from(place), 0);
            }
            if let Some(place) = bolus {
                self.note(LogKind::BolusBegan, u64::from(place), self.strokes_of_bolus(place));
            }
            self.in_bolus = bolus;
        }
        Ok(())
    }

    fn strokes_of_bolus(&self, place: u8) -> u64 {
        let boluses = self.program.as_ref().map(Program::boluses).unwrap_or_default();
        let strokes = boluses.get(usize::from(place)).map(|bolus| {
            let nanolitres = bolus.volume.numerator() / bolus.volume.denominator().max(1);
            nanolitres / u128::from(self.stroke_nanolitres())
        });
        u64::try_from(strokes.unwrap_or(0)).unwrap_or(u64::MAX)
    }

    /// Enters the stretch that lies at the time reckoned up to.
    pub(crate) fn enter(&mut self) {
        if self.try_enter().is_err() {
            self.meter = Meter::new(self.minimum);
            self.fault(FaultKind::Arithmetic, 0);
        }
    }

    /// Reckons delivery up to `to`; the strokes that became due.
    pub(crate) fn advance(&mut self, to: i64) -> Result<u64, OutOfRange> {
        let mut due = 0_u64;
        loop {
            if self.last >= self.meter.stretch().until {
                self.try_enter()?;
            }
            let seconds = PumpTime(to).since(PumpTime(self.last));
            if seconds == 0 {
                return Ok(due);
            }
            let stretch = self.meter.stretch();
            let flex = matches!(self.program.as_ref().map(Program::base), Some(Base::Flex(_)));
            if seconds > 2 * WEEK && stretch.place == Place::Base && flex {
                let weeks = seconds / WEEK - 1;
                match (self.mode, &self.program) {
                    (Running::Program, Some(program)) => {
                        let strokes = self.meter.pass_weeks(program, weeks)?;
                        due = due.saturating_add(strokes);
                        self.last = self.last.saturating_add_unsigned(weeks * WEEK);
                        continue;
                    }
                    // Held for weeks without a step: nobody counts what was lost.
                    (Running::HeldAtMinimum, _) => {
                        self.meter.clear();
                        self.last = self.last.saturating_add_unsigned(weeks * WEEK);
                        self.try_enter()?;
                        continue;
                    }
                    _ => {}
                }
            }
            let end = to.min(stretch.until);
            let passed = PumpTime(end).since(PumpTime(self.last));
            due = due.saturating_add(self.meter.pass(passed)?);
            self.last = end;
        }
    }

    /// Everything that time alone does, up to `now`.
    pub(crate) fn catch_up(&mut self, now: i64) {
        if now < self.last {
            let seconds = self.last.saturating_sub(now);
            self.set_back(seconds);
            self.note(LogKind::Clock, 0, u64::try_from(seconds).unwrap_or(0));
            self.changed = true;
            self.enter();
        }
        let late_max = u64::from(self.provision.late_max_seconds);
        let waited = PumpTime(now).since(PumpTime(self.wake_at));
        let mut due = match self.advance(now) {
            Ok(due) => due,
            Err(OutOfRange) => {
                self.last = now;
                self.meter = Meter::new(self.minimum);
                self.fault(FaultKind::Arithmetic, 0);
                0
            }
        };
        if let Some(run) = &mut self.run {
            due = due.saturating_add(run.pass(now));
            if run.is_over() {
                self.run = None;
            }
        }
        self.pending = self.pending.saturating_add(due);
        if waited > late_max {
            self.note(LogKind::Clock, waited, 0);
            self.drop_pending();
        }
        let made = self.envelope.turn(now);
        if made && now.saturating_sub(self.quarters_kept_at) >= KEEP_QUARTERS_AFTER {
            self.changed = true;
        }
        let desk = self.desk.expire(now);
        if let (Some(staged), None) = (self.desk.staged, desk.staged) {
            self.note(LogKind::StageExpired, staged.mark.counter, 0);
            self.staged = None;
        }
        self.desk = desk;
    }

    /// The clock was set back: every time that is kept moves with it, so that nothing that has passed passes again.
    pub(crate) fn set_back(&mut self, seconds: i64) {
        let back = |at: &mut i64| *at = at.saturating_sub(seconds);
        back(&mut self.last);
        back(&mut self.begun);
        back(&mut self.wake_at);
        back(&mut self.hold_changed_at);
        back(&mut self.quarters_kept_at);
        if let Some(at) = &mut self.stroke_at {
            back(at);
        }
        if let Some(hold) = &mut self.hold {
            back(&mut hold.since);
            back(&mut hold.remind_at);
        }
        if let Some(at) = &mut self.indicated_at {
            back(at);
        }
        if let Some(at) = &mut self.stalled_at {
            back(at);
        }
        if let Some(run) = &mut self.run {
            run.set_back(seconds);
        }
        if let Some(staged) = &mut self.desk.staged {
            back(&mut staged.expires_at);
        }
        if let Some((_, marks)) = &mut self.staged {
            back(&mut marks.expires_at);
        }
        self.starts.set_back(seconds);
        self.envelope.set_back(seconds);
    }

    /// Commanded against turned, up to the step before.
    fn watch_motor(&mut self, encoder: u64) {
        let commanded = core::mem::take(&mut self.commanded_since);
        let Some(before) = self.encoder.replace(encoder) else { return };
        let turned = encoder.saturating_sub(before);
        let missed = commanded.saturating_sub(turned);
        self.tally.missed = self.tally.missed.saturating_add(missed);
        self.tally.missed_of_order = self.tally.missed_of_order.saturating_add(missed);
        // What turned without a command has left the pump all the same.
        let extra = turned.saturating_sub(commanded);
        self.tally.commanded = self.tally.commanded.saturating_add(extra);
        self.tally.commanded_of_order = self.tally.commanded_of_order.saturating_add(extra);
        self.envelope.add(extra);
        if turned > 0 {
            self.missed_in_a_row = 0;
            if let Some(at) = self.stalled_at.take() {
                self.note(LogKind::StallEnded, PumpTime(self.last).since(PumpTime(at)), 0);
            }
        }
        self.missed_in_a_row = self.missed_in_a_row.saturating_add(missed);
        let stalled = self.missed_in_a_row >= u64::from(self.provision.stall_after_strokes.max(1));
        if missed > 0 && stalled && self.stalled_at.is_none() {
            self.stalled_at = Some(self.last);
            self.note(LogKind::StallBegan, self.missed_in_a_row, 0);
        }
    }

    fn watch_battery(&mut self, battery: Battery) {
        if battery == self.battery {
            return;
        }
        self.battery = battery;
        match battery {
            Battery::Good => {}
            Battery::ElectiveReplacement => self.note(LogKind::Battery, 1, 0),
            Battery::Spent => self.note(LogKind::Battery, 2, 0),
        }
        if battery != Battery::Good && self.indicated_at.is_none() {
            self.indicated_at = Some(self.last);
            self.changed = true;
        }
    }

    fn patient_asks(&mut self) {
        match self.patient_bolus() {
            Ok(run) => {
                self.note(LogKind::PatientBolusBegan, 0, run.strokes());
                self.starts.record(self.last);
                self.run = Some(run);
                self.changed = true;
            }
            Err(refusal) => self.note(LogKind::PatientBolusRefused, 0, refusal as u64),
        }
    }

    fn patient_bolus(&self) -> Result<Run, PatientRefusal> {
        let program = match (&self.program, self.mode) {
            (Some(program), Running::Program) if !matches!(program.base(), Base::Stopped) => program,
            _ => return Err(PatientRefusal::NotDelivering),
        };
        let bolus = program.patient_bolus.as_ref().ok_or(PatientRefusal::NotAllowed)?;
        if self.run.is_some() || matches!(self.meter.stretch().place, Place::Bolus(_)) {
            return Err(PatientRefusal::AnotherBolus);
        }
        self.starts.allow(bolus, self.last)?;
        let run = Run::new(bolus, self.stroke_nanolitres(), self.last);
        let max = self.provision.bounds.volume_per_day_max_nanolitres;
        if !self.envelope.allows(run.strokes(), self.stroke_nanolitres(), max) {
            return Err(PatientRefusal::Envelope);
        }
        Ok(run)
    }

    /// The stroke of this second, if one is due and nothing stands against it.
    fn stroke(&mut self) -> u32 {
        if self.pending == 0 || self.stroke_at.is_some_and(|at| at >= self.last) {
            return 0;
        }
        let max = self.provision.bounds.volume_per_day_max_nanolitres;
        if !self.envelope.allows(1, self.stroke_nanolitres(), max) {
            self.fault(FaultKind::Envelope, max);
            return 0;
        }
        self.pending -= 1;
        self.stroke_at = Some(self.last);
        self.commanded_since = self.commanded_since.saturating_add(1);
        self.envelope.add(1);
        self.tally = TallyCell {
            commanded: self.tally.commanded.saturating_add(1),
            commanded_of_order: self.tally.commanded_of_order.saturating_add(1),
            accepted: self.desk.accepted,
            at: self.last,
            carry: self.meter.fraction(),
            begun: self.begun,
            ..self.tally
        };
        1
    }

    /// A stroke that could not be written is not made.
    pub(crate) fn take_stroke_back(&mut self) {
        self.commanded_since = self.commanded_since.saturating_sub(1);
        self.tally.commanded = self.tally.commanded.saturating_sub(1);
        self.tally.commanded_of_order = self.tally.commanded_of_order.saturating_sub(1);
    }

    /// When something will happen next.
    pub(crate) fn plan(&mut self) {
        let now = self.last;
        let mut next = self.meter.stretch().until;
        if let Some(seconds) = self.meter.seconds_to_stroke() {
            next = next.min(now.saturating_add_unsigned(seconds));
        }
        if let Some(run) = &self.run {
            next = next.min(run.next());
        }
        if let Some(hold) = self.hold
            && hold.remind_at > now
        {
            next = next.min(hold.remind_at);
        }
        if let Some(staged) = self.desk.staged {
            next = next.min(staged.expires_at.saturating_add(1));
        }
        if self.pending > 0 {
            let free = self.stroke_at.map_or(now, |at| at.saturating_add(1));
            next = next.min(free.max(now));
        }
        if self.changed || !self.events.is_empty() {
            next = now;
        }
        self.wake_at = next;
    }
}

/// Whether anything may flow.
pub(crate) const fn delivers(mode: Running) -> bool {
    match mode {
        Running::Program | Running::HeldAtMinimum | Running::SafeState => true,
        Running::NeverProgrammed | Running::HeldStopped | Running::TelemetryHold | Running::Ended => false,
    }
}
