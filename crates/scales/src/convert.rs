//! From one numbering to another of the same instrument, on request alone. Nothing here is ever done by itself.

use crate::{Entry, NoScore, Scale, Score};

/// A score that has no counterpart on the other scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotConverted {
    /// Another instrument, or a version with other weights or grades.
    #[error("{} is not converted to {}: another instrument, or other grades", .from.name(), .to.name())]
    Apart {
        /// The scale it is on.
        from: Scale,
        /// The scale that was asked for.
        to: Scale,
    },
    /// What came out is no score.
    #[error(transparent)]
    NoScore(#[from] NoScore),
}

/// How a number of one scale becomes one of the other.
#[derive(Debug, Clone, Copy)]
enum Step {
    Add(i32),
    Times(i32),
    Over(i32),
}

impl Step {
    fn of(self, text: &str) -> Option<String> {
        let number: i32 = text.parse().ok()?;
        let made = match self {
            Self::Add(more) => number.checked_add(more)?,
            Self::Times(by) => number.checked_mul(by)?,
            Self::Over(by) => (number.checked_rem(by)? == 0).then_some(number.checked_div(by)?)?,
        };
        Some(made.to_string())
    }
}

/// The same rating in the other numbering: Ashworth 0 to 4 as 1 to 5 (n as n + 1) and back, Barthel index of 100 as that of 20
/// (a fifth, item by item; the wording is the same) and back. Site and items go with it.
///
/// Nothing else is converted. The modified Ashworth is not the Ashworth: its 1+ has no grade there, and its 2 is not rated by
/// the same words. Barthel indices of other authors have other weights.
///
/// # Errors
/// [`NotConverted`] for any other pair.
pub fn converted(score: &Score, to: Scale) -> Result<Score, NotConverted> {
    let from = score.scale();
    let step = match (from, to) {
        (Scale::AshworthFromZero, Scale::AshworthFromOne) => Step::Add(1),
        (Scale::AshworthFromOne, Scale::AshworthFromZero) => Step::Add(-1),
        (Scale::Barthel, Scale::BarthelToTwenty) => Step::Over(5),
        (Scale::BarthelToTwenty, Scale::Barthel) => Step::Times(5),
        _ => return Err(NotConverted::Apart { from, to }),
    };
    let apart = || NotConverted::Apart { from, to };
    let value = step.of(&score.value()).ok_or_else(apart)?;
    let items: Option<Vec<(&str, String)>> =
        score.items().map(|(item, value)| Some((item.word, step.of(&value)?))).collect();
    let items = items.ok_or_else(apart)?;
    let items: Vec<(&str, &str)> = items.iter().map(|(word, value)| (*word, value.as_str())).collect();
    let entry = Entry { value: Some(&value), site: score.site(), goal: score.goal(), items: &items };
    Ok(Score::read(to, entry)?)
}
