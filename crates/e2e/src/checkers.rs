//! The programs beside the browser: where they are, and what it means if one is missing.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether a missing tool is a failure.
#[must_use]
pub fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}

/// The program of this name in `PATH`; says so, or fails where `CI` is set, if there is none.
#[must_use]
pub fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    if found.is_none() {
        missing(name);
    }
    found
}

fn missing(what: &str) {
    assert!(!in_ci(), "{what} is missing: cargo xtask test installs it");
    eprintln!("skipped: {what} is missing; cargo xtask test installs it");
}

/// What `cargo xtask test` has put under `target/tools/web`.
pub struct Checkers {
    /// The source of axe-core.
    pub axe: String,
    vnu: PathBuf,
    java: PathBuf,
}

impl Checkers {
    #[must_use]
    pub fn find() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let modules = root.join("target/tools/web/node_modules");
        let (axe, vnu) = (modules.join("axe-core/axe.min.js"), modules.join("vnu-jar/build/dist/vnu.jar"));
        if !axe.is_file() || !vnu.is_file() {
            missing("axe-core or the HTML checker (target/tools/web)");
            return None;
        }
        Some(Self { axe: std::fs::read_to_string(axe).unwrap(), vnu, java: tool("java")? })
    }

    /// Every error that the Nu HTML checker finds in these files, in one run.
    #[must_use]
    pub fn html_errors(&self, folder: &Path) -> Vec<String> {
        let mut command = Command::new(&self.java);
        command.arg("-jar").arg(&self.vnu).args(["--errors-only", "--format", "json", "--skip-non-html"]);
        let output = command.arg(folder).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_else(|_| panic!("vnu: {told}"));
        let messages = told["messages"].as_array().unwrap().iter();
        messages
            .map(|message| {
                let file = message["url"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
                let (line, said) = (&message["lastLine"], message["message"].as_str().unwrap_or_default());
                format!("{file}:{line}: {said} | {}", message["extract"].as_str().unwrap_or_default())
            })
            .collect()
    }
}
