//! Scales of tone and spasm.

use crate::item::Item;
use crate::value::Grade;
use crate::{About, Code, Direction, Domain, ImportantDifference, Scoring, Sites, Values};

const fn grade(value: &'static str, ordinal_tenths: i32, says: &'static str) -> Grade {
    Grade { value, ordinal_tenths, says: Some(says) }
}

const fn number(value: &'static str, ordinal_tenths: i32) -> Grade {
    Grade { value, ordinal_tenths, says: None }
}

const NONE: &str = "no increase in tone";
const SLIGHT: &str = "slight increase: a catch when the limb is moved";
const CLEAR: &str = "clear increase, the limb still moves easily";
const CONSIDERABLE: &str = "considerable increase, moving the limb is hard";
const RIGID: &str = "rigid, bent or stretched";

const ASHWORTH_RULE: &str = "Lying on the back, relaxed, one movement through the range; each muscle group and side for \
                             itself.";
const ASHWORTH_LICENCE: &str =
    "Published grades that are reproduced freely; no owner's claim was seen (unverified as law).";

/// What the two Ashworth numberings share.
const ASHWORTH: About = About {
    name: "Ashworth (0 to 4)",
    version: "original grades, numbered 0 to 4; not the modified scale, not the numbering 1 to 5",
    domain: Domain::Tone,
    direction: Direction::LessIsBetter,
    values: Values::Grades(&[
        grade("0", 0, NONE),
        grade("1", 10, SLIGHT),
        grade("2", 20, CLEAR),
        grade("3", 30, CONSIDERABLE),
        grade("4", 40, RIGID),
    ]),
    sites: Sites::MuscleAndSide,
    scoring: Scoring::Whole,
    rule: ASHWORTH_RULE,
    licence: ASHWORTH_LICENCE,
    citation: "Ashworth 1964",
    important_differences: &[],
    codes: &[],
    unverified: None,
};

pub(crate) const ASHWORTH_FROM_ZERO: About = ASHWORTH;

pub(crate) const ASHWORTH_FROM_ONE: About = About {
    name: "Ashworth (1 to 5)",
    version: "original grades, numbered 1 to 5 as in Penn's papers; one more than the numbering 0 to 4",
    values: Values::Grades(&[
        grade("1", 10, NONE),
        grade("2", 20, SLIGHT),
        grade("3", 30, CLEAR),
        grade("4", 40, CONSIDERABLE),
        grade("5", 50, RIGID),
    ]),
    citation: "Ashworth 1964, as numbered in Penn et al., N Engl J Med 1989;320:1517-21",
    ..ASHWORTH
};

const MAS_SOURCE: &str = "Responsiveness and minimal clinically important difference of the modified Ashworth scale in \
                          patients with stroke (n = 115)";

const fn mas(amount: &'static str, of: &'static str) -> ImportantDifference {
    ImportantDifference { amount, of, source: MAS_SOURCE }
}

pub(crate) const MODIFIED_ASHWORTH: About = About {
    name: "modified Ashworth",
    version: "Bohannon and Smith 1987, grades 0, 1, 1+, 2, 3, 4; not the original scale",
    values: Values::Grades(&[
        grade("0", 0, NONE),
        grade("1", 10, "slight increase: catch and release, or slight resistance at the end of the range"),
        grade(
            "1+",
            15,
            "slight increase: a catch, then slight resistance through less than half of the range",
        ),
        grade("2", 20, "clear increase through most of the range, the limb still moves easily"),
        grade("3", 30, CONSIDERABLE),
        grade("4", 40, RIGID),
    ]),
    citation: "Bohannon and Smith 1987",
    important_differences: &[
        mas("0.48", "arm, stroke; half a standard deviation"),
        mas("0.76", "arm, stroke; 0.8 standard deviations"),
        mas("0.45", "leg, stroke; half a standard deviation"),
        mas("0.73", "leg, stroke; 0.8 standard deviations"),
    ],
    codes: &[Code::snomed("765771006", "Modified Ashworth Scale (assessment scale)")],
    ..ASHWORTH
};

const TARDIEU_CODES: &[Code] = &[Code::snomed("1290510006", "Modified Tardieu Scale (assessment scale)")];

const TARDIEU: About = About {
    name: "modified Tardieu, quality (0 to 4)",
    version: "form whose qualities end at 4",
    values: Values::Grades(&[
        grade("0", 0, "no resistance"),
        grade("1", 10, "slight resistance, no catch"),
        grade("2", 20, "a catch, then release"),
        grade("3", 30, "clonus of less than 10 seconds"),
        grade("4", 40, "clonus of more than 10 seconds"),
    ]),
    rule: "Rated at the fast speed (V3); each muscle group and side for itself.",
    licence: "Free.",
    citation: "Modified Tardieu scale",
    codes: TARDIEU_CODES,
    ..ASHWORTH
};

pub(crate) const TARDIEU_QUALITY_TO_FOUR: About = TARDIEU;

pub(crate) const TARDIEU_QUALITY_TO_FIVE: About = About {
    name: "modified Tardieu, quality (0 to 5)",
    version: "form with a quality 5 for an immobile joint",
    values: Values::Grades(&[
        grade("0", 0, "no resistance"),
        grade("1", 10, "slight resistance, no catch"),
        grade("2", 20, "a catch, then release"),
        grade("3", 30, "clonus of less than 10 seconds"),
        grade("4", 40, "clonus of more than 10 seconds"),
        grade("5", 50, "the joint does not move"),
    ]),
    ..TARDIEU
};

