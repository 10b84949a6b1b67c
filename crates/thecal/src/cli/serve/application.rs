//! One application: a store, an address, and the pages between them.

use super::place::Database;
use super::{demonstration, text};
use crate::cli::CliError;
use clinic::telemetry::Programmer;
use clinic::{AppState, Config, Outside};
use core::time::Duration;
use programmer::{Identity, TcpWire, Wire, WireError};
use record::{Keys, Options, Port, Purpose, SqliteStore, system_random};
use sha2::{Digest, Sha256};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// What an application is for.
pub(super) enum Kind {
    /// Real patients; with the address of the demonstration beside it.
    Clinic { demonstration: Option<String> },
    /// Invented patients.
    Demonstration,
}

pub(super) struct Application {
    store: Arc<SqliteStore>,
    state: AppState,
    listener: TcpListener,
    at: SocketAddr,
    /// The set-up code, if there is something to set up.
    code: Option<String>,
    demonstration: bool,
}

/// A head is signed once an hour, and before closing.
const HEAD_EVERY: Duration = Duration::from_secs(3600);
/// Whoever is still loading a page after so long will not get it.
const STOP_WITHIN: Duration = Duration::from_secs(10);
/// So often it is looked which reminders are due.
const REMIND_EVERY: Duration = Duration::from_secs(60);

impl Application {
    pub(super) async fn open(
        database: Database,
        at: SocketAddr,
        https: bool,
        kind: Kind,
    ) -> Result<Self, CliError> {
        // The port first: without it nothing needs to be opened.
        let listener = TcpListener::bind(at).await.map_err(|error| {
            CliError::Serve(format!("cannot listen on {at}: {error}. Name another address with --listen"))
        })?;
        let at = listener.local_addr().map_err(|error| CliError::Serve(error.to_string()))?;
        let keys = Keys::beside(&database.path, &mut system_random())?;
        let programmer = programmer(&keys);
        let store = Arc::new(SqliteStore::open(&database.path, Options::new(keys)).await?);
        let port: Arc<dyn Port> = store.clone();
        let settings = practice::settings::load(port.as_ref()).await;
        let is_set_up = settings.map_err(|error| CliError::Serve(error.to_string()))?.is_set_up();
        let (is_demonstration, beside) = match kind {
            Kind::Clinic { demonstration } => (false, demonstration),
            Kind::Demonstration => (true, None),
        };
        let code = (!is_set_up && !is_demonstration).then(new_code);
        let config = Config {
            https,
            loopback: at.ip().is_loopback(),
            // Cookies know hosts but no ports: two applications on one host must not take each other's.
            cookie: format!("thecal-{}", at.port()),
            demonstration: is_demonstration,
            demonstration_address: beside,
            set_up_code: code.as_deref().map(code_hash),
        };
        let state = AppState::new(port, outside(), config);
        // Invented people get no letters.
        #[cfg(feature = "mail")]
        if !is_demonstration {
            state.send_by(Arc::new(super::post::Smtp));
        }
        state.reach_pumps_by(Arc::new(programmer));
        state.warm_papers();
        Ok(Self { store, state, listener, at, code, demonstration: is_demonstration })
    }

