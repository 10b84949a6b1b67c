//! A report: a fact. It is never refused; what breaks a limit opens a finding.

use super::{Setting, before, dose, fill, line, order, program};
use crate::act::{
    CatheterRecord, Confirmation, Fill, Found, Interrogation, ProgramOrder, PumpRecord, Report, Revision,
};
use crate::calculators::prime::CatheterHolds;
use crate::calculators::screen::Test;
use crate::course::{Course, Interruption, OrderState, dose_of, expected_volume};
use crate::file;
use crate::finding::{Finding, Level};
use crate::outlook;
use crate::protocol::whole;
use crate::rule::Rule;
use crate::value::Value;
use catalogue::{MriStatus, Reach, Recall};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use pump::{AlarmClass, AlarmSound, Base, PumpTime};
use quantity::Volume;
use twin::{Cycle, RBig, civil, of};

pub(super) fn judge(
    course: &Course<'_>,
    report: &Report,
    setting: &Setting<'_>,
    now: PumpTime,
) -> Vec<Finding> {
    let text = |text: &str| Value::Text(text.to_owned());
    match report {
        Report::Screened { dose, responded, effect, adverse } => {
            let effect_hours = effect.map(|span| RBig::from(span.seconds()) / RBig::from(3_600));
            let (responded, adverse) = (*responded, *adverse);
            let at = now.0 - i64::from(course.clock.offset_seconds);
            let mut findings =
                screened(course, setting, now, Test { at, dose: *dose, responded, effect_hours, adverse });
            let until = dose::until(now, setting.protocol.screening.observe.value);
            findings.push(Finding::of(Rule::Observe).with("after", text("test dose")).with("until", until));
            findings
        }
        Report::Implanted { .. } => {
            let mut findings = system(course, setting, now);
            let until = dose::until(now, setting.protocol.implant.observe.value);
            findings
                .push(Finding::of(Rule::Observe).with("after", text("implantation")).with("until", until));
            findings
        }
        Report::Found(found) => admitted(course, setting, found, now),
        Report::Filled(filled) => refilled(course, setting, filled, now),
        Report::Confirmed(confirmation) => confirmed(course, setting, confirmation, now),
        Report::Interrogated(read) => interrogated(course, setting, read, now),
        Report::Gap { until: None, cause, .. } => {
            vec![Finding::of(Rule::NotRunning).with("cause", text(cause))]
        }
        Report::Gap { from, until: Some(until), cause } => {
            // It is over, and the old dose runs again: the longer it was, the more that matters.
            let length = from.map(|from| until.unix.abs_diff(from.unix));
            let lasted = length.map_or_else(|| text("not known"), |length| Value::Hours(RBig::from(length)));
            let finding = Finding::of(before::restart_rule(setting, length)).with("without delivery", lasted);
            vec![finding.with("cause", text(cause))]
        }
        Report::Mri => imaging(course),
        Report::MriChecked { running: false } => vec![Finding::of(Rule::NotRunning)],
        Report::MriChecked { running: true } => flows_again(course, setting, now),
        Report::Aspirated { volume } => emptied(course, of(volume.quotient())).into_iter().collect(),
        Report::Injected { what, aspirated_first, catheter_holds } => {
            let catheter = course.catheter.map_or(RBig::ZERO, |catheter| of(catheter.volume));
            let mut findings = Vec::new();
            if *catheter_holds != CatheterHolds::Drug {
                findings.extend(emptied(course, catheter.clone()));
            }
            if !aspirated_first {
                let finding = Finding::of(Rule::PortNotAspirated).with("injected", text(what));
                findings.push(finding.with("catheter volume", Value::Volume(catheter)));
            }
            findings
        }
        Report::Revised(revision) => revised(course, setting, revision, now),
        Report::VisitBooked { on } => booked(course, setting, *on, now).into_iter().collect(),
        Report::Travelled { hours } => {
            let flex = course.running().is_some_and(|running| matches!(running.asked.base(), Base::Flex(_)));
            let shift = || Finding::of(Rule::ClockShift).with("hours", Value::Number(hours.clone()));
            if flex && *hours != RBig::ZERO { vec![shift()] } else { Vec::new() }
        }
        Report::Alarm { kind, sound } => {
            let critical = kind.is_some_and(|kind| kind.class() == AlarmClass::Critical)
                || *sound == Some(AlarmSound::TwoTone);
            let rule = if critical { Rule::AlarmCritical } else { Rule::AlarmAdvisory };
            let kind = kind.map_or("not known", file::alarm_word).to_owned();
            vec![Finding::of(rule).with("kind", Value::Text(kind))]
        }
        Report::Sent { .. }
        | Report::NotEntered { .. }
        | Report::Scored(_)
        | Report::SideEffect { .. }
        | Report::Closed { .. } => Vec::new(),
    }
}

