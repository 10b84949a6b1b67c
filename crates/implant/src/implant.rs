//! The loop itself.

use crate::board::Board;
use crate::made::{self, Made, StartError};
use crate::pairs::{Pairs, Programmer, Window};
use crate::shelf::Shelf;
use controller::log::Log;
use controller::memory::{Cells, Kept as Loaded};
use controller::{Controller, Inputs, Outputs};
use link::Secret;
use link::endpoint::{Endpoint, EndpointLimits};
use link::frame::FRAME_MAX;
use monitor::{Allowance, Heartbeat, Kept, Monitor, Seen, Sounding, Start, Verdict};
use pump::cell::{COPY_BYTES_MAX, Cell, Found};
use pump::{Alarm, Hold, Provision, PumpTime, Running};

/// Steps of the controller in one turn at most: each but the last asked for the next at once.
const STEPS_MAX: u32 = 4;

/// While somebody is in session, the loop looks at least so often whether it is over, s.
const SESSION_LOOK_SECONDS: u64 = 60;

/// From one scrub to the next, s. A design parameter of thecal's virtual pump.
const SCRUB_SECONDS: u64 = 86_400;

/// A pump that runs: everything but the board.
pub struct Implant {
    pub(crate) controller: Controller,
    pub(crate) cells: Cells,
    pub(crate) monitor: Monitor,
    pub(crate) log: Log,
    pub(crate) shelf: Shelf,
    pub(crate) pairs: Pairs,
    pub(crate) window: Window,
    pub(crate) endpoint: Endpoint,
    pub(crate) link_key: Secret,
    pub(crate) card: Secret,
    /// Room for a payload on its way into a cell.
    pub(crate) payload: [u8; COPY_BYTES_MAX],
    /// Room for a copy of a cell.
    pub(crate) scratch: [u8; COPY_BYTES_MAX],
    /// Room for a frame on its way out.
    pub(crate) frame: [u8; FRAME_MAX],
    pub(crate) heartbeat: Heartbeat,
    /// What marks the fill that the monitor reckons with.
    pub(crate) fill_at: i64,
    pub(crate) rejected_at: Option<u64>,
    /// Whether the controller has told of the clock since the monitor saw it last.
    pub(crate) clock_told: bool,
    /// When bytes came in last.
    pub(crate) heard_at: u64,
    silent_at: Option<u64>,
    scrub_at: u64,
    started: bool,
}

impl Implant {
    /// Starts the pump that the board's memory holds, after every reset.
    ///
    /// # Errors
    /// [`StartError`]: without its provision a pump can do nothing but sound; see [`crate::Stranded`].
    pub fn start(board: &mut impl Board) -> Result<Self, StartError> {
        let mut shelf = Shelf::default();
        let mut scratch = [0; COPY_BYTES_MAX];
        let made = made::read(board, &mut shelf, &mut scratch)?;
        let (now, ticks) = (board.now(), board.ticks());
        let low_battery = board.low_battery_reset();
        let log = Log::open(board);
        let (found, length) = shelf.load(board, Cell::Paired, &mut scratch);
        let pairs = match found {
            Found::Whole { .. } => {
                let pairs = postcard::from_bytes(scratch.get(..length).unwrap_or_default());
                pairs.unwrap_or_else(|_| {
                    shelf.senseless(Cell::Paired);
                    Pairs::default()
                })
            }
            Found::Blank | Found::Lost => Pairs::default(),
        };
        let (found, length) = shelf.load(board, Cell::Alarms, &mut scratch);
        let kept = match found {
            Found::Whole { .. } => Kept::from_bytes(scratch.get(..length).unwrap_or_default())
                .unwrap_or_else(|_| {
                    shelf.senseless(Cell::Alarms);
                    Kept::NOTHING
                }),
            Found::Blank | Found::Lost => Kept::NOTHING,
        };
        let (cells, loaded) = Cells::load(board);
        let Made { provision, secrets } = made;
        let torn = [
            (Cell::Committed, matches!(loaded.committed, Loaded::Torn)),
            (Cell::Tally, matches!(loaded.tally, Loaded::Torn)),
            (Cell::State, matches!(loaded.state, Loaded::Torn)),
        ];
        let broken = loaded.broken.clone();
        let controller = Controller::start(provision, loaded, now, low_battery);
        for (cell, lost) in broken {
            // A first write that was cut short has lost nothing, unless the controller knows better.
            let first = torn.contains(&(cell, true)) && controller.epitaph().is_none();
            shelf.lost(cell, if first { 1 } else { lost });
        }
        let monitor =
            Monitor::new(controller.provision(), Allowance::VIRTUAL, kept, Start { now, low_battery });
        let mut own = Self {
            controller,
            cells,
            monitor,
            log,
            shelf,
            pairs,
            window: Window::default(),
            endpoint: Endpoint::new(EndpointLimits::default(), ticks),
            link_key: Secret::new(secrets.link),
            card: Secret::new(secrets.card),
            payload: [0; COPY_BYTES_MAX],
            scratch,
            frame: [0; FRAME_MAX],
            heartbeat: Heartbeat { steps: 0, sleeps_seconds: 0 },
            fill_at: now.0,
            rejected_at: None,
            clock_told: false,
            heard_at: ticks,
            silent_at: None,
            scrub_at: ticks.saturating_add(SCRUB_SECONDS),
            started: false,
        };
        board.sound(None);
        own.watch_committed(board, now, true);
        Ok(own)
    }

