//! What can go wrong at the edge, and what the person is told.
//!
//! | what happened | status | the person is told | again? |
//! |---|---|---|---|
//! | an option cannot be judged | 2 | option, problem, what would be accepted | once corrected |
//! | a value in a file cannot be judged | 2 | file, line, place, problem, what would be accepted | once corrected |
//! | a course contradicts itself in time | 2 | what comes before what | once corrected |
//! | a file cannot be read | 2 | its name, what the system said | once it is there |
//! | an id is not in the catalogue | 2 | the id, ids that are near | with one of them |
//! | the catalogue or protocol that was built in is faulty | 2 | the fault | no: build again |
//! | the database cannot be opened | 2 | which, why, what to do | once mended |
//! | the application cannot be served | 1 | address or folder, what the system said | with another one |
//! | a pump cannot be asked, or refuses | 1 | what the pump or the line said | once it is closer, or corrected |
//! | the output cannot be written | 1 | what the system said | once there is room |
//! | the reader of the output has gone | the command's own | nothing | no need |

use super::Exit;
use therapy::input::InputError;

/// Why a command did not answer; the text is the one message that the person sees.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// A value of an option.
    #[error("{option} {problem}")]
    Option {
        /// The option, as it is typed.
        option: String,
        /// What is wrong, and what would be accepted.
        problem: String,
    },
    /// A value in a file.
    #[error("{file}, line {}: {error}", .error.line)]
    File {
        /// The file.
        file: String,
        /// Place and problem.
        error: InputError,
    },
    /// A file, or standard input, that cannot be read.
    #[error("{file} cannot be read: {cause}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        cause: String,
    },
    /// An id that the catalogue does not have.
    #[error("the catalogue has no {kind} \"{id}\"; {accepted}")]
    NotInCatalogue {
        /// What was looked for.
        kind: String,
        /// The id.
        id: String,
        /// What would be accepted.
        accepted: String,
    },
    /// The catalogue that was built in.
    #[error("the catalogue in this build is faulty: {0}")]
    Catalogue(#[from] &'static catalogue::CatalogueError),
    /// The protocol that was built in.
    #[error("the protocol in this build is faulty: {0}")]
    Protocol(#[from] &'static InputError),
    /// A course whose lines contradict each other in time.
    #[error("the course cannot be followed: {0}")]
    Course(String),
    /// The database.
    #[error(transparent)]
    Database(#[from] record::OpenError),
    /// Serving.
    #[error("{0}")]
    Serve(String),
    /// A pump, or the way to it.
    #[error("{0}")]
    Pump(String),
    /// The output.
    #[error("the output cannot be written: {0}")]
    Unwritable(std::io::Error),
}

impl CliError {
    /// The status that goes with it.
    #[must_use]
    pub const fn exit(&self) -> Exit {
        match self {
            Self::Unwritable(_) | Self::Serve(_) | Self::Pump(_) => Exit::Failed,
            _ => Exit::Unreadable,
        }
    }
}
