//! The programs that are measured, on a machine that runs them.

#[path = "../../tests/board/mod.rs"]
pub mod board;

use board::{Machine, START, part};
use pump::{BasePart, Flowing, ProgramPart, StepPart, What};

/// Thirteen steps on each day, every weekday another.
pub fn flex() -> ProgramPart {
    let step = |day: u64, step: u32| StepPart {
        from_second: step * 6_600,
        flow: Flowing { numerator: 490_000 + 1_300 * u64::from(step) + 4_000 * day, denominator: 1 },
    };
    let days = core::array::from_fn(|day| (0..13).map(|at| step(day as u64, at)).collect());
    part(500_000, &[], BasePart::Flex(days), None)
}

pub fn running(part: ProgramPart) -> Machine {
    let mut machine = Machine::new(START);
    machine.order(START, What::Program(part));
    machine.run(START);
    machine
}
