//! Judge and record acts.

use super::answer::{Answer, Body, FindingAnswer, Problem};
use crate::patient::Chart;
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use practice::patient::PatientEvent;
use practice::{Done, Form, Other, Step};
use record::Id;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Something to be recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case", tag = "step", deny_unknown_fields)]
pub(super) enum StepBody {
    /// A report: a line of the course without id and by.
    Report { line: Value },
    /// A report in the place of another one.
    Correct { wrong: String, line: Value, reason: String },
    /// A line should not be there.
    EnteredInError { wrong: String, reason: String },
    /// An entry beside the course, named by its version, should not be there: a note, a call, a medicine, a file.
    StrikeEntry { entry: u64, reason: String },
    /// An order: a line of the course with order. It waits for signatures.
    Draft { line: Value },
    /// The prescriber signs what was shown.
    Sign { draft: String, digest: String, reason: Option<String> },
    /// The second person types the amount again, such as "220 ug/d", and signs.
    Check { draft: String, digest: String, again: String },
    /// A draft will not become an order.
    Drop { draft: String, reason: String },
    /// Anything around the pump: who the patient is, the system, medicines, calls.
    Event {
        /// As the timeline shows it: kind and body.
        event: Value,
        /// When it happened, such as 2026-03-02T09:00:00Z; now if absent.
        happened: Option<String>,
    },
}

impl StepBody {
    fn read(self, now: i64) -> Result<Step, Problem> {
        Ok(match self {
            Self::Report { line } => Step::Report { line },
            Self::Correct { wrong, line, reason } => Step::Correct { wrong, line, reason },
            Self::EnteredInError { wrong, reason } => Step::EnteredInError { wrong, reason },
            Self::StrikeEntry { entry, reason } => Step::StrikeEntry { entry, reason },
            Self::Draft { line } => Step::Draft { line },
            Self::Sign { draft, digest, reason } => Step::Sign { draft, digest, reason },
            Self::Check { draft, digest, again } => Step::Check { draft, digest, again },
            Self::Drop { draft, reason } => Step::Drop { draft, reason },
            Self::Event { event, happened } => {
                let happened = match happened {
                    None => now,
                    Some(text) => {
                        let at: Result<jiff::Timestamp, _> = text.parse();
                        let at = at.map_err(|_| {
                            Problem::field(
                                "/happened",
                                "is a time with an offset, such as 2026-03-02T09:00:00Z",
                            )
                        })?;
                        at.as_second()
                    }
                };
                let event: PatientEvent = serde_json::from_value(event)
                    .map_err(|error| Problem::field("/event", error.to_string()))?;
                if matches!(event, PatientEvent::Link(practice::path::link::Event::Made { .. })) {
                    let message = "is made on the page “Card and patient page”, which chooses what opens it";
                    return Err(Problem::field("/event", message));
                }
                Step::Event { event, happened }
            }
        })
    }
}

/// A form with its steps: all of them are recorded, or none.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordBody {
    /// 32 hexadecimal digits, chosen by the caller: sent twice, it is one act.
    form: String,
    /// The version of the record that the caller saw.
    expected: u64,
    steps: Vec<StepBody>,
}

/// That something is recorded.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Recorded {
    /// The patient.
    patient: String,
    /// The version of the record now.
    version: Option<u64>,
    /// When it was recorded; for a repeated form the first time.
    recorded: Option<String>,
    /// Whether the same form had been recorded before.
    again: bool,
    /// Names of lines and drafts that came about.
    names: Vec<String>,
    /// What the rules said of them.
    findings: Vec<FindingAnswer>,
}

impl Recorded {
    pub(super) fn of(patient: Id, done: Done) -> Self {
        let version = done.receipt.versions.iter().find(|(stream, _)| stream.id == patient);
        Self {
            patient: patient.to_string(),
            version: version.map(|(_, version)| *version),
            recorded: jiff::Timestamp::from_second(done.receipt.recorded).ok().map(|at| at.to_string()),
            again: done.receipt.again,
            names: done.names,
            findings: done.said.iter().map(FindingAnswer::said).collect(),
        }
    }
}

fn id(field: &str, text: &str) -> Result<Id, Problem> {
    text.parse().map_err(|_| Problem::field(field, "has 32 hexadecimal digits"))
}

