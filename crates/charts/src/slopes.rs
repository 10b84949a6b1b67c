//! Each patient from visit to visit: what changed, in which direction, for how many.

use super::frame::{Feet, Head, Plot, Sample, class, count, margin, values};
use super::svg::{Anchor, Svg, TEXT_LINE, text_width, wrapped};
use super::words::drawable;
use super::{Amount, Better, ChartTable, Drawn, Scale, Shape, Words};
use std::collections::BTreeMap;

/// Steps that are drawn one by one; where there are more patients than 200 and more steps than this, values are grouped.
const STEPS_DRAWN: usize = 400;
const PATIENTS_DRAWN: usize = 200;
/// The most that a line is wide.
const WIDEST: f64 = 10.0;

/// One visit.
#[derive(Debug, Clone, PartialEq)]
pub struct SlopeVisit {
    /// "before the implant".
    pub label: String,
    /// The median at this visit.
    pub median: Option<Amount>,
}

/// The same patients at two to six visits.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedSlopes {
    /// The chart's name.
    pub title: String,
    /// The axis of the values.
    pub scale: Scale,
    /// In their order.
    pub visits: Vec<SlopeVisit>,
    /// Each patient's values, one for each visit. Missing or not finite: no line to or from it.
    pub patients: Vec<Vec<Option<f64>>>,
}

