//! The order that a pump accepts: one complete, signed object.
//!
//! There is no message that changes a single value. What a pump is to do comes whole: for which pump, which drug, which
//! strength, every step, what this comes to in 24 hours, under which counter, signed by whom, from which record. The pump
//! works the total out itself and refuses one that differs.

use crate::BOLUSES_MAX;
use crate::limits::Provision;
use crate::patient_bolus::PatientBolus;
use crate::program::{Base, Bolus, BolusKind, Program, ProgramError, Rate};
use crate::text::Text;
use crate::week::{STEPS_PER_DAY_MAX, Step, Week};
use heapless::Vec;
use quantity::{Flow, Quotient, SECONDS_PER_DAY, Span, Volume, multiply_divide_floor};
use serde::{Deserialize, Serialize};

/// Bytes that an encoded order may have.
pub const ORDER_BYTES_MAX: usize = 2_048;

/// Patient boluses in 24 hours that a pump can keep account of.
pub const PATIENT_BOLUSES_PER_DAY_MAX: u32 = 24;

/// The form of the order's bytes; another form has another number.
pub const ORDER_VERSION: u8 = 1;

/// A flow as two whole numbers, nL per day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flowing {
    /// Above the line.
    pub numerator: u64,
    /// Below the line; an order with a zero here is refused.
    pub denominator: u64,
}

impl Flowing {
    /// From the flow of a program.
    #[must_use]
    pub fn of(rate: Rate) -> Self {
        let flow = rate.flow();
        let part = |value: u128| u64::try_from(value).unwrap_or(u64::MAX);
        Self { numerator: part(flow.numerator()), denominator: part(flow.denominator()) }
    }

    /// As the flow of a program.
    ///
    /// # Errors
    /// [`ProgramError::TooFine`] for what no concentration gives, and for a zero below the line.
    pub fn rate(self) -> Result<Rate, ProgramError> {
        let flow = Quotient::<Flow>::new(u128::from(self.numerator), u128::from(self.denominator));
        Rate::new(flow.ok_or(ProgramError::TooFine)?)
    }
}

/// A volume as two whole numbers, nL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounting {
    /// Above the line.
    pub numerator: u64,
    /// Below the line; an order with a zero here is refused.
    pub denominator: u64,
}

impl Amounting {
    /// From a volume.
    #[must_use]
    pub fn of(volume: Quotient<Volume>) -> Self {
        let part = |value: u128| u64::try_from(value).unwrap_or(u64::MAX);
        Self { numerator: part(volume.numerator()), denominator: part(volume.denominator()) }
    }

    fn volume(self) -> Result<Quotient<Volume>, ProgramError> {
        Quotient::new(u128::from(self.numerator), u128::from(self.denominator)).ok_or(ProgramError::TooFine)
    }
}

/// One bolus of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BolusPart {
    /// Why.
    pub kind: BolusKind,
    /// How much.
    pub volume: Amounting,
    /// In how long, s.
    pub over_seconds: u32,
}

/// One step of a flex day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepPart {
    /// Second of the day.
    pub from_second: u32,
    /// Flow from then on.
    pub flow: Flowing,
}

/// What runs once the boluses are over.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BasePart {
    /// One flow.
    Continuous(Flowing),
    /// Monday first.
    Flex([Vec<StepPart, STEPS_PER_DAY_MAX>; 7]),
    /// The least that the pump can give; its own, so no number.
    MinimumRate,
    /// Nothing.
    Stopped,
}

/// What a patient may add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatientBolusPart {
    /// One bolus.
    pub volume: Amounting,
    /// In how long, s.
    pub over_seconds: u32,
    /// From one start to the next, s.
    pub lockout_seconds: u32,
    /// In any 24 hours.
    pub per_day_max: u32,
}

/// A fill of the reservoir: from now on the pump reckons with this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillPart {
    /// In the reservoir, nL.
    pub volume_nanolitres: u64,
    /// Where the low-reservoir alarm stands, nL.
    pub alarm_volume_nanolitres: u64,
}

