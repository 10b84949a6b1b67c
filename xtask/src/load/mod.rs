//! `cargo xtask load`: an invented clinic, the figures of its pages, and how many acts a second become durable.
//!
//! Every patient has had the pump for all the years. Some courses are played through the door; the others are copies of them
//! under other names, since thousands would take a day to play.
//!
//! The loop is open: requests start when they are due, whether or not earlier ones have been answered, and the time of one
//! counts from when it was due. A server that falls behind cannot hide it.

mod client;

use crate::shell::{self, cargo};
use anyhow::{Context, Result, bail};
use client::Connection;
use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Requests that are due in a second.
const PER_SECOND: u32 = 200;
/// Requests that can be on their way at once.
const CONNECTIONS: usize = 64;
/// Long enough to have opened what a first request opens.
const WARM: Duration = Duration::from_secs(5);
/// What nurses and the demonstration sign in with, see `practice::account`.
const SIGN_IN: &str = "login=nurse&password=seven+herons+cross+the+canal&path=&by=";

/// Courses that are played; the published series has as many patients.
const PLAYED: u32 = 24;

struct Wanted {
    /// The size of each clinic.
    patients: Vec<u32>,
    years: u32,
    seconds: u32,
    release: bool,
}

pub(crate) fn run(words: &[&str]) -> Result<()> {
    let wanted = read(words)?;
    let program = build(wanted.release)?;
    for patients in &wanted.patients {
        clinic(&program, *patients, &wanted)?;
    }
    // Beside what SQLite itself commits on the same disk.
    let commits = cargo(["bench", "--workspace", "--locked", "--bench", "commit"]);
    shell::run(commits)
}

/// One clinic, asked for its pages.
fn clinic(program: &Path, patients: u32, wanted: &Wanted) -> Result<()> {
    let database = invented(program, patients, wanted.years)?;
    // As after a day's work: the system holds the file in memory.
    let size = std::io::copy(&mut std::fs::File::open(&database)?, &mut std::io::sink())?;
    let (mut server, address) = Server::start(program, &database)?;
    let first = server.well(address)?;
    let started = server.memory()?;
    let cookie = sign_in(address)?;
    let (paths, words) = people(address, &cookie)?;
    println!(
        "{} patients over {} years in {} MB, start-up {} ms, {started}",
        paths.len(),
        wanted.years,
        size / 1_000_000,
        first.as_millis()
    );
    let jobs = jobs(&paths, &words, wanted.seconds);
    let shot = shoot(address, &cookie, &jobs)?;
    print(&shot);
    println!("memory after it: {}", server.memory()?);
    Ok(())
}

fn read(words: &[&str]) -> Result<Wanted> {
    let mut wanted = Wanted { patients: vec![5_000], years: 15, seconds: 60, release: true };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let mut value = || rest.next().copied().with_context(|| format!("{word} how many?"));
        match *word {
            "--patients" => {
                let sizes = value()?.split(',').map(|size| size.parse().context("a number"));
                wanted.patients = sizes.collect::<Result<_>>()?;
            }
            "--years" => wanted.years = value()?.parse().context("a number")?,
            "--seconds" => wanted.seconds = value()?.parse().context("a number")?,
            "--dev" => wanted.release = false,
            _ => bail!("load [--patients N[,N...]] [--years Y] [--seconds S] [--dev]"),
        }
    }
    Ok(wanted)
}

fn build(release: bool) -> Result<PathBuf> {
    let mut command = cargo(["build", "--locked"]);
    if release {
        command.arg("--release");
    }
    shell::run(command)?;
    Ok(shell::target().join(if release { "release/thecal" } else { "debug/thecal" }))
}

/// The file of this size; made once.
fn invented(program: &Path, patients: u32, years: u32) -> Result<PathBuf> {
    let folder = shell::target().join(format!("load/{patients}-patients-{years}-years"));
    let (database, done) = (folder.join("clinic.db"), folder.join("done"));
    if done.is_file() {
        return Ok(database);
    }
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let start = Instant::now();
    let mut command = Command::new(program);
    let played = PLAYED.to_string();
    command.args(["synth", "--all-years", "--played", &played, "--patients", &patients.to_string()]);
    command.args(["--years", &years.to_string(), "--database"]).arg(&database);
    shell::run(command)?;
    println!("made in {:.0} s", start.elapsed().as_secs_f64());
    std::fs::write(done, "")?;
    Ok(database)
}

/// A server of ours, ended by its handle.
struct Server {
    child: Child,
    start: Instant,
}

impl Server {
    fn start(program: &Path, database: &Path) -> Result<(Self, SocketAddr)> {
        // A port that is free now.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(program);
        command
            .args(["demo", "--listen", &address.to_string(), "--database"])
            .arg(database)
            .stdout(Stdio::null());
        let start = Instant::now();
        let child = command.spawn().with_context(|| shell::shown(&command))?;
        Ok((Self { child, start }, address))
    }

