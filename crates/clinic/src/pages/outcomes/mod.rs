//! Outcomes: choose patients; tables, figures, files, one report without names.

mod asked;

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::outcomes::{Figure, figures, foot, invented, paper, warnings};
use crate::page::{Page, Section, show};
use crate::pages::enquiries::files::locked;
use crate::pages::overview::view::Drawing;
use crate::papers::typeset;
use crate::state::AppState;
use askama::Template;
use asked::{Asked, Choices};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use charts::{Palette, captioned, png};
use outcomes::cohort::{Plan, Report, Table, report};
use practice::access::{Actor, Right};
use practice::analysed::People;
use practice::summary::Summary;
use record::{Kind, Stream};
use std::collections::BTreeMap;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/outcomes", get(page))
        .route("/outcomes/report.pdf", get(pdf))
        .route("/outcomes/report.json", get(json))
        .route("/outcomes/table/{table}", get(table))
        .route("/outcomes/figure/{figure}", get(picture))
}

/// How many of those whose dose rises fast are listed by name.
const RISING_SHOWN: usize = 20;
/// Width of a figure as PNG, in pixels: sharp in print at 15 cm.
const PNG_WIDTH: u32 = 1_800;

/// Everybody whom the person may analyse.
async fn people(state: &AppState, actor: &Actor, page: &Page) -> Result<People, PageError> {
    let rules = state.rules().await?;
    Ok(state.practice().people(actor, &page.sight, &rules, page.now).await?)
}

/// The report of a plan, made where it holds up nobody.
async fn analysed(people: People, plan: Plan) -> Result<(Report, People), PageError> {
    let made = tokio::task::spawn_blocking(move || (report(&people.persons, &plan), people)).await;
    made.map_err(|error| PageError::Fault(error.to_string()))
}

/// A table with what belongs to it.
struct Part {
    table: Table,
    figures: Vec<(Figure, Drawing)>,
}

/// Somebody whose dose rises fast.
struct Rises {
    address: String,
    name: String,
    /// How fast, in words.
    rises: Vec<String>,
}

#[derive(Template)]
#[template(path = "outcomes/page.html")]
struct OutcomesPage {
    page: Page,
    form: Form,
    choices: Choices,
    chosen: Vec<[String; 2]>,
    /// Whether anybody was left out by the choice.
    narrowed: bool,
    warnings: Vec<String>,
    invented: String,
    patients: usize,
    people: usize,
    hidden: usize,
    unreadable: usize,
    parts: Vec<Part>,
    rising: Vec<Rises>,
    rising_more: usize,
    rising_above: String,
    published: Vec<Table>,
    methods: Vec<String>,
    foot: String,
    data: String,
    /// What was asked for, for the addresses of files.
    query: String,
}

