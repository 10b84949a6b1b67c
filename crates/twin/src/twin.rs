//! The twin: fills, programs, gaps and work on the line, in the order in which they happened.

use crate::exact::{of, ratio, volume_times};
use crate::line::{Contents, Line, Slug};
use dashu_ratio::RBig;
use pump::{Curve, Delivered, Delivery, Program, PumpTime};
use quantity::{Concentration, Quotient, Volume};

/// A step that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TwinError {
    /// Events must come in the order of time.
    #[error("an event at pump second {at} comes before the last one, at {last}")]
    OutOfOrder {
        /// Pump seconds.
        at: i64,
        /// Pump seconds.
        last: i64,
    },
}

/// A program that ran, or runs, from one event to the next.
#[derive(Debug, Clone)]
struct Span<'a> {
    from: PumpTime,
    /// `None` while nothing flows.
    curve: Option<Curve<'a>>,
    /// Delivered by the curve at `from`.
    offset: Option<Delivered>,
    /// Emitted since the twin began, at `from`, in nL.
    emitted: RBig,
    /// Left in the reservoir at `from`, in nL.
    left: RBig,
    /// Strength that the pump was told last.
    told: Concentration,
}

impl Span<'_> {
    /// What the program gives from `from` to `at`, in nL, whether or not it is there.
    fn wanted(&self, at: PumpTime) -> RBig {
        let (Some(curve), Some(offset)) = (&self.curve, self.offset) else {
            return RBig::ZERO;
        };
        let now = curve.delivered_by(at);
        if now.per_nanolitre == offset.per_nanolitre {
            return ratio(now.ticks.saturating_sub(offset.ticks), now.per_nanolitre);
        }
        of(now.volume()) - of(offset.volume())
    }

    /// What really left the reservoir from `from` to `at`, in nL.
    fn out(&self, at: PumpTime) -> RBig {
        let wanted = self.wanted(at);
        if wanted > self.left { self.left.clone() } else { wanted }
    }

    /// The first second at which the program has given `volume` nL since `from`.
    fn time_of(&self, volume: &RBig) -> Option<PumpTime> {
        if *volume <= RBig::ZERO {
            return Some(self.from);
        }
        let (curve, offset) = (self.curve.as_ref()?, self.offset?);
        let target = volume + ratio(offset.ticks, offset.per_nanolitre);
        let (numerator, denominator) = target.into_parts();
        curve.time_of(Quotient::new(u128::try_from(numerator).ok()?, u128::try_from(denominator).ok()?)?)
    }
}

/// What left the tip in a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// ng
    pub drug: RBig,
    /// nL
    pub volume: RBig,
}

/// Reservoir, tubing and catheter of one patient.
#[derive(Debug, Clone)]
pub struct Twin<'a> {
    delivery: Delivery,
    line: Line,
    spans: Vec<Span<'a>>,
    running: Option<(&'a Program, PumpTime)>,
    paused: bool,
    /// Index of the first span after the last fill.
    filled: usize,
    /// What the reservoir held right after the last fill, in nL.
    fill: RBig,
    was_empty: bool,
}

impl<'a> Twin<'a> {
    /// An empty pump whose line holds one fluid.
    #[must_use]
    pub fn new(delivery: Delivery, tubing: Quotient<Volume>, catheter: Quotient<Volume>, holds: Concentration) -> Self {
        Self {
            delivery,
            line: Line::new(of(tubing), of(catheter), of(holds.quotient())),
            spans: Vec::new(),
            running: None,
            paused: false,
            filled: 0,
            fill: RBig::ZERO,
            was_empty: false,
        }
    }

    /// Emitted and left at `at`, which is not before the last event; notes whether the reservoir ran empty.
    fn settle(&mut self, at: PumpTime) -> Result<(RBig, RBig), TwinError> {
        let Some(last) = self.spans.last() else {
            return Ok((RBig::ZERO, RBig::ZERO));
        };
        if at < last.from {
            return Err(TwinError::OutOfOrder { at: at.0, last: last.from.0 });
        }
        let out = last.out(at);
        let left = &last.left - &out;
        if left.is_zero() {
            self.was_empty = true;
        }
        Ok((&last.emitted + out, left))
    }

    fn begin(&mut self, at: PumpTime, emitted: RBig, left: RBig, told: Concentration) {
        let curve = match self.running {
            Some((program, start)) if !self.paused => Some(Curve::new(program, start, self.delivery)),
            _ => None,
        };
        let offset = curve.map(|curve| curve.delivered_by(at));
        self.spans.push(Span { from: at, curve, offset, emitted, left, told });
    }

    fn told(&self) -> Concentration {
        self.spans.last().map_or(Concentration::ZERO, |span| span.told)
    }

