//! What lists and the banner show of a patient: kept in the store beside the stream, made anew with every act.

use crate::path::stage::Place;
use crate::patient::{Patient, Stand};
use crate::rules::Rules;
use crate::sight::{self, Seen};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use therapy::act::{Act, Report, Revision};
use therapy::{Level, OrderState, Value, decimal};
use twin::civil;

/// Whether drug flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// There is no pump.
    NoPump,
    /// The system was taken out.
    Explanted,
    /// Nothing was seen in the pump yet.
    NotProgrammed,
    /// It was seen running.
    Running,
    /// It keeps the catheter open and treats nobody.
    MinimumRate,
    /// Stopped, or known not to deliver.
    Stopped,
    /// Nobody knows.
    Unknown,
}

impl Flow {
    /// For people.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoPump => "no pump",
            Self::Explanted => "pump taken out",
            Self::NotProgrammed => "not programmed yet",
            Self::Running => "running",
            Self::MinimumRate => "minimum rate: treats nobody",
            Self::Stopped => "not delivering",
            Self::Unknown => "unknown: interrogate the pump",
        }
    }
}

/// What lists and the banner show of a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Summary {
    /// `FAMILY, Given (Title)`.
    pub name: String,
    /// Date of birth.
    pub born: Date,
    /// Gender.
    pub gender: String,
    /// Record number.
    pub record: String,
    /// Diagnosis, a word of the protocol.
    pub diagnosis: String,
    /// House.
    pub house: String,
    /// Whether the patient is invented.
    pub invented: bool,
    /// When the patient died.
    pub died: Option<Date>,
    /// The record that is used instead, by its id.
    pub merged_into: Option<String>,
    /// Catalogue id of the pump.
    pub pump_id: Option<String>,
    /// Name of the pump.
    pub pump: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Drug in the reservoir.
    pub drug: Option<String>,
    /// Strength told to the pump, for people.
    pub concentration: Option<String>,
    /// Dose per 24 hours of the program that runs, over its week, for people.
    pub dose: Option<String>,
    /// The same in micrograms, as a decimal number.
    pub dose_ug: Option<String>,
    /// Mode of the program.
    pub mode: Option<String>,
    /// Whether drug flows.
    pub flow: Flow,
    /// The day of the last fill.
    pub filled: Option<Date>,
    /// The calculated low-reservoir alarm.
    pub alarm_on: Option<Date>,
    /// Empty at the earliest that the pump's accuracy allows.
    pub early_empty_on: Option<Date>,
    /// Empty, by calculation.
    pub empty_on: Option<Date>,
    /// Refill by.
    pub refill_by: Option<Date>,
    /// The next visit.
    pub visit: Option<Date>,
    /// Open hard findings.
    pub open_hard: usize,
    /// Open soft findings.
    pub open_soft: usize,
    /// Orders of which nobody knows whether they are in the pump.
    pub unconfirmed: usize,
    /// Allergies: `None` if nobody has asked.
    pub allergies: Option<Vec<String>>,
    /// When the pump was built, for notices of its maker.
    #[serde(default)]
    pub pump_built: Option<Date>,
    /// When the pump was implanted.
    #[serde(default)]
    pub pump_implanted: Option<Date>,
    /// Catalogue id of the catheter, if it is in the catalogue.
    #[serde(default)]
    pub catheter_id: Option<String>,
    /// When the catheter was last worked on, if that is known: it was implanted then or earlier.
    #[serde(default)]
    pub catheter_implanted: Option<Date>,
    /// Lots of pump and catheter, as recorded at operations.
    #[serde(default)]
    pub lots: Vec<String>,
    /// Notices of makers that were dealt with, by their ids.
    #[serde(default)]
    pub recalls_handled: Vec<String>,
    /// Where on the way the patient is.
    #[serde(default)]
    pub place: Place,
    /// Other houses that see the patient because something is to be done there: with the next three, what
    /// [`crate::sight::Seen`] reads.
    #[serde(default)]
    pub seen_houses: Vec<String>,
    /// Accounts of the care team, and of open to-dos.
    #[serde(default)]
    pub seen_by: Vec<String>,
    /// Accounts that gave a reason, each until when, in seconds since 1970.
    #[serde(default)]
    pub opened_by: Vec<(String, i64)>,
}

