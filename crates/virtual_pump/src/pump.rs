//! A whole pump on a simulated board: it jumps from wake to wake.

use crate::fault::Fault;
use crate::simulated::{Fitting, Simulated};
use ::pump::{Provision, PumpTime};
use implant::{Implant, Life, Made, MakeError, make};

/// Starts in one second at most: each but the last was cut short by another failure of power.
const STARTS_MAX: u32 = 16;

/// A pump and its board.
pub struct VirtualPump {
    board: Simulated,
    life: Life,
    /// When the loop wants to be woken, in seconds of the board.
    wake: u64,
    starts: u64,
    turns: u64,
}

impl VirtualPump {
    /// A new pump: made and started at `now`. `seed`: what its board's randomness comes from.
    ///
    /// # Errors
    /// [`MakeError`].
    pub fn new(made: &Made, now: PumpTime, seed: u64) -> Result<Self, MakeError> {
        let mut board = Simulated::new(Fitting::from(&made.provision), now, seed);
        make(&mut board, made)?;
        Ok(Self::on(board))
    }

    /// A pump whose memory was kept: what was due while it stood is lost, as after a reset.
    #[must_use]
    pub fn resumed(provision: &Provision, memory: Vec<u8>, now: PumpTime, seed: u64) -> Self {
        Self::on(Simulated::with_memory(Fitting::from(provision), now, seed, memory))
    }

    /// A pump on a board, whatever the board's memory holds.
    #[must_use]
    pub fn on(mut board: Simulated) -> Self {
        let life = Life::start(&mut board);
        let mut own = Self { board, life, wake: 0, starts: 1, turns: 0 };
        own.turn();
        own
    }

    /// The board.
    #[must_use]
    pub const fn board(&self) -> &Simulated {
        &self.board
    }

    /// The board, to reach into.
    pub const fn board_mut(&mut self) -> &mut Simulated {
        &mut self.board
    }

    /// What has become of the pump.
    #[must_use]
    pub const fn life(&self) -> &Life {
        &self.life
    }

    /// The pump, if it runs.
    #[must_use]
    pub const fn implant(&self) -> Option<&Implant> {
        self.life.implant()
    }

    /// The pump's clock.
    #[must_use]
    pub const fn now(&self) -> PumpTime {
        self.board.clock()
    }

    /// How often it was started.
    #[must_use]
    pub const fn starts(&self) -> u64 {
        self.starts
    }

    /// How often the loop has turned.
    #[must_use]
    pub const fn turns(&self) -> u64 {
        self.turns
    }

    /// Seconds until the loop wants to be woken.
    #[must_use]
    pub const fn sleeps(&self) -> u64 {
        self.wake.saturating_sub(self.board.elapsed())
    }

    /// Once through the loop, now; and a start for each reset that comes in it.
    pub fn turn(&mut self) {
        for _ in 0..STARTS_MAX {
            if self.board.take_reset() {
                self.starts += 1;
                self.life = Life::start(&mut self.board);
            }
            self.turns += 1;
            let wake = self.life.turn(&mut self.board);
            self.wake = self.board.elapsed().saturating_add(wake.since(self.board.clock()).max(1));
            if self.board.is_powered() {
                return;
            }
        }
    }

    /// Lets time pass, s.
    pub fn run_for(&mut self, seconds: u64) {
        let end = self.board.elapsed().saturating_add(seconds);
        while self.wake <= end {
            self.board.pass(self.sleeps());
            self.turn();
        }
        self.board.pass(end.saturating_sub(self.board.elapsed()));
    }

    /// Lets time pass until the pump's clock shows this; nothing if that is past.
    pub fn run_until(&mut self, at: PumpTime) {
        self.run_for(at.since(self.board.clock()));
    }

    /// Does what a fault says, and wakes the loop as the board would.
    pub fn apply(&mut self, fault: Fault) {
        self.board.apply(fault);
        match fault {
            Fault::Close(_) | Fault::Press | Fault::Reset | Fault::Battery(_) => self.turn(),
            Fault::Stall
            | Fault::Recover
            | Fault::Field(_)
            | Fault::Slip { .. }
            | Fault::Fast { .. }
            | Fault::Cut { .. }
            | Fault::Corrupt(..)
            | Fault::Wear(..)
            | Fault::ValveReset
            | Fault::Clock { .. }
            | Fault::LoseRadio { .. } => {}
        }
    }

    /// Bytes arrive over the radio and wake the loop; what the pump sends.
    pub fn radio(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.board.radio_in(bytes);
        self.turn();
        // Bytes that wait wake the loop at once.
        while self.board.has_inbound() && self.board.is_powered() {
            self.turn();
        }
        self.board.radio_out()
    }

    /// One line for people: what really happens, and what the pump says it does.
    #[must_use]
    pub fn truth_line(&self) -> String {
        let truth = self.board.truth();
        let says = match self.life.implant() {
            Some(implant) => format!("{:?}, alarms {:?}", implant.running(), alarm_names(implant)),
            None => "stranded".to_owned(),
        };
        format!(
            "clock {} · delivered {} nL · left {} nL · strokes commanded {} turned {} · blocked {} · sounding {:?} · says {says}",
            self.now().0,
            truth.delivered_picolitres / 1_000,
            truth.left_picolitres / 1_000,
            truth.commanded_strokes,
            truth.turned_strokes,
            self.board.motor().is_blocked(),
            self.board.sounding(),
        )
    }
}

fn alarm_names(implant: &Implant) -> Vec<String> {
    implant.alarms().iter().map(|alarm| format!("{:?}", alarm.condition)).collect()
}
