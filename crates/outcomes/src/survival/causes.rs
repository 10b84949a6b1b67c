//! Competing causes: who had one event can have no other.

use super::{KaplanMeier, Unfit, check, check_labels, codes, kaplan_meier, same};
use crate::number::real;
use crate::tails::z_of;

/// The cumulative incidence of one cause just after a time at which it happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CauseStep {
    /// The time.
    pub time: f64,
    /// How many were at risk just before it.
    pub at_risk: u64,
    /// How many had the event of this cause at it.
    pub events: u64,
    /// The share that had the event of this cause by then.
    pub incidence: f64,
    /// Its variance as R's `cmprsk` gives it, after Aalen (1978).
    pub variance_aalen: f64,
    /// Its variance as R's `survival` gives it: the infinitesimal jackknife, the sum of squared influences of patients.
    pub variance_jackknife: f64,
    /// One minus the Kaplan-Meier curve that takes other causes for censorings. It overstates; only for comparison.
    pub naive: f64,
}

impl CauseStep {
    /// The interval `F ^ exp(± z s / (F ln F))` with Aalen's variance: within 0 and 1 by itself. `None` at 0 and 1, and if
    /// `level` is not between 0 and 1.
    #[must_use]
    pub fn interval(&self, level: f64) -> Option<(f64, f64)> {
        let (z, f) = (z_of(level)?, self.incidence);
        if f <= 0.0 || f >= 1.0 {
            return None;
        }
        let shift = z * self.variance_aalen.max(0.0).sqrt() / (f * f.ln());
        Some((f.powf((-shift).exp()), f.powf(shift.exp())))
    }
}

/// How one cause accumulates.
#[derive(Debug, Clone, PartialEq)]
pub struct Course<C> {
    /// The cause.
    pub cause: C,
    /// The times at which it happened, in order.
    pub steps: Vec<CauseStep>,
}

impl<C> Course<C> {
    /// The last step at or before a time; `None` before the first, when the incidence is 0.
    #[must_use]
    pub fn at(&self, time: f64) -> Option<&CauseStep> {
        let after = self.steps.partition_point(|step| step.time <= time);
        after.checked_sub(1).and_then(|last| self.steps.get(last))
    }
}

/// Cumulative incidence of every cause.
#[derive(Debug, Clone, PartialEq)]
pub struct Causes<C> {
    /// Without any event: the Kaplan-Meier curve of all causes together.
    pub free: KaplanMeier,
    /// The causes that happened, in their order.
    pub courses: Vec<Course<C>>,
}

/// What of each cause happened by a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CausesAt<'a, C> {
    /// The cause.
    pub cause: &'a C,
    /// The last step of it; `None` if there was none yet.
    pub step: Option<&'a CauseStep>,
}

impl<C> Causes<C> {
    /// Every cause at a time. After the last time the values are carried on.
    pub fn at(&self, time: f64) -> impl Iterator<Item = CausesAt<'_, C>> {
        self.courses.iter().map(move |course| CausesAt { cause: &course.cause, step: course.at(time) })
    }
}

/// Cumulative incidence by Aalen & Johansen (1978): `F(t) = Σ S(u-) d / n`, with `S` free of every cause. The incidences and
/// the share without event add up to 1.
///
/// `causes` says what happened at the time; `None` was censored. Ties: causes at one time share `S(t-)`; events come before
/// censorings. Nobody, or no event: no courses. In O(n log n), times the number of causes.
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, the lists differ in length, or there are more than 500 causes.
pub fn cumulative_incidence<C: Ord + Clone>(times: &[f64], causes: &[Option<C>]) -> Result<Causes<C>, Unfit> {
    check(times, &[causes.len()])?;
    let events: Vec<bool> = causes.iter().map(Option::is_some).collect();
    let free = kaplan_meier(times, &events)?;
    // Censored is the least of codes, if anybody was.
    let (names, of) = codes(causes);
    check_labels(names.len())?;
    let mut rows: Vec<(f64, usize)> = times.iter().copied().zip(of).collect();
    rows.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut counts = vec![0_u64; names.len()];
    let mut running: Vec<Running> = names.iter().map(|_| Running::new()).collect();
    let mut before = Before { survival: 1.0, greenwood: 0.0 };
    let tied = rows.chunk_by(|one, other| same(one.0, other.0));
    for (step, tied) in free.steps.iter().zip(tied) {
        counts.fill(0);
        for (_, code) in tied {
            if let Some(count) = counts.get_mut(*code) {
                *count += 1;
            }
        }
        let now = Now {
            time: step.time,
            at_risk: step.at_risk,
            all: step.events,
            censored: step.censored,
            survival: step.survival,
            greenwood: before.greenwood + greenwood(step.events, step.at_risk),
        };
        for ((running, count), name) in running.iter_mut().zip(&counts).zip(&names) {
            if name.is_some() {
                running.add(before, &now, *count);
            }
        }
        before = Before { survival: now.survival, greenwood: now.greenwood };
    }
    let courses = names
        .into_iter()
        .zip(running)
        .filter_map(|(cause, running)| Some(Course { cause: cause?, steps: running.steps }))
        .collect();
    Ok(Causes { free, courses })
}

