//! Alarms: R-MON-5 (reservoir), R-MON-6 (life of every alarm), R-MON-7 (acknowledgement), R-MON-8 (sounds), R-MON-9 (emergency
//! and holds), R-MON-10 (clock), R-MON-11 (controller not heard), R-MON-12 (reset), R-MON-14 (what cannot be read).
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

mod plain;

use monitor::{Allowance, Kept, KeptError, MemoryFindings, Monitor, NotWatched, Start};
use plain::{DAY, HOUR, Plan, Pump, START};
use proptest::prelude::*;
use pump::cell::Cell;
use pump::{
    Alarm, AlarmClass, AlarmSound, AlarmState, Battery, Condition, FillPart, Flowing, HoldKind, LogKind,
    PumpTime,
};

fn state(pump: &Pump, condition: Condition) -> AlarmState {
    let alarm = |alarm: &&Alarm| alarm.condition == condition;
    pump.monitor.alarms().iter().find(alarm).map_or(AlarmState::Clear, |alarm| alarm.state)
}

fn acknowledge(pump: &mut Pump, condition: Condition) -> bool {
    let event = pump.monitor.acknowledge(PumpTime(pump.now), condition);
    if let Some(event) = event {
        assert_eq!((event.kind, event.a), (LogKind::AlarmAcknowledged, condition as u32));
    }
    pump.show();
    event.is_some()
}

/// Makes a condition's cause come or go.
fn cause(pump: &mut Pump, condition: Condition, there: bool) {
    match condition {
        Condition::LowReservoir => {
            let alarm_volume_nanolitres = if there { 19_999_000 } else { 1_000_000 };
            let fill = FillPart { volume_nanolitres: 20_000_000, alarm_volume_nanolitres };
            pump.commit(Plan::even(2_000_000), Some(fill));
            pump.run(if there { 60 } else { 0 });
        }
        Condition::EmptyReservoir => {
            let volume_nanolitres = if there { 2_000 } else { 20_000_000 };
            let fill = FillPart { volume_nanolitres, alarm_volume_nanolitres: 1_000 };
            pump.commit(Plan::even(2_000_000), Some(fill));
            pump.run(if there { 90 } else { 0 });
        }
        Condition::ElectiveReplacement => {
            pump.battery = if there { Battery::ElectiveReplacement } else { Battery::Good }
        }
        Condition::EndOfService => pump.battery = if there { Battery::Spent } else { Battery::Good },
        Condition::Stalled => {
            pump.faults.stalled = there;
            pump.run(if there { 10 * 60 } else { 5 * 60 });
        }
        Condition::StoppedTooLong if there => {
            pump.commit(Plan::even(0), None);
            pump.run(49 * HOUR);
        }
        Condition::StoppedTooLong => {
            pump.commit(Plan::even(500_000), None);
            pump.run(HOUR);
        }
        Condition::EmergencyHold | Condition::HoldOver if there => {
            pump.hold(HoldKind::MinimumRate, 60, condition == Condition::EmergencyHold);
            pump.run(60);
        }
        Condition::EmergencyHold | Condition::HoldOver => pump.resume(),
        Condition::UnderDelivery => {
            pump.faults.idle = there;
            pump.run(if there { 2 * HOUR } else { 60 * DAY });
        }
        Condition::OverDelivery => {
            pump.faults.twice_permille = if there { 1_000 } else { 0 };
            pump.run(if there { HOUR } else { 60 * DAY });
        }
        Condition::MemoryMinor if there => pump.memory = MemoryFindings::NONE.with_broken(Cell::Tally),
        Condition::MemoryCritical if there => pump.memory = MemoryFindings::NONE.with_lost(Cell::State),
        Condition::MemoryMinor | Condition::MemoryCritical => pump.memory = MemoryFindings::NONE,
        Condition::ClockFault if there => pump.second(100),
        Condition::ClockFault => pump.run(DAY + 60),
        Condition::LowBatteryReset => pump.reset(there),
        Condition::SafeState => pump.safe = there,
        Condition::TelemetryHold => pump.telemetry_hold = there,
    }
    pump.show();
}

