//! Who to call now: desks by weekday, hour and public holiday, in the clinic's time zone.
//!
//! Words
//! - *desk*: somebody who answers, with a number.
//! - *rule*: when a desk answers. Rules may overlap: the first in order is called first.
//! - *fallback*: the emergency desk that answers at any hour of any day. There is always one; it is the last to call unless a
//!   rule names it earlier.
//!
//! Hours are those of the clock on the wall. When summer time ends, an hour comes twice, and what holds in it holds twice; when
//! it begins, the hour that is left out is left out. `now` is an argument.

use crate::holidays::{DayTime, Holiday, Holidays, WEEKDAYS};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far ahead the next change is looked for. After that the answer is asked for anew.
const AHEAD_DAYS: i16 = 14;

/// Somebody who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// Its name; rules name it by this.
    pub name: String,
    /// Its number, as it is dialled.
    pub phone: String,
    /// Its address for letters that can wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// What the caller has to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a rule says of public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnHolidays {
    /// On its weekdays, and only if they are public holidays.
    Only,
    /// On its weekdays, unless they are public holidays.
    Never,
    /// On its weekdays, and on every public holiday whatever its weekday.
    Also,
}

/// When a desk answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// The desk's name.
    pub desk: String,
    /// Its weekdays, as words from "mon" to "sun". What goes on after midnight belongs to the day on which it began.
    #[serde(with = "words")]
    pub weekdays: Vec<Weekday>,
    /// From when on.
    pub from: DayTime,
    /// Until when; not after `from` for the next morning.
    pub until: DayTime,
    /// What holds on public holidays.
    pub on_holidays: OnHolidays,
}

/// Whom a clinic's patients and colleagues call; part of its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contacts {
    /// The desks.
    pub desks: Vec<Desk>,
    /// When they answer, in the order in which they are called.
    pub rules: Vec<Rule>,
    /// The emergency desk that answers at any hour of any day.
    pub fallback: Desk,
    /// Whether hours without a rule are meant to go to the fallback.
    #[serde(default)]
    pub fallback_covers_gaps: bool,
}

mod words {
    use super::{WEEKDAYS, Weekday};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(days: &[Weekday], to: S) -> Result<S::Ok, S::Error> {
        let word = |day: &Weekday| WEEKDAYS.iter().find(|(_, known)| known == day).map(|(word, _)| *word);
        to.collect_seq(days.iter().filter_map(word))
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Vec<Weekday>, D::Error> {
        let read = |text: String| {
            let found = WEEKDAYS.iter().find(|(word, _)| *word == text).map(|(_, day)| *day);
            found.ok_or_else(|| {
                D::Error::custom(format!(
                    "\"{text}\" is no weekday; accepted: mon, tue, wed, thu, fri, sat, sun"
                ))
            })
        };
        Vec::<String>::deserialize(from)?.into_iter().map(read).collect()
    }
}

/// A stretch of a day that no rule covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The weekday.
    pub weekday: Weekday,
    /// From when on.
    pub from: DayTime,
    /// Until when.
    pub until: DayTime,
    /// Whether that day is a public holiday.
    pub holiday: bool,
    /// Whether the day before is one.
    pub after_holiday: bool,
}

impl std::fmt::Display for Gap {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{:?} from {} to {}", self.weekday, self.from, self.until)?;
        match (self.holiday, self.after_holiday) {
            (false, false) => Ok(()),
            (true, false) => write!(to, " if it is a public holiday"),
            (false, true) => write!(to, " after a public holiday"),
            (true, true) => write!(to, " on the second of two public holidays"),
        }
    }
}

