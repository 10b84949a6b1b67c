//! Fills the demonstration: the one place that calls the generator.

use clinic::Outside;
use practice::access::Role;
use practice::account::{self, By, NewAccount};
use practice::settings::{self, Change, Clinic};
use record::{Id, Port};
use std::sync::Arc;

/// The people of the demonstration, with their login names.
const PEOPLE: [(&str, &str, Role); 6] = [
    ("nurse", "Invented Nurse", Role::Nurse),
    ("physician", "Invented Physician", Role::Physician),
    ("surgeon", "Invented Surgeon", Role::Surgeon),
    ("therapist", "Invented Therapist", Role::Therapist),
    ("coordinator", "Invented Coordinator", Role::Coordinator),
    ("administrator", "Invented Administrator", Role::Administrator),
];

/// Fills an empty demonstration, beside the pages that already answer.
pub(super) async fn fill(store: Arc<dyn Port>, outside: Outside) {
    if let Err(problem) = filled(store.as_ref(), outside).await {
        tracing::error!(problem, "the demonstration could not be filled");
    }
}

async fn filled(store: &dyn Port, outside: Outside) -> Result<(), String> {
    let settings = settings::load(store).await.map_err(|error| error.to_string())?;
    if settings.is_set_up() {
        return Ok(());
    }
    let now = (outside.now)();
    let clinic = Clinic {
        name: "Invented Clinic".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        houses: vec!["Main house".to_owned()],
    };
    let mut appends =
        vec![settings::appending(&[Change::Clinic(clinic)], 0, now).map_err(|error| error.to_string())?];
    for (login, name, role) in PEOPLE {
        let mut salt = [0; 16];
        (outside.random)(&mut salt);
        let password = account::DEMONSTRATION_PASSWORD;
        let new = NewAccount { login, name, role, password, password_is_given: false };
        appends.push(account::opening(&new, salt, now).map_err(|error| error.to_string())?);
    }
    let mut form = [0; 16];
    (outside.random)(&mut form);
    let by = By { account: None, form: Id::from_random(form), content: [0; 32], now };
    store.append(by.act(appends)).await.map_err(|error| error.to_string())?;
    Ok(())
}
