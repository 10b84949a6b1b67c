//! Appointments come about here: checked against the whole calendar, and booked only if the day is still as it was seen.

use super::work::Work;
use super::{Done, Form, Practice, Refusal, Step};
use crate::access::{Actor, Right};
use crate::agenda::{
    self, Calendar, Finding, MINUTES_MAX, MINUTES_MIN, Pump, Taken, Wanted, day_event, day_stream, holding,
};
use crate::path::Told;
use crate::path::appointment::{Accepted, Booked, Event, Kind, Person, Side, Slot, State, claim, day_of};
use crate::patient::{Entry, Fate, Patient, PatientEvent};
use crate::rules::Rules;
use crate::summary::{Summary, summary};
use crate::worklist::{DueBody, Task};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use record::{Act, Append, AppendError, Id, Kind as StreamKind, Window};
use serde_json::json;
use std::sync::{Arc, PoisonError};
use therapy::act::{Act as CourseAct, Report};

/// What somebody wants of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrangement {
    /// Book an appointment.
    Book {
        /// What for.
        what: Kind,
        /// When and where.
        slot: Slot,
        /// Who takes part.
        people: Vec<Person>,
        /// Anything else.
        note: String,
        /// When its reminder is sent, in seconds since 1970.
        remind: Option<i64>,
    },
    /// Move one.
    Move {
        /// Which.
        id: String,
        /// When and where now.
        slot: Slot,
        /// Who takes part now.
        people: Vec<Person>,
        /// When its reminder is sent now.
        remind: Option<i64>,
        /// Why.
        reason: String,
    },
    /// Call one off.
    Cancel {
        /// Which.
        id: String,
        /// By whom.
        by: Side,
        /// Why.
        reason: String,
    },
    /// It took place.
    Kept {
        /// Which.
        id: String,
    },
    /// Nobody came.
    NotKept {
        /// Which.
        id: String,
        /// What is known.
        note: String,
    },
}

/// What became of it.
#[derive(Debug, Clone)]
pub enum Arranged {
    /// It is recorded.
    Done(Done),
    /// These hold it up; nothing is recorded.
    Held {
        /// Everything that was found, notes too.
        found: Vec<Finding>,
        /// Whether a reason is missing for what was ticked.
        needs_reason: bool,
    },
}

/// So often it is looked again if somebody books on the same day meanwhile.
const TRIES: usize = 8;

/// More appointments than any clinic has in a week, with those of which nobody has said what became of them.
const TAKEN_MAX: u32 = 20_000;

/// What of the calendar it takes, if any.
fn wish(arrangement: &Arrangement, patient: &Patient) -> Option<Wanted> {
    match arrangement {
        Arrangement::Book { what, slot, people, .. } => Some(Wanted {
            patient: patient.id,
            moves: None,
            what: *what,
            slot: slot.clone(),
            people: people.clone(),
        }),
        Arrangement::Move { id, slot, people, .. } => {
            let known = patient.path.appointments.by_id(id)?;
            Some(Wanted {
                patient: patient.id,
                moves: Some(id.clone()),
                what: known.booked.what,
                slot: slot.clone(),
                people: people.clone(),
            })
        }
        _ => None,
    }
}

fn field(field: &str, message: &str) -> Refusal {
    Refusal::Field { field: field.to_owned(), message: message.to_owned() }
}

/// Whether this can be done to the appointment as it stands.
fn possible(arrangement: &Arrangement, patient: &Patient, zone: &TimeZone, now: i64) -> Result<(), Refusal> {
    let said = |name: &str, text: &str| {
        if text.trim().is_empty() { Err(field(name, "is missing")) } else { Ok(()) }
    };
    if let Arrangement::Book { slot, .. } | Arrangement::Move { slot, .. } = arrangement
        && !(MINUTES_MIN..=MINUTES_MAX).contains(&slot.minutes)
    {
        return Err(field("/minutes", "is 5 minutes to 24 hours"));
    }
    let (Arrangement::Move { id, .. }
    | Arrangement::Cancel { id, .. }
    | Arrangement::Kept { id }
    | Arrangement::NotKept { id, .. }) = arrangement
    else {
        return if patient.died.is_some() {
            Err(Refusal::Impossible("the patient has died"))
        } else {
            Ok(())
        };
    };
    let known = patient.path.appointments.by_id(id);
    let known = known.ok_or(Refusal::Impossible("there is no such appointment"))?;
    let begun = known.booked.slot.starts <= now;
    let today = day_of(known.booked.slot.starts, zone) <= day_of(now, zone);
    match (arrangement, &known.state) {
        (Arrangement::Move { reason, .. } | Arrangement::Cancel { reason, .. }, State::Booked) => {
            said("/reason", reason)
        }
        (Arrangement::Kept { .. }, State::Booked | State::NotKept { .. }) if today => Ok(()),
        (Arrangement::NotKept { .. }, State::Booked | State::Kept) if begun => Ok(()),
        (Arrangement::Kept { .. } | Arrangement::NotKept { .. }, State::Booked) => {
            Err(Refusal::Impossible("its time has not come yet"))
        }
        _ => Err(Refusal::Impossible("this has been recorded already, or the appointment was cancelled")),
    }
}

