//! Where a scale was taken.

/// A side of the body. Two sides are two scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
}

impl Side {
    /// Both and their words in data.
    pub const WORDS: [(&'static str, Self); 2] = [("left", Self::Left), ("right", Self::Right)];

    /// Its word in data, which is its name too.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// A muscle group whose tone is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Muscle {
    /// Those that bend the hip.
    HipFlexors,
    /// Those that stretch the hip.
    HipExtensors,
    /// Those that close the legs.
    HipAdductors,
    /// Those that bend the knee.
    KneeFlexors,
    /// Those that stretch the knee.
    KneeExtensors,
    /// Those that push the foot down.
    AnklePlantarFlexors,
    /// Those that lift the foot.
    AnkleDorsiflexors,
    /// Those that draw the arm to the body.
    ShoulderAdductors,
    /// Those that bend the elbow.
    ElbowFlexors,
    /// Those that stretch the elbow.
    ElbowExtensors,
    /// Those that turn the palm down.
    ForearmPronators,
    /// Those that bend the wrist.
    WristFlexors,
    /// Those that stretch the wrist.
    WristExtensors,
    /// Those that bend the fingers.
    FingerFlexors,
    /// Those that bend the thumb.
    ThumbFlexors,
}

impl Muscle {
    /// Every group and its word in data, legs first, from the trunk outwards.
    pub const WORDS: [(&'static str, Self); 15] = [
        ("hip-flexors", Self::HipFlexors),
        ("hip-extensors", Self::HipExtensors),
        ("hip-adductors", Self::HipAdductors),
        ("knee-flexors", Self::KneeFlexors),
        ("knee-extensors", Self::KneeExtensors),
        ("ankle-plantar-flexors", Self::AnklePlantarFlexors),
        ("ankle-dorsiflexors", Self::AnkleDorsiflexors),
        ("shoulder-adductors", Self::ShoulderAdductors),
        ("elbow-flexors", Self::ElbowFlexors),
        ("elbow-extensors", Self::ElbowExtensors),
        ("forearm-pronators", Self::ForearmPronators),
        ("wrist-flexors", Self::WristFlexors),
        ("wrist-extensors", Self::WristExtensors),
        ("finger-flexors", Self::FingerFlexors),
        ("thumb-flexors", Self::ThumbFlexors),
    ];

    /// Its word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, muscle)| *muscle == self).map_or("", |(word, _)| word)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> String {
        self.word().replace('-', " ")
    }
}

/// Where one score was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// The muscle group; none on a scale that is taken by side alone.
    pub muscle: Option<Muscle>,
    /// The side.
    pub side: Side,
}

impl Site {
    /// The site of these words; none if one of them is not known.
    #[must_use]
    pub fn by_words(muscle: Option<&str>, side: &str) -> Option<Self> {
        let (_, side) = Side::WORDS.into_iter().find(|(word, _)| *word == side)?;
        let Some(muscle) = muscle else { return Some(Self { muscle: None, side }) };
        let (_, muscle) = Muscle::WORDS.into_iter().find(|(word, _)| *word == muscle)?;
        Some(Self { muscle: Some(muscle), side })
    }

    /// In words, such as "right knee flexors".
    #[must_use]
    pub fn name(self) -> String {
        match self.muscle {
            Some(muscle) => format!("{} {}", self.side.word(), muscle.name()),
            None => self.side.word().to_owned(),
        }
    }
}

/// Which sites a scale has. A score without one stays what it is: its site was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sites {
    /// One value for the whole patient.
    Patient,
    /// A side.
    Side,
    /// A muscle group and a side.
    MuscleAndSide,
}

impl Sites {
    /// Whether a score with this site can be.
    #[must_use]
    pub const fn take(self, site: Option<Site>) -> bool {
        match (self, site) {
            (_, None) => true,
            (Self::Patient, Some(_)) => false,
            (Self::Side, Some(site)) => site.muscle.is_none(),
            (Self::MuscleAndSide, Some(site)) => site.muscle.is_some(),
        }
    }

    /// Every site of it, in the order of an examination.
    #[must_use]
    pub fn all(self) -> Vec<Site> {
        let muscles: Vec<Option<Muscle>> = match self {
            Self::Patient => Vec::new(),
            Self::Side => vec![None],
            Self::MuscleAndSide => Muscle::WORDS.iter().map(|(_, muscle)| Some(*muscle)).collect(),
        };
        let sides = |muscle| Side::WORDS.map(|(_, side)| Site { muscle, side });
        muscles.into_iter().flat_map(sides).collect()
    }
}
