//! The reservoir since the last fill, drawn, with its dates.

use super::{chart, text};
use jiff::civil::Date;
use pump::PumpTime;
use therapy::audit::Audit;
use therapy::outlook::Outlook;
use therapy::{Value, date_in_words};
use twin::{RBig, Twin, civil};

/// Columns and rows of the reservoir curve.
const COLUMNS: usize = 72;
const ROWS: usize = 10;

pub(super) fn curve(audit: &Audit<'_>, twin: &Twin<'_>, outlook: &Outlook) -> String {
    let from = outlook.input.filled_at.0;
    let forecast = &outlook.forecast;
    let refill = forecast.refill_by.map(|by| by.date);
    let second = |date: Date| {
        from + date.to_datetime(jiff::civil::Time::midnight()).duration_since(start(from)).as_secs()
    };
    let refill_at = refill.map(second);
    let ends =
        [forecast.empty_at.map(|at| at.0), refill_at, Some(audit.now.0), forecast.alarm_at.map(|at| at.0)];
    // A reservoir that lasts for years is shown up to its refill date.
    let horizon = refill_at.unwrap_or(from).max(audit.now.0) + 100 * 86_400;
    let last =
        ends.into_iter().flatten().filter(|at| *at <= horizon).max().unwrap_or(from).max(from + 86_400);
    let columns = COLUMNS.min(text::width().saturating_sub(14));
    let step = (last - from) / i64::try_from(columns.max(2) - 1).unwrap_or(1) + 1;
    let at = |column: usize| PumpTime(from + step * i64::try_from(column).unwrap_or(0));
    let fill = twin.fill_volume().clone();
    let thousandths = |volume: &RBig| {
        let part = if fill > RBig::ZERO { volume / &fill * RBig::from(1_000) } else { RBig::ZERO };
        u32::try_from(part.trunc()).unwrap_or(0)
    };
    let heights: Vec<u32> = (0..columns).map(|column| thousandths(&twin.left_at(at(column)))).collect();
    let column =
        |second: i64| usize::try_from((second - from) / step).ok().filter(|column| *column < columns);
    let marked = [
        ('F', "filled", Some(from)),
        ('N', "looked at", Some(audit.now.0)),
        ('R', "refill by", refill_at),
        ('A', "alarm", forecast.alarm_at.map(|at| at.0)),
        ('X', "empty if the pump runs fast", forecast.early_empty_at.map(|at| at.0)),
        ('E', "empty", forecast.empty_at.map(|at| at.0)),
    ];
    let mut marks = Vec::new();
    let mut legend = Vec::new();
    for (sign, name, second) in marked {
        let Some(place) = second.and_then(column) else { continue };
        marks.push(chart::Mark { sign, column: place });
        let day = second.and_then(|second| civil(PumpTime(second))).map(|at| date_in_words(at.date()));
        legend.push(format!("{sign} {name} {}", day.unwrap_or_default()));
    }
    let top = Value::Volume(fill.clone()).to_string();
    let alarm = outlook.input.alarm_volume;
    let level = (thousandths(&RBig::from(alarm.nanolitres())), "alarm");
    let drawn = chart::bars(&heights, ROWS, (&top, "0\u{a0}mL"), Some(level), &marks);
    drawn + &text::paragraph(&legend.join("; "), 2)
}

fn start(second: i64) -> jiff::civil::DateTime {
    civil(PumpTime(second)).unwrap_or(jiff::civil::DateTime::ZERO)
}
