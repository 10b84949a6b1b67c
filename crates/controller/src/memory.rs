//! What the controller keeps in its cells, and where the copies in force lie.
//!
//! - *committed*: the whole signed order, since when, the fraction of a stroke it took over, the last fill. Its one write is
//!   the change of program.
//! - *tally*: strokes, written before each is commanded: power that fails in between costs that stroke and never gives one
//!   twice.
//! - *state*: everything else. Hold and epitaph in it are of a program: a newer committed order ends them without a write.

use crate::envelope::QUARTERS;
use crate::patient::STARTS;
use heapless::Vec;
use pump::cell::{COPY_BYTES_MAX, Cell, Copy, Found, Memory, load, store};
use pump::{Epitaph, Hold, SignedOrder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What is reckoned with since the last fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// In the reservoir then, nL.
    pub volume_nanolitres: u64,
    /// Where the low-reservoir alarm stands, nL.
    pub alarm_volume_nanolitres: u64,
    /// Strokes delivered since the pump was made, at the fill.
    pub strokes_before: u64,
}

/// The payload of [`Cell::Committed`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommittedCell<O = SignedOrder> {
    /// The order as it was signed.
    pub order: O,
    /// Since when it runs, pump time.
    pub since: i64,
    /// The fraction of a stroke that the program before it had come to, in parts of 2^64.
    pub carry: u64,
    /// The last fill.
    pub fill: Option<Filled>,
}

/// The payload of [`Cell::Tally`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TallyCell {
    /// Strokes commanded since the pump was made, this one among them.
    pub commanded: u64,
    /// Of these, those that did not turn, as far as is known.
    pub missed: u64,
    /// Strokes commanded since the order began.
    pub commanded_of_order: u64,
    /// Of these, those that did not turn.
    pub missed_of_order: u64,
    /// The counter of that order; 0 for none.
    pub order_counter: u64,
    /// The highest counter accepted: the state's may be lost.
    pub accepted: u64,
    /// When, pump time.
    pub at: i64,
    /// The fraction of a stroke beyond this one, in parts of 2^64.
    pub carry: u64,
    /// From when the boluses of the order are reckoned: its beginning, moved where the clock was set back.
    pub begun: i64,
}

impl TallyCell {
    /// Strokes delivered since the pump was made.
    #[must_use]
    pub const fn delivered(&self) -> u64 {
        self.commanded.saturating_sub(self.missed)
    }

    /// Strokes delivered since the order began.
    #[must_use]
    pub const fn delivered_of_order(&self) -> u64 {
        self.commanded_of_order.saturating_sub(self.missed_of_order)
    }
}

/// An order that was committed last, program or not.
#[derive(Debug, Clone, core::marker::Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LastOrder {
    /// Its counter.
    pub counter: u64,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Since when, pump time.
    pub since: i64,
}

/// The payload of [`Cell::State`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateCell {
    /// How often the pump was started.
    pub boots: u32,
    /// The last order that was no program: hold, resume.
    pub last: Option<LastOrder>,
    /// The counter of the committed program to which hold and epitaph belong; 0 for none.
    pub order_counter: u64,
    /// A hold in force.
    pub hold: Option<Hold>,
    /// When a hold began or ended last, pump time.
    pub hold_changed_at: i64,
    /// Why the safe state.
    pub epitaph: Option<Epitaph>,
    /// The last start of a patient bolus, pump time.
    pub patient_last: Option<i64>,
    /// How long before it the others were, s.
    pub patient_ages: Vec<u32, STARTS>,
    /// Strokes by quarters of an hour, oldest first.
    pub quarters: Vec<u16, QUARTERS>,
    /// When the newest of them began, pump time.
    pub quarter_began: i64,
    /// Strokes commanded when this was written: what the tally has beyond counts as of its last stroke.
    pub commanded: u64,
    /// When the elective replacement indicator came up, pump time.
    pub indicated_at: Option<i64>,
}

/// A cell as it was found.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept<T> {
    /// Never written.
    Blank,
    /// Its first write was cut short: one copy is not whole, the other one was never written.
    Torn,
    /// Whole.
    Whole(T),
    /// Written, and unreadable.
    Lost,
}

impl<T> Kept<T> {
    fn read(found: Found, payload: &[u8]) -> Self
    where
        T: DeserializeOwned,
    {
        match found {
            Found::Blank => Self::Blank,
            Found::Lost => Self::Lost,
            Found::Whole { .. } => postcard::from_bytes(payload).map_or(Self::Lost, Self::Whole),
        }
    }

