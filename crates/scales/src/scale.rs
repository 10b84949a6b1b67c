//! The scales.

use crate::{About, Direction, Domain, Item, Scoring, Sites, Values, barthel, function, goal, tone};

/// A scale; variants are scales of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Ashworth, numbered 0 to 4.
    AshworthFromZero,
    /// Ashworth, numbered 1 to 5 (as in Penn's papers).
    AshworthFromOne,
    /// Modified Ashworth, 0, 1, 1+, 2, 3, 4.
    ModifiedAshworth,
    /// Modified Tardieu, quality of the reaction, form without a grade 5.
    TardieuQualityToFour,
    /// Modified Tardieu, quality of the reaction, form with a grade 5.
    TardieuQualityToFive,
    /// Modified Tardieu, dynamic component R2 less R1, in degrees.
    TardieuAngle,
    /// Adductor tone, 0 to 4.
    AdductorTone,
    /// Penn spasm frequency, part 1, 0 to 4.
    PennSpasmFrequency,
    /// Penn spasm severity, part 2, 1 to 3.
    PennSpasmSeverity,
    /// Snow spasm frequency, 0 to 4; not Penn's.
    SnowSpasmFrequency,
    /// Spinal cord assessment tool for spastic reflexes: clonus.
    ScatsClonus,
    /// The same: flexor spasm.
    ScatsFlexorSpasm,
    /// The same: extensor spasm.
    ScatsExtensorSpasm,
    /// Barry-Albright dystonia, 0 to 32.
    BarryAlbrightDystonia,
    /// Pain, 0 to 10.
    PainNumeric,
    /// The least pain of a period, 0 to 10.
    PainLeast,
    /// The worst pain of a period, 0 to 10.
    PainWorst,
    /// Pain, 0 to 100 mm on a line.
    PainVisualAnalogue,
    /// Barthel index, 0 to 100.
    Barthel,
    /// Barthel index, 0 to 20.
    BarthelToTwenty,
    /// Modified Barthel index after Shah: other weights, total only.
    BarthelShah,
    /// Functional independence measure, total only.
    FimTotal,
    /// Its motor part.
    FimMotor,
    /// Its cognitive part.
    FimCognitive,
    /// Disability assessment scale, sum only.
    DisabilityAssessment,
    /// Gross motor function classification, I to V.
    Gmfcs,
    /// Attainment of one goal, -2 to +2.
    GoalAttainment,
    /// The scale of health today that goes with EQ-5D, 0 to 100.
    EqVas,
}

impl Scale {
    /// Every scale and its word in data.
    pub const WORDS: [(&'static str, Self); 28] = [
        ("ashworth-0-4", Self::AshworthFromZero),
        ("ashworth-1-5", Self::AshworthFromOne),
        ("modified-ashworth", Self::ModifiedAshworth),
        ("tardieu-quality-0-4", Self::TardieuQualityToFour),
        ("tardieu-quality-0-5", Self::TardieuQualityToFive),
        ("tardieu-angle", Self::TardieuAngle),
        ("adductor-tone", Self::AdductorTone),
        ("penn-spasm-frequency", Self::PennSpasmFrequency),
        ("penn-spasm-severity", Self::PennSpasmSeverity),
        ("snow-spasm-frequency", Self::SnowSpasmFrequency),
        ("scats-clonus", Self::ScatsClonus),
        ("scats-flexor-spasm", Self::ScatsFlexorSpasm),
        ("scats-extensor-spasm", Self::ScatsExtensorSpasm),
        ("barry-albright-dystonia", Self::BarryAlbrightDystonia),
        ("pain", Self::PainNumeric),
        ("pain-least", Self::PainLeast),
        ("pain-worst", Self::PainWorst),
        ("pain-vas", Self::PainVisualAnalogue),
        ("barthel", Self::Barthel),
        ("barthel-20", Self::BarthelToTwenty),
        ("barthel-shah", Self::BarthelShah),
        ("fim-total", Self::FimTotal),
        ("fim-motor", Self::FimMotor),
        ("fim-cognitive", Self::FimCognitive),
        ("disability-assessment", Self::DisabilityAssessment),
        ("gmfcs", Self::Gmfcs),
        ("goal-attainment", Self::GoalAttainment),
        ("eq-vas", Self::EqVas),
    ];

    /// Every scale, by what it looks at.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.into_iter().map(|(_, scale)| scale)
    }

