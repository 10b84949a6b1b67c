//! Sums, shares and rates.

use super::{
    Check, Data, Printed, Verdict, numbers, of_complication, of_dose, of_value, same, shown, whole, wholes,
};
use crate::published::{Complication, flows};
use crate::rates::{incidence, proportion};

const LEVEL: f64 = 0.95;

pub(super) fn checks(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    all.extend(cohort_of_24(data));
    all.extend(data.complications.iter().flat_map(shares));
    all.extend(parts(data));
    all.extend(heetla(data));
    all.extend(borrini(data));
    all.extend(ascenda_median(data));
    all.extend(stetkarova(data));
    all.extend(nice());
    all.extend(nice_counts(data));
    all
}

fn percent(part: u64, whole: u64) -> f64 {
    part as f64 * 100.0 / whole as f64
}

/// Vanekova 2019: parts of the cohort, and how many deaths there may be where none was seen.
fn cohort_of_24(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    if let Some(row) = data.values.iter().find(|row| row.study == "Vanekova" && row.measure == "age y") {
        let (parts, n) = (wholes(&row.population), whole(&row.n).unwrap_or_default());
        let sum: u64 = parts.iter().sum();
        let how = "the causes add up to the patients";
        all.push(of_value(row).check(
            format!("{} of {n}", row.population),
            sum.to_string(),
            same(n, sum),
            how,
        ));
    }
    if let Some(row) = data.complication("Vanekova", "death")
        && let (Some(deaths), Some(n)) = (whole(&row.events), whole(&row.n_patients))
        && let Ok(found) = proportion(deaths, n, LEVEL)
    {
        let (low, high) = found.clopper_pearson;
        all.push(of_complication(row).check(
            format!("{deaths} deaths in {n}"),
            format!(
                "{} % ({} to {})",
                shown(found.share * 100.0, 1),
                shown(low * 100.0, 1),
                shown(high * 100.0, 1)
            ),
            Verdict::Agrees,
            "Clopper and Pearson's exact 95 % interval: none seen is not none",
        ));
    }
    all
}

/// The percentages of a row: of its patients or procedures where both counts are printed; else whether any whole number of its
/// patients gives them.
fn shares(row: &Complication) -> Vec<Check> {
    let mut all = Vec::new();
    // What is no share of patients or procedures, or a bound.
    let other = |part: &str| ["device", "model", "except", "just"].iter().any(|word| part.contains(word));
    for part in row.percent_reported.split(';').map(str::trim).filter(|part| !other(part)) {
        let (Some(printed), Some(n)) = (numbers(part).first().copied(), whole(&row.n_patients)) else {
            continue;
        };
        let procedures = wholes(&row.exposure).last().copied().filter(|_| part.contains("procedure"));
        let of_events = part.contains("events") || procedures.is_some();
        let count = if of_events { &row.events } else { &row.patients };
        let of = procedures.unwrap_or(n);
        let text = format!("{}: {}", row.event, part);
        if let Some(count) = whole(count) {
            let value = percent(count, of);
            let how = format!("{count} of {of}");
            all.push(of_complication(row).check(
                text,
                format!("{} %", shown(value, 2)),
                printed.verdict(value),
                how,
            ));
        } else if percent(1, of) > 2.0 * printed.half() {
            // Otherwise some whole number fits whatever is printed.
            let nearest = (printed.value * of as f64 / 100.0).round() as u64;
            let value = percent(nearest, of);
            let verdict = printed.verdict(value);
            let how = format!("the whole number of {of} that comes nearest: {nearest}");
            all.push(of_complication(row).check(text, format!("{} %", shown(value, 2)), verdict, how));
        }
    }
    all
}

