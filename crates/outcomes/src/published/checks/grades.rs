//! Means and spreads that values can or cannot have: of whole grades, of doses within a range, of doses at all.

use super::super::search::{moments, multisets};
use super::{Check, Data, Printed, Verdict, numbers, of_dose, of_value, shown, whole};
use crate::published::Value;

pub(super) fn checks(data: &Data) -> Vec<Check> {
    let mut all: Vec<Check> = data.values.iter().filter_map(mean_of_grades).collect();
    all.extend(data.values.iter().filter_map(spread_of_grades));
    all.extend(repeated(data));
    all.extend(dose_in_range(data));
    all.extend(dose_spread(data));
    all
}

/// Whether each patient has one whole grade on a measure, in the words of the rows.
fn whole_grades(row: &Value) -> bool {
    ["PSFS", "FIM", "Spasm frequency"].iter().any(|known| row.measure.starts_with(known))
}

/// A mean of n whole grades is a whole number by n.
fn mean_of_grades(row: &Value) -> Option<Check> {
    let (n, printed) = (whole(&row.n_timepoint)?, Printed::read(&row.value)?);
    if row.stat != "mean" || !whole_grades(row) {
        return None;
    }
    let fits = |n: u64| printed.rounds((printed.value * n as f64).round() / n as f64);
    let below = (printed.value * n as f64).floor();
    let (verdict, recomputed, how) = if fits(n) {
        let sum = (printed.value * n as f64).round();
        (Verdict::Agrees, shown(sum / n as f64, 3), format!("{sum} by {n}"))
    } else {
        let fewer = (1..n).rev().find(|n| fits(*n));
        let fewer = fewer.map(|fewer| format!("; {fewer} answers could have it")).unwrap_or_default();
        (
            Verdict::CannotBeRight,
            format!("{} or {}", shown(below / n as f64, 3), shown((below + 1.0) / n as f64, 3)),
            format!("no {n} whole grades have this mean{fewer}"),
        )
    };
    let printed = format!("{}, {}: mean {} of {n}", row.measure, row.timepoint, row.value);
    Some(of_value(row).check(printed, recomputed, verdict, how))
}

/// Beyond so many sets of grades nobody searches them all.
const PATIENTS_MOST: u64 = 10;

/// The spread that a few whole grades with this mean can have, by every set of them.
fn spread_of_grades(row: &Value) -> Option<Check> {
    let n = whole(&row.n_timepoint).filter(|n| *n <= PATIENTS_MOST)?;
    let (mean, spread) = (Printed::read(&row.value)?, Printed::read(&row.dispersion)?);
    if row.stat != "mean" || row.dispersion_type != "SD" || !whole_grades(row) {
        return None;
    }
    let [from, to] = numbers(&row.scale_range_stated)[..] else { return None };
    let grades: Vec<f64> = (from.value.round() as u32..=to.value.round() as u32).map(f64::from).collect();
    let sets = multisets(&grades, usize::try_from(n).ok()?);
    let spreads: Vec<f64> = sets
        .iter()
        .filter_map(|set| moments(set))
        .filter(|(found, _)| mean.rounds(*found))
        .map(|(_, spread)| spread)
        .collect();
    let near =
        |one: &&f64, other: &&f64| (**one - spread.value).abs().total_cmp(&(**other - spread.value).abs());
    let nearest = spreads.iter().min_by(near)?;
    let fits = spreads.iter().any(|found| spread.rounds(*found));
    let as_error = spreads.iter().any(|found| spread.rounds(found / (n as f64).sqrt()));
    let how = match (fits, as_error) {
        (true, _) => format!("one of all sets of {n} grades"),
        (false, true) => format!(
            "no set of {n} grades has this mean and standard deviation; as a standard error of the mean it fits"
        ),
        (false, false) => format!("no set of {n} grades has this mean and standard deviation"),
    };
    Some(of_value(row).check(
        format!(
            "{}, {}: mean {}, SD {}, {n} patients",
            row.measure, row.timepoint, row.value, row.dispersion
        ),
        format!("nearest {}", shown(*nearest, 3)),
        if fits { Verdict::Agrees } else { Verdict::CannotBeRight },
        how,
    ))
}

