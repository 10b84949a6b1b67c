//! Any text as a question to the evaluator, or as a file of cases: it is answered or refused, in JSON, and the
//! same way every time.
//!
//! A question is the name of a calculator, a line feed, and its input; all other texts are files of cases.
#![no_main]

use libfuzzer_sys::fuzz_target;
use thecal::eval::{Core, Json, evaluate_text, run_cases};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let question = text.split_once('\n').and_then(|(name, input)| Some((Core::by_name(name)?, input)));
    let Some((core, input)) = question else {
        let _outcomes = run_cases(text);
        return;
    };
    let (answer, refusal) = outcome(core, input);
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&answer) {
        panic!("the answer is no JSON: {error}: {answer}");
    }
    assert_eq!((answer, refusal), outcome(core, input), "two answers to one question");
});

fn outcome(core: Core, input: &str) -> (String, bool) {
    match evaluate_text(core, input) {
        Ok(answer) => (Json::to_string(&answer), false),
        Err(refusal) => (Json::to_string(&refusal), true),
    }
}
