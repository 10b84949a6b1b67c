//! What goes wrong while time passes, and who comes when the pump calls.

use crate::world::{DAY, HOUR, Held, SLICE, World};
use ::pump::cell::Cell;
use rand::RngExt as _;
use virtual_pump::{BatteryFault, Copies, Fault};

impl World {
    pub(crate) fn fault(&mut self, fault: Fault) {
        self.note(format!("fault: {fault}"));
        self.air.borrow_mut().pump.apply(fault);
    }

    /// Something goes wrong.
    fn mishap(&mut self) {
        let (fault, name) = match self.dice.random_range(0..100_u32) {
            0..14 => (Fault::Stall, "fault: stall"),
            14..22 => (Fault::Slip { permille: self.dice.random_range(50..500) }, "fault: slip"),
            22..34 => (Fault::Field(true), "fault: field"),
            34..50 => (Fault::Reset, "fault: reset"),
            50..55 => (Fault::Battery(BatteryFault::BrownOut), "fault: brown-out"),
            55..72 => {
                let (write, byte) = (self.dice.random_range(1..12), self.dice.random_range(0..160));
                (Fault::Cut { write, byte }, "fault: power cut at a byte")
            }
            72..86 => (Fault::Corrupt(self.cell(), self.copy()), "fault: one copy of a cell corrupt"),
            86..90 => (Fault::Corrupt(self.cell(), Copies::Both), "fault: both copies of a cell corrupt"),
            90..95 => {
                let seconds = self.dice.random_range(2..20_000_i64);
                let seconds = if self.chance(50) { seconds } else { -seconds };
                self.skew += seconds;
                self.watch.clock_touched = true;
                self.books.loosen();
                (Fault::Clock { seconds }, "fault: clock")
            }
            95..98 => (Fault::Recover, "fault: goes away by itself"),
            _ => {
                self.replace_by.get_or_insert(self.air.borrow().now() + 60 * DAY);
                (Fault::Battery(BatteryFault::ElectiveReplacement), "fault: elective replacement indicator")
            }
        };
        if fault == Fault::Field(true) {
            self.field_until = Some(self.now() + self.dice.random_range(600..2 * HOUR));
        }
        self.counts.one(name);
        self.fault(fault);
    }

    fn cell(&mut self) -> Cell {
        let place = self.dice.random_range(0..Cell::ALL.len());
        Cell::ALL.get(place).copied().unwrap_or(Cell::State)
    }

    fn copy(&mut self) -> Copies {
        if self.chance(50) { Copies::A } else { Copies::B }
    }

    pub(crate) fn field_goes(&mut self) {
        if self.field_until.take().is_some() {
            self.fault(Fault::Field(false));
        }
    }

    pub(crate) fn is_stranded(&self) -> bool {
        self.air.borrow().pump.implant().is_none()
    }

    /// Time passes until then, or until somebody must come.
    pub(crate) fn wait_until(&mut self, until: i64) -> Held {
        while self.now() < until {
            if self.dice.random_range(0..1_000_u32) < 5 {
                self.mishap();
            }
            if self.dice.random_range(0..1_000_u32) < 6 {
                self.counts.one("patient's button");
                self.fault(Fault::Press);
            }
            let left = u64::try_from(until - self.now()).unwrap_or(1).min(SLICE);
            let field = self.field_until.map(|at| u64::try_from(at - self.now()).unwrap_or(1).max(1));
            self.pass(left.min(field.unwrap_or(left)))?;
            if self.field_until.is_some_and(|at| at <= self.now()) {
                self.field_goes();
            }
            if std::mem::take(&mut self.watch.called) && self.comes_at.is_none() {
                self.counts.one("called by two tones");
                self.note("two tones are heard");
                self.comes_at = Some(self.now() + self.dice.random_range(1..36) * HOUR);
            }
            if self.comes_at.is_some_and(|at| at <= self.now()) {
                return Ok(());
            }
        }
        Ok(())
    }
}
