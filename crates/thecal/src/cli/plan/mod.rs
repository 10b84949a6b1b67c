//! `thecal plan`: what is in the pump, what the patient receives, what comes when, and what is wrong with the last order.

mod curve;
mod dates;
mod fluid;
mod json;

use super::course::{self, Args, time, time_json};
use super::{CliError, Exit, chart, check, text};
use jiff::Timestamp;
use pump::{Base, BolusKind, Program, PumpClock};
use quantity::Concentration;
use therapy::audit::Audit;
use therapy::calculators::screen::{self, Verdict};
use therapy::judge::{Setting, small_child};
use therapy::outlook::{Outlook, outlook_now};
use therapy::{Finding, Level, Value, date_in_words, dose_of};
use twin::{RBig, civil, of, volume_times};

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let protocol = course::protocol(args.protocol.as_deref())?;
    let setting = course::setting(&protocol)?;
    let file = course::load(&args.file, setting.catalogue)?;
    let audit = course::look(&file, &setting, course::now(args.now.as_deref())?)?;
    if args.show.json {
        text::print(&format!("{}\n", json::json(&audit, &setting).pretty()))?;
    } else {
        text::print(&people(&args.file.display().to_string(), &audit, &setting, args.show.explain))?;
    }
    Ok(check::exit(&audit))
}

type Rows = Vec<(String, String)>;

fn row(rows: &mut Rows, label: &str, value: impl Into<String>) {
    rows.push((label.to_owned(), value.into()));
}

/// The plan for people.
pub fn people(name: &str, audit: &Audit<'_>, setting: &Setting<'_>, explain: bool) -> String {
    let outlook = outlook_now(&audit.course, setting, audit.now);
    let mut shown = banner(audit, setting, outlook.as_ref());
    shown.push_str(&wrong(audit));
    shown.push_str(&last_order(audit, explain));
    // What the last order needs has just been shown.
    let last = audit.course.orders.last().map(|record| &record.event.id);
    let open: Vec<_> = audit
        .open
        .iter()
        .filter(|open| open.event.map(|event| &event.id) != last || last.is_none())
        .collect();
    if !open.is_empty() {
        shown.push_str(&format!("\n{}", text::heading("Open: somebody has to deal with this")));
        for open in open {
            shown.push_str(&text::paragraph(&check::place(name, open), 1));
            shown.push_str(&text::findings(std::slice::from_ref(&open.finding), explain));
        }
    }
    if let Some(twin) = &audit.course.twin {
        shown.push_str(&format!("\n{}", text::heading("In the pump, and what the patient receives")));
        shown.push_str(&text::lines(&fluid::fluid(audit, twin)));
        shown.push_str(&fluid::received(audit, twin));
    }
    if let Some(outlook) = &outlook {
        shown.push_str(&format!("\n{}", text::heading("Dates")));
        shown.push_str(&text::lines(&dates::dates(audit, outlook, explain)));
        if let Some(twin) = &audit.course.twin {
            shown.push_str(&format!("\n{}", text::heading("Reservoir since the last fill")));
            shown.push_str(&curve::curve(audit, twin, outlook));
        }
    }
    shown
}

