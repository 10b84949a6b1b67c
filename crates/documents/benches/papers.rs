//! Time of one paper after warm-up: sheet, card and a paper of two pages, usual and fullest, in English and in Hebrew.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark may fail loudly")]
use criterion::{Criterion, criterion_group, criterion_main};
use documents::*;
use words::{Approvals, Language, Voice};

#[path = "../src/card/sample.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod cards;
#[path = "../src/paper/sample.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod letters;
#[path = "../src/emergency/sample.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod sheets;

fn papers(criterion: &mut Criterion) {
    let warmed = Warmed::new().unwrap();
    let none = Approvals::none();
    // Every paper is another patient's, as in a clinic: typst's cache may help with the template only.
    let mut number = 0_u32;
    for language in [Language::English, Language::Hebrew] {
        let voice = Voice::new(language, &none);
        let code = language.code();
        for (name, sheet) in [("usual", sheets::usual()), ("fullest", sheets::worst())] {
            criterion.bench_function(&format!("emergency sheet, {name}, {code}"), |bencher| {
                bencher.iter(|| {
                    number += 1;
                    let mut sheet = sheet.clone();
                    sheet.patient.given = format!("{} {number}", sheet.patient.given);
                    sheet.pump.serial = Some(format!("NGV{number}H"));
                    warmed.emergency_sheet(&[(&sheet, voice)]).unwrap()
                });
            });
        }
        for (name, card) in [("usual", cards::usual()), ("fullest", cards::worst())] {
            criterion.bench_function(&format!("pump card, {name}, {code}"), |bencher| {
                bencher.iter(|| {
                    number += 1;
                    let mut card = card.clone();
                    card.serial = Some(format!("NGV{number}H"));
                    card.offline = format!("{} {number}", card.offline);
                    warmed.card(&[(&card, voice)]).unwrap()
                });
            });
        }
        let paper = letters::usual();
        criterion.bench_function(&format!("paper, {code}"), |bencher| {
            bencher.iter(|| {
                number += 1;
                let mut paper = paper.clone();
                paper.heading = format!("Summary {number}").into();
                warmed.paper(&paper, &voice).unwrap()
            });
        });
    }
}

criterion_group!(benches, papers);
criterion_main!(benches);
