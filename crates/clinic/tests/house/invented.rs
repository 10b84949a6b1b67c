//! People who do not exist, and patients of theirs, for tests of the demonstration.

use super::{House, START};
use clinic::Config;
use practice::access::{Actor, Matrix, Role};
use practice::patient::{Identity, Patient, PatientEvent};
use practice::synth::People;
use practice::{Form, Step};
use record::Id;
use serde_json::json;
use std::sync::Arc;

pub fn demonstration() -> Config {
    Config { demonstration: true, ..Config::default() }
}

pub fn actor(role: Role) -> Actor {
    let name = format!("Invented {}", role.title());
    Actor { account: Id(11), name, role, rights: Matrix::default().rights(role) }
}

/// Who plays in invented courses.
pub fn people() -> People {
    People {
        nurse: actor(Role::Nurse),
        physician: Actor { account: Id(12), ..actor(Role::Physician) },
        surgeon: Actor { account: Id(13), ..actor(Role::Surgeon) },
        therapist: actor(Role::Therapist),
        coordinator: actor(Role::Coordinator),
    }
}

pub fn identity(number: u128) -> Identity {
    Identity {
        family: "Invented".to_owned(),
        given: format!("Number {number}"),
        title: None,
        born: jiff::civil::date(1980, 5, 2),
        gender: "female".to_owned(),
        record: format!("R-{number:04}"),
        diagnosis: "multiple-sclerosis".to_owned(),
        small_child: None,
        contact: String::new(),
        language: String::new(),
        house: String::new(),
        invented: true,
    }
}

/// What is in the patient.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Pump {
    None,
    /// Of which nobody has said what it runs.
    Bare,
    /// Found running this morning.
    Running,
}

/// Registers a patient under this number.
pub async fn registered(house: &House, number: u128, identity: Identity, pump: Pump) -> Id {
    let event = |event| Step::Event { event, happened: START - 7_200 };
    let mut steps = vec![event(PatientEvent::Registered(identity))];
    if pump != Pump::None {
        let system = json!({"model": "synchromed-ii-8637-40", "serial": format!("INVENTED-{number:04}"),
            "tubing": "0.14 mL", "clock": "+01:00", "implanted": "2022-02-06", "alarm-volume": "6 mL"});
        steps.push(event(PatientEvent::System { pump: system, catheter: json!({"volume": "0.21 mL"}) }));
    }
    if pump == Pump::Running {
        steps.push(Step::Report {
            line: json!({"at": "2026-03-03T08:00:00+01:00", "found": {"drug": "lioresal-500-20",
            "concentration": "500 ug/mL", "reservoir": "30 mL", "run": {"mode": "continuous", "dose": "200 ug/d"}}}),
        });
    }
    let rules = house.state.rules().await.unwrap();
    let form = Form { id: house.state.new_id(), patient: Id(number), expected: 0, now: START };
    house.state.practice().record(&actor(Role::Surgeon), form, &rules, steps).await.unwrap();
    Id(number)
}

pub async fn fold(house: &House, id: Id) -> Arc<Patient> {
    let rules = house.state.rules().await.unwrap();
    house.state.practice().patient(id, &rules).await.unwrap()
}
