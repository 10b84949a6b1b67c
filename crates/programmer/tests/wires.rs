//! The ways to a pump: TCP, and a serial line that is a pseudo-terminal. A real pump at the other end.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests may fail loudly too")]

mod common;

use common::{Random, card, continuous, identity, order};
use programmer::{Entered, SerialWire, Session, TalkError, TcpWire, Wire, WireError, emergency_read, pair};
use pump::Running;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::cell::RefCell;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const WAIT: Duration = Duration::from_secs(2);

/// A pump at this end of a line, until the other end is gone.
fn serve(mut from: impl Read, mut to: impl Write) {
    let mut pump = common::pump();
    let mut bytes = [0; 512];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        let said = pump.radio(&bytes[..count]);
        if to.write_all(&said).is_err() {
            return;
        }
    }
}

/// Everything once: pairing, a session, an order, the log.
fn visit<W: Wire>(mut dial: impl FnMut() -> W) {
    let mut random = Random(5);
    pair(dial(), &identity(), &card(), "clinic", &mut |into| random.fill(into)).unwrap();
    let mut session =
        Session::open(dial(), &identity(), common::SERIAL, &card().pump_key, &mut |into| random.fill(into))
            .unwrap();
    let entered = session.enter(&identity(), &order(1, continuous(200_000)));
    assert!(matches!(entered, Entered::Runs { .. }), "{entered:?}");
    assert!(!session.log(0).unwrap().0.is_empty());
    session.close();
    assert_eq!(emergency_read(dial()).unwrap().running, Running::Program);
}

/// One connection for one talk after another: the pump at its other end stays.
struct Shared<'a>(&'a RefCell<TcpWire>);

impl Wire for Shared<'_> {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        self.0.borrow_mut().send(bytes)
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        self.0.borrow_mut().receive(into, wait)
    }
}

#[test]
fn over_tcp() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let pump = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        serve(stream.try_clone().unwrap(), stream);
    });
    let wire = RefCell::new(TcpWire::dial(&address, WAIT).unwrap());
    visit(|| Shared(&wire));
    drop(wire);
    pump.join().unwrap();
}

/// A pseudo-terminal as the kernel gives it: with echo and lines, until the wire has taken both away.
fn terminal() -> (File, PathBuf) {
    let own = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&own).unwrap();
    unlockpt(&own).unwrap();
    let path = ptsname(&own, Vec::new()).unwrap();
    (File::from(own), PathBuf::from(path.to_str().unwrap()))
}

#[test]
fn over_a_serial_line() {
    let (own, path) = terminal();
    // The line is open all the time, as a cable is there all the time.
    let cable = SerialWire::open(&path).unwrap();
    let pump = thread::spawn({
        let own = own.try_clone().unwrap();
        move || serve(own.try_clone().unwrap(), own)
    });
    visit(|| SerialWire::open(&path).unwrap());
    drop(cable);
    // The other end sees that the last one has gone.
    pump.join().unwrap();
}

#[test]
fn what_leads_nowhere_is_named() {
    let dial = |address| TcpWire::dial(address, WAIT).err();
    assert_eq!(dial("pump"), Some(WireError::Address { address: "pump".to_owned() }));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let mut wire = TcpWire::dial(&address, WAIT).unwrap();
    let (stream, _) = listener.accept().unwrap();
    let mut bytes = [0; 8];
    assert_eq!(wire.receive(&mut bytes, Duration::ZERO), Ok(0));
    drop(stream);
    assert_eq!(wire.receive(&mut bytes, WAIT), Err(WireError::Ended));
    assert_eq!(emergency_read(wire).err(), Some(TalkError::Wire(WireError::Ended)));
    drop(listener);
    let kind = ErrorKind::ConnectionRefused;
    assert_eq!(dial(&address), Some(WireError::Dial { address, kind }));
    let open = |path: &str| SerialWire::open(Path::new(path)).err();
    let path = "/nowhere/tty".to_owned();
    assert_eq!(open(&path), Some(WireError::Open { path, kind: ErrorKind::NotFound }));
    // A file is no line.
    assert!(matches!(open("/dev/null"), Some(WireError::Open { .. })));
}

/// A serial line on which nothing comes gives up waiting, and what an earlier talk left in it is dropped.
#[test]
fn a_serial_line_waits_no_longer_than_it_is_told() {
    let (mut own, path) = terminal();
    let cable = SerialWire::open(&path).unwrap();
    own.write_all(b"left over").unwrap();
    let mut wire = SerialWire::open(&path).unwrap();
    let mut bytes = [0; 32];
    assert_eq!(wire.receive(&mut bytes, Duration::from_millis(20)), Ok(0));
    own.write_all(b"a\r\n\x03\x04").unwrap();
    let mut heard = Vec::new();
    while heard.len() < 5 {
        let count = wire.receive(&mut bytes, WAIT).unwrap();
        assert!(count > 0);
        heard.extend_from_slice(&bytes[..count]);
    }
    assert_eq!(heard, b"a\r\n\x03\x04", "every byte as it was sent");
    drop(cable);
    drop(own);
    assert!(wire.receive(&mut bytes, WAIT).is_err());
}

/// The clinic asks pumps from threads of its own.
#[test]
fn a_session_may_change_threads() {
    const fn sent<T: Send>() {}
    sent::<Session<TcpWire>>();
    sent::<Session<SerialWire>>();
    sent::<Session<Box<dyn Wire + Send>>>();
    sent::<TalkError>();
}
