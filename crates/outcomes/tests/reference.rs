//! The published cases, further ones, and what must hold at the door where inputs come as JSON.

use outcomes::reference::{METHODS, Method, Outcome, Question, run_cases};
use serde_json::{Map, Value, json};

/// A file of the folder of data.
fn file(name: &str) -> Option<String> {
    std::fs::read_to_string(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).ok()
}

fn wrong(cases: &[Outcome]) -> Vec<String> {
    cases.iter().filter_map(|case| Some(format!("{}: {}", case.id, case.mismatch.as_ref()?))).collect()
}

/// R-OUT-40: published cases.
#[test]
fn every_reference_case_passes() {
    let cases = run_cases(&file("stats-reference.json").unwrap(), &file).unwrap();
    assert!(cases.len() >= 112, "only {} cases", cases.len());
    let wrong = wrong(&cases);
    assert!(wrong.is_empty(), "{} of {} fail:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// R-OUT-40: cases beside the published ones, made to be nasty; their answers are those of other tools, which each case names.
#[test]
fn every_further_case_passes() {
    let cases = run_cases(&file("further-cases.json").unwrap(), &file).unwrap();
    assert!(cases.len() >= 150, "only {} cases", cases.len());
    let wrong = wrong(&cases);
    assert!(wrong.is_empty(), "{} of {} fail:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The answer of a method, or why it is refused.
fn ask(group: &str, method: &str, inputs: &Value, options: &Value) -> Result<Value, String> {
    let empty = Map::new();
    let question = Question {
        inputs: inputs.as_object().unwrap_or(&empty),
        options: options.as_object().unwrap_or(&empty),
        method,
        file: &file,
    };
    let found = Method::by_name(group).ok_or("no such method")?;
    found.answer(&question).map_err(|refused| refused.to_string())
}

#[test]
fn groups_come_back_as_they_were_given_and_in_the_order_of_the_tools() {
    let log_rank = |groups: Value| {
        let inputs = json!({"time": [1, 2, 3, 4], "event": [1, 1, 1, 1], "group": groups});
        ask("LRK", "", &inputs, &json!({})).unwrap()["groups"].clone()
    };
    assert_eq!(log_rank(json!([10, 9, 10, 9])), json!([9, 10]));
    assert_eq!(log_rank(json!([0.5, 1.0, 0.5, 1])), json!([0.5, 1]));
    assert_eq!(log_rank(json!(["10", "9", "10", "9"])), json!(["10", "9"]));
    assert_eq!(log_rank(json!(["a", "B", 2, "a"])), json!([2, "B", "a"]));
}

#[test]
fn what_would_be_another_model_is_refused() {
    let inputs = json!({"data_file": "stroke_barthel_dobson.csv"});
    let refused = |method: &str| ask("LMM", method, &inputs, &json!({})).unwrap_err();
    for other in [
        "lmer(log(y) ~ week + (1|id))",
        "lmer(y ~ week + (1|id) + (1|grp))",
        "gls(y ~ week, corCompSymm(~1|id))",
        "lm(y ~ week)",
    ] {
        assert!(refused(other).starts_with("method: "), "{other}");
    }
    let asked = json!({"formula": "y ~ week + (1|id)", "REML": false});
    let said = ask("LMM", "", &inputs, &asked).unwrap();
    assert_eq!(said, ask("LMM", "lmer(y ~ week + (1|id)), ML", &inputs, &json!({})).unwrap());
}

#[test]
fn what_would_take_hours_is_refused_at_once() {
    let many: Vec<u32> = (0..2_000).collect();
    let wide = json!({"matrix": [many, many]});
    assert!(ask("FRD", "", &wide, &json!({})).unwrap_err().contains("up to 100"));
    let ones = vec![1; many.len()];
    let groups = json!({"time": many, "event": ones, "group": many});
    assert!(ask("LRK", "", &groups, &json!({})).unwrap_err().contains("up to 500"));
    let causes: Vec<u32> = many.iter().map(|cause| cause + 1).collect();
    let causes = json!({"time": many, "cause": causes, "group": vec!["a"; many.len()]});
    assert!(ask("CIF", "", &causes, &json!({"at": [5]})).unwrap_err().contains("up to 500"));
    assert!(ask("GRY", "", &causes, &json!({})).unwrap_err().contains("up to 500"));
    let rows: Vec<Value> = many.iter().map(|week| json!([week % 3, week, week * week % 7])).collect();
    assert!(ask("LMM", "", &json!({"rows": rows}), &json!({})).unwrap_err().contains("up to 300"));
    let tied = vec![1; 20_000];
    let z: Vec<u32> = (0..20_000).map(|at| at % 7).collect();
    let tied = json!({"time": tied, "event": tied, "z": z});
    let cox = ask("COX", "", &tied, &json!({"ties": "exact"})).unwrap();
    assert_eq!(cox["status"], "too_large_for_exact");
}

/// R-OUT-42: every field of an input, and the ends of every list, as something that it should not be: an answer or a refusal, never a
/// panic.
#[test]
fn no_input_breaks_the_door() {
    let nasty = [
        json!(null),
        json!(0),
        json!(-1),
        json!(1e308),
        json!(5e-324),
        json!(u64::MAX),
        json!("NaN"),
        json!(""),
        json!(true),
        json!([]),
        json!({}),
        json!([[null]]),
    ];
    let text = file("further-cases.json").unwrap();
    let tree: Value = serde_json::from_str(&text).unwrap();
    let (mut asked, mut refused) = (0, 0);
    for method in &METHODS {
        let cases = tree["cases"].as_array().unwrap();
        let case = cases.iter().find(|case| case["group"] == method.group).unwrap();
        for part in ["inputs", "options"] {
            for key in case[part].as_object().unwrap().keys() {
                for nasty in &nasty {
                    let mut whole = case.clone();
                    whole[part][key] = nasty.clone();
                    let mut ends = vec![whole];
                    if let Some(length) =
                        case[part][key].as_array().map(Vec::len).filter(|length| *length > 0)
                    {
                        for at in [0, length - 1] {
                            let mut one = case.clone();
                            one[part][key][at] = nasty.clone();
                            ends.push(one);
                        }
                    }
                    for case in ends {
                        let words = case["method"].as_str().unwrap();
                        asked += 1;
                        refused +=
                            usize::from(ask(method.group, words, &case["inputs"], &case["options"]).is_err());
                    }
                }
            }
        }
    }
    assert!(asked > 1_000 && refused > 300, "{asked} questions, {refused} refused");
}
