//! Charts over years, months or hours: panels above each other on one time axis, with marks across all of them.

use super::axis::{Range, Tick, nice_numbers, nice_times};
use super::marks::{self, Mark};
use super::series::{Sample, seconds, stairs, thinned};
use super::svg::{Anchor, Svg, TEXT_LINE, fitted, text_width};
use super::{ChartTable, Drawn, Shape};
use jiff::ToSpan;
use jiff::civil::DateTime;

/// Samples of one line that are drawn; a staircase has two corners for each.
const SAMPLES_DRAWN: usize = 480;
/// Dots of one line that are drawn.
const DOTS_DRAWN: usize = 200;
const GAP: f64 = 12.0;

/// A horizontal line across a panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Threshold {
    /// How high.
    pub value: f64,
    /// What stands above it, "low-reservoir alarm at 2 mL".
    pub label: String,
}

/// The volume in the reservoir over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Reservoir {
    /// The chart's name.
    pub title: String,
    /// What was, by calculation; a refill is two samples at the same time (before, after). Millilitres.
    pub past: Vec<Sample>,
    /// What will be; drawn dashed, and joined to the past.
    pub future: Vec<Sample>,
    /// What was drawn from the reservoir by syringe: dots.
    pub measured: Vec<Sample>,
    /// The volume at which the low-reservoir alarm sounds, millilitres.
    pub alarm_volume: Option<Threshold>,
    /// Vertical marks.
    pub marks: Vec<Mark>,
}

/// One scale at one place, or one scale as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreLine {
    /// What the line is called in the legend: a site, or a scale.
    pub name: String,
    /// Values are places in the panel's levels, 0 the lowest; a mean may lie between two.
    pub samples: Vec<Sample>,
}

/// The lines that share one ordinal axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ScorePanel {
    /// What the panel is called, "modified Ashworth".
    pub heading: String,
    /// The labels of the axis from the lowest, "0", "1", "1+", "2", "3", "4".
    pub levels: Vec<String>,
    /// The lines.
    pub lines: Vec<ScoreLine>,
}

/// The dose over time above the scores.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseHistory {
    /// The chart's name.
    pub title: String,
    /// Each dose from when it ran, micrograms per 24 h.
    pub dose: Vec<Sample>,
    /// Until when the last dose is known to have run.
    pub until: Option<DateTime>,
    /// Below the dose, on the same time axis.
    pub scores: Vec<ScorePanel>,
    /// Vertical marks.
    pub marks: Vec<Mark>,
}

/// One scale over time, a line for each site.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteScores {
    /// The chart's name.
    pub title: String,
    /// The scale with its sites.
    pub panel: ScorePanel,
    /// Vertical marks.
    pub marks: Vec<Mark>,
}

/// Draws [`Reservoir`].
#[must_use]
pub fn reservoir(data: &Reservoir, shape: Shape) -> Drawn {
    let mut future = data.future.clone();
    if let (Some(last), Some(first)) =
        (data.past.iter().max_by_key(|it| it.at), future.iter().map(|it| it.at).min())
        && last.at < first
    {
        future.insert(0, last.clone());
    }
    let volume = Line { name: "by calculation", past: &data.past, future: &future, form: Form::Line };
    let measured = Line { name: "measured", past: &data.measured, future: &[], form: Form::Dots };
    let lines = if data.measured.is_empty() { vec![volume] } else { vec![volume, measured] };
    let thresholds = data.alarm_volume.as_slice();
    draw(
        &data.title,
        &[Panel { heading: "reservoir volume, mL", levels: &[], thresholds, lines, until: None }],
        &data.marks,
        shape,
    )
}

/// Draws [`DoseHistory`].
#[must_use]
pub fn dose_history(data: &DoseHistory, shape: Shape) -> Drawn {
    let dose = Line { name: "dose", past: &data.dose, future: &[], form: Form::Stairs };
    let heading = "micrograms per 24\u{a0}h";
    let mut panels =
        vec![Panel { heading, levels: &[], thresholds: &[], lines: vec![dose], until: data.until }];
    panels.extend(data.scores.iter().map(score_panel));
    draw(&data.title, &panels, &data.marks, shape)
}

/// Draws [`SiteScores`].
#[must_use]
pub fn site_scores(data: &SiteScores, shape: Shape) -> Drawn {
    draw(&data.title, &[score_panel(&data.panel)], &data.marks, shape)
}

