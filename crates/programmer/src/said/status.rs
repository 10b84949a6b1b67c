//! A status as an emergency doctor at three in the morning needs it: first whether it runs, which drug, how strong, how much in
//! 24 hours, what is left, what sounds, what is held; then the rest.

use super::{Lines, words};
use crate::enter::{digest, is_committed};
use pump::{
    AlarmClass, AlarmState, BasePart, Battery, Condition, Flowing, ModeMark, Order, ProgramMarks,
    ProgramPart, PumpTime, Running, Status, What,
};

/// Lines of the drug where the pump does not tell it.
const NOT_TOLD: &str = "not known: the pump cannot tell its committed order";

/// What is known of the program: by the marks in the status, or by the order itself.
struct Known<'a> {
    marks: ProgramMarks,
    part: Option<&'a ProgramPart>,
}

/// What a status says. With the committed order, as the pump gave it, also its steps, its boluses and who prescribed it.
#[must_use]
pub fn status(status: &Status, committed: Option<&Order>) -> String {
    let mut lines = Lines(String::new());
    let own = committed.filter(|order| digest(order).is_ok_and(|digest| is_committed(status, &digest)));
    let program = own.and_then(|order| match &order.what {
        What::Program(program) => Some(program),
        What::Hold { .. } | What::Resume => None,
    });
    let known = match program {
        Some(part) => Some(Known { marks: ProgramMarks::of(part), part: Some(part) }),
        None => status.program.clone().map(|marks| Known { marks, part: None }),
    };
    first(&mut lines, status, known.as_ref());
    if committed.is_some() && own.is_none() {
        lines.plain("The order that was read is not the one that the pump says it runs: interrogate again.");
    }
    lines.plain("");
    rest(&mut lines, status, own, known.as_ref());
    lines.0
}

fn first(lines: &mut Lines, status: &Status, known: Option<&Known<'_>>) {
    lines.plain(&headline(status, known));
    match known {
        Some(Known { marks, .. }) => {
            lines.row("Drug", marks.drug.as_str());
            lines.row("Strength", &strength(marks));
        }
        None if is_never_programmed(status) => lines.row("Drug", "none programmed"),
        None => lines.row("Drug", NOT_TOLD),
    }
    lines.row("Dose", &dose(status, known));
    lines.row("Reservoir", &reservoir(status));
    lines.row("Alarms", &alarms(status));
    lines.row("Hold", &hold(status));
}

/// A pump that has lost its order was programmed all the same.
const fn is_never_programmed(status: &Status) -> bool {
    status.committed.is_none() && status.counter == 0 && status.epitaph.is_none()
}

/// What the alarms say against delivery, even if a program runs.
const AGAINST: [Condition; 6] = [
    Condition::EndOfService,
    Condition::EmptyReservoir,
    Condition::Stalled,
    Condition::TelemetryHold,
    Condition::UnderDelivery,
    Condition::SafeState,
];

fn holds(status: &Status, condition: Condition) -> bool {
    status.alarms.iter().any(|alarm| alarm.condition == condition && alarm.state != AlarmState::Clear)
}

fn critical(status: &Status) -> Option<Condition> {
    let holding = status.alarms.iter().filter(|alarm| alarm.state != AlarmState::Clear);
    holding.map(|alarm| alarm.condition).find(|condition| condition.class() == AlarmClass::Critical)
}

/// Running or not. A program that runs is not the same as drug that flows: the alarms have their say.
fn headline(status: &Status, known: Option<&Known<'_>>) -> String {
    let stopped = known.is_some_and(|known| known.marks.mode == ModeMark::Stopped);
    match status.running {
        Running::Program => match AGAINST.into_iter().find(|condition| holds(status, *condition)) {
            Some(against) => {
                format!("RUNNING ITS PROGRAM, BUT DRUG MAY NOT FLOW: {}.", words::condition(against))
            }
            None if stopped => "RUNNING A PROGRAM THAT DELIVERS NOTHING: its base is stopped.".to_owned(),
            None if holds(status, Condition::OverDelivery) => {
                format!("RUNNING, BUT TOO FAST: {}.", words::condition(Condition::OverDelivery))
            }
            None => match critical(status) {
                Some(alarm) => format!("RUNNING, BUT A CRITICAL ALARM HOLDS: {}.", words::condition(alarm)),
                None => "RUNNING: the pump runs its program.".to_owned(),
            },
        },
        Running::HeldAtMinimum | Running::SafeState => {
            format!("MINIMUM RATE ONLY: {}.", words::running(status.running))
        }
        Running::NeverProgrammed | Running::HeldStopped | Running::TelemetryHold | Running::Ended => {
            format!("NOT RUNNING: {}.", words::running(status.running))
        }
    }
}

