//! R-LOE-1, R-LOE-2, R-LOE-3: the way through a loss of effect, and what it refuses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;
use therapy::pathway::loss_of_effect::{
    Cause, Done, Facts, Found, Hold, Means, Sign, Step, Urgent, Verdict, Why, may_be_tolerance, next,
};

const DAY: Date = date(2026, 3, 2);

fn done(found: Found, days: i8) -> Done {
    Done { step: found.step(), found, on: date(2026, 3, 2 + days) }
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let flags = prop::collection::vec(any::<bool>(), 6);
    let signs = prop::sample::subsequence(Sign::ALL.to_vec(), 0..=3);
    (flags, signs, 0_usize..4, 0_i8..3).prop_map(|(flags, signs, pump_faults, day)| Facts {
        today: date(2026, 3, 2 + day),
        signs,
        rises_without_effect: flags[0],
        under_delivery: flags[1],
        not_delivering: flags[2],
        pump_faults,
        line_without_drug: flags[3],
        dose_rises_fast: flags[4],
        filled_since_aspiration: flags[5],
    })
}

fn any_done() -> impl Strategy<Value = Vec<Done>> {
    let one = (prop::sample::select(Found::ALL), 0_i8..3).prop_map(|(found, day)| done(found, day));
    prop::collection::vec(one, 0..14)
}

proptest! {
    /// R-LOE-1: whatever was done, contrast is offered only where the last aspiration came freely and was of today, and a
    /// dose is not raised into a catheter whose place is not known.
    #[test]
    fn nothing_goes_into_a_catheter_that_holds_drug(done in any_done(), facts in any_facts()) {
        let next = next(&done, &facts);
        let last = |step: Step| done.iter().rev().find(|done| done.step == step);
        let free = last(Step::Aspirate).is_some_and(|it| it.found == Found::CameFreely && it.on == facts.today);
        let free = free && !facts.filled_since_aspiration;
        prop_assert!(free || !next.now.contains(&Step::Contrast));
        let seen = |step| last(step).is_some_and(|done| done.found.means() != Means::Unclear);
        let known = seen(Step::Contrast) || seen(Step::Nuclear);
        prop_assert!(known || !facts.rises_without_effect || !next.now.contains(&Step::DoseTrial));
        prop_assert!(!next.holds.contains(&Hold::NoFurtherRise) || !next.now.contains(&Step::DoseTrial));
    }

    /// R-LOE-2: it always answers: each step is settled, offered or refused and never two of them; signs come first; a way
    /// that is open has a step to do.
    #[test]
    fn it_always_answers(done in any_done(), facts in any_facts()) {
        let next = next(&done, &facts);
        for step in Step::ALL {
            let refused = next.refused.iter().any(|(refused, _)| *refused == step);
            prop_assert!(!(refused && next.now.contains(&step)), "{step:?}");
        }
        for sign in &facts.signs {
            prop_assert!(next.urgent.contains(&sign.of()));
        }
        let stuck = next.now.is_empty() && next.verdict == Verdict::Open;
        prop_assert!(!stuck || next.refused.iter().any(|(_, why)| why.is_danger()), "{next:?}");
        prop_assert!(!may_be_tolerance(&done, &facts) || facts.pump_faults < 2);
    }
}

/// R-LOE-2: every step is reached by some way, every finding has its own id at its step, every text is there.
#[test]
fn every_step_is_reached() {
    let mut facts = Facts::nothing(DAY);
    let mut reached = BTreeSet::new();
    let way = [
        Found::NoOtherReason,
        Found::PumpInOrder,
        Found::ResidualFits,
        Found::FilmInOrder,
        Found::CameFreely,
        Found::FlowsFreely,
    ];
    let mut so_far = Vec::new();
    for found in way {
        facts.line_without_drug = so_far.len() > 4;
        reached.extend(next(&so_far, &facts).now);
        so_far.push(done(found, 0));
    }
    reached.extend(next(&so_far, &facts).now);
    assert_eq!(reached, Step::ALL.into_iter().collect());
    let mut ids = BTreeSet::new();
    for found in Found::ALL {
        assert!(ids.insert((found.step(), found.id())), "{found:?}");
        assert_eq!(Found::by_id(found.step(), found.id()), Some(*found));
    }
    for step in Step::ALL {
        assert_eq!(Step::by_id(step.id()), Some(step));
        assert!(!step.to_do().is_empty() && !step.evidence().is_empty());
        assert!(Found::of(step).count() > 0, "{step:?}");
        assert!(step.evidence().iter().all(|it| ["A", "B", "D", "U"].contains(&it.grade)));
    }
    for cause in Cause::ALL {
        assert_eq!(Cause::by_id(cause.id()), Some(cause));
    }
    for sign in Sign::ALL {
        assert_eq!(Sign::by_id(sign.id()), Some(sign));
    }
}

