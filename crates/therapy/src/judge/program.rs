//! A program order: everything that is judged before it may be entered.

use super::{Setting, dose, fill, line};
use crate::act::{ProgramOrder, RefillOrder};
use crate::calculators::forecast;
use crate::course::{Course, OrderRecord, OrderState, dose_of, expected_volume};
use crate::finding::{Finding, Level};
use crate::outlook;
use crate::rule::Rule;
use crate::value::Value;
use jiff::civil::Date;
use pump::{Base, BolusKind, PumpTime};
use quantity::Volume;
use twin::{RBig, Twin, TwinError, civil, of, volume_times};

/// Judges a program order, with the refill that goes with it.
pub(super) fn judge(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    refill: Option<&RefillOrder>,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(programmable(course));
    findings.extend(pending(course));
    findings.extend(identity(course, order));
    findings.extend(strength(course, setting, order, refill));
    findings.extend(volumes(course, setting, order, refill, now));
    findings.extend(total(setting, order));
    findings.extend(line::bridging(course, setting, order, now));
    findings.extend(line::priming(course, setting, order));
    findings.extend(boluses(course, setting, order, now));
    findings.extend(patient_bolus(course, setting, order));
    findings.extend(dose::judge(course, setting, order, now));
    findings.extend(range(course, order));
    findings.extend(afterwards(course, setting, order, refill, now));
    findings
}

/// Whether this pump takes a program at all.
fn programmable(course: &Course<'_>) -> Option<Finding> {
    let profile = course.profile?;
    let pump = || Value::Text(profile.name.clone());
    match profile.delivery {
        catalogue::Delivery::NotProgrammable => Some(Finding::of(Rule::NotProgrammable).with("pump", pump())),
        catalogue::Delivery::NotFound => {
            let needs = Value::Text(format!("how {} delivers", profile.name));
            Some(Finding::new(Rule::NotChecked, Level::Soft).with("needs", needs))
        }
        catalogue::Delivery::Continuous | catalogue::Delivery::Strokes { .. } => None,
    }
}

/// Whether an earlier program order hangs in the air.
fn pending(course: &Course<'_>) -> Vec<Finding> {
    let open = course.orders.iter().filter(|record| record.order.program.is_some());
    open.filter(|record| matches!(record.state, OrderState::Ordered | OrderState::Unknown))
        .map(|record| {
            Finding::of(Rule::OrderUnknown)
                .with("order", Value::Text(record.event.id.clone()))
                .with("state", Value::Text(record.state.words().to_owned()))
        })
        .collect()
}

/// Whether it is this patient's pump, with the tubing on record.
fn identity(course: &Course<'_>, order: &ProgramOrder) -> Vec<Finding> {
    let mut findings = Vec::new();
    let Some(pump) = course.pump else { return findings };
    if let Some(serial) = order.serial.as_ref().filter(|serial| **serial != pump.serial) {
        let finding =
            Finding::of(Rule::SerialDisagrees).with("serial in the order", Value::Text(serial.clone()));
        findings.push(finding.with("serial on record", Value::Text(pump.serial.clone())));
    }
    if let Some(tubing) = order.tubing.filter(|tubing| *tubing != pump.tubing) {
        let finding = Finding::of(Rule::TubingStale).with("tubing in the order", Value::volume(tubing));
        findings.push(finding.with("tubing on record", Value::volume(pump.tubing)));
    }
    findings
}

/// What a program meets when it is entered: fluid in reservoir and line may not be any more, or not yet, what it was
/// ordered for.
pub(super) fn entered(
    course: &Course<'_>,
    setting: &Setting<'_>,
    record: &OrderRecord<'_>,
    order: &ProgramOrder,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = strength(course, setting, order, None);
    let ordered_at = course.time(record.event.at);
    let filled = course.reservoir.as_ref().is_some_and(|reservoir| reservoir.filled_at >= ordered_at);
    match &record.order.refill {
        Some(refill) if !filled => {
            let nothing = Value::Text("no fill since the order".to_owned());
            let finding = Finding::of(Rule::ReservoirStale).with("ordered", Value::volume(refill.volume));
            findings.push(finding.with("by record", nothing));
        }
        _ => findings.extend(volumes(course, setting, order, None, now)),
    }
    findings.extend(line::bridging(course, setting, order, now));
    findings
}

