//! A flex week: seven days of at most thirteen steps.

use crate::program::{ProgramError, Rate};
use heapless::Vec;
use quantity::{SECONDS_PER_DAY, greatest_common_divisor};

/// Steps that one day of a flex program may have (Medtronic UK, programming adjustments; grade A in the catalogue).
pub const STEPS_PER_DAY_MAX: usize = 13;

/// From a second of the day on, a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Second of the day, from 0.
    pub from_second: u32,
    /// Flow from then to the next step or midnight.
    pub rate: Rate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    from_second: u32,
    /// In ticks per second.
    rate: u64,
}

/// The flow over a week, on the pump's own clock, from Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Ticks in a nL are `SECONDS_PER_DAY × denominator`.
    denominator: u64,
    days: [Vec<Piece, STEPS_PER_DAY_MAX>; 7],
    /// Ticks from Monday 00:00 to the start of each day, and to the end of Sunday.
    before: [u128; 8],
}

impl Week {
    /// A week from the steps of its seven days, Monday first. The first step of a day starts at midnight, later ones
    /// ascend.
    ///
    /// # Errors
    /// [`ProgramError`] naming day and step.
    pub fn new(days: [&[Step]; 7]) -> Result<Self, ProgramError> {
        let mut denominator = 1_u64;
        for steps in days {
            for step in steps {
                denominator = common_denominator(denominator, step.rate.denominator())?;
            }
        }
        let mut week = Self { denominator, days: [const { Vec::new() }; 7], before: [0; 8] };
        let mut total = 0_u128;
        for (day, (steps, pieces)) in (0_u8..).zip(days.iter().zip(&mut week.days)) {
            if steps.is_empty() {
                return Err(ProgramError::NoSteps { day });
            }
            let mut earlier = None;
            for (step, at) in steps.iter().zip(0_u8..) {
                let starts_right = match earlier {
                    None => step.from_second == 0,
                    Some(previous) => {
                        step.from_second > previous && u64::from(step.from_second) < SECONDS_PER_DAY
                    }
                };
                if !starts_right {
                    return Err(ProgramError::StepOrder { day, step: at });
                }
                earlier = Some(step.from_second);
                let rate = step.rate.ticks_per_second(denominator)?;
                if pieces.push(Piece { from_second: step.from_second, rate }).is_err() {
                    return Err(ProgramError::TooManySteps { day });
                }
            }
            total += within(pieces, SECONDS_PER_DAY as u32);
            if let Some(before) = week.before.get_mut(usize::from(day) + 1) {
                *before = total;
            }
        }
        Ok(week)
    }

    /// Ticks in a nL, divided by the seconds of a day.
    #[must_use]
    pub const fn denominator(&self) -> u64 {
        self.denominator
    }

    /// The highest rate, in ticks per second.
    pub(crate) fn highest(&self) -> u64 {
        self.days.iter().flatten().map(|piece| piece.rate).max().unwrap_or(0)
    }

    /// Ticks in a whole week.
    #[must_use]
    pub const fn total(&self) -> u128 {
        let [.., total] = self.before;
        total
    }

    /// Ticks on one day of the week, 0 for Monday; nothing for a day past Sunday.
    pub(crate) fn day_total(&self, day: usize) -> u128 {
        match (self.before.get(day), self.before.get(day + 1)) {
            (Some(before), Some(after)) => after - before,
            _ => 0,
        }
    }

    /// Ticks from Monday 00:00 to a second of the week.
    pub(crate) fn ticks_by(&self, second_of_week: u64) -> u128 {
        let day = (second_of_week / SECONDS_PER_DAY) as usize;
        let second = (second_of_week % SECONDS_PER_DAY) as u32;
        let before = self.before.get(day).copied().unwrap_or_else(|| self.total());
        before + self.days.get(day).map_or(0, |pieces| within(pieces, second))
    }

    /// The piece of the week in which a second lies: its ticks per second, and the second of the week at which it ends.
    #[must_use]
    pub fn piece(&self, second_of_week: u64) -> (u64, u64) {
        let (day, second) = (second_of_week / SECONDS_PER_DAY, second_of_week % SECONDS_PER_DAY);
        let (mut rate, mut until) = (0, SECONDS_PER_DAY);
        for piece in self.days.get(day as usize).into_iter().flatten() {
            let from = u64::from(piece.from_second);
            if from > second {
                until = from;
                break;
            }
            rate = piece.rate;
        }
        (rate, day * SECONDS_PER_DAY + until)
    }

    /// The first second of the week by which `ticks` (1 to [`Self::total`]) have passed.
    pub(crate) fn second_of(&self, ticks: u128) -> u64 {
        // The last day that begins with less than is wanted holds the second.
        let day = self.before.iter().take(7).rposition(|&before| before < ticks).unwrap_or(0);
        let mut wanted = ticks - self.before.get(day).copied().unwrap_or(0).min(ticks);
        let mut second = SECONDS_PER_DAY;
        if let Some(pieces) = self.days.get(day) {
            for (index, piece) in pieces.iter().enumerate() {
                let until = pieces.get(index + 1).map_or(SECONDS_PER_DAY, |next| u64::from(next.from_second));
                let from = u64::from(piece.from_second);
                let gives = u128::from(piece.rate) * u128::from(until - from);
                if gives >= wanted {
                    second = from + wanted.div_ceil(u128::from(piece.rate).max(1)) as u64;
                    break;
                }
                wanted -= gives;
            }
        }
        day as u64 * SECONDS_PER_DAY + second
    }

    /// The steps of one day of the week, 0 for Monday, with their flow.
    pub fn day(&self, day: usize) -> impl Iterator<Item = Step> {
        self.days.get(day).into_iter().flatten().map(|piece| Step {
            from_second: piece.from_second,
            rate: Rate::of_ticks(piece.rate, self.denominator),
        })
    }
}

/// The least common denominator, as long as it stays one that a concentration can give.
pub(crate) fn common_denominator(left: u64, right: u64) -> Result<u64, ProgramError> {
    let divisor = greatest_common_divisor(u128::from(left), u128::from(right)).max(1);
    let common = u128::from(left) / divisor * u128::from(right);
    match u64::try_from(common) {
        Ok(common) if common <= quantity::bound::CONCENTRATION.max => Ok(common),
        _ => Err(ProgramError::TooFine),
    }
}

/// Ticks from midnight to a second of the day.
fn within(pieces: &[Piece], second: u32) -> u128 {
    let mut ticks = 0;
    for (index, piece) in pieces.iter().enumerate() {
        if piece.from_second >= second {
            break;
        }
        let until = pieces.get(index + 1).map_or(SECONDS_PER_DAY as u32, |next| next.from_second).min(second);
        ticks += u128::from(piece.rate) * u128::from(until - piece.from_second);
    }
    ticks
}
