//! Program: what runs beside what is asked, the answers to check, and writing the order. Nothing is recorded before the
//! last of these pages.

mod line;
mod offer;

use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{PROOF, SignedIn, Viewer, prove};
use crate::page::{Page, show};
use crate::pages::orders::propose::{Proposed, order_line, propose};
use crate::pages::orders::readback::{FindingView, ProgramView, Readback, program_view, readback};
use crate::patient::{Chart, sentence};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use practice::Step;
use practice::access::Right;
use serde_json::Value;
use std::collections::HashMap;

pub(crate) use line::{DAYS, amount};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/program", get(ask).post(again))
        .route("/patients/{id}/program/check", post(check))
        .route("/patients/{id}/program/write", post(write))
}

#[derive(Template)]
#[template(path = "program/form.html")]
struct FormPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    /// What runs.
    running: Option<ProgramView>,
    /// What was typed, judged.
    readback: Option<Readback>,
    offer: offer::Offer,
    /// Orders that must be dealt with first: name, state, whether it is a draft.
    open: Vec<(String, String)>,
    has_pump: bool,
    drugs: Vec<(String, String)>,
    /// Whether the person may write orders.
    may: bool,
}

impl FormPage {
    /// How many rows a day shows: what is typed and one more.
    fn rows(&self, day: &str) -> core::ops::Range<usize> {
        let typed = line::rows(&self.form, day);
        let more = usize::from(self.form.is("more", day)) * 3;
        0..(typed + 1 + more).clamp(3, line::ROWS_MAX)
    }

    fn shown_days(&self) -> &'static [(&'static str, &'static str)] {
        if line::every_day(&self.form) { DAYS.get(..1).unwrap_or_default() } else { &DAYS }
    }

    fn has_part(&self, part: &str) -> bool {
        line::has_part(&self.form, part)
    }
}

#[derive(Template)]
#[template(path = "program/check.html")]
struct CheckPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    /// Where its forms go.
    base: &'static str,
    form: Form,
    readback: Readback,
    kept: Vec<(String, String)>,
    signs: bool,
}

#[derive(Template)]
#[template(path = "program/interruption.html")]
struct InterruptionPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    /// Where its forms go.
    base: &'static str,
    form: Form,
    soft: Vec<FindingView>,
    kept: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "program/blocked.html")]
struct BlockedPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    /// Where its forms go.
    base: &'static str,
    form: Form,
    readback: Readback,
    kept: Vec<(String, String)>,
}

/// Fields that every page makes anew.
const OWN: [&str; 7] = ["form", "expected", "act", "at", "digest", "more", PROOF];

/// What was typed, to be carried to the next page.
fn kept(form: &Form) -> Vec<(String, String)> {
    let typed = form.fields.iter().filter(|(name, value)| !OWN.contains(name) && !value.trim().is_empty());
    typed.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
}

/// Shows a form again with what was typed.
type Again = fn(&Chart, Form, Option<&Proposed>) -> Result<Html<String>, PageError>;

/// A kind of order that has its own form; checking and writing are the same for all.
pub(crate) struct Kind {
    /// The part of the record under which its pages are.
    pub base: &'static str,
    /// The order that was typed.
    pub order: fn(&mut Form) -> Option<Value>,
    /// The field that a place in the line came from.
    pub field: fn(&Form, &str) -> String,
    /// Its form again.
    pub page: Again,
}

const PROGRAM: Kind = Kind { base: "program", order: line::order, field: line::field_of, page: form_page };

/// Judges what was typed; what is wrong with it stands in the form then.
fn judged(chart: &Chart, kind: &Kind, form: &mut Form, at: &str) -> Result<Option<Proposed>, PageError> {
    let Some(order) = (kind.order)(form) else { return Ok(None) };
    propose(chart, form, order, at, &reasons(form), kind.field)
}

