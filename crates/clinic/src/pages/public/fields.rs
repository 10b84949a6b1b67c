//! A form on a page behind a link: what was typed, and what is wrong with it in the language of the page.

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::state::AppState;
use practice::outside::{NotTaken, Sent};
use practice::triage::{Sign, SignOf, Signs};
use std::collections::BTreeSet;

/// A form as such a page shows it.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    form: Form,
    /// Field, and the key of what is wrong with it.
    problems: Vec<(&'static str, &'static str)>,
}

impl Entry {
    /// An empty one.
    pub(super) fn new(state: &AppState) -> Self {
        Self { form: Form::new(state, 0), problems: Vec::new() }
    }

    /// What was sent.
    pub(super) fn posted(fields: Fields) -> Result<Self, PageError> {
        Ok(Self { form: Form::posted(fields)?, problems: Vec::new() })
    }

    /// With a value in a field.
    pub(super) fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.form = self.form.with(field, value);
        self
    }

    pub(crate) fn id(&self) -> String {
        self.form.id.to_string()
    }

    pub(crate) fn value(&self, field: &str) -> &str {
        self.form.value(field)
    }

    pub(crate) fn is(&self, field: &str, value: &str) -> bool {
        self.form.is(field, value)
    }

    /// Every value of a field.
    pub(crate) fn all(&self, field: &str) -> Vec<String> {
        self.form.fields.all(field).map(str::to_owned).collect()
    }

    pub(super) fn wrong(&mut self, field: &'static str, key: &'static str) {
        self.problems.push((field, key));
    }

    /// Nothing is asked for any more.
    pub(super) fn forgive(&mut self) {
        self.problems.clear();
    }

    pub(crate) fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    pub(crate) fn problems(&self) -> &[(&'static str, &'static str)] {
        &self.problems
    }

    /// The key of what is wrong with a field.
    pub(crate) fn problem(&self, field: &str) -> Option<&'static str> {
        self.problems.iter().find(|(known, _)| *known == field).map(|(_, key)| *key)
    }

    /// Records what was sent; what is wrong is said in the form. `true` if it is recorded.
    pub(super) async fn send(&mut self, state: &AppState, visit: &super::Visit, sent: Sent) -> bool {
        let (form, content) = (self.form.id, self.form.content());
        let taken = state
            .practice()
            .record_from_outside(&visit.token, form, content, &visit.rules, visit.now, sent)
            .await;
        match taken {
            Ok(_) => return true,
            Err(NotTaken::TooMany) => self.wrong("", "page-report-error-many"),
            Err(NotTaken::Field { .. }) => self.wrong("", "page-report-error-long"),
            Err(NotTaken::NoLink) => self.wrong("", "page-report-error-failed"),
            Err(NotTaken::Refused(error)) => {
                tracing::error!(%error, "what came from a patient page was not recorded");
                self.wrong("", "page-report-error-failed");
            }
        }
        false
    }
}

/// Instead of signs: somebody looked, and there are none; nobody can say.
pub(super) const NONE: &str = "none";
pub(super) const NOT_KNOWN: &str = "not-known";

/// Signs of one kind to tick: word and key.
pub(super) fn signs(overdose: bool) -> Vec<(&'static str, String)> {
    let wanted = Sign::ALL.iter().filter(|sign| (sign.of() == SignOf::Overdose) == overdose);
    wanted.map(|sign| (sign.word(), format!("triage-sign-{}", sign.word()))).collect()
}

/// What was ticked of a list of signs.
pub(super) fn found_signs(ticked: &[String], overdose: bool) -> BTreeSet<Sign> {
    let wanted = Sign::ALL.iter().filter(|sign| (sign.of() == SignOf::Overdose) == overdose);
    wanted.copied().filter(|sign| ticked.iter().any(|one| one == sign.word())).collect()
}

/// The same as an answer; what is wrong with it otherwise.
pub(super) fn read_signs(
    ticked: &[String],
    overdose: bool,
    nothing: &'static str,
) -> Result<Signs, &'static str> {
    let has = |word: &str| ticked.iter().any(|one| one == word);
    let found = found_signs(ticked, overdose);
    match (found.is_empty(), has(NONE), has(NOT_KNOWN)) {
        (true, false, false) => Err(nothing),
        (false, true, _) | (_, true, true) => Err("page-beeps-error-both"),
        (_, _, true) => Ok(Signs::NotKnown),
        (_, _, false) => Ok(Signs::Asked(found)),
    }
}
