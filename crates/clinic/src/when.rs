//! A time in a form: a day and a time of day in the clinic's zone, which becomes a moment with its offset.
//!
//! A field `at` holds the day, `at.time` the time of day. The day is what a browser's date field sends (2026-03-22) or what
//! people write (22 March 2026, 22-Mar-2026); the month is never a bare number in the second place.

use crate::form::Form;
use crate::page::Page;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A moment as a form gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// As in a line of the course: RFC 3339 in whole seconds with the zone's offset.
    pub text: String,
    /// Seconds since 1970.
    pub unix: i64,
}

/// A day as people write it; `None` for anything that could be read in two ways.
#[must_use]
pub fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    let iso = text.parse().ok().filter(|_| text.len() == 10);
    let worded =
        || ["%d %B %Y", "%d %b %Y", "%d-%b-%Y"].iter().find_map(|form| Date::strptime(form, text).ok());
    // Two digits of a year are no year of anybody here.
    iso.or_else(worded).filter(|day| day.year() >= 1_000)
}

/// A time of day: `9:05`, `09:05` or `09:05:30`.
fn time_of(text: &str) -> Option<Time> {
    ["%H:%M", "%H:%M:%S"].iter().find_map(|form| Time::strptime(form, text.trim()).ok())
}

/// A moment in this zone, as a line of the course writes it.
#[must_use]
pub fn written(unix: i64, zone: &TimeZone) -> String {
    let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

impl Form {
    /// The same form with this moment in the fields of a time.
    #[must_use]
    pub fn at(self, name: &str, unix: i64, page: &Page) -> Self {
        let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let at = at.to_zoned(page.zone.clone());
        let seconds = if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
        let (day, time) = (at.date().to_string(), at.strftime(seconds).to_string());
        self.with(name, day).with(&format!("{name}.time"), time)
    }

    /// The moment in the fields `name` and `name.time`; what is wrong with it is said beside them.
    pub fn when(&mut self, name: &str, page: &Page) -> Option<When> {
        let time_name = format!("{name}.time");
        let day = self.day(name);
        let time = time_of(self.value(&time_name));
        if time.is_none() {
            self.refuse(&time_name, "Give the time of day as hours and minutes, such as 14:05");
        }
        let ambiguous = page.zone.to_ambiguous_zoned(day?.to_datetime(time?));
        let told = match ambiguous.offset() {
            AmbiguousOffset::Unambiguous { .. } => None,
            AmbiguousOffset::Gap { .. } => Some(
                "This time does not exist: the clocks go forward over it on this day. Give the time after the change",
            ),
            AmbiguousOffset::Fold { .. } => Some(
                "This time comes twice on this day, because the clocks go back. Give a time outside of that hour, and say in a note which was meant",
            ),
        };
        if let Some(told) = told {
            self.refuse(&time_name, told);
            return None;
        }
        let Ok(at) = ambiguous.unambiguous() else {
            self.refuse(name, "This day is outside of the calendar");
            return None;
        };
        let unix = at.timestamp().as_second();
        Some(When { text: written(unix, &page.zone), unix })
    }

    /// The day in a field; what is wrong with it is said beside it.
    pub fn day(&mut self, name: &str) -> Option<Date> {
        let day = day_of(self.value(name));
        if day.is_none() {
            self.refuse(name, "Give the day with the month in letters, such as 22 March 2026");
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_only_if_it_can_be_read_in_one_way() {
        for text in ["2026-03-22", "22 March 2026", "22 mar 2026", "22-Mar-2026", " 22-MAR-2026 "] {
            assert_eq!(day_of(text), Date::new(2026, 3, 22).ok(), "{text}");
        }
        for text in
            ["", "22.03.2026", "03/04/2026", "22 March 26", "31 February 2026", "2026-3-22", "tomorrow"]
        {
            assert_eq!(day_of(text), None, "{text}");
        }
        assert_eq!(written(1_774_174_500, &TimeZone::UTC), "2026-03-22T10:15:00+00:00");
    }
}
