//! What follows from a course: dates, reserve, calibration, service life.

use crate::calculators;
use crate::course::{Course, OrderState};
use crate::finding::{Finding, Level};
use crate::judge::Setting;
use crate::protocol::whole;
use crate::rule::Rule;
use crate::value::Value;
use jiff::civil::Date;
use pump::PumpTime;
use quantity::Volume;
use twin::{
    Calibration, CalibrationRule, Forecast, ForecastInput, LimitedBy, RBig, ServiceForecast, ServiceInput,
    Twin, calibrate, civil, ratio, replace_by,
};

/// What follows from a course at a time.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// What the forecast started from.
    pub input: ForecastInput,
    /// Where the accuracy in it comes from, in words.
    pub accuracy_basis: String,
    /// Dates. Of a pump past its end of service the refill date is that of its other limits: it is refilled until it is
    /// replaced.
    pub forecast: Forecast,
    /// Whether its end of service lies before the fill.
    pub past_service: bool,
    /// How fast this pump runs by its own refills.
    pub calibration: Option<Calibration>,
    /// Alarm and empty as this pump really runs, by the middle of its calibration.
    pub calibrated: Option<Calibrated>,
    /// Service life.
    pub service: ServiceForecast,
}

/// Dates of a pump as it really runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calibrated {
    /// True volume at the alarm volume, by the middle ratio.
    pub alarm_at: Option<PumpTime>,
    /// Empty at the earliest, by the high end of the interval.
    pub empty_from: Option<PumpTime>,
    /// Empty at the latest, by the low end of the interval.
    pub empty_until: Option<PumpTime>,
}

/// The stated accuracy of a pump, and where it comes from.
#[must_use]
pub fn accuracy(course: &Course<'_>, setting: &Setting<'_>) -> (RBig, String) {
    let stated = course.profile.and_then(|profile| profile.accuracy.as_ref());
    match stated.and_then(|stated| stated.checked().map(|value| (value, stated.grade))) {
        Some((value, grade)) => {
            let accuracy = ratio(value.numerator().into(), value.denominator().into());
            (accuracy, format!("stated accuracy of this pump, grade {grade}"))
        }
        None => (
            setting.protocol.refill.accuracy.value.clone(),
            "the protocol's accuracy: the pump's is not known".to_owned(),
        ),
    }
}

/// The calibration of the pump by its refills.
#[must_use]
pub fn calibration(course: &Course<'_>, setting: &Setting<'_>) -> Option<Calibration> {
    let limits = &setting.protocol.calibration;
    let rule = CalibrationRule {
        cycles_min: whole(&limits.cycles_min) as usize,
        dispensed_min: limits.dispensed_min.value,
        reading_error: limits.reading_error.value,
    };
    calibrate(&course.cycles, &rule, &accuracy(course, setting).0)
}

/// The dates of the pump's service life.
#[must_use]
pub fn service(course: &Course<'_>, setting: &Setting<'_>) -> ServiceForecast {
    let months = |number: Option<&catalogue::Cited<u32>>| number.and_then(|number| number.checked()).copied();
    let lead = months(course.profile.and_then(|profile| profile.replacement_lead_months.as_ref()));
    replace_by(&ServiceInput {
        implanted: course.pump.and_then(|pump| pump.implanted),
        life_max_months: months(course.profile.and_then(|profile| profile.life_max_months.as_ref())),
        indicated: course.replacement_shown,
        indicator_to_end_days: months(course.profile.and_then(|profile| profile.eri_to_eos_days.as_ref())),
        plan_ahead_months: lead.unwrap_or_else(|| whole(&setting.protocol.service.plan_ahead_months)),
    })
}

