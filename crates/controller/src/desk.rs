//! The desk: what becomes of orders from outside. Small values and pure functions, so that every sequence can be tried.
//!
//! ```text
//!   nothing staged ──stage──▶ staged ──commit (its digest)──▶ written ──▶ nothing staged, committed
//!         ▲                     │  ▲                             │
//!         └──unstage, expiry────┘  └────the write failed─────────┘
//! ```
//! A mark is an order's counter and digest; `D` is the digest, or anything else that tells orders apart.

use pump::Refused;

/// An order by its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark<D> {
    /// Its counter.
    pub counter: u64,
    /// SHA-256 of its bytes.
    pub digest: D,
}

/// A staged order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Staged<D> {
    /// Which.
    pub mark: Mark<D>,
    /// Pump time at which it is forgotten.
    pub expires_at: i64,
}

/// Where the desk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeskMarks<D> {
    /// The highest counter that was committed.
    pub accepted: u64,
    /// What waits.
    pub staged: Option<Staged<D>>,
    /// What was committed last.
    pub committed: Option<Mark<D>>,
}

/// What an order says about itself, and what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Candidate<D> {
    /// Which.
    pub mark: Mark<D>,
    /// Whether the signature fits a paired programmer.
    pub signature_good: bool,
    /// Whether it is for this pump.
    pub for_this_pump: bool,
    /// Pump time from which it may be entered.
    pub not_before: i64,
    /// Pump time after which it may not be entered any more.
    pub expires_at: i64,
}

/// What a commit comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Commit {
    /// Run it: write it, then [`DeskMarks::committed`].
    First,
    /// It runs already; nothing happens a second time.
    Again,
}

/// Whether an order may be entered now, apart from what it orders.
///
/// # Errors
/// [`Refused`]: signature, pump, counter, time.
pub fn judge<D>(accepted: u64, candidate: &Candidate<D>, now: i64) -> Result<(), Refused> {
    if !candidate.signature_good {
        return Err(Refused::Signature);
    }
    if !candidate.for_this_pump {
        return Err(Refused::OtherPump);
    }
    if candidate.mark.counter <= accepted {
        return Err(Refused::Counter { given: candidate.mark.counter, last: accepted });
    }
    if now < candidate.not_before || now > candidate.expires_at {
        return Err(Refused::OutOfTime { from: candidate.not_before, until: candidate.expires_at, now });
    }
    Ok(())
}

impl<D: Copy + Eq> DeskMarks<D> {
    /// Nothing was ever accepted.
    #[must_use]
    pub const fn new() -> Self {
        Self { accepted: 0, staged: None, committed: None }
    }

    /// Keeps an order ready in place of what was staged before.
    ///
    /// # Errors
    /// [`judge`]; what was staged before stays then.
    pub fn stage(self, candidate: &Candidate<D>, now: i64, keep_seconds: u32) -> Result<Self, Refused> {
        judge(self.accepted, candidate, now)?;
        let expires_at = now.saturating_add(i64::from(keep_seconds)).min(candidate.expires_at);
        Ok(Self { staged: Some(Staged { mark: candidate.mark, expires_at }), ..self })
    }

    /// Forgets what is staged.
    #[must_use]
    pub const fn unstage(self) -> Self {
        Self { staged: None, ..self }
    }

    /// Forgets what was staged too long ago.
    #[must_use]
    pub fn expire(self, now: i64) -> Self {
        match self.staged {
            Some(staged) if now > staged.expires_at => self.unstage(),
            Some(_) | None => self,
        }
    }

    /// What a commit of this digest comes to.
    ///
    /// # Errors
    /// [`Refused::NotStaged`], [`Refused::Counter`].
    pub fn commit(&self, digest: D, now: i64) -> Result<Commit, Refused> {
        if self.committed.is_some_and(|mark| mark.digest == digest) {
            return Ok(Commit::Again);
        }
        match self.expire(now).staged {
            Some(staged) if staged.mark.digest == digest => {
                let given = staged.mark.counter;
                if given > self.accepted {
                    Ok(Commit::First)
                } else {
                    Err(Refused::Counter { given, last: self.accepted })
                }
            }
            Some(_) | None => Err(Refused::NotStaged),
        }
    }

    /// The staged order was written: from now on it is the committed one.
    #[must_use]
    pub fn committed(self) -> Self {
        match self.staged {
            Some(Staged { mark, .. }) => Self { accepted: mark.counter, staged: None, committed: Some(mark) },
            None => self,
        }
    }
}

impl<D: Copy + Eq> Default for DeskMarks<D> {
    fn default() -> Self {
        Self::new()
    }
}
