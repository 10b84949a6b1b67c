//! R-LOP-4, R-VPU-2: the monitor finds every fault that can be found, the right alarm sounds, and the pump never stops without
//! sounding.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{DAY, START, continuous, enter, made, made_of, new_pump, paired, provision};
use link::emergency::Reply;
use proptest::prelude::*;
use pump::{
    AlarmSound, AlarmState, Ask, Condition, EmergencyAsk, HoldKind, LogKind, PumpTime, Running, What,
};
use virtual_pump::{BatteryFault, Fault, VirtualPump, Visit};

/// A pump at 0.4 mL a day; nobody is close.
fn running() -> VirtualPump {
    running_of(provision()).0
}

fn running_of(provision: pump::Provision) -> (VirtualPump, Visit) {
    let made = made_of(provision);
    let mut pump = VirtualPump::new(&made, START, 1).unwrap();
    pump.board_mut().fill(40_000_000);
    let mut visit = paired(&mut pump, &made, 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    pump.apply(Fault::Close(false));
    pump.run_for(2 * DAY);
    assert!(pump.implant().unwrap().alarms().is_empty(), "{}", pump.truth_line());
    pump.board_mut().take_heard();
    (pump, visit)
}

fn has(pump: &VirtualPump, condition: Condition) -> bool {
    pump.implant().unwrap().alarms().iter().any(|alarm| alarm.condition == condition)
}

fn fault(pump: &mut VirtualPump, line: &str) {
    let fault: Fault = line.parse().unwrap();
    assert_eq!(fault.to_string().parse(), Ok(fault));
    pump.apply(fault);
}

/// The last sound of this kind began no longer ago than so many seconds.
fn sounded_within(pump: &VirtualPump, sound: AlarmSound, seconds: u64) -> bool {
    let now = pump.now();
    pump.board()
        .heard()
        .iter()
        .rev()
        .any(|heard| heard.sound == Some(sound) && now.since(heard.at) <= seconds)
}

/// Runs until a condition is found: after how many seconds.
fn found_within(pump: &mut VirtualPump, condition: Condition, seconds: u64) -> u64 {
    let begun = pump.board().elapsed();
    while pump.board().elapsed() - begun <= seconds {
        if has(pump, condition) {
            return pump.board().elapsed() - begun;
        }
        pump.run_for(10);
    }
    panic!("{condition:?} not found within {seconds} s; {}", pump.truth_line());
}

#[test]
fn r_lop_4_a_stall_is_found_within_its_strokes_and_its_end_too() {
    let mut pump = running();
    fault(&mut pump, "stall");
    // Three strokes of 216 s, and the one under way.
    let after = found_within(&mut pump, Condition::Stalled, 4 * 216 + 10);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 10), "after {after} s");
    pump.run_for(DAY);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
    fault(&mut pump, "recover");
    pump.run_for(3 * DAY);
    assert!(!has(&pump, Condition::Stalled), "{}", pump.truth_line());
    let implant = pump.implant().unwrap();
    assert_eq!(implant.log().totals()[LogKind::StallBegan as usize], 1);
    assert_eq!(implant.log().totals()[LogKind::StallEnded as usize], 1);
}

#[test]
fn r_lop_4_a_motor_that_slips_is_found() {
    let mut pump = running();
    fault(&mut pump, "slip 10");
    found_within(&mut pump, Condition::UnderDelivery, 3 * DAY);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 20));
}

/// What pushes more with each stroke is nothing that strokes could show: it is found at the refill, and nowhere else.
#[test]
fn r_lop_4_a_fast_pump_is_not_found_and_the_calculated_alarm_comes_too_late() {
    let mut pump = running();
    fault(&mut pump, "fast 14.5");
    found_within(&mut pump, Condition::LowReservoir, 120 * DAY);
    assert!(pump.board().truth().left_picolitres < 2_000_000_000, "{}", pump.truth_line());
}