/// What a time adds to Greenwood's sum; nothing if it leaves nobody, as nothing comes after it.
fn greenwood(events: u64, at_risk: u64) -> f64 {
    if at_risk > events { real(events) / (real(at_risk) * real(at_risk - events)) } else { 0.0 }
}

#[derive(Clone, Copy)]
struct Before {
    survival: f64,
    greenwood: f64,
}

struct Now {
    time: f64,
    at_risk: u64,
    all: u64,
    censored: u64,
    survival: f64,
    greenwood: f64,
}

/// Sums of squares of what is linear in a number known only later: `Σ (a + b x)²`.
#[derive(Default)]
struct Squares {
    constant: f64,
    mixed: f64,
    linear: f64,
}

impl Squares {
    fn add(&mut self, times: f64, a: f64, b: f64) {
        self.constant += times * a * a;
        self.mixed += times * a * b;
        self.linear += times * b * b;
    }

    fn at(&self, x: f64) -> f64 {
        (self.constant + x * (2.0 * self.mixed + x * self.linear)).max(0.0)
    }
}

/// One cause, up to a time.
struct Running {
    incidence: f64,
    not_naive: f64,
    /// Aalen's variance at incidence `F`.
    aalen: Squares,
    /// The influence of a patient who is still at risk.
    influence: f64,
    /// The squared influences of the others, at incidence `F`.
    gone: Squares,
    steps: Vec<CauseStep>,
}

impl Running {
    fn new() -> Self {
        Self {
            incidence: 0.0,
            not_naive: 1.0,
            aalen: Squares::default(),
            influence: 0.0,
            gone: Squares::default(),
            steps: Vec::new(),
        }
    }

    fn add(&mut self, before: Before, now: &Now, own: u64) {
        let (risk, events) = (real(now.at_risk), real(own));
        let jump = before.survival * events / risk;
        self.incidence += jump;
        self.not_naive *= real(now.at_risk - own) / risk;
        self.add_aalen(before.survival, now, own);
        // At risk: each share that fails is 1/n less for one patient more, and survival before it is as Greenwood's sum says.
        self.influence += jump * (before.greenwood - 1.0 / risk);
        let left = real(now.at_risk - now.all);
        let later = if left > 0.0 { now.greenwood - 1.0 / left } else { 0.0 };
        for (count, influence, later) in [
            (own, self.influence + before.survival / risk, later),
            (now.all - own, self.influence, later),
            (now.censored, self.influence, now.greenwood),
        ] {
            self.gone.add(real(count), influence - later * self.incidence, later);
        }
        if own > 0 {
            let at_risk_after = real(now.at_risk - now.all - now.censored);
            let variance_jackknife =
                self.gone.at(self.incidence) + at_risk_after * self.influence * self.influence;
            self.steps.push(CauseStep {
                time: now.time,
                at_risk: now.at_risk,
                events: own,
                incidence: self.incidence,
                variance_aalen: self.aalen.at(self.incidence),
                variance_jackknife,
                naive: 1.0 - self.not_naive,
            });
        }
    }

    /// A jump of the cause at `u` counts `1 + (F(u) - F(t)) / S(u)`, one of another cause `(F(u) - F(t)) / S(u)`, squared, times
    /// the hypergeometric variance of the jump.
    fn add_aalen(&mut self, survival_before: f64, now: &Now, own: u64) {
        let risk = real(now.at_risk);
        let jump_variance = |count: u64| {
            let ties = if count > 1 { 1.0 - real(count - 1) / (risk - 1.0) } else { 1.0 };
            survival_before * survival_before * ties * real(count) / (risk * risk)
        };
        let slope = if now.survival > 0.0 { 1.0 / now.survival } else { 0.0 };
        self.aalen.add(jump_variance(own), 1.0 + self.incidence * slope, -slope);
        self.aalen.add(jump_variance(now.all - own), self.incidence * slope, -slope);
    }
}
