//! The door itself: load, judge, append, project.

mod order;
mod rehearse;
mod two;

use crate::access::{Actor, Denied, Right};
use crate::patient::{
    CourseError, Entry, Fate, FoldError, JudgeError, Judgement, Line, Patient, PatientEvent, Said,
};
use crate::rules::Rules;
use crate::summary::{Summary, summary};
use crate::worklist::{due, terms};
use record::{Act, Append, AppendError, Id, Kind, Port, Projection, ReadError, Receipt, Stream};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use therapy::Finding;
use therapy::judge::Missing;
use twin::TwinError;

pub use order::{Preview, agrees, asked_again, needs_second};
pub use two::Other;

/// What a person filled in: which form, about whom, and what the person had seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The form's id, made with it.
    pub id: Id,
    /// The patient.
    pub patient: Id,
    /// The version of the record that the person saw; 0 for a new patient.
    pub expected: u64,
    /// When it is handed in, in seconds since 1970.
    pub now: i64,
}

/// Something to be recorded; a form may hold several, which are recorded together or not at all.
// Steps are few and short-lived.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Step {
    /// A report: a line of the course as in a course file, without `id` and `by`.
    Report {
        /// The line.
        line: Value,
    },
    /// A report in the place of another one.
    Correct {
        /// The line that was wrong.
        wrong: String,
        /// What takes its place.
        line: Value,
        /// Why.
        reason: String,
    },
    /// A line should not be there.
    EnteredInError {
        /// The line.
        wrong: String,
        /// Why.
        reason: String,
    },
    /// An order: a line of the course with `order`, without `id` and `by`. It waits for signatures.
    Draft {
        /// The line.
        line: Value,
    },
    /// The prescriber signs what was shown.
    Sign {
        /// The draft.
        draft: String,
        /// The digest that was shown.
        digest: String,
        /// Why, if a soft finding asks.
        reason: Option<String>,
    },
    /// The second person checks and signs.
    Check {
        /// The draft.
        draft: String,
        /// The digest that was shown.
        digest: String,
        /// What the second person typed without seeing it, as number and unit.
        again: String,
    },
    /// A draft will not become an order.
    Drop {
        /// The draft.
        draft: String,
        /// Why.
        reason: String,
    },
    /// Anything else: who the patient is, the system, medicines, calls, files.
    Event {
        /// What.
        event: PatientEvent,
        /// When it happened, in seconds since 1970.
        happened: i64,
    },
}

/// That a form is recorded.
#[derive(Debug, Clone)]
pub struct Done {
    /// The receipt of the store.
    pub receipt: Receipt,
    /// Names of the lines and drafts that came about, in order.
    pub names: Vec<String>,
    /// What the rules said of them.
    pub said: Vec<Said>,
}

/// Why a form was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The person may not do this.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such patient.
    #[error("there is no such patient")]
    NoPatient,
    /// The record was merged into another one.
    #[error("this record was merged into another one; go on there")]
    Merged {
        /// The other one.
        into: Id,
    },
    /// Somebody else recorded something meanwhile.
    #[error("the record has moved on from version {expected} to {found}")]
    Stale {
        /// What the person saw.
        expected: u64,
        /// What it is.
        found: u64,
        /// What came since.
        changes: Vec<Entry>,
    },
    /// A field is wrong.
    #[error("{field} {message}")]
    Field {
        /// The field, as a JSON pointer into the line, such as `/filled/volume`.
        field: String,
        /// What is wrong, and what would be accepted.
        message: String,
    },
    /// What is asked for contradicts another line.
    #[error("line {line} then no longer holds: {message}")]
    Breaks {
        /// The other line.
        line: String,
        /// How.
        message: String,
    },
    /// What is asked for cannot be done as things stand.
    #[error("{0}")]
    Impossible(&'static str),
    /// Since the order was shown, what the rules say of it has changed.
    #[error("what the rules say of this order has changed since it was shown: look again")]
    Changed,
    /// The order is refused, or needs a reason.
    #[error("the order cannot be signed as it is")]
    Findings(Vec<(Finding, Missing)>),
    /// The second person must be another one than who wrote or signed the order.
    #[error("somebody else must check: you wrote or signed this order yourself")]
    SamePerson,
    /// What the second person typed is not what the order says.
    #[error("what you typed is not what the order says: look at the order, and ask who wrote it")]
    NotTheSame,
    /// The same form with something else in it.
    #[error("this form has already been recorded with other contents")]
    FormReused,
    /// Nobody knows whether it is recorded.
    #[error("it is not known whether this was recorded; ask again with the same form")]
    Unknown,
    /// The store does not answer.
    #[error("nothing was recorded: {0}")]
    Store(String),
    /// The record cannot be read.
    #[error("the record cannot be read: {0}")]
    Damaged(String),
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Store(text) => Self::Store(text),
            damaged @ ReadError::Damaged { .. } => Self::Damaged(damaged.to_string()),
        }
    }
}

