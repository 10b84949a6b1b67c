//! Programs as they are written: mode, amounts, days and steps.

use super::error::{InputError, Problem};
use super::read::{At, Fields};
use super::time::parse_minute;
use pump::{Base, Bolus, BolusKind, Program, ProgramError, Rate, Step, Week};
use quantity::{Concentration, Dose, Flow, Mass, Quotient, Span, Volume};

type Result<T> = core::result::Result<T, InputError>;

/// The strength in which doses of a program are worked out.
#[derive(Debug, Clone)]
pub enum Strength {
    /// It is known, and where it stands if it must be refused.
    Known(Concentration, InputError),
    /// It is not known; the refusal says where it would stand.
    Missing(InputError),
}

impl Strength {
    /// The strength, to divide by.
    fn divisor(&self) -> Result<Concentration> {
        match self {
            Self::Known(concentration, refusal) if concentration.is_zero() => Err(refusal.clone()),
            Self::Known(concentration, _) => Ok(*concentration),
            Self::Missing(refusal) => Err(refusal.clone()),
        }
    }
}

/// Which words a program may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The calculators' contract: five modes, flex steps in flows.
    Contract,
    /// The course file: also bridge and priming boluses, and flex steps in doses.
    Course,
}

/// A program with the place of its parts checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramText {
    /// The program.
    pub program: Program,
    /// Its mode as it was written, of the base: "continuous", "flex", "minimum-rate" or "stopped".
    pub mode: &'static str,
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

#[derive(Clone, Copy)]
enum Mode {
    Continuous,
    MinimumRate,
    Stopped,
    Flex,
    Bolus(BolusKind),
}

/// The first five are those of the contract.
const MODES: [(&str, Mode); 7] = [
    ("continuous", Mode::Continuous),
    ("minimum-rate", Mode::MinimumRate),
    ("stopped", Mode::Stopped),
    ("flex", Mode::Flex),
    ("single-bolus", Mode::Bolus(BolusKind::Single)),
    ("bridge-bolus", Mode::Bolus(BolusKind::Bridge)),
    ("priming-bolus", Mode::Bolus(BolusKind::Prime)),
];

/// A program, its doses turned into flows by a strength.
///
/// # Errors
/// [`InputError`] naming the part.
pub fn read_program(at: &At<'_>, strength: &Strength, dialect: Dialect) -> Result<ProgramText> {
    let fields = at.fields()?;
    let modes = match dialect {
        Dialect::Contract => MODES.get(..5).unwrap_or_default(),
        Dialect::Course => &MODES,
    };
    let mode = fields.required("mode", "a mode such as \"continuous\"")?.one_of(modes)?;
    let built = |error| at.refuse(Problem::Program(error));
    let read = match mode {
        Mode::Continuous => ProgramText {
            program: Program::new(Base::Continuous(flow(&fields, strength)?)),
            mode: "continuous",
        },
        Mode::MinimumRate => {
            let flow: Flow =
                fields.required("flow", "the pump's minimum rate, such as \"0.006 mL/d\"")?.amount()?;
            let rate = Rate::new(flow.quotient()).map_err(built)?;
            ProgramText { program: Program::new(Base::MinimumRate(rate)), mode: "minimum-rate" }
        }
        Mode::Stopped => ProgramText { program: Program::new(Base::Stopped), mode: "stopped" },
        Mode::Flex => {
            ProgramText { program: Program::new(Base::Flex(week(&fields, strength, dialect)?)), mode: "flex" }
        }
        Mode::Bolus(kind) => bolus(&fields, strength, kind, dialect)?,
    };
    fields.finish()?;
    Ok(read)
}

/// `flow`, or `dose` with the strength.
fn flow(fields: &Fields<'_>, strength: &Strength) -> Result<Rate> {
    let (at, flow) = match fields.optional("flow") {
        Some(at) => {
            let flow: Flow = at.amount()?;
            (at, flow.quotient())
        }
        None if fields.has("dose") => {
            let at = fields.required("dose", "a dose such as \"200 ug/d\"")?;
            let dose: Dose = at.amount()?;
            let flow = dose.at_concentration(strength.divisor()?).map_err(|_| at.refuse(Problem::Zero))?;
            (at, flow)
        }
        None => {
            return Err(fields
                .refuse("flow", Problem::Missing { accepted: "a flow or a dose, such as \"200 ug/d\"" }));
        }
    };
    Rate::new(flow).map_err(|error| at.refuse(Problem::Program(error)))
}

