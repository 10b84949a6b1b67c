//! Tubing and catheter: what they hold when a program begins, and what a bridge or prime must do.

use super::Setting;
use crate::act::ProgramOrder;
use crate::calculators::bridge::{self, bridge};
use crate::calculators::prime::{self, CatheterHolds, prime};
use crate::course::{Course, dose_of};
use crate::finding::{Finding, Level};
use crate::rule::Rule;
use crate::value::Value;
use pump::{BolusKind, PumpTime};
use quantity::{Concentration, Dose, Volume};
use twin::{RBig, of};

/// Old drug in the line: how much, and of which strength.
pub(super) struct OldDrug {
    /// nL
    pub volume: RBig,
    /// The strength of most of it.
    pub strength: Concentration,
}

/// What of the line is drug of another strength than `new`; `None` if nothing is.
pub(super) fn old_drug(
    course: &Course<'_>,
    setting: &Setting<'_>,
    new: Concentration,
    now: PumpTime,
) -> Option<OldDrug> {
    let twin = course.twin.as_ref()?;
    // While the label stays the same, fluid diluted by what stayed in the reservoir counts as the same drug.
    let told = course.running().map(|running| running.concentration);
    let limits = &setting.protocol.bridge;
    let tolerance = if told == Some(new) { &limits.mixture_tolerance.value } else { &limits.tolerance.value };
    let wanted = of(new.quotient());
    let (mut volume, mut most) = (RBig::ZERO, (RBig::ZERO, RBig::ZERO));
    for slug in twin.catheter_at(now).into_iter().chain(twin.tubing_at(now)) {
        let off = &slug.concentration - &wanted;
        let off = if off < RBig::ZERO { -off } else { off };
        if slug.concentration > RBig::ZERO && off > tolerance * &wanted {
            volume += &slug.volume;
            if slug.volume > most.0 {
                most = (slug.volume, slug.concentration);
            }
        }
    }
    let strength = u128::try_from(most.1.trunc()).ok()?;
    let strength = Concentration::from_nanograms_per_millilitre(u64::try_from(strength).ok()?).ok()?;
    (volume > RBig::ZERO && !strength.is_zero()).then_some(OldDrug { volume, strength })
}

fn dose(value: &RBig) -> Option<Dose> {
    Dose::from_nanograms_per_day(u64::try_from(value.trunc()).ok()?).ok()
}

/// The numbers of the bridge that a change of strength needs. Without a running dose the new one must bridge too.
fn needed(
    course: &Course<'_>,
    old: &OldDrug,
    order: &ProgramOrder,
) -> Option<(bridge::Bridge, Vec<Finding>)> {
    let after = dose(&dose_of(&order.run, order.concentration)).filter(|dose| !dose.is_zero());
    let running = course.running().filter(|running| !running.asked.is_stopped());
    let before =
        running.and_then(|running| dose(&running.dose_per_day())).filter(|dose| !dose.is_zero()).or(after)?;
    let input = bridge::Input {
        dead_volume: old.volume.clone(),
        from: old.strength,
        to: order.concentration,
        dose_before: before,
        dose_after: after.unwrap_or(before),
    };
    let (bridge, findings) = bridge(&input);
    Some((bridge?, findings))
}

/// A bridge or prime that rests on a catheter volume which nobody has verified cannot be judged.
fn unverified(course: &Course<'_>) -> Option<Finding> {
    course.catheter.filter(|catheter| catheter.unverified)?;
    let needs = Value::Text("volume per cm of this catheter (grade U in the catalogue)".to_owned());
    Some(Finding::new(Rule::NotChecked, Level::Soft).with("needs", needs))
}

/// Whether two numbers agree within a part of the second.
fn agree(value: &RBig, wanted: &RBig, tolerance: &RBig) -> bool {
    let off = value - wanted;
    let off = if off < RBig::ZERO { -off } else { off };
    off <= tolerance * wanted
}

