//! Folding: from the lines of a record to the course. Folding never judges.

use super::{
    Course, Interruption, OrderRecord, OrderState, Reservoir, Review, Running, expected_volume, treats,
};
use crate::achieve;
use crate::act::{Act, Confirmation, Event, Fill, Found, Order, ProgramOrder, Report, Revision};
use crate::calculators::prime::CatheterHolds;
use crate::calculators::screen::Test;
use crate::file::CourseFile;
use catalogue::Catalogue;
use pump::{Delivery, PumpClock, PumpTime};
use quantity::{Concentration, Volume};
use twin::{Contents, Cycle, RBig, Twin, TwinError, of};

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
            clock_ahead: 0,
            twin: None,
            tests: Vec::new(),
            line: None,
            implanted_at: None,
            reservoir: None,
            alarm_volume: pump.map_or(Volume::ZERO, |pump| pump.alarm_volume),
            programs: Vec::new(),
            orders: Vec::new(),
            interruptions: Vec::new(),
            review: None,
            cycles: Vec::new(),
            cycles_settled: 0,
            cycles_carried: Vec::new(),
            mri_open: false,
            replacement_shown: None,
            next_visit: None,
            scores: Vec::new(),
            side_effects: Vec::new(),
            travel_hours: None,
            last: None,
        }
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
            // Sent is not seen: the twin goes on with what was seen last.
            Report::Sent { order, .. } => self.set_state(order, OrderState::Unknown),
            Report::NotEntered { order } => self.set_state(order, OrderState::NotEntered),
            Report::Interrogated(read) => {
                self.replacement_shown = read.elective_replacement.or(self.replacement_shown);
                if let Some(clock) = read.clock {
                    self.set_clock(clock, at)?;
                }
                self.seen(read.running, at, "found not running")?;
            }
            Report::Gap { from, until, cause } => {
                let from = from.map(|from| self.time(from));
                let until = until.map(|until| self.time(until));
                self.interruptions.push(Interruption { from, until, lasts: false, cause: cause.clone() });
            }
            Report::Mri => self.mri_open = true,
            Report::MriChecked { running } => {
                self.mri_open = false;
                self.seen(*running, at, "not running after imaging")?;
            }
            Report::Aspirated { volume } => {
                // Less than the catheter holds leaves drug in it, and what is pushed after it pushes that in.
                let whole = self.catheter.is_none_or(|catheter| of(volume.quotient()) >= of(catheter.volume));
                if whole {
                    self.catheter_now(at, CatheterHolds::Csf)?;
                }
            }
            Report::Injected { catheter_holds, .. } => self.catheter_now(at, *catheter_holds)?,
            Report::Revised(revision) => self.revised(revision, at, catalogue)?,
            Report::Scored(score) => self.scores.push((at, score.clone())),
            Report::VisitBooked { on } => self.next_visit = Some(*on),
            Report::SideEffect { .. } => self.side_effects.push(at),
            Report::Travelled { hours } => self.travel_hours = (*hours != RBig::ZERO).then(|| hours.clone()),
            Report::Closed { rule, .. } => match rule {
                crate::Rule::ResidualStop | crate::Rule::ResidualReflux => self.settle_cycles(),
                crate::Rule::MriTask => self.mri_open = false,
                _ => {}
            },
            Report::Alarm { .. } => {}
        }
        Ok(())
    }

    /// The pump was seen, running or not.
    fn seen(&mut self, running: bool, at: PumpTime, cause: &str) -> Result<(), TwinError> {
        if running {
            // It runs again by now: what had no end lasted until now at the longest.
            for open in self.interruptions.iter_mut().filter(|open| open.until.is_none() && !open.lasts) {
                open.until = Some(at);
            }
            // What is stopped by order, or has no program yet, does not run because it was seen.
            if !self.interruptions.iter().any(|open| open.lasts && open.until.is_none()) {
                self.with_twin(|twin| twin.resume(at))?;
            }
        } else if !self.programs.is_empty() && !self.interruptions.iter().any(|open| open.until.is_none()) {
            // Before its first program a pump has nothing to run.
            let cause = cause.to_owned();
            self.interruptions.push(Interruption { from: None, until: None, lasts: false, cause });
        }
        Ok(())
    }

    fn found(&mut self, found: &'a Found, at: PumpTime) -> Result<(), TwinError> {
        self.begin(found.concentration);
        self.reservoir = Some(Reservoir {
            filled_at: at,
            filled_on: found.filled,
            found: true,
            drug: &found.drug,
            concentration: found.concentration,
            fill: found.reservoir,
        });
        self.with_twin(|twin| {
            twin.fill(at, Volume::ZERO, found.reservoir, found.concentration)?;
            twin.run(at, &found.run)
        })?;
        if found.run.is_stopped() {
            let cause = "found stopped".to_owned();
            self.interruptions.push(Interruption { from: None, until: None, lasts: false, cause });
        }
        self.programs.push(Running {
            asked: &found.run,
            achieved: &found.run,
            mode: found.mode,
            concentration: found.concentration,
            since: at,
            clock_ahead: self.clock_ahead,
            after: Vec::new(),
            reviewed: None,
        });
        Ok(())
    }

    fn filled(&mut self, fill: &'a Fill, at: PumpTime) -> Result<(), TwinError> {
        if let Some((twin, reservoir)) = self.twin.as_ref().zip(self.reservoir.as_ref()) {
            let expected = expected_volume(twin, at);
            let measured = fill.withdrawn.and_then(|withdrawn| withdrawn.checked_add(fill.left).ok());
            if let Some(measured) = measured {
                let expected = self.expected_near(at, measured).unwrap_or(expected);
                self.cycles.push(Cycle { fill: reservoir.fill, expected, measured });
            }
            let empty = expected.is_zero().then(|| twin.time_since_fill(twin.fill_volume())).flatten();
            if let Some(empty_at) = empty.filter(|empty_at| *empty_at <= at) {
                let cause = "the reservoir was empty".to_owned();
                self.interruptions.push(Interruption {
                    from: Some(empty_at),
                    until: Some(at),
                    lasts: false,
                    cause,
                });
            }
        }
        self.with_twin(|twin| twin.fill(at, fill.left, fill.volume, fill.concentration))?;
        self.reservoir = Some(Reservoir {
            filled_at: at,
            filled_on: None,
            found: false,
            drug: &fill.drug,
            concentration: fill.concentration,
            fill: fill.volume.checked_add(fill.left).unwrap_or(fill.volume),
        });
        self.alarm_volume = fill.alarm_volume.unwrap_or(self.alarm_volume);
        self.done(|order| order.refill.is_some() && order.program.is_none());
        Ok(())
    }

    fn confirmed(&mut self, confirmation: &'a Confirmation, at: PumpTime) -> Result<(), TwinError> {
        let found = self.orders.iter().rev().find(|record| record.event.id == confirmation.order);
        let Some(program) = found.and_then(|record| record.order.program.as_ref()) else {
            self.set_state(&confirmation.order, OrderState::Done);
            return Ok(());
        };
        if !reads_as_ordered(confirmation, program) {
            // The pump runs something, and nobody knows what.
            self.set_state(&confirmation.order, OrderState::Unknown);
            return Ok(());
        }
        if !confirmation.running && !program.run.is_stopped() {
            self.set_state(&confirmation.order, OrderState::Unknown);
            self.seen(false, at, "not running after a session")?;
            return Ok(());
        }
        // One order runs at a time: the last one that was seen running.
        if let Some(record) = self.orders.iter_mut().rev().find(|record| record.state == OrderState::Running)
        {
            record.state = OrderState::Replaced;
        }
        // What was still open right before it has been overtaken; what lies further back is settled.
        let place = self.orders.iter().rposition(|record| record.event.id == confirmation.order).unwrap_or(0);
        let earlier = self.orders.iter_mut().take(place).rev();
        let recent = |record: &&mut OrderRecord<'_>| {
            !matches!(record.state, OrderState::Running | OrderState::Replaced)
        };
        for record in earlier.take_while(recent).filter(|record| {
            record.order.program.is_some()
                && matches!(record.state, OrderState::Ordered | OrderState::Unknown)
        }) {
            record.state = OrderState::Replaced;
        }
        self.set_state(&confirmation.order, OrderState::Running);
        self.run(program, at)
    }

    fn run(&mut self, program: &'a ProgramOrder, at: PumpTime) -> Result<(), TwinError> {
        self.with_twin(|twin| {
            twin.resume(at)?;
            twin.run(at, &program.achieved)
        })?;
        let treats = treats(&program.run);
        let after = if treats { std::mem::take(&mut self.interruptions) } else { Vec::new() };
        let reviewed = if treats { self.review.take() } else { None };
        self.programs.push(Running {
            asked: &program.run,
            achieved: &program.achieved,
            mode: program.mode,
            concentration: program.concentration,
            since: at,
            clock_ahead: self.clock_ahead,
            after,
            reviewed,
        });
        if program.run.is_stopped() {
            // A stop of a pump that is stopped already begins nothing new.
            if !self.interruptions.iter().any(|open| open.lasts && open.until.is_none()) {
                let cause = "stopped by order".to_owned();
                self.interruptions.push(Interruption { from: Some(at), until: None, lasts: true, cause });
            }
        } else {
            self.line = None;
        }
        if treats {
            self.settle_cycles();
        } else if !program.run.is_stopped() {
            // The minimum rate flows again, and deals with nothing else that is open.
            for open in self.interruptions.iter_mut().filter(|open| open.until.is_none()) {
                open.until = Some(at);
            }
        }
        self.alarm_volume = program.alarm_volume.unwrap_or(self.alarm_volume);
        Ok(())
    }

    fn settle_cycles(&mut self) {
        self.cycles_settled = self.cycles.len();
        self.cycles_carried.clear();
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
            let ahead = i64::from(pump.clock.offset_seconds) - i64::from(self.clock.offset_seconds);
            let delivery = self.profile.map_or(Delivery::Continuous, achieve::delivery);
            self.clock_ahead = ahead;
            self.with_twin(|twin| twin.replace_pump(at, delivery, ahead))?;
            let cause = "new pump, not yet programmed".to_owned();
            self.interruptions.push(Interruption { from: Some(at), until: None, lasts: true, cause });
            self.alarm_volume = pump.alarm_volume;
            self.reservoir = None;
            self.cycles_carried.extend(self.cycles.drain(..).skip(self.cycles_settled));
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

    /// The pump's clock stands at another offset from now on; the course keeps its own.
    fn set_clock(&mut self, clock: PumpClock, at: PumpTime) -> Result<(), TwinError> {
        let ahead = i64::from(clock.offset_seconds) - i64::from(self.clock.offset_seconds);
        self.clock_ahead = ahead;
        self.with_twin(|twin| twin.set_clock_ahead(at, ahead))
    }

    fn set_state(&mut self, id: &str, state: OrderState) {
        // The order meant is nearly always the last one.
        if let Some(record) = self.orders.iter_mut().rev().find(|record| record.event.id == id) {
            record.state = state;
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

/// Whether what was read back is what was ordered; a dose may differ by the rounding of a display, one part in a hundred.
fn reads_as_ordered(read: &Confirmation, ordered: &ProgramOrder) -> bool {
    let flow = ordered.run.week_flow();
    let strength = u128::from(ordered.concentration.nanograms_per_millilitre());
    // dose = flow x strength / 10^6, both sides multiplied out; what does not fit cannot be said to agree.
    let dose = flow.numerator().checked_mul(strength);
    let shown = flow.denominator().checked_mul(u128::from(read.total.nanograms_per_day()) * 1_000_000);
    let agree = dose.zip(shown).is_some_and(|(dose, shown)| dose.abs_diff(shown) <= dose / 100);
    read.concentration == ordered.concentration && read.mode == ordered.mode && agree
}

fn fluid(concentration: Option<Concentration>) -> Contents {
    Contents::Fluid(concentration.map_or(RBig::ZERO, |concentration| of(concentration.quotient())))
}
