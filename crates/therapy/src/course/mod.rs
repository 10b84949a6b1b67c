//! The course: what the record says by a certain line of it.

mod fold;

use crate::act::{CatheterRecord, Event, Order, PumpRecord};
use crate::calculators::prime::CatheterHolds;
use crate::calculators::screen::Test;
use crate::file::CourseFile;
use crate::input::Moment;
use jiff::civil::Date;
use pump::{Base, BolusKind, Curve, Delivery, Program, PumpClock, PumpTime};
use quantity::{Concentration, Volume};
use scales::Score;
use twin::{Cycle, RBig, Twin, of, volume_times};

pub use fold::fold;

/// What is known of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderState {
    /// Signed; nobody has said that it is in the pump.
    Ordered,
    /// Seen in the pump, which runs it.
    Running,
    /// Seen in the pump; another one has taken its place.
    Replaced,
    /// Not entered.
    NotEntered,
    /// A session was held, and the pump was not seen running it.
    Unknown,
    /// Carried out: a refill or a test dose.
    Done,
}

impl OrderState {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Ordered => "ordered, not confirmed",
            Self::Running => "in the pump and running",
            Self::Replaced => "was in the pump, replaced",
            Self::NotEntered => "not entered",
            Self::Unknown => "unknown: interrogate the pump",
            Self::Done => "done",
        }
    }
}

/// An order and its state.
#[derive(Debug, Clone)]
pub struct OrderRecord<'a> {
    /// The event.
    pub event: &'a Event,
    /// The order in it.
    pub order: &'a Order,
    /// What is known of it.
    pub state: OrderState,
}

/// A program that the pump was seen to run.
#[derive(Debug, Clone)]
pub struct Running<'a> {
    /// As asked.
    pub asked: &'a Program,
    /// As the pump delivers it.
    pub achieved: &'a Program,
    /// In the word of the file.
    pub mode: &'static str,
    /// Strength that the pump was told.
    pub concentration: Concentration,
    /// From when on.
    pub since: PumpTime,
    /// Seconds by which the pump's clock stood ahead of that of the course.
    pub clock_ahead: i64,
    /// The times without delivery that it ended.
    pub after: Vec<Interruption>,
    /// The work on the system that it dealt with.
    pub reviewed: Option<Review>,
}

impl Running<'_> {
    /// Whether it treats: the minimum rate only keeps the catheter open, and nothing gives nothing.
    #[must_use]
    pub fn treats(&self) -> bool {
        treats(self.asked)
    }

    /// ng/d over a week, once any bolus is over, as asked.
    #[must_use]
    pub fn dose_per_day(&self) -> RBig {
        dose_of(self.asked, self.concentration)
    }

    /// What this program asks for from `from` to `until`, in ng; `before` is the strength that a bridge moves out.
    fn asked_between(&self, from: PumpTime, until: PumpTime, before: Option<Concentration>) -> RBig {
        let mut sum = RBig::ZERO;
        let mut begins = self.since;
        for bolus in self.asked.boluses() {
            let ends = begins.after(bolus.over);
            let seconds = until.min(ends).since(from.max(begins));
            let strength = match bolus.kind {
                BolusKind::Single => Some(self.concentration),
                BolusKind::Bridge => before,
                BolusKind::Prime => None,
            };
            if let Some(strength) = strength.filter(|_| seconds > 0) {
                let part = RBig::from(seconds) / RBig::from(bolus.over.seconds());
                sum += volume_times(&(of(bolus.volume) * part), &of(strength.quotient()));
            }
            begins = ends;
        }
        let begin = from.max(begins);
        if until > begin {
            let pump_time = |at: PumpTime| PumpTime(at.0.saturating_add(self.clock_ahead));
            let curve = Curve::new(self.asked, pump_time(self.since), Delivery::Continuous);
            let by = |at: PumpTime| of(curve.delivered_by(pump_time(at)).volume());
            let volume = by(until) - by(begin);
            sum += volume_times(&volume, &of(self.concentration.quotient()));
        }
        sum
    }
}

/// Whether a program treats: the minimum rate only keeps the catheter open, and nothing gives nothing.
fn treats(program: &Program) -> bool {
    !matches!(program.base(), Base::Stopped | Base::MinimumRate(_))
}

/// ng/d of a program over a week, once any bolus is over.
#[must_use]
pub fn dose_of(program: &Program, concentration: Concentration) -> RBig {
    volume_times(&of(program.week_flow()), &of(concentration.quotient()))
}

/// What the reservoir was filled with.
#[derive(Debug, Clone)]
pub struct Reservoir<'a> {
    /// When.
    pub filled_at: PumpTime,
    /// The day that counts for the drug's keeping.
    pub filled_on: Option<Date>,
    /// Whether it was found filled: then `filled_at` is when it was read, and `fill` is what was left in it.
    pub found: bool,
    /// Product.
    pub drug: &'a str,
    /// Strength on the label.
    pub concentration: Concentration,
    /// In the reservoir after filling.
    pub fill: Volume,
}

/// A time without delivery that no program order has dealt with yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interruption {
    /// From when; `None` if nobody knows.
    pub from: Option<PumpTime>,
    /// Until when; `None` while it lasts or if nobody knows.
    pub until: Option<PumpTime>,
    /// Whether it is known to last for as long as it has no end: stopped by order, or a new pump without a program.
    pub lasts: bool,
    /// Why, in words.
    pub cause: String,
}

/// Delivery that has been, or will be, newly restored after the patient received less than programmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Surgery without known under-delivery: review the dose.
    AfterRevision,
    /// Surgery after under-delivery: starting dose at most.
    AfterUnderDelivery,
}

