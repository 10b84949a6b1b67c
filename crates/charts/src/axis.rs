//! Ranges and ticks: nice numbers (1, 2, 5) and nice dates.

use super::series::seconds;
use jiff::civil::DateTime;
use jiff::{Span, ToSpan};

/// From the lowest to the highest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Range {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Range {
    /// The range of what is finite; 0 to 0 if nothing is.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Self {
        let found = values.filter(|value| value.is_finite()).fold(None, |range: Option<Self>, value| {
            Some(range.map_or(Self { low: value, high: value }, |it| Self {
                low: it.low.min(value),
                high: it.high.max(value),
            }))
        });
        found.unwrap_or(Self { low: 0.0, high: 0.0 })
    }

    /// At least as wide as `least`, around its middle; never empty.
    pub(crate) fn widened(self, least: f64) -> Self {
        let lacking =
            least.max(self.high.abs().max(self.low.abs()) * 1e-6).max(1e-9) - (self.high - self.low);
        let by = lacking.max(0.0) / 2.0;
        Self { low: self.low - by, high: self.high + by }
    }

    /// Where a value lies between two pixels.
    pub(crate) fn place(self, value: f64, from: f64, to: f64) -> f64 {
        from + (value - self.low) / (self.high - self.low) * (to - from)
    }
}

/// A tick of a value axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tick {
    pub(crate) value: f64,
    pub(crate) label: String,
}

/// Ticks from 0 to just above `high`, at most about `most`, at steps of 1, 2 or 5 times a power of ten.
pub(crate) fn nice_numbers(high: f64, most: usize) -> Vec<Tick> {
    let high = if high.is_finite() && high > 0.0 { high } else { 1.0 };
    let most = u32::try_from(most.clamp(1, 50)).map_or(1.0, f64::from);
    let rough = high / most;
    let power = rough.log10().floor();
    let unit = 10_f64.powf(power);
    let step = [1.0, 2.0, 5.0]
        .map(|nice| nice * unit)
        .into_iter()
        .find(|step| *step >= rough)
        .unwrap_or(10.0 * unit);
    // Enough places for the step itself: 0.05 needs two.
    let places = (0..12).find(|places| 10_f64.powi(*places) * step > 0.999).unwrap_or(12);
    let places = usize::try_from(places).unwrap_or(0);
    let count = (0_u32..60).take_while(|number| f64::from(*number) * step < high + step * 0.999);
    count
        .map(|number| {
            let value = f64::from(number) * step;
            Tick { value, label: format!("{value:.places$}") }
        })
        .collect()
}

/// The nearest step of 1, 2 or 5 times a power of ten that is no smaller; and the decimals that it needs.
fn nice_step(rough: f64) -> (f64, usize) {
    let unit = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0]
        .map(|nice| nice * unit)
        .into_iter()
        .find(|step| *step >= rough * 0.999_999)
        .unwrap_or(10.0 * unit);
    let places = (0..12).find(|places| 10_f64.powi(*places) * step > 0.999).unwrap_or(12);
    (step, usize::try_from(places).unwrap_or(0))
}

/// Ticks from just below `low` to just above `high`, about `most` steps of 1, 2 or 5 times a power of ten.
pub(crate) fn nice_between(low: f64, high: f64, most: u32) -> Vec<Tick> {
    let range = Range { low, high };
    // Hardly apart: a tenth to both sides, for smaller differences than the numbers' own size need many digits.
    let size = low.abs().max(high.abs());
    let range = if size < 1e-9 {
        Range { low: 0.0, high: 1.0 }
    } else {
        range.widened(if high - low < size * 1e-3 { size * 0.2 } else { 0.0 })
    };
    let (step, places) = nice_step((range.high - range.low) / f64::from(most.clamp(1, 50)));
    let first = (range.low / step + 1e-6).floor();
    let last = (range.high / step - 1e-6).ceil();
    (0_u32..60)
        .map(|number| first + f64::from(number))
        .take_while(|index| *index < last + 0.5)
        .map(|index| {
            let value = if index.abs() < 0.5 { 0.0 } else { index * step };
            Tick { value, label: format!("{value:.places$}").replace('-', "\u{2212}") }
        })
        .collect()
}