fn score_panel(panel: &ScorePanel) -> Panel<'_> {
    let lines = (panel.lines.iter())
        .map(|line| Line { name: &line.name, past: &line.samples, future: &[], form: Form::LineAndDots })
        .collect();
    Panel { heading: &panel.heading, levels: &panel.levels, thresholds: &[], lines, until: None }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Line,
    Dots,
    LineAndDots,
    Stairs,
}

struct Line<'a> {
    name: &'a str,
    past: &'a [Sample],
    future: &'a [Sample],
    form: Form,
}

struct Panel<'a> {
    heading: &'a str,
    /// The labels of an ordinal axis; empty: numbers.
    levels: &'a [String],
    thresholds: &'a [Threshold],
    lines: Vec<Line<'a>>,
    /// Until when the last step of a staircase holds.
    until: Option<DateTime>,
}

impl Panel<'_> {
    fn samples(&self) -> impl Iterator<Item = &Sample> {
        self.lines
            .iter()
            .flat_map(|line| line.past.iter().chain(line.future))
            .filter(|it| it.value.is_finite())
    }

    fn ticks(&self, height: f64) -> Vec<Tick> {
        if self.levels.is_empty() {
            let values = self.samples().map(|sample| sample.value);
            let high = Range::of(values.chain(self.thresholds.iter().map(|it| it.value))).high;
            let most =
                [6, 5, 4, 3, 2].into_iter().find(|most| f64::from(*most) * 30.0 <= height).unwrap_or(2);
            return nice_numbers(high, usize::try_from(most).unwrap_or(2));
        }
        let value = |place: usize| f64::from(u32::try_from(place).unwrap_or(u32::MAX));
        (self.levels.iter().enumerate())
            .map(|(place, label)| Tick { value: value(place), label: label.clone() })
            .collect()
    }

    fn plot_height(&self, shape: Shape) -> f64 {
        let numbers = if shape == Shape::Wide { 170.0 } else { 150.0 };
        if self.levels.is_empty() {
            return numbers;
        }
        let levels = u32::try_from(self.levels.len()).map_or(1.0, f64::from);
        ((levels - 1.0) * 17.0).clamp(50.0, 400.0)
    }

    /// The rows of the legend: numbers of lines, then of thresholds, as many as fit beside each other. A single line without
    /// a threshold needs none.
    fn legend(&self, width: f64) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        if self.lines.len() < 2 && self.thresholds.is_empty() {
            return rows;
        }
        let mut used = f64::INFINITY;
        let names =
            self.lines.iter().map(|line| line.name).chain(self.thresholds.iter().map(|it| it.label.as_str()));
        for (number, name) in names.enumerate() {
            let needed = text_width(name) + 26.0;
            if used + needed > width {
                rows.push(Vec::new());
                used = 0.0;
            }
            used += needed;
            if let Some(row) = rows.last_mut() {
                row.push(number);
            }
        }
        rows
    }
}