/// A change of strength: bridged, aspirated and primed, resolved by a physician, or refused.
pub(super) fn bridging(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    now: PumpTime,
) -> Vec<Finding> {
    let bridges: Vec<_> =
        order.run.boluses().iter().filter(|bolus| bolus.kind == BolusKind::Bridge).collect();
    let Some(old) = old_drug(course, setting, order.concentration, now) else {
        let strength = Value::concentration(order.concentration);
        return bridges
            .iter()
            .map(|_| Finding::of(Rule::BridgeNotNeeded).with("strength", strength.clone()))
            .collect();
    };
    let Some((bridge, findings)) = needed(course, &old, order) else { return Vec::new() };
    if let Some(unverified) = unverified(course).filter(|_| !bridges.is_empty()) {
        return vec![unverified];
    }
    let tolerance = &setting.protocol.bridge.tolerance.value;
    let aspirated = matches!(course.line, Some((holds, _)) if holds != CatheterHolds::Drug);
    if let [given, more @ ..] = bridges.as_slice() {
        let (volume, over) = (of(given.volume), RBig::from(given.over.seconds()));
        // Whatever is pushed ahead of the bridge pushes the old drug out at its own speed; only the prime of a catheter
        // that was aspirated does not reach the tip.
        let ahead = order.run.boluses().iter().take_while(|bolus| bolus.kind != BolusKind::Bridge);
        let ahead = ahead.filter(|bolus| !(bolus.kind == BolusKind::Prime && aspirated)).count();
        let alone = more.is_empty() && ahead == 0;
        if alone && agree(&volume, &old.volume, tolerance) && agree(&over, &bridge.duration, tolerance) {
            return Vec::new();
        }
        let finding = Finding::of(Rule::BridgeWrong)
            .with("volume ordered", Value::Volume(volume))
            .with("old drug in the line", Value::Volume(old.volume))
            .with("duration ordered", Value::Hours(over))
            .with("duration needed", Value::Hours(bridge.duration))
            .with("bridge dose to program", Value::Mass(bridge.programmed_dose));
        let wrong = Value::Text("one bridge, and no bolus ahead of it".to_owned());
        return vec![if alone { finding } else { finding.with("needs", wrong) }];
    }
    let softly = |findings: Vec<Finding>, words: &str| {
        let soft = findings.into_iter().map(|finding| Finding { level: Level::Soft, ..finding });
        soft.map(|finding| finding.with("stated instead", Value::Text(words.to_owned()))).collect()
    };
    let primed = order.run.boluses().iter().any(|bolus| bolus.kind == BolusKind::Prime);
    match &order.alternative {
        // Signed by two, by the protocol: the finding stays, softly, with the physician's own words.
        Some(other) => softly(findings, other),
        // What the tubing still holds of the old drug goes ahead of the new one, at the new flow.
        None if primed && aspirated => {
            softly(findings, "aspirated and primed: the old drug in the tubing remains")
        }
        None => findings,
    }
}

/// A stretch without drug on its way to the patient, in nL, and how long it lasts at a flow.
pub(super) fn gap(volume: RBig, flow: &RBig) -> Finding {
    let finding = Finding::of(Rule::PrimeGap);
    let lasts = (*flow > RBig::ZERO).then(|| Value::Days(&volume / flow * RBig::from(86_400)));
    let finding = finding.with("volume without drug", Value::Volume(volume));
    match lasts {
        Some(lasts) => finding.with("without drug for", lasts),
        None => finding,
    }
}

/// Primes in the order against what the line needs; and a line that needs one and gets none, or too little.
pub(super) fn priming(course: &Course<'_>, setting: &Setting<'_>, order: &ProgramOrder) -> Vec<Finding> {
    let primes: Vec<_> = order.run.boluses().iter().filter(|bolus| bolus.kind == BolusKind::Prime).collect();
    let (catheter_holds, pump_primed) = course.line.unwrap_or((CatheterHolds::Drug, true));
    let input = prime::Input {
        tubing: course.pump.map_or(Volume::ZERO, |pump| pump.tubing),
        catheter: course.catheter.map_or(RBig::ZERO, |catheter| of(catheter.volume)),
        concentration: order.concentration,
        pump_primed,
        catheter_holds,
    };
    let (needed, findings) = prime(&input);
    if order.run.is_stopped() {
        return Vec::new();
    }
    let flow = of(order.run.week_flow());
    if catheter_holds == CatheterHolds::Drug {
        // Without a prime only the gap remains: a stretch without drug between new pump and full catheter.
        let gaps = |finding: &Finding| !primes.is_empty() || finding.rule == Rule::PrimeGap;
        return findings.into_iter().filter(gaps).collect();
    }
    if let Some(unverified) = unverified(course) {
        return vec![unverified];
    }
    let volume = primes.iter().fold(RBig::ZERO, |sum, bolus| sum + of(bolus.volume));
    let tolerance = &setting.protocol.bridge.tolerance.value;
    if volume > &needed.volume * (RBig::ONE + tolerance) {
        let finding = Finding::of(Rule::PrimeWrong).with("volume ordered", Value::Volume(volume));
        return vec![finding.with("volume needed", Value::Volume(needed.volume))];
    }
    if volume < &needed.volume * (RBig::ONE - tolerance) {
        return vec![gap(&needed.volume - volume, &flow)];
    }
    Vec::new()
}
