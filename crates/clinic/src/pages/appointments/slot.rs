//! When, where and with whom, in a form; and what holds a booking up, beside its fields.

use crate::error::PageError;
use crate::form::Form;
use crate::page::Page;
use crate::state::AppState;
use practice::access::{Right, Rights};
use practice::account;
use practice::agenda::{Finding, MINUTES_MAX, MINUTES_MIN, Weight, What, holding};
use practice::path::appointment::{Accepted, Kind, Person, Side, Slot};
use practice::patient::Id128;
use practice::settings::Settings;

/// What there is to choose from.
pub(super) struct Choices {
    pub(super) kinds: Vec<(&'static str, &'static str)>,
    pub(super) sides: Vec<(&'static str, &'static str)>,
    /// More than one house, or none.
    pub(super) houses: Vec<(String, String)>,
    /// Accounts of the team: id and name.
    pub(super) team: Vec<(String, String)>,
}

impl Choices {
    pub(super) async fn load(state: &AppState, settings: &Settings, form: &Form) -> Result<Self, PageError> {
        let mut houses: Vec<String> = settings.clinic.houses.clone();
        let typed = form.value("house");
        // A house that was closed since stays with what was booked there.
        if !typed.is_empty() && !houses.iter().any(|house| house == typed) {
            houses.push(typed.to_owned());
        }
        Ok(Self {
            kinds: Kind::WORDS.iter().map(|(word, _, words)| (*word, *words)).collect(),
            sides: Side::WORDS.iter().map(|(word, _, words)| (*word, *words)).collect(),
            houses: houses.into_iter().map(|house| (house.clone(), house)).collect(),
            team: team(state, settings).await?,
        })
    }
}

/// Those who see patients, by name.
async fn team(state: &AppState, settings: &Settings) -> Result<Vec<(String, String)>, PageError> {
    let sees = |rights: Rights| rights.has(Right::ReadPatients);
    let mut team: Vec<(String, String)> = account::list(state.store())
        .await?
        .into_iter()
        .filter(|(_, line)| !line.closed && sees(settings.access.rights(line.role)))
        .map(|(id, line)| (id.to_string(), line.name))
        .collect();
    team.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(team)
}

/// The slot that was typed; what is wrong with it is said beside its fields.
pub(super) fn read(form: &mut Form, page: &Page, settings: &Settings) -> Option<Slot> {
    let starts = form.when("starts", page);
    let minutes = form.value("minutes").parse().ok();
    let minutes = minutes.filter(|minutes| (MINUTES_MIN..=MINUTES_MAX).contains(minutes));
    if minutes.is_none() {
        form.refuse("minutes", "Give the length in whole minutes, 5 to 1440");
    }
    let house = form.value("house").to_owned();
    if house.is_empty() && settings.clinic.houses.len() > 1 {
        form.refuse("house", "Choose the house");
    }
    let place = form.value("place").to_owned();
    if place.chars().count() > 120 || place.contains(char::is_control) {
        form.refuse("place", "A room or place has at most 120 letters, on one line");
    }
    let starts = starts?.unix;
    let at = jiff::Timestamp::from_second(starts).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let offset = page.zone.to_offset(at).seconds();
    Some(Slot { starts, offset, minutes: minutes?, house, place })
}

/// Who takes part: accounts that were ticked, and others by name.
pub(super) async fn people(state: &AppState, form: &Form) -> Result<Vec<Person>, PageError> {
    let mut people = Vec::new();
    if form.fields.has("people") {
        let all = account::list(state.store()).await?;
        for chosen in form.fields.all("people") {
            let known = all.iter().find(|(id, _)| id.to_string() == chosen);
            let person = |(id, line): &(record::Id, account::Line)| Person {
                account: Some(Id128(*id)),
                name: line.name.clone(),
            };
            people.extend(known.map(person));
        }
    }
    let others = form.value("others").lines().map(str::trim).filter(|name| !name.is_empty());
    people.extend(others.map(|name| Person { account: None, name: name.to_owned() }));
    Ok(people)
}

/// A form with this slot and these people in its fields.
pub(super) fn filled(form: Form, slot: &Slot, people: &[Person], page: &Page) -> Form {
    let mut form = form
        .at("starts", slot.starts, page)
        .with("minutes", slot.minutes.to_string())
        .with("house", slot.house.clone())
        .with("place", slot.place.clone());
    let mut others = Vec::new();
    for person in people {
        match person.account {
            Some(account) => form.fields.add("people", account.0.to_string()),
            None => others.push(person.name.as_str()),
        }
    }
    let others = others.join("\n");
    form.with("others", others)
}

/// What was ticked and why.
pub(super) fn accepted(form: &Form) -> Accepted {
    Accepted {
        warnings: form.fields.all("accept").map(str::to_owned).collect(),
        reason: form.value("accept-reason").to_owned(),
    }
}

/// Something to tick before a booking holds.
pub(super) struct Tick {
    pub(super) word: &'static str,
    pub(super) label: &'static str,
    pub(super) says: String,
    pub(super) ticked: bool,
    /// Whether it asks for a reason.
    pub(super) reason: bool,
}

/// The field that a finding is about.
const fn field(what: What) -> &'static str {
    match what {
        What::Room => "place",
        What::Person => "people",
        What::Twice | What::Untested => "what",
        What::Past | What::Patient | What::Closed | What::RefillBy | What::Empty => "starts",
    }
}

/// Says beside its fields what holds a booking up, and gives what there is to tick, with what was ticked already.
pub(super) fn held(form: &mut Form, found: &[Finding], needs_reason: bool) -> Vec<Tick> {
    let ticked = accepted(form);
    let (holds, _) = holding(found, &ticked);
    for finding in &holds {
        form.refuse(field(finding.what), finding.says.clone());
    }
    if needs_reason && holds.is_empty() {
        form.refuse("accept-reason", "Say why it is booked all the same");
    }
    let mut ticks: Vec<Tick> = Vec::new();
    let asked = found.iter().filter(|it| matches!(it.what.weight(), Weight::Tick | Weight::Reason));
    for finding in asked {
        match ticks.iter_mut().find(|tick| tick.word == finding.what.word()) {
            Some(tick) => tick.says = format!("{} {}", tick.says, finding.says),
            None => ticks.push(Tick {
                word: finding.what.word(),
                label: finding.what.tick(),
                says: finding.says.clone(),
                ticked: ticked.warnings.iter().any(|word| word == finding.what.word()),
                reason: finding.what.weight() == Weight::Reason,
            }),
        }
    }
    ticks
}
