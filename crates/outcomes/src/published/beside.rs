//! A cohort's own rates beside the published ones that count the same.

use super::{PublishedRate, rates};
use crate::cohort::{Class, Estimate, Safety, capital, rate_of};

/// What a rate counts, in the words of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Everything that went wrong.
    All,
    /// One class.
    Class(Class),
    /// One kind of a class, by its word.
    Kind(Class, &'static str),
}

impl Counted {
    /// What the words of a series count; `None` where that does not follow from them: "pump-related" may or may not hold
    /// catheters and wounds.
    pub(super) fn of(event: &str) -> Option<Self> {
        match event {
            "any AE" | "any complication" | "all complications" => Some(Self::All),
            "infection" => Some(Self::Class(Class::Infection)),
            "CSF leak" => Some(Self::Kind(Class::Technique, "fluid-leak")),
            "catheter-related complication" => Some(Self::Kind(Class::Device, "catheter")),
            _ => None,
        }
    }

    fn words(self) -> String {
        match self {
            Self::All => "All".to_owned(),
            // Without what the class holds.
            Self::Class(class) => capital(class.words().split(':').next().unwrap_or_default()),
            Self::Kind(_, kind) => capital(&kind.replace('-', " ")),
        }
    }

    /// How often a cohort had it; `None` of a kind where an event of its class has none, or one in other words than
    /// [`KINDS`]: it may be of this kind.
    fn events(self, safety: &Safety) -> Option<usize> {
        let count = |class: &str, kind: &str| {
            let row = safety.events.iter().find(|row| row.class == class && row.kind == kind);
            row.map_or(0, |row| row.events)
        };
        match self {
            Self::All => Some(count("all", "")),
            Self::Class(class) => Some(count(class.words(), "")),
            Self::Kind(class, kind) => {
                let class = class.words();
                let known: usize = KINDS.iter().map(|kind| count(class, kind)).sum();
                (known == count(class, "")).then(|| count(class, kind))
            }
        }
    }
}

/// The kinds of complications that a record here knows, by their words.
pub const KINDS: [&str; 12] = [
    "wound-infection",
    "meningitis",
    "fluid-leak",
    "seroma",
    "dehiscence",
    "catheter",
    "pump",
    "withdrawal",
    "overdose",
    "side-effect",
    "new-deficit",
    "other",
];

/// One thing that is counted, here and elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What, for people.
    pub words: String,
    /// What the cohort counts; `None` of a series of which it was not read what it counts: nothing stands beside it.
    pub counted: Option<Counted>,
    /// How often it happened in the cohort; `None` where that cannot be told, as of kinds in words of the clinic's own.
    pub events: Option<usize>,
    /// Per 100 patient-years in the cohort; `None` without time too.
    pub own: Option<Estimate>,
    /// The series that count the same.
    pub published: Vec<PublishedRate>,
}

/// The rates of a cohort, all and by class, and of the kinds that a series counts by itself, each with the published rates that
/// count the same. At the end those of which it was not read what they count.
#[must_use]
pub fn beside(safety: &Safety) -> Vec<Compared> {
    let published = rates();
    let mut counted: Vec<Counted> =
        Class::WORDS.iter().map(|(_, class, _)| Counted::Class(*class)).chain([Counted::All]).collect();
    counted.extend(published.iter().filter_map(|rate| rate.counted));
    // All first, then each class with its kinds behind it.
    let order = |one: &Counted| match one {
        Counted::All => (0, None, ""),
        Counted::Class(class) => (1, Some(*class), ""),
        Counted::Kind(class, kind) => (1, Some(*class), *kind),
    };
    counted.sort_by_key(order);
    counted.dedup();
    let of = |counted: Counted| {
        let events = counted.events(safety);
        Compared {
            words: counted.words(),
            counted: Some(counted),
            events,
            own: events.and_then(|events| rate_of(events, safety.patient_years)),
            published: published.iter().filter(|rate| rate.counted == Some(counted)).cloned().collect(),
        }
    };
    let unknown = published.iter().filter(|rate| rate.counted.is_none());
    let alone = unknown.map(|rate| Compared {
        words: capital(&rate.event),
        counted: None,
        events: None,
        own: None,
        published: vec![rate.clone()],
    });
    counted.into_iter().map(of).chain(alone).collect()
}
