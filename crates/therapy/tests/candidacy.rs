//! R-CAN-1, R-CAN-2: every criterion has a source, fires and is silent where it should; the aid gives no verdict.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use jiff::civil::date;
use proptest::prelude::*;
use scales::{Entry, Muscle, Scale, Score, Side, Site};
use std::collections::BTreeMap;
use therapy::calculators::screen::Verdict;
use therapy::pathway::candidacy::Standing::{self, Caution, Met, NotMet, Unknown};
use therapy::pathway::candidacy::{Candidacy, Facts, candidacy};
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::{self, Answers, Kind};

/// What a case says: "sheet.question=answer,answer".
fn judged(
    said: &[&str],
    scores: &[Score],
    age: i64,
    allergic: Option<bool>,
    test: Option<Verdict>,
) -> Candidacy {
    let mut sheets: BTreeMap<&str, Answers> = BTreeMap::new();
    for one in said {
        let (place, given) = one.split_once('=').unwrap();
        let (sheet, question) = place.split_once('.').unwrap();
        assert!(sheet::by_id(sheet).unwrap().find(question).is_some(), "{place}");
        let given = given.split(',').map(str::to_owned).collect();
        sheets.entry(sheet).or_default().insert(question.to_owned(), given);
    }
    let sheets = sheets.iter().map(|(sheet, answers)| (*sheet, answers)).collect();
    let scores: Vec<&Score> = scores.iter().collect();
    let facts = Facts {
        age_years: age,
        today: date(2026, 11, 22),
        diagnosis: "spinal",
        sheets: &sheets,
        scores: &scores,
        allergic_to_baclofen: allergic,
        test,
    };
    candidacy(&facts, PathwayLimits::embedded().unwrap())
}

fn standing(candidacy: &Candidacy, id: &str) -> Option<Standing> {
    candidacy.criteria.iter().find(|judged| judged.id == id).map(|judged| judged.standing)
}

fn at(scale: Scale, value: &str, muscle: Muscle, side: Side) -> Score {
    let site = Some(Site { muscle: Some(muscle), side });
    Score::read(scale, Entry { value: Some(value), site, goal: None, items: &[] }).unwrap()
}

#[test]
fn each_answer_moves_its_criterion() {
    let cases: &[(&str, &str, Standing)] = &[
        ("severe", "neurology.severe=yes", Met),
        ("severe", "neurology.severe=no", NotMet),
        ("severe", "neurology.severe=unknown", Unknown),
        ("reasons", "goals.reasons=sleep,pain", Met),
        ("hypersensitivity", "medical.baclofen-hypersensitivity=yes", NotMet),
        ("hypersensitivity", "medical.baclofen-hypersensitivity=no", Met),
        ("infection", "medical.infection=yes", NotMet),
        ("infection", "medical.infection=no", Met),
        ("body", "skin-nutrition.body-large-enough=no", NotMet),
        ("body", "skin-nutrition.body-large-enough=doubtful", Caution),
        ("body", "skin-nutrition.body-large-enough=unknown", Unknown),
        ("depth", "implant-plan.depth=2.5", Met),
        ("depth", "implant-plan.depth=2.6", NotMet),
        ("spine", "orthopaedics.spine-anomaly=yes", Caution),
        ("spine", "imaging.canal-open=no", NotMet),
        ("spine", "orthopaedics.spine-anomaly=no", Met),
        ("tried", "treatment.oral-result=too-little", Met),
        ("tried", "treatment.oral-result=enough", Caution),
        ("goals", "goals.realistic=no", NotMet),
        ("goals", "goals.realistic=partly", Caution),
        ("follow-up", "goals.follow-up=no", NotMet),
        ("follow-up", "goals.follow-up=with-help", Caution),
        ("barriers", "goals.barriers=none", Met),
        ("barriers", "goals.barriers=cost,distance", Caution),
        ("epilepsy", "neurology.seizures=active", Caution),
        ("epilepsy", "neurology.seizures=none", Met),
        ("coagulation", "medical.coagulation=anticoagulated", Caution),
        ("fusion", "orthopaedics.fusion=planned", Caution),
        ("nutrition", "skin-nutrition.nutrition=malnourished", Caution),
        ("breathing", "neurology.breathing=ventilated", Caution),
        // A shunt is no contraindication.
        ("shunt", "neurology.shunt=works", Met),
        ("withdrawal-level", "neurology.at-or-above-t6=yes", Caution),
        ("withdrawal-communication", "neurology.communicates=no", Caution),
        ("withdrawal-before", "neurology.withdrawal-before=yes", Caution),
    ];
    let nothing = judged(&[], &[], 40, None, None);
    for (id, said, expected) in cases {
        assert_eq!(standing(&judged(&[said], &[], 40, None, None), id), Some(*expected), "{said}");
        assert_eq!(standing(&nothing, id), Some(Unknown), "{id} without an answer");
    }
    let injured = |since| {
        let said = ["neurology.cause=brain-injury", since];
        standing(&judged(&said, &[], 40, None, None), "brain-injury")
    };
    assert_eq!(injured("neurology.cause-since=2025-11-23"), Some(NotMet));
    assert_eq!(injured("neurology.cause-since=2025-11-22"), Some(Met));
    assert_eq!(injured("neurology.cause-words=x"), Some(Unknown));
    assert_eq!(standing(&nothing, "brain-injury"), None);
    let allergic = |known| standing(&judged(&[], &[], 40, Some(known), None), "hypersensitivity");
    assert_eq!((allergic(true), allergic(false)), (Some(NotMet), Some(Met)));
    for (age, expected) in [(3, Caution), (4, Met), (80, Met)] {
        assert_eq!(standing(&judged(&[], &[], age, None, None), "age"), Some(expected), "{age}");
    }
    for (test, expected) in [
        (Verdict::Eligible, Met),
        (Verdict::NotACandidate, NotMet),
        (Verdict::Stop, NotMet),
        (Verdict::Wait, Unknown),
    ] {
        assert_eq!(standing(&judged(&[], &[], 40, None, Some(test)), "test"), Some(expected), "{test:?}");
    }
}