/// What a pump is to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramPart {
    /// Drug.
    pub drug: Text<40>,
    /// Strength, ng/mL.
    pub concentration_nanograms_per_millilitre: u64,
    /// First to last.
    pub boluses: Vec<BolusPart, BOLUSES_MAX>,
    /// After them.
    pub base: BasePart,
    /// What the patient may add.
    pub patient_bolus: Option<PatientBolusPart>,
    /// What the base comes to on each day, Monday first, rounded down to whole ng.
    pub day_totals_nanograms: [u64; 7],
    /// A fill at the same time.
    pub fill: Option<FillPart>,
}

/// How delivery is held back while the program stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HoldKind {
    /// The least that the pump can give.
    MinimumRate,
    /// Nothing.
    Stop,
}

/// What is ordered.
#[allow(clippy::large_enum_variant, reason = "there is no heap in a pump")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// Run this instead of everything before.
    Program(ProgramPart),
    /// Hold delivery back; the pump sounds when the time is over and stays held until somebody decides.
    Hold {
        /// How.
        kind: HoldKind,
        /// When the pump asks to be looked at, s from the start.
        remind_after_seconds: u32,
    },
    /// End a hold: the program goes on.
    Resume,
}

/// A complete order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// [`ORDER_VERSION`].
    pub version: u8,
    /// The pump that is meant.
    pub serial: Text<24>,
    /// Higher than any that the pump has accepted.
    pub counter: u64,
    /// The order's name in the record it comes from.
    pub id: Text<40>,
    /// SHA-256 of the order in that record.
    pub record_digest: [u8; 32],
    /// Who prescribed.
    pub prescribed_by: Text<60>,
    /// Who checked, where somebody had to.
    pub checked_by: Option<Text<60>>,
    /// Pump time from which it may be entered.
    pub not_before: i64,
    /// Pump time after which it may not be entered any more.
    pub expires_at: i64,
    /// What.
    pub what: What,
}

/// An order that cannot be read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OrderBytesError {
    /// More bytes than an order may have.
    #[error("an order has at most 2,048 bytes")]
    TooLong,
    /// No order, or one cut short.
    #[error("these bytes are no order")]
    NotAnOrder,
    /// Bytes after the end.
    #[error("{extra} bytes after the end of the order")]
    Extra {
        /// How many.
        extra: usize,
    },
}

/// Why a pump will not run a program, whoever signed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Unfit {
    /// It cannot be built.
    #[error("the program cannot be built: {0}")]
    Program(ProgramError),
    /// No strength, or one beyond what the pump takes.
    #[error("strength {given} ng/mL; from 1 to {max} is accepted")]
    Concentration {
        /// As ordered.
        given: u64,
        /// Bound.
        max: u64,
    },
    /// A flow beyond the pump's bound, or one that needs more than a stroke a second.
    #[error("flow above {max} nL per day")]
    Flow {
        /// Bound.
        max: u64,
    },
    /// A bolus beyond the pump's bound.
    #[error("bolus above {max} nL")]
    BolusVolume {
        /// Bound.
        max: u64,
    },
    /// A bolus flow beyond the pump's bound, or one that needs more than a stroke a second.
    #[error("bolus flow above {max} nL per day")]
    BolusFlow {
        /// Bound.
        max: u64,
    },
    /// More in 24 hours than the pump gives.
    #[error("{given} nL in 24 hours; at most {max}")]
    VolumePerDay {
        /// Boluses, the fullest day and all that the patient may add.
        given: u64,
        /// Bound.
        max: u64,
    },
    /// More drug in 24 hours than the pump gives.
    #[error("{given} ng in 24 hours; at most {max}")]
    MassPerDay {
        /// As above, as drug.
        given: u64,
        /// Bound.
        max: u64,
    },
    /// What the order says a day comes to is not what the pump works out.
    #[error("day {day}: the order says {stated} ng, the pump works out {computed} ng")]
    DayTotal {
        /// 0 for Monday.
        day: u8,
        /// As ordered.
        stated: u64,
        /// As worked out.
        computed: u64,
    },
    /// A patient bolus of less than one stroke, longer than its lockout, or more often than the pump can count.
    #[error("patient bolus: at least one stroke, no longer than its lockout, at most 24 in 24 hours")]
    PatientBolus,
    /// More in the reservoir than it holds, or an alarm volume above the fill.
    #[error("fill of {given} nL with its alarm volume; the reservoir holds {max}")]
    Fill {
        /// As ordered.
        given: u64,
        /// Nominal volume.
        max: u64,
    },
}