fn latched(condition: Condition) -> bool {
    use Condition::{ClockFault, LowBatteryReset, MemoryCritical, MemoryMinor};
    matches!(condition, MemoryMinor | MemoryCritical | ClockFault | LowBatteryReset)
}

/// Battery states never go back.
fn for_ever(condition: Condition) -> bool {
    matches!(condition, Condition::ElectiveReplacement | Condition::EndOfService)
}

/// R-MON-6, R-MON-7: every alarm is issued once when its cause comes, sounds at once, is silenced by an acknowledgement, sounds
/// again when that is over, and is retracted when the cause is gone; what may be over before anybody looks holds until
/// somebody has.
#[test]
fn the_life_of_every_alarm() {
    for condition in Condition::ALL {
        let mut pump = Pump::with(Plan::even(500_000), 1_000);
        pump.run(2 * HOUR);
        assert_eq!(pump.events, vec![], "{condition:?}");
        assert!(!acknowledge(&mut pump, condition), "nothing to acknowledge");
        cause(&mut pump, condition, true);
        let issued = pump.issued(condition).unwrap_or_else(|| panic!("{condition:?} was not issued"));
        assert_eq!(state(&pump, condition), AlarmState::Sounding { issued_at: issued });
        let sounds = pump.sounds.iter().any(|(at, sound)| {
            *at == issued && (sound.sound == condition.kind().sound() || sound.sound == AlarmSound::TwoTone)
        });
        assert!(sounds, "{condition:?} is issued with a sound: {:?}", pump.sounds);
        // Acknowledged: silent and still there.
        assert!(acknowledge(&mut pump, condition));
        let silence = if condition == Condition::EmergencyHold { 1_800 } else { DAY };
        let (acknowledged_at, silent_until) = (pump.now, pump.now + silence);
        let silent = AlarmState::Acknowledged { issued_at: issued, acknowledged_at, silent_until };
        if latched(condition) && condition == Condition::LowBatteryReset {
            assert_eq!(state(&pump, condition), AlarmState::Clear, "told, acknowledged, over");
        } else {
            assert_eq!(state(&pump, condition), silent);
            // Still there when the silence is over: it sounds again, issued when it was.
            let keeps = !matches!(
                condition,
                Condition::ClockFault
                    | Condition::OverDelivery
                    | Condition::UnderDelivery
                    | Condition::Stalled
            );
            if keeps {
                pump.run(silence - 1);
                assert_eq!(state(&pump, condition), silent);
                pump.run(1);
                assert_eq!(
                    state(&pump, condition),
                    AlarmState::Sounding { issued_at: issued },
                    "{condition:?}"
                );
                let (at, _) = *pump.sounds.last().unwrap();
                assert_eq!(at, pump.now, "{condition:?}");
            }
            cause(&mut pump, condition, false);
            match (for_ever(condition), latched(condition), state(&pump, condition)) {
                (true, _, AlarmState::Sounding { .. } | AlarmState::Acknowledged { .. }) => {}
                (false, true, AlarmState::Sounding { .. }) => {
                    assert!(acknowledge(&mut pump, condition));
                    assert_eq!(state(&pump, condition), AlarmState::Clear, "{condition:?}");
                }
                (false, _, AlarmState::Clear) => {}
                (_, _, other) => panic!("{condition:?}: {other:?}"),
            }
        }
        let retracted = pump.times(LogKind::AlarmRetracted, condition).count();
        assert_eq!(retracted, usize::from(!for_ever(condition)), "{condition:?}");
        assert_eq!(pump.times(LogKind::AlarmIssued, condition).count(), 1, "{condition:?}");
        // It comes again: another alarm, and nobody has acknowledged that one.
        if !for_ever(condition) {
            pump.run(HOUR);
            cause(&mut pump, condition, true);
            assert!(matches!(state(&pump, condition), AlarmState::Sounding { .. }), "{condition:?}");
            assert_eq!(pump.times(LogKind::AlarmIssued, condition).count(), 2, "{condition:?}");
        }
    }
}

