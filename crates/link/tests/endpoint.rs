//! The pump's side: what reaches the pump, and what never does.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{CARD, Desk, Inner, PUMP, Pump, Random, SERIAL, framed, order};
use link::Secret;
use link::emergency::{Reply, Request, encode_request};
use link::endpoint::{AnswerError, Context, EndpointLimits, Event, Rejection};
use link::frame::{FRAME_MAX, Kind};
use link::gate::Why;
use link::message::encode_ask;
use link::programmer;
use link::session::{Initiator, Label};
use proptest::prelude::*;
use pump::{Answer, Ask, EmergencyAsk, HoldKind};

const OWN: [u8; 32] = [0x22; 32];

fn own() -> Secret {
    Secret::new(OWN)
}

fn limits() -> EndpointLimits {
    EndpointLimits::default()
}

fn connected() -> (Desk, Pump) {
    let (mut desk, mut pump) = (Desk::new(own(), 7), Pump::new(&[&own()], limits()));
    let hello = desk.connect(0);
    let reply = pump.hear(&hello, 0);
    desk.hear(&reply, 0);
    assert_eq!(desk.heard, [programmer::Event::Opened]);
    desk.heard.clear();
    (desk, pump)
}

#[test]
fn ask_and_answer() {
    let (mut desk, mut pump) = connected();
    let asked = desk.ask(&Ask::Interrogate, 1);
    let answered = pump.hear(&asked, 1);
    desk.hear(&answered, 1);
    let answer = Answer::Status(pump.inner.status.clone());
    assert_eq!(desk.heard, [programmer::Event::Answer { request: 1, answer }]);
    assert!(matches!(&pump.events[1], Event::Ask { begins: true, ask: Ask::Interrogate, .. }));
    let goodbye = desk.ask(&Ask::Goodbye, 2);
    pump.hear(&goodbye, 2);
    assert_eq!(pump.endpoint.session(), None);
}

/// R-TEL-7: the largest order goes through, there and back.
#[test]
fn the_largest_order_fits() {
    let (mut desk, mut pump) = connected();
    let bytes = heapless::Vec::from_slice(&[0xFF; pump::ORDER_BYTES_MAX]).unwrap();
    let signed = pump::SignedOrder { bytes, signature: [[0xFF; 32]; 2] };
    pump.inner.stored = Some(signed.clone());
    let asked = desk.ask(&Ask::Stage(signed.clone()), 1);
    let answered = pump.hear(&asked, 1);
    assert!(
        matches!(pump.events.last(), Some(Event::Ask { ask: Ask::Stage(given), .. }) if *given == signed)
    );
    desk.hear(&answered, 1);
    let asked = desk.ask(&Ask::ReadCommitted, 2);
    let answered = pump.hear(&asked, 2);
    desk.hear(&answered, 2);
    let answer = Answer::Committed(Some(signed));
    assert_eq!(desk.heard.last(), Some(&programmer::Event::Answer { request: 2, answer }));
}

/// R-TEL-8: an answer that is lost is given again, and nothing is done twice.
#[test]
fn a_repeated_request_is_answered_and_not_done_again() {
    let (mut desk, mut pump) = connected();
    let (_, signed) = order(1);
    let digest = link::signed::digest(&signed.bytes);
    let asked = desk.ask(&Ask::Stage(signed), 1);
    let staged = pump.hear(&asked, 1);
    desk.hear(&staged, 1);
    let asked = desk.ask(&Ask::Commit { digest }, 1);
    let lost = pump.hear(&asked, 1);
    assert!(!lost.is_empty());
    assert_eq!(pump.inner.commits.len(), 1);
    for now in [4, 7] {
        let again = desk.tick(now);
        assert_ne!(again, asked);
        pump.hear(&again, now);
        assert!(matches!(pump.events.last(), Some(Event::Repeated(_))));
    }
    let again = desk.tick(10);
    let answered = pump.hear(&again, 10);
    desk.hear(&answered, 10);
    let runs = programmer::Event::Answer { request: 2, answer: Answer::Runs { digest, since: 0 } };
    assert_eq!(desk.heard.last(), Some(&runs));
    assert_eq!(pump.inner.commits.len(), 1);
    // An answer that comes a second time is not taken for another one.
    desk.hear(&lost, 10);
    assert!(matches!(desk.heard.last(), Some(programmer::Event::Rejected(_))));
}