/// The event that this becomes.
fn event(arrangement: Arrangement, accepted: Accepted, patient: &Patient) -> Event {
    match arrangement {
        Arrangement::Book { what, slot, people, note, remind } => {
            let id = format!("appointment-{}", patient.version + 1);
            Event::Booked(Booked { id, what, slot, people, note, remind, accepted })
        }
        Arrangement::Move { id, slot, people, remind, reason } => {
            Event::Moved { id, slot, people, remind, reason, accepted }
        }
        Arrangement::Cancel { id, by, reason } => Event::Cancelled { id, by, reason },
        Arrangement::Kept { id } => Event::Kept { id },
        Arrangement::NotKept { id, note } => Event::NotKept { id, note },
    }
}

impl Work<'_> {
    /// Records what becomes of an appointment, and keeps the next visit of the course true.
    fn arrange(
        &mut self,
        arrangement: Arrangement,
        accepted: Accepted,
        zone: &TimeZone,
    ) -> Result<(), Refusal> {
        let now = self.form.now;
        let event = event(arrangement, accepted, self.patient()?);
        self.actor.require(event.right())?;
        let before = self.patient()?.path.appointments.clone();
        let mut missed = None;
        if let Event::NotKept { id, note } = &event
            && let Some(known) = before.by_id(id).filter(|known| known.booked.what.fills())
        {
            missed = Some((day_of(known.booked.slot.starts, zone), note.clone()));
        }
        // The days of what this may take out of the calendar.
        let gone = match &event {
            Event::Moved { id, .. } | Event::Cancelled { id, .. } => before.by_id(id),
            _ => None,
        };
        let gone = gone.filter(|known| known.booked.what.fills());
        let gone = gone.map(|known| day_of(known.booked.slot.starts, zone));
        self.push(PatientEvent::Appointment(event.clone()), now)?;
        if let Some((on, note)) = missed
            && !self.patient()?.missed.iter().any(|(known, _)| *known == on)
        {
            self.push(PatientEvent::DidNotAttend { on, note }, now)?;
        }
        let next = self.patient()?.path.appointments.next_fill(now, zone);
        let course = self.patient()?.file.events.iter().rev().find_map(|event| match &event.act {
            CourseAct::Report(Report::VisitBooked { on }) => Some(*on),
            _ => None,
        });
        match (next, course) {
            (Some(next), course) if course != Some(next) => {
                let at = Timestamp::from_second(now).unwrap_or(Timestamp::UNIX_EPOCH);
                let at = at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
                let line = json!({ "at": at, "visit": { "on": next.to_string() } });
                self.step(Step::Report { line })
            }
            // The course knows no "no visit": the lines that still promise one are struck out.
            (None, Some(course)) if gone == Some(course) => self.no_visit(day_of(now, zone), &event),
            _ => Ok(()),
        }
    }

    /// Strikes out the lines that say that a visit is still to come.
    fn no_visit(&mut self, today: jiff::civil::Date, why: &Event) -> Result<(), Refusal> {
        let promising = self.patient()?.lines.iter().filter(|placed| {
            let on = placed.line.line.pointer("/visit/on").and_then(serde_json::Value::as_str);
            placed.stands
                && on.and_then(|on| on.parse().ok()).is_some_and(|on: jiff::civil::Date| on >= today)
        });
        let promising: Vec<String> = promising.map(|placed| placed.line.id.clone()).collect();
        for wrong in promising {
            let reason = format!("{}: {}", why.title(), why.reason().unwrap_or_default());
            self.step(Step::EnteredInError { wrong, reason })?;
        }
        Ok(())
    }
}

impl Practice {
    /// What is in the calendar from one moment to another, in seconds since 1970: earliest first, of all patients.
    ///
    /// # Errors
    /// That the store cannot be read.
    pub async fn taken(&self, from: i64, until: i64) -> Result<Vec<Taken>, Refusal> {
        let kinds = vec![Task::Appointment.word().to_owned()];
        let lines = self.port.due(kinds, Window { now: from, until }, TAKEN_MAX).await?;
        if lines.len() as u64 >= u64::from(TAKEN_MAX) {
            // Better no calendar than one that leaves out who comes.
            return Err(Refusal::Store("there are more appointments than can be looked at".to_owned()));
        }
        let read = lines.into_iter().filter_map(|line| {
            let body: DueBody = serde_json::from_str(&line.due.body).ok()?;
            let summary: Summary = serde_json::from_str(&line.summary).ok()?;
            let shown = *body.appointment?;
            Some(Taken { patient: line.stream.id, seen: summary.seen(), name: summary.name, shown })
        });
        // The lists hold some longer than they last, to ask what became of them.
        Ok(read.filter(|taken| taken.shown.slot.ends() > from && taken.shown.slot.starts < until).collect())
    }

