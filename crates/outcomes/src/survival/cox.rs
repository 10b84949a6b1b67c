//! Regression of survival on one covariate.

use super::{Unfit, check, codes, same};
use crate::Undefined;
use crate::number::real;
use crate::tails::{root, two_sided};

/// What to do with events at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ties {
    /// Efron (1977): the tied leave the risk set one after the other, in the mean. The default of R.
    Efron,
    /// Breslow (1974): every one of the tied meets the whole risk set.
    Breslow,
    /// The exact conditional likelihood of time that is itself in steps (Cox 1972): all ways to choose as many of those at
    /// risk. Its work grows with the number at risk times the number tied, at each time.
    Exact,
}

/// A Cox regression with one covariate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cox {
    /// How many patients.
    pub n: u64,
    /// How many of them had the event.
    pub events: u64,
    /// The logarithm of the hazard ratio of one unit more of the covariate.
    pub coefficient: f64,
    /// Its standard error, from the information.
    pub standard_error: f64,
    /// The coefficient over its standard error.
    pub z: f64,
    /// Wald's two-sided p.
    pub p: f64,
    /// The log partial likelihood without the covariate.
    pub log_likelihood_null: f64,
    /// The log partial likelihood at the estimate.
    pub log_likelihood: f64,
}

/// Proportional hazards with one covariate (Cox 1972), by Newton's method with halved steps.
///
/// `strata` have baselines of their own; an empty list is one stratum. Ties as asked for; events come before censorings.
///
/// # Errors
/// [`Unfit`] if a time or a covariate cannot be used or the lists differ in length; as [`Unfit::Undefined`]:
/// [`Undefined::NoEvents`]; [`Undefined::Nothing`] if all at risk have the same covariate whenever there is an event;
/// [`Undefined::Monotone`] if the likelihood rises without end, so that no finite coefficient is best; [`Undefined::TooLarge`]
/// of exact ties among so many patients that it would take minutes.
pub fn cox<S: Ord + Clone>(
    times: &[f64],
    events: &[bool],
    covariate: &[f64],
    strata: &[S],
    ties: Ties,
) -> Result<Cox, Unfit> {
    let strata_length = if strata.is_empty() { times.len() } else { strata.len() };
    check(times, &[events.len(), covariate.len(), strata_length])?;
    if let Some((index, value)) = covariate.iter().enumerate().find(|(_, value)| !value.is_finite()) {
        return Err(Unfit::Covariate { index, value: *value });
    }
    let count = events.iter().filter(|event| **event).count() as u64;
    if count == 0 {
        return Err(Undefined::NoEvents.into());
    }
    let of_stratum = if strata.is_empty() { vec![0; times.len()] } else { codes(strata).1 };
    let mut rows: Vec<Row> = times
        .iter()
        .zip(events)
        .zip(covariate.iter().zip(&of_stratum))
        .map(|((time, event), (z, stratum))| Row { time: *time, event: *event, z: *z, stratum: *stratum })
        .collect();
    // The latest first: the risk set only grows.
    rows.sort_unstable_by(|one, other| one.stratum.cmp(&other.stratum).then(other.time.total_cmp(&one.time)));
    let range = standardise(&mut rows);
    let model = Model { rows, ties };
    if ties == Ties::Exact && model.ways() > WAYS_MOST {
        return Err(Undefined::TooLarge.into());
    }
    model.has_finite_maximum()?;
    let (beta, at) = model.maximum().ok_or(Undefined::Monotone)?;
    let null = model.at(0.0).log_likelihood;
    let standard_error = 1.0 / at.information.sqrt() / range;
    let coefficient = beta / range;
    if !(standard_error.is_finite() && standard_error > 0.0 && coefficient.is_finite()) {
        return Err(Undefined::Monotone.into());
    }
    let z = coefficient / standard_error;
    Ok(Cox {
        n: times.len() as u64,
        events: count,
        coefficient,
        standard_error,
        z,
        p: two_sided(z),
        log_likelihood_null: null,
        log_likelihood: at.log_likelihood,
    })
}

struct Row {
    time: f64,
    event: bool,
    z: f64,
    stratum: usize,
}

