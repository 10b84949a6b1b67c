//! The delivery curve: what has been delivered by any second, and when any volume is reached.

use crate::clock::PumpTime;
use crate::program::{Base, Program};
use crate::week::Week;
use quantity::{Quotient, SECONDS_PER_DAY, Span, Volume, multiply_divide, multiply_divide_ceiling};

/// How a pump moves fluid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// So finely that it is taken as even (peristaltic pumps).
    Continuous,
    /// In strokes of one volume, each as soon as the program has come to it (valve-accumulator pumps). Not zero.
    Strokes(Volume),
}

/// A delivered volume as `ticks / per_nanolitre` nL, not reduced: additions on one curve stay cheap.
#[derive(Debug, Clone, Copy)]
pub struct Delivered {
    /// Whole ticks.
    pub ticks: u128,
    /// Ticks in a nL; not zero.
    pub per_nanolitre: u128,
}

impl Delivered {
    /// The volume in lowest terms.
    #[must_use]
    pub fn volume(self) -> Quotient<Volume> {
        Quotient::new(self.ticks, self.per_nanolitre).unwrap_or(Quotient::ZERO)
    }
}

/// A program running from a start.
#[derive(Debug, Clone, Copy)]
pub struct Curve<'a> {
    program: &'a Program,
    start: PumpTime,
    delivery: Delivery,
    /// What a flex week counts at the end of the boluses, from week 0 of the clock and in its own ticks; 0 for another base.
    origin: i128,
}

impl<'a> Curve<'a> {
    /// `program` from `start` on.
    #[must_use]
    pub fn new(program: &'a Program, start: PumpTime, delivery: Delivery) -> Self {
        let origin = match program.base() {
            Base::Flex(week) => {
                let over = program.boluses().iter().fold(start, |at, bolus| at.after(bolus.over));
                week_count(week, over)
            }
            _ => 0,
        };
        Self { program, start, delivery, origin }
    }

    /// Ticks in a nL.
    fn per_nanolitre(&self) -> u128 {
        u128::from(SECONDS_PER_DAY) * u128::from(self.program.denominator())
    }

    /// When the program began.
    #[must_use]
    pub const fn start(&self) -> PumpTime {
        self.start
    }

    /// Volume delivered from the start to `at`; nothing before the start.
    #[must_use]
    pub fn delivered_by(&self, at: PumpTime) -> Delivered {
        let even = self.even_by(at.since(self.start));
        match self.delivery {
            Delivery::Continuous => even,
            Delivery::Strokes(volume) => {
                let per_nanolitre = self.per_nanolitre();
                let ticks = strokes(even, volume) * u128::from(volume.nanolitres()) * per_nanolitre;
                Delivered { ticks, per_nanolitre }
            }
        }
    }

    /// Strokes made from the start to `at`; none if the pump makes no strokes.
    #[must_use]
    pub fn strokes_by(&self, at: PumpTime) -> u128 {
        match self.delivery {
            Delivery::Continuous => 0,
            Delivery::Strokes(volume) => strokes(self.even_by(at.since(self.start)), volume),
        }
    }

    /// The first second at which at least `volume` has been delivered; `None` if that is never, or later than a span can
    /// hold.
    #[must_use]
    pub fn time_of(&self, volume: Quotient<Volume>) -> Option<PumpTime> {
        let wanted = match self.delivery {
            Delivery::Continuous => volume,
            Delivery::Strokes(stroke) => {
                // The stroke that first reaches the volume.
                let size = u128::from(stroke.nanolitres()).max(1);
                let count = volume.numerator().div_ceil(volume.denominator()).div_ceil(size);
                Quotient::new(count.checked_mul(size)?, 1)?
            }
        };
        let elapsed = self.elapsed_to(wanted)?;
        (elapsed <= Span::MAX.seconds()).then(|| PumpTime(self.start.0.saturating_add_unsigned(elapsed)))
    }

