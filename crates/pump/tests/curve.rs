//! The delivery curve against the plain walk: R-PMP-1 (V), R-PMP-2 (its inverse), R-PMP-4 (strokes).
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

mod plain;

use dashu_ratio::RBig;
use plain::{Asked, DAY, Lasting, Plan, exactly, horizons, plans, starts};
use proptest::prelude::*;
use pump::{Curve, Delivery, PumpClock, PumpTime};
use quantity::{Quotient, Span, Volume};

/// Parts of what flows by the horizon, a bit more than that, and what has flowed by some second: exactly so much, and the
/// least bit less and more, where rounding the wrong way would show.
fn targets(plan: &Plan, start: i64, horizon: i64) -> Vec<Quotient<Volume>> {
    let all = plan.flowed(start, start, start + horizon);
    let parts = [(0_u128, 1_u128), (1, 3), (1_000, 1_145), (21, 20)];
    let mut targets: Vec<RBig> =
        parts.iter().map(|&(over, under)| &all * plain::fraction(over, under)).collect();
    let bit = plain::fraction(1, 1_000_003);
    for elapsed in [horizon / 2, plan.bolus_seconds() / 2, plan.bolus_seconds() + 40_000] {
        let flowed = plan.flowed(start, start, start + elapsed);
        targets.extend([&flowed + &bit, &flowed - &bit, flowed]);
    }
    targets.extend([RBig::ONE, RBig::from(18_000_000)]);
    let quotient = |target: RBig| {
        let (numerator, denominator) = target.into_parts();
        Quotient::new(u128::try_from(numerator).ok()?, u128::try_from(denominator).ok()?)
    };
    targets.into_iter().filter_map(quotient).collect()
}

/// R-PMP-2: `V(inverse(v)) ≥ v > V(inverse(v) − 1 s)`, and no inverse exactly when `v` is never reached. `wanted` is what
/// an even pump must have come to for `volume` to be there.
fn check_inverse(
    plan: &Plan,
    curve: &Curve<'_>,
    horizon: i64,
    (volume, wanted): (Quotient<Volume>, &RBig),
) -> Result<(), TestCaseError> {
    let start = curve.start().0;
    let by = |at: i64| plan.flowed(start, start, at);
    let week = plan.week_volume();
    match curve.time_of(volume) {
        Some(PumpTime(at)) if at - start <= 16 * plain::YEAR => {
            prop_assert!(by(at) >= *wanted, "{:?} not reached at {}", volume, at);
            prop_assert!(at == start || by(at - 1) < *wanted, "{:?} reached before {}", volume, at);
        }
        // Too far to walk: beyond the horizon, and at whole weeks that give neither too little nor too much.
        Some(PumpTime(at)) => {
            prop_assert!(by(start + horizon) < *wanted);
            let weeks = (at - start - plan.bolus_seconds()) / (7 * DAY);
            let least = RBig::from(weeks - 1) * &week;
            let most = RBig::from(weeks + 1) * week + plan.bolus_volume();
            prop_assert!(least <= *wanted && *wanted <= most, "{:?} cannot be at {}", volume, at);
        }
        // Never, or later than a span can hold.
        None => {
            let weeks = Span::MAX.seconds() / (7 * DAY as u64) - 8;
            prop_assert!(
                plan.bolus_volume() + week * RBig::from(weeks) < *wanted,
                "{:?} has an inverse",
                volume
            );
        }
    }
    Ok(())
}

/// R-PMP-1, R-PMP-2.
fn check_even(plan: &Plan, start: i64, horizon: i64) -> Result<(), TestCaseError> {
    let program = plan.program().unwrap();
    let curve = Curve::new(&program, PumpTime(start), Delivery::Continuous);
    let by = |at: i64| plan.flowed(start, start, at);
    for at in [start - 1, start, start + horizon / 7, start + horizon] {
        prop_assert_eq!(exactly(curve.delivered_by(PumpTime(at)).volume()), by(at), "at {}", at);
    }
    for volume in targets(plan, start, horizon) {
        check_inverse(plan, &curve, horizon, (volume, &exactly(volume)))?;
    }
    prop_assert_eq!(exactly(program.week_flow()) * RBig::from(7), plan.week_volume());
    prop_assert_eq!(program.is_stopped(), plan.week_volume().is_zero());
    Ok(())
}