    /// Everything that speaks against a booking, as the calendar is now.
    async fn found(
        &self,
        wanted: &Wanted,
        patient: &Patient,
        rules: &Rules,
        calendar: &Calendar,
        now: i64,
    ) -> Result<Vec<Finding>, Refusal> {
        let taken = self.taken(wanted.slot.starts, wanted.slot.ends()).await?;
        let stand = patient.stand(rules, now)?;
        let summary = summary(patient, &stand, rules);
        let pump = Pump::of(patient, &summary);
        Ok(agenda::check(wanted, &taken, &patient.path.appointments, pump, calendar, now))
    }

    /// Books, moves, calls off or ends an appointment, and keeps the next visit of the course true with it. Somebody who books
    /// the same room at the same moment is told: the day is looked at again.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn arrange(
        &self,
        actor: &Actor,
        form: Form,
        content: [u8; 32],
        rules: &Arc<Rules>,
        calendar: &Calendar,
        (arrangement, accepted): (Arrangement, Accepted),
    ) -> Result<Arranged, Refusal> {
        if let Some(receipt) = self.again(form.id, content).await? {
            return Ok(Arranged::Done(Done { receipt, names: Vec::new(), said: Vec::new() }));
        }
        actor.require(Right::ReadPatients)?;
        for _ in 0..TRIES {
            let mut accepted = accepted.clone();
            let patient = self.patient(form.patient, rules).await?;
            possible(&arrangement, &patient, &calendar.zone, form.now)?;
            let mut appends = Vec::new();
            if let Some(wanted) = &wish(&arrangement, &patient) {
                // First how far the day is, then what is in it: what comes in between is noticed.
                for day in calendar.days(&wanted.slot) {
                    let stream = day_stream(day);
                    let expected = self.port.version(stream).await?;
                    let events = vec![day_event(form.now)];
                    appends.push(Append { stream, expected, events, projection: None });
                }
                let found = self.found(wanted, &patient, rules, calendar, form.now).await?;
                let (holds, needs_reason) = holding(&found, &accepted);
                if !holds.is_empty() || needs_reason {
                    return Ok(Arranged::Held { found, needs_reason });
                }
                agenda::only_found(&mut accepted, &found);
            }
            self.kept
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .retain(|(_, kept)| kept.id != form.patient);
            let mut work = Work::begin(actor, form, rules, Some(patient), self.demonstration)?;
            work.arrange(arrangement.clone(), accepted, &calendar.zone)?;
            let (patient, said, names) = (work.finish()?, work.said, work.names);
            appends.insert(0, self.append_of(&patient, &work.new, form.expected, rules, form.now)?);
            let (id, by) = (form.id, Some(actor.account));
            let act = Act { form: id, by, recorded: form.now, content, appends };
            match self.port.append(act).await {
                Ok(receipt) => {
                    self.keep(&Arc::new(patient), rules);
                    return Ok(Arranged::Done(Done { receipt, names, said }));
                }
                Err(AppendError::Stale { stream, .. }) if stream.kind == StreamKind::Clinic => {}
                // Said as of any other form.
                Err(error) => return Err(self.refused(error).await),
            }
        }
        Err(Refusal::Store("others book on this day all the time; try again".to_owned()))
    }

    /// Records what becomes of a reminder, by the system itself. `Ok(false)` if somebody else was faster, or has claimed it.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn reminded(
        &self,
        patient: Id,
        event: Event,
        form: Id,
        rules: &Arc<Rules>,
        now: i64,
    ) -> Result<bool, Refusal> {
        let before = self.patient(patient, rules).await?;
        let expected = before.version;
        let entry = Entry {
            version: expected + 1,
            happened: now,
            recorded: now,
            by: None,
            form,
            event: PatientEvent::Appointment(event),
            fate: Fate::Stands,
        };
        let after = Patient::clone(&before).with(entry.clone(), rules)?;
        let append = self.append_of(&after, &[entry], expected, rules, now)?;
        let act = Act { form, by: None, recorded: now, content: [0; 32], appends: vec![append] };
        match self.port.append(act).await {
            Ok(receipt) => {
                self.keep(&Arc::new(after), rules);
                Ok(!receipt.again)
            }
            Err(AppendError::Stale { .. } | AppendError::FormReused) => Ok(false),
            Err(error) => Err(self.refused(error).await),
        }
    }

    /// Claims a try of a reminder: true for one caller and for no other, ever.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is recorded then.
    pub async fn claim(
        &self,
        patient: Id,
        (id, starts, attempt): (&str, i64, u32),
        rules: &Arc<Rules>,
        now: i64,
    ) -> Result<bool, Refusal> {
        let event = Event::ReminderTried { id: id.to_owned(), starts, attempt };
        self.reminded(patient, event, claim(patient, id, starts, attempt), rules, now).await
    }
}
