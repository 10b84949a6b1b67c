//! Reading one TOML table, key by key: what nobody asks for is refused, and every refusal names its place.

use crate::cite::{Cited, Evidence, Fact, Grade, SourceId};
use crate::decimal::{self, Decimal};
use crate::error::{CatalogueError, File, Place};
use crate::recall::{PRINTED_DATE, PrintedDate};
use quantity::{Concentration, Flow, Length, Span, Volume, VolumePerLength};
use std::cell::RefCell;
use std::collections::BTreeSet;
use toml::{Table, Value};

type Result<T> = core::result::Result<T, CatalogueError>;

/// What is known across files while they are read: the source ids, and every cited statement so far.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) sources: BTreeSet<SourceId>,
    pub(crate) evidence: RefCell<Vec<Evidence>>,
}

/// A value as it may stand behind `value =`. The error says what would be accepted.
pub(crate) trait Readable: Sized {
    fn read(value: &Value) -> core::result::Result<Self, String>;
}

macro_rules! readable_quantities {
    ($($name:ident)*) => {$(
        impl Readable for $name {
            fn read(value: &Value) -> core::result::Result<Self, String> {
                // What is not text has no unit, and is refused as such.
                Self::parse(value.as_str().unwrap_or_default()).map_err(|error| error.to_string())
            }
        }
    )*};
}
readable_quantities!(Volume Flow Concentration Length VolumePerLength Span);

impl Readable for Decimal {
    fn read(value: &Value) -> core::result::Result<Self, String> {
        let refusal = || format!("accepted: text of {}", decimal::ACCEPTED);
        value.as_str().and_then(|text| Self::parse(text).ok()).ok_or_else(refusal)
    }
}

impl Readable for bool {
    fn read(value: &Value) -> core::result::Result<Self, String> {
        value.as_bool().ok_or_else(|| "accepted: true or false".to_owned())
    }
}

impl Readable for String {
    fn read(value: &Value) -> core::result::Result<Self, String> {
        value
            .as_str()
            .filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
            .ok_or_else(|| "accepted: text that is not empty".to_owned())
    }
}

impl Readable for PrintedDate {
    fn read(value: &Value) -> core::result::Result<Self, String> {
        let date = value.as_str().and_then(Self::parse);
        date.ok_or_else(|| format!("accepted: text of {PRINTED_DATE}"))
    }
}

/// A whole number with its unit: "84 months".
pub(crate) fn count(units: &[&str], value: &Value) -> core::result::Result<u32, String> {
    let split = value.as_str().and_then(|text| text.split_once(' '));
    split
        .filter(|(number, unit)| units.contains(unit) && number.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|(number, _)| number.parse().ok())
        .ok_or_else(|| format!("accepted: text of a whole number and {}", units.join(" or ")))
}

/// One of a few words.
pub(crate) fn word<T: Copy>(words: &[(&str, T)], value: &Value) -> core::result::Result<T, String> {
    let found =
        value.as_str().and_then(|text| words.iter().find(|(name, _)| *name == text)).map(|(_, word)| *word);
    found.ok_or_else(|| {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        format!("accepted: {}", names.join(", "))
    })
}

/// A table that is being read.
pub(crate) struct Reader<'a> {
    ledger: &'a Ledger,
    place: Place,
    table: &'a Table,
    asked: BTreeSet<&'static str>,
}

impl<'a> Reader<'a> {
    /// Of a whole entry.
    pub(crate) fn new(ledger: &'a Ledger, file: File, entry: &str, table: &'a Table) -> Self {
        let place = Place { file, entry: entry.to_owned(), field: String::new() };
        Self { ledger, place, table, asked: BTreeSet::new() }
    }

