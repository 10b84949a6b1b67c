//! The calendar of the clinic: a day or a week, by house; clashes marked, public holidays named; on paper too.

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, Section, show};
use crate::pages::appointments::length;
use crate::pages::today::{civil_today, days_after};
use crate::state::AppState;
use crate::when::day_of;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use practice::access::{Actor, Right};
use practice::agenda::{Calendar, Taken, What, clash};
use practice::worklist::day_begins;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/calendar", get(calendar))
}

/// One appointment of a day.
struct Row {
    /// "10:00 to 10:45".
    hours: String,
    length: String,
    /// Whether it began the day before.
    before: bool,
    address: String,
    patient: String,
    /// Whether whoever looks sees the patient; of others only the time, the room and the team are shown.
    seen: bool,
    name: String,
    what: &'static str,
    place: String,
    people: String,
    state: String,
    /// What clashes, in words.
    clashes: Vec<String>,
}

/// One day with its appointments.
struct Day {
    address: String,
    title: String,
    today: bool,
    /// Why the house does not work on it.
    closed: Option<String>,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "calendar/calendar.html")]
struct CalendarPage {
    page: Page,
    form: Form,
    title: String,
    week: bool,
    house: String,
    houses: Vec<(String, String)>,
    days: Vec<Day>,
    before: String,
    after: String,
    now: String,
    clashes: usize,
}

/// The wall's time of a moment: "10:00".
fn wall(unix: i64, page: &Page) -> String {
    let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(page.zone.clone()).strftime("%H:%M").to_string()
}

/// What clashes with an appointment, in words. Names are of people who are in this calendar anyway.
fn clashes(one: &Taken, all: &[Taken]) -> Vec<String> {
    let same = |other: &&Taken| other.patient != one.patient || other.shown.id != one.shown.id;
    let mut said = Vec::new();
    for other in all.iter().filter(same) {
        for what in clash(one, other) {
            said.push(match what {
                What::Patient => "the patient is booked twice".to_owned(),
                What::Room => format!("{} is taken twice", one.shown.slot.whereabouts()),
                _ => {
                    let both = one.shown.people.iter();
                    let both = both.filter(|person| other.shown.people.iter().any(|two| two.is(person)));
                    let names: Vec<&str> = both.map(|person| person.name.as_str()).collect();
                    format!("{} in two places", names.join(", "))
                }
            });
        }
    }
    said.dedup();
    said
}

fn row(taken: &Taken, all: &[Taken], begins: i64, page: &Page) -> Row {
    let slot = &taken.shown.slot;
    let people: Vec<&str> = taken.shown.people.iter().map(|person| person.name.as_str()).collect();
    let seen = page.sight.sees(&taken.seen, page.now);
    let told = |text: String| if seen { text } else { String::new() };
    Row {
        seen,
        hours: format!("{} to {}", wall(slot.starts, page), wall(slot.ends(), page)),
        length: length(slot.minutes),
        before: slot.starts < begins,
        address: told(format!("/patients/{}/appointments/{}", taken.patient, taken.shown.id)),
        patient: told(format!("/patients/{}", taken.patient)),
        // Of somebody who is not seen it says just that.
        name: taken.name.clone(),
        what: if seen { taken.shown.what.words() } else { "" },
        place: slot.whereabouts(),
        people: people.join(", "),
        state: told(taken.shown.ended.clone().unwrap_or_default()),
        clashes: clashes(taken, all),
    }
}

fn closed(calendar: &Calendar, date: Date) -> Option<String> {
    // A half day is one from its hour on; it is named all the same.
    if let Some(holiday) = calendar.holidays.on(date) {
        let from = holiday.from.minutes();
        let hour = if from > 0 { format!(" from {}", holiday.from) } else { String::new() };
        return Some(format!("Public holiday{hour}: {}", holiday.name));
    }
    let weekend = matches!(date.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday);
    weekend.then(|| "Weekend".to_owned())
}

fn address(date: Date, week: bool, house: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("day", &date.to_string());
    query.append_pair("view", if week { "week" } else { "day" });
    if !house.is_empty() {
        query.append_pair("house", house);
    }
    format!("/calendar?{}", query.finish())
}

async fn calendar(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let settings = state.settings().await?;
    let week = fields.text("view") == "week";
    let house = settings.clinic.houses.iter().find(|house| *house == fields.text("house"));
    let house = house.cloned().unwrap_or_default();
    let today = civil_today(&page);
    let day = day_of(fields.text("day")).unwrap_or(today);
    let first = match week {
        true => days_after(day, -i32::from(day.weekday().to_monday_zero_offset())),
        false => day,
    };
    let length: i32 = if week { 7 } else { 1 };
    let zone = &page.zone;
    let (from, until) = (day_begins(first, zone), day_begins(days_after(first, length), zone));
    // Clashes are looked for in all houses: people have one body.
    let all = state.patients(&page.sight).taken(from, until).await?;
    let rules = settings.calendar();
    let mut days = Vec::new();
    for ahead in 0..length {
        let date = days_after(first, ahead);
        let (begins, ends) = (day_begins(date, zone), day_begins(days_after(date, 1), zone));
        let here = |taken: &&Taken| {
            let slot = &taken.shown.slot;
            let of_house = house.is_empty() || slot.house == house;
            of_house && slot.starts < ends && slot.ends() > begins
        };
        days.push(Day {
            address: address(date, false, &house),
            title: date.strftime("%A, %-d %B %Y").to_string(),
            today: date == today,
            closed: closed(&rules, date),
            rows: all.iter().filter(here).map(|taken| row(taken, &all, begins, &page)).collect(),
        });
    }
    let mut houses = vec![(String::new(), "all houses".to_owned())];
    houses.extend(settings.clinic.houses.iter().map(|house| (house.clone(), house.clone())));
    let mut form = Form::new(&state, 0).with("day", day.to_string()).with("house", house.clone());
    form = form.with("view", if week { "week" } else { "day" });
    let title = match week {
        true => format!("Week of {}", first.strftime("%-d %B %Y")),
        false => first.strftime("%A, %-d %B %Y").to_string(),
    };
    Ok(show(&CalendarPage {
        clashes: days.iter().flat_map(|day| &day.rows).filter(|row| !row.clashes.is_empty()).count(),
        before: address(days_after(first, -length), week, &house),
        after: address(days_after(first, length), week, &house),
        now: address(today, week, &house),
        page: page.at(Section::Calendar),
        form,
        title,
        week,
        house,
        houses,
        days,
    })?
    .into_response())
}
