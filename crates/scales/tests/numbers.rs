//! R-SCA-6 to R-SCA-8: grades as numbers, one numbering as another, several sites as one number, changes that matter.
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
    Coding, Direction, Entry, Fraction, How, IMPORT_FORMS, ImportForm, Limb, Muscle, NoSummary, NotConverted,
    RESPONSE_RULES, ResponseRule, SERIES_SUMMARIES, Scale, Score, Side, Site, SiteSet, converted, summary,
};
use std::collections::BTreeSet;

fn fraction(over: i64, under: i64) -> Fraction {
    Fraction::new(over, under).unwrap()
}

fn at(scale: Scale, value: &str, site: Site) -> Score {
    Score::read(scale, Entry { value: Some(value), site: Some(site), ..Entry::default() }).unwrap()
}

fn whole(scale: Scale, value: &str) -> Score {
    let goal = scale.has_goal().then_some("stand to dress");
    Score::read(scale, Entry { value: Some(value), goal, ..Entry::default() }).unwrap()
}

fn ladder(muscles: &[Muscle], values: &[&str], scale: Scale) -> Vec<Score> {
    let sites = muscles.iter().map(|muscle| Site { muscle: Some(*muscle), side: Side::Left });
    sites.zip(values).map(|(site, value)| at(scale, value, site)).collect()
}

fn refs(scores: &[Score]) -> Vec<&Score> {
    scores.iter().collect()
}

/// R-SCA-6: 1+ is 1.5 or the third rank, by the coding that is asked for; never 1, and never without a coding.
#[test]
fn numbers_are_those_of_the_coding() {
    let coded = |scale: Scale, coding| -> Option<Vec<i32>> {
        scale.grades().iter().map(|value| scale.number_tenths(value, coding)).collect()
    };
    let (written, half, ranks) = (Coding::AsWritten, Coding::OneAndAHalf, Coding::Ranks);
    for (scale, coding, wanted) in [
        (Scale::ModifiedAshworth, half, Some(vec![0, 10, 15, 20, 30, 40])),
        (Scale::ModifiedAshworth, ranks, Some(vec![0, 10, 20, 30, 40, 50])),
        (Scale::ModifiedAshworth, written, None),
        (Scale::AshworthFromZero, written, Some(vec![0, 10, 20, 30, 40])),
        (Scale::AshworthFromOne, written, Some(vec![10, 20, 30, 40, 50])),
        (Scale::AshworthFromZero, half, None),
        (Scale::AshworthFromOne, ranks, None),
        (Scale::PennSpasmSeverity, written, Some(vec![10, 20, 30])),
        (Scale::GoalAttainment, written, Some(vec![-20, -10, 0, 10, 20])),
        (Scale::Gmfcs, written, None),
        (Scale::Gmfcs, ranks, None),
    ] {
        assert_eq!(coded(scale, coding), wanted, "{scale:?} {coding:?}");
    }
    assert_eq!(whole(Scale::ModifiedAshworth, "1+").number(half), Some(fraction(3, 2)));
    for scale in Scale::all() {
        assert_eq!(scale.is_outcome(), !scale.codings().is_empty(), "{scale:?}");
        assert_eq!(scale.is_outcome(), scale.direction() != Direction::Classification);
        for coding in scale.codings() {
            assert_eq!(Coding::by_word(coding.word()), Some(*coding));
            let numbers = coded(scale, *coding).unwrap();
            assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{scale:?} {coding:?}");
        }
        for stray in ["", "1++", "1.5", "NA", "-"] {
            assert!(scale.codings().iter().all(|coding| scale.number_tenths(stray, *coding).is_none()));
        }
    }
    let says: BTreeSet<&str> = Coding::WORDS.iter().map(|(_, coding)| coding.says()).collect();
    assert_eq!(says.len(), Coding::WORDS.len());
}

