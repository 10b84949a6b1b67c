//! A plain pump: it goes through its program second by second, makes a stroke whenever one is full, and shows the monitor
//! what it did. With it, everything that can be wrong with a pump.
#![allow(dead_code, reason = "each test uses a part")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail loudly"
)]

use monitor::{
    Allowance, Event, FillRecord, Heartbeat, Kept, MemoryFindings, Monitor, Seen, Sounding, Start,
};
use proptest::prelude::*;
use pump::{
    Amounting, BasePart, Battery, BolusKind, BolusPart, Bounds, Condition, FillPart, Flowing, Hold, HoldKind,
    LogKind, PatientBolusPart, ProgramPart, Provision, PumpTime, Running, StepPart, Text, Tone,
};

pub const HOUR: i64 = 3_600;
pub const DAY: i64 = 24 * HOUR;
pub const WEEK: i64 = 7 * DAY;
/// Thursday, 1 January 2026, 10:17.
pub const START: i64 = 1_767_262_620;
const STRENGTH: u64 = 500_000;

/// A week of flows in nL per day over one denominator, boluses before it.
#[derive(Debug, Clone)]
pub struct Plan {
    pub days: [Vec<(u32, u64)>; 7],
    pub denominator: u64,
    /// nL, s (a divisor of a day).
    pub boluses: Vec<(u64, u32)>,
    /// nL, s, lockout s, in a day.
    pub on_demand: Option<(u64, u32, u32, u32)>,
}

impl Plan {
    pub fn even(nanolitres_per_day: u64) -> Self {
        let days = std::array::from_fn(|_| vec![(0, nanolitres_per_day)]);
        Self { days, denominator: 1, boluses: vec![], on_demand: None }
    }

    pub fn part(&self) -> ProgramPart {
        let flow = |numerator| Flowing { numerator, denominator: self.denominator };
        let totals = self.days.each_ref().map(|day| {
            let ends = day.iter().skip(1).map(|step| step.0).chain([86_400]);
            let sum: u128 =
                day.iter().zip(ends).map(|(one, end)| u128::from(one.1) * u128::from(end - one.0)).sum();
            let total = sum * u128::from(STRENGTH) / (86_400 * u128::from(self.denominator) * 1_000_000);
            u64::try_from(total).expect("small")
        });
        let steps = self.days.each_ref().map(|day| {
            day.iter()
                .map(|(from_second, rate)| StepPart { from_second: *from_second, flow: flow(*rate) })
                .collect()
        });
        let even = self.days.iter().all(|day| *day == self.days[0] && day.len() == 1);
        let rate = self.days[0][0].1;
        let whole = |numerator| Amounting { numerator, denominator: 1 };
        ProgramPart {
            drug: Text::new("baclofen").expect("fits"),
            concentration_nanograms_per_millilitre: STRENGTH,
            boluses: self
                .boluses
                .iter()
                .map(|&(volume, over)| BolusPart {
                    kind: BolusKind::Single,
                    volume: whole(volume),
                    over_seconds: over,
                })
                .collect(),
            base: match (even, rate) {
                (true, 0) => BasePart::Stopped,
                (true, rate) => BasePart::Continuous(flow(rate)),
                (false, _) => BasePart::Flex(steps),
            },
            patient_bolus: self.on_demand.map(|(volume, over_seconds, lockout_seconds, per_day_max)| {
                PatientBolusPart { volume: whole(volume), over_seconds, lockout_seconds, per_day_max }
            }),
            day_totals_nanograms: totals,
            fill: None,
        }
    }

    /// Parts of a nL in a second: `86 400 × denominator` of them are a nL.
    fn rate(&self, since: i64, at: i64) -> u128 {
        let mut begin = since;
        for &(volume, over) in &self.boluses {
            if at < begin + i64::from(over) {
                return u128::from(volume) * 86_400 / u128::from(over) * u128::from(self.denominator);
            }
            begin += i64::from(over);
        }
        let second = (at + 3 * DAY).rem_euclid(WEEK);
        let of_day = u32::try_from(second % DAY).expect("a day");
        let day = &self.days[usize::try_from(second / DAY).expect("a week")];
        u128::from(day.iter().rfind(|step| step.0 <= of_day).expect("from midnight").1)
    }
}

/// Bolus lengths that divide a day.
const LENGTHS: [u32; 6] = [300, 900, 1_800, 3_600, 14_400, 43_200];

