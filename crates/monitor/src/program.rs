//! The committed program as the monitor reads it, and its own sum of what is due: it walks the week piece by piece and
//! shares nothing with the curve that the controller goes by.

use crate::due::{Between, Due, PER_NANOLITRE, Pour};
use heapless::Vec;
use pump::{BOLUSES_MAX, BasePart, Flowing, ProgramPart, STEPS_PER_DAY_MAX};
use quantity::SECONDS_PER_DAY;

const DAY: u32 = SECONDS_PER_DAY as u32;
const WEEK: u32 = 7 * DAY;
/// 1 January 1970 was a Thursday: Monday lies three days before.
const MONDAY: i64 = 3 * DAY as i64;
/// Steps of a whole week.
const PIECES_MAX: usize = 7 * STEPS_PER_DAY_MAX;
/// A flow that no base passes.
const UNCAPPED: Between = Between { low: u64::MAX, high: u64::MAX };

/// From a second of the week on, a flow. Sixteen bytes: there may be 91 of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Units per second, rounded down.
    rate: u64,
    from_second: u32,
    /// Whether something was cut off.
    cut: bool,
}

impl Piece {
    fn rate(self) -> Option<Between> {
        Some(Between { low: self.rate, high: self.rate.checked_add(u64::from(self.cut))? })
    }
}

/// What a patient may add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OnDemand {
    pub(crate) volume: Between,
    pub(crate) over_seconds: u32,
    pub(crate) lockout_seconds: u32,
    pub(crate) per_day_max: u32,
}

/// A committed program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Watched {
    pours: Vec<Pour, BOLUSES_MAX>,
    /// When the boluses are over.
    base_from: i64,
    /// Ascending from second 0.
    pieces: Vec<Piece, PIECES_MAX>,
    pub(crate) on_demand: Option<OnDemand>,
}

impl Watched {
    /// Reads a program that runs since `since`; `None` if it makes no sense or says of a day what it does not come to.
    pub(crate) fn read(part: &ProgramPart, since: i64, minimum_rate: Flowing) -> Option<Self> {
        let mut pours = Vec::new();
        let mut base_from = since;
        for bolus in &part.boluses {
            let volume = Between::volume(bolus.volume.numerator, bolus.volume.denominator)?;
            let pour = Pour { from: base_from, over_seconds: bolus.over_seconds, volume };
            base_from = pour.until();
            pours.push(pour).ok()?;
        }
        let on_demand = match part.patient_bolus {
            None => None,
            Some(bolus) => Some(OnDemand {
                volume: Between::volume(bolus.volume.numerator, bolus.volume.denominator)?,
                over_seconds: bolus.over_seconds,
                lockout_seconds: bolus.lockout_seconds,
                per_day_max: bolus.per_day_max,
            }),
        };
        let mut pieces = Vec::new();
        let none = Flowing { numerator: 0, denominator: 1 };
        match &part.base {
            BasePart::Continuous(flow) => add(&mut pieces, 0, *flow)?,
            BasePart::MinimumRate => add(&mut pieces, 0, minimum_rate)?,
            BasePart::Stopped => add(&mut pieces, 0, none)?,
            BasePart::Flex(days) => {
                for (steps, midnight) in days.iter().zip((0..).step_by(DAY as usize)) {
                    let first = steps.first()?;
                    let ascend = steps.iter().zip(steps.iter().skip(1));
                    let rightly =
                        ascend.fold(true, |so, (one, next)| so && one.from_second < next.from_second);
                    if first.from_second != 0 || !rightly {
                        return None;
                    }
                    for step in steps {
                        if step.from_second >= DAY {
                            return None;
                        }
                        add(&mut pieces, midnight + step.from_second, step.flow)?;
                    }
                }
            }
        }
        let watched = Self { pours, base_from, pieces, on_demand };
        watched.comes_to(part).then_some(watched)
    }

    /// Whether each day comes to what the order says of it.
    fn comes_to(&self, part: &ProgramPart) -> bool {
        let strength = u128::from(part.concentration_nanograms_per_millilitre);
        let per_nanogram = PER_NANOLITRE * 1_000_000;
        part.day_totals_nanograms.iter().zip((0..).step_by(DAY as usize)).all(|(stated, midnight)| {
            let Some(day) = self.base_due(midnight, u64::from(DAY), UNCAPPED) else { return false };
            let bound = |units: u64| Some(u128::from(units).checked_mul(strength)? / per_nanogram);
            match (bound(day.volume.low), bound(day.volume.high)) {
                (Some(least), Some(most)) => (least..=most).contains(&u128::from(*stated)),
                _ => false,
            }
        })
    }

    /// What the program comes to between two times, nothing before it began. At most four weeks: longer spans are walked
    /// just as well, only longer.
    pub(crate) fn due(&self, from: i64, to: i64) -> Option<Due> {
        let mut due = Due::NOTHING;
        for pour in &self.pours {
            due = due.then(pour.due(from, to)?)?;
        }
        due.then(self.base_capped(from, to, UNCAPPED)?)
    }

    /// The clock was set back by so much, below zero; the week stays with the clock.
    pub(crate) fn set_back(&mut self, by: i64) {
        self.base_from = self.base_from.saturating_add(by);
        for pour in &mut self.pours {
            pour.from = pour.from.saturating_add(by);
        }
    }

    /// What the base alone comes to between two times, at each second no more than a flow.
    pub(crate) fn base_capped(&self, from: i64, to: i64, cap: Between) -> Option<Due> {
        let begin = from.max(self.base_from);
        let Ok(seconds @ 1..) = u64::try_from(to.saturating_sub(begin)) else { return Some(Due::NOTHING) };
        let second = begin.checked_add(MONDAY)?.rem_euclid(i64::from(WEEK));
        self.base_due(u32::try_from(second).ok()?, seconds, cap)
    }

    /// What the base comes to from a second of the week on.
    fn base_due(&self, from_second: u32, seconds: u64, cap: Between) -> Option<Due> {
        let mut due = Due::NOTHING;
        let (mut second, mut left) = (from_second, seconds);
        while left > 0 {
            let index = self.pieces.iter().rposition(|piece| piece.from_second <= second)?;
            let until = self.pieces.get(index + 1).map_or(WEEK, |next| next.from_second);
            let run = u64::from(until.checked_sub(second)?).min(left);
            due = due.then(Due::flow(self.pieces.get(index)?.rate()?.least(cap), run)?)?;
            left = left.checked_sub(run.max(1))?;
            second = until % WEEK;
        }
        Some(due)
    }
}

fn add(pieces: &mut Vec<Piece, PIECES_MAX>, from_second: u32, flow: Flowing) -> Option<()> {
    let rate = Between::per_second(flow)?;
    pieces.push(Piece { rate: rate.low, from_second, cut: rate.high > rate.low }).ok()
}
