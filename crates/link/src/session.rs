//! Sessions and pairing: who speaks, and what is sealed between them.
//!
//! A *session* is `Noise_IK_25519_ChaChaPoly_SHA256`: the programmer knows the pump's key, the pump knows the keys of the
//! programmers that are paired with it. Its first message can be recorded and sent again, so it proves nothing until a sealed
//! message has come after it: only who holds the programmer's secrets can seal one.
//!
//! A *pairing* is `Noise_XXpsk3_25519_ChaChaPoly_SHA256` with the pairing secret of the pump's implant card: neither side
//! knows the other's key yet, both know the secret.
//!
//! The prologue of both is `thecal-link`, a byte for the version (1) and the SHA-256 of the pump's serial number. Payloads of
//! handshake messages are empty, but for the third of a pairing: the programmer's order key (32 bytes) and its label (UTF-8).
//!
//! After either, every message is its number (8 bytes, low byte first) and what is sealed under it with its tag (16 bytes). The
//! number counts from 0 in each direction and only rises: what is lost is lost, what is repeated or comes late is dropped. The
//! associated data is empty; the number is the nonce, and each direction has its own key.
//!
//! Nothing here reads a clock, draws a number or sends a byte.

use crate::noise::{self, Handshake, HandshakeError, KEY_LENGTH, Secret, TAG_LENGTH};
use crate::signed;
use heapless::Vec;
use noise_protocol::patterns::{noise_ik, noise_xx_psk3};
use pump::Text;

/// Bytes that a programmer's label may have.
pub const LABEL_MAX: usize = 40;

/// What a programmer calls itself.
pub type Label = Text<LABEL_MAX>;

/// Bytes before the sealed part of a message: its number.
pub const NUMBER_LENGTH: usize = 8;

/// Bytes of a session's first message.
pub const SESSION_HELLO_LENGTH: usize = 96;

/// Bytes of a pairing's first message.
pub const PAIRING_HELLO_LENGTH: usize = 48;

/// Bytes that a session adds to what is said.
pub const OVERHEAD: usize = NUMBER_LENGTH + TAG_LENGTH;

/// Protocol name and version: both sides must mean the same.
const NAME: [u8; 12] = *b"thecal-link\x01";

/// How long a session may be and how quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionLimits {
    /// Without a good message for longer than this it is over, s.
    pub idle_seconds: u64,
    /// Messages in one session, both ways together.
    pub messages_max: u64,
}

impl Default for SessionLimits {
    /// Own design parameters of the virtual pump: a quarter of an hour, and more messages than a visit has.
    fn default() -> Self {
        Self { idle_seconds: 15 * 60, messages_max: 65_536 }
    }
}

/// What both sides mix in before the first message: protocol, version, and the pump that is meant.
fn prologue(serial: &str) -> Vec<u8, { NAME.len() + KEY_LENGTH }> {
    NAME.into_iter().chain(signed::digest(serial.as_bytes())).collect()
}

fn session(
    initiator: bool,
    own: &Secret,
    serial: &str,
    ephemeral: Secret,
    pump: Option<[u8; 32]>,
) -> Handshake {
    Handshake::new(noise_ik(), initiator, prologue(serial), Some(own.clone()), Some(ephemeral), pump, None)
}

fn pairing(initiator: bool, own: &Secret, pairing: &Secret, serial: &str, ephemeral: Secret) -> Handshake {
    let (own, ephemeral) = (Some(own.clone()), Some(ephemeral));
    let mut side = Handshake::new(noise_xx_psk3(), initiator, prologue(serial), own, ephemeral, None, None);
    side.push_psk(pairing.expose());
    side
}

/// The programmer's side of a session's handshake.
#[derive(Clone)]
pub struct Initiator {
    side: Handshake,
}

impl Initiator {
    /// Towards the pump with this serial number and key; `ephemeral` must be fresh.
    #[must_use]
    pub fn new(own: &Secret, serial: &str, pump: [u8; KEY_LENGTH], ephemeral: Secret) -> Self {
        Self { side: session(true, own, serial, ephemeral, Some(pump)) }
    }

    /// Writes the first message to `out`; its length.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn hello(&mut self, out: &mut [u8]) -> Result<usize, HandshakeError> {
        noise::write(&mut self.side, &[], out)
    }

    /// Reads the pump's answer: from now on the two can talk. A forged answer leaves it waiting for the true one.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn finish(
        &self,
        reply: &[u8],
        limits: SessionLimits,
        now_seconds: u64,
    ) -> Result<Transport, HandshakeError> {
        let mut side = self.side.clone();
        noise::read(&mut side, reply, &mut [])?;
        Ok(Transport::new(&side, limits, now_seconds))
    }
}

/// The pump's side of a session's handshake.
#[derive(Clone)]
pub struct Responder {
    side: Handshake,
}

