//! The way through a loss of effect or new spasticity: which steps there are, which may come now, and which must not.
//!
//! The steps and their order are those of the panel on troubleshooting (Saulino 2016) with the finds of one series
//! (Dvorak 2010). What is refused is refused because somebody was harmed by it: see [`Why`].
//!
//! Invariants
//! - [`next`] is total: whatever was done and found, it answers.
//! - Nothing is offered that goes through the access port into a catheter from which the drug has not been aspirated on
//!   the same day, or that has been filled with drug since.
//! - No rise of the dose is offered after rises without effect while the place of the catheter is not known.

mod facts;
mod step;
mod why;

pub use facts::{HELPED_TOLERANCE, InLine, Slope, in_line, rises_in_a_row, slope};
pub use step::{Cause, Evidence, Found, Means, Step};
pub use why::{Hold, Sign, Urgent, Why};

use jiff::civil::Date;

/// A step that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Which.
    pub step: Step,
    /// What was found.
    pub found: Found,
    /// On which day.
    pub on: Date,
}

/// What else is known and counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Today.
    pub today: Date,
    /// Signs that the patient has now.
    pub signs: Vec<Sign>,
    /// Whether the dose was raised several times in a row and the record does not say that it helped.
    pub rises_without_effect: bool,
    /// Whether more than expected was left in the reservoir, and nobody has explained it.
    pub under_delivery: bool,
    /// Whether the pump was last seen not running, or is known not to deliver.
    pub not_delivering: bool,
    /// How often this pump has had a fault or an unexplained residual.
    pub pump_faults: usize,
    /// Whether tubing or catheter hold no drug, so that a prime is needed.
    pub line_without_drug: bool,
    /// Whether drug has come into the catheter since it was aspirated last: by a prime, by another program, or because the
    /// pump ran on for long.
    pub filled_since_aspiration: bool,
    /// Whether the dose rises faster than a published series calls tolerance.
    pub dose_rises_fast: bool,
}

impl Facts {
    /// Nothing is known but the day.
    #[must_use]
    pub const fn nothing(today: Date) -> Self {
        Self {
            today,
            signs: Vec::new(),
            rises_without_effect: false,
            under_delivery: false,
            not_delivering: false,
            pump_faults: 0,
            line_without_drug: false,
            filled_since_aspiration: false,
            dose_rises_fast: false,
        }
    }
}

/// What all of it comes to so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The cause is not known yet.
    Open,
    /// This step speaks for this cause.
    Likely(Cause, Step),
    /// Every step that looks at pump and catheter was done, and found nothing.
    NothingFound,
}

/// What may come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// What comes before everything else.
    pub urgent: Vec<Urgent>,
    /// Steps that may come now; the first is the one to do.
    pub now: Vec<Step>,
    /// Steps that must not come now, and why.
    pub refused: Vec<(Step, Why)>,
    /// What holds until the way is ended.
    pub holds: Vec<Hold>,
    /// What it comes to so far.
    pub verdict: Verdict,
}

/// Fewest faults of one pump from which on the pump itself is suspected: a repeated event.
const REPEATED: usize = 2;

struct Way<'a> {
    done: &'a [Done],
    facts: &'a Facts,
}

