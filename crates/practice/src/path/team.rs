//! The care team of a patient: who, of which discipline and house, from when to when; and who opened the record although
//! they do not belong to it.

use super::{Listed, Told};
use crate::access::Right;
use crate::discipline::Discipline;
use crate::patient::{Entry, Id128, Patient, PatientEvent};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};
use record::Id;
use serde::{Deserialize, Serialize};

/// For so long a record that was opened with a reason stays open to who gave it: a night and the hand-over after it.
pub const OPENED_SECONDS: i64 = 12 * 3_600;
/// For so long an opening is listed, unless somebody has looked at it.
const LISTED_SECONDS: i64 = 30 * 86_400;

/// Who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Who {
    /// Somebody who signs in here.
    Account {
        /// The account.
        id: Id128,
        /// The person's name when it was written.
        name: String,
    },
    /// Somebody else, such as the family doctor.
    Outside {
        /// Name.
        name: String,
        /// How to reach them, in words.
        contact: String,
    },
}

impl Who {
    /// The person's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Account { name, .. } | Self::Outside { name, .. } => name,
        }
    }

    /// The account, of somebody who has one.
    #[must_use]
    pub const fn account(&self) -> Option<Id> {
        match self {
            Self::Account { id, .. } => Some(id.0),
            Self::Outside { .. } => None,
        }
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// Somebody belongs to the care team from now on.
    Joined {
        /// The membership's name within this patient.
        id: String,
        /// Who.
        who: Who,
        /// As what.
        discipline: Discipline,
        /// In which house; empty for none of the clinic's.
        #[serde(default)]
        house: String,
        /// Whether this person leads the therapy.
        #[serde(default)]
        lead: bool,
    },
    /// Somebody no longer belongs to it.
    Left {
        /// The membership.
        id: String,
        /// Why.
        reason: String,
    },
    /// Somebody who does not belong here opened the record.
    Opened {
        /// Their name.
        name: String,
        /// Why.
        reason: String,
        /// Until when, in seconds since 1970.
        until: i64,
    },
    /// Somebody looked at such an opening.
    OpeningSeen {
        /// The entry that opened the record.
        entry: u64,
        /// What was found.
        outcome: String,
    },
}

/// Somebody of the care team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The membership's name within this patient.
    pub id: String,
    /// Who.
    pub who: Who,
    /// As what.
    pub discipline: Discipline,
    /// In which house; empty for none of the clinic's.
    pub house: String,
    /// Whether this person leads the therapy.
    pub lead: bool,
    /// Since when, in seconds since 1970.
    pub since: i64,
    /// Until when, and why; `None` for a present member.
    pub left: Option<(i64, String)>,
}

/// A record opened with a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The entry.
    pub version: u64,
    /// Who.
    pub by: Option<Id>,
    /// Their name.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Until when.
    pub until: i64,
    /// What somebody found who looked at it.
    pub seen: Option<String>,
}

/// The care team.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Team {
    /// All members, also those who left, in the order in which they came.
    pub members: Vec<Member>,
    /// Openings with a reason, the last one last.
    pub openings: Vec<Opening>,
}

impl Team {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event.clone() {
            Event::Joined { id, who, discipline, house, lead } => {
                let since = entry.happened;
                self.members.push(Member { id, who, discipline, house, lead, since, left: None });
            }
            Event::Left { id, reason } => {
                let known = self.members.iter_mut().find(|member| member.id == id && member.left.is_none());
                if let Some(member) = known {
                    member.left = Some((entry.happened, reason));
                }
            }
            Event::Opened { name, reason, until } => self.openings.push(Opening {
                version: entry.version,
                by: entry.by,
                name,
                reason,
                at: entry.recorded,
                until,
                seen: None,
            }),
            Event::OpeningSeen { entry, outcome } => {
                if let Some(opening) = self.openings.iter_mut().find(|known| known.version == entry) {
                    opening.seen = Some(outcome);
                }
            }
        }
    }

    /// Who belongs to it now; who leads comes first.
    #[must_use]
    pub fn present(&self) -> Vec<&Member> {
        let mut present: Vec<&Member> = self.members.iter().filter(|member| member.left.is_none()).collect();
        present.sort_by_key(|member| !member.lead);
        present
    }

    /// Whether an account belongs to it now.
    #[must_use]
    pub fn has(&self, account: Id) -> bool {
        self.members.iter().any(|member| member.left.is_none() && member.who.account() == Some(account))
    }

    /// Whether an account is here only because it gave a reason, at a time in seconds since 1970.
    #[must_use]
    pub fn is_guest(&self, account: Id, now: i64) -> bool {
        let opened = self.openings.iter().any(|opening| opening.by == Some(account) && now < opening.until);
        opened && !self.has(account)
    }

    /// The present members as events for the record that takes this one's place; `mark` keeps their names apart.
    #[must_use]
    pub fn carried(&self, mark: &str) -> Vec<PatientEvent> {
        let member = |member: &&Member| {
            PatientEvent::Team(Event::Joined {
                id: format!("{}-{mark}", member.id),
                who: member.who.clone(),
                discipline: member.discipline,
                house: member.house.clone(),
                lead: member.lead,
            })
        };
        self.present().iter().map(member).collect()
    }
}

