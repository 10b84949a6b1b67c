//! Strokes against the committed program: R-MON-1 (no false alarm), R-MON-2 (too much), R-MON-3 (too little), R-MON-4
//! (a stall), R-MON-13 (a bolus that the program does not allow).
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

mod plain;

use plain::{DAY, Faults, HOUR, Plan, Pump, START, plans};
use proptest::prelude::*;
use pump::{Condition, HoldKind, LogKind};

/// What happens to a pump that works.
#[allow(clippy::large_enum_variant, reason = "there are few")]
#[derive(Debug, Clone)]
enum Act {
    Press,
    Hold(HoldKind, i64),
    Commit(Plan),
    Late(i64),
    Reset,
    Safe(i64),
    Telemetry(i64),
}

fn acts() -> impl Strategy<Value = Vec<(i64, Act)>> {
    let act = prop_oneof![
        8 => Just(Act::Press),
        2 => prop_oneof![1..40 * HOUR, 1..HOUR].prop_map(|length| Act::Hold(HoldKind::Stop, length)),
        2 => (60..90 * HOUR).prop_map(|length| Act::Hold(HoldKind::MinimumRate, length)),
        1 => plans().prop_map(Act::Commit),
        4 => (1_i64..60).prop_map(Act::Late),
        1 => Just(Act::Reset),
        1 => (60..10 * HOUR).prop_map(Act::Safe),
        1 => (60..10 * HOUR).prop_map(Act::Telemetry),
    ];
    let wait = prop_oneof![3 => 1..60 * HOUR, 3 => 1..2 * HOUR];
    prop::collection::vec((wait, act), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// R-MON-1: months of any program with everything that may happen to a pump that works: no alarm of delivery.
    #[test]
    fn a_pump_that_works_is_left_alone(
        plan in plans(),
        acts in acts(),
        stroke in prop::sample::select(vec![250_u64, 1_000, 2_000, 2_500]),
        quiet in any::<bool>(),
    ) {
        let mut pump = Pump::with(plan, stroke);
        pump.quiet = quiet;
        for (wait, act) in acts {
            pump.run(wait);
            match act {
                Act::Press => pump.press(),
                Act::Hold(kind, length) => {
                    pump.hold(kind, length, false);
                    pump.run(length);
                    pump.resume();
                }
                Act::Commit(plan) => pump.commit(plan, None),
                Act::Late(by) => pump.late_until = pump.now + by,
                Act::Reset => pump.reset(false),
                Act::Safe(length) => {
                    pump.safe(true);
                    pump.run(length);
                    pump.safe(false);
                }
                Act::Telemetry(length) => {
                    pump.telemetry_hold(true);
                    pump.run(length);
                    pump.telemetry_hold(false);
                }
            }
            prop_assert!(pump.no_alarm_of_delivery(), "{:?}", pump.events);
        }
        pump.run(20 * DAY);
        prop_assert!(pump.no_alarm_of_delivery(), "{:?}", pump.events);
    }
}

/// R-MON-1: strokes that come late, after the flow they belong to is over and whenever a window turns, are not too many.
#[test]
fn late_strokes_are_no_surplus() {
    for offset in (0..1_000).step_by(20) {
        let fast = Plan {
            days: std::array::from_fn(|_| vec![(0, 0), (43_200, 20_000_000), (46_800, 0)]),
            ..Plan::even(0)
        };
        let mut pump = Pump::with(fast, 1_000);
        let noon = (START / DAY + 1) * DAY + 13 * HOUR;
        pump.run(offset);
        pump.show();
        pump.run(noon - 58 - pump.now);
        pump.late_until = noon + 1;
        for _ in 0..60 {
            pump.run(1);
            pump.show();
        }
        pump.run(3 * DAY);
        assert!(pump.no_alarm_of_delivery(), "{offset} {:?}", pump.events);
    }
}

/// R-MON-1: each change of the program may leave a stroke half made; many of them are many strokes, and no alarm.
#[test]
fn many_changes_are_no_loss() {
    let mut pump = Pump::with(Plan::even(3_456_000), 1_000);
    pump.run(HOUR);
    for _ in 0..60 {
        // A stroke each 25 s: 24 s of the second one are lost.
        pump.run(49);
        pump.commit(Plan::even(3_456_000), None);
        pump.resume();
    }
    pump.run(HOUR);
    assert!(pump.no_alarm_of_delivery(), "{:?}", pump.events);
}

/// R-MON-1: a change that the monitor sees late is no alarm.
#[test]
fn a_change_that_is_seen_late() {
    let mut pump = Pump::with(Plan::even(20_000_000), 1_000);
    pump.run(10);
    pump.quiet = true;
    for _ in 0..20 {
        pump.hold(HoldKind::Stop, DAY, false);
        pump.run(880);
        pump.resume();
        pump.run(880);
    }
    assert!(pump.no_alarm_of_delivery(), "{:?}", pump.events);
}

/// A program that runs well for five days, and what it had turned by then.
fn settled(plan: Plan, stroke: u64) -> (Pump, i64, u64) {
    let mut pump = Pump::with(plan, stroke);
    pump.run(5 * DAY);
    assert!(pump.no_alarm_of_delivery());
    let (at, turned) = (pump.now, pump.turned);
    (pump, at, turned)
}

/// Runs until a condition is issued, and how many seconds that took.
fn until(pump: &mut Pump, condition: Condition, limit: i64) -> Option<i64> {
    let from = pump.now;
    while pump.now < from + limit {
        pump.run(60);
        if let Some(at) = pump.issued(condition) {
            return Some(at - from);
        }
    }
    None
}

/// R-MON-3: what a motor loses is found while little is missing. The bound: 5 strokes and 5 % of what was due in the window
/// that finds it, a stroke on either side, and 15 minutes; below 5 % nothing is.
#[test]
fn a_motor_that_loses_strokes_is_found() {
    for flow in [48_000_u64, 150_000, 500_000, 900_000] {
        for lost in [80_u64, 100, 200, 500] {
            let (mut pump, _, turned) = settled(Plan::even(flow), 1_000);
            pump.faults = Faults { lost_permille: lost, ..Faults::default() };
            let took = until(&mut pump, Condition::UnderDelivery, 40 * DAY);
            let took = took.unwrap_or_else(|| panic!("{lost} of 1000 lost at {flow} nL/d were not found"));
            let due = i128::from(flow) * i128::from(took) / 86_400;
            let missing = due - i128::from(pump.turned - turned) * 1_000;
            println!("{flow} nL/d, {lost}/1000 lost: {took} s, {missing} nL missing");
            let allowed = 7_000 + due * 60 / 1_000 + i128::from(flow) * 1_800 / 86_400;
            // Before the fault the window was full of what was right: up to four weeks of it count.
            let before = i128::from(flow) * 5 * 60 / 1_000;
            assert!(missing <= allowed + before, "{missing} of {allowed}");
        }
    }
}

/// R-MON-2: what runs fast is found while little is too much.
#[test]
fn a_pump_that_runs_fast_is_found() {
    for flow in [48_000_u64, 150_000, 500_000, 900_000] {
        for twice in [50_u64, 100, 500] {
            let (mut pump, _, turned) = settled(Plan::even(flow), 1_000);
            pump.faults = Faults { twice_permille: twice, ..Faults::default() };
            let took = until(&mut pump, Condition::OverDelivery, 40 * DAY);
            let took = took.unwrap_or_else(|| panic!("{twice} of 1000 twice at {flow} nL/d were not found"));
            let due = i128::from(flow) * i128::from(took) / 86_400;
            let extra = i128::from(pump.turned - turned) * 1_000 - due;
            println!("{flow} nL/d, {twice}/1000 twice: {took} s, {extra} nL too much");
            let allowed = 6_000 + due * 30 / 1_000 + i128::from(flow) * 5 * 30 / 1_000;
            assert!(extra <= allowed, "{extra} of {allowed}");
        }
    }
}

/// R-MON-2: strokes that nobody commanded are found at the third; commanded ones that are not due before ten strokes.
#[test]
fn a_burst_is_found() {
    for flow in [0_u64, 48_000, 900_000] {
        let (mut pump, at, turned) = settled(Plan::even(flow), 1_000);
        while pump.issued(Condition::OverDelivery).is_none() {
            pump.turned += 1;
            pump.show();
        }
        assert_eq!(pump.turned - turned, 3);
        assert_eq!(pump.issued(Condition::OverDelivery), Some(at));
        let (mut pump, _, turned) = settled(Plan::even(flow), 1_000);
        while pump.issued(Condition::OverDelivery).is_none() {
            pump.turned += 1;
            pump.commanded += 1;
            pump.show();
        }
        println!("{flow} nL/d: {} strokes of a commanded burst", pump.turned - turned);
        assert!(pump.turned - turned <= 7, "{}", pump.turned - turned);
    }
}

/// R-MON-2: a pump that was never programmed has nothing to deliver, and no alarm while it does not.
#[test]
fn a_pump_without_a_program() {
    let mut pump = Pump::new(1_000);
    pump.run(30 * DAY);
    assert!(pump.events.is_empty(), "{:?}", pump.events);
    for _ in 0..4 {
        pump.turned += 1;
        pump.commanded += 1;
        pump.show();
    }
    assert!(pump.holds(Condition::OverDelivery));
}

/// R-MON-4, R-MON-3: a motor that stands is found after the provision's strokes, one that is not commanded at all by what is
/// missing; both are retracted when it works.
#[test]
fn a_motor_that_stands() {
    for (flow, stroke) in [(48_000_u64, 2_000_u64), (500_000, 1_000)] {
        let (mut pump, at, _) = settled(Plan::even(flow), stroke);
        let commanded = pump.commanded;
        pump.faults.stalled = true;
        let took = until(&mut pump, Condition::Stalled, 10 * DAY).unwrap();
        println!("{flow} nL/d, strokes of {stroke} nL: a stall is found after {took} s");
        let issued = pump.issued(Condition::Stalled).unwrap();
        assert!(pump.commanded - commanded <= 4);
        assert!(issued - at <= 3 * (stroke * 86_400 / flow) as i64 + 60);
        // Some hours later it turns again: the next stroke retracts it, and what is missing is told.
        pump.run(6 * HOUR);
        pump.faults.stalled = false;
        pump.run(DAY);
        assert!(!pump.holds(Condition::Stalled));
        assert_eq!(pump.times(LogKind::AlarmRetracted, Condition::Stalled).count(), 1);
        let stood = pump.events.iter().find(|(_, event)| event.kind == LogKind::StallEnded).unwrap();
        assert!((stood.0 - i64::from(stood.1.a) - at).abs() <= (stroke * 86_400 / flow) as i64 + 1);
        // An error of long ago is not carried for ever.
        pump.run(32 * DAY);
        assert!(!pump.holds(Condition::UnderDelivery));
        assert!(!pump.holds(Condition::OverDelivery));
    }
    for flow in [48_000_u64, 150_000, 900_000] {
        let (mut pump, _, _) = settled(Plan::even(flow), 1_000);
        pump.faults.idle = true;
        let took = until(&mut pump, Condition::UnderDelivery, 10 * DAY).unwrap();
        let missing = flow as i64 * took / DAY;
        println!("{flow} nL/d: a silent stop is found after {took} s, {missing} nL");
        // Five strokes, one at the edge, 5 % of the shortest window that holds so many, and 15 minutes (twice: the monitor
        // looks every 15).
        let flow = flow as i64;
        let window = if flow * HOUR / DAY >= 7_000 { HOUR } else { DAY };
        let most = 6_000 + flow * window * 9 / 8 / DAY / 20 + flow * 1_900 / DAY;
        assert!(missing <= most, "{missing} of {most}");
    }
}

/// R-MON-13: boluses of the patient beyond lockout and daily maximum are not expected: they show as too much.
#[test]
fn a_bolus_that_is_not_allowed_shows() {
    let plan = Plan { on_demand: Some((10_000, 900, 14_400, 2)), ..Plan::even(100_000) };
    let (mut pump, _, _) = settled(plan, 1_000);
    pump.press();
    pump.run(HOUR);
    assert!(pump.no_alarm_of_delivery());
    // The controller forgets the lockout.
    let at = pump::PumpTime(pump.now);
    pump.monitor.patient_bolus_began(at);
    for _ in 0..10 {
        pump.turned += 1;
        pump.commanded += 1;
        pump.run(90);
    }
    assert!(pump.holds(Condition::OverDelivery));
}
