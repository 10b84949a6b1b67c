//! Even flow over a stretch of time, and how strokes become due of it.
//!
//! A stretch has its own ticks, so fine that its flow is a whole number of them a second. What is due and not yet a stroke
//! is carried from stretch to stretch, rounded down to the ticks of the next one where those are coarser.

use pump::{Base, Program, PumpTime, Rate};
use quantity::{SECONDS_PER_DAY, multiply_divide_floor};

/// Arithmetic that left its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the arithmetic of delivery left its range")]
pub(crate) struct OutOfRange;

/// Where in a program a stretch lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a bolus, counted from 0.
    Bolus(u8),
    /// Past all of them.
    Base,
}

/// A stretch of even flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) place: Place,
    /// The first second that no longer belongs to it.
    pub(crate) until: i64,
    /// Ticks per second.
    rate: u128,
    /// Ticks in a nL, divided by the seconds of a day; not zero.
    scale: u128,
    /// Ticks in a stroke; not zero.
    stroke: u128,
}

impl Stretch {
    /// Nothing flows until something changes.
    pub(crate) const NOTHING: Self =
        Self { place: Place::Base, until: i64::MAX, rate: 0, scale: 1, stroke: SECONDS_PER_DAY as u128 };

    fn new(place: Place, until: i64, rate: u128, scale: u128, stroke: u64) -> Result<Self, OutOfRange> {
        let per_stroke = u128::from(SECONDS_PER_DAY)
            .checked_mul(u128::from(stroke.max(1)))
            .and_then(|ticks| ticks.checked_mul(scale))
            .ok_or(OutOfRange)?;
        Ok(Self { place, until, rate, scale, stroke: per_stroke })
    }

    /// One rate for ever; `stroke` in nL.
    pub(crate) fn steady(rate: Rate, stroke: u64) -> Result<Self, OutOfRange> {
        let denominator = rate.denominator();
        let ticks = rate.ticks_per_second(denominator).map_err(|_| OutOfRange)?;
        Self::new(Place::Base, i64::MAX, u128::from(ticks), u128::from(denominator.max(1)), stroke)
    }

    /// What `program`, begun at `begun`, does at `now`.
    pub(crate) fn of(program: &Program, begun: i64, now: i64, stroke: u64) -> Result<Self, OutOfRange> {
        let denominator = program.denominator();
        let mut end = begun;
        for (bolus, place) in program.boluses().iter().zip(0_u8..) {
            end = end.saturating_add_unsigned(bolus.over.seconds());
            if now < end {
                // In `over` seconds the whole bolus: made finer by `over`, the ticks of the whole flow in each second.
                let per_nanolitre = u128::from(SECONDS_PER_DAY) * u128::from(denominator);
                let parts = per_nanolitre / bolus.volume.denominator().max(1);
                let whole = bolus.volume.numerator().checked_mul(parts).ok_or(OutOfRange)?;
                let scale = u128::from(denominator) * u128::from(bolus.over.seconds());
                return Self::new(Place::Bolus(place), end, whole, scale.max(1), stroke);
            }
        }
        let (rate, until) = match program.base() {
            Base::Stopped => (0, i64::MAX),
            Base::Continuous(rate) | Base::MinimumRate(rate) => {
                (rate.ticks_per_second(denominator).map_err(|_| OutOfRange)?, i64::MAX)
            }
            Base::Flex(week) => {
                let (_, second) = PumpTime(now).week();
                let (rate, until) = week.piece(second);
                let scale = denominator / week.denominator().max(1);
                let ticks = rate.checked_mul(scale).ok_or(OutOfRange)?;
                (ticks, now.saturating_add_unsigned(until.saturating_sub(second).max(1)))
            }
        };
        Self::new(Place::Base, until, u128::from(rate), u128::from(denominator.max(1)), stroke)
    }

    /// The slower of two at each second, in the place of the first.
    pub(crate) fn slower(self, other: Self) -> Self {
        let until = self.until.min(other.until);
        let other_is_slower = match (self.rate.checked_mul(other.scale), other.rate.checked_mul(self.scale)) {
            (Some(own), Some(others)) => others < own,
            // The product that passes the range is the greater one, and never is the other one it as well in a program that
            // was admitted; a flow is not raised for want of range.
            (None, Some(_)) => true,
            (Some(_) | None, None) => false,
        };
        let slower = if other_is_slower { other } else { self };
        Self { place: self.place, until, ..slower }
    }
}

