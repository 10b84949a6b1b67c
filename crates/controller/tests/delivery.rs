//! Delivery against the curve: R-CTL-1 (every instant), R-CTL-2 (nothing is made up), R-CTL-3 (changes of program).
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod board;

use board::{DAY, LATE_MAX, Machine, START, STROKE, continuous, part, programs, provision};
use dashu_ratio::RBig;
use proptest::prelude::*;
use pump::{Answer, BasePart, Curve, Delivery, HoldKind, LogKind, Program, ProgramPart, PumpTime, What};
use quantity::Volume;

fn strokes() -> Delivery {
    Delivery::Strokes(Volume::from_nanolitres(STROKE).unwrap())
}

fn admit(part: &ProgramPart) -> Program {
    part.admit(&provision()).unwrap()
}

/// V as a fraction of strokes.
fn flowed(program: &Program, since: i64, at: i64) -> RBig {
    let delivered = Curve::new(program, PumpTime(since), Delivery::Continuous).delivered_by(PumpTime(at));
    RBig::from_parts(delivered.ticks.into(), delivered.per_nanolitre.into()) / RBig::from(STROKE)
}

fn whole(volume: &RBig) -> i64 {
    i64::try_from(volume.floor()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// R-CTL-1: stepped when it asks to be, and at any time in between, the pump has made exactly ⌊V/stroke⌋ strokes: at the
    /// second of each step and at the second before.
    #[test]
    fn strokes_are_those_of_the_curve(
        part in programs(8_000_000), start in START - 8 * DAY..START + 8 * DAY, days in 1_i64..12,
        between in prop::collection::vec(0_i64..12 * DAY, 0..60),
    ) {
        let program = admit(&part);
        let mut machine = Machine::new(start - 100);
        let committed = machine.order(start, What::Program(part));
        let runs = matches!(committed, Some(Answer::Runs { since, .. }) if since == start);
        prop_assert!(runs, "{:?}", committed);
        let curve = Curve::new(&program, PumpTime(start), strokes());
        let mut between: Vec<i64> = between.into_iter().map(|after| start + after).collect();
        between.sort_unstable();
        let mut between = between.into_iter().peekable();
        let end = start + days * DAY;
        loop {
            let wanted = machine.controller.wake_at().0.min(end);
            let at = between.next_if(|at| *at <= wanted).unwrap_or(wanted);
            prop_assert_eq!(machine.made_by(at - 1) as u128, curve.strokes_by(PumpTime(at - 1)), "before {}", at);
            machine.step(at);
            prop_assert_eq!(machine.made_by(at) as u128, curve.strokes_by(PumpTime(at)), "at {}", at);
            if at == end {
                break;
            }
        }
        prop_assert_eq!(machine.count(LogKind::StrokesDropped), 0);
    }

    /// R-CTL-2: steps that come late, some of them too late: never ahead of the curve, never two strokes in a second, and what
    /// was made and what was dropped is together what the curve asks for, but for what is due this very moment.
    #[test]
    fn nothing_is_made_up(
        part in programs(2_000_000),
        late in prop::collection::vec(prop_oneof![9 => 0..LATE_MAX, 1 => LATE_MAX..5 * DAY, 1 => 15 * DAY..200 * DAY], 1..200),
    ) {
        let program = admit(&part);
        let mut machine = Machine::new(START);
        machine.order(START, What::Program(part));
        let curve = Curve::new(&program, PumpTime(START), strokes());
        let mut now = START;
        for late in late {
            let wanted = machine.controller.wake_at().0.min(now + 40 * DAY);
            now = wanted.max(now) + late;
            let (before, events) = (machine.made.len(), machine.events.len());
            let too_late = now - machine.controller.wake_at().0 > LATE_MAX;
            machine.step(now);
            let made = machine.made.len();
            machine.step(now);
            prop_assert_eq!(machine.made.len(), made, "a second stroke in one second");
            let dropped = |since: usize| -> u64 {
                let events = machine.events[since..].iter().filter(|(_, event)| event.kind == LogKind::StrokesDropped);
                events.map(|(_, event)| u64::from(event.a)).sum()
            };
            prop_assert!(machine.made.len() - before <= 1);
            prop_assert!(!too_late || machine.made.len() == before, "a stroke after {}", late);
            let accounted = machine.made.len() as u128 + u128::from(dropped(0));
            let due = curve.strokes_by(PumpTime(now));
            prop_assert!(accounted <= due, "{} > {}", accounted, due);
            prop_assert!(!too_late || accounted == due, "{} of {} after {}", accounted, due, late);
            prop_assert!(too_late || dropped(events) == 0);
        }
        prop_assert!(machine.made.windows(2).all(|pair| pair[0] < pair[1]));
    }

    /// R-CTL-3: through changes of program at any second, and resets within what a step may be late, the sum of strokes stays
    /// within one of the sum of the curves; with holds, of the parts that were not held.
    #[test]
    fn changes_lose_nothing(
        changes in prop::collection::vec((programs(3_000_000), 1_i64..3 * DAY, 0..8), 2..8),
    ) {
        let mut machine = Machine::new(START);
        let (mut now, mut sum, mut total) = (START, RBig::ZERO, 0_i64);
        for (part, last, hold) in changes {
            let program = admit(&part);
            let answer = machine.order(now, What::Program(part));
            prop_assert!(matches!(answer, Some(Answer::Runs { .. })), "{:?}", answer);
            machine.run(now + last);
            let held = |from: i64, to: i64| flowed(&program, now, to) - flowed(&program, now, from);
            sum += held(now, now + last);
            total += i64::try_from(std::mem::take(&mut machine.made).len()).unwrap();
            prop_assert!((whole(&sum) - total).abs() <= 1, "{} of {}", total, whole(&sum));
            now += last;
            if hold == 0 {
                // Held, then on again: a fraction of a stroke at most is lost, then counted from zero.
                machine.order(now, What::Hold { kind: HoldKind::Stop, remind_after_seconds: 3_600 });
                machine.run(now + 7_000);
                prop_assert_eq!(machine.made.len(), 0);
                machine.order(now + 7_000, What::Resume);
                machine.run(now + DAY);
                let after = flowed(&program, now - last, now + DAY) - flowed(&program, now - last, now + 7_000);
                let made = i64::try_from(std::mem::take(&mut machine.made).len()).unwrap();
                prop_assert!((whole(&after) - made).abs() <= 1, "{} of {}", made, whole(&after));
                now += DAY;
                (sum, total) = (RBig::ZERO, 0);
            } else if hold == 1 {
                // A reset is not felt if the last stroke is near; else less than a stroke is lost.
                let stroke = machine.controller.status(PumpTime(now), &[], 0, 0).strokes_total;
                machine = machine.restarted(now + 2);
                let status = machine.controller.status(PumpTime(now), &[], 0, 0);
                prop_assert_eq!(status.strokes_total, stroke + machine.made.len() as u64);
                prop_assert!(status.boots >= 2);
                (sum, total, now) = (RBig::ZERO, 0, now + 2);
                machine.made.clear();
            }
        }
    }

    /// Held at the minimum rate: the lesser of both flows, never more than the program.
    #[test]
    fn a_hold_never_raises_a_flow(part in programs(100_000), days in 1_i64..20) {
        let program = admit(&part);
        let mut machine = Machine::new(START);
        machine.order(START, What::Program(part));
        machine.order(START, What::Hold { kind: HoldKind::MinimumRate, remind_after_seconds: 3_600 });
        for day in 1..=days {
            machine.run(START + day * DAY);
            let minimum = RBig::from(6 * day);
            let lesser = flowed(&program, START, START + day * DAY).min(minimum);
            prop_assert!(machine.made.len() as i64 <= whole(&lesser), "{} {}", machine.made.len(), lesser);
        }
    }
}

/// R-CTL-3: fifteen years, a change every month: within one stroke at the end, and at each change.
#[test]
fn fifteen_years() {
    let mut machine = Machine::new(START);
    let (mut now, mut sum, mut total) = (START, RBig::ZERO, 0_usize);
    for month in 0..180_u64 {
        let flow = board::flow(333_333, 10_000 + month * 7);
        let part = part(333_333, &[], BasePart::Continuous(flow), None);
        let program = admit(&part);
        let answer = machine.order(now, What::Program(part));
        assert!(matches!(answer, Some(Answer::Runs { .. })), "{answer:?}");
        machine.run(now + 30 * DAY + 11);
        sum += flowed(&program, now, now + 30 * DAY + 11);
        now += 30 * DAY + 11;
        total += std::mem::take(&mut machine.made).len();
        machine.events.clear();
        assert!((whole(&sum) - total as i64).abs() <= 1, "month {month}: {total} of {sum}");
    }
    let status = machine.controller.status(PumpTime(now), &[], 0, 0);
    assert_eq!((status.strokes_total, status.counter), (total as u64, 180));
    println!("{total} strokes in fifteen years");
}

/// R-CTL-3: a pump that is reset every few seconds, each time before it may have missed anything for long: as the curve.
#[test]
fn resets_are_not_felt() {
    let mut part = continuous(8_000_003);
    part.boluses.push(board::bolus(333_333, 7_001)).unwrap();
    let program = admit(&part);
    let mut machine = Machine::new(START);
    machine.order(START, What::Program(part));
    let curve = Curve::new(&program, PumpTime(START), strokes());
    let (mut now, mut total) = (START, 0);
    for reset in 0..3_000 {
        now += 1 + reset % 13;
        machine.run(now);
        total += std::mem::take(&mut machine.made).len();
        let due = curve.strokes_by(PumpTime(now)) as usize;
        assert_eq!(total, due, "after {reset} resets, at {}", now - START);
        machine = machine.restarted(now);
    }
    let status = machine.controller.status(PumpTime(now), &[], 0, 0);
    assert_eq!((status.boots, status.strokes_of_order), (3_001, total as u64));
    assert_eq!(status.strokes_of_day, total as u64, "the envelope forgets none either");
}

/// The same inputs give the same outputs.
#[test]
fn the_same_twice() {
    let run = || {
        let mut machine = Machine::new(START);
        machine.order(START, What::Program(continuous(731_113)));
        machine.run(START + 30 * DAY);
        (machine.made, machine.board.bytes)
    };
    assert_eq!(run(), run());
}
