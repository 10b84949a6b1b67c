//! The facts that papers tell: typed, without words, gathered in one place, so that paper, page and card say the same.
//!
//! Only what was seen in the pump counts as running. What was ordered and not seen there is a warning ([`Warn`]).

mod calls;
mod flex;
mod warn;

pub(crate) use calls::{Desk, Hours};
pub(crate) use flex::{FlexStep, steps};
pub(crate) use warn::{Asked, Warn, asked};

use crate::error::PageError;
use crate::patient::Chart;
use documents::PrintStamp;
use jiff::civil::{Date, DateTime};
use practice::path::appointment::Kind;
use practice::patient::{Allergies, Medicine, MedicineKind, Stand};
use practice::settings::Settings;
use pump::{Base, PatientBolus, PumpTime};
use quantity::Concentration;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use therapy::act::{Act, Method, Report};
use therapy::{Running, expected_volume};
use twin::{RBig, civil};

/// Everything that papers tell about a patient who is here and now.
pub(crate) struct Facts {
    /// Whether the person does not exist.
    pub(crate) invented: bool,
    pub(crate) family: String,
    pub(crate) given: String,
    pub(crate) born: Date,
    /// Whole years, now or at death.
    pub(crate) age: i16,
    pub(crate) record: String,
    /// A word of the protocol, or other words.
    pub(crate) diagnosis: String,
    pub(crate) pump: Option<Pump>,
    pub(crate) catheter: Option<Catheter>,
    /// Name of the product in the reservoir.
    pub(crate) drug: Option<String>,
    /// Strength on the vial of the last fill.
    pub(crate) vial: Option<Concentration>,
    /// What was seen running.
    pub(crate) program: Option<Seen>,
    pub(crate) last_refill: Option<LastRefill>,
    /// In the reservoir now by calculation, in nL.
    pub(crate) left: Option<RBig>,
    pub(crate) alarm_on: Option<Date>,
    pub(crate) empty_on: Option<Date>,
    /// Only if it lies before `empty_on`.
    pub(crate) early_empty_on: Option<Date>,
    /// Only while a program was seen running: without one nobody knows.
    pub(crate) refill_by: Option<Date>,
    pub(crate) warnings: Vec<Warn>,
    pub(crate) allergies: Allergies,
    pub(crate) medicines: Vec<Taken>,
    /// Whether anybody ever wrote down medicines.
    pub(crate) medicines_asked: bool,
    pub(crate) stock: Option<Stock>,
    pub(crate) call_now: Vec<Desk>,
    pub(crate) call_otherwise: Vec<Desk>,
    /// With their hours of every week: a paper lies for weeks.
    pub(crate) call_always: Vec<Desk>,
    /// Those still to come, the next one first.
    pub(crate) appointments: Vec<Ahead>,
    pub(crate) today: Date,
    /// The emergency page for people outside, where this person may hand it out.
    pub(crate) address: Option<String>,
    pub(crate) stamp: PrintStamp,
}

/// The pump.
pub(crate) struct Pump {
    pub(crate) name: String,
    /// Its identifier in the catalogue.
    pub(crate) id: String,
    pub(crate) serial: String,
    pub(crate) implanted: Option<Date>,
    pub(crate) built: Option<Date>,
    /// Its clock as an offset from UTC.
    pub(crate) clock: String,
}

/// The catheter.
pub(crate) struct Catheter {
    pub(crate) name: Option<String>,
    /// What it holds, in nL.
    pub(crate) volume: RBig,
    pub(crate) unverified: bool,
    /// How the volume is known, in words of the record.
    pub(crate) basis: String,
    /// What was implanted of it, and what was cut off, in cm.
    pub(crate) length: Option<String>,
    pub(crate) trimmed: Option<String>,
    pub(crate) tip: Option<String>,
}

/// A program that was seen in the pump.
pub(crate) struct Seen {
    /// ng per day.
    pub(crate) dose: RBig,
    /// "continuous", "flex", "minimum-rate" or "stopped".
    pub(crate) mode: &'static str,
    /// Strength told to the pump.
    pub(crate) told: Concentration,
    pub(crate) since: Option<DateTime>,
    pub(crate) how: Option<How>,
    pub(crate) by: Option<String>,
    /// Empty unless the dose changes over the day.
    pub(crate) steps: Vec<FlexStep>,
    pub(crate) patient_bolus: Option<PatientBolus>,
}

impl Seen {
    /// Whether its dose changes over the day.
    pub(crate) fn is_flex(&self) -> bool {
        self.mode == "flex"
    }
}

