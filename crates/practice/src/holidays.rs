//! Public holidays: which day is one, where the clinic is, and from what hour on.
//!
//! Words
//! - *region*: a country or state whose public holidays hold at the clinic.
//! - *place day*: a public holiday that only some places of a region have; the clinic switches it on by its word.
//! - *own day*: a day or half day that the clinic adds, once or every year.
//!
//! The rules are data (`data/holidays.toml`), each region with its source. No clock is read and nothing is asked from outside.

mod rule;

use jiff::civil::{Date, Weekday};
use rule::{Day, DayName, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// A time of the day in whole minutes, from 00:00 to 24:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DayTime(u16);

/// What is no time of the day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no time of the day; accepted: hours and minutes from 00:00 to 24:00, such as 08:00")]
pub struct NoDayTime(pub String);

impl DayTime {
    /// The beginning of a day.
    pub const START: Self = Self(0);
    /// The end of a day.
    pub const END: Self = Self(24 * 60);

    /// Minutes since the beginning of the day, on the clock of the wall.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// A time of so many minutes; none above 24 hours.
    #[must_use]
    pub fn of_minutes(minutes: u16) -> Option<Self> {
        (minutes <= Self::END.0).then_some(Self(minutes))
    }
}

impl std::fmt::Display for DayTime {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl std::str::FromStr for DayTime {
    type Err = NoDayTime;

    fn from_str(text: &str) -> Result<Self, NoDayTime> {
        let parse = || {
            let (hours, minutes) = text.split_once(':')?;
            let two = |text: &str| {
                (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
                    .then(|| text.parse::<u16>().ok())?
            };
            let minutes = two(minutes).filter(|minutes| *minutes < 60)?;
            Self::of_minutes(two(hours)?.checked_mul(60)?.checked_add(minutes)?)
        };
        parse().ok_or_else(|| NoDayTime(text.to_owned()))
    }
}

impl TryFrom<String> for DayTime {
    type Error = NoDayTime;

    fn try_from(text: String) -> Result<Self, NoDayTime> {
        text.parse()
    }
}

impl From<DayTime> for String {
    fn from(time: DayTime) -> Self {
        time.to_string()
    }
}

/// What a clinic says of its holidays; part of its settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidaySettings {
    /// The region's id, such as "de-by"; empty for none: then only own days are holidays.
    pub region: String,
    /// Words of the place days that hold here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Own days.
    #[serde(default)]
    pub own: Vec<OwnDay>,
}

/// A day that the clinic adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnDay {
    /// Which.
    pub date: Date,
    /// Its name.
    pub name: String,
    /// From what hour on, for half a day; absent for the whole day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DayTime>,
    /// Whether it comes every year, on that day of the month.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub yearly: bool,
}

/// What is wrong with them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    /// The built-in table cannot be read: a fault of the build.
    #[error("the table of holidays cannot be read: {0}")]
    Table(String),
    /// There is no such region.
    #[error("\"{found}\" is no region; accepted: {accepted}")]
    NoSuchRegion {
        /// What was given.
        found: String,
        /// The ids.
        accepted: String,
    },
    /// The region has no such place day.
    #[error("\"{found}\" is no day that some places of {region} have; accepted: {accepted}")]
    NoSuchPlaceDay {
        /// What was given.
        found: String,
        /// The region.
        region: String,
        /// The words.
        accepted: String,
    },
    /// An own day without a name, or whose half begins at its end.
    #[error("the own day {0} needs a name, and begins before 24:00")]
    OwnDay(Date),
}

/// A region of the table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The region whose days it has too.
    pub of: Option<String>,
    /// The law or page.
    pub source: String,
    /// How well that is verified: A, B, D or U.
    pub grade: String,
    /// What the clinic has to know or add.
    pub note: Option<String>,
    /// The days of its weekend; none for Saturday and Sunday.
    #[serde(default)]
    pub(crate) weekend: Vec<DayName>,
}

/// A holiday on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// When.
    pub date: Date,
    /// Its name, or the names of those that fall together.
    pub name: String,
    /// From when on; to the end of the day.
    pub from: DayTime,
}

fn table() -> Result<&'static Table, HolidayError> {
    static TABLE: OnceLock<Result<Table, String>> = OnceLock::new();
    let read = || Table::read(include_str!("../data/holidays.toml"));
    TABLE.get_or_init(read).as_ref().map_err(|error| HolidayError::Table(error.clone()))
}

