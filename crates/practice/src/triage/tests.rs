//! What the table must always say.
use super::*;
use proptest::prelude::*;

fn quiet() -> Answers {
    Answers {
        sound: Sound::SingleTone,
        often: Often::AsListed,
        tones_known: true,
        withdrawal: Signs::Asked(BTreeSet::new()),
        overdose: Signs::Asked(BTreeSet::new()),
        high_risk: Some(false),
        delivery: Delivery::Flows,
    }
}

fn signs(some: &[Sign]) -> Signs {
    Signs::Asked(some.iter().copied().collect())
}

#[test]
fn each_answer_is_as_urgent_as_the_table_says() {
    let with = |change: fn(&mut Answers)| {
        let mut answers = quiet();
        change(&mut answers);
        let found = triage(&answers);
        (found.urgency, found.reasons.first().map_or("", |row| row.id))
    };
    type Case = (fn(&mut Answers), (Urgency, &'static str));
    let cases: [Case; 15] = [
        (|_| {}, (Urgency::Today, "single-tone")),
        (|it| it.often = Often::Once, (Urgency::Today, "single-tone")),
        (|it| it.often = Often::MoreOften, (Urgency::Now, "too-often")),
        (|it| it.often = Often::NotSure, (Urgency::Now, "too-often")),
        (|it| it.sound = Sound::TwoTone, (Urgency::Now, "two-tone")),
        (|it| it.sound = Sound::NotSure, (Urgency::Now, "sound-not-sure")),
        (|it| it.tones_known = false, (Urgency::Now, "tones-not-known")),
        (|it| it.delivery = Delivery::Doubtful, (Urgency::Now, "record-doubtful")),
        (|it| it.delivery = Delivery::NoRecord, (Urgency::Now, "no-record")),
        (|it| it.withdrawal = signs(&[Sign::Itching]), (Urgency::Now, "early-sign")),
        (|it| it.withdrawal = signs(&[Sign::Fever]), (Urgency::Emergency, "withdrawal-late")),
        (|it| it.withdrawal = Signs::NotKnown, (Urgency::Emergency, "withdrawal-not-known")),
        (|it| it.overdose = signs(&[Sign::Drowsiness]), (Urgency::Emergency, "overdose-sign")),
        (|it| it.overdose = Signs::NotKnown, (Urgency::Emergency, "overdose-not-known")),
        (
            |it| {
                it.withdrawal = signs(&[Sign::Itching]);
                it.high_risk = None;
            },
            (Urgency::Emergency, "withdrawal-high-risk"),
        ),
    ];
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        assert_eq!(with(change), expected, "case {number}");
    }
}

fn asked(of: &'static [SignOf]) -> impl Strategy<Value = Signs> {
    let possible: Vec<Sign> = Sign::ALL.iter().copied().filter(|sign| of.contains(&sign.of())).collect();
    let length = possible.len();
    proptest::sample::subsequence(possible, 0..=length)
        .prop_map(|some| Signs::Asked(some.into_iter().collect()))
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let withdrawal = asked(&[SignOf::WithdrawalEarly, SignOf::WithdrawalLate]);
    let overdose = asked(&[SignOf::Overdose]);
    (
        proptest::sample::select(Sound::WORDS.map(|(_, sound, _)| sound).to_vec()),
        proptest::sample::select(Often::WORDS.map(|(_, often, _)| often).to_vec()),
        any::<bool>(),
        prop_oneof![9 => withdrawal, 1 => Just(Signs::NotKnown)],
        prop_oneof![9 => overdose, 1 => Just(Signs::NotKnown)],
        any::<Option<bool>>(),
        proptest::sample::select(vec![Delivery::Flows, Delivery::Doubtful, Delivery::NoRecord]),
    )
        .prop_map(|(sound, often, tones_known, withdrawal, overdose, high_risk, delivery)| Answers {
            sound,
            often,
            tones_known,
            withdrawal,
            overdose,
            high_risk,
            delivery,
        })
}

fn add(signs: &mut Signs, sign: Sign) {
    if let Signs::Asked(asked) = signs {
        asked.insert(sign);
    }
}

proptest! {
    /// R-EMG-1: a sign more is never less urgent; the two-tone alarm is always critical; what is not known counts as
    /// the worst answer that could have been given.
    #[test]
    fn worse_answers_are_never_less_urgent(
        answers in any_answers(),
        sign in proptest::sample::select(Sign::ALL),
    ) {
        let before = triage(&answers).urgency;
        prop_assert!(!triage(&answers).reasons.is_empty());
        let mut more = answers.clone();
        match sign.of() {
            SignOf::Overdose => add(&mut more.overdose, sign),
            SignOf::WithdrawalEarly | SignOf::WithdrawalLate => add(&mut more.withdrawal, sign),
        }
        prop_assert!(triage(&more).urgency >= before);

        let two_tone = Answers { sound: Sound::TwoTone, ..answers.clone() };
        prop_assert!(triage(&two_tone).urgency >= Urgency::Now);
        prop_assert!(triage(&two_tone).urgency >= before);

        let urgency = |changed: Answers| triage(&changed).urgency;
        for (unknown, known) in [
            (
                urgency(Answers { sound: Sound::NotSure, ..answers.clone() }),
                Sound::WORDS.map(|(_, sound, _)| urgency(Answers { sound, ..answers.clone() })).to_vec(),
            ),
            (
                urgency(Answers { often: Often::NotSure, ..answers.clone() }),
                Often::WORDS.map(|(_, often, _)| urgency(Answers { often, ..answers.clone() })).to_vec(),
            ),
            (
                urgency(Answers { high_risk: None, ..answers.clone() }),
                vec![urgency(Answers { high_risk: Some(true), ..answers.clone() }), urgency(Answers { high_risk: Some(false), ..answers.clone() })],
            ),
            (urgency(Answers { tones_known: false, ..answers.clone() }), vec![urgency(Answers { tones_known: true, ..answers.clone() })]),
            (urgency(Answers { delivery: Delivery::NoRecord, ..answers.clone() }), vec![before]),
            (
                urgency(Answers { withdrawal: Signs::NotKnown, ..answers.clone() }),
                vec![before, urgency(more.clone())],
            ),
            (
                urgency(Answers { overdose: Signs::NotKnown, ..answers.clone() }),
                vec![before, urgency(more.clone())],
            ),
        ] {
            prop_assert!(known.iter().all(|known| unknown >= *known), "{unknown:?} {known:?}");
        }
    }
}
