//! R-SCA-1 to R-SCA-4: which scores can be, and which cannot.
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
    Direction, Domain, Entry, GoalLevel, Muscle, NoGoals, NoScore, Scale, Score, Scoring, Side, Site, Sites,
    Values, goal_attainment_t, penn_parts_agree,
};
use std::collections::BTreeSet;

fn goal(scale: Scale) -> Option<&'static str> {
    scale.has_goal().then_some("stand to dress")
}

fn score(scale: Scale, value: &str) -> Result<Score, NoScore> {
    Score::read(scale, Entry { value: Some(value), goal: goal(scale), ..Entry::default() })
}

/// Values as the outcome sheet lists them, written down once more and apart from the tables: word, values in order, whether
/// less (-1), more (1) or neither (0) is better.
fn sheet() -> Vec<(&'static str, Vec<String>, i8)> {
    let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let range = |from: u32, to: u32, step: usize| -> Vec<String> {
        (from..=to).step_by(step).map(|number| number.to_string()).collect()
    };
    vec![
        ("ashworth-0-4", words("0 1 2 3 4"), -1),
        ("ashworth-1-5", words("1 2 3 4 5"), -1),
        ("modified-ashworth", words("0 1 1+ 2 3 4"), -1),
        ("tardieu-quality-0-4", words("0 1 2 3 4"), -1),
        ("tardieu-quality-0-5", words("0 1 2 3 4 5"), -1),
        ("tardieu-angle", range(0, 180, 1), -1),
        ("adductor-tone", words("0 1 2 3 4"), -1),
        ("penn-spasm-frequency", words("0 1 2 3 4"), -1),
        ("penn-spasm-severity", words("1 2 3"), -1),
        ("snow-spasm-frequency", words("0 1 2 3 4"), -1),
        ("scats-clonus", words("0 1 2 3"), -1),
        ("scats-flexor-spasm", words("0 1 2 3"), -1),
        ("scats-extensor-spasm", words("0 1 2 3"), -1),
        ("barry-albright-dystonia", range(0, 32, 1), -1),
        ("pain", range(0, 10, 1), -1),
        ("pain-least", range(0, 10, 1), -1),
        ("pain-worst", range(0, 10, 1), -1),
        ("pain-vas", range(0, 100, 1), -1),
        ("barthel", range(0, 100, 5), 1),
        ("barthel-20", range(0, 20, 1), 1),
        ("barthel-shah", range(0, 100, 1), 1),
        ("fim-total", range(18, 126, 1), 1),
        ("fim-motor", range(13, 91, 1), 1),
        ("fim-cognitive", range(5, 35, 1), 1),
        ("disability-assessment", range(0, 12, 1), -1),
        ("gmfcs", words("I II III IV V"), 0),
        ("goal-attainment", words("-2 -1 0 +1 +2"), 1),
        ("eq-vas", range(0, 100, 1), 1),
    ]
}

/// R-SCA-1: each scale has the values of the sheet in their order and no others, and the better of two is by its direction.
#[test]
fn values_are_those_of_the_sheet() {
    let sheet = sheet();
    let words: Vec<&str> = sheet.iter().map(|(word, ..)| *word).collect();
    assert_eq!(words, Scale::WORDS.map(|(word, _)| word));
    // Every value that any scale has, and what people write instead of one.
    let mut all: BTreeSet<String> = sheet.iter().flat_map(|(_, values, _)| values.clone()).collect();
    for stray in
        ["", " ", "1 ", " 1", "1.0", "1.5", "+0", "-0", "01", "1++", "i", "5+", "-3", "+3", "١", "127"]
    {
        all.insert(stray.to_owned());
    }
    for (word, values, better) in sheet {
        let scale = Scale::by_word(word).unwrap();
        assert_eq!(scale.word(), word);
        assert_eq!(scale.grades(), values, "{word}");
        for value in &all {
            let read = score(scale, value);
            assert_eq!(read.is_ok(), values.contains(value), "{word} {value:?}");
            match read {
                Ok(read) => assert_eq!(&read.value(), value),
                Err(error) => {
                    assert!(matches!(error, NoScore::NoSuchValue { .. }), "{word} {value:?}: {error}")
                }
            }
        }
        let scores: Vec<Score> = values.iter().map(|value| score(scale, value).unwrap()).collect();
        for (one, first) in scores.iter().enumerate() {
            for (two, second) in scores.iter().enumerate() {
                let wanted = match better {
                    -1 => Some(one < two),
                    1 => Some(one > two),
                    _ => None,
                };
                assert_eq!(first.better_than(second), wanted, "{word} {one} {two}");
                assert_eq!(first.ordinal_tenths() < second.ordinal_tenths(), one < two, "{word} {one} {two}");
            }
        }
        let ends = (scores[0].ordinal_tenths(), scores[scores.len() - 1].ordinal_tenths());
        assert_eq!(scale.axis_tenths(), ends);
    }
    assert_eq!(score(Scale::ModifiedAshworth, "1+").unwrap().ordinal_tenths(), 15);
}

