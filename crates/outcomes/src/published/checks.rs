//! The arithmetic of printed numbers: what a paper prints, computed again from what else it prints.
//!
//! Every number comes from the rows of the data, every verdict from the statistics of this crate when it is asked for.

mod grades;
mod sums;
mod tests_of_p;

use super::{Complication, Dose, Value};
use serde::Serialize;

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The printed number follows from the others, or can.
    Agrees,
    /// It was cut off where it should have been rounded.
    Truncated,
    /// It follows only from an approximation, or from a test that takes grades as even steps.
    OnlyApproximate,
    /// It is possible, and hard to believe.
    Doubtful,
    /// Not with the other numbers that are printed.
    CannotBeRight,
}

impl Verdict {
    /// For people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Truncated => "cut off, not rounded",
            Self::OnlyApproximate => "only under an approximation",
            Self::Doubtful => "possible, hard to believe",
            Self::CannotBeRight => "cannot be right",
        }
    }
}

/// A printed number, computed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Check {
    /// First author or name of the series, and year.
    pub series: String,
    /// What is printed.
    pub printed: String,
    /// What it would be.
    pub recomputed: String,
    /// Whether the two agree.
    pub verdict: Verdict,
    /// How it was computed, and what may be behind it.
    pub how: String,
    /// Where it was read.
    pub source_url: String,
}

/// Everything that is checked, in the order of the series' rows.
#[must_use]
pub fn checks() -> Vec<Check> {
    let data = Data { values: super::values(), doses: super::doses(), complications: super::complications() };
    let mut all = sums::checks(&data);
    all.extend(grades::checks(&data));
    all.extend(tests_of_p::checks(&data));
    all
}

/// The rows.
struct Data {
    values: Vec<Value>,
    doses: Vec<Dose>,
    complications: Vec<Complication>,
}

impl Data {
    fn complication(&self, study: &str, event: &str) -> Option<&Complication> {
        self.complications.iter().find(|row| row.study.starts_with(study) && row.event.starts_with(event))
    }
}

/// From where a check is.
struct From<'a> {
    study: &'a str,
    year: &'a str,
    url: &'a str,
}

impl From<'_> {
    fn check(
        &self,
        printed: impl Into<String>,
        recomputed: impl Into<String>,
        verdict: Verdict,
        how: impl Into<String>,
    ) -> Check {
        Check {
            series: format!("{} {}", self.study, self.year).trim().to_owned(),
            printed: printed.into(),
            recomputed: recomputed.into(),
            verdict,
            how: how.into(),
            source_url: self.url.to_owned(),
        }
    }
}

fn of_complication(row: &Complication) -> From<'_> {
    From { study: &row.study, year: &row.year, url: &row.source_url }
}

fn of_value(row: &Value) -> From<'_> {
    From { study: &row.study, year: &row.year, url: &row.source_url }
}

fn of_dose(row: &Dose) -> From<'_> {
    From { study: &row.study, year: &row.year, url: &row.source_url }
}

/// A number as it is printed: its value, and how many decimals it has.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Printed {
    value: f64,
    decimals: i32,
}

impl Printed {
    fn read(text: &str) -> Option<Self> {
        let decimals = text.split_once('.').map_or(0, |(_, part)| part.len());
        Some(Self { value: text.parse().ok()?, decimals: i32::try_from(decimals).ok()? })
    }

    /// Half a unit of its last digit.
    fn half(self) -> f64 {
        0.5 * 10_f64.powi(-self.decimals)
    }

    /// Whether a number is printed so, rounded; a half may go either way.
    fn rounds(self, value: f64) -> bool {
        (value - self.value).abs() <= self.half() * (1.0 + 1e-9)
    }

    /// Whether a number is printed so, or only cut off so, or not.
    fn verdict(self, value: f64) -> Verdict {
        let unit = 10_f64.powi(self.decimals);
        if self.rounds(value) {
            Verdict::Agrees
        } else if ((value * unit + 1e-9).floor() - (self.value * unit).round()).abs() < 0.5 {
            Verdict::Truncated
        } else {
            Verdict::CannotBeRight
        }
    }
}

/// The numbers in a text, in their order; signs and ranges are not read.
fn numbers(text: &str) -> Vec<Printed> {
    let mut found = Vec::new();
    for word in text.split(|letter: char| !letter.is_ascii_digit() && letter != '.') {
        found.extend(Printed::read(word.trim_matches('.')));
    }
    found
}

/// The whole numbers among them.
fn wholes(text: &str) -> Vec<u64> {
    let whole = |printed: Printed| (printed.decimals == 0).then_some(printed.value.round() as u64);
    numbers(text).into_iter().filter_map(whole).collect()
}

/// A whole number that is all of a field.
fn whole(text: &str) -> Option<u64> {
    text.parse().ok()
}

/// Two counts that are or are not the same.
fn same(printed: u64, found: u64) -> Verdict {
    if printed == found { Verdict::Agrees } else { Verdict::CannotBeRight }
}

/// A number for people.
fn shown(value: f64, decimals: usize) -> String {
    crate::cohort::shown(value, decimals)
}

/// A p value for people: two digits that count, however small.
fn shown_p(p: f64) -> String {
    if p >= 0.001 { shown(p, 4) } else { format!("{p:.1e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_decimals() {
        let read = |text: &str| {
            numbers(text)
                .iter()
                .map(|number| format!("{:.*}", number.decimals as usize, number.value))
                .collect::<Vec<_>>()
        };
        assert_eq!(read("surgery 148 (27%), 0.56/implant. >18 mo"), ["148", "27", "0.56", "18"]);
        assert_eq!(read("none, or a range 1.0-4.10."), ["1.0", "4.10"]);
        assert_eq!(wholes("2.5 of 3"), [3]);
    }

    #[test]
    fn a_number_is_rounded_cut_off_or_neither() {
        let printed = Printed::read("14.6").unwrap();
        for (value, verdict) in [
            (14.55, Verdict::Agrees),
            (14.649, Verdict::Agrees),
            (14.66, Verdict::Truncated),
            (14.6999, Verdict::Truncated),
            (14.7, Verdict::CannotBeRight),
            (14.54, Verdict::CannotBeRight),
        ] {
            assert_eq!(printed.verdict(value), verdict, "{value}");
        }
    }
}
