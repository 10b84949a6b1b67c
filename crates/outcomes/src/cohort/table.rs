//! Tables: values with what is shown of them, and the same as columns of a file.

use serde::Serialize;

/// The middle of values and what lies around it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Quartiles {
    /// How many values.
    pub n: usize,
    /// The median.
    pub median: f64,
    /// A quarter lies below.
    pub q1: f64,
    /// A quarter lies above.
    pub q3: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Lower end, if there is one.
    pub low: Option<f64>,
    /// Upper end, if there is one.
    pub high: Option<f64>,
}

/// What stands in a field of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many.
    Count(usize),
    /// How many of how many.
    Share(usize, usize),
    /// A number with so many decimals at most.
    Number(f64, usize),
    /// Median (Q1–Q3), with so many decimals at most.
    Quartiles(Quartiles, usize),
    /// A number with its interval, with so many decimals at most.
    Estimate(Estimate, usize),
    /// Survival in per cent with its interval, and how many were still at risk.
    Survival(Estimate, u64),
    /// A p value; `true` if it is exact.
    P(f64, bool),
    /// Not there, with the reason.
    None(String),
}

/// A number with at most so many decimals, without trailing zeros, with a true minus.
#[must_use]
pub fn shown(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = if text == "-0" { "0" } else { text };
    text.replace('-', "\u{2212}")
}

/// A p value as it is printed: three decimals, never 0.
#[must_use]
pub fn p_shown(p: f64) -> String {
    if p < 0.001 {
        "<\u{a0}0.001".to_owned()
    } else if p > 0.999 {
        ">\u{a0}0.999".to_owned()
    } else {
        format!("{p:.3}")
    }
}

/// At its ends survival has no interval: why, in words.
fn no_interval(percent: &Estimate) -> Option<&'static str> {
    match (percent.low.or(percent.high), percent.value >= 100.0) {
        (Some(_), _) => None,
        (None, true) => Some("no interval: none ended so by then"),
        (None, false) => Some("no interval: all who were still followed ended so"),
    }
}

impl Estimate {
    /// As it is printed.
    #[must_use]
    pub fn shown(&self, decimals: usize) -> String {
        let value = shown(self.value, decimals);
        match (self.low, self.high) {
            (Some(low), Some(high)) => {
                format!("{value} ({} to {})", shown(low, decimals), shown(high, decimals))
            }
            (Some(low), None) => format!("{value} (from {})", shown(low, decimals)),
            (None, Some(high)) => format!("{value} (up to {})", shown(high, decimals)),
            (None, None) => value,
        }
    }
}

impl Cell {
    /// What people read.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Share(part, whole) => match percent(*part, *whole) {
                Some(percent) => format!("{part} of {whole} ({}\u{a0}%)", shown(percent, 1)),
                None => format!("{part} of {whole}"),
            },
            Self::Number(value, decimals) => shown(*value, *decimals),
            Self::Quartiles(all, decimals) => format!(
                "{} ({}\u{2013}{})",
                shown(all.median, *decimals),
                shown(all.q1, *decimals),
                shown(all.q3, *decimals)
            ),
            Self::Estimate(estimate, decimals) => estimate.shown(*decimals),
            Self::Survival(percent, at_risk) => {
                // Why stands below the table, and with each value in its file.
                let without = no_interval(percent).map_or("", |_| " (no interval)");
                format!("{}{without}; {at_risk} at risk", percent.shown(1))
            }
            Self::P(p, exact) => format!("{}{}", p_shown(*p), if *exact { "" } else { "\u{a0}(normal)" }),
            Self::None(_) => "\u{2013}".to_owned(),
        }
    }

    /// Why there is nothing.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        if let Self::None(reason) = self { Some(reason) } else { None }
    }

    /// Whether it is the address of a source.
    #[must_use]
    pub fn is_address(&self) -> bool {
        matches!(self, Self::Text(text) if text.starts_with("http://") || text.starts_with("https://"))
    }

    /// The columns that it takes in a file: heads behind that of the table, and values as plain numbers.
    fn columns(&self) -> Vec<(&'static str, String)> {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        match self {
            Self::Text(text) => vec![("", text.clone())],
            Self::Count(count) => vec![("", count.to_string())],
            Self::Share(part, whole) => vec![("", part.to_string()), (" of", whole.to_string())],
            Self::Number(value, _) => vec![("", value.to_string())],
            Self::Quartiles(all, _) => vec![
                (" median", all.median.to_string()),
                (" Q1", all.q1.to_string()),
                (" Q3", all.q3.to_string()),
                (" n", all.n.to_string()),
            ],
            Self::Estimate(estimate, _) => vec![
                ("", estimate.value.to_string()),
                (" low", number(estimate.low)),
                (" high", number(estimate.high)),
            ],
            Self::Survival(percent, at_risk) => vec![
                ("", percent.value.to_string()),
                (" low", number(percent.low)),
                (" high", number(percent.high)),
                (" limits", no_interval(percent).unwrap_or("log-log").to_owned()),
                (" at risk", at_risk.to_string()),
            ],
            Self::P(p, exact) => {
                vec![("", p.to_string()), (" method", if *exact { "exact" } else { "normal" }.to_owned())]
            }
            Self::None(_) => vec![("", String::new())],
        }
    }
}

/// Per cent of a whole; `None` of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of patients are far below 2^53")]
pub fn percent(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 * 100.0 / whole as f64)
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its word in addresses and file names.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

impl Table {
    /// As CSV: a number with an interval takes three columns, a median with quartiles four.
    #[must_use]
    pub fn csv(&self) -> String {
        // A column takes what its widest cell takes.
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(Cell::columns).max_by_key(Vec::len).unwrap_or_else(|| vec![("", String::new())])
        };
        let forms: Vec<Vec<&'static str>> = (0..self.head.len())
            .map(|column| widest(column).into_iter().map(|(head, _)| head).collect())
            .collect();
        let head: Vec<String> = self
            .head
            .iter()
            .zip(&forms)
            .flat_map(|(head, form)| form.iter().map(move |more| format!("{head}{more}")))
            .collect();
        let row = |row: &Vec<Cell>| -> Vec<String> {
            let fields = row.iter().zip(&forms).flat_map(|(cell, form)| {
                let own = cell.columns();
                form.iter()
                    .map(move |head| {
                        let value = own.iter().find(|(known, _)| known == head);
                        // A single value stands in the first of several columns.
                        value
                            .or_else(|| {
                                own.first()
                                    .filter(|(known, _)| known.is_empty() && form.first() == Some(head))
                            })
                            .map(|(_, value)| value.clone())
                            .unwrap_or_default()
                    })
                    .collect::<Vec<_>>()
            });
            fields.collect()
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(self.rows.iter().map(row)).collect();
        super::file::table(rows.iter().map(Vec::as_slice))
    }
}
