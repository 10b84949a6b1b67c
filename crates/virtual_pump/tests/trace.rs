//! R-LOP-8: a recorded year, played again, gives the same trace byte for byte; and the trace is not empty of anything.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;
mod recorded;

use implant::trace;
use std::collections::BTreeMap;

/// How often each kind of thing is in a trace, and the log at its end.
fn counted(trace: &[u8]) -> (BTreeMap<char, usize>, BTreeMap<u8, usize>) {
    let (mut tags, mut kinds) = (BTreeMap::new(), BTreeMap::new());
    let mut rest = trace;
    while let Some((tag, after)) = rest.split_first() {
        *tags.entry(char::from(*tag)).or_default() += 1;
        let length = match tag {
            b'S' | b'E' => 4,
            b'W' => 10,
            b'T' => 5,
            b'R' => 6 + usize::from(u16::from_le_bytes([after[4], after[5]])),
            b'L' => {
                *kinds.entry(after[12]).or_default() += 1;
                21
            }
            other => panic!("{other}"),
        };
        rest = &after[length..];
    }
    (tags, kinds)
}

#[test]
fn r_lop_8_a_recorded_year_repeats_byte_for_byte() {
    let mut provision = common::provision();
    provision.stroke_nanolitres = 2_500;
    let script = virtual_pump::record::year(&provision, 11).unwrap();
    assert_eq!(script, virtual_pump::record::year(&provision, 11).unwrap());
    let mut first = Vec::new();
    trace::run(&script, &mut |piece| first.extend_from_slice(piece));
    let mut second = Vec::new();
    trace::run(&script, &mut |piece| second.extend_from_slice(piece));
    assert_eq!(first, second);
    let (tags, kinds) = counted(&first);
    println!(
        "{} bytes of script, {} of trace: {tags:?}; log by kind {kinds:?}; player of {} bytes",
        script.len(),
        first.len(),
        size_of::<trace::Player>()
    );
    assert!(tags[&'S'] > 30_000, "{tags:?}");
    assert!(tags[&'R'] > 100, "{tags:?}");
    assert!(tags[&'T'] > 100, "{tags:?}");
    // Another seed is another trace: its keys are others.
    let other = virtual_pump::record::year(&provision, 12).unwrap();
    let mut third = Vec::new();
    trace::run(&other, &mut |piece| third.extend_from_slice(piece));
    assert_ne!(first, third);
}

/// What runs on the emulated board is a year that this code lives; `cargo run --package virtual_pump --example year` writes it anew.
#[test]
fn r_lop_8_the_recorded_year_is_the_one_on_the_board() {
    assert!(
        std::fs::read(recorded::file()).unwrap() == recorded::year().unwrap(),
        "firmware/year.bin is of another code"
    );
}
