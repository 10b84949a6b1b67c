//! What goes into a reservoir: product, strength, volume.

use super::Setting;
use crate::calculators::residual::{self, Attention, Residual, residual};
use crate::course::Course;
use crate::finding::{Finding, Level};
use crate::outlook;
use crate::rule::Rule;
use crate::value::Value;
use catalogue::DrugUse;
use quantity::{Concentration, Volume};
use twin::Cycle;

/// Product, strength and volume against catalogue and pump. An unlisted drug is recorded softly, and refused as an order.
pub(super) fn product(
    course: &Course<'_>,
    setting: &Setting<'_>,
    drug: &str,
    strength: Concentration,
    ordered: bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let named = |finding: Finding| finding.with("drug", Value::Text(drug.to_owned()));
    let strength_value = || Value::concentration(strength);
    let Some(listed) = setting.catalogue.drug(drug) else {
        let level = if ordered { Level::Hard } else { Level::Soft };
        return vec![named(Finding::new(Rule::DrugUnlisted, level)).with("strength", strength_value())];
    };
    if listed.concentration.checked() != Some(&strength) {
        let finding = named(Finding::of(Rule::StrengthDisagrees)).with("strength", strength_value());
        findings
            .push(finding.with("strength of the product", Value::concentration(listed.concentration.value)));
    }
    if listed.usage.checked() == Some(&DrugUse::ScreeningOnly) {
        let finding = named(Finding::of(Rule::StrengthNotForPump)).with("strength", strength_value());
        findings.push(finding.with("because", Value::Text("for the screening test only".to_owned())));
    }
    if let Some(label) = course.profile.and_then(|profile| profile.baclofen.as_ref()) {
        let low = label.concentration_min.as_ref().and_then(|limit| limit.checked());
        let high = label.concentration_max.as_ref().and_then(|limit| limit.checked());
        if low.is_some_and(|low| strength < *low) || high.is_some_and(|high| strength > *high) {
            let finding = named(Finding::of(Rule::StrengthNotForPump)).with("strength", strength_value());
            findings.push(finding.with("because", Value::Text("outside the pump's label".to_owned())));
        }
    }
    findings
}

/// The judgement of one cycle between refills.
pub(super) fn cycle(course: &Course<'_>, setting: &Setting<'_>, cycle: &Cycle) -> (Residual, Vec<Finding>) {
    residual(&residual::Input {
        fill: cycle.fill,
        expected: cycle.expected,
        measured: cycle.measured,
        accuracy: outlook::accuracy(course, setting).0,
        threshold: residual::threshold(setting.protocol, cycle.fill),
    })
}

/// A refill whose residual must be investigated, and nobody has dealt with it yet.
pub(super) fn unexplained(course: &Course<'_>, setting: &Setting<'_>) -> bool {
    let mut open = course.cycles_open();
    open.any(|open| cycle(course, setting, open).0.level == Attention::Investigate)
}

/// Whether it fits into the reservoir.
pub(super) fn capacity(course: &Course<'_>, left: Volume, volume: Volume) -> Option<Finding> {
    let reservoir = course.profile?.reservoir.as_ref();
    let Some(holds) = reservoir.and_then(|reservoir| reservoir.checked()) else {
        let missing = Value::Text("reservoir volume of this pump".to_owned());
        return Some(Finding::of(Rule::NotChecked).with("needs", missing));
    };
    let total = left.checked_add(volume).unwrap_or(Volume::MAX);
    (total > *holds).then(|| {
        Finding::of(Rule::FillOverCapacity)
            .with("volume", Value::volume(total))
            .with("reservoir", Value::volume(*holds))
    })
}