/// Wholes that are printed with their parts.
fn parts(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    let mut add = |row: &Complication, printed: String, whole: u64, parts: &[u64], how: &str| {
        let sum: u64 = parts.iter().sum();
        let terms = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ");
        all.push(of_complication(row).check(printed, format!("{terms} = {sum}"), same(whole, sum), how));
    };
    if let Some(row) = data.complication("Penn", "death (underlying")
        && let Some(n) = whole(&row.n_patients)
    {
        add(row, format!("{n} implanted: {}", row.note), n, &wholes(&row.note), "what became of each");
    }
    for row in data.complications.iter().filter(|row| row.study.starts_with("Vender")) {
        if let Some(events) = whole(&row.events) {
            add(row, format!("{}: {events}", row.event), events, &wholes(&row.note), "children and adults");
        }
    }
    if let Some(row) = data.complication("Ascenda", "catheter")
        && let Some(events) = whole(&row.events)
    {
        let kinds: Vec<u64> = wholes(&row.note).into_iter().take(4).collect();
        add(row, format!("{events} events: {}", row.note), events, &kinds, "events by kind");
    }
    let as_treated: Vec<&Complication> =
        data.complications.iter().filter(|row| row.study == "Creamer SISTERS").collect();
    let randomised: Vec<u64> =
        ["stroke RCT ITB", "stroke RCT CMM"].iter().filter_map(|arm| arm_of(data, arm)).collect();
    if let [one, other] = as_treated.as_slice() {
        let treated: Vec<u64> = [one, other].iter().filter_map(|row| whole(&row.n_patients)).collect();
        let n = randomised.iter().sum();
        add(one, format!("{n} randomised, as treated"), n, &treated, "patients of both arms");
    }
    all.extend(vender_procedures(data));
    all.extend(data.values.iter().find(|row| row.study == "Coffey").and_then(|row| {
        let (parts, n) = (wholes(&row.population), wholes(&row.note).first().copied()?);
        let sum: u64 = parts.iter().sum();
        let printed = format!("{n} screened: {}", row.population);
        Some(of_value(row).check(
            printed,
            sum.to_string(),
            same(n, sum),
            "the causes add up to those screened",
        ))
    }));
    all
}

fn arm_of(data: &Data, arm: &str) -> Option<u64> {
    whole(&data.values.iter().find(|row| row.study == "Creamer SISTERS" && row.population == arm)?.n)
}

/// Vender 2006: procedures that are listed are at most all procedures.
fn vender_procedures(data: &Data) -> Option<Check> {
    let own = || data.complications.iter().filter(|row| row.study.starts_with("Vender"));
    let row = own().next()?;
    let all = wholes(&row.exposure).last().copied()?;
    let new: u64 = wholes(&row.population).iter().take(2).sum();
    let listed: u64 = new + own().filter_map(|row| whole(&row.events)).sum::<u64>();
    let verdict = if listed <= all { Verdict::Agrees } else { Verdict::CannotBeRight };
    Some(of_complication(row).check(
        format!("{all} procedures"),
        format!("{listed} listed"),
        verdict,
        format!(
            "{new} new implants, revisions and replacements; {} more of other kinds",
            all.saturating_sub(listed)
        ),
    ))
}

/// Heetla 2009: a complication "once per 10.5 years" of 116 pump-years; and who had tolerance.
fn heetla(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    if let Some(row) = data.complication("Heetla", "pump-related")
        && let (Some(years), Some(apart), Some(events)) = (
            numbers(&row.exposure).first(),
            numbers(&row.rate_reported).first(),
            whole(&row.events).filter(|events| *events > 1),
        )
        && let Ok(rate) = incidence(events, years.value, LEVEL)
    {
        let (low, high) = rate.exact;
        all.push(of_complication(row).check(
            format!("{}, {} pump-years", row.rate_reported, years.value),
            format!(
                "{events} events: once per {} y, {} per 100 years ({} to {})",
                shown(1.0 / rate.rate, 2),
                shown(rate.rate * 100.0, 2),
                shown(low * 100.0, 2),
                shown(high * 100.0, 2)
            ),
            apart.verdict(1.0 / rate.rate),
            if [events - 1, events + 1].iter().any(|other| apart.rounds(years.value / *other as f64)) {
                "a whole number of events that gives the printed time between two; others do too"
            } else {
                "the only whole number of events that gives the printed time between two"
            },
        ));
    }
    if let Some(row) = data.doses.iter().find(|row| row.study == "Heetla")
        && let Some((_, text)) = row.note.split_once(" in ")
        && let (Some(n), Some([.., count, printed])) =
            (whole(&row.n), numbers(text).get(..).filter(|all| all.len() >= 2))
    {
        let value = percent(count.value.round() as u64, n);
        let (text, how) = (format!("tolerance in {} = {} %", count.value, printed.value), format!("of {n}"));
        all.push(of_dose(row).check(text, format!("{} %", shown(value, 2)), printed.verdict(value), how));
    }
    all
}

