//! `cargo xtask no-std --thumb`: the probe of `no_std` once more, for a Cortex-M.
//!
//! It shows what this machine cannot: a 32-bit `usize`, and no std that could be found by accident.

use crate::bare::{TARGET, build, compiler};
use crate::no_std;
use crate::shell::{heard, target};
use anyhow::{Context, Result, bail};

pub(crate) fn run() -> Result<()> {
    let home = compiler().context("nothing was checked")?;
    let folder = target().join("no-std-probe");
    no_std::write_probe(&folder, &no_std::folders())?;
    let (good, text) = heard(build(&home, &folder.join("Cargo.toml"), &folder.join("target-thumb")))?;
    if !good {
        bail!("the probe does not build for {TARGET}:\n{text}");
    }
    println!("probe: builds for {TARGET}");
    Ok(())
}
