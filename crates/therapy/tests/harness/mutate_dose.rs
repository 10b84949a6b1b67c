//! Errors of dose, unit, time and total.

use super::bench::{DAY, UG};
use super::mutant::{
    HARD, Mutant, Mutation, SOFT, any_order, confirm, dose_of, each, every, later_order, order_dose, plain,
    plain_order, redose, scale, set_continuous, then, up_to,
};
use super::story::{Kind, Story};
use serde_json::json;

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "milligrams for micrograms",
        source: "safety 2, 8 row 9",
        expected: &[("TENFOLD", HARD), ("START-DOSE-HIGH", HARD), ("DOSE-OVER-CAP", HARD)],
        make: |story| every(story, any_order, |line| redose(line, 1_000, 1)),
    },
    Mutation {
        name: "tenfold too high",
        source: "ISMP; safety 8 row 9",
        expected: &[("TENFOLD", HARD)],
        make: |story| {
            each(story, later_order, |line| (line.dose * 2 > line.before.dose).then(|| redose(line, 10, 1)))
        },
    },
    Mutation {
        name: "tenfold too low",
        source: "safety 8 row 9",
        expected: &[("TENFOLD", HARD)],
        make: |story| {
            each(story, later_order, |line| (line.dose < line.before.dose * 2).then(|| redose(line, 1, 10)))
        },
    },
    Mutation {
        name: "tenfold too high at the start",
        source: "safety 8 row 9",
        expected: &[("START-DOSE-HIGH", HARD)],
        make: |story| every(story, first, |line| redose(line, 10, 1)),
    },
    Mutation {
        name: "per hour instead of per day",
        source: "ISMP baclofen programming error",
        expected: &[("TENFOLD", HARD), ("START-DOSE-HIGH", HARD)],
        make: |story| every(story, any_order, |line| redose(line, 24, 1)),
    },
    Mutation {
        name: "per hour, the total written as meant",
        source: "ISMP baclofen programming error",
        expected: &[("TOTAL-DISAGREES", HARD)],
        make: |story| {
            each(story, any_order, |line| {
                scale(&mut line.program_mut()["run"], 24, 1);
                Some(())
            })
        },
    },
    Mutation {
        name: "60 once a day as 60 every hour",
        source: "ISMP baclofen programming error",
        expected: &[("TOTAL-DISAGREES", HARD)],
        make: |story| each(story, |line| line.mode() == Some("flex"), |line| every_hour(line, true)),
    },
    Mutation {
        name: "60 every hour, no total written",
        source: "ISMP baclofen programming error",
        expected: &[("STEP-EXTREME", HARD), ("STEP-HIGH", SOFT), ("TOTAL-DISAGREES", SOFT)],
        make: |story| each(story, |line| line.mode() == Some("flex"), |line| every_hour(line, false)),
    },
    Mutation {
        name: "a step of the day left on, no total written",
        source: "ISMP; safety 8 row 3",
        expected: &[("TOTAL-DISAGREES", SOFT)],
        make: |story| each(story, |line| line.mode() == Some("flex"), step_left_on),
    },
    Mutation {
        name: "week begins a day off",
        source: "safety 8 row 3; ISMP",
        expected: &[("TOTAL-DISAGREES", HARD)],
        make: |story| each(story, uneven, week_off),
    },
    Mutation {
        name: "one weekday doubled",
        source: "safety 8 row 3",
        expected: &[("FLEX-DAY-CHANGED", SOFT), ("STEP-HIGH", SOFT)],
        make: |story| each(story, |line| line.mode() == Some("flex"), one_day_doubled),
    },
    Mutation {
        name: "strengths 500 and 2000 mixed up: four times the dose",
        source: "safety 8 row 4",
        expected: &[("STEP-EXTREME", HARD)],
        make: |story| {
            each(story, later_order, |line| {
                (line.dose * 10 > line.before.dose * 7).then(|| redose(line, 4, 1))
            })
        },
    },
    Mutation {
        name: "strengths 500 and 2000 mixed up: a quarter of the dose",
        source: "safety 8 row 4",
        expected: &[("STEP-EXTREME", HARD)],
        make: |story| {
            each(story, later_order, |line| {
                (line.dose < line.before.dose * 3 / 2).then(|| redose(line, 1, 4))
            })
        },
    },
    Mutation {
        name: "strengths 1000 and 2000 mixed up: double the dose",
        source: "safety 8 row 4",
        expected: &[("STEP-HIGH", SOFT), ("STEP-EXTREME", HARD)],
        make: |story| {
            each(story, later_order, |line| {
                (line.dose * 10 > line.before.dose * 7).then(|| redose(line, 2, 1))
            })
        },
    },
    Mutation {
        name: "a rise one nanogram above the band",
        source: "therapy 3",
        expected: &[("STEP-HIGH", SOFT)],
        make: |story| {
            every(story, settled, |line| {
                set_continuous(line, line.before.dose * (1_000 + line.before.rise_max()) / 1_000 + 1);
            })
        },
    },
    Mutation {
        name: "a fall just below the band",
        source: "therapy 3, 4a",
        expected: &[("STEP-LOW", SOFT)],
        make: |story| every(story, settled, |line| set_continuous(line, line.before.dose * 4 / 5 - 1)),
    },
    Mutation {
        name: "two rises within 24 hours",
        source: "therapy 3",
        expected: &[("STEP-TOO-SOON", SOFT), ("STEP-TOO-SOON", HARD)],
        make: |story| again(story, 5),
    },
    Mutation {
        name: "two rises within 24 hours, by one second",
        source: "therapy 3",
        expected: &[("STEP-TOO-SOON", SOFT), ("STEP-TOO-SOON", HARD)],
        make: |story| again(story, 24 * 60).into_iter().map(one_second_early).collect(),
    },
    Mutation {
        name: "a rise on the day of the start",
        source: "therapy 3",
        expected: &[("STEP-TOO-SOON", HARD)],
        make: |story| {
            confirmed(story, |line| line.kind == Kind::Start)
                .into_iter()
                .map(|(mut story, dose, strength)| {
                    order_dose(&mut story, 600, strength, dose * 11 / 10);
                    Mutant::of(story)
                })
                .collect()
        },
    },
    Mutation {
        name: "total written differs by 2 per cent",
        source: "ISMP; safety 8 row 3",
        expected: &[("TOTAL-DISAGREES", HARD)],
        make: |story| {
            each(story, any_order, |line| {
                super::mutant::scale_total(&mut line.program_mut()["total"], 102, 100);
                Some(())
            })
        },
    },
    Mutation {
        name: "above 1000 micrograms a day without a word",
        source: "therapy 3",
        expected: &[("DOSE-OVER-1000", SOFT)],
        make: |story| {
            each(story, settled, |line| {
                (line.before.dose < 1_000 * UG).then(|| set_continuous(line, 1_000 * UG + 1))
            })
        },
    },
    Mutation {
        name: "start at twice the test dose though its effect lasted",
        source: "therapy 3",
        expected: &[("START-DOSE-HIGH", HARD)],
        make: |story| each(story, first, |line| line.before.start.map(|start| set_start(line, start * 2))),
    },
    Mutation {
        name: "start one nanogram above the starting dose",
        source: "therapy 3",
        expected: &[("START-DOSE-HIGH", HARD)],
        make: |story| each(story, first, |line| line.before.start.map(|start| set_start(line, start + 1))),
    },
    Mutation {
        name: "start without a test on record",
        source: "therapy 2, 3",
        expected: &[("START-DOSE-UNKNOWN", SOFT)],
        make: |story| {
            let mut mutants = each(story, first, |_| Some(()));
            for mutant in &mut mutants {
                mutant.story.lines.retain(|line| !matches!(line.kind, Kind::Test | Kind::TestOrder));
            }
            mutants
        },
    },
    Mutation {
        name: "slip of the decimal point while undoing a change",
        source: "safety 6 table 10 (user misreads)",
        expected: &[("TENFOLD", HARD)],
        make: |story| {
            changed(story)
                .into_iter()
                .map(|(mut story, before, strength)| {
                    order_dose(&mut story, 90, strength, before / 10);
                    Mutant::of(story)
                })
                .collect()
        },
    },
    Mutation {
        name: "back up to a dose that was lowered for a side effect",
        source: "therapy 3 (side effect: cut)",
        expected: &[("STEP-TOO-SOON", SOFT), ("STEP-HIGH", SOFT), ("STEP-TOO-SOON", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in
                story.lines.iter().enumerate().filter(|(_, line)| line.act.get("side-effect").is_some())
            {
                let order = story.lines.iter().skip(index).position(later_order).map(|more| index + more);
                let Some(order) = order.filter(|order| order - index <= 2) else { continue };
                if story.lines.get(order + 1).is_some_and(|line| line.kind == Kind::Confirmation) {
                    let mut spoilt = up_to(story, order + 1);
                    order_dose(&mut spoilt, 300, line.before.product.strength, line.before.dose);
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
    Mutation {
        name: "dose rising without effect",
        source: "Lew 2005; therapy 3, 7",
        expected: &[("DOSE-RISING", SOFT)],
        make: |story| rising(story, false),
    },
    Mutation {
        name: "dose rising without effect, with the same dose told again between",
        source: "Lew 2005; therapy 3, 7",
        expected: &[("DOSE-RISING", SOFT)],
        make: |story| rising(story, true),
    },
    Mutation {
        name: "a stop without a word",
        source: "therapy 4a; safety 2",
        expected: &[("STOP-ORDERED", SOFT)],
        make: |story| every(story, plain_order, stop),
    },
    Mutation {
        name: "minimum rate with a tenfold of the dose as its flow",
        source: "safety 6 table 7 (wrong mode)",
        expected: &[("TENFOLD", HARD)],
        make: |story| {
            each(story, settled, |line| {
                let flow = line.before.flow_of(line.before.dose) * 10;
                let program = line.program_mut();
                program.insert("run".to_owned(), json!({ "mode": "minimum-rate", "flow": format!("{} mL/d", super::dice::decimal(flow, 6)) }));
                program.remove("total");
                Some(())
            })
        },
    },
    Mutation {
        name: "a reason, but no second person",
        source: "safety 4 (6.1), 5 (R6.5)",
        expected: &[("STEP-HIGH", SOFT)],
        make: |story| {
            every(story, settled, |line| {
                line.reason = Some("spasms");
                set_continuous(line, line.before.dose * 3 / 2);
            })
        },
    },
    Mutation {
        name: "the second person is the first",
        source: "safety 4 (6.1), 5 (R6.5)",
        expected: &[("STEP-HIGH", SOFT)],
        make: |story| {
            every(story, settled, |line| {
                (line.reason, line.second) = (Some("spasms"), Some(line.by));
                set_continuous(line, line.before.dose * 3 / 2);
            })
        },
    },
    Mutation {
        name: "tenfold, and a diagnosis that the protocol does not know",
        source: "safety 8 row 9; DESIGN rule 6",
        expected: &[("TENFOLD", HARD)],
        make: |story| {
            let mut mutants = every(story, settled, |line| redose(line, 10, 1));
            mutants
                .iter_mut()
                .for_each(|mutant| mutant.story.patient["diagnosis"] = json!("stiff-person-syndrome"));
            mutants
        },
    },
    Mutation {
        name: "back to the old dose the day after a start anew",
        source: "Sgouros 2010; therapy 6",
        expected: &[("STEP-EXTREME", HARD), ("TENFOLD", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate().filter(|(_, line)| settled(line)) {
                let (dose, strength) = (line.before.dose, line.before.product.strength);
                let Some(start) = line.before.start.filter(|start| start * 2 < dose) else { continue };
                let mut spoilt = up_to(story, index - 1);
                let silence = json!({ "gap": { "cause": "nothing was delivered, nobody knows since when" } });
                then(
                    &mut spoilt,
                    (line.at - story.lines[index - 1].at) / 60,
                    Kind::Gap,
                    "physician",
                    silence,
                );
                let order = order_dose(&mut spoilt, 30, strength, start);
                confirm(&mut spoilt, order, 5, true);
                order_dose(&mut spoilt, 1_500, strength, dose);
                mutants.push(Mutant::of(spoilt));
            }
            mutants
        },
    },
    Mutation {
        name: "above the cap, with reason and second person",
        source: "therapy 3 (cap); safety 2 (block > cap)",
        expected: &[("DOSE-OVER-CAP", HARD)],
        make: |story| {
            every(story, settled, |line| {
                line.reason = Some("tolerance");
                line.second = Some("second physician");
                // In steps that are each within twice the dose before, as someone who is determined would.
                let dose = line.before.dose;
                set_continuous(line, dose.max(2_001 * UG));
            })
        },
    },
];

fn first(line: &super::story::Line) -> bool {
    line.kind == Kind::Start && line.before.dose == 0
}

/// An order at which an ordinary change could be made: more than three days after the last one.
fn settled(line: &super::story::Line) -> bool {
    plain_order(line)
        && line.at - line.before.changed_at > 4 * DAY
        && line.before.run["mode"] == "continuous"
        && line.before.titrated_since.is_none_or(|since| line.at - since > 4 * DAY)
}

fn uneven(line: &super::story::Line) -> bool {
    let Some(days) = line.program().and_then(|program| program["total"].as_object()) else { return false };
    let (monday, saturday) = (dose_of(days["mon"].as_str().unwrap()), dose_of(days["sat"].as_str().unwrap()));
    (monday - saturday).abs() * 40 > monday
}

fn set_start(line: &mut super::story::Line, dose: i64) {
    let program = line.program_mut();
    program["run"]["then"] = json!({ "mode": "continuous", "dose": plain(dose) });
    program.insert("total".to_owned(), json!(plain(dose)));
}

fn stop(line: &mut super::story::Line) {
    let program = line.program_mut();
    program.insert("run".to_owned(), json!({ "mode": "stopped" }));
    program.insert("total".to_owned(), json!("0 ug/d"));
}

/// The drug of the busiest step, every hour of the day.
fn every_hour(line: &mut super::story::Line, total: bool) -> Option<()> {
    let program = line.program_mut();
    let days = program["run"].get("week").map_or(&program["run"]["every-day"], |week| &week["mon"]);
    let steps = days.as_array().unwrap();
    let mut most = 0;
    for (index, step) in steps.iter().enumerate() {
        let hour = |step: &serde_json::Value| {
            step["from"].as_str().unwrap().split(':').next().unwrap().parse::<i64>().unwrap()
        };
        let until = steps.get(index + 1).map_or(24, hour);
        let per_hour = dose_of(step["dose"].as_str().unwrap()) / 24;
        most = most.max(per_hour * (until - hour(step)));
    }
    program["run"] = json!({ "mode": "flex", "every-day": [{ "from": "00:00", "dose": format!("{} ug/h", super::dice::decimal(most, 3)) }] });
    if !total {
        program.remove("total");
    }
    Some(())
}

fn step_left_on(line: &mut super::story::Line) -> Option<()> {
    let program = line.program_mut();
    let day = match program["run"].get_mut("every-day") {
        Some(day) => day,
        None => &mut program["run"]["week"]["wed"],
    };
    let steps = day.as_array_mut().unwrap();
    if steps.len() < 2 {
        return None;
    }
    steps.pop();
    program.remove("total");
    Some(())
}

fn week_off(line: &mut super::story::Line) -> Option<()> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let week = line.program_mut()["run"]["week"].as_object_mut().unwrap();
    let before = week.clone();
    for (index, day) in DAYS.iter().enumerate() {
        week.insert((*day).to_owned(), before[DAYS[(index + 1) % 7]].clone());
    }
    Some(())
}

fn one_day_doubled(line: &mut super::story::Line) -> Option<()> {
    let program = line.program_mut();
    let mut run = program["run"].clone();
    let day = |run: &serde_json::Value| {
        run.get("week").map_or(run["every-day"].clone(), |week| week["wed"].clone())
    };
    let (mut week, mut total) = (json!({}), json!({}));
    for name in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        week[name] = run.get("week").map_or_else(|| day(&run), |week| week[name].clone());
        let stated = &program["total"];
        total[name] = stated.get(name).unwrap_or(stated).clone();
    }
    scale(&mut week["wed"], 2, 1);
    super::mutant::scale_total(&mut total["wed"], 2, 1);
    run = json!({ "mode": "flex", "week": week });
    program.insert("run".to_owned(), run);
    program.insert("total".to_owned(), total);
    Some(())
}

/// Courses that end with an order seen running, with its dose and strength.
fn confirmed(story: &Story, fits: impl Fn(&super::story::Line) -> bool) -> Vec<(Story, i64, i64)> {
    let mut found = Vec::new();
    for (index, line) in story.lines.iter().enumerate().filter(|(_, line)| fits(line)) {
        if story.lines.get(index + 1).is_some_and(|next| next.kind == Kind::Confirmation) {
            let strength = story.lines[index + 1].before.product.strength;
            found.push((up_to(story, index + 1), line.dose, strength));
        }
    }
    found
}

/// Courses that end with a change of a dose that had run for days, with that dose and the strength.
fn changed(story: &Story) -> Vec<(Story, i64, i64)> {
    let mut found = Vec::new();
    for (index, line) in story.lines.iter().enumerate() {
        let changes = settled(line) && line.dose != line.before.dose;
        if changes && story.lines.get(index + 1).is_some_and(|next| next.kind == Kind::Confirmation) {
            found.push((up_to(story, index + 1), line.before.dose, line.before.product.strength));
        }
    }
    found
}

/// One more rise in band, `minutes` after a change was seen running.
fn again(story: &Story, minutes: i64) -> Vec<Mutant> {
    confirmed(story, |line| settled(line) && line.dose > line.before.dose)
        .into_iter()
        .map(|(mut story, dose, strength)| {
            order_dose(&mut story, minutes, strength, dose * 110 / 100);
            Mutant::of(story)
        })
        .collect()
}

fn one_second_early(mut mutant: Mutant) -> Mutant {
    mutant.story.lines.last_mut().unwrap().at -= 1;
    mutant
}

/// Three rises in band and no better score.
fn rising(story: &Story, told_again: bool) -> Vec<Mutant> {
    let Some(found) = story.lines.iter().position(|line| line.kind == Kind::Found) else { return Vec::new() };
    let mut story = up_to(story, found);
    let bench = story.lines[found].before.clone();
    let score = json!({ "scored": { "scale": "modified-ashworth", "value": "3" } });
    then(&mut story, 5, Kind::Other, "physiotherapist", score.clone());
    let (strength, mut dose) = (bench.product.strength, bench.dose);
    if dose > 600 * UG {
        return Vec::new();
    }
    for rise in 0..3 {
        if told_again && rise > 0 {
            let order = order_dose(&mut story, 1_440, strength, dose);
            confirm(&mut story, order, 5, true);
        }
        dose = dose * 112 / 100;
        if rise == 2 {
            then(&mut story, 2_880, Kind::Other, "physiotherapist", score.clone());
        }
        let order = order_dose(&mut story, 2_880, strength, dose);
        if rise < 2 {
            confirm(&mut story, order, 5, true);
        }
    }
    story.lines.retain(|line| line.kind != Kind::Visit);
    vec![Mutant::of(story)]
}