    /// The place of a key of this table.
    pub(crate) fn at(&self, key: &str) -> Place {
        let field = match self.place.field.as_str() {
            "" => key.to_owned(),
            parent => format!("{parent}.{key}"),
        };
        Place { field, ..self.place.clone() }
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Value> {
        self.asked.insert(key);
        self.table.get(key)
    }

    fn refused(&self, key: &str, value: &Value, accepted: String) -> CatalogueError {
        CatalogueError::NotAccepted { place: self.at(key), found: value.to_string(), accepted }
    }

    /// An optional key, by any reading.
    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&Value) -> core::result::Result<T, String>,
    ) -> Result<Option<T>> {
        let Some(value) = self.get(key) else { return Ok(None) };
        read(value).map(Some).map_err(|accepted| self.refused(key, value, accepted))
    }

    /// A key that must be there, by any reading.
    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&Value) -> core::result::Result<T, String>,
    ) -> Result<T> {
        let place = self.at(key);
        self.optional(key, &read)?.ok_or_else(|| {
            // What would be accepted is what the reading says of nothing.
            let accepted = read(&Value::Array(Vec::new())).err().unwrap_or_default();
            CatalogueError::Missing { place, accepted }
        })
    }

    /// A list of text; none if the key is not there.
    pub(crate) fn texts(&mut self, key: &'static str) -> Result<Vec<String>> {
        let read = |value: &Value| {
            let texts = value.as_array().map(|items| items.iter().map(String::read).collect());
            texts.unwrap_or_else(|| Err("accepted: a list of text".to_owned()))
        };
        Ok(self.optional(key, read)?.unwrap_or_default())
    }

    fn inner(&self, key: &str, table: &'a Table) -> Self {
        Self { ledger: self.ledger, place: self.at(key), table, asked: BTreeSet::new() }
    }

    /// A table within.
    pub(crate) fn child(&mut self, key: &'static str) -> Result<Option<Self>> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Table(table)) => Ok(Some(self.inner(key, table))),
            Some(other) => Err(self.refused(key, other, "accepted: a table".to_owned())),
        }
    }

    /// A list of tables within; none if the key is not there.
    pub(crate) fn children(&mut self, key: &'static str) -> Result<Vec<Self>> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let refusal = || self.refused(key, value, "accepted: a list of tables".to_owned());
        let items = value.as_array().ok_or_else(refusal)?;
        let child = |(index, item): (usize, &'a Value)| {
            Ok(self.inner(&format!("{key}[{index}]"), item.as_table().ok_or_else(refusal)?))
        };
        items.iter().enumerate().map(child).collect()
    }

    /// Source ids behind `source`, each of which must be in `sources.toml`.
    pub(crate) fn sources(&mut self) -> Result<Vec<SourceId>> {
        let ids: Vec<SourceId> = self.texts("source")?.iter().map(|id| SourceId::new(id)).collect();
        match ids.iter().find(|id| !self.ledger.sources.contains(id)) {
            Some(id) => Err(CatalogueError::UnknownSource { place: self.at("source"), id: id.clone() }),
            None => Ok(ids),
        }
    }

    /// Grade and sources of what `text` states; both go into the ledger.
    pub(crate) fn evidence(&mut self, text: String) -> Result<(Grade, Vec<SourceId>)> {
        let letters = Grade::ALL.map(|grade| (grade.letter(), grade));
        let grade = self.optional("grade", |value| word(&letters, value))?;
        let grade = grade.ok_or_else(|| CatalogueError::NoGrade { place: self.place.clone() })?;
        let sources = self.sources()?;
        if grade.verified() && sources.is_empty() {
            return Err(CatalogueError::NoSource { place: self.place.clone(), grade });
        }
        let evidence = Evidence { place: self.place.clone(), text, grade, sources: sources.clone() };
        self.ledger.evidence.borrow_mut().push(evidence);
        Ok((grade, sources))
    }

    /// `value`, `grade`, `source` and `note` of this table, which may hold more.
    pub(crate) fn cited_here<T>(
        &mut self,
        read: impl Fn(&Value) -> core::result::Result<T, String>,
    ) -> Result<Cited<T>> {
        let shown = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let (value, text) = self.required("value", |value| read(value).map(|read| (read, shown(value))))?;
        let (grade, source) = self.evidence(text)?;
        Ok(Cited { value, grade, source, note: self.optional("note", String::read)? })
    }

    /// An optional cited value, by any reading.
    pub(crate) fn cited_by<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&Value) -> core::result::Result<T, String>,
    ) -> Result<Option<Cited<T>>> {
        // A bare number or text where a cited one belongs is a number without a grade.
        if self.get(key).is_some_and(|value| !value.is_table()) {
            return Err(CatalogueError::NoGrade { place: self.at(key) });
        }
        let Some(mut inner) = self.child(key)? else { return Ok(None) };
        let cited = inner.cited_here(read)?;
        inner.finish()?;
        Ok(Some(cited))
    }

    /// An optional cited value.
    pub(crate) fn cited<T: Readable>(&mut self, key: &'static str) -> Result<Option<Cited<T>>> {
        self.cited_by(key, T::read)
    }

    /// A cited value that must be there.
    pub(crate) fn cited_required<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&Value) -> core::result::Result<T, String>,
    ) -> Result<Cited<T>> {
        let accepted = "{ value, grade, source }".to_owned();
        self.cited_by(key, read)?.ok_or_else(|| CatalogueError::Missing { place: self.at(key), accepted })
    }

    /// A cited yes or no; [`Cited::not_found`] if the key is not there.
    pub(crate) fn cited_flag(&mut self, key: &'static str) -> Result<Cited<bool>> {
        Ok(self.cited(key)?.unwrap_or_else(|| Cited::not_found(false)))
    }

    /// A list of cited values.
    pub(crate) fn cited_list<T: Readable>(&mut self, key: &'static str) -> Result<Vec<Cited<T>>> {
        let read = |mut inner: Self| {
            let cited = inner.cited_here(T::read)?;
            inner.finish()?;
            Ok(cited)
        };
        self.children(key)?.into_iter().map(read).collect()
    }

    /// A list of facts, each with its own id.
    pub(crate) fn facts(&mut self, key: &'static str) -> Result<Vec<Fact>> {
        let mut facts: Vec<Fact> = Vec::new();
        for mut inner in self.children(key)? {
            let id = inner.required("id", String::read)?;
            if facts.iter().any(|fact| fact.id == id) {
                return Err(CatalogueError::Duplicate { place: inner.at("id"), id });
            }
            let text = inner.required("text", String::read)?;
            let (grade, sources) = inner.evidence(text.clone())?;
            inner.finish()?;
            facts.push(Fact { id, text, grade, sources });
        }
        Ok(facts)
    }

    /// Refuses a key that was never asked for.
    pub(crate) fn finish(self) -> Result<()> {
        match self.table.keys().find(|key| !self.asked.contains(key.as_str())) {
            None => Ok(()),
            Some(key) => {
                let accepted: Vec<&str> = self.asked.iter().copied().collect();
                Err(CatalogueError::UnknownKey { place: self.at(key), accepted: accepted.join(", ") })
            }
        }
    }
}