/// Borrini 2014: a rate per month, and the kinds of events in per cent of them.
fn borrini(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    let Some(row) = data.complication("Borrini", "any") else { return all };
    let (Some(events), Some(n)) = (whole(&row.events), whole(&row.n_patients)) else { return all };
    if let Some(rate) = numbers(&row.rate_reported).first().copied() {
        // All patients for all of one year is the most that can be; those implanted in it bring less.
        let most = n as f64 * 12.0;
        let least_time = events as f64 / (rate.value + rate.half());
        let verdict = if least_time <= most { Verdict::Agrees } else { Verdict::CannotBeRight };
        all.push(of_complication(row).check(
            format!("{events} events, {}", row.rate_reported),
            format!("{} pump-months, of at most {most}", shown(events as f64 / rate.value, 0)),
            verdict,
            format!("time is not printed: events by the rate; {n} patients in one year bring at most 12 months each"),
        ));
    }
    if let [surgical, device, drug, operated, new, replaced, ..] = numbers(&row.note).as_slice() {
        let near = |printed: &Printed| (printed.value * events as f64 / 100.0).round() as u64;
        let counts = [surgical, device, drug].map(near);
        let fit = [surgical, device, drug]
            .iter()
            .zip(counts)
            .all(|(printed, count)| printed.rounds(percent(count, events)));
        let sum: u64 = counts.iter().sum();
        let verdict = if fit { same(events, sum) } else { Verdict::CannotBeRight };
        all.push(of_complication(row).check(
            format!("{} %, {} %, {} % of {events}", surgical.value, device.value, drug.value),
            format!("{} + {} + {} = {sum}", counts[0], counts[1], counts[2]),
            verdict,
            "whole events behind the percentages",
        ));
        let sum = (new.value + replaced.value).round() as u64;
        all.push(of_complication(row).check(
            format!("{} operated: {} new, {} replacement", operated.value, new.value, replaced.value),
            sum.to_string(),
            same(operated.value.round() as u64, sum),
            "new and replaced pumps",
        ));
    }
    all
}

/// Ascenda 2021: the median of nine times of which three are known only to lie between others.
fn ascenda_median(data: &Data) -> Option<Check> {
    let row = data.complication("Ascenda", "catheter")?;
    let printed = numbers(&row.note).last().copied()?;
    let events = super::super::catheter_events();
    let known: Vec<f64> = events.iter().filter_map(|event| event.month_after_implant.parse().ok()).collect();
    let unknown = events.len() - known.len();
    let occlusions = events.iter().filter(|event| event.event == "occlusion");
    let of_occlusions: Vec<f64> =
        occlusions.filter_map(|event| event.month_after_implant.parse().ok()).collect();
    let least = of_occlusions.iter().copied().fold(f64::INFINITY, f64::min);
    let most = of_occlusions.iter().copied().fold(0.0, f64::max);
    let middle = |fill: f64| {
        let mut all = known.clone();
        all.extend(std::iter::repeat_n(fill, unknown));
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied()
    };
    let (low, high) = (middle(least)?, middle(most)?);
    let fits = low <= printed.value + printed.half() && high >= printed.value - printed.half();
    Some(of_complication(row).check(
        format!("median {} months", printed.value),
        format!("between {low} and {high}"),
        if fits { Verdict::Agrees } else { Verdict::CannotBeRight },
        format!("{} times are known, {unknown} lie between {least} and {most} months: no curve is drawn from them", known.len()),
    ))
}

