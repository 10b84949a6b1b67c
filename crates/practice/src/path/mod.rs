//! The pathway around the pump: what a family and a team record from referral to after-care, beside the course itself.
//!
//! Each room here is one part of the way: its events, the state they fold into, the right they need, their words, and what
//! of them is due. An event of any of them is one entry of the patient's record.
//!
//! Words
//! - *sheet*: a set of questions that one person answers on a day ([`sheet`]); what it asks is data of `therapy::pathway`.
//! - *to-do*: something that one house or person has to do by a day, and may hand over ([`todo`]).
//! - *stage*: where on the way the patient is ([`stage`]); it follows from what was recorded.

pub mod appointment;
pub mod complication;
pub mod consent;
pub mod diary;
pub mod guide;
pub mod link;
pub mod rehabilitation;
pub mod sheet;
pub mod stage;
pub mod team;
pub mod telemetry;
pub mod todo;
pub mod told;
pub mod trial;
pub mod watch;

use crate::access::Right;
use crate::patient::{Entry, Patient, PatientEvent};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};

/// Everything of the pathway that a patient's record holds.
#[derive(Debug, Clone, Default)]
pub struct Path {
    /// Sheets that were answered.
    pub sheets: sheet::Sheets,
    /// To-dos.
    pub todos: todo::Todos,
    /// The care team.
    pub team: team::Team,
    /// Consents.
    pub consents: consent::Consents,
    /// The screening test: observations beside the doses.
    pub trial: trial::Trial,
    /// Appointments.
    pub appointments: appointment::Appointments,
    /// Rehabilitation: programme, goals, sessions.
    pub rehabilitation: rehabilitation::Rehabilitation,
    /// The guide through a loss of effect.
    pub guides: guide::Guides,
    /// Complications.
    pub complications: complication::Complications,
    /// What was said about the way itself.
    pub stages: stage::Stages,
    /// Links that open a page without signing in.
    pub links: link::Links,
    /// The diary of the patient page.
    pub diary: diary::Diary,
    /// What was reported and asked on the patient page.
    pub reports: told::Reports,
    /// The connection to a pump that can be reached.
    pub telemetry: telemetry::Telemetry,
}

impl Path {
    /// Takes an entry that stands.
    pub(crate) fn take(&mut self, entry: &Entry) {
        match &entry.event {
            PatientEvent::Sheet(event) => self.sheets.take(entry, event),
            PatientEvent::Todo(event) => self.todos.take(entry, event),
            PatientEvent::Team(event) => self.team.take(entry, event),
            PatientEvent::Consent(event) => self.consents.take(entry, event),
            PatientEvent::Trial(event) => self.trial.take(entry, event),
            PatientEvent::Appointment(event) => self.appointments.take(entry, event),
            PatientEvent::Rehabilitation(event) => self.rehabilitation.take(entry, event),
            PatientEvent::LossOfEffect(event) => self.guides.take(entry, event),
            PatientEvent::Complication(event) => self.complications.take(entry, event),
            PatientEvent::Pathway(event) => self.stages.take(entry, event),
            PatientEvent::Link(event) => self.links.take(entry, event),
            PatientEvent::Diary(event) => self.diary.take(entry, event),
            PatientEvent::FromPatient(event) => self.reports.take(entry, event),
            PatientEvent::Telemetry(event) => self.telemetry.take(entry, event),
            _ => {}
        }
    }
}

/// An event of the pathway, whichever part it belongs to.
pub(crate) trait Told {
    /// What it is, in a few words for lists.
    fn title(&self) -> String;
    /// Why, where somebody said so.
    fn reason(&self) -> Option<&str>;
    /// The right that recording it needs.
    fn right(&self) -> Right;
    /// Whether it can be recorded of this patient as the record stands; the field and what is wrong with it otherwise.
    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)>;
    /// Whether it can have happened then, in seconds since 1970; the field and what is wrong with it otherwise.
    fn check_time(&self, _patient: &Patient, _happened: i64) -> Result<(), (&'static str, String)> {
        Ok(())
    }
}

/// The event, if it is one of the pathway.
pub(crate) fn of(event: &PatientEvent) -> Option<&dyn Told> {
    Some(match event {
        PatientEvent::Sheet(event) => event,
        PatientEvent::Todo(event) => event,
        PatientEvent::Team(event) => event,
        PatientEvent::Consent(event) => event,
        PatientEvent::Trial(event) => event,
        PatientEvent::Appointment(event) => event,
        PatientEvent::Rehabilitation(event) => event,
        PatientEvent::LossOfEffect(event) => event,
        PatientEvent::Complication(event) => event,
        PatientEvent::Pathway(event) => event,
        PatientEvent::Link(event) => event,
        PatientEvent::Diary(event) => event,
        PatientEvent::FromPatient(event) => event,
        PatientEvent::Telemetry(event) => event,
        _ => return None,
    })
}

/// What a list of due things takes: the task, from when on (seconds since 1970), and its words.
pub(crate) type Listed<'a> = &'a mut dyn FnMut(Task, i64, &DueBody);

/// What of the pathway is due of a patient, by the dates of the record; `now` in seconds since 1970.
pub(crate) fn due(patient: &Patient, rules: &Rules, now: i64, list: Listed<'_>) {
    todo::due(patient, rules, now, list);
    team::due(patient, rules, now, list);
    trial::due(patient, rules, now, list);
    appointment::due(patient, rules, now, list);
    rehabilitation::due(patient, rules, now, list);
    guide::due(patient, rules, now, list);
    told::due(patient, list);
}

/// The same of a patient who died, or moved away with the pump: what somebody has to do, and what somebody has to look at.
pub(crate) fn due_after_death(patient: &Patient, rules: &Rules, now: i64, list: Listed<'_>) {
    todo::due(patient, rules, now, list);
    team::due(patient, rules, now, list);
}

/// A text that must say something.
pub(crate) fn said(field: &'static str, text: &str) -> Result<(), (&'static str, String)> {
    if text.trim().is_empty() { Err((field, "is missing".to_owned())) } else { Ok(()) }
}

/// What a text from outside, or an answer to it, may have at most, in letters.
pub const TEXT_LETTERS_MAX: usize = 2_000;

/// A text that is not too long and can be kept.
pub(crate) fn bounded(
    field: &'static str,
    text: &str,
    letters_max: usize,
) -> Result<(), (&'static str, String)> {
    let letters = text.chars().count();
    if letters > letters_max {
        return Err((field, format!("has {letters} letters; at most {letters_max} are taken")));
    }
    if text.contains('\0') {
        return Err((field, "holds a character that cannot be kept".to_owned()));
    }
    Ok(())
}

/// A day that has come, wherever on earth the clinic is.
pub(crate) fn not_ahead(
    field: &'static str,
    on: jiff::civil::Date,
    now: i64,
) -> Result<(), (&'static str, String)> {
    let latest = jiff::Timestamp::from_second(now.saturating_add(14 * 3_600)).unwrap_or(jiff::Timestamp::MAX);
    let latest = latest.to_zoned(jiff::tz::TimeZone::UTC).date();
    if on > latest { Err((field, "has not come yet".to_owned())) } else { Ok(()) }
}
