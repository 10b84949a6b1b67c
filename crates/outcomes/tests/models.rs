//! Linear models: what must hold of any data.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers and properties of tests may fail loudly too"
)]

use outcomes::Undefined;
use outcomes::models::{
    Column, Fixed, Formula, Frame, Likelihood, MixedModel, Unfit, Varying, autoregressive, mixed_model,
};
use proptest::prelude::*;

#[track_caller]
fn near(one: f64, other: f64, by: f64) {
    assert!((one - other).abs() <= by * one.abs().max(1.0), "{one} is not {other}");
}

/// An intercept and a slope of time.
fn line(times: &[f64]) -> Fixed {
    Fixed { names: vec!["1".into(), "t".into()], rows: times.iter().map(|time| vec![1.0, *time]).collect() }
}

/// The lower Cholesky factor.
fn factor(v: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = v.len();
    let mut l = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| l[i][k] * l[j][k]).sum();
            l[i][j] = if i == j { (v[i][i] - known).sqrt() } else { (v[i][j] - known) / l[j][j] };
        }
    }
    l
}

fn solve(l: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let mut x: Vec<f64> = Vec::new();
    for i in 0..b.len() {
        let known: f64 = (0..i).map(|k| l[i][k] * x[k]).sum();
        x.push((b[i] - known) / l[i][i]);
    }
    x
}

/// Twice the negative log likelihood of normal data with a covariance, at the best fixed effects: by the definition.
fn definition(v: &[Vec<f64>], x: &[Vec<f64>], y: &[f64], likelihood: Likelihood) -> f64 {
    let l = factor(v);
    let (n, p) = (y.len(), x[0].len());
    let y = solve(&l, y);
    let columns: Vec<Vec<f64>> =
        (0..p).map(|c| solve(&l, &x.iter().map(|row| row[c]).collect::<Vec<_>>())).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let cross: Vec<Vec<f64>> = columns.iter().map(|a| columns.iter().map(|b| dot(a, b)).collect()).collect();
    let m = factor(&cross);
    let half = solve(&m, &columns.iter().map(|a| dot(a, &y)).collect::<Vec<_>>());
    let log = |l: &[Vec<f64>]| (0..l.len()).map(|i| 2.0 * l[i][i].ln()).sum::<f64>();
    let two_pi = (2.0 * std::f64::consts::PI).ln();
    let common = log(&l) + dot(&y, &y) - dot(&half, &half);
    match likelihood {
        Likelihood::Full => common + n as f64 * two_pi,
        Likelihood::Restricted => common + (n - p) as f64 * two_pi + log(&m),
    }
}

/// The covariance of measures: of an intercept, a slope, both, and an error.
fn covariance(ids: &[u8], times: &[f64], [a, s, c, e]: [f64; 4]) -> Vec<Vec<f64>> {
    let cell = |i: usize, j: usize| {
        let shared =
            if ids[i] == ids[j] { a + c * (times[i] + times[j]) + s * times[i] * times[j] } else { 0.0 };
        shared + if i == j { e } else { 0.0 }
    };
    (0..ids.len()).map(|i| (0..ids.len()).map(|j| cell(i, j)).collect()).collect()
}

fn parts(fit: &MixedModel) -> [f64; 4] {
    let (s, c) = fit.slope.map_or((0.0, 0.0), |slope| (slope.variance, slope.covariance));
    [fit.intercept_variance, s, c, fit.residual_variance]
}

type Rows = Vec<(u8, f64, f64)>;

/// Patients with some visits missing: id, time, measure.
fn rows() -> impl Strategy<Value = Rows> {
    prop::collection::vec(
        (-20.0..20.0_f64, -2.0..2.0_f64, prop::collection::vec((-9.0..9.0_f64, 0..5_u8), 5)),
        5..8,
    )
    .prop_map(|patients| {
        let mut rows = Vec::new();
        for (id, (start, slope, visits)) in patients.into_iter().enumerate() {
            for (visit, (error, missing)) in visits.into_iter().enumerate() {
                if missing > 0 || visit < 2 {
                    let time = visit as f64;
                    rows.push((id as u8, time, 50.0 + start + (3.0 + slope) * time + error));
                }
            }
        }
        rows
    })
}

fn unzip(rows: &Rows) -> (Vec<u8>, Vec<f64>, Vec<f64>) {
    (
        rows.iter().map(|row| row.0).collect(),
        rows.iter().map(|row| row.1).collect(),
        rows.iter().map(|row| row.2).collect(),
    )
}

