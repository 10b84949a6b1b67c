//! The application as it is served, over a file that goes with it.

use clinic::{AppState, Config, Outside, router};
use practice::Practice;
use practice::access::{Actor, Role};
use practice::contacts::{Contacts, Desk};
use practice::rules::Rules;
use practice::settings::Change;
use practice::synth::{self, People, Synth};
use practice::{account, settings};
use record::{Keys, Options, Port, SqliteStore, system_random};
use sha2::{Digest, Sha256};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use thecal::cli::serve::demonstration::{self, outside};
use tokio::net::TcpListener;

/// Opens the set-up page of [`House::empty`].
pub const SET_UP_CODE: &str = "ABCDE-FGHJK";

pub struct House {
    /// `http://127.0.0.1:` and the port.
    pub address: String,
    pub state: AppState,
    pub store: Arc<SqliteStore>,
    /// By how many seconds its clock is ahead of that of the machine.
    ahead: Arc<AtomicI64>,
    /// What serves it, with every connection; none once it was cut off.
    serving: Mutex<Option<tokio::runtime::Runtime>>,
    _folder: tempfile::TempDir,
}

impl House {
    /// Nothing is set up yet.
    pub async fn empty() -> Self {
        let hash: [u8; 32] = Sha256::digest(SET_UP_CODE.replace('-', "")).into();
        Self::serve(Config { set_up_code: Some(hash), ..Config::default() }, 0).await
    }

    /// The demonstration with so many patients over so many years, and its people.
    pub async fn demonstration(patients: u32, years: u32) -> Self {
        let house = Self::on(outside().now()).await;
        let wanted = Synth { patients, years, seed: 1, now: outside().now(), first: 1, all_years: false };
        demonstration::patients(house.store.clone(), wanted, patients, |_| {}).await.unwrap();
        house
    }

    /// The people of the demonstration, no patient, and a clock that stands at `now`, in seconds since 1970, and goes on.
    pub async fn on(now: i64) -> Self {
        let config = Config { demonstration: true, ..Config::default() };
        let house = Self::serve(config, now - outside().now()).await;
        demonstration::opened(house.store.as_ref(), &outside_by(&house.ahead)).await.unwrap();
        house
    }

    /// So many seconds pass at once.
    pub fn wait(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The invented patients on the way to an implant and after it, beside `others` that are here.
    pub async fn on_the_way(&self, others: u32) {
        let settings = settings::load(self.store.as_ref()).await.unwrap();
        let rules = Arc::new(Rules::of(&settings).unwrap());
        let actor = |role: Role| {
            let name = format!("Invented {}", role.title());
            Actor { account: account::id(role.word()), name, role, rights: settings.access.rights(role) }
        };
        let people = People {
            nurse: actor(Role::Nurse),
            physician: actor(Role::Physician),
            surgeon: actor(Role::Surgeon),
            therapist: actor(Role::Therapist),
            coordinator: actor(Role::Coordinator),
        };
        let now = outside().now();
        let wanted = Synth { patients: 0, years: 15, seed: 1_001, now, first: 1 + others, all_years: false };
        let practice = Practice::new(self.store.clone(), true);
        synth::way(&practice, &rules, &people, &settings.holidays(), &wanted).await.unwrap();
    }

    async fn serve(config: Config, ahead: i64) -> Self {
        let ahead = Arc::new(AtomicI64::new(ahead));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut system_random()).unwrap();
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        // A runtime of its own: only so do connections that are open end with it.
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let listener = runtime.spawn(TcpListener::bind("127.0.0.1:0")).await.unwrap().unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let port: Arc<dyn Port> = store.clone();
        let state = AppState::new(port, outside_by(&ahead), config);
        let service = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
        drop(runtime.spawn(async move { axum::serve(listener, service).await.unwrap() }));
        Self { address, state, store, ahead, serving: Mutex::new(Some(runtime)), _folder: folder }
    }

    /// Every patient's stream.
    pub async fn store_streams(&self) -> Vec<(record::Id, u64)> {
        self.store.streams(record::Kind::Patient, None, 1_000).await.unwrap()
    }

    /// The physician of the demonstration.
    pub async fn physician(&self) -> Actor {
        let settings = settings::load(self.store.as_ref()).await.unwrap();
        let role = Role::Physician;
        let name = format!("Invented {}", role.title());
        Actor { account: account::id(role.word()), name, role, rights: settings.access.rights(role) }
    }

    /// With somebody to call at any hour.
    pub async fn with_contacts(&self) {
        let desk = |name: &str, phone: &str| Desk {
            name: name.to_owned(),
            phone: phone.to_owned(),
            email: None,
            note: None,
        };
        let contacts = Contacts {
            desks: vec![desk("Pump nurses", "+49 30 0000 100")],
            rules: Vec::new(),
            fallback: desk("Surgery on call", "+49 30 0000 999"),
            fallback_covers_gaps: true,
        };
        let version = self.store.version(settings::STREAM).await.unwrap();
        let append = settings::appending(&[Change::Contacts(contacts)], version, self.state.now()).unwrap();
        self.store.append(self.state.by_nobody().act(vec![append])).await.unwrap();
    }

    /// From now on nobody reaches it: every connection ends.
    pub fn cut_off(&self) {
        if let Some(runtime) = self.serving.lock().unwrap().take() {
            runtime.shutdown_background();
        }
    }
}

/// The randomness of this machine, and its clock with what it is ahead.
fn outside_by(ahead: &Arc<AtomicI64>) -> Outside {
    let ahead = Arc::clone(ahead);
    let fill = |bytes: &mut [u8]| {
        for part in bytes.chunks_mut(32) {
            let chance: [u8; 32] = outside().random();
            part.copy_from_slice(&chance[..part.len()]);
        }
    };
    Outside::new(move || outside().now() + ahead.load(Ordering::Relaxed), fill)
}

impl Drop for House {
    fn drop(&mut self) {
        self.cut_off();
    }
}
