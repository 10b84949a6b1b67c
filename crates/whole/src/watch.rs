//! What is looked at all along, whatever happens: what the pump really does, against what may be.

use crate::air::Air;
use ::pump::{AlarmClass, AlarmSound, AlarmState, Condition, Order, Running};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const DAY: u64 = 86_400;

/// An order that the record says was sent.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// Its name in the record.
    pub name: String,
    /// The digest that was signed in the record.
    pub signed: [u8; 32],
    /// When, in seconds since 1970.
    pub at: i64,
    /// Under which number.
    pub counter: u64,
}

/// What was seen of the present pump.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    starts: u64,
    committed: Option<Vec<u8>>,
    been: BTreeSet<[u8; 32]>,
    turned: u64,
    turned_at: u64,
    two_tone_at: Option<u64>,
    delivered: VecDeque<(u64, u128)>,
    /// Whether somebody has held the pump, with a key or without.
    pub may_be_held: bool,
    /// Whether the critical tone was heard since somebody asked.
    pub called: bool,
    /// Seconds by which the pump's clock was set wrong, all told; while it is, times are not judged.
    pub clock_touched: bool,
    pub resets: u64,
    pub safe_states: u64,
}

impl Watch {
    /// Looks.
    pub(crate) fn look(&mut self, air: &mut Air, sent: &BTreeMap<[u8; 32], Sent>) -> Result<(), String> {
        self.hear(air);
        self.flows(air)?;
        self.signed(air, sent)?;
        self.started(air)?;
        self.sounds(air)?;
        self.day(air)
    }

    fn hear(&mut self, air: &mut Air) {
        let (clock, elapsed) = (air.clock().0, air.pump.board().elapsed());
        for heard in air.pump.board_mut().take_heard() {
            if heard.sound == Some(AlarmSound::TwoTone) {
                let ago = u64::try_from(clock.saturating_sub(heard.at.0)).unwrap_or(0);
                let at = elapsed.saturating_sub(ago);
                self.two_tone_at = Some(self.two_tone_at.map_or(at, |before| before.max(at)));
                self.called = true;
            }
        }
    }

    /// Nothing runs that was not signed in the record and filed as sent; nothing comes back.
    fn signed(&mut self, air: &Air, sent: &BTreeMap<[u8; 32], Sent>) -> Result<(), String> {
        let committed = air.pump.implant().and_then(|implant| implant.controller().committed());
        let Some(committed) = committed else { return Ok(()) };
        if self.committed.as_deref() == Some(&committed.bytes[..]) {
            return Ok(());
        }
        let digest = link::signed::digest(&committed.bytes);
        let order = Order::from_bytes(&committed.bytes).map_err(|error| format!("committed: {error}"))?;
        let known = sent.get(&digest);
        let known = known.ok_or_else(|| format!("runs {} that was not filed as sent", order.id.as_str()))?;
        if order.id.as_str() != known.name || order.record_digest != known.signed {
            return Err(format!("runs {} with another digest than was signed", order.id.as_str()));
        }
        if !self.been.insert(digest) {
            return Err(format!("runs {} a second time", order.id.as_str()));
        }
        self.committed = Some(committed.bytes.to_vec());
        Ok(())
    }

    /// After a reset: the last committed program, a hold that was there, or the safe state with an alarm.
    fn started(&mut self, air: &Air) -> Result<(), String> {
        let starts = air.pump.starts();
        if starts == self.starts {
            return Ok(());
        }
        self.resets += starts.saturating_sub(self.starts.max(1));
        self.starts = starts;
        let Some(implant) = air.pump.implant() else { return Ok(()) };
        let critical = implant.alarms().iter().any(|alarm| alarm.condition.class() == AlarmClass::Critical);
        let running = implant.running();
        let programmed = self.committed.is_some();
        let good = match running {
            Running::Program => implant.controller().committed().is_some(),
            Running::HeldAtMinimum | Running::HeldStopped => self.may_be_held,
            Running::NeverProgrammed => !programmed,
            Running::SafeState => {
                self.safe_states += 1;
                critical
            }
            Running::TelemetryHold | Running::Ended => critical,
        };
        if good { Ok(()) } else { Err(format!("after a reset: {running:?}, alarms {:?}", implant.alarms())) }
    }

    /// A critical alarm that nobody has acknowledged sounds at its cadence. So does a pump that is stranded.
    fn sounds(&self, air: &Air) -> Result<(), String> {
        let elapsed = air.pump.board().elapsed();
        let heard = |within: u64| self.two_tone_at.is_some_and(|at| elapsed.saturating_sub(at) <= within);
        let Some(implant) = air.pump.implant() else {
            let sounds = heard(660) || elapsed.saturating_sub(self.turned_at) < 660;
            return if sounds { Ok(()) } else { Err("stranded and silent".to_owned()) };
        };
        let cadence = u64::from(implant.provision().two_tone.cadence_seconds) + 60;
        let now = air.clock().0;
        for alarm in &implant.alarms() {
            let AlarmState::Sounding { issued_at } = alarm.state else { continue };
            let long = now.saturating_sub(issued_at) > i64::try_from(cadence).unwrap_or(i64::MAX);
            if alarm.condition.class() == AlarmClass::Critical
                && long
                && !self.clock_touched
                && !heard(cadence)
            {
                return Err(format!("{:?} holds and does not sound", alarm.condition));
            }
        }
        Ok(())
    }

    /// No silent stop.
    fn flows(&mut self, air: &Air) -> Result<(), String> {
        let (elapsed, truth) = (air.pump.board().elapsed(), air.pump.board().truth());
        // Before its first program a pump has nothing to give.
        if truth.turned_strokes != self.turned || self.committed.is_none() {
            self.turned = truth.turned_strokes;
            self.turned_at = elapsed;
        }
        let (Some(implant), true) = (air.pump.implant(), self.committed.is_some()) else { return Ok(()) };
        let provision = implant.provision();
        let stated = u64::from(provision.stopped_alarm_after_seconds);
        let silent = u64::from(provision.silence_max_seconds) + u64::from(provision.two_tone.cadence_seconds);
        let heard = self.two_tone_at.is_some_and(|at| elapsed.saturating_sub(at) <= silent + 3_600);
        let stood = elapsed.saturating_sub(self.turned_at);
        if stood > stated + 3_600 && !heard {
            return Err(format!("nothing has flowed for {stood} s and no two-tone alarm was heard"));
        }
        Ok(())
    }

    /// Never more than the pump's own bound in 24 hours.
    fn day(&mut self, air: &Air) -> Result<(), String> {
        let (elapsed, truth) = (air.pump.board().elapsed(), air.pump.board().truth());
        self.delivered.push_back((elapsed, truth.delivered_picolitres));
        while self.delivered.front().is_some_and(|(at, _)| at + DAY < elapsed) {
            self.delivered.pop_front();
        }
        let Some(implant) = air.pump.implant() else { return Ok(()) };
        let before = self.delivered.front().map_or(0, |(_, delivered)| *delivered);
        let given = truth.delivered_picolitres.saturating_sub(before) / 1_000;
        let most = implant.provision().bounds.volume_per_day_max_nanolitres;
        if given > u128::from(most) {
            return Err(format!("{given} nL in 24 hours; the pump's bound is {most}"));
        }
        Ok(())
    }
}

/// Whether alarms tell that something is wrong with delivery or memory.
pub(crate) fn tells(alarms: &[::pump::Alarm]) -> bool {
    alarms.iter().any(|alarm| {
        !matches!(
            alarm.condition,
            Condition::LowReservoir | Condition::ElectiveReplacement | Condition::MemoryMinor
        )
    })
}
