//! Checks that the exact core stays exact and closed: no float, no clock, no files, no std.

use super::Problem;
use super::tokens::{Kind, Token, inside, places};
use super::tree::Tree;
use crate::no_std;

/// Crates that count in whole numbers only.
const EXACT: [&str; 7] = ["quantity", "pump", "twin", "catalogue", "controller", "monitor", "therapy"];

/// Crates that know nothing outside their arguments.
const CLOSED: [&str; 5] = ["quantity", "pump", "twin", "therapy", "scales"];

/// The crate that may ask what time it is.
const CLOCK_OWNER: &str = "thecal";

const CLOCKS: [&[&str]; 5] = [
    &["SystemTime", ":", ":", "now"],
    &["Instant", ":", ":", "now"],
    &["Timestamp", ":", ":", "now"],
    &["Zoned", ":", ":", "now"],
    &["UNIX_EPOCH", ".", "elapsed"],
];

const OUTSIDE: [&str; 4] = ["fs", "net", "env", "process"];

/// Tests inside `src` are held to it as well: an oracle in floats belongs into `tests/`.
pub(crate) fn floats(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.sources(&EXACT) {
        let mut before = ["", ""];
        for token in &file.tokens {
            let [earlier, last] = before;
            let word = token.is_word() && ["f32", "f64"].iter().any(|float| is_about(&token.text, float));
            // After a single dot it is a place in a tuple, as in `pair.0.1`; after two, the end of a range.
            let place = last == "." && earlier != ".";
            if word || token.kind == Kind::Literal && is_float(&token.text) && !place {
                problems.push(file.problem(token.line, format!("a float: {}", token.text)));
            }
            before = [last, token.text.as_str()];
        }
    }
    problems
}

/// The type itself and names such as `as_secs_f64`.
fn is_about(word: &str, float: &str) -> bool {
    word == float || word.strip_suffix(float).is_some_and(|front| front.ends_with('_'))
}

fn is_float(literal: &str) -> bool {
    let whole = literal.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '_');
    if whole.len() == literal.len() || ["0x", "0b", "0o"].iter().any(|other| literal.starts_with(other)) {
        return false;
    }
    whole.starts_with(['.', 'e', 'E', 'f'])
}

/// `now` is an argument, in tests too.
pub(crate) fn wall_clock(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.rust() {
        let Some((name, rest)) = file.room() else { continue };
        if name == CLOCK_OWNER || !(rest.starts_with("src/") || rest.starts_with("tests/")) {
            continue;
        }
        for row in CLOCKS {
            for token in places(&file.tokens, row).filter_map(<[_]>::first) {
                problems.push(file.problem(token.line, format!("reads the clock: {}", row.concat())));
            }
        }
    }
    problems
}

/// Tests may read vectors from files; the code may not.
pub(crate) fn outside_world(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.sources(&CLOSED) {
        for place in places(&file.tokens, &["std", ":", ":"]) {
            let [_, _, _, rest @ ..] = place else { continue };
            // `std::fs`, or the names that begin a path in `use std::{fs, io}`.
            let named: Vec<&Token> = match rest.first() {
                Some(open) if open.is("{") => {
                    let parts = inside(rest).split(|token| token.depth == open.depth + 1 && token.is(","));
                    parts.filter_map(<[_]>::first).collect()
                }
                name => name.into_iter().collect(),
            };
            for token in named.into_iter().filter(|token| !token.test) {
                if OUTSIDE.iter().any(|outside| token.is(outside)) {
                    problems.push(file.problem(token.line, format!("reaches outside: std::{}", token.text)));
                }
            }
        }
    }
    problems
}