/// R-LOE-3: whole ways, step by step: what is to be done next, and what it comes to.
#[test]
fn whole_ways() {
    type Way<'a> = (&'a str, &'a [(Found, Step)], Verdict);
    let ways: [Way<'_>; 6] = [
        (
            "a catheter that has come off, seen on the film",
            &[
                (Found::NoOtherReason, Step::Interrogate),
                (Found::PumpInOrder, Step::Residual),
                (Found::ResidualFits, Step::XRay),
                (Found::FilmDisconnected, Step::Surgery),
            ],
            Verdict::Likely(Cause::CatheterDisconnected, Step::XRay),
        ),
        (
            "a subdural catheter, found by contrast after free aspiration",
            &[
                (Found::NoOtherReason, Step::Interrogate),
                (Found::PumpInOrder, Step::Residual),
                (Found::ResidualFits, Step::XRay),
                (Found::FilmInOrder, Step::Aspirate),
                (Found::CameFreely, Step::Contrast),
                (Found::ContrastSubdural, Step::Surgery),
            ],
            Verdict::Likely(Cause::CatheterSubdural, Step::Contrast),
        ),
        (
            "nothing can be aspirated",
            &[
                (Found::NoOtherReason, Step::Interrogate),
                (Found::PumpInOrder, Step::Residual),
                (Found::TooMuchLeft, Step::XRay),
                (Found::FilmUnclear, Step::Aspirate),
                (Found::NothingCame, Step::Surgery),
            ],
            Verdict::Likely(Cause::CatheterOccluded, Step::Aspirate),
        ),
        (
            "the pump stands",
            &[(Found::NoOtherReason, Step::Interrogate), (Found::PumpFault, Step::Surgery)],
            Verdict::Likely(Cause::Pump, Step::Interrogate),
        ),
        (
            "an infection; the way may go on",
            &[(Found::UrinaryInfection, Step::Interrogate)],
            Verdict::Likely(Cause::NotThePump, Step::NotThePump),
        ),
        (
            "everything is sound",
            &[
                (Found::NoOtherReason, Step::Interrogate),
                (Found::PumpInOrder, Step::Residual),
                (Found::ResidualFits, Step::XRay),
                (Found::FilmInOrder, Step::Aspirate),
                (Found::CameFreely, Step::Contrast),
                (Found::FlowsFreely, Step::DoseTrial),
            ],
            Verdict::NothingFound,
        ),
    ];
    for (name, steps, verdict) in ways {
        let mut so_far = Vec::new();
        for (found, follows) in steps {
            so_far.push(done(*found, 0));
            let next = next(&so_far, &Facts::nothing(DAY));
            assert_eq!(next.now.first(), Some(follows), "{name}: after {found:?}: {next:?}");
        }
        assert_eq!(next(&so_far, &Facts::nothing(DAY)).verdict, verdict, "{name}");
    }
}

