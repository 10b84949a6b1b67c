//! The programmer's side of the link over a wire. Time is counted in reads that brought nothing.

use crate::wire::{Wire, WireError};
use link::frame::FRAME_MAX;
use link::programmer::{Event, Programmer, ProgrammerLimits, SendError};
use std::time::Duration;

/// Where randomness comes from: fills all of what it is given with bytes that nobody can foretell.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// How often a request is sent and how long its answer may take: own design parameters.
pub(crate) const LIMITS: ProgrammerLimits =
    ProgrammerLimits { session: SESSION, answer_seconds: 2, tries: 4 };

/// The pump's own bounds end a session; here it only ends with its work.
const SESSION: link::session::SessionLimits =
    link::session::SessionLimits { idle_seconds: u64::MAX, messages_max: 65_536 };

/// One read waits this long.
const SLICE: Duration = Duration::from_millis(100);
const SLICES_PER_SECOND: u64 = 10;

/// So many reads that brought something count as one that brought nothing: a line that never stops must not hold us for ever.
const BUSY_READS: u64 = 64;

/// Bytes of one read.
const READ: usize = 4_096;

/// How long a request is waited for, all told, s.
pub(crate) const fn patience_seconds() -> u64 {
    LIMITS.answer_seconds * LIMITS.tries as u64
}

/// What has come from a wire and is not taken yet, and the time that has passed there.
pub(crate) struct Inbox {
    held: Box<[u8; READ]>,
    from: usize,
    until: usize,
    reads: u64,
    slices: u64,
}

impl Inbox {
    pub(crate) fn new() -> Self {
        Self { held: Box::new([0; READ]), from: 0, until: 0, reads: 0, slices: 0 }
    }

    /// Seconds that have been waited.
    pub(crate) const fn now_seconds(&self) -> u64 {
        self.slices / SLICES_PER_SECOND
    }

    /// What is held.
    pub(crate) fn rest(&self) -> &[u8] {
        self.held.get(self.from..self.until).unwrap_or_default()
    }

    /// Lets go of all but the last `left` bytes.
    pub(crate) fn keep(&mut self, left: usize) {
        self.from = self.until.saturating_sub(left);
    }

    /// Drops what is held and what has come in the meantime; whether there was any of the latter.
    pub(crate) fn drop_more<W: Wire>(&mut self, wire: &mut W) -> Result<bool, WireError> {
        (self.from, self.until) = (0, 0);
        Ok(wire.receive(&mut *self.held, Duration::ZERO)? > 0)
    }

    /// Reads once.
    pub(crate) fn fill<W: Wire>(&mut self, wire: &mut W) -> Result<(), WireError> {
        let count = wire.receive(&mut *self.held, SLICE)?.min(READ);
        (self.from, self.until) = (0, count);
        self.reads = self.reads.saturating_add(u64::from(count > 0));
        if count == 0 || self.reads.is_multiple_of(BUSY_READS) {
            self.slices = self.slices.saturating_add(1);
        }
        Ok(())
    }
}

/// A programmer at a wire.
pub(crate) struct Line<W: Wire> {
    wire: W,
    programmer: Box<Programmer>,
    inbox: Inbox,
    out: Box<[u8; FRAME_MAX]>,
}

impl<W: Wire> Line<W> {
    pub(crate) fn new(wire: W, programmer: Programmer) -> Self {
        Self { wire, programmer: Box::new(programmer), inbox: Inbox::new(), out: Box::new([0; FRAME_MAX]) }
    }

    /// Says something.
    pub(crate) fn say<T, E: From<SendError> + From<WireError>>(
        &mut self,
        what: impl FnOnce(&mut Programmer, u64, &mut [u8]) -> Result<(T, usize), SendError>,
    ) -> Result<T, E> {
        let now = self.inbox.now_seconds();
        let (said, sent) = what(&mut self.programmer, now, &mut *self.out)?;
        self.send(sent)?;
        Ok(said)
    }

    fn send(&mut self, sent: usize) -> Result<(), WireError> {
        match self.out.get(..sent) {
            Some(bytes) if !bytes.is_empty() => self.wire.send(bytes),
            Some(_) | None => Ok(()),
        }
    }

    /// What happens next. Only while something is waited for: then it ends with [`Event::GaveUp`] at the latest.
    pub(crate) fn next(&mut self, random: Random<'_>) -> Result<Event, WireError> {
        loop {
            let now = self.inbox.now_seconds();
            let mut rest = self.inbox.rest();
            let received = self.programmer.receive(&mut rest, now, &mut *self.out);
            let left = rest.len();
            self.inbox.keep(left);
            if let Some(received) = received {
                self.send(received.sent)?;
                return Ok(received.event);
            }
            self.inbox.fill(&mut self.wire)?;
            let now = self.inbox.now_seconds();
            if let Some(ticked) = self.programmer.tick(now, random, &mut *self.out) {
                self.send(ticked.sent)?;
                return Ok(ticked.event);
            }
        }
    }
}
