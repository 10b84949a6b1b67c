//! Boluses of the patient: R-CTL-4 (rules against a plain oracle), R-CTL-5 (spread, the base unchanged).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod board;

use board::{DAY, Machine, START, STROKE, bolus, continuous, provision};
use proptest::prelude::*;
use pump::{
    Amounting, BasePart, Curve, Delivery, EmergencyAsk, HoldKind, LogKind, PatientBolusPart, PumpTime, What,
};
use quantity::Volume;

fn patient(nanolitres: u64, over: u32, lockout: u32, per_day_max: u32) -> PatientBolusPart {
    let volume = Amounting { numerator: nanolitres, denominator: 1 };
    PatientBolusPart { volume, over_seconds: over, lockout_seconds: lockout, per_day_max }
}

fn pressed(machine: &mut Machine, at: i64) -> Option<u32> {
    machine.inputs.patient_button = true;
    let before = machine.events.len();
    machine.step(at);
    let events = &machine.events[before..];
    let refused = events.iter().find(|(_, event)| event.kind == LogKind::PatientBolusRefused);
    let began = events.iter().any(|(_, event)| event.kind == LogKind::PatientBolusBegan);
    assert!(began != refused.is_some());
    refused.map(|(_, event)| event.b)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// R-CTL-4: any presses, with resets in between: what begins is what a list of all starts allows. R-CTL-5: strokes at
    /// ⌈k × over / n⌉ after each start, beside the base's own, no more than a second late where two fall together.
    #[test]
    fn rules_and_strokes(
        over in 60_u32..4_000, lockout in 0_u32..30_000, per_day_max in 1_u32..=24, nanolitres in STROKE..40_000,
        presses in prop::collection::vec((prop_oneof![1 => 0_i64..100, 4 => 0_i64..10_000, 1 => 0_i64..100_000], any::<bool>()), 1..50),
    ) {
        prop_assume!(nanolitres / STROKE < u64::from(over));
        let lockout = lockout.max(over);
        let mut part = continuous(400_003);
        part.patient_bolus = Some(patient(nanolitres, over, lockout, per_day_max));
        let program = part.admit(&provision());
        prop_assume!(program.is_ok());
        let program = program.unwrap();
        let mut machine = Machine::new(START);
        machine.order(START, What::Program(part));
        let (mut now, mut starts, mut running_until) = (START, Vec::<i64>::new(), i64::MIN);
        let mut reset = false;
        for (after, restart) in presses {
            now += after;
            machine.run(now);
            // A reset in mid-bolus ends it; the starts are remembered.
            if restart && now > running_until {
                machine = machine.restarted(now + 1);
                now += 1;
                reset = true;
            }
            let of_day = starts.iter().filter(|start| now - **start < DAY).count() as u32;
            let expected = if now < running_until {
                Some(4)
            } else if starts.last().is_some_and(|last| now - last < i64::from(lockout)) {
                Some(2)
            } else if of_day >= per_day_max {
                Some(3)
            } else {
                None
            };
            prop_assert_eq!(pressed(&mut machine, now), expected, "at {}", now - START);
            if expected.is_none() {
                starts.push(now);
                running_until = now + i64::from(over);
            }
        }
        let end = now + i64::from(over) + 2;
        machine.run(end);
        if !reset {
            let count = nanolitres / STROKE;
            let curve = Curve::new(&program, PumpTime(START), Delivery::Strokes(Volume::from_nanolitres(STROKE).unwrap()));
            let asked = |at: i64| {
                let of = |start: &i64| (1..=count).filter(|k| {
                    *start + i64::try_from((k * u64::from(over)).div_ceil(count)).unwrap() <= at
                }).count();
                curve.strokes_by(PumpTime(at)) as usize + starts.iter().map(of).sum::<usize>()
            };
            for at in machine.made.iter().copied().chain([end]) {
                prop_assert!(machine.made_by(at) <= asked(at) && machine.made_by(at) >= asked(at - 1), "at {}", at - START);
            }
            prop_assert_eq!(machine.made_by(end), asked(end));
        }
    }

    /// R-CTL-6: presses, boluses and programs up to the bounds: never more in any 24 hours than the pump's bound.
    #[test]
    fn never_more_than_the_bound(
        flows in prop::collection::vec((1_000_000_u64..24_000_000, 1_i64..40_000, prop::bool::weighted(0.5)), 1..12),
    ) {
        let mut machine = Machine::new(START);
        let mut now = START;
        for (flow, last, extra) in flows {
            let mut part = continuous(flow);
            if extra {
                part.boluses.push(bolus(2_000_000, 3_000)).unwrap();
                part.boluses.push(bolus(2_000_000, 2_200)).unwrap();
            }
            machine.order(now, What::Program(part));
            machine.run(now + last);
            now += last;
        }
        prop_assert!(fullest_day(&machine.made) <= MAX);
    }
}

