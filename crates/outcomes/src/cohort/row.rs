//! The plain rows that a cohort is made of: one person each, without a name.

use super::written::Written;
use jiff::civil::Date;
use scales::{Scale, Side, Site};
use serde::{Deserialize, Serialize};

/// A score on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "Written")]
pub struct Scored {
    /// When.
    pub on: Date,
    /// On which scale; variants are scales of their own.
    pub scale: Scale,
    /// Where; `None` on a scale of the whole patient, and if it was not recorded.
    pub site: Option<Site>,
    /// The place of the value among the scale's values, from 0.
    pub rank: u16,
}

/// A score that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoScore {
    /// No such scale.
    #[error("{0:?} is no scale; accepted: {accepted}", accepted = Scale::WORDS.map(|(word, _)| word).join(", "))]
    Scale(String),
    /// No such value on the scale.
    #[error("{value:?} is no value of {}; accepted: {}", .scale.name(), .scale.values().accepted())]
    Value {
        /// The scale.
        scale: Scale,
        /// What was given.
        value: String,
    },
    /// No such site, or none of this scale.
    #[error("{site:?} is no site of {}; accepted: {accepted}", .scale.name(), accepted = sites(*.scale))]
    Site {
        /// The scale.
        scale: Scale,
        /// What was given.
        site: String,
    },
}

fn sites(scale: Scale) -> String {
    let all = scale.sites().all();
    let word = |site: &Site| site_words(Some(*site));
    if all.is_empty() { "nothing".to_owned() } else { all.iter().map(word).collect::<Vec<_>>().join(", ") }
}

/// A site in the words of data, such as "knee-flexors left"; empty for none.
#[must_use]
pub fn site_words(site: Option<Site>) -> String {
    let Some(site) = site else { return String::new() };
    let muscle = site.muscle.map(|muscle| format!("{} ", muscle.word())).unwrap_or_default();
    format!("{muscle}{}", site.side.word())
}

impl Scored {
    /// A score from the words of data; `muscle` and `side` are empty where there is none.
    ///
    /// # Errors
    /// [`NoScore`] with what would be accepted.
    pub fn read(on: Date, scale: &str, value: &str, muscle: &str, side: &str) -> Result<Self, NoScore> {
        let scale = Scale::by_word(scale).ok_or_else(|| NoScore::Scale(scale.to_owned()))?;
        let rank =
            scale.values().rank(value).ok_or_else(|| NoScore::Value { scale, value: value.to_owned() })?;
        let no_site = || NoScore::Site { scale, site: format!("{muscle} {side}").trim().to_owned() };
        let site = match (muscle, side) {
            ("", "") => None,
            (muscle, side) => {
                let muscle = (!muscle.is_empty()).then_some(muscle);
                Some(Site::by_words(muscle, side).ok_or_else(no_site)?)
            }
        };
        if !scale.sites().take(site) {
            return Err(no_site());
        }
        Ok(Self { on, scale, site, rank })
    }

    /// On which side, where that is known.
    #[must_use]
    pub fn side(&self) -> Option<Side> {
        self.site.map(|site| site.side)
    }
}

/// A dose that runs from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DoseFrom(
    /// From when on.
    #[serde(serialize_with = "super::written::day")]
    pub Date,
    /// Nanograms per 24 hours, as the pump was seen to run; 0 for a pump that treats nobody.
    pub u64,
);

/// What can be implanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A pump.
    Pump,
    /// A catheter.
    Catheter,
}

/// Why a device came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The battery reached its end: a planned replacement.
    Battery,
    /// The device itself failed.
    Failure,
    /// Infection, or the skin over it broke.
    Infection,
    /// The therapy was ended: no benefit, side effects, wish of the patient.
    TherapyEnded,
    /// It came out with another part, or for a reason of its own that is none of these.
    Other,
    /// Nobody recorded why.
    NotRecorded,
}

impl Why {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 6] = [
        ("battery", Self::Battery, "end of battery: planned replacement"),
        ("failure", Self::Failure, "the device failed"),
        ("infection", Self::Infection, "infection, or skin broken over it"),
        ("therapy-ended", Self::TherapyEnded, "therapy ended: no benefit, side effects, wish"),
        ("other", Self::Other, "another reason, or together with the other part"),
        ("not-recorded", Self::NotRecorded, "not recorded"),
    ];
}

