//! What the calculators offer: the band, a bridge, a prime. It is shown with its numbers and its source, and goes into the
//! form only when somebody presses for it.

use super::line::{self, DAYS, ROWS_MAX};
use crate::error::PageError;
use crate::form::Form;
use crate::pages::orders::propose::Proposed;
use crate::pages::orders::readback::micrograms;
use crate::patient::Chart;
use practice::patient::Stand;
use pump::Base;
use therapy::act::{Act, Order};
use therapy::calculators::prime::{self, CatheterHolds, prime};
use therapy::{Course, Finding, Rule, Value, dose_of};
use twin::{RBig, of};

/// Something worked out, with what it was worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Worked {
    /// Name and value of everything that went in or came out.
    pub numbers: Vec<(String, String)>,
    /// How.
    pub formula: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

/// What is offered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Offer {
    /// The band in which the dose may be changed.
    pub band: Option<Worked>,
    /// The bridge that the change of strength needs.
    pub bridge: Option<Worked>,
    /// The prime that the line needs.
    pub prime: Option<Worked>,
    /// What the catalogue says of the pump's minimum rate.
    pub minimum_rate: Option<String>,
    /// Whether the pump has a device by which the patient asks for a bolus.
    pub patient_bolus: bool,
    /// What the programmer should show: serial, tubing, reservoir, alarm volume.
    pub shown: Vec<(&'static str, String)>,
}

fn pairs(numbers: &[(&'static str, Value)]) -> Vec<(String, String)> {
    numbers.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect()
}

/// The finding that carries the bridge that is needed.
fn bridge_finding(proposed: &Proposed) -> Option<&Finding> {
    let found = &proposed.preview.judgement.findings;
    found.iter().find(|finding| matches!(finding.rule, Rule::BridgeRequired | Rule::BridgeWrong))
}

fn prime_needed(course: &Course<'_>, order: &Order) -> Option<(prime::Input, prime::Prime)> {
    let program = order.program.as_ref()?;
    let (catheter_holds, pump_primed) = course.line?;
    if catheter_holds == CatheterHolds::Drug {
        return None;
    }
    let input = prime::Input {
        tubing: course.pump?.tubing,
        catheter: of(course.catheter?.volume),
        concentration: program.concentration,
        pump_primed,
        catheter_holds,
    };
    let (needed, _) = prime(&input);
    Some((input, needed))
}

fn prime_worked(course: &Course<'_>, proposed: &Proposed) -> Option<Worked> {
    let Act::Order(order) = &proposed.preview.judgement.event.act else { return None };
    let (input, needed) = prime_needed(course, order)?;
    let basis = course.catheter.map(|catheter| catheter.basis.clone()).unwrap_or_default();
    let mut numbers = pairs(&[
        ("tubing", Value::volume(input.tubing)),
        ("catheter", Value::Volume(input.catheter)),
        ("strength", Value::concentration(input.concentration)),
        ("volume to push", Value::Volume(needed.volume)),
        ("priming bolus to program", Value::Mass(needed.dose)),
    ]);
    numbers.push(("catheter volume is known by".to_owned(), basis));
    let about = Rule::PrimeWrong.about();
    Some(Worked { numbers, formula: about.formula, source: about.source })
}

/// What is offered for this patient now, and for what was typed.
pub(super) fn offer(chart: &Chart, stand: &Stand<'_>, proposed: Option<&Proposed>, form: &Form) -> Offer {
    let course = &stand.course;
    let setting = chart.rules.setting();
    let band = therapy::judge::band(course, &setting, stand.now).map(|band| {
        let about = Rule::StepHigh.about();
        let population = band.population.word().replace('-', " ");
        let mut numbers = vec![
            ("population".to_owned(), population),
            ("phase".to_owned(), band.phase.word().replace('-', " ")),
        ];
        numbers.extend(pairs(&[
            ("dose now", Value::Dose(band.dose)),
            ("lower end of the band", Value::Dose(band.low)),
            ("upper end of the band", Value::Dose(band.high)),
        ]));
        Worked {
            numbers,
            formula: "dose x (1 - largest fall) to dose x (1 + largest rise)",
            source: about.source,
        }
    });
    let bridge = proposed.and_then(bridge_finding).map(|finding| {
        let about = Rule::BridgeRequired.about();
        Worked { numbers: pairs(&finding.numbers), formula: about.formula, source: about.source }
    });
    let profile = course.profile;
    let minimum_rate = profile.and_then(|profile| profile.minimum_rate.as_ref()).map(|rate| {
        let verified = if rate.grade.verified() { "" } else { " (unverified)" };
        format!("{}{verified}", Value::flow(rate.value))
    });
    let mut shown = Vec::new();
    if let Some(pump) = course.pump {
        shown.push(("Serial on record", pump.serial.clone()));
        shown.push(("Tubing on record", Value::volume(pump.tubing).to_string()));
    }
    Offer {
        band,
        bridge,
        prime: proposed.and_then(|proposed| prime_worked(course, proposed)),
        minimum_rate,
        patient_bolus: profile.is_some_and(|profile| profile.patient_bolus.is_some())
            || line::has_part(form, "patient-bolus"),
        shown,
    }
}

fn number<'a>(finding: &'a Finding, names: &[&str]) -> Option<&'a Value> {
    finding.numbers.iter().find(|(name, _)| names.contains(name)).map(|(_, value)| value)
}

