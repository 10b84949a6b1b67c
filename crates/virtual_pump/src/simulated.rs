//! The hardware of a pump, simulated: every stroke, sound, byte and write is seen, and time goes as it is told.

use crate::fault::{BatteryFault, Copies, Fault};
use crate::motor::{Motor, Truth};
use ::pump::cell::{Cell, Copy, MEMORY_BYTES, Memory};
use ::pump::{AlarmSound, Battery, Provision, PumpTime};
use controller::Hardware;
use implant::Board;
use implant::trace::spread;
use std::collections::VecDeque;

/// What the simulated board needs to know of the pump that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fitting {
    /// Fluid in one stroke, nL.
    pub stroke_nanolitres: u64,
    /// Whether a strong field shuts a valve until it is reset by hand; else it makes the rotor stand while it lasts.
    pub field_shuts_valve: bool,
    /// Whether a field that comes while an alarm sounds puts the receiver into telemetry.
    pub telemetry_trap: bool,
}

impl From<&Provision> for Fitting {
    fn from(provision: &Provision) -> Self {
        Self {
            stroke_nanolitres: provision.stroke_nanolitres,
            field_shuts_valve: provision.field_shuts_valve,
            telemetry_trap: provision.telemetry_trap,
        }
    }
}

/// A sound that began, or silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Pump time.
    pub at: PumpTime,
    /// What; `None` where it ended.
    pub sound: Option<AlarmSound>,
}

/// Where power will fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CutAt {
    writes_before: u32,
    byte: usize,
}

/// Sounds that are remembered until somebody takes them.
const HEARD_MAX: usize = 100_000;

/// An alarm counts as sounding from one tone to the next: an hour for the slowest, and a little.
const SOUNDS_WITHIN_SECONDS: u64 = 3_700;

/// The simulated board.
#[derive(Debug, Clone)]
pub struct Simulated {
    fitting: Fitting,
    clock: i64,
    ticks: u64,
    memory: Vec<u8>,
    writes: u64,
    cut: Option<CutAt>,
    cut_length: usize,
    worn: Vec<Cell>,
    powered: bool,
    reset: bool,
    low_battery: bool,
    motor: Motor,
    battery: Battery,
    telemetry: bool,
    close: bool,
    pressed: bool,
    sounding: Option<AlarmSound>,
    sounded_at: Option<u64>,
    heard: Vec<Heard>,
    inbound: VecDeque<u8>,
    outbound: Vec<u8>,
    lose: u32,
    random: u64,
}

impl Simulated {
    /// A board with blank memory at a time; `seed` is what its randomness comes from.
    #[must_use]
    pub fn new(fitting: Fitting, now: PumpTime, seed: u64) -> Self {
        Self::with_memory(fitting, now, seed, Vec::new())
    }

    /// A board with a memory that was kept; what is missing is blank.
    #[must_use]
    pub fn with_memory(fitting: Fitting, now: PumpTime, seed: u64, mut memory: Vec<u8>) -> Self {
        memory.resize(MEMORY_BYTES as usize, 0);
        Self {
            fitting,
            clock: now.0,
            ticks: 0,
            memory,
            writes: 0,
            cut: None,
            cut_length: 0,
            worn: Vec::new(),
            powered: true,
            reset: false,
            low_battery: false,
            motor: Motor::default(),
            battery: Battery::Good,
            telemetry: false,
            close: false,
            pressed: false,
            sounding: None,
            sounded_at: None,
            heard: Vec::new(),
            inbound: VecDeque::new(),
            outbound: Vec::new(),
            lose: 0,
            random: seed,
        }
    }

    /// The pump's clock.
    #[must_use]
    pub const fn clock(&self) -> PumpTime {
        PumpTime(self.clock)
    }

    /// Lets so much time pass, s.
    pub const fn pass(&mut self, seconds: u64) {
        self.clock = self.clock.saturating_add_unsigned(seconds);
        self.ticks = self.ticks.saturating_add(seconds);
    }

    /// Seconds since the board was made, whatever its clock says.
    #[must_use]
    pub const fn elapsed(&self) -> u64 {
        self.ticks
    }