/// What can be said in one word, in data and for people: each type has its `WORDS`.
macro_rules! worded {
    ($($name:ident)*) => {
        $(impl $name {
            /// What a word of data stands for.
            #[must_use]
            pub fn by_word(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(known, ..)| *known == word).map(|(_, it, _)| *it)
            }

            /// Its word in data.
            #[must_use]
            pub fn word(self) -> &'static str {
                Self::WORDS.iter().find(|(_, known, _)| *known == self).map_or("", |(word, ..)| word)
            }

            /// For people.
            #[must_use]
            pub fn words(self) -> &'static str {
                Self::WORDS.iter().find(|(_, known, _)| *known == self).map_or("", |(.., words)| words)
            }
        })*
    };
}

worded! { Why Class Operation }

/// One pump or one catheter, from its implant to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Device {
    /// What.
    pub part: Part,
    /// Which model, as the catalogue or the record names it; empty if that is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// When it went in; `None` if it was in when the patient came and nobody knows since when.
    pub into: Option<Date>,
    /// Since when it was followed here: its implant, or the day on which the patient came with it.
    pub followed: Date,
    /// When it came out, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out: Option<(Date, Why)>,
}

/// Whether something has to do with the therapy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Related {
    /// It has.
    Related,
    /// It has not.
    NotRelated,
    /// Nobody knows.
    NotKnown,
}

impl Related {
    /// All of them and their words in data.
    pub const WORDS: [(&'static str, Self); 3] =
        [("related", Self::Related), ("not-related", Self::NotRelated), ("not-known", Self::NotKnown)];

    /// What a word says; a word that is none of these says that nobody knows.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, related)| *related)
    }

    /// Its word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, known)| *known == self).map_or("", |(word, _)| word)
    }
}

/// The classes of what can go wrong, as the published taxonomy has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Leak of fluid, seroma, haematoma, dehiscence.
    Technique,
    /// Pump or catheter.
    Device,
    /// Withdrawal, overdose, side effect.
    Drug,
    /// Infection.
    Infection,
    /// Anything else.
    Other,
}

impl Class {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 5] = [
        ("technique", Self::Technique, "technique: leak, seroma, haematoma, wound"),
        ("device", Self::Device, "device: pump or catheter"),
        ("drug", Self::Drug, "drug: withdrawal, overdose, side effect"),
        ("infection", Self::Infection, "infection"),
        ("other", Self::Other, "other"),
    ];
}

/// Something that went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Happened {
    /// When it began.
    pub on: Date,
    /// Its class.
    pub class: Class,
    /// Its kind, a word such as "fluid-leak".
    pub kind: String,
    /// Whether it has to do with the therapy.
    pub related: Related,
    /// Whether it needed surgery.
    pub surgery: bool,
}

/// An operation on the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// The first system, or a system after one was taken out.
    Implant,
    /// Another pump.
    Replacement,
    /// Another catheter, or work on the system that replaces nothing.
    Revision,
    /// The system came out.
    Explant,
}

impl Operation {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 4] = [
        ("implant", Self::Implant, "implant"),
        ("replacement", Self::Replacement, "replacement of the pump"),
        ("revision", Self::Revision, "revision, or change of the catheter"),
        ("explant", Self::Explant, "explant"),
    ];
}

// As serde hands it in.
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_zero(number: &u16) -> bool {
    *number == 0
}

/// One person of a cohort, without a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// Tells one person of the data from another; no name and no record number.
    pub key: String,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// "female", "male", "other"; empty if not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sex: String,
    /// What caused the spasticity, a word such as "multiple-sclerosis".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aetiology: String,
    /// Where the person is looked after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub house: String,
    /// Whether the person is invented.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub invented: bool,
    /// How many earlier systems there were whose course cannot be read: their devices and doses are missing here.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unread: u16,
    /// How many facts were left out because they contradict others, as [`possible`](super::possible) does.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub contradicting: u16,
    /// Pumps and catheters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Device>,
    /// Scores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Scored>,
    /// Doses seen running.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doses: Vec<DoseFrom>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Happened>,
    /// Operations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<(Date, Operation)>,
    /// When titration after the first implant was declared finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub titrated: Option<Date>,
    /// When the person died, and whether the therapy has to do with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died: Option<(Date, Related)>,
    /// Since when the person is no longer followed here although alive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// When the person was last seen or heard of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Date>,
}

impl Person {
    /// Puts the rows into the order of time; what happened on one day stays in the order in which it came. A person read from a
    /// record and the same person read from a file are then the same.
    pub fn sort(&mut self) {
        self.devices.sort_by_key(|device| (device.part, device.followed));
        self.scores.sort_by_key(|scored| scored.on);
        self.doses.sort_by_key(|dose| dose.0);
        self.events.sort_by_key(|event| event.on);
        self.operations.sort_by_key(|(on, _)| *on);
    }
}
