//! Questions and answers for this pump and this situation, with where each comes from and who approved it; and asking the
//! clinic.

use super::fields::Entry;
use super::known;
use super::say::{Html, wall};
use super::{Frame, Visit};
use crate::error::PageError;
use crate::form::Fields;
use crate::papers::facts::Facts;
use crate::state::AppState;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use practice::account;
use practice::answers::{Answer, Answers, Case, Question, Shows};
use practice::outside::Sent;
use practice::path::told::{self, What};
use serde::Deserialize;
use std::collections::HashMap;
use words::{Args, Language};

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    sent: bool,
}

/// A topic with its questions: keys, and the name of each question.
struct Topic {
    key: String,
    questions: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "public/answers.html")]
struct ListPage {
    f: Frame,
    q: String,
    /// How many were found, if something was searched for.
    found: Option<Html>,
    topics: Vec<Topic>,
}

fn registry() -> Result<&'static Answers, PageError> {
    Answers::embedded().map_err(|error| PageError::Fault(error.to_string()))
}

/// Who asks, for choosing the answer that holds.
struct Asker {
    pump: Option<String>,
    flex: bool,
    has_pump: bool,
}

impl Asker {
    fn of(visit: &Visit) -> Result<Self, PageError> {
        let facts = visit.facts()?;
        Ok(Self {
            pump: facts.pump_id().map(str::to_owned),
            flex: facts.is_flex(),
            has_pump: visit.patient.has_pump(),
        })
    }

    fn case(&self) -> Case<'_> {
        Case { pump: self.pump.as_deref(), flex: self.flex, has_pump: self.has_pump }
    }
}

/// The most that is searched for.
const SEARCH_LETTERS_MAX: usize = 100;

pub(super) async fn list(
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    let q = asked.map(|asked| asked.0.q).unwrap_or_default();
    let q: String = q.trim().chars().take(SEARCH_LETTERS_MAX).collect();
    let (registry, asker) = (registry()?, Asker::of(&visit)?);
    // What is not translated is found by its English.
    let text = |key: &str| {
        let own = words::source(visit.language, key).or_else(|| words::source(Language::English, key));
        own.map(str::to_owned)
    };
    let found: Vec<&Question> = registry.search(&q, asker.case(), text);
    let f = visit.frame("answers");
    let topics = registry.topics.iter().map(|topic| Topic {
        key: topic.key(),
        questions: (found.iter().filter(|question| question.topic == topic.id))
            .map(|question| (question.id.clone(), question.key()))
            .collect(),
    });
    let shown = ListPage {
        topics: topics.filter(|topic| !topic.questions.is_empty()).collect(),
        found: (!q.is_empty()).then(|| {
            f.speech().say_with("page-answers-found", &Args::new().text("q", &q).count("n", found.len()))
        }),
        q,
        f: f.clone(),
    };
    super::page(StatusCode::OK, &visit, &shown)
}

