//! What the tests share: a real pump on a simulated board, and a radio to it that loses, repeats, delays and cuts.
#![allow(dead_code, reason = "each test uses some of it")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use implant::{Made, Secrets};
use programmer::{Identity, PumpCard, Session, TalkError, Wire, WireError, pair};
use proptest::prelude::*;
use pump::{
    BasePart, Bounds, FillPart, Flowing, HoldKind, ORDER_VERSION, Order, ProgramPart, Provision, PumpTime,
    Text, Tone, What,
};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;
use virtual_pump::{Fault, VirtualPump};

pub const SERIAL: &str = "VP-1";
const START: PumpTime = PumpTime(1_750_000_000);

fn provision() -> Provision {
    Provision {
        serial: Text::new(SERIAL).unwrap(),
        model: Text::new("virtual").unwrap(),
        stroke_nanolitres: 1_000,
        reservoir_nanolitres: 40_000_000,
        minimum_rate: Flowing { numerator: 6_000, denominator: 1 },
        bounds: Bounds {
            flow_max_nanolitres_per_day: 24_000_000,
            bolus_flow_max_nanolitres_per_day: 60_000_000,
            bolus_volume_max_nanolitres: 1_000_000,
            volume_per_day_max_nanolitres: 24_000_000,
            mass_per_day_max_nanograms: 50_000_000,
            concentration_max_nanograms_per_millilitre: 4_000_000,
        },
        clock_offset_seconds: 7_200,
        single_tone: Tone { length_seconds: 1, cadence_seconds: 3_600 },
        two_tone: Tone { length_seconds: 3, cadence_seconds: 600 },
        stopped_alarm_after_seconds: 48 * 3_600,
        indicator_to_end_seconds: 90 * 86_400,
        emergency_unnoticed_max_seconds: 3_600,
        stage_expires_after_seconds: 900,
        silence_max_seconds: 6 * 3_600,
        stall_after_strokes: 3,
        late_max_seconds: 60,
        telemetry_trap: false,
        field_shuts_valve: false,
    }
}

pub fn made() -> Made {
    Made { provision: provision(), secrets: Secrets { link: [7; 32], card: [9; 32] } }
}

pub fn card() -> PumpCard {
    let secrets = made().secrets;
    PumpCard { serial: SERIAL.to_owned(), pump_key: secrets.public(), pairing_secret: secrets.card }
}

pub fn identity() -> Identity {
    Identity::of_seed(&[3; 32])
}

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Pass,
    Lose,
    Twice,
    /// After the next one that goes the same way.
    Late,
    /// Only half of it.
    Cut,
    /// It passes, and the pump is reset just before it comes, or just after it has left.
    Reset,
    /// It passes, and power fails in one of the pump's next writes, at this byte.
    PowerCut {
        write: u32,
        byte: u32,
    },
}

pub fn fates() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Pass),
        4 => Just(Fate::Lose),
        1 => Just(Fate::Twice),
        2 => Just(Fate::Late),
        1 => Just(Fate::Cut),
        1 => Just(Fate::Reset),
        2 => (1_u32..6, 0_u32..400).prop_map(|(write, byte)| Fate::PowerCut { write, byte }),
    ]
}

/// A pump, and the air between it and its programmers.
pub struct Air {
    pub pump: VirtualPump,
    /// What becomes of the messages to come, in the order in which they are sent, either way.
    pub plan: VecDeque<Fate>,
    /// What becomes of those after the plan.
    pub then: Fate,
    /// Messages so far, either way.
    pub messages: usize,
    late: [Vec<u8>; 2],
    heard: VecDeque<u8>,
    quiet: u32,
}

impl Air {
    fn fate(&mut self) -> Fate {
        self.messages += 1;
        self.plan.pop_front().unwrap_or(self.then)
    }

    /// What arrives, for what was sent: to the pump (0) or from it (1).
    fn carry(&mut self, way: usize, bytes: &[u8]) -> Vec<u8> {
        let fate = self.fate();
        let mut arrives = match fate {
            Fate::Pass => bytes.to_vec(),
            Fate::Lose => Vec::new(),
            Fate::Twice => [bytes, bytes].concat(),
            Fate::Cut => bytes[..bytes.len() / 2].to_vec(),
            Fate::Reset => {
                self.pump.apply(Fault::Reset);
                bytes.to_vec()
            }
            Fate::PowerCut { write, byte } => {
                self.pump.apply(Fault::Cut { write, byte });
                bytes.to_vec()
            }
            Fate::Late => {
                self.late[way].extend_from_slice(bytes);
                return Vec::new();
            }
        };
        if fate != Fate::Lose {
            arrives.append(&mut self.late[way]);
        }
        arrives
    }

