//! What the course already knows: drug in the line, how fast the dose has risen, and whether rises have helped.

use super::step::Evidence;
use crate::calculators::prime::{CatheterHolds, Input, prime};
use crate::course::Course;
use crate::pathway::limits::PathwayLimits;
use pump::PumpTime;
use twin::{RBig, of, volume_times};

/// What helped against tolerance in the series that looked.
pub const HELPED_TOLERANCE: Evidence = Evidence {
    text: "Pulsed boluses or a drug holiday helped against tolerance; a flex program alone did not.",
    source: "Heetla 2009, Spinal Cord 47:751: 37 patients, 116 pump-years",
    grade: "A",
};

/// The drug in catheter and tubing of one patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InLine {
    /// What the catheter holds, in nL.
    pub catheter: RBig,
    /// Whether that rests on an unverified number.
    pub unverified: bool,
    /// Strength in the pump, in ng/mL.
    pub strength: RBig,
    /// Drug in a catheter full of that strength, in ng: what an injection without aspiration pushes in.
    pub full: RBig,
    /// Drug in the catheter now, in ng, by the twin; `None` before it knows.
    pub now: Option<RBig>,
    /// The prime that the line needs now: nL and ng; `None` if it needs none.
    pub prime: Option<(RBig, RBig)>,
}

/// The drug in the line at a time; `None` without a catheter or a strength on record.
#[must_use]
pub fn in_line(course: &Course<'_>, now: PumpTime) -> Option<InLine> {
    let record = course.catheter?;
    let strength = course
        .running()
        .map(|running| running.concentration)
        .or_else(|| course.reservoir.as_ref().map(|reservoir| reservoir.concentration))?;
    let catheter = of(record.volume);
    let in_pump = of(strength.quotient());
    let held = |twin: &twin::Twin<'_>| {
        let slugs = twin.catheter_at(now);
        slugs.iter().fold(RBig::ZERO, |sum, slug| sum + volume_times(&slug.volume, &slug.concentration))
    };
    let needed = course.line.zip(course.pump).and_then(|((holds, primed), pump)| {
        let input = Input {
            tubing: pump.tubing,
            catheter: catheter.clone(),
            concentration: strength,
            pump_primed: primed,
            catheter_holds: holds,
        };
        let prime = prime(&input).0;
        (holds != CatheterHolds::Drug && prime.volume > RBig::ZERO).then_some((prime.volume, prime.dose))
    });
    Some(InLine {
        full: volume_times(&catheter, &in_pump),
        unverified: record.unverified,
        now: course.twin.as_ref().map(held),
        prime: needed,
        strength: in_pump,
        catheter,
    })
}

const YEAR_SECONDS: i64 = 365 * 86_400;

/// How the dose has changed within a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slope {
    /// Dose a year ago, in ng/d.
    pub then: RBig,
    /// Dose now, in ng/d.
    pub now: RBig,
    /// Whether it rose within the year by more than what a published series calls tolerance.
    pub is_fast: bool,
}

/// The rise of the dose over the last year; `None` if the record reaches less far back.
#[must_use]
pub fn slope(course: &Course<'_>, now: PumpTime) -> Option<Slope> {
    let year_ago = now.0.saturating_sub(YEAR_SECONDS);
    let then = course.programs.iter().rfind(|running| running.since.0 <= year_ago)?.dose_per_day();
    let now = course.running()?.dose_per_day();
    let limit = PathwayLimits::embedded().ok()?.after_care.dose_rise_per_year_max.value;
    let limit = of(limit.quotient());
    let is_fast = &now - &then > limit;
    Some(Slope { then, now, is_fast })
}

/// How many rises in a row the last programs were, and whether any score taken since the first of them is better than one
/// before.
#[must_use]
pub fn rises_in_a_row(course: &Course<'_>) -> (usize, bool) {
    let (mut rises, mut from) = (0, None);
    for pair in course.programs.windows(2).rev() {
        let [before, after] = pair else { break };
        let (old, new) = (before.dose_per_day(), after.dose_per_day());
        if new < old || !before.treats() {
            break;
        }
        if new > old {
            rises += 1;
            from = Some(after.since);
        }
    }
    let Some(from) = from else { return (0, false) };
    let better = course.scores.iter().filter(|(at, _)| *at > from).any(|(_, latest)| {
        let first = course.scores.iter().rfind(|(at, score)| *at <= from && score.compares_with(latest));
        first.is_some_and(|(_, first)| latest.better_than(first) == Some(true))
    });
    (rises, better)
}
