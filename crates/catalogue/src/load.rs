//! From five texts to a catalogue: entries, then one reading per kind of entry, then what must hold between them.

use crate::Catalogue;
use crate::cite::{Source, SourceId};
use crate::error::{CatalogueError, File, Place};
use crate::load_pump::pump;
use crate::product::{Catheter, Drug, DrugUse};
use crate::read::{Ledger, Readable, Reader, count, word};
use crate::recall::{DateRange, PrintedDate, Recall, matches};
use toml::{Table, Value};

type Result<T> = core::result::Result<T, CatalogueError>;

/// An entry before it is read: its name for errors, and its keys.
type Entry = (String, Table);

/// Reads the five texts.
pub(crate) fn catalogue(
    pumps: &str,
    catheters: &str,
    drugs: &str,
    recalls: &str,
    sources: &str,
) -> Result<Catalogue> {
    let mut ledger = Ledger::default();
    let sources = read_all(&ledger, File::Sources, &list(File::Sources, sources, "source")?, source)?;
    ledger.sources = sources.iter().map(|source| source.id.clone()).collect();
    let pumps = read_all(&ledger, File::Pumps, &families(File::Pumps, pumps, "pump")?, pump)?;
    let catheters =
        read_all(&ledger, File::Catheters, &list(File::Catheters, catheters, "catheter")?, catheter)?;
    let drugs = read_all(&ledger, File::Drugs, &families(File::Drugs, drugs, "drug")?, drug)?;
    let recalls = read_all(&ledger, File::Recalls, &list(File::Recalls, recalls, "recall")?, recall)?;
    for recall in &recalls {
        let pump_ids: Vec<&str> = pumps.iter().map(|pump| pump.id.as_str()).collect();
        let catheter_ids: Vec<&str> = catheters.iter().map(|catheter| catheter.id.as_str()).collect();
        every_pattern_matches(recall, "pumps", &recall.pumps, &pump_ids)?;
        every_pattern_matches(recall, "catheters", &recall.catheters, &catheter_ids)?;
    }
    let evidence = ledger.evidence.into_inner();
    Ok(Catalogue { pumps, catheters, drugs, recalls, sources, evidence, version: String::new() })
}

/// A misspelt pattern would silently warn nobody.
fn every_pattern_matches(recall: &Recall, field: &str, patterns: &[String], ids: &[&str]) -> Result<()> {
    match patterns.iter().find(|pattern| !ids.iter().any(|id| matches(pattern, id))) {
        None => Ok(()),
        Some(pattern) => {
            let place = Place { file: File::Recalls, entry: recall.id.clone(), field: field.to_owned() };
            Err(CatalogueError::NoMatch { place, pattern: pattern.clone() })
        }
    }
}

/// Reads every entry; ids must differ.
fn read_all<T: Identified>(
    ledger: &Ledger,
    file: File,
    entries: &[Entry],
    read: fn(&mut Reader<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut all: Vec<T> = Vec::with_capacity(entries.len());
    for (name, table) in entries {
        let mut reader = Reader::new(ledger, file, name, table);
        let item = read(&mut reader)?;
        if all.iter().any(|other| other.id() == item.id()) {
            return Err(CatalogueError::Duplicate { place: reader.at("id"), id: item.id().to_owned() });
        }
        reader.finish()?;
        all.push(item);
    }
    Ok(all)
}

/// What has an id.
pub(crate) trait Identified {
    fn id(&self) -> &str;
}

macro_rules! identified {
    ($($kind:ty),*) => {$(impl Identified for $kind { fn id(&self) -> &str { self.id.as_ref() } })*};
}
identified!(crate::device::Pump, Catheter, Drug, Recall, Source);

/// The tables behind one key of a table.
fn tables(file: File, entry: &str, table: &Table, key: &str) -> Result<Vec<Table>> {
    let place = || Place { file, entry: entry.to_owned(), field: key.to_owned() };
    let accepted = || format!("a list of tables [[{key}]]");
    let Some(value) = table.get(key) else {
        return Err(CatalogueError::Missing { place: place(), accepted: accepted() });
    };
    let all: Option<Vec<Table>> =
        value.as_array().map(|items| items.iter().filter_map(|item| item.as_table().cloned()).collect());
    match all {
        Some(tables)
            if value.as_array().is_some_and(|items| items.len() == tables.len() && !items.is_empty()) =>
        {
            Ok(tables)
        }
        _ => Err(CatalogueError::NotAccepted {
            place: place(),
            found: value.type_str().to_owned(),
            accepted: accepted(),
        }),
    }
}

/// A file that is a list of one kind of entry.
fn list(file: File, text: &str, key: &str) -> Result<Vec<Entry>> {
    let top: Table = text
        .parse()
        .map_err(|error: toml::de::Error| CatalogueError::NotToml { file, cause: error.to_string() })?;
    if let Some(other) = top.keys().find(|other| *other != key) {
        let place = Place { file, entry: "top of the file".to_owned(), field: other.clone() };
        return Err(CatalogueError::UnknownKey { place, accepted: key.to_owned() });
    }
    let named = |(index, table): (usize, Table)| {
        let id = table.get("id").and_then(Value::as_str).map(str::to_owned);
        (id.unwrap_or_else(|| format!("{key} {}", index + 1)), table)
    };
    Ok(tables(file, "top of the file", &top, key)?.into_iter().enumerate().map(named).collect())
}

/// A file of families: each member gets its family's keys, and its own win.
fn families(file: File, text: &str, member: &str) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (family_name, mut family) in list(file, text, "family")? {
        let name = family.get("family").and_then(Value::as_str).map_or(family_name, str::to_owned);
        let members = tables(file, &name, &family, member)?;
        family.remove(member);
        for (index, own) in members.into_iter().enumerate() {
            let id = own.get("id").and_then(Value::as_str).map(str::to_owned);
            let mut merged = family.clone();
            merged.extend(own);
            entries.push((id.unwrap_or_else(|| format!("{name}, {member} {}", index + 1)), merged));
        }
    }
    Ok(entries)
}

