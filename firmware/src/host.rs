//! The script here: its trace goes to the standard output.

use crate::trace;
use std::io::{BufWriter, Result, Write as _, stdout};

/// Runs it.
pub(crate) fn run(script: &[u8]) -> Result<()> {
    let mut output = BufWriter::new(stdout().lock());
    let mut result = Ok(());
    trace::run(script, &mut |bytes| {
        if result.is_ok() {
            result = output.write_all(bytes);
        }
    });
    result?;
    output.flush()
}