/// Moves and shrinks the covariate to lie between -0.5 and 0.5; returns how far it ranged.
fn standardise(rows: &mut [Row]) -> f64 {
    let low = rows.iter().map(|row| row.z).fold(f64::INFINITY, f64::min);
    let high = rows.iter().map(|row| row.z).fold(f64::NEG_INFINITY, f64::max);
    // Halves first: the range of two doubles may be more than a double.
    let half = high / 2.0 - low / 2.0;
    if half > 0.0 {
        for row in rows {
            row.z = (row.z / 2.0 - low / 2.0) / half - 0.5;
        }
        2.0 * half
    } else {
        for row in rows {
            row.z = 0.0;
        }
        1.0
    }
}

/// The log likelihood with its slope and its curvature (negative).
#[derive(Default, Clone, Copy)]
struct Value {
    log_likelihood: f64,
    score: f64,
    information: f64,
}

/// Sums over a risk set: of weights, of covariate times weight, of its square times weight.
#[derive(Default, Clone, Copy)]
struct Sums {
    weight: f64,
    first: f64,
    second: f64,
}

impl Sums {
    fn add(&mut self, weight: f64, z: f64) {
        self.weight += weight;
        self.first += weight * z;
        self.second += weight * z * z;
    }

    fn less(self, share: f64, tied: Self) -> Self {
        Self {
            weight: self.weight - share * tied.weight,
            first: self.first - share * tied.first,
            second: self.second - share * tied.second,
        }
    }
}

impl Value {
    /// Takes away the logarithm of a sum of weights, and its derivatives.
    fn choose_one(&mut self, of: Sums) {
        let mean = of.first / of.weight;
        self.log_likelihood -= of.weight.ln();
        self.score -= mean;
        self.information += of.second / of.weight - mean * mean;
    }
}

struct Model {
    rows: Vec<Row>,
    ties: Ties,
}

/// How many steps one look at the exact likelihood may take: some seconds for a fit.
const WAYS_MOST: u64 = 300_000_000;

impl Model {
    /// How many steps the exact likelihood takes: at each time with ties, those at risk times those tied.
    fn ways(&self) -> u64 {
        let mut ways = 0_u64;
        for stratum in self.rows.chunk_by(|one, other| one.stratum == other.stratum) {
            let mut seen = 0_u64;
            for tied in stratum.chunk_by(|one, other| same(one.time, other.time)) {
                seen += tied.len() as u64;
                let deaths = tied.iter().filter(|row| row.event).count() as u64;
                if deaths > 1 {
                    ways = ways.saturating_add(seen.saturating_mul(deaths));
                }
            }
        }
        ways
    }

