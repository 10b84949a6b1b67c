//! Verifying a file: every link, every head, every gap. Nothing is decrypted; no key is needed.
//!
//! Events are followed in the order in which they were committed, so that the first broken link is the first in time,
//! and each head is compared with the streams as they stood when it was signed.

use crate::chain::{self, Hash, Plain, Tree, leaf};
use crate::error::OpenError;
use crate::head::Head;
use crate::port::Stream;
use crate::rows::{self, AccessRow, ActRow, AttachmentRow, EventRow, StreamRow, Table, Unreadable, page};
use core::fmt;
use sqlx::SqliteConnection;
use std::collections::BTreeMap;
use std::path::Path;

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many streams were followed.
    pub streams: u64,
    /// How many events.
    pub events: u64,
    /// How many attached files.
    pub attachments: u64,
    /// How many lines of the audit of views.
    pub views: u64,
    /// How many signed heads.
    pub heads: u64,
    /// The newest head: keep it elsewhere.
    pub last_head: Option<Head>,
    /// Events that no head covers yet.
    pub events_unsigned: u64,
    /// The public key in the file: whoever can write the file can exchange it, so compare it with the one you know.
    pub public_key: Vec<u8>,
    /// The first broken link; `None` if everything holds.
    pub fault: Option<Fault>,
}

/// The first thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In which stream, if in one.
    pub stream: Option<Stream>,
    /// At which version of it.
    pub version: Option<u64>,
    /// What.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(stream) = self.stream {
            write!(f, "{} {}", stream.kind.word(), stream.id)?;
            if let Some(version) = self.version {
                write!(f, ", version {version}")?;
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.what)
    }
}

/// Why following stopped.
enum Stop {
    Fault(Fault),
    Unreadable(Unreadable),
}

impl From<Unreadable> for Stop {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

fn at(stream: Stream, version: i64, what: impl Into<String>) -> Stop {
    let version = Some(u64::try_from(version).unwrap_or(0));
    Stop::Fault(Fault { stream: Some(stream), version, what: what.into() })
}

fn whole(what: impl Into<String>) -> Stop {
    Stop::Fault(Fault { stream: None, version: None, what: what.into() })
}

/// Follows every chain of a file. `elsewhere` are heads that were kept outside it: only they show that a whole file was put
/// back to an earlier state.
///
/// # Errors
/// If the file cannot be read at all. What does not hold is no error but the verdict's fault.
pub async fn verify(path: &Path, elsewhere: &[Head]) -> Result<Verdict, OpenError> {
    let mut connection = rows::reading(path).await?;
    let mut verdict = Verdict::default();
    match follow(&mut connection, elsewhere, &mut verdict).await {
        Ok(()) => {}
        Err(Stop::Fault(fault)) => verdict.fault = Some(fault),
        Err(Stop::Unreadable(Unreadable(what))) => {
            verdict.fault = Some(Fault { stream: None, version: None, what });
        }
    }
    Ok(verdict)
}

/// The same of a file that is open already: its fault, if it has one.
pub(crate) async fn fault(connection: &mut SqliteConnection) -> Option<String> {
    match follow(connection, &[], &mut Verdict::default()).await {
        Ok(()) => None,
        Err(Stop::Fault(fault)) => Some(fault.to_string()),
        Err(Stop::Unreadable(Unreadable(what))) => Some(what),
    }
}

async fn follow(
    connection: &mut SqliteConnection,
    elsewhere: &[Head],
    verdict: &mut Verdict,
) -> Result<(), Stop> {
    verdict.public_key = rows::public_key(connection).await?;
    let heads = rows::heads(connection).await?;
    signatures(&heads, verdict)?;
    let mut streams = Streams::load(connection).await?;
    verdict.streams = streams.count();
    streams.events(connection, &heads, verdict).await?;
    streams.acts(connection).await?;
    attachments(connection, &heads, verdict).await?;
    views(connection, &heads, verdict).await?;
    let covered = heads.last().map_or(0, |head| u64::try_from(head.sequence).unwrap_or(0));
    verdict.events_unsigned = verdict.events.saturating_sub(covered);
    kept(&heads, elsewhere, verdict)
}

/// A stream on the way.
struct Walk {
    stream: Stream,
    version: i64,
    link: Hash,
    /// As the stream's own row says.
    end: (i64, Hash),
}

/// All streams, by their numbers; `None` where a number is missing.
struct Streams {
    walks: Vec<Option<Walk>>,
    tree: Tree,
    /// Sequences that are missing: the first of each gap.
    gap: Option<i64>,
}

impl Streams {
    async fn load(connection: &mut SqliteConnection) -> Result<Self, Stop> {
        let mut walks = Vec::new();
        let mut after = 0;
        loop {
            let rows: Vec<StreamRow> = page(connection, after).await?;
            let Some(last) = rows.last() else { break };
            after = last.place();
            for row in rows {
                let place = usize::try_from(row.number - 1).map_err(|_| whole("a stream has no number"))?;
                if place > walks.len().saturating_add(1_000_000) {
                    return Err(whole(format!("stream number {} cannot be", row.number)));
                }
                while walks.len() < place {
                    walks.push(None);
                }
                let link = chain::genesis(row.stream, row.number, &row.sealed_key);
                let end = (row.version, row.link);
                walks.push(Some(Walk { stream: row.stream, version: 0, link, end }));
            }
        }
        Ok(Self { walks, tree: Tree::default(), gap: None })
    }

