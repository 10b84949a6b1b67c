//! Appointments: test, implant, refill, visit, review, call; what became of them; their reminders.
//!
//! Words
//! - *slot*: when, how long and where.
//! - *reminder*: a letter by e-mail before an appointment. It is *tried* before it is sent: what was tried and has no outcome
//!   may have been sent, and is never tried again by itself.
//!
//! Bookings and moves come through `Practice::arrange` only, which looks for clashes; outcomes of reminders are written by
//! what sends them.

mod event;
mod told;

pub use event::{Accepted, Booked, Event, Kind, Outcome, Person, Side, Slot};
pub(super) use told::due;
pub use told::{Shown, address, claim};

use crate::patient::Entry;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What became of an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is booked, or its day has passed and nobody has said what became of it.
    Booked,
    /// It took place.
    Kept,
    /// Nobody came.
    NotKept {
        /// What is known.
        note: String,
    },
    /// It was called off.
    Cancelled {
        /// By whom.
        by: Side,
        /// Why.
        reason: String,
    },
}

impl State {
    /// For people.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Kept => "took place",
            Self::NotKept { .. } => "nobody came",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

/// A reminder for one time of an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The time it is about, in seconds since 1970.
    pub starts: i64,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was last tried, or its last try ended.
    pub at: i64,
    /// How the last try ended; none while it goes on, or if it was cut off.
    pub outcome: Option<Outcome>,
    /// How somebody dealt with it.
    pub handled: Option<String>,
}

/// An appointment as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// As booked, with what was changed since.
    pub booked: Booked,
    /// Earlier times, each with why it was moved.
    pub earlier: Vec<(Slot, String)>,
    /// What became of it.
    pub state: State,
    /// Reminders that were tried.
    pub reminders: Vec<Reminder>,
}

impl Appointment {
    /// The reminder for the time that holds now.
    #[must_use]
    pub fn reminder(&self) -> Option<&Reminder> {
        self.reminders.iter().find(|reminder| reminder.starts == self.booked.slot.starts)
    }

    /// Whether it is still to come; `now` in seconds since 1970.
    #[must_use]
    pub fn is_ahead(&self, now: i64) -> bool {
        self.state == State::Booked && self.booked.slot.ends() > now
    }

    /// When the reminder is to be sent, if one still is.
    #[must_use]
    pub fn remind_at(&self) -> Option<i64> {
        let at = self.booked.remind.filter(|_| self.state == State::Booked)?;
        match self.reminder() {
            None => Some(at),
            Some(reminder) if reminder.handled.is_some() => None,
            Some(Reminder { outcome: Some(Outcome::Failed { again: Some(again), .. }), .. }) => Some(*again),
            Some(_) => None,
        }
    }

    /// What is wrong with its reminder, and since when, if somebody has to know.
    #[must_use]
    pub fn reminder_trouble(&self) -> Option<(i64, String)> {
        if self.state != State::Booked {
            return None;
        }
        let reminder = self.reminder().filter(|reminder| reminder.handled.is_none())?;
        let said = match &reminder.outcome {
            Some(Outcome::Sent | Outcome::Failed { again: Some(_), .. }) => return None,
            Some(Outcome::Failed { why, again: None }) => format!("the reminder was not sent: {why}"),
            Some(Outcome::Unknown { why }) => {
                format!("nobody knows whether the reminder was sent: {why}")
            }
            None => "sending the reminder was begun and has no outcome: it may have been sent".to_owned(),
        };
        Some((reminder.at, said))
    }
}

/// That a patient or carer agreed to reminders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address.
    pub address: String,
    /// Who agreed.
    pub agreed: String,
    /// When, in seconds since 1970.
    pub since: i64,
}

/// Appointments of a patient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appointments {
    /// All of them, in the order in which they were booked.
    pub all: Vec<Appointment>,
    /// Where reminders go, if that was agreed to.
    pub mail: Option<Mail>,
}

