//! `cargo xtask no-std`: the crates that run inside a pump must build without std and without alloc.
//!
//! Two looks. The dependency graph may enable no `std` or `alloc` feature. And a probe, a static
//! library for this machine with its own panic handler and no allocator, must build: std in any
//! dependency brings a second panic handler, alloc asks for an allocator, and rustc refuses both.

use crate::shell::{self, cargo, heard};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The crates that must build so.
pub(crate) const CRATES: [&str; 6] = ["quantity", "pump", "controller", "monitor", "link", "implant"];

/// The features by which a crate asks for what a pump does not have.
const FORBIDDEN: [&str; 2] = ["std", "alloc"];

pub(crate) fn run() -> Result<()> {
    for name in CRATES {
        // Macros run inside the compiler: they may use std.
        let tree = shell::answer(cargo([
            "tree",
            "--locked",
            "--edges=normal,no-proc-macro",
            "--target=all",
            "--prefix=none",
            "--format={p} [{f}]",
            "--package",
            name,
        ]))?;
        let found = forbidden_features(&tree);
        if !found.is_empty() {
            bail!("{name} pulls in {}; see: cargo tree -e features -p {name}", found.join(", "));
        }
        println!("{name}: {} crates, none with std or alloc", tree.lines().count());
    }
    let crates: Vec<_> = CRATES.iter().map(|name| (*name, shell::root().join("crates").join(name))).collect();
    probe(&shell::target().join("no-std-probe"), &crates)?;
    println!("probe: builds without std and alloc");
    Ok(())
}

/// The crates with their folders.
pub(crate) fn folders() -> Vec<(&'static str, PathBuf)> {
    CRATES.iter().map(|name| (*name, shell::root().join("crates").join(name))).collect()
}

/// Lines such as `heapless v0.9.3 [alloc,serde]` that name a forbidden feature.
fn forbidden_features(tree: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in tree.lines() {
        let Some((package, features)) = line.rsplit_once(" [") else { continue };
        // `cargo tree` appends (*) to a package it has shown before.
        let features = features.trim_end_matches("(*)").trim_end().trim_end_matches(']');
        for feature in features.split(',').filter(|feature| FORBIDDEN.contains(feature)) {
            found.push(format!("{} with feature {feature}", package.trim()));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Builds a static library from these crates alone.
fn probe(folder: &Path, crates: &[(&str, PathBuf)]) -> Result<()> {
    write_probe(folder, crates)?;
    // Everything the probe needs is in the workspace's lock file and so already here.
    let mut command = cargo(["build", "--quiet", "--offline", "--manifest-path"]);
    command.arg(folder.join("Cargo.toml")).arg("--target-dir").arg(folder.join("target"));
    command.env_remove("RUSTFLAGS");
    let (good, text) = heard(command)?;
    if good { Ok(()) } else { bail!("the probe without std and alloc does not build:\n{text}") }
}

pub(crate) fn write_probe(folder: &Path, crates: &[(&str, PathBuf)]) -> Result<()> {
    use std::fmt::Write as _;
    let mut manifest = String::from(
        "[workspace]\n[package]\nname = \"no-std-probe\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [lib]\ncrate-type = [\"staticlib\"]\n\
         [profile.dev]\npanic = \"abort\"\ndebug = false\n[dependencies]\n",
    );
    let mut source = String::from("#![no_std]\n");
    for (name, path) in crates {
        // A literal string of TOML: a path may hold backslashes.
        writeln!(manifest, "{name} = {{ path = '{}' }}", path.display())?;
        writeln!(source, "use {name} as _;")?;
    }
    source.push_str("#[panic_handler]\nfn halt(_: &core::panic::PanicInfo<'_>) -> ! {\n    loop {}\n}\n");
    fs::create_dir_all(folder.join("src")).with_context(|| folder.display().to_string())?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), source)?;
    // The same versions as in the product; cargo drops what the probe does not use.
    fs::copy(shell::root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_in_the_graph_is_seen() {
        let tree = "pump v0.1.0 (path) []\nheapless v0.9.3 []\nthiserror v2.0.21 [default,std]\n\
                    serde v1.0.0 [alloc] (*)\nstd-like v1.0.0 [stdish,no-alloc]\n";
        assert_eq!(
            forbidden_features(tree),
            ["serde v1.0.0 with feature alloc", "thiserror v2.0.21 with feature std"]
        );
    }

    /// The probe itself is probed: one good crate and one for each thing it must refuse.
    fn probe_of(name: &str, source: &str) -> Result<()> {
        let folder = shell::target().join("no-std-probe-tests").join(name);
        // Side by side: one workspace may not hold another.
        let (probing, probed) = (folder.join("probing"), folder.join("probed"));
        fs::create_dir_all(probed.join("src"))?;
        fs::write(
            probed.join("Cargo.toml"),
            "[workspace]\n[package]\nname = \"probed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
        )?;
        fs::write(probed.join("src/lib.rs"), source)?;
        probe(&probing, &[("probed", probed)])
    }

    #[test]
    fn a_bare_crate_passes() {
        probe_of("bare", "#![no_std]\npub fn f(a: u64) -> u64 { a / 3 }\n").expect("builds");
    }

    #[test]
    fn alloc_is_refused() {
        let source =
            "#![no_std]\nextern crate alloc;\npub fn f() -> alloc::vec::Vec<u8> { alloc::vec![1] }\n";
        let error = probe_of("alloc", source).expect_err("alloc was used").to_string();
        assert!(error.contains("no global memory allocator found"), "{error}");
    }

    #[test]
    fn std_is_refused() {
        let source = "pub fn f() -> Option<String> { std::env::var(\"A\").ok() }\n";
        let error = probe_of("std", source).expect_err("std was used").to_string();
        assert!(error.contains("duplicate lang item") || error.contains("panic_impl"), "{error}");
    }
}
