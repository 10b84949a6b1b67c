//! Opening a page behind a link: whose it is, in which language, how often; and what every such page has in common.

use super::say::{Html, Speech, language, moment, rendered, wall};
use crate::error::PageError;
use crate::frame::{Opened, Viewer};
use crate::page::{Page, Section, Theme};
use crate::papers::facts::{Facts, Hours};
use crate::papers::say::Say;
use crate::patient::Chart;
use crate::state::AppState;
use askama::Template;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::header::{COOKIE, HeaderMap, HeaderValue, RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use practice::access::{Actor, Rights, Role};
use practice::contacts::who_to_call;
use practice::outside;
use practice::path::link::{Kind, Link};
use practice::patient::Patient;
use practice::rules::Rules;
use practice::settings::Settings;
use practice::sight::Sight;
use practice::summary::summary;
use record::{Id, Stream};
use std::collections::HashMap;
use std::sync::Arc;
use words::{Approvals, Args, Language, Voice};

/// How often the pages behind one link are opened within an hour: a family and its telephones, not a program.
pub(crate) const LINK_HOUR_MAX: u64 = 120;
/// How many links that open nothing one address may try within an hour.
pub(crate) const GUESS_HOUR_MAX: u64 = 30;
/// The same for the emergency page: a hospital has many hands.
pub(crate) const EMERGENCY_HOUR_MAX: u64 = 600;
const HOUR_SECONDS: i64 = 3_600;

const fn of_kind(kind: Kind) -> u64 {
    match kind {
        Kind::Emergency => EMERGENCY_HOUR_MAX,
        Kind::Patient => LINK_HOUR_MAX,
    }
}
/// The cookie that keeps the language of a patient page.
const LANGUAGE: &str = "language";

/// One opening of a page behind a live link.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) token: String,
    pub(crate) patient: Arc<Patient>,
    pub(crate) link: Link,
    pub(crate) rules: Arc<Rules>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) language: Language,
    pub(crate) now: i64,
    pub(crate) zone: TimeZone,
    approvals: Approvals,
    invented: bool,
    secure: bool,
    /// Whether the language was chosen just now, to be kept.
    chosen: bool,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let path: Result<Path<HashMap<String, String>>, _> = Path::from_request_parts(parts, state).await;
        let token = path.ok().and_then(|path| path.0.get("token").cloned()).unwrap_or_default();
        visit(parts, state, token).await.map_err(|instead| *instead)
    }
}

/// What the query says of a language.
fn asked(uri: &Uri) -> Option<Language> {
    let query = uri.query().unwrap_or_default();
    let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "language");
    found.and_then(|(_, code)| language(&code))
}

fn kept(headers: &HeaderMap) -> Option<Language> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == LANGUAGE).and_then(|(_, code)| language(code))
}

async fn visit(parts: &Parts, state: &AppState, token: String) -> Result<Visit, Box<Response>> {
    let failed = |error: PageError| Box::new(error.into_response());
    let (now, asked) = (state.now(), asked(&parts.uri));
    let path = parts.uri.path();
    let kind = if path.starts_with("/e/") { Kind::Emergency } else { Kind::Patient };
    let settings = state.settings().await.map_err(failed)?;
    let rules = state.rules().await.map_err(failed)?;
    let found = outside::find_of(state.practice(), &rules, &token, kind).await;
    let Some(found) = found.map_err(|error| failed(error.into()))? else {
        return Err(Box::new(opens_nothing(state, parts, &settings, asked).await));
    };
    let (patient, link) = (found.patient, found.link);
    if let Some(opened) = parts.extensions.get::<Opened>() {
        opened.by(Stream { kind: record::Kind::Patient, id: patient.id }, &link.id);
    }
    let language = match kind {
        // Whoever scans the card may speak any language; the switch is at the top.
        Kind::Emergency => asked.unwrap_or(Language::English),
        Kind::Patient => {
            let own = || Language::read(&patient.identity.language);
            asked.or_else(|| kept(&parts.headers)).or_else(own).unwrap_or(Language::English)
        }
    };
    // Sounds and the worker are parts of a page that was counted.
    // Whether it beeps can be asked as often as it beeps.
    if !path.contains("/sound/") && !path.ends_with("/sw.js") && !path.ends_with("/beeps") {
        let key = format!("link {} {}", patient.id, link.id);
        let times = state.store().attempt(key, now, now - HOUR_SECONDS).await;
        if times.map_err(|error| failed(error.into()))? > of_kind(kind) {
            return Err(Box::new(refused(state, &settings, language, Why::TooOften)));
        }
    }
    Ok(Visit {
        token,
        link,
        language,
        now,
        zone: settings.zone(),
        approvals: settings.approvals(),
        invented: state.config().demonstration || patient.identity.invented,
        secure: state.config().https,
        chosen: asked.is_some() && kind == Kind::Patient,
        patient,
        rules,
        settings,
    })
}

/// Why there is no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// The link is unknown or revoked: nobody can tell which.
    Gone,
    /// Too many of those from one address.
    Guessed,
    /// The link is good and was opened too often.
    TooOften,
}