/// The outlook of a filled twin; `None` before the first fill. The calibration stands for the stated accuracy where it
/// may.
#[must_use]
pub fn outlook(
    course: &Course<'_>,
    twin: &Twin<'_>,
    filled: (PumpTime, Option<Date>),
    alarm_volume: Volume,
    setting: &Setting<'_>,
    now: PumpTime,
) -> Outlook {
    let (stated, stated_basis) = accuracy(course, setting);
    let calibration = calibration(course, setting);
    let usable = calibration.as_ref().filter(|calibration| calibration.may_replace_accuracy());
    let (accuracy, accuracy_basis) = match usable {
        Some(calibration) => {
            let basis =
                format!("this pump's own {} refills, instead of its stated accuracy", calibration.cycles);
            (calibration.fast_by(), basis)
        }
        None => (stated, stated_basis),
    };
    let service = service(course, setting);
    let (filled_at, filled_on) = filled;
    let days = whole(&setting.protocol.refill.stability_days);
    // A pump found filled on an earlier day has less time left.
    let spent = filled_on
        .zip(civil(filled_at))
        .map_or(0, |(on, at)| at.date().since(on).map_or(0, |span| span.get_days()));
    let input = ForecastInput {
        filled_at,
        found: filled_on.is_some(),
        alarm_volume,
        accuracy,
        stability_days: days.saturating_sub(u32::try_from(spent).unwrap_or(0)),
        lead_days: whole(&setting.protocol.refill.lead_days),
        service_ends: service.ends,
        patient_bolus: course
            .running()
            .and_then(|running| running.achieved.patient_bolus)
            .map(|bolus| (bolus, now)),
    };
    let (forecast, past_service) = forecast(twin, &input);
    let calibrated = calibration.as_ref().map(|calibration| calibrated(twin, alarm_volume, calibration));
    Outlook { input, accuracy_basis, forecast, past_service, calibration, calibrated, service }
}

/// A pump that was filled after its end of service: it is said, and stops nobody from lowering a dose or stopping the pump.
pub(crate) fn past_service(outlook: &Outlook) -> Option<Finding> {
    let ends = outlook.service.ends.filter(|_| outlook.past_service)?;
    Some(Finding::new(Rule::RefillPast, Level::Soft).with("service ends by", Value::Date(ends)))
}

/// The forecast, and whether the pump was filled after its end of service. That date then says nothing about the refill, and
/// must not hide the others.
pub(crate) fn forecast(twin: &Twin<'_>, input: &ForecastInput) -> (Forecast, bool) {
    let mut forecast = twin::forecast(twin, input);
    let filled = civil(input.filled_at).map(|filled| filled.date());
    let past = forecast
        .refill_by
        .zip(filled)
        .is_some_and(|(by, filled)| by.limit == LimitedBy::Service && by.date < filled);
    if past {
        let others = forecast.candidates.iter().filter(|candidate| candidate.limit != LimitedBy::Service);
        forecast.refill_by = others.copied().min_by_key(|candidate| candidate.date);
    }
    (forecast, past)
}

/// Dates when each programmed volume is really `ratio` of it.
fn calibrated(twin: &Twin<'_>, alarm_volume: Volume, calibration: &Calibration) -> Calibrated {
    let fill = twin.fill_volume();
    let alarm = RBig::from(alarm_volume.nanolitres());
    let at = |volume: RBig, ratio: &RBig| {
        if *ratio > RBig::ZERO {
            twin.time_since_fill(&(volume / ratio)).filter(|at| civil(*at).is_some())
        } else {
            None
        }
    };
    let before_alarm = if alarm < *fill { fill - alarm } else { RBig::ZERO };
    Calibrated {
        alarm_at: at(before_alarm, &calibration.ratio),
        empty_from: at(fill.clone(), &calibration.high),
        empty_until: at(fill.clone(), &calibration.low),
    }
}