/// Ticks of an axis of powers: 1, 2 and 5 of each power of ten, or the powers alone where there are many. The ends are ticks.
pub(crate) fn nice_powers(low: f64, high: f64) -> Vec<Tick> {
    let (low, high) = (low.max(1e-12), high.max(1e-12));
    let (low, high) = if high / low < 1.5 { (low / 1.5, high * 1.5) } else { (low, high) };
    let (from, to) = (low.log10().floor() as i32, high.log10().ceil() as i32);
    let nice: &[f64] = if to - from <= 3 { &[1.0, 2.0, 5.0] } else { &[1.0] };
    let all: Vec<(f64, i32)> =
        (from..=to).flat_map(|power| nice.iter().map(move |it| (it * 10_f64.powi(power), power))).collect();
    let first = all.iter().rposition(|(value, _)| *value <= low * 1.001).unwrap_or(0);
    let last = all.iter().position(|(value, _)| *value >= high * 0.999).unwrap_or(all.len());
    (all.iter().take(last + 1).skip(first))
        .map(|(value, power)| {
            let places = usize::try_from(-power).unwrap_or(0);
            Tick { value: *value, label: format!("{value:.places$}") }
        })
        .collect()
}

/// A tick of a time axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TimeTick {
    pub(crate) at: DateTime,
    pub(crate) label: String,
    /// A second line where the larger unit changes: the year, or the day under hours.
    pub(crate) under: String,
}

#[derive(Clone, Copy)]
enum Step {
    Hours(i8),
    Days(i32),
    Months(i8),
    Years(i16),
}

const STEPS: [Step; 22] = [
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
];

impl Step {
    /// Seconds, about; and how many letters wide its labels are.
    fn size(self) -> (f64, f64) {
        match self {
            Self::Hours(count) => (f64::from(count) * 3_600.0, 6.0),
            Self::Days(count) => (f64::from(count) * 86_400.0, 6.0),
            Self::Months(count) => (f64::from(count) * 30.44 * 86_400.0, 4.0),
            Self::Years(count) => (f64::from(count) * 365.25 * 86_400.0, 4.0),
        }
    }

    fn span(self) -> Span {
        match self {
            Self::Hours(count) => i64::from(count).hours(),
            Self::Days(count) => i64::from(count).days(),
            Self::Months(count) => i64::from(count).months(),
            Self::Years(count) => i64::from(count).years(),
        }
    }

    /// The last round time at or before `at`.
    fn round_down(self, at: DateTime) -> Option<DateTime> {
        let day = at.date();
        let midnight = day.at(0, 0, 0, 0);
        match self {
            Self::Hours(count) => Some(day.at(at.hour() / count * count, 0, 0, 0)),
            Self::Days(1) => Some(midnight),
            // Weeks begin on Monday.
            Self::Days(_) => {
                midnight.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()
            }
            Self::Months(count) => {
                let month = (day.month() - 1) / count * count + 1;
                Some(day.first_of_month().with().month(month).build().ok()?.at(0, 0, 0, 0))
            }
            Self::Years(count) => {
                let year = day.year().div_euclid(count) * count;
                Some(day.first_of_year().with().year(year).build().ok()?.at(0, 0, 0, 0))
            }
        }
    }

    fn label(self, at: DateTime) -> (String, String) {
        match self {
            Self::Hours(_) => (at.strftime("%H:%M").to_string(), at.strftime("%-d %b %Y").to_string()),
            Self::Days(_) => (at.strftime("%-d %b").to_string(), at.year().to_string()),
            Self::Months(_) => (at.strftime("%b").to_string(), at.year().to_string()),
            Self::Years(_) => (at.year().to_string(), String::new()),
        }
    }
}

/// Round times between two, so far apart that their labels fit into `width` pixels; at least the two ends.
pub(crate) fn nice_times(from: DateTime, until: DateTime, width: f64) -> Vec<TimeTick> {
    const LETTER: f64 = 7.5;
    let span = (seconds(until) - seconds(from)).max(1.0);
    let fits = |step: &&Step| {
        let (size, letters) = step.size();
        span / size * (letters * LETTER + 10.0) <= width
    };
    let step = STEPS.iter().find(fits).copied().unwrap_or(Step::Years(1000));
    let mut ticks: Vec<TimeTick> = Vec::new();
    let mut at = step.round_down(from);
    while let Some(now) = at.filter(|now| *now <= until && ticks.len() < 100) {
        if now >= from {
            let (label, under) = step.label(now);
            ticks.push(TimeTick { at: now, label, under });
        }
        at = now.checked_add(step.span()).ok();
    }
    if ticks.len() < 2 {
        let label = |at: DateTime| TimeTick {
            at,
            label: at.strftime("%-d %b").to_string(),
            under: at.year().to_string(),
        };
        ticks = vec![label(from), label(until)];
    }
    // The second line only where it changes.
    let mut shown = String::new();
    for tick in &mut ticks {
        if tick.under == shown {
            tick.under.clear();
        } else {
            shown.clone_from(&tick.under);
        }
    }
    ticks
}
