//! Signatures over orders: Ed25519 over a name of what is signed and the SHA-256 of its bytes.
//!
//! The name keeps a signature for one purpose from being one for another. The digest is the one that the record keeps of the
//! order.

use crate::noise::{KEY_LENGTH, Secret};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use pump::{Order, OrderBytesError, SignedOrder};
use sha2::Digest;

/// Bytes of a signature.
pub const SIGNATURE_LENGTH: usize = 64;

/// What is signed: an order for a pump, in its first form.
const NAME: [u8; 16] = *b"thecal-order-v1\0";

/// A signature that does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SignatureError {
    /// The public key is none, or one under which many signatures would fit.
    #[error("not a public key")]
    Key,
    /// Not made by this key for these bytes.
    #[error("the signature does not fit the order and the key")]
    Forged,
}

/// SHA-256.
#[must_use]
pub fn digest(bytes: &[u8]) -> [u8; KEY_LENGTH] {
    sha2::Sha256::digest(bytes).into()
}

/// What the signature is made over.
fn named(bytes: &[u8]) -> [u8; NAME.len() + KEY_LENGTH] {
    let mut named = [0; NAME.len() + KEY_LENGTH];
    for (place, byte) in named.iter_mut().zip(NAME.into_iter().chain(digest(bytes))) {
        *place = byte;
    }
    named
}

/// The public key that belongs to a secret one.
#[must_use]
pub fn public(key: &Secret) -> [u8; KEY_LENGTH] {
    SigningKey::from_bytes(key.expose()).verifying_key().to_bytes()
}

/// Signs the bytes of an order.
#[must_use]
pub fn sign(key: &Secret, bytes: &[u8]) -> [u8; SIGNATURE_LENGTH] {
    SigningKey::from_bytes(key.expose()).sign(&named(bytes)).to_bytes()
}

/// Checks a signature over the bytes of an order, strictly: weak keys and second forms of one signature are refused.
///
/// # Errors
/// [`SignatureError`]
pub fn verify(
    public: &[u8; KEY_LENGTH],
    bytes: &[u8],
    signature: &[u8; SIGNATURE_LENGTH],
) -> Result<(), SignatureError> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| SignatureError::Key)?;
    if key.is_weak() {
        return Err(SignatureError::Key);
    }
    key.verify_strict(&named(bytes), &Signature::from_bytes(signature)).map_err(|_| SignatureError::Forged)
}

/// An order as it is sent: its bytes and the signature over them.
///
/// # Errors
/// [`OrderBytesError`] if the order has more bytes than it may.
pub fn sign_order(key: &Secret, order: &Order) -> Result<SignedOrder, OrderBytesError> {
    let bytes = order.to_bytes()?;
    let (first, second) = split(&sign(key, &bytes));
    Ok(SignedOrder { bytes, signature: [first, second] })
}

/// Checks the signature of an order as it was sent.
///
/// # Errors
/// [`SignatureError`]
pub fn verify_order(public: &[u8; KEY_LENGTH], order: &SignedOrder) -> Result<(), SignatureError> {
    let mut signature = [0; SIGNATURE_LENGTH];
    for (place, byte) in signature.iter_mut().zip(order.signature.as_flattened()) {
        *place = *byte;
    }
    verify(public, &order.bytes, &signature)
}

/// The two halves of a signature.
fn split(signature: &[u8; SIGNATURE_LENGTH]) -> ([u8; KEY_LENGTH], [u8; KEY_LENGTH]) {
    let half = |bytes: &[u8]| {
        let mut half = [0; KEY_LENGTH];
        half.iter_mut().zip(bytes).for_each(|(place, byte)| *place = *byte);
        half
    };
    let (first, second) = signature.split_at(KEY_LENGTH);
    (half(first), half(second))
}
