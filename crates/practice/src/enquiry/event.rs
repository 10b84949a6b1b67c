//! What is recorded about an enquiry: one enum, in JSON, each kind with its schema version.

use crate::patient::Id128;
use jiff::civil::Date;
use record::NewEvent;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The form in which every kind of this module is written today.
pub const SCHEMA: u32 = 1;

/// Before the kind of each event in the store: a word of an enquiry is no word of a patient.
const PREFIX: &str = "enquiry-";

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal, $title:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, each with its word in data and its words for people.
            pub const WORDS: &'static [(&'static str, Self, &'static str)] = &[$(($word, Self::$variant, $title),)*];

            /// The word in data.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// For people.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// From a word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, it, _)| *it)
            }
        }
    };
}

words! {
    /// What is wished.
    Wish {
        /// To be called back.
        Callback = "callback", "a call back";
        /// An appointment for a consultation.
        Consultation = "consultation", "a consultation at the clinic";
        /// An opinion on records, where recommendations conflict.
        SecondOpinion = "second-opinion", "a second opinion";
        /// Treatment, coming from another country: records are reviewed first.
        FromAbroad = "from-abroad", "treatment, coming from abroad";
    }
}

words! {
    /// Who writes.
    Relation {
        /// The patient.
        Patient = "patient", "the patient";
        /// A parent.
        Parent = "parent", "a parent";
        /// A legal guardian.
        Guardian = "guardian", "a legal guardian";
        /// A physician, nurse or therapist who treats the patient.
        Clinician = "clinician", "a clinician who treats the patient";
        /// Anybody else, such as a partner.
        Other = "other", "somebody else";
    }
}

words! {
    /// Why an enquiry is closed.
    Why {
        /// All that was asked for is done.
        Done = "done", "everything is done";
        /// It is about something that this clinic does not do.
        NotForUs = "not-for-us", "not for this clinic";
        /// Nobody could be reached.
        NotReached = "not-reached", "nobody could be reached";
        /// Nobody asked anything.
        Spam = "spam", "spam, or no enquiry";
        /// The person withdrew the consent to keep and use the data: what was sent is no longer shown to anybody.
        Withdrawn = "withdrawn", "consent withdrawn";
    }
}

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Request {
    /// What is wished.
    pub wish: Wish,
    /// Who writes, by name.
    pub writer: String,
    /// What that person is to the patient.
    pub relation: Relation,
    /// About whom, by name.
    pub about: String,
    /// Birth date of that person, if it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// Phone number; may be empty if there is an e-mail address.
    #[serde(default)]
    pub phone: String,
    /// E-mail address; may be empty if there is a phone number.
    #[serde(default)]
    pub email: String,
    /// When to call, in words.
    #[serde(default)]
    pub best_time: String,
    /// Where the person lives, in words.
    #[serde(default)]
    pub country: String,
    /// In which language the answer is wanted, in words.
    pub language: String,
    /// What it is about.
    pub message: String,
    /// The version of the wording by which the person agreed that the data are kept and used.
    pub consent: String,
    /// By when an answer was promised, in seconds since 1970: [`super::answer_by`] when it came.
    pub answer_by: i64,
    /// Whether everything in it is invented, for demonstration.
    #[serde(default)]
    pub invented: bool,
}

/// A file that came with an enquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SentFile {
    /// SHA-256 of its content, hexadecimal.
    pub hash: String,
    /// Its name, made safe ([`super::clean_name`]).
    pub name: String,
    /// Its type, by content.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: u64,
    /// What whoever opens it should know, such as that it holds a program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
}

/// A way to treat, weighed for this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TreatmentOption {
    /// Which.
    pub name: String,
    /// What speaks for it here.
    pub supports: String,
    /// What speaks against it here.
    pub against: String,
}

/// An opinion on what was sent: an aid to a decision, with reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Opinion {
    /// To whom, line by line.
    pub addressee: String,
    /// What was asked.
    pub question: String,
    /// What was looked at, and what it shows.
    pub seen: String,
    /// The options.
    pub options: Vec<TreatmentOption>,
    /// What is suggested, and why.
    pub reasons: String,
    /// What is missing for a firmer opinion.
    pub missing: String,
    /// What to do next.
    pub next: String,
}