#[test]
fn r_lop_4_the_battery_is_told() {
    let mut pump = running();
    fault(&mut pump, "battery eri");
    found_within(&mut pump, Condition::ElectiveReplacement, 0);
    assert!(sounded_within(&pump, AlarmSound::SingleTone, 1));
    fault(&mut pump, "battery spent");
    found_within(&mut pump, Condition::EndOfService, 0);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 1));
    let before = pump.board().truth().commanded_strokes;
    pump.run_for(DAY);
    assert_eq!(pump.board().truth().commanded_strokes, before);
    assert_eq!(pump.implant().unwrap().running(), Running::Ended);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
    let mut pump = running();
    fault(&mut pump, "battery brown-out");
    found_within(&mut pump, Condition::LowBatteryReset, 0);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 1), "{}", pump.truth_line());
}

#[test]
fn r_lop_4_memory_is_told_and_mended() {
    for cell in ["committed", "tally", "state", "paired", "alarms", "provision"] {
        let mut pump = running();
        fault(&mut pump, &format!("corrupt {cell} a"));
        fault(&mut pump, "reset");
        pump.run_for(10);
        // The copy that is spoilt may be the one that the next write replaces, or the one in force.
        assert_eq!(pump.implant().unwrap().running(), Running::Program, "{cell}: {}", pump.truth_line());
        pump.run_for(2 * DAY);
        fault(&mut pump, "reset");
        pump.run_for(10);
        assert_eq!(pump.implant().unwrap().running(), Running::Program, "{cell}: {}", pump.truth_line());
    }
    let mut pump = running();
    fault(&mut pump, "corrupt committed both");
    found_within(&mut pump, Condition::MemoryCritical, DAY + 900);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
    // It was written anew from what runs: a reset finds it.
    fault(&mut pump, "reset");
    pump.run_for(10);
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
}

#[test]
fn r_lop_4_an_order_that_is_lost_at_a_start_ends_in_the_safe_state_with_an_alarm() {
    let mut pump = running();
    fault(&mut pump, "corrupt committed both");
    fault(&mut pump, "reset");
    found_within(&mut pump, Condition::SafeState, 0);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 1));
    assert_eq!(pump.implant().unwrap().running(), Running::SafeState);
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    let strokes = pump.board().truth().turned_strokes - before;
    assert!((5..=6).contains(&strokes), "minimum rate: {strokes}");
    // A complete program, committed anew, ends it.
    let mut visit = common::programmer(&made(), 2);
    pump.apply(Fault::Close(true));
    visit.connect(&mut pump).unwrap();
    enter(&mut pump, &mut visit, 2, What::Program(continuous(400_000, true)));
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
}

#[test]
fn r_lop_4_the_clock_is_watched() {
    for line in ["clock +3600", "clock -3600"] {
        let mut pump = running();
        fault(&mut pump, line);
        found_within(&mut pump, Condition::ClockFault, 900);
        assert!(sounded_within(&pump, AlarmSound::TwoTone, 20), "{line}");
    }
}

#[test]
fn r_lop_5_a_pump_that_cannot_read_what_it_is_sounds_and_does_nothing_else() {
    let mut pump = running();
    fault(&mut pump, "corrupt provision both");
    fault(&mut pump, "reset");
    assert!(pump.implant().is_none());
    let before = pump.board().truth().commanded_strokes;
    for _ in 0..20 {
        assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
        pump.run_for(333);
    }
    assert_eq!(pump.board().truth().commanded_strokes, before);
    assert_eq!(pump.radio(&[1, 2, 3]), []);
    // A pump that was never made is the same.
    let never = VirtualPump::resumed(&provision(), Vec::new(), START, 1);
    assert!(never.implant().is_none());
    assert!(sounded_within(&never, AlarmSound::TwoTone, 1));
}

