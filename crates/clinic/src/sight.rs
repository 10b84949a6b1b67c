//! The patients of the record as one person sees them: every list and search of pages and interface asks here, so that
//! none of them shows somebody whom the person does not see.

use crate::error::PageError;
use crate::frame::SignedIn;
use crate::state::AppState;
use practice::access::{Actor, Right};
use practice::agenda::Taken;
use practice::discipline::Discipline;
use practice::path::team::{self, Who};
use practice::patient::{Id128, Identity, Patient, PatientEvent};
use practice::sight::{Seen, Sight};
use practice::summary::seen;
use practice::worklist::Task;
use record::{After, DueLine, Id, Kind, Stream, Summary, Window};
use std::collections::BTreeMap;

/// Asked for at once where some of what comes is left out.
const AT_ONCE: u32 = 500;

/// The patients of the record as one person sees them.
#[derive(Clone, Copy)]
pub(crate) struct Patients<'a> {
    state: &'a AppState,
    sight: &'a Sight,
}

impl AppState {
    /// The patients of the record as somebody sees them.
    pub(crate) const fn patients<'a>(&'a self, sight: &'a Sight) -> Patients<'a> {
        Patients { state: self, sight }
    }
}

/// What is found, and what would be found by somebody who sees everybody.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    pub(crate) seen: Vec<Summary>,
    pub(crate) hidden: Vec<Summary>,
}

/// Who may be the same person.
#[derive(Debug, Default)]
pub(crate) struct Duplicates {
    pub(crate) seen: Vec<(Id, practice::summary::Summary)>,
    /// Records that are not seen, each with the house to ask.
    pub(crate) hidden: Vec<(Id, String)>,
}

impl Patients<'_> {
    /// Whether a summary, as JSON, is of somebody who is seen; one that cannot be read is not.
    pub(crate) fn shows(self, summary: &str) -> bool {
        let now = self.state.now();
        self.sight.is_whole()
            || serde_json::from_str::<Seen>(summary).is_ok_and(|seen| self.sight.sees(&seen, now))
    }

    /// Whether a patient is seen. A record that does not exist is no secret.
    pub(crate) async fn sees(self, id: Id) -> Result<bool, PageError> {
        if self.sight.is_whole() {
            return Ok(true);
        }
        let summary = self.state.store().summary(Stream { kind: Kind::Patient, id }).await?;
        Ok(summary.is_none_or(|summary| self.shows(&summary.summary)))
    }

    /// Goes on only if a patient is seen.
    pub(crate) async fn require(self, id: Id) -> Result<(), PageError> {
        if self.sees(id).await? { Ok(()) } else { Err(PageError::NotSeen) }
    }

    /// Who is seen, by name, one page.
    pub(crate) async fn summaries(self, after: Option<After>, limit: u32) -> Result<Vec<Summary>, PageError> {
        let store = self.state.store();
        if self.sight.is_whole() {
            return Ok(store.summaries(Kind::Patient, after, limit).await?);
        }
        let (mut after, mut found) = (after, Vec::new());
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        loop {
            let page = store.summaries(Kind::Patient, after.take(), AT_ONCE).await?;
            after = page.last().map(|last| After { order: last.order.clone(), id: last.stream.id });
            let is_last = page.len() < AT_ONCE as usize;
            found.extend(page.into_iter().filter(|summary| self.shows(&summary.summary)));
            if is_last || found.len() >= wanted {
                found.truncate(wanted);
                return Ok(found);
            }
        }
    }

    /// Whom these words find, at most so many of those who are seen; and some of those who are not.
    pub(crate) async fn search(self, words: Vec<String>, limit: u32) -> Result<Hits, PageError> {
        let store = self.state.store();
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut asked = if self.sight.is_whole() { limit } else { limit.max(AT_ONCE) };
        loop {
            let all = store.search(Kind::Patient, words.clone(), asked).await?;
            let is_all = self.sight.is_whole() || all.len() < usize::try_from(asked).unwrap_or(usize::MAX);
            let (mut seen, mut hidden): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|hit| self.shows(&hit.summary));
            if is_all || seen.len() >= wanted {
                seen.truncate(wanted);
                hidden.truncate(wanted);
                return Ok(Hits { seen, hidden });
            }
            asked = asked.saturating_mul(8);
        }
    }

    /// Who may be the same person: those who are seen, and the houses of those who are not.
    pub(crate) async fn duplicates(self, identity: &Identity) -> Result<Duplicates, PageError> {
        let now = self.state.now();
        let mut found = Duplicates::default();
        for (id, summary) in self.state.practice().duplicates(identity).await? {
            if self.sight.sees(&summary.seen(), now) {
                found.seen.push((id, summary));
            } else {
                found.hidden.push((id, summary.house));
            }
        }
        Ok(found)
    }

    /// What is due of those who are seen.
    pub(crate) async fn due(
        self,
        kinds: Vec<String>,
        window: Window,
        limit: u32,
    ) -> Result<Vec<DueLine>, PageError> {
        let store = self.state.store();
        if self.sight.is_whole() {
            return Ok(store.due(kinds, window, limit).await?);
        }
        let mut lines = store.due(kinds, window, u32::MAX).await?;
        lines.retain(|line| self.shows(&line.summary));
        lines.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(lines)
    }

    /// What is in the calendar from one moment to another, in seconds since 1970. The time of a patient who is not seen is
    /// taken all the same; whose it is and what became of it is not said.
    pub(crate) async fn taken(self, from: i64, until: i64) -> Result<Vec<Taken>, PageError> {
        let mut taken = self.state.practice().taken(from, until).await?;
        let now = self.state.now();
        for one in taken.iter_mut().filter(|one| !self.sight.sees(&one.seen, now)) {
            one.name = "a patient whom you do not see".to_owned();
            one.shown.ended = one.shown.ended.as_ref().map(|_| "ended".to_owned());
        }
        Ok(taken)
    }

    /// How much is due of those who are seen, by kind.
    pub(crate) async fn due_counts(self, window: Window) -> Result<BTreeMap<String, u64>, PageError> {
        if self.sight.is_whole() {
            return Ok(self.state.store().due_counts(window).await?.into_iter().collect());
        }
        let mut counts = BTreeMap::new();
        for line in self.due(Vec::new(), window, u32::MAX).await? {
            *counts.entry(line.due.kind).or_default() += 1;
        }
        Ok(counts)
    }
}

