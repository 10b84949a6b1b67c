//! Errors of sessions: the wrong pump, orders that hang in the air, and what is read back.

use super::bench::DAY;
use super::mutant::{
    HARD, Mutant, Mutation, SOFT, any_order, confirm, each, later_order, order_dose, plain, then, up_to,
};
use super::story::{Kind, Line, Story};
use serde_json::json;

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "wrong pump",
        source: "safety 8 row 10",
        expected: &[("SERIAL-DISAGREES", HARD)],
        make: |story| {
            each(story, any_order, |line| {
                line.program_mut().insert("serial".to_owned(), json!("INVENTED-OTHER"));
                Some(())
            })
        },
    },
    Mutation {
        name: "wrong pump read",
        source: "safety 8 row 10",
        expected: &[("SERIAL-DISAGREES", HARD)],
        make: |story| {
            each(
                story,
                |line| line.act.get("interrogated").is_some_and(|read| read.get("serial").is_some()),
                |line| {
                    line.act["interrogated"]["serial"] = json!("INVENTED-OTHER");
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "unconfirmed earlier order",
        source: "HSA January 2021; safety 8 row 2",
        expected: &[("ORDER-UNKNOWN", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            let confirmations =
                story.lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Confirmation);
            for (index, _) in confirmations {
                let next =
                    story.lines.iter().skip(index + 1).position(any_order).map(|more| index + 1 + more);
                let Some(next) = next.filter(|next| any_order(&story.lines[*next])) else { continue };
                let mut spoilt = up_to(story, next);
                spoilt.lines.remove(index);
                mutants.push(Mutant::of(spoilt));
            }
            mutants
        },
    },
    Mutation {
        name: "order signed, and never heard of again",
        source: "HSA January 2021; safety 8 row 2",
        expected: &[("ORDER-UNKNOWN", SOFT), ("ORDER-UNKNOWN", HARD)],
        make: |story| {
            let mut mutants = each(story, later_order, |_| Some(()));
            for mutant in &mut mutants {
                mutant.now = Some(mutant.story.lines.last().unwrap().at + 2 * DAY);
            }
            mutants
        },
    },
    Mutation {
        name: "pump not seen running after the session",
        source: "HSA January 2021; safety 1 (P48)",
        expected: &[("NOT-RUNNING", HARD)],
        make: |story| {
            each(story, running, |line| {
                line.act["confirmed"]["running"] = json!(false);
                Some(())
            })
        },
    },
    Mutation {
        name: "next order after a pump that was not seen running",
        source: "HSA January 2021; safety 1 (P48)",
        expected: &[("ORDER-UNKNOWN", HARD)],
        make: |story| next_order(story, |line| line.act["confirmed"]["running"] = json!(false)),
    },
    Mutation {
        name: "tenfold read back",
        source: "safety 8 row 2; ISMP",
        expected: &[("READ-BACK-DISAGREES", HARD)],
        make: |story| {
            each(story, running, |line| {
                line.act["confirmed"]["total"] = json!(plain(ten_times(line)));
                Some(())
            })
        },
    },
    Mutation {
        name: "dose read back 2 per cent off",
        source: "safety 8 row 2",
        expected: &[("READ-BACK-DISAGREES", HARD)],
        make: |story| {
            each(story, running, |line| {
                line.act["confirmed"]["total"] = json!(plain(ten_times(line) * 102 / 1_000));
                Some(())
            })
        },
    },
    Mutation {
        name: "another strength read back",
        source: "safety 8 row 2; FDA 2014 table 10",
        expected: &[("READ-BACK-DISAGREES", HARD)],
        make: |story| {
            each(story, running, |line| {
                let other = if line.act["confirmed"]["concentration"] == "500 ug/mL" {
                    "2000 ug/mL"
                } else {
                    "500 ug/mL"
                };
                line.act["confirmed"]["concentration"] = json!(other);
                Some(())
            })
        },
    },
    Mutation {
        name: "another mode read back",
        source: "safety 6 table 10 (user misreads mode)",
        expected: &[("READ-BACK-DISAGREES", HARD)],
        make: |story| {
            each(story, running, |line| {
                let other =
                    if line.act["confirmed"]["mode"] == "flex" { "continuous" } else { "minimum-rate" };
                line.act["confirmed"]["mode"] = json!(other);
                Some(())
            })
        },
    },
    Mutation {
        name: "next order built on a dose that was not read back",
        source: "safety 8 row 2",
        expected: &[("ORDER-UNKNOWN", HARD)],
        make: |story| {
            next_order(story, |line| line.act["confirmed"]["total"] = json!(plain(ten_times(line))))
        },
    },
    Mutation {
        name: "pump found stopped, and restarted at the old dose",
        source: "Sgouros 2010; safety 8 row 2",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| stopped_after(story, |line| matches!(line.kind, Kind::Confirmation | Kind::Visit)),
    },
    Mutation {
        name: "pump found stopped long after imaging, and restarted at the old dose",
        source: "Sgouros 2010; safety 1 (P41, P57)",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| stopped_after(story, |line| line.kind == Kind::ImagingCheck),
    },
    Mutation {
        name: "admitted with a stopped pump, and started at the dose of the letter",
        source: "Sgouros 2010; safety 8 row 10",
        expected: &[("RESTART-UNKNOWN", HARD)],
        make: |story| {
            let Some(found) = story.lines.iter().position(|line| line.kind == Kind::Found) else {
                return Vec::new();
            };
            let mut spoilt = up_to(story, found);
            let line = &mut spoilt.lines[found];
            line.act["found"]["run"] = json!({ "mode": "stopped" });
            let (strength, dose) = (line.before.product.strength, line.dose);
            if line.before.start.is_some_and(|start| dose <= start) {
                return Vec::new();
            }
            let order = order_dose(&mut spoilt, 30, strength, dose);
            spoilt.lines[order].reason = Some("dose of the referring clinic");
            spoilt.lines[order].second = Some("second physician");
            vec![Mutant::of(spoilt)]
        },
    },
];

fn running(line: &Line) -> bool {
    line.kind == Kind::Confirmation && line.act["confirmed"]["running"] == true
}

/// Ten times what a confirmation says, in ng/d.
fn ten_times(line: &Line) -> i64 {
    let text =
        line.act["confirmed"]["total"].as_str().or_else(|| line.act["confirmed"]["total"]["mon"].as_str());
    super::mutant::dose_of(text.unwrap()) * 10
}

/// A confirmation spoilt, and the next order of the course.
fn next_order(story: &Story, spoil: impl Fn(&mut Line)) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, _) in story.lines.iter().enumerate().filter(|(_, line)| running(line)) {
        let next = story.lines.iter().skip(index + 1).position(any_order);
        if let Some(more) = next {
            let mut spoilt = up_to(story, index + 1 + more);
            spoil(&mut spoilt.lines[index]);
            mutants.push(Mutant::of(spoilt));
        }
    }
    mutants
}

/// Weeks after a line the pump is found stopped, nobody knows since when, and it is started again as before.
fn stopped_after(story: &Story, fits: impl Fn(&Line) -> bool) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().filter(|(_, line)| fits(line)) {
        let later = story.lines.get(index + 1).is_none_or(|next| next.at - line.at > 2 * DAY);
        let bench = story.lines.get(index + 1).map_or(&line.before, |next| &next.before);
        let (dose, strength) = (bench.dose, bench.product.strength);
        let above_start = bench.start.is_none_or(|start| dose > start);
        if !later || dose == 0 || !above_start || bench.busy_until > line.at + DAY {
            continue;
        }
        let mut spoilt = up_to(story, index);
        then(
            &mut spoilt,
            2_000,
            Kind::Interrogation,
            "nurse",
            json!({ "interrogated": { "running": false } }),
        );
        let order = order_dose(&mut spoilt, 30, strength, dose);
        confirm(&mut spoilt, order, 5, true);
        spoilt.lines.retain(|line| line.kind != Kind::Visit);
        mutants.push(Mutant::of(spoilt));
    }
    mutants
}
