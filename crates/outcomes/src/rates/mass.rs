//! Distributions of counts, known by the ratio of neighbours.

use crate::number::real;
use crate::tails::root;

/// A distribution over `low..=high` with one mode; `ratio(i)` is how much likelier `i + 1` is than `i`.
pub(super) struct Mass<F: Fn(u64) -> f64> {
    low: u64,
    high: u64,
    /// Where to begin: at the mode or near it.
    mode: u64,
    ratio: F,
}

/// How much of a distribution is below a count, at it, and above it.
#[derive(Clone, Copy)]
pub(super) struct Split {
    pub(super) below: f64,
    pub(super) at: f64,
    pub(super) above: f64,
}

/// What is this much less likely than the mode is left out of intervals, whose tails are never so thin.
const THIN: f64 = 1e-40;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
fn whole(value: f64, most: u64) -> u64 {
    if value >= real(most) { most } else { value.max(0.0) as u64 }
}

/// The binomial of `n` trials with the given odds.
pub(super) fn binomial(n: u64, odds: f64) -> Mass<impl Fn(u64) -> f64> {
    let mode = whole(real(n + 1) * odds / (1.0 + odds), n);
    Mass { low: 0, high: n, mode, ratio: move |i| odds * real(n - i) / real(i + 1) }
}

/// The Poisson of a mean.
pub(super) fn poisson(mean: f64) -> Mass<impl Fn(u64) -> f64> {
    Mass { low: 0, high: u64::MAX - 1, mode: whole(mean, u64::MAX / 2), ratio: move |i| mean / real(i + 1) }
}

/// How many of `drawn` are of the `marked` among `all`.
pub(super) fn hypergeometric(all: u64, marked: u64, drawn: u64) -> Mass<impl Fn(u64) -> f64> {
    let low = (marked + drawn).saturating_sub(all);
    let high = marked.min(drawn);
    let mode = whole(real(marked + 1) * real(drawn + 1) / real(all + 2), high).max(low);
    let ratio =
        move |i| real(marked - i) * real(drawn - i) / (real(i + 1) * real((all + i + 1) - marked - drawn));
    Mass { low, high, mode, ratio }
}

impl<F: Fn(u64) -> f64> Mass<F> {
    /// Every count that is at least `thin` times as likely as the mode, with its weight in proportion.
    fn each(&self, thin: f64, mut visit: impl FnMut(u64, f64)) {
        let (mut at, mut weight) = (self.mode, 1.0);
        while weight >= thin {
            visit(at, weight);
            if at >= self.high {
                break;
            }
            weight *= (self.ratio)(at);
            at += 1;
        }
        let (mut at, mut weight) = (self.mode, 1.0);
        while at > self.low {
            at -= 1;
            weight /= (self.ratio)(at);
            // Also ends where the ratio is 0, and the weight therefore infinite or none.
            if !(weight >= thin && weight.is_finite()) {
                break;
            }
            visit(at, weight);
        }
    }

    /// How much is on each side of a count.
    pub(super) fn split(&self, count: u64) -> Split {
        let mut split = Split { below: 0.0, at: 0.0, above: 0.0 };
        self.each(THIN, |at, weight| match at.cmp(&count) {
            std::cmp::Ordering::Less => split.below += weight,
            std::cmp::Ordering::Equal => split.at += weight,
            std::cmp::Ordering::Greater => split.above += weight,
        });
        let sum = split.below + split.at + split.above;
        Split { below: split.below / sum, at: split.at / sum, above: split.above / sum }
    }

    /// How likely is a count that is no likelier than this one; what differs by less than 1 in 10 million is equally likely,
    /// as in R.
    pub(super) fn no_likelier(&self, count: u64) -> f64 {
        let thin = f64::MIN_POSITIVE;
        let mut seen = 0.0;
        self.each(thin, |at, weight| {
            if at == count {
                seen = weight;
            }
        });
        let most = seen * (1.0 + 1e-7);
        let (mut sum, mut all, mut everything) = (0.0, 0.0, true);
        self.each(thin, |_, weight| {
            all += weight;
            if weight <= most {
                sum += weight;
            } else {
                everything = false;
            }
        });
        if everything { 1.0 } else { sum / all }
    }
}

/// The chance of a trial at which what `share` takes of a binomial, split at a count, is as wanted.
pub(super) fn chance(n: u64, count: u64, wanted: f64, rises: bool, share: impl Fn(Split) -> f64) -> f64 {
    root(wanted, 0.0, 1.0, rises, |chance| share(binomial(n, chance / (1.0 - chance)).split(count)))
}

/// The mean at which what `share` takes of a Poisson, split at a count, is as wanted.
pub(super) fn mean(count: u64, wanted: f64, rises: bool, share: impl Fn(Split) -> f64) -> f64 {
    let value = |mean: f64| share(poisson(mean).split(count));
    let mut high = real(count) + 10.0;
    while (value(high) < wanted) == rises && high < 1e12 {
        high *= 2.0;
    }
    root(wanted, 0.0, high, rises, value)
}
