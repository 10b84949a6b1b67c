//! To-dos: what a house, a discipline or a person has to do by a day; handed over, done, dropped. Nothing is forgotten:
//! each keeps where it came from and every hand it went through.

use super::{Listed, Told};
use crate::access::Right;
use crate::discipline::Discipline;
use crate::patient::{Entry, Id128, Patient, PatientEvent};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task, day_begins};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::Id;
use serde::{Deserialize, Serialize};

/// Whose something is: a house, a discipline, a person, or several of them at once; nobody's in particular if all are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Whose {
    /// The house; empty for the patient's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub house: String,
    /// The discipline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discipline: Option<Discipline>,
    /// The account and the person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<(Id128, String)>,
}

impl Whose {
    /// A house's.
    #[must_use]
    pub fn house(name: &str) -> Self {
        Self { house: name.to_owned(), ..Self::default() }
    }

    /// A discipline's, in the patient's own house.
    #[must_use]
    pub fn discipline(discipline: Discipline) -> Self {
        Self { discipline: Some(discipline), ..Self::default() }
    }

    /// For people: "South, Physiotherapy"; "whoever is there" if it is nobody's in particular.
    #[must_use]
    pub fn words(&self) -> String {
        let person = self.account.as_ref().map(|(_, name)| name.as_str());
        let house = Some(self.house.as_str()).filter(|house| !house.is_empty());
        let parts: Vec<&str> =
            person.into_iter().chain(self.discipline.map(Discipline::title)).chain(house).collect();
        if parts.is_empty() { "whoever is there".to_owned() } else { parts.join(", ") }
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// Something is to be done.
    Set {
        /// Its name within this patient.
        id: String,
        /// What, in words.
        what: String,
        /// By which day.
        by: Date,
        /// Whose it is.
        whose: Whose,
        /// Where it came from, such as "complication-12"; empty if somebody thought of it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        from: String,
    },
    /// It is done.
    Done {
        /// Which.
        id: String,
        /// What came of it.
        #[serde(default)]
        outcome: String,
    },
    /// Somebody else does it.
    HandedOver {
        /// Which.
        id: String,
        /// To whom.
        to: Whose,
        /// Why.
        reason: String,
    },
    /// It will not be done.
    Dropped {
        /// Which.
        id: String,
        /// Why.
        reason: String,
    },
}

impl Event {
    /// Whose it becomes, of an event that says so.
    #[must_use]
    pub const fn goes_to(&self) -> Option<&Whose> {
        match self {
            Self::Set { whose, .. } => Some(whose),
            Self::HandedOver { to, .. } => Some(to),
            Self::Done { .. } | Self::Dropped { .. } => None,
        }
    }
}

/// A to-do, to be recorded: several in one form take ids by [`id`].
#[must_use]
pub fn set(id: impl Into<String>, what: impl Into<String>, by: Date, whose: Whose) -> PatientEvent {
    set_from(id, what, by, whose, "")
}

/// The same with where it came from, such as the id of a complication.
#[must_use]
pub fn set_from(
    id: impl Into<String>,
    what: impl Into<String>,
    by: Date,
    whose: Whose,
    from: impl Into<String>,
) -> PatientEvent {
    PatientEvent::Todo(Event::Set { id: id.into(), what: what.into(), by, whose, from: from.into() })
}

/// The name of a to-do that does not exist yet: the `place`-th, from 0, of those that one form records.
#[must_use]
pub fn id(patient: &Patient, place: usize) -> String {
    format!("{}-{}", patient.next_line_id("todo"), place + 1)
}

/// How far a to-do has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Somebody has to do it.
    Open,
    /// It is done: when, by whom, and what came of it.
    Done {
        /// In seconds since 1970.
        at: i64,
        /// Who.
        by: Option<Id>,
        /// What came of it.
        outcome: String,
    },
    /// It will not be done.
    Dropped {
        /// In seconds since 1970.
        at: i64,
        /// Who said so.
        by: Option<Id>,
        /// Why.
        reason: String,
    },
}

/// A to-do that went from one hand to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who handed it over.
    pub by: Option<Id>,
    /// Whose it was.
    pub from: Whose,
    /// Whose it became.
    pub to: Whose,
    /// Why.
    pub reason: String,
}

/// A to-do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// Its name within this patient.
    pub id: String,
    /// What, in words.
    pub what: String,
    /// By which day.
    pub by: Date,
    /// Whose it is now.
    pub whose: Whose,
    /// Where it came from; empty if somebody thought of it.
    pub from: String,
    /// Who set it.
    pub set_by: Option<Id>,
    /// When, in seconds since 1970.
    pub set_at: i64,
    /// Every hand-over, the last one last.
    pub handed: Vec<HandOver>,
    /// How far it has come.
    pub state: State,
}

/// To-dos of a patient, in the order in which they were set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Todos {
    /// All that stand.
    pub all: Vec<Todo>,
}