fn strength(marks: &ProgramMarks) -> String {
    let nanograms = marks.concentration_nanograms_per_millilitre;
    match quantity::Concentration::from_nanograms_per_millilitre(nanograms) {
        Ok(concentration) => concentration.to_string(),
        Err(_) => format!("{} per mL", words::mass(u128::from(nanograms))),
    }
}

fn dose(status: &Status, known: Option<&Known<'_>>) -> String {
    let least = status.minimum_rate;
    let minimum = match known {
        Some(known) => words::daily(least, known.marks.concentration_nanograms_per_millilitre),
        None => format!("{} of fluid", words::daily_volume(least)),
    };
    let programmed = known.map(|known| programmed(status, known));
    let but =
        programmed.as_ref().map_or_else(String::new, |programmed| format!("\nprogrammed: {programmed}"));
    match status.running {
        // The label of the drug and this volume give the dose all the same.
        Running::Program => programmed.unwrap_or_else(|| {
            let fluid = words::volume(fluid_of_day(status));
            format!("{NOT_TOLD}\n{fluid} of fluid in the last 24\u{a0}hours, counted in strokes")
        }),
        Running::HeldAtMinimum => format!("at most {minimum}{but}"),
        Running::SafeState => format!("{minimum}{but}"),
        Running::NeverProgrammed => "none".to_owned(),
        Running::HeldStopped | Running::TelemetryHold | Running::Ended => format!("none now{but}"),
    }
}

/// What the program comes to: today's total first where the days differ.
fn programmed(status: &Status, known: &Known<'_>) -> String {
    let totals = &known.marks.day_totals_nanograms;
    let mut said = words::day_totals(totals);
    let (today, _) = PumpTime(status.now).weekday();
    if let Some(total) =
        totals.get(usize::from(today)).filter(|total| totals.iter().any(|other| other != *total))
    {
        let today = words::day(usize::from(today));
        said =
            format!("today, {today}, {} in 24\u{a0}hours\nby day: {said}", words::mass(u128::from(*total)));
    }
    let Some(program) = known.part else {
        said.push_str("\nwithout boluses: the order tells them, which a paired programmer reads");
        return said;
    };
    match program.boluses.len() {
        0 => {}
        1 => said.push_str("\nand a bolus at the start of the program, see below"),
        count => said.push_str(&format!("\nand {count} boluses at the start of the program, see below")),
    }
    if program.patient_bolus.is_some() {
        said.push_str("\nand what the patient adds, see below");
    }
    said
}

fn reservoir(status: &Status) -> String {
    match (status.reservoir_calculated_nanolitres, status.fill) {
        (Some(left), Some(fill)) => format!(
            "{} left of {}, calculated, not measured; alarm at {}",
            words::volume(u128::from(left)),
            words::volume(u128::from(fill.volume_nanolitres)),
            words::volume(u128::from(fill.alarm_volume_nanolitres))
        ),
        (Some(left), None) => {
            format!("{} left, calculated, not measured", words::volume(u128::from(left)))
        }
        (None, _) => "not known: no fill was ever programmed".to_owned(),
    }
}

/// The critical first.
fn alarms(status: &Status) -> String {
    let of = |class: AlarmClass, word: &str| {
        let alarms = status.alarms.iter();
        let alarms =
            alarms.filter(|alarm| alarm.condition.class() == class && alarm.state != AlarmState::Clear);
        let said = alarms.map(|alarm| {
            format!("{word}{}, {}", words::condition(alarm.condition), words::alarm_state(alarm.state))
        });
        said.collect::<Vec<_>>()
    };
    let mut all = of(AlarmClass::Critical, "CRITICAL: ");
    all.extend(of(AlarmClass::NonCritical, ""));
    if all.is_empty() { "none".to_owned() } else { all.join("\n") }
}

fn hold(status: &Status) -> String {
    let Some(hold) = status.hold else { return "none".to_owned() };
    let path = if hold.emergency { ", without a key over the emergency path" } else { "" };
    let over = if hold.remind_at <= status.now {
        "has asked for a decision since"
    } else {
        "asks for a decision on"
    };
    format!(
        "{} since {}{path}; the pump {over} {}",
        words::hold(hold.kind),
        words::when(hold.since),
        words::when(hold.remind_at)
    )
}

