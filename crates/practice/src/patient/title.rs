//! What an entry is, in a few words for lists: what was done, with its main number.

use super::{Entry, Fate, PatientEvent};
use scales::{Entry as ScoreEntry, Scale, Score, Site};
use serde_json::Value;

fn at<'a>(line: &'a Value, pointer: &str) -> &'a str {
    line.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// A quantity as data writes it, in the words of people: "500 ug/mL" becomes "500 micrograms per mL".
#[must_use]
pub fn people(data: &str) -> String {
    let Some((number, unit)) = data.split_once(' ') else { return data.to_owned() };
    let unit = match unit {
        "ug" => "micrograms",
        "ug/mL" => "micrograms per mL",
        "mg/mL" => "mg per mL",
        "ug/d" => "micrograms per day",
        "mL/d" => "mL per day",
        other => other,
    };
    format!("{number}\u{a0}{unit}")
}

fn flag(line: &Value, pointer: &str) -> bool {
    line.pointer(pointer).and_then(Value::as_bool).unwrap_or_default()
}

/// A score with its site or goal and its value, which its items may make.
fn scored(line: &Value) -> Option<String> {
    let word = |key: &str| line.pointer(&format!("/scored/{key}")).and_then(Value::as_str);
    let items = line.pointer("/scored/items").and_then(Value::as_object);
    let items: Vec<(&str, &str)> = items
        .into_iter()
        .flatten()
        .filter_map(|(item, value)| Some((item.as_str(), value.as_str()?)))
        .collect();
    let site = word("side").and_then(|side| Site::by_words(word("site"), side));
    let entry = ScoreEntry { value: word("value"), site, goal: word("goal"), items: &items };
    let score = Score::read(Scale::by_word(word("scale")?)?, entry).ok()?;
    Some(format!("{}: {}", score.what(), score.value()))
}

/// What a line of the course is, in a few words.
#[must_use]
pub fn line_title(line: &Value) -> String {
    let with = |what: &str, detail: &str| {
        if detail.is_empty() { what.to_owned() } else { format!("{what}: {}", people(detail)) }
    };
    match crate::word_of(line) {
        "order" => {
            let mut parts = Vec::new();
            if line.pointer("/order/screening-dose").is_some() {
                parts.push(with("test dose", at(line, "/order/screening-dose/dose")));
            }
            if line.pointer("/order/refill").is_some() {
                parts.push(with("refill", at(line, "/order/refill/volume")));
            }
            if line.pointer("/order/program").is_some() {
                let mode = at(line, "/order/program/run/mode");
                let total = line.pointer("/order/program/total").and_then(Value::as_str);
                let dose = total.unwrap_or_else(|| at(line, "/order/program/run/dose"));
                parts.push(with(&format!("program {mode}"), dose));
            }
            format!("Order: {}", parts.join("; "))
        }
        "screened" => {
            let effect = if flag(line, "/screened/responded") { "response" } else { "no response" };
            format!("Test dose {}, {effect}", people(at(line, "/screened/dose")))
        }
        "implanted" => "System implanted".to_owned(),
        "found" => with("Pump found running on admission", at(line, "/found/run/dose")),
        "filled" => with("Pump filled", at(line, "/filled/volume")),
        "interrogated" if flag(line, "/interrogated/running") => "Pump read: running".to_owned(),
        "interrogated" => "Pump read: not running".to_owned(),
        "confirmed" if flag(line, "/confirmed/running") => {
            with("Confirmed in the pump, running", at(line, "/confirmed/total"))
        }
        "confirmed" => "Read back from the pump, not seen running".to_owned(),
        "sent" => "Order sent to the pump: unknown until it is read back".to_owned(),
        "not-entered" => "Order not entered".to_owned(),
        "alarm" => {
            let (kind, sound) = (at(line, "/alarm/kind"), at(line, "/alarm/sound"));
            let all: Vec<&str> = [kind, sound].into_iter().filter(|word| !word.is_empty()).collect();
            format!("Alarm{}{}", if all.is_empty() { "" } else { ": " }, all.join(", ").replace('-', " "))
        }
        "gap" => format!("Nothing delivered: {}", at(line, "/gap/cause")),
        "mri" => "Magnetic resonance imaging".to_owned(),
        "mri-checked" => "Pump checked after imaging".to_owned(),
        "aspirated" => with("Catheter aspirated", at(line, "/aspirated/volume")),
        "injected" => format!("Injected through the access port: {}", at(line, "/injected/what")),
        "revised" if line.pointer("/revised/pump").is_some() => "Surgery: new pump".to_owned(),
        "revised" => "Surgery on the system".to_owned(),
        "scored" => scored(line)
            .unwrap_or_else(|| format!("{}: {}", at(line, "/scored/scale"), at(line, "/scored/value"))),
        "visit" => format!("Visit booked for {}", date(at(line, "/visit/on"))),
        "side-effect" => format!("Side effect: {}", at(line, "/side-effect/what")),
        "travelled" => "Time zone of the patient noted".to_owned(),
        "closed" => format!("Finding closed ({}): {}", at(line, "/closed/rule"), at(line, "/closed/why")),
        other => other.to_owned(),
    }
}

/// What an order is before it is complete, without its amounts: a second person who reads this must not know what to type.
#[must_use]
pub fn draft_title(line: &Value) -> String {
    let parts = ["screening-dose", "refill", "program"];
    let parts = parts.iter().filter(|part| line.pointer(&format!("/order/{part}")).is_some());
    let parts: Vec<String> = parts.map(|part| part.replace('-', " ")).collect();
    format!("Order: {}", parts.join(" and "))
}

