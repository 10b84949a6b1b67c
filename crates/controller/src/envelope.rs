//! The last bound: what may leave in any 24 hours, whatever was ordered.

use heapless::Vec;
use pump::PumpTime;
use quantity::SECONDS_PER_DAY;

/// Seconds in one count.
const QUARTER: i64 = 900;
/// Full counts in a day, and the one that is being filled.
pub(crate) const QUARTERS: usize = (SECONDS_PER_DAY as usize) / (QUARTER as usize) + 1;

/// Strokes of the last 24 hours by quarters of an hour. The oldest quarter counts whole until all of it is more than 24 hours
/// old: what is counted is never less than what left in any 24 hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    counts: [u16; QUARTERS],
    newest: usize,
    /// When the newest quarter began.
    began: i64,
    sum: u64,
}

impl Envelope {
    pub(crate) const fn new(now: i64) -> Self {
        Self { counts: [0; QUARTERS], newest: 0, began: now, sum: 0 }
    }

    /// As it was kept, oldest first; `None` for more counts than there are.
    pub(crate) fn restore(counts: &[u16], began: i64) -> Self {
        let mut own = Self::new(began);
        for &count in counts.iter().rev().take(QUARTERS).rev() {
            own.turn_one();
            own.add(u64::from(count));
        }
        own
    }

    fn turn_one(&mut self) {
        self.newest = (self.newest + 1) % QUARTERS;
        if let Some(oldest) = self.counts.get_mut(self.newest) {
            self.sum = self.sum.saturating_sub(u64::from(*oldest));
            *oldest = 0;
        }
    }

    /// Time has come to `now`; whether a quarter is over.
    pub(crate) fn turn(&mut self, now: i64) -> bool {
        let quarters = PumpTime(now).since(PumpTime(self.began)) / QUARTER as u64;
        for _ in 0..quarters.min(QUARTERS as u64) {
            self.turn_one();
        }
        self.began = self.began.saturating_add_unsigned(quarters * QUARTER as u64);
        quarters > 0
    }

    /// Strokes were made.
    pub(crate) fn add(&mut self, strokes: u64) {
        let Some(count) = self.counts.get_mut(self.newest) else { return };
        let more = u16::try_from(strokes).unwrap_or(u16::MAX);
        let before = *count;
        *count = before.saturating_add(more);
        self.sum += u64::from(*count - before);
    }

    /// Strokes of the last 24 hours, at most a quarter of an hour more.
    pub(crate) const fn strokes(&self) -> u64 {
        self.sum
    }

    /// Whether `more` strokes stay within `max` nL.
    pub(crate) fn allows(&self, more: u64, stroke: u64, max: u64) -> bool {
        let volume = u128::from(self.sum.saturating_add(more)) * u128::from(stroke);
        volume <= u128::from(max)
    }

    /// The clock was set back by so much.
    pub(crate) const fn set_back(&mut self, seconds: i64) {
        self.began = self.began.saturating_sub(seconds);
    }

    /// When the newest quarter began.
    pub(crate) const fn began(&self) -> i64 {
        self.began
    }

    /// Oldest first, without leading zeros.
    pub(crate) fn counts(&self) -> Vec<u16, QUARTERS> {
        let from_oldest = (1..=QUARTERS).map(|step| (self.newest + step) % QUARTERS);
        let all = from_oldest.filter_map(|place| self.counts.get(place).copied());
        all.skip_while(|count| *count == 0).collect()
    }
}