/// R-MON-8: days of a critical alarm: one sound at once, then one each cadence, no other; beside it the other class is
/// silent, and is heard when the critical one is over.
#[test]
fn sounds_come_as_provided() {
    let mut pump = Pump::with(Plan::even(500_000), 1_000);
    pump.battery = Battery::ElectiveReplacement;
    pump.run(3 * DAY);
    let single = pump.sounds.len();
    assert!(
        pump.sounds
            .iter()
            .all(|(_, sound)| sound.sound == AlarmSound::SingleTone && sound.length_seconds == 2)
    );
    assert!((72..=73).contains(&single), "{single}");
    pump.safe = true;
    pump.show();
    let from = pump.now;
    pump.run(3 * DAY);
    let two: Vec<i64> = pump.sounds.iter().skip(single).map(|(at, _)| *at).collect();
    assert!(pump.sounds.iter().skip(single).all(|(_, sound)| sound.sound == AlarmSound::TwoTone));
    assert_eq!(two, (0..=432).map(|count| from + count * 600).collect::<Vec<_>>());
    pump.safe = false;
    pump.show();
    assert_eq!(pump.sounds.last().unwrap().1.sound, AlarmSound::SingleTone);
    assert_eq!(pump.sounds.last().unwrap().0, pump.now);
    // A critical one whose silence ends is heard then, not at the next cadence of another.
    pump.telemetry_hold(true);
    assert!(acknowledge(&mut pump, Condition::TelemetryHold));
    pump.run(DAY - 250);
    pump.safe(true);
    pump.run(250);
    assert_eq!(pump.sounds.last().unwrap().0, pump.now);
    pump.safe(false);
    pump.telemetry_hold(false);
    // All silenced: nothing sounds.
    assert!(acknowledge(&mut pump, Condition::ElectiveReplacement));
    let heard = pump.sounds.len();
    pump.run(DAY - 1);
    assert_eq!(pump.sounds.len(), heard);
}

/// R-MON-8: a test sounds once and is no alarm.
#[test]
fn a_test_changes_nothing() {
    let pump = Pump::with(Plan::even(500_000), 1_000);
    let before = pump.monitor.clone();
    let single = pump.monitor.test(AlarmClass::NonCritical);
    assert_eq!((single.sound, single.length_seconds), (AlarmSound::SingleTone, 2));
    let two = pump.monitor.test(AlarmClass::Critical);
    assert_eq!((two.sound, two.length_seconds), (AlarmSound::TwoTone, 3));
    assert_eq!(pump.monitor, before);
}

