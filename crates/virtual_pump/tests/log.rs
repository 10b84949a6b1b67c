//! R-LOP-13: the log has each fact once, whoever of controller and monitor has seen it, and over a reset as well.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{DAY, START, continuous, enter, made_of, paired, programmer, provision, told};
use pump::{Ask, LogKind as K, What};
use virtual_pump::{Fault, VirtualPump, Visit};

/// What both controller and monitor see.
const BOTH: [K; 5] = [K::StallBegan, K::StallEnded, K::TelemetryHold, K::Battery, K::Clock];

fn running(trap: bool) -> (VirtualPump, Visit) {
    let mut provision = provision();
    provision.telemetry_trap = trap;
    let made = made_of(provision);
    let mut pump = VirtualPump::new(&made, START, 1).unwrap();
    pump.board_mut().fill(40_000_000);
    let mut visit = paired(&mut pump, &made, 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    pump.run_for(DAY);
    assert_eq!(told(&mut pump, &BOTH), []);
    (pump, visit)
}

fn after(pump: &mut VirtualPump, lines: &[&str]) -> Vec<(K, u32)> {
    for line in lines {
        let fault: Fault = line.parse().unwrap();
        pump.apply(fault);
        pump.run_for(3_600);
    }
    told(pump, &BOTH)
}

#[test]
fn r_lop_13_a_stall_is_told_once_and_so_is_its_end() {
    for lines in [["stall", "recover", "press"], ["stall", "reset", "recover"]] {
        let mut pump = running(false).0;
        let told = after(&mut pump, &lines);
        let [(K::StallBegan, strokes), (K::StallEnded, stood)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(*strokes, 3);
        // An hour or two without a turn, and up to a stroke's time before and after; over a reset up to an hour more, for the time
        // of the last stroke is kept once an hour.
        assert!((3_600..=3 * 3_600 + 2 * 216).contains(stood), "{stood}");
    }
}

#[test]
fn r_lop_13_the_battery_is_told_once_and_each_reset_for_want_of_it() {
    let mut pump = running(false).0;
    assert_eq!(after(&mut pump, &["battery eri", "reset", "reset"]), [(K::Battery, 1)]);
    assert_eq!(after(&mut pump, &["battery spent", "reset"]), [(K::Battery, 1), (K::Battery, 2)]);
    let mut pump = running(false).0;
    let outs = ["battery brown-out", "battery brown-out"];
    assert_eq!(after(&mut pump, &outs), [(K::Battery, 3); 2]);
}

#[test]
fn r_lop_13_telemetry_is_told_once() {
    let (mut pump, mut visit) = running(true);
    let lines = ["battery eri", "field on", "field off"];
    let began = [(K::Battery, 1), (K::TelemetryHold, 1)];
    assert_eq!(after(&mut pump, &lines), began);
    visit.connect(&mut pump).unwrap();
    visit.ask(&mut pump, &Ask::Interrogate).unwrap();
    let ended = [began[0], began[1], (K::TelemetryHold, 0)];
    assert_eq!(after(&mut pump, &[]), ended);
}

/// One that the controller notices, one that only the monitor does, and one while the alarm still holds.
#[test]
fn r_lop_13_a_jump_of_the_clock_is_told_once() {
    for (line, jumps) in [("clock +7200", 1), ("clock -7200", 1), ("clock +50", 1)] {
        let mut pump = running(false).0;
        assert_eq!(after(&mut pump, &[line]).len(), jumps, "{line}");
        let told = after(&mut pump, &["clock -3600"]);
        assert_eq!(told.len(), jumps + 1, "{line}: {told:?}");
    }
}

/// R-LOP-13: a session that another one replaces has ended.
#[test]
fn r_lop_13_a_session_begins_and_ends_once() {
    let kinds = [K::SessionBegan, K::SessionEnded];
    let (mut pump, mut visit) = running(false);
    let (began, ended) = ((K::SessionBegan, 0), (K::SessionEnded, 0));
    // Idle for a day, the first one is over.
    assert_eq!(told(&mut pump, &kinds), [began, ended]);
    let mut other = programmer(&made_of(provision()), 3);
    visit.connect(&mut pump).unwrap();
    visit.ask(&mut pump, &Ask::Interrogate).unwrap();
    pump.apply(Fault::Close(false));
    pump.apply(Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS + 1);
    other.pair(&mut pump).unwrap();
    other.connect(&mut pump).unwrap();
    // Only offered: the one before is still open.
    assert_eq!(told(&mut pump, &kinds), [began, ended, began]);
    other.ask(&mut pump, &Ask::Interrogate).unwrap();
    let replaced = [began, ended, began, (K::SessionEnded, 0), (K::SessionBegan, 1)];
    assert_eq!(told(&mut pump, &kinds), replaced);
    other.ask(&mut pump, &Ask::Goodbye).unwrap();
    pump.run_for(DAY);
    assert_eq!(told(&mut pump, &kinds).len(), 6);
    assert_eq!(told(&mut pump, &kinds)[5], (K::SessionEnded, 1));
}
