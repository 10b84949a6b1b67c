//! Orders: each in its state, who signed what, and the next act. Signing, the second person's check, what to type into the
//! programmer, and what it showed afterwards.

mod confirm;
mod numerals;
pub(crate) mod propose;
pub(crate) mod readback;
mod sign;
pub(crate) mod stage;
mod test_dose;
mod typing;

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::Form;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::Right;
use practice::patient::{DraftState, JudgeError, PatientEvent, line_title};
use readback::{FindingView, Readback, finding_said, readback};
use record::Id;
use serde_json::Value;
use stage::{Stage, stage_of};
use std::collections::HashMap;
use therapy::Course;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/orders", get(list))
        .route("/patients/{id}/orders/{name}", get(order))
        .merge(sign::routes())
        .merge(typing::routes())
        .merge(confirm::routes())
        .merge(test_dose::routes())
}

/// The name of the order in the path.
pub(crate) type Named = Path<HashMap<String, String>>;

pub(crate) fn name_of(path: &Named) -> &str {
    path.get("name").map_or("", String::as_str)
}

/// Whether a form was recorded before.
pub(crate) async fn known(state: &AppState, form: Id) -> Result<bool, PageError> {
    Ok(state.store().resolve(form).await?.is_some())
}

/// Back to the order.
pub(crate) fn to_order(chart: &Chart, name: &str) -> Response {
    Redirect::to(&format!("/patients/{}/orders/{name}", chart.patient.id)).into_response()
}

/// An order in the list.
struct Listed {
    name: String,
    title: String,
    written: String,
    by: String,
    stage: Stage,
    at: i64,
}

#[derive(Template)]
#[template(path = "orders/list.html")]
struct ListPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    orders: Vec<Listed>,
}

fn text<'a>(line: &'a Value, key: &str) -> &'a str {
    line.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Every order of the record: its line, and when it was written.
fn orders_of(chart: &Chart) -> Vec<(String, Value, i64)> {
    let drafts = chart.patient.drafts.iter().map(|draft| (draft.id.clone(), draft.line.clone(), draft.at));
    let mut orders: Vec<(String, Value, i64)> = drafts.collect();
    for placed in chart.patient.lines.iter().filter(|placed| placed.line.line.get("order").is_some()) {
        if !orders.iter().any(|(name, ..)| *name == placed.line.id) {
            let at = text(&placed.line.line, "at").parse::<jiff::Timestamp>().map_or(0, |at| at.as_second());
            orders.push((placed.line.id.clone(), placed.line.line.clone(), at));
        }
    }
    orders
}

/// Orders that must be dealt with before another one is written: name and state in words.
pub(crate) fn open_orders(chart: &Chart, course: &Course<'_>) -> Vec<(String, String)> {
    let open = orders_of(chart).into_iter().filter_map(|(name, ..)| {
        let stage = stage_of(chart, course, &name)?;
        stage.blocks().then(|| (name, stage.words().to_owned()))
    });
    open.collect()
}

async fn list(chart: Chart) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let mut orders: Vec<Listed> = Vec::new();
    for (name, line, at) in orders_of(&chart) {
        let Some(stage) = stage_of(&chart, &stand.course, &name) else { continue };
        let (title, by) = (line_title(&line), text(&line, "by").to_owned());
        orders.push(Listed { name, title, written: chart.page.moment(at), by, stage, at });
    }
    orders.sort_by_key(|order| core::cmp::Reverse(order.at));
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&ListPage { page, banner, part: "program", orders })?.into_response())
}

/// Something that was done about an order.
struct Done {
    what: &'static str,
    who: String,
    when: String,
    /// Reason or numbers.
    more: Vec<String>,
}

/// An order with everything that pages of it need.
pub(crate) struct Looked {
    pub name: String,
    pub line: Value,
    pub stage: Stage,
    /// Read back, with the findings by which it was judged.
    pub readback: Readback,
    /// The digest of today, that a signature covers.
    pub digest: String,
    /// What has come up since it was written.
    pub overtaken: Vec<FindingView>,
    /// Whether its amounts are kept from who looks: the second person types them without having seen them.
    pub hidden: bool,
    /// Kind of order, in a few words without its amounts.
    pub kind: String,
    pub act: therapy::act::Act,
}