/// R-SCA-6: of all pairs of scales four are converted, and no other.
#[test]
fn only_a_numbering_is_converted() {
    let shifts = [
        (Scale::AshworthFromZero, Scale::AshworthFromOne, "0 1 2 3 4", "1 2 3 4 5"),
        (Scale::AshworthFromOne, Scale::AshworthFromZero, "1 2 3 4 5", "0 1 2 3 4"),
        (Scale::Barthel, Scale::BarthelToTwenty, "0 5 50 95 100", "0 1 10 19 20"),
        (Scale::BarthelToTwenty, Scale::Barthel, "0 1 10 19 20", "0 5 50 95 100"),
    ];
    for from in Scale::all() {
        for to in Scale::all() {
            let shift = shifts.iter().find(|(one, other, ..)| (*one, *other) == (from, to));
            for value in from.grades() {
                let made = converted(&whole(from, &value), to);
                match shift {
                    Some((.., old, new)) => {
                        let made = made.unwrap();
                        assert_eq!(made.scale(), to);
                        let wanted = old.split(' ').zip(new.split(' ')).find(|(old, _)| *old == value);
                        assert!(wanted.is_none_or(|(_, new)| made.value() == new), "{from:?} {value}");
                        assert_eq!(converted(&made, from).unwrap(), whole(from, &value));
                    }
                    None => assert_eq!(made, Err(NotConverted::Apart { from, to })),
                }
            }
        }
    }
    let site = Site { muscle: Some(Muscle::KneeFlexors), side: Side::Right };
    let made = converted(&at(Scale::AshworthFromZero, "3", site), Scale::AshworthFromOne).unwrap();
    assert_eq!((made.value().as_str(), made.site()), ("4", Some(site)));
}

/// R-SCA-6: values of others are read by the form they come from; "not assessed" is missing.
#[test]
fn imports_are_read_by_their_form() {
    let cases = [
        ("modified-ashworth-cprn", "1.5", Ok(Some("1+"))),
        ("modified-ashworth-cprn", "4", Ok(Some("4"))),
        ("modified-ashworth-cprn", "5", Ok(None)),
        ("modified-ashworth-cprn", "1+", Err(())),
        ("modified-ashworth-cprn", "", Err(())),
        ("modified-ashworth-one-and-a-half", "5", Err(())),
        ("modified-ashworth-one-and-a-half", "2", Ok(Some("2"))),
        ("modified-ashworth-ranks", "2", Ok(Some("1+"))),
        ("modified-ashworth-ranks", "5", Ok(Some("4"))),
        ("modified-ashworth-ranks", "6", Err(())),
        ("snow-spasm-frequency-from-one", "1", Ok(Some("0"))),
        ("snow-spasm-frequency-from-one", "0", Err(())),
    ];
    for (form, code, wanted) in cases {
        let read = ImportForm::by_word(form).unwrap().read(code);
        assert_eq!(read.map_err(|_| ()), wanted, "{form} {code}");
    }
    for form in IMPORT_FORMS {
        let codes: BTreeSet<&str> = form.codes.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes.len(), form.codes.len(), "{}", form.word);
        let values: Vec<String> =
            form.codes.iter().filter_map(|(_, value)| value.map(str::to_owned)).collect();
        assert_eq!(values, form.scale.grades(), "{}: every grade once, in order", form.word);
    }
}

