//! Accounts of the people who work here: opened, changed, closed; signing in and being slowed down.
//!
//! An account's stream has the id that its login name makes: two accounts of one name cannot be, whoever is faster.

mod trying;

pub use trying::{Tried, delay_seconds, try_password};

use crate::access::Role;
use crate::discipline::Discipline;
use crate::password::{self, HashError, Match, WeakPassword};
use record::{
    Act, Append, AppendError, Event, Id, Kind, NewEvent, Port, Projection, ReadError, Receipt, Stream,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The password of every account of a demonstration; its sign-in page tells it.
pub const DEMONSTRATION_PASSWORD: &str = "seven herons cross the canal";

/// An account as its events leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id, made of the login name.
    pub id: Id,
    /// Its version.
    pub version: u64,
    /// What the person signs in with; it never changes and is never given to somebody else.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// Whether somebody else chose the password, so that the person must choose one.
    pub password_is_given: bool,
    /// Whether it is closed.
    pub closed: bool,
    /// Where the person works and as what; `None` for an account that nobody has placed, which belongs to every house.
    pub placed: Option<Placed>,
    /// When it was opened.
    pub opened: i64,
    /// When the password was last set.
    pub password_set: i64,
    password: String,
}

/// What an account's stream holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The account is opened.
    Opened(Opened),
    /// The person's name changes.
    Named(Named),
    /// The role changes.
    RoleChanged(RoleChanged),
    /// Where the person works, and as what.
    Placed(Placed),
    /// A password is set.
    PasswordSet(PasswordSet),
    /// Nobody signs in here any more.
    Closed(Closed),
    /// It is opened again.
    Reopened(Reopened),
}

/// An account is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in Account")]
pub struct Opened {
    pub login: String,
    pub name: String,
    pub role: Role,
    /// argon2id, as a PHC string.
    pub password: String,
    pub password_is_given: bool,
}

/// A name changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in Account")]
pub struct Named {
    pub name: String,
}

/// A role changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in Account")]
pub struct RoleChanged {
    pub role: Role,
}

/// Where a person works, and as what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// What the person is trained in.
    #[serde(default)]
    pub disciplines: Vec<Discipline>,
    /// Names of the houses in which the person works; none for somebody who belongs to care teams only.
    #[serde(default)]
    pub houses: Vec<String>,
}

/// A password is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordSet {
    /// argon2id, as a PHC string.
    pub password: String,
    /// Whether somebody else chose it.
    pub password_is_given: bool,
    /// Whether it is the same password kept in a newer form.
    #[serde(default)]
    pub rehashed: bool,
}

/// An account is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Why.
    pub reason: String,
}

/// An account is opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    pub reason: String,
}

