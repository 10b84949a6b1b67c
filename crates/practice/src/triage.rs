//! "It beeps": how urgent a call about an alarm is. Answers in, urgency and the reasons for it out.
//!
//! The table is a list of rows. Each row looks at the answers, says how urgent that is and where it comes from; the most
//! urgent row that applies decides. An answer that is not known counts as the worse one. Nothing here is a diagnosis.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the caller hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sound {
    /// One tone, repeated.
    SingleTone,
    /// Two tones in turn.
    TwoTone,
    /// The caller cannot say.
    NotSure,
}

impl Sound {
    /// Every sound, its word in forms and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 3] = [
        ("two-tone", Self::TwoTone, "Two tones in turn"),
        ("single-tone", Self::SingleTone, "One tone, repeated"),
        ("not-sure", Self::NotSure, "Not sure"),
    ];
}

/// How often it sounds, against what the catalogue says of the single tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Often {
    /// As often as a single tone of this pump, or more seldom.
    AsListed,
    /// It was heard once so far.
    Once,
    /// More often than a single tone of this pump.
    MoreOften,
    /// The caller cannot say.
    NotSure,
}

impl Often {
    /// Every answer, its word in forms and its words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 4] = [
        ("more-often", Self::MoreOften, "More often than a single tone of this pump"),
        ("as-listed", Self::AsListed, "As often as a single tone of this pump, or more seldom"),
        ("once", Self::Once, "Heard once so far"),
        ("not-sure", Self::NotSure, "Not sure"),
    ];
}

/// What a sign is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignOf {
    /// Early withdrawal: too little drug.
    WithdrawalEarly,
    /// Late withdrawal.
    WithdrawalLate,
    /// Overdose: too much drug.
    Overdose,
}

macro_rules! signs {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $of:ident, $statement:literal, $text:literal;)*) => {
        /// A sign that the caller is asked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Sign { $($(#[$doc])* $variant,)* }

        impl Sign {
            /// All of them, in the order in which they are asked for.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in forms.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What it is a sign of.
            #[must_use]
            pub const fn of(self) -> SignOf {
                match self { $(Self::$variant => SignOf::$of,)* }
            }

            /// The statement of the emergency sheet that names it, with its sources.
            #[must_use]
            pub const fn statement(self) -> &'static str {
                match self { $(Self::$variant => $statement,)* }
            }

            /// For people, in the words of that statement.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

signs! {
    /// The spasticity from before the pump.
    Spasticity = "spasticity", WithdrawalEarly, "withdrawal-early", "the patient's own spasticity returns";
    /// Itching without anything to see.
    Itching = "itching", WithdrawalEarly, "withdrawal-early", "itching without a rash";
    /// Fever.
    Fever = "fever", WithdrawalLate, "withdrawal-late", "fever";
    /// Confused, agitated, not as usual.
    MentalState = "mental-state", WithdrawalLate, "withdrawal-late", "altered mental state";
    /// Stiffer than before the pump.
    Rigidity = "rigidity", WithdrawalLate, "withdrawal-late", "rebound rigidity";
    /// Drowsiness.
    Drowsiness = "drowsiness", Overdose, "overdose-signs", "drowsiness";
    /// Dizziness.
    Dizziness = "dizziness", Overdose, "overdose-signs", "dizziness";
    /// Weakness that moves up.
    ToneLost = "tone-lost", Overdose, "overdose-signs", "loss of muscle tone that moves upward";
    /// Slow or shallow breathing.
    Breathing = "breathing", Overdose, "overdose-signs", "respiratory depression";
    /// Seizures.
    Seizures = "seizures", Overdose, "overdose-signs", "seizures";
    /// Coma.
    Coma = "coma", Overdose, "overdose-signs", "coma";
}

/// What was answered to a list of signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signs {
    /// Asked: these; none of them if empty.
    Asked(BTreeSet<Sign>),
    /// Nobody could say: counts as if there were some.
    NotKnown,
}

impl Signs {
    /// Whether one of these is there, or may be.
    fn any(&self, of: SignOf) -> bool {
        match self {
            Self::NotKnown => true,
            Self::Asked(signs) => signs.iter().any(|sign| sign.of() == of),
        }
    }
}

/// What the record says of the delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// By the record the pump runs and holds drug.
    Flows,
    /// By the record it is stopped or empty, or nobody knows what it runs.
    Doubtful,
    /// There is no record of this pump here.
    NoRecord,
}

