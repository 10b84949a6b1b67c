//! R-CLI-6 to R-CLI-8: what is shown: the whole catalogue, within the width, and to a reader who may have gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use catalogue::Catalogue;
use std::process::{Command, Output, Stdio};

fn thecal(columns: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thecal"));
    command.args(arguments).env("COLUMNS", columns);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn output(columns: &str, arguments: &[&str]) -> Output {
    thecal(columns, arguments).output().unwrap()
}

fn shown(arguments: &[&str]) -> String {
    let output = output("100", arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Every id, by kind.
fn ids() -> Vec<(&'static str, Vec<String>)> {
    let catalogue = Catalogue::embedded().unwrap();
    vec![
        ("pumps", catalogue.pumps().iter().map(|pump| pump.id.clone()).collect()),
        ("catheters", catalogue.catheters().iter().map(|catheter| catheter.id.clone()).collect()),
        ("drugs", catalogue.drugs().iter().map(|drug| drug.id.clone()).collect()),
        ("recalls", catalogue.recalls().iter().map(|recall| recall.id.clone()).collect()),
        ("sources", catalogue.sources().iter().map(|source| source.id.to_string()).collect()),
    ]
}

/// R-CLI-6: every entry is listed and has a page, in words and as JSON; what is unverified says so.
#[test]
fn the_catalogue_shows_everything() {
    let catalogue = Catalogue::embedded().unwrap();
    let overview = shown(&["catalogue"]);
    assert!(overview.contains(catalogue.version()));
    let mut unverified = 0;
    for (kind, ids) in ids() {
        let row = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            overview.lines().map(row).any(|line| line == format!("{kind} {}", ids.len())),
            "{kind}:\n{overview}"
        );
        let list = shown(&["catalogue", kind]);
        let json: serde_json::Value = serde_json::from_str(&shown(&["catalogue", kind, "--json"])).unwrap();
        for (index, id) in ids.iter().enumerate() {
            assert!(
                list.lines().any(|line| line.split_whitespace().next() == Some(id)),
                "{kind} does not list {id}"
            );
            let page = shown(&["catalogue", kind, id]);
            assert!(page.contains(&format!("({id})")), "{page}");
            assert_eq!(page, shown(&["catalogue", id]));
            assert_eq!(json[index]["id"], id.as_str());
            let statements = json[index]["statements"].as_array().unwrap();
            let grades = statements.iter().filter(|statement| statement["grade"] == "U").count();
            let said = page.split_whitespace().collect::<Vec<_>>().join(" ");
            let marks = said.matches("unverified (U): not used by any rule; needs your site's value").count();
            assert_eq!(marks, grades, "{id}");
            unverified += grades;
        }
    }
    assert!(unverified > 20, "only {unverified} unverified statements are shown");
}

/// R-CLI-6: every sentence that the catalogue holds about a device stands on one page at least.
#[test]
fn no_statement_is_left_out() {
    let plain =
        |text: &str| text.split([' ', '\u{a0}', '\n']).filter(|word| !word.is_empty()).collect::<String>();
    let pages: String = ids()
        .iter()
        .flat_map(|(kind, ids)| ids.iter().map(move |id| shown(&["catalogue", kind, id])))
        .collect();
    let pages = plain(&pages);
    let mut seen = 0;
    for evidence in Catalogue::embedded().unwrap().evidence() {
        // Amounts and closed words are shown in words of their own; sentences as they stand.
        for sentence in evidence.text.split_inclusive(". ").filter(|_| evidence.text.ends_with('.')) {
            assert!(pages.contains(&plain(sentence)), "{}: {sentence}", evidence.place);
            seen += 1;
        }
    }
    assert!(seen > 200, "only {seen} sentences were looked for");
}

const BRIDGE: [&str; 12] = [
    "bridge",
    "--dead-volume",
    "0.348 mL",
    "--from",
    "500 ug/mL",
    "--to",
    "2000 ug/mL",
    "--dose-before",
    "200 ug/d",
    "--dose-after",
    "200 ug/d",
    "--explain",
];

/// R-CLI-7: no line is wider than the terminal, no colour goes into a pipe, no digit ends in a useless zero.
#[test]
fn lines_fit() {
    for columns in ["60", "80", "120"] {
        for arguments in [
            BRIDGE.as_slice(),
            &["--help"],
            &["catalogue"],
            &["catalogue", "drugs"],
            &["catalogue", "synchromed-ii-8637-40"],
            &["catalogue", "prometra-20"],
            &["catalogue", "2011-pocket-fill"],
        ] {
            let shown = text(&output(columns, arguments).stdout);
            let width: usize = columns.parse().unwrap();
            for line in shown.lines() {
                assert!(line.chars().count() <= width, "{columns}: {line}");
                assert!(!line.contains('\u{1b}') && !line.ends_with(' '), "{line:?}");
            }
        }
    }
}

/// R-CLI-8: a reader who has gone is no error and no panic; a disk that is full is told.
#[test]
fn a_closed_pipe_ends_quietly() {
    for (arguments, status) in [
        (&["catalogue", "sources"] as &[&str], 0),
        (&BRIDGE, 20),
        (&["--help"], 0),
        (&["bridge", "--help"], 0),
    ] {
        let mut child =
            thecal("80", arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), text(&output.stderr)),
            (Some(status), String::new()),
            "{arguments:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = thecal("80", &["catalogue"]).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    let output = output.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("the output cannot be written"), "{}", text(&output.stderr));
}

/// R-CON-1: each example on the page about eval is a case that passes, one for each calculator.
#[test]
fn the_examples_of_the_page_about_eval_hold() {
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/eval.md");
    let page = std::fs::read_to_string(page).unwrap();
    let examples: Vec<&str> =
        page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let outcomes = thecal::eval::run_cases(&format!("[{}]", examples.join(","))).unwrap();
    let ids: Vec<&str> = outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    for (core, _) in thecal::eval::Core::WORDS {
        assert!(ids.contains(&format!("doc-{core}").as_str()), "no example of {core}");
    }
    for outcome in &outcomes {
        assert_eq!(outcome.mismatch, None, "{}", outcome.id);
    }
}
