//! A virtual pump that programmers reach, and what goes wrong with it on request.

use super::refused;
use crate::cli::catalogue::pump_of;
use crate::cli::{CliError, Exit, text};
use implant::{Made, Secrets};
use programmer::PumpCard;
use pump::PumpTime;
use quantity::Volume;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Instant;
use virtual_pump::profile::{Options, from_catalogue};
use virtual_pump::server::{Server, ServerOptions};

/// Where a pump listens if nobody says otherwise.
pub(super) const LISTEN: &str = "127.0.0.1:7700";
/// Where it takes faults if nobody says otherwise.
const CONTROL: &str = "127.0.0.1:7701";

/// Run a virtual pump until Ctrl-C
#[derive(clap::Args)]
#[command(after_help = "\
The pump prints its card: whoever has the card and holds a programmer to the pump (the fault \"close on\", for 10 seconds at least) can \
pair. Numbers come from the catalogue where a source says them; the others are the virtual pump's own, and the list at the start says \
which. It treats nobody.")]
pub struct Args {
    /// The model, as the catalogue calls it; thecal catalogue pumps lists them
    #[arg(long, value_name = "ID")]
    model: String,
    /// Where programmers reach it
    #[arg(long, value_name = "ADDRESS", default_value = LISTEN)]
    listen: String,
    /// Where it takes faults, a line each
    #[arg(long, value_name = "ADDRESS", default_value = CONTROL)]
    control: String,
    /// Offer a serial line too; its path is printed
    #[arg(long)]
    serial_line: bool,
    /// Serial number
    #[arg(long, value_name = "NUMBER", default_value = "VIRTUAL-0001")]
    serial: String,
    /// Seconds of the pump in each second
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    speed: u32,
    /// Keep its memory here, so that it goes on when it is started again
    #[arg(long, value_name = "FILE")]
    memory: Option<PathBuf>,
    /// Fluid in one stroke, such as "0.001 mL", instead of the catalogue's
    #[arg(long, value_name = "VOLUME")]
    stroke: Option<String>,
    /// Seconds of its clock east of UTC; it knows no daylight saving
    #[arg(long, value_name = "SECONDS", default_value_t = 0, allow_negative_numbers = true)]
    clock: i32,
}

fn made(args: &Args) -> Result<(Made, Vec<Vec<String>>), CliError> {
    let model = pump_of(&args.model)?;
    let stroke = match &args.stroke {
        Some(stroke) => {
            let volume = Volume::parse(stroke).map_err(|error| CliError::Option {
                option: "--stroke".to_owned(),
                problem: format!("\"{stroke}\": {error}"),
            })?;
            Some(volume.nanolitres())
        }
        None => None,
    };
    let options =
        Options { serial: args.serial.clone(), stroke_nanolitres: stroke, clock_offset_seconds: args.clock };
    let profile = from_catalogue(model, &options).map_err(|error| refused(&error))?;
    let rows = profile
        .notes
        .iter()
        .map(|note| vec![note.field.to_owned(), note.value.clone(), note.origin.to_string()]);
    let mut secrets = Secrets { link: [0; 32], card: [0; 32] };
    for secret in [&mut secrets.link, &mut secrets.card] {
        getrandom::fill(secret).map_err(|error| refused(&error))?;
    }
    Ok((Made { provision: profile.provision, secrets }, rows.collect()))
}

/// The card of a pump: of a new one from what it is made with, of one that goes on from the file beside its memory.
fn card(args: &Args, made: &Made) -> Result<String, CliError> {
    let secrets = &made.secrets;
    let fresh =
        PumpCard { serial: args.serial.clone(), pump_key: secrets.public(), pairing_secret: secrets.card };
    let Some(memory) = &args.memory else { return Ok(fresh.to_string()) };
    let mut beside = memory.as_os_str().to_owned();
    beside.push(".card");
    let beside = Path::new(&beside);
    let at = |error: std::io::Error| CliError::Unreadable {
        file: beside.display().to_string(),
        cause: error.to_string(),
    };
    if memory.exists() {
        return Ok(std::fs::read_to_string(beside).map_err(at)?.trim_end().to_owned());
    }
    std::fs::write(beside, format!("{fresh}\n")).map_err(at)?;
    Ok(fresh.to_string())
}

pub(super) fn run(args: &Args) -> Result<Exit, CliError> {
    let (made, rows) = made(args)?;
    let card = card(args, &made)?;
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).map_err(|error| refused(&error))?;
    let now = jiff::Timestamp::now().as_second().saturating_add(i64::from(args.clock));
    let options = ServerOptions {
        made,
        now: PumpTime(now),
        seed: u64::from_le_bytes(seed),
        speed: args.speed,
        listen: args.listen.clone(),
        control: Some(args.control.clone()),
        serial: args.serial_line,
        memory: args.memory.clone(),
    };
    let begun = Instant::now();
    let server =
        Server::start(options, Box::new(move || begun.elapsed())).map_err(|error| refused(&error))?;
    let mut shown = text::table(&["what", "value", "from"], &rows);
    shown.push('\n');
    let mut said = vec![
        (
            "pump".to_owned(),
            format!("{}, serial number {}: virtual, it treats nobody", args.model, args.serial),
        ),
        ("reached at".to_owned(), server.link().to_string()),
    ];
    said.extend(server.serial().map(|path| ("serial line".to_owned(), path.display().to_string())));
    said.extend(server.control().map(|at| ("faults at".to_owned(), format!("{at} (thecal pump fault)"))));
    said.push(("speed".to_owned(), format!("{} s of the pump in each second", args.speed)));
    shown.push_str(&text::lines(&said));
    // Unbroken, to be copied.
    shown.push_str(&format!("\n  card, one line:\n{card}\n\n"));
    text::print(&shown)?;
    text::tell("Ctrl-C stops it");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let waited = runtime.and_then(|runtime| runtime.block_on(tokio::signal::ctrl_c()));
    let stopped = server.stop();
    waited.and(stopped).map_err(|error| refused(&error))?;
    Ok(Exit::Clean)
}

/// Let something go wrong with a virtual pump, or ask what is really so
#[derive(clap::Args)]
#[command(after_help = "\
Faults: stall, recover, field on|off, slip PERCENT, fast PERCENT, battery good|eri|spent|brown-out, reset, cut WRITE BYTE, \
corrupt CELL a|b|both, close on|off, press, valve reset, clock +S|-S, lose radio BYTES. \
Questions: status (what is really so), sounds (what was heard). fill NANOLITRES fills the reservoir.")]
pub struct FaultArgs {
    /// What goes wrong, such as "stall"; "help" lists everything
    what: String,
    /// Where the pump takes faults
    #[arg(long, value_name = "ADDRESS", default_value = CONTROL)]
    control: String,
}

pub(super) fn fault(args: &FaultArgs) -> Result<Exit, CliError> {
    let at = |error: std::io::Error| refused(&format!("no pump takes faults at {}: {error}", args.control));
    let mut stream = TcpStream::connect(&args.control).map_err(at)?;
    writeln!(stream, "{}", args.what.replace('\n', " ")).map_err(at)?;
    let mut answer = String::new();
    BufReader::new(&stream).read_line(&mut answer).map_err(at)?;
    match answer.trim_end().split_once(' ') {
        Some(("err", why)) => Err(refused(&why)),
        Some((_, said)) => text::print(&format!("{said}\n")).map(|()| Exit::Clean),
        None => text::print("done\n").map(|()| Exit::Clean),
    }
}