    fn count(&self) -> u64 {
        u64::try_from(self.walks.iter().flatten().count()).unwrap_or(u64::MAX)
    }

    fn get(&mut self, number: i64) -> Option<&mut Walk> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        self.walks.get_mut(place)?.as_mut()
    }

    /// Gives every stream up to a number its leaf, of its beginning if it has no event yet.
    fn grow(&mut self, number: i64) -> Result<(), Stop> {
        let number = usize::try_from(number).unwrap_or(0);
        while self.tree.len() < number {
            let place = self.tree.len();
            let named = i64::try_from(place + 1).unwrap_or(i64::MAX);
            let Some(Some(walk)) = self.walks.get(place) else {
                return Err(whole(format!("stream number {named} is missing, with everything in it")));
            };
            self.tree.set(place, leaf(named, walk.version, &walk.link));
        }
        Ok(())
    }

    async fn events(
        &mut self,
        connection: &mut SqliteConnection,
        heads: &[Head],
        verdict: &mut Verdict,
    ) -> Result<(), Stop> {
        let mut heads = heads.iter().peekable();
        let mut sequence = 0;
        loop {
            let rows: Vec<EventRow> = page(connection, sequence).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                self.covered(&mut heads, row.sequence)?;
                if row.sequence != sequence + 1 && self.gap.is_none() {
                    self.gap = Some(sequence + 1);
                }
                sequence = row.sequence;
                self.event(&row)?;
                verdict.events += 1;
            }
        }
        self.covered(&mut heads, sequence.saturating_add(1))?;
        self.ends()?;
        if let Some(head) = heads.next() {
            return Err(whole(format!(
                "event {} of all is missing: head {} was signed over {}",
                sequence + 1,
                head.number,
                head.sequence
            )));
        }
        Ok(())
    }

    /// The heads that were signed before this event.
    fn covered(
        &mut self,
        heads: &mut std::iter::Peekable<std::slice::Iter<'_, Head>>,
        next: i64,
    ) -> Result<(), Stop> {
        while let Some(head) = heads.next_if(|head| head.sequence < next) {
            // With an event missing, no head fits: what is missing is named when its stream is known.
            if self.gap.is_some() {
                continue;
            }
            self.grow(head.streams)?;
            if i64::try_from(self.tree.len()).ok() != Some(head.streams) || self.tree.root() != head.root {
                return Err(whole(format!(
                    "head {} does not fit: among the first {} events something was rewritten together with its links",
                    head.number, head.sequence
                )));
            }
        }
        Ok(())
    }

    fn event(&mut self, row: &EventRow) -> Result<(), Stop> {
        if self.gap.is_none() {
            self.grow(row.stream)?;
        }
        let sequence = row.sequence;
        let Some(walk) = self.get(row.stream) else {
            return Err(whole(format!(
                "stream number {} is missing; event {sequence} of all is of it, version {}",
                row.stream, row.version
            )));
        };
        let stream = walk.stream;
        if row.version > walk.version + 1 {
            return Err(at(stream, walk.version + 1, "the event is missing"));
        }
        if row.version < walk.version + 1 {
            return Err(at(stream, row.version, "the event stands out of its order"));
        }
        let plain = Plain { stream, version: row.version, sequence, form: row.form, recorded: row.recorded };
        if chain::link(&walk.link, &plain, &row.sealed) != row.link {
            return Err(at(
                stream,
                row.version,
                "the link is broken: the event, or what stands before it, is not what was recorded",
            ));
        }
        (walk.version, walk.link) = (row.version, row.link);
        let new = leaf(row.stream, row.version, &row.link);
        if let (None, Ok(place)) = (self.gap, usize::try_from(row.stream - 1)) {
            self.tree.set(place, new);
        }
        Ok(())
    }

    /// Whether each stream ends where its own row says.
    fn ends(&mut self) -> Result<(), Stop> {
        for (walk, number) in self.walks.iter().zip(1_i64..) {
            let Some(walk) = walk else {
                return Err(whole(format!("stream number {number} is missing, with everything in it")));
            };
            if walk.end.0 > walk.version {
                let gone = format!("the event is missing, with all after it up to version {}", walk.end.0);
                return Err(at(walk.stream, walk.version + 1, gone));
            }
            if walk.end != (walk.version, walk.link) {
                return Err(at(walk.stream, walk.version, "the stream does not end where it says"));
            }
        }
        match self.gap {
            Some(sequence) => Err(whole(format!("event {sequence} of all is missing"))),
            None => Ok(()),
        }
    }

    /// Whether what was receipted is there.
    async fn acts(&mut self, connection: &mut SqliteConnection) -> Result<(), Stop> {
        let mut after = None;
        loop {
            let rows = ActRow::page(connection, after).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.form);
            for row in rows {
                for (number, version) in row.versions {
                    let Some(walk) = self.get(number) else {
                        return Err(whole(format!(
                            "stream number {number} is missing, with everything in it"
                        )));
                    };
                    if walk.version < version {
                        let what = "the event is missing; the receipt of its form is there";
                        return Err(at(walk.stream, walk.version + 1, what));
                    }
                }
            }
        }
    }
}

