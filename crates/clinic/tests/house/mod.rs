//! A clinic for tests: the real router over a real store in a scratch folder, with a clock that stands still until it is
//! moved and randomness that repeats. No network.
#![allow(dead_code, reason = "not every test needs all of it")]

pub mod invented;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use clinic::{AppState, Config, Outside};
use practice::access::Role;
use practice::account::{self, By, NewAccount};
use practice::settings::{self, Change, Clinic};
use record::{Id, Keys, Options, Port, SqliteStore, system_random};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use tower::ServiceExt;

/// 3 March 2026, 08:00 UTC.
pub const START: i64 = 1_772_524_800;
/// Of every account in the house.
pub const PASSWORD: &str = "four quiet lanterns drift";

pub struct House {
    pub state: AppState,
    pub store: Arc<SqliteStore>,
    clock: Arc<AtomicI64>,
    router: Router,
    _folder: tempfile::TempDir,
}

impl House {
    /// Empty: nothing is set up; the code is "TESTC-ODEAB".
    pub async fn empty(config: Config) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut system_random()).unwrap();
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys).careless()).await.unwrap());
        let clock = Arc::new(AtomicI64::new(START));
        let (now, seed) = (Arc::clone(&clock), AtomicU64::new(1));
        let outside = Outside::new(
            move || now.load(Ordering::SeqCst),
            move |bytes: &mut [u8]| {
                for byte in bytes {
                    // Different each time, the same in each run; nobody attacks a test.
                    let next = seed.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
                    *byte = next.wrapping_mul(0xff51_afd7_ed55_8ccd).to_be_bytes()[0];
                }
            },
        );
        let port: Arc<dyn Port> = store.clone();
        let state = AppState::new(port, outside, config);
        let router = clinic::router(state.clone());
        Self { state, store, clock, router, _folder: folder }
    }

    /// Set up, with one account a role: its login name is the word of the role.
    pub async fn with(config: Config) -> Self {
        let house = Self::empty(config).await;
        let clinic = Clinic {
            name: "Test Clinic".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            houses: vec!["North".to_owned()],
            ..Clinic::default()
        };
        let mut appends = vec![settings::appending(&[Change::Clinic(clinic)], 0, START).unwrap()];
        for role in Role::ALL {
            let name = format!("Test {}", role.title());
            let new = NewAccount {
                login: role.word(),
                name: &name,
                role: *role,
                password: PASSWORD,
                password_is_given: false,
            };
            appends.push(account::opening(&new, house.state.random(), START).unwrap());
        }
        let by = By { account: None, form: Id(7), content: [0; 32], now: START };
        house.store.append(by.act(appends)).await.unwrap();
        house
    }

    pub async fn new() -> Self {
        Self::with(Config::default()).await
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// A browser in which nobody is signed in.
    pub fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookies: Vec::new(), headers: HeaderMap::new() }
    }

    /// A browser in which the account of this role is signed in.
    pub async fn signed_in(&self, login: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.post("/sign-in", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login} signs in: {}", answer.body);
        browser
    }
}

/// Keeps cookies, as browsers do.
pub struct Browser<'a> {
    house: &'a House,
    pub cookies: Vec<(String, String)>,
    /// Sent with every request.
    pub headers: HeaderMap,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Every element of this name, as it begins: for `input`, `<input …>`.
    pub fn tags(&self, name: &str) -> Vec<String> {
        let begin = format!("<{name}");
        let starts = self.body.match_indices(&begin).map(|(at, _)| at);
        let whole = starts.map(|at| self.body[at..].split_once('>').unwrap().0.to_owned() + ">");
        whole.filter(|tag| tag[name.len() + 1..].starts_with([' ', '>', '\n'])).collect()
    }

    /// The value of the first field of this name in the page.
    pub fn value(&self, field: &str) -> Option<String> {
        let named = format!("name=\"{field}\"");
        let tag = self.tags("input").into_iter().find(|tag| tag.contains(&named))?;
        attribute(&tag, "value")
    }
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0.replace("&#38;", "&").replace("&#34;", "\"").replace("&#60;", "<"))
}

impl Browser<'_> {
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, Vec::new(), None).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        let form = Some("application/x-www-form-urlencoded");
        self.send(Method::POST, path, body.finish().into_bytes(), form).await
    }

    /// Fills the form of a page and sends it: form id and version come from the page.
    pub async fn fill(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        let (form, expected) = (page.value("form").unwrap(), page.value("expected").unwrap());
        let mut all = vec![("form", form.as_str()), ("expected", expected.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }

    pub async fn send(&mut self, method: Method, path: &str, body: Vec<u8>, kind: Option<&str>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "clinic.test");
        if let Some(kind) = kind {
            request = request.header("content-type", kind);
        }
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = self.house.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        for set in parts.headers.get_all("set-cookie") {
            let (pair, attributes) = set.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !attributes.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

/// What every page must hold: one h1, a title, a main, a label for each field, an explanation for each error.
pub fn is_sound(path: &str, page: &Answer) {
    let count = |what: &str| page.body.matches(what).count();
    assert_eq!(count("<h1"), 1, "{path}: one h1\n{}", page.body);
    assert_eq!(count("<title>"), 1, "{path}: one title");
    assert_eq!(count("<main id=\"main\""), 1, "{path}: one main");
    assert!(!page.body.contains(" style="), "{path}: the policy refuses style attributes");
    assert!(!page.body.contains(" onclick="), "{path}: the policy refuses handlers");
    let mut ids: Vec<String> = Vec::new();
    let every = page.body.split('<').skip(1).filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag);
    ids.extend(every.filter_map(|tag| attribute(tag, "id")));
    let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{path}: ids are unique: {ids:?}");
    for kind in ["input", "select", "textarea"] {
        for tag in page.tags(kind) {
            let hidden = ["hidden", "submit"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
            let boxed = ["checkbox", "radio"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
            let named = attribute(&tag, "id").is_some_and(|id| page.body.contains(&format!("for=\"{id}\"")));
            let labelled = named || boxed || tag.contains("aria-label");
            assert!(hidden || labelled, "{path}: no label for {tag}");
            for id in attribute(&tag, "aria-describedby").unwrap_or_default().split_whitespace() {
                assert!(ids.contains(&id.to_owned()), "{path}: {tag} is described by nothing");
            }
        }
    }
    for form in page.tags("form") {
        if form.contains("method=\"post\"") {
            assert!(attribute(&form, "action").is_some_and(|to| to.starts_with('/')), "{path}: {form}");
        }
    }
}
