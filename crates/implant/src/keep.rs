//! What the loop keeps: cells, log, and looking after both.

use crate::board::Board;
use crate::implant::Implant;
use crate::made::{Made, Secrets};
use controller::memory::{CommittedCell, TallyCell};
use controller::{Effects, Event};
use monitor::FillRecord;
use pump::cell::{Cell, Found, load};
use pump::{FillPart, LogKind, Order, PumpTime, What};

/// Whether the log has this from the monitor, where the controller sees it too: each fact stands once. What the monitor tells
/// begins and ends with an alarm that it keeps over a reset; the controller would tell the beginning again after each start and
/// forget the end. A reset for want of battery is the controller's: each one counts, though the alarm of the one before still holds.
const fn is_told_by_monitor(kind: LogKind, a: u32) -> bool {
    match kind {
        LogKind::StallBegan | LogKind::StallEnded | LogKind::TelemetryHold => true,
        LogKind::Battery => a != 3,
        _ => false,
    }
}

impl Implant {
    /// Adds to the log.
    pub(crate) fn note(&mut self, board: &mut impl Board, now: PumpTime, kind: LogKind, a: u32, b: u32) {
        if kind == LogKind::PatientBolusBegan {
            self.monitor.patient_bolus_began(now);
        }
        // Counts that could not be written are told as what they are: memory.
        let good = self.log.append(board, now, kind, a, b).is_ok();
        if !good {
            self.shelf.written(Cell::Totals, false);
        }
    }

    /// Logs what the controller tells, but for what the monitor tells as well and better.
    pub(crate) fn note_delivered(&mut self, board: &mut impl Board, now: PumpTime, events: &[Event]) {
        for event in events {
            self.clock_told |= event.kind == LogKind::Clock;
            if !is_told_by_monitor(event.kind, event.a) {
                self.note(board, now, event.kind, event.a, event.b);
            }
        }
    }

    /// Logs what the monitor tells, but for what the controller has told.
    pub(crate) fn note_watched(&mut self, board: &mut impl Board, now: PumpTime, events: &[monitor::Event]) {
        // The controller says by how much the clock was off; what it did not notice, only the monitor can tell.
        let clock_told = core::mem::take(&mut self.clock_told);
        for event in events {
            let told = match event.kind {
                LogKind::Clock => clock_told,
                LogKind::Battery => !is_told_by_monitor(event.kind, event.a),
                _ => false,
            };
            if !told {
                self.note(board, now, event.kind, event.a, event.b);
            }
        }
    }

    /// Logs the last commit if power failed between its cell and its entry. An order is committed only after its staging was
    /// logged: where neither is among the entries kept, both were and have been overwritten since.
    pub(crate) fn note_commit(&mut self, board: &mut impl Board, now: PumpTime) {
        let Some(mark) = self.controller.accepted() else { return };
        let counter = u32::try_from(mark.counter).unwrap_or(u32::MAX);
        let newest = self.log.newest_of(board, |entry| {
            entry.a == counter && matches!(entry.kind, LogKind::Staged | LogKind::Committed)
        });
        if newest.is_some_and(|entry| entry.kind == LogKind::Staged) {
            self.note(board, now, LogKind::Committed, counter, 0);
        }
    }

    /// Writes a cell of the controller, tells it how that went and logs what it says to it. `good`: whether it read back. What it
    /// comes to is large and is handed through, not copied: this is done for each stroke.
    pub(crate) fn write(
        &mut self,
        board: &mut impl Board,
        now: PumpTime,
        cell: Cell,
        good: &mut bool,
    ) -> Effects {
        *good = self.store(board, cell);
        let effects = self.controller.written(now, cell, *good);
        self.note_delivered(board, now, &effects.log);
        effects
    }

    /// Writes what the controller holds for a cell; whether it read back.
    pub(crate) fn store(&mut self, board: &mut impl Board, cell: Cell) -> bool {
        let length = self.controller.payload(cell, &mut self.payload);
        let payload = self.payload.get(..length).unwrap_or_default();
        let good = self.cells.store(board, cell, payload, &mut self.scratch);
        self.shelf.written(cell, good);
        good
    }

    /// Writes what the monitor keeps.
    pub(crate) fn keep_alarms(&mut self, board: &mut impl Board, now: PumpTime) {
        let good = match self.monitor.kept().to_bytes() {
            Ok(bytes) => self.shelf.store(board, Cell::Alarms, &bytes, &mut self.scratch),
            Err(_) => false,
        };
        if !good {
            self.note(board, now, LogKind::Memory, Cell::Alarms as u32, 0);
        }
    }

