//! What may go wrong with a pump, in words: one line, one fault.

use ::pump::cell::Cell;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// What the battery does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BatteryFault {
    /// It is good again: a new one, for a simulation only.
    Good,
    /// The elective replacement indicator comes up.
    ElectiveReplacement,
    /// It is spent.
    Spent,
    /// It gives way for a moment: the pump is reset, and its hardware says why.
    BrownOut,
}

/// Which copies of a cell are spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Copies {
    /// The first.
    A,
    /// The second.
    B,
    /// Both.
    Both,
}

/// Everything that can be done to a simulated pump from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The motor stands, whatever it is told.
    Stall,
    /// The motor turns again; what was slow or fast is as it should be.
    Recover,
    /// A strong magnetic field comes or goes.
    Field(bool),
    /// So many strokes in a thousand do not turn.
    Slip {
        /// Of a thousand strokes.
        permille: u16,
    },
    /// Each stroke gives so much more than it should; the encoder does not see it.
    Fast {
        /// In thousandths of a stroke.
        permille: u16,
    },
    /// The battery.
    Battery(BatteryFault),
    /// The processor is reset.
    Reset,
    /// Power fails at a byte of a write to come.
    Cut {
        /// 1 for the next write.
        write: u32,
        /// 0 for the first byte of it.
        byte: u32,
    },
    /// A byte of a cell is turned over.
    Corrupt(Cell, Copies),
    /// A cell takes no writes any more, or does again.
    Wear(Cell, bool),
    /// A hand with a programmer comes close or goes.
    Close(bool),
    /// The patient asks for a bolus.
    Press,
    /// Somebody resets the valve by hand.
    ValveReset,
    /// The clock is set forward or back; the second counter runs on.
    Clock {
        /// s.
        seconds: i64,
    },
    /// The radio loses the next bytes, in either direction.
    LoseRadio {
        /// How many.
        bytes: u32,
    },
}

/// A line that names no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?}: {accepted}")]
pub struct FaultError {
    /// As given.
    pub given: String,
    /// What would be accepted in its place.
    pub accepted: &'static str,
}

/// All faults, as they are written.
pub const FAULTS: &str = "one of: stall, recover, field on|off, slip PERCENT, fast PERCENT, \
     battery good|eri|spent|brown-out, reset, cut WRITE BYTE, corrupt CELL a|b|both, wear CELL on|off, close on|off, press, valve reset, \
     clock +SECONDS|-SECONDS, lose radio BYTES";

const CELLS: &str = "corrupt provision|committed|tally|state|paired|alarms|totals a|b|both";

const WEAR: &str = "wear provision|committed|tally|state|paired|alarms|totals on|off";

/// The name of a cell in a line.
#[must_use]
pub const fn cell_name(cell: Cell) -> &'static str {
    match cell {
        Cell::Provision => "provision",
        Cell::Committed => "committed",
        Cell::Tally => "tally",
        Cell::State => "state",
        Cell::Paired => "paired",
        Cell::Alarms => "alarms",
        Cell::Totals => "totals",
    }
}

