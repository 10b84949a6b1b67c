//! A board for the tests: memory whose power can be cut at any byte, a motor that can stall, and a loop around a controller.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, reason = "shared by several tests")]

use controller::log::Log;
use controller::memory::Cells;
use controller::{AskContext, Controller, Effects, Event, Inputs, Outputs};
use proptest::prelude::*;
use pump::cell::{COPY_BYTES_MAX, Cell, MEMORY_BYTES, Memory};
use pump::{
    Amounting, Answer, Ask, BasePart, Battery, BolusKind, BolusPart, Bounds, EmergencyAsk, FillPart, Flowing,
    LogKind, ORDER_VERSION, Order, PatientBolusPart, ProgramPart, Provision, PumpTime, Rate, SignedOrder,
    StepPart, Text, Tone, What,
};
use quantity::{Concentration, Dose, Quotient};

pub const DAY: i64 = 86_400;
/// Thursday, 1 January 2026, at 10:17 on the pump.
pub const START: i64 = 1_767_262_620;
pub const STROKE: u64 = 1_000;
pub const LATE_MAX: i64 = 30;

pub fn provision() -> Provision {
    let tone = Tone { length_seconds: 3, cadence_seconds: 3_600 };
    Provision {
        serial: Text::new("VP-1").unwrap(),
        model: Text::new("virtual").unwrap(),
        stroke_nanolitres: STROKE,
        reservoir_nanolitres: 40_000_000,
        minimum_rate: Flowing { numerator: 6_000, denominator: 1 },
        bounds: Bounds {
            flow_max_nanolitres_per_day: 24_000_000,
            bolus_flow_max_nanolitres_per_day: 86_400_000,
            bolus_volume_max_nanolitres: 2_000_000,
            volume_per_day_max_nanolitres: 40_000_000,
            mass_per_day_max_nanograms: u64::MAX,
            concentration_max_nanograms_per_millilitre: 10_000_000,
        },
        clock_offset_seconds: 0,
        single_tone: tone,
        two_tone: tone,
        stopped_alarm_after_seconds: 172_800,
        indicator_to_end_seconds: 7_776_000,
        emergency_unnoticed_max_seconds: 3_600,
        stage_expires_after_seconds: 600,
        silence_max_seconds: 86_400,
        stall_after_strokes: 3,
        late_max_seconds: LATE_MAX as u32,
        telemetry_trap: true,
        field_shuts_valve: false,
    }
}

/// Bytes that survive; after so many written ones the power fails within the next.
#[derive(Clone)]
pub struct Board {
    pub bytes: Vec<u8>,
    pub left: Option<u64>,
    pub dead: bool,
    pub written: u64,
    /// Cells whose writes do not take.
    pub refuses: Vec<Cell>,
}

impl Board {
    pub fn new() -> Self {
        let bytes = vec![0; MEMORY_BYTES as usize];
        Self { bytes, left: None, dead: false, written: 0, refuses: Vec::new() }
    }
}

impl Memory for Board {
    fn read(&mut self, address: u32, into: &mut [u8]) {
        let from = address as usize;
        into.copy_from_slice(&self.bytes[from..from + into.len()]);
    }

    fn write(&mut self, address: u32, bytes: &[u8]) {
        let refused = self.refuses.iter().any(|cell| {
            let first = cell.address(pump::cell::Copy::A);
            (first..first + 2 * cell.bytes() as u32).contains(&address)
        });
        for (offset, byte) in bytes.iter().enumerate() {
            let place = &mut self.bytes[address as usize + offset];
            if self.dead || refused {
                return;
            }
            if self.left == Some(0) {
                *place ^= 0xA5;
                self.dead = true;
                return;
            }
            *place = *byte;
            self.written += 1;
            if let Some(left) = &mut self.left {
                *left -= 1;
            }
        }
    }
}

/// A controller on a board.
#[derive(Clone)]
pub struct Machine {
    pub board: Board,
    pub controller: Controller,
    pub cells: Cells,
    pub log: Log,
    pub inputs: Inputs,
    pub stalled: bool,
    /// Seconds at which the motor turned.
    pub made: Vec<i64>,
    pub events: Vec<(i64, Event)>,
    pub counter: u64,
}