const MAX: usize = 40_000;

/// Strokes in the fullest 24 hours.
fn fullest_day(made: &[i64]) -> usize {
    let within = |(index, at): (usize, &i64)| index + 1 - made.partition_point(|made| *made <= at - DAY);
    made.iter().enumerate().map(within).max().unwrap_or(0)
}

/// R-CTL-6: strokes at the end of a quarter of an hour still count in the quarter that begins a day later.
#[test]
fn the_oldest_quarter_counts_whole() {
    let mut machine = Machine::new(START);
    for after in [450, 79_400] {
        let mut part = continuous(24_000_000);
        for _ in 0..8 {
            part.boluses.push(bolus(1_900_000, 1_900)).unwrap();
        }
        machine.run(START + after);
        machine.order(START + after, What::Program(part));
    }
    machine.run(START + 87_000);
    assert_eq!(fullest_day(&machine.made), MAX);
    assert_eq!(machine.controller.running(), pump::Running::SafeState);
    assert!(machine.made.last().is_some_and(|at| *at > START + DAY), "it is the next day");
}

/// R-CTL-6: what would pass the bound is not given: the safe state with its cause; and a new program ends it.
#[test]
fn the_envelope_is_last() {
    let mut machine = Machine::new(START);
    assert_eq!(provision().bounds.volume_per_day_max_nanolitres / STROKE, MAX as u64);
    for day in 0..4 {
        // Each alone is within the bound.
        let mut part = continuous(24_000_000);
        for _ in 0..8 {
            part.boluses.push(bolus(1_900_000, 2_000)).unwrap();
        }
        machine.order(START + day * 20_000, What::Program(part));
        machine.run(START + (day + 1) * 20_000);
    }
    let status = machine.controller.status(PumpTime(START + 80_000), &[], 0, 0);
    assert_eq!(status.running, pump::Running::SafeState);
    assert_eq!(status.epitaph.map(|epitaph| epitaph.fault), Some(pump::FaultKind::Envelope));
    assert_eq!(machine.made.len() as u64, 40_000);
    // The minimum rate goes on once the day lets it.
    machine.run(START + 4 * DAY);
    assert!(machine.made.len() > 40_000);
    machine.order(START + 4 * DAY, What::Program(continuous(500_000)));
    assert_eq!(machine.controller.running(), pump::Running::Program);
}

/// Every reason of a refusal.
#[test]
fn refused_with_its_reason() {
    let mut machine = Machine::new(START);
    assert_eq!(pressed(&mut machine, START), Some(5), "never programmed");
    machine.order(START, What::Program(continuous(500_000)));
    assert_eq!(pressed(&mut machine, START), Some(1), "none allowed");
    let mut part = continuous(500_000);
    part.patient_bolus = Some(patient(20_000, 600, 3_600, 2));
    part.boluses.push(bolus(50_000, 1_000)).unwrap();
    machine.order(START, What::Program(part.clone()));
    assert_eq!(pressed(&mut machine, START + 999), Some(4), "a bolus of the program");
    assert_eq!(pressed(&mut machine, START + 1_000), None);
    machine.emergency(START + 1_100, EmergencyAsk::Hold(HoldKind::Stop));
    assert_eq!(pressed(&mut machine, START + 9_000), Some(5), "held");
    machine.order(START + 9_000, What::Resume);
    machine.run(START + 9_000);
    assert_eq!(machine.count(LogKind::PatientBolusBegan), 1);
    assert_eq!(pressed(&mut machine, START + 9_001), None, "what was cut short counts");
    machine.run(START + 20_000);
    assert_eq!(pressed(&mut machine, START + 20_000), Some(3));
    part.base = BasePart::Stopped;
    part.boluses.clear();
    part.day_totals_nanograms = [0; 7];
    machine.order(START + DAY, What::Program(part));
    machine.run(START + 2 * DAY);
    assert_eq!(pressed(&mut machine, START + 2 * DAY), Some(5), "stopped");
}