async fn page(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::AnalyseOutcomes)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let all = people(&state, &actor, &page).await?;
    let choices = Choices::of(&all.persons, &*state.rules().await?);
    let mut form = Form::new(&state, 0);
    form.fields = fields;
    let asked = Asked::read(&mut form, page.now, &page.zone);
    let refused = form.is_refused();
    let plan = asked.plan.clone();
    let (report, all) = analysed(all, plan.clone()).await?;
    let rising = rising(&state, &report, &all).await?;
    let mut drawn = figures(&report);
    let parts = report.tables().into_iter().map(|table| {
        let own = drawn.extract_if(.., |figure| figure.table == table.id);
        let own = own.map(|figure| {
            let drawing = Drawing {
                wide: figure.wide.svg.clone(),
                narrow: figure.narrow.svg.clone(),
                table: figure.wide.table.clone(),
            };
            (figure, drawing)
        });
        Part { figures: own.collect(), table }
    });
    let shown = OutcomesPage {
        chosen: crate::outcomes::chosen(&plan),
        narrowed: !plan.choice.is_everybody(),
        warnings: warnings(&report),
        invented: invented(&report),
        patients: report.described.n,
        people: report.people,
        hidden: all.hidden,
        unreadable: all.unreadable.len(),
        parts: if refused { Vec::new() } else { parts.collect() },
        rising_more: report.doses.rising.len().saturating_sub(RISING_SHOWN),
        rising_above: outcomes::cohort::shown(report.doses.rising_above, 1),
        rising,
        published: outcomes::published::tables(),
        methods: report.methods.clone(),
        foot: foot(&report),
        data: report.data_sha256.clone(),
        query: asked.query,
        page: page.at(Section::Outcomes),
        choices,
        form,
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

fn dose(micrograms: f64) -> String {
    format!("{}\u{a0}micrograms per 24\u{a0}hours", outcomes::cohort::shown(micrograms, 1))
}

/// Those whose dose rises fast, by name, steepest first: on the page alone.
async fn rising(state: &AppState, report: &Report, people: &People) -> Result<Vec<Rises>, PageError> {
    let ids: BTreeMap<&str, record::Id> =
        people.persons.iter().zip(&people.ids).map(|(person, id)| (person.key.as_str(), *id)).collect();
    let mut all = Vec::new();
    for one in report.doses.rising.iter().take(RISING_SHOWN) {
        let Some(id) = ids.get(one.key.as_str()).copied() else { continue };
        let line = state.store().summary(Stream { kind: Kind::Patient, id }).await?;
        let Some(summary) = line.and_then(|line| serde_json::from_str::<Summary>(&line.summary).ok()) else {
            continue;
        };
        all.push(Rises {
            address: format!("/patients/{id}/loss-of-effect"),
            name: summary.name,
            rises: [
                one.last_year.map(|more| format!("{} more than a year before", dose(more))),
                one.micrograms_per_day_per_year
                    .map(|slope| format!("{} more each year, over {} yearly doses", dose(slope), one.doses)),
            ]
            .into_iter()
            .flatten()
            .collect(),
        });
    }
    Ok(all)
}

/// The report for files; what cannot be read is told as on the page.
async fn asked_for(
    state: &AppState,
    actor: &Actor,
    page: &Page,
    uri: &Uri,
) -> Result<(Report, Plan), PageError> {
    actor.require(Right::AnalyseOutcomes)?;
    let mut form = Form::new(state, 0);
    form.fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let asked = Asked::read(&mut form, page.now, &page.zone);
    if let Some(refusal) = form.refusals.first() {
        return Err(PageError::Unreadable(format!("{}: {}", refusal.field, refusal.problem)));
    }
    let all = people(state, actor, page).await?;
    let (report, _) = analysed(all, asked.plan.clone()).await?;
    Ok((report, asked.plan))
}

fn name_of(what: &str, report: &Report, ending: &str) -> String {
    format!("outcomes-{what}-{}.{ending}", report.cut)
}

async fn pdf(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    let (report, plan) = asked_for(&state, &actor, &page, &uri).await?;
    let published = Fields::parse(uri.query().unwrap_or_default().as_bytes()).has("published");
    let name = name_of("report", &report, "pdf");
    let clinic = page.clinic.clone();
    let made = typeset(move |warmed| warmed.report(&paper(&report, &plan, &clinic, published))).await?;
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
    ];
    Ok((headers, made).into_response())
}

async fn json(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    let (report, _) = asked_for(&state, &actor, &page, &uri).await?;
    let text = serde_json::to_vec_pretty(&report).map_err(|error| PageError::Fault(error.to_string()))?;
    locked("application/json", &name_of("report", &report, "json"), text)
}

async fn table(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response, PageError> {
    let id = name.strip_suffix(".csv").ok_or(PageError::NotFound)?;
    let (report, _) = asked_for(&state, &actor, &page, &uri).await?;
    let mut all = report.tables().into_iter().chain(outcomes::published::tables());
    let table = all.find(|table| table.id == id).ok_or(PageError::NotFound)?;
    locked("text/csv; charset=utf-8", &name_of(id, &report, "csv"), table.csv().into_bytes())
}

async fn picture(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response, PageError> {
    let (id, ending) = name.rsplit_once('.').ok_or(PageError::NotFound)?;
    let (report, _) = asked_for(&state, &actor, &page, &uri).await?;
    let figure = figures(&report).into_iter().find(|figure| figure.id == id).ok_or(PageError::NotFound)?;
    let invented = invented(&report);
    let caption = [figure.title.as_str(), &foot(&report), &invented];
    let caption: Vec<&str> = caption.into_iter().filter(|text| !text.is_empty()).collect();
    let svg = captioned(&figure.wide.svg, Palette::Light, &caption.join(". "));
    let file = name_of(id, &report, ending);
    match ending {
        "svg" => locked("image/svg+xml", &file, svg.into_bytes()),
        "png" => {
            let made = tokio::task::spawn_blocking(move || png(&svg, PNG_WIDTH, &documents::FONTS)).await;
            let made = made.map_err(|error| PageError::Fault(error.to_string()))?;
            locked("image/png", &file, made.map_err(|error| PageError::Fault(error.to_string()))?)
        }
        _ => Err(PageError::NotFound),
    }
}
