//! The file of a pump's memory: the memory, and after it what really left and what is left.

use super::ServerError;
use crate::motor::Truth;
use crate::pump::VirtualPump;
use crate::simulated::{Fitting, Simulated};
use ::pump::cell::MEMORY_BYTES;
use ::pump::{Provision, PumpTime};
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Bytes of the truth after the memory.
const TRUTH: usize = 48;

/// What the file held.
pub(super) struct Kept {
    memory: Vec<u8>,
    truth: Truth,
}

impl Kept {
    /// The pump goes on with it.
    pub(super) fn pump(self, provision: &Provision, now: PumpTime, seed: u64) -> VirtualPump {
        let mut board = Simulated::with_memory(Fitting::from(provision), now, seed, self.memory);
        board.resume(self.truth);
        VirtualPump::on(board)
    }
}

/// Reads the file, if there is one.
pub(super) fn read(path: Option<&Path>) -> Result<Option<Kept>, ServerError> {
    let Some(path) = path else { return Ok(None) };
    let wrong = |error| ServerError::Memory { path: path.to_owned(), error };
    let mut memory = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(wrong(error)),
    };
    let length = MEMORY_BYTES as usize + TRUTH;
    if memory.len() != length {
        let text = format!("a pump's memory has {length} bytes, this file {}", memory.len());
        return Err(wrong(io::Error::new(ErrorKind::InvalidData, text)));
    }
    let truth = memory.split_off(MEMORY_BYTES as usize);
    Ok(Some(Kept { memory, truth: Truth::from_bytes(&truth) }))
}

/// Writes the file, whole or not at all.
pub(super) fn write(path: &Path, pump: &VirtualPump) -> io::Result<()> {
    let mut bytes = pump.board().memory().to_vec();
    bytes.extend(pump.board().truth().to_bytes());
    let mut name = OsString::from(path);
    name.push(".new");
    fs::write(&name, bytes)?;
    fs::rename(&name, path)
}