/// R-LOE-1: what is refused, why, and what holds.
#[test]
fn what_is_refused() {
    let nothing = Facts::nothing(DAY);
    let base = [Found::NoOtherReason, Found::PumpInOrder, Found::ResidualFits, Found::FilmInOrder];
    let after = |more: &[Done]| {
        let mut all: Vec<Done> = base.iter().map(|found| done(*found, 0)).collect();
        all.extend_from_slice(more);
        all
    };
    let rises = Facts { rises_without_effect: true, ..nothing.clone() };
    let later = Facts { today: date(2026, 3, 3), ..nothing.clone() };
    let withdrawal = Facts { signs: vec![Sign::Itch], ..nothing.clone() };
    let overdose = Facts { signs: vec![Sign::Breathing], ..nothing.clone() };
    let came = |found| after(&[done(found, 0)]);
    let primed = after(&[done(Found::CameFreely, 0), done(Found::Primed, 0)]);
    let hours_later = Facts { filled_since_aspiration: true, ..nothing.clone() };
    let full = after(&[done(Found::CameFreely, 0), done(Found::FlowsFreely, 0)]);
    type Case<'a> = (&'a str, Vec<Done>, &'a Facts, Step, Option<Why>);
    let cases: [Case<'_>; 15] = [
        ("contrast at once", Vec::new(), &nothing, Step::Contrast, Some(Why::AspirateFirst)),
        ("contrast without aspiration", after(&[]), &nothing, Step::Contrast, Some(Why::AspirateFirst)),
        (
            "contrast after a little",
            came(Found::CamePartly),
            &nothing,
            Step::Contrast,
            Some(Why::NotAllAspirated),
        ),
        (
            "contrast after nothing",
            came(Found::NothingCame),
            &nothing,
            Step::Contrast,
            Some(Why::NothingAspirated),
        ),
        (
            "contrast the day after",
            came(Found::CameFreely),
            &later,
            Step::Contrast,
            Some(Why::AspiratedEarlier),
        ),
        ("contrast after a prime", primed, &nothing, Step::Contrast, Some(Why::FilledSince)),
        (
            "contrast hours later",
            came(Found::CameFreely),
            &hours_later,
            Step::Contrast,
            Some(Why::FilledSince),
        ),
        (
            "contrast with signs of overdose",
            came(Found::CameFreely),
            &overdose,
            Step::Contrast,
            Some(Why::SignsOfOverdose),
        ),
        ("contrast after free aspiration", came(Found::CameFreely), &nothing, Step::Contrast, None),
        (
            "a rise after rises without effect",
            after(&[]),
            &rises,
            Step::DoseTrial,
            Some(Why::PositionUnknown),
        ),
        ("the same with the place known", full.clone(), &rises, Step::DoseTrial, None),
        (
            "a rise with signs of overdose",
            full.clone(),
            &overdose,
            Step::DoseTrial,
            Some(Why::SignsOfOverdose),
        ),
        ("a tracer in withdrawal", full.clone(), &withdrawal, Step::Nuclear, Some(Why::TakesDays)),
        (
            "a rise after under-delivery",
            after(&[done(Found::TooMuchLeft, 0)]),
            &nothing,
            Step::DoseTrial,
            Some(Why::NotDelivered),
        ),
        ("surgery before a cause", after(&[]), &nothing, Step::Surgery, Some(Why::CauseFirst)),
    ];
    for (name, so_far, facts, step, why) in cases {
        let next = next(&so_far, facts);
        let found = next.refused.iter().find(|(refused, _)| *refused == step).map(|(_, why)| *why);
        assert_eq!(found, why, "{name}");
        assert_eq!(why.is_none(), next.now.contains(&step), "{name}");
    }
    let holds = |so_far: &[Done], facts: &Facts| next(so_far, facts).holds;
    assert!(holds(&after(&[done(Found::TooMuchLeft, 0)]), &nothing).contains(&Hold::NotTheOldDose));
    assert!(holds(&came(Found::CameFreely), &nothing).contains(&Hold::NotAspirationAlone));
    assert!(!holds(&full, &nothing).contains(&Hold::NotAspirationAlone));
    let again = Facts { pump_faults: 2, ..nothing.clone() };
    assert!(holds(&full, &again).contains(&Hold::SuspectThePump) && !may_be_tolerance(&full, &again));
    assert!(may_be_tolerance(&full, &nothing) && !may_be_tolerance(&came(Found::CameFreely), &nothing));
    let empty = Facts { line_without_drug: true, ..nothing };
    let next_empty = next(&full, &empty);
    assert_eq!(next_empty.now.first(), Some(&Step::Prime));
    assert!(next_empty.holds.contains(&Hold::PrimeIsNeeded));
    // After an operation that found the cause only the prime is left.
    let operated = [full.clone(), vec![done(Found::SurgeryKink, 0)]].concat();
    assert_eq!(next(&operated, &empty).now, [Step::Prime]);
    assert_eq!(next(&operated, &empty).verdict, Verdict::Likely(Cause::CatheterKink, Step::Surgery));
    assert_eq!(next(&[done(Found::CreatineKinaseHigh, 0)], &empty).urgent, [Urgent::Withdrawal]);
}
