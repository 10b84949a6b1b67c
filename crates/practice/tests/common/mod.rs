//! Who plays in invented courses.

use practice::access::{Actor, Matrix, Role};
use practice::synth::People;
use record::Id;

pub fn actor(number: u128, role: Role) -> Actor {
    let name = format!("Invented {}", role.title());
    Actor { account: Id(number), name, role, rights: Matrix::default().rights(role) }
}

pub fn people() -> People {
    People {
        nurse: actor(11, Role::Nurse),
        physician: actor(12, Role::Physician),
        surgeon: actor(13, Role::Surgeon),
        therapist: actor(14, Role::Therapist),
        coordinator: actor(15, Role::Coordinator),
    }
}
