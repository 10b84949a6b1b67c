//! What was due and what turned over the last hour, day, 72 hours and four weeks.

use crate::allowance::Allowance;
use crate::due::{Between, Due};

/// Parts of a window. The oldest falls out when the newest is full: a window is up to an eighth longer than it is called.
const PARTS: usize = 8;

/// What happened in some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Part {
    pub(crate) due: Due,
    pub(crate) turned: u64,
    /// How often what was due changed its kind: a hold, another program, a bolus of the patient. Each may leave a stroke
    /// half made.
    pub(crate) edges: u32,
}

impl Part {
    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            due: self.due.then(other.due)?,
            turned: self.turned.checked_add(other.turned)?,
            edges: self.edges.saturating_add(other.edges),
        })
    }
}

/// What a window says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Measured {
    pub(crate) over: bool,
    pub(crate) under: bool,
}

/// One window.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Window {
    part_seconds: u64,
    past: [Part; PARTS],
    /// Where the next full part goes.
    next: usize,
    current: Part,
    filled_seconds: u64,
    /// The highest flow of the part that fell out last: strokes due in it may have come late, in this window.
    fastest_before: u64,
}

impl Window {
    const fn new(seconds: u64) -> Self {
        let nothing = Part { due: Due::NOTHING, turned: 0, edges: 0 };
        Self {
            part_seconds: seconds / PARTS as u64,
            past: [nothing; PARTS],
            next: 0,
            current: nothing,
            filled_seconds: 0,
            fastest_before: 0,
        }
    }

    fn add(&mut self, seconds: u64, part: Part) -> Option<()> {
        if self.filled_seconds >= self.part_seconds {
            let place = self.past.get_mut(self.next)?;
            self.fastest_before = place.due.fastest;
            *place = self.current;
            self.next = (self.next + 1) % PARTS;
            self.current = Part::default();
            self.filled_seconds = 0;
        }
        self.current = self.current.plus(part)?;
        self.filled_seconds = self.filled_seconds.saturating_add(seconds);
        Some(())
    }

    fn whole(&self) -> Option<Part> {
        self.past.iter().try_fold(self.current, |sum, part| sum.plus(*part))
    }

    /// `stroke`: its volume in units; `late_seconds`: how late a stroke may come.
    fn measured(&self, stroke: u128, late_seconds: u32, allowance: &Allowance) -> Option<Measured> {
        let whole = self.whole()?;
        let Between { low, high } = whole.due.volume;
        let late =
            u128::from(whole.due.fastest.max(self.fastest_before)).checked_mul(u128::from(late_seconds))?;
        let allowed = |strokes: u32, permille: u32, due: u64| {
            let strokes = u128::from(strokes).checked_add(u128::from(whole.edges))?.checked_mul(stroke)?;
            let part = u128::from(due).checked_mul(u128::from(permille))? / 1_000;
            strokes.checked_add(part)?.checked_add(late)
        };
        let turned = u128::from(whole.turned).checked_mul(stroke)?;
        let most =
            u128::from(high).checked_add(allowed(allowance.over_strokes, allowance.over_permille, high)?)?;
        let least =
            u128::from(low).saturating_sub(allowed(allowance.under_strokes, allowance.under_permille, low)?);
        Some(Measured { over: turned > most, under: turned < least })
    }
}

const HOUR: u64 = 3_600;

/// The windows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Windows([Window; 4]);

impl Windows {
    pub(crate) const fn new() -> Self {
        Self([Window::new(HOUR), Window::new(24 * HOUR), Window::new(72 * HOUR), Window::new(28 * 24 * HOUR)])
    }

    pub(crate) fn add(&mut self, seconds: u64, part: Part) -> Option<()> {
        self.0.iter_mut().try_for_each(|window| window.add(seconds, part))
    }

    /// Whether any window has too much or too little.
    pub(crate) fn measured(
        &self,
        stroke: u128,
        late_seconds: u32,
        allowance: &Allowance,
    ) -> Option<Measured> {
        let nothing = Measured { over: false, under: false };
        self.0.iter().try_fold(nothing, |so_far, window| {
            let one = window.measured(stroke, late_seconds, allowance)?;
            Some(Measured { over: so_far.over || one.over, under: so_far.under || one.under })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R-MON-1, R-MON-2: strokes that come late, when the part in which they were due is full, are not too many when that
    /// part falls out; more of them are, as soon as it has.
    #[test]
    fn late_strokes_and_a_window_that_turns() {
        // One stroke of 1000 units each second, for the first part.
        let volume = Between { low: 450_000, high: 450_000 };
        let fast = Part { due: Due { volume, fastest: 1_000 }, turned: 390, edges: 0 };
        let measured = |late: u64| {
            let mut window = Window::new(HOUR);
            let mut over = std::vec::Vec::new();
            let mut parts = std::vec![(450, fast), (450, Part { turned: late, ..Part::default() })];
            parts.extend([(450, Part::default()); PARTS + 2]);
            for (seconds, part) in parts {
                window.add(seconds, part).unwrap();
                over.push(window.measured(1_000, 60, &Allowance::VIRTUAL).unwrap().over);
            }
            over
        };
        assert!(measured(60).iter().all(|over| !over));
        // 60 are allowed to come late, three may be too many.
        assert!(measured(63).iter().all(|over| !over));
        assert!(measured(64).iter().any(|over| *over));
    }
}
