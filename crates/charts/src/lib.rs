//! Charts as SVG text. Knows nothing of the rest of the application: samples in, one `<svg>` and one table out.
//!
//! Each chart is drawn in a [`Shape`] (wide for desks, narrow for telephones; the page shows one and hides the other by its style
//! sheet) and comes with a [`ChartTable`] of the same values for those who do not see it. No script, no inline style, no colour:
//! the style sheet decides by class. Without a style sheet a chart is still right: black lines, unfilled, dashed where it is forecast.
//!
//! Classes
//! - `chart`, with `chart-wide` or `chart-narrow`, or `chart-spark`: the `<svg>`.
//! - `chart-axis` (base line), `chart-grid` (value lines), `chart-tick` (small lines below the axis).
//! - `chart-text` (all text; a halo in the colour of the page, `paint-order: stroke`, keeps it legible over lines), with `chart-heading` (panel), `chart-label` (axis), `chart-legend`, `chart-mark-text`, `chart-empty`.
//! - `chart-line` with `chart-series-1` … `chart-series-6`, and `chart-future` where it is forecast; `chart-dot` likewise (shapes
//!   differ by series, so that grey print can be read); `chart-limit` (a threshold across the panel).
//! - `chart-mark` with `chart-mark-alarm`, `chart-mark-refill`, `chart-mark-empty`, `chart-mark-visit`, `chart-mark-now`.
//! - `chart-bar` with `chart-before` or `chart-after`; `chart-step` likewise (the program's line).
//! - `chart-outcome`: the `<svg>` of a chart of the outcomes. In it `chart-slope` with `chart-better`, `chart-worse` or `chart-same`
//!   (a step of patients), `chart-middle` (the median), `chart-patient` (one patient), `chart-alone` (a single value), `chart-box`,
//!   `chart-whisker`, `chart-median`, `chart-outlier`, `chart-band` (quartiles, or an interval), `chart-censor`, `chart-interval`
//!   with `chart-own` or `chart-published`, `chart-arrow` (it goes on beyond the axis), `chart-hollow` (a marker that is not
//!   filled), `chart-value` and `chart-weight` (words and counts in the plot), `chart-count`, `chart-row`, `chart-risk`, `chart-note`.
//!
//! A chart that leaves the page is given its style sheet by [`standalone`], and becomes a picture by [`png`].
//!
//! Invariants
//! - Every coordinate is finite and inside the view box; samples that are not finite are left to the table.
//! - Thinning keeps the first, last, lowest and highest sample of every piece: no extreme is hidden.
//! - `f64` is for pixels only. What people read as an amount comes in as words; written here are axis numbers, counts, and in the
//!   charts of the outcomes the single values of patients, by level or with as many decimals as their [`Scale`] says.
//! - Statistics come in: nothing is estimated here. What is found here are counts, and the furthest values within 1.5 interquartile
//!   ranges. Single values beyond 1e12 are not drawn and count as missing.

mod axis;
mod boxes;
mod doses;
mod forest;
mod frame;
mod marks;
mod picture;
mod profile;
mod series;
mod slopes;
mod survival;
mod svg;
#[cfg(test)]
mod tests;
mod timeline;
mod words;

pub use boxes::{BoxGroup, BoxPlots, box_plots};
pub use doses::{DoseByYear, DoseYear, dose_by_year};
pub use forest::{Estimate, Forest, ForestAxis, ForestRow, Reference, forest};
pub use marks::{Mark, MarkKind};
pub use picture::{Palette, PictureError, captioned, png, standalone};
pub use profile::{Profile, ProfileSide, profile};
pub use series::Sample;
pub use slopes::{PairedSlopes, SlopeVisit, paired_slopes};
pub use survival::{Curve, CurveAxis, CurveStep, Survival, survival};
pub use timeline::{
    DoseHistory, Reservoir, ScoreLine, ScorePanel, SiteScores, Threshold, dose_history, reservoir,
    site_scores,
};
pub use words::{Amount, Better, Quartiles, Scale, Words};

use svg::Svg;

/// For which place a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 720 units wide: desks and print.
    Wide,
    /// 360 units wide: telephones.
    Narrow,
}

impl Shape {
    const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 360.0,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart chart-wide",
            Self::Narrow => "chart chart-narrow",
        }
    }
}

/// A chart and the same values as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// One `<svg role="img">`, safe to put into a page as it is.
    pub svg: String,
    /// What it shows.
    pub table: ChartTable,
}

/// The values of a chart, for a `<table>`; texts are not escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// What the table is about.
    pub caption: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// One row per value, each as long as `head`.
    pub rows: Vec<Vec<String>>,
}

/// A line of a few values without axes, for a row of a list; `title` says what it is.
#[must_use]
pub fn sparkline(title: &str, samples: &[Sample]) -> String {
    let (width, height, edge) = (120.0, 28.0, 4.0);
    let mut svg = Svg::open("chart chart-spark", width, height, title, "");
    let samples = series::thinned(samples, 60);
    let across = axis::Range::of(samples.iter().map(|sample| sample.seconds())).widened(1.0);
    let up = axis::Range::of(samples.iter().map(|sample| sample.value)).widened(0.0);
    let points: Vec<(f64, f64)> = (samples.iter())
        .map(|sample| {
            let x = across.place(sample.seconds(), edge, width - edge);
            (x, up.place(sample.value, height - edge, edge))
        })
        .collect();
    svg.path("chart-line chart-series-1", &points, false);
    if let Some((x, y)) = points.last() {
        svg.dot(1, "chart-dot chart-series-1", *x, *y, title);
    }
    svg.close()
}
