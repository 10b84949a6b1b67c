//! Estimates with their intervals below each other, the clinic's own beside published ones.

use super::axis::{Range, Tick, nice_between, nice_powers};
use super::frame::{Head, Sample, class, count};
use super::svg::{Anchor, Svg, TEXT_LINE, fitted, text_width, wrapped};
use super::words::drawable;
use super::{ChartTable, Drawn, Shape, Words};

/// Height of one estimate.
const LINE: f64 = 18.0;
/// Between two rows.
const GAP: f64 = 8.0;

/// An estimate with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The estimate itself.
    pub value: f64,
    /// Where the interval begins; not finite: at no limit.
    pub low: f64,
    /// Where the interval ends; not finite: at no limit.
    pub high: f64,
    /// "2.1 (1.4 to 3.0)".
    pub words: String,
    /// What it rests on, "n 120" or "14 in 312 years"; may be empty.
    pub n: String,
}

/// One thing estimated.
#[derive(Debug, Clone, PartialEq)]
pub struct ForestRow {
    /// What.
    pub label: String,
    /// By the clinic itself.
    pub own: Option<Estimate>,
    /// Elsewhere.
    pub published: Option<Estimate>,
}

/// How the axis of the estimates runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForestAxis {
    /// Equal differences.
    Linear,
    /// Equal ratios. What is not above zero is left of it.
    Log,
}

/// A line across all rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where.
    pub value: f64,
    /// What it means, "no difference".
    pub label: String,
}

/// Rows of estimates.
#[derive(Debug, Clone, PartialEq)]
pub struct Forest {
    /// The chart's name.
    pub title: String,
    /// What is estimated, with its unit.
    pub label: String,
    /// How the axis runs.
    pub axis: ForestAxis,
    /// From where to where the axis reaches; none: by the estimates.
    pub range: Option<(f64, f64)>,
    /// Across all rows.
    pub reference: Option<Reference>,
    /// What the clinic's own estimates are called.
    pub own_name: String,
    /// What the others are called.
    pub published_name: String,
    /// From the top.
    pub rows: Vec<ForestRow>,
}

/// Which of the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Own,
    Published,
}

impl Side {
    const BOTH: [Self; 2] = [Self::Own, Self::Published];

    const fn number(self) -> usize {
        match self {
            Self::Own => 1,
            Self::Published => 4,
        }
    }

    fn of(self, row: &ForestRow) -> Option<&Estimate> {
        match self {
            Self::Own => row.own.as_ref(),
            Self::Published => row.published.as_ref(),
        }
    }

    fn class(self) -> String {
        match self {
            Self::Own => "chart-own".to_owned(),
            Self::Published => "chart-published".to_owned(),
        }
    }

    fn dot(self) -> String {
        match self {
            Self::Own => "chart-dot chart-own".to_owned(),
            Self::Published => "chart-dot chart-hollow chart-published".to_owned(),
        }
    }
}

/// The axis: its ticks, and where a value lies on it, as a share.
struct Axis {
    log: bool,
    ticks: Vec<Tick>,
    range: Range,
}

impl Axis {
    fn new(data: &Forest) -> Self {
        let log = data.axis == ForestAxis::Log;
        let fine = |value: &f64| drawable(*value) && (!log || *value > 0.0);
        let scaled = |value: f64| if log { value.log10() } else { value };
        let estimates = || Side::BOTH.iter().flat_map(|side| data.rows.iter().filter_map(|row| side.of(row)));
        let points = estimates().map(|it| it.value).chain(data.reference.iter().map(|it| it.value));
        let points = Range::of(points.filter(fine).map(scaled));
        // An interval stretches the axis by no more than what the estimates span, or by one power of ten.
        let most = if log {
            (points.high - points.low).max(1.0)
        } else {
            (points.high - points.low).max(points.high.abs().max(points.low.abs()))
        };
        let ends = estimates().flat_map(|it| [it.low, it.high]).filter(fine).map(scaled);
        let ends =
            ends.map(|it| it.clamp(points.low - most, points.high + most)).chain([points.low, points.high]);
        let found = Range::of(ends);
        let unscaled = |value: f64| if log { 10_f64.powf(value) } else { value };
        let given = data.range.filter(|(low, high)| fine(low) && fine(high) && low < high);
        let (low, high) = given.unwrap_or((unscaled(found.low), unscaled(found.high)));
        let low = if !log && given.is_none() && (0.0..high * 0.5).contains(&low) { 0.0 } else { low };
        let ticks = if log { nice_powers(low, high) } else { nice_between(low, high, 5) };
        let end = |tick: Option<&Tick>| tick.map_or(0.0, |it| scaled(it.value));
        let range = Range { low: end(ticks.first()), high: end(ticks.last()) }.widened(1e-6);
        Self { log, ticks, range }
    }

    /// As a share of the axis: below 0 or above 1 where a value lies outside.
    fn share(&self, value: f64) -> f64 {
        if self.log && value <= 0.0 {
            return f64::NEG_INFINITY;
        }
        self.range.place(if self.log { value.log10() } else { value }, 0.0, 1.0)
    }
}

