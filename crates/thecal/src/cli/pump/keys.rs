//! The file of keys of a programmer on the command line: its seed, and the pumps that it knows.

use crate::cli::CliError;
use programmer::Identity;
use record::{hex, unhex};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

const FIRST_LINE: &str = "thecal programmer 1";

/// What the file holds.
pub(super) struct Keys {
    seed: [u8; 32],
    /// Serial number and public key.
    pumps: Vec<(String, [u8; 32])>,
}

fn unreadable(file: &Path, cause: &dyn core::fmt::Display) -> CliError {
    CliError::Unreadable { file: file.display().to_string(), cause: cause.to_string() }
}

impl Keys {
    /// From its file.
    ///
    /// # Errors
    /// That it is missing, or holds no keys.
    pub(super) fn read(file: &Path) -> Result<Self, CliError> {
        let text = std::fs::read_to_string(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                unreadable(file, &"there is no such file; thecal pump pair makes one")
            }
            _ => unreadable(file, &error),
        })?;
        Self::from_text(&text).ok_or_else(|| unreadable(file, &"it holds no keys of a programmer"))
    }

    /// From its file, or new ones if there is none.
    ///
    /// # Errors
    /// That it cannot be read or holds no keys, or that there is no randomness.
    pub(super) fn read_or_new(file: &Path) -> Result<Self, CliError> {
        if file.exists() {
            return Self::read(file);
        }
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| super::refused(&error))?;
        Ok(Self { seed, pumps: Vec::new() })
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let seed = unhex(lines.next()?.strip_prefix("seed ")?)?;
        let pump = |line: &str| {
            let (serial, key) = line.strip_prefix("pump ")?.rsplit_once(' ')?;
            Some((serial.to_owned(), unhex(key)?))
        };
        Some(Self { seed, pumps: lines.map(pump).collect::<Option<_>>()? })
    }

    /// Written whole, for nobody else on this machine to read.
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn write(&self, file: &Path) -> Result<(), CliError> {
        let mut text = format!("{FIRST_LINE}\nseed {}\n", hex(&self.seed));
        for (serial, key) in &self.pumps {
            // Writing into a string does not fail.
            let _written = writeln!(text, "pump {serial} {}", hex(key));
        }
        let mut draft = file.as_os_str().to_owned();
        draft.push(".new");
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&draft).and_then(|mut opened| {
            opened.write_all(text.as_bytes())?;
            opened.sync_all()?;
            std::fs::rename(&draft, file)
        });
        written.map_err(|error| super::refused(&format!("{} cannot be written: {error}", file.display())))
    }

    /// Who this programmer is.
    pub(super) fn identity(&self) -> Identity {
        Identity::of_seed(&self.seed)
    }

    /// The programmer knows this pump from now on.
    pub(super) fn learn(&mut self, serial: &str, key: [u8; 32]) {
        self.pumps.retain(|(known, _)| known != serial);
        self.pumps.push((serial.to_owned(), key));
    }

    /// The pump that is meant: the one of this serial number, or the only one.
    ///
    /// # Errors
    /// [`CliError::Option`] with those that are known.
    pub(super) fn pump(&self, serial: Option<&str>) -> Result<&(String, [u8; 32]), CliError> {
        let known: Vec<&str> = self.pumps.iter().map(|(serial, _)| serial.as_str()).collect();
        let accepted = if known.is_empty() {
            "none is paired yet: thecal pump pair".to_owned()
        } else {
            known.join(", ")
        };
        let wrong = |problem: String| CliError::Option { option: "--serial".to_owned(), problem };
        match (serial, self.pumps.as_slice()) {
            (Some(serial), pumps) => pumps
                .iter()
                .find(|(known, _)| known == serial)
                .ok_or_else(|| wrong(format!("\"{serial}\" is not paired; accepted: {accepted}"))),
            (None, [pump]) => Ok(pump),
            (None, []) => Err(wrong(accepted)),
            (None, _) => Err(wrong(format!("is needed, since several are paired: {accepted}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_from_their_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("keys");
        let mut keys = Keys { seed: [7; 32], pumps: Vec::new() };
        keys.learn("VP 1", [1; 32]);
        keys.learn("VP 2", [2; 32]);
        keys.learn("VP 1", [3; 32]);
        keys.write(&file).expect("written");
        let read = Keys::read(&file).expect("read");
        assert_eq!((read.seed, &read.pumps), (keys.seed, &keys.pumps));
        assert_eq!(read.pump(Some("VP 1")).expect("known").1, [3; 32]);
        assert!(read.pump(None).is_err() && read.pump(Some("VP 3")).is_err());
        for broken in ["", "thecal programmer 1\nseed 00\n", "thecal programmer 1\n", "thecal keys 1\n"] {
            std::fs::write(&file, broken).expect("written");
            assert!(Keys::read(&file).is_err(), "{broken}");
        }
    }
}
