//! Any text as a question to the evaluator: the answer is JSON, and the same every time.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let answer = thecal::eval::evaluate(text);
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&answer) {
        panic!("the answer is no JSON: {error}: {answer}");
    }
    assert_eq!(answer, thecal::eval::evaluate(text), "two answers to one question");
});
