//! A session with a pump that knows this programmer.

use crate::error::{ProtocolError, TalkError};
use crate::identity::Identity;
use crate::line::{LIMITS, Line, Random, patience_seconds};
use crate::wire::Wire;
use link::programmer::{Event, Programmer, Rejection, Wanted};
use pump::cell::LOG_ENTRIES;
use pump::{AlarmClass, Answer, Ask, Condition, LogEntry, Order, SignedOrder, Status, Text};

/// A session with one pump. One request at a time; what is not answered is sent again under the same number, and the pump does
/// nothing twice.
pub struct Session<W: Wire> {
    line: Line<W>,
    /// Why it is over, once it is.
    over: Option<TalkError>,
}

impl<W: Wire> Session<W> {
    /// Opens a session with the pump of this serial number and key, and interrogates it once: so both sides have proved who
    /// they are.
    ///
    /// # Errors
    /// [`TalkError::NoSession`], [`TalkError::BackOff`], [`TalkError::Handshake`], [`TalkError::OtherPump`],
    /// [`TalkError::NoAnswer`], [`TalkError::Wire`]
    pub fn open(
        wire: W,
        identity: &Identity,
        serial: &str,
        pump_key: &[u8; 32],
        random: Random<'_>,
    ) -> Result<Self, TalkError> {
        let programmer = Programmer::new(identity.noise(), Text::new(serial)?, LIMITS);
        let mut line = Line::new(wire, programmer);
        line.say::<_, TalkError>(|programmer, now, out| {
            Ok(((), programmer.connect(*pump_key, now, random, out)?))
        })?;
        let mut forged = None;
        loop {
            match line.next(random)? {
                Event::Opened => break,
                Event::Busy { seconds } => return Err(TalkError::BackOff { seconds: u64::from(seconds) }),
                Event::Rejected(Rejection::Handshake(error)) => forged = Some(error),
                Event::GaveUp(_) => {
                    let silent = TalkError::NoSession { seconds: patience_seconds() };
                    return Err(forged.map_or(silent, TalkError::Handshake));
                }
                // Late answers of an earlier talk, and what anybody can say in the clear.
                Event::SentAgain(_)
                | Event::Rejected(_)
                | Event::Closed
                | Event::Answer { .. }
                | Event::Emergency(_)
                | Event::Introduced
                | Event::Paired { .. } => {}
            }
        }
        let mut session = Self { line, over: None };
        let status = session.status()?;
        if status.serial.as_str() == serial {
            Ok(session)
        } else {
            Err(TalkError::OtherPump { serial: status.serial.as_str().to_owned() })
        }
    }

    /// How the pump is.
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn status(&mut self) -> Result<Box<Status>, TalkError> {
        match self.ask(&Ask::Interrogate)? {
            Answer::Status(status) => Ok(Box::new(status)),
            other => Err(not_this(&other)),
        }
    }

    /// The committed order, with its signature: see [`crate::is_signed_by`].
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn committed(&mut self) -> Result<Option<(Order, SignedOrder)>, TalkError> {
        match self.ask(&Ask::ReadCommitted)? {
            Answer::Committed(None) => Ok(None),
            Answer::Committed(Some(signed)) => Ok(Some((Order::from_bytes(&signed.bytes)?, signed))),
            other => Err(not_this(&other)),
        }
    }

    /// The log from an entry on to the newest, and how often each kind of event has happened since the pump was made.
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn log(&mut self, from: u32) -> Result<(Vec<LogEntry>, Vec<u32>), TalkError> {
        let (mut all, mut from) = (Vec::new(), from);
        // Each page has at least one entry, and the pump keeps no more than its ring; those of the meantime come next time.
        for _ in 0..=LOG_ENTRIES {
            match self.ask(&Ask::ReadLog { from })? {
                Answer::Log { entries, totals } => {
                    let Some(last) = entries.last() else { return Ok((all, totals.to_vec())) };
                    let rises = entries.first().is_some_and(|first| first.number >= from)
                        && entries.is_sorted_by(|one, next| one.number < next.number);
                    if !rises {
                        return Err(ProtocolError::Unexpected.into());
                    }
                    let next = last.number.checked_add(1);
                    all.extend(entries);
                    match next {
                        Some(next) => from = next,
                        None => return Ok((all, totals.to_vec())),
                    }
                }
                other => return Err(not_this(&other)),
            }
        }
        Err(ProtocolError::Unexpected.into())
    }

    /// Sounds an alarm once, for the patient to learn.
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn test_alarm(&mut self, class: AlarmClass) -> Result<(), TalkError> {
        self.done(&Ask::TestAlarm(class))
    }

    /// Says that somebody has taken notice of an alarm.
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn acknowledge(&mut self, condition: Condition) -> Result<(), TalkError> {
        self.done(&Ask::Acknowledge(condition))
    }

    /// Forgets what is staged.
    ///
    /// # Errors
    /// [`TalkError`]
    pub fn unstage(&mut self) -> Result<(), TalkError> {
        self.done(&Ask::Unstage)
    }

    /// Ends the session. Without an answer the pump ends it by itself after a while.
    pub fn close(mut self) {
        if self.over.is_none() {
            self.done(&Ask::Goodbye).unwrap_or_default();
        }
    }

    fn done(&mut self, ask: &Ask) -> Result<(), TalkError> {
        match self.ask(ask)? {
            Answer::Done => Ok(()),
            other => Err(not_this(&other)),
        }
    }

    /// Asks, again and again if need be.
    pub(crate) fn ask(&mut self, ask: &Ask) -> Result<Answer, TalkError> {
        if let Some(over) = &self.over {
            return Err(over.clone());
        }
        let answered = self.try_ask(ask);
        if let Err(error @ (TalkError::Wire(_) | TalkError::Closed)) = &answered {
            self.over = Some(error.clone());
        }
        answered
    }

    fn try_ask(&mut self, ask: &Ask) -> Result<Answer, TalkError> {
        let asked = self.line.say::<_, TalkError>(|programmer, now, out| programmer.ask(ask, now, out))?;
        // An open session draws nothing any more; a secret of zeros would be refused.
        let random: Random<'_> = &mut |_| {};
        let mut closed = false;
        loop {
            match self.line.next(random)? {
                Event::Answer { request, answer } if request == asked => return Ok(answer),
                Event::GaveUp(Wanted::Answer { .. } | Wanted::Session | Wanted::Pairing) => {
                    let silent = TalkError::NoAnswer { seconds: patience_seconds() };
                    return Err(if closed { TalkError::Closed } else { silent });
                }
                // In the clear, and perhaps late or forged: only if no answer comes either.
                Event::Closed => closed = true,
                Event::Answer { .. }
                | Event::SentAgain(_)
                | Event::Rejected(_)
                | Event::Busy { .. }
                | Event::Opened
                | Event::Emergency(_)
                | Event::Introduced
                | Event::Paired { .. } => {}
            }
        }
    }
}

/// What to make of an answer that is not the one hoped for.
pub(crate) fn not_this(answer: &Answer) -> TalkError {
    match answer {
        Answer::Refused(refused) => TalkError::Refused(*refused),
        Answer::Status(_)
        | Answer::Committed(_)
        | Answer::Staged(_)
        | Answer::Runs { .. }
        | Answer::Done
        | Answer::Log { .. } => ProtocolError::Unexpected.into(),
    }
}