    /// Logs what was found broken among the loop's own cells, and mends it. The controller logs its own.
    pub(crate) fn note_findings(&mut self, board: &mut impl Board, now: PumpTime) {
        for cell in [Cell::Provision, Cell::Paired, Cell::Alarms] {
            let lost = self.shelf.copies_lost(cell);
            if lost > 0 {
                self.note(board, now, LogKind::Memory, cell as u32, lost);
                self.mend(board, cell);
            }
        }
        if self.shelf.copies_lost(Cell::Committed) == 1 {
            self.mend(board, Cell::Committed);
        }
    }

    /// Reads every cell again. Broken copies are written anew from what the pump works with: that was whole when it was read,
    /// and it is what runs.
    pub(crate) fn scrub(&mut self, board: &mut impl Board, now: PumpTime) {
        for cell in Cell::ALL {
            let (found, _) = load(board, cell, &mut self.scratch);
            let lost = match found {
                Found::Blank | Found::Whole { other_broken: false, .. } => 0,
                Found::Whole { other_broken: true, .. } => 1,
                Found::Lost => 2,
            };
            if lost == 0 {
                self.shelf.written(cell, true);
                continue;
            }
            // What stays lost, for want of anything to mend it with, is told once.
            let known = self.shelf.copies_lost(cell) == lost;
            self.shelf.lost(cell, lost);
            if !known {
                self.note(board, now, LogKind::Memory, cell as u32, lost);
                self.mend(board, cell);
            }
        }
        self.scratch.fill(0);
    }

    /// Writes a cell anew from what the pump works with.
    fn mend(&mut self, board: &mut impl Board, cell: Cell) {
        match cell {
            Cell::Provision => {
                let made = Made {
                    provision: self.controller.provision().clone(),
                    secrets: Secrets { link: *self.link_key.expose(), card: *self.card.expose() },
                };
                if let Ok(payload) = postcard::to_slice(&made, &mut self.payload) {
                    self.shelf.store(board, cell, payload, &mut self.scratch);
                }
                self.payload.fill(0);
                self.scratch.fill(0);
            }
            Cell::Paired => {
                if let Ok(payload) = postcard::to_slice(&self.pairs, &mut self.payload) {
                    self.shelf.store(board, cell, payload, &mut self.scratch);
                }
            }
            Cell::Alarms => {
                if let Ok(bytes) = self.monitor.kept().to_bytes() {
                    self.shelf.store(board, cell, &bytes, &mut self.scratch);
                }
            }
            Cell::Committed | Cell::Tally | Cell::State => {
                let length = self.controller.payload(cell, &mut self.payload);
                if length > 0 {
                    self.store(board, cell);
                }
            }
            // The log writes its counts anew by itself.
            Cell::Totals => {}
        }
    }

    /// Shows the monitor the committed order as the memory has it.
    pub(crate) fn watch_committed(&mut self, board: &mut impl Board, now: PumpTime, started: bool) {
        let (found, length) = load(board, Cell::Committed, &mut self.scratch);
        let Found::Whole { .. } = found else { return };
        let bytes = self.scratch.get(..length).unwrap_or_default();
        let Ok(cell) = postcard::from_bytes::<CommittedCell>(bytes) else {
            self.shelf.senseless(Cell::Committed);
            return;
        };
        let CommittedCell { order, since, fill, .. } = cell;
        let program = match Order::from_bytes(&order.bytes).map(|order| order.what) {
            Ok(What::Program(program)) => program,
            Ok(What::Hold { .. } | What::Resume) | Err(_) => {
                self.shelf.senseless(Cell::Committed);
                return;
            }
        };
        if started || program.fill.is_some() {
            self.fill_at = since;
        }
        let fill = fill.map(|fill| FillRecord {
            fill: FillPart {
                volume_nanolitres: fill.volume_nanolitres,
                alarm_volume_nanolitres: fill.alarm_volume_nanolitres,
            },
            at: self.fill_at,
            strokes_since: self.strokes_delivered(board).saturating_sub(fill.strokes_before),
        });
        // What cannot be watched is told by the monitor itself at its next step.
        self.monitor.committed(now, &program, PumpTime(since), fill).ok();
    }

    /// Strokes delivered since the pump was made, as the memory has it.
    fn strokes_delivered(&mut self, board: &mut impl Board) -> u64 {
        let (found, length) = load(board, Cell::Tally, &mut self.scratch);
        let Found::Whole { .. } = found else { return 0 };
        let bytes = self.scratch.get(..length).unwrap_or_default();
        postcard::from_bytes::<TallyCell>(bytes).map_or(0, |tally| tally.delivered())
    }
}