/// R-MON-8: a clock that stands silences nothing: sounds go by the ticks.
#[test]
fn a_clock_that_stands() {
    let mut pump = Pump::with(Plan::even(500_000), 1_000);
    pump.run(HOUR);
    let from = pump.ticks;
    while pump.issued(Condition::ClockFault).is_none() {
        pump.second(0);
    }
    assert!(pump.ticks - from <= 31, "{}", pump.ticks - from);
    let heard = pump.sounds.len();
    for _ in 0..6_000 {
        pump.second(0);
    }
    assert_eq!(pump.sounds.len() - heard, 10);
    // An acknowledged one is heard again after its silence in ticks.
    assert!(acknowledge(&mut pump, Condition::ClockFault));
    let heard = pump.sounds.len();
    for _ in 0..DAY {
        pump.second(0);
    }
    assert!(pump.sounds.len() > heard);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// R-MON-10: a clock that jumps by more than three seconds, or is earlier than at the last step, is found at once.
    #[test]
    fn a_clock_that_jumps(by in prop_oneof![-100_000_i64..=-1, -3_i64..=-1, 5_i64..100_000], wait in 10..3 * DAY) {
        let mut pump = Pump::with(Plan::even(500_000), 1_000);
        pump.run(wait);
        pump.show();
        pump.second(by);
        prop_assert_eq!(pump.issued(Condition::ClockFault), Some(pump.now));
        // What follows a jump is no alarm of delivery; what is kept lies in no future.
        pump.run(HOUR);
        prop_assert!(pump.monitor.kept().delivered_at <= Some(pump.now));
        pump.run(2 * DAY);
        prop_assert!(pump.no_alarm_of_delivery());
    }

    /// R-MON-5: the calculated volume is exact to the stroke, and its alarms come at the stroke, over resets of the tally's word.
    #[test]
    fn the_reservoir_is_exact(volume in 10_000_u64..200_000, alarm in 2_000_u64..9_000, stroke in 250_u64..2_500) {
        let mut pump = Pump::new(stroke);
        let fill = FillPart { volume_nanolitres: volume, alarm_volume_nanolitres: alarm };
        pump.commit(Plan::even(900_000), Some(fill));
        // What was commanded and did not turn is still there.
        pump.faults.lost_permille = 100;
        let turned = pump.turned;
        while !pump.holds(Condition::EmptyReservoir) {
            pump.second(1);
            let left = volume.saturating_sub((pump.turned - turned) * stroke);
            prop_assert_eq!(pump.monitor.reservoir_calculated_nanolitres(), Some(left));
            prop_assert_eq!(pump.holds(Condition::LowReservoir), left <= alarm);
            prop_assert_eq!(pump.holds(Condition::EmptyReservoir), left == 0);
        }
        // The same fill again changes nothing; another one ends both alarms.
        pump.commit(Plan::even(900_000), Some(FillPart { volume_nanolitres: 20_000_000, ..fill }));
        prop_assert!(!pump.holds(Condition::LowReservoir) && !pump.holds(Condition::EmptyReservoir));
    }

    /// R-MON-12: what is kept reads back, whatever it is, and fits its cell.
    #[test]
    fn what_is_kept_reads_back(
        kinds in prop::array::uniform16(0_u8..3),
        issued in any::<i64>().prop_map(|at| at / 4),
        after in 0_i64..100_000_000,
        silence in 0_i64..100_000_000,
        indicated_at in prop::option::of(any::<i64>()),
        ended in any::<bool>(),
        cut in 0_usize..50,
    ) {
        let states = kinds.map(|kind| match kind {
            0 => AlarmState::Clear,
            1 => AlarmState::Sounding { issued_at: issued },
            _ => AlarmState::Acknowledged {
                issued_at: issued,
                acknowledged_at: issued + after,
                silent_until: issued + after + silence,
            },
        });
        let kept = Kept { states, indicated_at, ended, delivered_at: Some(issued) };
        let bytes = kept.to_bytes().unwrap();
        prop_assert!(bytes.len() <= Cell::Alarms.bytes() - 12);
        prop_assert_eq!(Kept::from_bytes(&bytes).unwrap(), kept);
        prop_assert_eq!(Kept::from_bytes(&bytes[..cut.min(bytes.len() - 1)]), Err(KeptError::NotKept));
    }
}

