//! R-CLI-1 to R-CLI-5: the commands as a person runs them: help, exit statuses, refusals, JSON, pipes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use thecal::eval::{Core, evaluate_text};

const CALCULATORS: [&str; 6] = ["bridge", "prime", "forecast", "residual", "titrate", "screen"];

fn thecal(columns: usize) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thecal"));
    command.current_dir(root()).env("COLUMNS", columns.to_string());
    command
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn run(arguments: &[&str]) -> Output {
    thecal(80).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = thecal(80)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// A line as it reads: spaces count once, a no-break space is a space.
fn read(line: &str) -> String {
    line.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A scratch file that is gone at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("thecal-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).ok();
    }
}

/// R-CLI-1: the worked example of every help text runs as it is typed, and shows what the help says it shows.
#[cfg(unix)]
#[test]
fn every_example_of_the_help_runs() {
    for command in CALCULATORS.into_iter().chain(["catalogue", "eval"]) {
        let help = out(&run(&[command, "--help"]));
        assert!(
            help.lines().all(|line| line.chars().count() <= 80),
            "{command}: the help is too wide:\n{help}"
        );
        let example =
            help.split_once("\nExample").map(|(_, rest)| rest).unwrap_or_else(|| panic!("{command}"));
        let (_, example) = example.split_once('\n').unwrap();
        let (typed, shown) = match example.split_once("\nshows") {
            Some((typed, shown)) => (typed, shown.split_once('\n').unwrap().1),
            None => (example, ""),
        };
        let binaries = Path::new(env!("CARGO_BIN_EXE_thecal")).parent().unwrap();
        let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap_or_default());
        let mut shell = Command::new("sh");
        shell.args(["-c", typed]).current_dir(root()).env("PATH", path).env("COLUMNS", "80");
        let output = shell.output().unwrap();
        assert_eq!(err(&output), "", "{command}");
        let found: Vec<String> = out(&output).lines().map(read).collect();
        assert!(!found.is_empty(), "{command} shows nothing");
        for line in shown.lines().map(read).take_while(|line| !line.is_empty()) {
            assert!(
                found.contains(&line),
                "{command}: the help shows {line:?}, the command:\n{}",
                out(&output)
            );
        }
    }
}

const BRIDGE: [&str; 11] = [
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
];
const FORECAST: [&str; 9] = [
    "forecast",
    "--concentration",
    "500 ug/mL",
    "--filled-at",
    "2026-01-05T10:00:00+01:00",
    "--fill",
    "40 mL",
    "--alarm-volume",
    "6 mL",
];

fn titrate<'a>(dose: &'a str, proposed: &'a str) -> Vec<&'a str> {
    let fixed = ["titrate", "--population", "spinal", "--phase", "titration", "--hours-since-change", "24"];
    fixed.into_iter().chain(["--dose", dose, "--proposed", proposed]).collect()
}

fn screen<'a>(tests: &[&'a str]) -> Vec<&'a str> {
    let fixed = ["screen", "--population", "spinal", "--now", "2026-05-08T09:00:00+02:00"];
    fixed.into_iter().chain(tests.iter().flat_map(|test| ["--test", *test])).collect()
}

