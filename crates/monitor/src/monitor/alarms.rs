//! What each condition means, what changed about it, and when it has to be looked at again.

use super::{Committed, Monitor, WAKE_MAX_SECONDS};
use crate::seen::{EVENTS_MAX, Event, Seen};
use crate::sound::Wanting;
use crate::states::{Change, change, next};
use heapless::Vec;
use pump::{AlarmClass, AlarmState, Condition, LogKind, PumpTime, Running};

impl Monitor {
    /// Whether the cause of an alarm is there at this moment.
    fn is_caused(&self, condition: Condition, now: PumpTime, seen: &Seen) -> bool {
        let left = self.reservoir_calculated_nanolitres();
        match condition {
            Condition::LowReservoir => self
                .filled
                .zip(left)
                .is_some_and(|(filled, left)| left <= filled.record.fill.alarm_volume_nanolitres),
            Condition::EmptyReservoir => left == Some(0),
            Condition::ElectiveReplacement => self.kept.indicated_at.is_some(),
            Condition::EndOfService => self.kept.ended,
            Condition::Stalled => self.unanswered >= self.given.stall_after_strokes || self.stalled_before,
            Condition::StoppedTooLong => self.still_seconds > self.given.stopped_after_seconds,
            Condition::EmergencyHold => seen.hold.is_some_and(|hold| hold.emergency),
            Condition::HoldOver => seen.hold.is_some_and(|hold| hold.remind_at <= now.0),
            Condition::UnderDelivery => self.under_since_seconds.is_some(),
            Condition::OverDelivery => self.over_seconds.is_some(),
            Condition::MemoryMinor => seen.memory.any_broken(),
            Condition::MemoryCritical => {
                seen.memory.any_lost() || self.fault || matches!(self.committed, Committed::Unreadable)
            }
            Condition::ClockFault => self.clock_seconds.is_some(),
            Condition::LowBatteryReset => self.low_battery_start,
            Condition::SafeState => {
                seen.epitaph.is_some() || seen.running == Running::SafeState || self.silence_left(seen) == 0
            }
            Condition::TelemetryHold => seen.telemetry_hold,
        }
    }

    /// Seconds in which the controller must be heard from; none if it is overdue.
    fn silence_left(&self, seen: &Seen) -> u64 {
        let promised = u64::from(seen.heartbeat.sleeps_seconds) + u64::from(self.allowance.heartbeat_seconds);
        let until = self.heard.1.saturating_add(promised).saturating_add(1);
        until.saturating_sub(seen.ticks)
    }

    /// Whether an alarm stays until somebody has acknowledged it, though its cause is gone.
    const fn is_latched(condition: Condition) -> bool {
        match condition {
            Condition::MemoryMinor
            | Condition::MemoryCritical
            | Condition::ClockFault
            | Condition::LowBatteryReset => true,
            Condition::LowReservoir
            | Condition::EmptyReservoir
            | Condition::ElectiveReplacement
            | Condition::EndOfService
            | Condition::Stalled
            | Condition::StoppedTooLong
            | Condition::EmergencyHold
            | Condition::HoldOver
            | Condition::UnderDelivery
            | Condition::OverDelivery
            | Condition::SafeState
            | Condition::TelemetryHold => false,
        }
    }

    /// Every alarm's new state, and what changed; what wants to sound.
    pub(super) fn states(
        &mut self,
        now: PumpTime,
        seen: &Seen,
        stood: u64,
        events: &mut Vec<Event, EVENTS_MAX>,
    ) -> (Wanting, Wanting) {
        let (mut critical, mut other) = (Wanting::default(), Wanting::default());
        for condition in Condition::ALL {
            let place = usize::from(condition as u8);
            let old = self.kept.states.get(place).copied().unwrap_or(AlarmState::Clear);
            let quiet_until = self.quiet_until.get(place).copied().unwrap_or(0);
            let waits = Self::is_latched(condition) && matches!(old, AlarmState::Sounding { .. });
            let holds = self.is_caused(condition, now, seen) || waits;
            let new = next(old, holds, seen.ticks >= quiet_until, now.0);
            let changed = change(old, new);
            self.tell(condition, changed, stood, events);
            if let Some(state) = self.kept.states.get_mut(place) {
                *state = new;
            }
            let sounds = matches!(new, AlarmState::Sounding { .. });
            let wanting = match condition.class() {
                AlarmClass::Critical => &mut critical,
                AlarmClass::NonCritical => &mut other,
            };
            wanting.any |= sounds;
            wanting.new |= matches!(changed, Change::Issued | Change::SoundsAgain);
        }
        // A start without battery is over once it has been told; the latch keeps it.
        self.low_battery_start = false;
        (critical, other)
    }

    fn tell(
        &mut self,
        condition: Condition,
        change: Change,
        stood: u64,
        events: &mut Vec<Event, EVENTS_MAX>,
    ) {
        let short = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        let (kind, began) = match change {
            Change::StaysClear | Change::KeepsSounding | Change::KeepsSilent | Change::SoundsAgain => return,
            Change::Issued => (LogKind::AlarmIssued, true),
            Change::Retracted | Change::RetractedSilent => (LogKind::AlarmRetracted, false),
            // A step acknowledges nothing: these cannot come out of it.
            Change::Acknowledged | Change::AcknowledgedAgain | Change::Contradiction => {
                self.fault = true;
                return;
            }
        };
        let also = match (condition, began) {
            (Condition::Stalled, true) => Some((LogKind::StallBegan, short(self.unanswered))),
            (Condition::Stalled, false) => Some((LogKind::StallEnded, short(stood))),
            (Condition::TelemetryHold, _) => Some((LogKind::TelemetryHold, u32::from(began))),
            (Condition::ElectiveReplacement, true) => Some((LogKind::Battery, 1)),
            (Condition::EndOfService, true) => Some((LogKind::Battery, 2)),
            (Condition::LowBatteryReset, true) => Some((LogKind::Battery, 3)),
            (Condition::ClockFault, true) => Some((LogKind::Clock, self.clock_passed)),
            _ => None,
        };
        let alarm = (kind, u32::from(condition as u8));
        for (kind, a) in also.into_iter().chain([alarm]) {
            if events.push(Event { kind, a, b: 0 }).is_err() {
                self.fault = true;
            }
        }
    }

    /// When the monitor wants to be asked again, s.
    pub(super) fn wake(&self, now: PumpTime, seen: &Seen, next_sound: Option<u64>) -> u32 {
        let mut wake = WAKE_MAX_SECONDS.min(self.silence_left(seen).max(1));
        wake = wake.min(next_sound.unwrap_or(u64::MAX));
        for (state, quiet_until) in self.kept.states.iter().zip(self.quiet_until) {
            if matches!(state, AlarmState::Acknowledged { .. }) {
                wake = wake.min(quiet_until.saturating_sub(seen.ticks));
            }
        }
        if let Some(hold) = seen.hold.filter(|hold| hold.remind_at > now.0) {
            wake = wake.min(PumpTime(hold.remind_at).since(now));
        }
        if self.still_seconds <= self.given.stopped_after_seconds {
            wake = wake.min((self.given.stopped_after_seconds - self.still_seconds).saturating_add(1));
        }
        u32::try_from(wake.clamp(1, WAKE_MAX_SECONDS)).unwrap_or(1)
    }
}
