//! p values that tests can or cannot give.

use super::super::search::{Middle, moments, multisets, reconstructions, signed};
use super::{Check, Data, Printed, Verdict, numbers, of_value, shown_p, whole, wholes};
use crate::describe::{Confidence, Pairs, paired_t};
use crate::published::Value;
use std::collections::BTreeSet;

pub(super) fn checks(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    all.extend(all_improved(data));
    all.extend(smallest(data));
    all.extend(some_improved(data));
    let grades = [0.0, 1.0, 1.5, 2.0, 3.0, 4.0];
    all.extend(reconstructed(data, "MAS", &grades));
    all.extend(reconstructed(data, "Reflex scale", &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]));
    all.extend(ten_grades(data));
    all
}

/// The smallest two-sided p of the signed-rank test of so many patients: exact, and by the normal approximation without
/// continuity correction. All change in one direction; the approximation is smallest if all change alike.
fn least(n: u64) -> Option<(f64, f64)> {
    let n = usize::try_from(n).ok()?;
    Some((crate::ranks::smallest_p(n), signed(&vec![1.0; n])?.normal.p))
}

/// Vanekova 2019: "significant, all patients improved", in 24.
fn all_improved(data: &Data) -> Option<Check> {
    let row = data.values.iter().find(|row| row.study == "Vanekova" && row.measure == "Ashworth")?;
    let n = whole(&row.n_timepoint)?;
    let test = signed(&vec![1.0; usize::try_from(n).ok()?])?;
    let p = test.exact.as_ref().ok()?.two_sided;
    Some(of_value(row).check(
        format!("{}: {}", row.measure, row.p_reported.replace('"', "")),
        format!("p {} = {}", test.fraction()?, shown_p(p)),
        if p < 0.05 { Verdict::Agrees } else { Verdict::CannotBeRight },
        format!("exact two-sided signed-rank test if all {n} improved, whatever the sizes"),
    ))
}

/// p as printed: "<0.001" or "0.046", and whether it is a bound.
fn printed_p(row: &Value) -> Option<(Printed, bool)> {
    let p = numbers(&row.p_reported).first().copied().filter(|p| p.value < 1.0)?;
    Some((p, row.p_reported.trim_start().starts_with('<')))
}

/// A p value of a change within few patients that is smaller than any signed-rank test of so many can give.
fn smallest(data: &Data) -> Vec<Check> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for row in &data.values {
        let (Some(n), Some((p, bound))) = (whole(&row.n_timepoint), printed_p(row)) else { continue };
        // What has a check of its own.
        if row.study == "Yilmaz" && row.measure == "MAS" {
            continue;
        }
        // Trials print p between groups; reviews print that of other papers.
        if row.population.contains("RCT ")
            || row.population.contains("survey")
            || row.population.contains("studies")
        {
            continue;
        }
        let Some((exact, normal)) = least(n) else { continue };
        let most = if bound { p.value } else { p.value + p.half() };
        // A bound is below the printed number, not at it.
        let reaches = |least: f64| least < most;
        let named = row.p_reported.contains("Wilcoxon");
        let enough = reaches(exact);
        if enough && !named {
            continue;
        }
        // Rows before and after tell the same p.
        let measure = row.measure.split(" (").next();
        if !seen.insert((&row.study, &row.year, measure, &row.site, n, &row.p_reported)) {
            continue;
        }
        let verdict = match (enough, named, reaches(normal)) {
            (true, ..) => Verdict::Agrees,
            (false, true, false) => Verdict::CannotBeRight,
            _ => Verdict::OnlyApproximate,
        };
        let how = match verdict {
            Verdict::Agrees => "the smallest p of the signed-rank test allows it".to_owned(),
            Verdict::CannotBeRight => format!(
                "the smallest p of the signed-rank test of {n}, exact and by the normal approximation: more than one value \
                 of a patient, or another test"
            ),
            _ => format!(
                "the smallest p of the signed-rank test of {n}, exact and by the normal approximation: at most a test that \
                 takes grades as even steps, such as the paired t test"
            ),
        };
        let site = if row.site.is_empty() { String::new() } else { format!(", {}", row.site) };
        all.push(of_value(row).check(
            format!("{}{site}: p {}, {n} patients", row.measure, row.p_reported),
            format!("at least {} ({})", shown_p(exact), shown_p(normal)),
            verdict,
            how,
        ));
    }
    all
}

/// McClelland 2008: a p value, and how many of how many improved.
fn some_improved(data: &Data) -> Option<Check> {
    let row = data.values.iter().find(|row| row.study == "McClelland" && row.note.contains(" improved"))?;
    let (better, n) = match wholes(&row.note)[..] {
        [better, n, ..] => (better, n),
        _ => return None,
    };
    let (p, _) = printed_p(row)?;
    let (exact, normal) = least(better)?;
    let reaches = |least: f64| least <= p.value + p.half();
    let verdict = if reaches(exact) { Verdict::Agrees } else { Verdict::OnlyApproximate };
    Some(of_value(row).check(
        format!("{}: p {}, {better} of {n} improved", row.measure, row.p_reported),
        format!("at least {} ({})", shown_p(exact), shown_p(normal)),
        verdict,
        format!(
            "signed-rank test of {better} that changed, exact and by the normal approximation, if no other got worse: at most \
             a test that takes points as even steps, such as the paired t test"
        ),
    ))
}

