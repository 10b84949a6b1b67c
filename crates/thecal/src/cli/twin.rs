//! `thecal twin`: the fluid day by day, past and to come.

use super::course;
use super::{CliError, Exit, chart, text};
use crate::eval::Json;
use jiff::civil::Date;
use pump::PumpTime;
use quantity::SECONDS_PER_DAY;
use std::fmt::Write as _;
use std::path::PathBuf;
use therapy::audit::Audit;
use therapy::{Value, date_in_words, decimal};
use twin::{RBig, civil};

/// Follow reservoir and dose day by day
#[derive(clap::Args)]
#[command(after_help = "\
Example: the first days of a bridge
  thecal twin examples/strength-change-bridged.toml --until 2026-01-08

Days run from midnight to midnight on the pump's own clock. Asked is what was ordered; told is what the pump was \
programmed to give, at the strength it was told; received is what left the tip of the catheter.")]
pub struct Args {
    /// The course file, TOML or JSON; - for standard input
    file: PathBuf,
    /// The last day, such as 2026-07-01
    #[arg(long, value_name = "DATE")]
    until: String,
    /// The first day [default: the day of the first fill or admission]
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// Write comma-separated values
    #[arg(long, conflicts_with_all = ["plot", "json"])]
    csv: bool,
    /// Draw reservoir and received dose
    #[arg(long, conflicts_with = "json")]
    plot: bool,
    /// Write JSON
    #[arg(long)]
    json: bool,
}

/// One day on the pump's clock.
struct Day {
    date: Date,
    left: RBig,
    asked: RBig,
    told: RBig,
    received: RBig,
    volume: RBig,
}

/// Days that are worked out in one go; fifteen years are 5479.
const DAYS_MAX: usize = 40_000;

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let protocol = course::protocol(None)?;
    let setting = course::setting(&protocol)?;
    let file = course::load(&args.file, setting.catalogue)?;
    let audit = course::look(&file, &setting, None)?;
    let (from, until) =
        (args.from.as_deref().map(|text| date("--from", text)).transpose()?, date("--until", &args.until)?);
    let days = days(&audit, from, until)?;
    if args.csv {
        text::print(&csv(&days))?;
    } else if args.json {
        text::print(&format!("{}\n", json(&days).pretty()))?;
    } else if args.plot {
        text::print(&plot(&audit, &days))?;
    } else {
        text::print(&table(&days))?;
    }
    Ok(Exit::Clean)
}

fn date(option: &str, text: &str) -> Result<Date, CliError> {
    let problem = format!("\"{text}\" is no date; accepted: a date such as \"2026-07-01\"");
    text.parse().map_err(|_| CliError::Option { option: option.to_owned(), problem })
}