impl Responder {
    /// Reads a programmer's first message; its key, which the caller must look up before it answers.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn read(
        own: &Secret,
        serial: &str,
        ephemeral: Secret,
        hello: &[u8],
    ) -> Result<(Self, [u8; KEY_LENGTH]), HandshakeError> {
        let mut side = session(false, own, serial, ephemeral, None);
        noise::read(&mut side, hello, &mut [])?;
        let key = side.get_rs().ok_or(HandshakeError::Forged)?;
        Ok((Self { side }, key))
    }

    /// Writes the answer to `out`; its length, and the session that it opens.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn reply(
        mut self,
        limits: SessionLimits,
        now_seconds: u64,
        out: &mut [u8],
    ) -> Result<(usize, Transport), HandshakeError> {
        let length = noise::write(&mut self.side, &[], out)?;
        Ok((length, Transport::new(&self.side, limits, now_seconds)))
    }
}

/// A programmer that has just paired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// Its key for sessions.
    pub link_key: [u8; KEY_LENGTH],
    /// The public key under which its orders are signed.
    pub order_key: [u8; KEY_LENGTH],
    /// What it calls itself.
    pub label: Label,
}

/// Bytes of the longest introduction inside the third message.
const INTRODUCTION_MAX: usize = KEY_LENGTH + LABEL_MAX;

/// The programmer's side of a pairing.
#[derive(Clone)]
pub struct PairingInitiator {
    side: Handshake,
}

impl PairingInitiator {
    /// Towards the pump with this serial number, with the secret of its implant card; `ephemeral` must be fresh.
    #[must_use]
    pub fn new(own: &Secret, serial: &str, secret: &Secret, ephemeral: Secret) -> Self {
        Self { side: pairing(true, own, secret, serial, ephemeral) }
    }

    /// Writes the first message to `out`; its length.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn hello(&mut self, out: &mut [u8]) -> Result<usize, HandshakeError> {
        noise::write(&mut self.side, &[], out)
    }

    /// Reads the pump's answer and writes the third message to `out`: its length, the pump's key, and the way to hear
    /// whether the pump has kept ours. A forged answer leaves it waiting for the true one.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn finish(
        &self,
        reply: &[u8],
        order_key: &[u8; KEY_LENGTH],
        label: &Label,
        limits: SessionLimits,
        now_seconds: u64,
        out: &mut [u8],
    ) -> Result<(usize, [u8; KEY_LENGTH], Transport), HandshakeError> {
        let mut side = self.side.clone();
        noise::read(&mut side, reply, &mut [])?;
        let pump = side.get_rs().ok_or(HandshakeError::Forged)?;
        let said: Vec<u8, INTRODUCTION_MAX> =
            order_key.iter().copied().chain(label.as_str().bytes()).collect();
        let length = noise::write(&mut side, &said, out)?;
        Ok((length, pump, Transport::new(&side, limits, now_seconds)))
    }
}

/// The pump's side of a pairing.
#[derive(Clone)]
pub struct PairingResponder {
    side: Handshake,
}

impl PairingResponder {
    /// Reads the first message and writes the answer to `out`; its length. Only while the pump's pairing window is open:
    /// the caller sees to that.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn reply(
        own: &Secret,
        serial: &str,
        secret: &Secret,
        ephemeral: Secret,
        hello: &[u8],
        out: &mut [u8],
    ) -> Result<(Self, usize), HandshakeError> {
        let mut side = pairing(false, own, secret, serial, ephemeral);
        noise::read(&mut side, hello, &mut [])?;
        let length = noise::write(&mut side, &[], out)?;
        Ok((Self { side }, length))
    }

    /// Reads the third message: who has paired.
    ///
    /// # Errors
    /// [`HandshakeError`]
    pub fn finish(
        mut self,
        message: &[u8],
        limits: SessionLimits,
        now_seconds: u64,
    ) -> Result<(Introduction, Transport), HandshakeError> {
        let mut room = [0; INTRODUCTION_MAX];
        let said = noise::read(&mut self.side, message, &mut room)?;
        let (order_key, label) = said.split_first_chunk::<KEY_LENGTH>().ok_or(HandshakeError::Forged)?;
        let label = core::str::from_utf8(label).map_err(|_| HandshakeError::Forged)?;
        let introduction = Introduction {
            link_key: self.side.get_rs().ok_or(HandshakeError::Forged)?,
            order_key: *order_key,
            label: Label::new(label).map_err(|_| HandshakeError::Forged)?,
        };
        Ok((introduction, Transport::new(&self.side, limits, now_seconds)))
    }
}

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ended {
    /// Nothing good was heard for too long.
    Idle,
    /// It has carried all the messages that it may.
    Exhausted,
}

/// Why a message of a session is not taken or not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum TransportError {
    /// Too short for a number and a seal.
    #[error("message of {length} bytes; a sealed one has at least {least}", least = OVERHEAD)]
    Short {
        /// As received.
        length: usize,
    },
    /// Its number is not higher than the highest that was taken: repeated, or overtaken on the way.
    #[error("message {given} after message {newest}")]
    Old {
        /// As received.
        given: u64,
        /// The highest taken.
        newest: u64,
    },
    /// The seal does not fit: changed, forged, or of another session.
    #[error("the seal does not fit")]
    Forged,
    /// The place to write to is too small.
    #[error("the message needs {needed} bytes of room, there are {room}")]
    NoRoom {
        /// Bytes of the message.
        needed: usize,
        /// Bytes there are.
        room: usize,
    },
    /// The session is over.
    #[error("the session is over")]
    Over(Ended),
}

