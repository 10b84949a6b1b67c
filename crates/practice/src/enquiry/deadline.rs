//! When an enquiry must be answered.

use crate::holidays::Holidays;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// What the clinic promises: an answer within so many seconds of working days.
pub const ANSWER_SECONDS: i64 = 24 * 3_600;

/// More days than ever lie between two working days.
const DAYS_MAX: usize = 400;

/// By when an enquiry that came at `received_unix` is answered, both in seconds since 1970: the first instant at which 24 hours
/// have passed that lie on working days. Hours are elapsed time, so a working day on which the clock changes has 23 or 25.
///
/// A day of the clinic's zone is a working day unless it is of the region's weekend or a public holiday; half a holiday ends its
/// working day at the first instant at which the clock shows the hour from which it is one. Time on other days does not count, and
/// neither does the time after such an hour. Were there no working day within four hundred days, it is 24 hours of elapsed
/// time: a clinic that never works owes an answer too.
#[must_use]
pub fn answer_by(received_unix: i64, holidays: &Holidays, zone: &TimeZone) -> i64 {
    let plain = received_unix.saturating_add(ANSWER_SECONDS);
    let Ok(received) = Timestamp::from_second(received_unix) else { return plain };
    let mut left = ANSWER_SECONDS;
    let mut day = zone.to_datetime(received).date();
    for _ in 0..DAYS_MAX {
        if let Some((begins, ends)) = working(day, holidays, zone) {
            let from = begins.max(received_unix);
            let counts = ends.saturating_sub(from).max(0);
            if counts >= left {
                return from.saturating_add(left);
            }
            left -= counts;
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    plain
}

/// The part of a day that counts, in seconds since 1970, the end not included; `None` if nothing of it does.
fn working(day: Date, holidays: &Holidays, zone: &TimeZone) -> Option<(i64, i64)> {
    if holidays.is_weekend(day) {
        return None;
    }
    let begins = first_instant(day, 0, zone)?;
    let ends = first_instant(day.tomorrow().ok()?, 0, zone)?;
    match holidays.on(day).map(|holiday| holiday.from.minutes()) {
        None => Some((begins, ends)),
        Some(0) => None,
        Some(minutes) => Some((begins, first_instant(day, minutes, zone)?.min(ends))),
    }
}

/// The first instant of a day at which the clock shows this many minutes or more.
fn first_instant(day: Date, minutes: u16, zone: &TimeZone) -> Option<i64> {
    let at = day.to_datetime(Time::MIN).checked_add(i64::from(minutes).minutes()).ok()?;
    let instant = match zone.to_ambiguous_timestamp(at).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(at).ok()?,
        // It comes twice; the first time counts.
        AmbiguousOffset::Fold { before, .. } => before.to_timestamp(at).ok()?,
        // It never comes: the clock goes over it, at the change that lies before the instant it would have been.
        AmbiguousOffset::Gap { before, .. } => {
            let would = before.to_timestamp(at).ok()?.checked_add(1.second()).ok()?;
            zone.preceding(would).next()?.timestamp()
        }
    };
    Some(instant.as_second())
}
