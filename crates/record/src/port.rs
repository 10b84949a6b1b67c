//! The port: what the rest of the house may ask of a store, and nothing else.

use core::fmt;
use core::str::FromStr;
use std::future::Future;
use std::pin::Pin;

/// An answer that comes later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// 128 random bits that name something; written as 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u128);

impl Id {
    /// The id made of these random bytes. Randomness comes from outside.
    #[must_use]
    pub const fn from_random(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 32 hexadecimal digits")]
pub struct NoId;

impl FromStr for Id {
    type Err = NoId;
    fn from_str(text: &str) -> Result<Self, NoId> {
        let plain = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if plain { u128::from_str_radix(text, 16).map(Self).map_err(|_| NoId) } else { Err(NoId) }
    }
}

/// What a stream is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A patient.
    Patient,
    /// An enquiry, before there is a patient.
    Enquiry,
    /// The clinic's settings.
    Clinic,
    /// An account of a person who works here.
    Account,
}

impl Kind {
    /// Every kind and its word in data.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("patient", Self::Patient),
        ("enquiry", Self::Enquiry),
        ("clinic", Self::Clinic),
        ("account", Self::Account),
    ];

    /// Its word in data.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Enquiry => "enquiry",
            Self::Clinic => "clinic",
            Self::Account => "account",
        }
    }
}

/// A stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream {
    /// What it is about.
    pub kind: Kind,
    /// Which one.
    pub id: Id,
}

/// An event to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its kind, a word of the crate that writes it.
    pub kind: String,
    /// The form in which this kind is written, from 1.
    pub schema: u32,
    /// When it happened: seconds since 1970. When it was recorded is in the act.
    pub happened: i64,
    /// JSON.
    pub body: String,
}

/// An event as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place in the stream, from 1.
    pub version: u64,
    /// Its kind.
    pub kind: String,
    /// The form in which it is written; upcasters have already been applied.
    pub schema: u32,
    /// When it happened.
    pub happened: i64,
    /// When it was recorded.
    pub recorded: i64,
    /// Who recorded it; `None` for the system itself.
    pub by: Option<Id>,
    /// The form it came from.
    pub form: Id,
    /// JSON.
    pub body: String,
}

/// What is added to one stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// Where.
    pub stream: Stream,
    /// The version that the writer saw; 0 for a new stream.
    pub expected: u64,
    /// What; may be empty to say only that the stream must not have moved on.
    pub events: Vec<NewEvent>,
    /// What pages shall find from now on; it replaces the stream's whole projection.
    pub projection: Option<Projection>,
}

/// One act of one person: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The form's id: the same id again is the same act.
    pub form: Id,
    /// Who.
    pub by: Option<Id>,
    /// When, in seconds since 1970.
    pub recorded: i64,
    /// SHA-256 of what the person filled in, made by the caller before it looked at any record: the same form id with
    /// the same content is the same act, even if the streams have moved on since; with another content it is refused
    /// ([`AppendError::FormReused`]). The store compares these and nothing else.
    pub content: [u8; 32],
    /// What, in at least one stream, each stream once.
    pub appends: Vec<Append>,
}

/// That an act is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The form.
    pub form: Id,
    /// What had been filled in, as in [`Act::content`].
    pub content: [u8; 32],
    /// When it was recorded, which for a repeated form is the first time.
    pub recorded: i64,
    /// Each stream that got events, and its version after the act.
    pub versions: Vec<(Stream, u64)>,
    /// Whether the act had already been recorded before.
    pub again: bool,
}

