//! A pump at a serial line.

use crate::wire::{Wire, WireError, nothing};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use rustix::termios::{OptionalActions, QueueSelector, tcflush, tcgetattr, tcsetattr};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// How long sending may stand still.
const SEND_WAIT: Duration = Duration::from_secs(5);

/// A serial line, or the pseudo-terminal of a virtual pump.
pub struct SerialWire {
    file: File,
}

impl SerialWire {
    /// Opens the line, takes it as it is (no echo, no lines, every byte), and drops what an earlier talk left in it.
    ///
    /// # Errors
    /// [`WireError::Open`]
    pub fn open(path: &Path) -> Result<Self, WireError> {
        let bad = |kind| WireError::Open { path: path.display().to_string(), kind };
        // It must not become our terminal, and must not keep us waiting for a modem to lift.
        let flags = (OFlags::NOCTTY | OFlags::NONBLOCK).bits();
        let flags = i32::try_from(flags).map_err(|_| bad(ErrorKind::Unsupported))?;
        let file = OpenOptions::new().read(true).write(true).custom_flags(flags).open(path);
        let file = file.map_err(|error| bad(error.kind()))?;
        let raw = || {
            let mut settings = tcgetattr(&file)?;
            settings.make_raw();
            tcsetattr(&file, OptionalActions::Now, &settings)?;
            tcflush(&file, QueueSelector::IFlush)
        };
        raw().map_err(|error| bad(error.kind()))?;
        Ok(Self { file })
    }

    /// Whether the line is ready within `wait`.
    fn ready(&self, what: PollFlags, wait: Duration) -> Result<bool, WireError> {
        let wait = Timespec::try_from(wait).map_err(|_| WireError::Broken(ErrorKind::InvalidInput))?;
        let mut waiting = [PollFd::new(&self.file, what)];
        match poll(&mut waiting, Some(&wait)) {
            Ok(ready) => Ok(ready > 0),
            Err(error) => nothing(error.into()).map(|_| false),
        }
    }
}

impl Wire for SerialWire {
    fn send(&mut self, mut bytes: &[u8]) -> Result<(), WireError> {
        while !bytes.is_empty() {
            if !self.ready(PollFlags::OUT, SEND_WAIT)? {
                return Err(WireError::Broken(ErrorKind::TimedOut));
            }
            let count = match self.file.write(bytes) {
                Ok(0) => return Err(WireError::Ended),
                Ok(count) => count,
                Err(error) => nothing(error)?,
            };
            bytes = bytes.get(count..).unwrap_or_default();
        }
        Ok(())
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        if !self.ready(PollFlags::IN, wait)? {
            return Ok(0);
        }
        match self.file.read(into) {
            Ok(0) => Err(WireError::Ended),
            Ok(count) => Ok(count),
            Err(error) => nothing(error),
        }
    }
}