impl From<FoldError> for Refusal {
    fn from(error: FoldError) -> Self {
        match error {
            FoldError::Empty => Self::NoPatient,
            FoldError::Course(error) => error.into(),
            FoldError::Read(error) => error.into(),
            error @ FoldError::Event { .. } => Self::Damaged(error.to_string()),
        }
    }
}

impl From<TwinError> for Refusal {
    fn from(error: TwinError) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<CourseError> for Refusal {
    fn from(error: CourseError) -> Self {
        match error.line {
            Some(line) => Self::Breaks { line, message: error.error.problem.to_string() },
            None => Self::Field { field: error.field, message: error.error.problem.to_string() },
        }
    }
}

impl From<JudgeError> for Refusal {
    fn from(error: JudgeError) -> Self {
        match error {
            JudgeError::Course(error) => error.into(),
            JudgeError::Twin(error) => error.into(),
            JudgeError::NotThere => {
                Self::Impossible("this belongs to a system that is no longer in the patient")
            }
        }
    }
}

/// How many patients are kept folded; one of fifteen years takes up to a megabyte.
const KEPT_MAX: usize = 64;
/// A clock of another machine may be ahead by so much before a report counts as one from the future.
const AHEAD_MAX_SECONDS: i64 = 120;

type Kept = HashMap<Id, (Arc<Rules>, Arc<Patient>)>;

/// The door to a store.
pub struct Practice {
    port: Arc<dyn Port>,
    /// Whether only invented patients may be in it.
    demonstration: bool,
    /// Folded patients by id, each with the rules it was folded by.
    kept: Mutex<Kept>,
}

impl std::fmt::Debug for Practice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Practice").field("demonstration", &self.demonstration).finish_non_exhaustive()
    }
}

impl Practice {
    /// A door to a store; `demonstration` if it may hold invented patients only, and no others.
    #[must_use]
    pub fn new(port: Arc<dyn Port>, demonstration: bool) -> Self {
        Self { port, demonstration, kept: Mutex::default() }
    }

    /// The store behind the door.
    #[must_use]
    pub fn port(&self) -> &Arc<dyn Port> {
        &self.port
    }

    /// Whether only invented patients may be in it.
    #[must_use]
    pub const fn demonstration(&self) -> bool {
        self.demonstration
    }

    /// A patient as the record says.
    ///
    /// # Errors
    /// [`Refusal::NoPatient`], or that the record cannot be read.
    pub async fn patient(&self, id: Id, rules: &Arc<Rules>) -> Result<Arc<Patient>, Refusal> {
        let stream = Stream { kind: Kind::Patient, id };
        let version = self.port.version(stream).await?;
        if version == 0 {
            return Err(Refusal::NoPatient);
        }
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if let Some((_, patient)) =
            kept.filter(|(by, patient)| Arc::ptr_eq(by, rules) && patient.version == version)
        {
            return Ok(patient);
        }
        let patient = Arc::new(Patient::fold(stream, self.port.read(stream, 0).await?, rules)?);
        self.keep(&patient, rules);
        Ok(patient)
    }

    fn keep(&self, patient: &Arc<Patient>, rules: &Arc<Rules>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_MAX
            && let Some(one) = kept.keys().next().copied()
        {
            // Any one: a map has no order, and whoever is looked at again comes back.
            kept.remove(&one);
        }
        kept.insert(patient.id, (Arc::clone(rules), Arc::clone(patient)));
    }

