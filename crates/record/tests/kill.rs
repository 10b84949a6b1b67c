//! A process that records under load is killed at any moment, and the power with it: every acknowledged act is there, no act
//! is there in half, and the chains verify. R-REC-2.
//!
//! `THECAL_KILLS` asks for more kills than usual, `THECAL_SEED` for others.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;
#[path = "kill/power.rs"]
mod power;

use common::*;
use power::Dice;
use record::*;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// Tasks that record at the same time.
const WRITERS: u64 = 4;

fn own(writer: u64) -> Stream {
    patient(u128::from(writer))
}

fn companion(writer: u64) -> Stream {
    Stream { kind: Kind::Enquiry, id: Id(u128::from(writer)) }
}

/// A form says which act it is: so many events in the writer's own stream, so many in its companion.
fn form(round: u64, writer: u64, turn: u64) -> Id {
    Id(u128::from(round) << 64 | u128::from(writer) << 32 | u128::from(turn))
}

fn shape(form: Id) -> (u64, usize, usize) {
    let (writer, turn) = ((form.0 >> 32) as u32, form.0 as u32);
    let (own, companion) = [(1, 2), (1, 0), (2, 0)][turn as usize % 3];
    (u64::from(writer), own, companion)
}

fn made(form: Id, versions: &mut [u64; 2]) -> Act {
    let (writer, one, two) = shape(form);
    let body = format!("\"{form}\"");
    let mut appends = Vec::new();
    let streams = [own(writer), companion(writer)];
    for ((stream, number), version) in streams.into_iter().zip([one, two]).zip(versions) {
        if number > 0 {
            let mut new = append(stream, *version, &vec![body.as_str(); number]);
            *version += number as u64;
            let (order, from) = (format!("{version:08}"), i64::try_from(*version).unwrap());
            new.projection = Some(projection(&order, &[("refill", from)], &["a", &order]));
            appends.push(new);
        }
    }
    Act { form, by: None, recorded: 1, content: [1; 32], appends }
}

