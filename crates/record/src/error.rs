//! Why a store could not be opened.

use std::path::{Path, PathBuf};

/// Why a database could not be opened. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Two writers would break each other's work.
    #[error("{} is already open in another thecal: stop that one first, or work in it", .0.display())]
    InUse(PathBuf),
    /// Some other file.
    #[error("{} is no thecal database", .0.display())]
    NotOurs(PathBuf),
    /// Made by a later version.
    #[error(
        "{} was written by a newer thecal (form {found}; this one knows forms up to {known}): start that one",
        .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its form.
        found: i64,
        /// The newest form known here.
        known: i64,
    },
    /// Made by another version in a way that this one does not know.
    #[error("{} has a form {form} that is not the one known here: it was made by another build", .path.display())]
    OtherForm {
        /// The file.
        path: PathBuf,
        /// The form that differs.
        form: i64,
    },
    /// There is a database, but its keys are not there.
    #[error("the keys are missing: {}. Without them nothing in the database can be read; bring them back from your backup", .0.display())]
    KeysMissing(PathBuf),
    /// A file that holds no keys.
    #[error("{} holds no keys: bring them back from your backup", .0.display())]
    KeysDamaged(PathBuf),
    /// Keys of another database.
    #[error("these keys are not those of {}", .0.display())]
    KeysWrong(PathBuf),
    /// The operating system gives no random bytes.
    #[error("no random bytes: {0}")]
    Random(String),
    /// A file or folder that cannot be used.
    #[error("{}: {what}", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        what: String,
    },
    /// The file can be read but not written.
    #[error("{} cannot be written: give this user the right to write the file and its folder", .0.display())]
    ReadOnly(PathBuf),
    /// Anything else.
    #[error("{}: {what}", .path.display())]
    Store {
        /// The file.
        path: PathBuf,
        /// What the database said.
        what: String,
    },
}

impl OpenError {
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: path.to_path_buf(), what: error.to_string() }
    }

    pub(crate) fn store(path: &Path, error: &sqlx::Error) -> Self {
        if code(error) == Some(8) {
            return Self::ReadOnly(path.to_path_buf());
        }
        if code(error) == Some(26) {
            return Self::NotOurs(path.to_path_buf());
        }
        Self::Store { path: path.to_path_buf(), what: words(error) }
    }
}

/// The primary result code of SQLite.
pub(crate) fn code(error: &sqlx::Error) -> Option<i64> {
    let code = error.as_database_error()?.code()?;
    code.parse::<i64>().ok().map(|extended| extended & 0xff)
}

/// What the database said, and what can be done where we know.
pub(crate) fn words(error: &sqlx::Error) -> String {
    match code(error) {
        Some(13) => "the disk is full; make room, nothing half-written is left".to_owned(),
        Some(8) => "the database file cannot be written; check its rights".to_owned(),
        Some(10) => format!("the disk does not answer as it should: {error}"),
        Some(11) => format!("the database file is damaged: {error}"),
        _ => error.to_string(),
    }
}