/// A test dose against the ladder, and against what was ordered.
fn screened(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime, test: Test) -> Vec<Finding> {
    let given = test.dose;
    let mut findings = order::ladder(course, setting, now, test);
    let open = course
        .orders
        .iter()
        .rev()
        .find(|record| record.state == OrderState::Ordered && record.order.screening_dose.is_some());
    if let Some(ordered) = open.and_then(|record| record.order.screening_dose.as_ref()) {
        if ordered.dose == given {
            // The skipped step was judged, and answered, when it was ordered.
            findings.retain(|finding| finding.rule != Rule::ScreenSkipped);
        } else {
            findings.push(
                Finding::of(Rule::ReadBackDisagrees)
                    .with("what", Value::Text("test dose given".to_owned()))
                    .with("ordered", Value::mass(ordered.dose))
                    .with("given", Value::mass(given)),
            );
        }
    }
    findings
}

/// The drug is out of the catheter while a program runs: the patient gets none until it is primed.
fn emptied(course: &Course<'_>, out: RBig) -> Option<Finding> {
    let catheter = course.catheter.map(|catheter| of(catheter.volume)).filter(|catheter| out >= *catheter)?;
    let running = course.running().filter(|running| !running.asked.is_stopped())?;
    Some(line::gap(catheter, &of(running.asked.week_flow())))
}

/// Recalls and notices of a pump.
fn notices(setting: &Setting<'_>, pump: &PumpRecord) -> Vec<Finding> {
    let recalls = setting.catalogue.recalls_for(&pump.model, pump.built, pump.implanted);
    recall(&recalls, pump.built, pump.implanted)
}

/// A notice whose range includes this device is named; those for the whole model are counted, or nobody would read them.
fn recall(recalls: &[&Recall], built: Option<Date>, implanted: Option<Date>) -> Vec<Finding> {
    let named = |recall: &&&Recall| {
        let ranged = recall.built.is_some() || recall.distributed.is_some();
        ranged && recall.reach(built, implanted) == Reach::Inside
    };
    let mut findings: Vec<Finding> = recalls
        .iter()
        .filter(named)
        .map(|recall| Finding::of(Rule::Recall).with("notice", Value::Text(recall.title.clone())))
        .collect();
    let others = recalls.len() - findings.len();
    if others > 0 {
        let count = Value::Count(others as u64);
        findings.push(Finding::of(Rule::Recall).with("notices for this model in the catalogue", count));
    }
    findings
}

/// Volumes of the line that can only be slips.
fn line_volumes(
    setting: &Setting<'_>,
    pump: Option<&PumpRecord>,
    catheter: Option<&CatheterRecord>,
) -> Vec<Finding> {
    let limits = &setting.protocol.line;
    let tubing = pump.map(|pump| ("tubing", of(pump.tubing.quotient()), limits.tubing_volume_max.value));
    let catheter =
        catheter.map(|catheter| ("catheter", of(catheter.volume), limits.catheter_volume_max.value));
    let large =
        tubing.into_iter().chain(catheter).filter(|(_, volume, limit)| *volume > of(limit.quotient()));
    let finding = |(part, volume, limit): (&'static str, RBig, Volume)| {
        Finding::of(Rule::LineImplausible)
            .with(part, Value::Volume(volume))
            .with("limit", Value::volume(limit))
    };
    large.map(finding).collect()
}

/// Recalls, age, and numbers of this system that nobody has verified.
fn system(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(line_volumes(setting, course.pump, course.catheter));
    findings.extend(course.pump.into_iter().flat_map(|pump| notices(setting, pump)));
    if let Some(catheter) = course.catheter {
        let built = course.pump.and_then(|pump| pump.implanted);
        let model = catheter.model.as_deref();
        for recall in
            model.into_iter().flat_map(|model| setting.catalogue.recalls_for_catheter(model, None, built))
        {
            findings.push(Finding::of(Rule::Recall).with("notice", Value::Text(recall.title.clone())));
        }
        if catheter.unverified {
            let needs = "volume per cm of this catheter (grade U in the catalogue)".to_owned();
            findings.push(Finding::of(Rule::NotChecked).with("needs", Value::Text(needs)));
        }
    }
    let label = course.profile.and_then(|profile| profile.baclofen.as_ref());
    let youngest =
        label.and_then(|label| label.age_min_years.as_ref()).and_then(|age| age.checked()).copied();
    if let (Some(youngest), Some(age)) = (youngest, dose::age(course, now))
        && i64::from(age) < i64::from(youngest)
    {
        let finding =
            Finding::of(Rule::AgeOutsideLabel).with("age", Value::Count(u64::try_from(age).unwrap_or(0)));
        findings.push(finding.with("youngest age of the label", Value::Count(youngest.into())));
    }
    findings
}

