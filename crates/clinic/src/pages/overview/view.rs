//! What the overview shows, in words.

use super::data::millilitres;
use crate::patient::{Chart, sentence};
use charts::ChartTable;
use jiff::civil::Date;
use practice::patient::{DraftState, OpenFinding, Stand, draft_title, line_title};
use practice::summary::{Flow, micrograms};
use pump::PumpTime;
use therapy::judge::Missing;
use therapy::outlook::Outlook;
use therapy::{OrderState, date_in_words, decimal, expected_volume};
use twin::{CalibrationLimit, LimitedBy, RBig, civil};

/// A chart in both its shapes, with the same values as a table.
pub(crate) struct Drawing {
    pub(crate) wide: String,
    pub(crate) narrow: String,
    pub(crate) table: ChartTable,
}

impl Drawing {
    /// Drawn by this function in each shape.
    pub(crate) fn new(draw: impl Fn(charts::Shape) -> charts::Drawn) -> Self {
        let (wide, narrow) = (draw(charts::Shape::Wide), draw(charts::Shape::Narrow));
        Self { wide: wide.svg, narrow: narrow.svg, table: wide.table }
    }
}

/// An open finding, for people.
pub(crate) struct Found {
    pub(crate) rule: &'static str,
    pub(crate) level: &'static str,
    pub(crate) says: &'static str,
    pub(crate) numbers: Vec<(String, String)>,
    pub(crate) exits: &'static [&'static str],
    pub(crate) formula: &'static str,
    pub(crate) source: &'static str,
    /// What opened it, and the address of that line in the timeline.
    pub(crate) line: Option<(String, String)>,
    /// What an order lacks; a report lacks nothing, it has to be dealt with.
    pub(crate) needs: Option<&'static str>,
    /// Whether saying how it was dealt with ends it.
    pub(crate) closes: bool,
}

impl Found {
    pub(crate) fn new(chart: &Chart, open: &OpenFinding) -> Self {
        let about = open.rule.about();
        let line = open.line.as_deref().and_then(|id| chart.patient.line(id));
        let line = line.map(|placed| {
            let address = {
                let version = placed.version;
                format!("/patients/{}/timeline?entry={version}#entry-{version}", chart.patient.id)
            };
            (line_title(&placed.line.line), address)
        });
        Self {
            rule: about.id,
            level: open.level.word(),
            says: about.says,
            numbers: crate::pages::for_people(&open.numbers),
            exits: about.exits,
            formula: about.formula,
            source: about.source,
            closes: open.line.is_some() && open.missing.is_none(),
            line,
            needs: open.missing.map(|missing| match missing {
                Missing::Refused => {
                    "The order is refused: take one of its ways out, and say that it was not entered."
                }
                Missing::Reason => "The order needs a reason.",
                Missing::SecondPerson => "The order needs a second person.",
            }),
        }
    }

    /// Its weight, as a word for people.
    pub(crate) fn weight(&self) -> &'static str {
        crate::pages::level_words(self.level)
    }

    /// Whether it rests on a number that nobody has verified.
    pub(crate) fn unverified(&self) -> bool {
        self.source.contains("(U)") || self.source.contains("unverified")
    }
}

/// An order that still waits: for a signature, or for somebody to say what is in the pump.
pub(crate) struct Waiting {
    pub(crate) id: String,
    pub(crate) what: String,
    pub(crate) state: String,
    pub(crate) next: &'static str,
    pub(crate) critical: bool,
}

/// What waits, the most pressing first.
pub(crate) fn waiting(chart: &Chart, stand: &Stand<'_>) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    for record in &stand.course.orders {
        let (next, critical) = match record.state {
            OrderState::Unknown => ("Interrogate the pump and say what it runs", true),
            OrderState::Ordered => ("Confirm what the programmer shows", true),
            _ => continue,
        };
        let what = chart.patient.line(&record.event.id).map(|placed| line_title(&placed.line.line));
        waiting.push(Waiting {
            id: record.event.id.clone(),
            what: what.unwrap_or_else(|| record.event.id.clone()),
            state: sentence(record.state.words()),
            next,
            critical,
        });
    }
    waiting.sort_by_key(|it| it.next != "Interrogate the pump and say what it runs");
    for draft in chart.patient.drafts.iter().filter(|draft| draft.is_open()) {
        let (state, next) = match &draft.state {
            DraftState::AwaitsSecond { name, at, .. } => (
                format!("Signed by {name} on {}; a second person must check.", chart.page.moment(*at)),
                "Check it as second person",
            ),
            _ => (
                format!("Written on {}; nobody has signed.", chart.page.moment(draft.at)),
                "Read and sign it",
            ),
        };
        waiting.push(Waiting {
            id: draft.id.clone(),
            what: draft_title(&draft.line),
            state,
            next,
            critical: false,
        });
    }
    waiting
}

