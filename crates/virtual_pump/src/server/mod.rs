//! A pump that programmers reach: over TCP and over a serial line, with a line of its own for what goes wrong.
//!
//! One thread owns the pump; others only carry bytes to it. All who listen hear all that the pump sends, as over a radio.

mod control;
mod serial;
mod store;
mod wires;

use crate::pump::VirtualPump;
use ::pump::PumpTime;
use implant::{Made, MakeError};
use serial::Serial;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use wires::Ear;

/// How time passes outside: the time since any moment, ever rising.
pub type WallClock = Box<dyn Fn() -> Duration + Send>;

/// Pump time that is caught up with at once at most, s: somebody who listens wants an answer.
const STRETCH_SECONDS: u64 = 6 * 3_600;
/// The thread of the pump looks around at least so often.
const LOOK: Duration = Duration::from_millis(200);
/// The memory goes into its file no more often than this.
const KEEP_EVERY: Duration = Duration::from_millis(500);

/// What a server needs to be told.
pub struct ServerOptions {
    /// What the pump is made with if it is new.
    pub made: Made,
    /// Its clock at the start.
    pub now: PumpTime,
    /// What its randomness comes from. Its sessions are secret from nobody who knows it.
    pub seed: u64,
    /// Pump seconds in a second; 0 counts as 1.
    pub speed: u32,
    /// Where programmers dial, such as `127.0.0.1:7777`; port 0 takes a free one.
    pub listen: String,
    /// Where faults and questions come in, a line each.
    pub control: Option<String>,
    /// Whether there is a serial line as well.
    pub serial: bool,
    /// Where its memory is kept; a pump whose file is there goes on with it.
    pub memory: Option<PathBuf>,
}

