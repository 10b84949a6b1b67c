//! A program over the simulated radio, and a day of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;
use common::{DAY, continuous, enter, made, new_pump, paired};
use pump::{Running, What};

#[test]
fn a_program_is_entered_and_runs() {
    let mut pump = new_pump();
    let mut visit = paired(&mut pump, &made(), 2);
    let since = enter(&mut pump, &mut visit, 1, What::Program(continuous(400_000, true)));
    assert_eq!(pump.implant().unwrap().running(), Running::Program);
    pump.run_until(pump::PumpTime(since.0 + DAY as i64));
    assert_eq!(pump.board().truth().turned_strokes, 400);
    assert_eq!(pump.implant().unwrap().alarms().len(), 0, "{}", pump.truth_line());
}