/// Whether drug flows, since when, and what.
pub(crate) struct State {
    /// "good", "warn", "stop" or "quiet".
    pub(crate) class: &'static str,
    pub(crate) words: &'static str,
    pub(crate) since: Option<String>,
    pub(crate) why: Option<String>,
    pub(crate) program: Option<String>,
}

pub(crate) fn state(chart: &Chart, stand: &Stand<'_>) -> State {
    let course = &stand.course;
    let gap = course.interruptions.iter().find(|gap| gap.until.is_none());
    let running = course.running();
    let empty = stand.outlook.as_ref().and_then(|outlook| outlook.forecast.empty_at);
    let empty = empty.filter(|at| *at <= stand.now);
    let unknown = course.orders.iter().find(|record| record.state == OrderState::Unknown);
    let (class, since, why) = match chart.summary.flow {
        Flow::Running => ("good", running.map(|running| running.since), None),
        Flow::MinimumRate => ("warn", running.map(|running| running.since), None),
        Flow::Stopped if empty.is_some() => {
            ("stop", empty, Some("the reservoir is empty by calculation".to_owned()))
        }
        Flow::Stopped => (
            "stop",
            gap.and_then(|gap| gap.from).or_else(|| running.map(|running| running.since)),
            gap.map(|gap| gap.cause.clone()),
        ),
        Flow::Unknown => (
            "stop",
            unknown.map(|record| course.time(record.event.at)).or_else(|| gap.and_then(|gap| gap.from)),
            unknown
                .map(|_| "an order was entered, and the pump was not seen running it".to_owned())
                .or_else(|| gap.map(|gap| gap.cause.clone())),
        ),
        Flow::NoPump | Flow::Explanted | Flow::NotProgrammed => ("quiet", None, None),
    };
    let program = running.filter(|_| chart.patient.has_pump()).map(|running| {
        let dose = micrograms(&running.dose_per_day());
        format!("{}, {dose}\u{a0}micrograms per 24\u{a0}h", running.mode.replace('-', " "))
    });
    State { class, words: chart.summary.flow.words(), since: since.and_then(at_words), why, program }
}

/// A time on the course's clock, for people.
pub(crate) fn at_words(at: PumpTime) -> Option<String> {
    let at = civil(at)?;
    Some(format!("{} {:02}:{:02}", date_in_words(at.date()), at.hour(), at.minute()))
}

/// One date that comes.
pub(crate) struct Next {
    pub(crate) what: &'static str,
    pub(crate) date: String,
    pub(crate) note: String,
    /// "past", "soon" or "".
    pub(crate) class: &'static str,
}

const fn limit_words(limit: LimitedBy) -> &'static str {
    match limit {
        LimitedBy::Alarm => "limited by the low-reservoir alarm, less the lead time",
        LimitedBy::EarlyEmpty => "limited by an early empty reservoir, less the lead time",
        LimitedBy::Stability => "limited by how long the drug keeps in the pump",
        LimitedBy::Service => "limited by the end of the pump's service",
    }
}

/// How far away, in words: days, and months or years where days say nothing.
pub(crate) fn in_days(date: Date, today: Date) -> String {
    let days = today.until(date).map_or(0, |span| span.get_days());
    let months = today.until((jiff::Unit::Month, date)).map_or(0, |span| span.get_months());
    let (count, unit) = match months.unsigned_abs() {
        months @ 0..=3 if months < 3 => (days.unsigned_abs(), "day"),
        months @ 0..=23 => (months, "month"),
        months => (months / 12, "year"),
    };
    let many = if count == 1 { "" } else { "s" };
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days if days < 0 => format!("{count} {unit}{many} ago"),
        _ => format!("in {count} {unit}{many}"),
    }
}

/// What comes next, refill first.
pub(crate) fn next_dates(chart: &Chart, stand: &Stand<'_>) -> Vec<Next> {
    let today = chart.today();
    let mut dates = Vec::new();
    let mut add = |what, date: Option<Date>, note: String| {
        let Some(date) = date else { return };
        let class = if date < today { "past" } else { "" };
        let days = in_days(date, today);
        let note = if note.is_empty() { days } else { format!("{days}; {note}") };
        dates.push(Next { what, date: date_in_words(date), note, class });
    };
    let day = |at: Option<PumpTime>| at.and_then(civil).map(|at| at.date());
    let visit = chart.summary.visit.filter(|visit| *visit >= today);
    if let Some(outlook) = &stand.outlook {
        let forecast = &outlook.forecast;
        let limit = forecast.refill_by.map_or("", |by| limit_words(by.limit));
        add("Refill by", forecast.refill_by.map(|by| by.date), limit.to_owned());
        add("Next visit", visit, visit_note(visit, forecast.refill_by.map(|by| by.date)));
        add("Low-reservoir alarm", day(forecast.alarm_at), alarm_note(stand));
        add("Empty at the earliest", day(forecast.early_empty_at), outlook.accuracy_basis.clone());
        add("Empty by calculation", day(forecast.empty_at), String::new());
        let service = &outlook.service;
        let replacement =
            if service.by_indicator { "by the replacement indicator" } else { "longest stated life" };
        add("Plan replacement from", service.plan_from, String::new());
        add("End of service at the latest", service.ends, replacement.to_owned());
    } else {
        add("Next visit", visit, String::new());
    }
    dates
}

