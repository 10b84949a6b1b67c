//! The screening test beside its doses: when a dose went in, what was seen by the hour, and the catheter of a longer test.
//!
//! The dose itself is ordered, and its effect reported, as lines of the course. Scores are lines too, recorded with a look.

use super::{Listed, Told};
use crate::access::Right;
use crate::patient::{Entry, Patient};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};
use quantity::Mass;
use record::Id;
use serde::{Deserialize, Serialize};
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::trial::{Look as Kind, after_words, looks};

/// By which way a dose goes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// Through a lumbar puncture.
    Lumbar,
    /// Through a catheter that stays for days.
    Catheter,
}

impl Route {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 2] =
        [("lumbar", Self::Lumbar, "lumbar puncture"), ("catheter", Self::Catheter, "test catheter")];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, route, _)| *route == self).map_or("", |(_, _, words)| words)
    }
}

/// How awake the patient is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Awake {
    /// Awake as before.
    Alert,
    /// Answers when spoken to.
    Voice,
    /// Answers to pain only.
    Pain,
    /// Does not answer.
    Unresponsive,
}

impl Awake {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 4] = [
        ("alert", Self::Alert, "awake as before"),
        ("voice", Self::Voice, "answers when spoken to"),
        ("pain", Self::Pain, "answers to pain only"),
        ("unresponsive", Self::Unresponsive, "does not answer"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, awake, _)| *awake == self).map_or("", |(_, _, words)| words)
    }
}

/// How the patient answers the dose, as it is seen now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nothing out of the way.
    AsHoped,
    /// More than wanted: too weak, drowsy.
    Excessive,
    /// Harm.
    Adverse,
}

impl Answer {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] = [
        ("as-hoped", Self::AsHoped, "nothing out of the way"),
        ("excessive", Self::Excessive, "excessive: too weak, drowsy"),
        ("adverse", Self::Adverse, "adverse: breathing, circulation, seizure, other harm"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, answer, _)| *answer == self).map_or("", |(_, _, words)| words)
    }
}

/// What was measured; what was not is absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Vitals {
    /// Upper blood pressure, mmHg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub systolic: Option<u16>,
    /// Lower blood pressure, mmHg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diastolic: Option<u16>,
    /// Beats per minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pulse: Option<u16>,
    /// Breaths per minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breaths: Option<u16>,
    /// Oxygen saturation, per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oxygen: Option<u16>,
    /// How awake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awake: Option<Awake>,
}

/// What a number of the vitals can be at all: a bound against slips of typing, not of medicine.
pub const VITALS: [(&str, &str, &str, u16, u16); 5] = [
    ("systolic", "Blood pressure, upper", "mmHg", 30, 300),
    ("diastolic", "Blood pressure, lower", "mmHg", 10, 200),
    ("pulse", "Pulse", "per minute", 10, 300),
    ("breaths", "Breaths", "per minute", 0, 99),
    ("oxygen", "Oxygen saturation", "%", 20, 100),
];

impl Vitals {
    /// A number by its word in [`VITALS`].
    #[must_use]
    pub fn number(&self, word: &str) -> Option<u16> {
        match word {
            "systolic" => self.systolic,
            "diastolic" => self.diastolic,
            "pulse" => self.pulse,
            "breaths" => self.breaths,
            "oxygen" => self.oxygen,
            _ => None,
        }
    }

    /// The same vitals with this number.
    #[must_use]
    pub fn with(mut self, word: &str, number: Option<u16>) -> Self {
        match word {
            "systolic" => self.systolic = number,
            "diastolic" => self.diastolic = number,
            "pulse" => self.pulse = number,
            "breaths" => self.breaths = number,
            "oxygen" => self.oxygen = number,
            _ => {}
        }
        self
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A test dose went in; when is when it happened.
    Given {
        /// Its name within this patient.
        id: String,
        /// How much, as in a course file.
        dose: String,
        /// The order that it follows.
        order: String,
        /// By which way.
        route: Route,
        /// Who was there, lot, anything else.
        note: String,
    },
    /// The patient was looked at; when is when it happened.
    Looked {
        /// After which dose.
        dose: String,
        /// What was measured.
        vitals: Vitals,
        /// How the patient answers.
        answer: Answer,
        /// What was seen and done.
        note: String,
    },
    /// A test catheter was put in.
    CatheterPlaced {
        /// Level of its tip.
        level: String,
        /// Anything else.
        note: String,
    },
    /// The test catheter was taken out.
    CatheterRemoved {
        /// Whether whole, and how the place looks.
        note: String,
    },
}

/// A look at the patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who recorded it.
    pub by: Option<Id>,
    /// What was measured.
    pub vitals: Vitals,
    /// How the patient answers.
    pub answer: Answer,
    /// What was seen and done.
    pub note: String,
}