/// What is wrong with contacts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// A desk without a name.
    #[error("a desk needs a name")]
    NoName,
    /// A desk whose number cannot be dialled.
    #[error("{0} needs a phone number of at least 3 digits")]
    NoPhone(String),
    /// An address that cannot be one.
    #[error("the e-mail address of {0} needs an @")]
    NoEmail(String),
    /// Two desks of one name.
    #[error("two desks are called {0}")]
    Twice(String),
    /// A rule of a desk that does not exist.
    #[error("rule {number} is of {found}; accepted: {accepted}")]
    NoSuchDesk {
        /// Which rule, from 1.
        number: usize,
        /// What it names.
        found: String,
        /// The desks.
        accepted: String,
    },
    /// A rule that never holds.
    #[error("rule {0} never holds: it needs a weekday, and must not end when it begins")]
    NeverHolds(usize),
    /// Hours at which nobody but the fallback answers, and that is not said to be meant.
    #[error(
        "nobody answers on {gap}; add a rule, or say that the emergency desk covers such hours ({count} such gaps)"
    )]
    Gap {
        /// The first.
        gap: Gap,
        /// How many there are.
        count: usize,
    },
}

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calling<'a> {
    /// The desks that answer now, in the order in which they are called. Never empty: the
    /// fallback is among them, last unless a rule names it.
    pub desks: Vec<&'a Desk>,
    /// Whether no rule holds and only the fallback answers.
    pub fallback_alone: bool,
    /// The public holiday that it is.
    pub holiday: Option<Holiday>,
    /// Until when these desks answer: the first second at which others do, since 1970.
    pub until_unix: i64,
    /// Who answers then; `None` if nothing changes before that, and the answer is only to be asked for anew.
    pub next: Option<Vec<&'a Desk>>,
}

impl Rule {
    /// Whether it begins on such a day.
    fn is_of(&self, weekday: Weekday, holiday: bool) -> bool {
        let listed = self.weekdays.contains(&weekday);
        match self.on_holidays {
            OnHolidays::Only => listed && holiday,
            OnHolidays::Never => listed && !holiday,
            OnHolidays::Also => listed || holiday,
        }
    }

    /// Whether it holds at a minute of a day. `holiday` says of that minute, `after_holiday` of the end of the day before.
    fn holds(&self, weekday: Weekday, minute: u16, holiday: bool, after_holiday: bool) -> bool {
        let (from, until) = (self.from.minutes(), self.until.minutes());
        let overnight = until <= from;
        let today = from <= minute && (overnight || minute < until);
        let morning = overnight && minute < until;
        today && self.is_of(weekday, holiday) || morning && self.is_of(weekday.previous(), after_holiday)
    }

    /// In words, such as "Saturday, Sunday and every public holiday, 16:00 to 08:00 the next day".
    #[must_use]
    pub fn says(&self) -> String {
        let all = WEEKDAYS.iter().all(|(_, day)| self.weekdays.contains(day));
        let names: Vec<String> = WEEKDAYS
            .iter()
            .filter(|(_, day)| self.weekdays.contains(day))
            .map(|(_, day)| format!("{day:?}"))
            .collect();
        let days = if all { "every day".to_owned() } else { names.join(", ") };
        let days = match (self.on_holidays, all) {
            (OnHolidays::Only, true) => "public holidays".to_owned(),
            (OnHolidays::Only, false) => format!("{days} if it is a public holiday"),
            (OnHolidays::Never, _) => format!("{days} except public holidays"),
            (OnHolidays::Also, true) => days,
            (OnHolidays::Also, false) if names.is_empty() => "every public holiday".to_owned(),
            (OnHolidays::Also, false) => format!("{days} and every public holiday"),
        };
        let next = if self.until <= self.from { " the next day" } else { "" };
        format!("{days}, {} to {}{next}", self.from, self.until)
    }
}

