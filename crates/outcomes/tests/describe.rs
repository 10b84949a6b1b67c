//! What must hold of quantiles, mean and spread, and the paired t test, whatever the values.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly, also in what they share")]

use outcomes::Undefined;
use outcomes::describe::{
    Confidence, Pairs, Probability, QuantileType, Sample, describe, median, moore_mccabe, paired_t, quantile,
    quartiles, tukey_hinges,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn sample(values: &[f64]) -> Sample {
    Sample::of(&values.iter().copied().map(Some).collect::<Vec<_>>()).unwrap()
}

fn pairs(values: &[(f64, f64)]) -> Pairs {
    Pairs::of(&values.iter().map(|(x, y)| (Some(*x), Some(*y))).collect::<Vec<_>>()).unwrap()
}

fn near(got: f64, expected: f64) -> bool {
    (got - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// Doses with one decimal, which tie now and then.
fn doses() -> impl Strategy<Value = Vec<f64>> {
    vec((0..4000_i32).prop_map(|tenths| f64::from(tenths) / 10.0), 1..40)
}

proptest! {
    #[test]
    fn quantiles_rise_and_know_no_order(values in doses(), shares in vec(0.0..=1.0_f64, 2), kind in 0..8_usize, shift in 0..40_usize) {
        let kind = QuantileType::ALL[kind];
        let mut shares = shares;
        shares.sort_by(f64::total_cmp);
        let mut turned = values.clone();
        turned.rotate_left(shift % values.len());
        let (one, other) = (sample(&values), sample(&turned));
        let at = |sample: &Sample, share: f64| quantile(sample, Probability::of(share).unwrap(), kind).unwrap();
        prop_assert!(at(&one, shares[0]) <= at(&one, shares[1]), "{:?} falls", kind);
        let same = |one: f64, other: f64| one.total_cmp(&other).is_eq();
        prop_assert!(same(at(&one, shares[0]), at(&other, shares[0])));
        let (least, greatest) = one.range().unwrap();
        prop_assert!(same(at(&one, 0.0), least) && same(at(&one, 1.0), greatest));
        prop_assert!((least..=greatest).contains(&at(&one, shares[0])));
        let of = quartiles(&one, kind).unwrap();
        prop_assert!(of.lower <= of.median && of.median <= of.upper);
        if kind.name() != "type1" && kind.name() != "type4" {
            prop_assert!(near(of.median, median(&one).unwrap()), "{:?}", kind);
        }
        let (inner, outer) = (tukey_hinges(&one).unwrap(), moore_mccabe(&one).unwrap());
        prop_assert!(outer.lower.is_none_or(|lower| lower <= inner.lower));
        prop_assert!(outer.upper.is_none_or(|upper| upper >= inner.upper));
    }

    #[test]
    fn spread_moves_with_scale_and_not_with_place(values in vec(-500..500_i32, 2..30), far in 0..1_000_000_000_i32) {
        let of = |factor: f64, offset: f64| {
            let values: Vec<f64> = values.iter().map(|value| f64::from(*value) * factor + offset).collect();
            describe(&sample(&values), Confidence::default())
        };
        let (one, moved, twice) = (of(1.0, 0.0), of(1.0, f64::from(far)), of(2.0, 0.0));
        prop_assert!(near(moved.sd.unwrap(), one.sd.unwrap()) && near(twice.sd.unwrap(), 2.0 * one.sd.unwrap()));
        prop_assert!(near(moved.mean.unwrap(), one.mean.unwrap() + f64::from(far)));
        let plain = values.iter().map(|value| (f64::from(*value) - one.mean.unwrap()).powi(2)).sum::<f64>();
        prop_assert!(near(one.sd.unwrap(), (plain / (values.len() - 1) as f64).sqrt()));
        let interval = one.interval.unwrap();
        prop_assert!(interval.low <= one.mean.unwrap() && one.mean.unwrap() <= interval.high);
    }

    #[test]
    fn paired_t_turns_with_its_sides(values in vec((0..40_i32, 0..40_i32), 0..30), level in 0.5..0.999_f64) {
        let values: Vec<_> = values.into_iter().map(|(x, y)| (f64::from(x) / 10.0, f64::from(y) / 10.0)).collect();
        let turned: Vec<_> = values.iter().map(|(x, y)| (*y, *x)).collect();
        let level = Confidence::of(level).unwrap();
        let (one, other) = (paired_t(&pairs(&values), level), paired_t(&pairs(&turned), level));
        match (one.test, other.test) {
            (Ok(one), Ok(other)) => {
                prop_assert!(near(one.t, -other.t) && near(one.p, other.p) && near(one.interval.low, -other.interval.high));
                // The interval leaves out no change exactly if the test says so at that level.
                let outside = one.interval.low > 0.0 || one.interval.high < 0.0;
                let sure = 1.0 - level.level();
                prop_assert!(outside == (one.p < sure) || (one.p - sure).abs() < 1e-9);
            }
            (one, other) => prop_assert_eq!(one.err(), other.err()),
        }
    }
}

#[test]
fn degenerate_samples_have_a_status() {
    let level = Confidence::default();
    let cases = [
        (vec![], Some(Undefined::NoData), Err(Undefined::NoData)),
        (vec![(2.0, 1.0)], Some(Undefined::FewerThanTwo), Err(Undefined::FewerThanTwo)),
        // 0.3 less 0.1 is 0.6 less 0.4, so there is no spread.
        (vec![(0.3, 0.1), (0.6, 0.4)], None, Err(Undefined::ZeroVariance)),
        (vec![(1.0, 1.0), (1.0, 1.0)], None, Err(Undefined::ZeroVariance)),
        (vec![(0.3, 0.1), (0.6, 0.3)], None, Ok(())),
    ];
    for (values, undefined, test) in cases {
        let pairs = pairs(&values);
        assert_eq!(describe(pairs.first(), level).undefined, undefined, "{values:?}");
        let of = paired_t(&pairs, level);
        assert_eq!(of.test.as_ref().map(|_| ()).map_err(|undefined| *undefined), test, "{values:?}");
        let numbers = [of.mean, of.sd, of.d_average, of.d_first, of.g_average];
        assert!(numbers.iter().flatten().all(|number| number.is_finite()), "{values:?}: {of:?}");
        assert_eq!(median(pairs.first()).is_err(), values.is_empty());
    }
    assert_eq!(moore_mccabe(&sample(&[4.5])).map(|halves| (halves.lower, halves.upper)), Ok((None, None)));
}

#[test]
fn missing_values_are_counted_and_nothing_else_is_taken() {
    let of = Sample::of(&[None, Some(0.7), None]).unwrap();
    assert_eq!((of.len(), of.missing(), of.range()), (1, 2, Some((0.7, 0.7))));
    let of = Pairs::of(&[(None, Some(f64::NAN)), (Some(1.0), Some(2.0)), (Some(1.0), None)]).unwrap();
    assert_eq!((of.first().len(), of.differences().missing()), (1, 2));
    assert!(Pairs::of(&[(Some(f64::NAN), Some(1.0))]).is_err());
    for share in [-0.1, 1.1, f64::NAN, 1e-30] {
        assert_eq!(Probability::of(share), None);
    }
    for level in [0.0, 1.0, f64::NAN] {
        assert_eq!(Confidence::of(level), None);
    }
}
