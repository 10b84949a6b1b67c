//! What the Noise protocol engine needs: X25519, ChaCha20-Poly1305 and SHA-256 from their crates, and reading and writing of
//! handshake messages that checks every length first.

use chacha20poly1305::aead::inout::InOutBuf;
use chacha20poly1305::{AeadInOut, ChaCha20Poly1305, KeyInit};
use core::fmt;
use noise_protocol::{Cipher, DH, HandshakeState, Hash, U8Array};
use sha2::Digest;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroize;

/// Bytes of a key, a secret, a digest.
pub const KEY_LENGTH: usize = 32;

/// Bytes that sealing adds.
pub const TAG_LENGTH: usize = 16;

/// Where randomness comes from: fills all of what it is given with bytes that nobody can foretell.
pub type Random<'a> = &'a mut dyn FnMut(&mut [u8]);

/// 32 secret bytes; each copy is overwritten when it is let go.
#[derive(Clone)]
pub struct Secret([u8; KEY_LENGTH]);

impl Secret {
    /// From its bytes.
    #[must_use]
    pub const fn new(bytes: [u8; KEY_LENGTH]) -> Self {
        Self(bytes)
    }

    /// A fresh one.
    #[must_use]
    pub fn random(random: Random<'_>) -> Self {
        let mut secret = Self([0; KEY_LENGTH]);
        random(&mut secret.0);
        secret
    }

    /// Its bytes, for whoever keeps them.
    #[must_use]
    pub const fn expose(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }

    /// The X25519 public key that belongs to it.
    #[must_use]
    pub fn public(&self) -> [u8; KEY_LENGTH] {
        X25519::pubkey(self)
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str("Secret")
    }
}

/// The engine asks for more ways to make one than anybody else should have.
impl U8Array for Secret {
    fn new() -> Self {
        Self([0; KEY_LENGTH])
    }

    fn new_with(byte: u8) -> Self {
        Self([byte; KEY_LENGTH])
    }

    fn from_slice(bytes: &[u8]) -> Self {
        let mut secret = Self([0; KEY_LENGTH]);
        for (place, byte) in secret.0.iter_mut().zip(bytes) {
            *place = *byte;
        }
        secret
    }

    fn len() -> usize {
        KEY_LENGTH
    }

    fn as_slice(&self) -> &[u8] {
        &self.0
    }

    fn as_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

/// X25519 by `x25519-dalek`.
pub(crate) enum X25519 {}

impl DH for X25519 {
    type Key = Secret;
    type Pubkey = [u8; KEY_LENGTH];
    type Output = Secret;

    fn name() -> &'static str {
        "25519"
    }

    /// Never called: every handshake here is made with its ephemeral secret, for there is no randomness inside. Were it
    /// called, `dh` would refuse what comes out.
    fn genkey() -> Self::Key {
        Secret([0; KEY_LENGTH])
    }

    fn pubkey(secret: &Self::Key) -> Self::Pubkey {
        PublicKey::from(&StaticSecret::from(secret.0)).to_bytes()
    }

    /// A public key of small order gives everybody the same secret: refused.
    fn dh(secret: &Self::Key, public: &Self::Pubkey) -> Result<Self::Output, ()> {
        if secret.0 == [0; KEY_LENGTH] {
            return Err(());
        }
        let shared = StaticSecret::from(secret.0).diffie_hellman(&PublicKey::from(*public));
        if shared.was_contributory() { Ok(Secret(shared.to_bytes())) } else { Err(()) }
    }
}

/// ChaCha20-Poly1305 by `chacha20poly1305`.
pub(crate) enum ChaChaPoly {}

/// A nonce of Noise: four zero bytes, then the number, low byte first.
fn nonce(number: u64) -> [u8; 12] {
    let [a, b, c, d, e, f, g, h] = number.to_le_bytes();
    [0, 0, 0, 0, a, b, c, d, e, f, g, h]
}

impl ChaChaPoly {
    /// Seals `plain` into `out`, which has 16 bytes more. On a wrong length `out` is cleared: never plain text in place of
    /// sealed.
    fn seal(key: &Secret, number: u64, associated: &[u8], plain: &[u8], out: &mut [u8]) -> Result<(), ()> {
        let sealed = (|| {
            let (body, tag) = out.split_last_chunk_mut::<TAG_LENGTH>().ok_or(())?;
            let cipher = ChaCha20Poly1305::new(&key.0.into());
            let buffer = InOutBuf::new(plain, body).map_err(|_| ())?;
            let made =
                cipher.encrypt_inout_detached(&nonce(number).into(), associated, buffer).map_err(|_| ())?;
            *tag = made.into();
            Ok(())
        })();
        if sealed.is_err() {
            out.fill(0);
        }
        sealed
    }

    fn open(key: &Secret, number: u64, associated: &[u8], sealed: &[u8], out: &mut [u8]) -> Result<(), ()> {
        let (body, tag) = sealed.split_last_chunk::<TAG_LENGTH>().ok_or(())?;
        let cipher = ChaCha20Poly1305::new(&key.0.into());
        let buffer = InOutBuf::new(body, out).map_err(|_| ())?;
        cipher
            .decrypt_inout_detached(&nonce(number).into(), associated, buffer, &(*tag).into())
            .map_err(|_| ())
    }
}

impl Cipher for ChaChaPoly {
    type Key = Secret;

