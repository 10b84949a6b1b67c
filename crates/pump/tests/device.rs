//! Alarm kinds and service life.

use proptest::prelude::*;
use pump::{AlarmClass, AlarmKind, AlarmSound, PumpTime, ServiceLife, ServiceState};
use quantity::Span;

/// Every kind stands in the list once, in its place, and its class is the one in the sources. A new kind breaks this
/// match and must be given a row.
#[test]
fn the_alarm_table_is_total() {
    use AlarmClass::{Critical, NonCritical};
    for (index, kind) in AlarmKind::ALL.into_iter().enumerate() {
        let (place, class) = match kind {
            AlarmKind::LowReservoir => (0, NonCritical),
            AlarmKind::EmptyReservoir => (1, Critical),
            AlarmKind::ElectiveReplacement => (2, NonCritical),
            AlarmKind::EndOfService => (3, Critical),
            AlarmKind::MotorStall => (4, Critical),
            AlarmKind::StoppedTooLong => (5, Critical),
            AlarmKind::MemoryErrorMinor => (6, NonCritical),
            AlarmKind::MemoryErrorCritical => (7, Critical),
            AlarmKind::LowBatteryReset => (8, Critical),
        };
        assert_eq!((index, kind.class()), (place, class), "{kind:?}");
        assert_eq!(kind.sound() == AlarmSound::TwoTone, kind.class() == Critical, "{kind:?}");
    }
}

proptest! {
    /// In service, then 90 days (or whatever the profile says) of replacement, then ended, with no gap between.
    #[test]
    fn service_life(indicated in any::<i32>(), span in 0_u64..20_000_000, after in -20_000_000_i64..60_000_000) {
        let life = ServiceLife { indicator_to_end: Span::from_seconds(span).unwrap() };
        let indicated = i64::from(indicated);
        let ends = indicated + span as i64;
        // Anywhere, and on both sides of both ends.
        for now in [indicated + after, indicated - 1, indicated, ends - 1, ends, ends + 1] {
            let expected = if now < indicated {
                ServiceState::InService
            } else if now < ends {
                ServiceState::ElectiveReplacement { ends_at: PumpTime(ends) }
            } else {
                ServiceState::Ended
            };
            prop_assert_eq!(life.state(Some(PumpTime(indicated)), PumpTime(now)), expected);
            prop_assert_eq!(life.state(None, PumpTime(now)), ServiceState::InService);
            let possible = life.replace_by_is_possible(PumpTime(indicated), PumpTime(now));
            prop_assert_eq!(possible, (indicated..=ends).contains(&now));
        }
    }
}
