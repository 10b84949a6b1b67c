//! Requirement and rule ids run through: from the documents to the code and its tests, and back.

use super::Problem;
use super::tokens::{Kind, places};
use super::tree::{File, Tree};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const REQUIREMENTS: &str = "docs/requirements.md";
const RULES: &str = "docs/rules.md";
/// Where `therapy` lists its rule ids as strings.
const RULE_IDS: &str = "crates/therapy/src/rule.rs";

/// Each requirement has a place and a test, and the code names no requirement that nobody wrote.
pub(crate) fn requirements(tree: &Tree) -> Vec<Problem> {
    let Some(table) = tree.file(REQUIREMENTS) else {
        return vec![Problem::new(REQUIREMENTS, 1, "is missing")];
    };
    let (rows, mut problems) = rows(table);
    if rows.is_empty() {
        problems.push(table.problem(1, "has no row | R-XXX-NN | requirement | where | test |"));
    }
    let mut tested = BTreeSet::new();
    for file in tree.rust().filter(|file| file.room().is_some()) {
        for mention in mentions(file) {
            if !rows.contains_key(&mention.id) {
                problems.push(file.problem(mention.line, format!("{} is not in {REQUIREMENTS}", mention.id)));
            }
            if mention.in_test {
                tested.insert(mention.id);
            }
        }
    }
    for (id, line) in rows.iter().filter(|(id, _)| !tested.contains(*id)) {
        problems.push(table.problem(*line, format!("no test mentions {id}")));
    }
    problems
}

/// The table's ids with their lines.
pub(super) fn rows(table: &File) -> (BTreeMap<String, usize>, Vec<Problem>) {
    let mut rows = BTreeMap::new();
    let mut problems = Vec::new();
    for (line, text) in table.lines().filter(|(_, text)| text.starts_with("| R-")) {
        // `\|` is a bar inside a cell.
        let text = text.replace("\\|", " ");
        let cells: Vec<&str> = text.trim_matches([' ', '|']).split('|').map(str::trim).collect();
        let [id, rest @ ..] = cells.as_slice() else { continue };
        if !is_requirement(id) {
            problems.push(table.problem(line, format!("{id} is not of the form R-XXX-NN")));
        } else if rest.len() != 3 || rest.iter().any(|cell| cell.is_empty()) {
            problems.push(table.problem(line, format!("{id} needs: id, requirement, where, test")));
        }
        if rows.insert((*id).to_owned(), line).is_some() {
            problems.push(table.problem(line, format!("{id} stands twice")));
        }
    }
    (rows, problems)
}

struct Mention {
    id: String,
    line: usize,
    in_test: bool,
}

/// Ids in comments, docs and strings, and in names of functions: `r_dose_07_stops` is R-DOSE-07.
fn mentions(file: &File) -> Vec<Mention> {
    let test_lines = test_lines(file);
    let whole = file.room().is_some_and(|(_, rest)| rest.starts_with("tests/"));
    let mention = |id, line| Mention {
        id,
        line,
        in_test: whole || test_lines.iter().any(|(from, to)| (from..=to).contains(&&line)),
    };
    let mut found = Vec::new();
    for (line, text) in file.lines() {
        let ids = kebab_words(text).filter(|word| is_requirement(word));
        found.extend(ids.map(|id| mention(id.to_owned(), line)));
    }
    for place in places(&file.tokens, &["fn"]) {
        let [_, name, ..] = place else { continue };
        let mut parts = name.text.split('_');
        if let (Some("r"), Some(area), Some(number)) = (parts.next(), parts.next(), parts.next()) {
            let id = format!("R-{}-{number}", area.to_uppercase());
            if is_requirement(&id) {
                found.push(mention(id, name.line));
            }
        }
    }
    found
}

/// Runs of lines that hold test code. Comments are no tokens: one between two lines of a run counts,
/// and so does the one directly above a run.
fn test_lines(file: &File) -> Vec<(usize, usize)> {
    let comments: BTreeSet<usize> =
        file.lines().filter(|(_, text)| text.trim_start().starts_with("//")).map(|(line, _)| line).collect();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for token in &file.tokens {
        match runs.last_mut() {
            Some((_, to)) if inside && token.test => *to = token.line,
            _ if token.test => {
                let mut from = token.line;
                while from.checked_sub(1).is_some_and(|above| comments.contains(&above)) {
                    from -= 1;
                }
                runs.push((from, token.line));
            }
            _ => {}
        }
        inside = token.test;
    }
    runs
}

/// Each rule is explained to people.
pub(crate) fn rules(tree: &Tree) -> Vec<Problem> {
    let Some(list) = tree.file(RULE_IDS) else {
        return vec![Problem::new(RULE_IDS, 1, "is missing: set RULE_IDS in xtask/src/tidy/ids.rs")];
    };
    let Some(rules) = tree.file(RULES) else {
        return vec![Problem::new(RULES, 1, "is missing")];
    };
    let explained: BTreeSet<&str> = kebab_words(&rules.text).collect();
    let mut problems = Vec::new();
    let mut number = 0_u32;
    for token in list.tokens.iter().filter(|token| token.kind == Kind::Literal && !token.test) {
        let id = token.text.trim_matches('"');
        if id.len() + 2 == token.text.len() && is_rule(id) {
            number += 1;
            if !explained.contains(id) {
                problems.push(list.problem(token.line, format!("{id} is not in {RULES}")));
            }
        }
    }
    if number == 0 {
        problems.push(list.problem(1, "declares no rule id: set RULE_IDS in xtask/src/tidy/ids.rs"));
    }
    problems
}

