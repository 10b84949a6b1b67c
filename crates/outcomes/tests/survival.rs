//! Survival: what must hold of any data.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers and properties of tests may fail loudly too"
)]

use outcomes::Undefined;
use outcomes::survival::{
    Interval, Ties, Unfit, cox, cumulative_incidence, follow_up, gray, kaplan_meier, log_rank,
};
use proptest::prelude::*;

/// A patient: time, cause (0 censored), group, stratum, covariate.
type Patient = (u8, u8, u8, u8, i8);

fn patients(most: usize) -> impl Strategy<Value = Vec<Patient>> {
    prop::collection::vec((1_u8..14, 0_u8..4, 0_u8..3, 0_u8..2, -3_i8..4), 2..most)
}

/// Columns of patients, times in units of `unit`.
struct Columns {
    times: Vec<f64>,
    events: Vec<bool>,
    causes: Vec<Option<u8>>,
    groups: Vec<u8>,
    strata: Vec<u8>,
    z: Vec<f64>,
}

fn columns(patients: &[Patient], unit: f64) -> Columns {
    Columns {
        times: patients.iter().map(|p| f64::from(p.0) * unit).collect(),
        events: patients.iter().map(|p| p.1 > 0).collect(),
        causes: patients.iter().map(|p| Some(p.1).filter(|cause| *cause > 0)).collect(),
        groups: patients.iter().map(|p| p.2).collect(),
        strata: patients.iter().map(|p| p.3).collect(),
        z: patients.iter().map(|p| f64::from(p.4)).collect(),
    }
}

#[track_caller]
fn near(one: f64, other: f64, by: f64) {
    assert!((one - other).abs() <= by * one.abs().max(1.0), "{one} is not {other}");
}

/// The log-rank test as its definition reads: every time looks at everybody again.
fn naive_log_rank(c: &Columns, rho: f64) -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>) {
    let k = usize::from(c.groups.iter().max().copied().unwrap()) + 1;
    let (mut observed, mut expected, mut v) = (vec![0.0; k], vec![0.0; k], vec![vec![0.0; k]; k]);
    for stratum in 0..2 {
        let here: Vec<usize> = (0..c.times.len()).filter(|i| c.strata[*i] == stratum).collect();
        let count = |keep: &dyn Fn(usize) -> bool| here.iter().filter(|i| keep(**i)).count() as f64;
        let mut times: Vec<f64> = here.iter().filter(|i| c.events[**i]).map(|i| c.times[*i]).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        let mut survival = 1.0_f64;
        for t in times {
            let (n, d) =
                (count(&|i| c.times[i] >= t), count(&|i| (c.times[i] - t).abs() < 1e-12 && c.events[i]));
            let w = survival.powf(rho);
            let risk: Vec<f64> =
                (0..k).map(|g| count(&|i| c.times[i] >= t && usize::from(c.groups[i]) == g)).collect();
            for g in 0..k {
                observed[g] += w * count(&|i| {
                    (c.times[i] - t).abs() < 1e-12 && c.events[i] && usize::from(c.groups[i]) == g
                });
                expected[g] += w * d * risk[g] / n;
                for h in 0..k {
                    let same = if g == h { 1.0 } else { 0.0 };
                    if n > 1.0 {
                        v[g][h] += w * w * d * (n - d) / (n - 1.0) * risk[g] / n * (same - risk[h] / n);
                    }
                }
            }
            survival *= 1.0 - d / n;
        }
    }
    (observed, expected, v)
}

/// `v'A⁻v` of two or three dependent scores: the last is left out.
fn quadratic(v: &[Vec<f64>], u: &[f64]) -> Option<f64> {
    match u.len() {
        2 => (v[0][0] > 1e-9).then(|| u[0] * u[0] / v[0][0]),
        3 => {
            let determinant = v[0][0] * v[1][1] - v[0][1] * v[0][1];
            (determinant > 1e-6).then(|| {
                (u[0] * u[0] * v[1][1] - 2.0 * u[0] * u[1] * v[0][1] + u[1] * u[1] * v[0][0]) / determinant
            })
        }
        _ => None,
    }
}