/// Everything that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// How it sounds.
    pub sound: Sound,
    /// How often.
    pub often: Often,
    /// Whether the catalogue says what the tones of this pump mean.
    pub tones_known: bool,
    /// Signs of withdrawal.
    pub withdrawal: Signs,
    /// Signs of overdose.
    pub overdose: Signs,
    /// Whether the patient is at high risk: injury at T6 or above, cannot communicate, withdrawal before; `None` if nobody
    /// can say.
    pub high_risk: Option<bool>,
    /// What the record says.
    pub delivery: Delivery,
}

impl Answers {
    /// Whether drug may no longer flow: the two-tone alarm, what has to be taken for it, or the record.
    #[must_use]
    pub fn may_not_flow(&self) -> bool {
        self.critical_sound() || self.delivery != Delivery::Flows
    }

    fn critical_sound(&self) -> bool {
        !self.tones_known
            || self.sound != Sound::SingleTone
            || matches!(self.often, Often::MoreOften | Often::NotSure)
    }

    fn withdrawal_early(&self) -> bool {
        self.withdrawal.any(SignOf::WithdrawalEarly)
    }

    fn withdrawal_late(&self) -> bool {
        self.withdrawal.any(SignOf::WithdrawalLate)
    }

    fn risky(&self) -> bool {
        self.high_risk != Some(false)
    }
}

/// How urgent it is, the least urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// The pump team hears of it today.
    Today,
    /// The pump has to be read now.
    Now,
    /// The patient needs a hospital now.
    Emergency,
}

impl Urgency {
    /// Every urgency.
    pub const ALL: [Self; 3] = [Self::Today, Self::Now, Self::Emergency];

    /// In plain words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Today => "Today: tell the pump team; a refill or a replacement is due",
            Self::Now => "Now: the pump has to be read at once; drug may no longer flow",
            Self::Emergency => "Emergency: the patient has to be in a hospital at once",
        }
    }

    /// What to do, in order. thecal's own words (grade D); the clinical steps are those of the emergency sheet.
    #[must_use]
    pub const fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Today => &[
                "Read the date of the low-reservoir alarm and the refill date of the record to the caller.",
                "Call the pump team: give an appointment before the reservoir can be empty.",
                "Tell the caller the signs of withdrawal and of overdose, and to call at once if the sound changes or a sign comes.",
                "Record the call.",
            ],
            Self::Now => &[
                "Call the pump team now: the pump has to be interrogated at once, whatever the hour.",
                "Tell the patient to come now, with somebody, and not to drive.",
                "Have drug, refill kit and programmer ready, and ask what oral baclofen is at hand.",
                "Tell the caller the signs of withdrawal and of overdose: with any of them, an ambulance.",
                "Record the call.",
            ],
            Self::Emergency => &[
                "Have an ambulance called to the patient now. Stay on the phone.",
                "Call the pump team now.",
                "Send the emergency sheet to the emergency department, and say that an implanted baclofen pump may be the cause.",
                "Go on with the steps for withdrawal or for overdose below.",
                "Record the call.",
            ],
        }
    }

    /// What not to do. thecal's own words (grade D).
    #[must_use]
    pub const fn never(self) -> &'static [&'static str] {
        match self {
            Self::Today => &[
                "Do not wait for the next booked visit without comparing it with the dates of the reservoir.",
                "Do not take silence for repair: an alarm that has stopped may come back.",
            ],
            Self::Now => &[
                "Do not wait for signs: they come after the drug has run out.",
                "Do not let the patient wait until the clinic opens.",
                "Do not take silence for repair: an alarm that has stopped may come back.",
            ],
            Self::Emergency => {
                &["Do not wait for a call back.", "Do not change the program or refill by telephone advice."]
            }
        }
    }
}

