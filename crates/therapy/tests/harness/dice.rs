//! Seeded dice, and numbers as text.

use proptest::prelude::RngExt;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// A deterministic source: one seed, one course.
pub struct Dice(TestRng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Self(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
    }

    /// From `low` to `high`, both possible.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        if high <= low { low } else { self.0.random_range(low..=high) }
    }

    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.between(0, items.len() as i64 - 1)).unwrap()]
    }
}

/// `value / 10^places` without trailing zeros.
pub fn decimal(value: i64, places: u32) -> String {
    let scale = 10_i64.pow(places);
    let (whole, part) = (value / scale, value % scale);
    if part == 0 {
        return format!("{whole}");
    }
    let digits = format!("{part:0width$}", width = places as usize);
    format!("{whole}.{}", digits.trim_end_matches('0'))
}

/// nL as mL.
pub fn millilitres(nanolitres: i64) -> String {
    format!("{} mL", decimal(nanolitres, 6))
}

/// A strength in micrograms per mL.
pub fn strength(micrograms: i64) -> String {
    format!("{micrograms} ug/mL")
}

/// ng as micrograms.
pub fn mass(nanograms: i64) -> String {
    format!("{} ug", decimal(nanograms, 3))
}

/// Ways in which people write a dose per day; the reader must take each as the same dose.
#[derive(Clone, Copy, Debug)]
pub enum Spelling {
    Plain,
    /// With the micro sign, U+00B5.
    MicroSign,
    /// With the Greek letter, U+03BC.
    GreekMu,
    PerDay,
    Words,
    Milligrams,
}

impl Spelling {
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::MicroSign, Self::GreekMu, Self::PerDay, Self::Words, Self::Milligrams];

    /// ng/d
    pub fn dose(self, nanograms: i64) -> String {
        let micrograms = decimal(nanograms, 3);
        match self {
            Self::Plain => format!("{micrograms} ug/d"),
            Self::MicroSign => format!("{micrograms} \u{b5}g/d"),
            Self::GreekMu => format!("{micrograms} \u{3bc}g/24h"),
            Self::PerDay => format!("{micrograms} mcg/day"),
            Self::Words => format!("{micrograms} micrograms/day"),
            Self::Milligrams => format!("{} mg/d", decimal(nanograms, 6)),
        }
    }
}