/// The latest day on which a catheter may have been put in, as operations and lines say; `None` if nothing says so.
fn catheter_implanted(patient: &Patient, course: &therapy::Course<'_>) -> Option<Date> {
    let operations = patient.surgeries.iter().filter(|surgery| {
        surgery.operation == "implant" || !surgery.catheter_udi.is_empty() || !surgery.catheter_lot.is_empty()
    });
    let lines = patient.file.events.iter().filter(|event| {
        matches!(
            event.act,
            Act::Report(Report::Implanted { .. } | Report::Revised(Revision { catheter: Some(_), .. }))
        )
    });
    let days = lines.filter_map(|event| civil(course.time(event.at))).map(|at| at.date());
    operations.map(|surgery| surgery.on).chain(days).max()
}

/// Lots of pump and catheter, as recorded at operations.
fn lots(patient: &Patient) -> Vec<String> {
    let all = patient.surgeries.iter().flat_map(|surgery| [&surgery.pump_lot, &surgery.catheter_lot]);
    all.filter(|lot| !lot.is_empty()).cloned().collect()
}

/// A dose in ng per day as micrograms, without trailing zeros, cut to a thousandth.
#[must_use]
pub fn micrograms(nanograms_per_day: &twin::RBig) -> String {
    decimal(&(nanograms_per_day / twin::RBig::from(1_000)), 3)
}

/// Whether drug flows.
#[must_use]
pub fn flow(patient: &Patient, stand: &Stand<'_>) -> Flow {
    let course = &stand.course;
    if patient.episode().is_some_and(|episode| episode.explanted.is_some()) {
        return Flow::Explanted;
    }
    if course.pump.is_none() {
        return Flow::NoPump;
    }
    if course
        .orders
        .iter()
        .any(|record| record.order.program.is_some() && record.state == OrderState::Unknown)
    {
        return Flow::Unknown;
    }
    if stand.outlook.as_ref().and_then(|outlook| outlook.forecast.empty_at).is_some_and(|at| at <= stand.now)
    {
        return Flow::Stopped;
    }
    let known_gap = course.interruptions.iter().find(|gap| gap.until.is_none());
    match (course.running(), known_gap) {
        (_, Some(gap)) if gap.lasts => Flow::Stopped,
        (_, Some(_)) => Flow::Unknown,
        (None, None) => Flow::NotProgrammed,
        (Some(running), None) if running.asked.is_stopped() => Flow::Stopped,
        (Some(running), None) if !running.treats() => Flow::MinimumRate,
        (Some(_), None) => Flow::Running,
    }
}

