//! The extra dose that a patient may ask for, and the most that this can come to.

use quantity::{Quotient, SECONDS_PER_DAY, Span, Volume};

/// A bolus on demand with its limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatientBolus {
    /// Volume of one bolus.
    pub volume: Quotient<Volume>,
    /// How long one takes.
    pub over: Span,
    /// Least time from one start to the next.
    pub lockout: Span,
    /// Most in any 24 hours.
    pub per_day_max: u32,
}

impl PatientBolus {
    /// Seconds after which the earliest possible pattern of boluses repeats.
    fn period(&self) -> u128 {
        (u128::from(self.per_day_max) * u128::from(self.lockout.seconds())).max(u128::from(SECONDS_PER_DAY))
    }

    /// The most boluses that can have begun `elapsed` seconds after the first one was allowed: each as soon as lockout
    /// and daily maximum let it.
    #[must_use]
    pub fn count_max_by(&self, elapsed: u64) -> u128 {
        let per_day = u128::from(self.per_day_max);
        if per_day == 0 {
            return 0;
        }
        let (periods, rest) = (u128::from(elapsed) / self.period(), u128::from(elapsed) % self.period());
        let begun = rest.checked_div(u128::from(self.lockout.seconds())).map_or(per_day, |gaps| gaps + 1);
        periods * per_day + begun.min(per_day)
    }

    /// The most boluses in any 24 hours, by lockout and by daily maximum.
    #[must_use]
    pub fn count_per_day_max(&self) -> u128 {
        self.count_max_by(SECONDS_PER_DAY - 1)
    }
}
