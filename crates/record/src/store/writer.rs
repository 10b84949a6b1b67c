//! The one task that writes. It takes what is waiting, records it in one transaction, and answers only after the commit.

use super::act::{self, Outcome};
use super::batch::Batch;
use super::open::Setting;
use super::{Lock, Pause, Point, desk, heads, lines, open, projection};
use crate::error::{code, words};
use crate::head::Head;
use crate::keys::{Keys, Random};
use crate::port::{Act, AppendError, Id, Projection, Receipt, Session, Stream, Viewed};
use sqlx::{Connection, SqliteConnection};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Something to be done by the writer that is no act.
pub(crate) enum Errand {
    Resolve(Id),
    Project(Stream, u64, Projection),
    EraseProjections,
    PutSession(Session),
    EndSession([u8; 32]),
    EndSessions(Id),
    Attempt { key: String, at: i64, since: i64 },
    ForgetAttempts(String),
    Attach { stream: Stream, media_type: &'static str, bytes: Vec<u8> },
    Sign(Box<Head>),
    Flush,
}

/// What an errand brings back.
pub(crate) enum Answer {
    Done,
    Yes,
    No,
    Number(u64),
    Hash([u8; 32]),
    Resolved(Option<Receipt>),
    Signed(Box<Head>),
}

type Reply<T> = oneshot::Sender<Result<T, AppendError>>;

pub(crate) enum Job {
    Act(Box<Act>, Reply<Receipt>),
    Errand(Errand, Reply<Answer>),
    Close(oneshot::Sender<()>),
}

/// What the writer knows of the ends of its chains; read again after a failure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tips {
    pub(crate) stream: i64,
    pub(crate) sequence: i64,
    pub(crate) access: (i64, [u8; 32]),
    pub(crate) attachment: (i64, [u8; 32]),
}

/// What recording needs.
pub(crate) struct Desk<'a> {
    pub(crate) connection: &'a mut SqliteConnection,
    pub(crate) tips: &'a mut Tips,
    pub(crate) keys: &'a Keys,
    pub(crate) random: &'a mut Random,
}

/// Why a batch, or one thing of it, failed.
#[derive(Debug)]
pub(crate) enum Failed {
    Database(sqlx::Error),
    Other(String),
}

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl Failed {
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Database(error) => words(error),
            Self::Other(what) => what.clone(),
        }
    }
}

/// An answer that waits for the commit.
enum Waiting {
    Act(Outcome, Id, Reply<Receipt>),
    Errand(Result<Answer, AppendError>, Reply<Answer>),
}

/// As many acts as fit into one commit without making the first wait long.
const BATCH_MAX: usize = 256;
/// How long a note of a view may wait for a commit of something else.
const VIEW_DELAY: Duration = Duration::from_millis(200);

pub(crate) struct Writer {
    setting: Setting,
    connection: Option<(SqliteConnection, Option<Tips>)>,
    keys: Keys,
    random: Random,
    pause: Option<Pause>,
    views: mpsc::UnboundedReceiver<Viewed>,
    noted: Vec<Viewed>,
    _lock: Lock,
}

impl Writer {
    pub(crate) fn new(
        setting: Setting,
        connection: SqliteConnection,
        lock: Lock,
        keys: Keys,
        random: Random,
        pause: Option<Pause>,
        views: mpsc::UnboundedReceiver<Viewed>,
    ) -> Self {
        let connection = Some((connection, None));
        Self { setting, connection, keys, random, pause, views, noted: Vec::new(), _lock: lock }
    }

