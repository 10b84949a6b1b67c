//! What was found in the reservoir against what the twin expects, and whether the stop rule stops.

use crate::bedside::{Told, hundredths, tenths};
use practice::patient::Stand;
use practice::rules::Rules;
use quantity::Volume;
use therapy::calculators::residual::{Attention, Class, Input, residual, threshold};
use therapy::{Finding, Rule, Value, expected_volume, outlook};
use twin::{RBig, of};

/// The comparison, for a page.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    /// By calculation, rounded down.
    pub expected: String,
    /// Withdrawn and left together.
    pub measured: String,
    /// In words: how much more or less.
    pub difference: String,
    /// What the pump should have given since the last fill.
    pub dispensed: String,
    /// Difference from which on it matters.
    pub threshold: String,
    /// The pump's accuracy times what it should have given.
    pub by_accuracy: String,
    /// Where the accuracy comes from.
    pub accuracy_basis: String,
    /// What it may mean.
    pub means: &'static str,
    /// What the rules say.
    pub told: Vec<Told>,
}

impl Comparison {
    /// Whether nothing may be filled before somebody has dealt with it.
    pub(super) fn stops(&self) -> bool {
        self.told.iter().any(Told::is_hard)
    }

    /// The rules that stop, by name.
    pub(super) fn stopping(&self) -> String {
        let hard = self.told.iter().filter(|told| told.is_hard()).map(|told| told.rule);
        hard.collect::<Vec<_>>().join(", ")
    }
}

/// Compares what was found now; `None` before the first fill of this pump, when there is nothing to compare with.
pub(super) fn compare(
    stand: &Stand<'_>,
    rules: &Rules,
    measured: Volume,
    not_running: bool,
) -> Option<Comparison> {
    let course = &stand.course;
    let (twin, reservoir) = course.twin.as_ref().zip(course.reservoir.as_ref())?;
    let calculated = expected_volume(twin, stand.now);
    let expected = course.expected_near(stand.now, measured).unwrap_or(calculated);
    let setting = rules.setting();
    let (accuracy, accuracy_basis) = outlook::accuracy(course, &setting);
    let input = Input {
        fill: reservoir.fill,
        expected,
        measured,
        accuracy: accuracy.clone(),
        threshold: threshold(&rules.protocol, reservoir.fill),
    };
    let (found, mut findings) = residual(&input);
    let emptied = twin.time_since_fill(twin.fill_volume()).filter(|at| *at <= stand.now);
    if let Some(at) = emptied.and_then(twin::civil) {
        findings.push(Finding::of(Rule::Empty).with("empty since", Value::At(at)));
    }
    if not_running {
        findings.push(Finding::of(Rule::NotRunning));
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let size =
        if found.difference < RBig::ZERO { -found.difference.clone() } else { found.difference.clone() };
    let difference = if size.is_zero() {
        "none".to_owned()
    } else if found.difference > RBig::ZERO {
        format!("{} more than expected", hundredths(&size))
    } else {
        format!("{} less than expected", hundredths(&size))
    };
    let means = match (found.class, found.level) {
        (_, Attention::None) => "It fits.",
        (Class::MoreLeft, _) if measured > reservoir.fill => {
            "More than was filled: fluid has come into the reservoir, or this is not the pump or the record you think it is."
        }
        (Class::MoreLeft, _) => {
            "More is left than expected: the pump has given less than programmed. Catheter or pump, a bolus that was not given, or the port was missed at the last fill."
        }
        _ => {
            "Less is left than expected: the pump has given more than programmed, or it leaks, or not all has been withdrawn yet."
        }
    };
    Some(Comparison {
        expected: tenths(&of(expected.quotient())),
        measured: hundredths(&of(measured.quotient())),
        difference,
        dispensed: tenths(&found.dispensed),
        threshold: hundredths(&of(input.threshold.quotient())),
        by_accuracy: hundredths(&(&accuracy * &found.dispensed)),
        accuracy_basis,
        means,
        told: Told::all(&findings, &[]),
    })
}
