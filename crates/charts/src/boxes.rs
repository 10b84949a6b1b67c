//! One box for each visit or group: the middle half, what reaches further, and what lies beyond.

use super::frame::{Feet, Head, Plot, class, count, margin, series, values};
use super::svg::{Anchor, Svg, text_width, wrapped};
use super::words::drawable;
use super::{ChartTable, Drawn, Quartiles, Scale, Shape, Words};

/// One box.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxGroup {
    /// The visit or the group.
    pub label: String,
    /// Quartiles and median by the method that the report names; none: the single values are drawn as dots.
    pub quartiles: Option<Quartiles>,
    /// Every value. What is not finite counts as missing.
    pub values: Vec<f64>,
}

/// Boxes beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxPlots {
    /// The chart's name.
    pub title: String,
    /// The axis of the values.
    pub scale: Scale,
    /// From the left.
    pub groups: Vec<BoxGroup>,
}

/// What of a group is drawn.
struct Measured<'a> {
    group: &'a BoxGroup,
    /// Sorted.
    values: Vec<f64>,
    /// Median and quartiles, where there is a box.
    quartiles: Option<&'a Quartiles>,
    /// The furthest values within 1.5 interquartile ranges of the box.
    whiskers: Option<(f64, f64)>,
    /// Values beyond the whiskers, or all of them where there is no box; with how many there are of each.
    dots: Vec<(f64, usize)>,
}

impl<'a> Measured<'a> {
    fn new(group: &'a BoxGroup) -> Self {
        let mut values: Vec<f64> = group.values.iter().copied().filter(|it| drawable(*it)).collect();
        values.sort_by(f64::total_cmp);
        let quartiles = group.quartiles.as_ref().filter(|it| it.drawable() && values.len() > 1);
        let inside = |value: f64, quartiles: &Quartiles| {
            let (first, third) = (quartiles.first.value, quartiles.third.value);
            // A hair more, for quartiles are often sums that are not exact.
            let reach = 1.5 * (third - first) + 1e-9 * (first.abs() + third.abs());
            (first - reach..=third + reach).contains(&value)
        };
        let whiskers = quartiles.and_then(|quartiles| {
            let mut reached = values.iter().copied().filter(|it| inside(*it, quartiles));
            let low = reached.next()?;
            Some((low, reached.next_back().unwrap_or(low)))
        });
        let mut dots: Vec<(f64, usize)> = Vec::new();
        for value in values.iter().copied().filter(|it| !quartiles.is_some_and(|box_| inside(*it, box_))) {
            match dots.last_mut() {
                Some((last, number)) if last.total_cmp(&value).is_eq() => *number += 1,
                _ => dots.push((value, 1)),
            }
        }
        Self { group, values, quartiles, whiskers, dots }
    }
}

/// Draws [`BoxPlots`].
#[must_use]
pub fn box_plots(data: &BoxPlots, words: &Words, shape: Shape) -> Drawn {
    let width = shape.width();
    let groups: Vec<Measured<'_>> = data.groups.iter().map(Measured::new).collect();
    let boxes = groups.iter().filter_map(|it| it.quartiles);
    let shown = (groups.iter().flat_map(|it| it.values.iter().copied()))
        .chain(boxes.flat_map(|it| [it.first.value, it.median.value, it.third.value]));
    let (ticks, range) = data.scale.ticks(shown, words);
    let head = Head::new(&data.scale.heading(words), &[], width);
    let names: Vec<&str> = groups.iter().map(|it| it.group.label.as_str()).collect();
    let n = groups.iter().map(|it| it.values.len().to_string()).collect();
    let mut rows = vec![(words.n.clone(), n)];
    let left = margin(&ticks, text_width(&words.n), width);
    let column = (width - 4.0 - left) / count(groups.len().max(1));
    // Where one median finds no room beside its box, all stand below.
    let medians =
        || groups.iter().map(|it| it.quartiles.map_or_else(String::new, |it| it.median.words.clone()));
    let beside = medians().all(|it| 2.0 * half(column) + text_width(&it) * 1.1 + 10.0 <= column);
    if !beside {
        rows.push((words.median.clone(), medians().collect()));
    }
    let heads = rows.iter().map(|(head, _)| text_width(head)).fold(0.0, f64::max);
    let left = margin(&ticks, heads, width);
    let column = (width - 4.0 - left) / count(groups.len().max(1));
    let feet = Feet::new(&names, rows, column, width);
    let top = head.height();
    let plot = Plot { left, right: width - 4.0, top, bottom: top + 220.0 };
    let described = described(&groups, data, words);
    let mut svg =
        Svg::open(&class(shape), width, (plot.bottom + feet.height()).ceil(), &data.title, &described);
    head.draw(&mut svg);
    if groups.iter().all(|it| it.values.is_empty()) {
        plot.empty(&mut svg, &words.no_data);
    } else {
        values(&mut svg, &ticks, range, plot);
        for (number, group) in groups.iter().enumerate() {
            let (x, column) = plot.column(number, groups.len());
            one(&mut svg, group, (x, column), &|value| plot.up(range, value), &Told { data, words, beside });
            if group.values.is_empty() {
                let lines = wrapped(&words.no_value, column - 2.0, 3);
                for (row, line) in lines.iter().enumerate() {
                    let y = plot.bottom - 10.0 - 13.0 * (count(lines.len()) - count(row) - 1.0);
                    svg.text_if_free("chart-empty", (x, y), Anchor::Middle, line);
                }
            }
        }
    }
    feet.draw(&mut svg, plot, &|number| plot.column(number, groups.len()).0);
    Drawn { svg: svg.close(), table: table(&groups, data, words) }
}

