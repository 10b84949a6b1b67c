//! Visits: which value counts for "before", "after titration", and the years.

use super::followed::{End, Followed, days};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

/// A visit of the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visit {
    /// Before the first implant.
    Before,
    /// When the dose had been found.
    Titrated,
    /// So many years after the first implant.
    Year(i16),
}

/// The visits of a report.
pub const VISITS: [Visit; 6] =
    [Visit::Before, Visit::Titrated, Visit::Year(1), Visit::Year(5), Visit::Year(10), Visit::Year(15)];

/// The widths of the windows, in days. A choice of the analysis, printed with it; no clinical limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Windows {
    /// "Before" looks back so far from the implant.
    pub before: i64,
    /// "After titration" is looked for so long after titration was declared finished.
    pub titrated: i64,
    /// Without that day: from so long after the implant on.
    pub titrated_from: i64,
    /// Without that day: and not later than this.
    pub titrated_to: i64,
    /// To either side of the first anniversary.
    pub year_one: i64,
    /// To either side of later ones.
    pub later_years: i64,
}

impl Default for Windows {
    fn default() -> Self {
        Self {
            before: 365,
            titrated: 183,
            titrated_from: 60,
            titrated_to: 270,
            year_one: 120,
            later_years: 365,
        }
    }
}

/// Why there is no value for a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The implant is not long enough ago, or the person was last seen before.
    NotYet,
    /// The person had died.
    Died,
    /// The person was followed elsewhere, or lost.
    Left,
    /// The system was out.
    SystemOut,
    /// The person came here later, with a system from elsewhere.
    CameLater,
    /// The first implant has no day, so that there is no window.
    NoDay,
    /// Rated in the window, and each time at too few of the sites.
    TooFewSites,
    /// There were no spasms, so that there was no severity to rate.
    NoSpasms,
    /// Nobody rated.
    NotRated,
}

impl Missing {
    /// All of them, in the order in which reports list them, with words for people.
    pub const WORDS: [(Self, &'static str); 9] = [
        (Self::NotYet, "followed less long"),
        (Self::Died, "died before"),
        (Self::Left, "followed elsewhere, or lost"),
        (Self::SystemOut, "system out"),
        (Self::CameLater, "came here later"),
        (Self::NoDay, "first implant without a day"),
        (Self::TooFewSites, "rated at too few sites"),
        (Self::NoSpasms, "no spasms, so no severity"),
        (Self::NotRated, "not rated in the window"),
    ];
}

impl Visit {
    /// Its word in data.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Before => "before".to_owned(),
            Self::Titrated => "titrated".to_owned(),
            Self::Year(year) => format!("year-{year}"),
        }
    }

    /// For people.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Before => "before".to_owned(),
            Self::Titrated => "after titration".to_owned(),
            Self::Year(1) => "1 year".to_owned(),
            Self::Year(year) => format!("{year} years"),
        }
    }

    /// The rule that chooses the value, for people.
    #[must_use]
    pub fn rule(self, windows: &Windows) -> String {
        match self {
            Self::Before => format!(
                "the last value on or before the day of the first implant, at most {} days before",
                windows.before
            ),
            Self::Titrated => format!(
                "the first value from the day on which titration was declared finished, at most {} days later; \
                 where that day is not recorded, or not after the implant, the first value from {} to {} days after the \
                 implant",
                windows.titrated, windows.titrated_from, windows.titrated_to
            ),
            Self::Year(year) => format!(
                "the value nearest to the anniversary of the first implant, at most {} days from it; of two equally \
                 near the earlier; only while a pump is in",
                if year == 1 { windows.year_one } else { windows.later_years }
            ),
        }
    }

    /// The first day, the day itself and the last day of the window of a person; `None` if the implant has no day.
    #[must_use]
    pub fn window(
        self,
        windows: &Windows,
        followed: &Followed,
        titrated: Option<Date>,
    ) -> Option<(Date, Date, Date)> {
        let implant = followed.implanted?;
        let add = |day: Date, days: i64| day.checked_add(days.days()).ok();
        match self {
            Self::Before => Some((add(implant, -windows.before)?, implant, implant)),
            // On the day of the implant itself nothing was found yet, and its value is that of "before".
            Self::Titrated => match titrated.filter(|day| *day > implant) {
                Some(day) => Some((day, day, add(day, windows.titrated)?)),
                None => {
                    let from = add(implant, windows.titrated_from)?;
                    Some((from, from, add(implant, windows.titrated_to)?))
                }
            },
            Self::Year(year) => {
                let day = implant.checked_add(i64::from(year).years()).ok()?;
                let width = if year == 1 { windows.year_one } else { windows.later_years };
                Some((add(day, -width)?, day, add(day, width)?))
            }
        }
    }

    /// Of days in order, each with whether enough of the sites were rated, the one whose value counts; or why there is none.
    ///
    /// # Errors
    /// [`Missing`], with the reason that came first in the person's time.
    pub fn choose(
        self,
        windows: &Windows,
        followed: &Followed,
        titrated: Option<Date>,
        all: impl Iterator<Item = (Date, bool)>,
    ) -> Result<Date, Missing> {
        let Some((first, target, last)) = self.window(windows, followed, titrated) else {
            return Err(Missing::NoDay);
        };
        let counts =
            |day: &Date| *day >= first && *day <= last && (self == Self::Before || followed.had_pump(*day));
        let mut too_few = false;
        let days_in = all.filter(|(day, _)| counts(day)).filter_map(|(day, enough)| {
            too_few |= !enough;
            enough.then_some(day)
        });
        let chosen = match self {
            Self::Before => days_in.last(),
            Self::Titrated => {
                let mut days_in = days_in;
                days_in.next()
            }
            // `min_by_key` gives the first of equals, and days come in order.
            Self::Year(_) => days_in.min_by_key(|day| days(target, *day).abs()),
        };
        chosen.ok_or_else(|| match (self, followed.end) {
            // Such a day would count: whatever came later is not why its value is missing.
            _ if too_few => Missing::TooFewSites,
            _ if target < followed.from => Missing::CameLater,
            (Self::Before, _) => Missing::NotRated,
            // Between two systems there is none either.
            _ if (followed.from..=followed.until).contains(&target) && !followed.had_pump(target) => {
                Missing::SystemOut
            }
            _ if followed.until >= target => Missing::NotRated,
            (_, End::Died) => Missing::Died,
            (_, End::Left) => Missing::Left,
            (_, End::SystemOut) => Missing::SystemOut,
            (_, End::Followed) => Missing::NotYet,
        })
    }
}
