//! Entering orders: R-PRG-1 (never said to run what does not), R-PRG-2 (never said not to be entered what runs), R-PRG-3
//! (unknown ends by an interrogation), R-PRG-4 (an order is not entered twice), R-PRG-5 (what the pump makes of it is compared).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Fate, Radio, continuous, fates, hold, identity, order, paired};
use programmer::{Entered, Resolved, TalkError, digest, emergency_hold, is_committed, is_signed_by, resolve};
use proptest::prelude::*;
use pump::{HoldKind, Order, Refused, Running, Status, Unfit, What};
use virtual_pump::Fault;

/// What is on the way when the line goes bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Program,
    Minimum,
    Stop,
    Resume,
}

const KINDS: [Kind; 4] = [Kind::Program, Kind::Minimum, Kind::Stop, Kind::Resume];

/// A pump that runs a program under counter 1, held under counter 2 if a hold is to end, and the order to be entered.
fn prepared(kind: Kind) -> (Radio, Order) {
    let radio = paired();
    let mut session = radio.session(11).unwrap();
    runs(session.enter(&identity(), &order(1, continuous(200_000))));
    let what = match kind {
        Kind::Program => continuous(300_000),
        Kind::Minimum => hold(HoldKind::MinimumRate),
        Kind::Stop => hold(HoldKind::Stop),
        Kind::Resume => {
            runs(session.enter(&identity(), &order(2, hold(HoldKind::Stop))));
            What::Resume
        }
    };
    session.close();
    radio.0.borrow_mut().settle();
    (radio, order(3, what))
}

fn runs(entered: Entered) {
    assert!(matches!(entered, Entered::Runs { .. }), "{entered:?}");
}

/// What the pump really does, without the link: whether it has accepted the order, and whether that runs.
fn truth(radio: &Radio, order: &Order, kind: Kind) -> (bool, bool) {
    radio.pump(|pump| {
        let implant = pump.implant().unwrap();
        let hold = implant.hold().map(|hold| hold.kind);
        let (accepted, running) = match kind {
            Kind::Program => {
                let bytes = order.to_bytes().unwrap();
                let own = implant.controller().committed().is_some_and(|committed| committed.bytes == bytes);
                (own, Running::Program)
            }
            Kind::Minimum => (hold == Some(HoldKind::MinimumRate), Running::HeldAtMinimum),
            Kind::Stop => (hold == Some(HoldKind::Stop), Running::HeldStopped),
            Kind::Resume => (hold.is_none(), Running::Program),
        };
        (accepted, accepted && implant.running() == running)
    })
}

/// Enters an order over a line that follows a plan, and holds what is said against the truth.
fn entered_truthfully(kind: Kind, plan: &[Fate], then: Fate) -> Entered {
    let (radio, order) = prepared(kind);
    let mut session = radio.session(12).unwrap();
    radio.plan(plan.iter().copied(), then);
    let entered = session.enter(&identity(), &order);
    let (accepted, running) = truth(&radio, &order, kind);
    match &entered {
        Entered::Runs { digest: named, status } => {
            assert!(running, "R-PRG-1: said to run: {plan:?}");
            assert_eq!(*named, digest(&order).unwrap());
            assert_eq!(status.counter, 3);
        }
        Entered::NotEntered { why } => {
            assert!(!accepted, "R-PRG-2: said not to be entered ({why}): {plan:?}")
        }
        Entered::Unknown { .. } => {}
    }
    // What was delayed comes now: it changes nothing of what was said for certain.
    radio.calm();
    let (later, _) = truth(&radio, &order, kind);
    match &entered {
        Entered::Runs { .. } => assert!(later),
        Entered::NotEntered { .. } => assert!(!later, "entered late: {plan:?}"),
        Entered::Unknown { .. } => {}
    }
    // R-PRG-3: a new session tells.
    let mut session = radio.session(13).unwrap();
    let status = session.status().unwrap();
    let resolved = resolve(&order, &status).unwrap();
    assert_eq!(resolved, if later { Resolved::Entered } else { Resolved::NotEntered }, "{entered:?}");
    if kind == Kind::Program {
        assert_eq!(is_committed(&status, &digest(&order).unwrap()), later);
    }
    // R-PRG-4: once more, over a good line: it runs, and is accepted once.
    runs(session.enter(&identity(), &order));
    assert_eq!(truth(&radio, &order, kind), (true, true));
    let commits = session.log(0).unwrap().1[pump::LogKind::Committed as usize];
    let wanted = if kind == Kind::Resume { 3 } else { 2 };
    // Also where power failed between the commit and its entry in the log.
    assert_eq!(commits, wanted, "{plan:?}");
    entered
}

