//! A signed order goes to the pump: read, staged, read back, filed as sent, committed, seen running, filed as confirmed.

use super::{connected, waited};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::orders::{Looked, Named, known, look, name_of, stage::Stage, to_order};
use crate::patient::Chart;
use crate::sentence;
use crate::state::AppState;
use crate::telemetry::{Programmer, Reading};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use practice::access::Right;
use practice::telemetry::{Beside, NotSent, agrees, beside, confirmation, object, settling};
use practice::{Refusal, Step};
use programmer::{Entered, TalkError};
use record::hex;
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/orders/{name}/send", get(ask).post(send))
        .route("/patients/{id}/orders/{name}/resolve", get(ask_resolve).post(resolve))
}

#[derive(Template)]
#[template(path = "telemetry/send.html")]
struct SendPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
    rows: Vec<Beside>,
    /// Whether the pump was read, and runs what the record says.
    read: Option<String>,
    agrees: bool,
    /// What went wrong with the pump just now.
    trouble: Option<String>,
    /// Whether the order may be in the pump, and nobody knows.
    unknown: bool,
}

fn shown(
    state: &AppState,
    chart: &Chart,
    form: Form,
    order: Looked,
    trouble: Option<String>,
) -> Result<Response, PageError> {
    let serial = connected(chart)?.serial;
    let stand = chart.stand()?;
    let reading = state.programmer().and_then(|programmer| programmer.reading(chart.patient.id, &serial));
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if trouble.is_some() {
        StatusCode::BAD_GATEWAY
    } else {
        StatusCode::OK
    };
    let page = SendPage {
        banner: chart.banner(),
        part: "program",
        form,
        unknown: order.stage == Stage::Unknown,
        order,
        rows: reading.as_deref().map(|reading| beside(&stand, reading.said())).unwrap_or_default(),
        agrees: reading.as_deref().is_some_and(|reading| agrees(&stand, reading.said())),
        read: reading.map(|reading| chart.page.moment(reading.at)),
        trouble,
        page: chart.page.clone(),
    };
    Ok((status, show(&page)?).into_response())
}

fn in_stage(order: &Looked, stage: Stage) -> Result<(), PageError> {
    crate::pages::orders::in_stage(order, &[stage])
}

async fn ask(State(state): State<AppState>, chart: Chart, path: Named) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, Stage::Ordered)?;
    // What is shown is what the pump says now: reading changes nothing in it.
    let connection = connected(&chart)?;
    let (patient, now) = (chart.patient.id, chart.page.now);
    let result = waited(&state, move |programmer| programmer.read(patient, &connection, now)).await?;
    let form = chart.form(&state);
    shown(&state, &chart, form, order, result.err().map(|error| sentence(&error.to_string())))
}

