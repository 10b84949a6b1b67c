//! Tubing and catheter as an ordered queue of slugs on the axis of emitted volume.

use crate::exact::{of, ratio};
use crate::sum::Sum;
use dashu_ratio::RBig;
use quantity::{Concentration, Volume};
use std::sync::OnceLock;

/// A stretch of one fluid, as people are shown it, from the tip backwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug {
    /// nL
    pub volume: RBig,
    /// ng/mL
    pub concentration: RBig,
}

/// What a part of the line holds after someone has worked on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// What it held before, from its tip end.
    Kept,
    /// One fluid, in ng/mL; CSF, contrast and water are 0.
    Fluid(RBig),
}

/// One fluid. A mixture is worked out when it is first asked for: its exact ratio grows with every fill over a residual,
/// and most questions are not about strengths.
#[derive(Debug, Clone)]
enum Fluid {
    /// ng/mL
    Known(RBig),
    Mixed(Mixture),
}

/// What a fill of another strength makes with what was left.
#[derive(Debug, Clone)]
struct Mixture {
    /// Index of the fluid that was left.
    old: usize,
    residual: Volume,
    volume: Volume,
    new: Concentration,
    /// ng/mL, once it has been asked for.
    known: OnceLock<RBig>,
}

impl Mixture {
    fn over(&self, old: &RBig) -> RBig {
        let (residual, volume) =
            (u128::from(self.residual.nanolitres()), u128::from(self.volume.nanolitres()));
        let total = residual + volume;
        old * ratio(residual, total) + of(self.new.quotient()) * ratio(volume, total)
    }
}

#[derive(Debug, Clone)]
struct Stretch {
    /// Emitted volume at which the last of it leaves the tip.
    until: Sum,
    /// Index of its fluid.
    fluid: usize,
}

/// Every fluid that has passed or will pass the tip, in order. The last stretch has no end yet: it is what the
/// reservoir holds.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    fluids: Vec<Fluid>,
    stretches: Vec<Stretch>,
    /// The fluid of the reservoir.
    source: usize,
    tubing: Sum,
    catheter: Sum,
}

impl Line {
    pub(crate) fn new(tubing: Sum, catheter: Sum, holds: RBig) -> Self {
        let until = tubing.plus(&catheter);
        let fluids = vec![Fluid::Known(holds)];
        Self { fluids, stretches: vec![Stretch { until, fluid: 0 }], source: 0, tubing, catheter }
    }

    /// Tubing and catheter together.
    pub(crate) fn dead_volume(&self) -> Sum {
        self.tubing.plus(&self.catheter)
    }

    /// A fluid's strength in ng/mL: from the last one that is known, mixture by mixture.
    fn concentration(&self, fluid: usize) -> RBig {
        let mut unknown = Vec::new();
        let mut fluid = self.fluids.get(fluid);
        while let Some(Fluid::Mixed(mixture)) = fluid
            && mixture.known.get().is_none()
        {
            unknown.push(mixture);
            fluid = self.fluids.get(mixture.old);
        }
        let mut value = match fluid {
            Some(Fluid::Known(value)) => value.clone(),
            Some(Fluid::Mixed(mixture)) => mixture.known.get().cloned().unwrap_or(RBig::ZERO),
            None => RBig::ZERO,
        };
        for mixture in unknown.into_iter().rev() {
            value = mixture.known.get_or_init(|| mixture.over(&value)).clone();
        }
        value
    }

    /// What the reservoir holds, in ng/mL.
    pub(crate) fn source(&self) -> RBig {
        self.concentration(self.source)
    }

    /// The reservoir is filled over a residual once `emitted` has left the tip.
    pub(crate) fn refill(&mut self, emitted: &Sum, residual: Volume, volume: Volume, new: Concentration) {
        let known = RBig::from(new.nanograms_per_millilitre());
        let same = matches!(self.fluids.get(self.source), Some(Fluid::Known(old)) if *old == known);
        let fluid = match (residual.is_zero(), volume.is_zero()) {
            _ if same => return,
            (true, _) => Fluid::Known(known),
            (false, true) => return,
            (false, false) => {
                Fluid::Mixed(Mixture { old: self.source, residual, volume, new, known: OnceLock::new() })
            }
        };
        self.push(emitted.plus(&self.dead_volume()), self.source);
        self.source = self.add(fluid);
    }

