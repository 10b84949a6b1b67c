//! What every handler shares: the store, the settings of now, clock and randomness.

use crate::error::PageError;
use crate::form::Form;
use practice::account::By;
use practice::settings::{self, Settings};
use record::{Id, Port};
use std::sync::{Arc, PoisonError, RwLock};

/// Clock and randomness come from outside, so that tests can hold them still.
#[derive(Clone, Copy)]
pub struct Outside {
    /// Seconds since 1970.
    pub now: fn() -> i64,
    /// Fills with random bytes.
    pub random: fn(&mut [u8]),
}

/// How this application is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Whether browsers reach it over https, through a proxy that tells their address.
    pub https: bool,
    /// Whether it listens on the loopback only.
    pub loopback: bool,
    /// Name of the session's cookie; two applications on one host need two.
    pub cookie: String,
    /// Whether everything in it is invented.
    pub demonstration: bool,
    /// Where the demonstration is served, if beside this one.
    pub demonstration_address: Option<String>,
    /// SHA-256 of the set-up code, if one was made.
    pub set_up_code: Option<[u8; 32]>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            https: false,
            loopback: true,
            cookie: "thecal".to_owned(),
            demonstration: false,
            demonstration_address: None,
            set_up_code: None,
        }
    }
}

/// What every handler shares; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

struct Inner {
    store: Arc<dyn Port>,
    outside: Outside,
    config: Config,
    settings: RwLock<Arc<Settings>>,
}

impl AppState {
    /// Over this store.
    #[must_use]
    pub fn new(store: Arc<dyn Port>, outside: Outside, config: Config) -> Self {
        let settings = RwLock::new(Arc::new(Settings::default()));
        Self(Arc::new(Inner { store, outside, config, settings }))
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &dyn Port {
        self.0.store.as_ref()
    }

    /// The store, to be kept.
    #[must_use]
    pub fn store_shared(&self) -> Arc<dyn Port> {
        Arc::clone(&self.0.store)
    }

    /// How it is served.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.0.outside.now)()
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0.outside.random)(&mut bytes);
        bytes
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> Id {
        Id::from_random(self.random())
    }

    /// Who acts on which form, now.
    #[must_use]
    pub fn by(&self, account: Id, form: &Form) -> By {
        By { account: Some(account), form: form.id, content: form.content(), now: self.now() }
    }

    /// The system itself acts, now.
    #[must_use]
    pub fn by_nobody(&self) -> By {
        By { account: None, form: self.new_id(), content: [0; 32], now: self.now() }
    }

    /// The settings of now.
    ///
    /// # Errors
    /// The store does not answer, or holds what cannot be read.
    pub async fn settings(&self) -> Result<Arc<Settings>, PageError> {
        let version = self.store().version(settings::STREAM).await?;
        let kept = Arc::clone(&self.0.settings.read().unwrap_or_else(PoisonError::into_inner));
        if kept.version == version {
            return Ok(kept);
        }
        let fresh = Arc::new(settings::load(self.store()).await?);
        *self.0.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        Ok(fresh)
    }
}
