//! Why a form was not recorded: values with what to do, never lost words.

use crate::access::Denied;
use crate::patient::{CourseError, Entry, FoldError, JudgeError};
use record::{Id, ReadError};
use therapy::Finding;
use therapy::judge::Missing;
use twin::TwinError;

/// Why a form was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such patient.
    #[error("there is no such patient")]
    NoPatient,
    /// The record was merged into another one.
    #[error("this record was merged into another one; go on there")]
    Merged {
        /// The other one.
        into: Id,
    },
    /// Somebody else recorded something meanwhile.
    #[error("the record has moved on from version {expected} to {found}")]
    Stale {
        /// What the person saw.
        expected: u64,
        /// What it is.
        found: u64,
        /// What came since.
        changes: Vec<Entry>,
    },
    /// A field is wrong.
    #[error("{field} {message}")]
    Field {
        /// The field, as a JSON pointer into the line, such as `/filled/volume`.
        field: String,
        /// What is wrong, and what would be accepted.
        message: String,
    },
    /// What is asked for contradicts another line.
    #[error("line {line} then no longer holds: {message}")]
    Breaks {
        /// The other line.
        line: String,
        /// How.
        message: String,
    },
    /// What is asked for cannot be done as things stand.
    #[error("{0}")]
    Impossible(&'static str),
    /// Since the order was shown, what the rules say of it has changed.
    #[error("what the rules say of this order has changed since it was shown: look again")]
    Changed,
    /// The order is refused, or needs a reason.
    #[error("the order cannot be signed as it is")]
    Findings(Vec<(Finding, Missing)>),
    /// The second person must be another one than who wrote or signed the order.
    #[error("somebody else must check: you wrote or signed this order yourself")]
    SamePerson,
    /// What the second person typed is not what the order says.
    #[error("what you typed is not what the order says: look at the order, and ask who wrote it")]
    NotTheSame,
    /// The same form with something else in it.
    #[error("this form has already been recorded with other contents")]
    FormReused,
    /// Nobody knows whether it is recorded.
    #[error("it is not known whether this was recorded; ask again with the same form")]
    Unknown,
    /// The store does not answer.
    #[error("nothing was recorded: {0}")]
    Store(String),
    /// The record cannot be read.
    #[error("the record cannot be read: {0}")]
    Damaged(String),
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Store(text) => Self::Store(text),
            damaged @ ReadError::Damaged { .. } => Self::Damaged(damaged.to_string()),
        }
    }
}

impl From<FoldError> for Refusal {
    fn from(error: FoldError) -> Self {
        match error {
            FoldError::Empty => Self::NoPatient,
            FoldError::Course(error) => error.into(),
            FoldError::Read(error) => error.into(),
            error @ FoldError::Event { .. } => Self::Damaged(error.to_string()),
        }
    }
}

impl From<TwinError> for Refusal {
    fn from(error: TwinError) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<CourseError> for Refusal {
    fn from(error: CourseError) -> Self {
        match error.line {
            Some(line) => Self::Breaks { line, message: error.error.problem.to_string() },
            None => Self::Field { field: error.field, message: error.error.problem.to_string() },
        }
    }
}

impl From<JudgeError> for Refusal {
    fn from(error: JudgeError) -> Self {
        match error {
            JudgeError::Course(error) => error.into(),
            JudgeError::Twin(error) => error.into(),
            JudgeError::NotThere => {
                Self::Impossible("this belongs to a system that is no longer in the patient")
            }
        }
    }
}
