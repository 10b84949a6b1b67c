//! "It beeps": questions, how urgent it is, what to do and whom to call; and telling the clinic.

use super::fields::{Entry, NONE, NOT_KNOWN, found_signs, read_signs, signs};
use super::{Frame, Visit};
use crate::error::PageError;
use crate::form::Fields;
use crate::pages::alarms::delivery;
use crate::pages::alarms::questions::tones_known;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use practice::outside::Sent;
use practice::path::told::Alarm;
use practice::triage::{Answers, Delivery, Often, Sign, Signs, Sound, Triage, Urgency, triage};
use std::collections::BTreeSet;

/// What to do, by keys of texts.
pub(super) struct Outcome {
    /// "today", "now" or "emergency".
    pub(super) word: &'static str,
    pub(super) reasons: Vec<String>,
    pub(super) steps: Vec<String>,
    pub(super) never: Vec<String>,
}

pub(super) const fn word(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Today => "today",
        Urgency::Now => "now",
        Urgency::Emergency => "emergency",
    }
}

impl Outcome {
    /// What to do at an urgency, and why.
    pub(super) fn of(urgency: Urgency, rows: &[&str]) -> Self {
        let word = word(urgency);
        let numbered = |what: &str| {
            let keys = (1..=9).map(|number| format!("triage-{what}-{word}-{number}"));
            keys.take_while(|key| words::source(words::Language::English, key).is_some()).collect()
        };
        Self {
            word,
            reasons: rows.iter().map(|row| format!("triage-row-{row}")).collect(),
            steps: numbered("step"),
            never: numbered("never"),
        }
    }

    fn judged(judged: &Triage) -> Self {
        let rows: Vec<&str> = judged.reasons.iter().map(|row| row.id).collect();
        Self::of(judged.urgency, &rows)
    }

    /// The key of the headline.
    pub(crate) fn headline(&self) -> String {
        format!("triage-urgency-{}", self.word)
    }

    /// The key above the steps.
    pub(crate) fn to_do(&self) -> String {
        format!("triage-urgency-{}-steps", self.word)
    }
}