/// R-CLI-2: 0 nothing above a note, 10 soft, 20 hard, 2 unreadable; the same with --json.
#[test]
fn exit_statuses() {
    let with = |front: &[&'static str], back: &[&'static str]| [front, back].concat();
    let mut same_strength = BRIDGE;
    same_strength[6] = "500 ug/mL";
    for (arguments, status) in [
        (vec!["--help"], 0),
        (vec!["--version"], 0),
        (vec!["nonsense"], 2),
        (BRIDGE.to_vec(), 20),
        (same_strength.to_vec(), 0),
        (with(&BRIDGE, &["--dose-after", "1 ug/d"]), 2),
        (with(&FORECAST, &["--flow", "0.8 mL/d"]), 0),
        (with(&FORECAST, &["--flow", "0.8 mL/d", "--next-visit", "2026-05-01"]), 10),
        (with(&FORECAST, &["--flow", "0.8 mL/d", "--service-ends", "2026-01-01"]), 20),
        (with(&FORECAST, &["--flow", "0.8"]), 2),
        (with(&FORECAST, &["--program", "no such file"]), 2),
        (titrate("100 ug/d", "130 ug/d"), 0),
        (titrate("100 ug/d", "131 ug/d"), 10),
        (titrate("100 ug/d", "500 ug/d"), 20),
        (titrate("100 ug/d", "130 ug"), 2),
        (screen(&["2026-05-04T09:00:00+02:00, 50 ug, no"]), 0),
        (screen(&["2026-05-04T09:00:00+02:00, 75 ug, no"]), 10),
        (screen(&["2026-05-04T09:00:00+02:00, 50 ug, no, adverse"]), 20),
        (vec!["catalogue"], 0),
        (vec!["catalogue", "no-such-id"], 2),
        (vec!["eval", "bridge", "no such file"], 2),
        (vec!["eval"], 2),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", err(&output));
        // What cannot be read is told on standard error alone.
        assert_eq!(status == 2, out(&output).is_empty(), "{arguments:?}");
        assert_eq!(status == 2, !err(&output).is_empty(), "{arguments:?}");
        if CALCULATORS.iter().any(|name| arguments.first() == Some(name)) && status != 2 {
            let json = [arguments.as_slice(), &["--json"]].concat();
            assert_eq!(run(&json).status.code(), Some(status), "{json:?}");
        }
    }
}

/// R-CLI-3: a refusal names the option, or file and line, and says what would be accepted.
#[test]
fn refusals_name_the_option() {
    let program = Scratch::new(
        "week.toml",
        "mode = \"flex\"\nevery-day = [\n  { from = \"01:00\", flow = \"1 mL/d\" },\n]\n",
    );
    let broken = Scratch::new("broken.json", "{\"mode\":\n");
    let change = |index: usize, text: &'static str| {
        let mut arguments = BRIDGE.to_vec();
        arguments[index] = text;
        arguments
    };
    let forecast = |back: &[&'static str]| [FORECAST.as_slice(), back].concat();
    let prime = |back: &[&'static str]| {
        let front = ["prime", "--tubing", "0.1 mL", "--concentration", "1 mg/mL", "--catheter-holds", "drug"];
        [front.as_slice(), &["--pump-primed", "yes"], back].concat()
    };
    let mut table: Vec<(Vec<&str>, [&str; 2])> = vec![
        (BRIDGE[..7].to_vec(), ["--dose-before", "such as \"200 ug/d\""]),
        (change(2, "0.348"), ["--dead-volume", "\"0.348 mL\""]),
        (change(4, "500 u/mL"), ["--from", "ug/mL, micrograms/mL or mg/mL"]),
        (change(6, "0 ug/mL"), ["--to", "more than zero"]),
        (change(8, "0.4 mL/d"), ["--dose-before", "a dose is needed"]),
        (change(10, "-1 ug/d"), ["--dose-after", "no sign"]),
        (prime(&[]), ["--catheter", "0.208 mL"]),
        (
            prime(&["--catheter-length", "80 mm", "--catheter-per-cm", "1 mL/cm"]),
            ["--catheter-length", "in cm"],
        ),
        (prime(&["--catheter-length", "80 cm", "--catheter-per-cm", "1 mL"]), ["--catheter-per-cm", "mL/cm"]),
        (forecast(&[]), ["--dose", "--flow"]),
        (forecast(&["--dose", "1 mL/d"]), ["--dose", "ug/d"]),
        (forecast(&["--flow", "1 mL/d", "--accuracy", "1"]), ["--accuracy", "below 1"]),
        (forecast(&["--flow", "1 mL/d", "--accuracy", ".5"]), ["--accuracy", "0.145"]),
        (forecast(&["--flow", "1 mL/d", "--lead-days", "1.5"]), ["--lead-days", "whole number"]),
        (forecast(&["--flow", "1 mL/d", "--next-visit", "1.2.26"]), ["--next-visit", "2026-01-05"]),
        (forecast(&["--flow", "1 mL/d", "--pump-clock", "CET"]), ["--pump-clock", "+01:00"]),
        (titrate("100", "1 ug/d"), ["--dose", "200 ug/d"]),
        (screen(&["2026-05-04, 50 ug, no"]), ["--test (1), time", "2026-01-05T10:00:00+01:00"]),
        (screen(&["2026-05-04T09:00:00Z, 50, no"]), ["--test (1), dose", "50 ug"]),
        (screen(&["2026-05-04T09:00:00Z, 50 ug"]), ["--test (1)", "responded or no"]),
        (screen(&["2026-05-04T09:00:00Z, 50 ug, no, no"]), ["--test (1)", "responded or no"]),
        (screen(&["2026-05-04T09:00:00Z, 50 ug, no, effect 6"]), ["--test (1)", "effect HOURS h"]),
        (
            screen(&["2026-05-04T09:00:00Z, 5 ug, no", "2026-05-03T09:00:00Z, 5 ug, no"]),
            ["--test (2), time", "before"],
        ),
        (screen(&["2027-05-04T09:00:00Z, 50 ug, no"]), ["--now", "before the last test"]),
        (screen(&["", ""]), ["--test (1)", "TIME, DOSE"]),
    ];
    table.push((forecast(&[]), ["--program", "JSON or TOML"]));
    let in_program = [FORECAST.as_slice(), &["--program", program.path()]].concat();
    table.push((in_program, ["week.toml, line 3: /every-day/0/from", "must be 00:00"]));
    table.push((
        [FORECAST.as_slice(), &["--program", broken.path()]].concat(),
        ["broken.json, line", "cannot be read"],
    ));
    for (arguments, words) in table {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        for word in words {
            assert!(err(&output).contains(word), "{arguments:?} says nothing of {word:?}: {}", err(&output));
        }
    }
}

