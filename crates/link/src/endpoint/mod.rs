//! The pump's side of the link, put together: bytes in, at most one event and one frame out at a time.
//!
//! Nothing that is received changes anything but what is in here. What the pump is asked leaves as an [`Event`]; the pump
//! decides, and answers.
//!
//! - One session at a time. A handshake that is answered only *offers* a session; it takes the place of the one before with its
//!   first sealed message, for a recorded first message can be sent again by anybody.
//! - A request has a number. The number before is answered again with the same bytes and never done twice; a lower one is
//!   dropped.
//! - A programmer that is revoked loses its session at its next message.

pub mod rules;
mod talk;

use crate::emergency::{self, Reply};
use crate::frame::{self, Decoder, Found, FrameError, Kind};
use crate::gate::{Gate, GateLimits, Wait};
use crate::message::{self, MessageError};
use crate::noise::{HandshakeError, KEY_LENGTH, Random, Secret};
use crate::session::{Ended, Introduction, SessionLimits, TransportError};
use pump::{Answer, Ask, EmergencyAsk};
use talk::{Talk, sealed};

/// A programmer that the pump knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Paired {
    /// Its place.
    pub slot: u8,
    /// Its key for sessions.
    pub link_key: [u8; KEY_LENGTH],
    /// Whether it was revoked.
    pub revoked: bool,
}

/// How the pump stands when bytes come in.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Seconds of a clock that runs on; its zero does not matter.
    pub now_seconds: u64,
    /// Whether a programmer is held close.
    pub proximity: bool,
    /// Whether the pump lets somebody pair now.
    pub pairing_open: bool,
    /// Who has paired.
    pub paired: &'a [Paired],
    /// The pump's own secret.
    pub own: &'a Secret,
    /// The pairing secret of its implant card.
    pub card: &'a Secret,
    /// Its serial number.
    pub serial: &'a str,
}

/// The bounds of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EndpointLimits {
    /// Of a session.
    pub session: SessionLimits,
    /// Of the gate.
    pub gate: GateLimits,
    /// The rest of a frame must come within this, s.
    pub frame_seconds: u64,
    /// A pairing must be finished within this, s.
    pub pairing_seconds: u64,
    /// A challenge is good for this long, s.
    pub challenge_seconds: u64,
}

impl Default for EndpointLimits {
    /// Own design parameters of the virtual pump.
    fn default() -> Self {
        Self {
            session: SessionLimits::default(),
            gate: GateLimits::default(),
            frame_seconds: 2,
            pairing_seconds: 60,
            challenge_seconds: 60,
        }
    }
}

/// Which session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The programmer's place.
    pub slot: u8,
    /// Counts the sessions that were offered since the endpoint was made.
    pub epoch: u32,
}

/// What has come in.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A programmer that the pump knows began a handshake; nothing is proved yet.
    Offered(Mark),
    /// Somebody close began to pair; nothing is proved yet.
    PairingOffered,
    /// A programmer that has proved who it is asks something, for the first time.
    Ask {
        /// In which session.
        session: Mark,
        /// Whether the session begins with it; the one before is then over.
        begins: bool,
        /// What.
        ask: Ask,
    },
    /// The request before was asked again and answered again.
    Repeated(Mark),
    /// Somebody close asks without a key.
    Emergency(EmergencyAsk),
    /// A programmer has paired. The pump keeps its keys, in the place it has if it has one, and says so with
    /// [`Endpoint::pairing_done`].
    Paired(Introduction),
    /// Not taken.
    Rejected(Rejection),
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// A kind of frame that a pump does not take, or not now.
    NotDue(Kind),
    /// The gate is closed.
    Closed(Wait),
    /// The handshake failed.
    Handshake(HandshakeError),
    /// A programmer that has not paired.
    Stranger,
    /// A programmer that was revoked.
    Revoked {
        /// Its place.
        slot: u8,
    },
    /// Nobody may pair now.
    PairingClosed,
    /// There is no session.
    NoSession,
    /// The sealed message is not good.
    Transport(TransportError),
    /// What was sealed or sent in the clear is no message.
    Message(MessageError),
    /// A request older than the last one, or the last one with another content.
    Request {
        /// As received.
        given: u32,
        /// The last one.
        last: u32,
    },
    /// The last request was repeated and is not answered yet.
    Unanswered {
        /// Its number.
        request: u32,
    },
    /// An emergency request from afar.
    NotClose,
    /// A challenge that is not the one given out, or too old, or used.
    Challenge,
    /// No emergency request for so long, s.
    EmergencyBudget {
        /// Until there is one again.
        seconds: u64,
    },
    /// The answer did not fit into the room that the caller gave.
    NoRoom,
}

impl Rejection {
    /// A number for the log.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::NotDue(_) => 1,
            Self::Closed(_) => 2,
            Self::Handshake(_) => 3,
            Self::Stranger => 4,
            Self::Revoked { .. } => 5,
            Self::PairingClosed => 6,
            Self::NoSession => 7,
            Self::Transport(_) => 8,
            Self::Message(_) => 9,
            Self::Request { .. } => 10,
            Self::Unanswered { .. } => 11,
            Self::NotClose => 12,
            Self::Challenge => 13,
            Self::EmergencyBudget { .. } => 14,
            Self::NoRoom => 15,
        }
    }
}

/// One event, and how many bytes of `out` to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What.
    pub event: Event,
    /// Bytes at the beginning of `out` that go to the other side.
    pub sent: usize,
}

