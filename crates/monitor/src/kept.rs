//! What the monitor keeps over a reset: the payload of [`pump::cell::Cell::Alarms`].

use heapless::Vec;
use pump::{AlarmState, Condition};
use serde::{Deserialize, Serialize};

/// Bytes that it has at most: less than the cell holds.
pub const KEPT_BYTES_MAX: usize = 384;

/// The form of the bytes.
const VERSION: u8 = 1;

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where each alarm stands, by the condition's number.
    pub states: [AlarmState; Condition::ALL.len()],
    /// When the elective replacement indicator came up, pump time.
    pub indicated_at: Option<i64>,
    /// Whether the end of service was seen.
    pub ended: bool,
    /// When the encoder last saw a stroke, pump time, no more than an hour too early; `None` before there was a program.
    pub delivered_at: Option<i64>,
}

/// Bytes that are not what a monitor has kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
    /// Not readable as such, or of another form.
    #[error("these bytes are not what a monitor keeps")]
    NotKept,
    /// No room; cannot happen in [`KEPT_BYTES_MAX`].
    #[error("more than 384 bytes to keep")]
    TooLong,
}

/// A state in few bytes: times after the first are told as seconds after the one before.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum Short {
    Clear,
    Sounding { issued_at: i64 },
    Acknowledged { issued_at: i64, after: i32, silence: i32 },
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u8,
    states: [Short; Condition::ALL.len()],
    indicated_at: Option<i64>,
    ended: bool,
    delivered_at: Option<i64>,
}

/// From one time to the next, held at the ends of the range: 68 years.
fn between(from: i64, to: i64) -> i32 {
    let apart = to.saturating_sub(from);
    i32::try_from(apart).unwrap_or(if apart < 0 { i32::MIN } else { i32::MAX })
}

impl Short {
    fn of(state: AlarmState) -> Self {
        match state {
            AlarmState::Clear => Self::Clear,
            AlarmState::Sounding { issued_at } => Self::Sounding { issued_at },
            AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until } => Self::Acknowledged {
                issued_at,
                after: between(issued_at, acknowledged_at),
                silence: between(acknowledged_at, silent_until),
            },
        }
    }

    const fn state(self) -> AlarmState {
        match self {
            Self::Clear => AlarmState::Clear,
            Self::Sounding { issued_at } => AlarmState::Sounding { issued_at },
            Self::Acknowledged { issued_at, after, silence } => {
                let acknowledged_at = issued_at.saturating_add(after as i64);
                let silent_until = acknowledged_at.saturating_add(silence as i64);
                AlarmState::Acknowledged { issued_at, acknowledged_at, silent_until }
            }
        }
    }
}

impl Kept {
    /// Of a pump that was never started before.
    pub const NOTHING: Self = Self {
        states: [AlarmState::Clear; Condition::ALL.len()],
        indicated_at: None,
        ended: false,
        delivered_at: None,
    };

    /// As bytes for the cell.
    ///
    /// # Errors
    /// [`KeptError::TooLong`], which the form of the bytes rules out.
    pub fn to_bytes(&self) -> Result<Vec<u8, KEPT_BYTES_MAX>, KeptError> {
        let stored = Stored {
            version: VERSION,
            states: self.states.map(Short::of),
            indicated_at: self.indicated_at,
            ended: self.ended,
            delivered_at: self.delivered_at,
        };
        let mut bytes = Vec::new();
        bytes.resize(KEPT_BYTES_MAX, 0).map_err(|_| KeptError::TooLong)?;
        let length = postcard::to_slice(&stored, &mut bytes).map_err(|_| KeptError::TooLong)?.len();
        bytes.truncate(length);
        Ok(bytes)
    }

    /// From the bytes of the cell, all of them.
    ///
    /// # Errors
    /// [`KeptError::NotKept`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeptError> {
        match postcard::take_from_bytes::<Stored>(bytes) {
            Ok((stored, [])) if stored.version == VERSION => Ok(Self {
                states: stored.states.map(Short::state),
                indicated_at: stored.indicated_at,
                ended: stored.ended,
                delivered_at: stored.delivered_at,
            }),
            Ok(_) | Err(_) => Err(KeptError::NotKept),
        }
    }
}
