//! The published cases, and what must hold of the comparison itself.

use outcomes::reference::run_cases;

/// A file of the folder of data.
fn file(name: &str) -> Option<String> {
    std::fs::read_to_string(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).ok()
}

#[test]
fn every_reference_case_passes() {
    let cases = run_cases(&file("stats-reference.json").unwrap(), &file).unwrap();
    assert!(cases.len() >= 112, "only {} cases", cases.len());
    let wrong: Vec<_> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.id, case.mismatch.as_ref()?))).collect();
    assert!(wrong.is_empty(), "{} of {} fail:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
