//! Invented patients: whole courses over years, made by running each of them through the same door as real ones.
//!
//! Everything a patient has here was registered, drafted, signed, checked, confirmed and judged like any other record; the
//! generator only plays the people. Names are numbers in words and every patient is marked as invented. Ages, diagnoses,
//! doses and intervals are chosen to look like a clinic's, and prove nothing about any therapy.

mod copy;
mod course;
mod enquiries;
mod fate;
mod links;
mod scenes;
mod scores;
mod way;

pub use copy::Pattern;
pub use enquiries::enquiries;
pub use way::{PATIENTS as ON_THE_WAY, way};

use crate::access::Actor;
use crate::door::{Form, Practice, Refusal, Step};
use crate::patient::{Identity, Patient, PatientEvent};
use crate::rules::Rules;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, RngExt, SeedableRng};
use record::Id;
use serde_json::Value;
use std::sync::Arc;

/// What is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Synth {
    /// How many patients.
    pub patients: u32,
    /// Over how many years before `now` their courses run, or their implants are spread.
    pub years: u32,
    /// The same seed gives the same patients.
    pub seed: u64,
    /// The end of every course, in seconds since 1970.
    pub now: i64,
    /// The first number in record numbers and serials; patients of one file must not share them.
    pub first: u32,
    /// Whether every patient has had the pump for all the years, instead of implants spread over them.
    pub all_years: bool,
}

/// Who plays in the courses: accounts of the file.
#[derive(Debug, Clone)]
pub struct People {
    /// Drafts, refills, confirms.
    pub nurse: Actor,
    /// Signs.
    pub physician: Actor,
    /// Implants, and is the second person.
    pub surgeon: Actor,
    /// Scores.
    pub therapist: Actor,
    /// Registers and books.
    pub coordinator: Actor,
}

/// Diagnoses in the proportion of the published series of 24: spinal injury 13, multiple sclerosis 7, other 4.
const DIAGNOSES: [&str; 24] = [
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "cerebral-palsy",
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "stroke",
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "spinal-cord-injury",
    "brain-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
    "hereditary-spastic-paraplegia",
    "spinal-cord-injury",
    "multiple-sclerosis",
    "spinal-cord-injury",
];

const ONES: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const TENS: [&str; 10] =
    ["", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

/// A number in words, for names that no real person has.
fn in_words(number: u32) -> String {
    let word = |list: &[&str], index: u32| {
        list.get(usize::try_from(index).unwrap_or_default()).copied().unwrap_or_default().to_owned()
    };
    match number {
        0..20 => word(&ONES, number),
        20..100 if number.is_multiple_of(10) => word(&TENS, number / 10),
        20..100 => format!("{}-{}", word(&TENS, number / 10), in_words(number % 10).to_lowercase()),
        100..1_000 if number.is_multiple_of(100) => format!("{}-hundred", word(&ONES, number / 100)),
        100..1_000 => {
            format!("{}-hundred-{}", word(&ONES, number / 100), in_words(number % 100).to_lowercase())
        }
        _ if number.is_multiple_of(1_000) => format!("{}-thousand", in_words(number / 1_000)),
        _ => format!("{}-thousand-{}", in_words(number / 1_000), in_words(number % 1_000).to_lowercase()),
    }
}

/// Makes the patients, one after the other; `progress` is told how many are done. Stops at the first refusal, which is a
/// fault of the generator.
///
/// # Errors
/// [`Refusal`], as for any form.
pub async fn synth(
    practice: &Practice,
    rules: &Arc<Rules>,
    people: &People,
    wanted: &Synth,
    mut progress: impl FnMut(u32),
) -> Result<(), Refusal> {
    for index in 0..wanted.patients {
        one(practice, rules, people, wanted, index).await?;
        progress(index + 1);
    }
    Ok(())
}

/// Makes the patient of this index; patients of one seed do not depend on each other and may be made at once.
///
/// # Errors
/// [`Refusal`], as for any form.
pub async fn one(
    practice: &Practice,
    rules: &Arc<Rules>,
    people: &People,
    wanted: &Synth,
    index: u32,
) -> Result<Id, Refusal> {
    let mut maker = Maker::new(practice, rules, people, wanted, index);
    maker.whole_course().await?;
    Ok(maker.id)
}

/// Plays the people around one patient.
struct Maker<'a> {
    practice: &'a Practice,
    rules: &'a Arc<Rules>,
    people: &'a People,
    dice: ChaCha8Rng,
    zone: TimeZone,
    /// Index within the run, for what is dealt out evenly.
    index: u32,
    /// Number in names and serials.
    number: u32,
    id: Id,
    version: u64,
    now: i64,
    /// The end of the course.
    end: i64,
    /// When the pump is implanted.
    implant: i64,
    serial: u32,
    /// Score on the modified Ashworth scale, as an index into `GRADES`.
    tone: usize,
    spasms: u8,
    barthel: u8,
    last_scored: i64,
    /// The last time with every muscle.
    last_wide: i64,
    /// What is still to happen.
    fates: Vec<(i64, fate::Fate)>,
    /// Chance of its own for that.
    fate_dice: ChaCha8Rng,
    /// When somebody last looked at what is kept at home.
    last_stock: i64,
}

