//! The life of an order: what is known of it is true.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Desk, Pump, order, status};
use link::Secret;
use link::endpoint::EndpointLimits;
use link::programmer::life::{Effect, OrderEvent as E, OrderLife as L, OrderMarks};
use link::programmer::{Event, Wanted};
use proptest::prelude::*;
use pump::{Answer, Ask, CommittedMarks, Hold, HoldKind, SignedOrder, Text};

const EVENTS: [E; 12] = [
    E::StageKept,
    E::StageRefused,
    E::ReadBackSame,
    E::ReadBackDiffers,
    E::CommitLeaves,
    E::CommitRuns,
    E::CommitRefused,
    E::NoAnswer,
    E::SeenRunning,
    E::SeenNotRun,
    E::SeenAnother,
    E::SeenOvertaken,
];

/// R-TEL-10: nothing but what an interrogation shows ends the unknown, and only a commit that was sent becomes unknown.
#[test]
fn the_unknown_ends_by_interrogation_only() {
    for event in EVENTS {
        for life in L::ALL {
            let after = life.after(event);
            if let Ok(L::Unknown) = after {
                assert!(matches!(life, L::CommitSent | L::Unknown), "{life:?} {event:?}");
            }
            if let (L::Unknown, Ok(L::Confirmed | L::Refused | L::NotEntered)) = (life, after) {
                assert!(matches!(event, E::SeenRunning | E::SeenNotRun | E::SeenAnother), "{event:?}");
            }
            if let Ok(L::CommitSent) = after {
                assert_eq!((life, event), (L::ReadBack, E::CommitLeaves), "no commit before the read-back");
            }
            if life.is_over() {
                assert!(after.is_err(), "{life:?} {event:?}");
            }
        }
    }
}

/// R-TEL-10: what an interrogation shows, case by case.
#[test]
fn what_a_status_shows() {
    let (_, signed) = order(5);
    let (order, _) = order(5);
    let digest = link::signed::digest(&signed.bytes);
    let program = OrderMarks { effect: Effect::Program, ..OrderMarks::of(&order, digest) };
    let with = |counter, committed: Option<(u64, [u8; 32])>, hold: Option<(HoldKind, bool)>| {
        let mut status = status();
        status.running = pump::Running::Program;
        status.counter = counter;
        status.committed = committed.map(|(counter, digest)| CommittedMarks {
            id: Text::new("x").unwrap(),
            digest,
            counter,
            since: 0,
        });
        status.hold = hold.map(|(kind, emergency)| Hold { kind, since: 0, remind_at: 9, emergency });
        status
    };
    let other = [9; 32];
    assert_eq!(program.seen(&with(5, Some((5, digest)), None)), E::SeenRunning);
    assert_eq!(program.seen(&with(4, Some((4, other)), None)), E::SeenNotRun);
    assert_eq!(program.seen(&with(4, None, None)), E::SeenNotRun);
    assert_eq!(program.seen(&with(5, Some((5, other)), None)), E::SeenAnother);
    assert_eq!(program.seen(&with(6, Some((6, other)), None)), E::SeenOvertaken);
    assert_eq!(program.seen(&with(5, Some((4, other)), None)), E::SeenOvertaken);
    let hold = OrderMarks { effect: Effect::Hold(HoldKind::Stop), ..program };
    assert_eq!(hold.seen(&with(5, Some((4, other)), Some((HoldKind::Stop, false)))), E::SeenRunning);
    assert_eq!(hold.seen(&with(5, Some((4, other)), Some((HoldKind::Stop, true)))), E::SeenOvertaken);
    assert_eq!(hold.seen(&with(5, Some((4, other)), Some((HoldKind::MinimumRate, false)))), E::SeenOvertaken);
    assert_eq!(hold.seen(&with(4, Some((4, other)), Some((HoldKind::Stop, false)))), E::SeenNotRun);
    let resume = OrderMarks { effect: Effect::Resume, ..program };
    assert_eq!(resume.seen(&with(5, Some((4, other)), None)), E::SeenRunning);
    assert_eq!(resume.seen(&with(5, Some((4, other)), Some((HoldKind::Stop, false)))), E::SeenOvertaken);
}