/// McCormick 2016: two measures with the same mean and the same spread.
fn repeated(data: &Data) -> Option<Check> {
    let of = |measure: &str| {
        data.values
            .iter()
            .find(|row| row.study == "McCormick" && row.measure == measure && row.population.ends_with("ITB"))
    };
    let (frequency, severity) = (of("PSFS frequency")?, of("PSFS severity")?);
    let alike = (&frequency.value, &frequency.dispersion) == (&severity.value, &severity.dispersion);
    Some(of_value(severity).check(
        format!("{}: mean {}, SD {}", severity.measure, severity.value, severity.dispersion),
        format!("{}: mean {}, SD {}", frequency.measure, frequency.value, frequency.dispersion),
        if alike { Verdict::Doubtful } else { Verdict::Agrees },
        "two scales with other grades, and to two decimals the same mean and spread",
    ))
}

/// The largest standard deviation of n values with this mean from `low` to `high` (Bhatia and Davis).
fn spread_most(mean: f64, low: f64, high: f64, n: f64) -> f64 {
    ((high - mean) * (mean - low) * n / (n - 1.0)).max(0.0).sqrt()
}

/// Pucks-Faes 2019: the spread of seven doses, and the range they are printed with.
fn dose_in_range(data: &Data) -> Option<Check> {
    let row = data.doses.iter().find(|row| row.study == "Pucks-Faes")?;
    let (n, mean, spread) =
        (whole(&row.n)?, Printed::read(&row.dose_ug_per_day)?, Printed::read(&row.dispersion)?);
    let [low, high, ..] = numbers(&row.note)[..] else { return None };
    // The largest for any mean that rounds to the printed one.
    let middle = f64::midpoint(low.value, high.value);
    let best = middle.clamp(mean.value - mean.half(), mean.value + mean.half());
    let most = spread_most(best, low.value, high.value, n as f64);
    Some(of_dose(row).check(
        format!("mean {}, SD {}, range {}-{}, {n} patients", mean.value, spread.value, low.value, high.value),
        format!("SD at most {}", shown(most, 1)),
        if spread.value - spread.half() <= most { Verdict::Agrees } else { Verdict::CannotBeRight },
        "the largest spread of values within the range with this mean; as quartiles the range fits",
    ))
}

/// Above this, in micrograms per 24 hours, no series here prints any dose.
fn dose_most(data: &Data) -> f64 {
    let printed = data.doses.iter().filter(|row| row.dispersion_type == "range");
    printed
        .flat_map(|row| numbers(&row.dispersion))
        .map(|number| number.value)
        .filter(|dose| *dose < 100_000.0)
        .fold(0.0, f64::max)
}

/// McCormick 2016: a spread that is far larger than the mean, of doses, which are never below 0.
fn dose_spread(data: &Data) -> Option<Check> {
    let row = data.doses.iter().find(|row| row.study == "McCormick")?;
    let (n, mean, spread) =
        (whole(&row.n)?, Printed::read(&row.dose_ug_per_day)?, Printed::read(&row.dispersion)?);
    let n = n as f64;
    // The bound of `spread_most` from 0 on, solved for the largest value.
    let largest = mean.value + spread.value.powi(2) * (n - 1.0) / (n * mean.value);
    let known = dose_most(data);
    let verdict = if spread.value > spread_most(mean.value, 0.0, mean.value * n, n) {
        Verdict::CannotBeRight
    } else if largest > known {
        Verdict::Doubtful
    } else {
        Verdict::Agrees
    };
    Some(of_dose(row).check(
        format!("mean {}, SD {}, {n} patients", mean.value, spread.value),
        format!("one dose at least of {}", shown(largest, 0)),
        verdict,
        format!("no dose is below 0; the largest dose that another series prints is {}", shown(known, 0)),
    ))
}