/// R-SCA-7: a mean over a list, as a fraction; or why there is none.
#[test]
fn sites_make_one_number_or_none() {
    use Muscle::{
        AnklePlantarFlexors as Ankle, HipAdductors as Adductors, HipFlexors as Hip,
        KneeExtensors as Quadriceps, KneeFlexors as Knee,
    };
    let leg = SiteSet::Leg(Side::Left).sites();
    let mas = Scale::ModifiedAshworth;
    let all = ladder(&[Hip, Adductors, Knee, Quadriceps, Ankle], &["1+", "2", "1", "0", "3"], mas);
    let take = |scores: &[Score], sites: &[Site], how, coding| {
        summary(&refs(scores), sites, how, coding).map(|summary| (summary.value, summary.missing.len()))
    };
    let (half, ranks, written) = (Coding::OneAndAHalf, Coding::Ranks, Coding::AsWritten);
    let few = |how, rated, needed| Err(NoSummary::TooFew { how, rated, listed: 5, needed });
    assert_eq!(take(&all, &leg, How::Mean, half), Ok((fraction(75, 50), 0)));
    assert_eq!(take(&all, &leg, How::Mean, ranks), Ok((fraction(10, 5), 0)));
    assert_eq!(take(&all, &leg, How::Sum, half), Ok((fraction(15, 2), 0)));
    // Four of five are the 80 percent that a mean needs; what is missing counts neither as 0 nor in the number of sites.
    assert_eq!(take(&all[..4], &leg, How::Mean, half), Ok((fraction(45, 40), 1)));
    assert_eq!(take(&all[..3], &leg, How::Mean, half), few(How::Mean, 3, 4));
    assert_eq!(take(&all[..4], &leg, How::Sum, half), few(How::Sum, 4, 5));
    assert_eq!(take(&[], &leg, How::Mean, half), few(How::Mean, 0, 4));
    assert_eq!(take(&all, &[], How::Mean, half), Err(NoSummary::NoSites));
    assert_eq!(take(&all, &leg, How::Mean, written), Err(NoSummary::NotCoded(mas, written)));
    // Ten sites need eight.
    let legs = SiteSet::Legs.sites();
    let both =
        |count: usize| -> Vec<Score> { legs[..count].iter().map(|site| at(mas, "2", *site)).collect() };
    assert_eq!(take(&both(8), &legs, How::Mean, half), Ok((fraction(2, 1), 2)));
    assert!(matches!(take(&both(7), &legs, How::Mean, half), Err(NoSummary::TooFew { needed: 8, .. })));
    // Three need all three.
    let three = SiteSet::LegOfThree(Side::Left).sites();
    assert!(matches!(
        take(&all[..3], &three, How::Mean, half),
        Err(NoSummary::TooFew { rated: 2, needed: 3, .. })
    ));
    // The other side and a score without a site count for nothing here.
    let mut more = all.clone();
    more.push(at(mas, "4", Site { muscle: Some(Knee), side: Side::Right }));
    more.push(whole(mas, "4"));
    assert_eq!(take(&more, &leg, How::Mean, half), take(&all, &leg, How::Mean, half));
    more.push(at(mas, "4", Site { muscle: Some(Knee), side: Side::Left }));
    assert_eq!(take(&more, &leg, How::Mean, half), Err(NoSummary::Twice("left knee flexors".to_owned())));
    let twice = [leg[0], leg[1], leg[0]];
    assert!(matches!(take(&all, &twice, How::Mean, half), Err(NoSummary::Twice(_))));
    // Variants never.
    for (one, other) in [
        (Scale::AshworthFromZero, Scale::AshworthFromOne),
        (Scale::AshworthFromZero, mas),
        (mas, Scale::TardieuQualityToFour),
    ] {
        let mut mixed = ladder(&[Hip, Adductors, Knee, Quadriceps], &["2"; 4], one);
        mixed.extend(ladder(&[Ankle], &["2"], other));
        assert_eq!(take(&mixed, &leg, How::Mean, one.codings()[0]), Err(NoSummary::Mixed(one, other)));
    }
    for scale in [Scale::TardieuQualityToFour, Scale::TardieuAngle] {
        let scores = ladder(&[Hip, Adductors, Knee, Quadriceps, Ankle], &["2"; 5], scale);
        assert_eq!(take(&scores, &leg, How::Mean, written), Err(NoSummary::NotSummed(scale)));
    }
}

#[test]
fn sets_of_sites_have_words_and_sites() {
    for (word, set) in SiteSet::WORDS {
        assert_eq!((set.word(), SiteSet::by_word(word)), (word, Some(set)));
        let sites = set.sites();
        let apart: BTreeSet<Site> = sites.iter().copied().collect();
        assert_eq!(apart.len(), sites.len(), "{word}");
        assert!(sites.iter().all(|site| site.muscle.unwrap().limb() == set.limb()), "{word}");
        let side = if word.starts_with("left") { Some(Side::Left) } else { None };
        assert!(side.is_none_or(|side| sites.iter().all(|site| site.side == side)), "{word}");
    }
    let count = |set: SiteSet| set.sites().len();
    assert_eq!([count(SiteSet::Legs), count(SiteSet::Arms), count(SiteSet::Leg(Side::Right))], [10, 6, 5]);
    assert_eq!(SERIES_SUMMARIES.iter().filter(|series| series.sets.is_empty()).count(), 1);
}

