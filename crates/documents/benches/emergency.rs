//! Time of one emergency sheet after warm-up: a usual one, and the fullest, which shrinks until it fits.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail loudly")]
use criterion::{Criterion, criterion_group, criterion_main};
use documents::*;
#[path = "../src/emergency/sample.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod sample;

fn sheets(criterion: &mut Criterion) {
    let warmed = Warmed::new().unwrap();
    // Every sheet is another patient's, as in a clinic: typst's cache may help with the template only.
    let mut number = 0_u32;
    for (name, sheet) in [("usual", sample::usual()), ("worst", sample::worst())] {
        criterion.bench_function(&format!("emergency sheet, {name}"), |bencher| {
            bencher.iter(|| {
                number += 1;
                let mut sheet = sheet.clone();
                sheet.patient.given = format!("{} {number}", sheet.patient.given);
                sheet.pump.serial = Some(format!("NGV{number}H"));
                warmed.emergency_sheet(&sheet).unwrap()
            });
        });
    }
}

criterion_group!(benches, sheets);
criterion_main!(benches);
