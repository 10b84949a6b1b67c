//! The clinic's settings: one stream of changes, folded into what holds now.
//!
//! Words
//! - *change*: what one person with the right to change settings decides alone.
//! - *proposal*: what two persons decide: limits of the protocol, numbers of a device, the table of rights.

mod mail;
mod propose;
mod team;
mod texts;

pub use team::{House, TeamSettings, WhoSees};

pub use texts::{Approval, TextDecision, TextVerdict, Texts};

pub use mail::{LEAD_HOURS_MAX, Mail, Secret, Security};
pub use propose::{DeviceNumber, Open, Proposal, Verdict};

use crate::access::Matrix;
use crate::contacts::Contacts;
use crate::holidays::Holidays;
pub use crate::holidays::{HolidaySettings, OwnDay};
use crate::session::Times;
use record::{Append, AppendError, Event, Id, Kind, NewEvent, Port, ReadError, Receipt, Stream};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The stream of the clinic's settings; there is one.
pub const STREAM: Stream = Stream { kind: Kind::Clinic, id: Id(1) };

/// What holds now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How many changes there have been; 0 before the set-up.
    pub version: u64,
    /// Name, houses and time zone.
    pub clinic: Clinic,
    /// Public holidays: those of a region, and the clinic's own.
    pub holidays: HolidaySettings,
    /// Whom to call; none until the clinic has entered it.
    pub contacts: Option<Contacts>,
    /// Ids of the catalogue's products that the clinic stocks; empty for not chosen yet.
    pub formulary: Vec<String>,
    /// How long people stay signed in.
    pub sessions: SessionTimes,
    /// Who may do what.
    pub access: Matrix,
    /// What the houses are, and who sees whom.
    pub team: TeamSettings,
    /// The protocol's text, if the clinic has its own; with who decided.
    pub limits: Option<Decided<String>>,
    /// Numbers of devices that two persons read in the manual.
    pub device_numbers: Vec<Decided<DeviceNumber>>,
    /// The mail server for reminders; none until the clinic has entered it.
    pub mail: Option<Mail>,
    /// Texts for patients that somebody approved.
    pub texts: Texts,
    /// What waits for a second person.
    pub open: Vec<Open>,
}

/// Something that two persons decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided<T> {
    /// What.
    pub what: T,
    /// Who proposed it.
    pub proposed_by: Option<Id>,
    /// Who approved it.
    pub approved_by: Option<Id>,
    /// When, in seconds since 1970.
    pub approved: i64,
}

/// The clinic itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clinic {
    /// Its name.
    pub name: String,
    /// Its time zone, by its name in the zone database.
    pub zone: String,
    /// Its houses: sites at which patients are seen.
    #[serde(default)]
    pub houses: Vec<String>,
    /// Where patients reach this application, such as `https://itb.example.org`; empty for the address of the request.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub public_address: String,
}

/// How long people stay signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionTimes {
    /// Minutes without a request.
    pub idle_minutes: u16,
    /// Hours in all.
    pub absolute_hours: u16,
}

impl Default for SessionTimes {
    fn default() -> Self {
        Self { idle_minutes: 15, absolute_hours: 12 }
    }
}

impl SessionTimes {
    /// In seconds.
    #[must_use]
    pub fn times(self) -> Times {
        Times {
            idle_seconds: i64::from(self.idle_minutes) * 60,
            absolute_seconds: i64::from(self.absolute_hours) * 3600,
        }
    }
}

/// A change that one person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Name, houses, zone.
    Clinic(Clinic),
    /// Holidays.
    Holidays(HolidaySettings),
    /// Contacts.
    Contacts(Contacts),
    /// Products that are stocked.
    Formulary(Vec<String>),
    /// Session times.
    Sessions(SessionTimes),
    /// What the houses are, and who sees whom.
    Team(TeamSettings),
    /// Mail server and reminders.
    Mail(Mail),
    /// Texts that were read.
    Texts(TextDecision),
    /// Something for a second person.
    Proposed(Proposal),
    /// What the second person says.
    Decided(Verdict),
}

