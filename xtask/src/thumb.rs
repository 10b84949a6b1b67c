//! `cargo xtask no-std --thumb`: the probe of `no_std` once more, for a Cortex-M.
//!
//! It shows what this machine cannot: a 32-bit `usize`, and no std that could be found by accident.
//! The usual compiler carries no core for that target. Debian's compiler for browsers comes with the
//! source of core; it is unpacked below target/, not installed, so that no other compiler changes.

use crate::no_std;
use crate::shell::{answer, cargo, heard, target};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "thumbv7em-none-eabihf";

pub(crate) fn run() -> Result<()> {
    let home = compiler().context("Debian's rustc-web cannot be had here; nothing was checked")?;
    let folder = target().join("no-std-probe");
    no_std::write_probe(&folder, &no_std::folders())?;
    let (good, text) = heard(build(&home, &folder))?;
    if !good {
        bail!("the probe does not build for {TARGET}:\n{text}");
    }
    println!("probe: builds for {TARGET}");
    Ok(())
}

fn build(home: &Path, folder: &Path) -> Command {
    // Core alone is built: with alloc missing altogether, whoever wants it fails.
    let mut command = cargo(["build", "--quiet", "-Zbuild-std=core", "--target", TARGET]);
    command.arg("--manifest-path").arg(folder.join("Cargo.toml"));
    command.arg("--target-dir").arg(folder.join("target-thumb"));
    command.env_remove("RUSTFLAGS").env("RUSTC_BOOTSTRAP", "1").env("RUSTC", home.join("usr/bin/rustc"));
    // Its own libraries first: cargo has put those of the usual compiler there.
    let others = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    // Debian keeps them in a folder named after this machine's kind.
    let folders = fs::read_dir(home.join("usr/lib")).into_iter().flatten().flatten();
    let own = folders.map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with("-linux-gnu"));
    if let Ok(paths) = std::env::join_paths(own.chain(std::env::split_paths(&others))) {
        command.env("LD_LIBRARY_PATH", paths);
    }
    command
}

/// The unpacked compiler: about 130 MB to fetch, once.
fn compiler() -> Result<PathBuf> {
    let home = target().join("tools/rustc-web");
    if home.join("usr/bin/rustc").is_file() {
        return Ok(home);
    }
    let packages = packages()?;
    println!("fetching {} (about 130 MB, once)", packages.join(" "));
    let fresh = target().join("tools/rustc-web.new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    let archives = fresh.join("archives");
    fs::create_dir_all(&archives)?;
    let mut fetch = Command::new("apt-get");
    fetch.args(["download", "-q", "-o", "Acquire::http::Timeout=20"]).args(&packages).current_dir(&archives);
    answer(fetch).context("apt-get update may help")?;
    for entry in fs::read_dir(&archives)? {
        let mut unpack = Command::new("dpkg");
        unpack.arg("-x").arg(entry?.path()).arg(&fresh);
        answer(unpack)?;
    }
    fs::remove_dir_all(&archives)?;
    // Only a whole one gets the name that is looked for.
    fs::rename(&fresh, &home)?;
    Ok(home)
}

/// The compiler, its libraries, whose names carry their versions, and the source of core.
fn packages() -> Result<Vec<String>> {
    let mut question = Command::new("apt-cache");
    question.args(["depends", "--recurse", "--no-recommends", "--no-suggests", "--no-conflicts"]);
    question.args(["--no-breaks", "--no-replaces", "--no-enhances", "rustc-web"]);
    let mut packages: Vec<String> = needed(&answer(question)?).map(str::to_owned).collect();
    if packages.is_empty() {
        bail!("apt knows no rustc-web");
    }
    packages.push("rust-web-src".to_owned());
    Ok(packages)
}

fn needed(listing: &str) -> impl Iterator<Item = &str> {
    let begins = ["rustc-web", "libstd-rust-web", "libllvm"];
    listing.lines().filter(move |line| begins.iter().any(|begin| line.starts_with(begin)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell;

    #[test]
    fn the_compiler_and_its_libraries_are_picked() {
        let listing = "rustc-web\n  Depends: libc6\n  Depends: libstd-rust-web-dev\nlibc6\nlibstd-rust-web-1.96\nlibllvm22\n";
        assert_eq!(needed(listing).collect::<Vec<_>>(), ["rustc-web", "libstd-rust-web-1.96", "libllvm22"]);
    }

    #[test]
    fn the_probe_is_built_for_the_pump() {
        let command = shell::shown(&build(Path::new("home"), Path::new("probe")));
        assert!(command.contains(TARGET) && command.contains("-Zbuild-std=core "), "{command}");
    }
}
