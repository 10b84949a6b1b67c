//! One score.

use crate::{Direction, Item, Scale, Scoring, Site, Sites};

/// What is given for a score, not yet checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Entry<'a> {
    /// The value; may be absent if there are items that make it.
    pub value: Option<&'a str>,
    /// Where it was taken; absent if it was not recorded.
    pub site: Option<Site>,
    /// The goal, on a scale that is taken of a goal.
    pub goal: Option<&'a str>,
    /// Items by their words, and their values; all or none.
    pub items: &'a [(&'a str, &'a str)],
}

/// A score that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoScore {
    /// No value, and no items that make one.
    #[error("{} has no value; accepted: {}", .0.name(), .0.values().accepted())]
    Empty(Scale),
    /// A value that the scale does not have.
    #[error("{value} is no value of {}; accepted: {}", .scale.name(), .scale.values().accepted())]
    NoSuchValue {
        /// The scale.
        scale: Scale,
        /// What was given.
        value: String,
    },
    /// A site that the scale does not have.
    #[error("{} is not taken there; accepted: {}", .0.name(), sites(.0.sites()))]
    NoSuchSite(Scale),
    /// A goal is missing.
    #[error("{} is of a goal; accepted: its name", .0.name())]
    NoGoal(Scale),
    /// A goal on a scale that has none.
    #[error("{} has no goals", .0.name())]
    HasNoGoals(Scale),
    /// An item that the scale does not have.
    #[error("{item} is no item of {}; accepted: {}", .scale.name(), words(.scale.items()))]
    NoSuchItem {
        /// The scale.
        scale: Scale,
        /// What was given.
        item: String,
    },
    /// An item twice.
    #[error("{0} is given twice")]
    ItemTwice(&'static str),
    /// A value that the item does not have.
    #[error("{value} is no value of {item}; accepted: {accepted}")]
    NoSuchItemValue {
        /// The word of the item.
        item: &'static str,
        /// What was given.
        value: String,
        /// What would be accepted.
        accepted: String,
    },
    /// Items are missing: then there is no total.
    #[error("without {} there is no total; missing is never zero", .0.join(", "))]
    ItemsMissing(Vec<&'static str>),
    /// The value is not what its items make.
    #[error("the items make {made}, and {value} is given")]
    Disagrees {
        /// What was given.
        value: String,
        /// What the items make.
        made: String,
    },
    /// The items make no value of the scale.
    #[error("{} cannot come out of these items: the second is less than the first", .0.name())]
    MakesNone(Scale),
}

fn sites(sites: Sites) -> &'static str {
    match sites {
        Sites::Patient => "no site",
        Sites::Side => "a side",
        Sites::MuscleAndSide => "a muscle group and a side",
    }
}

fn words(items: &[Item]) -> String {
    if items.is_empty() {
        return "none".to_owned();
    }
    items.iter().map(|item| item.word).collect::<Vec<_>>().join(", ")
}

/// A value on a scale, where and of what it was taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    scale: Scale,
    rank: u16,
    site: Option<Site>,
    goal: Option<String>,
    /// In the order of the scale's items; empty if they were not recorded.
    items: Vec<u16>,
}

impl Score {
    /// A score that is a value alone.
    ///
    /// # Errors
    /// [`NoScore`] if the scale does not have that value, or needs a goal.
    pub fn new(scale: Scale, value: &str) -> Result<Self, NoScore> {
        Self::read(scale, Entry { value: Some(value), ..Entry::default() })
    }

    /// A score, checked.
    ///
    /// # Errors
    /// [`NoScore`] with what would be accepted.
    pub fn read(scale: Scale, entry: Entry<'_>) -> Result<Self, NoScore> {
        if !scale.sites().take(entry.site) {
            return Err(NoScore::NoSuchSite(scale));
        }
        let goal = entry.goal.map(str::trim).filter(|goal| !goal.is_empty()).map(str::to_owned);
        if scale.has_goal() && goal.is_none() {
            return Err(NoScore::NoGoal(scale));
        }
        if !scale.has_goal() && entry.goal.is_some() {
            return Err(NoScore::HasNoGoals(scale));
        }
        let items = ranks(scale, entry.items)?;
        let made = if items.is_empty() { None } else { Some(made(scale, &items)?) };
        let given = match entry.value {
            Some(value) => Some(
                scale
                    .values()
                    .rank(value)
                    .ok_or_else(|| NoScore::NoSuchValue { scale, value: value.to_owned() })?,
            ),
            None => None,
        };
        let rank = match (given, made) {
            (Some(given), Some(made)) if given != made => {
                let of = |rank| scale.values().value(rank).unwrap_or_default();
                return Err(NoScore::Disagrees { value: of(given), made: of(made) });
            }
            (given, made) => made.or(given).ok_or(NoScore::Empty(scale))?,
        };
        Ok(Self { scale, rank, site: entry.site, goal, items })
    }

    /// The scale.
    #[must_use]
    pub const fn scale(&self) -> Scale {
        self.scale
    }

    /// The value, as written.
    #[must_use]
    pub fn value(&self) -> String {
        self.scale.values().value(self.rank).unwrap_or_default()
    }

    /// Its place among the scale's values, from 0: an order, not a measure.
    #[must_use]
    pub const fn rank(&self) -> u16 {
        self.rank
    }

    /// Where it stands on an axis, in tenths: 1+ is 15, between 1 and 2.
    #[must_use]
    pub fn ordinal_tenths(&self) -> i32 {
        self.scale.values().ordinal_tenths(self.rank).unwrap_or_default()
    }

