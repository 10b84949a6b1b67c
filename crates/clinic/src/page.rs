//! What every template needs beside its own content.

use crate::assets;
use crate::error::PageError;
use crate::frame::Viewer;
use crate::state::AppState;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Html;
use practice::access::{Actor, Right};
use practice::sight::Sight;

/// Which part of the application a page belongs to: marked in the top navigation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word of the navigation")]
pub enum Section {
    #[default]
    None,
    Today,
    Calendar,
    Patients,
    Board,
    Enquiries,
    Recalls,
    Outcomes,
    Settings,
    Account,
    Emergency,
}

/// Light, dark, or as the person's system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "said above")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// Every theme and its word in data.
    pub const WORDS: [(&'static str, Self); 3] =
        [("system", Self::System), ("light", Self::Light), ("dark", Self::Dark)];

    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// From a word; anything else is the system's.
    #[must_use]
    pub fn read(word: &str) -> Self {
        Self::WORDS.iter().find(|(known, _)| *known == word).map_or(Self::System, |(_, theme)| *theme)
    }
}

/// What every template needs beside its own content: a field `page: Page`.
#[derive(Debug, Clone)]
pub struct Page {
    /// Who is signed in.
    pub actor: Option<Actor>,
    /// The clinic's name; empty before the set-up.
    pub clinic: String,
    /// The clinic's zone.
    pub zone: jiff::tz::TimeZone,
    /// When the page was made, in seconds since 1970.
    pub now: i64,
    /// Light or dark.
    pub theme: Theme,
    /// Whether everything is invented.
    pub demonstration: bool,
    /// Which part is marked.
    pub section: Section,
    /// The path of this page, for coming back to it.
    pub path: String,
    /// Whom the person sees.
    pub sight: Sight,
}

impl Page {
    /// The same page in this part.
    #[must_use]
    pub fn at(mut self, section: Section) -> Self {
        self.section = section;
        self
    }

    /// Whether the person may do this; for leaving out links that would be refused.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.actor.as_ref().is_some_and(|actor| actor.may(right))
    }

    /// Whether the person may see patients.
    #[must_use]
    pub fn sees_patients(&self) -> bool {
        self.may(Right::ReadPatients)
    }

    /// Whether the person may see what people outside ask.
    #[must_use]
    pub fn sees_enquiries(&self) -> bool {
        self.may(Right::AnswerEnquiries)
    }

    /// Whether the person may see the outcomes of the whole cohort.
    #[must_use]
    pub fn sees_outcomes(&self) -> bool {
        self.sees_patients() && self.may(Right::AnalyseOutcomes)
    }

    /// Whether any settings page is open to the person.
    #[must_use]
    pub fn sees_settings(&self) -> bool {
        [Right::Settings, Right::ApproveSettings, Right::Accounts, Right::ReadAudit]
            .iter()
            .any(|right| self.may(*right))
    }

    /// The address of an asset.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    /// Marks the current part for the navigation.
    #[must_use]
    pub fn current(&self, section: Section) -> bool {
        self.section == section
    }

    /// A moment as people read it: "3 March 2026, 14:05".
    #[must_use]
    pub fn moment(&self, seconds: impl core::borrow::Borrow<i64>) -> String {
        jiff::Timestamp::from_second(*seconds.borrow()).map_or_else(
            |_| "not known".to_owned(),
            |at| at.to_zoned(self.zone.clone()).strftime("%-d %B %Y, %H:%M").to_string(),
        )
    }

    /// When this page was made, as people read it.
    #[must_use]
    pub fn made(&self) -> String {
        self.moment(self.now)
    }
}

impl FromRequestParts<AppState> for Page {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let viewer = parts.extensions.get::<Viewer>().cloned().unwrap_or_default();
        let settings = state.settings().await?;
        let (actor, sight) = match viewer.signed_in {
            Some(signed_in) => (Some(signed_in.actor), signed_in.sight),
            None => (None, Sight::Nobody),
        };
        Ok(Self {
            actor,
            sight,
            clinic: settings.clinic.name.clone(),
            zone: settings.zone(),
            now: state.now(),
            theme: viewer.theme,
            demonstration: state.config().demonstration,
            section: Section::None,
            path: parts.uri.path().to_owned(),
        })
    }
}

/// A template as a page.
///
/// # Errors
/// [`PageError::Fault`] if the template fails.
pub fn show(template: &impl Template) -> Result<Html<String>, PageError> {
    Ok(Html(template.render()?))
}
