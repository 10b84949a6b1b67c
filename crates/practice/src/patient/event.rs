//! What is recorded about a patient: one enum, in JSON, each kind with its schema version.

use crate::path::{
    appointment, complication, consent, diary, guide, link, rehabilitation, sheet, stage, team, telemetry,
    todo, told, trial,
};
use outcomes::cohort::Why;
use record::{Id, NewEvent};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// The form in which every kind of this module is written today. An earlier form is lifted by `UPCASTERS` of the store.
pub const SCHEMA: u32 = 1;

/// Who the patient is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Identity {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Title, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Date of birth, `YYYY-MM-DD`.
    pub born: jiff::civil::Date,
    /// "female", "male", "other" or "not known".
    pub gender: String,
    /// The clinic's record number.
    pub record: String,
    /// A word of the protocol, such as "multiple-sclerosis".
    pub diagnosis: String,
    /// Whether the small first test dose applies; by age if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small_child: Option<bool>,
    /// Phone numbers and other ways to reach the patient or carer, in words.
    #[serde(default)]
    pub contact: String,
    /// Language of the patient, in words.
    #[serde(default)]
    pub language: String,
    /// The house that looks after the patient.
    #[serde(default)]
    pub house: String,
    /// Whether the patient is invented, for demonstration.
    #[serde(default)]
    pub invented: bool,
}

/// A rule's finding as it was said when the line came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Said {
    /// The rule's id.
    pub rule: String,
    /// "note", "soft" or "hard".
    pub level: String,
    /// What it looked at: name and value, for people.
    pub numbers: Vec<(String, String)>,
}

/// What a line was judged by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Judged {
    /// SHA-256 of what was judged; what a signature covers.
    pub digest: String,
    /// Version of protocol and catalogue.
    pub setting: String,
    /// What the rules said.
    pub findings: Vec<Said>,
}

/// One line of the course: the dialect of the course file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Line {
    /// Its name within this patient.
    pub id: String,
    /// The line as in a course file, `id` included.
    pub line: Value,
    /// What it was judged by.
    pub judged: Judged,
    /// What its coming says about lines after it in time: late entries may open findings on them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<(String, Vec<Said>)>,
}

/// What a medicine is to this therapy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MedicineKind {
    /// Taken by mouth against spasticity.
    OralAntispastic,
    /// Depresses the central nervous system: adds to sedation.
    CnsDepressant,
    /// Anything else.
    Other,
}

impl MedicineKind {
    /// Every kind, its word in data and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] = [
        ("oral-antispastic", Self::OralAntispastic, "oral antispastic"),
        ("cns-depressant", Self::CnsDepressant, "depresses the central nervous system"),
        ("other", Self::Other, "other"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind, _)| *kind == self).map_or("", |(_, _, words)| words)
    }
}

/// A step of weaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WeaningStep {
    /// From which day on.
    pub from: jiff::civil::Date,
    /// What is taken then, in words; "stop" at the end.
    pub dose: String,
}

/// A medicine beside the pump.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Medicine {
    /// Its name within this patient.
    pub id: String,
    /// Generic name.
    pub name: String,
    /// What it is to this therapy.
    pub is: MedicineKind,
    /// Dose and times, in words.
    pub dose: String,
    /// Since when.
    pub since: Option<jiff::civil::Date>,
    /// How it is weaned, step by step; empty without a plan.
    #[serde(default)]
    pub weaning: Vec<WeaningStep>,
    /// Why it was begun or changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Oral baclofen and the like kept at home for an emergency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HomeStock {
    /// What and how much, in words.
    pub what: String,
    /// When somebody looked.
    pub checked: jiff::civil::Date,
    /// Until when it keeps.
    pub expires: Option<jiff::civil::Date>,
}

/// An operation on the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Surgery {
    /// Its name within this patient.
    pub id: String,
    /// "implant", "revision", "replacement" or "explant".
    pub operation: String,
    /// The day.
    pub on: jiff::civil::Date,
    /// Surgeon, by name or role.
    pub surgeon: String,
    /// Unique device identification of the pump, as scanned or typed.
    #[serde(default)]
    pub pump_udi: String,
    /// Lot of the pump.
    #[serde(default)]
    pub pump_lot: String,
    /// Unique device identification of the catheter.
    #[serde(default)]
    pub catheter_udi: String,
    /// Lot of the catheter.
    #[serde(default)]
    pub catheter_lot: String,
    /// Why a pump came out, a word of [`Why`]; empty if none came out, or nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pump_ended: String,
    /// Why a catheter came out, a word of [`Why`]; empty if none came out, or nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub catheter_ended: String,
    /// Where the tip lies, such as "T10".
    #[serde(default)]
    pub tip_level: String,
    /// Where the pocket is, in words.
    #[serde(default)]
    pub pocket: String,
    /// Depth of the pump under the skin, as number and unit, such as "2 cm".
    #[serde(default)]
    pub depth: String,
    /// How the system was primed, in words.
    #[serde(default)]
    pub priming: String,
    /// Why, and anything else.
    #[serde(default)]
    pub note: String,
}