#[derive(Template)]
#[template(path = "public/refused.html")]
struct RefusedPage {
    f: Frame,
    title: &'static str,
    why: &'static str,
}

fn refused(state: &AppState, settings: &Settings, language: Language, why: Why) -> Response {
    let (status, title, text) = match why {
        Why::Gone => (StatusCode::NOT_FOUND, "page-gone-title", "page-gone-why"),
        Why::Guessed => (StatusCode::TOO_MANY_REQUESTS, "page-often-title", "page-often-guess"),
        Why::TooOften => (StatusCode::TOO_MANY_REQUESTS, "page-often-title", "page-often-why"),
    };
    let invented = state.config().demonstration;
    let f = Frame::new(settings, settings.approvals(), language, state.now(), String::new(), invented);
    match rendered(&RefusedPage { f, title, why: text }) {
        Ok(page) => {
            let mut response = (status, axum::response::Html(page)).into_response();
            if status == StatusCode::TOO_MANY_REQUESTS {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("3600"));
            }
            response
        }
        Err(error) => error.into_response(),
    }
}

/// The page of a link that opens nothing. A good link is never refused for what others guess: who needs the emergency page
/// may stand in the hospital in which somebody played.
async fn opens_nothing(
    state: &AppState,
    parts: &Parts,
    settings: &Settings,
    asked: Option<Language>,
) -> Response {
    let from = parts.extensions.get::<Viewer>().map(|viewer| viewer.address.clone()).unwrap_or_default();
    let now = state.now();
    let tries = state.store().attempt(format!("link guess {from}"), now, now - HOUR_SECONDS).await;
    let why = match tries {
        Ok(tries) if tries > GUESS_HOUR_MAX => Why::Guessed,
        Ok(_) => Why::Gone,
        Err(error) => return PageError::from(error).into_response(),
    };
    refused(state, settings, asked.unwrap_or(Language::English), why)
}

/// Whatever else is under these addresses.
pub(super) async fn nothing(State(state): State<AppState>, request: axum::extract::Request) -> Response {
    let (parts, _) = request.into_parts();
    match state.settings().await {
        Ok(settings) => opens_nothing(&state, &parts, &settings, asked(&parts.uri)).await,
        Err(error) => error.into_response(),
    }
}

impl Visit {
    /// The record as pages of staff see it, for somebody who has no right to anything: facts are gathered by one function
    /// for papers and pages.
    pub(crate) fn chart(&self) -> Result<Chart, PageError> {
        let stand = self.patient.stand(&self.rules, self.now);
        let stand = stand.map_err(|error| PageError::Fault(error.to_string()))?;
        let summary = summary(&self.patient, &stand, &self.rules);
        drop(stand);
        let nobody =
            Actor { account: Id(0), name: String::new(), role: Role::Coordinator, rights: Rights::of(&[]) };
        let page = Page {
            actor: None,
            clinic: self.settings.clinic.name.clone(),
            zone: self.zone.clone(),
            now: self.now,
            theme: Theme::System,
            demonstration: self.invented,
            section: Section::None,
            path: String::new(),
            sight: Sight::Nobody,
        };
        let (patient, rules) = (Arc::clone(&self.patient), Arc::clone(&self.rules));
        Ok(Chart { actor: nobody, page, patient, rules, summary, telemetry: None })
    }

    /// What is known of the patient now: the same as on every paper.
    pub(crate) fn facts(&self) -> Result<Facts, PageError> {
        let chart = self.chart()?;
        let stand = chart.stand()?;
        Facts::of(&chart, &stand, &self.settings)
    }

    /// Today in the clinic's zone.
    pub(crate) fn today(&self) -> Date {
        wall(self.now, &self.zone).date()
    }

    /// Where the pages of this link begin.
    pub(crate) fn base(&self) -> String {
        self.link.kind.path(&self.token)
    }

    /// The frame of a page; `at` is its place in the navigation.
    pub(crate) fn frame(&self, at: &'static str) -> Frame {
        let approvals = self.approvals.clone();
        let mut frame =
            Frame::new(&self.settings, approvals, self.language, self.now, self.base(), self.invented);
        frame.at = at;
        frame
    }

    /// Keeps the language that was chosen.
    pub(super) fn remember(&self, headers: &mut HeaderMap) {
        if !self.chosen {
            return;
        }
        let (base, code) = (self.base(), self.language.code());
        let secure = if self.secure { "; Secure" } else { "" };
        let cookie =
            format!("{LANGUAGE}={code}; Path={base}; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(SET_COOKIE, cookie);
        }
    }
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Callee {
    pub(crate) name: String,
    pub(crate) phone: String,
    /// The number for a `tel:` link.
    pub(crate) dial: String,
    /// When somebody answers; several lines.
    pub(crate) when: Vec<Html>,
}

/// What every page behind a link has in common.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) language: Language,
    approvals: Approvals,
    /// `/p/TOKEN`; empty where there is no patient.
    pub(crate) base: String,
    pub(crate) clinic: String,
    /// Place in the navigation.
    pub(crate) at: &'static str,
    /// Who answers now, and everybody else.
    pub(crate) now: Vec<Callee>,
    pub(crate) others: Vec<Callee>,
    /// When the page was made.
    pub(crate) made: Html,
    /// The same, for when it is shown from a copy.
    pub(crate) saved: Html,
    pub(crate) invented: bool,
    /// Whether English stands beside some texts.
    pub(crate) beside: bool,
}