/// R-SCA-2: variants, sites and goals are never compared with each other.
#[test]
fn only_like_is_compared() {
    let at = |muscle, side| {
        let site = Some(Site { muscle: Some(muscle), side });
        Score::read(Scale::ModifiedAshworth, Entry { value: Some("2"), site, ..Entry::default() }).unwrap()
    };
    let of = |goal| {
        Score::read(Scale::GoalAttainment, Entry { value: Some("0"), goal: Some(goal), ..Entry::default() })
            .unwrap()
    };
    let apart = [
        score(Scale::AshworthFromZero, "2").unwrap(),
        score(Scale::AshworthFromOne, "2").unwrap(),
        score(Scale::ModifiedAshworth, "2").unwrap(),
        score(Scale::PennSpasmFrequency, "2").unwrap(),
        score(Scale::SnowSpasmFrequency, "2").unwrap(),
        score(Scale::Barthel, "20").unwrap(),
        score(Scale::BarthelToTwenty, "20").unwrap(),
        score(Scale::BarthelShah, "20").unwrap(),
        at(Muscle::KneeFlexors, Side::Left),
        at(Muscle::KneeFlexors, Side::Right),
        at(Muscle::KneeExtensors, Side::Left),
        of("stand to dress"),
        of("sit through a meal"),
    ];
    for (one, first) in apart.iter().enumerate() {
        for (two, second) in apart.iter().enumerate() {
            assert_eq!(
                first.better_than(second).is_some(),
                one == two,
                "{} and {}",
                first.what(),
                second.what()
            );
        }
    }
    assert_eq!(at(Muscle::KneeFlexors, Side::Left).what(), "modified Ashworth, left knee flexors");
}

/// R-SCA-2: a site stands only where the scale is taken at one, and whole; a goal only on goal attainment, and there always.
#[test]
fn sites_and_goals_are_those_of_the_scale() {
    let whole = Site { muscle: Some(Muscle::HipAdductors), side: Side::Left };
    let side = Site { muscle: None, side: Side::Right };
    for scale in Scale::all() {
        let value = &scale.grades()[0];
        let read = |site, goal| Score::read(scale, Entry { value: Some(value), site, goal, items: &[] });
        let takes = |site| read(Some(site), goal(scale)).is_ok();
        assert_eq!(takes(whole), scale.sites() == Sites::MuscleAndSide, "{scale:?}");
        assert_eq!(takes(side), scale.sites() == Sites::Side, "{scale:?}");
        assert!(scale.sites().all().into_iter().all(takes), "{scale:?}");
        assert_eq!(read(None, Some("a goal")).is_ok(), scale.has_goal(), "{scale:?}");
        assert_eq!(read(None, None).is_ok(), !scale.has_goal(), "{scale:?}");
        assert_eq!(
            read(None, Some(" ")),
            Err(if scale.has_goal() { NoScore::NoGoal(scale) } else { NoScore::HasNoGoals(scale) })
        );
    }
    for site in Scale::all().flat_map(|scale| scale.sites().all()) {
        assert_eq!(Site::by_words(site.muscle.map(Muscle::word), site.side.word()), Some(site));
    }
    assert_eq!([Site::by_words(Some("knee"), "left"), Site::by_words(None, "both")], [None, None]);
    let words: BTreeSet<&str> = Muscle::WORDS.iter().map(|(word, _)| *word).collect();
    assert_eq!(words.len(), Muscle::WORDS.len());
}

