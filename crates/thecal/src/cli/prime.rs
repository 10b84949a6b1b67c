//! `thecal prime`: filling tubing and catheter.

use super::calculator::{self, ARITHMETIC, Input, Numbers, Sheet, Show, yes_or_no};
use super::{CliError, Exit, NEEDED};
use crate::eval::Core;
use clap::builder::PossibleValuesParser;
use therapy::calculators::prime::CatheterHolds;
use therapy::input::{Kind, Node};

const HELP: &str = "\
The catheter is filled, and the tubing too if the pump has not been primed. A catheter that holds drug is never primed: \
the prime would push it into the patient.

Example: a new catheter on a pump that was primed before implantation
  thecal prime --tubing \"0.14 mL\" --catheter-length \"80 cm\" \\
    --catheter-per-cm \"0.0026 mL/cm\" --concentration \"500 ug/mL\" \\
    --pump-primed yes --catheter-holds nothing
shows
  Priming bolus
    Volume to prime      0.208 mL
    Dose in it           104 micrograms, in one bolus
    Tubing without drug  0 mL
  No findings.";

/// Work out the bolus that fills tubing and catheter
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
#[command(group = clap::ArgGroup::new("catheter-volume").args(["catheter", "catheter_length"]).required(true))]
pub struct Args {
    /// Tubing inside the pump, such as "0.14 mL"
    #[arg(long, value_name = "VOLUME")]
    tubing: String,
    /// What the implanted catheter holds, such as "0.208 mL"; or length and volume per cm
    #[arg(long, value_name = "VOLUME", help_heading = NEEDED)]
    catheter: Option<String>,
    /// Its implanted length, such as "80 cm", with --catheter-per-cm
    #[arg(long, value_name = "LENGTH", help_heading = NEEDED, requires = "catheter_per_cm")]
    catheter_length: Option<String>,
    /// What a length of it holds, such as "0.0026 mL/cm"
    #[arg(long, value_name = "VOLUME/CM", help_heading = NEEDED, requires = "catheter_length")]
    catheter_per_cm: Option<String>,
    /// Strength in the pump, such as "500 ug/mL"
    #[arg(long, value_name = "STRENGTH")]
    concentration: String,
    /// Whether the tubing already holds drug: yes or no
    #[arg(long, value_name = "YES|NO", value_parser = yes_or_no, action = clap::ArgAction::Set)]
    pump_primed: bool,
    /// What the catheter holds now
    #[arg(long, value_name = "WHAT", value_parser = PossibleValuesParser::new(CatheterHolds::WORDS.map(|(word, _)| word)))]
    catheter_holds: String,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let catheter = match args.catheter {
        Some(volume) => Node { kind: Kind::Text(volume), line: 1 },
        None => {
            Input::default().text("length", args.catheter_length).text("per_cm", args.catheter_per_cm).build()
        }
    };
    let input = Input::default()
        .text("tubing", Some(args.tubing))
        .node("catheter", catheter)
        .text("concentration", Some(args.concentration))
        .flag("pump_primed", args.pump_primed)
        .text("catheter_holds", Some(args.catheter_holds))
        .build();
    calculator::run(
        Core::Prime,
        &input,
        &args.show,
        |error| calculator::option(&error),
        |numbers, _| sheet(numbers),
    )
}

fn sheet(numbers: &Numbers) -> Sheet {
    let dose = numbers.words("dose").map(|dose| format!("{dose}, in one bolus"));
    Sheet::new("Priming bolus")
        .row(
            "Volume to prime",
            numbers.words("volume"),
            "catheter (+ tubing if the pump is not primed); nothing if the catheter holds drug",
            ARITHMETIC,
        )
        .row("Dose in it", dose, "volume x strength", ARITHMETIC)
        .row(
            "Tubing without drug",
            numbers.words("without_drug"),
            "tubing, if the catheter holds drug and the pump is not primed",
            ARITHMETIC,
        )
}