fn banner(audit: &Audit<'_>, setting: &Setting<'_>, outlook: Option<&Outlook>) -> String {
    let course = &audit.course;
    let patient = &course.file.patient;
    let mut shown = String::new();
    if patient.invented {
        shown.push_str(&text::heading("INVENTED PATIENT - for demonstration only"));
    }
    let born = date_in_words(patient.born);
    shown.push_str(&text::heading(&format!("{}, born {born}, record {}", patient.name, patient.record)));
    let mut rows = Rows::new();
    row(&mut rows, "Diagnosis", patient.diagnosis.clone());
    if let (Some(pump), Some(profile)) = (course.pump, course.profile) {
        let offset = course.clock.offset_seconds + i32::try_from(course.clock_ahead).unwrap_or(0);
        let clock = therapy::input::offset_text(PumpClock { offset_seconds: offset });
        row(&mut rows, "Pump", format!("{}, serial {}, clock fixed at {clock}", profile.name, pump.serial));
    }
    if let Some(catheter) = course.catheter {
        let mark = if catheter.unverified { " - UNVERIFIED number, enter your site's value" } else { "" };
        let volume = Value::Volume(of(catheter.volume));
        row(&mut rows, "Catheter", format!("{volume}: {}{mark}", catheter.basis));
    }
    if let Some(reservoir) = &course.reservoir {
        let strength = reservoir.concentration;
        let words = match setting.catalogue.drug(reservoir.drug) {
            Some(listed) => format!("{} {strength} ({})", listed.ingredient, listed.name),
            None => format!("{} {strength} - NOT IN THE CATALOGUE", reservoir.drug),
        };
        row(&mut rows, "Drug", words);
    }
    if let Some(twin) = course.twin.as_ref().filter(|_| course.running().is_some()) {
        row(&mut rows, "REACHES PATIENT", fluid::now(audit, twin));
    }
    if let Some(running) = course.running() {
        row(&mut rows, "Told to run", program(running.asked, running.concentration));
        row(&mut rows, "24-hour total", total(running.asked, running.concentration));
        rows.extend(steps(running.asked, running.concentration));
    }
    if course.programs.is_empty() && !course.tests.is_empty() {
        row(&mut rows, "Screening test", screening(audit, setting));
    }
    if let Some(by) = outlook.and_then(|outlook| outlook.forecast.refill_by) {
        row(&mut rows, "REFILL BY", date_in_words(by.date));
    }
    let clock = therapy::input::offset_text(course.clock);
    row(&mut rows, "Looked at", format!("{} at {clock}{}", time(Some(audit.now)), clinic(audit)));
    shown + &text::lines(&rows)
}