/// R-MON-12: a reset in the middle: what holds keeps its time and its acknowledgement, with what is left of its silence.
#[test]
fn a_reset_keeps_facts() {
    let mut pump = Pump::with(Plan::even(500_000), 1_000);
    pump.run(HOUR);
    pump.faults.idle = true;
    pump.run(HOUR);
    pump.safe = true;
    pump.show();
    let before = [Condition::UnderDelivery, Condition::SafeState].map(|condition| state(&pump, condition));
    assert!(acknowledge(&mut pump, Condition::SafeState));
    let silent = state(&pump, Condition::SafeState);
    pump.run(10 * HOUR);
    pump.reset(true);
    pump.show();
    assert_eq!(state(&pump, Condition::UnderDelivery), before[0]);
    assert_eq!(state(&pump, Condition::SafeState), silent);
    assert!(pump.holds(Condition::LowBatteryReset));
    assert_eq!(pump.times(LogKind::AlarmIssued, Condition::UnderDelivery).count(), 1);
    assert_eq!(pump.times(LogKind::AlarmIssued, Condition::SafeState).count(), 1);
    // 14 hours are left of a day's silence.
    pump.faults.idle = false;
    pump.run(14 * HOUR - 1);
    assert_eq!(state(&pump, Condition::SafeState), silent);
    pump.run(1);
    assert!(matches!(state(&pump, Condition::SafeState), AlarmState::Sounding { .. }));
    // A day without the opposite: too little is over.
    pump.run(11 * HOUR);
    assert!(!pump.holds(Condition::UnderDelivery));
    // Resets again and again do not hide that nothing is delivered.
    pump.faults.idle = true;
    for _ in 0..60 {
        pump.run(HOUR);
        pump.reset(false);
    }
    assert!(pump.holds(Condition::StoppedTooLong));
}

/// R-MON-9: an emergency hold sounds at once, however often it is acknowledged never silent for longer than provided, and a
/// hold asks when its time is over.
#[test]
fn an_emergency_hold_is_never_unnoticed() {
    let mut pump = Pump::with(Plan::even(500_000), 1_000);
    pump.run(HOUR);
    pump.hold(HoldKind::Stop, 4 * HOUR, true);
    assert_eq!(pump.issued(Condition::EmergencyHold), Some(pump.now));
    let from = pump.now;
    for _ in 0..6 * HOUR {
        pump.run(1);
        // Somebody acknowledges every sound.
        if pump.sounds.last().unwrap().0 == pump.now {
            for alarm in pump.monitor.alarms() {
                acknowledge(&mut pump, alarm.condition);
            }
        }
    }
    assert_eq!(pump.issued(Condition::HoldOver), Some(from + 4 * HOUR));
    let times: Vec<i64> = pump.sounds.iter().map(|(at, _)| *at).collect();
    assert!(times.windows(2).all(|two| two[1] - two[0] <= 1_800), "{times:?}");
    assert!(pump.now - times.last().unwrap() <= 1_800);
}

/// R-MON-11: a controller that is not heard from is told when its sleep and a minute are over, and it is retracted when it is
/// back.
#[test]
fn a_controller_that_is_silent() {
    let mut pump = Pump::with(Plan::even(0), 1_000);
    pump.run(900);
    pump.controller_lives = false;
    let from = pump.now;
    while pump.issued(Condition::SafeState).is_none() {
        pump.run(1);
        assert!(pump.now - from < HOUR);
    }
    assert!(pump.now - from <= 961, "{}", pump.now - from);
    pump.controller_lives = true;
    pump.show();
    assert!(!pump.holds(Condition::SafeState));
}

/// R-MON-6: nothing delivered for longer than provided is told whatever the reason, to the second.
#[test]
fn stopped_too_long() {
    for reason in 0..4 {
        let mut pump = Pump::with(Plan::even(500_000), 1_000);
        pump.run(DAY);
        match reason {
            0 => pump.commit(Plan::even(0), None),
            1 => pump.hold(HoldKind::Stop, 90 * HOUR, false),
            2 => pump.faults.stalled = true,
            _ => pump.telemetry_hold = true,
        }
        let (mut turned, mut last) = (pump.turned, pump.now);
        while pump.issued(Condition::StoppedTooLong).is_none() {
            pump.run(1);
            if pump.turned > turned {
                (turned, last) = (pump.turned, pump.now);
            }
            assert!(pump.now - last <= 172_801 + 173, "{reason}");
        }
        assert!(pump.now - last > 172_800 - 173, "{reason}");
    }
}

