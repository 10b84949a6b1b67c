//! Findings that follow from a forecast.

use crate::finding::Finding;
use crate::rule::Rule;
use crate::value::Value;
use jiff::civil::Date;
use twin::{Forecast, ForecastInput, LimitedBy, civil};

/// The word of a limit in data.
#[must_use]
pub const fn word(limit: LimitedBy) -> &'static str {
    match limit {
        LimitedBy::Alarm => "alarm",
        LimitedBy::EarlyEmpty => "early-empty",
        LimitedBy::Stability => "stability",
        LimitedBy::Service => "service",
    }
}

/// The limit in words.
#[must_use]
pub const fn words(limit: LimitedBy) -> &'static str {
    match limit {
        LimitedBy::Alarm => "the calculated alarm, less the lead",
        LimitedBy::EarlyEmpty => "a fast pump running empty, less the lead",
        LimitedBy::Stability => "the time for which the drug keeps",
        LimitedBy::Service => "the pump's end of service, less the lead",
    }
}

/// What a forecast says that somebody should know.
#[must_use]
pub fn findings(input: &ForecastInput, forecast: &Forecast, next_visit: Option<Date>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !forecast.alarm_covers {
        findings.push(
            Finding::of(Rule::ReserveTooSmall)
                .with("alarm volume", Value::volume(input.alarm_volume))
                .with("reserve needed", Value::Volume(forecast.reserve_needed.clone())),
        );
    }
    if let Some(refill_by) = forecast.refill_by {
        if let Some(visit) = next_visit.filter(|visit| *visit > refill_by.date) {
            findings.push(
                Finding::of(Rule::VisitTooLate)
                    .with("next visit", Value::Date(visit))
                    .with("refill by", Value::Date(refill_by.date))
                    .with("limited by", Value::Text(words(refill_by.limit).to_owned())),
            );
        }
        if refill_by.limit == LimitedBy::Stability {
            findings.push(
                Finding::of(Rule::StabilityLimit)
                    .with("refill by", Value::Date(refill_by.date))
                    .with("days", Value::Count(input.stability_days.into())),
            );
        }
        // A pump found filled some day was due by that day's count; that is overdue, not a fault of the dates.
        if let Some(filled) =
            civil(input.filled_at).filter(|_| !input.found).filter(|filled| refill_by.date < filled.date())
        {
            findings.push(
                Finding::of(Rule::RefillPast)
                    .with("refill by", Value::Date(refill_by.date))
                    .with("filled", Value::Date(filled.date())),
            );
        }
    }
    if forecast.empty_at.is_none() {
        findings.push(Finding::of(Rule::NeverEmpties));
    }
    findings
}
