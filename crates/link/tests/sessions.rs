//! Sessions and pairing against `snow`, another implementation of Noise; and what a line or a stranger does to messages.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use link::session::{
    Ended, Initiator, Introduction, Label, PairingInitiator, PairingResponder, Responder, SessionLimits,
    Transport, TransportError,
};
use link::{HandshakeError, Secret, signed};
use proptest::prelude::*;
use snow::params::NoiseParams;

const IK: &str = "Noise_IK_25519_ChaChaPoly_SHA256";
const XX: &str = "Noise_XXpsk3_25519_ChaChaPoly_SHA256";
const SERIAL: &str = "VP-000001";
const PUMP: [u8; 32] = [0x11; 32];
const PROGRAMMER: [u8; 32] = [0x22; 32];
const CARD: [u8; 32] = [0x33; 32];
const LIMITS: SessionLimits = SessionLimits { idle_seconds: 900, messages_max: 1_000 };

fn secret(bytes: [u8; 32]) -> Secret {
    Secret::new(bytes)
}

/// The prologue as the documents state it, written down a second time.
fn prologue(serial: &str) -> Vec<u8> {
    [b"thecal-link\x01".as_slice(), &signed::digest(serial.as_bytes())].concat()
}

fn snow(pattern: &str) -> (NoiseParams, Vec<u8>) {
    (pattern.parse().unwrap(), prologue(SERIAL))
}

/// Talks both ways between ours and snow's, with the numbers of the messages outside.
fn talk(mut ours: Transport, theirs: &snow::StatelessTransportState) {
    let (mut room, mut plain) = ([0; 256], [0; 256]);
    for number in 0..5_u64 {
        let length = ours.seal(b"to you", 10, &mut room).unwrap();
        assert_eq!(room[..8], number.to_le_bytes());
        let read = theirs.read_message(number, &room[8..length], &mut plain).unwrap();
        assert_eq!(&plain[..read], b"to you");
        // They leave numbers out: what is lost is lost.
        let number = number * 3;
        room[..8].copy_from_slice(&number.to_le_bytes());
        let length = 8 + theirs.write_message(number, b"to me", &mut room[8..]).unwrap();
        assert_eq!(ours.open(&room[..length], 10, &mut plain).unwrap(), b"to me");
    }
}

/// R-TEL-1
#[test]
fn our_pump_understands_the_session_of_snow() {
    let (params, prologue) = snow(IK);
    let pump = secret(PUMP).public();
    let mut theirs = snow::Builder::new(params)
        .prologue(&prologue)
        .unwrap()
        .local_private_key(&PROGRAMMER)
        .unwrap()
        .remote_public_key(&pump)
        .unwrap()
        .build_initiator()
        .unwrap();
    let (mut hello, mut reply) = ([0; 256], [0; 256]);
    let length = theirs.write_message(&[], &mut hello).unwrap();
    let (responder, key) = Responder::read(&secret(PUMP), SERIAL, secret([4; 32]), &hello[..length]).unwrap();
    assert_eq!(key, secret(PROGRAMMER).public());
    let (length, ours) = responder.reply(LIMITS, 0, &mut reply).unwrap();
    theirs.read_message(&reply[..length], &mut []).unwrap();
    talk(ours, &theirs.into_stateless_transport_mode().unwrap());
}

/// R-TEL-1
#[test]
fn our_programmer_understands_the_session_of_snow() {
    let (params, prologue) = snow(IK);
    let builder = snow::Builder::new(params).prologue(&prologue).unwrap().local_private_key(&PUMP).unwrap();
    let mut theirs = builder.build_responder().unwrap();
    let mut ours = Initiator::new(&secret(PROGRAMMER), SERIAL, secret(PUMP).public(), secret([5; 32]));
    let (mut hello, mut reply) = ([0; 256], [0; 256]);
    let length = ours.hello(&mut hello).unwrap();
    theirs.read_message(&hello[..length], &mut []).unwrap();
    assert_eq!(theirs.get_remote_static().unwrap(), secret(PROGRAMMER).public());
    let length = theirs.write_message(&[], &mut reply).unwrap();
    let ours = ours.finish(&reply[..length], LIMITS, 0).unwrap();
    talk(ours, &theirs.into_stateless_transport_mode().unwrap());
}

