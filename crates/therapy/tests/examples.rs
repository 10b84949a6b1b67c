//! The shipped examples say what they were made to say: R-EXM-1.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests may fail loudly")]

use std::path::Path;
use therapy::audit::audit;
use therapy::judge::Setting;
use therapy::{Level, Protocol, file};

/// Each example, the highest level that stays open, and rules that must be among what is open.
const EXPECTED: [(&str, Option<Level>, &[&str]); 10] = [
    ("calibrated-pump.json", None, &[]),
    ("catheter-revision.toml", None, &[]),
    ("flex-week.toml", None, &[]),
    ("imaging-and-patient-bolus.toml", None, &[]),
    ("paediatric-titration.toml", None, &[]),
    ("pump-replacement.toml", None, &[]),
    ("sgouros-2010.toml", Some(Level::Hard), &["RESIDUAL-STOP", "RESTART-UNKNOWN", "NOT-RUNNING"]),
    ("simple-adult.toml", None, &[]),
    ("strength-change-bridged.toml", None, &[]),
    ("strength-change-unbridged.toml", Some(Level::Hard), &["BRIDGE-REQUIRED"]),
];

#[test]
fn examples_say_what_they_were_made_to_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let catalogue = catalogue::Catalogue::embedded().unwrap();
    let setting = Setting { protocol: Protocol::embedded().unwrap(), catalogue };
    let mut found: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, EXPECTED.map(|(name, _, _)| name));
    for (name, level, rules) in EXPECTED {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let read = if name.ends_with(".json") { file::read_json } else { file::read_toml };
        let course = read(&text, catalogue).unwrap_or_else(|error| panic!("{name}:{}: {error}", error.line));
        let audit = audit(&course, &setting, None).unwrap();
        for line in &audit.lines {
            for finding in &line.findings {
                eprintln!(
                    "{name} {} {:?} {} {:?}",
                    line.event.id,
                    finding.level,
                    finding.rule.about().id,
                    finding.numbers
                );
            }
        }
        let open: Vec<&str> = audit.open.iter().map(|open| open.finding.rule.about().id).collect();
        assert_eq!(audit.level(), level, "{name}: {open:?}");
        for rule in rules {
            assert!(open.contains(rule), "{name}: {rule} is not among {open:?}");
        }
    }
}
