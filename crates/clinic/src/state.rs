//! What every handler shares: the store, the settings of now, clock and randomness.

use crate::error::PageError;
use crate::form::Form;
use crate::telemetry::Programmer;
use practice::Practice;
use practice::account::By;
use practice::reminder::Post;
use practice::rules::Rules;
use practice::settings::{self, Settings};
use record::{Id, Port};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// Clock and randomness come from outside, so that tests can hold them still.
#[derive(Clone)]
pub struct Outside {
    now: Arc<Clock>,
    random: Arc<Chance>,
}

/// Seconds since 1970.
type Clock = dyn Fn() -> i64 + Send + Sync;
/// Fills with random bytes.
type Chance = dyn Fn(&mut [u8]) + Send + Sync;

impl Outside {
    /// This clock and this randomness.
    pub fn new(
        now: impl Fn() -> i64 + Send + Sync + 'static,
        random: impl Fn(&mut [u8]) + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), random: Arc::new(random) }
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn now(&self) -> i64 {
        (self.now)()
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }
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
    practice: Practice,
    /// Seals forms that people outside fill in; new with each start.
    form_key: [u8; 32],
    /// The rules, with the version of the settings they were made from.
    rules: RwLock<Option<(u64, Arc<Rules>)>>,
    /// What sends letters, if anything does.
    post: OnceLock<Arc<dyn Post>>,
    /// What reaches pumps, if anything does.
    programmer: OnceLock<Arc<Programmer>>,
}

impl AppState {
    /// Over this store.
    #[must_use]
    pub fn new(store: Arc<dyn Port>, outside: Outside, config: Config) -> Self {
        let settings = RwLock::new(Arc::new(Settings::default()));
        let practice = Practice::new(Arc::clone(&store), config.demonstration);
        let form_key = outside.random();
        let (rules, post, programmer) = (RwLock::new(None), OnceLock::new(), OnceLock::new());
        Self(Arc::new(Inner {
            store,
            outside,
            config,
            settings,
            practice,
            form_key,
            rules,
            post,
            programmer,
        }))
    }

    /// Sends letters this way from now on; only the first one counts.
    pub fn send_by(&self, post: Arc<dyn Post>) {
        drop(self.0.post.set(post));
    }

    /// Reaches pumps this way from now on; only the first one counts.
    pub fn reach_pumps_by(&self, programmer: Arc<Programmer>) {
        drop(self.0.programmer.set(programmer));
    }

    /// What reaches pumps.
    #[must_use]
    pub fn programmer(&self) -> Option<&Programmer> {
        self.0.programmer.get().map(AsRef::as_ref)
    }

    /// What reaches pumps, to be kept.
    #[must_use]
    pub fn programmer_shared(&self) -> Option<Arc<Programmer>> {
        self.0.programmer.get().cloned()
    }

    /// What sends letters; none in the demonstration.
    #[must_use]
    pub fn post(&self) -> Option<&dyn Post> {
        self.0.post.get().map(AsRef::as_ref)
    }

    /// Loads what papers need, in the background: the first paper is as quick as the next ones, and nobody waits for it
    /// at the start.
    pub fn warm_papers(&self) {
        std::thread::spawn(|| {
            if let Err(error) = documents::Warmed::shared() {
                tracing::error!(%error, "no paper can be made");
            }
        });
    }

    /// The door to the record.
    #[must_use]
    pub fn practice(&self) -> &Practice {
        &self.0.practice
    }

    /// Seals forms that people outside fill in.
    pub(crate) fn form_key(&self) -> &[u8; 32] {
        &self.0.form_key
    }

    /// What acts are judged by now.
    ///
    /// # Errors
    /// The store does not answer, or the settings make no rules.
    pub async fn rules(&self) -> Result<Arc<Rules>, PageError> {
        let settings = self.settings().await?;
        let kept = self.0.rules.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, rules)) = kept.filter(|(version, _)| *version == settings.version) {
            return Ok(rules);
        }
        let fresh = Rules::of(&settings).map_err(|error| PageError::Fault(error.to_string()))?;
        let mut kept = self.0.rules.write().unwrap_or_else(PoisonError::into_inner);
        // Somebody may have been faster: one value for one version, since patients are kept by it.
        if let Some((_, rules)) = kept.as_ref().filter(|(version, _)| *version == settings.version) {
            return Ok(Arc::clone(rules));
        }
        let fresh = Arc::new(fresh);
        *kept = Some((settings.version, Arc::clone(&fresh)));
        Ok(fresh)
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
        self.0.outside.now()
    }

    /// Random bytes.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        self.0.outside.random()
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