    /// The memory.
    #[must_use]
    pub fn memory(&self) -> &[u8] {
        &self.memory
    }

    /// Writes so far.
    #[must_use]
    pub const fn writes(&self) -> u64 {
        self.writes
    }

    /// How many bytes the write had in which power failed last.
    #[must_use]
    pub const fn cut_write_length(&self) -> usize {
        self.cut_length
    }

    /// What has really left, and how.
    #[must_use]
    pub const fn truth(&self) -> &Truth {
        self.motor.truth()
    }

    /// The motor.
    #[must_use]
    pub const fn motor(&self) -> &Motor {
        &self.motor
    }

    /// Puts fluid into the reservoir, nL: it holds this from now on.
    pub const fn fill(&mut self, nanolitres: u64) {
        self.motor.fill(nanolitres);
    }

    pub(crate) const fn resume(&mut self, truth: Truth) {
        self.motor.resume(truth);
    }

    /// Whether power is there; what the board is told without it has no effect.
    #[must_use]
    pub const fn is_powered(&self) -> bool {
        self.powered
    }

    /// Whether the processor must start anew, and lets it: power is back, what was on its way over the radio is gone.
    pub fn take_reset(&mut self) -> bool {
        let wanted = core::mem::take(&mut self.reset);
        if wanted {
            self.powered = true;
            self.inbound.clear();
            self.sounding = None;
        }
        wanted
    }

    /// What sounds now.
    #[must_use]
    pub const fn sounding(&self) -> Option<AlarmSound> {
        self.sounding
    }

    /// The sounds heard since the last call.
    pub fn take_heard(&mut self) -> Vec<Heard> {
        core::mem::take(&mut self.heard)
    }

    /// The sounds heard since they were taken.
    #[must_use]
    pub fn heard(&self) -> &[Heard] {
        &self.heard
    }

    /// Bytes arrive over the radio.
    pub fn radio_in(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.lose > 0 {
                self.lose -= 1;
            } else {
                self.inbound.push_back(*byte);
            }
        }
    }

    /// Whether bytes wait to be received.
    #[must_use]
    pub fn has_inbound(&self) -> bool {
        !self.inbound.is_empty()
    }

    /// The bytes sent over the radio since the last call.
    pub fn radio_out(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.outbound)
    }

    /// Whether a strong field is there.
    #[must_use]
    pub const fn in_field(&self) -> bool {
        self.motor.in_field()
    }

    /// Does what a fault says. A reset, a brown-out and a cut ask for a new start: [`Self::take_reset`].
    pub fn apply(&mut self, fault: Fault) {
        match fault {
            Fault::Stall => self.motor.stall(),
            Fault::Recover => self.motor.recover(),
            Fault::Field(on) => {
                let alarm =
                    self.sounded_at.is_some_and(|at| self.ticks.saturating_sub(at) <= SOUNDS_WITHIN_SECONDS);
                if on && self.fitting.telemetry_trap && alarm {
                    self.telemetry = true;
                }
                if !on {
                    self.telemetry = false;
                }
                self.motor.field(on, self.fitting.field_shuts_valve);
            }
            Fault::Slip { permille } => self.motor.slip(permille),
            Fault::Fast { permille } => self.motor.fast(permille),
            Fault::Battery(BatteryFault::Good) => self.battery = Battery::Good,
            Fault::Battery(BatteryFault::ElectiveReplacement) => self.battery = Battery::ElectiveReplacement,
            Fault::Battery(BatteryFault::Spent) => self.battery = Battery::Spent,
            Fault::Battery(BatteryFault::BrownOut) => {
                self.low_battery = true;
                self.fail();
            }
            Fault::Reset => self.fail(),
            Fault::Cut { write, byte } => {
                self.cut = Some(CutAt { writes_before: write.saturating_sub(1), byte: byte as usize });
            }
            Fault::Corrupt(cell, copies) => {
                for (copy, wanted) in [(Copy::A, copies != Copies::B), (Copy::B, copies != Copies::A)] {
                    if wanted {
                        self.spoil(cell, copy);
                    }
                }
            }
            Fault::Wear(cell, on) => {
                self.worn.retain(|worn| *worn != cell);
                if on {
                    self.worn.push(cell);
                }
            }
            Fault::Close(on) => self.close = on,
            Fault::Press => self.pressed = true,
            Fault::ValveReset => self.motor.reset_valve(),
            Fault::Clock { seconds } => self.clock = self.clock.saturating_add(seconds),
            Fault::LoseRadio { bytes } => self.lose = self.lose.saturating_add(bytes),
        }
    }

    /// Turns over the bits of a byte of the payload.
    fn spoil(&mut self, cell: Cell, copy: Copy) {
        let place = cell.address(copy) as usize + 9;
        if let Some(byte) = self.memory.get_mut(place) {
            *byte = !*byte;
        }
    }

    fn fail(&mut self) {
        self.powered = false;
        self.reset = true;
    }
}

