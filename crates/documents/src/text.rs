//! The clinical words of the emergency sheet, with their sources.

use crate::PaperError;
use serde::Deserialize;
use std::sync::LazyLock;

static EMBEDDED: LazyLock<Result<EmergencyText, String>> =
    LazyLock::new(|| EmergencyText::read(include_str!("../data/emergency.toml")));

/// How good the source of a statement is. What nobody has seen a source for (U) cannot be expressed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Grade {
    /// A manufacturer's, regulator's or peer-reviewed text.
    A,
    /// A secondary text.
    B,
}

/// One clinical sentence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name, for anchors and tests.
    pub id: String,
    /// The words, in English.
    #[serde(skip)]
    pub text: String,
    /// How good the best of its sources is.
    pub grade: Grade,
    /// Names of its sources in [`EmergencyText::sources`]; never empty.
    pub source: Vec<String>,
    /// The pump models (identifiers of the catalogue) that it is about; empty: all.
    #[serde(default)]
    pub pump: Vec<String>,
}

impl Statement {
    /// The key of its words.
    #[must_use]
    pub fn key(&self) -> String {
        format!("statement-{}", self.id)
    }

    /// Whether the statement may be shown for this pump model (identifier of the catalogue). What is about some models
    /// only is not shown where the model is not known.
    #[must_use]
    pub fn is_about(&self, pump: Option<&str>) -> bool {
        self.pump.is_empty() || pump.is_some_and(|id| self.pump.iter().any(|named| named == id))
    }
}

/// What is said about withdrawal, or about overdose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// How it shows.
    pub sign: Vec<Statement>,
    /// Published times of onset and course; never a forecast for one patient.
    pub time: Vec<Statement>,
    /// First steps, in order.
    pub step: Vec<Statement>,
    /// What not to do.
    pub never: Vec<Statement>,
}

/// Where statements come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in the statements.
    pub id: String,
    /// Who said it, where, when.
    pub citation: String,
}

/// All words of the sheet that are not about one patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyText {
    /// Too little drug.
    pub withdrawal: Condition,
    /// Too much drug.
    pub overdose: Condition,
    /// What holds for both.
    pub either: Vec<Statement>,
    /// What the alarm sounds mean.
    pub alarm: Vec<Statement>,
    /// What to know before and after an MRI.
    pub mri: Vec<Statement>,
    /// Every source that a statement names, in the order of the file.
    pub sources: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    withdrawal: Condition,
    overdose: Condition,
    either: Either,
    pump: About,
    source: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Either {
    note: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    alarm: Vec<Statement>,
    mri: Vec<Statement>,
}

impl EmergencyText {
    /// The text that is built in, read and checked once.
    ///
    /// # Errors
    /// [`PaperError::Text`]: the built-in file is broken, which a test rules out.
    pub fn embedded() -> Result<&'static Self, PaperError> {
        EMBEDDED.as_ref().map_err(|reason| PaperError::Text(reason.clone()))
    }

    /// Reads a text and checks it: no statement without a listed source, no name twice, no source that nobody names.
    pub(crate) fn read(toml: &str) -> Result<Self, String> {
        let file: File = toml::from_str(toml).map_err(|error| error.to_string())?;
        let text = Self {
            withdrawal: file.withdrawal,
            overdose: file.overdose,
            either: file.either.note,
            alarm: file.pump.alarm,
            mri: file.pump.mri,
            sources: file.source,
        };
        text.check()?;
        text.with_words()
    }

    /// Takes the English words of every statement from the catalogue of texts.
    fn with_words(mut self) -> Result<Self, String> {
        let conditions = [&mut self.withdrawal, &mut self.overdose];
        let lists =
            conditions.into_iter().flat_map(|it| [&mut it.sign, &mut it.time, &mut it.step, &mut it.never]);
        for statement in lists.chain([&mut self.either, &mut self.alarm, &mut self.mri]).flatten() {
            let words = words::source(words::Language::English, &statement.key());
            statement.text = words.ok_or_else(|| format!("{} has no words", statement.id))?.to_owned();
        }
        Ok(self)
    }

    /// Every statement, in the order of the sheet.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        [&self.withdrawal, &self.overdose]
            .into_iter()
            .flat_map(|it| [&it.sign, &it.time, &it.step, &it.never])
            .chain([&self.either, &self.alarm, &self.mri])
            .flatten()
    }

    /// The source of this name.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    fn check(&self) -> Result<(), String> {
        let mut ids: Vec<&str> = self.statements().map(|statement| statement.id.as_str()).collect();
        ids.extend(self.sources.iter().map(|source| source.id.as_str()));
        ids.sort_unstable();
        if let Some((twice, _)) = ids.iter().zip(ids.iter().skip(1)).find(|(a, b)| a == b) {
            return Err(format!("{twice} stands twice"));
        }
        for statement in self.statements() {
            if statement.source.is_empty() {
                return Err(format!("{} has no source", statement.id));
            }
            if let Some(lost) = statement.source.iter().find(|id| self.source(id).is_none()) {
                return Err(format!("{} names {lost}, which is not listed", statement.id));
            }
        }
        let named = |id: &String| self.statements().any(|statement| statement.source.contains(id));
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

    #[test]
    fn the_embedded_text_is_whole_and_names_what_the_catalogue_has() {
        let text = EmergencyText::embedded().unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        for statement in text.statements() {
            assert!(!statement.text.is_empty() && !statement.source.is_empty(), "{}", statement.id);
            for pump in &statement.pump {
                assert!(catalogue.pump(pump).is_some(), "{} names {pump}", statement.id);
            }
            // Units in words, the micro sign nowhere, a number never parted from its unit.
            assert!(
                !["µg", "mcg", "ug/"].iter().any(|unit| statement.text.contains(unit)),
                "{}",
                statement.id
            );
            for unit in [" h", " mg", " mL", " T", " days", " micrograms"] {
                let parted = ('0'..='9').any(|digit| statement.text.contains(&format!("{digit}{unit}")));
                assert!(!parted, "{}: no-break space before{unit}", statement.id);
            }
        }
    }

    #[test]
    fn what_is_about_one_model_is_not_said_of_another() {
        let text = EmergencyText::embedded().unwrap();
        let shown =
            |pump| text.mri.iter().filter(|it| it.is_about(pump)).map(|it| &*it.id).collect::<Vec<_>>();
        assert_eq!(shown(Some("synchromed-ii-8637-20")), ["mri-synchromed-ii"]);
        assert_eq!(shown(Some("prometra-20")), ["mri-prometra"]);
        assert_eq!(shown(Some("prometra-ii-20")), ["mri-prometra-ii"]);
        assert!(shown(Some("medstream")).is_empty() && shown(None).is_empty());
    }

    #[test]
    fn a_text_with_a_gap_is_refused() {
        let whole = include_str!("../data/emergency.toml");
        for (from, to, reason) in [
            (r#"source = ["T31"]"#, "source = []", "has no source"),
            (r#"source = ["T31"]"#, r#"source = ["T99"]"#, "not listed"),
            (r#"source = ["T31"]"#, r#"source = ["T3"]"#, "nobody names T31"),
            (r#"id = "overdose-coma""#, r#"id = "overdose-bolus""#, "stands twice"),
            (r#"grade = "A""#, r#"grade = "U""#, "unknown variant"),
        ] {
            let error = EmergencyText::read(&whole.replacen(from, to, 1)).unwrap_err();
            assert!(error.contains(reason), "{from} to {to}: {error}");
        }
    }
}