fn days(audit: &Audit<'_>, from: Option<Date>, until: Date) -> Result<Vec<Day>, CliError> {
    let course = &audit.course;
    let refuse =
        |problem: &str| CliError::Option { option: "--until".to_owned(), problem: problem.to_owned() };
    let twin = course.twin.as_ref().ok_or_else(|| refuse("has no meaning: this course has no pump yet"))?;
    let begin = course.implanted_at.or_else(|| course.programs.first().map(|program| program.since));
    let begin = begin
        .and_then(civil)
        .map(|at| at.date())
        .ok_or_else(|| refuse("has no meaning: nothing has begun"))?;
    let mut day = from.unwrap_or(begin);
    if until < day {
        return Err(refuse("must not be before the first day"));
    }
    let mut days = Vec::new();
    while day <= until && days.len() < DAYS_MAX {
        let from = midnight(day);
        let to = PumpTime(from.0 + i64::try_from(SECONDS_PER_DAY).unwrap_or(0));
        let received = twin.received(from, to);
        days.push(Day {
            date: day,
            left: twin.left_at(to),
            asked: course.asked(from, to),
            told: twin.programmed(from, to),
            received: received.drug,
            volume: received.volume,
        });
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    Ok(days)
}

fn midnight(date: Date) -> PumpTime {
    let since = date
        .to_datetime(jiff::civil::Time::midnight())
        .duration_since(jiff::civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
    PumpTime(since.as_secs())
}

fn table(days: &[Day]) -> String {
    let number = |value: &RBig, per: u32, places: u32| decimal(&(value / RBig::from(per)), places);
    let rows: Vec<Vec<String>> = days
        .iter()
        .map(|day| {
            vec![
                date_in_words(day.date),
                number(&day.left, 1_000_000, 3),
                number(&day.asked, 1_000, 2),
                number(&day.told, 1_000, 2),
                number(&day.received, 1_000, 2),
            ]
        })
        .collect();
    let head =
        ["Day", "Left at midnight, mL", "Asked, micrograms", "Told, micrograms", "Received, micrograms"];
    text::table(&head, &rows)
}

fn csv(days: &[Day]) -> String {
    let mut text = "date,left_ml,asked_ug,told_ug,received_ug,received_ml\n".to_owned();
    for day in days {
        let volume = |value: &RBig| decimal(&(value / RBig::from(1_000_000)), 6);
        let mass = |value: &RBig| decimal(&(value / RBig::from(1_000)), 3);
        let (asked, told, received) = (mass(&day.asked), mass(&day.told), mass(&day.received));
        // Writing into a String cannot fail.
        writeln!(
            text,
            "{},{},{asked},{told},{received},{}",
            day.date,
            volume(&day.left),
            volume(&day.volume)
        )
        .unwrap_or_default();
    }
    text
}

fn json(days: &[Day]) -> Json {
    let one = |day: &Day| {
        let mass = |value: &RBig| Json::of_value(&Value::Mass(value.clone()));
        Json::object([
            ("date", Json::Text(day.date.to_string())),
            ("left", Json::of_value(&Value::Volume(day.left.clone()))),
            ("asked", mass(&day.asked)),
            ("told", mass(&day.told)),
            ("received", mass(&day.received)),
        ])
    };
    Json::List(days.iter().map(one).collect())
}

/// Two curves: what is left at the end of each day, and what reached the patient on it. Days share a column where there
/// are more than columns: the reservoir shows the last of them, the dose their mean.
fn plot(audit: &Audit<'_>, days: &[Day]) -> String {
    let columns = text::width().saturating_sub(24).clamp(20, 100);
    let per = days.len().div_ceil(columns).max(1);
    let groups: Vec<&[Day]> = days.chunks(per).collect();
    let highest =
        |values: &[RBig]| values.iter().max().cloned().filter(|most| *most > RBig::ZERO).unwrap_or(RBig::ONE);
    let parts = |values: &[RBig], most: &RBig| -> Vec<u32> {
        values
            .iter()
            .map(|value| u32::try_from((value / most * RBig::from(1_000)).trunc()).unwrap_or(0))
            .collect()
    };
    let left: Vec<RBig> = groups.iter().filter_map(|days| days.last()).map(|day| day.left.clone()).collect();
    let dose: Vec<RBig> = groups
        .iter()
        .map(|days| {
            let sum = days.iter().fold(RBig::ZERO, |sum, day| sum + &day.received);
            sum / RBig::from(days.len())
        })
        .collect();
    let span = match (days.first(), days.last()) {
        (Some(first), Some(last)) => {
            format!("{} to {}, {per} day(s) a column", date_in_words(first.date), date_in_words(last.date))
        }
        _ => String::new(),
    };
    let draw =
        |title: &str, values: &[RBig], most: &RBig, word: String, zero: &str, level: Option<(u32, &str)>| {
            text::heading(&format!("{title}, {span}"))
                + &chart::bars(&parts(values, most), 8, (&word, zero), level, &[])
        };
    let most_left =
        audit.course.twin.as_ref().map_or(RBig::ONE, |twin| twin.fill_volume().clone()).max(highest(&left));
    let most_dose = highest(&dose);
    let alarm = RBig::from(audit.course.alarm_volume.nanolitres()) / &most_left * RBig::from(1_000);
    let alarm = (u32::try_from(alarm.trunc()).unwrap_or(0), "alarm");
    let reservoir = draw(
        "Left in the reservoir",
        &left,
        &most_left,
        Value::Volume(most_left.clone()).to_string(),
        "0\u{a0}mL",
        Some(alarm),
    );
    let micrograms = format!("{}\u{a0}micrograms", decimal(&(&most_dose / RBig::from(1_000)), 1));
    reservoir + "\n" + &draw("Received per day", &dose, &most_dose, micrograms, "0", None)
}
