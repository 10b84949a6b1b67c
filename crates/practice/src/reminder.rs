//! Reminders: which letters are due, what they say, and what becomes of them.
//!
//! A letter says clinic, day, time, place and whom to call; nothing of illness, drug or dose, and no name. Sending is somebody
//! else's ([`Post`]); here is what is decided: one try is claimed by one sender and by no other, what certainly failed is
//! tried again for a while, and what may have gone out is never sent again by itself.

use crate::door::{Practice, Refusal};
use crate::path::appointment::{Appointment, Event, Outcome, Slot, day_of};
use crate::rules::Rules;
use crate::settings::{Mail, Settings};
use crate::worklist::{DueBody, Task, day_begins};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use record::{Id, Later, Window};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// So often a reminder is tried.
pub const ATTEMPTS_MAX: u32 = 5;
/// How long one waits after the first try that failed, in seconds; it doubles with each.
const WAIT_SECONDS: i64 = 15 * 60;
/// So many reminders are sent in one round.
const ROUND_MAX: u32 = 200;

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To which address.
    pub to: String,
    /// Its subject: one line.
    pub subject: String,
    /// Its text, lines ended by a line feed.
    pub text: String,
    /// Names the letter: the same try has the same.
    pub id: Id,
}

/// How a try to send ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The server took the letter and answers for it.
    Taken,
    /// It was certainly not taken; it may be another time.
    Later {
        /// Why.
        why: String,
    },
    /// It was certainly not taken, and will not be.
    Refused {
        /// Why.
        why: String,
    },
    /// The connection was lost while the letter was on its way.
    Unknown {
        /// Why.
        why: String,
    },
}

/// What sends letters.
pub trait Post: Send + Sync {
    /// Sends a letter by this server.
    fn send<'a>(&'a self, server: &'a Mail, letter: &'a Letter) -> Later<'a, Delivery>;
}

/// A text on one line: nothing in it can end a line or a header.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The time of a slot for people; with the name of the clock on days on which it changes.
fn time(slot: &Slot, zone: &TimeZone) -> String {
    let at = jiff::Timestamp::from_second(slot.starts).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let at = at.to_zoned(zone.clone());
    let day = day_of(slot.starts, zone);
    let next = day.checked_add(1.day()).unwrap_or(day);
    let changes = day_begins(next, zone) - day_begins(day, zone) != 86_400;
    let clock = if changes { at.strftime(" (%Z)").to_string() } else { String::new() };
    format!("{}{clock}", at.strftime("%H:%M"))
}

/// The reminder of an appointment. English; other languages come here.
#[must_use]
pub fn letter(to: &str, known: &Appointment, settings: &Settings, server: &Mail, id: Id) -> Letter {
    let zone = settings.zone();
    let slot = &known.booked.slot;
    let clinic = one_line(&settings.clinic.name);
    let day = day_of(slot.starts, &zone).strftime("%A, %-d %B %Y").to_string();
    let place = one_line(&slot.whereabouts());
    let place = if place.is_empty() { String::new() } else { format!("Place: {place}\n") };
    let text = format!(
        "You have an appointment.\n\nClinic: {clinic}\nDay: {day}\nTime: {}\n{place}\nIf you cannot come, or have a question, please call {}.\n\nPlease do not answer this letter: nobody reads the answers.\n",
        time(slot, &zone),
        one_line(&server.phone),
    );
    Letter { to: to.to_owned(), subject: format!("Your appointment: {clinic}"), text, id }
}

/// A letter that shows a person of the clinic that the server works.
#[must_use]
pub fn test_letter(to: &str, settings: &Settings, id: Id) -> Letter {
    let clinic = one_line(&settings.clinic.name);
    let text = format!("This is a test letter of {clinic}. Reminders of appointments go out this way.\n");
    Letter { to: to.to_owned(), subject: format!("Test: {clinic}"), text, id }
}

/// What becomes of a try: the `attempt`-th, at `now` in seconds since 1970, of an appointment at `starts`.
#[must_use]
pub fn outcome(delivery: Delivery, attempt: u32, starts: i64, now: i64) -> Outcome {
    match delivery {
        Delivery::Taken => Outcome::Sent,
        Delivery::Unknown { why } => Outcome::Unknown { why: one_line(&why) },
        Delivery::Refused { why } => Outcome::Failed { why: one_line(&why), again: None },
        Delivery::Later { why } => {
            let wait = WAIT_SECONDS.saturating_mul(1 << attempt.saturating_sub(1).min(16));
            let again = Some(now.saturating_add(wait));
            let again = again.filter(|again| attempt < ATTEMPTS_MAX && *again < starts);
            Outcome::Failed { why: one_line(&why), again }
        }
    }
}

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Reminders that the server took.
    pub sent: u32,
    /// Tries that failed or of which nobody knows.
    pub failed: u32,
    /// Reminders that somebody else was faster with; they come again if they are still due.
    pub passed: u32,
}

