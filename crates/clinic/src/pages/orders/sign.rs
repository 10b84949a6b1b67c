//! Signing, the second person's check, refusing.

use super::{Looked, Named, awaits, blank, in_stage, known, look, name_of, stage::Stage, text, to_order};
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer, prove};
use crate::page::{Page, show};
use crate::pages::program::amount;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use practice::access::Right;
use practice::patient::{DraftState, people};
use practice::{Refusal, Step, agrees, asked_again};
use serde_json::Value;

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/orders/{name}/sign", get(ask_sign).post(sign))
        .route("/patients/{id}/orders/{name}/check", get(ask_check).post(check))
        .route("/patients/{id}/orders/{name}/drop", get(ask_drop).post(drop_it))
}

/// Whether the person wrote or signed this draft.
pub(super) fn is_own(chart: &Chart, name: &str) -> bool {
    let Some(draft) = chart.patient.draft(name) else { return false };
    let signed = matches!(&draft.state, DraftState::AwaitsSecond { by, .. } if *by == chart.actor.account);
    signed || draft.by == Some(chart.actor.account)
}

#[derive(Template)]
#[template(path = "orders/sign.html")]
struct SignPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
    writer: String,
}

fn sign_page(chart: &Chart, form: Form, order: Looked) -> Result<Response, PageError> {
    let writer = text(&order.line, "by").to_owned();
    let (page, banner) = (chart.page.clone(), chart.banner());
    Ok(show(&SignPage { page, banner, part: "program", form, order, writer })?.into_response())
}

async fn ask_sign(State(state): State<AppState>, chart: Chart, path: Named) -> Result<Response, PageError> {
    chart.actor.require(Right::SignOrders)?;
    let order = look(&chart, name_of(&path))?;
    in_stage(&order, &[Stage::Written])?;
    let form = blank(&state, &chart)
        .with("digest", order.digest.clone())
        .with("reason", text(&order.line, "reason").to_owned());
    sign_page(&chart, form, order)
}

async fn sign(
    State(state): State<AppState>,
    chart: Chart,
    viewer: Viewer,
    signed_in: SignedIn,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::SignOrders)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    let reason = Some(form.value("reason").to_owned()).filter(|reason| !reason.is_empty());
    let step = Step::Sign { draft: name.clone(), digest: form.value("digest").to_owned(), reason };
    let before = known(&state, form.id).await?;
    let proven =
        before || (!form.fields.is_resumed() && prove(&state, &viewer, &signed_in, &mut form).await?);
    if !proven {
        let order = look(&chart, &name)?;
        in_stage(&order, &[Stage::Written])?;
        return sign_page(&chart, form, order);
    }
    match chart.record(&state, &mut form, vec![step]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => {
            let order = look(&chart, &name)?;
            in_stage(&order, &[Stage::Written])?;
            form.fields.set("digest", order.digest.clone());
            sign_page(&chart, form, order)
        }
    }
}

#[derive(Template)]
#[template(path = "orders/check.html")]
struct CheckPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    order: Looked,
    /// What is typed again.
    asked: &'static str,
    unit: String,
    drug: String,
    strength: String,
    serial: String,
    /// What was typed and agrees; then the order is shown.
    agreed: Option<String>,
    signer: String,
    reason: Vec<String>,
}

fn check_page(
    chart: &Chart,
    form: Form,
    order: Looked,
    agreed: Option<String>,
) -> Result<Response, PageError> {
    let (asked, unit) = asked_again(&order.act).ok_or(PageError::NotFound)?;
    let draft = chart.patient.draft(&order.name);
    let (signer, reason) = match draft.map(|draft| &draft.state) {
        Some(DraftState::AwaitsSecond { name, reason, .. }) => (name.clone(), reason.clone()),
        _ => (String::new(), None),
    };
    let strength = order.line.pointer("/order/program/concentration").and_then(Value::as_str);
    let words = people(&format!("- {unit}"));
    let page = CheckPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        form,
        asked,
        unit: words.trim_start_matches(['-', '\u{a0}']).to_owned(),
        drug: chart.summary.drug.clone().unwrap_or_else(|| "not known".to_owned()),
        strength: strength.map(people).unwrap_or_default(),
        serial: chart.summary.serial.clone().unwrap_or_default(),
        agreed,
        signer,
        reason: reason.iter().flat_map(|reason| super::lines(reason)).collect(),
        order,
    };
    Ok(show(&page)?.into_response())
}