/// The regions that are built in.
///
/// # Errors
/// [`HolidayError::Table`] only if the build is at fault.
pub fn regions() -> Result<&'static [Region], HolidayError> {
    Ok(&table()?.region)
}

/// The place days of a region: word and name.
///
/// # Errors
/// [`HolidayError::Table`] only if the build is at fault.
pub fn place_days(region: &str) -> Result<Vec<(&'static str, &'static str)>, HolidayError> {
    let lineage = table()?.lineage(region);
    let days = table()?.day.iter().filter(|day| day.may_be_in(&lineage));
    Ok(days.filter_map(|day| Some((day.word.as_deref()?, day.name.as_str()))).collect())
}

/// The holidays of one clinic.
#[derive(Debug, Clone, Default)]
pub struct Holidays {
    days: Vec<&'static Day>,
    own: Vec<OwnDay>,
    /// Of the region, if it has one of its own.
    weekend: Vec<Weekday>,
}

impl Holidays {
    /// Those of these settings.
    ///
    /// # Errors
    /// [`HolidayError`] for a region or place day that does not exist, or an own day without a name.
    pub fn new(settings: &HolidaySettings) -> Result<Self, HolidayError> {
        let table = table()?;
        let lineage = table.lineage(&settings.region);
        if lineage.is_empty() && !settings.region.is_empty() {
            let accepted: Vec<&str> = table.region.iter().map(|region| region.id.as_str()).collect();
            let found = settings.region.clone();
            return Err(HolidayError::NoSuchRegion { found, accepted: accepted.join(", ") });
        }
        let places = place_days(&settings.region)?;
        for word in &settings.places {
            if !places.iter().any(|(known, _)| known == word) {
                let accepted = match places.is_empty() {
                    true => "none".to_owned(),
                    false => places.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", "),
                };
                let region = settings.region.clone();
                return Err(HolidayError::NoSuchPlaceDay { found: word.clone(), region, accepted });
            }
        }
        let bad = |own: &&OwnDay| own.name.trim().is_empty() || own.from == Some(DayTime::END);
        if let Some(own) = settings.own.iter().find(bad) {
            return Err(HolidayError::OwnDay(own.date));
        }
        let on = |day: &&Day| {
            let chosen = day.word.as_ref().is_some_and(|word| settings.places.contains(word));
            day.is_in(&lineage) || chosen && day.may_be_in(&lineage)
        };
        let regions = lineage.iter().filter_map(|id| table.region.iter().find(|region| region.id == **id));
        let weekend = regions.map(|region| &region.weekend).find(|days| !days.is_empty());
        Ok(Self {
            days: table.day.iter().filter(on).collect(),
            own: settings.own.clone(),
            weekend: weekend.into_iter().flatten().map(|day| day.0).collect(),
        })
    }

    /// Whether a day is of the region's weekend: Saturday and Sunday unless the region has another one.
    #[must_use]
    pub fn is_weekend(&self, date: Date) -> bool {
        match self.weekend.as_slice() {
            [] => matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday),
            own => own.contains(&date.weekday()),
        }
    }

    /// The holiday on a date. Of several the earliest beginning holds, and all names stand.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<Holiday> {
        let mut found: Vec<(DayTime, String)> = Vec::new();
        for day in &self.days {
            found.extend(day.name_on(date).map(|name| (day.from(), name)));
        }
        for own in &self.own {
            let same = (own.date.month(), own.date.day()) == (date.month(), date.day());
            if own.date == date || own.yearly && same {
                found.push((own.from.unwrap_or(DayTime::START), own.name.trim().to_owned()));
            }
        }
        let from = found.iter().map(|(from, _)| *from).min()?;
        let mut names: Vec<String> = Vec::new();
        for (_, name) in found {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some(Holiday { date, name: names.join(", "), from })
    }

    /// Those of a year, in order.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Vec<Holiday> {
        let mut dates: BTreeSet<Date> = BTreeSet::new();
        for near in [year.saturating_sub(1), year, year.saturating_add(1)] {
            dates.extend(self.days.iter().flat_map(|day| day.dates(near)).flatten());
        }
        for own in &self.own {
            let yearly = || Date::new(year, own.date.month(), own.date.day()).ok();
            dates.extend(if own.yearly { yearly() } else { Some(own.date) });
        }
        dates.into_iter().filter(|date| date.year() == year).filter_map(|date| self.on(date)).collect()
    }
}

/// The words of weekdays in data.
pub(crate) const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];
