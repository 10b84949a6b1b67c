//! Invented enquiries beside those of patients on the way: one that nobody has looked at, with a file in quarantine, one that is
//! overdue, and one that was not for the clinic.

use super::People;
use crate::access::Actor;
use crate::account::By;
use crate::enquiry::{
    self, CONSENT, EnquiryError, EnquiryEvent, Relation, Request, SentFile, Why, Wish, answer_by, judge,
    stream,
};
use crate::holidays::Holidays;
use jiff::tz::TimeZone;
use record::{AttachError, Id, Port, hex};
use sha2::{Digest, Sha256};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

fn id_of(words: &str) -> Id {
    let hash: [u8; 32] = Sha256::digest(format!("invented {words}")).into();
    let mut first = [0; 16];
    first.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Id::from_random(first)
}

/// Writes them down, as if they had come in the days before `now`, in seconds since 1970.
struct Pen<'a> {
    port: &'a dyn Port,
    id: Id,
    name: &'static str,
    number: u32,
}

impl Pen<'_> {
    fn by(&mut self, actor: Option<&Actor>, now: i64) -> By {
        self.number += 1;
        let form = id_of(&format!("{} {}", self.name, self.number));
        By { account: actor.map(|actor| actor.account), form, content: form_content(form), now }
    }

    async fn act(&mut self, actor: &Actor, at: i64, event: EnquiryEvent) -> Result<(), EnquiryError> {
        let by = self.by(Some(actor), at);
        let enquiry = enquiry::load(self.port, self.id).await?;
        enquiry::record(self.port, actor, &enquiry, enquiry.version, vec![(event, at)], by).await?;
        Ok(())
    }
}

fn form_content(form: Id) -> [u8; 32] {
    Sha256::digest(form.bytes()).into()
}

/// What somebody asks; what differs is changed after.
fn request(wish: Wish, writer: &str, about: &str, message: &str) -> Request {
    Request {
        wish,
        writer: writer.to_owned(),
        relation: Relation::Patient,
        about: about.to_owned(),
        born: None,
        phone: "+49 30 23125 901".to_owned(),
        email: String::new(),
        best_time: String::new(),
        country: "Germany".to_owned(),
        language: "German".to_owned(),
        message: message.to_owned(),
        consent: CONSENT.0.to_owned(),
        answer_by: 0,
        invented: true,
    }
}

async fn come<'a>(
    port: &'a dyn Port,
    name: &'static str,
    mut asked: Request,
    texts: &[(&str, &str)],
    at: i64,
    (holidays, zone): (&Holidays, &TimeZone),
) -> Result<Pen<'a>, EnquiryError> {
    asked.answer_by = answer_by(at, holidays, zone);
    let mut pen = Pen { port, id: id_of(name), name, number: 0 };
    let mut files = Vec::new();
    for (name, text) in texts {
        let taken = judge(name, text.as_bytes())
            .map_err(|_| EnquiryError::Impossible("an invented file is not taken"))?;
        let hash =
            port.attach(stream(pen.id), text.as_bytes().to_vec()).await.map_err(|error| match error {
                AttachError::Store(what) => EnquiryError::Read(record::ReadError::Store(what)),
                _ => EnquiryError::Impossible("an invented file is not taken"),
            })?;
        files.push(SentFile {
            hash: hex(&hash),
            name: taken.name,
            media_type: taken.media_type.to_owned(),
            bytes: u64::try_from(text.len()).unwrap_or(u64::MAX),
            caution: taken.caution,
        });
    }
    let by = pen.by(None, at);
    enquiry::record_received(port, pen.id, asked, files, by).await?;
    Ok(pen)
}

/// Writes the invented enquiries into a demonstration; those that are there already stay as they are.
///
/// # Errors
/// What the door or the store says.
pub async fn enquiries(
    port: &dyn Port,
    people: &People,
    holidays: &Holidays,
    zone: &TimeZone,
    now: i64,
) -> Result<(), EnquiryError> {
    if port.version(stream(id_of("call back"))).await? > 0 {
        return Ok(());
    }
    let clock = (holidays, zone);
    let message = "I have multiple sclerosis and my legs are stiff at night. Tablets make me tired. Is a pump something for me?";
    let asked = request(Wish::Consultation, "Invented Ninety-two", "Invented Ninety-two", message);
    let mut late = come(port, "consultation", asked, &[], now - 6 * DAY, clock).await?;
    let how = "phone".to_owned();
    let tried =
        EnquiryEvent::ContactTried { how, reached: false, said: "the number is not in use".to_owned() };
    late.act(&people.coordinator, now - 5 * DAY, tried).await?;
    let message = "Do you also treat pain after an operation of the back?";
    let asked = request(Wish::Callback, "Invented Ninety-three", "Invented Ninety-three", message);
    let mut other = come(port, "other", asked, &[], now - 9 * DAY, clock).await?;
    let how = "phone: told which house treats that".to_owned();
    other.act(&people.coordinator, now - 9 * DAY + 2 * HOUR, EnquiryEvent::Answered { how }).await?;
    let closed = EnquiryEvent::Closed { why: Why::NotForUs, note: String::new() };
    other.act(&people.coordinator, now - 9 * DAY + 2 * HOUR, closed).await?;
    let message =
        "My son has a pump of another clinic. We are moving to Berlin in spring. Who refills it then?";
    let mut asked =
        request(Wish::Callback, "Invented Father of Ninety-four", "Invented Ninety-four", message);
    asked.relation = Relation::Parent;
    let texts = [("pump card.txt", "Invented card: SynchroMed II, 40 mL, implanted in 2023.")];
    come(port, "call back", asked, &texts, now - 2 * HOUR, clock).await?;
    Ok(())
}
