//! The summary of a visit: for patient, family and referrer.

use super::order_program::Shown;
use super::say::Said;
use super::{Asked, Ground, NotYet, Reader, leaflet, refill, scores};
use documents::{Leaflet, Line, Paper, Part, Section};
use jiff::civil::Date;
use practice::patient::PatientEvent;
use therapy::act::{Act, Event, Order, Report};
use therapy::{Running, dose_of};
use twin::of;
use words::Worded;

/// Whether a line is written when a patient is seen.
const fn is_seen(act: &Act) -> bool {
    match act {
        Act::Order(order) => order.program.is_some() || order.screening_dose.is_some(),
        Act::Report(report) => matches!(
            report,
            Report::Filled(_)
                | Report::Confirmed(_)
                | Report::Interrogated(_)
                | Report::Scored(_)
                | Report::Found(_)
                | Report::Screened { .. }
                | Report::Implanted { .. }
                | Report::Revised(_)
        ),
    }
}

/// Days on which the patient was seen, the latest first.
pub(super) fn days(on: &Ground<'_>) -> Vec<Date> {
    let seen = on.chart.patient.file.events.iter().rev().filter(|event| is_seen(&event.act));
    let mut days: Vec<Date> = seen.filter_map(|event| on.day_of(event.at.unix)).collect();
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    days
}

/// Visits to choose from.
pub(super) fn choices(on: &Ground<'_>) -> Vec<(String, Said)> {
    days(on).into_iter().map(|day| (day.to_string(), on.say.date(day))).collect()
}

fn ordered(on: &Ground<'_>, order: &Order) -> Said {
    let say = &on.say;
    if let Some(program) = &order.program {
        let dose = dose_of(&program.run, program.concentration);
        return say.with("paper-did-ordered", &[("dose", say.dose(&dose))]);
    }
    match &order.screening_dose {
        Some(test) => say.with("paper-did-test-ordered", &[("dose", say.mass(&of(test.dose.quotient())))]),
        None => say.key("paper-did-refill-ordered"),
    }
}

/// A report in a sentence; `None` for what the summary says elsewhere.
fn reported(on: &Ground<'_>, report: &Report) -> Option<Said> {
    let say = &on.say;
    let seen = |running: bool, yes: &str, no: &str| say.key(if running { yes } else { no });
    Some(match report {
        Report::Filled(fill) => {
            let drug = on.chart.rules.catalogue.drug(&fill.drug);
            let drug = drug.map_or_else(|| fill.drug.clone(), |known| known.name.clone());
            let parts = [
                ("volume", say.volume(&of(fill.volume.quotient()), 6)),
                ("drug", drug.into()),
                ("strength", say.strength(fill.concentration)),
            ];
            say.with("paper-did-refill", &parts)
        }
        Report::Confirmed(confirmed) if confirmed.running => {
            say.with("paper-did-program", &[("dose", say.dose(&of(confirmed.total.quotient())))])
        }
        Report::Confirmed(_) => say.key("paper-did-program-not-running"),
        // What became of it follows.
        Report::Sent { .. } => return None,
        Report::NotEntered { .. } => say.key("paper-did-not-entered"),
        Report::Interrogated(read) => {
            seen(read.running, "paper-did-read-running", "paper-did-read-not-running")
        }
        Report::Found(found) => {
            let dose = dose_of(&found.run, found.concentration);
            say.with("paper-did-found", &[("dose", say.dose(&dose))])
        }
        Report::Implanted { .. } => say.key("paper-did-implanted"),
        Report::Revised(_) => say.key("paper-did-surgery"),
        Report::Screened { dose, responded, .. } => {
            let key = if *responded { "paper-did-test-helped" } else { "paper-did-test-not-helped" };
            say.with(key, &[("dose", say.mass(&of(dose.quotient())))])
        }
        Report::Alarm { kind, sound } => say.with("paper-did-alarm", &[("what", say.alarm(*kind, *sound))]),
        Report::Gap { cause, .. } => say.with("paper-did-gap", &[("why", cause.into())]),
        Report::Mri => say.key("paper-did-mri"),
        Report::MriChecked { running } => {
            seen(*running, "paper-did-mri-checked-running", "paper-did-mri-checked-not-running")
        }
        Report::Aspirated { .. } => say.key("paper-did-aspirated"),
        Report::Injected { what, .. } => say.with("paper-did-injected", &[("what", what.into())]),
        Report::SideEffect { what } => say.with("paper-did-side-effect", &[("what", what.into())]),
        Report::VisitBooked { on: day } => say.with("paper-did-booked", &[("date", say.date(*day))]),
        Report::Travelled { .. } => say.key("paper-did-travel"),
        Report::Scored(_) | Report::Closed { .. } => return None,
    })
}

