//! The course: what the record says by a certain line of it. Folding never judges.

use crate::achieve;
use crate::act::{
    Act, CatheterRecord, Confirmation, Event, Fill, Found, Order, ProgramOrder, PumpRecord, Report, Revision,
};
use crate::calculators::prime::CatheterHolds;
use crate::calculators::screen::Test;
use crate::file::CourseFile;
use crate::input::Moment;
use catalogue::Catalogue;
use jiff::civil::Date;
use pump::{BolusKind, Curve, Delivery, Program, PumpClock, PumpTime};
use quantity::{Concentration, Volume};
use scales::Score;
use twin::{Contents, Cycle, RBig, Twin, TwinError, of, volume_times};

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
}

impl Running<'_> {
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
            let curve = Curve::new(self.asked, self.since, Delivery::Continuous);
            let volume = of(curve.delivered_by(until).volume()) - of(curve.delivered_by(begin).volume());
            sum += volume_times(&volume, &of(self.concentration.quotient()));
        }
        sum
    }
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
    /// Time without delivery that no program has dealt with.
    pub interruption: Option<Interruption>,
    /// Dose review that no program has dealt with.
    pub review: Option<Review>,
    /// Cycles between refills of this pump.
    pub cycles: Vec<Cycle>,
    /// How many of the cycles a program or a person has dealt with; what follows is still to be explained if it is off.
    pub cycles_settled: usize,
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
    /// When the doses began to be titrated: at the start, or at a restart.
    pub titrated_since: Option<PumpTime>,
    /// Time of the last line folded.
    pub last: Option<PumpTime>,
}

/// What folding one line means for the fluid, at its own time.
enum Step<'a> {
    Event(&'a Event),
    Pause,
    Resume,
}

/// The course by a certain line: all `events` of the file up to it, in the order of time.
///
/// # Errors
/// [`TwinError`] if events are not in the order of time, which a file that has been read never is.
pub fn fold<'a>(
    file: &'a CourseFile,
    events: &'a [Event],
    catalogue: &'a Catalogue,
) -> Result<Course<'a>, TwinError> {
    let clock =
        file.pump.as_ref().map(|pump| pump.clock).or_else(|| events.first().map(|event| event.at.clock()));
    let mut course = Course::new(file, catalogue, clock.unwrap_or(PumpClock { offset_seconds: 0 }));
    let mut steps: Vec<(i64, Step<'a>)> = Vec::with_capacity(events.len());
    for event in events {
        steps.push((event.at.unix, Step::Event(event)));
        if let Act::Report(Report::Gap { from: Some(from), until, .. }) = &event.act {
            steps.push((from.unix, Step::Pause));
            steps.extend(until.map(|until| (until.unix, Step::Resume)));
        }
    }
    // A gap is reported after it began: its parts take their own places in time.
    steps.sort_by_key(|(unix, _)| *unix);
    for (unix, step) in steps {
        let at = course.clock.at(unix);
        match step {
            Step::Event(event) => course.apply(event, at, catalogue)?,
            Step::Pause => course.with_twin(|twin| twin.pause(at))?,
            Step::Resume => course.with_twin(|twin| twin.resume(at))?,
        }
    }
    Ok(course)
}

impl<'a> Course<'a> {
    fn new(file: &'a CourseFile, catalogue: &'a Catalogue, clock: PumpClock) -> Self {
        let pump = file.pump.as_ref();
        Self {
            file,
            pump,
            profile: pump.and_then(|pump| catalogue.pump(&pump.model)),
            catheter: file.catheter.as_ref(),
            clock,
            twin: None,
            tests: Vec::new(),
            line: None,
            implanted_at: None,
            reservoir: None,
            alarm_volume: pump.map_or(Volume::ZERO, |pump| pump.alarm_volume),
            programs: Vec::new(),
            orders: Vec::new(),
            interruption: None,
            review: None,
            cycles: Vec::new(),
            cycles_settled: 0,
            mri_open: false,
            replacement_shown: None,
            next_visit: None,
            scores: Vec::new(),
            side_effects: Vec::new(),
            travel_hours: None,
            titrated_since: None,
            last: None,
        }
    }

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

