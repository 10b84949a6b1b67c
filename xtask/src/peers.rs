//! `cargo xtask peers`: the statistics beside `SciPy` and R, on the same data in one run; and whole cohorts, which have no peer.
//!
//! Nothing is judged by a limit: it prints how long each took, how many times as long as ours, and whether the numbers are
//! the same. Where a peer computes something else, such as the distribution without ties, that is seen in the last column.

use crate::shell::{self, cargo};
use crate::web;
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Debian packages of R and of what is asked there.
const PACKAGES: [&str; 5] =
    ["r-base-core", "r-cran-survival", "r-cran-coin", "r-cran-exactranktests", "r-cran-cmprsk"];
const CHECK: &str = "q(status = !all(sapply(c('survival','coin','exactRankTests','cmprsk'), requireNamespace, quietly = TRUE)))";

/// Sizes of cohorts.
const COHORTS: [u32; 4] = [1_000, 10_000, 100_000, 200_000];

/// Numbers that differ by less than this share of the larger are the same.
const SAME: f64 = 1e-9;

pub(crate) fn run() -> Result<()> {
    if !shell::heard(web::words("Rscript", &["--vanilla", "-e", CHECK])).is_ok_and(|(good, _)| good) {
        web::install(&PACKAGES)?;
    }
    let python = web::python("peers-requirements.txt", "tools/peers")?.join("bin/python");
    shell::run(cargo(["build", "--release", "--locked", "-p", "outcomes", "--example", "peers"]))?;
    let (program, data) = (shell::target().join("release/examples/peers"), shell::target().join("peers"));
    let with = |program: &Path, words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words);
        command
    };
    let mut write = with(&program, &["write"]);
    write.arg(&data);
    shell::run(write)?;
    println!("load before: {}", load());
    let script = |name: &str| shell::root().join("xtask/tools").join(name);
    let lines = |mut command: Command| {
        command.arg(&data);
        println!("$ {}", shell::shown(&command));
        shell::answer(command).and_then(|text| read(&text))
    };
    let ours = lines(with(&program, &["time"]))?;
    let mut scipy = with(&python, &[]);
    scipy.arg(script("peers.py"));
    let scipy = lines(scipy)?;
    let mut r = with(Path::new("Rscript"), &["--vanilla"]);
    r.arg(script("peers.R"));
    let r = lines(r)?;
    println!("load after: {}\n", load());
    for lines in [&scipy, &r] {
        println!("{}", lines.first().and_then(|line| value(line, "program").as_str()).unwrap_or_default());
    }
    println!("\n{}", table(&ours, &scipy, &r)?);
    println!(
        "Cohorts: one report of invented people, which no other program makes. Load before: {}\n",
        load()
    );
    println!(
        "| people | scores | doses | report | people in memory | most memory |\n|---:|---:|---:|---:|---:|---:|"
    );
    for people in COHORTS {
        let answer = shell::answer(with(&program, &["cohort", &people.to_string()]))?;
        let line: Value = serde_json::from_str(&answer).context("a cohort answered no JSON")?;
        println!(
            "| {people} | {} | {} | {} | {} MB | {} MB |",
            value(&line, "scores"),
            value(&line, "doses"),
            time(value(&line, "seconds").as_f64().context("no time")?),
            value(&line, "people-megabytes"),
            value(&line, "peak-megabytes"),
        );
    }
    Ok(())
}

/// How busy the machine is: timings beside other work say little.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

fn read(text: &str) -> Result<Vec<Value>> {
    text.lines().map(|line| serde_json::from_str(line).with_context(|| line.to_owned())).collect()
}

/// What a line says of something; null if it says nothing.
fn value<'a>(line: &'a Value, name: &str) -> &'a Value {
    line.get(name).unwrap_or(&Value::Null)
}

