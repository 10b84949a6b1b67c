//! The door itself: load, judge, append, project.

mod arrange;
mod order;
mod outside;
mod refusal;
mod rehearse;
mod rights;
mod two;
mod work;

use crate::access::Actor;
use crate::patient::{Entry, Fate, Patient, PatientEvent, Said};
use crate::rules::Rules;
use crate::summary::{Summary, summary};
use crate::worklist::{due, terms};
use record::{Act, Append, AppendError, Id, Kind, Port, Projection, Receipt, Stream};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};
use twin::TwinError;

pub use arrange::{Arranged, Arrangement};
pub use order::{Preview, agrees, asked_again, needs_second};
pub use refusal::Refusal;
pub use rights::{right_to_strike, word_of};
pub use two::Other;
use work::{Work, reason_of};

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
    /// An entry beside the course should not be there: a note, a call, a medicine, a file.
    StrikeEntry {
        /// Its version.
        entry: u64,
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

/// How many patients are kept folded: those whom people are working on. One of fifteen years takes some megabytes.
const KEPT_MAX: usize = 16;

/// Folded patients, each with the rules it was folded by; whoever was looked at last is last.
type Kept = Vec<(Arc<Rules>, Arc<Patient>)>;

/// The door to a store.
pub struct Practice {
    port: Arc<dyn Port>,
    /// Whether only invented patients may be in it.
    demonstration: bool,
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
        if let Some((by, patient)) = self.kept(id)
            && Arc::ptr_eq(&by, rules)
            && patient.version == version
        {
            return Ok(patient);
        }
        let patient = Arc::new(Patient::fold(stream, self.port.read(stream, 0).await?, rules)?);
        self.keep(&patient, rules);
        Ok(patient)
    }

    /// A patient as the record says, without displacing those whom people are working on.
    pub(crate) async fn unkept(&self, id: Id, rules: &Rules) -> Result<Patient, Refusal> {
        let stream = Stream { kind: Kind::Patient, id };
        Ok(Patient::fold(stream, self.port.read(stream, 0).await?, rules)?)
    }

    fn keep(&self, patient: &Arc<Patient>, rules: &Arc<Rules>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // Two who read the same patient at once keep one of them.
        kept.retain(|(_, known)| known.id != patient.id);
        let gone = (kept.len() >= KEPT_MAX).then(|| kept.remove(0));
        kept.push((Arc::clone(rules), Arc::clone(patient)));
        // Nobody waits while a long record is thrown away.
        drop(kept);
        drop(gone);
    }

    fn kept(&self, id: Id) -> Option<(Arc<Rules>, Arc<Patient>)> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(_, patient)| patient.id == id)?;
        let one = kept.remove(place);
        kept.push(one.clone());
        Some(one)
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
        self.record_with(actor, form, content, rules, steps, Vec::new()).await
    }

    /// The same, together with what another stream gets: an enquiry that becomes a patient. All of it or nothing.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub async fn record_with(
        &self,
        actor: &Actor,
        form: Form,
        content: [u8; 32],
        rules: &Arc<Rules>,
        steps: Vec<Step>,
        beside: Vec<Append>,
    ) -> Result<Done, Refusal> {
        if let Some(receipt) = self.again(form.id, content).await? {
            return Ok(Done { receipt, names: Vec::new(), said: Vec::new() });
        }
        let before = match self.patient(form.patient, rules).await {
            Ok(patient) => Some(patient),
            Err(Refusal::NoPatient) => None,
            Err(refusal) => return Err(refusal),
        };
        // It moves along with the work; what is kept meanwhile would have to be copied.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, kept)| kept.id != form.patient);
        let mut work = Work::begin(actor, form, rules, before, self.demonstration)?;
        for step in steps {
            work.step(step)?;
        }
        let (patient, said, names) = (work.finish()?, work.said, work.names);
        let append = self.append_of(&patient, &work.new, form.expected, rules, form.now)?;
        let appends = std::iter::once(append).chain(beside).collect();
        let act = Act { form: form.id, by: Some(actor.account), recorded: form.now, content, appends };
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
            Err(error) => Err(self.refused(error).await),
        }
    }

    /// Why the store took nothing, with what somebody else recorded meanwhile.
    async fn refused(&self, error: AppendError) -> Refusal {
        match error {
            AppendError::Stale { stream, expected, found } => match self.port.read(stream, expected).await {
                Ok(events) => {
                    let changes = events.into_iter().filter_map(entry_of).collect();
                    Refusal::Stale { expected, found, changes }
                }
                Err(error) => error.into(),
            },
            AppendError::FormReused => Refusal::FormReused,
            AppendError::Refused(why) => Refusal::Impossible(why),
            AppendError::Unknown(_) => Refusal::Unknown,
            AppendError::Store(text) => Refusal::Store(text),
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
        rows: crate::analysed::rows(patient, &stand.course, rules),
    })
}