/// A number that can be sorted and counted.
#[derive(Debug, Clone, Copy)]
struct Key(f64);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Key {}
impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Key {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// How many patients go from one value to the next, from visit to visit.
type Steps = BTreeMap<(usize, Key, Key), usize>;

/// The values at each visit, counted.
struct Counted {
    /// How many have a value at each visit.
    n: Vec<usize>,
    steps: Steps,
    /// Values with none at the visit before and the visit after.
    alone: BTreeMap<(usize, Key), usize>,
    /// Whether the values are the middles of groups.
    grouped: bool,
}

/// Of one patient, by visit; zero without its sign.
fn row(patient: &[Option<f64>], visits: usize) -> Vec<Option<f64>> {
    let clean = |value: f64| if value.abs() > 0.0 { value } else { 0.0 };
    (0..visits)
        .map(|visit| patient.get(visit).copied().flatten().filter(|it| drawable(*it)).map(clean))
        .collect()
}

impl Counted {
    fn new(data: &PairedSlopes) -> Self {
        let visits = data.visits.len();
        let mut counted =
            Self { n: vec![0; visits], steps: Steps::new(), alone: BTreeMap::new(), grouped: false };
        for patient in &data.patients {
            let row = row(patient, visits);
            let at = |visit: Option<usize>| visit.and_then(|it| row.get(it).copied().flatten());
            for (visit, n) in counted.n.iter_mut().enumerate() {
                let Some(value) = at(Some(visit)) else { continue };
                *n += 1;
                match (at(visit.checked_sub(1)), at(Some(visit + 1))) {
                    (_, Some(next)) => {
                        *counted.steps.entry((visit, Key(value), Key(next))).or_insert(0) += 1;
                    }
                    (None, None) => *counted.alone.entry((visit, Key(value))).or_insert(0) += 1,
                    (Some(_), None) => {}
                }
            }
        }
        counted
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let steps = self.steps.keys().flat_map(|(_, from, to)| [from.0, to.0]);
        steps.chain(self.alone.keys().map(|(_, value)| value.0))
    }

    /// Values in the middles of ten equal groups.
    fn grouped(&self, low: f64, high: f64) -> Self {
        let width = ((high - low) / 10.0).max(f64::MIN_POSITIVE);
        let middle =
            |value: Key| Key(low + (((value.0 - low) / width).floor().clamp(0.0, 9.0) + 0.5) * width);
        let mut steps = Steps::new();
        for ((visit, from, to), number) in &self.steps {
            *steps.entry((*visit, middle(*from), middle(*to))).or_insert(0) += number;
        }
        let mut alone = BTreeMap::new();
        for ((visit, value), number) in &self.alone {
            *alone.entry((*visit, middle(*value))).or_insert(0) += number;
        }
        Self { n: self.n.clone(), steps, alone, grouped: true }
    }
}

/// Class and dash of a step.
fn manner(better: Option<Better>, from: f64, to: f64) -> (&'static str, &'static str) {
    let lower = match from.total_cmp(&to) {
        std::cmp::Ordering::Equal => return ("chart-slope chart-same", ""),
        order => order.is_gt(),
    };
    match better {
        None => ("chart-slope", ""),
        Some(Better::Lower) if lower => ("chart-slope chart-better", ""),
        Some(Better::Higher) if !lower => ("chart-slope chart-better", ""),
        Some(_) => ("chart-slope chart-worse", "7 3"),
    }
}

/// The width of a line for so many patients.
fn weight(number: usize, most: usize) -> f64 {
    let least = if most > 100 { 0.4 } else { 0.8 };
    (count(number) * (WIDEST / count(most.max(1))).min(1.4)).max(least)
}

/// Where the visits stand: the outer ones no further from the edge than their names need.
struct Across {
    first: f64,
    step: f64,
    /// For the name of a visit.
    room: f64,
}

impl Across {
    fn new(plot: Plot, visits: usize, most: f64) -> Self {
        let column = plot.width() / count(visits.max(1));
        if visits < 2 {
            return Self { first: plot.left + column / 2.0, step: 0.0, room: column };
        }
        let edge = most.min(column / 2.0);
        let step = (plot.width() - 2.0 * edge) / (count(visits) - 1.0);
        Self { first: plot.left + edge, step, room: step.min(2.0 * edge) }
    }

    fn x(&self, visit: usize) -> f64 {
        self.first + self.step * count(visit)
    }
}

/// Draws [`PairedSlopes`].
#[must_use]
pub fn paired_slopes(data: &PairedSlopes, words: &Words, shape: Shape) -> Drawn {
    let width = shape.width();
    let all = Counted::new(data);
    let medians = || data.visits.iter().map(|visit| visit.median.as_ref().filter(|it| drawable(it.value)));
    let shown = all.values().chain(medians().flatten().map(|it| it.value));
    let (ticks, range) = data.scale.ticks(shown, words);
    let grouped = data.patients.len() > PATIENTS_DRAWN && all.steps.len() > STEPS_DRAWN;
    let drawn = if grouped { all.grouped(range.low, range.high) } else { all };
    let most = drawn.steps.values().copied().max().unwrap_or(0);
    let empty = drawn.n.iter().all(|n| *n == 0);

    let key = if empty { Vec::new() } else { key(data, &drawn, most, words) };
    let head = Head::new(&data.scale.heading(words), &key, width);
    let left = margin(&ticks, text_width(&words.n), width);
    let names: Vec<&str> = data.visits.iter().map(|it| it.label.as_str()).collect();
    let top = head.height();
    let plot = Plot { left, right: width - 4.0, top, bottom: top + 250.0 };
    let across = Across::new(plot, data.visits.len(), if shape == Shape::Wide { 90.0 } else { 52.0 });
    let rows = vec![(words.n.clone(), drawn.n.iter().map(ToString::to_string).collect())];
    let feet = Feet::new(&names, rows, across.room, width);
    let note = if grouped { wrapped(&words.grouped, width, 3) } else { Vec::new() };
    let height = plot.bottom + feet.height() + TEXT_LINE * count(note.len());
    let mut svg =
        Svg::open(&class(shape), width, height.ceil(), &data.title, &described(data, &drawn, words));
    head.draw(&mut svg);
    if empty {
        plot.empty(&mut svg, &words.no_data);
    } else {
        values(&mut svg, &ticks, range, plot);
        let place = |visit: usize, value: f64| (across.x(visit), plot.up(range, value));
        let read = |value: f64| data.scale.read(value, words);
        lines(&mut svg, data, &drawn, &place, &read, words);
        middle(&mut svg, data, &place);
        let most = match (grouped, shape) {
            (true, Shape::Wide) => 12,
            (true, Shape::Narrow) => 6,
            (false, Shape::Wide) => 60,
            (false, Shape::Narrow) => 24,
        };
        counts(&mut svg, &drawn, &place, most, &across_median(data, &place));
    }
    feet.draw(&mut svg, plot, &|visit| across.x(visit));
    for (row, line) in note.iter().enumerate() {
        let y = plot.bottom + feet.height() + TEXT_LINE * count(row) + 10.0;
        svg.text("chart-label chart-note", (0.0, y), Anchor::Start, line);
    }
    Drawn { svg: svg.close(), table: table(data, &drawn, words) }
}

fn key(data: &PairedSlopes, drawn: &Counted, most: usize, words: &Words) -> Vec<(Sample, String)> {
    let mut key = Vec::new();
    if data.visits.iter().any(|visit| visit.median.is_some()) {
        let class = "chart-line chart-middle".to_owned();
        key.push((
            Sample::Line(class, "", 3.0, Some((4, "chart-dot chart-middle".to_owned()))),
            words.median.clone(),
        ));
    }
    let mut manners: Vec<(&str, &str)> =
        drawn.steps.keys().map(|(_, from, to)| manner(data.scale.better, from.0, to.0)).collect();
    manners.sort_unstable();
    manners.dedup();
    for (class, dash) in manners {
        let name = match class {
            "chart-slope chart-better" => &words.better,
            "chart-slope chart-worse" => &words.worse,
            "chart-slope chart-same" => &words.same,
            _ => continue,
        };
        key.push((Sample::Line(class.to_owned(), dash, 2.0, None), name.clone()));
    }
    if !drawn.alone.is_empty() && !drawn.grouped {
        key.push((Sample::Dot("chart-dot chart-hollow chart-alone".to_owned(), 1), words.alone.clone()));
    }
    if most > 1 {
        let name = words.patients(most);
        key.push((Sample::Line("chart-slope".to_owned(), "", weight(most, most), None), name));
    }
    key
}

/// A place of a value at a visit.
type Place<'a> = &'a dyn Fn(usize, f64) -> (f64, f64);

fn lines(
    svg: &mut Svg,
    data: &PairedSlopes,
    drawn: &Counted,
    place: Place<'_>,
    read: &dyn Fn(f64) -> String,
    words: &Words,
) {
    let most = drawn.steps.values().copied().max().unwrap_or(0);
    let mut steps: Vec<_> = drawn.steps.iter().collect();
    // The thin ones over the wide ones.
    steps.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
    for ((visit, from, to), number) in steps {
        let (class, dash) = manner(data.scale.better, from.0, to.0);
        let title = format!("{} → {}: {}", read(from.0), read(to.0), words.patients(*number));
        let ends = (place(*visit, from.0), place(visit + 1, to.0));
        svg.weighed(class, ends, (weight(*number, most), dash), &title);
    }
    // Among groups, single values are in the table alone.
    for ((visit, value), number) in drawn.alone.iter().filter(|_| !drawn.grouped) {
        let (x, y) = place(*visit, value.0);
        let title = format!("{}: {}", read(value.0), words.patients(*number));
        svg.dot(1, "chart-dot chart-hollow chart-alone", x, y, &title);
    }
}

/// The medians, bold, with their words where there is room.
fn middle(svg: &mut Svg, data: &PairedSlopes, place: Place<'_>) {
    let mut piece: Vec<(f64, f64)> = Vec::new();
    let mut pieces = Vec::new();
    for (visit, it) in data.visits.iter().enumerate() {
        match it.median.as_ref().filter(|it| drawable(it.value)) {
            Some(median) => piece.push(place(visit, median.value)),
            None => pieces.push(std::mem::take(&mut piece)),
        }
    }
    pieces.push(piece);
    for points in &pieces {
        svg.trace("chart-line chart-middle", points, "", 3.0);
    }
    for (visit, it) in data.visits.iter().enumerate() {
        let Some(median) = it.median.as_ref().filter(|it| drawable(it.value)) else { continue };
        let (x, y) = place(visit, median.value);
        svg.dot(4, "chart-dot chart-middle", x, y, &format!("{}: {}", it.label, median.words));
        // Outwards at the ends, above or below between.
        let last = visit + 1 == data.visits.len();
        let (right, left) = (((x + 8.0, y + 4.0), Anchor::Start), ((x - 8.0, y + 4.0), Anchor::End));
        let (above, below) = (((x, y - 9.0), Anchor::Middle), ((x, y + 18.0), Anchor::Middle));
        let order = if visit == 0 {
            [left, above, below, right]
        } else if last {
            [right, above, below, left]
        } else {
            [above, below, right, left]
        };
        for (at, anchor) in order {
            if svg.text_if_free("chart-value", at, anchor, &median.words) {
                break;
            }
        }
    }
}

/// Where the medians are drawn.
fn across_median(data: &PairedSlopes, place: Place<'_>) -> Vec<Option<(f64, f64)>> {
    let median = |visit: &SlopeVisit| visit.median.as_ref().map(|it| it.value).filter(|it| drawable(*it));
    data.visits.iter().enumerate().map(|(number, it)| Some(place(number, median(it)?))).collect()
}

/// On the lines of several patients how many these are, the most first, where there is room.
fn counts(svg: &mut Svg, drawn: &Counted, place: Place<'_>, most: usize, medians: &[Option<(f64, f64)>]) {
    let mut steps: Vec<_> = drawn.steps.iter().filter(|(_, number)| **number > 1).collect();
    steps.sort_by_key(|(step, number)| (std::cmp::Reverse(**number), **step));
    for ((visit, from, to), number) in steps.into_iter().take(most) {
        let ((x1, y1), (x2, y2)) = (place(*visit, from.0), place(visit + 1, to.0));
        let median = |visit: usize| medians.get(visit).copied().flatten().map(|it| it.1);
        let near = |y: f64, visit: usize| median(visit).is_some_and(|median| (median - y).abs() < 9.0);
        // Above the line of the medians, which would run through it.
        let down = if near(y1, *visit) && near(y2, visit + 1) { -7.0 } else { 4.0 };
        for share in [0.5, 0.38, 0.62, 0.27, 0.73] {
            let at = (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share + down);
            if svg.text_if_free("chart-weight", at, Anchor::Middle, &number.to_string()) {
                break;
            }
        }
    }
}

fn described(data: &PairedSlopes, drawn: &Counted, words: &Words) -> String {
    if drawn.n.iter().all(|n| *n == 0) {
        return words.no_data.clone();
    }
    let told = data.visits.iter().zip(&drawn.n).map(|(visit, n)| match &visit.median {
        Some(it) => format!("{}: {} {n}, {} {}.", visit.label, words.n, words.median, it.words),
        None => format!("{}: {} {n}.", visit.label, words.n),
    });
    let mut told: Vec<String> = told.collect();
    for (name, wanted) in [
        (&words.better, "chart-slope chart-better"),
        (&words.worse, "chart-slope chart-worse"),
        (&words.same, "chart-slope chart-same"),
    ] {
        let number: usize = (drawn.steps.iter())
            .filter(|((_, from, to), _)| manner(data.scale.better, from.0, to.0).0 == wanted)
            .map(|(_, number)| number)
            .sum();
        if number > 0 && data.visits.len() == 2 {
            told.push(format!("{name}: {number}."));
        }
    }
    told.join(" ")
}

fn table(data: &PairedSlopes, drawn: &Counted, words: &Words) -> ChartTable {
    let read = |value: Key| data.scale.read(value.0, words);
    let label = |visit: usize| data.visits.get(visit).map_or("", |it| it.label.as_str());
    let mut rows: Vec<Vec<String>> = (data.visits.iter().zip(&drawn.n))
        .map(|(visit, n)| {
            let median = match &visit.median {
                Some(it) => format!("{} {}", words.median, it.words),
                None if *n == 0 => words.no_value.clone(),
                None => String::new(),
            };
            vec![visit.label.clone(), median, n.to_string()]
        })
        .collect();
    rows.extend(drawn.steps.iter().map(|((visit, from, to), number)| {
        let step = format!("{} → {}", label(*visit), label(visit + 1));
        vec![step, format!("{} → {}", read(*from), read(*to)), number.to_string()]
    }));
    rows.extend(
        drawn
            .alone
            .iter()
            .map(|((visit, value), number)| vec![label(*visit).to_owned(), read(*value), number.to_string()]),
    );
    ChartTable {
        caption: data.title.clone(),
        head: [&words.step, &words.value, &words.n].map(String::clone).to_vec(),
        rows,
    }
}
