//! What appointments are in words, what of them is due, and what may be recorded by itself.

use super::{Event, Kind, Outcome, Person, Slot, State, day_of};
use crate::access::Right;
use crate::path::{Listed, Told, said};
use crate::patient::Patient;
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};
use jiff::tz::TimeZone;
use record::Id;
use serde::{Deserialize, Serialize};

/// What is wrong with an address for e-mail, if anything. One plain address; nothing that could end a line of a letter.
///
/// # Errors
/// What is wrong and what would be taken.
pub fn address(text: &str) -> Result<(), &'static str> {
    let wrong = "is no e-mail address, such as name@example.org";
    let (local, domain) = text.rsplit_once('@').ok_or(wrong)?;
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&letter);
    let dots = |text: &str| text.starts_with('.') || text.ends_with('.') || text.contains("..");
    let host = |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'.' | b'-');
    let good = (1..=64).contains(&local.len())
        && (1..=253).contains(&domain.len())
        && local.bytes().all(plain)
        && domain.bytes().all(host)
        && !dots(local)
        && !dots(domain);
    if good { Ok(()) } else { Err(wrong) }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Booked(booked) => {
                format!("Appointment: {}, {}", booked.what.words(), booked.slot.words())
            }
            Self::Moved { slot, .. } => format!("Appointment moved to {}", slot.words()),
            Self::Cancelled { by, .. } => format!("Appointment cancelled by {}", by.words()),
            Self::Kept { .. } => "Appointment took place".to_owned(),
            Self::NotKept { .. } => "Appointment: nobody came".to_owned(),
            Self::MailAgreed { .. } => "Reminders by e-mail agreed to".to_owned(),
            Self::MailWithdrawn { .. } => "No more reminders by e-mail".to_owned(),
            Self::ReminderTried { .. } => "Reminder: sending begun".to_owned(),
            Self::ReminderEnded { result, .. } => match result {
                Outcome::Sent => "Reminder sent".to_owned(),
                Outcome::Failed { again: Some(_), .. } => "Reminder not sent; it is tried again".to_owned(),
                Outcome::Failed { .. } => "Reminder not sent".to_owned(),
                Outcome::Unknown { .. } => "Nobody knows whether the reminder was sent".to_owned(),
            },
            Self::ReminderHandled { .. } => "Reminder dealt with".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        let reason = match self {
            Self::Moved { reason, .. } | Self::Cancelled { reason, .. } | Self::MailWithdrawn { reason } => {
                reason
            }
            Self::NotKept { note, .. } => note,
            Self::Booked(booked) => &booked.note,
            Self::ReminderEnded {
                result: Outcome::Failed { why, .. } | Outcome::Unknown { why }, ..
            } => why,
            Self::ReminderHandled { how, .. } => how,
            _ => return None,
        };
        Some(reason.as_str()).filter(|reason| !reason.is_empty())
    }

    fn right(&self) -> Right {
        match self {
            // As for a missed visit: who came is nothing that everybody says.
            Self::NotKept { .. } => Right::EditIdentity,
            _ => Right::ReadPatients,
        }
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        let all = &patient.path.appointments;
        let reminder = |id: &str, starts: i64| {
            let known = all.by_id(id).map(|known| &known.reminders);
            known.is_some_and(|known| known.iter().any(|reminder| reminder.starts == starts))
        };
        match self {
            Self::MailAgreed { address: to, agreed } => {
                address(to).map_err(|wrong| ("/address", wrong.to_owned()))?;
                said("/agreed", agreed)
            }
            Self::MailWithdrawn { reason } => said("/reason", reason),
            Self::ReminderHandled { id, starts, how } if reminder(id, *starts) => said("/how", how),
            Self::ReminderHandled { .. } => Err(("/id", "names no reminder that was tried".to_owned())),
            Self::ReminderTried { .. } | Self::ReminderEnded { .. } => {
                Err(("/act", "is written by what sends reminders".to_owned()))
            }
            _ => Err(("/act", "is recorded through the calendar, which looks for clashes".to_owned())),
        }
    }
}

/// What the calendar shows of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Shown {
    /// Its name within the patient.
    pub id: String,
    /// What for.
    pub what: Kind,
    /// When and where.
    pub slot: Slot,
    /// Who takes part.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Whether somebody has said that it took place, or that nobody came.
    #[serde(default)]
    pub ended: Option<String>,
}

/// Appointments stay in the calendar for so long after they ended.
const KEPT_SECONDS: i64 = 60 * 86_400;
/// What became of an appointment is asked for so long.
const ASKED_SECONDS: i64 = 14 * 86_400;

pub(in crate::path) fn due(patient: &Patient, rules: &Rules, now: i64, list: Listed<'_>) {
    let zone = TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC);
    let all = &patient.path.appointments;
    for known in &all.all {
        let slot = &known.booked.slot;
        if slot.ends() < now.saturating_sub(KEPT_SECONDS) || matches!(known.state, State::Cancelled { .. }) {
            continue;
        }
        let ended = known.state != State::Booked;
        let asked = if ended { 0 } else { ASKED_SECONDS };
        let shown = Shown {
            id: known.booked.id.clone(),
            what: known.booked.what,
            slot: slot.clone(),
            people: known.booked.people.clone(),
            ended: ended.then(|| known.state.words().to_owned()),
        };
        let body = DueBody {
            text: known.booked.what.words().to_owned(),
            on: Some(day_of(slot.starts, &zone)),
            line: Some(known.booked.id.clone()),
            until: Some(slot.ends().saturating_add(asked)),
            ends: Some(slot.ends()),
            appointment: Some(Box::new(shown)),
            ..DueBody::default()
        };
        list(Task::Appointment, slot.starts, &body);
        let about = |text: String| DueBody {
            text,
            on: Some(day_of(slot.starts, &zone)),
            line: Some(known.booked.id.clone()),
            until: Some(slot.starts),
            ..DueBody::default()
        };
        if let Some((since, said)) = known.reminder_trouble() {
            list(Task::Reminder, since, &about(said));
        }
        if let Some(at) = known.remind_at().filter(|_| all.mail.is_some()) {
            list(Task::ReminderDue, at, &about(known.booked.what.words().to_owned()));
        }
    }
}

/// The id of the form that claims a try of a reminder: whoever tries the same one has the same form, and the store takes it
/// once.
#[must_use]
pub fn claim(patient: Id, appointment: &str, starts: i64, attempt: u32) -> Id {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    hash.update(b"thecal reminder");
    hash.update(patient.bytes());
    hash.update(starts.to_be_bytes());
    hash.update(attempt.to_be_bytes());
    hash.update(appointment.as_bytes());
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    Id::from_random(bytes)
}