/// What people outside asked, as lists show it: for whoever may answer. Who sees whom is about patients; an enquiry is of none yet.
#[derive(Clone, Copy)]
pub(crate) struct Enquiries<'a>(&'a AppState);

impl AppState {
    /// The enquiries, for somebody who may answer them.
    pub(crate) fn enquiries(&self, actor: &Actor) -> Result<Enquiries<'_>, PageError> {
        actor.require(Right::AnswerEnquiries)?;
        Ok(Enquiries(self))
    }
}

impl Enquiries<'_> {
    /// What is owed first, one page.
    pub(crate) async fn summaries(self, after: Option<After>, limit: u32) -> Result<Vec<Summary>, PageError> {
        Ok(self.0.store().summaries(Kind::Enquiry, after, limit).await?)
    }

    /// What these words find.
    pub(crate) async fn search(self, words: Vec<String>, limit: u32) -> Result<Vec<Summary>, PageError> {
        Ok(self.0.store().search(Kind::Enquiry, words, limit).await?)
    }

    /// What is due of one kind, which is of enquiries.
    pub(crate) async fn due(self, task: Task, window: Window, limit: u32) -> Result<Vec<DueLine>, PageError> {
        if !task.is_of_enquiry() {
            return Ok(Vec::new());
        }
        Ok(self.0.store().due(vec![task.word().to_owned()], window, limit).await?)
    }

    /// How much is due, by kind.
    pub(crate) async fn due_counts(self, window: Window) -> Result<Vec<(String, u64)>, PageError> {
        let mut counts = self.0.store().due_counts(window).await?;
        counts.retain(|(word, _)| Task::by_word(word).is_some_and(Task::is_of_enquiry));
        Ok(counts)
    }
}

/// A patient whom nobody but the writer would see: the writer joins the care team, so that the record is not lost to them
/// with the form. Nothing if the house that was chosen sees the patient anyway.
pub(crate) fn joins(signed_in: &SignedIn, house: &str) -> Option<PatientEvent> {
    let seen = Seen { house: house.to_owned(), ..Seen::default() };
    if signed_in.sight.belongs(&seen) {
        return None;
    }
    let actor = &signed_in.actor;
    let who = Who::Account { id: Id128(actor.account), name: actor.name.clone() };
    Some(PatientEvent::Team(team::Event::Joined {
        id: "member-2".to_owned(),
        who,
        discipline: discipline_of(signed_in),
        house: String::new(),
        lead: false,
    }))
}

/// What somebody is trained in: as the account says, or else by the role.
pub(crate) fn discipline_of(signed_in: &SignedIn) -> Discipline {
    use practice::access::Role;
    let own = signed_in.placed.as_ref().and_then(|placed| placed.disciplines.first().copied());
    own.unwrap_or(match signed_in.actor.role {
        Role::Coordinator | Role::Administrator => Discipline::Coordination,
        Role::Nurse => Discipline::Nursing,
        Role::Therapist => Discipline::Physiotherapy,
        Role::Physician => Discipline::OtherMedicine,
        Role::Surgeon => Discipline::Neurosurgery,
    })
}

/// Whether somebody sees a patient only because they gave a reason.
pub(crate) fn is_guest(sight: &Sight, patient: &Patient, now: i64) -> bool {
    let seen = seen(patient);
    !sight.belongs(&seen) && sight.sees(&seen, now)
}
