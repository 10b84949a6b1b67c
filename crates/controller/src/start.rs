//! From what memory holds to a controller that goes on.

use crate::controller::{Controller, Events, delivers};
use crate::desk::{DeskMarks, Mark};
use crate::envelope::Envelope;
use crate::flow::{Meter, Stretch};
use crate::memory::{CommittedCell, Kept, Loaded, StateCell, TallyCell};
use crate::patient::Starts;
use heapless::Vec;
use pump::{
    Battery, FaultKind, LogKind, Order, Program, ProgramMarks, Provision, PumpTime, Refused, Running, Text,
    What,
};
use sha2::{Digest as _, Sha256};

/// The committed program as it is read from its order.
struct Read {
    program: Program,
    marks: ProgramMarks,
    id: Text<40>,
}

fn read(cell: &CommittedCell, provision: &Provision) -> Result<Read, Refused> {
    let order = Order::from_bytes(&cell.order.bytes).map_err(|_| Refused::NotAnOrder)?;
    if order.serial != provision.serial {
        return Err(Refused::OtherPump);
    }
    let What::Program(part) = order.what else { return Err(Refused::NotAnOrder) };
    let program = part.admit(provision).map_err(Refused::Unfit)?;
    Ok(Read { program, marks: ProgramMarks::of(&part), id: order.id })
}

impl Controller {
    /// Goes on with the last committed program by the time of the pump's clock, or in the safe state where something is lost.
    /// What fell into the time without power is lost if that was longer than a step may be late.
    ///
    /// The first step writes the state and logs the start.
    #[must_use]
    pub fn start(provision: Provision, loaded: Loaded, now: PumpTime, low_battery_reset: bool) -> Self {
        let Loaded { committed, tally, state, broken } = loaded;
        let mut own = Self::blank(provision, now.0);
        let mut faults: Vec<(FaultKind, u64), 5> = Vec::new();
        // There is room for each of them once.
        let mut lost = |fault, detail| {
            faults.push((fault, detail)).ok();
        };
        let programmed = matches!(committed, Kept::Whole(_) | Kept::Lost);
        // An order is committed only after the state was written, and strokes are in the state only after they were in the tally.
        let state_lost = state.is_lost(programmed);
        let state = state.whole();
        let tally_lost = tally.is_lost(state.as_ref().is_some_and(|state| state.commanded > 0));
        own.take_tally(tally.whole(), state.as_ref());
        let newest = own.tally.order_counter.max(state.as_ref().map_or(0, |state| state.order_counter));
        own.never = matches!(committed, Kept::Blank | Kept::Torn) && newest == 0;
        match committed {
            Kept::Whole(cell) => {
                let counter = Order::from_bytes(&cell.order.bytes).map_or(0, |order| order.counter);
                own.desk.accepted = own.desk.accepted.max(counter);
                match read(&cell, &own.provision) {
                    // An older order than the one that ran: the newer one's copy is broken.
                    Ok(_) if counter < newest => lost(FaultKind::OrderLost, newest),
                    Ok(read) => own.take_order(cell, counter, read),
                    Err(refused) => lost(FaultKind::OrderUnfit, u64::from(refused.number())),
                }
            }
            Kept::Blank | Kept::Torn if own.never => {}
            Kept::Blank | Kept::Torn | Kept::Lost => lost(FaultKind::OrderLost, newest),
        }
        if tally_lost {
            lost(FaultKind::TallyLost, own.tally.commanded);
        }
        if state_lost {
            lost(FaultKind::StateLost, 0);
        }
        if low_battery_reset {
            lost(FaultKind::LowBattery, 0);
        }
        if let Some(state) = state {
            own.take_state(state);
        }
        own.boots = own.boots.saturating_add(1);
        own.note(LogKind::Started, u64::from(own.boots), 0);
        for (cell, copies) in broken {
            own.note(LogKind::Memory, cell as u64, u64::from(copies));
        }
        if low_battery_reset {
            own.note(LogKind::Battery, 3, 0);
        }
        own.go_on(now.0);
        for (fault, detail) in faults {
            own.fault(fault, detail);
        }
        own.changed = true;
        own.wake_at = now.0;
        own
    }

