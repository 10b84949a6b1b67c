//! Each rule fires where it should and is silent where it should not: R-RUL-2.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod bedside;

use bedside::*;
use std::collections::BTreeSet;
use therapy::Level::{self, Hard, Note, Soft};
use therapy::Rule;

/// A rule at a level, lines in which it fires, and nearly the same lines in which it does not.
struct Case(&'static str, Level, Vec<String>, Vec<String>);

fn case(rule: &'static str, level: Level, fires: Vec<String>, silent: Vec<String>) -> Case {
    Case(rule, level, fires, silent)
}

/// One line after a pump was found.
fn then(line: &str) -> Vec<String> {
    vec![found(), at(6, "09:00", line)]
}

/// One program order a day after a pump was found.
fn dose(dose: &str, more: &str) -> Vec<String> {
    vec![found(), order("o", 6, "09:00", dose, more)]
}

fn run(keys: &str) -> Vec<String> {
    vec![found(), order_with("o", 6, "09:00", keys)]
}

fn screening(doses: &[(u32, &str, &str)], last: &str) -> Vec<String> {
    let mut lines: Vec<String> = doses
        .iter()
        .map(|(day, dose, more)| {
            at(*day, "09:00", &format!(r#"screened = {{ dose = "{dose}", responded = {more} }}"#))
        })
        .collect();
    lines.push(last.to_owned());
    lines
}

const CHECKS: &str = "checks = { no-relapse = true, no-urinary-infection = true, no-pressure-wound = true, \
                      no-acute-illness = true, resuscitation-ready = true }";

fn test_dose(day: u32, time: &str, dose: &str, checks: &str) -> String {
    at(day, time, &format!(r#"order.screening-dose = {{ dose = "{dose}"{checks} }}"#))
}

fn screening_cases() -> Vec<Case> {
    let none = &[(5, "50 ug", "false")];
    let next = |dose: &str| test_dose(7, "09:00", dose, &format!(", {CHECKS}"));
    vec![
        case(
            "SCREEN-ADVERSE",
            Hard,
            screening(&[(5, "50 ug", "false, adverse = true")], &next("75 ug")),
            screening(none, &next("75 ug")),
        ),
        case(
            "SCREEN-TOO-SOON",
            Hard,
            screening(none, &test_dose(6, "08:59", "75 ug", "")),
            screening(none, &test_dose(6, "09:00", "75 ug", "")),
        ),
        case("SCREEN-OVER-MAX", Hard, screening(none, &next("101 ug")), screening(none, &next("100 ug"))),
        case("SCREEN-SKIPPED", Soft, screening(none, &next("100 ug")), screening(none, &next("75 ug"))),
        case(
            "SCREEN-CHECKS",
            Soft,
            screening(none, &test_dose(7, "09:00", "75 ug", "")),
            screening(none, &next("75 ug")),
        ),
        case(
            "SCREEN-DECIDED",
            Hard,
            screening(&[(5, "50 ug", r#"true, effect = "6 h""#)], &next("75 ug")),
            screening(none, &next("75 ug")),
        ),
    ]
}

/// A new system with its fill, and the first order.
fn first(holds: &str, order: String) -> Vec<String> {
    let implanted = format!(
        r#"implanted = {{ pump-primed = true, primed-with = "500 ug/mL", catheter-holds = "{holds}" }}"#
    );
    let filled = r#"filled = { drug = "lioresal-500-20", concentration = "500 ug/mL", volume = "40 mL" }"#;
    vec![tested(), at(5, "09:00", &implanted), at(5, "09:10", filled), order]
}

fn dose_cases() -> Vec<Case> {
    let start = |dose: &str| first("csf", order("o", 5, "09:20", dose, ""));
    let mut untested = start("100 ug/d");
    untested.remove(0);
    let soon = |hour: &str| {
        vec![
            found(),
            order("a", 6, "09:00", "220 ug/d", ""),
            seen("a", 6, "09:05", "220 ug/d"),
            order("b", 7, hour, "240 ug/d", ""),
        ]
    };
    let flex = |weekend: &str| {
        let day = |dose: &str| format!(r#"[{{ from = "00:00", dose = "{dose}" }}]"#);
        let days = ["mon", "tue", "wed", "thu", "fri"]
            .map(|name| format!("{name} = {}", day("200 ug/d")))
            .join(", ");
        let (sat, sun) = (day(weekend), day("200 ug/d"));
        run(&format!(
            r#"concentration = "500 ug/mL", run = {{ mode = "flex", week = {{ {days}, sat = {sat}, sun = {sun} }} }}"#
        ))
    };
    let rising = |score: &str| {
        let scored = |day: u32, value: &str| {
            at(day, "08:00", &format!(r#"scored = {{ scale = "modified-ashworth", value = "{value}" }}"#))
        };
        let mut lines = vec![found(), scored(6, "3")];
        for (id, day, dose) in [("a", 7, "220 ug/d"), ("b", 9, "240 ug/d"), ("c", 11, "260 ug/d")] {
            lines.extend([order(id, day, "09:00", dose, ""), seen(id, day, "09:05", dose)]);
        }
        lines.extend([scored(12, score), order("o", 13, "09:00", "280 ug/d", "")]);
        lines
    };
    let high = |dose: &str| {
        vec![
            at(5, "09:00", &found_with(r#"run = { mode = "continuous", dose = "1900 ug/d" }"#)),
            order("o", 6, "09:00", dose, ""),
        ]
    };
    vec![
        case("START-DOSE-HIGH", Hard, start("100.001 ug/d"), start("100 ug/d")),
        case("START-DOSE-UNKNOWN", Soft, untested, start("100 ug/d")),
        case("STEP-HIGH", Soft, dose("280.001 ug/d", ""), dose("280 ug/d", "")),
        case("STEP-LOW", Soft, dose("159.999 ug/d", ""), dose("160 ug/d", "")),
        case("STEP-TOO-SOON", Soft, soon("09:04"), soon("09:05")),
        case("STEP-EXTREME", Hard, dose("401 ug/d", ""), dose("400 ug/d", "")),
        case("DOSE-OVER-1000", Soft, dose("1001 ug/d", ""), dose("1000 ug/d", "")),
        case("DOSE-OVER-CAP", Hard, high("2001 ug/d"), high("2000 ug/d")),
        case("TENFOLD", Hard, dose("1000 ug/d", ""), dose("999 ug/d", "")),
        case("UNIT-SLIP", Hard, dose("4.8 mg/d", ""), dose("4.7 mg/d", "")),
        case(
            "TOTAL-DISAGREES",
            Hard,
            dose("220 ug/d", r#", total = "240 ug/d""#),
            dose("220 ug/d", r#", total = "220 ug/d""#),
        ),
        case("FLEX-DAY-CHANGED", Soft, flex("300 ug/d"), flex("270 ug/d")),
        case("DOSE-RISING", Soft, rising("3"), rising("1+")),
    ]
}

/// Another catheter of a volume.
fn long_catheter(volume: &str) -> Vec<String> {
    let keys = r#"under-delivery = false, pump-primed = false, catheter-holds = "csf""#;
    then(&format!(r#"revised = {{ {keys}, catheter = {{ volume = "{volume}" }} }}"#))
}

fn line_cases() -> Vec<Case> {
    let refill = r#"id = "o", order.refill = { drug = "lioresal-2000-20", concentration = "2000 ug/mL", volume = "20 mL" }"#;
    let bridge = |over: &str| {
        then(&format!(
            r#"{refill}, order.program = {{ concentration = "2000 ug/mL", run = {{ mode = "bridge-bolus", volume = "0.34 mL", over = "{over}", then = {{ mode = "continuous", dose = "200 ug/d" }} }} }}"#
        ))
    };
    let same = then(
        r#"order.program = { concentration = "500 ug/mL", run = { mode = "bridge-bolus", volume = "0.34 mL", over = "20.4 h", then = { mode = "continuous", dose = "200 ug/d" } } }"#,
    );
    let prime = |holds: &str, volume: &str| {
        first(
            holds,
            order_with(
                "o",
                5,
                "09:20",
                &format!(
                    r#"concentration = "500 ug/mL", run = {{ mode = "priming-bolus", volume = "{volume}", over = "20 min", then = {{ mode = "continuous", dose = "100 ug/d" }} }}"#
                ),
            ),
        )
    };
    let new_pump = |primed: bool| {
        vec![
            found(),
            at(
                6,
                "09:00",
                &format!(
                    r#"revised = {{ under-delivery = false, pump-primed = {primed}, primed-with = "500 ug/mL", catheter-holds = "drug", pump = {{ model = "{SYNCHROMED}", serial = "S-2", tubing = "0.14 mL", clock = "+01:00", alarm-volume = "6 mL" }} }}"#
                ),
            ),
            at(
                6,
                "09:10",
                r#"filled = { drug = "lioresal-500-20", concentration = "500 ug/mL", volume = "40 mL" }"#,
            ),
            order("o", 6, "09:20", "200 ug/d", ""),
        ]
    };
    let injected = |first: bool| {
        then(&format!(
            r#"injected = {{ what = "contrast", aspirated-first = {first}, catheter-holds = "contrast" }}"#
        ))
    };
    vec![
        case("BRIDGE-REQUIRED", Hard, then(refill), bridge("20.4 h")),
        case("BRIDGE-WRONG", Hard, bridge("18 h"), bridge("20.4 h")),
        case("BRIDGE-NOT-NEEDED", Note, same, bridge("20.4 h")),
        case(
            "TUBING-STALE",
            Hard,
            dose("200 ug/d", r#", tubing = "0.199 mL""#),
            dose("200 ug/d", r#", tubing = "0.14 mL""#),
        ),
        case("PRIME-WOULD-BOLUS", Hard, prime("drug", "0.2 mL"), prime("csf", "0.2 mL")),
        case("PRIME-WRONG", Hard, prime("csf", "0.34 mL"), prime("csf", "0.2 mL")),
        case("PRIME-GAP", Soft, new_pump(false), new_pump(true)),
        case("LINE-IMPLAUSIBLE", Soft, long_catheter("20 mL"), long_catheter("0.2 mL")),
        case("PORT-NOT-ASPIRATED", Hard, injected(false), injected(true)),
    ]
}

fn fill_cases() -> Vec<Case> {
    // 200 micrograms a day at 500 micrograms per mL for 50 days: 20 mL of the 30 have gone.
    let refilled = |keys: &str| {
        let line = format!(
            r#"at = "2026-02-24T09:00:00+01:00", filled = {{ drug = "lioresal-500-20", concentration = "500 ug/mL", volume = "20 mL"{keys} }}"#
        );
        vec![found(), line]
    };
    let filled = |drug: &str, strength: &str, volume: &str| {
        then(&format!(
            r#"filled = {{ drug = "{drug}", concentration = "{strength}", volume = "{volume}", withdrawn = "29.6 mL" }}"#
        ))
    };
    let sound = || filled("lioresal-500-20", "500 ug/mL", "40 mL");
    let ordered = |drug: &str| {
        then(&format!(
            r#"order.refill = {{ drug = "{drug}", concentration = "500 ug/mL", volume = "20 mL" }}"#
        ))
    };
    vec![
        case(
            "RESIDUAL-STOP",
            Hard,
            refilled(r#", withdrawn = "14 mL""#),
            refilled(r#", withdrawn = "11 mL""#),
        ),
        case(
            "RESIDUAL-REFLUX",
            Hard,
            refilled(r#", withdrawn = "30.5 mL""#),
            refilled(r#", withdrawn = "11 mL""#),
        ),
        case(
            "RESIDUAL-ATTENTION",
            Note,
            refilled(r#", withdrawn = "12.5 mL""#),
            refilled(r#", withdrawn = "11 mL""#),
        ),
        case("RESIDUAL-MISSING", Soft, refilled(""), refilled(r#", withdrawn = "10 mL""#)),
        case("DRUG-UNLISTED", Soft, filled("baclofen and clonidine", "500 ug/mL", "20 mL"), sound()),
        case("DRUG-UNLISTED", Hard, ordered("pharmacy mixture"), ordered("lioresal-500-20")),
        case("STRENGTH-DISAGREES", Hard, filled("lioresal-2000-20", "500 ug/mL", "20 mL"), sound()),
        case("STRENGTH-NOT-FOR-PUMP", Hard, filled("lioresal-50-1", "50 ug/mL", "1 mL"), sound()),
        case("FILL-OVER-CAPACITY", Hard, filled("lioresal-500-20", "500 ug/mL", "40.1 mL"), sound()),
    ]
}

fn program_cases() -> Vec<Case> {
    let other = run(r#"concentration = "2000 ug/mL", run = { mode = "continuous", dose = "200 ug/d" }"#);
    let twice = |settled: bool| {
        let mut lines = vec![found(), order("a", 6, "09:00", "220 ug/d", "")];
        lines.extend(settled.then(|| at(6, "10:00", r#"not-entered = { order = "a" }"#)));
        lines.push(order("o", 8, "09:00", "220 ug/d", ""));
        lines
    };
    let read =
        |keys: &str| vec![found(), order("o", 6, "09:00", "220 ug/d", ""), confirmed("o", 6, "09:05", keys)];
    let good = || read(r#"mode = "continuous", total = "220 ug/d", running = true"#);
    let bolus = |mass: &str, hours: u32| {
        let keys = |mass: &str| {
            format!(
                r#"concentration = "500 ug/mL", run = {{ mode = "single-bolus", dose = "{mass}", over = "10 min", then = {{ mode = "continuous", dose = "200 ug/d" }} }}"#
            )
        };
        let second = format!("{:02}:00", 9 + hours);
        vec![
            found(),
            order_with("a", 6, "09:00", &keys("20 ug")),
            seen("a", 6, "09:00", "200 ug/d"),
            order_with("o", 6, &second, &keys(mass)),
        ]
    };
    let on_demand = |mass: &str, lockout: &str| {
        dose(
            "200 ug/d",
            &format!(
                r#", patient-bolus = {{ dose = "{mass}", over = "10 min", lockout = "{lockout}", per-day-max = 4 }}"#
            ),
        )
    };
    let mut stop = vec![found()];
    stop.extend(stopped(6));
    vec![
        case("CONCENTRATION-DISAGREES", Hard, other, dose("200 ug/d", "")),
        case(
            "SERIAL-DISAGREES",
            Hard,
            dose("200 ug/d", r#", serial = "S-2""#),
            dose("200 ug/d", r#", serial = "S-1""#),
        ),
        case(
            "RESERVOIR-STALE",
            Hard,
            dose("200 ug/d", r#", reservoir = "20 mL""#),
            dose("200 ug/d", r#", reservoir = "29.6 mL""#),
        ),
        case(
            "ALARM-VOLUME-STALE",
            Soft,
            dose("200 ug/d", r#", alarm-volume = "2 mL""#),
            dose("200 ug/d", r#", alarm-volume = "6 mL""#),
        ),
        case("ORDER-UNKNOWN", Hard, twice(false), twice(true)),
        case(
            "READ-BACK-DISAGREES",
            Hard,
            read(r#"mode = "continuous", total = "22 ug/d", running = true"#),
            good(),
        ),
        case(
            "READ-BACK-DISAGREES",
            Soft,
            read(r#"mode = "continuous", total = "220 ug/d", running = true, alarm-date = "2026-04-20""#),
            good(),
        ),
        case(
            "NOT-RUNNING",
            Hard,
            read(r#"mode = "continuous", total = "220 ug/d", running = false"#),
            good(),
        ),
        case("STOP-ORDERED", Soft, stop.clone(), dose("200 ug/d", "")),
        case("NEVER-EMPTIES", Note, stop, dose("200 ug/d", "")),
        case("DOUBLE-BOLUS", Hard, bolus("20 ug", 5), bolus("20 ug", 6)),
        case("BOLUS-LARGE", Soft, bolus("101 ug", 6), bolus("100 ug", 6)),
        case("PATIENT-BOLUS-ENVELOPE", Soft, on_demand("60 ug", "4 h"), on_demand("15 ug", "4 h")),
        case("PATIENT-BOLUS-LOCKOUT", Hard, on_demand("15 ug", "9 min"), on_demand("15 ug", "4 h")),
        case("RESERVE-TOO-SMALL", Note, dose("200 ug/d", r#", alarm-volume = "2 mL""#), dose("200 ug/d", "")),
    ]
}

fn break_cases() -> Vec<Case> {
    let restart = |hours: u32, dose: &str| {
        let mut lines = vec![tested(), found()];
        lines.extend(stopped(6));
        let day = 6 + (8 + hours) / 24;
        lines.push(order("o", day, &format!("{:02}:04", (8 + hours) % 24), dose, ""));
        lines
    };
    let revised = |under: bool, dose: &str| {
        let what = format!(
            r#"revised = {{ under-delivery = {under}, pump-primed = false, catheter-holds = "csf", catheter = {{ volume = "0.2 mL" }} }}"#
        );
        vec![tested(), found(), at(6, "09:00", &what), order("o", 6, "10:00", dose, "")]
    };
    let mut idle = vec![found()];
    idle.extend(stopped(6));
    let mut short = idle.clone();
    idle.push(at(8, "09:00", r#"side-effect = { what = "stiff" }"#));
    short.push(at(8, "08:00", r#"side-effect = { what = "stiff" }"#));
    vec![
        case("RESTART-SHORT", Note, restart(4, "200 ug/d"), restart(5, "200 ug/d")),
        case("RESTART-LONG", Soft, restart(24, "200 ug/d"), restart(24, "100 ug/d")),
        case("RESTART-UNKNOWN", Hard, restart(25, "200 ug/d"), restart(25, "100 ug/d")),
        case("RESTORED-DELIVERY", Hard, revised(true, "101 ug/d"), revised(false, "101 ug/d")),
        case("REVISION-REVIEW", Soft, revised(false, "200 ug/d"), revised(false, "180 ug/d")),
        case("STOPPED-TOO-LONG", Hard, idle, short),
    ]
}

fn date_cases() -> Vec<Case> {
    let visit = |on: &str| then(&format!(r#"visit = {{ on = "{on}" }}"#));
    let later = |on: &str, what: &str| vec![found(), format!(r#"at = "{on}T09:00:00+01:00", {what}"#)];
    let noted = r#"side-effect = { what = "none" }"#;
    let shown = |keys: &str| then(&format!(r#"interrogated = {{ running = true{keys} }}"#));
    let end = |filled: &str| {
        vec![
            found(),
            at(6, "09:00", r#"interrogated = { running = true, elective-replacement = "2026-01-06" }"#),
            format!(
                r#"at = "{filled}T09:00:00+01:00", filled = {{ drug = "lioresal-500-20", concentration = "500 ug/mL", volume = "40 mL", withdrawn = "5 mL" }}"#
            ),
        ]
    };
    let travelled = |hours: i32, mode: &str| {
        vec![at(5, "09:00", &found_with(mode)), at(6, "09:00", &format!("travelled = {{ hours = {hours} }}"))]
    };
    let flex = r#"run = { mode = "flex", every-day = [{ from = "00:00", dose = "200 ug/d" }] }"#;
    vec![
        case("VISIT-TOO-LATE", Soft, visit("2026-03-02"), visit("2026-02-20")),
        case("REFILL-OVERDUE", Soft, later("2026-03-10", noted), later("2026-02-10", noted)),
        case("EMPTY", Hard, later("2026-04-01", noted), later("2026-03-10", noted)),
        case("REPLACE-SHOWN", Soft, shown(r#", elective-replacement = "2026-01-04""#), shown("")),
        case(
            "REPLACE-DATE-IMPOSSIBLE",
            Hard,
            shown(r#", elective-replacement = "2026-01-04", replace-by = "2026-04-05""#),
            shown(r#", elective-replacement = "2026-01-04", replace-by = "2026-04-04""#),
        ),
        case("REPLACE-SOON", Note, later("2030-10-09", noted), later("2030-10-07", noted)),
        case("REFILL-PAST", Soft, end("2026-04-03"), end("2026-02-20")),
        case("STABILITY-LIMIT", Note, dose("60 ug/d", ""), dose("200 ug/d", "")),
        case("CLOCK-SHIFT", Note, travelled(-6, flex), travelled(0, flex)),
    ]
}

fn device_cases() -> Vec<Case> {
    let alarm = |keys: &str| then(&format!("alarm = {{ {keys} }}"));
    let cycle = |days: u32, count: u32| -> Vec<String> {
        let begin = jiff::civil::date(2026, 1, 5);
        let mut lines = vec![at(
            5,
            "09:00",
            &found_with(r#"run = { mode = "continuous", dose = "250 ug/d" }"#).replace("30 mL", "40 mL"),
        )];
        for number in 1..=count {
            let on = begin.checked_add(jiff::Span::new().days(i64::from(number * days))).unwrap();
            lines.push(format!(r#"at = "{on}T09:00:00+01:00", filled = {{ drug = "lioresal-500-20", concentration = "500 ug/mL", volume = "40 mL", withdrawn = "5 mL" }}"#));
        }
        lines
    };
    vec![
        case("ALARM-CRITICAL", Hard, alarm(r#"sound = "two-tone""#), alarm(r#"sound = "single-tone""#)),
        case("ALARM-ADVISORY", Soft, alarm(r#"kind = "low-reservoir""#), alarm(r#"kind = "motor-stall""#)),
        case("MRI-TASK", Soft, then("mri = {}"), then("mri-checked = { running = true }")),
        case("RECALL", Note, vec![found()], vec![tested()]),
        case("OBSERVE", Note, vec![tested()], vec![found()]),
        case("NOT-CHECKED", Note, dose("200 ug/d", ""), vec![found()]),
        case("CALIBRATED", Note, cycle(70, 4), cycle(70, 3)),
    ]
}

fn fires(pump: &str, Case(rule, level, fires, silent): &Case, seen: &mut BTreeSet<&'static str>) {
    let found = findings(pump, fires);
    seen.extend(found.iter().map(|(_, _, rule)| *rule));
    assert!(
        found.iter().any(|(_, at, id)| id == rule && at == level),
        "{rule} {level:?} is silent: {found:?}"
    );
    let quiet = findings(pump, silent);
    assert!(!quiet.iter().any(|(_, at, id)| id == rule && at == level), "{rule} {level:?} fires: {quiet:?}");
}

#[test]
fn each_rule_fires_and_is_silent() {
    let mut seen = BTreeSet::new();
    let groups = [
        screening_cases(),
        dose_cases(),
        line_cases(),
        fill_cases(),
        program_cases(),
        break_cases(),
        date_cases(),
        device_cases(),
    ];
    for case in groups.iter().flatten() {
        fires(SYNCHROMED, case, &mut seen);
    }
    // Rules of single pump models: silent on the standard pump with the same lines.
    let on_demand = dose(
        "200 ug/d",
        r#", patient-bolus = { dose = "15 ug", over = "10 min", lockout = "4 h", per-day-max = 4 }"#,
    );
    let young = vec![found().replace("2026", "1990")];
    for (rule, level, pump, lines) in [
        ("PATIENT-CONTROLLER-NOT-FOR-BACLOFEN", Hard, "prometra-ii-40", on_demand),
        ("NOT-PROGRAMMABLE", Hard, "isomed-8472-35", dose("200 ug/d", "")),
        ("MRI-UNSAFE", Hard, "prometra-20", then("mri = {}")),
        ("AGE-OUTSIDE-LABEL", Note, "prometra-ii-40", young),
    ] {
        let (there, here) = (findings(pump, &lines), findings(SYNCHROMED, &lines));
        assert!(there.iter().any(|(_, at, id)| *id == rule && *at == level), "{rule} is silent: {there:?}");
        assert!(!here.iter().any(|(_, _, id)| *id == rule), "{rule} fires: {here:?}");
        seen.insert(rule);
    }
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.about().id).collect();
    let untested: Vec<&&str> = all.difference(&seen).collect();
    assert!(untested.is_empty(), "no case fires {untested:?}");
}
