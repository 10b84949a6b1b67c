//! Scales and goals in the form of reference cases: what is missing or no value is answered, and never by a number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]

use outcomes::reference::{Method, Question, compare, run_cases};
use serde_json::{Map, Value, json};

fn answer(method: &str, inputs: &Value, options: &Value) -> Result<Value, String> {
    let object = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let (inputs, options) = (object(inputs), object(options));
    let file = |_: &str| None;
    let question = Question { inputs: &inputs, options: &options, method: "", file: &file };
    Method::by_name(method).unwrap().answer(&question).map_err(|refused| refused.to_string())
}

/// Every case of a method's group against its expected fields.
fn check(method: &str, cases: &[(Value, Value, Value)]) {
    let tolerance = Map::from_iter([("abs".to_owned(), json!(1e-10))]);
    for (inputs, options, expected) in cases {
        let got = answer(method, inputs, options).unwrap_or_else(|refused| panic!("{inputs}: {refused}"));
        compare(expected, &got, &tolerance).unwrap_or_else(|mismatch| panic!("{inputs}: {mismatch}\n{got}"));
    }
}

#[test]
fn scales_answer_what_stands_and_what_does_not() {
    let best = json!({ "feeding": 10, "bathing": 5, "grooming": 5, "dressing": 10, "bowels": 10, "bladder": 10, "toilet": 10,
                       "transfers": 15, "mobility": 15, "stairs": 10 });
    let with = |key: &str, value: Value| {
        let mut items = best.clone();
        items[key] = value;
        items
    };
    let without = |key: &str| {
        let mut items = best.clone();
        items.as_object_mut().unwrap().remove(key);
        items
    };
    let no_total = json!({ "valid": false, "total_100": null, "total_20": null });
    let none = json!({});
    let mut cases = vec![
        (best.clone(), json!({ "valid": true, "total_100": 100, "total_20": 20 })),
        (json!({ "items": best }), json!({ "total_100": 100 })),
        (with("stairs", json!("0")), json!({ "total_100": 90, "total_20": 18 })),
        (with("stairs", json!(5.0)), json!({ "total_100": 95 })),
        (json!({ "bathing": 5 }), no_total.clone()),
        (
            json!({ "grades": ["1+", 1, "2", 4.0] }),
            json!({ "coding_1_5": [1.5, 1, 2, 4], "coding_0_5": [2, 1, 3, 5], "valid": true }),
        ),
        (
            json!({ "grades": ["1+", null, "5", "1.5", 1.5, "1 +", ""] }),
            json!({ "coding_1_5": [1.5, null, null, null, null, null, null], "coding_0_5": [2, null, null, null, null, null, null], "valid": false }),
        ),
        (json!({ "grades": [] }), json!({ "coding_1_5": [], "coding_0_5": [] })),
        (
            json!({ "grades_0_4": [0, 4, "2", null, 5, "1+"] }),
            json!({ "grades_1_5": [1, 5, 3, null, null, null], "valid": false }),
        ),
        (json!({ "grades_1_5": [1, 5, 0] }), json!({ "grades_0_4": [0, 4, null], "valid": false })),
        (
            json!({ "cases": [[1, 1], [4, 3], [4, 4], [0, 0], [null, null], [null, 2], [1, 0], ["2", "2"], [2.5, 1], [-1, 1]] }),
            json!({ "valid": [true, true, false, false, false, false, false, true, false, false] }),
        ),
        (json!({ "regions": [0, 0, 0, 0, 0, 0, 0, 0] }), json!({ "total": 0, "valid": true })),
        (json!({ "regions": [4, 4, 4, 4, 4, 4, 4, 4] }), json!({ "total": 32 })),
    ];
    for regions in [
        json!([2, 3, 1, 4, 3, 3, 2, null]),
        json!([2, 3, 1, 4, 3, 3, 2]),
        json!([2, 3, 1, 4, 3, 3, 2, 2, 0]),
        json!([2, 3, 1, 5, 3, 3, 2, 2]),
        json!([2, 3, 1, 1.5, 3, 3, 2, 2]),
        json!([]),
        json!({ "eyes": 2 }),
    ] {
        cases.push((json!({ "regions": regions }), json!({ "total": null, "valid": false })));
    }
    for item in scales::Scale::Barthel.items() {
        cases.push((without(item.word), no_total.clone()));
        cases.push((with(item.word, Value::Null), no_total.clone()));
        for wrong in [json!(20), json!(-5), json!(3), json!(2.5), json!(true), json!(""), json!("none")] {
            cases.push((with(item.word, wrong), no_total.clone()));
        }
    }
    cases.push((with("walking", json!(5)), no_total));
    for scale in scales::Scale::all() {
        for value in scale.grades() {
            cases.push((
                json!({ "scale": scale.word(), "value": value }),
                json!({ "valid": true, "value": value }),
            ));
        }
        for value in ["", "x", "1++"] {
            cases.push((
                json!({ "scale": scale.word(), "value": value }),
                json!({ "valid": false, "value": null }),
            ));
        }
    }
    let angles = |r1: Value, r2: Value| json!({ "scale": "tardieu-angle", "items": { "r1": r1, "r2": r2 } });
    cases.push((angles(json!(20), json!(65)), json!({ "value": "45", "numbers": { "as-written": 45 } })));
    cases.push((angles(json!(65), json!(20)), json!({ "valid": false, "value": null })));
    cases.push((angles(json!(65), Value::Null), json!({ "valid": false, "value": null })));
    let cases: Vec<_> =
        cases.into_iter().map(|(inputs, expected)| (inputs, none.clone(), expected)).collect();
    check("scale", &cases);
    for (inputs, place) in [
        (json!({}), "inputs"),
        (json!({ "colour": 1 }), "inputs"),
        (json!({ "scale": "ashworth", "value": "1" }), "inputs.scale"),
        (json!({ "grades": 3 }), "inputs.grades"),
        (json!({ "cases": [[1]] }), "inputs.cases[0]"),
    ] {
        let refused = answer("scale", &inputs, &none).unwrap_err();
        assert!(refused.starts_with(&format!("{place}: ")) && refused.contains("accepted"), "{refused}");
    }
}