/// A line for each way in which a peer answers a case: the first of each peer side by side, the others below.
fn table(ours: &[Value], scipy: &[Value], r: &[Value]) -> Result<String> {
    let by_case = |lines: &'_ [Value]| {
        let mut cases: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for line in lines {
            if let Some(case) = value(line, "case").as_str() {
                cases.entry(case.to_owned()).or_default().push(line.clone());
            }
        }
        cases
    };
    let (scipy, r) = (by_case(scipy), by_case(r));
    let mut text = "| case | thecal | SciPy | R | SciPy/thecal | R/thecal | same result? |\n\
                    |---|---:|---:|---:|---:|---:|---|\n"
        .to_owned();
    for own in ours {
        let case = value(own, "case").as_str().context("a line without a case")?;
        let seconds = value(own, "seconds").as_f64().context("a line without a time")?;
        let none = Vec::new();
        let (from_scipy, from_r) = (scipy.get(case).unwrap_or(&none), r.get(case).unwrap_or(&none));
        for place in 0..from_scipy.len().max(from_r.len()).max(1) {
            let peers = [from_scipy.get(place), from_r.get(place)];
            let times = peers.map(|peer| peer.and_then(|peer| value(peer, "seconds").as_f64()));
            let ratio = |time: Option<f64>| time.map_or_else(|| "–".to_owned(), |time| ratio(time / seconds));
            let shown = |time_of: Option<f64>| time_of.map_or_else(|| "–".to_owned(), time);
            let same: Vec<String> = peers.iter().flatten().map(|peer| compared(own, peer)).collect();
            let (name, mine) = if place == 0 { (case, time(seconds)) } else { ("", String::new()) };
            let [one, other] = times;
            text.push_str(&format!(
                "| {name} | {mine} | {} | {} | {} | {} | {} |\n",
                shown(one),
                shown(other),
                ratio(one),
                ratio(other),
                same.join("; ")
            ));
        }
    }
    Ok(text)
}

/// Whether a peer has our numbers, and which it has otherwise.
fn compared(own: &Value, peer: &Value) -> String {
    let by = value(peer, "by").as_str().unwrap_or_default();
    if let Some(why) = value(peer, "refused").as_str() {
        return format!("{by}: refuses: {why}");
    }
    let Some(values) = value(peer, "values").as_object().filter(|values| !values.is_empty()) else {
        return format!("{by}: no number");
    };
    let other: Vec<String> = values
        .iter()
        .map(|(name, theirs)| (name, theirs, value(value(own, "values"), name)))
        .filter(|(_, theirs, ours)| !same(ours.as_f64(), theirs.as_f64()))
        .map(|(name, theirs, ours)| format!("{name} {theirs}, ours {ours}"))
        .collect();
    if other.is_empty() { format!("{by}: same") } else { format!("{by}: OTHER: {}", other.join(", ")) }
}

fn same(one: Option<f64>, other: Option<f64>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    (one - other).abs() <= SAME * one.abs().max(other.abs()).max(f64::MIN_POSITIVE)
}

fn ratio(times: f64) -> String {
    if times >= 10.0 { format!("{times:.0}") } else { format!("{times:.1}") }
}

fn time(seconds: f64) -> String {
    let (number, unit) = match seconds {
        seconds if seconds < 1e-3 => (seconds * 1e6, "µs"),
        seconds if seconds < 1.0 => (seconds * 1e3, "ms"),
        seconds => (seconds, "s"),
    };
    let decimals = if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    format!("{number:.decimals$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_differs_is_shown() {
        let ours = [
            json!({ "case": "a", "seconds": 1e-5, "values": { "p": 0.25, "w": 3 } }),
            json!({ "case": "b", "seconds": 2.0, "values": { "p": 0.5 } }),
        ];
        let scipy = [
            json!({ "program": "S" }),
            json!({ "case": "a", "by": "exact", "seconds": 1e-3, "values": { "p": 0.26, "w": 3 } }),
        ];
        let r = [
            json!({ "case": "a", "by": "one", "seconds": 2e-5, "values": { "p": 0.25 } }),
            json!({ "case": "a", "by": "two", "refused": "no" }),
        ];
        let text = table(&ours, &scipy, &r).expect("a table");
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "| a | 10.0 µs | 1.00 ms | 20.0 µs | 100 | 2.0 | exact: OTHER: p 0.26, ours 0.25; one: same |",
                "|  |  | – | – | – | – | two: refuses: no |",
                "| b | 2.00 s | – | – | – | – |  |",
            ]
        );
    }

    #[test]
    fn nearly_the_same_is_the_same_and_nothing_is_not() {
        assert!(same(Some(0.1), Some(0.1 + 1e-12)));
        assert!(same(Some(0.0), Some(0.0)));
        assert!(!same(Some(1e-80), Some(2e-80)));
        assert!(!same(None, Some(0.0)));
        assert_eq!([2.5e-6, 0.0125, 312.0].map(time), ["2.50 µs", "12.5 ms", "312 s"]);
    }
}