    /// What is whole.
    pub fn whole(self) -> Option<T> {
        match self {
            Self::Whole(value) => Some(value),
            Self::Blank | Self::Torn | Self::Lost => None,
        }
    }

    /// Whether it was written and is unreadable, where `known` is whether it must have been whole once.
    #[must_use]
    pub const fn is_lost(&self, known: bool) -> bool {
        match self {
            Self::Lost => true,
            Self::Torn | Self::Blank => known,
            Self::Whole(_) => false,
        }
    }
}

/// What the controller finds when it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The order.
    pub committed: Kept<CommittedCell>,
    /// Strokes.
    pub tally: Kept<TallyCell>,
    /// Everything else.
    pub state: Kept<StateCell>,
    /// Cells of which one copy or both were broken.
    pub broken: Vec<(Cell, u32), 3>,
}

impl Loaded {
    /// A memory in which nothing was ever written.
    #[must_use]
    pub const fn blank() -> Self {
        Self { committed: Kept::Blank, tally: Kept::Blank, state: Kept::Blank, broken: Vec::new() }
    }
}

/// Whether a copy was never written.
fn is_blank(memory: &mut dyn Memory, cell: Cell, copy: Copy) -> bool {
    // A copy that was begun has its generation, which is never zero.
    let mut head = [0; 4];
    memory.read(cell.address(copy), &mut head);
    head == [0; 4]
}

/// Which copy of each of the controller's cells is in force.
#[derive(Debug, Clone, core::marker::Copy, Default, PartialEq, Eq)]
pub struct Cells {
    committed: Option<(Copy, u32)>,
    tally: Option<(Copy, u32)>,
    state: Option<(Copy, u32)>,
}

impl Cells {
    /// Reads what is kept.
    pub fn load(memory: &mut dyn Memory) -> (Self, Loaded) {
        let mut own = Self::default();
        let mut loaded = Loaded::blank();
        let mut bytes = [0_u8; COPY_BYTES_MAX];
        loaded.committed = own.read(memory, Cell::Committed, &mut bytes, &mut loaded.broken);
        loaded.tally = own.read(memory, Cell::Tally, &mut bytes, &mut loaded.broken);
        loaded.state = own.read(memory, Cell::State, &mut bytes, &mut loaded.broken);
        (own, loaded)
    }

    fn read<T: DeserializeOwned>(
        &mut self,
        memory: &mut dyn Memory,
        cell: Cell,
        bytes: &mut [u8; COPY_BYTES_MAX],
        broken: &mut Vec<(Cell, u32), 3>,
    ) -> Kept<T> {
        let (found, length) = load(memory, cell, bytes);
        let copies_lost = match found {
            Found::Blank | Found::Whole { other_broken: false, .. } => 0,
            Found::Whole { other_broken: true, .. } => 1,
            Found::Lost => 2,
        };
        if copies_lost > 0 {
            // There is room for each of the three cells.
            broken.push((cell, copies_lost)).ok();
        }
        if let (Found::Whole { copy, generation, .. }, Some(slot)) = (found, self.slot(cell)) {
            *slot = Some((copy, generation));
        }
        let torn =
            found == Found::Lost && [Copy::A, Copy::B].into_iter().any(|copy| is_blank(memory, cell, copy));
        if torn { Kept::Torn } else { Kept::read(found, bytes.get(..length).unwrap_or_default()) }
    }

    const fn slot(&mut self, cell: Cell) -> Option<&mut Option<(Copy, u32)>> {
        match cell {
            Cell::Committed => Some(&mut self.committed),
            Cell::Tally => Some(&mut self.tally),
            Cell::State => Some(&mut self.state),
            Cell::Provision | Cell::Paired | Cell::Alarms | Cell::Totals => None,
        }
    }

    /// Writes a payload to the copy not in force; whether it read back. `false` for a cell that is not the controller's, and
    /// for no payload.
    pub fn store(
        &mut self,
        memory: &mut dyn Memory,
        cell: Cell,
        payload: &[u8],
        scratch: &mut [u8; COPY_BYTES_MAX],
    ) -> bool {
        let Some(slot) = self.slot(cell) else { return false };
        if payload.is_empty() {
            return false;
        }
        match store(memory, cell, *slot, payload, scratch) {
            Ok(written) => {
                *slot = Some(written);
                true
            }
            Err(_) => false,
        }
    }
}
