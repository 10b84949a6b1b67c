//! `thecal forecast`: alarm, empty and refill dates.

use super::calculator::{
    self, ARITHMETIC, Input, Numbers, Sheet, Show, given_or, limit, plain, plain_number,
};
use super::{CliError, Exit, NEEDED, files};
use crate::eval::Core;
use std::path::{Path, PathBuf};
use therapy::Protocol;
use therapy::input::{InputError, Node, from_json, from_toml};

const HELP: &str = "\
The low-reservoir alarm is calculated, not measured: a pump that runs fast within its specification may be empty before \
it sounds. The refill date is the earliest of all limits.

Example: 40 mL at 400 micrograms per day
  thecal forecast --dose \"400 ug/d\" --concentration \"500 ug/mL\" \\
    --filled-at 2026-01-05T10:00:00+01:00 --fill \"40 mL\" --alarm-volume \"2 mL\"
shows
  Refill by   13 February 2026
  Because of  a pump that runs fast, less the lead time
    Low-reservoir alarm          21 February 2026 22:00 (UTC+01:00)
    Empty                        24 February 2026 10:00 (UTC+01:00)
    Empty if the pump runs fast  18 February 2026 02:02:06 (UTC+01:00)
    Reserve that covers it       5.065502 mL
    Flow                         0.8 mL per day
  i  NOTE  RESERVE-TOO-SMALL

