//! What the programmer showed: an order confirmed, not entered, or the pump read because nobody knows.

use super::readback::{FindingView, findings};
use super::{Looked, Named, blank, in_stage, known, look, name_of, stage::Stage, to_order};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::program::amount;
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use crate::when::When;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use practice::Step;
use practice::access::Right;
use practice::patient::JudgeError;
use serde_json::{Map, Value, json};
use therapy::{Finding, Rule};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/orders/{name}/confirm", get(ask_confirm).post(confirm))
        .route("/patients/{id}/orders/{name}/not-entered", get(ask_not_entered).post(not_entered))
        .route("/patients/{id}/orders/{name}/interrogated", get(ask_interrogated).post(interrogated))
}

const MODES: [(&str, &str); 4] = [
    ("continuous", "continuous"),
    ("flex", "flex"),
    ("minimum-rate", "minimum rate"),
    ("stopped", "stopped"),
];
const METHODS: [(&str, &str); 2] =
    [("telemetry", "read by telemetry"), ("read-back", "read aloud from the programmer to a second person")];
const YES_NO: [(&str, &str); 2] = [("yes", "yes"), ("no", "no")];

#[derive(Template)]
#[template(path = "orders/confirm.html")]
struct ConfirmPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
    drugs: Vec<(String, String)>,
    modes: [(&'static str, &'static str); 4],
    methods: [(&'static str, &'static str); 2],
    yes_no: [(&'static str, &'static str); 2],
    /// What the rules say of what was typed, before it is recorded.
    differs: Vec<FindingView>,
    /// What to do about it.
    instead: Vec<&'static str>,
}

/// What the programmer shows, in the order in which it is asked for.
fn confirm_page(chart: &Chart, form: Form, order: Looked, found: &[Finding]) -> Result<Response, PageError> {
    let drugs = chart.rules.catalogue.drugs().iter();
    let drugs = drugs.filter(|drug| drug.usage.value == catalogue::DrugUse::Pump);
    let mut drugs: Vec<(String, String)> = drugs.map(|drug| (drug.id.clone(), drug.name.clone())).collect();
    let stand = chart.stand()?;
    if let Some(reservoir) = &stand.course.reservoir
        && !drugs.iter().any(|(id, _)| id == reservoir.drug)
    {
        drugs.push((reservoir.drug.to_owned(), reservoir.drug.to_owned()));
    }
    drugs.push(("another".to_owned(), "another drug".to_owned()));
    let mut instead = Vec::new();
    if found.iter().any(|finding| finding.rule == Rule::ReadBackDisagrees) {
        instead.push("Read the programmer again. If you mistyped here, correct it below");
        instead.push("If the programmer shows this: do not leave the patient. Enter the order as it is written, read the pump again, and confirm that");
    }
    if found.iter().any(|finding| finding.rule == Rule::NotRunning) {
        instead.push("Start the pump and read it again. If it does not start, treat it as a pump that does not deliver: watch for withdrawal and call the physician");
    }
    let page = ConfirmPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        form,
        order,
        drugs,
        modes: MODES,
        methods: METHODS,
        yes_no: YES_NO,
        differs: findings(found),
        instead,
    };
    Ok(show(&page)?.into_response())
}

async fn ask_confirm(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, &[Stage::Ordered, Stage::Unknown])?;
    let form = blank(&state, &chart).at("at", chart.page.now, &chart.page);
    confirm_page(&chart, form, order, &[])
}

fn chosen(form: &mut Form, field: &str, problem: &str) -> Option<String> {
    let value = form.required(field, problem);
    (!value.is_empty()).then_some(value)
}

