//! The command line: one module a command, each `fn run(Args) -> Result<Exit, CliError>`.
//!
//! A command reads its options, builds the same input as a file would hold, calls the library and shows the answer. Exit
//! statuses are listed at [`Exit`], errors at [`CliError`], everything that is shown goes through [`text`].

mod bridge;
mod calculator;
mod catalogue;
mod chart;
mod check;
mod course;
mod error;
mod eval;
mod files;
mod forecast;
mod outcomes;
mod plan;
mod prime;
mod pump;
mod residual;
mod screen;
pub mod serve;
mod stats;
mod store;
pub mod text;
mod titrate;
mod twin;

pub use error::CliError;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::process::ExitCode;
use therapy::{Finding, Level, highest};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; no finding above a note.
    Clean,
    /// 1: a case failed, or the output could not be written.
    Failed,
    /// 2: the input cannot be read or judged.
    Unreadable,
    /// 10: something asks for a reason.
    Soft,
    /// 20: something is refused.
    Hard,
}

impl Exit {
    /// What findings come to.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        match highest(findings) {
            Some(Level::Hard) => Self::Hard,
            Some(Level::Soft) => Self::Soft,
            Some(Level::Note) | None => Self::Clean,
        }
    }

    /// The status of the process.
    #[must_use]
    pub const fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Failed => 1,
            Self::Unreadable => 2,
            Self::Soft => 10,
            Self::Hard => 20,
        }
    }
}

/// The heading over the options that a command cannot do without.
const NEEDED: &str = "Needed";

const STATUSES: &str = "Exit status: 0 nothing above a note, 10 a finding asks for a reason, 20 a hard stop, \
2 the input cannot be read.";

/// Shown below the list of commands.
const HINT: &str = "Without a command, the clinic opens in the browser, and a demonstration with invented patients beside it: \
the addresses are printed. A first look at the command line: thecal plan examples/strength-change-bridged.toml. Each \
command explains itself with --help.";

const DEVICE: &str = "thecal is not a certified medical device. It drives no marketed pump; it is a second check beside \
the programmer, and whoever treats decides.";

/// The open system for intrathecal baclofen pump therapy.
#[derive(Parser)]
#[command(name = "thecal", version, after_help = format!("{HINT}\n\n{DEVICE}"), disable_help_subcommand = true, max_term_width = 120)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Args),
    Demo(serve::DemoArgs),
    Verify(store::VerifyArgs),
    Rebuild(store::RebuildArgs),
    Archive(store::ArchiveArgs),
    Synth(store::SynthArgs),
    /// Show what is in the pump, what the patient receives, what comes when, and what is wrong with the last order
    Plan(course::Args),
    /// List everything in a course that somebody still has to deal with
    Check(course::Args),
    /// Follow reservoir and dose day by day
    Twin(twin::Args),
    Bridge(bridge::Args),
    Prime(prime::Args),
    Forecast(forecast::Args),
    Residual(residual::Args),
    Titrate(titrate::Args),
    Screen(screen::Args),
    Catalogue(catalogue::Args),
    Pump(pump::Args),
    Eval(eval::Args),
    Outcomes(outcomes::Args),
    Stats(stats::Args),
}

/// Runs the command line; every way out ends here.
#[must_use]
pub fn main() -> ExitCode {
    let command = prepared();
    let exit = match command.clone().try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => run(cli).unwrap_or_else(|error| {
            text::complain(&error.to_string());
            error.exit()
        }),
        Err(error) => misread(&command, &error),
    };
    ExitCode::from(exit.status())
}

fn run(cli: Cli) -> Result<Exit, CliError> {
    match cli.command {
        None => serve::both(),
        Some(Command::Serve(args)) => serve::run(args),
        Some(Command::Demo(args)) => serve::demo(args),
        Some(Command::Verify(args)) => store::verify(args),
        Some(Command::Rebuild(args)) => store::rebuild(args),
        Some(Command::Archive(args)) => store::archive(args),
        Some(Command::Synth(args)) => store::synth(args),
        Some(Command::Plan(args)) => plan::run(args),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Twin(args)) => twin::run(args),
        Some(Command::Bridge(args)) => bridge::run(args),
        Some(Command::Prime(args)) => prime::run(args),
        Some(Command::Forecast(args)) => forecast::run(args),
        Some(Command::Residual(args)) => residual::run(args),
        Some(Command::Titrate(args)) => titrate::run(args),
        Some(Command::Screen(args)) => screen::run(args),
        Some(Command::Catalogue(args)) => catalogue::run(args),
        Some(Command::Pump(args)) => pump::run(args),
        Some(Command::Eval(args)) => eval::run(args),
        Some(Command::Outcomes(args)) => outcomes::run(args),
        Some(Command::Stats(args)) => stats::run(args),
    }
}

/// The options, with what every command shares.
fn prepared() -> clap::Command {
    Cli::command().term_width(text::width()).mut_subcommands(|command| {
        let command = command.mut_args(|option| {
            // "-1 mL" is an amount that is refused by name, not an unknown option.
            let takes_text = option.get_long().is_some() && option.get_action().takes_values();
            if takes_text { option.allow_hyphen_values(true) } else { option }
        });
        let needed = |option: &clap::Arg| option.get_long().is_some() && option.is_required_set();
        if command.get_arguments().any(needed) { with_needed_first(command) } else { command }
    })
}

/// A calculator needs so many options that a usage line with all of them would fill the screen twice: they get a heading
/// of their own instead, above what may be left out.
fn with_needed_first(command: clap::Command) -> clap::Command {
    let usage = format!("thecal {} NEEDED... [OPTIONS]", command.get_name());
    let more = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let help =
        clap::Arg::new("help").short('h').long("help").action(clap::ArgAction::Help).help("Show this help");
    command
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|option| {
            let needed = option.is_required_set() || option.get_help_heading() == Some(NEEDED);
            option.help_heading(if needed { NEEDED } else { "Options" })
        })
        .override_usage(usage)
        .after_help(format!("{more}\n\n{STATUSES}"))
}

/// Options that cannot be read, or a request for help.
fn misread(command: &clap::Command, error: &clap::Error) -> Exit {
    let missing =
        (error.kind() == ErrorKind::MissingRequiredArgument).then(|| missing(command, error)).flatten();
    match missing {
        Some(message) => text::complain(&message),
        // Help for a pipe that has been closed has nobody to tell.
        None => error.print().unwrap_or_default(),
    }
    if error.exit_code() == 0 { Exit::Clean } else { Exit::Unreadable }
}

/// Every option that is missing, each with what it is and what would be accepted.
fn missing(command: &clap::Command, error: &clap::Error) -> Option<String> {
    let Some(ContextValue::Strings(options)) = error.get(ContextKind::InvalidArg) else { return None };
    let command = command.find_subcommand(std::env::args().nth(1)?)?;
    let mut rows: Vec<(String, String)> = Vec::new();
    for option in options {
        // A single option, or "<--dose <DOSE>|--flow <FLOW>>" for one of several.
        let shown = option.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(option);
        for (index, option) in shown.split("|--").enumerate() {
            let name = option.split(' ').next().unwrap_or_default().trim_start_matches("--");
            let known = command.get_arguments().find(|known| known.get_long() == Some(name));
            let help = known.and_then(clap::Arg::get_help).map(ToString::to_string).unwrap_or_default();
            rows.push((if index == 0 { option.to_owned() } else { format!("or --{option}") }, help));
        }
    }
    let name = command.get_name();
    Some(format!("thecal {name} needs more\n{}see: thecal {name} --help", text::lines(&rows)))
}
