//! Rates and tables: what must hold of any counts.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers and properties of tests may fail loudly too"
)]

use outcomes::Undefined;
use outcomes::rates::{Unfit, fisher, incidence, mcnemar, mean_cumulative, proportion, rate_ratio};
use proptest::prelude::*;

#[track_caller]
fn near(one: f64, other: f64, by: f64) {
    assert!((one - other).abs() <= by * one.abs().max(1.0), "{one} is not {other}");
}

/// How many ways to choose, whole.
fn choose(n: u64, k: u64) -> u128 {
    (0..k).fold(1, |ways, i| ways * u128::from(n - i) / u128::from(i + 1))
}

/// The chance of `from..=to` of `n`, each with `chance`.
fn binomial(n: u64, chance: f64, from: u64, to: u64) -> f64 {
    (from..=to)
        .map(|k| choose(n, k) as f64 * chance.powi(k as i32) * (1.0 - chance).powi((n - k) as i32))
        .sum()
}

/// The chance of at most `most` of a Poisson.
fn poisson(mean: f64, most: u64) -> f64 {
    let mut term = (-mean).exp();
    let mut sum = term;
    for k in 1..=most {
        term *= mean / k as f64;
        sum += term;
    }
    sum
}

proptest! {
    #[test]
    fn ends_of_clopper_pearson_leave_what_they_should(n in 1_u64..60, part in 0.0..=1.0_f64, level in 0.5..0.999_f64) {
        let k = (part * n as f64) as u64;
        let found = proportion(k, n, level).unwrap();
        let (low, high) = found.clopper_pearson;
        let side = (1.0 - level) / 2.0;
        if k == 0 { near(low, 0.0, 0.0) } else { near(binomial(n, low, k, n), side, 1e-10) }
        if k == n { near(high, 1.0, 0.0) } else { near(binomial(n, high, 0, k), side, 1e-10) }
        for (low, high) in [found.clopper_pearson, found.wilson] {
            prop_assert!(0.0 <= low && low <= found.share && found.share <= high && high <= 1.0);
        }
        let other = proportion(n - k, n, level).unwrap();
        near(other.clopper_pearson.0, 1.0 - high, 1e-12);
        near(other.wilson.0, 1.0 - found.wilson.1, 1e-12);
    }

    #[test]
    fn ends_of_garwood_leave_what_they_should(k in 0_u64..80, time in 0.01..500.0_f64, level in 0.5..0.999_f64) {
        let rate = incidence(k, time, level).unwrap();
        let side = (1.0 - level) / 2.0;
        near(poisson(rate.exact.1 * time, k), side, 1e-10);
        let below = |mean: f64| if k == 0 { 0.0 } else { poisson(mean, k - 1) };
        if k == 0 {
            prop_assert_eq!((rate.exact.0, rate.mid_p.0), (0.0, 0.0));
        } else {
            near(1.0 - below(rate.exact.0 * time), side, 1e-10);
            let low = rate.mid_p.0 * time;
            near(1.0 - (below(low) + poisson(low, k)) / 2.0, side, 1e-10);
        }
        let high = rate.mid_p.1 * time;
        near((below(high) + poisson(high, k)) / 2.0, side, 1e-10);
        prop_assert!(rate.exact.0 <= rate.mid_p.0 && rate.mid_p.0 <= rate.rate);
        prop_assert!(rate.rate <= rate.mid_p.1 && rate.mid_p.1 <= rate.exact.1);
    }

    #[test]
    fn fisher_is_its_definition(a in 0_u64..12, b in 0_u64..12, c in 0_u64..12, d in 1_u64..12) {
        let p = fisher([[a, b], [c, d]]).unwrap().p.unwrap();
        // In whole numbers: ways of each table of these margins.
        let (row, column, all) = (a + b, a + c, a + b + c + d);
        let ways = |k: u64| choose(row, k) * choose(all - row, column - k);
        let tables = (row + column).saturating_sub(all)..=row.min(column);
        let sum: u128 = tables.clone().map(ways).filter(|each| *each <= ways(a)).sum();
        near(p, sum as f64 / tables.map(ways).sum::<u128>() as f64, 1e-12);
        for same in [[[a, c], [b, d]], [[c, d], [a, b]], [[b, a], [d, c]]] {
            near(p, fisher(same).unwrap().p.unwrap(), 1e-12);
        }
    }

    #[test]
    fn mcnemar_is_twice_the_smaller_tail(b in 0_u64..50, c in 0_u64..50) {
        let test = mcnemar(b, c).unwrap().test;
        if b + c == 0 {
            prop_assert_eq!(test, Err(Undefined::NoDiscordant));
        } else {
            near(test.unwrap().p_exact, (2.0 * binomial(b + c, 0.5, 0, b.min(c))).min(1.0), 1e-12);
            prop_assert_eq!(test, mcnemar(c, b).unwrap().test);
        }
    }

    #[test]
    fn rate_ratio_turns_over_with_its_groups(
        k in 0_u64..30, l in 1_u64..30, one in 0.1..90.0_f64, other in 0.1..90.0_f64
    ) {
        let ratio = rate_ratio((k, one), (l, other), 0.95).unwrap();
        let back = rate_ratio((l, other), (k, one), 0.95).unwrap();
        near(ratio.p, back.p, 1e-9);
        let (found, high) = (ratio.ratio.unwrap(), ratio.high.unwrap());
        prop_assert!(ratio.low <= found && found <= high && ratio.p <= 1.0);
        near(1.0 / high, back.low, 1e-9);
        prop_assert_eq!(back.ratio.is_none(), k == 0);
        // The unit of time is none of its business.
        let scaled = rate_ratio((k, one * 12.0), (l, other * 12.0), 0.95).unwrap();
        near(scaled.ratio.unwrap(), found, 1e-12);
        near(scaled.p, ratio.p, 1e-9);
    }

    #[test]
    fn mean_cumulative_is_its_definition(
        patients in prop::collection::vec((1_u8..20, prop::collection::vec(0.0..=1.0_f64, 0..4)), 1..25)
    ) {
        let until: Vec<f64> = patients.iter().map(|(until, _)| f64::from(*until)).collect();
        let events: Vec<Vec<f64>> = patients
            .iter()
            .map(|(until, parts)| parts.iter().map(|part| (part * f64::from(*until)).ceil()).collect())
            .collect();
        let steps = mean_cumulative(&until, &events).unwrap();
        let mut sums = vec![0.0; until.len()];
        let mut mean = 0.0;
        for step in &steps {
            let at = |patient: usize| {
                events[patient].iter().filter(|event| (**event - step.time).abs() < 1e-12).count() as f64
            };
            let risk = until.iter().filter(|until| **until >= step.time).count() as f64;
            let all: f64 = (0..until.len()).map(at).sum();
            mean += all / risk;
            for (patient, sum) in sums.iter_mut().enumerate().filter(|(patient, _)| until[*patient] >= step.time) {
                *sum += (at(patient) - all / risk) / risk;
            }
            near(step.mean, mean, 1e-12);
            prop_assert_eq!(step.variance.is_some(), until.len() > 1);
            if let Some(variance) = step.variance {
                near(variance, sums.iter().map(|sum| sum * sum).sum(), 1e-10);
                let (low, high) = step.interval(0.95).unwrap().unwrap();
                prop_assert!(0.0 <= low && low <= step.mean && step.mean <= high);
            }
        }
    }
}