/// One row of the table.
pub struct Row {
    /// Its name, for tests and the record.
    pub id: &'static str,
    /// Why it is so urgent, in plain words.
    pub says: &'static str,
    /// How urgent.
    pub urgency: Urgency,
    /// "A" to "D".
    pub grade: &'static str,
    /// Names of sources in the catalogue or on the emergency sheet; empty for thecal's own rule.
    pub sources: &'static [&'static str],
    applies: fn(&Answers) -> bool,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.id)
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The table, the most urgent rows first.
pub static TABLE: [Row; 14] = [
    Row {
        id: "overdose-sign",
        says: "A sign of overdose.",
        urgency: Urgency::Emergency,
        grade: "A",
        sources: &["T3"],
        applies: |it| matches!(it.overdose, Signs::Asked(_)) && it.overdose.any(SignOf::Overdose),
    },
    Row {
        id: "overdose-not-known",
        says: "Nobody can say whether there are signs of overdose: it counts as if there were. Have somebody look at the patient now.",
        urgency: Urgency::Emergency,
        grade: "D",
        sources: &[],
        applies: |it| it.overdose == Signs::NotKnown,
    },
    Row {
        id: "withdrawal-late",
        says: "A late sign of withdrawal.",
        urgency: Urgency::Emergency,
        grade: "A",
        sources: &["T3"],
        applies: |it| matches!(it.withdrawal, Signs::Asked(_)) && it.withdrawal_late(),
    },
    Row {
        id: "withdrawal-not-known",
        says: "Nobody can say whether there are signs of withdrawal: it counts as if there were. Have somebody look at the patient now.",
        urgency: Urgency::Emergency,
        grade: "D",
        sources: &[],
        applies: |it| it.withdrawal == Signs::NotKnown,
    },
    Row {
        id: "withdrawal-and-no-flow",
        says: "An early sign of withdrawal, and drug may no longer flow.",
        urgency: Urgency::Emergency,
        grade: "D",
        sources: &["T3", "T19"],
        applies: |it| it.withdrawal_early() && it.may_not_flow(),
    },
    Row {
        id: "withdrawal-high-risk",
        says: "An early sign of withdrawal, and a high risk or one that nobody can rule out: injury at T6 or above, cannot communicate, withdrawal before.",
        urgency: Urgency::Emergency,
        grade: "A",
        sources: &["T3"],
        applies: |it| it.withdrawal_early() && it.risky(),
    },
    Row {
        id: "two-tone",
        says: "A two-tone alarm is a critical alarm: drug may no longer flow.",
        urgency: Urgency::Now,
        grade: "A",
        sources: &["P40", "P49", "P50", "P51"],
        applies: |it| it.sound == Sound::TwoTone,
    },
    Row {
        id: "sound-not-sure",
        says: "Nobody can say how it sounds: it counts as a two-tone alarm.",
        urgency: Urgency::Now,
        grade: "D",
        sources: &[],
        applies: |it| it.sound == Sound::NotSure,
    },
    Row {
        id: "tones-not-known",
        says: "What the tones of this pump mean is not in the catalogue: any alarm counts as critical.",
        urgency: Urgency::Now,
        grade: "D",
        sources: &[],
        applies: |it| !it.tones_known,
    },
    Row {
        id: "too-often",
        says: "It sounds more often than a single tone of this pump, or nobody can say how often: it counts as a two-tone alarm.",
        urgency: Urgency::Now,
        grade: "D",
        sources: &["P40", "P49", "P50"],
        applies: |it| matches!(it.often, Often::MoreOften | Often::NotSure),
    },
    Row {
        id: "early-sign",
        says: "An early sign of withdrawal.",
        urgency: Urgency::Now,
        grade: "A",
        sources: &["T3", "T19"],
        applies: Answers::withdrawal_early,
    },
    Row {
        id: "record-doubtful",
        says: "By the record it is not sure that drug flows: the pump is stopped or may be empty, a critical alarm is open, or nobody knows what it runs.",
        urgency: Urgency::Now,
        grade: "D",
        sources: &[],
        applies: |it| it.delivery == Delivery::Doubtful,
    },
    Row {
        id: "no-record",
        says: "There is no record of this pump here: what it gives and what it holds is not known.",
        urgency: Urgency::Now,
        grade: "D",
        sources: &[],
        applies: |it| it.delivery == Delivery::NoRecord,
    },
    Row {
        id: "single-tone",
        says: "A single tone: low reservoir, replacement due, or a minor memory error.",
        urgency: Urgency::Today,
        grade: "A",
        sources: &["P40", "P49", "P50"],
        applies: |it| it.sound == Sound::SingleTone,
    },
];

/// What follows from the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Triage {
    /// How urgent it is.
    pub urgency: Urgency,
    /// Every row that applies, the most urgent first.
    pub reasons: Vec<&'static Row>,
    /// Whether to go on with the steps for withdrawal.
    pub withdrawal: bool,
    /// Whether to go on with the steps for overdose.
    pub overdose: bool,
}

impl Eq for Row {}

/// How urgent these answers are, and why.
#[must_use]
pub fn triage(answers: &Answers) -> Triage {
    let reasons: Vec<&'static Row> = TABLE.iter().filter(|row| (row.applies)(answers)).collect();
    // Some row applies to every sound; without one, the worst is assumed.
    let urgency = reasons.iter().map(|row| row.urgency).max().unwrap_or(Urgency::Emergency);
    Triage {
        urgency,
        withdrawal: answers.withdrawal_early() || answers.withdrawal_late(),
        overdose: answers.overdose.any(SignOf::Overdose),
        reasons,
    }
}

#[cfg(test)]
mod tests;
