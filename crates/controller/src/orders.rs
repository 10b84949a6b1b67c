//! What is asked from outside: staging, commit, hold, emergency.

use crate::controller::{Controller, Events};
use crate::desk::{Candidate, Commit, Mark, judge};
use crate::flow::{Meter, Stretch};
use crate::memory::{CommittedCell, Filled, LastOrder, StateCell};
use pump::cell::Cell;
use pump::{
    Alarm, Answer, Ask, EmergencyAsk, FaultKind, Hold, HoldKind, LogKind, Order, ProgramMarks, ProgramPart,
    PumpTime, Refused, Running, SignedOrder, StagedMarks, What,
};
use sha2::{Digest as _, Sha256};

/// What is known about a request besides its words.
#[derive(Debug, Clone, Copy)]
pub struct AskContext<'a> {
    /// Whether a programmer is held close to the pump.
    pub close: bool,
    /// Whether the signature of the order in the request fits a paired programmer.
    pub signature_good: bool,
    /// Alarms that hold, of the monitor: told with the status.
    pub alarms: &'a [Alarm],
    /// The newest log entry.
    pub log_newest: u32,
    /// Log entries that are kept.
    pub log_kept: u32,
}

/// What a request comes to.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// The answer; `None` while a write decides, and for what is not the controller's to answer.
    pub answer: Option<Answer>,
    /// A cell to write now: then [`Controller::written`], before any step.
    pub write: Option<Cell>,
    /// Whether the stroke that was to follow this write is not to be made.
    pub withheld: bool,
    /// Events to log.
    pub log: Events,
}

