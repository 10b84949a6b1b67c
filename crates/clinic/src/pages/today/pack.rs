//! The pack for a day without computers: one block of paper for each patient who is expected, or about whom something
//! urgent is open.

use super::row::by;
use super::{civil_today, days_after, read};
use crate::banner::{banner_born, banner_date};
use crate::error::PageError;
use crate::form::Fields;
use crate::page::{Page, Section, show};
use crate::state::AppState;
use crate::when::day_of;
use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use jiff::civil::{Date, time};
use practice::access::{Actor, Right};
use practice::patient::{Allergies, Patient, Stand};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::summary::{Summary, summary};
use practice::worklist::{Task, day_begins};
use pump::Base;
use record::{Id, Window};
use std::collections::BTreeMap;
use therapy::{Value, expected_volume};

/// Patients of one print: each is read whole.
const PACK_PATIENTS: usize = 60;
const SECONDS_PER_DAY: u32 = 86_400;

/// Steps of a program through a day, for the days that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Steps {
    days: String,
    /// From when to when, and how much is given in that time.
    steps: Vec<(String, String)>,
    total: String,
}

/// Somebody who answers: name, number, and when.
struct Answers {
    name: String,
    phone: String,
    note: String,
    hours: Vec<String>,
}

/// Whom to call, on the first page.
fn desks(settings: &Settings) -> Vec<Answers> {
    let Some(contacts) = &settings.contacts else { return Vec::new() };
    let one = |desk: &practice::contacts::Desk| Answers {
        name: desk.name.clone(),
        phone: desk.phone.clone(),
        note: desk.note.clone().unwrap_or_default(),
        hours: contacts.rules.iter().filter(|rule| rule.desk == desk.name).map(|rule| rule.says()).collect(),
    };
    contacts.desks.iter().chain([&contacts.fallback]).map(one).collect()
}

struct Block {
    patient: String,
    why: Vec<String>,
    name: String,
    born: String,
    gender: String,
    number: String,
    house: String,
    contact: String,
    language: String,
    small_child: bool,
    diagnosis: String,
    pump: Option<String>,
    serial: String,
    drug: String,
    strength: String,
    dose: String,
    state: &'static str,
    mode: String,
    steps: Vec<Steps>,
    expected: Option<String>,
    alarm: String,
    early: String,
    empty: String,
    refill_by: String,
    visit: String,
    alarm_volume: Option<String>,
    tubing: Option<String>,
    catheter: Option<String>,
    medicines: Vec<String>,
    allergies: String,
    home_stock: Option<String>,
    open: Vec<(&'static str, &'static str, String)>,
}

#[derive(Template)]
#[template(path = "today/pack.html")]
struct PackPage {
    page: Page,
    day: String,
    before: Date,
    after: Date,
    blocks: Vec<Block>,
    total: usize,
    first: usize,
    part: usize,
    parts: usize,
    iso: Date,
    desks: Vec<Answers>,
}

/// A moment in the middle of a day, in seconds since 1970.
fn noon(day: Date, page: &Page) -> i64 {
    let noon = day.to_datetime(time(12, 0, 0, 0)).to_zoned(page.zone.clone());
    noon.map_or_else(|_| day_begins(day, &page.zone), |noon| noon.timestamp().as_second())
}

/// Whom the pack is about, by name, each with the reasons.
async fn expected(state: &AppState, page: &Page, day: Date) -> Result<Vec<(Id, Vec<String>)>, PageError> {
    let today = civil_today(page);
    let until = day_begins(days_after(day, 1), &page.zone);
    let mut found: BTreeMap<(String, Id), Vec<String>> = BTreeMap::new();
    let kinds = [Task::Visit, Task::Refill, Task::Unconfirmed, Task::CriticalAlarm, Task::NotDelivering];
    for task in kinds {
        let window = Window { now: page.now, until };
        for line in state.patients(&page.sight).due(vec![task.word().to_owned()], window, u32::MAX).await? {
            let Some((body, summary)) = read(&line) else { continue };
            let why = match (task, body.on) {
                (Task::Visit, Some(on)) if on == day => "visit booked".to_owned(),
                (Task::Visit, _) => continue,
                (Task::Refill, Some(on)) => format!("refill by {} ({})", banner_date(on), by(today, on).0),
                _ => body.text,
            };
            found.entry((summary.name, line.stream.id)).or_default().push(why);
        }
    }
    Ok(found.into_iter().map(|((_, id), why)| (id, why)).collect())
}

pub(super) async fn pack(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let day = day_of(fields.text("day")).unwrap_or_else(|| days_after(civil_today(&page), 1));
    let part = fields.text("part").parse().ok().filter(|part| (1..=1_000_usize).contains(part)).unwrap_or(1);
    let all = expected(&state, &page, day).await?;
    let rules = state.rules().await?;
    let first = (part - 1) * PACK_PATIENTS;
    let mut blocks = Vec::new();
    for (id, why) in all.iter().skip(first).take(PACK_PATIENTS) {
        let patient = state.practice().patient(*id, &rules).await?;
        blocks.push(block(&patient, why.clone(), &rules, &page, day)?);
    }
    Ok(show(&PackPage {
        day: day.strftime("%A, %-d %B %Y").to_string(),
        before: days_after(day, -1),
        after: days_after(day, 1),
        blocks,
        total: all.len(),
        first: first + 1,
        part,
        parts: all.len().div_ceil(PACK_PATIENTS).max(1),
        iso: day,
        desks: desks(state.settings().await?.as_ref()),
        page: page.at(Section::Today),
    })?
    .into_response())
}