impl Way<'_> {
    fn last(&self, step: Step) -> Option<&Done> {
        self.done.iter().rev().find(|done| done.step == step)
    }

    fn means(&self, step: Step) -> Option<Means> {
        self.last(step).map(|done| done.found.means())
    }

    fn did(&self, step: Step) -> bool {
        self.last(step).is_some()
    }

    /// Whether contrast or a tracer has shown where the catheter ends.
    fn position_known(&self) -> bool {
        [Step::Contrast, Step::Nuclear]
            .into_iter()
            .any(|step| self.means(step).is_some_and(|means| means != Means::Unclear))
    }

    fn without_effect(&self) -> bool {
        self.facts.rises_without_effect || self.means(Step::DoseTrial) == Some(Means::NoEffect)
    }

    fn under_delivery(&self) -> bool {
        match self.means(Step::Residual) {
            Some(means) => means == Means::UnderDelivery,
            None => self.facts.under_delivery,
        }
    }

    fn pump_stands(&self) -> bool {
        matches!(self.means(Step::Interrogate), Some(Means::Cause(Cause::Pump)))
            || (self.facts.not_delivering && !self.did(Step::Interrogate))
    }

    fn has(&self, urgent: Urgent) -> bool {
        self.facts.signs.iter().any(|sign| sign.of() == urgent)
            || (urgent == Urgent::Withdrawal
                && self.last(Step::NotThePump).is_some_and(|done| done.found == Found::CreatineKinaseHigh))
    }

    /// Whether the line was primed after it was aspirated last.
    fn primed(&self) -> bool {
        let place = |step: Step| self.done.iter().rposition(|done| done.step == step);
        place(Step::Prime) > place(Step::Aspirate)
    }

    /// Why something must not go through the access port today.
    fn port(&self) -> Option<Why> {
        let Some(last) = self.last(Step::Aspirate) else { return Some(Why::AspirateFirst) };
        match last.found {
            Found::CameFreely if self.facts.filled_since_aspiration || self.primed() => {
                Some(Why::FilledSince)
            }
            Found::CameFreely if last.on == self.facts.today => None,
            Found::CameFreely => Some(Why::AspiratedEarlier),
            Found::CamePartly => Some(Why::NotAllAspirated),
            _ => Some(Why::NothingAspirated),
        }
    }

    /// Why a step must not come now.
    fn refused(&self, step: Step) -> Option<Why> {
        let read = self.did(Step::Interrogate);
        match step {
            Step::NotThePump | Step::Interrogate | Step::Residual | Step::XRay => None,
            Step::DoseTrial | Step::Contrast if self.has(Urgent::Overdose) => Some(Why::SignsOfOverdose),
            Step::DoseTrial if self.under_delivery() || self.pump_stands() => Some(Why::NotDelivered),
            Step::DoseTrial if self.without_effect() && !self.position_known() => Some(Why::PositionUnknown),
            Step::DoseTrial => {
                let first = read && self.did(Step::Residual) && self.did(Step::XRay);
                (!first).then_some(Why::PumpFirst)
            }
            Step::Rotor => (!read).then_some(Why::PumpFirst),
            Step::Aspirate => (!(read && self.did(Step::XRay))).then_some(Why::WithoutNeedleFirst),
            Step::Contrast => self.port(),
            Step::Nuclear if self.has(Urgent::Withdrawal) => Some(Why::TakesDays),
            Step::Nuclear => {
                // Contrast was done, or cannot be: nothing can be aspirated.
                let barred = self.port() == Some(Why::NothingAspirated);
                (!(self.did(Step::Contrast) || barred)).then_some(Why::ContrastFirst)
            }
            Step::Prime => (!self.facts.line_without_drug).then_some(Why::LineHoldsDrug),
            Step::Surgery => {
                let cause = matches!(self.verdict(), Verdict::NothingFound | Verdict::Likely(Cause::Pump, _))
                    || matches!(self.verdict(), Verdict::Likely(cause, _) if cause.is_catheter());
                (!cause).then_some(Why::CauseFirst)
            }
        }
    }

    /// Whether a step is done with. The catheter is aspirated again before contrast on another day, and primed as often as
    /// it holds no drug.
    fn settled(&self, step: Step) -> bool {
        // The operation has answered.
        let operated = self.means(Step::Surgery).is_some_and(|means| means != Means::Unclear);
        match step {
            Step::Prime => false,
            _ if operated => true,
            Step::Aspirate => self.did(step) && (self.did(Step::Contrast) || self.port().is_none()),
            step => self.did(step),
        }
    }

    fn verdict(&self) -> Verdict {
        // What the operation found counts most, then what was seen last.
        let told = self.done.iter().rev().filter_map(|done| match done.found.means() {
            Means::Cause(cause) => Some((cause, done.step)),
            _ => None,
        });
        let told: Vec<(Cause, Step)> = told.collect();
        let strong = told.iter().find(|(cause, step)| *step == Step::Surgery || *cause != Cause::NotThePump);
        if let Some((cause, step)) = strong.or_else(|| told.first()) {
            return Verdict::Likely(*cause, *step);
        }
        if self.facts.pump_faults >= REPEATED {
            return Verdict::Likely(Cause::Pump, Step::Interrogate);
        }
        let looked = [Step::NotThePump, Step::Interrogate, Step::Residual, Step::XRay];
        let sound = looked.into_iter().all(|step| self.did(step)) && self.position_known();
        // Nothing that can be aspirated bars contrast: then the tracer, or surgery, has to answer.
        let barred = self.port() == Some(Why::NothingAspirated);
        if sound && !barred && !self.under_delivery() { Verdict::NothingFound } else { Verdict::Open }
    }

    fn holds(&self) -> Vec<Hold> {
        let mut holds = Vec::new();
        let mut put = |holds_now: bool, hold: Hold| {
            if holds_now {
                holds.push(hold);
            }
        };
        put(self.under_delivery(), Hold::NotTheOldDose);
        put(self.without_effect() && !self.position_known(), Hold::NoFurtherRise);
        put(self.without_effect() && !self.did(Step::Contrast), Hold::TrappedDrug);
        put(self.facts.pump_faults >= REPEATED, Hold::SuspectThePump);
        let aspirated = self.last(Step::Aspirate).is_some_and(|done| done.found == Found::CameFreely);
        put(aspirated && !self.position_known(), Hold::NotAspirationAlone);
        put(self.port().is_some() && !self.did(Step::Contrast), Hold::NothingThroughThePort);
        put(self.facts.line_without_drug, Hold::PrimeIsNeeded);
        put(self.facts.dose_rises_fast && self.verdict() != Verdict::NothingFound, Hold::NotToleranceYet);
        holds
    }
}

