//! Goals and appointments, from the record.

use super::say::{Html, wall};
use super::{Frame, Visit};
use crate::error::PageError;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use words::{Amount, Args};

/// Keys of the levels, from -2 to +2.
const LEVELS: [&str; 5] = [
    "page-goals-level-much-less",
    "page-goals-level-less",
    "page-goals-level-expected",
    "page-goals-level-more",
    "page-goals-level-much-more",
];

struct Goal {
    name: String,
    /// Key of the level, its words in the record, and whether the last rating was this one.
    levels: Vec<(&'static str, String, bool)>,
    /// When it was rated.
    rated: Option<Html>,
}

#[derive(Template)]
#[template(path = "public/goals.html")]
struct GoalsPage {
    f: Frame,
    goals: Vec<Goal>,
}

pub(super) async fn goals(visit: Visit) -> Result<Response, PageError> {
    let f = visit.frame("goals");
    let goals = visit.patient.path.rehabilitation.pursued().map(|goal| {
        let last = visit.patient.ratings(goal).last().copied();
        let levels = LEVELS.iter().zip(&goal.levels).zip([-2_i8, -1, 0, 1, 2]);
        Goal {
            name: goal.name.clone(),
            levels: levels
                .map(|((key, words), level)| (*key, words.clone(), last.is_some_and(|it| it.level == level)))
                .rev()
                .collect(),
            rated: last.map(|last| {
                let on = wall(last.at, &visit.zone).date();
                f.speech().say_each("page-goals-rated", |voice| Args::new().text("date", &voice.date(on)))
            }),
        }
    });
    let shown = GoalsPage { goals: goals.collect(), f: f.clone() };
    super::page(StatusCode::OK, &visit, &shown)
}

struct Appointment {
    at: Html,
    what: String,
    minutes: String,
    place: String,
}

#[derive(Template)]
#[template(path = "public/appointments.html")]
struct AppointmentsPage {
    f: Frame,
    refill: Option<Html>,
    all: Vec<Appointment>,
    zone: Html,
}

pub(super) async fn appointments(visit: Visit) -> Result<Response, PageError> {
    let f = visit.frame("appointments");
    let by = visit.facts()?.refill_by;
    let ahead = visit.patient.path.appointments.ahead(visit.now);
    let all = ahead.into_iter().map(|next| {
        let slot = &next.booked.slot;
        Appointment {
            at: f.speech().moment(slot.wall()),
            what: format!("page-appointments-kind-{}", next.booked.what.word()),
            minutes: f.voice().amount(Amount::Minutes, &slot.minutes.to_string()),
            place: slot.whereabouts(),
        }
    });
    let zone = Args::new().text("zone", &visit.settings.clinic.zone);
    let shown = AppointmentsPage {
        refill: by.map(|by| f.speech().weekday_and_date(by)),
        all: all.collect(),
        zone: f.speech().say_with("page-appointments-zone", &zone),
        f: f.clone(),
    };
    super::page(StatusCode::OK, &visit, &shown)
}