/// What can go wrong with accounts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// A login name that cannot be one.
    #[error(
        "A login name has 2 to 64 small letters, digits, dots, hyphens or underscores, and begins with a letter"
    )]
    Login,
    /// A name that is empty or too long.
    #[error("Enter the person's name, at most 100 characters")]
    Name,
    /// The login name belongs to somebody, or did.
    #[error("This login name is in use or was used before; choose another")]
    Taken,
    /// The password is not taken.
    #[error(transparent)]
    Weak(#[from] WeakPassword),
    /// The last account that can manage accounts.
    #[error("This is the only open administrator's account; make another administrator first")]
    LastAdministrator,
    /// It has to be open, or closed, for this.
    #[error("The account is already {0}")]
    Already(&'static str),
    /// There is no such account.
    #[error("There is no such account")]
    Unknown,
    /// An event that cannot be read.
    #[error("event {version} of an account cannot be read: {cause}")]
    Unreadable {
        /// Which.
        version: u64,
        /// How.
        cause: String,
    },
    /// Hashing failed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The store.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The store.
    #[error(transparent)]
    Append(#[from] AppendError),
}

impl Change {
    /// The kind of its event.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Opened(_) => "account-opened",
            Self::Named(_) => "account-named",
            Self::RoleChanged(_) => "account-role-changed",
            Self::Placed(_) => "account-placed",
            Self::PasswordSet(_) => "account-password-set",
            Self::Closed(_) => "account-closed",
            Self::Reopened(_) => "account-reopened",
        }
    }

    fn body(&self) -> Result<String, serde_json::Error> {
        match self {
            Self::Opened(it) => serde_json::to_string(it),
            Self::Named(it) => serde_json::to_string(it),
            Self::RoleChanged(it) => serde_json::to_string(it),
            Self::Placed(it) => serde_json::to_string(it),
            Self::PasswordSet(it) => serde_json::to_string(it),
            Self::Closed(it) => serde_json::to_string(it),
            Self::Reopened(it) => serde_json::to_string(it),
        }
    }

    fn read(event: &Event) -> Result<Self, AccountError> {
        let unreadable = |cause: String| AccountError::Unreadable { version: event.version, cause };
        let body = event.body.as_str();
        let read = match event.kind.as_str() {
            "account-opened" => serde_json::from_str(body).map(Self::Opened),
            "account-named" => serde_json::from_str(body).map(Self::Named),
            "account-role-changed" => serde_json::from_str(body).map(Self::RoleChanged),
            "account-placed" => serde_json::from_str(body).map(Self::Placed),
            "account-password-set" => serde_json::from_str(body).map(Self::PasswordSet),
            "account-closed" => serde_json::from_str(body).map(Self::Closed),
            "account-reopened" => serde_json::from_str(body).map(Self::Reopened),
            other => return Err(unreadable(format!("unknown kind {other}"))),
        };
        read.map_err(|error| unreadable(error.to_string()))
    }

    fn event(&self, happened: i64) -> Result<NewEvent, AccountError> {
        let body =
            self.body().map_err(|error| AccountError::Unreadable { version: 0, cause: error.to_string() })?;
        Ok(NewEvent { kind: self.kind().to_owned(), schema: 1, happened, body })
    }
}

/// The id of the account with this login name.
#[must_use]
pub fn id(login: &str) -> Id {
    let hash: [u8; 32] = Sha256::digest(format!("account {}", login.trim().to_lowercase())).into();
    let mut first = [0; 16];
    first.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Id::from_random(first)
}

/// The stream of an account.
#[must_use]
pub const fn stream(id: Id) -> Stream {
    Stream { kind: Kind::Account, id }
}

impl Account {
    /// The account that these events leave; `None` for none.
    ///
    /// # Errors
    /// [`AccountError::Unreadable`] names the first event that cannot be read.
    pub fn fold(id: Id, events: &[Event]) -> Result<Option<Self>, AccountError> {
        let mut account: Option<Self> = None;
        for event in events {
            let change = Change::read(event)?;
            match (&mut account, change) {
                (None, Change::Opened(opened)) => {
                    account = Some(Self {
                        id,
                        version: event.version,
                        login: opened.login,
                        name: opened.name,
                        role: opened.role,
                        password_is_given: opened.password_is_given,
                        closed: false,
                        placed: None,
                        opened: event.recorded,
                        password_set: event.recorded,
                        password: opened.password,
                    });
                }
                (Some(account), change) => {
                    account.version = event.version;
                    account.apply(change, event.recorded);
                }
                (None, _) => {
                    let cause = "an account begins with account-opened".to_owned();
                    return Err(AccountError::Unreadable { version: event.version, cause });
                }
            }
        }
        Ok(account)
    }

    fn apply(&mut self, change: Change, recorded: i64) {
        match change {
            // The stream's id is made of the login, so a second opening cannot be another person's.
            Change::Opened(_) => {}
            Change::Named(named) => self.name = named.name,
            Change::RoleChanged(changed) => self.role = changed.role,
            Change::Placed(placed) => self.placed = Some(placed),
            Change::PasswordSet(set) => {
                self.password = set.password;
                if !set.rehashed {
                    self.password_is_given = set.password_is_given;
                    self.password_set = recorded;
                }
            }
            Change::Closed(_) => self.closed = true,
            Change::Reopened(_) => self.closed = false,
        }
    }