/// A test dose that went in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its name within this patient.
    pub id: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// How much, as in a course file.
    pub dose: String,
    /// The order that it follows.
    pub order: String,
    /// By which way.
    pub route: Route,
    /// Who was there, lot, anything else.
    pub note: String,
    /// What was seen since, in the order of time.
    pub seen: Vec<Seen>,
}

/// The screening test.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trial {
    /// Doses that went in, in order.
    pub given: Vec<Given>,
    /// Test catheters: when placed, level, when removed.
    pub catheters: Vec<(i64, String, Option<i64>)>,
}

impl Trial {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event {
            Event::Given { id, dose, order, route, note } => self.given.push(Given {
                id: id.clone(),
                at: entry.happened,
                dose: dose.clone(),
                order: order.clone(),
                route: *route,
                note: note.clone(),
                seen: Vec::new(),
            }),
            Event::Looked { dose, vitals, answer, note } => {
                if let Some(given) = self.given.iter_mut().find(|given| given.id == *dose) {
                    let seen = Seen {
                        at: entry.happened,
                        by: entry.by,
                        vitals: *vitals,
                        answer: *answer,
                        note: note.clone(),
                    };
                    given.seen.push(seen);
                    given.seen.sort_by_key(|seen| seen.at);
                }
            }
            Event::CatheterPlaced { level, .. } => {
                self.catheters.push((entry.happened, level.clone(), None));
            }
            Event::CatheterRemoved { .. } => {
                if let Some(last) = self.catheters.last_mut() {
                    last.2 = Some(entry.happened);
                }
            }
        }
    }

    /// The test catheter that is in.
    #[must_use]
    pub fn catheter_in(&self) -> Option<&(i64, String, Option<i64>)> {
        self.catheters.last().filter(|(_, _, removed)| removed.is_none())
    }

    /// The dose that is being watched: the last one, until its effect is reported.
    #[must_use]
    pub fn watched<'a>(&'a self, patient: &Patient) -> Option<&'a Given> {
        let last = self.given.last()?;
        let reported =
            patient.lines.iter().any(|placed| placed.stands && screened_of(&placed.line.line, last.at));
        (!reported).then_some(last)
    }
}

/// Whether a line reports the effect of the dose given then.
fn screened_of(line: &serde_json::Value, given: i64) -> bool {
    let at =
        line.get("at").and_then(serde_json::Value::as_str).and_then(|at| at.parse::<jiff::Timestamp>().ok());
    line.get("screened").is_some() && at.is_some_and(|at| at.as_second() >= given)
}

/// A time at which somebody has to look, until when that look still counts for it, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Minutes after the dose.
    pub minutes: u32,
    /// What is looked at.
    pub kind: Kind,
    /// When it is due, in seconds since 1970.
    pub at: i64,
    /// From when on a look counts for it.
    pub from: i64,
    /// Until when.
    pub until: i64,
}

