//! The clock beside a second counter: one that stands, jumps or runs backwards is found.

use crate::allowance::Allowance;
use quantity::SECONDS_PER_DAY;

/// The clock against the ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Clocks {
    /// Clock minus ticks since the day's comparison began, s.
    drift: i64,
    day_ticks: u64,
}

impl Clocks {
    /// Whether the two disagree, given what passed on each since the last step.
    pub(crate) fn disagree(&mut self, by_clock: i64, by_ticks: u64, allowance: &Allowance) -> bool {
        let Ok(ticks) = i64::try_from(by_ticks) else { return true };
        let apart = by_clock.saturating_sub(ticks);
        self.drift = self.drift.saturating_add(apart);
        self.day_ticks = self.day_ticks.saturating_add(by_ticks);
        let wrong = by_clock < 0
            || apart.unsigned_abs() > u64::from(allowance.clock_step_seconds)
            || self.drift.unsigned_abs() > u64::from(allowance.clock_day_seconds);
        if wrong || self.day_ticks >= SECONDS_PER_DAY {
            *self = Self::default();
        }
        wrong
    }
}
