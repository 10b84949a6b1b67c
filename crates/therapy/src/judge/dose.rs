//! The dose of an order against the one before: start, restart, restored delivery, or titration.

use super::{Setting, fill};
use crate::act::ProgramOrder;
use crate::calculators::screen;
use crate::calculators::titrate::{self, Phase};
use crate::course::{Course, Review, Running, dose_of};
use crate::finding::{Finding, Level};
use crate::protocol::{Population, whole};
use crate::rule::Rule;
use crate::value::Value;
use jiff::civil::Date;
use pump::{Base, PumpTime};
use quantity::{Concentration, Dose, Quotient, Span};
use twin::{RBig, civil, of, volume_times};

/// The starting dose that the test allows, in ng/d; `None` if none is known.
pub(super) fn starting(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<RBig> {
    let unix = now.0 - i64::from(course.clock.offset_seconds);
    screen::screen(setting.protocol, false, &course.tests, unix, &|_| None).0.start_dose
}

/// Age in whole years.
pub(super) fn age(course: &Course<'_>, now: PumpTime) -> Option<i32> {
    let today: Date = civil(now)?.date();
    let born = course.file.patient.born;
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    Some(i32::from(today.year()) - i32::from(born.year()) - i32::from(!had_birthday))
}

/// The population whose bands apply; `None` if the protocol does not map the diagnosis.
#[must_use]
pub(super) fn population(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<Population> {
    let map = &setting.protocol.population;
    let diagnosis = &course.file.patient.diagnosis;
    if i64::from(age(course, now)?) < i64::from(whole(&map.paediatric_below_years)) {
        return Some(Population::Paediatric);
    }
    if map.spinal.value.contains(diagnosis) {
        Some(Population::Spinal)
    } else if map.cerebral.value.contains(diagnosis) {
        Some(Population::Cerebral)
    } else {
        None
    }
}

/// Everything that the dose of an order has to be judged against.
pub(super) fn judge(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    now: PumpTime,
) -> Vec<Finding> {
    let proposed = dose_of(&order.run, order.concentration);
    let mut findings = Vec::new();
    if order.run.is_stopped() {
        return vec![Finding::of(Rule::StopOrdered)];
    }
    let start = starting(course, setting, now);
    let above_start = start.as_ref().is_none_or(|start| proposed > *start);
    let Some(former) = course.last_flowing() else {
        // A pump that was found stopped has a past that nobody knows.
        if let Some((rule, _)) = restart(course, setting, now).filter(|_| above_start) {
            findings.push(Finding::of(rule).with("proposed", Value::Dose(proposed.clone())));
        }
        findings.extend(first(&start, &proposed));
        findings.extend(over_soft(course, setting, order, &proposed));
        return findings;
    };
    let numbers = |rule: Rule, level: Level| {
        let finding = Finding::new(rule, level)
            .with("proposed", Value::Dose(proposed.clone()))
            .with("dose before", Value::Dose(former.dose_per_day()));
        let known = start.clone().map_or_else(|| Value::Text("not known".to_owned()), Value::Dose);
        finding.with("starting dose", known)
    };
    let minimum = matches!(order.run.base(), Base::MinimumRate(_));
    let mut anew = false;
    let unexplained = fill::unexplained(course, setting);
    if unexplained && above_start && !minimum {
        findings.push(numbers(Rule::ResidualStop, Level::Hard));
    }
    if let Some((rule, gap)) = restart(course, setting, now) {
        anew = rule != Rule::RestartShort;
        if rule == Rule::RestartShort || (above_start && !minimum) {
            let gap =
                gap.map_or_else(|| Value::Text("not known".to_owned()), |gap| Value::Hours(RBig::from(gap)));
            findings.push(numbers(rule, rule.about().level).with("without delivery", gap));
        }
    }
    match course.review {
        Some(Review::AfterUnderDelivery) => {
            anew = true;
            if above_start && !minimum {
                findings.push(numbers(Rule::RestoredDelivery, Level::Hard));
            }
        }
        Some(Review::AfterRevision) if proposed >= former.dose_per_day() => {
            findings.push(numbers(Rule::RevisionReview, Level::Soft));
        }
        _ => {}
    }
    // A restart is judged as one: a fall from the former dose is no step, and the starting dose is the safe way out.
    if (anew || unexplained) && proposed <= former.dose_per_day() {
        return findings;
    }
    if minimum {
        findings.push(Finding::of(Rule::StopOrdered).with("instead", Value::Text("minimum rate".to_owned())));
        return findings;
    }
    findings.extend(step(course, setting, order, former, &proposed, now));
    findings.extend(rising(course, setting, &proposed));
    findings
}

fn first(start: &Option<RBig>, proposed: &RBig) -> Option<Finding> {
    match start {
        None => Some(Finding::of(Rule::StartDoseUnknown).with("proposed", Value::Dose(proposed.clone()))),
        Some(start) if proposed > start => Some(
            Finding::of(Rule::StartDoseHigh)
                .with("proposed", Value::Dose(proposed.clone()))
                .with("starting dose", Value::Dose(start.clone())),
        ),
        Some(_) => None,
    }
}

/// The restart rule of a time without delivery, by its length in seconds; a length that nobody knows is the longest.
pub(super) fn restart_rule(setting: &Setting<'_>, length: Option<u64>) -> Rule {
    let limits = &setting.protocol.restart;
    match length {
        Some(length) if length <= limits.short.value.seconds() => Rule::RestartShort,
        Some(length) if length <= limits.long.value.seconds() => Rule::RestartLong,
        _ => Rule::RestartUnknown,
    }
}

/// The gravest restart rule of the times without delivery that nobody has dealt with, and how many seconds that one lasted
/// if it is known.
fn restart(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<(Rule, Option<u64>)> {
    // Delivery that came back by itself and has gone on for long enough since is no restart any more.
    let settled = setting.protocol.titration.tolerated_after.value.seconds();
    let open = course.interruptions.iter();
    let open = open.filter(|gap| gap.until.is_none_or(|until| now.since(until) <= settled));
    let lengths = open.map(|gap| match (gap.from, gap.until) {
        (Some(from), Some(until)) => Some(until.since(from)),
        (Some(from), None) if gap.lasts => Some(now.since(from)),
        _ => None,
    });
    // None, for a length that nobody knows, counts as more than any length.
    let longest = lengths.max_by_key(|length| length.unwrap_or(u64::MAX))?;
    Some((restart_rule(setting, longest), longest))
}

fn whole_dose(dose: &RBig) -> Option<Dose> {
    Dose::from_nanograms_per_day(u64::try_from(dose.trunc()).ok()?).ok()
}

/// Where the therapy stands.
pub(super) fn phase(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Phase {
    let limits = &setting.protocol.titration;
    match course.titrated_since.map(|since| now.since(since)) {
        Some(since) if since < limits.change_interval.value.seconds() => Phase::First24h,
        Some(since) if since <= limits.phase.value.seconds() => Phase::Titration,
        _ => Phase::Maintenance,
    }
}

/// When the dose was changed last.
fn changed_at(programs: &[Running<'_>]) -> Option<PumpTime> {
    let changes = programs.windows(2).rev().find_map(|pair| match pair {
        [before, after] if before.dose_per_day() != after.dose_per_day() => Some(after.since),
        _ => None,
    });
    changes.or_else(|| programs.first().map(|first| first.since))
}

/// The dose before the last change, if that change is young enough to be undone and the dose was tolerated.
fn tolerated(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<Dose> {
    let limits = &setting.protocol.titration;
    let [.., before, current] = course.programs.as_slice() else { return None };
    let young = now.since(current.since) <= limits.undo.value.seconds();
    let long = current.since.since(before.since) >= limits.tolerated_after.value.seconds();
    let well = !course.side_effects.iter().any(|at| *at >= before.since && *at <= current.since);
    if young && long && well { whole_dose(&before.dose_per_day()) } else { None }
}

/// An ordinary change: its band, its size, its haste, and whether it looks like a slip.
fn step(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    former: &Running<'_>,
    proposed: &RBig,
    now: PumpTime,
) -> Vec<Finding> {
    let Some(population) = population(course, setting, now) else {
        let needs =
            format!("a population for the diagnosis \"{}\" in the protocol", course.file.patient.diagnosis);
        let mut findings = vec![Finding::of(Rule::NotChecked).with("needs", Value::Text(needs))];
        findings.extend(over_soft(course, setting, order, proposed));
        return findings;
    };
    let (Some(dose), Some(wanted)) = (whole_dose(&former.dose_per_day()), whole_dose(proposed)) else {
        return Vec::new();
    };
    if dose.is_zero() {
        return Vec::new();
    }
    let since = changed_at(&course.programs).map_or(0, |at| now.since(at));
    let input = titrate::Input {
        population,
        phase: phase(course, setting, now),
        dose,
        proposed: wanted,
        hours_since_change: RBig::from(since) / RBig::from(3_600),
        last_tolerated: tolerated(course, setting, now),
    };
    let (band, mut findings) = titrate::titrate(setting.protocol, &input);
    let undone = input.last_tolerated.is_some_and(|tolerated| wanted <= tolerated);
    // The calculator keeps a tenfold hard; here the dose gone back to is known to have been tolerated.
    for tenfold in findings.iter_mut().filter(|finding| undone && finding.rule == Rule::Tenfold) {
        tenfold.level = Level::Note;
    }
    findings.extend(slip(setting, &(proposed / former.dose_per_day()), undone));
    if !findings.iter().any(|finding| finding.rule == Rule::DoseOver1000) {
        findings.extend(over_soft(course, setting, order, proposed));
    }
    let in_band = !findings.iter().any(|finding| matches!(finding.rule, Rule::StepHigh | Rule::StepLow));
    if in_band && !undone {
        findings.extend(days(former, order, &band, &of(dose.quotient())));
    }
    findings
}

/// A ratio that is that of two units or strengths.
fn slip(setting: &Setting<'_>, ratio: &RBig, undone: bool) -> Option<Finding> {
    let limits = &setting.protocol.titration;
    let up = if *ratio >= RBig::ONE { ratio.clone() } else { RBig::ONE / ratio };
    let factor = limits.slip_factors.value.iter().find(|factor| {
        let off = &up - *factor;
        let off = if off < RBig::ZERO { -off } else { off };
        off <= &limits.slip_tolerance.value * *factor
    })?;
    let level = if undone { Level::Note } else { Level::Hard };
    let finding = Finding::new(Rule::UnitSlip, level).with("ratio", Value::Number(ratio.clone()));
    Some(finding.with("factor", Value::Number(factor.clone())))
}

/// The highest 24-hour total of a program, in ng/d.
fn day_max(order: &ProgramOrder) -> RBig {
    let strength = of(order.concentration.quotient());
    let days = order.run.day_flows();
    days.into_iter().map(|flow| volume_times(&of(flow), &strength)).max().unwrap_or(RBig::ZERO)
}

/// A day above the soft limit, even where the mean of the week is not.
fn over_soft(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    proposed: &RBig,
) -> Option<Finding> {
    let limit = setting.protocol.titration.dose_per_day_soft.value;
    let highest = day_max(order);
    let undone = course.running().is_some_and(|running| running.dose_per_day() == *proposed);
    (highest > of(limit.quotient()) && !undone)
        .then(|| Finding::of(Rule::DoseOver1000).with("24-hour total", Value::Dose(highest)))
}

/// Single weekdays that leave the band although the week does not.
fn days(former: &Running<'_>, order: &ProgramOrder, band: &titrate::Titration, dose: &RBig) -> Vec<Finding> {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let total = |flow: Quotient<quantity::Flow>, strength: Concentration| {
        volume_times(&of(flow), &of(strength.quotient()))
    };
    let (low, high) = (&band.low / dose, &band.high / dose);
    let pairs = former.asked.day_flows().into_iter().zip(order.run.day_flows()).zip(NAMES);
    let mut findings = Vec::new();
    for ((before, after), name) in pairs {
        let (before, after) = (total(before, former.concentration), total(after, order.concentration));
        if before > RBig::ZERO && (after > &before * &high || after < &before * &low) {
            findings.push(
                Finding::of(Rule::FlexDayChanged)
                    .with("day", Value::Text(name.to_owned()))
                    .with("before", Value::Dose(before))
                    .with("after", Value::Dose(after)),
            );
        }
    }
    findings
}

/// Rises in a row without a better score: look at the system before raising further.
fn rising(course: &Course<'_>, setting: &Setting<'_>, proposed: &RBig) -> Option<Finding> {
    let count = whole(&setting.protocol.titration.rising_count) as usize;
    let mut doses: Vec<(Option<PumpTime>, RBig)> =
        course.programs.iter().map(|running| (Some(running.since), running.dose_per_day())).collect();
    doses.push((None, proposed.clone()));
    let rises =
        doses.windows(2).rev().take_while(|pair| matches!(pair, [(_, before), (_, after)] if after > before));
    let rises = rises.count();
    if rises < count {
        return None;
    }
    let from = doses.get(doses.len().checked_sub(rises + 1)?)?.0?;
    // The last score before the first of these rises, and the last one now, on the same scale.
    let (_, latest) = course.scores.last()?;
    let same = |(_, score): &&(PumpTime, scales::Score)| score.scale() == latest.scale();
    let (_, first) = course.scores.iter().filter(|(at, _)| *at <= from).rfind(same)?;
    (latest.better_than(*first) == Some(false)).then(|| {
        Finding::of(Rule::DoseRising)
            .with("rises in a row", Value::Count(rises as u64))
            .with("score then", Value::Text(format!("{} {}", first.scale().name(), first.value())))
            .with("score now", Value::Text(format!("{} {}", latest.scale().name(), latest.value())))
    })
}

/// A time by which something lasts from now on.
pub(super) fn until(now: PumpTime, span: Span) -> Value {
    civil(now.after(span)).map_or_else(|| Value::Text("for good".to_owned()), Value::At)
}
