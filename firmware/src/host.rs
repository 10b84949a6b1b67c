//! The script here: its trace goes to the standard output.

use implant::trace::{Player, run_in};
use std::io::{BufWriter, Result, Write as _, stdout};

/// Runs it.
pub(crate) fn run(script: &[u8]) -> Result<()> {
    let mut output = BufWriter::new(stdout().lock());
    let mut result = Ok(());
    let mut player = Box::new(Player::new());
    let good = run_in(&mut player, script, &mut |bytes| {
        if result.is_ok() {
            result = output.write_all(bytes);
        }
    });
    result?;
    if !good {
        return Err(std::io::Error::other("the script holds what is no record"));
    }
    output.flush()
}
