//! Sessions of signed-in people: a random token in the browser, its hash in the store.

use core::fmt::Write;
use record::{AppendError, Id, Port, ReadError, Session};
use sha2::{Digest, Sha256};

/// How long a session lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// Seconds without a request after which it ends.
    pub idle_seconds: i64,
    /// Seconds after which it ends whatever happens.
    pub absolute_seconds: i64,
}

/// What the browser keeps: 256 random bits. Only its hash is ever stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// The token made of these random bytes.
    #[must_use]
    pub const fn from_random(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// As it stands in the cookie.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing into a String cannot fail.
            write!(text, "{byte:02x}").ok();
            text
        })
    }

    /// From a cookie; `None` for what no token is.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != 32 || !rest.is_empty() {
            return None;
        }
        let mut bytes = [0; 32];
        for (to, pair) in bytes.iter_mut().zip(pairs) {
            *to = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// What is stored.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

/// What a token stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nobody.
    Nobody,
    /// Somebody who was away for too long.
    Ended {
        /// Who it was.
        account: Id,
    },
    /// Somebody who is signed in.
    Live(Session),
}

/// A session is written again after so many seconds at the earliest: not with each request.
const SEEN_SECONDS: i64 = 30;

/// Begins a session; the password has just been given.
///
/// # Errors
/// What the store says.
pub async fn begin(
    port: &dyn Port,
    token: &Token,
    account: Id,
    times: Times,
    now: i64,
) -> Result<Session, AppendError> {
    let session = Session {
        token_hash: token.hash(),
        account,
        created: now,
        seen: now,
        expires: now.saturating_add(times.absolute_seconds),
        proven: now,
    };
    port.put_session(session.clone()).await?;
    Ok(session)
}

/// Whose token this is, and that the person was seen.
///
/// # Errors
/// What the store says.
pub async fn find(port: &dyn Port, token: &Token, times: Times, now: i64) -> Result<Found, ReadError> {
    let Some(mut session) = port.session(token.hash()).await? else { return Ok(Found::Nobody) };
    let idle = now.saturating_sub(session.seen) >= times.idle_seconds;
    if idle || now >= session.expires || now < session.created {
        return Ok(Found::Ended { account: session.account });
    }
    if now - session.seen >= SEEN_SECONDS {
        session.seen = now;
        // Seen a moment less is no harm.
        port.put_session(session.clone()).await.ok();
    }
    Ok(Found::Live(session))
}

/// That the person of this session has just given the password again.
///
/// # Errors
/// What the store says.
pub async fn prove(port: &dyn Port, session: &Session, now: i64) -> Result<(), AppendError> {
    port.put_session(Session { seen: now, proven: now, ..session.clone() }).await
}
