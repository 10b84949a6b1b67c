//! Somebody holds a programmer to the pump: reading, comparing with the record, settling what is unknown, sending.

use crate::air::Weather;
use crate::house::moment;
use crate::watch::{Sent, tells};
use crate::world::{HOUR, Held, OFFSET, World};
use ::pump::{AlarmClass, Battery, LogEntry, LogKind, Order, PumpTime, Running, Status};
use practice::patient::Stand;
use practice::telemetry::{Reading, agrees, beside, confirmation, object, program, settling};
use programmer::{Entered, Session, TalkError, pair};
use rand::{Rng as _, RngExt as _};
use record::{hex, unhex};
use serde_json::{Value, json};
use therapy::OrderState;
use twin::RBig;
use virtual_pump::Fault;

/// What a pump said when it was read.
pub(crate) struct Read {
    pub status: Box<Status>,
    pub committed: Option<Order>,
    log: Vec<LogEntry>,
}

impl Read {
    pub(crate) fn said(&self) -> Reading<'_> {
        Reading { status: &self.status, committed: self.committed.as_ref() }
    }
}

/// How a sending is cut short by the programmer's own end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crash {
    None,
    /// The record cannot be written.
    BeforeFiled,
    /// After it is filed as sent, before the commit leaves.
    AfterFiled,
    /// After the commit has left.
    AfterCommit,
    /// After the pump said that it runs, before that is filed.
    AfterRuns,
    /// At any message.
    AtMessage(u32),
}

pub(crate) fn words<E: ToString>(error: E) -> String {
    error.to_string()
}

impl World {
    /// A hand with a programmer comes close.
    pub(crate) fn approach(&mut self) -> Held {
        self.air.borrow_mut().pump.apply(Fault::Close(true));
        let weather = match self.dice.random_range(0..10_u32) {
            0..6 => Weather::CALM,
            6..9 => Weather::ROUGH,
            _ => Weather::STORM,
        };
        let mut air = self.air.borrow_mut();
        air.weather = weather;
        air.live(None);
        drop(air);
        self.pass(20)
    }

    /// It goes.
    pub(crate) fn leave(&mut self) -> Held {
        {
            let mut air = self.air.borrow_mut();
            air.live(None);
            air.weather = Weather::CALM;
            air.pump.apply(Fault::Close(false));
        }
        self.pass(120)?;
        self.watch.called = false;
        self.comes_at = None;
        Ok(())
    }

    fn be_paired(&mut self) -> Result<(), TalkError> {
        if !self.paired {
            let (radio, dice) = (self.radio(), &mut self.dice);
            pair(radio, &self.identity, &self.card, "clinic", &mut |into| dice.fill_bytes(into))?;
            self.paired = true;
            self.note("paired");
        }
        Ok(())
    }

    pub(crate) fn session(&mut self) -> Result<Session<crate::air::Radio>, TalkError> {
        self.be_paired()?;
        let (radio, dice) = (self.radio(), &mut self.dice);
        let (serial, key) = (&self.card.serial, &self.card.pump_key);
        Session::open(radio, &self.identity, serial, key, &mut |into| dice.fill_bytes(into))
    }

    fn read_in(&mut self, session: &mut Session<crate::air::Radio>) -> Result<Read, TalkError> {
        let status = session.status()?;
        let committed = session.committed()?.map(|(order, _)| order);
        let (log, _) = session.log(self.log_read + 1)?;
        Ok(Read { status, committed, log })
    }

    /// Reads the pump; `None` if it could not be read this time.
    pub(crate) fn read(&mut self) -> Held<Option<Read>> {
        for attempt in 0..3 {
            if attempt == 2 {
                self.air.borrow_mut().weather = Weather::CALM;
            }
            let session = self.session();
            let read = session.and_then(|mut session| {
                let read = self.read_in(&mut session)?;
                Ok((session, read))
            });
            match read {
                Ok((session, read)) => {
                    session.close();
                    self.look()?;
                    self.take_log(&read);
                    self.counts.one("readings");
                    return Ok(Some(read));
                }
                Err(error) => {
                    self.note(format!("not read: {error}"));
                    self.counts.one("readings that failed");
                    // A place that was lost with both copies of its cell is taken again.
                    if attempt == 0 && matches!(error, TalkError::NoSession { .. }) {
                        self.paired = false;
                    }
                    self.look()?;
                    // The hand goes and comes again: then the pump is open for pairing again.
                    self.air.borrow_mut().pump.apply(Fault::Close(false));
                    self.pass(130)?;
                    self.air.borrow_mut().pump.apply(Fault::Close(true));
                    self.pass(20)?;
                }
            }
        }
        Ok(None)
    }

