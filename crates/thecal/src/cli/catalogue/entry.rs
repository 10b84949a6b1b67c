//! An entry of the catalogue as rows: one shape for pages, tables and JSON.

use super::super::text;
use crate::eval::Json;
use catalogue::{Catalogue, Cited, Disagreement, Fact, Grade, Recall, SourceId};
use quantity::{Amount, Data};

/// What stands beside a number without a source.
pub const UNVERIFIED: &str = "unverified (U): not used by any rule; needs your site's value";

/// One entry.
pub struct Entry {
    /// Its id.
    pub id: String,
    name: String,
    not_found: Vec<String>,
    parts: Vec<(&'static str, Vec<Row>)>,
}

/// One statement of an entry.
struct Row {
    /// Its name in data.
    field: &'static str,
    label: String,
    people: String,
    data: Json,
    evidence: Option<(Grade, Vec<String>)>,
    note: Option<String>,
}

/// A value that a row can hold: in words, and as data.
pub trait Shown {
    /// In words.
    fn people(&self) -> String;
    /// As data.
    fn data(&self) -> Json {
        Json::Text(self.people())
    }
}

macro_rules! amounts {
    ($($kind:ty),*) => {$(impl Shown for $kind {
        fn people(&self) -> String { self.to_string() }
        fn data(&self) -> Json { Json::Text(amount(*self)) }
    })*};
}
amounts!(
    quantity::Volume,
    quantity::Concentration,
    quantity::Flow,
    quantity::Length,
    quantity::VolumePerLength,
    quantity::Span
);

fn amount<Q: Amount>(amount: Q) -> String {
    Data(amount).to_string()
}

impl Shown for String {
    fn people(&self) -> String {
        self.clone()
    }
}

impl Shown for &str {
    fn people(&self) -> String {
        (*self).to_owned()
    }
}

impl Shown for bool {
    fn people(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
    fn data(&self) -> Json {
        Json::Flag(*self)
    }
}

impl Shown for u32 {
    fn people(&self) -> String {
        self.to_string()
    }
    fn data(&self) -> Json {
        Json::Number(self.to_string())
    }
}

impl Shown for catalogue::Decimal {
    fn people(&self) -> String {
        self.to_string()
    }
    fn data(&self) -> Json {
        Json::Number(self.to_string())
    }
}

impl Entry {
    /// With its id and name.
    pub fn new(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            not_found: Vec::new(),
            parts: vec![("", Vec::new())],
        }
    }

    /// With one more part, which has a heading of its own.
    pub fn part(mut self, title: &'static str) -> Self {
        self.parts.push((title, Vec::new()));
        self
    }

    fn push(mut self, row: Row) -> Self {
        if let Some((_, rows)) = self.parts.last_mut() {
            rows.push(row);
        }
        self
    }

    /// What needs no source: names and numbers of models.
    pub fn plain(self, field: &'static str, label: &str, value: Option<impl Shown>) -> Self {
        let Some(value) = value else { return self };
        let (people, data) = (value.people(), value.data());
        self.push(Row { field, label: label.to_owned(), people, data, evidence: None, note: None })
    }

    /// A list of words that needs no source.
    pub fn list(self, field: &'static str, label: &str, words: &[String]) -> Self {
        if words.is_empty() {
            return self;
        }
        let data = Json::List(words.iter().cloned().map(Json::Text).collect());
        let people = words.join(", ");
        self.push(Row { field, label: label.to_owned(), people, data, evidence: None, note: None })
    }

    /// A number with its grade and sources.
    pub fn cited<T: Shown>(self, field: &'static str, label: &str, cited: Option<&Cited<T>>) -> Self {
        self.cited_as(field, label, cited, T::people)
    }

    /// The same, in words of its own.
    pub fn cited_as<T: Shown>(
        mut self,
        field: &'static str,
        label: &str,
        cited: Option<&Cited<T>>,
        people: impl Fn(&T) -> String,
    ) -> Self {
        // What no source said may have a place holder, which is no value to show.
        let Some(cited) = cited.filter(|cited| !is_not_found(cited)) else {
            if !label.is_empty() {
                self.not_found.push(label.to_owned());
            }
            return self;
        };
        self.push(Row {
            field,
            label: label.to_owned(),
            people: people(&cited.value),
            data: cited.value.data(),
            evidence: Some((cited.grade, ids(&cited.source))),
            note: cited.note.clone(),
        })
    }

    /// A statement in words with grade and sources of its own.
    pub fn stated(
        self,
        field: &'static str,
        label: &str,
        text: &str,
        grade: Grade,
        sources: &[SourceId],
    ) -> Self {
        self.push(Row {
            field,
            label: label.to_owned(),
            people: text.to_owned(),
            data: Json::Text(text.to_owned()),
            evidence: Some((grade, ids(sources))),
            note: None,
        })
    }

    /// Statements in words.
    pub fn facts(self, field: &'static str, facts: &[Fact]) -> Self {
        facts.iter().fold(self, |entry, fact| {
            entry.stated(field, &fact.id.replace('-', " "), &fact.text, fact.grade, &fact.sources)
        })
    }

    /// Recalls and notices that name the device.
    pub fn recalls(self, recalls: &[&Recall]) -> Self {
        recalls
            .iter()
            .fold(self, |entry, recall| entry.plain("recall", &recall.id, Some(recall.title.as_str())))
    }

