//! When a pump must be replaced.

use crate::forecast::days_from;
use jiff::Span;
use jiff::civil::Date;

/// What is known of a pump's service life; all numbers come from its profile.
#[derive(Debug, Clone, Copy)]
pub struct ServiceInput {
    /// When it was implanted.
    pub implanted: Option<Date>,
    /// Longest life, in months.
    pub life_max_months: Option<u32>,
    /// When its elective replacement indicator came up.
    pub indicated: Option<Date>,
    /// From the indicator to the end of service, in days.
    pub indicator_to_end_days: Option<u32>,
    /// How far ahead a replacement is planned, in months.
    pub plan_ahead_months: u32,
}

/// When a pump stops at the latest, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceForecast {
    /// End of service at the latest: of the indicator and of the longest life, whichever comes first.
    pub ends: Option<Date>,
    /// Replacement is to be planned from this date on.
    pub plan_from: Option<Date>,
    /// Whether the indicator, and not the calendar, gives the end.
    pub by_indicator: bool,
}

/// A date some months on, or back; `None` outside of the calendar.
fn months_from(date: Date, months: i64) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The service dates that follow from implantation and indicator.
#[must_use]
pub fn replace_by(input: &ServiceInput) -> ServiceForecast {
    let by_life = input.implanted.zip(input.life_max_months);
    let by_life = by_life.and_then(|(date, months)| months_from(date, i64::from(months)));
    let by_indicator = input.indicated.zip(input.indicator_to_end_days);
    let by_indicator = by_indicator.and_then(|(date, days)| days_from(date, i64::from(days)));
    let ends = match (by_life, by_indicator) {
        (Some(life), Some(indicator)) => Some(life.min(indicator)),
        (life, indicator) => indicator.or(life),
    };
    let plan_from = ends.and_then(|date| months_from(date, -i64::from(input.plan_ahead_months)));
    ServiceForecast { ends, plan_from, by_indicator: ends.is_some() && ends == by_indicator }
}
