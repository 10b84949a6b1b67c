//! V(t) and its inverse for a flex program of thirteen steps, beside a tuned walk over every piece; and how the cost grows
//! with steps a day and years.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark is run by hand")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use pump::{Base, Bolus, BolusKind, Curve, Delivery, Program, PumpTime, Rate, Step, Week};
use quantity::{Flow, Quotient, Span, Volume};
use std::hint::black_box;
use std::time::{Duration, Instant};

const DAY: i64 = 86_400;
const YEAR: i64 = 365 * DAY;
/// Thursday, 1 January 2026, at 10:17 on the pump.
const START: i64 = 1_767_262_620;

fn flow(day: i64, step: i64) -> u64 {
    90_000 + 1_300 * step as u64 + 4_000 * day as u64
}

/// Every weekday another, a bridge before it.
fn program(steps: i64) -> Program {
    let days: Vec<Vec<Step>> = (0..7)
        .map(|day| {
            let step = |step| Step {
                from_second: (step * DAY / steps) as u32,
                rate: Rate::new(Flow::from_nanolitres_per_day(flow(day, step)).unwrap().quotient()).unwrap(),
            };
            (0..steps).map(step).collect()
        })
        .collect();
    let bridge = Bolus {
        kind: BolusKind::Bridge,
        volume: Volume::from_nanolitres(208_000).unwrap().quotient(),
        over: Span::from_seconds(75_168).unwrap(),
    };
    let week = Week::new(std::array::from_fn(|day| days.get(day).map_or(&[][..], Vec::as_slice))).unwrap();
    Program::new(Base::Flex(week)).after_bolus(bridge).unwrap()
}

/// The peer: rate and length of each piece of the week, one after the other from a Monday, in 64 bits.
fn walk(week: &[(u64, u64)], seconds: u64) -> (u64, u64) {
    let (mut ticks, mut left, mut pieces) = (0, seconds, 0);
    loop {
        for &(rate, length) in week {
            pieces += 1;
            if length >= left {
                return (ticks + rate * left, pieces);
            }
            ticks += rate * length;
            left -= length;
        }
    }
}

fn flat(steps: i64) -> Vec<(u64, u64)> {
    let pieces = (0..7).flat_map(|day| (0..steps).map(move |step| (day, step)));
    let length = |step| ((step + 1) * DAY / steps - step * DAY / steps) as u64;
    pieces.map(|(day, step)| (flow(day, step), length(step))).collect()
}

/// Best of many, in ns.
fn nanoseconds(mut act: impl FnMut()) -> f64 {
    let once = |_| {
        let start = Instant::now();
        act();
        start.elapsed().as_nanos()
    };
    (0..100).map(once).min().unwrap() as f64
}

fn curve(criterion: &mut Criterion) {
    let week = flat(13);
    let seconds = (15 * YEAR) as u64;
    let (_, pieces) = walk(&week, seconds);
    let walked = nanoseconds(|| {
        black_box(walk(black_box(&week), seconds));
    });
    println!(
        "walk of 15 years: {pieces} pieces, {:.1} µs, {:.2} ns per piece",
        walked / 1e3,
        walked / pieces as f64
    );

    let mut group = criterion.benchmark_group("curve");
    group
        .sample_size(10)
        .nresamples(2_000)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(200));
    let mut both = |name: &str, size: i64, steps: i64, horizon: i64| {
        let program = program(steps);
        let curve = Curve::new(&program, PumpTime(START), Delivery::Continuous);
        let at = PumpTime(START + horizon);
        let volume: Quotient<Volume> = curve.delivered_by(at).volume();
        assert!(curve.time_of(volume).is_some_and(|first| first <= at));
        group.bench_function(BenchmarkId::new(format!("volume_by_{name}"), size), |bench| {
            bench.iter(|| curve.delivered_by(black_box(at)));
        });
        group.bench_function(BenchmarkId::new(format!("time_of_by_{name}"), size), |bench| {
            bench.iter(|| curve.time_of(black_box(volume)));
        });
    };
    for steps in [1, 4, 8, 13] {
        both("steps", steps, steps, 15 * YEAR);
    }
    for years in [1, 15, 150, 1_500, 8_000] {
        both("years", years, 13, years * YEAR);
    }
    group.finish();
}

criterion_group!(benches, curve);
criterion_main!(benches);