impl Surgery {
    /// Whether the reasons for what came out are words that are known; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, and what would be accepted.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        for (field, word) in [("/pump-ended", &self.pump_ended), ("/catheter-ended", &self.catheter_ended)] {
            if !word.is_empty() && Why::by_word(word).is_none() {
                let accepted = Why::WORDS.map(|(word, ..)| word).join(", ");
                return Err((field, format!("{word:?} is no reason; accepted: {accepted}")));
            }
        }
        Ok(())
    }
}

/// Somebody was called, or called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contact {
    /// "alarm", "withdrawal", "overdose", "missed refill", "question" or other words.
    pub about: String,
    /// With whom and how, such as "mother, by phone".
    pub with: String,
    /// Whether anybody was reached.
    pub reached: bool,
    /// What was answered to the questions asked: question and answer.
    #[serde(default)]
    pub answers: Vec<(String, String)>,
    /// What was said or agreed.
    pub outcome: String,
}

/// A file that belongs to the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attached {
    /// SHA-256 of its content, hexadecimal.
    pub hash: String,
    /// Its type, by content.
    pub media_type: String,
    /// What it is, in words.
    pub title: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// Something recorded about a patient.
// Lines are large and are by far the most frequent: boxing them would cost more than it saves.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "body")]
pub enum PatientEvent {
    /// The patient is known here from now on.
    Registered(Identity),
    /// Who the patient is was corrected or has changed.
    IdentityChanged {
        /// As it is now.
        identity: Identity,
        /// Why.
        reason: String,
    },
    /// A pump and its catheter are there from now on: implanted, or found on admission. Opens a new course.
    System {
        /// The pump, as in a course file.
        pump: Value,
        /// The catheter, as in a course file.
        catheter: Value,
    },
    /// The system was taken out: the course ends.
    Explanted {
        /// Why.
        reason: String,
    },
    /// A report, or an order with all its signatures.
    Line(Arc<Line>),
    /// An order is written and waits for signatures.
    Drafted {
        /// Its name; the line it becomes has the same.
        id: String,
        /// The line as in a course file, without `second`.
        line: Value,
        /// As judged when it was written.
        judged: Judged,
    },
    /// The prescriber signed what was shown.
    Signed {
        /// The draft.
        draft: String,
        /// What the signature covers.
        digest: String,
        /// Why, if a soft finding asked.
        reason: Option<String>,
        /// Name of the signer.
        name: String,
    },
    /// A draft will not become an order.
    Dropped {
        /// The draft.
        draft: String,
        /// Why.
        reason: String,
    },
    /// A line was wrong: it is replaced.
    Corrected {
        /// The line.
        line: String,
        /// What takes its place.
        with: Arc<Line>,
        /// Why.
        reason: String,
    },
    /// A line should not be there.
    EnteredInError {
        /// The line.
        line: String,
        /// Why.
        reason: String,
        /// What its going says about lines after it in time.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        later: Vec<(String, Vec<Said>)>,
    },
    /// An entry beside the course should not be there: what it said counts no longer.
    EntryInError {
        /// Its version.
        entry: u64,
        /// Why.
        reason: String,
    },
    /// Lines belong to another patient and went there.
    Misfiled {
        /// The lines.
        lines: Vec<String>,
        /// Whose they are.
        to: Id128,
        /// Why.
        reason: String,
    },
    /// Lines came from another patient's record, where they had been filed by mistake.
    Refiled {
        /// Where they were.
        from: Id128,
        /// The lines.
        lines: Vec<Arc<Line>>,
        /// Why.
        reason: String,
    },
    /// This record is the same person's as another one, which is used from now on.
    MergedInto {
        /// The other.
        into: Id128,
        /// Why.
        reason: String,
    },
    /// Another record of the same person is part of this one from now on.
    MergedFrom {
        /// The other.
        from: Id128,
        /// Its lines that count here.
        lines: Vec<Arc<Line>>,
        /// Its system, if this record has none.
        system: Option<(Value, Value)>,
        /// Why.
        reason: String,
    },
    /// A medicine, new or changed.
    Medicine(Medicine),
    /// A medicine is no longer taken.
    MedicineStopped {
        /// Which.
        id: String,
        /// Since when.
        on: jiff::civil::Date,
        /// Why.
        reason: String,
    },
    /// An allergy or intolerance.
    Allergy {
        /// Its name within this patient.
        id: String,
        /// To what.
        substance: String,
        /// What happens.
        reaction: String,
    },
    /// An allergy was refuted.
    AllergyRefuted {
        /// Which.
        id: String,
        /// Why.
        reason: String,
    },
    /// Whether there are none was asked.
    NoAllergiesKnown,
    /// What is kept at home.
    HomeStock(HomeStock),
    /// Details of an operation.
    Surgery(Surgery),
    /// Somebody was called, or called.
    Contact(Contact),
    /// A refill was begun and is not finished: nothing went into the pump. What was typed so far can be gone on with.
    RefillSetAside {
        /// What was typed: field and text.
        answers: Vec<(String, String)>,
        /// Why.
        reason: String,
    },
    /// A refill that was set aside will not be gone on with.
    RefillGivenUp {
        /// Why.
        reason: String,
    },
    /// The patient did not come.
    DidNotAttend {
        /// The day that was booked.
        on: jiff::civil::Date,
        /// What is known.
        note: String,
    },
    /// An observation ended.
    ObservationEnded {
        /// The line that began it.
        line: String,
        /// What was seen.
        outcome: String,
    },
    /// Titration is finished: the dose is kept.
    TitrationFinished {
        /// Why.
        reason: String,
    },
    /// Magnetic resonance imaging is planned.
    MriPlanned {
        /// The day.
        on: jiff::civil::Date,
        /// Field strength and what else is known, in words.
        note: String,
    },
    /// A notice of the maker was dealt with for this patient.
    RecallHandled {
        /// Its id in the catalogue.
        recall: String,
        /// How.
        outcome: String,
    },
    /// A file.
    Attached(Attached),
    /// A note.
    Note {
        /// What.
        text: String,
    },
    /// A sheet of questions was answered.
    Sheet(sheet::Answered),
    /// A to-do.
    Todo(todo::Event),
    /// The care team.
    Team(team::Event),
    /// Consent.
    Consent(consent::Event),
    /// The screening test, beside its doses.
    Trial(trial::Event),
    /// An appointment.
    Appointment(appointment::Event),
    /// Rehabilitation.
    Rehabilitation(rehabilitation::Event),
    /// A step of the guide through a loss of effect.
    LossOfEffect(guide::Event),
    /// A complication.
    Complication(complication::Event),
    /// Where on the way the patient is.
    Pathway(stage::Event),
    /// A link that opens a page without signing in.
    Link(link::Event),
    /// The diary of the patient page.
    Diary(diary::Event),
    /// A report or question of the patient page, and what the clinic said to it.
    FromPatient(told::Event),
    /// The connection to a pump that can be reached.
    Telemetry(telemetry::Event),
    /// The patient died.
    Died {
        /// The day.
        on: jiff::civil::Date,
        /// "related", "not related" or "not known" to the therapy.
        related: String,
        /// What is known.
        note: String,
    },
}

