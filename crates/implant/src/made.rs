//! What a pump is made with: its provision and its secrets, written once, before it is started for the first time.
//!
//! Both stand in one cell, so that a pump has both or neither. Nothing that comes over the link writes this cell.

use crate::shelf::Shelf;
use link::{KEY_LENGTH, Secret};
use pump::Provision;
use pump::cell::{COPY_BYTES_MAX, Cell, CellError, Found, Memory, load, store};
use serde::{Deserialize, Serialize};

/// The secrets of a pump.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secrets {
    /// Its own key for sessions.
    pub link: [u8; KEY_LENGTH],
    /// The pairing secret; it stands on the implant card as well.
    pub card: [u8; KEY_LENGTH],
}

impl core::fmt::Debug for Secrets {
    fn fmt(&self, into: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        into.write_str("Secrets")
    }
}

impl Secrets {
    /// The public key that programmers know the pump by.
    #[must_use]
    pub fn public(&self) -> [u8; KEY_LENGTH] {
        Secret::new(self.link).public()
    }
}

/// The payload of [`Cell::Provision`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// What it is.
    pub provision: Provision,
    /// What only it knows.
    pub secrets: Secrets,
}

/// A pump that cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MakeError {
    /// It was made already; a pump is made once.
    #[error("this memory is that of a pump that was made already")]
    AlreadyMade,
    /// The minimum rate is none: the safe state would have nothing to give.
    #[error("the minimum rate of the provision cannot be represented")]
    MinimumRate,
    /// Provision and secrets do not fit into their cell.
    #[error("provision and secrets do not fit into their cell")]
    TooLong,
    /// The memory does not keep what is written.
    #[error(transparent)]
    Cell(#[from] CellError),
}

/// Makes a pump: writes what it is and what only it knows, both copies.
///
/// # Errors
/// [`MakeError`].
pub fn make(memory: &mut dyn Memory, made: &Made) -> Result<(), MakeError> {
    if made.provision.minimum_rate.rate().is_err() {
        return Err(MakeError::MinimumRate);
    }
    let mut scratch = [0; COPY_BYTES_MAX];
    let (found, _) = load(memory, Cell::Provision, &mut scratch);
    match found {
        Found::Blank => {}
        Found::Whole { .. } | Found::Lost => return Err(MakeError::AlreadyMade),
    }
    let mut payload = [0; Cell::Provision.bytes()];
    let payload = postcard::to_slice(made, &mut payload).map_err(|_| MakeError::TooLong)?;
    let first = store(memory, Cell::Provision, None, payload, &mut scratch)?;
    store(memory, Cell::Provision, Some(first), payload, &mut scratch)?;
    Ok(())
}

/// A pump that cannot start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum StartError {
    /// It was never made: its memory is blank.
    #[error("the pump was never made: there is no provision in its memory")]
    NeverMade,
    /// What it is cannot be read any more, in either copy. It knows neither its stroke nor its bounds nor its keys: all that it
    /// can do is sound.
    #[error("the pump's provision cannot be read; it delivers nothing, and all it can do is sound")]
    Unreadable,
}

/// Reads what the pump is. The bytes are wiped from the scratch space.
pub(crate) fn read(
    memory: &mut dyn Memory,
    shelf: &mut Shelf,
    scratch: &mut [u8; COPY_BYTES_MAX],
) -> Result<Made, StartError> {
    let (found, length) = load(memory, Cell::Provision, scratch);
    shelf.found(Cell::Provision, found);
    let made: Result<Made, StartError> = match found {
        Found::Blank => Err(StartError::NeverMade),
        Found::Lost => Err(StartError::Unreadable),
        Found::Whole { .. } => postcard::from_bytes(scratch.get(..length).unwrap_or_default())
            .map_err(|_| StartError::Unreadable),
    };
    scratch.fill(0);
    made.and_then(|made| match made.provision.minimum_rate.rate() {
        Ok(_) => Ok(made),
        Err(_) => Err(StartError::Unreadable),
    })
}