/// R-PMP-4: delivered is the stroke × ⌊V / stroke⌋ at every second, so never a whole stroke behind and never ahead.
fn check_strokes(plan: &Plan, start: i64, horizon: i64, stroke: u64) -> Result<(), TestCaseError> {
    let program = plan.program().unwrap();
    let volume = Volume::from_nanolitres(stroke).unwrap();
    let curve = Curve::new(&program, PumpTime(start), Delivery::Strokes(volume));
    let size = RBig::from(stroke);
    for at in [start, start + horizon / 3, start + horizon] {
        let even = plan.flowed(start, start, at);
        let delivered = exactly(curve.delivered_by(PumpTime(at)).volume());
        prop_assert_eq!(&delivered, &(RBig::from((&even / &size).floor()) * &size));
        prop_assert!(delivered <= even && even - &delivered < size);
        prop_assert_eq!(RBig::from(curve.strokes_by(PumpTime(at))) * &size, delivered);
    }
    for volume in targets(plan, start, horizon) {
        // The stroke that reaches the volume is made when an even pump has come to the end of it.
        let wanted = RBig::from((exactly(volume) / &size).ceil()) * &size;
        check_inverse(plan, &curve, horizon, (volume, &wanted))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// R-PMP-1, R-PMP-2: any program, any start, up to fifteen years.
    #[test]
    fn the_curve_is_the_plain_walk(plan in plans(), start in starts(), horizon in horizons()) {
        check_even(&plan, start, horizon)?;
    }

    /// R-PMP-4: the same in strokes.
    #[test]
    fn strokes_are_the_plain_walk(
        plan in plans(), start in starts(), horizon in 0..40 * DAY, stroke in prop_oneof![Just(1_000_u64), 1_u64..20_000],
    ) {
        check_strokes(&plan, start, horizon, stroke)?;
    }

    /// V never falls, and a window adds up however it is cut, from the first second to the last year that has a date.
    #[test]
    fn the_curve_never_falls(plan in plans(), start in starts(), mut at in prop::array::uniform3(0_i64..8_000 * plain::YEAR)) {
        at.sort_unstable();
        let program = plan.program().unwrap();
        let curve = Curve::new(&program, PumpTime(start), Delivery::Continuous);
        let [first, second, third] = at.map(|after| exactly(curve.delivered_by(PumpTime(start + after)).volume()));
        prop_assert!(RBig::ZERO <= first && first <= second && second <= third);
        // Beyond the boluses, whole weeks give whole weeks' volumes: skipped, not walked.
        let [from, to, _] = at.map(|after| start + plan.bolus_seconds() + after / (7 * DAY) * 7 * DAY);
        let by = |at: i64| exactly(curve.delivered_by(PumpTime(at)).volume());
        prop_assert_eq!(by(to) - by(from), plan.week_volume() * RBig::from((to - from) / (7 * DAY)));
    }

    /// A clock with any offset, ahead or behind, only moves the start: midnights are the pump's own.
    #[test]
    fn midnights_are_those_of_the_pump_clock(plan in plans(), unix in starts(), offset in -50_400_i32..=50_400, horizon in 0..20 * DAY) {
        let start = PumpClock { offset_seconds: offset }.at(unix);
        prop_assert_eq!(start.0, unix + i64::from(offset));
        check_even(&plan, start.0, horizon)?;
    }
}

/// The days of the week by the calendar on the wall: 1 January 2024 and 5 January 1970 were Mondays.
#[test]
fn days_of_the_week() {
    let cases =
        [(1_704_067_200, 0), (345_600, 0), (345_599, 6), (0, 3), (-1, 2), (-3 * DAY, 0), (-3 * DAY - 1, 6)];
    for (at, day) in cases {
        assert_eq!(PumpTime(at).weekday().0, day, "{at}");
        assert_eq!(i64::from(PumpTime(at).weekday().1), at.rem_euclid(DAY), "{at}");
    }
}

/// The ends of the ranges, where a product that does not fit would show: the largest flow for thirty thousand years, and
/// eight boluses of the largest volume.
#[test]
fn the_largest_amounts_fit() {
    let largest = Asked::Fluid(1_000_000_000_000);
    let flex = Lasting::Flex(std::array::from_fn(|_| vec![(0, Asked::Fluid(0)), (86_399, largest)]));
    for lasting in [Lasting::Continuous(largest), flex] {
        let plan = Plan { strength: 1, boluses: vec![(largest, 1_000_000_000); 8], lasting };
        let program = plan.program().unwrap();
        let start = PumpTime(-1);
        let curve = Curve::new(&program, start, Delivery::Continuous);
        let weeks = 1_600_000;
        let by = |at: i64| exactly(curve.delivered_by(PumpTime(at)).volume());
        let begin = start.0 + plan.bolus_seconds();
        assert_eq!(by(begin), plan.bolus_volume());
        assert_eq!(by(begin + weeks * 7 * DAY), plan.bolus_volume() + plan.week_volume() * RBig::from(weeks));
        assert!(by(begin - 1) < plan.bolus_volume());
        assert!(by(i64::MAX) > by(begin + weeks * 7 * DAY));
    }
}