    /// What lists show of it.
    fn projection(&self) -> Projection {
        let line = Line {
            login: self.login.clone(),
            name: self.name.clone(),
            role: self.role,
            closed: self.closed,
            placed: self.placed.clone(),
        };
        let words = self.name.split(|letter: char| !letter.is_alphanumeric());
        let mut terms: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        terms.push(self.login.clone());
        Projection {
            order: self.name.to_lowercase(),
            summary: serde_json::to_string(&line).unwrap_or_default(),
            due: Vec::new(),
            terms,
            rows: String::new(),
        }
    }
}

/// A line in the list of accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "as in Account")]
pub struct Line {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub closed: bool,
    #[serde(default)]
    pub placed: Option<Placed>,
}

/// The projection of an account, for making all of them anew.
///
/// # Errors
/// What cannot be read.
pub fn projection(id: Id, events: &[Event]) -> Result<Option<Projection>, AccountError> {
    Ok(Account::fold(id, events)?.map(|account| account.projection()))
}

/// Makes the projection of every account anew.
///
/// # Errors
/// What cannot be read or written.
pub async fn project(port: &dyn Port) -> Result<(), AccountError> {
    let mut after = None;
    loop {
        let page = port.streams(Kind::Account, after, 200).await?;
        let Some((last, _)) = page.last().copied() else { return Ok(()) };
        for (id, version) in page {
            let events = port.read(stream(id), 0).await?;
            if let Some(projection) = projection(id, &events)? {
                port.project(stream(id), version, projection).await?;
            }
        }
        after = Some(last);
    }
}

/// Loads an account.
///
/// # Errors
/// What cannot be read.
pub async fn load(port: &dyn Port, id: Id) -> Result<Option<Account>, AccountError> {
    Account::fold(id, &port.read(stream(id), 0).await?)
}

/// How many accounts a list shows at most; a clinic has fewer.
const LIST_MAX: u32 = 1_000;

/// Every account with its id, in the order of names.
///
/// # Errors
/// What cannot be read.
pub async fn list(port: &dyn Port) -> Result<Vec<(Id, Line)>, AccountError> {
    let summaries = port.summaries(Kind::Account, None, LIST_MAX).await?;
    let line = |summary: record::Summary| {
        serde_json::from_str(&summary.summary).ok().map(|line| (summary.stream.id, line))
    };
    Ok(summaries.into_iter().filter_map(line).collect())
}

/// Who acts, on which form, when: what every change needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// The account, or none for set-up.
    pub account: Option<Id>,
    /// The form.
    pub form: Id,
    /// SHA-256 of what was filled in, without passwords.
    pub content: [u8; 32],
    /// Seconds since 1970.
    pub now: i64,
}

impl By {
    /// An act of this person on this form.
    #[must_use]
    pub fn act(self, appends: Vec<Append>) -> Act {
        Act { form: self.form, by: self.account, recorded: self.now, content: self.content, appends }
    }
}

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount<'a> {
    /// What the person will sign in with.
    pub login: &'a str,
    /// The name.
    pub name: &'a str,
    /// The role.
    pub role: Role,
    /// The password.
    pub password: &'a str,
    /// Whether somebody else chose it.
    pub password_is_given: bool,
}

impl NewAccount<'_> {
    /// Checks everything about it that needs no store.
    ///
    /// # Errors
    /// [`AccountError`] in the words in which the person is told.
    pub fn check(&self) -> Result<(), AccountError> {
        login(self.login)?;
        name(self.name)?;
        password::check(self.password, &[self.login, self.name])?;
        Ok(())
    }
}

/// A login name, trimmed and in small letters.
///
/// # Errors
/// [`AccountError::Login`].
pub fn login(text: &str) -> Result<String, AccountError> {
    let login = text.trim().to_ascii_lowercase();
    let sound = (2..=64).contains(&login.len())
        && login.starts_with(|first: char| first.is_ascii_lowercase())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b));
    if sound { Ok(login) } else { Err(AccountError::Login) }
}

