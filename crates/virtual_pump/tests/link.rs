//! R-LOP-10: a whole conversation over an air that loses, repeats, spoils and breaks off: whatever is lost, the committed program
//! goes on, and nothing that was not signed ever runs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{DAY, continuous, enter, made, new_pump, order, paired};
use proptest::prelude::*;
use pump::{Answer, Ask, Refused, Running, What};
use virtual_pump::{Air, VirtualPump, Visit};

/// Air that does something to each transmission, either way.
struct Bad<'a, F: FnMut(Vec<u8>) -> Vec<u8>> {
    pump: &'a mut VirtualPump,
    does: F,
}

impl<F: FnMut(Vec<u8>) -> Vec<u8>> Air for Bad<'_, F> {
    fn exchange(&mut self, bytes: &[u8]) -> Vec<u8> {
        let arrived = if bytes.is_empty() { Vec::new() } else { (self.does)(bytes.to_vec()) };
        let answered = self.pump.exchange(&arrived);
        if answered.is_empty() { answered } else { (self.does)(answered) }
    }

    fn pass(&mut self, seconds: u64) {
        self.pump.pass(seconds);
    }

    fn seconds(&self) -> u64 {
        self.pump.seconds()
    }
}

/// Handshake, interrogate, stage, commit, read back; as far as it gets. What the pump answered to the commit.
fn conversation(air: &mut impl Air, visit: &mut Visit, now: pump::PumpTime) -> Option<Answer> {
    visit.connect(air).ok()?;
    visit.ask(air, &Ask::Interrogate).ok()?;
    let answer = visit.enter(air, &order(2, now, What::Program(continuous(300_000, false)))).ok()?;
    visit.ask(air, &Ask::ReadCommitted).ok()?;
    Some(answer)
}

/// The pump runs one of the two orders, at its rate, and says which.
fn runs(pump: &mut VirtualPump) -> u64 {
    let implant = pump.implant().unwrap();
    assert_eq!(implant.running(), Running::Program);
    let counter = implant.controller().status(pump.now(), &[], 0, 0).committed.unwrap().counter;
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    let strokes = pump.board().truth().turned_strokes - before;
    let due: u64 = if counter == 1 { 400 } else { 300 };
    assert!(strokes.abs_diff(due) <= 1, "{strokes} strokes of {due}: {}", pump.truth_line());
    counter
}

fn with_first() -> (VirtualPump, Visit) {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    (pump, visit)
}

#[test]
fn r_lop_10_cut_after_any_transmission_the_committed_program_goes_on() {
    let mut outcomes = [0, 0];
    for last in 0..16 {
        for bytes in [0, 5, 1_000] {
            let (mut pump, mut visit) = with_first();
            let now = pump.now();
            let mut count = 0;
            let mut air = Bad {
                pump: &mut pump,
                does: |mut said: Vec<u8>| {
                    count += 1;
                    // The last one is cut in the middle, and nothing comes after it.
                    said.truncate(if count < last {
                        said.len()
                    } else if count == last {
                        bytes
                    } else {
                        0
                    });
                    said
                },
            };
            let answer = conversation(&mut air, &mut visit, now);
            let counter = runs(&mut pump);
            assert!(counter == 2 || !matches!(answer, Some(Answer::Runs { .. })), "{last} {bytes}");
            outcomes[usize::from(counter == 2)] += 1;
        }
    }
    assert!(outcomes[0] > 5 && outcomes[1] > 5, "{outcomes:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn r_lop_10_loss_repetition_and_noise(deeds in prop::collection::vec((0_u8..8, any::<u16>()), 8..60)) {
        let (mut pump, mut visit) = with_first();
        let now = pump.now();
        let mut deeds = deeds.into_iter();
        let mut before: Vec<u8> = Vec::new();
        let mut air = Bad {
            pump: &mut pump,
            does: |said: Vec<u8>| {
                let (kind, place) = deeds.next().unwrap_or((7, 0));
                let mut heard = said.clone();
                match kind {
                    0 => heard.clear(),
                    1 => heard.extend_from_slice(&said),
                    2 => {
                        let place = usize::from(place) % heard.len();
                        heard[place] ^= 1 << (place % 8);
                    }
                    3 => heard = [before.clone(), said.clone()].concat(),
                    4 => heard.truncate(usize::from(place) % said.len()),
                    _ => {}
                }
                before = said;
                heard
            },
        };
        let answer = conversation(&mut air, &mut visit, now);
        let counter = runs(&mut pump);
        let said = matches!(answer, Some(Answer::Runs { .. }));
        prop_assert!(counter == 2 || !said);
    }
}

/// A programmer that has paired cannot pass off what another one has signed, and a stranger cannot do anything.
#[test]
fn r_lop_10_only_what_its_own_programmer_has_signed_runs() {
    let (mut pump, mut visit) = with_first();
    let forged = common::programmer(&made(), 3)
        .sign(&order(2, pump.now(), What::Program(continuous(300_000, false))))
        .unwrap();
    visit.connect(&mut pump).unwrap();
    let answer = visit.ask(&mut pump, &Ask::Stage(forged)).unwrap();
    assert_eq!(answer, Answer::Refused(Refused::Signature));
    let mut stranger = common::programmer(&made(), 99);
    assert!(stranger.connect(&mut pump).is_err());
    assert_eq!(runs(&mut pump), 1);
}

/// Nobody pairs from afar, nor before a hand has been close long enough, nor once the window is over.
#[test]
fn r_lop_11_pairing_wants_a_hand_that_stays() {
    let mut pump = new_pump();
    assert!(common::programmer(&made(), 2).pair(&mut pump).is_err());
    pump.apply(virtual_pump::Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS + implant::WINDOW_SECONDS);
    assert!(common::programmer(&made(), 2).pair(&mut pump).is_err());
    pump.apply(virtual_pump::Fault::Close(false));
    // The gate has closed after the tries before.
    pump.run_for(3_600);
    pump.apply(virtual_pump::Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS);
    for (seed, place) in (2..).zip(0..4) {
        assert_eq!(common::programmer(&made(), seed).pair(&mut pump).unwrap(), place);
    }
    // The same programmer has its place; a fifth has none.
    assert_eq!(common::programmer(&made(), 3).pair(&mut pump).unwrap(), 1);
    assert!(common::programmer(&made(), 50).pair(&mut pump).is_err());
    assert_eq!(pump.implant().unwrap().programmers().len(), 4);
}

/// R-LOP-10: whoever talks without end does not keep the loop from its strokes: in one turn it takes a bounded part.
#[test]
fn r_lop_10_endless_noise_takes_no_stroke() {
    let (mut pump, _) = with_first();
    pump.board_mut().radio_in(&vec![0xA7; 400_000]);
    pump.turn();
    assert!(pump.board().has_inbound(), "one turn took everything");
    for _ in 0..48 {
        pump.board_mut().radio_in(&vec![0x5C; 20_000]);
        pump.run_for(1_800);
    }
    assert_eq!(runs(&mut pump), 1);
}
