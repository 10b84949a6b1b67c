//! The twin: fills, programs, gaps and work on the line, in the order in which they happened.

use crate::exact::{of, volume_times};
use crate::line::{Contents, Line, Slug};
use crate::sum::Sum;
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
    offset: Delivered,
    /// Emitted since the twin began, at `from`.
    emitted: Sum,
    /// Left in the reservoir at `from`.
    left: Sum,
    /// Strength that the pump was told last.
    told: Concentration,
}

/// Nothing, in the coarsest tick.
const NOTHING: Delivered = Delivered { ticks: 0, per_nanolitre: 1 };

/// What lies between two readings of one curve.
fn between(earlier: Delivered, later: Delivered) -> Sum {
    if earlier.per_nanolitre == later.per_nanolitre {
        return Sum::new(later.ticks.saturating_sub(earlier.ticks), later.per_nanolitre);
    }
    Sum::delivered(later).minus(&Sum::delivered(earlier))
}

impl<'a> Span<'a> {
    /// Delivered by the curve at `at`.
    fn delivered(&self, at: PumpTime) -> Delivered {
        self.curve.map_or(NOTHING, |curve| curve.delivered_by(at))
    }

    /// What the program gives from `from` to `at`, whether or not it is there.
    fn wanted(&self, at: PumpTime) -> Sum {
        between(self.offset, self.delivered(at))
    }

    /// What really left the reservoir from `from` to `at`.
    fn out(&self, at: PumpTime) -> Sum {
        self.at_most_left(self.wanted(at))
    }

    fn at_most_left(&self, wanted: Sum) -> Sum {
        if wanted > self.left { self.left.clone() } else { wanted }
    }

    /// The span that goes on from `at` if nothing changes.
    fn settled(&self, at: PumpTime) -> Self {
        let offset = self.delivered(at);
        let out = self.at_most_left(between(self.offset, offset));
        let (emitted, left) = (self.emitted.plus(&out), self.left.minus(&out));
        Self { from: at, curve: self.curve, offset, emitted, left, told: self.told }
    }

    /// Another program, or none, from the start of the span on.
    fn turn_to(&mut self, curve: Option<Curve<'a>>) {
        self.curve = curve;
        self.offset = self.delivered(self.from);
    }

    /// The first second at which the program has given `volume` since `from`.
    fn time_of(&self, volume: &Sum) -> Option<PumpTime> {
        if volume.is_zero() {
            return Some(self.from);
        }
        let curve = self.curve.as_ref()?;
        let (numerator, denominator) = volume.plus(&Sum::delivered(self.offset)).big().into_parts();
        match (u128::try_from(numerator), u128::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => curve.time_of(Quotient::new(numerator, denominator)?),
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
    /// The line as it was before each work on it.
    reworked: Vec<(PumpTime, Line)>,
    spans: Vec<Span<'a>>,
    running: Option<(&'a Program, PumpTime)>,
    paused: bool,
    /// Index of the first span after the last fill.
    filled: usize,
    /// What the reservoir held right after the last fill, in nL.
    fill: RBig,
    /// When the reservoir first ran empty, as far as the events have come.
    emptied: Option<PumpTime>,
}

impl<'a> Twin<'a> {
    /// An empty pump whose line holds one fluid.
    #[must_use]
    pub fn new(
        delivery: Delivery,
        tubing: Quotient<Volume>,
        catheter: Quotient<Volume>,
        holds: Concentration,
    ) -> Self {
        Self {
            delivery,
            line: Line::new(Sum::of(tubing), Sum::of(catheter), of(holds.quotient())),
            reworked: Vec::new(),
            spans: Vec::new(),
            running: None,
            paused: false,
            filled: 0,
            fill: RBig::ZERO,
            emptied: None,
        }
    }

    /// A new span in which all goes on from `at`, for the event to change; notes whether the reservoir has run empty.
    fn settle(&mut self, at: PumpTime) -> Result<&mut Span<'a>, TwinError> {
        let span = match self.spans.last() {
            Some(last) if at < last.from => {
                return Err(TwinError::OutOfOrder { at: at.0, last: last.from.0 });
            }
            Some(last) => last.settled(at),
            None => {
                let (emitted, left, told) = (Sum::ZERO, Sum::ZERO, Concentration::ZERO);
                Span { from: at, curve: None, offset: NOTHING, emitted, left, told }
            }
        };
        if span.left.is_zero() && self.emptied.is_none() {
            self.emptied = self.empties();
        }
        Ok(self.spans.push_mut(span))
    }

    /// When the reservoir runs empty if nothing happens any more; `None` also if there has never been anything in it.
    fn empties(&self) -> Option<PumpTime> {
        let last = self.spans.last()?;
        if last.left.is_zero() { None } else { last.time_of(&last.left) }
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
        let total = u128::from(residual.nanolitres()) + u128::from(volume.nanolitres());
        let span = self.settle(at)?;
        (span.left, span.told) = (Sum::whole(total), concentration);
        let emitted = span.emitted.clone();
        self.line.refill(&emitted, residual, volume, concentration);
        self.fill = RBig::from(total);
        self.filled = self.spans.len() - 1;
        if total == 0 {
            self.emptied.get_or_insert(at);
        }
        Ok(())
    }

    /// A program begins.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn run(&mut self, at: PumpTime, program: &'a Program) -> Result<(), TwinError> {
        self.settle(at)?;
        self.running = Some((program, at));
        self.turn();
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
        self.settle(at)?;
        self.paused = paused;
        self.turn();
        Ok(())
    }

    /// The last span turns to what runs now.
    fn turn(&mut self) {
        let running = self.running.filter(|_| !self.paused);
        let curve = running.map(|(program, start)| Curve::new(program, start, self.delivery));
        if let Some(span) = self.spans.last_mut() {
            span.turn_to(curve);
        }
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
        let emitted = self.settle(at)?.emitted.clone();
        self.reworked.push((at, self.line.clone()));
        self.line.rework(&emitted, (Sum::of(catheter.0), catheter.1), (Sum::of(tubing.0), tubing.1));
        Ok(())
    }

    fn span_at(&self, at: PumpTime) -> Option<&Span<'a>> {
        let after = self.spans.partition_point(|span| span.from <= at);
        self.spans.get(after.checked_sub(1)?)
    }