impl Appointments {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        self.heard(event, entry.happened);
    }

    /// The same with one event more, of a time in seconds since 1970. What names no appointment changes nothing.
    pub fn heard(&mut self, event: &Event, at: i64) {
        match event {
            Event::Booked(booked) => self.all.push(Appointment {
                booked: booked.clone(),
                earlier: Vec::new(),
                state: State::Booked,
                reminders: Vec::new(),
            }),
            Event::Moved { id, slot, people, remind, reason, accepted } => {
                if let Some(known) = self.known(id) {
                    let before = std::mem::replace(&mut known.booked.slot, slot.clone());
                    known.earlier.push((before, reason.clone()));
                    known.booked.people.clone_from(people);
                    known.booked.remind = *remind;
                    known.booked.accepted = accepted.clone();
                    known.state = State::Booked;
                }
            }
            Event::Cancelled { id, by, reason } => {
                self.ended(id, State::Cancelled { by: *by, reason: reason.clone() });
            }
            Event::Kept { id } => self.ended(id, State::Kept),
            Event::NotKept { id, note } => self.ended(id, State::NotKept { note: note.clone() }),
            Event::MailAgreed { address, agreed } => {
                self.mail = Some(Mail { address: address.clone(), agreed: agreed.clone(), since: at });
            }
            Event::MailWithdrawn { .. } => self.mail = None,
            Event::ReminderTried { id, starts, attempt } => {
                let Some(known) = self.known(id) else { return };
                known.reminders.retain(|reminder| reminder.starts != *starts);
                let (outcome, handled) = (None, None);
                let reminder = Reminder { starts: *starts, attempts: *attempt, at, outcome, handled };
                known.reminders.push(reminder);
            }
            Event::ReminderEnded { id, starts, result } => {
                if let Some(reminder) = self.reminder(id, *starts) {
                    (reminder.at, reminder.outcome) = (at, Some(result.clone()));
                }
            }
            Event::ReminderHandled { id, starts, how } => {
                if let Some(reminder) = self.reminder(id, *starts) {
                    reminder.handled = Some(how.clone());
                }
            }
        }
    }

    fn known(&mut self, id: &str) -> Option<&mut Appointment> {
        self.all.iter_mut().find(|known| known.booked.id == id)
    }

    fn reminder(&mut self, id: &str, starts: i64) -> Option<&mut Reminder> {
        self.known(id)?.reminders.iter_mut().find(|reminder| reminder.starts == starts)
    }

    fn ended(&mut self, id: &str, state: State) {
        if let Some(known) = self.known(id) {
            known.state = state;
        }
    }

    /// An appointment by its name.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Appointment> {
        self.all.iter().find(|known| known.booked.id == id)
    }

    /// Those still to come, the next one first; `now` in seconds since 1970.
    #[must_use]
    pub fn ahead(&self, now: i64) -> Vec<&Appointment> {
        let mut ahead: Vec<_> = self.all.iter().filter(|known| known.is_ahead(now)).collect();
        ahead.sort_by_key(|known| known.booked.slot.starts);
        ahead
    }

    /// The others, the last one first.
    #[must_use]
    pub fn past(&self, now: i64) -> Vec<&Appointment> {
        let mut past: Vec<_> = self.all.iter().filter(|known| !known.is_ahead(now)).collect();
        past.sort_by_key(|known| std::cmp::Reverse(known.booked.slot.starts));
        past
    }

    /// The day of the next appointment at which the pump can be filled: the next refill, or else the next visit.
    #[must_use]
    pub fn next_fill(&self, now: i64, zone: &TimeZone) -> Option<Date> {
        let ahead = self.ahead(now);
        let of = |kind| ahead.iter().find(|known| known.booked.what == kind);
        let next = of(Kind::Refill).or_else(|| of(Kind::Visit))?;
        Some(day_of(next.booked.slot.starts, zone))
    }
}

/// The day of a moment in a zone.
#[must_use]
pub fn day_of(unix: i64, zone: &TimeZone) -> Date {
    zone.to_datetime(Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}
