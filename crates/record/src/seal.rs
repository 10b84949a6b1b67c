//! Sealing: XChaCha20-Poly1305 with a random nonce, which stands before the sealed bytes.

use crate::chain::Plain;
use crate::keys::{Keys, Random};
use crate::port::{Id, NewEvent, Stream};
use chacha20poly1305::aead::{Aead, AeadInOut, Payload};
use chacha20poly1305::{KeyInit, Tag, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The key of one stream.
pub(crate) type StreamKey = Zeroizing<[u8; 32]>;

const NONCE: usize = 24;
const TAG: usize = 16;

/// Seals bytes; they open again only with the same associated data.
fn seal(key: &[u8; 32], associated: &[u8], plain: &[u8], random: &mut Random) -> Result<Vec<u8>, String> {
    let mut nonce = [0; NONCE];
    random(&mut nonce)?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let sealed = cipher
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: associated })
        .map_err(|_| "cannot be sealed".to_owned())?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what was sealed, in its place; `None` if one bit of it, of the key or of the associated data is another.
fn open<'a>(key: &[u8; 32], associated: &[u8], sealed: &'a mut [u8]) -> Option<&'a [u8]> {
    let (nonce, sealed) = sealed.split_first_chunk_mut::<NONCE>()?;
    let (bytes, tag) = sealed.split_last_chunk_mut::<TAG>()?;
    let (nonce, tag) = (XNonce::from(*nonce), Tag::from(*tag));
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher.decrypt_inout_detached(&nonce, associated, (&mut *bytes).into(), &tag).ok()?;
    Some(bytes)
}

/// A copy that is wiped when it has been used.
fn copied(sealed: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(sealed.to_vec())
}

fn about(what: &str, stream: Stream, numbers: &[i64], form: Option<Id>, hash: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(128);
    for part in ["thecal ", what, " ", stream.kind.word(), "\0"] {
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes.extend_from_slice(&stream.id.bytes());
    for number in numbers {
        bytes.extend_from_slice(&number.to_be_bytes());
    }
    if let Some(form) = form {
        bytes.extend_from_slice(&form.bytes());
    }
    bytes.extend_from_slice(hash);
    bytes
}

/// A new key for a stream, and the same sealed under the master key.
pub(crate) fn new_key(
    keys: &Keys,
    stream: Stream,
    random: &mut Random,
) -> Result<(StreamKey, Vec<u8>), String> {
    let mut key = StreamKey::new([0; 32]);
    random(key.as_mut_slice())?;
    let sealed = seal(keys.master(), &about("key", stream, &[], None, &[]), key.as_slice(), random)?;
    Ok((key, sealed))
}

/// The key of a stream.
pub(crate) fn stream_key(keys: &Keys, stream: Stream, sealed: &[u8]) -> Option<StreamKey> {
    let mut sealed = copied(sealed);
    let plain = open(keys.master(), &about("key", stream, &[], None, &[]), &mut sealed)?;
    <[u8; 32]>::try_from(plain).ok().map(StreamKey::new)
}

/// What of an event is sealed.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed {
    pub(crate) kind: String,
    pub(crate) schema: u32,
    pub(crate) happened: i64,
    pub(crate) by: Option<String>,
    pub(crate) body: String,
}

fn event_about(plain: &Plain) -> Vec<u8> {
    about("event", plain.stream, &[plain.version, plain.recorded], Some(plain.form), &[])
}

/// Seals an event. The sequence is not bound here, only by the chain: it is not known to who opens it.
pub(crate) fn seal_event(
    key: &StreamKey,
    plain: &Plain,
    event: &NewEvent,
    by: Option<Id>,
    random: &mut Random,
) -> Result<Vec<u8>, String> {
    #[derive(Serialize)]
    struct Borrowed<'a> {
        kind: &'a str,
        schema: u32,
        happened: i64,
        by: Option<String>,
        body: &'a str,
    }
    let payload = Borrowed {
        kind: &event.kind,
        schema: event.schema,
        happened: event.happened,
        by: by.map(|by| by.to_string()),
        body: &event.body,
    };
    let bytes = Zeroizing::new(serde_json::to_vec(&payload).map_err(|error| error.to_string())?);
    seal(key, &event_about(plain), &bytes, random)
}

/// Opens an event.
pub(crate) fn open_event(key: &StreamKey, plain: &Plain, sealed: Vec<u8>) -> Option<Sealed> {
    let mut sealed = Zeroizing::new(sealed);
    serde_json::from_slice(open(key, &event_about(plain), &mut sealed)?).ok()
}

/// Seals a file.
pub(crate) fn seal_file(
    key: &StreamKey,
    stream: Stream,
    hash: &[u8; 32],
    bytes: &[u8],
    random: &mut Random,
) -> Result<Vec<u8>, String> {
    seal(key, &about("file", stream, &[], None, hash), bytes, random)
}

/// Opens a file.
pub(crate) fn open_file(
    key: &StreamKey,
    stream: Stream,
    hash: &[u8; 32],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let mut sealed = copied(sealed);
    let plain = open(key, &about("file", stream, &[], None, hash), &mut sealed)?;
    Some(Zeroizing::new(plain.to_vec()))
}

/// Bytes that only the right master key opens: a wrong one is found at opening, not at the first patient.
pub(crate) fn key_check(keys: &Keys, random: &mut Random) -> Result<Vec<u8>, String> {
    seal(keys.master(), b"thecal master key", b"right", random)
}

/// Whether these are the keys with which the file was begun.
pub(crate) fn is_right_key(keys: &Keys, check: &[u8]) -> bool {
    open(keys.master(), b"thecal master key", &mut copied(check)).is_some()
}
