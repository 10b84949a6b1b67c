//! What staff read stands in the catalogue of texts, not in templates.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use words::{Language, STAFF_FILES, source};

fn templates(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            templates(&path, into);
        } else if path.extension().is_some_and(|kind| kind == "html") {
            into.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut found = Vec::new();
    templates(&root, &mut found);
    let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
    found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// The keys of staff that a template names.
fn named(template: &str) -> BTreeSet<&str> {
    let pieces = template.split("\"staff-").skip(1);
    pieces.filter_map(|piece| piece.split_once('"')).map(|(rest, _)| rest).collect()
}

/// What stands in a template outside of tags, comments, statements and expressions.
fn plain(template: &str) -> String {
    let (mut plain, mut rest) = (String::new(), template);
    while let Some(first) = rest.chars().next() {
        let ends = [("{#", "#}"), ("{%", "%}"), ("{{", "}}")];
        if let Some((_, end)) = ends.iter().find(|(begins, _)| rest.starts_with(begins)) {
            rest = rest.split_once(end).map_or("", |(_, after)| after);
            plain.push(' ');
        } else if first == '<' {
            let mut depth = 0_i32;
            let end = rest.char_indices().find(|(at, letter)| {
                let two = rest.get(*at..at + 2).unwrap_or_default();
                depth += i32::from(two == "{{" || two == "{%") - i32::from(two == "}}" || two == "%}");
                *letter == '>' && depth == 0
            });
            rest = end.map_or("", |(at, _)| &rest[at + 1..]);
            plain.push(' ');
        } else {
            plain.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    plain
}

/// R-WRD-4: every key that a template names is there, and every text is named by a template.
#[test]
fn every_key_of_staff_is_there_and_used() {
    let templates = all();
    let used: BTreeSet<&str> = templates.iter().flat_map(|(_, text)| named(text)).collect();
    assert!(used.len() > 1_000);
    let lost: Vec<&&str> =
        used.iter().filter(|key| source(Language::English, &format!("staff-{key}")).is_none()).collect();
    assert!(lost.is_empty(), "no such text: {lost:?}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words/texts/en/staff");
    for file in STAFF_FILES {
        let text = std::fs::read_to_string(folder.join(format!("{file}.ftl"))).unwrap();
        let keys = text.lines().filter_map(|line| line.split_once(" = ")?.0.strip_prefix("staff-"));
        for key in keys {
            assert!(used.contains(key), "{file}: nothing says staff-{key}");
        }
    }
}

/// R-WRD-4: no words stand in a template of staff itself.
#[test]
fn no_words_stand_in_templates() {
    // What is in another language, and what is no word of ours.
    // The attributes are those that a macro writes inside a tag.
    let names = [
        "thecal",
        "nbsp",
        "amp",
        "middot",
        "rarr",
        "aria",
        "describedby",
        "invalid",
        "hint",
        "error",
        "true",
    ];
    let mut found = Vec::new();
    for (name, text) in all() {
        if name.starts_with("public/") || name.starts_with("papers/paper") || name.starts_with("papers/words")
        {
            continue;
        }
        let plain = plain(&text);
        let words = plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 2);
        let words: Vec<&str> = words.filter(|word| !names.contains(word)).collect();
        if !words.is_empty() {
            found.push(format!("{name}: {words:?}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
