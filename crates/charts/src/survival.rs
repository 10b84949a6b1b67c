//! Step curves over years: what share is still without an event, what share had one, how many events there were.

use super::axis::{Range, Tick, nice_between};
use super::frame::{EDGE, Head, Plot, Sample, class, count, margin, series, values};
use super::series::stairs;
use super::svg::{Anchor, Svg, TEXT_LINE, dash, fitted, text_width};
use super::words::drawable;
use super::{ChartTable, Drawn, Shape, Words};

/// Steps of one curve that are drawn; the band has four corners for each.
const STEPS_DRAWN: usize = 240;

/// Room of the names beside the counts of those at risk; longer ones stand above them.
const NAMES: f64 = 160.0;

/// What the upright axis of curves counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CurveAxis {
    /// A share from 0 to 1, drawn as per cent up to so much; 1 for all.
    Percent {
        /// The highest share on the axis.
        up_to: f64,
    },
    /// A number, as of events per patient, from 0.
    Number,
}

/// From when on a curve is so high.
#[derive(Debug, Clone, PartialEq)]
pub struct CurveStep {
    /// In the unit of the time axis.
    pub at: f64,
    /// A share from 0 to 1, or a number.
    pub value: f64,
    /// The lower and the upper limit.
    pub interval: Option<(f64, f64)>,
    /// The value as people read it.
    pub words: String,
    /// The interval as people read it; empty: none.
    pub interval_words: String,
}

/// One group, or one cause.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// What it is called.
    pub name: String,
    /// Its height at time zero: 1 of what survives, 0 of what accumulates.
    pub start: f64,
    /// In the order of time.
    pub steps: Vec<CurveStep>,
    /// Until when anyone was observed; none: until the last step or the last censored.
    pub until: Option<f64>,
    /// When the observation of single patients ended without an event.
    pub censored: Vec<f64>,
    /// How many were at risk at each of the times; empty: not told.
    pub at_risk: Vec<u64>,
}

/// One to six curves; more are drawn, but told apart by their names alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Survival {
    /// The chart's name.
    pub title: String,
    /// What the upright axis is.
    pub label: String,
    /// Shares or numbers.
    pub axis: CurveAxis,
    /// What the time axis is, "years since implantation".
    pub time_label: String,
    /// The times that are labelled, and at which those at risk are counted; from 0, rising.
    pub times: Vec<f64>,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// A curve as it is drawn.
struct Shown<'a> {
    curve: &'a Curve,
    steps: Vec<&'a CurveStep>,
    until: f64,
    censored: Vec<f64>,
}

impl<'a> Shown<'a> {
    fn new(curve: &'a Curve) -> Self {
        let fine = |it: &&CurveStep| it.at.is_finite() && it.at >= 0.0 && it.at <= 1e6 && drawable(it.value);
        let mut steps: Vec<&CurveStep> = curve.steps.iter().filter(fine).collect();
        steps.sort_by(|a, b| a.at.total_cmp(&b.at));
        let mut censored: Vec<f64> =
            curve.censored.iter().copied().filter(|at| (0.0..=1e6).contains(at)).collect();
        censored.sort_by(f64::total_cmp);
        let last = steps.last().map(|it| it.at).into_iter().chain(censored.last().copied());
        let until = last.chain(curve.until.filter(|at| (0.0..=1e6).contains(at))).fold(0.0, f64::max);
        Self { curve, steps: thinned(&steps), until, censored }
    }

    fn empty(&self) -> bool {
        self.steps.is_empty() && self.until <= 0.0
    }

    fn start(&self) -> f64 {
        if drawable(self.curve.start) { self.curve.start } else { 0.0 }
    }

    /// The step in force at a time.
    fn at(&self, time: f64) -> Option<&'a CurveStep> {
        let place = self.steps.partition_point(|it| it.at <= time);
        self.steps.get(place.checked_sub(1)?).copied()
    }

    fn height(&self, time: f64) -> f64 {
        self.at(time).map_or_else(|| self.start(), |it| it.value)
    }
}

