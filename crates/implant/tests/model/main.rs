//! The model of link and commit in its short form: every state within small budgets, and each rule broken once on purpose. The
//! long form is `cargo xtask campaign model`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a model may fail loudly")]
#![allow(clippy::print_stdout, reason = "the figures are told")]
#![allow(dead_code, reason = "the long form uses the rest")]

#[path = "mod.rs"]
mod model;

use model::rooms::Broken;
use model::run::{happens, tried};
use model::{
    COMPARED, CONFIRMED, DELIVERY, IS_NOT_ENTERED, IS_UNKNOWN, NOT_ENTERED, ONCE, REFUSED, RUNS, SIGNED, TWO,
    settings,
};

/// R-MOD-1 to R-MOD-9, within the short budgets.
#[test]
fn nothing_is_found() {
    let short = [
        ("two programs under one counter", settings::rivals()),
        ("the second program overtakes", settings::overtaken()),
        ("one programmer, memory and pump fail", settings::alone()),
        ("one programmer that restarts", settings::forgetful()),
        ("an order unsigned, one read back otherwise", settings::unfit()),
        ("a program, a hold, a resume, an emergency", settings::holds()),
        ("two holds under one counter", settings::two_holds()),
    ];
    for (name, setting) in short {
        assert_eq!(tried(name, setting).against, [""; 0], "{name}");
    }
}

/// What the properties speak of comes about.
#[test]
fn something_happens() {
    for what in [CONFIRMED, IS_UNKNOWN, REFUSED, IS_NOT_ENTERED, TWO] {
        assert!(happens(settings::overtaken(), what), "{what}");
    }
}

/// Each rule of the product, broken on purpose: the model sees it.
#[test]
fn what_is_broken_is_found() {
    let (two, one, unfit) = (settings::rivals, settings::alone, settings::unfit);
    for (broken, setting, expected) in [
        (Broken::Counter, two(), model::RISING),
        (Broken::OldSession, two(), NOT_ENTERED),
        (Broken::Turn, one(), NOT_ENTERED),
        (Broken::NumberAndTurn, two(), NOT_ENTERED),
        (Broken::Link, two(), NOT_ENTERED),
        (Broken::LinkAndCounter, two(), ONCE),
        (Broken::LostCommit, two(), NOT_ENTERED),
        (Broken::Digest, two(), RUNS),
        (Broken::Signature, unfit(), SIGNED),
        (Broken::InTheClear, two(), NOT_ENTERED),
        (Broken::WriteLater, one(), NOT_ENTERED),
        (Broken::SessionStops, two(), DELIVERY),
        (Broken::ReadBack, unfit(), COMPARED),
    ] {
        let tried = tried(&format!("{broken:?} broken"), setting.but(broken));
        assert!(tried.against.contains(&expected), "{broken:?}: {:?}", tried.against);
    }
}
