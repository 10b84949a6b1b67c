//! Proportions and two-by-two tables.

use super::mass::{binomial, chance, hypergeometric};
use super::{Unfit, side, total};
use crate::Undefined;
use crate::number::real;
use crate::tails::{chi_square_upper, z_of};

/// A proportion with its intervals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    /// How many have it.
    pub part: u64,
    /// Of how many.
    pub whole: u64,
    /// The share.
    pub share: f64,
    /// The exact interval of Clopper & Pearson (1934): what is outside has at most half of what the level leaves on each side.
    pub clopper_pearson: (f64, f64),
    /// The score interval of Wilson (1927), without continuity correction.
    pub wilson: (f64, f64),
}

/// A share with its intervals. 0 of n has an upper end above 0, and n of n a lower end below 1.
///
/// # Errors
/// [`Unfit`] if the part is more than the whole, or the level is none; as [`Unfit::Undefined`]: [`Undefined::NoData`] of 0.
pub fn proportion(part: u64, whole: u64, level: f64) -> Result<Proportion, Unfit> {
    total(&[whole])?;
    if part > whole {
        return Err(Unfit::Part { part, whole });
    }
    let side = side(level)?;
    if whole == 0 {
        return Err(Undefined::NoData.into());
    }
    let (k, n) = (real(part), real(whole));
    let share = k / n;
    let z = z_of(level).ok_or(Unfit::Level(level))?;
    let (middle, spread) = (k + z * z / 2.0, z * (k * (n - k) / n + z * z / 4.0).sqrt());
    let wilson = |end: f64| (end / (n + z * z)).clamp(0.0, 1.0);
    Ok(Proportion {
        part,
        whole,
        share,
        clopper_pearson: clopper_pearson(part, whole, side),
        wilson: (
            if part == 0 { 0.0 } else { wilson(middle - spread) },
            if part == whole { 1.0 } else { wilson(middle + spread) },
        ),
    })
}

/// The ends at which so many or more, and so many or fewer, have a chance of `side`.
pub(super) fn clopper_pearson(part: u64, whole: u64, side: f64) -> (f64, f64) {
    let low = if part == 0 { 0.0 } else { chance(whole, part, side, true, |split| split.at + split.above) };
    let high =
        if part == whole { 1.0 } else { chance(whole, part, side, false, |split| split.below + split.at) };
    (low, high)
}

/// A McNemar test: those who changed one way against those who changed the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct McNemar {
    /// How many changed one way.
    pub b: u64,
    /// How many changed the other way.
    pub c: u64,
    /// The test; undefined if nobody changed.
    pub test: Result<McNemarTest, Undefined>,
}

/// The numbers of a McNemar test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct McNemarTest {
    /// Two-sided and exact: of the binomial of those who changed, with even chances.
    pub p_exact: f64,
    /// `(b - c)² / (b + c)`.
    pub chi_square: f64,
    /// Its p, with one degree of freedom.
    pub p: f64,
    /// With continuity correction: `(|b - c| - 1)² / (b + c)`; 0 if `b` is `c`, as in R.
    pub chi_square_corrected: f64,
    /// Its p.
    pub p_corrected: f64,
}

/// McNemar's test (1947) of paired yes and no: `b` changed one way, `c` the other; who did not change says nothing.
///
/// # Errors
/// [`Unfit::Count`] of more than can be summed over.
pub fn mcnemar(b: u64, c: u64) -> Result<McNemar, Unfit> {
    let changed = total(&[b, c])?;
    if changed == 0 {
        return Ok(McNemar { b, c, test: Err(Undefined::NoDiscordant) });
    }
    let (n, apart) = (real(changed), real(b.abs_diff(c)));
    let (chi_square, corrected) = (apart * apart / n, (apart - 1.0).max(0.0).powi(2) / n);
    let test = McNemarTest {
        p_exact: binomial(changed, 1.0).no_likelier(b),
        chi_square,
        p: chi_square_upper(chi_square, 1),
        chi_square_corrected: corrected,
        p_corrected: chi_square_upper(corrected, 1),
    };
    Ok(McNemar { b, c, test: Ok(test) })
}

/// Fisher's exact test of a two-by-two table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fisher {
    /// Two-sided; undefined of an empty table.
    pub p: Result<f64, Undefined>,
    /// `a d / (b c)` of the table `[[a, b], [c, d]]`; `None` if `b c` is 0: it is infinite, or not defined.
    pub odds_ratio: Option<f64>,
}

/// Fisher's exact test (1935), two-sided: the chance of all tables of the same margins that are no likelier than this one. Two
/// tables are equally likely if they differ by less than 1 in 10 million, as in R. A margin of 0 leaves one table: p is 1.
///
/// # Errors
/// [`Unfit::Count`] of more than can be summed over.
pub fn fisher([[a, b], [c, d]]: [[u64; 2]; 2]) -> Result<Fisher, Unfit> {
    let all = total(&[a, b, c, d])?;
    let p =
        if all == 0 { Err(Undefined::NoData) } else { Ok(hypergeometric(all, a + b, a + c).no_likelier(a)) };
    let across = real(b) * real(c);
    let odds_ratio = (across > 0.0).then(|| real(a) * real(d) / across);
    Ok(Fisher { p, odds_ratio })
}
