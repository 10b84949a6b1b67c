//! Looks after a test dose: the grid of hours, and the forms that record a dose, a look and a test catheter.

use super::screening::{around, made, ordered};
use crate::error::PageError;
use crate::form::{Fields, Form};
use crate::pages::assessments::entry::{line, options};
use crate::patient::Chart;
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use practice::Step;
use practice::access::Right;
use practice::path::trial::{Answer, Awake, Event, Given, Route, VITALS, Vitals, slots};
use practice::patient::PatientEvent;
use pump::PumpTime;
use scales::{Entry, Score};
use therapy::pathway::sheet;
use therapy::pathway::trial::{Look, after_words};

/// Something that can be scored after a dose, because it was scored before it.
pub(super) struct Cell {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) options: Vec<(String, String)>,
    /// The score before the dose.
    before: Score,
}

/// A line of the grid.
pub(super) struct Line {
    pub(super) when: String,
    pub(super) cells: Vec<String>,
    /// It should have been looked at and was not.
    pub(super) late: bool,
}

/// What was scored before a dose, each with a field for after it.
pub(super) fn spots(course: &therapy::Course<'_>, given_at: i64) -> Vec<Cell> {
    let at = course.clock.at(given_at);
    let (before, _) = around(&course.scores, at, at);
    let cell = |(place, (_, score)): (usize, &&(PumpTime, Score))| Cell {
        field: format!("score.{place}"),
        label: format!("{} (before: {})", score.what(), score.value()),
        options: options(score.scale().values())
            .into_iter()
            .map(|option| (option.value.clone(), format!("{}{}", option.value, option.says)))
            .collect(),
        before: score.clone(),
    };
    before.iter().enumerate().map(cell).collect()
}

/// A look within so many seconds of its time is one at its time.
const NEAR_SECONDS: i64 = 10 * 60;

fn number(value: Option<u16>) -> String {
    value.map_or_else(|| "\u{2013}".to_owned(), |value| value.to_string())
}

/// The heads and lines of the grid of a dose: before it, and each time at which somebody looks.
pub(super) fn grid(
    chart: &Chart,
    clock: pump::PumpClock,
    given: &Given,
    before: &[&(PumpTime, Score)],
    after: &[&(PumpTime, Score)],
) -> (Vec<String>, Vec<Line>) {
    let mut columns = vec!["Blood pressure".to_owned(), "Pulse".to_owned(), "Breaths".to_owned()];
    columns.extend(["Oxygen".to_owned(), "Awake".to_owned()]);
    columns.extend(before.iter().map(|(_, score)| score.what()));
    columns.push("Answer and note".to_owned());
    let empty = |count: usize| std::iter::repeat_n("\u{2013}".to_owned(), count);
    let mut first: Vec<String> = empty(5).collect();
    first.extend(before.iter().map(|(_, score)| score.value()));
    first.push(String::new());
    let mut lines = vec![Line { when: "before".to_owned(), cells: first, late: false }];
    let shift = clock.at(0).0;
    for slot in slots(given.at, &chart.rules) {
        let inside = |at: i64| (slot.from..slot.until).contains(&at);
        let seen = given.seen.iter().rev().find(|seen| inside(seen.at));
        let scored = |score: &Score| {
            let same =
                after.iter().rev().find(|(at, later)| later.compares_with(score) && inside(at.0 - shift));
            same.map_or_else(|| "\u{2013}".to_owned(), |(_, score)| score.value())
        };
        // Whoever looked at another time is shown with that time.
        let other = seen.filter(|seen| (seen.at - slot.at).abs() > NEAR_SECONDS);
        let other = other.map(|seen| format!("; looked {}", chart.page.moment(seen.at))).unwrap_or_default();
        let mut cells = match seen {
            Some(seen) => {
                let vitals = &seen.vitals;
                let pressure = match (vitals.systolic, vitals.diastolic) {
                    (None, None) => "\u{2013}".to_owned(),
                    (upper, lower) => format!("{}/{}", number(upper), number(lower)),
                };
                vec![
                    pressure,
                    number(vitals.pulse),
                    number(vitals.breaths),
                    vitals.oxygen.map_or_else(|| "\u{2013}".to_owned(), |oxygen| format!("{oxygen}\u{a0}%")),
                    vitals.awake.map_or("\u{2013}", Awake::words).to_owned(),
                ]
            }
            None => empty(5).collect(),
        };
        cells.extend(before.iter().map(|(_, score)| scored(score)));
        cells.push(seen.map_or_else(String::new, |seen| {
            let note = if seen.note.is_empty() { String::new() } else { format!(". {}", seen.note) };
            format!("{}{note}", seen.answer.words())
        }));
        let what = if slot.kind == Look::Scored { "" } else { ", vital signs" };
        lines.push(Line {
            when: format!("{} ({}){what}{other}", after_words(slot.minutes), hour(chart, slot.at)),
            cells,
            late: seen.is_none() && slot.at <= chart.page.now,
        });
    }
    (columns, lines)
}

/// What of the readiness sheet is not answered with yes; the sheet itself if nobody answered it.
pub(super) fn not_ready(chart: &Chart) -> Vec<String> {
    const SHEET: &str = "test-readiness";
    let Some(sheet) = sheet::by_id(SHEET) else { return Vec::new() };
    let Some(kept) = chart.patient.path.sheets.last(SHEET) else {
        return vec!["nobody has gone through the readiness sheet".to_owned()];
    };
    let answers = &kept.answered.answers;
    let yes_no = |question: &&sheet::Question| matches!(&question.kind, sheet::Kind::Choice(options) if options.iter().any(|(word, _)| word == "no"));
    let asked = sheet.questions().filter(|question| question.needed).filter(yes_no);
    let against = asked.filter(|question| {
        answers.get(&question.id).is_none_or(|given| given.iter().any(|one| one != "yes"))
    });
    against.map(|question| question.ask.clone()).collect()
}

