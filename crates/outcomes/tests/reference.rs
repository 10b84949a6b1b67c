//! The published cases, further ones, and what must hold of the comparison itself.

use outcomes::reference::run_cases;

/// A file of the folder of data.
fn file(name: &str) -> Option<String> {
    std::fs::read_to_string(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).ok()
}

fn all_pass(name: &str, at_least: usize) {
    let cases = run_cases(&file(name).unwrap(), &file).unwrap();
    assert!(cases.len() >= at_least, "only {} cases", cases.len());
    let wrong: Vec<_> =
        cases.iter().filter_map(|case| Some(format!("{}: {}", case.id, case.mismatch.as_ref()?))).collect();
    assert!(wrong.is_empty(), "{} of {} fail:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_reference_case_passes() {
    all_pass("stats-reference.json", 112);
}

/// Cases beside the published ones, made to be nasty; their answers are those of other tools, which `data/README.md` names.
#[test]
fn every_further_case_passes() {
    all_pass("further-cases.json", 140);
}