/// Every message of entering, lost for good from some point on, lost a few times, or with a reset of the pump beside it.
#[test]
fn r_prg_1_2_3_4_a_message_lost_at_any_point() {
    let mut counts = [0; 3];
    for kind in KINDS {
        for place in 0..9 {
            let before = vec![Fate::Pass; place];
            for (bad, then) in [
                (vec![], Fate::Lose),
                (vec![Fate::Lose], Fate::Pass),
                (vec![Fate::Lose; 4], Fate::Pass),
                (vec![Fate::Late], Fate::Pass),
                (vec![Fate::Reset], Fate::Pass),
            ] {
                let plan = [before.clone(), bad].concat();
                let place = match entered_truthfully(kind, &plan, then) {
                    Entered::Runs { .. } => 0,
                    Entered::NotEntered { .. } => 1,
                    Entered::Unknown { .. } => 2,
                };
                counts[place] += 1;
            }
        }
    }
    // All three happen, or the plans do not reach what they are meant for.
    let [runs, not_entered, unknown] = counts;
    println!("runs {runs}, not entered {not_entered}, unknown {unknown}");
    assert!(runs >= 80 && not_entered >= 20 && unknown >= 20, "{counts:?}");
}

/// R-PRG-1, R-PRG-2, R-PRG-3: power fails in the pump while it writes what was committed.
#[test]
fn power_fails_while_the_commit_is_written() {
    for kind in KINDS {
        for write in 1..=3 {
            for byte in (0..240).step_by(STEP) {
                let plan = [vec![Fate::Pass; 4], vec![Fate::PowerCut { write, byte }]].concat();
                entered_truthfully(kind, &plan, Fate::Pass);
            }
        }
    }
}

/// From one byte at which power fails to the next; with 1 it takes most of a minute.
const STEP: usize = 37;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// R-PRG-1, R-PRG-2, R-PRG-3, R-PRG-4: whatever the line does.
    #[test]
    fn a_bad_line_does_not_make_a_liar(
        kind in prop::sample::select(&KINDS[..]),
        plan in prop::collection::vec(fates(), 0..24),
        then in prop_oneof![Just(Fate::Pass), Just(Fate::Lose)],
    ) {
        entered_truthfully(kind, &plan, then);
    }
}

/// R-PRG-3: once the pump has accepted a later order, nobody can say any more whether an unknown one ran in between.
#[test]
fn what_was_overtaken_stays_unknown() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    runs(session.enter(&identity(), &order(4, continuous(250_000))));
    let status = session.status().unwrap();
    assert_eq!(resolve(&next, &status).unwrap(), Resolved::Unknown);
    assert_eq!(resolve(&order(4, continuous(300_000)), &status).unwrap(), Resolved::NotEntered);
    assert_eq!(resolve(&order(5, continuous(300_000)), &status).unwrap(), Resolved::NotEntered);
    assert_eq!(resolve(&order(4, continuous(250_000)), &status).unwrap(), Resolved::Entered);
    // A hold of the same counter that holds for another time is another hold.
    let stop = |remind_after_seconds| order(5, What::Hold { kind: HoldKind::Stop, remind_after_seconds });
    runs(session.enter(&identity(), &stop(600)));
    let status = session.status().unwrap();
    assert_eq!(resolve(&stop(600), &status).unwrap(), Resolved::Entered);
    assert_eq!(resolve(&stop(601), &status).unwrap(), Resolved::NotEntered);
    // Known by its digest, whatever holds by now, and over a reset.
    session.close();
    emergency_hold(radio.clone(), HoldKind::Stop).unwrap();
    radio.pump(|pump| pump.apply(Fault::Reset));
    let mut session = radio.session(13).unwrap();
    assert_eq!(resolve(&stop(600), &session.status().unwrap()).unwrap(), Resolved::Entered);
    let minimum = |counter| order(counter, hold(HoldKind::MinimumRate));
    runs(session.enter(&identity(), &minimum(6)));
    session.close();
    let status = emergency_hold(radio, HoldKind::Stop).unwrap();
    assert!(status.hold.unwrap().emergency);
    assert_eq!(resolve(&minimum(6), &status).unwrap(), Resolved::Entered);
    // A pump that does not know the digest any more is read as before: by what is so.
    let unnamed = Status { accepted_digest: None, ..*status };
    assert_eq!(resolve(&minimum(6), &unnamed).unwrap(), Resolved::Unknown);
}

/// R-PRG-1: accepted is not running. A program that is held back by the time it is asked for again does not run.
#[test]
fn what_is_held_back_does_not_run() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    runs(session.enter(&identity(), &next));
    runs(session.enter(&identity(), &order(4, hold(HoldKind::Stop))));
    let entered = session.enter(&identity(), &next);
    let digest = digest(&next).unwrap();
    let why = TalkError::NotRunning { running: Running::HeldStopped };
    assert_eq!(entered, Entered::Unknown { digest, why });
}

