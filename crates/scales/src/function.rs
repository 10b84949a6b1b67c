//! Scales of dystonia, pain, function and quality of life.

use crate::item::Item;
use crate::value::Grade;
use crate::{
    About, Code, Direction, Domain, Found, ImportantDifference, Missing, Reliability, Scoring, Sites, Values,
};

/// What most of these share.
pub(crate) const WHOLE: About = About {
    name: "",
    version: "",
    domain: Domain::Function,
    direction: Direction::MoreIsBetter,
    values: Values::points(0, 100, 1),
    sites: Sites::Patient,
    scoring: Scoring::Whole,
    missing: Missing::Absent,
    rule: "",
    licence: "",
    citation: "",
    important_differences: &[],
    reliability: &[],
    notes: &[],
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
    missing: Missing::NoTotal,
    rule: "Each region by how much of the time dystonia is there and how much it interferes. A missing region leaves no \
           total.",
    licence: "Public domain by the NINDS catalogue.",
    citation: "Barry-Albright dystonia scale",
    reliability: &[
        Reliability { measure: "ICC between raters", value: "0.866", of: "as catalogued", source: BADS },
        Reliability {
            measure: "ICC of one rater",
            value: "0.967 and 0.978",
            of: "as catalogued",
            source: BADS,
        },
    ],
    ..WHOLE
};

const BADS: &str = "NINDS common data elements, Barry-Albright dystonia scale";

const PAIN_SOURCE: &str = "Salaffi et al., Eur J Pain 2004;8:283-91 (n = 825)";

const fn pain(amount: &'static str, of: &'static str, percent: u8, counts: bool) -> ImportantDifference {
    ImportantDifference {
        amount,
        of,
        source: PAIN_SOURCE,
        limb: None,
        found: Found::PatientsSaid,
        patients: 825,
        percent: Some(percent),
        counts,
    }
}

const fn plain(value: &'static str, ordinal_tenths: i32) -> Grade {
    Grade { value, ordinal_tenths, says: None }
}

pub(crate) const PAIN_NUMERIC: About = About {
    name: "pain",
    version: "numeric rating, whole numbers 0 to 10; now, or where it was not said which",
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
    rule: "The patient's own number, now. Least and worst of a period are scales of their own.",
    licence: "Free.",
    citation: "Numeric pain rating",
    important_differences: &[
        pain("1", "chronic pain of joints and muscles; \"slightly better\", or 15 percent", 15, false),
        pain("2", "chronic pain of joints and muscles; \"much better\", or 33 percent", 33, true),
    ],
    notes: &[
        "The change that matters depends on where a patient starts. Another study (Farrar, n = 2724) gives about 2 points or 30 \
         percent too.",
    ],
    codes: &[
        Code::loinc("72514-3", "Pain severity 0-10 verbal numeric rating [Score] - Reported"),
        Code::snomed("1284852002", "Numeric Pain Rating Scale (assessment scale)"),
        Code::snomed("225908003", "Pain score (observable entity)"),
    ],
    ..WHOLE
};

pub(crate) const PAIN_LEAST: About = About {
    name: "pain, least",
    version: "numeric rating, whole numbers 0 to 10; the least of a period",
    rule: "The patient's own number. Ask for the same period every time, and write it down.",
    important_differences: &[],
    codes: &[],
    ..PAIN_NUMERIC
};

pub(crate) const PAIN_WORST: About = About {
    name: "pain, worst",
    version: "numeric rating, whole numbers 0 to 10; the worst of a period",
    ..PAIN_LEAST
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

const FIM: About = About {
    name: "FIM, total",
    version: "18 items of 1 to 7, 18 to 126; total only",
    values: Values::points(18, 126, 1),
    missing: Missing::TotalFromOwnForm,
    rule: "Rated with the licensed form; only the total is kept here.",
    notes: &["Changes that matter are named elsewhere; none could be verified, and none is counted."],
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
    missing: Missing::TotalFromOwnForm,
    rule: "Add up on your own form.",
    licence: "Rights not verified; only the sum is kept.",
    citation: "Disability assessment scale",
    reliability: &[Reliability {
        measure: "Kendall's W",
        value: "0.494-0.772",
        of: "stroke, arm",
        source: "Inter- and intrarater reliability of the Ashworth scale and the disability assessment scale",
    }],
    ..WHOLE
};

const fn level(value: &'static str, ordinal_tenths: i32) -> Grade {
    Grade { value, ordinal_tenths, says: None }
}

const GMFCS_SOURCE: &str = "Palisano et al., as copied with the classification";

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
    reliability: &[
        Reliability { measure: "kappa", value: "0.55", of: "below 2 years", source: GMFCS_SOURCE },
        Reliability { measure: "kappa", value: "0.75", of: "2 to 12 years", source: GMFCS_SOURCE },
    ],
    ..WHOLE
};

pub(crate) const EQ_VAS: About = About {
    name: "EQ VAS",
    version: "health today, 0 to 100, which goes with EQ-5D; no part of its profile",
    domain: Domain::QualityOfLife,
    values: Values::points(0, 100, 1),
    rule: "Asked with the registered form of EuroQol; only the number is kept here.",
    notes: &[
        "The five digits of the profile are no score: states have no order of their own. The index needs a country's value set.",
    ],
    licence: "EuroQol owns it; register before use. No wording is shown.",
    citation: "EuroQol",
    ..WHOLE
};