/// Why an act was not recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// Somebody else was faster.
    #[error("the record has moved on from version {expected} to {found}")]
    Stale {
        /// Where.
        stream: Stream,
        /// What the writer saw.
        expected: u64,
        /// What it is.
        found: u64,
    },
    /// A form id that stands for another act.
    #[error("this form has already been used for something else")]
    FormReused,
    /// What cannot be recorded.
    #[error("cannot be recorded: {0}")]
    Refused(&'static str),
    /// Nobody knows whether it is recorded: ask again with the form's id.
    #[error("it is not known whether this was recorded: {0}")]
    Unknown(String),
    /// It is certainly not recorded.
    #[error("not recorded: {0}")]
    Store(String),
}

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The store does not answer.
    #[error("the store cannot be read: {0}")]
    Store(String),
    /// A link of the chain is broken or a payload does not open.
    #[error("{} {} is damaged at version {version}: {what}", .stream.kind.word(), .stream.id)]
    Damaged {
        /// Where.
        stream: Stream,
        /// At which event.
        version: u64,
        /// How.
        what: String,
    },
}

/// What pages find without reading the stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projection {
    /// By what lists are sorted.
    pub order: String,
    /// JSON.
    pub summary: String,
    /// What is due, with dates; never "overdue".
    pub due: Vec<Due>,
    /// Words under which it is found: each in lower case, without accents.
    pub terms: Vec<String>,
    /// What analyses read of the stream, as JSON; empty if nothing. No list reads it.
    pub rows: String,
}

/// What analyses read of one stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// Which.
    pub id: Id,
    /// The version of the stream by which they became what they are; later ones changed nothing of them.
    pub version: u64,
    /// JSON, as in [`Projection::rows`].
    pub rows: String,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What kind, a word of the crate that writes it.
    pub kind: String,
    /// From when on it matters, in seconds since 1970.
    pub from: i64,
    /// When it ends by itself, if it does: it is not listed from then on.
    pub ends: Option<i64>,
    /// JSON.
    pub body: String,
}

/// Which part of the lists is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// What has ended by then is left out.
    pub now: i64,
    /// What matters from then on only is left out.
    pub until: i64,
}

/// One line of a list of what is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// Whose.
    pub stream: Stream,
    /// What.
    pub due: Due,
    /// The stream's summary.
    pub summary: String,
}

/// A stream with its summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Which.
    pub stream: Stream,
    /// Its version when the summary was made.
    pub version: u64,
    /// By what lists are sorted.
    pub order: String,
    /// JSON.
    pub summary: String,
}

/// Where a page of a list begins: after this entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// Sort key of the last entry of the page before.
    pub order: String,
    /// Its stream.
    pub id: Id,
}

/// A session of a signed-in person. The token itself is never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// Whose.
    pub account: Id,
    /// Since when.
    pub created: i64,
    /// Last used.
    pub seen: i64,
    /// When it ends whatever happens.
    pub expires: i64,
    /// When the person last gave the password.
    pub proven: i64,
}

/// That somebody looked at something, or was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewed {
    /// When.
    pub at: i64,
    /// Who.
    pub by: Option<Id>,
    /// From where: a network address.
    pub from: String,
    /// What was asked: the method and the path, without parameters.
    pub what: String,
    /// Whose record, if one.
    pub stream: Option<Stream>,
    /// HTTP status, or the like.
    pub result: u16,
}

/// A file that belongs to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its type by its content.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// Too large.
    #[error("the file has {bytes} bytes; at most {max} are taken")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// What is taken.
        max: u64,
    },
    /// A type that is not taken, judged by the content.
    #[error("the file is {found}; accepted: {accepted}")]
    Type {
        /// What it is.
        found: String,
        /// What would be taken.
        accepted: &'static str,
    },
    /// The store does not answer.
    #[error("not stored: {0}")]
    Store(String),
}

/// What a store can do.
pub trait Port: Send + Sync {
    /// Records an act durably.
    fn append(&self, act: Act) -> Later<'_, Result<Receipt, AppendError>>;

    /// What became of a form whose outcome is not known; `None` if it is certainly not recorded.
    fn resolve(&self, form: Id) -> Later<'_, Result<Option<Receipt>, ReadError>>;

    /// The events of a stream after a version, in order; empty for a stream that does not exist.
    fn read(&self, stream: Stream, after: u64) -> Later<'_, Result<Vec<Event>, ReadError>>;

    /// The version of a stream; 0 if it does not exist.
    fn version(&self, stream: Stream) -> Later<'_, Result<u64, ReadError>>;