fn admitted(course: &Course<'_>, setting: &Setting<'_>, found: &Found, now: PumpTime) -> Vec<Finding> {
    let mut findings = system(course, setting, now);
    findings.extend(fill::product(course, setting, &found.drug, found.concentration, false));
    findings.extend(fill::capacity(course, Volume::ZERO, found.reservoir));
    findings
}

/// A fill: what was found before it, what went in, and whether the strength changed.
fn refilled(course: &Course<'_>, setting: &Setting<'_>, filled: &Fill, now: PumpTime) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some((twin, reservoir)) = course.twin.as_ref().zip(course.reservoir.as_ref()) {
        let expected = expected_volume(twin, now);
        match filled.withdrawn.and_then(|withdrawn| withdrawn.checked_add(filled.left).ok()) {
            None => {
                findings.push(Finding::of(Rule::ResidualMissing).with("expected", Value::volume(expected)))
            }
            Some(measured) => {
                let expected = course.expected_near(now, measured).unwrap_or(expected);
                let cycle = Cycle { fill: reservoir.fill, expected, measured };
                findings.extend(fill::cycle(course, setting, &cycle).1);
            }
        }
        if let Some(at) = twin.time_since_fill(twin.fill_volume()).filter(|at| *at <= now).and_then(civil) {
            findings.push(Finding::of(Rule::Empty).with("empty since", Value::At(at)));
        }
    }
    findings.extend(fill::product(course, setting, &filled.drug, filled.concentration, false));
    findings.extend(fill::capacity(course, filled.left, filled.volume));
    let ordered = course
        .orders
        .iter()
        .rev()
        .find(|record| record.state == OrderState::Ordered && record.order.refill.is_some());
    let refill = ordered.and_then(|record| record.order.refill.as_ref());
    if let Some(wanted) = refill.filter(|wanted| wanted.concentration != filled.concentration) {
        findings.push(
            Finding::of(Rule::StrengthDisagrees)
                .with("strength filled", Value::concentration(filled.concentration))
                .with("strength ordered", Value::concentration(wanted.concentration)),
        );
    }
    let into = |volume: Volume| Value::volume(volume);
    let reading = setting.protocol.calibration.reading_error.value;
    let off = |one: Volume, other: Volume| one.max(other).saturating_sub(one.min(other));
    if let Some(wanted) = refill.filter(|wanted| off(wanted.volume, filled.volume) > reading) {
        // The pump is about to be told the volume that was ordered.
        let finding = Finding::of(Rule::ReservoirStale).with("filled", into(filled.volume));
        findings.push(finding.with("ordered", into(wanted.volume)));
    }
    // A signed order with a program waits to be entered: it has been judged for this strength.
    let pending = ordered.is_some_and(|record| {
        record.order.program.as_ref().is_some_and(|program| program.concentration == filled.concentration)
    });
    if !pending {
        findings.extend(order::unresolved(course, setting, filled.concentration, now));
    }
    let until = dose::until(now, setting.protocol.refill.observe.value);
    findings.push(
        Finding::of(Rule::Observe).with("after", Value::Text("refill".to_owned())).with("until", until),
    );
    findings
}

