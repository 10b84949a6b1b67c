//! `cargo xtask tidy`: the rules of the house that no compiler knows.
//!
//! A check is a function from the tree of files to its problems. It reads nothing itself, so that a
//! test can hand it a small bad tree and see it fail.

mod arrows;
mod ids;
mod published;
mod purity;
mod shape;
mod tokens;
mod tree;

use crate::shell;
use anyhow::{Result, bail};
use tree::Tree;

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) what: String,
}

impl Problem {
    fn new(file: &str, line: usize, what: impl Into<String>) -> Problem {
        Problem { file: file.to_owned(), line, what: what.into() }
    }
}

type Check = fn(&Tree) -> Vec<Problem>;

const CHECKS: [Check; 15] = [
    tree::readable,
    shape::openings,
    shape::long_files,
    shape::long_functions,
    shape::leftovers,
    shape::trailing_space,
    shape::machine_paths,
    purity::floats,
    purity::wall_clock,
    purity::outside_world,
    purity::bare,
    arrows::arrows,
    ids::requirements,
    published::published,
    ids::rules,
];

/// These only warn.
const HINTS: [Check; 1] = [shape::growing_files];

pub(crate) fn run() -> Result<()> {
    let tree = Tree::read(&shell::root())?;
    let hints = found(&tree, &HINTS);
    let problems = found(&tree, &CHECKS);
    for hint in &hints {
        println!("{}:{}: warning: {}", hint.file, hint.line, hint.what);
    }
    for problem in &problems {
        println!("{}:{}: {}", problem.file, problem.line, problem.what);
    }
    let files = tree.files().len();
    if problems.is_empty() {
        println!("tidy: {files} files, {} warnings", hints.len());
        Ok(())
    } else {
        bail!("tidy: {} problems in {files} files", problems.len())
    }
}

fn found(tree: &Tree, checks: &[Check]) -> Vec<Problem> {
    let mut found: Vec<_> = checks.iter().flat_map(|check| check(tree)).collect();
    found.sort();
    found.dedup();
    found
}

/// What the tests of the checks share.
#[cfg(test)]
mod testing {
    use super::*;

    /// Runs one check over a small tree and returns `file:line` and text of what it found.
    pub(crate) fn run(check: Check, files: &[(&str, &str)]) -> Vec<String> {
        let problems = found(&Tree::of(files), &[check]);
        problems
            .iter()
            .map(|problem| format!("{}:{}: {}", problem.file, problem.line, problem.what))
            .collect()
    }

    /// The one problem that the check must find here.
    pub(crate) fn one(check: Check, files: &[(&str, &str)]) -> String {
        let problems = run(check, files);
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems.concat()
    }

    pub(crate) fn none(check: Check, files: &[(&str, &str)]) {
        assert_eq!(run(check, files), Vec::<String>::new());
    }
}
