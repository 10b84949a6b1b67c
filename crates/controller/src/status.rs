//! What the pump says of itself.

use crate::controller::Controller;
use crate::desk::Mark;
use heapless::Vec;
use pump::{
    Alarm, CommittedMarks, Epitaph, FillPart, Hold, Program, Provision, PumpTime, Running, SignedOrder,
    Status,
};

impl Controller {
    /// Everything that an interrogation answers; the alarms are the monitor's.
    #[must_use]
    pub fn status(&self, now: PumpTime, alarms: &[Alarm], log_newest: u32, log_kept: u32) -> Status {
        let stroke = self.stroke_nanolitres();
        let provision = &self.provision;
        let left = |fill: &crate::memory::Filled| {
            let strokes = self.tally.delivered().saturating_sub(fill.strokes_before);
            fill.volume_nanolitres.saturating_sub(strokes.saturating_mul(stroke))
        };
        let ends_at =
            self.indicated_at.map(|at| PumpTime(at).after(provision.service_life().indicator_to_end).0);
        Status {
            serial: provision.serial.clone(),
            model: provision.model.clone(),
            now: now.0,
            clock_offset_seconds: provision.clock_offset_seconds,
            boots: self.boots,
            running: self.mode,
            committed: self.order_mark.map(|mark| CommittedMarks {
                id: self.order_id.clone(),
                digest: mark.digest,
                counter: mark.counter,
                since: self.since,
            }),
            program: self.program_marks.clone(),
            staged: self.staged.as_ref().map(|(_, marks)| marks.clone()),
            counter: self.desk.accepted,
            accepted_digest: self.accepted().map(|mark| mark.digest),
            hold: self.hold,
            fill: self.fill.map(|fill| FillPart {
                volume_nanolitres: fill.volume_nanolitres,
                alarm_volume_nanolitres: fill.alarm_volume_nanolitres,
            }),
            reservoir_calculated_nanolitres: self.fill.as_ref().map(left),
            stroke_nanolitres: stroke,
            minimum_rate: provision.minimum_rate,
            strokes_total: self.tally.delivered(),
            strokes_of_order: self.tally.delivered_of_order(),
            strokes_of_day: self.envelope.strokes(),
            patient_boluses_of_day: self.starts.of_day(now.0),
            battery: self.battery,
            indicated_at: self.indicated_at,
            ends_at,
            alarms: alarms.iter().copied().take(16).collect::<Vec<_, 16>>(),
            epitaph: self.epitaph,
            log_newest,
            log_kept,
        }
    }

    /// What delivers at this moment.
    #[must_use]
    pub const fn running(&self) -> Running {
        self.mode
    }

    /// What the pump was given when it was made.
    #[must_use]
    pub const fn provision(&self) -> &Provision {
        &self.provision
    }

    /// The committed order.
    #[must_use]
    pub const fn committed(&self) -> Option<&SignedOrder> {
        self.order.as_ref()
    }

    /// The order that was accepted last, program or not: the one with the highest accepted counter. `None` if none was, or if it
    /// cannot be read any more.
    #[must_use]
    pub fn accepted(&self) -> Option<Mark<[u8; 32]>> {
        self.desk.committed.filter(|mark| mark.counter == self.desk.accepted)
    }

    /// The committed program.
    #[must_use]
    pub const fn program(&self) -> Option<&Program> {
        self.program.as_ref()
    }

    /// Since when it runs, and the fraction of a stroke that it took over, in parts of 2^64.
    #[must_use]
    pub const fn since(&self) -> (PumpTime, u64) {
        (PumpTime(self.since), self.taken_over)
    }

    /// A hold in force.
    #[must_use]
    pub const fn hold(&self) -> Option<Hold> {
        self.hold
    }

    /// What went wrong inside, if anything did.
    #[must_use]
    pub const fn epitaph(&self) -> Option<Epitaph> {
        self.epitaph
    }
}