    /// Waits until it says that it is well, and says how long that took.
    fn well(&mut self, address: SocketAddr) -> Result<Duration> {
        loop {
            let well = Connection::open(address, "").and_then(|mut connection| connection.get("/healthz"));
            if well.is_ok_and(|answer| answer.status == 200) {
                return Ok(self.start.elapsed());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("thecal ended with {status}");
            }
            if self.start.elapsed() > Duration::from_secs(60) {
                bail!("thecal did not answer within a minute");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn memory(&self) -> Result<String> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let lines = status.lines().filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM"));
        Ok(lines
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join(", "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn sign_in(address: SocketAddr) -> Result<String> {
    let answer = Connection::open(address, "")?.post("/sign-in", SIGN_IN)?;
    answer.cookie.with_context(|| format!("nobody was signed in: status {}", answer.status))
}

/// Paths of all patients, and what can be searched for, from the lists as a person pages through them.
fn people(address: SocketAddr, cookie: &str) -> Result<(Vec<String>, Vec<String>)> {
    let mut connection = Connection::open(address, cookie)?;
    let (mut paths, mut words) = (Vec::new(), Vec::new());
    let mut next = Some("/patients".to_owned());
    while let Some(path) = next {
        let answer = connection.get(&path)?;
        if answer.status != 200 {
            bail!("{path}: status {}", answer.status);
        }
        for row in answer.text.split("<th scope=\"row\"><a href=\"").skip(1) {
            let (path, rest) = row.split_once("\">").context("a link")?;
            let (name, _) = rest.split_once('<').context("a name")?;
            paths.push(path.to_owned());
            words.extend(name.split([' ', ',']).filter(|word| word.len() > 2).map(str::to_owned));
        }
        next = answer.text.split("<a href=\"").find_map(|link| {
            let (address, rest) = link.split_once('"')?;
            rest.starts_with(" rel=\"next\"").then(|| address.replace("&amp;", "&").replace("&#38;", "&"))
        });
    }
    if paths.is_empty() {
        bail!("no patients are listed");
    }
    Ok((paths, words))
}

/// What is asked for, in the order in which it is due: six patients, two searches, two looks at the day.
fn jobs(patients: &[String], words: &[String], seconds: u32) -> Vec<(&'static str, String)> {
    let total = usize::try_from(PER_SECOND * seconds).unwrap_or_default();
    // Steps that share no factor with any size walk over all of them in no order that a cache would like.
    let pick = |list: &[String], number: usize| {
        list.get((number * 7_919) % list.len().max(1)).cloned().unwrap_or_default()
    };
    let prefix = |word: String, number: usize| word.chars().take(2 + number % 5).collect::<String>();
    (0..total)
        .map(|number| match number % 10 {
            0 | 5 => ("Today", "/today".to_owned()),
            3 | 8 => ("search", format!("/patients?q={}", prefix(pick(words, number), number))),
            _ => ("patient", pick(patients, number)),
        })
        .collect()
}

/// Times of answers by kind, in microseconds; and what went wrong.
#[derive(Default)]
struct Shot {
    times: BTreeMap<&'static str, Vec<u128>>,
    wrong: Vec<String>,
    took: Duration,
}

fn shoot(address: SocketAddr, cookie: &str, jobs: &[(&'static str, String)]) -> Result<Shot> {
    let shot = Mutex::new(Shot::default());
    let (sender, receiver) = mpsc::channel::<(Instant, bool, &'static str, &str)>();
    let receiver = Arc::new(Mutex::new(receiver));
    let begin = Instant::now();
    std::thread::scope(|scope| -> Result<()> {
        for _ in 0..CONNECTIONS {
            let mut connection = Connection::open(address, cookie)?;
            let (receiver, shot) = (Arc::clone(&receiver), &shot);
            scope.spawn(move || {
                loop {
                    let next = receiver.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((due, counts, kind, path)) = next else { break };
                    let answer = connection.get(path);
                    let time = due.elapsed().as_micros();
                    let mut shot = shot.lock().unwrap_or_else(PoisonError::into_inner);
                    match answer {
                        Ok(answer) if answer.status == 200 => {
                            if counts {
                                shot.times.entry(kind).or_default().push(time);
                            }
                        }
                        Ok(answer) => shot.wrong.push(format!("{path}: status {}", answer.status)),
                        Err(error) => shot.wrong.push(format!("{path}: {error:#}")),
                    }
                }
            });
        }
        for (number, (kind, path)) in jobs.iter().enumerate() {
            let due = begin + Duration::from_secs(1) * u32::try_from(number)? / PER_SECOND;
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            sender.send((due, due > begin + WARM, kind, path)).ok().context("nobody asks any more")?;
        }
        drop(sender);
        Ok(())
    })?;
    let mut shot = shot.into_inner().unwrap_or_else(PoisonError::into_inner);
    shot.took = begin.elapsed();
    Ok(shot)
}

fn print(shot: &Shot) {
    println!(
        "{PER_SECOND} requests a second for {:.1} s; milliseconds from when each was due",
        shot.took.as_secs_f64()
    );
    println!("{:<10}{:>8}{:>10}{:>10}{:>10}{:>10}", "page", "count", "p50", "p95", "p99", "max");
    let all: Vec<u128> = shot.times.values().flatten().copied().collect();
    let kinds = shot.times.iter().map(|(kind, times)| (*kind, times.clone())).chain([("all", all)]);
    for (kind, mut times) in kinds {
        times.sort_unstable();
        let at = |percent: usize| {
            let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
            let micros = times.get(place).copied().unwrap_or_default();
            format!("{}.{:02}", micros / 1_000, micros % 1_000 / 10)
        };
        println!("{kind:<10}{:>8}{:>10}{:>10}{:>10}{:>10}", times.len(), at(50), at(95), at(99), at(100));
    }
    println!("{} went wrong", shot.wrong.len());
    for wrong in shot.wrong.iter().take(5) {
        println!("  {wrong}");
    }
}