/// What was done on a day.
fn done(on: &Ground<'_>, day: Date) -> Vec<Line> {
    let say = &on.say;
    let patient = &on.chart.patient;
    let of_day = |event: &&Event| on.day_of(event.at.unix) == Some(day);
    let events: Vec<&Event> = patient.file.events.iter().filter(of_day).collect();
    let mut lines: Vec<Said> = Vec::new();
    for event in &events {
        lines.extend(match &event.act {
            Act::Order(order) => Some(ordered(on, order)),
            Act::Report(report) => reported(on, report),
        });
    }
    let given = &patient.path.trial.given;
    for test in given.iter().filter(|test| on.day_of(test.at) == Some(day)) {
        let mass = test.dose.parse::<quantity::Mass>();
        let dose = mass.map_or_else(|_| Said::from(&test.dose), |mass| say.mass(&of(mass.quotient())));
        lines.push(say.with("paper-did-test", &[("dose", dose)]));
    }
    let scored = events.iter().filter(|event| matches!(event.act, Act::Report(Report::Scored(_)))).count();
    if scored > 0 {
        lines.push(say.counted("paper-did-scores", ("count", &scored.to_string()), &[]));
    }
    let stands = patient.entries.iter().filter(|entry| entry.stands());
    for entry in stands.filter(|entry| on.day_of(entry.happened) == Some(day)) {
        match &entry.event {
            PatientEvent::Medicine(medicine) => {
                let what = format!("{} {}", medicine.name, medicine.dose);
                lines.push(say.with("paper-did-medicine", &[("what", what.into())]));
            }
            PatientEvent::MedicineStopped { id, .. } => {
                let known = patient.medicines.iter().find(|taken| taken.medicine.id == *id);
                let name = known.map_or_else(String::new, |taken| taken.medicine.name.clone());
                lines.push(say.with("paper-did-medicine-stopped", &[("what", name.into())]));
            }
            _ => {}
        }
    }
    lines.into_iter().map(Line::from).collect()
}

/// What runs now, in words.
fn program(on: &Ground<'_>) -> Vec<Part> {
    let (facts, say) = (on.facts, &on.say);
    let Some(seen) = &facts.program else {
        return vec![Part::Paragraph(say.key("paper-visit-program-not-known").into())];
    };
    let gives = say.with(
        "paper-visit-program-says",
        &[
            ("dose", say.dose(&seen.dose)),
            ("drug", facts.drug.as_ref().map_or_else(|| say.not_known(), Said::from)),
            ("strength", say.strengths(facts).unwrap_or_else(|| say.not_known())),
        ],
    );
    let mode = say.key(&format!("paper-visit-program-{}", seen.mode));
    let mut parts = vec![Part::Paragraph(gives.into()), Part::Paragraph(mode.into())];
    if !seen.steps.is_empty() {
        parts.push(say.steps(&seen.steps));
    }
    if let Some(bolus) = seen.patient_bolus {
        let may = Said::join([say.key("paper-patient-bolus"), say.patient_bolus(&bolus, seen.told)], ": ");
        parts.push(Part::Paragraph(may.into()));
    }
    parts
}

/// What changed on a day, if a program was seen in the pump then.
fn change(on: &Ground<'_>, day: Date) -> Option<Section> {
    let say = &on.say;
    let programs = &on.stand.course.programs;
    let of_day = |running: &Running<'_>| on.day_of(on.unix(running.since)) == Some(day);
    let last = programs.iter().rposition(of_day)?;
    let first = programs.iter().position(of_day)?;
    let shown = |running: &Running<'_>| {
        Shown { run: running.asked, mode: running.mode, strength: running.concentration }.dose()
    };
    let after = programs.get(last)?;
    let before = first.checked_sub(1).and_then(|before| programs.get(before));
    let both =
        |running: &Running<'_>| Said::join([say.dose(&running.dose_per_day()), say.mode(running.mode)], ", ");
    let cells = [
        before.map_or_else(|| say.key("paper-change-first"), both),
        both(after),
        before.map_or_else(Said::default, |before| say.change(&shown(before), &shown(after))),
    ];
    let columns = ["paper-visit-before", "paper-visit-after", "paper-visit-difference"];
    let table = Part::Table {
        columns: columns.iter().map(|key| say.key(key).into()).collect(),
        rows: vec![cells.into_iter().map(Worded::from).collect()],
    };
    Some(on.section("paper-visit-change", vec![table]))
}