/// R-CLI-4: with --json a command answers exactly as "thecal eval" does, for every published case that options can say.
#[test]
fn json_equals_eval() {
    let mut compared = 0;
    for name in CALCULATORS {
        let text = std::fs::read_to_string(root().join(format!("vectors/{name}.json"))).unwrap();
        let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
        for case in &cases {
            let program = Scratch::new(&format!("{name}.json"), &case["input"]["program"].to_string());
            let Some(options) = options(&case["input"], program.path()) else { continue };
            let output = thecal(80).arg(name).args(&options).arg("--json").output().unwrap();
            match evaluate_text(Core::by_name(name).unwrap(), &case["input"].to_string()) {
                Ok(answer) => assert_eq!(out(&output), format!("{answer}\n"), "{}: {options:?}", case["id"]),
                // Refused by the calculator on standard output, or by the options on standard error.
                Err(_) => assert_eq!(output.status.code(), Some(2), "{}: {options:?}", case["id"]),
            }
            compared += 1;
        }
    }
    assert!(compared > 120, "only {compared} cases can be said in options");
}

/// The options that say an input; `None` if they cannot.
fn options(input: &serde_json::Value, program: &str) -> Option<Vec<String>> {
    let mut options = Vec::new();
    let mut option =
        |name: &str, value: &str| options.extend([format!("--{}", name.replace('_', "-")), value.to_owned()]);
    for (key, value) in input.as_object()? {
        match (key.as_str(), value) {
            (
                "accuracy" | "stability_days" | "lead_days" | "hours_since_change",
                serde_json::Value::Number(number),
            ) => {
                option(key, &number.to_string());
            }
            ("accuracy" | "stability_days" | "lead_days" | "hours_since_change", _) => return None,
            ("pump_primed", value) => option(key, if value.as_bool()? { "yes" } else { "no" }),
            ("small_child", value) => {
                if value.as_bool()? {
                    return None;
                }
            }
            ("program", value) if value["mode"] == "continuous" && value.as_object()?.len() == 2 => {
                let rate = if value["dose"].is_string() { "dose" } else { "flow" };
                option(rate, value[rate].as_str()?);
            }
            ("program", _) => option(key, program),
            ("catheter", serde_json::Value::Object(parts)) => {
                for (part, value) in parts {
                    option(&format!("catheter_{part}"), value.as_str()?);
                }
            }
            ("tests", value) => {
                for test in value.as_array()? {
                    let mut words = vec![test["at"].as_str()?.to_owned(), test["dose"].as_str()?.to_owned()];
                    words.push(if test["responded"].as_bool()? { "responded" } else { "no" }.to_owned());
                    words.extend(test.get("effect_hours").map(|hours| format!("effect {hours} h")));
                    words.extend(
                        test.get("adverse")
                            .and_then(|adverse| adverse.as_bool()?.then(|| "adverse".to_owned())),
                    );
                    // What was said but cannot be said in words.
                    if test.as_object()?.len()
                        > words.len() + usize::from(test.get("adverse") == Some(&false.into()))
                    {
                        return None;
                    }
                    option("test", &words.join(", "));
                }
            }
            (key, value) => option(key, value.as_str()?),
        }
    }
    Some(options)
}

