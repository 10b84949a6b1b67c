//! `thecal pump`: the virtual pump, and a programmer that talks to it.

mod keys;
mod order;
mod run;
mod talk;

use super::{CliError, Exit};
use clap::Subcommand;
use std::path::PathBuf;

/// Run a virtual pump, or talk to one as a programmer does
#[derive(clap::Args)]
#[command(after_help = "\
Example, in two terminals:
  thecal pump run --model synchromed-ii-8637-40 --listen 127.0.0.1:7700 --control 127.0.0.1:7701
  thecal pump fault \"close on\"
  thecal pump pair --card \"the line that the pump printed\"
  thecal pump program --dose \"200 ug/d\" --concentration \"500 ug/mL\" --drug lioresal-500 --fill \"40 mL\"
  thecal pump interrogate

The virtual pump treats nobody. thecal drives no marketed pump. What engineers ask of it is in docs/pump.md.")]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Run(run::Args),
    Fault(run::FaultArgs),
    Pair(talk::PairArgs),
    Interrogate(talk::InterrogateArgs),
    Program(order::ProgramArgs),
    Bolus(order::BolusArgs),
    Stop(order::StopArgs),
    Resume(order::ResumeArgs),
    AlarmTest(talk::AlarmTestArgs),
    Acknowledge(talk::AcknowledgeArgs),
    Log(talk::LogArgs),
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    match args.what {
        What::Run(args) => run::run(&args),
        What::Fault(args) => run::fault(&args),
        What::Pair(args) => talk::pair(&args),
        What::Interrogate(args) => talk::interrogate(&args),
        What::Program(args) => order::program(&args),
        What::Bolus(args) => order::bolus(&args),
        What::Stop(args) => order::stop(&args),
        What::Resume(args) => order::resume(&args),
        What::AlarmTest(args) => talk::alarm_test(&args),
        What::Acknowledge(args) => talk::acknowledge(&args),
        What::Log(args) => talk::log(&args),
    }
}

/// How the pump is reached.
#[derive(clap::Args, Clone)]
struct To {
    /// Where the pump listens
    #[arg(long, value_name = "ADDRESS", default_value = run::LISTEN)]
    to: String,
    /// A serial line instead, such as the one that the pump printed
    #[arg(long, value_name = "PATH")]
    line: Option<PathBuf>,
    /// Keys of this programmer and of the pumps that it is paired with; made when it is first paired
    #[arg(long, value_name = "FILE", default_value = "thecal-programmer.keys")]
    keys: PathBuf,
    /// Serial number of the pump, if the programmer is paired with several
    #[arg(long, value_name = "NUMBER")]
    serial: Option<String>,
}

/// Something that a pump or the way to it refused.
fn refused(error: &dyn core::fmt::Display) -> CliError {
    CliError::Pump(error.to_string())
}