/// Whole minutes of a duration in seconds: down where the new drug is the stronger one, up where the old one is, so that
/// the rest is given at the lower dose.
fn whole_minutes(seconds: &RBig, stronger: bool) -> u64 {
    let minutes = seconds / RBig::from(60);
    let whole = if stronger { minutes.trunc() } else { minutes.ceil() };
    u64::try_from(whole).unwrap_or(0)
}

/// Puts what was asked for into the form.
pub(super) fn take(chart: &Chart, form: &mut Form, proposed: &Proposed, what: &str) -> Result<(), PageError> {
    let stand = chart.stand()?;
    match what {
        "take-bridge" => {
            let Some(finding) = bridge_finding(proposed) else { return Ok(()) };
            let dose = number(finding, &["bridge dose to program"]);
            let lasts = number(finding, &["bridge duration", "duration needed"]);
            let (Some(Value::Mass(dose)), Some(Value::Hours(lasts))) = (dose, lasts) else { return Ok(()) };
            let Act::Order(order) = &proposed.preview.judgement.event.act else { return Ok(()) };
            let Some(program) = &order.program else { return Ok(()) };
            let old = stand.course.running().map(|running| running.concentration);
            let minutes = whole_minutes(lasts, old.is_none_or(|old| program.concentration > old));
            form.fields.set("bridge-dose", micrograms(dose));
            form.fields.set("bridge-hours", (minutes / 60).to_string());
            form.fields.set("bridge-minutes", (minutes % 60).to_string());
        }
        "take-prime" => {
            let Act::Order(order) = &proposed.preview.judgement.event.act else { return Ok(()) };
            if let Some((_, needed)) = prime_needed(&stand.course, order) {
                form.fields.set("prime-dose", micrograms(&needed.dose));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Copies a day: "mon-all" to all others, "tue-before" from the day before it.
pub(super) fn copy(form: &mut Form, what: &str) {
    let Some((day, to)) = what.split_once('-') else { return };
    let place = DAYS.iter().position(|(name, _)| *name == day);
    let Some(place) = place else { return };
    let (source, targets): (&str, Vec<&str>) = match to {
        "all" => (day, DAYS.iter().map(|(name, _)| *name).filter(|name| *name != day).collect()),
        "before" => {
            let before = DAYS.get(place.wrapping_sub(1)).map(|(name, _)| *name);
            (before.unwrap_or(day), vec![day])
        }
        _ => return,
    };
    let mut names: Vec<String> =
        (0..ROWS_MAX).flat_map(|row| [format!("{row}-from"), format!("{row}-dose")]).collect();
    // The total is what somebody means, and is typed: a copied one would check nothing.
    names.retain(|name| !name.is_empty());
    for target in targets {
        for name in &names {
            let value = form.value(&format!("{source}-{name}")).to_owned();
            form.fields.set(&format!("{target}-{name}"), value);
        }
    }
}

/// Puts the program that runs into the form, because somebody asked for it; the total that is meant is left to be typed.
pub(super) fn fill_running(form: &mut Form, course: &Course<'_>) {
    let Some(running) = course.running() else { return };
    let strength = of(running.concentration.quotient());
    let dose =
        |flow: quantity::Quotient<quantity::Flow>| micrograms(&twin::volume_times(&of(flow), &strength));
    form.fields.set("mode", running.mode);
    form.fields.set("concentration", micrograms(&strength));
    match running.asked.base() {
        Base::Continuous(_) => {
            form.fields.set("dose", micrograms(&dose_of(running.asked, running.concentration)));
        }
        Base::MinimumRate(rate) => {
            let flow = therapy::decimal(&(of(rate.flow()) / RBig::from(1_000_000)), 6);
            form.fields.set("minimum-flow", flow);
        }
        Base::Stopped => {}
        Base::Flex(week) => {
            let days: Vec<Vec<pump::Step>> = (0..7).map(|day| week.day(day).collect()).collect();
            let same = days.iter().all(|day| Some(day) == days.first());
            if same {
                form.fields.set("same", "yes");
            }
            for ((day, _), steps) in DAYS.iter().zip(days).take(if same { 1 } else { 7 }) {
                for (row, step) in steps.iter().enumerate() {
                    let from = format!("{:02}:{:02}", step.from_second / 3_600, step.from_second / 60 % 60);
                    form.fields.set(&format!("{day}-{row}-from"), from);
                    form.fields.set(&format!("{day}-{row}-dose"), dose(step.rate.flow()));
                }
            }
        }
    }
}
