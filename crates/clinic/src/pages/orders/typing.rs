//! What to type into the programmer, as a numbered list, for the screen and for paper.

use super::readback::{alike, drug_name, lasting, micrograms, mode_words, program_view};
use super::{Looked, Named, in_stage, look, name_of, stage::Stage};
use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::pages::orders::readback::DayTable;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use pump::{Base, BolusKind};
use therapy::act::{Act, Order, ProgramOrder};
use therapy::{Course, Value, dose_of};
use twin::{RBig, of, volume_times};

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/patients/{id}/orders/{name}/type", get(typing))
}

/// Something to do at the programmer.
struct Typed {
    what: &'static str,
    /// The value, large.
    value: String,
    /// What to mind.
    note: String,
    days: Vec<DayTable>,
}

#[derive(Template)]
#[template(path = "orders/type.html")]
struct TypePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    order: Looked,
    steps: Vec<Typed>,
    /// Whether the fill that belongs to it is not on record yet.
    fill_first: bool,
}

fn step(what: &'static str, value: impl Into<String>, note: impl Into<String>) -> Typed {
    Typed { what, value: value.into(), note: note.into(), days: Vec::new() }
}

fn bolus_steps(program: &ProgramOrder, steps: &mut Vec<Typed>) {
    for bolus in program.run.boluses() {
        let volume = of(bolus.volume);
        let mass = Value::Mass(volume_times(&volume, &of(program.concentration.quotient())));
        let (what, note) = match bolus.kind {
            BolusKind::Bridge => (
                "Bridge bolus",
                "The dose is given in the new strength; the old drug in tubing and catheter moves out at the old dose",
            ),
            BolusKind::Prime => ("Priming bolus", "Fills tubing and catheter"),
            BolusKind::Single => ("Single bolus", "Once"),
        };
        let value = format!("{mass} over {} ({})", lasting(bolus.over), Value::Volume(volume));
        steps.push(step(what, value, note));
    }
}

fn dose_step(program: &ProgramOrder) -> Typed {
    let view = program_view(&program.run, program.mode, program.concentration, None);
    match program.run.base() {
        Base::Stopped => step("Stop the pump", "0\u{a0}micrograms per day", "Nothing flows from now on"),
        Base::MinimumRate(rate) => {
            let note = format!("{}: this treats nobody", view.per_day);
            step("Minimum rate", Value::Flow(of(rate.flow())).to_string(), note)
        }
        Base::Continuous(_) => {
            let mut note = view.per_hour.clone();
            if let Some(words) = &view.in_words {
                note = format!("{note}; in words: {words} micrograms per day");
            }
            let achieved = dose_of(&program.achieved, program.concentration);
            if achieved != dose_of(&program.run, program.concentration) {
                note = format!("{note}; the programmer may show {}", Value::Dose(achieved));
            }
            step("Dose in 24 hours", view.per_day, note)
        }
        Base::Flex(_) => {
            let mean = if alike(&program.run) { "" } else { "The mean of the week; each day below" };
            Typed { days: view.days, ..step("Dose in 24 hours", view.per_day, mean) }
        }
    }
}

fn steps(chart: &Chart, course: &Course<'_>, order: &Order) -> Vec<Typed> {
    let mut steps = Vec::new();
    let Some(program) = &order.program else { return steps };
    if let Some(pump) = course.pump {
        steps.push(step("Read the pump. Serial number", pump.serial.clone(), "If it is another one: stop"));
    }
    let drug = order.refill.as_ref().map(|refill| refill.drug.as_str());
    let drug = drug.or_else(|| course.reservoir.as_ref().map(|reservoir| reservoir.drug));
    if let Some(drug) = drug {
        steps.push(step("Drug", drug_name(&chart.rules, drug), ""));
    }
    let changed = course.running().is_some_and(|running| running.concentration != program.concentration);
    let note = if changed { "The strength changes" } else { "" };
    steps.push(step("Drug strength", Value::concentration(program.concentration).to_string(), note));
    let volume = program.reservoir.or_else(|| order.refill.as_ref().map(|refill| refill.volume));
    if let Some(volume) = volume {
        steps.push(step(
            "Reservoir volume",
            Value::volume(volume).to_string(),
            "What is in the reservoir now",
        ));
    }
    if let Some(volume) = program.alarm_volume {
        steps.push(step("Low-reservoir alarm volume", Value::volume(volume).to_string(), ""));
    } else if order.refill.is_some() {
        let set = Value::volume(course.alarm_volume).to_string();
        steps.push(step("Low-reservoir alarm volume", set, "As on record; check that it stays so"));
    }
    steps.push(step("Infusion mode", mode_words(program.mode), ""));
    bolus_steps(program, &mut steps);
    steps.push(dose_step(program));
    if let Some(bolus) = program.run.patient_bolus {
        let mass = Value::Mass(volume_times(&of(bolus.volume), &of(program.concentration.quotient())));
        let value = format!("{mass} over {}", lasting(bolus.over));
        let note =
            format!("locked for {}, at most {} in 24 hours", lasting(bolus.lockout), bolus.per_day_max);
        steps.push(step("Patient bolus", value, note));
    }
    let total = dose_of(&program.run, program.concentration);
    let check = if total == RBig::ZERO { "The pump shows stopped".to_owned() } else { "Running".to_owned() };
    steps.push(step(
        "Send it to the pump, read the pump again",
        check,
        format!(
            "It must show {} micrograms in 24 hours. Then confirm here what it shows.",
            micrograms(&total)
        ),
    ));
    steps
}

async fn typing(chart: Chart, path: Named) -> Result<Response, PageError> {
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, &[Stage::Ordered, Stage::Unknown, Stage::Running])?;
    let stand = chart.stand()?;
    let Act::Order(asked) = &order.act else { return Err(PageError::NotFound) };
    let steps = steps(&chart, &stand.course, asked);
    if steps.is_empty() {
        return Err(PageError::NotFound);
    }
    let written = order.line.get("at").and_then(serde_json::Value::as_str);
    let written = written
        .and_then(|at| at.parse::<jiff::Timestamp>().ok())
        .map(|at| stand.course.clock.at(at.as_second()));
    let filled = stand.course.reservoir.as_ref().map(|reservoir| reservoir.filled_at);
    let fill_first =
        asked.refill.is_some() && filled.zip(written).is_none_or(|(filled, written)| filled < written);
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&TypePage { page, banner, part: "program", order, steps, fill_first })?.into_response())
}
