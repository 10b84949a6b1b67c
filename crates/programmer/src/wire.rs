//! Ways to a pump.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// A way to a pump: TCP, a serial line, or a simulated radio in tests.
pub trait Wire {
    /// Sends all of the bytes.
    ///
    /// # Errors
    /// [`WireError`]; some of the bytes may have left.
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError>;

    /// Waits at most `wait` for bytes; how many came, 0 for none.
    ///
    /// # Errors
    /// [`WireError`]
    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError>;
}

impl Wire for Box<dyn Wire + Send> {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        self.as_mut().send(bytes)
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        self.as_mut().receive(into, wait)
    }
}

/// A way to a pump that does not lead there any more.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Not an address.
    #[error("\"{address}\" is no address such as 127.0.0.1:7777")]
    Address {
        /// As given.
        address: String,
    },
    /// Nobody answers there.
    #[error("nothing answers at {address}: {kind}")]
    Dial {
        /// As given.
        address: String,
        /// Why.
        kind: ErrorKind,
    },
    /// The serial line cannot be opened.
    #[error("the serial line {path} cannot be opened: {kind}")]
    Open {
        /// As given.
        path: String,
        /// Why.
        kind: ErrorKind,
    },
    /// The other end has gone.
    #[error("the connection to the pump was closed at its end")]
    Ended,
    /// Anything else.
    #[error("the connection to the pump broke: {0}")]
    Broken(ErrorKind),
}

impl From<std::io::Error> for WireError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::UnexpectedEof => Self::Ended,
            kind => Self::Broken(kind),
        }
    }
}

/// How long sending may take.
const SEND_WAIT: Duration = Duration::from_secs(5);

/// A pump behind a TCP address.
pub struct TcpWire {
    stream: TcpStream,
    waits: Option<Duration>,
}

impl TcpWire {
    /// Connects to an address such as 127.0.0.1:7777; waits at most `wait` for each of the places it stands for.
    ///
    /// # Errors
    /// [`WireError::Address`], [`WireError::Dial`]
    pub fn dial(address: &str, wait: Duration) -> Result<Self, WireError> {
        let bad = || WireError::Address { address: address.to_owned() };
        let mut kind = None;
        for place in address.to_socket_addrs().map_err(|_| bad())? {
            // Zero would be refused, and means the same as hardly any.
            match TcpStream::connect_timeout(&place, wait.max(Duration::from_millis(1))) {
                Ok(stream) => {
                    stream.set_nodelay(true)?;
                    stream.set_write_timeout(Some(SEND_WAIT))?;
                    return Ok(Self { stream, waits: None });
                }
                Err(error) => kind = Some(error.kind()),
            }
        }
        Err(kind.map_or_else(bad, |kind| WireError::Dial { address: address.to_owned(), kind }))
    }
}

impl Wire for TcpWire {
    fn send(&mut self, bytes: &[u8]) -> Result<(), WireError> {
        Ok(self.stream.write_all(bytes)?)
    }

    fn receive(&mut self, into: &mut [u8], wait: Duration) -> Result<usize, WireError> {
        let wait = wait.max(Duration::from_millis(1));
        if self.waits != Some(wait) {
            self.stream.set_read_timeout(Some(wait))?;
            self.waits = Some(wait);
        }
        match self.stream.read(into) {
            Ok(0) => Err(WireError::Ended),
            Ok(count) => Ok(count),
            Err(error) => nothing(error),
        }
    }
}

/// Nothing has come yet, or something is wrong.
pub(crate) fn nothing(error: std::io::Error) -> Result<usize, WireError> {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => Ok(0),
        _ => Err(error.into()),
    }
}
