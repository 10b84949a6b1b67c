//! R-PMP-3: nothing of `pump` allocates: not building a program, not V, not its inverse.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

use allocation_counter::measure;
use pump::{
    Base, Bolus, BolusKind, Curve, Delivery, PatientBolus, Program, PumpTime, Rate, ServiceLife, Step, Week,
};
use quantity::{Concentration, Dose, Flow, Span, Volume};
use std::hint::black_box;

/// A program as large as it can be: thirteen steps on seven days, from doses in an awkward strength, with a bridge and a
/// patient bolus.
fn largest() -> Program {
    let strength = Concentration::from_nanograms_per_millilitre(333_333).unwrap();
    let dose =
        |nanograms| Dose::from_nanograms_per_day(nanograms).unwrap().at_concentration(strength).unwrap();
    let steps: [[Step; 13]; 7] = std::array::from_fn(|day| {
        std::array::from_fn(|step| Step {
            from_second: step as u32 * 6_000,
            rate: Rate::new(dose(100_000 + (day * 13 + step) as u64)).unwrap(),
        })
    });
    let week = Week::new(std::array::from_fn(|day| steps[day].as_slice())).unwrap();
    let volume = Volume::from_nanolitres(208_000).unwrap().quotient();
    let over = Span::from_seconds(75_168).unwrap();
    let on_demand = PatientBolus { volume, over, lockout: over, per_day_max: 4 };
    Program::new(Base::Flex(week))
        .after_bolus(Bolus { kind: BolusKind::Bridge, volume, over })
        .unwrap()
        .with_patient_bolus(on_demand)
}

#[test]
fn nothing_allocates() {
    let info = measure(|| {
        let continuous = Rate::new(Flow::from_nanolitres_per_day(500_000).unwrap().quotient()).unwrap();
        for program in [largest(), Program::new(Base::Continuous(continuous)), Program::new(Base::Stopped)] {
            for delivery in [Delivery::Continuous, Delivery::Strokes(Volume::from_nanolitres(1_000).unwrap())]
            {
                let curve = Curve::new(&program, PumpTime(1_700_000_001), delivery);
                for days in [0, 1, 100, 5_479, 1_000_000] {
                    black_box(curve.delivered_by(PumpTime(1_700_000_001 + days * 86_400)).volume());
                    black_box(curve.strokes_by(PumpTime(1_700_000_001 + days * 86_400)));
                }
                for nanolitres in [0, 1, 100_000, 18_000_000, 1_000_000_000_000] {
                    black_box(curve.time_of(Volume::from_nanolitres(nanolitres).unwrap().quotient()));
                }
            }
            black_box((program.week_flow(), program.day_flows()));
            black_box(program.patient_bolus.map(|bolus| bolus.count_max_by(1_000_000)));
            // A refusal does not allocate either.
            let steps = [Step { from_second: 1, rate: Rate::ZERO }];
            black_box(Week::new([&steps; 7]).is_err());
        }
        let life = ServiceLife { indicator_to_end: Span::from_seconds(7_776_000).unwrap() };
        black_box(life.state(Some(PumpTime(0)), PumpTime(1)));
    });
    assert_eq!(info.count_total, 0);
    // The counter itself works.
    assert_eq!(measure(|| drop(black_box(Box::new(0_u8)))).count_total, 1);
}
