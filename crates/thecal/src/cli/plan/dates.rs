//! The dates that follow, and what the pump's own refills tell.

use super::{Rows, row, time};
use jiff::civil::Date;
use therapy::audit::Audit;
use therapy::calculators::forecast::words;
use therapy::outlook::Outlook;
use therapy::{Value, date_in_words};
use twin::{Calibration, CalibrationLimit, RBig, civil};

fn date(date: Option<Date>) -> String {
    date.map_or_else(|| "not known".to_owned(), date_in_words)
}

pub(super) fn dates(audit: &Audit<'_>, outlook: &Outlook, explain: bool) -> Rows {
    let mut rows = Rows::new();
    let (input, forecast) = (&outlook.input, &outlook.forecast);
    let accuracy = Value::Percent(input.accuracy.clone());
    let mut add = |label: &str, value: String, formula: String| {
        row(&mut rows, label, value);
        if explain {
            row(&mut rows, "", format!("= {formula}"));
        }
    };
    if let Some(by) = forecast.refill_by {
        let value = format!("{} (limited by {})", date_in_words(by.date), words(by.limit));
        let formula = "earliest of alarm - lead, early empty - lead, fill + stability, end of service - lead";
        add("Refill by", value, format!("{formula}; lead {} days (protocol, grade B)", input.lead_days));
    }
    let published =
        "alarm - lead or fill + stability, without the early-empty date (Gillette refill page, grade B)";
    let value = date(forecast.published_refill_by)
        + " (alarm and keeping of the drug only; thecal also counts a pump that runs fast)";
    add("By the published rule", value, published.to_owned());
    let alarm = format!("{}, at {} left", time(forecast.alarm_at), input.alarm_volume);
    add("Low-reservoir alarm", alarm, "first second with filled - delivered <= alarm volume".to_owned());
    add("Empty", time(forecast.empty_at), "first second with filled - delivered <= 0".to_owned());
    let early = format!("{}, if it runs {accuracy} fast", time(forecast.early_empty_at));
    add(
        "Empty at the earliest",
        early,
        format!("the same with every flow x (1 + a); a = {}", outlook.accuracy_basis),
    );
    let covers = if forecast.alarm_covers { "yes" } else { "NO: such a pump is empty before its alarm" };
    let reserve = Value::Volume(forecast.reserve_needed.clone());
    let formula = format!("alarm volume {} >= fill x a/(1 + a) = {reserve}", input.alarm_volume);
    add("Alarm covers a fast pump", covers.to_owned(), formula);
    let today = civil(audit.now).map(|now| now.date());
    let visit = audit.course.next_visit.filter(|visit| today.is_none_or(|today| *visit >= today));
    let visit = visit.map_or_else(|| "none booked".to_owned(), date_in_words);
    add("Next visit", visit, "as booked".to_owned());
    let service = &outlook.service;
    let by = if service.by_indicator { "by its replacement indicator" } else { "by its longest life" };
    if service.ends.is_some() {
        let value = format!("{} {by}; plan it from {} on", date(service.ends), date(service.plan_from));
        add(
            "Replace before",
            value,
            "implanted + longest life, or indicator + 90 days; planned ahead".to_owned(),
        );
    }
    if let Some(calibration) = &outlook.calibration {
        for (label, value, formula) in calibrated(calibration, outlook) {
            add(label, value, formula.to_owned());
        }
    }
    rows
}

/// What the pump's own refills tell, as (label, value, formula).
fn calibrated(calibration: &Calibration, outlook: &Outlook) -> Vec<(&'static str, String, &'static str)> {
    let cycles = match calibration.cycles {
        1 => "1 refill".to_owned(),
        count => format!("{count} refills"),
    };
    let spread = (&calibration.high - &calibration.low) / RBig::from(2);
    if spread > outlook.input.accuracy && !calibration.may_replace_accuracy() {
        let value = format!("cannot be said yet from {cycles}: too little was dispensed between them");
        return vec![("This pump delivers", value, "reading error beside the volume dispensed")];
    }
    let per_cent =
        |ratio: &RBig| Value::Percent(RBig::from((ratio * RBig::from(1_000)).trunc()) / RBig::from(1_000));
    let why = |limit: &CalibrationLimit| match limit {
        CalibrationLimit::FewCycles { need, .. } => format!("fewer than {need} refills"),
        CalibrationLimit::LittleDispensed => "too little dispensed".to_owned(),
        CalibrationLimit::OutsideAccuracy => "outside the stated accuracy: investigate".to_owned(),
    };
    let limits: Vec<String> = calibration.limits.iter().map(why).collect();
    let used = match limits.is_empty() {
        true => "stands for the stated accuracy in these dates".to_owned(),
        false => format!("does not stand for the stated accuracy: {}", limits.join(", ")),
    };
    let (low, high) = (per_cent(&calibration.low), per_cent(&calibration.high));
    let value = format!(
        "{} of what is programmed, {low} to {high}, by {cycles}; {used}",
        per_cent(&calibration.ratio)
    );
    let mut rows = vec![("This pump delivers", value, "sum (fill - measured) / sum (fill - expected)")];
    if let Some(real) = &outlook.calibrated {
        let formula = "(fill - alarm volume) / ratio";
        rows.push(("Alarm volume really left", time(real.alarm_at), formula));
        let between = format!("{} to {}", time(real.empty_from), time(real.empty_until));
        rows.push(("Really empty", between, "fill / highest and lowest ratio"));
    }
    rows
}
