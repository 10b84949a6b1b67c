//! A programmer at a simulated pump: what `link::programmer` says and hears, carried through simulated air.

use crate::pump::VirtualPump;
use ::pump::{Answer, Ask, EmergencyAsk, HoldKind, Order, SignedOrder, Text};
use implant::trace::spread;
use link::emergency::{Reply, Request};
use link::frame::FRAME_MAX;
use link::programmer::{Event, Programmer, ProgrammerLimits, SendError};
use link::session::Label;
use link::{KEY_LENGTH, Secret, signed};

/// What lies between a programmer and a pump.
pub trait Air {
    /// Carries bytes to the pump; what comes back at once.
    fn exchange(&mut self, bytes: &[u8]) -> Vec<u8>;
    /// Lets time pass, s.
    fn pass(&mut self, seconds: u64);
    /// Seconds of the programmer's own clock.
    fn seconds(&self) -> u64;
}

impl Air for VirtualPump {
    fn exchange(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.radio(bytes)
    }

    fn pass(&mut self, seconds: u64) {
        self.run_for(seconds);
    }

    fn seconds(&self) -> u64 {
        self.board().elapsed()
    }
}

/// What a visit comes to nothing by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VisitError {
    /// It cannot be sent.
    #[error(transparent)]
    Send(#[from] SendError),
    /// No answer came, however often it was asked.
    #[error("no answer")]
    NoAnswer,
    /// The pump does not keep this programmer.
    #[error("the pump has no place for this programmer")]
    NoPlace,
    /// The order has too many bytes.
    #[error("the order is too long")]
    OrderTooLong,
}

/// How long an emergency's answer is waited for, s.
const EMERGENCY_SECONDS: u64 = 5;

/// A programmer with its keys.
pub struct Visit {
    programmer: Programmer,
    order_key: Secret,
    card: Secret,
    pump: [u8; KEY_LENGTH],
    random: u64,
    out: [u8; FRAME_MAX],
}

impl Visit {
    /// For the pump with this serial number, key and card; everything secret in it comes from `seed`.
    #[must_use]
    pub fn new(serial: Text<24>, pump: [u8; KEY_LENGTH], card: [u8; KEY_LENGTH], seed: u64) -> Self {
        let mut random = seed;
        let own = Secret::random(&mut |into| spread(&mut random, into));
        let order_key = Secret::random(&mut |into| spread(&mut random, into));
        Self {
            programmer: Programmer::new(own, serial, ProgrammerLimits::default()),
            order_key,
            card: Secret::new(card),
            pump,
            random,
            out: [0; FRAME_MAX],
        }
    }

    /// Signs an order.
    ///
    /// # Errors
    /// [`VisitError::OrderTooLong`].
    pub fn sign(&self, order: &Order) -> Result<SignedOrder, VisitError> {
        let bytes = order.to_bytes().map_err(|_| VisitError::OrderTooLong)?;
        let whole = signed::sign(&self.order_key, &bytes);
        let mut signature = [[0; 32]; 2];
        for (place, byte) in signature.as_flattened_mut().iter_mut().zip(whole) {
            *place = byte;
        }
        Ok(SignedOrder { bytes, signature })
    }

    /// Pairs; the place that the pump gives. A hand must have been close for long enough.
    ///
    /// # Errors
    /// [`VisitError`].
    pub fn pair(&mut self, air: &mut impl Air) -> Result<u8, VisitError> {
        let public = signed::public(&self.order_key);
        let label = Label::new("programmer").unwrap_or_default();
        let (random, out) = (&mut self.random, &mut self.out);
        let card = Secret::new(*self.card.expose());
        let mut random = |into: &mut [u8]| spread(random, into);
        let sent = self.programmer.pair(card, public, label, air.seconds(), &mut random, out)?;
        match self.until(air, sent)? {
            Event::Paired { slot, .. } => slot.ok_or(VisitError::NoPlace),
            _ => Err(VisitError::NoAnswer),
        }
    }

    /// Opens a session.
    ///
    /// # Errors
    /// [`VisitError`].
    pub fn connect(&mut self, air: &mut impl Air) -> Result<(), VisitError> {
        let (random, out) = (&mut self.random, &mut self.out);
        let mut random = |into: &mut [u8]| spread(random, into);
        let sent = self.programmer.connect(self.pump, air.seconds(), &mut random, out)?;
        match self.until(air, sent)? {
            Event::Opened => Ok(()),
            _ => Err(VisitError::NoAnswer),
        }
    }