/// A person's name, trimmed.
///
/// # Errors
/// [`AccountError::Name`].
pub fn name(text: &str) -> Result<String, AccountError> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > 100 { Err(AccountError::Name) } else { Ok(name) }
}

/// What opening this account would append: for a set-up that opens several at once.
///
/// # Errors
/// What is wrong with it.
pub fn opening(new: &NewAccount<'_>, salt: [u8; 16], now: i64) -> Result<Append, AccountError> {
    new.check()?;
    let login = login(new.login)?;
    let opened = Opened {
        login: login.clone(),
        name: name(new.name)?,
        role: new.role,
        password: password::hash(new.password, salt)?,
        password_is_given: new.password_is_given,
    };
    let id = id(&login);
    let account = Account {
        id,
        version: 1,
        login,
        name: opened.name.clone(),
        role: opened.role,
        password_is_given: opened.password_is_given,
        closed: false,
        placed: None,
        opened: now,
        password_set: now,
        password: String::new(),
    };
    Ok(Append {
        stream: stream(id),
        expected: 0,
        events: vec![Change::Opened(opened).event(now)?],
        projection: Some(account.projection()),
    })
}

/// Opens an account.
///
/// # Errors
/// [`AccountError::Taken`] for a login name in use; what is wrong with the name or the password.
pub async fn open(
    port: &dyn Port,
    new: &NewAccount<'_>,
    salt: [u8; 16],
    by: By,
) -> Result<Receipt, AccountError> {
    let append = opening(new, salt, by.now)?;
    match port.append(by.act(vec![append])).await {
        Err(AppendError::Stale { .. }) => Err(AccountError::Taken),
        other => Ok(other?),
    }
}

/// Records one change of an account that was seen at a version.
///
/// # Errors
/// A stale version, or what the store says.
pub async fn change(
    port: &dyn Port,
    account: &Account,
    expected: u64,
    change: Change,
    by: By,
) -> Result<Receipt, AccountError> {
    match &change {
        Change::Named(named) => drop(name(&named.name)?),
        Change::Closed(_) if account.closed => return Err(AccountError::Already("closed")),
        Change::Reopened(_) if !account.closed => return Err(AccountError::Already("open")),
        _ => {}
    }
    let leaves = matches!(&change, Change::Closed(_))
        || matches!(&change, Change::RoleChanged(to) if to.role != Role::Administrator);
    if leaves && account.role == Role::Administrator {
        let others = list(port).await?;
        let other =
            |(id, line): &(Id, Line)| *id != account.id && line.role == Role::Administrator && !line.closed;
        if !others.iter().any(other) {
            return Err(AccountError::LastAdministrator);
        }
    }
    let ends_sessions = matches!(&change, Change::Closed(_) | Change::RoleChanged(_))
        || matches!(&change, Change::PasswordSet(set) if !set.rehashed);
    let mut after = account.clone();
    let event = change.event(by.now)?;
    after.apply(change, by.now);
    let append = Append {
        stream: stream(account.id),
        expected,
        events: vec![event],
        projection: Some(after.projection()),
    };
    let receipt = port.append(by.act(vec![append])).await?;
    if ends_sessions {
        port.end_sessions(account.id).await?;
    }
    Ok(receipt)
}

/// A new password for an account.
///
/// # Errors
/// What is wrong with it.
pub fn new_password(
    account: &Account,
    password: &str,
    given: bool,
    salt: [u8; 16],
) -> Result<Change, AccountError> {
    password::check(password, &[&account.login, &account.name])?;
    if password::verify(password, Some(&account.password)) != Match::No {
        return Err(WeakPassword::Same.into());
    }
    let password = password::hash(password, salt)?;
    Ok(Change::PasswordSet(PasswordSet { password, password_is_given: given, rehashed: false }))
}