/// A name for the form of how a try ended.
fn ending(claim: Id) -> Id {
    let mut bytes = [0; 16];
    let hash = Sha256::new().chain_update(b"thecal reminder ended").chain_update(claim.bytes()).finalize();
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Id::from_random(bytes)
}

/// The outcome must get into the record even if somebody writes there: so often it is tried.
const ENDING_TRIES: u32 = 20;

/// Sends what is due by `clock`, which says the seconds since 1970, until `stopping` says that there is no time for another.
///
/// # Errors
/// The first thing that could not be read or recorded; the others were sent all the same. What was claimed and has no outcome
/// is shown as unknown.
pub async fn round(
    practice: &Practice,
    rules: &Arc<Rules>,
    settings: &Settings,
    post: &dyn Post,
    clock: &(dyn Fn() -> i64 + Send + Sync),
    stopping: &(dyn Fn() -> bool + Send + Sync),
) -> Result<Round, Refusal> {
    let (mut done, mut wrong) = (Round::default(), None);
    let Some(server) = settings.mail.as_ref().filter(|mail| mail.on) else { return Ok(done) };
    let now = clock();
    let kinds = vec![Task::ReminderDue.word().to_owned()];
    let window = Window { now, until: now.saturating_add(1) };
    for line in practice.port().due(kinds, window, ROUND_MAX).await? {
        if stopping() {
            break;
        }
        let body = serde_json::from_str::<DueBody>(&line.due.body).ok();
        let Some(id) = body.and_then(|body| body.line) else { continue };
        let sender = Sender { practice, rules, settings, server, post, clock };
        // One record that cannot be read keeps no other patient's letter back.
        match sender.send(line.stream.id, id).await {
            Ok(Some(true)) => done.sent += 1,
            Ok(Some(false)) => done.failed += 1,
            Ok(None) => done.passed += 1,
            Err(error) => wrong = wrong.or(Some(error)),
        }
    }
    wrong.map_or(Ok(done), Err)
}

/// What sends the reminders of a round.
struct Sender<'a> {
    practice: &'a Practice,
    rules: &'a Arc<Rules>,
    settings: &'a Settings,
    server: &'a Mail,
    post: &'a dyn Post,
    clock: &'a (dyn Fn() -> i64 + Send + Sync),
}

impl Sender<'_> {
    /// Sends one reminder, if it is still due: whether it went out; none if somebody else was faster, or it is not due.
    async fn send(&self, patient: Id, id: String) -> Result<Option<bool>, Refusal> {
        let (practice, rules) = (self.practice, self.rules);
        let known = practice.patient(patient, rules).await?;
        let (own, now) = (&known.path.appointments, (self.clock)());
        // As the record says now, not as the list said.
        let Some(booked) = own.by_id(&id).filter(|_| known.died.is_none()) else { return Ok(None) };
        let starts = booked.booked.slot.starts;
        let due = booked.remind_at().is_some_and(|at| at <= now) && starts > now;
        let Some(mail) = own.mail.as_ref().filter(|_| due) else { return Ok(None) };
        let attempt = booked.reminder().map_or(1, |reminder| reminder.attempts.saturating_add(1));
        let claim = crate::path::appointment::claim(patient, &id, starts, attempt);
        let letter = letter(&mail.address, booked, self.settings, self.server, claim);
        if !practice.claim(patient, (&id, starts, attempt), rules, now).await? {
            return Ok(None);
        }
        let delivery = self.post.send(self.server, &letter).await;
        let result = outcome(delivery, attempt, starts, (self.clock)());
        let sent = result == Outcome::Sent;
        let event = Event::ReminderEnded { id, starts, result };
        for _ in 0..ENDING_TRIES {
            let (event, form) = (event.clone(), ending(claim));
            if practice.reminded(patient, event, form, rules, (self.clock)()).await? {
                break;
            }
        }
        Ok(Some(sent))
    }
}
