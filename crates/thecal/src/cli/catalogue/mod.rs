//! `thecal catalogue`: pumps, catheters, drug products, recalls and sources, each number with grade and source.
//!
//! Each kind of entry becomes an [`Entry`] of plain rows in its own module; pages, tables and JSON are made from these.

mod entry;
mod products;
mod pump;
mod recall;

use super::{CliError, Exit, text};
use crate::eval::Json;
use catalogue::{Catalogue, Grade};
use entry::Entry;

const HELP: &str = "\
Every number carries its grade (A primary source, B secondary, D derived, U unverified) and its sources. What is unverified \
is used by no rule.

Example
  thecal catalogue pumps
  thecal catalogue pumps synchromed-ii-8637-40
shows, among much else
  reservoir  40 mL [A: P1, P2]
  longest life  84 months [A: P20]";

/// Look up pumps, catheters, drug products and recalls
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub struct Args {
    /// pumps, catheters, drugs, recalls or sources; or an id. Without it: an overview
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// One entry, in full
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Write as JSON
    #[arg(long)]
    json: bool,
}

/// A kind of entry: its word on the command line, one of it, the columns of its table.
struct Kind {
    word: &'static str,
    one: &'static str,
    columns: &'static [&'static str],
    entries: fn(&Catalogue) -> Vec<Entry>,
}

const KINDS: [Kind; 5] = [
    Kind {
        word: "pumps",
        one: "pump",
        columns: &["name", "reservoir", "delivery", "accuracy"],
        entries: |catalogue| catalogue.pumps().iter().map(|pump| pump::entry(catalogue, pump)).collect(),
    },
    Kind {
        word: "catheters",
        one: "catheter",
        columns: &["name", "supplied_length", "volume_per_length"],
        entries: |catalogue| {
            catalogue.catheters().iter().map(|catheter| products::catheter(catalogue, catheter)).collect()
        },
    },
    Kind {
        word: "drugs",
        one: "drug product",
        columns: &["concentration", "pack_volume", "usage"],
        entries: |catalogue| catalogue.drugs().iter().map(products::drug).collect(),
    },
    Kind {
        word: "recalls",
        one: "recall",
        columns: &["date", "name"],
        entries: |catalogue| catalogue.recalls().iter().map(recall::entry).collect(),
    },
    Kind {
        word: "sources",
        one: "source",
        columns: &["name"],
        entries: |catalogue| catalogue.sources().iter().map(products::source).collect(),
    },
];

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let catalogue = Catalogue::embedded()?;
    let kind = |word: &str| KINDS.iter().find(|kind| kind.word == word);
    let (shown, json) = match (args.kind.as_deref(), args.id.as_deref()) {
        (None, _) => overview(catalogue),
        (Some(word), None) => match kind(word) {
            Some(kind) => table(kind, &(kind.entries)(catalogue)),
            None => page(catalogue, &KINDS, "entry", word)?,
        },
        (Some(word), Some(id)) => match kind(word) {
            Some(kind) => page(catalogue, std::slice::from_ref(kind), kind.one, id)?,
            None => {
                let accepted = format!("kinds: {}", KINDS.map(|kind| kind.word).join(", "));
                return Err(CliError::NotInCatalogue {
                    kind: "kind".to_owned(),
                    id: word.to_owned(),
                    accepted,
                });
            }
        },
    };
    if args.json {
        text::print(&format!("{}\n", json.pretty()))?;
    } else {
        text::print(&shown)?;
    }
    Ok(Exit::Clean)
}

fn overview(catalogue: &Catalogue) -> (String, Json) {
    let count = |kind: &Kind| (kind.entries)(catalogue).len();
    let graded =
        |grade: Grade| catalogue.evidence().iter().filter(|evidence| evidence.grade == grade).count();
    let mut rows: Vec<(String, String)> =
        KINDS.iter().map(|kind| (kind.word.to_owned(), count(kind).to_string())).collect();
    rows.push(("statements".to_owned(), catalogue.evidence().len().to_string()));
    for grade in Grade::ALL {
        rows.push((format!("  grade {grade}"), format!("{}: {}", graded(grade), meaning(grade))));
    }
    rows.push(("version".to_owned(), catalogue.version().to_owned()));
    let shown = format!(
        "{}{}\n{}",
        text::heading("Catalogue of devices and drug products"),
        text::lines(&rows),
        text::paragraph(
            "\"thecal catalogue pumps\" lists the pumps, \"thecal catalogue pumps ID\" shows one in full.",
            0
        )
    );
    let number = |count: usize| Json::Number(count.to_string());
    let grades = Grade::ALL.map(|grade| (grade.letter(), number(graded(grade))));
    let counts = KINDS.iter().map(|kind| (kind.word, number(count(kind))));
    let json =
        Json::object(counts.chain([
            ("grades", Json::object(grades)),
            ("version", Json::Text(catalogue.version().to_owned())),
        ]));
    (shown, json)
}

const fn meaning(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "primary: maker, regulator or peer-reviewed text",
        Grade::B => "secondary: clinic, drug site, news",
        Grade::D => "derived by arithmetic or reading from cited inputs",
        Grade::U => "unverified: not used by any rule",
    }
}

fn table(kind: &Kind, entries: &[Entry]) -> (String, Json) {
    let head: Vec<&str> = ["id"].iter().chain(kind.columns).copied().collect();
    let head: Vec<String> = head.iter().map(|word| word.replace('_', " ")).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| entry.cells(kind.columns)).collect();
    let unverified = rows.iter().flatten().any(|cell| cell.ends_with(" [U]"));
    let mut shown = text::table(&head, &rows);
    if unverified {
        shown.push('\n');
        shown.push_str(&text::paragraph(&format!("[U] {}", entry::UNVERIFIED), 0));
    }
    (shown, Json::List(entries.iter().map(Entry::json).collect()))
}

fn page(catalogue: &Catalogue, kinds: &[Kind], one: &str, id: &str) -> Result<(String, Json), CliError> {
    let mut ids = Vec::new();
    for entry in kinds.iter().flat_map(|kind| (kind.entries)(catalogue)) {
        if entry.id == id {
            return Ok((entry.page(catalogue), entry.json()));
        }
        ids.push(entry.id);
    }
    let accepted = near(id, ids.iter().map(String::as_str));
    Err(CliError::NotInCatalogue { kind: one.to_owned(), id: id.to_owned(), accepted })
}

/// The pump of an id.
///
/// # Errors
/// [`CliError::NotInCatalogue`] with ids that are near.
pub fn pump_of(id: &str) -> Result<&'static catalogue::Pump, CliError> {
    let catalogue = Catalogue::embedded()?;
    catalogue.pump(id).ok_or_else(|| CliError::NotInCatalogue {
        kind: "pump".to_owned(),
        id: id.to_owned(),
        accepted: near(id, catalogue.pumps().iter().map(|pump| pump.id.as_str())),
    })
}

/// What would be accepted instead of an id.
fn near<'a>(id: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let near: Vec<&str> = ids.filter(|known| known.contains(id) || is_near(known, id)).collect();
    if near.is_empty() {
        "\"thecal catalogue pumps\" lists the ids of pumps; other kinds: catheters, drugs, recalls, sources"
            .to_owned()
    } else {
        format!("near to it: {}", near.join(", "))
    }
}

/// Whether an id begins as the one that was typed: the first word of it.
fn is_near(known: &str, typed: &str) -> bool {
    let first = |text: &str| text.split(['-', ' ']).next().unwrap_or_default().to_lowercase();
    first(known) == first(typed)
}
