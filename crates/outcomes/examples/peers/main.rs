//! The statistics on data of many sizes, timed: what `cargo xtask peers` runs beside `SciPy` and R.
//!
//! - `peers write FOLDER` writes the list of cases and their data.
//! - `peers time FOLDER` reads them again and prints a line of JSON for each case.
//! - `peers cohort N` makes the report of so many invented people, and prints a line of JSON.
//! - `peers report N` prints that report and its tables: what is made faster must print the same.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

mod answer;
mod cases;
mod files;
#[path = "../../tests/common/invented.rs"]
mod invented;

use answer::{Data, Ready};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder] => write(Path::new(folder)),
        ["time", folder] => time(Path::new(folder)),
        ["cohort", number] => cohort(number.parse()?),
        ["report", number] => report(number.parse()?),
        _ => Err("write FOLDER, time FOLDER, cohort N or report N".into()),
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let cases = cases::all(usize::MAX);
    for case in &cases {
        std::fs::write(folder.join(files::file(case)), case.data())?;
    }
    std::fs::write(folder.join("cases.csv"), files::list(&cases))?;
    Ok(())
}

/// At least so many timings of each case …
const LEAST: usize = 5;
/// … and more while they take no longer than this together.
const BUDGET: Duration = Duration::from_secs(1);
/// A timing is of as many runs as take about so long.
const LONG_ENOUGH: Duration = Duration::from_millis(2);

/// The median of several timings, in seconds for one run, after one that does not count.
fn seconds<T>(mut run: impl FnMut() -> T) -> (f64, usize) {
    let start = Instant::now();
    black_box(run());
    let once = start.elapsed().max(Duration::from_nanos(1));
    let runs = u32::try_from(LONG_ENOUGH.as_nanos() / once.as_nanos()).unwrap_or(1).max(1);
    let mut timings = Vec::new();
    let begun = Instant::now();
    while timings.len() < LEAST || begun.elapsed() < BUDGET {
        let start = Instant::now();
        for _ in 0..runs {
            black_box(run());
        }
        timings.push(start.elapsed().as_secs_f64() / f64::from(runs));
    }
    timings.sort_by(f64::total_cmp);
    (timings.get(timings.len() / 2).copied().unwrap_or_default(), timings.len())
}

fn time(folder: &Path) -> Result<(), Box<dyn Error>> {
    for case in cases::all(usize::MAX) {
        let data = Data::read(&std::fs::read_to_string(folder.join(files::file(&case)))?)?;
        let ready = Ready::of(case.kind, &data);
        let values: Map<String, Value> =
            ready.answer(&case)?.into_iter().map(|(name, value)| (name, json!(value))).collect();
        let (seconds, timings) = seconds(|| ready.answer(&case));
        let line = json!({ "case": case.name(), "by": "thecal", "seconds": seconds, "timings": timings, "values": values });
        println!("{line}");
    }
    Ok(())
}

fn cohort(number: usize) -> Result<(), Box<dyn Error>> {
    let people = invented::people(number);
    let plan = invented::plan();
    let scores: usize = people.iter().map(|person| person.scores.len()).sum();
    let doses: usize = people.iter().map(|person| person.doses.len()).sum();
    let before = peak_megabytes();
    let (seconds, timings) = seconds(|| outcomes::cohort::report(&people, &plan));
    let report = outcomes::cohort::report(&people, &plan);
    let line = json!({
        "people": number, "scores": scores, "doses": doses, "seconds": seconds, "timings": timings,
        "people-megabytes": before, "peak-megabytes": peak_megabytes(),
        "measures": report.before_after.len(), "data-sha256": report.data_sha256,
    });
    println!("{line}");
    Ok(())
}

fn report(number: usize) -> Result<(), Box<dyn Error>> {
    let report = outcomes::cohort::report(&invented::people(number), &invented::plan());
    println!("{}", serde_json::to_string_pretty(&report)?);
    for table in report.tables() {
        println!("{}", table.csv());
    }
    Ok(())
}

/// The most memory that this program has held, where the system tells it.
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes / 1_024)
}