const BOTH: [Likelihood; 2] = [Likelihood::Full, Likelihood::Restricted];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn balanced_is_the_analysis_of_variance(
        patients in prop::collection::vec((-30.0..30.0_f64, prop::collection::vec(-9.0..9.0_f64, 4)), 3..9)
    ) {
        let (n, k) = (patients.len() as f64, 4.0);
        let y: Vec<f64> = patients.iter().flat_map(|(level, errors)| errors.iter().map(move |e| level + e)).collect();
        let ids: Vec<usize> = (0..y.len()).map(|at| at / 4).collect();
        let visit = |at: usize, visit: usize| if at % 4 == visit { 1.0 } else { 0.0 };
        let fixed = Fixed {
            names: ["1", "b", "c", "d"].map(str::to_owned).to_vec(),
            rows: (0..y.len()).map(|at| vec![1.0, visit(at, 1), visit(at, 2), visit(at, 3)]).collect(),
        };
        let mean = |keep: &dyn Fn(usize) -> bool| {
            let kept: Vec<f64> = (0..y.len()).filter(|at| keep(*at)).map(|at| y[at]).collect();
            kept.iter().sum::<f64>() / kept.len() as f64
        };
        let all = mean(&|_| true);
        let patient: Vec<f64> = (0..patients.len()).map(|id| mean(&|at| ids[at] == id)).collect();
        let visits: Vec<f64> = (0..4).map(|visit| mean(&|at| at % 4 == visit)).collect();
        let between = k * patient.iter().map(|mean| (mean - all).powi(2)).sum::<f64>() / (n - 1.0);
        let within = (0..y.len()).map(|at| (y[at] - patient[ids[at]] - visits[at % 4] + all).powi(2)).sum::<f64>()
            / ((n - 1.0) * (k - 1.0));
        let fit = mixed_model(&y, &fixed, &ids, Varying::Intercept, Likelihood::Restricted).unwrap();
        if between > within {
            near(fit.residual_variance, within, 1e-8);
            near(fit.intercept_variance, (between - within) / k, 1e-8);
            near(fit.coefficients[1].standard_error, (2.0 * within / n).sqrt(), 1e-8);
        } else {
            near(fit.intercept_variance, 0.0, 1e-8);
        }
        near(fit.coefficients[2].estimate, visits[2] - visits[0], 1e-9);
    }

    #[test]
    fn mixed_models_are_the_best_by_the_definition(rows in rows(), kind in 0..4_u8, at in 0..4_usize) {
        let (ids, times, y) = unzip(&rows);
        let fixed = line(&times);
        for likelihood in BOTH {
            let varying = match kind {
                0 => Varying::Intercept,
                1 => Varying::Both(&times),
                2 => Varying::Apart(&times),
                _ => Varying::Slope(&times),
            };
            let fit = mixed_model(&y, &fixed, &ids, varying, likelihood).unwrap();
            let of = |parts: [f64; 4]| definition(&covariance(&ids, &times, parts), &fixed.rows, &y, likelihood);
            let found = parts(&fit);
            near(-2.0 * fit.log_likelihood, of(found), 1e-8);
            for factor in [0.9, 1.1] {
                let mut moved = found;
                moved[at] *= factor;
                // What is no covariance of the random effects is no model.
                let possible = moved[0] * moved[1] >= moved[2] * moved[2];
                prop_assert!(!possible || of(moved) >= of(found) - 1e-7, "{moved:?} is better than {found:?}");
            }
        }
    }

    #[test]
    fn errors_that_follow_one_another_are_the_best_by_the_definition(rows in rows(), gaps in any::<bool>()) {
        let (ids, times, y) = unzip(&rows);
        let fixed = line(&times);
        // The visits of a patient: one after the other, or with some left out.
        let visit = |i: usize| {
            let earlier = (0..i).filter(|j| ids[*j] == ids[i]).count();
            (if gaps { earlier * (earlier + 3) / 2 } else { earlier }) as f64
        };
        let visits: Vec<f64> = (0..y.len()).map(visit).collect();
        for likelihood in BOTH {
            let fit = autoregressive(&y, &fixed, &ids, gaps.then_some(visits.as_slice()), likelihood).unwrap();
            let of = |phi: f64, sigma: f64| {
                let place = |i: usize| visits[i] as i32;
                let cell = |i: usize, j: usize| {
                    let apart = (place(i) - place(j)).abs();
                    if ids[i] == ids[j] { sigma * sigma * phi.powi(apart) } else { 0.0 }
                };
                let v: Vec<Vec<f64>> =
                    (0..y.len()).map(|i| (0..y.len()).map(|j| cell(i, j)).collect()).collect();
                definition(&v, &fixed.rows, &y, likelihood)
            };
            let best = of(fit.correlation, fit.sigma);
            near(-2.0 * fit.log_likelihood, best, 1e-8);
            for (phi, sigma) in [(0.98, 1.0), (1.02, 1.0), (1.0, 0.98), (1.0, 1.02)] {
                let phi = (phi * fit.correlation).clamp(-0.9999, 0.9999);
                prop_assert!(of(phi, sigma * fit.sigma) >= best - 1e-7);
            }
        }
    }

    #[test]
    fn models_do_not_depend_on_order_or_unit(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let (ids, times, y) = unzip(&rows);
        let (other_ids, other_times, other_y) = unzip(&shuffled);
        let later: Vec<f64> = other_times.iter().map(|time| 100.0 + 12.0 * time).collect();
        let one = mixed_model(&y, &line(&times), &ids, Varying::Both(&times), Likelihood::Restricted).unwrap();
        let two = mixed_model(&other_y, &line(&later), &other_ids, Varying::Both(&later), Likelihood::Restricted).unwrap();
        near(one.residual_variance, two.residual_variance, 1e-5);
        near(one.slope.unwrap().variance, 144.0 * two.slope.unwrap().variance, 1e-4);
        near(one.coefficients[1].estimate, 12.0 * two.coefficients[1].estimate, 1e-5);
        near(one.coefficients[1].standard_error, 12.0 * two.coefficients[1].standard_error, 1e-5);
        // The restricted likelihood is that of the contrasts: the unit of the fixed effects moves it by a constant.
        near(one.log_likelihood, two.log_likelihood + 12.0_f64.ln(), 1e-7);
    }
}

