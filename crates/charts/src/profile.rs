//! The 24-hour profile: what flows in each hour of a day, before and after.

use super::axis::{Range, nice_numbers};
use super::series::stairs;
use super::svg::{Anchor, Svg, fitted, text_width};
use super::{ChartTable, Drawn, Shape};

/// One program over a day of the pump's clock.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileSide {
    /// What it is called, "now", "as ordered".
    pub name: String,
    /// The total as people read it, "250 micrograms per 24 h".
    pub total: String,
    /// What flows in each hour from midnight, micrograms; up to 24.
    pub hourly: Vec<f64>,
    /// The same as people read it, for the table.
    pub hourly_words: Vec<String>,
    /// The rate from each hour of the day (0 up to 24) on, micrograms per hour.
    pub rate: Vec<(f64, f64)>,
}

/// The 24-hour profile of one program, or of two beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The chart's name; the totals are added.
    pub title: String,
    /// What runs before the change.
    pub before: Option<ProfileSide>,
    /// What is shown, or what runs after the change.
    pub after: ProfileSide,
}

/// Draws [`Profile`].
#[must_use]
pub fn profile(data: &Profile, shape: Shape) -> Drawn {
    let sides: Vec<(&ProfileSide, &str)> =
        data.before.iter().map(|side| (side, "chart-before")).chain([(&data.after, "chart-after")]).collect();
    let width = shape.width();
    let totals: Vec<String> =
        (sides.iter())
            .map(|(side, _)| {
                if side.name.is_empty() {
                    side.total.clone()
                } else {
                    format!("{}: {}", side.name, side.total)
                }
            })
            .collect();
    let title = format!("{}. {}", data.title, totals.join("; "));
    let finite = |value: &f64| value.is_finite() && *value >= 0.0;
    let values =
        sides.iter().flat_map(|(side, _)| side.hourly.iter().chain(side.rate.iter().map(|(_, rate)| rate)));
    let ticks = nice_numbers(Range::of(values.copied().filter(finite)).high, 5);
    let up = Range { low: 0.0, high: ticks.last().map_or(1.0, |tick| tick.value) };
    let left = ticks.iter().map(|tick| text_width(&tick.label)).fold(0.0, f64::max).min(width * 0.3) + 10.0;
    let right = width - 12.0;
    let lines = u32::try_from(totals.len() + 1).map_or(1.0, f64::from);
    let top = 16.0 * lines + 8.0;
    let bottom = top + if shape == Shape::Wide { 170.0 } else { 150.0 };
    let mut svg = Svg::open(shape.class(), width, bottom + 24.0, &title, "");
    let hour = |hour: f64| left + hour.clamp(0.0, 24.0) / 24.0 * (right - left);
    let y =
        |value: f64| if value.is_finite() { up.place(value, bottom, top).clamp(top, bottom) } else { bottom };

    svg.text("chart-heading", (0.0, 12.0), Anchor::Start, "micrograms per hour");
    for (row, (total, (_, class))) in totals.iter().zip(&sides).enumerate() {
        let at = 16.0 * f64::from(u32::try_from(row + 1).unwrap_or(1));
        svg.rect(&format!("chart-bar {class}"), (left, at + 3.0), (10.0, 10.0), "");
        svg.text(
            "chart-legend",
            (left + 16.0, at + 12.0),
            Anchor::Start,
            &fitted(total, right - left - 16.0),
        );
    }
    for tick in &ticks {
        let at = y(tick.value);
        svg.line(if tick.value > 0.0 { "chart-grid" } else { "chart-axis" }, (left, at), (right, at), "");
        svg.text("chart-label", (left - 6.0, at + 4.0), Anchor::End, &fitted(&tick.label, left - 6.0));
    }
    let share = if sides.len() == 2 { 0.42 } else { 0.84 };
    for (place, (side, class)) in sides.iter().enumerate() {
        let offset = 0.08 + share * f64::from(u32::try_from(place).unwrap_or(0));
        for (number, amount) in side.hourly.iter().take(24).enumerate() {
            let from = f64::from(u32::try_from(number).unwrap_or(0)) + offset;
            let words = side.hourly_words.get(number).map_or("", String::as_str);
            let size = (hour(from + share) - hour(from), bottom - y(*amount));
            svg.rect(&format!("chart-bar {class}"), (hour(from), y(*amount)), size, words);
        }
    }
    for (side, class) in &sides {
        let mut steps: Vec<(f64, f64)> =
            side.rate.iter().filter(|(at, rate)| finite(at) && finite(rate)).copied().collect();
        steps.sort_by(|a, b| a.0.total_cmp(&b.0));
        let points: Vec<(f64, f64)> =
            stairs(&steps, 24.0).into_iter().map(|(at, rate)| (hour(at), y(rate))).collect();
        svg.path(&format!("chart-step {class}"), &points, *class == "chart-before");
    }
    for number in [0_u8, 3, 6, 9, 12, 15, 18, 21, 24] {
        let at = hour(f64::from(number));
        svg.line("chart-tick", (at, bottom), (at, bottom + 4.0), "");
        if shape == Shape::Wide || number % 6 == 0 {
            svg.text("chart-label", (at, bottom + 16.0), Anchor::Middle, &format!("{number:02}:00"));
        }
    }
    let rows = (0..24_usize).map(|number| {
        let amount = |side: &ProfileSide| side.hourly_words.get(number).cloned().unwrap_or_default();
        let hours = format!("{number:02}:00 to {:02}:00", number + 1);
        [hours].into_iter().chain(sides.iter().map(|(side, _)| amount(side))).collect()
    });
    let table = ChartTable {
        caption: title.clone(),
        head: ["Hour".to_owned()].into_iter().chain(totals.iter().cloned()).collect(),
        rows: rows.collect(),
    };
    Drawn { svg: svg.close(), table }
}
