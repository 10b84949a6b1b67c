//! Links that open a page without signing in: the emergency card's, and the patient's own. Whoever holds one opens its page,
//! until it is revoked.
//!
//! The token stands in the record, which is sealed in the store: a card that was lost must be printable again. Lists know
//! only its hash ([`term`]), and find the patient by it.

use super::Told;
use crate::access::Right;
use crate::patient::{Entry, Patient, PatientEvent};
use core::fmt::Write;
use record::Id;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How many patient links may be live at once.
pub const PATIENT_LINKS_MAX: usize = 20;
/// What the words for whom a link is may have at most, in letters.
pub const FOR_WHOM_LETTERS_MAX: usize = 200;
/// How many letters a token has.
pub const TOKEN_LETTERS: usize = 43;

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The emergency page: what an emergency doctor has to know.
    Emergency,
    /// The patient page: dates, answers, diary, reports.
    Patient,
}

impl Kind {
    /// Every kind, its word in data, its words for people and the beginning of its address.
    pub const WORDS: [(&'static str, Self, &'static str, &'static str); 2] = [
        ("emergency", Self::Emergency, "Emergency card", "/e/"),
        ("patient", Self::Patient, "Patient page", "/p/"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind, ..)| *kind == self).map_or("", |(_, _, words, _)| words)
    }

    /// The address of such a page without host: `/e/TOKEN` or `/p/TOKEN`.
    #[must_use]
    pub fn path(self, token: &str) -> String {
        let begins =
            Self::WORDS.iter().find(|(_, kind, ..)| *kind == self).map_or("/", |(.., begins)| begins);
        format!("{begins}{token}")
    }

    /// The kind of a word.
    #[must_use]
    pub fn by_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, ..)| *known == word).map(|(_, kind, ..)| *kind)
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A link is live from now on.
    Made {
        /// Its name within this patient.
        id: String,
        /// What opens the page: 32 random bytes in 43 letters.
        token: String,
        /// What it opens; `link` in data, since `kind` names the event.
        link: Kind,
        /// For whom, such as "the card" or "mother".
        for_whom: String,
    },
    /// A link opens nothing any more.
    Revoked {
        /// Which.
        id: String,
        /// Why.
        reason: String,
    },
}

/// That a link was revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    /// When, in seconds since 1970.
    pub at: i64,
    /// Who.
    pub by: Option<Id>,
    /// Why.
    pub reason: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its name within this patient.
    pub id: String,
    /// What it opens.
    pub kind: Kind,
    /// For whom.
    pub for_whom: String,
    /// What opens the page.
    pub token: String,
    /// SHA-256 of the token, hexadecimal.
    pub hash: String,
    /// Since when, in seconds since 1970.
    pub at: i64,
    /// Who made it.
    pub by: Option<Id>,
    /// What became of it; `None` while it is live.
    pub revoked: Option<Revoked>,
}

impl Link {
    /// Whether it opens its page.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        self.revoked.is_none()
    }

    /// The address of its page without host.
    #[must_use]
    pub fn path(&self) -> String {
        self.kind.path(&self.token)
    }
}

/// Links of a patient, in the order in which they were made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// All of them, also those revoked.
    pub all: Vec<Link>,
}

impl Links {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event {
            Event::Made { id, token, link, for_whom } => self.all.push(Link {
                id: id.clone(),
                kind: *link,
                for_whom: for_whom.clone(),
                token: token.clone(),
                hash: hash(token),
                at: entry.happened,
                by: entry.by,
                revoked: None,
            }),
            Event::Revoked { id, reason } => {
                if let Some(link) = self.all.iter_mut().find(|link| link.id == *id && link.is_live()) {
                    link.revoked = Some(Revoked { at: entry.happened, by: entry.by, reason: reason.clone() });
                }
            }
        }
    }

    /// Those that open a page of this kind.
    pub fn live(&self, kind: Kind) -> impl Iterator<Item = &Link> {
        self.all.iter().filter(move |link| link.kind == kind && link.is_live())
    }

    /// A link by its name.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Link> {
        self.all.iter().find(|link| link.id == id)
    }

    /// The live link of a token. How long this takes does not tell how much of a hash was right.
    #[must_use]
    pub fn opened_by(&self, token: &str) -> Option<&Link> {
        let wanted = hash(token);
        let mut found = None;
        for link in self.all.iter().filter(|link| link.is_live()) {
            let differ =
                link.hash.bytes().zip(wanted.bytes()).fold(0, |all, (one, other)| all | (one ^ other));
            if differ == 0 && link.hash.len() == wanted.len() {
                found = Some(link);
            }
        }
        found
    }

    /// Live links as they go along with a merge: a card in a wallet opens the record that is used from now on.
    pub(crate) fn carried(&self, mark: &str) -> Vec<PatientEvent> {
        let live = self.all.iter().filter(|link| link.is_live());
        live.map(|link| {
            PatientEvent::Link(Event::Made {
                id: renamed(&link.id, mark),
                token: link.token.clone(),
                link: link.kind,
                for_whom: link.for_whom.clone(),
            })
        })
        .collect()
    }
}

