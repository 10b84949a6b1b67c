//! Find, register, read.

use super::answer::{Answer, Body, FindingAnswer, PatientLine, Problem, TimelineEntry};
use super::record::Recorded;
use crate::error::PageError;
use crate::frame::SignedIn;
use crate::patient::Chart;
use crate::sight::joins;
use crate::state::AppState;
use axum::Json;
use axum::extract::{Query, State};
use practice::access::Right;
use practice::patient::{DraftState, Identity, PatientEvent};
use practice::summary::Summary;
use practice::{Form, Step, worklist};
use record::After;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};

/// How many patients a page has at most.
const PAGE_MAX: u32 = 200;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Find {
    /// Name, birth date, record number or pump serial; everything if absent.
    q: Option<String>,
    /// At most so many, 1 to 200; 50 if absent.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Found {
    patients: Vec<PatientLine>,
    /// Where the next page begins; none if this is the last.
    next: Option<String>,
    /// Houses of records that look alike and that the caller does not see: ask there. Only for duplicates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<String>,
}

fn line(summary: record::Summary) -> Option<PatientLine> {
    let read: Summary = serde_json::from_str(&summary.summary).ok()?;
    Some(PatientLine::of(summary.stream.id.to_string(), summary.version, read))
}

/// Find patients
#[utoipa::path(get, path = "/api/v1/patients", tag = "patients", params(Find),
    responses((status = 200, body = Found), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn find(
    State(state): State<AppState>,
    SignedIn { actor, sight, .. }: SignedIn,
    Query(query): Query<Find>,
) -> Answer<Found> {
    actor.require(Right::ReadPatients).map_err(PageError::from)?;
    let limit = query.limit.unwrap_or(50);
    if !(1..=PAGE_MAX).contains(&limit) {
        return Err(Problem::field("/limit", format!("is 1 to {PAGE_MAX}")));
    }
    let words = query.q.as_deref().map(worklist::search_words).unwrap_or_default();
    if !words.is_empty() {
        let found = state.patients(&sight).search(words, limit).await?.seen;
        let patients = found.into_iter().filter_map(line).collect();
        return Ok(Json(Found { patients, next: None, hidden: Vec::new() }));
    }
    let after = match query.after.as_deref().map(|after| after.split_once('~')) {
        None => None,
        Some(Some((id, order))) => match id.parse() {
            Ok(id) => Some(After { order: order.to_owned(), id }),
            Err(_) => return Err(Problem::field("/after", "is `next` of the page before")),
        },
        Some(None) => return Err(Problem::field("/after", "is `next` of the page before")),
    };
    let found = state.patients(&sight).summaries(after, limit).await?;
    let full = u32::try_from(found.len()).is_ok_and(|found| found == limit);
    let next = found.last().filter(|_| full).map(|last| format!("{}~{}", last.stream.id, last.order));
    let patients = found.into_iter().filter_map(line).collect();
    Ok(Json(Found { patients, next, hidden: Vec::new() }))
}

/// Who a patient is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    family: String,
    given: String,
    title: Option<String>,
    /// YYYY-MM-DD
    born: String,
    /// female, male, other or not known
    gender: String,
    /// The clinic's record number.
    record: String,
    /// A word of the protocol, such as multiple-sclerosis.
    diagnosis: String,
    /// Whether the small first test dose applies; by age if absent.
    small_child: Option<bool>,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    house: String,
    /// Only in the demonstration, and there always.
    #[serde(default)]
    invented: bool,
}

impl Person {
    fn read(self) -> Result<Identity, Problem> {
        let born = self.born.parse().map_err(|_| Problem::field("/born", "is a date, such as 1984-05-02"))?;
        Ok(Identity {
            family: self.family,
            given: self.given,
            title: self.title,
            born,
            gender: self.gender,
            record: self.record,
            diagnosis: self.diagnosis,
            small_child: self.small_child,
            contact: self.contact,
            language: self.language,
            house: self.house,
            invented: self.invented,
        })
    }
}

/// A patient to register.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Register {
    /// 32 hexadecimal digits, chosen by the caller: sent twice, it is one patient.
    form: String,
    person: Person,
}

