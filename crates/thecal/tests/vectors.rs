//! R-CON-1: every published case of the calculators' contract.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

#[test]
fn every_case_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors");
    let mut count = 0;
    let mut mismatches = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            for outcome in thecal::eval::run_cases(&std::fs::read_to_string(&path).unwrap()).unwrap() {
                count += 1;
                mismatches.extend(outcome.mismatch.map(|mismatch| format!("{}: {mismatch}", outcome.id)));
            }
        }
    }
    assert!(mismatches.is_empty(), "{}", mismatches.join("\n"));
    assert!(count >= 200, "only {count} cases were found");
}
