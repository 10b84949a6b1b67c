//! Pumps that prove who they are and then say what no pump should: R-PRG-1, R-PRG-2, R-PRG-5.
//!
//! A real pump never does this, so here it is the link's endpoint with a closure behind it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Random, SERIAL, continuous, identity, order};
use link::Secret;
use link::endpoint::{Context, Endpoint, EndpointLimits, Event, Paired};
use link::frame::FRAME_MAX;
use programmer::{Entered, ProtocolError, Session, TalkError, Wire, WireError, digest};
use pump::{Answer, Ask, LogEntry, LogKind, Running, StagedMarks, Status};
use std::time::Duration;

/// An endpoint, and what it answers.
struct False<F: FnMut(&Ask) -> Answer> {
    endpoint: Endpoint,
    answers: F,
    said: Vec<u8>,
}

const KEY: Secret = Secret::new([0x11; 32]);

impl<F: FnMut(&Ask) -> Answer> Wire for False<F> {
    fn send(&mut self, mut bytes: &[u8]) -> Result<(), WireError> {
        let paired = [Paired { slot: 0, link_key: identity().noise_public(), revoked: false }];
        let context = Context {
            now_seconds: 0,
            proximity: true,
            pairing_open: false,
            paired: &paired,
            own: &KEY,
            card: &KEY,
            serial: SERIAL,
        };
        let (mut out, mut random) = ([0; FRAME_MAX], Random(9));
        let mut fill = |into: &mut [u8]| random.fill(into);
        while let Some(received) = self.endpoint.receive(&mut bytes, &context, &mut fill, &mut out) {
            self.said.extend_from_slice(&out[..received.sent]);
            if let Event::Ask { ask, .. } = received.event {
                let length = self.endpoint.answer(&(self.answers)(&ask), 0, &mut out).unwrap();
                self.said.extend_from_slice(&out[..length]);
            }
        }
        Ok(())
    }

    fn receive(&mut self, into: &mut [u8], _wait: Duration) -> Result<usize, WireError> {
        let count = self.said.len().min(into.len());
        for (place, byte) in into.iter_mut().zip(self.said.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }
}

fn session<F: FnMut(&Ask) -> Answer>(answers: F) -> Result<Session<False<F>>, TalkError> {
    let endpoint = Endpoint::new(EndpointLimits::default(), 0);
    let mut random = Random(7);
    let wire = False { endpoint, answers, said: Vec::new() };
    Session::open(wire, &identity(), SERIAL, &KEY.public(), &mut |into| random.fill(into))
}

/// As a real pump is before anything was entered.
fn status() -> Status {
    *common::paired().session(1).unwrap().status().unwrap()
}

fn staged(digest: [u8; 32], total: u64) -> Answer {
    Answer::Staged(StagedMarks { digest, day_totals_nanograms: [total; 7], expires_at: 0 })
}

/// R-PRG-5: a pump that makes something else of an order is not told to run it, and forgets it.
#[test]
fn other_totals_or_another_order_are_never_committed() {
    let order = order(3, continuous(300_000));
    let own = digest(&order).unwrap();
    for (answer, why) in [
        (staged(own, 150_001), TalkError::ReadBackDiffers { stated: [150_000; 7], pump: [150_001; 7] }),
        (staged([1; 32], 150_000), ProtocolError::OtherOrder.into()),
        (Answer::Done, ProtocolError::Unexpected.into()),
    ] {
        let mut asked = Vec::new();
        let before = status();
        let mut session = session(|ask| {
            asked.push(ask.clone());
            match ask {
                Ask::Interrogate => Answer::Status(before.clone()),
                Ask::Stage(_) => answer.clone(),
                _ => Answer::Done,
            }
        })
        .unwrap();
        assert_eq!(session.enter(&identity(), &order), Entered::NotEntered { why });
        drop(session);
        assert!(!asked.iter().any(|ask| matches!(ask, Ask::Commit { .. })));
        assert_eq!(asked.contains(&Ask::Unstage), answer != Answer::Done);
    }
    let said = TalkError::ReadBackDiffers { stated: [150_000; 7], pump: [150_001; 7] }.to_string();
    let wanted =
        "Ordered: 150\u{a0}micrograms in 24\u{a0}hours. Pump: 150.001\u{a0}micrograms in 24\u{a0}hours.";
    assert!(said.contains(wanted), "{said}");
}

/// R-PRG-1, R-PRG-2: neither the answer to the commit nor a status alone is believed against the other.
#[test]
fn a_pump_that_contradicts_itself_is_unknown() {
    let order = order(3, continuous(300_000));
    let own = digest(&order).unwrap();
    let before = status();
    let mut after = before.clone();
    after.counter = 3;
    let held = Status { running: Running::HeldStopped, ..after.clone() };
    for (shown, why) in [
        (before.clone(), TalkError::from(ProtocolError::Contradiction)),
        (after, TalkError::NotRunning { running: Running::NeverProgrammed }),
        (held, TalkError::NotRunning { running: Running::HeldStopped }),
        (Status { counter: 9, ..before.clone() }, TalkError::Overtaken { accepted: 9, ordered: 3 }),
    ] {
        let mut committed = false;
        let mut session = session(|ask| match ask {
            Ask::Interrogate if committed => Answer::Status(shown.clone()),
            Ask::Interrogate => Answer::Status(before.clone()),
            Ask::Stage(_) => staged(own, 150_000),
            Ask::Commit { .. } => {
                committed = true;
                Answer::Runs { digest: own, since: 0 }
            }
            _ => Answer::Done,
        })
        .unwrap();
        assert_eq!(session.enter(&identity(), &order), Entered::Unknown { digest: own, why });
    }
}

/// A log that does not rise would never end.
#[test]
fn a_log_that_goes_round_ends() {
    let before = status();
    let entry = LogEntry { number: 1, at: 0, kind: LogKind::Started, a: 1, b: 0 };
    let page = Answer::Log { entries: [entry].into_iter().collect(), totals: [0; LogKind::COUNT] };
    let mut session = session(|ask| match ask {
        Ask::Interrogate => Answer::Status(before.clone()),
        _ => page.clone(),
    })
    .unwrap();
    assert_eq!(session.log(0), Err(ProtocolError::Unexpected.into()));
    assert_eq!(session.committed(), Err(ProtocolError::Unexpected.into()));
}

/// A pump whose status names another serial number than its handshake.
#[test]
fn another_serial_number_is_seen() {
    let other = Status { serial: pump::Text::new("VP-9").unwrap(), ..status() };
    let opened = session(|_| Answer::Status(other.clone()));
    assert_eq!(opened.err(), Some(TalkError::OtherPump { serial: "VP-9".to_owned() }));
}
