//! The air between a programmer and the pump: it loses, repeats, delays, cuts and garbles what is sent, and time passes in it.

use ::pump::PumpTime;
use programmer::{Wire, WireError};
use rand::rngs::ChaCha8Rng;
use rand::{Rng as _, RngExt as _};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;
use virtual_pump::{Fault, VirtualPump};

/// How often a message meets what, in a hundred.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weather {
    pub lost: u32,
    pub twice: u32,
    pub late: u32,
    pub cut: u32,
    pub garbled: u32,
    pub reset: u32,
    pub power: u32,
}

impl Weather {
    pub(crate) const CALM: Self = Self { lost: 0, twice: 0, late: 0, cut: 0, garbled: 0, reset: 0, power: 0 };
    pub(crate) const ROUGH: Self =
        Self { lost: 10, twice: 3, late: 5, cut: 4, garbled: 4, reset: 1, power: 1 };
    pub(crate) const STORM: Self =
        Self { lost: 40, twice: 5, late: 12, cut: 8, garbled: 8, reset: 3, power: 3 };
}

/// What the air did, for the figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AirCounts {
    /// Messages either way.
    pub messages: u64,
    /// Lost whole.
    pub lost: u64,
    /// Come twice.
    pub twice: u64,
    /// Come after a later one.
    pub late: u64,
    /// Cut at a byte.
    pub cut: u64,
    /// With one byte changed.
    pub garbled: u64,
    /// Resets of the pump beside a message.
    pub resets: u64,
    /// Power failures at a byte of a write soon after a message.
    pub power_cuts: u64,
    /// Sessions in which the programmer died at a message.
    pub deaths: u64,
}

/// A pump, and the air around it.
pub(crate) struct Air {
    pub pump: VirtualPump,
    /// Seconds since 1970 at which this pump's board was made.
    pub made_at: i64,
    pub weather: Weather,
    pub counts: AirCounts,
    /// The programmer dies when it has sent so many messages more.
    dies_after: Option<u32>,
    dead: bool,
    dice: ChaCha8Rng,
    late: [Vec<u8>; 2],
    heard: VecDeque<u8>,
    quiet_millis: u128,
}

/// What becomes of one message.
enum Fate {
    Pass,
    Lost,
    Twice,
    Late,
    Cut,
    Garbled,
}

impl Air {
    pub(crate) fn new(pump: VirtualPump, made_at: i64, dice: ChaCha8Rng) -> Self {
        Self {
            pump,
            made_at,
            weather: Weather::CALM,
            counts: AirCounts::default(),
            dies_after: None,
            dead: false,
            dice,
            late: [Vec::new(), Vec::new()],
            heard: VecDeque::new(),
            quiet_millis: 0,
        }
    }

    /// Seconds since 1970, whatever the pump's clock says.
    pub(crate) fn now(&self) -> i64 {
        self.made_at.saturating_add_unsigned(self.pump.board().elapsed())
    }

    /// The pump's clock.
    pub(crate) const fn clock(&self) -> PumpTime {
        self.pump.now()
    }

    /// A programmer is there, alive; it dies after so many messages if a number is given.
    pub(crate) fn live(&mut self, dies_after: Option<u32>) {
        self.dies_after = dies_after;
        self.dead = dies_after == Some(0);
        self.heard.clear();
        for late in &mut self.late {
            late.clear();
        }
    }

    pub(crate) const fn is_dead(&self) -> bool {
        self.dead
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.dice.random_range(0..100_u32) < percent
    }

    fn fate(&mut self) -> Fate {
        self.counts.messages += 1;
        let weather = self.weather;
        let mut thrown = self.dice.random_range(0..100_u32);
        let mut falls = |percent: u32| {
            let falls = thrown < percent;
            thrown = thrown.saturating_sub(percent);
            falls
        };
        if falls(weather.lost) {
            self.counts.lost += 1;
            Fate::Lost
        } else if falls(weather.twice) {
            self.counts.twice += 1;
            Fate::Twice
        } else if falls(weather.late) {
            self.counts.late += 1;
            Fate::Late
        } else if falls(weather.cut) {
            self.counts.cut += 1;
            Fate::Cut
        } else if falls(weather.garbled) {
            self.counts.garbled += 1;
            Fate::Garbled
        } else {
            Fate::Pass
        }
    }

    /// What arrives, for what was sent: to the pump (0) or from it (1).
    fn carry(&mut self, way: usize, bytes: &[u8]) -> Vec<u8> {
        let place =
            usize::try_from(self.dice.random_range(0..1_000_000_u32)).unwrap_or(0) % bytes.len().max(1);
        let mut arrives = match self.fate() {
            Fate::Pass => bytes.to_vec(),
            Fate::Lost => return Vec::new(),
            Fate::Twice => [bytes, bytes].concat(),
            Fate::Cut => bytes.get(..place).unwrap_or_default().to_vec(),
            Fate::Garbled => {
                let mut garbled = bytes.to_vec();
                if let Some(byte) = garbled.get_mut(place) {
                    *byte ^= 1 << (self.dice.next_u32() % 8);
                }
                garbled
            }
            Fate::Late => {
                if let Some(late) = self.late.get_mut(way) {
                    late.extend_from_slice(bytes);
                }
                return Vec::new();
            }
        };
        if let Some(late) = self.late.get_mut(way) {
            arrives.append(late);
        }
        arrives
    }

    fn air_to_pump(&mut self, bytes: &[u8]) {
        let (reset, power) = (self.weather.reset, self.weather.power);
        if self.chance(reset) {
            self.counts.resets += 1;
            self.pump.apply(Fault::Reset);
        }
        if self.chance(power) {
            self.counts.power_cuts += 1;
            let (write, byte) = (self.dice.random_range(1..5), self.dice.random_range(0..120));
            self.pump.apply(Fault::Cut { write, byte });
        }
        let arrives = self.carry(0, bytes);
        if arrives.is_empty() {
            return;
        }
        let said = self.pump.radio(&arrives);
        if !said.is_empty() {
            let arrives = self.carry(1, &said);
            self.heard.extend(arrives);
        }
    }

    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        if self.dead {
            return Err(WireError::Ended);
        }
        self.air_to_pump(bytes);
        if let Some(left) = &mut self.dies_after {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.dead = true;
                self.counts.deaths += 1;
            }
        }
        Ok(())
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        if self.dead {
            return Err(WireError::Ended);
        }
        if self.heard.is_empty() {
            self.quiet_millis += wait.as_millis();
            if self.quiet_millis >= 1_000 {
                self.quiet_millis = 0;
                self.pump.run_for(1);
            }
        }
        // A stream has no messages: it comes in pieces.
        let count = self.heard.len().min(into.len()).min(700);
        for (place, byte) in into.iter_mut().zip(self.heard.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }
}

/// A programmer's end of the air.
#[derive(Clone)]
pub(crate) struct Radio(pub Rc<RefCell<Air>>);

impl Wire for Radio {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        self.0.borrow_mut().send(bytes)
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        self.0.borrow_mut().receive(into, wait)
    }
}
