//! A change of dose against its band.

use crate::finding::{Finding, Level};
use crate::protocol::{Population, Protocol};
use crate::rule::Rule;
use crate::value::Value;
use quantity::Dose;
use twin::{RBig, of};

/// Where a therapy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The first 24 hours after the start.
    First24h,
    /// The dose is being found.
    Titration,
    /// The dose has been found.
    Maintenance,
}

impl Phase {
    /// Every phase and its word in data.
    pub const WORDS: [(&'static str, Self); 3] =
        [("first-24h", Self::First24h), ("titration", Self::Titration), ("maintenance", Self::Maintenance)];

    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::First24h => "first-24h",
            Self::Titration => "titration",
            Self::Maintenance => "maintenance",
        }
    }
}

/// What a change of dose starts from. Neither dose is zero.
#[derive(Debug, Clone)]
pub struct Input {
    /// Whose bands apply.
    pub population: Population,
    /// Where the therapy stands.
    pub phase: Phase,
    /// Dose now.
    pub dose: Dose,
    /// Dose proposed.
    pub proposed: Dose,
    /// Since the last change.
    pub hours_since_change: RBig,
    /// The dose before a change that is being undone.
    pub last_tolerated: Option<Dose>,
}

/// The band, and where the proposal lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Titration {
    /// ng/d: dose × (1 − largest fall).
    pub low: RBig,
    /// ng/d: dose × (1 + largest rise).
    pub high: RBig,
    /// proposed/dose − 1
    pub change: RBig,
}

/// Judges a change of dose. Going back to a dose that was tolerated is never stopped by its size or its haste.
#[must_use]
pub fn titrate(protocol: &Protocol, input: &Input) -> (Titration, Vec<Finding>) {
    let limits = &protocol.titration;
    let band = protocol.band(input.population);
    let (dose, proposed) = (of(input.dose.quotient()), of(input.proposed.quotient()));
    let rise = match input.phase {
        Phase::First24h => RBig::ZERO,
        Phase::Titration => band.titration_rise_max.value.clone(),
        Phase::Maintenance => band.maintenance_rise_max.value.clone(),
    };
    let low = &dose * (RBig::ONE - &limits.fall_max.value);
    let high = &dose * (RBig::ONE + rise);
    let ratio = &proposed / &dose;
    let undone = input.last_tolerated.is_some_and(|tolerated| input.proposed <= tolerated);
    let level = |level: Level| if undone { Level::Note } else { level };
    let numbers = |rule: Rule, level: Level| {
        Finding::new(rule, level)
            .with("dose now", Value::dose(input.dose))
            .with("proposed", Value::dose(input.proposed))
            .with("change", Value::Percent(&ratio - RBig::ONE))
    };
    let mut findings = Vec::new();
    if proposed > high {
        findings
            .push(numbers(Rule::StepHigh, level(Level::Soft)).with("upper limit", Value::Dose(high.clone())));
    }
    if proposed < low {
        findings
            .push(numbers(Rule::StepLow, level(Level::Soft)).with("lower limit", Value::Dose(low.clone())));
    }
    let interval = of(limits.change_interval.value.quotient());
    if proposed > dose && &input.hours_since_change * RBig::from(3_600) < interval {
        let soon = if input.phase == Phase::First24h { Level::Hard } else { Level::Soft };
        let since = Value::Hours(&input.hours_since_change * RBig::from(3_600));
        findings.push(numbers(Rule::StepTooSoon, level(soon)).with("since last change", since));
    }
    if ratio > limits.extreme_high.value || ratio < limits.extreme_low.value {
        findings.push(numbers(Rule::StepExtreme, level(Level::Hard)));
    }
    if input.proposed > limits.dose_per_day_soft.value {
        findings.push(numbers(Rule::DoseOver1000, Level::Soft));
    }
    if ratio >= limits.tenfold.value || ratio <= RBig::ONE / &limits.tenfold.value {
        findings.push(numbers(Rule::Tenfold, Level::Hard).with("ratio", Value::Number(ratio.clone())));
    }
    (Titration { low, high, change: ratio - RBig::ONE }, findings)
}
