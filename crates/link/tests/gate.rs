//! How often strangers may try, and what it costs the battery at most.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

use link::gate::{Allowance, Budget, Gate, GateLimits, Why, back_off_seconds};
use proptest::prelude::*;

const LIMITS: GateLimits = GateLimits {
    failures_free: 3,
    back_off_first_seconds: 2,
    back_off_max_seconds: 60,
    busy_every_seconds: 10,
    handshakes: Allowance { burst: 10, per_day: 24 },
    emergencies: Allowance { burst: 4, per_day: 12 },
};

/// R-TEL-5
#[test]
fn the_gate_closes_for_twice_as_long_each_time() {
    let closed: Vec<u64> = (0..10).map(|failures| back_off_seconds(&LIMITS, failures)).collect();
    assert_eq!(closed, [0, 0, 0, 0, 2, 4, 8, 16, 32, 60]);
    assert_eq!(back_off_seconds(&LIMITS, u32::MAX), 60);

    let mut gate = Gate::new(&LIMITS, 0);
    for _ in 0..4 {
        gate.handshake(&LIMITS, 0).unwrap();
    }
    let wait = gate.handshake(&LIMITS, 1).unwrap_err();
    assert_eq!((wait.seconds, wait.why, wait.tell), (1, Why::BackOff, true));
    assert!(!gate.handshake(&LIMITS, 1).unwrap_err().tell);
    gate.handshake(&LIMITS, 2).unwrap();
    assert_eq!(gate.handshake(&LIMITS, 2).unwrap_err().seconds, 4);
    gate.confirmed();
    gate.handshake(&LIMITS, 2).unwrap();
    assert_eq!(gate.failures(), 1);
}

/// R-TEL-5: a clock that is put back does not lock the gate.
#[test]
fn a_clock_put_back_does_not_lock_the_gate() {
    let mut gate = Gate::new(&LIMITS, 1_000_000);
    for _ in 0..4 {
        gate.handshake(&LIMITS, 1_000_000).unwrap();
    }
    assert!(gate.handshake(&LIMITS, 0).unwrap_err().seconds <= 60);
    gate.handshake(&LIMITS, 60).unwrap();
}

#[test]
fn no_allowance_is_no_allowance() {
    let none = Allowance { burst: 0, per_day: 0 };
    assert_eq!(Budget::full(none, 0).take(none, 1 << 40), Err(u64::MAX));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// R-TEL-5: however strangers try, in no 24 hours are there more handshakes or emergencies than the budget, and what is
    /// said about the wait is true to the second.
    #[test]
    fn no_day_costs_more_than_its_budget(gaps in proptest::collection::vec(prop_oneof![0..3_u64, 0..4_000_u64, 0..90_000_u64], 1..300), confirm in any::<bool>()) {
        let mut gate = Gate::new(&LIMITS, 0);
        let (mut now, mut handshakes, mut emergencies) = (0, Vec::new(), Vec::new());
        for gap in gaps {
            now += gap;
            let mut later = gate;
            match gate.handshake(&LIMITS, now) {
                Ok(()) => handshakes.push(now),
                Err(wait) => {
                    let mut sooner = later;
                    prop_assert!(sooner.handshake(&LIMITS, now + wait.seconds - 1).is_err());
                    let second = later.handshake(&LIMITS, now + wait.seconds);
                    prop_assert!(second.is_ok() || second.is_err_and(|wait| wait.why == Why::Budget));
                }
            }
            if confirm {
                gate.confirmed();
            }
            if gate.emergency(&LIMITS, now).is_ok() {
                emergencies.push(now);
            }
            for (times, allowance) in [(&handshakes, LIMITS.handshakes), (&emergencies, LIMITS.emergencies)] {
                let in_a_day = times.iter().filter(|time| **time + 86_400 > now).count();
                prop_assert!(in_a_day <= usize::try_from(allowance.burst + allowance.per_day).unwrap());
            }
        }
    }

    /// R-TEL-5: whatever handshakes do to the gate, emergencies come and go as if there were none.
    #[test]
    fn handshakes_take_nothing_from_emergencies(tries in proptest::collection::vec((0..4_000_u64, 0..5_u8), 1..200)) {
        let (mut busy, mut quiet) = (Gate::new(&LIMITS, 0), Gate::new(&LIMITS, 0));
        let mut now = 0;
        for (gap, handshakes) in tries {
            now += gap;
            for _ in 0..handshakes {
                let closed = busy.handshake(&LIMITS, now).is_err();
                prop_assert!(!closed || busy.failures() > 0);
            }
            prop_assert_eq!(busy.emergency(&LIMITS, now), quiet.emergency(&LIMITS, now));
        }
    }
}
