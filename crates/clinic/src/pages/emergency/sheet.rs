//! The emergency sheet of one patient: from the record to the words on it. Page, paper and staff paths show the same.
//!
//! Only what was seen in the pump is shown as running. What was ordered and not seen there stands above everything else.

use crate::error::PageError;
use crate::pages::contacts::desks;
use crate::pages::overview::view::at_words;
use crate::patient::{Chart, sentence};
use documents::{DrugFacts, EmergencySheet, FlexRow, Listed, Patient as Who, PrintStamp, PumpFacts, Warning};
use practice::patient::{Allergies, MedicineKind, OpenFinding, Stand, line_title};
use practice::settings::Settings;
use practice::summary::{Flow, micrograms};
use pump::{Base, BolusKind, PumpTime, Week};
use quantity::SECONDS_PER_DAY;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use therapy::act::{Act, Report};
use therapy::{Level, OrderState, Rule, Running, Value, date_in_words};
use twin::{RBig, of, volume_times};

/// The sheet of a patient as of the page.
pub(crate) fn sheet(
    chart: &Chart,
    stand: &Stand<'_>,
    settings: &Settings,
) -> Result<EmergencySheet, PageError> {
    let patient = &chart.patient;
    let here = patient.has_pump();
    let running = stand.course.running().filter(|_| here);
    let zone = settings.zone();
    let (call_now, call_otherwise) = desks(settings, &zone, chart.page.now);
    let printed = jiff::Timestamp::from_second(chart.page.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let identity = &patient.identity;
    Ok(EmergencySheet {
        invented: chart.page.demonstration || identity.invented,
        patient: Who {
            family: identity.family.clone(),
            given: identity.given.clone(),
            born: Some(format!(
                "{} ({} years)",
                date_in_words(identity.born),
                patient.age(patient.died.unwrap_or_else(|| chart.today()))
            )),
            record_number: Some(identity.record.clone()),
        },
        warnings: warnings(chart, stand),
        pump: pump_facts(chart, stand),
        drug: drug_facts(chart, stand, running),
        medicines: medicines(chart),
        allergies: match &patient.allergies {
            Allergies::NotKnown => Listed::NotKnown,
            Allergies::NoneKnown => Listed::NoneKnown,
            Allergies::Known(known) => {
                Listed::Items(known.iter().map(|it| format!("{}: {}", it.substance, it.reaction)).collect())
            }
        },
        call_now,
        call_otherwise,
        stamp: PrintStamp {
            clinic: settings.clinic.name.clone(),
            printed_at: printed.to_zoned(zone).datetime(),
            time_zone: settings.clinic.zone.clone(),
            record_version: patient.version.to_string(),
            record_hash: hash(chart)?,
        },
    })
}

/// The first eight digits of SHA-256 over the version and every entry, for comparing two sheets.
pub(crate) fn hash(chart: &Chart) -> Result<String, PageError> {
    let mut hash = Sha256::new();
    hash.update(chart.patient.id.bytes());
    for entry in &chart.patient.entries {
        let event = serde_json::to_vec(&entry.event).map_err(|error| PageError::Fault(error.to_string()))?;
        hash.update(entry.version.to_be_bytes());
        hash.update(entry.recorded.to_be_bytes());
        hash.update((event.len() as u64).to_be_bytes());
        hash.update(event);
    }
    let mut short = String::new();
    for (byte, number) in hash.finalize().iter().zip(0..4) {
        // Writing into a String cannot fail.
        write!(short, "{}{byte:02x}", if number == 2 { " " } else { "" }).ok();
    }
    Ok(short)
}

/// What comes before the facts, the worst first.
pub(crate) fn warnings(chart: &Chart, stand: &Stand<'_>) -> Vec<Warning> {
    let patient = &chart.patient;
    let course = &stand.course;
    let mut warnings = Vec::new();
    if let Some(died) = patient.died {
        warnings.push(Warning::Other(format!("By this record the patient died on {}.", date_in_words(died))));
    }
    let here = patient.has_pump();
    if !here {
        let out = patient.episode().and_then(|episode| episode.explanted.as_ref());
        warnings.push(Warning::Other(match out {
            Some((at, reason)) => {
                format!("The system was taken out on {}: {reason}.", chart.page.moment(*at))
            }
            None => "No pump is on this record.".to_owned(),
        }));
        return warnings;
    }
    for record in &course.orders {
        let state = match record.state {
            OrderState::Unknown => "a session was held and the pump was not seen running it",
            OrderState::Ordered if record.order.program.is_some() => "nobody has said that it is in the pump",
            _ => continue,
        };
        let what = patient.line(&record.event.id).map(|placed| line_title(&placed.line.line));
        let what = what.unwrap_or_else(|| record.event.id.clone());
        let at = at_words(course.time(record.event.at)).unwrap_or_default();
        warnings.push(Warning::OrderUnknown(format!("{what}, signed {at}; {state}. Interrogate the pump.")));
    }
    if let Some(reservoir) = &course.reservoir
        && chart.rules.catalogue.drug(reservoir.drug).is_none()
    {
        warnings.push(Warning::Other(format!(
            "The reservoir holds \u{201c}{}\u{201d}, which is none of the listed baclofen products: the steps below are for \
             baclofen.",
            reservoir.drug
        )));
    }
    stopped(chart, stand, &mut warnings);
    for open in stand.open.iter().filter(|open| open.rule == Rule::AlarmCritical) {
        warnings.push(Warning::CriticalAlarm(sentence(&opened_by(chart, open))));
    }
    if chart.summary.flow == Flow::MinimumRate {
        let told = "The pump runs at its minimum rate: it keeps the catheter open and treats nobody.";
        warnings.push(Warning::Other(told.to_owned()));
    }
    if let Some(told) = course.running().and_then(|running| bolus_now(running, stand.now)) {
        warnings.push(Warning::Other(told));
    }
    // The rest of what is open and hard; what is said above is not said twice.
    let said = [Rule::AlarmCritical, Rule::OrderUnknown, Rule::NotRunning, Rule::StoppedTooLong, Rule::Empty];
    let rest = stand.open.iter().filter(|open| open.level == Level::Hard && !said.contains(&open.rule));
    let mut rules: Vec<Rule> = Vec::new();
    for open in rest {
        if !rules.contains(&open.rule) {
            rules.push(open.rule);
            warnings.push(Warning::Other(format!("Open: {}", sentence(open.rule.about().says))));
        }
    }
    warnings
}

/// A finding with the line that opened it.
fn opened_by(chart: &Chart, open: &OpenFinding) -> String {
    let placed = open.line.as_deref().and_then(|id| chart.patient.line(id));
    let entry = placed.and_then(|placed| {
        let entry = chart.patient.entries.iter().find(|entry| entry.version == placed.version)?;
        Some(format!("{}, {}", line_title(&placed.line.line), chart.page.moment(entry.happened)))
    });
    entry.unwrap_or_else(|| open.rule.about().says.to_owned())
}

/// That nothing flows, or that nobody knows whether it does.
fn stopped(chart: &Chart, stand: &Stand<'_>, warnings: &mut Vec<Warning>) {
    let course = &stand.course;
    let empty = stand.outlook.as_ref().and_then(|outlook| outlook.forecast.empty_at);
    if let Some(at) = empty.filter(|at| *at <= stand.now).and_then(at_words) {
        warnings.push(Warning::Stopped(format!("The reservoir is empty by calculation since {at}.")));
    }
    let since = |at: Option<PumpTime>| match at.and_then(at_words) {
        Some(at) => format!("since {at}"),
        None => "since when is not known".to_owned(),
    };
    for gap in course.interruptions.iter().filter(|gap| gap.until.is_none()) {
        let cause = gap.cause.trim_end_matches('.');
        warnings.push(if gap.lasts {
            Warning::Stopped(format!("Nothing is delivered {}: {cause}.", since(gap.from)))
        } else {
            Warning::Other(format!(
                "Whether the pump delivers is not known, {}: {cause}. Interrogate the pump.",
                since(gap.from)
            ))
        });
    }
    match course.running() {
        Some(running) if running.asked.is_stopped() => {
            let already = warnings.iter().any(|it| matches!(it, Warning::Stopped(_)));
            if !already {
                warnings.push(Warning::Stopped(format!("By order {}.", since(Some(running.since)))));
            }
        }
        Some(_) => {}
        None => warnings.push(Warning::Other("No program has been seen in the pump yet.".to_owned())),
    }
    // Whatever makes the lists say that nothing flows must stand here, even where no case above has found it.
    let told = warnings.iter().any(|it| matches!(it, Warning::Stopped(_)));
    if chart.summary.flow == Flow::Stopped && !told {
        warnings.push(Warning::Stopped("By this record nothing is delivered.".to_owned()));
    }
}

/// A bolus of the running program that is not over.
fn bolus_now(running: &Running<'_>, now: PumpTime) -> Option<String> {
    let mut begins = running.since;
    for bolus in running.asked.boluses() {
        let ends = begins.after(bolus.over);
        if begins <= now && now < ends {
            let until = at_words(ends)?;
            let what = match bolus.kind {
                BolusKind::Single => "A single bolus",
                BolusKind::Bridge => {
                    "A bridge bolus (the old strength is still in the catheter: the dose on the programmer is not what the patient gets)"
                }
                BolusKind::Prime => "A priming bolus",
            };
            return Some(format!("{what} runs until {until}."));
        }
        begins = ends;
    }
    None
}

fn pump_facts(chart: &Chart, stand: &Stand<'_>) -> PumpFacts {
    let summary = &chart.summary;
    let here = chart.patient.has_pump();
    let reservoir = stand.course.reservoir.as_ref().filter(|_| here);
    let last_refill = reservoir.and_then(crate::bedside::last_fill);
    let early = summary.early_empty_on.filter(|early| summary.empty_on.is_some_and(|empty| *early < empty));
    PumpFacts {
        model: summary.pump.clone(),
        catalogue_id: summary.pump_id.clone(),
        serial: summary.serial.clone(),
        last_refill: last_refill.map(|(on, filled)| format!("{on}, {filled}")),
        low_reservoir_alarm: summary.alarm_on.filter(|_| here).map(date_in_words),
        empty: summary.empty_on.filter(|_| here).map(|empty| match early {
            Some(early) => format!("{}, at the earliest {}", date_in_words(empty), date_in_words(early)),
            None => date_in_words(empty),
        }),
    }
}

fn drug_facts(chart: &Chart, stand: &Stand<'_>, running: Option<&Running<'_>>) -> DrugFacts {
    let summary = &chart.summary;
    let Some(running) = running else {
        let reservoir = stand.course.reservoir.as_ref().filter(|_| chart.patient.has_pump());
        let strength = reservoir.map(|reservoir| Value::concentration(reservoir.concentration).to_string());
        return DrugFacts {
            drug: summary.drug.clone(),
            strength: strength.map(|strength| format!("{strength} on the vial; not seen in the pump")),
            dose_per_day: None,
            mode: None,
            since: None,
            flex: Vec::new(),
        };
    };
    let reservoir = stand.course.reservoir.as_ref().map(|reservoir| reservoir.concentration);
    let told = Value::concentration(running.concentration).to_string();
    let strength = match reservoir.filter(|vial| *vial != running.concentration) {
        Some(vial) => format!("{told} told to the pump; {} on the vial", Value::concentration(vial)),
        None => told,
    };
    let patient_bolus =
        if running.asked.patient_bolus.is_some() { "; the patient can add boluses" } else { "" };
    DrugFacts {
        drug: summary.drug.clone(),
        strength: Some(strength),
        dose_per_day: Some(format!("{}\u{a0}micrograms", micrograms(&running.dose_per_day()))),
        mode: Some(format!("{}{patient_bolus}", running.mode.replace('-', " "))),
        since: since(stand, running),
        flex: match running.asked.base() {
            Base::Flex(week) => flex(week, running),
            Base::Continuous(_) | Base::MinimumRate(_) | Base::Stopped => Vec::new(),
        },
    }
}

/// Since when a program runs, and by whose word.
fn since(stand: &Stand<'_>, running: &Running<'_>) -> Option<String> {
    let at = at_words(running.since)?;
    let course = &stand.course;
    let events = course.file.events.iter().rev().filter(|event| course.time(event.at) == running.since);
    let seen = events.into_iter().find_map(|event| {
        let how = match &event.act {
            Act::Report(Report::Confirmed(_)) => "read back",
            Act::Report(Report::Found(_)) => "found on admission",
            Act::Report(Report::Revised(_) | Report::Implanted { .. }) => "recorded at surgery",
            _ => return None,
        };
        Some((how, event.by.clone()))
    });
    Some(match seen {
        Some((how, Some(by))) => format!("{at}, {how} by {by}"),
        Some((how, None)) => format!("{at}, {how}"),
        None => at,
    })
}

/// The steps of a flex week; days that are alike stand together.
fn flex(week: &Week, running: &Running<'_>) -> Vec<FlexRow> {
    let strength = of(running.concentration.quotient());
    let day_seconds = u32::try_from(SECONDS_PER_DAY).unwrap_or(u32::MAX);
    let clock = |second: u32| format!("{:02}:{:02}", second / 3_600, second / 60 % 60);
    let mut alike: Vec<(Vec<usize>, Vec<pump::Step>)> = Vec::new();
    for day in 0..7 {
        let steps: Vec<pump::Step> = week.day(day).collect();
        match alike.iter_mut().find(|(_, known)| *known == steps) {
            Some((days, _)) => days.push(day),
            None => alike.push((vec![day], steps)),
        }
    }
    let mut rows = Vec::new();
    for (days, steps) in alike {
        for (index, step) in steps.iter().enumerate() {
            let until = steps.get(index + 1).map_or(day_seconds, |next| next.from_second);
            let seconds = until.saturating_sub(step.from_second);
            let per_day = volume_times(&of(step.rate.flow()), &strength);
            let amount = per_day * RBig::from(seconds) / RBig::from(SECONDS_PER_DAY);
            rows.push(FlexRow {
                days: day_words(&days),
                time: format!("{} to {}", clock(step.from_second), clock(until)),
                amount: format!("{}\u{a0}micrograms", micrograms(&amount)),
            });
        }
    }
    rows
}

fn day_words(days: &[usize]) -> String {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let name = |day: &usize| NAMES.get(*day).copied().unwrap_or_default();
    let joined = days.iter().zip(days.iter().skip(1)).all(|(day, next)| day + 1 == *next);
    match (days.first(), days.last()) {
        _ if days.len() == 7 => "every day".to_owned(),
        (Some(first), Some(last)) if joined && days.len() > 2 => format!("{} to {}", name(first), name(last)),
        _ => days.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

/// What is taken beside the pump; what is kept at home belongs to it.
fn medicines(chart: &Chart) -> Listed {
    let patient = &chart.patient;
    let taken = patient.medicines.iter().filter(|taken| taken.stopped.is_none());
    let mut items: Vec<String> = taken
        .map(|taken| {
            let medicine = &taken.medicine;
            let what = match medicine.is {
                MedicineKind::CnsDepressant => " (depresses the central nervous system)",
                MedicineKind::OralAntispastic | MedicineKind::Other => "",
            };
            format!("{} {}{what}", medicine.name, medicine.dose)
        })
        .collect();
    items.extend(home_stock(chart).map(|stock| format!("kept at home: {stock}")));
    match (items.is_empty(), patient.medicines.is_empty()) {
        (false, _) => Listed::Items(items),
        (true, true) => Listed::NotKnown,
        (true, false) => Listed::NoneKnown,
    }
}

/// What is kept at home, and whether it still keeps.
pub(crate) fn home_stock(chart: &Chart) -> Option<String> {
    let stock = chart.patient.home_stock.as_ref()?;
    Some(match stock.expires {
        Some(until) if until < chart.today() => {
            format!("{} (out of date since {})", stock.what, date_in_words(until))
        }
        Some(until) => format!("{} (keeps until {})", stock.what, date_in_words(until)),
        None => stock.what.clone(),
    })
}
