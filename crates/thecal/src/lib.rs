//! The command line of thecal as a library: reading, calling, writing. No rule of any kind lives here.
#![forbid(unsafe_code)]

#[cfg(feature = "cli")]
pub mod cli;
pub mod eval;