#[test]
fn what_has_no_answer_is_said_by_name() {
    let none = Likelihood::Restricted;
    let undefined = |y: &[f64], times: &[f64], ids: &[u8], slope: bool| {
        let fixed = line(times);
        let mixed =
            mixed_model(y, &fixed, ids, if slope { Varying::Both(times) } else { Varying::Intercept }, none)
                .unwrap_err();
        match mixed {
            Unfit::Undefined(why) => why,
            other => panic!("{other}"),
        }
    };
    let missing = Undefined::NotIdentifiable;
    assert_eq!(undefined(&[], &[], &[], false), Undefined::NoData);
    assert_eq!(undefined(&[1.0], &[1.0], &[1], false), missing);
    assert_eq!(undefined(&[1.0, 3.0, 2.0, 5.0], &[1.0, 2.0, 3.0, 4.0], &[1; 4], false), missing);
    assert_eq!(undefined(&[1.0, 3.0, 2.0, 5.0], &[1.0, 2.0, 3.0, 4.0], &[1, 2, 3, 4], false), missing);
    assert_eq!(undefined(&[1.0, 3.0, 2.0, 5.0], &[1.0; 4], &[1, 1, 2, 2], false), missing);
    assert_eq!(undefined(&[1.0, 3.0, 2.0, 5.0], &[1.0, 2.0, 3.0, 4.0], &[1, 1, 2, 2], true), missing);
    // On the line, all of them.
    assert_eq!(undefined(&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 3.0, 4.0], &[1, 1, 2, 2], false), missing);
    // No error within a patient.
    let steps = [1.0, 2.0, 1.0, 2.0, 1.0, 2.0];
    assert_eq!(undefined(&[1.0, 2.0, 5.0, 6.0, 9.0, 10.0], &steps, &[1, 1, 2, 2, 3, 3], false), missing);

    let fixed = line(&[1.0, 2.0, 3.0, 4.0]);
    let y = [1.0, 3.0, 2.0, 5.0];
    assert_eq!(autoregressive(&y, &fixed, &[1, 2, 3, 4], None, none), Err(Unfit::Undefined(missing)));
    assert!(matches!(autoregressive(&y, &fixed, &[1], None, none), Err(Unfit::Lengths { .. })));
    assert!(matches!(
        mixed_model(&[1.0, f64::NAN, 2.0, 5.0], &fixed, &[1, 1, 2, 2], Varying::Intercept, none),
        Err(Unfit::Value { row: 1, .. })
    ));
}

