//! Notices of makers: whom they reach among the clinic's own patients, and what became of it.

mod patient;
mod reach;

use crate::error::PageError;
use crate::form::Fields;
use crate::page::{Page, Section, show};
use crate::pages::patients::Found;
use crate::pages::today::civil_today;
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use catalogue::{Reach, Recall};
use practice::access::{Actor, Right};
use practice::rules::Rules;
use practice::summary::Summary;
use reach::{Touched, notice, touched};
use record::After;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/recalls", get(all))
        .route("/recalls/{notice}", get(one))
        .route("/patients/{id}/recalls", get(patient::ask).post(patient::handle))
}

/// Summaries read at a time.
const READ_AT_ONCE: u32 = 1_000;
/// Patients of one page of a notice.
const PAGE_ROWS: usize = 100;

/// How a notice is shown.
#[derive(Debug, Clone)]
pub(super) struct Notice {
    pub(super) id: String,
    pub(super) date: String,
    pub(super) title: String,
    pub(super) what: String,
    pub(super) what_to_do: String,
    pub(super) numbers: Vec<String>,
    /// Which devices, by dates, serial numbers and lots, in words.
    pub(super) scope: Vec<String>,
    pub(super) grade: String,
    pub(super) unverified: bool,
    pub(super) sources: Vec<String>,
}

/// How many patients a notice reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counts {
    inside: usize,
    maybe: usize,
    handled: usize,
}

impl Counts {
    fn add(&mut self, touched: &Touched) {
        match touched.reach {
            Reach::Inside => self.inside += 1,
            Reach::NotExcluded => self.maybe += 1,
            Reach::Outside => return,
        }
        self.handled += usize::from(touched.handled);
    }

    const fn open(&self) -> usize {
        (self.inside + self.maybe).saturating_sub(self.handled)
    }
}

/// Every patient with a pump who lives and whose record is in use, by name.
async fn with_pumps(state: &AppState, page: &Page) -> Result<Vec<(record::Id, Summary)>, PageError> {
    let (mut after, mut all) = (None, Vec::new());
    let patients = state.patients(&page.sight);
    loop {
        let page = patients.summaries(after.take(), READ_AT_ONCE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        let next = After { order: last.order.clone(), id: last.stream.id };
        let is_last = page.len() < READ_AT_ONCE as usize;
        all.extend(page.iter().filter_map(|line| {
            let summary: Summary = serde_json::from_str(&line.summary).ok()?;
            let counts = summary.died.is_none() && summary.merged_into.is_none() && summary.pump_id.is_some();
            counts.then_some((line.stream.id, summary))
        }));
        if is_last {
            return Ok(all);
        }
        after = Some(next);
    }
}

#[derive(Template)]
#[template(path = "recalls/all.html")]
struct AllPage {
    page: Page,
    notices: Vec<(Notice, Counts)>,
    patients: usize,
}

async fn all(State(state): State<AppState>, actor: Actor, page: Page) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let rules = state.rules().await?;
    let patients = with_pumps(&state, &page).await?;
    let mut notices: Vec<(&Recall, Counts)> =
        rules.catalogue.recalls().iter().map(|recall| (recall, Counts::default())).collect();
    for (_, summary) in &patients {
        for (recall, counts) in &mut notices {
            if let Some(touched) = touched(recall, summary) {
                counts.add(&touched);
            }
        }
    }
    // What somebody still has to look at comes first, the newest before older ones.
    notices.sort_by_key(|(recall, counts)| {
        let year = recall.date.map(|date| date.first_day());
        (counts.open() == 0, core::cmp::Reverse(year))
    });
    let shown = notices.into_iter().map(|(recall, counts)| (notice(recall, &rules), counts)).collect();
    let page = page.at(Section::Recalls);
    Ok(show(&AllPage { page, notices: shown, patients: patients.len() })?.into_response())
}

struct Affected {
    found: Found,
    touched: Touched,
}

#[derive(Template)]
#[template(path = "recalls/one.html")]
struct OnePage {
    page: Page,
    notice: Notice,
    counts: Counts,
    rows: Vec<Affected>,
    total: usize,
    first: usize,
    open_only: bool,
    before: Option<String>,
    after: Option<String>,
    may_handle: bool,
}

fn known<'a>(rules: &'a Rules, id: &str) -> Result<&'a Recall, PageError> {
    rules.catalogue.recalls().iter().find(|recall| recall.id == id).ok_or(PageError::NotFound)
}

async fn one(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let rules = state.rules().await?;
    let recall = known(&rules, &id)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let open_only = fields.text("show") != "all";
    let number =
        fields.text("page").parse().ok().filter(|page| (1..=10_000_usize).contains(page)).unwrap_or(1);
    let mut counts = Counts::default();
    let mut affected = Vec::new();
    for (id, summary) in with_pumps(&state, &page).await? {
        let Some(touched) = touched(recall, &summary).filter(|touched| touched.reach != Reach::Outside)
        else {
            continue;
        };
        counts.add(&touched);
        if !open_only || !touched.handled {
            affected.push((id, summary, touched));
        }
    }
    // Those who are surely reached before those who may be; by name within.
    affected.sort_by_key(|(_, _, touched)| touched.reach != Reach::Inside);
    let total = affected.len();
    let skipped = (number - 1) * PAGE_ROWS;
    let today = civil_today(&page);
    let rows: Vec<Affected> = affected
        .into_iter()
        .skip(skipped)
        .take(PAGE_ROWS)
        .map(|(id, summary, touched)| Affected { found: Found::of(id, summary, today), touched })
        .collect();
    let address = |number: usize| {
        format!("/recalls/{}?show={}&page={number}", recall.id, if open_only { "open" } else { "all" })
    };
    Ok(show(&OnePage {
        notice: notice(recall, &rules),
        counts,
        first: skipped + 1,
        before: (number > 1).then(|| address(number - 1)),
        after: (skipped + rows.len() < total).then(|| address(number + 1)),
        rows,
        total,
        open_only,
        may_handle: actor.may(Right::RecordReports),
        page: page.at(Section::Recalls),
    })?
    .into_response())
}