#[test]
fn a_request_that_is_never_answered_is_given_up() {
    let (mut desk, _) = connected();
    desk.ask(&Ask::Interrogate, 1);
    for now in 2..60 {
        desk.tick(now);
    }
    let wanted = programmer::Wanted::Answer { request: 1 };
    let again = programmer::Event::SentAgain(wanted);
    let expected = [again.clone(), again.clone(), again, programmer::Event::GaveUp(wanted)];
    assert_eq!(desk.heard, expected);
    assert_eq!(desk.programmer.outstanding(), None);
}

/// R-TEL-8: even one who has the keys is taken at its word only: a number that goes back, a number used for something else,
/// what is no request, and what is asked again before it was answered are not passed on.
#[test]
fn a_paired_programmer_that_is_confused_changes_nothing() {
    let mut pump = Pump::new(&[&own()], limits());
    let mut by_hand = Initiator::new(&own(), SERIAL, PUMP.public(), Secret::new([5; 32]));
    let mut room = [0; FRAME_MAX];
    let length = by_hand.hello(&mut room).unwrap();
    let reply = pump.hear(&framed(Kind::SessionHello, &room[..length]), 0);
    let mut transport = by_hand.finish(&reply[6..reply.len() - 4], limits().session, 0).unwrap();
    let mut sealed = |said: &[u8]| {
        let mut room = [0; 200];
        let length = transport.seal(said, 0, &mut room).unwrap();
        framed(Kind::Transport, &room[..length])
    };
    let ask = |request, ask: &Ask| {
        let mut room = [0; 100];
        let length = encode_ask(request, ask, &mut room).unwrap();
        room[..length].to_vec()
    };
    let read = |from| Ask::ReadLog { from };
    pump.hear(&sealed(b"junk"), 0);
    assert!(matches!(pump.events.last(), Some(Event::Rejected(Rejection::Message(_)))));
    pump.hear(&sealed(&ask(5, &read(1))), 0);
    assert!(matches!(pump.events.last(), Some(Event::Ask { begins: true, .. })));
    for (request, from) in [(4, 2), (5, 2), (0, 1)] {
        pump.hear(&sealed(&ask(request, &read(from))), 0);
        let rejection = Rejection::Request { given: request, last: 5 };
        assert_eq!(pump.events.last(), Some(&Event::Rejected(rejection)));
    }
    pump.hear(&sealed(&ask(9, &read(3))), 0);
    assert!(matches!(pump.events.last(), Some(Event::Ask { begins: false, .. })));
    assert_eq!(pump.inner.reads, [1, 3]);

    // The pump has not answered yet: not asked again, and then one answer is enough.
    let context = Context {
        now_seconds: 0,
        proximity: false,
        pairing_open: false,
        paired: &pump.paired.clone(),
        own: &PUMP,
        card: &CARD,
        serial: SERIAL,
    };
    let mut hear = |bytes: &[u8]| {
        let mut random = |bytes: &mut [u8]| bytes.fill(1);
        pump.endpoint.receive(&mut &bytes[..], &context, &mut random, &mut room).unwrap().event
    };
    assert!(matches!(hear(&sealed(&ask(10, &read(4)))), Event::Ask { .. }));
    let unanswered = Event::Rejected(Rejection::Unanswered { request: 10 });
    assert_eq!(hear(&sealed(&ask(10, &read(4)))), unanswered);
    assert!(pump.endpoint.answer(&Answer::Done, 0, &mut room).is_ok());
    assert_eq!(pump.endpoint.answer(&Answer::Done, 0, &mut room), Err(AnswerError::NotAsked));
    assert_eq!(pump.endpoint.pairing_done(None, 0, &mut room), Err(AnswerError::NotAsked));
}

/// R-TEL-3: who answers in the pump's place does not keep the programmer from the pump's own answer, and what is said in the
/// clear changes nothing.
#[test]
fn a_forged_answer_is_passed_over() {
    let (mut desk, mut pump) = (Desk::new(own(), 7), Pump::new(&[&own()], limits()));
    let hello = desk.connect(0);
    let reply = pump.hear(&hello, 0);
    let mut forged = reply[6..reply.len() - 4].to_vec();
    forged[40] ^= 1;
    desk.hear(&framed(Kind::SessionReply, &forged), 0);
    assert!(matches!(desk.heard.last(), Some(programmer::Event::Rejected(_))));
    desk.hear(&framed(Kind::Busy, &900_u32.to_le_bytes()), 0);
    desk.hear(&framed(Kind::Closed, &[]), 0);
    desk.hear(&reply, 0);
    assert_eq!(desk.heard.last(), Some(&programmer::Event::Opened));
    let asked = desk.ask(&Ask::Interrogate, 1);
    desk.hear(&framed(Kind::Closed, &[]), 1);
    desk.hear(&framed(Kind::Transport, &[0; 60]), 1);
    assert_eq!(desk.programmer.outstanding(), Some(1));
    let answered = pump.hear(&asked, 1);
    desk.hear(&answered, 1);
    assert!(matches!(desk.heard.last(), Some(programmer::Event::Answer { request: 1, .. })));
}

