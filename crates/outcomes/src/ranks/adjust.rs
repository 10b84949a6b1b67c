//! p values adjusted for several tests.

/// A number that is no p value.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{value} is no p value; accepted: a number from 0 to 1")]
pub struct NoProbability {
    /// Where it stands, from 0.
    pub place: usize,
    /// The number.
    pub value: f64,
}

/// How p values are adjusted; the words are those of R's `p.adjust`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Adjustment {
    /// Times the number of tests.
    Bonferroni,
    /// Holm 1979, stepping down: the smallest times m, the next times m - 1, and none below the one before.
    Holm,
    /// Hochberg 1988, stepping up with the factors of Holm: none above the one after.
    Hochberg,
    /// Benjamini and Hochberg 1995, the false discovery rate: the i-th smallest times m / i, none above the one after.
    BenjaminiHochberg,
}

/// p values adjusted for their number. A missing one does not count and stays missing. Adjusted values are at most 1, never
/// below what they were, and in the same order.
///
/// # Errors
/// [`NoProbability`] of NaN and of numbers outside of 0 to 1.
pub fn adjust(p: &[Option<f64>], by: Adjustment) -> Result<Vec<Option<f64>>, NoProbability> {
    for (place, value) in p.iter().enumerate() {
        if let Some(value) = *value
            && !(0.0..=1.0).contains(&value)
        {
            return Err(NoProbability { place, value });
        }
    }
    Ok(adjusted(p, by))
}

/// Holm's adjustment of p values.
pub(super) fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    adjusted(p, Adjustment::Holm)
}

fn adjusted(p: &[Option<f64>], by: Adjustment) -> Vec<Option<f64>> {
    let mut rising: Vec<(f64, usize)> =
        p.iter().enumerate().filter_map(|(place, p)| Some(((*p)?, place))).collect();
    rising.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let m = rising.len() as f64;
    let factor = |rank: usize| match by {
        Adjustment::Bonferroni => m,
        Adjustment::Holm | Adjustment::Hochberg => m - rank as f64,
        Adjustment::BenjaminiHochberg => m / (rank + 1) as f64,
    };
    for (rank, (p, _)) in rising.iter_mut().enumerate() {
        *p = (*p * factor(rank)).min(1.0);
    }
    match by {
        Adjustment::Bonferroni => (),
        Adjustment::Holm => keep(rising.iter_mut(), f64::max),
        Adjustment::Hochberg | Adjustment::BenjaminiHochberg => keep(rising.iter_mut().rev(), f64::min),
    }
    let mut adjusted = vec![None; p.len()];
    for (p, place) in rising {
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = Some(p);
        }
    }
    adjusted
}

/// The greatest, or the least, of each and those before it.
fn keep<'a>(p: impl Iterator<Item = &'a mut (f64, usize)>, which: fn(f64, f64) -> f64) {
    let mut before = None;
    for (p, _) in p {
        *p = before.map_or(*p, |before| which(before, *p));
        before = Some(*p);
    }
}
