//! Edges: each limit from its sound side, where nothing may be said, and one step beyond, where it must.

use super::short::{
    ADULT, HARD, Head, SOFT, answered, at, confirmed, dose, found, later, line, order, runs, stopped, tested,
};
use therapy::Level;

/// A course that is sound at the limit (`false`) and wrong beyond it (`true`).
pub struct Edge {
    pub name: &'static str,
    pub rule: &'static str,
    pub level: Level,
    pub course: fn(bool) -> String,
    /// When somebody looks, if later than the last line.
    pub now: Option<fn(bool) -> String>,
    /// A task that is open on both sides.
    pub beside: &'static str,
}

const fn edge(name: &'static str, rule: &'static str, level: Level, course: fn(bool) -> String) -> Edge {
    Edge { name, rule, level, course, now: None, beside: "" }
}

/// One of two, the second beyond the limit.
const fn pick<'a>(beyond: bool, sound: &'a str, wrong: &'a str) -> &'a str {
    if beyond { wrong } else { sound }
}

fn adult(lines: &[String]) -> String {
    ADULT.course(lines)
}

/// Tested, implanted, filled, primed and started at 100 micrograms a day on 2 March at ten.
fn started(start: &str) -> String {
    let program = |dose: &str| {
        format!(
            "concentration = \"2000 ug/mL\", total = \"{dose}\", run = {{ mode = \"priming-bolus\", volume = \"0.21 mL\", \
             over = \"20 min\", then = {{ mode = \"continuous\", dose = \"{dose}\" }} }}"
        )
    };
    tested()
        + &line(
            &at(0, "09:00"),
            "implanted = { pump-primed = true, catheter-holds = \"csf\", primed-with = \"2000 ug/mL\" }",
        )
        + &line(
            &at(0, "09:30"),
            "filled = { drug = \"lioresal-2000-20\", concentration = \"2000 ug/mL\", volume = \"40 mL\" }",
        )
        + &order(&at(0, "10:00"), &program(start))
        + &confirmed(&at(0, "10:00"), "continuous", start)
}

/// Test doses: (time, micrograms, responded); the last one is ordered.
fn tests(given: &[(&str, &str)], ordered: (&str, &str)) -> String {
    let given = given
        .iter()
        .map(|(at, dose)| line(at, &format!("screened = {{ dose = \"{dose}\", responded = false }}")));
    let checks = "no-relapse = true, no-urinary-infection = true, no-pressure-wound = true, no-acute-illness = true, \
                  resuscitation-ready = true";
    let (at, dose) = ordered;
    let order = line(at, &format!("order.screening-dose = {{ dose = \"{dose}\", checks = {{ {checks} }} }}"));
    given.chain([order]).collect()
}

/// A single bolus and the dose that follows.
fn bolus(at: &str, bolus: &str, then: &str) -> String {
    let program = format!(
        "concentration = \"2000 ug/mL\", total = \"{then}\", run = {{ mode = \"single-bolus\", dose = \"{bolus}\", \
         over = \"20 min\", then = {{ mode = \"continuous\", dose = \"{then}\" }} }}"
    );
    order(at, &program)
}

fn gap(from: &str, seconds: i64) -> String {
    let until = later(from, seconds);
    line(
        &until,
        &format!("gap = {{ from = \"{from}\", until = \"{until}\", cause = \"rotor stood still\" }}"),
    )
}

/// A refill of 2000 by 500 with a bridge of so much in so long; the line holds 0.35 mL, and 300 micrograms run.
fn bridge(volume: &str, over: &str) -> String {
    let refill = "refill = { drug = \"lioresal-500-20\", concentration = \"500 ug/mL\", volume = \"40 mL\" }";
    let program = format!(
        "program = {{ concentration = \"500 ug/mL\", total = \"300 ug/d\", run = {{ mode = \"bridge-bolus\", \
         volume = \"{volume}\", over = \"{over}\", then = {{ mode = \"continuous\", dose = \"300 ug/d\" }} }} }}"
    );
    line(&at(3, "09:00"), &format!("order = {{ {refill}, {program} }}"))
}