fn rest(lines: &mut Lines, status: &Status, order: Option<&Order>, known: Option<&Known<'_>>) {
    lines.row("Pump", &format!("{}, serial number {}", status.model, status.serial));
    lines
        .row("Pump clock", &format!("{} ({})", words::when(status.now), offset(status.clock_offset_seconds)));
    if let Some(committed) = &status.committed {
        let since = words::when(committed.since);
        lines.row("Order", &format!("{}, counter {}, since {since}", committed.id, committed.counter));
    }
    if let Some(order) = order {
        let by = order.prescribed_by.as_str();
        let checked = order.checked_by.as_ref().map_or_else(String::new, |by| format!(", checked by {by}"));
        lines.row("Prescribed", &format!("by {by}{checked}"));
    }
    match known {
        Some(Known { part: Some(program), .. }) => more_of(lines, program),
        Some(Known { marks, part: None }) => lines.row("Mode", words::mode(marks.mode)),
        None => {}
    }
    let fluid = fluid_of_day(status);
    let drug = known.map(|known| {
        let nanolitres = u64::try_from(fluid).unwrap_or(u64::MAX);
        words::drug(nanolitres, 1, known.marks.concentration_nanograms_per_millilitre)
    });
    let drug = drug.map_or_else(String::new, |drug| format!(", {} at this strength", words::mass(drug)));
    let boluses = match status.patient_boluses_of_day {
        0 => String::new(),
        1 => "; 1 patient bolus".to_owned(),
        count => format!("; {count} patient boluses"),
    };
    lines.row("Last 24 hours", &format!("{}{drug}, counted in strokes{boluses}", words::volume(fluid)));
    lines.row("Minimum rate", &minimum(status.minimum_rate, known));
    lines.row("Battery", &battery(status));
    if let Some(staged) = &status.staged {
        let totals = words::day_totals(&staged.day_totals_nanograms);
        lines.row(
            "Staged",
            &format!("an order, not running: {totals}; forgotten {}", words::when(staged.expires_at)),
        );
    }
    if let Some(epitaph) = &status.epitaph {
        let what = words::fault(epitaph.fault);
        lines.row("Fault", &format!("{what}, {} (detail {})", words::when(epitaph.at), epitaph.detail));
    }
    lines.row(
        "Counts",
        &format!(
            "{} strokes since it was made, {} of this order; starts {}; accepted counter {}",
            status.strokes_total, status.strokes_of_order, status.boots, status.counter
        ),
    );
    lines.row("Log", &format!("{} entries kept, newest {}", status.log_kept, status.log_newest));
}

/// Boluses, steps, and what the patient may add.
fn more_of(lines: &mut Lines, program: &ProgramPart) {
    let strength = program.concentration_nanograms_per_millilitre;
    for bolus in &program.boluses {
        let drug = words::mass(words::drug(bolus.volume.numerator, bolus.volume.denominator, strength));
        let over = words::span(u64::from(bolus.over_seconds));
        lines.row("Bolus", &format!("{}: {drug} over {over}", words::bolus(bolus.kind)));
    }
    match &program.base {
        BasePart::Continuous(_) | BasePart::MinimumRate | BasePart::Stopped => {
            lines.row("Mode", words::mode(ProgramMarks::of(program).mode));
        }
        BasePart::Flex(days) => {
            lines.row("Mode", "flex; at each step the flow as if for 24\u{a0}hours:");
            for (index, steps) in days.iter().enumerate() {
                let steps = steps.iter().map(|step| {
                    let (hour, minute) = (step.from_second / 3_600, step.from_second / 60 % 60);
                    let drug = words::drug(step.flow.numerator, step.flow.denominator, strength);
                    format!("from {hour:02}:{minute:02} {}", words::mass(drug))
                });
                let steps: Vec<String> = steps.collect();
                lines.row("", &format!("{}: {}", words::day(index), steps.join(", ")));
            }
        }
    }
    if let Some(bolus) = &program.patient_bolus {
        let drug = words::mass(words::drug(bolus.volume.numerator, bolus.volume.denominator, strength));
        let (over, lockout) =
            (words::span(u64::from(bolus.over_seconds)), words::span(u64::from(bolus.lockout_seconds)));
        lines.row(
            "Patient bolus",
            &format!(
                "{drug} over {over}, not again within {lockout}, at most {} in 24\u{a0}hours",
                bolus.per_day_max
            ),
        );
    }
}

fn fluid_of_day(status: &Status) -> u128 {
    u128::from(status.strokes_of_day) * u128::from(status.stroke_nanolitres)
}

fn minimum(flow: Flowing, known: Option<&Known<'_>>) -> String {
    let drug = known.map(|known| words::daily(flow, known.marks.concentration_nanograms_per_millilitre));
    drug.unwrap_or_else(|| words::daily_volume(flow))
}

fn battery(status: &Status) -> String {
    let word = match status.battery {
        Battery::Good => "good",
        Battery::ElectiveReplacement => "time to replace the pump",
        Battery::Spent => "spent",
    };
    let since = status.indicated_at.map_or_else(String::new, |at| format!(", indicated {}", words::when(at)));
    let ends = status.ends_at.map_or_else(String::new, |at| format!(", stops for good {}", words::when(at)));
    format!("{word}{since}{ends}")
}

/// Hours and minutes from UTC.
fn offset(seconds: i32) -> String {
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs() / 60);
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