    fn take_log(&mut self, read: &Read) {
        for entry in &read.log {
            self.books.entry(entry);
            if !matches!(entry.kind, LogKind::SessionBegan | LogKind::SessionEnded | LogKind::LinkRejected) {
                self.remember(format!(
                    "  log {}: pump time {} {:?} {} {}",
                    entry.number, entry.at, entry.kind, entry.a, entry.b
                ));
            }
        }
        if read.log.first().is_some_and(|first| first.number > self.log_read + 1) {
            self.books.loosen();
            self.counts.one("log entries overwritten before they were read");
        }
        self.log_read = read.log.last().map_or(self.log_read, |last| last.number);
        if read.status.battery != Battery::Good {
            let by = self.now() + 60 * 24 * HOUR;
            self.replace_by.get_or_insert(by);
        }
    }

    fn filed(&mut self, line: Value) -> Held {
        let now = self.now();
        let shown = line.to_string();
        self.house.report(now, line).map_err(|refusal| format!("{shown} was refused: {refusal:?}"))?;
        Ok(())
    }

    /// Files that the pump was seen running the order.
    fn confirm(&mut self, read: &Read, name: &str) -> Held {
        let now = self.now();
        let lines = confirmation(read.said(), name, &moment(now)).into_iter().collect();
        self.file_seen(read, name, lines)
    }

    fn file_seen(&mut self, read: &Read, name: &str, lines: Vec<Value>) -> Held {
        let now = self.now();
        self.note(format!("confirmed {name}"));
        let since = read.status.committed.as_ref().map_or(0, |marks| marks.since);
        let late = read.status.now.saturating_sub(since).unsigned_abs() + 1;
        if let Some((_, program, _)) = program(read.said()) {
            let ceiling = |amount: RBig| u128::try_from(amount.ceil()).unwrap_or(0);
            let flows = program.day_flows();
            // Of a day with steps the highest is taken: six times the mean of the day is more than this simulation orders.
            let flow = flows.iter().map(|flow| ceiling(twin::of(*flow))).max().unwrap_or(0) * 6;
            let bolus: u128 = program.boluses().iter().map(|bolus| ceiling(twin::of(bolus.volume))).sum();
            let most = self.flow_before.max(flow);
            let over: u64 = program.boluses().iter().map(|bolus| bolus.over.seconds()).sum();
            let until = PumpTime(now.saturating_add(i64::from(OFFSET)).saturating_add_unsigned(over));
            self.books.late(late, most, bolus, until);
            self.flow_before = flow;
        }
        for line in lines {
            let step = practice::Step::Report { line };
            let done = self.house.act(crate::house::Who::Nurse, now, vec![step]);
            done.map_err(|refusal| format!("of {name}, seen in the pump: {refusal:?}"))?;
        }
        Ok(())
    }

    /// What the record knows, and what the pump said: everything unknown is settled, what does not flow is filed, and then the two
    /// must agree, or an alarm must tell.
    pub(crate) fn settle(&mut self, read: &Read) -> Held<bool> {
        let (unknown, mut told, mut open) = self.open()?;
        if !unknown.is_empty() {
            self.resolve(read, unknown)?;
            (_, told, open) = self.open()?;
        }
        self.file_flow(read, told, open)?;
        let now = self.now();
        let rules = std::sync::Arc::clone(&self.house.rules);
        let patient = self.house.patient().map_err(words)?;
        let stand = patient.stand(&rules, now).map_err(words)?;
        let unknown = stand.course.orders.iter().any(|order| order.state == OrderState::Unknown);
        if unknown {
            return Err("an order is still unknown after a reading".to_owned());
        }
        let agreed = agrees(&stand, read.said());
        if !agreed && !tells(&read.status.alarms) {
            return Err(format!("record and pump differ and nothing tells: {}", differences(&stand, read)));
        }
        self.counts.one(if agreed { "agreed" } else { "did not agree, and an alarm told" });
        if !agreed {
            let rows = beside(&stand, read.said());
            let rows =
                rows.iter().filter(|row| row.program && !row.same).map(|row| format!("{:?}", row.what));
            let rows: Vec<String> = rows.collect();
            self.counts.one(format!(
                "did not agree, {:?}, committed {}: {}",
                read.status.running,
                read.committed.is_some(),
                rows.join(" ")
            ));
            self.note(format!("differs: {}", differences(&stand, read)));
        }
        if agreed && read.status.running == Running::Program && stand.course.running().is_some() {
            self.compare(&stand)?;
        }
        self.mend(read)?;
        Ok(agreed)
    }

