//! From events to the patient.

use super::assemble::{assemble, course_lines, node_of};
use super::event::PatientEvent;
use super::{
    Allergies, Allergy, CourseError, Draft, DraftState, Entry, Episode, Fate, Line, Patient, Placed,
    RefillBegun, Said, Taken,
};
use crate::rules::Rules;
use record::{Event, Id, ReadError, Stream};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use therapy::Level;
use therapy::input::At;

/// Why a stream is no patient.
#[derive(Debug, thiserror::Error)]
pub enum FoldError {
    /// It has no events.
    #[error("there is no such patient")]
    Empty,
    /// An event that this version of thecal does not know.
    #[error("entry {version} ({kind}) cannot be read: {error}")]
    Event {
        /// Its place.
        version: u64,
        /// Its kind.
        kind: String,
        /// How.
        error: serde_json::Error,
    },
    /// The lines make no course.
    #[error("the course cannot be read: {0}")]
    Course(#[from] CourseError),
    /// The stream cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

impl Patient {
    /// The patient of a stream.
    ///
    /// # Errors
    /// [`FoldError`].
    pub fn fold(stream: Stream, events: Vec<Event>, rules: &Rules) -> Result<Self, FoldError> {
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            let read = PatientEvent::from_record(&event.kind, &event.body).map_err(|error| {
                FoldError::Event { version: event.version, kind: event.kind.clone(), error }
            })?;
            entries.push(Entry {
                version: event.version,
                happened: event.happened,
                recorded: event.recorded,
                by: event.by,
                form: event.form,
                event: read,
                fate: Fate::Stands,
            });
        }
        Self::of_entries(stream.id, entries, rules)
    }

    /// The patient of these entries.
    ///
    /// # Errors
    /// [`FoldError`].
    pub fn of_entries(id: Id, entries: Vec<Entry>, rules: &Rules) -> Result<Self, FoldError> {
        let identity = entries.iter().rev().find_map(|entry| match &entry.event {
            PatientEvent::Registered(identity) | PatientEvent::IdentityChanged { identity, .. } => {
                Some(identity.clone())
            }
            _ => None,
        });
        let identity = identity.ok_or(FoldError::Empty)?;
        // The course of somebody of whom nothing but the name is known.
        let none = assemble(&identity, &[], &[], &rules.zone, &rules.catalogue)?;
        let mut patient = Self {
            id,
            version: entries.last().map_or(0, |entry| entry.version),
            weighing: BTreeMap::new(),
            file: none.0,
            reader: none.1,
            identity,
            lines: Vec::new(),
            episodes: vec![Episode::default()],
            drafts: Vec::new(),
            medicines: Vec::new(),
            allergies: Allergies::NotKnown,
            home_stock: None,
            surgeries: Vec::new(),
            missed: Vec::new(),
            refill_begun: None,
            observed: Vec::new(),
            titration_finished: None,
            mri_planned: None,
            recalls_handled: Vec::new(),
            files: Vec::new(),
            merged_into: None,
            died: None,
            path: crate::path::Path::default(),
            entries: Vec::new(),
        };
        let mut fates = Vec::new();
        let struck = entries.iter().filter_map(|entry| match &entry.event {
            PatientEvent::EntryInError { entry, .. } => Some(*entry),
            _ => None,
        });
        let struck: BTreeSet<u64> = struck.collect();
        for entry in entries.iter().filter(|entry| !struck.contains(&entry.version)) {
            patient.take(entry, &mut fates);
        }
        patient.entries = entries;
        for (version, fate) in fates {
            if let Some(entry) = patient.entries.iter_mut().find(|entry| entry.version == version) {
                entry.fate = fate;
            }
        }
        let lines: Vec<&Value> =
            course_lines(&patient.lines, &patient.episodes).map(|placed| &placed.line.line).collect();
        (patient.file, patient.reader) =
            assemble(&patient.identity, &patient.episodes, &lines, &rules.zone, &rules.catalogue)?;
        Ok(patient)
    }

    /// The patient with one entry more. What only adds to the record is read on from where it ends; what changes earlier
    /// lines, who the patient is or which system counts has everything folded anew.
    ///
    /// # Errors
    /// [`FoldError`].
    pub fn with(mut self, entry: Entry, rules: &Rules) -> Result<Self, FoldError> {
        let adds = match &entry.event {
            PatientEvent::Line(line) => {
                let node = node_of(&line.line, self.lines.len() + 1);
                let read = self.reader.next(&At::root(&node), &rules.catalogue);
                let event = read.map_err(|error| CourseError::of_line(&line.id, error))?;
                self.file.insert(event);
                true
            }
            PatientEvent::Registered(_)
            | PatientEvent::IdentityChanged { .. }
            | PatientEvent::System { .. }
            | PatientEvent::Corrected { .. }
            | PatientEvent::EnteredInError { .. }
            | PatientEvent::EntryInError { .. }
            | PatientEvent::Misfiled { .. }
            | PatientEvent::Refiled { .. }
            | PatientEvent::MergedFrom { .. } => false,
            _ => true,
        };
        if !adds {
            self.entries.push(entry);
            return Self::of_entries(self.id, self.entries, rules);
        }
        self.version = entry.version;
        self.take(&entry, &mut Vec::new());
        self.entries.push(entry);
        Ok(self)
    }

    fn place(&mut self, line: &Arc<Line>, version: u64) {
        self.hear(line);
        let line = Arc::clone(line);
        let episode = self.episodes.len().saturating_sub(1);
        self.lines.push(Placed { line, version, episode, stands: true });
    }

    /// What is said with the coming of a line, of itself and of lines after it.
    fn hear(&mut self, line: &Line) {
        self.weigh(&line.id, &line.judged.findings);
        for (id, said) in &line.later {
            self.weigh(id, said);
        }
    }

    fn weigh(&mut self, id: &str, said: &[Said]) {
        let mut weighs = said.iter().filter(|said| said.level != Level::Note.word()).peekable();
        if weighs.peek().is_some() {
            self.weighing.entry(id.to_owned()).or_default().extend(weighs.cloned());
        }
    }

    /// Takes a line out and says which entry held it and in which episode.
    fn unplace(&mut self, id: &str) -> Option<(u64, usize)> {
        let placed = self.lines.iter_mut().find(|placed| placed.stands && placed.line.id == id)?;
        placed.stands = false;
        Some((placed.version, placed.episode))
    }

    /// Puts a line in the place of another one, where later lines may need it before them, and says which entry held that.
    fn replace(&mut self, line: &str, with: &Arc<Line>, version: u64) -> Option<u64> {
        let place = self.lines.iter().position(|placed| placed.stands && placed.line.id == line)?;
        let (old, episode) = self.unplace(line)?;
        self.hear(with);
        let placed = Placed { line: Arc::clone(with), version, episode, stands: true };
        self.lines.insert(place + 1, placed);
        Some(old)
    }

    /// What is taken beside the pump, and what is not tolerated.
    fn take_medicine(&mut self, event: &PatientEvent) {
        match event {
            PatientEvent::Medicine(medicine) => {
                let taken = Taken { medicine: medicine.clone(), stopped: None };
                match self.medicines.iter_mut().find(|known| known.medicine.id == medicine.id) {
                    Some(known) => *known = taken,
                    None => self.medicines.push(taken),
                }
            }
            PatientEvent::MedicineStopped { id, on, reason } => {
                if let Some(known) = self.medicines.iter_mut().find(|known| known.medicine.id == *id) {
                    known.stopped = Some((*on, reason.clone()));
                }
            }
            PatientEvent::Allergy { id, substance, reaction } => {
                let (id, substance, reaction) = (id.clone(), substance.clone(), reaction.clone());
                let allergy = Allergy { id, substance, reaction };
                match &mut self.allergies {
                    Allergies::Known(known) => known.push(allergy),
                    other => *other = Allergies::Known(vec![allergy]),
                }
            }
            PatientEvent::AllergyRefuted { id, .. } => {
                if let Allergies::Known(known) = &mut self.allergies {
                    known.retain(|allergy| allergy.id != *id);
                    if known.is_empty() {
                        self.allergies = Allergies::NoneKnown;
                    }
                }
            }
            PatientEvent::NoAllergiesKnown if self.allergies == Allergies::NotKnown => {
                self.allergies = Allergies::NoneKnown;
            }
            _ => {}
        }
    }

    fn take(&mut self, entry: &Entry, fates: &mut Vec<(u64, Fate)>) {
        let version = entry.version;
        match &entry.event {
            PatientEvent::Registered(_)
            | PatientEvent::IdentityChanged { .. }
            | PatientEvent::Contact(_)
            | PatientEvent::Note { .. } => {}
            PatientEvent::System { pump, catheter } => {
                let system = Some((pump.clone(), catheter.clone()));
                match self.episodes.last_mut() {
                    // Before the first system there is an episode without one: it becomes that of the system.
                    Some(last) if last.system.is_none() => last.system = system,
                    _ => self.episodes.push(Episode { system, explanted: None }),
                }
            }
            PatientEvent::Explanted { reason } => {
                if let Some(last) = self.episodes.last_mut() {
                    last.explanted = Some((entry.happened, reason.clone()));
                }
            }
            PatientEvent::Line(line) => {
                if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.id == line.id) {
                    draft.state = DraftState::Complete;
                }
                if line.line.get("filled").is_some() {
                    self.refill_begun = None;
                }
                self.place(line, version);
            }
            PatientEvent::Drafted { id, line, judged } => self.drafts.push(Draft {
                id: id.clone(),
                line: line.clone(),
                judged: judged.clone(),
                by: entry.by,
                at: entry.happened,
                version,
                state: DraftState::Written,
            }),
            PatientEvent::Signed { draft, reason, name, .. } => {
                if let (Some(draft), Some(by)) =
                    (self.drafts.iter_mut().find(|known| known.id == *draft), entry.by)
                {
                    draft.state = DraftState::AwaitsSecond {
                        by,
                        name: name.clone(),
                        reason: reason.clone(),
                        at: entry.recorded,
                    };
                }
            }
            PatientEvent::Dropped { draft, reason } => {
                if let Some(draft) = self.drafts.iter_mut().find(|known| known.id == *draft) {
                    draft.state = DraftState::Dropped { reason: reason.clone() };
                }
            }
            PatientEvent::Corrected { line, with, reason } => {
                if let Some(old) = self.replace(line, with, version) {
                    fates.push((old, Fate::Corrected { by: version, reason: reason.clone() }));
                }
            }
            PatientEvent::EnteredInError { line, reason, later } => {
                for (id, said) in later {
                    self.weigh(id, said);
                }
                if let Some((old, _)) = self.unplace(line) {
                    fates.push((old, Fate::InError { by: version, reason: reason.clone() }));
                }
            }
            PatientEvent::EntryInError { entry, reason } => {
                fates.push((*entry, Fate::InError { by: version, reason: reason.clone() }));
            }
            PatientEvent::Misfiled { lines, to, reason } => {
                for line in lines {
                    if let Some((old, _)) = self.unplace(line) {
                        fates.push((old, Fate::Moved { to: to.0, reason: reason.clone() }));
                    }
                }
            }
            PatientEvent::Refiled { lines, .. } => {
                for line in lines {
                    self.place(line, version);
                }
            }
            PatientEvent::MergedInto { into, .. } => self.merged_into = Some(into.0),
            PatientEvent::MergedFrom { lines, system, .. } => {
                if let (Some(system), Some(last)) = (system, self.episodes.last_mut())
                    && last.system.is_none()
                {
                    last.system = Some(system.clone());
                }
                for line in lines {
                    self.place(line, version);
                }
            }
            PatientEvent::Medicine(_)
            | PatientEvent::MedicineStopped { .. }
            | PatientEvent::Allergy { .. }
            | PatientEvent::AllergyRefuted { .. }
            | PatientEvent::NoAllergiesKnown => self.take_medicine(&entry.event),
            _ => self.take_beside(entry),
        }
    }

