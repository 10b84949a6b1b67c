//! The pump's own code, controller, monitor and link under one loop, run by one script in two places: on a Cortex-M without an operating system, and here.
//!
//! `cargo xtask firmware` writes the script, builds both, runs both and compares what they say, byte for byte.
#![cfg_attr(target_os = "none", no_std, no_main)]

#[cfg(target_os = "none")]
mod board;
#[cfg(not(target_os = "none"))]
mod host;

/// What both run. It is part of the program: the board has no files.
static SCRIPT: &[u8] = include_bytes!(env!("THECAL_SCRIPT", "built by cargo xtask firmware"));

#[cfg(not(target_os = "none"))]
fn main() -> std::io::Result<()> {
    host::run(SCRIPT)
}