    /// Orders that are unknown, whether a program was told, and whether delivery is interrupted, by the record.
    fn open(&self) -> Held<(Vec<String>, bool, bool)> {
        let patient = self.house.patient().map_err(words)?;
        let stand = patient.stand(&self.house.rules, self.now()).map_err(words)?;
        let unknown = stand.course.orders.iter().filter(|order| order.state == OrderState::Unknown);
        let unknown = unknown.map(|order| order.event.id.clone()).collect();
        let open = stand.course.interruptions.iter().any(|gap| gap.until.is_none());
        Ok((unknown, stand.course.running().is_some(), open))
    }

    /// As the clinic settles an order of which nobody knows.
    fn resolve(&mut self, read: &Read, unknown: Vec<String>) -> Held {
        for name in unknown {
            let committed = read.status.committed.as_ref();
            let sent =
                committed.and_then(|marks| self.sent.get(&marks.digest)).filter(|sent| sent.name == name);
            if let Some(sent) = sent {
                let lines = settling(read.said(), &name, sent.at, self.now(), moment);
                if read.status.running == Running::Program {
                    self.counts.one("unknown settled: it runs");
                } else {
                    self.books.loosen();
                    self.counts.one("unknown settled: it ran, and is interrupted");
                }
                self.file_seen(read, &name, lines)?;
            } else {
                // What the pump has not accepted by now it never will; what it has accepted and lost, a person settles by its log.
                let counter =
                    self.sent.values().find(|sent| sent.name == name).map_or(0, |sent| sent.counter);
                let by_hand = read.status.counter >= counter;
                self.counts.one(if by_hand {
                    "unknown settled: by hand, the pump holds another or none"
                } else {
                    "unknown settled: it was not entered"
                });
                self.note(format!("not entered: {name}"));
                let reason = "The pump was read: it does not run this order";
                self.filed(json!({ "reason": reason, "not-entered": { "order": name } }))?;
            }
            self.pass(10)?;
        }
        Ok(())
    }

    /// Files where delivery stands, if the record thinks otherwise.
    fn file_flow(&mut self, read: &Read, told: bool, open: bool) -> Held {
        let flows = read.status.running == Running::Program;
        let serial = self.card.serial.clone();
        if told && flows && open {
            self.note("seen running again");
            self.books.loosen();
            self.filed(json!({ "interrogated": { "serial": serial, "running": true } }))?;
        } else if told && !flows && !open {
            let began = read.log.iter().rev().find(|entry| {
                matches!(entry.kind, LogKind::HoldBegan | LogKind::SafeState)
                    || (entry.kind == LogKind::TelemetryHold && entry.a == 1)
            });
            let since = began.map(|entry| entry.at - i64::from(OFFSET) - self.skew);
            let now = self.now();
            let cause = format!("{:?}", read.status.running);
            self.note(format!("does not run: {cause}"));
            self.counts.one("interruptions filed");
            let mut gap = json!({ "cause": cause });
            if let (Some(since), Some(fields)) = (since, gap.as_object_mut()) {
                fields.insert("from".to_owned(), Value::String(moment(since.min(now))));
            }
            self.books.loosen();
            self.filed(json!({ "gap": gap }))?;
        }
        Ok(())
    }

    /// Acknowledges what sounds, and mends what can be mended from outside.
    fn mend(&mut self, read: &Read) -> Held {
        let sounding: Vec<_> = read.status.alarms.iter().map(|alarm| alarm.condition).collect();
        if !sounding.is_empty()
            && let Ok(mut session) = self.session()
        {
            for condition in sounding {
                match session.acknowledge(condition) {
                    Ok(()) => self.counts.one("alarms acknowledged"),
                    Err(error) => self.note(format!("{condition:?} not acknowledged: {error}")),
                }
            }
            session.close();
            self.look()?;
        }
        let critical = read.status.alarms.iter().any(|alarm| alarm.condition.class() == AlarmClass::Critical);
        if critical {
            self.fault(Fault::Recover);
            if self.skew != 0 {
                let seconds = -std::mem::take(&mut self.skew);
                self.fault(Fault::Clock { seconds });
                self.books.loosen();
            }
        }
        Ok(())
    }