/// R-LOP-6: without a key, from close by: held at once, two-tone at once, and never unnoticed for longer than stated.
#[test]
fn r_lop_6_an_emergency_hold_sounds_at_once_and_again() {
    for kind in [HoldKind::MinimumRate, HoldKind::Stop] {
        let mut pump = running();
        let mut stranger = Visit::new(pump::Text::new("VP-1").unwrap(), [1; 32], [2; 32], 77);
        // From afar, nothing.
        assert!(stranger.emergency(&mut pump, EmergencyAsk::Hold(kind)).is_err());
        assert_eq!(pump.implant().unwrap().running(), Running::Program);
        pump.apply(Fault::Close(true));
        let reply = stranger.emergency(&mut pump, EmergencyAsk::Hold(kind)).unwrap();
        assert_eq!(reply, Reply::Held);
        let at = pump.now();
        assert!(sounded_within(&pump, AlarmSound::TwoTone, 0), "{kind:?}");
        let held = if kind == HoldKind::Stop { Running::HeldStopped } else { Running::HeldAtMinimum };
        assert_eq!(pump.implant().unwrap().running(), held);
        pump.apply(Fault::Close(false));
        // Somebody acknowledges it; after the stated time it sounds again.
        let mut visit = common::programmer(&made(), 2);
        pump.apply(Fault::Close(true));
        visit.connect(&mut pump).unwrap();
        visit.ask(&mut pump, &Ask::Acknowledge(Condition::EmergencyHold)).unwrap();
        pump.run_for(2);
        let state = pump.implant().unwrap().alarms()[0].state;
        assert!(matches!(state, AlarmState::Acknowledged { .. }), "{state:?}");
        pump.board_mut().take_heard();
        pump.run_until(PumpTime(at.0 + 3_600 + 700));
        assert!(sounded_within(&pump, AlarmSound::TwoTone, 700), "{kind:?} {}", pump.truth_line());
    }
}

#[test]
fn r_lop_6_a_stop_that_is_forgotten_sounds() {
    let (mut pump, mut visit) = running_of(provision());
    pump.apply(Fault::Close(true));
    visit.connect(&mut pump).unwrap();
    enter(&mut pump, &mut visit, 2, common::hold(HoldKind::Stop, 7_200));
    pump.board_mut().take_heard();
    pump.run_for(7_100);
    assert!(!sounded_within(&pump, AlarmSound::TwoTone, 7_200));
    pump.run_for(200);
    assert!(has(&pump, Condition::HoldOver));
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 200));
}

/// R-VPU-3: what a strong field does to either kind of pump.
#[test]
fn r_vpu_3_fields() {
    let mut pump = running();
    fault(&mut pump, "field on");
    found_within(&mut pump, Condition::Stalled, 4 * 216 + 10);
    fault(&mut pump, "field off");
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    assert!(pump.board().truth().turned_strokes >= before + 399);
    let mut valved = provision();
    valved.field_shuts_valve = true;
    let (mut pump, _) = running_of(valved);
    fault(&mut pump, "field on");
    fault(&mut pump, "field off");
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    assert_eq!(pump.board().truth().turned_strokes, before);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
    fault(&mut pump, "valve reset");
    pump.run_for(DAY);
    assert!(pump.board().truth().turned_strokes > before);
}

/// R-VPU-3: the telemetry trap: only while an alarm sounds, and until somebody interrogates.
#[test]
fn r_vpu_3_the_telemetry_trap() {
    let mut trapped = provision();
    trapped.telemetry_trap = true;
    let (mut pump, mut visit) = running_of(trapped);
    fault(&mut pump, "field on");
    fault(&mut pump, "field off");
    pump.run_for(3_600);
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
    fault(&mut pump, "battery eri");
    pump.run_for(10);
    fault(&mut pump, "field on");
    pump.run_for(1_800);
    fault(&mut pump, "field off");
    pump.run_for(10);
    assert_eq!(pump.implant().unwrap().running(), Running::TelemetryHold);
    assert!(has(&pump, Condition::TelemetryHold), "{}", pump.truth_line());
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    assert_eq!(pump.board().truth().turned_strokes, before);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 600));
    visit.connect(&mut pump).unwrap();
    visit.ask(&mut pump, &Ask::Interrogate).unwrap();
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
}

/// R-LOP-12: memory that takes nothing any more: no commit is said to be done, and what runs goes on or falls to the minimum
/// rate, with the critical alarm.
#[test]
fn r_lop_12_memory_that_takes_no_writes() {
    let (mut pump, mut visit) = running_of(provision());
    fault(&mut pump, "close on");
    fault(&mut pump, "wear committed on");
    visit.connect(&mut pump).unwrap();
    let order = common::order(2, pump.now(), What::Program(continuous(300_000, false)));
    let answer = visit.enter(&mut pump, &order).unwrap();
    assert_eq!(answer, pump::Answer::Refused(pump::Refused::Memory));
    assert!(has(&pump, Condition::MemoryCritical), "{}", pump.truth_line());
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 10));
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    assert!((pump.board().truth().turned_strokes - before).abs_diff(400) <= 1, "{}", pump.truth_line());
    let (mut pump, _) = running_of(provision());
    fault(&mut pump, "wear tally on");
    found_within(&mut pump, Condition::SafeState, 230);
    assert!(sounded_within(&pump, AlarmSound::TwoTone, 20));
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    let strokes = pump.board().truth().turned_strokes - before;
    assert!((5..=6).contains(&strokes), "minimum rate: {strokes}");
    // A programmer that cannot be kept is told so.
    let (mut pump, _) = running_of(provision());
    fault(&mut pump, "wear paired on");
    fault(&mut pump, "close on");
    pump.run_for(implant::HELD_SECONDS + 1);
    assert!(common::programmer(&made(), 8).pair(&mut pump).is_err());
    assert_eq!(pump.implant().unwrap().programmers().len(), 1);
}