fn filled(at: &str, volume: &str, withdrawn: &str) -> String {
    line(
        at,
        &format!(
            "filled = {{ drug = \"lioresal-2000-20\", concentration = \"2000 ug/mL\", volume = \"{volume}\", \
             withdrawn = \"{withdrawn}\" }}"
        ),
    )
}

const CHILD: Head = Head { born: "2023-03-03", diagnosis: "cerebral-palsy", ..ADULT };

pub const EDGES: &[Edge] = &[
    edge("a rise of exactly 40 per cent in maintenance", "STEP-HIGH", SOFT, |beyond| {
        adult(&[found("300 ug/d"), order(&at(2, "09:00"), &dose(pick(beyond, "420 ug/d", "420.001 ug/d")))])
    }),
    edge("a rise of exactly 30 per cent while titrating", "STEP-HIGH", SOFT, |beyond| {
        adult(&[started("100 ug/d"), order(&at(2, "11:00"), &dose(pick(beyond, "130 ug/d", "130.001 ug/d")))])
    }),
    edge("the last second of titration, and the first of maintenance", "STEP-HIGH", SOFT, |beyond| {
        let end = later(&at(60, "10:02"), if beyond { 0 } else { 1 });
        adult(&[started("100 ug/d"), order(&end, &dose("140 ug/d"))])
    }),
    edge("a fall of exactly 20 per cent", "STEP-LOW", SOFT, |beyond| {
        adult(&[found("300 ug/d"), order(&at(9, "09:00"), &dose(pick(beyond, "240 ug/d", "239.999 ug/d")))])
    }),
    edge("exactly 24 hours after the last change", "STEP-TOO-SOON", SOFT, |beyond| {
        let first = at(9, "09:00");
        let second = later(&first, 120 + 86_400 - i64::from(beyond));
        adult(&[found("300 ug/d"), runs(&first, "330 ug/d"), order(&second, &dose("363 ug/d"))])
    }),
    edge("exactly 24 hours after the start", "STEP-TOO-SOON", HARD, |beyond| {
        let second = later(&at(0, "10:02"), 86_400 - i64::from(beyond));
        adult(&[started("100 ug/d"), order(&second, &dose("120 ug/d"))])
    }),
    edge("exactly 1000 micrograms a day", "DOSE-OVER-1000", SOFT, |beyond| {
        adult(&[found("900 ug/d"), order(&at(2, "09:00"), &dose(pick(beyond, "1000 ug/d", "1000.001 ug/d")))])
    }),
    edge("a dose of 1200 told again, and raised", "DOSE-OVER-1000", SOFT, |beyond| {
        adult(&[found("1200 ug/d"), order(&at(2, "09:00"), &dose(pick(beyond, "1200 ug/d", "1210 ug/d")))])
    }),
    edge("a dose above the cap goes on, and is raised", "DOSE-OVER-CAP", HARD, |beyond| {
        adult(&[found("2100 ug/d"), order(&at(2, "09:00"), &dose(pick(beyond, "2100 ug/d", "2110 ug/d")))])
    }),
    edge("start at exactly twice the test dose", "START-DOSE-HIGH", HARD, |beyond| {
        adult(&[started(pick(beyond, "100 ug/d", "100.001 ug/d"))])
    }),
    edge("second test dose exactly 24 hours after the first", "SCREEN-TOO-SOON", HARD, |beyond| {
        let first = at(0, "09:00");
        let second = later(&first, 86_400 - i64::from(beyond));
        adult(&[tests(&[(&first, "50 ug")], (&second, "75 ug"))])
    }),
    // Clocks go forward on 29 March: nine to ten is 24 hours, nine to half past nine is not.
    edge("test doses across the change to summer time", "SCREEN-TOO-SOON", HARD, |beyond| {
        let second = pick(beyond, "2026-03-29T10:00:00+02:00", "2026-03-29T09:30:00+02:00");
        adult(&[tests(&[("2026-03-28T09:00:00+01:00", "50 ug")], (second, "75 ug"))])
    }),
    edge("test doses across the change to winter time", "SCREEN-TOO-SOON", HARD, |beyond| {
        let second = pick(beyond, "2025-10-26T09:00:00+01:00", "2025-10-26T09:00:00+02:00");
        adult(&[tests(&[("2025-10-25T10:00:00+02:00", "50 ug")], (second, "75 ug"))])
    }),
    edge("the last day before a fourth birthday", "SCREEN-SKIPPED", SOFT, |beyond| {
        let day = pick(beyond, "2027-03-03T09:00:00+01:00", "2027-03-02T09:00:00+01:00");
        CHILD.course(&[tests(&[], (day, "50 ug"))])
    }),
    edge("born on 29 February, and of age on 1 March", "STEP-HIGH", SOFT, |beyond| {
        let head = Head { born: "2008-02-29", ..ADULT };
        let day = pick(beyond, "2026-03-01T09:00:00+01:00", "2026-02-28T09:00:00+01:00");
        let found = found("300 ug/d").replace(&at(0, "09:00"), "2026-02-20T09:00:00+01:00");
        head.course(&[found, order(day, &dose("370 ug/d"))])
    }),
    edge("extra doses exactly six hours apart", "DOUBLE-BOLUS", HARD, |beyond| {
        let first = at(2, "09:00");
        let second = later(&first, 120 + 6 * 3_600 - i64::from(beyond));
        adult(&[
            found("300 ug/d"),
            bolus(&first, "50 ug", "300 ug/d"),
            confirmed(&first, "continuous", "300 ug/d"),
            bolus(&second, "50 ug", "300 ug/d"),
        ])
    }),
    edge("an extra dose of exactly 100 micrograms", "BOLUS-LARGE", SOFT, |beyond| {
        adult(&[found("300 ug/d"), bolus(&at(2, "09:00"), pick(beyond, "100 ug", "100.001 ug"), "300 ug/d")])
    }),
    edge("an extra dose as large as that of a day", "BOLUS-LARGE", SOFT, |beyond| {
        adult(&[found("40 ug/d"), bolus(&at(2, "09:00"), pick(beyond, "40 ug", "40.001 ug"), "40 ug/d")])
    }),
    edge("an extra dose above all that are ordered", "BOLUS-LARGE", HARD, |beyond| {
        // At the limit a reason and a second person are enough.
        let text = adult(&[
            found("600 ug/d"),
            bolus(&at(2, "09:00"), pick(beyond, "200 ug", "200.001 ug"), "600 ug/d"),
        ]);
        text.replacen("by = \"physician\"", "by = \"physician\"\nreason = \"test\"\nsecond = \"another\"", 1)
    }),
    edge("restart after exactly four hours", "RESTART-LONG", SOFT, |beyond| {
        let (from, length) = (at(2, "09:00"), 4 * 3_600 + i64::from(beyond));
        adult(&[found("300 ug/d"), gap(&from, length), order(&later(&from, length), &dose("300 ug/d"))])
    }),
    edge("restart after exactly 24 hours, with a reason", "RESTART-UNKNOWN", HARD, |beyond| {
        let from = at(2, "09:00");
        let again = later(&from, 120 + 86_400 + i64::from(beyond));
        adult(&[found("300 ug/d"), stopped(&from), answered(&again, &dose("300 ug/d"))])
    }),
    edge("restart at exactly the starting dose after silence", "RESTART-UNKNOWN", HARD, |beyond| {
        let silence = line(&at(2, "09:00"), "interrogated = { running = false }");
        let again = runs(&at(2, "10:00"), pick(beyond, "100 ug/d", "100.001 ug/d"));
        adult(&[tested(), found("300 ug/d"), silence, again])
    }),
    Edge {
        now: Some(|beyond| later(&at(2, "09:02"), 48 * 3_600 + i64::from(beyond))),
        ..edge("stopped for exactly 48 hours", "STOPPED-TOO-LONG", HARD, |_| {
            adult(&[found("300 ug/d"), stopped(&at(2, "09:00"))])
        })
    },
    Edge {
        now: Some(|beyond| later(&at(2, "09:00"), 86_400 + i64::from(beyond))),
        ..edge("an order seen in the pump within 24 hours", "ORDER-UNKNOWN", SOFT, |_| {
            adult(&[found("300 ug/d"), order(&at(2, "09:00"), &dose("330 ug/d"))])
        })
    },
    // 0.35 mL at 2000 and 300 micrograms a day: 56 h.
    edge("a bridge five per cent too large", "BRIDGE-WRONG", HARD, |beyond| {
        adult(&[found("300 ug/d"), bridge(pick(beyond, "0.3675 mL", "0.367501 mL"), "56 h")])
    }),
    edge("a bridge five per cent too short", "BRIDGE-WRONG", HARD, |beyond| {
        adult(&[found("300 ug/d"), bridge("0.35 mL", pick(beyond, "53.2 h", "53.19 h"))])
    }),
    edge("a prime five per cent too large", "PRIME-WRONG", HARD, |beyond| {
        let prime = pick(beyond, "0.2205 mL", "0.220501 mL");
        adult(&[started("100 ug/d").replace("volume = \"0.21 mL\"", &format!("volume = \"{prime}\""))])
    }),
    edge("a prime five per cent too small", "PRIME-GAP", SOFT, |beyond| {
        let prime = pick(beyond, "0.1995 mL", "0.199499 mL");
        adult(&[started("100 ug/d").replace("volume = \"0.21 mL\"", &format!("volume = \"{prime}\""))])
    }),
    edge("a catheter aspirated to the last nanolitre, then primed", "PRIME-WOULD-BOLUS", HARD, |beyond| {
        let drawn = pick(beyond, "0.21 mL", "0.209999 mL");
        let aspirated = line(&at(2, "08:50"), &format!("aspirated = {{ volume = \"{drawn}\" }}"));
        let run = "run = { mode = \"priming-bolus\", volume = \"0.21 mL\", over = \"20 min\", \
                   then = { mode = \"continuous\", dose = \"300 ug/d\" } }";
        let program = format!("concentration = \"2000 ug/mL\", total = \"300 ug/d\", {run}");
        adult(&[found("300 ug/d"), aspirated, order(&at(2, "09:00"), &program)])
    }),
    edge("a refill to the last nanolitre", "FILL-OVER-CAPACITY", HARD, |beyond| {
        adult(&[found("300 ug/d"), filled(&at(20, "09:00"), pick(beyond, "40 mL", "40.000001 mL"), "35 mL")])
    }),
    // 300 micrograms a day for 120 days: 18 of 38 mL given, accuracy 2.61 mL; 20 mL should be left.
    edge("a residual at what the accuracy explains", "RESIDUAL-STOP", HARD, |beyond| {
        adult(&[
            found("300 ug/d"),
            filled(&at(120, "09:00"), "40 mL", pick(beyond, "22.61 mL", "22.610001 mL")),
        ])
    }),
    // After ten days 1.5 mL are given: only the threshold of 2 mL counts.
    edge("a residual at the threshold", "RESIDUAL-STOP", HARD, |beyond| {
        adult(&[
            found("300 ug/d"),
            filled(&at(10, "09:00"), "40 mL", pick(beyond, "34.5 mL", "34.499999 mL")),
        ])
    }),
    edge("refilled in the second in which the alarm volume is reached", "RESIDUAL-STOP", HARD, |beyond| {
        // 32 mL at 0.375 mL a day: 85 days and 8 hours.
        let due = later(&at(0, "09:00"), 85 * 86_400 + 8 * 3_600);
        adult(&[found("750 ug/d"), filled(&due, "40 mL", pick(beyond, "6 mL", "10.7 mL"))])
    }),
    edge("reservoir volume half a mL off", "RESERVOIR-STALE", HARD, |beyond| {
        // Ten days at 0.15 mL: 36.5 mL by record.
        let program = dose("330 ug/d") + ", reservoir = \"" + pick(beyond, "37 mL", "37.000001 mL") + "\"";
        adult(&[found("300 ug/d"), order(&at(10, "09:00"), &program)])
    }),
    edge("total written one per cent off", "TOTAL-DISAGREES", HARD, |beyond| {
        let stated = pick(beyond, "333.3 ug/d", "333.301 ug/d");
        let program = dose("330 ug/d").replacen("330 ug/d", stated, 1);
        adult(&[found("300 ug/d"), order(&at(9, "09:00"), &program)])
    }),
    // 38 mL less 6, at 0.15 mL a day: 213 days; 180 days after 2 March is 29 August.
    edge("a visit on the last day for which the drug keeps", "VISIT-TOO-LATE", SOFT, |beyond| {
        let day = pick(beyond, "2026-08-29", "2026-08-30");
        adult(&[found("300 ug/d"), line(&at(1, "09:00"), &format!("visit = {{ on = \"{day}\" }}"))])
    }),
    edge("the same across 29 February", "VISIT-TOO-LATE", SOFT, |beyond| {
        let found = found("300 ug/d").replace(&at(0, "09:00"), "2027-09-15T09:00:00+01:00");
        let day = pick(beyond, "2028-03-13", "2028-03-14");
        adult(&[found, line("2027-09-16T09:00:00+01:00", &format!("visit = {{ on = \"{day}\" }}"))])
    }),
    Edge {
        beside: "REPLACE-SHOWN",
        ..edge("replacement 90 days after the indicator", "REPLACE-DATE-IMPOSSIBLE", HARD, |beyond| {
            let by = pick(beyond, "2026-05-31", "2026-06-01");
            let read = format!(
                "interrogated = {{ running = true, elective-replacement = \"2026-03-02\", replace-by = \"{by}\" }}"
            );
            adult(&[found("300 ug/d"), line(&at(2, "09:00"), &read)])
        })
    },
    edge("patient boluses up to twice the dose", "PATIENT-BOLUS-ENVELOPE", SOFT, |beyond| {
        on_demand("75 ug", "20 min", "6 h", 4, if beyond { Some("75.001 ug") } else { None })
    }),
    edge("a patient bolus of a quarter of the day's dose", "BOLUS-LARGE", SOFT, |beyond| {
        on_demand("75 ug", "20 min", "6 h", 2, if beyond { Some("75.001 ug") } else { None })
    }),
    edge("a lockout as long as the bolus", "PATIENT-BOLUS-LOCKOUT", HARD, |beyond| {
        on_demand("10 ug", if beyond { "21 min" } else { "20 min" }, "20 min", 2, None)
    }),
    // A mistaken fall to 200, taken back: within 72 hours nothing is said, later it is a rise.
    edge("a change taken back after exactly 72 hours", "STEP-HIGH", SOFT, |beyond| {
        let wrong = at(9, "09:00");
        let back = later(&wrong, 120 + 72 * 3_600 + i64::from(beyond));
        let wrong = answered(&wrong, &dose("200 ug/d")) + &confirmed(&wrong, "continuous", "200 ug/d");
        adult(&[found("300 ug/d"), wrong, order(&back, &dose("300 ug/d"))])
    }),
    edge("a dose that ran for exactly 24 hours counts as tolerated", "STEP-TOO-SOON", SOFT, |beyond| {
        let (first, hours) = (at(9, "09:00"), 24 * 3_600);
        let second = later(&first, hours - i64::from(beyond));
        let first = runs(&first, "330 ug/d");
        let second_runs =
            answered(&second, &dose("220 ug/d")) + &confirmed(&second, "continuous", "220 ug/d");
        adult(&[found("300 ug/d"), first, second_runs, order(&later(&second, 3_600), &dose("330 ug/d"))])
    }),
    edge("micrograms with the micro sign", "TENFOLD", HARD, |beyond| {
        adult(&[found("300 ug/d"), order(&at(9, "09:00"), &dose(pick(beyond, "310 \u{b5}g/d", "3.1 mg/d")))])
    }),
    edge("micrograms with the Greek letter", "TENFOLD", HARD, |beyond| {
        adult(&[
            found("300 ug/d"),
            order(&at(9, "09:00"), &dose(pick(beyond, "310 \u{3bc}g/d", "310 \u{3bc}g/h"))),
        ])
    }),
];

fn on_demand(bolus: &str, over: &str, lockout: &str, per_day: u32, instead: Option<&str>) -> String {
    let bolus = instead.unwrap_or(bolus);
    let program = dose("300 ug/d")
        + &format!(
            ", patient-bolus = {{ dose = \"{bolus}\", over = \"{over}\", lockout = \"{lockout}\", per-day-max = {per_day} }}"
        );
    adult(&[found("300 ug/d"), order(&at(9, "09:00"), &program)])
}
