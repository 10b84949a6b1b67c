//! The pump's own clock: a fixed offset, no daylight saving.

use quantity::{SECONDS_PER_DAY, Span};

/// Seconds since 1970-01-01 00:00 on the pump's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PumpTime(pub i64);

/// How far the pump's clock stands from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PumpClock {
    /// Seconds east of UTC.
    pub offset_seconds: i32,
}

impl PumpClock {
    /// A moment in UTC seconds, on this clock.
    #[must_use]
    pub const fn at(self, unix_seconds: i64) -> PumpTime {
        PumpTime(unix_seconds.saturating_add(self.offset_seconds as i64))
    }
}

/// Seconds in a day, signed.
const DAY: i64 = SECONDS_PER_DAY as i64;

impl PumpTime {
    /// Time passed since `earlier`; nothing if that lies later.
    #[must_use]
    pub fn since(self, earlier: Self) -> u64 {
        u64::try_from(i128::from(self.0) - i128::from(earlier.0)).unwrap_or(0)
    }

    /// This time and a span, held at the end of the number range.
    #[must_use]
    pub fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add_unsigned(span.seconds()))
    }

    /// Whole weeks since Monday, 29 December 1969, and the second of the week, from Monday 00:00.
    #[must_use]
    pub const fn week(self) -> (i64, u64) {
        // 1 January 1970 was a Thursday, three days after a Monday.
        let since_monday = self.0.saturating_add(3 * DAY);
        (since_monday.div_euclid(7 * DAY), since_monday.rem_euclid(7 * DAY) as u64)
    }

    /// The day of the week, 0 for Monday, and the second of the day.
    #[must_use]
    pub const fn weekday(self) -> (u8, u32) {
        let (_, second) = self.week();
        ((second / SECONDS_PER_DAY) as u8, (second % SECONDS_PER_DAY) as u32)
    }
}
