//! What keeps strangers from emptying the battery: handshakes that lead to nothing close the gate for longer and longer, and
//! there are only so many in a day. Emergencies have a small budget of their own, so that strangers at a distance cannot use
//! it up, nor can it drain the battery.
//!
//! A handshake counts as failed from its first message on, until a sealed message shows that it was meant: a recorded first
//! message that is sent again is a failed handshake.

/// Seconds of a day; one handshake is paid with as many parts of credit.
const DAY: u64 = 86_400;

/// How much may be done: in any 24 hours never more than `burst + per_day`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Allowance {
    /// At once, after a quiet time.
    pub burst: u32,
    /// How much comes back in a day, evenly.
    pub per_day: u32,
}

/// The bounds of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GateLimits {
    /// Handshakes in a row that may fail before the gate closes.
    pub failures_free: u32,
    /// How long it closes first, s; twice as long each time.
    pub back_off_first_seconds: u64,
    /// How long it closes at most, s.
    pub back_off_max_seconds: u64,
    /// Between two answers that the gate is closed, s.
    pub busy_every_seconds: u64,
    /// Handshakes.
    pub handshakes: Allowance,
    /// Emergency requests.
    pub emergencies: Allowance,
}

impl Default for GateLimits {
    /// Own design parameters of the virtual pump.
    fn default() -> Self {
        Self {
            failures_free: 5,
            back_off_first_seconds: 2,
            back_off_max_seconds: 15 * 60,
            busy_every_seconds: 10,
            handshakes: Allowance { burst: 60, per_day: 180 },
            emergencies: Allowance { burst: 20, per_day: 60 },
        }
    }
}

/// What is left of an allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Budget {
    credit: u64,
    counted_at_seconds: u64,
}

impl Budget {
    /// All of it, at `now_seconds`.
    #[must_use]
    pub fn full(allowance: Allowance, now_seconds: u64) -> Self {
        Self { credit: u64::from(allowance.burst) * DAY, counted_at_seconds: now_seconds }
    }

    /// Takes one, or says in how many seconds there is one. A clock that goes back brings nothing and takes nothing.
    ///
    /// # Errors
    /// Seconds to wait; the most there are if nothing ever comes back.
    pub fn take(&mut self, allowance: Allowance, now_seconds: u64) -> Result<(), u64> {
        let passed = now_seconds.saturating_sub(self.counted_at_seconds);
        let back = passed.saturating_mul(u64::from(allowance.per_day));
        self.credit = self.credit.saturating_add(back).min(u64::from(allowance.burst) * DAY);
        self.counted_at_seconds = now_seconds;
        match self.credit.checked_sub(DAY) {
            Some(left) => {
                self.credit = left;
                Ok(())
            }
            None if allowance.per_day == 0 || allowance.burst == 0 => Err(u64::MAX),
            None => Err((DAY - self.credit).div_ceil(u64::from(allowance.per_day))),
        }
    }
}

/// The gate takes no handshake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wait {
    /// For so long, s.
    pub seconds: u64,
    /// Why.
    pub why: Why,
    /// Whether to say so: not every time, for an answer costs energy too.
    pub tell: bool,
}

/// Why a gate is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Too many handshakes failed.
    BackOff,
    /// The budget of the day is spent.
    Budget,
}

/// The gate's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gate {
    failures: u32,
    closed_until_seconds: u64,
    told_at_seconds: Option<u64>,
    handshakes: Budget,
    emergencies: Budget,
}

impl Gate {
    /// Open, with all its budgets.
    #[must_use]
    pub fn new(limits: &GateLimits, now_seconds: u64) -> Self {
        Self {
            failures: 0,
            closed_until_seconds: 0,
            told_at_seconds: None,
            handshakes: Budget::full(limits.handshakes, now_seconds),
            emergencies: Budget::full(limits.emergencies, now_seconds),
        }
    }

    /// Handshakes in a row that have led to nothing so far.
    #[must_use]
    pub const fn failures(&self) -> u32 {
        self.failures
    }

    /// Asks for one handshake. It counts as failed until [`Self::confirmed`].
    ///
    /// # Errors
    /// [`Wait`]
    pub fn handshake(&mut self, limits: &GateLimits, now_seconds: u64) -> Result<(), Wait> {
        // Were the clock put back, the gate would otherwise stay closed for as long.
        let latest = now_seconds.saturating_add(limits.back_off_max_seconds);
        self.closed_until_seconds = self.closed_until_seconds.min(latest);
        let left = self.closed_until_seconds.saturating_sub(now_seconds);
        if left > 0 {
            return Err(self.wait(limits, now_seconds, left, Why::BackOff));
        }
        if let Err(seconds) = self.handshakes.take(limits.handshakes, now_seconds) {
            return Err(self.wait(limits, now_seconds, seconds, Why::Budget));
        }
        self.failures = self.failures.saturating_add(1);
        let back_off = back_off_seconds(limits, self.failures);
        self.closed_until_seconds = now_seconds.saturating_add(back_off);
        Ok(())
    }

    /// A sealed message has shown that the handshake was meant.
    pub const fn confirmed(&mut self) {
        self.failures = 0;
        self.closed_until_seconds = 0;
    }

    /// Asks for one emergency request: neither failures nor handshakes stand in its way.
    ///
    /// # Errors
    /// Seconds until there is one again.
    pub fn emergency(&mut self, limits: &GateLimits, now_seconds: u64) -> Result<(), u64> {
        self.emergencies.take(limits.emergencies, now_seconds)
    }

    fn wait(&mut self, limits: &GateLimits, now_seconds: u64, seconds: u64, why: Why) -> Wait {
        let tell =
            self.told_at_seconds.is_none_or(|told| now_seconds.abs_diff(told) >= limits.busy_every_seconds);
        if tell {
            self.told_at_seconds = Some(now_seconds);
        }
        Wait { seconds, why, tell }
    }
}

/// How long the gate closes after so many failures in a row, s.
#[must_use]
pub fn back_off_seconds(limits: &GateLimits, failures: u32) -> u64 {
    let Some(beyond) = failures.checked_sub(limits.failures_free).filter(|beyond| *beyond > 0) else {
        return 0;
    };
    let factor = 1_u64.checked_shl(beyond - 1).unwrap_or(u64::MAX);
    limits.back_off_first_seconds.saturating_mul(factor).min(limits.back_off_max_seconds)
}
