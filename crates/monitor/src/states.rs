//! Where an alarm stands, and what a change of that is called.

use pump::AlarmState;

/// What it is called when an alarm stands as it does after it stood as it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// It did not hold and does not.
    StaysClear,
    /// It has begun to hold.
    Issued,
    /// It holds and goes on sounding.
    KeepsSounding,
    /// Somebody has acknowledged it.
    Acknowledged,
    /// Somebody has acknowledged it once more: its silence begins anew.
    AcknowledgedAgain,
    /// It holds, acknowledged, and stays silent.
    KeepsSilent,
    /// Its silence is over, and it still holds.
    SoundsAgain,
    /// It no longer holds; nobody had acknowledged it.
    Retracted,
    /// It no longer holds, and the acknowledgement is gone with it.
    RetractedSilent,
    /// This cannot follow: nothing to acknowledge, or another alarm without the end of the one before.
    Contradiction,
}

/// Names a pair of states.
#[must_use]
pub const fn change(old: AlarmState, new: AlarmState) -> Change {
    use AlarmState::{Acknowledged, Clear, Sounding};
    match (old, new) {
        (Clear, Clear) => Change::StaysClear,
        (Clear, Sounding { issued_at: _ }) => Change::Issued,
        (Clear, Acknowledged { issued_at: _, acknowledged_at: _, silent_until: _ }) => Change::Contradiction,
        (Sounding { issued_at: _ }, Clear) => Change::Retracted,
        (Sounding { issued_at: old }, Sounding { issued_at: new }) => same(old, new, Change::KeepsSounding),
        (
            Sounding { issued_at: old },
            Acknowledged { issued_at: new, acknowledged_at: _, silent_until: _ },
        ) => same(old, new, Change::Acknowledged),
        (Acknowledged { issued_at: _, acknowledged_at: _, silent_until: _ }, Clear) => {
            Change::RetractedSilent
        }
        (
            Acknowledged { issued_at: old, acknowledged_at: _, silent_until: _ },
            Sounding { issued_at: new },
        ) => same(old, new, Change::SoundsAgain),
        (
            Acknowledged { issued_at: old, acknowledged_at: first, silent_until: until },
            Acknowledged { issued_at: new, acknowledged_at: second, silent_until: later },
        ) if first == second && until == later => same(old, new, Change::KeepsSilent),
        (
            Acknowledged { issued_at: old, acknowledged_at: _, silent_until: _ },
            Acknowledged { issued_at: new, acknowledged_at: _, silent_until: _ },
        ) => same(old, new, Change::AcknowledgedAgain),
    }
}

/// An alarm that goes on was issued once.
const fn same(old: i64, new: i64, change: Change) -> Change {
    if old == new { change } else { Change::Contradiction }
}

/// Where an alarm stands now. `silence_over`: whether the time of its acknowledgement is used up.
pub(crate) const fn next(old: AlarmState, holds: bool, silence_over: bool, now: i64) -> AlarmState {
    match (old, holds, silence_over) {
        (AlarmState::Clear, false, false | true) => AlarmState::Clear,
        (AlarmState::Clear, true, false | true) => AlarmState::Sounding { issued_at: now },
        (AlarmState::Sounding { issued_at: _ }, false, false | true) => AlarmState::Clear,
        (AlarmState::Sounding { issued_at }, true, false | true) => AlarmState::Sounding { issued_at },
        (AlarmState::Acknowledged { .. }, false, false | true) => AlarmState::Clear,
        (AlarmState::Acknowledged { issued_at, .. }, true, true) => AlarmState::Sounding { issued_at },
        (AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until }, true, false) => {
            AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::vec::Vec;

    fn states() -> Vec<AlarmState> {
        let mut states = std::vec![AlarmState::Clear];
        for issued_at in [1, 2] {
            states.push(AlarmState::Sounding { issued_at });
            for (acknowledged_at, silent_until) in [(3, 5), (3, 6), (4, 6)] {
                states.push(AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until });
            }
        }
        states
    }

    fn issued(state: AlarmState) -> Option<i64> {
        match state {
            AlarmState::Clear => None,
            AlarmState::Sounding { issued_at } | AlarmState::Acknowledged { issued_at, .. } => {
                Some(issued_at)
            }
        }
    }

    /// R-MON-6: each pair of states has its name, by a plain table; every name is used.
    #[test]
    fn every_pair_has_its_name() {
        let mut met = HashSet::new();
        let kind = |state| match state {
            AlarmState::Clear => 0,
            AlarmState::Sounding { .. } => 1,
            AlarmState::Acknowledged { .. } => 2,
        };
        for old in states() {
            for new in states() {
                let other = issued(old) != issued(new);
                let expected = match (kind(old), kind(new)) {
                    (0, 0) => Change::StaysClear,
                    (0, 1) => Change::Issued,
                    (0, 2) => Change::Contradiction,
                    (1, 0) => Change::Retracted,
                    (2, 0) => Change::RetractedSilent,
                    _ if other => Change::Contradiction,
                    (1, 1) => Change::KeepsSounding,
                    (1, 2) => Change::Acknowledged,
                    (2, 1) => Change::SoundsAgain,
                    _ if old == new => Change::KeepsSilent,
                    _ => Change::AcknowledgedAgain,
                };
                assert_eq!(change(old, new), expected, "{old:?} {new:?}");
                met.insert(expected);
            }
        }
        assert_eq!(met.len(), 10);
    }

    /// R-MON-6: a step never acknowledges, never contradicts itself, and holds exactly what holds.
    #[test]
    fn a_step_only_does_what_it_may() {
        for old in states() {
            for holds in [false, true] {
                for silence_over in [false, true] {
                    let new = next(old, holds, silence_over, 9);
                    assert_eq!(new != AlarmState::Clear, holds);
                    let name = change(old, new);
                    let may = !matches!(
                        name,
                        Change::Contradiction | Change::Acknowledged | Change::AcknowledgedAgain
                    );
                    assert!(may, "{old:?} {new:?} {name:?}");
                }
            }
        }
    }
}
