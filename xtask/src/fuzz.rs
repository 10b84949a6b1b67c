//! `cargo xtask fuzz`: every fuzz target for a bounded time, from committed seeds.
//!
//! cargo-fuzz asks for a nightly compiler, but the stable one carries the same sanitizer runtime:
//! RUSTC_BOOTSTRAP=1 lets it pass, and the code that is fuzzed is the code that is shipped.

use crate::shell::{self, answer, cargo, heard, in_ci, root, rustc, target};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What one target gets when nobody says otherwise.
pub(crate) const SECONDS: u64 = 10;

/// A fixed version: a new one is a change to look at, not a surprise in the CI.
const CARGO_FUZZ: &str = "0.13.2";

/// Targets whose seeds also come from files that have another purpose.
const COURSE: &str = "course";
const EVAL: &str = "eval";

pub(crate) fn run(seconds: u64, wanted: &[&str]) -> Result<()> {
    let tool = match tool() {
        Ok(tool) => tool,
        Err(why) if in_ci() => return Err(why.context("fuzzing is not possible here, and CI is set")),
        Err(why) => {
            println!("SKIPPED, nothing was fuzzed: {why:#}");
            return Ok(());
        }
    };
    let all = targets(&tool)?;
    if let Some(unknown) = wanted.iter().find(|name| !all.iter().any(|known| known == *name)) {
        bail!("no fuzz target {unknown}; there are: {}", all.join(", "));
    }
    shell::lock_is_current("fuzz")?;
    let mut build = fuzz(&tool, "build");
    build.arg("--target-dir").arg(target().join("fuzz"));
    shell::run(build)?;
    for name in all.iter().filter(|name| wanted.is_empty() || wanted.contains(&name.as_str())) {
        println!("{name}: {}", one(&tool, name, seconds)?);
    }
    Ok(())
}

/// A cargo-fuzz that can work here, installed below target/ if need be.
fn tool() -> Result<PathBuf> {
    let libraries = PathBuf::from(answer(rustc(["--print", "target-libdir"]))?.trim());
    let runtime = fs::read_dir(&libraries)
        .with_context(|| libraries.display().to_string())?
        .filter_map(Result::ok)
        .any(|entry| entry.file_name().to_string_lossy().ends_with("_rt.asan.a"));
    if !runtime {
        bail!("this toolchain has no address sanitizer runtime in {}", libraries.display());
    }
    let compiler = std::env::var_os("CXX").unwrap_or_else(|| "c++".into());
    let mut version = Command::new(compiler);
    version.arg("--version");
    heard(version).context("libFuzzer needs a C++ compiler")?;

    let home = target().join("tools");
    let tool = home.join("bin").join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX));
    let mut version = Command::new(&tool);
    version.args(["fuzz", "--version"]);
    if heard(version).is_ok_and(|(good, text)| good && text.contains(CARGO_FUZZ)) {
        return Ok(tool);
    }
    println!("installing cargo-fuzz {CARGO_FUZZ} into {} (about a minute, once)", home.display());
    let mut install = cargo(["install", "cargo-fuzz", "--locked", "--force", "--quiet"]);
    install.args(["--version", CARGO_FUZZ, "--root"]).arg(&home);
    shell::run(install).context("cargo-fuzz cannot be installed")?;
    Ok(tool)
}

fn fuzz(tool: &Path, verb: &str) -> Command {
    let mut command = Command::new(tool);
    command.args(["fuzz", verb]).current_dir(root()).env("RUSTC_BOOTSTRAP", "1");
    command
}

fn targets(tool: &Path) -> Result<Vec<String>> {
    Ok(answer(fuzz(tool, "list"))?.lines().map(|line| line.trim().to_owned()).collect())
}