/// R-SCA-8: each series' rule of response by its own words.
#[test]
fn rules_of_response_are_those_of_their_series() {
    let legs = SiteSet::Legs.sites();
    let look = |scale: Scale, values: &[&str]| -> Vec<Score> {
        legs.iter().zip(values).map(|(site, value)| at(scale, value, *site)).collect()
    };
    let judged = |rule: &str, before: &[Score], after: &[Score], coding| {
        let rule = ResponseRule::by_word(rule).unwrap();
        rule.answer(&refs(before), &refs(after), &legs, coding)
            .map(|answered| (answered.fall, answered.reached))
    };
    let (zero, half, ranks) = (Scale::AshworthFromZero, Coding::OneAndAHalf, Coding::Ranks);
    let threes = look(zero, &["3"; 10]);
    let nine = look(zero, &["2", "2", "2", "2", "2", "2", "2", "2", "2", "3"]);
    let ten = look(zero, &["2"; 10]);
    assert_eq!(judged("mean-leg-fall", &threes, &nine, half), Ok((fraction(9, 10), false)));
    assert_eq!(judged("mean-leg-fall", &threes, &ten, half), Ok((fraction(1, 1), true)));
    assert_eq!(judged("two-points", &threes, &ten, half), Ok((fraction(1, 1), false)));
    let one_far = look(zero, &["1", "3", "3", "3", "3", "3", "3", "3", "3", "3"]);
    assert_eq!(judged("two-points", &threes, &one_far, half), Ok((fraction(2, 1), true)));
    assert_eq!(judged("mean-leg-fall", &threes, &one_far, half), Ok((fraction(1, 5), false)));
    assert_eq!(judged("mean-leg-fall", &ten, &threes, half), Ok((fraction(-1, 1), false)));
    // A site that is not looked at again moves no mean.
    let mut uneven = look(zero, &["4", "4", "2", "2", "2", "2", "2", "2", "2", "2"]);
    let later = look(zero, &["1"; 10]).split_off(2);
    assert_eq!(judged("mean-leg-fall", &uneven, &later, half), Ok((fraction(1, 1), true)));
    assert!(matches!(
        judged("mean-leg-fall", &uneven, &later[1..], half),
        Err(NoSummary::TooFew { rated: 7, needed: 8, .. })
    ));
    // Spasms count for two points, and never for the mean; Snow's for neither.
    uneven.push(whole(Scale::PennSpasmFrequency, "3"));
    let spasms = [whole(Scale::PennSpasmFrequency, "1")];
    assert_eq!(judged("two-points-six-hours", &uneven, &spasms, half), Ok((fraction(2, 1), true)));
    assert!(judged("mean-leg-fall", &uneven, &spasms, half).is_err());
    let snow = |value| [whole(Scale::SnowSpasmFrequency, value)];
    assert_eq!(judged("two-points", &snow("4"), &snow("0"), half), Err(NoSummary::NothingToCompare));
    // Variants are not mixed, and no score is taken twice.
    let other = look(Scale::AshworthFromOne, &["2"; 10]);
    assert_eq!(
        judged("mean-leg-fall", &threes, &other, half),
        Err(NoSummary::Mixed(zero, Scale::AshworthFromOne))
    );
    assert_eq!(judged("two-points", &threes, &other, half), Err(NoSummary::NothingToCompare));
    let twice = [whole(Scale::PennSpasmFrequency, "1"), whole(Scale::PennSpasmFrequency, "2")];
    assert_eq!(
        judged("two-points", &uneven, &twice, half),
        Err(NoSummary::Twice("Penn spasm frequency".to_owned()))
    );
    // How 1+ is counted decides: it has to be said.
    let mas = |value| look(Scale::ModifiedAshworth, &[value; 10]);
    assert_eq!(judged("two-points", &mas("2"), &mas("1"), half), Ok((fraction(1, 1), false)));
    assert_eq!(judged("two-points", &mas("2"), &mas("1"), ranks), Ok((fraction(2, 1), true)));
    assert_eq!(RESPONSE_RULES.map(|rule| rule.after_hours), [None, None, Some(6)]);
}

/// R-SCA-8: which change "how many reached it" is counted by; none where none was found.
#[test]
fn changes_that_matter_are_explicit() {
    let counting = |scale: Scale, limb| scale.counting_difference(limb).map(|one| one.amount);
    for (scale, limb, wanted) in [
        (Scale::ModifiedAshworth, Some(Limb::Leg), Some("0.73")),
        (Scale::ModifiedAshworth, Some(Limb::Arm), Some("0.76")),
        (Scale::ModifiedAshworth, None, None),
        (Scale::Barthel, None, Some("9.25")),
        (Scale::Barthel, Some(Limb::Leg), Some("9.25")),
        (Scale::BarthelToTwenty, None, Some("1.85")),
        (Scale::PainNumeric, None, Some("2")),
    ] {
        assert_eq!(counting(scale, limb), wanted, "{scale:?} {limb:?}");
    }
    let known = [Scale::ModifiedAshworth, Scale::Barthel, Scale::BarthelToTwenty, Scale::PainNumeric];
    for scale in Scale::all() {
        let differences = scale.about().important_differences;
        assert_eq!(!differences.is_empty(), known.contains(&scale), "{scale:?}");
        let limbs: BTreeSet<Option<Limb>> = differences.iter().map(|one| one.limb).collect();
        for limb in limbs {
            let counts = differences.iter().filter(|one| one.limb == limb && one.counts).count();
            assert_eq!(counts, 1, "{scale:?}: exactly one counts");
        }
        assert!(differences.iter().all(|one| one.points().is_some_and(|points| points > Fraction::ZERO)));
        assert!(differences.iter().all(|one| !one.found.says().is_empty() && one.patients > 0));
    }
    let five = Scale::BarthelToTwenty.counting_difference(None).unwrap().points().unwrap();
    let hundred = Scale::Barthel.counting_difference(None).unwrap().points().unwrap();
    assert_eq!(hundred, fraction(five.over() * 5, five.under()));
    let gain = |scale: Scale, before, after| {
        let least = scale.counting_difference(None).unwrap().points().unwrap();
        scale.improves_by(fraction(before, 1), fraction(after, 1), least)
    };
    assert_eq!(gain(Scale::Barthel, 40, 50), Some(true));
    assert_eq!(gain(Scale::Barthel, 40, 45), Some(false));
    assert_eq!(gain(Scale::Barthel, 50, 40), Some(false));
    assert_eq!(gain(Scale::PainNumeric, 7, 5), Some(true));
    assert_eq!(gain(Scale::PainNumeric, 5, 7), Some(false));
    assert_eq!(Scale::Gmfcs.improves_by(Fraction::ZERO, Fraction::ZERO, Fraction::ZERO), None);
}