/// In which words.
struct Told<'a> {
    data: &'a BoxPlots,
    words: &'a Words,
    /// Whether medians are written beside their boxes.
    beside: bool,
}

/// Half the width of a box in a column.
fn half(column: f64) -> f64 {
    (column * 0.22).clamp(1.0, 26.0)
}

fn one(
    svg: &mut Svg,
    group: &Measured<'_>,
    (x, column): (f64, f64),
    y: &dyn Fn(f64) -> f64,
    told: &Told<'_>,
) {
    let half = half(column);
    if let (Some(quartiles), Some((low, high))) = (group.quartiles, group.whiskers) {
        let (first, median, third) =
            (y(quartiles.first.value), y(quartiles.median.value), y(quartiles.third.value));
        let cap = half * 0.5;
        let mut whiskers = Vec::new();
        for (from, to) in [(first, y(low)), (third, y(high))] {
            if (from - to).abs() > 0.05 {
                whiskers.extend([((x, from), (x, to)), ((x - cap, to), (x + cap, to))]);
            }
        }
        let told = format!("{}: {}", group.group.label, read(group, told));
        svg.strokes("chart-whisker", &whiskers, "");
        svg.outline(
            "chart-box",
            (x - half, third.min(first)),
            (2.0 * half, (first - third).abs().max(0.1)),
            &told,
        );
        svg.trace("chart-median", &[(x - half, median), (x + half, median)], "", 3.0);
    }
    let mut drawn: Option<f64> = None;
    // Many dots would be a bar: only so many that each is seen, the furthest always among them.
    let apart = if group.dots.len() > 40 { 4.0 } else { 0.5 };
    for (place, (value, number)) in group.dots.iter().enumerate() {
        let at = y(*value);
        let end = place + 1 == group.dots.len();
        // What would lie on the last dot is in the table.
        if !end && drawn.is_some_and(|last| (last - at).abs() < apart) {
            continue;
        }
        drawn = Some(at);
        let value = told.data.scale.read(*value, told.words);
        let mut title = format!("{}: {value}", group.group.label);
        if *number > 1 {
            title += &format!(", {}", told.words.patients(*number));
        }
        svg.dot(1, &series("chart-dot chart-hollow chart-outlier", 1), x, at, &title);
        let room = text_width(&value) * 1.1 + 10.0 <= column / 2.0;
        if group.quartiles.is_none() && group.dots.len() <= 3 && room {
            svg.text_if_free("chart-label", (x + 9.0, at + 4.0), Anchor::Start, &value);
        }
    }
    if let Some(quartiles) = group.quartiles.filter(|_| told.beside) {
        let at = (x + half + 5.0, y(quartiles.median.value) + 4.0);
        svg.text_if_free("chart-value", at, Anchor::Start, &quartiles.median.words);
    }
}

/// A group in words.
fn read(group: &Measured<'_>, told: &Told<'_>) -> String {
    let words = told.words;
    let n = format!("{} {}", words.n, group.values.len());
    let value = |value: f64| told.data.scale.read(value, words);
    match group.quartiles {
        Some(it) => format!(
            "{n}, {} {}, {} {}, {} {}",
            words.median,
            it.median.words,
            words.first_quartile,
            it.first.words,
            words.third_quartile,
            it.third.words
        ),
        None => match group.values.as_slice() {
            [] => words.no_value.clone(),
            [one] => format!("{n}, {}", value(*one)),
            [low, .., high] => format!("{n}, {}–{}", value(*low), value(*high)),
        },
    }
}

fn described(groups: &[Measured<'_>], data: &BoxPlots, words: &Words) -> String {
    if groups.iter().all(|it| it.values.is_empty()) {
        return words.no_data.clone();
    }
    let told = Told { data, words, beside: false };
    let lines: Vec<String> =
        groups.iter().take(40).map(|it| format!("{}: {}.", it.group.label, read(it, &told))).collect();
    lines.join(" ")
}

fn table(groups: &[Measured<'_>], data: &BoxPlots, words: &Words) -> ChartTable {
    let value = |value: f64| data.scale.read(value, words);
    let row = |group: &Measured<'_>| {
        let amount = |pick: fn(&Quartiles) -> &super::Amount| {
            group.quartiles.map_or_else(String::new, |it| pick(it).words.clone())
        };
        let whiskers = group
            .whiskers
            .map_or_else(String::new, |(low, high)| format!("{} – {}", value(low), value(high)));
        let mut dots: Vec<String> = (group.dots.iter().take(100))
            .map(|(it, number)| match number {
                1 => value(*it),
                number => format!("{} ({number}\u{d7})", value(*it)),
            })
            .collect();
        if group.dots.len() > 100 {
            dots.push("…".to_owned());
        }
        let dots = if group.values.is_empty() { words.no_value.clone() } else { dots.join("; ") };
        vec![
            group.group.label.clone(),
            group.values.len().to_string(),
            amount(|it| &it.first),
            amount(|it| &it.median),
            amount(|it| &it.third),
            whiskers,
            dots,
        ]
    };
    let head = [
        &words.group,
        &words.n,
        &words.first_quartile,
        &words.median,
        &words.third_quartile,
        &words.whiskers,
        &words.outliers,
    ];
    ChartTable {
        caption: data.title.clone(),
        head: head.map(String::clone).to_vec(),
        rows: groups.iter().map(row).collect(),
    }
}