/// Incidence of a cause at the end of `until`, of patients with weights.
fn weighted_incidence(c: &Columns, weights: &[f64], cause: u8, until: f64) -> f64 {
    let (mut survival, mut incidence) = (1.0, 0.0);
    for t in (1..14).map(f64::from).filter(|t| *t <= until) {
        let sum = |keep: &dyn Fn(usize) -> bool| -> f64 {
            (0..weights.len()).filter(|i| keep(*i)).map(|i| weights[i]).sum()
        };
        let at = |i: usize| (c.times[i] - t).abs() < 1e-12;
        let risk = sum(&|i| c.times[i] >= t);
        if risk > 0.0 {
            incidence += survival * sum(&|i| at(i) && c.causes[i] == Some(cause)) / risk;
            survival *= 1.0 - sum(&|i| at(i) && c.events[i]) / risk;
        }
    }
    incidence
}

/// The log likelihood with all ways to choose the tied.
fn naive_exact(c: &Columns, beta: f64) -> f64 {
    let mut times: Vec<f64> = c.times.clone();
    times.sort_by(f64::total_cmp);
    times.dedup();
    let mut sum = 0.0;
    for t in times {
        let risk: Vec<usize> = (0..c.times.len()).filter(|i| c.times[*i] >= t).collect();
        let failed: Vec<usize> = risk.iter().copied().filter(|i| c.times[*i] <= t && c.events[*i]).collect();
        let ways: f64 = (0_u32..1 << risk.len())
            .filter(|mask| mask.count_ones() as usize == failed.len())
            .map(|mask| {
                let z: f64 =
                    risk.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, i)| c.z[*i]).sum();
                (beta * z).exp()
            })
            .sum();
        sum += beta * failed.iter().map(|i| c.z[*i]).sum::<f64>() - ways.ln();
    }
    sum
}

