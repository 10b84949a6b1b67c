//! The cells that are not the controller's: which copy is in force, and what is wrong with any cell.

use monitor::MemoryFindings;
use pump::cell::{COPY_BYTES_MAX, Cell, Copy, Found, Memory, load, store};

/// How a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Health {
    #[default]
    Good,
    /// One copy is broken.
    Broken,
    /// Both are, or it could not be written.
    Lost,
}

/// The health of all cells, and the copies in force of those that the loop writes itself.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    health: [Health; 8],
    /// The worst since the monitor looked: what is mended at once is told all the same.
    worst: [Health; 8],
    provision: Option<(Copy, u32)>,
    paired: Option<(Copy, u32)>,
    alarms: Option<(Copy, u32)>,
}

impl Shelf {
    /// Notes how a cell was found; whether anything is wrong with it, as the number of copies that are lost.
    pub(crate) fn found(&mut self, cell: Cell, found: Found) -> u32 {
        let (health, lost) = match found {
            Found::Blank | Found::Whole { other_broken: false, .. } => (Health::Good, 0),
            Found::Whole { other_broken: true, .. } => (Health::Broken, 1),
            Found::Lost => (Health::Lost, 2),
        };
        self.set(cell, health);
        if let (Found::Whole { copy, generation, .. }, Some(slot)) = (found, self.slot(cell)) {
            *slot = Some((copy, generation));
        }
        lost
    }

    /// Notes how many copies of a cell are lost.
    pub(crate) fn lost(&mut self, cell: Cell, copies: u32) {
        let health = if copies > 1 { Health::Lost } else { Health::Broken };
        self.set(cell, health);
    }

    /// How many copies of a cell are lost.
    pub(crate) fn copies_lost(&self, cell: Cell) -> u32 {
        match self.health.get(cell as usize).copied().unwrap_or_default() {
            Health::Good => 0,
            Health::Broken => 1,
            Health::Lost => 2,
        }
    }

    /// Notes that a cell was written well, or not.
    pub(crate) fn written(&mut self, cell: Cell, good: bool) {
        self.set(cell, if good { Health::Good } else { Health::Lost });
    }

    /// Notes that a cell makes no sense, though its checksum is good.
    pub(crate) fn senseless(&mut self, cell: Cell) {
        self.set(cell, Health::Lost);
    }

    fn set(&mut self, cell: Cell, health: Health) {
        if let (Some(place), Some(worst)) =
            (self.health.get_mut(cell as usize), self.worst.get_mut(cell as usize))
        {
            *place = health;
            *worst = health.max(*worst);
        }
    }

    /// What the monitor is told: the worst of each cell since it was told last.
    pub(crate) fn findings(&mut self) -> MemoryFindings {
        let mut findings = MemoryFindings::NONE;
        for cell in Cell::ALL {
            findings = match self.worst.get(cell as usize).copied().unwrap_or_default() {
                Health::Good => findings,
                Health::Broken => findings.with_broken(cell),
                Health::Lost => findings.with_lost(cell),
            };
        }
        self.worst = self.health;
        findings
    }

    fn slot(&mut self, cell: Cell) -> Option<&mut Option<(Copy, u32)>> {
        match cell {
            Cell::Provision => Some(&mut self.provision),
            Cell::Paired => Some(&mut self.paired),
            Cell::Alarms => Some(&mut self.alarms),
            Cell::Committed | Cell::Tally | Cell::State | Cell::Totals => None,
        }
    }

    /// Writes one of the loop's own cells; whether it read back.
    pub(crate) fn store(
        &mut self,
        memory: &mut dyn Memory,
        cell: Cell,
        payload: &[u8],
        scratch: &mut [u8; COPY_BYTES_MAX],
    ) -> bool {
        let Some(slot) = self.slot(cell) else { return false };
        let stored = store(memory, cell, *slot, payload, scratch);
        if let Ok(place) = stored {
            *slot = Some(place);
        }
        self.written(cell, stored.is_ok());
        stored.is_ok()
    }

    /// Reads one of the loop's own cells to the front of `into`: how it was found, and its length.
    pub(crate) fn load(
        &mut self,
        memory: &mut dyn Memory,
        cell: Cell,
        into: &mut [u8; COPY_BYTES_MAX],
    ) -> (Found, usize) {
        let (found, length) = load(memory, cell, into);
        // Power failed at the first write there ever was: what was to be kept is not kept, and nothing else is lost.
        if found == Found::Lost && is_blank(memory, cell, Copy::B) {
            self.lost(cell, 1);
        } else {
            self.found(cell, found);
        }
        (found, length)
    }
}

/// Whether a copy was never written.
fn is_blank(memory: &mut dyn Memory, cell: Cell, copy: Copy) -> bool {
    let mut piece = [0_u8; 64];
    (cell.address(copy)..).step_by(piece.len()).take(cell.bytes() / piece.len()).all(|address| {
        memory.read(address, &mut piece);
        piece.iter().all(|byte| *byte == 0)
    })
}