    /// What is recorded beside course and orders, and what of it counts.
    fn take_beside(&mut self, entry: &Entry) {
        let version = entry.version;
        match &entry.event {
            PatientEvent::HomeStock(stock) => self.home_stock = Some(stock.clone()),
            PatientEvent::Surgery(surgery) => self.surgeries.push(surgery.clone()),
            PatientEvent::RefillSetAside { answers, reason } => {
                self.refill_begun = Some(RefillBegun {
                    at: entry.happened,
                    by: entry.by,
                    answers: answers.clone(),
                    reason: reason.clone(),
                });
            }
            PatientEvent::RefillGivenUp { .. } => self.refill_begun = None,
            PatientEvent::DidNotAttend { on, .. } => self.missed.push((*on, version)),
            PatientEvent::ObservationEnded { line, .. } => self.observed.push(line.clone()),
            PatientEvent::TitrationFinished { .. } => self.titration_finished = Some(entry.happened),
            PatientEvent::MriPlanned { on, note } => self.mri_planned = Some((*on, note.clone())),
            PatientEvent::RecallHandled { recall, .. } => self.recalls_handled.push(recall.clone()),
            PatientEvent::Attached(file) => self.files.push(file.clone()),
            PatientEvent::Died { on, .. } => self.died = Some(*on),
            _ => self.path.take(entry),
        }
    }
}
