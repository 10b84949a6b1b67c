//! What a programmer may ask of a pump, and what the pump answers.

use crate::alarm::AlarmClass;
use crate::condition::Condition;
use crate::log::{LogEntry, LogKind};
use crate::order::{HoldKind, ORDER_BYTES_MAX, Unfit};
use crate::status::{StagedMarks, Status};
use heapless::Vec;
use serde::{Deserialize, Serialize};

/// Log entries in one answer.
pub const LOG_ENTRIES_PER_ANSWER: usize = 32;

/// An order as it was signed: its bytes, and an Ed25519 signature in two halves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOrder {
    /// What was signed: [`crate::Order::to_bytes`].
    pub bytes: Vec<u8, ORDER_BYTES_MAX>,
    /// The signature.
    pub signature: [[u8; 32]; 2],
}

/// A request of a programmer that has proved who it is.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// How are you?
    Interrogate,
    /// The committed order, whole.
    ReadCommitted,
    /// Keep this ready, and say what it comes to.
    Stage(SignedOrder),
    /// Run what is staged, if it is this.
    Commit {
        /// SHA-256 of the order's bytes.
        digest: [u8; 32],
    },
    /// Forget what is staged.
    Unstage,
    /// Sound an alarm once, for the patient to learn.
    TestAlarm(AlarmClass),
    /// Somebody has taken notice of an alarm.
    Acknowledge(Condition),
    /// Log entries from this number on.
    ReadLog {
        /// The first that is wanted.
        from: u32,
    },
    /// The session is over.
    Goodbye,
}

/// A request without a key, from close by. There is nothing here that could raise a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EmergencyAsk {
    /// How are you? The answer carries a challenge.
    Read,
    /// Hold delivery back.
    Hold(HoldKind),
}

/// Why a pump did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Refused {
    /// The bytes are no order.
    #[error("the bytes are no order")]
    NotAnOrder,
    /// The signature does not fit the paired programmer.
    #[error("the signature does not fit the paired programmer")]
    Signature,
    /// For another pump.
    #[error("the order is for another pump")]
    OtherPump,
    /// A counter that is not higher than the last accepted one.
    #[error("counter {given}; above {last} is accepted")]
    Counter {
        /// Of the order.
        given: u64,
        /// The highest accepted.
        last: u64,
    },
    /// Too early or too late.
    #[error("the order may be entered from {from} to {until}, pump time; it is {now}")]
    OutOfTime {
        /// First second.
        from: i64,
        /// Last second.
        until: i64,
        /// The pump's clock.
        now: i64,
    },
    /// The pump's own bounds.
    #[error("{0}")]
    Unfit(Unfit),
    /// Nothing is staged, or something else, or it was staged too long ago.
    #[error("nothing of that digest is staged")]
    NotStaged,
    /// No hold to end.
    #[error("delivery is not held back")]
    NotHeld,
    /// No program to go on with.
    #[error("no program has been committed")]
    NeverProgrammed,
    /// The hand is not close enough.
    #[error("the programmer is not close enough to the pump")]
    NotClose,
    /// The challenge is unknown, used or too old.
    #[error("the challenge is not the one the pump gave last")]
    Challenge,
    /// End of service.
    #[error("the pump is past its end of service")]
    Ended,
    /// The controller is in its safe state and takes a complete program only.
    #[error("the pump is in its safe state: only a complete program ends it")]
    SafeState,
    /// A write to memory did not read back; the last committed program goes on.
    #[error("memory could not be written; the last committed program goes on")]
    Memory,
}

impl Refused {
    /// A number for the log.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::NotAnOrder => 1,
            Self::Signature => 2,
            Self::OtherPump => 3,
            Self::Counter { .. } => 4,
            Self::OutOfTime { .. } => 5,
            Self::Unfit(_) => 6,
            Self::NotStaged => 7,
            Self::NotHeld => 8,
            Self::NeverProgrammed => 9,
            Self::NotClose => 10,
            Self::Challenge => 11,
            Self::Ended => 12,
            Self::SafeState => 13,
            Self::Memory => 14,
        }
    }
}

/// What a pump answers.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// To an interrogation.
    Status(Status),
    /// The committed order with its signature, if there is one.
    Committed(Option<SignedOrder>),
    /// Staged: what the pump works out.
    Staged(StagedMarks),
    /// Committed, and running since this pump time.
    Runs {
        /// SHA-256 of the order's bytes.
        digest: [u8; 32],
        /// Since when.
        since: i64,
    },
    /// Done; there is nothing to tell.
    Done,
    /// A part of the log; how often each kind has happened since the pump was made.
    Log {
        /// Ascending.
        entries: Vec<LogEntry, LOG_ENTRIES_PER_ANSWER>,
        /// By [`LogKind`]'s number, since the pump was made: what the ring has lost is still counted.
        totals: [u32; LogKind::COUNT],
    },
    /// Not done.
    Refused(Refused),
}
