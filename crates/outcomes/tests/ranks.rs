//! What must hold of tests on ranks, whatever the values: against plain counting of every sign, split and order.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, also in what they share"
)]

use outcomes::Undefined;
use outcomes::describe::{Confidence, Pairs, Sample, TwoSamples};
use outcomes::exact::NotScaled;
use outcomes::ranks::{
    Adjustment, NoProbability, NoRows, Rows, SignedRankTest, Zeros, adjust, comparisons, friedman,
    hodges_lehmann, hodges_lehmann_shift, kruskal_wallis, mann_whitney, sign_test, signed_rank, smallest_p,
    spearman, studentised_range_above,
};
use outcomes::reference::{Method, Question};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn sample(values: &[f64]) -> Sample {
    Sample::of(&some(values)).unwrap()
}

fn two(x: &[f64], y: &[f64]) -> TwoSamples {
    TwoSamples::of(&some(x), &some(y)).unwrap()
}

fn test(values: &[f64], zeros: Zeros) -> Option<SignedRankTest> {
    signed_rank(&sample(values), zeros).test.ok()
}

/// Changes on a grid of tenths, so that they tie, and some are zero.
fn changes(most: usize) -> impl Strategy<Value = Vec<f64>> {
    vec((-6..=6_i32).prop_map(|tenths| f64::from(tenths) / 10.0), 1..=most)
}

fn near(got: f64, expected: f64) -> bool {
    (got - expected).abs() <= 1e-12 * expected.abs().max(1e-3)
}

fn lowest(mut over: u64, mut under: u64) -> String {
    let whole = (over, under);
    while under != 0 {
        (over, under) = (under, over % under);
    }
    format!("{}/{}", whole.0 / over, whole.1 / over)
}

/// Twice the mid-rank of each: how many are below, twice, and how many are equal, and one.
fn plain_ranks(values: &[i64]) -> Vec<u64> {
    let rank = |value: i64| {
        values.iter().map(|other| 2 * u64::from(*other < value) + u64::from(*other == value)).sum::<u64>() + 1
    };
    values.iter().map(|value| rank(*value)).collect()
}

/// Two-sided, less and greater p by trying every sign.
fn every_sign(values: &[f64], zeros: Zeros) -> Option<([f64; 3], String)> {
    let tenths: Vec<i64> = values.iter().map(|value| (value * 10.0).round() as i64).collect();
    let kept: Vec<i64> = tenths.into_iter().filter(|d| zeros == Zeros::Pratt || *d != 0).collect();
    let ranks = plain_ranks(&kept.iter().map(|d| d.abs()).collect::<Vec<_>>());
    let used: Vec<(i64, u64)> = kept.into_iter().zip(ranks).filter(|(d, _)| *d != 0).collect();
    if used.is_empty() {
        return None;
    }
    let seen: u64 = used.iter().filter(|(d, _)| *d > 0).map(|(_, rank)| rank).sum();
    let all = 1_u64 << used.len();
    let sum = |signs: u64| -> u64 {
        used.iter().enumerate().filter(|(place, _)| signs >> place & 1 == 1).map(|(_, (_, rank))| rank).sum()
    };
    let less = (0..all).filter(|signs| sum(*signs) <= seen).count() as u64;
    let greater = (0..all).filter(|signs| sum(*signs) >= seen).count() as u64;
    let both = (2 * less.min(greater)).min(all);
    Some(([both, less, greater].map(|ways| ways as f64 / all as f64), lowest(both, all)))
}

/// Two-sided, less and greater p by trying every split.
fn every_split(x: &[i64], y: &[i64]) -> ([f64; 3], String) {
    let all: Vec<i64> = x.iter().chain(y).copied().collect();
    let ranks = plain_ranks(&all);
    let seen: u64 = ranks[..x.len()].iter().sum();
    let mean = (x.len() * (all.len() + 1)) as u64;
    let (mut ways, mut splits) = ([0_u64; 3], 0);
    for split in 0_u32..1 << all.len() {
        if split.count_ones() as usize == x.len() {
            let sum: u64 =
                (0..all.len()).filter(|place| split >> place & 1 == 1).map(|place| ranks[place]).sum();
            splits += 1;
            ways[0] += u64::from(sum.abs_diff(mean) >= seen.abs_diff(mean));
            ways[1] += u64::from(sum <= seen);
            ways[2] += u64::from(sum >= seen);
        }
    }
    (ways.map(|ways| ways as f64 / splits as f64), lowest(ways[0], splits))
}

