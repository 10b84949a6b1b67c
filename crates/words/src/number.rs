//! Numbers and dates as a language writes them.

use crate::{Args, Language, Voice};
use jiff::civil::{Date, Time, Weekday};

/// From so many digits on, groups of three are parted: below that, a mark in between is only one more thing to misread.
const GROUPED_DIGITS: usize = 5;
/// A narrow space that does not break: no language takes it for a decimal mark.
const GROUP: char = '\u{202F}';

/// Units in which people read amounts; the key of their text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Micrograms.
    Micrograms,
    /// Micrograms in 24 hours.
    MicrogramsPer24Hours,
    /// Micrograms in one millilitre.
    MicrogramsPerMillilitre,
    /// Micrograms in one hour.
    MicrogramsPerHour,
    /// Milligrams.
    Milligrams,
    /// Millilitres.
    Millilitres,
    /// Centimetres.
    Centimetres,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Amount {
    const fn key(self) -> &'static str {
        match self {
            Self::Micrograms => "common-micrograms",
            Self::MicrogramsPer24Hours => "common-micrograms-per-24-hours",
            Self::MicrogramsPerMillilitre => "common-micrograms-per-millilitre",
            Self::MicrogramsPerHour => "common-micrograms-per-hour",
            Self::Milligrams => "common-milligrams",
            Self::Millilitres => "common-millilitres",
            Self::Centimetres => "common-centimetres",
            Self::Seconds => "common-seconds",
            Self::Minutes => "common-minutes",
            Self::Hours => "common-hours",
            Self::Days => "common-days",
            Self::Months => "common-months",
            Self::Years => "common-years",
        }
    }
}

/// A number as the language writes it: `1234.5` is "1234,5" in German, `12345` is "12 345" everywhere. What is no plain
/// decimal number stays as it is.
fn decimal(language: Language, number: &str) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", number),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(decimals) || digits.ends_with('.') {
        return number.to_owned();
    }
    let mut written = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if whole.len() >= GROUPED_DIGITS && place > 0 && left % 3 == 0 {
            written.push(GROUP);
        }
        written.push(digit);
    }
    if !decimals.is_empty() {
        written.push(language.decimal_mark());
        written.push_str(decimals);
    }
    written
}

impl Voice<'_> {
    /// A number as the language writes it, from decimal text with a point.
    #[must_use]
    pub fn decimal(&self, number: &str) -> String {
        decimal(self.language(), number)
    }

    /// An amount with its unit in words, from decimal text with a point: "250 micrograms per 24 hours".
    #[must_use]
    pub fn amount(&self, unit: Amount, number: &str) -> String {
        self.plain_with(unit.key(), &Args::new().number("n", number).text("shown", &self.decimal(number)))
    }

    /// A day with the month in letters.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.plain(&format!("common-month-{}", date.month()));
        let args = Args::new().text("day", &date.day().to_string()).text("month", &month);
        self.plain_with("common-date", &args.text("year", &date.year().to_string()))
    }

    /// A day with its weekday: "Monday, 3 March 2026".
    #[must_use]
    pub fn weekday_and_date(&self, date: Date) -> String {
        let args = Args::new().text("weekday", &self.weekday(date.weekday())).text("date", &self.date(date));
        self.plain_with("common-weekday-and-date", &args)
    }

    /// The name of a weekday.
    #[must_use]
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.plain(&format!("common-weekday-{}", weekday.to_monday_one_offset()))
    }

    /// A time of day, "08:05": the same in every language.
    #[must_use]
    pub fn clock(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// A day and a time of day.
    #[must_use]
    pub fn moment(&self, date: Date, time: Time) -> String {
        self.plain_with(
            "common-moment",
            &Args::new().text("date", &self.date(date)).text("time", &self.clock(time)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_by_the_rules_of_the_language() {
        for (language, number, written) in [
            (Language::English, "1234.5", "1234.5"),
            (Language::German, "1234.5", "1234,5"),
            (Language::Turkish, "0.25", "0,25"),
            (Language::Hebrew, "0.25", "0.25"),
            (Language::Czech, "12345.75", "12\u{202F}345,75"),
            (Language::Slovak, "1234567", "1\u{202F}234\u{202F}567"),
            (Language::German, "-3.5", "\u{2212}3,5"),
            (Language::German, "not known", "not known"),
            (Language::German, "1.", "1."),
            (Language::German, "", ""),
        ] {
            assert_eq!(decimal(language, number), written, "{language:?} {number}");
        }
    }
}