    /// A pump that was never told anything.
    fn blank(provision: Provision, now: i64) -> Self {
        let stroke = provision.stroke().nanolitres();
        let minimum = provision.minimum_rate.rate().ok();
        let minimum = minimum.and_then(|rate| Stretch::steady(rate, stroke).ok()).unwrap_or(Stretch::NOTHING);
        Self {
            provision,
            minimum,
            never: true,
            program: None,
            program_marks: None,
            order: None,
            order_id: Text::default(),
            order_mark: None,
            since: now,
            taken_over: 0,
            fill: None,
            desk: DeskMarks::new(),
            staged: None,
            waiting: None,
            last_order: None,
            meter: Meter::new(Stretch::NOTHING),
            mode: Running::NeverProgrammed,
            last: now,
            wake_at: now,
            begun: now,
            pending: 0,
            stroke_at: None,
            tally: TallyCell::default(),
            in_bolus: None,
            run: None,
            starts: Starts::new(),
            envelope: Envelope::new(now),
            hold: None,
            hold_changed_at: i64::MIN,
            epitaph: None,
            battery: Battery::Good,
            indicated_at: None,
            boots: 0,
            trapped: false,
            telemetry_before: false,
            encoder: None,
            commanded_since: 0,
            missed_in_a_row: 0,
            stalled_at: None,
            changed: true,
            quarters_kept_at: now,
            events: Events::new(),
        }
    }

    /// A lost tally goes on from what the state knew of it.
    fn take_tally(&mut self, tally: Option<TallyCell>, state: Option<&StateCell>) {
        match tally {
            Some(tally) => {
                self.tally = tally;
                self.stroke_at = (tally.commanded > 0).then_some(tally.at);
            }
            None => self.tally.commanded = state.map_or(0, |state| state.commanded),
        }
        self.desk.accepted = self.tally.accepted;
        if let Some(state) = state {
            self.envelope = Envelope::restore(&state.quarters, state.quarter_began);
            self.envelope.turn(self.tally.at);
            // When exactly they were made is not known: as late as possible.
            self.envelope.add(self.tally.commanded.saturating_sub(state.commanded));
        }
    }

    fn take_order(&mut self, cell: CommittedCell, counter: u64, read: Read) {
        let mark = Mark { counter, digest: Sha256::digest(&cell.order.bytes).into() };
        self.order_mark = Some(mark);
        self.desk.accepted = self.desk.accepted.max(counter);
        self.desk.committed = Some(mark);
        (self.since, self.taken_over) = (cell.since, cell.carry);
        self.fill = cell.fill;
        self.order = Some(cell.order);
        self.order_id = read.id;
        self.program = Some(read.program);
        self.program_marks = Some(read.marks);
    }

    fn take_state(&mut self, state: StateCell) {
        self.boots = state.boots;
        self.indicated_at = state.indicated_at;
        self.starts = Starts::restore(state.patient_last, &state.patient_ages);
        self.last_order = state.last;
        if let Some(last) = state.last {
            self.desk.accepted = self.desk.accepted.max(last.counter);
            if self.desk.committed.is_none_or(|mark| mark.counter < last.counter) {
                self.desk.committed = Some(Mark { counter: last.counter, digest: last.digest });
            }
        }
        // Hold and epitaph end with a newer program, whose one write did not touch them.
        if self.order_mark.is_none_or(|mark| mark.counter == state.order_counter) {
            self.hold = state.hold;
            self.epitaph = state.epitaph;
            self.hold_changed_at = state.hold_changed_at;
        }
    }

    /// From the last stroke that was written, or from the beginning of the order.
    fn go_on(&mut self, now: i64) {
        let of_order = self.order_mark.map_or(0, |mark| mark.counter);
        let mut carry = self.tally.carry;
        self.last = self.tally.at;
        self.begun = self.tally.begun;
        if self.tally.order_counter != of_order || self.stroke_at.is_none() {
            self.tally.commanded_of_order = 0;
            self.tally.missed_of_order = 0;
            self.tally.order_counter = of_order;
            (self.last, self.begun, carry) = (self.since, self.since, self.taken_over);
        }
        if self.hold_changed_at > self.last {
            (self.last, carry) = (self.hold_changed_at, 0);
        }
        if self.never {
            self.last = now;
        }
        if now < self.last {
            let seconds = self.last.saturating_sub(now);
            self.set_back(seconds);
            self.note(LogKind::Clock, 0, u64::try_from(seconds).unwrap_or(0));
        }
        self.mode = self.mode_by_facts();
        self.enter();
        if delivers(self.mode) {
            self.meter.carry_fraction(carry);
        }
        let gap = PumpTime(now).since(PumpTime(self.last));
        if gap > u64::from(self.provision.late_max_seconds) {
            if let Ok(strokes @ 1..) = self.advance(now) {
                self.note(LogKind::StrokesDropped, strokes, 0);
            }
            self.last = now;
            self.meter.clear();
            self.in_bolus = None;
            self.enter();
        }
        self.envelope.turn(now);
        self.quarters_kept_at = now;
    }
}
