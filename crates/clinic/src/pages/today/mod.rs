//! The day's list: what of all patients is due, in the order of [`Task`]; and the paper for a day without computers.

mod pack;
pub(crate) mod row;

use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::page::{Page, Section, show};
use crate::state::AppState;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::future::try_join_all;
use jiff::ToSpan;
use jiff::civil::Date;
use practice::access::{Actor, Right};
use practice::summary::Summary;
use practice::worklist::{DueBody, Task, day_begins};
use record::{DueLine, Window};
use row::{Row, enquiry_row, row};

pub(crate) fn routes() -> Router<AppState> {
    Router::new().route("/today", get(today)).route("/today/pack", get(pack::pack))
}

/// Rows of a group when all groups are shown.
const GLANCE_ROWS: usize = 25;
/// Rows of a page of one group.
const PAGE_ROWS: usize = 50;
/// How far ahead a person may look: the word, the days, the words of the choice. No days: everything that has a date.
const AHEAD: [(&str, Option<i32>, &str); 5] = [
    ("0", Some(0), "today only"),
    ("7", Some(7), "7 days ahead"),
    ("14", Some(14), "14 days ahead"),
    ("30", Some(30), "30 days ahead"),
    ("all", None, "everything"),
];
const AHEAD_USUAL: &str = "7";

/// What a person chose to see.
#[derive(Debug, Clone)]
struct Chosen {
    kind: Option<Task>,
    house: String,
    ahead: &'static str,
    days: Option<i32>,
    page: usize,
}

impl Chosen {
    fn read(fields: &Fields, houses: &[String]) -> Self {
        let asked = fields.text("ahead");
        let known = |word: &str| AHEAD.into_iter().find(|(known, _, _)| *known == word);
        let (ahead, days, _) = known(asked).or_else(|| known(AHEAD_USUAL)).unwrap_or(("all", None, ""));
        let house = fields.text("house");
        Self {
            kind: Task::by_word(fields.text("kind")),
            house: houses.iter().find(|known| *known == house).cloned().unwrap_or_default(),
            ahead,
            days,
            page: fields.text("page").parse().ok().filter(|page| (1..=10_000).contains(page)).unwrap_or(1),
        }
    }

    /// The address of the same choice with another kind and page.
    fn address(&self, kind: Option<Task>, page: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(kind) = kind {
            query.append_pair("kind", kind.word());
        }
        if !self.house.is_empty() {
            query.append_pair("house", &self.house);
        }
        query.append_pair("ahead", self.ahead);
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        format!("/today?{}", query.finish())
    }
}

struct Group {
    task: Task,
    rows: Vec<Row>,
    /// How many there are in all.
    total: u64,
    /// Place of the first row shown, from 1.
    first: usize,
    last: usize,
    /// All of the kind, if not all are shown.
    all: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "today/today.html")]
struct TodayPage {
    page: Page,
    form: Form,
    groups: Vec<Group>,
    kinds: Vec<(&'static str, &'static str)>,
    houses: Vec<(String, String)>,
    aheads: Vec<(&'static str, &'static str)>,
    day: String,
    chosen: Chosen,
    tomorrow: Date,
}

impl TodayPage {
    fn filtered(&self) -> bool {
        self.chosen.kind.is_some() || !self.chosen.house.is_empty()
    }
}