proptest! {
    #[test]
    fn survival_without_censoring_is_the_share_left(times in prop::collection::vec(1_u8..20, 1..60)) {
        let times: Vec<f64> = times.into_iter().map(f64::from).collect();
        let n = times.len() as f64;
        let curve = kaplan_meier(&times, &vec![true; times.len()]).unwrap();
        for step in &curve.steps {
            let share = times.iter().filter(|time| **time > step.time).count() as f64 / n;
            near(step.survival, share, 1e-12);
            if let Some(error) = step.standard_error() {
                near(error * error, share * (1.0 - share) / n, 1e-12);
            }
        }
        near(curve.restricted_mean(20.0).unwrap().mean, times.iter().sum::<f64>() / n, 1e-12);
    }

    #[test]
    fn survival_does_not_depend_on_order_or_unit(
        (patients, shuffled) in patients(50).prop_flat_map(|p| (Just(p.clone()), Just(p).prop_shuffle()))
    ) {
        let (c, other) = (columns(&patients, 1.0), columns(&shuffled, 7.0));
        let curve = kaplan_meier(&c.times, &c.events).unwrap();
        let again = kaplan_meier(&other.times, &other.events).unwrap();
        prop_assert_eq!(curve.steps.len(), again.steps.len());
        for (one, two) in curve.steps.iter().zip(&again.steps) {
            prop_assert_eq!((one.survival, one.greenwood, one.at_risk), (two.survival, two.greenwood, two.at_risk));
            for kind in [Interval::Plain, Interval::Log, Interval::LogLog] {
                if let Some((low, high)) = one.interval(kind, 0.9) {
                    prop_assert!(0.0 <= low && low <= one.survival && one.survival <= high && high <= 1.0);
                }
            }
        }
        near(7.0 * curve.restricted_mean(9.0).unwrap().mean, again.restricted_mean(63.0).unwrap().mean, 1e-12);
        // The time each patient was seen is a time free of the event, or of being lost.
        let lost = follow_up(&c.times, &c.events).unwrap();
        prop_assert_eq!(lost.events + curve.events, c.times.len() as u64);
    }

    #[test]
    fn log_rank_is_its_definition(patients in patients(40), rho in prop_oneof![Just(0.0), Just(1.0), Just(0.5)]) {
        let c = columns(&patients, 1.0);
        let test = log_rank(&c.times, &c.events, &c.groups, &c.strata, rho).unwrap();
        let (observed, expected, v) = naive_log_rank(&c, rho);
        for (at, group) in test.groups.iter().enumerate() {
            near(test.observed[at], observed[usize::from(*group)], 1e-10);
            near(test.expected[at], expected[usize::from(*group)], 1e-10);
        }
        let u: Vec<f64> = observed.iter().zip(&expected).map(|(o, e)| o - e).collect();
        if let (Some(statistic), Ok(found), true) = (quadratic(&v, &u), test.test, test.groups.len() == u.len()) {
            near(found.statistic, statistic, 1e-7);
        }
        // Names of groups are only names, and time has no unit.
        let renamed: Vec<u8> = c.groups.iter().map(|group| 9 - group).collect();
        let scaled: Vec<f64> = c.times.iter().map(|time| time * 365.25).collect();
        let again = log_rank(&scaled, &c.events, &renamed, &c.strata, rho).unwrap();
        prop_assert_eq!(test.test.is_ok(), again.test.is_ok());
        if let (Ok(one), Ok(two)) = (test.test, again.test) {
            prop_assert_eq!(one.df, two.df);
            near(one.statistic, two.statistic, 1e-8);
        }
    }

    #[test]
    fn causes_and_free_add_up_to_one(patients in patients(40)) {
        let c = columns(&patients, 1.0);
        let all = cumulative_incidence(&c.times, &c.causes).unwrap();
        for time in 0..15 {
            let time = f64::from(time);
            let sum: f64 = all.at(time).map(|at| at.step.map_or(0.0, |step| step.incidence)).sum();
            near(sum + all.free.at(time).survival, 1.0, 1e-12);
        }
        for course in &all.courses {
            for step in &course.steps {
                prop_assert!(step.naive >= step.incidence - 1e-12 && step.variance_aalen >= 0.0);
                if let Some((low, high)) = step.interval(0.95) {
                    prop_assert!(low <= step.incidence && step.incidence <= high);
                }
            }
        }
    }

    #[test]
    fn jackknife_is_the_sum_of_squared_influences(patients in patients(25)) {
        let c = columns(&patients, 1.0);
        let all = cumulative_incidence(&c.times, &c.causes).unwrap();
        let influence = |patient: usize, cause: u8, until: f64| {
            let moved = |by: f64| {
                let mut weights = vec![1.0; c.times.len()];
                weights[patient] += by;
                weighted_incidence(&c, &weights, cause, until)
            };
            (moved(1e-5) - moved(-1e-5)) / 2e-5
        };
        for course in &all.courses {
            for step in &course.steps {
                let squares: f64 =
                    (0..c.times.len()).map(|patient| influence(patient, course.cause, step.time).powi(2)).sum();
                near(step.variance_jackknife, squares, 1e-8);
            }
        }
    }

    #[test]
    fn gray_does_not_depend_on_order_names_or_unit(
        (patients, shuffled) in patients(40).prop_flat_map(|p| (Just(p.clone()), Just(p).prop_shuffle())),
        rho in prop_oneof![Just(0.0), Just(1.0)],
    ) {
        let (c, other) = (columns(&patients, 1.0), columns(&shuffled, 3.0));
        let renamed: Vec<u8> = other.groups.iter().map(|group| 9 - group).collect();
        let one = gray(&c.times, &c.causes, &c.groups, &c.strata, rho).unwrap();
        let two = gray(&other.times, &other.causes, &renamed, &other.strata, rho).unwrap();
        prop_assert_eq!(one.len(), two.len());
        for (one, two) in one.iter().zip(&two) {
            prop_assert_eq!(one.cause, two.cause);
            if let (Ok(one), Ok(two)) = (one.test, two.test) {
                prop_assert!(one.statistic >= 0.0 && one.p <= 1.0);
                near(one.statistic, two.statistic, 1e-6);
            }
        }
    }

    #[test]
    fn cox_does_not_depend_on_where_its_covariate_begins(patients in patients(30), by in -50_i8..50) {
        let c = columns(&patients, 1.0);
        let moved: Vec<f64> = c.z.iter().map(|z| z + f64::from(by)).collect();
        let turned: Vec<f64> = c.z.iter().map(|z| -2.0 * z).collect();
        for ties in [Ties::Efron, Ties::Breslow, Ties::Exact] {
            let of = |z: &[f64]| cox(&c.times, &c.events, z, &c.strata, ties);
            match of(&c.z) {
                Ok(fit) => {
                    let (same, turned) = (of(&moved).unwrap(), of(&turned).unwrap());
                    near(fit.coefficient, same.coefficient, 1e-7);
                    near(fit.standard_error, same.standard_error, 1e-7);
                    near(fit.coefficient, -2.0 * turned.coefficient, 1e-7);
                    prop_assert!(fit.log_likelihood >= fit.log_likelihood_null - 1e-9);
                }
                Err(why) => {
                    prop_assert_eq!(of(&moved), Err(why));
                    prop_assert_eq!(of(&turned), Err(why));
                }
            }
        }
    }

    #[test]
    fn cox_exact_is_the_best_of_all_ways_to_choose(patients in patients(10)) {
        let c = columns(&patients, 1.0);
        if let Ok(fit) = cox::<u8>(&c.times, &c.events, &c.z, &[], Ties::Exact) {
            near(fit.log_likelihood, naive_exact(&c, fit.coefficient), 1e-9);
            near(fit.log_likelihood_null, naive_exact(&c, 0.0), 1e-9);
            let h = 1e-3;
            let curvature = (naive_exact(&c, fit.coefficient + h) - 2.0 * fit.log_likelihood
                + naive_exact(&c, fit.coefficient - h)) / (h * h);
            prop_assert!((1.0 / (fit.standard_error * fit.standard_error) + curvature).abs() < 1e-3);
            prop_assert!(naive_exact(&c, fit.coefficient + h) < fit.log_likelihood);
            prop_assert!(naive_exact(&c, fit.coefficient - h) < fit.log_likelihood);
        }
    }

    #[test]
    fn without_ties_there_is_one_cox_regression(
        order in Just((1..25_u8).collect::<Vec<_>>()).prop_shuffle(), flags in prop::collection::vec((any::<bool>(), any::<bool>()), 24)
    ) {
        let times: Vec<f64> = order.into_iter().map(f64::from).collect();
        let (events, z): (Vec<bool>, Vec<f64>) =
            flags.into_iter().map(|(event, z)| (event, f64::from(u8::from(z)))).unzip();
        let fits = [Ties::Efron, Ties::Breslow, Ties::Exact].map(|ties| cox::<u8>(&times, &events, &z, &[], ties));
        match fits[0] {
            Ok(fit) => {
                for other in &fits {
                    near(fit.coefficient, other.unwrap().coefficient, 1e-9);
                    near(fit.log_likelihood, other.unwrap().log_likelihood, 1e-9);
                }
            }
            Err(why) => prop_assert_eq!(fits, [Err(why); 3]),
        }
    }
}