/// A lost answer to a handshake: it begins anew with other keys, and is given up after its tries.
#[test]
fn a_handshake_begins_anew() {
    let (mut desk, mut pump) = (Desk::new(own(), 7), Pump::new(&[&own()], limits()));
    let first = desk.connect(0);
    pump.hear(&first, 0);
    assert_eq!(desk.tick(2), []);
    let second = desk.tick(3);
    assert_ne!(first, second);
    let reply = pump.hear(&second, 3);
    desk.hear(&reply, 3);
    assert!(desk.programmer.is_open());
    let mut desk = Desk::new(own(), 8);
    desk.connect(0);
    for now in 0..60 {
        desk.tick(now);
    }
    assert_eq!(desk.heard.last(), Some(&programmer::Event::GaveUp(programmer::Wanted::Session)));
    assert_eq!(desk.heard.len(), 4);
}

/// R-TEL-1: strangers and the revoked get no session; who is revoked loses the one it has.
#[test]
fn only_the_paired_are_heard() {
    let mut pump = Pump::new(&[&own()], limits());
    let mut stranger = Desk::new(Secret::new([0x66; 32]), 8);
    let hello = stranger.connect(0);
    assert_eq!(pump.hear(&hello, 0), []);
    assert_eq!(pump.events, [Event::Rejected(Rejection::Stranger)]);

    let (mut desk, mut pump) = connected();
    let asked = desk.ask(&Ask::Interrogate, 1);
    pump.hear(&asked, 1);
    pump.paired[0].revoked = true;
    let asked = desk.tick(9);
    assert_eq!(pump.hear(&asked, 9), []);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Revoked { slot: 0 })));
    assert_eq!(pump.endpoint.session(), None);
    let hello = Desk::new(own(), 9).connect(9);
    assert_eq!(pump.hear(&hello, 9), []);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Revoked { slot: 0 })));
}

/// R-TEL-3: a first message that is sent again opens nothing and ends nothing.
#[test]
fn a_recorded_hello_does_not_end_the_session() {
    let (mut desk, mut pump) = (Desk::new(own(), 7), Pump::new(&[&own()], limits()));
    let hello = desk.connect(0);
    let reply = pump.hear(&hello, 0);
    desk.hear(&reply, 0);
    let asked = desk.ask(&Ask::Interrogate, 1);
    let answered = pump.hear(&asked, 1);
    desk.hear(&answered, 1);
    let session = pump.endpoint.session();
    pump.hear(&hello, 2);
    assert!(matches!(pump.events.last(), Some(Event::Offered(_))));
    assert_eq!(pump.endpoint.session(), session);
    // Nothing that was sealed before opens the session that the recording offered.
    pump.hear(&asked, 2);
    assert_eq!(pump.asks(), 1);
    let asked = desk.ask(&Ask::Interrogate, 3);
    assert!(!pump.hear(&asked, 3).is_empty());
    assert_eq!(pump.asks(), 2);
}

/// R-TEL-5: whoever sends a recorded first message again and again meets a closed gate, and hears so only now and then.
#[test]
fn recorded_hellos_close_the_gate() {
    let mut pump = Pump::new(&[&own()], limits());
    let hello = Desk::new(own(), 7).connect(0);
    let sent: usize = (0..500).map(|_| pump.hear(&hello, 0).len()).sum();
    let offered = pump.events.iter().filter(|event| matches!(event, Event::Offered(_))).count();
    assert_eq!(offered, 6);
    let reply = framed(Kind::SessionReply, &[0; 48]).len();
    assert_eq!(sent, 6 * reply + framed(Kind::Busy, &[0; 4]).len());
    // Emergencies go on.
    pump.proximity = true;
    let read = framed(Kind::EmergencyRequest, &[0]);
    assert!(!pump.hear(&read, 0).is_empty());
    assert_eq!(pump.inner.emergencies, 1);
}

