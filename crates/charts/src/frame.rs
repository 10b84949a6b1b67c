//! What the charts of the outcomes share: the plot, its heading, the key, the axis of the values, the labels below.

use super::Shape;
use super::axis::{Range, Tick};
use super::svg::{Anchor, Svg, TEXT_LINE, dash, fitted, text_width, wrapped};

/// Free at the right of a plot.
pub(crate) const EDGE: f64 = 12.0;
/// From the last line of the head to the top of the plot.
const HEAD: f64 = 10.0;
/// Width of the sample in a key, and its distance from the name.
const SAMPLE: f64 = 30.0;

/// A number of things as a number of units.
pub(crate) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The class of a series, counted from 1.
pub(crate) fn series(class: &str, number: usize) -> String {
    format!("{class} chart-series-{}", number.saturating_sub(1) % 6 + 1)
}

/// The class of the `<svg>`.
pub(crate) fn class(shape: Shape) -> String {
    format!("{} chart-outcome", shape.class())
}

/// Where a plot is.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Plot {
    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    /// The middle of one of so many equal columns, and the width of each.
    pub(crate) fn column(self, number: usize, columns: usize) -> (f64, f64) {
        let width = self.width() / count(columns.max(1));
        (self.left + (count(number) + 0.5) * width, width)
    }

    /// Where a value lies.
    pub(crate) fn up(self, range: Range, value: f64) -> f64 {
        range.place(value, self.bottom, self.top).clamp(self.top, self.bottom)
    }

    /// In place of values.
    pub(crate) fn empty(self, svg: &mut Svg, words: &str) {
        svg.line("chart-axis", (self.left, self.bottom), (self.right, self.bottom), "");
        let middle = (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom));
        svg.text("chart-empty", middle, Anchor::Middle, &fitted(words, self.width()));
    }
}

/// What stands in the key beside a name.
#[derive(Clone)]
pub(crate) enum Sample {
    /// A line: class, dash, width, and its marker, if any: number and class.
    Line(String, &'static str, f64, Option<(usize, String)>),
    /// A marker alone.
    Dot(String, usize),
    /// An area.
    Area(String),
    /// A short upright line.
    Tick(String),
}

impl Sample {
    /// A line in the dash of a series, with its marker.
    pub(crate) fn series(class: &str, number: usize, marker: bool) -> Self {
        let marker = marker.then(|| (number, series("chart-dot", number)));
        Self::Line(series(class, number), dash(number), 1.8, marker)
    }

    fn draw(&self, svg: &mut Svg, (left, y): (f64, f64)) {
        let (right, middle) = (left + SAMPLE - 6.0, left + (SAMPLE - 6.0) / 2.0);
        match self {
            Self::Line(class, dash, width, marker) => {
                if class.contains("chart-slope") {
                    svg.weighed(class, ((left, y), (right, y)), (*width, dash), "");
                } else {
                    svg.trace(class, &[(left, y), (right, y)], dash, *width);
                }
                if let Some((number, class)) = marker {
                    svg.dot(*number, class, middle, y, "");
                }
            }
            Self::Dot(class, number) => svg.dot(*number, class, middle, y, ""),
            Self::Area(class) => {
                let (top, bottom) = (y - 5.0, y + 5.0);
                svg.area(class, &[(left, top), (right, top), (right, bottom), (left, bottom)]);
            }
            Self::Tick(class) => svg.strokes(class, &[((middle, y - 4.0), (middle, y + 4.0))], ""),
        }
    }
}

/// The heading and the key above a plot.
pub(crate) struct Head {
    heading: Vec<String>,
    /// Rows of entries: from where, what, name.
    rows: Vec<Vec<(f64, Sample, String)>>,
}

impl Head {
    pub(crate) fn new(heading: &str, key: &[(Sample, String)], width: f64) -> Self {
        let mut rows: Vec<Vec<(f64, Sample, String)>> = Vec::new();
        let mut used = f64::INFINITY;
        for (sample, name) in key {
            let name = fitted(name, width - SAMPLE);
            let needed = SAMPLE + text_width(&name);
            if used + needed > width {
                rows.push(Vec::new());
                used = 0.0;
            }
            if let Some(row) = rows.last_mut() {
                row.push((used, sample.clone(), name));
            }
            used += needed + 14.0;
        }
        Self { heading: wrapped(heading, width, 3), rows }
    }

    /// Where the plot below may begin.
    pub(crate) fn height(&self) -> f64 {
        TEXT_LINE * count(self.heading.len() + self.rows.len()) + HEAD
    }