#[derive(Template)]
#[template(path = "public/beeps.html")]
struct BeepsPage {
    f: Frame,
    entry: Entry,
    outcome: Option<Outcome>,
    recorded: bool,
    /// Word and key of each answer.
    sound: Vec<(&'static str, String)>,
    often: Vec<(&'static str, String)>,
    withdrawal: Vec<(&'static str, String)>,
    overdose: Vec<(&'static str, String)>,
    risk: Vec<(&'static str, String)>,
    /// What every combination of answers comes to, for a telephone without connection.
    table: String,
    every: Vec<Outcome>,
}

const FIELDS: [&str; 6] = ["sound", "often", "since", "withdrawal", "overdose", "risk"];

impl BeepsPage {
    fn new(f: Frame, entry: Entry, known: bool, delivery: Delivery) -> Self {
        let keyed = |what: &str, words: &[&'static str]| {
            words.iter().map(|word| (*word, format!("triage-{what}-{word}"))).collect::<Vec<_>>()
        };
        let with_rest = |mut all: Vec<(&'static str, String)>| {
            all.push((NONE, "triage-none".to_owned()));
            all.push((NOT_KNOWN, "triage-not-known".to_owned()));
            all
        };
        let risk = ["yes", "no", "not-sure"].map(|word| (word, format!("triage-{word}")));
        Self {
            f,
            entry,
            outcome: None,
            recorded: false,
            sound: keyed("sound", &Sound::WORDS.map(|(word, ..)| word)),
            often: keyed("often", &Often::WORDS.map(|(word, ..)| word)),
            withdrawal: with_rest(signs(false)),
            overdose: with_rest(signs(true)),
            risk: risk.to_vec(),
            table: table(known, delivery),
            every: Urgency::ALL.map(|urgency| Outcome::of(urgency, &[])).into(),
        }
    }

    /// What was answered, to be sent along: field and value.
    fn answered(&self) -> Vec<(&'static str, String)> {
        let all =
            FIELDS.iter().flat_map(|field| self.entry.all(field).into_iter().map(move |it| (*field, it)));
        all.collect()
    }
}

/// The urgency of every combination of answers, one letter each, in the order in which `patient.js` counts: sound, how
/// often, signs of withdrawal (none, early, late, not known), signs of overdose (none, some, not known), risk (yes, no,
/// not sure). The table of the server judges each; the script only looks it up.
fn table(known: bool, delivery: Delivery) -> String {
    let asked = |signs: &[Sign]| Signs::Asked(signs.iter().copied().collect::<BTreeSet<Sign>>());
    let withdrawal = [asked(&[]), asked(&[Sign::Itching]), asked(&[Sign::Fever]), Signs::NotKnown];
    let overdose = [asked(&[]), asked(&[Sign::Drowsiness]), Signs::NotKnown];
    let mut letters = String::new();
    for (_, sound, _) in Sound::WORDS {
        for (_, often, _) in Often::WORDS {
            for little in &withdrawal {
                for much in &overdose {
                    for high_risk in [Some(true), Some(false), None] {
                        let answers = Answers {
                            sound,
                            often,
                            tones_known: known,
                            withdrawal: little.clone(),
                            overdose: much.clone(),
                            high_risk,
                            delivery,
                        };
                        letters.push(match triage(&answers).urgency {
                            Urgency::Today => 't',
                            Urgency::Now => 'n',
                            Urgency::Emergency => 'e',
                        });
                    }
                }
            }
        }
    }
    letters
}

/// What the record says: whether the tones of this pump are listed, and whether drug flows.
fn record(visit: &Visit) -> Result<(bool, Delivery), PageError> {
    let chart = visit.chart()?;
    let stand = chart.stand()?;
    let profile = stand.course.profile.filter(|_| visit.patient.has_pump());
    Ok((tones_known(profile), delivery(&chart)?))
}

pub(super) async fn ask(State(state): State<AppState>, visit: Visit) -> Result<Response, PageError> {
    let (known, delivery) = record(&visit)?;
    let shown = BeepsPage::new(visit.frame("beeps"), Entry::new(&state), known, delivery);
    super::page(StatusCode::OK, &visit, &shown)
}

/// The answers of a form; `None` if one is missing or contradicts another.
fn read(entry: &mut Entry, tones_known: bool, delivery: Delivery) -> Option<Answers> {
    let chosen = entry.value("sound").to_owned();
    let sound = Sound::WORDS.iter().find(|(word, ..)| *word == chosen).map(|(_, sound, _)| *sound);
    if sound.is_none() {
        entry.wrong("sound", "page-beeps-error-sound");
    }
    let chosen = entry.value("often").to_owned();
    let often = Often::WORDS.iter().find(|(word, ..)| *word == chosen).map(|(_, often, _)| *often);
    if often.is_none() {
        entry.wrong("often", "page-beeps-error-often");
    }
    let mut signs = |field: &'static str, overdose: bool, nothing: &'static str| {
        let read = read_signs(&entry.all(field), overdose, nothing);
        read.map_err(|key| entry.wrong(field, key)).ok()
    };
    let withdrawal = signs("withdrawal", false, "page-beeps-error-withdrawal");
    let overdose = signs("overdose", true, "page-beeps-error-overdose");
    let high_risk = match entry.value("risk") {
        "yes" => Some(true),
        "no" => Some(false),
        "not-sure" => None,
        _ => {
            entry.wrong("risk", "page-beeps-error-risk");
            None
        }
    };
    if entry.is_wrong() {
        return None;
    }
    Some(Answers {
        sound: sound?,
        often: often?,
        tones_known,
        withdrawal: withdrawal?,
        overdose: overdose?,
        high_risk,
        delivery,
    })
}

/// What the ticked signs alone come to, if that is an emergency whatever else would be answered.
fn emergency_already(entry: &Entry, tones_known: bool, delivery: Delivery) -> Option<Triage> {
    let ticked = |field| entry.all(field);
    let found = |field, overdose| Signs::Asked(found_signs(&ticked(field), overdose));
    let calm = Answers {
        sound: Sound::SingleTone,
        often: Often::AsListed,
        tones_known,
        withdrawal: found("withdrawal", false),
        overdose: found("overdose", true),
        high_risk: Some(false),
        delivery,
    };
    Some(triage(&calm)).filter(|judged| judged.urgency == Urgency::Emergency)
}

pub(super) async fn answered(
    State(state): State<AppState>,
    visit: Visit,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut entry = Entry::posted(fields)?;
    let (known, delivery) = record(&visit)?;
    let answers = read(&mut entry, known, delivery);
    let mut judged = answers.as_ref().map(triage);
    let records = entry.value("act") == "record";
    if records && entry.value("since").is_empty() {
        entry.wrong("since", "page-beeps-error-since");
    }
    // Nobody fills in the rest of a form beside somebody who cannot be woken.
    if judged.is_none() && !records {
        judged = emergency_already(&entry, known, delivery);
        if judged.is_some() {
            entry.forgive();
        }
    }
    let mut recorded = false;
    if let (Some(answers), Some(judged)) = (&answers, &judged)
        && records
        && !entry.is_wrong()
    {
        let alarm = Alarm::of(answers, judged, entry.value("since"), entry.value("text"));
        recorded = entry.send(&state, &visit, Sent::Alarm(alarm)).await;
    }
    let status = if entry.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut shown = BeepsPage::new(visit.frame("beeps"), entry, known, delivery);
    shown.outcome = judged.as_ref().map(Outcome::judged);
    shown.recorded = recorded;
    super::page(status, &visit, &shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R-PUB-6: the table for telephones without connection is as long as the script counts, and the worst answers are an
    /// emergency in it.
    #[test]
    fn the_table_without_connection_covers_every_combination() {
        for known in [true, false] {
            for delivery in [Delivery::Flows, Delivery::Doubtful, Delivery::NoRecord] {
                let table = table(known, delivery);
                assert_eq!(table.len(), 3 * 4 * 4 * 3 * 3);
                assert!(table.ends_with('e'), "whatever nobody knows is an emergency");
                // Without signs, a tone that is known in a pump that runs can wait for today, and nothing else can.
                assert_eq!(table.contains('t'), known && delivery == Delivery::Flows);
            }
        }
    }

    #[test]
    fn every_urgency_and_row_has_its_words() {
        let there = |key: &String| words::source(words::Language::English, key).is_some();
        for urgency in Urgency::ALL {
            let rows: Vec<&str> = practice::triage::TABLE.iter().map(|row| row.id).collect();
            let outcome = Outcome::of(urgency, &rows);
            assert!(outcome.steps.len() >= 3 && outcome.never.len() >= 2, "{}", outcome.word);
            assert!(
                outcome.reasons.iter().all(there) && there(&outcome.headline()) && there(&outcome.to_do())
            );
        }
        for overdose in [true, false] {
            assert!(signs(overdose).iter().all(|(_, key)| there(key)));
        }
    }
}