    /// Where it was taken, if that was recorded.
    #[must_use]
    pub const fn site(&self) -> Option<Site> {
        self.site
    }

    /// The goal, on a scale that is taken of one.
    #[must_use]
    pub fn goal(&self) -> Option<&str> {
        self.goal.as_deref()
    }

    /// The items and their values, if they were recorded.
    pub fn items(&self) -> impl Iterator<Item = (&'static Item, String)> {
        let of = |(item, rank): (&'static Item, &u16)| Some((item, item.values.value(*rank)?));
        self.scale.items().iter().zip(&self.items).filter_map(of)
    }

    /// Scale, site and goal in words, such as "modified Ashworth, right knee flexors".
    #[must_use]
    pub fn what(&self) -> String {
        let site = self.site.map(|site| format!(", {}", site.name())).unwrap_or_default();
        let goal = self.goal.as_ref().map(|goal| format!(", {goal}")).unwrap_or_default();
        format!("{}{site}{goal}", self.scale.name())
    }

    /// Whether the two can be compared: the same scale, site and goal.
    #[must_use]
    pub fn compares_with(&self, other: &Self) -> bool {
        self.scale == other.scale && self.site == other.site && self.goal == other.goal
    }

    /// Whether it is better than another one of the same scale, site and goal; `None` if they cannot be compared, and on a
    /// scale that only sorts.
    #[must_use]
    pub fn better_than(&self, other: &Self) -> Option<bool> {
        if !self.compares_with(other) {
            return None;
        }
        match self.scale.direction() {
            Direction::LessIsBetter => Some(self.rank < other.rank),
            Direction::MoreIsBetter => Some(self.rank > other.rank),
            Direction::Classification => None,
        }
    }
}

/// The places of the items' values, in the order of the scale; empty if none is given.
fn ranks(scale: Scale, given: &[(&str, &str)]) -> Result<Vec<u16>, NoScore> {
    let known = scale.items();
    let mut found: Vec<Option<u16>> = vec![None; known.len()];
    for (word, value) in given {
        let slot = known.iter().zip(&mut found).find(|(item, _)| item.word == *word);
        let Some((item, slot)) = slot else {
            return Err(NoScore::NoSuchItem { scale, item: (*word).to_owned() });
        };
        if slot.is_some() {
            return Err(NoScore::ItemTwice(item.word));
        }
        *slot = Some(item.values.rank(value).ok_or_else(|| NoScore::NoSuchItemValue {
            item: item.word,
            value: (*value).to_owned(),
            accepted: item.values.accepted(),
        })?);
    }
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let missing: Vec<&'static str> =
        known.iter().zip(&found).filter(|(_, rank)| rank.is_none()).map(|(item, _)| item.word).collect();
    if missing.is_empty() {
        Ok(found.into_iter().flatten().collect())
    } else {
        Err(NoScore::ItemsMissing(missing))
    }
}

/// The place of the value that the items make.
fn made(scale: Scale, ranks: &[u16]) -> Result<u16, NoScore> {
    let numbers: Vec<u16> =
        scale.items().iter().zip(ranks).filter_map(|(item, rank)| item.values.number(*rank)).collect();
    let value = match scale.scoring() {
        Scoring::Difference(_) => {
            numbers.last().zip(numbers.first()).and_then(|(last, first)| last.checked_sub(*first))
        }
        Scoring::Sum(_) | Scoring::Whole => Some(numbers.iter().sum()),
    };
    value.and_then(|value| scale.values().rank(&value.to_string())).ok_or(NoScore::MakesNone(scale))
}

/// The two parts of Penn's scale contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PennDisagrees {
    /// A severity of spasms that do not happen.
    #[error("without spasms (Penn frequency 0) there is no severity")]
    SeverityWithoutSpasms,
    /// No severity of spasms that do happen: the pair is not complete.
    #[error("with spasms (Penn frequency above 0) the severity is missing")]
    SeverityMissing,
    /// Not the parts of Penn's scale.
    #[error("{} is not the part of Penn's scale that belongs here", .0.name())]
    NotPenn(Scale),
}

/// Whether Penn's two parts, taken together, can both be: the severity is rated only of spasms that happen.
///
/// # Errors
/// [`PennDisagrees`] if the frequency is 0 and there is a severity.
pub fn penn_parts_agree(frequency: &Score, severity: Option<&Score>) -> Result<(), PennDisagrees> {
    let none = frequency.scale == Scale::PennSpasmFrequency && frequency.rank == 0;
    match severity {
        Some(severity) if none && severity.scale == Scale::PennSpasmSeverity => {
            Err(PennDisagrees::SeverityWithoutSpasms)
        }
        _ => Ok(()),
    }
}

/// Whether Penn's two parts, taken together, are complete: without spasms no severity, with spasms one.
///
/// # Errors
/// [`PennDisagrees`] if there is a severity of no spasms, or none of spasms, or if one is of another scale.
pub fn penn_parts_complete(frequency: &Score, severity: Option<&Score>) -> Result<(), PennDisagrees> {
    if frequency.scale != Scale::PennSpasmFrequency {
        return Err(PennDisagrees::NotPenn(frequency.scale));
    }
    match severity {
        Some(severity) if severity.scale != Scale::PennSpasmSeverity => {
            Err(PennDisagrees::NotPenn(severity.scale))
        }
        None if frequency.rank > 0 => Err(PennDisagrees::SeverityMissing),
        severity => penn_parts_agree(frequency, severity),
    }
}
