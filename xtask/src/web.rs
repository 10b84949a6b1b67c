//! What the tests need beside cargo: a browser, readers of papers, checkers of HTML, a mail server.

use crate::shell::{self, cargo};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Programs, and the Debian packages that have them.
const NEEDED: [(&str, &str); 8] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("pdftotext", "poppler-utils"),
    ("qpdf", "qpdf"),
    ("zbarimg", "zbar-tools"),
    ("npm", "npm"),
    ("java", "default-jre-headless"),
    ("aiosmtpd", "python3-aiosmtpd"),
];

/// Installs what is missing. On a developer's machine what cannot be installed is said, and its tests say that they are
/// skipped; a build server fails.
pub(crate) fn ready() -> Result<()> {
    let installed = packages().and_then(|()| checkers());
    // One of several checkers of papers, and the one that comes from furthest away: without it the others still judge.
    if let Err(error) = paper_checker() {
        println!("{error:#}\nThe test of papers will say that nothing judged how they are read out.");
    }
    match installed {
        Err(error) if !shell::in_ci() => {
            println!("{error:#}\nTests of pages that need it will say \"skipped\".");
            Ok(())
        }
        result => result,
    }
}

/// The tests of pages alone, with every page in every look as a picture under `target/pages`.
pub(crate) fn pages() -> Result<()> {
    ready()?;
    let mut command = cargo(["test", "--workspace", "--test", "pages", "--locked"]);
    command.env("THECAL_ALL_PICTURES", "1");
    shell::run(command)?;
    println!("pictures: {}", shell::target().join("pages").display());
    Ok(())
}

pub(crate) fn is_here(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn packages() -> Result<()> {
    let wanted = NEEDED.iter().filter(|(program, _)| !is_here(program));
    let packages: Vec<&str> = wanted.map(|(_, package)| *package).collect();
    if packages.is_empty() { Ok(()) } else { install(&packages) }
}

/// Installs Debian packages, or says how.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !is_here("apt-get") {
        bail!("not here, and there is no apt-get to install it: {list}");
    }
    if !shell::answer(words("id", &["-u"]))?.trim().eq("0") {
        bail!("not here: {list}. Install it with: sudo apt-get install {list}");
    }
    shell::run(words("apt-get", &["update", "-q"]))?;
    let mut command = words("apt-get", &["install", "-yq", "--no-install-recommends"]);
    command.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(command)
}

pub(crate) fn words(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words);
    command
}

/// Where the checkers are; the tests look there.
fn folder() -> PathBuf {
    shell::target().join("tools/web")
}

/// axe-core and the Nu HTML checker, in the versions of the lock file.
fn checkers() -> Result<()> {
    let (from, to) = (shell::root().join("xtask/tools"), folder());
    let lock = std::fs::read(from.join("package-lock.json"))?;
    // It is written last, so it is a sign that all before it was done.
    let done = to.join("installed-lock.json");
    if std::fs::read(&done).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    std::fs::create_dir_all(&to)?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(from.join(name), to.join(name)).with_context(|| name.to_owned())?;
    }
    // No script of a package is run.
    let mut command = words("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    command.current_dir(&to);
    shell::run(command)?;
    std::fs::write(done, lock)?;
    Ok(())
}

/// A checker of how papers are read out, in the versions of the list, in an environment of its own.
fn paper_checker() -> Result<()> {
    python("requirements.txt", "tools/python").map(drop)
}

/// An environment of Python with the packages of a list in `xtask/tools`, in a folder of the target; its folder.
pub(crate) fn python(list: &str, folder: &str) -> Result<PathBuf> {
    let list = shell::root().join("xtask/tools").join(list);
    let (wanted, folder) = (std::fs::read(&list)?, shell::target().join(folder));
    // It is written last, so it is a sign that all before it was done.
    let done = folder.join("installed.txt");
    if std::fs::read(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    let environment = || {
        let mut command = words("python3", &["-m", "venv", "--clear"]);
        command.arg(&folder);
        shell::run(command)
    };
    if environment().is_err() && is_here("apt-get") {
        let mut command = words("apt-get", &["install", "-yq", "--no-install-recommends", "python3-venv"]);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        shell::run(command)?;
        environment()?;
    }
    let mut command = Command::new(folder.join("bin/pip"));
    command.args([
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary",
        ":all:",
        "--requirement",
    ]);
    command.arg(list);
    shell::run(command)?;
    std::fs::write(done, wanted)?;
    Ok(folder)
}
