//! Exact numbers: means of grades are compared as fractions, never as rounded decimals.

use std::cmp::Ordering;

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    over: i64,
    /// Above zero.
    under: i64,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// One number over another; `None` over zero, and if it does not fit.
    #[must_use]
    pub fn new(over: i64, under: i64) -> Option<Self> {
        Self::reduced(i128::from(over), i128::from(under))
    }

    /// Of tenths, such as 15 for 1.5.
    #[must_use]
    pub fn tenths(tenths: i32) -> Self {
        Self::new(i64::from(tenths), 10).unwrap_or(Self::ZERO)
    }

    /// Of a plain decimal, such as "0.45"; `None` of anything else.
    #[must_use]
    pub fn decimal(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole.strip_prefix('-').unwrap_or(whole)) || !digits(part) {
            return None;
        }
        let under = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
        Self::new(format!("{whole}{part}").parse().ok()?, under)
    }

    fn reduced(over: i128, under: i128) -> Option<Self> {
        let (mut one, mut other) = (over.unsigned_abs(), under.unsigned_abs());
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let by = i128::try_from(one).ok().filter(|_| under != 0)? * under.signum();
        Some(Self { over: (over / by).try_into().ok()?, under: (under / by).try_into().ok()? })
    }

    /// What stands over the line.
    #[must_use]
    pub const fn over(self) -> i64 {
        self.over
    }

    /// What stands under the line; above zero.
    #[must_use]
    pub const fn under(self) -> i64 {
        self.under
    }

    /// This less the other; `None` if it does not fit.
    #[must_use]
    pub fn less(self, other: Self) -> Option<Self> {
        let wide = |number: i64| i128::from(number);
        Self::reduced(
            wide(self.over) * wide(other.under) - wide(other.over) * wide(self.under),
            wide(self.under) * wide(other.under),
        )
    }

    /// The nearest double: for drawing and for statistics that are not exact.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the nearest double is what is asked for")]
    pub fn to_f64(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |one: &Self, other: &Self| i128::from(one.over) * i128::from(other.under);
        product(self, other).cmp(&product(other, self))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
