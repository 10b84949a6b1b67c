//! What is hashed, and how: the links of streams, of views and of attachments, and the root of a head.
//!
//! Every hash begins with a byte of its own, so that a hash of one thing never stands for another; every text is
//! written with its length before it, so that two lists of fields never look alike.

use crate::port::{Id, Stream};
use sha2::{Digest, Sha256};

/// SHA-256.
pub(crate) type Hash = [u8; 32];

const EVENT: u8 = 0x00;
const LINK: u8 = 0x01;
const GENESIS: u8 = 0x02;
const LEAF: u8 = 0x03;
const NODE: u8 = 0x04;
const LINE: u8 = 0x05;
const HEAD: u8 = 0x06;

/// A list of fields on its way into a hash.
pub(crate) struct Fields(Sha256);

impl Fields {
    fn new(what: u8) -> Self {
        Self(Sha256::new_with_prefix([what]))
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.update(bytes);
        self
    }

    fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    fn number(mut self, number: i64) -> Self {
        self.0.update(number.to_be_bytes());
        self
    }

    fn optional(self, bytes: Option<&[u8]>) -> Self {
        match bytes {
            None => self.number(0),
            Some(bytes) => self.number(1).bytes(bytes),
        }
    }

    fn done(self) -> Hash {
        self.0.finalize().into()
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// What a stream's chain begins with. It binds the stream, its number and its sealed key.
pub(crate) fn genesis(stream: Stream, number: i64, sealed_key: &[u8]) -> Hash {
    Fields::new(GENESIS)
        .text(stream.kind.word())
        .bytes(&stream.id.bytes())
        .number(number)
        .bytes(sealed_key)
        .done()
}

/// The plain columns of an event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain {
    pub(crate) stream: Stream,
    pub(crate) version: i64,
    pub(crate) sequence: i64,
    pub(crate) form: Id,
    pub(crate) recorded: i64,
}

/// The link of an event.
pub(crate) fn link(previous: &Hash, plain: &Plain, sealed: &[u8]) -> Hash {
    let event = Fields::new(EVENT)
        .text(plain.stream.kind.word())
        .bytes(&plain.stream.id.bytes())
        .number(plain.version)
        .number(plain.sequence)
        .bytes(&plain.form.bytes())
        .number(plain.recorded)
        .bytes(sealed)
        .done();
    Fields::new(LINK).bytes(previous).bytes(&event).done()
}

/// The columns of an access line, as hashed.
pub(crate) struct AccessLine<'a> {
    pub(crate) line: i64,
    pub(crate) at: i64,
    pub(crate) account: Option<&'a [u8]>,
    pub(crate) address: &'a str,
    pub(crate) what: &'a str,
    pub(crate) kind: Option<&'a str>,
    pub(crate) id: Option<&'a [u8]>,
    pub(crate) result: i64,
}

/// The link of an access line.
pub(crate) fn access(previous: &Hash, line: &AccessLine<'_>) -> Hash {
    Fields::new(LINE)
        .text("access")
        .bytes(previous)
        .number(line.line)
        .number(line.at)
        .optional(line.account)
        .text(line.address)
        .text(line.what)
        .optional(line.kind.map(str::as_bytes))
        .optional(line.id)
        .number(line.result)
        .done()
}

/// The link of an attachment.
pub(crate) fn attachment(
    previous: &Hash,
    line: i64,
    stream: i64,
    hash: &[u8],
    media_type: &str,
    sealed: &[u8],
) -> Hash {
    Fields::new(LINE)
        .text("attachment")
        .bytes(previous)
        .number(line)
        .number(stream)
        .bytes(hash)
        .text(media_type)
        .bytes(sealed)
        .done()
}

/// The leaf of a stream under a head.
pub(crate) fn leaf(number: i64, version: i64, link: &Hash) -> Hash {
    Fields::new(LEAF).number(number).number(version).bytes(link).done()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Fields::new(NODE).bytes(left).bytes(right).done()
}

/// The fields of a head that are signed, as one hash.
pub(crate) fn head(fields: &[i64], hashes: &[&[u8]]) -> Hash {
    let numbers = fields.iter().fold(Fields::new(HEAD), |all, field| all.number(*field));
    hashes.iter().fold(numbers, |all, hash| all.bytes(hash)).done()
}

/// A Merkle tree over the streams in the order of their numbers. Changing a leaf costs its path only.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// Sets a leaf; a new one comes after the last.
    pub(crate) fn set(&mut self, place: usize, leaf: Hash) {
        let mut place = place;
        let mut value = leaf;
        let mut level = 0;
        loop {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            let Some(row) = self.levels.get_mut(level) else { return };
            match row.get_mut(place) {
                Some(found) => *found = value,
                None => row.push(value),
            }
            if row.len() == 1 {
                return;
            }
            // A last leaf without a neighbour goes up as it is.
            let left = row.get(place & !1).copied().unwrap_or(value);
            value = row.get(place | 1).map_or(left, |right| node(&left, right));
            place /= 2;
            level += 1;
        }
    }

    /// How many leaves.
    pub(crate) fn len(&self) -> usize {
        self.levels.first().map_or(0, Vec::len)
    }

    /// The root; of nothing, zeros.
    pub(crate) fn root(&self) -> Hash {
        self.levels.last().and_then(|row| row.first()).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_root(leaves: &[Hash]) -> Hash {
        let mut row = leaves.to_vec();
        while row.len() > 1 {
            row = row
                .chunks(2)
                .map(|pair| match pair {
                    [left, right] => node(left, right),
                    rest => rest[0],
                })
                .collect();
        }
        row.first().copied().unwrap_or_default()
    }

    #[test]
    fn the_tree_is_that_of_a_plain_reckoning() {
        let mut tree = Tree::default();
        let mut leaves: Vec<Hash> = Vec::new();
        assert_eq!(tree.root(), plain_root(&leaves));
        for number in 0..70_u8 {
            let new = leaf(i64::from(number), 1, &[number; 32]);
            tree.set(leaves.len(), new);
            leaves.push(new);
            assert_eq!(tree.root(), plain_root(&leaves), "after leaf {number}");
            // And an old one changes.
            let place = usize::from(number) * 7 % leaves.len();
            let changed = leaf(i64::from(number), 2, &[number; 32]);
            tree.set(place, changed);
            leaves[place] = changed;
            assert_eq!(tree.root(), plain_root(&leaves), "after change {number}");
        }
        assert_eq!(tree.len(), 70);
    }
}
