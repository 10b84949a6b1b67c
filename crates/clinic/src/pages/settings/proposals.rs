//! What two persons decide, second half: looking at what would change, approving with the password, or refusing.

use super::propose::text_in_force;
use super::{Frame, People, save, title, words_of};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::frame::{SignedIn, Viewer, prove};
use crate::page::{Page, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use practice::access::{Denied, Right, Role};
use practice::settings::{Change, Open, Proposal, Verdict};
use similar::{ChangeTag, TextDiff};
use therapy::Protocol;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/settings/proposals/{number}", get(ask).post(decide))
}

#[derive(Template)]
#[template(path = "settings/proposal.html")]
struct ProposalPage {
    page: Page,
    frame: Frame,
    form: Form,
    number: u64,
    title: String,
    by: String,
    when: String,
    may_approve: bool,
    own: bool,
    rows: Vec<(String, String)>,
    diff: Vec<DiffLine>,
}

/// A line that differs, or one beside it.
struct DiffLine {
    tag: ChangeTag,
    text: String,
}

impl DiffLine {
    fn is_gone(&self) -> bool {
        self.tag == ChangeTag::Delete
    }

    fn is_new(&self) -> bool {
        self.tag == ChangeTag::Insert
    }
}

/// Lines shown around a change.
const AROUND: usize = 2;

fn diff(before: &str, after: &str) -> Vec<DiffLine> {
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    for (index, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if index > 0 {
            lines.push(DiffLine { tag: ChangeTag::Equal, text: "…".to_owned() });
        }
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            lines.push(DiffLine { tag: change.tag(), text: change.value().trim_end().to_owned() });
        }
    }
    lines
}

/// What would change, in rows.
async fn rows(state: &AppState, proposal: &Proposal) -> Result<Vec<(String, String)>, PageError> {
    Ok(match proposal {
        Proposal::Limits { .. } | Proposal::DefaultLimits => Vec::new(),
        Proposal::DeviceNumber(number) => vec![
            ("Device".to_owned(), number.model.clone()),
            ("Number".to_owned(), words_of(&number.field).to_owned()),
            ("Value".to_owned(), number.value.clone()),
            ("Manual".to_owned(), number.manual.clone()),
        ],
        Proposal::Access { matrix } => {
            let now = &state.settings().await?.access;
            let mut rows = Vec::new();
            for role in Role::ALL {
                let (before, after) = (now.rights(*role), matrix.rights(*role));
                for right in Right::ALL {
                    let change = match (before.has(*right), after.has(*right)) {
                        (false, true) => "may from now on: ",
                        (true, false) => "may no longer: ",
                        _ => continue,
                    };
                    rows.push((role.title().to_owned(), format!("{change}{}", right.title())));
                }
            }
            rows
        }
    })
}

async fn proposal_page(
    state: &AppState,
    signed_in: &SignedIn,
    page: Page,
    form: Form,
    open: &Open,
) -> Result<Response, PageError> {
    let people = People::load(state).await?;
    let diff = match &open.proposal {
        Proposal::Limits { text } => diff(&text_in_force(state).await?, text),
        Proposal::DefaultLimits => diff(&text_in_force(state).await?, Protocol::embedded_text()),
        _ => Vec::new(),
    };
    let frame = Frame::new(page, "/settings");
    let own = open.by == Some(signed_in.actor.account);
    let shown = ProposalPage {
        number: open.number,
        title: title(&open.proposal),
        by: people.name(open.by),
        when: frame.page.moment(open.proposed),
        may_approve: !own && signed_in.actor.may(Right::ApproveSettings),
        own,
        rows: rows(state, &open.proposal).await?,
        diff,
        page: frame.page.clone(),
        frame,
        form,
    };
    let refused = shown.form.is_refused() || !shown.form.moved.is_empty();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, show(&shown)?).into_response())
}

/// The proposal, for those who may propose or approve.
async fn found(state: &AppState, signed_in: &SignedIn, number: u64) -> Result<Open, PageError> {
    let actor = &signed_in.actor;
    if !actor.may(Right::Settings) && !actor.may(Right::ApproveSettings) {
        return Err(Denied { right: Right::ApproveSettings, role: actor.role }.into());
    }
    state.settings().await?.open(number).cloned().ok_or(PageError::NotFound)
}

async fn ask(
    State(state): State<AppState>,
    signed_in: SignedIn,
    page: Page,
    Path(number): Path<u64>,
) -> Result<Response, PageError> {
    let open = found(&state, &signed_in, number).await?;
    let form = Form::new(&state, state.settings().await?.version);
    proposal_page(&state, &signed_in, page, form, &open).await
}

async fn decide(
    State(state): State<AppState>,
    viewer: Viewer,
    signed_in: SignedIn,
    page: Page,
    Path(number): Path<u64>,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut form = Form::posted(fields)?;
    let open = match found(&state, &signed_in, number).await {
        // Sent twice, or decided meanwhile: the overview shows how it stands.
        Err(PageError::NotFound) => return Ok(Redirect::to("/settings").into_response()),
        other => other?,
    };
    let approved = form.value("verdict") == "approve";
    if approved {
        signed_in.actor.require(Right::ApproveSettings)?;
    }
    let verdict = Verdict { number, approved, reason: form.value("reason").to_owned() };
    let proven = prove(&state, &viewer, &signed_in, &mut form).await?;
    let decided =
        proven && save(&state, &signed_in.actor, &page, &mut form, Change::Decided(verdict)).await?;
    if decided {
        return Ok(Redirect::to("/settings").into_response());
    }
    proposal_page(&state, &signed_in, page, form, &open).await
}