/// Record acts of one patient
#[utoipa::path(post, path = "/api/v1/patients/{id}/record", tag = "record", request_body = RecordBody,
    params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = Recorded), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn act(
    State(state): State<AppState>,
    chart: Chart,
    Body(body): Body<RecordBody>,
) -> Answer<Recorded> {
    let now = state.now();
    let form = Form { id: id("/form", &body.form)?, patient: chart.patient.id, expected: body.expected, now };
    let steps = body.steps.into_iter().map(|step| step.read(now)).collect::<Result<Vec<_>, _>>()?;
    let done = state.practice().record(&chart.actor, form, &chart.rules, steps).await?;
    Ok(Json(Recorded::of(form.patient, done)))
}

/// A line to be judged.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct JudgeBody {
    /// A line of the course, without id and by.
    line: Value,
}

/// What the rules would say.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Judged {
    findings: Vec<FindingAnswer>,
    /// Why a second person would have to sign; empty if none would.
    second_person_because: Vec<&'static str>,
    /// Refill by, if the order were confirmed now: YYYY-MM-DD.
    refill_by: Option<String>,
}

/// Judge a line without recording anything
#[utoipa::path(post, path = "/api/v1/patients/{id}/judge", tag = "record", request_body = JudgeBody,
    params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = Judged), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn judge(chart: Chart, Body(body): Body<JudgeBody>) -> Answer<Judged> {
    let mut line = body.line;
    if let Some(fields) = line.as_object_mut() {
        fields.insert("id".to_owned(), Value::String("judged".to_owned()));
    }
    let preview = chart.patient.preview(&chart.rules, &line).map_err(|error| match error {
        practice::patient::JudgeError::Course(error) if error.line.as_deref() == Some("judged") => {
            Problem::field(&error.field, error.error.problem.to_string())
        }
        other => practice::Refusal::from(other).into(),
    })?;
    let by = preview.after.and_then(|after| after.forecast.refill_by);
    Ok(Json(Judged {
        findings: preview.judgement.judged.findings.iter().map(FindingAnswer::said).collect(),
        second_person_because: preview.second,
        refill_by: by.map(|by| by.date.to_string()),
    }))
}

/// The other record of an act over two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OtherBody {
    /// The other record's id.
    patient: String,
    /// The version of it that the caller saw.
    expected: u64,
}

impl OtherBody {
    fn read(&self) -> Result<Other, Problem> {
        Ok(Other { patient: id("/to/patient", &self.patient)?, expected: self.expected })
    }
}

/// Lines that belong to another patient.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RefileBody {
    form: String,
    expected: u64,
    to: OtherBody,
    lines: Vec<String>,
    reason: String,
}

/// Move lines to the patient they belong to
#[utoipa::path(post, path = "/api/v1/patients/{id}/refile", tag = "record", request_body = RefileBody,
    params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = Recorded), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn refile(
    State(state): State<AppState>,
    chart: Chart,
    Body(body): Body<RefileBody>,
) -> Answer<Recorded> {
    let form = Form {
        id: id("/form", &body.form)?,
        patient: chart.patient.id,
        expected: body.expected,
        now: state.now(),
    };
    let to = body.to.read()?;
    state.patients(&chart.page.sight).require(to.patient).await?;
    let done = state.practice().refile(&chart.actor, form, to, body.lines, body.reason, &chart.rules).await?;
    Ok(Json(Recorded::of(form.patient, done)))
}

/// Two records of one person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MergeBody {
    form: String,
    expected: u64,
    to: OtherBody,
    reason: String,
}

/// Make one record of two: this one is used no more
#[utoipa::path(post, path = "/api/v1/patients/{id}/merge", tag = "record", request_body = MergeBody,
    params(("id" = String, Path, description = "the record's id")),
    responses((status = 200, body = Recorded), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn merge(
    State(state): State<AppState>,
    chart: Chart,
    Body(body): Body<MergeBody>,
) -> Answer<Recorded> {
    let form = Form {
        id: id("/form", &body.form)?,
        patient: chart.patient.id,
        expected: body.expected,
        now: state.now(),
    };
    let to = body.to.read()?;
    state.patients(&chart.page.sight).require(to.patient).await?;
    let done = state.practice().merge(&chart.actor, form, to, body.reason, &chart.rules).await?;
    Ok(Json(Recorded::of(form.patient, done)))
}