/// The crates of a pump say `#![no_std]` and take nothing back.
pub(crate) fn bare(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in no_std::CRATES {
        let lib = format!("crates/{name}/src/lib.rs");
        let declared = tree
            .file(&lib)
            .is_some_and(|file| places(&file.tokens, &["#", "!", "[", "no_std", "]"]).next().is_some());
        if !declared {
            problems.push(Problem::new(&lib, 1, "must say #![no_std]"));
        }
    }
    for file in tree.sources(&no_std::CRATES) {
        for given in ["std", "alloc"] {
            let row = ["extern", "crate", given];
            let found = places(&file.tokens, &row).filter_map(<[_]>::first);
            for token in found.filter(|token| !token.test) {
                problems.push(file.problem(token.line, format!("extern crate {given} outside of tests")));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, one, run};
    use super::*;

    #[test]
    fn floats_are_seen() {
        for text in [
            "fn f(a: f64) {}",
            "type T = Vec<f32>;",
            "const A: T = 0.5;",
            "const A: T = 1e3;",
            "const A: T = 2f64;",
            "const A: R = 0..2.5;",
            "fn f() { a.as_secs_f64(); }",
            "macro_rules! m { () => { 1.0 } }",
            "#[cfg(test)] mod tests { const A: f64 = B; }",
        ] {
            one(floats, &[("crates/pump/src/a.rs", text)]);
        }
        for text in [
            "fn f() { pair.0.1; a.0 .1 }",
            "const A: u64 = 0xe5; const B: usize = 1usize; const C: u64 = 1_000; const D: R = 0..5;",
            "// an f64 in words\n/// and 0.5 in a doc\nconst A: &str = \"f64 0.5\";",
            "struct Chunkf64;",
        ] {
            none(floats, &[("crates/pump/src/a.rs", text)]);
        }
        none(
            floats,
            &[
                ("crates/scales/src/a.rs", "const A: f64 = 0.5;"),
                ("crates/pump/tests/a.rs", "const A: f64 = 0.5;"),
            ],
        );
    }

    #[test]
    fn clocks_are_seen() {
        for text in [
            "SystemTime::now()",
            "std::time::Instant::now()",
            "Timestamp::now()",
            "Zoned::now()",
            "UNIX_EPOCH.elapsed()",
        ] {
            let text = format!("fn f() {{ {text}; }}");
            assert!(one(wall_clock, &[("crates/twin/src/a.rs", &text)]).contains("reads the clock"));
            one(wall_clock, &[("crates/twin/tests/a.rs", &text)]);
            none(
                wall_clock,
                &[
                    ("crates/thecal/src/a.rs", &text),
                    ("crates/twin/benches/a.rs", &text),
                    ("xtask/src/a.rs", &text),
                ],
            );
        }
        none(
            wall_clock,
            &[("crates/twin/src/a.rs", "fn f(now: Timestamp) { Timestamp::new(now) } // Zoned::now()")],
        );
    }

    #[test]
    fn the_outside_world_is_seen() {
        one(outside_world, &[("crates/therapy/src/a.rs", "use std::fs;")]);
        one(outside_world, &[("crates/therapy/src/a.rs", "fn f() { std::net::lookup(); }")]);
        assert_eq!(
            run(
                outside_world,
                &[("crates/therapy/src/a.rs", "use std::{fmt::{self, Write}, fs::{self, File}, net};")]
            )
            .len(),
            2
        );
        none(
            outside_world,
            &[
                ("crates/therapy/src/a.rs", "use std::{fmt, collections::{fs, net}}; // std::fs"),
                ("crates/therapy/src/b.rs", "#[cfg(test)] mod tests { use std::fs; }"),
                ("crates/catalogue/src/a.rs", "use std::fs;"),
                ("crates/therapy/tests/a.rs", "use std::fs;"),
            ],
        );
    }

    #[test]
    fn std_in_a_pump_is_seen() {
        let good = "//! a\n#![no_std]\n#[cfg(test)]\nextern crate std;\n";
        let libs = no_std::CRATES.map(|name| format!("crates/{name}/src/lib.rs"));
        // All of them good, but for the pump's, and one file more.
        let tree = |pump, more| -> Vec<(&str, &str)> {
            let text = |lib: &str| if lib == "crates/pump/src/lib.rs" { pump } else { good };
            libs.iter().map(|lib| (&**lib, text(lib))).chain([("crates/pump/src/a.rs", more)]).collect()
        };
        none(bare, &tree(good, ""));
        assert_eq!(one(bare, &tree("//! #![no_std]\n", "")), "crates/pump/src/lib.rs:1: must say #![no_std]");
        one(bare, &tree("#![cfg_attr(not(test), no_std)]", ""));
        one(bare, &tree(good, "extern crate std;"));
        one(bare, &tree(good, "extern crate alloc;"));
    }
}
