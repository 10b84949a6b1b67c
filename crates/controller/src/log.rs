//! The pump's log in memory: a ring of entries, and how often each kind was logged since the pump was made.
//!
//! An entry is `number u32 · time i64 · kind u8 · 0 · 0 · 0 · a u32 · b u32 · CRC-32 u32`, little-endian, in a place of 32 bytes; the
//! checksum over all before it. The entry of number `n` lies in place `(n − 1) mod LOG_ENTRIES`.
//!
//! Counts lie in [`Cell::Totals`], written once in so many entries, and before an entry overwrites one that they do not hold:
//! what the ring has lost is counted. On start the ring's entries beyond the counts are added.

use heapless::Vec;
use pump::cell::{COPY_BYTES_MAX, Cell, Copy, Found, LOG_ADDRESS, LOG_ENTRIES, LOG_ENTRY_BYTES, Memory};
use pump::cell::{checksum, load, store};
use pump::{LOG_ENTRIES_PER_ANSWER, LogEntry, LogKind, PumpTime};
use serde::{Deserialize, Serialize};

/// Bytes of an entry before its checksum.
const BODY: usize = 24;
/// Entries after which the counts are written anew; fewer than the ring holds.
pub const COUNTED_EVERY: u32 = 256;

/// The payload of [`Cell::Totals`].
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, Serialize, Deserialize)]
struct TotalsCell {
    /// Of entries up to this number.
    up_to: u32,
    counts: [u32; LogKind::COUNT],
}

/// The log, as far as it is kept outside the ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    newest: u32,
    totals: [u32; LogKind::COUNT],
    /// Up to which number the counts are written.
    counted: u32,
    slot: Option<(Copy, u32)>,
}

/// What goes wrong with the counts; the entries are good all the same.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// They could not be written.
    #[error("the counts of the log could not be written")]
    Totals,
}

fn place(number: u32) -> u32 {
    LOG_ADDRESS + number.wrapping_sub(1) % LOG_ENTRIES * LOG_ENTRY_BYTES
}

fn seal(entry: &LogEntry) -> [u8; BODY + 4] {
    let mut bytes = [0; BODY + 4];
    let parts: [&[u8]; 5] = [
        &entry.number.to_le_bytes(),
        &entry.at.to_le_bytes(),
        &[entry.kind as u8, 0, 0, 0],
        &entry.a.to_le_bytes(),
        &entry.b.to_le_bytes(),
    ];
    for (byte, part) in bytes.iter_mut().zip(parts.into_iter().flatten()) {
        *byte = *part;
    }
    if let Some((body, sum)) = bytes.split_last_chunk_mut::<4>() {
        *sum = checksum(body).to_le_bytes();
    }
    bytes
}

fn open(bytes: &[u8; BODY + 4]) -> Option<LogEntry> {
    let (body, sum) = bytes.split_last_chunk::<4>()?;
    if checksum(body).to_le_bytes() != *sum {
        return None;
    }
    let (number, rest) = body.split_first_chunk::<4>()?;
    let (at, rest) = rest.split_first_chunk::<8>()?;
    let ([kind, ..], rest) = rest.split_first_chunk::<4>()?;
    let (a, rest) = rest.split_first_chunk::<4>()?;
    let (b, _) = rest.split_first_chunk::<4>()?;
    let number = u32::from_le_bytes(*number);
    let kind = *LogKind::ALL.get(usize::from(*kind))?;
    let entry = LogEntry {
        number,
        at: i64::from_le_bytes(*at),
        kind,
        a: u32::from_le_bytes(*a),
        b: u32::from_le_bytes(*b),
    };
    (number > 0).then_some(entry)
}

/// The entry in the place of a number, if it is that number's.
fn entry(memory: &mut dyn Memory, number: u32) -> Option<LogEntry> {
    let mut bytes = [0; BODY + 4];
    memory.read(place(number), &mut bytes);
    open(&bytes).filter(|entry| entry.number == number)
}