/// R-TEL-10: where the pump names the order that it accepted last, a hold and its end are known by it and not by what they do.
#[test]
fn a_named_order_is_known_by_its_digest() {
    let (order, signed) = order(5);
    let digest = link::signed::digest(&signed.bytes);
    let other = [9; 32];
    let program = OrderMarks { effect: Effect::Program, ..OrderMarks::of(&order, digest) };
    let hold = OrderMarks { effect: Effect::Hold(HoldKind::Stop), ..program };
    let resume = OrderMarks { effect: Effect::Resume, ..program };
    let hold_of = |kind, emergency| Hold { kind, since: 0, remind_at: 9, emergency };
    for held in [
        None,
        Some(hold_of(HoldKind::Stop, false)),
        Some(hold_of(HoldKind::Stop, true)),
        Some(hold_of(HoldKind::MinimumRate, false)),
    ] {
        let mut status = status();
        status.running = pump::Running::Program;
        (status.counter, status.hold) = (5, held);
        for marks in [program, hold, resume] {
            status.accepted_digest = Some(other);
            assert_eq!(marks.seen(&status), E::SeenAnother, "{marks:?} {held:?}");
            status.accepted_digest = Some(digest);
            // A program that was accepted is the committed one; a pump that says otherwise ends nothing.
            let program = marks.effect == Effect::Program;
            let seen = if program { E::SeenOvertaken } else { E::SeenRunning };
            assert_eq!(marks.seen(&status), seen, "{marks:?} {held:?}");
            // The digest is the one of that counter.
            status.counter = 6;
            assert_eq!(marks.seen(&status), E::SeenOvertaken);
            status.counter = 4;
            assert_eq!(marks.seen(&status), E::SeenNotRun);
            status.counter = 5;
        }
    }
}

/// A programmer with one order to enter, and nothing else on its mind.
struct Nurse {
    desk: Desk,
    signed: SignedOrder,
    marks: OrderMarks,
    life: L,
    asked: Option<Ask>,
    lives: Vec<L>,
}

impl Nurse {
    fn new(own: Secret, seed: u64, counter: u64) -> Self {
        let (mut order, _) = order(counter);
        // Each with its own bytes, so that two orders under one counter differ.
        order.id = Text::new(&format!("order {seed}")).unwrap();
        let bytes = order.to_bytes().unwrap();
        let digest = link::signed::digest(&bytes);
        let marks = OrderMarks { effect: Effect::Program, ..OrderMarks::of(&order, digest) };
        let signed = SignedOrder { bytes, signature: [[0; 32]; 2] };
        Self {
            desk: Desk::new(own, seed),
            signed,
            marks,
            life: L::Planned,
            asked: None,
            lives: vec![L::Planned],
        }
    }

    fn happens(&mut self, event: E) {
        self.life = self.life.after(event).unwrap();
        self.lives.push(self.life);
    }

    /// What this one says next.
    fn next(&mut self, now: u64) -> Vec<u8> {
        if self.desk.programmer.outstanding().is_some() {
            return self.desk.tick(now);
        }
        if !self.desk.programmer.is_open() {
            let again = self.desk.tick(now);
            return if again.is_empty() && now.is_multiple_of(7) { self.desk.connect(now) } else { again };
        }
        let ask = match self.life {
            L::Planned => Ask::Stage(self.signed.clone()),
            L::Staged => return Vec::new(),
            L::ReadBack => {
                self.happens(E::CommitLeaves);
                Ask::Commit { digest: self.marks.digest }
            }
            L::CommitSent | L::Confirmed | L::Refused | L::NotEntered | L::Unknown => Ask::Interrogate,
        };
        self.asked = Some(ask.clone());
        self.desk.ask(&ask, now)
    }

    fn hear(&mut self, bytes: &[u8], now: u64) {
        self.desk.hear(bytes, now);
        self.settle();
    }

    fn settle(&mut self) {
        for event in std::mem::take(&mut self.desk.heard) {
            match event {
                Event::Answer { answer, .. } => match self.asked.take().unwrap() {
                    Ask::Stage(_) => {
                        self.happens(self.marks.staged(&answer));
                        if self.life == L::Staged {
                            self.happens(self.marks.read_back(&answer));
                        }
                    }
                    Ask::Commit { .. } => self.happens(self.marks.committed(&answer)),
                    _ => {
                        if let Answer::Status(status) = answer
                            && !self.life.is_over()
                        {
                            self.happens(self.marks.seen(&status));
                        }
                    }
                },
                Event::GaveUp(Wanted::Answer { .. }) => self.cut(),
                _ => {}
            }
        }
    }