proptest! {
    /// R-SCA-3: a total is the sum of all items; the value beside it must agree; one missing item leaves no total.
    #[test]
    fn totals_stand_on_all_items(
        scale in prop::sample::select(vec![Scale::Barthel, Scale::BarthelToTwenty, Scale::BarryAlbrightDystonia]),
        picks in prop::collection::vec(0_u16..1000, 10),
        missing in 0_usize..10,
        other in 0_usize..33,
        turn in 0_usize..10,
    ) {
        let items = scale.items();
        let values: Vec<String> = items.iter().zip(&picks)
            .map(|(item, pick)| item.values.value(pick % item.values.count()).unwrap()).collect();
        let mut given: Vec<(&str, &str)> = items.iter().zip(&values).map(|(item, value)| (item.word, value.as_str())).collect();
        let sum: u32 = values.iter().map(|value| value.parse::<u32>().unwrap()).sum();
        given.rotate_left(turn % items.len());
        let read = |given: &[(&str, &str)], value| Score::read(scale, Entry { value, items: given, ..Entry::default() });
        let total = read(&given, None).unwrap();
        prop_assert_eq!(total.value(), sum.to_string());
        let kept: Vec<String> = total.items().map(|(_, value)| value).collect();
        prop_assert_eq!(&kept, &values);
        let all = scale.grades();
        let other = &all[other % all.len()];
        prop_assert_eq!(read(&given, Some(other)).is_ok(), *other == sum.to_string());
        let gone = given.remove(missing % items.len());
        prop_assert_eq!(read(&given, None), Err(NoScore::ItemsMissing(vec![gone.0])));
        let sum = sum.to_string();
        prop_assert!(read(&given, Some(&sum)).is_err());
        given.extend([gone, gone]);
        prop_assert_eq!(read(&given, None), Err(NoScore::ItemTwice(gone.0)));
    }

    /// R-SCA-1: no text that is not a value is read as one.
    #[test]
    fn nothing_else_is_a_value(text in "[-+0-9IV. ]{0,4}|\\PC{0,6}") {
        for scale in Scale::all() {
            prop_assert_eq!(score(scale, &text).is_ok(), scale.grades().contains(&text));
        }
    }

    /// R-SCA-4: T is that of the formula in floating point.
    #[test]
    fn t_is_that_of_the_formula(goals in prop::collection::vec((-2_i8..=2, 0_u16..=9), 1..12)) {
        let levels: Vec<GoalLevel> = goals.iter().map(|&(level, weight)| GoalLevel { level, weight }).collect();
        let sum = |of: &dyn Fn(f64, f64) -> f64| goals.iter().map(|&(x, w)| of(f64::from(x), f64::from(w))).sum::<f64>();
        let (points, squares, weights) = (sum(&|x, w| w * x), sum(&|_, w| w * w), sum(&|_, w| w));
        match goal_attainment_t(&levels) {
            Ok(t) => {
                let wanted = 50.0 + 10.0 * points / (0.7 * squares + 0.3 * weights * weights).sqrt();
                prop_assert!((f64::from(t) / 100.0 - wanted).abs() < 0.005_000_1, "{t} and {wanted}");
            }
            Err(error) => {
                prop_assert_eq!(error, NoGoals::None);
                prop_assert!(goals.iter().all(|(_, weight)| *weight == 0));
            }
        }
    }
}

/// R-SCA-4: the published examples.
#[test]
fn t_of_the_examples() {
    let t = |goals: &[(i8, u16)]| {
        goal_attainment_t(
            &goals.iter().map(|&(level, weight)| GoalLevel { level, weight }).collect::<Vec<_>>(),
        )
    };
    assert_eq!(t(&[(0, 1), (0, 3)]), Ok(5_000));
    assert_eq!(t(&[(1, 1), (-1, 1), (2, 1)]), Ok(5_913));
    assert_eq!(t(&[(2, 3), (0, 2), (-1, 1)]), Ok(6_102));
    assert_eq!(t(&[(-2, 1)]), Ok(3_000));
    assert_eq!(t(&[(-2, 1); 5]), Ok(1_985));
    assert_eq!(t(&[]), Err(NoGoals::None));
    assert_eq!(t(&[(3, 1)]), Err(NoGoals::NoSuchLevel(3)));
}