/// A moment of the clinic as a line has it.
fn written(chart: &Chart, at: i64) -> String {
    let at = jiff::Timestamp::from_second(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(chart.page.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Files a line as it stands, over the newest version of the record.
async fn filed(state: &AppState, chart: &Chart, line: Value) -> Result<(), PageError> {
    let patient = state.practice().patient(chart.patient.id, &chart.rules).await?;
    let form = practice::Form {
        id: state.new_id(),
        patient: chart.patient.id,
        expected: patient.version,
        now: state.now(),
    };
    state.practice().record(&chart.actor, form, &chart.rules, vec![Step::Report { line }]).await?;
    Ok(())
}

/// The reading that was made for a patient last.
fn reading_of(state: &AppState, chart: &Chart) -> Result<Option<Arc<Reading>>, PageError> {
    let serial = connected(chart)?.serial;
    Ok(state.programmer().and_then(|programmer| programmer.reading(chart.patient.id, &serial)))
}

/// Files that the pump was seen running the order.
async fn confirmed(state: &AppState, chart: &Chart, name: &str) -> Result<(), PageError> {
    let reading = reading_of(state, chart)?;
    let line = reading.and_then(|reading| confirmation(reading.said(), name, &written(chart, state.now())));
    match line {
        Some(line) => filed(state, chart, line).await,
        None => Ok(()),
    }
}

async fn send(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    // A form that is sent twice sends nothing twice.
    if known(&state, form.id).await? {
        return Ok(to_order(&chart, &name));
    }
    let order = look(&chart, &name)?;
    in_stage(&order, Stage::Ordered)?;
    if !form.is("close", "yes") {
        form.refuse("close", "Hold the programmer to the pump, and say so here");
    }
    if form.is_refused() || form.fields.is_resumed() {
        return shown(&state, &chart, form, order, None);
    }
    let outcome = entered(&state, &chart, &form, &name, &order).await?;
    match outcome {
        Ok(Ok(Entered::Runs { .. })) => {
            confirmed(&state, &chart, &name).await?;
            Ok(to_order(&chart, &name))
        }
        // What was filed as sent stays unknown until the pump has been read.
        Ok(Ok(Entered::Unknown { .. })) => Ok(to_order(&chart, &name)),
        // Before it was filed as sent, nothing has to be taken back.
        Ok(Ok(Entered::NotEntered { why })) if !known(&state, form.id).await? => {
            let form = chart.form(&state);
            shown(&state, &chart, form, order, Some(sentence(&format!("nothing was entered: {why}"))))
        }
        Ok(Ok(Entered::NotEntered { why })) => {
            let reason = format!("The pump did not take it: {why}");
            let at = written(&chart, state.now());
            filed(&state, &chart, json!({ "at": at, "reason": reason, "not-entered": { "order": name } }))
                .await?;
            Ok(to_order(&chart, &name))
        }
        Ok(Err(not_sent)) => {
            let form = chart.form(&state);
            shown(&state, &chart, form, order, Some(sentence(&not_sent.to_string())))
        }
        Err(error) => {
            let form = chart.form(&state);
            shown(&state, &chart, form, order, Some(sentence(&format!("nothing was entered: {error}"))))
        }
    }
}

/// The session on a thread of its own; between read-back and commit it is filed that the order is sent.
async fn entered(
    state: &AppState,
    chart: &Chart,
    form: &Form,
    name: &str,
    order: &Looked,
) -> Result<Result<Result<Entered, NotSent>, TalkError>, PageError> {
    let connection = connected(chart)?;
    let (patient, now) = (chart.patient.id, chart.page.now);
    let (shared, own, form) = (state.clone(), chart.clone(), form.clone());
    let (line, act, name) = (order.line.clone(), order.act.clone(), name.to_owned());
    let handle = tokio::runtime::Handle::current();
    waited(state, move |programmer: &Programmer| {
        let make = |reading: &Reading| {
            let stand = own.stand().map_err(|error| NotSent::NotFiled(error.to_string()))?;
            // What somebody read, and may have compared, must still hold now.
            if !agrees(&stand, reading.said()) {
                return Err(NotSent::Differs);
            }
            object(&own.patient, &stand, reading.said(), &name, &line, &act)
        };
        let counter = core::cell::Cell::new(0);
        let make = |reading: &Reading| make(reading).inspect(|order| counter.set(order.counter));
        let file = |digest: &[u8; 32]| {
            let sent = json!({ "order": name, "digest": hex(digest), "counter": counter.get() });
            let sent = json!({ "at": written(&own, shared.now()), "sent": sent });
            let handed = practice::Form { id: form.id, patient, expected: form.expected, now: shared.now() };
            let steps = vec![Step::Report { line: sent }];
            let recorded =
                shared.practice().record_filled(&own.actor, handed, form.content(), &own.rules, steps);
            handle
                .block_on(recorded)
                .map(drop)
                .map_err(|refusal: Refusal| NotSent::NotFiled(refusal.to_string()))
        };
        programmer.enter(patient, &connection, now, make, file)
    })
    .await
}

async fn ask_resolve(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, Stage::Unknown)?;
    let form = chart.form(&state);
    shown(&state, &chart, form, order, None)
}

/// What the record says of an order that was sent: the digest by which the pump names it, its counter, and when it was sent.
fn sent_marks(chart: &Chart, name: &str) -> Option<(String, u64, i64)> {
    let is_meant = |line: &&Value| line.pointer("/sent/order").and_then(Value::as_str) == Some(name);
    let line = chart.patient.lines.iter().rev().map(|placed| &placed.line.line).find(is_meant)?;
    let at: jiff::Timestamp = line.get("at")?.as_str()?.parse().ok()?;
    let sent = line.get("sent")?;
    Some((sent.get("digest")?.as_str()?.to_owned(), sent.get("counter")?.as_u64()?, at.as_second()))
}

/// Reads the pump and says what became of an order: only this ends an unknown.
async fn resolve(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let name = name_of(&path).to_owned();
    let form = Form::posted(fields)?;
    let order = look(&chart, &name)?;
    if order.stage != Stage::Unknown {
        return Ok(to_order(&chart, &name));
    }
    let connection = connected(&chart)?;
    let (patient, now) = (chart.patient.id, chart.page.now);
    let result = waited(&state, move |programmer| programmer.read(patient, &connection, now)).await?;
    if let Err(error) = result {
        return shown(&state, &chart, form, order, Some(sentence(&error.to_string())));
    }
    let Some((reading, (digest, counter, sent_at))) =
        reading_of(&state, &chart)?.zip(sent_marks(&chart, &name))
    else {
        return Ok(to_order(&chart, &name));
    };
    let status = &reading.status;
    if status.committed.as_ref().is_some_and(|marks| hex(&marks.digest) == digest) {
        let lines = settling(reading.said(), &name, sent_at, state.now(), |at| written(&chart, at));
        for line in lines {
            filed(&state, &chart, line).await?;
        }
    } else if status.counter < counter {
        // A session that ends takes with it whatever it had sent: what the pump has not accepted by now it never will.
        let at = written(&chart, state.now());
        let reason = "The pump was read: it has not accepted this order";
        filed(&state, &chart, json!({ "at": at, "reason": reason, "not-entered": { "order": name } }))
            .await?;
    } else {
        let overtaken = "The pump has accepted another order since: whether it ran this one in between, its log tells. Compare record and pump, then record by hand what became of this order.";
        return shown(&state, &chart, form, order, Some(overtaken.to_owned()));
    }
    Ok(to_order(&chart, &name))
}
