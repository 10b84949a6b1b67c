//! What is wrong with an input, where, and what would be accepted.

use quantity::ParseError;

/// One refusal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {problem}", if .pointer.is_empty() { "the input" } else { .pointer })]
pub struct InputError {
    /// The value at fault, as a JSON pointer; empty for the whole.
    pub pointer: String,
    /// Its line in the file, from 1; of a missing key, the line of what should hold it.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The text is no JSON or no TOML.
    #[error("cannot be read: {0}")]
    Syntax(String),
    /// A key twice in one object.
    #[error("is given twice")]
    Twice,
    /// Lists and objects within each other, too deep to be meant.
    #[error("is nested too deep")]
    TooDeep,
    /// A key is missing.
    #[error("is missing; accepted: {accepted}")]
    Missing {
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A key that is not known here, and nearly one that is missing.
    #[error("is not a key that is known here; \"{meant}\" is missing: is it meant?")]
    Mistyped {
        /// The key that is missing.
        meant: &'static str,
    },
    /// A key that is not known here.
    #[error("is not a key that is known here; known: {known}")]
    Unknown {
        /// The keys that are known.
        known: String,
    },
    /// A value of the wrong type.
    #[error("must be {accepted}")]
    WrongType {
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A text that is not one of the few accepted.
    #[error("is \"{found}\", accepted: {accepted}")]
    NotOneOf {
        /// What was found.
        found: String,
        /// What would be accepted.
        accepted: String,
    },
    /// An amount that cannot be read.
    #[error("is \"{found}\": {error}")]
    Amount {
        /// What was found.
        found: String,
        /// Why it is refused.
        error: ParseError,
    },
    /// A number outside of what is accepted.
    #[error("is {found}, accepted: {accepted}")]
    Range {
        /// What was found.
        found: String,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A list of the wrong length.
    #[error("has {found} entries, accepted: {accepted}")]
    Length {
        /// How many there are.
        found: usize,
        /// What would be accepted.
        accepted: &'static str,
    },
    /// A zero that would divide.
    #[error("is zero, and would divide; accepted: more than zero")]
    Zero,
    /// It contradicts something that came before, or stands in the wrong order.
    #[error("{0}")]
    Contradicts(&'static str),
    /// A program that cannot be built.
    #[error("is no program: {0}")]
    Program(pump::ProgramError),
}
