//! Times with an offset, and the pump's fixed clock.

use super::error::Problem;
use super::read::At;
use jiff::civil::{Date, DateTime};
use pump::{PumpClock, PumpTime};

/// A second in time, and the offset from UTC in which it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970-01-01 00:00 UTC.
    pub unix: i64,
    /// Seconds east of UTC.
    pub offset_seconds: i32,
}

impl Moment {
    /// On the clock that this moment was written with.
    #[must_use]
    pub const fn clock(self) -> PumpClock {
        PumpClock { offset_seconds: self.offset_seconds }
    }

    /// On a pump's clock.
    #[must_use]
    pub const fn on(self, clock: PumpClock) -> PumpTime {
        clock.at(self.unix)
    }

    /// From text as `2026-01-05T10:00:00+01:00`, whole seconds, an offset or Z.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (civil, offset) = text.split_at_checked(19)?;
        let offset_seconds = if matches!(offset, "Z" | "z") { 0 } else { parse_offset(offset)? };
        let civil = parse_civil(civil)?;
        Some(Self { unix: pump_seconds(civil).0 - i64::from(offset_seconds), offset_seconds })
    }
}

/// Seconds of a civil time on its own clock.
pub(crate) fn pump_seconds(civil: DateTime) -> PumpTime {
    let since = civil.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
    PumpTime(since.as_secs())
}

fn digits(text: &str) -> Option<i16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// `2026-01-05T10:00:00`
fn parse_civil(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(['T', 't'])?;
    let [hour, minute, second] = split(time, ':', [2, 2, 2])?;
    let date = parse_date(date)?;
    let small = |value: i16| i8::try_from(value).ok();
    DateTime::new(date.year(), date.month(), date.day(), small(hour)?, small(minute)?, small(second)?, 0).ok()
}

/// `2026-01-05`
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let [year, month, day] = split(text, '-', [4, 2, 2])?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Fields of fixed width between a separator.
fn split<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[i16; N]> {
    let mut values = [0; N];
    let mut parts = text.split(separator);
    for (value, width) in values.iter_mut().zip(widths) {
        *value = digits(parts.next().filter(|part| part.len() == width)?)?;
    }
    parts.next().is_none().then_some(values)
}

/// `+01:00`
fn parse_offset(text: &str) -> Option<i32> {
    let sign = match text.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let [hours, minutes] = split(text.get(1..)?, ':', [2, 2])?;
    (hours < 24 && minutes < 60).then(|| sign * (i32::from(hours) * 3_600 + i32::from(minutes) * 60))
}

/// `HH:MM` as a second of the day.
pub(crate) fn parse_minute(text: &str) -> Option<u32> {
    let [hour, minute] = split(text, ':', [2, 2])?;
    (hour < 24 && minute < 60)
        .then(|| u32::try_from(hour * 60 + minute).ok())
        .flatten()
        .map(|minutes| minutes * 60)
}

/// A fixed offset, as `+01:00`.
///
/// # Errors
/// [`super::InputError`] for anything else.
pub fn read_clock(at: &At<'_>) -> Result<PumpClock, super::InputError> {
    let text = at.text()?;
    let accepted = "an offset from UTC such as \"+01:00\"".to_owned();
    let refusal = || at.refuse(Problem::NotOneOf { found: text.to_owned(), accepted });
    Ok(PumpClock { offset_seconds: parse_offset(text).ok_or_else(refusal)? })
}

/// An offset as text, `+00:00` for none.
#[must_use]
pub fn offset_text(clock: PumpClock) -> String {
    let minutes = clock.offset_seconds.unsigned_abs() / 60;
    let sign = if clock.offset_seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
