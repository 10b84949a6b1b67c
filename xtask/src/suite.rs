//! `cargo xtask test`: every check, one after the other, the count of tests as the last line.

use crate::shell::{self, Stream, cargo};
use crate::summary::{self, Counts};
use crate::{firmware, fuzz, no_std, tidy, web};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// One step: its name, the command that repeats it alone, and what it does.
struct Step {
    name: &'static str,
    alone: &'static str,
    act: fn(&mut Counts) -> Result<()>,
}

const STEPS: [Step; 9] = [
    Step { name: "format", alone: "cargo fmt --all --check", act: |_| format() },
    Step {
        name: "clippy",
        alone: "cargo clippy --workspace --all-targets --locked -- -D warnings",
        act: |_| {
            shell::run(cargo(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
        },
    },
    Step { name: "browser", alone: "cargo xtask pages", act: |_| web::ready() },
    Step {
        name: "tests",
        alone: "cargo nextest run --workspace --locked (or cargo test --workspace --locked)",
        act: tests,
    },
    Step { name: "doc tests", alone: "cargo test --workspace --doc --locked", act: doc_tests },
    Step { name: "tidy", alone: "cargo xtask tidy", act: |_| tidy::run() },
    Step { name: "no-std", alone: "cargo xtask no-std", act: |_| no_std::run() },
    Step { name: "firmware", alone: "cargo xtask firmware", act: |_| firmware::run() },
    Step { name: "fuzz", alone: "cargo xtask fuzz", act: |_| fuzz::run(fuzz::SECONDS, &[]) },
];

/// Runs all steps and says whether all passed.
pub(crate) fn run() -> bool {
    let mut counts = Counts::default();
    let passed = run_steps(&STEPS, &mut counts);
    // The CI reads this line: nothing may follow it.
    println!("{} passed, {} failed", counts.passed, counts.failed);
    passed
}

fn run_steps(steps: &[Step], counts: &mut Counts) -> bool {
    let mut times = Vec::new();
    for (step, number) in steps.iter().zip(1..) {
        println!("== {number}/{} {}", steps.len(), step.name);
        let start = Instant::now();
        let failed_before = counts.failed;
        let result = (step.act)(counts);
        let time = format!("{:.1} s", start.elapsed().as_secs_f64());
        if let Err(error) = result {
            println!("{error:#}");
            println!("== {} FAILED after {time}. Alone: {}", step.name, step.alone);
            // A step that is not a test must not end in "0 failed".
            if counts.failed == failed_before {
                counts.failed += 1;
            }
            return false;
        }
        println!("== {} passed in {time}\n", step.name);
        times.push(format!("{} {time}", step.name));
    }
    println!("{}", times.join(", "));
    true
}

fn format() -> Result<()> {
    shell::run(cargo(["fmt", "--all", "--check"]))?;
    // Workspaces of their own.
    for manifest in ["fuzz/Cargo.toml", "firmware/Cargo.toml"] {
        shell::run(cargo(["fmt", "--manifest-path", manifest, "--check"]))?;
    }
    Ok(())
}

fn tests(counts: &mut Counts) -> Result<()> {
    let has_nextest = shell::heard(cargo(["nextest", "--version"])).is_ok_and(|(good, _)| good);
    let (good, found) = if has_nextest {
        // Every failure in one run: the count at the end is then the whole count.
        let (good, text) = shell::teed(
            cargo(["nextest", "run", "--workspace", "--locked", "--no-fail-fast"]),
            Stream::Errors,
        )?;
        (good, summary::nextest(&text))
    } else {
        let mut command = cargo(["test", "--workspace", "--locked", "--no-fail-fast"]);
        command.args(["--lib", "--bins", "--tests"]);
        let (good, text) = shell::teed(command, Stream::Output)?;
        (good, summary::libtest(&text))
    };
    counted("tests", good, found, counts)
}

fn doc_tests(counts: &mut Counts) -> Result<()> {
    let command = cargo(["test", "--workspace", "--doc", "--locked", "--no-fail-fast"]);
    let (good, text) = shell::teed(command, Stream::Output)?;
    counted("doc tests", good, summary::libtest(&text), counts)
}

/// A green run without a summary line would be counted as nothing: that is a failure too.
fn counted(what: &str, good: bool, found: Option<Counts>, counts: &mut Counts) -> Result<()> {
    if let Some(found) = found {
        counts.add(found);
    }
    if !good {
        bail!("{what} failed");
    }
    let found = found.with_context(|| format!("{what}: no summary line to count"))?;
    if found.failed == 0 { Ok(()) } else { bail!("{what}: {} failed", found.failed) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failing_step_stops_the_run_and_is_counted() {
        let steps = [
            Step {
                name: "good",
                alone: "-",
                act: |counts| counted("good", true, Some(Counts { passed: 4, failed: 0 }), counts),
            },
            Step { name: "bad", alone: "-", act: |_| bail!("no") },
            Step {
                name: "never",
                alone: "-",
                act: |counts| counted("never", true, Some(Counts { passed: 1, failed: 0 }), counts),
            },
        ];
        let mut counts = Counts::default();
        assert!(!run_steps(&steps, &mut counts));
        assert_eq!(counts, Counts { passed: 4, failed: 1 });
    }

    #[test]
    fn failing_tests_are_counted_once() {
        let steps = [Step {
            name: "tests",
            alone: "-",
            act: |counts| counted("tests", false, Some(Counts { passed: 4, failed: 2 }), counts),
        }];
        let mut counts = Counts::default();
        assert!(!run_steps(&steps, &mut counts));
        assert_eq!(counts, Counts { passed: 4, failed: 2 });
    }

    #[test]
    fn no_summary_is_no_success() {
        assert!(counted("tests", true, None, &mut Counts::default()).is_err());
        assert!(
            counted("tests", true, Some(Counts { passed: 1, failed: 1 }), &mut Counts::default()).is_err()
        );
    }
}