    /// Sends a signed order, as the clinic does. Whether the pump was seen running it.
    pub(crate) fn send(&mut self, name: &str, crash: Crash) -> Held<bool> {
        if let Crash::AtMessage(messages) = crash {
            self.air.borrow_mut().live(Some(messages));
        }
        self.note(format!("sends {name}, {crash:?}"));
        let opened = self.session().and_then(|mut session| {
            let read = self.read_in(&mut session)?;
            Ok((session, read))
        });
        let (mut session, read) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                self.note(format!("nothing was sent: {error}"));
                return self.look().map(|()| false);
            }
        };
        self.take_log(&read);
        let now = self.now();
        let rules = std::sync::Arc::clone(&self.house.rules);
        let patient = self.house.patient().map_err(words)?;
        let (order, signed) = {
            let stand = patient.stand(&rules, now).map_err(words)?;
            if !agrees(&stand, read.said()) {
                self.counts.one("not sent: record and pump differ");
                self.note(format!("differs: {}", differences(&stand, &read)));
                return Ok(false);
            }
            let placed = patient.line(name).ok_or("the order is not in the record")?;
            let act = stand.course.orders.iter().find(|order| order.event.id == name);
            let act = act.ok_or("the order is not in the course")?.event.act.clone();
            let order =
                object(&patient, &stand, read.said(), name, &placed.line.line, &act).map_err(words)?;
            let signed = unhex(&placed.line.judged.digest).ok_or("the order was signed over no digest")?;
            (order, signed)
        };
        let identity = std::rc::Rc::clone(&self.identity);
        let (house, sent, air) = (&mut self.house, &mut self.sent, &self.air);
        let mut filed = false;
        let counter = order.counter;
        let entered = session.enter_filed(&identity, &order, |digest| {
            let now = air.borrow().now();
            if crash == Crash::BeforeFiled {
                return Err("the computer went down".to_owned());
            }
            let line = json!({ "sent": { "order": name, "digest": hex(digest), "counter": counter } });
            house.report(now, line).map_err(|refusal| format!("{refusal:?}"))?;
            filed = true;
            sent.insert(*digest, Sent { name: name.to_owned(), signed, at: now, counter });
            match crash {
                Crash::AfterFiled => air.borrow_mut().live(Some(0)),
                Crash::AfterCommit => air.borrow_mut().live(Some(1)),
                Crash::None | Crash::BeforeFiled | Crash::AfterRuns | Crash::AtMessage(_) => {}
            }
            Ok(())
        });
        let died = self.air.borrow().is_dead() || matches!(crash, Crash::BeforeFiled | Crash::AfterRuns);
        let runs = matches!(entered, Ok(Entered::Runs { .. }));
        let fresh = if runs && !died { self.read_in(&mut session).ok() } else { None };
        drop(session);
        self.air.borrow_mut().live(None);
        self.look()?;
        if let Some(fresh) = &fresh {
            self.take_log(fresh);
        }
        let name_of = match &entered {
            Ok(Entered::Runs { .. }) => "sent: runs",
            Ok(Entered::NotEntered { .. }) => "sent: not entered",
            Ok(Entered::Unknown { .. }) => "sent: unknown",
            Err(_) => "sent: not filed",
        };
        self.counts.one(name_of);
        if died {
            self.counts.one("programmer crashed while sending");
            self.note(format!("{name_of}, and the programmer has crashed"));
            self.house.restart();
            return Ok(false);
        }
        match entered {
            Ok(Entered::Runs { .. }) => {
                // Without a fresh reading nothing is filed: the order stays unknown until the next one.
                if let Some(fresh) = fresh {
                    self.confirm(&fresh, name)?;
                }
                Ok(true)
            }
            Ok(Entered::Unknown { why, .. }) => {
                self.note(format!("unknown: {why}"));
                Ok(false)
            }
            Ok(Entered::NotEntered { why }) => {
                self.note(format!("not entered, filed as sent: {filed}: {why}"));
                if filed {
                    let reason = format!("The pump did not take it: {why}");
                    self.filed(json!({ "reason": reason, "not-entered": { "order": name } }))?;
                }
                Ok(false)
            }
            Err(error) => {
                self.note(format!("nothing was entered: {error}"));
                Ok(false)
            }
        }
    }
}

/// The lines in which record and pump differ.
fn differences(stand: &Stand<'_>, read: &Read) -> String {
    let rows = beside(stand, read.said());
    let rows = rows.iter().filter(|row| row.program && !row.same);
    let rows: Vec<String> =
        rows.map(|row| format!("{:?}: record {}, pump {}", row.what, row.record, row.pump)).collect();
    format!("{} (alarms {:?})", rows.join("; "), read.status.alarms)
}
