//! One number of several sites: a mean or a sum over a list of sites, or why there is none.

use crate::{Coding, Fraction, Muscle, Scale, Score, Side, Site};

/// Of how many percent of the listed sites a mean needs a rating. Our choice: the papers that take means do not say theirs.
pub const MEAN_SITES_MIN_PERCENT: u8 = 80;

/// Hip to ankle, of one leg.
const LEG: [Muscle; 5] = [
    Muscle::HipFlexors,
    Muscle::HipAdductors,
    Muscle::KneeFlexors,
    Muscle::KneeExtensors,
    Muscle::AnklePlantarFlexors,
];
/// Of one leg, as in the study that gives a change that matters (Chen et al. 2019).
const LEG_OF_THREE: [Muscle; 3] = [Muscle::HipAdductors, Muscle::KneeFlexors, Muscle::AnklePlantarFlexors];
/// Of one arm; as in that study.
const ARM: [Muscle; 3] = [Muscle::ElbowFlexors, Muscle::WristFlexors, Muscle::FingerFlexors];

/// A named list of sites. The sites are those that papers name most; no series' own list could be read but that of
/// Chen et al. 2019 (of three).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteSet {
    /// Hip flexors and adductors, knee flexors and extensors, ankle plantar flexors, of both legs.
    Legs,
    /// The same of one leg.
    Leg(Side),
    /// Hip adductors, knee flexors and ankle plantar flexors, of one leg.
    LegOfThree(Side),
    /// Elbow, wrist and finger flexors, of both arms.
    Arms,
    /// The same of one arm.
    Arm(Side),
}

impl SiteSet {
    /// Every set and its word in data.
    pub const WORDS: [(&'static str, Self); 8] = [
        ("legs", Self::Legs),
        ("left-leg", Self::Leg(Side::Left)),
        ("right-leg", Self::Leg(Side::Right)),
        ("left-leg-of-three", Self::LegOfThree(Side::Left)),
        ("right-leg-of-three", Self::LegOfThree(Side::Right)),
        ("arms", Self::Arms),
        ("left-arm", Self::Arm(Side::Left)),
        ("right-arm", Self::Arm(Side::Right)),
    ];

    /// Its word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, set)| *set == self).map_or("", |(word, _)| word)
    }

    /// The set of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, set)| set)
    }

    /// The limb that it is of.
    #[must_use]
    pub const fn limb(self) -> Limb {
        match self {
            Self::Legs | Self::Leg(_) | Self::LegOfThree(_) => Limb::Leg,
            Self::Arms | Self::Arm(_) => Limb::Arm,
        }
    }

    /// Its sites, in the order of an examination.
    #[must_use]
    pub fn sites(self) -> Vec<Site> {
        let (muscles, sides): (&[Muscle], &[Side]) = match &self {
            Self::Legs => (&LEG, &[Side::Left, Side::Right]),
            Self::Leg(side) => (&LEG, std::slice::from_ref(side)),
            Self::LegOfThree(side) => (&LEG_OF_THREE, std::slice::from_ref(side)),
            Self::Arms => (&ARM, &[Side::Left, Side::Right]),
            Self::Arm(side) => (&ARM, std::slice::from_ref(side)),
        };
        let at = |muscle: &Muscle| {
            let muscle = Some(*muscle);
            sides.iter().map(move |side| Site { muscle, side: *side })
        };
        muscles.iter().flat_map(at).collect()
    }
}

/// A limb: what a study of a change that matters holds of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limb {
    /// From the shoulder on.
    Arm,
    /// From the hip on.
    Leg,
}

impl Muscle {
    /// The limb that it moves.
    #[must_use]
    pub const fn limb(self) -> Limb {
        match self {
            Self::HipFlexors
            | Self::HipExtensors
            | Self::HipAdductors
            | Self::KneeFlexors
            | Self::KneeExtensors
            | Self::AnklePlantarFlexors
            | Self::AnkleDorsiflexors => Limb::Leg,
            Self::ShoulderAdductors
            | Self::ElbowFlexors
            | Self::ElbowExtensors
            | Self::ForearmPronators
            | Self::WristFlexors
            | Self::WristExtensors
            | Self::FingerFlexors
            | Self::ThumbFlexors => Limb::Arm,
        }
    }
}

/// How sites make one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// The mean of the rated ones, if they are at least [`MEAN_SITES_MIN_PERCENT`] of the list.
    Mean,
    /// The sum of all of them: a missing one leaves no sum.
    Sum,
}

impl How {
    /// Its word in data, which is its name too.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Sum => "sum",
        }
    }
}

/// One number of several sites, with all that has to be printed beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The one scale of all scores.
    pub scale: Scale,
    /// Which numbers stood for grades.
    pub coding: Coding,
    /// How it was made.
    pub how: How,
    /// The list of sites.
    pub listed: Vec<Site>,
    /// Those of the list without a rating; left out of a mean.
    pub missing: Vec<Site>,
    /// The number.
    pub value: Fraction,
}

