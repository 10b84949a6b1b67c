//! Coming to know a pump: R-PRG-6 (card), R-PRG-7 (pairing and sessions), R-PRG-8 (the emergency path), the log.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Fate, Radio, Random, air, card, continuous, fates, identity, order, paired};
use programmer::{
    CardError, CardPart, Entered, Identity, PumpCard, Session, TalkError, emergency_hold, emergency_read,
    pair,
};
use proptest::prelude::*;
use pump::{AlarmClass, Condition, HoldKind, LogKind, Refused, Running};
use virtual_pump::Fault;

fn pairing(radio: &Radio, card: &PumpCard, seed: u64) -> Result<(), TalkError> {
    let mut random = Random(seed);
    pair(radio.clone(), &identity(), card, "clinic", &mut |into| random.fill(into))
}

proptest! {
    /// R-PRG-6: a card is its line, written large or small, with hyphens or without.
    #[test]
    fn a_card_is_its_line(serial in "[!-~]{1,24}", pump_key: [u8; 32], pairing_secret: [u8; 32]) {
        let card = PumpCard { serial, pump_key, pairing_secret };
        let line = card.to_string();
        prop_assert_eq!(line.parse(), Ok(card.clone()));
        let [name, version, serial, key, secret] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let (key, secret) = (key.to_lowercase(), secret.replace('-', ""));
        let typed = format!("  {name} {version}  {serial}\t{key} {secret}\n");
        prop_assert_eq!(typed.parse(), Ok(card));
    }

    /// R-PRG-6: one wrong letter is found, and the part named in which it stands.
    #[test]
    fn a_mistyped_letter_is_found(pump_key: [u8; 32], place in 0_usize..112, letter in "[A-Z2-7]") {
        let card = PumpCard { serial: "VP-1".to_owned(), pump_key, pairing_secret: [9; 32] };
        let line = card.to_string();
        let (at, old) = line.char_indices().skip("thecal-pump 1 VP-1 ".len())
            .filter(|(_, sign)| sign.is_ascii_alphanumeric()).nth(place).unwrap();
        prop_assume!(letter != old.to_string());
        let mut typed = line.clone();
        typed.replace_range(at..=at, &letter);
        let part = if place < 56 { CardPart::Key } else { CardPart::Secret };
        prop_assert_eq!(typed.parse::<PumpCard>(), Err(CardError::Check { part, serial: "VP-1".to_owned() }));
    }
}

/// R-PRG-6: every way in which a line is no card has its own words.
#[test]
fn what_is_no_card_is_named() {
    let line = card().to_string();
    let (front, secret) = line.rsplit_once(' ').unwrap();
    let refused = |text: &str| text.parse::<PumpCard>().unwrap_err();
    assert_eq!(refused(""), CardError::NotACard);
    assert_eq!(refused(&line.replace("thecal-pump", "pump")), CardError::NotACard);
    assert_eq!(refused(&line.replace("pump 1", "pump 2")), CardError::Version { given: "2".to_owned() });
    assert_eq!(refused("thecal-pump 1"), CardError::Missing(CardPart::Serial));
    assert_eq!(refused("thecal-pump 1 VP-1"), CardError::Missing(CardPart::Key));
    assert_eq!(refused(front), CardError::Missing(CardPart::Secret));
    assert_eq!(refused(&format!("{line} x")), CardError::Extra { given: "x".to_owned() });
    assert_eq!(refused(&line.replace("VP-1", &"V".repeat(25))), CardError::SerialTooLong { length: 25 });
    let part = CardPart::Secret;
    assert_eq!(
        refused(&format!("{front} {}", secret.replacen('-', "A-", 1))),
        CardError::Length { part, given: 57 }
    );
    let bad = format!("{front} 0{}", secret.split_at(1).1);
    assert_eq!(refused(&bad), CardError::Letter { part, letter: '0', place: 1 });
    assert_eq!(refused(&bad).to_string(), "pairing secret: \"0\" in place 1 is not one of A to Z and 2 to 7");
    // Another pump's serial number with this key.
    assert_eq!(
        refused(&line.replace("VP-1", "VP-2")),
        CardError::Check { part: CardPart::Key, serial: "VP-2".to_owned() }
    );
    assert!(!format!("{:?}", card()).contains('9'), "the secret is not for logs");
}

