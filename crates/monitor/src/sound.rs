//! What sounds, and when: the critical sound goes before the other one.

use crate::seen::Sounding;
use pump::{AlarmClass, AlarmSound, Tone};

/// When each sound was made last, in ticks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sounder {
    last_single: Option<u64>,
    last_two: Option<u64>,
}

/// Alarms of one class that sound now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Wanting {
    /// Whether there is one.
    pub(crate) any: bool,
    /// Whether one has begun at this moment.
    pub(crate) new: bool,
}

impl Sounder {
    /// The sound to make at `ticks`, and after how many seconds the next one is due while nothing changes.
    pub(crate) fn step(
        &mut self,
        ticks: u64,
        critical: Wanting,
        other: Wanting,
        (two, single): (Tone, Tone),
    ) -> (Option<Sounding>, Option<u64>) {
        let (last, tone, wanting, sound) = match (critical.any, other.any) {
            (true, true | false) => (&mut self.last_two, two, critical, AlarmSound::TwoTone),
            (false, true) => (&mut self.last_single, single, other, AlarmSound::SingleTone),
            (false, false) => {
                *self = Self::default();
                return (None, None);
            }
        };
        let cadence = u64::from(tone.cadence_seconds.max(1));
        let passed = last.map(|last| ticks.saturating_sub(last));
        let due = wanting.new || passed.is_none_or(|passed| passed >= cadence);
        let made = due.then_some(Sounding { sound, length_seconds: tone.length_seconds });
        if due {
            *last = Some(ticks);
        }
        let next = cadence.saturating_sub(if due { 0 } else { passed.unwrap_or(0) });
        if !critical.any {
            self.last_two = None;
        }
        (made, Some(next))
    }
}

/// How a class sounds.
pub(crate) const fn of_class(class: AlarmClass, two: Tone, single: Tone) -> Sounding {
    match class {
        AlarmClass::Critical => Sounding { sound: AlarmSound::TwoTone, length_seconds: two.length_seconds },
        AlarmClass::NonCritical => {
            Sounding { sound: AlarmSound::SingleTone, length_seconds: single.length_seconds }
        }
    }
}
