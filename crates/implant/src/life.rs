//! A pump's life on a board: it runs, or it is stranded.

use crate::board::Board;
use crate::implant::Implant;
use crate::made::StartError;
use pump::{AlarmSound, PumpTime};

/// How long a stranded pump sounds, s, and how often. It cannot read the tones it was made with; these are a design parameter of
/// thecal's virtual pump, the length as patients hear it (Gillette discharge page: about 3 s).
const SOUND_SECONDS: u64 = 3;
const CADENCE_SECONDS: u64 = 600;

/// A pump that cannot read what it is. It delivers nothing, answers nobody, and sounds the critical tone until it is replaced.
#[derive(Debug)]
pub struct Stranded {
    why: StartError,
    since: u64,
}

impl Stranded {
    /// It begins to sound at once.
    #[must_use]
    pub fn new(why: StartError, board: &mut impl Board) -> Self {
        Self { why, since: board.ticks() }
    }

    /// Why.
    #[must_use]
    pub const fn why(&self) -> StartError {
        self.why
    }

    /// Sounds, or is silent; when it wants to be woken.
    pub fn turn(&mut self, board: &mut impl Board) -> PumpTime {
        // What comes over the radio is let go: nothing can be said without a key.
        let mut dropped = [0; 64];
        while board.receive(&mut dropped) > 0 {}
        let passed = board.ticks().saturating_sub(self.since) % CADENCE_SECONDS;
        let sounds = passed < SOUND_SECONDS;
        board.sound(sounds.then_some(AlarmSound::TwoTone));
        let next = if sounds { SOUND_SECONDS } else { CADENCE_SECONDS };
        let now = board.now();
        PumpTime(now.0.saturating_add_unsigned(next - passed))
    }
}

/// Whatever has become of a pump when it started.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
pub enum Life {
    /// It runs.
    Runs(Implant),
    /// It cannot.
    Stranded(Stranded),
}

impl Life {
    /// Starts, after every reset.
    #[must_use]
    pub fn start(board: &mut impl Board) -> Self {
        match Implant::start(board) {
            Ok(implant) => Self::Runs(implant),
            Err(why) => Self::Stranded(Stranded::new(why, board)),
        }
    }

    /// Once through the loop; when it wants to be woken, on the pump's clock.
    pub fn turn(&mut self, board: &mut impl Board) -> PumpTime {
        match self {
            Self::Runs(implant) => implant.turn(board),
            Self::Stranded(stranded) => stranded.turn(board),
        }
    }

    /// The pump, if it runs.
    #[must_use]
    pub const fn implant(&self) -> Option<&Implant> {
        match self {
            Self::Runs(implant) => Some(implant),
            Self::Stranded(_) => None,
        }
    }
}
