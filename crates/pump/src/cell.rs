//! The cells of the pump's memory: two copies each, with generation and checksum.
//!
//! A cell is written to the copy that is not in force, so power may fail at any byte: the copy in force stays whole. Of two
//! whole copies the one with the later generation counts. A copy that is not whole is as good as none, and is told.
//!
//! One copy is `generation u32 · length u16 · cell u8 · version u8 · payload · CRC-32 u32`, little-endian, the checksum (ISO HDLC,
//! as in Ethernet) over all before it. Bytes after the checksum mean nothing.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The form of a cell's bytes.
const VERSION: u8 = 1;
/// Before the payload.
const HEAD: usize = 8;
/// After the payload.
const TAIL: usize = 4;
/// A table of a kilobyte: a stroke costs a checksum.
const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The checksum of cells, log entries and frames.
#[must_use]
pub const fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Cell {
    /// What the pump was given when it was made ([`crate::Provision`]).
    Provision = 1,
    /// The committed order, when it began, what was filled.
    Committed = 2,
    /// Strokes: written before each.
    Tally = 3,
    /// Hold, counter, patient boluses, the last day by hours, epitaph.
    State = 4,
    /// Paired programmers.
    Paired = 5,
    /// Alarms, of the monitor.
    Alarms = 6,
    /// How often each kind of event has been logged.
    Totals = 7,
}

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copy {
    /// The first.
    A,
    /// The second.
    B,
}

impl Copy {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// A cell that cannot be sealed.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, thiserror::Error)]
pub enum CellError {
    /// More than the cell holds.
    #[error("{given} bytes where {room} fit")]
    TooLong {
        /// Payload.
        given: usize,
        /// Room.
        room: usize,
    },
    /// What was written did not read back.
    #[error("what was written did not read back")]
    WriteFailed,
}

/// The largest copy, with head and tail.
pub const COPY_BYTES_MAX: usize = 2_560;

/// Where the log begins.
pub const LOG_ADDRESS: u32 = 11_264;
/// Room of a log entry.
pub const LOG_ENTRY_BYTES: u32 = 32;
/// Entries in the ring.
pub const LOG_ENTRIES: u32 = 1_024;
/// Bytes of the whole memory.
pub const MEMORY_BYTES: u32 = LOG_ADDRESS + LOG_ENTRIES * LOG_ENTRY_BYTES;

impl Cell {
    /// Every cell.
    pub const ALL: [Self; 7] = [
        Self::Provision,
        Self::Committed,
        Self::Tally,
        Self::State,
        Self::Paired,
        Self::Alarms,
        Self::Totals,
    ];

    /// Bytes of one copy, with head and tail.
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Self::Provision | Self::State | Self::Paired | Self::Alarms => 512,
            Self::Committed => COPY_BYTES_MAX,
            Self::Tally => 128,
            Self::Totals => 256,
        }
    }

    /// Where a copy begins.
    #[must_use]
    pub const fn address(self, copy: Copy) -> u32 {
        // The sums are constant; a test holds that nothing overlaps and that the log comes after.
        let first = match self {
            Self::Provision => 0,
            Self::Committed => 1_024,
            Self::Tally => 6_144,
            Self::State => 6_400,
            Self::Paired => 7_424,
            Self::Alarms => 8_448,
            Self::Totals => 9_472,
        };
        match copy {
            Copy::A => first,
            Copy::B => first + self.bytes() as u32,
        }
    }
}

/// The pump's memory: bytes that survive a reset.
pub trait Memory {
    /// Reads from an address on.
    fn read(&mut self, address: u32, into: &mut [u8]);
    /// Writes from an address on. Power may fail at any byte: the bytes before it are written, the byte itself may hold
    /// anything, the bytes after it are as they were.
    fn write(&mut self, address: u32, bytes: &[u8]);
}

/// Seals a payload as a copy; the bytes written.
///
/// # Errors
/// [`CellError::TooLong`].
pub fn seal<'a>(
    cell: Cell,
    generation: u32,
    payload: &[u8],
    into: &'a mut [u8],
) -> Result<&'a [u8], CellError> {
    let room = cell.bytes().min(into.len()).saturating_sub(HEAD + TAIL);
    let wrong = CellError::TooLong { given: payload.len(), room };
    let length = u16::try_from(payload.len()).map_err(|_| wrong)?;
    if payload.len() > room {
        return Err(wrong);
    }
    let [g0, g1, g2, g3] = generation.to_le_bytes();
    let [l0, l1] = length.to_le_bytes();
    let head = [g0, g1, g2, g3, l0, l1, cell as u8, VERSION];
    let end = HEAD + payload.len();
    into.get_mut(..HEAD).ok_or(wrong)?.copy_from_slice(&head);
    into.get_mut(HEAD..end).ok_or(wrong)?.copy_from_slice(payload);
    let sum = checksum(into.get(..end).ok_or(wrong)?).to_le_bytes();
    into.get_mut(end..end + TAIL).ok_or(wrong)?.copy_from_slice(&sum);
    into.get(..end + TAIL).ok_or(wrong)
}

/// Generation and payload of a copy, if it is whole.
#[must_use]
pub fn open(cell: Cell, bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (head, _) = bytes.split_first_chunk::<HEAD>()?;
    let [g0, g1, g2, g3, l0, l1, kind, version] = *head;
    let end = HEAD + usize::from(u16::from_le_bytes([l0, l1]));
    let sum = bytes.get(end..end + TAIL)?;
    let whole = kind == cell as u8 && version == VERSION && checksum(bytes.get(..end)?).to_le_bytes() == sum;
    whole.then_some((u32::from_le_bytes([g0, g1, g2, g3]), bytes.get(HEAD..end)?))
}