    /// The scale of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, scale)| scale)
    }

    /// Its word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, scale)| *scale == self).map_or("", |(word, _)| word)
    }

    /// All that is known of it.
    #[must_use]
    pub const fn about(self) -> &'static About {
        match self {
            Self::AshworthFromZero => &tone::ASHWORTH_FROM_ZERO,
            Self::AshworthFromOne => &tone::ASHWORTH_FROM_ONE,
            Self::ModifiedAshworth => &tone::MODIFIED_ASHWORTH,
            Self::TardieuQualityToFour => &tone::TARDIEU_QUALITY_TO_FOUR,
            Self::TardieuQualityToFive => &tone::TARDIEU_QUALITY_TO_FIVE,
            Self::TardieuAngle => &tone::TARDIEU_ANGLE,
            Self::AdductorTone => &tone::ADDUCTOR_TONE,
            Self::PennSpasmFrequency => &tone::PENN_FREQUENCY,
            Self::PennSpasmSeverity => &tone::PENN_SEVERITY,
            Self::SnowSpasmFrequency => &tone::SNOW_FREQUENCY,
            Self::ScatsClonus => &tone::SCATS_CLONUS,
            Self::ScatsFlexorSpasm => &tone::SCATS_FLEXOR,
            Self::ScatsExtensorSpasm => &tone::SCATS_EXTENSOR,
            Self::BarryAlbrightDystonia => &function::BARRY_ALBRIGHT,
            Self::PainNumeric => &function::PAIN_NUMERIC,
            Self::PainLeast => &function::PAIN_LEAST,
            Self::PainWorst => &function::PAIN_WORST,
            Self::PainVisualAnalogue => &function::PAIN_VISUAL,
            Self::Barthel => &barthel::BARTHEL,
            Self::BarthelToTwenty => &barthel::BARTHEL_TO_TWENTY,
            Self::BarthelShah => &barthel::BARTHEL_SHAH,
            Self::FimTotal => &function::FIM_TOTAL,
            Self::FimMotor => &function::FIM_MOTOR,
            Self::FimCognitive => &function::FIM_COGNITIVE,
            Self::DisabilityAssessment => &function::DISABILITY_ASSESSMENT,
            Self::Gmfcs => &function::GMFCS,
            Self::GoalAttainment => &goal::GOAL_ATTAINMENT,
            Self::EqVas => &function::EQ_VAS,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.about().name
    }

    /// Its values.
    #[must_use]
    pub const fn values(self) -> Values {
        self.about().values
    }

    /// Its grades as written, in the order of the scale; of a range, every number.
    #[must_use]
    pub fn grades(self) -> Vec<String> {
        self.values().all().collect()
    }

    /// Where it is taken.
    #[must_use]
    pub const fn sites(self) -> Sites {
        self.about().sites
    }

    /// Its items; none of a scale that is rated as a whole.
    #[must_use]
    pub const fn items(self) -> &'static [Item] {
        self.about().scoring.items()
    }

    /// How items make the value.
    #[must_use]
    pub const fn scoring(self) -> Scoring {
        self.about().scoring
    }

    /// Which way is better.
    #[must_use]
    pub const fn direction(self) -> Direction {
        self.about().direction
    }

    /// Whether a change on it can be an outcome; not so of a classification.
    #[must_use]
    pub const fn is_outcome(self) -> bool {
        !matches!(self.direction(), Direction::Classification)
    }

    /// What it looks at.
    #[must_use]
    pub const fn domain(self) -> Domain {
        self.about().domain
    }

    /// Whether each score is of a named goal.
    #[must_use]
    pub const fn has_goal(self) -> bool {
        matches!(self, Self::GoalAttainment)
    }

    /// The ends of its axis, in tenths.
    #[must_use]
    pub fn axis_tenths(self) -> (i32, i32) {
        let values = self.values();
        let end = |rank| values.ordinal_tenths(rank).unwrap_or_default();
        (end(0), end(values.count().saturating_sub(1)))
    }
}