/// R-TEL-5: in a whole day without pause, strangers get no more handshakes than the budget.
#[test]
fn a_day_of_hellos_costs_no_more_than_its_budget() {
    let mut pump = Pump::new(&[], limits());
    let mut junk = [0; 96];
    let mut room = 0;
    for now in 0..86_400 {
        junk[0] = (now % 251) as u8;
        room += pump.hear(&framed(Kind::SessionHello, &junk), now).len();
        let answered = |event: &Event| matches!(event, Event::Rejected(Rejection::Handshake(_)));
        pump.events.retain(answered);
    }
    let gate = limits().gate;
    assert!(pump.events.len() <= (gate.handshakes.burst + gate.handshakes.per_day) as usize);
    // Nothing but the word that it is busy, every ten seconds at most.
    assert!(room <= 8_640 * framed(Kind::Busy, &[0; 4]).len());
}

/// R-TEL-2
#[test]
fn pairing_needs_the_window_the_hand_and_the_card() {
    let label = || Label::new("Ward 3").unwrap();
    for (open, close, card, paired) in [
        (true, true, [0x33; 32], true),
        (false, true, [0x33; 32], false),
        (true, false, [0x33; 32], false),
        (true, true, [0x34; 32], false),
    ] {
        let mut pump = Pump::new(&[], limits());
        (pump.pairing_open, pump.proximity) = (open, close);
        let mut desk = Desk::new(own(), 7);
        let mut room = [0; FRAME_MAX];
        let mut random = Random(3);
        let sent = desk
            .programmer
            .pair(Secret::new(card), [0x44; 32], label(), 0, &mut |bytes| random.fill(bytes), &mut room)
            .unwrap();
        let reply = pump.hear(&room[..sent], 0);
        assert_eq!(reply.is_empty(), !(open && close), "no answer outside the window or from afar");
        let finish = desk.hear(&reply, 0);
        let done = pump.hear(&finish, 0);
        desk.hear(&done, 0);
        assert_eq!(pump.introductions.len(), usize::from(paired), "{open} {close}");
        let event = programmer::Event::Paired { pump: PUMP.public(), slot: Some(0) };
        assert_eq!(desk.heard.contains(&event), paired);
        if paired {
            let hello = desk.connect(1);
            let reply = pump.hear(&hello, 1);
            desk.hear(&reply, 1);
            assert!(desk.programmer.is_open());
            assert_eq!(pump.introductions[0].label, label());
        }
    }
    assert_eq!(CARD.expose(), &[0x33; 32]);
}

fn emergency(request: &Request) -> Vec<u8> {
    let mut room = [0; 64];
    let length = encode_request(request, &mut room).unwrap();
    framed(Kind::EmergencyRequest, &room[..length])
}

/// R-TEL-9: status and hold without a key only from close by, a hold only with the challenge just given, and once.
#[test]
fn the_emergency_path_is_close_fresh_and_once() {
    let mut pump = Pump::new(&[], limits());
    assert_eq!(pump.hear(&emergency(&Request::Read), 0), []);
    assert_eq!(pump.events, [Event::Rejected(Rejection::NotClose)]);

    pump.proximity = true;
    let mut desk = Desk::new(own(), 7);
    let read = |pump: &mut Pump, desk: &mut Desk, now| {
        let reply = pump.hear(&emergency(&Request::Read), now);
        desk.hear(&reply, now);
        match desk.heard.last() {
            Some(programmer::Event::Emergency(Reply::Status { challenge, .. })) => *challenge,
            other => panic!("{other:?}"),
        }
    };
    let hold = |challenge| emergency(&Request::Hold { kind: HoldKind::Stop, challenge });
    let challenge = read(&mut pump, &mut desk, 0);
    pump.hear(&hold([0; 16]), 1);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Challenge)));
    pump.proximity = false;
    pump.hear(&hold(challenge), 1);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::NotClose)));
    pump.proximity = true;
    let reply = pump.hear(&hold(challenge), 60);
    assert_eq!(pump.events.last(), Some(&Event::Emergency(EmergencyAsk::Hold(HoldKind::Stop))));
    desk.hear(&reply, 60);
    assert_eq!(desk.heard.last(), Some(&programmer::Event::Emergency(Reply::Held)));
    pump.hear(&hold(challenge), 60);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Challenge)));

    let late = read(&mut pump, &mut desk, 100);
    pump.hear(&hold(late), 161);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Challenge)));
    let first = read(&mut pump, &mut desk, 200);
    let second = read(&mut pump, &mut desk, 201);
    pump.hear(&hold(first), 202);
    assert_eq!(pump.events.last(), Some(&Event::Rejected(Rejection::Challenge)));
    // A hold with a good challenge does not fail for want of budget.
    for now in 202..250 {
        pump.hear(&hold([0; 16]), now);
    }
    assert!(matches!(pump.events.last(), Some(Event::Rejected(Rejection::EmergencyBudget { .. }))));
    pump.hear(&hold(second), 250);
    assert_eq!(pump.events.last(), Some(&Event::Emergency(EmergencyAsk::Hold(HoldKind::Stop))));
}