    /// Where a browser finds it.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.at)
    }

    /// What is printed about it, in rows.
    pub(super) fn said(&self) -> Vec<(String, String)> {
        let mut rows = Vec::new();
        if self.demonstration {
            rows.push(("demonstration".to_owned(), format!("{} (invented patients)", self.address())));
        } else {
            rows.push(("clinic".to_owned(), self.address()));
        }
        if let Some(code) = &self.code {
            rows.push((
                "set-up code".to_owned(),
                format!("{code} (for the first page, until it has been used)"),
            ));
        }
        if !self.at.ip().is_loopback() && !self.state.config().https {
            let warning = "others on the network reach this address, and passwords travel unencrypted: put a proxy \
                           with https in front and start with --behind-https-proxy";
            rows.push(("warning".to_owned(), warning.to_owned()));
        }
        rows
    }

    /// Serves until it is told to stop, then closes the store.
    pub(super) async fn serve(self, mut stop: watch::Receiver<bool>) -> Result<(), CliError> {
        let mut stopping = stop.clone();
        let filling = self
            .demonstration
            .then(|| tokio::spawn(demonstration::fill(self.state.store_shared(), outside())));
        let reminding = tokio::spawn(remind(self.state.clone(), stop.clone()));
        let heads = tokio::spawn(sign_heads(Arc::clone(&self.store)));
        let service = clinic::router(self.state).into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(self.listener, service).with_graceful_shutdown(async move {
            // A sender that has gone means stop as well.
            stop.wait_for(|stop| *stop).await.ok();
        });
        let served = tokio::select! {
            served = async { serving.await } => served,
            () = async { stopping.wait_for(|stop| *stop).await.ok(); tokio::time::sleep(STOP_WITHIN).await } => Ok(()),
        };
        heads.abort();
        // A letter on its way is waited for: cut off, nobody would know whether it went out.
        tokio::time::timeout(STOP_WITHIN, reminding).await.ok();
        if let Some(filling) = filling {
            filling.abort();
        }
        if let Err(error) = self.store.sign_head(now()).await {
            tracing::warn!(%error, "no head was signed before closing");
        }
        self.store.close().await;
        served.map_err(|error| CliError::Serve(error.to_string()))
    }
}

/// Sends reminders, round after round, until it is told to stop.
async fn remind(state: AppState, mut stop: watch::Receiver<bool>) {
    if state.post().is_none() {
        return;
    }
    let told = stop.clone();
    let stopping = move || *told.borrow() || told.has_changed().is_err();
    loop {
        tokio::select! {
            () = tokio::time::sleep(REMIND_EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
        let Some(post) = state.post() else { return };
        let (rules, settings) = match (state.rules().await, state.settings().await) {
            (Ok(rules), Ok(settings)) => (rules, settings),
            (Err(error), _) | (_, Err(error)) => {
                tracing::error!(%error, "no reminders are sent");
                continue;
            }
        };
        let round = practice::reminder::round(state.practice(), &rules, &settings, post, &now, &stopping);
        match round.await {
            Ok(done) if done.failed > 0 => tracing::warn!(?done, "reminders were not sent"),
            Ok(done) => tracing::debug!(?done, "reminders"),
            Err(error) => tracing::error!(%error, "a round of reminders was cut short"),
        }
    }
}

async fn sign_heads(store: Arc<SqliteStore>) {
    loop {
        tokio::time::sleep(HEAD_EVERY).await;
        if let Err(error) = store.sign_head(now()).await {
            tracing::error!(%error, "no head was signed");
        }
    }
}

/// The clock and the randomness of this machine.
#[must_use]
pub fn outside() -> Outside {
    Outside::new(now, random)
}

/// The clinic's programmer, by keys that come from those of the record: who has the record is known to its pumps.
fn programmer(keys: &Keys) -> Programmer {
    let identity = Identity::of_seed(&keys.derived(Purpose::Programmer));
    let dial = |address: &str| -> Result<Box<dyn Wire + Send>, WireError> {
        Ok(Box::new(TcpWire::dial(address, DIAL_WITHIN)?))
    };
    Programmer::new(identity, dial, random)
}

/// How long a line to a pump is waited for.
const DIAL_WITHIN: Duration = Duration::from_secs(3);

fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// Without randomness there are no tokens and no ids: better none at all than guessable ones.
fn random(bytes: &mut [u8]) {
    if let Err(error) = getrandom::fill(bytes) {
        text::complain(&format!("the operating system gives no random bytes: {error}"));
        std::process::abort();
    }
}

/// Letters and digits that nobody takes for another.
const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Ten of them: fifty random bits, typed once.
fn new_code() -> String {
    let mut bytes = [0; 10];
    random(&mut bytes);
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).map(|letter| char::from(*letter));
    let mut code: String = bytes.iter().filter_map(letter).collect();
    code.insert(5, '-');
    code
}

fn code_hash(code: &str) -> [u8; 32] {
    Sha256::digest(code.replace('-', "")).into()
}

/// Waits for Ctrl-C or for what a service manager sends.
pub(super) async fn told_to_stop() {
    let interrupted = async { tokio::signal::ctrl_c().await.ok() };
    #[cfg(unix)]
    {
        let terminated = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut terminate) => terminate.recv().await,
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { _ = interrupted => {}, _ = terminated => {} }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