/// R-SCA-3: an item has its own values; a scale without items has none; R2 is not less than R1.
#[test]
fn items_are_those_of_the_scale() {
    let read =
        |scale, items: &[(&str, &str)], value| Score::read(scale, Entry { value, items, ..Entry::default() });
    let no_item =
        |scale, items: &[(&str, &str)]| matches!(read(scale, items, None), Err(NoScore::NoSuchItem { .. }));
    assert!(no_item(Scale::BarthelShah, &[("feeding", "10")]));
    assert!(no_item(Scale::Barthel, &[("feed", "10")]));
    assert!(matches!(read(Scale::Barthel, &[("bathing", "10")], None), Err(NoScore::NoSuchItemValue { .. })));
    assert!(matches!(
        read(Scale::BarthelToTwenty, &[("feeding", "5")], None),
        Err(NoScore::NoSuchItemValue { .. })
    ));
    assert_eq!(read(Scale::TardieuAngle, &[("r1", "20"), ("r2", "65")], None).unwrap().value(), "45");
    let turned = read(Scale::TardieuAngle, &[("r1", "65"), ("r2", "20")], None);
    assert_eq!(turned, Err(NoScore::MakesNone(Scale::TardieuAngle)));
    assert_eq!(read(Scale::Barthel, &[], None), Err(NoScore::Empty(Scale::Barthel)));
    for scale in Scale::all() {
        let Scoring::Sum(items) = scale.scoring() else { continue };
        let end = |last: bool| -> u32 {
            let rank = |values: Values| if last { values.count() - 1 } else { 0 };
            let one = |values: Values| values.value(rank(values)).unwrap().parse::<u32>().unwrap();
            items.iter().map(|item| one(item.values)).sum()
        };
        let grades = scale.grades();
        let ends = [&grades[0], &grades[grades.len() - 1]].map(|value| value.parse::<u32>().unwrap());
        assert_eq!([end(false), end(true)], ends, "{scale:?}");
    }
}

/// R-SCA-1: every scale says what it is, and an answer's code means its points only within its item.
#[test]
fn every_scale_says_what_it_is() {
    for scale in Scale::all() {
        let about = scale.about();
        for text in [about.name, about.version, about.rule, about.licence, about.citation] {
            assert!(!text.is_empty() && !text.contains("  ") && text.trim() == text, "{scale:?}: {text:?}");
        }
        for difference in about.important_differences {
            assert!(difference.amount.parse::<f64>().unwrap() > 0.0 && !difference.source.is_empty());
        }
        for item in scale.items() {
            let points: Vec<String> = item.answers.iter().map(|(_, points)| points.to_string()).collect();
            assert!(points.is_empty() || points == item.values.all().collect::<Vec<_>>(), "{}", item.word);
        }
        assert!(about.direction != Direction::Classification || !about.domain.is_raised_for());
    }
    let names: BTreeSet<&str> = Scale::all().map(Scale::name).collect();
    assert_eq!(names.len(), Scale::WORDS.len());
    let independent = |word: &str| {
        let item = Scale::Barthel.items().iter().find(|item| item.word == word).unwrap();
        item.answers.iter().find(|(code, _)| *code == "LA12302-8").unwrap().1
    };
    assert_eq!(["feeding", "transfers", "stairs"].map(independent), [10, 15, 10]);
    assert_eq!(Scale::Gmfcs.domain(), Domain::Function);
}

/// R-SCA-1: spasms that do not happen have no severity.
#[test]
fn penn_has_no_severity_without_spasms() {
    let severity = score(Scale::PennSpasmSeverity, "2").unwrap();
    for value in Scale::PennSpasmFrequency.grades() {
        let frequency = score(Scale::PennSpasmFrequency, &value).unwrap();
        assert!(penn_parts_agree(&frequency, None).is_ok());
        assert_eq!(penn_parts_agree(&frequency, Some(&severity)).is_ok(), value != "0");
    }
}
