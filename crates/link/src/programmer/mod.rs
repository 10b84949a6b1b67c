//! The programmer's side of the link, put together: what to send, what has come, when to send again.
//!
//! One request at a time. A request that is not answered in time is sent again with the same number, and the pump answers it
//! again without doing it twice; after a few times it is given up, and then nobody knows whether it was done
//! ([`life::OrderLife::Unknown`]). What comes in the clear (busy, closed, an emergency's answer) is told and changes nothing:
//! anybody can say it.

pub mod life;

use crate::emergency::{self, Reply, Request};
use crate::frame::{self, Decoder, Found, Frame, FrameError, Kind};
use crate::message::{self, MESSAGE_MAX, MessageError};
use crate::noise::{HandshakeError, KEY_LENGTH, Random, Secret};
use crate::session::{Initiator, Label, PairingInitiator, SessionLimits, Transport, TransportError};
use pump::{Answer, Ask, Text};

/// The bounds of a programmer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ProgrammerLimits {
    /// Of a session; shorter or like the pump's.
    pub session: SessionLimits,
    /// What is not answered within this is sent again, s.
    pub answer_seconds: u64,
    /// How often it is sent, all told.
    pub tries: u32,
}

impl Default for ProgrammerLimits {
    /// Own design parameters.
    fn default() -> Self {
        Self { session: SessionLimits::default(), answer_seconds: 3, tries: 4 }
    }
}

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A session.
    Session,
    /// A pairing.
    Pairing,
    /// The answer to this request.
    Answer {
        /// Its number.
        request: u32,
    },
}

/// What has happened.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The session is open: ask.
    Opened,
    /// The pump has answered a pairing; our keys are on their way.
    Introduced,
    /// The pairing is over.
    Paired {
        /// The pump's key for sessions.
        pump: [u8; KEY_LENGTH],
        /// Our place in the pump; none if it has not kept us.
        slot: Option<u8>,
    },
    /// The answer that was waited for.
    Answer {
        /// The request's number.
        request: u32,
        /// What.
        answer: Answer,
    },
    /// Sent again.
    SentAgain(Wanted),
    /// Not answered for too long; nothing more is sent.
    GaveUp(Wanted),
    /// The answer to an emergency request, in the clear.
    Emergency(Reply),
    /// Somebody says, in the clear, that the pump takes no handshake for so long.
    Busy {
        /// For so long, s.
        seconds: u32,
    },
    /// Somebody says, in the clear, that the pump knows of no session.
    Closed,
    /// Not taken.
    Rejected(Rejection),
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// A kind of frame that is not due.
    NotDue(Kind),
    /// The handshake failed; the true answer may still come.
    Handshake(HandshakeError),
    /// The sealed message is not good.
    Transport(TransportError),
    /// No message.
    Message(MessageError),
    /// An answer that nobody waits for.
    NotAsked {
        /// Its number.
        request: u32,
    },
}

/// One event, and how many bytes of `out` to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What.
    pub event: Event,
    /// Bytes at the beginning of `out` that go to the pump.
    pub sent: usize,
}