/// R-PRG-2: a commit that never came is known not to have come, by the interrogation after it; nothing stays staged.
#[test]
fn what_is_not_entered_does_not_stay_staged() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    radio.plan([vec![Fate::Pass; 4], vec![Fate::Lose; 4]].concat(), Fate::Pass);
    let why = TalkError::NoAnswer { seconds: 8 };
    assert_eq!(session.enter(&identity(), &next), Entered::NotEntered { why });
    assert_eq!(session.status().unwrap().staged, None);
}

/// R-PRG-10: what is to be filed before the commit is filed when the pump has agreed to the order and nothing runs yet; if that
/// fails, nothing is committed and nothing stays staged. An order that runs already is not filed as sent again.
#[test]
fn filing_stands_between_read_back_and_commit() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    let own = digest(&next).unwrap();
    let seen = |named: &[u8; 32]| {
        assert_eq!(*named, own);
        radio.pump(|pump| {
            let now = pump.now();
            let status = pump.implant().unwrap().controller().status(now, &[], 0, 0);
            assert_eq!(status.staged.map(|staged| staged.digest), Some(own));
            assert_eq!(status.counter, 1);
        });
    };
    let refused = session.enter_filed(&identity(), &next, |digest| {
        seen(digest);
        Err("the disk is full")
    });
    assert_eq!(refused, Err("the disk is full"));
    let status = session.status().unwrap();
    assert_eq!((status.staged, status.counter), (None, 1));
    let mut filed = 0;
    let mut enter = || {
        let entered = session.enter_filed(&identity(), &next, |digest| {
            filed += 1;
            if filed == 1 {
                seen(digest);
            }
            Ok::<(), ()>(())
        });
        runs(entered.unwrap());
    };
    enter();
    enter();
    assert_eq!(filed, 1);
    // Nor is one that the pump refuses filed as sent.
    let other = order(3, continuous(100_000));
    let entered = session.enter_filed(&identity(), &other, |_| Err(()));
    assert!(matches!(entered, Ok(Entered::NotEntered { .. })));
}

/// R-PRG-4: an order that runs is not committed again; one with a used counter is refused.
#[test]
fn an_order_is_entered_once() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    runs(session.enter(&identity(), &next));
    let strokes = |radio: &Radio| {
        radio.pump(|pump| {
            pump.run_for(600);
            let controller = pump.implant().unwrap().controller();
            controller.since()
        })
    };
    let since = strokes(&radio);
    runs(session.enter(&identity(), &next));
    assert_eq!(strokes(&radio), since, "it began anew");
    let other = order(3, continuous(100_000));
    let entered = session.enter(&identity(), &other);
    let why = TalkError::Refused(Refused::Counter { given: 3, last: 3 });
    assert_eq!(entered, Entered::NotEntered { why });
    let (read, signed) = session.committed().unwrap().unwrap();
    assert_eq!(read, next);
    assert!(is_signed_by(&signed, &identity().order_public()));
}

/// R-PRG-5: what is not for this pump, not what the pump works out, beyond its bounds or signed by another is not entered.
#[test]
fn what_the_pump_does_not_agree_to_is_not_entered() {
    let (radio, next) = prepared(Kind::Program);
    let mut session = radio.session(12).unwrap();
    let other = Order { serial: pump::Text::new("VP-2").unwrap(), ..next.clone() };
    let why = TalkError::OtherPump { serial: common::SERIAL.to_owned() };
    assert_eq!(session.enter(&identity(), &other), Entered::NotEntered { why });
    let What::Program(part) = continuous(300_000) else { unreachable!() };
    let wrong = Order {
        what: What::Program(pump::ProgramPart { day_totals_nanograms: [150_001; 7], ..part }),
        ..next.clone()
    };
    let entered = session.enter(&identity(), &wrong);
    let day = Unfit::DayTotal { day: 0, stated: 150_001, computed: 150_000_000 };
    assert!(
        matches!(
            &entered,
            Entered::NotEntered { why: TalkError::Refused(Refused::Unfit(Unfit::DayTotal { .. })) }
        ),
        "{entered:?} {day:?}"
    );
    let stranger = programmer::Identity::of_seed(&[4; 32]);
    let why = TalkError::Refused(Refused::Signature);
    assert_eq!(session.enter(&stranger, &next), Entered::NotEntered { why });
    let (accepted, _) = truth(&radio, &next, Kind::Program);
    assert!(!accepted);
}