/// Whether the strength is what is, or will be, in the reservoir, and the drug is a listed one.
fn strength(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    refill: Option<&RefillOrder>,
) -> Vec<Finding> {
    let (drug, filled) = match (refill, &course.reservoir) {
        (Some(refill), _) => (refill.drug.as_str(), refill.concentration),
        (None, Some(reservoir)) => (reservoir.drug, reservoir.concentration),
        (None, None) => {
            let finding = Finding::of(Rule::ConcentrationDisagrees);
            let nothing = Value::Text("nothing: the pump has not been filled".to_owned());
            return vec![
                finding
                    .with("in the order", Value::concentration(order.concentration))
                    .with("in the reservoir", nothing),
            ];
        }
    };
    let mut findings = Vec::new();
    if order.concentration != filled {
        findings.push(
            Finding::of(Rule::ConcentrationDisagrees)
                .with("in the order", Value::concentration(order.concentration))
                .with("in the reservoir", Value::concentration(filled)),
        );
    }
    // A refill in the same order is judged on its own.
    if refill.is_none() && setting.catalogue.drug(drug).is_none() {
        findings.extend(fill::product(course, setting, drug, filled, true));
    }
    findings
}

/// Volumes that the programmer is given.
fn volumes(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    refill: Option<&RefillOrder>,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let by_record = match (refill, &course.twin, &course.reservoir) {
        (Some(refill), _, _) => Some(refill.volume),
        (None, Some(twin), Some(_)) => Some(expected_volume(twin, now)),
        _ => None,
    };
    if let (Some(given), Some(record)) = (order.reservoir, by_record) {
        let off = if given > record { given.saturating_sub(record) } else { record.saturating_sub(given) };
        if off > setting.protocol.calibration.reading_error.value {
            let finding = Finding::of(Rule::ReservoirStale).with("in the order", Value::volume(given));
            findings.push(finding.with("by record", Value::volume(record)));
        }
    }
    if let Some(given) = order.alarm_volume.filter(|given| *given != course.alarm_volume) {
        let finding = Finding::of(Rule::AlarmVolumeStale).with("in the order", Value::volume(given));
        findings.push(finding.with("on record", Value::volume(course.alarm_volume)));
    }
    findings
}

/// The 24-hour total as meant against that of the program, day by day.
fn total(setting: &Setting<'_>, order: &ProgramOrder) -> Option<Finding> {
    let Some(stated) = order.total else {
        // In a flex program a slip of an hour looks like any other: only the total that was meant tells.
        let flex = matches!(order.run.base(), Base::Flex(_));
        let needs = Value::Text("the 24-hour total that is meant, of the week or of each weekday".to_owned());
        return flex.then(|| {
            let found = dose_of(&order.run, order.concentration);
            let finding = Finding::new(Rule::TotalDisagrees, Level::Soft).with("needs", needs);
            finding.with("24-hour total of the program", Value::Dose(found))
        });
    };
    let strength = of(order.concentration.quotient());
    let tolerance = &setting.protocol.titration.slip_tolerance.value;
    let days = order.run.day_flows().map(|flow| volume_times(&of(flow), &strength));
    let one_total = stated.iter().all(|dose| Some(dose) == stated.first());
    let mean = dose_of(&order.run, order.concentration);
    let even = days.iter().all(|day| *day == mean);
    let off = |stated: &RBig, found: &RBig| {
        let off = stated - found;
        let off = if off < RBig::ZERO { -off } else { off };
        off > tolerance * found
    };
    let disagrees = |stated: RBig, found: &RBig| {
        off(&stated, found).then(|| {
            Finding::of(Rule::TotalDisagrees)
                .with("24-hour total stated", Value::Dose(stated))
                .with("24-hour total of the program", Value::Dose(found.clone()))
        })
    };
    if one_total && !even {
        // One total for an uneven week means its mean.
        return stated.first().and_then(|stated| disagrees(of(stated.quotient()), &mean));
    }
    stated.iter().zip(&days).find_map(|(stated, found)| disagrees(of(stated.quotient()), found))
}

