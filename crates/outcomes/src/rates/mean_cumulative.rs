//! Events that a patient can have again and again.

use super::{Unfit, side, time};
use crate::number::real;
use crate::survival::same;
use crate::tails::z_of;

/// The mean cumulative number of events just after a time at which there were some.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CumulativeStep {
    /// The time.
    pub time: f64,
    /// How many patients were still followed at it.
    pub at_risk: u64,
    /// How many events there were at it, of all patients.
    pub events: u64,
    /// The mean number of events of a patient by then.
    pub mean: f64,
    /// Its robust variance: patients are independent, events of one patient need not be. `None` of a single patient.
    pub variance: Option<f64>,
}

impl CumulativeStep {
    /// The interval `M exp(± z s / M)`, which stays above 0. `None` without a variance.
    ///
    /// # Errors
    /// [`Unfit::Level`] if the level is none.
    pub fn interval(&self, level: f64) -> Result<Option<(f64, f64)>, Unfit> {
        side(level)?;
        let z = z_of(level).ok_or(Unfit::Level(level))?;
        Ok(self.variance.map(|variance| {
            let factor = (z * variance.sqrt() / self.mean).exp();
            (self.mean / factor, self.mean * factor)
        }))
    }
}

/// The mean cumulative function (Nelson): at each time it grows by the events over the patients still followed. Its variance is
/// the robust one of Lawless & Nadeau (1995): the sum of squares of what each patient adds.
///
/// `until` says how long each patient was followed, `events` when each had events, none or several, also at one time. A patient
/// followed until a time counts at it. Nobody, or no event: no steps. In O(n log n) of patients and events together.
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, an event is after its patient's follow-up, or the lists differ in length.
pub fn mean_cumulative<E: AsRef<[f64]>>(until: &[f64], events: &[E]) -> Result<Vec<CumulativeStep>, Unfit> {
    if until.len() != events.len() {
        return Err(Unfit::Lengths { one: until.len(), other: events.len() });
    }
    let mut all: Vec<(f64, usize)> = Vec::new();
    for (patient, (until, events)) in until.iter().zip(events).enumerate() {
        time(*until)?;
        for event in events.as_ref() {
            time(*event)?;
            if event > until {
                return Err(Unfit::AfterFollowUp { patient, event: *event, until: *until });
            }
            all.push((*event, patient));
        }
    }
    all.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut ends: Vec<(f64, usize)> = until.iter().copied().zip(0..).collect();
    ends.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut ends = ends.into_iter().peekable();

    let mut steps = Vec::new();
    let mut mean = 0.0;
    // What a patient still followed has added: its own share of events, less what all lose together.
    let mut own = vec![0.0; until.len()];
    let mut lost = 0.0;
    let (mut left, mut sum) = (until.len() as u64, 0.0);
    let (mut squares, mut gone) = (0.0, 0.0);
    for tied in all.chunk_by(|one, other| same(one.0, other.0)) {
        let Some((time, _)) = tied.first().copied() else { continue };
        while let Some((_, patient)) = ends.next_if(|(end, _)| *end < time) {
            let added = own.get(patient).copied().unwrap_or(0.0) - lost;
            left -= 1;
            sum -= added;
            squares -= added * added;
            gone += added * added;
        }
        let (count, risk) = (tied.len() as u64, real(left));
        let (share, loss) = (1.0 / risk, real(count) / (risk * risk));
        mean += real(count) / risk;
        squares += loss * (risk * loss - 2.0 * sum);
        sum -= risk * loss;
        lost += loss;
        for (_, patient) in tied {
            if let Some(own) = own.get_mut(*patient) {
                let before = *own - lost;
                *own += share;
                squares += share * (2.0 * before + share);
                sum += share;
            }
        }
        let variance = (until.len() > 1).then_some(f64::max(squares + gone, 0.0));
        steps.push(CumulativeStep { time, at_risk: left, events: count, mean, variance });
    }
    Ok(steps)
}