/// Not a test of its own: what the killed process does, until it is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Ok(path) = std::env::var("THECAL_KILL_DATABASE") else { return };
    let path = PathBuf::from(path);
    let round: u64 = std::env::var("THECAL_KILL_ROUND").unwrap().parse().unwrap();
    let keys = Keys::beside(&path, &mut system_random()).unwrap();
    let mut options = Options::new(keys);
    if std::env::var_os("THECAL_KILL_CARELESS").is_some() {
        options = options.careless();
    }
    let store = Arc::new(SqliteStore::open(&path, options).await.unwrap());
    let mut tasks = Vec::new();
    for writer in 0..WRITERS {
        let store = Arc::clone(&store);
        tasks.push(tokio::spawn(async move {
            let mut versions =
                [store.version(own(writer)).await.unwrap(), store.version(companion(writer)).await.unwrap()];
            for turn in 0.. {
                let form = form(round, writer, turn);
                store.append(made(form, &mut versions)).await.unwrap();
                tell(&format!("recorded {form}"));
                store.viewed(Viewed {
                    at: 1,
                    by: None,
                    from: String::new(),
                    what: "GET /".to_owned(),
                    stream: Some(own(writer)),
                    result: 200,
                });
                if turn % 8 == writer {
                    store.attach(own(writer), format!("a file {form}").into_bytes()).await.unwrap();
                    let head = store.sign_head(1).await.unwrap();
                    tell(&format!("signed {}", head.to_line()));
                }
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}

/// One line in one piece.
fn tell(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// What was acknowledged so far.
#[derive(Default)]
struct Told {
    forms: Vec<Id>,
    heads: Vec<Head>,
}

/// Starts the child, reads what it tells, and kills it.
fn killed(home: &Home, round: u64, dice: &mut Dice, layer: Option<&Path>, careless: bool, told: &mut Told) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "child", "--nocapture"])
        .env("THECAL_KILL_DATABASE", home.path())
        .env("THECAL_KILL_ROUND", round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if let Some(layer) = layer {
        command.env("LD_PRELOAD", layer).env("THECAL_UNSYNCED_FOLDER", home.path().parent().unwrap());
    }
    if careless {
        command.env("THECAL_KILL_CARELESS", "1");
    }
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // One kill in eight comes while the file is being opened. Waiting leaves the processor to the child, if there is one only.
    let (wanted, wait) = match dice.below(8) {
        0 => (0, Duration::from_micros(dice.below(40_000))),
        _ => (1 + dice.below(24), Duration::from_micros(dice.below(4_000))),
    };
    let mut seen = 0;
    let mut hear = |line: String| {
        if let Some(form) = line.strip_prefix("recorded ") {
            told.forms.push(form.parse().unwrap());
            return true;
        }
        if let Some(head) = line.strip_prefix("signed ") {
            told.heads.push(Head::from_line(head).unwrap());
        }
        false
    };
    while seen < wanted {
        let line = lines.next().expect("the child goes on until it is killed").unwrap();
        seen += u64::from(hear(line));
    }
    std::thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had told before it was killed counts, but for a line that was cut.
    let mut rest = lines.map_while(Result::ok).collect::<Vec<_>>();
    if rest.last().is_some_and(|line| line.len() != "recorded ".len() + 32 && Head::from_line(line).is_none())
    {
        let last = rest.pop().unwrap();
        if last.strip_prefix("signed ").and_then(Head::from_line).is_some() {
            rest.push(last);
        }
    }
    for line in rest {
        hear(line);
    }
}

/// Opens what the child left, and compares it with what it told.
async fn checked(home: &Home, told: &Told) -> Result<u64, String> {
    let keys = Keys::beside(&home.path(), &mut system_random()).map_err(|error| error.to_string())?;
    let store =
        SqliteStore::open(&home.path(), Options::new(keys)).await.map_err(|error| error.to_string())?;
    let result = compared(&store, told).await;
    store.close().await;
    let events = result?;
    let verdict = verify(&home.path(), &told.heads).await.map_err(|error| error.to_string())?;
    match verdict.fault {
        Some(fault) => Err(fault.to_string()),
        None if verdict.events == events => Ok(events),
        None => Err(format!("{events} events read, {} verified", verdict.events)),
    }
}

async fn compared(store: &SqliteStore, told: &Told) -> Result<u64, String> {
    let failed = |error: ReadError| error.to_string();
    let mut found: BTreeMap<Id, [usize; 2]> = BTreeMap::new();
    let mut number = 0;
    for writer in 0..WRITERS {
        for (stream, place) in [(own(writer), 0), (companion(writer), 1)] {
            let events = store.read(stream, 0).await.map_err(failed)?;
            let version = store.version(stream).await.map_err(failed)?;
            if version != events.len() as u64 {
                return Err(format!("{} events at version {version}", events.len()));
            }
            // The projection came with the last event.
            let summary = store.summary(stream).await.map_err(failed)?.map_or(0, |found| found.version);
            if summary != version {
                return Err(format!("a summary of version {summary} at version {version}"));
            }
            for event in events {
                found.entry(event.form).or_default()[place] += 1;
                number += 1;
            }
        }
    }
    for (form, counts) in &found {
        let (_, one, two) = shape(*form);
        if *counts != [one, two] {
            return Err(format!("half an act: {form} has {counts:?} instead of {one} and {two}"));
        }
    }
    for form in &told.forms {
        if !found.contains_key(form) {
            return Err(format!("lost: {form}"));
        }
    }
    // Asked for one by one, a part of them is enough.
    for form in told.forms.iter().rev().take(8) {
        if store.resolve(*form).await.map_err(failed)?.is_none() {
            return Err(format!("no receipt: {form}"));
        }
    }
    Ok(number)
}

fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |value| value.parse().expect(name))
}

/// So many kills of one file before another one is begun: it must not grow so large that checking takes the time.
const ROUNDS: u64 = 10;

async fn kills(number: u64, layer: Option<&Path>) {
    let seed = setting("THECAL_SEED", 1);
    let mut dice = Dice(seed);
    let (mut acts, mut open_writes) = (0, 0);
    let mut home = Home::new();
    let mut told = Told::default();
    for round in 1..=number {
        if round % ROUNDS == 1 {
            home = Home::new();
            acts += told.forms.len();
            told = Told::default();
        }
        killed(&home, round, &mut dice, layer, false, &mut told);
        if layer.is_some() {
            open_writes += power::cut(home.path().parent().unwrap(), &mut dice);
        }
        if let Err(what) = checked(&home, &told).await {
            panic!("seed {seed}, kill {round}: {what}");
        }
    }
    acts += told.forms.len();
    println!(
        "{number} kills, {acts} acknowledged acts, {open_writes} writes that were not synced: nothing lost"
    );
    assert!(acts as u64 > number, "too little was recorded to say anything: {acts} acts");
    assert!(layer.is_none() || open_writes > 0, "the layer saw nothing");
}

#[tokio::test]
async fn killed_at_any_moment_nothing_acknowledged_is_lost() {
    kills(setting("THECAL_KILLS", 60), None).await;
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn killed_with_the_power_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let layer = power::layer(folder.path());
    kills(setting("THECAL_KILLS", 24), Some(&layer)).await;
}

/// The layer can fail: a store that does not wait for the disk loses what it acknowledged.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_store_that_does_not_sync_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let layer = power::layer(folder.path());
    let mut dice = Dice(1);
    for round in 1..=12 {
        let (home, mut told) = (Home::new(), Told::default());
        killed(&home, round, &mut dice, Some(&layer), true, &mut told);
        power::cut(home.path().parent().unwrap(), &mut dice);
        if let Err(what) = checked(&home, &told).await {
            println!("found out at kill {round}: {what}");
            return;
        }
    }
    panic!("12 power cuts of a store that does not sync, and nothing was lost");
}
