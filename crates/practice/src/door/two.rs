//! Acts over two records: lines filed on the wrong patient, and two records of one person.

use super::{Done, Form, Practice, Refusal, Work, reason_of};
use crate::access::{Actor, Right};
use crate::patient::{Id128, Line, Patient, PatientEvent, Placed};
use crate::rules::Rules;
use record::{Act, Id};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The other record of an act over two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Other {
    /// The patient.
    pub patient: Id,
    /// The version of that record that the person saw.
    pub expected: u64,
}

impl Practice {
    /// Moves lines that were filed on the wrong patient to whom they belong.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn refile(
        &self,
        actor: &Actor,
        form: Form,
        to: Other,
        lines: Vec<String>,
        reason: String,
        rules: &Arc<Rules>,
    ) -> Result<Done, Refusal> {
        actor.require(Right::RecordReports)?;
        let reason = reason_of(reason)?;
        let content = hashed(&form, &to, &lines, &reason);
        if let Some(receipt) = self.again(form.id, content).await? {
            return Ok(Done { receipt, names: Vec::new(), said: Vec::new() });
        }
        let (here, there) =
            (self.patient(form.patient, rules).await?, self.patient(to.patient, rules).await?);
        let there_form = Form { patient: to.patient, expected: to.expected, ..form };
        let mut from = Work::begin(actor, form, rules, Some(Arc::clone(&here)), self.demonstration)?;
        let mut into = Work::begin(actor, there_form, rules, Some(Arc::clone(&there)), self.demonstration)?;
        let mut moved = Vec::new();
        for id in &lines {
            let placed = here.line(id).ok_or(Refusal::Impossible("there is no such line"))?;
            if placed.line.line.get("order").is_some() {
                return Err(Refusal::Impossible(
                    "a signed order is not moved: record it as not entered, and write it for the other patient",
                ));
            }
            moved.push(placed);
        }
        let moved = into.adopt(&moved)?;
        from.push(PatientEvent::Misfiled { lines, to: Id128(to.patient), reason: reason.clone() }, form.now)?;
        let event = PatientEvent::Refiled {
            from: Id128(form.patient),
            lines: moved.into_iter().map(Arc::new).collect(),
            reason,
        };
        into.push(event, form.now)?;
        self.both(from, into, content, rules).await
    }

    /// Makes one record of two: `form.patient` is used no more, `into` from now on.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn merge(
        &self,
        actor: &Actor,
        form: Form,
        into: Other,
        reason: String,
        rules: &Arc<Rules>,
    ) -> Result<Done, Refusal> {
        actor.require(Right::MergePatients)?;
        let reason = reason_of(reason)?;
        let content = hashed(&form, &into, &[], &reason);
        if let Some(receipt) = self.again(form.id, content).await? {
            return Ok(Done { receipt, names: Vec::new(), said: Vec::new() });
        }
        if into.patient == form.patient {
            return Err(Refusal::Impossible("a record is not merged into itself"));
        }
        let (here, there) =
            (self.patient(form.patient, rules).await?, self.patient(into.patient, rules).await?);
        if here.identity.born != there.identity.born {
            return Err(Refusal::Impossible(
                "the birth dates differ: correct the wrong one first, if it is one person",
            ));
        }
        let systems = [&here, &there].map(|patient| patient.episodes.iter().any(|one| one.system.is_some()));
        if systems == [true, true] {
            return Err(Refusal::Impossible(
                "both records have a pump: move the lines of the wrong one first, or record it as entered in error",
            ));
        }
        if here.drafts.iter().chain(&there.drafts).any(crate::patient::Draft::is_open) {
            return Err(Refusal::Impossible("an order waits for signatures: sign or drop it first"));
        }
        // They would be in no calendar any more.
        if !here.path.appointments.ahead(form.now).is_empty() {
            return Err(Refusal::Impossible(
                "the record that is given up has appointments to come: call them off there, and book them in the other one",
            ));
        }
        let there_form = Form { patient: into.patient, expected: into.expected, ..form };
        let mut from = Work::begin(actor, form, rules, Some(Arc::clone(&here)), self.demonstration)?;
        let mut to = Work::begin(actor, there_form, rules, Some(Arc::clone(&there)), self.demonstration)?;
        if [&here, &there].iter().any(|one| one.path.team.is_guest(actor.account, form.now)) {
            return Err(Refusal::Impossible(
                "you opened one of the records with a reason: those who belong to both merge them",
            ));
        }
        let system = here.episode().and_then(|episode| episode.system.clone());
        let standing: Vec<&Placed> = here.lines.iter().filter(|placed| placed.stands).collect();
        let lines = renamed(&standing, form.patient).into_iter().map(Arc::new).collect();
        let event =
            PatientEvent::MergedFrom { from: Id128(form.patient), lines, system, reason: reason.clone() };
        to.push(event, form.now)?;
        let mark: String = form.patient.to_string().chars().take(6).collect();
        // What is not part of the course goes along as it was recorded.
        for entry in here.entries.iter().filter(|entry| entry.stands()) {
            let along = matches!(
                entry.event,
                PatientEvent::Medicine(_)
                    | PatientEvent::MedicineStopped { .. }
                    | PatientEvent::Allergy { .. }
                    | PatientEvent::HomeStock(_)
                    | PatientEvent::Surgery(_)
                    | PatientEvent::Attached(_)
                    | PatientEvent::Note { .. }
                    | PatientEvent::Contact(_)
                    | PatientEvent::Sheet(_)
                    | PatientEvent::Consent(_)
                    | PatientEvent::Pathway(_)
                    | PatientEvent::Rehabilitation(_)
            );
            match &entry.event {
                event if along => to.push(event.clone(), entry.happened)?,
                PatientEvent::Complication(event) => {
                    to.push(PatientEvent::Complication(event.renamed(&mark)), entry.happened)?;
                }
                _ => {}
            }
        }
        // Who looks after the patient, and what somebody still has to do, go along under names of their own.
        let mut carried = here.path.team.carried(&mark);
        carried.extend(here.path.todos.carried(&mark));
        // A card in a wallet opens the record that is used from now on.
        carried.extend(here.path.links.carried(&mark));
        for event in carried {
            to.push(event, form.now)?;
        }
        to.adopt_from_outside(&here, &mark)?;
        from.push(PatientEvent::MergedInto { into: Id128(into.patient), reason }, form.now)?;
        self.both(from, to, content, rules).await
    }

    /// Records both sides in one act.
    async fn both(
        &self,
        mut one: Work<'_>,
        mut other: Work<'_>,
        content: [u8; 32],
        rules: &Arc<Rules>,
    ) -> Result<Done, Refusal> {
        let (form, account) = (one.form, one.actor.account);
        let mut appends = Vec::new();
        let mut patients = Vec::new();
        for work in [&mut one, &mut other] {
            let patient = work.finish()?;
            appends.push(self.append_of(&patient, &work.new, work.form.expected, rules, form.now)?);
            patients.push(Arc::new(patient));
        }
        let act = Act { form: form.id, by: Some(account), recorded: form.now, content, appends };
        let receipt = self.append(act).await?;
        for patient in &patients {
            self.keep(patient, rules);
        }
        Ok(Done { receipt, names: Vec::new(), said: other.said })
    }
}

