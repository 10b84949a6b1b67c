//! A clinic in a folder with one patient whose pump runs, and a browser without JavaScript that fills in forms.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use clinic::{AppState, Config, Outside, router};
use practice::access::{Actor, Matrix, Role};
use practice::account::{self, By, NewAccount};
use practice::patient::{Identity, PatientEvent};
use practice::session::{self, Times, Token};
use practice::settings::{self, Change, Clinic};
use practice::{Form, Step};
use record::{Id, Keys, Kind, Options, Port, SqliteStore, Stream};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tower::ServiceExt;

/// 2 March 2026, 10:00 in Berlin.
pub const MORNING: i64 = 1_772_442_000;
pub const DAY: i64 = 86_400;

static NOW: AtomicI64 = AtomicI64::new(MORNING);
static NUMBER: AtomicU64 = AtomicU64::new(1);

fn random(bytes: &mut [u8]) {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    bytes.fill(7);
    let short = bytes.len().min(8);
    bytes[..short].copy_from_slice(&number[8 - short..]);
}

/// Somebody who uses the clinic: login name and role.
pub type Who = (&'static str, Role);
pub const NURSE: Who = ("nurse", Role::Nurse);
pub const WRITER: Who = ("first.physician", Role::Physician);
pub const SECOND: Who = ("second.physician", Role::Physician);
pub const SURGEON: Who = ("surgeon", Role::Surgeon);
pub const COORDINATOR: Who = ("coordinator", Role::Coordinator);
pub const THERAPIST: Who = ("therapist", Role::Therapist);
pub const PASSWORD: &str = "horse battery staple four";

/// An answer: status, where it leads, its text.
#[derive(Default)]
pub struct Answer {
    pub status: u16,
    pub to: String,
    pub text: String,
}

impl Answer {
    pub fn says(&self, words: &str) -> &Self {
        assert!(
            self.plain().contains(words),
            "{} {}: no {words:?} in\n{}",
            self.status,
            self.to,
            self.plain()
        );
        self
    }

    pub fn silent(&self, words: &str) -> &Self {
        assert!(!self.plain().contains(words), "{words:?} in\n{}", self.plain());
        self
    }

    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}\n{}", self.to, self.plain());
        self
    }

    /// The part between `main` and its end, without markup, with plain spaces.
    pub fn plain(&self) -> String {
        let start = self.text.find("<main").unwrap_or(0);
        let end = self.text.find("</main>").unwrap_or(self.text.len());
        let mut text = String::new();
        // A word may have marks inside; blocks are apart.
        let marks = ["strong", "s>", "a ", "a>", "span", "em"];
        for (index, part) in self.text[start..end].split('<').enumerate() {
            let (tag, after) =
                if index == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
            let tag = format!("{}>", tag.trim_start_matches('/'));
            if !marks.iter().any(|mark| tag.starts_with(mark)) {
                text.push(' ');
            }
            text.push_str(&after.replace('\u{a0}', " "));
        }
        let text = text.replace("&#39;", "'").replace("&#34;", "\"");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.replace(" .", ".").replace(" ,", ",").replace(" :", ":")
    }

    /// Every field that a browser would send of the first form of `main` with this action, as it stands on the page.
    pub fn fields(&self, action: &str) -> BTreeMap<String, String> {
        let start = self
            .text
            .find(&format!("action=\"{action}\""))
            .unwrap_or_else(|| panic!("no form {action}:\n{}", self.plain()));
        let form = &self.text[start..];
        let form = &form[..form.find("</form>").unwrap()];
        let attribute = |tag: &str, name: &str| {
            let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
            let rest = &tag[at..];
            Some(rest[..rest.find('"').unwrap()].replace("&#39;", "'").replace("&#34;", "\""))
        };
        let mut fields = BTreeMap::new();
        for tag in form.split('<').filter(|tag| tag.starts_with("input")) {
            let tag = &tag[..tag.find('>').unwrap()];
            let (Some(name), kind) = (attribute(tag, "name"), attribute(tag, "type")) else { continue };
            let chosen = matches!(kind.as_deref(), Some("radio" | "checkbox"));
            if !chosen || tag.contains(" checked") {
                fields.insert(name, attribute(tag, "value").unwrap_or_default());
            }
        }
        for part in form.split("<select").skip(1) {
            let name = attribute(part, "name").unwrap();
            let chosen = part.split("<option").find(|option| option.contains(" selected"));
            fields.insert(name, chosen.and_then(|option| attribute(option, "value")).unwrap_or_default());
        }
        for part in form.split("<textarea").skip(1) {
            let text = &part[part.find('>').unwrap() + 1..part.find("</textarea>").unwrap_or(part.len())];
            fields.insert(attribute(part, "name").unwrap(), text.trim().to_owned());
        }
        fields
    }
}