/// What may go wrong, as a line; the number is a time between two of them.
fn faults() -> impl Strategy<Value = Vec<(String, u64)>> {
    let line = prop_oneof![
        Just("stall".to_owned()),
        Just("recover".to_owned()),
        Just("field on".to_owned()),
        Just("field off".to_owned()),
        Just("slip 50".to_owned()),
        Just("battery brown-out".to_owned()),
        Just("reset".to_owned()),
        Just("press".to_owned()),
        Just("valve reset".to_owned()),
        (1_u32..6, 0_u32..200).prop_map(|(write, byte)| format!("cut {write} {byte}")),
        (0_usize..7, 0_usize..3).prop_map(|(cell, copies)| {
            let cells = ["committed", "tally", "state", "paired", "alarms", "totals", "committed"];
            format!("corrupt {} {}", cells[cell], ["a", "b", "both"][copies])
        }),
        (-90_000_i64..90_000).prop_map(|seconds| format!("clock {seconds:+}")),
    ];
    prop::collection::vec((line, 1_u64..200_000), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// R-LOP-7: no silent stop. Whatever goes wrong: once nothing has flowed for longer than the pump allows, or it is in its
    /// safe state, the two-tone alarm is sounding.
    #[test]
    fn r_lop_7_no_silent_stop(faults in faults(), valve in any::<bool>(), trap in any::<bool>()) {
        let mut made = provision();
        made.field_shuts_valve = valve;
        made.telemetry_trap = trap;
        let (mut pump, _) = running_of(made);
        let mut turned = pump.board().truth().turned_strokes;
        let mut turned_at = pump.board().elapsed();
        let mut two_tone_at = 0;
        let mut safe_at = None;
        for (line, seconds) in faults {
            fault(&mut pump, &line);
            let end = pump.board().elapsed() + seconds;
            while pump.board().elapsed() < end {
                pump.run_for(300.min(end - pump.board().elapsed()));
                let now = pump.board().elapsed();
                if pump.board().truth().turned_strokes != turned {
                    turned = pump.board().truth().turned_strokes;
                    turned_at = now;
                }
                let heard = pump.board_mut().take_heard();
                if heard.iter().any(|heard| heard.sound == Some(AlarmSound::TwoTone)) {
                    two_tone_at = now;
                }
                let safe = pump.implant().is_some_and(|implant| implant.running() == Running::SafeState);
                safe_at = if safe { safe_at.or(Some(now)) } else { None };
                let sounding = now - two_tone_at <= 1_200;
                // A reset forgets up to an hour of standing; the monitor looks every quarter of an hour.
                let still = now - turned_at > 48 * 3_600 + 2 * 3_600;
                prop_assert!(!still || sounding, "silent for want of strokes after {line}: {}", pump.truth_line());
                let safe_long = safe_at.is_some_and(|at| now - at > 1_200);
                prop_assert!(!safe_long || sounding, "silent in the safe state after {line}: {}", pump.truth_line());
            }
        }
    }
}

/// A healthy year makes no sound but for the reservoir.
#[test]
fn r_lop_4_a_healthy_year_is_silent() {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(100_000, true)));
    pump.apply(Fault::Close(false));
    pump.board_mut().take_heard();
    pump.run_for(365 * DAY);
    assert!(pump.board().heard().is_empty(), "{}", pump.truth_line());
    pump.apply(Fault::Battery(BatteryFault::Good));
    assert!(pump.implant().unwrap().alarms().is_empty());
}
