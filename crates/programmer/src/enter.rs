//! Entering an order: interrogate, stage, compare, commit, and see it run.
//!
//! Where the order stands is kept by [`OrderLife`], the same machine that the link's model is checked with.

use crate::error::{ProtocolError, TalkError};
use crate::identity::Identity;
use crate::session::{Session, not_this};
use crate::wire::Wire;
use core::convert::Infallible;
use link::programmer::life::{OrderEvent, OrderLife, OrderMarks};
use link::signed;
use pump::{Answer, Ask, HoldKind, Order, OrderBytesError, Running, SignedOrder, Status, What};

/// What became of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entered {
    /// It runs: the pump was asked after the commit, and says so.
    Runs {
        /// SHA-256 of the order's bytes.
        digest: [u8; 32],
        /// As the pump is now.
        status: Box<Status>,
    },
    /// This call has committed nothing: certain. The pump goes on with what it ran before.
    NotEntered {
        /// Why.
        why: TalkError,
    },
    /// The commit was sent, and it is not known that the order runs, nor that it does not: only an interrogation can tell
    /// ([`resolve`]). With [`TalkError::NotRunning`] the pump has accepted the order and does something else.
    Unknown {
        /// SHA-256 of the order's bytes.
        digest: [u8; 32],
        /// Why.
        why: TalkError,
    },
}

/// What an interrogation makes of an order that was unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Resolved {
    /// The pump has accepted it, and no other since.
    Entered,
    /// The pump has not accepted it. Only if nobody can still be entering it: the session of the commit must be over.
    NotEntered,
    /// The pump has accepted a later order: this one may have run in between. The pump's log tells.
    Unknown,
}

/// The digest of an order's bytes, as the pump names it.
///
/// # Errors
/// [`OrderBytesError`]
pub fn digest(order: &Order) -> Result<[u8; 32], OrderBytesError> {
    Ok(signed::digest(&order.to_bytes()?))
}

/// Whether the pump's committed program is this. A hold and its end are no programs: [`resolve`] knows them.
#[must_use]
pub fn is_committed(status: &Status, digest: &[u8; 32]) -> bool {
    status.committed.as_ref().is_some_and(|committed| committed.digest == *digest)
}

/// Resolves an order whose commit was sent and not answered, with a fresh status of its pump.
///
/// # Errors
/// [`OrderBytesError`]
pub fn resolve(order: &Order, status: &Status) -> Result<Resolved, OrderBytesError> {
    let marks = OrderMarks::of(order, digest(order)?);
    let life = OrderLife::Unknown.after(seen(&marks, order, status));
    Ok(match life {
        Ok(OrderLife::Confirmed) => Resolved::Entered,
        Ok(OrderLife::NotEntered) => Resolved::NotEntered,
        Ok(
            OrderLife::Planned
            | OrderLife::Staged
            | OrderLife::ReadBack
            | OrderLife::CommitSent
            | OrderLife::Refused
            | OrderLife::Unknown,
        )
        | Err(_) => Resolved::Unknown,
    })
}

/// What a status shows of an order. Of a hold that it does not name by its digest, besides counter and kind the reminder must be
/// the ordered one.
fn seen(marks: &OrderMarks, order: &Order, status: &Status) -> OrderEvent {
    let named = status.accepted_digest == Some(marks.digest);
    match (marks.seen(status), &order.what) {
        (OrderEvent::SeenRunning, What::Hold { remind_after_seconds, .. }) if !named => {
            let same = status.hold.is_some_and(|hold| {
                hold.remind_at.saturating_sub(hold.since) == i64::from(*remind_after_seconds)
            });
            if same { OrderEvent::SeenRunning } else { OrderEvent::SeenOvertaken }
        }
        (event, What::Program(_) | What::Hold { .. } | What::Resume) => event,
    }
}

/// What must run once the order does.
const fn wanted(order: &Order) -> Running {
    match order.what {
        What::Program(_) | What::Resume => Running::Program,
        What::Hold { kind: HoldKind::MinimumRate, .. } => Running::HeldAtMinimum,
        What::Hold { kind: HoldKind::Stop, .. } => Running::HeldStopped,
    }
}

/// Up to the commit.
enum Ready {
    /// To be committed.
    Commit(OrderLife),
    /// It was committed before, and runs.
    Runs(Box<Status>),
}

impl<W: Wire> Session<W> {
    /// Enters an order: interrogates the pump, stages the order, compares what the pump makes of it, commits, and sees it run.
    /// An order that runs already is not entered again.
    pub fn enter(&mut self, identity: &Identity, order: &Order) -> Entered {
        match self.enter_filed(identity, order, |_| Ok::<(), Infallible>(())) {
            Ok(entered) => entered,
            Err(never) => match never {},
        }
    }

