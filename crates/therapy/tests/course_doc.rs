//! docs/course-file.md is true of the reader: R-DOC-1. Its files and examples are read, what it calls complete has nothing
//! open, and every key and word that the reader knows stands in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly"
)]

use catalogue::Catalogue;
use std::collections::BTreeSet;
use std::path::Path;
use therapy::audit::audit;
use therapy::file::{self, CourseFile};
use therapy::input::{InputError, Kind, Node, Problem, from_json, from_toml};
use therapy::judge::Setting;
use therapy::{Protocol, Rule};

fn document() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/course-file.md");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("docs/course-file.md: {error}"))
        .replace("\r\n", "\n")
}

/// The code blocks with exactly this word after the fence, each with the line on which it begins.
fn blocks(document: &str, kind: &str) -> Vec<(usize, String)> {
    let fence = format!("```{kind}");
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    let mut wanted = false;
    for (line, text) in (1..).zip(document.lines()) {
        if text.starts_with("```") {
            open = !open;
            wanted = open && text == fence;
            if wanted {
                found.push((line + 1, String::new()));
            }
        } else if wanted {
            let (_, block) = found.last_mut().unwrap();
            block.push_str(text);
            block.push('\n');
        }
    }
    assert!(!found.is_empty(), "no block {fence}");
    found
}

/// What the short examples need around them: a patient with a filled pump that runs, and one order of each kind.
const AROUND: &str = r#"
format = "thecal course 1"
zone = "Europe/Berlin"
patient = { record = "EX-0000", name = "Invented Adult", invented = true, born = "1980-01-01", diagnosis = "stroke" }
pump = { model = "synchromed-ii-8637-40", serial = "INVENTED-0000", tubing = "0.14 mL", clock = "+01:00", alarm-volume = "6 mL" }
catheter = { volume = "0.2 mL" }
[[event]]
at = "2025-12-01T09:00:00+01:00"
found = { drug = "lioresal-500-20", concentration = "500 ug/mL", reservoir = "40 mL", run = { mode = "continuous", dose = "200 ug/d" } }
[[event]]
id = "rise-0"
at = "2025-12-02T09:00:00+01:00"
order.program = { concentration = "500 ug/mL", run = { mode = "continuous", dose = "220 ug/d" } }
"#;

/// Every tree of the document with the line of its block: complete files, heads without events, and events with what they
/// need around them.
fn trees(document: &str) -> Vec<(usize, Node)> {
    let of = |kind: &str, read: fn(&str) -> Result<Node, InputError>, before: &str| -> Vec<(usize, Node)> {
        let parsed = |(line, text): (usize, String)| match read(&format!("{before}{text}")) {
            Ok(tree) => (line, tree),
            Err(error) => panic!("docs/course-file.md:{line}: {error}"),
        };
        blocks(document, kind).into_iter().map(parsed).collect()
    };
    let complete = of("toml complete", from_toml, "").into_iter().chain(of("json complete", from_json, ""));
    let parts =
        of("toml head", from_toml, "event = []\n").into_iter().chain(of("toml event", from_toml, AROUND));
    complete.chain(parts).collect()
}

fn read(tree: &Node) -> Result<CourseFile, InputError> {
    file::read(tree, Catalogue::embedded().unwrap())
}

/// R-DOC-1: every block of the document is read; the complete ones have nothing open.
#[test]
fn every_block_is_read() {
    let document = document();
    for (line, tree) in trees(&document) {
        if let Err(error) = read(&tree) {
            panic!("docs/course-file.md:{line}: {error}");
        }
    }
    let catalogue = Catalogue::embedded().unwrap();
    let setting = Setting { protocol: Protocol::embedded().unwrap(), catalogue };
    let mut complete = blocks(&document, "toml complete");
    complete.extend(blocks(&document, "json complete"));
    for (line, text) in complete {
        let read = if text.starts_with('{') { file::read_json } else { file::read_toml };
        let course = read(&text, catalogue).unwrap();
        let open: Vec<&str> = audit(&course, &setting, None)
            .unwrap()
            .open
            .iter()
            .map(|open| open.finding.rule.about().id)
            .collect();
        assert!(open.is_empty(), "docs/course-file.md:{line}: open: {open:?}");
    }
}

/// Each object of a tree, by the positions that lead to it.
fn paths(node: &Node, here: &[usize], want: &impl Fn(&Node) -> bool, found: &mut Vec<Vec<usize>>) {
    if want(node) {
        found.push(here.to_vec());
    }
    let inner: Vec<&Node> = match &node.kind {
        Kind::Object(entries) => entries.iter().map(|(_, value)| value).collect(),
        Kind::List(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    for (index, node) in inner.into_iter().enumerate() {
        paths(node, &[here, &[index]].concat(), want, found);
    }
}

fn at<'a>(node: &'a mut Node, path: &[usize]) -> &'a mut Node {
    let Some((first, rest)) = path.split_first() else { return node };
    match &mut node.kind {
        Kind::Object(entries) => at(&mut entries[*first].1, rest),
        Kind::List(items) => at(&mut items[*first], rest),
        _ => panic!("no such path"),
    }
}

/// The keys that lead to a place.
fn keys<'a>(node: &'a Node, path: &[usize]) -> Vec<&'a str> {
    let Some((first, rest)) = path.split_first() else { return Vec::new() };
    match &node.kind {
        Kind::Object(entries) => {
            let (key, value) = &entries[*first];
            [vec![key.as_str()], keys(value, rest)].concat()
        }
        Kind::List(items) => keys(&items[*first], rest),
        _ => panic!("no such path"),
    }
}

