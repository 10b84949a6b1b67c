//! The twin: fills, programs, gaps and work on the line, in the order in which they happened.

use crate::exact::{of, volume_times};
use crate::history::History;
use crate::line::{Contents, Line, Slug};
use crate::span::{Change, Flow, Rework, Span};
use crate::sum::Sum;
use dashu_ratio::RBig;
use pump::{Delivery, Program, PumpTime};
use quantity::{Concentration, Quotient, Volume};
use std::sync::OnceLock;

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
    /// As it was at first.
    line: Line,
    spans: Vec<Span<'a>>,
    running: Option<(&'a Program, PumpTime)>,
    paused: bool,
    /// Seconds by which the pump's clock stands ahead of the times of the twin.
    clock_ahead: i64,
    told: Concentration,
    /// Index of the last fill among the spans.
    filled: usize,
    /// What the reservoir held right after the last fill, in nL.
    fill: RBig,
    history: OnceLock<History<'a>>,
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
            spans: Vec::new(),
            running: None,
            paused: false,
            clock_ahead: 0,
            told: Concentration::ZERO,
            filled: 0,
            fill: RBig::ZERO,
            history: OnceLock::new(),
        }
    }

    /// A copy to try something out on: it may run programs that live shorter than the record does.
    #[must_use]
    pub fn fork<'b>(&self) -> Twin<'b>
    where
        'a: 'b,
    {
        Twin {
            delivery: self.delivery,
            line: self.line.clone(),
            spans: self.spans.clone(),
            running: self.running,
            paused: self.paused,
            clock_ahead: self.clock_ahead,
            told: self.told,
            filled: self.filled,
            fill: self.fill.clone(),
            history: OnceLock::new(),
        }
    }

    fn in_order(&self, at: PumpTime) -> Result<(), TwinError> {
        match self.spans.last() {
            Some(last) if at < last.from => Err(TwinError::OutOfOrder { at: at.0, last: last.from.0 }),
            _ => Ok(()),
        }
    }

    /// From `at` on, after a change, what is set now goes on.
    fn go_on(&mut self, at: PumpTime, change: Change) {
        let (running, paused) = (self.running, self.paused);
        let (clock_ahead, delivery, told) = (self.clock_ahead, self.delivery, self.told);
        let span = Span { from: at, change, running, clock_ahead, delivery, paused, told };
        if let Some(history) = self.history.get_mut() {
            history.take_up(&span);
        }
        self.spans.push(span);
    }

    fn history(&self) -> &History<'a> {
        self.history.get_or_init(|| History::new(self.line.clone(), &self.spans))
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
        self.in_order(at)?;
        self.told = concentration;
        self.filled = self.spans.len();
        self.fill = RBig::from(residual.nanolitres() + volume.nanolitres());
        self.go_on(at, Change::Fill { residual, volume });
        Ok(())
    }

    /// A program begins.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn run(&mut self, at: PumpTime, program: &'a Program) -> Result<(), TwinError> {
        self.in_order(at)?;
        self.running = Some((program, at));
        self.go_on(at, Change::Flow);
        Ok(())
    }

    /// The pump's clock stands `seconds` ahead of the times of the twin from now on: another pump, or its clock was set. A
    /// flex week turns with it.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn set_clock_ahead(&mut self, at: PumpTime, seconds: i64) -> Result<(), TwinError> {
        self.in_order(at)?;
        self.clock_ahead = seconds;
        self.go_on(at, Change::Flow);
        Ok(())
    }

    /// Another pump is in its place, with another clock and perhaps another way of moving fluid; it gives nothing before it
    /// is told a program.
    ///
    /// # Errors
    /// [`TwinError::OutOfOrder`] if it comes before the last event.
    pub fn replace_pump(
        &mut self,
        at: PumpTime,
        delivery: Delivery,
        clock_ahead: i64,
    ) -> Result<(), TwinError> {
        self.in_order(at)?;
        (self.delivery, self.clock_ahead, self.running) = (delivery, clock_ahead, None);
        self.go_on(at, Change::Flow);
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
        self.in_order(at)?;
        self.paused = paused;
        self.go_on(at, Change::Flow);
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
        self.in_order(at)?;
        let (catheter, tubing) = ((Sum::of(catheter.0), catheter.1), (Sum::of(tubing.0), tubing.1));
        self.go_on(at, Change::Rework(Box::new(Rework { catheter, tubing })));
        Ok(())
    }

    /// Emitted since the twin began, in nL.
    #[must_use]
    pub fn emitted_by(&self, at: PumpTime) -> RBig {
        self.history().emitted(at).big()
    }

    /// Left in the reservoir, in nL.
    #[must_use]
    pub fn left_at(&self, at: PumpTime) -> RBig {
        let begun = self.spans.partition_point(|span| span.from <= at);
        // Nothing before a fill matters to what is left after it.
        let before = self.spans.get(..begun).unwrap_or_default().iter().enumerate().rev();
        let fill = before.into_iter().find_map(|(index, span)| Some((index, span.filled()?)));
        let Some((filled, fill)) = fill else {
            return RBig::ZERO;
        };
        let flows = self.flows(filled).take_while(|(span, ..)| span.from <= at);
        let left = flows.fold(fill, |left, (_, flow, end)| {
            let out = flow.wanted(end.map_or(at, |end| end.min(at)));
            if out > left { Sum::ZERO } else { left.minus(&out) }
        });
        left.big()
    }

    /// What left the tip from `from` to `to`.
    #[must_use]
    pub fn received(&self, from: PumpTime, to: PumpTime) -> Received {
        let history = self.history();
        let (begin, end) = (history.emitted(from), history.emitted(to));
        let drug = history.line.drug_between(&begin, &end) / RBig::from(1_000_000_u32);
        Received { drug, volume: end.minus(&begin).big() }
    }

    /// Each span from the `first` on, with what flows in it and when it ends, if it does.
    fn flows(&self, first: usize) -> impl Iterator<Item = (&Span<'a>, Flow<'a>, Option<PumpTime>)> {
        let spans = self.spans.get(first..).unwrap_or_default();
        let ends = spans.iter().skip(1).map(|next| Some(next.from)).chain([None]);
        spans.iter().zip(ends).map(|(span, end)| (span, span.flow(), end))
    }

    /// Index of the span that goes on at `at`, or of the first.
    fn span_at(&self, at: PumpTime) -> usize {
        self.spans.partition_point(|span| span.from <= at).saturating_sub(1)
    }

    /// What the pump was told to give from `from` to `to`, in ng: its flow times the strength it was told, even while
    /// the reservoir is empty or the rotor stands still.
    #[must_use]
    pub fn programmed(&self, from: PumpTime, to: PumpTime) -> RBig {
        let mut drug = RBig::ZERO;
        // Volumes of one strength are added before they are multiplied.
        let (mut volume, mut told) = (Sum::ZERO, Concentration::ZERO);
        for (span, flow, end) in self.flows(self.span_at(from)).take_while(|(span, ..)| span.from < to) {
            if span.told != told {
                drug += volume_times(&volume.big(), &of(told.quotient()));
                (volume, told) = (Sum::ZERO, span.told);
            }
            let until = end.map_or(to, |end| end.min(to));
            let told = if span.paused { span.told_flow() } else { flow };
            volume = volume.plus(&told.wanted(until).minus(&told.wanted(from)));
        }
        drug + volume_times(&volume.big(), &of(told.quotient()))
    }

    /// The first second since the last fill at which `volume` nL have left, or would have left, the reservoir.
    #[must_use]
    pub fn time_since_fill(&self, volume: &RBig) -> Option<PumpTime> {
        let mut missing = Sum::of_big(volume.clone().max(RBig::ZERO));
        for (_, flow, end) in self.flows(self.filled) {
            let given = end.map(|end| flow.wanted(end));
            match given.filter(|given| *given < missing) {
                Some(given) => missing = missing.minus(&given),
                None => return flow.time_of(&missing),
            }
        }
        None
    }

    /// Volume that left, or would have left, the reservoir from the last fill to `at`, in nL.
    #[must_use]
    pub fn delivered_since_fill(&self, at: PumpTime) -> RBig {
        let flows = self.flows(self.filled).take_while(|(span, ..)| span.from < at);
        flows
            .fold(Sum::ZERO, |sum, (_, flow, end)| sum.plus(&flow.wanted(end.map_or(at, |end| end.min(at)))))
            .big()
    }

    /// Strokes made from the start of the running program to `at`; `None` if nothing runs.
    #[must_use]
    pub fn strokes_by(&self, at: PumpTime) -> Option<u128> {
        let span = self.spans.get(self.span_at(at)).filter(|span| span.from <= at)?;
        span.flow().strokes_by(at)
    }

    /// What the reservoir held right after the last fill, in nL.
    #[must_use]
    pub const fn fill_volume(&self) -> &RBig {
        &self.fill
    }

    /// What the reservoir holds, in ng/mL.
    #[must_use]
    pub fn reservoir_concentration(&self) -> RBig {
        self.history().line.source()
    }

    /// What the catheter holds, from the tip backwards.
    #[must_use]
    pub fn catheter_at(&self, at: PumpTime) -> Vec<Slug> {
        let history = self.history();
        history.line_at(at).catheter_slugs(&history.emitted(at))
    }

    /// What the tubing holds, from the catheter backwards.
    #[must_use]
    pub fn tubing_at(&self, at: PumpTime) -> Vec<Slug> {
        let history = self.history();
        history.line_at(at).tubing_slugs(&history.emitted(at))
    }

    /// Tubing and catheter together, in nL.
    #[must_use]
    pub fn dead_volume(&self) -> RBig {
        self.history().line.dead_volume().big()
    }

    /// Whether the reservoir, once filled, ran empty at any time up to `until`.
    #[must_use]
    pub fn ran_empty_by(&self, until: PumpTime) -> bool {
        self.history().ran_empty_by(until)
    }
}
