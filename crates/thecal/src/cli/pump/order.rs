//! Orders from the command line: complete, signed by this programmer, read back before they count.

use super::talk::{Open, committed, session, show};
use super::{To, refused};
use crate::cli::{CliError, Exit, files, text};
use programmer::Entered;
use pump::{
    Base, Bolus, BolusKind, FillPart, HoldKind, ORDER_VERSION, Order, Program, ProgramPart, Rate, Status,
    Text, What,
};
use quantity::{Concentration, Dose, Mass, Span, Volume};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use therapy::input::{At, Dialect, InputError, Problem, Strength, from_json, from_toml, read_program};

/// How long an order may be entered once it was made, on the pump's clock, s.
const ENTERED_WITHIN_SECONDS: i64 = 600;

fn wrong(option: &str, problem: impl Into<String>) -> CliError {
    CliError::Option { option: option.to_owned(), problem: problem.into() }
}

fn amount<T>(
    option: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, quantity::ParseError>,
) -> Result<T, CliError> {
    parse(text).map_err(|error| wrong(option, format!("\"{text}\": {error}")))
}

fn short<const N: usize>(option: &str, text: &str) -> Result<Text<N>, CliError> {
    Text::new(text).map_err(|error| wrong(option, error.to_string()))
}

/// An order of this programmer for the pump that answered.
fn order(status: &Status, what: What, by: &str) -> Result<Order, CliError> {
    let counter = status.counter.saturating_add(1);
    let id = format!("command-line-{counter}");
    Ok(Order {
        version: ORDER_VERSION,
        serial: status.serial.clone(),
        counter,
        // There is no record behind an order of the command line: the digest is that of its name.
        record_digest: Sha256::digest(id.as_bytes()).into(),
        id: short("--by", &id)?,
        prescribed_by: short("--by", by)?,
        checked_by: None,
        not_before: status.now.saturating_sub(ENTERED_WITHIN_SECONDS),
        expires_at: status.now.saturating_add(ENTERED_WITHIN_SECONDS),
        what,
    })
}

/// Enters an order and says what came of it.
fn enter(
    to: &To,
    make: impl FnOnce(&mut Open, &Status) -> Result<(What, String), CliError>,
) -> Result<Exit, CliError> {
    let (mut session, keys) = session(to)?;
    let status = session.status().map_err(|error| refused(&error))?;
    let (what, by) = make(&mut session, &status)?;
    let order = order(&status, what, &by)?;
    match session.enter(&keys.identity(), &order) {
        Entered::Runs { .. } => {
            text::print("In the pump and running, as it says itself:\n")?;
            show(&mut session)?;
            session.close();
            Ok(Exit::Clean)
        }
        Entered::NotEntered { why } => {
            session.close();
            Err(refused(&format!("not entered, the pump goes on with what it ran: {why}")))
        }
        Entered::Unknown { why, .. } => Err(refused(&format!(
            "nobody knows whether the pump runs it: {why}. Read the pump: thecal pump interrogate. If it names the order {}, it was \
             entered",
            order.id
        ))),
    }
}

/// Program the pump: a complete order, read back before it counts
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("what").args(["dose", "program", "minimum_rate"]).required(true))]
pub struct ProgramArgs {
    #[command(flatten)]
    to: To,
    /// One dose all day, such as "200 ug/d"; it is cut down to a whole nL per day
    #[arg(long, value_name = "DOSE")]
    dose: Option<String>,
    /// A program from a file, TOML or JSON, as under `run` in a course file
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// The least that the pump can give
    #[arg(long)]
    minimum_rate: bool,
    /// Strength in the reservoir, such as "500 ug/mL"
    #[arg(long, value_name = "STRENGTH")]
    concentration: String,
    /// Drug in the reservoir
    #[arg(long, value_name = "NAME")]
    drug: String,
    /// What is in the reservoir from now on, such as "40 mL", if it was filled
    #[arg(long, value_name = "VOLUME")]
    fill: Option<String>,
    /// Volume of the low-reservoir alarm, with --fill
    #[arg(long, value_name = "VOLUME", default_value = "2 mL", requires = "fill")]
    alarm_volume: String,
    /// Who prescribed
    #[arg(long, value_name = "NAME", default_value = "command line")]
    by: String,
}

fn program_of(
    args: &ProgramArgs,
    status: &Status,
    concentration: Concentration,
) -> Result<Program, CliError> {
    let built = |option: &str, error: pump::ProgramError| wrong(option, error.to_string());
    if let Some(dose) = &args.dose {
        let dose = amount("--dose", dose, Dose::parse)?;
        let flow = dose.at_concentration(concentration).map_err(|_| wrong("--concentration", "is zero"))?;
        let flow = flow.floor().map_err(|error| wrong("--dose", error.to_string()))?;
        let rate = Rate::new(flow.quotient()).map_err(|error| built("--dose", error))?;
        return Ok(Program::new(Base::Continuous(rate)));
    }
    if let Some(file) = &args.program {
        let shown = file.display().to_string();
        let read = |error: InputError| CliError::File { file: shown.clone(), error };
        let content = files::text(file)?;
        let node =
            if content.trim_start().starts_with('{') { from_json(&content) } else { from_toml(&content) };
        let node = node.map_err(read)?;
        let at = At::root(&node);
        let strength = Strength::Known(concentration, at.refuse(Problem::Zero));
        return Ok(read_program(&at, &strength, Dialect::Course).map_err(read)?.program);
    }
    let rate = status.minimum_rate.rate().map_err(|error| built("--minimum-rate", error))?;
    Ok(Program::new(Base::MinimumRate(rate)))
}