    /// Once through the loop: what is due is delivered, who asks is answered, what is wrong is told. When it wants to be woken, on
    /// the pump's clock.
    pub fn turn(&mut self, board: &mut impl Board) -> PumpTime {
        let (now, ticks) = (board.now(), board.ticks());
        if self.silent_at.is_some_and(|at| at <= ticks) {
            self.silent_at = None;
            board.sound(None);
        }
        if !self.started {
            self.started = true;
            self.note_commit(board, now);
            self.note_findings(board, now);
        }
        let close = board.is_close();
        self.window.see(close, ticks);
        // What is due by now is due of the program that ran until now.
        let mut wake = self.deliver(board, now);
        if self.hear(board, now, ticks, close) {
            wake = self.deliver(board, now);
        }
        if ticks >= self.scrub_at {
            self.scrub_at = ticks.saturating_add(SCRUB_SECONDS);
            self.scrub(board, now);
        }
        let until_wake = wake.since(now);
        self.heartbeat.sleeps_seconds = u32::try_from(until_wake).unwrap_or(u32::MAX);
        let watched = self.watch(board, now, ticks);
        let mut sleep = until_wake.min(u64::from(watched));
        if let Some(at) = self.silent_at {
            sleep = sleep.min(at.saturating_sub(ticks));
        }
        if self.endpoint.session().is_some() {
            sleep = sleep.min(SESSION_LOOK_SECONDS);
        }
        // One stroke a second: nothing can be due before the next one.
        PumpTime(now.0.saturating_add_unsigned(sleep.max(1)))
    }

    /// Steps the controller until it waits for something; when it wants the next step.
    fn deliver(&mut self, board: &mut impl Board, now: PumpTime) -> PumpTime {
        let mut wake = now;
        for _ in 0..STEPS_MAX {
            let inputs = Inputs {
                encoder_strokes: board.encoder_strokes(),
                battery: board.battery(),
                telemetry_hold: board.telemetry_hold(),
                patient_button: board.patient_button(),
            };
            let out = self.controller.step(now, &inputs);
            self.heartbeat.steps = self.heartbeat.steps.wrapping_add(1);
            wake = out.wake_at;
            self.carry_out(board, now, &out);
            if wake > now {
                break;
            }
        }
        wake
    }

    /// Log, memory, stroke: in this order.
    fn carry_out(&mut self, board: &mut impl Board, now: PumpTime, out: &Outputs) {
        self.note_delivered(board, now, &out.log);
        let mut withheld = false;
        for cell in &out.writes {
            withheld |= self.write(board, now, *cell, &mut true).withheld;
        }
        if out.strokes > 0 && !withheld {
            board.stroke();
        }
    }

    /// Lets the monitor see; after how many seconds it wants to see again.
    fn watch(&mut self, board: &mut impl Board, now: PumpTime, ticks: u64) -> u32 {
        let seen = Seen {
            ticks,
            commanded_strokes: board.commanded_strokes(),
            turned_strokes: board.encoder_strokes(),
            battery: board.battery(),
            telemetry_hold: self.controller.running() == Running::TelemetryHold,
            heartbeat: self.heartbeat,
            running: self.controller.running(),
            epitaph: self.controller.epitaph(),
            hold: self.controller.hold(),
            memory: self.shelf.findings(),
        };
        let verdict = self.monitor.step(now, &seen);
        self.obey(board, now, ticks, &verdict);
        verdict.wake_in_seconds
    }

    fn obey(&mut self, board: &mut impl Board, now: PumpTime, ticks: u64, verdict: &Verdict) {
        self.note_watched(board, now, &verdict.events);
        if let Some(sounding) = verdict.sound {
            self.sound(board, ticks, sounding);
        }
        if verdict.kept_changed {
            self.keep_alarms(board, now);
        }
    }

    /// Begins a sound; it ends by itself.
    pub(crate) fn sound(&mut self, board: &mut impl Board, ticks: u64, sounding: Sounding) {
        board.sound(Some(sounding.sound));
        self.silent_at = Some(ticks.saturating_add(u64::from(sounding.length_seconds.max(1))));
    }

    /// What the pump was made as.
    #[must_use]
    pub const fn provision(&self) -> &Provision {
        self.controller.provision()
    }

    /// The regulator, to look at.
    #[must_use]
    pub const fn controller(&self) -> &Controller {
        &self.controller
    }

    /// The monitor, to look at.
    #[must_use]
    pub const fn monitor(&self) -> &Monitor {
        &self.monitor
    }

    /// The log's place in memory, to look at.
    #[must_use]
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// The programmers that have paired, by place.
    #[must_use]
    pub fn programmers(&self) -> &[Programmer] {
        self.pairs.all()
    }

    /// The alarms that hold.
    #[must_use]
    pub fn alarms(&self) -> heapless::Vec<Alarm, 16> {
        self.monitor.alarms()
    }

    /// What delivers.
    #[must_use]
    pub fn running(&self) -> Running {
        self.controller.running()
    }

    /// A hold in force.
    #[must_use]
    pub fn hold(&self) -> Option<Hold> {
        self.controller.hold()
    }
}