impl Frame {
    fn new(
        settings: &Settings,
        approvals: Approvals,
        language: Language,
        now: i64,
        base: String,
        invented: bool,
    ) -> Self {
        let voice = Voice::new(language, &approvals);
        let (speech, zone) = (Speech(voice), settings.zone());
        let made = wall(now, &zone);
        let at = |voice: &Voice<'_>| Args::new().text("moment", &moment(voice, made));
        let facts = speech.say_each("page-facts-from", |voice| at(voice).text("zone", &settings.clinic.zone));
        let saved = speech.say_each("page-saved", at);
        let (calls, others) = callees(settings, &zone, now, speech);
        let shown = ["common", "emergency", "page", "triage", "answers"];
        let mut keys = words::keys().filter(|key| words::file_of(key).is_some_and(|it| shown.contains(&it)));
        let beside = !keys.all(|key| voice.is_approved(key));
        Self {
            language,
            base,
            clinic: settings.clinic.name.clone(),
            at: "",
            now: calls,
            others,
            made: facts,
            saved,
            invented,
            beside,
            approvals,
        }
    }

    /// Says texts in the language of the page.
    pub(crate) fn speech(&self) -> Speech<'_> {
        Speech(self.voice())
    }

    pub(crate) fn voice(&self) -> Voice<'_> {
        Voice::new(self.language, &self.approvals)
    }

    /// A text.
    pub(crate) fn say(&self, key: impl AsRef<str>) -> Html {
        self.speech().say(key.as_ref())
    }

    /// A text without markup, for a title or an attribute.
    pub(crate) fn plain(&self, key: impl AsRef<str>) -> String {
        self.voice().say(key.as_ref()).text
    }

    /// The address of a page behind the same link.
    pub(crate) fn to(&self, part: &str) -> String {
        if part.is_empty() { self.base.clone() } else { format!("{}/{part}", self.base) }
    }

    pub(crate) fn asset(&self, name: &str) -> &'static str {
        crate::assets::address(name)
    }

    pub(crate) fn languages(&self) -> [Language; 6] {
        Language::ALL
    }

    /// Parts of the patient page and the keys of their names.
    pub(crate) fn parts(&self) -> [(&'static str, &'static str); 8] {
        [
            ("", "page-nav-home"),
            ("beeps", "page-nav-beeps"),
            ("sounds", "page-nav-sounds"),
            ("answers", "page-nav-answers"),
            ("diary", "page-nav-diary"),
            ("report", "page-nav-report"),
            ("goals", "page-nav-goals"),
            ("appointments", "page-nav-appointments"),
        ]
    }
}

/// Who answers now, and everybody else with their hours.
fn callees(settings: &Settings, zone: &TimeZone, now: i64, speech: Speech<'_>) -> (Vec<Callee>, Vec<Callee>) {
    let Some(contacts) = &settings.contacts else { return (Vec::new(), Vec::new()) };
    let holidays = settings.holidays();
    let calling = who_to_call(contacts, &holidays, zone, now);
    let callee = |desk: &practice::contacts::Desk, when: Vec<Html>| Callee {
        name: desk.name.clone(),
        phone: desk.phone.clone(),
        dial: desk.phone.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect(),
        when,
    };
    let is_last = |desk: &practice::contacts::Desk| desk.name == contacts.fallback.name;
    // A copy of the page may be read days later: until when is told with its day.
    let until = wall(calling.until_unix, zone);
    let until =
        || speech.say_each("page-call-until", |voice| Args::new().text("until", &moment(voice, until)));
    let first = calling.desks.iter().map(|desk| {
        let always = || speech.say("page-call-always");
        callee(desk, vec![if is_last(desk) { always() } else { until() }])
    });
    let first: Vec<Callee> = first.collect();
    let mut all: Vec<&practice::contacts::Desk> = contacts.desks.iter().collect();
    if !all.iter().any(|desk| is_last(desk)) {
        all.push(&contacts.fallback);
    }
    let others = all.into_iter().filter(|desk| first.iter().all(|now| now.name != desk.name)).map(|desk| {
        let rules: Vec<_> = contacts.rules.iter().filter(|rule| rule.desk == desk.name).cloned().collect();
        let hours = Some(Hours::Weekly(rules))
            .filter(|hours| !matches!(hours, Hours::Weekly(none) if none.is_empty()));
        let hours = hours.map(|hours| speech.html(&Say::new(speech.0).hours(&hours).into()));
        let mut when: Vec<Html> = hours.into_iter().collect();
        if is_last(desk) {
            when.push(speech.say("page-call-fallback"));
        }
        callee(desk, when)
    });
    let others = others.collect();
    (first, others)
}
