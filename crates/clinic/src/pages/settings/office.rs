//! What one person decides: clinic, houses, zone, holidays, sign-in times, formulary.

use super::{Frame, admit, save};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::pages::set_up::zones;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::Actor;
use practice::holidays::{DayTime, place_days, regions};
use practice::settings::{Change, Clinic, HolidaySettings, OwnDay, SessionTimes, Settings};

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/settings/clinic", get(ask_clinic).post(set_clinic))
        .route("/settings/holidays", get(ask_holidays).post(set_holidays))
        .route("/settings/sessions", get(ask_sessions).post(set_sessions))
        .route("/settings/formulary", get(ask_formulary).post(set_formulary))
}

/// A form of the settings, shown again with what was wrong.
fn answer(template: &impl Template, form: &Form) -> Result<Response, PageError> {
    let status = if form.is_refused() || !form.moved.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, show(template)?).into_response())
}

/// What has been saved is seen in the overview.
fn saved() -> Response {
    Redirect::to("/settings").into_response()
}

#[derive(Template)]
#[template(path = "settings/clinic.html")]
struct ClinicPage {
    page: Page,
    frame: Frame,
    form: Form,
    zones: Vec<String>,
}

fn clinic_page(page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/clinic");
    let shown = ClinicPage { page: frame.page.clone(), frame, form, zones: zones() };
    answer(&shown, &shown.form)
}

async fn ask_clinic(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    admit(&actor, "/settings/clinic")?;
    let settings = state.settings().await?;
    let Clinic { name, zone, houses, public_address } = &settings.clinic;
    let form = Form::new(&state, settings.version).with("name", name).with("zone", zone);
    clinic_page(page, form.with("houses", houses.join("\n")).with("public_address", public_address))
}

async fn set_clinic(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/clinic")?;
    let mut form = Form::posted(fields)?;
    let clinic = Clinic {
        name: form.value("name").to_owned(),
        zone: form.value("zone").to_owned(),
        houses: lines(form.value("houses")).map(str::to_owned).collect(),
        public_address: form.value("public_address").trim_end_matches('/').to_owned(),
    };
    if save(&state, &actor, &page, &mut form, Change::Clinic(clinic)).await? {
        return Ok(saved());
    }
    clinic_page(page, form)
}

/// Lines that hold something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[derive(Template)]
#[template(path = "settings/holidays.html")]
struct HolidaysPage {
    page: Page,
    frame: Frame,
    form: Form,
    regions: Vec<(&'static str, &'static str)>,
    places: Vec<(&'static str, &'static str)>,
    /// The days of this year and the next, as they would be called.
    ahead: Vec<(String, String)>,
}

fn holidays_page(page: Page, form: Form, ahead: Vec<(String, String)>) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/holidays");
    let fault = |error: practice::holidays::HolidayError| PageError::Fault(error.to_string());
    let regions = regions().map_err(fault)?;
    let regions = regions.iter().map(|region| (region.id.as_str(), region.name.as_str())).collect();
    let places = place_days(form.value("region")).unwrap_or_default();
    let shown = HolidaysPage { page: frame.page.clone(), frame, form, regions, places, ahead };
    answer(&shown, &shown.form)
}

async fn ask_holidays(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/holidays")?;
    let settings = state.settings().await?;
    let own: Vec<String> = settings.holidays.own.iter().map(day_text).collect();
    let mut form = Form::new(&state, settings.version).with("region", &settings.holidays.region);
    for place in &settings.holidays.places {
        form.fields.add("places", place);
    }
    let ahead = ahead(&settings, page.now);
    holidays_page(page, form.with("own", own.join("\n")), ahead)
}

/// A day of the clinic's own as a line: date, hour for half a day, "yearly", name.
fn day_text(day: &OwnDay) -> String {
    let from = day.from.map(|from| format!(" {from}")).unwrap_or_default();
    let yearly = if day.yearly { " yearly" } else { "" };
    format!("{}{from}{yearly} {}", day.date, day.name)
}

/// The same read back; `None` for what is no such line.
fn day_read(line: &str) -> Option<OwnDay> {
    let (date, rest) = line.split_once(' ')?;
    let date = date.parse().ok()?;
    let (first, after) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let (from, rest) = match first.parse::<DayTime>() {
        Ok(from) => (Some(from), after.trim()),
        Err(_) => (None, rest.trim()),
    };
    let (yearly, name) = match rest.strip_prefix("yearly ") {
        Some(name) => (true, name.trim()),
        None => (false, rest),
    };
    (!name.is_empty()).then(|| OwnDay { date, name: name.to_owned(), from, yearly })
}