    /// Where sources do not agree, each value on offer with its own.
    pub fn disagreements(self, disagreements: &[Disagreement]) -> Self {
        disagreements.iter().fold(self, |entry, disagreement| {
            let sources = ids(&disagreement.sources);
            let site = disagreement.configurable.then(|| "needs your site's value".to_owned());
            let entry = entry.push(Row {
                field: "disagreement",
                label: disagreement.field.replace(['_', '.'], " "),
                people: format!("{} [{}]", disagreement.text, sources.join(", ")),
                data: Json::object([
                    ("field", Json::Text(disagreement.field.clone())),
                    ("text", Json::Text(disagreement.text.clone())),
                    ("source", list_of(&sources)),
                ]),
                evidence: None,
                note: site,
            });
            disagreement
                .values
                .iter()
                .fold(entry, |entry, value| entry.cited("disagreement_value", "", Some(value)))
        })
    }

    /// The cells of a table: id, and the first row of each field.
    pub fn cells(&self, fields: &[&str]) -> Vec<String> {
        let first = |field: &&str| {
            if *field == "name" {
                return self.name.clone();
            }
            let row = self.parts.iter().flat_map(|(_, rows)| rows).find(|row| row.field == *field);
            row.map_or_else(|| "not found".to_owned(), Row::cell)
        };
        std::iter::once(self.id.clone()).chain(fields.iter().map(first)).collect()
    }

    /// The entry in full, with the sources that it cites.
    pub fn page(&self, catalogue: &Catalogue) -> String {
        let mut page = text::heading(&format!("{} ({})", self.name, self.id));
        let mut cited: Vec<&str> = Vec::new();
        for (title, rows) in self.parts.iter().filter(|(_, rows)| !rows.is_empty()) {
            if !title.is_empty() {
                page.push('\n');
                page.push_str(&text::heading(title));
            }
            let mut shown = Vec::new();
            for row in rows {
                shown.push((row.label.clone(), row.value()));
                cited.extend(row.evidence.iter().flat_map(|(_, sources)| sources).map(String::as_str));
            }
            page.push_str(&text::lines(&shown));
        }
        if !self.not_found.is_empty() {
            page.push('\n');
            page.push_str(&text::paragraph(&format!("Not found: {}.", self.not_found.join(", ")), 0));
        }
        let sources: Vec<(String, String)> = catalogue
            .sources()
            .iter()
            .filter(|source| cited.contains(&source.id.as_str()))
            .map(|source| {
                let locator =
                    source.locator.as_ref().map_or_else(String::new, |locator| format!(" ({locator})"));
                (source.id.to_string(), format!("{}{locator}", source.citation))
            })
            .collect();
        if !sources.is_empty() {
            page.push('\n');
            page.push_str(&text::heading("Sources"));
            page.push_str(&text::lines(&sources));
        }
        page
    }

    /// As data: id, name, and every statement in order.
    pub fn json(&self) -> Json {
        let rows = self.parts.iter().flat_map(|(_, rows)| rows);
        Json::object([
            ("id", Json::Text(self.id.clone())),
            ("name", Json::Text(self.name.clone())),
            ("not_found", list_of(&self.not_found)),
            ("statements", Json::List(rows.map(Row::json).collect())),
        ])
    }
}

impl Row {
    /// Value, grade and sources, and what else must be known.
    fn value(&self) -> String {
        let mut value = self.people.clone();
        if let Some((grade, sources)) = &self.evidence {
            value.push_str(&format!(" {}", graded(*grade, sources)));
            if !grade.verified() {
                value.push_str(&format!(" {UNVERIFIED}"));
            }
        }
        if let Some(note) = &self.note {
            value.push_str(&format!("; {note}"));
        }
        value
    }

    /// The same in a table.
    fn cell(&self) -> String {
        match &self.evidence {
            Some((grade, sources)) => format!("{} {}", self.people, graded(*grade, sources)),
            None => self.people.clone(),
        }
    }

    fn json(&self) -> Json {
        let mut fields = vec![("field", Json::Text(self.field.to_owned())), ("value", self.data.clone())];
        if !self.label.is_empty() {
            fields.push(("label", Json::Text(self.label.clone())));
        }
        if let Some((grade, sources)) = &self.evidence {
            fields.push(("grade", Json::Text(grade.to_string())));
            fields.push(("source", list_of(sources)));
        }
        fields.extend(self.note.iter().map(|note| ("note", Json::Text(note.clone()))));
        Json::object(fields)
    }
}

/// Grade and sources, held together on one line.
fn graded(grade: Grade, sources: &[String]) -> String {
    if sources.is_empty() {
        format!("[{grade}]")
    } else {
        format!("[{grade}:\u{a0}{}]", sources.join(",\u{a0}"))
    }
}

fn is_not_found<T>(cited: &Cited<T>) -> bool {
    !cited.grade.verified() && cited.source.is_empty() && cited.note.as_deref() == Some("not found")
}

fn ids(sources: &[SourceId]) -> Vec<String> {
    sources.iter().map(ToString::to_string).collect()
}

fn list_of(words: &[String]) -> Json {
    Json::List(words.iter().cloned().map(Json::Text).collect())
}