fn middle(row: &Value) -> Option<Middle> {
    let [lower, upper] = numbers(&row.dispersion)[..] else { return None };
    Some(Middle { median: row.value.parse().ok()?, lower: lower.value, upper: upper.value })
}

/// Pucks-Faes 2019: medians and quartiles of seven patients, and the rows that have them with the printed p.
fn reconstructed(data: &Data, measure: &str, grades: &[f64]) -> Option<Check> {
    let mut rows = data.values.iter().filter(|row| row.study == "Pucks-Faes" && row.measure == measure);
    let (before, after) = (rows.next()?, rows.next()?);
    let (p, _) = printed_p(before)?;
    let found = reconstructions(grades, middle(before)?, middle(after)?, p.value);
    let printed = format!(
        "{measure}: {} ({}) to {} ({}), p {}, {} patients",
        before.value, before.dispersion, after.value, after.dispersion, before.p_reported, before.n
    );
    let [(kind, rows)] = found.as_slice() else {
        let how = "every set of rows of 3 to 7 patients, by every definition of quartiles";
        return Some(of_value(before).check(
            printed,
            format!("{} sets of rows", found.len()),
            Verdict::Doubtful,
            how,
        ));
    };
    let changes: Vec<f64> = rows.iter().map(|(one, other)| one - other).collect();
    let test = signed(&changes)?;
    let exact = test.exact.as_ref().ok()?.two_sided;
    let agrees = p.rounds(exact) && whole(&before.n) == u64::try_from(rows.len()).ok();
    Some(of_value(before).check(
        printed,
        format!("{} patients, exact p {} = {}", rows.len(), test.fraction()?, shown_p(exact)),
        if agrees { Verdict::Agrees } else { Verdict::OnlyApproximate },
        format!(
            "of every set of rows of 3 to 7 patients one has these medians, quartiles and p: {}; quartiles of {}, p {} by the \
             normal approximation without continuity correction",
            rows.iter().map(|(one, other)| format!("{one} to {other}")).collect::<Vec<_>>().join(", "),
            kind.name(),
            shown_p(test.normal.p)
        ),
    ))
}

/// Yilmaz 2018: ten grades of which mean and spread leave one set; and tests of them.
fn ten_grades(data: &Data) -> Option<Check> {
    let mut rows = data.values.iter().filter(|row| row.study == "Yilmaz" && row.measure == "MAS");
    let (before, after) = (rows.next()?, rows.next()?);
    let n = usize::try_from(whole(&before.n_timepoint)?).ok()?;
    let grades = [0.0, 1.0, 2.0, 3.0, 4.0];
    let sets = |row: &Value| -> Option<Vec<Vec<f64>>> {
        let (mean, spread) = (Printed::read(&row.value)?, Printed::read(&row.dispersion)?);
        let fits = |set: &Vec<f64>| {
            moments(set).is_some_and(|(one, other)| mean.rounds(one) && spread.rounds(other))
        };
        Some(multisets(&grades, n).into_iter().filter(fits).collect())
    };
    let (first, second) = (sets(before)?, sets(after)?);
    let ([one], [other]) = (first.as_slice(), second.as_slice()) else { return None };
    let pairs: Vec<(Option<f64>, Option<f64>)> =
        one.iter().zip(other).map(|(one, other)| (Some(*one), Some(*other))).collect();
    let student = paired_t(&Pairs::of(&pairs).ok()?, Confidence::default()).test.ok()?;
    let changes: Vec<f64> = one.iter().zip(other).map(|(one, other)| one - other).collect();
    let test = signed(&changes)?;
    let exact = test.exact.as_ref().ok()?.two_sided;
    let (p, _) = printed_p(before)?;
    let verdict = if exact < p.value {
        Verdict::Agrees
    } else if test.normal.p < p.value || student.p < p.value {
        Verdict::OnlyApproximate
    } else {
        Verdict::CannotBeRight
    };
    Some(of_value(before).check(
        format!("{}: mean {} SD {}, p {}", before.measure, before.value, before.dispersion, before.p_reported),
        format!("exact p {} = {}", test.fraction()?, shown_p(exact)),
        verdict,
        format!(
            "one set of {n} whole grades has this mean and spread: signed-rank test p {} exact, {} by the normal \
             approximation; paired t test p {}",
            shown_p(exact),
            shown_p(test.normal.p),
            shown_p(student.p)
        ),
    ))
}
