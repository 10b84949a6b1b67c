//! Short text of a fixed room: serial numbers, drugs, names.

use core::fmt;
use heapless::String;
use serde::{Deserialize, Serialize};

/// Text of at most `N` bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Text<const N: usize>(String<N>);

/// Text that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("text of {length} bytes where {max} fit")]
pub struct TextError {
    /// Its length.
    pub length: usize,
    /// What fits.
    pub max: usize,
}

impl<const N: usize> Text<N> {
    /// From text.
    ///
    /// # Errors
    /// [`TextError`] if it does not fit.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let mut own = String::new();
        own.push_str(text).map_err(|_| TextError { length: text.len(), max: N })?;
        Ok(Self(own))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const N: usize> fmt::Debug for Text<N> {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), into)
    }
}

impl<const N: usize> fmt::Display for Text<N> {
    fn fmt(&self, into: &mut fmt::Formatter<'_>) -> fmt::Result {
        into.write_str(self.as_str())
    }
}
