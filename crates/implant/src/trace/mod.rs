//! A recorded script, played to the whole loop on a scripted board: the same bytes wherever it runs.
//!
//! A script is a row of records: `kind u8 · length u16 · payload`, low byte first. The trace is everything that could be seen of
//! the pump while they were played:
//!
//! ```text
//! S  ticks u32                                a stroke
//! W  address u32 · length u16 · CRC-32 u32    a write to memory
//! T  ticks u32 · 0 silence, 1 single, 2 two   a sound
//! R  ticks u32 · length u16 · bytes           bytes sent
//! E  CRC-32 u32 of the memory                 the end of the script
//! L  number u32 · at i64 · kind u8 · a · b    after it, each log entry that is kept
//! ```

mod board;
mod record;

pub use board::spread;
pub use record::{Defect, Record, RecordError};

use crate::life::Life;
use crate::made::make;
use board::{Scripted, Seen};
use controller::log::Log;
use pump::cell::checksum;
use pump::{LogEntry, PumpTime};

/// What takes the trace, piece by piece.
pub type Sink<'a> = &'a mut dyn FnMut(&[u8]);

/// Starts in one second at most.
const STARTS_MAX: u32 = 16;

/// A pump that is played to: some 80 KiB; on a board with little stack it belongs into a static.
pub struct Player {
    board: Scripted,
    life: Option<Life>,
    wake: u64,
}

impl Default for Player {
    fn default() -> Self {
        Self::new()
    }
}

impl Player {
    /// Nothing has been played: there is no pump yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { board: Scripted::new(), life: None, wake: 0 }
    }

    /// The pump's clock.
    #[must_use]
    pub const fn now(&self) -> PumpTime {
        PumpTime(self.board.clock)
    }

    /// Seconds since the script began.
    #[must_use]
    pub const fn ticks(&self) -> u64 {
        self.board.ticks
    }

    /// What has become of the pump; nothing before it is made.
    #[must_use]
    pub const fn life(&self) -> Option<&Life> {
        self.life.as_ref()
    }

    /// Plays one record.
    pub fn play(&mut self, record: &Record<'_>, sink: Sink<'_>) {
        match record {
            Record::Make { now, seed, made } => {
                self.board.clock = *now;
                self.board.random = *seed;
                let mut seen = Seen { board: &mut self.board, radio: &[], sink };
                // A pump that cannot be made is stranded, which is seen.
                make(&mut seen, made).ok();
                self.life = Some(Life::start(&mut seen));
                self.turn(&[], sink);
            }
            Record::Pass { seconds } => {
                let end = self.board.ticks.saturating_add(u64::from(*seconds));
                while self.wake <= end && self.life.is_some() {
                    self.board.pass(self.wake.saturating_sub(self.board.ticks));
                    self.turn(&[], sink);
                }
                self.board.pass(end.saturating_sub(self.board.ticks));
            }
            Record::Radio { bytes } => self.turn(bytes, sink),
            Record::Defect(defect) => {
                if self.board.apply(*defect) {
                    self.turn(&[], sink);
                }
            }
        }
    }

    fn turn(&mut self, radio: &[u8], sink: Sink<'_>) {
        let Some(life) = &mut self.life else { return };
        let mut seen = Seen { board: &mut self.board, radio, sink };
        for _ in 0..STARTS_MAX {
            if seen.board.take_reset() {
                seen.radio = &[];
                *life = Life::start(&mut seen);
            }
            let wake = life.turn(&mut seen);
            let sleep = wake.since(PumpTime(seen.board.clock)).max(1);
            self.wake = seen.board.ticks.saturating_add(sleep);
            if seen.board.powered {
                return;
            }
        }
    }

    /// Tells the end: the memory as a whole, and the log.
    pub fn end(&mut self, sink: Sink<'_>) {
        sink(b"E");
        sink(&checksum(&self.board.memory).to_le_bytes());
        let mut seen = Seen { board: &mut self.board, radio: &[], sink: &mut |_| {} };
        let log = Log::open(&mut seen);
        let mut from = 1;
        loop {
            let entries = log.read(&mut seen, from);
            let Some(last) = entries.last() else { return };
            from = last.number.saturating_add(1);
            for entry in &entries {
                tell(entry, sink);
            }
        }
    }
}

fn tell(entry: &LogEntry, sink: Sink<'_>) {
    sink(b"L");
    sink(&entry.number.to_le_bytes());
    sink(&entry.at.to_le_bytes());
    sink(&[entry.kind as u8]);
    sink(&entry.a.to_le_bytes());
    sink(&entry.b.to_le_bytes());
}

/// Plays a whole script in a player that has played nothing, and tells its end. `false` if some of it was no record: what came
/// before it was played.
pub fn run_in(player: &mut Player, script: &[u8], sink: Sink<'_>) -> bool {
    let mut rest = script;
    let mut good = true;
    while !rest.is_empty() {
        match Record::decode(&mut rest) {
            Ok(record) => player.play(&record, sink),
            Err(_) => {
                good = false;
                break;
            }
        }
    }
    player.end(sink);
    good
}

/// Plays a whole script and gives its trace, piece by piece.
pub fn run(script: &[u8], sink: &mut dyn FnMut(&[u8])) {
    let mut player = Player::new();
    if !run_in(&mut player, script, sink) {
        sink(b"no record");
    }
}
