//! What an endpoint does with whole frames.

use super::rules::{Seats, Turn, turn};
use super::{AnswerError, Context, EndpointLimits, Event, Mark, Paired, Received, Rejection};
use crate::emergency::{self, CHALLENGE_LENGTH, Challenged, Reply, Request};
use crate::frame::{self, Frame, FrameError, Kind};
use crate::gate::Gate;
use crate::message::{self, MESSAGE_MAX};
use crate::noise::{HandshakeError, KEY_LENGTH, Random, Secret};
use crate::session::{
    PAIRING_HELLO_LENGTH, PairingResponder, Responder, SESSION_HELLO_LENGTH, Transport, TransportError,
};
use crate::signed;
use pump::{Ask, EmergencyAsk, Refused};

/// A session, or one that is offered.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) mark: Mark,
    pub(super) key: [u8; KEY_LENGTH],
    pub(super) transport: Transport,
}

/// The last request of the session and its answer.
#[derive(Debug, Clone)]
pub(super) struct Last {
    pub(super) request: u32,
    pub(super) digest: [u8; KEY_LENGTH],
    pub(super) goodbye: bool,
    pub(super) answer: [u8; MESSAGE_MAX],
    /// Bytes of the answer; `None` until it is given.
    pub(super) answered: Option<usize>,
}

/// All of an endpoint but the frames.
#[derive(Clone)]
pub(super) struct Talk {
    pub(super) limits: EndpointLimits,
    pub(super) gate: Gate,
    pub(super) epoch: u32,
    pub(super) seats: Seats<Open>,
    pub(super) asked: bool,
    pub(super) last: Last,
    pub(super) pairing: Option<(PairingResponder, u64)>,
    pub(super) introduced: Option<Transport>,
    pub(super) challenged: Challenged,
    pub(super) closed_told_at_seconds: Option<u64>,
}

/// What is not taken, and how many bytes of `out` to send about it.
struct Turned {
    why: Rejection,
    sent: usize,
}

impl From<Rejection> for Turned {
    fn from(why: Rejection) -> Self {
        Self { why, sent: 0 }
    }
}

impl From<FrameError> for Turned {
    fn from(_: FrameError) -> Self {
        Self::from(Rejection::NoRoom)
    }
}

impl From<HandshakeError> for Turned {
    fn from(error: HandshakeError) -> Self {
        Self::from(Rejection::Handshake(error))
    }
}

/// Seals what is said into a frame.
pub(super) fn sealed(
    transport: &mut Transport,
    kind: Kind,
    said: &[u8],
    now_seconds: u64,
    out: &mut [u8],
) -> Result<usize, AnswerError> {
    frame::around(kind, out, |room| Ok(transport.seal(said, now_seconds, room)?))
}

impl Talk {
    pub(super) fn new(limits: EndpointLimits, now_seconds: u64) -> Self {
        Self {
            limits,
            gate: Gate::new(&limits.gate, now_seconds),
            epoch: 0,
            seats: Seats::new(),
            asked: false,
            last: Last {
                request: 0,
                digest: [0; KEY_LENGTH],
                goodbye: false,
                answer: [0; MESSAGE_MAX],
                answered: None,
            },
            pairing: None,
            introduced: None,
            challenged: Challenged::default(),
            closed_told_at_seconds: None,
        }
    }

    pub(super) fn frame(
        &mut self,
        frame: Frame<'_>,
        context: &Context<'_>,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Received {
        let payload = frame.payload;
        let taken = match frame.kind {
            Kind::SessionHello => self.session_hello(payload, context, random, out),
            Kind::PairingHello => self.pairing_hello(payload, context, random, out),
            Kind::PairingFinish => self.pairing_finish(payload, context),
            Kind::Transport => self.transport(payload, context, out),
            Kind::EmergencyRequest => self.emergency(payload, context, random, out),
            // What a pump says, not what it hears.
            Kind::SessionReply
            | Kind::PairingReply
            | Kind::PairingDone
            | Kind::EmergencyReply
            | Kind::Busy
            | Kind::Closed => Err(Rejection::NotDue(frame.kind).into()),
        };
        taken.unwrap_or_else(|turned| Received { event: Event::Rejected(turned.why), sent: turned.sent })
    }

