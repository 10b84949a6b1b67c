//! A compiler for a Cortex-M, where the usual one has no core for it.
//!
//! Debian's compiler for browsers comes with the source of core; it is unpacked below target/, not installed, so that no
//! other compiler changes.

use crate::shell::{answer, cargo, rustc, target};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Cortex-M4 with its unit for floats, as an implant of today would have.
pub(crate) const TARGET: &str = "thumbv7em-none-eabihf";

/// `cargo build` of a package for the board, by the compiler in `home`.
pub(crate) fn build(home: &Path, manifest: &Path, into: &Path) -> Command {
    // Core alone is built: with alloc missing altogether, whoever wants it fails.
    let mut command = cargo(["build", "--quiet", "-Zbuild-std=core", "--target", TARGET]);
    command.arg("--manifest-path").arg(manifest).arg("--target-dir").arg(into);
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

/// The linker that every usual toolchain has for its own use; it links for the board as well.
pub(crate) fn linker() -> Result<PathBuf> {
    let libraries = PathBuf::from(answer(rustc(["--print", "target-libdir"]))?.trim());
    let linker = libraries.parent().unwrap_or(&libraries).join("bin/rust-lld");
    if linker.is_file() { Ok(linker) } else { bail!("this toolchain has no linker {}", linker.display()) }
}

/// The unpacked compiler: about 130 MB to fetch, once.
pub(crate) fn compiler() -> Result<PathBuf> {
    let home = target().join("tools/rustc-web");
    if home.join("usr/bin/rustc").is_file() {
        return Ok(home);
    }
    // The names and versions that apt knows may be old, or none: then once more with fresh ones.
    if let Err(why) = fetch(&home) {
        println!("{why:#}");
        answer(apt(&["update", "-q"])).context("Debian's rustc-web cannot be had here")?;
        fetch(&home).context("Debian's rustc-web cannot be had here")?;
    }
    Ok(home)
}

fn fetch(home: &Path) -> Result<()> {
    let packages = packages()?;
    println!("fetching {} (about 130 MB, once)", packages.join(" "));
    let fresh = home.with_extension("new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    let archives = fresh.join("archives");
    fs::create_dir_all(&archives)?;
    let mut fetch = apt(&["download", "-q"]);
    fetch.args(&packages).current_dir(&archives);
    answer(fetch)?;
    for entry in fs::read_dir(&archives)? {
        let mut unpack = Command::new("dpkg");
        unpack.arg("-x").arg(entry?.path()).arg(&fresh);
        answer(unpack)?;
    }
    fs::remove_dir_all(&archives)?;
    // Only a whole one gets the name that is looked for.
    fs::rename(&fresh, home)?;
    Ok(())
}

/// Without an answer for 20 seconds there is no network.
fn apt(words: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(words).args(["-o", "Acquire::http::Timeout=20", "-o", "Acquire::https::Timeout=20"]);
    command
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
    fn core_alone_is_built_for_the_board() {
        let command = shell::shown(&build(Path::new("home"), Path::new("a/Cargo.toml"), Path::new("out")));
        assert!(command.contains(TARGET) && command.contains("-Zbuild-std=core "), "{command}");
    }
}