impl From<ProgramError> for Unfit {
    fn from(error: ProgramError) -> Self {
        Self::Program(error)
    }
}

impl Order {
    /// The order as bytes: what is signed, sent and kept.
    ///
    /// # Errors
    /// [`OrderBytesError::TooLong`].
    pub fn to_bytes(&self) -> Result<Vec<u8, ORDER_BYTES_MAX>, OrderBytesError> {
        let mut bytes = Vec::new();
        bytes.resize(ORDER_BYTES_MAX, 0).map_err(|_| OrderBytesError::TooLong)?;
        let length = postcard::to_slice(self, &mut bytes).map_err(|_| OrderBytesError::TooLong)?.len();
        bytes.truncate(length);
        Ok(bytes)
    }

    /// An order from its bytes, all of them.
    ///
    /// # Errors
    /// [`OrderBytesError`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, OrderBytesError> {
        if bytes.len() > ORDER_BYTES_MAX {
            return Err(OrderBytesError::TooLong);
        }
        match postcard::take_from_bytes::<Self>(bytes) {
            Ok((order, [])) if order.version == ORDER_VERSION => Ok(order),
            Ok((_, [])) | Err(_) => Err(OrderBytesError::NotAnOrder),
            Ok((_, rest)) => Err(OrderBytesError::Extra { extra: rest.len() }),
        }
    }
}

/// A program that does not fit into an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("bolus {place}: a duration of {seconds} s; at most 4,294,967,295 s fit")]
pub struct TooLong {
    /// 0 for the first; 8 for the patient bolus.
    pub place: usize,
    /// As given.
    pub seconds: u64,
}

impl ProgramPart {
    /// A program with its drug and strength as part of an order; the day totals are worked out.
    ///
    /// # Errors
    /// [`TooLong`].
    pub fn of(
        program: &Program,
        drug: Text<40>,
        concentration_nanograms_per_millilitre: u64,
        fill: Option<FillPart>,
    ) -> Result<Self, TooLong> {
        let seconds = |span: Span, place| {
            u32::try_from(span.seconds()).map_err(|_| TooLong { place, seconds: span.seconds() })
        };
        let mut boluses = Vec::new();
        for (bolus, place) in program.boluses().iter().zip(0..) {
            let over_seconds = seconds(bolus.over, place)?;
            let part = BolusPart { kind: bolus.kind, volume: Amounting::of(bolus.volume), over_seconds };
            // A program has no more boluses than this holds.
            if boluses.push(part).is_err() {
                break;
            }
        }
        let base = match program.base() {
            Base::Continuous(rate) => BasePart::Continuous(Flowing::of(*rate)),
            Base::MinimumRate(_) => BasePart::MinimumRate,
            Base::Stopped => BasePart::Stopped,
            Base::Flex(week) => BasePart::Flex(core::array::from_fn(|day| {
                let steps = week.day(day);
                steps
                    .map(|step| StepPart { from_second: step.from_second, flow: Flowing::of(step.rate) })
                    .collect()
            })),
        };
        let patient_bolus = match program.patient_bolus {
            Some(bolus) => Some(PatientBolusPart {
                volume: Amounting::of(bolus.volume),
                over_seconds: seconds(bolus.over, BOLUSES_MAX)?,
                lockout_seconds: seconds(bolus.lockout, BOLUSES_MAX)?,
                per_day_max: bolus.per_day_max,
            }),
            None => None,
        };
        let day_totals_nanograms = Self::day_totals(program, concentration_nanograms_per_millilitre);
        Ok(Self {
            drug,
            concentration_nanograms_per_millilitre,
            boluses,
            base,
            patient_bolus,
            day_totals_nanograms,
            fill,
        })
    }

