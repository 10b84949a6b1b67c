//! What comes over the link, and what becomes of it.

use crate::board::Board;
use crate::implant::Implant;
use controller::{AskContext, Effects};
use link::endpoint::{Context, Event, Mark, Received};
use link::frame::FRAME_MAX;
use link::session::Introduction;
use link::signed;
use pump::cell::Cell;
use pump::{AlarmClass, Answer, Ask, Condition, EmergencyAsk, LogKind, PumpTime, SignedOrder};

/// Bytes that are taken from the radio at once.
const PIECE: usize = 256;

/// Pieces that are taken in one turn: whoever talks without end must not keep the loop from its strokes. What is left is heard in the
/// next turn, for which a board that has bytes wakes the loop at once. More than three of the largest frames.
const PIECES_PER_TURN: usize = 32;

/// After so much silence the link has nothing left that could end by time, s: more than a session may be idle.
const QUIET_SECONDS: u64 = 3_600;

/// Messages that were not taken are logged no more often than this, s: whoever sends rubbish must not empty the log. A design
/// parameter of thecal's virtual pump.
const REJECTED_EVERY_SECONDS: u64 = 600;

/// When this turn is, and how close a hand.
#[derive(Clone, Copy)]
struct Here {
    now: PumpTime,
    ticks: u64,
    close: bool,
}

impl Implant {
    /// Takes what the radio has received; whether the controller was asked anything.
    pub(crate) fn hear(&mut self, board: &mut impl Board, now: PumpTime, ticks: u64, close: bool) -> bool {
        let here = Here { now, ticks, close };
        let mut piece = [0; PIECE];
        let mut length = board.receive(&mut piece).min(PIECE);
        if length > 0 {
            self.heard_at = ticks;
        } else if ticks.saturating_sub(self.heard_at) > QUIET_SECONDS {
            // Nothing of the link outlasts so much silence.
            return false;
        }
        if let Some((mark, _)) = self.endpoint.tick(ticks) {
            self.note(board, now, LogKind::SessionEnded, u32::from(mark.slot), 0);
        }
        let mut asked = false;
        for _ in 0..PIECES_PER_TURN {
            let mut bytes = piece.get(..length).unwrap_or_default();
            loop {
                let before = self.endpoint.session();
                let Some(received) = self.take(board, &mut bytes, here) else { break };
                // Another one has taken its place, or its programmer was revoked.
                if let Some(mark) = before.filter(|before| self.endpoint.session() != Some(*before)) {
                    self.note(board, now, LogKind::SessionEnded, u32::from(mark.slot), 0);
                }
                asked |= self.happened(board, here, received);
            }
            if length == 0 {
                break;
            }
            length = board.receive(&mut piece).min(PIECE);
        }
        asked
    }

    /// The next event in the bytes.
    fn take(&mut self, board: &mut impl Board, bytes: &mut &[u8], here: Here) -> Option<Received> {
        let known = self.pairs.known();
        let context = Context {
            now_seconds: here.ticks,
            proximity: here.close,
            pairing_open: self.window.is_open(here.ticks),
            paired: &known,
            own: &self.link_key,
            card: &self.card,
            serial: self.controller.provision().serial.as_str(),
        };
        self.endpoint.receive(bytes, &context, &mut |into| board.random(into), &mut self.frame)
    }

    /// Does what an event asks for; whether the controller was asked anything.
    fn happened(&mut self, board: &mut impl Board, here: Here, received: Received) -> bool {
        self.send(board, received.sent);
        match received.event {
            Event::Offered(_) | Event::PairingOffered | Event::Repeated(_) => false,
            Event::Ask { session, begins, ask } => {
                if begins {
                    self.note(board, here.now, LogKind::SessionBegan, u32::from(session.slot), 0);
                }
                self.asked(board, here, session, &ask);
                true
            }
            Event::Emergency(ask) => {
                self.emergency(board, here, ask);
                true
            }
            Event::Paired(introduction) => {
                self.paired(board, here, &introduction);
                false
            }
            Event::Rejected(rejection) => {
                let due =
                    self.rejected_at.is_none_or(|at| here.ticks.saturating_sub(at) >= REJECTED_EVERY_SECONDS);
                if due {
                    self.rejected_at = Some(here.ticks);
                    self.note(board, here.now, LogKind::LinkRejected, rejection.number(), 0);
                }
                false
            }
        }
    }

    fn send(&self, board: &mut impl Board, length: usize) {
        if length > 0 {
            board.send(self.frame.get(..length.min(FRAME_MAX)).unwrap_or_default());
        }
    }