/// R-CLI-5: `eval` as the contract says: one object, sorted keys; a refusal on standard output with status 2; cases.
#[test]
fn eval_keeps_the_contract() {
    let output =
        with_input(&["eval", "residual"], br#"{"fill": "40 mL", "expected": "20 mL", "measured": "20 mL"}"#);
    assert_eq!(
        out(&output),
        "{\"class\": \"within\", \"difference\": {\"unit\": \"mL\", \"value\": 0}, \"dispensed\": {\"unit\": \"mL\", \
         \"value\": 20}, \"findings\": [], \"level\": \"none\", \"ratio\": 1}\n"
    );
    let hard = br#"{"fill": "40 mL", "expected": "20 mL", "measured": "40 mL"}"#;
    assert_eq!(
        with_input(&["eval", "residual", "-"], hard).status.code(),
        Some(0),
        "findings do not change it"
    );
    let refused: [(&[u8], &str); 4] = [
        (br#"{"fill": "40 mL", "expected": "20 mL", "measured": 20}"#, r#""pointer": "/measured""#),
        (b"{", r#""pointer": """#),
        (b"\xff\xfe", "no UTF-8 text"),
        (b"", r#""pointer": """#),
    ];
    for (input, said) in refused {
        let output = with_input(&["eval", "residual"], input);
        assert_eq!(output.status.code(), Some(2));
        assert!(out(&output).starts_with("{\"error\": {") && out(&output).contains(said), "{}", out(&output));
        assert_eq!(err(&output), "");
    }

    let good = r#"{"id": "a", "core": "residual", "input": {"fill": "4 mL", "expected": "2 mL", "measured": "2 mL"},
        "expected": {"level": "LEVEL"}}"#;
    let mixed = format!("[{}, {}]", good.replace("LEVEL", "none"), good.replace("LEVEL", "attention"));
    for (text, status, said) in [
        (mixed.as_str(), 1, "a: /level: expected \"attention\", found \"none\"\n1 passed, 1 failed\n"),
        ("[]", 0, "0 passed, 0 failed\n"),
        ("{}", 2, ""),
        ("[", 2, ""),
    ] {
        let cases = Scratch::new("cases.json", text);
        let output = run(&["eval", "--cases", cases.path()]);
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(status), said), "{}", err(&output));
        assert_eq!(status == 2, err(&output).contains("cases.json"));
    }
}
