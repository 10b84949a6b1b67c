//! Spearman's rank correlation.

use super::mid_ranks::MidRanks;
use crate::Undefined;
use crate::describe::Pairs;
use crate::tails::{p_value, t_two_sided};

/// The most pairs for which every order is tried.
pub const MOST_ORDERS: usize = 9;

/// A rank correlation.
#[derive(Debug, Clone, PartialEq)]
pub struct Spearman {
    /// How many whole pairs there are.
    pub n: usize,
    /// How many pairs lack a value.
    pub missing: usize,
    /// Pearson's correlation of the mid-ranks, from -1 to 1.
    pub rho: f64,
    /// Two-sided p value from t with n - 2 degrees of freedom; `None` at a rho of 1 or -1, where t would be infinite, and of two
    /// pairs.
    pub p_t: Option<f64>,
    /// Exact two-sided p value: the share of all orders of one side, ties and all, with a rho at least as far from 0; `None` of
    /// more than [`MOST_ORDERS`] pairs.
    pub p_exact: Option<f64>,
}

/// Spearman's rho of pairs, ties by mid-ranks.
///
/// # Errors
/// [`Undefined::NoData`] without a pair, [`Undefined::FewerThanTwo`] of one, [`Undefined::ZeroVariance`] if a side is all equal.
pub fn spearman(pairs: &Pairs) -> Result<Spearman, Undefined> {
    let n = pairs.first.len();
    match n {
        0 => return Err(Undefined::NoData),
        1 => return Err(Undefined::FewerThanTwo),
        _ => (),
    }
    // Doubled ranks less their mean, which is whole.
    let centered = |units: &[i128]| -> Vec<i128> {
        let off = |rank: u64| i128::from(rank) - (n as i128 + 1);
        MidRanks::of(units).doubled.into_iter().map(off).collect()
    };
    let (first, second) = (centered(&pairs.first.units), centered(&pairs.second.units));
    let together = |second: &[i128]| -> i128 { first.iter().zip(second).map(|(x, y)| x * y).sum() };
    let squares = |side: &[i128]| -> i128 { side.iter().map(|x| x * x).sum() };
    let (xy, xx, yy) = (together(&second), squares(&first), squares(&second));
    if xx == 0 || yy == 0 {
        return Err(Undefined::ZeroVariance);
    }
    let rho = (xy as f64 / ((xx as f64).sqrt() * (yy as f64).sqrt())).clamp(-1.0, 1.0);
    let perfect = xy.checked_mul(xy).zip(xx.checked_mul(yy)).is_some_and(|(one, other)| one == other);
    let df = n as f64 - 2.0;
    let p_t = (n > 2 && !perfect).then(|| t_two_sided(rho * (df / (1.0 - rho * rho)).sqrt(), df));
    let p_exact = (n <= MOST_ORDERS).then(|| {
        let (mut far, mut all) = (0_u32, 0_u32);
        let mut order = second.clone();
        each_order(&mut order, n, &mut |order| {
            all += 1;
            far += u32::from(together(order).abs() >= xy.abs());
        });
        p_value(f64::from(far) / f64::from(all))
    });
    let rho = if perfect { rho.signum() } else { rho };
    Ok(Spearman { n, missing: pairs.first.missing(), rho, p_t, p_exact })
}

/// Every order of the first so many numbers (Heap's way), each once.
fn each_order(numbers: &mut [i128], size: usize, visit: &mut dyn FnMut(&[i128])) {
    if size <= 1 {
        visit(numbers);
        return;
    }
    for place in 0..size {
        each_order(numbers, size - 1, visit);
        if place + 1 < size {
            numbers.swap(if size.is_multiple_of(2) { place } else { 0 }, size - 1);
        }
    }
}
