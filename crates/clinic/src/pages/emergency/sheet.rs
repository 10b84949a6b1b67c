//! The emergency sheet of one patient: from the record to the words on it. Page, paper and staff paths show the same.
//!
//! Only what was seen in the pump is shown as running. What was ordered and not seen there stands above everything else.

use super::facts::{Confirmed, Known, Seen, Strength, Told, known};
use crate::error::PageError;
use crate::pages::contacts::desks;
use crate::patient::{Chart, sentence};
use documents::{DrugFacts, EmergencySheet, FlexRow, Listed, Patient as Who, PrintStamp, PumpFacts, Warning};
use jiff::civil::DateTime;
use practice::patient::{Allergies, MedicineKind, Stand};
use practice::settings::Settings;
use practice::summary::micrograms;
use pump::{Base, BolusKind, Week};
use quantity::SECONDS_PER_DAY;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use therapy::{Rule, Running, Value, date_in_words};
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
    let known = known(patient, &chart.summary, &chart.rules, stand, chart.today());
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
        warnings: known.told.iter().map(|told| warning(told, chart)).collect(),
        pump: pump_facts(chart, stand, &known),
        drug: drug_facts(&known, running),
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

/// What comes before the facts, in the words of the sheet.
fn warning(told: &Told, chart: &Chart) -> Warning {
    let other = |text: String| Warning::Other(text);
    let at = |at: &Option<DateTime>| at.map(moment_words).unwrap_or_default();
    let since = |since: &Option<DateTime>| match since {
        Some(at) => format!("since {}", moment_words(*at)),
        None => "since when is not known".to_owned(),
    };
    match told {
        Told::Died(on) => other(format!("By this record the patient died on {}.", date_in_words(*on))),
        Told::TakenOut(at, reason) => {
            other(format!("The system was taken out on {}: {reason}.", chart.page.moment(*at)))
        }
        Told::NoPump => other("No pump is on this record.".to_owned()),
        Told::Order { what, at: signed, held } => {
            let state = if *held {
                "a session was held and the pump was not seen running it"
            } else {
                "nobody has said that it is in the pump"
            };
            Warning::OrderUnknown(format!("{what}, signed {}; {state}. Interrogate the pump.", at(signed)))
        }
        Told::NotBaclofen(drug) => other(format!(
            "The reservoir holds \u{201c}{drug}\u{201d}, which is none of the listed baclofen products: the steps below are \
             for baclofen."
        )),
        Told::Empty(at) => {
            Warning::Stopped(format!("The reservoir is empty by calculation since {}.", moment_words(*at)))
        }
        Told::Stopped { since: from, cause } => Warning::Stopped(format!(
            "Nothing is delivered {}: {}.",
            since(from),
            cause.trim_end_matches('.')
        )),
        Told::Doubtful { since: from, cause } => other(format!(
            "Whether the pump delivers is not known, {}: {}. Interrogate the pump.",
            since(from),
            cause.trim_end_matches('.')
        )),
        Told::StoppedByOrder(from) => Warning::Stopped(format!("By order {}.", since(from))),
        Told::StoppedByRecord => Warning::Stopped("By this record nothing is delivered.".to_owned()),
        Told::NoProgram => other("No program has been seen in the pump yet.".to_owned()),
        Told::CriticalAlarm(opened) => Warning::CriticalAlarm(match opened {
            Some((line, at)) => sentence(&format!("{line}, {}", chart.page.moment(*at))),
            None => sentence(Rule::AlarmCritical.about().says),
        }),
        Told::MinimumRate => other(
            "The pump runs at its minimum rate: it keeps the catheter open and treats nobody.".to_owned(),
        ),
        Told::Bolus(kind, until) => {
            other(format!("{} runs until {}.", bolus_words(*kind), moment_words(*until)))
        }
        Told::Open(rule) => other(format!("Open: {}", sentence(rule.about().says))),
    }
}

const fn bolus_words(kind: BolusKind) -> &'static str {
    match kind {
        BolusKind::Single => "A single bolus",
        BolusKind::Bridge => {
            "A bridge bolus (the old strength is still in the catheter: the dose on the programmer is not what the patient gets)"
        }
        BolusKind::Prime => "A priming bolus",
    }
}

/// A time on the course's clock.
fn moment_words(at: DateTime) -> String {
    format!("{} {:02}:{:02}", date_in_words(at.date()), at.hour(), at.minute())
}

fn pump_facts(chart: &Chart, stand: &Stand<'_>, known: &Known) -> PumpFacts {
    let reservoir = stand.course.reservoir.as_ref().filter(|_| chart.patient.has_pump());
    let last_refill = reservoir.and_then(crate::bedside::last_fill);
    PumpFacts {
        model: known.pump.clone(),
        catalogue_id: known.pump_id.clone(),
        serial: known.serial.clone(),
        last_refill: last_refill.map(|(on, filled)| format!("{on}, {filled}")),
        low_reservoir_alarm: known.alarm_on.map(date_in_words),
        empty: known.empty_on.map(|empty| match known.early_empty_on {
            Some(early) => format!("{}, at the earliest {}", date_in_words(empty), date_in_words(early)),
            None => date_in_words(empty),
        }),
    }
}

fn drug_facts(known: &Known, running: Option<&Running<'_>>) -> DrugFacts {
    let strength = known.strength.map(|strength| match strength {
        Strength::NotSeen(vial) => {
            format!("{} on the vial; not seen in the pump", Value::concentration(vial))
        }
        Strength::Told(told) => Value::concentration(told).to_string(),
        Strength::Differs { told, vial } => {
            format!(
                "{} told to the pump; {} on the vial",
                Value::concentration(told),
                Value::concentration(vial)
            )
        }
    });
    let confirmed = known.confirmed.as_ref();
    DrugFacts {
        drug: known.drug.clone(),
        strength,
        dose_per_day: confirmed.map(|it| format!("{}\u{a0}micrograms", it.micrograms)),
        mode: confirmed.map(|it| {
            let patient_bolus = if it.patient_bolus { "; the patient can add boluses" } else { "" };
            format!("{}{patient_bolus}", it.mode.replace('-', " "))
        }),
        since: confirmed.and_then(since),
        flex: match running.map(|running| (running, running.asked.base())) {
            Some((running, Base::Flex(week))) => flex(week, running),
            _ => Vec::new(),
        },
    }
}

/// Since when a program runs, and by whose word.
fn since(confirmed: &Confirmed) -> Option<String> {
    let at = moment_words(confirmed.since?);
    Some(match &confirmed.seen {
        Some((how, by)) => {
            let how = match how {
                Seen::ReadBack => "read back",
                Seen::Found => "found on admission",
                Seen::AtSurgery => "recorded at surgery",
            };
            match by {
                Some(by) => format!("{at}, {how} by {by}"),
                None => format!("{at}, {how}"),
            }
        }
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
