//! Programmers over TCP: raw bytes both ways.

use super::{ServerError, Told};
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How often a listener looks whether it is to end.
const LOOK: Duration = Duration::from_millis(50);
/// Somebody who does not take what is sent within this hears no more.
const SLOW: Duration = Duration::from_secs(2);

/// Somebody who hears what the pump sends.
pub(super) enum Ear {
    /// Over TCP.
    Tcp(TcpStream),
    /// Over the serial line.
    Serial(File),
}

impl Ear {
    /// Says it; whether somebody is still there. A serial line stays, whoever holds its other end.
    pub(super) fn hears(&mut self, bytes: &[u8]) -> bool {
        match self {
            Self::Tcp(stream) => stream.write_all(bytes).is_ok(),
            Self::Serial(file) => {
                // What the other end does not take is lost, as on any line.
                file.write_all(bytes).ok();
                true
            }
        }
    }
}

/// Listens at an address and gives each who dials to `each`, in a thread of its own; where it listens.
pub(super) fn accept(
    address: &str,
    stop: &Arc<AtomicBool>,
    mut each: impl FnMut(TcpStream) + Send + 'static,
) -> Result<SocketAddr, ServerError> {
    let wrong = |error| ServerError::Listen { address: address.to_owned(), error };
    let listener = TcpListener::bind(address).map_err(wrong)?;
    listener.set_nonblocking(true).map_err(wrong)?;
    let at = listener.local_addr().map_err(wrong)?;
    let stop = Arc::clone(stop);
    let run = move || {
        while !stop.load(Ordering::Relaxed) {
            match listener.accept() {
                Ok((stream, _)) => {
                    if stream.set_nonblocking(false).is_ok() {
                        each(stream);
                    }
                }
                Err(_) => thread::sleep(LOOK),
            }
        }
    };
    thread::Builder::new().name("listener".to_owned()).spawn(run).map_err(ServerError::Thread)?;
    Ok(at)
}

/// Programmers dial here.
pub(super) fn listen(
    address: &str,
    told: &Sender<Told>,
    stop: &Arc<AtomicBool>,
) -> Result<SocketAddr, ServerError> {
    let (told, ends) = (told.clone(), Arc::clone(stop));
    accept(address, stop, move |stream| {
        let Ok(ear) = stream.try_clone() else { return };
        let timeouts = ear.set_write_timeout(Some(SLOW)).and(stream.set_read_timeout(Some(LOOK)));
        if timeouts.and(stream.set_nodelay(true)).is_err() || told.send(Told::Ear(Ear::Tcp(ear))).is_err() {
            return;
        }
        let (told, ends) = (told.clone(), Arc::clone(&ends));
        let run = move || carry(stream, &told, &ends);
        // Without a thread nobody hears this one; it may dial again.
        thread::Builder::new().name("programmer".to_owned()).spawn(run).ok();
    })
}

/// Carries bytes to the pump until nothing more comes.
pub(super) fn carry(mut from: impl Read, told: &Sender<Told>, stop: &AtomicBool) {
    let mut piece = [0; 4_096];
    while !stop.load(Ordering::Relaxed) {
        match from.read(&mut piece) {
            Ok(0) => return,
            Ok(length) => {
                let bytes = piece.get(..length).unwrap_or_default().to_vec();
                if told.send(Told::Radio(bytes)).is_err() {
                    return;
                }
            }
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
                ) => {}
            Err(_) => return,
        }
    }
}
