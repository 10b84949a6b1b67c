//! One step, one write of a stroke's count, and a year of a pump at 0.5 mL a day: continuous, and flex of thirteen steps.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout)]

#[path = "../tests/board/mod.rs"]
mod board;

use board::{DAY, Machine, START, continuous, part};
use criterion::{Criterion, criterion_group, criterion_main};
use pump::cell::Cell;
use pump::{BasePart, Flowing, ProgramPart, PumpTime, StepPart, What};
use std::hint::black_box;
use std::time::Instant;

/// Thirteen steps on each day, every weekday another.
fn flex() -> ProgramPart {
    let step = |day: u64, step: u32| StepPart {
        from_second: step * 6_600,
        flow: Flowing { numerator: 490_000 + 1_300 * u64::from(step) + 4_000 * day, denominator: 1 },
    };
    let days = core::array::from_fn(|day| (0..13).map(|at| step(day as u64, at)).collect());
    part(500_000, &[], BasePart::Flex(days), None)
}

fn running(part: ProgramPart) -> Machine {
    let mut machine = Machine::new(START);
    machine.order(START, What::Program(part));
    machine.run(START);
    machine
}

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
