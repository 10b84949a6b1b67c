//! Who to call now: for everybody who is signed in, and for the papers.

use crate::error::PageError;
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use practice::access::{Actor, Right};
use practice::contacts::{Contacts, who_to_call};
use practice::holidays::Holidays;
use practice::settings::Settings;
use serde::Deserialize;
use therapy::date_in_words;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/contacts", get(contacts))
}

/// More changes in a week than any clinic has; the table then says that it stops.
const CHANGES_MAX: usize = 300;
/// Days of the table.
const DAYS: i16 = 7;

/// Somebody to call, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Callee {
    pub(crate) name: String,
    pub(crate) phone: String,
    /// The number for a `tel:` link.
    pub(crate) dial: String,
    pub(crate) email: Option<String>,
    pub(crate) note: Option<String>,
}

impl Callee {
    fn of(desk: &practice::contacts::Desk) -> Self {
        Self {
            name: desk.name.clone(),
            phone: desk.phone.clone(),
            dial: desk.phone.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect(),
            email: desk.email.clone(),
            note: desk.note.clone(),
        }
    }
}

/// Whom to call now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Now {
    pub(crate) desks: Vec<Callee>,
    /// Until when.
    pub(crate) until: String,
    /// Who answers then; empty if nothing changes soon.
    pub(crate) next: Vec<String>,
    /// The public holiday that it is.
    pub(crate) holiday: Option<String>,
    /// Whether only the desk of last resort answers.
    pub(crate) fallback_alone: bool,
}

/// Whom to call at a time; `None` if nobody has entered it.
pub(crate) fn now(settings: &Settings, zone: &TimeZone, unix: i64) -> Option<Now> {
    let contacts = settings.contacts.as_ref()?;
    let holidays = settings.holidays();
    let calling = who_to_call(contacts, &holidays, zone, unix);
    Some(Now {
        desks: calling.desks.iter().map(|desk| Callee::of(desk)).collect(),
        until: until_words(calling.until_unix, unix, zone),
        next: calling.next.unwrap_or_default().iter().map(|desk| desk.name.clone()).collect(),
        holiday: calling.holiday.map(|holiday| holiday.name),
        fallback_alone: calling.fallback_alone,
    })
}

fn zoned(unix: i64, zone: &TimeZone) -> jiff::Zoned {
    Timestamp::from_second(unix).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone())
}

/// "16:00 today", "08:00 on Monday, 23 November 2026".
fn until_words(until: i64, now: i64, zone: &TimeZone) -> String {
    let (at, today) = (zoned(until, zone), zoned(now, zone).date());
    let time = at.strftime("%H:%M");
    let date = at.date();
    if date == today {
        return format!("{time} today");
    }
    if today.tomorrow().is_ok_and(|tomorrow| tomorrow == date) {
        return format!("{time} tomorrow");
    }
    format!("{time} on {:?}, {}", date.weekday(), date_in_words(date))
}

/// One day of the table.
struct Day {
    name: String,
    today: bool,
    holiday: Option<String>,
    /// From, until, who in order, whether it is the stretch of now.
    stretches: Vec<(String, String, Vec<String>, bool)>,
}

/// Seven days from today on: who answers from when to when.
fn week(contacts: &Contacts, holidays: &Holidays, zone: &TimeZone, now: i64) -> Vec<Day> {
    let today = zoned(now, zone).date();
    let begin = |date: Date| date.to_zoned(zone.clone()).map_or(now, |at| at.timestamp().as_second());
    let mut left = CHANGES_MAX;
    let mut days = Vec::new();
    for ahead in 0..DAYS {
        let Ok(date) = today.checked_add(i64::from(ahead).days()) else { break };
        let (mut at, end) = (begin(date), date.tomorrow().map_or(now, begin));
        let mut stretches: Vec<(String, String, Vec<String>, bool)> = Vec::new();
        while at < end && left > 0 {
            left -= 1;
            let calling = who_to_call(contacts, holidays, zone, at);
            let until = calling.until_unix.clamp(at + 1, end);
            let clock = |unix: i64| {
                if unix == end { "24:00".to_owned() } else { zoned(unix, zone).strftime("%H:%M").to_string() }
            };
            let names: Vec<String> = calling.desks.iter().map(|desk| desk.name.clone()).collect();
            let current = at <= now && now < until;
            stretches.push((clock(at), clock(until), names, current));
            at = until;
        }
        days.push(Day {
            name: format!("{:?}, {}", date.weekday(), date_in_words(date)),
            today: date == today,
            holiday: holidays.on(date).map(|holiday| holiday.name),
            stretches,
        });
    }
    days
}

#[derive(Template)]
#[template(path = "contacts/contacts.html")]
struct ContactsPage {
    page: Page,
    now: Option<Now>,
    week: Vec<Day>,
    all: Vec<(Callee, Vec<String>)>,
    year: i16,
    holidays: Vec<(String, String, Option<String>)>,
    zone: String,
    may_set: bool,
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    year: Option<i16>,
}

async fn contacts(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    let settings = state.settings().await?;
    let zone = settings.zone();
    let this_year = zoned(page.now, &zone).date().year();
    let year = asked.ok().and_then(|asked| asked.0.year).filter(|year| (1900..=2200).contains(year));
    let year = year.unwrap_or(this_year);
    let holidays = settings.holidays();
    let mut all = Vec::new();
    if let Some(contacts) = &settings.contacts {
        for desk in &contacts.desks {
            let rules = contacts.rules.iter().filter(|rule| rule.desk == desk.name);
            all.push((Callee::of(desk), rules.map(practice::contacts::Rule::says).collect()));
        }
        if contacts.desks.iter().all(|desk| desk.name != contacts.fallback.name) {
            all.push((
                Callee::of(&contacts.fallback),
                vec!["at any hour, if nobody else answers".to_owned()],
            ));
        }
    }
    let of_year = holidays.in_year(year).into_iter().map(|holiday| {
        let from = (holiday.from != practice::holidays::DayTime::START).then(|| holiday.from.to_string());
        let day = format!("{:?}, {}", holiday.date.weekday(), date_in_words(holiday.date));
        (day, holiday.name, from)
    });
    let shown = ContactsPage {
        now: now(&settings, &zone, page.now),
        week: settings
            .contacts
            .as_ref()
            .map_or_else(Vec::new, |contacts| week(contacts, &holidays, &zone, page.now)),
        all,
        year,
        holidays: of_year.collect(),
        zone: settings.clinic.zone.clone(),
        may_set: actor.may(Right::Settings),
        page,
    };
    Ok(show(&shown)?.into_response())
}