/// The line of a confirmation; `None` if a field is missing or wrong.
fn confirmation(form: &mut Form, name: &str, page: &Page) -> Option<Value> {
    let at = form.when("at", page);
    let mut read = Map::new();
    read.insert("order".to_owned(), json!(name));
    let drug = chosen(form, "confirmed.drug", "Choose the drug that the programmer shows");
    let total_missing = "Type the dose in 24 hours that the programmer shows";
    form.required("confirmed.concentration", "Type the strength that the programmer shows");
    let strength = amount(form, "confirmed.concentration", "ug/mL");
    let mode = chosen(form, "confirmed.mode", "Choose the mode that the programmer shows");
    form.required("confirmed.total", total_missing);
    let total = amount(form, "confirmed.total", "ug/d");
    let running = chosen(form, "confirmed.running", "Say whether the pump is shown as running");
    let method = chosen(form, "confirmed.method", "Say how it was read");
    if !form.value("confirmed.alarm-date").is_empty() {
        let day = form.day("confirmed.alarm-date");
        read.insert("alarm-date".to_owned(), json!(day?.to_string()));
    }
    read.insert("drug".to_owned(), json!(drug?));
    read.insert("concentration".to_owned(), strength?);
    read.insert("mode".to_owned(), json!(mode?));
    read.insert("total".to_owned(), total?);
    read.insert("running".to_owned(), json!(running? == "yes"));
    read.insert("method".to_owned(), json!(method?));
    let at = at?;
    (!form.is_refused()).then(|| json!({ "at": at.text, "confirmed": read }))
}

/// A form that was recorded before: the door says whether it is the same act, and nothing happens twice.
async fn again(
    state: &AppState,
    chart: &Chart,
    form: &mut Form,
    line: Option<Value>,
    name: &str,
) -> Result<Response, PageError> {
    let line = line.ok_or(PageError::FormReused)?;
    chart.record(state, form, vec![Step::Report { line }]).await?;
    Ok(to_order(chart, name))
}

/// A session before the order was written would count for nothing.
fn not_before(form: &mut Form, order: &Looked, at: Option<&When>) {
    let written =
        order.line.get("at").and_then(Value::as_str).and_then(|at| at.parse::<jiff::Timestamp>().ok());
    if let Some((at, written)) = at.zip(written)
        && at.unix < written.as_second()
    {
        form.refuse(
            "at.time",
            "This is before the order was written. Give the time at which the programmer was read",
        );
    }
}

/// What the rules say of a report, before it is recorded; a wrong field is said in the form.
pub(super) fn judged(
    chart: &Chart,
    form: &mut Form,
    line: &Value,
) -> Result<Option<Vec<Finding>>, PageError> {
    let mut named = line.clone();
    let id = chart.patient.next_line_id("report");
    if let Some(fields) = named.as_object_mut() {
        fields.insert("id".to_owned(), json!(id));
    }
    match chart.patient.judge(&chart.rules, &named, None) {
        Ok(judgement) => Ok(Some(judgement.findings)),
        Err(JudgeError::Course(error)) => {
            let field = error.field.trim_start_matches('/').replace('/', ".");
            let field = if error.line.as_deref() == Some(&id) { field } else { String::new() };
            form.refuse(&field, sentence(&format!("this {}", error.error.problem)));
            Ok(None)
        }
        Err(JudgeError::NotThere) => {
            form.refuse("", "There is no pump in the patient any more.");
            Ok(None)
        }
        Err(JudgeError::Twin(error)) => Err(PageError::Fault(error.to_string())),
    }
}