/// R-TEL-4: what spoils a length on the line does not keep the pump from hearing an emergency two seconds later.
#[test]
fn a_spoilt_length_does_not_deafen_the_pump() {
    let mut pump = Pump::new(&[], limits());
    pump.proximity = true;
    pump.hear(&[0xA7, 0x5C, 1, 0x20, 0xFF, 0x08, 1, 2, 3], 10);
    assert_eq!(pump.hear(&emergency(&Request::Read), 11), []);
    assert!(!pump.hear(&[], 13).is_empty());
    assert_eq!(pump.inner.emergencies, 1);
}

#[test]
fn a_session_that_is_over_is_said_to_be_now_and_then() {
    let (mut desk, mut pump) = connected();
    let asked = desk.ask(&Ask::Interrogate, 1);
    pump.hear(&asked, 1);
    assert!(pump.endpoint.tick(901).is_none());
    assert!(pump.endpoint.tick(902).is_some());
    let closed = pump.hear(&asked, 903);
    assert_eq!(closed, framed(Kind::Closed, &[]));
    assert_eq!(pump.hear(&asked, 904), []);
    desk.hear(&closed, 903);
    assert_eq!(desk.heard.last(), Some(&programmer::Event::Closed));
}

#[test]
fn a_closed_gate_says_why() {
    let mut pump = Pump::new(&[], limits());
    for _ in 0..7 {
        pump.hear(&framed(Kind::SessionHello, &[9; 96]), 0);
    }
    let Some(Event::Rejected(Rejection::Closed(wait))) = pump.events.last() else { panic!() };
    assert_eq!((wait.seconds, wait.why), (2, Why::BackOff));
}

/// What an enemy on the way does with what has been said so far.
#[derive(Debug, Clone)]
enum Mischief {
    Deliver,
    Lose,
    Repeat(usize),
    Cut(usize, usize),
    Flip(usize, usize),
    Glue(usize, usize),
    Invent(Vec<u8>),
    Rewrap(usize, u8),
    Wait(u64),
}