/// R-PRG-7: pairing takes the card's secret, its serial number, its key, and a hand that was close for a while.
#[test]
fn pairing_takes_all_of_the_card() {
    let radio = air();
    let silent = Err(TalkError::NotPaired { seconds: 8 });
    let wrong = PumpCard { pairing_secret: [8; 32], ..card() };
    assert_eq!(pairing(&radio, &wrong, 1), silent);
    let radio = air();
    assert_eq!(pairing(&radio, &PumpCard { serial: "VP-2".to_owned(), ..card() }, 1), silent);
    radio.pump(|pump| assert!(pump.implant().unwrap().programmers().is_empty()));
    let radio = air();
    assert_eq!(pairing(&radio, &PumpCard { pump_key: [8; 32], ..card() }, 1), Err(TalkError::OtherKey));
    let radio = air();
    radio.pump(|pump| pump.apply(Fault::Close(false)));
    assert_eq!(pairing(&radio, &card(), 1), silent);
    let radio = air();
    for seed in 0..3 {
        // Again and again: it keeps its place.
        assert_eq!(pairing(&radio, &card(), seed), Ok(()));
    }
    radio.pump(|pump| {
        let [own] = pump.implant().unwrap().programmers() else { panic!("one programmer") };
        assert_eq!(own.link_key, identity().noise_public());
        assert_eq!(own.order_key, identity().order_public());
        assert_eq!(own.label.as_str(), "clinic");
    });
}

/// R-PRG-7: a lost message of a pairing is made up for, whichever it is.
#[test]
fn pairing_survives_a_bad_line() {
    for place in 0..4 {
        for bad in [Fate::Lose, Fate::Late, Fate::Twice, Fate::Cut] {
            let radio = air();
            radio.plan([vec![Fate::Pass; place], vec![bad]].concat(), Fate::Pass);
            assert_eq!(pairing(&radio, &card(), 1), Ok(()), "{bad:?} at {place}");
            assert!(radio.session(2).is_ok());
        }
    }
}

/// R-PRG-7: a fifth programmer finds no place.
#[test]
fn a_full_pump_says_so() {
    let radio = air();
    let one = |seed: u8| {
        let mut random = Random(u64::from(seed));
        pair(radio.clone(), &Identity::of_seed(&[seed; 32]), &card(), "x", &mut |into| random.fill(into))
    };
    for seed in 0..4 {
        assert_eq!(one(seed), Ok(()));
    }
    assert_eq!(one(4), Err(TalkError::NotKept));
}

/// R-PRG-7: no session for a stranger, nor with another pump's key or serial number; too many tries close the gate, and it is said
/// for how long.
#[test]
fn a_stranger_waits() {
    let radio = paired();
    let open = |identity: &Identity, serial: &str, key: &[u8; 32], seed| {
        let mut random = Random(seed);
        Session::open(radio.clone(), identity, serial, key, &mut |into| random.fill(into)).err()
    };
    let key = card().pump_key;
    let silent = Some(TalkError::NoSession { seconds: 8 });
    assert_eq!(open(&identity(), "VP-2", &key, 1), silent);
    assert!(open(&identity(), "VP-1", &key, 2).is_none());
    assert_eq!(open(&identity(), "VP-1", &Identity::of_seed(&[5; 32]).noise_public(), 3), silent);
    assert!(open(&identity(), "VP-1", &key, 4).is_none());
    let stranger = Identity::of_seed(&[4; 32]);
    assert_eq!(open(&stranger, "VP-1", &key, 5), silent);
    let Some(TalkError::BackOff { seconds }) = open(&stranger, "VP-1", &key, 6) else {
        panic!("the gate is open")
    };
    assert!((1..=900).contains(&seconds), "{seconds}");
    // The paired programmer waits as well, exactly as long as was said.
    radio.pump(|pump| pump.run_for(seconds));
    assert!(open(&identity(), "VP-1", &key, 7).is_none());
}

