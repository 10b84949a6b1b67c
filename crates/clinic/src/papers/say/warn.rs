//! Warnings in words.

use super::{Said, Say};
use crate::papers::facts::{Asked, Facts, Warn};
use documents::Warning;
use jiff::civil::DateTime;
use pump::{AlarmKind, AlarmSound, BolusKind};
use twin::of;

impl Say<'_> {
    /// What an order asks for.
    pub(crate) fn asked(&self, asked: &Asked) -> Said {
        let program =
            asked.program.as_ref().map(|(dose, mode)| Said::join([self.dose(dose), self.mode(mode)], ", "));
        let test = asked
            .test
            .map(|dose| Said::join([self.key("paper-test-dose"), self.mass(&of(dose.quotient()))], ": "));
        let refill = asked.refill.then(|| self.key("paper-appointment-refill"));
        Said::join([test, refill, program].into_iter().flatten(), "; ")
    }

    fn since(&self, at: Option<DateTime>, why: &str, keys: [&str; 2]) -> Said {
        let [dated, undated] = keys;
        match at {
            Some(at) => self.with(dated, &[("at", self.moment(at)), ("why", why.into())]),
            None => self.with(undated, &[("why", why.into())]),
        }
    }

    /// A warning as a sentence.
    pub(crate) fn warning(&self, warning: &Warn) -> Said {
        let at = |key: &str, at: DateTime| self.with(key, &[("at", self.moment(at))]);
        match warning {
            Warn::Died(on) => self.with("paper-warning-died", &[("date", self.date(*on))]),
            Warn::NoPump => self.key("paper-warning-no-pump"),
            Warn::Explanted(at, why) => {
                self.with("paper-warning-explanted", &[("at", self.moment(*at)), ("why", why.into())])
            }
            Warn::Order { what, signed, session } => {
                let key =
                    if *session { "paper-warning-order-unknown" } else { "paper-warning-order-ordered" };
                let signed = signed.map_or_else(|| self.not_known(), |signed| self.moment(signed));
                self.with(key, &[("what", self.asked(what)), ("at", signed)])
            }
            Warn::NotBaclofen(drug) => self.with("paper-warning-not-baclofen", &[("drug", drug.into())]),
            Warn::Empty(since) => at("paper-warning-empty", *since),
            Warn::Nothing(since, why) => {
                self.since(*since, why, ["paper-warning-nothing-since", "paper-warning-nothing"])
            }
            Warn::Unsure(since, why) => {
                self.since(*since, why, ["paper-warning-unsure-since", "paper-warning-unsure"])
            }
            Warn::Stopped(Some(since)) => at("paper-warning-stopped-by-order", *since),
            Warn::Stopped(None) => self.key("paper-warning-stopped-by-order-unknown"),
            Warn::NothingRecorded => self.key("paper-warning-nothing-recorded"),
            Warn::NotProgrammed => self.key("paper-warning-not-programmed"),
            Warn::MinimumRate => self.key("paper-warning-minimum-rate"),
            Warn::Bolus(kind, until) => {
                let key = match kind {
                    BolusKind::Single => "paper-warning-bolus-single",
                    BolusKind::Bridge => "paper-warning-bolus-bridge",
                    BolusKind::Prime => "paper-warning-bolus-prime",
                };
                self.with(key, &[("until", self.moment(*until))])
            }
            Warn::Alarm(_, _, None) => self.key("paper-warning-alarm-undated"),
            Warn::Alarm(kind, sound, Some(at)) => {
                let what = self.alarm(*kind, *sound);
                self.with("paper-warning-alarm", &[("what", what), ("at", self.moment(*at))])
            }
            Warn::Open(says) => self.with("paper-warning-open", &[("what", says.into())]),
            Warn::RefillPast(by) => self.with("paper-warning-refill-past", &[("date", self.date(*by))]),
        }
    }

    /// An alarm: what about, and how it sounds.
    pub(crate) fn alarm(&self, kind: Option<AlarmKind>, sound: Option<AlarmSound>) -> Said {
        let kind = kind.map(|kind| {
            self.key(match kind {
                AlarmKind::LowReservoir => "paper-alarm-low-reservoir",
                AlarmKind::EmptyReservoir => "paper-alarm-empty-reservoir",
                AlarmKind::ElectiveReplacement => "paper-alarm-elective-replacement",
                AlarmKind::EndOfService => "paper-alarm-end-of-service",
                AlarmKind::MotorStall => "paper-alarm-motor-stall",
                AlarmKind::StoppedTooLong => "paper-alarm-stopped-too-long",
                AlarmKind::MemoryErrorMinor => "paper-alarm-memory-error-minor",
                AlarmKind::MemoryErrorCritical => "paper-alarm-memory-error-critical",
                AlarmKind::LowBatteryReset => "paper-alarm-low-battery-reset",
            })
        });
        let sound = sound.map(|sound| {
            self.key(match sound {
                AlarmSound::SingleTone => "paper-alarm-single-tone",
                AlarmSound::TwoTone => "paper-alarm-two-tone",
            })
        });
        let said = Said::join([kind, sound].into_iter().flatten(), ", ");
        if said.is_empty() { self.key("paper-alarm-not-known") } else { said }
    }

    /// Warnings as the emergency sheet takes them.
    pub(crate) fn sheet_warnings(&self, facts: &Facts) -> Vec<Warning> {
        let warning = |warning: &Warn| {
            let text = self.warning(warning).text;
            match warning {
                Warn::Order { .. } => Warning::OrderUnknown(text),
                Warn::Alarm(..) => Warning::CriticalAlarm(text),
                other if other.is_stopped() => Warning::Stopped(text),
                _ => Warning::Other(text),
            }
        };
        facts.warnings.iter().map(warning).collect()
    }
}
