//! The emergency path: what anybody may do who holds a programmer at the pump, without a key.

use crate::error::TalkError;
use crate::line::{Inbox, LIMITS, patience_seconds};
use crate::wire::Wire;
use link::emergency::{Challenge, Reply, Request, decode_reply};
use link::frame::{Decoder, FRAME_MAX, Found, Kind};
use link::programmer::Programmer;
use pump::{HoldKind, Refused, Status};

/// How the pump is, read from close by without a key. Nobody has proved that this is the pump: the answer comes in the clear.
///
/// # Errors
/// [`TalkError::NoEmergencyAnswer`], [`TalkError::Refused`], [`TalkError::Wire`]
pub fn emergency_read<W: Wire>(wire: W) -> Result<Box<Status>, TalkError> {
    let (status, _) = Emergency::new(wire).read()?;
    Ok(status)
}

/// Holds delivery back from close by without a key, and reads the pump again. The pump sounds two tones and never lets the hold
/// go unnoticed for longer than its stated time. With this drug a stop is a danger of its own: see the emergency sheet.
///
/// # Errors
/// As [`emergency_read`]; [`TalkError::HoldUnseen`] if the hold was sent and the pump has not shown it.
pub fn emergency_hold<W: Wire>(wire: W, kind: HoldKind) -> Result<Box<Status>, TalkError> {
    let mut talk = Emergency::new(wire);
    let (_, mut challenge) = talk.read()?;
    for _ in 0..LIMITS.tries {
        match talk.exchange(&Request::Hold { kind, challenge }, 1) {
            // Used up by a hold whose answer was lost, or too old: the next reading gives a fresh one, and shows the hold.
            Ok(Some(Reply::Held | Reply::Refused(Refused::Challenge) | Reply::Status { .. }) | None) => {}
            Ok(Some(Reply::Refused(refused))) => return Err(TalkError::Refused(refused)),
            Err(_) => return Err(unseen()),
        }
        let (status, fresh) = talk.read().map_err(|_| unseen())?;
        // A stop stays a stop, whatever is asked without a key.
        if status.hold.is_some_and(|hold| hold.kind == kind || hold.kind == HoldKind::Stop) {
            return Ok(status);
        }
        challenge = fresh;
    }
    Err(unseen())
}

const fn unseen() -> TalkError {
    TalkError::HoldUnseen { seconds: patience_seconds() }
}

/// What a line may hold of earlier talk, in reads; one that says more is read from anyway.
const READS_MAX: u32 = 64;

struct Emergency<W: Wire> {
    wire: W,
    inbox: Inbox,
    decoder: Decoder,
}

impl<W: Wire> Emergency<W> {
    fn new(wire: W) -> Self {
        Self { wire, inbox: Inbox::new(), decoder: Decoder::new() }
    }

    fn read(&mut self) -> Result<(Box<Status>, Challenge), TalkError> {
        match self.exchange(&Request::Read, LIMITS.tries)? {
            Some(Reply::Status { status, challenge }) => Ok((Box::new(status), challenge)),
            Some(Reply::Refused(refused)) => Err(TalkError::Refused(refused)),
            Some(Reply::Held) | None => Err(TalkError::NoEmergencyAnswer { seconds: patience_seconds() }),
        }
    }

    /// Sends a request up to `tries` times; the first answer that fits it.
    fn exchange(&mut self, request: &Request, tries: u32) -> Result<Option<Reply>, TalkError> {
        let mut out = [0; FRAME_MAX];
        let sent = Programmer::ask_emergency(request, &mut out)?;
        for _ in 0..tries {
            self.forget()?;
            self.wire.send(out.get(..sent).unwrap_or_default())?;
            let until = self.inbox.now_seconds().saturating_add(LIMITS.answer_seconds);
            while self.inbox.now_seconds() < until {
                if let Some(reply) = self.next()?
                    && fits(request, &reply)
                {
                    return Ok(Some(reply));
                }
            }
        }
        Ok(None)
    }

    /// Drops what has come so far: a reading from before this request shows another time, and its challenge counts no more.
    fn forget(&mut self) -> Result<(), TalkError> {
        self.decoder = Decoder::new();
        for _ in 0..READS_MAX {
            if !self.inbox.drop_more(&mut self.wire)? {
                break;
            }
        }
        Ok(())
    }

    /// The next answer in what is held; else reads once.
    fn next(&mut self) -> Result<Option<Reply>, TalkError> {
        let mut rest = self.inbox.rest();
        let mut reply = None;
        while reply.is_none()
            && let Some(found) = self.decoder.next(&mut rest)
        {
            reply = match found {
                Found::Frame(frame) if frame.kind == Kind::EmergencyReply => decode_reply(frame.payload).ok(),
                Found::Frame(_) | Found::Dropped(_) => None,
            };
        }
        let left = rest.len();
        self.inbox.keep(left);
        if reply.is_none() {
            self.inbox.fill(&mut self.wire)?;
        }
        Ok(reply)
    }
}

/// A late answer to the request before is passed over.
const fn fits(request: &Request, reply: &Reply) -> bool {
    match (request, reply) {
        (Request::Read, Reply::Status { .. } | Reply::Refused(_))
        | (Request::Hold { .. }, Reply::Held | Reply::Refused(_)) => true,
        (Request::Read, Reply::Held) | (Request::Hold { .. }, Reply::Status { .. }) => false,
    }
}
