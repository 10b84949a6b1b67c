//! Running other programs: shown, checked, and where needed read.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The workspace. Asked at run time first: a target folder may outlive the folder it was built in.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// Where everything goes that is not committed.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// The cargo that started us, in the workspace's folder.
pub(crate) fn cargo<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).current_dir(root());
    command
}

/// The compiler that built us.
pub(crate) fn rustc<const N: usize>(words: [&str; N]) -> Command {
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.args(words).current_dir(root());
    command
}

/// A workspace of its own has its own lock file, which a changed dependency elsewhere can leave behind.
pub(crate) fn lock_is_current(folder: &str) -> Result<()> {
    let manifest = format!("{folder}/Cargo.toml");
    let question = ["metadata", "--format-version=1", "--manifest-path", &manifest];
    let mut locked = cargo(question);
    locked.arg("--locked");
    let (good, text) = heard(locked)?;
    if good {
        return Ok(());
    }
    if in_ci() {
        bail!("{folder}/Cargo.lock is behind; run `cargo xtask {folder}` and commit it\n{text}");
    }
    println!("{folder}/Cargo.lock was behind: commit the new one");
    answer(cargo(question)).map(drop)
}

/// A build server must not turn "could not check" into "checked".
pub(crate) fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !value.is_empty() && value != "false")
}

/// The command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Runs with our own output; fails when the program fails.
pub(crate) fn run(mut command: Command) -> Result<()> {
    println!("$ {}", shown(&command));
    let status = command.status().with_context(|| shown(&command))?;
    if status.success() { Ok(()) } else { bail!("{} ended with {status}", shown(&command)) }
}

/// Runs silently and returns what it wrote on both streams, with whether it succeeded.
pub(crate) fn heard(mut command: Command) -> Result<(bool, String)> {
    let output = command.output().with_context(|| shown(&command))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), text))
}

/// Runs silently and returns what it wrote on its output alone.
pub(crate) fn answer(mut command: Command) -> Result<String> {
    let output = command.output().with_context(|| shown(&command))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}\n{}",
            shown(&command),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Which of its two streams a program writes its summary on; the other one stays the terminal's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Output,
    Errors,
}

/// Runs, passing one stream on line by line and keeping a copy.
pub(crate) fn teed(mut command: Command, stream: Stream) -> Result<(bool, String)> {
    println!("$ {}", shown(&command));
    match stream {
        Stream::Output => command.stdout(Stdio::piped()),
        Stream::Errors => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().with_context(|| shown(&command))?;
    let mut text = String::new();
    let pipe: Option<Box<dyn std::io::Read>> = match stream {
        Stream::Output => child.stdout.take().map(|pipe| Box::new(pipe) as _),
        Stream::Errors => child.stderr.take().map(|pipe| Box::new(pipe) as _),
    };
    for line in BufReader::new(pipe.context("no pipe to the program")?).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    Ok((child.wait()?.success(), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask/src/shell.rs").is_file());
    }

    #[test]
    fn a_failing_program_is_an_error() {
        assert!(run(Command::new("false")).is_err());
        assert!(answer(Command::new("false")).is_err());
        assert!(run(Command::new("no-such-program-here")).is_err());
    }

    #[test]
    fn one_stream_is_kept() {
        let mut both = Command::new("sh");
        both.args(["-c", "echo out; echo err >&2; exit 3"]);
        let (good, text) = teed(both, Stream::Errors).expect("sh runs");
        assert!(!good);
        assert_eq!(text, "err\n");
    }
}