fn kind_of(order: &therapy::act::Order) -> String {
    let mut parts = Vec::new();
    if order.screening_dose.is_some() {
        parts.push("a test dose");
    }
    if order.refill.is_some() {
        parts.push("a fill");
    }
    parts.extend(order.program.as_ref().map(|program| match program.mode {
        "continuous" => "a continuous program",
        "flex" => "a flex program",
        "minimum-rate" => "the minimum rate",
        _ => "stopping the pump",
    }));
    let boluses = order.program.iter().flat_map(|program| program.run.boluses());
    parts.extend(boluses.map(|bolus| match bolus.kind {
        pump::BolusKind::Single => "a single bolus",
        pump::BolusKind::Bridge => "a bridge bolus",
        pump::BolusKind::Prime => "a priming bolus",
    }));
    parts.join(" with ")
}

pub(crate) fn look(chart: &Chart, name: &str) -> Result<Looked, PageError> {
    let stand = chart.stand()?;
    let stage = stage_of(chart, &stand.course, name).ok_or(PageError::NotFound)?;
    let draft = chart.patient.draft(name);
    let placed = chart.patient.line(name);
    let line = match (placed, draft) {
        (Some(placed), _) => placed.line.line.clone(),
        (None, Some(draft)) => draft.line.clone(),
        (None, None) => return Err(PageError::NotFound),
    };
    // Of a pump that is no longer there, or a draft that no longer fits what was recorded since.
    let past = || {
        PageError::Unreadable(
            "This order belongs to a pump that is no longer in the patient, or no longer fits what was recorded since. It stands in the timeline.".to_owned(),
        )
    };
    if stage == Stage::Past {
        return Err(past());
    }
    let preview = chart.patient.preview(&chart.rules, &line).map_err(|error| match error {
        JudgeError::NotThere | JudgeError::Course(_) => past(),
        JudgeError::Twin(error) => PageError::Fault(error.to_string()),
    })?;
    let mut shown = readback(&chart.patient, &chart.rules, &preview, stand.now)
        .ok_or_else(|| PageError::Fault("an order without a read-back".to_owned()))?;
    let kept = placed.map(|placed| &placed.line.judged);
    if let Some(kept) = kept {
        shown.findings = kept.findings.iter().filter_map(finding_said).collect();
    }
    let overtaken = match draft.filter(|draft| draft.is_open()) {
        Some(draft) => {
            let found = chart.patient.overtaken(&chart.rules, draft, chart.page.now);
            readback::findings(&found.map_err(|error| PageError::Fault(error.to_string()))?)
        }
        None => Vec::new(),
    };
    let therapy::act::Act::Order(order) = &preview.judgement.event.act else {
        return Err(PageError::NotFound);
    };
    Ok(Looked {
        name: name.to_owned(),
        hidden: stage == Stage::AwaitsSecond
            && chart.actor.may(Right::CheckOrders)
            && !sign::is_own(chart, name),
        kind: kind_of(order),
        digest: preview.judgement.judged.digest.clone(),
        act: preview.judgement.event.act.clone(),
        line,
        stage,
        readback: shown,
        overtaken,
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.is_empty()).map(reason_words).collect()
}

/// A line of a reason, with what the rule says instead of its id.
fn reason_words(line: &str) -> String {
    match line.split_once(": ") {
        Some((rule, why)) => format!("{}: {why}", rule_words(rule)),
        None => line.to_owned(),
    }
}

/// What a rule says, as the beginning of a sentence; anything else stays as it is.
pub(crate) fn rule_words(id: &str) -> &str {
    therapy::Rule::by_id(id).map_or(id, |rule| rule.about().says.trim_end_matches('.'))
}

/// What was done about an order, in order.
fn history(chart: &Chart, name: &str) -> Vec<Done> {
    let mut done = Vec::new();
    for entry in &chart.patient.entries {
        let when = chart.page.moment(entry.recorded);
        match &entry.event {
            PatientEvent::Drafted { id, line, .. } if id == name => {
                let more = lines(text(line, "reason"));
                done.push(Done { what: "Written", who: text(line, "by").to_owned(), when, more });
            }
            PatientEvent::Signed { draft, name: who, reason, .. } if draft == name => {
                let more = reason.iter().flat_map(|reason| lines(reason)).collect();
                done.push(Done { what: "Signed", who: who.clone(), when, more });
            }
            PatientEvent::Dropped { draft, reason } if draft == name => {
                let who = String::new();
                done.push(Done { what: "Refused or dropped", who, when, more: lines(reason) });
            }
            PatientEvent::Line(line) if line.id == name => {
                let second = text(&line.line, "second");
                let (what, who) = if second.is_empty() {
                    ("Signed", text(&line.line, "by"))
                } else {
                    ("Checked and signed as second person", second)
                };
                let more = if second.is_empty() { lines(text(&line.line, "reason")) } else { Vec::new() };
                done.push(Done { what, who: who.to_owned(), when, more });
            }
            PatientEvent::Line(line) | PatientEvent::Corrected { with: line, .. } => {
                done.extend(session(&line.line, name, when, &line.judged.findings));
            }
            _ => {}
        }
    }
    done
}

/// What a session with the programmer said of an order.
fn session(line: &Value, name: &str, when: String, said: &[practice::patient::Said]) -> Option<Done> {
    let of = |key: &str| line.pointer(&format!("/{key}/order")).and_then(Value::as_str) == Some(name);
    let who = text(line, "by").to_owned();
    if of("not-entered") {
        return Some(Done { what: "Not entered", who, when, more: lines(text(line, "reason")) });
    }
    if of("sent") {
        return Some(Done { what: "Sent to the pump by telemetry", who, when, more: Vec::new() });
    }
    if !of("confirmed") {
        return None;
    }
    let mut more = vec![line_title(line)];
    for said in said.iter().filter(|said| said.rule == "READ-BACK-DISAGREES") {
        let numbers: Vec<String> =
            said.numbers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        more.push(format!("Differs from the order: {}", numbers.join(", ")));
    }
    Some(Done { what: "What the programmer showed", who, when, more })
}

#[derive(Template)]
#[template(path = "orders/order.html")]
struct OrderPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    order: Looked,
    history: Vec<Done>,
    next: Option<Next>,
    /// Other acts: label and part of the address.
    other: Vec<(&'static str, String)>,
    waits: Option<&'static str>,
}

/// Whether the pump of the record can be reached.
fn reached(chart: &Chart) -> bool {
    let serial = chart.patient.path.telemetry.serial();
    let pump = chart.stand().ok().and_then(|stand| stand.course.pump.map(|pump| pump.serial.clone()));
    chart.patient.has_pump() && serial.is_some() && serial == pump.as_deref()
}

/// Whether an order went to the pump by telemetry.
fn was_sent(chart: &Chart, name: &str) -> bool {
    let sent = |line: &Value| line.pointer("/sent/order").and_then(Value::as_str) == Some(name);
    chart.patient.lines.iter().any(|placed| sent(&placed.line.line))
}

/// The next act: the one big button.
struct Next {
    label: &'static str,
    part: &'static str,
}

fn next(chart: &Chart, order: &Looked) -> (Option<Next>, Option<&'static str>) {
    let act = |label, part| (Some(Next { label, part }), None);
    let waits = |words| (None, Some(words));
    match order.stage {
        Stage::Written if order.readback.refused() => {
            waits("The rules refuse it: drop it and take one of the ways out")
        }
        Stage::Written if !order.overtaken.is_empty() => {
            waits("Something has happened since it was written: drop it and write it again")
        }
        Stage::Written if chart.actor.may(Right::SignOrders) => act("Sign this order", "sign"),
        Stage::Written => waits("It waits for somebody who may sign orders"),
        Stage::AwaitsSecond if !order.overtaken.is_empty() => {
            waits("Something has happened since it was written: drop it and write it again")
        }
        Stage::AwaitsSecond if sign::is_own(chart, &order.name) => {
            waits("It waits for a second person, who is neither the writer nor the signer")
        }
        Stage::AwaitsSecond if chart.actor.may(Right::CheckOrders) => act("Check as second person", "check"),
        Stage::AwaitsSecond => waits("It waits for somebody who may check orders"),
        Stage::Expired => waits("It was written too long ago to be signed: drop it and write it again"),
        Stage::Ordered if order.line.pointer("/order/program").is_some() => {
            if reached(chart) && chart.actor.may(Right::ConfirmOrders) {
                act("Send it to the pump", "send")
            } else {
                act("What to type into the programmer", "type")
            }
        }
        Stage::Unknown
            if reached(chart) && chart.actor.may(Right::ConfirmOrders) && was_sent(chart, &order.name) =>
        {
            act("Read the pump and settle it", "resolve")
        }
        Stage::Ordered => waits("It is done once the report of it is recorded"),
        Stage::Unknown if chart.actor.may(Right::ConfirmOrders) => {
            act("Record what the programmer shows now", "confirm")
        }
        Stage::Unknown => waits("Somebody who may confirm orders has to read the pump now"),
        _ => (None, None),
    }
}

fn other(chart: &Chart, order: &Looked) -> Vec<(&'static str, String)> {
    let own = |part: &str| format!("orders/{}/{part}", order.name);
    let mut other = Vec::new();
    let program = order.line.pointer("/order/program").is_some();
    match order.stage {
        Stage::Written | Stage::AwaitsSecond | Stage::Expired => {
            other.push(("Refuse or drop it, with a reason", own("drop")));
        }
        Stage::Ordered if program => {
            if order.line.pointer("/order/refill").is_some() {
                other.push(("The fill that goes with it", "refill".to_owned()));
            }
            other.push(("Confirm what the programmer shows", own("confirm")));
            other.push(("It was not entered", own("not-entered")));
        }
        Stage::Ordered if order.line.pointer("/order/screening-dose").is_some() => {
            other.push(("Record the test dose: it went in, and what it did", "screening".to_owned()));
            other.push(("It was not given", own("not-entered")));
        }
        Stage::Ordered => other.push(("It was not given", own("not-entered"))),
        Stage::Unknown => {
            other.push(("Read the pump: it runs, or it does not", own("interrogated")));
            other.push(("It is not in the pump", own("not-entered")));
            other.push(("What to type into the programmer", own("type")));
        }
        _ => {}
    }
    // What somebody may not do is not offered.
    let may = |part: &str| match part.rsplit('/').next() {
        Some("confirm" | "not-entered") => chart.actor.may(Right::ConfirmOrders),
        Some("interrogated") => chart.actor.may(Right::RecordReports),
        _ => true,
    };
    other.retain(|(_, part)| may(part));
    if chart.patient.has_pump() {
        other.push(("All orders", "orders".to_owned()));
    }
    other
}

async fn order(chart: Chart, path: Named) -> Result<Response, PageError> {
    let order = look(&chart, name_of(&path))?;
    let (next, waits) = next(&chart, &order);
    let page = OrderPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        history: history(&chart, &order.name),
        other: other(&chart, &order),
        next,
        waits,
        order,
    };
    Ok(show(&page)?.into_response())
}

/// Refuses a page whose act does not fit the state of its order.
pub(crate) fn in_stage(order: &Looked, stages: &[Stage]) -> Result<(), PageError> {
    if stages.contains(&order.stage) {
        return Ok(());
    }
    Err(PageError::Unreadable(format!(
        "This cannot be done now. The order is: {}. Open it to see what comes next.",
        order.stage.words()
    )))
}

/// A new form over the record.
fn blank(state: &AppState, chart: &Chart) -> Form {
    chart.form(state)
}

/// Whether a draft waits for its second person.
const fn awaits(state: &DraftState) -> bool {
    matches!(state, DraftState::AwaitsSecond { .. })
}