impl Contacts {
    /// Whether they can be relied on: every rule names a desk, and at every hour of every week, with and without public
    /// holidays, a rule holds, or the fallback is said to cover what is left.
    ///
    /// # Errors
    /// The first [`ContactError`].
    pub fn check(&self) -> Result<(), ContactError> {
        let mut names: Vec<&str> = Vec::new();
        for desk in &self.desks {
            desk.check()?;
            if names.contains(&desk.name.as_str()) {
                return Err(ContactError::Twice(desk.name.clone()));
            }
            names.push(&desk.name);
        }
        self.fallback.check()?;
        // The fallback may be one of the desks, if it is the very same.
        if names.contains(&self.fallback.name.as_str()) && !self.desks.contains(&self.fallback) {
            return Err(ContactError::Twice(self.fallback.name.clone()));
        }
        names.push(&self.fallback.name);
        for (rule, number) in self.rules.iter().zip(1..) {
            if self.desk(&rule.desk).is_none() {
                let found = rule.desk.clone();
                return Err(ContactError::NoSuchDesk { number, found, accepted: names.join(", ") });
            }
            let no_day = rule.weekdays.is_empty() && rule.on_holidays != OnHolidays::Also;
            if no_day || rule.from == rule.until || rule.from == DayTime::END {
                return Err(ContactError::NeverHolds(number));
            }
        }
        let gaps = self.gaps();
        match gaps.first() {
            Some(gap) if !self.fallback_covers_gaps => {
                Err(ContactError::Gap { gap: *gap, count: gaps.len() })
            }
            _ => Ok(()),
        }
    }

    /// The stretches that no rule covers: of an ordinary week first, then with public holidays.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let mut marks: Vec<u16> =
            self.rules.iter().flat_map(|rule| [rule.from.minutes(), rule.until.minutes()]).collect();
        marks.extend([0, DayTime::END.minutes()]);
        marks.sort_unstable();
        marks.dedup();
        let mut gaps: Vec<Gap> = Vec::new();
        for (holiday, after_holiday) in [(false, false), (true, false), (false, true), (true, true)] {
            for (_, weekday) in WEEKDAYS {
                let mut open: Option<Gap> = None;
                for (from, until) in marks.iter().zip(marks.iter().skip(1)) {
                    let covered =
                        self.rules.iter().any(|rule| rule.holds(weekday, *from, holiday, after_holiday));
                    let (Some(from), Some(until)) = (DayTime::of_minutes(*from), DayTime::of_minutes(*until))
                    else {
                        continue;
                    };
                    if covered {
                        gaps.extend(open.take());
                    } else {
                        let start = open.map_or(from, |gap| gap.from);
                        open = Some(Gap { weekday, from: start, until, holiday, after_holiday });
                    }
                }
                gaps.extend(open);
            }
        }
        gaps
    }

    fn desk(&self, name: &str) -> Option<&Desk> {
        self.desks.iter().chain([&self.fallback]).find(|desk| desk.name == name)
    }
}

impl Desk {
    fn check(&self) -> Result<(), ContactError> {
        if self.name.trim().is_empty() {
            return Err(ContactError::NoName);
        }
        if self.phone.chars().filter(char::is_ascii_digit).count() < 3 {
            return Err(ContactError::NoPhone(self.name.clone()));
        }
        if self.email.as_ref().is_some_and(|email| !email.contains('@')) {
            return Err(ContactError::NoEmail(self.name.clone()));
        }
        Ok(())
    }
}

/// What holds at the minutes of the days around now.
struct Wall<'a> {
    contacts: &'a Contacts,
    holidays: &'a Holidays,
    zone: &'a TimeZone,
    known: BTreeMap<Date, Option<Holiday>>,
}

impl<'a> Wall<'a> {
    fn holiday(&mut self, date: Date) -> Option<Holiday> {
        self.known.entry(date).or_insert_with(|| self.holidays.on(date)).clone()
    }

    /// The holiday that it is at a time on the wall.
    fn holiday_at(&mut self, at: DateTime) -> Option<Holiday> {
        self.holiday(at.date()).filter(|holiday| holiday.from.minutes() <= minute(at))
    }