#[test]
fn decimals_are_exact() {
    for (text, wanted) in [
        ("0.45", Some((9, 20))),
        ("9.25", Some((37, 4))),
        ("2", Some((2, 1))),
        ("-1.5", Some((-3, 2))),
        ("-0.5", Some((-1, 2))),
        ("", None),
        (".5", None),
        ("1.", None),
        ("1+", None),
        ("1e3", None),
        ("+1", None),
        ("1.-5", None),
    ] {
        let read = Fraction::decimal(text).map(|read| (read.over(), read.under()));
        assert_eq!(read, wanted, "{text}");
    }
    assert_eq!(Fraction::new(1, 0), None);
    assert_eq!(Fraction::new(3, -6), Fraction::new(-1, 2));
}

proptest! {
    /// R-SCA-7: order and what is not listed change no summary; a mean lies between its grades; the sum is the mean times the
    /// sites; the two codings order the same.
    #[test]
    fn summaries_hold(
        grades in prop::collection::vec(0_usize..6, 10),
        rated in prop::collection::vec(any::<bool>(), 10),
        turn in 0_usize..10,
    ) {
        let (scale, sites) = (Scale::ModifiedAshworth, SiteSet::Legs.sites());
        let words = scale.grades();
        let mut scores: Vec<Score> = sites.iter().zip(&grades).zip(&rated).filter(|(_, rated)| **rated)
            .map(|((site, grade), _)| at(scale, &words[*grade], *site)).collect();
        for coding in [Coding::OneAndAHalf, Coding::Ranks] {
            let made = summary(&refs(&scores), &sites, How::Mean, coding);
            prop_assert_eq!(made.is_ok(), scores.len() >= 8, "{} rated", scores.len());
            let sum = summary(&refs(&scores), &sites, How::Sum, coding);
            prop_assert_eq!(sum.is_ok(), scores.len() == 10);
            let Ok(made) = made else { continue };
            let numbers: Vec<Fraction> = scores.iter().map(|score| score.number(coding).unwrap()).collect();
            prop_assert!(numbers.iter().min().unwrap() <= &made.value && &made.value <= numbers.iter().max().unwrap());
            prop_assert_eq!(made.missing.len(), 10 - scores.len());
            if let Ok(sum) = sum {
                prop_assert_eq!(sum.value, fraction(made.value.over() * 10, made.value.under()));
            }
            let plain: f64 = numbers.iter().map(|number| number.to_f64()).sum::<f64>() / scores.len() as f64;
            prop_assert!((plain - made.value.to_f64()).abs() < 1e-9);
            let by = turn % scores.len();
            scores.rotate_left(by);
            prop_assert_eq!(summary(&refs(&scores), &sites, How::Mean, coding).unwrap(), made);
        }
    }

    /// A fraction is that of plain arithmetic.
    #[test]
    fn fractions_hold(a in -999_i64..999, b in 1_i64..99, c in -999_i64..999, d in 1_i64..99) {
        let (one, other) = (fraction(a, b), fraction(c, d));
        prop_assert_eq!(one.cmp(&other), (a * d).cmp(&(c * b)));
        prop_assert_eq!(one.less(other).unwrap(), fraction(a * d - c * b, b * d));
        prop_assert_eq!(one, fraction(a * 7, b * 7));
    }
}
