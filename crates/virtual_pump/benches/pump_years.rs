//! What a turn of the loop costs, and how many pump-years one core simulates in a second.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{DAY, continuous, enter, made, new_pump, paired};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
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
    let mut pump = running();
    // Elements are thousandths of a year.
    group.throughput(Throughput::Elements(20));
    group.bench_function("0.02 years at 0.4 mL per day, strokes of 1 uL", |bencher| {
        bencher.iter(|| pump.run_for(7 * DAY + 26_000));
    });
    let mut pump = running();
    group.throughput(Throughput::Elements(1));
    group.bench_function("a turn in which nothing is due", |bencher| bencher.iter(|| pump.turn()));
    group.finish();
}

criterion_group!(benches, years);
criterion_main!(benches);
