//! Any text as a course file: it is read or refused, never a panic.
#![no_main]

use catalogue::Catalogue;
use libfuzzer_sys::fuzz_target;
use therapy::file::{CourseFile, read_json, read_toml};
use therapy::input::InputError;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(catalogue) = Catalogue::embedded() else { panic!("the embedded catalogue is broken") };
    // Both readers see every input: a file's name does not prove what is in it.
    judge(read_toml(text, catalogue));
    judge(read_json(text, catalogue));
});

/// The refusal is shown to a person.
fn judge(read: Result<CourseFile, InputError>) {
    if let Err(refusal) = read {
        assert!(!refusal.problem.to_string().is_empty(), "an empty refusal at {}", refusal.pointer);
    }
}
