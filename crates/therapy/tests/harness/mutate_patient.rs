//! Errors around the patient: test doses, extra doses, silence, surgery, imaging and alarms.

use super::bench::{DAY, UG};
use super::dice::{mass, millilitres};
use super::mutant::{
    HARD, Mutant, Mutation, SOFT, confirm, each, order_dose, plain, plain_order, then, up_to,
};
use super::story::{Kind, Line, Story, moment};
use serde_json::{Value, json};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "too early screening",
        source: "label; therapy 2",
        expected: &[("SCREEN-TOO-SOON", HARD)],
        make: |story| second_tests(story, 23 * 3_600),
    },
    Mutation {
        name: "too early screening, by one second",
        source: "label; therapy 2",
        expected: &[("SCREEN-TOO-SOON", HARD)],
        make: |story| second_tests(story, DAY - 1),
    },
    Mutation {
        name: "test dose above the largest",
        source: "label; therapy 2",
        expected: &[("SCREEN-OVER-MAX", HARD)],
        make: |story| test_doses(story, |_| 101 * UG),
    },
    Mutation {
        name: "test dose in milligrams",
        source: "safety 8 row 9",
        expected: &[("SCREEN-OVER-MAX", HARD)],
        make: |story| test_doses(story, |dose| dose * 1_000),
    },
    Mutation {
        name: "test ladder skipped",
        source: "label; therapy 2",
        expected: &[("SCREEN-SKIPPED", SOFT)],
        make: |story| test_doses(story, |dose| if dose <= 75 * UG { 100 * UG } else { 0 }),
    },
    Mutation {
        name: "adult's first test dose for a very small child",
        source: "CHEO; panel 2016; therapy 2",
        expected: &[("SCREEN-SKIPPED", SOFT)],
        make: |story| {
            let mut mutants = test_doses(story, |dose| if dose == 25 * UG { 50 * UG } else { 0 });
            // Reported by the clinic that tested, without an order here.
            let reported = |line: &Line| line.act["screened"]["dose"] == "25 ug";
            let first = story.lines.iter().position(reported).filter(|first| *first < 2);
            if let Some(first) = first.filter(|_| mutants.is_empty()) {
                let mut spoilt = up_to(story, first);
                spoilt.lines[first].act["screened"]["dose"] = json!("50 ug");
                mutants.push(Mutant::of(spoilt));
            }
            mutants
        },
    },
    Mutation {
        name: "another test dose after a response",
        source: "label; therapy 2",
        expected: &[("SCREEN-DECIDED", HARD)],
        make: |story| after_tests(story, false),
    },
    Mutation {
        name: "another test dose after an adverse response",
        source: "label; therapy 2",
        expected: &[("SCREEN-DECIDED", HARD)],
        make: |story| after_tests(story, true),
    },
    Mutation {
        name: "test during an infection",
        source: "screening panel 2016; therapy 2",
        expected: &[("SCREEN-CHECKS", SOFT)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::TestOrder,
                |line| {
                    line.act["order"]["screening-dose"]["checks"]["no-urinary-infection"] = json!(false);
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "another test dose given than ordered",
        source: "FDA 2014 table 10; safety 4 (HID 1.4)",
        expected: &[("READ-BACK-DISAGREES", HARD)],
        make: |story| {
            let mut mutants = each(
                story,
                |line| line.kind == Kind::Test,
                |line| {
                    line.act["screened"]["dose"] = json!(mass(line.dose + 25 * UG));
                    Some(())
                },
            );
            mutants.retain(|mutant| mutant.story.lines.iter().any(|line| line.kind == Kind::TestOrder));
            mutants
        },
    },
    Mutation {
        name: "double bolus",
        source: "FDA 2014 table 10 (forgets earlier boluses)",
        expected: &[("DOUBLE-BOLUS", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in
                story.lines.iter().enumerate().filter(|(_, line)| line.mode() == Some("single-bolus"))
            {
                let mut spoilt = up_to(story, index + 1);
                let mut again = line.clone();
                again.id = "again".to_owned();
                again.at = spoilt.lines.last().unwrap().at + 5 * 3_600;
                again.program_mut().remove("reservoir");
                spoilt.lines.push(again);
                mutants.push(Mutant::of(spoilt));
            }
            mutants
        },
    },
    Mutation {
        name: "the same bolus twice in one order",
        source: "FDA 2014 table 10",
        expected: &[("DOUBLE-BOLUS", HARD)],
        make: |story| {
            boluses(story, |run| {
                let mut twice = run.clone();
                twice["then"] = run.clone();
                *run = twice;
            })
        },
    },
    Mutation {
        name: "bolus tenfold",
        source: "safety 8 row 9",
        expected: &[("BOLUS-LARGE", SOFT), ("BOLUS-LARGE", HARD)],
        make: |story| boluses(story, |run| bolus_times(run, 10)),
    },
    Mutation {
        name: "bolus in milligrams",
        source: "safety 8 row 9; therapy 1",
        expected: &[("BOLUS-LARGE", HARD)],
        make: |story| boluses(story, |run| bolus_times(run, 1_000)),
    },
    Mutation {
        name: "patient bolus tenfold",
        source: "safety 5 (R5.2), 8 row 9",
        expected: &[("PATIENT-BOLUS-ENVELOPE", SOFT), ("BOLUS-LARGE", SOFT), ("BOLUS-LARGE", HARD)],
        make: |story| {
            on_demand(story, |bolus| {
                let dose = super::mutant::dose_of(&bolus["dose"].as_str().unwrap().replace("ug", "ug/d"));
                bolus["dose"] = json!(mass(dose * 10));
            })
        },
    },
    Mutation {
        name: "patient bolus every few minutes, as often as wanted",
        source: "Open PCA R5.2",
        expected: &[("PATIENT-BOLUS-ENVELOPE", SOFT), ("PATIENT-BOLUS-LOCKOUT", HARD)],
        make: |story| {
            on_demand(story, |bolus| {
                bolus["lockout"] = json!("10 min");
                bolus["per-day-max"] = json!(100);
            })
        },
    },
    Mutation {
        name: "patient bolus whose lockout is shorter than itself",
        source: "Open PCA R5.2",
        expected: &[("PATIENT-BOLUS-LOCKOUT", HARD)],
        make: |story| on_demand(story, |bolus| bolus["lockout"] = json!("5 min")),
    },
    Mutation {
        name: "patient controller on a Prometra",
        source: "Flowonix patient controller guide",
        expected: &[("PATIENT-CONTROLLER-NOT-FOR-BACLOFEN", HARD)],
        make: |story| {
            each(
                story,
                |line| plain_order(line) && line.before.pump.prometra,
                |line| {
                    let bolus =
                        json!({ "dose": "5 ug", "over": "10 min", "lockout": "6 h", "per-day-max": 2 });
                    line.program_mut().insert("patient-bolus".to_owned(), bolus);
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "restart after silence of unknown length",
        source: "Sgouros 2010; safety 2",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| silence(story, |_| json!({ "cause": "nothing was delivered for an unknown time" })),
    },
    Mutation {
        name: "restart after two days of silence",
        source: "Sgouros 2010; safety 6 (1.6)",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| silence(story, |at| gap(story, at - 2 * DAY, Some(at))),
    },
    Mutation {
        name: "restart at the old dose after ten hours, without a word",
        source: "Saulino 2016; therapy 6",
        expected: &[("RESTART-LONG", SOFT)],
        make: |story| silence(story, |at| gap(story, at - 10 * 3_600, Some(at))),
    },
    Mutation {
        name: "gap with a known beginning that lasts",
        source: "Sgouros 2010; safety 8 row 2",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| silence(story, |at| gap(story, at - 3_600, None)),
    },
    Mutation {
        name: "restart after silence by way of the minimum rate",
        source: "Sgouros 2010; safety 2",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| by_minimum_rate(story, true),
    },
    Mutation {
        name: "days at minimum rate, then the old dose at once",
        source: "Sgouros 2010; therapy 6",
        expected: &[("RESTART-UNKNOWN", HARD), ("TENFOLD", HARD)],
        make: |story| by_minimum_rate(story, false),
    },
    Mutation {
        name: "planned stop that nobody ended",
        source: "FDA 2014 table 10 (forgets to restart); GIP 1.6",
        expected: &[("STOPPED-TOO-LONG", HARD)],
        make: |story| {
            stops(story)
                .into_iter()
                .map(|mut spoilt| {
                    let now = spoilt.lines.last().unwrap().at + 2 * DAY + 60;
                    spoilt.name += ", later";
                    Mutant { story: spoilt, now: Some(now) }
                })
                .collect()
        },
    },
    Mutation {
        name: "stopped, stopped again, and restarted at the old dose as after a short stop",
        source: "FDA 2014 table 10; therapy 6",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| {
            stops(story)
                .into_iter()
                .filter_map(|mut spoilt| {
                    let mut again = spoilt.lines[spoilt.lines.len() - 2].clone();
                    let bench = again.before.clone();
                    if bench.start.is_some_and(|start| bench.dose <= start) {
                        return None;
                    }
                    again.id = "again".to_owned();
                    again.at = spoilt.lines.last().unwrap().at + 30 * 3_600;
                    again.program_mut().remove("reservoir");
                    spoilt.lines.push(again);
                    let order = spoilt.lines.len() - 1;
                    stopped(&mut spoilt, order);
                    order_dose(&mut spoilt, 60, bench.product.strength, bench.dose);
                    Some(Mutant::of(spoilt))
                })
                .collect()
        },
    },
    Mutation {
        name: "old dose after delivery was restored by a revision",
        source: "Sgouros 2010; Lew 2005; safety 2",
        expected: &[("RESTORED-DELIVERY", HARD)],
        make: |story| revised(story, true, 1_000),
    },
    Mutation {
        name: "lower, but above the starting dose, after delivery was restored",
        source: "Sgouros 2010 (180 after less)",
        expected: &[("RESTORED-DELIVERY", HARD)],
        make: |story| revised(story, true, 700),
    },
    Mutation {
        name: "same dose after work on the catheter, without a word",
        source: "therapy 7",
        expected: &[("REVISION-REVIEW", SOFT)],
        make: |story| revised(story, false, 1_000),
    },
    Mutation {
        name: "old program left running when delivery was restored",
        source: "Sgouros 2010; safety 2",
        expected: &[("RESTORED-DELIVERY", HARD)],
        make: |story| {
            let mut mutants = revised(story, true, 1_000);
            mutants.iter_mut().for_each(|mutant| mutant.story.lines.truncate(mutant.story.lines.len() - 1));
            mutants
        },
    },
    Mutation {
        name: "nobody checked the pump after imaging",
        source: "safety 1 (2008, P57), 8 row 8",
        expected: &[("MRI-TASK", SOFT)],
        make: |story| each(story, |line| line.kind == Kind::Imaging, |_| Some(())),
    },
    Mutation {
        name: "pump not running after imaging",
        source: "safety 1 (P41), 8 row 8",
        expected: &[("NOT-RUNNING", HARD)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::ImagingCheck,
                |line| {
                    line.act["mri-checked"]["running"] = json!(false);
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "imaging with a pump that is MR Unsafe",
        source: "Flowonix FSN2019-044-02; safety 1",
        expected: &[("MRI-UNSAFE", HARD)],
        make: |story| {
            let mut mutants = added(story, json!({ "mri": {} }));
            mutants.retain(|mutant| story.pump["model"] == "prometra-ii-20" && mutant.now.is_none());
            mutants.iter_mut().for_each(|mutant| mutant.story.pump["model"] = json!("prometra-20"));
            mutants
        },
    },
    Mutation {
        name: "critical alarm left alone",
        source: "safety 1 (P49); Gillette",
        expected: &[("ALARM-CRITICAL", HARD)],
        make: |story| added(story, json!({ "alarm": { "kind": "motor-stall" } })),
    },
    Mutation {
        name: "two-tone alarm heard by the family",
        source: "safety 1 (P49, P50)",
        expected: &[("ALARM-CRITICAL", HARD)],
        make: |story| added(story, json!({ "alarm": { "sound": "two-tone" } })),
    },
    Mutation {
        name: "refill alarm left alone",
        source: "Medtronic pump management",
        expected: &[("ALARM-ADVISORY", SOFT)],
        make: |story| added(story, json!({ "alarm": { "kind": "low-reservoir", "sound": "single-tone" } })),
    },
];

/// The second test of a series, so many seconds after the first.
fn second_tests(story: &Story, seconds: i64) -> Vec<Mutant> {
    let orders: Vec<usize> = story
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.kind == Kind::TestOrder)
        .map(|(index, _)| index)
        .collect();
    let mut mutants = Vec::new();
    for pair in orders.windows(2) {
        let mut spoilt = up_to(story, pair[1]);
        let first = spoilt.lines[pair[1] - 1].at;
        spoilt.lines[pair[1]].at = first + seconds;
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

fn test_doses(story: &Story, dose: impl Fn(i64) -> i64) -> Vec<Mutant> {
    each(
        story,
        |line| line.kind == Kind::TestOrder,
        |line| {
            let wrong = dose(line.dose);
            line.act["order"]["screening-dose"]["dose"] = json!(mass(wrong));
            (wrong > 0).then_some(())
        },
    )
}

fn after_tests(story: &Story, adverse: bool) -> Vec<Mutant> {
    let last = story.lines.iter().rposition(|line| line.kind == Kind::Test);
    let Some(last) = last.filter(|last| story.lines[last.saturating_sub(1)].kind == Kind::TestOrder) else {
        return Vec::new();
    };
    let mut spoilt = up_to(story, last);
    if adverse {
        spoilt.lines[last].act["screened"]["adverse"] = json!(true);
    }
    let order =
        json!({ "order": { "screening-dose": { "dose": "75 ug", "checks": super::maker::checks() } } });
    then(&mut spoilt, 2_880, Kind::TestOrder, "physician", order);
    vec![Mutant::of(spoilt)]
}

fn boluses(story: &Story, spoil: impl Fn(&mut Value)) -> Vec<Mutant> {
    each(
        story,
        |line| line.mode() == Some("single-bolus"),
        |line| {
            spoil(&mut line.program_mut()["run"]);
            Some(())
        },
    )
}

fn bolus_times(run: &mut Value, times: i64) {
    let micrograms: i64 = run["dose"].as_str().unwrap().split_once(' ').unwrap().0.parse().unwrap();
    run["dose"] = json!(format!("{} ug", micrograms * times));
}

fn on_demand(story: &Story, spoil: impl Fn(&mut Value)) -> Vec<Mutant> {
    let bolus = |line: &Line| line.program().is_some_and(|program| program.get("patient-bolus").is_some());
    each(story, bolus, |line| {
        spoil(&mut line.program_mut()["patient-bolus"]);
        Some(())
    })
}

fn gap(story: &Story, from: i64, until: Option<i64>) -> Value {
    let mut gap = json!({ "from": moment(from, story.zone), "cause": "the rotor stood still" });
    if let Some(until) = until {
        gap["until"] = json!(moment(until, story.zone));
    }
    gap
}

/// An order at the old dose, above the starting dose, with days before it in which nothing else happened.
fn old_dose(line: &Line, before: &Line) -> bool {
    let above_start = line.before.start.is_none_or(|start| line.before.dose > start);
    plain_order(line)
        && line.at - before.at > 2 * DAY + 7_200
        && above_start
        && line.before.run["mode"] == "continuous"
        && line.before.busy_until < before.at
}

/// Nothing flowed before an order that goes on at the old dose, to the nanogram.
fn silence(story: &Story, what: impl Fn(i64) -> Value) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(1) {
        if !old_dose(line, &story.lines[index - 1]) {
            continue;
        }
        let mut spoilt = up_to(story, index - 1);
        let act = json!({ "gap": what(line.at - 600) });
        then(&mut spoilt, (line.at - 600 - story.lines[index - 1].at) / 60, Kind::Gap, "physician", act);
        order_dose(&mut spoilt, 10, line.before.product.strength, line.before.dose);
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

/// Silence, or a stop of three days, bridged over by the minimum rate, and then the old dose.
fn by_minimum_rate(story: &Story, silent: bool) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for mut mutant in silence(story, |_| json!({ "cause": "nothing was delivered for an unknown time" })) {
        let mut order = mutant.story.lines.pop().unwrap();
        if !silent {
            mutant.story.lines.pop();
        }
        let strength = order.before.product.strength;
        let dose = order.dose;
        order.reason = Some("fragile");
        order.second = Some("second physician");
        let program = order.program_mut();
        program.insert("run".to_owned(), json!({ "mode": "minimum-rate", "flow": "0.005 mL/d" }));
        program.insert("total".to_owned(), json!(plain(5 * strength)));
        order.dose = 5 * strength;
        mutant.story.lines.push(order);
        let order = mutant.story.lines.len() - 1;
        confirm(&mut mutant.story, order, 5, true);
        order_dose(&mut mutant.story, if silent { 120 } else { 3 * 1_440 - 60 }, strength, dose);
        mutants.push(mutant);
    }
    mutants
}

fn stopped(story: &mut Story, order: usize) -> usize {
    let index = confirm(story, order, 5, false);
    story.lines[index].act["confirmed"]["total"] = json!("0 ug/d");
    index
}

/// A planned stop with everything that it needs, in place of an order.
fn stops(story: &Story) -> Vec<Story> {
    let mut stops = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(1) {
        if old_dose(line, &story.lines[index - 1]) {
            let mut spoilt = up_to(story, index);
            let order = &mut spoilt.lines[index];
            let program = order.program_mut();
            program.insert("run".to_owned(), json!({ "mode": "stopped" }));
            program.insert("total".to_owned(), json!("0 ug/d"));
            order.reason = Some("revision tomorrow, oral cover is written");
            order.second = Some("neurosurgeon");
            stopped(&mut spoilt, index);
            stops.push(spoilt);
        }
    }
    stops
}

/// Another catheter, and the dose before times a part per mille.
fn revised(story: &Story, under_delivery: bool, part: i64) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(1) {
        let dose = line.before.dose * part / 1_000;
        if !old_dose(line, &story.lines[index - 1]) || line.before.start.is_some_and(|start| dose <= start) {
            continue;
        }
        let mut spoilt = up_to(story, index - 1);
        let catheter = 190_000;
        let revised = json!({ "under-delivery": under_delivery, "pump-primed": true, "catheter-holds": "csf",
            "catheter": { "volume": millilitres(catheter) } });
        let minutes = (line.at - story.lines[index - 1].at) / 60;
        then(&mut spoilt, minutes, Kind::Revision, "neurosurgeon", json!({ "revised": revised }));
        let order = order_dose(&mut spoilt, 30, line.before.product.strength, dose);
        let program = spoilt.lines[order].program_mut();
        program["run"] = json!({ "mode": "priming-bolus", "volume": millilitres(catheter), "over": "20 min", "then": program["run"] });
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}

/// Something that happens a day after the end of a course with a pump.
fn added(story: &Story, act: Value) -> Vec<Mutant> {
    let mut spoilt = story.clone();
    then(&mut spoilt, 1_440, Kind::Other, "family", act);
    vec![Mutant::of(spoilt)]
}
