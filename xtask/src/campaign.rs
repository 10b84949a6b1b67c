//! `cargo xtask campaign NAME`: what `test` does in a bounded form, done for long.

use crate::shell::{self, cargo};
use anyhow::{Result, bail};

/// Kills, unless another number is asked for.
pub(crate) const KILLS: u32 = 1_000;

/// Kills the recording process so many times, and once more so many times with the power.
pub(crate) fn kill(kills: u32) -> Result<()> {
    for test in ["killed_at_any_moment", "killed_with_the_power"] {
        let mut command = cargo(["test", "--workspace", "--test", "kill", "--", "--nocapture", test]);
        command.env("THECAL_KILLS", kills.to_string());
        shell::run(command)?;
    }
    Ok(())
}

/// Tries every order of events between a pump and its programmers, within the long form's budgets.
fn model() -> Result<()> {
    shell::run(cargo(["run", "--release", "--package", "implant", "--example", "model"]))
}

/// The whole system from one seed each, one seed a core at a time: as many pump-years as asked for, or one seed again.
fn pump(words: &[&str]) -> Result<()> {
    let example = ["run", "--release", "--package", "whole", "--example", "campaign", "--"];
    shell::run(cargo(example.iter().chain(words)))
}

pub(crate) fn run(words: &[&str]) -> Result<()> {
    match words {
        ["kill"] => kill(KILLS),
        ["kill", "--kills", number] => kill(number.parse()?),
        ["model"] => model(),
        ["pump", words @ ..] => pump(words),
        _ => bail!("which campaign? kill [--kills N], model, pump [--years N] [--seed N]"),
    }
}
