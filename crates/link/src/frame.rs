//! Frames over a stream of bytes: a socket, a serial line, a radio.
//!
//! ```text
//! 0  2  sync       A7 5C
//! 2  1  version    1
//! 3  1  kind       see Kind
//! 4  2  length n   of the payload, low byte first, at most PAYLOAD_MAX
//! 6  n  payload
//! …  4  check      CRC-32 (ISO-HDLC) of version, kind, length and payload, low byte first
//! ```
//!
//! The check finds what a line spoils; it protects from nobody. What comes with a session is sealed, what comes without is
//! [`crate::emergency`].

use pump::cell::checksum;

/// First two bytes of every frame.
pub const SYNC: [u8; 2] = [0xA7, 0x5C];

/// The version of this format.
pub const VERSION: u8 = 1;

/// Bytes before the payload.
pub const HEADER_LENGTH: usize = 6;

/// Bytes after the payload.
pub const CHECK_LENGTH: usize = 4;

/// Most bytes of a payload: an order of 2,048 bytes with its signatures, number, nonce and tag.
pub const PAYLOAD_MAX: usize = 2_304;

/// Most bytes of a frame.
pub const FRAME_MAX: usize = HEADER_LENGTH + PAYLOAD_MAX + CHECK_LENGTH;

/// What a frame carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// First message of a session, from the programmer.
    SessionHello,
    /// Second and last message of a session's handshake, from the pump.
    SessionReply,
    /// First message of a pairing, from the programmer.
    PairingHello,
    /// Second message of a pairing, from the pump.
    PairingReply,
    /// Third message of a pairing, from the programmer.
    PairingFinish,
    /// Sealed under the pairing's keys: 1 and the programmer's place, or 0 and 0 if its keys were not kept.
    PairingDone,
    /// Sealed content of a session, either way.
    Transport,
    /// Without a key, from whoever holds a programmer at the pump.
    EmergencyRequest,
    /// The pump's answer to that.
    EmergencyReply,
    /// The pump takes no handshake for so many seconds (4 bytes, low byte first).
    Busy,
    /// The session is over; empty.
    Closed,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::SessionHello,
        Self::SessionReply,
        Self::PairingHello,
        Self::PairingReply,
        Self::PairingFinish,
        Self::PairingDone,
        Self::Transport,
        Self::EmergencyRequest,
        Self::EmergencyReply,
        Self::Busy,
        Self::Closed,
    ];

    /// Its byte.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::SessionHello => 0x01,
            Self::SessionReply => 0x02,
            Self::PairingHello => 0x11,
            Self::PairingReply => 0x12,
            Self::PairingFinish => 0x13,
            Self::PairingDone => 0x14,
            Self::Transport => 0x20,
            Self::EmergencyRequest => 0x31,
            Self::EmergencyReply => 0x32,
            Self::Busy => 0x41,
            Self::Closed => 0x42,
        }
    }

    /// From its byte.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.byte() == byte)
    }
}

/// A frame that cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FrameError {
    /// The payload is longer than a frame holds.
    #[error("payload of {length} bytes; a frame holds {max}", max = PAYLOAD_MAX)]
    TooLong {
        /// Bytes of the payload.
        length: usize,
    },
    /// The place to write to is too small.
    #[error("the frame needs {needed} bytes of room, there are {room}")]
    NoRoom {
        /// Bytes of the whole frame.
        needed: usize,
        /// Bytes there are.
        room: usize,
    },
}

/// Writes one frame to the beginning of `out`; the number of bytes written.
///
/// # Errors
/// [`FrameError`]; `out` is then as it was.
pub fn encode(kind: Kind, payload: &[u8], out: &mut [u8]) -> Result<usize, FrameError> {
    let length = payload.len();
    let needed = needed(length, out)?;
    let no_room = FrameError::NoRoom { needed, room: out.len() };
    out.get_mut(HEADER_LENGTH..HEADER_LENGTH + length).ok_or(no_room)?.copy_from_slice(payload);
    close(kind, length, out)
}

/// Writes a frame around a payload that `write` puts where it belongs; the number of bytes written.
pub(crate) fn around<E>(
    kind: Kind,
    out: &mut [u8],
    write: impl FnOnce(&mut [u8]) -> Result<usize, E>,
) -> Result<usize, E>
where
    E: From<FrameError>,
{
    let room = out.len();
    let last = room.saturating_sub(CHECK_LENGTH).min(HEADER_LENGTH + PAYLOAD_MAX);
    let no_room = FrameError::NoRoom { needed: HEADER_LENGTH + CHECK_LENGTH, room };
    let length = write(out.get_mut(HEADER_LENGTH..last).ok_or(no_room)?)?;
    Ok(close(kind, length, out)?)
}

fn needed(length: usize, out: &[u8]) -> Result<usize, FrameError> {
    let needed = HEADER_LENGTH + length + CHECK_LENGTH;
    if length > PAYLOAD_MAX {
        Err(FrameError::TooLong { length })
    } else if out.len() < needed {
        Err(FrameError::NoRoom { needed, room: out.len() })
    } else {
        Ok(needed)
    }
}

/// Puts header and check around a payload that is in its place.
fn close(kind: Kind, length: usize, out: &mut [u8]) -> Result<usize, FrameError> {
    let needed = needed(length, out)?;
    let no_room = FrameError::NoRoom { needed, room: out.len() };
    let whole = out.get_mut(..needed).ok_or(no_room)?;
    let (body, check) = whole.split_last_chunk_mut::<CHECK_LENGTH>().ok_or(no_room)?;
    let header = body.first_chunk_mut::<HEADER_LENGTH>().ok_or(no_room)?;
    let [low, high] = u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes();
    let [first, second] = SYNC;
    *header = [first, second, VERSION, kind.byte(), low, high];
    *check = self::check(body);
    Ok(needed)
}