/// The section that must name the keys of a table: that of its deepest key that has one.
fn section<'a>(document: &'a str, keys: &[&str]) -> &'a str {
    let heading = |key: &str| {
        // Places whose section has another name.
        let word = match key {
            "run" | "then" | "week" | "every-day" => "Programs",
            "event" => "Lines",
            key => key,
        };
        let mut sections = document.split("\n#");
        sections.find(|section| {
            let heading = section.lines().next().unwrap_or_default();
            heading.split(|letter: char| !letter.is_alphanumeric() && letter != '-').any(|part| part == word)
        })
    };
    // "order" alone is the heading of its parts.
    let deepest = keys.iter().rev().filter(|key| **key != "order").find_map(|key| heading(key));
    deepest.or_else(|| heading("top")).unwrap_or_else(|| panic!("no section for {keys:?}"))
}

/// R-DOC-1: what the reader names as known or accepted when it is given something else, the document names too, in the
/// section of the table.
#[test]
fn every_key_and_word_is_documented() {
    let document = document();
    let mut found: BTreeSet<(&str, String)> = BTreeSet::new();
    for (line, tree) in &trees(&document) {
        let mut objects = Vec::new();
        paths(tree, &[], &|node| matches!(node.kind, Kind::Object(_)), &mut objects);
        for path in objects {
            let mut changed = tree.clone();
            let Kind::Object(entries) = &mut at(&mut changed, &path).kind else { panic!("no object") };
            entries.push(("no-such-key".to_owned(), Node { kind: Kind::Flag(true), line: 1 }));
            let section = match keys(tree, &path).as_slice() {
                // The list of an order's parts stands before its sections.
                [.., "order"] => section(&document, &["Orders"]),
                keys => section(&document, keys),
            };
            match read(&changed).map_err(|error| error.problem) {
                Err(Problem::Unknown { known }) => {
                    found.extend(known.split(", ").map(|key| (section, key.to_owned())));
                }
                other => panic!("docs/course-file.md:{line}: an unknown key is answered with {other:?}"),
            }
        }
        // A word from a closed list, changed: the refusal lists them all.
        let mut texts = Vec::new();
        paths(tree, &[], &|node| matches!(node.kind, Kind::Text(_)), &mut texts);
        for path in texts {
            let mut changed = tree.clone();
            at(&mut changed, &path).kind = Kind::Text("no such word".to_owned());
            if let Err(Problem::NotOneOf { accepted, .. }) = read(&changed).map_err(|error| error.problem) {
                // Not a sentence such as "a date such as …".
                if accepted.split(", ").all(|word| !word.contains(' ') || word == file::FORM) {
                    found.extend(accepted.split(", ").map(|word| (document.as_str(), word.to_owned())));
                }
            }
        }
    }
    found.extend(acts().into_iter().map(|act| (document.as_str(), act)));
    // Ids of the catalogue are looked up with "thecal catalogue".
    let catalogue = Catalogue::embedded().unwrap();
    let ids = catalogue.pumps().iter().map(|pump| pump.id.as_str());
    let ids: BTreeSet<&str> =
        ids.chain(catalogue.catheters().iter().map(|catheter| catheter.id.as_str())).collect();
    found.retain(|(_, word)| !ids.contains(word.as_str()));
    let missing: Vec<String> = found
        .iter()
        .filter(|(section, word)| !section.contains(&format!("`{word}`")))
        .map(|(section, word)| format!("{word} in \"{}\"", section.lines().next().unwrap_or_default()))
        .collect();
    assert!(missing.is_empty(), "docs/course-file.md does not name: {missing:#?}");
    assert!(found.len() > 100, "only {} words were found", found.len());
}

/// What an event may hold, as the refusal of an empty one lists it.
fn acts() -> Vec<String> {
    let empty = format!("{AROUND}[[event]]\nat = \"2026-01-05T10:00:00+01:00\"\n");
    let Err(Problem::WrongType { accepted }) =
        read(&from_toml(&empty).unwrap()).map_err(|error| error.problem)
    else {
        panic!("an event without an act was read");
    };
    let (_, acts) = accepted.split_once(": ").unwrap();
    acts.split(", ").map(str::to_owned).collect()
}

/// R-DOC-1: each kind of event is shown, not only named.
#[test]
fn every_kind_of_event_is_shown() {
    let document = document();
    let mut shown: BTreeSet<String> = BTreeSet::new();
    for (_, tree) in trees(&document) {
        let Kind::Object(entries) = &tree.kind else { panic!("no object") };
        let (_, events) = entries.iter().find(|(key, _)| key == "event").unwrap();
        let Kind::List(events) = &events.kind else { panic!("no list") };
        for event in events {
            if let Kind::Object(entries) = &event.kind {
                shown.extend(entries.iter().map(|(key, _)| key.clone()));
            }
        }
    }
    let missing: Vec<String> = acts().into_iter().filter(|act| !shown.contains(act)).collect();
    assert!(missing.is_empty(), "docs/course-file.md shows no example of: {missing:?}");
}

/// R-DOC-1: a rule that the documents name exists.
#[test]
fn documents_name_rules_that_exist() {
    for name in ["course-file.md", "limits.md"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("docs/{name}: {error}"));
        for (line, text) in (1..).zip(text.lines()) {
            for word in text.split('`').skip(1).step_by(2) {
                let rule = word.contains('-')
                    && word.bytes().any(|byte| byte.is_ascii_uppercase())
                    && word
                        .bytes()
                        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
                assert!(!rule || Rule::by_id(word).is_some(), "docs/{name}:{line}: there is no rule {word}");
            }
        }
    }
}