/// The times of a dose. A look counts for the time that it is nearest to.
#[must_use]
pub fn slots(given_at: i64, rules: &Rules) -> Vec<Slot> {
    let Ok(limits) = PathwayLimits::embedded() else { return Vec::new() };
    let observe = rules.protocol.screening.observe.value.seconds() / 60;
    let all = looks(&limits.trial, u32::try_from(observe).unwrap_or(u32::MAX));
    let at = |minutes: u32| given_at + i64::from(minutes) * 60;
    let mut slots = Vec::new();
    let mut from = given_at;
    for (place, (minutes, kind)) in all.iter().enumerate() {
        let next = all.get(place + 1).map(|(next, _)| at(*next));
        let until = next.map_or(i64::MAX, |next| i64::midpoint(at(*minutes), next));
        slots.push(Slot { minutes: *minutes, kind: *kind, at: at(*minutes), from, until });
        from = until;
    }
    slots
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Given { dose, route, .. } => {
                format!("Test dose given: {}, {}", crate::patient::people(dose), route.words())
            }
            Self::Looked { answer: Answer::AsHoped, .. } => "Looked after the test dose".to_owned(),
            Self::Looked { answer, .. } => format!("Looked after the test dose: {}", answer.words()),
            Self::CatheterPlaced { level, .. } => format!("Test catheter placed, tip at {level}"),
            Self::CatheterRemoved { .. } => "Test catheter removed".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Given { note, .. }
            | Self::Looked { note, .. }
            | Self::CatheterPlaced { note, .. }
            | Self::CatheterRemoved { note } => Some(note),
        }
    }

    fn right(&self) -> Right {
        Right::RecordReports
    }

    /// No dose goes in before its order was written, and nobody looks after a dose before it went in.
    fn check_time(&self, patient: &Patient, happened: i64) -> Result<(), (&'static str, String)> {
        let (earliest, what) = match self {
            Self::Given { order, .. } => {
                let event = patient.file.events.iter().find(|event| event.id == *order);
                (event.map(|event| event.at.unix), "lies before the order was written")
            }
            Self::Looked { dose, .. } => {
                let given = patient.path.trial.given.iter().find(|given| given.id == *dose);
                (given.map(|given| given.at), "lies before the dose was given")
            }
            Self::CatheterPlaced { .. } | Self::CatheterRemoved { .. } => (None, ""),
        };
        match earliest {
            Some(earliest) if happened < earliest => Err(("/at", what.to_owned())),
            _ => Ok(()),
        }
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        let trial = &patient.path.trial;
        match self {
            Self::Given { id, dose, order, .. } => {
                let known = patient
                    .line(order)
                    .filter(|placed| placed.line.line.pointer("/order/screening-dose").is_some());
                let ordered = known.and_then(|placed| placed.line.line.pointer("/order/screening-dose/dose"));
                let ordered = ordered.and_then(serde_json::Value::as_str);
                let Some(ordered) = ordered else {
                    return Err(("/order", "is no signed order of a test dose".to_owned()));
                };
                let same = dose.parse::<Mass>().ok().zip(ordered.parse::<Mass>().ok());
                if same.is_none_or(|(given, ordered)| given != ordered) {
                    let ordered = crate::patient::people(ordered);
                    return Err(("/dose", format!("is not what was ordered ({ordered})")));
                }
                if trial.given.iter().any(|given| given.order == *order) {
                    return Err(("/order", "was given already".to_owned()));
                }
                if trial.given.iter().any(|given| given.id == *id) {
                    return Err(("/id", "is taken".to_owned()));
                }
            }
            Self::Looked { dose, vitals, answer, note } => {
                if !trial.given.iter().any(|given| given.id == *dose) {
                    return Err(("/dose", "is no test dose that was given".to_owned()));
                }
                for (word, _, unit, least, most) in VITALS {
                    if vitals.number(word).is_some_and(|number| !(least..=most).contains(&number)) {
                        return Err((word, format!("takes a number from {least} to {most} {unit}")));
                    }
                }
                if *answer != Answer::AsHoped {
                    super::said("/note", note)?;
                }
            }
            Self::CatheterPlaced { level, .. } => {
                super::said("/level", level)?;
                if trial.catheter_in().is_some() {
                    return Err(("/level", "is of a second catheter: one is in already".to_owned()));
                }
            }
            Self::CatheterRemoved { note } => {
                super::said("/note", note)?;
                if trial.catheter_in().is_none() {
                    return Err(("/note", "is of a catheter that is not in".to_owned()));
                }
            }
        }
        Ok(())
    }
}

pub(super) fn due(patient: &Patient, rules: &Rules, _now: i64, list: Listed<'_>) {
    let Some(given) = patient.path.trial.watched(patient) else { return };
    for slot in slots(given.at, rules) {
        if given.seen.iter().any(|seen| (slot.from..slot.until).contains(&seen.at)) {
            continue;
        }
        let what = if slot.kind == Kind::Scored { "vital signs and scores" } else { "vital signs" };
        let last = slot.until == i64::MAX;
        let text = if last {
            format!("{} after the test dose: {what}, then say what it did", after_words(slot.minutes))
        } else {
            format!("{} after the test dose: {what}", after_words(slot.minutes))
        };
        let until = (!last).then_some(slot.until);
        list(Task::TestDose, slot.at, &DueBody { text, until, ..DueBody::default() });
    }
}
