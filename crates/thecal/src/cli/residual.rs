//! `thecal residual`: what was found in the reservoir.

use super::calculator::{
    self, ARITHMETIC, Input, Numbers, Sheet, Show, given_or, limit, plain, plain_number,
};
use super::{CliError, Exit};
use crate::eval::Core;
use therapy::Protocol;

const HELP: &str = "\
A difference counts by two limits: a volume, and the stated accuracy of the pump. Past both: do not refill and restart at \
the old dose before the cause is known.

Example: 3 mL where 22 mL were expected
  thecal residual --fill \"40 mL\" --expected \"22 mL\" --measured \"3 mL\"
shows
  Residual volume
    Difference                19 mL less than expected
    Dispensed by calculation  18 mL
    Really dispensed          205.5555 % of that
  !! HARD: stop  RESIDUAL-STOP
      threshold             2 mL
      accuracy x dispensed  2.61 mL";

/// Judge what was found in the reservoir at a refill
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// In the reservoir after the last fill, such as "40 mL"
    #[arg(long, value_name = "VOLUME")]
    fill: String,
    /// Left by calculation, such as "4.2 mL"
    #[arg(long, value_name = "VOLUME")]
    expected: String,
    /// Found, such as "5 mL"
    #[arg(long, value_name = "VOLUME")]
    measured: String,
    /// Stated accuracy of the pump, as a part [default: the protocol's]
    #[arg(long, value_name = "PART", value_parser = plain_number)]
    accuracy: Option<String>,
    /// Difference that counts, such as "2 mL" [default: the protocol's for this fill]
    #[arg(long, value_name = "VOLUME")]
    threshold: Option<String>,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let own = (args.accuracy.is_some(), args.threshold.is_some());
    let input = Input::default()
        .text("fill", Some(args.fill))
        .text("expected", Some(args.expected))
        .text("measured", Some(args.measured))
        .number("accuracy", args.accuracy)
        .text("threshold", args.threshold)
        .build();
    calculator::run(
        Core::Residual,
        &input,
        &args.show,
        |error| calculator::option(&error),
        |numbers, protocol| sheet(numbers, protocol, own),
    )
}

fn sheet(numbers: &Numbers, protocol: &Protocol, (own_accuracy, own_threshold): (bool, bool)) -> Sheet {
    let difference = numbers.words("difference").map(|difference| match difference.strip_prefix('-') {
        Some(less) => format!("{less} less than expected"),
        None if difference.starts_with("0\u{a0}") => difference,
        None => format!("{difference} more than expected"),
    });
    let ratio = numbers.percent("ratio").map(|ratio| format!("{ratio} of that"));
    let class = match numbers.word("class") {
        "more-left" => "more left than expected: under-delivery",
        "less-left" => "less left than expected: over-delivery, a leak or incomplete withdrawal",
        _ => "within the limits",
    };
    let level = match numbers.word("level") {
        "investigate" => "investigate: do not refill and restart at the old dose",
        "attention" => "attention: one of the two limits is passed",
        _ => "nothing to do",
    };
    let refill = &protocol.refill;
    let accuracy = given_or(own_accuracy, "accuracy", limit("refill.accuracy", &refill.accuracy, plain));
    let threshold = limit("refill.residual_threshold", &refill.residual_threshold, ToString::to_string);
    let small = limit("residual_threshold_small", &refill.residual_threshold_small, ToString::to_string);
    let up_to = refill.residual_small_fill.value;
    let threshold =
        given_or(own_threshold, "threshold", format!("{threshold}; for a fill up to {up_to} {small}"));
    Sheet::new("Residual volume")
        .row("Difference", difference, "measured - expected", ARITHMETIC)
        .row("Dispensed by calculation", numbers.words("dispensed"), "fill - expected", ARITHMETIC)
        .row("Really dispensed", ratio, "(fill - measured)/dispensed by calculation", ARITHMETIC)
        .row("Reading", Some(class.to_owned()), "sign of the difference, once a limit is passed", ARITHMETIC)
        .row(
            "Judgement",
            Some(level.to_owned()),
            "|difference| > threshold; |difference| > accuracy x dispensed: none, one or both",
            &format!("{threshold}; {accuracy}"),
        )
}