/// An answer that cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AnswerError {
    /// Nobody waits for it: no session, or the request is answered already.
    #[error("nobody waits for an answer")]
    NotAsked,
    /// There is no such answer to an emergency request.
    #[error("there is no such answer to an emergency request")]
    NotForEmergency,
    /// It does not fit.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// It does not fit into a frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The session is over.
    #[error(transparent)]
    Transport(#[from] TransportError),
}

/// The pump's side of the link.
#[derive(Clone)]
pub struct Endpoint {
    limits: EndpointLimits,
    decoder: Decoder,
    heard_at_seconds: u64,
    late: bool,
    dropped_frames: u32,
    talk: Talk,
}

impl Endpoint {
    /// Nobody has said anything yet.
    #[must_use]
    pub fn new(limits: EndpointLimits, now_seconds: u64) -> Self {
        Self {
            limits,
            decoder: Decoder::new(),
            heard_at_seconds: now_seconds,
            late: false,
            dropped_frames: 0,
            talk: Talk::new(limits, now_seconds),
        }
    }

    /// Takes bytes up to the next event. `bytes` is moved on; call again until it gives nothing. What goes to the other side
    /// is written to `out`, which should have room for a whole frame.
    pub fn receive(
        &mut self,
        bytes: &mut &[u8],
        context: &Context<'_>,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Option<Received> {
        let now = context.now_seconds;
        let quiet = now.saturating_sub(self.heard_at_seconds);
        self.late |= self.decoder.pending() > 0 && quiet >= self.limits.frame_seconds;
        if !bytes.is_empty() {
            self.heard_at_seconds = now;
        }
        loop {
            // What has waited too long is looked through before anything new is taken.
            let mut nothing: &[u8] = &[];
            let input = if self.late { &mut nothing } else { &mut *bytes };
            match self.decoder.next(input) {
                Some(Found::Frame(frame)) => return Some(self.talk.frame(frame, context, random, out)),
                Some(Found::Dropped(_)) => self.dropped_frames = self.dropped_frames.saturating_add(1),
                None if self.late => {
                    self.late = self.decoder.pending() > 0;
                    if self.decoder.give_up().is_some() {
                        self.dropped_frames = self.dropped_frames.saturating_add(1);
                    }
                }
                None => return None,
            }
        }
    }

    /// Answers the request that left last, in `out`; the bytes to send. The answer to a goodbye is the end of the session.
    ///
    /// # Errors
    /// [`AnswerError`]
    pub fn answer(
        &mut self,
        answer: &Answer,
        now_seconds: u64,
        out: &mut [u8],
    ) -> Result<usize, AnswerError> {
        let talk = &mut self.talk;
        let open = talk.seats.current_mut().filter(|_| talk.asked && talk.last.answered.is_none());
        let open = open.ok_or(AnswerError::NotAsked)?;
        let length = message::encode_answer(talk.last.request, answer, &mut talk.last.answer)?;
        talk.last.answered = Some(length);
        let said = talk.last.answer.get(..length).unwrap_or_default();
        let sent = sealed(&mut open.transport, Kind::Transport, said, now_seconds, out)?;
        if talk.last.goodbye {
            talk.seats.end();
        }
        Ok(sent)
    }

    /// Answers an emergency request, in `out`; the bytes to send. A status goes with the challenge that was drawn for it.
    ///
    /// # Errors
    /// [`AnswerError`]
    pub fn answer_emergency(&mut self, answer: &Answer, out: &mut [u8]) -> Result<usize, AnswerError> {
        let reply = match answer {
            Answer::Status(status) => Reply::Status {
                status: status.clone(),
                challenge: self.talk.challenged.given().ok_or(AnswerError::NotAsked)?,
            },
            Answer::Done => Reply::Held,
            Answer::Refused(refused) => Reply::Refused(*refused),
            Answer::Committed(_) | Answer::Staged(_) | Answer::Runs { .. } | Answer::Log { .. } => {
                return Err(AnswerError::NotForEmergency);
            }
        };
        frame::around(Kind::EmergencyReply, out, |room| Ok(emergency::encode_reply(&reply, room)?))
    }

    /// Tells a programmer that has just paired in which place its keys are kept, or that they are not, in `out`; the bytes
    /// to send.
    ///
    /// # Errors
    /// [`AnswerError`]
    pub fn pairing_done(
        &mut self,
        slot: Option<u8>,
        now_seconds: u64,
        out: &mut [u8],
    ) -> Result<usize, AnswerError> {
        let mut transport = self.talk.introduced.take().ok_or(AnswerError::NotAsked)?;
        let said = slot.map_or([0, 0], |slot| [1, slot]);
        sealed(&mut transport, Kind::PairingDone, &said, now_seconds, out)
    }

    /// Ends what is over by time; the session that ended, and why.
    pub fn tick(&mut self, now_seconds: u64) -> Option<(Mark, Ended)> {
        let talk = &mut self.talk;
        talk.expire_pairing(now_seconds);
        talk.seats.keep_offer(|open| open.transport.ended(now_seconds).is_none());
        let open = talk.seats.current()?;
        let ended = (open.mark, open.transport.ended(now_seconds)?);
        talk.seats.end();
        Some(ended)
    }

    /// Ends the session, whatever it is doing: a programmer was revoked, or the pump is about to reset.
    pub fn close(&mut self) -> Option<Mark> {
        self.talk.seats.close().map(|open| open.mark)
    }

    /// The session that is open.
    #[must_use]
    pub fn session(&self) -> Option<Mark> {
        self.talk.seats.current().map(|open| open.mark)
    }

    /// The gate, to look at.
    #[must_use]
    pub const fn gate(&self) -> &Gate {
        &self.talk.gate
    }

    /// Pieces of the stream that were no frame.
    #[must_use]
    pub const fn dropped_frames(&self) -> u32 {
        self.dropped_frames
    }
}
