//! Which texts for patients the clinic has read and approved, in each language. An approval holds for the wording that was
//! read: when a newer version of thecal changes the text, or the English that it translates, it lapses.

use super::{Settings, SettingsError};
use record::{Event, Id};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use words::{Approvals, Language};

/// Approvals, by code of the language and key of the text.
pub type Texts = BTreeMap<(String, String), Approval>;

/// More texts than one decision is about.
const TEXTS_MAX: usize = 2_000;

/// What somebody says of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextVerdict {
    /// They are right.
    Approved,
    /// They are not, or no longer.
    Withdrawn,
}

/// What somebody decides about texts of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TextDecision {
    /// The language, by its code.
    pub language: String,
    /// Key and fingerprint of each, as it was read ([`words::fingerprint`]).
    pub texts: Vec<(String, String)>,
    /// What is said of them.
    pub decision: TextVerdict,
}

/// That somebody approved a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The wording that it holds for.
    pub digest: String,
    /// Who.
    pub by: Option<Id>,
    /// When, in seconds since 1970.
    pub at: i64,
}

impl TextDecision {
    pub(super) fn check(&self) -> Result<(), SettingsError> {
        let wrong = |problem: String| Err(SettingsError::value("texts", problem));
        let Some(language) = Language::ALL.into_iter().find(|known| known.code() == self.language) else {
            return wrong(format!("{} is no language of thecal", self.language));
        };
        if self.texts.is_empty() || self.texts.len() > TEXTS_MAX {
            return wrong("Tick the texts that you have read".to_owned());
        }
        for (key, digest) in &self.texts {
            match words::fingerprint(language, key) {
                None => return wrong(format!("There is no text {key}")),
                Some(now) if self.decision == TextVerdict::Approved && now != *digest => {
                    return wrong(format!("The text {key} has changed since it was shown: read it again"));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

impl Settings {
    pub(super) fn take_texts(&mut self, decision: TextDecision, event: &Event) {
        for (key, digest) in decision.texts {
            let place = (decision.language.clone(), key);
            match decision.decision {
                TextVerdict::Approved => {
                    self.texts.insert(place, Approval { digest, by: event.by, at: event.recorded });
                }
                TextVerdict::Withdrawn => {
                    self.texts.remove(&place);
                }
            }
        }
    }

    /// What was said of a text, also if it has changed since.
    #[must_use]
    pub fn approval_given(&self, language: Language, key: &str) -> Option<&Approval> {
        self.texts.get(&(language.code().to_owned(), key.to_owned()))
    }

    /// Who approved a text and when; `None` if nobody did, or the text has changed since.
    #[must_use]
    pub fn approval(&self, language: Language, key: &str) -> Option<&Approval> {
        let now = words::fingerprint(language, key)?;
        self.approval_given(language, key).filter(|approval| approval.digest == now)
    }

    /// The translations that are approved in the wording of now, for a [`words::Voice`].
    #[must_use]
    pub fn approvals(&self) -> Approvals {
        let standing = self.texts.iter().filter_map(|((code, key), approval)| {
            let language = Language::ALL.into_iter().find(|known| known.code() == code)?;
            let now = words::fingerprint(language, key)?;
            (now == approval.digest).then(|| (language, key.clone()))
        });
        standing.collect()
    }
}
