//! Orders on the way to their signatures.

use super::Judged;
use record::Id;
use serde_json::Value;

/// How far an order has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftState {
    /// Written; nobody has signed.
    Written,
    /// The prescriber has signed; a second person must.
    AwaitsSecond {
        /// Who signed.
        by: Id,
        /// The signer's name.
        name: String,
        /// Why, if a soft finding asked.
        reason: Option<String>,
        /// When, in seconds since 1970.
        at: i64,
    },
    /// It became the line of the same name.
    Complete,
    /// It will not become an order.
    Dropped {
        /// Why.
        reason: String,
    },
}

/// An order before it is a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name within this patient; the line it becomes has the same.
    pub id: String,
    /// The line as in a course file.
    pub line: Value,
    /// What it was judged by when it was written.
    pub judged: Judged,
    /// Who wrote it.
    pub by: Option<Id>,
    /// When it was written, in seconds since 1970.
    pub at: i64,
    /// The entry that holds it.
    pub version: u64,
    /// How far it has come.
    pub state: DraftState,
}

impl Draft {
    /// Whether somebody still has to sign it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, DraftState::Written | DraftState::AwaitsSecond { .. })
    }
}