A program file holds a program as in docs/eval.md, in TOML for example:
  mode = \"flex\"
  every-day = [
    { from = \"00:00\", dose = \"200 ug/d\" },
    { from = \"06:00\", dose = \"400 ug/d\" },
  ]";

/// Forecast alarm, empty and refill dates of a filled pump
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
#[command(group = clap::ArgGroup::new("what-runs").args(["dose", "flow", "program"]).required(true))]
pub struct Args {
    /// Constant dose, such as "400 ug/d"; or --flow, or --program
    #[arg(long, value_name = "DOSE", help_heading = NEEDED)]
    dose: Option<String>,
    /// Constant flow, such as "0.8 mL/d"
    #[arg(long, value_name = "FLOW", help_heading = NEEDED)]
    flow: Option<String>,
    /// Program in a JSON or TOML file, such as a flex program
    #[arg(long, value_name = "FILE", help_heading = NEEDED)]
    program: Option<PathBuf>,
    /// Strength in the pump, such as "500 ug/mL"
    #[arg(long, value_name = "STRENGTH")]
    concentration: String,
    /// Time of the fill with its offset from UTC, such as 2026-01-05T10:00:00+01:00
    #[arg(long, value_name = "TIME")]
    filled_at: String,
    /// In the reservoir after the fill, such as "40 mL"
    #[arg(long, value_name = "VOLUME")]
    fill: String,
    /// Volume at which the low-reservoir alarm is set, such as "2 mL"
    #[arg(long, value_name = "VOLUME")]
    alarm_volume: String,
    /// Stated accuracy of the pump, as a part [default: the protocol's]
    #[arg(long, value_name = "PART", value_parser = plain_number)]
    accuracy: Option<String>,
    /// Days for which the drug keeps [default: the protocol's]
    #[arg(long, value_name = "DAYS", value_parser = plain_number)]
    stability_days: Option<String>,
    /// Days by which the refill is planned ahead [default: the protocol's]
    #[arg(long, value_name = "DAYS", value_parser = plain_number)]
    lead_days: Option<String>,
    /// Date on which the pump's service ends, such as 2026-09-30
    #[arg(long, value_name = "DATE")]
    service_ends: Option<String>,
    /// Date of the next visit, such as 2026-02-10
    #[arg(long, value_name = "DATE")]
    next_visit: Option<String>,
    /// Offset of the pump's clock from UTC, such as +01:00 [default: that of --filled-at]
    #[arg(long, value_name = "OFFSET")]
    pump_clock: Option<String>,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let program = match &args.program {
        Some(file) => read_program(file)?,
        None => Input::default()
            .text("mode", Some("continuous".to_owned()))
            .text("flow", args.flow)
            .text("dose", args.dose)
            .build(),
    };
    let own = [args.accuracy.is_some(), args.stability_days.is_some(), args.lead_days.is_some()];
    let input = Input::default()
        .node("program", program)
        .text("concentration", Some(args.concentration))
        .text("filled_at", Some(args.filled_at))
        .text("fill", Some(args.fill))
        .text("alarm_volume", Some(args.alarm_volume))
        .number("accuracy", args.accuracy)
        .number("stability_days", args.stability_days)
        .number("lead_days", args.lead_days)
        .text("service_ends", args.service_ends)
        .text("next_visit", args.next_visit)
        .text("pump_clock", args.pump_clock)
        .build();
    let place = |error: InputError| match (error.pointer.strip_prefix("/program"), &args.program) {
        (Some(pointer), Some(file)) => in_file(file, InputError { pointer: pointer.to_owned(), ..error }),
        (Some(""), None) => {
            CliError::Option { option: "--dose or --flow".to_owned(), problem: error.problem.to_string() }
        }
        (Some(pointer), None) => calculator::option(&InputError { pointer: pointer.to_owned(), ..error }),
        (None, _) => calculator::option(&error),
    };
    calculator::run(Core::Forecast, &input, &args.show, place, |numbers, protocol| {
        sheet(numbers, protocol, own)
    })
}

/// A program from a file. No TOML begins with a brace, and every program in JSON does.
fn read_program(file: &Path) -> Result<Node, CliError> {
    let text = files::text(file)?;
    let read = if text.trim_start().starts_with('{') { from_json(&text) } else { from_toml(&text) };
    read.map_err(|error| in_file(file, error))
}

fn in_file(file: &Path, error: InputError) -> CliError {
    CliError::File { file: file.display().to_string(), error }
}

fn sheet(numbers: &Numbers, protocol: &Protocol, own: [bool; 3]) -> Sheet {
    let [own_accuracy, own_stability, own_lead] = own;
    let refill = &protocol.refill;
    let accuracy = given_or(own_accuracy, "accuracy", limit("refill.accuracy", &refill.accuracy, plain));
    let stability = limit("refill.stability_days", &refill.stability_days, plain);
    let stability = given_or(own_stability, "stability", stability);
    let lead = given_or(own_lead, "lead", limit("refill.lead_days", &refill.lead_days, plain));
    let never = || Some("not before the year 10000".to_owned());
    let limited = match numbers.word("limited_by") {
        "alarm" => Some("the low-reservoir alarm, less the lead time"),
        "early-empty" => Some("a pump that runs fast, less the lead time"),
        "stability" => Some("the time for which the drug keeps"),
        "service" => Some("the end of the pump's service, less the lead time"),
        _ => None,
    };
    Sheet::new("Refill")
        .row(
            "Refill by",
            numbers.words("refill_by").or_else(never),
            "the earliest of: alarm - lead, empty if the pump runs fast - lead, filled + stability, end of service - lead",
            &format!("{stability}; {lead}"),
        )
        .row("Because of", limited.map(str::to_owned), "which of them is the earliest", ARITHMETIC)
        .part("Reservoir, by calculation")
        .row(
            "Low-reservoir alarm",
            numbers.words("alarm_at").or_else(never),
            "first second at which fill - delivered <= alarm volume",
            ARITHMETIC,
        )
        .row("Empty", numbers.words("empty_at").or_else(never), "first second at which fill - delivered <= 0", ARITHMETIC)
        .row(
            "Empty if the pump runs fast",
            numbers.words("early_empty_at").or_else(never),
            "the same with every flow x (1 + accuracy)",
            &accuracy,
        )
        .row("Reserve that covers it", numbers.words("reserve_needed"), "fill x accuracy/(1 + accuracy)", &accuracy)
        .row("Alarm volume covers it", numbers.words("alarm_covers"), "alarm volume >= reserve", ARITHMETIC)
        .part("Program, mean over a week")
        .row("Dose, 24-hour total", numbers.words("dose_per_day"), "flow x strength", ARITHMETIC)
        .row("Flow", numbers.words("flow_per_day"), "volume of a week/7", ARITHMETIC)
}