/// R-TEL-2
#[test]
fn our_pump_understands_the_pairing_of_snow() {
    let (params, prologue) = snow(XX);
    let mut theirs = snow::Builder::new(params)
        .prologue(&prologue)
        .unwrap()
        .local_private_key(&PROGRAMMER)
        .unwrap()
        .psk(3, &CARD)
        .unwrap()
        .build_initiator()
        .unwrap();
    let mut room = [0; 256];
    let length = theirs.write_message(&[], &mut room).unwrap();
    let mut reply = [0; 256];
    let (pump, card) = (secret(PUMP), secret(CARD));
    let (responder, length) =
        PairingResponder::reply(&pump, SERIAL, &card, secret([4; 32]), &room[..length], &mut reply).unwrap();
    theirs.read_message(&reply[..length], &mut []).unwrap();
    assert_eq!(theirs.get_remote_static().unwrap(), pump.public());
    let said = [[0x44; 32].as_slice(), b"Ward 3"].concat();
    let length = theirs.write_message(&said, &mut room).unwrap();
    let (introduction, ours) = responder.finish(&room[..length], LIMITS, 0).unwrap();
    let expected = Introduction {
        link_key: secret(PROGRAMMER).public(),
        order_key: [0x44; 32],
        label: Label::new("Ward 3").unwrap(),
    };
    assert_eq!(introduction, expected);
    talk(ours, &theirs.into_stateless_transport_mode().unwrap());
}

/// R-TEL-2
#[test]
fn our_programmer_understands_the_pairing_of_snow() {
    let (params, prologue) = snow(XX);
    let mut theirs = snow::Builder::new(params)
        .prologue(&prologue)
        .unwrap()
        .local_private_key(&PUMP)
        .unwrap()
        .psk(3, &CARD)
        .unwrap()
        .build_responder()
        .unwrap();
    let mut ours = PairingInitiator::new(&secret(PROGRAMMER), SERIAL, &secret(CARD), secret([5; 32]));
    let (mut room, mut reply, mut said) = ([0; 256], [0; 256], [0; 256]);
    let length = ours.hello(&mut room).unwrap();
    theirs.read_message(&room[..length], &mut []).unwrap();
    let length = theirs.write_message(&[], &mut reply).unwrap();
    let label = Label::new("Ward 3").unwrap();
    let (length, pump, ours) =
        ours.finish(&reply[..length], &[0x44; 32], &label, LIMITS, 0, &mut room).unwrap();
    assert_eq!(pump, secret(PUMP).public());
    let length = theirs.read_message(&room[..length], &mut said).unwrap();
    assert_eq!(said[..length], [[0x44; 32].as_slice(), b"Ward 3"].concat());
    talk(ours, &theirs.into_stateless_transport_mode().unwrap());
}

/// A session between two of ours.
fn session() -> (Transport, Transport) {
    let (mut hello, mut reply) = ([0; 256], [0; 256]);
    let mut programmer = Initiator::new(&secret(PROGRAMMER), SERIAL, secret(PUMP).public(), secret([5; 32]));
    let length = programmer.hello(&mut hello).unwrap();
    let (pump, _) = Responder::read(&secret(PUMP), SERIAL, secret([4; 32]), &hello[..length]).unwrap();
    let (length, pump) = pump.reply(LIMITS, 0, &mut reply).unwrap();
    (programmer.finish(&reply[..length], LIMITS, 0).unwrap(), pump)
}

/// R-TEL-1: another pump, another serial number, another version, another key: no session.
#[test]
fn a_session_is_for_one_pump_only() {
    let mut hello = [0; 256];
    let mut programmer = Initiator::new(&secret(PROGRAMMER), SERIAL, secret(PUMP).public(), secret([5; 32]));
    let length = programmer.hello(&mut hello).unwrap();
    let read = |own: [u8; 32], serial: &str, message: &[u8]| {
        Responder::read(&secret(own), serial, secret([4; 32]), message).map(|_| ())
    };
    assert_eq!(read(PUMP, SERIAL, &hello[..length]), Ok(()));
    assert_eq!(read(PUMP, "VP-000002", &hello[..length]), Err(HandshakeError::Forged));
    assert_eq!(read([0x12; 32], SERIAL, &hello[..length]), Err(HandshakeError::Forged));
    let short = HandshakeError::Short { length: 95, least: 96 };
    assert_eq!(read(PUMP, SERIAL, &hello[..95]), Err(short));
    for at in 0..length {
        let mut bad = hello;
        bad[at] ^= 1;
        assert!(read(PUMP, SERIAL, &bad[..length]).is_err(), "byte {at}");
    }
}