    /// Records what a form holds, all of it or nothing.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn record(
        &self,
        actor: &Actor,
        form: Form,
        rules: &Arc<Rules>,
        steps: Vec<Step>,
    ) -> Result<Done, Refusal> {
        let content = content(form.patient, &steps);
        self.record_filled(actor, form, content, rules, steps).await
    }

    /// The same, where the caller knows what was filled in: a form that is sent twice is one act even if its steps take
    /// the time of day or the next free name, and so differ.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub async fn record_filled(
        &self,
        actor: &Actor,
        form: Form,
        content: [u8; 32],
        rules: &Arc<Rules>,
        steps: Vec<Step>,
    ) -> Result<Done, Refusal> {
        if let Some(receipt) = self.again(form.id, content).await? {
            return Ok(Done { receipt, names: Vec::new(), said: Vec::new() });
        }
        let before = match self.patient(form.patient, rules).await {
            Ok(patient) => Some(patient),
            Err(Refusal::NoPatient) => None,
            Err(refusal) => return Err(refusal),
        };
        let mut work = Work::begin(actor, form, rules, before.as_deref(), self.demonstration)?;
        for step in steps {
            work.step(step)?;
        }
        let (patient, said, names) = (work.finish()?, work.said, work.names);
        let append = self.append_of(&patient, &work.new, form.expected, rules, form.now)?;
        let act = Act {
            form: form.id,
            by: Some(actor.account),
            recorded: form.now,
            content,
            appends: vec![append],
        };
        let receipt = self.append(act).await?;
        self.keep(&Arc::new(patient), rules);
        Ok(Done { receipt, names, said })
    }

    /// What became of a form that was handed in before.
    async fn again(&self, form: Id, content: [u8; 32]) -> Result<Option<Receipt>, Refusal> {
        match self.port.resolve(form).await? {
            Some(receipt) if receipt.content == content => Ok(Some(Receipt { again: true, ..receipt })),
            Some(_) => Err(Refusal::FormReused),
            None => Ok(None),
        }
    }

    /// Appends, and says what somebody else recorded meanwhile if that was why it failed.
    async fn append(&self, act: Act) -> Result<Receipt, Refusal> {
        match self.port.append(act).await {
            Ok(receipt) => Ok(receipt),
            Err(AppendError::Stale { stream, expected, found }) => {
                let events = self.port.read(stream, expected).await?;
                let changes = events.into_iter().filter_map(entry_of).collect();
                Err(Refusal::Stale { expected, found, changes })
            }
            Err(AppendError::FormReused) => Err(Refusal::FormReused),
            Err(AppendError::Refused(why)) => Err(Refusal::Impossible(why)),
            Err(AppendError::Unknown(_)) => Err(Refusal::Unknown),
            Err(AppendError::Store(text)) => Err(Refusal::Store(text)),
        }
    }

    fn append_of(
        &self,
        patient: &Patient,
        new: &[Entry],
        expected: u64,
        rules: &Rules,
        now: i64,
    ) -> Result<Append, Refusal> {
        let events = new.iter().map(|entry| entry.event.to_record(entry.happened));
        let events =
            events.collect::<Result<Vec<_>, _>>().map_err(|error| Refusal::Store(error.to_string()))?;
        Ok(Append {
            stream: Stream { kind: Kind::Patient, id: patient.id },
            expected,
            events,
            projection: Some(projection(patient, rules, now)?),
        })
    }

    /// Makes the projection of every patient anew. `progress` is told how many are done.
    ///
    /// # Errors
    /// [`Refusal`] for the first patient that cannot be read.
    pub async fn rebuild(
        &self,
        rules: &Arc<Rules>,
        now: i64,
        mut progress: impl FnMut(u64),
    ) -> Result<u64, Refusal> {
        let (mut after, mut done) = (None, 0_u64);
        loop {
            let page = self.port.streams(Kind::Patient, after, 200).await?;
            let Some((last, _)) = page.last().copied() else { return Ok(done) };
            for (id, _) in page {
                // Somebody may be writing meanwhile: their projection is as new, or we look again.
                loop {
                    let patient = self.patient(id, rules).await?;
                    let stream = Stream { kind: Kind::Patient, id };
                    let made = projection(&patient, rules, now)?;
                    let stored = self.port.project(stream, patient.version, made).await;
                    if stored.map_err(|error| Refusal::Store(error.to_string()))? {
                        break;
                    }
                }
                done += 1;
                progress(done);
            }
            after = Some(last);
        }
    }

    /// Patients who may be the same person: the same birth date, or the same family name and a given name alike.
    ///
    /// # Errors
    /// That the store cannot be read.
    pub async fn duplicates(
        &self,
        identity: &crate::patient::Identity,
    ) -> Result<Vec<(Id, Summary)>, Refusal> {
        let born = identity.born;
        let day = format!("{:04}{:02}{:02}", born.year(), born.month(), born.day());
        let family = crate::worklist::words(&identity.family);
        let mut by_name = family.clone();
        by_name.extend(crate::worklist::words(&identity.given).first().cloned());
        let mut found: Vec<(Id, Summary)> = Vec::new();
        let by_number = crate::worklist::search_words(&identity.record);
        for words in [vec![day], by_name, by_number] {
            if words.is_empty() {
                continue;
            }
            for hit in self.port.search(Kind::Patient, words, 20).await? {
                let id = hit.stream.id;
                let read: Option<Summary> = serde_json::from_str(&hit.summary).ok();
                if let Some(summary) = read.filter(|summary| summary.merged_into.is_none())
                    && !found.iter().any(|(known, _)| *known == id)
                {
                    found.push((id, summary));
                }
            }
        }
        Ok(found)
    }
}

