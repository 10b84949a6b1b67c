//! R-VPU-4, R-VPU-5: a pump that is reached over TCP and over a serial line, told faults by lines, and goes on with its memory
//! after it was stopped.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "helpers of tests may fail loudly too"
)]
mod common;

use common::{START, continuous, made, order, programmer};
use pump::{Answer, Ask, PumpTime, Running, What};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use virtual_pump::server::{Server, ServerOptions};
use virtual_pump::{Air, Visit};

/// A clock that goes when it is told to.
#[derive(Clone, Default)]
struct Hand(Arc<AtomicU64>);

impl Hand {
    fn turn(&self, milliseconds: u64) {
        self.0.fetch_add(milliseconds, Ordering::SeqCst);
    }

    fn clock(&self) -> Box<dyn Fn() -> Duration + Send> {
        let hand = self.clone();
        Box::new(move || Duration::from_millis(hand.0.load(Ordering::SeqCst)))
    }
}

/// A wire and the hand that lets time pass at its other end.
struct Wire<W> {
    wire: W,
    hand: Hand,
}

/// Reads what comes within a moment.
trait Hears {
    fn hear(&mut self) -> Vec<u8>;
    fn say(&mut self, bytes: &[u8]);
}

impl Hears for TcpStream {
    fn hear(&mut self) -> Vec<u8> {
        let mut piece = [0; 8_192];
        match self.read(&mut piece) {
            Ok(length) => piece[..length].to_vec(),
            Err(_) => Vec::new(),
        }
    }

    fn say(&mut self, bytes: &[u8]) {
        self.write_all(bytes).unwrap();
    }
}

/// A thread reads the line, for a terminal has no time-out of its own.
struct Line {
    file: File,
    heard: std::sync::mpsc::Receiver<Vec<u8>>,
}

impl Line {
    fn open(path: &std::path::Path) -> Self {
        let file = File::options().read(true).write(true).open(path).unwrap();
        let (sender, heard) = std::sync::mpsc::channel();
        let mut reader = file.try_clone().unwrap();
        std::thread::spawn(move || {
            let mut piece = [0; 4_096];
            while let Ok(length) = reader.read(&mut piece) {
                if length == 0 || sender.send(piece[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { file, heard }
    }
}

impl Hears for Line {
    fn hear(&mut self) -> Vec<u8> {
        self.heard.recv_timeout(Duration::from_millis(100)).unwrap_or_default()
    }

    fn say(&mut self, bytes: &[u8]) {
        self.file.write_all(bytes).unwrap();
    }
}

impl<W: Hears> Air for Wire<W> {
    fn exchange(&mut self, bytes: &[u8]) -> Vec<u8> {
        if !bytes.is_empty() {
            self.wire.say(bytes);
        }
        self.wire.hear()
    }

    fn pass(&mut self, seconds: u64) {
        // Time goes slower than the answers come: 100 ms at most for a hear, a tenth of a second for a try.
        self.hand.turn(seconds * 100);
    }

    fn seconds(&self) -> u64 {
        self.hand.0.load(Ordering::SeqCst) / 1_000
    }
}

fn options(memory: Option<std::path::PathBuf>, serial: bool) -> ServerOptions {
    ServerOptions {
        made: made(),
        now: START,
        seed: 3,
        speed: 1,
        listen: "127.0.0.1:0".to_owned(),
        control: Some("127.0.0.1:0".to_owned()),
        serial,
        memory,
    }
}

fn dial(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.link()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    stream
}

/// Pairs, and enters a program.
fn enter<W: Hears>(server: &Server, air: &mut Wire<W>, visit: &mut Visit, counter: u64) {
    assert_eq!(server.tell("close on"), "ok");
    air.hand.turn(11_000);
    visit.pair(air).unwrap();
    visit.connect(air).unwrap();
    let status = visit.ask(air, &Ask::Interrogate).unwrap();
    let Answer::Status(status) = status else { panic!("{status:?}") };
    let order = order(counter, PumpTime(status.now), What::Program(continuous(400_000, true)));
    let answer = visit.enter(air, &order).unwrap();
    assert!(matches!(answer, Answer::Runs { .. }), "{answer:?}");
}

#[test]
fn r_vpu_4_over_tcp_and_its_memory_stays() {
    let folder = tempfile();
    let path = folder.join("pump.memory");
    let hand = Hand::default();
    let server = Server::start(options(Some(path.clone()), false), hand.clock()).unwrap();
    let mut air = Wire { wire: dial(&server), hand: hand.clone() };
    let mut visit = programmer(&made(), 2);
    enter(&server, &mut air, &mut visit, 1);
    hand.turn(86_400_000);
    // Asked over the wire: how it is a day later.
    std::thread::sleep(Duration::from_millis(300));
    let mut control = TcpStream::connect(server.control().unwrap()).unwrap();
    let mut answers = BufReader::new(control.try_clone().unwrap()).lines();
    let mut ask = |line: &str| {
        writeln!(control, "{line}").unwrap();
        answers.next().unwrap().unwrap()
    };
    let line = ask("status");
    assert!(line.starts_with("ok clock ") && line.contains("says Program"), "{line}");
    assert!(line.contains("delivered 400000 nL"), "{line}");
    assert!(ask("stal").starts_with("err \"stal\": one of: stall, recover"), "{}", ask("stal"));
    assert_eq!(ask("stall"), "ok");
    assert_eq!(ask("recover"), "ok");
    server.stop().unwrap();
    // Stopped for a day: what fell into it is lost, and the program goes on.
    let mut again = options(Some(path), false);
    again.now = PumpTime(START.0 + 3 * 86_400);
    let hand = Hand::default();
    let server = Server::start(again, hand.clock()).unwrap();
    let mut air = Wire { wire: dial(&server), hand: hand.clone() };
    visit.connect(&mut air).unwrap();
    let Answer::Status(status) = visit.ask(&mut air, &Ask::Interrogate).unwrap() else { panic!() };
    assert_eq!((status.running, status.counter, status.boots), (Running::Program, 1, 2));
    assert!(status.strokes_total.abs_diff(400) <= 1, "{}", status.strokes_total);
    server.stop().unwrap();
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn r_vpu_4_over_a_serial_line() {
    let hand = Hand::default();
    let server = Server::start(options(None, true), hand.clock()).unwrap();
    let line = Line::open(server.serial().unwrap());
    let mut air = Wire { wire: line, hand };
    let mut visit = programmer(&made(), 2);
    enter(&server, &mut air, &mut visit, 1);
    assert!(server.tell("status").contains("says Program"));
    server.stop().unwrap();
}

fn tempfile() -> std::path::PathBuf {
    let folder =
        std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("pump-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