/// What may come now, what must not, and what it comes to so far.
#[must_use]
pub fn next(done: &[Done], facts: &Facts) -> Next {
    let way = Way { done, facts };
    let urgent = Urgent::ALL.into_iter().filter(|urgent| way.has(*urgent)).collect();
    let verdict = way.verdict();
    let (mut now, mut refused) = (Vec::new(), Vec::new());
    for step in Step::ALL {
        match way.refused(step) {
            _ if way.settled(step) => {}
            None => now.push(step),
            // A prime that is not needed is no danger to warn of, it is no step at all.
            Some(Why::LineHoldsDrug) => {}
            Some(why) => refused.push((step, why)),
        }
    }
    // Optional steps wait behind those of the way; a cause that is found leads to surgery, an empty line to a prime.
    let found = matches!(verdict, Verdict::Likely(cause, _) if cause == Cause::Pump || cause.is_catheter());
    let rank = |step: &Step| match step {
        // Contrast goes in while the catheter is empty anyhow; the prime follows it.
        Step::Contrast if facts.line_without_drug && !found => 0,
        Step::Prime => 1,
        Step::Surgery if found => 2,
        Step::Surgery => 6,
        step if step.is_optional() => 5,
        _ => 3,
    };
    now.sort_by_key(rank);
    Next { urgent, now, refused, holds: way.holds(), verdict }
}

/// Why a step must not come now; `None` if it may. What was done all the same is still recorded.
#[must_use]
pub fn may(step: Step, done: &[Done], facts: &Facts) -> Option<Why> {
    Way { done, facts }.refused(step)
}

/// Why nothing must go through the access port on the day of `facts`; `None` after free aspiration on that day.
#[must_use]
pub fn port_closed(done: &[Done], facts: &Facts) -> Option<Why> {
    Way { done, facts }.port()
}

/// Whether calling it tolerance rests on what was looked at: pump, residual, system and the place of the catheter.
#[must_use]
pub fn may_be_tolerance(done: &[Done], facts: &Facts) -> bool {
    next(done, facts).verdict == Verdict::NothingFound
}