/// The time of day of a moment.
fn hour(chart: &Chart, at: i64) -> String {
    let at = jiff::Timestamp::from_second(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    at.to_zoned(chart.page.zone.clone()).strftime("%H:%M").to_string()
}

async fn recorded(
    state: &AppState,
    chart: &Chart,
    mut form: Form,
    steps: Vec<Step>,
) -> Result<Response, PageError> {
    if let Some(done) = chart.done(state, &mut form, steps, "screening").await? {
        return Ok(done);
    }
    made(chart, form)
}

fn step(event: Event, happened: i64) -> Step {
    Step::Event { event: PatientEvent::Trial(event), happened }
}

/// A test dose went in.
pub(super) async fn given(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let at = form.when("at", &chart.page);
    let wanted = form.value("order").to_owned();
    let order = ordered(&chart).into_iter().find(|order| order.order == wanted);
    if order.is_none() {
        form.refuse("", "This order was given already, or is not signed: look at what is recorded now.");
    }
    let route = Route::WORDS.iter().find(|(word, _, _)| form.is("route", word)).map(|(_, route, _)| *route);
    if route.is_none() {
        form.refuse("route", "Say by which way it went in");
    }
    let again = form.required("again", "Type the dose that went in, in micrograms");
    if let Some(order) = &order
        && !again.is_empty()
        && format!("{again} ug").parse::<quantity::Mass>().ok()
            != order.written.parse::<quantity::Mass>().ok()
    {
        form.refuse("again", format!("This is not what was ordered ({}). If another dose went in, record it under Test doses as it was", order.dose));
    }
    let note = form.value("note").to_owned();
    let against = not_ready(&chart);
    if !against.is_empty() && note.is_empty() {
        form.refuse("note", "The readiness sheet does not say that everything is ready: write down why the dose was given all the same");
    }
    let steps = at.zip(order).zip(route).map(|((at, order), route)| {
        let id = chart.patient.next_line_id("test");
        step(Event::Given { id, dose: order.written, order: order.order, route, note }, at.unix)
    });
    recorded(&state, &chart, form, steps.into_iter().collect()).await
}

/// The patient was looked at.
pub(super) async fn looked(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let at = form.when("at", &chart.page);
    let stand = chart.stand()?;
    let dose = chart.patient.path.trial.watched(&chart.patient).cloned();
    let Some(dose) = dose else {
        form.refuse("", "No test dose is being watched any more.");
        return recorded(&state, &chart, form, Vec::new()).await;
    };
    let mut vitals = Vitals::default();
    for (word, label, unit, least, most) in VITALS {
        let typed = form.value(word).to_owned();
        let read = typed.parse::<u16>().ok().filter(|number| (least..=most).contains(number));
        if !typed.is_empty() && read.is_none() {
            form.refuse(word, format!("{label} takes a whole number from {least} to {most} {unit}"));
        }
        vitals = vitals.with(word, read);
    }
    vitals.awake =
        Awake::WORDS.iter().find(|(word, _, _)| form.is("awake", word)).map(|(_, awake, _)| *awake);
    if vitals == Vitals::default() {
        form.refuse("systolic", "Nothing was measured: give at least one of the vital signs");
    }
    let answer =
        Answer::WORDS.iter().find(|(word, _, _)| form.is("answer", word)).map(|(_, answer, _)| *answer);
    if answer.is_none() {
        form.refuse("answer", "Say how the patient answers the dose");
    }
    let note = form.value("note").to_owned();
    if answer.is_some_and(|answer| answer != Answer::AsHoped) && note.is_empty() {
        form.refuse("note", "Write down what was seen and done");
    }
    let asleep = matches!(vitals.awake, Some(Awake::Pain | Awake::Unresponsive));
    if asleep && answer == Some(Answer::AsHoped) {
        form.refuse(
            "answer",
            "A patient who answers to pain only, or not at all, is out of the way: say excessive or adverse",
        );
    }
    let mut scores = Vec::new();
    for spot in spots(&stand.course, dose.at) {
        let value = form.value(&spot.field).to_owned();
        if value.is_empty() {
            continue;
        }
        let before = &spot.before;
        let entry = Entry { value: Some(&value), site: before.site(), goal: before.goal(), items: &[] };
        match Score::read(before.scale(), entry) {
            Ok(score) => scores.push(score),
            Err(error) => form.refuse(&spot.field, error.to_string()),
        }
    }
    drop(stand);
    let mut steps = Vec::new();
    if let Some((at, answer)) = at.zip(answer) {
        steps.push(step(Event::Looked { dose: dose.id.clone(), vitals, answer, note }, at.unix));
        let by = &chart.actor.name;
        steps.extend(scores.iter().map(|score| Step::Report { line: line(score, &at.text, by) }));
    }
    recorded(&state, &chart, form, steps).await
}

/// A test catheter was put in or taken out.
pub(super) async fn catheter(
    State(state): State<AppState>,
    chart: Chart,
    fields: Fields,
) -> Result<Response, PageError> {
    chart.actor.require(Right::RecordReports)?;
    let mut form = Form::posted(fields)?;
    let at = form.when("at", &chart.page);
    let event = if chart.patient.path.trial.catheter_in().is_some() {
        let note = form.required("catheter.note", "Say whether it came out whole and how the place looks");
        Event::CatheterRemoved { note }
    } else {
        let level = form.required("catheter.level", "Give the level of its tip, such as T10");
        Event::CatheterPlaced { level, note: form.value("catheter.note").to_owned() }
    };
    let steps = at.map(|at| step(event, at.unix));
    recorded(&state, &chart, form, steps.into_iter().collect()).await
}
