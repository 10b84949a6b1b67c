//! What the tests share: a pump, a programmer that is paired with it, and orders.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
#![allow(dead_code, reason = "each test uses some of it")]

use implant::{Made, Secrets};
use pump::{
    Answer, BasePart, Bounds, FillPart, Flowing, HoldKind, LogEntry, LogKind, ORDER_VERSION, Order,
    ProgramPart, Provision, PumpTime, Text, Tone, What,
};
use virtual_pump::{Fault, VirtualPump, Visit};

pub const START: PumpTime = PumpTime(1_750_000_000);
pub const DAY: u64 = 86_400;

pub fn provision() -> Provision {
    Provision {
        serial: Text::new("VP-1").unwrap(),
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
        clock_offset_seconds: 0,
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

pub fn made_of(provision: Provision) -> Made {
    Made { provision, secrets: Secrets { link: [7; 32], card: [9; 32] } }
}

pub fn made() -> Made {
    made_of(provision())
}

pub fn new_pump() -> VirtualPump {
    let mut pump = VirtualPump::new(&made(), START, 1).unwrap();
    pump.board_mut().fill(40_000_000);
    pump
}

pub fn programmer(made: &Made, seed: u64) -> Visit {
    Visit::new(made.provision.serial.clone(), made.secrets.public(), made.secrets.card, seed)
}

/// Holds the programmer at the pump until it may pair, pairs and opens a session; the hand stays.
pub fn paired(pump: &mut VirtualPump, made: &Made, seed: u64) -> Visit {
    let mut visit = programmer(made, seed);
    pump.apply(Fault::Close(true));
    pump.run_for(implant::HELD_SECONDS + 1);
    visit.pair(pump).unwrap();
    visit.connect(pump).unwrap();
    visit
}

pub fn order(counter: u64, now: PumpTime, what: What) -> Order {
    Order {
        version: ORDER_VERSION,
        serial: Text::new("VP-1").unwrap(),
        counter,
        id: Text::new("order").unwrap(),
        record_digest: [counter as u8; 32],
        prescribed_by: Text::new("Physician").unwrap(),
        checked_by: None,
        not_before: now.0 - 60,
        expires_at: now.0 + 3_600,
        what,
    }
}

/// nL per day of 500 µg/mL, with a fill.
pub fn continuous(nanolitres_per_day: u64, fill: bool) -> ProgramPart {
    let fill = fill.then_some(FillPart { volume_nanolitres: 40_000_000, alarm_volume_nanolitres: 2_000_000 });
    with_totals(ProgramPart {
        drug: Text::new("baclofen").unwrap(),
        concentration_nanograms_per_millilitre: 500_000,
        boluses: heapless::Vec::new(),
        base: BasePart::Continuous(Flowing { numerator: nanolitres_per_day, denominator: 1 }),
        patient_bolus: None,
        day_totals_nanograms: [0; 7],
        fill,
    })
}

pub fn with_totals(mut part: ProgramPart) -> ProgramPart {
    let program = part.program(provision().minimum_rate).unwrap();
    part.day_totals_nanograms =
        ProgramPart::day_totals(&program, part.concentration_nanograms_per_millilitre);
    part
}

pub fn hold(kind: HoldKind, remind_after_seconds: u32) -> What {
    What::Hold { kind, remind_after_seconds }
}

/// Enters an order and insists that it runs.
pub fn enter(pump: &mut VirtualPump, visit: &mut Visit, counter: u64, what: What) -> PumpTime {
    let order = order(counter, pump.now(), what);
    match visit.enter(pump, &order).unwrap() {
        Answer::Runs { since, .. } => PumpTime(since),
        other => panic!("{other:?}"),
    }
}

/// The entries of the log that are kept, oldest first.
pub fn logged(pump: &mut VirtualPump) -> Vec<LogEntry> {
    let log = pump.implant().unwrap().log().clone();
    let mut entries: Vec<LogEntry> = Vec::new();
    loop {
        let from = entries.last().map_or(1, |last| last.number + 1);
        let page = log.read(pump.board_mut(), from);
        if page.is_empty() {
            return entries;
        }
        entries.extend(page);
    }
}

/// Of these kinds, what the log has: kind and number `a`, oldest first.
pub fn told(pump: &mut VirtualPump, kinds: &[LogKind]) -> Vec<(LogKind, u32)> {
    let entries = logged(pump).into_iter().filter(|entry| kinds.contains(&entry.kind));
    entries.map(|entry| (entry.kind, entry.a)).collect()
}
