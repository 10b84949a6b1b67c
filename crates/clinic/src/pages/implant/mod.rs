//! The system in the patient: pump, catheter, how old each part is, and the operations that put them there.

mod surgery;
mod words;

use crate::banner::Banner;
use crate::bedside::source_of_limit;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use practice::access::Right;
use practice::patient::Surgery;
use therapy::Value;
use therapy::calculators::screen::screen;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/implant", get(record))
        .route("/patients/{id}/surgery/new", get(surgery::ask).post(surgery::send))
}

/// The starting dose that the test allows, and where that comes from.
pub(super) struct Start {
    dose: String,
    source: String,
}

/// The starting dose by the effective test; `None` if it cannot be worked out.
pub(super) fn start(chart: &Chart) -> Result<Option<Start>, PageError> {
    let stand = chart.stand()?;
    let protocol = &chart.rules.protocol;
    let (found, _) = screen(protocol, false, &stand.course.tests, chart.page.now, &|_| None);
    Ok(found.start_dose.map(|dose| Start {
        dose: Value::Dose(dose).to_string(),
        source: format!(
            "{} x the effective test dose per 24 hours; {} x if its effect lasted more than {}. {}",
            therapy::decimal(&protocol.starting.factor.value, 2),
            therapy::decimal(&protocol.starting.factor_long.value, 2),
            protocol.screening.effect_long.value,
            source_of_limit(&chart.rules, &protocol.starting.factor)
        ),
    }))
}

#[derive(Template)]
#[template(path = "implant/implant.html")]
struct ImplantPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    has_pump: bool,
    may_operate: bool,
    /// The pump: question and answer.
    pump: Vec<(&'static str, String)>,
    catheter: Vec<(&'static str, String)>,
    unverified: bool,
    /// Clocks of their own: what, since when, how long.
    ages: Vec<(&'static str, String, String)>,
    surgeries: Vec<(String, Surgery)>,
    start: Option<Start>,
    first_program: bool,
}

/// "2 years, 3 months" between two days.
fn age(since: Date, today: Date) -> String {
    let Ok(span) = since.until((jiff::Unit::Year, today)) else { return String::new() };
    let parts = [(span.get_years().into(), "year"), (span.get_months(), "month"), (span.get_days(), "day")];
    let count = |(count, unit): (i32, &str)| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count}\u{a0}{unit}{plural}")
    };
    let shown: Vec<String> =
        parts.into_iter().filter(|(number, _)| *number != 0).take(2).map(count).collect();
    if shown.is_empty() { "today".to_owned() } else { shown.join(", ") }
}

async fn record(chart: Chart) -> Result<Response, PageError> {
    let stand = chart.stand()?;
    let course = &stand.course;
    let today = chart.today();
    let (mut pump, mut catheter, mut ages) = (Vec::new(), Vec::new(), Vec::new());
    let has_pump = chart.patient.has_pump();
    let mut since = |what: &'static str, day: Option<Date>| match day {
        Some(day) => ages.push((what, therapy::date_in_words(day), age(day, today))),
        None => ages.push((what, "not on record".to_owned(), String::new())),
    };
    let placed = |operations: &[&str]| {
        let done = chart.patient.surgeries.iter().rev();
        done.filter(|surgery| operations.contains(&surgery.operation.as_str()))
            .map(|surgery| surgery.on)
            .next()
    };
    if let Some(record) = course.pump.filter(|_| has_pump) {
        let name = course.profile.map_or_else(|| record.model.clone(), |profile| profile.name.clone());
        pump.push(("Model", name));
        pump.push(("Serial number", record.serial.clone()));
        pump.push(("Tubing volume", Value::volume(record.tubing).to_string()));
        pump.push(("Clock", format!("UTC{}", therapy::input::offset_text(record.clock))));
        pump.push(("Alarm volume", Value::volume(course.alarm_volume).to_string()));
        if let Some(built) = record.built {
            pump.push(("Built", therapy::date_in_words(built)));
        }
        since("Pump in", record.implanted);
        let catheter_since = placed(&["implant", "catheter change"]);
        since("Catheter in", catheter_since);
        since(
            "Drug in",
            course.reservoir.as_ref().and_then(|reservoir| {
                reservoir.filled_on.or_else(|| twin::civil(reservoir.filled_at).map(|at| at.date()))
            }),
        );
        if let Some(shown) = course.replacement_shown {
            since("Replacement indicator shown", Some(shown));
        }
        let service = therapy::outlook::service(course, &chart.rules.setting());
        if let Some(plan) = service.plan_from {
            pump.push(("Plan the replacement from", therapy::date_in_words(plan)));
        }
        if let Some(ends) = service.ends {
            pump.push(("Service ends by", therapy::date_in_words(ends)));
        }
    }
    let held = course.catheter.filter(|_| has_pump);
    if let Some(record) = held {
        let model = record.model.as_deref().map(|id| {
            chart.rules.catalogue.catheter(id).map_or_else(|| id.to_owned(), |known| known.name.clone())
        });
        catheter.push(("Model", model.unwrap_or_else(|| "not on record".to_owned())));
        catheter.push(("Holds", Value::volume(record.volume).to_string()));
        catheter.push(("Known from", record.basis.clone()));
    }
    let surgeries = chart.patient.surgeries.iter().rev();
    let surgeries = surgeries.map(|surgery| (therapy::date_in_words(surgery.on), surgery.clone())).collect();
    let page = ImplantPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "implant",
        has_pump,
        may_operate: chart.actor.may(Right::RecordSurgery),
        pump,
        catheter,
        unverified: held.is_some_and(|record| record.unverified),
        ages,
        surgeries,
        start: start(&chart)?,
        first_program: has_pump && course.running().is_none(),
    };
    Ok(show(&page)?.into_response())
}
