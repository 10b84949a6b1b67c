//! R-SCA-9: codes, answers, bands, ages, states and goals: what is known of scales, and what is not offered.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use proptest::prelude::*;
use scales::{
    AMBIGUOUS, Dependence, EqState, EqVersion, GOAL_CORRELATION, GmfcsAge, GoalLevel, Missing, NOT_OFFERED,
    NoAnswer, NoGoals, NoScore, PennDisagrees, Scale, Score, Scoring, System, answered, goal_attainment,
    goal_attainment_change, goal_attainment_t, penn_parts_complete,
};
use std::collections::BTreeSet;

/// The table of codes that were seen: system, code, display (of an answer none), role, points.
fn seen() -> Vec<[String; 5]> {
    let text = include_str!("data/terminology-codes.csv");
    let row = |line: &str| {
        let cells: Vec<&str> = line.splitn(6, ',').collect();
        [cells[0], cells[1], cells[2], cells[3], cells[4]].map(str::to_owned)
    };
    text.lines().skip(1).map(row).collect()
}

/// R-SCA-9: every code here was seen, and every code that was seen is here, in its item and with its points.
#[test]
fn codes_are_those_that_were_seen() {
    let mut here: BTreeSet<[String; 5]> = BTreeSet::new();
    let seen: BTreeSet<[String; 5]> = seen().into_iter().collect();
    let role =
        |code: &str| seen.iter().find(|row| row[1] == code).map(|row| row[3].clone()).unwrap_or_default();
    let system = |system| match system {
        System::Loinc => "LOINC".to_owned(),
        System::SnomedCt => "SNOMED CT".to_owned(),
    };
    let row = |code: &scales::Code, role: String| {
        [system(code.system), code.code.to_owned(), code.display.to_owned(), role, String::new()]
    };
    let plain = |code: &scales::Code| row(code, role(code.code));
    for scale in Scale::all() {
        here.extend(scale.about().codes.iter().map(plain));
        for item in scale.items() {
            here.extend(item.codes.iter().map(|code| row(code, format!("item {}", item.word))));
            for (answer, points) in item.answers {
                let role = format!("answer {}", item.word);
                let system = "LOINC answer".to_owned();
                here.insert([system, (*answer).to_owned(), String::new(), role, points.to_string()]);
            }
        }
    }
    for (_, version) in EqVersion::WORDS {
        here.extend(version.codes().iter().map(plain));
    }
    assert_eq!(here, seen);
}

/// R-SCA-9: an answer is scored within its item, and only a whole form has a total.
#[test]
fn answers_are_scored_by_item() {
    let best = |word: &str| {
        let item = Scale::Barthel.items().iter().find(|item| item.word == word).unwrap();
        item.answers.last().unwrap().0
    };
    let all: Vec<(&str, &str)> =
        Scale::Barthel.items().iter().map(|item| (item.word, best(item.word))).collect();
    assert_eq!(answered(Scale::Barthel, &all).unwrap().value(), "100");
    // The same answer is 10, 15 and 10 points.
    let with = |changes: &[(&'static str, &'static str)]| {
        let mut form = all.clone();
        for (word, answer) in changes {
            form.iter_mut().find(|(item, _)| item == word).unwrap().1 = answer;
        }
        answered(Scale::Barthel, &form)
    };
    for (word, zero, lost) in
        [("feeding", "LA24937-7", 10), ("stairs", "LA24937-7", 10), ("transfers", "LA31633-3", 15)]
    {
        assert_eq!(best(word), "LA12302-8");
        assert_eq!(with(&[(word, zero)]).unwrap().value(), (100 - lost).to_string(), "{word}");
    }
    assert!(matches!(with(&[("bathing", "LA12302-8")]), Err(NoAnswer::NoSuchAnswer { item: "bathing", .. })));
    assert!(matches!(with(&[("mobility", "LA12302-8")]), Err(NoAnswer::NoSuchAnswer { .. })));
    // By the items' codes; a code twice is refused, although nine items would do without it.
    let coded: Vec<(&str, &str)> =
        Scale::Barthel.items().iter().map(|item| (item.codes[0].code, item.answers[0].0)).collect();
    assert_eq!(answered(Scale::Barthel, &coded).unwrap().value(), "0");
    let mut repeated = coded.clone();
    repeated.iter_mut().find(|(code, _)| *code == "96767-9").unwrap().0 = "83185-9";
    assert!(answered(Scale::Barthel, &repeated).is_err());
    repeated = coded.clone();
    repeated.push(("83185-9", "LA31633-3"));
    assert_eq!(answered(Scale::Barthel, &repeated), Err(NoAnswer::NoScore(NoScore::ItemTwice("transfers"))));
    assert_eq!(
        answered(Scale::Barthel, &coded[..9]),
        Err(NoAnswer::NoScore(NoScore::ItemsMissing(vec!["stairs"])))
    );
    assert!(matches!(answered(Scale::BarthelToTwenty, &all), Err(NoAnswer::NoSuchAnswer { .. })));
    assert!(matches!(answered(Scale::BarthelShah, &all), Err(NoAnswer::NoSuchItem { .. })));
}