/// Of many steps the lowest and the highest of each short while.
fn thinned<'a>(steps: &[&'a CurveStep]) -> Vec<&'a CurveStep> {
    if steps.len() <= STEPS_DRAWN {
        return steps.to_vec();
    }
    let (first, last) = (steps.first().map_or(0.0, |it| it.at), steps.last().map_or(0.0, |it| it.at));
    let piece = ((last - first) / (count(STEPS_DRAWN) / 2.0 - 1.0)).max(f64::MIN_POSITIVE);
    let mut kept: Vec<&CurveStep> = Vec::with_capacity(STEPS_DRAWN);
    for piece in steps.chunk_by(|a, b| ((a.at - first) / piece).floor() >= ((b.at - first) / piece).floor()) {
        let ends = [
            piece.iter().min_by(|a, b| a.value.total_cmp(&b.value)),
            piece.iter().max_by(|a, b| a.value.total_cmp(&b.value)),
        ];
        let mut ends: Vec<&CurveStep> = ends.into_iter().flatten().copied().collect();
        ends.sort_by(|a, b| a.at.total_cmp(&b.at));
        ends.dedup();
        kept.extend(ends);
    }
    kept
}

/// Ticks of the upright axis, and how far it reaches.
fn upright(data: &Survival, shown: &[Shown<'_>], words: &Words) -> (Vec<Tick>, Range) {
    let ticks = match data.axis {
        CurveAxis::Percent { up_to } => {
            let high = if drawable(up_to) { (up_to * 100.0).clamp(0.1, 100.0) } else { 100.0 };
            nice_between(0.0, high, 5)
                .into_iter()
                .map(|it| Tick {
                    value: it.value / 100.0,
                    label: format!("{}\u{a0}%", words.marked(&it.label)),
                })
                .collect()
        }
        CurveAxis::Number => {
            let limits = |it: &CurveStep| {
                it.interval.map_or(it.value, |(_, high)| if drawable(high) { high } else { it.value })
            };
            let highs = shown.iter().flat_map(|it| {
                it.steps.iter().flat_map(|step| [step.value, limits(step)]).chain([it.start()])
            });
            let ticks = nice_between(0.0, Range::of(highs).high.max(0.0), 5);
            ticks.into_iter().map(|it| Tick { label: words.marked(&it.label), ..it }).collect::<Vec<_>>()
        }
    };
    let high = ticks.last().map_or(1.0, |it: &Tick| it.value);
    (ticks, Range { low: 0.0, high })
}

/// Draws [`Survival`].
#[must_use]
pub fn survival(data: &Survival, words: &Words, shape: Shape) -> Drawn {
    let width = shape.width();
    let shown: Vec<Shown<'_>> = data.curves.iter().map(Shown::new).collect();
    let empty = shown.iter().all(Shown::empty);
    let (ticks, up) = upright(data, &shown, words);
    let head = Head::new(&data.label, if empty { Vec::new() } else { key(&shown, words) }.as_slice(), width);
    let names = shown.iter().map(|it| text_width(&it.curve.name) + 16.0).fold(0.0, f64::max);
    let risk = Risk::of(data, shape);
    let names = if risk == Risk::Beside { names.max(text_width(&words.at_risk)).min(NAMES) } else { 0.0 };
    // The first time stands under the left end of the axis.
    let widest = data.curves.iter().flat_map(|it| &it.at_risk).map(|it| text_width(&it.to_string()));
    let half = widest.fold(0.0, f64::max) / 2.0;
    let left =
        if risk == Risk::Beside { margin(&ticks, names + half, width) } else { margin(&ticks, half, width) };
    let top = head.height();
    let right = width - EDGE.max(half);
    let plot = Plot { left, right, top, bottom: top + if shape == Shape::Wide { 250.0 } else { 220.0 } };
    let axis = plot.bottom + 2.0 * TEXT_LINE + 4.0;
    let height = axis + risk.height(shown.len());
    let mut svg =
        Svg::open(&class(shape), width, height.ceil(), &data.title, &described(data, &shown, words));
    head.draw(&mut svg);
    let ends = data.times.iter().copied().filter(|it| (0.0..=1e6).contains(it));
    let end = ends.chain(shown.iter().map(|it| it.until)).fold(0.0, f64::max);
    let across = Range { low: 0.0, high: if end > 1e-9 { end } else { 1.0 } };
    let x = |time: f64| across.place(time.clamp(0.0, across.high), plot.left, plot.right);
    let y = |value: f64| plot.up(up, value);
    if empty {
        plot.empty(&mut svg, &words.no_data);
    } else {
        values(&mut svg, &ticks, up, plot);
        for (number, it) in shown.iter().enumerate() {
            band(&mut svg, it, number + 1, &x, &y);
        }
        for (number, it) in shown.iter().enumerate() {
            curve(&mut svg, it, number + 1, (&x, &y), words);
        }
        if shown.len() > 1 {
            markers(&mut svg, &shown, across, &x, &y);
        }
        let columns = labelled(data, across, plot, 2.0 * half);
        for (_, time) in &columns {
            svg.line("chart-tick", (x(*time), plot.bottom), (x(*time), plot.bottom + 4.0), "");
            let label = words.marked(&format!("{time}"));
            svg.text_if_free("chart-label", (x(*time), plot.bottom + TEXT_LINE), Anchor::Middle, &label);
        }
        at_risk(&mut svg, &shown, (risk, axis), &columns, &x, words);
    }
    let label = fitted(&data.time_label, width);
    let middle = f64::midpoint(plot.left, plot.right);
    svg.text("chart-label", (middle, plot.bottom + 2.0 * TEXT_LINE - 2.0), Anchor::Middle, &label);
    Drawn { svg: svg.close(), table: table(data, &shown, words) }
}

fn key(shown: &[Shown<'_>], words: &Words) -> Vec<(Sample, String)> {
    let several = shown.len() > 1;
    let mut key: Vec<(Sample, String)> = (shown.iter().enumerate())
        .map(|(number, it)| (Sample::series("chart-line", number + 1, several), it.curve.name.clone()))
        .collect();
    if shown.iter().any(|it| it.steps.iter().any(|step| step.interval.is_some())) {
        key.push((Sample::Area("chart-band".to_owned()), words.interval.clone()));
    }
    if shown.iter().any(|it| !it.censored.is_empty()) {
        key.push((Sample::Tick("chart-censor".to_owned()), words.censored.clone()));
    }
    key
}

fn band(svg: &mut Svg, it: &Shown<'_>, number: usize, x: &dyn Fn(f64) -> f64, y: &dyn Fn(f64) -> f64) {
    if it.steps.iter().all(|step| step.interval.is_none()) {
        return;
    }
    let edge = |high: bool| {
        let limit = |step: &CurveStep| {
            let limits = step.interval.filter(|(low, high)| drawable(*low) && drawable(*high));
            limits.map_or(step.value, |(low, top)| if high { top } else { low })
        };
        let steps = it.steps.iter().map(|step| (x(step.at), y(limit(step))));
        let points: Vec<(f64, f64)> = [(x(0.0), y(it.start()))].into_iter().chain(steps).collect();
        stairs(&points, x(it.until))
    };
    let around: Vec<(f64, f64)> = edge(true).into_iter().chain(edge(false).into_iter().rev()).collect();
    svg.area(&series("chart-band", number), &around);
}

fn curve(
    svg: &mut Svg,
    it: &Shown<'_>,
    number: usize,
    (x, y): (&dyn Fn(f64) -> f64, &dyn Fn(f64) -> f64),
    words: &Words,
) {
    if it.empty() {
        return;
    }
    let steps = it.steps.iter().map(|step| (x(step.at), y(step.value)));
    let points: Vec<(f64, f64)> = [(x(0.0), y(it.start()))].into_iter().chain(steps).collect();
    svg.trace(&series("chart-line", number), &stairs(&points, x(it.until)), dash(number), 1.8);
    // Ticks that would merge into a bar are drawn once.
    let apart = if it.censored.len() > 300 { 4.0 } else { 2.0 };
    let mut last = f64::NEG_INFINITY;
    let mut ticks = Vec::new();
    for at in &it.censored {
        let (x, y) = (x(*at), y(it.height(*at)));
        if x >= last + apart {
            ticks.push(((x, y - 4.0), (x, y + 4.0)));
            last = x;
        }
    }
    svg.strokes(&series("chart-censor", number), &ticks, &words.censored);
}

/// Each curve's marker a few times along it, at another place than the other curves' markers.
fn markers(
    svg: &mut Svg,
    shown: &[Shown<'_>],
    across: Range,
    x: &dyn Fn(f64) -> f64,
    y: &dyn Fn(f64) -> f64,
) {
    let every = across.high / 4.0;
    for (number, it) in shown.iter().enumerate().filter(|(_, it)| !it.empty()) {
        let first = every * (count(number) + 0.5) / count(shown.len());
        let mut places: Vec<f64> = (0..4_u8).map(|turn| first + f64::from(turn) * every).collect();
        places.retain(|time| *time <= it.until);
        if places.is_empty() {
            places.push(it.until);
        }
        for time in places {
            svg.dot(
                number + 1,
                &series("chart-dot", number + 1),
                x(time),
                y(it.height(time)),
                &it.curve.name,
            );
        }
    }
}

/// Where the counts of those at risk stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Risk {
    None,
    /// The names beside their numbers.
    Beside,
    /// The names above their numbers.
    Above,
}

impl Risk {
    fn of(data: &Survival, shape: Shape) -> Self {
        match shape {
            _ if data.curves.iter().all(|it| it.at_risk.is_empty()) => Self::None,
            Shape::Wide if data.curves.iter().all(|it| text_width(&it.name) + 16.0 <= NAMES) => Self::Beside,
            Shape::Wide | Shape::Narrow => Self::Above,
        }
    }

    fn height(self, curves: usize) -> f64 {
        match self {
            Self::None => 4.0,
            Self::Beside => TEXT_LINE * (1.0 + count(curves)) + 8.0,
            Self::Above => TEXT_LINE * (1.0 + 2.0 * count(curves)) + 8.0,
        }
    }
}

/// The times that find room, with their numbers: every one, every second, and so on.
fn labelled(data: &Survival, across: Range, plot: Plot, widest: f64) -> Vec<(usize, f64)> {
    let fine = |time: &f64| (0.0..=across.high).contains(time);
    let times: Vec<(usize, f64)> =
        data.times.iter().copied().enumerate().filter(|(_, time)| fine(time)).collect();
    let wide = |time: f64| text_width(&format!("{time}")).max(widest) + 8.0;
    let fits = |every: &usize| {
        let chosen: Vec<f64> = times.iter().step_by(*every).map(|(_, time)| *time).collect();
        chosen
            .iter()
            .zip(chosen.iter().skip(1))
            .all(|(a, b)| (b - a) / across.high * plot.width() >= f64::midpoint(wide(*a), wide(*b)))
    };
    let every = (1..times.len().max(2)).find(fits).unwrap_or(times.len().max(1));
    times.into_iter().step_by(every).collect()
}

fn at_risk(
    svg: &mut Svg,
    shown: &[Shown<'_>],
    (risk, top): (Risk, f64),
    columns: &[(usize, f64)],
    x: &dyn Fn(f64) -> f64,
    words: &Words,
) {
    if risk == Risk::None {
        return;
    }
    let mut y = top + TEXT_LINE;
    svg.text_if_free("chart-heading chart-risk", (0.0, y), Anchor::Start, &words.at_risk);
    for (number, it) in shown.iter().enumerate() {
        y += TEXT_LINE;
        let first = it.curve.at_risk.first().map_or(0.0, |n| text_width(&n.to_string()) / 2.0);
        let room = if risk == Risk::Beside { x(0.0) - first - 20.0 } else { svg.width() - 20.0 };
        svg.dot(number + 1, &series("chart-dot", number + 1), 5.0, y - 4.0, "");
        svg.text("chart-label", (14.0, y), Anchor::Start, &fitted(&it.curve.name, room));
        if risk == Risk::Above {
            y += TEXT_LINE;
        }
        for (place, time) in columns {
            let n = it.curve.at_risk.get(*place).map_or_else(|| "–".to_owned(), u64::to_string);
            svg.text_if_free("chart-label chart-count", (x(*time), y), Anchor::Middle, &n);
        }
    }
}

fn described(data: &Survival, shown: &[Shown<'_>], words: &Words) -> String {
    let told = shown.iter().filter(|it| !it.empty()).map(|it| match it.steps.last() {
        Some(last) => {
            format!("{}, {} {}: {}.", it.curve.name, data.time_label, words.number(last.at, 1), last.words)
        }
        None => format!("{}, {} {}.", it.curve.name, data.time_label, words.number(it.until, 1)),
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { words.no_data.clone() } else { told.join(" ") }
}

/// The drawn steps of each curve, and those at risk at the labelled times.
fn table(data: &Survival, shown: &[Shown<'_>], words: &Words) -> ChartTable {
    let mut rows = Vec::new();
    for it in shown {
        let name = &it.curve.name;
        let risk = data.times.iter().zip(&it.curve.at_risk).map(|(time, n)| (*time, Some(*n)));
        let steps = it.steps.iter().map(|step| (step.at, None));
        let mut times: Vec<(f64, Option<u64>)> = risk.chain(steps).filter(|(at, _)| at.is_finite()).collect();
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        // A step at a labelled time is in that row already.
        let with_risk: Vec<f64> = times.iter().filter(|it| it.1.is_some()).map(|it| it.0).collect();
        times.retain(|(at, n)| n.is_some() || !with_risk.iter().any(|other| other.total_cmp(at).is_eq()));
        times.dedup_by(|a, b| a.1.is_none() && b.1.is_none() && a.0.total_cmp(&b.0).is_eq());
        if times.is_empty() {
            rows.push(vec![name.clone(), String::new(), String::new(), words.no_data.clone(), String::new()]);
        }
        for (time, n) in times {
            let step = it.at(time).filter(|_| time <= it.until);
            let value = match step {
                Some(step) => step.words.clone(),
                None if time <= it.until && matches!(data.axis, CurveAxis::Number) => {
                    words.number(it.start(), 0)
                }
                None if time <= it.until => format!("{}\u{a0}%", words.number(it.start() * 100.0, 0)),
                None => words.not_followed.clone(),
            };
            // A curve has no interval before its first step, nor where it reaches its other end.
            let interval = match step.map(|step| step.interval_words.as_str()) {
                Some(interval) if !interval.is_empty() => interval.to_owned(),
                _ if time <= it.until => words.no_interval.clone(),
                _ => String::new(),
            };
            rows.push(vec![
                name.clone(),
                words.marked(&trimmed(time)),
                n.map_or_else(String::new, |n| n.to_string()),
                value,
                interval,
            ]);
        }
    }
    let head = [&words.group, &data.time_label, &words.at_risk, &data.label, &words.interval];
    ChartTable { caption: data.title.clone(), head: head.map(String::clone).to_vec(), rows }
}

/// With at most three decimals.
fn trimmed(time: f64) -> String {
    let text = format!("{time:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