/// The name of a link in the record into which its own was merged.
pub(crate) fn renamed(id: &str, mark: &str) -> String {
    format!("{id}-{mark}")
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The token of these random bytes: base64url without padding.
#[must_use]
pub fn token(random: [u8; 32]) -> String {
    let mut text = String::with_capacity(TOKEN_LETTERS);
    for three in random.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for place in 0..=three.len() {
            let index = bits >> (18 - 6 * place) & 63;
            let letter = usize::try_from(index).ok().and_then(|index| LETTERS.get(index)).copied();
            text.push(char::from(letter.unwrap_or(b'A')));
        }
    }
    text
}

/// Whether a text can be a token.
#[must_use]
pub fn is_token(text: &str) -> bool {
    text.len() == TOKEN_LETTERS && text.bytes().all(|letter| LETTERS.contains(&letter))
}

/// SHA-256 of a token, hexadecimal.
#[must_use]
pub fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a String cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}

/// The word under which the patient of a link is found. Nobody can type it: it has letters that no typed word keeps.
#[must_use]
pub fn term(hash: &str) -> String {
    format!("=link-{hash}")
}

/// A new link, to be recorded: the token is made of these random bytes. A new emergency link takes the place of the ones
/// before, so those are revoked in the same form.
#[must_use]
pub fn make(patient: &Patient, kind: Kind, for_whom: &str, random: [u8; 32]) -> Vec<PatientEvent> {
    let before = patient.path.links.live(kind).filter(|_| kind == Kind::Emergency);
    let mut events: Vec<PatientEvent> = before
        .map(|link| {
            let reason = "a new one takes its place".to_owned();
            PatientEvent::Link(Event::Revoked { id: link.id.clone(), reason })
        })
        .collect();
    events.push(PatientEvent::Link(Event::Made {
        id: patient.next_line_id("link"),
        token: token(random),
        link: kind,
        for_whom: for_whom.trim().to_owned(),
    }));
    events
}

/// How often each link was used to send something, by the link's name.
#[must_use]
pub fn sent(patient: &Patient) -> BTreeMap<&str, usize> {
    let mut sent = BTreeMap::new();
    for link in patient.entries.iter().filter_map(|entry| crate::outside::link_of(&entry.event)) {
        *sent.entry(link).or_default() += 1;
    }
    sent
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Made { link, for_whom, .. } => format!("{}: link for {for_whom}", link.words()),
            Self::Revoked { id, .. } => format!("Link revoked ({id})"),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Made { .. } => None,
            Self::Revoked { reason, .. } => Some(reason),
        }
    }

    fn right(&self) -> Right {
        // Whoever says who the patient is hands out the patient's card: coordinator, nurse, physician.
        Right::EditIdentity
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        let links = &patient.path.links;
        match self {
            Self::Made { id, token, link, for_whom } => {
                super::said("/for-whom", for_whom)?;
                super::bounded("/for-whom", for_whom, FOR_WHOM_LETTERS_MAX)?;
                if id.trim().is_empty() || links.by_id(id).is_some() {
                    return Err(("/id", "names another link already".to_owned()));
                }
                let hash = hash(token);
                if !is_token(token) || links.all.iter().any(|known| known.hash == hash) {
                    return Err((
                        "/token",
                        "is 43 random letters and digits that no link had before".to_owned(),
                    ));
                }
                let live = links.live(*link).count();
                match link {
                    Kind::Emergency if live > 0 => Err((
                        "/link",
                        "is there already: revoke the emergency link that is live in the same form"
                            .to_owned(),
                    )),
                    Kind::Patient if live >= PATIENT_LINKS_MAX => Err((
                        "/link",
                        format!(
                            "is the {}th: at most {PATIENT_LINKS_MAX} are live at once; revoke one first",
                            live + 1
                        ),
                    )),
                    _ => Ok(()),
                }
            }
            Self::Revoked { id, reason } => {
                super::said("/reason", reason)?;
                super::bounded("/reason", reason, super::TEXT_LETTERS_MAX)?;
                match links.by_id(id) {
                    None => Err(("/id", "names no link of this patient".to_owned())),
                    Some(link) if !link.is_live() => Err(("/id", "is revoked already".to_owned())),
                    Some(_) => Ok(()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_base64url_of_its_bytes() {
        let mut bytes = [0; 32];
        for (byte, value) in bytes.iter_mut().zip(0_u8..) {
            *byte = value.wrapping_mul(37).wrapping_add(250);
        }
        // As `base64.urlsafe_b64encode` of another language writes it.
        assert_eq!(token(bytes), "-h9EaY6z2P0iR2yRttsAJUpvlLneAyhNcpe84QYrUHU");
        assert_eq!(token([0xff; 32]), "__________________________________________8");
        assert!(is_token(&token(bytes)) && is_token(&token([0; 32])));
        for wrong in ["", "short", &"=".repeat(43), &"é".repeat(43), &"a".repeat(44)] {
            assert!(!is_token(wrong), "{wrong}");
        }
    }
}
