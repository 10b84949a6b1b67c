//! `thecal outcomes`: the report of a cohort, from a database or from a file of rows.

use super::store::{Where, block, open};
use super::{CliError, Exit, files, text};
use ::outcomes::cohort::{Choice, Part, Person, Plan, Report, Table, Windows, read, report, write};
use clap::ValueEnum;
use jiff::civil::Date;
use practice::access::{Actor, Right, Rights, Role};
use practice::sight::Sight;
use record::{Id, Port};
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

const HELP: &str = "\
Reads the patients of a database, or rows of a CSV file (person,what,date,name,value,site,note; docs/outcomes.md), and \
writes one report without names: the cohort, before and after, over the years, doses, safety, survival, methods. Choices \
leave out whoever lacks what is asked for.

Example: the demonstration's patients, and a file of rows
  thecal outcomes --database demo.db
  thecal outcomes --csv rows.csv --aetiology multiple-sclerosis --html > report.html";

/// Tables and figures of a cohort: does it work, is it safe, how long does it last
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub struct Args {
    #[command(flatten)]
    place: Where,
    /// Rows of people as CSV instead of a database; - for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["database", "data"])]
    csv: Option<PathBuf>,
    /// Write every number as JSON
    #[arg(long, group = "form")]
    json: bool,
    /// Write one file of HTML with the figures in it
    #[arg(long, group = "form")]
    html: bool,
    /// Write the printable report as PDF
    #[arg(long, group = "form")]
    pdf: bool,
    /// With the published series, which take thirty pages of the PDF
    #[arg(long, requires = "pdf")]
    published: bool,
    /// Write the rows of everybody as CSV, for --csv: one fact a line, without names, with birth dates
    #[arg(long, group = "form", conflicts_with_all = ["until", "aetiology", "house", "pump", "catheter", "age_from", "age_to", "implanted_from", "implanted_to", "by"])]
    rows: bool,
    /// Write one table as CSV, by its id (such as before-after; an unknown one lists them)
    #[arg(long, value_name = "ID", group = "form")]
    table: Option<String>,
    /// Data up to this day; later ones are not looked at [default: today; of --csv, the last day in the file]
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
    /// Cause of the spasticity; may be given several times
    #[arg(long, value_name = "WORD")]
    aetiology: Vec<String>,
    /// House; may be given several times
    #[arg(long, value_name = "NAME")]
    house: Vec<String>,
    /// Model of a pump; may be given several times
    #[arg(long, value_name = "ID")]
    pump: Vec<String>,
    /// Model of a catheter; may be given several times
    #[arg(long, value_name = "ID")]
    catheter: Vec<String>,
    /// Youngest at the first implant, in years
    #[arg(long, value_name = "YEARS")]
    age_from: Option<i16>,
    /// Oldest at the first implant, in years
    #[arg(long, value_name = "YEARS")]
    age_to: Option<i16>,
    /// First implant on this day or later
    #[arg(long, value_name = "DATE")]
    implanted_from: Option<Date>,
    /// First implant on this day or earlier
    #[arg(long, value_name = "DATE")]
    implanted_to: Option<Date>,
    /// What tells survival curves apart
    #[arg(long, value_name = "WHAT")]
    by: Option<By>,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    /// Cause of the spasticity
    Aetiology,
    /// House
    House,
    /// Model of the device
    Model,
}

/// Who was read, from where.
struct Source {
    people: Vec<Person>,
    clinic: String,
    unreadable: usize,
    /// The day of now: nothing is known of later ones.
    now: Date,
    /// Up to which day data count, unless another one is asked for.
    today: Date,
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let source = match &args.csv {
        Some(file) => from_rows(file)?,
        None => from_database(&args.place)?,
    };
    if source.unreadable > 0 {
        text::tell(&format!("{} records cannot be read and are missing", source.unreadable));
    }
    if args.rows {
        text::print(&write(&source.people))?;
        return Ok(Exit::Clean);
    }
    known(&args, &source.people)?;
    possible(&args, &source)?;
    let plan = plan(&args, &source);
    let made = report(&source.people, &plan);
    show(&args, &made, &plan, &source.clinic)
}