fn source(reader: &mut Reader<'_>) -> Result<Source> {
    Ok(Source {
        id: SourceId::new(&reader.required("id", String::read)?),
        citation: reader.required("citation", String::read)?,
        locator: reader.optional("locator", String::read)?,
    })
}

fn catheter(reader: &mut Reader<'_>) -> Result<Catheter> {
    Ok(Catheter {
        id: reader.required("id", String::read)?,
        name: reader.required("name", String::read)?,
        maker: reader.required("maker", String::read)?,
        models: reader.texts("models")?,
        supplied_length: reader.cited("supplied_length")?,
        volume_per_length: reader.cited("volume_per_length")?,
        trim_note: reader.optional("trim_note", String::read)?,
        pieces: reader.cited_by("pieces", |value| count(&["pieces", "piece"], value))?,
        facts: reader.facts("facts")?,
    })
}

/// Words for [`DrugUse`].
const DRUG_USES: [(&str, DrugUse); 2] = [("pump", DrugUse::Pump), ("screening-only", DrugUse::ScreeningOnly)];

fn drug(reader: &mut Reader<'_>) -> Result<Drug> {
    Ok(Drug {
        id: reader.required("id", String::read)?,
        family: reader.required("family", String::read)?,
        name: reader.required("name", String::read)?,
        maker: reader.optional("maker", String::read)?,
        ingredient: reader.required("ingredient", String::read)?,
        concentration: reader.cited_required("concentration", quantity::Concentration::read)?,
        pack_volume: reader.cited("pack_volume")?,
        usage: reader.cited_required("usage", |value| word(&DRUG_USES, value))?,
        stability_days: reader.cited_by("stability_days", |value| count(&["days"], value))?,
        facts: reader.facts("facts")?,
    })
}

fn recall(reader: &mut Reader<'_>) -> Result<Recall> {
    let title = reader.required("title", String::read)?;
    let (grade, sources) = reader.evidence(title.clone())?;
    Ok(Recall {
        id: reader.required("id", String::read)?,
        date: reader.optional("date", PrintedDate::read)?,
        title,
        what: reader.required("what", String::read)?,
        what_to_do: reader.required("what_to_do", String::read)?,
        numbers: reader.texts("numbers")?,
        pumps: reader.texts("pumps")?,
        catheters: reader.texts("catheters")?,
        parts: reader.texts("parts")?,
        scope_note: reader.optional("scope_note", String::read)?,
        built: range(reader, "built")?,
        distributed: range(reader, "distributed")?,
        serials: reader.optional("serials", String::read)?,
        lots: reader.optional("lots", String::read)?,
        grade,
        sources,
    })
}

/// A range of days; a month or year stands for all its days.
fn range(reader: &mut Reader<'_>, key: &'static str) -> Result<Option<DateRange>> {
    let Some(mut inner) = reader.child(key)? else { return Ok(None) };
    let from = inner.optional("from", PrintedDate::read)?.map(PrintedDate::first_day);
    let to = inner.optional("to", PrintedDate::read)?.map(PrintedDate::last_day);
    inner.finish()?;
    match (from, to) {
        (None, None) => {
            Err(CatalogueError::Missing { place: reader.at(key), accepted: "from, to or both".to_owned() })
        }
        (Some(first), Some(last)) if last < first => Err(CatalogueError::Contradiction {
            place: reader.at(key),
            accepted: format!("from {first} must not be after to {last}"),
        }),
        _ => Ok(Some(DateRange { from, to })),
    }
}