#[test]
fn tone_and_motor_function_are_read_from_scores() {
    use Muscle::{HipAdductors, KneeFlexors};
    let penn = |value| Score::new(Scale::PennSpasmFrequency, value).unwrap();
    let mas = Scale::ModifiedAshworth;
    let cases: [(&[Score], Standing); 6] = [
        (&[], Unknown),
        (
            &[at(mas, "4", HipAdductors, Side::Left), at(mas, "4", HipAdductors, Side::Right), penn("1")],
            Caution,
        ),
        (&[at(mas, "4", HipAdductors, Side::Left), at(mas, "4", KneeFlexors, Side::Right)], Met),
        (
            &[at(mas, "3", HipAdductors, Side::Left), at(mas, "3", KneeFlexors, Side::Right), penn("2")],
            Caution,
        ),
        (&[penn("3")], Met),
        (&[penn("2")], Unknown),
    ];
    for (scores, expected) in cases {
        assert_eq!(standing(&judged(&[], scores, 40, None, None), "tone"), Some(expected), "{scores:?}");
    }
    let palsy = |level: &str, spread: &str| {
        let said = ["neurology.cause=cerebral-palsy", &format!("neurology.distribution={spread}")];
        let score = [Score::new(Scale::Gmfcs, level).unwrap()];
        standing(&judged(&said, &score, 9, None, None), "motor-function")
    };
    assert_eq!(palsy("II", "diplegia"), Some(NotMet));
    assert_eq!(palsy("III", "diplegia"), Some(Met));
    assert_eq!(palsy("V", "hemiplegia"), Some(Caution));
}

/// Any answers that the sheets take.
fn any_answers() -> impl Strategy<Value = Vec<String>> {
    let mut choices: Vec<(String, Vec<String>)> = Vec::new();
    for sheet in sheet::all().unwrap() {
        for question in sheet.questions() {
            if let Kind::Choice(options) | Kind::Several(options) = &question.kind {
                let words = options.iter().map(|(word, _)| word.clone()).collect();
                choices.push((format!("{}.{}", sheet.id, question.id), words));
            }
        }
    }
    let one = prop::sample::select(choices).prop_flat_map(|(place, words)| {
        prop::sample::select(words).prop_map(move |word| format!("{place}={word}"))
    });
    prop::collection::vec(one, 0..60)
}

proptest! {
    #[test]
    fn every_criterion_says_why_and_by_which_source(said in any_answers(), age in 0_i64..90) {
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let all = judged(&said, &[], age, None, None);
        let limits = PathwayLimits::embedded().unwrap();
        for judged in &all.criteria {
            prop_assert!(!judged.why.is_empty() && !judged.source.is_empty(), "{judged:?}");
            prop_assert!(judged.source.iter().all(|id| !limits.source(id).is_empty()), "{judged:?}");
            prop_assert!(judged.sheet.is_empty() || sheet::by_id(judged.sheet).is_some());
        }
        // What speaks against it stands above what speaks for it, and nothing is dropped.
        prop_assert!(all.criteria.is_sorted_by_key(|judged| judged.standing));
        let counted: usize = [NotMet, Caution, Unknown, Met].map(|standing| all.count(standing)).iter().sum();
        prop_assert_eq!(counted, all.criteria.len());
        prop_assert_eq!(all.alternatives.len(), 5);
    }
}
