//! What a judgement found: a rule, a level, the numbers.

use crate::rule::Rule;
use crate::value::Value;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// To be known; stops nothing.
    Note,
    /// Asks for a reason, and for a second person where the protocol says so.
    Soft,
    /// Refuses an order; opens a task on a report.
    Hard,
}

impl Level {
    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Soft => "soft",
            Self::Hard => "hard",
        }
    }
}

/// One thing that a rule has to say about an act, with the numbers it looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How much it weighs here.
    pub level: Level,
    /// What it looked at and what it worked out, by name.
    pub numbers: Vec<(&'static str, Value)>,
}

impl Finding {
    /// A finding at a level.
    #[must_use]
    pub fn new(rule: Rule, level: Level) -> Self {
        Self { rule, level, numbers: Vec::new() }
    }

    /// A finding at the rule's own level.
    #[must_use]
    pub fn of(rule: Rule) -> Self {
        Self::new(rule, rule.about().level)
    }

    /// The same with one more number.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.numbers.push((name, value));
        self
    }
}

/// The highest level among findings; `None` without one.
#[must_use]
pub fn highest<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Option<Level> {
    findings.into_iter().map(|finding| finding.level).max()
}
