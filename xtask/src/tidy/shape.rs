//! Checks of the form of files: openings, lengths, leftovers, stray spaces, paths of one machine.

use super::Problem;
use super::tokens::{inside, places};
use super::tree::{File, Tree};

/// A file that grows beyond this wants a second room …
const LINES_HINT: usize = 400;
/// … and must have got it here.
const LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 120;

/// Every Rust file says first what it is.
pub(crate) fn openings(tree: &Tree) -> Vec<Problem> {
    let silent = tree.rust().filter(|file| !file.text.starts_with("//"));
    silent.map(|file| file.problem(1, "open the file with //! or //: what it is")).collect()
}

pub(crate) fn long_files(tree: &Tree) -> Vec<Problem> {
    longer(tree, LINES_MAX, usize::MAX)
}

pub(crate) fn growing_files(tree: &Tree) -> Vec<Problem> {
    longer(tree, LINES_HINT, LINES_MAX)
}

fn longer(tree: &Tree, above: usize, up_to: usize) -> Vec<Problem> {
    let lines = tree.rust().map(|file| (file, file.text.lines().count()));
    let long = lines.filter(|(_, lines)| *lines > above && *lines <= up_to);
    long.map(|(file, lines)| file.problem(lines, format!("{lines} lines, above {above}"))).collect()
}

pub(crate) fn long_functions(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.rust() {
        for place in places(&file.tokens, &["fn"]) {
            let [keyword, name, rest @ ..] = place else { continue };
            // `fn(u8)` is a type, not a function.
            if !name.is_word() {
                continue;
            }
            let ends = |token: &&super::tokens::Token| {
                token.depth == keyword.depth && (token.is("}") || token.is(";"))
                    || token.depth < keyword.depth
            };
            let Some(end) = rest.iter().find(ends) else { continue };
            let lines = end.line - keyword.line + 1;
            if end.is("}") && lines > FUNCTION_LINES_MAX {
                let what = format!("fn {}: {lines} lines, above {FUNCTION_LINES_MAX}", name.text);
                problems.push(file.problem(keyword.line, what));
            }
        }
    }
    problems
}

/// Words that mean "not finished"; in two halves, so that this file does not contain them.
const MARKERS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
/// Macros that must not stay.
const MACROS: [&str; 3] = ["dbg", "todo", "unimplemented"];

pub(crate) fn leftovers(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files().iter().filter(|file| is_ours(file)) {
        for (line, text) in file.lines() {
            let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"_-".contains(letter));
            // The pattern of an id, R-XXX-NN, is no leftover; a hyphen at an end means nothing.
            if let Some(word) = words.map(|word| word.trim_matches('-')).find(|word| MARKERS.contains(word)) {
                problems.push(file.problem(line, format!("leftover: {word}")));
            }
        }
        for name in MACROS {
            for token in places(&file.tokens, &[name, "!"]).filter_map(<[_]>::first) {
                problems.push(file.problem(token.line, format!("leftover: {name}!")));
            }
        }
        for place in places(&file.tokens, &["#", "["]) {
            let [_, attribute @ ..] = place else { continue };
            if inside(attribute).iter().any(|token| token.is("ignore")) {
                problems.extend(
                    attribute.first().map(|token| file.problem(token.line, "leftover: an ignored test")),
                );
            }
        }
    }
    problems
}

pub(crate) fn trailing_space(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files().iter().filter(|file| is_ours(file)) {
        let spaced = file.lines().filter(|(_, text)| text.ends_with(char::is_whitespace));
        problems.extend(spaced.map(|(line, _)| file.problem(line, "space at the end of the line")));
    }
    problems
}

/// Folders that exist on one machine only; in two halves, so that this file does not contain them.
const MACHINE: [&str; 3] = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/tmp/", "bash")];

pub(crate) fn machine_paths(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files() {
        for (line, text) in file.lines() {
            problems.extend(
                MACHINE
                    .iter()
                    .filter(|path| names(text, path))
                    .map(|path| file.problem(line, format!("a path of one machine: {path}"))),
            );
        }
    }
    problems
}

/// The path stands alone: not the middle of an address or of a longer path.
fn names(text: &str, path: &str) -> bool {
    text.match_indices(path).any(|(start, _)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || "./-_~".contains(letter))
    })
}

/// Lock files and licence texts are copied, not written.
fn is_ours(file: &File) -> bool {
    !file.path.ends_with(".lock") && !file.path.starts_with("LICENSE")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, one, run};
    use super::*;

    const LIB: &str = "crates/a/src/lib.rs";

    #[test]
    fn a_file_without_opening_is_seen() {
        assert_eq!(
            one(openings, &[(LIB, "use a;\n")]),
            "crates/a/src/lib.rs:1: open the file with //! or //: what it is"
        );
        one(openings, &[(LIB, "")]);
        none(openings, &[(LIB, "//! A.\n"), ("build.rs", "// b\n"), ("a.md", "text")]);
    }

    #[test]
    fn long_files_are_seen() {
        let text = |lines| "//\n".repeat(lines);
        assert_eq!(one(long_files, &[(LIB, &text(601))]), "crates/a/src/lib.rs:601: 601 lines, above 600");
        none(long_files, &[(LIB, &text(600))]);
        one(growing_files, &[(LIB, &text(401))]);
        none(growing_files, &[(LIB, &text(400)), ("xtask/src/b.rs", &text(601))]);
    }

    #[test]
    fn long_functions_are_seen() {
        let of = |lines: usize| {
            format!("//!\ntrait T {{ fn s(&self);\n fn f() {{\n{}}} }}\n", "a;\n".repeat(lines - 2))
        };
        assert_eq!(
            one(long_functions, &[(LIB, &of(121))]),
            "crates/a/src/lib.rs:3: fn f: 121 lines, above 120"
        );
        none(long_functions, &[(LIB, &of(120))]);
        none(long_functions, &[(LIB, &format!("type F = fn(u8);\n{}", "a;\n".repeat(130)))]);
    }

    #[test]
    fn leftovers_are_seen() {
        let [first, second, third] = MARKERS;
        for text in [
            format!("// {first}: later\n"),
            format!("/* {second} */\n"),
            format!("// {third}- here\n"),
            "fn f() { dbg!(1); }".to_owned(),
            "fn f() { todo!() }".to_owned(),
            "fn f() { unimplemented!(\"x\") }".to_owned(),
            "#[ignore]\nfn f() {}".to_owned(),
            "#[ignore = \"slow\"]\nfn f() {}".to_owned(),
            "#[cfg_attr(slow, ignore)]\nfn f() {}".to_owned(),
        ] {
            assert!(one(leftovers, &[(LIB, &text)]).contains("leftover"), "{text}");
        }
        one(leftovers, &[("docs/a.md", &format!("- {first}\n"))]);
        none(
            leftovers,
            &[(LIB, "// dbg! and todo! in words, TODOS, R-XXX-NN\nfn todo() { ignore(\"todo!()\"); }\n")],
        );
    }

    #[test]
    fn trailing_space_is_seen() {
        assert_eq!(run(trailing_space, &[("a.md", "a \nb\nc\t\nd\r\n")]).len(), 3);
        none(trailing_space, &[("a.md", "a\n\n b\n"), ("Cargo.lock", "a \n")]);
    }

    #[test]
    fn machine_paths_are_seen() {
        for path in MACHINE {
            one(machine_paths, &[("a.toml", &format!("x = \"{path}here\"\n"))]);
            one(machine_paths, &[("a.md", &format!("{path}x\n"))]);
            none(machine_paths, &[("a.md", &format!("see https://example.org{path}x and docs{path}x\n"))]);
        }
    }
}