impl Machine {
    pub fn start(mut board: Board, now: i64, encoder: u64) -> Self {
        let (cells, loaded) = Cells::load(&mut board);
        let log = Log::open(&mut board);
        let controller = Controller::start(provision(), loaded, PumpTime(now), false);
        let inputs = Inputs {
            encoder_strokes: encoder,
            battery: Battery::Good,
            telemetry_hold: false,
            patient_button: false,
        };
        let mut own = Self {
            board,
            controller,
            cells,
            log,
            inputs,
            stalled: false,
            made: vec![],
            events: vec![],
            counter: 0,
        };
        own.step(now);
        own
    }

    pub fn new(now: i64) -> Self {
        Self::start(Board::new(), now, 0)
    }

    /// Power off and on again.
    pub fn restarted(&self, now: i64) -> Self {
        let mut board = self.board.clone();
        (board.left, board.dead) = (None, false);
        let mut own = Self::start(board, now, self.inputs.encoder_strokes);
        own.counter = self.counter;
        own
    }

    fn tell(&mut self, now: i64, events: &[Event]) {
        for event in events {
            self.events.push((now, *event));
            if !self.board.dead {
                self.log.append(&mut self.board, PumpTime(now), event.kind, event.a, event.b).ok();
            }
        }
    }

    fn write(&mut self, now: i64, cell: Cell) -> Option<Effects> {
        let mut payload = [0; COPY_BYTES_MAX];
        let mut scratch = [0; COPY_BYTES_MAX];
        let length = self.controller.payload(cell, &mut payload);
        assert!(length > 0, "{cell:?} has a payload");
        let good = self.cells.store(&mut self.board, cell, &payload[..length], &mut scratch);
        if self.board.dead {
            return None;
        }
        let effects = self.controller.written(PumpTime(now), cell, good);
        self.tell(now, &effects.log);
        Some(effects)
    }

    pub fn step(&mut self, now: i64) -> Outputs {
        let inputs = self.inputs;
        self.inputs.patient_button = false;
        let out = self.controller.step(PumpTime(now), &inputs);
        self.tell(now, &out.log);
        let mut withheld = false;
        for cell in &out.writes {
            match self.write(now, *cell) {
                Some(effects) => withheld |= effects.withheld,
                None => return out,
            }
        }
        if self.board.dead {
            return out;
        }
        if out.strokes == 1 && !withheld && !self.stalled {
            self.made.push(now);
            self.inputs.encoder_strokes += 1;
        }
        assert!(out.strokes <= 1);
        out
    }

    /// Every step that is wanted, up to `until`.
    pub fn run(&mut self, until: i64) {
        while self.controller.wake_at().0 <= until && !self.board.dead {
            let at = self.controller.wake_at().0;
            self.step(at);
        }
        if !self.board.dead {
            self.step(until);
        }
    }

    fn serve(&mut self, now: i64, effects: Effects) -> Option<Answer> {
        self.tell(now, &effects.log);
        match effects.write {
            Some(cell) if !self.board.dead => self.write(now, cell)?.answer,
            Some(_) => None,
            None => effects.answer,
        }
    }

    pub fn ask(&mut self, now: i64, ask: &Ask) -> Option<Answer> {
        let effects = self.controller.ask(PumpTime(now), ask, &close());
        self.serve(now, effects)
    }

    pub fn emergency(&mut self, now: i64, ask: EmergencyAsk) -> Option<Answer> {
        let effects = self.controller.ask_emergency(PumpTime(now), ask, &close());
        self.serve(now, effects)
    }

    /// Stages and commits under the next counter.
    pub fn order(&mut self, now: i64, what: What) -> Option<Answer> {
        self.counter += 1;
        let order = signed(&order(self.counter, now, what));
        match self.ask(now, &Ask::Stage(order)) {
            Some(Answer::Staged(marks)) => self.ask(now, &Ask::Commit { digest: marks.digest }),
            other => other,
        }
    }

    pub fn made_by(&self, at: i64) -> usize {
        self.made.partition_point(|made| *made <= at)
    }

    pub fn count(&self, kind: LogKind) -> usize {
        self.events.iter().filter(|(_, event)| event.kind == kind).count()
    }
}