impl Log {
    /// Finds the newest entry and counts what is not counted yet.
    pub fn open(memory: &mut dyn Memory) -> Self {
        let mut bytes = [0_u8; COPY_BYTES_MAX];
        let (found, length) = load(memory, Cell::Totals, &mut bytes);
        let payload = bytes.get(..length).unwrap_or_default();
        let mut own = Self { newest: 0, totals: [0; LogKind::COUNT], counted: 0, slot: None };
        if let Found::Whole { copy, generation, .. } = found {
            own.slot = Some((copy, generation));
            if let Ok(cell) = postcard::from_bytes::<TotalsCell>(payload) {
                own.totals = cell.counts;
                own.counted = cell.up_to;
                own.newest = cell.up_to;
            }
        }
        for number in 1..=LOG_ENTRIES {
            let mut bytes = [0; BODY + 4];
            memory.read(place(number), &mut bytes);
            let Some(entry) = open(&bytes) else { continue };
            if entry.number > own.counted && place(entry.number) == place(number) {
                own.count(entry.kind);
            }
            own.newest = own.newest.max(entry.number);
        }
        own
    }

    fn count(&mut self, kind: LogKind) {
        if let Some(count) = self.totals.get_mut(kind as usize) {
            *count = count.saturating_add(1);
        }
    }

    /// Logs an event; its number.
    ///
    /// # Errors
    /// [`LogError`] if the counts could not be written; the entry is.
    pub fn append(
        &mut self,
        memory: &mut dyn Memory,
        at: PumpTime,
        kind: LogKind,
        a: u32,
        b: u32,
    ) -> Result<u32, LogError> {
        // After 136 years of an event each second the last number stays.
        let number = self.newest.saturating_add(1);
        let mut good = Ok(number);
        if number.saturating_sub(self.counted) > COUNTED_EVERY && self.write_counts(memory).is_err() {
            good = Err(LogError::Totals);
        }
        let entry = LogEntry { number, at: at.0, kind, a, b };
        memory.write(place(number), &seal(&entry));
        self.newest = number;
        self.count(kind);
        good
    }

    fn write_counts(&mut self, memory: &mut dyn Memory) -> Result<(), LogError> {
        let mut payload = [0; 192];
        let mut scratch = [0; COPY_BYTES_MAX];
        let cell = TotalsCell { up_to: self.newest, counts: self.totals };
        let payload = postcard::to_slice(&cell, &mut payload).map_err(|_| LogError::Totals)?;
        let slot = store(memory, Cell::Totals, self.slot, payload, &mut scratch);
        self.slot = Some(slot.map_err(|_| LogError::Totals)?);
        self.counted = self.newest;
        Ok(())
    }

    /// The number of the newest entry; 0 for none.
    #[must_use]
    pub const fn newest(&self) -> u32 {
        self.newest
    }

    /// Entries that are kept.
    #[must_use]
    pub const fn kept(&self) -> u32 {
        if self.newest < LOG_ENTRIES { self.newest } else { LOG_ENTRIES }
    }

    /// How often each kind was logged since the pump was made.
    #[must_use]
    pub const fn totals(&self) -> &[u32; LogKind::COUNT] {
        &self.totals
    }

    /// The newest entry that is kept and wanted.
    pub fn newest_of(&self, memory: &mut dyn Memory, wanted: impl Fn(&LogEntry) -> bool) -> Option<LogEntry> {
        let before = self.newest.saturating_sub(self.kept());
        let numbers = (before.saturating_add(1)..=self.newest).rev();
        numbers.filter_map(|number| entry(memory, number)).find(wanted)
    }

    /// Entries from a number on, or from the oldest that is kept, as many as one answer takes. One that power cut short is
    /// missing.
    pub fn read(&self, memory: &mut dyn Memory, from: u32) -> Vec<LogEntry, LOG_ENTRIES_PER_ANSWER> {
        let oldest = self.newest.saturating_sub(self.kept()).saturating_add(1);
        let mut entries = Vec::new();
        for number in from.max(oldest)..=self.newest {
            let Some(entry) = entry(memory, number) else { continue };
            if entries.push(entry).is_err() {
                break;
            }
        }
        entries
    }
}
