//! The rules of a session as small values and pure functions, so that every sequence can be tried: who may speak, and what a
//! numbered request is worth. That a message's number rises is [`crate::session::rises`].

use crate::session::TransportError;

/// The session that is open, and the one that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seats<T> {
    current: Option<T>,
    offered: Option<T>,
}

impl<T> Seats<T> {
    /// Nobody.
    #[must_use]
    pub const fn new() -> Self {
        Self { current: None, offered: None }
    }

    /// The session that is open.
    #[must_use]
    pub const fn current(&self) -> Option<&T> {
        self.current.as_ref()
    }

    /// The session that is open, to speak in it.
    #[must_use]
    pub const fn current_mut(&mut self) -> Option<&mut T> {
        self.current.as_mut()
    }

    /// The session that is offered.
    #[must_use]
    pub const fn offered(&self) -> Option<&T> {
        self.offered.as_ref()
    }

    /// A handshake was answered: nothing is proved yet, so the session that is open stays. The offer before is forgotten.
    pub fn offer(&mut self, session: T) {
        self.offered = Some(session);
    }

    /// A sealed message: it belongs to the session that opens it. One that the offered session opens begins that session,
    /// which takes the place of the one before; the flag says so.
    ///
    /// # Errors
    /// Why the first of the two did not open it; `None` if there is no session at all.
    pub fn hear<R>(
        &mut self,
        mut open: impl FnMut(&mut T) -> Result<R, TransportError>,
    ) -> Result<(R, bool), Option<TransportError>> {
        let mut why = None;
        if let Some(current) = &mut self.current {
            match open(current) {
                Ok(said) => return Ok((said, false)),
                Err(error) => why = Some(error),
            }
        }
        if let Some(offered) = &mut self.offered {
            match open(offered) {
                Ok(said) => {
                    self.current = self.offered.take();
                    return Ok((said, true));
                }
                Err(error) => why = why.or(Some(error)),
            }
        }
        Err(why)
    }

    /// Ends the session that is open; the one that ended.
    pub const fn end(&mut self) -> Option<T> {
        self.current.take()
    }

    /// Ends both; the one that was open.
    pub fn close(&mut self) -> Option<T> {
        self.offered = None;
        self.current.take()
    }

    /// Forgets an offer that is over.
    pub fn keep_offer(&mut self, keep: impl FnOnce(&T) -> bool) {
        self.offered = self.offered.take().filter(keep);
    }
}

impl<T> Default for Seats<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// What a numbered request is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// A new one: do it.
    New,
    /// The last one again: answer it again, do nothing.
    Again,
    /// Older than the last, or its number with another content: drop it.
    Stale,
}

/// What the request `given` is worth after the last one of its session; `D` is the content, or what tells contents apart.
#[must_use]
pub fn turn<D: PartialEq>(last: Option<(u32, &D)>, given: u32, content: &D) -> Turn {
    match last {
        Some((number, said)) if given == number && said == content => Turn::Again,
        Some((number, _)) if given <= number => Turn::Stale,
        Some(_) | None => Turn::New,
    }
}
