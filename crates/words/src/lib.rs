//! Languages: the texts that people read, with plurals, numbers and dates right in each.
//!
//! What it is: one catalogue of texts in the syntax of Project Fluent (`texts/LANGUAGE/FILE.ftl`), complete in every
//! [`Language`], and [`Voice`], which says them. English is the language that texts are written in first; the others are
//! translations of it.
//!
//! Words
//! - *key*: the name of a text, the same in every language; it stands in one file ([`file_of`]).
//! - *text*: what stands in the file under a key; it may have places that are filled in.
//! - *approved*: somebody in the clinic read the translation of a text and says that it is right ([`Approvals`]). It holds
//!   for that wording: [`fingerprint`].
//! - *worded*: a text as it was said, with the English beside it where the translation is not approved ([`Worded`]).
//!
//! Invariants
//! - Every language has every key of the texts for patients, each with the same places to fill in. Backed by R-WRD-1.
//! - A translation that nobody approved is never said without the English beside it. Backed by R-WRD-2.
//! - Numbers are given as decimal text with a point and written by the rules of the language; nothing is rounded here.
//! - It knows nothing of patients, pumps or papers, reads no clock and no disk.
#![forbid(unsafe_code)]

mod language;
mod number;
mod texts;
mod voice;

pub use language::{Direction, Language};
pub use number::Amount;
pub use texts::{FILES, STAFF_FILES, faults, file_of, fingerprint, keys, source};
pub use voice::{Approvals, Args, Voice, Worded};