#[test]
fn formulas_say_what_they_say() {
    let find = |text: &str| {
        Formula::find(text).map(|found| {
            found.map(|formula| {
                let term = |term: &Vec<outcomes::models::Variable>| {
                    let name = |v: &outcomes::models::Variable| match (v.factor, v.power) {
                        (true, _) => format!("factor({})", v.name),
                        (false, 1) => v.name.clone(),
                        (false, power) => format!("{}^{power}", v.name),
                    };
                    term.iter().map(name).collect::<Vec<_>>().join(":")
                };
                let terms: Vec<String> = formula.terms.iter().map(term).collect();
                let random = formula.random.map(|r| {
                    let bars = if r.correlated { "|" } else { "||" };
                    let without = if r.intercept { "" } else { "0 + " };
                    format!("{without}{}{bars}{}", r.slope.unwrap_or("1".into()), r.group)
                });
                let following = formula.autoregressive.map(|of| match of.time {
                    None => of.group,
                    Some(time) => format!("{time}|{}", of.group),
                });
                format!(
                    "{} = {}{}; {}; {}",
                    formula.response,
                    if formula.intercept { "" } else { "0 " },
                    terms.join(" "),
                    random.unwrap_or_default(),
                    following.unwrap_or_default()
                )
            })
        })
    };
    for (text, read) in [
        ("lmer(y ~ week*grp + (week|id))", "y = week grp week:grp; week|id; "),
        ("lmer(y ~ week + (1|id)), ML", "y = week; 1|id; "),
        ("nlme::gls(y ~ week, corAR1(~1|id))", "y = week; ; id"),
        (
            "nlme::gls(score ~ 1 + a:b + b + a, correlation = corAR1(form = ~ 1 | who)), REML",
            "score = b a a:b; ; who",
        ),
        ("Barthel ~ factor(week) + (1|subject)", "Barthel = factor(week); 1|subject; "),
        ("... factor(week) + (1|subject)", "y = factor(week); 1|subject; "),
        ("y ~ a*b*c + (1 + a | id)", "y = a b c a:b a:c b:c a:b:c; a|id; "),
        ("y ~ 1 + (1|id)", "y = ; 1|id; "),
        ("y ~ 0 + week + (1|id)", "y = 0 week; 1|id; "),
        ("y ~ week - 1 + (1|id)", "y = 0 week; 1|id; "),
        ("y ~ -1 + week", "y = 0 week; ; "),
        ("y ~ week + I(week^2) + (1|id)", "y = week week^2; 1|id; "),
        ("y ~ x + (0 + x|id)", "y = x; 0 + x|id; "),
        ("y ~ x + (x - 1 | id)", "y = x; 0 + x|id; "),
        ("y ~ x + (x||id)", "y = x; x||id; "),
        ("y ~ x + (0 + x|id) + (1|id)", "y = x; x||id; "),
        ("nlme::lme(y ~ week, random = ~1|id)", "y = week; 1|id; "),
        ("lme(y ~ week*grp, data, random=~week | id, method = 'ML')", "y = week grp week:grp; week|id; "),
        ("gls(y ~ week, corAR1(form = ~ week | id))", "y = week; ; week|id"),
    ] {
        assert_eq!(find(text).unwrap().as_deref(), Some(read), "{text}");
    }
    assert_eq!(find("closed form of balanced data"), Ok(None));
    for wrong in [
        "y ~ log(x)",
        "log(y) ~ x",
        "y ~ a:b",
        "y ~ x - z",
        "y ~ I(x^0)",
        "y ~ I(x^-1)",
        "y ~ x + (a+b|id)",
        "y ~ x + (0|id)",
        "y ~ x + (x|id) + (z|id)",
        "y ~ x + (x|||id)",
        "y ~ x + (1|id) + (1|site)",
        "gls(y ~ x, corAR1(id))",
        "gls(y ~ x, corCompSymm(~1|id))",
        "lme(y ~ x, random = ~1|id, correlation = corAR1(~1|id))",
        "lme(y ~ x, random = list(id = pdDiag(~x)))",
    ] {
        assert!(find(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn names_are_compared_with_the_first() {
    let names = |values: &[&str]| Column::Names(values.iter().map(|value| (*value).to_owned()).collect());
    let frame = Frame {
        columns: vec![
            ("y".to_owned(), Column::Numbers(vec![1.0, 2.0, 4.0])),
            ("week".to_owned(), Column::Numbers(vec![10.0, 2.0, 2.0])),
            ("grp".to_owned(), names(&["B", "A", "C"])),
        ],
    };
    let fixed = frame.fixed(&Formula::find("y ~ factor(week)*grp").unwrap().unwrap()).unwrap();
    let expected =
        ["(Intercept)", "factor(week)10", "grpB", "grpC", "factor(week)10:grpB", "factor(week)10:grpC"];
    assert_eq!(fixed.names, expected);
    assert_eq!(fixed.rows[0], [1.0, 1.0, 1.0, 0.0, 1.0, 0.0]);
    assert!(matches!(frame.numbers("grp"), Err(Unfit::NotNumbers(_))));
    assert!(matches!(frame.numbers("x"), Err(Unfit::Variable { .. })));
}