pub fn plans() -> impl Strategy<Value = Plan> {
    let flow = prop_oneof![1 => Just(0_u64), 8 => 20_000_u64..900_000, 1 => 900_000_u64..3_000_000];
    let day = prop::collection::btree_map(1_u32..86_400, flow.clone(), 0..6)
        .prop_flat_map(move |steps| (Just(steps), prop_oneof![1 => Just(0_u64), 8 => 20_000_u64..900_000]))
        .prop_map(|(steps, first)| [(0, first)].into_iter().chain(steps).collect::<Vec<_>>());
    let flex = prop::array::uniform7(day);
    let even = flow.prop_map(|flow| std::array::from_fn(|_| vec![(0, flow)]));
    let boluses = prop::collection::vec((5_000_u64..100_000, prop::sample::select(LENGTHS.to_vec())), 0..3);
    let bolus = (3_000_u64..40_000, prop::sample::select(LENGTHS.to_vec()), 0_u32..20_000, 1_u32..12);
    (
        prop_oneof![flex, even],
        prop::sample::select(vec![1_u64, 1, 3, 7, 11]),
        boluses,
        prop::option::of(bolus),
    )
        .prop_map(|(days, denominator, boluses, bolus)| Plan {
            // The same flows over a finer denominator are less: bring them back and leave a remainder.
            days: days.map(|day| {
                day.into_iter().map(|(at, flow)| (at, flow * denominator + flow % denominator)).collect()
            }),
            denominator,
            boluses,
            on_demand: bolus.map(|(volume, over, more, often)| (volume, over, over + more, often)),
        })
}

pub fn provision(stroke_nanolitres: u64) -> Provision {
    Provision {
        serial: Text::new("TEST-1").expect("fits"),
        model: Text::new("test").expect("fits"),
        stroke_nanolitres,
        reservoir_nanolitres: 40_000_000,
        minimum_rate: Flowing { numerator: 48_000, denominator: 1 },
        bounds: Bounds {
            flow_max_nanolitres_per_day: 24_000_000,
            bolus_flow_max_nanolitres_per_day: 80_000_000,
            bolus_volume_max_nanolitres: 1_000_000,
            volume_per_day_max_nanolitres: 24_000_000,
            mass_per_day_max_nanograms: u64::MAX,
            concentration_max_nanograms_per_millilitre: 4_000_000,
        },
        clock_offset_seconds: 0,
        single_tone: Tone { length_seconds: 2, cadence_seconds: 3_600 },
        two_tone: Tone { length_seconds: 3, cadence_seconds: 600 },
        stopped_alarm_after_seconds: 172_800,
        indicator_to_end_seconds: 7_776_000,
        emergency_unnoticed_max_seconds: 1_800,
        stage_expires_after_seconds: 600,
        silence_max_seconds: 86_400,
        stall_after_strokes: 3,
        late_max_seconds: 60,
        telemetry_trap: false,
        field_shuts_valve: false,
    }
}

/// What is wrong with the motor.
#[derive(Debug, Clone, Copy, Default)]
pub struct Faults {
    /// Of a thousand strokes commanded, so many do not turn.
    pub lost_permille: u64,
    /// Of a thousand strokes due, so many are commanded twice.
    pub twice_permille: u64,
    /// Nothing turns.
    pub stalled: bool,
    /// Nothing is commanded.
    pub idle: bool,
}

pub struct Pump {
    pub provision: Provision,
    pub monitor: Monitor,
    pub now: i64,
    pub ticks: u64,
    pub commanded: u64,
    pub turned: u64,
    pub plan: Option<(Plan, i64)>,
    pub faults: Faults,
    pub hold: Option<Hold>,
    pub telemetry_hold: bool,
    pub safe: bool,
    pub battery: Battery,
    pub memory: MemoryFindings,
    pub controller_lives: bool,
    /// Seconds that strokes due are held up, then made.
    pub late_until: i64,
    /// The monitor is not asked when something changes, only at the next stroke or when it wanted to be.
    pub quiet: bool,
    pub events: Vec<(i64, Event)>,
    pub sounds: Vec<(i64, Sounding)>,
    pub kept_bytes: Vec<u8>,
    /// Bolus of the patient: since, strokes, strokes made.
    bolus: Option<(i64, u64, u64)>,
    begun: Vec<i64>,
    /// Of a stroke, in parts of the program.
    fraction: u128,
    /// Strokes due and not yet made.
    queued: u64,
    heartbeat: u32,
    wake: i64,
    chance: u64,
}