/// Stetkarova 2010: kinds of complications and their sum.
fn stetkarova(data: &Data) -> Vec<Check> {
    let mut all = Vec::new();
    let Some(row) = data.complication("Stetkarova", "all") else { return all };
    let Some(printed) = whole(&row.events) else { return all };
    if let [surgery, surgery_share, pump, pump_share, catheter, catheter_share, ..] =
        numbers(&row.note).as_slice()
    {
        let counts = [surgery, pump, catheter].map(|count| count.value.round() as u64);
        let sum: u64 = counts.iter().sum();
        all.push(of_complication(row).check(
            format!("{printed} complications"),
            format!("{} + {} + {} = {sum}", counts[0], counts[1], counts[2]),
            same(printed, sum),
            "surgery, pump and catheter; the percentages are of the printed sum",
        ));
        for (count, share) in counts.iter().zip([surgery_share, pump_share, catheter_share]) {
            let value = percent(*count, printed);
            let text = format!("{count} are {} %", share.value);
            let how = format!("of {printed}");
            all.push(of_complication(row).check(
                text,
                format!("{} %", shown(value, 2)),
                share.verdict(value),
                how,
            ));
        }
    }
    if let (Some(implants), Some(rate)) = (wholes(&row.exposure).first(), numbers(&row.rate_reported).first())
    {
        let value = printed as f64 / *implants as f64;
        let how = format!("{printed} of {implants} implants");
        all.push(of_complication(row).check(
            row.rate_reported.clone(),
            shown(value, 4),
            rate.verdict(value),
            how,
        ));
    }
    all
}

/// NICE CG145, table L.1: totals of three studies, and tests by their result.
fn nice() -> Vec<Check> {
    let rows = flows();
    let from = |url: &str, printed: String, found: u64, whole: u64, how: &str| {
        super::From { study: "NICE CG145, table L.1", year: "", url }.check(
            printed,
            found.to_string(),
            same(whole, found),
            how,
        )
    };
    let mut all = Vec::new();
    for row in &rows {
        let parts: Vec<u64> =
            [&row.hoving, &row.gilmartin_krach, &row.awaad].iter().filter_map(|part| whole(part)).collect();
        if let Some(total) = whole(&row.total) {
            let how = "sum of the studies that say it";
            all.push(from(&row.source_url, format!("{}: {total}", row.row), parts.iter().sum(), total, how));
        }
    }
    let total = |name: &str| rows.iter().find(|row| row.row == name).and_then(|row| whole(&row.total));
    if let (Some(positive), Some(negative), Some(doses), Some(first)) =
        (total("positive tests"), total("negative tests"), total("single doses"), rows.first())
    {
        let printed = format!("{doses} single doses");
        let how = "positive and negative tests";
        all.push(from(&first.source_url, printed, positive + negative, doses, how));
    }
    all
}

/// NICE CG145, table 8.2: numbers of patients in the body of the table and in its footnotes.
fn nice_counts(data: &Data) -> Vec<Check> {
    let of = |row: &&crate::published::Value| row.study == "Gilmartin" && row.note.contains("header counts");
    let rows = data.values.iter().filter(of);
    let check = |(place, row): (usize, &crate::published::Value)| {
        let (body, (_, heads)) = (whole(&row.n_timepoint)?, row.note.split_once('(')?);
        let head = wholes(heads).get(place).copied()?;
        let printed = format!("{} at {}: {body} patients", row.measure, row.timepoint);
        Some(of_value(row).check(
            printed,
            head.to_string(),
            same(head, body),
            "the other count of the same table",
        ))
    };
    rows.enumerate().filter_map(check).collect()
}
