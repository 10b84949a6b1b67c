//! Facts in words: each said in the language of the paper and in English at once, so that the English beside a translation
//! that nobody approved is written as English writes it.

mod calls;
mod facts;
mod warn;

use jiff::civil::{Date, DateTime};
use practice::summary::micrograms;
use quantity::{Concentration, Span};
use std::fmt::Write;
use therapy::decimal;
use twin::{RBig, of};
use words::{Amount, Args, Voice, Worded};

/// A text in the language of the paper, and in English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) text: String,
    english: String,
    /// Whether every translation in it is approved.
    approved: bool,
}

impl From<String> for Said {
    /// What is the same in every language: a name, a number, what somebody wrote.
    fn from(text: String) -> Self {
        Self { english: text.clone(), text, approved: true }
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Said {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<Said> for Worded {
    fn from(said: Said) -> Self {
        let beside = !said.approved && said.english != said.text;
        Self { text: said.text, english: beside.then_some(said.english) }
    }
}

impl From<Said> for documents::Line {
    fn from(said: Said) -> Self {
        Worded::from(said).into()
    }
}

impl Said {
    /// The texts in a row.
    pub(crate) fn join(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self { approved: true, ..Self::default() };
        for (place, part) in parts.into_iter().enumerate() {
            if place > 0 {
                joined.text.push_str(between);
                joined.english.push_str(between);
            }
            joined.text.push_str(&part.text);
            joined.english.push_str(&part.english);
            joined.approved &= part.approved;
        }
        joined
    }

    /// With a name or number before it.
    pub(crate) fn after(self, text: &str) -> Self {
        Self::join([Self::from(text), self], "")
    }

    /// Whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// Says what papers say.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    voice: Voice<'a>,
}

impl<'a> Say<'a> {
    /// With this voice.
    pub(crate) const fn new(voice: Voice<'a>) -> Self {
        Self { voice }
    }

    /// The same in English alone.
    pub(crate) const fn english(&self) -> Self {
        Self { voice: self.voice.english() }
    }

    /// Its voice.
    pub(crate) const fn voice(&self) -> &Voice<'a> {
        &self.voice
    }

    /// A text without places.
    pub(crate) fn key(&self, key: &str) -> Said {
        self.with(key, &[])
    }

    /// A text with its places filled in.
    pub(crate) fn with(&self, key: &str, parts: &[(&str, Said)]) -> Said {
        self.say(key, None, parts)
    }

    /// A text whose form hangs on a number, which stands in the place of this name.
    pub(crate) fn counted(&self, key: &str, number: (&str, &str), parts: &[(&str, Said)]) -> Said {
        self.say(key, Some(number), parts)
    }

    fn say(&self, key: &str, number: Option<(&str, &str)>, parts: &[(&str, Said)]) -> Said {
        let (mut own, mut english) = (Args::new(), Args::new());
        if let Some((place, number)) = number {
            (own, english) = (own.number(place, number), english.number(place, number));
        }
        for (place, said) in parts {
            (own, english) = (own.text(place, &said.text), english.text(place, &said.english));
        }
        let text = self.voice.plain_with(key, &own);
        let english = self.voice.english().plain_with(key, &english);
        let parts = parts.iter().all(|(_, said)| said.approved);
        Said { text, english, approved: parts && self.voice.is_approved(key) }
    }

    /// "not known".
    pub(crate) fn not_known(&self) -> Said {
        self.key("common-not-known")
    }

    /// A text made by each voice, approved if these keys are.
    fn both(&self, keys: &[&str], make: impl Fn(&Voice<'_>) -> String) -> Said {
        Said {
            text: make(&self.voice),
            english: make(&self.voice.english()),
            approved: keys.iter().all(|key| self.voice.is_approved(key)),
        }
    }

    /// A number as the language writes it.
    pub(crate) fn number(&self, number: &str) -> Said {
        self.both(&[], |voice| voice.decimal(number))
    }

    /// A day.
    pub(crate) fn date(&self, date: Date) -> Said {
        let month = format!("common-month-{}", date.month());
        self.both(&["common-date", &month], |voice| voice.date(date))
    }

    /// A day and a time.
    pub(crate) fn moment(&self, at: DateTime) -> Said {
        let month = format!("common-month-{}", at.date().month());
        self.both(&["common-moment", "common-date", &month], |voice| voice.moment(at.date(), at.time()))
    }

    /// A day with its weekday.
    pub(crate) fn weekday_and_date(&self, date: Date) -> Said {
        self.both(&["common-weekday-and-date", "common-date"], |voice| voice.weekday_and_date(date))
    }

    /// Nanograms as micrograms.
    pub(crate) fn mass(&self, nanograms: &RBig) -> Said {
        self.both(&["common-micrograms"], |voice| voice.amount(Amount::Micrograms, &micrograms(nanograms)))
    }

    /// ng per day as micrograms per 24 hours.
    pub(crate) fn dose(&self, nanograms_per_day: &RBig) -> Said {
        self.both(&["common-micrograms-per-24-hours"], |voice| {
            voice.amount(Amount::MicrogramsPer24Hours, &micrograms(nanograms_per_day))
        })
    }

    /// ng per day as micrograms per hour.
    pub(crate) fn hourly(&self, nanograms_per_day: &RBig) -> Said {
        let hourly = micrograms(&(nanograms_per_day / RBig::from(24)));
        self.both(&["common-micrograms-per-hour"], |voice| voice.amount(Amount::MicrogramsPerHour, &hourly))
    }

    /// A strength.
    pub(crate) fn strength(&self, strength: Concentration) -> Said {
        let number = decimal(&(of(strength.quotient()) / RBig::from(1_000)), 3);
        self.both(&["common-micrograms-per-millilitre"], |voice| {
            voice.amount(Amount::MicrogramsPerMillilitre, &number)
        })
    }

    /// Nanolitres as millilitres, cut to so many decimals.
    pub(crate) fn volume(&self, nanolitres: &RBig, places: u32) -> Said {
        let number = decimal(&(nanolitres / RBig::from(1_000_000)), places);
        self.both(&["common-millilitres"], |voice| voice.amount(Amount::Millilitres, &number))
    }

    /// Centimetres, from decimal text.
    pub(crate) fn centimetres(&self, number: &str) -> Said {
        self.both(&["common-centimetres"], |voice| voice.amount(Amount::Centimetres, number))
    }

    /// A time that something lasts, in hours and minutes, or seconds where there are any.
    pub(crate) fn lasting(&self, span: Span) -> Said {
        let seconds = span.seconds();
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let part =
            |key: &str, place: &str, number: u64| self.with(key, &[(place, Said::from(number.to_string()))]);
        let mut parts = Vec::new();
        match (hours, minutes) {
            (0, 0) if rest > 0 => {}
            (0, minutes) => parts.push(part("paper-duration-minutes", "minutes", minutes)),
            (hours, 0) => parts.push(part("paper-duration-hours", "hours", hours)),
            (hours, minutes) => parts.push(self.with(
                "paper-duration-hours-minutes",
                &[("hours", hours.to_string().into()), ("minutes", minutes.to_string().into())],
            )),
        }
        if rest > 0 {
            parts.push(part("paper-duration-seconds", "seconds", rest));
        }
        Said::join(parts, " ")
    }

    /// From when to when of a day, in seconds: the same in every language but for the words between.
    pub(crate) fn times(&self, from: u32, until: u32) -> Said {
        self.with("paper-time-range", &[("from", clock(from).into()), ("until", clock(until).into())])
    }

    /// A mode.
    pub(crate) fn mode(&self, mode: &str) -> Said {
        let key = format!("paper-mode-{mode}");
        if self.voice.knows(&key) { self.key(&key) } else { self.not_known() }
    }

    /// A diagnosis: a word of the protocol, or what somebody wrote.
    pub(crate) fn diagnosis(&self, word: &str) -> Said {
        let key = format!("paper-diagnosis-{word}");
        if self.voice.knows(&key) { self.key(&key) } else { word.replace('-', " ").into() }
    }

    /// A number as a change in per cent, without its sign, cut to a tenth.
    pub(crate) fn change(&self, before: &RBig, after: &RBig) -> Said {
        let off = after - before;
        if off == RBig::ZERO {
            return self.key("paper-change-none");
        }
        let (key, size) =
            if off > RBig::ZERO { ("paper-change-more", off) } else { ("paper-change-less", -off) };
        let percent = if *before == RBig::ZERO {
            // From nothing there is no part of it.
            return self.dose(&size).after("+");
        } else {
            decimal(&(&size / before * RBig::from(100)), 1)
        };
        self.with(key, &[("amount", self.dose(&size)), ("percent", self.number(&percent))])
    }
}

/// A second of a day, "24:00" for its end.
pub(crate) fn clock(second: u32) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    write!(text, "{:02}:{:02}", second / 3_600, second / 60 % 60).ok();
    text
}

/// Words where there are any, and that it is not known where there are none.
pub(crate) fn known(said: Option<Said>) -> Option<Worded> {
    said.filter(|said| !said.is_empty()).map(Worded::from)
}