async fn confirm(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    let line = confirmation(&mut form, &name, &chart.page);
    if known(&state, form.id).await? {
        return again(&state, &chart, &mut form, line, &name).await;
    }
    let order = look(&chart, &name)?;
    in_stage(&order, &[Stage::Ordered, Stage::Unknown])?;
    let at = if line.is_some() { form.when("at", &chart.page) } else { None };
    not_before(&mut form, &order, at.as_ref());
    let Some(line) = line.filter(|_| !form.is_refused() && !form.fields.is_resumed()) else {
        return confirm_page(&chart, form, order, &[]);
    };
    let Some(found) = judged(&chart, &mut form, &line)? else {
        return confirm_page(&chart, form, order, &[]);
    };
    let grave: Vec<Finding> =
        found.into_iter().filter(|finding| finding.level > therapy::Level::Note).collect();
    // What differs is shown before it is recorded: a slip of the hand is no state of the pump.
    let shown = grave.iter().map(|finding| format!("{finding:?}")).collect::<Vec<_>>().join("\n");
    let shown = format!("{} {}", grave.len(), shown.len());
    let seen = form.is("act", "record") && form.is("shown", &shown);
    if !grave.is_empty() && !seen {
        form.fields.set("shown", shown);
        return confirm_page(&chart, form, order, &grave);
    }
    match chart.record(&state, &mut form, vec![Step::Report { line }]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => confirm_page(&chart, form, order, &[]),
    }
}

#[derive(Template)]
#[template(path = "orders/not_entered.html")]
struct NotEnteredPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
}

fn not_entered_page(chart: &Chart, form: Form, order: Looked) -> Result<Response, PageError> {
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&NotEnteredPage { page, banner, part: "program", form, order })?.into_response())
}

async fn ask_not_entered(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, &[Stage::Ordered, Stage::Unknown])?;
    let form = blank(&state, &chart).at("at", chart.page.now, &chart.page);
    not_entered_page(&chart, form, order)
}

async fn not_entered(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::ConfirmOrders)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    let reason = form.required("reason", "Say why it was not entered");
    let at = form.when("at", &chart.page);
    let line =
        at.as_ref().map(|at| json!({ "at": at.text, "reason": reason, "not-entered": { "order": name } }));
    if known(&state, form.id).await? {
        return again(&state, &chart, &mut form, line, &name).await;
    }
    let order = look(&chart, &name)?;
    in_stage(&order, &[Stage::Ordered, Stage::Unknown])?;
    not_before(&mut form, &order, at.as_ref());
    // After a session nobody may say from memory that nothing was entered: the pump has to be read.
    if order.stage.is_unknown() && !form.is("read", "yes") {
        form.refuse(
            "read",
            "Read the pump first, and say so here: what it runs now is what it ran before this order",
        );
    }
    let Some(line) = line.filter(|_| !form.is_refused() && !form.fields.is_resumed()) else {
        return not_entered_page(&chart, form, order);
    };
    match chart.record(&state, &mut form, vec![Step::Report { line }]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => not_entered_page(&chart, form, order),
    }
}

#[derive(Template)]
#[template(path = "orders/interrogated.html")]
struct InterrogatedPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
    yes_no: [(&'static str, &'static str); 2],
}

fn interrogated_page(chart: &Chart, form: Form, order: Looked) -> Result<Response, PageError> {
    let (page, banner) = (chart.page.clone(), chart.banner());
    let page = InterrogatedPage { page, banner, part: "program", form, order, yes_no: YES_NO };
    Ok(show(&page)?.into_response())
}

async fn ask_interrogated(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let order = look(&chart, name_of(&path))?;
    let form = blank(&state, &chart).at("at", chart.page.now, &chart.page);
    interrogated_page(&chart, form, order)
}

async fn interrogated(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    let at = form.when("at", &chart.page);
    let running = chosen(&mut form, "interrogated.running", "Say whether the pump is shown as running");
    let serial = chosen(&mut form, "interrogated.serial", "Type the serial number that the programmer shows");
    let line = at.zip(running).zip(serial).map(|((at, running), serial)| {
        json!({ "at": at.text, "interrogated": { "running": running == "yes", "serial": serial } })
    });
    if known(&state, form.id).await? {
        return again(&state, &chart, &mut form, line, &name).await;
    }
    let order = look(&chart, &name)?;
    let Some(line) = line.filter(|_| !form.is_refused() && !form.fields.is_resumed()) else {
        return interrogated_page(&chart, form, order);
    };
    match chart.record(&state, &mut form, vec![Step::Report { line }]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => interrogated_page(&chart, form, order),
    }
}
