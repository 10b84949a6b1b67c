//! Scales of dystonia, pain, function and quality of life.

use crate::item::Item;
use crate::value::Grade;
use crate::{About, Code, Direction, Domain, ImportantDifference, Scoring, Sites, Values};

/// What most of these share.
const WHOLE: About = About {
    name: "",
    version: "",
    domain: Domain::Function,
    direction: Direction::MoreIsBetter,
    values: Values::points(0, 100, 1),
    sites: Sites::Patient,
    scoring: Scoring::Whole,
    rule: "",
    licence: "",
    citation: "",
    important_differences: &[],
    codes: &[],
    unverified: None,
};

const fn region(word: &'static str, name: &'static str) -> Item {
    Item { word, name, values: Values::points(0, 4, 1), codes: &[], answers: &[] }
}

pub(crate) const BARRY_ALBRIGHT: About = About {
    name: "Barry-Albright dystonia",
    version: "eight regions, each 0 to 4, sum 0 to 32",
    domain: Domain::Dystonia,
    direction: Direction::LessIsBetter,
    values: Values::points(0, 32, 1),
    scoring: Scoring::Sum(&[
        region("eyes", "eyes"),
        region("mouth", "mouth"),
        region("neck", "neck"),
        region("trunk", "trunk"),
        region("right-arm", "right arm"),
        region("left-arm", "left arm"),
        region("right-leg", "right leg"),
        region("left-leg", "left leg"),
    ]),
    rule: "Each region by how much of the time dystonia is there and how much it interferes. A missing region leaves no \
           total.",
    licence: "Public domain by the NINDS catalogue.",
    citation: "Barry-Albright dystonia scale",
    ..WHOLE
};

const PAIN_SOURCE: &str = "Salaffi et al., Eur J Pain 2004;8:283-91 (n = 825)";

const fn plain(value: &'static str, ordinal_tenths: i32) -> Grade {
    Grade { value, ordinal_tenths, says: None }
}

pub(crate) const PAIN_NUMERIC: About = About {
    name: "pain",
    version: "numeric rating, whole numbers 0 to 10",
    domain: Domain::Pain,
    direction: Direction::LessIsBetter,
    values: Values::Grades(&[
        Grade { value: "0", ordinal_tenths: 0, says: Some("no pain") },
        plain("1", 10),
        plain("2", 20),
        plain("3", 30),
        plain("4", 40),
        plain("5", 50),
        plain("6", 60),
        plain("7", 70),
        plain("8", 80),
        plain("9", 90),
        Grade { value: "10", ordinal_tenths: 100, says: Some("the worst pain that can be thought of") },
    ]),
    rule: "The patient's own number. Say which it is: now, or least or worst of which time.",
    licence: "Free.",
    citation: "Numeric pain rating",
    important_differences: &[
        ImportantDifference { amount: "1", of: "smallest that matters, or 15 percent", source: PAIN_SOURCE },
        ImportantDifference { amount: "2", of: "\"much better\", or 33 percent", source: PAIN_SOURCE },
    ],
    codes: &[
        Code::loinc("72514-3", "Pain severity 0-10 verbal numeric rating [Score] - Reported"),
        Code::snomed("1284852002", "Numeric Pain Rating Scale (assessment scale)"),
        Code::snomed("225908003", "Pain score (observable entity)"),
    ],
    ..WHOLE
};

pub(crate) const PAIN_VISUAL: About = About {
    name: "pain, visual analogue",
    version: "0 to 100 millimetres on a line; not the numeric rating",
    domain: Domain::Pain,
    direction: Direction::LessIsBetter,
    values: Values::Range { from: 0, to: 100, step: 1, unit: Some("mm") },
    rule: "The patient marks a line of 100 millimetres.",
    licence: "Free.",
    citation: "Visual analogue scale of pain",
    codes: &[Code::snomed("273904000", "Visual analog pain scale (assessment scale)")],
    ..WHOLE
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

const HSIEH: &str = "Hsieh et al., on the Barthel index of 20 points in stroke (n = 43 and 56)";

pub(crate) const BARTHEL: About = About {
    name: "Barthel index (0 to 100)",
    version: "Mahoney and Barthel 1965, ten items, 0 to 100 in steps of 5",
    values: Values::points(0, 100, 5),
    scoring: Scoring::Sum(BARTHEL_ITEMS),
    rule: "What the patient does, not what the patient could do. A missing item leaves no total.",
    licence: BARTHEL_LICENCE,
    citation: BARTHEL_CITATION,
    important_differences: &[ImportantDifference {
        amount: "9.25",
        of: "stroke; five times that of the 20-point version (derived). None is known for spinal cord injury",
        source: HSIEH,
    }],
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
    }],
    codes: &[],
    ..BARTHEL
};