    /// Asks, and waits for the answer.
    ///
    /// # Errors
    /// [`VisitError`].
    pub fn ask(&mut self, air: &mut impl Air, ask: &Ask) -> Result<Answer, VisitError> {
        let (_, sent) = self.programmer.ask(ask, air.seconds(), &mut self.out)?;
        match self.until(air, sent)? {
            Event::Answer { answer, .. } => Ok(answer),
            _ => Err(VisitError::NoAnswer),
        }
    }

    /// Stages and commits an order, whatever the pump says to the first; its answer to the second.
    ///
    /// # Errors
    /// [`VisitError`].
    pub fn enter(&mut self, air: &mut impl Air, order: &Order) -> Result<Answer, VisitError> {
        let signed = self.sign(order)?;
        let digest = signed::digest(&signed.bytes);
        match self.ask(air, &Ask::Stage(signed))? {
            Answer::Staged(_) => self.ask(air, &Ask::Commit { digest }),
            other => Ok(other),
        }
    }

    /// Asks without a key; a hold is asked for after a reading, as the pump demands.
    ///
    /// # Errors
    /// [`VisitError`].
    pub fn emergency(&mut self, air: &mut impl Air, ask: EmergencyAsk) -> Result<Reply, VisitError> {
        let read = self.emergency_once(air, &Request::Read)?;
        match (ask, read) {
            (EmergencyAsk::Read, read) => Ok(read),
            (EmergencyAsk::Hold(kind), Reply::Status { challenge, .. }) => self.hold(air, kind, challenge),
            (EmergencyAsk::Hold(_), Reply::Held | Reply::Refused(_)) => Err(VisitError::NoAnswer),
        }
    }

    fn hold(
        &mut self,
        air: &mut impl Air,
        kind: HoldKind,
        challenge: link::emergency::Challenge,
    ) -> Result<Reply, VisitError> {
        self.emergency_once(air, &Request::Hold { kind, challenge })
    }

    fn emergency_once(&mut self, air: &mut impl Air, request: &Request) -> Result<Reply, VisitError> {
        let sent = Programmer::ask_emergency(request, &mut self.out)?;
        let mut heard = air.exchange(self.out.get(..sent).unwrap_or_default());
        for _ in 0..EMERGENCY_SECONDS {
            let mut bytes = heard.as_slice();
            while let Some(received) = self.programmer.receive(&mut bytes, air.seconds(), &mut self.out) {
                if let Event::Emergency(reply) = received.event {
                    return Ok(reply);
                }
            }
            air.pass(1);
            heard = air.exchange(&[]);
        }
        Err(VisitError::NoAnswer)
    }

    /// Sends, and sends again, until what was waited for comes or is given up.
    fn until(&mut self, air: &mut impl Air, sent: usize) -> Result<Event, VisitError> {
        let mut heard = air.exchange(self.out.get(..sent).unwrap_or_default());
        loop {
            let mut bytes = heard.as_slice();
            let mut more = Vec::new();
            while let Some(received) = self.programmer.receive(&mut bytes, air.seconds(), &mut self.out) {
                if received.sent > 0 {
                    more.extend(air.exchange(self.out.get(..received.sent).unwrap_or_default()));
                }
                match received.event {
                    Event::Opened | Event::Paired { .. } | Event::Answer { .. } => return Ok(received.event),
                    Event::Introduced
                    | Event::SentAgain(_)
                    | Event::GaveUp(_)
                    | Event::Emergency(_)
                    | Event::Busy { .. }
                    | Event::Closed
                    | Event::Rejected(_) => {}
                }
            }
            heard = more;
            if !heard.is_empty() {
                continue;
            }
            air.pass(1);
            let random = &mut self.random;
            let mut random = |into: &mut [u8]| spread(random, into);
            let ticked = self.programmer.tick(air.seconds(), &mut random, &mut self.out);
            let sent = match ticked {
                Some(received) => match received.event {
                    Event::GaveUp(_) => return Err(VisitError::NoAnswer),
                    _ => received.sent,
                },
                None => 0,
            };
            heard = air.exchange(self.out.get(..sent).unwrap_or_default());
        }
    }
}
