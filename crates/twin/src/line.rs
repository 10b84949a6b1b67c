//! Tubing and catheter as an ordered queue of slugs on the axis of emitted volume.

use dashu_ratio::RBig;

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

#[derive(Debug, Clone)]
struct Stretch {
    /// Emitted volume at which the last of it leaves the tip, in nL.
    until: RBig,
    /// Index of its fluid.
    fluid: usize,
}

/// Every fluid that has passed or will pass the tip, in order. The last stretch has no end yet: it is what the
/// reservoir holds.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Concentrations, in ng/mL.
    fluids: Vec<RBig>,
    stretches: Vec<Stretch>,
    /// The fluid of the reservoir.
    source: usize,
    pub(crate) tubing: RBig,
    pub(crate) catheter: RBig,
}

impl Line {
    pub(crate) fn new(tubing: RBig, catheter: RBig, holds: RBig) -> Self {
        let until = &tubing + &catheter;
        Self { fluids: vec![holds], stretches: vec![Stretch { until, fluid: 0 }], source: 0, tubing, catheter }
    }

    /// What the reservoir holds, in ng/mL.
    pub(crate) fn source(&self) -> RBig {
        self.fluids.get(self.source).cloned().unwrap_or(RBig::ZERO)
    }

    /// The reservoir holds another fluid once `emitted` has left the tip.
    pub(crate) fn change_source(&mut self, emitted: &RBig, concentration: RBig) {
        if self.source() == concentration {
            return;
        }
        let tail = emitted + &self.tubing + &self.catheter;
        self.push(tail, self.source);
        self.fluids.push(concentration);
        self.source = self.fluids.len() - 1;
    }

    fn push(&mut self, until: RBig, fluid: usize) {
        let empty = self.stretches.last().is_some_and(|last| last.until >= until);
        if !empty {
            self.stretches.push(Stretch { until, fluid });
        }
    }

    /// The stretches between two points of the axis, as (fluid, from, to).
    fn between(&self, from: &RBig, to: &RBig) -> Vec<(usize, RBig, RBig)> {
        let mut pieces = Vec::new();
        let first = self.stretches.partition_point(|stretch| stretch.until <= *from);
        let mut position = from.clone();
        for stretch in self.stretches.get(first..).unwrap_or_default() {
            if position >= *to {
                return pieces;
            }
            let end = if stretch.until < *to { stretch.until.clone() } else { to.clone() };
            pieces.push((stretch.fluid, position, end.clone()));
            position = end;
        }
        if position < *to {
            pieces.push((self.source, position, to.clone()));
        }
        pieces
    }

    /// Drug that leaves the tip while `from` to `to` is emitted, in ng × 10^6 (nL × ng/mL).
    pub(crate) fn drug_between(&self, from: &RBig, to: &RBig) -> RBig {
        let mut drug = RBig::ZERO;
        for (fluid, start, end) in self.between(from, to) {
            if let Some(concentration) = self.fluids.get(fluid) {
                drug += (end - start) * concentration;
            }
        }
        drug
    }

    fn slugs(&self, from: &RBig, volume: &RBig) -> Vec<Slug> {
        let pieces = self.between(from, &(from + volume));
        pieces
            .into_iter()
            .map(|(fluid, start, end)| Slug {
                volume: end - start,
                concentration: self.fluids.get(fluid).cloned().unwrap_or(RBig::ZERO),
            })
            .collect()
    }

    /// What the catheter holds, from the tip backwards.
    pub(crate) fn catheter_slugs(&self, emitted: &RBig) -> Vec<Slug> {
        self.slugs(emitted, &self.catheter)
    }

    /// What the tubing holds, from the catheter backwards.
    pub(crate) fn tubing_slugs(&self, emitted: &RBig) -> Vec<Slug> {
        self.slugs(&(emitted + &self.catheter), &self.tubing)
    }

    /// The line after work on it: new volumes and new contents of catheter and tubing. A part that keeps its contents
    /// but is longer than before is filled up from the reservoir.
    pub(crate) fn rework(&mut self, emitted: &RBig, catheter: (RBig, Contents), tubing: (RBig, Contents)) {
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
            let end = &position + volume;
            let slugs = match contents {
                Contents::Kept => before,
                Contents::Fluid(concentration) => vec![Slug { volume: &end - &position, concentration }],
            };
            for slug in slugs {
                position += slug.volume;
                let until = if position < end { position.clone() } else { end.clone() };
                self.fluids.push(slug.concentration);
                self.push(until, self.fluids.len() - 1);
            }
            if position < end {
                self.push(end.clone(), self.source);
            }
            position = end;
        }
        self.catheter = catheter.0;
        self.tubing = tubing.0;
    }
}
