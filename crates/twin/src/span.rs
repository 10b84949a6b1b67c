//! What goes on from one event to the next, and what flows in it.

use crate::line::Contents;
use crate::sum::Sum;
use pump::{Curve, Delivered, Delivery, Program, PumpTime};
use quantity::{Concentration, Quotient, Volume};

/// What an event did besides setting what runs.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    /// Nothing: a program, a pause or its end.
    Flow,
    /// The reservoir was filled over a residual.
    Fill { residual: Volume, volume: Volume },
    /// The line was worked on.
    Rework(Box<Rework>),
}

/// New volumes and contents of the line.
#[derive(Debug, Clone)]
pub(crate) struct Rework {
    pub(crate) catheter: (Sum, Contents),
    pub(crate) tubing: (Sum, Contents),
}

/// An event and what goes on from it to the next, or for good.
#[derive(Debug, Clone)]
pub(crate) struct Span<'a> {
    pub(crate) from: PumpTime,
    pub(crate) change: Change,
    /// The program that runs and when it began.
    pub(crate) running: Option<(&'a Program, PumpTime)>,
    /// Seconds by which the pump's clock stands ahead of the times of the twin.
    pub(crate) clock_ahead: i64,
    /// How the pump moves fluid.
    pub(crate) delivery: Delivery,
    /// Whether nothing flows although the program goes on.
    pub(crate) paused: bool,
    /// Strength that the pump was told last.
    pub(crate) told: Concentration,
}

impl<'a> Span<'a> {
    /// What a fill leaves in the reservoir.
    pub(crate) fn filled(&self) -> Option<Sum> {
        match &self.change {
            Change::Fill { residual, volume } => {
                Some(Sum::whole(u128::from(residual.nanolitres()) + u128::from(volume.nanolitres())))
            }
            _ => None,
        }
    }

    /// What flows.
    pub(crate) fn flow(&self) -> Flow<'a> {
        let nothing = Flow { from: self.from, curve: None, offset: NOTHING, ahead: self.clock_ahead };
        if self.paused { nothing } else { self.told_flow() }
    }

    /// What would flow if nothing stood in the way: what the pump was told.
    pub(crate) fn told_flow(&self) -> Flow<'a> {
        let ahead = self.clock_ahead;
        let curve =
            self.running.map(|(program, start)| Curve::new(program, later(start, ahead), self.delivery));
        let offset = curve.map_or(NOTHING, |curve| curve.delivered_by(later(self.from, ahead)));
        Flow { from: self.from, curve, offset, ahead }
    }
}

/// What a program gives in a span, whether or not it is there.
#[derive(Debug, Clone)]
pub(crate) struct Flow<'a> {
    from: PumpTime,
    curve: Option<Curve<'a>>,
    /// Delivered by the curve at `from`.
    offset: Delivered,
    /// The curve runs on the pump's clock, this much ahead of the times of the twin.
    ahead: i64,
}

/// A time on a clock that stands `seconds` ahead.
const fn later(at: PumpTime, seconds: i64) -> PumpTime {
    PumpTime(at.0.saturating_add(seconds))
}

/// Nothing, in the coarsest tick.
const NOTHING: Delivered = Delivered { ticks: 0, per_nanolitre: 1 };

impl Flow<'_> {
    /// What the program gives from the start of the span to `at`; nothing before it.
    pub(crate) fn wanted(&self, at: PumpTime) -> Sum {
        let Some(curve) = self.curve.filter(|_| at > self.from) else {
            return Sum::ZERO;
        };
        let now = curve.delivered_by(later(at, self.ahead));
        if now.per_nanolitre == self.offset.per_nanolitre {
            return Sum::new(now.ticks.saturating_sub(self.offset.ticks), now.per_nanolitre);
        }
        Sum::delivered(now).minus(&Sum::delivered(self.offset))
    }

    /// Strokes from the start of the program to `at`; `None` while nothing runs.
    pub(crate) fn strokes_by(&self, at: PumpTime) -> Option<u128> {
        self.curve.map(|curve| curve.strokes_by(later(at, self.ahead)))
    }

    /// The first second at which the program has given `volume` in the span.
    pub(crate) fn time_of(&self, volume: &Sum) -> Option<PumpTime> {
        if volume.is_zero() {
            return Some(self.from);
        }
        let curve = self.curve.as_ref()?;
        let (numerator, denominator) = volume.plus(&Sum::delivered(self.offset)).big().into_parts();
        match (u128::try_from(numerator), u128::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => {
                let found = curve.time_of(Quotient::new(numerator, denominator)?)?;
                Some(later(found, -self.ahead))
            }
            // Programs of many awkward strengths since the fill: too fine for the inverse of one curve.
            _ => self.search(volume),
        }
    }

    /// [`Self::time_of`] by halving: what a program has given never falls.
    fn search(&self, volume: &Sum) -> Option<PumpTime> {
        let (mut early, mut late) = (self.from, self.from.after(quantity::Span::MAX));
        if self.wanted(late) < *volume {
            return None;
        }
        while late.since(early) > 1 {
            let middle = PumpTime(early.0.saturating_add_unsigned(late.since(early) / 2));
            if self.wanted(middle) < *volume { early = middle } else { late = middle }
        }
        Some(late)
    }
}
