//! Leaflets: what is said to patients, families and strangers about a pump, statement by statement, each with its source.

use crate::text::Source;
use serde::Deserialize;
use std::sync::LazyLock;

type Read = LazyLock<Result<Leaflet, String>>;

static GUIDE: Read = LazyLock::new(|| Leaflet::read("guide", include_str!("../data/guide.toml")));
static TRAVEL: Read = LazyLock::new(|| Leaflet::read("travel", include_str!("../data/travel.toml")));
static MRI: Read = LazyLock::new(|| Leaflet::read("mri", include_str!("../data/mri.toml")));

/// Sections of statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// The sections, in order.
    pub sections: Vec<LeafletSection>,
    /// Every source that a statement names.
    pub sources: Vec<Source>,
    /// What it is, the first part of the keys of its headings.
    name: &'static str,
}

/// A section of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeafletSection {
    /// Its name within the leaflet.
    pub id: String,
    /// What it says, in order.
    pub say: Vec<Say>,
}

/// How a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SayKind {
    /// As running text.
    Paragraph,
    /// In a list.
    Bullet,
    /// In a numbered list.
    Step,
}

/// How good the source of a statement is. What nobody has seen a source for (U) cannot be expressed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum LeafletGrade {
    /// A manufacturer's, regulator's or peer-reviewed text.
    A,
    /// A secondary text.
    B,
    /// An inference of our own from the sources named.
    D,
}

/// A program whose dose changes over the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    Flex,
}

/// One statement of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    /// The key of its words.
    pub id: String,
    /// How it stands.
    pub kind: SayKind,
    /// How good its weakest source is; none where it claims nothing clinical.
    #[serde(default)]
    pub grade: Option<LeafletGrade>,
    /// Names of its sources; empty where it claims nothing clinical, or where the inference is our own.
    #[serde(default)]
    pub source: Vec<String>,
    /// The pump models (identifiers of the catalogue) that it is about; empty: all.
    #[serde(default)]
    pub pump: Vec<String>,
    #[serde(default)]
    mode: Option<Mode>,
}

impl Say {
    /// Whether it holds for a pump model (identifier of the catalogue) and a program; `flex` if its dose changes over the day.
    #[must_use]
    pub fn holds(&self, pump: Option<&str>, flex: bool) -> bool {
        let pump = self.pump.is_empty() || pump.is_some_and(|id| self.pump.iter().any(|named| named == id));
        pump && (flex || self.mode.is_none())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    section: Vec<LeafletSection>,
    source: Vec<Source>,
}

impl Leaflet {
    /// The guide for the patient and the family; `None` only in a broken build, which a test rules out. So are the others.
    #[must_use]
    pub fn guide() -> Option<&'static Self> {
        GUIDE.as_ref().ok()
    }

    /// What is said to travellers, and to those who check them.
    #[must_use]
    pub fn travel() -> Option<&'static Self> {
        TRAVEL.as_ref().ok()
    }

    /// What is said before and after a scan.
    #[must_use]
    pub fn mri() -> Option<&'static Self> {
        MRI.as_ref().ok()
    }

    /// The key of the heading of a section.
    #[must_use]
    pub fn heading(&self, section: &LeafletSection) -> String {
        format!("{}-{}", self.name, section.id)
    }

    fn read(name: &'static str, toml: &str) -> Result<Self, String> {
        let file: File = toml::from_str(toml).map_err(|error| error.to_string())?;
        let leaflet = Self { sections: file.section, sources: file.source, name };
        leaflet.check().map(|()| leaflet)
    }

    fn says(&self) -> impl Iterator<Item = &Say> {
        self.sections.iter().flat_map(|section| &section.say)
    }

    fn check(&self) -> Result<(), String> {
        let known = |key: &str| words::source(words::Language::English, key).is_some();
        for section in &self.sections {
            let heading = self.heading(section);
            if !known(&heading) {
                return Err(format!("{heading} has no words"));
            }
        }
        for say in self.says() {
            if !known(&say.id) {
                return Err(format!("{} has no words", say.id));
            }
            if matches!(say.grade, Some(LeafletGrade::A | LeafletGrade::B)) && say.source.is_empty() {
                return Err(format!("{} has a grade and no source", say.id));
            }
            if say.grade.is_none() && !say.source.is_empty() {
                return Err(format!("{} has a source and no grade", say.id));
            }
            if let Some(lost) = say.source.iter().find(|id| self.sources.iter().all(|known| known.id != **id))
            {
                return Err(format!("{} names {lost}, which is not listed", say.id));
            }
        }
        let named = |id: &String| self.says().any(|say| say.source.contains(id));
        match self.sources.iter().find(|source| !named(&source.id)) {
            Some(idle) => Err(format!("nobody names {}", idle.id)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::Catalogue;

    /// R-PAP-2: every statement of a leaflet has words, and a source or none of both; pumps are those of the catalogue.
    #[test]
    fn leaflets_are_whole() {
        let catalogue = Catalogue::embedded().unwrap();
        for read in [&GUIDE, &TRAVEL, &MRI] {
            let leaflet = read.as_ref().unwrap();
            for pump in leaflet.says().flat_map(|say| &say.pump) {
                assert!(catalogue.pump(pump).is_some(), "{pump}");
            }
        }
    }

    #[test]
    fn a_leaflet_with_a_gap_is_refused() {
        let whole = include_str!("../data/mri.toml");
        for (from, to, reason) in [
            ("id = \"before\"", "id = \"elsewhere\"", "mri-elsewhere has no words"),
            ("source = [\"P41\"", "source = [\"P99\"", "not listed"),
            ("grade = \"A\"\nsource", "source", "a source and no grade"),
        ] {
            let error = Leaflet::read("mri", &whole.replacen(from, to, 1)).unwrap_err();
            assert!(error.contains(reason), "{from}: {error}");
        }
    }
}