/// How it is known that a program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    ReadBack,
    Telemetry,
    Found,
    Surgery,
}

/// The last refill.
pub(crate) enum LastRefill {
    /// Here: when, and how much it then held, in nL.
    Here(Date, RBig),
    /// Elsewhere: the day if it is known, what was left, in nL, and when that was read.
    Elsewhere(Option<Date>, RBig, Date),
}

/// A medicine that is taken.
pub(crate) struct Taken {
    /// Name and dose as somebody wrote them.
    pub(crate) what: String,
    pub(crate) depressant: bool,
}

impl Taken {
    fn of(medicine: &Medicine) -> Self {
        Self {
            what: format!("{} {}", medicine.name, medicine.dose).trim().to_owned(),
            depressant: medicine.is == MedicineKind::CnsDepressant,
        }
    }
}

/// What is kept at home for an emergency.
#[derive(Debug, Clone)]
pub(crate) struct Stock {
    pub(crate) what: String,
    /// Until when it keeps, or kept.
    pub(crate) until: Option<Date>,
    pub(crate) is_over: bool,
}

/// An appointment to come.
pub(crate) struct Ahead {
    pub(crate) kind: Kind,
    pub(crate) at: DateTime,
    /// House and place; may be empty.
    pub(crate) place: String,
}

/// The day of a time on the clock of the course.
pub(crate) fn day(at: PumpTime) -> Option<Date> {
    civil(at).map(|at| at.date())
}

