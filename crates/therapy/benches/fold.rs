//! Fifteen years of a therapy as a record: fold every line and make the forecast; and how the cost grows with events, steps
//! a day and years. The walk that this is measured against stands in the twin's benchmark.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a benchmark is run by hand and may stop"
)]

use catalogue::Catalogue;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Duration;
use therapy::file::{CourseFile, read_toml};
use therapy::judge::Setting;
use therapy::outlook::outlook_now;
use therapy::{Protocol, fold};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// `fills` fills and twice as many programs over `years`, flex with `steps` steps a day and other weekends; the strength
/// doubles in the middle.
fn record(years: i64, fills: i64, steps: i64) -> CourseFile {
    let mut text = String::from(
        r#"format = "thecal course 1"
zone = "Europe/Berlin"
patient = { record = "B", name = "Invented", invented = true, born = "1980-01-01", diagnosis = "multiple-sclerosis" }
pump = { model = "synchromed-ii-8637-20", serial = "B", tubing = "0.14 mL", clock = "+00:00", alarm-volume = "3 mL" }
catheter = { volume = "0.208 mL" }
event = [
  { at = "2026-01-01T08:00:00Z", implanted = { pump-primed = true, catheter-holds = "nothing", primed-with = "1000 ug/mL" } },
"#,
    );
    let start = jiff::civil::date(2026, 1, 1).at(9, 0, 0, 0);
    let between = years * 365 * 86_400 / fills;
    let at = |seconds: i64| {
        let at = start + jiff::SignedDuration::from_secs(seconds);
        at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    };
    for fill in 0..fills {
        let strength = if fill < fills / 2 { 1000 } else { 2000 };
        let drug = if fill < fills / 2 { "gablofen-1000" } else { "lioresal-2000-20" };
        let withdrawn = if fill == 0 { String::new() } else { ", withdrawn = \"4 mL\"".to_owned() };
        let filled = at(fill * between);
        writeln!(text, "  {{ at = \"{filled}\", filled = {{ drug = \"{drug}\", concentration = \"{strength} ug/mL\", volume = \"20 mL\"{withdrawn} }} }},").unwrap();
        for half in 0..2 {
            let id = format!("order-{fill}-{half}");
            let second = fill * between + half * between / 2 + 600;
            let (mut week, mut total) = (String::new(), 0);
            for (number, day) in (0_i64..).zip(WEEKDAYS) {
                let step = |step: i64| {
                    let minute = step * 1_440 / steps / 15 * 15;
                    let dose = 150 + fill + 2 * step + if number > 4 { 8 } else { 0 };
                    format!("{{ from = \"{:02}:{:02}\", dose = \"{dose} ug/d\" }}", minute / 60, minute % 60)
                };
                let ends =
                    |step: i64| if step + 1 == steps { 1_440 } else { (step + 1) * 1_440 / steps / 15 * 15 };
                for step in 0..steps {
                    let dose = 150 + fill + 2 * step + if number > 4 { 8 } else { 0 };
                    total += dose * (ends(step) - step * 1_440 / steps / 15 * 15);
                }
                let steps: Vec<String> = (0..steps).map(step).collect();
                write!(week, "{day} = [{}], ", steps.join(", ")).unwrap();
            }
            let week = week.trim_end_matches(", ");
            let ordered = at(second);
            writeln!(text, "  {{ id = \"{id}\", at = \"{ordered}\", order.program = {{ concentration = \"{strength} ug/mL\", run = {{ mode = \"flex\", week = {{ {week} }} }} }} }},").unwrap();
            let seen = at(second + 60);
            // What is read back is the mean of the week; a read-back that differs would leave the order unknown.
            let total = total / (7 * 1_440);
            writeln!(text, "  {{ at = \"{seen}\", confirmed = {{ order = \"{id}\", method = \"telemetry\", concentration = \"{strength} ug/mL\", mode = \"flex\", total = \"{total} ug/d\", running = true }} }},").unwrap();
        }
    }
    text.push_str("]\n");
    read_toml(&text, Catalogue::embedded().unwrap())
        .unwrap_or_else(|error| panic!("line {}: {error}", error.line))
}

fn setting() -> Setting<'static> {
    Setting { protocol: Protocol::embedded().unwrap(), catalogue: Catalogue::embedded().unwrap() }
}

fn fold_and_forecast(file: &CourseFile, setting: &Setting<'static>) -> usize {
    let course = fold(file, &file.events, setting.catalogue).unwrap();
    assert_eq!(course.programs.len() * 2, file.events.len() * 4 / 5, "every program runs");
    let outlook = outlook_now(&course, setting, course.last.unwrap()).unwrap();
    outlook.forecast.candidates.len()
}

fn fifteen_years(criterion: &mut Criterion) {
    let setting = setting();
    let file = record(15, 60, 13);
    let mut group = criterion.benchmark_group("record");
    group.measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    group.bench_function("15 years, 60 fills, 120 programs, 13 steps: fold", |bencher| {
        bencher.iter(|| {
            black_box(fold(black_box(&file), &file.events, setting.catalogue).unwrap()).programs.len()
        });
    });
    group.bench_function("15 years, 60 fills, 120 programs, 13 steps: fold and forecast", |bencher| {
        bencher.iter(|| fold_and_forecast(black_box(&file), &setting));
    });
    group.finish();
}

fn growth(criterion: &mut Criterion) {
    let setting = setting();
    let mut group = criterion.benchmark_group("growth of fold and forecast");
    group.measurement_time(Duration::from_secs(1)).warm_up_time(Duration::from_millis(300)).sample_size(20);
    for (name, cases) in [
        ("fills over 15 years, 13 steps", [(15, 15, 13), (15, 30, 13), (15, 60, 13), (15, 120, 13)]),
        ("steps a day, 60 fills, 15 years", [(15, 60, 1), (15, 60, 4), (15, 60, 8), (15, 60, 13)]),
        ("years, 60 fills, 13 steps", [(1, 60, 13), (5, 60, 13), (15, 60, 13), (60, 60, 13)]),
    ] {
        for (years, fills, steps) in cases {
            let file = record(years, fills, steps);
            let case = format!("{years} years, {fills} fills, {steps} steps");
            group.bench_with_input(BenchmarkId::new(name, case), &file, |bencher, file| {
                bencher.iter(|| fold_and_forecast(black_box(file), &setting));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, fifteen_years, growth);
criterion_main!(benches);
