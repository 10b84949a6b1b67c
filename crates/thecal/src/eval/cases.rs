//! Files of cases: what is expected against what is answered.

use super::{Core, Json, evaluate};
use therapy::input::{At, InputError, Kind, Node, from_json};

/// How one case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// The first difference, if any.
    pub mismatch: Option<String>,
}

/// Runs every case of a file.
///
/// # Errors
/// [`InputError`] if the file is no list of cases.
pub fn run_cases(text: &str) -> Result<Vec<Outcome>, InputError> {
    let tree = from_json(text)?;
    let mut outcomes = Vec::new();
    for case in At::root(&tree).list()? {
        let fields = case.fields()?;
        let id = fields.required("id", "the name of the case")?.name()?;
        let core = fields.required("core", "the name of a calculator")?.one_of(&Core::WORDS)?;
        let Kind::Object(entries) = case.kind() else { continue };
        let part = |key: &str| entries.iter().find(|(name, _)| name == key).map(|(_, node)| node);
        fields.required("input", "the input of the case")?;
        fields.required("expected", "what is expected")?;
        if let (Some(input), Some(expected)) = (part("input"), part("expected")) {
            outcomes.push(Outcome { id, mismatch: run(core, input, &Json::from(expected)) });
        }
    }
    Ok(outcomes)
}

fn run(core: Core, input: &Node, expected: &Json) -> Option<String> {
    match (evaluate(core, input), expected.get("error")) {
        (Ok(answer), None) => compare_answer(expected, &answer),
        (Err(refusal), Some(_)) => compare(expected, Some(&refusal), ""),
        (Ok(_), Some(error)) => Some(format!("/error: expected {error}, found an answer")),
        (Err(refusal), None) => Some(format!("found {refusal}")),
    }
}

/// What is named must be there; findings are looked for, not compared as a list.
fn compare_answer(expected: &Json, answer: &Json) -> Option<String> {
    let Json::Object(fields) = expected else { return Some("the expectation is no object".to_owned()) };
    let list =
        |value: Option<&Json>| if let Some(Json::List(items)) = value { items.clone() } else { Vec::new() };
    let found = list(answer.get("findings"));
    fields.iter().find_map(|(key, wanted)| match key.as_str() {
        "findings" => list(Some(wanted)).iter().find_map(|wanted| {
            let there = found.iter().any(|found| compare(wanted, Some(found), "").is_none());
            (!there).then(|| format!("/findings: {wanted} is not among those found"))
        }),
        "no_findings" => list(Some(wanted)).iter().find_map(|rule| {
            let there = found.iter().any(|found| found.get("rule") == Some(rule));
            there.then(|| format!("/findings: {rule} was found"))
        }),
        _ => compare(wanted, answer.get(key), &format!("/{key}")),
    })
}

/// The first difference at or below `pointer`; null also stands for an absent key.
fn compare(expected: &Json, found: Option<&Json>, pointer: &str) -> Option<String> {
    let found = found.unwrap_or(&Json::Null);
    match (expected, found) {
        (Json::Object(wanted), Json::Object(_)) => {
            wanted.iter().find_map(|(key, value)| compare(value, found.get(key), &format!("{pointer}/{key}")))
        }
        (Json::List(wanted), Json::List(items)) if wanted.len() == items.len() => {
            wanted.iter().zip(items).enumerate().find_map(|(index, (wanted, item))| {
                compare(wanted, Some(item), &format!("{pointer}/{index}"))
            })
        }
        (Json::Number(wanted), Json::Number(number)) if same_number(wanted, number) => None,
        _ if expected == found => None,
        _ => Some(format!("{pointer}: expected {expected}, found {found}")),
    }
}

/// Whether two written numbers are the same number.
fn same_number(left: &str, right: &str) -> bool {
    let number = |text: &str| {
        let node = Node { kind: Kind::Number(text.to_owned()), line: 1 };
        At::root(&node).number("a number", |_| true).ok()
    };
    number(left).is_some_and(|left| Some(left) == number(right))
}