    fn add(&mut self, fluid: Fluid) -> usize {
        self.fluids.push(fluid);
        self.fluids.len() - 1
    }

    fn push(&mut self, until: Sum, fluid: usize) {
        let empty = self.stretches.last().is_some_and(|last| last.until >= until);
        if !empty {
            self.stretches.push(Stretch { until, fluid });
        }
    }

    /// The stretches between two points of the axis, as (fluid, volume in nL).
    fn between(&self, from: &Sum, to: &Sum) -> Vec<(usize, RBig)> {
        let mut pieces = Vec::new();
        let first = self.stretches.partition_point(|stretch| stretch.until <= *from);
        let mut position = from;
        for stretch in self.stretches.get(first..).unwrap_or_default() {
            if position >= to {
                return pieces;
            }
            let end = (&stretch.until).min(to);
            pieces.push((stretch.fluid, end.minus(position).big()));
            position = end;
        }
        if position < to {
            pieces.push((self.source, to.minus(position).big()));
        }
        pieces
    }

    /// Drug that leaves the tip while `from` to `to` is emitted, in ng × 10^6 (nL × ng/mL).
    pub(crate) fn drug_between(&self, from: &Sum, to: &Sum) -> RBig {
        let pieces = self.between(from, to).into_iter();
        pieces.fold(RBig::ZERO, |drug, (fluid, volume)| drug + volume * self.concentration(fluid))
    }

    /// Neighbours of one strength are one slug, however they came together.
    fn slugs(&self, from: &Sum, volume: &Sum) -> Vec<Slug> {
        let mut slugs: Vec<Slug> = Vec::new();
        for (fluid, volume) in self.between(from, &from.plus(volume)) {
            let concentration = self.concentration(fluid);
            match slugs.last_mut() {
                Some(last) if last.concentration == concentration => last.volume += volume,
                _ => slugs.push(Slug { volume, concentration }),
            }
        }
        slugs
    }

    /// What the catheter holds, from the tip backwards.
    pub(crate) fn catheter_slugs(&self, emitted: &Sum) -> Vec<Slug> {
        self.slugs(emitted, &self.catheter)
    }

    /// What the tubing holds, from the catheter backwards.
    pub(crate) fn tubing_slugs(&self, emitted: &Sum) -> Vec<Slug> {
        self.slugs(&emitted.plus(&self.catheter), &self.tubing)
    }

    /// The line after work on it: new volumes and new contents of catheter and tubing. A part that keeps its contents
    /// but is longer than before is filled up from the reservoir.
    pub(crate) fn rework(&mut self, emitted: &Sum, catheter: (Sum, Contents), tubing: (Sum, Contents)) {
        let parts = [
            (catheter.0.clone(), catheter.1, self.catheter_slugs(emitted)),
            (tubing.0.clone(), tubing.1, self.tubing_slugs(emitted)),
        ];
        // Close the stretch that is just leaving the tip, then lay the new contents behind it.
        let passed = self.stretches.partition_point(|stretch| stretch.until <= *emitted);
        let leaving = self.stretches.get(passed).map(|stretch| stretch.fluid);
        self.stretches.truncate(passed);
        self.push(emitted.clone(), leaving.unwrap_or(self.source));
        let mut position = emitted.clone();
        for (volume, contents, before) in parts {
            let end = position.plus(&volume);
            let slugs = match contents {
                Contents::Kept => before,
                Contents::Fluid(concentration) => vec![Slug { volume: volume.big(), concentration }],
            };
            for slug in slugs {
                position = position.plus(&Sum::of_big(slug.volume)).min(end.clone());
                let fluid = self.add(Fluid::Known(slug.concentration));
                self.push(position.clone(), fluid);
            }
            if position < end {
                self.push(end.clone(), self.source);
            }
            position = end;
        }
        (self.catheter, self.tubing) = (catheter.0, tubing.0);
    }
}
