//! Recalls and safety notices, and which pumps they reach.

use crate::cite::{Grade, SourceId};
use jiff::civil::Date;
use std::fmt::{self, Display, Formatter};

/// What [`PrintedDate::parse`] accepts.
pub(crate) const PRINTED_DATE: &str = "a year, month or day, such as \"2016\", \"2016-10\" or \"2016-10-07\"";

/// A date, as exact as it was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrintedDate {
    /// A year; held as its first day.
    Year(Date),
    /// A month; held as its first day.
    Month(Date),
    /// A day.
    Day(Date),
}

impl PrintedDate {
    /// From "2016", "2016-10" or "2016-10-07"; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = [None, None, None];
        let mut parts = text.split('-');
        for ((slot, part), width) in numbers.iter_mut().zip(parts.by_ref()).zip([4, 2, 2]) {
            if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            *slot = part.parse::<i16>().ok();
        }
        if parts.next().is_some() {
            return None;
        }
        let date = |year: i16, month: i16, day: i16| {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        match numbers {
            [Some(year), None, None] => Some(Self::Year(date(year, 1, 1)?)),
            [Some(year), Some(month), None] => Some(Self::Month(date(year, month, 1)?)),
            [Some(year), Some(month), Some(day)] => Some(Self::Day(date(year, month, day)?)),
            _ => None,
        }
    }

    /// The first day it can mean.
    #[must_use]
    pub const fn first_day(self) -> Date {
        match self {
            Self::Year(date) | Self::Month(date) | Self::Day(date) => date,
        }
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(date) => date.last_of_year(),
            Self::Month(date) => date.last_of_month(),
            Self::Day(date) => date,
        }
    }

    /// The year, to sort and group by.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first_day().year()
    }
}

impl Display for PrintedDate {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(date) => write!(formatter, "{:04}", date.year()),
            Self::Month(date) => write!(formatter, "{:04}-{:02}", date.year(), date.month()),
            Self::Day(date) => write!(formatter, "{date}"),
        }
    }
}

/// A range of days, both ends included; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl DateRange {
    /// Whether the day lies in the range.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        !self.starts_after(day) && !self.ends_before(day)
    }

    fn starts_after(&self, day: Date) -> bool {
        self.from.is_some_and(|from| day < from)
    }

    fn ends_before(&self, day: Date) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}

/// Whether a recall concerns one device of a named model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// It does, as far as dates can say: a batch may be narrower than its dates.
    Inside,
    /// Dates that would tell are missing, so it cannot be excluded.
    NotExcluded,
    /// Its dates lie outside.
    Outside,
}

/// A recall or safety notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recall {
    /// Its id, such as "2019-foreign-particle".
    pub id: String,
    /// When it was issued; `None` if undated.
    pub date: Option<PrintedDate>,
    /// A headline.
    pub title: String,
    /// What went wrong.
    pub what: String,
    /// What a clinic or its software should do.
    pub what_to_do: String,
    /// Its figures, in words.
    pub numbers: Vec<String>,
    /// Pump ids; a `*` at the end stands for any ending.
    pub pumps: Vec<String>,
    /// Catheter ids; a `*` at the end stands for any ending.
    pub catheters: Vec<String>,
    /// Parts that are not in the catalogue: programmer cards, kits.
    pub parts: Vec<String>,
    /// How the models were determined, where the source leaves doubt.
    pub scope_note: Option<String>,
    /// Build dates of the devices concerned; `None`: all.
    pub built: Option<DateRange>,
    /// Days on which they left the maker; `None`: all.
    pub distributed: Option<DateRange>,
    /// Serial numbers concerned, in words.
    pub serials: Option<String>,
    /// Lots concerned, in words.
    pub lots: Option<String>,
    /// How good the sources are.
    pub grade: Grade,
    /// Where it was read.
    pub sources: Vec<SourceId>,
}

impl Recall {
    /// Whether it names this pump.
    #[must_use]
    pub fn names_pump(&self, pump_id: &str) -> bool {
        self.pumps.iter().any(|pattern| matches(pattern, pump_id))
    }

    /// Whether it names this catheter.
    #[must_use]
    pub fn names_catheter(&self, catheter_id: &str) -> bool {
        self.catheters.iter().any(|pattern| matches(pattern, catheter_id))
    }

    /// Whether a device of a named model is concerned, by its dates. A date that is not known excludes nothing.
    ///
    /// A device is built before it leaves the maker, and leaves the maker before it is implanted. Beyond that the
    /// implant date says nothing: a device may lie in store.
    #[must_use]
    pub fn reach(&self, built: Option<Date>, implanted: Option<Date>) -> Reach {
        let excluded = self.built.is_some_and(|range| {
            built.is_some_and(|day| !range.contains(day))
                || implanted.is_some_and(|day| range.starts_after(day))
        }) || self.distributed.is_some_and(|range| {
            implanted.is_some_and(|day| range.starts_after(day))
                || built.is_some_and(|day| range.ends_before(day))
        });
        if excluded {
            return Reach::Outside;
        }
        match (self.built, self.distributed) {
            (None, None) => Reach::Inside,
            // Not outside, so a known build date lies in the range.
            (Some(_), _) if built.is_some() => Reach::Inside,
            _ => Reach::NotExcluded,
        }
    }
}

/// Whether a pattern names an id: the id itself, or its beginning and a `*`.
pub(crate) fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => id.starts_with(beginning),
        None => pattern == id,
    }
}