/// Whether a message's number is higher than every one taken before: what is repeated or comes late is not taken.
///
/// # Errors
/// [`TransportError::Old`]
pub const fn rises(newest: Option<u64>, given: u64) -> Result<(), TransportError> {
    match newest {
        Some(newest) if given <= newest => Err(TransportError::Old { given, newest }),
        Some(_) | None => Ok(()),
    }
}

/// What is sealed between two who have shaken hands.
#[derive(Debug, Clone)]
pub struct Transport {
    sending: Secret,
    receiving: Secret,
    next: u64,
    newest: Option<u64>,
    received: u64,
    dropped: u64,
    heard_at_seconds: u64,
    limits: SessionLimits,
}

impl Transport {
    fn new(side: &Handshake, limits: SessionLimits, now_seconds: u64) -> Self {
        let (to_pump, to_programmer) = side.get_ciphers();
        let ((to_pump, _), (to_programmer, _)) = (to_pump.extract(), to_programmer.extract());
        let (sending, receiving) =
            if side.get_is_initiator() { (to_pump, to_programmer) } else { (to_programmer, to_pump) };
        Self {
            sending,
            receiving,
            next: 0,
            newest: None,
            received: 0,
            dropped: 0,
            heard_at_seconds: now_seconds,
            limits,
        }
    }

    /// Whether it is over, and why. A clock that goes back counts as one that stands.
    #[must_use]
    pub fn ended(&self, now_seconds: u64) -> Option<Ended> {
        if now_seconds.saturating_sub(self.heard_at_seconds) > self.limits.idle_seconds {
            Some(Ended::Idle)
        } else if self.next.saturating_add(self.received) >= self.limits.messages_max {
            Some(Ended::Exhausted)
        } else {
            None
        }
    }

    /// Messages that were dropped: repeated, late, forged or cut.
    #[must_use]
    pub const fn dropped(&self) -> u64 {
        self.dropped
    }

    /// Whether the other side has proved with a sealed message that it holds its keys now.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.newest.is_some()
    }

    /// Seals `plain` to the beginning of `out`; the bytes written.
    ///
    /// # Errors
    /// [`TransportError::NoRoom`], [`TransportError::Over`]
    pub fn seal(&mut self, plain: &[u8], now_seconds: u64, out: &mut [u8]) -> Result<usize, TransportError> {
        if let Some(ended) = self.ended(now_seconds) {
            return Err(TransportError::Over(ended));
        }
        let no_room = TransportError::NoRoom { needed: plain.len() + OVERHEAD, room: out.len() };
        let (number, sealed) = out.split_first_chunk_mut::<NUMBER_LENGTH>().ok_or(no_room)?;
        let length = noise::seal(&self.sending, self.next, plain, sealed).ok_or(no_room)?;
        *number = self.next.to_le_bytes();
        // `messages_max` ends the session before the number can come round.
        self.next = self.next.saturating_add(1);
        Ok(NUMBER_LENGTH + length)
    }

    /// Opens a message into the beginning of `out`. What is not good changes nothing but the count of dropped messages.
    ///
    /// # Errors
    /// [`TransportError`]
    pub fn open<'o>(
        &mut self,
        message: &[u8],
        now_seconds: u64,
        out: &'o mut [u8],
    ) -> Result<&'o [u8], TransportError> {
        let opened = self.try_open(message, now_seconds, out);
        if opened.is_err() {
            self.dropped = self.dropped.saturating_add(1);
        }
        opened
    }

    fn try_open<'o>(
        &mut self,
        message: &[u8],
        now_seconds: u64,
        out: &'o mut [u8],
    ) -> Result<&'o [u8], TransportError> {
        if let Some(ended) = self.ended(now_seconds) {
            return Err(TransportError::Over(ended));
        }
        let short = TransportError::Short { length: message.len() };
        let (number, sealed) = message.split_first_chunk::<NUMBER_LENGTH>().ok_or(short)?;
        let needed = sealed.len().checked_sub(TAG_LENGTH).ok_or(short)?;
        let given = u64::from_le_bytes(*number);
        rises(self.newest, given)?;
        // Noise keeps the last number for itself.
        if given == u64::MAX {
            return Err(TransportError::Forged);
        }
        let no_room = TransportError::NoRoom { needed, room: out.len() };
        let out = out.get_mut(..needed).ok_or(no_room)?;
        let plain = noise::open(&self.receiving, given, sealed, out).ok_or(TransportError::Forged)?;
        self.newest = Some(given);
        self.received = self.received.saturating_add(1);
        self.heard_at_seconds = self.heard_at_seconds.max(now_seconds);
        Ok(plain)
    }
}
