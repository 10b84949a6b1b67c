//! R-TRI-1: a test dose is looked at by the hours that its sources name; scores before and after compare by the rules of the
//! series that used them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use scales::{Entry, Muscle, Scale, Score, Side, Site};
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::trial::{Look, after_words, looks, response};

fn limits() -> &'static PathwayLimits {
    PathwayLimits::embedded().unwrap()
}

#[test]
fn a_dose_is_looked_at_to_the_end_of_the_observation() {
    use Look::{Scored, Vital};
    let all = looks(&limits().trial, 480);
    let expected =
        [(30, Vital), (60, Scored), (90, Vital), (120, Scored), (180, Scored), (240, Scored), (480, Scored)];
    assert_eq!(all, expected);
    // A shorter observation ends the looks.
    assert_eq!(looks(&limits().trial, 100), [(30, Vital), (60, Scored), (90, Vital), (100, Scored)]);
    assert_eq!(
        [after_words(30), after_words(60), after_words(90)],
        ["30\u{a0}min", "1\u{a0}h", "1\u{a0}h 30\u{a0}min"]
    );
}

fn tone(scale: Scale, muscle: Muscle, value: &str) -> Score {
    let site = Some(Site { muscle: Some(muscle), side: Side::Left });
    Score::read(scale, Entry { value: Some(value), site, goal: None, items: &[] }).unwrap()
}

#[test]
fn scores_compare_by_the_published_rules() {
    use Muscle::{HipAdductors, KneeFlexors};
    let mas = Scale::ModifiedAshworth;
    let penn = |value| Score::new(Scale::PennSpasmFrequency, value).unwrap();
    // Before, after, groups that compare, whether by the mean and by points.
    type Case<'a> = (&'a [Score], &'a [Score], usize, Option<bool>, Option<bool>);
    let cases: [Case<'_>; 6] = [
        // Mean fall of 1 point over two groups, no group by 2: only one of the rules.
        (
            &[tone(mas, HipAdductors, "3"), tone(mas, KneeFlexors, "2")],
            &[tone(mas, HipAdductors, "2"), tone(mas, KneeFlexors, "1")],
            2,
            Some(true),
            Some(false),
        ),
        // Half a point short of it: 1+ lies between 1 and 2.
        (
            &[tone(mas, HipAdductors, "3"), tone(mas, KneeFlexors, "2")],
            &[tone(mas, HipAdductors, "2"), tone(mas, KneeFlexors, "1+")],
            2,
            Some(false),
            Some(false),
        ),
        (&[tone(mas, HipAdductors, "4")], &[tone(mas, HipAdductors, "2")], 1, Some(true), Some(true)),
        (&[penn("3")], &[penn("1")], 0, None, Some(true)),
        // The best score after it counts, and other sites and scales never do.
        (
            &[tone(mas, HipAdductors, "4")],
            &[tone(mas, HipAdductors, "4"), tone(mas, HipAdductors, "1"), tone(mas, KneeFlexors, "0")],
            1,
            Some(true),
            Some(true),
        ),
        (
            &[tone(mas, HipAdductors, "4")],
            &[tone(Scale::AshworthFromZero, HipAdductors, "0"), tone(mas, KneeFlexors, "0")],
            0,
            None,
            None,
        ),
    ];
    for (before, after, groups, by_mean, by_points) in cases {
        let (before, after): (Vec<&Score>, Vec<&Score>) = (before.iter().collect(), after.iter().collect());
        let found = response(&before, &after, &limits().trial);
        assert_eq!(
            (found.groups, found.by_mean, found.by_points),
            (groups, by_mean, by_points),
            "{before:?} {after:?}"
        );
    }
}
