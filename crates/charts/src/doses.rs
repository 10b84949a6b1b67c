//! The dose by year: the median, the middle half, and how many there were.

use super::frame::{EDGE, Feet, Head, Plot, Sample, class, count, margin, values};
use super::svg::{Anchor, Svg, TEXT_LINE, dash, fitted, text_width};
use super::words::drawable;
use super::{ChartTable, Drawn, Quartiles, Scale, Shape, Words};

/// Patients whose single lines are drawn; beyond, the band must do.
const LINES_DRAWN: usize = 200;

/// One year.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseYear {
    /// "2019", or "3" of the years since implantation.
    pub label: String,
    /// How many patients.
    pub n: u64,
    /// None: no value.
    pub quartiles: Option<Quartiles>,
}

/// The dose by year.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseByYear {
    /// The chart's name.
    pub title: String,
    /// The axis of the doses.
    pub scale: Scale,
    /// What the years are, "years since implantation".
    pub year_label: String,
    /// In their order; a year without a value keeps its place.
    pub years: Vec<DoseYear>,
    /// Each patient's value in each year, drawn as thin lines where there are at most 200 patients.
    pub patients: Vec<Vec<Option<f64>>>,
}

impl DoseYear {
    fn drawn(&self) -> Option<&Quartiles> {
        self.quartiles.as_ref().filter(|it| it.drawable())
    }
}

/// Draws [`DoseByYear`].
#[must_use]
pub fn dose_by_year(data: &DoseByYear, words: &Words, shape: Shape) -> Drawn {
    let width = shape.width();
    let lines = if data.patients.len() <= LINES_DRAWN { data.patients.as_slice() } else { &[] };
    let boxes = data.years.iter().filter_map(DoseYear::drawn);
    let shown = (boxes.flat_map(|it| [it.first.value, it.median.value, it.third.value]))
        .chain(lines.iter().flat_map(|line| line.iter().take(data.years.len()).flatten().copied()));
    let (ticks, range) = data.scale.ticks(shown, words);
    let empty = data.years.iter().all(|year| year.drawn().is_none()) && lines.is_empty();
    let mut key = vec![
        (
            Sample::Line(
                "chart-line chart-series-1 chart-middle".to_owned(),
                dash(1),
                2.5,
                Some((1, "chart-dot chart-series-1".to_owned())),
            ),
            words.median.clone(),
        ),
        (
            Sample::Area("chart-band chart-series-1".to_owned()),
            format!("{}–{}", words.first_quartile, words.third_quartile),
        ),
    ];
    if !lines.is_empty() {
        key.push((Sample::Line("chart-patient".to_owned(), "", 0.6, None), words.one_patient.clone()));
    }
    let head = Head::new(&data.scale.heading(words), if empty { &[] } else { &key }, width);
    let left = margin(&ticks, text_width(&words.n), width);
    let names: Vec<&str> = data.years.iter().map(|it| it.label.as_str()).collect();
    let rows = vec![(words.n.clone(), data.years.iter().map(|it| it.n.to_string()).collect())];
    let column = (width - EDGE - left) / count(data.years.len().max(1));
    let feet = Feet::new(&names, rows, column, width);
    let top = head.height();
    let plot = Plot { left, right: width - EDGE, top, bottom: top + 220.0 };
    let note = data.patients.len() > LINES_DRAWN;
    let under = plot.bottom + feet.height();
    let height = under + TEXT_LINE * if note { 2.0 } else { 1.0 };
    let mut svg = Svg::open(&class(shape), width, height.ceil(), &data.title, &described(data, words));
    head.draw(&mut svg);
    if empty {
        plot.empty(&mut svg, &words.no_data);
    } else {
        values(&mut svg, &ticks, range, plot);
        let place =
            |number: usize, value: f64| (plot.column(number, data.years.len()).0, plot.up(range, value));
        patients(&mut svg, lines, data.years.len(), &place);
        middle(&mut svg, data, &place, plot);
    }
    feet.draw(&mut svg, plot, &|number| plot.column(number, data.years.len()).0);
    let center = (f64::midpoint(plot.left, plot.right), under + 10.0);
    svg.text("chart-label", center, Anchor::Middle, &fitted(&data.year_label, width));
    if note {
        let note = fitted(&words.lines_left_out, width);
        svg.text("chart-label chart-note", (0.0, under + TEXT_LINE + 10.0), Anchor::Start, &note);
    }
    Drawn { svg: svg.close(), table: table(data, words) }
}