pub(super) fn program(args: &ProgramArgs) -> Result<Exit, CliError> {
    let concentration = amount("--concentration", &args.concentration, Concentration::parse)?;
    let fill = match &args.fill {
        Some(fill) => Some(FillPart {
            volume_nanolitres: amount("--fill", fill, Volume::parse)?.nanolitres(),
            alarm_volume_nanolitres: amount("--alarm-volume", &args.alarm_volume, Volume::parse)?
                .nanolitres(),
        }),
        None => None,
    };
    let drug = short("--drug", &args.drug)?;
    enter(&args.to, |_, status| {
        let program = program_of(args, status, concentration)?;
        let part = ProgramPart::of(&program, drug, concentration.nanograms_per_millilitre(), fill);
        let part = part.map_err(|error| wrong("--program", error.to_string()))?;
        Ok((What::Program(part), args.by.clone()))
    })
}

/// Give a single bolus, then go on with the program that runs
#[derive(clap::Args)]
pub struct BolusArgs {
    #[command(flatten)]
    to: To,
    /// How much, such as "50 ug"
    #[arg(long, value_name = "DOSE")]
    dose: String,
    /// In how long, such as "20 min"
    #[arg(long, value_name = "DURATION")]
    over: String,
    /// Who prescribed
    #[arg(long, value_name = "NAME", default_value = "command line")]
    by: String,
}

pub(super) fn bolus(args: &BolusArgs) -> Result<Exit, CliError> {
    let dose = amount("--dose", &args.dose, Mass::parse)?;
    let over = amount("--over", &args.over, Span::parse)?;
    enter(&args.to, |session, status| {
        let running = committed(session)?.map(|order| order.what);
        let Some(What::Program(part)) = running else {
            return Err(refused(&"the pump runs no program that a bolus could stand before"));
        };
        let strength = part.concentration_nanograms_per_millilitre;
        let concentration =
            Concentration::from_nanograms_per_millilitre(strength).map_err(|error| refused(&error))?;
        let volume =
            dose.at_concentration(concentration).map_err(|_| refused(&"the strength in the pump is zero"))?;
        // Cut down to a whole nL, as every bolus of this pump.
        let volume = volume.floor().map_err(|error| wrong("--dose", error.to_string()))?.quotient();
        let before = part.program(status.minimum_rate).map_err(|error| refused(&error))?;
        let plain = Program::new(before.base().clone());
        let plain = match before.patient_bolus {
            Some(bolus) => plain.with_patient_bolus(bolus),
            None => plain,
        };
        let with = plain.after_bolus(Bolus { kind: BolusKind::Single, volume, over });
        let with = with.map_err(|error| wrong("--over", error.to_string()))?;
        let part = ProgramPart::of(&with, part.drug.clone(), strength, None);
        let part = part.map_err(|error| wrong("--over", error.to_string()))?;
        Ok((What::Program(part), args.by.clone()))
    })
}

/// Hold delivery back: stop, or the minimum rate; the pump sounds when the time is over
#[derive(clap::Args)]
pub struct StopArgs {
    #[command(flatten)]
    to: To,
    /// The minimum rate instead of nothing
    #[arg(long)]
    minimum_rate: bool,
    /// When the pump asks to be looked at, such as "1 h"
    #[arg(long, value_name = "DURATION", default_value = "1 h")]
    remind: String,
    /// Without keys, held to the pump: for an emergency. It sounds two-tone from the first second on
    #[arg(long)]
    emergency: bool,
    /// Who prescribed
    #[arg(long, value_name = "NAME", default_value = "command line")]
    by: String,
}

pub(super) fn stop(args: &StopArgs) -> Result<Exit, CliError> {
    let kind = if args.minimum_rate { HoldKind::MinimumRate } else { HoldKind::Stop };
    if args.emergency {
        return super::talk::emergency_hold(&args.to, kind);
    }
    let remind = amount("--remind", &args.remind, Span::parse)?;
    let remind_after_seconds =
        u32::try_from(remind.seconds()).map_err(|_| wrong("--remind", "at most 4,294,967,295 s"))?;
    enter(&args.to, |_, _| Ok((What::Hold { kind, remind_after_seconds }, args.by.clone())))
}

/// End a hold: the program goes on
#[derive(clap::Args)]
pub struct ResumeArgs {
    #[command(flatten)]
    to: To,
    /// Who prescribed
    #[arg(long, value_name = "NAME", default_value = "command line")]
    by: String,
}

pub(super) fn resume(args: &ResumeArgs) -> Result<Exit, CliError> {
    enter(&args.to, |_, _| Ok((What::Resume, args.by.clone())))
}