/// R-TEL-2: who does not have the card does not pair, and neither does who changes the third message.
#[test]
fn no_pairing_without_the_card() {
    for (theirs, flip) in [([0x34; 32], None), (CARD, Some(0)), (CARD, Some(60)), (CARD, Some(100))] {
        let (mut room, mut reply) = ([0; 256], [0; 256]);
        let mut programmer =
            PairingInitiator::new(&secret(PROGRAMMER), SERIAL, &secret(theirs), secret([5; 32]));
        let length = programmer.hello(&mut room).unwrap();
        let (pump, length) = PairingResponder::reply(
            &secret(PUMP),
            SERIAL,
            &secret(CARD),
            secret([4; 32]),
            &room[..length],
            &mut reply,
        )
        .unwrap();
        let label = Label::new("Ward 3").unwrap();
        let (length, _, _) =
            programmer.finish(&reply[..length], &[0x44; 32], &label, LIMITS, 0, &mut room).unwrap();
        if let Some(at) = flip {
            room[at] ^= 0x80;
        }
        assert_eq!(pump.finish(&room[..length], LIMITS, 0).err(), Some(HandshakeError::Forged));
    }
}

/// R-TEL-3
#[test]
fn a_session_ends_when_nobody_talks_and_when_it_is_used_up() {
    let (mut programmer, mut pump) = session();
    let mut room = [0; 64];
    let length = programmer.seal(b"x", 900, &mut room).unwrap();
    assert_eq!(pump.open(&room[..length], 900, &mut [0; 8]).unwrap(), b"x");
    assert_eq!(pump.ended(1_800), None);
    assert_eq!(pump.ended(1_801), Some(Ended::Idle));
    assert_eq!(pump.seal(b"x", 1_801, &mut room), Err(TransportError::Over(Ended::Idle)));
    assert_eq!(programmer.ended(901), Some(Ended::Idle));

    let (mut programmer, mut pump) = session();
    for _ in 0..1_000 {
        let length = programmer.seal(b"x", 0, &mut room).unwrap();
        pump.open(&room[..length], 0, &mut [0; 8]).unwrap();
    }
    assert_eq!(programmer.seal(b"x", 0, &mut room), Err(TransportError::Over(Ended::Exhausted)));
    assert_eq!(pump.ended(0), Some(Ended::Exhausted));
}

/// What happens to a message on its way.
#[derive(Debug, Clone)]
enum Way {
    Deliver(usize),
    Cut(usize, usize),
    Flip(usize, usize, u8),
    Renumber(usize, u64),
}

fn ways() -> impl Strategy<Value = Vec<Way>> {
    let way = prop_oneof![
        4 => (0..12_usize).prop_map(Way::Deliver),
        1 => (0..12_usize, 0..40_usize).prop_map(|(which, length)| Way::Cut(which, length)),
        1 => (0..12_usize, 0..40_usize, 0..8_u8).prop_map(|(which, at, bit)| Way::Flip(which, at, bit)),
        1 => (0..12_usize, any::<u64>()).prop_map(|(which, number)| Way::Renumber(which, number)),
    ];
    proptest::collection::vec(way, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// R-TEL-3: lost, repeated, reordered, cut, changed: each message is taken at most once, in order, unchanged.
    #[test]
    fn each_message_is_taken_at_most_once_and_in_order(ways in ways()) {
        let (mut programmer, mut pump) = session();
        let sent: Vec<Vec<u8>> = (0..12_u8).map(|said| {
            let mut room = [0; 64];
            let length = programmer.seal(&[said; 10], 0, &mut room).unwrap();
            room[..length].to_vec()
        }).collect();
        let (mut newest, mut bad) = (None, 0);
        for way in ways {
            let mut room = [0; 64];
            let (message, good) = match way {
                Way::Deliver(which) => (sent[which].clone(), Some(which)),
                Way::Cut(which, length) => (sent[which][..length.min(33)].to_vec(), None),
                Way::Flip(which, at, bit) => {
                    let mut message = sent[which].clone();
                    message[at % 34] ^= 1 << bit;
                    (message, None)
                }
                Way::Renumber(which, number) => {
                    let mut message = sent[which].clone();
                    message[..8].copy_from_slice(&number.to_le_bytes());
                    (message, None)
                }
            };
            let good = good.filter(|which| newest.is_none_or(|newest| *which > newest));
            // A number that happens to be the right one changes nothing.
            prop_assume!(good.is_some() || !sent.contains(&message) || matches!(way, Way::Deliver(_)));
            match (pump.open(&message, 0, &mut room), good) {
                (Ok(said), Some(which)) => {
                    prop_assert_eq!(said, &[u8::try_from(which).unwrap(); 10]);
                    newest = Some(which);
                }
                (Err(_), None) => bad += 1,
                (other, good) => prop_assert!(false, "{:?} for {:?}", other, good),
            }
            prop_assert_eq!(pump.dropped(), bad);
        }
    }
}
