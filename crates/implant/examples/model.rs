//! The model of link and commit in its long form: more orders, more sessions, more mishaps. `cargo xtask campaign model`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a model may fail loudly")]
#![allow(clippy::print_stdout, reason = "the figures are told")]
#![allow(dead_code, reason = "the short form uses the rest")]

#[path = "../tests/model/mod.rs"]
mod model;

use model::run::tried;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let began = Instant::now();
    let (mut unique, mut found) = (0, 0);
    for (name, setting) in model::settings::long() {
        let alone = Instant::now();
        let tried = tried(name, setting);
        println!("    {:.1} s", alone.elapsed().as_secs_f64());
        unique += tried.unique;
        found += tried.against.len();
    }
    println!("{unique} states in {:.0} s, {found} found", began.elapsed().as_secs_f64());
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
