//! What the page of links shows, in words.

use super::Names;
use crate::banner::banner_date;
use crate::error::PageError;
use crate::patient::Chart;
use crate::state::AppState;
use jiff::ToSpan;
use practice::access::Right;
use practice::outside;
use practice::path::link::Link;
use practice::path::told::{Reply, Report, What};
use practice::triage::Urgency;
use record::{Id, Kind, Stream};
use std::collections::HashMap;

/// How many reports that were dealt with are shown.
pub(super) const DEALT_WITH_MAX: usize = 30;
/// Days of the diary that are shown.
const DIARY_DAYS: i32 = 30;
/// How far back openings are counted, in lines of the log of this record.
const VIEWS_MAX: u32 = 2_000;

/// A link in words.
pub(super) struct LinkLine {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) for_whom: String,
    pub(super) since: String,
    /// The whole address, for those who hand it out.
    pub(super) address: Option<String>,
    /// The same as a drawing, for a telephone that is held over it.
    pub(super) code: Option<String>,
    pub(super) opened: String,
    pub(super) sent: usize,
    pub(super) revoked: Option<String>,
}

/// How often each link was opened, by its name, and when last.
pub(super) type Opened = HashMap<String, (usize, i64)>;

/// How often links were opened, as far as the log of this record is read.
pub(super) async fn opened(state: &AppState, chart: &Chart) -> Result<Opened, PageError> {
    let mut opened = Opened::new();
    if chart.patient.path.links.all.is_empty() {
        return Ok(opened);
    }
    let stream = Stream { kind: Kind::Patient, id: chart.patient.id };
    for (_, view) in state.store().views(Some(stream), None, VIEWS_MAX).await? {
        if let Some(link) = outside::opened_by(&view) {
            let (count, last) = opened.entry(link.to_owned()).or_insert((0, view.at));
            *count += 1;
            *last = view.at.max(*last);
        }
    }
    Ok(opened)
}

fn name(names: &Names, by: Option<Id>) -> String {
    by.and_then(|by| names.get(&by).cloned()).unwrap_or_else(|| "somebody".to_owned())
}

/// A link; its address only for those who hand it out.
pub(super) fn link(
    chart: &Chart,
    link: &Link,
    names: &Names,
    opened: &Opened,
    base: Option<&str>,
) -> LinkLine {
    let page = &chart.page;
    let live = link.is_live();
    let address = base.filter(|_| live).map(|base| format!("{base}{}", link.path()));
    LinkLine {
        id: link.id.clone(),
        kind: link.kind.words(),
        for_whom: link.for_whom.clone(),
        since: format!("{}, by {}", page.moment(link.at), name(names, link.by)),
        code: address.as_deref().and_then(|address| documents::code_svg(address).ok()),
        address,
        opened: match opened.get(&link.id) {
            None => "not yet".to_owned(),
            Some((1, last)) => format!("once, {}", page.moment(last)),
            Some((count, last)) => format!("{count} times, last {}", page.moment(last)),
        },
        sent: practice::path::link::sent(&chart.patient).get(link.id.as_str()).copied().unwrap_or_default(),
        revoked: link.revoked.as_ref().map(|revoked| {
            format!("{} by {}: {}", page.moment(revoked.at), name(names, revoked.by), revoked.reason)
        }),
    }
}

/// A report or question in words.
pub(super) struct ReportLine {
    pub(super) entry: String,
    pub(super) what: &'static str,
    /// How urgent, where it is.
    pub(super) urgent: Option<&'static str>,
    pub(super) from: String,
    pub(super) text: String,
    pub(super) answers: Vec<(&'static str, String)>,
    /// What was said to it.
    pub(super) replies: Vec<String>,
    pub(super) is_question: bool,
    pub(super) may_see: bool,
    pub(super) may_answer: bool,
}

/// A report or question, with what the person may do about it.
pub(super) fn report(chart: &Chart, report: &Report, names: &Names) -> ReportLine {
    let page = &chart.page;
    let (what, text, answers) = match &report.what {
        What::Alarm(alarm) => ("Alarm", alarm.text.clone(), alarm.in_words()),
        What::Symptom(symptom) => {
            let mut answers = Vec::new();
            if !symptom.signs.is_empty() {
                answers.push(("Signs", practice::path::told::signs_in_words(&symptom.signs)));
            }
            if !symptom.since.is_empty() {
                answers.push(("Since when?", symptom.since.clone()));
            }
            ("Symptom", symptom.text.clone(), answers)
        }
        What::Question(question) => {
            let listed = question.question.as_ref().map(|id| ("Listed question", id.replace('-', " ")));
            ("Question", question.text.clone(), listed.into_iter().collect())
        }
    };
    let link = chart.patient.path.links.by_id(&report.link).map_or("patient page", |link| &link.for_whom);
    let reply = |what: &str, reply: &Reply| {
        format!("{what} {} by {}: {}", page.moment(reply.at), name(names, reply.by), reply.text)
    };
    let seen = report.seen.iter().map(|seen| reply("Dealt with", seen));
    let answered = report.answers.iter().map(|answer| reply("Answered", answer));
    let is_question = matches!(report.what, What::Question(_));
    ReportLine {
        entry: report.entry.to_string(),
        what,
        urgent: match report.what.urgency() {
            Urgency::Emergency => Some("emergency"),
            Urgency::Now => Some("now"),
            Urgency::Today => None,
        },
        from: format!("{}, from {link}", page.moment(report.at)),
        text,
        answers,
        replies: seen.chain(answered).collect(),
        is_question,
        may_see: report.is_open() && !is_question && chart.actor.may(Right::RecordReports),
        may_answer: chart.actor.may(Right::AnswerEnquiries),
    }
}

/// A day of the diary in words.
pub(super) struct DayLine {
    pub(super) on: String,
    pub(super) by: String,
    pub(super) spasms: String,
    pub(super) sleep: &'static str,
    pub(super) pain: String,
    pub(super) side_effects: String,
    pub(super) note: String,
}

/// The last days of the diary, the last day first.
pub(super) fn days(chart: &Chart) -> Vec<DayLine> {
    let today = chart.today();
    let first = today.checked_sub(DIARY_DAYS.days()).unwrap_or(today);
    let links = &chart.patient.path.links;
    let days = chart.patient.path.diary.days.iter().rev().filter(|kept| kept.day.on > first);
    let number = |number: Option<String>| number.unwrap_or_else(|| "–".to_owned());
    days.map(|kept| DayLine {
        on: banner_date(kept.day.on),
        by: links.by_id(&kept.link).map_or_else(String::new, |link| link.for_whom.clone()),
        spasms: number(kept.day.spasms.map(|count| count.to_string())),
        sleep: kept.day.sleep.map_or("–", practice::path::diary::Sleep::words),
        pain: number(kept.day.pain.map(|pain| pain.to_string())),
        side_effects: kept.day.side_effects.clone(),
        note: kept.day.note.clone(),
    })
    .collect()
}