/// A server that cannot start.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The pump cannot be made.
    #[error(transparent)]
    Make(#[from] MakeError),
    /// An address cannot be listened at.
    #[error("cannot listen at {address}: {error}")]
    Listen {
        /// Which.
        address: String,
        /// Why.
        error: io::Error,
    },
    /// No serial line.
    #[error("no serial line: {0}")]
    Serial(io::Error),
    /// The file of the memory cannot be read.
    #[error("cannot read {}: {error}", path.display())]
    Memory {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A thread cannot be started.
    #[error("cannot start a thread: {0}")]
    Thread(io::Error),
}

/// What the pump's thread is told.
enum Told {
    /// Bytes over the radio.
    Radio(Vec<u8>),
    /// Somebody listens.
    Ear(Ear),
    /// A line of control, and where its answer goes.
    Control(String, Sender<String>),
    /// The end.
    Stop,
}

/// A pump that runs and can be reached.
pub struct Server {
    link: SocketAddr,
    control: Option<SocketAddr>,
    serial: Option<PathBuf>,
    told: Sender<Told>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Server {
    /// Starts the pump and everything around it.
    ///
    /// # Errors
    /// [`ServerError`].
    pub fn start(options: ServerOptions, clock: WallClock) -> Result<Self, ServerError> {
        let pump = match store::read(options.memory.as_deref())? {
            Some(kept) => kept.pump(&options.made.provision, options.now, options.seed),
            None => {
                let mut pump = VirtualPump::new(&options.made, options.now, options.seed)?;
                pump.board_mut().fill(options.made.provision.reservoir_nanolitres);
                pump
            }
        };
        let (told, hears) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let link = wires::listen(&options.listen, &told, &stop)?;
        let control = options.control.as_deref().map(|at| control::listen(at, &told, &stop)).transpose()?;
        let serial = if options.serial { Some(Serial::open(&told, &stop)?) } else { None };
        let run = Run {
            pump,
            ears: Vec::new(),
            hears,
            clock,
            speed: u64::from(options.speed.max(1)),
            memory: options.memory,
            kept_writes: u64::MAX,
            kept_at: Duration::ZERO,
        };
        let thread = thread::Builder::new().name("pump".to_owned()).spawn(move || run.run());
        let thread = Some(thread.map_err(ServerError::Thread)?);
        Ok(Self { link, control, serial, told, stop, thread })
    }

    /// Where programmers dial.
    #[must_use]
    pub const fn link(&self) -> SocketAddr {
        self.link
    }

    /// Where faults and questions come in.
    #[must_use]
    pub const fn control(&self) -> Option<SocketAddr> {
        self.control
    }

    /// The path of the serial line.
    #[must_use]
    pub fn serial(&self) -> Option<&std::path::Path> {
        self.serial.as_deref()
    }

    /// Does what a line of control says; the answer.
    #[must_use]
    pub fn tell(&self, line: &str) -> String {
        control::ask(&self.told, line)
    }

    /// Waits until the pump's thread ends, which only an error of its file brings about.
    ///
    /// # Errors
    /// What the file of the memory said.
    pub fn wait(mut self) -> io::Result<()> {
        self.join()
    }

    /// Stops everything; the memory is kept.
    ///
    /// # Errors
    /// What the file of the memory said.
    pub fn stop(mut self) -> io::Result<()> {
        self.end();
        self.join()
    }

    fn end(&self) {
        self.stop.store(true, Ordering::Relaxed);
        // A thread that has ended hears nothing, and need not.
        self.told.send(Told::Stop).ok();
    }

    fn join(&mut self) -> io::Result<()> {
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(result)) => result,
            Some(Err(_)) => Err(io::Error::other("the pump's thread has failed")),
            None => Ok(()),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// The pump's thread.
struct Run {
    pump: VirtualPump,
    ears: Vec<Ear>,
    hears: Receiver<Told>,
    clock: WallClock,
    speed: u64,
    memory: Option<PathBuf>,
    kept_writes: u64,
    kept_at: Duration,
}

impl Run {
    fn run(mut self) -> io::Result<()> {
        let begun = (self.clock)();
        let first = self.pump.board().elapsed();
        loop {
            let passed = (self.clock)().saturating_sub(begun);
            let wanted = passed.as_millis().saturating_mul(u128::from(self.speed)) / 1_000;
            let wanted = first.saturating_add(u64::try_from(wanted).unwrap_or(u64::MAX));
            let behind = wanted.saturating_sub(self.pump.board().elapsed());
            self.pump.run_for(behind.min(STRETCH_SECONDS));
            self.speak();
            self.keep(false)?;
            let wait = if behind > STRETCH_SECONDS { Duration::ZERO } else { self.wait() };
            match self.hears.recv_timeout(wait) {
                Ok(Told::Radio(bytes)) => {
                    let sent = self.pump.radio(&bytes);
                    self.say(&sent);
                }
                Ok(Told::Ear(ear)) => self.ears.push(ear),
                Ok(Told::Control(line, answer)) => {
                    // Who has gone away hears nothing.
                    answer.send(control::obey(&mut self.pump, &line)).ok();
                }
                Ok(Told::Stop) | Err(RecvTimeoutError::Disconnected) => return self.keep(true),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// How long nothing will happen by itself.
    fn wait(&self) -> Duration {
        let milliseconds = self.pump.sleeps().saturating_mul(1_000) / self.speed;
        Duration::from_millis(milliseconds.max(1)).min(LOOK)
    }

    fn speak(&mut self) {
        let sent = self.pump.board_mut().radio_out();
        self.say(&sent);
    }

    fn say(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.ears.retain_mut(|ear| ear.hears(bytes));
        }
    }

    /// Keeps the memory in its file if it has changed.
    fn keep(&mut self, now: bool) -> io::Result<()> {
        let Some(path) = &self.memory else { return Ok(()) };
        let at = (self.clock)();
        let writes = self.pump.board().writes();
        let changed = writes != self.kept_writes;
        if changed && (now || at.saturating_sub(self.kept_at) >= KEEP_EVERY) {
            store::write(path, &self.pump)?;
            self.kept_writes = writes;
            self.kept_at = at;
        }
        Ok(())
    }
}