/// Bounds between which nobody can lie are mistakes.
fn possible(args: &Args, source: &Source) -> Result<(), CliError> {
    let refused = |option: &str, problem: &str| {
        Err(CliError::Option { option: option.to_owned(), problem: problem.to_owned() })
    };
    for (option, age) in [("--age-from", args.age_from), ("--age-to", args.age_to)] {
        if age.is_some_and(|age| !(0..=120).contains(&age)) {
            return refused(option, "accepted: whole years from 0 to 120");
        }
    }
    if matches!((args.age_from, args.age_to), (Some(from), Some(to)) if from > to) {
        return refused("--age-to", "is below --age-from: nobody is both");
    }
    if matches!((args.implanted_from, args.implanted_to), (Some(from), Some(to)) if from > to) {
        return refused("--implanted-to", "lies before --implanted-from: nobody was implanted then");
    }
    if args.until.is_some_and(|until| until > source.now) {
        return refused("--until", "is still to come; accepted: today or before");
    }
    Ok(())
}

/// A word that nobody has is a mistake, not a cohort of nobody.
fn known(args: &Args, people: &[Person]) -> Result<(), CliError> {
    let models = |part: Part| {
        let all = people.iter().flat_map(|person| &person.devices).filter(move |device| device.part == part);
        all.map(|device| device.model.clone()).collect::<BTreeSet<_>>()
    };
    let of = |word: fn(&Person) -> &String| people.iter().map(word).cloned().collect::<BTreeSet<_>>();
    let lists = [
        ("--aetiology", &args.aetiology, of(|person| &person.aetiology)),
        ("--house", &args.house, of(|person| &person.house)),
        ("--pump", &args.pump, models(Part::Pump)),
        ("--catheter", &args.catheter, models(Part::Catheter)),
    ];
    for (option, wanted, known) in lists {
        if let Some(word) = wanted.iter().find(|word| !known.contains(*word)) {
            let known: Vec<&str> = known.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
            let problem = format!("{word}: nobody in the data has it; accepted: {}", known.join(", "));
            return Err(CliError::Option { option: option.to_owned(), problem });
        }
    }
    Ok(())
}

fn plan(args: &Args, source: &Source) -> Plan {
    use ::outcomes::cohort::GroupBy;
    Plan {
        choice: Choice {
            aetiologies: args.aetiology.clone(),
            houses: args.house.clone(),
            pumps: args.pump.clone(),
            catheters: args.catheter.clone(),
            age_from: args.age_from,
            age_to: args.age_to,
            implanted_from: args.implanted_from,
            implanted_to: args.implanted_to,
        },
        cut: args.until.unwrap_or(source.today),
        windows: Windows::default(),
        group_by: args.by.map(|by| match by {
            By::Aetiology => GroupBy::Aetiology,
            By::House => GroupBy::House,
            By::Model => GroupBy::Model,
        }),
    }
}

fn show(args: &Args, made: &Report, plan: &Plan, clinic: &str) -> Result<Exit, CliError> {
    let failed = |error: &dyn std::fmt::Display| CliError::Serve(error.to_string());
    if args.json {
        let json = serde_json::to_string_pretty(made).map_err(|error| failed(&error))?;
        text::print(&format!("{json}\n"))?;
    } else if args.html {
        text::print(&clinic::outcomes::html(made, plan, clinic).map_err(|error| failed(&error))?)?;
    } else if args.pdf {
        let paper = clinic::outcomes::paper(made, plan, clinic, args.published);
        let warmed = documents::Warmed::shared().map_err(|error| failed(&error))?;
        let pdf = warmed.report(&paper).map_err(|error| failed(&error))?;
        let mut out = std::io::stdout().lock();
        if out.is_terminal() {
            let problem = "writes no text: send it into a file, such as --pdf > report.pdf".to_owned();
            return Err(CliError::Option { option: "--pdf".to_owned(), problem });
        }
        out.write_all(&pdf).and_then(|()| out.flush()).map_err(CliError::Unwritable)?;
    } else if let Some(id) = &args.table {
        let all: Vec<Table> = made.tables().into_iter().chain(::outcomes::published::tables()).collect();
        let Some(table) = all.iter().find(|table| table.id == *id) else {
            let known: Vec<&str> = all.iter().map(|table| table.id.as_str()).collect();
            let problem = format!("{id} is no table of this report; accepted: {}", known.join(", "));
            return Err(CliError::Option { option: "--table".to_owned(), problem });
        };
        text::print(&table.csv())?;
    } else {
        text::print(&in_words(made, plan))?;
    }
    Ok(Exit::Clean)
}