/// A change that a write decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// The staged program, with what it takes over of a stroke.
    Program { at: i64, carry: u64 },
    /// The staged hold, or the end of one.
    Hold { at: i64, hold: Option<Hold> },
    /// An emergency hold; it is in force already.
    Emergency,
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Controller {
    /// A request of a programmer that has proved who it is.
    pub fn ask(&mut self, now: PumpTime, ask: &Ask, context: &AskContext<'_>) -> Effects {
        self.waiting = None;
        self.catch_up(now.0);
        let mut write = None;
        let answer = match ask {
            Ask::Interrogate => {
                self.interrogated();
                Some(Answer::Status(self.status(now, context.alarms, context.log_newest, context.log_kept)))
            }
            Ask::ReadCommitted => Some(Answer::Committed(self.order.clone())),
            Ask::Stage(_) | Ask::Commit { .. } | Ask::TestAlarm(_) | Ask::Acknowledge(_)
                if !context.close =>
            {
                Some(self.refuse(0, Refused::NotClose))
            }
            Ask::Stage(order) => Some(match self.stage(order, context.signature_good) {
                Ok(marks) => Answer::Staged(marks),
                Err((counter, refused)) => self.refuse(counter, refused),
            }),
            Ask::Commit { digest } => match self.commit(*digest) {
                Ok(Ok(cell)) => {
                    write = Some(cell);
                    None
                }
                Ok(Err(answer)) => Some(answer),
                Err(refused) => {
                    let counter = self.desk.staged.map_or(0, |staged| staged.mark.counter);
                    Some(self.refuse(counter, refused))
                }
            },
            Ask::Unstage => {
                self.desk = self.desk.unstage();
                self.staged = None;
                Some(Answer::Done)
            }
            Ask::TestAlarm(_) | Ask::Acknowledge(_) | Ask::ReadLog { .. } | Ask::Goodbye => None,
        };
        self.effects(answer, write)
    }

    /// A request without a key, from close by: it reads, or holds back.
    pub fn ask_emergency(&mut self, now: PumpTime, ask: EmergencyAsk, context: &AskContext<'_>) -> Effects {
        self.waiting = None;
        self.catch_up(now.0);
        let mut write = None;
        let answer = match ask {
            _ if !context.close => Some(self.refuse(0, Refused::NotClose)),
            EmergencyAsk::Read => {
                self.interrogated();
                Some(Answer::Status(self.status(now, context.alarms, context.log_newest, context.log_kept)))
            }
            EmergencyAsk::Hold(kind) => match self.mode {
                Running::Ended => Some(self.refuse(0, Refused::Ended)),
                Running::NeverProgrammed => Some(self.refuse(0, Refused::NeverProgrammed)),
                Running::Program
                | Running::HeldAtMinimum
                | Running::HeldStopped
                | Running::SafeState
                | Running::TelemetryHold => {
                    write = self.hold_emergency(kind);
                    if write.is_some() { None } else { Some(Answer::Done) }
                }
            },
        };
        self.effects(answer, write)
    }

    /// A cell was written, or did not read back.
    pub fn written(&mut self, now: PumpTime, cell: Cell, good: bool) -> Effects {
        let waiting = self.waiting.take();
        let mut withheld = false;
        if !good {
            self.note(LogKind::Memory, cell as u64, 1);
        }
        let answer = match (cell, waiting, good) {
            (Cell::Committed, Some(Waiting::Program { at, carry }), true) => Some(self.run_staged(at, carry)),
            (Cell::State, Some(Waiting::Hold { at, hold }), true) => Some(self.hold_staged(at, hold)),
            (Cell::State, Some(Waiting::Emergency), true) => Some(Answer::Done),
            (Cell::Committed, Some(Waiting::Program { .. }), false)
            | (Cell::State, Some(Waiting::Hold { .. }), false) => {
                let counter = self.desk.staged.map_or(0, |staged| staged.mark.counter);
                Some(self.refuse(counter, Refused::Memory))
            }
            (Cell::State, Some(Waiting::Emergency), false) => {
                // It is in force; only a reset would forget it.
                self.fault(FaultKind::WriteFailed, cell as u64);
                Some(Answer::Refused(Refused::Memory))
            }
            (Cell::Tally, _, false) => {
                // In the safe state the stroke counts for more than its count.
                if self.epitaph.is_none() {
                    self.take_stroke_back();
                    withheld = true;
                    self.fault(FaultKind::WriteFailed, cell as u64);
                }
                None
            }
            (Cell::State, None | Some(Waiting::Program { .. }), false) => {
                // A patient bolus that would be forgotten does not begin.
                if self.run.take_if(|run| run.began_at(now.0)).is_some() {
                    self.starts.forget_last();
                }
                self.fault(FaultKind::WriteFailed, cell as u64);
                None
            }
            (
                Cell::Committed
                | Cell::Tally
                | Cell::State
                | Cell::Provision
                | Cell::Paired
                | Cell::Alarms
                | Cell::Totals,
                _,
                true | false,
            ) => None,
        };
        Effects { withheld, ..self.effects(answer, None) }
    }

    fn effects(&mut self, answer: Option<Answer>, write: Option<Cell>) -> Effects {
        let log = core::mem::take(&mut self.events);
        self.plan();
        Effects { answer, write, withheld: false, log }
    }

    fn refuse(&mut self, counter: u64, refused: Refused) -> Answer {
        self.note(LogKind::Refused, counter, u64::from(refused.number()));
        Answer::Refused(refused)
    }

    /// An interrogation ends what telemetry keeps off.
    fn interrogated(&mut self) {
        if core::mem::take(&mut self.trapped) {
            self.note(LogKind::TelemetryHold, 0, 0);
            self.settle();
        }
    }

    /// Whether this pump, as it stands, can do what an order says; what each day comes to.
    fn fits(&self, what: &What) -> Result<[u64; 7], Refused> {
        match what {
            _ if self.mode == Running::Ended => Err(Refused::Ended),
            What::Program(part) => {
                let program = part.admit(&self.provision).map_err(Refused::Unfit)?;
                Ok(ProgramPart::day_totals(&program, part.concentration_nanograms_per_millilitre))
            }
            What::Hold { .. } | What::Resume if self.never => Err(Refused::NeverProgrammed),
            What::Hold { .. } => Ok([0; 7]),
            What::Resume if self.epitaph.is_some() => Err(Refused::SafeState),
            What::Resume if self.hold.is_none() => Err(Refused::NotHeld),
            What::Resume => Ok([0; 7]),
        }
    }

    fn candidate(&self, order: &Order, digest: [u8; 32], signature_good: bool) -> Candidate<[u8; 32]> {
        Candidate {
            mark: Mark { counter: order.counter, digest },
            signature_good,
            for_this_pump: order.serial == self.provision.serial,
            not_before: order.not_before,
            expires_at: order.expires_at,
        }
    }

    fn stage(&mut self, signed: &SignedOrder, signature_good: bool) -> Result<StagedMarks, (u64, Refused)> {
        if !signature_good {
            return Err((0, Refused::Signature));
        }
        let order = Order::from_bytes(&signed.bytes).map_err(|_| (0, Refused::NotAnOrder))?;
        let refused = |refused| (order.counter, refused);
        let candidate = self.candidate(&order, digest(&signed.bytes), signature_good);
        judge(self.desk.accepted, &candidate, self.last).map_err(refused)?;
        let day_totals_nanograms = self.fits(&order.what).map_err(refused)?;
        let keep = self.provision.stage_expires_after_seconds;
        self.desk = self.desk.stage(&candidate, self.last, keep).map_err(refused)?;
        let expires_at = self.desk.staged.map_or(self.last, |staged| staged.expires_at);
        let marks = StagedMarks { digest: candidate.mark.digest, day_totals_nanograms, expires_at };
        self.staged = Some((signed.clone(), marks.clone()));
        self.note(LogKind::Staged, order.counter, 0);
        Ok(marks)
    }

    /// The cell whose write decides, or the answer if the order runs already.
    fn commit(&mut self, digest: [u8; 32]) -> Result<Result<Cell, Answer>, Refused> {
        if self.desk.commit(digest, self.last)? == Commit::Again {
            return Ok(Err(Answer::Runs { digest, since: self.committed_since() }));
        }
        let (signed, _) = self.staged.as_ref().ok_or(Refused::NotStaged)?;
        let order = Order::from_bytes(&signed.bytes).map_err(|_| Refused::NotAnOrder)?;
        // Once more: time has passed, and memory may have changed.
        judge(self.desk.accepted, &self.candidate(&order, digest, true), self.last)?;
        self.fits(&order.what)?;
        let at = self.last;
        let (waiting, cell) = match order.what {
            What::Program(_) => (Waiting::Program { at, carry: self.meter.fraction() }, Cell::Committed),
            What::Hold { kind, remind_after_seconds } => {
                let remind_at = at.saturating_add(i64::from(remind_after_seconds));
                let hold = Hold { kind, since: at, remind_at, emergency: false };
                (Waiting::Hold { at, hold: Some(hold) }, Cell::State)
            }
            What::Resume => (Waiting::Hold { at, hold: None }, Cell::State),
        };
        self.waiting = Some(waiting);
        Ok(Ok(cell))
    }

    /// When the order that was committed last began.
    fn committed_since(&self) -> i64 {
        let own = self.desk.committed.map(|mark| mark.counter);
        match self.last_order {
            Some(last) if Some(last.counter) == own => last.since,
            Some(_) | None => self.since,
        }
    }

    /// The committed cell holds the staged program: now it runs.
    fn run_staged(&mut self, at: i64, carry: u64) -> Answer {
        let staged = self.staged.take();
        let order = staged.as_ref().and_then(|(signed, _)| Order::from_bytes(&signed.bytes).ok());
        let (Some((signed, marks)), Some(order)) = (staged, order) else {
            return Answer::Refused(Refused::NotStaged);
        };
        let What::Program(part) = order.what else { return Answer::Refused(Refused::NotAnOrder) };
        let Ok(program) = part.admit(&self.provision) else { return Answer::Refused(Refused::NotAnOrder) };
        self.fill = self.fill_with(&part);
        self.desk = self.desk.committed();
        self.order_mark = self.desk.committed;
        self.never = false;
        self.program = Some(program);
        self.program_marks = Some(ProgramMarks::of(&part));
        self.order = Some(signed);
        self.order_id = order.id;
        (self.since, self.begun, self.taken_over) = (at, at, carry);
        if let Some(hold) = self.hold.take() {
            self.note(LogKind::HoldEnded, PumpTime(at).since(PumpTime(hold.since)), 0);
            self.hold_changed_at = at;
        }
        self.epitaph = None;
        self.run = None;
        self.in_bolus = None;
        self.tally.commanded_of_order = 0;
        self.tally.missed_of_order = 0;
        self.tally.order_counter = order.counter;
        self.changed = true;
        self.note(LogKind::Committed, order.counter, 0);
        if let Some(fill) = self.fill
            && part.fill.is_some()
        {
            self.note(LogKind::Filled, 0, fill.volume_nanolitres);
        }
        self.mode = self.mode_by_facts();
        self.meter = Meter::new(Stretch::NOTHING);
        self.enter();
        self.meter.carry_fraction(carry);
        Answer::Runs { digest: marks.digest, since: at }
    }

    fn fill_with(&self, part: &ProgramPart) -> Option<Filled> {
        let filled = part.fill.map(|fill| Filled {
            volume_nanolitres: fill.volume_nanolitres,
            alarm_volume_nanolitres: fill.alarm_volume_nanolitres,
            strokes_before: self.tally.delivered(),
        });
        filled.or(self.fill)
    }

    fn last_order_at(&self, at: i64) -> Option<LastOrder> {
        let mark = self.desk.staged?.mark;
        Some(LastOrder { counter: mark.counter, digest: mark.digest, since: at })
    }

    /// The state holds the staged hold, or its end: now it is in force.
    fn hold_staged(&mut self, at: i64, hold: Option<Hold>) -> Answer {
        let Some(last) = self.last_order_at(at) else { return Answer::Refused(Refused::NotStaged) };
        self.staged = None;
        self.desk = self.desk.committed();
        self.last_order = Some(last);
        self.note(LogKind::Committed, last.counter, 0);
        self.set_hold(at, hold);
        Answer::Runs { digest: last.digest, since: at }
    }

    fn set_hold(&mut self, at: i64, hold: Option<Hold>) {
        if let Some(before) = self.hold {
            self.note(LogKind::HoldEnded, PumpTime(at).since(PumpTime(before.since)), 0);
        }
        self.hold = hold;
        self.hold_changed_at = at;
        if let Some(hold) = hold {
            self.note(LogKind::HoldBegan, u64::from(hold.kind == HoldKind::Stop), u64::from(hold.emergency));
        }
        self.settle();
    }

    /// Holds delivery back at once; the cell to write if anything changed.
    fn hold_emergency(&mut self, kind: HoldKind) -> Option<Cell> {
        let unnoticed = i64::from(self.provision.emergency_unnoticed_max_seconds);
        let remind_at = self.last.saturating_add(unnoticed);
        let wanted = Hold { kind, since: self.last, remind_at, emergency: true };
        let hold = match (self.hold, kind) {
            (None, HoldKind::Stop | HoldKind::MinimumRate) => wanted,
            // A stop stays a stop, and an earlier reminder stays.
            (Some(Hold { kind: HoldKind::Stop, .. }), HoldKind::Stop | HoldKind::MinimumRate)
            | (Some(Hold { kind: HoldKind::MinimumRate, .. }), HoldKind::MinimumRate) => return None,
            (Some(before), HoldKind::Stop) => Hold { remind_at: remind_at.min(before.remind_at), ..wanted },
        };
        self.set_hold(self.last, Some(hold));
        self.waiting = Some(Waiting::Emergency);
        Some(Cell::State)
    }

    /// What is to be written to a cell now; the bytes used, 0 for a cell that is not the controller's.
    pub fn payload(&self, cell: Cell, into: &mut [u8]) -> usize {
        let written = match cell {
            Cell::Committed => self.committed_payload(into),
            Cell::Tally => postcard::to_slice(&self.tally, into).ok().map(|bytes| bytes.len()),
            Cell::State => postcard::to_slice(&self.state_cell(), into).ok().map(|bytes| bytes.len()),
            Cell::Provision | Cell::Paired | Cell::Alarms | Cell::Totals => None,
        };
        written.unwrap_or(0)
    }

    fn committed_payload(&self, into: &mut [u8]) -> Option<usize> {
        let cell = match (self.waiting, &self.staged, &self.order) {
            (Some(Waiting::Program { at, carry }), Some((signed, _)), _) => {
                let order = Order::from_bytes(&signed.bytes).ok()?;
                let What::Program(part) = order.what else { return None };
                CommittedCell { order: signed, since: at, carry, fill: self.fill_with(&part) }
            }
            (_, _, Some(order)) => {
                CommittedCell { order, since: self.since, carry: self.taken_over, fill: self.fill }
            }
            (_, _, None) => return None,
        };
        postcard::to_slice(&cell, into).ok().map(|bytes| bytes.len())
    }

    fn state_cell(&self) -> StateCell {
        let (patient_last, patient_ages) = self.starts.kept();
        let mut state = StateCell {
            boots: self.boots,
            last: self.last_order,
            order_counter: self.order_mark.map_or(0, |mark| mark.counter),
            hold: self.hold,
            hold_changed_at: self.hold_changed_at,
            epitaph: self.epitaph,
            patient_last,
            patient_ages,
            quarters: self.envelope.counts(),
            quarter_began: self.envelope.began(),
            commanded: self.tally.commanded,
            indicated_at: self.indicated_at,
        };
        if let Some(Waiting::Hold { at, hold }) = self.waiting {
            (state.hold, state.hold_changed_at) = (hold, at);
            state.last = self.last_order_at(at);
        }
        state
    }
}
