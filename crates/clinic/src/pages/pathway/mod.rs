//! The way of one patient: where on it they are, what blocks the next step, and the pages of its parts; and the board.

mod after_care;
mod board;
mod complications;
mod decision;
mod evaluation;
mod implant;
mod look;
mod paper;
mod screening;
mod sheet;

use crate::banner::Banner;
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
use practice::Step;
use practice::access::Right;
use practice::path::stage::{Block, Event, Stage};
use practice::patient::PatientEvent;
use therapy::date_in_words;
use therapy::pathway::sheet::Phase;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/board", get(board::board))
        .route("/patients/{id}/pathway", get(hub))
        .route("/patients/{id}/pathway/referred", post(referred))
        .route("/patients/{id}/sheets/{sheet}", get(sheet::ask).post(sheet::record))
        .route("/patients/{id}/sheets/{sheet}/paper", get(paper::of_sheet))
        .route("/patients/{id}/evaluation", get(evaluation::evaluation))
        .route("/patients/{id}/candidacy", get(evaluation::candidacy))
        .route("/patients/{id}/decision", get(decision::decision))
        .route("/patients/{id}/decision/consent", post(decision::consent))
        .route("/patients/{id}/decision/end", post(decision::end))
        .route("/patients/{id}/screening", get(screening::screening))
        .route("/patients/{id}/screening/given", post(look::given))
        .route("/patients/{id}/screening/looked", post(look::looked))
        .route("/patients/{id}/screening/catheter", post(look::catheter))
        .route("/patients/{id}/implant-plan", get(implant::implant))
        .route("/patients/{id}/after-care", get(after_care::after_care))
        .route("/patients/{id}/after-care/plan", post(after_care::plan))
        .route("/patients/{id}/after-care/review", post(after_care::review))
        .route("/patients/{id}/complications", get(complications::list).post(complications::happened))
        .route("/patients/{id}/complications/died", post(complications::died))
        .route("/patients/{id}/complications/{complication}/over", post(complications::ended))
}

/// A page of the pathway: its address below the patient's, its name, and what it is for.
type Link = (&'static str, &'static str, &'static str);

/// The parts of the way, in the order in which a patient walks it.
const PARTS: [(&str, &[Link]); 4] = [
    (
        "Up to the decision",
        &[
            ("evaluation", "Evaluation", "each discipline's sheet, and what is missing"),
            ("candidacy", "Candidacy", "criteria held against this patient; other ways"),
            ("decision", "Decision and consents", "who took part, what was decided; consent by consent"),
        ],
    ),
    (
        "Test and implant",
        &[
            ("screening", "Screening test", "doses, looks by the hour, before and after"),
            ("implant-plan", "Implant plan", "pump, pocket, catheter, back table, discharge"),
        ],
    ),
    (
        "Afterwards",
        &[
            ("after-care", "After-care", "titration plan, reviews, weaning, the dose over a year"),
            ("rehabilitation", "Rehabilitation", "programme, goals, sessions, exercises, reviews"),
            ("complications", "Complications", "what went wrong, what follows, deficits, death"),
            ("loss-of-effect", "Loss of effect", "the steps from the bedside to surgery"),
        ],
    ),
    (
        "All the way",
        &[
            ("team", "Care team", "who looks after this patient, in which house"),
            ("to-do", "To do", "what somebody has to do, and hand-over between houses"),
            ("appointments", "Appointments", "test, implant, refill, visit, review; reminders"),
        ],
    ),
];

#[derive(Template)]
#[template(path = "pathway/hub.html")]
struct Hub {
    page: Page,
    banner: Banner,
    part: &'static str,
    parts: &'static [(&'static str, &'static [Link])],
    /// Every stage with whether it is passed, now, or to come.
    stages: Vec<(&'static str, &'static str)>,
    since: String,
    stage: &'static str,
    blocks: Vec<Block>,
    referred: Option<(String, String, String)>,
    form: Form,
    may: bool,
}

/// Whether something of a stage that lies behind was recorded here.
fn recorded(chart: &Chart, stage: Stage) -> bool {
    let sheets = &chart.patient.path.sheets;
    match stage {
        Stage::Evaluated => evaluation::rows(chart, Phase::Evaluation)
            .iter()
            .all(|row| row.last.is_some() && row.missing == 0),
        Stage::Test => chart
            .patient
            .lines
            .iter()
            .any(|placed| placed.stands && placed.line.line.get("screened").is_some()),
        Stage::Decision => sheets.last("decision").is_some(),
        Stage::Planned => sheets.last("implant-plan").is_some(),
        _ => true,
    }
}

fn made(chart: &Chart, form: Form) -> Result<Response, PageError> {
    let place = &chart.summary.place;
    let stages = Stage::WORDS.into_iter().filter(|(_, stage, _)| match stage {
        Stage::Replacement | Stage::Ended => *stage == place.stage,
        _ => true,
    });
    let stages = stages.map(|(_, stage, title)| {
        let state = match stage.cmp(&place.stage) {
            core::cmp::Ordering::Less if place.stage != Stage::Ended && !recorded(chart, stage) => "skipped",
            core::cmp::Ordering::Less if place.stage != Stage::Ended => "passed",
            core::cmp::Ordering::Equal => "now",
            _ => "to-come",
        };
        (title, state)
    });
    let refused = form.is_refused() || !form.moved.is_empty();
    let referred = chart.patient.path.stages.referred.as_ref();
    let hub = Hub {
        banner: chart.banner(),
        part: "pathway",
        parts: &PARTS,
        stages: stages.collect(),
        since: chart.page.moment(place.since),
        stage: place.stage.words(),
        blocks: place.blocks.clone(),
        referred: referred.map(|(by, on, question)| (by.clone(), date_in_words(*on), question.clone())),
        form,
        may: chart.actor.may(Right::EditIdentity),
        page: chart.page.clone(),
    };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&hub)?).into_response())
}

async fn hub(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state).with("referred.on", chart.today().to_string());
    made(&chart, form)
}

/// Who sent the patient.
async fn referred(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::EditIdentity)?;
    let mut form = Form::posted(fields)?;
    let by = form.required("referred.by", "Say who sent the patient");
    let on = form.day("referred.on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("referred.on", "This day has not come yet");
    }
    let question = form.required("referred.question", "Say with what question");
    if let Some(on) = on.filter(|_| !form.is_refused() && !form.fields.is_resumed()) {
        let event = PatientEvent::Pathway(Event::Referred { by, on, question });
        let step = Step::Event { event, happened: chart.page.now };
        if chart.record(&state, &mut form, vec![step]).await?.is_some() {
            return Ok(Redirect::to(&chart.banner().address("pathway")).into_response());
        }
    }
    made(&chart, form)
}