    /// The desks at an instant, and whether the fallback is alone.
    fn desks(&mut self, unix: i64) -> (Vec<&'a Desk>, bool) {
        let mut desks: Vec<&'a Desk> = Vec::new();
        let contacts = self.contacts;
        if let Ok(now) = Timestamp::from_second(unix) {
            let at = self.zone.to_datetime(now);
            let holiday = self.holiday_at(at).is_some();
            let after_holiday = at.date().yesterday().is_ok_and(|date| self.holiday(date).is_some());
            for rule in &contacts.rules {
                let holds = rule.holds(at.date().weekday(), minute(at), holiday, after_holiday);
                let Some(desk) = contacts.desk(&rule.desk).filter(|_| holds) else { continue };
                if !desks.iter().any(|known| known.name == desk.name) {
                    desks.push(desk);
                }
            }
        }
        let alone = desks.is_empty();
        if !desks.iter().any(|desk| desk.name == contacts.fallback.name) {
            desks.push(&contacts.fallback);
        }
        (desks, alone)
    }

    /// The instants after now, and within the days looked at, at which an answer can change, in order: each time on the wall
    /// that a rule or a holiday names, as often as it comes, and each change of the clock.
    fn changes(&mut self, now: Timestamp) -> Vec<i64> {
        let today = self.zone.to_datetime(now).date();
        let mut instants: Vec<Timestamp> = Vec::new();
        for ahead in 0..=AHEAD_DAYS {
            let Ok(date) = today.checked_add(ahead.days()) else { break };
            let mut marks = vec![0_u16];
            for rule in &self.contacts.rules {
                marks.extend([rule.from.minutes(), rule.until.minutes()]);
            }
            marks.extend(self.holiday(date).map(|holiday| holiday.from.minutes()));
            marks.sort_unstable();
            marks.dedup();
            for mark in marks {
                let Ok(at) = date.to_datetime(jiff::civil::Time::MIN).checked_add(i64::from(mark).minutes())
                else {
                    continue;
                };
                let offsets = match self.zone.to_ambiguous_timestamp(at).offset() {
                    AmbiguousOffset::Unambiguous { offset } => [Some(offset), None],
                    AmbiguousOffset::Fold { before, after } => [Some(before), Some(after)],
                    // It does not come; the change of the clock stands for it.
                    AmbiguousOffset::Gap { .. } => [None, None],
                };
                instants
                    .extend(offsets.into_iter().flatten().filter_map(|offset| offset.to_timestamp(at).ok()));
            }
        }
        let last = instants.iter().max().copied();
        let clock = self.zone.following(now).map(|transition| transition.timestamp());
        instants.extend(clock.take_while(|at| last.is_some_and(|last| *at <= last)));
        let mut seconds: Vec<i64> =
            instants.into_iter().filter(|at| *at > now).map(Timestamp::as_second).collect();
        seconds.sort_unstable();
        seconds.dedup();
        seconds
    }
}

fn minute(at: DateTime) -> u16 {
    let minutes = i16::from(at.hour()) * 60 + i16::from(at.minute());
    u16::try_from(minutes).unwrap_or_default()
}

/// Who answers at `now_unix`, seconds since 1970, until when, and who comes next. There is always somebody, even from contacts
/// that [`Contacts::check`] refuses.
#[must_use]
pub fn who_to_call<'a>(
    contacts: &'a Contacts,
    holidays: &'a Holidays,
    zone: &'a TimeZone,
    now_unix: i64,
) -> Calling<'a> {
    let mut wall = Wall { contacts, holidays, zone, known: BTreeMap::new() };
    let (desks, fallback_alone) = wall.desks(now_unix);
    let Ok(now) = Timestamp::from_second(now_unix) else {
        return Calling { desks, fallback_alone, holiday: None, until_unix: now_unix, next: None };
    };
    let holiday = wall.holiday_at(zone.to_datetime(now));
    let (mut until_unix, mut next) = (now_unix, None);
    for instant in wall.changes(now) {
        until_unix = instant;
        let (then, _) = wall.desks(instant);
        if then != desks {
            next = Some(then);
            break;
        }
    }
    Calling { desks, fallback_alone, holiday, until_unix, next }
}