impl Memory for Simulated {
    fn read(&mut self, address: u32, into: &mut [u8]) {
        let from = address as usize;
        let there = self.memory.get(from..from.saturating_add(into.len()));
        match there {
            Some(bytes) => into.copy_from_slice(bytes),
            None => into.fill(0),
        }
    }

    fn write(&mut self, address: u32, bytes: &[u8]) {
        if !self.powered {
            return;
        }
        self.writes += 1;
        let mut written = bytes.len();
        let mut fails = false;
        if let Some(cut) = &mut self.cut {
            if cut.writes_before == 0 {
                written = cut.byte.min(bytes.len());
                self.cut_length = bytes.len();
                fails = true;
            } else {
                cut.writes_before -= 1;
            }
        }
        let from = address as usize;
        let holds = |cell: &Cell| {
            let first = cell.address(Copy::A) as usize;
            (first..first + 2 * cell.bytes()).contains(&from)
        };
        if self.worn.iter().any(holds) {
            return;
        }
        let room = self.memory.get_mut(from..).unwrap_or_default();
        for (place, byte) in room.iter_mut().zip(bytes).take(written) {
            *place = *byte;
        }
        if fails {
            // The byte at which power fails may hold anything.
            if let Some(place) = room.get_mut(written).filter(|_| written < bytes.len()) {
                *place ^= 0x5A;
            }
            self.cut = None;
            self.fail();
        }
    }
}

impl Hardware for Simulated {
    fn now(&mut self) -> PumpTime {
        PumpTime(self.clock)
    }

    fn stroke(&mut self) {
        if self.powered {
            self.motor.stroke(self.fitting.stroke_nanolitres);
        }
    }

    fn encoder_strokes(&mut self) -> u64 {
        self.motor.truth().turned_strokes
    }

    fn battery(&mut self) -> Battery {
        self.battery
    }

    fn low_battery_reset(&mut self) -> bool {
        core::mem::take(&mut self.low_battery)
    }

    fn telemetry_hold(&mut self) -> bool {
        self.telemetry
    }

    fn patient_button(&mut self) -> bool {
        core::mem::take(&mut self.pressed)
    }

    fn is_close(&mut self) -> bool {
        self.close
    }

    fn sound(&mut self, sound: Option<AlarmSound>) {
        if !self.powered {
            return;
        }
        self.sounding = sound;
        if sound.is_some() {
            self.sounded_at = Some(self.ticks);
        }
        if self.heard.len() < HEARD_MAX {
            self.heard.push(Heard { at: PumpTime(self.clock), sound });
        }
    }

    fn receive(&mut self, into: &mut [u8]) -> usize {
        let count = into.len().min(self.inbound.len());
        for (place, byte) in into.iter_mut().zip(self.inbound.drain(..count)) {
            *place = byte;
        }
        count
    }

    fn send(&mut self, bytes: &[u8]) {
        if !self.powered {
            return;
        }
        for byte in bytes {
            if self.lose > 0 {
                self.lose -= 1;
            } else {
                self.outbound.push(*byte);
            }
        }
    }
}

impl Board for Simulated {
    fn ticks(&mut self) -> u64 {
        self.ticks
    }

    fn commanded_strokes(&mut self) -> u64 {
        self.motor.truth().commanded_strokes
    }

    fn random(&mut self, into: &mut [u8]) {
        spread(&mut self.random, into);
    }
}
