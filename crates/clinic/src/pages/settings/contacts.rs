//! Whom to call: desks, when they answer, and the one that answers always.

use super::{Frame, admit, save};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::Actor;
use practice::contacts::{Contacts, Desk};
use practice::settings::Change;

const HERE: &str = "/settings/contacts";
/// Empty rows for more.
const MORE: usize = 2;
/// More rows than a clinic has.
const ROWS_MAX: usize = 40;

const WEEKDAYS: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];
const ON_HOLIDAYS: [(&str, &str); 3] =
    [("never", "not on holidays"), ("also", "and on every holiday"), ("only", "only on holidays")];

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/settings/contacts", get(ask).post(set))
}

#[derive(Template)]
#[template(path = "settings/contacts.html")]
struct ContactsPage {
    page: Page,
    frame: Frame,
    form: Form,
    desks: Vec<usize>,
    rules: Vec<usize>,
}

impl ContactsPage {
    /// What stands in a field of a row.
    fn value(&self, row: &str, index: &usize, part: &str) -> &str {
        self.form.value(&field(row, *index, part))
    }

    fn is(&self, index: &usize, part: &str, value: &str) -> bool {
        self.form.is(&field("rule", *index, part), value)
    }

    fn weekdays(&self) -> &'static [(&'static str, &'static str)] {
        &WEEKDAYS
    }

    fn on_holidays(&self) -> &'static [(&'static str, &'static str)] {
        &ON_HOLIDAYS
    }
}

fn field(row: &str, index: usize, part: &str) -> String {
    format!("{row}-{index}-{part}")
}

/// Rows that hold something, and some empty ones.
fn rows(form: &Form, row: &str, part: &str) -> Vec<usize> {
    let used = (0..ROWS_MAX).rev().find(|index| !form.value(&field(row, *index, part)).is_empty());
    (0..used.map_or(0, |last| last + 1) + MORE).collect()
}

fn contacts_page(page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, HERE);
    let (desks, rules) = (rows(&form, "desk", "name"), rows(&form, "rule", "desk"));
    let refused = form.is_refused() || !form.moved.is_empty();
    let shown = ContactsPage { page: frame.page.clone(), frame, form, desks, rules };
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

async fn ask(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let settings = state.settings().await?;
    let mut form = Form::new(&state, settings.version);
    if let Some(contacts) = &settings.contacts {
        put(&mut form, contacts)?;
    }
    contacts_page(page, form)
}

/// What is saved, as fields: by the words that the record has for it.
fn put(form: &mut Form, contacts: &Contacts) -> Result<(), PageError> {
    let fault = |error: serde_json::Error| PageError::Fault(error.to_string());
    for (index, desk) in contacts.desks.iter().enumerate() {
        put_desk(form, &format!("desk-{index}"), desk);
    }
    put_desk(form, "fallback", &contacts.fallback);
    for (index, rule) in contacts.rules.iter().enumerate() {
        let words = serde_json::to_value(rule).map_err(fault)?;
        for part in ["desk", "from", "until", "on-holidays"] {
            let word = words.get(part).and_then(serde_json::Value::as_str).unwrap_or_default();
            form.fields.set(&field("rule", index, part), word);
        }
        for day in words.get("weekdays").and_then(serde_json::Value::as_array).into_iter().flatten() {
            form.fields.add(&field("rule", index, "weekdays"), day.as_str().unwrap_or_default());
        }
    }
    if contacts.fallback_covers_gaps {
        form.fields.set("fallback-covers-gaps", "yes");
    }
    Ok(())
}

fn put_desk(form: &mut Form, row: &str, desk: &Desk) {
    form.fields.set(&format!("{row}-name"), &desk.name);
    form.fields.set(&format!("{row}-phone"), &desk.phone);
    form.fields.set(&format!("{row}-email"), desk.email.as_deref().unwrap_or_default());
    form.fields.set(&format!("{row}-note"), desk.note.as_deref().unwrap_or_default());
}

fn desk(form: &Form, row: &str) -> Desk {
    let text = |part: &str| form.value(&format!("{row}-{part}")).to_owned();
    let optional = |part: &str| Some(text(part)).filter(|text| !text.is_empty());
    Desk { name: text("name"), phone: text("phone"), email: optional("email"), note: optional("note") }
}

async fn set(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, HERE)?;
    let mut form = Form::posted(fields)?;
    let desks = (0..ROWS_MAX).map(|index| desk(&form, &format!("desk-{index}")));
    let desks = desks.filter(|desk| !desk.name.is_empty() || !desk.phone.is_empty()).collect();
    let (mut rules, mut wrong) = (Vec::new(), Vec::new());
    for index in 0..ROWS_MAX {
        let value = |part: &str| form.value(&field("rule", index, part));
        if value("desk").is_empty() {
            continue;
        }
        let weekdays_field = field("rule", index, "weekdays");
        let weekdays: Vec<&str> = form.fields.all(&weekdays_field).collect();
        // Read by the words of the record, so that form and record cannot come apart.
        let rule = serde_json::json!({
            "desk": value("desk"), "weekdays": weekdays, "from": value("from"), "until": value("until"),
            "on-holidays": value("on-holidays"),
        });
        match serde_json::from_value(rule) {
            Ok(rule) => rules.push(rule),
            Err(error) => wrong.push((field("rule", index, "from"), error.to_string())),
        }
    }
    for (field, problem) in wrong {
        form.refuse(&field, problem);
    }
    let fallback = desk(&form, "fallback");
    let fallback_covers_gaps = form.fields.has("fallback-covers-gaps");
    let contacts = Contacts { desks, rules, fallback, fallback_covers_gaps };
    if save(&state, &actor, &page, &mut form, Change::Contacts(contacts)).await? {
        return Ok(Redirect::to("/settings").into_response());
    }
    contacts_page(page, form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use practice::contacts::OnHolidays;

    /// The words of the form are those of the record.
    #[test]
    fn words_are_those_of_the_record() {
        for (word, _) in ON_HOLIDAYS {
            assert!(serde_json::from_value::<OnHolidays>(word.into()).is_ok(), "{word}");
        }
    }
}
