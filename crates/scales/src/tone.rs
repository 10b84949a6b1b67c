//! Scales of tone and spasm.

use crate::item::Item;
use crate::value::Grade;
use crate::{
    About, Code, Direction, Domain, Found, ImportantDifference, Limb, MEAN_SITES_MIN_PERCENT, Missing,
    Reliability, Scoring, Sites, Values,
};

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

const CP_RATERS: &str = "Clinical reliability of the Ashworth scales in cerebral palsy, PMC2330046";
const BRASHEAR: &str =
    "Inter- and intrarater reliability of the Ashworth scale and the disability assessment scale";
const NUMBERING: &str = "Papers number the original grades 0 to 4 or 1 to 5 and do not always say so; one catalogue does both in \
                         one sentence. Penn 1989 calls 1.0 normal. Where the numbering is not said, it is not guessed.";

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
    missing: Missing::MeanNeedsPercent(MEAN_SITES_MIN_PERCENT),
    rule: ASHWORTH_RULE,
    licence: ASHWORTH_LICENCE,
    citation: "Ashworth 1964",
    important_differences: &[],
    reliability: &[
        Reliability {
            measure: "ICC between raters",
            value: "0.54-0.78",
            of: "cerebral palsy",
            source: CP_RATERS,
        },
        Reliability {
            measure: "Kendall's W between raters",
            value: "0.598-0.792",
            of: "stroke, arm",
            source: BRASHEAR,
        },
    ],
    notes: &[NUMBERING],
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

const MAS_SOURCE: &str = "Chen et al., Eur J Phys Rehabil Med 2019;55:754-60 (n = 115)";

const fn mas(
    amount: &'static str,
    of: &'static str,
    limb: Limb,
    tenths: u8,
    counts: bool,
) -> ImportantDifference {
    let found = Found::Spread { tenths };
    ImportantDifference {
        amount,
        of,
        source: MAS_SOURCE,
        limb: Some(limb),
        found,
        patients: 115,
        percent: None,
        counts,
    }
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
        mas(
            "0.48",
            "mean of three muscle groups of an arm, stroke; half a standard deviation",
            Limb::Arm,
            5,
            false,
        ),
        mas(
            "0.76",
            "mean of three muscle groups of an arm, stroke; 0.8 standard deviations",
            Limb::Arm,
            8,
            true,
        ),
        mas(
            "0.45",
            "mean of three muscle groups of a leg, stroke; half a standard deviation",
            Limb::Leg,
            5,
            false,
        ),
        mas(
            "0.73",
            "mean of three muscle groups of a leg, stroke; 0.8 standard deviations",
            Limb::Leg,
            8,
            true,
        ),
    ],
    reliability: &[
        Reliability {
            measure: "ICC between raters",
            value: "0.61-0.87",
            of: "cerebral palsy",
            source: CP_RATERS,
        },
        Reliability {
            measure: "standardised response mean",
            value: "0.89-1.09",
            of: "stroke",
            source: MAS_SOURCE,
        },
    ],
    notes: &[
        "As a number 1+ is counted as 1.5 or the grades as 0 to 5: means differ, orders do not. A number of it says which.",
        "In one registry 5 is \"not assessed\", elsewhere the worst of 0 to 5: numbers of others are read only by their form.",
        "It is not the Ashworth scale and is never converted to it.",
        "How Chen et al. counted 1+ was not read; their numbers are of means, not of one muscle group.",
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
    missing: Missing::Absent,
    rule: "Rated at the fast speed (V3); each muscle group and side for itself.",
    licence: "Free.",
    citation: "Modified Tardieu scale",
    reliability: &[],
    notes: &[
        "Speeds: V1 as slow as can be, V2 the limb's fall, V3 as fast as can be.",
        "Some forms have a quality 5 for an immobile joint, others end at 4: two variants.",
    ],
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
    missing: Missing::NoDifference,
    rule: "Angles from the position of minimal stretch; each muscle group and side for itself.",
    reliability: &[Reliability {
        measure: "ICC of R1 and R2, mean",
        value: "0.79 (SD 0.08)",
        of: "leg; limits of agreement are wide",
        source: "Arch Phys Med Rehabil, S0003-9993(13)00522-4",
    }],
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
    missing: Missing::Absent,
    rule: "One value for both hips together, lying on the back.",
    licence: "No owner's claim was seen (unverified).",
    citation: "Snow et al., Ann Neurol 1990;28:512-515",
    important_differences: &[],
    reliability: &[],
    notes: &[],
    codes: &[],
    unverified: Some(
        "what each grade means was found in no source that could be read; rate by your own form",
    ),
};

const SPASM_NAME: &str = "\"Spasm frequency scale\" may be Penn's or Snow's: a paper that does not say which (as the abstract of \
                          Vaneková et al. 2019) is compared with neither.";

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
    missing: Missing::Absent,
    rule: "The patient's own report. Exactly one and exactly ten an hour fall in no class: the rater's choice stands, and \
           no class is worked out from a count.",
    licence: "Free.",
    citation: "Penn et al., N Engl J Med 1989;320:1517-21",
    important_differences: &[],
    reliability: &[],
    notes: &[SPASM_NAME, "One catalogue (SCIRE) says of grade 4 that the spasms come by themselves."],
    codes: &[],
    unverified: None,
};

pub(crate) const PENN_FREQUENCY: About = SPASM;

pub(crate) const PENN_SEVERITY: About = About {
    name: "Penn spasm severity",
    version: "part 2 of Penn's scale, 1 to 3",
    values: Values::Grades(&[grade("1", 10, "mild"), grade("2", 20, "moderate"), grade("3", 30, "severe")]),
    rule: "The patient's own report, and only if part 1 is above 0.",
    notes: &["Without spasms (part 1 is 0) there is no severity: neither 0 nor 1."],
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
    notes: &[
        SPASM_NAME,
        "A copy on the web numbers the classes 1 to 5, because its list counts for itself; the scale is 0 to 4.",
    ],
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
    missing: Missing::NeverTotal,
    rule: SCATS_RULE,
    reliability: &[Reliability {
        measure: "kappa, as published",
        value: "0.669-1.000 and 0.614-1.000",
        of: "spinal cord injury, n = 47",
        source: "PubMed 27744026",
    }],
    notes: &[],
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