fn plain_median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    f64::midpoint(values[(values.len() - 1) / 2], values[values.len() / 2])
}

fn check_hodges_lehmann(estimate: &outcomes::ranks::HodgesLehmann, mut naive: Vec<f64>) {
    naive.sort_by(f64::total_cmp);
    let order = estimate.order as usize;
    assert_eq!(estimate.count as usize, naive.len());
    assert!(near(estimate.estimate, plain_median(naive.clone())));
    assert!(near(estimate.interval.low, naive[order - 1]));
    assert!(near(estimate.interval.high, naive[naive.len() - order]));
}

proptest! {
    // R-OUT-41: exact is what trying every sign, or every split, gives, as a fraction of whole numbers.
    #[test]
    fn signed_rank_is_every_sign(values in changes(10), pratt: bool) {
        let zeros = if pratt { Zeros::Pratt } else { Zeros::Wilcox };
        let got = test(&values, zeros);
        let Some((expected, fraction)) = every_sign(&values, zeros) else {
            prop_assert!(got.is_none());
            return Ok(());
        };
        let got = got.unwrap();
        let p = got.exact.unwrap();
        for (got, expected) in [p.two_sided, p.less, p.greater].into_iter().zip(expected) {
            prop_assert!(near(got, expected), "{} is not {}", got, expected);
        }
        prop_assert_eq!(got.fraction().unwrap().to_string(), fraction);
    }

    #[test]
    fn signed_rank_knows_no_order_scale_or_side(values in changes(40), shift in 0..40_usize, pratt: bool) {
        let zeros = if pratt { Zeros::Pratt } else { Zeros::Wilcox };
        let Some(one) = test(&values, zeros) else { return Ok(()) };
        let mut turned = values.clone();
        turned.rotate_left(shift % values.len());
        prop_assert_eq!(&one, &test(&turned, zeros).unwrap());
        let scaled: Vec<f64> = values.iter().map(|value| value * 8.0).collect();
        prop_assert_eq!(&one, &test(&scaled, zeros).unwrap());
        let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
        let other = test(&mirrored, zeros).unwrap();
        let (p, q) = (one.exact.unwrap(), other.exact.unwrap());
        prop_assert_eq!((p.two_sided, p.less, p.greater), (q.two_sided, q.greater, q.less));
        prop_assert_eq!((one.w_plus, one.w_minus), (other.w_minus, other.w_plus));
        prop_assert!(near(one.normal.z, -other.normal.z) && near(one.corrected.p, other.corrected.p));
    }

    #[test]
    fn mann_whitney_is_every_split(x in vec(-4..4_i64, 1..6), y in vec(-4..4_i64, 1..7)) {
        let (expected, fraction) = every_split(&x, &y);
        let tenths = |values: &[i64]| values.iter().map(|value| *value as f64 / 10.0).collect::<Vec<_>>();
        let samples = two(&tenths(&x), &tenths(&y));
        let got = mann_whitney(&samples).unwrap();
        let p = got.exact.unwrap();
        for (got, expected) in [p.two_sided, p.less, p.greater].into_iter().zip(expected) {
            prop_assert!(near(got, expected), "{} is not {}", got, expected);
        }
        prop_assert_eq!(got.fraction().unwrap().to_string(), fraction);
        let above = x.iter().flat_map(|x| y.iter().map(move |y| match x.cmp(y) {
            std::cmp::Ordering::Less => 0.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 1.0,
        }));
        prop_assert!(near(got.u_x, above.sum()));
        let pairs = (x.len() * y.len()) as f64;
        prop_assert!(near(got.u_x + got.u_y, pairs) && near(got.vargha_delaney_a, got.u_x / pairs));
        let samples = [samples, two(&tenths(&y), &tenths(&x))];
        let other = mann_whitney(&samples[1]).unwrap();
        let q = other.exact.unwrap();
        prop_assert!(near(p.two_sided, q.two_sided) && near(p.less, q.greater));
        let shift = samples.map(|of| hodges_lehmann_shift(&of, Confidence::default()).unwrap().estimate);
        prop_assert!(near(shift[0], -shift[1]));
    }

    #[test]
    fn hodges_lehmann_is_the_naive_median(d in changes(30), x in changes(12), y in changes(12), level in 0.5..0.99_f64) {
        let level = Confidence::of(level).unwrap();
        let walsh = d.iter().enumerate().flat_map(|(i, one)| d[i..].iter().map(move |other| (one + other) / 2.0));
        check_hodges_lehmann(&hodges_lehmann(&sample(&d), level).unwrap(), walsh.collect());
        let apart = x.iter().flat_map(|x| y.iter().map(move |y| x - y)).collect();
        check_hodges_lehmann(&hodges_lehmann_shift(&two(&x, &y), level).unwrap(), apart);
    }

    #[test]
    fn adjusted_p_values_keep_their_order(p in vec(proptest::option::of(0.0..=1.0_f64), 0..12)) {
        let of = |by| adjust(&p, by).unwrap();
        let (bonferroni, holm) = (of(Adjustment::Bonferroni), of(Adjustment::Holm));
        let (hochberg, bh) = (of(Adjustment::Hochberg), of(Adjustment::BenjaminiHochberg));
        for i in 0..p.len() {
            let Some(raw) = p[i] else { prop_assert!(holm[i].is_none() && bh[i].is_none()); continue };
            let rising = [Some(raw), bh[i], hochberg[i], holm[i], bonferroni[i], Some(1.0)];
            prop_assert!(rising.windows(2).all(|two| two[0].unwrap() <= two[1].unwrap() + 1e-15), "{:?}", rising);
            for j in 0..p.len() {
                prop_assert!(p[j].is_none_or(|other| raw > other || (holm[i] <= holm[j] && bh[i] <= bh[j])));
            }
        }
        let m = p.iter().flatten().count() as f64;
        let least = p.iter().flatten().copied().fold(1.0, f64::min);
        prop_assert!(holm.iter().flatten().all(|adjusted| *adjusted >= (least * m).min(1.0) - 1e-15));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn friedman_knows_no_order_of_patients_and_visits(rows in vec(vec(0..5_i32, 3), 2..12)) {
        let of = |rows: &[Vec<i32>]| {
            let rows: Vec<Vec<Option<f64>>> =
                rows.iter().map(|row| row.iter().map(|value| Some(f64::from(*value))).collect()).collect();
            let rows = Rows::of(&rows).unwrap();
            (friedman(&rows), comparisons(&rows))
        };
        let one = of(&rows);
        let mut turned = rows.clone();
        turned.reverse();
        prop_assert_eq!(&one, &of(&turned));
        turned.iter_mut().for_each(|row| row.reverse());
        let other = of(&turned);
        prop_assert_eq!(one.0.test.is_ok(), one.1.is_ok());
        let (Ok(test), Ok(turned)) = (one.0.test, other.0.test) else { return Ok(()) };
        prop_assert!(near(test.chi_square, turned.chi_square) && (0.0..=1.0).contains(&test.kendall_w));
        let (Ok(one), Ok(other)) = (one.1, other.1) else { return Ok(()) };
        prop_assert!(near(one.nemenyi[0][1], other.nemenyi[2][1]));
        prop_assert_eq!(one.pairs[0].p, other.pairs[2].p);
        prop_assert!(one.pairs.iter().all(|pair| pair.p.is_err() == pair.holm.is_none()));
    }

    #[test]
    fn doubles_and_whole_numbers_agree(values in vec(-30..=30_i32, 100..200)) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let got = test(&values, Zeros::Wilcox).unwrap();
        let p = got.exact.unwrap().two_sided;
        prop_assert!((p / got.fraction().unwrap().value() - 1.0).abs() < 1e-12);
        prop_assert!((p - got.corrected.p).abs() < 0.01, "normal {} is far from {}", got.corrected.p, p);
    }

    #[test]
    fn spearman_by_every_order_is_near_t(x in vec(0..50_i32, 8), y in vec(0..50_i32, 8)) {
        let pairs: Vec<_> = x.iter().zip(&y).map(|(x, y)| (Some(f64::from(*x)), Some(f64::from(*y)))).collect();
        let Ok(got) = spearman(&Pairs::of(&pairs).unwrap()) else { return Ok(()) };
        let (Some(exact), Some(t)) = (got.p_exact, got.p_t) else { return Ok(()) };
        prop_assert!((exact - t).abs() < 0.06, "{} is far from {}", exact, t);
        let swapped: Vec<_> = pairs.iter().map(|(x, y)| (*y, *x)).collect();
        prop_assert!(near(spearman(&Pairs::of(&swapped).unwrap()).unwrap().rho, got.rho));
    }
}