/// The check of a frame's header and payload.
fn check(body: &[u8]) -> [u8; CHECK_LENGTH] {
    checksum(body.get(SYNC.len()..).unwrap_or_default()).to_le_bytes()
}

/// A frame as it was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// What it carries.
    pub kind: Kind,
    /// What it says.
    pub payload: &'a [u8],
}

/// Why bytes were passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dropped {
    /// Bytes that begin no frame.
    Noise {
        /// How many.
        bytes: usize,
    },
    /// A frame of another version.
    Version {
        /// As it stands there.
        given: u8,
    },
    /// A kind that does not exist.
    Kind {
        /// As it stands there.
        given: u8,
    },
    /// A payload longer than a frame holds.
    Length {
        /// As it stands there.
        given: u16,
    },
    /// The check does not fit.
    Check,
    /// The rest of the frame did not come in time.
    Late,
}

/// What a decoder finds next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// A whole frame with a good check.
    Frame(Frame<'a>),
    /// Bytes were passed over.
    Dropped(Dropped),
}

/// What stands at the beginning of the bytes that are held.
enum Head {
    /// More bytes must come.
    Wait,
    /// A whole frame with this much payload.
    Whole(Kind, usize),
    /// No frame: so many bytes go, for this reason.
    Bad(usize, Dropped),
}

/// Finds frames in a stream that is cut anywhere and may hold anything.
///
/// After bytes that are no frame only the first of them is passed over, so a frame that lies inside a false one is found.
#[derive(Debug, Clone)]
pub struct Decoder {
    held: [u8; FRAME_MAX],
    length: usize,
    /// Bytes of the frame that was given out last; they go at the next call.
    done: usize,
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// Nothing received yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { held: [0; FRAME_MAX], length: 0, done: 0 }
    }

    /// Bytes that are held and are no whole frame yet.
    #[must_use]
    pub const fn pending(&self) -> usize {
        self.length.saturating_sub(self.done)
    }

    /// The next thing in what is held and in `input`, which is moved on past the bytes that were taken. Nothing once all of
    /// `input` is taken and no frame is whole.
    pub fn next(&mut self, input: &mut &[u8]) -> Option<Found<'_>> {
        self.forget();
        loop {
            match self.head() {
                Head::Wait if input.is_empty() => return None,
                Head::Wait => self.take(input),
                Head::Bad(bytes, why) => {
                    self.advance(bytes);
                    return Some(Found::Dropped(why));
                }
                Head::Whole(kind, payload) => {
                    self.done = HEADER_LENGTH + payload + CHECK_LENGTH;
                    let payload = self.held.get(HEADER_LENGTH..HEADER_LENGTH + payload).unwrap_or_default();
                    return Some(Found::Frame(Frame { kind, payload }));
                }
            }
        }
    }

    /// Gives up waiting for the rest of a frame: what is held is looked through again without its first byte. A spoilt
    /// length must not hold up the frames after it until as many bytes have come.
    pub fn give_up(&mut self) -> Option<Dropped> {
        if self.pending() == 0 {
            return None;
        }
        self.forget();
        match self.head() {
            Head::Wait => {
                self.advance(1);
                Some(Dropped::Late)
            }
            Head::Whole(..) | Head::Bad(..) => None,
        }
    }

    /// Lets go of the frame that was given out last.
    fn forget(&mut self) {
        let done = core::mem::take(&mut self.done);
        self.advance(done);
    }

    fn bytes(&self) -> &[u8] {
        self.held.get(..self.length).unwrap_or_default()
    }

    fn advance(&mut self, bytes: usize) {
        let bytes = bytes.min(self.length);
        self.held.copy_within(bytes..self.length, 0);
        self.length -= bytes;
    }

    /// Takes as much of the input as there is room for; there is room whenever a frame is not whole.
    fn take(&mut self, input: &mut &[u8]) {
        let room = self.held.get_mut(self.length..).unwrap_or_default();
        let count = room.len().min(input.len());
        if let (Some(room), Some((taken, rest))) = (room.get_mut(..count), input.split_at_checked(count)) {
            room.copy_from_slice(taken);
            self.length += count;
            *input = rest;
        }
    }

    fn head(&self) -> Head {
        let bytes = self.bytes();
        let noise = noise(bytes);
        if noise > 0 {
            return Head::Bad(noise, Dropped::Noise { bytes: noise });
        }
        let Some(header) = bytes.first_chunk::<HEADER_LENGTH>() else { return Head::Wait };
        let [_, _, version, kind, low, high] = *header;
        let length = u16::from_le_bytes([low, high]);
        if version != VERSION {
            return Head::Bad(1, Dropped::Version { given: version });
        }
        let Some(kind) = Kind::from_byte(kind) else { return Head::Bad(1, Dropped::Kind { given: kind }) };
        if usize::from(length) > PAYLOAD_MAX {
            return Head::Bad(1, Dropped::Length { given: length });
        }
        let length = usize::from(length);
        let Some((body, rest)) = bytes.split_at_checked(HEADER_LENGTH + length) else { return Head::Wait };
        match rest.first_chunk::<CHECK_LENGTH>() {
            None => Head::Wait,
            Some(given) if *given == check(body) => Head::Whole(kind, length),
            Some(_) => Head::Bad(1, Dropped::Check),
        }
    }
}

/// How many bytes come before the first that may begin a frame.
fn noise(bytes: &[u8]) -> usize {
    let [first, second] = SYNC;
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    let begins = bytes
        .iter()
        .zip(next)
        .position(|(byte, next)| *byte == first && next.is_none_or(|next| *next == second));
    begins.unwrap_or(bytes.len())
}
