//! Which crate may know which: the rooms of the house, arrows only downward.

use super::Problem;
use super::tree::{File, Tree};
use toml::{Table, Value};

/// Everything may be known.
const ANY: &[&str] = &["*"];

/// A new crate gets its row here: a new arrow is a decision, not a side effect.
const ARROWS: [(&str, &[&str]); 22] = [
    ("quantity", &[]),
    ("pump", &["quantity"]),
    ("controller", &["quantity", "pump"]),
    ("monitor", &["quantity", "pump"]),
    ("link", &["quantity", "pump"]),
    ("implant", &["quantity", "pump", "controller", "monitor", "link"]),
    // Its tests talk to the virtual pump.
    ("programmer", &["quantity", "pump", "link", "implant", "virtual_pump"]),
    ("catalogue", &["quantity", "pump"]),
    ("virtual_pump", &["quantity", "pump", "controller", "monitor", "link", "implant", "catalogue"]),
    ("twin", &["quantity", "pump"]),
    ("scales", &[]),
    ("charts", &[]),
    ("outcomes", &["scales"]),
    ("words", &[]),
    ("therapy", &["quantity", "pump", "catalogue", "twin", "scales"]),
    ("record", &[]),
    (
        "practice",
        &["quantity", "pump", "catalogue", "twin", "scales", "words", "therapy", "record", "outcomes"],
    ),
    // Its tests compare the pumps that its words name with the catalogue.
    ("documents", &["catalogue", "words"]),
    (
        "clinic",
        &[
            "quantity",
            "pump",
            "programmer",
            // Its tests put a virtual pump on the table.
            "implant",
            "virtual_pump",
            "catalogue",
            "twin",
            "scales",
            "words",
            "therapy",
            "record",
            "practice",
            "documents",
            "charts",
            "outcomes",
        ],
    ),
    // Everything that the two sides of the air are made of, in one simulation.
    (
        "whole",
        &[
            "pump",
            "catalogue",
            "virtual_pump",
            "implant",
            "link",
            "programmer",
            "twin",
            "therapy",
            "record",
            "practice",
        ],
    ),
    ("thecal", ANY),
    ("e2e", ANY),
];

pub(crate) fn arrows(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    let crates: Vec<(&str, &File)> = tree
        .files()
        .iter()
        .filter_map(|file| match file.room() {
            Some((name, "Cargo.toml")) => Some((name, file)),
            _ => None,
        })
        .collect();
    for (name, file) in &crates {
        let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| known == name) else {
            problems.push(file.problem(1, format!("no row for {name} in xtask/src/tidy/arrows.rs")));
            continue;
        };
        let manifest: Table = match file.text.parse() {
            Ok(manifest) => manifest,
            Err(error) => {
                problems.push(file.problem(1, format!("not readable as TOML: {}", error.message())));
                continue;
            }
        };
        for wanted in dependencies(&manifest) {
            let ours = crates.iter().any(|(name, _)| *name == wanted);
            if ours && *allowed != ANY && !allowed.contains(&wanted.as_str()) {
                let line = file.lines().find(|(_, text)| text.trim_start().starts_with(wanted.as_str()));
                let line = line.map_or(1, |(line, _)| line);
                problems.push(file.problem(line, format!("{name} must not know {wanted}")));
            }
        }
    }
    problems
}

/// Names of the packages wanted anywhere in a manifest, tests and build scripts included.
fn dependencies(manifest: &Table) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in manifest {
        let Some(table) = value.as_table() else { continue };
        if key.ends_with("dependencies") {
            names.extend(table.iter().map(|(name, how)| {
                // `short = { package = "long" }` hides the real name.
                how.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()
            }));
        } else if key == "target" {
            names.extend(table.values().filter_map(Value::as_table).flat_map(dependencies));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, one};
    use super::*;

    fn pump(dependencies: &str) -> Vec<(&'static str, &str)> {
        vec![
            ("crates/quantity/Cargo.toml", ""),
            ("crates/twin/Cargo.toml", ""),
            ("crates/thecal/Cargo.toml", "[dependencies]\ntwin = { workspace = true }\n"),
            ("crates/pump/Cargo.toml", dependencies),
        ]
    }

    #[test]
    fn an_upward_arrow_is_seen() {
        none(arrows, &pump("[dependencies]\nquantity = { workspace = true }\nserde = \"1\"\n"));
        let bad = pump("[dependencies]\nquantity = { workspace = true }\ntwin = { workspace = true }\n");
        assert_eq!(one(arrows, &bad), "crates/pump/Cargo.toml:3: pump must not know twin");
        one(arrows, &pump("[dev-dependencies]\ntwin = { workspace = true }\n"));
        one(arrows, &pump("[build-dependencies]\ntwin = { workspace = true }\n"));
        one(arrows, &pump("[target.'cfg(unix)'.dependencies]\ntwin = { workspace = true }\n"));
        one(arrows, &pump("[dependencies]\nt = { package = \"twin\", path = \"../twin\" }\n"));
        one(arrows, &pump("[dependencies.twin]\npath = \"../twin\"\n"));
    }

    #[test]
    fn an_unknown_crate_is_seen() {
        assert!(one(arrows, &[("crates/new/Cargo.toml", "")]).contains("no row for new"));
        one(arrows, &[("crates/pump/Cargo.toml", "[")]);
    }
}