/// Today in the zone of the page.
pub(crate) fn civil_today(page: &Page) -> Date {
    let now = jiff::Timestamp::from_second(page.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    now.to_zoned(page.zone.clone()).date()
}

/// So many days after a day; the last day of the calendar at most.
pub(crate) fn days_after(day: Date, days: i32) -> Date {
    day.checked_add(days.days()).unwrap_or(Date::MAX)
}

/// A line of the store as it is read.
fn read(line: &DueLine) -> Option<(DueBody, Summary)> {
    Some((serde_json::from_str(&line.due.body).ok()?, serde_json::from_str(&line.summary).ok()?))
}

async fn group(
    state: &AppState,
    page: &Page,
    chosen: &Chosen,
    task: Task,
    window: Window,
    counted: u64,
) -> Result<Option<Group>, PageError> {
    if counted == 0 {
        return Ok(None);
    }
    let alone = chosen.kind.is_some();
    let size = if alone { PAGE_ROWS } else { GLANCE_ROWS };
    let skipped = if alone { (chosen.page - 1).saturating_mul(size) } else { 0 };
    // The store knows no houses, and an enquiry belongs to none yet.
    let count_all = !chosen.house.is_empty() && !task.is_of_enquiry();
    let wanted = skipped.saturating_add(size);
    let limit = if count_all { u32::MAX } else { u32::try_from(wanted).unwrap_or(u32::MAX) };
    let lines = match &page.actor {
        Some(actor) if task.is_of_enquiry() => state.enquiries(actor)?.due(task, window, limit).await?,
        _ => state.patients(&page.sight).due(vec![task.word().to_owned()], window, limit).await?,
    };
    let today = civil_today(page);
    let (rows, total) = if task.is_of_enquiry() {
        let rows = lines.iter().filter_map(|line| enquiry_row(line, page)).skip(skipped).take(size);
        (rows.collect::<Vec<Row>>(), counted)
    } else {
        let read = lines.iter().filter_map(|line| Some((line, read(line)?)));
        // Something may be for another house than the patient's own.
        let whose = |body: &DueBody, summary: &Summary| {
            body.house.as_ref().unwrap_or(&summary.house) == &chosen.house
        };
        let shown: Vec<_> =
            read.filter(|(_, (body, summary))| chosen.house.is_empty() || whose(body, summary)).collect();
        let total = if count_all { shown.len() as u64 } else { counted };
        let rows = shown.into_iter().skip(skipped).take(size);
        let rows = rows.map(|(line, (body, summary))| row(task, line, &body, &summary, page, today));
        (rows.collect(), total)
    };
    if total == 0 {
        return Ok(None);
    }
    let last = skipped + rows.len();
    let more = (last as u64) < total;
    Ok(Some(Group {
        task,
        first: skipped + 1,
        last,
        all: (!alone && more).then(|| chosen.address(Some(task), 1)),
        before: (alone && chosen.page > 1).then(|| chosen.address(Some(task), chosen.page - 1)),
        after: (alone && more).then(|| chosen.address(Some(task), chosen.page + 1)),
        rows,
        total,
    }))
}

async fn today(
    State(state): State<AppState>,
    actor: Actor,
    page: Page,
    uri: Uri,
) -> Result<Response, PageError> {
    actor.require(Right::ReadPatients)?;
    let fields = Fields::parse(uri.query().unwrap_or_default().as_bytes());
    let settings = state.settings().await?;
    let houses = &settings.clinic.houses;
    let chosen = Chosen::read(&fields, houses);
    let today = civil_today(&page);
    // Until the end of the last day, as the clinic's clocks show it.
    let until = chosen.days.map_or(i64::MAX, |days| day_begins(days_after(today, days + 1), &page.zone));
    let window = Window { now: page.now, until };
    let mut counts = state.patients(&page.sight).due_counts(window).await?;
    let open = |task: &Task| !task.is_of_enquiry() || actor.may(Right::AnswerEnquiries);
    if actor.may(Right::AnswerEnquiries) {
        counts.extend(state.enquiries(&actor)?.due_counts(window).await?);
    }
    let asked = Task::ALL.into_iter().filter(|task| chosen.kind.is_none_or(|kind| kind == *task));
    let asked = asked.filter(open);
    let groups = try_join_all(asked.map(|task| {
        let counted = counts.get(task.word()).copied().unwrap_or_default();
        group(&state, &page, &chosen, task, window, counted)
    }));
    let groups = groups.await?.into_iter().flatten().collect();
    let mut kinds = vec![("", "everything")];
    kinds.extend(Task::ALL.into_iter().filter(open).map(|task| (task.word(), task.title())));
    let mut choices = vec![(String::new(), "all houses".to_owned())];
    choices.extend(houses.iter().map(|house| (house.clone(), house.clone())));
    let mut form = Form::new(&state, 0).with("house", chosen.house.clone()).with("ahead", chosen.ahead);
    form = form.with("kind", chosen.kind.map_or("", Task::word));
    Ok(show(&TodayPage {
        groups,
        form,
        kinds,
        houses: choices,
        aheads: AHEAD.iter().map(|(word, _, title)| (*word, *title)).collect(),
        day: today.strftime("%A, %-d %B %Y").to_string(),
        tomorrow: days_after(today, 1),
        chosen,
        page: page.at(Section::Today),
    })?
    .into_response())
}
