//! What is asked of a pump without an order: pairing, interrogation, alarms, log.

use super::{To, keys::Keys, refused};
use crate::cli::{CliError, Exit, text};
use programmer::{PumpCard, SerialWire, Session, TcpWire, Wire, said};
use pump::{AlarmClass, Condition, Order};
use std::time::Duration;

/// How long a line is waited for.
const DIAL_WITHIN: Duration = Duration::from_secs(3);

pub(super) type Open = Session<Box<dyn Wire + Send>>;

fn dial(to: &To) -> Result<Box<dyn Wire + Send>, CliError> {
    Ok(match &to.line {
        Some(path) => Box::new(SerialWire::open(path).map_err(|error| refused(&error))?),
        None => Box::new(TcpWire::dial(&to.to, DIAL_WITHIN).map_err(|error| refused(&error))?),
    })
}

fn random(bytes: &mut [u8]) {
    if let Err(error) = getrandom::fill(bytes) {
        text::complain(&format!("the operating system gives no random bytes: {error}"));
        std::process::abort();
    }
}

/// A session with the pump that is meant.
///
/// # Errors
/// [`CliError::Pump`] in the words of the session, or of the file of keys.
pub(super) fn session(to: &To) -> Result<(Open, Keys), CliError> {
    let keys = Keys::read(&to.keys)?;
    let (serial, key) = keys.pump(to.serial.as_deref())?.clone();
    let session = Session::open(dial(to)?, &keys.identity(), &serial, &key, &mut random);
    Ok((session.map_err(|error| refused(&error))?, keys))
}

/// The order that a pump runs.
pub(super) fn committed(session: &mut Open) -> Result<Option<Order>, CliError> {
    let committed = session.committed().map_err(|error| refused(&error))?;
    Ok(committed.map(|(order, _)| order))
}

/// Pair this programmer with a pump: hold it to the pump, and type the line of the pump's card
#[derive(clap::Args)]
pub struct PairArgs {
    #[command(flatten)]
    to: To,
    /// The line of the pump's card
    #[arg(long, value_name = "LINE")]
    card: String,
    /// The name under which the pump knows this programmer
    #[arg(long, value_name = "NAME", default_value = "thecal")]
    name: String,
}

pub(super) fn pair(args: &PairArgs) -> Result<Exit, CliError> {
    let card: PumpCard = args.card.parse().map_err(|error: programmer::CardError| CliError::Option {
        option: "--card".to_owned(),
        problem: error.to_string(),
    })?;
    let mut keys = Keys::read_or_new(&args.to.keys)?;
    // The keys are kept first: a pump that knows a programmer whose keys are gone has a place less.
    keys.write(&args.to.keys)?;
    programmer::pair(dial(&args.to)?, &keys.identity(), &card, &args.name, &mut random)
        .map_err(|error| refused(&error))?;
    keys.learn(&card.serial, card.pump_key);
    keys.write(&args.to.keys)?;
    text::print(&format!("Paired with pump {}. Keys: {}\n", card.serial, args.to.keys.display()))?;
    Ok(Exit::Clean)
}

/// Read the pump
#[derive(clap::Args)]
pub struct InterrogateArgs {
    #[command(flatten)]
    to: To,
    /// Without keys, held to the pump: for an emergency
    #[arg(long)]
    emergency: bool,
}

pub(super) fn interrogate(args: &InterrogateArgs) -> Result<Exit, CliError> {
    if args.emergency {
        let status = programmer::emergency_read(dial(&args.to)?).map_err(|error| refused(&error))?;
        text::print(&said::status(&status, None))?;
        return Ok(Exit::Clean);
    }
    let (mut session, _) = session(&args.to)?;
    show(&mut session)?;
    session.close();
    Ok(Exit::Clean)
}

/// Prints what the pump says of itself.
pub(super) fn show(session: &mut Open) -> Result<(), CliError> {
    let status = session.status().map_err(|error| refused(&error))?;
    let committed = committed(session)?;
    text::print(&said::status(&status, committed.as_ref()))
}

/// Sound an alarm once, so that the patient learns it
#[derive(clap::Args)]
pub struct AlarmTestArgs {
    #[command(flatten)]
    to: To,
    /// Which alarm
    #[arg(value_parser = ["non-critical", "critical"])]
    class: String,
}

pub(super) fn alarm_test(args: &AlarmTestArgs) -> Result<Exit, CliError> {
    let (class, tone) = match args.class.as_str() {
        "critical" => (AlarmClass::Critical, "two-tone"),
        _ => (AlarmClass::NonCritical, "single tone"),
    };
    let (mut session, _) = session(&args.to)?;
    session.test_alarm(class).map_err(|error| refused(&error))?;
    session.close();
    text::print(&format!("The pump sounds the {tone} once.\n"))?;
    Ok(Exit::Clean)
}

/// Tell the pump that somebody has taken notice of its alarms
#[derive(clap::Args)]
pub struct AcknowledgeArgs {
    #[command(flatten)]
    to: To,
}

pub(super) fn acknowledge(args: &AcknowledgeArgs) -> Result<Exit, CliError> {
    let (mut session, _) = session(&args.to)?;
    let status = session.status().map_err(|error| refused(&error))?;
    let holding: Vec<Condition> = status
        .alarms
        .iter()
        .filter(|alarm| matches!(alarm.state, pump::AlarmState::Sounding { .. }))
        .map(|alarm| alarm.condition)
        .collect();
    for condition in &holding {
        session.acknowledge(*condition).map_err(|error| refused(&error))?;
    }
    show(&mut session)?;
    session.close();
    text::print(&format!(
        "{} acknowledged. What still holds sounds again later.\n",
        match holding.len() {
            1 => "1 alarm".to_owned(),
            count => format!("{count} alarms"),
        }
    ))?;
    Ok(Exit::Clean)
}

/// Read what the pump has logged
#[derive(clap::Args)]
pub struct LogArgs {
    #[command(flatten)]
    to: To,
    /// The first entry that is wanted
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    from: u32,
}

pub(super) fn log(args: &LogArgs) -> Result<Exit, CliError> {
    let (mut session, _) = session(&args.to)?;
    let (entries, totals) = session.log(args.from).map_err(|error| refused(&error))?;
    session.close();
    text::print(&said::log(&entries, &totals))?;
    Ok(Exit::Clean)
}

/// Holds delivery back over the emergency path, and shows what the pump says.
pub(super) fn emergency_hold(to: &To, kind: pump::HoldKind) -> Result<Exit, CliError> {
    let status = programmer::emergency_hold(dial(to)?, kind).map_err(|error| refused(&error))?;
    text::print(&said::status(&status, None))?;
    Ok(Exit::Clean)
}