impl Work<'_> {
    /// What came from the patient page of another record, and what was said to it.
    fn adopt_from_outside(&mut self, here: &Patient, mark: &str) -> Result<(), Refusal> {
        // Replies name an entry, which has another number here.
        let mut versions = BTreeMap::new();
        for entry in here.entries.iter().filter(|entry| entry.stands()) {
            let event = match &entry.event {
                PatientEvent::Diary(event) => PatientEvent::Diary(event.renamed(mark)),
                PatientEvent::FromPatient(event) => {
                    let Some(event) = event.renamed(mark, &versions) else { continue };
                    PatientEvent::FromPatient(event)
                }
                _ => continue,
            };
            self.push(event, entry.happened)?;
            versions.insert(entry.version, self.patient()?.version);
        }
        Ok(())
    }

    /// Lines of another record, judged against the course that they come into, one after the other.
    fn adopt(&mut self, lines: &[&Placed]) -> Result<Vec<Line>, Refusal> {
        let mut adopted = Vec::new();
        for line in renamed(lines, self.form.id) {
            let judgement = self.judge(&line.line, None)?;
            self.said.extend(judgement.judged.findings.iter().cloned());
            adopted.push(Line { judged: judgement.judged, later: judgement.later, ..line });
        }
        Ok(adopted)
    }
}

/// Lines under names that the record they come into cannot have; what names another of these lines is renamed with it.
fn renamed(lines: &[&Placed], from: Id) -> Vec<Line> {
    let mark: String = from.to_string().chars().take(6).collect();
    let name = |id: &str| format!("{id}-{mark}");
    let ids: Vec<&str> = lines.iter().map(|placed| placed.line.id.as_str()).collect();
    lines
        .iter()
        .map(|placed| {
            let mut line = Line::clone(&placed.line);
            line.id = name(&line.id);
            if let Some(fields) = line.line.as_object_mut() {
                fields.insert("id".to_owned(), Value::String(line.id.clone()));
            }
            for pointer in ["/sent/order", "/confirmed/order", "/not-entered/order"] {
                let named = line.line.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
                if let (Some(named), Some(place)) = (named, line.line.pointer_mut(pointer))
                    && ids.contains(&named.as_str())
                {
                    *place = Value::String(name(&named));
                }
            }
            line.later = line.later.into_iter().map(|(id, said)| (name(&id), said)).collect();
            line
        })
        .collect()
}

fn hashed(form: &Form, other: &Other, lines: &[String], reason: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(form.patient.bytes());
    hash.update(other.patient.bytes());
    hash.update(serde_json::to_vec(&(lines, reason)).unwrap_or_default());
    hash.finalize().into()
}
