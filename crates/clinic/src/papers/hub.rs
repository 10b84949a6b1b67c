//! Every paper of a patient: what it is, whether it can be made, and in which language.

use super::facts::Facts;
use super::say::Say;
use super::{Asked, Ground, Kind, programming, refill, visit};
use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use words::{Approvals, Language, Voice};

/// Visits, orders and refills to choose from.
const CHOICES_MAX: usize = 12;

/// A paper as the list shows it.
struct Offered {
    word: &'static str,
    title: &'static str,
    about: &'static str,
    /// Why there is none.
    why: Option<&'static str>,
    /// What it can be of: value and words.
    choices: Vec<(String, String)>,
    /// Whether it takes a journey.
    journey: bool,
}

#[derive(Template)]
#[template(path = "papers/hub.html")]
struct Hub {
    page: Page,
    banner: Banner,
    part: &'static str,
    offered: Vec<Offered>,
    language: Language,
    languages: Vec<(Language, bool)>,
    /// What the record says of the patient's language, where no paper is written in it.
    other_language: Option<String>,
}

pub(super) async fn hub(
    State(state): State<AppState>,
    Query(asked): Query<Asked>,
    chart: Chart,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let stand = chart.stand()?;
    let facts = Facts::of(&chart, &stand, &settings)?;
    // The list is for staff; only the papers are in other languages.
    let none = Approvals::none();
    let say = Say::new(Voice::new(Language::English, &none));
    let plain = Asked::default();
    let on = Ground { chart: &chart, stand: &stand, facts: &facts, say, asked: &plain };
    let offered = Kind::ALL.map(|(kind, word, title, about)| {
        let choices = match kind {
            Kind::VisitSummary => visit::choices(&on),
            Kind::ProgrammingSheet => programming::choices(&on),
            Kind::RefillRecord => refill::choices(&on),
            _ => Vec::new(),
        };
        let choices = choices.into_iter().take(CHOICES_MAX).map(|(value, said)| (value, said.text));
        Offered {
            word,
            title,
            about,
            why: kind.make(&on).err().map(|why| why.0),
            choices: choices.collect(),
            journey: kind == Kind::TravelLetter,
        }
    });
    let language = asked.language(&chart);
    let written = &chart.patient.identity.language;
    let shown = Hub {
        offered: offered.into_iter().collect(),
        language,
        languages: Language::ALL.map(|one| (one, one == language)).to_vec(),
        other_language: (!written.is_empty() && Language::read(written).is_none()).then(|| written.clone()),
        part: "papers",
        banner: chart.banner(),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}