    /// The summary of a stream.
    fn summary(&self, stream: Stream) -> Later<'_, Result<Option<Summary>, ReadError>>;

    /// Summaries of a kind in their order, one page.
    fn summaries(
        &self,
        kind: Kind,
        after: Option<After>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Summary>, ReadError>>;

    /// Summaries of a kind that have, for each of these words, a term that begins with it; in their order.
    fn search(
        &self,
        kind: Kind,
        words: Vec<String>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Summary>, ReadError>>;

    /// What is due in a window, of these kinds (all if empty), earliest first.
    fn due(
        &self,
        kinds: Vec<String>,
        window: Window,
        limit: u32,
    ) -> Later<'_, Result<Vec<DueLine>, ReadError>>;

    /// How much is due in a window, by kind.
    fn due_counts(&self, window: Window) -> Later<'_, Result<Vec<(String, u64)>, ReadError>>;

    /// What analyses read of streams of a kind, by id, one page after an id; streams that give nothing are left out.
    fn rows(&self, kind: Kind, after: Option<Id>, limit: u32) -> Later<'_, Result<Vec<Rows>, ReadError>>;

    /// Streams of a kind of which nobody has said yet what analyses read of them, by id, one page after an id: their projection was made before
    /// there was such a thing, or they have none.
    fn without_rows(
        &self,
        kind: Kind,
        after: Option<Id>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Id>, ReadError>>;

    /// Replaces the projection of a stream at the version it was made from; `false` if the stream has moved on.
    fn project(
        &self,
        stream: Stream,
        version: u64,
        projection: Projection,
    ) -> Later<'_, Result<bool, AppendError>>;

    /// Throws all projections away. They are made anew from the streams.
    fn erase_projections(&self) -> Later<'_, Result<(), AppendError>>;

    /// Every stream of a kind with its version, by id, one page after an id.
    fn streams(
        &self,
        kind: Kind,
        after: Option<Id>,
        limit: u32,
    ) -> Later<'_, Result<Vec<(Id, u64)>, ReadError>>;

    /// Keeps a session: a new one (seen when it was created), or one seen again, which stays ended if it has been ended.
    fn put_session(&self, session: Session) -> Later<'_, Result<(), AppendError>>;

    /// A session by the hash of its token.
    fn session(&self, token_hash: [u8; 32]) -> Later<'_, Result<Option<Session>, ReadError>>;

    /// Sessions of an account.
    fn sessions(&self, account: Id) -> Later<'_, Result<Vec<Session>, ReadError>>;

    /// Ends a session.
    fn end_session(&self, token_hash: [u8; 32]) -> Later<'_, Result<(), AppendError>>;

    /// Ends every session of an account, as when it is closed.
    fn end_sessions(&self, account: Id) -> Later<'_, Result<(), AppendError>>;

    /// Counts an attempt under a key (an account, an address) and says how many there were since `since`, this one included.
    fn attempt(&self, key: String, at: i64, since: i64) -> Later<'_, Result<u64, AppendError>>;

    /// How many attempts there were under a key since `since`.
    fn attempts(&self, key: String, since: i64) -> Later<'_, Result<u64, ReadError>>;

    /// Forgets the attempts under a key.
    fn forget_attempts(&self, key: String) -> Later<'_, Result<(), AppendError>>;

    /// Notes that somebody looked. It is written with the next commit; the caller does not wait.
    fn viewed(&self, viewed: Viewed);

    /// Who looked: newest first, of one stream or of all, before a line number.
    fn views(
        &self,
        stream: Option<Stream>,
        before: Option<i64>,
        limit: u32,
    ) -> Later<'_, Result<Vec<(i64, Viewed)>, ReadError>>;

    /// Keeps a file under the hash of its content. Its type is found from its content.
    fn attach(&self, stream: Stream, bytes: Vec<u8>) -> Later<'_, Result<[u8; 32], AttachError>>;

    /// A file by its hash.
    fn attachment(&self, stream: Stream, hash: [u8; 32]) -> Later<'_, Result<Option<Attachment>, ReadError>>;
}
