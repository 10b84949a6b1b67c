//! What a step costs in instructions. Time swings with whatever else the machine does; a count of instructions hardly does.
//!
//! The program runs itself under callgrind with few and with many steps: the difference is free of start and set-up.
//! They are those of the machine it runs on: on the processor of a pump they are others.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::print_stdout)]

mod programs;

use programs::board::{Machine, START, continuous};
use programs::{flex, running};
use pump::PumpTime;
use std::hint::black_box;
use std::io::ErrorKind;
use std::process::Command;

const FEW: u64 = 10_000;
const MANY: u64 = 110_000;
/// The first argument of a run that is counted.
const COUNTED: &str = "counted";

#[derive(Clone, Copy)]
enum Case {
    Continuous,
    Flex,
    Idle,
}

impl Case {
    const ALL: [Self; 3] = [Self::Continuous, Self::Flex, Self::Idle];

    const fn name(self) -> &'static str {
        match self {
            Self::Continuous => "a step with a stroke, continuous",
            Self::Flex => "a step with a stroke, flex of thirteen steps",
            Self::Idle => "a step with nothing due, every second",
        }
    }

    fn machine(self) -> Machine {
        match self {
            // At 0.5 mL a day, 110,000 strokes of 1 uL take 220 days.
            Self::Continuous => running(continuous(500_000)),
            Self::Flex => running(flex()),
            // The least that flows: a stroke every four hours.
            Self::Idle => running(continuous(6_000)),
        }
    }
}

/// So many steps of the regulator alone; the strokes of them.
fn take(case: Case, steps: u64) -> u64 {
    let Machine { mut controller, mut inputs, .. } = case.machine();
    let (mut strokes, mut now) = (0, START);
    for _ in 0..steps {
        now = match case {
            Case::Continuous | Case::Flex => controller.wake_at().0,
            Case::Idle => now + 1,
        };
        let out = black_box(controller.step(PumpTime(now), black_box(&inputs)));
        inputs.encoder_strokes += u64::from(out.strokes);
        strokes += u64::from(out.strokes);
    }
    strokes
}

/// Instructions and strokes of a run of its own; none where there is no valgrind.
fn counted(case: Case, steps: u64) -> Option<(u64, u64)> {
    let ran = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args([COUNTED, &(case as usize).to_string(), &steps.to_string()])
        .output();
    let output = match ran {
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        other => other.unwrap(),
    };
    let summary = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{summary}");
    let collected = summary.lines().find_map(|line| line.split_once("Collected : "));
    let Some((_, instructions)) = collected else { panic!("no count in: {summary}") };
    let strokes = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap();
    Some((instructions.trim().parse().unwrap(), strokes))
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, case, steps] = arguments.as_slice()
        && first == COUNTED
    {
        println!("{}", take(Case::ALL[case.parse::<usize>().unwrap()], steps.parse().unwrap()));
        return;
    }
    // Only `cargo bench` says so: a run of the tests has nothing to do here.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    for case in Case::ALL {
        let (Some(few), Some(many)) = (counted(case, FEW), counted(case, MANY)) else {
            println!("valgrind is not installed: no instructions are counted");
            return;
        };
        let (steps, strokes) = (MANY - FEW, many.1 - few.1);
        let instructions = (many.0 - few.0).div_ceil(steps);
        println!("{}: {instructions} instructions ({strokes} strokes in {steps} steps)", case.name());
    }
}
