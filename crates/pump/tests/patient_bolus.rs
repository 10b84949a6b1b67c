//! The most that a patient may add, against asking for every bolus as early as it is allowed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use proptest::prelude::*;
use pump::PatientBolus;
use quantity::{SECONDS_PER_DAY, Span, Volume};

fn on_demand(lockout: u64, per_day_max: u32) -> PatientBolus {
    PatientBolus {
        volume: Volume::from_nanolitres(10_000).unwrap().quotient(),
        over: Span::from_seconds(60).unwrap(),
        lockout: Span::from_seconds(lockout).unwrap(),
        per_day_max,
    }
}

/// When a patient who asks at every chance gets each bolus, up to `until` and to `most` of them: after the lockout, and
/// never more than the daily maximum in any 24 hours.
fn greedy(bolus: &PatientBolus, until: u64, most: usize) -> Vec<u64> {
    let per_day = bolus.per_day_max as usize;
    let mut begun: Vec<u64> = Vec::new();
    while per_day > 0 && begun.len() < most {
        let after_lockout = begun.last().map_or(0, |last| last + bolus.lockout.seconds());
        let a_day_ago = begun.len().checked_sub(per_day).map_or(0, |index| begun[index] + SECONDS_PER_DAY);
        let next = after_lockout.max(a_day_ago);
        if next > until {
            break;
        }
        begun.push(next);
    }
    begun
}

proptest! {
    /// The count is the greedy one at every second at which it changes, and at the second before.
    #[test]
    fn the_count_is_the_greedy_one(
        lockout in prop_oneof![Just(0_u64), 1_u64..7_200, 3_600_u64..200_000, Just(14_400), Just(86_400)],
        per_day_max in prop_oneof![Just(0_u32), 1_u32..30],
        until in prop_oneof![0_u64..100_000, 0_u64..4_000_000],
    ) {
        let bolus = on_demand(lockout, per_day_max);
        let begun = greedy(&bolus, until, usize::MAX);
        let by = |at: u64| begun.iter().filter(|&&begin| begin <= at).count() as u128;
        prop_assert_eq!(bolus.count_max_by(until), by(until));
        for &begin in &begun {
            prop_assert_eq!(bolus.count_max_by(begin), by(begin));
            prop_assert!(begin == 0 || bolus.count_max_by(begin - 1) == by(begin - 1));
        }
        // Nobody gets more in a day than the first day gives.
        let widest = begun.iter().map(|begin| by(begin + SECONDS_PER_DAY - 1) - by(*begin) + 1).max().unwrap_or(0);
        prop_assert!(widest <= bolus.count_per_day_max());
        prop_assert!(bolus.count_per_day_max() <= u128::from(per_day_max));
    }
}

/// The ends of the ranges.
#[test]
fn extremes_do_not_overflow() {
    let longest = Span::MAX.seconds();
    assert_eq!(on_demand(longest, u32::MAX).count_max_by(u64::MAX), u128::from(u64::MAX / longest) + 1);
    assert_eq!(on_demand(0, u32::MAX).count_max_by(0), u128::from(u32::MAX));
    assert_eq!(on_demand(0, 0).count_max_by(u64::MAX), 0);
}