/// SHA-256 of what was filled in.
fn content(patient: Id, steps: &[Step]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(patient.bytes());
    hash.update(serde_json::to_vec(steps).unwrap_or_default());
    hash.finalize().into()
}

fn entry_of(event: record::Event) -> Option<Entry> {
    let read = PatientEvent::from_record(&event.kind, &event.body).ok()?;
    Some(Entry {
        version: event.version,
        happened: event.happened,
        recorded: event.recorded,
        by: event.by,
        form: event.form,
        event: read,
        fate: Fate::Stands,
    })
}

/// What pages find of a patient.
///
/// # Errors
/// [`TwinError`], as `fold`.
pub fn projection(patient: &Patient, rules: &Rules, now: i64) -> Result<Projection, TwinError> {
    let stand = patient.stand(rules, now)?;
    let summary = summary(patient, &stand, rules);
    let order = crate::worklist::words(&format!("{} {}", patient.identity.family, patient.identity.given));
    Ok(Projection {
        order: order.join(" "),
        due: due(patient, &stand, &summary, rules, now),
        terms: terms(patient, &summary),
        summary: serde_json::to_string(&summary).unwrap_or_default(),
    })
}

/// A form while it is worked through.
struct Work<'a> {
    actor: &'a Actor,
    form: Form,
    rules: &'a Rules,
    demonstration: bool,
    patient: Option<Patient>,
    new: Vec<Entry>,
    names: Vec<String>,
    said: Vec<Said>,
}

impl<'a> Work<'a> {
    fn begin(
        actor: &'a Actor,
        form: Form,
        rules: &'a Rules,
        before: Option<&Patient>,
        demonstration: bool,
    ) -> Result<Self, Refusal> {
        let found = before.map_or(0, |patient| patient.version);
        if found == 0 && form.expected != 0 {
            return Err(Refusal::NoPatient);
        }
        if found != form.expected {
            let changes = before.into_iter().flat_map(|patient| &patient.entries);
            let changes = changes.filter(|entry| entry.version > form.expected).cloned().collect();
            return Err(Refusal::Stale { expected: form.expected, found, changes });
        }
        if let Some(into) = before.and_then(|patient| patient.merged_into) {
            return Err(Refusal::Merged { into });
        }
        let (patient, new, names, said) = (before.cloned(), Vec::new(), Vec::new(), Vec::new());
        Ok(Self { actor, form, rules, demonstration, patient, new, names, said })
    }

    fn patient(&self) -> Result<&Patient, Refusal> {
        self.patient.as_ref().ok_or(Refusal::NoPatient)
    }

