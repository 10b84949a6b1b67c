//! The records of a script.

use crate::made::Made;
use pump::cell::{Cell, Copy};

/// Something that goes wrong, or that somebody does to the pump.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, Hash)]
pub enum Defect {
    /// The motor stands.
    Stall,
    /// The motor turns again.
    Recover,
    /// A hand comes close, or goes.
    Close(bool),
    /// The patient asks for a bolus.
    Press,
    /// The battery: 0 good, 1 elective replacement, 2 spent.
    Battery(u8),
    /// The battery gives way: a reset that says so.
    BrownOut,
    /// The processor is reset.
    Reset,
    /// A byte of a copy is turned over.
    Corrupt(Cell, Copy),
    /// The clock is set by so much, s.
    Clock(i32),
    /// Power fails at a byte of a write to come, which is counted from 0.
    Cut {
        /// Writes before it.
        write: u16,
        /// Bytes of it that are written.
        byte: u16,
    },
    /// Interference puts the receiver into telemetry, or lets it go.
    Telemetry(bool),
}

/// One record of a script.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record<'a> {
    /// The pump is made and started.
    Make {
        /// Its clock.
        now: i64,
        /// What its randomness comes from.
        seed: u64,
        /// What it is.
        made: Made,
    },
    /// So much time passes, s.
    Pass {
        /// How much.
        seconds: u32,
    },
    /// Bytes arrive over the radio.
    Radio {
        /// Which.
        bytes: &'a [u8],
    },
    /// Something goes wrong, or somebody does something.
    Defect(Defect),
}

/// Bytes that are no record.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Cut short, of an unknown kind, or with a payload that says nothing.
    #[error("no record of a script")]
    NotARecord,
    /// It does not fit.
    #[error("the record does not fit into {room} bytes")]
    NoRoom {
        /// Bytes there are.
        room: usize,
    },
}

const HEAD: usize = 3;
const MAKE: u8 = 0;
const PASS: u8 = 1;
const RADIO: u8 = 2;
const DEFECT: u8 = 3;

impl<'a> Record<'a> {
    /// Writes the record to the beginning of `out`; the bytes written.
    ///
    /// # Errors
    /// [`RecordError::NoRoom`].
    pub fn encode(&self, out: &mut [u8]) -> Result<usize, RecordError> {
        let no_room = RecordError::NoRoom { room: out.len() };
        let (head, room) = out.split_first_chunk_mut::<HEAD>().ok_or(no_room)?;
        let (kind, length) = match self {
            Self::Make { now, seed, made } => {
                (MAKE, postcard::to_slice(&(now, seed, made), room).map(|bytes| bytes.len()))
            }
            Self::Pass { seconds } => (PASS, postcard::to_slice(seconds, room).map(|bytes| bytes.len())),
            Self::Radio { bytes } => {
                room.get_mut(..bytes.len()).ok_or(no_room)?.copy_from_slice(bytes);
                (RADIO, Ok(bytes.len()))
            }
            Self::Defect(defect) => {
                (DEFECT, postcard::to_slice(&defect.parts(), room).map(|bytes| bytes.len()))
            }
        };
        let length = length.map_err(|_| no_room)?;
        let [low, high] = u16::try_from(length).map_err(|_| no_room)?.to_le_bytes();
        *head = [kind, low, high];
        Ok(HEAD + length)
    }

    /// Reads the next record; `bytes` is moved on past it.
    ///
    /// # Errors
    /// [`RecordError::NotARecord`].
    pub fn decode(bytes: &mut &'a [u8]) -> Result<Self, RecordError> {
        let wrong = RecordError::NotARecord;
        let (head, rest) = bytes.split_first_chunk::<HEAD>().ok_or(wrong)?;
        let [kind, low, high] = *head;
        let length = usize::from(u16::from_le_bytes([low, high]));
        let (payload, rest) = rest.split_at_checked(length).ok_or(wrong)?;
        let record = match kind {
            MAKE => {
                let (now, seed, made) = postcard::from_bytes(payload).map_err(|_| wrong)?;
                Self::Make { now, seed, made }
            }
            PASS => Self::Pass { seconds: postcard::from_bytes(payload).map_err(|_| wrong)? },
            RADIO => Self::Radio { bytes: payload },
            DEFECT => {
                let (kind, a, b) = postcard::from_bytes(payload).map_err(|_| wrong)?;
                Self::Defect(Defect::of(kind, a, b).ok_or(wrong)?)
            }
            _ => return Err(wrong),
        };
        *bytes = rest;
        Ok(record)
    }
}

impl Defect {
    /// As a number and two more.
    fn parts(self) -> (u8, i32, i32) {
        match self {
            Self::Stall => (0, 0, 0),
            Self::Recover => (1, 0, 0),
            Self::Close(on) => (2, i32::from(on), 0),
            Self::Press => (3, 0, 0),
            Self::Battery(state) => (4, i32::from(state), 0),
            Self::BrownOut => (5, 0, 0),
            Self::Reset => (6, 0, 0),
            Self::Corrupt(cell, copy) => (7, cell as i32, i32::from(copy == Copy::B)),
            Self::Clock(seconds) => (8, seconds, 0),
            Self::Cut { write, byte } => (9, i32::from(write), i32::from(byte)),
            Self::Telemetry(on) => (10, i32::from(on), 0),
        }
    }

    fn of(kind: u8, a: i32, b: i32) -> Option<Self> {
        Some(match kind {
            0 => Self::Stall,
            1 => Self::Recover,
            2 => Self::Close(a != 0),
            3 => Self::Press,
            4 => Self::Battery(u8::try_from(a).ok()?),
            5 => Self::BrownOut,
            6 => Self::Reset,
            7 => {
                let cell = Cell::ALL.into_iter().find(|cell| *cell as i32 == a)?;
                Self::Corrupt(cell, if b == 0 { Copy::A } else { Copy::B })
            }
            8 => Self::Clock(a),
            9 => Self::Cut { write: u16::try_from(a).ok()?, byte: u16::try_from(b).ok()? },
            10 => Self::Telemetry(a != 0),
            _ => return None,
        })
    }
}
