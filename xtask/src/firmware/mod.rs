//! `cargo xtask firmware`: the pump's own code on an emulated Cortex-M and here, with one script; their traces must be the
//! same, byte for byte. And what the code weighs there.
//!
//! The script, firmware/year.bin, is a recorded year of programs, faults and sessions. A test of `virtual_pump` records it again and holds it
//! to be the same; `cargo run --package virtual_pump --example year` writes it anew.
//!
//! The board is QEMU's mps2-an386, a Cortex-M4 without an operating system. What runs there is built by another compiler, for
//! 32 bits and for size; what runs here is built with every overflow checked.

mod elf;

use crate::bare::{self, TARGET};
use crate::shell::{self, cargo, root, target};
use crate::web;
use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const EMULATOR: &str = "qemu-system-arm";
const BOARD: [&str; 4] = ["-machine", "mps2-an386", "-kernel", "firmware"];

/// The board's program is done in seconds; one that never ends must not hold up the suite.
const PATIENCE: Duration = Duration::from_secs(180);

/// What the board says after its trace: stack, ticks, length and `END\n` (firmware/src/board).
const TRAILER: usize = 16;

/// Bytes of the board's memory in which it gathers its trace: the test's, not the pump's.
const OUT: u64 = 4096;

/// The emulator lets an instruction take 1 ns (`shift=0`), and the board's timer ticks at 25 MHz.
const INSTRUCTIONS_PER_TICK: u64 = 40;

/// What is not part of every machine.
struct Tools {
    compiler: PathBuf,
    linker: PathBuf,
}

/// What the board said.
#[derive(Debug, PartialEq, Eq)]
struct Said<'a> {
    trace: &'a [u8],
    /// The most stack that was in use, in bytes.
    stack: u32,
    /// Instructions from the first to the last byte of the trace.
    instructions: u64,
}

pub(crate) fn run() -> Result<()> {
    let tools = match tools() {
        Ok(tools) => tools,
        // What cannot be installed is said; everything else that goes wrong is a failure.
        Err(why) => {
            println!("SKIPPED, nothing ran on a Cortex-M: {why:#}");
            return Ok(());
        }
    };
    shell::lock_is_current("firmware")?;
    let folder = target().join("firmware");
    fs::create_dir_all(&folder)?;
    let script = root().join("firmware/year.bin");

    let start = Instant::now();
    shell::run(build_here(&script))?;
    shell::run(build_for_board(&tools, &script))?;
    let built = start.elapsed();

    let start = Instant::now();
    let (status, here) = heard(Command::new(program("here/debug")), &folder.join("here.trace"))?;
    let time_here = start.elapsed();
    ensure!(status.success(), "the trace ended here with {status}");

    let start = Instant::now();
    let (status, there) = heard(emulator(), &folder.join("board.trace"))?;
    let time_there = start.elapsed();
    // One that has outgrown its stack cannot say why any more.
    ensure!(status.success(), "the trace ended on the board with {status}, after: {}", tail(&there));
    let said = said(&there)?;
    same(&here, said.trace)?;

    report_sizes(&said, fs::metadata(&script)?.len())?;
    println!(
        "built in {:.1} s, ran in {:.1} s here and {:.1} s on the emulated board",
        built.as_secs_f64(),
        time_here.as_secs_f64(),
        time_there.as_secs_f64()
    );
    println!("host and Cortex-M agree: {} bytes", here.len());
    Ok(())
}

fn tools() -> Result<Tools> {
    if !web::is_here(EMULATOR) {
        web::install(&[EMULATOR])?;
    }
    Ok(Tools { linker: bare::linker()?, compiler: bare::compiler()? })
}

fn manifest() -> PathBuf {
    root().join("firmware/Cargo.toml")
}

/// The program in a folder of builds.
fn program(folder: &str) -> PathBuf {
    target().join("firmware").join(folder).join("firmware")
}