/// R-PRG-8: without a key and from close by: reading and holding back, nothing else; afar, nothing.
#[test]
fn the_emergency_path_reads_and_holds() {
    let radio = paired();
    let mut session = radio.session(1).unwrap();
    let entered = session.enter(&identity(), &order(1, continuous(200_000)));
    assert!(matches!(entered, Entered::Runs { .. }));
    session.close();
    assert_eq!(emergency_read(radio.clone()).unwrap().running, Running::Program);
    let status = emergency_hold(radio.clone(), HoldKind::MinimumRate).unwrap();
    assert_eq!((status.running, status.hold.unwrap().emergency), (Running::HeldAtMinimum, true));
    let status = emergency_hold(radio.clone(), HoldKind::Stop).unwrap();
    assert_eq!(status.running, Running::HeldStopped);
    // A stop is never made less.
    let status = emergency_hold(radio.clone(), HoldKind::MinimumRate).unwrap();
    assert_eq!(status.running, Running::HeldStopped);
    radio.pump(|pump| pump.apply(Fault::Close(false)));
    let far = Err(TalkError::NoEmergencyAnswer { seconds: 8 });
    assert_eq!(emergency_read(radio.clone()), far);
    assert_eq!(emergency_hold(radio, HoldKind::Stop), far);
    assert_eq!(
        emergency_hold(air(), HoldKind::Stop),
        Err(TalkError::Refused(Refused::NeverProgrammed)),
        "nothing to hold back"
    );
}

/// R-PRG-8: a lost message of a hold is made up for, with a fresh challenge.
#[test]
fn a_hold_survives_a_bad_line() {
    for place in 0..6 {
        for bad in [Fate::Lose, Fate::Twice, Fate::Cut, Fate::Late] {
            let radio = paired();
            radio.session(1).unwrap().enter(&identity(), &order(1, continuous(200_000)));
            radio.plan([vec![Fate::Pass; place], vec![bad]].concat(), Fate::Pass);
            let status = emergency_hold(radio, HoldKind::Stop).unwrap();
            assert_eq!(status.running, Running::HeldStopped, "{bad:?} at {place}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// R-PRG-8: whatever the line does, a hold that is said to be in force is, and one that is in force is never said not to be.
    #[test]
    fn an_emergency_hold_is_told_as_it_is(plan in prop::collection::vec(fates(), 0..16), lost: bool, stop: bool) {
        let radio = paired();
        let mut session = radio.session(1).unwrap();
        session.enter(&identity(), &order(1, continuous(200_000)));
        session.close();
        let kind = if stop { HoldKind::Stop } else { HoldKind::MinimumRate };
        radio.plan(plan, if lost { Fate::Lose } else { Fate::Pass });
        let told = emergency_hold(radio.clone(), kind);
        radio.calm();
        let held = radio.pump(|pump| pump.implant().unwrap().hold().map(|hold| hold.kind));
        match told {
            Ok(status) => prop_assert_eq!((held, status.hold.map(|hold| hold.kind)), (Some(kind), Some(kind))),
            Err(TalkError::HoldUnseen { .. }) => {}
            Err(other) => prop_assert_eq!(held, None, "{}", other),
        }
    }
}

/// The whole log comes, page by page; alarms are sounded and acknowledged from close by only.
#[test]
fn log_and_alarms() {
    let radio = paired();
    let mut session = radio.session(1).unwrap();
    for _ in 0..50 {
        session.test_alarm(AlarmClass::Critical).unwrap();
    }
    session.acknowledge(Condition::LowReservoir).unwrap();
    let (entries, totals) = session.log(0).unwrap();
    let newest = session.status().unwrap().log_newest;
    assert!(newest > 50);
    let numbers: Vec<u32> = entries.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, (1..=newest).collect::<Vec<_>>());
    assert_eq!(totals[LogKind::AlarmTested as usize], 50);
    assert_eq!(session.log(newest).unwrap().0, entries[entries.len() - 1..]);
    assert_eq!(session.committed(), Ok(None));
    radio.pump(|pump| pump.apply(Fault::Close(false)));
    let far = Err(TalkError::Refused(Refused::NotClose));
    assert_eq!(session.test_alarm(AlarmClass::Critical), far);
    assert_eq!(session.acknowledge(Condition::LowReservoir), far);
    assert_eq!(session.unstage(), Ok(()));
    session.close();
    radio.pump(|pump| pump.run_for(1));
    let (entries, _) = radio.session(2).unwrap().log(newest + 1).unwrap();
    assert!(entries.iter().any(|entry| entry.kind == LogKind::SessionEnded), "{entries:?}");
}
