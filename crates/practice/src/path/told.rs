//! What a patient or family says on the patient page, an alarm, a symptom or a question, and what the clinic says to it.
//! Whatever nobody has dealt with is on the day's list; what may not wait heads it.

use super::{Listed, Told};
use crate::access::Right;
use crate::patient::{Entry, Patient};
use crate::triage::{Often, Sign, SignOf, Signs, Sound, TABLE, Triage, Urgency};
use crate::worklist::{DueBody, Task};
use record::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a short answer, such as since when, may have at most, in letters.
pub const SINCE_LETTERS_MAX: usize = 200;
/// Instead of signs: somebody looked, and there are none.
pub const NO_SIGNS: &str = "none";
/// Instead of signs: nobody can say.
pub const SIGNS_NOT_KNOWN: &str = "not-known";
/// What can be answered to the question about the risk.
pub const RISKS: [&str; 3] = ["yes", "no", "not-sure"];

/// An alarm that was heard: the answers in the words of [`crate::triage`], and what they came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Alarm {
    /// How it sounds: a word of [`Sound::WORDS`].
    pub sound: String,
    /// How often: a word of [`Often::WORDS`].
    pub often: String,
    /// Since when, in words.
    pub since: String,
    /// Signs of withdrawal: words of [`Sign`], [`NO_SIGNS`] or [`SIGNS_NOT_KNOWN`].
    pub withdrawal: Vec<String>,
    /// Signs of overdose, alike.
    pub overdose: Vec<String>,
    /// Whether the risk is high: one of [`RISKS`].
    pub risk: String,
    /// What it came to.
    pub urgency: Urgency,
    /// The rows of the table that applied.
    pub rows: Vec<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Signs as they are kept.
fn sign_words(signs: &Signs) -> Vec<String> {
    match signs {
        Signs::NotKnown => vec![SIGNS_NOT_KNOWN.to_owned()],
        Signs::Asked(signs) if signs.is_empty() => vec![NO_SIGNS.to_owned()],
        Signs::Asked(signs) => signs.iter().map(|sign| sign.word().to_owned()).collect(),
    }
}

impl Alarm {
    /// The report of these answers and what they came to.
    #[must_use]
    pub fn of(answers: &crate::triage::Answers, triage: &Triage, since: &str, text: &str) -> Self {
        let word = |words: &[(&'static str, Sound, &'static str)]| {
            words.iter().find(|(_, sound, _)| *sound == answers.sound).map_or("", |(word, ..)| *word)
        };
        let often = Often::WORDS.iter().find(|(_, often, _)| *often == answers.often);
        Self {
            sound: word(&Sound::WORDS).to_owned(),
            often: often.map_or("", |(word, ..)| *word).to_owned(),
            since: since.trim().to_owned(),
            withdrawal: sign_words(&answers.withdrawal),
            overdose: sign_words(&answers.overdose),
            risk: match answers.high_risk {
                Some(true) => "yes",
                Some(false) => "no",
                None => "not-sure",
            }
            .to_owned(),
            urgency: triage.urgency,
            rows: triage.reasons.iter().map(|row| row.id.to_owned()).collect(),
            text: text.trim().to_owned(),
        }
    }