    /// Until the last sender has gone, or somebody closes the store.
    pub(crate) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let closed = loop {
            let first = if self.noted.is_empty() {
                tokio::select! {
                    job = jobs.recv() => job,
                    Some(view) = self.views.recv() => {
                        self.noted.push(view);
                        continue;
                    }
                }
            } else {
                match tokio::time::timeout(VIEW_DELAY, jobs.recv()).await {
                    Ok(job) => job,
                    Err(_) => {
                        self.batch(Vec::new()).await;
                        continue;
                    }
                }
            };
            let Some(first) = first else { break None };
            let mut batch = Vec::new();
            let mut close = None;
            let mut next = Some(first);
            while let Some(job) = next {
                match job {
                    Job::Close(reply) => {
                        close = Some(reply);
                        break;
                    }
                    job => batch.push(job),
                }
                next = if batch.len() < BATCH_MAX { jobs.try_recv().ok() } else { None };
            }
            self.batch(batch).await;
            if close.is_some() {
                break close;
            }
        };
        self.batch(Vec::new()).await;
        if let Some((connection, _)) = self.connection.take() {
            end(connection).await;
        }
        drop(self);
        if let Some(closed) = closed {
            // Who asked may have gone.
            let _told = closed.send(());
        }
    }

    /// The connection, opened anew if the last one failed.
    async fn connect(&mut self) -> Result<(), Failed> {
        if self.connection.is_none() {
            at(self.pause.as_ref(), Point::Reopen).await?;
            let mut connection = self.setting.writer().await?;
            // A commit that failed may have left its bytes behind the end of the log, where a power cut would let them
            // come to life. This commit stands in their place: from here on what is not found is not recorded.
            open::writable(&mut connection).await?;
            self.connection = Some((connection, None));
        }
        Ok(())
    }

    /// Records a batch and answers. If something of it fails before the commit, each is tried by itself.
    async fn batch(&mut self, jobs: Vec<Job>) {
        while let Ok(view) = self.views.try_recv() {
            self.noted.push(view);
        }
        if jobs.is_empty() && self.noted.is_empty() {
            return;
        }
        if let Some((jobs, failed)) = self.attempt(jobs).await {
            if jobs.len() < 2 {
                return refuse(jobs, &failed.words());
            }
            for job in jobs {
                if let Some((job, failed)) = self.attempt(vec![job]).await {
                    refuse(job, &failed.words());
                }
            }
        }
    }

    /// One transaction. If it fails before its commit nothing of it is recorded, and the jobs come back.
    async fn attempt(&mut self, jobs: Vec<Job>) -> Option<(Vec<Job>, Failed)> {
        if let Err(failed) = self.connect().await {
            return Some((jobs, failed));
        }
        let (mut connection, tips) = self.connection.take()?;
        let (tips, outcomes) = match self.record(&mut connection, tips, &jobs).await {
            Ok(recorded) => recorded,
            Err(failed) => {
                // Nothing of it was committed. The connection goes, and its transaction with it.
                end(connection).await;
                return Some((jobs, failed));
            }
        };
        let waiting = jobs.into_iter().zip(outcomes).filter_map(|pair| match pair {
            (Job::Act(act, reply), Done::Act(outcome)) => Some(Waiting::Act(outcome, act.form, reply)),
            (Job::Errand(_, reply), Done::Errand(answer)) => Some(Waiting::Errand(answer, reply)),
            _ => None,
        });
        let waiting: Vec<Waiting> = waiting.collect();
        match self.commit(&mut connection).await {
            Ok(()) => {
                self.noted.clear();
                self.connection = Some((connection, Some(tips)));
                for one in waiting {
                    one.answer();
                }
            }
            Err(failed) => {
                end(connection).await;
                self.settle(failed, waiting).await;
            }
        }
        None
    }

    async fn commit(&mut self, connection: &mut SqliteConnection) -> Result<(), Failed> {
        at(self.pause.as_ref(), Point::Commit).await?;
        sqlx::query("COMMIT").execute(connection).await?;
        at(self.pause.as_ref(), Point::Committed).await
    }

    /// After a commit that failed: looks what became of it, and says so; if nobody can say, says that.
    async fn settle(&mut self, failed: Failed, waiting: Vec<Waiting>) {
        let full = matches!(&failed, Failed::Database(error) if code(error) == Some(13));
        let found = self.connect().await;
        for one in waiting {
            let known = match (&found, &mut self.connection) {
                (Ok(()), Some((connection, _))) => Some(connection),
                _ => None,
            };
            match one {
                Waiting::Act(Outcome::New(receipt), form, reply) => {
                    let looked = match known {
                        Some(connection) => act::find(connection, form).await.ok(),
                        None => None,
                    };
                    let answer = match looked {
                        Some(Some(_)) => Ok(receipt),
                        Some(None) => Err(AppendError::Store(failed.words())),
                        // A full disk takes no last page, and without its last page a commit is none.
                        None if full => Err(AppendError::Store(failed.words())),
                        None => Err(AppendError::Unknown(failed.words())),
                    };
                    let _told = reply.send(answer);
                }
                Waiting::Errand(Ok(_), reply) => {
                    let _told = reply.send(Err(AppendError::Unknown(failed.words())));
                }
                other => other.answer(),
            }
        }
    }

    /// Everything of a batch, up to but without its commit.
    async fn record(
        &mut self,
        connection: &mut SqliteConnection,
        tips: Option<Tips>,
        jobs: &[Job],
    ) -> Result<(Tips, Vec<Done>), Failed> {
        at(self.pause.as_ref(), Point::Begin).await?;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
        let mut tips = match tips {
            Some(tips) => tips,
            None => act::tips(connection).await?,
        };
        let Self { keys, random, noted, .. } = self;
        let acts: Vec<&Act> = jobs
            .iter()
            .filter_map(|job| match job {
                Job::Act(act, _) => Some(&**act),
                _ => None,
            })
            .collect();
        let mut batch = Batch::load(connection, &acts).await?;
        let mut judged = Vec::with_capacity(acts.len());
        for act in acts {
            let outcome = batch.judge(act, &mut tips, keys, random);
            judged.push(outcome.unwrap_or_else(|failed| Outcome::Failed(failed.words())));
        }
        batch.write(connection).await?;
        let mut judged = judged.into_iter();
        let mut done = Vec::with_capacity(jobs.len());
        for job in jobs {
            done.push(match job {
                Job::Act(..) => judged.next().map_or(Done::Nothing, Done::Act),
                Job::Close(_) => Done::Nothing,
                Job::Errand(errand, _) => {
                    let before = tips;
                    sqlx::query("SAVEPOINT one").execute(&mut *connection).await?;
                    let mut desk = Desk { connection: &mut *connection, tips: &mut tips, keys, random };
                    let answer = run(&mut desk, errand).await;
                    if answer.is_err() {
                        tips = before;
                        sqlx::query("ROLLBACK TO one").execute(&mut *connection).await?;
                    }
                    sqlx::query("RELEASE one").execute(&mut *connection).await?;
                    Done::Errand(answer.map_err(|failed| AppendError::Store(failed.words())))
                }
            });
        }
        let mut desk = Desk { connection, tips: &mut tips, keys, random };
        lines::note(&mut desk, noted).await?;
        Ok((tips, done))
    }
}

