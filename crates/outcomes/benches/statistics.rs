//! Time of the exact tests with ties, of survival, and of a whole cohort. Beside other programs: `cargo xtask peers`.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail loudly")]
use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../examples/peers/answer.rs"]
mod answer;
#[path = "../examples/peers/cases.rs"]
mod cases;
#[path = "../tests/common/invented.rs"]
mod invented;

use cases::Kind;

fn tests(criterion: &mut Criterion) {
    let wanted = [
        (Kind::SignedRank, 24),
        (Kind::SignedRank, 100),
        (Kind::SignedRank, 500),
        (Kind::KaplanMeier, 100_000),
        (Kind::LogRank, 100_000),
        (Kind::Friedman, 24),
        (Kind::Friedman, 10_000),
    ];
    let all = cases::all(usize::MAX);
    for (kind, n) in wanted {
        let case = all.iter().find(|case| case.kind == kind && case.n == n && case.ties).unwrap();
        let ready = answer::Ready::of(kind, &answer::Data::read(&case.data()).unwrap());
        criterion.bench_function(&case.name(), |bencher| bencher.iter(|| ready.answer(case).unwrap()));
    }
}

fn cohorts(criterion: &mut Criterion) {
    let plan = invented::plan();
    let mut group = criterion.benchmark_group("cohort");
    group.sample_size(10);
    for number in [1_000, 100_000] {
        let people = invented::people(number);
        group.bench_function(number.to_string(), |bencher| {
            bencher.iter(|| outcomes::cohort::report(&people, &plan));
        });
    }
    group.finish();
}

criterion_group!(benches, tests, cohorts);
criterion_main!(benches);
