//! Errors of strength, bridge, prime and access port.

use super::bench::{Bench, DAY, ML, UG, drug};
use super::dice::{mass, millilitres, strength};
use super::mutant::{
    HARD, Mutant, Mutation, SOFT, any_order, each, every, later_order, order_dose, plain_order, then, up_to,
};
use super::story::{Kind, Line, Story};
use serde_json::json;

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "wrong concentration typed",
        source: "FDA 2014 table 10; safety 6",
        expected: &[("CONCENTRATION-DISAGREES", HARD)],
        make: |story| every(story, any_order, other_strength),
    },
    Mutation {
        name: "missing bridge",
        source: "safety 8 row 4; therapy 5c",
        expected: &[("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            bridges(story, |line, _| {
                let program = line.program_mut();
                program["run"] = program["run"]["then"].clone();
            })
        },
    },
    Mutation {
        name: "stronger drug filled, nobody tells the pump",
        source: "safety 8 row 4; therapy 5c",
        expected: &[("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            fills_of_bridges(story, |mut spoilt, order| {
                spoilt.lines.remove(order);
                spoilt
            })
        },
    },
    Mutation {
        name: "refill of another strength ordered without a program",
        source: "safety 8 row 4; therapy 5c",
        expected: &[("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Bridge,
                |line| {
                    line.act["order"].as_object_mut().unwrap().remove("program");
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "bridge left out of the order that was entered instead",
        source: "safety 8 row 4",
        expected: &[("BRIDGE-REQUIRED", HARD)],
        make: unbridged_after_all,
    },
    Mutation {
        name: "bridge computed with the old tubing volume",
        source: "FDA class I 2016 (0.199 for 0.140 mL)",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| {
            bridges(story, |line, bench| {
                let other = if bench.tubing == 199_000 { 140_000 } else { 199_000 };
                bridge(line, bench, bench.catheter + other, 1, 1);
                line.program_mut().remove("tubing");
            })
        },
    },
    Mutation {
        name: "old tubing volume written in the order",
        source: "FDA class I 2016; TGA 2017",
        expected: &[("TUBING-STALE", HARD)],
        make: |story| {
            each(story, any_order, |line| {
                let other = if line.before.tubing == 199_000 { 140_000 } else { 199_000 };
                line.program_mut().insert("tubing".to_owned(), json!(millilitres(other)));
                Some(())
            })
        },
    },
    Mutation {
        name: "bridge without the tubing",
        source: "therapy 5b",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| bridges(story, |line, bench| bridge(line, bench, bench.catheter, 1, 1)),
    },
    Mutation {
        name: "bridge timed with the new strength",
        source: "therapy 5b",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| {
            bridges(story, |line, bench| {
                let new = new_strength(line);
                bridge(line, bench, bench.dead_volume(), new, bench.product.strength);
            })
        },
    },
    Mutation {
        name: "bridge with its dose in the old strength",
        source: "therapy 5b",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| {
            bridges(story, |line, bench| {
                let run = &mut line.program_mut()["run"];
                run.as_object_mut().unwrap().remove("volume");
                run["dose"] = json!(mass(drug(bench.dead_volume(), bench.product.strength)));
            })
        },
    },
    Mutation {
        name: "bridge one fifteenth too short",
        source: "therapy 5b",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| bridges(story, |line, bench| bridge(line, bench, bench.dead_volume(), 14, 15)),
    },
    Mutation {
        name: "bridge never ends: the old flow goes on",
        source: "therapy 5c, last column",
        expected: &[("STEP-EXTREME", HARD), ("STEP-HIGH", SOFT), ("STEP-LOW", SOFT)],
        make: |story| {
            bridges(story, |line, bench| {
                let flow = bench.dose * 1_000 / bench.product.strength;
                let program = line.program_mut();
                program["run"]["then"] = json!({ "mode": "continuous", "flow": format!("{} mL/d", super::dice::decimal(flow, 6)) });
                program.remove("total");
            })
        },
    },
    Mutation {
        name: "the bridge programmed twice",
        source: "safety 6 table 10 (forgets earlier boluses)",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| {
            bridges(story, |line, _| {
                let run = &mut line.program_mut()["run"];
                let mut twice = run.clone();
                twice["then"] = run.clone();
                *run = twice;
            })
        },
    },
    Mutation {
        name: "a single bolus ahead of the bridge pushes the old drug",
        source: "therapy 5c; DESIGN rule 3",
        expected: &[("BRIDGE-WRONG", HARD), ("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            bridges(story, |line, bench| {
                let dose = mass((30 * UG).min(bench.dose / 4));
                let run = &mut line.program_mut()["run"];
                *run = json!({ "mode": "single-bolus", "dose": dose, "over": "10 min", "then": run.clone() });
            })
        },
    },
    Mutation {
        name: "bridge on a catheter volume that nobody has verified",
        source: "DESIGN (grade U: not checked, never passed)",
        expected: &[("NOT-CHECKED", SOFT)],
        make: |story| {
            let mut mutants = bridges(story, |_, _| ());
            for mutant in &mut mutants {
                mutant.story.catheter = json!({ "model": "ascenda-8780", "length": "90 cm" });
            }
            mutants.retain(|mutant| {
                mutant.story.lines.iter().all(|line| line.kind != Kind::Start && line.kind != Kind::Revision)
            });
            mutants
        },
    },
    Mutation {
        name: "bridge entered two days after the fill",
        source: "therapy 5c; safety 8 row 4",
        expected: &[("BRIDGE-WRONG", HARD)],
        make: |story| {
            let mut mutants = entered_late(story, 2 * DAY);
            // In that time the old program has moved the old drug on by more than a twentieth of the line.
            mutants.retain(|mutant| {
                let order = &mutant.story.lines[mutant.story.lines.len() - 3];
                let moved = order.before.flow_of(order.dose) * 2;
                moved * 10 > order.before.dead_volume() && moved < order.before.dead_volume()
            });
            mutants
        },
    },
    Mutation {
        name: "bridge entered, the refill not given",
        source: "therapy 5c; safety 2 (AAN 2014)",
        expected: &[("RESERVOIR-STALE", HARD), ("CONCENTRATION-DISAGREES", HARD)],
        make: |story| {
            let mut mutants = entered_late(story, 0);
            for mutant in &mut mutants {
                let fill = mutant.story.lines.len() - 2;
                mutant.story.lines.remove(fill);
            }
            mutants
        },
    },
    Mutation {
        name: "a new dose while the bridge still runs",
        source: "therapy 5c",
        expected: &[("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Bridge)
            {
                let confirmation = index + 2;
                let fits = story.lines.get(confirmation).is_some_and(|line| line.kind == Kind::Confirmation);
                if fits && line.before.bridge_seconds(line.before.dead_volume()) > 4 * 3_600 {
                    let mut spoilt = up_to(story, confirmation);
                    order_dose(&mut spoilt, 60, new_strength(line), line.dose * 95 / 100);
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
    Mutation {
        name: "catheter aspirated and primed, the old drug in the tubing forgotten",
        source: "therapy 5d",
        expected: &[("BRIDGE-REQUIRED", SOFT), ("BRIDGE-REQUIRED", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Bridge)
            {
                let mut spoilt = up_to(story, index);
                let mut order = spoilt.lines.pop().unwrap();
                let volume = line.before.catheter;
                let act = json!({ "aspirated": { "volume": millilitres(volume) } });
                let index = then(&mut spoilt, 5, Kind::Other, "physician", act);
                spoilt.lines[index].at = order.at - 300;
                let program = order.program_mut();
                let base = program["run"]["then"].clone();
                program["run"] = json!({ "mode": "priming-bolus", "volume": millilitres(volume), "over": "20 min", "then": base });
                spoilt.lines.push(order);
                mutants.push(Mutant::of(spoilt));
            }
            mutants
        },
    },
    Mutation {
        name: "prime into a catheter full of drug",
        source: "safety 1 (2013), 8 row 6",
        expected: &[("PRIME-WOULD-BOLUS", HARD)],
        make: |story| {
            each(story, later_order, |line| {
                let volume = line.before.catheter;
                let run = &mut line.program_mut()["run"];
                *run = json!({ "mode": "priming-bolus", "volume": millilitres(volume), "over": "20 min", "then": run.clone() });
                Some(())
            })
        },
    },
    Mutation {
        name: "prime with the tubing though the pump is primed",
        source: "FDA class I 2016",
        expected: &[("PRIME-WRONG", HARD)],
        make: |story| {
            primes(story, |line, bench| prime(line, bench.dead_volume().max(bench.catheter + 100_000)))
        },
    },
    Mutation {
        name: "prime forgotten",
        source: "therapy 5d; safety 8 row 6",
        expected: &[("PRIME-GAP", SOFT)],
        make: |story| {
            primes(story, |line, _| {
                let program = line.program_mut();
                program["run"] = program["run"]["then"].clone();
            })
        },
    },
    Mutation {
        name: "catheter aspirated, nobody primes",
        source: "safety 8 row 6; therapy 5d",
        expected: &[("PRIME-GAP", SOFT)],
        make: |story| {
            quiet_places(story, |spoilt, bench| {
                then(
                    spoilt,
                    0,
                    Kind::Other,
                    "physician",
                    json!({ "aspirated": { "volume": millilitres(bench.catheter) } }),
                );
            })
        },
    },
    Mutation {
        name: "contrast without aspiration",
        source: "Lew 2005; safety 2",
        expected: &[("PORT-NOT-ASPIRATED", HARD)],
        make: |story| {
            quiet_places(story, |spoilt, _| {
                let act = json!({ "injected": { "what": "contrast 1.5 mL", "aspirated-first": false, "catheter-holds": "contrast" } });
                then(spoilt, 0, Kind::Other, "radiologist", act);
            })
        },
    },
    Mutation {
        name: "drug for the reservoir injected into the access port",
        source: "ISMP 2004 (fatal)",
        expected: &[("PORT-NOT-ASPIRATED", HARD)],
        make: |story| {
            quiet_places(story, |spoilt, bench| {
                let what =
                    format!("baclofen {} micrograms per mL, meant for the reservoir", bench.product.strength);
                let act = json!({ "injected": { "what": what, "aspirated-first": false, "catheter-holds": "drug" } });
                then(spoilt, 0, Kind::Other, "nurse", act);
            })
        },
    },
    Mutation {
        name: "another strength filled than ordered",
        source: "FDA 2014 table 10; safety 4 (HID 1.4)",
        expected: &[("STRENGTH-DISAGREES", HARD)],
        make: |story| {
            fills_after_orders(story, |line, bench| {
                let (id, other) = if bench.product.strength == 500 {
                    ("gablofen-2000", 2_000)
                } else {
                    ("lioresal-500-20", 500)
                };
                let filled = &mut line.act["filled"];
                filled["drug"] = json!(id);
                filled["concentration"] = json!(strength(other));
            })
        },
    },
    Mutation {
        name: "a strength that the product does not have",
        source: "FDA 2014 table 10",
        expected: &[("STRENGTH-DISAGREES", HARD)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Fill,
                |line| {
                    let other = if line.act["filled"]["concentration"] == "500 ug/mL" { 2_000 } else { 500 };
                    line.act["filled"]["concentration"] = json!(strength(other));
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "screening ampoule in the pump",
        source: "lioresal.com (50 micrograms per mL: test only)",
        expected: &[("STRENGTH-NOT-FOR-PUMP", HARD)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Fill,
                |line| {
                    let filled = &mut line.act["filled"];
                    filled["drug"] = json!("lioresal-50-1");
                    filled["concentration"] = json!("50 ug/mL");
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "screening ampoule ordered for the pump",
        source: "lioresal.com (50 micrograms per mL: test only)",
        expected: &[("STRENGTH-NOT-FOR-PUMP", HARD)],
        make: |story| refill_orders(story, "gablofen-50", 50),
    },
    Mutation {
        name: "compounded mixture ordered",
        source: "FDA November 2012; HSA 2016",
        expected: &[("DRUG-UNLISTED", HARD)],
        make: |story| refill_orders(story, "baclofen and morphine, compounded", 2_000),
    },
    Mutation {
        name: "compounded mixture filled",
        source: "FDA November 2012; HSA 2016",
        expected: &[("DRUG-UNLISTED", SOFT)],
        make: |story| {
            each(
                story,
                |line| line.kind == Kind::Fill,
                |line| {
                    line.act["filled"]["drug"] = json!("baclofen and clonidine, compounded");
                    Some(())
                },
            )
        },
    },
    Mutation {
        name: "program for a mixture that is in the pump",
        source: "FDA November 2012; HSA 2016",
        expected: &[("DRUG-UNLISTED", HARD)],
        make: |story| {
            let mut mutants = Vec::new();
            for (index, line) in story.lines.iter().enumerate() {
                let next = story.lines.get(index + 1).is_some_and(plain_order);
                if line.kind == Kind::Fill && next {
                    let mut spoilt = up_to(story, index + 1);
                    spoilt.lines[index].act["filled"]["drug"] = json!("hydromorphone, compounded");
                    mutants.push(Mutant::of(spoilt));
                }
            }
            mutants
        },
    },
];

fn other_strength(line: &mut Line) {
    let program = line.program_mut();
    let typed = program["concentration"].as_str().unwrap();
    let other = if typed == "500 ug/mL" { 2_000 } else { 500 };
    program.insert("concentration".to_owned(), json!(strength(other)));
}

fn new_strength(line: &Line) -> i64 {
    let typed = line.program().unwrap()["concentration"].as_str().unwrap();
    typed.split_once(' ').unwrap().0.parse().unwrap()
}

fn bridges(story: &Story, spoil: impl Fn(&mut Line, &Bench)) -> Vec<Mutant> {
    each(
        story,
        |line| line.kind == Kind::Bridge,
        |line| {
            let bench = line.before.clone();
            spoil(line, &bench);
            Some(())
        },
    )
}

/// An order with a bridge, its fill, and its confirmation so much later.
fn entered_late(story: &Story, seconds: i64) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, _) in story.lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Bridge) {
        let confirmation = index + 2;
        if story.lines.get(confirmation).is_some_and(|line| line.kind == Kind::Confirmation) {
            let mut spoilt = up_to(story, confirmation);
            spoilt.lines[confirmation].at += seconds;
            mutants.push(Mutant::of(spoilt));
        }
    }
    mutants
}

/// A bridge over another volume, its time from that volume times a ratio.
fn bridge(line: &mut Line, bench: &Bench, volume: i64, times: i64, over: i64) {
    let seconds = bench.bridge_seconds(volume) * times / over;
    let run = &mut line.program_mut()["run"];
    run.as_object_mut().unwrap().remove("dose");
    run["volume"] = json!(millilitres(volume));
    run["over"] = json!(format!("{seconds} s"));
}

/// The fill after an order with a bridge, in a course that ends there.
fn fills_of_bridges(story: &Story, spoil: impl Fn(Story, usize) -> Story) -> Vec<Mutant> {
    let bridges = story.lines.iter().enumerate().filter(|(_, line)| line.kind == Kind::Bridge);
    bridges.map(|(order, _)| Mutant::of(spoil(up_to(story, order + 1), order))).collect()
}

/// The order with the bridge is signed but not entered; what is entered in its place has none.
fn unbridged_after_all(story: &Story) -> Vec<Mutant> {
    fills_of_bridges(story, |mut spoilt, order| {
        let (id, new, dose) = {
            let line = &spoilt.lines[order];
            (line.id.clone(), new_strength(line), line.dose)
        };
        then(&mut spoilt, 5, Kind::NotEntered, "nurse", json!({ "not-entered": { "order": id } }));
        order_dose(&mut spoilt, 5, new, dose);
        spoilt
    })
}

fn primes(story: &Story, spoil: impl Fn(&mut Line, &Bench)) -> Vec<Mutant> {
    each(
        story,
        |line| line.kind == Kind::Start && line.mode() == Some("priming-bolus"),
        |line| {
            let bench = line.before.clone();
            spoil(line, &bench);
            Some(())
        },
    )
    .into_iter()
    .filter(|mutant| {
        // A pump that was not primed needs its tubing filled as well.
        mutant
            .story
            .lines
            .iter()
            .all(|line| line.act.get("implanted").is_none_or(|act| act["pump-primed"] == true))
    })
    .collect()
}

fn prime(line: &mut Line, volume: i64) {
    let run = &mut line.program_mut()["run"];
    run.as_object_mut().unwrap().remove("dose");
    run["volume"] = json!(millilitres(volume));
}

/// Days after the last act, while nothing but the program goes on.
fn quiet_places(story: &Story, add: impl Fn(&mut Story, &Bench)) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate() {
        let before = &line.before;
        let quiet = matches!(line.kind, Kind::Interrogation | Kind::Order | Kind::Visit) && before.dose > 0;
        if quiet && before.fill > ML && line.at > before.busy_until + DAY / 2 && index > 0 {
            let mut spoilt = up_to(story, index - 1);
            let minutes = (line.at - spoilt.lines[index - 1].at) / 60;
            add(&mut spoilt, before);
            let last = spoilt.lines.last_mut().unwrap();
            last.at += minutes * 60;
            mutants.push(Mutant::of(spoilt));
        }
    }
    mutants
}

fn fills_after_orders(story: &Story, spoil: impl Fn(&mut Line, &Bench)) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, line) in story.lines.iter().enumerate().skip(1) {
        let ordered =
            story.lines[index - 1].act.get("order").is_some_and(|order| order.get("refill").is_some());
        if line.kind == Kind::Fill && ordered {
            let mut spoilt = up_to(story, index);
            let bench = spoilt.lines[index].before.clone();
            spoil(&mut spoilt.lines[index], &bench);
            mutants.push(Mutant::of(spoilt));
        }
    }
    mutants
}

fn refill_orders(story: &Story, drug: &str, micrograms: i64) -> Vec<Mutant> {
    let refills = |line: &Line| line.act.get("order").is_some_and(|order| order.get("refill").is_some());
    each(story, refills, |line| {
        let refill = &mut line.act["order"]["refill"];
        refill["drug"] = json!(drug);
        refill["concentration"] = json!(strength(micrograms));
        Some(())
    })
}