#[test]
fn bands_are_of_the_index_of_a_hundred() {
    use Dependence::{Moderate, Severe, Slight, Total};
    let of = |scale, value: &str| Dependence::of(&Score::new(scale, value).unwrap());
    for (value, band) in [
        ("0", Some(Total)),
        ("20", Some(Total)),
        ("25", Some(Severe)),
        ("60", Some(Severe)),
        ("65", Some(Moderate)),
        ("90", Some(Moderate)),
        ("95", Some(Slight)),
        ("100", None),
    ] {
        assert_eq!(of(Scale::Barthel, value), band, "{value}");
    }
    assert_eq!([of(Scale::BarthelToTwenty, "20"), of(Scale::BarthelShah, "20")], [None, None]);
    let ends: Vec<u16> = Dependence::BANDS.iter().flat_map(|(_, from, to)| [*from, *to]).collect();
    assert_eq!(ends, [0, 20, 21, 60, 61, 90, 91, 99], "bands follow each other without overlap");
}

#[test]
fn ages_are_between_birthdays() {
    let wanted = [0, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4];
    for years in 0..40_u16 {
        let band = wanted.get(usize::from(years)).map(|index: &usize| GmfcsAge::BIRTHDAYS[*index].0);
        assert_eq!(GmfcsAge::at(years), band, "{years}");
    }
}

/// R-SCA-9: Penn's two parts are complete together or not at all.
#[test]
fn penn_is_complete_with_both_parts() {
    let score = |scale, value: &str| Score::new(scale, value).unwrap();
    for frequency in Scale::PennSpasmFrequency.grades() {
        let first = score(Scale::PennSpasmFrequency, &frequency);
        let complete = |second: Option<&Score>| penn_parts_complete(&first, second);
        for severity in Scale::PennSpasmSeverity.grades() {
            let second = score(Scale::PennSpasmSeverity, &severity);
            assert_eq!(complete(Some(&second)).is_ok(), frequency != "0", "{frequency} {severity}");
        }
        assert_eq!(complete(None).is_ok(), frequency == "0", "{frequency}");
        assert!(matches!(complete(Some(&first)), Err(PennDisagrees::NotPenn(_))));
    }
    let snow = score(Scale::SnowSpasmFrequency, "0");
    assert_eq!(penn_parts_complete(&snow, None), Err(PennDisagrees::NotPenn(Scale::SnowSpasmFrequency)));
}

#[test]
fn states_are_five_digits_without_an_order() {
    use EqVersion::{FiveLevels, ThreeLevels};
    for (version, text, stands) in [
        (ThreeLevels, "11111", true),
        (ThreeLevels, "33333", true),
        (ThreeLevels, "11114", false),
        (FiveLevels, "55555", true),
        (FiveLevels, "11116", false),
        (FiveLevels, "01111", false),
        (FiveLevels, "1111", false),
        (FiveLevels, "111111", false),
        (FiveLevels, "1 111", false),
        (FiveLevels, "1111x", false),
        (FiveLevels, "", false),
        (FiveLevels, "١1111", false),
    ] {
        let read = EqState::read(version, text);
        assert_eq!(read.is_ok(), stands, "{version:?} {text}");
        assert!(read.is_err() || read.unwrap().to_string() == text);
    }
    let of = |text| EqState::read(FiveLevels, text).unwrap();
    for (one, other, wanted) in [
        ("11111", "11112", Some(true)),
        ("11112", "11111", Some(false)),
        ("11111", "11111", Some(false)),
        ("21111", "11112", None),
        ("21345", "31345", Some(true)),
    ] {
        assert_eq!(of(one).better_than(of(other)), wanted, "{one} {other}");
    }
    assert_eq!(of("11111").better_than(EqState::read(ThreeLevels, "22222").unwrap()), None);
}

/// R-SCA-9: each scale says what happens where something is missing, by how it is scored.
#[test]
fn every_scale_says_what_is_missing() {
    for scale in Scale::all() {
        let (missing, about) = (scale.about().missing, scale.about());
        let items = !scale.items().is_empty();
        assert_eq!(items, matches!(missing, Missing::NoTotal | Missing::NoDifference), "{scale:?}");
        assert_eq!(missing == Missing::NoDifference, matches!(scale.scoring(), Scoring::Difference(_)));
        assert_eq!(matches!(missing, Missing::MeanNeedsPercent(80)), scale.is_ashworth(), "{scale:?}");
        assert_eq!(missing == Missing::NoSummaryOfGoals, scale.has_goal());
        for text in about.notes.iter().copied().chain([missing.says()]) {
            assert!(
                text.ends_with('.') && !text.contains("  ") && text.trim() == text,
                "{scale:?}: {text:?}"
            );
        }
        for one in about.reliability {
            assert!([one.measure, one.value, one.of, one.source].iter().all(|text| !text.is_empty()));
        }
    }
    assert!(Scale::AdductorTone.about().unverified.is_some());
    let unknown = Scale::all().filter(|scale| scale.about().unverified.is_some()).count();
    assert_eq!(unknown, 1, "the others were read");
}