impl Facts {
    /// The facts of a patient as of the page.
    pub(crate) fn of(chart: &Chart, stand: &Stand<'_>, settings: &Settings) -> Result<Self, PageError> {
        let (patient, summary, course) = (&chart.patient, &chart.summary, &stand.course);
        let identity = &patient.identity;
        let here = patient.has_pump();
        let running = course.running().filter(|_| here);
        let reservoir = course.reservoir.as_ref().filter(|_| here);
        let early =
            summary.early_empty_on.filter(|early| summary.empty_on.is_some_and(|empty| *early < empty));
        let taken = patient.medicines.iter().filter(|taken| taken.stopped.is_none());
        let zone = settings.zone();
        let (call_now, call_otherwise) = calls::now(settings, &zone, chart.page.now);
        let at = jiff::Timestamp::from_second(chart.page.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Ok(Self {
            invented: chart.page.demonstration || identity.invented,
            family: identity.family.clone(),
            given: identity.given.clone(),
            born: identity.born,
            age: patient.age(patient.died.unwrap_or_else(|| chart.today())),
            record: identity.record.clone(),
            diagnosis: identity.diagnosis.clone(),
            pump: course.pump.filter(|_| here).map(|pump| Pump {
                name: summary.pump.clone().unwrap_or_else(|| pump.model.clone()),
                id: pump.model.clone(),
                serial: pump.serial.clone(),
                implanted: pump.implanted,
                built: pump.built,
                clock: therapy::input::offset_text(pump.clock),
            }),
            catheter: catheter(chart, stand),
            drug: summary.drug.clone(),
            vial: reservoir.map(|reservoir| reservoir.concentration),
            program: running.map(|running| seen(stand, running)),
            last_refill: reservoir.and_then(last_refill),
            left: course
                .twin
                .as_ref()
                .zip(reservoir)
                .map(|(twin, _)| RBig::from(expected_volume(twin, stand.now).nanolitres())),
            alarm_on: summary.alarm_on.filter(|_| here),
            empty_on: summary.empty_on.filter(|_| here),
            early_empty_on: early.filter(|_| here),
            refill_by: summary.refill_by.filter(|_| running.is_some()),
            warnings: warn::warnings(chart, stand),
            allergies: patient.allergies.clone(),
            medicines: taken.map(|taken| Taken::of(&taken.medicine)).collect(),
            medicines_asked: !patient.medicines.is_empty(),
            stock: stock(chart),
            call_now,
            call_otherwise,
            call_always: calls::always(settings),
            appointments: appointments(chart),
            today: chart.today(),
            address: None,
            stamp: PrintStamp {
                clinic: settings.clinic.name.clone(),
                printed_at: at.to_zoned(zone).datetime(),
                time_zone: settings.clinic.zone.clone(),
                record_version: patient.version.to_string(),
                record_hash: hash(chart)?,
            },
        })
    }

    /// `FAMILY, Given`.
    pub(crate) fn name(&self) -> String {
        format!("{}, {}", self.family.to_uppercase(), self.given)
    }

    /// The pump's identifier in the catalogue.
    pub(crate) fn pump_id(&self) -> Option<&str> {
        self.pump.as_ref().map(|pump| pump.id.as_str())
    }

    /// Whether the dose changes over the day.
    pub(crate) fn is_flex(&self) -> bool {
        self.program.as_ref().is_some_and(Seen::is_flex)
    }
}

fn catheter(chart: &Chart, stand: &Stand<'_>) -> Option<Catheter> {
    let record = stand.course.catheter.filter(|_| chart.patient.has_pump())?;
    let name = record.model.as_deref().map(|id| {
        chart.rules.catalogue.catheter(id).map_or_else(|| id.to_owned(), |known| known.name.clone())
    });
    let tip = chart.patient.surgeries.iter().rev().map(|surgery| &surgery.tip_level);
    let patient = &chart.patient;
    let lines = patient.lines.iter().rev().filter(|placed| placed.stands);
    let revised = lines.filter_map(|placed| placed.line.line.pointer("/revised/catheter")).next();
    let system = patient.episode().and_then(|episode| episode.system.as_ref());
    let written = revised.or(system.map(|(_, catheter)| catheter));
    let centimetres = |key: &str| {
        let text = written?.get(key)?.as_str()?;
        text.strip_suffix("cm").map(|number| number.trim().to_owned())
    };
    Some(Catheter {
        length: centimetres("length"),
        trimmed: centimetres("trimmed"),
        name,
        volume: twin::of(record.volume),
        unverified: record.unverified,
        basis: record.basis.clone(),
        tip: tip.into_iter().find(|tip| !tip.is_empty()).cloned(),
    })
}

fn last_refill(reservoir: &therapy::Reservoir<'_>) -> Option<LastRefill> {
    let volume = RBig::from(reservoir.fill.nanolitres());
    let at = day(reservoir.filled_at)?;
    Some(if reservoir.found {
        LastRefill::Elsewhere(reservoir.filled_on, volume, at)
    } else {
        LastRefill::Here(at, volume)
    })
}

/// A program that the pump was seen to run, with since when and by whose word.
pub(crate) fn seen(stand: &Stand<'_>, running: &Running<'_>) -> Seen {
    let course = &stand.course;
    let events = course.file.events.iter().rev().filter(|event| course.time(event.at) == running.since);
    let known = events.into_iter().find_map(|event| {
        let how = match &event.act {
            Act::Report(Report::Confirmed(confirmed)) => match confirmed.method {
                Method::Telemetry => How::Telemetry,
                Method::ReadBack => How::ReadBack,
            },
            Act::Report(Report::Found(_)) => How::Found,
            Act::Report(Report::Revised(_) | Report::Implanted { .. }) => How::Surgery,
            _ => return None,
        };
        Some((how, event.by.clone()))
    });
    let (how, by) = known.map_or((None, None), |(how, by)| (Some(how), by));
    Seen {
        dose: running.dose_per_day(),
        mode: running.mode,
        told: running.concentration,
        since: civil(running.since),
        how,
        by,
        steps: match running.asked.base() {
            Base::Flex(week) => steps(week, running.concentration),
            Base::Continuous(_) | Base::MinimumRate(_) | Base::Stopped => Vec::new(),
        },
        patient_bolus: running.asked.patient_bolus,
    }
}

/// What is kept at home, and whether it still keeps.
pub(crate) fn stock(chart: &Chart) -> Option<Stock> {
    let stock = chart.patient.home_stock.as_ref()?;
    let is_over = stock.expires.is_some_and(|until| until < chart.today());
    Some(Stock { what: stock.what.clone(), until: stock.expires, is_over })
}

fn appointments(chart: &Chart) -> Vec<Ahead> {
    let all = chart.patient.path.appointments.all.iter().filter(|known| known.is_ahead(chart.page.now));
    let mut ahead: Vec<(i64, Ahead)> = all
        .filter_map(|known| {
            let slot = &known.booked.slot;
            let at = jiff::Timestamp::from_second(slot.starts).ok()?.to_zoned(chart.page.zone.clone());
            let place = [slot.house.as_str(), slot.place.as_str()];
            let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
            Some((slot.starts, Ahead { kind: known.booked.what, at: at.datetime(), place: place.join(", ") }))
        })
        .collect();
    ahead.sort_by_key(|(starts, _)| *starts);
    ahead.into_iter().map(|(_, ahead)| ahead).collect()
}

/// The first eight digits of SHA-256 over the version and every entry, for comparing two papers.
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
