//! `thecal bridge`: a change of strength.

use super::calculator::{self, ARITHMETIC, Input, Numbers, Sheet, Show, given};
use super::{CliError, Exit};
use crate::eval::Core;
use quantity::Span;

const HELP: &str = "\
Tubing and catheter still hold the old drug. The bridge moves it out at the old dose, in a program that counts in the new \
strength already. Without it the patient receives another dose than the programmer shows.

Example: from 500 to 2000 micrograms per mL at the same dose
  thecal bridge --dead-volume \"0.348 mL\" --from \"500 ug/mL\" \\
    --to \"2000 ug/mL\" --dose-before \"200 ug/d\" --dose-after \"200 ug/d\"
shows
  Bridge bolus
    Dose to program       696 micrograms, counted in the new strength
    Over                  20.88 h (20 h 52 min 48 s)
    Flow, as before       0.4 mL per day
  If the bridge is left out
    24-hour total received  50 micrograms per day
    For                     3.48 d
  If the bridge is never ended
    24-hour total received  800 micrograms per day
  !! HARD: stop  BRIDGE-REQUIRED";

/// Work out the bridge bolus for a change of strength
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// Tubing and catheter together, such as "0.348 mL"
    #[arg(long, value_name = "VOLUME")]
    dead_volume: String,
    /// Old strength, such as "500 ug/mL"
    #[arg(long, value_name = "STRENGTH")]
    from: String,
    /// New strength, such as "2000 ug/mL"
    #[arg(long, value_name = "STRENGTH")]
    to: String,
    /// Dose before the change, such as "200 ug/d"
    #[arg(long, value_name = "DOSE")]
    dose_before: String,
    /// Dose after the change, such as "200 ug/d"
    #[arg(long, value_name = "DOSE")]
    dose_after: String,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let (before, after) = (given(Some(&args.dose_before)), given(Some(&args.dose_after)));
    let input = Input::default()
        .text("dead_volume", Some(args.dead_volume))
        .text("from", Some(args.from))
        .text("to", Some(args.to))
        .text("dose_before", Some(args.dose_before))
        .text("dose_after", Some(args.dose_after))
        .build();
    calculator::run(
        Core::Bridge,
        &input,
        &args.show,
        |error| calculator::option(&error),
        |numbers, _| sheet(numbers, &before, &after),
    )
}

fn sheet(numbers: &Numbers, before: &str, after: &str) -> Sheet {
    if numbers.get("bridge").is_none() {
        return Sheet::new("No bridge: the strength stays the same");
    }
    let dose =
        numbers.words("bridge/programmed_dose").map(|dose| format!("{dose}, counted in the new strength"));
    // A programmer takes hours and minutes; a duration that is no whole number of seconds stays in hours.
    let over =
        numbers.words("bridge/duration").map(|hours| match Span::parse(&hours.replace('\u{a0}', " ")) {
            Ok(span) => format!("{hours} ({span})"),
            Err(_) => hours,
        });
    let ratio = numbers.words("without_bridge/ratio").map(|ratio| format!("{ratio} times the dose before"));
    Sheet::new("Bridge bolus")
        .row("Dose to program", dose, "dead volume x new strength", ARITHMETIC)
        .row("Over", over, "dead volume/flow", ARITHMETIC)
        .row("Flow, as before", numbers.words("bridge/flow"), "dose before/old strength", ARITHMETIC)
        .given("24-hour total before", before.to_owned())
        .given("24-hour total after", after.to_owned())
        .part("If the bridge is left out")
        .row(
            "24-hour total received",
            numbers.words("without_bridge/dose"),
            "(dose after/new strength) x old strength",
            ARITHMETIC,
        )
        .row("That is", ratio, "that dose/dose before", ARITHMETIC)
        .row(
            "For",
            numbers.words("without_bridge/lasts"),
            "dead volume/(dose after/new strength)",
            ARITHMETIC,
        )
        .part("If the bridge is never ended")
        .row(
            "24-hour total received",
            numbers.words("if_not_ended/dose"),
            "bridge flow x new strength",
            ARITHMETIC,
        )
}
