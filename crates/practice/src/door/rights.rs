//! Which right an act needs.

use crate::access::Right;
use crate::path::{link, team, told};
use crate::patient::PatientEvent;
use serde_json::Value;

/// The keys of a line that are not what it is about.
const FRAME: [&str; 5] = ["id", "at", "by", "reason", "second"];

/// What a line is, in the word of the course file.
#[must_use]
pub fn word_of(line: &Value) -> &str {
    let keys = line.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    keys.into_iter().find(|key| !FRAME.contains(key)).unwrap_or("line")
}

/// Which right a line needs.
pub(super) fn right_of_line(line: &Value) -> Right {
    match word_of(line) {
        "order" => Right::DraftOrders,
        "scored" => Right::RecordAssessments,
        "implanted" | "revised" => Right::RecordSurgery,
        "sent" | "confirmed" | "not-entered" => Right::ConfirmOrders,
        "closed" => Right::CloseFindings,
        // Whoever sees patients books visits: the coordinator first of all.
        "visit" => Right::ReadPatients,
        _ => Right::RecordReports,
    }
}

/// Which right an event needs; `None` for those that only the door itself writes.
pub(super) fn right_of_event(event: &PatientEvent) -> Option<Right> {
    Some(match event {
        PatientEvent::Registered(_)
        | PatientEvent::IdentityChanged { .. }
        | PatientEvent::DidNotAttend { .. } => Right::EditIdentity,
        PatientEvent::Explanted { .. } | PatientEvent::Surgery(_) => Right::RecordSurgery,
        PatientEvent::System { .. }
        | PatientEvent::Medicine(_)
        | PatientEvent::MedicineStopped { .. }
        | PatientEvent::Allergy { .. }
        | PatientEvent::AllergyRefuted { .. }
        | PatientEvent::NoAllergiesKnown
        | PatientEvent::HomeStock(_)
        | PatientEvent::RefillSetAside { .. }
        | PatientEvent::RefillGivenUp { .. }
        | PatientEvent::ObservationEnded { .. }
        | PatientEvent::TitrationFinished { .. }
        | PatientEvent::MriPlanned { .. }
        | PatientEvent::RecallHandled { .. }
        | PatientEvent::Died { .. } => Right::RecordReports,
        // Everybody who sees patients takes calls, writes notes and files letters.
        PatientEvent::Contact(_) | PatientEvent::Attached(_) | PatientEvent::Note { .. } => {
            Right::ReadPatients
        }
        PatientEvent::Line(_)
        | PatientEvent::Drafted { .. }
        | PatientEvent::Signed { .. }
        | PatientEvent::Dropped { .. }
        | PatientEvent::Corrected { .. }
        | PatientEvent::EnteredInError { .. }
        | PatientEvent::EntryInError { .. }
        | PatientEvent::Misfiled { .. }
        | PatientEvent::Refiled { .. }
        | PatientEvent::MergedInto { .. }
        | PatientEvent::MergedFrom { .. }
        // What a patient or family says comes through their link only.
        | PatientEvent::Diary(_)
        | PatientEvent::FromPatient(
            told::Event::AlarmReported { .. }
            | told::Event::SymptomReported { .. }
            | told::Event::Asked { .. },
        ) => return None,
        other => return crate::path::of(other).map(crate::path::Told::right),
    })
}

/// Which right it takes to mark an entry beside the course as entered in error: that of whoever may write it. `None` for
/// lines, which are corrected as lines, for who the patient is and which system counts, which are changed, and for orders.
#[must_use]
pub fn right_to_strike(event: &PatientEvent) -> Option<Right> {
    match event {
        PatientEvent::Registered(_)
        | PatientEvent::IdentityChanged { .. }
        | PatientEvent::System { .. }
        | PatientEvent::Explanted { .. }
        // Who opened a record, and who looked at that, stays said.
        | PatientEvent::Team(team::Event::Opened { .. } | team::Event::OpeningSeen { .. })
        // A link is revoked: it may be in somebody's wallet.
        | PatientEvent::Link(link::Event::Made { .. } | link::Event::Revoked { .. }) => None,
        PatientEvent::Diary(_) | PatientEvent::FromPatient(_) => crate::path::of(event).map(crate::path::Told::right),
        other => right_of_event(other),
    }
}
