//! What can go wrong at the edge, and what the person is told.
//!
//! | what happened | status | the person is told | again? |
//! |---|---|---|---|
//! | nothing under this address | 404 | that there is nothing | no |
//! | the role lacks a right | 403 | which right, and who can give it | once it is given |
//! | the person does not see the patient | 403 | that a reason opens the record | with a reason |
//! | the session has ended | 401 | sign in; what was typed is kept | yes |
//! | somebody else was faster | 409 | that nothing was saved, and what is there now | after looking |
//! | a form id used for something else | 409 | to open the form anew | with a new form |
//! | the record was merged | 409 | which record is used instead | there |
//! | what was sent cannot be read | 400 | what is wrong with it | once corrected |
//! | it is not known whether it was saved | 503 | to look before trying again; the same form is safe | the same form |
//! | the store does not answer | 500 | that it is certainly not saved | yes |
//! | anything else of ours | 500 | no detail; it is in the log | yes |

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use practice::access::Denied;
use practice::account::AccountError;
use practice::enquiry::EnquiryError;
use practice::settings::SettingsError;
use record::{AppendError, ReadError, Stream};

/// Why there is no page. It becomes one in the frame.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Nothing is under this address.
    #[error("nothing is under this address")]
    NotFound,
    /// The role lacks a right.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The person does not see this patient.
    #[error("this patient is seen by the care team and the patient's houses only")]
    NotSeen,
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// Somebody else was faster.
    #[error("the record has moved on from version {expected} to {found}")]
    Stale {
        /// Where.
        stream: Stream,
        /// What the person saw.
        expected: u64,
        /// What is there.
        found: u64,
    },
    /// The form's id stands for another act.
    #[error("this form has already been used for something else")]
    FormReused,
    /// What was sent cannot be read.
    #[error("what was sent cannot be read: {0}")]
    Unreadable(String),
    /// The patient's record was merged into another one.
    #[error("this record was merged into another one")]
    Merged {
        /// The other one.
        into: record::Id,
    },
    /// Nobody knows whether it was saved.
    #[error("it is not known whether this was saved")]
    Uncertain,
    /// The store does not answer; nothing was saved.
    #[error("the record does not answer: {0}")]
    Store(String),
    /// A fault of ours.
    #[error("{0}")]
    Fault(String),
}

impl PageError {
    /// Its HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied(_) | Self::NotSeen => StatusCode::FORBIDDEN,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Stale { .. } | Self::FormReused | Self::Merged { .. } => StatusCode::CONFLICT,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Uncertain => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The heading of its page.
    #[must_use]
    pub const fn heading(&self) -> &'static str {
        match self {
            Self::NotFound => "Page not found",
            Self::Denied(_) => "You may not do this",
            Self::NotSeen => "You do not belong to this patient",
            Self::SignedOut => "Sign in",
            Self::Stale { .. } => "Nothing was saved: somebody else was faster",
            Self::FormReused => "This form was already used",
            Self::Merged { .. } => "This record was merged into another one",
            Self::Unreadable(_) => "This could not be read",
            Self::Uncertain => "It is not known whether this was saved",
            Self::Store(_) | Self::Fault(_) => "Something went wrong",
        }
    }

    /// What the person is told; nothing of our insides.
    #[must_use]
    pub fn told(&self) -> String {
        match self {
            Self::NotFound => {
                "There is nothing under this address. Check it, or search for the patient.".to_owned()
            }
            Self::Denied(denied) => {
                format!("{denied}. An administrator can change this under Settings.")
                    .replacen("the role", "The role", 1)
            }
            Self::NotSeen => {
                "The care team and the houses of this patient see the record. Whoever needs it opens the patient’s page and gives a reason.".to_owned()
            }
            Self::SignedOut => "Sign in to go on.".to_owned(),
            Self::Stale { .. } => {
                "While you were writing, somebody else saved a change. Look at what is there now, then decide whether your entry still holds.".to_owned()
            }
            Self::FormReused => {
                "This form has been sent before with other contents. Open it anew and enter it again.".to_owned()
            }
            Self::Unreadable(problem) => problem.clone(),
            Self::Merged { into } => format!("Go on in the other record: /patients/{into}"),
            Self::Uncertain => {
                "The connection to the record was lost while saving. Reload this page to send the same form again: it can never be saved twice.".to_owned()
            }
            Self::Store(_) | Self::Fault(_) => {
                "Nothing was saved. Try again; if it happens again, tell whoever looks after this system the time of day.".to_owned()
            }
        }
    }
}

impl From<ReadError> for PageError {
    fn from(error: ReadError) -> Self {
        Self::Store(error.to_string())
    }
}

impl From<AppendError> for PageError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Stale { stream, expected, found } => Self::Stale { stream, expected, found },
            AppendError::FormReused => Self::FormReused,
            AppendError::Refused(what) => Self::Unreadable(what.to_owned()),
            AppendError::Unknown(_) => Self::Uncertain,
            AppendError::Store(what) => Self::Store(what),
        }
    }
}

impl From<practice::Refusal> for PageError {
    fn from(refusal: practice::Refusal) -> Self {
        use practice::Refusal;
        match refusal {
            Refusal::Denied(denied) => Self::Denied(denied),
            Refusal::NoPatient => Self::NotFound,
            Refusal::Merged { into } => Self::Merged { into },
            Refusal::FormReused => Self::FormReused,
            Refusal::Unknown => Self::Uncertain,
            Refusal::Store(text) | Refusal::Damaged(text) => Self::Store(text),
            told => Self::Unreadable(crate::patient::sentence(&told.to_string())),
        }
    }
}

impl From<AccountError> for PageError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Read(error) => error.into(),
            AccountError::Append(error) => error.into(),
            AccountError::Unknown => Self::NotFound,
            AccountError::Unreadable { .. } | AccountError::Hash(_) => Self::Fault(error.to_string()),
            told => Self::Unreadable(told.to_string()),
        }
    }
}

impl From<EnquiryError> for PageError {
    fn from(error: EnquiryError) -> Self {
        match error {
            EnquiryError::Denied(denied) => Self::Denied(denied),
            EnquiryError::NotThere => Self::NotFound,
            EnquiryError::Read(error) => error.into(),
            EnquiryError::Append(error) => error.into(),
            EnquiryError::Unreadable { .. } => Self::Fault(error.to_string()),
            told => Self::Unreadable(crate::patient::sentence(&told.to_string())),
        }
    }
}

impl From<SettingsError> for PageError {
    fn from(error: SettingsError) -> Self {
        match error {
            SettingsError::Read(error) => error.into(),
            SettingsError::Append(error) => error.into(),
            SettingsError::Unreadable { .. } => Self::Fault(error.to_string()),
            told => Self::Unreadable(told.to_string()),
        }
    }
}

impl From<askama::Error> for PageError {
    fn from(error: askama::Error) -> Self {
        Self::Fault(format!("a template failed: {error}"))
    }
}

impl IntoResponse for PageError {
    /// A bare answer that carries the error; the frame makes a page of it.
    fn into_response(self) -> Response {
        if matches!(self, Self::Store(_) | Self::Fault(_) | Self::Uncertain) {
            tracing::error!(error = %self, "no page");
        }
        let mut response = (self.status(), self.heading()).into_response();
        response.extensions_mut().insert(self);
        response
    }
}