    /// Whether it can be kept; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, as a JSON pointer, and what would be accepted.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        if !Sound::WORDS.iter().any(|(word, ..)| *word == self.sound) {
            return Err(("/sound", "is two-tone, single-tone or not-sure".to_owned()));
        }
        if !Often::WORDS.iter().any(|(word, ..)| *word == self.often) {
            return Err(("/often", "is more-often, as-listed, once or not-sure".to_owned()));
        }
        if !RISKS.contains(&self.risk.as_str()) {
            return Err(("/risk", "is yes, no or not-sure".to_owned()));
        }
        super::said("/since", &self.since)?;
        super::bounded("/since", &self.since, SINCE_LETTERS_MAX)?;
        check_signs("/withdrawal", &self.withdrawal, |of| of != SignOf::Overdose)?;
        check_signs("/overdose", &self.overdose, |of| of == SignOf::Overdose)?;
        if self.rows.is_empty() || !self.rows.iter().all(|row| TABLE.iter().any(|known| known.id == row)) {
            return Err(("/rows", "names rows of the table that judges alarms".to_owned()));
        }
        let worst = TABLE.iter().filter(|row| self.rows.iter().any(|id| id == row.id));
        if worst.map(|row| row.urgency).max() != Some(self.urgency) {
            return Err(("/urgency", "is that of the most urgent row".to_owned()));
        }
        super::bounded("/text", &self.text, super::TEXT_LETTERS_MAX)
    }

    /// The answers for people: question and answer.
    #[must_use]
    pub fn in_words(&self) -> Vec<(&'static str, String)> {
        let choice = |found: Option<&'static str>, word: &str| found.unwrap_or(word).to_owned();
        let sound = Sound::WORDS.iter().find(|(word, ..)| *word == self.sound).map(|(_, _, text)| *text);
        let often = Often::WORDS.iter().find(|(word, ..)| *word == self.often).map(|(_, _, text)| *text);
        vec![
            ("How does it sound?", choice(sound, &self.sound)),
            ("How often?", choice(often, &self.often)),
            ("Since when?", self.since.clone()),
            ("Signs of withdrawal", signs_in_words(&self.withdrawal)),
            ("Signs of overdose", signs_in_words(&self.overdose)),
            ("High risk of withdrawal", self.risk.replace('-', " ")),
            ("How urgent, by thecal", self.urgency.words().to_owned()),
        ]
    }
}

fn sign(word: &str) -> Option<Sign> {
    Sign::ALL.iter().copied().find(|sign| sign.word() == word)
}

/// Signs for people.
#[must_use]
pub fn signs_in_words(words: &[String]) -> String {
    let text = |word: &String| match word.as_str() {
        NO_SIGNS => "none of these".to_owned(),
        SIGNS_NOT_KNOWN => "nobody can say".to_owned(),
        word => sign(word).map_or_else(|| word.to_owned(), |sign| sign.text().to_owned()),
    };
    words.iter().map(text).collect::<Vec<_>>().join("; ")
}

fn check_signs(
    field: &'static str,
    words: &[String],
    belongs: fn(SignOf) -> bool,
) -> Result<(), (&'static str, String)> {
    let alone = |word: &String| word == NO_SIGNS || word == SIGNS_NOT_KNOWN;
    let known = |word: &String| alone(word) || sign(word).is_some_and(|sign| belongs(sign.of()));
    if words.is_empty() || (words.len() > 1 && words.iter().any(alone)) || !words.iter().all(known) {
        return Err((field, "names signs, or that there are none, or that nobody can say".to_owned()));
    }
    Ok(())
}

/// Something that the patient feels or the family sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Symptom {
    /// What, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Since when, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// Signs that were ticked: words of [`Sign`]; none if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<String>,
}

impl Symptom {
    /// Whether it can be kept; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, as a JSON pointer, and what would be accepted.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        if self.text.trim().is_empty() && self.signs.is_empty() {
            return Err(("/text", "is missing: say what it is, or tick a sign".to_owned()));
        }
        if let Some(unknown) = self.signs.iter().find(|word| sign(word).is_none()) {
            let accepted: Vec<&str> = Sign::ALL.iter().map(|sign| sign.word()).collect();
            return Err((
                "/signs",
                format!("does not know {unknown:.40}; accepted: {}", accepted.join(", ")),
            ));
        }
        super::bounded("/since", &self.since, SINCE_LETTERS_MAX)?;
        super::bounded("/text", &self.text, super::TEXT_LETTERS_MAX)
    }

    /// How urgent it is by the signs that were ticked, as the table of alarms has them: late withdrawal and overdose are
    /// emergencies, early withdrawal has the pump read now. What was only written has to be read first.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        let of = |sign: Sign| match sign.of() {
            SignOf::WithdrawalEarly => Urgency::Now,
            SignOf::WithdrawalLate | SignOf::Overdose => Urgency::Emergency,
        };
        self.signs.iter().filter_map(|word| sign(word)).map(of).max().unwrap_or(Urgency::Today)
    }
}

