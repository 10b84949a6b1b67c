//! Heads: a signature over everything that is in the record at one moment.

use crate::chain::{self, Hash};
use crate::keys::{Keys, hex, signed_by, unhex};
use serde::{Deserialize, Serialize};

/// A signed head. Kept in the file, and best also elsewhere: a whole file that was put back to an earlier state is found
/// only by a head that was kept outside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Counted from 1.
    pub number: i64,
    /// When it was signed, in seconds since 1970.
    pub signed_at: i64,
    /// How many streams there were.
    pub streams: i64,
    /// How many events there were, over all streams.
    pub sequence: i64,
    /// The root of the Merkle tree over the newest link of each stream, in the order of their birth.
    pub root: Hash,
    /// The last attachment and its link.
    pub attachment: (i64, Hash),
    /// The last line of the audit of views and its link.
    pub access: (i64, Hash),
    /// The hash of the head before.
    pub previous: Hash,
    /// Ed25519.
    pub signature: [u8; 64],
}

impl Head {
    /// What is signed.
    fn message(&self) -> Hash {
        let Self { number, signed_at, streams, sequence, attachment, access, .. } = self;
        let numbers = [*number, *signed_at, *streams, *sequence, attachment.0, access.0];
        chain::head(&numbers, &[&self.root, &attachment.1, &access.1, &self.previous])
    }

    /// What the next head names as its previous one.
    #[must_use]
    pub fn hash(&self) -> Hash {
        chain::head(&[self.number], &[&self.message(), &self.signature])
    }

    pub(crate) fn sign(&mut self, keys: &Keys) {
        self.signature = keys.sign(&self.message());
    }

    /// Whether the signature is that of this public key.
    #[must_use]
    pub fn is_signed_by(&self, public: &[u8]) -> bool {
        signed_by(public, &self.message(), &self.signature)
    }

    /// Whether both say the same of the record, whenever they were signed.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        (self.streams, self.sequence, self.root, self.attachment, self.access)
            == (other.streams, other.sequence, other.root, other.attachment, other.access)
    }

    /// One line of JSON, to be kept elsewhere.
    #[must_use]
    pub fn to_line(&self) -> String {
        serde_json::to_string(&self.line()).unwrap_or_default()
    }

    pub(crate) fn line(&self) -> HeadLine {
        HeadLine {
            head: self.number,
            signed_at: self.signed_at,
            streams: self.streams,
            sequence: self.sequence,
            root: hex(&self.root),
            attachment: self.attachment.0,
            attachment_link: hex(&self.attachment.1),
            access: self.access.0,
            access_link: hex(&self.access.1),
            previous: hex(&self.previous),
            signature: hex(&self.signature),
        }
    }

    /// Read from such a line; `None` if it is none.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        Self::from_parts(serde_json::from_str(line).ok()?)
    }

    pub(crate) fn from_parts(line: HeadLine) -> Option<Self> {
        let (first, second) = line.signature.split_at_checked(64)?;
        let mut signature = [0; 64];
        let halves = unhex(first)?.into_iter().chain(unhex(second)?);
        signature.iter_mut().zip(halves).for_each(|(byte, half)| *byte = half);
        Some(Self {
            number: line.head,
            signed_at: line.signed_at,
            streams: line.streams,
            sequence: line.sequence,
            root: unhex(&line.root)?,
            attachment: (line.attachment, unhex(&line.attachment_link)?),
            access: (line.access, unhex(&line.access_link)?),
            previous: unhex(&line.previous)?,
            signature,
        })
    }
}

/// A head as JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadLine {
    head: i64,
    signed_at: i64,
    streams: i64,
    sequence: i64,
    root: String,
    attachment: i64,
    attachment_link: String,
    access: i64,
    access_link: String,
    previous: String,
    signature: String,
}
