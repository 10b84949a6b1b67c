//! A refill: the guided path, what follows it, a late entry, and what to do if the drug may be beside the pump.

mod aside;
mod compare;
mod done;
mod late;
mod path;
mod pocket;
mod record;

use crate::banner::Banner;
use crate::bedside::{Cited, facts};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use catalogue::DrugUse;
use compare::Comparison;
use path::{Step, Waiting, comparison, waiting};
use practice::access::Right;
use practice::rules::Rules;
use practice::settings::Settings;
use record::{Preview, preview};
use therapy::Value;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/refill", get(start).post(step))
        .route("/patients/{id}/refill/aside", post(aside::set_aside))
        .route("/patients/{id}/refill/resume", post(aside::resume))
        .route("/patients/{id}/refill/give-up", post(aside::give_up))
        .route("/patients/{id}/refill/done", get(done::done))
        .route("/patients/{id}/refill/visit", post(done::book))
        .route("/patients/{id}/refill/late", get(late::ask).post(late::record))
        .route("/patients/{id}/refill/pocket", get(pocket::ask).post(pocket::record))
}

/// A product to choose.
pub(super) struct Offered {
    id: String,
    name: String,
    /// Whether the clinic stocks it.
    stocked: bool,
}

/// Products for a pump, those of the formulary first.
pub(super) fn offered(rules: &Rules, settings: &Settings, all: bool) -> Vec<Offered> {
    let mut offered: Vec<Offered> = rules
        .catalogue
        .drugs()
        .iter()
        .filter(|drug| all || drug.usage.checked() != Some(&DrugUse::ScreeningOnly))
        .map(|drug| Offered {
            id: drug.id.clone(),
            name: drug.name.clone(),
            stocked: settings.formulary.contains(&drug.id),
        })
        .collect();
    offered.sort_by_key(|drug| !drug.stocked);
    offered
}

/// A refill that was begun and set aside.
struct Begun {
    at: String,
    reason: String,
    withdrawn: Option<String>,
}

#[derive(Template)]
#[template(path = "refill/path.html")]
struct PathPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    step: Step,
    /// What was typed on other steps.
    carried: Vec<(String, String)>,
    pump: String,
    /// What the maker and others say of a refill of this pump.
    facts: Vec<Cited>,
    first_fill: bool,
    last_fill: Option<String>,
    begun: Option<Begun>,
    waiting: Vec<(String, String)>,
    comparison: Option<Comparison>,
    offered: Vec<Offered>,
    told_strength: Option<String>,
    holds: Option<String>,
    alarm_volume: String,
    preview: Option<Preview>,
}

impl PathPage {
    fn steps(&self) -> impl Iterator<Item = (&'static str, &'static str, bool, bool)> {
        let now = self.step;
        Step::ALL.into_iter().map(move |(step, word, title, _)| (word, title, step == now, step < now))
    }

    fn is(&self, word: &str) -> bool {
        self.step.word() == word
    }

    fn back(&self) -> Option<&'static str> {
        self.step.before().map(Step::word)
    }

    fn stops(&self) -> bool {
        self.comparison.as_ref().is_some_and(Comparison::stops)
    }

    fn may_record(&self) -> bool {
        self.page.may(Right::RecordReports)
    }

    fn any_stocked(&self) -> bool {
        self.offered.iter().any(|drug| drug.stocked)
    }
}