/// Where one panel is.
#[derive(Clone, Copy)]
struct Place {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// The first and the last time of everything drawn, at least half a day apart.
fn ends(panels: &[Panel<'_>], marks: &[Mark]) -> Option<(DateTime, DateTime)> {
    let samples = panels.iter().flat_map(|panel| panel.samples().map(|it| it.at).chain(panel.until));
    let (first, last) =
        samples.chain(marks.iter().map(|mark| mark.at)).fold(None, |ends, at| match ends {
            None => Some((at, at)),
            Some((first, last)) => Some((at.min(first), at.max(last))),
        })?;
    if seconds(last) - seconds(first) >= 43_200.0 {
        return Some((first, last));
    }
    Some((first.checked_sub(6.hours()).unwrap_or(first), last.checked_add(6.hours()).unwrap_or(last)))
}

fn read_date(at: DateTime) -> String {
    at.strftime("%-d %B %Y, %H:%M").to_string()
}

fn draw(title: &str, panels: &[Panel<'_>], marks: &[Mark], shape: Shape) -> Drawn {
    let width = shape.width();
    let labels = panels.iter().flat_map(|panel| panel.ticks(panel.plot_height(shape)));
    let left = labels.map(|tick| text_width(&tick.label)).fold(0.0, f64::max).min(width * 0.3) + 10.0;
    let right = width - 12.0;
    let ends = ends(panels, marks);
    let (across, empty) = match ends {
        Some((first, last)) => (Range { low: seconds(first), high: seconds(last) }.widened(1.0), false),
        None => (Range { low: 0.0, high: 1.0 }, true),
    };
    let x = |at: DateTime| across.place(seconds(at), left, right);

    let placed = marks::placed(marks, &x, width);
    let mut top = 4.0 + marks::height(&placed);
    let mut places = Vec::with_capacity(panels.len());
    for panel in panels {
        let legend = u32::try_from(panel.legend(width - left).len()).map_or(0.0, f64::from);
        let plot = top + TEXT_LINE * (1.0 + legend) + 6.0;
        let bottom = plot + panel.plot_height(shape);
        places.push((top, Place { left, right, top: plot, bottom }));
        top = bottom + GAP;
    }
    let bottom = top - GAP;
    let mut svg = Svg::open(
        shape.class(),
        width,
        (bottom + 2.0 * TEXT_LINE + 8.0).ceil(),
        title,
        &described(panels, ends),
    );

    for (panel, (_, place)) in panels.iter().zip(&places) {
        panel_ground(&mut svg, panel, *place, empty);
    }
    marks::lines(&mut svg, &placed, bottom);
    for (panel, (heading, place)) in panels.iter().zip(&places) {
        panel_head(&mut svg, panel, *heading, *place);
        panel_lines(&mut svg, panel, *place, &x);
    }
    marks::labels(&mut svg, &placed);
    if let Some((first, last)) = ends {
        time_axis(&mut svg, first, last, (left, right, bottom), &x);
    }
    if empty && let Some((_, place)) = places.first() {
        let middle = (f64::midpoint(place.left, place.right), f64::midpoint(place.top, place.bottom));
        svg.text("chart-empty", middle, Anchor::Middle, "Nothing recorded yet");
    }
    Drawn { svg: svg.close(), table: table(title, panels, marks) }
}

fn value_range(panel: &Panel<'_>, place: Place) -> (Vec<Tick>, Range) {
    let ticks = panel.ticks(place.bottom - place.top);
    let high = ticks.last().map_or(1.0, |tick| tick.value);
    (ticks, Range { low: 0.0, high: if high > 0.0 { high } else { 1.0 } })
}

fn panel_head(svg: &mut Svg, panel: &Panel<'_>, heading: f64, place: Place) {
    let Place { left, right, .. } = place;
    svg.text("chart-heading", (0.0, heading + 12.0), Anchor::Start, &fitted(panel.heading, right));
    for (row, numbers) in panel.legend(right + 12.0 - left).iter().enumerate() {
        let y = heading + TEXT_LINE * f64::from(u32::try_from(row + 1).unwrap_or(0)) + 12.0;
        let mut at = left;
        for number in numbers {
            let middle = y - 4.0;
            let name = match (
                panel.lines.get(*number),
                panel.thresholds.get(*number - panel.lines.len().min(*number)),
            ) {
                (Some(line), _) => {
                    svg.dot(
                        number + 1,
                        &format!("chart-dot chart-series-{}", number % 6 + 1),
                        at + 5.0,
                        middle,
                        "",
                    );
                    line.name
                }
                (None, Some(threshold)) => {
                    svg.line("chart-limit", (at, middle), (at + 10.0, middle), "");
                    &threshold.label
                }
                (None, None) => continue,
            };
            let name = fitted(name, right - at - 14.0);
            svg.text("chart-legend", (at + 14.0, y), Anchor::Start, &name);
            at += text_width(&name) + 26.0;
        }
    }
}

fn panel_ground(svg: &mut Svg, panel: &Panel<'_>, place: Place, empty: bool) {
    let Place { left, right, top, bottom } = place;
    if empty && panel.levels.is_empty() {
        // Numbers on an axis without a value would be invented.
        return svg.line("chart-axis", (left, bottom), (right, bottom), "");
    }
    let (ticks, up) = value_range(panel, place);
    for tick in &ticks {
        let y = up.place(tick.value, bottom, top);
        let class = if tick.value > 0.0 { "chart-grid" } else { "chart-axis" };
        svg.line(class, (left, y), (right, y), "");
        svg.text("chart-label", (left - 6.0, y + 4.0), Anchor::End, &fitted(&tick.label, left - 6.0));
    }
}

fn panel_lines(svg: &mut Svg, panel: &Panel<'_>, place: Place, x: &dyn Fn(DateTime) -> f64) {
    let Place { left, right, top, bottom } = place;
    let (_, up) = value_range(panel, place);
    let y = |value: f64| up.place(value, bottom, top).clamp(top, bottom);
    for threshold in panel.thresholds {
        let at = y(threshold.value);
        svg.line("chart-limit", (left, at), (right, at), &threshold.label);
    }
    for (number, line) in panel.lines.iter().enumerate() {
        let series = format!("chart-series-{}", number % 6 + 1);
        for (samples, future) in [(line.past, false), (line.future, true)] {
            let drawn = thinned(samples, SAMPLES_DRAWN);
            let mut points: Vec<(f64, f64)> = drawn.iter().map(|it| (x(it.at), y(it.value))).collect();
            if line.form == Form::Stairs {
                let end = panel.until.map(x).or_else(|| points.last().map(|it| it.0)).unwrap_or(left);
                points = stairs(&points, end);
            }
            if line.form != Form::Dots {
                let class = format!("chart-line {series}{}", if future { " chart-future" } else { "" });
                svg.path(&class, &points, future);
            }
            let single = line.form == Form::Line && drawn.len() == 1;
            if single || matches!(line.form, Form::Dots | Form::LineAndDots) {
                for sample in thinned(samples, DOTS_DRAWN) {
                    let title = format!("{}: {}", read_date(sample.at), sample.words);
                    svg.dot(
                        number + 1,
                        &format!("chart-dot {series}"),
                        x(sample.at),
                        y(sample.value),
                        &title,
                    );
                }
            }
        }
    }
}

fn time_axis(
    svg: &mut Svg,
    first: DateTime,
    last: DateTime,
    (left, right, bottom): (f64, f64, f64),
    x: &dyn Fn(DateTime) -> f64,
) {
    let (mut free, mut free_under) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    for tick in nice_times(first, last, right - left) {
        let at = x(tick.at);
        svg.line("chart-tick", (at, bottom), (at, bottom + 4.0), "");
        if svg.span(at, Anchor::Middle, &tick.label).0 > free {
            free = svg.text("chart-label", (at, bottom + TEXT_LINE), Anchor::Middle, &tick.label).1 + 3.0;
        }
        if !tick.under.is_empty() && svg.span(at, Anchor::Middle, &tick.under).0 > free_under {
            free_under =
                svg.text("chart-label", (at, bottom + 2.0 * TEXT_LINE - 2.0), Anchor::Middle, &tick.under).1
                    + 3.0;
        }
    }
}

/// What a person hears who does not see the chart: from when to when, and each line's first and last value.
fn described(panels: &[Panel<'_>], ends: Option<(DateTime, DateTime)>) -> String {
    let Some((first, last)) = ends else { return "Nothing recorded yet.".to_owned() };
    let day = |at: DateTime| at.strftime("%-d %B %Y").to_string();
    let mut text = format!("From {} to {}.", day(first), day(last));
    for panel in panels {
        for line in &panel.lines {
            let all = || line.past.iter().chain(line.future).filter(|it| it.value.is_finite());
            let ends = (all().min_by_key(|it| it.at), all().max_by_key(|it| it.at));
            if let (Some(first), Some(last)) = ends {
                text += &format!(
                    " {}, {}: first {}, last {}.",
                    panel.heading, line.name, first.words, last.words
                );
            }
        }
    }
    text
}

fn table(title: &str, panels: &[Panel<'_>], marks: &[Mark]) -> ChartTable {
    let mut rows: Vec<(DateTime, Vec<String>)> = Vec::new();
    let row = |at, what: &str, value: &str| (at, vec![read_date(at), what.to_owned(), value.to_owned()]);
    for panel in panels {
        for line in &panel.lines {
            let what = if panel.lines.len() == 1 {
                panel.heading.to_owned()
            } else {
                format!("{}, {}", panel.heading, line.name)
            };
            rows.extend(line.past.iter().map(|it| row(it.at, &what, &it.words)));
            // The join to the past is not a forecast.
            let joined = line.future.first().is_some_and(|first| line.past.contains(first));
            let forecast = line.future.iter().skip(usize::from(joined));
            rows.extend(forecast.map(|it| row(it.at, &format!("{what}, forecast"), &it.words)));
        }
    }
    rows.extend(marks.iter().map(|it| row(it.at, "mark", &it.label)));
    rows.sort_by_key(|(at, _)| *at);
    ChartTable {
        caption: title.to_owned(),
        head: ["When", "What", "Value"].map(str::to_owned).to_vec(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}