#[test]
fn goals_answer_what_stands_and_what_does_not() {
    let rho = |rho: f64| json!({ "rho": rho });
    let none = json!({ "t": null });
    check(
        "goal-attainment",
        &[
            (json!({ "x": [1, -1, 2] }), json!({}), json!({ "t": 59.128_709_291_752_77 })),
            (json!({ "x": ["+1", "-1", "+2"], "w": null }), rho(0.3), json!({ "t": 59.128_709_291_752_77 })),
            (json!({ "x": [1, 1], "w": [0.5, 0.5] }), rho(1.0), json!({ "t": 60.0 })),
            (json!({ "x": [2, -2], "w": [1, 0] }), rho(0.3), json!({ "t": 70.0 })),
            (
                json!({ "x": [0], "w": [4], "baseline": [-2] }),
                rho(0.3),
                json!({ "t": 50.0, "t_baseline": 30.0, "change": 20.0 }),
            ),
            (
                json!({ "x": [0, 0], "baseline": [-2, null] }),
                rho(0.3),
                json!({ "t": 50.0, "t_baseline": null, "change": null }),
            ),
            (json!({ "x": [0, 0], "baseline": [-2] }), rho(0.3), json!({ "t": 50.0, "change": null })),
            (json!({ "x": [], "w": null }), rho(0.3), none.clone()),
            (json!({ "x": [], "w": [] }), rho(0.3), none.clone()),
            (json!({ "x": [1, null] }), rho(0.3), none.clone()),
            (json!({ "x": [3] }), rho(0.3), none.clone()),
            (json!({ "x": [0.5] }), rho(0.3), none.clone()),
            (json!({ "x": [1e300] }), rho(0.3), none.clone()),
            (json!({ "x": ["1"] }), rho(0.3), none.clone()),
            (json!({ "x": [1, 1], "w": [1] }), rho(0.3), none.clone()),
            (json!({ "x": [1, 1], "w": [1, null] }), rho(0.3), none.clone()),
            (json!({ "x": [1], "w": [0] }), rho(0.3), none.clone()),
            (json!({ "x": [1], "w": [-1] }), rho(0.3), none.clone()),
            (json!({ "x": [1] }), rho(1.5), json!({ "t": null, "valid": false })),
        ],
    );
    assert!(
        answer("goal-attainment", &json!({}), &json!({})).unwrap_err().starts_with("inputs.x: is missing")
    );
}

/// The published cases of both groups.
#[test]
fn every_published_case_of_scales_and_goals() {
    let file =
        |name: &str| std::fs::read_to_string(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).ok();
    let cases = run_cases(&file("stats-reference.json").unwrap(), &file).unwrap();
    let ours: Vec<_> =
        cases.iter().filter(|case| case.id.contains("-SCL-") || case.id.contains("-GAS-")).collect();
    assert_eq!(ours.len(), 13);
    for case in ours {
        assert_eq!(case.mismatch, None, "{}", case.id);
    }
}