/// What the record says.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    /// Patient, zone and first system.
    pub file: &'a CourseFile,
    /// The pump now.
    pub pump: Option<&'a PumpRecord>,
    /// Its profile.
    pub profile: Option<&'a catalogue::Pump>,
    /// The catheter now.
    pub catheter: Option<&'a CatheterRecord>,
    /// The clock on which this course is told: that of the first pump.
    pub clock: PumpClock,
    /// Seconds by which the pump's clock now stands ahead of that clock.
    pub clock_ahead: i64,
    /// The fluid; from implantation or admission on.
    pub twin: Option<Twin<'a>>,
    /// Test doses.
    pub tests: Vec<Test>,
    /// Whether tubing and catheter were left in a state that a prime must fill: what the catheter holds, and whether the
    /// tubing is primed; until the next program.
    pub line: Option<(CatheterHolds, bool)>,
    /// When the system was implanted.
    pub implanted_at: Option<PumpTime>,
    /// The last fill.
    pub reservoir: Option<Reservoir<'a>>,
    /// The alarm volume set.
    pub alarm_volume: Volume,
    /// Programs seen running, in order.
    pub programs: Vec<Running<'a>>,
    /// Orders, in order.
    pub orders: Vec<OrderRecord<'a>>,
    /// Times without delivery that no program has dealt with.
    pub interruptions: Vec<Interruption>,
    /// Dose review that no program has dealt with.
    pub review: Option<Review>,
    /// Cycles between refills of this pump.
    pub cycles: Vec<Cycle>,
    /// How many of the cycles a program or a person has dealt with; what follows is still to be explained if it is off.
    pub cycles_settled: usize,
    /// Cycles of an earlier pump that nobody had dealt with when it was replaced.
    pub cycles_carried: Vec<Cycle>,
    /// Imaging that no check has followed.
    pub mri_open: bool,
    /// When the elective replacement indicator came up.
    pub replacement_shown: Option<Date>,
    /// The next visit.
    pub next_visit: Option<Date>,
    /// Scores, in order.
    pub scores: Vec<(PumpTime, Score)>,
    /// Adverse effects, in order.
    pub side_effects: Vec<PumpTime>,
    /// Local time less the pump's clock, in hours, while travelling.
    pub travel_hours: Option<RBig>,
    /// Time of the last line folded.
    pub last: Option<PumpTime>,
}

impl<'a> Course<'a> {
    /// A moment on the clock of this course.
    #[must_use]
    pub const fn time(&self, moment: Moment) -> PumpTime {
        moment.on(self.clock)
    }

    /// The program that runs, or was told last.
    #[must_use]
    pub fn running(&self) -> Option<&Running<'a>> {
        self.programs.last()
    }

    /// What was asked for the patient from `from` to `to`, in ng: each program as it was ordered. A bridge asks for the
    /// old drug that it moves out, a prime for nothing.
    #[must_use]
    pub fn asked(&self, from: PumpTime, to: PumpTime) -> RBig {
        let mut sum = RBig::ZERO;
        let mut before: Option<Concentration> = None;
        for (index, running) in self.programs.iter().enumerate() {
            let until = self.programs.get(index + 1).map_or(to, |next| next.since.min(to));
            if until > from {
                sum += running.asked_between(from, until, before);
            }
            before = Some(running.concentration);
        }
        sum
    }

    /// What a pump whose patient may have taken boluses should hold at `at`, nearest to what was `measured`: which of them
    /// were taken is not on record, so anything from none to all that were allowed is as expected.
    #[must_use]
    pub fn expected_near(&self, at: PumpTime, measured: Volume) -> Option<Volume> {
        let (twin, reservoir) = self.twin.as_ref().zip(self.reservoir.as_ref())?;
        let expected = expected_volume(twin, at);
        let mut taken = RBig::ZERO;
        for (index, running) in self.programs.iter().enumerate() {
            let Some(bolus) = running.achieved.patient_bolus else { continue };
            let until = self.programs.get(index + 1).map_or(at, |next| next.since.min(at));
            let from = running.since.max(reservoir.filled_at);
            if until > from {
                taken += of(bolus.volume) * RBig::from(bolus.count_max_by(until.since(from)));
            }
        }
        let taken = u64::try_from(taken.ceil()).ok().and_then(|taken| Volume::from_nanolitres(taken).ok());
        let least = taken.map_or(Volume::ZERO, |taken| expected.saturating_sub(taken));
        Some(measured.clamp(least, expected))
    }

    /// The last program that treated the patient: neither stopped nor at minimum rate.
    #[must_use]
    pub fn last_treating(&self) -> Option<&Running<'a>> {
        self.programs.iter().rev().find(|running| running.treats())
    }

    /// Since when nothing has treated the patient by order: stopped, or at minimum rate.
    #[must_use]
    pub fn idle_since(&self) -> Option<PumpTime> {
        let treated = self.programs.iter().rposition(Running::treats)?;
        self.programs.get(treated + 1).map(|next| next.since)
    }

    /// Cycles that neither a program nor a person has dealt with yet. Those of an earlier pump are among them: what was
    /// wrong may have been the catheter.
    pub fn cycles_open(&self) -> impl Iterator<Item = &Cycle> {
        self.cycles_carried.iter().chain(self.cycles.get(self.cycles_settled..).unwrap_or_default())
    }
}

/// What is left in the reservoir by calculation, in whole nL: rounded down, as a pump shows it.
#[must_use]
pub fn expected_volume(twin: &Twin<'_>, at: PumpTime) -> Volume {
    let left = u64::try_from(twin.left_at(at).trunc()).unwrap_or(0);
    Volume::from_nanolitres(left).unwrap_or(Volume::MAX)
}
