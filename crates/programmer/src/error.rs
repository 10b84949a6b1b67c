//! What can go wrong between a programmer and a pump, in sentences for people.

use crate::said;
use crate::wire::WireError;
use link::HandshakeError;
use link::programmer::SendError;
use pump::{OrderBytesError, Refused, Running, TextError};

/// Why a talk with a pump came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TalkError {
    /// The way to the pump.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// A request was sent again and again and never answered.
    #[error("no answer from the pump within {seconds} s")]
    NoAnswer {
        /// Counted in empty reads.
        seconds: u64,
    },
    /// No session came about.
    #[error(
        "the pump opened no session within {seconds} s: it is out of reach, or it does not know this programmer \
         (pair first), or serial number or key are another pump's"
    )]
    NoSession {
        /// Counted in empty reads.
        seconds: u64,
    },
    /// No pairing came about, as far as is known.
    #[error(
        "the pump has not confirmed the pairing within {seconds} s: the pairing secret is another one, the pump is not \
         open for pairing, or the programmer is not close enough; if only the answer was lost, pairing again does no harm"
    )]
    NotPaired {
        /// Counted in empty reads.
        seconds: u64,
    },
    /// The pump has no place for this programmer.
    #[error("the pump has not kept this programmer: it has no place left")]
    NotKept,
    /// The pump that paired has another key than its card says.
    #[error(
        "the pump paired, but its key is not the one on the card: do not use it before that is cleared up"
    )]
    OtherKey,
    /// Nothing without a key either.
    #[error("no answer from the pump within {seconds} s: hold the programmer close to the pump")]
    NoEmergencyAnswer {
        /// Counted in empty reads.
        seconds: u64,
    },
    /// A hold without a key was sent, and the pump has not shown it.
    #[error(
        "a hold was sent and the pump has not shown whether it holds: take it for running, and read it again"
    )]
    HoldUnseen {
        /// Counted in empty reads.
        seconds: u64,
    },
    /// The handshake did not fit.
    #[error("{0}")]
    Handshake(HandshakeError),
    /// The pump takes no handshake now.
    #[error(
        "the pump takes no new session for {seconds} s: too many have failed or there were too many today"
    )]
    BackOff {
        /// As the pump says.
        seconds: u64,
    },
    /// The pump knows of no session any more.
    #[error("the pump has ended the session: it was reset, was quiet for too long, or another session began")]
    Closed,
    /// The pump said no.
    #[error("the pump refused: {0}")]
    Refused(Refused),
    /// What the pump works out is not what was ordered.
    #[error(
        "the pump works out other 24-hour totals than ordered. Ordered: {}. Pump: {}. Nothing was entered",
        said::day_totals(stated),
        said::day_totals(pump)
    )]
    ReadBackDiffers {
        /// By the order, Monday first, ng.
        stated: [u64; 7],
        /// By the pump, Monday first, ng.
        pump: [u64; 7],
    },
    /// The pump has another serial number than the order names.
    #[error("this is pump {serial}, not the one that the order names")]
    OtherPump {
        /// As the pump says.
        serial: String,
    },
    /// The order was accepted, and something else stands in its way.
    #[error("the pump has accepted the order, but {}", said::running(*running))]
    NotRunning {
        /// As the pump says.
        running: Running,
    },
    /// The pump has accepted a later order since.
    #[error(
        "the pump has accepted counter {accepted} since, the order has {ordered}: it may have run and been replaced"
    )]
    Overtaken {
        /// The highest counter that the pump has accepted.
        accepted: u64,
        /// The order's.
        ordered: u64,
    },
    /// Something that cannot be, or cannot be said.
    #[error("{0}")]
    Protocol(#[from] ProtocolError),
}

/// What no pump should answer, and what cannot be sent to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProtocolError {
    /// It cannot be sent.
    #[error(transparent)]
    Send(#[from] SendError),
    /// The order has no bytes.
    #[error(transparent)]
    Order(#[from] OrderBytesError),
    /// Serial number or label do not fit.
    #[error(transparent)]
    Text(#[from] TextError),
    /// An answer to another question.
    #[error("the pump answered something else than was asked")]
    Unexpected,
    /// The pump has staged another order.
    #[error("the pump has staged another order than was sent")]
    OtherOrder,
    /// The pump contradicts itself.
    #[error("the pump said that it runs the order, and then that it does not")]
    Contradiction,
}

impl From<SendError> for TalkError {
    fn from(error: SendError) -> Self {
        Self::Protocol(error.into())
    }
}

impl From<OrderBytesError> for TalkError {
    fn from(error: OrderBytesError) -> Self {
        Self::Protocol(error.into())
    }
}

impl From<TextError> for TalkError {
    fn from(error: TextError) -> Self {
        Self::Protocol(error.into())
    }
}
