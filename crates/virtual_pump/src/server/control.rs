//! A line for what goes wrong and for what is really so: a fault a line, or a question; an answer a line.

use super::wires::accept;
use super::{ServerError, Told};
use crate::fault::{FAULTS, Fault};
use crate::pump::VirtualPump;
use ::pump::PumpTime;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// What a line may say besides a fault.
const LINES: &str = "status, sounds, fill NANOLITRES, or a fault";

/// Who controls dials here.
pub(super) fn listen(
    address: &str,
    told: &Sender<Told>,
    stop: &Arc<AtomicBool>,
) -> Result<SocketAddr, ServerError> {
    let told = told.clone();
    accept(address, stop, move |stream| {
        let told = told.clone();
        let run = move || serve(&stream, &told);
        // Without a thread nobody hears this one; it may dial again.
        thread::Builder::new().name("control".to_owned()).spawn(run).ok();
    })
}

fn serve(mut stream: &TcpStream, told: &Sender<Told>) {
    for line in BufReader::new(stream).lines() {
        let Ok(line) = line else { return };
        let answer = ask(told, &line);
        if writeln!(stream, "{answer}").is_err() {
            return;
        }
    }
}

/// Hands a line to the pump's thread; its answer.
pub(super) fn ask(told: &Sender<Told>, line: &str) -> String {
    let (sender, answers) = channel();
    let gone = "err the pump has stopped".to_owned();
    match told.send(Told::Control(line.to_owned(), sender)) {
        Ok(()) => answers.recv().unwrap_or(gone),
        Err(_) => gone,
    }
}

/// Does what a line says.
pub(super) fn obey(pump: &mut VirtualPump, line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["status"] => format!("ok {}", pump.truth_line()),
        ["sounds"] => {
            let heard = pump.board_mut().take_heard();
            let heard: Vec<String> = heard
                .iter()
                .filter_map(|heard| heard.sound.map(|sound| (heard.at, sound)))
                .map(|(PumpTime(at), sound)| format!("{at} {sound:?}"))
                .collect();
            format!("ok {}", heard.join(", "))
        }
        ["help"] | [] => format!("ok {LINES}: {FAULTS}"),
        ["fill", nanolitres] => match nanolitres.parse() {
            Ok(nanolitres) => {
                pump.board_mut().fill(nanolitres);
                "ok".to_owned()
            }
            Err(_) => format!("err {line:?}: fill NANOLITRES, such as fill 40000000"),
        },
        _ => match line.parse::<Fault>() {
            Ok(fault) => {
                pump.apply(fault);
                "ok".to_owned()
            }
            Err(error) => format!("err {error}"),
        },
    }
}
