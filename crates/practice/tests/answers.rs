//! R-TXT-1 and R-ANS-1: approvals of texts, and which answer holds for whom.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use practice::answers::{Answers, Case};
use practice::settings::{Change, Settings, TextDecision, TextVerdict};
use record::{Event, Id};
use words::Language;

/// 2 March 2026, 10:00 UTC.
const START: i64 = 1_772_445_600;

/// R-TXT-1: an approval holds for the words that were read: it lapses when the text or its English changes, and ends when it
/// is withdrawn; what was read in other words is not taken.
#[test]
fn an_approval_lapses_with_the_text() {
    let decided = |version: u64, decision: TextDecision| {
        let event = Change::Texts(decision).event(START).unwrap();
        Event {
            version,
            kind: event.kind,
            schema: 1,
            happened: START,
            recorded: START,
            by: Some(Id(7)),
            form: Id(1),
            body: event.body,
        }
    };
    let key = "card-title";
    let now = words::fingerprint(Language::English, key).unwrap();
    let decision = |digest: &str, decision| TextDecision {
        language: "en".to_owned(),
        texts: vec![(key.to_owned(), digest.to_owned())],
        decision,
    };
    let approved = decided(1, decision(&now, TextVerdict::Approved));
    let settings = Settings::fold(std::slice::from_ref(&approved)).unwrap();
    assert!(settings.approvals().has(Language::English, key));
    assert!(!settings.approvals().has(Language::Czech, key));
    assert_eq!(settings.approval(Language::English, key).unwrap().by, Some(Id(7)));
    // As if it had been read in an earlier version, in other words.
    let old = decided(1, decision("0123456789ab", TextVerdict::Approved));
    let settings = Settings::fold(&[old]).unwrap();
    assert!(!settings.approvals().has(Language::English, key));
    assert!(settings.approval(Language::English, key).is_none());
    assert!(settings.approval_given(Language::English, key).is_some());
    let withdrawn = decided(2, decision(&now, TextVerdict::Withdrawn));
    let settings = Settings::fold(&[approved, withdrawn]).unwrap();
    assert!(!settings.approvals().has(Language::English, key));

    let append = |change| practice::settings::appending(&[Change::Texts(change)], 0, START);
    assert!(append(decision(&now, TextVerdict::Approved)).is_ok());
    for wrong in [
        decision("0123456789ab", TextVerdict::Approved),
        TextDecision { language: "xx".to_owned(), ..decision(&now, TextVerdict::Approved) },
        TextDecision { texts: Vec::new(), ..decision(&now, TextVerdict::Approved) },
        TextDecision {
            texts: vec![("no-such-text".to_owned(), now.clone())],
            ..decision(&now, TextVerdict::Withdrawn)
        },
    ] {
        assert!(append(wrong.clone()).is_err(), "{wrong:?}");
    }
}

/// R-ANS-1: every answer has a source or is thecal's own, every condition names what exists, the first answer that holds for
/// a patient is shown and never one that holds for others; every question and answer has its words.
#[test]
fn the_first_answer_that_holds_is_shown() {
    let answers = Answers::embedded().unwrap();
    let catalogue = catalogue::Catalogue::embedded().unwrap();
    let pumps = catalogue.pumps().iter().map(|pump| Some(pump.id.as_str())).chain([None]);
    for (pump, flex) in pumps.flat_map(|pump| [(pump, false), (pump, true)]) {
        for question in &answers.questions {
            for has_pump in [false, true] {
                let shown = answers.for_patient(&question.id, pump, flex, has_pump);
                let case = Case { pump, flex, has_pump };
                assert_eq!(shown, question.answers.iter().find(|answer| answer.holds(case)));
                let Some(shown) = shown else { continue };
                assert!(
                    shown.pump.is_empty() || pump.is_some_and(|id| shown.pump.iter().any(|one| one == id))
                );
                assert!(shown.mode.is_none() || flex);
            }
        }
    }
    for key in answers
        .questions
        .iter()
        .flat_map(|one| one.answers.iter().map(practice::answers::Answer::key).chain([one.key()]))
        .chain(answers.topics.iter().map(practice::answers::Topic::key))
    {
        assert!(words::source(Language::English, &key).is_some(), "no text {key}");
    }
    assert!(answers.questions.iter().any(|question| question.answers.is_empty()));

    let text = |key: &str| words::source(Language::English, key).map(str::to_owned);
    let found = |typed: &str| -> Vec<String> {
        answers.search(typed, Case::default(), text).iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(found("").len(), answers.questions.len());
    assert!(found("RHIZOTOMY").contains(&"other-options".to_owned()));
    assert!(found("Rhizótomy").contains(&"other-options".to_owned()), "without accents");
    assert!(found("rhizotomy xylophone").is_empty(), "every word must be found");

    let broken = [
        ("[[topic]]\nid = \"a\"\n[[question]]\nid = \"q\"\ntopic = \"b\"\nasked_by = []", "no topic b"),
        (
            "[[topic]]\nid = \"a\"\n[[question]]\nid = \"q\"\ntopic = \"a\"\nasked_by = []\n[[question.answer]]\nid = \"x\"\ngrade = \"A\"\nsource = []",
            "no source",
        ),
        (
            "[[topic]]\nid = \"a\"\n[[question]]\nid = \"q\"\ntopic = \"a\"\nasked_by = []\n[[question.answer]]\nid = \"x\"\ngrade = \"A\"\nsource = [\"Z99\"]",
            "Z99",
        ),
        (
            "[[topic]]\nid = \"a\"\n[[question]]\nid = \"q\"\ntopic = \"a\"\nasked_by = []\n[[question.answer]]\nid = \"x\"\ngrade = \"D\"\nsource = []\n[[question.answer]]\nid = \"y\"\ngrade = \"D\"\nsource = []",
            "holds for everybody",
        ),
    ];
    for (text, says) in broken {
        let error = Answers::parse(text).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
}
