//! R-LOP-1, R-LOP-2, R-VPU-1: the whole loop against the delivery curve, for years.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{DAY, START, continuous, enter, made, new_pump, order, paired, with_totals};
use proptest::prelude::*;
use pump::{
    Amounting, Answer, BasePart, BolusKind, BolusPart, Curve, Delivery, Flowing, HoldKind, PatientBolusPart,
    ProgramPart, PumpTime, Running, StepPart, Text, What,
};
use virtual_pump::{Fault, VirtualPump};

/// Strokes that the curve has come to since the program began.
fn strokes_by(part: &ProgramPart, since: PumpTime, at: PumpTime) -> u64 {
    let program = part.program(common::provision().minimum_rate).unwrap();
    let curve = Curve::new(&program, since, Delivery::Continuous);
    let volume = curve.delivered_by(at).volume();
    let whole = volume.numerator() / (volume.denominator() * 1_000);
    u64::try_from(whole).unwrap()
}

/// Never more than a stroke apart, at every look.
fn follow(pump: &mut VirtualPump, part: &ProgramPart, since: PumpTime, before: u64, days: u64, every: u64) {
    let end = since.0 + i64::try_from(days * DAY).unwrap();
    while pump.now().0 < end {
        pump.run_for(every);
        let made = pump.board().truth().turned_strokes - before;
        let due = strokes_by(part, since, pump.now());
        assert!(made.abs_diff(due) <= 1, "{made} made, {due} due at {:?}; {}", pump.now(), pump.truth_line());
    }
}

fn flex(flows: &[(u32, u64)]) -> ProgramPart {
    let day: heapless::Vec<StepPart, { pump::STEPS_PER_DAY_MAX }> = flows
        .iter()
        .map(|(from_second, flow)| StepPart {
            from_second: *from_second,
            flow: Flowing { numerator: *flow, denominator: 7 },
        })
        .collect();
    let mut part = continuous(0, true);
    part.base = BasePart::Flex(core::array::from_fn(|_| day.clone()));
    with_totals(part)
}

/// R-LOP-1: 15 years of one continuous program, looked at every few days, and refilled on the way.
#[test]
fn r_lop_1_fifteen_years_stay_within_a_stroke() {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    // 1/3 of a stroke is never whole.
    let mut part = continuous(0, true);
    part.base = BasePart::Continuous(Flowing { numerator: 100_000, denominator: 3 });
    let part = with_totals(part);
    let since = enter(&mut pump, &mut visit, 1, What::Program(part.clone()));
    follow(&mut pump, &part, since, 0, 15 * 365, 3 * DAY + 11);
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
}