pub fn close() -> AskContext<'static> {
    AskContext { close: true, signature_good: true, alarms: &[], log_newest: 0, log_kept: 0 }
}

pub fn order(counter: u64, now: i64, what: What) -> Order {
    Order {
        version: ORDER_VERSION,
        serial: Text::new("VP-1").unwrap(),
        counter,
        id: Text::new("order").unwrap(),
        record_digest: [7; 32],
        prescribed_by: Text::new("P").unwrap(),
        checked_by: None,
        not_before: now - 60,
        expires_at: now + 3_600,
        what,
    }
}

pub fn signed(order: &Order) -> SignedOrder {
    SignedOrder { bytes: order.to_bytes().unwrap(), signature: [[1; 32]; 2] }
}

/// With the totals that the pump works out.
pub fn part(
    strength: u64,
    boluses: &[BolusPart],
    base: BasePart,
    patient: Option<PatientBolusPart>,
) -> ProgramPart {
    let mut part = ProgramPart {
        drug: Text::new("baclofen").unwrap(),
        concentration_nanograms_per_millilitre: strength,
        boluses: boluses.iter().copied().collect(),
        base,
        patient_bolus: patient,
        day_totals_nanograms: [0; 7],
        fill: None::<FillPart>,
    };
    if let Ok(program) = part.program(provision().minimum_rate) {
        part.day_totals_nanograms = ProgramPart::day_totals(&program, strength);
    }
    part
}

pub fn flow(strength: u64, dose_nanograms: u64) -> Flowing {
    let strength = Concentration::from_nanograms_per_millilitre(strength).unwrap();
    let dose = Dose::from_nanograms_per_day(dose_nanograms).unwrap();
    Flowing::of(Rate::new(dose.at_concentration(strength).unwrap()).unwrap())
}

pub fn volume(nanograms: u64, strength: u64) -> Amounting {
    Amounting::of(Quotient::new(u128::from(nanograms) * 1_000_000, u128::from(strength)).unwrap())
}

pub fn continuous(nanolitres_per_day: u64) -> ProgramPart {
    let flow = Flowing { numerator: nanolitres_per_day, denominator: 1 };
    part(500_000, &[], BasePart::Continuous(flow), None)
}

pub fn bolus(nanolitres: u64, over_seconds: u32) -> BolusPart {
    let volume = Amounting { numerator: nanolitres, denominator: 1 };
    BolusPart { kind: BolusKind::Single, volume, over_seconds }
}

fn bases(strength: u64, dose_max: u64) -> impl Strategy<Value = BasePart> {
    let dose = move || (0..=dose_max).prop_map(move |dose| flow(strength, dose));
    let later = prop::collection::btree_map(1_u32..86_400, dose(), 0..12);
    let day = (dose(), later).prop_map(|(first, later)| {
        let first = StepPart { from_second: 0, flow: first };
        let later = later.into_iter().map(|(from_second, flow)| StepPart { from_second, flow });
        core::iter::once(first).chain(later).collect::<heapless::Vec<_, 13>>()
    });
    prop_oneof![
        3 => dose().prop_map(BasePart::Continuous),
        5 => prop::array::uniform7(day).prop_map(BasePart::Flex),
        1 => Just(BasePart::MinimumRate),
        1 => Just(BasePart::Stopped),
    ]
}

/// Programs with up to three boluses, in strengths that divide badly too; at most `flow_max` nL a day.
pub fn programs(flow_max: u64) -> impl Strategy<Value = ProgramPart> {
    let strengths = prop::sample::select(vec![500_000_u64, 2_000_000, 333_333, 999_983, 1_234_567]);
    strengths.prop_flat_map(move |strength| {
        let dose_max = flow_max * strength / 1_000_000;
        let bolus =
            (1_u64..dose_max / 5, 1_u32..30_000).prop_filter_map("a stroke a second", move |(mass, over)| {
                let nanolitres = mass * 1_000_000 / strength;
                (nanolitres < u64::from(over) * 900).then(|| BolusPart {
                    kind: BolusKind::Bridge,
                    volume: volume(mass, strength),
                    over_seconds: over,
                })
            });
        (prop::collection::vec(bolus, 0..4), bases(strength, dose_max))
            .prop_map(move |(boluses, base)| part(strength, &boluses, base, None))
    })
}