/// Single boluses: too large, or too soon after another.
fn boluses(course: &Course<'_>, setting: &Setting<'_>, order: &ProgramOrder, now: PumpTime) -> Vec<Finding> {
    let limits = &setting.protocol.bolus;
    let mut findings = Vec::new();
    let mut last: Option<PumpTime> = course.programs.iter().rev().find_map(|running| {
        let single = running.asked.boluses().iter().any(|bolus| bolus.kind == BolusKind::Single);
        single.then_some(running.since)
    });
    let mut at = now;
    for bolus in order.run.boluses() {
        if bolus.kind == BolusKind::Single {
            let mass = volume_times(&of(bolus.volume), &of(order.concentration.quotient()));
            findings.extend(large(setting, mass, Some(dose_of(&order.run, order.concentration))));
            if let Some(before) = last.filter(|before| at.since(*before) < limits.between.value.seconds()) {
                let since = Value::Hours(RBig::from(at.since(before)));
                let wait = dose::until(before, limits.between.value);
                findings.push(
                    Finding::of(Rule::DoubleBolus).with("since the last", since).with("not before", wait),
                );
            }
            last = Some(at);
        }
        at = at.after(bolus.over);
        if bolus.kind == BolusKind::Prime {
            let until = dose::until(now, setting.protocol.prime.observe.value);
            findings.push(
                Finding::of(Rule::Observe)
                    .with("after", Value::Text("prime".to_owned()))
                    .with("until", until),
            );
        }
    }
    findings
}

/// A bolus above the largest test dose or above what the patient has in a whole day, or above any that is ordered.
fn large(setting: &Setting<'_>, mass: RBig, day: Option<RBig>) -> Option<Finding> {
    let limits = &setting.protocol.bolus;
    let (soft, hard) = (of(limits.dose_soft.value.quotient()), of(limits.dose_hard.value.quotient()));
    let finding = |level: Level, limit: RBig| {
        let finding = Finding::new(Rule::BolusLarge, level).with("bolus", Value::Mass(mass.clone()));
        finding.with("limit", Value::Mass(limit))
    };
    if mass > hard {
        return Some(finding(Level::Hard, hard));
    }
    let limit = day.filter(|day| *day > RBig::ZERO).map_or(soft.clone(), |day| soft.min(day));
    (mass > limit).then(|| finding(Level::Soft, limit))
}

/// What the patient may add.
fn patient_bolus(course: &Course<'_>, setting: &Setting<'_>, order: &ProgramOrder) -> Vec<Finding> {
    let Some(bolus) = &order.run.patient_bolus else { return Vec::new() };
    let mut findings = Vec::new();
    let device = course.profile.and_then(|profile| profile.patient_bolus.as_ref());
    match device {
        Some(device) if device.for_baclofen.checked() == Some(&false) => {
            let controller = Value::Text(device.name.clone());
            findings.push(Finding::of(Rule::PatientControllerNotForBaclofen).with("controller", controller));
        }
        Some(device) if device.lockout_min.as_ref().and_then(|limit| limit.checked()).is_none() => {
            let needs = Value::Text(format!("lockout range of {}", device.name));
            findings.push(Finding::of(Rule::NotChecked).with("needs", needs));
        }
        Some(_) => {}
        None => {
            let needs =
                Value::Text("whether this pump has a patient controller, and for which drugs".to_owned());
            findings.push(Finding::of(Rule::NotChecked).with("needs", needs));
        }
    }
    if bolus.lockout < bolus.over || bolus.per_day_max == 0 {
        findings.push(
            Finding::of(Rule::PatientBolusLockout)
                .with("lockout", Value::Hours(RBig::from(bolus.lockout.seconds())))
                .with("one bolus takes", Value::Hours(RBig::from(bolus.over.seconds())))
                .with("per day", Value::Count(bolus.per_day_max.into())),
        );
    }
    let strength = of(order.concentration.quotient());
    let base = dose_of(&order.run, order.concentration);
    let one = volume_times(&of(bolus.volume), &strength);
    findings.extend(large(
        setting,
        one.clone(),
        Some(&base * &setting.protocol.bolus.patient_part_max.value),
    ));
    let former = course.running().and_then(|running| {
        let bolus = running.asked.patient_bolus?;
        Some(volume_times(&of(bolus.volume), &of(running.concentration.quotient())))
    });
    // On demand or not: a bolus that stands to the one before as a slip of the point would is looked at again.
    let tenfold = &setting.protocol.titration.tenfold.value;
    if let Some(former) = former.filter(|former| *former > RBig::ZERO && one >= former * tenfold) {
        let finding = Finding::of(Rule::Tenfold).with("patient bolus before", Value::Mass(former));
        findings.push(finding.with("patient bolus", Value::Mass(one.clone())));
    }
    let added = one * RBig::from(bolus.count_per_day_max());
    let most = &base + added;
    let limits = &setting.protocol.titration;
    if most > of(limits.dose_per_day_soft.value.quotient()) || most > &base * &limits.extreme_high.value {
        findings.push(
            Finding::of(Rule::PatientBolusEnvelope)
                .with("24-hour dose", Value::Dose(base))
                .with("with all boluses", Value::Dose(most)),
        );
    }
    findings
}

