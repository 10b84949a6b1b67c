//! When a patient was last seen or heard of.
//!
//! What says so: a line of the course for which somebody was with the patient or their pump, or heard from them (test dose and
//! its effect, implant, admission, refill, reading and confirmation of the pump, alarm, imaging, port, surgery, score, side
//! effect, journey); registration; an operation; a call that reached somebody; looks of the screening test; a sheet that was
//! answered of the patient; a session of rehabilitation or its review; an appointment that was kept; consent; a complication,
//! its beginning and its end; the end of an observation; titration finished; an explant; and what came from the patient page.
//!
//! What does not: notes, settings, team, to-dos, medicines and plans (they are written at a desk), bookings, orders, closed
//! findings, orders not entered, gaps that were reckoned, letters and files, days on which nobody came, calls that reached
//! nobody, sheets of decisions and plans, and the death itself, which is a fact of its own.

use super::{Stretch, day_in};
use crate::path::{appointment, complication, rehabilitation, told, trial};
use crate::patient::{Entry, Patient, PatientEvent};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use therapy::act::{Act, Report};
use therapy::pathway::sheet::{self, Phase};

/// The last day on which the patient was seen or heard of.
pub(super) fn last(patient: &Patient, stretches: &[Stretch<'_>], zone: &TimeZone) -> Option<Date> {
    let lines = stretches.iter().flat_map(|stretch| &stretch.file.events);
    let lines = lines.filter(|event| says(&event.act)).map(|event| event.at.unix).max();
    let beside = patient.entries.iter().filter(|entry| entry.stands());
    // Nothing that was entered says of a later day than that of its entry that somebody was seen: it may have been a plan.
    let by = |entry: &Entry| day_in(zone, entry.recorded);
    let beside = beside.filter_map(|entry| Some(day_of(patient, entry, zone)?.min(by(entry)))).max();
    lines.map(|at| day_in(zone, at)).max(beside)
}

fn says(act: &Act) -> bool {
    match act {
        Act::Order(_) => false,
        Act::Report(report) => !matches!(
            report,
            Report::Sent { .. }
                | Report::NotEntered { .. }
                | Report::Gap { .. }
                | Report::VisitBooked { .. }
                | Report::Closed { .. }
        ),
    }
}

/// Sheets that are answered with the patient; the others are talked over or planned without.
fn with_the_patient(id: &str) -> bool {
    sheet::by_id(id)
        .is_some_and(|sheet| matches!(sheet.phase, Phase::Evaluation | Phase::Test | Phase::AfterCare))
}

fn day_of(patient: &Patient, entry: &Entry, zone: &TimeZone) -> Option<Date> {
    let then = || day_in(zone, entry.happened);
    match &entry.event {
        PatientEvent::Registered(_)
        | PatientEvent::Explanted { .. }
        | PatientEvent::ObservationEnded { .. }
        | PatientEvent::TitrationFinished { .. }
        | PatientEvent::Trial(
            trial::Event::Given { .. }
            | trial::Event::Looked { .. }
            | trial::Event::CatheterPlaced { .. }
            | trial::Event::CatheterRemoved { .. },
        )
        | PatientEvent::Diary(_)
        | PatientEvent::Telemetry(_)
        | PatientEvent::FromPatient(
            told::Event::AlarmReported { .. }
            | told::Event::SymptomReported { .. }
            | told::Event::Asked { .. },
        ) => Some(then()),
        PatientEvent::Surgery(surgery) => Some(surgery.on),
        PatientEvent::Contact(contact) => contact.reached.then(then),
        PatientEvent::Sheet(answered) => with_the_patient(&answered.sheet).then_some(answered.on),
        PatientEvent::Consent(consent) => Some(consent.on),
        PatientEvent::Rehabilitation(
            rehabilitation::Event::Session { on, .. } | rehabilitation::Event::Reviewed { on, .. },
        ) => Some(*on),
        PatientEvent::Complication(
            complication::Event::Happened { on, .. } | complication::Event::Ended { on, .. },
        ) => Some(*on),
        // It may have been said days later that it was kept.
        PatientEvent::Appointment(appointment::Event::Kept { id }) => {
            let known = patient.path.appointments.all.iter().find(|known| known.booked.id == *id)?;
            Some(day_in(zone, known.booked.slot.starts.min(entry.happened)))
        }
        _ => None,
    }
}
