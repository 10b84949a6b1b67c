//! How far strokes may stray from what is due before it is an alarm.
//!
//! The Generic Infusion Pump requirements (Arney et al., University of Pennsylvania MS-CIS-08-31) ask for alarms on sensed
//! flow: 1.2.1 no more than 5 % off over 72 hours, 1.2.2 an alarm above 110 % and 1.2.3 one below 90 % for 15 minutes. An
//! implant senses no flow, and at the usual flows makes no more than a few strokes in 15 minutes. What it has is an encoder
//! that counts strokes, and strokes are whole: a pump that works is never off by more than the one it is in the middle of,
//! after any time. So the allowance is a number of strokes and a small part of what is due, over windows of an hour, a day,
//! 72 hours (1.2.1) and four weeks; the longer ones find a small part of little. 15 minutes is how long too little must last
//! (1.2.3); too much is told at once, and is allowed less.
//!
//! What this lets pass before it is told, with strokes of 1 µL after five days that were right: at 500 µL a day, a tenth of
//! the strokes lost 7 µL, a twentieth too many 8 µL; strokes that nobody commanded the third of them; nothing at all turning
//! is a stall at the provision's stroke (three: 9 minutes at 500 µL a day, 3 hours at 48 µL a day in strokes of 2 µL: with a
//! slow program a stall is found late). Below a twentieth too few and a fiftieth too many nothing is ever told.
//!
//! What the encoder sees is fluid pushed, not fluid that arrived: a pump that pushes another volume with each stroke, a
//! leak or a blocked catheter is found by the residual at the refill, not here.

/// How far strokes may stray. The numbers are design parameters of thecal's virtual pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Strokes too many in a window.
    pub over_strokes: u32,
    /// And so much of what is due, in thousandths.
    pub over_permille: u32,
    /// Strokes too few in a window.
    pub under_strokes: u32,
    /// And so much of what is due, in thousandths: 5 % over 72 hours in GIP 1.2.1.
    pub under_permille: u32,
    /// How long too little must last, s: 15 minutes in GIP 1.2.3.
    pub under_for_seconds: u32,
    /// Strokes that the encoder may see beyond those commanded. Each needs a command, so one is already too many; two leave
    /// room for the one being made when the counters are read.
    pub stray_strokes: u32,
    /// Clock against ticks from one step to the next, s.
    pub clock_step_seconds: u32,
    /// Clock against ticks in a day, s.
    pub clock_day_seconds: u32,
    /// The controller may wake so much later than it said, s.
    pub heartbeat_seconds: u32,
}

impl Allowance {
    /// Of thecal's virtual pump.
    pub const VIRTUAL: Self = Self {
        over_strokes: 3,
        over_permille: 20,
        under_strokes: 5,
        under_permille: 50,
        under_for_seconds: 900,
        stray_strokes: 2,
        clock_step_seconds: 3,
        clock_day_seconds: 30,
        heartbeat_seconds: 60,
    };
}
