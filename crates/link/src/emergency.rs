//! The emergency path: what anybody may do who holds a programmer at the pump, without a key.
//!
//! Two things can be said: *how are you?* and *hold back*, to the minimum rate or altogether. There are no words for giving more,
//! for ending a hold, or for a program. The first answer carries a challenge, the second request must quote it within its time,
//! and it counts once: a recorded request is worth nothing.

use crate::message::{self, MessageError};
use pump::{HoldKind, Refused, Status};
use serde::{Deserialize, Serialize};

/// Bytes of a challenge.
pub const CHALLENGE_LENGTH: usize = 16;

/// What the pump gives out and wants quoted.
pub type Challenge = [u8; CHALLENGE_LENGTH];

/// A request in the clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Request {
    /// How are you?
    Read,
    /// Hold delivery back.
    Hold {
        /// How.
        kind: HoldKind,
        /// As the pump gave it last.
        challenge: Challenge,
    },
}

/// The pump's answer in the clear.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// How it is.
    Status {
        /// As in an interrogation.
        status: Status,
        /// To be quoted in a hold.
        challenge: Challenge,
    },
    /// Delivery is held back.
    Held,
    /// It is not.
    Refused(Refused),
}

/// Writes a request to the beginning of `out`; the bytes written.
///
/// # Errors
/// [`MessageError::NoRoom`]
pub fn encode_request(request: &Request, out: &mut [u8]) -> Result<usize, MessageError> {
    message::encode(request, out)
}

/// Reads a request.
///
/// # Errors
/// [`MessageError`]
pub fn decode_request(bytes: &[u8]) -> Result<Request, MessageError> {
    message::decode(bytes)
}

/// Writes an answer to the beginning of `out`; the bytes written.
///
/// # Errors
/// [`MessageError::NoRoom`]
pub fn encode_reply(reply: &Reply, out: &mut [u8]) -> Result<usize, MessageError> {
    message::encode(reply, out)
}

/// Reads an answer.
///
/// # Errors
/// [`MessageError`]
pub fn decode_reply(bytes: &[u8]) -> Result<Reply, MessageError> {
    message::decode(bytes)
}

/// The challenge that is out, if any: at most one, for its time, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Challenged(Option<(Challenge, u64)>);

impl Challenged {
    /// Gives out a fresh one; the one before counts no more.
    pub fn give(&mut self, fresh: Challenge, now_seconds: u64) {
        self.0 = Some((fresh, now_seconds));
    }

    /// The one that is out.
    #[must_use]
    pub fn given(&self) -> Option<Challenge> {
        self.0.map(|(challenge, _)| challenge)
    }

    /// Whether `quoted` is the one that is out and not older than `valid_seconds`; if so, it is used up. A clock that went
    /// back makes it too old.
    #[must_use]
    pub fn take(&mut self, quoted: &Challenge, valid_seconds: u64, now_seconds: u64) -> bool {
        let Some((challenge, at)) = self.0 else { return false };
        let fresh = now_seconds.checked_sub(at).is_some_and(|age| age <= valid_seconds);
        // Every byte is looked at, so that the time it takes tells nothing.
        let differs = challenge.iter().zip(quoted).fold(0, |differs, (one, other)| differs | (one ^ other));
        if !fresh {
            self.0 = None;
        } else if differs == 0 {
            self.0 = None;
            return true;
        }
        false
    }
}
