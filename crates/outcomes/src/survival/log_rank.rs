//! Whether survival differs between groups.

use super::{ChiSquare, Unfit, check, check_labels, codes, same};
use crate::Undefined;
use crate::matrix::{Matrix, quadratic};
use crate::number::real;

/// A log-rank test.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank<G> {
    /// The groups, in their order.
    pub groups: Vec<G>,
    /// Events in each group; weighted, if they are.
    pub observed: Vec<f64>,
    /// Events that would be expected in each if nothing differed; weighted, if they are.
    pub expected: Vec<f64>,
    /// The test; undefined without events, and if only one group is at risk whenever there are events.
    pub test: Result<ChiSquare, Undefined>,
}

/// Compares survival of groups: events observed and expected at each time, with the hypergeometric variance (Mantel 1966; the
/// weights `S(t-)^rho` of the pooled curve are those of Harrington & Fleming 1982).
///
/// `rho` 0 is the log-rank test, 1 the Peto-Peto form with the survival just before the time, as R's `survdiff`. `strata` are
/// compared within themselves and added up; an empty list is one stratum. Ties: events come before censorings, and tied events
/// share one hypergeometric draw. Groups that are never at risk of an event take no degree of freedom. In O(n log n).
///
/// # Errors
/// [`Unfit`] if a time is negative or not finite, the lists differ in length, `rho` is negative, or there are more than
/// 500 groups.
pub fn log_rank<G: Ord + Clone, S: Ord + Clone>(
    times: &[f64],
    events: &[bool],
    groups: &[G],
    strata: &[S],
    rho: f64,
) -> Result<LogRank<G>, Unfit> {
    let strata_length = if strata.is_empty() { times.len() } else { strata.len() };
    check(times, &[events.len(), groups.len(), strata_length])?;
    if !(rho.is_finite() && rho >= 0.0) {
        return Err(Unfit::Power(rho));
    }
    let (names, of_group) = codes(groups);
    check_labels(names.len())?;
    let of_stratum = if strata.is_empty() { vec![0; times.len()] } else { codes(strata).1 };
    let mut rows: Vec<Row> = times
        .iter()
        .zip(events)
        .zip(of_group.iter().zip(&of_stratum))
        .map(|((time, event), (group, stratum))| Row {
            time: *time,
            event: *event,
            group: *group,
            stratum: *stratum,
        })
        .collect();
    rows.sort_unstable_by(|one, other| one.stratum.cmp(&other.stratum).then(one.time.total_cmp(&other.time)));
    let mut sums = Sums::new(names.len());
    for stratum in rows.chunk_by(|one, other| one.stratum == other.stratum) {
        sums.add(stratum, rho);
    }
    let scores: Vec<f64> = sums.observed.iter().zip(&sums.expected).map(|(o, e)| o - e).collect();
    let (statistic, df) = quadratic(&sums.covariance, &scores);
    let test = if df == 0 { Err(Undefined::Nothing) } else { Ok(ChiSquare::new(statistic, df)) };
    Ok(LogRank { groups: names, observed: sums.observed, expected: sums.expected, test })
}

struct Row {
    time: f64,
    event: bool,
    group: usize,
    stratum: usize,
}

struct Sums {
    observed: Vec<f64>,
    expected: Vec<f64>,
    covariance: Matrix,
}

impl Sums {
    fn new(groups: usize) -> Self {
        Self {
            observed: vec![0.0; groups],
            expected: vec![0.0; groups],
            covariance: Matrix::zeros(groups, groups),
        }
    }

    /// Adds one stratum, in the order of time.
    fn add(&mut self, rows: &[Row], rho: f64) {
        let mut at_risk = vec![0_u64; self.observed.len()];
        for row in rows {
            count(&mut at_risk, row.group, 1);
        }
        let mut left = rows.len() as u64;
        let mut survival = 1.0_f64;
        let mut shares = vec![0.0; at_risk.len()];
        for tied in rows.chunk_by(|one, other| same(one.time, other.time)) {
            let failed = tied.iter().filter(|row| row.event).count() as u64;
            if failed > 0 {
                // The log-rank test needs no power: it would only cost time.
                let weight = if rho > 0.0 { survival.powf(rho) } else { 1.0 };
                for row in tied.iter().filter(|row| row.event) {
                    if let Some(observed) = self.observed.get_mut(row.group) {
                        *observed += weight;
                    }
                }
                let draws = real(failed);
                for (share, at_risk) in shares.iter_mut().zip(&at_risk) {
                    *share = real(*at_risk) / real(left);
                }
                for (expected, share) in self.expected.iter_mut().zip(&shares) {
                    *expected += weight * draws * share;
                }
                if left > failed {
                    let factor = weight * weight * draws * real(left - failed) / real(left - 1);
                    self.covariance.add_outer(-factor, &shares, &shares);
                    for (group, share) in shares.iter().enumerate() {
                        self.covariance.add(group, group, factor * share);
                    }
                }
                survival *= real(left - failed) / real(left);
            }
            for row in tied {
                count(&mut at_risk, row.group, -1);
            }
            left -= tied.len() as u64;
        }
    }
}

fn count(counts: &mut [u64], group: usize, change: i64) {
    if let Some(count) = counts.get_mut(group) {
        *count = count.saturating_add_signed(change);
    }
}
