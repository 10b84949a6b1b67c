//! The patient did not come: who was tried, how far it goes by the days until the pump may be empty, a new visit.

use crate::banner::Banner;
use crate::bedside::source_of_limit;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use crate::when::written;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use practice::Step;
use practice::patient::{Contact, PatientEvent};
use practice::rules::Rules;
use serde_json::json;
use therapy::whole;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/attendance", get(show_page))
        .route("/patients/{id}/attendance/missed", post(missed))
        .route("/patients/{id}/attendance/contact", post(contact))
        .route("/patients/{id}/attendance/visit", post(visit))
}

/// What such a contact is about.
pub(crate) const ABOUT: &str = "missed refill";

/// How far it goes, from the mildest.
pub(crate) struct Rung {
    /// When it holds, in words.
    pub when: String,
    /// What is done, and who is told.
    pub act: &'static str,
    /// Whether it holds today.
    pub now: bool,
}

/// The rungs of escalation, and the words for how many days are left.
pub(crate) fn rungs(rules: &Rules, today: Date, early_empty: Option<Date>) -> (Vec<Rung>, Option<String>) {
    let limits = &rules.protocol.attendance;
    let (soon, urgent, now) = (whole(&limits.soon_days), whole(&limits.urgent_days), whole(&limits.now_days));
    let left = early_empty.and_then(|day| day.since(today).ok()).map(|span| i64::from(span.get_days()));
    let holds = |from: i64, below: i64| left.is_some_and(|left| (from..below).contains(&left));
    let (soon_in, urgent_in, now_in) = (i64::from(soon), i64::from(urgent), i64::from(now));
    let rungs = vec![
        Rung {
            when: format!("More than {soon} days left"),
            act: "Call patient or carer, book a new visit before the refill date. Tell the coordinator.",
            now: holds(soon_in + 1, i64::MAX),
        },
        Rung {
            when: format!("{urgent} to {soon} days left"),
            act: "Call every day, every number and every carer on record. Tell the nurse in charge and the patient's own doctor.",
            now: holds(urgent_in, soon_in + 1),
        },
        Rung {
            when: format!("Less than {urgent} days left"),
            act: "Tell the physician of the clinic. Make sure that the medicine kept at home is there and in date, and that patient and carer know the signs of withdrawal.",
            now: holds(now_in, urgent_in),
        },
        Rung {
            when: format!("Less than {now} days left"),
            act: "The physician decides today: refill today, at home or in the nearest house, or admission. Somebody goes and looks if nobody answers.",
            now: holds(0, now_in),
        },
        Rung {
            when: "The pump may be empty".to_owned(),
            act: "Treat as a pump that does not deliver: ask for signs of withdrawal now, send to the emergency department with the emergency sheet, ask the police or the house to look if nobody answers.",
            now: left.is_some_and(|left| left < 0),
        },
    ];
    let words = left.map(|left| match left {
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        -1 => "1 day ago".to_owned(),
        left if left < 0 => format!("{} days ago", -left),
        left => format!("in {left} days"),
    });
    (rungs, words)
}

/// A try to reach somebody.
struct Tried {
    when: String,
    with: String,
    reached: bool,
    outcome: String,
}

#[derive(Template)]
#[template(path = "attendance/attendance.html")]
struct AttendancePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    missed: Vec<(String, String)>,
    tried: Vec<Tried>,
    rungs: Vec<Rung>,
    source: String,
    early_empty: Option<String>,
    left: Option<String>,
    refill_by: Option<String>,
    visit: Option<String>,
    numbers: String,
    home_stock: Option<String>,
}