/// What can go wrong with settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// A value that cannot be taken; in the words in which the person is told.
    #[error("{problem}")]
    Value {
        /// The field.
        field: &'static str,
        /// What is wrong, and what would be accepted.
        problem: String,
    },
    /// The same person cannot be both.
    #[error("You proposed this yourself: another person has to approve it")]
    OwnProposal,
    /// There is no such open proposal.
    #[error("This proposal is no longer open")]
    NotOpen,
    /// An event that cannot be read.
    #[error("event {version} of the settings cannot be read: {cause}")]
    Unreadable {
        /// Which.
        version: u64,
        /// How.
        cause: String,
    },
    /// The store.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The store.
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl SettingsError {
    pub(crate) fn value(field: &'static str, problem: impl Into<String>) -> Self {
        Self::Value { field, problem: problem.into() }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: 0,
            clinic: Clinic { zone: "UTC".to_owned(), ..Clinic::default() },
            holidays: HolidaySettings::default(),
            contacts: None,
            formulary: Vec::new(),
            sessions: SessionTimes::default(),
            access: Matrix::default(),
            team: TeamSettings::default(),
            limits: None,
            device_numbers: Vec::new(),
            mail: None,
            texts: Texts::new(),
            open: Vec::new(),
        }
    }
}

impl Change {
    /// The kind of its event.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Clinic(_) => "settings-clinic",
            Self::Holidays(_) => "settings-holidays",
            Self::Contacts(_) => "settings-contacts",
            Self::Formulary(_) => "settings-formulary",
            Self::Sessions(_) => "settings-sessions",
            Self::Team(_) => "settings-team",
            Self::Mail(_) => "settings-mail",
            Self::Texts(_) => "settings-texts",
            Self::Proposed(_) => "settings-proposed",
            Self::Decided(_) => "settings-decided",
        }
    }

    fn body(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Clinic(it) => serde_json::to_string(it),
            Self::Holidays(it) => serde_json::to_string(it),
            Self::Contacts(it) => serde_json::to_string(it),
            Self::Formulary(it) => serde_json::to_string(it),
            Self::Sessions(it) => serde_json::to_string(it),
            Self::Team(it) => serde_json::to_string(it),
            Self::Mail(it) => serde_json::to_string(it),
            Self::Texts(it) => serde_json::to_string(it),
            Self::Proposed(it) => serde_json::to_string(it),
            Self::Decided(it) => serde_json::to_string(it),
        }
    }

    fn read(event: &Event) -> Result<Self, SettingsError> {
        fn body<T: DeserializeOwned>(event: &Event) -> Result<T, SettingsError> {
            serde_json::from_str(&event.body).map_err(|error| SettingsError::Unreadable {
                version: event.version,
                cause: error.to_string(),
            })
        }
        Ok(match event.kind.as_str() {
            "settings-clinic" => Self::Clinic(body(event)?),
            "settings-holidays" => Self::Holidays(body(event)?),
            "settings-contacts" => Self::Contacts(body(event)?),
            "settings-formulary" => Self::Formulary(body(event)?),
            "settings-sessions" => Self::Sessions(body(event)?),
            "settings-team" => Self::Team(body(event)?),
            "settings-mail" => Self::Mail(body(event)?),
            "settings-texts" => Self::Texts(body(event)?),
            "settings-proposed" => Self::Proposed(body(event)?),
            "settings-decided" => Self::Decided(body(event)?),
            other => {
                let cause = format!("unknown kind {other}");
                return Err(SettingsError::Unreadable { version: event.version, cause });
            }
        })
    }

    /// As an event.
    ///
    /// # Errors
    /// [`SettingsError::Unreadable`] for what cannot be written as JSON.
    pub fn event(&self, happened: i64) -> Result<NewEvent, SettingsError> {
        let body = self
            .body()
            .map_err(|error| SettingsError::Unreadable { version: 0, cause: error.to_string() })?;
        Ok(NewEvent { kind: self.kind().to_owned(), schema: 1, happened, body })
    }

    /// Whether it can be taken at all.
    fn check(&self) -> Result<(), SettingsError> {
        match self {
            Self::Clinic(clinic) => clinic.check(),
            Self::Sessions(times) => times.check(),
            Self::Team(team) => team.check(),
            Self::Mail(mail) => mail.check(),
            Self::Texts(texts) => texts.check(),
            Self::Holidays(holidays) => Holidays::new(holidays)
                .map(|_| ())
                .map_err(|error| SettingsError::value("holidays", error.to_string())),
            Self::Contacts(contacts) => {
                contacts.check().map_err(|error| SettingsError::value("contacts", error.to_string()))
            }
            Self::Decided(_) => Ok(()),
            Self::Formulary(products) => propose::formulary(products),
            Self::Proposed(proposal) => proposal.check(),
        }
    }
}

