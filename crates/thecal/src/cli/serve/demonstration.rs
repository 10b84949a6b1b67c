//! Fills the demonstration: the one place that calls the generator.

pub use super::application::outside;

use clinic::Outside;
use practice::access::{Actor, Role};
use practice::account::{self, By, NewAccount};
use practice::contacts::Contacts;
use practice::rules::Rules;
use practice::settings::{self, Change, Clinic, HolidaySettings, Settings};
use practice::synth::{self, Pattern, People, Synth};
use practice::{Practice, Refusal};
use record::{Id, Port};
use serde_json::json;
use std::sync::Arc;

/// The published series has 24 patients over 15 years.
const WANTED: Synth = Synth { patients: 24, years: 15, seed: 1, now: 0, first: 1, all_years: false };

/// The people of the demonstration, with their login names.
const PEOPLE: [(&str, &str, Role); 6] = [
    ("nurse", "Invented Nurse", Role::Nurse),
    ("physician", "Invented Physician", Role::Physician),
    ("surgeon", "Invented Surgeon", Role::Surgeon),
    ("therapist", "Invented Therapist", Role::Therapist),
    ("coordinator", "Invented Coordinator", Role::Coordinator),
    ("administrator", "Invented Administrator", Role::Administrator),
];

/// Fills an empty demonstration, beside the pages that already answer.
pub(super) async fn fill(store: Arc<dyn Port>, outside: Outside) {
    let filled = match opened(store.as_ref(), &outside).await {
        Ok(true) => {
            let wanted = Synth { now: outside.now(), ..WANTED };
            if let Err(problem) = enquiries(store.as_ref(), wanted.now).await {
                tracing::error!(problem, "the demonstration has no enquiries");
            }
            match patients(Arc::clone(&store), wanted, wanted.patients, |_| {}).await {
                Ok(()) => on_the_way(store, wanted).await,
                Err(problem) => Err(problem),
            }
        }
        Ok(false) => Ok(()),
        Err(problem) => Err(problem),
    };
    if let Err(problem) = filled {
        tracing::error!(problem, "the demonstration could not be filled");
    }
}

/// Invented patients on the way to an implant and after it, beside the courses.
async fn on_the_way(store: Arc<dyn Port>, wanted: Synth) -> Result<(), String> {
    let settings = settings::load(store.as_ref()).await.map_err(|error| error.to_string())?;
    let rules = Arc::new(Rules::of(&settings).map_err(|error| error.to_string())?);
    let people = people(&settings)?;
    let practice = Practice::new(store, true);
    let wanted = Synth { first: wanted.first + wanted.patients, seed: wanted.seed + 1_000, ..wanted };
    let made = synth::way(&practice, &rules, &people, &settings.holidays(), &wanted).await;
    made.map_err(|refusal| refusal.to_string())
}

/// Invented enquiries, as if they had come in the last days.
async fn enquiries(store: &dyn Port, now: i64) -> Result<(), String> {
    let settings = settings::load(store).await.map_err(|error| error.to_string())?;
    let (people, holidays, zone) = (people(&settings)?, settings.holidays(), settings.zone());
    let made = synth::enquiries(store, &people, &holidays, &zone, now).await;
    made.map_err(|error| error.to_string())
}

/// Who acts in invented courses: the people of the file.
fn people(settings: &Settings) -> Result<People, String> {
    let actor = |wanted: &str| {
        let (login, name, role) = PEOPLE
            .into_iter()
            .find(|(login, _, _)| *login == wanted)
            .ok_or_else(|| format!("nobody is called {wanted}"))?;
        let rights = settings.access.rights(role);
        Ok::<_, String>(Actor { account: account::id(login), name: name.to_owned(), role, rights })
    };
    Ok(People {
        nurse: actor("nurse")?,
        physician: actor("physician")?,
        surgeon: actor("surgeon")?,
        therapist: actor("therapist")?,
        coordinator: actor("coordinator")?,
    })
}

