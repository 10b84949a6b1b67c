//! One step of the monitor: at a stroke of a flex program of thirteen steps a day, and when nothing happened.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark is run by hand")]

#[path = "../tests/plain/mod.rs"]
mod plain;

use criterion::{Criterion, criterion_group, criterion_main};
use monitor::{Allowance, Heartbeat, Kept, MemoryFindings, Monitor, Seen, Start};
use plain::{Plan, START};
use pump::{Battery, PumpTime, Running};
use std::hint::black_box;

fn steps(bench: &mut Criterion) {
    let days = std::array::from_fn(|day| {
        (0..13).map(|step| (step * 6_600, 400_000 + 7 * u64::from(step) + day as u64)).collect()
    });
    let plan = Plan { days, denominator: 7, boluses: vec![(100_000, 3_600)], on_demand: None };
    let provision = plain::provision(1_000);
    let start = Start { now: PumpTime(START), low_battery: false };
    for (name, strokes) in [("step_with_a_stroke", 1), ("step_without", 0)] {
        let mut monitor = Monitor::new(&provision, Allowance::VIRTUAL, Kept::NOTHING, start);
        monitor.committed(PumpTime(START), &plan.part(), PumpTime(START), None).unwrap();
        let mut seen = Seen {
            ticks: 0,
            commanded_strokes: 0,
            turned_strokes: 0,
            battery: Battery::Good,
            telemetry_hold: false,
            heartbeat: Heartbeat { steps: 0, sleeps_seconds: 900 },
            running: Running::Program,
            epitaph: None,
            hold: None,
            memory: MemoryFindings::NONE,
        };
        bench.bench_function(name, |timed| {
            timed.iter(|| {
                seen.ticks += 1_500;
                seen.commanded_strokes += strokes;
                seen.turned_strokes += strokes;
                seen.heartbeat.steps = seen.heartbeat.steps.wrapping_add(1);
                black_box(monitor.step(PumpTime(START + seen.ticks.cast_signed()), black_box(&seen)))
            });
        });
    }
    println!("a monitor has {} bytes", size_of::<Monitor>());
}

criterion_group!(benches, steps);
criterion_main!(benches);
