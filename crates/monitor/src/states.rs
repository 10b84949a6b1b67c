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
