//! docs/rules.md is the table of rules in words, as the code has it: R-DOC-1.
//!
//! With UPDATE_DOCS=1 in the environment the file is written instead of compared.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]

use std::path::Path;
use therapy::{Level, Protocol, Rule};

const HEAD: &str = "\
# Rules

<!-- Written from the code by the test rules_doc; change crates/therapy/src/rule.rs, then run
     UPDATE_DOCS=1 cargo test --workspace --test rules_doc -->

What thecal looks at, for clinicians and reviewers. A finding is one of these rules with the numbers it looked at.

- A **note** is to be known. It stops nothing.
- A **soft** finding on an order asks for a reason, and for a second person where the protocol says so.
- A **hard** finding refuses an order. Every hard rule names what can be done instead.
- A report is never refused: a soft or hard finding on it stays open until somebody has dealt with it.

The level below is the rule's own. A finding may carry another one where the text of a rule, or
[course-file.md](course-file.md), says so. Limits named here are those of the default protocol,
`crates/therapy/protocol/default.toml`; a site may have others.

Grades of sources: A primary (maker, regulator or peer-reviewed text), B secondary, D derived or thecal's own proposal,
U unverified.
";

/// A word of a table's cell: a bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn rendered(protocol: &Protocol) -> String {
    let second = &protocol.signing.second_person.value;
    let mut text = HEAD.to_owned();
    let count = |level: Level| Rule::ALL.iter().filter(|rule| rule.about().level == level).count();
    text.push_str(&format!(
        "\n{} rules: {} hard, {} soft, {} notes.\n\n| rule | level | says |\n|---|---|---|\n",
        Rule::ALL.len(),
        count(Level::Hard),
        count(Level::Soft),
        count(Level::Note)
    ));
    for rule in Rule::ALL {
        let about = rule.about();
        let link = about.id.to_lowercase();
        text.push_str(&format!(
            "| [{}](#{link}) | {} | {} |\n",
            about.id,
            about.level.word(),
            cell(about.says)
        ));
    }
    for rule in Rule::ALL {
        let about = rule.about();
        text.push_str(&format!("\n## {}\n\n{}\n\n", about.id, about.says));
        let two =
            if second.iter().any(|id| id == about.id) { "; a soft one needs a second person" } else { "" };
        text.push_str(&format!("- Level: {}{two}\n", about.level.word()));
        text.push_str(&format!("- Formula: `{}`\n- Source: {}\n", about.formula, about.source));
        if !about.exits.is_empty() {
            text.push_str("- What can be done:\n");
            for exit in about.exits {
                text.push_str(&format!("  - {exit}\n"));
            }
        }
    }
    text
}

/// R-DOC-1: docs/rules.md is what the code says.
#[test]
fn rules_are_as_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules.md");
    let wanted = rendered(Protocol::embedded().unwrap());
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &wanted).unwrap();
        return;
    }
    // A checkout may have other line ends.
    let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    if let Some((line, (found, wanted))) =
        (1..).zip(found.lines().zip(wanted.lines())).find(|(_, (a, b))| a != b)
    {
        panic!(
            "docs/rules.md:{line} is behind the code\n  it says:   {found}\n  the code:  {wanted}\n{HINT}"
        );
    }
    assert_eq!(found.len(), wanted.len(), "docs/rules.md is shorter or longer than the code has it\n{HINT}");
}

const HINT: &str = "write it anew with: UPDATE_DOCS=1 cargo test --workspace --test rules_doc";
