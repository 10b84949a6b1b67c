//! What the interface answers with: types of its own, made from those of the practice.

use crate::error::PageError;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use practice::Refusal;
use practice::patient::{Entry, OpenFinding, PatientEvent, Said};
use practice::summary::Summary;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use therapy::judge::Missing;
use utoipa::ToSchema;

/// Why there is no answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(title = "Problem")]
pub struct Problem {
    /// HTTP status.
    pub status: u16,
    /// A word for programs, such as `stale` or `field`.
    pub kind: &'static str,
    /// What is wrong, for people.
    pub detail: String,
    /// The field, as a JSON pointer into the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The version that the record has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
    /// What was recorded meanwhile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<TimelineEntry>,
    /// Findings that the order still has to answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Needed>,
    /// The record to go on with, if this one was merged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
}

/// A finding and what it needs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Needed {
    /// The rule's id.
    pub rule: &'static str,
    /// `refused`, `reason` or `second-person`.
    pub needs: &'static str,
}

/// The answers of this interface.
pub(super) type Answer<T> = Result<Json<T>, Problem>;

impl Problem {
    fn new(status: StatusCode, kind: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status: status.as_u16(),
            kind,
            detail: detail.into(),
            field: None,
            version: None,
            changes: Vec::new(),
            findings: Vec::new(),
            into: None,
        }
    }

    /// A value that cannot be read.
    pub(super) fn field(field: &str, detail: impl Into<String>) -> Self {
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "field", detail);
        Self { field: Some(field.to_owned()), ..problem }
    }
}

/// A request's JSON; what cannot be read is answered with the place and what would be accepted.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let read = Bytes::from_request(request, state).await;
        let bytes = read.map_err(|error| Problem::new(error.status(), "unreadable", error.body_text()))?;
        let body = serde_json::from_slice(&bytes);
        body.map(Self).map_err(|error| Problem::new(StatusCode::BAD_REQUEST, "unreadable", error.to_string()))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        let kind = axum::http::HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(CONTENT_TYPE, kind);
        response
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        let kind = match &error {
            PageError::NotFound => "not-found",
            PageError::Denied(_) => "denied",
            PageError::NotSeen => "not-seen",
            PageError::SignedOut => "signed-out",
            PageError::Stale { .. } => "stale",
            PageError::FormReused => "form-reused",
            PageError::Merged { .. } => "merged",
            PageError::Unreadable(_) => "unreadable",
            PageError::Uncertain => "uncertain",
            _ => "fault",
        };
        Self::new(error.status(), kind, error.told())
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let words = crate::patient::sentence(&refusal.to_string());
        let unprocessable = |kind| Self::new(StatusCode::UNPROCESSABLE_ENTITY, kind, words.clone());
        match refusal {
            Refusal::Field { field, message } => {
                Self { field: Some(field), ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "field", message) }
            }
            Refusal::Stale { found, changes, .. } => {
                let changes = changes.iter().map(TimelineEntry::of).collect();
                Self { version: Some(found), changes, ..Self::new(StatusCode::CONFLICT, "stale", words) }
            }
            Refusal::Findings(open) => {
                let findings = open.iter().map(|(finding, missing)| Needed {
                    rule: finding.rule.about().id,
                    needs: match missing {
                        Missing::Refused => "refused",
                        Missing::Reason => "reason",
                        Missing::SecondPerson => "second-person",
                    },
                });
                Self { findings: findings.collect(), ..unprocessable("findings") }
            }
            Refusal::Merged { into } => {
                Self { into: Some(into.to_string()), ..Self::new(StatusCode::CONFLICT, "merged", words) }
            }
            Refusal::Changed => Self::new(StatusCode::CONFLICT, "changed", words),
            Refusal::Breaks { .. } => unprocessable("breaks"),
            Refusal::Impossible(_) => unprocessable("impossible"),
            Refusal::SamePerson => unprocessable("same-person"),
            Refusal::NotTheSame => unprocessable("not-the-same"),
            other => PageError::from(other).into(),
        }
    }
}

/// What lists show of a patient.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatientLine {
    /// The record's id.
    pub id: String,
    /// How many entries the record has.
    pub version: u64,
    /// FAMILY, Given (Title)
    pub name: String,
    /// YYYY-MM-DD
    pub born: String,
    pub gender: String,
    /// The clinic's record number.
    pub record: String,
    pub diagnosis: String,
    pub house: String,
    /// Whether the patient is invented.
    pub invented: bool,
    /// YYYY-MM-DD
    pub died: Option<String>,
    /// The record that is used instead.
    pub merged_into: Option<String>,
    /// Catalogue id of the pump.
    pub pump: Option<String>,
    pub serial: Option<String>,
    pub drug: Option<String>,
    /// Strength told to the pump, in words.
    pub concentration: Option<String>,
    /// ug/d of the program that was seen running, a decimal number as text.
    pub dose_ug_per_day: Option<String>,
    pub mode: Option<String>,
    /// no-pump, explanted, not-programmed, running, minimum-rate, stopped or unknown
    pub flow: Value,
    /// Calculated low-reservoir alarm, YYYY-MM-DD.
    pub alarm_on: Option<String>,
    pub early_empty_on: Option<String>,
    pub empty_on: Option<String>,
    pub refill_by: Option<String>,
    pub visit: Option<String>,
    pub open_hard: usize,
    pub open_soft: usize,
    /// Orders of which nobody knows whether they are in the pump.
    pub orders_unconfirmed: usize,
}