    /// The line as it was at `at`: later work does not change what it held before.
    fn line_at(&self, at: PumpTime) -> &Line {
        let done = self.reworked.partition_point(|(when, _)| *when <= at);
        self.reworked.get(done).map_or(&self.line, |(_, line)| line)
    }

    fn emitted(&self, at: PumpTime) -> Sum {
        self.span_at(at).map_or(Sum::ZERO, |span| span.emitted.plus(&span.out(at)))
    }

    /// Emitted since the twin began, in nL.
    #[must_use]
    pub fn emitted_by(&self, at: PumpTime) -> RBig {
        self.emitted(at).big()
    }

    /// Left in the reservoir, in nL.
    #[must_use]
    pub fn left_at(&self, at: PumpTime) -> RBig {
        self.span_at(at).map_or(RBig::ZERO, |span| span.left.minus(&span.out(at)).big())
    }

    /// What left the tip from `from` to `to`.
    #[must_use]
    pub fn received(&self, from: PumpTime, to: PumpTime) -> Received {
        let (begin, end) = (self.emitted(from), self.emitted(to));
        let drug = self.line.drug_between(&begin, &end) / RBig::from(1_000_000_u32);
        Received { drug, volume: end.minus(&begin).big() }
    }

    /// What the pump was told to give from `from` to `to`, in ng: its flow times the strength it was told, even when
    /// the reservoir is empty.
    #[must_use]
    pub fn programmed(&self, from: PumpTime, to: PumpTime) -> RBig {
        let first = self.spans.partition_point(|span| span.from <= from).saturating_sub(1);
        let mut drug = RBig::ZERO;
        // Volumes of one strength are added before they are multiplied.
        let (mut volume, mut told) = (Sum::ZERO, Concentration::ZERO);
        for (index, span) in self.spans.iter().enumerate().skip(first).take_while(|(_, span)| span.from < to)
        {
            let until = self.spans.get(index + 1).map_or(to, |next| next.from.min(to));
            if span.told != told {
                drug += volume_times(&volume.big(), &of(told.quotient()));
                (volume, told) = (Sum::ZERO, span.told);
            }
            if until > from {
                let begin = if span.from < from { span.delivered(from) } else { span.offset };
                volume = volume.plus(&between(begin, span.delivered(until)));
            }
        }
        drug + volume_times(&volume.big(), &of(told.quotient()))
    }

    /// The first second since the last fill at which `volume` nL have left, or would have left, the reservoir.
    #[must_use]
    pub fn time_since_fill(&self, volume: &RBig) -> Option<PumpTime> {
        let mut missing = Sum::of_big(volume.clone().max(RBig::ZERO));
        for (index, span) in self.spans.iter().enumerate().skip(self.filled) {
            let Some(next) = self.spans.get(index + 1) else {
                return span.time_of(&missing);
            };
            let given = between(span.offset, span.delivered(next.from));
            if given >= missing {
                return span.time_of(&missing);
            }
            missing = missing.minus(&given);
        }
        None
    }

    /// Volume that left, or would have left, the reservoir from the last fill to `at`, in nL.
    #[must_use]
    pub fn delivered_since_fill(&self, at: PumpTime) -> RBig {
        let mut sum = Sum::ZERO;
        for (index, span) in self.spans.iter().enumerate().skip(self.filled) {
            let until = self.spans.get(index + 1).map_or(at, |next| next.from.min(at));
            if until > span.from {
                sum = sum.plus(&span.wanted(until));
            }
        }
        sum.big()
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
        self.line_at(at).catheter_slugs(&self.emitted(at))
    }

    /// What the tubing holds, from the catheter backwards.
    #[must_use]
    pub fn tubing_at(&self, at: PumpTime) -> Vec<Slug> {
        self.line_at(at).tubing_slugs(&self.emitted(at))
    }

    /// Tubing and catheter together, in nL.
    #[must_use]
    pub fn dead_volume(&self) -> RBig {
        self.line.dead_volume().big()
    }

    /// Whether the reservoir, once filled, ran empty at any time up to `until`.
    #[must_use]
    pub fn ran_empty_by(&self, until: PumpTime) -> bool {
        self.emptied.or_else(|| self.empties()).is_some_and(|at| at <= until)
    }
}
