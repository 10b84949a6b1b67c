//! Programs: boluses, then a base.

use crate::BOLUSES_MAX;
use crate::patient_bolus::PatientBolus;
use crate::week::{Week, common_denominator};
use heapless::Vec;
use quantity::{Flow, Quotient, SECONDS_PER_DAY, Span, Volume};
use serde::{Deserialize, Serialize};

/// A rate up to this fits 128 bits over any span of a 64-bit clock, with as much room again for boluses.
const TICKS_PER_SECOND_MAX: u64 = u64::MAX / 2;

/// A program that cannot be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ProgramError {
    /// A day of a flex week without a step.
    #[error("day {day} of the week has no step")]
    NoSteps {
        /// 0 for Monday.
        day: u8,
    },
    /// More steps than a day may have.
    #[error("day {day} of the week has more than 13 steps")]
    TooManySteps {
        /// 0 for Monday.
        day: u8,
    },
    /// A first step that is not at midnight, or one that does not come after the one before.
    #[error(
        "step {step} of day {day}: the first step starts at 00:00 and each later one after the one before"
    )]
    StepOrder {
        /// 0 for Monday.
        day: u8,
        /// 0 for the first.
        step: u8,
    },
    /// A bolus in no time.
    #[error("a bolus needs a duration above zero")]
    BolusInNoTime,
    /// More boluses before the base than are kept.
    #[error("more than 8 boluses before the base")]
    TooManyBoluses,
    /// Flows whose common denominator is finer than any one concentration gives.
    #[error("the flows of one program must come from one concentration")]
    TooFine,
}

/// An exact flow: `numerator / denominator` nL/d, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    numerator: u64,
    denominator: u64,
}

impl Rate {
    /// No flow.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// From an exact flow.
    ///
    /// # Errors
    /// [`ProgramError::TooFine`] if the denominator is finer than a concentration gives.
    pub fn new(flow: Quotient<Flow>) -> Result<Self, ProgramError> {
        let numerator = u64::try_from(flow.numerator()).map_err(|_| ProgramError::TooFine)?;
        let denominator = u64::try_from(flow.denominator()).map_err(|_| ProgramError::TooFine)?;
        if denominator > quantity::bound::CONCENTRATION.max || numerator > TICKS_PER_SECOND_MAX {
            return Err(ProgramError::TooFine);
        }
        Ok(Self { numerator, denominator })
    }

    /// The flow.
    #[must_use]
    pub fn flow(self) -> Quotient<Flow> {
        Quotient::new(u128::from(self.numerator), u128::from(self.denominator)).unwrap_or(Quotient::ZERO)
    }

    /// Below the line.
    #[must_use]
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    pub(crate) const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    pub(crate) fn of_ticks(rate: u64, denominator: u64) -> Self {
        let divisor =
            quantity::greatest_common_divisor(u128::from(rate), u128::from(denominator)).max(1) as u64;
        Self { numerator: rate / divisor, denominator: denominator / divisor }
    }

    /// In ticks of which a nL has `SECONDS_PER_DAY × denominator`: a nL/d is as many ticks per second as a nL has ticks per
    /// day, the seconds of a day cancel out.
    ///
    /// # Errors
    /// [`ProgramError::TooFine`] if that passes what the curve can hold.
    pub fn ticks_per_second(self, denominator: u64) -> Result<u64, ProgramError> {
        finer(self.numerator, denominator / self.denominator)
    }
}

/// A rate in ticks that are `scale` times finer.
fn finer(rate: u64, scale: u64) -> Result<u64, ProgramError> {
    match rate.checked_mul(scale) {
        Some(ticks) if ticks <= TICKS_PER_SECOND_MAX => Ok(ticks),
        _ => Err(ProgramError::TooFine),
    }
}

/// Why a bolus is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BolusKind {
    /// An extra dose.
    Single,
    /// Moves the old drug out of tubing and catheter at the old dose.
    Bridge,
    /// Fills tubing and catheter.
    Prime,
}

/// A volume in a time, at an even flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bolus {
    /// Why.
    pub kind: BolusKind,
    /// How much.
    pub volume: Quotient<Volume>,
    /// In how long; not zero.
    pub over: Span,
}

/// What runs once the boluses are over.
// A flex week is large and there is no heap here to put it on; a program lives in one place and is borrowed.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// One flow.
    Continuous(Rate),
    /// Another flow at each step of the week.
    Flex(Week),
    /// The least that the pump can give.
    MinimumRate(Rate),
    /// Nothing.
    Stopped,
}

/// What a pump is told to do: boluses one after the other, then a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    boluses: Vec<Bolus, BOLUSES_MAX>,
    base: Base,
    /// What the patient may add.
    pub patient_bolus: Option<PatientBolus>,
    denominator: u64,
}