impl PatientLine {
    pub(super) fn of(id: String, version: u64, summary: Summary) -> Self {
        let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
        Self {
            id,
            version,
            flow: serde_json::to_value(summary.flow).unwrap_or_default(),
            name: summary.name,
            born: summary.born.to_string(),
            gender: summary.gender,
            record: summary.record,
            diagnosis: summary.diagnosis,
            house: summary.house,
            invented: summary.invented,
            died: day(summary.died),
            merged_into: summary.merged_into,
            pump: summary.pump_id,
            serial: summary.serial,
            drug: summary.drug,
            concentration: summary.concentration,
            dose_ug_per_day: summary.dose_ug,
            mode: summary.mode,
            alarm_on: day(summary.alarm_on),
            early_empty_on: day(summary.early_empty_on),
            empty_on: day(summary.empty_on),
            refill_by: day(summary.refill_by),
            visit: day(summary.visit),
            open_hard: summary.open_hard,
            open_soft: summary.open_soft,
            orders_unconfirmed: summary.unconfirmed,
        }
    }
}

/// A number that a rule looked at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Number {
    pub name: String,
    /// For people.
    pub value: String,
}

/// What a rule says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingAnswer {
    /// The rule's id.
    pub rule: String,
    /// note, soft or hard
    pub level: String,
    /// What it says, for people.
    pub says: String,
    pub numbers: Vec<Number>,
    /// What can be done instead.
    pub exits: Vec<&'static str>,
    /// How it is worked out.
    pub formula: &'static str,
    pub source: &'static str,
    /// The line that opened it.
    pub line: Option<String>,
}

impl FindingAnswer {
    fn new(rule: &str, level: &str, numbers: &[(String, String)], line: Option<String>) -> Self {
        let about = therapy::Rule::by_id(rule).map(therapy::Rule::about);
        let numbers = numbers.iter();
        Self {
            rule: rule.to_owned(),
            level: level.to_owned(),
            says: about.map_or("", |about| about.says).to_owned(),
            numbers: numbers
                .map(|(name, value)| Number { name: name.clone(), value: value.clone() })
                .collect(),
            exits: about.map(|about| about.exits.to_vec()).unwrap_or_default(),
            formula: about.map_or("", |about| about.formula),
            source: about.map_or("", |about| about.source),
            line,
        }
    }

    pub(super) fn said(said: &Said) -> Self {
        Self::new(&said.rule, &said.level, &said.numbers, None)
    }

    pub(super) fn open(open: &OpenFinding) -> Self {
        Self::new(open.rule.about().id, open.level.word(), &open.numbers, open.line.clone())
    }
}

/// An entry of the timeline.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineEntry {
    /// Its place, from 1.
    pub version: u64,
    /// Its kind.
    pub kind: String,
    /// What it is, for people.
    pub title: String,
    /// Why, where somebody said so.
    pub reason: Option<String>,
    /// When it happened.
    pub happened: Option<String>,
    /// When it was recorded.
    pub recorded: Option<String>,
    /// The account that recorded it.
    pub by: Option<String>,
    /// Whether it still stands.
    pub stands: bool,
    /// What was recorded.
    pub event: Value,
}

impl TimelineEntry {
    pub(super) fn of(entry: &Entry) -> Self {
        let time = |seconds| jiff::Timestamp::from_second(seconds).ok().map(|at| at.to_string());
        let mut event = serde_json::to_value(&entry.event).unwrap_or_default();
        let kind = event.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
        Self {
            version: entry.version,
            kind,
            title: entry.title(),
            reason: entry.reason().map(str::to_owned),
            happened: time(entry.happened),
            recorded: time(entry.recorded),
            by: entry.by.map(|by| by.to_string()),
            stands: entry.stands(),
            event: without_token(event.get_mut("body").map(Value::take).unwrap_or_default(), &entry.event),
        }
    }
}

/// A link without what opens it: that is for those who hand it out, on its page.
fn without_token(mut body: Value, event: &PatientEvent) -> Value {
    if let (PatientEvent::Link(_), Some(fields)) = (event, body.as_object_mut()) {
        fields.remove("token");
    }
    body
}