impl Clinic {
    fn check(&self) -> Result<(), SettingsError> {
        if self.name.trim().is_empty() || self.name.chars().count() > 120 {
            return Err(SettingsError::value("name", "Enter the clinic's name, at most 120 characters"));
        }
        if jiff::tz::TimeZone::get(&self.zone).is_err() {
            return Err(SettingsError::value(
                "zone",
                "Enter a time zone by its name, for example Europe/Berlin",
            ));
        }
        if self.houses.iter().any(|house| house.chars().count() > 120) {
            return Err(SettingsError::value("houses", "A house has a name of at most 120 characters"));
        }
        if !self.public_address.is_empty() && !is_address(&self.public_address) {
            return Err(SettingsError::value(
                "public_address",
                "Enter an address such as https://itb.example.org, without anything after the name, or nothing",
            ));
        }
        Ok(())
    }
}

/// Whether a text is scheme, host and perhaps port, and nothing more.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | ':');
    host.is_some_and(|host| (1..=250).contains(&host.len()) && host.chars().all(plain))
}

impl SessionTimes {
    fn check(self) -> Result<(), SettingsError> {
        if !(5..=120).contains(&self.idle_minutes) {
            return Err(SettingsError::value("idle_minutes", "Enter 5 to 120 minutes"));
        }
        if !(1..=24).contains(&self.absolute_hours) {
            return Err(SettingsError::value("absolute_hours", "Enter 1 to 24 hours"));
        }
        Ok(())
    }
}

impl Settings {
    /// The settings that these events leave.
    ///
    /// # Errors
    /// [`SettingsError::Unreadable`] names the first event that cannot be read.
    pub fn fold(events: &[Event]) -> Result<Self, SettingsError> {
        let mut settings = Self::default();
        for event in events {
            settings.version = event.version;
            match Change::read(event)? {
                Change::Clinic(clinic) => settings.clinic = clinic,
                Change::Holidays(holidays) => settings.holidays = holidays,
                Change::Contacts(contacts) => settings.contacts = Some(contacts),
                Change::Formulary(products) => settings.formulary = products,
                Change::Sessions(times) => settings.sessions = times,
                Change::Team(team) => settings.team = team,
                Change::Mail(mail) => settings.mail = Some(mail),
                Change::Texts(texts) => settings.take_texts(texts, event),
                Change::Proposed(proposal) => settings.propose(proposal, event),
                Change::Decided(verdict) => settings.decide(&verdict, event),
            }
        }
        Ok(settings)
    }

    /// Whether the set-up has been done.
    #[must_use]
    pub const fn is_set_up(&self) -> bool {
        self.version > 0
    }

    /// The clinic's public holidays; only its own days if the region is no longer in the table, none if that fails too.
    #[must_use]
    pub fn holidays(&self) -> Holidays {
        let own = || HolidaySettings { own: self.holidays.own.clone(), ..HolidaySettings::default() };
        Holidays::new(&self.holidays).or_else(|_| Holidays::new(&own())).unwrap_or_default()
    }

    /// The clinic's zone; UTC if the zone database lost it.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.clinic.zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// Loads the settings.
///
/// # Errors
/// What cannot be read.
pub async fn load(port: &dyn Port) -> Result<Settings, SettingsError> {
    Settings::fold(&port.read(STREAM, 0).await?)
}

/// What these changes append to settings that were seen at a version.
///
/// # Errors
/// What is wrong with one of them.
pub fn appending(changes: &[Change], expected: u64, now: i64) -> Result<Append, SettingsError> {
    let mut events = Vec::with_capacity(changes.len());
    for change in changes {
        change.check()?;
        events.push(change.event(now)?);
    }
    Ok(Append { stream: STREAM, expected, events, projection: None })
}

/// Records a change of settings.
///
/// # Errors
/// What is wrong with it, a stale version, or what the store says.
pub async fn change(
    port: &dyn Port,
    settings: &Settings,
    expected: u64,
    change: Change,
    by: crate::account::By,
) -> Result<Receipt, SettingsError> {
    if let Change::Decided(verdict) = &change {
        settings.may_decide(verdict, by.account)?;
    }
    let append = appending(&[change], expected, by.now)?;
    Ok(port.append(by.act(vec![append])).await?)
}
