//! The medication-error harness: R-HRN-1.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may fail loudly"
)]

#[path = "harness/bench.rs"]
mod bench;
#[path = "harness/dice.rs"]
mod dice;
#[path = "harness/episodes.rs"]
mod episodes;
#[path = "harness/maker.rs"]
mod maker;
#[path = "harness/story.rs"]
mod story;

use maker::Maker;
use std::collections::BTreeMap;
use std::time::Instant;

#[test]
fn sound_courses_stay_silent() {
    let setting = story::setting();
    let begun = Instant::now();
    let mut raised: BTreeMap<String, usize> = BTreeMap::new();
    let mut lines = 0;
    for seed in 0..240 {
        let story = Maker::new(seed, None).sound(8);
        lines += story.lines.len();
        let course = story.read(setting.catalogue).unwrap_or_else(|error| {
            panic!("{}: {error} line {}\n{}", story.name, error.line, story.text())
        });
        let verdict = story::judge(&course, &setting, None);
        for flag in &verdict.raised {
            let count = raised.entry(format!("{:?} {} order={}", flag.level, flag.rule, flag.order)).or_default();
            *count += 1;
            if *count <= 2 && flag.order {
                println!("{}: {flag:?}", story.name);
            }
        }
        for flag in &verdict.open {
            let count = raised.entry(format!("open {:?} {} order={}", flag.level, flag.rule, flag.order)).or_default();
            *count += 1;
            if *count <= 2 {
                println!("open {}: {flag:?}", story.name);
            }
        }
    }
    println!("{lines} lines {raised:#?} {:?}", begun.elapsed());
}

#[test]
#[ignore = "prints one course: SEED=12"]
fn show_one() {
    let seed = std::env::var("SEED").unwrap().parse().unwrap();
    let story = Maker::new(seed, None).sound(8);
    let setting = story::setting();
    let course = story.read(setting.catalogue).unwrap();
    let audit = therapy::audit::audit(&course, &setting, None).unwrap();
    println!("{} {} {} {}", story.patient, story.pump, story.catheter, story.zone);
    for line in &story.lines {
        println!("{} {} {:?} {}", line.id, story::moment(line.at, story.zone), line.kind, line.act);
        let judged = audit.lines.iter().find(|judged| judged.event.id == line.id).unwrap();
        for finding in judged.findings.iter().filter(|finding| finding.level > therapy::Level::Note) {
            println!("      {:?} {:?}", finding.rule, finding.numbers);
        }
    }
}