/// The page of a step, with everything that it shows.
async fn path_page(
    state: &AppState,
    chart: &Chart,
    step: Step,
    form: Form,
    recheck: bool,
) -> Result<PathPage, PageError> {
    let settings = state.settings().await?;
    let mut form = if step == Step::Check { path::with_time(form, &chart.page) } else { form };
    let stand = record::stand_then(chart, &form)?;
    let course = &stand.course;
    let comparison = match step {
        Step::Compare | Step::Fill | Step::Check => comparison(&mut form, chart, &stand),
        _ => None,
    };
    let preview = if step == Step::Check { preview(chart, &mut form, recheck)? } else { None };
    let own = step.fields();
    let frame = ["form", "expected", "step", "go", crate::form::RESUMED];
    let carried = form
        .fields
        .iter()
        .filter(|(name, _)| !own.contains(name) && !frame.contains(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let pump = course.pump.ok_or(PageError::NotFound)?;
    let profile = course.profile;
    let reservoir = course.reservoir.as_ref();
    let waiting: Vec<Waiting> = waiting(&stand);
    let begun = chart.patient.refill_begun.as_ref().filter(|_| step == Step::Identify).map(|begun| Begun {
        at: chart.page.moment(begun.at),
        reason: begun.reason.clone(),
        withdrawn: begun
            .answers
            .iter()
            .find(|(name, _)| name == "filled.withdrawn")
            .map(|(_, value)| crate::bedside::with_unit(value, "mL")),
    });
    let last_fill = reservoir.and_then(|reservoir| {
        let (on, filled) = crate::bedside::last_fill(reservoir)?;
        let name =
            chart.rules.catalogue.drug(reservoir.drug).map_or(reservoir.drug, |drug| drug.name.as_str());
        Some(format!("{on}, {filled}: {name}"))
    });
    let words = |waiting: &Waiting| (waiting.name.clone(), waiting.words(&chart.rules));
    Ok(PathPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "refill",
        step,
        carried,
        pump: profile.map_or_else(|| pump.model.clone(), |profile| profile.name.clone()),
        facts: profile.map(|profile| facts(&chart.rules, &profile.refill)).unwrap_or_default(),
        first_fill: reservoir.is_none(),
        last_fill,
        begun,
        waiting: waiting.iter().map(words).collect(),
        comparison,
        offered: offered(&chart.rules, &settings, false),
        told_strength: course
            .running()
            .map(|running| Value::concentration(running.concentration).to_string()),
        holds: profile
            .and_then(|profile| profile.reservoir.as_ref()?.checked())
            .map(|volume| Value::volume(*volume).to_string()),
        alarm_volume: Value::volume(course.alarm_volume).to_string(),
        preview,
        form,
    })
}

#[derive(Template)]
#[template(path = "refill/none.html")]
struct NonePage {
    page: Page,
    banner: Banner,
    part: &'static str,
}

/// The first step, or that there is no pump to fill.
async fn start(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    if !chart.patient.has_pump() {
        let (page, banner) = (chart.page.clone(), chart.banner());
        return Ok(show(&NonePage { page, banner, part: "refill" })?.into_response());
    }
    let form = chart.form(&state);
    Ok(show(&path_page(&state, &chart, Step::Identify, form, false).await?)?.into_response())
}

/// A step was filled in: the next one if everything up to it holds, else the first that does not.
async fn step(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    if !chart.patient.has_pump() {
        return Err(PageError::Unreadable("There is no pump to fill.".to_owned()));
    }
    let mut form = Form::posted(fields)?;
    let posted = Step::by_word(form.value("step")).unwrap_or(Step::Identify);
    if form.fields.is_resumed() {
        return Ok(show(&path_page(&state, &chart, posted, form, false).await?)?.into_response());
    }
    if let Some(back) = Step::by_word(form.value("go")).filter(|back| *back < posted) {
        return Ok(show(&path_page(&state, &chart, back, form, false).await?)?.into_response());
    }
    // Sent again, it is the same act, and is not checked against what it has itself filled; with other contents it is refused.
    if posted == Step::Check
        && state.store().resolve(form.id).await?.is_some()
        && let Some(steps) = record::steps(&chart, &mut form)
        && chart.record(&state, &mut form, steps).await?.is_some()
    {
        return Ok(Redirect::to(&format!("/patients/{}/refill/done", chart.patient.id)).into_response());
    }
    let refused = {
        let stand = record::stand_then(&chart, &form)?;
        if posted == Step::Compare && aside::second_withdrawal(&mut form) {
            Some(Step::Compare)
        } else {
            let steps = Step::ALL.into_iter().map(|(step, ..)| step).filter(|step| *step <= posted);
            let mut refused = None;
            for step in steps {
                path::check(step, &mut form, &chart, &stand);
                if form.is_refused() {
                    refused = Some(step);
                    break;
                }
            }
            refused
        }
    };
    if posted == Step::Compare && form.is("exit", "trouble") && refused == Some(Step::Compare) {
        form.refusals.clear();
        return aside::stop(&state, &chart, form).await;
    }
    if let Some(step) = refused {
        let page = path_page(&state, &chart, step, form, false).await?;
        let status = if page.form.is_refused() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return Ok((status, show(&page)?).into_response());
    }
    if posted < Step::Check {
        let page = path_page(&state, &chart, posted.next(), form, false).await?;
        return Ok(show(&page)?.into_response());
    }
    let steps = record::steps(&chart, &mut form);
    if let Some(steps) = steps
        && chart.record(&state, &mut form, steps).await?.is_some()
    {
        return Ok(Redirect::to(&format!("/patients/{}/refill/done", chart.patient.id)).into_response());
    }
    let page = path_page(&state, &chart, Step::Check, form, true).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(&page)?).into_response())
}