/// Why several scores make no number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSummary {
    /// A scale whose sites stand each for itself.
    #[error("sites of {} stand each for itself; a number of several is made of Ashworth scales alone", .0.name())]
    NotSummed(Scale),
    /// Two scales or variants.
    #[error("{} and {} are never put together", .0.name(), .1.name())]
    Mixed(Scale, Scale),
    /// A coding that the scale does not have.
    #[error("{} is not counted so: {}", .0.name(), .1.says())]
    NotCoded(Scale, Coding),
    /// A list without sites.
    #[error("the list has no site")]
    NoSites,
    /// A site twice, in the list or among the scores: which one counts is not guessed.
    #[error("{0} is there twice")]
    Twice(String),
    /// Too few of the listed sites have a rating.
    #[error("{rated} of {listed} sites are rated; a {} needs {needed}", .how.word())]
    TooFew {
        /// How it was to be made.
        how: How,
        /// So many have a rating.
        rated: usize,
        /// So many are listed.
        listed: usize,
        /// So many it needs.
        needed: usize,
    },
    /// Nothing was rated both before and after.
    #[error("nothing was rated both before and after")]
    NothingToCompare,
}

impl Scale {
    /// Whether it is one of the Ashworth scales: those of which papers take means and sums over muscle groups.
    #[must_use]
    pub const fn is_ashworth(self) -> bool {
        matches!(self, Self::AshworthFromZero | Self::AshworthFromOne | Self::ModifiedAshworth)
    }
}

impl How {
    /// How many of the listed sites need a rating.
    fn needed(self, listed: usize) -> usize {
        match self {
            Self::Sum => listed,
            Self::Mean => listed.saturating_mul(usize::from(MEAN_SITES_MIN_PERCENT)).div_ceil(100),
        }
    }
}

/// One number of the scores of one look at a patient, over a list of sites. Scores of other sites, and without a site, do not
/// count; a score of another scale is refused.
///
/// # Errors
/// [`NoSummary`]: then there is no number, and nothing stands in for what is missing.
pub fn summary(scores: &[&Score], sites: &[Site], how: How, coding: Coding) -> Result<Summary, NoSummary> {
    if let Some(site) = twice(sites.iter().copied()) {
        return Err(NoSummary::Twice(site.name()));
    }
    let too_few =
        |rated| NoSummary::TooFew { how, rated, listed: sites.len(), needed: how.needed(sites.len()) };
    if sites.is_empty() {
        return Err(NoSummary::NoSites);
    }
    let scale = scores.first().ok_or_else(|| too_few(0))?.scale();
    if let Some(other) = scores.iter().find(|score| score.scale() != scale) {
        return Err(NoSummary::Mixed(scale, other.scale()));
    }
    if !scale.is_ashworth() {
        return Err(NoSummary::NotSummed(scale));
    }
    let there = scores.iter().filter_map(|score| score.site()).filter(|site| sites.contains(site));
    if let Some(site) = twice(there) {
        return Err(NoSummary::Twice(site.name()));
    }
    let (mut tenths, mut missing) = (0_i64, Vec::new());
    for site in sites {
        match scores.iter().find(|score| score.site() == Some(*site)) {
            None => missing.push(*site),
            Some(score) => {
                let number = scale.number_tenths(&score.value(), coding);
                tenths += i64::from(number.ok_or(NoSummary::NotCoded(scale, coding))?);
            }
        }
    }
    let rated = sites.len() - missing.len();
    if rated == 0 || rated < how.needed(sites.len()) {
        return Err(too_few(rated));
    }
    let parts = match how {
        How::Mean => i64::try_from(rated).unwrap_or(i64::MAX),
        How::Sum => 1,
    };
    let value = Fraction::new(tenths, parts.saturating_mul(10)).ok_or_else(|| too_few(rated))?;
    Ok(Summary { scale, coding, how, listed: sites.to_vec(), missing, value })
}

/// The first site that is there a second time.
fn twice(sites: impl Iterator<Item = Site>) -> Option<Site> {
    let mut seen = Vec::new();
    for site in sites {
        if seen.contains(&site) {
            return Some(site);
        }
        seen.push(site);
    }
    None
}

/// How one series made its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesSummary {
    /// The series.
    pub series: &'static str,
    /// Which scale, as far as it says.
    pub scale: &'static str,
    /// Mean or sum.
    pub how: How,
    /// Over which sites, as far as it says.
    pub over: &'static str,
    /// The sets here that stand nearest to it; none where its sites were not read.
    pub sets: &'static [SiteSet],
}

const BOTH: [SiteSet; 2] = [SiteSet::Leg(Side::Left), SiteSet::Leg(Side::Right)];

/// How published series made one number of several sites. To be comparable with one, take its way.
pub const SERIES_SUMMARIES: [SeriesSummary; 4] = [
    SeriesSummary {
        series: "Gilmartin et al., J Child Neurol 2000;15:71-7",
        scale: "Ashworth (minima of 1.0: numbered 1 to 5)",
        how: How::Mean,
        over: "muscle groups of both legs",
        sets: &[SiteSet::Legs],
    },
    SeriesSummary {
        series: "SISTERS, J Neurol Neurosurg Psychiatry 2018;89:642-50",
        scale: "Ashworth",
        how: How::Mean,
        over: "the affected leg; the arm beside it",
        sets: &BOTH,
    },
    SeriesSummary {
        series: "Ambulatory patients with multiple sclerosis, Mult Scler J 2021",
        scale: "modified Ashworth",
        how: How::Sum,
        over: "sites not read",
        sets: &[],
    },
    SeriesSummary {
        series: "Chen et al., Eur J Phys Rehabil Med 2019;55:754-60",
        scale: "modified Ashworth",
        how: How::Mean,
        over: "three muscle groups of a leg, three of an arm, after stroke",
        sets: &[
            SiteSet::LegOfThree(Side::Left),
            SiteSet::LegOfThree(Side::Right),
            SiteSet::Arm(Side::Left),
            SiteSet::Arm(Side::Right),
        ],
    },
];