/// What became of a job, before the commit.
enum Done {
    Act(Outcome),
    Errand(Result<Answer, AppendError>),
    Nothing,
}

/// Passes a point where a test may stop the writer.
async fn at(pause: Option<&Pause>, point: Point) -> Result<(), Failed> {
    match pause {
        Some(pause) => pause(point).await.map_err(Failed::Other),
        None => Ok(()),
    }
}

/// Nothing is lost if it does not close well: what was to be kept is committed.
async fn end(connection: SqliteConnection) {
    let _closed = connection.close().await;
}

fn refuse(jobs: impl IntoIterator<Item = Job>, why: &str) {
    for job in jobs {
        match job {
            Job::Act(_, reply) => {
                let _told = reply.send(Err(AppendError::Store(why.to_owned())));
            }
            Job::Errand(_, reply) => {
                let _told = reply.send(Err(AppendError::Store(why.to_owned())));
            }
            Job::Close(reply) => {
                let _told = reply.send(());
            }
        }
    }
}

impl Waiting {
    /// After the commit. Who asked may have gone; it is recorded all the same.
    fn answer(self) {
        match self {
            Self::Act(outcome, _, reply) => {
                let _told = reply.send(outcome.answer());
            }
            Self::Errand(answer, reply) => {
                let _told = reply.send(answer);
            }
        }
    }
}

async fn run(desk: &mut Desk<'_>, errand: &Errand) -> Result<Answer, Failed> {
    match errand {
        Errand::Resolve(form) => Ok(Answer::Resolved(act::find(desk.connection, *form).await?)),
        Errand::Project(stream, version, new) => {
            let found = act::state(desk.connection, *stream).await?;
            match found {
                Some(found) if found.version == super::large(*version) => {
                    projection::replace(desk.connection, found.number, *stream, found.version, new).await?;
                    Ok(Answer::Yes)
                }
                _ => Ok(Answer::No),
            }
        }
        Errand::EraseProjections => projection::erase(desk.connection).await.map(|()| Answer::Done),
        Errand::PutSession(session) => {
            desk::put_session(desk.connection, session).await.map(|()| Answer::Done)
        }
        Errand::EndSession(hash) => desk::end_session(desk.connection, hash).await.map(|()| Answer::Done),
        Errand::EndSessions(account) => {
            desk::end_sessions(desk.connection, *account).await.map(|()| Answer::Done)
        }
        Errand::Attempt { key, at, since } => {
            desk::attempt(desk.connection, key, *at, *since).await.map(Answer::Number)
        }
        Errand::ForgetAttempts(key) => {
            desk::forget_attempts(desk.connection, key).await.map(|()| Answer::Done)
        }
        Errand::Attach { stream, media_type, bytes } => {
            lines::attach(desk, *stream, media_type, bytes).await.map(Answer::Hash)
        }
        Errand::Sign(head) => {
            heads::sign(desk, (**head).clone()).await.map(|head| Answer::Signed(Box::new(head)))
        }
        Errand::Flush => Ok(Answer::Done),
    }
}