/// What was read back against what was ordered, and an order against what has come to light since it was signed.
fn confirmed(course: &Course<'_>, setting: &Setting<'_>, read: &Confirmation, now: PumpTime) -> Vec<Finding> {
    let Some(record) = course.orders.iter().find(|record| record.event.id == read.order) else {
        return Vec::new();
    };
    let Some(program) = record.order.program.as_ref() else { return Vec::new() };
    let mut findings = Vec::new();
    let mut disagrees = |what: &str, ordered: Value, read: Value| {
        let finding = Finding::of(Rule::ReadBackDisagrees).with("what", Value::Text(what.to_owned()));
        findings.push(finding.with("ordered", ordered).with("read back", read));
    };
    if let Some((drug, filled)) = read.drug.as_ref().zip(course.reservoir.as_ref())
        && drug != filled.drug
    {
        disagrees("drug", Value::Text(filled.drug.to_owned()), Value::Text(drug.clone()));
    }
    if read.concentration != program.concentration {
        disagrees(
            "strength",
            Value::concentration(program.concentration),
            Value::concentration(read.concentration),
        );
    }
    if read.mode != program.mode {
        disagrees("mode", Value::Text(program.mode.to_owned()), Value::Text(read.mode.clone()));
    }
    let (ordered, shown) = (ordered_dose(program), of(read.total.quotient()));
    let off = if shown > ordered { &shown - &ordered } else { &ordered - &shown };
    if off > &setting.protocol.titration.slip_tolerance.value * &ordered {
        disagrees("24-hour dose", Value::Dose(ordered), Value::Dose(shown));
    }
    if read.running && program.run.is_stopped() {
        let (stopped, running) = ("stopped".to_owned(), "running".to_owned());
        disagrees("running", Value::Text(stopped), Value::Text(running));
    }
    findings.extend(alarm_date(course, setting, program, read, now));
    if !program.run.is_stopped() {
        if !read.running {
            findings.push(Finding::of(Rule::NotRunning));
        }
        // A full reservoir, a gap or a repaired catheter may have come after the signature.
        let late = dose::judge(course, setting, program, course.time(record.event.at));
        findings.extend(late.into_iter().filter(|finding| {
            finding.level == Level::Hard
                && matches!(finding.rule, Rule::ResidualStop | Rule::RestartUnknown | Rule::RestoredDelivery)
        }));
        // So may another fill than was ordered, or drug that has moved on in the line meanwhile.
        let entered = program::entered(course, setting, record, program, now);
        findings.extend(entered.into_iter().filter(|finding| finding.level == Level::Hard));
    }
    findings
}

/// The alarm date that the programmer shows, against that of the record: it tells of a volume that was never typed in.
fn alarm_date(
    course: &Course<'_>,
    setting: &Setting<'_>,
    program: &ProgramOrder,
    read: &Confirmation,
    now: PumpTime,
) -> Option<Finding> {
    let shown = read.alarm_date?;
    let (mut outlook, _) = program::preview(course, setting, program, None, now)?;
    let date = |forecast: &twin::Forecast| forecast.alarm_at.and_then(civil).map(|at| at.date());
    let early = date(&outlook.forecast)?;
    // Pumps differ in whether they count the boluses that the patient may take.
    outlook.input.patient_bolus = None;
    let twin = program::tried(course, program, None, now)?;
    let late = date(&twin::forecast(&twin, &outlook.input))?;
    // A volume that is off within its reading error shifts the date by that volume over the flow.
    let error = of(setting.protocol.calibration.reading_error.value.quotient());
    let days = u32::try_from((error / of(program.run.week_flow())).ceil()).unwrap_or(u32::MAX);
    let tolerance = whole(&setting.protocol.refill.alarm_date_tolerance_days);
    let shift = i64::from(days.saturating_add(tolerance)).days();
    let possible = early.checked_sub(shift).is_ok_and(|from| from <= shown)
        && late.checked_add(shift).is_ok_and(|until| shown <= until);
    (!possible).then(|| {
        Finding::new(Rule::ReadBackDisagrees, Level::Soft)
            .with("what", Value::Text("alarm date".to_owned()))
            .with("calculated", Value::Date(late))
            .with("read back", Value::Date(shown))
    })
}

fn ordered_dose(program: &ProgramOrder) -> RBig {
    dose_of(&program.run, program.concentration)
}