/// Where label, plot and words of a row are.
struct Layout {
    /// Room of the labels; none: they stand above their rows.
    labels: Option<f64>,
    left: f64,
    right: f64,
    /// Room of the words.
    words: f64,
    /// Room of what they rest on, beside the words; none: below these.
    rests: Option<f64>,
}

impl Layout {
    fn new(data: &Forest, words: &Words, shape: Shape) -> Self {
        let width = shape.width();
        let labels = data.rows.iter().map(|it| text_width(&it.label)).fold(0.0, f64::max);
        let estimates =
            || data.rows.iter().flat_map(|row| Side::BOTH.into_iter().filter_map(|side| side.of(row)));
        let texts = estimates().map(|it| text_width(&it.words)).fold(text_width(&words.no_value), f64::max);
        let rests = estimates().map(|it| text_width(&it.n)).fold(0.0, f64::max);
        if shape == Shape::Wide {
            let labels = labels.clamp(60.0, 200.0);
            let texts = texts.min(150.0);
            let rests = rests.min(160.0);
            let right = width - texts - rests - 24.0;
            return Self {
                labels: Some(labels),
                left: labels + 16.0,
                right,
                words: texts,
                rests: Some(rests),
            };
        }
        let texts = texts.max(rests).min(190.0);
        Self { labels: None, left: 8.0, right: width - texts - 12.0, words: texts, rests: None }
    }

    /// Height of an estimate.
    fn line(&self, estimate: &Estimate) -> f64 {
        if self.rests.is_none() && !estimate.n.is_empty() { LINE + 14.0 } else { LINE }
    }

    fn height(&self, row: &ForestRow) -> f64 {
        let sides = Side::BOTH.iter().filter_map(|side| side.of(row)).map(|it| self.line(it)).sum::<f64>();
        let sides = sides.max(LINE);
        let label = match self.labels {
            Some(room) => 14.0 * count(wrapped(&row.label, room, 3).len()) - sides,
            None => TEXT_LINE,
        };
        sides + GAP + label.max(0.0)
    }
}

fn told(estimate: Option<&Estimate>, words: &Words) -> String {
    match estimate {
        None => words.no_value.clone(),
        Some(it) if it.n.is_empty() => it.words.clone(),
        Some(it) => format!("{}, {}", it.words, it.n),
    }
}

/// Draws [`Forest`].
#[must_use]
pub fn forest(data: &Forest, words: &Words, shape: Shape) -> Drawn {
    let width = shape.width();
    let empty = data.rows.iter().all(|row| row.own.is_none() && row.published.is_none());
    let axis = Axis::new(data);
    let layout = Layout::new(data, words, shape);
    let names = [(Side::Own, &data.own_name), (Side::Published, &data.published_name)];
    let key: Vec<(Sample, String)> = (names.into_iter())
        .filter(|(side, _)| data.rows.iter().any(|row| side.of(row).is_some()))
        .map(|(side, name)| (Sample::Dot(side.dot(), side.number()), name.clone()))
        .collect();
    let head = Head::new(&data.label, &key, width);
    let above = data.reference.as_ref().map_or(0.0, |_| TEXT_LINE);
    let top = head.height() + above;
    let bottom = top + if empty { 60.0 } else { data.rows.iter().map(|row| layout.height(row)).sum() } + 4.0;
    let height = bottom + TEXT_LINE + 8.0;
    let mut svg = Svg::open(&class(shape), width, height.ceil(), &data.title, &described(data, words));
    head.draw(&mut svg);
    let x = |value: f64| layout.left + axis.share(value).clamp(0.0, 1.0) * (layout.right - layout.left);
    svg.line("chart-axis", (layout.left, bottom), (layout.right, bottom), "");
    if empty {
        let middle = (f64::midpoint(layout.left, layout.right), f64::midpoint(top, bottom));
        svg.text("chart-empty", middle, Anchor::Middle, &fitted(&words.no_data, layout.right - layout.left));
        return Drawn { svg: svg.close(), table: table(data, words) };
    }
    for tick in &axis.ticks {
        let at = x(tick.value);
        svg.weighed("chart-grid", ((at, top), (at, bottom)), (0.5, ""), "");
        svg.line("chart-tick", (at, bottom), (at, bottom + 4.0), "");
        svg.text_if_free("chart-label", (at, bottom + TEXT_LINE), Anchor::Middle, &words.marked(&tick.label));
    }
    if let Some(reference) = data.reference.as_ref().filter(|it| (0.0..=1.0).contains(&axis.share(it.value)))
    {
        let at = x(reference.value);
        svg.line("chart-limit", (at, top - 4.0), (at, bottom), &reference.label);
        let label = fitted(&reference.label, width * 0.6);
        svg.text("chart-label", (at, top - 7.0), Anchor::Middle, &label);
    }
    let mut y = top;
    for row in &data.rows {
        one(&mut svg, row, y, (&axis, &layout), words);
        y += layout.height(row);
    }
    Drawn { svg: svg.close(), table: table(data, words) }
}