/// Runs of letters, digits and hyphens.
pub(super) fn kebab_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_')
}

/// `R-DOSE-07`.
pub(super) fn is_requirement(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let ["R", area, number] = parts.as_slice() else { return false };
    !area.is_empty()
        && area.chars().all(|letter| letter.is_ascii_uppercase())
        && !number.is_empty()
        && number.chars().all(|letter| letter.is_ascii_digit())
}

/// `BRIDGE-REQUIRED`, `DOSE-OVER-1000`, `TENFOLD`.
fn is_rule(word: &str) -> bool {
    !is_requirement(word)
        && word.len() > 2
        && word.starts_with(|letter: char| letter.is_ascii_uppercase())
        && word.split('-').all(|part| {
            !part.is_empty()
                && part.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, one, run};
    use super::*;

    const ROW: &str =
        "| id | requirement | where | test |\n|---|---|---|---|\n| R-DOSE-07 | Stops. | `A` | `b` |\n";

    #[test]
    fn a_requirement_without_test_is_seen() {
        for text in [
            "#[cfg(test)]\nmod tests {\n    // R-DOSE-07\n    fn a() {}\n}\n",
            "/// R-DOSE-07: stops.\n#[test]\nfn a() {}\n",
            "#[test]\nfn r_dose_07_stops() {}\n",
        ] {
            none(requirements, &[(REQUIREMENTS, ROW), ("crates/a/src/lib.rs", text)]);
        }
        none(requirements, &[(REQUIREMENTS, ROW), ("crates/a/tests/a.rs", "//! R-DOSE-07.\n")]);
        let gap = "docs/requirements.md:3: no test mentions R-DOSE-07";
        assert_eq!(one(requirements, &[(REQUIREMENTS, ROW)]), gap);
        // The rule that fulfils it is not its test.
        assert_eq!(
            one(requirements, &[(REQUIREMENTS, ROW), ("crates/a/src/lib.rs", "// R-DOSE-07\nfn a() {}\n")]),
            gap
        );
        assert_eq!(
            one(requirements, &[(REQUIREMENTS, ROW), ("xtask/src/a.rs", "#[test]\nfn r_dose_07() {}\n")]),
            gap
        );
    }

    #[test]
    fn an_unwritten_requirement_is_seen() {
        let test = ("crates/a/tests/a.rs", "// R-DOSE-07, R-DOSE-08\nfn r_dose_09_a() {}\n");
        assert_eq!(
            run(requirements, &[(REQUIREMENTS, ROW), test]),
            [
                "crates/a/tests/a.rs:1: R-DOSE-08 is not in docs/requirements.md",
                "crates/a/tests/a.rs:2: R-DOSE-09 is not in docs/requirements.md",
            ]
        );
    }

    #[test]
    fn a_broken_table_is_seen() {
        one(requirements, &[]);
        one(requirements, &[(REQUIREMENTS, "# Requirements\n")]);
        let test = ("crates/a/tests/a.rs", "// R-DOSE-07\n");
        for row in [
            "| R-DOSE-07 | again | a | b |\n",
            "| R-dose-08 | form | a | b |\n",
            "| R-DOSE-08 | no test | a | |\n",
        ] {
            let problems = run(requirements, &[(REQUIREMENTS, &format!("{ROW}{row}")), test]).join("\n");
            assert!(
                ["twice", "of the form", "needs:"].iter().any(|what| problems.contains(what)),
                "{problems}"
            );
        }
        let bar = "| R-DOSE-07 | a \\| b | c | d |\n";
        none(requirements, &[(REQUIREMENTS, bar), test]);
    }

    #[test]
    fn an_unexplained_rule_is_seen() {
        let list = (
            RULE_IDS,
            "//! a\nconst A: &str = \"BRIDGE-REQUIRED\"; // \"IN-COMMENT\"\nconst B: &str = \"TENFOLD\";\nconst C: &str = \"No rule\";\n",
        );
        none(rules, &[list, (RULES, "`BRIDGE-REQUIRED` and TENFOLD.\n")]);
        assert_eq!(
            one(rules, &[list, (RULES, "`BRIDGE-REQUIRED-SOFT`, `BRIDGE-REQUIRED` and tenfold.\n")]),
            "crates/therapy/src/rule.rs:3: TENFOLD is not in docs/rules.md"
        );
        one(rules, &[list]);
        one(rules, &[(RULES, "")]);
        one(rules, &[(RULE_IDS, "//! empty\n"), (RULES, "")]);
    }
}
