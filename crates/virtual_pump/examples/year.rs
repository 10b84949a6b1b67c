//! Writes the recorded year that `cargo xtask firmware` plays on an emulated Cortex-M and here: `firmware/year.bin`.

use std::error::Error;

#[path = "../tests/recorded/mod.rs"]
mod recorded;

fn main() -> Result<(), Box<dyn Error>> {
    std::fs::write(recorded::file(), recorded::year()?)?;
    Ok(())
}