impl Todos {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        let (at, by) = (entry.happened, entry.by);
        let id = match event {
            Event::Set { id, what, by: day, whose, from } => {
                self.all.push(Todo {
                    id: id.clone(),
                    what: what.clone(),
                    by: *day,
                    whose: whose.clone(),
                    from: from.clone(),
                    set_by: by,
                    set_at: at,
                    handed: Vec::new(),
                    state: State::Open,
                });
                return;
            }
            Event::Done { id, .. } | Event::HandedOver { id, .. } | Event::Dropped { id, .. } => id,
        };
        let open = |todo: &&mut Todo| todo.id == *id && todo.state == State::Open;
        let Some(todo) = self.all.iter_mut().find(open) else { return };
        match event {
            Event::Set { .. } => {}
            Event::Done { outcome, .. } => todo.state = State::Done { at, by, outcome: outcome.clone() },
            Event::Dropped { reason, .. } => todo.state = State::Dropped { at, by, reason: reason.clone() },
            Event::HandedOver { to, reason, .. } => {
                let from = core::mem::replace(&mut todo.whose, to.clone());
                todo.handed.push(HandOver { at, by, from, to: to.clone(), reason: reason.clone() });
            }
        }
    }

    /// What somebody still has to do, the earliest day first.
    #[must_use]
    pub fn open(&self) -> Vec<&Todo> {
        let mut open: Vec<&Todo> = self.all.iter().filter(|todo| todo.state == State::Open).collect();
        open.sort_by_key(|todo| todo.by);
        open
    }

    /// Open to-dos that came from something, such as "complication-12".
    pub fn open_from<'a>(&'a self, from: &'a str) -> impl Iterator<Item = &'a Todo> {
        self.all.iter().filter(move |todo| todo.state == State::Open && todo.from == from)
    }

    /// Open to-dos as events for the record that takes this one's place; `mark` keeps their names apart.
    #[must_use]
    pub fn carried(&self, mark: &str) -> Vec<PatientEvent> {
        let todo = |todo: &&Todo| {
            set_from(format!("{}-{mark}", todo.id), &todo.what, todo.by, todo.whose.clone(), &todo.from)
        };
        self.open().iter().map(todo).collect()
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Set { what, by, whose, .. } => {
                format!("To do by {}: {what} ({})", therapy::date_in_words(*by), whose.words())
            }
            Self::Done { .. } => "To-do done".to_owned(),
            Self::HandedOver { to, .. } => format!("To-do handed over to {}", to.words()),
            Self::Dropped { .. } => "To-do dropped".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Set { .. } => None,
            Self::Done { outcome, .. } => Some(outcome),
            Self::HandedOver { reason, .. } | Self::Dropped { reason, .. } => Some(reason),
        }
    }

    /// Whoever sees a patient sets and does what is to be done, as with notes and calls.
    fn right(&self) -> Right {
        Right::ReadPatients
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        let all = &patient.path.todos.all;
        let open = |id: &str| match all.iter().find(|todo| todo.id == id) {
            Some(todo) if todo.state == State::Open => Ok(todo),
            Some(_) => Err(("/id", "is no longer open".to_owned())),
            None => Err(("/id", "is no to-do of this patient".to_owned())),
        };
        match self {
            Self::Set { id, what, .. } => {
                super::said("/id", id)?;
                super::said("/what", what)?;
                if all.iter().any(|todo| todo.id == *id) {
                    return Err(("/id", "is used already".to_owned()));
                }
                Ok(())
            }
            Self::Done { id, .. } => open(id).map(drop),
            Self::HandedOver { id, to, reason } => {
                super::said("/reason", reason)?;
                if open(id)?.whose == *to {
                    return Err(("/to", "is whose it is already".to_owned()));
                }
                Ok(())
            }
            Self::Dropped { id, reason } => {
                super::said("/reason", reason)?;
                open(id).map(drop)
            }
        }
    }
}

/// What a list says of an open to-do: what, whose, and of one that was handed over from whom, when and why.
fn words(todo: &Todo, zone: &TimeZone) -> String {
    let Some(handed) = todo.handed.last() else { return format!("{} ({})", todo.what, todo.whose.words()) };
    let day = jiff::Timestamp::from_second(handed.at).unwrap_or_default().to_zoned(zone.clone()).date();
    format!(
        "{} ({}); handed over by {} on {}: {}",
        todo.what,
        todo.whose.words(),
        handed.from.words(),
        therapy::date_in_words(day),
        handed.reason
    )
}

pub(super) fn due(patient: &Patient, rules: &Rules, _now: i64, list: Listed<'_>) {
    let zone = TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC);
    for todo in patient.path.todos.open() {
        let begins = day_begins(todo.by, &zone);
        // What was handed over is seen at once by whoever has it now, however far off its day is.
        let from = todo.handed.last().map_or(begins, |handed| handed.at.min(begins));
        let house = Some(todo.whose.house.clone()).filter(|house| !house.is_empty());
        let body = DueBody {
            text: words(todo, &zone),
            line: Some(todo.id.clone()),
            on: Some(todo.by),
            house,
            ..DueBody::default()
        };
        list(Task::ToDo, from, &body);
    }
}
