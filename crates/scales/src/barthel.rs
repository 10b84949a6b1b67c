//! Barthel indices: their items and answers' codes, and bands of dependence.

use crate::function::WHOLE;
use crate::{
    About, Code, Entry, Found, ImportantDifference, Item, Missing, NoScore, Reliability, Scale, Score,
    Scoring, Values,
};

const BARTHEL_LICENCE: &str = "Copyright Maryland State Medical Society; free for use that is not commercial, with the \
                               citation. Commercial use needs permission. Labels here are our own words.";
const BARTHEL_CITATION: &str = "Mahoney and Barthel, Md State Med J 1965;14:56-61";

const fn item(
    word: &'static str,
    name: &'static str,
    max: u16,
    codes: &'static [Code],
    answers: &'static [(&'static str, u16)],
) -> Item {
    Item { word, name, values: Values::points(0, max, 5), codes, answers }
}

const BARTHEL_ITEMS: &[Item] = &[
    item(
        "feeding",
        "feeding",
        10,
        &[Code::loinc("83184-2", "Feeding or eating ability")],
        &[("LA24937-7", 0), ("LA31630-9", 5), ("LA12302-8", 10)],
    ),
    item(
        "bathing",
        "bathing",
        5,
        &[Code::loinc("83181-8", "Bathing ability")],
        &[("LA12304-4", 0), ("LA31636-6", 5)],
    ),
    item(
        "grooming",
        "grooming",
        5,
        &[Code::loinc("96767-9", "Grooming ability")],
        &[("LA31643-2", 0), ("LA31644-0", 5)],
    ),
    item(
        "dressing",
        "dressing",
        10,
        &[Code::loinc("83182-6", "Dressing ability")],
        &[("LA12304-4", 0), ("LA31637-4", 5), ("LA31638-2", 10)],
    ),
    item(
        "bowels",
        "bowels",
        10,
        &[Code::loinc("96759-6", "Bowel control ability")],
        &[("LA31627-5", 0), ("LA31626-7", 5), ("LA31625-9", 10)],
    ),
    item(
        "bladder",
        "bladder",
        10,
        &[Code::loinc("96760-4", "Bladder control ability")],
        &[("LA31628-3", 0), ("LA31626-7", 5), ("LA31625-9", 10)],
    ),
    item(
        "toilet",
        "using the toilet",
        10,
        &[Code::loinc("83183-4", "Toileting ability")],
        &[("LA12304-4", 0), ("LA31631-7", 5), ("LA31632-5", 10)],
    ),
    item(
        "transfers",
        "between bed and chair",
        15,
        &[Code::loinc("83185-9", "Transferring ability")],
        &[("LA31633-3", 0), ("LA31634-1", 5), ("LA31635-8", 10), ("LA12302-8", 15)],
    ),
    item(
        "mobility",
        "moving on level ground (5: independent in a wheelchair)",
        15,
        &[Code::loinc("83186-7", "Ambulation ability")],
        &[("LA31639-0", 0), ("LA31640-8", 5), ("LA31641-6", 10), ("LA31642-4", 15)],
    ),
    item(
        "stairs",
        "stairs",
        10,
        &[Code::loinc("96758-8", "Stairs ability")],
        &[("LA24937-7", 0), ("LA31629-1", 5), ("LA12302-8", 10)],
    ),
];

const HSIEH: &str = "Hsieh et al., Neurorehabil Neural Repair 2007;21:233-8 (n = 43 and 56)";

const BARTHEL_NOTES: &[&str] = &[
    "None of its changes that matter is known for spinal cord injury. It has a floor (tetraplegia) and a ceiling.",
    "Shah's and Granger's versions have other weights: other instruments.",
    "One answer's code (LA12302-8) is 10 points in feeding and on stairs and 15 between bed and chair: answers are scored within \
     their item.",
    "One value set calls LOINC 83186-7 dressing and 83182-6 bathing. Here they are as in the US behavioral health example and \
     the PACIO map. That example's data repeat 83185-9 for grooming, its text has 96767-9: an item twice is refused.",
];

pub(crate) const BARTHEL: About = About {
    name: "Barthel index (0 to 100)",
    version: "Mahoney and Barthel 1965, ten items, 0 to 100 in steps of 5",
    values: Values::points(0, 100, 5),
    scoring: Scoring::Sum(BARTHEL_ITEMS),
    missing: Missing::NoTotal,
    rule: "What the patient does, not what the patient could do. A missing item leaves no total.",
    licence: BARTHEL_LICENCE,
    citation: BARTHEL_CITATION,
    important_differences: &[ImportantDifference {
        amount: "9.25",
        of: "stroke; five times that of the 20-point version (derived). None is known for spinal cord injury",
        source: HSIEH,
        limb: None,
        found: Found::Derived,
        patients: 43,
        percent: None,
        counts: true,
    }],
    notes: BARTHEL_NOTES,
    codes: &[
        Code::loinc("96761-2", "Total score Barthel Index"),
        Code::loinc("96762-0", "Barthel index panel"),
        Code::snomed("273302005", "Barthel index (assessment scale)"),
        Code::snomed("725594005", "Barthel Index of Activities of Daily Living score (observable entity)"),
    ],
    ..WHOLE
};

const fn point(word: &'static str, name: &'static str, max: u16) -> Item {
    Item { word, name, values: Values::points(0, max, 1), codes: &[], answers: &[] }
}