/// From SciPy 1.17.1 (`studentized_range.sf` with infinite degrees of freedom), and all in one direction.
#[test]
fn known_values() {
    let range = [(3.314_493, 3, 0.050_000_013_903_938_045), (1.2, 4, 0.831_171_848_587_794_4)];
    for (q, groups, expected) in range {
        assert!((studentised_range_above(q, groups) - expected).abs() < 1e-11, "range above {q}");
    }
    assert!((studentised_range_above(5.5, 10) - 0.003_983_420_418_207_428).abs() < 1e-11);
    for n in [1, 5, 24, 500, 1000] {
        let values = vec![1.5; n];
        let got = test(&values, Zeros::Wilcox).unwrap();
        let p = got.exact.unwrap().two_sided;
        assert!((p / smallest_p(n) - 1.0).abs() < 1e-12, "{n} in one direction: {p}");
        assert!((sign_test(&sample(&values)).exact.unwrap().value() / p - 1.0).abs() < 1e-12);
    }
    // Every order of three: 2 of 6 are as far from none.
    let pairs: Vec<_> = [(1.0, 2.0), (2.0, 4.0), (3.0, 9.0)].map(|(x, y)| (Some(x), Some(y))).into();
    let perfect = spearman(&Pairs::of(&pairs).unwrap()).unwrap();
    assert_eq!((perfect.rho.to_string().as_str(), perfect.p_t), ("1", None));
    assert!(near(perfect.p_exact.unwrap(), 1.0 / 3.0));
}

