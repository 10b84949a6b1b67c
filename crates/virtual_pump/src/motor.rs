//! Motor or valve, and what really leaves the reservoir.

/// What really happened, as nobody in a patient could know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Truth {
    /// Strokes that the driver was told to make.
    pub commanded_strokes: u64,
    /// Strokes that turned, as the encoder saw them.
    pub turned_strokes: u64,
    /// Fluid that left, pL.
    pub delivered_picolitres: u128,
    /// Fluid in the reservoir, pL. Strokes after the last of it turn and give nothing.
    pub left_picolitres: u128,
}

impl Truth {
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend(self.commanded_strokes.to_le_bytes());
        bytes.extend(self.turned_strokes.to_le_bytes());
        bytes.extend(self.delivered_picolitres.to_le_bytes());
        bytes.extend(self.left_picolitres.to_le_bytes());
        bytes
    }

    /// What is missing counts as nothing.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let short = |from: usize| {
            let bytes = bytes.get(from..from + 8).and_then(|bytes| bytes.try_into().ok());
            u64::from_le_bytes(bytes.unwrap_or_default())
        };
        let long = |from: usize| {
            let bytes = bytes.get(from..from + 16).and_then(|bytes| bytes.try_into().ok());
            u128::from_le_bytes(bytes.unwrap_or_default())
        };
        Self {
            commanded_strokes: short(0),
            turned_strokes: short(8),
            delivered_picolitres: long(16),
            left_picolitres: long(32),
        }
    }
}

/// The mechanism and its faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Motor {
    truth: Truth,
    stalled: bool,
    field: bool,
    valve_shut: bool,
    slip_permille: u16,
    slipped: u16,
    fast_permille: u16,
}

impl Motor {
    pub(crate) const fn truth(&self) -> &Truth {
        &self.truth
    }

    /// Whether a strong field is there.
    #[must_use]
    pub const fn in_field(&self) -> bool {
        self.field
    }

    /// Whether nothing can leave now, whatever the motor is told.
    #[must_use]
    pub const fn is_blocked(&self) -> bool {
        self.stalled || self.valve_shut
    }

    pub(crate) const fn resume(&mut self, truth: Truth) {
        self.truth = truth;
    }

    pub(crate) const fn fill(&mut self, nanolitres: u64) {
        self.truth.left_picolitres = nanolitres as u128 * 1_000;
    }

    pub(crate) const fn stall(&mut self) {
        self.stalled = true;
    }

    pub(crate) const fn recover(&mut self) {
        self.stalled = self.field && !self.valve_shut;
        self.slip_permille = 0;
        self.fast_permille = 0;
    }

    pub(crate) const fn field(&mut self, on: bool, shuts_valve: bool) {
        if shuts_valve {
            // The valve stays shut until it is reset by hand (Prometra II instructions, p. 14).
            self.valve_shut = self.valve_shut || on;
        } else if on != self.field {
            // The rotor stands in the field and turns after it.
            self.stalled = on;
        }
        self.field = on;
    }

    pub(crate) const fn reset_valve(&mut self) {
        // In the field it shuts again at once.
        if !self.field {
            self.valve_shut = false;
        }
    }

    pub(crate) const fn slip(&mut self, permille: u16) {
        self.slip_permille = permille;
    }

    pub(crate) const fn fast(&mut self, permille: u16) {
        self.fast_permille = permille;
    }

    /// The driver is told to make a stroke.
    pub(crate) fn stroke(&mut self, nanolitres: u64) {
        self.truth.commanded_strokes += 1;
        if self.is_blocked() {
            return;
        }
        self.slipped += self.slip_permille;
        if self.slipped >= 1_000 {
            self.slipped -= 1_000;
            return;
        }
        self.truth.turned_strokes += 1;
        let given = u128::from(nanolitres) * (1_000 + u128::from(self.fast_permille));
        let given = given.min(self.truth.left_picolitres);
        self.truth.delivered_picolitres += given;
        self.truth.left_picolitres -= given;
    }
}