fn bolus(fields: &Fields<'_>, strength: &Strength, kind: BolusKind, dialect: Dialect) -> Result<ProgramText> {
    let volume: Quotient<Volume> = match fields.optional("volume") {
        Some(at) => at.amount::<Volume>()?.quotient(),
        None if fields.has("dose") => {
            let at = fields.required("dose", "a dose such as \"50 ug\"")?;
            let mass: Mass = at.amount()?;
            mass.at_concentration(strength.divisor()?).map_err(|_| at.refuse(Problem::Zero))?
        }
        None => {
            return Err(fields
                .refuse("volume", Problem::Missing { accepted: "a volume or a dose, such as \"50 ug\"" }));
        }
    };
    let over: Span = fields.required("over", "a duration such as \"20 min\"")?.nonzero()?;
    let then_at = fields.required("then", "the program that follows the bolus")?;
    // Boluses that do not fit are refused where the last one stands, so the inside is built first.
    let then = read_program(&then_at, strength, dialect)?;
    let refuse = |error| match error {
        ProgramError::TooManyBoluses => then_at.refuse(Problem::Program(error)),
        _ => fields.whole().refuse(Problem::Program(error)),
    };
    let program = then.program.after_bolus(Bolus { kind, volume, over }).map_err(refuse)?;
    Ok(ProgramText { program, mode: then.mode })
}

fn week(fields: &Fields<'_>, strength: &Strength, dialect: Dialect) -> Result<Week> {
    let at = |day: &At<'_>| steps(day, strength, dialect);
    let (place, days) = if let Some(week) = fields.optional("week") {
        let names = week.fields()?;
        if matches!(week.kind(), super::Kind::Object(entries) if entries.is_empty()) {
            return Err(week.refuse(Problem::Length { found: 0, accepted: "the seven days mon to sun" }));
        }
        let mut days: [Vec<Step>; 7] = Default::default();
        for (name, day) in DAYS.iter().zip(&mut days) {
            *day = at(&names.required(name, "the steps of the day")?)?;
        }
        names.finish()?;
        (week, days)
    } else if let Some(every) = fields.optional("every-day") {
        let steps = at(&every)?;
        (every, std::array::from_fn(|_| steps.clone()))
    } else {
        return Err(fields
            .refuse("week", Problem::Missing { accepted: "\"week\" with seven days, or \"every-day\"" }));
    };
    Week::new(days.each_ref().map(Vec::as_slice)).map_err(|error| place.refuse(Problem::Program(error)))
}

fn steps(day: &At<'_>, strength: &Strength, dialect: Dialect) -> Result<Vec<Step>> {
    let list = day.list()?;
    if list.is_empty() || list.len() > pump::STEPS_PER_DAY_MAX {
        return Err(day.refuse(Problem::Length { found: list.len(), accepted: "1 to 13 steps" }));
    }
    let mut steps: Vec<Step> = Vec::with_capacity(list.len());
    for step in list {
        let fields = step.fields()?;
        let from = fields.required("from", "a time of day such as \"08:00\"")?;
        let text = from.text()?;
        let accepted = "a time of day from \"00:00\" to \"23:59\"".to_owned();
        let refusal = || from.refuse(Problem::NotOneOf { found: text.to_owned(), accepted });
        let from_second = parse_minute(text).ok_or_else(refusal)?;
        match steps.last() {
            None if from_second != 0 => {
                return Err(from.refuse(Problem::Contradicts(
                    "must be 00:00: the first step of a day starts at midnight",
                )));
            }
            Some(before) if from_second <= before.from_second => {
                return Err(from.refuse(Problem::Contradicts("must come after the step before it")));
            }
            _ => {}
        }
        if dialect == Dialect::Contract {
            fields.required("flow", "a flow such as \"0.4 mL/d\"")?;
        }
        steps.push(Step { from_second, rate: flow(&fields, strength)? });
        fields.finish()?;
    }
    Ok(steps)
}
