//! R-EVA-1: sheets are data that hold together, and take what they ask for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use catalogue::Catalogue;
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::reasons::Reason;
use therapy::pathway::sheet::{self, AnswerError, Answers, Kind, Sheet};

fn answers(pairs: &[(&str, &[&str])]) -> Answers {
    let owned = |given: &[&str]| given.iter().map(|one| (*one).to_owned()).collect();
    pairs.iter().map(|(question, given)| ((*question).to_owned(), owned(given))).collect()
}

#[test]
fn every_sheet_holds_together() {
    let sheets = sheet::all().unwrap();
    assert_eq!(sheets.len(), 14);
    let limits = PathwayLimits::embedded().unwrap();
    assert!(limits.sources.len() > 20);
    // The reasons on the sheet are the coded ones.
    let reasons = sheet::by_id("goals").unwrap().find("reasons").unwrap();
    let Kind::Several(options) = &reasons.kind else { panic!("{reasons:?}") };
    let ids: Vec<&str> = options.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, Reason::ALL.map(Reason::id));
    for sheet in sheets {
        // Nothing answered: all that is needed without a condition is missing, and nothing is wrong.
        let none = Answers::new();
        let needed = sheet.questions().filter(|question| question.needed && question.when.is_none()).count();
        assert!(needed > 0, "{}", sheet.id);
        assert_eq!(sheet.missing(&none).count(), needed, "{}", sheet.id);
        assert_eq!(sheet.judge(&none, Catalogue::embedded().unwrap()), Ok(()));
    }
}

#[test]
fn an_answer_is_taken_or_refused_with_what_would_be() {
    let catalogue = Catalogue::embedded().unwrap();
    let cases: &[(&str, &str, &[&str], bool)] = &[
        ("neurology", "cause", &["stroke"], true),
        ("neurology", "cause", &["hiccup"], false),
        ("neurology", "cause", &["stroke", "dystonia"], false),
        ("neurology", "type", &["spasticity", "dystonia"], true),
        ("neurology", "cause-since", &["2024-02-29"], true),
        ("neurology", "cause-since", &["2025-02-29"], false),
        ("neurology", "no-such-question", &["x"], false),
        ("skin-nutrition", "weight", &["14.5"], true),
        ("skin-nutrition", "weight", &["14,5"], false),
        ("skin-nutrition", "weight", &["14.55"], false),
        ("skin-nutrition", "weight", &["1.9"], false),
        ("skin-nutrition", "weight", &["300"], true),
        ("skin-nutrition", "weight", &["300.1"], false),
        ("skin-nutrition", "weight", &["-5"], false),
        ("skin-nutrition", "weight", &["14."], false),
        ("skin-nutrition", "height", &["120.5"], false),
        ("treatment", "oral-tried", &["none"], true),
        ("treatment", "oral-tried", &["none", "baclofen"], false),
        ("implant-plan", "pump", &["no such pump"], false),
        ("implant-plan", "pump", &[catalogue.pumps()[0].id.as_str()], true),
        ("implant-plan", "catheter", &[catalogue.catheters()[0].id.as_str()], true),
        ("implant-plan", "drug", &["water"], false),
    ];
    for (id, question, given, taken) in cases {
        let judged = sheet::by_id(id).unwrap().judge(&answers(&[(question, given)]), catalogue);
        assert_eq!(judged.is_ok(), *taken, "{id} {question} {given:?}: {judged:?}");
    }
    let told = sheet::by_id("skin-nutrition").unwrap().judge(&answers(&[("weight", &["900"])]), catalogue);
    assert_eq!(
        told.unwrap_err()[0].1.to_string(),
        "takes a number from 2 to 300 kg, with at most 1 digits after the point"
    );
}

#[test]
fn a_question_that_follows_is_missing_only_after_its_answer() {
    let sheet = Sheet::parse(
        r#"id = "s"
title = "s"
phase = "test"
discipline = "nobody"
version = 1
about = "about"
[[section]]
title = "one"
questions = [
  { id = "a", ask = "a", kind = "yes-no", needed = true },
  { id = "b", ask = "b", kind = "text", needed = true, when = ["a", "yes"] },
]
"#,
    )
    .unwrap();
    let missing =
        |pairs| sheet.missing(&answers(pairs)).map(|question| question.id.clone()).collect::<Vec<_>>();
    assert_eq!(missing(&[]), ["a"]);
    assert_eq!(missing(&[("a", &["no"])]), Vec::<String>::new());
    assert_eq!(missing(&[("a", &["yes"])]), ["b"]);
    for (wrong, told) in [
        ("when = [\"a\", \"perhaps\"]", "does not exist"),
        ("when = [\"c\", \"yes\"]", "no earlier choice"),
        ("when = [\"a\"]", "does not exist"),
        ("source = [\"nobody\"]", "not explained"),
    ] {
        let text = format!(
            "id = \"s\"\ntitle = \"s\"\nphase = \"test\"\ndiscipline = \"n\"\nversion = 1\nabout = \"a\"\n[[section]]\ntitle = \"o\"\nquestions = [{{ id = \"a\", ask = \"a\", kind = \"yes-no\" }}, {{ id = \"b\", ask = \"b\", kind = \"text\", {wrong} }}]"
        );
        let error = Sheet::parse(&text).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
    assert_eq!(AnswerError::OneOnly.to_string(), "takes one answer");
}
