//! How fast a pump really runs, from what was expected and what was found at its refills.
//!
//! For one cycle, from a fill to the next refill, ratio = (fill − measured) / (fill − expected): what was dispensed over
//! what was programmed. Syringes are read to a certain volume only, so each cycle gives a range. The ratio of a pump is
//! that of its summed volumes; its interval reaches from the lowest to the highest cycle, each widened by the reading.
//! No distribution is assumed.

use dashu_ratio::RBig;
use quantity::Volume;

/// One cycle between two refills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cycle {
    /// In the reservoir after filling.
    pub fill: Volume,
    /// Left by calculation at the next refill.
    pub expected: Volume,
    /// Found at the next refill.
    pub measured: Volume,
}

/// When a calibration is good enough to stand for the stated accuracy; a site decides these numbers.
#[derive(Debug, Clone)]
pub struct CalibrationRule {
    /// Fewest cycles.
    pub cycles_min: usize,
    /// Least volume programmed over all cycles together.
    pub dispensed_min: Volume,
    /// How far a syringe reading may be off.
    pub reading_error: Volume,
}

/// Why a calibration may not stand for the stated accuracy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalibrationLimit {
    /// Too few cycles.
    FewCycles {
        /// How many there are.
        have: usize,
        /// How many are needed.
        need: usize,
    },
    /// Too little fluid dispensed for the reading to be small beside it.
    LittleDispensed,
    /// The interval reaches outside the stated accuracy: the pump is to be investigated, not calibrated.
    OutsideAccuracy,
}

/// How fast a pump really runs, 1 being as programmed.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// Cycles used.
    pub cycles: usize,
    /// Summed dispensed over summed programmed volume.
    pub ratio: RBig,
    /// Lowest cycle, less the reading.
    pub low: RBig,
    /// Highest cycle, and the reading.
    pub high: RBig,
    /// Why it may not stand for the stated accuracy; empty if it may.
    pub limits: Vec<CalibrationLimit>,
}

impl Calibration {
    /// Whether the highest ratio may stand for the stated accuracy in a forecast.
    #[must_use]
    pub fn may_replace_accuracy(&self) -> bool {
        self.limits.is_empty()
    }

    /// By which part the pump may run fast, as a forecast takes it: the high end less one, not below zero.
    #[must_use]
    pub fn fast_by(&self) -> RBig {
        if self.high > RBig::ONE { &self.high - RBig::ONE } else { RBig::ZERO }
    }
}

/// A ratio of volumes in nL: compared without being reduced. Volumes stay below 2^40, so products fit.
#[derive(Clone, Copy)]
struct Part {
    above: i128,
    /// More than zero.
    below: i128,
}

impl Part {
    const fn less(self, other: Self) -> bool {
        self.above * other.below < other.above * self.below
    }

    fn ratio(self) -> RBig {
        RBig::from(self.above) / RBig::from(self.below)
    }
}

/// The calibration from all cycles of one pump; `None` without a cycle in which something was programmed.
#[must_use]
pub fn calibrate(cycles: &[Cycle], rule: &CalibrationRule, accuracy: &RBig) -> Option<Calibration> {
    let error = i128::from(rule.reading_error.nanolitres());
    let (mut dispensed, mut programmed) = (0_i128, 0_i128);
    let mut bounds: Option<[Part; 2]> = None;
    let mut count = 0;
    for cycle in cycles.iter().filter(|cycle| cycle.expected < cycle.fill) {
        let [fill, expected, measured] =
            [cycle.fill, cycle.expected, cycle.measured].map(|volume| i128::from(volume.nanolitres()));
        let (given, below) = (fill - measured, fill - expected);
        let [low, high] = [Part { above: given - error, below }, Part { above: given + error, below }];
        bounds = Some(bounds.map_or([low, high], |[least, most]| {
            [if low.less(least) { low } else { least }, if most.less(high) { high } else { most }]
        }));
        dispensed += given;
        programmed += below;
        count += 1;
    }
    let [low, high] = bounds?.map(Part::ratio);
    let ratio = Part { above: dispensed, below: programmed }.ratio();
    let mut limits = Vec::new();
    if count < rule.cycles_min {
        limits.push(CalibrationLimit::FewCycles { have: count, need: rule.cycles_min });
    }
    if programmed < i128::from(rule.dispensed_min.nanolitres()) {
        limits.push(CalibrationLimit::LittleDispensed);
    }
    if high > RBig::ONE + accuracy || low < RBig::ONE - accuracy {
        limits.push(CalibrationLimit::OutsideAccuracy);
    }
    Some(Calibration { cycles: count, ratio, low, high, limits })
}