pub struct House {
    _folder: tempfile::TempDir,
    pub store: Arc<SqliteStore>,
    pub state: AppState,
    app: Router,
    accounts: BTreeMap<Who, Id>,
}

impl House {
    pub async fn new() -> Self {
        NOW.store(MORNING, Ordering::Relaxed);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut record::system_random()).unwrap();
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let outside = Outside::new(|| NOW.load(Ordering::Relaxed), random);
        let shared: Arc<dyn Port> = store.clone();
        let state = AppState::new(shared, outside, Config::default());
        let clinic = Clinic {
            name: "Hill".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            houses: Vec::new(),
            ..Clinic::default()
        };
        let changes = [Change::Clinic(clinic), Change::Formulary(vec!["lioresal-500-20".to_owned()])];
        let append = settings::appending(&changes, 0, MORNING).unwrap();
        let by = By { account: None, form: state.new_id(), content: [0; 32], now: MORNING };
        store.append(by.act(vec![append])).await.unwrap();
        let app = router(state.clone());
        Self { _folder: folder, store, state, app, accounts: BTreeMap::new() }
    }

    pub fn wait(seconds: i64) {
        NOW.fetch_add(seconds, Ordering::Relaxed);
    }

    async fn sign_in(&mut self, who: Who) {
        let (login, role) = who;
        let new = NewAccount { login, name: login, role, password: PASSWORD, password_is_given: false };
        let append = account::opening(&new, self.state.random(), MORNING).unwrap();
        let id = append.stream.id;
        let by = By { account: None, form: self.state.new_id(), content: [1; 32], now: MORNING };
        self.store.append(by.act(vec![append])).await.unwrap();
        self.accounts.insert(who, id);
    }

    /// A session that begins now: tests let days pass.
    async fn cookie(&mut self, who: Who) -> String {
        if !self.accounts.contains_key(&who) {
            self.sign_in(who).await;
        }
        let token = Token::from_random(self.state.random());
        let times = Times { idle_seconds: DAY, absolute_seconds: DAY };
        let now = NOW.load(Ordering::Relaxed);
        session::begin(self.store.as_ref(), &token, self.accounts[&who], times, now).await.unwrap();
        format!("thecal={}", token.text())
    }

    async fn send(
        &mut self,
        who: Who,
        method: &str,
        path: &str,
        kind: &str,
        body: Body,
    ) -> axum::response::Response {
        let cookie = self.cookie(who).await;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookie)
            .header(header::HOST, "clinic.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .body(body)
            .unwrap();
        self.app.clone().oneshot(request).await.unwrap()
    }

    async fn answer(response: axum::response::Response) -> Answer {
        let status = response.status().as_u16();
        let to = response.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap();
        Answer { status, to, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn ask(&mut self, who: Who, method: &str, path: &str, body: String) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        let response = self.send(who, method, path, kind, Body::from(body)).await;
        Self::answer(response).await
    }

    pub async fn get(&mut self, who: Who, path: &str) -> Answer {
        self.ask(who, "GET", path, String::new()).await
    }

    /// Sends fields as they are.
    pub async fn post(&mut self, who: Who, path: &str, fields: &BTreeMap<String, String>) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.ask(who, "POST", path, body.finish()).await
    }

    /// Sends JSON to the interface.
    pub async fn json(&mut self, who: Who, path: &str, body: &Value) -> Answer {
        let body = Body::from(body.to_string());
        let response = self.send(who, "POST", path, "application/json", body).await;
        Self::answer(response).await
    }

    /// Fills in the form of this action on a page, and sends it there.
    pub async fn fill_in(&mut self, who: Who, page: &Answer, action: &str, typed: &[(&str, &str)]) -> Answer {
        let mut fields = page.fields(action);
        for (name, value) in typed {
            fields.insert((*name).to_owned(), (*value).to_owned());
        }
        self.post(who, action, &fields).await
    }

    /// Sends a file with the upload form of a page, as a browser does.
    pub async fn upload(
        &mut self,
        who: Who,
        page: &Answer,
        action: &str,
        name: &str,
        bytes: &[u8],
    ) -> Answer {
        let mut body = Vec::new();
        for (field, value) in page.fields(action).into_iter().filter(|(field, _)| field != "file") {
            let part = format!("--B\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let name = name.replace('"', "%22");
        let head = format!(
            "--B\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: application/pdf\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--B--\r\n");
        let kind = "multipart/form-data; boundary=B";
        let response = self.send(who, "POST", action, kind, Body::from(body)).await;
        Self::answer(response).await
    }

    /// A file as it comes back: headers and bytes.
    pub async fn download(&mut self, who: Who, path: &str) -> (axum::http::HeaderMap, Vec<u8>) {
        let response = self.send(who, "GET", path, "", Body::empty()).await;
        assert_eq!(response.status().as_u16(), 200);
        let headers = response.headers().clone();
        (headers, axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap().to_vec())
    }

    pub fn surgeon() -> Actor {
        let rights = Matrix::default().rights(Role::Surgeon);
        Actor { account: Id(99), name: "Somebody".to_owned(), role: Role::Surgeon, rights }
    }

    pub async fn version(&self, patient: Id) -> u64 {
        self.store.version(Stream { kind: Kind::Patient, id: patient }).await.unwrap()
    }

    /// Records steps on a patient at the version it has.
    pub async fn record(&self, patient: Id, steps: Vec<Step>) {
        let expected = self.version(patient).await;
        let form = Form { id: self.state.new_id(), patient, expected, now: NOW.load(Ordering::Relaxed) };
        let rules = self.state.rules().await.unwrap();
        self.state.practice().record(&Self::surgeon(), form, &rules, steps).await.unwrap();
    }

    /// Records an event of now.
    pub async fn event(&self, patient: Id, event: PatientEvent) {
        let happened = NOW.load(Ordering::Relaxed);
        self.record(patient, vec![Step::Event { event, happened }]).await;
    }

    /// Every event of a patient that stands, oldest first.
    pub async fn events(&self, patient: Id) -> Vec<PatientEvent> {
        let rules = self.state.rules().await.unwrap();
        let patient = self.state.practice().patient(patient, &rules).await.unwrap();
        patient.entries.iter().filter(|entry| entry.stands()).map(|entry| entry.event.clone()).collect()
    }

    pub async fn report(&self, patient: Id, line: Value) {
        self.record(patient, vec![Step::Report { line }]).await;
    }

    /// The lines that stand, of this kind.
    pub async fn lines(&self, patient: Id, kind: &str) -> Vec<Value> {
        let rules = self.state.rules().await.unwrap();
        let patient = self.state.practice().patient(patient, &rules).await.unwrap();
        let lines = patient.lines.iter().filter(|placed| placed.stands);
        lines.map(|placed| placed.line.line.clone()).filter(|line| line.get(kind).is_some()).collect()
    }

    /// Rules that are open now.
    pub async fn open(&self, patient: Id) -> Vec<&'static str> {
        let rules = self.state.rules().await.unwrap();
        let patient = self.state.practice().patient(patient, &rules).await.unwrap();
        let stand = patient.stand(&rules, NOW.load(Ordering::Relaxed)).unwrap();
        stand.open.iter().map(|open| open.rule.about().id).collect()
    }

    pub async fn patient(&self, number: u128) -> Id {
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Ada".to_owned(),
            title: None,
            born: "1980-05-02".parse().unwrap(),
            gender: "female".to_owned(),
            record: format!("R-{number:04}"),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: "mother, 0123".to_owned(),
            language: String::new(),
            house: String::new(),
            invented: false,
        };
        let event = PatientEvent::Registered(identity);
        self.record(Id(number), vec![Step::Event { event, happened: MORNING }]).await;
        Id(number)
    }

    /// A patient whose pump was found running and holds so many mL, at 200 micrograms a day and 500 micrograms per mL:
    /// 0.4 mL a day.
    pub async fn with_pump(&self, number: u128, millilitres: &str) -> Id {
        self.with_model(number, "synchromed-ii-8637-40", millilitres).await
    }

    /// The same with a pump of this model.
    pub async fn with_model(&self, number: u128, model: &str, millilitres: &str) -> Id {
        let id = self.patient(number).await;
        let pump = json!({"model": model, "serial": "NGP-774411H", "tubing": "0.14 mL", "clock": "+01:00",
            "implanted": "2023-02-06", "alarm-volume": "6 mL"});
        let event = PatientEvent::System { pump, catheter: json!({"volume": "0.21 mL"}) };
        let found = json!({"at": "2026-03-02T09:40:00+01:00", "found": {"drug": "lioresal-500-20",
            "concentration": "500 ug/mL", "reservoir": format!("{millilitres} mL"),
            "run": {"mode": "continuous", "dose": "200 ug/d"}}});
        let system = Step::Event { event, happened: MORNING - 1_200 };
        self.record(id, vec![system, Step::Report { line: found }]).await;
        id
    }
}