fn build_here(script: &Path) -> Command {
    let mut command = cargo(["build", "--quiet", "--locked", "--manifest-path"]);
    command.arg(manifest()).arg("--target-dir").arg(target().join("firmware/here"));
    command.env_remove("RUSTFLAGS").env("THECAL_SCRIPT", script);
    command
}

fn build_for_board(tools: &Tools, script: &Path) -> Command {
    let mut command = bare::build(&tools.compiler, &manifest(), &target().join("firmware/board"));
    command.args(["--release", "--locked"]).env("THECAL_SCRIPT", script);
    let name = TARGET.to_uppercase().replace('-', "_");
    command.env(format!("CARGO_TARGET_{name}_LINKER"), &tools.linker);
    command
}

/// The board with its program: what the program writes comes out of the emulator's output, its status is the emulator's.
fn emulator() -> Command {
    let mut command = Command::new(EMULATOR);
    command.args(BOARD).current_dir(program(&format!("board/{TARGET}/release")).with_file_name(""));
    command.args(["-display", "none", "-serial", "none", "-monitor", "none", "-chardev", "stdio,id=out"]);
    command.args([
        "-semihosting-config",
        "enable=on,target=native,chardev=out",
        "-icount",
        "shift=0,sleep=off",
    ]);
    command
}

/// Runs a program and returns its output: a trace may be long, so it goes through a file. Errors are the terminal's.
fn heard(mut command: Command, file: &Path) -> Result<(ExitStatus, Vec<u8>)> {
    let output = File::create(file).with_context(|| file.display().to_string())?;
    command.stdin(Stdio::null()).stdout(output);
    let mut child = command.spawn().with_context(|| shell::shown(&command))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((status, fs::read(file)?));
        }
        if start.elapsed() > PATIENCE {
            child.kill()?;
            child.wait()?;
            bail!("no end after {} s: {}", PATIENCE.as_secs(), shell::shown(&command));
        }
        sleep(Duration::from_millis(10));
    }
}

/// Takes what the board said apart.
fn said(bytes: &[u8]) -> Result<Said<'_>> {
    let cut = || format!("the board's program did not come to its end: {}", tail(bytes));
    let length = bytes.len().checked_sub(TRAILER).with_context(cut)?;
    let (trace, trailer) = bytes.split_at(length);
    let (stack, rest) = trailer.split_first_chunk().with_context(cut)?;
    let (ticks, rest) = rest.split_first_chunk().with_context(cut)?;
    let (counted, end) = rest.split_first_chunk().with_context(cut)?;
    ensure!(end == b"END\n", cut());
    let (stack, counted) = (u32::from_le_bytes(*stack), u32::from_le_bytes(*counted));
    ensure!(length == usize::try_from(counted)?, "the board wrote {counted} bytes, here are {length}");
    let instructions = u64::from(u32::from_le_bytes(*ticks)) * INSTRUCTIONS_PER_TICK;
    Ok(Said { trace, stack, instructions })
}

/// The last of what was said, as text: where a program failed, it may say why there.
fn tail(bytes: &[u8]) -> String {
    let last = bytes.get(bytes.len().saturating_sub(200)..).unwrap_or_default();
    let sign = |byte: &u8| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '.' };
    last.iter().map(sign).collect()
}

fn same(here: &[u8], there: &[u8]) -> Result<()> {
    ensure!(!here.is_empty(), "the trace is empty: nothing was compared");
    let Some(place) = (0..here.len().max(there.len())).find(|place| here.get(*place) != there.get(*place))
    else {
        return Ok(());
    };
    let part = |bytes: &[u8]| {
        let part: Vec<_> = bytes.iter().skip(place).take(16).map(|byte| format!("{byte:02x}")).collect();
        part.join(" ")
    };
    bail!(
        "host and Cortex-M differ from byte {place} on ({} and {} bytes in all)\nhost      {}\nCortex-M  {}",
        here.len(),
        there.len(),
        part(here),
        part(there)
    )
}