/// Large groups: no table of all averages, and an approximation that says so.
#[test]
fn large_groups_are_answered() {
    let many: Vec<f64> = (0..3000).map(|i| f64::from(i * 7919 % 3001) / 10.0).collect();
    let got = test(&many, Zeros::Wilcox).unwrap();
    assert_eq!((got.exact, got.fraction()), (Err(Undefined::TooLarge), None));
    assert!(got.normal.p > 0.0);
    let change = hodges_lehmann(&sample(&many), Confidence::default()).unwrap();
    assert!(!change.exact && (change.achieved - 0.95).abs() < 1e-3 && (change.estimate - 150.0).abs() < 1.0);
    let moved: Vec<f64> = many.iter().map(|value| value + 2.5).collect();
    let samples = two(&moved, &many);
    let got = mann_whitney(&samples).unwrap();
    assert_eq!((got.exact, got.fraction()), (Err(Undefined::TooLarge), None));
    let shift = hodges_lehmann_shift(&samples, Confidence::default()).unwrap();
    assert!(near(shift.estimate, 2.5) && !shift.exact);
    let signs = sign_test(&sample(&vec![1.0; 20_000]));
    assert_eq!(signs.exact.map_err(Undefined::word), Err("too_large_for_exact"));
    assert!(signs.normal.unwrap() > 0.0);
}

/// The orders of the interval are those of the table of exact levels, from the middle of the sizes to their end.
#[test]
fn levels_are_continuous_where_the_normal_takes_over() {
    let of = |n: i32| {
        let values: Vec<f64> = (1..=n).map(f64::from).collect();
        hodges_lehmann(&sample(&values), Confidence::default()).unwrap()
    };
    let (exact, normal) = (of(1000), of(1001));
    assert!(exact.exact && !normal.exact);
    assert!((exact.achieved - normal.achieved).abs() < 1e-4);
    assert!(exact.order.abs_diff(normal.order) < 800);
}

#[test]
fn what_is_no_number_is_refused() {
    assert!(matches!(Sample::of(&[Some(1.0), Some(f64::NAN)]), Err(NotScaled::NotFinite(_))));
    assert!(matches!(TwoSamples::of(&[Some(f64::INFINITY)], &[]), Err(NotScaled::NotFinite(_))));
    assert!(matches!(Sample::of(&[Some(1e200)]), Err(NotScaled::OutOfRange(_))));
    assert!(matches!(Sample::of(&[Some(5e-324)]), Err(NotScaled::OutOfRange(_))));
    assert!(matches!(Sample::of(&[Some(1e-20), Some(1e20)]), Err(NotScaled::TooWide)));
    assert!(matches!(adjust(&[Some(1.5)], Adjustment::Holm), Err(NoProbability { place: 0, .. })));
    assert!(adjust(&[None, Some(f64::NAN)], Adjustment::Holm).is_err());
    let uneven = Rows::of(&[vec![Some(1.0)], vec![]]);
    assert!(matches!(uneven, Err(NoRows::Uneven { row: 1, found: 0, expected: 1 })));
}

/// What a method answers in JSON.
fn answer(method: &str, inputs: &Value, options: &Value) -> Result<Value, String> {
    let question = Question {
        inputs: inputs.as_object().unwrap(),
        options: options.as_object().unwrap(),
        method: "",
        file: &|_| None,
    };
    Method::by_name(method).unwrap().answer(&question).map_err(|refused| refused.to_string())
}

