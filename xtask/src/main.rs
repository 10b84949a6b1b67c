//! The project's own chores, so that one command means the same on every machine.
//!
//! `cargo xtask test` is what the README names and what the CI runs; the other commands are its
//! steps, to be run alone.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this program talks to the person at the terminal; the lint guards the libraries"
)]

mod bare;
mod campaign;
mod firmware;
mod fuzz;
mod load;
mod no_std;
mod peers;
mod shell;
mod suite;
mod summary;
mod thumb;
mod tidy;
mod web;

use anyhow::{Context, Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  test                          every check, in the CI's order
  tidy                          the rules of the house that no compiler knows
  no-std [--thumb]              quantity and pump without std and alloc; --thumb: also on a Cortex-M
  firmware                      the pump's own code on an emulated Cortex-M and here: the same, byte for byte; its sizes
  campaign kill [--kills N]     kills the recording process N times, and with the power (default 1,000 each)
  campaign model                every order of events between a pump and two programmers, some fifteen million states
  campaign pump [--years N] [--seed N]
                                pump, link, programmer, practice and record together, from one seed (default 10,000 pump-years)
  pages                         the tests in a browser, with pictures of every page under target/pages
  load [--patients N[,N...]] [--years Y] [--seconds S] [--dev]
                                an invented clinic under 200 requests a second (default 5,000 patients, 15 years, 60 s)
  peers                         the statistics beside SciPy and R, and a cohort of 100,000 invented people, timed
  fuzz [--seconds N] [TARGET…]  every fuzz target, N seconds each (default 10)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn chore(words: &[String]) -> Result<()> {
    let Some((name, options)) = words.split_first() else {
        print!("{HELP}");
        bail!("which command?");
    };
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    match (name.as_str(), options.as_slice()) {
        // The suite ends with the counting line, on failure too, so it prints its own errors.
        ("test", []) => {
            if suite::run() {
                Ok(())
            } else {
                std::process::exit(1)
            }
        }
        ("tidy", []) => tidy::run(),
        ("no-std", []) => no_std::run(),
        ("no-std", ["--thumb"]) => {
            no_std::run()?;
            thumb::run()
        }
        ("firmware", []) => firmware::run(),
        ("fuzz", ["--seconds", seconds, targets @ ..]) => {
            fuzz::run(seconds.parse().with_context(|| format!("--seconds {seconds}"))?, targets)
        }
        ("fuzz", targets) if !targets.iter().any(|word| word.starts_with('-')) => {
            fuzz::run(fuzz::SECONDS, targets)
        }
        ("pages", []) => web::pages(),
        ("peers", []) => peers::run(),
        ("load", words) => load::run(words),
        ("campaign", words) => campaign::run(words),
        ("help" | "--help" | "-h", []) => {
            print!("{HELP}");
            Ok(())
        }
        _ => {
            print!("{HELP}");
            bail!("not understood: {}", words.join(" "))
        }
    }
}