/// Something that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Question {
    /// The question of [`crate::answers`] that has no answer for this patient; `None` for one of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// In their own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Question {
    /// Whether it can be kept; the field and what is wrong with it otherwise.
    ///
    /// # Errors
    /// The field, as a JSON pointer, and what would be accepted.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        if self.text.trim().is_empty() && self.question.is_none() {
            return Err(("/text", "is missing: write what you want to know".to_owned()));
        }
        let odd = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
        if self.question.as_ref().is_some_and(|id| id.is_empty() || id.len() > 80 || id.contains(odd)) {
            return Err(("/question", "names a question of the list".to_owned()));
        }
        super::bounded("/text", &self.text, super::TEXT_LETTERS_MAX)
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// An alarm was heard.
    AlarmReported {
        /// By which link.
        link: String,
        /// What.
        alarm: Alarm,
    },
    /// Something is felt or seen.
    SymptomReported {
        /// By which link.
        link: String,
        /// What.
        symptom: Symptom,
    },
    /// Something is asked.
    Asked {
        /// By which link.
        link: String,
        /// What.
        question: Question,
    },
    /// Somebody of the clinic has dealt with a report.
    Seen {
        /// The entry of the report.
        entry: u64,
        /// What was said or done.
        said: String,
    },
    /// Somebody of the clinic answers; the patient page shows it.
    Answered {
        /// The entry of the question or report.
        entry: u64,
        /// The answer.
        text: String,
    },
}

impl Event {
    /// By which link it was sent; `None` for what the clinic says.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        match self {
            Self::AlarmReported { link, .. }
            | Self::SymptomReported { link, .. }
            | Self::Asked { link, .. } => Some(link),
            Self::Seen { .. } | Self::Answered { .. } => None,
        }
    }

    /// The same in the record into which its own was merged, where entries have other numbers; `None` for a reply to an
    /// entry that did not go along.
    pub(crate) fn renamed(&self, mark: &str, versions: &BTreeMap<u64, u64>) -> Option<Self> {
        let mut renamed = self.clone();
        match &mut renamed {
            Self::AlarmReported { link, .. }
            | Self::SymptomReported { link, .. }
            | Self::Asked { link, .. } => {
                *link = super::link::renamed(link, mark);
            }
            Self::Seen { entry, .. } | Self::Answered { entry, .. } => *entry = *versions.get(entry)?,
        }
        Some(renamed)
    }
}

/// What a patient or family said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An alarm.
    Alarm(Alarm),
    /// A symptom.
    Symptom(Symptom),
    /// A question.
    Question(Question),
}

impl What {
    /// How urgent it is; a question can wait for the day.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        match self {
            Self::Alarm(alarm) => alarm.urgency,
            Self::Symptom(symptom) => symptom.urgency(),
            Self::Question(_) => Urgency::Today,
        }
    }

    /// In a few words for lists.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Alarm(alarm) => {
                let sound = Sound::WORDS.iter().find(|(word, ..)| *word == alarm.sound);
                let sound = sound.map_or_else(|| alarm.sound.clone(), |(_, _, text)| text.to_lowercase());
                format!("hears an alarm: {sound}")
            }
            Self::Symptom(symptom) => {
                let parts = [signs_in_words(&symptom.signs), short(&symptom.text)];
                let parts: Vec<&str> =
                    parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                format!("reports: {}", parts.join("; "))
            }
            Self::Question(question) => {
                let listed = question.question.as_deref().unwrap_or_default().replace('-', " ");
                format!("asks: {}", if question.text.is_empty() { listed } else { short(&question.text) })
            }
        }
    }
}

/// The beginning of a text, for lists.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 120 { line } else { line.chars().take(119).collect::<String>() + "…" }
}

/// What the clinic said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The entry that holds it.
    pub version: u64,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who.
    pub by: Option<Id>,
    /// In words.
    pub text: String,
}

/// A report or question with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The entry that holds it, by which it is named.
    pub entry: u64,
    /// When it came, in seconds since 1970.
    pub at: i64,
    /// By which link.
    pub link: String,
    /// What.
    pub what: What,
    /// That somebody dealt with it, the last time that was said.
    pub seen: Option<Reply>,
    /// The answers that the patient page shows, the last one last.
    pub answers: Vec<Reply>,
}

impl Report {
    /// Whether somebody still has to deal with it: a question until it is answered, anything else until it is seen to.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        match self.what {
            What::Question(_) => self.answers.is_empty(),
            What::Alarm(_) | What::Symptom(_) => self.seen.is_none(),
        }
    }
}

/// What was said on the patient page, in the order in which it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reports {
    /// All of it.
    pub all: Vec<Report>,
}

