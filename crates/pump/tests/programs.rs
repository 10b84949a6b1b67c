//! Programs that cannot be built, and what can be read back from those that can.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

mod plain;

use plain::{Asked, DAY, Lasting, Plan, exactly, plans, starts};
use proptest::prelude::*;
use pump::{
    BOLUSES_MAX, Base, Bolus, BolusKind, Curve, Delivery, Program, ProgramError, PumpTime, Rate,
    STEPS_PER_DAY_MAX, Step, Week,
};
use quantity::{Flow, Quotient, Span, Volume};

fn flow(nanolitres_per_day: u64) -> Rate {
    Rate::new(Flow::from_nanolitres_per_day(nanolitres_per_day).unwrap().quotient()).unwrap()
}

fn ratio<Q>(numerator: u128, denominator: u128) -> Quotient<Q> {
    Quotient::new(numerator, denominator).unwrap()
}

fn bolus(volume: Quotient<Volume>, seconds: u64) -> Bolus {
    Bolus { kind: BolusKind::Bridge, volume, over: Span::from_seconds(seconds).unwrap() }
}

/// A week whose day 3 starts its steps at these seconds; every other day has one step.
fn week_with(seconds: &[u32]) -> Result<Week, ProgramError> {
    let step = |&from_second: &u32| Step { from_second, rate: flow(1_000) };
    let (odd, plain): (Vec<Step>, Vec<Step>) = (seconds.iter().map(step).collect(), vec![step(&0)]);
    Week::new(std::array::from_fn(|day| if day == 3 { odd.as_slice() } else { plain.as_slice() }))
}

#[test]
fn weeks_that_cannot_be_built() {
    let thirteen: Vec<u32> = (0..STEPS_PER_DAY_MAX as u32).collect();
    let fourteen: Vec<u32> = (0..=STEPS_PER_DAY_MAX as u32).collect();
    let order = |step| Err(ProgramError::StepOrder { day: 3, step });
    let cases: [(&[u32], Result<(), ProgramError>); 9] = [
        (&[0], Ok(())),
        (&[0, 86_399], Ok(())),
        (&thirteen, Ok(())),
        (&fourteen, Err(ProgramError::TooManySteps { day: 3 })),
        (&[], Err(ProgramError::NoSteps { day: 3 })),
        (&[1], order(0)),
        (&[0, 60, 60], order(2)),
        (&[0, 60, 59], order(2)),
        (&[0, 86_400], order(1)),
    ];
    for (seconds, expected) in cases {
        assert_eq!(week_with(seconds).map(|_| ()), expected, "{seconds:?}");
    }
}

