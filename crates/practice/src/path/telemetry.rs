//! A pump that can be reached: the connection to it, paired by somebody who held the programmer to it.
//!
//! Only thecal's own virtual pump can be reached; the telemetry of marketed pumps is closed.

use super::{TEXT_LETTERS_MAX, Told, bounded, said};
use crate::access::Right;
use crate::patient::{Entry, Patient};
use serde::{Deserialize, Serialize};

/// A pump as it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Connection {
    /// Serial number, as on its card.
    pub serial: String,
    /// Where it is reached, such as "127.0.0.1:7700".
    pub address: String,
    /// Its public key, in hexadecimal digits.
    pub key: String,
}

/// What is recorded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
pub enum Event {
    /// Programmer and pump know each other from now on.
    Connected(Connection),
    /// The connection is used no longer.
    Disconnected {
        /// Why.
        reason: String,
    },
}

/// The connection that counts.
#[derive(Debug, Clone, Default)]
pub struct Telemetry {
    connection: Option<Connection>,
}

impl Telemetry {
    pub(super) fn take(&mut self, _entry: &Entry, event: &Event) {
        self.connection = match event {
            Event::Connected(connection) => Some(connection.clone()),
            Event::Disconnected { .. } => None,
        };
    }

    /// The serial number of the pump that can be reached.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.connection.as_ref().map(|connection| connection.serial.as_str())
    }

    /// The connection to the pump of this serial number; none to another one, which may be in the record from before.
    #[must_use]
    pub fn to(&self, serial: &str) -> Option<&Connection> {
        self.connection.as_ref().filter(|connection| connection.serial == serial)
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Connected(connection) => format!("Pump {} can be reached by telemetry", connection.serial),
            Self::Disconnected { .. } => "Telemetry to the pump is used no longer".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Connected(_) => None,
            Self::Disconnected { reason } => Some(reason),
        }
    }

    fn right(&self) -> Right {
        Right::ConfirmOrders
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        match self {
            Self::Connected(connection) => {
                said("serial", &connection.serial)?;
                said("address", &connection.address)?;
                bounded("address", &connection.address, 200)?;
                let good = connection.key.len() == 64
                    && connection.key.bytes().all(|digit| digit.is_ascii_hexdigit());
                if !good {
                    return Err(("key", "must have 64 hexadecimal digits".to_owned()));
                }
                if !patient.has_pump() {
                    return Err(("serial", "there is no pump in the patient".to_owned()));
                }
                Ok(())
            }
            Self::Disconnected { reason } => {
                said("reason", reason)?;
                bounded("reason", reason, TEXT_LETTERS_MAX)
            }
        }
    }
}
