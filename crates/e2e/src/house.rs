//! The application as it is served, over a file that goes with it.

use clinic::{AppState, Config, router};
use practice::synth::Synth;
use record::{Keys, Options, Port, SqliteStore, system_random};
use sha2::{Digest, Sha256};
use std::net::SocketAddr;
use std::sync::Arc;
use thecal::cli::serve::demonstration::{self, outside};
use tokio::net::TcpListener;

/// Opens the set-up page of [`House::empty`].
pub const SET_UP_CODE: &str = "ABCDE-FGHJK";

pub struct House {
    /// `http://127.0.0.1:` and the port.
    pub address: String,
    pub state: AppState,
    pub store: Arc<SqliteStore>,
    serving: tokio::task::JoinHandle<()>,
    _folder: tempfile::TempDir,
}

impl House {
    /// Nothing is set up yet.
    pub async fn empty() -> Self {
        let hash: [u8; 32] = Sha256::digest(SET_UP_CODE.replace('-', "")).into();
        Self::serve(Config { set_up_code: Some(hash), ..Config::default() }).await
    }

    /// The demonstration with so many patients over so many years, and its people.
    pub async fn demonstration(patients: u32, years: u32) -> Self {
        let house = Self::serve(Config { demonstration: true, ..Config::default() }).await;
        let store: Arc<dyn Port> = house.store.clone();
        demonstration::opened(store.as_ref(), &outside()).await.unwrap();
        let wanted = Synth { patients, years, seed: 1, now: outside().now(), first: 1, all_years: false };
        demonstration::patients(store, wanted, patients, |_| {}).await.unwrap();
        house
    }

    async fn serve(config: Config) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clinic.db");
        let keys = Keys::beside(&path, &mut system_random()).unwrap();
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let port: Arc<dyn Port> = store.clone();
        let state = AppState::new(port, outside(), config);
        let service = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let serving = tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        Self { address, state, store, serving, _folder: folder }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