/// What cannot be held exactly is refused when it is built, not when it is asked: every program below either is refused
/// or answers at the last second of the clock.
#[test]
fn what_cannot_be_exact_cannot_be_built() {
    let finest = u128::from(quantity::bound::CONCENTRATION.max);
    let prime = 999_999_937;
    let largest = 1_000_000_000_000;
    let too_fine = Err(ProgramError::TooFine);
    assert_eq!(Rate::new(ratio(1, finest)).map(|_| ()), Ok(()));
    assert_eq!(Rate::new(ratio(1, finest + 1)).map(|_| ()), too_fine);
    assert_eq!(Rate::new(ratio(u128::MAX, 1)).map(|_| ()), too_fine);
    assert_eq!(Rate::new(ratio(u64::MAX.into(), 1)).map(|_| ()), too_fine);

    let continuous =
        |numerator, denominator| Base::Continuous(Rate::new(ratio(numerator, denominator)).unwrap());
    let flex = |numerator, denominator| {
        let steps = [Step { from_second: 0, rate: Rate::new(ratio(numerator, denominator)).unwrap() }];
        Base::Flex(Week::new([&steps; 7]).unwrap())
    };
    let cases = [
        // Two primes have no common denominator that one concentration gives.
        (continuous(1, prime), bolus(ratio(1, 7), 60), too_fine),
        (continuous(1, prime), bolus(ratio(1, u128::MAX), 60), too_fine),
        (continuous(1, prime), bolus(ratio(5, prime), 60), Ok(())),
        // A flow that fits alone, but not in the finer ticks of its bolus.
        (continuous(largest, 1), bolus(ratio(1, prime), 60), too_fine),
        (flex(largest, 1), bolus(ratio(1, prime), 60), too_fine),
        (continuous(1_000_000_000, 1), bolus(ratio(1, prime), 60), Ok(())),
        (flex(1_000_000_000, 1), bolus(ratio(1, prime), 60), Ok(())),
        // A bolus that fits whole, but not in the finer ticks within it.
        (Base::Stopped, bolus(ratio(u128::MAX, 1), 60), too_fine),
        (Base::Stopped, bolus(ratio(u128::MAX / 86_400, 1), 60), too_fine),
        (Base::Stopped, bolus(ratio(u128::MAX / 86_400 / 120, 1), 60), Ok(())),
        (Base::Stopped, bolus(ratio(largest * prime - 1, prime), 1_000_000_000_000), Ok(())),
        (Base::Stopped, bolus(ratio(2 * largest * prime - 1, prime), 1_000_000_000_000), too_fine),
        (continuous(1, 1), bolus(ratio(1, 1), 0), Err(ProgramError::BolusInNoTime)),
    ];
    for (base, first, expected) in cases {
        let program = Program::new(base).after_bolus(first);
        assert_eq!(program.as_ref().map(|_| ()).map_err(|error| *error), expected, "{first:?}");
        let Ok(program) = program else { continue };
        for start in [i64::MIN, 0] {
            let curve = Curve::new(&program, PumpTime(start), Delivery::Continuous);
            let by = |at: i64| exactly(curve.delivered_by(PumpTime(at)).volume());
            let half = by(start + first.over.seconds() as i64 - 1);
            assert!(half < exactly(first.volume) && exactly(first.volume) <= by(i64::MAX), "{first:?}");
        }
    }
}

#[test]
fn one_bolus_too_many() {
    let mut program = Program::new(Base::Stopped);
    for count in 0..=BOLUSES_MAX {
        let before = program.clone().after_bolus(bolus(ratio(1, 1), 60));
        assert_eq!(before.is_ok(), count < BOLUSES_MAX);
        match before {
            Ok(longer) => program = longer,
            Err(error) => assert_eq!(error, ProgramError::TooManyBoluses),
        }
    }
    assert_eq!(program.boluses().len(), BOLUSES_MAX);
}

proptest! {
    /// A week reads back as it was written, and its days make up the week.
    #[test]
    fn a_week_reads_back(plan in plans()) {
        let program = plan.program().unwrap();
        let days = program.day_flows().map(exactly);
        let sum = days.iter().fold(dashu_ratio::RBig::ZERO, |sum, day| sum + day);
        prop_assert_eq!(sum, plan.week_volume());
        let (Base::Flex(week), Lasting::Flex(written)) = (program.base(), &plan.lasting) else { return Ok(()) };
        for (day, steps) in written.iter().enumerate() {
            let read: Vec<Step> = week.day(day).collect();
            prop_assert_eq!(read.len(), steps.len());
            for (step, &(from_second, asked)) in read.iter().zip(steps) {
                prop_assert_eq!(step.from_second, from_second);
                let alone = Plan { strength: plan.strength, boluses: Vec::new(), lasting: Lasting::Continuous(asked) };
                prop_assert_eq!(exactly(step.rate.flow()), alone.flowed(0, 0, DAY));
            }
        }
        prop_assert_eq!(week.day(7).count(), 0);
    }

    /// The order of boluses is the order in which they stand, and what follows does not change what came before.
    #[test]
    fn a_bolus_comes_before_everything_else(mut plan in plans(), start in starts()) {
        plan.boluses.truncate(1);
        let later = plan.program().unwrap();
        plan.boluses.insert(0, (Asked::Fluid(5_000), 777));
        let program = plan.program().unwrap();
        prop_assert_eq!(&program.boluses()[1..], later.boluses());
        let by = |program, start, at| {
            exactly(Curve::new(program, PumpTime(start), Delivery::Continuous).delivered_by(PumpTime(at)).volume())
        };
        for at in [start + 777, start + 5_000, start + 40 * DAY] {
            prop_assert_eq!(
                by(&program, start, at),
                dashu_ratio::RBig::from(5_000) + by(&later, start + 777, at)
            );
        }
    }
}