    /// No answer comes any more.
    fn cut(&mut self) {
        if let Some(Ask::Stage(_) | Ask::Commit { .. }) = self.asked.take() {
            self.happens(E::NoAnswer);
        }
    }
}

/// R-TEL-10: with a good line an order is entered step by step.
#[test]
fn a_good_line_confirms() {
    let own = Secret::new([0x22; 32]);
    let mut pump = Pump::new(&[&own], EndpointLimits::default());
    let mut nurse = Nurse::new(own, 1, 1);
    for now in 0..20 {
        let bytes = nurse.next(now);
        let answered = pump.hear(&bytes, now);
        nurse.hear(&answered, now);
    }
    assert_eq!(nurse.lives, [L::Planned, L::Staged, L::ReadBack, L::CommitSent, L::Confirmed]);
    assert_eq!(pump.inner.commits, [nurse.marks.digest]);
}

/// What happens on the way in one step.
#[derive(Debug, Clone, Copy)]
struct Fate {
    /// Which programmer speaks.
    who: usize,
    lost: bool,
    answer_lost: bool,
    twice: bool,
    /// Something said earlier comes again.
    old: Option<usize>,
    seconds: u64,
    pump_restarts: bool,
    session_cut: bool,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let rare = |weight| proptest::bool::weighted(weight);
    let one = (
        0..2_usize,
        rare(0.25),
        rare(0.25),
        rare(0.1),
        proptest::option::weighted(0.1, 0..1_000_usize),
        0..4_u64,
        rare(0.03),
        rare(0.05),
    );
    let one = one.prop_map(|(who, lost, answer_lost, twice, old, seconds, pump_restarts, session_cut)| {
        Fate { who, lost, answer_lost, twice, old, seconds, pump_restarts, session_cut }
    });
    proptest::collection::vec(one, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// R-TEL-10: two programmers, each with an order under the same counter, over a line that loses, repeats and cuts, with a
    /// pump that restarts: an order that is confirmed was committed, one that is refused or not entered was not, none is
    /// committed twice, and never both.
    #[test]
    fn what_is_known_of_an_order_is_true(fates in fates()) {
        let keys = || [Secret::new([0x22; 32]), Secret::new([0x77; 32])];
        let [one, other] = keys();
        let mut pump = Pump::new(&[&one, &other], EndpointLimits::default());
        let mut nurses = [Nurse::new(one, 1, 1), Nurse::new(other, 2, 1)];
        let (mut said, mut now) = (Vec::<Vec<u8>>::new(), 0);
        for fate in fates {
            now += fate.seconds;
            if fate.pump_restarts {
                pump.endpoint = link::endpoint::Endpoint::new(EndpointLimits::default(), now);
                pump.inner.status.staged = None;
            }
            let nurse = &mut nurses[fate.who];
            if fate.session_cut {
                nurse.cut();
                nurse.desk.connect(now);
            }
            let bytes = nurse.next(now);
            nurse.settle();
            if let Some(old) = fate.old.and_then(|old| said.get(old)) {
                pump.hear(old, now);
            }
            if !bytes.is_empty() {
                said.push(bytes.clone());
            }
            if !fate.lost {
                let mut answered = pump.hear(&bytes, now);
                if fate.twice {
                    answered.extend(pump.hear(&bytes, now));
                }
                if !fate.answer_lost {
                    nurses[fate.who].hear(&answered, now);
                }
            }
            for nurse in &nurses {
                let times = pump.inner.commits.iter().filter(|digest| **digest == nurse.marks.digest).count();
                prop_assert!(times <= 1);
                match nurse.life {
                    L::Confirmed => prop_assert_eq!(times, 1),
                    L::Planned | L::Staged | L::ReadBack | L::Refused | L::NotEntered => prop_assert_eq!(times, 0),
                    L::CommitSent | L::Unknown => {}
                }
            }
            prop_assert!(pump.inner.commits.len() <= 1);
        }
        // With a good line both come to know.
        for nurse in &mut nurses {
            nurse.cut();
            let mut bytes = nurse.desk.connect(now);
            for _ in 0..30 {
                now += 3;
                let answered = pump.hear(&bytes, now);
                nurse.hear(&answered, now);
                bytes = nurse.next(now);
                nurse.settle();
            }
            prop_assert!(nurse.life.is_over(), "{:?}", nurse.lives);
        }
        // Both may be refused: what was staged is forgotten when the pump restarts or the other one stages.
        prop_assert!(pump.inner.commits.len() <= 1);
    }
}
