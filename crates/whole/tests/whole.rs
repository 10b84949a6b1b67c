//! The whole system for some years: R-WHL-1 (what was delivered is what the record says), R-WHL-2 (never more than the pump's bound
//! in 24 hours), R-WHL-3 (what the record calls running runs, or is unknown, or an alarm tells; nothing unsigned, nothing twice),
//! R-WHL-4 (no silent stop), R-WHL-5 (after every reset the last committed program, or safe with an alarm), R-WHL-6 (the record
//! verifies). The long form is `cargo xtask campaign pump`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests may fail loudly, and say what they did"
)]

use whole::{Counts, run};

/// What must have happened in so many years, or the simulation looks at nothing.
const HAPPENS: [&str; 8] = [
    "compared to the stroke",
    "sent: runs",
    "unknown settled: it runs",
    "programmer crashed while sending",
    "called by two tones",
    "act: refill",
    "act: hold, signed",
    "resets",
];

#[test]
fn the_whole_system_for_some_years() {
    let mut counts = Counts::default();
    for seed in 1..=6 {
        match run(seed, 2) {
            Ok(own) => counts.add(&own),
            Err(failure) => panic!("{failure}"),
        }
    }
    println!("{counts:?}");
    assert_eq!(counts.days / 365, 12);
    for name in HAPPENS {
        assert!(counts.of(name) > 0, "{name}: never");
    }
}

/// A failing seed repeats: the same seed and years are the same steps.
#[test]
fn a_seed_repeats() {
    assert_eq!(run(42, 1).unwrap(), run(42, 1).unwrap());
    assert_ne!(run(42, 1).unwrap(), run(43, 1).unwrap());
}
