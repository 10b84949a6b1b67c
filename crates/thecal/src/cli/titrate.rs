//! `thecal titrate`: a change of dose.

use super::calculator::{self, ARITHMETIC, Input, Numbers, Sheet, Show, given, limit, plain, plain_number};
use super::{CliError, Exit};
use crate::eval::Core;
use clap::builder::PossibleValuesParser;
use therapy::calculators::titrate::Phase;
use therapy::{Population, Protocol};

const HELP: &str = "\
Going back to a dose that was tolerated (--last-tolerated) is never stopped by its size or its haste.

Example: a rise by half in an adult with a spinal cause
  thecal titrate --population spinal --phase titration \\
    --dose \"100 ug/d\" --proposed \"150 ug/d\" --hours-since-change 24
shows
  24-hour total now       100 micrograms per day
  24-hour total proposed  150 micrograms per day
  Change                  +50 %
  Usual band
    24-hour total from  80 micrograms per day
    24-hour total to    130 micrograms per day
  !  SOFT: give a reason  STEP-HIGH";

/// Judge a change of dose against the band for patient and phase
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// Whose bands apply
    #[arg(long, value_name = "WHO", value_parser = PossibleValuesParser::new(Population::WORDS.map(|(word, _)| word)))]
    population: String,
    /// Where the therapy stands
    #[arg(long, value_name = "PHASE", value_parser = PossibleValuesParser::new(Phase::WORDS.map(|(word, _)| word)))]
    phase: String,
    /// Dose now, such as "100 ug/d"
    #[arg(long, value_name = "DOSE")]
    dose: String,
    /// Dose proposed, such as "130 ug/d"
    #[arg(long, value_name = "DOSE")]
    proposed: String,
    /// Hours since the last change, such as 24
    #[arg(long, value_name = "HOURS", value_parser = plain_number)]
    hours_since_change: String,
    /// The dose before a change that is being undone, such as "100 ug/d"
    #[arg(long, value_name = "DOSE")]
    last_tolerated: Option<String>,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let doses = [given(Some(&args.dose)), given(Some(&args.proposed))];
    let (population, phase) = (args.population.clone(), args.phase.clone());
    let input = Input::default()
        .text("population", Some(args.population))
        .text("phase", Some(args.phase))
        .text("dose", Some(args.dose))
        .text("proposed", Some(args.proposed))
        .number("hours_since_change", Some(args.hours_since_change))
        .text("last_tolerated", args.last_tolerated)
        .build();
    calculator::run(
        Core::Titrate,
        &input,
        &args.show,
        |error| calculator::option(&error),
        |numbers, protocol| sheet(numbers, protocol, doses.clone(), &population, &phase),
    )
}

fn sheet(numbers: &Numbers, protocol: &Protocol, doses: [String; 2], population: &str, phase: &str) -> Sheet {
    let [now, proposed] = doses;
    let change = numbers.percent("change").map(|change| {
        let rise = !change.starts_with('-') && !change.starts_with("0\u{a0}");
        if rise { format!("+{change}") } else { change }
    });
    let high = protocol
        .bands
        .iter()
        .find(|(known, _)| known.word() == population)
        .map(|(_, band)| match phase {
            "titration" => {
                limit(&format!("titration.{population}.titration_rise_max"), &band.titration_rise_max, plain)
            }
            "maintenance" => limit(
                &format!("titration.{population}.maintenance_rise_max"),
                &band.maintenance_rise_max,
                plain,
            ),
            _ => "no rise in the first 24 hours".to_owned(),
        })
        .unwrap_or_default();
    let low = limit("titration.fall_max", &protocol.titration.fall_max, plain);
    Sheet::new(&format!("Change of dose ({population}, {phase})"))
        .given("24-hour total now", now)
        .given("24-hour total proposed", proposed)
        .row("Change", change, "proposed/dose - 1", ARITHMETIC)
        .part("Usual band")
        .row("24-hour total from", numbers.words("low"), "dose x (1 - largest fall)", &low)
        .row("24-hour total to", numbers.words("high"), "dose x (1 + largest rise)", &high)
}