fn may_check(chart: &Chart, order: &Looked) -> Result<(), PageError> {
    in_stage(order, &[Stage::AwaitsSecond])?;
    if is_own(chart, &order.name) {
        return Err(PageError::Unreadable(
            "Somebody else must check this order: you wrote or signed it yourself.".to_owned(),
        ));
    }
    Ok(())
}

async fn ask_check(State(state): State<AppState>, chart: Chart, path: Named) -> Result<Response, PageError> {
    chart.actor.require(Right::CheckOrders)?;
    let order = look(&chart, name_of(&path))?;
    may_check(&chart, &order)?;
    let form = blank(&state, &chart);
    check_page(&chart, form, order, None)
}

async fn check(
    State(state): State<AppState>,
    chart: Chart,
    viewer: Viewer,
    signed_in: SignedIn,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::CheckOrders)?;
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    let again = form.value("agreed").to_owned();
    if form.is("act", "sign") && known(&state, form.id).await? {
        let step = Step::Check { draft: name.clone(), digest: form.value("digest").to_owned(), again };
        chart.record(&state, &mut form, vec![step]).await?;
        return Ok(to_order(&chart, &name));
    }
    let order = look(&chart, &name)?;
    may_check(&chart, &order)?;
    if form.fields.is_resumed() || !form.is("act", "sign") {
        return compared(&chart, form, order);
    }
    let digest = form.value("digest").to_owned();
    if !prove(&state, &viewer, &signed_in, &mut form).await? {
        return check_page(&chart, form, order, Some(again));
    }
    let step = Step::Check { draft: name.clone(), digest, again };
    match chart.record(&state, &mut form, vec![step]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => {
            // Whatever it was, the second person begins again, blind.
            form.fields.remove("agreed");
            form.fields.remove("again");
            check_page(&chart, form, order, None)
        }
    }
}

/// What the second person typed beside what the order says. The order's own amount is shown only once they agree.
fn compared(chart: &Chart, mut form: Form, order: Looked) -> Result<Response, PageError> {
    let (asked, unit) = asked_again(&order.act).ok_or(PageError::NotFound)?;
    if form.value("again").is_empty() {
        form.refuse("again", format!("Type {asked} as you would order it"));
        return check_page(chart, form, order, None);
    }
    let Some(Value::String(typed)) = amount(&mut form, "again", unit) else {
        return check_page(chart, form, order, None);
    };
    match agrees(&order.act, &typed, &chart.rules) {
        Ok(true) => {
            form.fields.set("agreed", typed.clone());
            form.fields.set("digest", order.digest.clone());
            check_page(chart, form, order, Some(typed))
        }
        Ok(false) => {
            form.refuse(
                "again",
                format!(
                    "What you typed, {}, is not what the order says. Ask the person who signed what was meant. If the order is wrong, refuse it",
                    people(&typed)
                ),
            );
            check_page(chart, form, order, None)
        }
        Err(Refusal::Field { message, .. }) => {
            form.refuse("again", format!("This {message}"));
            check_page(chart, form, order, None)
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "orders/drop.html")]
struct DropPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    name: String,
    kind: String,
    signed: bool,
}

fn drop_page(chart: &Chart, form: Form, name: &str) -> Result<Response, PageError> {
    let draft = chart.patient.draft(name).filter(|draft| draft.is_open()).ok_or(PageError::NotFound)?;
    // A draft that no longer fits the record must still be dropped: nothing is judged here.
    let kind = practice::patient::line_title(&draft.line);
    let kind = if is_own(chart, name) || !awaits(&draft.state) { kind } else { "Order".to_owned() };
    let page = DropPage {
        page: chart.page.clone(),
        banner: chart.banner(),
        part: "program",
        form,
        name: name.to_owned(),
        kind,
        signed: awaits(&draft.state),
    };
    Ok(show(&page)?.into_response())
}

async fn ask_drop(State(state): State<AppState>, chart: Chart, path: Named) -> Result<Response, PageError> {
    drop_page(&chart, blank(&state, &chart), name_of(&path))
}

async fn drop_it(
    State(state): State<AppState>,
    chart: Chart,
    path: Named,
    fields: Fields,
) -> Result<Response, PageError> {
    let name = name_of(&path).to_owned();
    let mut form = Form::posted(fields)?;
    if form.fields.is_resumed() {
        return drop_page(&chart, form, &name);
    }
    let reason = form.required("reason", "Say why the order is refused or dropped");
    if form.is_refused() {
        return drop_page(&chart, form, &name);
    }
    match chart.record(&state, &mut form, vec![Step::Drop { draft: name.clone(), reason }]).await? {
        Some(_) => Ok(to_order(&chart, &name)),
        None => drop_page(&chart, form, &name),
    }
}
