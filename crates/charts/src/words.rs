//! What the charts of the outcomes take: words, amounts, and the axis of the values.

use super::axis::{Range, Tick, nice_between};

/// The words that the charts of the outcomes write themselves. The default is English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In place of a plot without any value.
    pub no_data: String,
    /// In place of a box or an estimate without a value.
    pub no_value: String,
    /// The head of the row of counts, "n".
    pub n: String,
    /// "median".
    pub median: String,
    /// The first quartile, "Q1".
    pub first_quartile: String,
    /// The third quartile, "Q3".
    pub third_quartile: String,
    /// What reaches to the furthest value within 1.5 interquartile ranges of the box.
    pub whiskers: String,
    /// Values beyond the whiskers.
    pub outliers: String,
    /// Of an axis on which less is better.
    pub lower_is_better: String,
    /// Of an axis on which more is better.
    pub higher_is_better: String,
    /// A step in the better direction.
    pub better: String,
    /// A step in the worse direction.
    pub worse: String,
    /// A step to the same value.
    pub same: String,
    /// A value with none at the visit before and the visit after.
    pub alone: String,
    /// Behind a count, "patients".
    pub patients: String,
    /// Where lines stand for ranges of values, for there are too many different ones.
    pub grouped: String,
    /// Where the lines of the single patients are left out, for there are too many.
    pub lines_left_out: String,
    /// The line of one patient; and in place of the count where it is one.
    pub one_patient: String,
    /// The head of the counts below the curves.
    pub at_risk: String,
    /// A tick on a curve: observed until then.
    pub censored: String,
    /// The head of a column: a visit, or a step from one to the next.
    pub step: String,
    /// The head of a column: a group or a visit.
    pub group: String,
    /// The head of a column: an amount.
    pub value: String,
    /// The head of a column: an interval; also the band around a curve.
    pub interval: String,
    /// Where a value has no interval, as at the ends of a curve.
    pub no_interval: String,
    /// In place of a value beyond the end of a curve.
    pub not_followed: String,
    /// The head of a column: own or published.
    pub source: String,
    /// Between whole and part of a number.
    pub decimal_mark: char,
}

impl Default for Words {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            no_data: own("no data"),
            no_value: own("no value"),
            n: own("n"),
            median: own("median"),
            first_quartile: own("Q1"),
            third_quartile: own("Q3"),
            whiskers: own("whiskers"),
            outliers: own("outliers"),
            lower_is_better: own("lower is better"),
            higher_is_better: own("higher is better"),
            better: own("better"),
            worse: own("worse"),
            same: own("the same"),
            alone: own("at this visit only"),
            patients: own("patients"),
            grouped: own(
                "many patients: values grouped, each line from the middle of a group to the middle of the next",
            ),
            lines_left_out: own("many patients: their single lines are not drawn"),
            one_patient: own("one patient"),
            at_risk: own("at risk"),
            censored: own("observed until then"),
            step: own("visit or step"),
            group: own("group"),
            value: own("value"),
            interval: own("95 % interval"),
            no_interval: own("no interval"),
            not_followed: own("nobody was followed so long"),
            source: own("source"),
            decimal_mark: '.',
        }
    }
}

impl Words {
    /// A number with so many decimals.
    pub(crate) fn number(&self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}");
        let zero = text.chars().all(|letter| matches!(letter, '-' | '0' | '.'));
        let text = if zero { text.trim_start_matches('-').to_owned() } else { text.replace('-', "\u{2212}") };
        self.marked(&text)
    }

    /// So many patients.
    pub(crate) fn patients(&self, number: usize) -> String {
        if number == 1 { self.one_patient.clone() } else { format!("{number} {}", self.patients) }
    }

    /// With the decimal mark of the language.
    pub(crate) fn marked(&self, number: &str) -> String {
        number.replace('.', &self.decimal_mark.to_string())
    }
}

/// An amount: how high it is drawn, and how people read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// In the unit of the axis; on an axis with levels, places in these.
    pub value: f64,
    /// With its unit where the axis names none.
    pub words: String,
}

/// Half of the values lie between the first and the third.
#[derive(Debug, Clone, PartialEq)]
pub struct Quartiles {
    /// A quarter is lower.
    pub first: Amount,
    /// Half is lower.
    pub median: Amount,
    /// A quarter is higher.
    pub third: Amount,
}

impl Quartiles {
    pub(crate) fn drawable(&self) -> bool {
        [&self.first, &self.median, &self.third].iter().all(|it| drawable(it.value))
    }
}

/// In which direction patients fare better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Less is better: a grade of spasticity.
    Lower,
    /// More is better: a score of function.
    Higher,
}

/// An upright axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// What is measured, with its unit.
    pub label: String,
    /// Stated behind the label.
    pub better: Option<Better>,
    /// The labels of an ordinal axis from the lowest, "0", "1", "1+"; values are places in these. Empty: numbers.
    pub levels: Vec<String>,
    /// With how many decimals single values are read.
    pub decimals: usize,
    /// Whether an axis of numbers begins at zero, as it must where amounts are compared by their heights.
    pub from_zero: bool,
}

impl Scale {
    /// What stands above the axis.
    pub(crate) fn heading(&self, words: &Words) -> String {
        match self.better {
            None => self.label.clone(),
            Some(Better::Lower) => format!("{} ({})", self.label, words.lower_is_better),
            Some(Better::Higher) => format!("{} ({})", self.label, words.higher_is_better),
        }
    }

    /// A single value as people read it.
    pub(crate) fn read(&self, value: f64, words: &Words) -> String {
        let place = value.round();
        let level = (!self.levels.is_empty() && place >= 0.0 && (value - place).abs() < 1e-9)
            .then(|| self.levels.get(place as usize))
            .flatten();
        level.cloned().unwrap_or_else(|| words.number(value, self.decimals))
    }

    /// The ticks for these values, and from where to where the axis reaches.
    pub(crate) fn ticks(&self, values: impl Iterator<Item = f64>, words: &Words) -> (Vec<Tick>, Range) {
        let found = Range::of(values.filter(|value| drawable(*value)));
        let ticks: Vec<Tick> = if self.levels.is_empty() {
            // An axis from zero unless the values lie far from it.
            let low = if self.from_zero || (0.0..found.high * 0.5).contains(&found.low) {
                found.low.min(0.0)
            } else {
                found.low
            };
            nice_between(low, found.high, 6)
        } else {
            let place = |place: usize| f64::from(u32::try_from(place).unwrap_or(u32::MAX));
            (self.levels.iter().enumerate())
                .map(|(number, label)| Tick { value: place(number), label: label.clone() })
                .collect()
        };
        let range = Range {
            low: ticks.first().map_or(0.0, |it| it.value).min(found.low),
            high: ticks.last().map_or(1.0, |it| it.value).max(found.high),
        };
        let marked = |tick: Tick| {
            if self.levels.is_empty() { Tick { label: words.marked(&tick.label), ..tick } } else { tick }
        };
        (ticks.into_iter().map(marked).collect(), range.widened(1e-6))
    }
}

/// Whether a value can be placed on an axis.
pub(crate) fn drawable(value: f64) -> bool {
    value.is_finite() && value.abs() <= 1e12
}
