//! Requests and answers as bytes: a request's number, low byte first, then the request or answer by `postcard`.
//!
//! Each has one form: bytes after the end are refused, and so is a second way to write the same number.

use crate::frame::PAYLOAD_MAX;
use crate::session::OVERHEAD;
use postcard::ser_flavors::Flavor;
use pump::{Answer, Ask};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Most bytes of what is said in one sealed message.
pub const MESSAGE_MAX: usize = PAYLOAD_MAX - OVERHEAD;

/// Bytes of the number before a request or answer.
pub const REQUEST_LENGTH: usize = 4;

/// Bytes that are no message, or a message that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum MessageError {
    /// More than a message may have.
    #[error("{length} bytes; a message has at most {max}", max = MESSAGE_MAX)]
    TooLong {
        /// As received.
        length: usize,
    },
    /// The message does not fit into the room there is.
    #[error("the message does not fit into {room} bytes")]
    NoRoom {
        /// Bytes there are.
        room: usize,
    },
    /// No message, or one cut short.
    #[error("these bytes are no message")]
    NotAMessage,
    /// Bytes after the end.
    #[error("{extra} bytes after the end of the message")]
    Extra {
        /// How many.
        extra: usize,
    },
    /// The same could be said in other bytes; these are not the ones agreed.
    #[error("the message is not in its one form")]
    Form,
}

/// Writes a numbered request to the beginning of `out`; the bytes written.
///
/// # Errors
/// [`MessageError::NoRoom`]
pub fn encode_ask(request: u32, ask: &Ask, out: &mut [u8]) -> Result<usize, MessageError> {
    numbered(request, ask, out)
}

/// Reads a numbered request.
///
/// # Errors
/// [`MessageError`]
pub fn decode_ask(bytes: &[u8]) -> Result<(u32, Ask), MessageError> {
    number(bytes)
}

/// Writes the answer to a numbered request to the beginning of `out`; the bytes written.
///
/// # Errors
/// [`MessageError::NoRoom`]
pub fn encode_answer(request: u32, answer: &Answer, out: &mut [u8]) -> Result<usize, MessageError> {
    numbered(request, answer, out)
}

/// Reads the answer to a numbered request.
///
/// # Errors
/// [`MessageError`]
pub fn decode_answer(bytes: &[u8]) -> Result<(u32, Answer), MessageError> {
    number(bytes)
}

fn numbered<T: Serialize>(request: u32, said: &T, out: &mut [u8]) -> Result<usize, MessageError> {
    let no_room = MessageError::NoRoom { room: out.len() };
    let (number, rest) = out.split_first_chunk_mut::<REQUEST_LENGTH>().ok_or(no_room)?;
    *number = request.to_le_bytes();
    Ok(REQUEST_LENGTH + encode(said, rest)?)
}

fn number<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<(u32, T), MessageError> {
    if bytes.len() > MESSAGE_MAX {
        return Err(MessageError::TooLong { length: bytes.len() });
    }
    let (number, rest) = bytes.split_first_chunk::<REQUEST_LENGTH>().ok_or(MessageError::NotAMessage)?;
    Ok((u32::from_le_bytes(*number), decode(rest)?))
}

pub(crate) fn encode<T: Serialize>(said: &T, out: &mut [u8]) -> Result<usize, MessageError> {
    let room = out.len();
    postcard::to_slice(said, out).map(|written| written.len()).map_err(|_| MessageError::NoRoom { room })
}

pub(crate) fn decode<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, MessageError> {
    let (said, rest) = postcard::take_from_bytes::<T>(bytes).map_err(|_| MessageError::NotAMessage)?;
    if !rest.is_empty() {
        return Err(MessageError::Extra { extra: rest.len() });
    }
    postcard::serialize_with_flavor(&said, Same { rest: bytes }).map_err(|_| MessageError::Form)?;
    Ok(said)
}

/// Writes nowhere: compares with what is there.
struct Same<'a> {
    rest: &'a [u8],
}

impl Flavor for Same<'_> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        match self.rest.split_first() {
            Some((first, rest)) if *first == byte => {
                self.rest = rest;
                Ok(())
            }
            Some(_) | None => Err(postcard::Error::SerializeBufferFull),
        }
    }

    fn finalize(self) -> postcard::Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(postcard::Error::SerializeBufferFull) }
    }
}