/// Flows that the pump may not be able to give: its range is unverified for every pump so far.
fn range(course: &Course<'_>, order: &ProgramOrder) -> Vec<Finding> {
    let Some(profile) = course.profile else { return Vec::new() };
    let checked = |limit: &Option<catalogue::Cited<quantity::Flow>>| {
        limit.as_ref().and_then(|limit| limit.checked()).copied()
    };
    let needs = |what: &str| {
        let finding = Finding::of(Rule::NotChecked);
        finding.with("needs", Value::Text(format!("{what} of {}", profile.name)))
    };
    let flowing = !matches!(order.run.base(), Base::Stopped);
    let mut findings = Vec::new();
    if flowing && (checked(&profile.flow_min).is_none() || checked(&profile.flow_max).is_none()) {
        findings.push(needs("flow range"));
    }
    if matches!(order.run.base(), Base::MinimumRate(_)) && checked(&profile.minimum_rate).is_none() {
        findings.push(needs("minimum rate"));
    }
    findings
}

/// The dates once the order is in the pump.
fn afterwards(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    refill: Option<&RefillOrder>,
    now: PumpTime,
) -> Vec<Finding> {
    let Some((outlook, next_visit)) = preview(course, setting, order, refill, now) else { return Vec::new() };
    let mut findings = forecast::findings(&outlook.input, &outlook.forecast, next_visit);
    findings.extend(outlook::past_service(&outlook));
    if refill.is_some() {
        // At a refill the next visit is booked anew: what is booked is still that of the last fill.
        for finding in findings.iter_mut().filter(|finding| finding.rule == Rule::VisitTooLate) {
            finding.level = Level::Note;
        }
    }
    if matches!(order.run.base(), Base::Flex(_))
        && let Some(hours) = &course.travel_hours
    {
        findings.push(Finding::of(Rule::ClockShift).with("hours", Value::Number(hours.clone())));
    }
    findings
}

/// The twin with the order in the pump.
pub(super) fn tried<'c: 'o, 'o>(
    course: &Course<'c>,
    order: &'o ProgramOrder,
    refill: Option<&RefillOrder>,
    now: PumpTime,
) -> Option<Twin<'o>> {
    let mut twin = course.twin.as_ref()?.fork();
    let begin = |twin: &mut Twin<'_>| -> Result<(), TwinError> {
        if let Some(refill) = refill {
            twin.fill(now, Volume::ZERO, refill.volume, refill.concentration)?;
        }
        twin.resume(now)
    };
    begin(&mut twin).ok()?;
    twin.run(now, &order.achieved).ok()?;
    Some(twin)
}

/// The outlook as it will be with the order in the pump, and the visit that is booked. A visit on or before the day of the
/// order is this one.
pub(super) fn preview(
    course: &Course<'_>,
    setting: &Setting<'_>,
    order: &ProgramOrder,
    refill: Option<&RefillOrder>,
    now: PumpTime,
) -> Option<(outlook::Outlook, Option<Date>)> {
    let twin = tried(course, order, refill, now)?;
    let filled = match (refill, &course.reservoir) {
        (Some(_), _) => (now, None),
        (None, Some(reservoir)) => (reservoir.filled_at, reservoir.filled_on),
        (None, None) => return None,
    };
    let alarm_volume = order.alarm_volume.unwrap_or(course.alarm_volume);
    let today = civil(now)?.date();
    let next_visit = course.next_visit.filter(|visit| *visit > today);
    let mut outlook = outlook::outlook(course, &twin, filled, alarm_volume, setting, now);
    // What the patient may add is what this order says, not what runs.
    outlook.input.patient_bolus = order.achieved.patient_bolus.map(|bolus| (bolus, now));
    (outlook.forecast, outlook.past_service) = outlook::forecast(&twin, &outlook.input);
    Some((outlook, next_visit))
}
