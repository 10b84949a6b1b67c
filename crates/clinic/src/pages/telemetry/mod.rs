//! A pump that can be reached: connect it, read it, compare it with the record, sound and acknowledge its alarms, file what was read.

mod send;
mod view;

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use crate::telemetry::{Programmer, Reading};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use practice::path::telemetry::{Connection, Event};
use practice::patient::PatientEvent;
use practice::telemetry::{Beside, beside, runs};
use programmer::{PumpCard, TalkError};
use pump::{AlarmClass, Condition};
use record::hex;
use serde_json::json;
use std::sync::Arc;
use view::{AlarmRow, LogRow};

pub(crate) use send::routes as order_routes;
pub(crate) use view::Panel;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/telemetry", get(page))
        .route("/patients/{id}/telemetry/connect", post(connect))
        .route("/patients/{id}/telemetry/disconnect", post(disconnect))
        .route("/patients/{id}/telemetry/read", post(read))
        .route("/patients/{id}/telemetry/file", post(file))
        .route("/patients/{id}/telemetry/test-alarm", post(test_alarm))
        .route("/patients/{id}/telemetry/acknowledge", post(acknowledge))
}

#[derive(Template)]
#[template(path = "telemetry/page.html")]
struct TelemetryPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    /// Whether this application can reach pumps at all.
    reaches: bool,
    serial: Option<String>,
    connection: Option<Connection>,
    panel: Option<Panel>,
    rows: Vec<Beside>,
    agrees: bool,
    alarms: Vec<AlarmRow>,
    log: Vec<LogRow>,
    /// What went wrong with the pump just now.
    trouble: Option<String>,
    may: bool,
    may_record: bool,
}

/// The pump of the record, and the connection to it.
pub(super) fn reached(chart: &Chart) -> Result<Option<(String, Option<Connection>)>, PageError> {
    let stand = chart.stand()?;
    let Some(pump) = stand.course.pump.filter(|_| chart.patient.has_pump()) else { return Ok(None) };
    let connection = chart.patient.path.telemetry.to(&pump.serial).cloned();
    Ok(Some((pump.serial.clone(), connection)))
}

fn shown(
    state: &AppState,
    chart: &Chart,
    form: Form,
    trouble: Option<String>,
) -> Result<Response, PageError> {
    let known = reached(chart)?;
    let stand = chart.stand()?;
    let (serial, connection) = known.map_or((None, None), |(serial, connection)| (Some(serial), connection));
    let reading = state.programmer().zip(serial.as_deref()).filter(|_| connection.is_some());
    let reading = reading.and_then(|(programmer, serial)| programmer.reading(chart.patient.id, serial));
    let rows = reading.as_deref().map(|reading| beside(&stand, reading.said())).unwrap_or_default();
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if trouble.is_some() {
        StatusCode::BAD_GATEWAY
    } else {
        StatusCode::OK
    };
    let page = TelemetryPage {
        banner: chart.banner(),
        part: "program",
        form,
        reaches: state.programmer().is_some(),
        panel: chart.telemetry.clone(),
        agrees: rows.iter().all(|row| row.same || !row.program),
        alarms: reading.as_deref().map(view::alarms).unwrap_or_default(),
        log: reading.as_deref().map(view::log).unwrap_or_default(),
        rows,
        serial,
        connection,
        trouble,
        may: chart.actor.may(Right::ConfirmOrders),
        may_record: chart.actor.may(Right::RecordReports),
        page: chart.page.clone(),
    };
    Ok((status, show(&page)?).into_response())
}

async fn page(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    let form = chart.form(&state);
    shown(&state, &chart, form, None)
}

fn to_page(chart: &Chart) -> Response {
    Redirect::to(&chart.banner().address("telemetry")).into_response()
}

/// Runs what waits for a pump on a thread of its own.
pub(super) async fn waited<T: Send + 'static>(
    state: &AppState,
    act: impl FnOnce(&Programmer) -> T + Send + 'static,
) -> Result<T, PageError> {
    let programmer: Arc<Programmer> = state.programmer_shared().ok_or(PageError::NotFound)?;
    let done = tokio::task::spawn_blocking(move || act(&programmer)).await;
    done.map_err(|error| PageError::Fault(error.to_string()))
}

/// The connection that an act needs.
pub(super) fn connected(chart: &Chart) -> Result<Connection, PageError> {
    reached(chart)?.and_then(|(_, connection)| connection).ok_or(PageError::NotFound)
}

/// What comes of an act at the pump: the page again, with what went wrong.
fn after(state: &AppState, chart: &Chart, result: Result<(), TalkError>) -> Result<Response, PageError> {
    match result {
        Ok(()) => Ok(to_page(chart)),
        Err(error) => {
            let form = chart.form(state);
            shown(state, chart, form, Some(crate::sentence(&error.to_string())))
        }
    }
}