    fn reaches_pump(&mut self, bytes: &[u8]) {
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

    /// What was late comes now, and time passes.
    pub fn settle(&mut self) {
        let late = std::mem::take(&mut self.late[0]);
        self.pump.radio(&late);
        self.pump.run_for(60);
    }
}

/// A programmer's end of the air.
#[derive(Clone)]
pub struct Radio(pub Rc<RefCell<Air>>);

impl Radio {
    pub fn plan(&self, plan: impl IntoIterator<Item = Fate>, then: Fate) {
        let mut air = self.0.borrow_mut();
        air.plan = plan.into_iter().collect();
        air.then = then;
        air.messages = 0;
    }

    /// The plan is over, and power holds; what was on its way arrives, to nobody on this side.
    pub fn calm(&self) {
        self.plan([], Fate::Pass);
        self.pump(|pump| pump.apply(Fault::Cut { write: u32::MAX, byte: 0 }));
        self.0.borrow_mut().settle();
        self.0.borrow_mut().heard.clear();
    }

    pub fn pump<T>(&self, look: impl FnOnce(&mut VirtualPump) -> T) -> T {
        look(&mut self.0.borrow_mut().pump)
    }

    pub fn session(&self, seed: u64) -> Result<Session<Self>, TalkError> {
        let mut random = Random(seed);
        Session::open(self.clone(), &identity(), SERIAL, &card().pump_key, &mut |into| random.fill(into))
    }
}

impl Wire for Radio {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        self.0.borrow_mut().reaches_pump(bytes);
        Ok(())
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        let mut air = self.0.borrow_mut();
        if air.heard.is_empty() {
            air.quiet += u32::try_from(wait.as_millis()).unwrap();
            if air.quiet >= 1_000 {
                air.quiet = 0;
                air.pump.run_for(1);
            }
        }
        // A stream has no messages: it comes in pieces.
        let count = air.heard.len().min(into.len()).min(700);
        for (place, byte) in into.iter_mut().zip(air.heard.drain(..count)) {
            *place = byte;
        }
        Ok(count)
    }
}

/// Bytes that look random and are the same each time.
pub struct Random(pub u64);

impl Random {
    pub fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (self.0 >> 56) as u8;
        }
    }
}

/// A new pump, filled; a hand has been close for long enough to pair.
pub fn pump() -> VirtualPump {
    let mut pump = VirtualPump::new(&made(), START, 1).unwrap();
    pump.board_mut().fill(40_000_000);
    pump.apply(Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS + 1);
    pump
}

pub fn air() -> Radio {
    let (late, heard) = ([Vec::new(), Vec::new()], VecDeque::new());
    let (pump, plan) = (pump(), VecDeque::new());
    Radio(Rc::new(RefCell::new(Air { pump, plan, then: Fate::Pass, messages: 0, late, heard, quiet: 0 })))
}

pub fn paired() -> Radio {
    let radio = air();
    let mut random = Random(5);
    pair(radio.clone(), &identity(), &card(), "clinic", &mut |into| random.fill(into)).unwrap();
    radio
}

pub fn order(counter: u64, what: What) -> Order {
    Order {
        version: ORDER_VERSION,
        serial: Text::new(SERIAL).unwrap(),
        counter,
        id: Text::new("order-7").unwrap(),
        record_digest: [counter as u8; 32],
        prescribed_by: Text::new("A. Physician").unwrap(),
        checked_by: None,
        not_before: START.0 - 60,
        expires_at: START.0 + 86_400,
        what,
    }
}

/// nL per day of 500 micrograms per mL, with a fill.
pub fn continuous(nanolitres_per_day: u64) -> What {
    let mut part = ProgramPart {
        drug: Text::new("baclofen").unwrap(),
        concentration_nanograms_per_millilitre: 500_000,
        boluses: heapless::Vec::new(),
        base: BasePart::Continuous(Flowing { numerator: nanolitres_per_day, denominator: 1 }),
        patient_bolus: None,
        day_totals_nanograms: [0; 7],
        fill: Some(FillPart { volume_nanolitres: 40_000_000, alarm_volume_nanolitres: 2_000_000 }),
    };
    let program = part.program(provision().minimum_rate).unwrap();
    part.day_totals_nanograms =
        ProgramPart::day_totals(&program, part.concentration_nanograms_per_millilitre);
    What::Program(part)
}

pub const fn hold(kind: HoldKind) -> What {
    What::Hold { kind, remind_after_seconds: 3_600 }
}
