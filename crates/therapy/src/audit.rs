//! A whole record looked through: every line judged as it was when it came, and what is still open at the end.

use crate::act::{Act, Event, Report};
use crate::course::{Course, OrderState, fold};
use crate::file::CourseFile;
use crate::finding::{Finding, Level};
use crate::judge::{Missing, Setting, missing, propose};
use crate::outlook::standing;
use crate::rule::Rule;
use pump::PumpTime;
use twin::TwinError;

/// One line of the record with what was found when it came.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The line.
    pub event: &'a Event,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// What a signature on it covers.
    pub digest: String,
}

/// Something that somebody still has to deal with.
#[derive(Debug, Clone)]
pub struct Open<'a> {
    /// The line that opened it; `None` for what follows from the state of the therapy itself.
    pub event: Option<&'a Event>,
    /// What.
    pub finding: Finding,
    /// What it needs, for an order; `None` for a report, which needs to be dealt with and closed.
    pub missing: Option<Missing>,
}

/// A record looked through.
#[derive(Debug, Clone)]
pub struct Audit<'a> {
    /// Every line.
    pub lines: Vec<Line<'a>>,
    /// What is open, hardest first.
    pub open: Vec<Open<'a>>,
    /// The course at the end.
    pub course: Course<'a>,
    /// The time at which it was looked at.
    pub now: PumpTime,
}

impl Audit<'_> {
    /// The highest level of what is open; notes are never open.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.open.iter().map(|open| open.finding.level).max()
    }
}

/// Looks through a record at `now`: lines after it count as not yet written.
///
/// # Errors
/// [`TwinError`] if events are not in the order of time, which a file that has been read never is.
pub fn audit<'a>(
    file: &'a CourseFile,
    setting: &Setting<'a>,
    now: Option<i64>,
) -> Result<Audit<'a>, TwinError> {
    audit_known(file, setting, now, |_| None)
}

/// The same, where what was found when a line came may be known: such a line is not judged again. A store that keeps the
/// findings with the line looks through a long record in one fold, and a limit that has changed since rewrites no history.
///
/// # Errors
/// As [`audit`].
pub fn audit_known<'a>(
    file: &'a CourseFile,
    setting: &Setting<'a>,
    now: Option<i64>,
    known: impl Fn(&Event) -> Option<(Vec<Finding>, String)>,
) -> Result<Audit<'a>, TwinError> {
    let count =
        now.map_or(file.events.len(), |now| file.events.partition_point(|event| event.at.unix <= now));
    let events = file.events.get(..count).unwrap_or_default();
    let mut lines = Vec::with_capacity(events.len());
    for (index, event) in events.iter().enumerate() {
        let (findings, digest) = match known(event) {
            Some(known) => known,
            None => {
                let before = fold(file, events.get(..index).unwrap_or_default(), setting.catalogue)?;
                let proposal = propose(&before, &event.act, setting, before.time(event.at));
                (proposal.findings, proposal.digest)
            }
        };
        lines.push(Line { event, findings, digest });
    }
    let course = fold(file, events, setting.catalogue)?;
    let last = events.last().map(|event| event.at.unix);
    let now = course.clock.at(now.or(last).unwrap_or(0));
    let mut open = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let later = lines.get(index + 1..).unwrap_or_default();
        open.extend(still_open(line, &lines, later, &course, setting));
    }
    // What follows from the state is said once, by the line that brought it about if there is one.
    for finding in standing(&course, setting, now).into_iter().filter(|finding| finding.level > Level::Note) {
        if !open.iter().any(|open: &Open<'_>| open.finding.rule == finding.rule) {
            open.push(Open { event: None, finding, missing: None });
        }
    }
    open.sort_by_key(|open| std::cmp::Reverse(open.finding.level));
    Ok(Audit { lines, open, course, now })
}

