//! The calculators as JSON in, JSON out: what `thecal eval` answers.
//!
//! The contract is written in `docs/eval.md`; cases of it lie in `vectors/`. This edge reads, calls the same functions
//! as everything else, and writes; it has no arithmetic of its own.

mod cases;
mod cores;
mod json;

pub use cases::{Outcome, run_cases};
pub use json::Json;

use therapy::input::{At, InputError, Node, from_json};
use therapy::{Finding, Protocol};

/// The calculators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Core {
    /// Volume between times, time of a volume.
    Deliver,
    /// Alarm, empty, refill dates.
    Forecast,
    /// A change of strength.
    Bridge,
    /// Filling tubing and catheter.
    Prime,
    /// Found against expected.
    Residual,
    /// A change of dose.
    Titrate,
    /// The screening test.
    Screen,
    /// What reaches the tip.
    Tip,
}

impl Core {
    /// Every calculator and its name.
    pub const WORDS: [(&'static str, Self); 8] = [
        ("deliver", Self::Deliver),
        ("forecast", Self::Forecast),
        ("bridge", Self::Bridge),
        ("prime", Self::Prime),
        ("residual", Self::Residual),
        ("titrate", Self::Titrate),
        ("screen", Self::Screen),
        ("tip", Self::Tip),
    ];

    /// The calculator of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(word, _)| *word == name).map(|(_, core)| *core)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::WORDS.iter().find(|(_, core)| *core == self).map_or("", |(word, _)| word)
    }
}

/// An answer of a calculator: its numbers, and what its rules found.
pub struct Answer {
    /// The numbers, by key.
    pub fields: Vec<(&'static str, Json)>,
    /// What the rules found.
    pub findings: Vec<Finding>,
}

impl Answer {
    /// As JSON, with its findings.
    #[must_use]
    pub fn json(&self) -> Json {
        let findings = Json::List(self.findings.iter().map(finding).collect());
        Json::object(self.fields.iter().cloned().chain([("findings", findings)]))
    }
}

/// The answer to an input that has been read.
///
/// # Errors
/// [`InputError`] if the input cannot be judged.
pub fn answer(core: Core, input: &Node) -> Result<Answer, InputError> {
    let protocol = Protocol::embedded().map_err(Clone::clone)?;
    cores::answer(core, &At::root(input), protocol)
}

/// The answer as JSON.
///
/// # Errors
/// The refusal as JSON.
pub fn evaluate(core: Core, input: &Node) -> Result<Json, Json> {
    answer(core, input).map(|answer| answer.json()).map_err(|error| refusal(&error))
}

/// The answer, or the refusal, of a JSON text.
///
/// # Errors
/// The refusal as JSON.
pub fn evaluate_text(core: Core, text: &str) -> Result<Json, Json> {
    match from_json(text) {
        Ok(input) => evaluate(core, &input),
        Err(error) => Err(refusal(&error)),
    }
}

/// A refusal as JSON.
#[must_use]
pub fn refusal(error: &InputError) -> Json {
    let problem = Json::Text(error.problem.to_string());
    Json::object([(
        "error",
        Json::object([("pointer", Json::Text(error.pointer.clone())), ("problem", problem)]),
    )])
}

/// A finding as JSON: rule and level, what it says, its numbers, its formula and source, and the ways out.
#[must_use]
pub fn finding(finding: &Finding) -> Json {
    let about = finding.rule.about();
    let text = |text: &str| Json::Text(text.to_owned());
    let numbers =
        finding.numbers.iter().map(|(name, value)| ((*name).to_owned(), Json::of_value(value))).collect();
    Json::object([
        ("rule", text(about.id)),
        ("level", text(finding.level.word())),
        ("says", text(about.says)),
        ("numbers", Json::Object(numbers)),
        ("formula", text(about.formula)),
        ("source", text(about.source)),
        ("exits", Json::List(about.exits.iter().map(|exit| text(exit)).collect())),
    ])
}
