//! Filling tubing and catheter.

use crate::finding::Finding;
use crate::rule::Rule;
use crate::value::Value;
use quantity::{Concentration, Volume};
use twin::{RBig, of, volume_times};

/// What the catheter holds before a prime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CatheterHolds {
    /// Air or water: a new catheter.
    Nothing,
    /// Spinal fluid, after aspiration.
    Csf,
    /// Drug.
    Drug,
    /// Contrast, after a dye study.
    Contrast,
}

impl CatheterHolds {
    /// Every content and its word in data.
    pub const WORDS: [(&'static str, Self); 4] =
        [("nothing", Self::Nothing), ("csf", Self::Csf), ("drug", Self::Drug), ("contrast", Self::Contrast)];

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, holds)| *holds == self).map_or("", |(word, _)| word)
    }
}

/// What a prime starts from.
#[derive(Debug, Clone)]
pub struct Input {
    /// The pump's internal tubing.
    pub tubing: Volume,
    /// The catheter, in nL.
    pub catheter: RBig,
    /// Strength in the pump.
    pub concentration: Concentration,
    /// Whether the tubing already holds drug.
    pub pump_primed: bool,
    /// What the catheter holds.
    pub catheter_holds: CatheterHolds,
}

/// The prime.
#[derive(Debug, Clone, PartialEq)]
pub struct Prime {
    /// nL to push.
    pub volume: RBig,
    /// ng in it.
    pub dose: RBig,
    /// nL of tubing without drug that will pass the patient.
    pub without_drug: RBig,
}

/// The prime that a line needs: the catheter, and the tubing if the pump is not primed; nothing into a catheter that
/// already holds drug.
#[must_use]
pub fn prime(input: &Input) -> (Prime, Vec<Finding>) {
    let tubing = if input.pump_primed { RBig::ZERO } else { of(input.tubing.quotient()) };
    let concentration = of(input.concentration.quotient());
    let mut findings = Vec::new();
    let (volume, without_drug) = if input.catheter_holds == CatheterHolds::Drug {
        let pushed = volume_times(&input.catheter, &concentration);
        findings.push(
            Finding::of(Rule::PrimeWouldBolus)
                .with("catheter volume", Value::Volume(input.catheter.clone()))
                .with("dose pushed in", Value::Mass(pushed)),
        );
        if tubing > RBig::ZERO {
            findings
                .push(Finding::of(Rule::PrimeGap).with("volume without drug", Value::Volume(tubing.clone())));
        }
        (RBig::ZERO, tubing)
    } else {
        (&input.catheter + tubing, RBig::ZERO)
    };
    let dose = volume_times(&volume, &concentration);
    (Prime { volume, dose, without_drug }, findings)
}