/// An id as text in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id128(pub Id);

impl From<Id128> for String {
    fn from(id: Id128) -> Self {
        id.0.to_string()
    }
}

impl TryFrom<String> for Id128 {
    type Error = record::NoId;
    fn try_from(text: String) -> Result<Self, record::NoId> {
        text.parse().map(Self)
    }
}

impl PatientEvent {
    /// The event as it goes into the store; `happened` in seconds since 1970.
    ///
    /// # Errors
    /// Never for events that were built by this crate; the error is serde's.
    pub fn to_record(&self, happened: i64) -> Result<NewEvent, serde_json::Error> {
        let mut value = serde_json::to_value(self)?;
        let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
        let body = value.get_mut("body").map_or(Value::Null, Value::take);
        Ok(NewEvent { kind, schema: SCHEMA, happened, body: body.to_string() })
    }

    /// The event as it came out of the store.
    ///
    /// # Errors
    /// If it is no event of this form.
    pub fn from_record(kind: &str, body: &str) -> Result<Self, serde_json::Error> {
        // Its kind comes first, so that the body is read once and as what it is.
        let kind = Value::from(kind);
        let whole = match body {
            "null" => format!("{{\"kind\":{kind}}}"),
            body => format!("{{\"kind\":{kind},\"body\":{body}}}"),
        };
        serde_json::from_str(&whole)
    }
}
