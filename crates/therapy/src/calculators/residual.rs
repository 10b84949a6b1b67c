//! What was found in the reservoir against what was expected.

use crate::finding::Finding;
use crate::protocol::Protocol;
use crate::rule::Rule;
use crate::value::Value;
use quantity::Volume;
use twin::{RBig, of};

/// What a judgement of a residual starts from. Expected is not above fill.
#[derive(Debug, Clone)]
pub struct Input {
    /// In the reservoir after the last fill.
    pub fill: Volume,
    /// Left by calculation.
    pub expected: Volume,
    /// Found.
    pub measured: Volume,
    /// Stated accuracy of flow, as a part.
    pub accuracy: RBig,
    /// Difference from which on it is potentially important.
    pub threshold: Volume,
}

/// The threshold of a fill by protocol: smaller for a small fill.
#[must_use]
pub fn threshold(protocol: &Protocol, fill: Volume) -> Volume {
    let refill = &protocol.refill;
    if fill <= refill.residual_small_fill.value {
        refill.residual_threshold_small.value
    } else {
        refill.residual_threshold.value
    }
}

/// Which side the residual is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Neither limit is passed.
    Within,
    /// More left than expected: under-delivery.
    MoreLeft,
    /// Less left than expected: over-delivery, leak or incomplete withdrawal.
    LessLeft,
}

impl Class {
    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::MoreLeft => "more-left",
            Self::LessLeft => "less-left",
        }
    }
}

/// What to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// Nothing.
    None,
    /// One limit is passed.
    Attention,
    /// Both are.
    Investigate,
}

impl Attention {
    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Attention => "attention",
            Self::Investigate => "investigate",
        }
    }
}

/// The judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Residual {
    /// nL, with its sign: measured − expected.
    pub difference: RBig,
    /// nL by calculation: fill − expected.
    pub dispensed: RBig,
    /// (fill − measured) / dispensed; `None` if nothing was dispensed.
    pub ratio: Option<RBig>,
    /// Which side.
    pub class: Class,
    /// What to do.
    pub level: Attention,
}

/// Judges a residual by both limits; fluid that came into the reservoir is always to be investigated.
#[must_use]
pub fn residual(input: &Input) -> (Residual, Vec<Finding>) {
    let nanolitres = |volume: Volume| of(volume.quotient());
    let (fill, expected, measured) =
        (nanolitres(input.fill), nanolitres(input.expected), nanolitres(input.measured));
    let difference = &measured - &expected;
    let dispensed = &fill - &expected;
    let size = if difference < RBig::ZERO { -difference.clone() } else { difference.clone() };
    let over_threshold = size > nanolitres(input.threshold);
    let over_accuracy =
        if dispensed.is_zero() { over_threshold } else { size > &input.accuracy * &dispensed };
    let reflux = measured > fill;
    let level = match (over_threshold, over_accuracy) {
        _ if reflux => Attention::Investigate,
        (true, true) => Attention::Investigate,
        (false, false) => Attention::None,
        _ => Attention::Attention,
    };
    let class = match level {
        Attention::None => Class::Within,
        _ if difference > RBig::ZERO => Class::MoreLeft,
        _ => Class::LessLeft,
    };
    let ratio = (!dispensed.is_zero()).then(|| (&fill - &measured) / &dispensed);
    let numbers = |rule: Rule| {
        Finding::of(rule)
            .with("expected", Value::volume(input.expected))
            .with("measured", Value::volume(input.measured))
            .with("difference", Value::Volume(difference.clone()))
            .with("threshold", Value::volume(input.threshold))
            .with("accuracy x dispensed", Value::Volume(&input.accuracy * &dispensed))
    };
    let mut findings = Vec::new();
    match level {
        Attention::Investigate => findings.push(numbers(Rule::ResidualStop)),
        Attention::Attention => findings.push(numbers(Rule::ResidualAttention)),
        Attention::None => {}
    }
    if reflux {
        findings.push(numbers(Rule::ResidualReflux).with("fill", Value::volume(input.fill)));
    }
    (Residual { difference, dispensed, ratio, class, level }, findings)
}