fn visit_note(visit: Option<Date>, refill_by: Option<Date>) -> String {
    match (visit, refill_by) {
        (Some(visit), Some(by)) if visit > by => "after refill by: too late for a refill".to_owned(),
        _ => String::new(),
    }
}

fn alarm_note(stand: &Stand<'_>) -> String {
    format!("set at {}\u{a0}mL", millilitres(&RBig::from(stand.course.alarm_volume.nanolitres())))
}

/// What is in the pump, line by line: what it is, how much, what has to be known of it.
pub(crate) fn in_the_pump(chart: &Chart, stand: &Stand<'_>) -> Vec<(&'static str, String, String)> {
    let course = &stand.course;
    let mut rows = Vec::new();
    if !chart.patient.has_pump() {
        return rows;
    }
    if let Some((twin, reservoir)) = course.twin.as_ref().zip(course.reservoir.as_ref()) {
        let left = RBig::from(expected_volume(twin, stand.now).nanolitres());
        rows.push((
            "Expected in the reservoir now",
            format!("{}\u{a0}mL", millilitres(&left)),
            "by calculation, rounded down".to_owned(),
        ));
        let strength = therapy::Value::concentration(reservoir.concentration).to_string();
        rows.push(("Drug", chart.summary.drug.clone().unwrap_or_default(), strength));
        rows.extend(crate::bedside::last_fill(reservoir).map(|(on, filled)| ("Last fill", on, filled)));
    }
    if let Some((twin, first)) = course.twin.as_ref().zip(course.programs.first()) {
        let day = PumpTime(stand.now.0.saturating_sub(24 * 3_600));
        // Of a pump that has been known for less than a day, less is said.
        let (from, when) = match at_words(first.since) {
            Some(since) if first.since > day => (first.since, format!("since {since}")),
            _ => (day, "in the last 24\u{a0}h".to_owned()),
        };
        let amount = |drug: &RBig| format!("{}\u{a0}micrograms", micrograms(drug));
        rows.push(("Asked", amount(&course.asked(from, stand.now)), format!("as ordered, {when}")));
        let programmed = amount(&twin.programmed(from, stand.now));
        rows.push(("Programmed", programmed, format!("as the pump was told, {when}")));
        let received = amount(&twin.received(from, stand.now).drug);
        rows.push(("Received", received, format!("at the catheter's tip by calculation, {when}")));
    }
    if let Some(row) = stand.outlook.as_ref().and_then(calibration_row) {
        rows.push(row);
    }
    rows
}

fn calibration_row(outlook: &Outlook) -> Option<(&'static str, String, String)> {
    let found = outlook.calibration.as_ref()?;
    let early = found.limits.iter().find_map(|limit| match limit {
        CalibrationLimit::FewCycles { have, need } => Some(format!("after {need} refills; {have} so far")),
        CalibrationLimit::LittleDispensed => Some("when more has been dispensed".to_owned()),
        CalibrationLimit::OutsideAccuracy => None,
    });
    if let Some(when) = early {
        // A share of next to nothing would look like a broken pump.
        return Some(("Delivers of what is programmed", "not known yet".to_owned(), when));
    }
    let per_cent = |ratio: &RBig| decimal(&(ratio * RBig::from(100)), 1);
    let used = if found.limits.is_empty() {
        "used for the dates"
    } else {
        "outside of the stated accuracy: investigate"
    };
    let range = format!("{} to {}\u{a0}%", per_cent(&found.low), per_cent(&found.high));
    Some((
        "Delivers of what is programmed",
        format!("{}\u{a0}%", per_cent(&found.ratio)),
        format!("{range} over {} refill{}; {used}", found.cycles, if found.cycles == 1 { "" } else { "s" }),
    ))
}

/// What came from the patient page and nobody has dealt with, the most urgent first.
pub(super) fn reports(chart: &Chart) -> Vec<(bool, String)> {
    let mut open: Vec<_> = chart.patient.path.reports.open().collect();
    open.sort_by_key(|report| std::cmp::Reverse(report.what.urgency()));
    let line = |report: &practice::path::told::Report| {
        let urgent = report.what.urgency() > practice::triage::Urgency::Today;
        (urgent, format!("{} {}", chart.page.moment(report.at), report.what.words()))
    };
    open.into_iter().map(line).collect()
}