/// What was left in the pump at a refill of this day.
fn residual(on: &Ground<'_>, day: Date) -> Option<Section> {
    let events = on.chart.patient.file.events.iter();
    let (event, fill) =
        events.filter(|event| on.day_of(event.at.unix) == Some(day)).find_map(|event| match &event.act {
            Act::Report(Report::Filled(fill)) => Some((event, fill)),
            _ => None,
        })?;
    let found = refill::found(on, event, fill)?;
    let table = on.pairs(["paper-what", "paper-value"], found.rows(on));
    Some(on.section("paper-visit-residual", vec![table]))
}

fn appointments(on: &Ground<'_>) -> Section {
    let (facts, say) = (on.facts, &on.say);
    let rows: Vec<Line> = facts
        .appointments
        .iter()
        .map(|ahead| {
            let when = say.moment(ahead.at);
            let when = match ahead.place.is_empty() {
                true => when,
                false => say
                    .with("paper-appointment-where", &[("when", when), ("where", Said::from(&ahead.place))]),
            };
            Said::join([say.appointment(ahead.kind), when], ": ").into()
        })
        .collect();
    let visit = on.chart.summary.visit.filter(|visit| *visit >= facts.today);
    let part = match (rows.is_empty(), visit) {
        (false, _) => Part::Bullets(rows),
        (true, Some(visit)) => {
            let said = Said::join([say.key("paper-next-visit"), say.date(visit)], ": ");
            Part::Bullets(vec![said.into()])
        }
        (true, None) => Part::Paragraph(say.key("paper-visit-no-appointments").into()),
    };
    on.section("paper-visit-appointments", vec![part])
}

/// The signs of too little and too much, and what to do about them.
const WATCH: [&str; 4] = ["guide-little-early", "guide-little-late", "guide-much-early", "guide-much-late"];

/// The summary.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let days = days(on);
    let asked = Asked::day(&on.asked.of);
    let day = match asked {
        Some(asked) => days.iter().find(|day| **day == asked),
        None => days.first(),
    };
    let day = *day.ok_or(NotYet("No visit is on record, or none on this day."))?;

    let heading = Said::join([say.key("paper-visit-summary"), say.date(day)], " \u{2013} ");
    let mut paper = on.paper(heading, Reader::Family);
    paper.version = say.with("paper-visit-of", &[("date", say.date(day))]).into();
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-diagnosis", Some(say.diagnosis(&facts.diagnosis))));
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.date_facts(facts));
    let done = done(on, day);
    let part = match done.is_empty() {
        true => Part::Paragraph(say.key("paper-visit-nothing").into()),
        false => Part::Bullets(done),
    };
    paper.sections.push(on.section("paper-visit-done", vec![part]));
    if facts.pump.is_some() {
        paper.sections.push(on.section("paper-visit-program", program(on)));
    }
    paper.sections.extend(change(on, day));
    paper.sections.extend(residual(on, day));
    paper.sections.push(appointments(on));
    let zone = &on.chart.page.zone;
    let from = practice::worklist::day_begins(day, zone);
    let until = day.tomorrow().map_or(i64::MAX, |next| practice::worklist::day_begins(next, zone));
    let columns = ["paper-score", "paper-score-before", "paper-score-this-day"];
    if let Some(table) = scores::compared(on, from, until, columns) {
        let names = Part::Paragraph(say.key("paper-visit-scores-names").into());
        paper.sections.push(on.section("paper-visit-scores", vec![table, names]));
    }
    if let Some(guide) = Leaflet::guide().filter(|_| facts.pump.is_some()) {
        let lines = leaflet::lines(on, guide, &WATCH);
        paper.sections.push(on.section("paper-visit-watch", vec![Part::Bullets(lines)]));
        leaflet::cite(&mut paper, guide);
    }
    paper.sections.push(say.call_section(&facts.call_always, facts.pump.is_some()));
    Ok(paper)
}
