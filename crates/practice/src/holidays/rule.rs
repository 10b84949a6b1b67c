//! From a rule of the table to dates.

use super::{DayTime, Region, WEEKDAYS};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// The table as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub region: Vec<Region>,
    pub day: Vec<Day>,
}

/// One day of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Day {
    pub name: String,
    on: Option<MonthDay>,
    easter: Option<i16>,
    weekday: Option<DayName>,
    nth: Option<i8>,
    month: Option<i8>,
    plus: Option<i16>,
    before: Option<MonthDay>,
    moved: Option<Shift>,
    observed: Option<Shift>,
    from: Option<DayTime>,
    since: Option<i16>,
    until: Option<i16>,
    #[serde(default)]
    not: Vec<i16>,
    only: Option<Vec<i16>>,
    only_weekday: Option<DayName>,
    except_day: Option<i8>,
    #[serde(default, rename = "in")]
    within: Vec<String>,
    #[serde(default)]
    may: Vec<String>,
    pub word: Option<String>,
}

/// A day of a month, written "MM-DD".
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct MonthDay {
    month: i8,
    day: i8,
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parse = || {
            let (month, day) = text.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A leap year, so that 29 February could stand.
            Date::new(2024, month, day).ok().map(|_| Self { month, day })
        };
        parse().ok_or_else(|| format!("\"{text}\" is no day of a month, such as \"05-01\""))
    }
}

/// A weekday by its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct DayName(pub(super) Weekday);

impl TryFrom<String> for DayName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let found = WEEKDAYS.iter().find(|(word, _)| *word == text);
        found.map(|(_, day)| Self(*day)).ok_or_else(|| format!("\"{text}\" is no weekday"))
    }
}

/// How many days a date goes on or back when it falls on a weekend.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shift {
    sat: Option<i16>,
    sun: Option<i16>,
}

impl Shift {
    fn of(self, date: Date) -> Option<Date> {
        let days = match date.weekday() {
            Weekday::Saturday => self.sat?,
            Weekday::Sunday => self.sun?,
            _ => return None,
        };
        date.checked_add(days.days()).ok()
    }
}

impl Table {
    /// The table, if all of it holds together.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let table: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let known = |id: &String| table.region.iter().any(|region| region.id == *id);
        for region in &table.region {
            if region.of.as_ref().is_some_and(|of| !known(of) || *of == region.id) {
                return Err(format!("region {}: of is no other region", region.id));
            }
        }
        for day in &table.day {
            if let Some(stray) = day.within.iter().chain(&day.may).find(|id| !known(id)) {
                return Err(format!("{}: {stray} is no region", day.name));
            }
            if !day.is_whole() || day.may.is_empty() != day.word.is_none() {
                return Err(format!("{}: not exactly one rule, or a place day without its word", day.name));
            }
        }
        Ok(table)
    }

    /// A region and those whose days it has; empty for one that does not exist.
    pub(super) fn lineage(&self, id: &str) -> Vec<&str> {
        let mut lineage = Vec::new();
        let mut next = Some(id);
        while let Some(region) = next.and_then(|id| self.region.iter().find(|region| region.id == id)) {
            // Once round at most, whatever the table says.
            if lineage.contains(&region.id.as_str()) {
                break;
            }
            lineage.push(region.id.as_str());
            next = region.of.as_deref();
        }
        lineage
    }
}

impl Day {
    fn is_whole(&self) -> bool {
        let nth = self.nth.is_some() && self.month.is_some() && self.weekday.is_some();
        let before = self.before.is_some() && self.weekday.is_some();
        [self.on.is_some(), self.easter.is_some(), nth, before].iter().filter(|is| **is).count() == 1
    }

    pub(super) fn is_in(&self, lineage: &[&str]) -> bool {
        self.within.iter().any(|id| lineage.contains(&id.as_str()))
    }

    pub(super) fn may_be_in(&self, lineage: &[&str]) -> bool {
        self.may.iter().any(|id| lineage.contains(&id.as_str()))
    }

    pub(super) fn from(&self) -> DayTime {
        self.from.unwrap_or(DayTime::START)
    }

    /// Its date in a year, and its substitute day, which may lie in another year.
    pub(super) fn dates(&self, year: i16) -> [Option<Date>; 2] {
        let date = self.date(year);
        [date, date.and_then(|date| self.observed?.of(date))]
    }

    /// Whether it falls on a date: by its name, or with word of the substitute.
    pub(super) fn name_on(&self, date: Date) -> Option<String> {
        if self.date(date.year()) == Some(date) {
            return Some(self.name.clone());
        }
        // A substitute day can lie in the year before or after.
        self.observed?;
        let years = [date.year().saturating_sub(1), date.year(), date.year().saturating_add(1)];
        let substitute = years.into_iter().any(|year| {
            let [_, substitute] = self.dates(year);
            substitute == Some(date)
        });
        substitute.then(|| format!("{} (substitute day)", self.name))
    }

    fn date(&self, year: i16) -> Option<Date> {
        let late =
            self.since.is_some_and(|since| year < since) || self.until.is_some_and(|until| year > until);
        if late || self.not.contains(&year) || self.only.as_ref().is_some_and(|only| !only.contains(&year)) {
            return None;
        }
        let date = self.rule(year)?;
        let date = self.moved.and_then(|shift| shift.of(date)).unwrap_or(date);
        let other_weekday = self.only_weekday.is_some_and(|only| date.weekday() != only.0);
        (!other_weekday && self.except_day != Some(date.day())).then_some(date)
    }

    fn rule(&self, year: i16) -> Option<Date> {
        if let Some(on) = self.on {
            return Date::new(year, on.month, on.day).ok();
        }
        if let Some(days) = self.easter {
            return easter(year)?.checked_add(days.days()).ok();
        }
        let weekday = self.weekday?.0;
        if let Some(before) = self.before {
            return Date::new(year, before.month, before.day).ok()?.nth_weekday(-1, weekday).ok();
        }
        let date = Date::new(year, self.month?, 1).ok()?.nth_weekday_of_month(self.nth?, weekday).ok()?;
        date.checked_add(self.plus.unwrap_or(0).days()).ok()
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus, Nature 1876; Meeus, Astronomical Algorithms, chapter 8).
pub(super) fn easter(year: i16) -> Option<Date> {
    let full = i32::from(year);
    let (century, in_century) = (full / 100, full % 100);
    let golden = full % 19;
    let skipped = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - skipped + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}
