//! The scripted board: a fixed memory, a clock that goes as it is told, and everything seen is told.

use super::Defect;
use crate::board::Board;
use controller::Hardware;
use pump::cell::{MEMORY_BYTES, Memory, checksum};
use pump::{AlarmSound, Battery, PumpTime};

/// The board's state.
pub(super) struct Scripted {
    pub(super) memory: [u8; MEMORY_BYTES as usize],
    pub(super) clock: i64,
    pub(super) ticks: u64,
    pub(super) random: u64,
    pub(super) powered: bool,
    reset: bool,
    low_battery: bool,
    cut: Option<(u16, u16)>,
    stalled: bool,
    commanded: u64,
    turned: u64,
    close: bool,
    pressed: bool,
    telemetry: bool,
    battery: Battery,
}

impl Scripted {
    pub(super) const fn new() -> Self {
        Self {
            memory: [0; MEMORY_BYTES as usize],
            clock: 0,
            ticks: 0,
            random: 0,
            powered: true,
            reset: false,
            low_battery: false,
            cut: None,
            stalled: false,
            commanded: 0,
            turned: 0,
            close: false,
            pressed: false,
            telemetry: false,
            battery: Battery::Good,
        }
    }

    pub(super) const fn pass(&mut self, seconds: u64) {
        self.clock = self.clock.saturating_add_unsigned(seconds);
        self.ticks = self.ticks.saturating_add(seconds);
    }

    pub(super) const fn take_reset(&mut self) -> bool {
        let wanted = self.reset;
        self.reset = false;
        if wanted {
            self.powered = true;
        }
        wanted
    }

    const fn fail(&mut self) {
        self.powered = false;
        self.reset = true;
    }

    /// Does what a defect says; whether the loop is woken by it.
    pub(super) fn apply(&mut self, defect: Defect) -> bool {
        match defect {
            Defect::Stall => self.stalled = true,
            Defect::Recover => self.stalled = false,
            Defect::Close(on) => {
                self.close = on;
                return true;
            }
            Defect::Press => {
                self.pressed = true;
                return true;
            }
            Defect::Battery(state) => {
                self.battery = match state {
                    0 => Battery::Good,
                    1 => Battery::ElectiveReplacement,
                    _ => Battery::Spent,
                };
                return true;
            }
            Defect::BrownOut => {
                self.low_battery = true;
                self.fail();
                return true;
            }
            Defect::Reset => {
                self.fail();
                return true;
            }
            Defect::Corrupt(cell, copy) => {
                if let Some(byte) = self.memory.get_mut(cell.address(copy) as usize + 9) {
                    *byte = !*byte;
                }
            }
            Defect::Clock(seconds) => self.clock = self.clock.saturating_add(i64::from(seconds)),
            Defect::Cut { write, byte } => self.cut = Some((write, byte)),
            Defect::Telemetry(on) => self.telemetry = on,
        }
        false
    }
}

/// The board while somebody looks.
pub(super) struct Seen<'a, 'b> {
    pub(super) board: &'a mut Scripted,
    pub(super) radio: &'a [u8],
    pub(super) sink: &'a mut (dyn FnMut(&[u8]) + 'b),
}

impl Seen<'_, '_> {
    fn tell_at(&mut self, tag: u8) {
        (self.sink)(&[tag]);
        // 136 years of seconds.
        (self.sink)(&(self.board.ticks as u32).to_le_bytes());
    }
}

impl Memory for Seen<'_, '_> {
    fn read(&mut self, address: u32, into: &mut [u8]) {
        let from = address as usize;
        match self.board.memory.get(from..from.saturating_add(into.len())) {
            Some(there) => into.copy_from_slice(there),
            None => into.fill(0),
        }
    }

    fn write(&mut self, address: u32, bytes: &[u8]) {
        if !self.board.powered {
            return;
        }
        let mut written = bytes.len();
        let mut fails = false;
        if let Some((before, byte)) = &mut self.board.cut {
            if *before == 0 {
                written = usize::from(*byte).min(bytes.len());
                fails = true;
            } else {
                *before -= 1;
            }
        }
        let room = self.board.memory.get_mut(address as usize..).unwrap_or_default();
        for (place, byte) in room.iter_mut().zip(bytes).take(written) {
            *place = *byte;
        }
        (self.sink)(b"W");
        (self.sink)(&address.to_le_bytes());
        (self.sink)(&(written as u16).to_le_bytes());
        (self.sink)(&checksum(bytes.get(..written).unwrap_or_default()).to_le_bytes());
        if fails {
            self.board.cut = None;
            self.board.fail();
        }
    }
}

impl Hardware for Seen<'_, '_> {
    fn now(&mut self) -> PumpTime {
        PumpTime(self.board.clock)
    }

    fn stroke(&mut self) {
        if !self.board.powered {
            return;
        }
        self.board.commanded += 1;
        if !self.board.stalled {
            self.board.turned += 1;
        }
        self.tell_at(b'S');
    }

    fn encoder_strokes(&mut self) -> u64 {
        self.board.turned
    }

    fn battery(&mut self) -> Battery {
        self.board.battery
    }

    fn low_battery_reset(&mut self) -> bool {
        core::mem::take(&mut self.board.low_battery)
    }

    fn telemetry_hold(&mut self) -> bool {
        self.board.telemetry
    }

    fn patient_button(&mut self) -> bool {
        core::mem::take(&mut self.board.pressed)
    }

    fn is_close(&mut self) -> bool {
        self.board.close
    }

    fn sound(&mut self, sound: Option<AlarmSound>) {
        if !self.board.powered {
            return;
        }
        self.tell_at(b'T');
        let which = match sound {
            None => 0,
            Some(AlarmSound::SingleTone) => 1,
            Some(AlarmSound::TwoTone) => 2,
        };
        (self.sink)(&[which]);
    }

    fn receive(&mut self, into: &mut [u8]) -> usize {
        let count = into.len().min(self.radio.len());
        if let (Some(place), Some((taken, rest))) =
            (into.get_mut(..count), self.radio.split_at_checked(count))
        {
            place.copy_from_slice(taken);
            self.radio = rest;
        }
        count
    }

    fn send(&mut self, bytes: &[u8]) {
        if !self.board.powered {
            return;
        }
        self.tell_at(b'R');
        (self.sink)(&(bytes.len() as u16).to_le_bytes());
        (self.sink)(bytes);
    }
}

impl Board for Seen<'_, '_> {
    fn ticks(&mut self) -> u64 {
        self.board.ticks
    }

    fn commanded_strokes(&mut self) -> u64 {
        self.board.commanded
    }

    fn random(&mut self, into: &mut [u8]) {
        spread(&mut self.board.random, into);
    }
}

/// SplitMix64: bytes that repeat with their seed. For simulations; nothing that is to stay secret may come from it.
pub fn spread(state: &mut u64, into: &mut [u8]) {
    for piece in into.chunks_mut(8) {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        for (place, byte) in piece.iter_mut().zip(mixed.to_le_bytes()) {
            *place = byte;
        }
    }
}