pub(crate) const BARTHEL_TO_TWENTY: About = About {
    name: "Barthel index (0 to 20)",
    version: "ten items of 0 to 3 points, 0 to 20; a fifth of the index of 100",
    values: Values::points(0, 20, 1),
    scoring: Scoring::Sum(&[
        point("feeding", "feeding", 2),
        point("bathing", "bathing", 1),
        point("grooming", "grooming", 1),
        point("dressing", "dressing", 2),
        point("bowels", "bowels", 2),
        point("bladder", "bladder", 2),
        point("toilet", "using the toilet", 2),
        point("transfers", "between bed and chair", 3),
        point("mobility", "moving on level ground (1: independent in a wheelchair)", 3),
        point("stairs", "stairs", 2),
    ]),
    important_differences: &[ImportantDifference {
        amount: "1.85",
        of: "stroke; smallest change that can be told from error is 4.02",
        source: HSIEH,
        limb: None,
        found: Found::PatientsSaid,
        patients: 43,
        percent: None,
        counts: true,
    }],
    reliability: &[
        Reliability {
            measure: "standard error of measurement",
            value: "1.45",
            of: "stroke, n = 56",
            source: HSIEH,
        },
        Reliability {
            measure: "smallest change told from error in one patient",
            value: "4.02",
            of: "stroke, n = 56",
            source: HSIEH,
        },
    ],
    codes: &[],
    ..BARTHEL
};

pub(crate) const BARTHEL_SHAH: About = About {
    name: "modified Barthel index (Shah)",
    version: "five levels an item with other weights than Mahoney and Barthel; total only, 0 to 100",
    values: Values::points(0, 100, 1),
    scoring: Scoring::Whole,
    missing: Missing::TotalFromOwnForm,
    rule: "Add up on your own form: the weights of the items were not verified, so only the total is kept.",
    licence: "Rights not verified; only the total is kept.",
    citation: "Shah, modified Barthel index",
    important_differences: &[],
    notes: &[
        "Another instrument than Mahoney and Barthel's: between bed and chair, for one, it has 0, 3, 8, 12 and 15 points, in feeding \
         0, 2, 5, 8 and 10.",
    ],
    codes: &[Code::snomed(
        "443364002",
        "Modified Barthel index of activities of daily living (assessment scale)",
    )],
    ..BARTHEL
};

/// An answer that cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// Neither the word nor the code of an item.
    #[error("{item} is no item of {}", .scale.name())]
    NoSuchItem {
        /// The scale.
        scale: Scale,
        /// What was given.
        item: String,
    },
    /// An answer that this item does not have.
    #[error("{answer} is no answer of {item}; accepted: {accepted}")]
    NoSuchAnswer {
        /// The word of the item.
        item: &'static str,
        /// What was given.
        answer: String,
        /// What would be accepted.
        accepted: String,
    },
    /// The answers make no score.
    #[error(transparent)]
    NoScore(#[from] NoScore),
}

impl Item {
    /// The points of an answer's code within this item. One code means other points in another item: "LA12302-8" is 10 in
    /// feeding and on stairs, 15 between bed and chair.
    #[must_use]
    pub fn points_of(&self, answer: &str) -> Option<u16> {
        self.answers.iter().find(|(code, _)| *code == answer).map(|(_, points)| *points)
    }

    /// Whether this is its word or its code.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.word == name || self.codes.iter().any(|code| code.code == name)
    }
}

/// A score of answers in codes: pairs of item (its word or its code) and the code of the answer. An item twice is refused, so
/// that a form that repeats an item's code for another is not read as it stands.
///
/// # Errors
/// [`NoAnswer`]: an item or answer that is not there, and as of any score, items that are missing.
pub fn answered(scale: Scale, answers: &[(&str, &str)]) -> Result<Score, NoAnswer> {
    let points: Vec<(&str, String)> = answers
        .iter()
        .map(|(name, answer)| {
            let item = scale.items().iter().find(|item| item.is_called(name));
            let item = item.ok_or_else(|| NoAnswer::NoSuchItem { scale, item: (*name).to_owned() })?;
            let points = item.points_of(answer).ok_or_else(|| NoAnswer::NoSuchAnswer {
                item: item.word,
                answer: (*answer).to_owned(),
                accepted: item.answers.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(", "),
            })?;
            Ok((item.word, points.to_string()))
        })
        .collect::<Result<_, NoAnswer>>()?;
    let items: Vec<(&str, &str)> = points.iter().map(|(word, points)| (*word, points.as_str())).collect();
    Ok(Score::read(scale, Entry { items: &items, ..Entry::default() })?)
}

/// How much help a Barthel index speaks of: bands in frequent use, made for stroke. Words for a table, no rule of treatment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dependence {
    /// 0 to 20.
    Total,
    /// 21 to 60.
    Severe,
    /// 61 to 90.
    Moderate,
    /// 91 to 99.
    Slight,
}

impl Dependence {
    /// The bands with their first and last points on the index of 100. A full 100 is in none.
    pub const BANDS: [(Self, u16, u16); 4] =
        [(Self::Total, 0, 20), (Self::Severe, 21, 60), (Self::Moderate, 61, 90), (Self::Slight, 91, 99)];

    /// Where the bands come from.
    pub const SOURCE: &'static str = "SCIRE Professional, Barthel index (bands of stroke studies)";

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Total => "total dependence",
            Self::Severe => "severe dependence",
            Self::Moderate => "moderate dependence",
            Self::Slight => "slight dependence",
        }
    }

    /// The band of a score; `None` at 100, and of a score that is not on the index of 100 (that of 20 is converted first).
    #[must_use]
    pub fn of(score: &Score) -> Option<Self> {
        let points: u16 = score.value().parse().ok().filter(|_| score.scale() == Scale::Barthel)?;
        Self::BANDS.into_iter().find(|(_, from, to)| (*from..=*to).contains(&points)).map(|(band, ..)| band)
    }
}