    /// Passes the gate, or says that it is closed.
    fn admit(&mut self, context: &Context<'_>, out: &mut [u8]) -> Result<(), Turned> {
        self.gate.handshake(&self.limits.gate, context.now_seconds).map_err(|wait| {
            let seconds = u32::try_from(wait.seconds).unwrap_or(u32::MAX).to_le_bytes();
            let sent = if wait.tell { frame::encode(Kind::Busy, &seconds, out).unwrap_or(0) } else { 0 };
            Turned { why: Rejection::Closed(wait), sent }
        })
    }

    fn session_hello(
        &mut self,
        payload: &[u8],
        context: &Context<'_>,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<Received, Turned> {
        // A wrong length costs nothing: it is seen before the gate is asked.
        length(payload, SESSION_HELLO_LENGTH)?;
        self.admit(context, out)?;
        let fresh = Secret::random(random);
        let (responder, key) = Responder::read(context.own, context.serial, fresh, payload)?;
        let slot = known(context.paired, &key)?;
        let now = context.now_seconds;
        let mut opened = None;
        let sent = frame::around(Kind::SessionReply, out, |room| {
            let (length, transport) = responder.reply(self.limits.session, now, room)?;
            opened = Some(transport);
            Ok::<_, Turned>(length)
        })?;
        let transport = opened.ok_or(Rejection::NoRoom)?;
        self.epoch = self.epoch.wrapping_add(1);
        let mark = Mark { slot, epoch: self.epoch };
        self.seats.offer(Open { mark, key, transport });
        Ok(Received { event: Event::Offered(mark), sent })
    }

    pub(super) fn expire_pairing(&mut self, now_seconds: u64) {
        let seconds = self.limits.pairing_seconds;
        self.pairing = self.pairing.take().filter(|(_, at)| now_seconds.saturating_sub(*at) <= seconds);
    }

    fn pairing_hello(
        &mut self,
        payload: &[u8],
        context: &Context<'_>,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<Received, Turned> {
        if !context.pairing_open || !context.proximity {
            return Err(Rejection::PairingClosed.into());
        }
        length(payload, PAIRING_HELLO_LENGTH)?;
        self.admit(context, out)?;
        let fresh = Secret::random(random);
        let mut answered = None;
        let sent = frame::around(Kind::PairingReply, out, |room| {
            let (own, card, serial) = (context.own, context.card, context.serial);
            let (responder, length) = PairingResponder::reply(own, serial, card, fresh, payload, room)?;
            answered = Some((responder, context.now_seconds));
            Ok::<_, Turned>(length)
        })?;
        self.pairing = answered;
        Ok(Received { event: Event::PairingOffered, sent })
    }

    fn pairing_finish(&mut self, payload: &[u8], context: &Context<'_>) -> Result<Received, Turned> {
        let now = context.now_seconds;
        self.expire_pairing(now);
        // One try a handshake: whoever guesses must pass the gate each time.
        let (responder, _) = self.pairing.take().ok_or(Rejection::NotDue(Kind::PairingFinish))?;
        if !context.pairing_open || !context.proximity {
            return Err(Rejection::PairingClosed.into());
        }
        let (introduction, transport) = responder.finish(payload, self.limits.session, now)?;
        self.gate.confirmed();
        self.introduced = Some(transport);
        Ok(Received { event: Event::Paired(introduction), sent: 0 })
    }