fn report_sizes(said: &Said<'_>, script: u64) -> Result<()> {
    let bytes = fs::read(program(&format!("board/{TARGET}/release")))?;
    let program = elf::Program::read(&bytes)?;
    let sizes = program.sizes()?;
    println!("code                 {:>9} bytes", sizes.code);
    println!(
        "constants            {:>9} bytes, and the script with {script}",
        sizes.constants.saturating_sub(script)
    );
    println!(
        "memory, fixed        {:>9} bytes, and {OUT} for what goes out",
        sizes.memory.saturating_sub(OUT)
    );
    println!("worst stack          {:>9} bytes", said.stack);
    println!("instructions         {:>9} for the whole trace", said.instructions);
    let panics = program.panics()?;
    let list = if panics.is_empty() { "none".to_owned() } else { panics.join(", ") };
    println!("panics the compiler could not rule out: {list}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A trace with what the board puts after it.
    fn board(trace: &[u8], length: u32, end: &[u8]) -> Vec<u8> {
        [trace, &900_u32.to_le_bytes(), &3_u32.to_le_bytes(), &length.to_le_bytes(), end].concat()
    }

    #[test]
    fn the_trace_is_told_from_what_follows() {
        assert_eq!(
            said(&board(b"trace", 5, b"END\n")).expect("reads"),
            Said { trace: b"trace", stack: 900, instructions: 120 }
        );
    }

    #[test]
    fn a_board_that_stopped_early_or_lost_bytes_is_a_failure() {
        for bytes in [
            board(b"trace", 5, b""),
            board(b"trace", 5, b"END\n\na panic in a.rs"),
            board(b"trac", 5, b"END\n"),
            b"END\n".to_vec(),
            Vec::new(),
        ] {
            assert!(said(&bytes).is_err(), "{}", tail(&bytes));
        }
        let error = said(b"trace\na panic in a.rs line 7\n").expect_err("no end").to_string();
        assert!(error.contains("a panic in a.rs line 7"), "{error}");
    }

    #[test]
    fn every_difference_is_found_and_shown() {
        assert!(same(b"trace", b"trace").is_ok());
        for there in [&b"tracf"[..], b"trac", b"trace!", b""] {
            assert!(same(b"trace", there).is_err());
        }
        let error = same(b"abc", b"abd").expect_err("differs").to_string();
        assert!(
            error.contains("from byte 2 on") && error.contains("63\n") && error.contains("64"),
            "{error}"
        );
        // Two empty traces say nothing.
        assert!(same(b"", b"").is_err());
    }

    #[test]
    fn a_program_that_fails_is_seen() {
        let mut command = Command::new("sh");
        command.args(["-c", "printf trace; exit 3"]);
        let file = target().join("firmware-test");
        let (status, bytes) = heard(command, &file).expect("sh runs");
        assert_eq!((status.code(), tail(&bytes)), (Some(3), "trace".to_owned()));
        fs::remove_file(file).expect("removes");
    }

    /// What runs on the board is what is sold only if both take the same versions of what is not ours. If they do not:
    /// copy Cargo.lock over firmware/Cargo.lock, and `cargo xtask firmware` leaves in it what the board needs.
    #[test]
    fn the_board_takes_the_versions_of_the_product() {
        let versions = |path: &str| -> Vec<(String, String)> {
            let text = fs::read_to_string(root().join(path)).expect("a lock file");
            let lock: toml::Table = toml::from_str(&text).expect("TOML");
            let packages = lock["package"].as_array().expect("packages").iter();
            let field = |package: &toml::Value, name: &str| package[name].as_str().expect("text").to_owned();
            packages.map(|package| (field(package, "name"), field(package, "version"))).collect()
        };
        let product = versions("Cargo.lock");
        let other = versions("firmware/Cargo.lock");
        let differing = other.iter().filter(|package| {
            product.iter().any(|(name, _)| *name == package.0) && !product.contains(package)
        });
        // A package of two versions there has both in the list.
        assert_eq!(differing.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
    }
}