#[test]
fn degenerate_inputs_have_a_status() {
    let pair = |x: Value, y: Value| json!({ "x": x, "y": y });
    let zeros = || pair(json!([3, 3]), json!([3, 3]));
    let none = || pair(json!([null, 1]), json!([1, null]));
    let cases = [
        ("sign", none(), "undefined_no_data"),
        ("sign", zeros(), "undefined_all_zero"),
        ("hodges-lehmann", json!({ "d": [] }), "undefined_no_data"),
        ("hodges-lehmann", json!({ "d": [null, 0] }), "ok"),
        ("mann-whitney", pair(json!([]), json!([1])), "undefined_no_data"),
        ("mann-whitney", zeros(), "ok"),
        ("friedman", json!({ "matrix": [] }), "undefined_no_data"),
        ("friedman", json!({ "matrix": [[1, null]] }), "undefined_no_data"),
        ("friedman", json!({ "matrix": [[1], [2]] }), "undefined"),
        ("friedman", json!({ "matrix": [[1, 2, 3]] }), "ok"),
        ("friedman", json!({ "matrix": [[1, 2], [1, 2]] }), "ok"),
        ("kruskal-wallis", json!({ "x": [], "g": [] }), "undefined_no_data"),
        ("kruskal-wallis", json!({ "x": [1, 2], "g": ["A", "A"] }), "undefined"),
        ("kruskal-wallis", json!({ "x": [1, 1], "g": ["A", "B"] }), "undefined_all_tied"),
        ("spearman", none(), "undefined_no_data"),
        ("spearman", pair(json!([1]), json!([1])), "undefined_n_lt_2"),
        ("spearman", pair(json!([1, 1]), json!([1, 2])), "undefined_zero_variance"),
        ("spearman", pair(json!([1, 2]), json!([1, 2])), "ok"),
        ("adjust", json!({ "p": [null] }), "undefined_no_data"),
    ];
    for (method, inputs, status) in cases {
        let got = answer(method, &inputs, &json!({})).unwrap();
        assert_eq!(got["status"], status, "{method} of {inputs}: {got}");
    }
    for (inputs, status) in [(none(), "undefined_no_data"), (zeros(), "undefined_all_zero")] {
        let got = answer("signed-rank", &inputs, &json!({ "zero_methods": ["pratt"] })).unwrap();
        assert_eq!((&got["exact_pratt"]["status"], &got["exact_pratt"]["p"]), (&json!(status), &Value::Null));
        assert_eq!(got.get("exact_wilcox"), None);
    }
}

#[test]
fn wrong_inputs_are_named() {
    let cases = [
        ("signed-rank", json!({ "x": [1], "y": [] }), json!({}), "inputs.y: "),
        ("signed-rank", json!({ "x": [1], "y": ["a"] }), json!({}), "inputs.y[0]: "),
        (
            "signed-rank",
            json!({ "d": [1] }),
            json!({ "zero_methods": ["zsplit"] }),
            "options.zero_methods[0]: ",
        ),
        ("hodges-lehmann", json!({ "d": [1] }), json!({ "confidence": 1 }), "options.confidence: "),
        ("mann-whitney", json!({ "x": [1e300], "y": [1] }), json!({}), "inputs.x and inputs.y: "),
        ("friedman", json!({ "matrix": [[1, 2], [1]] }), json!({}), "inputs.matrix: "),
        ("friedman", json!({ "matrix": [[1, 2], 3] }), json!({}), "inputs.matrix[1]: "),
        ("adjust", json!({ "p": [0.5, 1.5] }), json!({}), "inputs.p[1]: "),
    ];
    for (method, inputs, options, place) in cases {
        let refused = answer(method, &inputs, &options).unwrap_err();
        assert!(refused.starts_with(place), "{method} of {inputs}: {refused}");
    }
}

#[test]
fn a_group_without_a_value_is_none() {
    let groups = [some(&[1.0, 2.0]), some(&[]), some(&[3.0])];
    let lists: Vec<&[Option<f64>]> = groups.iter().map(Vec::as_slice).collect();
    let got = kruskal_wallis(&Sample::together(&lists).unwrap()).unwrap();
    assert_eq!((got.df, got.sizes), (1, vec![2, 0, 1]));
    assert_eq!(sign_test(&sample(&[1.0, -1.0, 1.0])).exact.unwrap().to_string(), "1/1");
}