    fn transport(
        &mut self,
        payload: &[u8],
        context: &Context<'_>,
        out: &mut [u8],
    ) -> Result<Received, Turned> {
        let now = context.now_seconds;
        let (length, begins) = self.open(payload, now, out)?;
        if begins {
            self.gate.confirmed();
            self.asked = false;
        }
        let open = self.seats.current_mut().ok_or(Rejection::NoSession)?;
        if let Err(why) = known(context.paired, &open.key) {
            self.seats.end();
            return Err(why.into());
        }
        let session = open.mark;
        let said = out.get(..length).unwrap_or_default();
        let (request, ask) = message::decode_ask(said).map_err(Rejection::Message)?;
        let digest = signed::digest(said);
        let last = &mut self.last;
        match turn(self.asked.then_some((last.request, &last.digest)), request, &digest) {
            Turn::Stale => return Err(Rejection::Request { given: request, last: last.request }.into()),
            Turn::Again => {
                let answered = last.answered.and_then(|length| last.answer.get(..length));
                let answer = answered.ok_or(Rejection::Unanswered { request })?;
                let sent = sealed(&mut open.transport, Kind::Transport, answer, now, out);
                let sent = sent.map_err(|_| Rejection::NoRoom)?;
                return Ok(Received { event: Event::Repeated(session), sent });
            }
            Turn::New => {}
        }
        let begins = !core::mem::replace(&mut self.asked, true);
        last.request = request;
        last.digest = digest;
        last.goodbye = ask == Ask::Goodbye;
        last.answered = None;
        Ok(Received { event: Event::Ask { session, begins, ask }, sent: 0 })
    }

    /// Opens a sealed message with the session that is open or with the one that is offered: its length at the beginning of
    /// `out`, and whether the offered one begins with it.
    fn open(&mut self, payload: &[u8], now: u64, out: &mut [u8]) -> Result<(usize, bool), Turned> {
        let heard = self.seats.hear(|open| Ok(open.transport.open(payload, now, out)?.len()));
        let why = match heard {
            Ok(heard) => return Ok(heard),
            Err(why) => why,
        };
        let over = matches!(why, None | Some(TransportError::Over(_)));
        let why = why.map_or(Rejection::NoSession, Rejection::Transport);
        if over {
            // Said now and then only, for whoever talks to a session that is over.
            let every = self.limits.gate.busy_every_seconds;
            let tell = self.closed_told_at_seconds.is_none_or(|told| now.abs_diff(told) >= every);
            let sent = if tell { frame::encode(Kind::Closed, &[], out).unwrap_or(0) } else { 0 };
            if tell {
                self.closed_told_at_seconds = Some(now);
            }
            return Err(Turned { why, sent });
        }
        Err(why.into())
    }

    fn emergency(
        &mut self,
        payload: &[u8],
        context: &Context<'_>,
        random: Random<'_>,
        out: &mut [u8],
    ) -> Result<Received, Turned> {
        let now = context.now_seconds;
        if !context.proximity {
            return Err(Rejection::NotClose.into());
        }
        let request = emergency::decode_request(payload).map_err(Rejection::Message)?;
        if let Request::Hold { kind, challenge } = request
            && self.challenged.take(&challenge, self.limits.challenge_seconds, now)
        {
            // Paid with the reading that gave the challenge: what saves must not fail for want of budget.
            return Ok(Received { event: Event::Emergency(EmergencyAsk::Hold(kind)), sent: 0 });
        }
        self.gate
            .emergency(&self.limits.gate, now)
            .map_err(|seconds| Rejection::EmergencyBudget { seconds })?;
        match request {
            Request::Read => {
                let mut fresh = [0; CHALLENGE_LENGTH];
                random(&mut fresh);
                self.challenged.give(fresh, now);
                Ok(Received { event: Event::Emergency(EmergencyAsk::Read), sent: 0 })
            }
            Request::Hold { .. } => {
                let reply = Reply::Refused(Refused::Challenge);
                let sent: Result<usize, AnswerError> = frame::around(Kind::EmergencyReply, out, |room| {
                    Ok(emergency::encode_reply(&reply, room)?)
                });
                Err(Turned { why: Rejection::Challenge, sent: sent.unwrap_or(0) })
            }
        }
    }
}

fn length(payload: &[u8], wanted: usize) -> Result<(), Turned> {
    if payload.len() == wanted {
        return Ok(());
    }
    Err(HandshakeError::Short { length: payload.len(), least: wanted }.into())
}

/// The place of a programmer that has paired and is not revoked.
fn known(paired: &[Paired], key: &[u8; KEY_LENGTH]) -> Result<u8, Rejection> {
    match paired.iter().find(|paired| paired.link_key == *key) {
        Some(Paired { slot, revoked: false, .. }) => Ok(*slot),
        Some(Paired { slot, revoked: true, .. }) => Err(Rejection::Revoked { slot: *slot }),
        None => Err(Rejection::Stranger),
    }
}