/// The reasons that were given, each with its rule.
fn reasons(form: &Form) -> String {
    let given = form.fields.iter().filter_map(|(name, value)| {
        let rule = name.strip_prefix("reason-")?;
        (!value.trim().is_empty()).then(|| format!("{rule}: {}", value.trim()))
    });
    given.collect::<Vec<_>>().join("\n")
}

fn now_text(chart: &Chart) -> String {
    crate::when::written(chart.page.now, &chart.page.zone)
}

fn form_page(chart: &Chart, form: Form, proposed: Option<&Proposed>) -> Result<Html<String>, PageError> {
    let stand = chart.stand()?;
    let course = &stand.course;
    let view = |running: &therapy::Running<'_>| {
        let since = Some(running.since);
        program_view(running.asked, running.mode, running.concentration, since)
    };
    let running = course.running().map(view);
    let readback =
        proposed.and_then(|proposed| readback(&chart.patient, &chart.rules, &proposed.preview, stand.now));
    let offer = offer::offer(chart, &stand, proposed, &form);
    let pump_use = chart.rules.catalogue.drugs().iter();
    let pump_use = pump_use.filter(|drug| drug.usage.value == catalogue::DrugUse::Pump);
    let drugs = pump_use.map(|drug| (drug.id.clone(), drug.name.clone())).collect();
    show(&FormPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        form,
        running,
        readback,
        offer,
        open: crate::pages::orders::open_orders(chart, course),
        has_pump: chart.patient.has_pump(),
        drugs,
        may: chart.actor.may(Right::DraftOrders),
    })
}

async fn ask(
    State(state): State<AppState>,
    chart: Chart,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut form = chart.form(&state);
    let stand = chart.stand()?;
    if let Some(reservoir) = &stand.course.reservoir {
        let strength = twin::of(reservoir.concentration.quotient());
        form.fields.set("concentration", crate::pages::orders::readback::micrograms(&strength));
    }
    if query.get("from").is_some_and(|from| from == "running") {
        offer::fill_running(&mut form, &stand.course);
    }
    drop(stand);
    Ok(form_page(&chart, form, None)?.into_response())
}

/// The same page with what was typed: judged, copied, or with a proposal filled in that somebody asked for.
async fn again(chart: Chart, fields: Fields) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let act = form.value("act").to_owned();
    line::compact(&mut form);
    if let Some(day) = act.strip_prefix("more-") {
        form.fields.set("more", day);
        return Ok(form_page(&chart, form, None)?.into_response());
    }
    if let Some(what) = act.strip_prefix("copy-") {
        offer::copy(&mut form, what);
        return Ok(form_page(&chart, form, None)?.into_response());
    }
    if act.is_empty() && form.fields.is_resumed() {
        return Ok(form_page(&chart, form, None)?.into_response());
    }
    let at = now_text(&chart);
    let proposed = judged(&chart, &PROGRAM, &mut form, &at)?;
    if let Some(proposed) = proposed.as_ref().filter(|_| act.starts_with("take-")) {
        offer::take(&chart, &mut form, proposed, &act)?;
        let proposed = judged(&chart, &PROGRAM, &mut form, &at)?;
        return Ok(form_page(&chart, form, proposed.as_ref())?.into_response());
    }
    Ok(form_page(&chart, form, proposed.as_ref())?.into_response())
}

async fn check(chart: Chart, fields: Fields) -> Result<Response, PageError> {
    check_of(&chart, &PROGRAM, fields)
}

async fn write(
    State(state): State<AppState>,
    chart: Chart,
    viewer: Viewer,
    signed_in: SignedIn,
    fields: Fields,
) -> Result<Response, PageError> {
    write_of(&state, &chart, &PROGRAM, (&viewer, &signed_in), fields).await
}

/// The answers to check of what was typed.
pub(crate) fn check_of(chart: &Chart, kind: &Kind, fields: Fields) -> Result<Response, PageError> {
    chart.actor.require(Right::DraftOrders)?;
    let mut form = Form::posted(fields)?;
    let at = now_text(chart);
    checked(chart, kind, &mut form, &at)
}

