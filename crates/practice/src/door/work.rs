//! A form while it is worked through: step by step against a patient that moves along.

use super::rights::{right_of_event, right_of_line, right_to_strike, word_of};
use super::{Form, Refusal, Step};
use crate::access::{Actor, Right};
use crate::patient::{CourseError, Entry, Fate, JudgeError, Judgement, Line, Patient, PatientEvent, Said};
use crate::rules::Rules;
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;
use therapy::act::{Act, Report};

/// A clock of another machine may be ahead by so much before a report counts as one from the future.
const AHEAD_MAX_SECONDS: i64 = 120;

/// A form while it is worked through.
pub(super) struct Work<'a> {
    pub(super) actor: &'a Actor,
    pub(super) form: Form,
    pub(super) rules: &'a Rules,
    pub(super) demonstration: bool,
    pub(super) patient: Option<Patient>,
    pub(super) new: Vec<Entry>,
    pub(super) names: Vec<String>,
    pub(super) said: Vec<Said>,
}

impl<'a> Work<'a> {
    pub(super) fn begin(
        actor: &'a Actor,
        form: Form,
        rules: &'a Rules,
        before: Option<Arc<Patient>>,
        demonstration: bool,
    ) -> Result<Self, Refusal> {
        let found = before.as_ref().map_or(0, |patient| patient.version);
        if found == 0 && form.expected != 0 {
            return Err(Refusal::NoPatient);
        }
        if found != form.expected {
            let changes = before.iter().flat_map(|patient| &patient.entries);
            let changes = changes.filter(|entry| entry.version > form.expected).cloned().collect();
            return Err(Refusal::Stale { expected: form.expected, found, changes });
        }
        if let Some(into) = before.as_ref().and_then(|patient| patient.merged_into) {
            return Err(Refusal::Merged { into });
        }
        // Copied only if somebody else is looking at it.
        let patient = before.map(Arc::unwrap_or_clone);
        let (new, names, said) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { actor, form, rules, demonstration, patient, new, names, said })
    }

    pub(super) fn patient(&self) -> Result<&Patient, Refusal> {
        self.patient.as_ref().ok_or(Refusal::NoPatient)
    }

    /// Adds an event: whatever does not fold is not recorded.
    pub(super) fn push(&mut self, event: PatientEvent, happened: i64) -> Result<(), Refusal> {
        let entry = Entry {
            version: self.patient.as_ref().map_or(0, |patient| patient.version) + 1,
            happened,
            recorded: self.form.now,
            by: Some(self.actor.account),
            form: self.form.id,
            event,
            fate: Fate::Stands,
        };
        self.new.push(entry.clone());
        self.patient = Some(match self.patient.take() {
            Some(patient) => patient.with(entry, self.rules)?,
            None => Patient::of_entries(self.form.patient, vec![entry], self.rules)?,
        });
        Ok(())
    }

    pub(super) fn finish(&mut self) -> Result<Patient, Refusal> {
        if self.new.is_empty() {
            return Err(Refusal::Impossible("there is nothing to record"));
        }
        self.patient.take().ok_or(Refusal::NoPatient)
    }

    pub(super) fn step(&mut self, step: Step) -> Result<(), Refusal> {
        match step {
            Step::Report { line } => {
                self.actor.require(right_of_line(&line))?;
                if line.get("order").is_some() {
                    return Err(Refusal::Impossible("an order is drafted and signed, not reported"));
                }
                let id = self.patient()?.next_line_id(word_of(&line));
                let line = self.complete(line, &id);
                let (line, happened) = self.judged(line, None)?;
                self.push(PatientEvent::Line(Arc::new(line)), happened)
            }
            Step::Correct { wrong, line, reason } => {
                let placed =
                    self.patient()?.line(&wrong).ok_or(Refusal::Impossible("there is no such line"))?;
                self.actor.require(right_of_line(&placed.line.line))?;
                self.actor.require(right_of_line(&line))?;
                if word_of(&line) != word_of(&placed.line.line) {
                    return Err(Refusal::Impossible("a line is corrected by another one of its kind"));
                }
                if placed.line.line.get("order").is_some() {
                    return Err(Refusal::Impossible("a signed order is not corrected: write another one"));
                }
                let reason = reason_of(reason)?;
                let id = self.patient()?.next_line_id(word_of(&line));
                let line = self.complete(line, &id);
                let (with, happened) = self.judged(line, Some(&wrong))?;
                self.push(PatientEvent::Corrected { line: wrong, with: Arc::new(with), reason }, happened)
            }
            Step::EnteredInError { wrong, reason } => {
                let patient = self.patient()?;
                let placed = patient.line(&wrong).ok_or(Refusal::Impossible("there is no such line"))?;
                self.actor.require(right_of_line(&placed.line.line))?;
                let reason = reason_of(reason)?;
                let file = patient.course_with(self.rules, None, Some(&wrong))?;
                let at = patient.file.events.iter().position(|event| event.id == wrong);
                // Lines after the gap it leaves are looked at again.
                let later = match at {
                    Some(place) => patient.opened_later(self.rules, &file, place)?,
                    None => Vec::new(),
                };
                let now = self.form.now;
                self.push(PatientEvent::EnteredInError { line: wrong, reason, later }, now)
            }
            Step::StrikeEntry { entry, reason } => {
                let known = self.patient()?.entries.iter().find(|known| known.version == entry);
                let known = known.filter(|known| known.stands());
                let known = known.ok_or(Refusal::Impossible("there is no such entry that stands"))?;
                let right = right_to_strike(&known.event);
                self.actor
                    .require(right.ok_or(Refusal::Impossible("this entry is changed, not struck out"))?)?;
                let (reason, now) = (reason_of(reason)?, self.form.now);
                self.push(PatientEvent::EntryInError { entry, reason }, now)
            }
            Step::Draft { line } => self.draft(line),
            Step::Sign { draft, digest, reason } => self.sign(&draft, &digest, reason),
            Step::Check { draft, digest, again } => self.check(&draft, &digest, &again),
            Step::Drop { draft, reason } => {
                let known = self.patient()?.draft(&draft).filter(|draft| draft.is_open());
                known.ok_or(Refusal::Impossible("there is no such open draft"))?;
                // Whoever may write, sign or check an order may refuse it.
                let rights = [Right::SignOrders, Right::CheckOrders];
                if !rights.iter().any(|right| self.actor.may(*right)) {
                    self.actor.require(Right::DraftOrders)?;
                }
                let (reason, now) = (reason_of(reason)?, self.form.now);
                self.push(PatientEvent::Dropped { draft, reason }, now)
            }
            Step::Event { event, happened } => self.event(event, happened),
        }
    }

    pub(super) fn event(&mut self, event: PatientEvent, happened: i64) -> Result<(), Refusal> {
        self.actor.require(right_of_event(&event).ok_or(Refusal::Impossible("this is not handed in so"))?)?;
        if happened > self.form.now.saturating_add(AHEAD_MAX_SECONDS) {
            return Err(Refusal::Field { field: "/at".to_owned(), message: "lies in the future".to_owned() });
        }
        match &event {
            PatientEvent::Registered(identity) => {
                if self.patient.is_some() {
                    return Err(Refusal::Impossible("the patient is already registered"));
                }
                self.identity(identity)?;
            }
            PatientEvent::IdentityChanged { identity, .. } => self.identity(identity)?,
            PatientEvent::System { .. } if self.patient()?.has_pump() => {
                return Err(Refusal::Impossible(
                    "the patient has a pump: record its replacement or its explant",
                ));
            }
            PatientEvent::Surgery(surgery) => {
                let wrong =
                    |(field, message): (&str, String)| Refusal::Field { field: field.to_owned(), message };
                surgery.check().map_err(wrong)?;
            }
            PatientEvent::Explanted { .. } if !self.patient()?.has_pump() => {
                return Err(Refusal::Impossible("there is no pump to take out"));
            }
            _ => {}
        }
        if let Some(patient) = &self.patient
            && patient.path.team.is_guest(self.actor.account, self.form.now)
            && crate::path::team::widens(&event, patient, self.actor.account)
        {
            return Err(Refusal::Impossible(
                "you opened this record with a reason: care team, houses and hand-overs are changed by those who belong to it",
            ));
        }
        if let PatientEvent::Team(crate::path::team::Event::Opened { name, .. }) = &event
            && *name != self.actor.name
        {
            return Err(Refusal::Impossible("a record is opened in one's own name"));
        }
        if let Some(told) = crate::path::of(&event) {
            let wrong =
                |(field, message): (&str, String)| Refusal::Field { field: field.to_owned(), message };
            let patient = self.patient()?;
            told.check(patient, self.form.now)
                .and_then(|()| told.check_time(patient, happened))
                .map_err(wrong)?;
        }
        self.push(event, happened)
    }

    pub(super) fn identity(&self, identity: &crate::patient::Identity) -> Result<(), Refusal> {
        if identity.invented != self.demonstration {
            return Err(Refusal::Impossible(if self.demonstration {
                "the demonstration takes invented patients only"
            } else {
                "an invented patient belongs into the demonstration"
            }));
        }
        for (field, text) in
            [("/family", &identity.family), ("/given", &identity.given), ("/record", &identity.record)]
        {
            if text.trim().is_empty() {
                return Err(Refusal::Field { field: field.to_owned(), message: "is missing".to_owned() });
            }
        }
        Ok(())
    }

    /// The line with its name and its author.
    pub(super) fn complete(&self, line: Value, id: &str) -> Value {
        let mut line = line;
        if let Some(fields) = line.as_object_mut() {
            fields.insert("id".to_owned(), Value::String(id.to_owned()));
            fields.entry("by").or_insert_with(|| Value::String(self.actor.name.clone()));
        }
        line
    }

    /// Judges a line and gives it with its time.
    pub(super) fn judged(&mut self, line: Value, instead_of: Option<&str>) -> Result<(Line, i64), Refusal> {
        let judgement = self.judge(&line, instead_of)?;
        let id = judgement.event.id.clone();
        self.said.extend(judgement.judged.findings.iter().cloned());
        self.names.push(id.clone());
        let happened = judgement.event.at.unix;
        Ok((Line { id, line, judged: judgement.judged, later: judgement.later }, happened))
    }

    /// Judges a line; an error in it is an error of a field, not of a line.
    pub(super) fn judge(&self, line: &Value, instead_of: Option<&str>) -> Result<Judgement, Refusal> {
        let own = line.get("id").and_then(Value::as_str).unwrap_or_default();
        let judgement = self.patient()?.judge(self.rules, line, instead_of).map_err(|error| match error {
            JudgeError::Course(CourseError { line: Some(line), field, error }) if line == own => {
                Refusal::Field { field, message: error.problem.to_string() }
            }
            other => other.into(),
        })?;
        let wrong = |message: String| Refusal::Field { field: "/at".to_owned(), message };
        if judgement.event.at.unix > self.form.now.saturating_add(AHEAD_MAX_SECONDS) {
            return Err(wrong("lies in the future".to_owned()));
        }
        // What was read when the pump was found holds all that was done to it before.
        let found = self.patient()?.file.events.iter().rev().find(|event| {
            matches!(event.act, Act::Report(Report::Found(_))) && event.id != judgement.event.id
        });
        let touches = matches!(
            judgement.event.act,
            Act::Report(
                Report::Filled(_) | Report::Confirmed(_) | Report::Aspirated { .. } | Report::Injected { .. }
            )
        );
        if let Some(found) = found.filter(|found| touches && judgement.event.at.unix < found.at.unix) {
            let message =
                "lies before the pump was read on admission: what was done before is in that reading";
            let day = Timestamp::from_second(found.at.unix).map(|at| at.to_string()).unwrap_or_default();
            return Err(wrong(format!("{message} ({day})")));
        }
        Ok(judgement)
    }
}

/// A reason that says something.
pub(super) fn reason_of(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::Field {
            field: "/reason".to_owned(),
            message: "is missing; say why".to_owned(),
        });
    }
    Ok(reason)
}
