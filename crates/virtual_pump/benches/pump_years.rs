//! What a turn of the loop costs, and how many pump-years one core simulates in a second.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{DAY, continuous, enter, made, new_pump, paired};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use pump::What;

/// 0.4 mL a day in strokes of 1 µL: 146,000 strokes a year.
fn running() -> virtual_pump::VirtualPump {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    pump.apply(virtual_pump::Fault::Close(false));
    pump.run_for(1_000);
    pump
}

fn years(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("pump");
    group.sample_size(10);
    // Elements are thousandths of a year. A fresh pump each time: an empty one sounds, which costs more.
    group.throughput(Throughput::Elements(100));
    group.bench_function("0.1 years at 0.4 mL per day, strokes of 1 uL", |bencher| {
        bencher.iter_batched_ref(running, |pump| pump.run_for(36 * DAY + 43_200), BatchSize::PerIteration);
    });
    let mut pump = running();
    group.throughput(Throughput::Elements(1));
    group.bench_function("a turn in which nothing is due", |bencher| bencher.iter(|| pump.turn()));
    group.finish();
}

criterion_group!(benches, years);
criterion_main!(benches);
