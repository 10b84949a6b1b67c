//! The programmers that a pump knows, and when another one may be paired.

use heapless::Vec;
use link::KEY_LENGTH;
use link::endpoint::Paired;
use link::session::Introduction;
use pump::Text;
use serde::{Deserialize, Serialize};

/// Programmers that a pump can know.
pub const PROGRAMMERS_MAX: usize = 4;

/// How long a hand must stay close before somebody may pair, s. A design parameter of thecal's virtual pump.
pub const HELD_SECONDS: u64 = 10;

/// For how long somebody may pair then, s. A design parameter of thecal's virtual pump.
pub const WINDOW_SECONDS: u64 = 120;

/// A programmer that has paired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programmer {
    /// Its key for sessions.
    pub link_key: [u8; KEY_LENGTH],
    /// The public key under which its orders are signed.
    pub order_key: [u8; KEY_LENGTH],
    /// What it calls itself.
    pub label: Text<40>,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// The payload of [`pump::cell::Cell::Paired`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Pairs {
    programmers: Vec<Programmer, PROGRAMMERS_MAX>,
}

impl Pairs {
    /// As the link looks them up.
    pub(crate) fn known(&self) -> Vec<Paired, PROGRAMMERS_MAX> {
        let places = self.programmers.iter().zip(0_u8..);
        let known =
            |(one, slot): (&Programmer, u8)| Paired { slot, link_key: one.link_key, revoked: one.revoked };
        places.map(known).collect()
    }

    /// The one in a place.
    pub(crate) fn get(&self, slot: u8) -> Option<&Programmer> {
        self.programmers.get(usize::from(slot))
    }

    /// All of them, by place.
    pub(crate) fn all(&self) -> &[Programmer] {
        &self.programmers
    }

    /// With a programmer that has just paired, and its place: the one it has, a new one, or that of a programmer that was
    /// revoked. `None` if there is no place left.
    pub(crate) fn with(&self, one: &Introduction) -> Option<(Self, u8)> {
        let mut pairs = self.clone();
        let label = one.label.clone();
        let new = Programmer { link_key: one.link_key, order_key: one.order_key, label, revoked: false };
        let same = self.programmers.iter().position(|known| known.link_key == one.link_key);
        let revoked = || self.programmers.iter().position(|known| known.revoked);
        let place = same.or_else(|| if self.programmers.is_full() { revoked() } else { None });
        let place = match place {
            Some(place) => {
                *pairs.programmers.get_mut(place)? = new;
                place
            }
            None => {
                pairs.programmers.push(new).ok()?;
                pairs.programmers.len() - 1
            }
        };
        Some((pairs, u8::try_from(place).ok()?))
    }
}

/// A hand at the pump: held there for a while, it opens the pump for pairing, once, for a while.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Window {
    close_since: Option<u64>,
}

impl Window {
    /// Sees whether a hand is close, at `ticks`.
    pub(crate) fn see(&mut self, close: bool, ticks: u64) {
        self.close_since = if close { self.close_since.or(Some(ticks)) } else { None };
    }

    /// Whether somebody may pair.
    pub(crate) fn is_open(&self, ticks: u64) -> bool {
        self.close_since.is_some_and(|since| {
            (HELD_SECONDS..HELD_SECONDS + WINDOW_SECONDS).contains(&ticks.saturating_sub(since))
        })
    }
}