/// Follows a chain of lines beside the streams, and compares its links with those that heads name.
struct Lines {
    what: &'static str,
    line: i64,
    link: Hash,
    named: BTreeMap<i64, (i64, Hash)>,
}

impl Lines {
    fn new(what: &'static str, heads: &[Head], named: fn(&Head) -> (i64, Hash)) -> Self {
        let named = heads.iter().map(|head| (named(head).0, (head.number, named(head).1))).collect();
        Self { what, line: 0, link: Hash::default(), named }
    }

    fn next(&mut self, line: i64, link: Hash, computed: Hash) -> Result<(), Stop> {
        let what = self.what;
        if line != self.line + 1 {
            return Err(whole(format!("{what} {} is missing", self.line + 1)));
        }
        if link != computed {
            return Err(whole(format!("the link of {what} {line} is broken")));
        }
        if let Some((head, _)) = self.named.get(&line).filter(|(_, named)| *named != link) {
            return Err(whole(format!("head {head} does not fit {what} {line}: it was rewritten")));
        }
        (self.line, self.link) = (line, link);
        Ok(())
    }

    fn end(&self) -> Result<(), Stop> {
        match self.named.last_key_value() {
            Some((line, (head, _))) if *line > self.line => {
                let what = self.what;
                Err(whole(format!("{what} {} is missing: head {head} names {what} {line}", self.line + 1)))
            }
            _ => Ok(()),
        }
    }
}

async fn attachments(
    connection: &mut SqliteConnection,
    heads: &[Head],
    verdict: &mut Verdict,
) -> Result<(), Stop> {
    let mut lines = Lines::new("attachment", heads, |head| head.attachment);
    loop {
        let rows: Vec<AttachmentRow> = page(connection, lines.line).await?;
        if rows.is_empty() {
            return lines.end();
        }
        for AttachmentRow { line, stream, hash, media_type, sealed, link } in rows {
            let computed = chain::attachment(&lines.link, line, stream, &hash, &media_type, &sealed);
            lines.next(line, link, computed)?;
            verdict.attachments += 1;
        }
    }
}

async fn views(connection: &mut SqliteConnection, heads: &[Head], verdict: &mut Verdict) -> Result<(), Stop> {
    let mut lines = Lines::new("view", heads, |head| head.access);
    loop {
        let rows: Vec<AccessRow> = page(connection, lines.line).await?;
        if rows.is_empty() {
            return lines.end();
        }
        for row in rows {
            let computed = chain::access(&lines.link, &row.line());
            lines.next(row.line, row.link, computed)?;
            verdict.views += 1;
        }
    }
}

fn signatures(heads: &[Head], verdict: &mut Verdict) -> Result<(), Stop> {
    let mut previous = Hash::default();
    for (head, number) in heads.iter().zip(1_i64..) {
        if head.number != number {
            return Err(whole(format!("head {number} is missing")));
        }
        if head.previous != previous {
            return Err(whole(format!("head {number} does not follow the one before it")));
        }
        if !head.is_signed_by(&verdict.public_key) {
            return Err(whole(format!("the signature of head {number} is not good")));
        }
        previous = head.hash();
        verdict.heads += 1;
    }
    verdict.last_head = heads.last().cloned();
    Ok(())
}

/// Heads that were kept elsewhere must stand in the file as they are.
fn kept(heads: &[Head], elsewhere: &[Head], verdict: &Verdict) -> Result<(), Stop> {
    for head in elsewhere {
        let Head { number, sequence, .. } = head;
        if !head.is_signed_by(&verdict.public_key) {
            return Err(whole(format!(
                "head {number}, kept elsewhere, was signed with another key than the file's"
            )));
        }
        match heads.iter().find(|found| found.number == *number) {
            Some(found) if found == head => {}
            Some(_) => {
                return Err(whole(format!("head {number}, kept elsewhere, is not the one in the file")));
            }
            None => {
                return Err(whole(format!(
                    "head {number}, kept elsewhere and signed over {sequence} events, is not in the file, which has {}: \
                     it was put back to an earlier state",
                    verdict.events
                )));
            }
        }
    }
    Ok(())
}
