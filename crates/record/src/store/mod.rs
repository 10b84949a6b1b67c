//! The embedded store: one SQLite file, one task that writes, a pool that reads.

mod act;
mod batch;
mod desk;
mod file;
mod heads;
mod lines;
mod open;
mod projection;
mod read;
mod writer;

use crate::head::Head;
use crate::keys::{Keys, Random, system_random};
use crate::port::*;
use crate::upcast::Upcasters;
use crate::{AppendError, AttachError, OpenError, ReadError};
use sqlx::SqlitePool;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};
use writer::{Answer, Errand, Job};

pub use file::media_type;
pub(crate) use open::is_known;

/// A head from its row.
pub(crate) fn read_head(row: &sqlx::sqlite::SqliteRow) -> Result<Head, String> {
    heads::read(row).map_err(|failed| failed.words())
}

pub(crate) async fn write_head(
    connection: &mut sqlx::SqliteConnection,
    head: &Head,
) -> Result<(), sqlx::Error> {
    heads::write(connection, head).await
}

pub(crate) use open::{Loader, close_loader, open_loader};

/// Where the writer passes while it records; a test stops it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// A batch begins; nothing has been read yet.
    Begin,
    /// Everything has been read and judged, nothing is committed.
    Commit,
    /// Committed, not yet answered. An error here is what a disk that fails during the commit looks like.
    Committed,
    /// After a failure the file is opened anew. An error here: it cannot be.
    Reopen,
}

/// Called at each point; the writer waits for it. An error stands for an error of the disk.
pub type Pause = Arc<dyn Fn(Point) -> Later<'static, Result<(), String>> + Send + Sync>;

/// How a store is opened.
pub struct Options {
    keys: Keys,
    random: Random,
    upcasters: Upcasters,
    readers: u32,
    attachment_bytes_max: u64,
    pause: Option<Pause>,
    pages_max: Option<u32>,
    careless: bool,
}

/// A scan of a few pages, or a photograph, fits in this.
const ATTACHMENT_BYTES_MAX: u64 = 20 * 1024 * 1024;

impl Options {
    /// With these keys and what is usual: randomness of the operating system, no upcasters, attachments up to 20 MiB.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        Self {
            keys,
            random: system_random(),
            upcasters: Upcasters::default(),
            readers: 4,
            attachment_bytes_max: ATTACHMENT_BYTES_MAX,
            pause: None,
            pages_max: None,
            careless: false,
        }
    }

    /// Random bytes from elsewhere.
    #[must_use]
    pub fn random(mut self, random: Random) -> Self {
        self.random = random;
        self
    }

    /// How events of earlier schemas are read.
    #[must_use]
    pub fn upcasters(mut self, upcasters: Upcasters) -> Self {
        self.upcasters = upcasters;
        self
    }

    /// How many connections read.
    #[must_use]
    pub fn readers(mut self, readers: u32) -> Self {
        self.readers = readers.max(1);
        self
    }

    /// How large an attachment may be, in bytes.
    #[must_use]
    pub fn attachment_bytes_max(mut self, bytes: u64) -> Self {
        self.attachment_bytes_max = bytes;
        self
    }

    /// For tests: stops the writer at its points.
    #[doc(hidden)]
    #[must_use]
    pub fn pause(mut self, pause: Pause) -> Self {
        self.pause = Some(pause);
        self
    }

    /// For tests: a disk that is full after so many pages.
    #[doc(hidden)]
    #[must_use]
    pub fn pages_max(mut self, pages: u32) -> Self {
        self.pages_max = Some(pages);
        self
    }

    /// For tests: does not wait for the disk, so that a test that drops unsynced writes can be seen to fail.
    #[doc(hidden)]
    #[must_use]
    pub fn careless(mut self) -> Self {
        self.careless = true;
        self
    }
}

/// The store in one SQLite file.
pub struct SqliteStore {
    jobs: mpsc::Sender<Job>,
    views: mpsc::UnboundedSender<Viewed>,
    readers: SqlitePool,
    keys: Keys,
    upcasters: Upcasters,
    attachment_bytes_max: u64,
}

impl SqliteStore {
    /// Opens a database, or begins one; brings an older one to today's form. The tokio runtime must be running.
    ///
    /// # Errors
    /// See [`OpenError`]; each variant says what to do.
    pub async fn open(path: &Path, options: Options) -> Result<Self, OpenError> {
        let Options { keys, mut random, upcasters, readers, attachment_bytes_max, .. } = options;
        let setting = open::Setting {
            path: path.to_path_buf(),
            pages_max: options.pages_max,
            careless: options.careless,
        };
        let lock = open::lock(path)?;
        let mut connection = setting.writer().await.map_err(|error| OpenError::store(path, &error))?;
        open::migrate(&mut connection, path).await?;
        open::greet(&mut connection, path, &keys, &mut random).await?;
        let pool = setting.readers(readers).await.map_err(|error| OpenError::store(path, &error))?;
        let (jobs, received) = mpsc::channel(1024);
        let (views, seen) = mpsc::unbounded_channel();
        let writer =
            writer::Writer::new(setting, connection, lock, keys.clone(), random, options.pause, seen);
        tokio::spawn(writer.run(received));
        Ok(Self { jobs, views, readers: pool, keys, upcasters, attachment_bytes_max })
    }

