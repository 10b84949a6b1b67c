//! Many seeds, one a thread at a time: `campaign --years N [--seed N] [--each N] [--threads N]`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program talks to the person at the terminal"
)]

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use whole::{Counts, Failure, run};

/// Years of one seed, unless others are asked for.
const EACH: u32 = 4;

struct Asked {
    years: u64,
    seed: Option<u64>,
    first: u64,
    each: u32,
    threads: u64,
    /// Whether it goes on after a failure.
    on: bool,
}

fn asked() -> Result<Asked, String> {
    let mut asked = Asked { years: 10_000, seed: None, first: 1, each: EACH, threads: 0, on: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let number = words.next().and_then(|text| text.parse::<u64>().ok());
        let number = number.ok_or_else(|| format!("{word} needs a number"))?;
        match word.as_str() {
            "--years" => asked.years = number,
            "--seed" => asked.seed = Some(number),
            "--first" => asked.first = number,
            "--each" => asked.each = u32::try_from(number).unwrap_or(EACH).max(1),
            "--threads" => asked.threads = number,
            "--on" => asked.on = number > 0,
            _ => return Err(format!("{word}? known are --years, --seed, --first, --each, --threads, --on")),
        }
    }
    Ok(asked)
}

fn figures(counts: &Counts, seconds: f64, threads: u64) {
    let years = counts.days as f64 / 365.0;
    println!(
        "{years:.0} pump-years in {seconds:.0} s: {:.2} a second and core",
        years / seconds / threads as f64
    );
    for (name, count) in &counts.by_name {
        println!("{count:>12}  {name}");
    }
    println!("{:>12}  events of records, all verified", counts.events);
    println!("air: {:?}", counts.air);
}

fn main() -> ExitCode {
    let asked = match asked() {
        Ok(asked) => asked,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let begun = Instant::now();
    if let Some(seed) = asked.seed {
        return match run(seed, asked.each) {
            Ok(counts) => {
                figures(&counts, begun.elapsed().as_secs_f64(), 1);
                ExitCode::SUCCESS
            }
            Err(failure) => {
                eprintln!("{failure}repeats with --seed {seed} --each {}", asked.each);
                ExitCode::FAILURE
            }
        };
    }
    let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let threads = if asked.threads == 0 { cores } else { asked.threads };
    let runs = asked.years.div_ceil(u64::from(asked.each));
    let (next, failed) = (AtomicU64::new(0), AtomicBool::new(false));
    let total: Mutex<(Counts, u64)> = Mutex::default();
    let failures: Mutex<Vec<Failure>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !failed.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= runs {
                        return;
                    }
                    match run(asked.first + place, asked.each) {
                        Ok(counts) => {
                            let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                            total.0.add(&counts);
                            total.1 += 1;
                            if total.1.is_multiple_of(20) {
                                let years = total.0.days / 365;
                                let rate = years as f64 / begun.elapsed().as_secs_f64();
                                println!("{years} pump-years of {}, {rate:.2} a second", asked.years);
                            }
                        }
                        Err(failure) => {
                            eprintln!("{failure}repeats with --seed {} --each {}", failure.seed, asked.each);
                            failed.store(!asked.on, Ordering::Relaxed);
                            failures.lock().unwrap_or_else(PoisonError::into_inner).push(failure);
                        }
                    }
                }
            });
        }
    });
    let (counts, _) = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    figures(&counts, begun.elapsed().as_secs_f64(), threads);
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!("{:>12}  seeds failed", failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