/// What is due and not yet a stroke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meter {
    stretch: Stretch,
    /// Ticks of the stretch; less than a stroke.
    carry: u128,
}

/// Both as 64 bits, where a division is cheap.
fn short(left: u128, right: u128) -> Option<(u64, u64)> {
    Some((u64::try_from(left).ok()?, u64::try_from(right).ok()?))
}

impl Meter {
    pub(crate) const fn new(stretch: Stretch) -> Self {
        Self { stretch, carry: 0 }
    }

    pub(crate) const fn stretch(&self) -> &Stretch {
        &self.stretch
    }

    pub(crate) const fn clear(&mut self) {
        self.carry = 0;
    }

    /// Goes over into another stretch; what is carried is rounded down to its ticks.
    pub(crate) fn enter(&mut self, stretch: Stretch) -> Result<(), OutOfRange> {
        if stretch.stroke != self.stretch.stroke && self.carry > 0 {
            let carry = multiply_divide_floor(self.carry, stretch.stroke, self.stretch.stroke);
            self.carry = carry.ok_or(OutOfRange)?;
        }
        self.stretch = stretch;
        Ok(())
    }

    /// Lets `seconds` pass; the strokes that became due.
    pub(crate) fn pass(&mut self, seconds: u64) -> Result<u64, OutOfRange> {
        let ticks = self.stretch.rate.checked_mul(u128::from(seconds)).ok_or(OutOfRange)?;
        self.add(ticks)
    }

    /// Ticks of the stretch come together; the strokes that became due.
    fn add(&mut self, ticks: u128) -> Result<u64, OutOfRange> {
        let sum = self.carry.checked_add(ticks).ok_or(OutOfRange)?;
        if sum < self.stretch.stroke {
            self.carry = sum;
            return Ok(0);
        }
        let strokes = match short(sum, self.stretch.stroke) {
            Some((sum, stroke)) => u128::from(sum / stroke.max(1)),
            None => sum / self.stretch.stroke.max(1),
        };
        self.carry = sum - strokes * self.stretch.stroke;
        u64::try_from(strokes).map_err(|_| OutOfRange)
    }

    /// Whole weeks of a flex program pass; the strokes that became due. Only for a base, whose ticks are the program's.
    pub(crate) fn pass_weeks(&mut self, program: &Program, weeks: u64) -> Result<u64, OutOfRange> {
        let Base::Flex(week) = program.base() else { return self.pass(weeks * 7 * SECONDS_PER_DAY) };
        let scale = u128::from(program.denominator() / week.denominator().max(1));
        let ticks = week.total().checked_mul(scale).and_then(|ticks| ticks.checked_mul(u128::from(weeks)));
        let strokes = self.add(ticks.ok_or(OutOfRange)?)?;
        let seconds = weeks.saturating_mul(7 * SECONDS_PER_DAY);
        self.stretch.until = self.stretch.until.saturating_add_unsigned(seconds);
        Ok(strokes)
    }

    /// Seconds to the next stroke at this flow; `None` for never.
    pub(crate) fn seconds_to_stroke(&self) -> Option<u64> {
        if self.stretch.rate == 0 {
            return None;
        }
        let missing = self.stretch.stroke.saturating_sub(self.carry);
        match short(missing, self.stretch.rate) {
            Some((missing, rate)) => Some(missing.div_ceil(rate)),
            None => u64::try_from(missing.div_ceil(self.stretch.rate)).ok(),
        }
    }

    /// What is carried, in parts of 2^64 of a stroke, rounded down.
    pub(crate) fn fraction(&self) -> u64 {
        let stroke = self.stretch.stroke;
        let parts = match short(self.carry, stroke) {
            Some((carry, stroke)) => Some((u128::from(carry) << 64) / u128::from(stroke.max(1))),
            None => multiply_divide_floor(self.carry, 1 << 64, stroke),
        };
        parts.and_then(|parts| u64::try_from(parts).ok()).unwrap_or(u64::MAX)
    }

    /// Carries such a fraction from now on, rounded down to the ticks of the stretch.
    pub(crate) fn carry_fraction(&mut self, fraction: u64) {
        self.carry = multiply_divide_floor(u128::from(fraction), self.stretch.stroke, 1 << 64).unwrap_or(0);
    }
}