/// A fact of this patient beneath an answer: key and value.
type Fact = (&'static str, Html);

#[derive(Template)]
#[template(path = "public/answer.html")]
struct OnePage {
    f: Frame,
    entry: Entry,
    question: String,
    id: String,
    /// The answer in paragraphs; empty if the clinic answers.
    answer: Vec<Html>,
    grade: String,
    sources: Vec<String>,
    approved: Option<Html>,
    facts: Vec<Fact>,
    call: bool,
    sounds: bool,
}

/// Who approved the wording of an answer and when, in the language of the page.
async fn approved(
    state: &AppState,
    visit: &Visit,
    answer: &Answer,
    f: &Frame,
) -> Result<Option<Html>, PageError> {
    let Some(approval) = visit.settings.approval(visit.language, &answer.key()) else { return Ok(None) };
    let name = match approval.by {
        Some(by) => account::load(state.store(), by).await?.map(|account| account.name),
        None => None,
    };
    let on = wall(approval.at, &visit.zone).date();
    let name = name.unwrap_or_else(|| visit.settings.clinic.name.clone());
    Ok(Some(f.speech().say_each("page-answers-approved", |voice| {
        Args::new().text("name", &name).text("date", &voice.date(on))
    })))
}

/// What the registry wants to stand beneath an answer.
fn facts_of(shows: &[Shows], facts: &Facts, f: &Frame) -> Vec<Fact> {
    let speech = f.speech();
    let mut all: Vec<Fact> = Vec::new();
    let mut add = |fact: Fact| {
        if !all.iter().any(|(key, _)| *key == fact.0) {
            all.push(fact);
        }
    };
    for one in shows {
        match one {
            Shows::Refill => add(("page-fact-refill", known::day(facts.refill_by, speech))),
            Shows::Alarm => {
                add(("page-fact-alarm", known::day(facts.alarm_on, speech)));
                add(("page-fact-empty", known::empty(facts, speech)));
            }
            Shows::Travel => {
                add(("page-fact-refill", known::day(facts.refill_by, speech)));
                add(("page-fact-alarm", known::day(facts.alarm_on, speech)));
            }
            Shows::Pump => {
                let name = facts.pump.as_ref().map(|pump| pump.name.as_str());
                add(("page-fact-pump", name.map_or_else(|| speech.say("common-not-known"), Html::own)));
            }
            Shows::Dose => {
                let dose = known::dose(facts, speech);
                let amount = match dose.state {
                    Some(state) => state.then(" ", &dose.amount),
                    None => dose.amount,
                };
                add(("page-fact-dose", amount));
            }
            Shows::Appointments => {
                let at = facts.appointments.first().map(|ahead| speech.moment(ahead.at));
                add(("page-home-visit", at.unwrap_or_else(|| speech.say("page-home-visit-none"))));
            }
            Shows::Call | Shows::Sounds => {}
        }
    }
    all
}

async fn one_page(
    state: &AppState,
    visit: &Visit,
    question: &Question,
    entry: Entry,
) -> Result<Response, PageError> {
    let asker = Asker::of(visit)?;
    let f = visit.frame("answers");
    let answer = question.answer(asker.case());
    let facts = if asker.has_pump { facts_of(&question.shows, &visit.facts()?, &f) } else { Vec::new() };
    let status = if entry.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = OnePage {
        question: question.key(),
        id: question.id.clone(),
        answer: answer.map(|answer| f.speech().paragraphs(&answer.key())).unwrap_or_default(),
        grade: answer
            .map(|answer| format!("page-answers-grade-{}", answer.grade.to_lowercase()))
            .unwrap_or_default(),
        sources: answer
            .map(|answer| {
                let all = answer.source.iter();
                all.map(|id| registry().map(|registry| registry.citation(id, &visit.rules.catalogue)))
                    .collect()
            })
            .unwrap_or_else(|| Ok(Vec::new()))?,
        approved: match answer {
            Some(answer) => approved(state, visit, answer, &f).await?,
            None => None,
        },
        facts,
        call: question.shows.contains(&Shows::Call),
        sounds: question.shows.contains(&Shows::Sounds),
        entry,
        f: f.clone(),
    };
    super::page(status, visit, &shown)
}

pub(super) async fn one(
    State(state): State<AppState>,
    visit: Visit,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let id = path.get("question").map(String::as_str).unwrap_or_default();
    let Some(question) = registry()?.question(id) else {
        return Ok(Redirect::to(&visit.frame("").to("answers")).into_response());
    };
    one_page(&state, &visit, question, Entry::new(&state)).await
}

/// A question of one's own, with what the clinic said.
struct Own {
    asked: Html,
    /// The question in the words of the list, if it is one of it.
    listed: Option<String>,
    text: String,
    answers: Vec<(Html, String)>,
}

#[derive(Template)]
#[template(path = "public/ask.html")]
struct OwnPage {
    f: Frame,
    entry: Entry,
    sent: bool,
    own: Vec<Own>,
}

fn own_page(visit: &Visit, entry: Entry, sent: bool) -> Result<Response, PageError> {
    let f = visit.frame("answers");
    let dated = |key: &str, at: i64| {
        let on = wall(at, &visit.zone).date();
        f.speech().say_each(key, |voice| Args::new().text("date", &voice.date(on)))
    };
    let asked = visit.patient.path.reports.all.iter().rev().filter(|report| report.link == visit.link.id);
    let own = asked.filter_map(|report| {
        let What::Question(question) = &report.what else { return None };
        let key = question.question.as_ref().map(|id| format!("question-{id}"));
        Some(Own {
            asked: dated("page-answers-asked-on", report.at),
            listed: key.filter(|key| words::source(Language::English, key).is_some()),
            text: question.text.clone(),
            answers: (report.answers.iter())
                .map(|reply| (dated("page-answers-answered-on", reply.at), reply.text.clone()))
                .collect(),
        })
    });
    let status = if entry.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    super::page(status, visit, &OwnPage { own: own.collect(), entry, sent, f: f.clone() })
}

pub(super) async fn own(
    State(state): State<AppState>,
    visit: Visit,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Result<Response, PageError> {
    own_page(&visit, Entry::new(&state), asked.is_ok_and(|asked| asked.0.sent))
}

pub(super) async fn ask(
    State(state): State<AppState>,
    visit: Visit,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut entry = Entry::posted(fields)?;
    let listed = registry()?.question(entry.value("question"));
    if listed.is_none() && entry.value("text").is_empty() {
        entry.wrong("text", "page-answers-error-text");
    } else {
        let question = told::Question {
            question: listed.map(|question| question.id.clone()),
            text: entry.value("text").to_owned(),
        };
        if entry.send(&state, &visit, Sent::Question(question)).await {
            return Ok(Redirect::to(&format!("{}?sent=true", visit.frame("").to("ask"))).into_response());
        }
    }
    match listed {
        Some(question) => one_page(&state, &visit, question, entry).await,
        None => own_page(&visit, entry, false),
    }
}