fn one(svg: &mut Svg, row: &ForestRow, top: f64, (axis, layout): (&Axis, &Layout), words: &Words) {
    let sides: Vec<Side> = Side::BOTH.into_iter().filter(|side| side.of(row).is_some()).collect();
    let mut y = top + GAP / 2.0;
    match layout.labels {
        Some(room) => {
            let lines = wrapped(&row.label, room, 3);
            let first = y + LINE * count(sides.len().max(1)) / 2.0 + 4.0 - 7.0 * (count(lines.len()) - 1.0);
            for (number, line) in lines.iter().enumerate() {
                let at = (0.0, first.max(y + 10.0) + 14.0 * count(number));
                svg.text("chart-label chart-row", at, Anchor::Start, line);
            }
        }
        None => {
            let label = fitted(&row.label, layout.right + layout.words);
            svg.text("chart-label chart-row", (0.0, y + 11.0), Anchor::Start, &label);
            y += TEXT_LINE;
        }
    }
    let x = layout.right + 12.0;
    for side in &sides {
        let Some(estimate) = side.of(row) else { continue };
        let title = format!("{}: {}", row.label, told(Some(estimate), words));
        interval(svg, estimate, *side, y + LINE / 2.0, (axis, layout), &title);
        let at = (x, y + LINE / 2.0 + 4.0);
        svg.text("chart-label chart-row", at, Anchor::Start, &fitted(&estimate.words, layout.words));
        if !estimate.n.is_empty() {
            let (at, room) = match layout.rests {
                Some(room) => ((x + layout.words + 12.0, at.1), room),
                None => ((x, at.1 + 14.0), layout.words),
            };
            svg.text("chart-label", at, Anchor::Start, &fitted(&estimate.n, room));
        }
        y += layout.line(estimate);
    }
    if sides.is_empty() {
        let at = (x, y + LINE / 2.0 + 4.0);
        svg.text("chart-label chart-empty", at, Anchor::Start, &fitted(&words.no_value, layout.words));
    }
}

/// The interval with its estimate; an arrow where it goes on beyond the axis.
fn interval(
    svg: &mut Svg,
    estimate: &Estimate,
    side: Side,
    y: f64,
    (axis, layout): (&Axis, &Layout),
    title: &str,
) {
    let place = |share: f64| layout.left + share.clamp(0.0, 1.0) * (layout.right - layout.left);
    let value = if estimate.value.is_finite() { axis.share(estimate.value) } else { f64::NAN };
    let limit = |end: f64, none: f64| if end.is_finite() { axis.share(end) } else { none };
    let (low, high) = (limit(estimate.low, f64::NEG_INFINITY), limit(estimate.high, f64::INFINITY));
    let class = format!("chart-interval {}", side.class());
    let (from, to) = (place(low), place(high));
    svg.strokes(&class, &[((from, y), (to, y))], title);
    for (share, x) in [(low, from), (high, to)] {
        // A hair, for a limit may be a tick's own value.
        if (-1e-6..=1.0 + 1e-6).contains(&share) {
            svg.strokes(&class, &[((x, y - 3.0), (x, y + 3.0))], "");
        } else {
            let back = if share < 0.5 { 5.0 } else { -5.0 };
            svg.strokes(
                &format!("{class} chart-arrow"),
                &[((x + back, y - 4.0), (x, y)), ((x, y), (x + back, y + 4.0))],
                "",
            );
        }
    }
    if (-1e-6..=1.0 + 1e-6).contains(&value) {
        svg.dot(side.number(), &side.dot(), place(value), y, title);
    }
}

fn described(data: &Forest, words: &Words) -> String {
    let name = |side: Side| if side == Side::Own { &data.own_name } else { &data.published_name };
    let told = data.rows.iter().take(60).flat_map(|row| {
        Side::BOTH.into_iter().filter_map(move |side| {
            let estimate = side.of(row)?;
            Some(format!("{}, {}: {}.", row.label, name(side), told(Some(estimate), words)))
        })
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { words.no_data.clone() } else { told.join(" ") }
}

fn table(data: &Forest, words: &Words) -> ChartTable {
    let mut rows = Vec::new();
    for row in &data.rows {
        for (side, name) in [(Side::Own, &data.own_name), (Side::Published, &data.published_name)] {
            if let Some(it) = side.of(row) {
                rows.push(vec![row.label.clone(), name.clone(), it.words.clone(), it.n.clone()]);
            }
        }
        if row.own.is_none() && row.published.is_none() {
            rows.push(vec![row.label.clone(), String::new(), words.no_value.clone(), String::new()]);
        }
    }
    let head = [&words.group, &words.source, &data.label, &words.n];
    ChartTable { caption: data.title.clone(), head: head.map(String::clone).to_vec(), rows }
}