impl Reports {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        let mut add = |link: &String, what: What| {
            let (seen, answers) = (None, Vec::new());
            let (link, at) = (link.clone(), entry.happened);
            self.all.push(Report { entry: entry.version, at, link, what, seen, answers });
        };
        match event {
            Event::AlarmReported { link, alarm } => add(link, What::Alarm(alarm.clone())),
            Event::SymptomReported { link, symptom } => add(link, What::Symptom(symptom.clone())),
            Event::Asked { link, question } => add(link, What::Question(question.clone())),
            Event::Seen { entry: which, said: text } | Event::Answered { entry: which, text } => {
                let (text, at, by) = (text.clone(), entry.happened, entry.by);
                let reply = Reply { version: entry.version, at, by, text };
                let known = self.all.iter_mut().find(|report| report.entry == *which);
                match (known, event) {
                    (Some(report), Event::Seen { .. }) => report.seen = Some(reply),
                    (Some(report), _) => report.answers.push(reply),
                    (None, _) => {}
                }
            }
        }
    }

    /// A report by its entry.
    #[must_use]
    pub fn by_entry(&self, entry: u64) -> Option<&Report> {
        self.all.iter().find(|report| report.entry == entry)
    }

    /// Those that somebody still has to deal with.
    pub fn open(&self) -> impl Iterator<Item = &Report> {
        self.all.iter().filter(|report| report.is_open())
    }
}

/// What nobody has dealt with: what may not wait heads the list like a critical alarm.
pub(super) fn due(patient: &Patient, list: Listed<'_>) {
    for report in patient.path.reports.open() {
        let urgency = report.what.urgency();
        let link =
            patient.path.links.by_id(&report.link).map_or("patient page", |link| link.for_whom.as_str());
        let urgent = match urgency {
            Urgency::Emergency => "emergency; ",
            Urgency::Now => "now; ",
            Urgency::Today => "",
        };
        let body = DueBody {
            text: format!("{urgent}{} ({link})", report.what.words()),
            line: Some(report.entry.to_string()),
            ..DueBody::default()
        };
        let task = if urgency == Urgency::Today { Task::Reported } else { Task::ReportedUrgent };
        list(task, report.at, &body);
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::AlarmReported { .. } => "Alarm reported on the patient page".to_owned(),
            Self::SymptomReported { .. } => "Symptom reported on the patient page".to_owned(),
            Self::Asked { .. } => "Question asked on the patient page".to_owned(),
            Self::Seen { entry, .. } => format!("Report of the patient page dealt with (entry {entry})"),
            Self::Answered { entry, .. } => format!("Answer on the patient page (entry {entry})"),
        }
    }

    fn reason(&self) -> Option<&str> {
        Some(match self {
            Self::AlarmReported { alarm, .. } => &alarm.text,
            Self::SymptomReported { symptom, .. } => &symptom.text,
            Self::Asked { question, .. } => &question.text,
            Self::Seen { said: text, .. } | Self::Answered { text, .. } => text,
        })
    }

    fn right(&self) -> Right {
        match self {
            // Coordinators answer what people outside ask.
            Self::Answered { .. } => Right::AnswerEnquiries,
            // Nobody here writes the others but those who deal with a report.
            _ => Right::RecordReports,
        }
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        let known = |entry: u64| {
            let report = patient.path.reports.by_entry(entry);
            report.ok_or(("/entry", "names nothing that came from the patient page".to_owned()))
        };
        match self {
            Self::AlarmReported { alarm, .. } => alarm.check(),
            Self::SymptomReported { symptom, .. } => symptom.check(),
            Self::Asked { question, .. } => question.check(),
            Self::Seen { entry, said } => {
                super::said("/said", said)?;
                super::bounded("/said", said, super::TEXT_LETTERS_MAX)?;
                let report = known(*entry)?;
                if matches!(report.what, What::Question(_)) {
                    return Err((
                        "/entry",
                        "is a question: answer it, so that the patient page shows it".to_owned(),
                    ));
                }
                if report.is_open() {
                    Ok(())
                } else {
                    Err(("/entry", "has been dealt with already".to_owned()))
                }
            }
            Self::Answered { entry, text } => {
                super::said("/text", text)?;
                super::bounded("/text", text, super::TEXT_LETTERS_MAX)?;
                known(*entry).map(|_| ())
            }
        }
    }
}
