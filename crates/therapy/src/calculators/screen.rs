//! The screening test: what has been given decides what may follow.

use crate::finding::Finding;
use crate::protocol::Protocol;
use crate::rule::Rule;
use crate::value::Value;
use jiff::civil::DateTime;
use quantity::Mass;
use twin::{RBig, of};

/// One test dose.
#[derive(Debug, Clone)]
pub struct Test {
    /// UTC seconds.
    pub at: i64,
    /// How much.
    pub dose: Mass,
    /// Whether tone and spasms fell.
    pub responded: bool,
    /// How long the effect lasted, in hours.
    pub effect_hours: Option<RBig>,
    /// Whether the response was adverse.
    pub adverse: bool,
}

/// What the ladder says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The next dose may be given now.
    Give,
    /// The next dose must wait.
    Wait,
    /// A test was effective.
    Eligible,
    /// No response to the largest dose.
    NotACandidate,
    /// An adverse response.
    Stop,
}

impl Verdict {
    /// The word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Give => "give",
            Self::Wait => "wait",
            Self::Eligible => "eligible",
            Self::NotACandidate => "not-a-candidate",
            Self::Stop => "stop",
        }
    }
}

/// The verdict and what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Screening {
    /// What the ladder says.
    pub verdict: Verdict,
    /// The next dose.
    pub next_dose: Option<Mass>,
    /// UTC second before which it must not be given.
    pub not_before: Option<i64>,
    /// ng/d to start with.
    pub start_dose: Option<RBig>,
}

/// The first dose of the ladder above all doses given.
fn next(ladder: &[Mass], given: Option<Mass>) -> Option<Mass> {
    ladder.iter().copied().find(|step| given.is_none_or(|given| *step > given))
}

/// Judges a series of tests, in the order of time, up to `now` (UTC seconds). `clock` writes a UTC second on the clock
/// that people are shown.
#[must_use]
pub fn screen(
    protocol: &Protocol,
    small_child: bool,
    tests: &[Test],
    now: i64,
    clock: &dyn Fn(i64) -> Option<DateTime>,
) -> (Screening, Vec<Finding>) {
    let limits = &protocol.screening;
    let between = i64::try_from(limits.between.value.seconds()).unwrap_or(i64::MAX);
    let shown = |at: i64| clock(at).map_or_else(|| Value::Text(format!("{at} s")), Value::At);
    let mut findings = Vec::new();
    let mut largest: Option<Mass> = None;
    let mut before: Option<i64> = None;
    for test in tests {
        let numbers =
            |rule: Rule| Finding::of(rule).with("dose", Value::mass(test.dose)).with("at", shown(test.at));
        if test.adverse {
            findings.push(numbers(Rule::ScreenAdverse));
        }
        if let Some(earliest) = before.map(|before| before.saturating_add(between)).filter(|at| test.at < *at)
        {
            findings.push(numbers(Rule::ScreenTooSoon).with("not before", shown(earliest)));
        }
        if test.dose > limits.max.value {
            findings.push(numbers(Rule::ScreenOverMax).with("largest", Value::mass(limits.max.value)));
        }
        if let Some(step) = next(&limits.ladder.value, largest).filter(|step| test.dose > *step) {
            findings.push(numbers(Rule::ScreenSkipped).with("step of the ladder", Value::mass(step)));
        }
        largest = largest.max(Some(test.dose));
        before = Some(test.at);
    }

    let decided = tests.iter().find_map(|test| {
        let verdict = if test.adverse {
            Verdict::Stop
        } else if test.responded {
            Verdict::Eligible
        } else if test.dose >= limits.max.value {
            Verdict::NotACandidate
        } else {
            return None;
        };
        Some((verdict, test))
    });
    let screening = match decided {
        Some((verdict, test)) => {
            let start_dose = if verdict == Verdict::Eligible { start_dose(protocol, test) } else { None };
            Screening { verdict, next_dose: None, not_before: None, start_dose }
        }
        None => {
            let mut ladder = limits.ladder.value.clone();
            if small_child {
                ladder.insert(0, limits.small_child_first.value);
            }
            let not_before = before.map(|before| before.saturating_add(between));
            let wait = not_before.is_some_and(|earliest| now < earliest);
            let verdict = if wait { Verdict::Wait } else { Verdict::Give };
            Screening { verdict, next_dose: next(&ladder, largest), not_before, start_dose: None }
        }
    };
    (screening, findings)
}

/// The dose per day to start with: twice the effective test dose, or that dose itself if its effect lasted long. None if
/// it is not known how long, or if the dose was above the largest.
fn start_dose(protocol: &Protocol, test: &Test) -> Option<RBig> {
    let starting = &protocol.starting;
    if test.dose > starting.dose_max.value {
        return None;
    }
    let seconds = test.effect_hours.as_ref()? * RBig::from(3_600);
    let long = seconds > of(protocol.screening.effect_long.value.quotient());
    let factor = if long { &starting.factor_long.value } else { &starting.factor.value };
    Some(of(test.dose.quotient()) * factor)
}