#[test]
fn what_has_no_answer_is_said_by_name() {
    let none: &[u8] = &[];
    for bad in [f64::NAN, f64::INFINITY, -1.0] {
        let times = [1.0, bad];
        assert!(matches!(kaplan_meier(&times, &[true; 2]), Err(Unfit::Time { index: 1, .. })));
        assert!(log_rank(&times, &[true; 2], &[0, 1], none, 0.0).is_err());
        assert!(cox(&times, &[true; 2], &[0.0, 1.0], none, Ties::Efron).is_err());
        assert!(cumulative_incidence(&times, &[Some(1), None]).is_err());
        assert!(gray(&times, &[Some(1), None], &[0, 1], none, 0.0).is_err());
        assert!(kaplan_meier(&[1.0], &[true]).unwrap().restricted_mean(bad).is_err());
    }
    assert!(matches!(cox(&[1.0], &[true], &[f64::NAN], none, Ties::Efron), Err(Unfit::Covariate { .. })));
    assert!(matches!(log_rank(&[1.0], &[true], &[0], none, -1.0), Err(Unfit::Power(_))));
    assert!(matches!(kaplan_meier(&[1.0], &[]), Err(Unfit::Lengths { times: 1, other: 0 })));

    let curve = kaplan_meier(&[], &[]).unwrap();
    assert_eq!((curve.n, curve.at(3.0).survival, curve.quantile(0.5)), (0, 1.0, None));
    assert_eq!(curve.restricted_mean(1.0), Err(Unfit::Undefined(Undefined::NoData)));
    let censored = kaplan_meier(&[2.0, 3.0], &[false; 2]).unwrap();
    assert_eq!((censored.quantile(0.5), censored.at(9.0).interval(Interval::Log, 0.95)), (None, None));
    assert!(censored.restricted_mean(4.0).unwrap().beyond_follow_up);
    assert_eq!(censored.steps[0].interval(Interval::Plain, 1.5), None);

    let undefined = |times: &[f64], events: &[bool], groups: &[u8]| {
        log_rank(times, events, groups, none, 0.0).unwrap().test.unwrap_err()
    };
    assert_eq!(undefined(&[], &[], &[]), Undefined::Nothing);
    assert_eq!(undefined(&[1.0, 2.0], &[false; 2], &[0, 1]), Undefined::Nothing);
    assert_eq!(undefined(&[1.0, 2.0], &[true; 2], &[0, 0]), Undefined::Nothing);
    // One group is gone before the first event of the other.
    assert_eq!(undefined(&[1.0, 2.0, 3.0], &[false, true, true], &[0, 1, 1]), Undefined::Nothing);
    // All of both fail at once: nothing else could have been.
    assert_eq!(undefined(&[1.0; 4], &[true; 4], &[0, 0, 1, 1]), Undefined::Nothing);

    for ties in [Ties::Efron, Ties::Breslow, Ties::Exact] {
        let of = |times: &[f64], events: &[bool], z: &[f64]| match cox(times, events, z, none, ties) {
            Err(Unfit::Undefined(why)) => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(of(&[], &[], &[]), Undefined::NoEvents);
        assert_eq!(of(&[1.0, 2.0], &[false; 2], &[0.0, 1.0]), Undefined::NoEvents);
        assert_eq!(of(&[1.0, 2.0, 3.0], &[true; 3], &[2.0; 3]), Undefined::Nothing);
        assert_eq!(of(&[1.0], &[true], &[2.0]), Undefined::Nothing);
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &[true; 4], &[1.0, 1.0, 0.0, 0.0]), Undefined::Monotone);
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &[true; 4], &[0.0, 0.0, 1.0, 1.0]), Undefined::Monotone);
    }

    assert!(cumulative_incidence::<u8>(&[1.0], &[None]).unwrap().courses.is_empty());
    assert!(gray::<u8, u8, u8>(&[1.0], &[None], &[0], none, 0.0).unwrap().is_empty());
    let one = gray(&[1.0, 2.0], &[Some(1), Some(2)], &[0, 0], none, 0.0).unwrap();
    assert!(one.iter().all(|one| one.test == Err(Undefined::Nothing)));
}

#[test]
fn quartiles_of_follow_up_are_those_of_the_flipped_curve() {
    let curve = follow_up(&[1.0, 2.0, 3.0, 4.0], &[false; 4]).unwrap();
    let median = curve.quantile(0.5).unwrap();
    assert_eq!((median.first, median.middle), (2.0, 2.5));
    near(curve.quantile(0.25).unwrap().first, 1.0, 0.0);
}