fn page(chart: &Chart, form: Form) -> AttendancePage {
    let summary = &chart.summary;
    let today = chart.today();
    let (rungs, left) = rungs(&chart.rules, today, summary.early_empty_on);
    let entries = || chart.patient.entries.iter().rev().filter(|entry| entry.stands());
    let missed = entries().filter_map(|entry| match &entry.event {
        PatientEvent::DidNotAttend { on, note } => {
            let note = if note.is_empty() { String::new() } else { sentence(note) };
            Some((therapy::date_in_words(*on), note))
        }
        _ => None,
    });
    let tried = entries().filter_map(|entry| match &entry.event {
        PatientEvent::Contact(contact) if contact.about == ABOUT => Some(Tried {
            when: chart.page.moment(entry.happened),
            with: contact.with.clone(),
            reached: contact.reached,
            outcome: contact.outcome.clone(),
        }),
        _ => None,
    });
    let stock = chart.patient.home_stock.as_ref();
    AttendancePage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "refill",
        missed: missed.collect(),
        tried: tried.collect(),
        rungs,
        source: source_of_limit(&chart.rules, &chart.rules.protocol.attendance.soon_days),
        early_empty: summary.early_empty_on.map(therapy::date_in_words),
        left,
        refill_by: summary.refill_by.map(therapy::date_in_words),
        visit: summary.visit.map(therapy::date_in_words),
        numbers: chart.patient.identity.contact.clone(),
        home_stock: stock.map(|stock| stock.what.clone()),
        form,
    }
}

fn back(chart: &Chart) -> Response {
    Redirect::to(&format!("/patients/{}/attendance", chart.patient.id)).into_response()
}

fn again(chart: &Chart, form: Form) -> Result<Response, PageError> {
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, show(&page(chart, form))?).into_response())
}

async fn show_page(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let mut form = chart.form(&state).with("missed.on", chart.today().to_string());
    if let Some(by) = chart.summary.refill_by {
        form = form.with("visit.on", by.to_string());
    }
    again(&chart, form)
}

/// The day that was booked, on which nobody came.
async fn missed(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let on = form.day("missed.on");
    if on.is_some_and(|on| on > chart.today()) {
        form.refuse("missed.on", "This day has not come yet");
    }
    if let Some(on) = on
        && !form.is_refused()
        && !form.fields.is_resumed()
    {
        let event = PatientEvent::DidNotAttend { on, note: form.value("missed.note").to_owned() };
        let steps = vec![Step::Event { event, happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    again(&chart, form)
}

/// Somebody was tried.
async fn contact(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let with = form.required("with", "Say who was tried, and how, such as \"mother, by phone\"");
    let reached = form.value("reached").to_owned();
    if !matches!(reached.as_str(), "yes" | "no") {
        form.refuse("reached", "Say whether anybody was reached");
    }
    if reached == "yes" {
        form.required("outcome", "Write down what was agreed");
    }
    if !form.is_refused() && !form.fields.is_resumed() {
        let outcome = form.value("outcome").to_owned();
        let contact = Contact {
            about: ABOUT.to_owned(),
            with,
            reached: reached == "yes",
            answers: Vec::new(),
            outcome,
        };
        let steps = vec![Step::Event { event: PatientEvent::Contact(contact), happened: chart.page.now }];
        if chart.record(&state, &mut form, steps).await?.is_some() {
            return Ok(back(&chart));
        }
    }
    again(&chart, form)
}

/// A new visit; one that is too late is refused once.
async fn visit(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    if let Some(on) = form.day("visit.on").filter(|_| !form.fields.is_resumed()) {
        let by = chart.summary.refill_by.filter(|by| on > *by && !form.is("visit-late", "yes"));
        if on < chart.today() {
            form.refuse("visit.on", "This day has passed");
        } else if let Some(by) = by {
            let by = therapy::date_in_words(by);
            form.refuse("visit.on", format!("This is later than the refill must be ({by}): choose an earlier day, or tick below that it is booked so all the same"));
        }
        if !form.is_refused() {
            let at = written(chart.page.now, &chart.page.zone);
            let line = json!({ "at": at, "visit": { "on": on.to_string() } });
            if chart.record(&state, &mut form, vec![Step::Report { line }]).await?.is_some() {
                return Ok(back(&chart));
            }
        }
    }
    again(&chart, form)
}
