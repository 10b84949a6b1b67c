//! Errors of refill, residual, volumes and dates.

use super::bench::{DAY, ML};
use super::dice::millilitres;
use super::maker::date;
use super::mutant::{
    HARD, Mutant, Mutation, SOFT, any_order, confirm, each, later_order, order_dose, plain_order, then, up_to,
};
use super::story::{Kind, Line, Story};
use serde_json::json;

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "refill at the old dose after a full pump was found",
        source: "Sgouros 2010; safety 8 row 1",
        expected: &[("RESIDUAL-STOP", HARD)],
        make: |story| mismatched(story, |_, line| line.before.fill - ML / 2, true),
    },
    Mutation {
        name: "refill at the old dose after an empty pump was found",
        source: "AAN 2025; S10; safety 8 row 1",
        expected: &[("RESIDUAL-STOP", HARD)],
        make: |story| mismatched(story, |_, _| 0, true),
    },
    Mutation {
        name: "residual just past both limits, and on at the old dose",
        source: "ASRA 2017; Maino 2017",
        expected: &[("RESIDUAL-STOP", HARD)],
        make: |story| mismatched(story, just_past, true),
    },
    Mutation {
        name: "a full pump found, the order signed before goes in all the same",
        source: "Sgouros 2010; safety 8 row 1",
        expected: &[("RESIDUAL-STOP", HARD)],
        make: |story| mismatched(story, |_, line| line.before.fill - ML / 2, false),
    },
    Mutation {
        name: "a full pump found, then another pump, and on at the old dose",
        source: "Sgouros 2010; S10",
        expected: &[("RESIDUAL-STOP", HARD)],
        make: replaced_after_mismatch,
    },
    Mutation {
        name: "more drawn than was filled",
        source: "Akman 1994; safety 8 row 1",
        expected: &[("RESIDUAL-REFLUX", HARD)],
        make: |story| {
            each(story, drawn, |line| {
                line.act["filled"]["withdrawn"] = json!(millilitres(line.before.fill + 2 * ML));
                Some(())
            })
        },
    },
    Mutation {
        name: "residual not measured",
        source: "safety 8 row 7",
        expected: &[("RESIDUAL-MISSING", SOFT)],
        make: |story| {
            each(story, drawn, |line| {
                line.act["filled"].as_object_mut().unwrap().remove("withdrawn");
                Some(())
            })
        },
    },
    Mutation {
        name: "overfilled reservoir",
        source: "HSA 2016",
        expected: &[("FILL-OVER-CAPACITY", HARD)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Fill,
                |line| {
                    line.act["filled"]["volume"] = json!(millilitres(line.before.pump.reservoir + 200_000));
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "overfill ordered",
        source: "HSA 2016",
        expected: &[("FILL-OVER-CAPACITY", HARD)],
        make: |story| {
            each(story, with_refill, |line| {
                let volume = millilitres(line.before.pump.reservoir + ML);
                line.act["order"]["refill"]["volume"] = json!(volume.clone());
                line.program_mut().insert("reservoir".to_owned(), json!(volume));
                Some(())
            })
        },
    },
    Mutation {
        name: "refill 8 to 38 mL short of what was ordered",
        source: "AAN 2014 (18 mL short: death)",
        expected: &[("RESERVOIR-STALE", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate().skip(1) {
                if line.kind == Kind::Fill && with_refill(&story.lines[index - 1]) {
                    // The order goes in as it was signed: the pump is told more than it holds.
                    let mut spoilt = up_to(story, index);
                    spoilt.lines[index].act["filled"]["volume"] = json!("2 mL");
                    confirm(&mut spoilt, index - 1, 5, true);
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
    Mutation {
        name: "reservoir volume not updated after the refill",
        source: "GIP 1.5; safety 8 row 5",
        expected: &[("RESERVOIR-STALE", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate().skip(1) {
                let fill = &story.lines[index - 1];
                if plain_order(line) && fill.kind == Kind::Fill && line.before.fill - fill.before.left() > ML
                {
                    let mut spoilt = up_to(story, index);
                    let stale = fill.before.left() / 100_000 * 100_000;
                    spoilt.lines[index]
                        .program_mut()
                        .insert("reservoir".to_owned(), json!(millilitres(stale)));
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
    Mutation {
        name: "reservoir volume of another pump size",
        source: "GIP 1.5; safety 8 row 10",
        expected: &[("RESERVOIR-STALE", HARD)],
        make: |story| {
            each(story, later_order, |line| {
                let other = millilitres(line.before.pump.reservoir + 20 * ML);
                line.program_mut().insert("reservoir".to_owned(), json!(other));
                Some(())
            })
        },
    },
    Mutation {
        name: "stale alarm volume",
        source: "safety 8 row 5; therapy 6",
        expected: &[("ALARM-VOLUME-STALE", SOFT)],
        make: |story| {
            each(story, any_order, |line| {
                let stale = millilitres(line.before.alarm - 500_000);
                line.program_mut().insert("alarm-volume".to_owned(), json!(stale));
                Some(())
            })
        },
    },
    Mutation {
        name: "alarm date read back is that of the volume before the refill",
        source: "GIP 1.5; safety 8 row 5",
        expected: &[("READ-BACK-DISAGREES", SOFT)],
        make: |story| alarm_date(story, -30),
    },
    Mutation {
        name: "alarm date read back is a month late",
        source: "GIP 1.5; safety 8 row 5",
        expected: &[("READ-BACK-DISAGREES", SOFT)],
        make: |story| alarm_date(story, 30),
    },
    Mutation {
        name: "visit after the refill date",
        source: "therapy 6",
        expected: &[("VISIT-TOO-LATE", SOFT)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Visit && line.before.on_demand.is_none(),
                |line| {
                    // By the alarm: a pump that is known by its own refills may have a later empty date.
                    let alarm = line.before.reached(line.before.fill - line.before.alarm, line.before.dose);
                    line.act["visit"]["on"] = json!(date(alarm - 5 + 2));
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "visit after the refill date, booked before the dose rose",
        source: "therapy 6",
        expected: &[("VISIT-TOO-LATE", SOFT)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate() {
                let rise = plain_order(line)
                    && line.dose * 10 > line.before.dose * 11
                    && line.before.run["mode"] == "continuous";
                let (old, new) = (line.before.refill_by(line.before.dose), line.before.refill_by(line.dose));
                if rise && old - new > 6 {
                    let mut spoilt = up_to(story, index);
                    let order = spoilt.lines.pop().unwrap();
                    then(
                        &mut spoilt,
                        0,
                        Kind::Visit,
                        "coordinator",
                        json!({ "visit": { "on": date(old - 1) } }),
                    );
                    spoilt.lines.push(order);
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
    Mutation {
        name: "nobody came for the refill",
        source: "therapy 6; safety 2 (withdrawal)",
        expected: &[("REFILL-OVERDUE", SOFT)],
        make: |story| ends(story, |due, _| due + 4),
    },
    Mutation {
        name: "nobody came, and the pump ran dry",
        source: "therapy 4a, 6",
        expected: &[("EMPTY", HARD)],
        make: |story| ends(story, |_, empty| empty + 2),
    },
    Mutation {
        name: "refilled after it had run dry, and on at the old dose",
        source: "Sgouros 2010; therapy 6",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| ran_dry(story),
    },
    Mutation {
        name: "replacement indicator ignored",
        source: "Medtronic; safety 1",
        expected: &[("REPLACE-SHOWN", SOFT)],
        make: |story| each(story, indicated, |_| Some(())),
    },
    Mutation {
        name: "impossible replacement date",
        source: "FDA Z-1338-2012; safety 8 row 11",
        expected: &[("REPLACE-DATE-IMPOSSIBLE", HARD)],
        make: |story| {
            each(story, indicated, |line| {
                let shown = line.act["interrogated"]["elective-replacement"].as_str().unwrap().to_owned();
                let shown: jiff::civil::Date = shown.parse().unwrap();
                let late = shown.checked_add(jiff::Span::new().days(91)).unwrap();
                line.act["interrogated"]["replace-by"] = json!(late.to_string());
                Some(())
            })
        },
    },
];

fn drawn(line: &Line) -> bool {
    line.kind == Kind::Fill && line.act["filled"].get("withdrawn").is_some()
}

fn with_refill(line: &Line) -> bool {
    line.act.get("order").is_some_and(|order| order.get("refill").is_some() && order.get("program").is_some())
}

fn indicated(line: &Line) -> bool {
    line.act.get("interrogated").is_some_and(|read| read.get("elective-replacement").is_some())
}

/// As far off as makes it certain: past the threshold and past what the accuracy explains; `None` would be negative.
fn just_past(story: &Story, line: &Line) -> i64 {
    let _ = story;
    let threshold = if line.before.fill <= 20 * ML { ML } else { 2 * ML };
    let given = line.before.given_by(line.at);
    let off = threshold.max(given * line.before.pump.accuracy / 1_000) + 100_000;
    line.before.left() + off
}

/// A refill whose residual does not fit, and the program at the old dose: ordered after it, or signed before it.
fn mismatched(story: &Story, found: impl Fn(&Story, &Line) -> i64, after: bool) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(1) {
        let given = line.before.given_by(line.at);
        let signed = with_refill(&story.lines[index - 1]);
        let drawn = drawn(line) && line.act["filled"].get("left").is_none() && signed != after;
        let withdrawn = found(story, line);
        let matters = (withdrawn - line.before.left()).abs() > 2 * ML.max(given / 5).min(ML * 11 / 10)
            || after && given > 0;
        let off = (withdrawn - line.before.left()).abs();
        let threshold = if line.before.fill <= 20 * ML { ML } else { 2 * ML };
        let certain = off > threshold + 100_000 && off * 1_000 > given * (line.before.pump.accuracy + 2);
        let above_start = line.before.start.is_none_or(|start| line.before.dose > start);
        if !(drawn && matters && certain && above_start) || withdrawn > line.before.fill {
            continue;
        }
        let mut spoilt = up_to(story, index);
        spoilt.lines[index].act["filled"]["withdrawn"] = json!(millilitres(withdrawn));
        let order = if after {
            order_dose(&mut spoilt, 5, line.before.product.strength, line.before.dose)
        } else {
            index - 1
        };
        confirm(&mut spoilt, order, 5, true);
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

/// A pump is replaced after a residual that nobody explained: the catheter, which was blocked, stays.
fn replaced_after_mismatch(story: &Story) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate() {
        let given = line.before.given_by(line.at);
        let above_start = line.before.start.is_none_or(|start| line.before.dose > start);
        let fits = drawn(line) && line.act["filled"].get("left").is_none() && given > 4 * ML && above_start;
        if !fits || story.lines[index - 1].kind == Kind::Bridge || with_refill(&story.lines[index - 1]) {
            continue;
        }
        let mut spoilt = up_to(story, index);
        spoilt.lines[index].act["filled"]["withdrawn"] = json!(millilitres(line.before.fill - ML / 2));
        let concentration = spoilt.lines[index].act["filled"]["concentration"].clone();
        let drug = spoilt.lines[index].act["filled"]["drug"].clone();
        let alarm = millilitres(line.before.alarm);
        let pump = json!({ "model": line.before.pump.id, "serial": "INVENTED-NEW", "tubing": "0.14 mL",
            "clock": story.pump["clock"], "alarm-volume": alarm });
        let revised = json!({ "under-delivery": false, "pump-primed": true, "primed-with": concentration,
            "catheter-holds": "drug", "pump": pump });
        then(&mut spoilt, 2_880, Kind::Revision, "neurosurgeon", json!({ "revised": revised }));
        let volume = millilitres(line.before.pump.reservoir);
        let filled = json!({ "drug": drug, "concentration": concentration, "volume": volume });
        then(&mut spoilt, 10, Kind::Fill, "nurse", json!({ "filled": filled }));
        // The open finding of the refill is taken as explained by the pump that is gone.
        order_dose(&mut spoilt, 10, line.before.product.strength, line.before.dose);
        let order = spoilt.lines.len() - 1;
        spoilt.lines[index].id = "mismatch".to_owned();
        confirm(&mut spoilt, order, 5, true);
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

/// The confirmation after a refill with the alarm date of another volume.
fn alarm_date(story: &Story, days: i64) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(2) {
        let order = story.lines[..index].iter().rev().find(|order| any_order(order)).unwrap_or(line);
        let plain =
            order.mode() == Some("continuous") && order.program().unwrap().get("patient-bolus").is_none();
        if line.kind != Kind::Confirmation || !plain || line.before.dose == 0 {
            continue;
        }
        let mut bench = line.before.clone();
        bench.settle();
        bench.run = order.run().unwrap().clone();
        let day = bench.reached(bench.fill - bench.alarm, order.dose);
        // A month has to be more than what a reading of 0.5 mL is worth.
        if bench.flow_of(order.dose) * 20 < ML || day - bench.day(line.at) < 40 {
            continue;
        }
        let mut spoilt = up_to(story, index);
        spoilt.lines[index].act["confirmed"]["alarm-date"] = json!(date(day + days));
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

/// The course as it stands, looked at days later: past the refill date, or past the empty date.
fn ends(story: &Story, on: impl Fn(i64, i64) -> i64) -> Vec<Mutant> {
    let last = story.lines.last().unwrap();
    // The bench of the last line is the one before it: only a visit leaves it as it is.
    if last.kind != Kind::Visit || last.before.on_demand.is_some() {
        return Vec::new();
    }
    let bench = &last.before;
    let empty = bench.reached(bench.fill, bench.dose);
    // By the alarm: a pump that is known by its own refills may have a later empty date.
    let day = on(bench.reached(bench.fill - bench.alarm, bench.dose) - 5, empty);
    let mut spoilt = story.clone();
    spoilt.name = format!("{}, later", spoilt.name);
    vec![Mutant { story: spoilt, now: Some(day * DAY - bench.clock) }]
}

/// A pump that ran dry more than a day before somebody filled it and went on at the old dose.
fn ran_dry(story: &Story) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for mutant in ends(story, |_, empty| empty + 3) {
        let (mut spoilt, at) = (mutant.story, mutant.now.unwrap());
        let bench = spoilt.lines.last().unwrap().before.clone();
        if bench.start.is_some_and(|start| bench.dose <= start) {
            continue;
        }
        let minutes = (at - spoilt.lines.last().unwrap().at) / 60;
        let volume = millilitres(bench.pump.reservoir);
        let strength = super::dice::strength(bench.product.strength);
        let filled = json!({ "drug": bench.product.id, "concentration": strength, "volume": volume, "withdrawn": "0 mL" });
        then(&mut spoilt, minutes, Kind::Fill, "nurse", json!({ "filled": filled }));
        order_dose(&mut spoilt, 10, bench.product.strength, bench.dose);
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}
