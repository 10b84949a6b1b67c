//! A change of strength: how to move the old drug out of tubing and catheter at the old dose.

use crate::finding::Finding;
use crate::rule::Rule;
use crate::value::Value;
use quantity::{Concentration, Dose};
use twin::{RBig, of};

/// What a change of strength starts from. Nothing here is zero.
#[derive(Debug, Clone)]
pub struct Input {
    /// Tubing and catheter, in nL.
    pub dead_volume: RBig,
    /// Old strength.
    pub from: Concentration,
    /// New strength.
    pub to: Concentration,
    /// Dose before.
    pub dose_before: Dose,
    /// Dose after.
    pub dose_after: Dose,
}

/// The bridge, and what happens without it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bridge {
    /// Old flow, nL/d: dose before / from.
    pub flow: RBig,
    /// s: dead volume / flow.
    pub duration: RBig,
    /// ng, as a programmer working in the new strength is given it: dead volume × to.
    pub programmed_dose: RBig,
    /// ng/d received without a bridge: (dose after / to) × from.
    pub without_dose: RBig,
    /// That dose over the dose before.
    pub without_ratio: RBig,
    /// s for which it would last: dead volume / (dose after / to).
    pub without_lasts: RBig,
    /// ng/d if the bridge were never ended: flow × to.
    pub not_ended_dose: RBig,
}

/// ng/mL per ng/nL
const NANOLITRES_PER_MILLILITRE: u32 = 1_000_000;
const SECONDS_PER_DAY: u32 = 86_400;

/// The bridge for a change of strength; `None` if the strength stays.
#[must_use]
pub fn bridge(input: &Input) -> (Option<Bridge>, Vec<Finding>) {
    let (from, to) = (of(input.from.quotient()), of(input.to.quotient()));
    if from == to {
        let finding = Finding::of(Rule::BridgeNotNeeded).with("strength", Value::concentration(input.from));
        return (None, vec![finding]);
    }
    let (before, after) = (of(input.dose_before.quotient()), of(input.dose_after.quotient()));
    let scale = RBig::from(NANOLITRES_PER_MILLILITRE);
    let day = RBig::from(SECONDS_PER_DAY);
    let flow = &before * &scale / &from;
    let new_flow = &after * &scale / &to;
    let without_dose = &new_flow * &from / &scale;
    let bridge = Bridge {
        duration: &input.dead_volume / &flow * &day,
        programmed_dose: &input.dead_volume * &to / &scale,
        without_ratio: &without_dose / &before,
        without_lasts: &input.dead_volume / &new_flow * day,
        not_ended_dose: &flow * &to / scale,
        without_dose,
        flow,
    };
    let finding = Finding::of(Rule::BridgeRequired)
        .with("old strength", Value::concentration(input.from))
        .with("new strength", Value::concentration(input.to))
        .with("dead volume", Value::Volume(input.dead_volume.clone()))
        .with("bridge duration", Value::Hours(bridge.duration.clone()))
        .with("bridge dose to program", Value::Mass(bridge.programmed_dose.clone()))
        .with("dose without a bridge", Value::Dose(bridge.without_dose.clone()))
        .with("for", Value::Days(bridge.without_lasts.clone()));
    (Some(bridge), vec![finding])
}