/// Degrees that a joint can have; geometry, not a clinical limit.
const DEGREES: Values = Values::Range { from: 0, to: 180, step: 1, unit: Some("degrees") };

pub(crate) const TARDIEU_ANGLE: About = About {
    name: "modified Tardieu, R2 less R1",
    version: "dynamic component in degrees from the position of minimal stretch",
    values: DEGREES,
    scoring: Scoring::Difference(&[
        Item {
            word: "r1",
            name: "R1, angle of the catch at the fast speed",
            values: DEGREES,
            codes: &[],
            answers: &[],
        },
        Item {
            word: "r2",
            name: "R2, full range at the slow speed",
            values: DEGREES,
            codes: &[],
            answers: &[],
        },
    ]),
    rule: "Angles from the position of minimal stretch; each muscle group and side for itself.",
    ..TARDIEU
};

pub(crate) const ADDUCTOR_TONE: About = About {
    name: "adductor tone",
    version: "Snow 1990, 0 to 4, both hips together",
    domain: Domain::Tone,
    direction: Direction::LessIsBetter,
    values: Values::Grades(&[
        number("0", 0),
        number("1", 10),
        number("2", 20),
        number("3", 30),
        number("4", 40),
    ]),
    sites: Sites::Patient,
    scoring: Scoring::Whole,
    rule: "One value for both hips together, lying on the back.",
    licence: "No owner's claim was seen (unverified).",
    citation: "Snow et al., Ann Neurol 1990;28:512-515",
    important_differences: &[],
    codes: &[],
    unverified: Some(
        "what each grade means was found in no source that could be read; rate by your own form",
    ),
};

const SPASM: About = About {
    name: "Penn spasm frequency",
    version: "part 1 of Penn's scale, 0 to 4; not Snow's",
    domain: Domain::Spasm,
    direction: Direction::LessIsBetter,
    values: Values::Grades(&[
        grade("0", 0, "none"),
        grade("1", 10, "mild, only when stimulated"),
        grade("2", 20, "infrequent full spasms, fewer than one an hour"),
        grade("3", 30, "more than one an hour"),
        grade("4", 40, "more than ten an hour"),
    ]),
    sites: Sites::Patient,
    scoring: Scoring::Whole,
    rule: "The patient's own report. Exactly one and exactly ten an hour fall in no class: the rater's choice stands, and \
           no class is worked out from a count.",
    licence: "Free.",
    citation: "Penn et al., N Engl J Med 1989;320:1517-21",
    important_differences: &[],
    codes: &[],
    unverified: None,
};

pub(crate) const PENN_FREQUENCY: About = SPASM;

pub(crate) const PENN_SEVERITY: About = About {
    name: "Penn spasm severity",
    version: "part 2 of Penn's scale, 1 to 3",
    values: Values::Grades(&[grade("1", 10, "mild"), grade("2", 20, "moderate"), grade("3", 30, "severe")]),
    rule: "The patient's own report, and only if part 1 is above 0.",
    ..SPASM
};

pub(crate) const SNOW_FREQUENCY: About = About {
    name: "Snow spasm frequency",
    version: "0 to 4 by spasms a day; not Penn's",
    values: Values::Grades(&[
        grade("0", 0, "none in the last 24 hours"),
        grade("1", 10, "one a day or fewer"),
        grade("2", 20, "between one and five a day"),
        grade("3", 30, "between five and nine a day"),
        grade("4", 40, "ten a day or more"),
    ]),
    rule: "A rapid run without a pause counts as one spasm. Classes overlap at one and at five: the rater's choice stands.",
    citation: "Snow et al., Ann Neurol 1990;28:512-515",
    ..SPASM
};

const SCATS_RULE: &str = "Three scores that are reported each for itself; there is no total.";

const SCATS: About = About {
    name: "SCATS clonus",
    version: "spinal cord assessment tool for spastic reflexes, clonus of the ankle, 0 to 3",
    values: Values::Grades(&[
        grade("0", 0, "none"),
        grade("1", 10, "less than 3 seconds"),
        grade("2", 20, "3 to 10 seconds"),
        grade("3", 30, "more than 10 seconds"),
    ]),
    sites: Sites::Side,
    rule: SCATS_RULE,
    citation: "Spinal cord assessment tool for spastic reflexes (SCATS), as catalogued by NINDS",
    ..SPASM
};

pub(crate) const SCATS_CLONUS: About = SCATS;

pub(crate) const SCATS_FLEXOR: About = About {
    name: "SCATS flexor spasm",
    version: "spinal cord assessment tool for spastic reflexes, flexor spasm after a pinprick at the inner arch, 0 to 3",
    values: Values::Grades(&[
        grade("0", 0, "none"),
        grade("1", 10, "less than 10 degrees, or the toe stretches"),
        grade("2", 20, "10 to 30 degrees"),
        grade("3", 30, "more than 30 degrees"),
    ]),
    ..SCATS
};

pub(crate) const SCATS_EXTENSOR: About = About {
    name: "SCATS extensor spasm",
    version: "spinal cord assessment tool for spastic reflexes, extensor spasm from 90 to 110 degrees of hip and knee \
              flexion, 0 to 3",
    ..SCATS
};