/// The outlook of the course as it stands; `None` before the first fill.
#[must_use]
pub fn outlook_now(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<Outlook> {
    let (twin, reservoir) = course.twin.as_ref().zip(course.reservoir.as_ref())?;
    Some(outlook(course, twin, (reservoir.filled_at, reservoir.filled_on), course.alarm_volume, setting, now))
}

/// What the outlook says that somebody should know, at `now`.
#[must_use]
pub fn standing(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Vec<Finding> {
    let mut findings = Vec::new();
    let today = civil(now).map(|now| now.date());
    if let Some(outlook) = outlook_now(course, setting, now) {
        findings.extend(calculators::forecast::findings(
            &outlook.input,
            &outlook.forecast,
            course.next_visit,
        ));
        findings.extend(past_service(&outlook));
        if let Some((by, today)) =
            outlook.forecast.refill_by.zip(today).filter(|(by, today)| *today > by.date)
        {
            let overdue = Finding::of(Rule::RefillOverdue).with("refill by", Value::Date(by.date));
            findings.push(overdue.with("today", Value::Date(today)));
        }
        if let Some(at) = outlook.forecast.empty_at.filter(|at| *at <= now).and_then(civil) {
            findings.push(Finding::of(Rule::Empty).with("empty since", Value::At(at)));
        }
        if let Some(calibration) = outlook.calibration.as_ref().filter(|found| found.may_replace_accuracy()) {
            let per_cent = |ratio: &RBig| Value::Percent(ratio.clone());
            findings.push(
                Finding::of(Rule::Calibrated)
                    .with("delivery", per_cent(&calibration.ratio))
                    .with("from", per_cent(&calibration.low))
                    .with("to", per_cent(&calibration.high)),
            );
        }
        if let (Some(ends), Some(plan_from), Some(today)) =
            (outlook.service.ends, outlook.service.plan_from, today)
            && today >= plan_from
        {
            let rule = if outlook.service.by_indicator { Rule::ReplaceShown } else { Rule::ReplaceSoon };
            // A pump that goes on past its end may stop any day.
            let level = if today > ends { Level::Soft } else { rule.about().level };
            findings.push(Finding::new(rule, level).with("service ends by", Value::Date(ends)));
        }
    }
    // Filled with one strength, told another: every dose on the programmer is wrong by their ratio.
    if let (Some(reservoir), Some(running)) = (&course.reservoir, course.running())
        && reservoir.concentration != running.concentration
        && !running.asked.is_stopped()
    {
        let finding = Finding::of(Rule::ConcentrationDisagrees)
            .with("told to the pump", Value::concentration(running.concentration));
        findings.push(finding.with("in the reservoir", Value::concentration(reservoir.concentration)));
    }
    let since =
        course.interruptions.iter().filter(|gap| gap.until.is_none()).filter_map(|gap| gap.from).min();
    let limit = course.profile.and_then(|profile| profile.stopped_critical_after_hours.as_ref());
    let limit = limit.and_then(|hours| hours.checked()).map(|hours| u64::from(*hours) * 3_600);
    let limit = limit.unwrap_or_else(|| setting.protocol.restart.stopped_max.value.seconds());
    if let Some(since) = since.filter(|since| now.since(*since) > limit) {
        let stopped = Value::Hours(RBig::from(now.since(since)));
        findings.push(Finding::of(Rule::StoppedTooLong).with("without delivery for", stopped));
    }
    findings.extend(hanging(course, setting, now));
    findings
}

/// Program orders of which nobody knows whether they are in the pump.
fn hanging(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Vec<Finding> {
    let limit = setting.protocol.signing.confirm_within.value.seconds();
    let mut findings = Vec::new();
    for record in course.orders.iter().filter(|record| record.order.program.is_some()) {
        let waited = now.since(course.time(record.event.at));
        let level = match record.state {
            OrderState::Unknown => Level::Hard,
            OrderState::Ordered if waited > limit => Level::Soft,
            _ => continue,
        };
        findings.push(
            Finding::new(Rule::OrderUnknown, level)
                .with("order", Value::Text(record.event.id.clone()))
                .with("state", Value::Text(record.state.words().to_owned())),
        );
    }
    findings
}