    fn name() -> &'static str {
        "ChaChaPoly"
    }

    fn encrypt(key: &Secret, number: u64, associated: &[u8], plain: &[u8], out: &mut [u8]) {
        // What failed has been cleared, and opens for nobody.
        Self::seal(key, number, associated, plain, out).unwrap_or(());
    }

    fn encrypt_in_place(
        key: &Secret,
        number: u64,
        associated: &[u8],
        both: &mut [u8],
        plain: usize,
    ) -> usize {
        let cipher = ChaCha20Poly1305::new(&key.0.into());
        let Some((body, rest)) = both.split_at_mut_checked(plain) else { return 0 };
        let Some(tag) = rest.first_chunk_mut::<TAG_LENGTH>() else { return 0 };
        match cipher.encrypt_inout_detached(&nonce(number).into(), associated, body.into()) {
            Ok(made) => {
                *tag = made.into();
                plain + TAG_LENGTH
            }
            Err(_) => {
                body.fill(0);
                0
            }
        }
    }

    fn decrypt(
        key: &Secret,
        number: u64,
        associated: &[u8],
        sealed: &[u8],
        out: &mut [u8],
    ) -> Result<(), ()> {
        Self::open(key, number, associated, sealed, out)
    }

    fn decrypt_in_place(
        key: &Secret,
        number: u64,
        associated: &[u8],
        both: &mut [u8],
        sealed: usize,
    ) -> Result<usize, ()> {
        let cipher = ChaCha20Poly1305::new(&key.0.into());
        let whole = both.get_mut(..sealed).ok_or(())?;
        let (body, tag) = whole.split_last_chunk_mut::<TAG_LENGTH>().ok_or(())?;
        let length = body.len();
        cipher
            .decrypt_inout_detached(&nonce(number).into(), associated, body.into(), &(*tag).into())
            .map(|()| length)
            .map_err(|_| ())
    }
}

/// SHA-256 by `sha2`.
#[derive(Default)]
pub(crate) struct Sha256(sha2::Sha256);

impl Hash for Sha256 {
    type Block = [u8; 64];
    type Output = Secret;

    fn name() -> &'static str {
        "SHA256"
    }

    fn input(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn result(&mut self) -> Self::Output {
        Secret(self.0.finalize_reset().into())
    }
}

/// One side of a handshake.
pub(crate) type Handshake = HandshakeState<X25519, ChaChaPoly, Sha256>;

/// Why a handshake failed. None says to the other side what was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum HandshakeError {
    /// Fewer bytes than the message has.
    #[error("handshake message of {length} bytes; this one has at least {least}")]
    Short {
        /// As received.
        length: usize,
        /// As it must be.
        least: usize,
    },
    /// Not the bytes, keys, pairing secret, serial number or version that both sides must agree on.
    #[error("the handshake does not fit: other keys, another pump, another version, or changed on the way")]
    Forged,
    /// The place to write to is too small.
    #[error("the handshake message needs {needed} bytes of room, there are {room}")]
    NoRoom {
        /// Bytes of the message.
        needed: usize,
        /// Bytes there are.
        room: usize,
    },
    /// A message that is not due in this step.
    #[error("this handshake message is not due now")]
    Turn,
}

/// Writes the next message with `payload` to the beginning of `out`; its length.
pub(crate) fn write(side: &mut Handshake, payload: &[u8], out: &mut [u8]) -> Result<usize, HandshakeError> {
    if side.completed() || !side.is_write_turn() {
        return Err(HandshakeError::Turn);
    }
    let needed = payload.len() + side.get_next_message_overhead();
    let room = out.len();
    let out = out.get_mut(..needed).ok_or(HandshakeError::NoRoom { needed, room })?;
    side.write_message(payload, out).map_err(|_| HandshakeError::Forged)?;
    Ok(needed)
}

/// Reads the next message; what its payload says, at the beginning of `out`. After an error the handshake is over.
pub(crate) fn read<'o>(
    side: &mut Handshake,
    message: &[u8],
    out: &'o mut [u8],
) -> Result<&'o [u8], HandshakeError> {
    if side.completed() || side.is_write_turn() {
        return Err(HandshakeError::Turn);
    }
    let (length, least) = (message.len(), side.get_next_message_overhead());
    let needed = length.checked_sub(least).ok_or(HandshakeError::Short { length, least })?;
    let room = out.len();
    let out = out.get_mut(..needed).ok_or(HandshakeError::NoRoom { needed, room })?;
    side.read_message(message, out).map_err(|_| HandshakeError::Forged)?;
    Ok(out)
}

/// Seals one transport message; the bytes written to the beginning of `out`.
pub(crate) fn seal(key: &Secret, number: u64, plain: &[u8], out: &mut [u8]) -> Option<usize> {
    let needed = plain.len() + TAG_LENGTH;
    ChaChaPoly::seal(key, number, &[], plain, out.get_mut(..needed)?).ok()?;
    Some(needed)
}

/// Opens one transport message into the beginning of `out`.
pub(crate) fn open<'o>(key: &Secret, number: u64, sealed: &[u8], out: &'o mut [u8]) -> Option<&'o [u8]> {
    let out = out.get_mut(..sealed.len().checked_sub(TAG_LENGTH)?)?;
    ChaChaPoly::open(key, number, &[], sealed, out).ok()?;
    Some(out)
}
