//! Choosing a pump and a drug for an implant: how long each pair would last at the starting dose, and what a pump cannot do.
//!
//! days = floor((reservoir − alarm volume) / (dose / strength)) less the lead, at most what the drug keeps: the forecast's
//! own formula, without a patient's clock.

use crate::protocol::{Protocol, whole};
use catalogue::{Catalogue, Drug, DrugUse, Pump};
use quantity::Amount;
use twin::RBig;

/// A pump with a drug.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The pump.
    pub pump: &'a Pump,
    /// The drug.
    pub drug: &'a Drug,
    /// Days from one refill to the next; `None` if a number of the pump is not verified.
    pub days: Option<u32>,
    /// Whether the drug's keeping is what limits it.
    pub by_stability: bool,
    /// Whether the flow would lie below what the pump can be set to; `None` if that number is not verified.
    pub flow_too_small: Option<bool>,
}

/// Every programmable pump with every drug for a pump, at a dose per day in ng; longest first.
#[must_use]
pub fn pairs<'a>(catalogue: &'a Catalogue, protocol: &Protocol, dose_per_day: &RBig) -> Vec<Pair<'a>> {
    let mut pairs = Vec::new();
    if *dose_per_day <= RBig::ZERO {
        return pairs;
    }
    for pump in catalogue.pumps().iter().filter(|pump| pump.programmable) {
        for drug in catalogue.drugs().iter().filter(|drug| drug.usage.value == DrugUse::Pump) {
            pairs.push(pair(pump, drug, protocol, dose_per_day));
        }
    }
    pairs.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.pump.name.cmp(&b.pump.name)));
    pairs
}

fn pair<'a>(pump: &'a Pump, drug: &'a Drug, protocol: &Protocol, dose_per_day: &RBig) -> Pair<'a> {
    let strength = drug.concentration.checked().map(|strength| RBig::from(strength.base()));
    // nL per day: ng per day by ng per mL, a million nL to the mL.
    let flow = strength.map(|strength| dose_per_day * RBig::from(1_000_000) / strength);
    let alarm = pump.alarm_volumes.iter().filter_map(|volume| volume.checked()).max();
    let reservoir = pump.reservoir.as_ref().and_then(|volume| volume.checked());
    let usable = reservoir.zip(alarm).map(|(reservoir, alarm)| reservoir.base().saturating_sub(alarm.base()));
    let alarm_day = flow.as_ref().zip(usable).map(|(flow, usable)| (RBig::from(usable) / flow).trunc());
    let alarm_day = alarm_day.map(|day| u32::try_from(day).unwrap_or(u32::MAX));
    let keeps = drug.stability_days.as_ref().and_then(|days| days.checked()).copied();
    let keeps = keeps.unwrap_or(u32::MAX).min(whole(&protocol.refill.stability_days));
    let by_flow = alarm_day.map(|day| day.saturating_sub(whole(&protocol.refill.lead_days)));
    let least = pump.flow_min.as_ref().and_then(|flow| flow.checked());
    Pair {
        pump,
        drug,
        days: by_flow.map(|days| days.min(keeps)),
        by_stability: by_flow.is_some_and(|days| days > keeps),
        flow_too_small: flow.zip(least).map(|(flow, least)| flow < RBig::from(least.base())),
    }
}