fn date(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), therapy::date_in_words)
}

impl Entry {
    /// What it is, in a few words.
    #[must_use]
    pub fn title(&self) -> String {
        match &self.event {
            PatientEvent::Registered(_) => "Patient registered".to_owned(),
            PatientEvent::IdentityChanged { .. } => "Personal details changed".to_owned(),
            PatientEvent::System { .. } => "Pump and catheter entered".to_owned(),
            PatientEvent::Explanted { .. } => "System taken out".to_owned(),
            PatientEvent::Line(line) => line_title(&line.line),
            PatientEvent::Drafted { line, .. } => format!("{}, written", draft_title(line)),
            PatientEvent::Signed { draft, .. } => format!("{draft} signed; a second person must check"),
            PatientEvent::Dropped { draft, .. } => format!("{draft} dropped"),
            PatientEvent::Corrected { with, .. } => format!("Corrected to: {}", line_title(&with.line)),
            PatientEvent::EnteredInError { line, .. } => format!("{line} marked as entered in error"),
            PatientEvent::EntryInError { entry, .. } => format!("Entry {entry} marked as entered in error"),
            PatientEvent::Misfiled { lines, .. } => {
                format!("{} moved to the patient they belong to", lines.join(", "))
            }
            PatientEvent::Refiled { lines, .. } => {
                let all: Vec<String> = lines.iter().map(|line| line_title(&line.line)).collect();
                format!("Came from another record: {}", all.join("; "))
            }
            PatientEvent::MergedInto { .. } => "Merged into another record".to_owned(),
            PatientEvent::MergedFrom { .. } => {
                "Another record of this person merged into this one".to_owned()
            }
            PatientEvent::Medicine(medicine) => format!("Medicine: {}, {}", medicine.name, medicine.dose),
            PatientEvent::MedicineStopped { id, .. } => format!("Medicine stopped ({id})"),
            PatientEvent::Allergy { substance, .. } => format!("Allergy: {substance}"),
            PatientEvent::AllergyRefuted { .. } => "Allergy refuted".to_owned(),
            PatientEvent::NoAllergiesKnown => "No known allergies".to_owned(),
            PatientEvent::HomeStock(stock) => format!("Kept at home: {}", stock.what),
            PatientEvent::Surgery(surgery) => format!("Operation: {}", surgery.operation),
            PatientEvent::Contact(contact) if contact.reached => format!("Contact about {}", contact.about),
            PatientEvent::Contact(contact) => format!("Contact about {}: nobody reached", contact.about),
            PatientEvent::RefillSetAside { .. } => "Refill begun and set aside".to_owned(),
            PatientEvent::RefillGivenUp { .. } => "Refill that was set aside is given up".to_owned(),
            PatientEvent::DidNotAttend { on, .. } => {
                format!("Did not attend on {}", therapy::date_in_words(*on))
            }
            PatientEvent::ObservationEnded { .. } => "Observation ended".to_owned(),
            PatientEvent::TitrationFinished { .. } => "Titration finished".to_owned(),
            PatientEvent::MriPlanned { on, .. } => {
                format!("Imaging planned for {}", therapy::date_in_words(*on))
            }
            PatientEvent::RecallHandled { recall, .. } => format!("Notice {recall} dealt with"),
            PatientEvent::Attached(file) => format!("File: {}", file.title),
            PatientEvent::Note { .. } => "Note".to_owned(),
            PatientEvent::Died { on, .. } => format!("Died on {}", therapy::date_in_words(*on)),
            other => crate::path::of(other).map_or_else(String::new, crate::path::Told::title),
        }
    }

    /// Why, where somebody said so.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match &self.event {
            PatientEvent::IdentityChanged { reason, .. }
            | PatientEvent::Explanted { reason }
            | PatientEvent::Dropped { reason, .. }
            | PatientEvent::Corrected { reason, .. }
            | PatientEvent::EnteredInError { reason, .. }
            | PatientEvent::EntryInError { reason, .. }
            | PatientEvent::Misfiled { reason, .. }
            | PatientEvent::Refiled { reason, .. }
            | PatientEvent::MergedInto { reason, .. }
            | PatientEvent::MergedFrom { reason, .. }
            | PatientEvent::MedicineStopped { reason, .. }
            | PatientEvent::RefillSetAside { reason, .. }
            | PatientEvent::RefillGivenUp { reason }
            | PatientEvent::AllergyRefuted { reason, .. }
            | PatientEvent::TitrationFinished { reason } => Some(reason.as_str()),
            PatientEvent::Signed { reason, .. } => reason.as_deref(),
            PatientEvent::Line(line) => line.line.get("reason").and_then(Value::as_str),
            PatientEvent::Medicine(medicine) => Some(medicine.reason.as_str()),
            PatientEvent::Contact(contact) => Some(contact.outcome.as_str()),
            PatientEvent::ObservationEnded { outcome, .. } | PatientEvent::RecallHandled { outcome, .. } => {
                Some(outcome.as_str())
            }
            PatientEvent::DidNotAttend { note, .. }
            | PatientEvent::MriPlanned { note, .. }
            | PatientEvent::Died { note, .. } => Some(note.as_str()),
            PatientEvent::Note { text } => Some(text.as_str()),
            PatientEvent::Surgery(surgery) => Some(surgery.note.as_str()),
            other => crate::path::of(other).and_then(crate::path::Told::reason),
        }
        .filter(|text| !text.trim().is_empty())
    }

    /// Whether it still stands.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.fate == Fate::Stands
    }
}