/// Which copies were found whole.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, Hash)]
pub enum Found {
    /// None was ever written.
    Blank,
    /// One or both copies whole; the copy in force, its generation, and whether the other one is broken: not blank and not
    /// whole.
    Whole {
        /// In force.
        copy: Copy,
        /// Its generation.
        generation: u32,
        /// Whether the other copy is broken.
        other_broken: bool,
    },
    /// Something was written, and no copy is whole.
    Lost,
}

/// Reads a cell: the payload in force is copied to the front of `into`, its length returned.
pub fn load(memory: &mut dyn Memory, cell: Cell, into: &mut [u8; COPY_BYTES_MAX]) -> (Found, usize) {
    let mut seen = |copy: Copy| {
        let bytes = into.get_mut(..cell.bytes()).unwrap_or_default();
        memory.read(cell.address(copy), bytes);
        let blank = bytes.iter().all(|byte| *byte == 0);
        (open(cell, bytes).map(|(generation, _)| generation), blank)
    };
    let (a, b) = (seen(Copy::A), seen(Copy::B));
    let (copy, generation, other) = match (a, b) {
        // The later generation, also past the wrap of its counter.
        ((Some(a), _), (Some(b), _)) if b.wrapping_sub(a) < u32::MAX / 2 => (Copy::B, b, false),
        ((Some(a), _), (Some(_), _)) => (Copy::A, a, false),
        ((Some(a), _), (None, blank)) => (Copy::A, a, !blank),
        ((None, blank), (Some(b), _)) => (Copy::B, b, !blank),
        ((None, true), (None, true)) => return (Found::Blank, 0),
        ((None, _), (None, _)) => return (Found::Lost, 0),
    };
    let bytes = into.get_mut(..cell.bytes()).unwrap_or_default();
    memory.read(cell.address(copy), bytes);
    let length = open(cell, bytes).map_or(0, |(_, payload)| payload.len());
    bytes.copy_within(HEAD..HEAD + length, 0);
    (Found::Whole { copy, generation, other_broken: other }, length)
}

/// Writes a cell to the copy that is not in force and reads it back; the generation written and its place.
///
/// # Errors
/// [`CellError`]; the copy in force is untouched then.
pub fn store(
    memory: &mut dyn Memory,
    cell: Cell,
    in_force: Option<(Copy, u32)>,
    payload: &[u8],
    scratch: &mut [u8; COPY_BYTES_MAX],
) -> Result<(Copy, u32), CellError> {
    let (copy, generation) = match in_force {
        Some((copy, generation)) => (copy.other(), generation.wrapping_add(1)),
        None => (Copy::A, 1),
    };
    let sealed = seal(cell, generation, payload, scratch)?;
    let address = cell.address(copy);
    memory.write(address, sealed);
    // Read back in pieces: another buffer of this size would double what the stack needs.
    let mut piece = [0_u8; 64];
    for (part, offset) in sealed.chunks(piece.len()).zip((0_u32..).step_by(piece.len())) {
        let read = piece.get_mut(..part.len()).unwrap_or_default();
        memory.read(address + offset, read);
        if read != part {
            // The bytes may lie there all the same, if only the reading failed: what was refused must not count after a reset.
            memory.write(address, &[0; HEAD]);
            return Err(CellError::WriteFailed);
        }
    }
    Ok((copy, generation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps() {
        let mut end = 0;
        for cell in Cell::ALL {
            for copy in [Copy::A, Copy::B] {
                assert!(cell.address(copy) >= end, "{cell:?} {copy:?}");
                end = cell.address(copy) + u32::try_from(cell.bytes()).expect("small");
                assert!(cell.bytes() <= COPY_BYTES_MAX);
            }
        }
        assert!(end <= LOG_ADDRESS, "{end}");
    }

    /// A memory that gives back one wrong byte when told to.
    struct Slip {
        bytes: [u8; LOG_ADDRESS as usize],
        wrong: bool,
    }

    impl Memory for Slip {
        fn read(&mut self, address: u32, into: &mut [u8]) {
            let from = address as usize;
            into.copy_from_slice(&self.bytes[from..from + into.len()]);
            if core::mem::take(&mut self.wrong) {
                into[0] ^= 1;
            }
        }

        fn write(&mut self, address: u32, bytes: &[u8]) {
            let from = address as usize;
            self.bytes[from..from + bytes.len()].copy_from_slice(bytes);
        }
    }

    /// R-MOD-10: what did not read back does not count after a reset either, though every byte of it lay there.
    #[test]
    fn a_refused_write_stays_refused() {
        let mut memory = Slip { bytes: [0; LOG_ADDRESS as usize], wrong: false };
        let mut room = [0; COPY_BYTES_MAX];
        let first = store(&mut memory, Cell::State, None, b"old", &mut room).expect("good memory");
        memory.wrong = true;
        let second = store(&mut memory, Cell::State, Some(first), b"new", &mut room);
        assert_eq!(second, Err(CellError::WriteFailed));
        let (found, length) = load(&mut memory, Cell::State, &mut room);
        assert_eq!(
            (found, &room[..length]),
            (Found::Whole { copy: Copy::A, generation: 1, other_broken: true }, &b"old"[..])
        );
    }
}
