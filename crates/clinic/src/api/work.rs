//! The day's list, whom to call, what acts are judged by.

use super::answer::{Answer, PatientLine, Problem};
use crate::error::PageError;
use crate::frame::SignedIn;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query, State};
use practice::access::{Actor, Right};
use practice::contacts::who_to_call;
use practice::summary::Summary;
use practice::worklist::{DueBody, Task};
use record::Window;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

/// How many lines of the list at most.
const LIST_MAX: u32 = 1_000;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Ahead {
    /// Days ahead, 0 to 400; 14 if absent.
    days: Option<u32>,
    /// One kind of task, such as refill; all if absent.
    kind: Option<String>,
}

/// Something that is due.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TaskAnswer {
    /// Its kind.
    kind: String,
    /// From when on it matters.
    from: Option<String>,
    /// What, in a few words.
    text: String,
    /// The day that counts, YYYY-MM-DD.
    on: Option<String>,
    /// The line or draft that it is about.
    line: Option<String>,
    /// The rule, of a finding.
    rule: Option<String>,
    patient: PatientLine,
}

/// What can be due of a patient; an enquiry is none yet.
fn of_patients() -> impl Iterator<Item = Task> {
    Task::ALL.into_iter().filter(|task| !task.is_of_enquiry())
}

/// What is due
#[utoipa::path(get, path = "/api/v1/today", tag = "work", params(Ahead),
    responses((status = 200, body = Vec<TaskAnswer>), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn today(
    State(state): State<AppState>,
    SignedIn { actor, sight, .. }: SignedIn,
    Query(ahead): Query<Ahead>,
) -> Answer<Vec<TaskAnswer>> {
    actor.require(Right::ReadPatients).map_err(PageError::from)?;
    let days = ahead.days.unwrap_or(14);
    if days > 400 {
        return Err(Problem::field("/days", "is 0 to 400"));
    }
    let kinds = match ahead.kind {
        None => of_patients().map(|task| task.word().to_owned()).collect(),
        Some(word) if of_patients().any(|task| task.word() == word) => vec![word],
        Some(_) => {
            let accepted: Vec<&str> = of_patients().map(Task::word).collect();
            return Err(Problem::field("/kind", format!("is one of: {}", accepted.join(", "))));
        }
    };
    let now = state.now();
    let until = now.saturating_add(i64::from(days) * 86_400);
    let lines = state.patients(&sight).due(kinds, Window { now, until }, LIST_MAX).await?;
    let answers = lines.into_iter().filter_map(|line| {
        let body: DueBody = serde_json::from_str(&line.due.body).ok()?;
        let summary: Summary = serde_json::from_str(&line.summary).ok()?;
        Some(TaskAnswer {
            kind: line.due.kind,
            from: jiff::Timestamp::from_second(line.due.from).ok().map(|at| at.to_string()),
            text: body.text,
            on: body.on.map(|on| on.to_string()),
            line: body.line,
            rule: body.rule,
            patient: PatientLine::of(line.stream.id.to_string(), 0, summary),
        })
    });
    Ok(Json(answers.collect()))
}

/// Whom to call now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CallingAnswer {
    /// Desks in order: name, phone, email, note.
    desks: Value,
    /// Until when this holds.
    until: Option<String>,
    /// The public holiday of today.
    holiday: Option<String>,
}

/// Whom to call now
#[utoipa::path(get, path = "/api/v1/contacts/now", tag = "work",
    responses((status = 200, body = CallingAnswer), (status = 404, body = Problem)))]
pub(super) async fn contacts(State(state): State<AppState>, _actor: Actor) -> Answer<CallingAnswer> {
    let settings = state.settings().await?;
    let contacts = settings.contacts.as_ref().ok_or(PageError::NotFound)?;
    let holidays = settings.holidays();
    let zone = settings.zone();
    let calling = who_to_call(contacts, &holidays, &zone, state.now());
    Ok(Json(CallingAnswer {
        desks: serde_json::to_value(&calling.desks).unwrap_or_default(),
        until: jiff::Timestamp::from_second(calling.until_unix).ok().map(|at| at.to_string()),
        holiday: calling.holiday.map(|holiday| holiday.name),
    }))
}

/// What acts are judged by.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RulesAnswer {
    /// Version of protocol and catalogue: goes into what is signed.
    version: String,
    /// The protocol's name.
    protocol: String,
    /// The clinic's time zone.
    zone: String,
    /// Catalogue ids: pumps, catheters, drugs.
    catalogue: Value,
    /// Every rule: id, level, what it says, how it is worked out, source, ways out.
    rules: Value,
}

/// What acts are judged by
#[utoipa::path(get, path = "/api/v1/rules", tag = "work", responses((status = 200, body = RulesAnswer)))]
pub(super) async fn rules(State(state): State<AppState>, _actor: Actor) -> Answer<RulesAnswer> {
    let rules = state.rules().await?;
    let ids = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let catalogue = json!({
        "pumps": ids(rules.catalogue.pumps().iter().map(|pump| pump.id.as_str()).collect()),
        "catheters": ids(rules.catalogue.catheters().iter().map(|catheter| catheter.id.as_str()).collect()),
        "drugs": ids(rules.catalogue.drugs().iter().map(|drug| drug.id.as_str()).collect()),
    });
    let all = therapy::Rule::ALL.iter().map(|rule| {
        let about = rule.about();
        json!({ "id": about.id, "level": about.level.word(), "says": about.says, "formula": about.formula,
            "source": about.source, "exits": about.exits })
    });
    Ok(Json(RulesAnswer {
        version: rules.setting().version(),
        protocol: rules.protocol.name.clone(),
        zone: rules.zone.clone(),
        catalogue,
        rules: all.collect(),
    }))
}