/// A pump that had stopped by itself is seen running: the old dose flows again, after a gap that lasted until now at the
/// longest.
fn flows_again(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Vec<Finding> {
    let open = course.interruptions.iter().filter(|gap| gap.until.is_none() && !gap.lasts);
    let again = |gap: &Interruption| {
        let length = gap.from.map(|from| now.since(from));
        let known = length.map(|length| Value::Hours(RBig::from(length)));
        let lasted = known.unwrap_or_else(|| Value::Text("not known".to_owned()));
        let finding = Finding::of(before::restart_rule(setting, length)).with("without delivery", lasted);
        finding.with("cause", Value::Text(gap.cause.clone()))
    };
    open.map(again).collect()
}

fn interrogated(
    course: &Course<'_>,
    setting: &Setting<'_>,
    read: &Interrogation,
    now: PumpTime,
) -> Vec<Finding> {
    let mut findings = if read.running { flows_again(course, setting, now) } else { Vec::new() };
    let Some(pump) = course.pump else { return findings };
    if let Some(serial) = read.serial.as_ref().filter(|serial| **serial != pump.serial) {
        let finding = Finding::of(Rule::SerialDisagrees).with("serial read", Value::Text(serial.clone()));
        findings.push(finding.with("serial on record", Value::Text(pump.serial.clone())));
    }
    if let Some(tubing) = read.tubing.filter(|tubing| *tubing != pump.tubing) {
        let finding =
            Finding::new(Rule::TubingStale, Level::Soft).with("tubing shown", Value::volume(tubing));
        findings.push(finding.with("tubing on record", Value::volume(pump.tubing)));
    }
    // Before its first program a pump has nothing to run.
    let runs = course.running().is_some_and(|running| !running.asked.is_stopped());
    if !read.running && runs {
        findings.push(Finding::of(Rule::NotRunning));
    }
    if let Some(shown) = read.elective_replacement {
        findings.push(Finding::of(Rule::ReplaceShown).with("indicator", Value::Date(shown)));
    }
    if let Some(replace_by) = read.replace_by {
        findings.extend(replacement_date(course, read.elective_replacement, replace_by, now));
    }
    findings
}

/// A replacement date that cannot be: before the indicator, or later than it may run.
fn replacement_date(
    course: &Course<'_>,
    shown: Option<Date>,
    replace_by: Date,
    now: PumpTime,
) -> Option<Finding> {
    let days =
        course.profile.and_then(|profile| profile.eri_to_eos_days.as_ref()).and_then(|days| days.checked());
    let Some(days) = days.copied() else {
        let needs = Value::Text("days from the indicator to the end of service".to_owned());
        return Some(Finding::of(Rule::NotChecked).with("needs", needs));
    };
    let indicated = shown.or(course.replacement_shown).or_else(|| civil(now).map(|now| now.date()))?;
    let seconds = |date: Date| {
        let utc = TimeZone::fixed(Offset::UTC);
        date.to_zoned(utc).ok().map(|midnight| PumpTime(midnight.timestamp().as_second()))
    };
    let span = quantity::Span::from_seconds(u64::from(days) * quantity::SECONDS_PER_DAY).ok()?;
    let life = pump::ServiceLife { indicator_to_end: span };
    let possible = life.replace_by_is_possible(seconds(indicated)?, seconds(replace_by)?);
    (!possible).then(|| {
        Finding::of(Rule::ReplaceDateImpossible)
            .with("indicator", Value::Date(indicated))
            .with("replace by, as shown", Value::Date(replace_by))
            .with("days allowed", Value::Count(days.into()))
    })
}

/// Imaging: the task of this pump model.
fn imaging(course: &Course<'_>) -> Vec<Finding> {
    let Some(rule) = course.profile.and_then(|profile| profile.mri.as_ref()) else {
        let needs = Value::Text("imaging rules of this pump model".to_owned());
        return vec![Finding::of(Rule::MriTask), Finding::of(Rule::NotChecked).with("needs", needs)];
    };
    let unsafe_somewhere =
        rule.status.iter().any(|region| region.status.checked() == Some(&MriStatus::Unsafe));
    let steps: Vec<&str> = rule.after.iter().map(|step| step.trim_end_matches('.')).collect();
    let steps = Value::Text(steps.join("; "));
    let task = Finding::of(Rule::MriTask).with("do", steps);
    if unsafe_somewhere { vec![Finding::of(Rule::MriUnsafe), task] } else { vec![task] }
}

/// Surgery: under-delivery that has ended is an open danger for as long as the old program runs.
fn revised(course: &Course<'_>, setting: &Setting<'_>, revision: &Revision, now: PumpTime) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(line_volumes(setting, revision.pump.as_ref(), revision.catheter.as_ref()));
    let running = course.running().filter(|running| !running.asked.is_stopped());
    if let Some(running) = running.filter(|_| revision.under_delivery) {
        findings.push(
            Finding::of(Rule::RestoredDelivery).with("still programmed", Value::Dose(running.dose_per_day())),
        );
    }
    if let Some(pump) = &revision.pump {
        findings.extend(notices(setting, pump));
    }
    let until = dose::until(now, setting.protocol.implant.observe.value);
    findings.push(
        Finding::of(Rule::Observe).with("after", Value::Text("surgery".to_owned())).with("until", until),
    );
    findings
}

/// A visit that comes too late.
fn booked(course: &Course<'_>, setting: &Setting<'_>, on: Date, now: PumpTime) -> Option<Finding> {
    let outlook = outlook::outlook_now(course, setting, now)?;
    let refill_by = outlook.forecast.refill_by.filter(|by| on > by.date)?;
    let finding = Finding::of(Rule::VisitTooLate).with("next visit", Value::Date(on));
    Some(finding.with("refill by", Value::Date(refill_by.date)))
}
