//! What stands on a pump's implant card, as one line that can be copied, scanned or typed.
//!
//! `thecal-pump 1 SERIAL KEY SECRET`: key and secret in base 32 (RFC 4648: A to Z and 2 to 7), in groups of eight letters.
//! Each carries three bytes of a check over its name, the serial number and itself, so that a mistyped letter is found where it
//! stands and not by a pump that does not answer.

use link::signed;
use std::fmt;
use std::str::FromStr;

/// What every card begins with.
const NAME: &str = "thecal-pump";
/// The form of the line.
const VERSION: &str = "1";
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_BYTES: usize = 32;
const CHECK_BYTES: usize = 3;
/// Letters of 35 bytes, five bits each.
const LETTERS_COUNT: usize = (SECRET_BYTES + CHECK_BYTES) * 8 / 5;
const GROUP: usize = 8;
/// Room of a serial number in an order.
const SERIAL_MAX: usize = 24;

/// What stands on the pump's card.
#[derive(Clone, PartialEq, Eq)]
pub struct PumpCard {
    /// The pump's serial number: letters without spaces, at most 24 bytes.
    pub serial: String,
    /// The pump's public key for sessions.
    pub pump_key: [u8; 32],
    /// What a programmer must know to pair.
    pub pairing_secret: [u8; 32],
}

/// A part of the card's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardPart {
    /// The serial number.
    Serial,
    /// The pump's key.
    Key,
    /// The pairing secret.
    Secret,
}

impl fmt::Display for CardPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Serial => "serial number",
            Self::Key => "key",
            Self::Secret => "pairing secret",
        })
    }
}

/// A line that is no card.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// Another beginning.
    #[error("a card begins with \"thecal-pump 1\"")]
    NotACard,
    /// A form that is not known here.
    #[error("the card has form {given}; form 1 is known here")]
    Version {
        /// As it stands there.
        given: String,
    },
    /// A part is missing.
    #[error("the card has no {0}; it is thecal-pump 1 SERIAL KEY SECRET")]
    Missing(CardPart),
    /// Something stands after the last part.
    #[error("\"{given}\" stands after the pairing secret, where the card ends")]
    Extra {
        /// The first word of it.
        given: String,
    },
    /// A serial number that no order could name.
    #[error("the serial number has {length} bytes; at most 24 fit")]
    SerialTooLong {
        /// As it stands there.
        length: usize,
    },
    /// A sign that base 32 does not have.
    #[error("{part}: \"{letter}\" in place {place} is not one of A to Z and 2 to 7")]
    Letter {
        /// Where.
        part: CardPart,
        /// What.
        letter: char,
        /// From 1, hyphens not counted.
        place: usize,
    },
    /// Letters are missing, or there are too many.
    #[error("{part}: {given} letters; there must be {wanted}", wanted = LETTERS_COUNT)]
    Length {
        /// Where.
        part: CardPart,
        /// As it stands there, hyphens not counted.
        given: usize,
    },
    /// The check does not fit.
    #[error("{part}: mistyped, or it belongs to another serial number than {serial}")]
    Check {
        /// Where.
        part: CardPart,
        /// As it stands there.
        serial: String,
    },
}

/// Without the secret: a card may end up in a log.
impl fmt::Debug for PumpCard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PumpCard").field("serial", &self.serial).finish_non_exhaustive()
    }
}

impl fmt::Display for PumpCard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { serial, pump_key, pairing_secret } = self;
        let (key, secret) =
            (write(CardPart::Key, serial, pump_key), write(CardPart::Secret, serial, pairing_secret));
        write!(formatter, "{NAME} {VERSION} {serial} {key} {secret}")
    }
}

impl FromStr for PumpCard {
    type Err = CardError;

    fn from_str(text: &str) -> Result<Self, CardError> {
        let mut words = text.split_whitespace();
        if words.next() != Some(NAME) {
            return Err(CardError::NotACard);
        }
        match words.next() {
            Some(VERSION) => {}
            Some(given) => return Err(CardError::Version { given: given.to_owned() }),
            None => return Err(CardError::NotACard),
        }
        let serial = words.next().ok_or(CardError::Missing(CardPart::Serial))?;
        if serial.len() > SERIAL_MAX {
            return Err(CardError::SerialTooLong { length: serial.len() });
        }
        let mut next = |part| {
            let word = words.next().ok_or(CardError::Missing(part))?;
            read(part, serial, word)
        };
        let card = Self {
            serial: serial.to_owned(),
            pump_key: next(CardPart::Key)?,
            pairing_secret: next(CardPart::Secret)?,
        };
        match words.next() {
            None => Ok(card),
            Some(given) => Err(CardError::Extra { given: given.to_owned() }),
        }
    }
}

fn check(part: CardPart, serial: &str, bytes: &[u8]) -> [u8; CHECK_BYTES] {
    let name = part.to_string();
    let checked: Vec<u8> =
        [name.as_bytes(), b"\0", serial.as_bytes(), b"\0", bytes].into_iter().flatten().copied().collect();
    let [first, second, third, ..] = signed::digest(&checked);
    [first, second, third]
}

fn write(part: CardPart, serial: &str, secret: &[u8; SECRET_BYTES]) -> String {
    let bytes = secret.iter().copied().chain(check(part, serial, secret));
    let mut text = String::new();
    let (mut held, mut bits, mut count) = (0_u32, 0, 0);
    for byte in bytes {
        held = (held << 8 | u32::from(byte)) & 0xFFF;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            let index = usize::try_from(held >> bits & 31).unwrap_or(0);
            if count > 0 && count % GROUP == 0 {
                text.push('-');
            }
            text.push(LETTERS.get(index).copied().map_or('A', char::from));
            count += 1;
        }
    }
    text
}

fn read(part: CardPart, serial: &str, word: &str) -> Result<[u8; SECRET_BYTES], CardError> {
    let mut bytes = Vec::with_capacity(SECRET_BYTES + CHECK_BYTES);
    let (mut held, mut bits, mut count) = (0_u32, 0, 0);
    for letter in word.chars().filter(|letter| *letter != '-') {
        count += 1;
        let upper = letter.to_ascii_uppercase();
        let value = LETTERS.iter().zip(0_u32..).find(|(known, _)| char::from(**known) == upper);
        let (_, value) = value.ok_or(CardError::Letter { part, letter, place: count })?;
        held = (held << 5 | value) & 0xFFF;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xFF).unwrap_or(0));
        }
    }
    if count != LETTERS_COUNT {
        return Err(CardError::Length { part, given: count });
    }
    match bytes.split_first_chunk::<SECRET_BYTES>() {
        Some((secret, given)) if given == check(part, serial, secret) => Ok(*secret),
        Some(_) | None => Err(CardError::Check { part, serial: serial.to_owned() }),
    }
}