/// The summary of a patient at the time of `stand`.
#[must_use]
pub fn summary(patient: &Patient, stand: &Stand<'_>, rules: &Rules) -> Summary {
    let course = &stand.course;
    let here = patient.has_pump();
    let pump = course.pump.filter(|_| here);
    let running = course.running().filter(|_| here);
    let dose = running.map(therapy_dose);
    let forecast = stand.outlook.as_ref().map(|outlook| &outlook.forecast);
    let day = |at: Option<pump::PumpTime>| at.and_then(civil).map(|at| at.date());
    let reservoir = course.reservoir.as_ref().filter(|_| here);
    let product = |id: &str| rules.catalogue.drug(id).map_or_else(|| id.to_owned(), |drug| drug.name.clone());
    let model = |id: &str| rules.catalogue.pump(id).map_or_else(|| id.to_owned(), |pump| pump.name.clone());
    let count = |level| stand.open.iter().filter(|open| open.level == level).count();
    let hanging = |state| matches!(state, OrderState::Ordered | OrderState::Unknown);
    let seen = seen(patient);
    Summary {
        name: patient.name(),
        born: patient.identity.born,
        gender: patient.identity.gender.clone(),
        record: patient.identity.record.clone(),
        diagnosis: patient.identity.diagnosis.clone(),
        house: patient.identity.house.clone(),
        invented: patient.identity.invented,
        died: patient.died,
        merged_into: patient.merged_into.map(|id| id.to_string()),
        pump_id: pump.map(|pump| pump.model.clone()),
        pump: pump.map(|pump| model(&pump.model)),
        serial: pump.map(|pump| pump.serial.clone()),
        drug: reservoir.map(|reservoir| product(reservoir.drug)),
        concentration: running.map(|running| Value::concentration(running.concentration).to_string()),
        dose: dose.as_ref().map(|dose| Value::Dose(dose.clone()).to_string()),
        dose_ug: dose.as_ref().map(micrograms),
        mode: running.map(|running| running.mode.to_owned()),
        flow: flow(patient, stand),
        filled: reservoir
            .and_then(|reservoir| reservoir.filled_on.or_else(|| day(Some(reservoir.filled_at)))),
        alarm_on: day(forecast.and_then(|forecast| forecast.alarm_at)),
        early_empty_on: day(forecast.and_then(|forecast| forecast.early_empty_at)),
        empty_on: day(forecast.and_then(|forecast| forecast.empty_at)),
        refill_by: forecast.and_then(|forecast| forecast.refill_by).map(|by| by.date),
        visit: course.next_visit,
        open_hard: count(Level::Hard),
        open_soft: count(Level::Soft),
        unconfirmed: course.orders.iter().filter(|record| hanging(record.state)).count(),
        allergies: match &patient.allergies {
            crate::patient::Allergies::NotKnown => None,
            crate::patient::Allergies::NoneKnown => Some(Vec::new()),
            crate::patient::Allergies::Known(known) => {
                Some(known.iter().map(|allergy| allergy.substance.clone()).collect())
            }
        },
        pump_built: pump.and_then(|pump| pump.built),
        pump_implanted: pump.and_then(|pump| pump.implanted),
        catheter_id: course.catheter.filter(|_| here).and_then(|catheter| catheter.model.clone()),
        catheter_implanted: catheter_implanted(patient, course).filter(|_| here),
        lots: lots(patient),
        recalls_handled: patient.recalls_handled.clone(),
        place: crate::path::stage::place(patient, stand, rules, stand_unix(stand)),
        seen_houses: seen.seen_houses,
        seen_by: seen.seen_by,
        opened_by: seen.opened_by,
    }
}

impl Summary {
    /// Who sees the patient where not everybody does.
    #[must_use]
    pub fn seen(&self) -> Seen {
        Seen {
            house: self.house.clone(),
            seen_houses: self.seen_houses.clone(),
            seen_by: self.seen_by.clone(),
            opened_by: self.opened_by.clone(),
        }
    }
}

/// Who sees the patient where not everybody does.
#[must_use]
pub fn seen(patient: &Patient) -> Seen {
    let open = patient.path.todos.open();
    let mut houses: Vec<String> = open.iter().map(|todo| todo.whose.house.clone()).collect();
    houses.retain(|house| !house.is_empty() && *house != patient.identity.house);
    let members = patient.path.team.present();
    let members = members.iter().filter_map(|member| member.who.account());
    let accounts = open.iter().filter_map(|todo| todo.whose.account.as_ref().map(|(id, _)| id.0));
    let mut by: Vec<String> = members.chain(accounts).map(sight::word).collect();
    for all in [&mut houses, &mut by] {
        all.sort();
        all.dedup();
    }
    let since = patient.entries.last().map_or(0, |entry| entry.recorded);
    let openings = patient.path.team.openings.iter().filter(|opening| opening.until > since);
    Seen {
        house: patient.identity.house.clone(),
        seen_houses: houses,
        seen_by: by,
        opened_by: openings.filter_map(|opening| Some((sight::word(opening.by?), opening.until))).collect(),
    }
}

/// The time of a stand, in seconds since 1970.
fn stand_unix(stand: &Stand<'_>) -> i64 {
    stand.now.0 - i64::from(stand.course.clock.offset_seconds)
}

fn therapy_dose(running: &therapy::Running<'_>) -> twin::RBig {
    running.dose_per_day()
}
