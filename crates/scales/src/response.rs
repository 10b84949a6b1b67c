//! What counted as an answer to a test dose, series by series. The rule, the sites and the hour are all to be said.

use crate::summary::{How, NoSummary, summary};
use crate::{Coding, Fraction, Scale, Score, Site};

/// What a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// The mean of the listed sites falls by so much.
    MeanFalls,
    /// One score of tone, or Penn's spasm frequency, falls by so much.
    OneFalls,
}

/// A rule of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseRule {
    /// Its word in data.
    pub word: &'static str,
    /// What it asks for.
    pub asks: Asks,
    /// By how many points, as a decimal.
    pub points: &'static str,
    /// After how many hours the series looked, if that was read.
    pub after_hours: Option<u8>,
    /// In words.
    pub says: &'static str,
    /// Where it is published.
    pub source: &'static str,
}

/// The rules that were read. They differ: a report says which one it took.
pub const RESPONSE_RULES: [ResponseRule; 3] = [
    ResponseRule {
        word: "mean-leg-fall",
        asks: Asks::MeanFalls,
        points: "1",
        after_hours: None,
        says: "the mean Ashworth grade of the legs falls by 1.0 or more",
        source: "Gilmartin et al., J Child Neurol 2000;15:71-7",
    },
    ResponseRule {
        word: "two-points",
        asks: Asks::OneFalls,
        points: "2",
        after_hours: None,
        says: "an Ashworth grade or the spasm score falls by 2 points or more",
        source: "Penn, J Neurosurg 1992;77:236-40",
    },
    ResponseRule {
        word: "two-points-six-hours",
        asks: Asks::OneFalls,
        points: "2",
        after_hours: Some(6),
        says: "an Ashworth grade or the spasm score falls by 2 points or more, looked at after 6 hours",
        source: "Meythaler et al. 2001, intrathecal baclofen in stroke",
    },
];

/// What a rule says of two looks at a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The fall: of the mean, or the largest of one score. Below zero is worse.
    pub fall: Fraction,
    /// Whether it is as much as the rule asks for.
    pub reached: bool,
}

impl ResponseRule {
    /// The rule of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<&'static Self> {
        RESPONSE_RULES.iter().find(|rule| rule.word == word)
    }

    /// What it says of the scores before a dose and at one look after it. Scores of other scales than those it is about do not
    /// count. A mean takes only sites that were rated both times, at least the usual share of the list. `coding` is that of
    /// the modified Ashworth scale: by ranks a fall from 2 to 1 is two points.
    ///
    /// # Errors
    /// [`NoSummary`]: variants mixed, a site twice at one look, too few sites, nothing that was rated both times.
    pub fn answer(
        &self,
        before: &[&Score],
        after: &[&Score],
        sites: &[Site],
        coding: Coding,
    ) -> Result<Answered, NoSummary> {
        for look in [before, after] {
            if let Some(again) = look.iter().enumerate().find_map(|(index, score)| {
                look.iter().skip(index + 1).find(|other| other.compares_with(score)).map(|other| other.what())
            }) {
                return Err(NoSummary::Twice(again));
            }
        }
        let fall = match self.asks {
            Asks::MeanFalls => mean_fall(before, after, sites, coding)?,
            Asks::OneFalls => largest_fall(before, after, coding)?,
        };
        let asked = Fraction::decimal(self.points).ok_or(NoSummary::NothingToCompare)?;
        Ok(Answered { fall, reached: fall >= asked })
    }
}

fn mean_fall(
    before: &[&Score],
    after: &[&Score],
    sites: &[Site],
    coding: Coding,
) -> Result<Fraction, NoSummary> {
    let tone = |look: &[&Score]| -> Vec<Score> {
        look.iter().filter(|score| score.scale().is_ashworth()).map(|score| (*score).clone()).collect()
    };
    let (before, after) = (tone(before), tone(after));
    if let Some((one, other)) = before.first().zip(after.iter().find(|score| !same_scale(score, &before))) {
        return Err(NoSummary::Mixed(one.scale(), other.scale()));
    }
    // Only what was rated at both looks: a site that is left out later would move the mean by itself.
    let both = |look: &'_ [Score], other: &[Score]| -> Vec<Score> {
        look.iter().filter(|score| other.iter().any(|there| there.compares_with(score))).cloned().collect()
    };
    let coding = before.first().map_or(coding, |score| coding_of(score.scale(), coding));
    let mean = |look: &[Score]| summary(&look.iter().collect::<Vec<_>>(), sites, How::Mean, coding);
    let (first, last) = (mean(&both(&before, &after))?, mean(&both(&after, &before))?);
    first.value.less(last.value).ok_or(NoSummary::NothingToCompare)
}

/// The coding of one scale, if it is `coding` that the modified Ashworth scale has.
fn coding_of(scale: Scale, coding: Coding) -> Coding {
    if scale == Scale::ModifiedAshworth { coding } else { Coding::AsWritten }
}

fn same_scale(score: &Score, look: &[Score]) -> bool {
    look.iter().all(|other| other.scale() == score.scale())
}

fn largest_fall(before: &[&Score], after: &[&Score], coding: Coding) -> Result<Fraction, NoSummary> {
    let asked = |score: &&&Score| score.scale().is_ashworth() || score.scale() == Scale::PennSpasmFrequency;
    let number = |score: &Score| {
        let coding = coding_of(score.scale(), coding);
        score.number(coding).ok_or(NoSummary::NotCoded(score.scale(), coding))
    };
    let mut largest: Option<Fraction> = None;
    for score in before.iter().filter(asked) {
        let Some(later) = after.iter().find(|later| later.compares_with(score)) else { continue };
        let fall = number(score)?.less(number(later)?);
        largest = largest.max(fall);
    }
    largest.ok_or(NoSummary::NothingToCompare)
}