/// Register a patient
///
/// Look for duplicates first: nothing stops a second record of one person.
#[utoipa::path(post, path = "/api/v1/patients", tag = "patients", request_body = Register,
    responses((status = 200, body = Recorded), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub(super) async fn register(
    State(state): State<AppState>,
    signed_in: SignedIn,
    Body(body): Body<Register>,
) -> Answer<Recorded> {
    let form = body.form.parse().map_err(|_| Problem::field("/form", "has 32 hexadecimal digits"))?;
    let now = state.now();
    let identity = body.person.read()?;
    // The form's id names the patient too: the same form again is the same patient.
    let form = Form { id: form, patient: form, expected: 0, now };
    // The id may be that of a record which the caller does not see.
    state.patients(&signed_in.sight).require(form.patient).await?;
    let joins = joins(&signed_in, &identity.house);
    let events = [Some(PatientEvent::Registered(identity)), joins].into_iter().flatten();
    let steps = events.map(|event| Step::Event { event, happened: now }).collect();
    let rules = state.rules().await?;
    let done = state.practice().record(&signed_in.actor, form, &rules, steps).await?;
    Ok(Json(Recorded::of(form.patient, done)))
}

/// Records that may be of the same person
#[utoipa::path(post, path = "/api/v1/duplicates", tag = "patients", request_body = Person,
    responses((status = 200, body = Found), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn duplicates(
    State(state): State<AppState>,
    SignedIn { actor, sight, .. }: SignedIn,
    Body(body): Body<Person>,
) -> Answer<Found> {
    actor.require(Right::ReadPatients).map_err(PageError::from)?;
    let found = state.patients(&sight).duplicates(&body.read()?).await?;
    let patients = found.seen.into_iter().map(|(id, summary)| PatientLine::of(id.to_string(), 0, summary));
    let hidden = found.hidden.into_iter().map(|(_, house)| house).collect();
    Ok(Json(Found { patients: patients.collect(), next: None, hidden }))
}

/// An order on its way.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DraftAnswer {
    name: String,
    /// written, awaits-second, complete or dropped
    state: &'static str,
    /// What a signature covers.
    digest: String,
    findings: Vec<FindingAnswer>,
    line: Value,
}

/// A patient as of now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatientAnswer {
    #[serde(flatten)]
    line: PatientLine,
    /// What somebody has to deal with, hardest first.
    open: Vec<FindingAnswer>,
    drafts: Vec<DraftAnswer>,
    medicines: Value,
    allergies: Option<Vec<String>>,
}

/// A patient as of now
#[utoipa::path(get, path = "/api/v1/patients/{id}", tag = "patients", params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = PatientAnswer), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn read(chart: Chart) -> Answer<PatientAnswer> {
    let stand = chart.stand()?;
    let open = stand.open.iter().map(FindingAnswer::open).collect();
    drop(stand);
    let patient = &chart.patient;
    let drafts = patient.drafts.iter().map(|draft| DraftAnswer {
        name: draft.id.clone(),
        state: match draft.state {
            DraftState::Written => "written",
            DraftState::AwaitsSecond { .. } => "awaits-second",
            DraftState::Complete => "complete",
            DraftState::Dropped { .. } => "dropped",
        },
        digest: draft.judged.digest.clone(),
        findings: draft.judged.findings.iter().map(FindingAnswer::said).collect(),
        line: draft.line.clone(),
    });
    let medicines = patient.medicines.iter().map(|taken| {
        json!({ "medicine": taken.medicine, "stopped": taken.stopped.as_ref().map(|(on, why)| json!({ "on": on, "reason": why })) })
    });
    Ok(Json(PatientAnswer {
        open,
        drafts: drafts.collect(),
        medicines: medicines.collect(),
        allergies: chart.summary.allergies.clone(),
        line: PatientLine::of(patient.id.to_string(), patient.version, chart.summary.clone()),
    }))
}

/// The course as a course file
///
/// What `thecal plan` and `thecal check` read.
#[utoipa::path(get, path = "/api/v1/patients/{id}/course", tag = "patients", params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = Value), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn course(chart: Chart) -> Answer<Value> {
    Ok(Json(chart.patient.course_file(&chart.rules.zone)))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Since {
    /// Entries after this version; all if absent.
    after: Option<u64>,
}

/// Everything recorded, in the order of recording
#[utoipa::path(get, path = "/api/v1/patients/{id}/timeline", tag = "patients",
    params(("id" = String, Path, description = "the record's id"), Since),
    responses((status = 200, body = Vec<TimelineEntry>), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn timeline(chart: Chart, Query(since): Query<Since>) -> Answer<Vec<TimelineEntry>> {
    let after = since.after.unwrap_or(0);
    let entries = chart.patient.entries.iter().filter(|entry| entry.version > after);
    Ok(Json(entries.map(TimelineEntry::of).collect()))
}