    /// The reservoir is filled with `volume` over a `residual` that stayed in it. A rinsed reservoir has no residual.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn fill(
        &mut self,
        at: PumpTime,
        residual: Volume,
        volume: Volume,
        concentration: Concentration,
    ) -> Result<(), TwinError> {
        let (emitted, _) = self.settle(at)?;
        let total = u128::from(residual.nanolitres()) + u128::from(volume.nanolitres());
        let new = of(concentration.quotient());
        let mixed = if residual.is_zero() || self.line.source() == new {
            new
        } else {
            let old = self.line.source() * ratio(residual.nanolitres().into(), total);
            old + new * ratio(volume.nanolitres().into(), total)
        };
        self.line.change_source(&emitted, mixed);
        self.fill = ratio(total, 1);
        self.filled = self.spans.len();
        self.begin(at, emitted, self.fill.clone(), concentration);
        Ok(())
    }

    /// A program begins.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn run(&mut self, at: PumpTime, program: &'a Program) -> Result<(), TwinError> {
        let (emitted, left) = self.settle(at)?;
        self.running = Some((program, at));
        self.begin(at, emitted, left, self.told());
        Ok(())
    }

    /// Nothing flows any more although the program goes on: a stalled rotor, a magnet, a blocked catheter.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn pause(&mut self, at: PumpTime) -> Result<(), TwinError> {
        self.set_paused(at, true)
    }

    /// Flow returns where the program stands by now; what was missed stays missed.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn resume(&mut self, at: PumpTime) -> Result<(), TwinError> {
        self.set_paused(at, false)
    }

    fn set_paused(&mut self, at: PumpTime, paused: bool) -> Result<(), TwinError> {
        let (emitted, left) = self.settle(at)?;
        self.paused = paused;
        self.begin(at, emitted, left, self.told());
        Ok(())
    }

    /// Someone has worked on the line: aspirated the catheter, put in another one, replaced or primed the pump.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn rework(
        &mut self,
        at: PumpTime,
        catheter: (Quotient<Volume>, Contents),
        tubing: (Quotient<Volume>, Contents),
    ) -> Result<(), TwinError> {
        let (emitted, left) = self.settle(at)?;
        self.line.rework(&emitted, (of(catheter.0), catheter.1), (of(tubing.0), tubing.1));
        self.begin(at, emitted, left, self.told());
        Ok(())
    }

    fn span_at(&self, at: PumpTime) -> Option<&Span<'a>> {
        let after = self.spans.partition_point(|span| span.from <= at);
        self.spans.get(after.checked_sub(1)?)
    }

    /// Emitted since the twin began, in nL.
    #[must_use]
    pub fn emitted_by(&self, at: PumpTime) -> RBig {
        self.span_at(at).map_or(RBig::ZERO, |span| &span.emitted + span.out(at))
    }

    /// Left in the reservoir, in nL.
    #[must_use]
    pub fn left_at(&self, at: PumpTime) -> RBig {
        self.span_at(at).map_or(RBig::ZERO, |span| &span.left - span.out(at))
    }

    /// What left the tip from `from` to `to`.
    #[must_use]
    pub fn received(&self, from: PumpTime, to: PumpTime) -> Received {
        let (begin, end) = (self.emitted_by(from), self.emitted_by(to));
        let drug = self.line.drug_between(&begin, &end) / RBig::from(1_000_000_u32);
        Received { drug, volume: end - begin }
    }

    /// What the pump was told to give from `from` to `to`, in ng: its flow times the strength it was told, even when
    /// the reservoir is empty.
    #[must_use]
    pub fn programmed(&self, from: PumpTime, to: PumpTime) -> RBig {
        let first = self.spans.partition_point(|span| span.from <= from).saturating_sub(1);
        let mut drug = RBig::ZERO;
        for (index, span) in self.spans.iter().enumerate().skip(first) {
            let until = self.spans.get(index + 1).map_or(to, |next| next.from.min(to));
            let begin = span.from.max(from);
            if until > begin {
                let volume = span.wanted(until) - span.wanted(begin);
                drug += volume_times(&volume, &of(span.told.quotient()));
            }
        }
        drug
    }

    /// The first second since the last fill at which `volume` nL have left, or would have left, the reservoir.
    #[must_use]
    pub fn time_since_fill(&self, volume: &RBig) -> Option<PumpTime> {
        let mut missing = volume.clone();
        for (index, span) in self.spans.iter().enumerate().skip(self.filled) {
            let found = span.time_of(&missing);
            let Some(next) = self.spans.get(index + 1) else {
                return found;
            };
            if let Some(found) = found.filter(|found| *found <= next.from) {
                return Some(found);
            }
            missing -= span.wanted(next.from);
        }
        None
    }

    /// Volume that left, or would have left, the reservoir from the last fill to `at`, in nL.
    #[must_use]
    pub fn delivered_since_fill(&self, at: PumpTime) -> RBig {
        let mut sum = RBig::ZERO;
        for (index, span) in self.spans.iter().enumerate().skip(self.filled) {
            let until = self.spans.get(index + 1).map_or(at, |next| next.from.min(at));
            if until > span.from {
                sum += span.wanted(until);
            }
        }
        sum
    }

    /// Strokes made from the start of the running program to `at`; `None` if nothing runs.
    #[must_use]
    pub fn strokes_by(&self, at: PumpTime) -> Option<u128> {
        self.span_at(at)?.curve.map(|curve| curve.strokes_by(at))
    }

    /// What the reservoir held right after the last fill, in nL.
    #[must_use]
    pub const fn fill_volume(&self) -> &RBig {
        &self.fill
    }

    /// What the reservoir holds, in ng/mL.
    #[must_use]
    pub fn reservoir_concentration(&self) -> RBig {
        self.line.source()
    }

    /// What the catheter holds, from the tip backwards.
    #[must_use]
    pub fn catheter_at(&self, at: PumpTime) -> Vec<Slug> {
        self.line.catheter_slugs(&self.emitted_by(at))
    }

    /// What the tubing holds, from the catheter backwards.
    #[must_use]
    pub fn tubing_at(&self, at: PumpTime) -> Vec<Slug> {
        self.line.tubing_slugs(&self.emitted_by(at))
    }

    /// Tubing and catheter together, in nL.
    #[must_use]
    pub fn dead_volume(&self) -> RBig {
        &self.line.tubing + &self.line.catheter
    }

    /// Whether the reservoir ran empty at any time up to `until`.
    #[must_use]
    pub fn ran_empty_by(&self, until: PumpTime) -> bool {
        self.was_empty || (!self.spans.is_empty() && self.left_at(until).is_zero())
    }
}