    /// Records what is waiting, and closes the file. Nothing can be recorded afterwards.
    pub async fn close(&self) {
        let (reply, done) = oneshot::channel();
        self.readers.close().await;
        if self.jobs.send(Job::Close(reply)).await.is_ok() {
            // A writer that has gone has closed its file too.
            let _closed = done.await;
        }
    }

    /// Signs a head over everything recorded so far; the same as the last one if nothing has been added. To be called at
    /// intervals and before closing.
    ///
    /// # Errors
    /// If the store does not answer.
    pub async fn sign_head(&self, now: i64) -> Result<Head, AppendError> {
        let failed = |failed: writer::Failed| AppendError::Store(failed.words());
        self.done(Errand::Flush).await?;
        let head = heads::snapshot(&self.readers, now).await.map_err(failed)?;
        match self.errand(Errand::Sign(Box::new(head))).await? {
            Answer::Signed(head) => Ok(*head),
            _ => Err(AppendError::Store("answered something else".to_owned())),
        }
    }

    async fn errand(&self, errand: Errand) -> Result<Answer, AppendError> {
        let (reply, answer) = oneshot::channel();
        let gone = || AppendError::Store("the store is closed".to_owned());
        self.jobs.send(Job::Errand(errand, reply)).await.map_err(|_| gone())?;
        answer.await.map_err(|_| AppendError::Unknown("the writer stopped before it answered".to_owned()))?
    }

    async fn done(&self, errand: Errand) -> Result<(), AppendError> {
        self.errand(errand).await.map(|_| ())
    }
}