async fn set_holidays(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/holidays")?;
    let mut form = Form::posted(fields)?;
    let mut own = Vec::new();
    let typed = form.value("own").to_owned();
    for line in lines(&typed) {
        match day_read(line) {
            Some(day) => own.push(day),
            None => form.refuse(
                "own",
                format!("\"{line}\" is not a day and its name, such as 2026-12-24 Christmas Eve"),
            ),
        }
    }
    own.sort_by_key(|day| day.date);
    let region = form.value("region").to_owned();
    // What belonged to another region is left behind with it.
    let known: Vec<&str> =
        place_days(&region).unwrap_or_default().into_iter().map(|(word, _)| word).collect();
    let places = form.fields.all("places").filter(|word| known.contains(word)).map(str::to_owned).collect();
    let holidays = HolidaySettings { region, places, own };
    if save(&state, &actor, &page, &mut form, Change::Holidays(holidays)).await? {
        return Ok(saved());
    }
    let ahead = ahead(&*state.settings().await?, page.now);
    holidays_page(page, form, ahead)
}

/// The holidays of this year and the next, as they are saved.
fn ahead(settings: &Settings, now: i64) -> Vec<(String, String)> {
    let now = jiff::Timestamp::from_second(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let year = now.to_zoned(settings.zone()).year();
    let days = [year, year.saturating_add(1)].into_iter().flat_map(|year| settings.holidays().in_year(year));
    days.map(|day| (day.date.strftime("%-d %B %Y").to_string(), day.name)).collect()
}

#[derive(Template)]
#[template(path = "settings/sessions.html")]
struct SessionsPage {
    page: Page,
    frame: Frame,
    form: Form,
}

fn sessions_page(page: Page, form: Form) -> Result<Response, PageError> {
    let frame = Frame::new(page, "/settings/sessions");
    let shown = SessionsPage { page: frame.page.clone(), frame, form };
    answer(&shown, &shown.form)
}

async fn ask_sessions(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/sessions")?;
    let settings = state.settings().await?;
    let form = Form::new(&state, settings.version)
        .with("idle_minutes", settings.sessions.idle_minutes.to_string())
        .with("absolute_hours", settings.sessions.absolute_hours.to_string());
    sessions_page(page, form)
}

async fn set_sessions(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/sessions")?;
    let mut form = Form::posted(fields)?;
    // What is no number is out of every range; the check says which it is.
    let number = |field: &str| form.value(field).parse().unwrap_or_default();
    let times =
        SessionTimes { idle_minutes: number("idle_minutes"), absolute_hours: number("absolute_hours") };
    if save(&state, &actor, &page, &mut form, Change::Sessions(times)).await? {
        return Ok(saved());
    }
    sessions_page(page, form)
}

#[derive(Template)]
#[template(path = "settings/formulary.html")]
struct FormularyPage {
    page: Page,
    frame: Frame,
    form: Form,
    /// Id and name as on the vial.
    products: Vec<(String, String)>,
}

async fn formulary_page(state: &AppState, page: Page, form: Form) -> Result<Response, PageError> {
    let rules = state.rules().await?;
    let product =
        |drug: &catalogue::Drug| (drug.id.clone(), format!("{} ({})", drug.name, drug.concentration.value));
    let products = rules.catalogue.drugs().iter().map(product).collect();
    let frame = Frame::new(page, "/settings/formulary");
    let shown = FormularyPage { page: frame.page.clone(), frame, form, products };
    answer(&shown, &shown.form)
}

async fn ask_formulary(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/formulary")?;
    let settings: &Settings = &*state.settings().await?;
    let mut form = Form::new(&state, settings.version);
    for product in &settings.formulary {
        form.fields.add("products", product);
    }
    formulary_page(&state, page, form).await
}

async fn set_formulary(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    admit(&actor, "/settings/formulary")?;
    let mut form = Form::posted(fields)?;
    let products = form.fields.all("products").map(str::to_owned).collect();
    if save(&state, &actor, &page, &mut form, Change::Formulary(products)).await? {
        return Ok(saved());
    }
    formulary_page(&state, page, form).await
}
