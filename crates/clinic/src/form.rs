//! Forms: what was posted, what was wrong with it, and what makes it one act.

use crate::error::PageError;
use crate::state::AppState;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use record::Id;
use sha2::{Digest, Sha256};

/// What was posted, in order; texts are trimmed, passwords are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

/// More fields than any form has.
const FIELDS_MAX: usize = 2_000;

impl Fields {
    /// From `name=value&…`.
    #[must_use]
    pub fn parse(body: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(body)
                .take(FIELDS_MAX)
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
        )
    }

    /// The text of a field, trimmed; empty if it is missing.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The text of a field as typed: for passwords.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Whether a field was sent at all, as a ticked box is.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Every value of a field that may come several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Every field.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Sets a field to one value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// One more value of a field that may have several.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Takes a field away.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// Whether this form comes back after a time-out: show it again with what was typed, and do nothing else yet.
    #[must_use]
    pub fn is_resumed(&self) -> bool {
        self.has(RESUMED)
    }
}

/// Marks a form that comes back after a time-out.
pub(crate) const RESUMED: &str = "resumed";

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &S) -> Result<Self, PageError> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(PageError::Unreadable("A form was expected.".to_owned()));
        }
        let body = axum::body::Bytes::from_request(request, &()).await;
        let body = body.map_err(|error| PageError::Unreadable(error.body_text()))?;
        Ok(Self::parse(&body))
    }
}

/// What is wrong with one field; the words stand beside the field and in the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The field's name, which is also its id on the page.
    pub field: String,
    /// What is wrong and what would be accepted.
    pub problem: String,
}

/// Something that somebody else recorded while the form was open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub what: String,
    /// When.
    pub when: String,
}

/// A form as a page shows it: new, or with what was typed and what was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Names this form: sent twice, it is one act.
    pub id: Id,
    /// The version of the stream that the person saw.
    pub expected: u64,
    /// What stands in the fields.
    pub fields: Fields,
    /// What is wrong.
    pub refusals: Vec<Refusal>,
    /// What somebody else recorded meanwhile: nothing was saved, what was typed is still here.
    pub moved: Vec<Moved>,
}

impl Form {
    /// A new form over a stream at this version.
    #[must_use]
    pub fn new(state: &AppState, expected: u64) -> Self {
        Self {
            id: state.new_id(),
            expected,
            fields: Fields::default(),
            refusals: Vec::new(),
            moved: Vec::new(),
        }
    }

    /// The form that was posted.
    ///
    /// # Errors
    /// [`PageError::Unreadable`] if its id or version is missing: then it is not one of ours.
    pub fn posted(fields: Fields) -> Result<Self, PageError> {
        let unreadable = || PageError::Unreadable("The form is not complete. Open it anew.".to_owned());
        let id = fields.text("form").parse().map_err(|_| unreadable())?;
        let expected = fields.text("expected").parse().map_err(|_| unreadable())?;
        Ok(Self { id, expected, fields, refusals: Vec::new(), moved: Vec::new() })
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.fields.text(field)
    }

    /// Whether this value of a field is chosen.
    #[must_use]
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.fields.all(field).any(|chosen| chosen == value)
    }

    /// SHA-256 of what was filled in, without passwords: what makes two sendings of one form the same act.
    #[must_use]
    pub fn content(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let own = |name: &str| name == "form" || name == RESUMED || name.contains("password");
        for (name, value) in self.fields.iter().filter(|(name, _)| !own(name)) {
            for text in [name, value] {
                hash.update((text.len() as u64).to_be_bytes());
                hash.update(text.as_bytes());
            }
        }
        hash.finalize().into()
    }

    /// Puts a value into a field of a new form.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.fields.set(field, value);
        self
    }

    /// Says what is wrong with a field.
    pub fn refuse(&mut self, field: &str, problem: impl Into<String>) {
        self.refusals.push(Refusal { field: field.to_owned(), problem: problem.into() });
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.refusals.iter().find(|refusal| refusal.field == field).map(|refusal| refusal.problem.as_str())
    }

    /// What is wrong with a form that the store refused because somebody else was faster.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        !self.refusals.is_empty()
    }

    /// A required text.
    pub fn required(&mut self, field: &str, problem: &str) -> String {
        let text = self.value(field).to_owned();
        if text.is_empty() {
            self.refuse(field, problem);
        }
        text
    }
}