/// Something recorded about an enquiry.
// The request is large and comes once; boxing it would only make it harder to read.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "body")]
pub enum EnquiryEvent {
    /// It came.
    Received(Request),
    /// A file came with it. It is in quarantine until somebody opens it.
    FileReceived(SentFile),
    /// Somebody took a file out of quarantine.
    FileOpened {
        /// Which, by its hash.
        hash: String,
    },
    /// Somebody refused a file: it can no longer be opened here.
    FileRefused {
        /// Which, by its hash.
        hash: String,
        /// Why.
        reason: String,
    },
    /// Somebody tried to reach the person.
    ContactTried {
        /// How and whom, such as "phone, the mother".
        how: String,
        /// Whether anybody was reached.
        reached: bool,
        /// What was said or agreed.
        said: String,
    },
    /// Somebody works on it from now on.
    Taken {
        /// The person's name.
        name: String,
    },
    /// A document, or all of them together, was reviewed.
    Reviewed {
        /// Which, by its hash; none for all together.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hash: Option<String>,
        /// What it shows.
        shows: String,
        /// What is missing.
        missing: String,
    },
    /// An opinion is written, or written anew, and not signed.
    OpinionDrafted {
        /// Which version of the letter, from 1.
        number: u32,
        /// What it says.
        opinion: Opinion,
    },
    /// A physician signed the opinion. It is never changed: another version replaces it.
    OpinionIssued {
        /// Which version.
        number: u32,
        /// What the signature covers: [`super::digest`].
        digest: String,
        /// Name of the physician.
        name: String,
        /// Role of the physician.
        role: String,
    },
    /// The person has an answer: the promise is kept.
    Answered {
        /// How and what, in words.
        how: String,
    },
    /// It is about a patient from now on.
    BecamePatient {
        /// The patient's record.
        patient: Id128,
        /// Whether it was registered with this act.
        new: bool,
    },
    /// Nobody works on it any more.
    Closed {
        /// Why.
        why: Why,
        /// Anything else.
        note: String,
    },
    /// It goes on.
    Reopened {
        /// Why.
        reason: String,
    },
}

impl EnquiryEvent {
    /// The event as it goes into the store; `happened` in seconds since 1970.
    ///
    /// # Errors
    /// Never for events that were built by this crate; the error is serde's.
    pub fn to_record(&self, happened: i64) -> Result<NewEvent, serde_json::Error> {
        let mut value = serde_json::to_value(self)?;
        let kind = value.get("kind").and_then(Value::as_str).unwrap_or_default();
        let kind = format!("{PREFIX}{kind}");
        let body = value.get_mut("body").map_or(Value::Null, Value::take);
        Ok(NewEvent { kind, schema: SCHEMA, happened, body: body.to_string() })
    }

    /// The event as it came out of the store.
    ///
    /// # Errors
    /// If it is no event of this form.
    pub fn from_record(kind: &str, body: &str) -> Result<Self, serde_json::Error> {
        let kind = Value::from(kind.strip_prefix(PREFIX).unwrap_or("not of an enquiry"));
        serde_json::from_str(&format!("{{\"kind\":{kind},\"body\":{body}}}"))
    }

    /// For people, in a few words.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Received(_) => "Enquiry received".to_owned(),
            Self::FileReceived(file) => format!("File received: {}", file.name),
            Self::FileOpened { .. } => "File taken out of quarantine".to_owned(),
            Self::FileRefused { .. } => "File refused".to_owned(),
            Self::ContactTried { reached: true, .. } => "Contact: reached".to_owned(),
            Self::ContactTried { .. } => "Contact tried: nobody reached".to_owned(),
            Self::Taken { name } => format!("{name} works on it"),
            Self::Reviewed { hash: Some(_), .. } => "Document reviewed".to_owned(),
            Self::Reviewed { .. } => "All documents reviewed together".to_owned(),
            Self::OpinionDrafted { number, .. } => format!("Opinion drafted, version {number}"),
            Self::OpinionIssued { number, .. } => format!("Opinion issued, version {number}"),
            Self::Answered { .. } => "Answered".to_owned(),
            Self::BecamePatient { new: true, .. } => "Registered as a new patient".to_owned(),
            Self::BecamePatient { .. } => "Belongs to a patient who was here".to_owned(),
            Self::Closed { why, .. } => format!("Closed: {}", why.title()),
            Self::Reopened { .. } => "Opened again".to_owned(),
        }
    }
}