impl Port for SqliteStore {
    fn append(&self, act: Act) -> Later<'_, Result<Receipt, AppendError>> {
        Box::pin(async move {
            act::check(&act).map_err(AppendError::Refused)?;
            let (reply, answer) = oneshot::channel();
            let gone = || AppendError::Store("the store is closed".to_owned());
            self.jobs.send(Job::Act(Box::new(act), reply)).await.map_err(|_| gone())?;
            answer
                .await
                .map_err(|_| AppendError::Unknown("the writer stopped before it answered".to_owned()))?
        })
    }

    fn resolve(&self, form: Id) -> Later<'_, Result<Option<Receipt>, ReadError>> {
        Box::pin(async move {
            // Asked of the writer, after everything that came before: what it does not find will not appear later.
            match self.errand(Errand::Resolve(form)).await {
                Ok(Answer::Resolved(receipt)) => Ok(receipt),
                Ok(_) => Err(ReadError::Store("answered something else".to_owned())),
                Err(error) => Err(ReadError::Store(error.to_string())),
            }
        })
    }

    fn read(&self, stream: Stream, after: u64) -> Later<'_, Result<Vec<Event>, ReadError>> {
        Box::pin(read::events(&self.readers, &self.keys, &self.upcasters, stream, after))
    }

    fn version(&self, stream: Stream) -> Later<'_, Result<u64, ReadError>> {
        Box::pin(read::version(&self.readers, stream))
    }

    fn summary(&self, stream: Stream) -> Later<'_, Result<Option<Summary>, ReadError>> {
        Box::pin(projection::summary(&self.readers, stream))
    }

    fn summaries(
        &self,
        kind: Kind,
        after: Option<After>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Summary>, ReadError>> {
        Box::pin(projection::summaries(&self.readers, kind, after, limit))
    }

    fn search(
        &self,
        kind: Kind,
        words: Vec<String>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Summary>, ReadError>> {
        Box::pin(projection::search(&self.readers, kind, words, limit))
    }

    fn due(
        &self,
        kinds: Vec<String>,
        window: Window,
        limit: u32,
    ) -> Later<'_, Result<Vec<DueLine>, ReadError>> {
        Box::pin(projection::due(&self.readers, kinds, window, limit))
    }

    fn due_counts(&self, window: Window) -> Later<'_, Result<Vec<(String, u64)>, ReadError>> {
        Box::pin(projection::due_counts(&self.readers, window))
    }

    fn rows(&self, kind: Kind, after: Option<Id>, limit: u32) -> Later<'_, Result<Vec<Rows>, ReadError>> {
        Box::pin(projection::rows(&self.readers, kind, after, limit))
    }

    fn without_rows(
        &self,
        kind: Kind,
        after: Option<Id>,
        limit: u32,
    ) -> Later<'_, Result<Vec<Id>, ReadError>> {
        Box::pin(projection::without_rows(&self.readers, kind, after, limit))
    }

    fn project(
        &self,
        stream: Stream,
        version: u64,
        projection: Projection,
    ) -> Later<'_, Result<bool, AppendError>> {
        Box::pin(async move {
            let answer = self.errand(Errand::Project(stream, version, projection)).await?;
            Ok(matches!(answer, Answer::Yes))
        })
    }

    fn erase_projections(&self) -> Later<'_, Result<(), AppendError>> {
        Box::pin(self.done(Errand::EraseProjections))
    }

    fn streams(
        &self,
        kind: Kind,
        after: Option<Id>,
        limit: u32,
    ) -> Later<'_, Result<Vec<(Id, u64)>, ReadError>> {
        Box::pin(read::streams(&self.readers, kind, after, limit))
    }

    fn put_session(&self, session: Session) -> Later<'_, Result<(), AppendError>> {
        Box::pin(self.done(Errand::PutSession(session)))
    }

    fn session(&self, token_hash: [u8; 32]) -> Later<'_, Result<Option<Session>, ReadError>> {
        Box::pin(desk::session(&self.readers, token_hash))
    }

    fn sessions(&self, account: Id) -> Later<'_, Result<Vec<Session>, ReadError>> {
        Box::pin(desk::sessions(&self.readers, account))
    }

    fn end_session(&self, token_hash: [u8; 32]) -> Later<'_, Result<(), AppendError>> {
        Box::pin(self.done(Errand::EndSession(token_hash)))
    }

    fn end_sessions(&self, account: Id) -> Later<'_, Result<(), AppendError>> {
        Box::pin(self.done(Errand::EndSessions(account)))
    }

    fn attempt(&self, key: String, at: i64, since: i64) -> Later<'_, Result<u64, AppendError>> {
        Box::pin(async move {
            match self.errand(Errand::Attempt { key, at, since }).await? {
                Answer::Number(number) => Ok(number),
                _ => Err(AppendError::Store("answered something else".to_owned())),
            }
        })
    }

    fn attempts(&self, key: String, since: i64) -> Later<'_, Result<u64, ReadError>> {
        Box::pin(desk::attempts(&self.readers, key, since))
    }

    fn forget_attempts(&self, key: String) -> Later<'_, Result<(), AppendError>> {
        Box::pin(self.done(Errand::ForgetAttempts(key)))
    }

    fn viewed(&self, viewed: Viewed) {
        // A store that is closed takes no more notes; there is nobody left to be told.
        let _noted = self.views.send(viewed);
    }

    fn views(
        &self,
        stream: Option<Stream>,
        before: Option<i64>,
        limit: u32,
    ) -> Later<'_, Result<Vec<(i64, Viewed)>, ReadError>> {
        Box::pin(async move {
            // Who asks must find what was noted before the question.
            self.done(Errand::Flush).await.map_err(|error| ReadError::Store(error.to_string()))?;
            lines::views(&self.readers, stream, before, limit).await
        })
    }

    fn attach(&self, stream: Stream, bytes: Vec<u8>) -> Later<'_, Result<[u8; 32], AttachError>> {
        Box::pin(async move {
            let media_type = media_type(&bytes, self.attachment_bytes_max)?;
            match self.errand(Errand::Attach { stream, media_type, bytes }).await {
                Ok(Answer::Hash(hash)) => Ok(hash),
                Ok(_) => Err(AttachError::Store("answered something else".to_owned())),
                Err(error) => Err(AttachError::Store(error.to_string())),
            }
        })
    }

    fn attachment(&self, stream: Stream, hash: [u8; 32]) -> Later<'_, Result<Option<Attachment>, ReadError>> {
        Box::pin(lines::attachment(&self.readers, &self.keys, stream, hash))
    }
}

/// What the reader or writer of a row needs to say when the database fails.
fn unread(error: sqlx::Error) -> ReadError {
    ReadError::Store(crate::error::words(&error))
}

/// A number that SQL keeps as i64.
fn large(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A count from SQL; none is negative.
fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// An id from its bytes.
fn id(bytes: &[u8]) -> Option<Id> {
    <[u8; 16]>::try_from(bytes).ok().map(Id::from_random)
}

/// A kind from its word.
fn kind(word: &str) -> Option<Kind> {
    Kind::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
}

fn bytes_id(id: Id) -> Vec<u8> {
    id.bytes().to_vec()
}

/// Where a store keeps its lock.
pub(crate) struct Lock {
    _file: File,
    _path: PathBuf,
}