/// R-MON-6: elective replacement ends in end of service by the pump's own reckoning.
#[test]
fn the_end_of_service_comes() {
    let mut pump = Pump::with(Plan::even(500_000), 1_000);
    pump.battery = Battery::ElectiveReplacement;
    pump.show();
    let at = pump.now;
    pump.run(90 * DAY - 1);
    assert!(!pump.holds(Condition::EndOfService));
    pump.run(901);
    let ended = pump.issued(Condition::EndOfService).unwrap();
    assert!((at + 90 * DAY..=at + 90 * DAY + 900).contains(&ended));
}

/// R-MON-14: a program that the monitor cannot read, or whose days do not come to what it says, is told; it does not stop the
/// monitor.
#[test]
fn what_cannot_be_read_is_told() {
    let good = Plan::even(500_000).part();
    let mut wrong_total = good.clone();
    wrong_total.day_totals_nanograms[3] += 1;
    let mut no_flow = good.clone();
    no_flow.base = pump::BasePart::Continuous(Flowing { numerator: 1, denominator: 0 });
    let mut too_much = good.clone();
    too_much.base = pump::BasePart::Continuous(Flowing { numerator: u64::MAX, denominator: 1 });
    for part in [wrong_total, no_flow, too_much] {
        let mut pump = Pump::with(Plan::even(500_000), 1_000);
        pump.run(HOUR);
        let now = PumpTime(pump.now);
        assert_eq!(pump.monitor.committed(now, &part, now, None), Err(NotWatched));
        pump.show();
        assert!(pump.holds(Condition::MemoryCritical));
        pump.run(DAY);
        assert!(pump.holds(Condition::MemoryCritical));
        assert!(pump.monitor.committed(PumpTime(pump.now), &good, PumpTime(pump.now), None).is_ok());
        pump.show();
        assert!(acknowledge(&mut pump, Condition::MemoryCritical));
        assert!(!pump.holds(Condition::MemoryCritical));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// R-MON-14: whatever numbers it is shown, the monitor answers, and what leaves its range is an alarm.
    #[test]
    fn any_numbers_are_answered(
        steps in prop::collection::vec((any::<i64>(), any::<u64>(), any::<u64>(), any::<u64>(), any::<bool>()), 1..12),
        flow in any::<u64>(),
        stroke in any::<u64>(),
    ) {
        let provision = plain::provision(stroke);
        let start = Start { now: PumpTime(START), low_battery: false };
        let mut monitor = Monitor::new(&provision, Allowance::VIRTUAL, Kept::NOTHING, start);
        let mut part = Plan::even(500_000).part();
        part.base = pump::BasePart::Continuous(Flowing { numerator: flow, denominator: 1 });
        part.day_totals_nanograms = [u64::try_from(u128::from(flow) / 2).unwrap_or(u64::MAX); 7];
        for (now, ticks, commanded, turned, again) in steps {
            let seen = monitor::Seen {
                ticks,
                commanded_strokes: commanded,
                turned_strokes: turned,
                battery: Battery::Good,
                telemetry_hold: false,
                heartbeat: monitor::Heartbeat { steps: 0, sleeps_seconds: u32::MAX },
                running: pump::Running::Program,
                epitaph: None,
                hold: None,
                memory: MemoryFindings::NONE,
            };
            if again {
                let read = monitor.committed(PumpTime(now), &part, PumpTime(now), None);
                prop_assert!(read.is_ok() || read == Err(NotWatched));
                monitor.patient_bolus_began(PumpTime(now));
            }
            let verdict = monitor.step(PumpTime(now), &seen);
            prop_assert!((1..=900).contains(&verdict.wake_in_seconds));
            prop_assert!(monitor.kept().to_bytes().is_ok());
        }
    }
}