/// Each patient as a thin line, broken where a year is missing.
fn patients(
    svg: &mut Svg,
    lines: &[Vec<Option<f64>>],
    years: usize,
    place: &dyn Fn(usize, f64) -> (f64, f64),
) {
    for line in lines {
        let mut piece: Vec<(f64, f64)> = Vec::new();
        let values = line.iter().take(years).map(|value| value.filter(|it| drawable(*it))).chain([None]);
        for (number, value) in values.enumerate() {
            match value {
                Some(value) => piece.push(place(number, value)),
                None => {
                    if let [(x, y)] = piece.as_slice() {
                        svg.line("chart-patient", (x - 2.0, *y), (x + 2.0, *y), "");
                    }
                    svg.trace("chart-patient", &piece, "", 0.6);
                    piece.clear();
                }
            }
        }
    }
}

/// Band and median, broken where a year has no value.
fn middle(svg: &mut Svg, data: &DoseByYear, place: &dyn Fn(usize, f64) -> (f64, f64), plot: Plot) {
    let mut pieces: Vec<Vec<(usize, &Quartiles)>> = vec![Vec::new()];
    for (number, year) in data.years.iter().enumerate() {
        match (year.drawn(), pieces.last_mut()) {
            (Some(quartiles), Some(piece)) => piece.push((number, quartiles)),
            _ => pieces.push(Vec::new()),
        }
    }
    for piece in pieces.iter().filter(|piece| !piece.is_empty()) {
        let high = piece.iter().map(|(number, it)| place(*number, it.third.value));
        let low = piece.iter().rev().map(|(number, it)| place(*number, it.first.value));
        if let [(number, it)] = piece.as_slice() {
            // A single year has no width: its middle half as an upright line.
            let (from, to) = (place(*number, it.first.value), place(*number, it.third.value));
            svg.strokes("chart-whisker", &[(from, to)], "");
        }
        let around: Vec<(f64, f64)> = if piece.len() > 1 { high.chain(low).collect() } else { Vec::new() };
        svg.area("chart-band chart-series-1", &around);
    }
    for piece in &pieces {
        let points: Vec<(f64, f64)> =
            piece.iter().map(|(number, it)| place(*number, it.median.value)).collect();
        svg.trace("chart-line chart-series-1 chart-middle", &points, dash(1), 2.5);
        for ((number, it), (x, y)) in piece.iter().zip(&points) {
            let label = data.years.get(*number).map_or("", |year| year.label.as_str());
            svg.dot(1, "chart-dot chart-series-1", *x, *y, &format!("{label}: {}", it.median.words));
        }
    }
    for (number, it) in pieces.iter().flatten() {
        let (x, y) = place(*number, it.median.value);
        let (words, room) = (&it.median.words, plot.column(*number, data.years.len()).1);
        if text_width(words) * 1.1 + 6.0 <= room {
            let above = if y - 8.0 > plot.top + 8.0 { y - 8.0 } else { y + 18.0 };
            svg.text_if_free("chart-value", (x, above), Anchor::Middle, words);
        }
    }
}

fn described(data: &DoseByYear, words: &Words) -> String {
    let told = data.years.iter().filter_map(|year| {
        let it = year.drawn()?;
        Some(format!(
            "{}: {} {}, {} {}, {} {}, {} {}.",
            year.label,
            words.n,
            year.n,
            words.median,
            it.median.words,
            words.first_quartile,
            it.first.words,
            words.third_quartile,
            it.third.words
        ))
    });
    let told: Vec<String> = told.take(60).collect();
    if told.is_empty() { words.no_data.clone() } else { told.join(" ") }
}

fn table(data: &DoseByYear, words: &Words) -> ChartTable {
    let row = |year: &DoseYear| {
        let quartiles = year.drawn().map_or_else(
            || [String::new(), words.no_value.clone(), String::new()],
            |it| [&it.first, &it.median, &it.third].map(|amount| amount.words.clone()),
        );
        [year.label.clone(), year.n.to_string()].into_iter().chain(quartiles).collect()
    };
    let head = [&data.year_label, &words.n, &words.first_quartile, &words.median, &words.third_quartile];
    ChartTable {
        caption: data.title.clone(),
        head: head.map(String::clone).to_vec(),
        rows: data.years.iter().map(row).collect(),
    }
}