    /// The last program under which drug flowed.
    #[must_use]
    pub fn last_flowing(&self) -> Option<&Running<'a>> {
        self.programs.iter().rev().find(|running| !running.asked.is_stopped())
    }

    /// Cycles that neither a program nor a person has dealt with yet.
    #[must_use]
    pub fn cycles_open(&self) -> &[Cycle] {
        self.cycles.get(self.cycles_settled..).unwrap_or_default()
    }

    fn with_twin(
        &mut self,
        change: impl FnOnce(&mut Twin<'a>) -> Result<(), TwinError>,
    ) -> Result<(), TwinError> {
        self.twin.as_mut().map_or(Ok(()), change)
    }

    fn begin(&mut self, holds: Concentration) {
        let delivery = self.profile.map_or(Delivery::Continuous, achieve::delivery);
        let tubing = self.pump.map_or(Volume::ZERO, |pump| pump.tubing);
        let catheter = self.catheter.map_or(Volume::ZERO.quotient(), |catheter| catheter.volume);
        self.twin = Some(Twin::new(delivery, tubing.quotient(), catheter, holds));
    }

    fn apply(&mut self, event: &'a Event, at: PumpTime, catalogue: &'a Catalogue) -> Result<(), TwinError> {
        self.last = Some(at);
        match &event.act {
            Act::Order(order) => self.orders.push(OrderRecord { event, order, state: OrderState::Ordered }),
            Act::Report(report) => self.report(report, at, catalogue)?,
        }
        Ok(())
    }

    fn report(
        &mut self,
        report: &'a Report,
        at: PumpTime,
        catalogue: &'a Catalogue,
    ) -> Result<(), TwinError> {
        match report {
            Report::Screened { dose, responded, effect, adverse } => {
                let effect_hours = effect.map(|span| RBig::from(span.seconds()) / RBig::from(3_600));
                let unix = at.0 - i64::from(self.clock.offset_seconds);
                let test =
                    Test { at: unix, dose: *dose, responded: *responded, effect_hours, adverse: *adverse };
                self.tests.push(test);
                self.done(|order| order.screening_dose.is_some() && order.program.is_none());
            }
            Report::Implanted { pump_primed, catheter_holds, primed_with } => {
                self.implanted_at = Some(at);
                self.begin(Concentration::ZERO);
                self.fill_line(at, *pump_primed, *catheter_holds, *primed_with)?;
            }
            Report::Found(found) => self.found(found, at)?,
            Report::Filled(fill) => self.filled(fill, at)?,
            Report::Confirmed(confirmation) => self.confirmed(confirmation, at)?,
            Report::NotEntered { order } => self.set_state(order, OrderState::NotEntered),
            Report::Interrogated(read) => {
                self.replacement_shown = read.elective_replacement.or(self.replacement_shown);
                self.seen(read.running, at, "found not running");
            }
            Report::Gap { from, until, cause } => {
                let from = from.map(|from| self.time(from));
                let until = until.map(|until| self.time(until));
                self.interruption = Some(Interruption { from, until, cause: cause.clone() });
            }
            Report::Mri => self.mri_open = true,
            Report::MriChecked { running } => {
                self.mri_open = false;
                self.seen(*running, at, "not running after imaging");
            }
            Report::Aspirated { .. } => self.catheter_now(at, CatheterHolds::Csf)?,
            Report::Injected { catheter_holds, .. } => self.catheter_now(at, *catheter_holds)?,
            Report::Revised(revision) => self.revised(revision, at, catalogue)?,
            Report::Scored(score) => self.scores.push((at, *score)),
            Report::VisitBooked { on } => self.next_visit = Some(*on),
            Report::SideEffect { .. } => self.side_effects.push(at),
            Report::Travelled { hours } => self.travel_hours = (*hours != RBig::ZERO).then(|| hours.clone()),
            Report::Closed { rule, .. } => match rule {
                crate::Rule::ResidualStop | crate::Rule::ResidualReflux => self.cycles_settled = self.cycles.len(),
                crate::Rule::MriTask => self.mri_open = false,
                _ => {}
            },
            Report::Alarm { .. } => {}
        }
        Ok(())
    }

    /// The pump was seen, running or not.
    fn seen(&mut self, running: bool, at: PumpTime, cause: &str) {
        let stopped_on_purpose = self.running().is_some_and(|running| running.asked.is_stopped());
        match (&mut self.interruption, running) {
            // It runs again by now: the gap lasted until now at the longest.
            (Some(open), true) if open.until.is_none() && !stopped_on_purpose => open.until = Some(at),
            (None, false) => {
                self.interruption = Some(Interruption { from: None, until: None, cause: cause.to_owned() });
            }
            _ => {}
        }
    }

    fn found(&mut self, found: &'a Found, at: PumpTime) -> Result<(), TwinError> {
        self.begin(found.concentration);
        self.reservoir = Some(Reservoir {
            filled_at: at,
            filled_on: found.filled,
            drug: &found.drug,
            concentration: found.concentration,
            fill: found.reservoir,
        });
        self.with_twin(|twin| {
            twin.fill(at, Volume::ZERO, found.reservoir, found.concentration)?;
            twin.run(at, &found.run)
        })?;
        self.programs.push(Running {
            asked: &found.run,
            achieved: &found.run,
            mode: found.mode,
            concentration: found.concentration,
            since: at,
        });
        Ok(())
    }

    fn filled(&mut self, fill: &'a Fill, at: PumpTime) -> Result<(), TwinError> {
        if let Some((twin, reservoir)) = self.twin.as_ref().zip(self.reservoir.as_ref()) {
            let expected = expected_volume(twin, at);
            if let Some(measured) = fill.withdrawn.and_then(|withdrawn| withdrawn.checked_add(fill.left).ok())
            {
                self.cycles.push(Cycle { fill: reservoir.fill, expected, measured });
            }
            if let Some(empty_at) =
                twin.time_since_fill(twin.fill_volume()).filter(|empty_at| *empty_at <= at)
            {
                let cause = "the reservoir was empty".to_owned();
                self.interruption = Some(Interruption { from: Some(empty_at), until: Some(at), cause });
            }
        }
        self.with_twin(|twin| twin.fill(at, fill.left, fill.volume, fill.concentration))?;
        self.reservoir = Some(Reservoir {
            filled_at: at,
            filled_on: None,
            drug: &fill.drug,
            concentration: fill.concentration,
            fill: fill.volume.checked_add(fill.left).unwrap_or(fill.volume),
        });
        self.alarm_volume = fill.alarm_volume.unwrap_or(self.alarm_volume);
        self.done(|order| order.refill.is_some() && order.program.is_none());
        Ok(())
    }

    fn confirmed(&mut self, confirmation: &'a Confirmation, at: PumpTime) -> Result<(), TwinError> {
        let found = self.orders.iter().find(|record| record.event.id == confirmation.order);
        let Some(program) = found.and_then(|record| record.order.program.as_ref()) else {
            self.set_state(&confirmation.order, OrderState::Done);
            return Ok(());
        };
        if !confirmation.running && !program.run.is_stopped() {
            self.set_state(&confirmation.order, OrderState::Unknown);
            self.seen(false, at, "not running after a session");
            return Ok(());
        }
        for record in &mut self.orders {
            if record.state == OrderState::Running {
                record.state = OrderState::Replaced;
            }
        }
        self.set_state(&confirmation.order, OrderState::Running);
        self.run(program, at)
    }

    fn run(&mut self, program: &'a ProgramOrder, at: PumpTime) -> Result<(), TwinError> {
        self.with_twin(|twin| {
            twin.resume(at)?;
            twin.run(at, &program.achieved)
        })?;
        let lower = self
            .last_flowing()
            .is_some_and(|last| dose_of(&program.run, program.concentration) < last.dose_per_day());
        let starts_anew = self.interruption.is_some() || self.review.is_some();
        if !program.run.is_stopped() && (self.last_flowing().is_none() || (starts_anew && lower)) {
            self.titrated_since = Some(at);
        }
        self.programs.push(Running {
            asked: &program.run,
            achieved: &program.achieved,
            mode: program.mode,
            concentration: program.concentration,
            since: at,
        });
        if program.run.is_stopped() {
            let cause = "stopped by order".to_owned();
            self.interruption = Some(Interruption { from: Some(at), until: None, cause });
        } else {
            self.interruption = None;
            self.review = None;
            self.cycles_settled = self.cycles.len();
            self.line = None;
        }
        self.alarm_volume = program.alarm_volume.unwrap_or(self.alarm_volume);
        Ok(())
    }

    fn revised(
        &mut self,
        revision: &'a Revision,
        at: PumpTime,
        catalogue: &'a Catalogue,
    ) -> Result<(), TwinError> {
        if let Some(pump) = &revision.pump {
            self.pump = Some(pump);
            self.profile = catalogue.pump(&pump.model);
            self.alarm_volume = pump.alarm_volume;
            self.reservoir = None;
            self.cycles.clear();
            self.cycles_settled = 0;
            self.replacement_shown = None;
        }
        self.catheter = revision.catheter.as_ref().or(self.catheter);
        self.review = if revision.under_delivery {
            Some(Review::AfterUnderDelivery)
        } else if revision.catheter.is_some() {
            Some(Review::AfterRevision)
        } else {
            self.review
        };
        let worked = revision.pump.is_some();
        let primed = revision.pump_primed || !worked;
        let tubing = match (worked, revision.pump_primed) {
            (false, _) => Contents::Kept,
            (true, primed) => fluid(if primed { revision.primed_with } else { None }),
        };
        let catheter = match revision.catheter_holds {
            CatheterHolds::Drug if revision.catheter.is_none() => Contents::Kept,
            CatheterHolds::Drug => fluid(revision.primed_with),
            _ => fluid(None),
        };
        self.rework(at, catheter, tubing)?;
        self.line = Some((revision.catheter_holds, primed));
        Ok(())
    }

    fn fill_line(
        &mut self,
        at: PumpTime,
        pump_primed: bool,
        holds: CatheterHolds,
        primed_with: Option<Concentration>,
    ) -> Result<(), TwinError> {
        let tubing = fluid(if pump_primed { primed_with } else { None });
        let catheter = fluid(if holds == CatheterHolds::Drug { primed_with } else { None });
        self.rework(at, catheter, tubing)?;
        self.line = Some((holds, pump_primed));
        Ok(())
    }

    /// The catheter holds something else; the tubing is as it was.
    fn catheter_now(&mut self, at: PumpTime, holds: CatheterHolds) -> Result<(), TwinError> {
        let contents = if holds == CatheterHolds::Drug { Contents::Kept } else { fluid(None) };
        self.rework(at, contents, Contents::Kept)?;
        self.line = Some((holds, true));
        Ok(())
    }

    fn rework(&mut self, at: PumpTime, catheter: Contents, tubing: Contents) -> Result<(), TwinError> {
        let tubing_volume = self.pump.map_or(Volume::ZERO, |pump| pump.tubing).quotient();
        let catheter_volume = self.catheter.map_or(Volume::ZERO.quotient(), |catheter| catheter.volume);
        self.with_twin(|twin| twin.rework(at, (catheter_volume, catheter), (tubing_volume, tubing)))
    }

    fn set_state(&mut self, id: &str, state: OrderState) {
        for record in &mut self.orders {
            if record.event.id == id {
                record.state = state;
            }
        }
    }

    /// Orders of a kind that a report has carried out.
    fn done(&mut self, kind: impl Fn(&Order) -> bool) {
        for record in &mut self.orders {
            if record.state == OrderState::Ordered && kind(record.order) {
                record.state = OrderState::Done;
            }
        }
    }
}

fn fluid(concentration: Option<Concentration>) -> Contents {
    Contents::Fluid(concentration.map_or(RBig::ZERO, |concentration| of(concentration.quotient())))
}

/// What is left in the reservoir by calculation, in whole nL: rounded down, as a pump shows it.
#[must_use]
pub fn expected_volume(twin: &Twin<'_>, at: PumpTime) -> Volume {
    let left = u64::try_from(twin.left_at(at).trunc()).unwrap_or(0);
    Volume::from_nanolitres(left).unwrap_or(Volume::MAX)
}