    pub(crate) fn draw(&self, svg: &mut Svg) {
        let mut y = 0.0;
        for line in &self.heading {
            y += TEXT_LINE;
            svg.text("chart-heading", (0.0, y - 4.0), Anchor::Start, line);
        }
        for row in &self.rows {
            y += TEXT_LINE;
            for (left, sample, name) in row {
                sample.draw(svg, (*left + 1.0, y - 8.0));
                svg.text("chart-legend", (*left + SAMPLE, y - 4.0), Anchor::Start, name);
            }
        }
    }
}

/// The width that the labels of an upright axis take, with their distance from the plot.
pub(crate) fn margin(ticks: &[Tick], least: f64, width: f64) -> f64 {
    let labels = ticks.iter().map(|tick| text_width(&tick.label)).fold(least, f64::max);
    labels.min(width * 0.3) + 10.0
}

/// Grid, base line and labels of an upright axis. Labels that find no room are left out.
pub(crate) fn values(svg: &mut Svg, ticks: &[Tick], range: Range, plot: Plot) {
    for (number, tick) in ticks.iter().enumerate() {
        let y = plot.up(range, tick.value);
        if number == 0 {
            svg.line("chart-axis", (plot.left, y), (plot.right, y), "");
        } else {
            svg.weighed("chart-grid", ((plot.left, y), (plot.right, y)), (0.5, ""), "");
        }
        let label = fitted(&tick.label, plot.left - 6.0);
        svg.text_if_free("chart-label", (plot.left - 6.0, y + 4.0), Anchor::End, &label);
    }
}

/// The names below columns, each in a few lines, and rows of words with their heads, as the counts. Where columns are narrow, only
/// every second name, every third, and so on; where names do not fit, numbers, and the names in full below.
pub(crate) struct Feet {
    names: Vec<Vec<String>>,
    rows: Vec<(String, Vec<String>)>,
    list: Vec<String>,
    every: usize,
    lines: usize,
}

impl Feet {
    /// For columns of one width on a chart of another.
    pub(crate) fn new(names: &[&str], rows: Vec<(String, Vec<String>)>, column: f64, width: f64) -> Self {
        // A name needs room for a few letters: all of its longest word, or six of these.
        let word = |name: &&str| name.split_whitespace().map(text_width).fold(0.0, f64::max).min(42.0);
        let values = rows.iter().flat_map(|(_, values)| values).map(|it| text_width(it));
        let needed = names.iter().map(word).chain(values).fold(0.0, f64::max);
        let every = (1..=names.len().max(1)).find(|it| count(*it) * column >= needed + 4.0);
        let every = every.unwrap_or(names.len().max(1));
        let room = count(every) * column - 6.0;
        let mut broken: Vec<Vec<String>> = names.iter().map(|name| wrapped(name, room, 4)).collect();
        let whole = |name: &str| name.split_whitespace().collect::<Vec<&str>>().join(" ");
        let cut = names.iter().zip(&broken).any(|(name, lines)| lines.join(" ") != whole(name));
        let mut list = Vec::new();
        if cut && every == 1 {
            broken = (1..=names.len()).map(|number| vec![number.to_string()]).collect();
            let named = names.iter().enumerate();
            list = named
                .flat_map(|(number, name)| wrapped(&format!("{}\u{a0}\u{a0}{name}", number + 1), width, 2))
                .collect();
        }
        let lines = broken.iter().map(Vec::len).max().unwrap_or(0);
        Self { names: broken, rows, list, every, lines }
    }

    pub(crate) fn height(&self) -> f64 {
        let list = if self.list.is_empty() { 0.0 } else { count(self.list.len()) * TEXT_LINE + 6.0 };
        TEXT_LINE * count(self.lines + self.rows.len()) + list + 8.0
    }

    /// With the middle of each column.
    pub(crate) fn draw(&self, svg: &mut Svg, plot: Plot, place: &dyn Fn(usize) -> f64) {
        let shown = || self.names.iter().enumerate().step_by(self.every);
        for number in 0..self.names.len() {
            svg.line("chart-tick", (place(number), plot.bottom), (place(number), plot.bottom + 4.0), "");
        }
        for (number, name) in shown() {
            for (row, line) in name.iter().enumerate() {
                let y = plot.bottom + TEXT_LINE * (count(row) + 1.0);
                svg.text_if_free("chart-label", (place(number), y), Anchor::Middle, line);
            }
        }
        let mut y = plot.bottom + TEXT_LINE * count(self.lines) + 2.0;
        for (head, values) in &self.rows {
            y += TEXT_LINE;
            let head = fitted(head, plot.left - 6.0);
            svg.text("chart-label", (plot.left - 6.0, y), Anchor::End, &head);
            for (number, _) in shown() {
                let value = values.get(number).map_or("", String::as_str);
                svg.text_if_free("chart-label chart-count", (place(number), y), Anchor::Middle, value);
            }
        }
        y += 6.0;
        for line in &self.list {
            y += TEXT_LINE;
            svg.text("chart-label", (0.0, y), Anchor::Start, line);
        }
    }
}