/// Whether an event would give somebody sight of the patient, or take the patient into another house: what a guest of the
/// record may not do.
pub(crate) fn widens(event: &PatientEvent, patient: &Patient, account: Id) -> bool {
    let own = &patient.identity.house;
    match event {
        PatientEvent::Team(Event::Joined { .. } | Event::Left { .. } | Event::OpeningSeen { .. }) => true,
        PatientEvent::IdentityChanged { identity, .. } => identity.house != *own,
        // Whoever holds a link comes in again, for as long as it is live.
        PatientEvent::Link(_) => true,
        PatientEvent::Todo(event) => event.goes_to().is_some_and(|to| {
            (!to.house.is_empty() && to.house != *own)
                || to.account.as_ref().is_some_and(|(known, _)| known.0 == account)
        }),
        _ => false,
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Joined { who, discipline, house, lead, .. } => {
                let house = if house.is_empty() { String::new() } else { format!(", {house}") };
                let lead = if *lead { ", leads the therapy" } else { "" };
                format!("Care team: {} ({}{house}{lead})", who.name(), discipline.title())
            }
            Self::Left { .. } => "Care team: a member left".to_owned(),
            Self::Opened { name, .. } => format!("Record opened with a reason by {name}"),
            Self::OpeningSeen { .. } => "Opening of the record looked at".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Joined { who: Who::Outside { contact, .. }, .. } => Some(contact),
            Self::Joined { .. } => None,
            Self::Left { reason, .. } | Self::Opened { reason, .. } => Some(reason),
            Self::OpeningSeen { outcome, .. } => Some(outcome),
        }
    }

    fn right(&self) -> Right {
        match self {
            Self::Opened { .. } => Right::ReadPatients,
            _ => Right::EditIdentity,
        }
    }

    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        let team = &patient.path.team;
        match self {
            Self::Joined { id, who, discipline, .. } => {
                super::said("/id", id)?;
                super::said("/name", who.name())?;
                if team.members.iter().any(|member| member.id == *id) {
                    return Err(("/id", "is used already".to_owned()));
                }
                let same = |member: &&Member| {
                    who.account().is_some()
                        && member.who.account() == who.account()
                        && member.discipline == *discipline
                };
                match team.present().into_iter().find(same) {
                    Some(member) => {
                        Err(("/account", format!("{} is in the care team already", member.who.name())))
                    }
                    None => Ok(()),
                }
            }
            Self::Left { id, reason } => {
                super::said("/reason", reason)?;
                if team.present().iter().any(|member| member.id == *id) {
                    return Ok(());
                }
                Err(("/id", "is nobody who is in the care team now".to_owned()))
            }
            Self::Opened { reason, until, .. } => {
                super::said("/reason", reason)?;
                if *until <= now || *until > now.saturating_add(OPENED_SECONDS) {
                    return Err(("/until", "is within the next 12 hours".to_owned()));
                }
                Ok(())
            }
            Self::OpeningSeen { entry, outcome } => {
                super::said("/outcome", outcome)?;
                match team.openings.iter().find(|opening| opening.version == *entry) {
                    Some(opening) if opening.seen.is_none() => Ok(()),
                    Some(_) => Err(("/entry", "has been looked at already".to_owned())),
                    None => Err(("/entry", "opened nothing".to_owned())),
                }
            }
        }
    }
}

pub(super) fn due(patient: &Patient, _rules: &Rules, _now: i64, list: Listed<'_>) {
    for opening in patient.path.team.openings.iter().filter(|opening| opening.seen.is_none()) {
        let body = DueBody {
            text: format!(
                "opened by {}, who did not belong to the patient: {}",
                opening.name, opening.reason
            ),
            line: Some(opening.version.to_string()),
            until: Some(opening.at.saturating_add(LISTED_SECONDS)),
            ..DueBody::default()
        };
        list(Task::Opened, opening.at, &body);
    }
}
