//! Volumes as the monitor adds them: whole numbers of a small unit, each as the least and the most it can be.

use pump::Flowing;
use quantity::SECONDS_PER_DAY;

/// Units in a nL. A flow is cut to whole units per second; over four weeks that comes to 0.15 nL at most, and a week's worth
/// of the fastest pump fits 64 bits many times.
pub(crate) const PER_NANOLITRE: u128 = 1 << 24;

/// A flow or a volume that lies between two whole numbers of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Between {
    pub(crate) low: u64,
    pub(crate) high: u64,
}

impl Between {
    pub(crate) const NONE: Self = Self { low: 0, high: 0 };

    /// `numerator / denominator` units, rounded both ways.
    fn new(numerator: u128, denominator: u128) -> Option<Self> {
        let low = numerator.checked_div(denominator)?;
        let high = low.checked_add(u128::from(!numerator.is_multiple_of(denominator)))?;
        Some(Self { low: u64::try_from(low).ok()?, high: u64::try_from(high).ok()? })
    }

    /// A flow in units per second.
    pub(crate) fn per_second(flow: Flowing) -> Option<Self> {
        let denominator = u128::from(flow.denominator).checked_mul(u128::from(SECONDS_PER_DAY))?;
        Self::new(u128::from(flow.numerator).checked_mul(PER_NANOLITRE)?, denominator)
    }

    /// A volume in units.
    pub(crate) fn volume(numerator: u64, denominator: u64) -> Option<Self> {
        Self::new(u128::from(numerator).checked_mul(PER_NANOLITRE)?, u128::from(denominator))
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub(crate) fn times(self, count: u64) -> Option<Self> {
        Some(Self { low: self.low.checked_mul(count)?, high: self.high.checked_mul(count)? })
    }

    /// The lesser of two.
    pub(crate) fn least(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// Everything that either lets one expect.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }
}

/// What is due in a span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Due {
    pub(crate) volume: Between,
    /// The highest flow in it, units per second.
    pub(crate) fastest: u64,
}

impl Due {
    pub(crate) const NOTHING: Self = Self { volume: Between::NONE, fastest: 0 };

    /// An even flow for a time.
    pub(crate) fn flow(rate: Between, seconds: u64) -> Option<Self> {
        Some(Self { volume: rate.times(seconds)?, fastest: if seconds > 0 { rate.high } else { 0 } })
    }

    /// One after the other.
    pub(crate) fn then(self, other: Self) -> Option<Self> {
        Some(Self { volume: self.volume.plus(other.volume)?, fastest: self.fastest.max(other.fastest) })
    }

    /// Both at the same time.
    pub(crate) fn with(self, other: Self) -> Option<Self> {
        Some(Self {
            volume: self.volume.plus(other.volume)?,
            fastest: self.fastest.checked_add(other.fastest)?,
        })
    }

    /// One or the other.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { volume: self.volume.or(other.volume), fastest: self.fastest.max(other.fastest) }
    }

    /// From nothing to all of it.
    pub(crate) const fn at_most(self) -> Self {
        Self { volume: Between { low: 0, high: self.volume.high }, fastest: self.fastest }
    }
}

/// A volume poured evenly in a time: a bolus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pour {
    pub(crate) from: i64,
    pub(crate) over_seconds: u32,
    pub(crate) volume: Between,
}

impl Pour {
    pub(crate) const fn until(self) -> i64 {
        self.from.saturating_add(self.over_seconds as i64)
    }

    /// What of it falls between two times. Parts that follow each other add up to the whole.
    pub(crate) fn due(self, from: i64, to: i64) -> Option<Due> {
        let over = u128::from(self.over_seconds.max(1));
        let passed = |at: i64| u128::from(u64::try_from(at.saturating_sub(self.from)).unwrap_or(0)).min(over);
        let (begin, end) = (passed(from), passed(to));
        if begin >= end {
            return Some(Due::NOTHING);
        }
        let down = |at: u128| Some(u128::from(self.volume.low).checked_mul(at)? / over);
        let up = |at: u128| Some(u128::from(self.volume.high).checked_mul(at)?.div_ceil(over));
        let part = |end: Option<u128>, begin: Option<u128>| u64::try_from(end?.checked_sub(begin?)?).ok();
        let volume = Between { low: part(down(end), down(begin))?, high: part(up(end), up(begin))? };
        let fastest = u64::try_from(u128::from(self.volume.high).div_ceil(over)).ok()?;
        Some(Due { volume, fastest })
    }
}