fn programs() -> impl Strategy<Value = ProgramPart> {
    let steps = prop::collection::btree_map(1_u32..86_400, 0_u64..12_000_000, 0..6);
    let flexes = (0_u64..12_000_000, steps).prop_map(|(first, steps)| {
        let flows: Vec<_> = [(0, first)].into_iter().chain(steps).collect();
        flex(&flows)
    });
    let continuous = (0_u64..2_000_000, 1_u64..50).prop_map(|(numerator, denominator)| {
        let mut part = continuous(0, true);
        part.base = BasePart::Continuous(Flowing { numerator, denominator });
        with_totals(part)
    });
    let boluses = prop::collection::vec((1_000_u64..300_000, 1_u64..9, 600_u32..90_000), 0..4);
    (prop_oneof![flexes, continuous], boluses).prop_map(|(mut part, boluses)| {
        for (numerator, denominator, over_seconds) in boluses {
            let volume = Amounting { numerator, denominator };
            let bolus = BolusPart { kind: BolusKind::Single, volume, over_seconds };
            part.boluses.push(bolus).unwrap();
        }
        with_totals(part)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// R-LOP-1: any program, looked at again and again through the link's own orders; commits one after the other.
    #[test]
    fn r_lop_1_any_programs_stay_within_a_stroke(
        parts in prop::collection::vec((programs(), 1_u64..9, 1_000_u64..50_000), 1..4),
    ) {
        let mut pump = new_pump();
        let mut visit = paired(&mut pump, &made(), 2);
        for ((part, days, every), counter) in parts.into_iter().zip(1..) {
            if counter > 1 {
                visit.connect(&mut pump).unwrap();
            }
            let ordered = order(counter, pump.now(), What::Program(part.clone()));
            let before = pump.board().truth().turned_strokes;
            match visit.enter(&mut pump, &ordered).unwrap() {
                Answer::Runs { since, .. } => {
                    // What the program before had come to of a stroke goes on: one more at most.
                    follow(&mut pump, &part, PumpTime(since), before, days, every);
                }
                Answer::Refused(_) => {}
                other => prop_assert!(false, "{other:?}"),
            }
            // No alarm about strokes from a healthy pump.
            let alarms = pump.implant().unwrap().alarms();
            let only_reservoir = alarms.iter().all(|alarm| {
                matches!(
                    alarm.condition,
                    pump::Condition::LowReservoir
                        | pump::Condition::EmptyReservoir
                        | pump::Condition::StoppedTooLong
                )
            });
            prop_assert!(only_reservoir, "{alarms:?}");
        }
    }

    /// R-LOP-2: whatever is ordered, pressed and broken, no more leaves in any 24 hours than the pump's own bound. The pump
    /// knows no other day than its clock's: one that is set forward is told by the monitor, and is not tried here.
    #[test]
    fn r_lop_2_no_more_than_the_bound_leaves(
        steps in prop::collection::vec((0_u8..9, 1_u64..40_000), 1..40),
    ) {
        let mut provision = common::provision();
        provision.bounds.volume_per_day_max_nanolitres = 900_000;
        let made = common::made_of(provision);
        let mut pump = VirtualPump::new(&made, START, 5).unwrap();
        pump.board_mut().fill(40_000_000);
        let mut visit = paired(&mut pump, &made, 2);
        let mut part = continuous(800_000, true);
        part.patient_bolus = Some(PatientBolusPart {
            volume: Amounting { numerator: 30_000, denominator: 1 },
            over_seconds: 600,
            lockout_seconds: 3_600,
            per_day_max: 3,
        });
        enter(&mut pump, &mut visit, 1, What::Program(part));
        let mut counter = 1;
        let mut seen: Vec<(u64, u64)> = Vec::new();
        for (kind, seconds) in steps {
            match kind {
                0 | 1 => pump.apply(Fault::Press),
                2 => pump.apply(Fault::Reset),
                3 => pump.apply(Fault::Clock { seconds: -i64::try_from(seconds).unwrap() }),
                4 => pump.apply(Fault::Cut { write: 1 + u32::try_from(seconds % 5).unwrap(), byte: 20 }),
                5 => {
                    counter += 1;
                    let mut part = continuous(850_000 + seconds, true);
                    let volume = Amounting { numerator: 40_000, denominator: 1 };
                    part.boluses
                        .push(BolusPart { kind: BolusKind::Single, volume, over_seconds: 900 })
                        .unwrap();
                    if visit.connect(&mut pump).is_ok() {
                        let order = order(counter, pump.now(), What::Program(with_totals(part)));
                        visit.enter(&mut pump, &order).ok();
                    }
                }
                6 => pump.apply(Fault::Slip { permille: 100 }),
                7 => pump.apply(Fault::Battery(virtual_pump::BatteryFault::BrownOut)),
                _ => {}
            }
            let end = pump.board().elapsed() + seconds;
            while pump.board().elapsed() < end {
                pump.run_for(600.min(end - pump.board().elapsed()));
                let now = (pump.board().elapsed(), pump.board().truth().turned_strokes);
                seen.push(now);
                let first = seen.iter().find(|(at, _)| now.0 - at <= DAY).map_or(now.1, |look| look.1);
                let in_day = now.1 - first;
                prop_assert!(in_day <= 900, "{in_day} strokes in a day; {}", pump.truth_line());
            }
        }
    }
}

/// R-LOP-3: a hold never raises a flow; its end goes on with the program.
#[test]
fn r_lop_3_holds_over_the_link() {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    pump.run_for(DAY);
    visit.connect(&mut pump).unwrap();
    enter(&mut pump, &mut visit, 2, common::hold(HoldKind::MinimumRate, 20_000));
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    let strokes = pump.board().truth().turned_strokes - before;
    assert!((5..=7).contains(&strokes), "{strokes}");
    visit.connect(&mut pump).unwrap();
    enter(&mut pump, &mut visit, 3, What::Resume);
    let before = pump.board().truth().turned_strokes;
    pump.run_for(DAY);
    assert!((399..=400).contains(&(pump.board().truth().turned_strokes - before)));
    let ordered = order(3, pump.now(), What::Resume);
    assert_eq!(ordered.serial, Text::new("VP-1").unwrap());
}