/// The answers to check; or what is in the way.
fn checked(chart: &Chart, kind: &Kind, form: &mut Form, at: &str) -> Result<Response, PageError> {
    let Some(proposed) = judged(chart, kind, form, at)? else {
        return Ok((kind.page)(chart, form.clone(), None)?.into_response());
    };
    let stand = chart.stand()?;
    let readback = readback(&chart.patient, &chart.rules, &proposed.preview, stand.now);
    let readback = readback.ok_or_else(|| PageError::Fault("an order without a read-back".to_owned()))?;
    let (page, banner, part, base) = (chart.page.clone(), chart.banner(), "program", kind.base);
    let kept = kept(form);
    if readback.refused() {
        return Ok(show(&BlockedPage { page, banner, part, base, form: form.clone(), readback, kept })?
            .into_response());
    }
    let soft: Vec<FindingView> = readback.soft().into_iter().cloned().collect();
    let field = |finding: &FindingView| format!("reason-{}", finding.rule);
    let open: Vec<&FindingView> =
        soft.iter().filter(|finding| form.value(&field(finding)).is_empty()).collect();
    if !open.is_empty() {
        let asked = form.is("act", "reasons");
        for finding in open.into_iter().filter(|_| asked) {
            form.refuse(&field(finding), format!("Say why for: {}", sentence(finding.says)));
        }
        let kept = kept.into_iter().filter(|(name, _)| !name.starts_with("reason-")).collect();
        let mut form = form.clone();
        form.expected = chart.patient.version;
        return Ok(show(&InterruptionPage { page, banner, part, base, form, soft, kept })?.into_response());
    }
    let signs = chart.actor.may(Right::SignOrders)
        && (soft.is_empty() || chart.actor.may(Right::SignOrdersBeyondBand));
    form.fields.set("at", at);
    form.fields.set("digest", proposed.preview.judgement.judged.digest.clone());
    let form = form.clone();
    Ok(show(&CheckPage { page, banner, part, base, form, readback, kept, signs })?.into_response())
}

/// Writes the order that was checked, and signs it if that was pressed.
pub(crate) async fn write_of(
    state: &AppState,
    chart: &Chart,
    kind: &Kind,
    (viewer, signed_in): (&Viewer, &SignedIn),
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::DraftOrders)?;
    let mut form = Form::posted(fields)?;
    let name = format!("order-{}", form.expected + 1);
    let to = Redirect::to(&format!("/patients/{}/orders/{name}", chart.patient.id));
    let at = form.value("at").to_owned();
    if form.fields.is_resumed() {
        let now = now_text(chart);
        return checked(chart, kind, &mut form, &now);
    }
    let signs = form.is("act", "sign");
    let digest = form.value("digest").to_owned();
    let Some(line) = (kind.order)(&mut form).map(|order| order_line(order, &at, &reasons(&form))) else {
        return Ok((kind.page)(chart, form, None)?.into_response());
    };
    let mut steps = vec![Step::Draft { line }];
    if signs {
        let reason = Some(reasons(&form)).filter(|reasons| !reasons.is_empty());
        steps.push(Step::Sign { draft: name, digest: digest.clone(), reason });
    }
    // Sent again: the door knows the form, and says so if something else was filled in.
    if !crate::pages::orders::known(state, form.id).await? {
        let Some(proposed) = judged(chart, kind, &mut form, &at)? else {
            return Ok((kind.page)(chart, form, None)?.into_response());
        };
        if proposed.preview.judgement.judged.digest != digest {
            form.refuse("", "What the rules say of this order has changed since it was shown. Look again.");
            let now = now_text(chart);
            return checked(chart, kind, &mut form, &now);
        }
        if signs && !prove(state, viewer, signed_in, &mut form).await? {
            return checked(chart, kind, &mut form, &at);
        }
    }
    match chart.record(state, &mut form, steps).await? {
        Some(_) => Ok(to.into_response()),
        None => {
            let now = now_text(chart);
            checked(chart, kind, &mut form, &now)
        }
    }
}