/// Makes invented patients in a file that has been opened; `done` is told how many there are. The first `played` courses are
/// played, each of the others is a copy of one of them under another name.
pub async fn patients(
    store: Arc<dyn Port>,
    wanted: Synth,
    played: u32,
    mut done: impl FnMut(u32),
) -> Result<(), String> {
    let settings = settings::load(store.as_ref()).await.map_err(|error| error.to_string())?;
    let rules = Arc::new(Rules::of(&settings).map_err(|error| error.to_string())?);
    let people = Arc::new(people(&settings)?);
    let practice = Arc::new(Practice::new(Arc::clone(&store), true));
    let (mut made, mut patterns) = (0, Vec::new());
    let plays = (0..wanted.patients.min(played)).map(|index| {
        let (practice, rules, people) = (Arc::clone(&practice), Arc::clone(&rules), Arc::clone(&people));
        async move { Ok((index, synth::one(&practice, &rules, &people, &wanted, index).await?)) }
    });
    let played = at_once(PLAYED_AT_ONCE, plays, |pattern| {
        patterns.push(pattern);
        made += 1;
        done(made);
    });
    played.await.map_err(|refusal| refusal.to_string())?;
    if made == wanted.patients {
        return Ok(());
    }
    // In the order of their numbers, whichever was ready first.
    patterns.sort_unstable();
    let mut read = Vec::with_capacity(patterns.len());
    for (index, id) in patterns {
        let pattern = Pattern::read(store.as_ref(), id, wanted.first + index).await;
        read.push(Arc::new(pattern.map_err(|refusal| refusal.to_string())?));
    }
    let copies = (wanted.first + made..wanted.first + wanted.patients).zip(read.iter().cycle());
    let copies = copies.map(|(number, pattern)| {
        let (store, rules, pattern) = (Arc::clone(&store), Arc::clone(&rules), Arc::clone(pattern));
        async move { pattern.copy(store.as_ref(), &rules, number, wanted.now).await }
    });
    let copied = at_once(COPIED_AT_ONCE, copies, |_| {
        made += 1;
        done(made);
    });
    copied.await.map_err(|refusal| refusal.to_string())
}

/// Runs tasks, so many at once, and takes what each of them gives. Stops at the first refusal.
async fn at_once<T: Send + 'static>(
    number: usize,
    mut tasks: impl Iterator<Item = impl Future<Output = Result<T, Refusal>> + Send + 'static>,
    mut take: impl FnMut(T),
) -> Result<(), Refusal> {
    let mut running = tokio::task::JoinSet::new();
    loop {
        while running.len() < number
            && let Some(task) = tasks.next()
        {
            running.spawn(task);
        }
        let Some(ended) = running.join_next().await else { return Ok(()) };
        take(ended.map_err(|error| Refusal::Store(error.to_string()))??);
    }
}

/// Courses that are played at once: one waits for the disk while another one is worked out.
const PLAYED_AT_ONCE: usize = 8;

/// Copies that are written at once: as many acts as fill a commit.
const COPIED_AT_ONCE: usize = 64;

/// Public holidays of the invented clinic.
fn holidays() -> Result<HolidaySettings, String> {
    serde_json::from_value(json!({ "region": "de-be" })).map_err(|error| error.to_string())
}

/// Whom the invented clinic calls. The numbers are those that German films use: nobody has them.
fn contacts() -> Result<Contacts, String> {
    let week = ["mon", "tue", "wed", "thu", "fri"];
    let all = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let contacts = json!({
        "desks": [
            { "name": "Pump nurses", "phone": "+49 30 23125 100", "note": "have the programmer and the refill kits" },
            { "name": "Neurosurgery on call", "phone": "+49 30 23125 200" },
        ],
        "rules": [
            { "desk": "Pump nurses", "weekdays": week, "from": "08:00", "until": "16:00", "on-holidays": "never" },
            { "desk": "Neurosurgery on call", "weekdays": all, "from": "16:00", "until": "08:00", "on-holidays": "also" },
            { "desk": "Neurosurgery on call", "weekdays": ["sat", "sun"], "from": "08:00", "until": "16:00", "on-holidays": "also" },
        ],
        "fallback": { "name": "Emergency department", "phone": "+49 30 23125 112" },
        "fallback-covers-gaps": true,
    });
    serde_json::from_value(contacts).map_err(|error| error.to_string())
}

/// Opens the file: its settings and its people; `false` if that has been done.
pub async fn opened(store: &dyn Port, outside: &Outside) -> Result<bool, String> {
    let settings = settings::load(store).await.map_err(|error| error.to_string())?;
    if settings.is_set_up() {
        return Ok(false);
    }
    let now = outside.now();
    let clinic = Clinic {
        name: "Invented Clinic".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        houses: vec!["Main house".to_owned(), "Rehabilitation house".to_owned()],
        ..Clinic::default()
    };
    let first = [Change::Clinic(clinic), Change::Holidays(holidays()?), Change::Contacts(contacts()?)];
    let mut appends = vec![settings::appending(&first, 0, now).map_err(|error| error.to_string())?];
    for (login, name, role) in PEOPLE {
        let password = account::DEMONSTRATION_PASSWORD;
        let new = NewAccount { login, name, role, password, password_is_given: false };
        appends.push(account::opening(&new, outside.random(), now).map_err(|error| error.to_string())?);
    }
    let by = By { account: None, form: Id::from_random(outside.random()), content: [0; 32], now };
    store.append(by.act(appends)).await.map_err(|error| error.to_string())?;
    Ok(true)
}