/// What of a line nobody has dealt with.
fn still_open<'a>(
    line: &Line<'a>,
    all: &[Line<'a>],
    later: &[Line<'a>],
    course: &Course<'a>,
    setting: &Setting<'_>,
) -> Vec<Open<'a>> {
    // Most lines have nothing that could be open: no order is looked for then.
    if line.findings.iter().all(|finding| finding.level == Level::Note) {
        return Vec::new();
    }
    let event = line.event;
    let state = course.orders.iter().find(|record| record.event.id == event.id).map(|record| record.state);
    let open = line.findings.iter().filter(|finding| finding.level > Level::Note);
    let open = open.filter(|finding| {
        !later.iter().any(|later| resolves(finding.rule, line, later, all, course, setting))
    });
    match &event.act {
        // An order that was refused and not entered has done what it should.
        Act::Order(_) if state == Some(OrderState::NotEntered) => Vec::new(),
        Act::Order(_) => open
            .filter_map(|finding| {
                let needs = missing(finding, event.reason.as_deref(), second(event), setting.protocol)?;
                Some(Open { event: Some(event), finding: finding.clone(), missing: Some(needs) })
            })
            .collect(),
        Act::Report(_) => {
            open.map(|finding| Open { event: Some(event), finding: finding.clone(), missing: None }).collect()
        }
    }
}

/// The second person, if it is another one.
fn second(event: &Event) -> Option<&str> {
    event.second.as_deref().filter(|second| Some(*second) != event.by.as_deref())
}

/// Whether an order carries everything that its findings ask for.
fn complete(line: &Line<'_>, setting: &Setting<'_>) -> bool {
    let (reason, second) = (line.event.reason.as_deref(), second(line.event));
    line.findings.iter().all(|finding| missing(finding, reason, second, setting.protocol).is_none())
}

/// Whether a later line deals with what a rule found.
fn resolves(
    rule: Rule,
    line: &Line<'_>,
    later: &Line<'_>,
    all: &[Line<'_>],
    course: &Course<'_>,
    setting: &Setting<'_>,
) -> bool {
    let state =
        |id: &str| course.orders.iter().find(|record| record.event.id == id).map(|record| record.state);
    // An order that was not entered has dealt with nothing.
    let program = matches!(&later.event.act, Act::Order(order) if order.program.is_some())
        && state(&later.event.id) != Some(OrderState::NotEntered)
        && complete(later, setting);
    if matches!(line.event.act, Act::Order(_)) && rule != Rule::VisitTooLate {
        // A refused order is not made good by closing its finding, nor by entering it: another order takes its place, or it
        // is not entered.
        return rule == Rule::BridgeRequired && program;
    }
    match &later.event.act {
        Act::Report(Report::Closed { rule: closed, .. }) => *closed == rule,
        Act::Order(_) => {
            program && matches!(rule, Rule::BridgeRequired | Rule::PrimeGap | Rule::ReservoirStale)
        }
        Act::Report(Report::Confirmed(read)) => {
            let ordered = course.orders.iter().find(|record| record.event.id == read.order);
            let flows = ordered
                .and_then(|record| record.order.program.as_ref())
                .is_some_and(|program| read.running && !program.run.is_stopped());
            let clean = later.findings.iter().all(|finding| finding.level == Level::Note);
            // An order that should have been refused has dealt with nothing.
            let sound = all.iter().find(|line| line.event.id == read.order);
            let sound = sound.is_some_and(|order| complete(order, setting));
            let same =
                matches!(&line.event.act, Act::Report(Report::Confirmed(first)) if first.order == read.order);
            match rule {
                Rule::RestoredDelivery
                | Rule::RestartLong
                | Rule::RestartUnknown
                | Rule::ResidualStop
                | Rule::ResidualReflux
                | Rule::NotRunning
                | Rule::Empty
                | Rule::StoppedTooLong => flows && clean && sound,
                Rule::ReadBackDisagrees => clean && (same || sound),
                _ => false,
            }
        }
        Act::Report(Report::Interrogated(read)) => rule == Rule::NotRunning && read.running,
        Act::Report(Report::MriChecked { running }) => {
            rule == Rule::MriTask || (rule == Rule::NotRunning && *running)
        }
        Act::Report(Report::Filled(_)) => matches!(rule, Rule::VisitTooLate | Rule::AlarmAdvisory),
        Act::Report(Report::VisitBooked { .. }) => {
            rule == Rule::VisitTooLate
                && later.findings.iter().all(|finding| finding.rule != Rule::VisitTooLate)
        }
        Act::Report(Report::Revised(revision)) => {
            let pump = revision.pump.is_some();
            pump && matches!(rule, Rule::ReplaceShown | Rule::ReplaceDateImpossible | Rule::TubingStale)
        }
        Act::Report(_) => false,
    }
}