/// Fuzzes one target and returns libFuzzer's last line; its chatter is shown only when it found something.
fn one(tool: &Path, name: &str, seconds: u64) -> Result<String> {
    // libFuzzer writes what it discovers into the first folder and only reads the others.
    let grown = root().join("fuzz/corpus").join(name);
    let seeds = root().join("fuzz/seeds").join(name);
    let copied = target().join("fuzz-seeds").join(name);
    if copied.exists() {
        fs::remove_dir_all(&copied)?;
    }
    for folder in [&grown, &seeds, &copied] {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let number = copy_seeds(name, &root(), &copied)?;
    if fs::read_dir(&seeds)?.next().is_none() && number == 0 {
        bail!("{name} has no seeds: put some into fuzz/seeds/{name}");
    }
    let mut command = fuzz(tool, "run");
    command.arg("--target-dir").arg(target().join("fuzz")).arg(name).args([&grown, &seeds, &copied]);
    command.arg("--").arg(format!("-max_total_time={seconds}"));
    // An input that takes 10 s or 2 GB is a finding like a panic.
    command.args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=16384"]);
    let repeat = shell::shown(&command);
    let (good, text) = heard(command)?;
    if !good {
        // From where it went wrong; before that stand only the fuzzer's own figures.
        let wrong = |line: &str| line.contains("panicked at") || line.contains("ERROR:");
        let start = text.lines().position(wrong).unwrap_or(0);
        let text = text.lines().skip(start).collect::<Vec<_>>().join("\n");
        bail!("{text}\n{name}: found something; the input is in fuzz/artifacts/{name}\n{repeat}");
    }
    let done = text.lines().rev().find(|line| line.starts_with("Done "));
    Ok(done.with_context(|| format!("{text}\n{name}: libFuzzer did not say that it is done"))?.to_owned())
}

/// Seeds from files with another purpose, so that they need not be kept twice.
fn copy_seeds(name: &str, root: &Path, into: &Path) -> Result<usize> {
    let mut number = 0;
    let mut keep = |text: &str| -> Result<()> {
        number += 1;
        Ok(fs::write(into.join(format!("copied-{number:04}")), text)?)
    };
    match name {
        COURSE => {
            for file in files(&root.join("examples"), &["toml", "json"])? {
                keep(&fs::read_to_string(&file)?)?;
            }
        }
        EVAL => {
            for file in files(&root.join("vectors"), &["json"])? {
                let text = fs::read_to_string(&file)?;
                for question in questions(&text).with_context(|| file.display().to_string())? {
                    keep(&question)?;
                }
            }
        }
        _ => {}
    }
    Ok(number)
}

/// Each case of a vectors file as the target takes it: the calculator's name, then the input, not the answer.
fn questions(text: &str) -> Result<Vec<String>> {
    let cases: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(text)?;
    let question = |case: &serde_json::Map<String, serde_json::Value>| {
        let core = case.get("core").and_then(serde_json::Value::as_str).context("a case without core")?;
        let input = case.get("input").context("a case without input")?;
        Ok(format!("{core}\n{input}"))
    };
    cases.iter().map(question).collect()
}

/// The files below a folder with one of these endings, in a stable order; none if there is no folder.
fn files(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return Ok(found) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, endings)?);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_becomes_a_question() {
        let text =
            r#"[{"id": "a-1", "core": "prime", "source": "s", "input": {"tubing": "1 mL"}, "expected": 3}]"#;
        assert_eq!(questions(text).expect("reads"), ["prime\n{\"tubing\":\"1 mL\"}"]);
        assert!(questions("{}").is_err());
        assert!(questions("[{}]").is_err());
    }

    #[test]
    fn vectors_give_seeds() {
        let into = target().join("fuzz-seeds-test");
        fs::create_dir_all(&into).expect("folder");
        assert!(copy_seeds(EVAL, &root(), &into).expect("copies") > 100);
        assert_eq!(copy_seeds("quantity", &root(), &into).expect("copies"), 0);
        fs::remove_dir_all(&into).expect("removes");
    }
}