const DAY: i64 = 86_400;

impl<'a> Maker<'a> {
    fn new(
        practice: &'a Practice,
        rules: &'a Arc<Rules>,
        people: &'a People,
        wanted: &Synth,
        index: u32,
    ) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(wanted.seed ^ (u64::from(index) << 32));
        let mut id = [0; 16];
        dice.fill_bytes(&mut id);
        // Implants are spread over the years; nobody begins in the last half year but the last of every 24.
        let years = i64::from(wanted.years.max(1));
        let place = i64::from(index % 24);
        let span = years * 365 - 120;
        let days = if wanted.patients == 1 || wanted.all_years {
            span
        } else {
            (span - span * place / 24 + dice.random_range(0..60)).max(40)
        };
        let implant = wanted.now - days * DAY;
        Self {
            practice,
            rules,
            people,
            zone: TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC),
            index,
            number: wanted.first + index,
            id: Id::from_random(id),
            version: 0,
            now: implant - dice.random_range(60..150) * DAY,
            end: wanted.now,
            implant,
            serial: 0,
            tone: 5,
            spasms: 3,
            barthel: 35,
            last_scored: 0,
            last_wide: 0,
            fates: fate::fates(index),
            fate_dice: ChaCha8Rng::seed_from_u64(!wanted.seed ^ (u64::from(index) << 32)),
            last_stock: implant,
            dice,
        }
    }

    /// A day's working hour, `days` later.
    fn next_day(&mut self, days: i64) {
        let (hour, minute) = (self.dice.random_range(8..15), self.dice.random_range(0..60));
        let at =
            Timestamp::from_second(self.now).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(self.zone.clone());
        let day = at.date().checked_add(days.days()).unwrap_or_else(|_| at.date());
        let at = day.at(hour, minute, 0, 0).to_zoned(self.zone.clone());
        self.now = at.map_or(self.now + days * DAY, |at| at.timestamp().as_second());
    }

    const fn later(&mut self, minutes: i64) {
        self.now += minutes * 60;
    }

    fn date(&self, at: i64) -> Date {
        let at = Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH);
        at.to_zoned(self.zone.clone()).date()
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.dice.random_range(0..100) < percent
    }

    /// `now` as people at the clinic write it.
    fn moment(&self) -> String {
        let at = Timestamp::from_second(self.now).unwrap_or(Timestamp::UNIX_EPOCH);
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// One form of one person.
    async fn act(&mut self, who: &Actor, steps: Vec<Step>) -> Result<Vec<String>, Refusal> {
        let mut form = [0; 16];
        self.dice.fill_bytes(&mut form);
        let form =
            Form { id: Id::from_random(form), patient: self.id, expected: self.version, now: self.now };
        let done = self.practice.record(who, form, self.rules, steps).await?;
        self.version = done.receipt.versions.first().map_or(self.version, |(_, version)| *version);
        Ok(done.names)
    }

    /// A report, with its time.
    fn report(&self, mut line: Value) -> Step {
        if let Some(fields) = line.as_object_mut() {
            fields.insert("at".to_owned(), Value::String(self.moment()));
        }
        Step::Report { line }
    }

    fn event(&self, event: PatientEvent) -> Step {
        Step::Event { event, happened: self.now }
    }

    async fn patient(&self) -> Result<Arc<Patient>, Refusal> {
        self.practice.patient(self.id, self.rules).await
    }

    /// Registers the patient.
    async fn register(&mut self) -> Result<(), Refusal> {
        let diagnosis = DIAGNOSES.get(self.index as usize % DIAGNOSES.len()).copied().unwrap_or("spinal");
        let age = match diagnosis {
            "cerebral-palsy" => self.dice.random_range(19..35),
            "stroke" => self.dice.random_range(45..66),
            _ => self.dice.random_range(24..52),
        };
        let days = self.dice.random_range(0..365);
        let born = self.date(self.now).checked_sub((age * 365 + days).days());
        let born = born.unwrap_or(Date::constant(1980, 1, 1));
        let gender = if self.chance(40) { "female" } else { "male" };
        let houses = ["Main house", "Rehabilitation house"];
        let identity = Identity {
            family: format!("Invented {}", in_words(self.number)),
            given: if gender == "female" { "Ms".to_owned() } else { "Mr".to_owned() },
            title: None,
            born,
            gender: gender.to_owned(),
            record: format!("DEMO-{:04}", self.number),
            diagnosis: diagnosis.to_owned(),
            small_child: None,
            contact: "no phone: the patient is invented".to_owned(),
            language: String::new(),
            house: houses.get(self.number as usize % 2).copied().unwrap_or_default().to_owned(),
            invented: true,
        };
        let register = self.event(PatientEvent::Registered(identity));
        let coordinator = self.people.coordinator.clone();
        self.act(&coordinator, vec![register]).await?;
        Ok(())
    }
}