/// Something that cannot be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SendError {
    /// There is no session.
    #[error("there is no session")]
    NoSession,
    /// Another request waits for its answer.
    #[error("request {request} waits for its answer")]
    Waiting {
        /// Its number.
        request: u32,
    },
    /// The handshake cannot go on.
    #[error(transparent)]
    Handshake(#[from] HandshakeError),
    /// It does not fit into a message.
    #[error(transparent)]
    Message(#[from] MessageError),
    /// It does not fit into a frame.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The session is over.
    #[error(transparent)]
    Transport(#[from] TransportError),
}

/// What it takes to pair.
#[derive(Clone)]
struct Introducing {
    card: Secret,
    order_key: [u8; KEY_LENGTH],
    label: Label,
}

#[derive(Clone)]
enum State {
    Idle,
    Greeting { initiator: Initiator, pump: [u8; KEY_LENGTH] },
    Pairing { initiator: PairingInitiator, own: Introducing },
    Introduced { transport: Transport, pump: [u8; KEY_LENGTH], own: Introducing },
    Open { transport: Transport },
}

#[derive(Clone)]
struct Waiting {
    wanted: Wanted,
    due_at_seconds: u64,
    tries_left: u32,
}

/// The programmer's side of the link with one pump.
#[derive(Clone)]
pub struct Programmer {
    limits: ProgrammerLimits,
    own: Secret,
    serial: Text<24>,
    decoder: Decoder,
    state: State,
    waiting: Option<Waiting>,
    /// The number of the last request of this session; requests count from 1.
    request: u32,
    said: [u8; MESSAGE_MAX],
    said_length: usize,
}

impl Programmer {
    /// For the pump with this serial number.
    #[must_use]
    pub const fn new(own: Secret, serial: Text<24>, limits: ProgrammerLimits) -> Self {
        Self {
            limits,
            own,
            serial,
            decoder: Decoder::new(),
            state: State::Idle,
            waiting: None,
            request: 0,
            said: [0; MESSAGE_MAX],
            said_length: 0,
        }
    }

    /// Begins a session, in `out`; the bytes to send. A request that still waits is given up: what became of it is unknown.
    ///
    /// # Errors
    /// [`SendError`]
    pub fn connect(
        &mut self,
        pump: [u8; KEY_LENGTH],
        now_seconds: u64,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<usize, SendError> {
        self.wait(Wanted::Session, now_seconds);
        self.greet(pump, random, out)
    }

    /// Begins a pairing with the secret of the pump's card, in `out`; the bytes to send. As for [`Self::connect`].
    ///
    /// # Errors
    /// [`SendError`]
    pub fn pair(
        &mut self,
        card: Secret,
        order_key: [u8; KEY_LENGTH],
        label: Label,
        now_seconds: u64,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<usize, SendError> {
        self.wait(Wanted::Pairing, now_seconds);
        self.greet_to_pair(Introducing { card, order_key, label }, random, out)
    }

    /// Asks the pump something, in `out`: the request's number and the bytes to send.
    ///
    /// # Errors
    /// [`SendError`]
    pub fn ask(&mut self, ask: &Ask, now_seconds: u64, out: &mut [u8]) -> Result<(u32, usize), SendError> {
        if let Some(request) = self.outstanding() {
            return Err(SendError::Waiting { request });
        }
        let State::Open { transport } = &mut self.state else { return Err(SendError::NoSession) };
        let request = self.request.saturating_add(1);
        self.said_length = message::encode_ask(request, ask, &mut self.said)?;
        let said = self.said.get(..self.said_length).unwrap_or_default();
        let sent = sealed(transport, said, now_seconds, out)?;
        self.request = request;
        self.wait(Wanted::Answer { request }, now_seconds);
        Ok((request, sent))
    }

    /// Asks without a key, in `out`; the bytes to send. Nothing waits for the answer.
    ///
    /// # Errors
    /// [`SendError`]
    pub fn ask_emergency(request: &Request, out: &mut [u8]) -> Result<usize, SendError> {
        frame::around(Kind::EmergencyRequest, out, |room| Ok(emergency::encode_request(request, room)?))
    }

    /// The request that waits for its answer.
    #[must_use]
    pub fn outstanding(&self) -> Option<u32> {
        match self.waiting.as_ref()?.wanted {
            Wanted::Answer { request } => Some(request),
            Wanted::Session | Wanted::Pairing => None,
        }
    }

    /// Whether a session is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Open { .. })
    }

    /// Takes bytes up to the next event. `bytes` is moved on; call again until it gives nothing.
    pub fn receive(&mut self, bytes: &mut &[u8], now_seconds: u64, out: &mut [u8]) -> Option<Received> {
        let Self { limits, decoder, state, waiting, .. } = self;
        loop {
            match decoder.next(bytes)? {
                Found::Dropped(_) => {}
                Found::Frame(frame) => {
                    let taken = take(frame, state, waiting, limits, now_seconds, out);
                    return Some(
                        taken.unwrap_or_else(|why| Received { event: Event::Rejected(why), sent: 0 }),
                    );
                }
            }
        }
    }

    /// Sends again what is due, in `out`, or gives it up.
    pub fn tick(&mut self, now_seconds: u64, random: Random<'_>, out: &mut [u8]) -> Option<Received> {
        let waiting = self.waiting.as_mut()?;
        if now_seconds < waiting.due_at_seconds {
            return None;
        }
        // The rest of a frame that has not come by now is not waited for.
        while self.decoder.give_up().is_some() {}
        let wanted = waiting.wanted;
        waiting.due_at_seconds = now_seconds.saturating_add(self.limits.answer_seconds);
        let left = waiting.tries_left.checked_sub(1);
        waiting.tries_left = left.unwrap_or(0);
        match left.map(|_| self.again(now_seconds, random, out)) {
            Some(Ok(sent)) => Some(Received { event: Event::SentAgain(wanted), sent }),
            Some(Err(_)) | None => {
                self.waiting = None;
                if wanted == Wanted::Session || wanted == Wanted::Pairing {
                    self.state = State::Idle;
                }
                Some(Received { event: Event::GaveUp(wanted), sent: 0 })
            }
        }
    }

    fn again(&mut self, now_seconds: u64, random: Random<'_>, out: &mut [u8]) -> Result<usize, SendError> {
        match core::mem::replace(&mut self.state, State::Idle) {
            State::Idle => Err(SendError::NoSession),
            // A handshake begins anew: its keys are for one try.
            State::Greeting { pump, .. } => self.greet(pump, random, out),
            State::Pairing { own, .. } | State::Introduced { own, .. } => {
                self.greet_to_pair(own, random, out)
            }
            State::Open { mut transport } => {
                let said = self.said.get(..self.said_length).unwrap_or_default();
                let sent = sealed(&mut transport, said, now_seconds, out);
                self.state = State::Open { transport };
                sent
            }
        }
    }

    fn wait(&mut self, wanted: Wanted, now_seconds: u64) {
        let due_at_seconds = now_seconds.saturating_add(self.limits.answer_seconds);
        let tries_left = self.limits.tries.saturating_sub(1);
        self.waiting = Some(Waiting { wanted, due_at_seconds, tries_left });
    }

    fn greet(
        &mut self,
        pump: [u8; KEY_LENGTH],
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<usize, SendError> {
        let mut initiator = Initiator::new(&self.own, self.serial.as_str(), pump, Secret::random(random));
        let sent = frame::around(Kind::SessionHello, out, |room| Ok::<_, SendError>(initiator.hello(room)?))?;
        self.request = 0;
        self.state = State::Greeting { initiator, pump };
        Ok(sent)
    }

    fn greet_to_pair(
        &mut self,
        own: Introducing,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<usize, SendError> {
        let fresh = Secret::random(random);
        let mut initiator = PairingInitiator::new(&self.own, self.serial.as_str(), &own.card, fresh);
        let sent = frame::around(Kind::PairingHello, out, |room| Ok::<_, SendError>(initiator.hello(room)?))?;
        self.state = State::Pairing { initiator, own };
        Ok(sent)
    }
}

fn sealed(transport: &mut Transport, said: &[u8], now: u64, out: &mut [u8]) -> Result<usize, SendError> {
    frame::around(Kind::Transport, out, |room| Ok(transport.seal(said, now, room)?))
}

/// What a whole frame means.
fn take(
    frame: Frame<'_>,
    state: &mut State,
    waiting: &mut Option<Waiting>,
    limits: &ProgrammerLimits,
    now: u64,
    out: &mut [u8],
) -> Result<Received, Rejection> {
    let not_due = Rejection::NotDue(frame.kind);
    let (event, sent) = match frame.kind {
        Kind::SessionReply => {
            let State::Greeting { initiator, .. } = state else { return Err(not_due) };
            let finished = initiator.finish(frame.payload, limits.session, now);
            *state = State::Open { transport: finished.map_err(Rejection::Handshake)? };
            *waiting = None;
            (Event::Opened, 0)
        }
        Kind::PairingReply => (Event::Introduced, introduce(frame.payload, state, limits, now, out)?),
        Kind::PairingDone => {
            let State::Introduced { transport, pump, .. } = state else { return Err(not_due) };
            let said = transport.open(frame.payload, now, out).map_err(Rejection::Transport)?;
            let slot = match said {
                [1, slot] => Some(*slot),
                [0, 0] => None,
                _ => return Err(Rejection::Message(MessageError::NotAMessage)),
            };
            let pump = *pump;
            *state = State::Idle;
            *waiting = None;
            (Event::Paired { pump, slot }, 0)
        }
        Kind::Transport => {
            let State::Open { transport } = state else { return Err(not_due) };
            let said = transport.open(frame.payload, now, out).map_err(Rejection::Transport)?;
            let (request, answer) = message::decode_answer(said).map_err(Rejection::Message)?;
            if waiting.as_ref().is_none_or(|waiting| waiting.wanted != Wanted::Answer { request }) {
                return Err(Rejection::NotAsked { request });
            }
            *waiting = None;
            (Event::Answer { request, answer }, 0)
        }
        Kind::EmergencyReply => {
            let reply = emergency::decode_reply(frame.payload).map_err(Rejection::Message)?;
            (Event::Emergency(reply), 0)
        }
        Kind::Busy => {
            let seconds = <[u8; 4]>::try_from(frame.payload);
            let seconds = seconds.map_err(|_| Rejection::Message(MessageError::NotAMessage))?;
            (Event::Busy { seconds: u32::from_le_bytes(seconds) }, 0)
        }
        Kind::Closed => (Event::Closed, 0),
        // What a programmer says, not what it hears.
        Kind::SessionHello | Kind::PairingHello | Kind::PairingFinish | Kind::EmergencyRequest => {
            return Err(not_due);
        }
    };
    Ok(Received { event, sent })
}

/// Reads the pump's answer to a pairing and sends our keys.
fn introduce(
    reply: &[u8],
    state: &mut State,
    limits: &ProgrammerLimits,
    now: u64,
    out: &mut [u8],
) -> Result<usize, Rejection> {
    let not_due = Rejection::NotDue(Kind::PairingReply);
    let State::Pairing { initiator, own } = &*state else { return Err(not_due) };
    let mut finished = None;
    let sent = frame::around(Kind::PairingFinish, out, |room| {
        let (length, pump, transport) =
            initiator.finish(reply, &own.order_key, &own.label, limits.session, now, room)?;
        finished = Some((pump, transport));
        Ok::<_, SendError>(length)
    });
    let sent = sent.map_err(|error| match error {
        SendError::Handshake(error) => Rejection::Handshake(error),
        SendError::NoSession
        | SendError::Waiting { .. }
        | SendError::Message(_)
        | SendError::Frame(_)
        | SendError::Transport(_) => Rejection::Message(MessageError::NoRoom { room: 0 }),
    })?;
    let (pump, transport) = finished.ok_or(not_due)?;
    if let State::Pairing { own, .. } = core::mem::replace(state, State::Idle) {
        *state = State::Introduced { transport, pump, own };
    }
    Ok(sent)
}
