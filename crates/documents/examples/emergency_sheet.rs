//! Writes an invented emergency sheet: `emergency_sheet usual|worst|bare|absurd FILE`.
#![forbid(unsafe_code)]
use documents::*;
#[path = "../src/emergency/sample.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with the tests")]
mod sample;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, file] = arguments.as_slice() else {
        return Err("say usual, worst, bare or absurd, and a file".into());
    };
    let sheet = match kind.as_str() {
        "worst" => sample::worst(),
        "absurd" => sample::absurd(),
        "bare" => sample::bare(),
        _ => sample::usual(),
    };
    std::fs::write(file, emergency_sheet(&sheet)?)?;
    Ok(())
}