impl Pump {
    pub fn new(stroke: u64) -> Self {
        let provision = provision(stroke);
        let start = Start { now: PumpTime(START), low_battery: false };
        Self {
            monitor: Monitor::new(&provision, Allowance::VIRTUAL, Kept::NOTHING, start),
            provision,
            now: START,
            ticks: 0,
            commanded: 1_000,
            turned: 990,
            plan: None,
            faults: Faults::default(),
            hold: None,
            telemetry_hold: false,
            safe: false,
            battery: Battery::Good,
            memory: MemoryFindings::NONE,
            controller_lives: true,
            late_until: 0,
            quiet: false,
            events: vec![],
            sounds: vec![],
            kept_bytes: vec![],
            bolus: None,
            begun: vec![],
            fraction: 0,
            queued: 0,
            heartbeat: 0,
            wake: 0,
            chance: 1,
        }
    }

    pub fn with(plan: Plan, stroke: u64) -> Self {
        let mut pump = Self::new(stroke);
        pump.commit(plan, None);
        pump
    }

    pub fn commit(&mut self, plan: Plan, fill: Option<FillPart>) {
        let fill = fill.map(|fill| FillRecord { fill, at: self.now, strokes_since: 0 });
        self.monitor.committed(PumpTime(self.now), &plan.part(), PumpTime(self.now), fill).expect("readable");
        // The phase of a stroke goes on in the parts of the new program.
        let old = self.plan.as_ref().map_or(1, |plan| u128::from(plan.0.denominator));
        self.fraction = self.fraction * u128::from(plan.denominator) / old;
        self.plan = Some((plan, self.now));
        (self.bolus, self.hold) = (None, None);
        self.show();
    }

    pub fn hold(&mut self, kind: HoldKind, remind_after: i64, emergency: bool) {
        self.hold = Some(Hold { kind, since: self.now, remind_at: self.now + remind_after, emergency });
        self.bolus = None;
        self.changed();
    }

    pub fn resume(&mut self) {
        self.seen_once();
        self.hold = None;
        self.fraction = 0;
        self.changed();
    }

    pub fn safe(&mut self, is: bool) {
        self.seen_once();
        (self.safe, self.bolus) = (is, None);
        self.changed();
    }

    pub fn telemetry_hold(&mut self, is: bool) {
        self.seen_once();
        (self.telemetry_hold, self.bolus, self.fraction) = (is, None, 0);
        self.changed();
    }

    /// Late is not never: what ends has been seen.
    fn seen_once(&mut self) {
        if self.quiet {
            self.show();
        }
    }

    fn changed(&mut self) {
        if !self.quiet {
            self.show();
        }
    }

    /// Power goes and comes; the monitor has what it kept.
    pub fn reset(&mut self, low_battery: bool) {
        let kept = if self.kept_bytes.is_empty() {
            Kept::NOTHING
        } else {
            Kept::from_bytes(&self.kept_bytes).expect("what was kept")
        };
        let start = Start { now: PumpTime(self.now), low_battery };
        self.monitor = Monitor::new(&self.provision, Allowance::VIRTUAL, kept, start);
        if let Some((plan, since)) = &self.plan {
            self.monitor
                .committed(PumpTime(self.now), &plan.part(), PumpTime(*since), None)
                .expect("readable");
        }
        (self.ticks, self.bolus, self.fraction, self.queued) = (0, None, 0, 0);
        self.heartbeat = 0;
        self.show();
    }

    /// A bolus of the patient, if it is allowed; it began some seconds ago as far as the monitor is told.
    pub fn press(&mut self) {
        let Some((volume, _, lockout, often)) = self.plan.as_ref().and_then(|plan| plan.0.on_demand) else {
            return;
        };
        let of_program = self.plan.as_ref().map_or(0, |(plan, since)| {
            since + plan.boluses.iter().map(|bolus| i64::from(bolus.1)).sum::<i64>()
        });
        let soon = self.begun.last().is_some_and(|last| self.now - last < i64::from(lockout));
        let today = self.begun.iter().filter(|begun| self.now - **begun < DAY).count();
        let elsewhere = self.hold.is_some() || self.telemetry_hold || self.safe || self.now < of_program;
        if soon || today >= often as usize || elsewhere || self.bolus.is_some() {
            return;
        }
        self.begun.push(self.now);
        self.bolus = Some((self.now, volume / self.provision.stroke_nanolitres, 0));
        self.monitor.patient_bolus_began(PumpTime(self.now));
        self.show();
    }

