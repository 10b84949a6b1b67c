//! The diary: a day's spasms, sleep, pain and side effects, and the last thirty days.

use super::fields::Entry;
use super::say::Html;
use super::{Frame, Visit};
use crate::error::PageError;
use crate::form::Fields;
use crate::state::AppState;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use practice::outside::Sent;
use practice::path::diary::{DAYS_BACK_MAX, Day, PAIN_MAX, SPASMS_MAX, Sleep};
use serde::Deserialize;

/// So many days are shown.
const DAYS_SHOWN: i32 = 30;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    on: String,
    #[serde(default)]
    saved: bool,
}

struct Row {
    /// As in an address.
    on: String,
    day: Html,
    spasms: String,
    sleep: Option<String>,
    pain: String,
    other: Vec<String>,
}

#[derive(Template)]
#[template(path = "public/diary.html")]
struct DiaryPage {
    f: Frame,
    entry: Entry,
    saved: bool,
    first: String,
    today: String,
    sleep: Vec<(&'static str, String)>,
    rows: Vec<Row>,
}

impl DiaryPage {
    fn pains(&self) -> Vec<String> {
        (0..=PAIN_MAX).map(|pain| pain.to_string()).collect()
    }
}

fn number<T: ToString>(number: Option<T>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn first_day(today: Date, days: i32) -> Date {
    today.checked_sub(days.days()).unwrap_or(today)
}

fn shown(visit: &Visit, entry: Entry, saved: bool) -> Result<Response, PageError> {
    let f = visit.frame("diary");
    let today = visit.today();
    let since = first_day(today, DAYS_SHOWN);
    let days = visit.patient.path.diary.days.iter().rev();
    let days = days.filter(|kept| kept.link == visit.link.id && kept.day.on >= since);
    let rows = days.map(|kept| Row {
        on: kept.day.on.to_string(),
        day: f.speech().date(kept.day.on),
        spasms: number(kept.day.spasms),
        sleep: kept.day.sleep.map(sleep_key),
        pain: number(kept.day.pain),
        other: [&kept.day.side_effects, &kept.day.note]
            .into_iter()
            .filter(|it| !it.is_empty())
            .cloned()
            .collect(),
    });
    let mut sleep: Vec<(&'static str, String)> =
        Sleep::WORDS.iter().map(|(word, sleep, _)| (*word, sleep_key(*sleep))).collect();
    sleep.push(("", "page-diary-not-said".to_owned()));
    let status = if entry.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = DiaryPage {
        rows: rows.collect(),
        entry,
        saved,
        first: first_day(today, DAYS_BACK_MAX).to_string(),
        today: today.to_string(),
        sleep,
        f: f.clone(),
    };
    super::page(status, visit, &page)
}

fn sleep_key(sleep: Sleep) -> String {
    let word = Sleep::WORDS.iter().find(|(_, known, _)| *known == sleep).map_or("", |(word, ..)| *word);
    format!("page-diary-sleep-{word}")
}

pub(super) async fn page(
    State(state): State<AppState>,
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    let asked = asked.map(|asked| asked.0).unwrap_or_default();
    let on: Date = asked.on.parse().unwrap_or_else(|_| visit.today());
    let mut entry = Entry::new(&state).with("on", on.to_string());
    if let Some(day) = visit.patient.path.diary.of(&visit.link.id, on) {
        let sleep = day.sleep.and_then(|sleep| Sleep::WORDS.iter().find(|(_, known, _)| *known == sleep));
        entry = entry
            .with("spasms", number(day.spasms))
            .with("pain", number(day.pain))
            .with("sleep", sleep.map_or("", |(word, ..)| *word))
            .with("side-effects", day.side_effects.clone())
            .with("note", day.note.clone());
    }
    shown(&visit, entry, asked.saved)
}

/// The day of a form; what is wrong is said in it.
fn read(entry: &mut Entry, visit: &Visit) -> Day {
    let today = visit.today();
    let on = entry.value("on").parse::<Date>().ok();
    let on = on.filter(|on| *on <= today && *on >= first_day(today, DAYS_BACK_MAX));
    if on.is_none() {
        entry.wrong("on", "page-diary-error-day");
    }
    let mut day = Day::empty(on.unwrap_or(today));
    let spasms = entry.value("spasms").to_owned();
    day.spasms = spasms.parse().ok().filter(|spasms| *spasms <= SPASMS_MAX);
    if !spasms.is_empty() && day.spasms.is_none() {
        entry.wrong("spasms", "page-diary-error-spasms");
    }
    let sleep = entry.value("sleep").to_owned();
    day.sleep = Sleep::by_word(&sleep);
    if !sleep.is_empty() && day.sleep.is_none() {
        entry.wrong("sleep", "page-diary-error-sleep");
    }
    let pain = entry.value("pain").to_owned();
    day.pain = pain.parse().ok().filter(|pain| *pain <= PAIN_MAX);
    if !pain.is_empty() && day.pain.is_none() {
        entry.wrong("pain", "page-diary-error-pain");
    }
    entry.value("side-effects").clone_into(&mut day.side_effects);
    entry.value("note").clone_into(&mut day.note);
    let said = !day.side_effects.is_empty() || !day.note.is_empty();
    if !entry.is_wrong() && !said && day.spasms.is_none() && day.sleep.is_none() && day.pain.is_none() {
        entry.wrong("spasms", "page-diary-error-empty");
    }
    day
}

pub(super) async fn keep(
    State(state): State<AppState>,
    visit: Visit,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut entry = Entry::posted(fields)?;
    let day = read(&mut entry, &visit);
    if !entry.is_wrong() && entry.send(&state, &visit, Sent::Diary(day)).await {
        return Ok(Redirect::to(&format!("{}?saved=true", visit.frame("").to("diary"))).into_response());
    }
    shown(&visit, entry, false)
}