pub(crate) const BARTHEL_SHAH: About = About {
    name: "modified Barthel index (Shah)",
    version: "five levels an item with other weights than Mahoney and Barthel; total only, 0 to 100",
    values: Values::points(0, 100, 1),
    scoring: Scoring::Whole,
    rule: "Add up on your own form: the weights of the items were not verified, so only the total is kept.",
    licence: "Rights not verified; only the total is kept.",
    citation: "Shah, modified Barthel index",
    important_differences: &[],
    codes: &[Code::snomed(
        "443364002",
        "Modified Barthel index of activities of daily living (assessment scale)",
    )],
    ..BARTHEL
};

const FIM: About = About {
    name: "FIM, total",
    version: "18 items of 1 to 7, 18 to 126; total only",
    values: Values::points(18, 126, 1),
    rule: "Rated with the licensed form; only the total is kept here.",
    licence: "Trademark and licence of UDSMR: no wording is shown, totals only.",
    citation: "FIM, Uniform Data System for Medical Rehabilitation",
    codes: &[Code::snomed("273469003", "Functional independence measure (assessment scale)")],
    ..WHOLE
};

pub(crate) const FIM_TOTAL: About = FIM;

pub(crate) const FIM_MOTOR: About = About {
    name: "FIM, motor",
    version: "13 items of 1 to 7, 13 to 91; total only",
    values: Values::points(13, 91, 1),
    codes: &[],
    ..FIM
};

pub(crate) const FIM_COGNITIVE: About = About {
    name: "FIM, cognitive",
    version: "5 items of 1 to 7, 5 to 35; total only",
    values: Values::points(5, 35, 1),
    codes: &[],
    ..FIM
};

pub(crate) const DISABILITY_ASSESSMENT: About = About {
    name: "disability assessment",
    version: "four domains of 0 to 3, sum 0 to 12; sum only",
    direction: Direction::LessIsBetter,
    values: Values::points(0, 12, 1),
    rule: "Add up on your own form.",
    licence: "Rights not verified; only the sum is kept.",
    citation: "Disability assessment scale",
    ..WHOLE
};

const fn level(value: &'static str, ordinal_tenths: i32) -> Grade {
    Grade { value, ordinal_tenths, says: None }
}

pub(crate) const GMFCS: About = About {
    name: "GMFCS",
    version: "gross motor function classification, expanded and revised, I to V",
    direction: Direction::Classification,
    values: Values::Grades(&[
        level("I", 10),
        level("II", 20),
        level("III", 30),
        level("IV", 40),
        level("V", 50),
    ]),
    rule: "By what the child usually does, in the words for its age: below 2, 2 to 4, 4 to 6, 6 to 12, 12 to 18 years. A \
           classification: it is not an outcome.",
    licence: "Copyright Palisano et al., CanChild: no wording is shown (terms unverified).",
    citation: "Palisano et al., CanChild 1997 and 2007",
    ..WHOLE
};

pub(crate) const EQ_VAS: About = About {
    name: "EQ VAS",
    version: "health today, 0 to 100, which goes with EQ-5D; no part of its profile",
    domain: Domain::QualityOfLife,
    values: Values::points(0, 100, 1),
    rule: "Asked with the registered form of EuroQol; only the number is kept here.",
    licence: "EuroQol owns it; register before use. No wording is shown.",
    citation: "EuroQol",
    ..WHOLE
};
