//! One step, one write of a stroke's count, and a year of a pump at 0.5 mL a day: continuous, and flex of thirteen steps.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

mod programs;

use criterion::{Criterion, criterion_group, criterion_main};
use programs::board::{DAY, START, continuous};
use programs::{flex, running};
use pump::PumpTime;
use pump::cell::Cell;
use std::hint::black_box;
use std::time::Instant;

fn step(criterion: &mut Criterion) {
    for (name, part) in [("continuous", continuous(500_000)), ("flex", flex())] {
        let machine = running(part);
        // The regulator alone, then with memory and log.
        let mut alone = machine.controller.clone();
        let mut inputs = machine.inputs;
        let (begin, mut steps) = (Instant::now(), 0_u64);
        while alone.wake_at().0 < START + 365 * DAY {
            let out = alone.step(alone.wake_at(), &inputs);
            inputs.encoder_strokes += u64::from(out.strokes);
            steps += 1;
        }
        let took = begin.elapsed();
        println!(
            "{name}: a year of {} strokes in {steps} steps: {took:?}, {:.0} ns a step",
            inputs.encoder_strokes,
            took.as_nanos() as f64 / steps as f64
        );
        let mut whole = machine.clone();
        let begin = Instant::now();
        whole.run(START + 365 * DAY);
        println!("{name}: the same with every write: {:?}", begin.elapsed());

        let at = PumpTime(machine.controller.wake_at().0);
        criterion.bench_function(&format!("step_with_stroke/{name}"), |bench| {
            bench.iter_batched_ref(
                || machine.controller.clone(),
                |controller| black_box(controller.step(at, &machine.inputs)),
                criterion::BatchSize::SmallInput,
            );
        });
    }
    let machine = running(flex());
    let mut bytes = [0; 2_560];
    for cell in [Cell::Tally, Cell::State, Cell::Committed] {
        let length = machine.controller.payload(cell, &mut bytes);
        criterion.bench_function(&format!("payload/{cell:?}/{length}"), |bench| {
            bench.iter(|| black_box(machine.controller.payload(cell, &mut bytes)));
        });
    }
}

criterion_group!(benches, step);
criterion_main!(benches);
