//! The way to pumps that can be reached: thecal's own virtual pump, and no marketed one.
//!
//! Everything that waits for a pump runs on a thread of its own. What was read is kept until the clinic stops, for the pages that
//! show it beside the record; what counts is filed as an event like anything else.

use practice::path::telemetry::Connection;
use programmer::{Entered, Identity, PumpCard, Session, TalkError, Wire, WireError};
use pump::{AlarmClass, Condition, LogEntry, Order, Status};
use record::{Id, unhex};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What opens a line to an address.
type Dial = dyn Fn(&str) -> Result<Box<dyn Wire + Send>, WireError> + Send + Sync;
/// What fills with random bytes.
type Random = dyn Fn(&mut [u8]) + Send + Sync;

/// The clinic's programmer: its identity, and how it reaches a pump.
pub struct Programmer {
    identity: Identity,
    dial: Box<Dial>,
    random: Box<Random>,
    readings: Mutex<HashMap<Id, Arc<Reading>>>,
}

/// What a pump said when it was read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// When, in seconds since 1970.
    pub at: i64,
    /// What it said of itself.
    pub status: Status,
    /// The order that it runs.
    pub committed: Option<Order>,
    /// Its newest log entries, the last first.
    pub log: Vec<LogEntry>,
}

impl Reading {
    /// As the record looks at it.
    pub(crate) fn said(&self) -> practice::telemetry::Reading<'_> {
        practice::telemetry::Reading { status: &self.status, committed: self.committed.as_ref() }
    }
}

/// Log entries that are kept for the page.
const LOG_SHOWN: u32 = 40;

impl Programmer {
    /// This identity, reached this way.
    pub fn new(
        identity: Identity,
        dial: impl Fn(&str) -> Result<Box<dyn Wire + Send>, WireError> + Send + Sync + 'static,
        random: impl Fn(&mut [u8]) + Send + Sync + 'static,
    ) -> Self {
        let readings = Mutex::default();
        Self { identity, dial: Box::new(dial), random: Box::new(random), readings }
    }

    /// What was read of a patient's pump last, if it is the pump of this serial number.
    pub(crate) fn reading(&self, patient: Id, serial: &str) -> Option<Arc<Reading>> {
        let readings = self.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.get(&patient).filter(|reading| reading.status.serial.as_str() == serial).cloned()
    }

    fn keep(&self, patient: Id, reading: Reading) {
        let mut readings = self.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.insert(patient, Arc::new(reading));
    }

    fn session(&self, to: &Connection) -> Result<Session<Box<dyn Wire + Send>>, TalkError> {
        let wire = (self.dial)(&to.address)?;
        let key = unhex(&to.key).ok_or_else(|| TalkError::OtherPump { serial: to.serial.clone() })?;
        Session::open(wire, &self.identity, &to.serial, &key, &mut |bytes| (self.random)(bytes))
    }

    /// Reads everything that pages show.
    fn read_in(
        &self,
        session: &mut Session<Box<dyn Wire + Send>>,
        patient: Id,
        now: i64,
    ) -> Result<(), TalkError> {
        let status = *session.status()?;
        let committed = session.committed()?.map(|(order, _)| order);
        let from = status.log_newest.saturating_sub(LOG_SHOWN.min(status.log_kept).saturating_sub(1)).max(1);
        let (mut log, _) = session.log(from)?;
        log.reverse();
        self.keep(patient, Reading { at: now, status, committed, log });
        Ok(())
    }

    /// Reads the pump.
    ///
    /// # Errors
    /// [`TalkError`] in words for the person at the bedside.
    pub(crate) fn read(&self, patient: Id, to: &Connection, now: i64) -> Result<(), TalkError> {
        let mut session = self.session(to)?;
        self.read_in(&mut session, patient, now)?;
        session.close();
        Ok(())
    }

    /// Pairs with the pump of a card, which must be close and willing.
    ///
    /// # Errors
    /// [`TalkError`].
    pub(crate) fn pair(&self, card: &PumpCard, address: &str, label: &str) -> Result<(), TalkError> {
        let wire = (self.dial)(address)?;
        programmer::pair(wire, &self.identity, card, label, &mut |bytes| (self.random)(bytes))
    }

    /// Sounds an alarm once.
    ///
    /// # Errors
    /// [`TalkError`].
    pub(crate) fn test_alarm(&self, to: &Connection, class: AlarmClass) -> Result<(), TalkError> {
        let mut session = self.session(to)?;
        session.test_alarm(class)?;
        session.close();
        Ok(())
    }

    /// Acknowledges an alarm, and reads the pump again.
    ///
    /// # Errors
    /// [`TalkError`].
    pub(crate) fn acknowledge(
        &self,
        patient: Id,
        to: &Connection,
        condition: Condition,
        now: i64,
    ) -> Result<(), TalkError> {
        let mut session = self.session(to)?;
        session.acknowledge(condition)?;
        self.read_in(&mut session, patient, now)?;
        session.close();
        Ok(())
    }

    /// Stages what `make` makes of the pump's state, and commits it once `file` has filed that it is sent. Between the two the
    /// pump has read back what it was given; before `file` nothing can run.
    pub(crate) fn enter<E>(
        &self,
        patient: Id,
        to: &Connection,
        now: i64,
        make: impl FnOnce(&Reading) -> Result<Order, E>,
        file: impl FnOnce(&[u8; 32]) -> Result<(), E>,
    ) -> Result<Result<Entered, E>, TalkError> {
        let mut session = self.session(to)?;
        self.read_in(&mut session, patient, now)?;
        let reading = self.readings.lock().unwrap_or_else(PoisonError::into_inner).get(&patient).cloned();
        let Some(reading) = reading else {
            return Err(TalkError::OtherPump { serial: to.serial.clone() });
        };
        let order = match make(&reading) {
            Ok(order) => order,
            Err(error) => return Ok(Err(error)),
        };
        let entered = match session.enter_filed(&self.identity, &order, file) {
            Ok(entered) => entered,
            Err(error) => return Ok(Err(error)),
        };
        if let Entered::Runs { .. } = &entered {
            // What runs is known already; a line that breaks now takes nothing of it back.
            self.read_in(&mut session, patient, now).ok();
        }
        session.close();
        Ok(Ok(entered))
    }
}
