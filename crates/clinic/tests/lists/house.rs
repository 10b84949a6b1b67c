//! A clinic in a folder: an application over a store, people of each role, patients by steps, pages by their address.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use clinic::{AppState, Config, Outside, router};
use practice::access::Role;
use practice::account::{self, By, NewAccount};
use practice::patient::{Identity, PatientEvent};
use practice::session::{self, Token};
use practice::settings::{self, Change, Clinic};
use practice::{Form, Practice, Step};
use record::{Id, Keys, Kind, Options, Port, SqliteStore, Stream};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tower::ServiceExt;

/// 2026-03-02 10:00 in Berlin.
pub const MORNING: i64 = 1_772_442_000;
pub const DAY: i64 = 86_400;

static NOW: AtomicI64 = AtomicI64::new(MORNING);
static NUMBER: AtomicU64 = AtomicU64::new(1);

fn random(bytes: &mut [u8]) {
    for (place, byte) in bytes.iter_mut().rev().enumerate() {
        let number = NUMBER.fetch_add(u64::from(place == 0), Ordering::Relaxed);
        *byte = number.to_le_bytes().get(place).copied().unwrap_or(7);
    }
}

pub fn set_now(now: i64) {
    NOW.store(now, Ordering::Relaxed);
}

pub struct House {
    _folder: tempfile::TempDir,
    pub store: Arc<SqliteStore>,
    pub state: AppState,
    app: Router,
    cookies: BTreeMap<(Role, i64), String>,
}

/// An answer: status, where it leads, and its text.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub text: String,
}

impl Answer {
    pub fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "{} {}: no {words:?} in\n{}", self.status, self.to, self.text);
        self
    }
    pub fn silent(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} in\n{}", self.text);
        self
    }
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}\n{}", self.to, self.text);
        self
    }
    /// The value of a hidden or visible field of the page's post form.
    pub fn field(&self, name: &str) -> String {
        let start = self.text.find("<form method=\"post\" action=\"/patients").unwrap_or(0);
        let page = &self.text[start..];
        let at =
            page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no field {name} in\n{page}"));
        let rest = &page[at..];
        let value = &rest[rest.find("value=\"").unwrap() + 7..];
        value[..value.find('"').unwrap()].to_owned()
    }
}

impl House {
    pub async fn new() -> Self {
        set_now(MORNING);
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
            houses: vec!["North".to_owned(), "South".to_owned()],
            ..Clinic::default()
        };
        let by = By { account: None, form: state.new_id(), content: [0; 32], now: MORNING };
        let append = settings::appending(&[Change::Clinic(clinic)], 0, MORNING).unwrap();
        store.append(by.act(vec![append])).await.unwrap();
        let app = router(state.clone());
        Self { _folder: folder, store, state, app, cookies: BTreeMap::new() }
    }

    /// Somebody of this role, signed in.
    pub async fn sign_in(&mut self, role: Role) {
        let now = NOW.load(Ordering::Relaxed);
        let login = format!("{}-{now}", role.word());
        let new = NewAccount {
            login: &login,
            name: role.title(),
            role,
            password: "horse battery staple four",
            password_is_given: false,
        };
        let append = account::opening(&new, self.state.random(), now).unwrap();
        let id = append.stream.id;
        let by = By { account: None, form: self.state.new_id(), content: [1; 32], now };
        self.store.append(by.act(vec![append])).await.unwrap();
        let token = Token::from_random(self.state.random());
        let times = session::Times { idle_seconds: 1 << 40, absolute_seconds: 1 << 40 };
        session::begin(self.store.as_ref(), &token, id, times, now).await.unwrap();
        self.cookies.insert((role, now), format!("thecal={}", token.text()));
    }

    async fn ask(&mut self, role: Role, method: &str, path: &str, body: String) -> Answer {
        // A session ends after a while without a request: at another time it is another one.
        let key = (role, NOW.load(Ordering::Relaxed));
        if !self.cookies.contains_key(&key) {
            self.sign_in(role).await;
        }
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, &self.cookies[&key])
            .header(header::HOST, "clinic.example")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let to = response.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap();
        Answer { status, to, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub async fn get(&mut self, role: Role, path: &str) -> Answer {
        self.ask(role, "GET", path, String::new()).await
    }

    pub async fn post(&mut self, role: Role, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let body = body.finish();
        self.ask(role, "POST", path, body).await
    }

    fn practice(&self) -> &Practice {
        self.state.practice()
    }

    fn nurse() -> practice::access::Actor {
        let rights = practice::access::Matrix::default().rights(Role::Surgeon);
        practice::access::Actor { account: Id(99), name: "Somebody".to_owned(), role: Role::Surgeon, rights }
    }

    /// Records steps on a patient at the version it has.
    pub async fn record(&self, patient: Id, steps: Vec<Step>) {
        let expected = self.version(patient).await;
        let form = Form { id: self.state.new_id(), patient, expected, now: NOW.load(Ordering::Relaxed) };
        let rules = self.state.rules().await.unwrap();
        self.practice().record(&Self::nurse(), form, &rules, steps).await.unwrap();
    }

    pub async fn version(&self, patient: Id) -> u64 {
        self.store.version(Stream { kind: Kind::Patient, id: patient }).await.unwrap()
    }

    pub async fn event(&self, patient: Id, event: PatientEvent) {
        let happened = NOW.load(Ordering::Relaxed);
        self.record(patient, vec![Step::Event { event, happened }]).await;
    }

    pub async fn report(&self, patient: Id, line: Value) {
        self.record(patient, vec![Step::Report { line }]).await;
    }

    /// A patient without a pump.
    pub async fn patient(&self, number: u128, family: &str, given: &str, born: &str, house: &str) -> Id {
        let identity = Identity {
            family: family.to_owned(),
            given: given.to_owned(),
            title: None,
            born: born.parse().unwrap(),
            gender: "female".to_owned(),
            record: format!("R-{number:04}"),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: "mother, 0123".to_owned(),
            language: String::new(),
            house: house.to_owned(),
            invented: false,
        };
        let id = Id(number);
        self.event(id, PatientEvent::Registered(identity)).await;
        id
    }

    /// The same, with a running pump that was found on `MORNING` with so many mL.
    pub async fn with_pump(&self, number: u128, family: &str, millilitres: &str) -> Id {
        self.with_run(number, family, millilitres, &json!({"mode": "continuous", "dose": "200 ug/d"})).await
    }

    /// The same with a program of the test's own.
    pub async fn with_run(&self, number: u128, family: &str, millilitres: &str, run: &Value) -> Id {
        let id = self.patient(number, family, "Ada", "1980-05-02", "North").await;
        let serial = format!("INVENTED-{number:04}");
        let pump = json!({"model": "synchromed-ii-8637-40", "serial": serial, "tubing": "0.14 mL", "clock": "+01:00",
            "implanted": "2022-02-06", "alarm-volume": "2 mL"});
        let event = PatientEvent::System { pump, catheter: json!({"volume": "0.21 mL"}) };
        let found = json!({"at": "2026-03-02T09:40:00+01:00", "found": {"drug": "lioresal-500-20",
            "concentration": "500 ug/mL", "reservoir": format!("{millilitres} mL"),
            "run": run}});
        let steps = vec![Step::Event { event, happened: MORNING - 1_200 }, Step::Report { line: found }];
        self.record(id, steps).await;
        id
    }
}
