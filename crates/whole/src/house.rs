//! The clinic's side: a real store in a folder of its own, the real door, and the people who act.

use practice::access::{Actor, Matrix, Role};
use practice::patient::{Identity, Patient, PatientEvent};
use practice::rules::Rules;
use practice::settings::Settings;
use practice::{Done, Form, Practice, Refusal, Step};
use rand::rngs::ChaCha8Rng;
use rand::{Rng as _, SeedableRng as _};
use record::{Id, Keys, Options, Port, SqliteStore};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    Nurse,
    Physician,
    Second,
    Surgeon,
}

/// Where folders in memory are, if the system has such a place: nothing waits for a disk there.
const IN_MEMORY: &str = "/dev/shm";

pub(crate) struct House {
    runtime: Runtime,
    folder: TempDir,
    store: Arc<SqliteStore>,
    practice: Practice,
    pub rules: Arc<Rules>,
    pub patient: Id,
    dice: ChaCha8Rng,
    actors: [Actor; 4],
    /// The patient as last read; nobody else writes here.
    kept: RefCell<Option<Arc<Patient>>>,
    version: u64,
    /// Forms handed in, and those that were refused.
    pub forms: u64,
    pub refused: u64,
}

fn actor(account: u128, role: Role) -> Actor {
    let name = format!("Invented {} {account}", role.title());
    Actor { account: Id(account), name, role, rights: Matrix::default().rights(role) }
}

/// A time as a line has it.
pub(crate) fn moment(at: i64) -> String {
    jiff::Timestamp::from_second(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string()
}

fn options(path: &Path, seed: u64) -> Result<Options, String> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut random: record::Random = Box::new(move |bytes| {
        dice.fill_bytes(bytes);
        Ok(())
    });
    let keys = Keys::beside(path, &mut random).map_err(|error| error.to_string())?;
    Ok(Options::new(keys).random(random).readers(1).careless())
}

impl House {
    pub(crate) fn open(seed: u64) -> Result<Self, String> {
        let words = |error: std::io::Error| error.to_string();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
        let folder = if Path::new(IN_MEMORY).is_dir() {
            TempDir::with_prefix_in("thecal-whole-", IN_MEMORY)
        } else {
            TempDir::with_prefix("thecal-whole-")
        };
        let folder = folder.map_err(words)?;
        let path = folder.path().join("clinic.db");
        let opened = runtime.block_on(SqliteStore::open(&path, options(&path, seed)?));
        let store = Arc::new(opened.map_err(|error| error.to_string())?);
        let rules = Arc::new(Rules::of(&Settings::default()).map_err(|error| error.to_string())?);
        let port: Arc<dyn Port> = Arc::<SqliteStore>::clone(&store);
        let practice = Practice::new(port, true);
        let dice = ChaCha8Rng::seed_from_u64(seed ^ 0x0046_4f52_4d53);
        let actors = [
            actor(1, Role::Nurse),
            actor(2, Role::Physician),
            actor(3, Role::Physician),
            actor(4, Role::Surgeon),
        ];
        let patient = Id(1);
        Ok(Self {
            runtime,
            folder,
            store,
            practice,
            rules,
            patient,
            dice,
            actors,
            kept: RefCell::default(),
            version: 0,
            forms: 0,
            refused: 0,
        })
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("clinic.db")
    }

    fn actor(&self, who: Who) -> &Actor {
        let [nurse, physician, second, surgeon] = &self.actors;
        match who {
            Who::Nurse => nurse,
            Who::Physician => physician,
            Who::Second => second,
            Who::Surgeon => surgeon,
        }
    }

    /// The computer of the clinic goes down and comes up again: nothing but the file is left.
    pub(crate) fn restart(&mut self) {
        let port: Arc<dyn Port> = Arc::<SqliteStore>::clone(&self.store);
        self.practice = Practice::new(port, true);
        self.kept.take();
    }

    pub(crate) fn patient(&self) -> Result<Arc<Patient>, Refusal> {
        if let Some(kept) = self.kept.borrow().as_ref() {
            return Ok(Arc::clone(kept));
        }
        let patient = self.runtime.block_on(self.practice.patient(self.patient, &self.rules))?;
        self.kept.replace(Some(Arc::clone(&patient)));
        Ok(patient)
    }

    /// One form of one person.
    pub(crate) fn act(&mut self, who: Who, now: i64, steps: Vec<Step>) -> Result<Done, Refusal> {
        // The door goes on with its own, if nobody else holds it.
        self.kept.take();
        let mut id = [0; 16];
        self.dice.fill_bytes(&mut id);
        let form = Form { id: Id::from_random(id), patient: self.patient, expected: self.version, now };
        self.forms += 1;
        let recorded = self.practice.record(self.actor(who), form, &self.rules, steps);
        let done = self.runtime.block_on(recorded);
        match &done {
            Ok(done) => {
                self.version = done.receipt.versions.first().map_or(self.version, |(_, version)| *version);
            }
            Err(_) => self.refused += 1,
        }
        done
    }

    /// A report of the nurse, with its time.
    pub(crate) fn report(&mut self, now: i64, line: Value) -> Result<Done, Refusal> {
        self.act(Who::Nurse, now, vec![Step::Report { line: at(now, line) }])
    }

    /// The patient is registered, the system implanted.
    pub(crate) fn register(&mut self, now: i64, pump: Value, strength: &str) -> Result<Done, Refusal> {
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Whole".to_owned(),
            title: None,
            born: jiff::civil::date(1980, 5, 2),
            gender: "female".to_owned(),
            record: "R-0001".to_owned(),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: String::new(),
            language: String::new(),
            house: String::new(),
            invented: true,
        };
        let event = |event| Step::Event { event, happened: now };
        let system = PatientEvent::System { pump, catheter: json!({ "volume": "0.2 mL" }) };
        let implanted = json!({ "implanted": { "pump-primed": true, "catheter-holds": "drug", "primed-with": strength } });
        // Twice the test dose is what treatment may begin with, also after a long stop.
        let screened = json!({ "screened": { "dose": "50 ug", "responded": true, "effect": "6 h" } });
        let steps = vec![
            event(PatientEvent::Registered(identity)),
            Step::Report { line: at(now - 14 * 86_400, screened) },
            event(system),
            Step::Report { line: at(now, implanted) },
        ];
        self.act(Who::Surgeon, now, steps)
    }

    /// Signs a head and follows every chain of the file.
    pub(crate) fn verify(&self, now: i64) -> Result<record::Verdict, String> {
        self.runtime.block_on(async {
            let head = self.store.sign_head(now).await.map_err(|error| error.to_string())?;
            let verdict = record::verify(&self.path(), &[head]).await.map_err(|error| error.to_string())?;
            match &verdict.fault {
                Some(fault) => Err(fault.to_string()),
                None => Ok(verdict),
            }
        })
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.runtime.block_on(self.store.close());
    }
}

/// A line with its time.
pub(crate) fn at(now: i64, mut line: Value) -> Value {
    if let Some(fields) = line.as_object_mut() {
        fields.insert("at".to_owned(), Value::String(moment(now)));
    }
    line
}