    /// As a program that can be run; the minimum rate is the pump's own.
    ///
    /// # Errors
    /// [`ProgramError`].
    pub fn program(&self, minimum_rate: Flowing) -> Result<Program, ProgramError> {
        let base = match &self.base {
            BasePart::Continuous(flow) => Base::Continuous(flow.rate()?),
            BasePart::MinimumRate => Base::MinimumRate(minimum_rate.rate()?),
            BasePart::Stopped => Base::Stopped,
            BasePart::Flex(days) => {
                let mut steps: [Vec<Step, STEPS_PER_DAY_MAX>; 7] = [const { Vec::new() }; 7];
                for (day, parts) in steps.iter_mut().zip(days) {
                    for part in parts {
                        let step = Step { from_second: part.from_second, rate: part.flow.rate()? };
                        day.push(step).map_err(|_| ProgramError::TooFine)?;
                    }
                }
                Base::Flex(Week::new(steps.each_ref().map(Vec::as_slice))?)
            }
        };
        let mut program = Program::new(base);
        for part in self.boluses.iter().rev() {
            let over = Span::from_seconds(u64::from(part.over_seconds)).unwrap_or(Span::ZERO);
            program = program.after_bolus(Bolus { kind: part.kind, volume: part.volume.volume()?, over })?;
        }
        if let Some(part) = self.patient_bolus {
            program = program.with_patient_bolus(PatientBolus {
                volume: part.volume.volume()?,
                over: Span::from_seconds(u64::from(part.over_seconds)).unwrap_or(Span::ZERO),
                lockout: Span::from_seconds(u64::from(part.lockout_seconds)).unwrap_or(Span::ZERO),
                per_day_max: part.per_day_max,
            });
        }
        Ok(program)
    }

    /// What a program with this strength comes to on each day, in whole ng, rounded down.
    #[must_use]
    pub fn day_totals(program: &Program, concentration_nanograms_per_millilitre: u64) -> [u64; 7] {
        program.day_flows().map(|flow| {
            let total =
                nanograms(flow.numerator(), flow.denominator(), concentration_nanograms_per_millilitre);
            u64::try_from(total.unwrap_or(u128::MAX)).unwrap_or(u64::MAX)
        })
    }

    /// The program, if this pump runs it: the bounds are the pump's own and are asked last.
    ///
    /// # Errors
    /// [`Unfit`] with the number that stood in the way.
    pub fn admit(&self, provision: &Provision) -> Result<Program, Unfit> {
        let bounds = &provision.bounds;
        let concentration = self.concentration_nanograms_per_millilitre;
        let max = bounds.concentration_max_nanograms_per_millilitre;
        if concentration == 0 || concentration > max {
            return Err(Unfit::Concentration { given: concentration, max });
        }
        let program = self.program(provision.minimum_rate)?;
        let stroke_per_second = provision.stroke().nanolitres().saturating_mul(SECONDS_PER_DAY);
        let flow_max = bounds.flow_max_nanolitres_per_day.min(stroke_per_second);
        if highest_flow(&program) > u128::from(flow_max) {
            return Err(Unfit::Flow { max: flow_max });
        }
        let bolus_flow_max = bounds.bolus_flow_max_nanolitres_per_day.min(stroke_per_second);
        let volume_max = bounds.bolus_volume_max_nanolitres;
        let patient = program.patient_bolus.map(|bolus| (bolus.volume, bolus.over));
        let all = program.boluses().iter().map(|bolus| (bolus.volume, bolus.over)).chain(patient);
        for (volume, over) in all {
            if volume.numerator().div_ceil(volume.denominator()) > u128::from(volume_max) {
                return Err(Unfit::BolusVolume { max: volume_max });
            }
            let daily = volume.numerator() * u128::from(SECONDS_PER_DAY);
            let allowed = u128::from(bolus_flow_max) * volume.denominator() * u128::from(over.seconds());
            if daily > allowed {
                return Err(Unfit::BolusFlow { max: bolus_flow_max });
            }
        }
        if let Some(bolus) = program.patient_bolus {
            let stroke = u128::from(provision.stroke().nanolitres());
            let whole = bolus.volume.numerator() >= stroke * bolus.volume.denominator();
            let often = bolus.per_day_max == 0 || bolus.per_day_max > PATIENT_BOLUSES_PER_DAY_MAX;
            if !whole || often || bolus.lockout < bolus.over || bolus.over.is_zero() {
                return Err(Unfit::PatientBolus);
            }
        }
        let given = volume_per_day(&program);
        let max = bounds.volume_per_day_max_nanolitres;
        if given > u128::from(max) {
            return Err(Unfit::VolumePerDay { given: u64::try_from(given).unwrap_or(u64::MAX), max });
        }
        let mass = nanograms(given, 1, concentration).unwrap_or(u128::MAX);
        let max = bounds.mass_per_day_max_nanograms;
        if mass > u128::from(max) {
            return Err(Unfit::MassPerDay { given: u64::try_from(mass).unwrap_or(u64::MAX), max });
        }
        let computed = Self::day_totals(&program, concentration);
        for ((stated, computed), day) in self.day_totals_nanograms.into_iter().zip(computed).zip(0..) {
            if stated != computed {
                return Err(Unfit::DayTotal { day, stated, computed });
            }
        }
        if let Some(fill) = self.fill {
            let max = provision.reservoir_nanolitres;
            if fill.volume_nanolitres > max || fill.alarm_volume_nanolitres > fill.volume_nanolitres {
                return Err(Unfit::Fill { given: fill.volume_nanolitres, max });
            }
        }
        Ok(program)
    }
}