#[test]
fn what_is_not_offered_is_not_there() {
    let names: BTreeSet<&str> = NOT_OFFERED.iter().map(|one| one.name).collect();
    assert_eq!(names.len(), NOT_OFFERED.len());
    assert!(NOT_OFFERED.iter().all(|one| !one.reason.is_empty()));
    assert!(Scale::all().all(|scale| !names.contains(scale.name())));
    for one in AMBIGUOUS {
        let may: BTreeSet<Scale> = one.may_be.iter().copied().collect();
        assert!(may.len() == one.may_be.len() && may.len() > 1 && one.says.ends_with('.'), "{}", one.name);
    }
}

/// R-SCA-4: the published examples, and what makes no T.
#[test]
fn t_of_any_weights_and_correlation() {
    let t =
        |levels: &[i8], weights: Option<&[f64]>, correlation| goal_attainment(levels, weights, correlation);
    for (levels, weights, correlation, wanted) in [
        (vec![0, 0, 0], None, 0.3, 50.0),
        (vec![1, -1, 2], None, 0.3, 59.128_709_291_752_77),
        (vec![2, 0, -1], Some(vec![3.0, 2.0, 1.0]), 0.3, 61.016_316_230_980_79),
        (vec![-2], None, 0.3, 30.0),
        (vec![-2; 5], None, 0.3, 19.848_865_542_223_64),
        (vec![1, 1], Some(vec![2.0, 2.0]), 0.0, 64.142_135_623_730_95),
        (vec![1, 1], Some(vec![0.5, 0.5]), 1.0, 60.0),
        (vec![2, -2], Some(vec![1.5, 0.0]), 0.3, 70.0),
    ] {
        let made = t(&levels, weights.as_deref(), correlation).unwrap();
        assert!((made - wanted).abs() < 1e-10, "{levels:?}: {made}");
    }
    for (levels, weights, correlation, wanted) in [
        (vec![], None, 0.3, NoGoals::None),
        (vec![1], Some(vec![0.0]), 0.3, NoGoals::None),
        (vec![1, 2], Some(vec![1.0]), 0.3, NoGoals::NotOneEach),
        (vec![3], None, 0.3, NoGoals::NoSuchLevel(3)),
        (vec![1], Some(vec![-1.0]), 0.3, NoGoals::NoSuchWeight),
        (vec![1], Some(vec![f64::NAN]), 0.3, NoGoals::NoSuchWeight),
        (vec![1], None, 1.1, NoGoals::NoSuchCorrelation),
        (vec![1], None, f64::NAN, NoGoals::NoSuchCorrelation),
        (vec![1], Some(vec![1e200]), 0.3, NoGoals::TooLarge),
    ] {
        assert_eq!(t(&levels, weights.as_deref(), correlation), Err(wanted), "{levels:?} {weights:?}");
    }
    let (before, after, weights) = ([-1, -2, -1, -2], [0, 1, 0, 1], [6.0, 3.0, 9.0, 1.0]);
    let change = goal_attainment_change(&before, &after, Some(&weights), GOAL_CORRELATION).unwrap();
    assert!((change.before - 33.621_490_357_993_31).abs() < 1e-10);
    assert!((change.after - 52.848_436_459_479_42).abs() < 1e-10);
    assert!((change.change - 19.226_946_101_486_114).abs() < 1e-10);
    let uneven = goal_attainment_change(&before[..3], &after, Some(&weights), GOAL_CORRELATION);
    assert_eq!(uneven, Err(NoGoals::NotOneEach));
}

proptest! {
    /// R-SCA-4: the rounded T of the record is that of statistics; weights that are all multiplied change nothing; turned
    /// levels mirror T at 50.
    #[test]
    fn one_t_for_records_and_statistics(
        goals in prop::collection::vec((-2_i8..=2, 1_u16..=9), 1..12),
        times in 1_u16..9,
    ) {
        let levels: Vec<i8> = goals.iter().map(|(level, _)| *level).collect();
        let weights: Vec<f64> = goals.iter().map(|(_, weight)| f64::from(*weight)).collect();
        let whole: Vec<GoalLevel> = goals.iter().map(|&(level, weight)| GoalLevel { level, weight }).collect();
        let t = goal_attainment(&levels, Some(&weights), GOAL_CORRELATION).unwrap();
        let rounded = f64::from(goal_attainment_t(&whole).unwrap()) / 100.0;
        prop_assert!((t - rounded).abs() < 0.005_000_1);
        let more: Vec<f64> = weights.iter().map(|weight| weight * f64::from(times)).collect();
        prop_assert!((goal_attainment(&levels, Some(&more), GOAL_CORRELATION).unwrap() - t).abs() < 1e-9);
        let turned: Vec<i8> = levels.iter().map(|level| -level).collect();
        prop_assert!((goal_attainment(&turned, Some(&weights), GOAL_CORRELATION).unwrap() + t - 100.0).abs() < 1e-9);
    }
}