fn block(
    patient: &Patient,
    why: Vec<String>,
    rules: &Rules,
    page: &Page,
    day: Date,
) -> Result<Block, PageError> {
    let fault = |error: twin::TwinError| PageError::Fault(error.to_string());
    let stand = patient.stand(rules, page.now).map_err(fault)?;
    let shown = summary(patient, &stand, rules);
    let course = &stand.course;
    let here = patient.has_pump();
    let at = course.clock.at(noon(day, page));
    let twin = course.twin.as_ref().filter(|_| here && course.reservoir.is_some());
    let known = |day: Option<Date>| day.map_or_else(|| "not known".to_owned(), banner_date);
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "not known".to_owned());
    let identity = &patient.identity;
    Ok(Block {
        patient: format!("/patients/{}", patient.id),
        why,
        name: shown.name.clone(),
        born: banner_born(Some(identity.born), day),
        gender: identity.gender.clone(),
        number: identity.record.clone(),
        house: identity.house.clone(),
        contact: identity.contact.clone(),
        language: identity.language.clone(),
        small_child: identity.small_child.unwrap_or_default(),
        diagnosis: identity.diagnosis.replace('-', " "),
        pump: shown.pump.clone(),
        serial: text(&shown.serial),
        drug: text(&shown.drug),
        strength: text(&shown.concentration),
        dose: text(&shown.dose),
        state: shown.flow.words(),
        mode: text(&shown.mode),
        steps: flex(&stand),
        expected: twin.map(|twin| {
            // A programmer shows tenths; what is left is never rounded up.
            let left = twin::of(expected_volume(twin, at).quotient()) / twin::RBig::from(1_000_000);
            format!("{}\u{a0}mL", therapy::decimal(&left, 1))
        }),
        alarm: known(shown.alarm_on),
        early: known(shown.early_empty_on),
        empty: known(shown.empty_on),
        refill_by: known(shown.refill_by),
        visit: shown
            .visit
            .filter(|visit| *visit >= civil_today(page))
            .map_or_else(|| "none booked".to_owned(), banner_date),
        alarm_volume: course.pump.filter(|_| here).map(|_| Value::volume(course.alarm_volume).to_string()),
        tubing: course.pump.filter(|_| here).map(|pump| Value::volume(pump.tubing).to_string()),
        catheter: course.catheter.filter(|_| here).map(|catheter| {
            let volume = Value::volume(catheter.volume).to_string();
            if catheter.unverified { format!("{volume} (unverified)") } else { volume }
        }),
        medicines: medicines(patient),
        allergies: allergies(patient, &shown),
        home_stock: patient.home_stock.as_ref().map(|stock| stock.what.clone()),
        open: stand
            .open
            .iter()
            .map(|open| {
                let about = open.rule.about();
                (crate::pages::level_words(open.level.word()), about.id, crate::patient::sentence(about.says))
            })
            .collect(),
    })
}

fn medicines(patient: &Patient) -> Vec<String> {
    let taken = patient.medicines.iter().filter(|taken| taken.stopped.is_none());
    taken.map(|taken| format!("{} {}", taken.medicine.name, taken.medicine.dose)).collect()
}

fn allergies(patient: &Patient, shown: &Summary) -> String {
    match &patient.allergies {
        Allergies::NotKnown => "not recorded: ask".to_owned(),
        Allergies::NoneKnown => "no known allergies".to_owned(),
        Allergies::Known(_) => shown.allergies.clone().unwrap_or_default().join(", "),
    }
}

/// The steps of a flex program as asked, days that are alike together; empty for any other.
fn flex(stand: &Stand<'_>) -> Vec<Steps> {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let Some(running) = stand.course.running() else { return Vec::new() };
    let Base::Flex(week) = running.asked.base() else { return Vec::new() };
    let strength = twin::of(running.concentration.quotient());
    let amount = |flow, seconds: u32| {
        let per_day = twin::volume_times(&twin::of(flow), &strength);
        Value::Mass(per_day * twin::RBig::from(seconds) / twin::RBig::from(SECONDS_PER_DAY)).to_string()
    };
    let clock = |second: u32| format!("{:02}:{:02}", second / 3_600, second % 3_600 / 60);
    let totals = running.asked.day_flows();
    let mut alike: Vec<Steps> = Vec::new();
    for ((place, name), total) in DAYS.iter().enumerate().zip(totals) {
        let begins: Vec<pump::Step> = week.day(place).collect();
        let ends = begins.iter().skip(1).map(|next| next.from_second).chain([SECONDS_PER_DAY]);
        let steps: Vec<_> = begins
            .iter()
            .zip(ends)
            .map(|(step, end)| {
                let time = format!("{} to {}", clock(step.from_second), clock(end));
                (time, amount(step.rate.flow(), end.saturating_sub(step.from_second)))
            })
            .collect();
        match alike.iter_mut().find(|known| known.steps == steps) {
            Some(known) => known.days = format!("{}, {name}", known.days),
            None => {
                alike.push(Steps { days: (*name).to_owned(), steps, total: amount(total, SECONDS_PER_DAY) })
            }
        }
    }
    alike
}
