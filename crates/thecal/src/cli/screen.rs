//! `thecal screen`: the screening test.

use super::calculator::{self, Input, Numbers, Sheet, Show, limit, plain, plain_number};
use super::{CliError, Exit};
use crate::eval::Core;
use clap::builder::PossibleValuesParser;
use quantity::Mass;
use therapy::input::{InputError, Kind, Node};
use therapy::{Population, Protocol};

const HELP: &str = "\
One --test for each test dose so far, in the order of time, its parts separated by commas: time with offset from UTC, \
dose, then \"responded\" or \"no\"; if known also \"effect 6 h\" (how long the effect lasted) and \"adverse\". Without any the \
first dose is asked for.

Example: six hours after a first dose without response
  thecal screen --population spinal \\
    --test \"2026-05-04T09:00:00+02:00, 50 ug, no\" \\
    --now 2026-05-04T15:00:00+02:00
shows
  Screening test
    Verdict         wait: the next test dose may not be given yet
    Next test dose  75 micrograms, in one bolus
    Not before      5 May 2026 09:00 (UTC+02:00)
  No findings.";

/// The one form of a test.
const GRAMMAR: &str = "a test is written as TIME, DOSE, responded or no, and if known: effect HOURS h, adverse; \
such as \"2026-05-04T09:00:00+02:00, 50 ug, responded, effect 6 h\"";

/// Say what may follow in a series of screening tests
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// Whose ladder applies
    #[arg(long, value_name = "WHO", value_parser = PossibleValuesParser::new(Population::WORDS.map(|(word, _)| word)))]
    population: String,
    /// A small child, who starts lower (paediatric only)
    #[arg(long)]
    small_child: bool,
    /// A test so far: "TIME, DOSE, responded|no[, effect HOURS h][, adverse]"; once for each
    #[arg(long = "test", value_name = "TEST")]
    tests: Vec<String>,
    /// The time of asking with its offset from UTC, such as 2026-05-05T09:00:00+02:00
    #[arg(long, value_name = "TIME")]
    now: String,
    /// Offset of the clock that is shown, such as +02:00 [default: that of the first test]
    #[arg(long, value_name = "OFFSET")]
    pump_clock: Option<String>,
    #[command(flatten)]
    show: Show,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let read = args.tests.iter().enumerate().map(|(index, test)| read_test(index, test));
    let tests = read.collect::<Result<Vec<Node>, CliError>>()?;
    let mut input = Input::default().text("population", Some(args.population));
    if args.small_child {
        input = input.flag("small_child", true);
    }
    let input = input
        .node("tests", Node { kind: Kind::List(tests), line: 1 })
        .text("now", Some(args.now))
        .text("pump_clock", args.pump_clock)
        .build();
    calculator::run(Core::Screen, &input, &args.show, |error| place(&error), sheet)
}

/// The name of a test in a message, counted from 1.
fn nth(index: usize) -> String {
    format!("--test ({})", index + 1)
}

/// A test, its words turned into keys; amounts and times are left to the calculator.
fn read_test(index: usize, test: &str) -> Result<Node, CliError> {
    let refuse =
        |problem: String| CliError::Option { option: nth(index), problem: format!("{problem}; {GRAMMAR}") };
    let mut parts = test.split(',').map(str::trim);
    let (Some(at), Some(dose)) = (parts.next(), parts.next()) else {
        return Err(refuse(format!("is \"{test}\"")));
    };
    let (mut responded, mut effect, mut adverse) = (None, None, None);
    for part in parts {
        let twice = match part {
            "responded" => responded.replace(true).is_some(),
            "no" => responded.replace(false).is_some(),
            "adverse" => adverse.replace(true).is_some(),
            _ => {
                let hours = part.strip_prefix("effect ").and_then(|rest| rest.strip_suffix(" h"));
                let Some(hours) = hours.and_then(|hours| plain_number(hours.trim()).ok()) else {
                    return Err(refuse(format!("says \"{part}\", which is not known")));
                };
                effect.replace(hours).is_some()
            }
        };
        if twice {
            return Err(refuse(format!("says \"{part}\" after that was said already")));
        }
    }
    let Some(responded) = responded else {
        return Err(refuse("does not say whether the patient responded".to_owned()));
    };
    let test = Input::default()
        .text("at", Some(at.to_owned()))
        .text("dose", Some(dose.to_owned()))
        .flag("responded", responded)
        .number("effect_hours", effect);
    Ok(if adverse.is_some() { test.flag("adverse", true) } else { test }.build())
}

/// `/tests/0/dose` is the dose of the first `--test`.
fn place(error: &InputError) -> CliError {
    let Some((index, key)) = error.pointer.strip_prefix("/tests/").and_then(|rest| rest.split_once('/'))
    else {
        return calculator::option(error);
    };
    let part = match key {
        "at" => "time",
        "effect_hours" => "effect",
        other => other,
    };
    let option = index.parse().map_or_else(|_| "--test".to_owned(), nth);
    CliError::Option { option: format!("{option}, {part}"), problem: error.problem.to_string() }
}

fn sheet(numbers: &Numbers, protocol: &Protocol) -> Sheet {
    let verdict = numbers.word("verdict");
    let meaning = match verdict {
        "give" => "give: the next test dose may be given now",
        "wait" => "wait: the next test dose may not be given yet",
        "eligible" => "eligible: a test was effective",
        "not-a-candidate" => "not a candidate: no response to the largest test dose",
        _ => "stop: a test was followed by an adverse response",
    };
    let (screening, starting) = (&protocol.screening, &protocol.starting);
    let (most, long) = (starting.dose_max.value, screening.effect_long.value);
    let start_dose = numbers.words("start_dose").or_else(|| {
        let why =
            format!("cannot be worked out: needs how long the effect lasted, and a test of at most {most}");
        (verdict == "eligible").then_some(why)
    });
    let start_formula = format!(
        "{} x the effective test dose per day, {} x if its effect lasted more than {long}",
        plain(&starting.factor.value),
        plain(&starting.factor_long.value)
    );
    let ladder = |doses: &Vec<Mass>| doses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Sheet::new("Screening test")
        .row(
            "Verdict",
            Some(meaning.to_owned()),
            "the first test that was adverse, effective or of the largest dose decides",
            &limit("screening.max", &screening.max, ToString::to_string),
        )
        .row(
            "Next test dose",
            numbers.words("next_dose").map(|dose| format!("{dose}, in one bolus")),
            "the first of the ladder above all doses given",
            &limit("screening.ladder", &screening.ladder, ladder),
        )
        .row(
            "Not before",
            numbers.words("not_before"),
            "the last test + the least time between tests",
            &limit("screening.between", &screening.between, ToString::to_string),
        )
        .row(
            "Starting dose, 24-hour total",
            start_dose,
            &start_formula,
            &limit("starting.factor", &starting.factor, plain),
        )
}