    /// Whether a finite coefficient is best: seen at both ends of the risk sets, without any search.
    fn has_finite_maximum(&self) -> Result<(), Undefined> {
        // Whether everybody with an event was the lowest, and the highest, of those they are compared with.
        let (mut lowest, mut highest) = (true, true);
        for stratum in self.rows.chunk_by(|one, other| one.stratum == other.stratum) {
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            for tied in stratum.chunk_by(|one, other| same(one.time, other.time)) {
                let of = |event: bool| {
                    tied.iter()
                        .filter(move |row| row.event == event)
                        .map(|row| row.z)
                        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high): (f64, f64), z| {
                            (low.min(z), high.max(z))
                        })
                };
                let (with, without) = (of(true), of(false));
                low = low.min(without.0);
                high = high.max(without.1);
                if tied.iter().any(|row| row.event) {
                    if self.ties != Ties::Exact {
                        // The tied are compared with each other, too.
                        (low, high) = (low.min(with.0), high.max(with.1));
                    }
                    lowest &= with.1 <= low;
                    highest &= with.0 >= high;
                }
                (low, high) = (low.min(with.0), high.max(with.1));
            }
        }
        match (lowest, highest) {
            (true, true) => Err(Undefined::Nothing),
            (false, false) => Ok(()),
            _ => Err(Undefined::Monotone),
        }
    }

    /// The best coefficient: the likelihood is concave, so that one is the only one.
    fn maximum(&self) -> Option<(f64, Value)> {
        let mut beta = 0.0;
        let mut now = self.at(beta);
        for _ in 0..200 {
            // Steps are bounded: far from the best, the curvature says little.
            let mut step = (now.score / now.information).clamp(-4.0, 4.0);
            if !step.is_finite() {
                return None;
            }
            let small = step.abs() <= 1e-11 * f64::max(1.0, beta.abs());
            loop {
                let next = self.at(beta + step);
                // What rounding alone can take away is no fall.
                let fall = 1e-12 * now.log_likelihood.abs().max(1.0);
                if next.log_likelihood >= now.log_likelihood - fall {
                    beta += step;
                    now = next;
                    break;
                }
                step /= 2.0;
                if step.abs() < 1e-15 {
                    break;
                }
            }
            if small {
                return Some((beta, now));
            }
        }
        None
    }

    fn at(&self, beta: f64) -> Value {
        let mut value = Value::default();
        for stratum in self.rows.chunk_by(|one, other| one.stratum == other.stratum) {
            let (mut risk, mut seen) = (Sums::default(), 0);
            for tied in stratum.chunk_by(|one, other| same(one.time, other.time)) {
                seen += tied.len();
                let (mut failed, mut deaths) = (Sums::default(), 0_u32);
                for row in tied {
                    let weight = (beta * row.z).exp();
                    risk.add(weight, row.z);
                    if row.event {
                        failed.add(weight, row.z);
                        deaths += 1;
                        value.log_likelihood += beta * row.z;
                        value.score += row.z;
                    }
                }
                match self.ties {
                    Ties::Exact if deaths > 1 => {
                        choose(&mut value, stratum.get(..seen).unwrap_or_default(), deaths as usize, beta);
                    }
                    _ => {
                        for death in 0..deaths {
                            let share = if self.ties == Ties::Efron {
                                f64::from(death) / f64::from(deaths)
                            } else {
                                0.0
                            };
                            value.choose_one(risk.less(share, failed));
                        }
                    }
                }
            }
        }
        value
    }
}

/// Takes away the logarithm of the sum, over all ways to choose `chosen` of those at risk, of the product of their weights,
/// and its derivatives.
///
/// The sum is a probability times what is easy to say: choose each with a chance of its own, of odds in proportion to its
/// weight, and as many as wanted in the mean. Then the chance to get just so many is never small, and the covariates chosen
/// have a mean and a variance.
fn choose(value: &mut Value, risk: &[Row], chosen: usize, beta: f64) {
    let n = risk.len();
    if chosen >= n {
        // There is only one way.
        for row in risk {
            value.log_likelihood -= beta * row.z;
            value.score -= row.z;
        }
        return;
    }
    let chance = |offset: f64, row: &Row| 1.0 / (1.0 + (-(beta * row.z + offset)).exp());
    let (many, all) = (real(chosen as u64), real(n as u64));
    // Of weights that are all the same, this offset would be it; the weights are within `beta / 2` of 1.
    let middle = (many / (all - many)).ln();
    let expected = |offset: f64| risk.iter().map(|row| chance(offset, row)).sum::<f64>();
    let offset = root(many, middle - beta.abs() - 1.0, middle + beta.abs() + 1.0, true, expected);
    // For each number chosen so far: its chance, and the sum and the sum of squares of the covariate over it.
    let mut ways = vec![Sums::default(); chosen + 1];
    if let Some(none) = ways.first_mut() {
        none.weight = 1.0;
    }
    let mut log_rest = 0.0;
    for row in risk {
        let (taken, z) = (chance(offset, row), row.z);
        log_rest -= (1.0 - taken).ln();
        let mut before = Sums::default();
        for way in &mut ways {
            let old = *way;
            way.weight = old.weight * (1.0 - taken) + taken * before.weight;
            way.first = old.first * (1.0 - taken) + taken * (before.first + z * before.weight);
            way.second = old.second * (1.0 - taken)
                + taken * (before.second + 2.0 * z * before.first + z * z * before.weight);
            before = old;
        }
    }
    value.log_likelihood -= log_rest - many * offset;
    value.choose_one(ways.last().copied().unwrap_or_default());
}