fn switch(word: &str) -> Option<bool> {
    match word {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

/// Percent with at most one place after the point, as thousandths.
fn permille(text: &str, max: u16) -> Option<u16> {
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(tenth) || tenth.len() != 1 {
        return None;
    }
    let thousandths = whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)?;
    (thousandths <= max).then_some(thousandths)
}

/// A number with its sign.
fn seconds(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-'])?;
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| text.parse().ok()).flatten()
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(line: &str) -> Result<Self, FaultError> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let wrong = |accepted| FaultError { given: line.trim().to_owned(), accepted };
        let read = |fault: Option<Self>, accepted| fault.ok_or_else(|| wrong(accepted));
        match words.as_slice() {
            ["stall"] => Ok(Self::Stall),
            ["recover"] => Ok(Self::Recover),
            ["field", on] => read(switch(on).map(Self::Field), "field on|off"),
            ["slip", share] => read(
                permille(share, 1_000).map(|permille| Self::Slip { permille }),
                "slip PERCENT, from 0 to 100 with at most one decimal, such as slip 10 or slip 2.5",
            ),
            ["fast", share] => read(
                permille(share, 10_000).map(|permille| Self::Fast { permille }),
                "fast PERCENT, from 0 to 1000 with at most one decimal, such as fast 14.5",
            ),
            ["battery", "good"] => Ok(Self::Battery(BatteryFault::Good)),
            ["battery", "eri"] => Ok(Self::Battery(BatteryFault::ElectiveReplacement)),
            ["battery", "spent"] => Ok(Self::Battery(BatteryFault::Spent)),
            ["battery", "brown-out"] => Ok(Self::Battery(BatteryFault::BrownOut)),
            ["battery", ..] => Err(wrong("battery good|eri|spent|brown-out")),
            ["reset"] => Ok(Self::Reset),
            ["cut", write, byte] => read(
                write.parse().ok().filter(|write| *write > 0).zip(byte.parse().ok()).map(cut),
                "cut WRITE BYTE: the write counted from 1 for the next one, the byte of it from 0",
            ),
            ["corrupt", cell, copies] => {
                let cell = Cell::ALL.into_iter().find(|known| cell_name(*known) == *cell);
                let copies = match *copies {
                    "a" => Some(Copies::A),
                    "b" => Some(Copies::B),
                    "both" => Some(Copies::Both),
                    _ => None,
                };
                read(cell.zip(copies).map(|(cell, copies)| Self::Corrupt(cell, copies)), CELLS)
            }
            ["wear", cell, on] => {
                let cell = Cell::ALL.into_iter().find(|known| cell_name(*known) == *cell);
                read(cell.zip(switch(on)).map(|(cell, on)| Self::Wear(cell, on)), WEAR)
            }
            ["wear", ..] => Err(wrong(WEAR)),
            ["corrupt", ..] => Err(wrong(CELLS)),
            ["close", on] => read(switch(on).map(Self::Close), "close on|off"),
            ["press"] => Ok(Self::Press),
            ["valve", "reset"] => Ok(Self::ValveReset),
            ["clock", by] => read(
                seconds(by).map(|seconds| Self::Clock { seconds }),
                "clock +SECONDS or clock -SECONDS, such as clock +3600",
            ),
            ["lose", "radio", bytes] => read(
                bytes.parse().ok().map(|bytes| Self::LoseRadio { bytes }),
                "lose radio BYTES, such as lose radio 100",
            ),
            _ => Err(wrong(FAULTS)),
        }
    }
}

const fn cut((write, byte): (u32, u32)) -> Fault {
    Fault::Cut { write, byte }
}

impl Display for Fault {
    fn fmt(&self, into: &mut Formatter<'_>) -> fmt::Result {
        let on = |on: bool| if on { "on" } else { "off" };
        match self {
            Self::Stall => into.write_str("stall"),
            Self::Recover => into.write_str("recover"),
            Self::Field(now) => write!(into, "field {}", on(*now)),
            Self::Slip { permille } => write!(into, "slip {}.{}", permille / 10, permille % 10),
            Self::Fast { permille } => write!(into, "fast {}.{}", permille / 10, permille % 10),
            Self::Battery(BatteryFault::Good) => into.write_str("battery good"),
            Self::Battery(BatteryFault::ElectiveReplacement) => into.write_str("battery eri"),
            Self::Battery(BatteryFault::Spent) => into.write_str("battery spent"),
            Self::Battery(BatteryFault::BrownOut) => into.write_str("battery brown-out"),
            Self::Reset => into.write_str("reset"),
            Self::Cut { write, byte } => write!(into, "cut {write} {byte}"),
            Self::Corrupt(cell, copies) => {
                let copies = match copies {
                    Copies::A => "a",
                    Copies::B => "b",
                    Copies::Both => "both",
                };
                write!(into, "corrupt {} {copies}", cell_name(*cell))
            }
            Self::Wear(cell, now) => write!(into, "wear {} {}", cell_name(*cell), on(*now)),
            Self::Close(now) => write!(into, "close {}", on(*now)),
            Self::Press => into.write_str("press"),
            Self::ValveReset => into.write_str("valve reset"),
            Self::Clock { seconds } => write!(into, "clock {seconds:+}"),
            Self::LoseRadio { bytes } => write!(into, "lose radio {bytes}"),
        }
    }
}
