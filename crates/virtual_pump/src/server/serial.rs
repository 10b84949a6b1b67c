//! A serial line: a pseudo-terminal in raw mode.

use super::wires::{Ear, carry};
use super::{ServerError, Told};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;

/// How long a look at the line lasts.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };

/// The pump's end of the line. The other end is held open as well: a line whose other end nobody holds says so with every
/// reading.
pub(super) struct Serial {
    own: File,
    _other: OwnedFd,
}

impl Serial {
    /// Opens a line and listens on it; the path of its other end.
    pub(super) fn open(told: &Sender<Told>, stop: &Arc<AtomicBool>) -> Result<PathBuf, ServerError> {
        let (line, ear, path) = Self::make().map_err(ServerError::Serial)?;
        // The pump's thread takes it as soon as it runs.
        told.send(Told::Ear(Ear::Serial(ear))).ok();
        let (told, stop) = (told.clone(), Arc::clone(stop));
        let run = move || carry(line, &told, &stop);
        thread::Builder::new().name("serial".to_owned()).spawn(run).map_err(ServerError::Thread)?;
        Ok(path)
    }

    fn make() -> io::Result<(Self, File, PathBuf)> {
        let own = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
        grantpt(&own)?;
        unlockpt(&own)?;
        let name = ptsname(&own, Vec::new())?;
        let path = PathBuf::from(OsStr::from_bytes(name.as_bytes()));
        let other = open(&path, OFlags::RDWR | OFlags::NOCTTY, Mode::empty())?;
        let mut settings = tcgetattr(&other)?;
        settings.make_raw();
        tcsetattr(&other, OptionalActions::Now, &settings)?;
        let own = File::from(own);
        let ear = own.try_clone()?;
        // What nobody reads must not stop the pump.
        rustix::fs::fcntl_setfl(&own, OFlags::NONBLOCK)?;
        Ok((Self { own, _other: other }, ear, path))
    }
}

impl Read for Serial {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut looked = [PollFd::new(&self.own, PollFlags::IN)];
        if poll(&mut looked, Some(&LOOK))? == 0 {
            return Err(ErrorKind::WouldBlock.into());
        }
        self.own.read(into)
    }
}