/// The tables as text.
fn in_words(made: &Report, plan: &Plan) -> String {
    let mut shown = String::new();
    for line in [clinic::outcomes::invented(made)].into_iter().chain(clinic::outcomes::warnings(made)) {
        if !line.is_empty() {
            shown.push_str(&format!("{line}\n"));
        }
    }
    let facts = clinic::outcomes::chosen(plan).into_iter().map(|[name, value]| (name, value));
    shown.push_str(&text::lines(&facts.collect::<Vec<_>>()));
    for table in made.tables() {
        shown.push_str(&format!("\n{}\n", text::heading(&table.title)));
        for row in &table.rows {
            let title = row.first().map(::outcomes::cohort::Cell::shown).unwrap_or_default();
            let cells = table.head.iter().zip(row).skip(1).map(|(head, cell)| match table.head.len() {
                2 => cell.shown(),
                _ => format!("{head}: {}", cell.shown()),
            });
            let cells: Vec<String> = cells.collect();
            shown.push_str(&text::lines(&[(title, cells.join("; "))]));
        }
        for note in &table.notes {
            shown.push_str(&text::paragraph(note, 2));
        }
    }
    shown.push_str(&format!("\n{}\n", text::heading("How it was done")));
    for line in &made.methods {
        shown.push_str(&text::paragraph(line, 2));
    }
    shown.push_str(&format!("\n{}\n{}\n", clinic::outcomes::foot(made), clinic::outcomes::NOT_A_DEVICE));
    shown
}

fn from_rows(file: &std::path::Path) -> Result<Source, CliError> {
    let now = jiff::Zoned::now().date();
    let people = read(&files::text(file)?, now).map_err(|error| CliError::Unreadable {
        file: file.display().to_string(),
        cause: error.to_string(),
    })?;
    // The same file gives the same report on any day.
    let last = people.iter().filter_map(last_day).max();
    let today = last.unwrap_or(now);
    Ok(Source { people, clinic: String::new(), unreadable: 0, now, today })
}

/// The last day that is known of a person.
fn last_day(person: &Person) -> Option<Date> {
    let devices =
        person.devices.iter().flat_map(|device| [Some(device.followed), device.out.map(|(out, _)| out)]);
    let rest = [person.titrated, person.died.map(|(on, _)| on), person.left, person.seen];
    let scores = person.scores.iter().map(|scored| scored.on);
    let doses = person.doses.iter().map(|dose| dose.0);
    let events = person.events.iter().map(|event| event.on);
    let operations = person.operations.iter().map(|(on, _)| *on);
    devices.chain(rest).flatten().chain(scores).chain(doses).chain(events).chain(operations).max()
}

/// Nobody signed in: whoever may read the file and its keys reads for all.
fn everything() -> Actor {
    Actor {
        account: Id(0),
        name: "command line".to_owned(),
        role: Role::Physician,
        rights: Rights::of(&[Right::ReadPatients, Right::AnalyseOutcomes]),
    }
}

/// Everybody in a database: whoever may read the file and its keys may read all of it.
fn from_database(place: &Where) -> Result<Source, CliError> {
    let path = place.existing()?;
    let told = |error: &dyn std::fmt::Display| CliError::Serve(error.to_string());
    block(async {
        let store = open(&path).await?;
        let port: Arc<dyn Port> = Arc::clone(&store) as Arc<dyn Port>;
        let settings = practice::settings::load(port.as_ref()).await.map_err(|error| told(&error))?;
        let rules = Arc::new(practice::rules::Rules::of(&settings).map_err(|error| told(&error))?);
        let now = super::store::now();
        let (practice, everything) = (practice::Practice::new(port, false), everything());
        let people = practice.people(&everything, &Sight::Everybody, &rules, now).await;
        let people = people.map_err(|error| told(&error))?;
        store.close().await;
        let zone = settings.zone();
        let at = jiff::Timestamp::from_second(now).map_err(|error| told(&error))?;
        Ok(Source {
            people: people.persons,
            clinic: settings.clinic.name.clone(),
            unreadable: people.unreadable.len(),
            now: at.to_zoned(zone.clone()).date(),
            today: at.to_zoned(zone).date(),
        })
    })
}