/// `numerator / denominator` nL at a strength, in whole ng, rounded down.
fn nanograms(numerator: u128, denominator: u128, concentration: u64) -> Option<u128> {
    multiply_divide_floor(numerator, u128::from(concentration), denominator.checked_mul(1_000_000)?)
}

/// The highest flow of the base, nL per day, rounded up.
fn highest_flow(program: &Program) -> u128 {
    let up = |rate: Rate| rate.flow().numerator().div_ceil(rate.flow().denominator());
    match program.base() {
        Base::Stopped => 0,
        Base::Continuous(rate) | Base::MinimumRate(rate) => up(*rate),
        Base::Flex(week) => (0..7).flat_map(|day| week.day(day)).map(|step| up(step.rate)).max().unwrap_or(0),
    }
}

/// The most that a program gives in 24 hours: all boluses, the fullest 24 hours of two days in a row at most, and all that
/// the patient may add; nL, rounded up.
fn volume_per_day(program: &Program) -> u128 {
    let up = |volume: Quotient<Volume>| volume.numerator().div_ceil(volume.denominator());
    let boluses: u128 = program.boluses().iter().map(|bolus| up(bolus.volume)).sum();
    let base = match program.base() {
        Base::Stopped => 0,
        Base::Continuous(rate) | Base::MinimumRate(rate) => {
            rate.flow().numerator().div_ceil(rate.flow().denominator())
        }
        Base::Flex(week) => fullest_day(week),
    };
    let patient = program.patient_bolus.map_or(0, |bolus| up(bolus.volume) * bolus.count_per_day_max());
    boluses + base + patient
}

/// The most that a flex week gives in any 24 hours in a row, nL, rounded up. Such a span is fullest where it begins or ends
/// with a step.
fn fullest_day(week: &Week) -> u128 {
    const DAY: u64 = SECONDS_PER_DAY;
    let by = |second: u64| {
        let (weeks, second) = (second / (7 * DAY), second % (7 * DAY));
        u128::from(weeks) * week.total() + week.ticks_by(second)
    };
    let mut most = 0;
    for day in 0..7_u64 {
        for step in week.day(usize::try_from(day).unwrap_or(0)) {
            let begin = 7 * DAY + day * DAY + u64::from(step.from_second);
            most = most.max(by(begin + DAY) - by(begin)).max(by(begin) - by(begin - DAY));
        }
    }
    most.div_ceil(u128::from(DAY) * u128::from(week.denominator()))
}
