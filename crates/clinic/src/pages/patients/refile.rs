//! What was filed on the wrong patient goes to whom it belongs.

use super::Found;
use super::two::{Side, other, others, refused};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, show};
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use practice::Other;
use practice::access::Right;
use practice::patient::line_title;

/// A line that is moved.
struct Moving {
    id: String,
    title: String,
    when: String,
    is_order: bool,
}

#[derive(Template)]
#[template(path = "patients/refile.html")]
struct RefilePage {
    page: Page,
    form: Form,
    from: Side,
    to: Option<Side>,
    lines: Vec<Moving>,
    typed: String,
    hits: Vec<Found>,
    more: bool,
}

impl RefilePage {
    /// A signed order is not moved.
    fn holds_order(&self) -> bool {
        self.lines.iter().any(|line| line.is_order)
    }

    /// The address of this page, to which the chosen patient is added.
    fn choosing(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for line in &self.lines {
            query.append_pair("line", &line.id);
        }
        format!("/patients/{}/refile?{}&", self.from.id, query.finish())
    }
}

/// The lines that are meant, as they stand; nothing if one of them does not.
fn moving(chart: &Chart, fields: &Fields) -> Option<Vec<Moving>> {
    let mut lines: Vec<Moving> = Vec::new();
    for id in fields.all("line") {
        let placed = chart.patient.line(id)?;
        if lines.iter().any(|known| known.id == id) {
            continue;
        }
        let at = placed.line.line.get("at").and_then(serde_json::Value::as_str).unwrap_or_default();
        let unix = at.parse::<jiff::Timestamp>().map(|at| at.as_second());
        lines.push(Moving {
            id: id.to_owned(),
            title: line_title(&placed.line.line),
            when: unix.map_or_else(|_| at.to_owned(), |unix| chart.page.moment(unix)),
            is_order: placed.line.line.get("order").is_some(),
        });
    }
    (!lines.is_empty()).then_some(lines)
}

pub(super) async fn ask(
    State(state): State<AppState>,
    chart: Chart,
    uri: Uri,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let lines = moving(&chart, &fields).ok_or(PageError::NotFound)?;
    let to = other(&state, &chart, fields.text("other")).await?.map(|(_, side)| side);
    let mut form = chart.form(&state);
    if let Some(to) = &to {
        form = form.with("other", to.id.clone()).with("expected-other", to.version.to_string());
    }
    let typed = fields.text("q").to_owned();
    let (hits, more) = others(&state, &chart, &typed).await?;
    let from = Side::of(&chart.patient, &chart.summary, &chart.page);
    let page = chart.page.clone();
    Ok(show(&RefilePage { page, form, from, to, lines, typed, hits, more })?.into_response())
}

pub(super) async fn refile(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let resumed = fields.is_resumed();
    let mut form = Form::posted(fields)?;
    let chosen = form.value("other").to_owned();
    let Some((to, _)) = other(&state, &chart, &chosen).await? else { return Err(PageError::NotFound) };
    if !resumed {
        let reason = form.required("reason", "Say what happened, such as “two records were open”");
        if !form.is("sure", "yes") {
            form.refuse("sure", "Confirm that this belongs to the patient on the right");
        }
        let expected = form.value("expected-other").parse();
        let expected = expected
            .map_err(|_| PageError::Unreadable("The form is not complete. Open it anew.".to_owned()))?;
        if !form.is_refused() {
            let handed = practice::Form {
                id: form.id,
                patient: chart.patient.id,
                expected: form.expected,
                now: chart.page.now,
            };
            let (target, ids) =
                (Other { patient: to.id, expected }, form.fields.all("line").map(str::to_owned).collect());
            match state.practice().refile(&chart.actor, handed, target, ids, reason, &chart.rules).await {
                Ok(_) => return Ok(Redirect::to(&format!("/patients/{}/timeline", to.id)).into_response()),
                Err(refusal) => refused(&state, &chart, &mut form, to.id, refusal).await?,
            }
        }
    }
    let lines = moving(&chart, &form.fields).unwrap_or_default();
    let to = other(&state, &chart, &chosen).await?.map(|(_, side)| side);
    let from = Side::of(&chart.patient, &chart.summary, &chart.page);
    let page = chart.page.clone();
    let shown =
        RefilePage { page, form, from, to, lines, typed: String::new(), hits: Vec::new(), more: false };
    let status = if resumed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, show(&shown)?).into_response())
}
