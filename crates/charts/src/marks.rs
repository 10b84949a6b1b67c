//! Vertical marks and where their labels go.

use super::svg::{Anchor, Svg, TEXT_LINE, fitted, text_width};
use jiff::civil::DateTime;

/// Rows of labels above the panels. A mark whose label finds no room keeps its line, its hover text and its row in the table.
const LANES: usize = 6;

/// What a vertical mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The low-reservoir alarm.
    Alarm,
    /// The day by which to refill.
    RefillBy,
    /// The day the reservoir runs empty.
    Empty,
    /// A visit, past or booked.
    Visit,
    /// The present.
    Now,
}

impl MarkKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Alarm => "chart-mark chart-mark-alarm",
            Self::RefillBy => "chart-mark chart-mark-refill",
            Self::Empty => "chart-mark chart-mark-empty",
            Self::Visit => "chart-mark chart-mark-visit",
            Self::Now => "chart-mark chart-mark-now",
        }
    }
}

/// A vertical line across all panels with a label at its top.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// When.
    pub at: DateTime,
    /// What it means.
    pub kind: MarkKind,
    /// What stands beside it, "alarm 14 January 2027".
    pub label: String,
}

/// Where a mark stands and where its label goes.
pub(crate) struct Placed<'a> {
    pub(crate) mark: &'a Mark,
    /// Of the line.
    pub(crate) x: f64,
    /// Row of the label, 0 at the top; none: no room for it.
    lane: Option<usize>,
    anchor: Anchor,
    label: String,
    /// What the label takes.
    span: (f64, f64),
}

/// Height of the rows that the labels take.
pub(crate) fn height(placed: &[Placed<'_>]) -> f64 {
    let lanes = placed.iter().filter_map(|it| it.lane).max().map_or(0, |lane| lane + 1);
    TEXT_LINE * f64::from(u32::try_from(lanes).unwrap_or(0))
}

/// Gives each label a row so that labels never touch and, where rows allow it, no line runs through another mark's label.
/// Where there are more marks than rows, visits choose last.
pub(crate) fn placed<'a>(marks: &'a [Mark], x: &dyn Fn(DateTime) -> f64, width: f64) -> Vec<Placed<'a>> {
    let measure = Svg::open("", width, 1.0, "", "");
    let mut waiting: Vec<Placed<'a>> = (marks.iter())
        .map(|mark| {
            let (x, label) = (x(mark.at), fitted(&mark.label, width - 4.0));
            let anchor = if x + 4.0 + text_width(&label) <= width { Anchor::Start } else { Anchor::End };
            let at = if anchor == Anchor::Start { x + 4.0 } else { x - 4.0 };
            Placed { mark, x, lane: None, anchor, span: measure.span(at, anchor, &label), label }
        })
        .collect();
    // From the right edge inwards, then from the left: each further line begins below the labels that it would cross.
    waiting.sort_by(|a, b| {
        let order = |it: &Placed<'_>| if it.anchor == Anchor::End { (false, -it.x) } else { (true, it.x) };
        let visit = |it: &Placed<'_>| marks.len() > LANES && it.mark.kind == MarkKind::Visit;
        let ((a_start, a_x), (b_start, b_x)) = (order(a), order(b));
        visit(a).cmp(&visit(b)).then(a_start.cmp(&b_start)).then(a_x.total_cmp(&b_x))
    });
    let mut done: Vec<Placed<'a>> = Vec::with_capacity(waiting.len());
    for mut next in waiting {
        let free = |lane: usize, (from, to): (f64, f64)| {
            done.iter()
                .filter(|it| it.lane == Some(lane))
                .all(|it| to + 6.0 < it.span.0 || from - 6.0 > it.span.1)
        };
        let clear = |lane: usize, span: (f64, f64)| {
            let within = |x: f64, (from, to): (f64, f64)| x > from - 2.0 && x < to + 2.0;
            done.iter().all(|it| {
                let crosses = it.lane >= Some(lane) && within(next.x, it.span);
                let crossed = it.lane.is_some_and(|other| other <= lane) && within(it.x, span);
                !crosses && !crossed
            })
        };
        let placed = (0..LANES).find(|lane| free(*lane, next.span) && clear(*lane, next.span));
        // On the other side of its line, where it fits and crosses nothing.
        let other = (next.anchor == Anchor::Start && next.x - 4.0 - text_width(&next.label) >= 0.0)
            .then(|| measure.span(next.x - 4.0, Anchor::End, &next.label));
        let turned = other.and_then(|span| {
            let lane = (0..LANES).find(|lane| free(*lane, span) && clear(*lane, span))?;
            Some((lane, span))
        });
        match (placed, turned) {
            (None, Some((lane, span))) => {
                (next.lane, next.anchor, next.span) = (Some(lane), Anchor::End, span);
            }
            (placed, _) => next.lane = placed.or_else(|| (0..LANES).find(|lane| free(*lane, next.span))),
        }
        done.push(next);
    }
    done
}

/// The lines, from each label's row down.
pub(crate) fn lines(svg: &mut Svg, placed: &[Placed<'_>], bottom: f64) {
    for it in placed {
        let top = it
            .lane
            .map_or_else(|| height(placed), |lane| TEXT_LINE * f64::from(u32::try_from(lane).unwrap_or(0)));
        // A label that fits on neither side lies over its own line, which then begins below it.
        let below = if it.span.0 < it.x && it.x < it.span.1 { TEXT_LINE } else { 6.0 };
        svg.line(it.mark.kind.class(), (it.x, top + below), (it.x, bottom), &it.mark.label);
    }
}

/// The labels; after everything that they may lie over.
pub(crate) fn labels(svg: &mut Svg, placed: &[Placed<'_>]) {
    for it in placed {
        let Some(lane) = it.lane else { continue };
        let y = TEXT_LINE * (f64::from(u32::try_from(lane).unwrap_or(0)) + 1.0) - 1.0;
        let class = format!("chart-mark-text {}", it.mark.kind.class().trim_start_matches("chart-mark "));
        let at = if it.anchor == Anchor::Start { it.span.0 } else { it.span.1 };
        svg.text(&class, (at, y), it.anchor, &it.label);
    }
}