    /// Adds an event: whatever does not fold is not recorded.
    fn push(&mut self, event: PatientEvent, happened: i64) -> Result<(), Refusal> {
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

    fn finish(&mut self) -> Result<Patient, Refusal> {
        if self.new.is_empty() {
            return Err(Refusal::Impossible("there is nothing to record"));
        }
        self.patient.take().ok_or(Refusal::NoPatient)
    }

    fn step(&mut self, step: Step) -> Result<(), Refusal> {
        match step {
            Step::Report { line } => {
                self.actor.require(right_of_line(&line))?;
                if line.get("order").is_some() {
                    return Err(Refusal::Impossible("an order is drafted and signed, not reported"));
                }
                let id = self.patient()?.next_line_id(word_of(&line));
                let line = self.complete(line, &id);
                let (line, happened) = self.judged(line, None)?;
                self.push(PatientEvent::Line(line), happened)
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
                self.push(PatientEvent::Corrected { line: wrong, with, reason }, happened)
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

    fn event(&mut self, event: PatientEvent, happened: i64) -> Result<(), Refusal> {
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
            PatientEvent::Explanted { .. } if !self.patient()?.has_pump() => {
                return Err(Refusal::Impossible("there is no pump to take out"));
            }
            _ => {}
        }
        self.push(event, happened)
    }

    fn identity(&self, identity: &crate::patient::Identity) -> Result<(), Refusal> {
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
    fn complete(&self, line: Value, id: &str) -> Value {
        let mut line = line;
        if let Some(fields) = line.as_object_mut() {
            fields.insert("id".to_owned(), Value::String(id.to_owned()));
            fields.entry("by").or_insert_with(|| Value::String(self.actor.name.clone()));
        }
        line
    }

    /// Judges a line and gives it with its time.
    fn judged(&mut self, line: Value, instead_of: Option<&str>) -> Result<(Line, i64), Refusal> {
        let judgement = self.judge(&line, instead_of)?;
        let id = judgement.event.id.clone();
        self.said.extend(judgement.judged.findings.iter().cloned());
        self.names.push(id.clone());
        let happened = judgement.event.at.unix;
        Ok((Line { id, line, judged: judgement.judged, later: judgement.later }, happened))
    }

    /// Judges a line; an error in it is an error of a field, not of a line.
    fn judge(&self, line: &Value, instead_of: Option<&str>) -> Result<Judgement, Refusal> {
        let own = line.get("id").and_then(Value::as_str).unwrap_or_default();
        let judgement = self.patient()?.judge(self.rules, line, instead_of).map_err(|error| match error {
            JudgeError::Course(CourseError { line: Some(line), field, error }) if line == own => {
                Refusal::Field { field, message: error.problem.to_string() }
            }
            other => other.into(),
        })?;
        if judgement.event.at.unix > self.form.now.saturating_add(AHEAD_MAX_SECONDS) {
            return Err(Refusal::Field { field: "/at".to_owned(), message: "lies in the future".to_owned() });
        }
        Ok(judgement)
    }
}

/// A reason that says something.
fn reason_of(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::Field {
            field: "/reason".to_owned(),
            message: "is missing; say why".to_owned(),
        });
    }
    Ok(reason)
}

/// The keys of a line that are not what it is about.
const FRAME: [&str; 5] = ["id", "at", "by", "reason", "second"];

/// What a line is, in the word of the course file.
#[must_use]
pub fn word_of(line: &Value) -> &str {
    let keys = line.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    keys.into_iter().find(|key| !FRAME.contains(key)).unwrap_or("line")
}

/// Which right a line needs.
fn right_of_line(line: &Value) -> Right {
    match word_of(line) {
        "order" => Right::DraftOrders,
        "scored" => Right::RecordAssessments,
        "implanted" | "revised" => Right::RecordSurgery,
        "confirmed" | "not-entered" => Right::ConfirmOrders,
        "closed" => Right::CloseFindings,
        // Whoever sees patients books visits: the coordinator first of all.
        "visit" => Right::ReadPatients,
        _ => Right::RecordReports,
    }
}

/// Which right an event needs; `None` for those that only the door itself writes.
const fn right_of_event(event: &PatientEvent) -> Option<Right> {
    Some(match event {
        PatientEvent::Registered(_)
        | PatientEvent::IdentityChanged { .. }
        | PatientEvent::DidNotAttend { .. } => Right::EditIdentity,
        PatientEvent::Explanted { .. } | PatientEvent::Surgery(_) => Right::RecordSurgery,
        PatientEvent::System { .. }
        | PatientEvent::Medicine(_)
        | PatientEvent::MedicineStopped { .. }
        | PatientEvent::Allergy { .. }
        | PatientEvent::AllergyRefuted { .. }
        | PatientEvent::NoAllergiesKnown
        | PatientEvent::HomeStock(_)
        | PatientEvent::RefillSetAside { .. }
        | PatientEvent::RefillGivenUp { .. }
        | PatientEvent::ObservationEnded { .. }
        | PatientEvent::TitrationFinished { .. }
        | PatientEvent::MriPlanned { .. }
        | PatientEvent::RecallHandled { .. }
        | PatientEvent::Died { .. } => Right::RecordReports,
        // Everybody who sees patients takes calls, writes notes and files letters.
        PatientEvent::Contact(_) | PatientEvent::Attached(_) | PatientEvent::Note { .. } => {
            Right::ReadPatients
        }
        PatientEvent::Line(_)
        | PatientEvent::Drafted { .. }
        | PatientEvent::Signed { .. }
        | PatientEvent::Dropped { .. }
        | PatientEvent::Corrected { .. }
        | PatientEvent::EnteredInError { .. }
        | PatientEvent::Misfiled { .. }
        | PatientEvent::Refiled { .. }
        | PatientEvent::MergedInto { .. }
        | PatientEvent::MergedFrom { .. } => return None,
    })
}