    /// One second of the program.
    fn due(&mut self) -> u64 {
        let Some((plan, since)) = &self.plan else { return 0 };
        let stopped = self.hold.is_some_and(|hold| hold.kind == HoldKind::Stop);
        if stopped || self.telemetry_hold {
            return 0;
        }
        let minimum = u128::from(self.provision.minimum_rate.numerator) * u128::from(plan.denominator);
        let rate = plan.rate(*since, self.now - 1);
        let rate = if self.safe {
            minimum
        } else if self.hold.is_some() {
            rate.min(minimum)
        } else {
            rate
        };
        self.fraction += rate;
        let full = u128::from(self.provision.stroke_nanolitres) * 86_400 * u128::from(plan.denominator);
        let mut strokes = self.fraction / full;
        self.fraction %= full;
        if let (Some((begun, all, made)), Some((_, over, _, _))) = (&mut self.bolus, plan.on_demand) {
            let elapsed = u64::try_from(self.now - *begun).expect("later").min(u64::from(over));
            let by_now = elapsed * *all / u64::from(over);
            strokes += u128::from(by_now - *made);
            *made = by_now;
            if by_now == *all {
                self.bolus = None;
            }
        }
        u64::try_from(strokes).expect("few")
    }

    fn happens(&mut self, permille: u64) -> bool {
        self.chance =
            self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) % 1_000 < permille
    }

    pub fn run(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.second(1);
        }
    }

    /// A second of ticks, in which the clock goes on by so much.
    pub fn second(&mut self, by_clock: i64) {
        self.ticks += 1;
        self.now += by_clock;
        if by_clock == 1 {
            self.queued += self.due();
        }
        let mut moved = false;
        if self.now >= self.late_until {
            for _ in 0..std::mem::take(&mut self.queued) {
                if self.faults.idle {
                    continue;
                }
                let times = if self.happens(self.faults.twice_permille) { 2 } else { 1 };
                for _ in 0..times {
                    self.commanded += 1;
                    if !self.faults.stalled && !self.happens(self.faults.lost_permille) {
                        self.turned += 1;
                    }
                }
                moved = true;
            }
        }
        if moved || self.now >= self.wake || by_clock != 1 {
            self.show();
        }
    }

    /// The monitor looks.
    pub fn show(&mut self) {
        if self.controller_lives {
            self.heartbeat += 1;
        }
        let held = match (self.safe, self.hold.map(|hold| hold.kind)) {
            (true, _) => Running::SafeState,
            (false, Some(HoldKind::Stop)) => Running::HeldStopped,
            (false, Some(HoldKind::MinimumRate)) => Running::HeldAtMinimum,
            (false, None) if self.plan.is_none() => Running::NeverProgrammed,
            (false, None) => Running::Program,
        };
        let seen = Seen {
            ticks: self.ticks,
            commanded_strokes: self.commanded,
            turned_strokes: self.turned,
            battery: self.battery,
            telemetry_hold: self.telemetry_hold,
            heartbeat: Heartbeat { steps: self.heartbeat, sleeps_seconds: 900 },
            running: held,
            epitaph: None,
            hold: self.hold,
            memory: self.memory,
        };
        let verdict = self.monitor.step(PumpTime(self.now), &seen);
        assert!((1..=900).contains(&verdict.wake_in_seconds));
        self.wake = self.now + i64::from(verdict.wake_in_seconds);
        self.events.extend(verdict.events.iter().map(|event| (self.now, *event)));
        self.sounds.extend(verdict.sound.map(|sound| (self.now, sound)));
        if verdict.kept_changed {
            self.kept_bytes = self.monitor.kept().to_bytes().expect("fits").to_vec();
        }
    }

    pub fn holds(&self, condition: Condition) -> bool {
        self.monitor.alarms().iter().any(|alarm| alarm.condition == condition)
    }

    /// When a condition was issued first.
    pub fn issued(&self, condition: Condition) -> Option<i64> {
        self.times(LogKind::AlarmIssued, condition).next()
    }

    pub fn times(&self, kind: LogKind, condition: Condition) -> impl Iterator<Item = i64> {
        let number = condition as u32;
        self.events
            .iter()
            .filter(move |(_, event)| event.kind == kind && event.a == number)
            .map(|(at, _)| *at)
    }

    pub fn no_alarm_of_delivery(&self) -> bool {
        let of = [Condition::OverDelivery, Condition::UnderDelivery, Condition::Stalled];
        of.into_iter().all(|condition| self.issued(condition).is_none())
    }
}
