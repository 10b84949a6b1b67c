//! An order: its parts, each judged, and together.

use super::{Setting, dose, fill, line, program};
use crate::act::{Order, RefillOrder, ScreeningCheck, ScreeningOrder};
use crate::calculators::bridge::{self, bridge};
use crate::calculators::screen::{self, Test, Verdict};
use crate::course::Course;
use crate::finding::{Finding, Level};
use crate::rule::Rule;
use crate::value::Value;
use pump::PumpTime;
use quantity::{Dose, Volume};
use twin::civil;

pub(super) fn judge(
    course: &Course<'_>,
    order: &Order,
    setting: &Setting<'_>,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(screening) = &order.screening_dose {
        findings.extend(test_dose(course, setting, screening, now));
    }
    if let Some(refill) = &order.refill {
        findings.extend(fill::product(course, setting, &refill.drug, refill.concentration, true));
        findings.extend(fill::capacity(course, Volume::ZERO, refill.volume));
        if order.program.is_none() {
            findings.extend(refill_alone(course, setting, refill, now));
        }
    }
    if let Some(program) = &order.program {
        findings.extend(program::judge(course, setting, program, order.refill.as_ref(), now));
    }
    findings
}

/// A refill without a program leaves the pump as it is: another strength is unresolved, a residual unexplained.
fn refill_alone(
    course: &Course<'_>,
    setting: &Setting<'_>,
    refill: &RefillOrder,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    if fill::unexplained(course, setting) {
        findings.push(Finding::of(Rule::ResidualStop).with("refill", Value::volume(refill.volume)));
    }
    findings.extend(unresolved(course, setting, refill.concentration, now));
    findings
}

/// What a change of strength does as long as nobody programs a bridge: at the dose of the running program.
pub(super) fn unresolved(
    course: &Course<'_>,
    setting: &Setting<'_>,
    strength: quantity::Concentration,
    now: PumpTime,
) -> Vec<Finding> {
    let Some(old) = line::old_drug(course, setting, strength, now) else { return Vec::new() };
    let dose = course.last_treating().and_then(|running| u64::try_from(running.dose_per_day().trunc()).ok());
    let dose = dose.and_then(|dose| Dose::from_nanograms_per_day(dose).ok()).filter(|dose| !dose.is_zero());
    let Some(dose) = dose else {
        return vec![Finding::of(Rule::BridgeRequired).with("new strength", Value::concentration(strength))];
    };
    let input = bridge::Input {
        dead_volume: old.volume,
        from: old.strength,
        to: strength,
        dose_before: dose,
        dose_after: dose,
    };
    bridge(&input).1
}

/// A test dose against the ladder, with the checks before it.
fn test_dose(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ScreeningOrder,
    now: PumpTime,
) -> Vec<Finding> {
    let clock = course.clock;
    let unix = now.0 - i64::from(clock.offset_seconds);
    let shown = |unix: i64| civil(clock.at(unix));
    let test = Test { at: unix, dose: order.dose, responded: false, effect_hours: None, adverse: false };
    let mut findings = ladder(course, setting, now, test);
    match screen::screen(setting.protocol, false, &course.tests, unix, &shown).0.verdict {
        verdict @ (Verdict::Stop | Verdict::NotACandidate | Verdict::Eligible) => {
            let verdict = Value::Text(verdict.word().to_owned());
            findings.push(Finding::of(Rule::ScreenDecided).with("verdict", verdict));
        }
        Verdict::Give | Verdict::Wait => {}
    }
    findings.extend(checks(order));
    findings
}

/// What a test adds to the findings of the tests before it; those were filed with them.
pub(super) fn ladder(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime, test: Test) -> Vec<Finding> {
    let clock = course.clock;
    let unix = now.0 - i64::from(clock.offset_seconds);
    let shown = |unix: i64| civil(clock.at(unix));
    let run = |tests: &[Test]| screen::screen(setting.protocol, false, tests, unix, &shown).1;
    let old = run(&course.tests).len();
    let dose = test.dose;
    let mut tests = course.tests.clone();
    tests.push(test);
    let mut findings: Vec<Finding> = run(&tests).into_iter().skip(old).collect();
    // A small child begins one step lower; that lower step is never a skipped one for anybody.
    let first = setting.protocol.screening.small_child_first.value;
    let skipped = findings.iter().any(|finding| finding.rule == Rule::ScreenSkipped);
    if course.tests.is_empty() && dose > first && !skipped && dose::small_child(course, setting, now) {
        let finding = Finding::of(Rule::ScreenSkipped).with("dose", Value::mass(dose));
        findings.push(finding.with("first step of a small child", Value::mass(first)));
    }
    findings
}

fn checks(order: &ScreeningOrder) -> Option<Finding> {
    let state =
        |check: ScreeningCheck| order.checks.iter().find(|(done, _)| *done == check).map(|(_, good)| *good);
    let mut open = Vec::new();
    for (word, check) in ScreeningCheck::WORDS {
        match state(check) {
            Some(true) => {}
            Some(false) => open.push(format!("{word}: no")),
            None => open.push(format!("{word}: not recorded")),
        }
    }
    let open = (!open.is_empty()).then(|| open.join("; "))?;
    Some(Finding::new(Rule::ScreenChecks, Level::Soft).with("open", Value::Text(open)))
}