    /// What an even pump has delivered `elapsed` seconds after the start.
    fn even_by(&self, elapsed: u64) -> Delivered {
        let per_nanolitre = self.per_nanolitre();
        let mut left = elapsed;
        let mut ticks = 0_u128;
        for bolus in self.program.boluses() {
            let whole = self.ticks_of(bolus.volume);
            let over = bolus.over.seconds();
            if left < over {
                // Part of a bolus is no whole number of ticks: make the ticks finer by its duration.
                let (over, left) = (u128::from(over), u128::from(left));
                return Delivered { ticks: ticks * over + whole * left, per_nanolitre: per_nanolitre * over };
            }
            left -= over;
            ticks += whole;
        }
        ticks += match self.program.base() {
            Base::Stopped => 0,
            Base::Continuous(rate) | Base::MinimumRate(rate) => {
                u128::from(rate.ticks_per_second(self.program.denominator()).unwrap_or(0)) * u128::from(left)
            }
            Base::Flex(week) if left > 0 => {
                let count = week_count(week, PumpTime(self.start.0.saturating_add_unsigned(elapsed)));
                (count - self.origin).unsigned_abs() * self.week_scale(week)
            }
            Base::Flex(_) => 0,
        };
        Delivered { ticks, per_nanolitre }
    }

    /// A bolus volume in ticks; its denominator divides that of the program.
    fn ticks_of(&self, volume: Quotient<Volume>) -> u128 {
        volume.numerator() * (self.per_nanolitre() / volume.denominator())
    }

    /// Ticks of a week's flow in a tick of the program.
    fn week_scale(&self, week: &Week) -> u128 {
        u128::from(self.program.denominator() / week.denominator().max(1))
    }

    /// Seconds until at least `volume` has been delivered by an even pump.
    fn elapsed_to(&self, volume: Quotient<Volume>) -> Option<u64> {
        if volume.is_zero() {
            return Some(0);
        }
        let (wanted, rest) = multiply_divide(volume.numerator(), self.per_nanolitre(), volume.denominator())?;
        // Whole ticks that must be there; a part of a bolus may reach a part of a tick.
        let wanted_whole = wanted.checked_add(u128::from(rest > 0))?;
        let (mut before, mut elapsed) = (0_u128, 0_u64);
        for bolus in self.program.boluses() {
            let (whole, over) = (self.ticks_of(bolus.volume), bolus.over.seconds());
            if before + whole >= wanted_whole {
                // before + whole × t / over ≥ wanted + rest/denominator, for the least whole t.
                let part = multiply_divide_ceiling(rest, u128::from(over), volume.denominator())?;
                let needed = (wanted - before).checked_mul(u128::from(over))?.checked_add(part)?;
                return elapsed.checked_add(u64::try_from(needed.div_ceil(whole)).ok()?);
            }
            before += whole;
            elapsed = elapsed.checked_add(over)?;
        }
        let missing = wanted_whole - before;
        let base = match self.program.base() {
            Base::Stopped => return None,
            Base::Continuous(rate) | Base::MinimumRate(rate) => {
                let rate = u128::from(rate.ticks_per_second(self.program.denominator()).ok()?);
                if rate == 0 {
                    return None;
                }
                u64::try_from(missing.div_ceil(rate)).ok()?
            }
            Base::Flex(week) => self.week_elapsed(week, elapsed, missing.div_ceil(self.week_scale(week)))?,
        };
        elapsed.checked_add(base)
    }

    /// Seconds from `from` (seconds after the start) until a week's flow has given `missing` of its ticks.
    fn week_elapsed(&self, week: &Week, from: u64, missing: u128) -> Option<u64> {
        if week.total() == 0 {
            return None;
        }
        let (_, begin) = PumpTime(self.start.0.saturating_add_unsigned(from)).week();
        let wanted = week.ticks_by(begin) + missing;
        let weeks = (wanted - 1) / week.total();
        let second = week.second_of(wanted - weeks * week.total());
        u64::try_from(weeks).ok()?.checked_mul(7 * SECONDS_PER_DAY)?.checked_add(second)?.checked_sub(begin)
    }
}

/// Ticks of a week's flow from Monday of week 0 of the clock to `at`.
fn week_count(week: &Week, at: PumpTime) -> i128 {
    let (weeks, second) = at.week();
    // Both fit: a week has less than 2^83 ticks, the clock less than 2^44 weeks.
    i128::from(weeks) * week.total() as i128 + week.ticks_by(second) as i128
}

/// Whole strokes in a volume.
fn strokes(volume: Delivered, stroke: Volume) -> u128 {
    volume.ticks / (volume.per_nanolitre * u128::from(stroke.nanolitres()).max(1))
}