impl Program {
    /// A program without a bolus.
    #[must_use]
    pub fn new(base: Base) -> Self {
        let denominator = match &base {
            Base::Continuous(rate) | Base::MinimumRate(rate) => rate.denominator(),
            Base::Flex(week) => week.denominator(),
            Base::Stopped => 1,
        };
        Self { boluses: Vec::new(), base, patient_bolus: None, denominator }
    }

    /// The same program with a bolus before everything else.
    ///
    /// # Errors
    /// [`ProgramError`] if the bolus takes no time, is one too many or does not fit the concentration of the rest; or if
    /// the whole, in the ticks that the bolus needs, passes what the curve can hold.
    pub fn after_bolus(mut self, bolus: Bolus) -> Result<Self, ProgramError> {
        if bolus.over.is_zero() {
            return Err(ProgramError::BolusInNoTime);
        }
        let denominator = u64::try_from(bolus.volume.denominator()).map_err(|_| ProgramError::TooFine)?;
        self.denominator = common_denominator(self.denominator, denominator)?;
        self.boluses.insert(0, bolus).map_err(|_| ProgramError::TooManyBoluses)?;
        if self.fits() { Ok(self) } else { Err(ProgramError::TooFine) }
    }

    /// Whether the curve can hold all that this program delivers, at every second, in ticks of its denominator.
    fn fits(&self) -> bool {
        let per_nanolitre = u128::from(SECONDS_PER_DAY) * u128::from(self.denominator);
        let whole =
            |bolus: &Bolus| bolus.volume.numerator().checked_mul(per_nanolitre / bolus.volume.denominator());
        let ticks = self.boluses.iter().try_fold(0_u128, |sum, bolus| sum.checked_add(whole(bolus)?));
        // Within a bolus the ticks are finer by its duration.
        let longest = self.boluses.iter().map(|bolus| bolus.over.seconds()).max().unwrap_or(1);
        let boluses_fit = ticks
            .and_then(|ticks| ticks.checked_mul(u128::from(longest)))
            .is_some_and(|ticks| ticks <= u128::MAX / 2);
        let base = match &self.base {
            Base::Continuous(rate) | Base::MinimumRate(rate) => rate.ticks_per_second(self.denominator),
            Base::Flex(week) => finer(week.highest(), self.denominator / week.denominator().max(1)),
            Base::Stopped => Ok(0),
        };
        boluses_fit && base.is_ok()
    }

    /// The same program with a patient bolus.
    #[must_use]
    pub fn with_patient_bolus(mut self, patient_bolus: PatientBolus) -> Self {
        self.patient_bolus = Some(patient_bolus);
        self
    }

    /// The boluses, first to last.
    #[must_use]
    pub fn boluses(&self) -> &[Bolus] {
        &self.boluses
    }

    /// What runs after them.
    #[must_use]
    pub const fn base(&self) -> &Base {
        &self.base
    }

    /// Ticks in a nL are `SECONDS_PER_DAY × denominator`.
    #[must_use]
    pub const fn denominator(&self) -> u64 {
        self.denominator
    }

    /// Whether nothing flows once the boluses are over.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        match &self.base {
            Base::Continuous(rate) | Base::MinimumRate(rate) => rate.is_zero(),
            Base::Flex(week) => week.total() == 0,
            Base::Stopped => true,
        }
    }

    /// Mean flow over a whole week once the boluses are over.
    #[must_use]
    pub fn week_flow(&self) -> Quotient<Flow> {
        match &self.base {
            Base::Continuous(rate) | Base::MinimumRate(rate) => rate.flow(),
            Base::Flex(week) => week_flow(week.total(), 7, week.denominator()),
            Base::Stopped => Quotient::ZERO,
        }
    }

    /// Flow over each day of the week, Monday first, once the boluses are over.
    #[must_use]
    pub fn day_flows(&self) -> [Quotient<Flow>; 7] {
        match &self.base {
            Base::Flex(week) => {
                core::array::from_fn(|day| week_flow(week.day_total(day), 1, week.denominator()))
            }
            _ => [self.week_flow(); 7],
        }
    }
}

/// Ticks over some days as a flow: a tick is `1 / (SECONDS_PER_DAY × denominator)` nL.
fn week_flow(ticks: u128, days: u64, denominator: u64) -> Quotient<Flow> {
    let per_nanolitre = u128::from(SECONDS_PER_DAY) * u128::from(denominator);
    Quotient::new(ticks, per_nanolitre * u128::from(days)).unwrap_or(Quotient::ZERO)
}