    /// The same, with something to be done between read-back and commit, such as filing durably that the order is sent: whoever
    /// loses power in between then knows that nobody knows. It is given the digest by which the pump names the order.
    ///
    /// # Errors
    /// What `file` says: then nothing was committed.
    pub fn enter_filed<E>(
        &mut self,
        identity: &Identity,
        order: &Order,
        file: impl FnOnce(&[u8; 32]) -> Result<(), E>,
    ) -> Result<Entered, E> {
        let bytes = match order.to_bytes() {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Entered::NotEntered { why: error.into() }),
        };
        let marks = OrderMarks::of(order, signed::digest(&bytes));
        let digest = marks.digest;
        let signature = identity.sign(&bytes);
        let life = match self.prepare(&marks, order, SignedOrder { bytes, signature }) {
            Ok(Ready::Commit(life)) => life,
            Ok(Ready::Runs(status)) => return Ok(self.runs(&marks, order, status)),
            Err(why) => return Ok(Entered::NotEntered { why }),
        };
        let Ok(life) = life.after(OrderEvent::CommitLeaves) else {
            return Ok(Entered::NotEntered { why: ProtocolError::Unexpected.into() });
        };
        if let Err(error) = file(&digest) {
            self.forget();
            return Err(error);
        }
        let answer = self.ask(&Ask::Commit { digest });
        let event = answer.as_ref().map_or(OrderEvent::NoAnswer, |answer| marks.committed(answer));
        let after = life.after(event);
        Ok(match (after, answer) {
            (Ok(OrderLife::Refused), Ok(answer)) => Entered::NotEntered { why: not_this(&answer) },
            // The pump says that it runs: it is asked once more, and what it says then counts.
            (Ok(OrderLife::Confirmed), _) => match self.status() {
                Ok(status) => self.runs(&marks, order, status),
                Err(why) => Entered::Unknown { digest, why },
            },
            (_, answered) => {
                let why = answered.map_or_else(|why| why, |other| not_this(&other));
                self.look(&marks, order, why)
            }
        })
    }

    /// Everything before the commit. An error here means that nothing was committed.
    fn prepare(
        &mut self,
        marks: &OrderMarks,
        order: &Order,
        signed: SignedOrder,
    ) -> Result<Ready, TalkError> {
        let status = self.status()?;
        if status.serial != order.serial {
            return Err(TalkError::OtherPump { serial: status.serial.as_str().to_owned() });
        }
        if seen(marks, order, &status) == OrderEvent::SeenRunning {
            return Ok(Ready::Runs(status));
        }
        let answer = self.ask(&Ask::Stage(signed))?;
        let Ok(life) = OrderLife::Planned.after(marks.staged(&answer)) else {
            return Err(ProtocolError::Unexpected.into());
        };
        let staged = match (&answer, life) {
            (Answer::Staged(staged), OrderLife::Staged) => staged,
            (Answer::Staged(_), _) => {
                self.forget();
                return Err(ProtocolError::OtherOrder.into());
            }
            (other, _) => return Err(not_this(other)),
        };
        let pump = staged.day_totals_nanograms;
        match life.after(marks.read_back(&answer)) {
            Ok(life @ OrderLife::ReadBack) => Ok(Ready::Commit(life)),
            Ok(_) | Err(_) => {
                self.forget();
                Err(TalkError::ReadBackDiffers { stated: marks.day_totals_nanograms, pump })
            }
        }
    }

    /// What is staged shall not stay; the pump forgets it by itself if this does not reach it.
    fn forget(&mut self) {
        self.unstage().unwrap_or_default();
    }

    /// The commit was not answered as it should: asks the pump in the same session. What was sealed before a message that the
    /// pump has answered cannot take effect after it.
    fn look(&mut self, marks: &OrderMarks, order: &Order, why: TalkError) -> Entered {
        let digest = marks.digest;
        let Ok(status) = self.status() else { return Entered::Unknown { digest, why } };
        let event = seen(marks, order, &status);
        match OrderLife::Unknown.after(event) {
            Ok(OrderLife::Confirmed) => self.runs(marks, order, status),
            Ok(OrderLife::NotEntered) => {
                self.forget();
                Entered::NotEntered { why }
            }
            Ok(_) | Err(_) => Entered::Unknown { digest, why },
        }
    }

    /// The pump has said that it runs: whether its status says so too.
    fn runs(&self, marks: &OrderMarks, order: &Order, status: Box<Status>) -> Entered {
        let digest = marks.digest;
        let (accepted, ordered) = (status.counter, marks.counter);
        match seen(marks, order, &status) {
            OrderEvent::SeenRunning if status.running == wanted(order) => Entered::Runs { digest, status },
            OrderEvent::SeenRunning => {
                Entered::Unknown { digest, why: TalkError::NotRunning { running: status.running } }
            }
            // The same counter, and what the order does is not so: something else holds or runs.
            _ if accepted == ordered => {
                Entered::Unknown { digest, why: TalkError::NotRunning { running: status.running } }
            }
            _ if accepted > ordered => {
                Entered::Unknown { digest, why: TalkError::Overtaken { accepted, ordered } }
            }
            _ => Entered::Unknown { digest, why: ProtocolError::Contradiction.into() },
        }
    }
}
