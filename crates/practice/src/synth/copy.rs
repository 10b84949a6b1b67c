//! Copies of invented patients under other names: a file of many thousands without playing every course.
//!
//! A copy has every event of its pattern, form by form, at the same times and by the same people; only what tells patients
//! apart is its own: name, record number, date of birth, serial numbers and lots.

use super::in_words;
use crate::door::{Refusal, projection};
use crate::path::link;
use crate::patient::{Patient, PatientEvent};
use crate::rules::Rules;
use jiff::ToSpan;
use record::{Act, Append, AppendError, Event, Id, Kind, NewEvent, Port, Stream};
use sha2::{Digest, Sha256};

/// An invented patient whose course is copied.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The number in its names and serials.
    number: u32,
    events: Vec<Event>,
}

impl Pattern {
    /// Reads an invented patient with this number in its names.
    ///
    /// # Errors
    /// [`Refusal::NoPatient`], or that the record cannot be read.
    pub async fn read(port: &dyn Port, id: Id, number: u32) -> Result<Self, Refusal> {
        let events = port.read(Stream { kind: Kind::Patient, id }, 0).await?;
        if events.is_empty() { Err(Refusal::NoPatient) } else { Ok(Self { number, events }) }
    }

    /// Records a copy under another number; `now` is the time of its lists.
    ///
    /// # Errors
    /// [`Refusal`] of the store.
    pub async fn copy(&self, port: &dyn Port, rules: &Rules, number: u32, now: i64) -> Result<Id, Refusal> {
        let first = self.events.first().ok_or(Refusal::NoPatient)?;
        let stream = Stream { kind: Kind::Patient, id: named(first.form, number) };
        let unreadable = |error: serde_json::Error| Refusal::Store(error.to_string());
        let mut read = Vec::with_capacity(self.events.len());
        for event in &self.events {
            let body = self.renamed(event, number).map_err(unreadable)?;
            read.push(Event { form: named(event.form, number), body, ..event.clone() });
        }
        let patient = Patient::fold(stream, read.clone(), rules)?;
        let mut made = Some(projection(&patient, rules, now)?);
        let forms: Vec<_> = read.chunk_by(|one, next| one.form == next.form).collect();
        for (place, events) in (1..).zip(&forms) {
            let Some(first) = events.first() else { continue };
            let new = |event: &Event| NewEvent {
                kind: event.kind.clone(),
                schema: event.schema,
                happened: event.happened,
                body: event.body.clone(),
            };
            let append = Append {
                stream,
                expected: first.version - 1,
                events: events.iter().map(new).collect(),
                projection: if place == forms.len() { made.take() } else { None },
            };
            let content = Sha256::digest(first.form.bytes()).into();
            let act = Act {
                form: first.form,
                by: first.by,
                recorded: first.recorded,
                content,
                appends: vec![append],
            };
            port.append(act).await.map_err(|error| match error {
                AppendError::Refused(why) => Refusal::Impossible(why),
                other => Refusal::Store(other.to_string()),
            })?;
        }
        Ok(stream.id)
    }

    /// The body of an event with what is the copy's own.
    fn renamed(&self, event: &Event, number: u32) -> Result<String, serde_json::Error> {
        let old = self.number;
        let read = PatientEvent::from_record(&event.kind, &event.body)?;
        // What opens a page opens one page.
        if let PatientEvent::Link(link::Event::Made { id, token, link: kind, for_whom }) = read {
            let token = link::token(Sha256::digest(format!("{number} {token}")).into());
            let made = PatientEvent::Link(link::Event::Made { id, token, link: kind, for_whom });
            return Ok(made.to_record(event.happened)?.body);
        }
        let (PatientEvent::Registered(mut identity) | PatientEvent::IdentityChanged { mut identity, .. }) =
            read
        else {
            return Ok(event
                .body
                .replace(&format!("\"INVENTED-{old:05}-"), &format!("\"INVENTED-{number:05}-"))
                .replace(&format!("\"INVENTED-LOT-{old}\""), &format!("\"INVENTED-LOT-{number}\""))
                .replace(&format!("\"INVENTED-{old}\""), &format!("\"INVENTED-{number}\"")));
        };
        identity.family = format!("Invented {}", in_words(number));
        identity.record = format!("DEMO-{number:04}");
        // Within two years: the pattern's age is part of what was judged.
        identity.born =
            identity.born.checked_sub((i64::from(number) * 37 % 730).days()).unwrap_or(identity.born);
        let renamed = match PatientEvent::from_record(&event.kind, &event.body)? {
            PatientEvent::IdentityChanged { reason, .. } => {
                PatientEvent::IdentityChanged { identity, reason }
            }
            _ => PatientEvent::Registered(identity),
        };
        Ok(renamed.to_record(event.happened)?.body)
    }
}

/// The same name for the same copy.
fn named(of: Id, number: u32) -> Id {
    let mut hash = Sha256::new();
    hash.update(of.bytes());
    hash.update(number.to_be_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(hash.finalize().get(..16).unwrap_or(&[0; 16]));
    Id::from_random(bytes)
}