    fn asked(&mut self, board: &mut impl Board, here: Here, session: Mark, ask: &Ask) {
        let signature_good = match ask {
            Ask::Stage(order) => self.is_signed(session, order),
            _ => false,
        };
        let alarms = self.monitor.alarms();
        let context = AskContext {
            close: here.close,
            signature_good,
            alarms: &alarms,
            log_newest: self.log.newest(),
            log_kept: self.log.kept(),
        };
        let effects = self.controller.ask(here.now, ask, &context);
        let answer = match self.follow(board, here, effects) {
            Some(answer) => answer,
            None => self.own_answer(board, here, session, ask),
        };
        if let Ok(length) = self.endpoint.answer(&answer, here.ticks, &mut self.frame) {
            self.send(board, length);
        }
    }

    fn emergency(&mut self, board: &mut impl Board, here: Here, ask: EmergencyAsk) {
        let alarms = self.monitor.alarms();
        let context = AskContext {
            close: here.close,
            signature_good: false,
            alarms: &alarms,
            log_newest: self.log.newest(),
            log_kept: self.log.kept(),
        };
        let effects = self.controller.ask_emergency(here.now, ask, &context);
        let answer = self.follow(board, here, effects).unwrap_or(Answer::Done);
        if let Ok(length) = self.endpoint.answer_emergency(&answer, &mut self.frame) {
            self.send(board, length);
        }
    }

    /// Logs and writes what an ask comes to; its answer.
    fn follow(&mut self, board: &mut impl Board, here: Here, effects: Effects) -> Option<Answer> {
        self.note_delivered(board, here.now, &effects.log);
        let Some(cell) = effects.write else { return effects.answer };
        let mut good = false;
        let written = self.write(board, here.now, cell, &mut good);
        if good {
            // Once more, into the other copy: until now that holds what ran before.
            self.store(board, cell);
        }
        if cell == Cell::Committed && good {
            self.watch_committed(board, here.now, false);
        }
        written.answer
    }

    /// The answers that are not the controller's.
    fn own_answer(&mut self, board: &mut impl Board, here: Here, session: Mark, ask: &Ask) -> Answer {
        match ask {
            Ask::TestAlarm(class) => {
                let sounding = self.monitor.test(*class);
                self.sound(board, here.ticks, sounding);
                let which = match class {
                    AlarmClass::NonCritical => 0,
                    AlarmClass::Critical => 1,
                };
                self.note(board, here.now, LogKind::AlarmTested, which, 0);
                Answer::Done
            }
            Ask::Acknowledge(condition) => {
                self.acknowledge(board, here.now, *condition);
                Answer::Done
            }
            Ask::ReadLog { from } => {
                let entries = self.log.read(board, *from);
                Answer::Log { entries, totals: *self.log.totals() }
            }
            Ask::Goodbye => {
                self.note(board, here.now, LogKind::SessionEnded, u32::from(session.slot), 0);
                Answer::Done
            }
            // The controller answers these itself.
            Ask::Interrogate | Ask::ReadCommitted | Ask::Stage(_) | Ask::Commit { .. } | Ask::Unstage => {
                Answer::Done
            }
        }
    }

    fn acknowledge(&mut self, board: &mut impl Board, now: PumpTime, condition: Condition) {
        if let Some(event) = self.monitor.acknowledge(now, condition) {
            self.note(board, now, event.kind, event.a, event.b);
        }
    }

    /// Whether an order is signed by the programmer whose session it is.
    fn is_signed(&self, session: Mark, order: &SignedOrder) -> bool {
        let Some(programmer) = self.pairs.get(session.slot).filter(|programmer| !programmer.revoked) else {
            return false;
        };
        let mut signature = [0; signed::SIGNATURE_LENGTH];
        for (place, byte) in signature.iter_mut().zip(order.signature.as_flattened()) {
            *place = *byte;
        }
        signed::verify(&programmer.order_key, &order.bytes, &signature).is_ok()
    }

    /// Keeps a programmer that has just paired, and says whether it is kept.
    fn paired(&mut self, board: &mut impl Board, here: Here, introduction: &Introduction) {
        let kept = self.pairs.with(introduction).and_then(|(pairs, slot)| {
            let payload = postcard::to_slice(&pairs, &mut self.payload).ok()?;
            if !self.shelf.store(board, Cell::Paired, payload, &mut self.scratch) {
                return None;
            }
            // Once more, into the other copy: until now that holds the programmers before.
            self.shelf.store(board, Cell::Paired, payload, &mut self.scratch);
            self.pairs = pairs;
            Some(slot)
        });
        match kept {
            Some(slot) => self.note(board, here.now, LogKind::Paired, u32::from(slot), 0),
            None => self.note(board, here.now, LogKind::Memory, Cell::Paired as u32, 0),
        }
        if let Ok(length) = self.endpoint.pairing_done(kept, here.ticks, &mut self.frame) {
            self.send(board, length);
        }
    }
}