/// What is wrong, in one line each, and the first way out: to be read before everything else.
fn wrong(audit: &Audit<'_>) -> String {
    let mut rows = Rows::new();
    for open in &audit.open {
        let about = open.finding.rule.about();
        let sign = if open.finding.level == Level::Hard { "!!" } else { "!" };
        let next = about.exits.first().map(|exit| format!(" NEXT: {exit}.")).unwrap_or_default();
        let line = (format!("{sign} {}", about.id), format!("{}{next}", about.says));
        if !rows.contains(&line) {
            rows.push(line);
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}{}", text::heading("WRONG, and what to do first"), text::lines(&rows))
}

/// The same moment in the clinic, where its clocks show another time.
fn clinic(audit: &Audit<'_>) -> String {
    let unix = audit.now.0 - i64::from(audit.course.clock.offset_seconds);
    let zone = &audit.course.file.zone;
    let there = Timestamp::from_second(unix).ok().and_then(|at| at.in_tz(zone).ok()).map(|at| at.datetime());
    match there.filter(|there| Some(*there) != civil(audit.now)) {
        Some(there) => format!("; {} in {zone}", Value::At(there)),
        None => String::new(),
    }
}

/// Where the screening test stands.
fn screening(audit: &Audit<'_>, setting: &Setting<'_>) -> String {
    let course = &audit.course;
    let unix = audit.now.0 - i64::from(course.clock.offset_seconds);
    let small = small_child(course, setting, audit.now);
    let shown = |unix: i64| civil(course.clock.at(unix));
    let (state, _) = screen::screen(setting.protocol, small, &course.tests, unix, &shown);
    let mut words = match state.verdict {
        Verdict::Give => "the next dose may be given".to_owned(),
        Verdict::Wait => "wait".to_owned(),
        Verdict::Eligible => "a dose was effective".to_owned(),
        Verdict::NotACandidate => "no response to the largest dose: not a candidate for infusion".to_owned(),
        Verdict::Stop => "STOP: an adverse response".to_owned(),
    };
    if let Some(dose) = state.next_dose {
        words += &format!("; next dose {dose}");
    }
    if let Some(at) = state.not_before.and_then(shown) {
        words += &format!(", not before {}", Value::At(at));
    }
    if let Some(dose) = state.start_dose {
        words += &format!("; starting dose at most {}", Value::Dose(dose));
    }
    words
}

/// A program in words.
fn program(program: &Program, concentration: Concentration) -> String {
    let mut parts = Vec::new();
    for bolus in program.boluses() {
        let kind = match bolus.kind {
            BolusKind::Single => "single bolus",
            BolusKind::Bridge => "bridge bolus",
            BolusKind::Prime => "priming bolus",
        };
        let mass = Value::Mass(volume_times(&of(bolus.volume), &of(concentration.quotient())));
        let volume = Value::Volume(of(bolus.volume));
        parts.push(format!("{kind} of {mass} ({volume}) in {}", bolus.over));
    }
    let dose = Value::Dose(dose_of(program, concentration));
    parts.push(match program.base() {
        Base::Stopped => "STOPPED".to_owned(),
        Base::Continuous(_) => format!("continuous {dose}"),
        Base::MinimumRate(_) => format!("minimum rate, {dose}"),
        Base::Flex(_) => format!("flex, {dose} on the mean of a week"),
    });
    if let Some(bolus) = &program.patient_bolus {
        let mass = Value::Mass(volume_times(&of(bolus.volume), &of(concentration.quotient())));
        parts.push(format!(
            "patient bolus {mass}, lockout {}, at most {} a day",
            bolus.lockout, bolus.per_day_max
        ));
    }
    parts.join(", then ")
}

/// The steps of a flex week, in micrograms per hour; days that are alike share a row.
fn steps(program: &Program, concentration: Concentration) -> Rows {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let Base::Flex(week) = program.base() else { return Rows::new() };
    let strength = of(concentration.quotient());
    let mut days: Vec<(String, String)> = Vec::new();
    for (day, name) in NAMES.iter().enumerate() {
        let step = |step: pump::Step| {
            let per_hour = volume_times(&of(step.rate.flow()), &strength) / RBig::from(24_000);
            let minute = step.from_second / 60;
            format!("{:02}:{:02} {}", minute / 60, minute % 60, therapy::decimal(&per_hour, 2))
        };
        let shown: Vec<String> = week.day(day).map(step).collect();
        let shown = shown.join(", ");
        match days.iter_mut().find(|(_, steps)| *steps == shown) {
            Some((names, _)) => *names = format!("{names} {name}"),
            None => days.push(((*name).to_owned(), shown)),
        }
    }
    let row = |(names, steps): (String, String)| {
        (String::new(), format!("{names}: from {steps} micrograms per hour"))
    };
    days.into_iter().map(row).collect()
}

/// The 24-hour total; of each weekday where they differ.
fn total(program: &Program, concentration: Concentration) -> String {
    let strength = of(concentration.quotient());
    let days = program.day_flows().map(|flow| volume_times(&of(flow), &strength));
    let words = |dose: &RBig| Value::Mass(dose.clone()).to_string();
    let [first, rest @ ..] = &days;
    if rest.iter().all(|day| day == first) {
        return format!("{} in 24 hours", words(first));
    }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let days: Vec<String> =
        names.iter().zip(&days).map(|(name, day)| format!("{name} {}", words(day))).collect();
    days.join(", ")
}

fn last_order(audit: &Audit<'_>, explain: bool) -> String {
    let Some(record) = audit.course.orders.last() else { return String::new() };
    let mut shown = format!("\n{}", text::heading("Last order"));
    let mut rows = Rows::new();
    let at = time(Some(audit.course.time(record.event.at)));
    let by = record.event.by.as_deref().unwrap_or("nobody named");
    row(&mut rows, "Order", format!("{}, {at}, by {by}", record.event.id));
    row(&mut rows, "State", record.state.words());
    if let Some(screening) = &record.order.screening_dose {
        row(&mut rows, "Test dose", screening.dose.to_string());
    }
    if let Some(refill) = &record.order.refill {
        row(&mut rows, "Refill", format!("{} of {}, {}", refill.volume, refill.drug, refill.concentration));
    }
    if let Some(ordered) = &record.order.program {
        row(&mut rows, "Asked", program(&ordered.run, ordered.concentration));
        row(&mut rows, "24-hour total", total(&ordered.run, ordered.concentration));
        rows.extend(steps(&ordered.run, ordered.concentration));
        let (asked, achieved) = (&ordered.run, &ordered.achieved);
        if asked != achieved {
            row(&mut rows, "Achieved", program(achieved, ordered.concentration));
        }
    }
    shown.push_str(&text::lines(&rows));
    let findings: Vec<Finding> = audit
        .lines
        .iter()
        .filter(|line| line.event.id == record.event.id)
        .flat_map(|line| line.findings.clone())
        .filter(|finding| explain || finding.level > Level::Note)
        .collect();
    if findings.is_empty() {
        shown.push_str(&text::paragraph("Nothing above a note. Notes are shown with --explain.", 2));
    } else {
        shown.push_str(&text::findings(&findings, explain));
    }
    shown
}