async fn connect(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let mut form = Form::posted(fields)?;
    let (serial, _) = reached(&chart)?.ok_or(PageError::NotFound)?;
    let address = form.required("address", "Type where the pump is reached, such as 127.0.0.1:7700");
    let card = form.required("card", "Type the line of the pump's card");
    let card = match card.parse::<PumpCard>() {
        Ok(card) => Some(card),
        Err(error) if !card.is_empty() => {
            form.refuse("card", crate::sentence(&error.to_string()));
            None
        }
        Err(_) => None,
    };
    if let Some(card) = card.as_ref().filter(|card| card.serial != serial) {
        let problem = format!(
            "This is the card of pump {}. The pump of this patient has the serial number {serial}.",
            card.serial
        );
        form.refuse("card", problem);
    }
    if crate::pages::orders::known(&state, form.id).await? {
        return Ok(to_page(&chart));
    }
    let (Some(card), false) = (card, form.is_refused() || form.fields.is_resumed()) else {
        return shown(&state, &chart, form, None);
    };
    let connection = Connection { serial, address: address.clone(), key: hex(&card.pump_key) };
    // A pump knows its programmers by a label; the house is what its reader understands.
    let label = "clinic".to_owned();
    if let Err(error) = waited(&state, move |programmer| programmer.pair(&card, &address, &label)).await? {
        return shown(&state, &chart, form, Some(crate::sentence(&error.to_string())));
    }
    let step = Step::Event {
        event: PatientEvent::Telemetry(Event::Connected(connection)),
        happened: chart.page.now,
    };
    match chart.record(&state, &mut form, vec![step]).await? {
        Some(_) => Ok(to_page(&chart)),
        None => shown(&state, &chart, form, None),
    }
}

async fn disconnect(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let mut form = Form::posted(fields)?;
    let reason = form.required("reason", "Say why");
    let event = PatientEvent::Telemetry(Event::Disconnected { reason });
    let steps = vec![Step::Event { event, happened: chart.page.now }];
    match chart.done(&state, &mut form, steps, "telemetry").await? {
        Some(done) => Ok(done),
        None => shown(&state, &chart, form, None),
    }
}

async fn read(State(state): State<AppState>, chart: Chart) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let connection = connected(&chart)?;
    let (patient, now) = (chart.patient.id, chart.page.now);
    let result = waited(&state, move |programmer| programmer.read(patient, &connection, now)).await?;
    after(&state, &chart, result)
}

/// What was read, as a line of the record.
fn interrogation(chart: &Chart, reading: &Reading) -> serde_json::Value {
    let at = jiff::Timestamp::from_second(reading.at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let status = &reading.status;
    let mut read = json!({
        "serial": status.serial.as_str(),
        "running": runs(reading.said()),
    });
    // A day of the pump's clock: the fixed offset is part of the status.
    let day = |pump_time: i64| view::day_of(pump_time).map(|day| day.to_string());
    if let (Some(fields), Some(day)) = (read.as_object_mut(), status.indicated_at.and_then(day)) {
        fields.insert("elective-replacement".to_owned(), json!(day));
    }
    json!({ "at": at.to_zoned(chart.page.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), "interrogated": read })
}

async fn file(State(state): State<AppState>, chart: Chart, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let (serial, _) = reached(&chart)?.ok_or(PageError::NotFound)?;
    let reading = state.programmer().and_then(|programmer| programmer.reading(chart.patient.id, &serial));
    let Some(reading) = reading else {
        form.refuse("", "The pump has not been read since thecal was started: read it again.");
        return shown(&state, &chart, form, None);
    };
    let steps = vec![Step::Report { line: interrogation(&chart, &reading) }];
    match chart.done(&state, &mut form, steps, "telemetry").await? {
        Some(done) => Ok(done),
        None => shown(&state, &chart, form, None),
    }
}

async fn test_alarm(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let class = match fields.text("class") {
        "non-critical" => AlarmClass::NonCritical,
        "critical" => AlarmClass::Critical,
        _ => return Err(PageError::Unreadable("Which alarm is meant is missing.".to_owned())),
    };
    let connection = connected(&chart)?;
    let result = waited(&state, move |programmer| programmer.test_alarm(&connection, class)).await?;
    after(&state, &chart, result)
}

async fn acknowledge(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let named = fields.text("condition");
    let condition = Condition::ALL.into_iter().find(|condition| view::condition_word(*condition) == named);
    let condition =
        condition.ok_or_else(|| PageError::Unreadable("Which alarm is meant is missing.".to_owned()))?;
    let connection = connected(&chart)?;
    let (patient, now) = (chart.patient.id, chart.page.now);
    let act = move |programmer: &Programmer| programmer.acknowledge(patient, &connection, condition, now);
    let result = waited(&state, act).await?;
    after(&state, &chart, result)
}