fn mischief() -> impl Strategy<Value = Vec<Mischief>> {
    use Mischief as M;
    let one = prop_oneof![
        5 => Just(M::Deliver),
        2 => Just(M::Lose),
        2 => any::<usize>().prop_map(M::Repeat),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(which, at)| M::Cut(which, at)),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(which, at)| M::Flip(which, at)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(one, other)| M::Glue(one, other)),
        1 => proptest::collection::vec(any::<u8>(), 0..200).prop_map(M::Invent),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(which, kind)| M::Rewrap(which, kind)),
        1 => (0..30_u64).prop_map(M::Wait),
    ];
    proptest::collection::vec(one, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// R-TEL-8: whatever is lost, repeated, cut, changed, glued, invented or put into other frames on the way, the pump gets
    /// no request that was not asked, none twice, and nothing that is not asked changes it.
    #[test]
    fn no_mischief_asks_for_anything(mischief in mischief()) {
        let (mut desk, mut pump) = connected();
        let mut said: Vec<Vec<u8>> = vec![Desk::new(own(), 7).connect(0)];
        let (mut now, mut asked) = (0, 0_u32);
        for what in mischief {
            now += 1;
            let pick = |which: usize, said: &Vec<Vec<u8>>| said[which % said.len()].clone();
            // The programmer goes on with its own work: a new request when it is free.
            let fresh = if desk.programmer.outstanding().is_none() && desk.programmer.is_open() {
                asked += 1;
                desk.ask(&Ask::ReadLog { from: asked }, now)
            } else {
                desk.tick(now)
            };
            if !fresh.is_empty() {
                said.push(fresh.clone());
            }
            let (before, count) = (pump.inner.clone(), pump.asks());
            let bytes = match what {
                Mischief::Deliver => fresh.clone(),
                Mischief::Lose => Vec::new(),
                Mischief::Repeat(which) => pick(which, &said),
                Mischief::Cut(which, at) => {
                    let mut bytes = pick(which, &said);
                    bytes.truncate(at % bytes.len());
                    bytes
                }
                Mischief::Flip(which, at) => {
                    let mut bytes = pick(which, &said);
                    let at = at % (bytes.len() * 8);
                    bytes[at / 8] ^= 1 << (at % 8);
                    // As one who can count would do it: with a good check.
                    let payload = bytes[6..bytes.len() - 4].to_vec();
                    if at % 3 == 0 { framed(Kind::Transport, &payload) } else { bytes }
                }
                Mischief::Glue(one, other) => {
                    let (mut one, other) = (pick(one, &said), pick(other, &said));
                    one.truncate(one.len() / 2);
                    [one, other].concat()
                }
                Mischief::Invent(bytes) => framed(Kind::Transport, &bytes),
                Mischief::Rewrap(which, kind) => {
                    let bytes = pick(which, &said);
                    let kind = Kind::ALL[usize::from(kind) % Kind::ALL.len()];
                    framed(kind, &bytes[6..bytes.len() - 4])
                }
                Mischief::Wait(seconds) => {
                    now += seconds;
                    Vec::new()
                }
            };
            let answered = pump.hear(&bytes, now);
            let taken = pump.asks() - count;
            if taken == 0 {
                prop_assert_eq!(&pump.inner, &before);
            }
            // Each once, in the order in which they were asked.
            prop_assert!(pump.inner.reads.is_sorted_by(|one, next| one < next));
            prop_assert!(pump.inner.reads.iter().all(|from| (1..=asked).contains(from)));
            prop_assert_eq!(pump.inner.emergencies, 0);
            desk.hear(&answered, now);
        }
        prop_assert_eq!(pump.inner.changes as usize, pump.asks());
    }

    /// R-TEL-8: bytes of whatever kind without a key change nothing.
    #[test]
    fn nothing_without_a_key(frames in proptest::collection::vec((0..Kind::ALL.len(), proptest::collection::vec(any::<u8>(), 0..120)), 0..20)) {
        let mut pump = Pump::new(&[&own()], limits());
        for (kind, payload) in frames {
            pump.hear(&framed(Kind::ALL[kind], &payload), 5);
        }
        prop_assert_eq!(pump.asks(), 0);
        prop_assert_eq!(pump.inner, Inner::new());
    }
}

/// R-TEL-8: a session that somebody else opened: what was said in the one before is worth nothing in it.
#[test]
fn a_new_session_forgets_the_one_before() {
    let other = Secret::new([0x77; 32]);
    let (mut first, mut pump) = (Desk::new(own(), 7), Pump::new(&[&own(), &other], limits()));
    let hello = first.connect(0);
    let reply = pump.hear(&hello, 0);
    first.hear(&reply, 0);
    let asked = first.ask(&Ask::TestAlarm(pump::AlarmClass::Critical), 0);
    pump.hear(&asked, 0);
    let mut second = Desk::new(other, 8);
    let hello = second.connect(1);
    let reply = pump.hear(&hello, 1);
    second.hear(&reply, 1);
    // The first one still has the session until the second one has said something.
    let again = first.tick(4);
    pump.hear(&again, 4);
    assert!(matches!(pump.events.last(), Some(Event::Repeated(_))));
    let asked = second.ask(&Ask::Interrogate, 5);
    pump.hear(&asked, 5);
    assert!(
        matches!(pump.events.last(), Some(Event::Ask { begins: true, session, .. }) if session.slot == 1)
    );
    let again = first.tick(8);
    assert_eq!(pump.hear(&again, 8), []);
    assert_eq!(pump.inner.changes, 1);
    // A hello alone, by hand, is offered and no more.
    let mut room = [0; 96];
    let mut by_hand = Initiator::new(&own(), SERIAL, PUMP.public(), Secret::new([5; 32]));
    by_hand.hello(&mut room).unwrap();
    pump.hear(&framed(Kind::SessionHello, &room), 9);
    assert_eq!(pump.endpoint.session().unwrap().slot, 1);
}
