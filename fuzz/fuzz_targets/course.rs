//! Any text as a course file: it is read or refused, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // Both readers see every input: a file's name does not prove what is in it.
    if let Err(refusal) = therapy::file::read_toml(text) {
        assert!(!refusal.to_string().is_empty());
    }
    if let Err(refusal) = therapy::file::read_json(text) {
        assert!(!refusal.to_string().is_empty());
    }
});