#[test]
fn large_counts_are_exact_too() {
    // Between the normal approximation and the truth there is little left: 1 million of 2.
    let found = proportion(1_000_000, 2_000_000, 0.95).unwrap();
    near(found.clopper_pearson.0, found.wilson.0, 1e-6);
    let rate = incidence(4_000_000, 1.0, 0.95).unwrap();
    near(rate.exact.0 / (4_000_000.0 - 1.959_963_984_540_054 * 2000.0), 1.0, 1e-6);
}

#[test]
fn what_has_no_answer_is_said_by_name() {
    assert_eq!(proportion(0, 0, 0.95), Err(Unfit::Undefined(Undefined::NoData)));
    assert_eq!(proportion(3, 2, 0.95), Err(Unfit::Part { part: 3, whole: 2 }));
    assert!(matches!(proportion(0, u64::MAX, 0.95), Err(Unfit::Count(_))));
    for level in [0.0, 1.0, -1.0, f64::NAN] {
        assert!(matches!(proportion(1, 2, level), Err(Unfit::Level(_))));
        assert!(matches!(incidence(1, 2.0, level), Err(Unfit::Level(_))));
    }
    for time in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(incidence(1, time, 0.95), Err(Unfit::Time(_))));
        assert!(matches!(rate_ratio((1, 1.0), (1, time), 0.95), Err(Unfit::Time(_))));
        assert!(matches!(mean_cumulative(&[time], &[[0.0]]), Err(Unfit::Time(_))));
    }
    for events in [0, 3] {
        assert_eq!(incidence(events, 0.0, 0.95), Err(Unfit::Undefined(Undefined::NoExposure)));
        assert_eq!(rate_ratio((events, 0.0), (1, 2.0), 0.95), Err(Unfit::Undefined(Undefined::NoExposure)));
    }
    assert_eq!(rate_ratio((0, 1.0), (0, 2.0), 0.95), Err(Unfit::Undefined(Undefined::NoEvents)));
    assert_eq!(fisher([[0; 2]; 2]).unwrap().p, Err(Undefined::NoData));
    assert!(matches!(mean_cumulative(&[2.0], &[[3.0]]), Err(Unfit::AfterFollowUp { patient: 0, .. })));
    assert!(matches!(mean_cumulative(&[2.0], &[[1.0], [1.0]]), Err(Unfit::Lengths { .. })));
    assert_eq!(mean_cumulative::<[f64; 0]>(&[], &[]), Ok(Vec::new()));
}
