//! The dose of an order against the one before: start, restart, restored delivery, or titration.

use super::before::{self, Before};
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
use pump::{Base, Program, PumpTime};
use quantity::{Concentration, Dose, Quotient, Span};
use scales::Score;
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

/// Whether a small child's first test dose applies: as the record says, or by age.
pub(super) fn small_child(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> bool {
    let below = i64::from(whole(&setting.protocol.population.small_child_below_years));
    let by_age = || age(course, now).is_some_and(|age| i64::from(age) < below);
    course.file.patient.small_child.unwrap_or_else(by_age)
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

/// A program that only keeps the catheter open: in that mode, and with no more in a day than the smallest test dose.
fn minimum(setting: &Setting<'_>, order: &ProgramOrder, proposed: &RBig) -> bool {
    let smallest = of(setting.protocol.screening.small_child_first.value.quotient());
    matches!(order.run.base(), Base::MinimumRate(_)) && *proposed <= smallest
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
    let minimum = minimum(setting, order, &proposed);
    let too_much = !minimum && start.as_ref().is_none_or(|start| proposed > *start);
    let former = course.last_treating();
    let numbers = |rule: Rule| {
        let finding = Finding::of(rule).with("proposed", Value::Dose(proposed.clone()));
        let finding = match former {
            Some(former) => finding.with("dose before", Value::Dose(former.dose_per_day())),
            None => finding,
        };
        let known = start.clone().map_or_else(|| Value::Text("not known".to_owned()), Value::Dose);
        finding.with("starting dose", known)
    };
    let unexplained = fill::unexplained(course, setting);
    if unexplained && too_much {
        findings.push(numbers(Rule::ResidualStop));
    }
    let mut anew = false;
    if let Some((rule, gap)) = before::restart(course, setting, now) {
        anew = rule != Rule::RestartShort;
        // Without a dose before there is none to go on with.
        if (rule == Rule::RestartShort && former.is_some()) || (anew && too_much) {
            let gap =
                gap.map_or_else(|| Value::Text("not known".to_owned()), |gap| Value::Hours(RBig::from(gap)));
            findings.push(numbers(rule).with("without delivery", gap));
        }
    }
    let Some(former) = former else {
        if !minimum {
            findings.extend(first(&start, &proposed));
            findings.extend(over(course, setting, order));
        }
        return findings;
    };
    match course.review {
        Some(Review::AfterUnderDelivery) => {
            anew = true;
            if too_much {
                findings.push(numbers(Rule::RestoredDelivery));
            }
        }
        Some(Review::AfterRevision) if proposed >= former.dose_per_day() => {
            findings.push(numbers(Rule::RevisionReview));
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

fn whole_dose(dose: &RBig) -> Option<Dose> {
    Dose::from_nanograms_per_day(u64::try_from(dose.trunc()).ok()?).ok()
}

/// Where the therapy stands.
fn phase(setting: &Setting<'_>, before: &Before, now: PumpTime) -> Phase {
    let limits = &setting.protocol.titration;
    match before.titrated_since.map(|since| now.since(since)) {
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

/// An ordinary change: its band, its size, its haste, and whether it looks like a slip.
fn step(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    former: &Running<'_>,
    proposed: &RBig,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let known = population(course, setting, now);
    if known.is_none() {
        // A slip is a slip in every population; of the bands the narrowest holds.
        let needs =
            format!("a population for the diagnosis \"{}\" in the protocol", course.file.patient.diagnosis);
        findings.push(Finding::of(Rule::NotChecked).with("needs", Value::Text(needs)));
    }
    let running = former.dose_per_day();
    let before = before::before(course, setting);
    let undo = before.undo(course, setting, now);
    let fall_max = &setting.protocol.titration.fall_max.value;
    let day = day_max(&order.run, order.concentration);
    let cap = undo.as_ref().and_then(|undo| undo.cap(&running, proposed, &day, fall_max));
    // A young rise has changed nothing yet: what falls below the dose before it is judged against that dose.
    let reference = match &undo {
        Some(undo) if cap.is_none() && running > undo.tolerated && *proposed < undo.tolerated => {
            &undo.tolerated
        }
        _ => &running,
    };
    let (Some(dose), Some(wanted)) = (whole_dose(reference), whole_dose(proposed)) else {
        return findings;
    };
    if dose.is_zero() {
        return findings;
    }
    let since = changed_at(&course.programs).map_or(0, |at| now.since(at));
    let input = titrate::Input {
        population: known.unwrap_or_else(|| narrowest(setting)),
        phase: phase(setting, &before, now),
        dose,
        proposed: wanted,
        hours_since_change: RBig::from(since) / RBig::from(3_600),
        last_tolerated: None,
    };
    let (band, mut steps) = titrate::titrate(setting.protocol, &input);
    // Judged below, day by day.
    steps.retain(|finding| finding.rule != Rule::DoseOver1000);
    let in_band = !steps.iter().any(|finding| matches!(finding.rule, Rule::StepHigh | Rule::StepLow));
    steps.extend(slip(setting, &(proposed / reference)));
    if in_band && cap.is_none() {
        steps.extend(days(former, order, &band, &of(dose.quotient())));
    }
    steps.extend(over(course, setting, order));
    if let Some(cap) = cap {
        for finding in &mut steps {
            finding.level = finding.level.min(cap);
        }
    } else {
        steps.extend(rising(course, setting, &before, proposed, now));
    }
    findings.extend(steps);
    findings
}

/// The band in which the dose that runs may be changed.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseBand {
    /// Whose band.
    pub population: Population,
    /// Where the therapy stands.
    pub phase: Phase,
    /// ng/d: the dose now.
    pub dose: RBig,
    /// ng/d: dose × (1 − largest fall).
    pub low: RBig,
    /// ng/d: dose × (1 + largest rise).
    pub high: RBig,
}

/// The band in which the dose that runs may be changed at `now`; `None` without a dose, or for a diagnosis without bands.
/// It says what would raise no finding on size; it never says which dose to choose.
#[must_use]
pub fn band(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<DoseBand> {
    let running = course.running().filter(|running| running.treats())?;
    let population = population(course, setting, now)?;
    let dose = whole_dose(&running.dose_per_day()).filter(|dose| !dose.is_zero())?;
    let phase = phase(setting, &before::before(course, setting), now);
    let since = changed_at(&course.programs).map_or(0, |at| now.since(at));
    let input = titrate::Input {
        population,
        phase,
        dose,
        proposed: dose,
        hours_since_change: RBig::from(since) / RBig::from(3_600),
        last_tolerated: None,
    };
    let (band, _) = titrate::titrate(setting.protocol, &input);
    Some(DoseBand { population, phase, dose: of(dose.quotient()), low: band.low, high: band.high })
}

/// The population that may rise least.
fn narrowest(setting: &Setting<'_>) -> Population {
    let all = Population::WORDS.into_iter().map(|(_, population)| population);
    let rise = |population: &Population| &setting.protocol.band(*population).titration_rise_max.value;
    all.min_by(|one, other| rise(one).cmp(rise(other))).unwrap_or(Population::Paediatric)
}

/// A ratio that is that of two units or strengths.
fn slip(setting: &Setting<'_>, ratio: &RBig) -> Option<Finding> {
    let limits = &setting.protocol.titration;
    let up = if *ratio >= RBig::ONE { ratio.clone() } else { RBig::ONE / ratio };
    let factor = limits.slip_factors.value.iter().find(|factor| {
        let off = &up - *factor;
        let off = if off < RBig::ZERO { -off } else { off };
        off <= &limits.slip_tolerance.value * *factor
    })?;
    let finding = Finding::of(Rule::UnitSlip).with("ratio", Value::Number(ratio.clone()));
    Some(finding.with("factor", Value::Number(factor.clone())))
}

/// The highest 24-hour total of a program, in ng/d.
pub(super) fn day_max(run: &Program, concentration: Concentration) -> RBig {
    let strength = of(concentration.quotient());
    let days = run.day_flows();
    days.into_iter().map(|flow| volume_times(&of(flow), &strength)).max().unwrap_or(RBig::ZERO)
}

/// A day above the soft limit, even where the mean of the week is not, or above the cap. What runs already may go on, and
/// less of it is never worse.
fn over(course: &Course<'_>, setting: &Setting<'_>, order: &ProgramOrder) -> Option<Finding> {
    let limits = &setting.protocol.titration;
    let highest = day_max(&order.run, order.concentration);
    let running =
        course.last_treating().map_or(RBig::ZERO, |running| day_max(running.asked, running.concentration));
    let rises = highest > running;
    let over = |rule: Rule, level: Level, limit: Dose| {
        let finding = Finding::new(rule, level).with("24-hour total", Value::Dose(highest.clone()));
        finding.with("limit", Value::dose(limit))
    };
    let (soft, cap) = (limits.dose_per_day_soft.value, limits.dose_per_day_cap.value);
    if highest > of(cap.quotient()) && rises {
        return Some(over(Rule::DoseOverCap, Level::Hard, cap));
    }
    let level = if rises { Level::Soft } else { Level::Note };
    (highest > of(soft.quotient())).then(|| over(Rule::DoseOver1000, level, soft))
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

/// Rises in a row without a better score: look at the system before raising further. A score has to be taken after the
/// first of them, or nobody knows. One that is better on any scale, site or goal is enough; what is no better counts only
/// where a dose is raised to bring it down, so that a Barthel index that stays is no reproach.
fn rising(
    course: &Course<'_>,
    setting: &Setting<'_>,
    before: &Before,
    proposed: &RBig,
    now: PumpTime,
) -> Option<Finding> {
    let count = whole(&setting.protocol.titration.rising_count) as usize;
    let (rises, from) = before.rises(proposed, now).filter(|(rises, _)| *rises >= count)?;
    let mut stays = None;
    let mut seen: Vec<&Score> = Vec::new();
    for (_, latest) in course.scores.iter().rev().take_while(|(at, _)| *at > from) {
        if seen.iter().any(|later| later.compares_with(latest)) {
            continue;
        }
        seen.push(latest);
        let first = course.scores.iter().rfind(|(at, score)| *at <= from && score.compares_with(latest));
        let Some((_, first)) = first else { continue };
        match latest.better_than(first) {
            Some(true) => return None,
            Some(false) if stays.is_none() && latest.scale().domain().is_raised_for() => {
                stays = Some((first, latest));
            }
            _ => {}
        }
    }
    let (first, latest) = stays?;
    Some(
        Finding::of(Rule::DoseRising)
            .with("rises in a row", Value::Count(rises as u64))
            .with("score then", Value::Text(format!("{} {}", first.what(), first.value())))
            .with("score now", Value::Text(format!("{} {}", latest.what(), latest.value()))),
    )
}

/// A time by which something lasts from now on.
pub(super) fn until(now: PumpTime, span: Span) -> Value {
    civil(now.after(span)).map_or_else(|| Value::Text("for good".to_owned()), Value::At)
}
