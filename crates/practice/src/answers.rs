//! Questions of patients and families, and which answer holds for whom: the registry. It knows no language; the words stand
//! under the keys that [`Topic::key`], [`Question::key`] and [`Answer::key`] give.
//!
//! An answer without a source does not exist: a question that no source answers has none, and the clinic answers it.

use crate::worklist::words;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What can be shown beside an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shows {
    /// Whom to call.
    Call,
    /// The next refill.
    Refill,
    /// The alarm dates.
    Alarm,
    /// The pump.
    Pump,
    /// The dose.
    Dose,
    /// Travelling.
    Travel,
    /// How the alarms sound.
    Sounds,
    /// Appointments.
    Appointments,
}

/// Before or after the implant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// There is no pump yet.
    Before,
    /// There is a pump.
    With,
}

/// A program that an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// The dose changes over the day.
    Flex,
}

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name.
    pub id: String,
}

/// An answer, and for whom it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Its name.
    pub id: String,
    /// "A" a primary source, "B" a secondary one, "D" thecal's own.
    pub grade: String,
    /// Ids of sources, here or in the catalogue.
    pub source: Vec<String>,
    /// Only with these pumps, by their ids in the catalogue; any if empty.
    #[serde(default)]
    pub pump: Vec<String>,
    /// Only with this program.
    #[serde(default)]
    pub mode: Option<Mode>,
    /// Only before or only with a pump.
    #[serde(default)]
    pub stage: Option<Stage>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name.
    pub id: String,
    /// Its group.
    pub topic: String,
    /// Where it was asked.
    pub asked_by: Vec<String>,
    /// What is shown beside the answer.
    #[serde(default)]
    pub shows: Vec<Shows>,
    /// Words under which it is found beside its own.
    #[serde(default)]
    pub words: Vec<String>,
    /// Its answers: the first that holds counts. None if no source answers it.
    #[serde(default, rename = "answer")]
    pub answers: Vec<Answer>,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Publisher, title and year in short.
    pub citation: String,
}

/// Who asks: what decides which answer holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Case<'a> {
    /// The pump by its id in the catalogue, if that is known.
    pub pump: Option<&'a str>,
    /// Whether a flex program runs.
    pub flex: bool,
    /// Whether there is a pump in the patient.
    pub has_pump: bool,
}

impl Answer {
    /// The key of its text.
    #[must_use]
    pub fn key(&self) -> String {
        format!("answer-{}", self.id)
    }

    /// Whether it holds for somebody.
    #[must_use]
    pub fn holds(&self, case: Case<'_>) -> bool {
        let pump = self.pump.is_empty() || case.pump.is_some_and(|id| self.pump.iter().any(|one| one == id));
        let mode = self.mode.is_none_or(|Mode::Flex| case.flex);
        let stage = self.stage.is_none_or(|stage| (stage == Stage::With) == case.has_pump);
        pump && mode && stage
    }
}

impl Question {
    /// The key of its text.
    #[must_use]
    pub fn key(&self) -> String {
        format!("question-{}", self.id)
    }

    /// The answer that holds for somebody; `None` if the clinic answers.
    #[must_use]
    pub fn answer(&self, case: Case<'_>) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.holds(case))
    }
}

impl Topic {
    /// The key of its text.
    #[must_use]
    pub fn key(&self) -> String {
        format!("topic-{}", self.id)
    }
}

/// All questions and answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Groups, in the order in which people look through them.
    #[serde(rename = "topic")]
    pub topics: Vec<Topic>,
    /// Questions, in their order.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
    /// Sources that are in no catalogue.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
}

/// What is wrong with the registry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the answers cannot be used: {0}")]
pub struct AnswersError(String);

const FILE: &str = include_str!("../answers/answers.toml");

impl Answers {
    /// Those that ship with thecal, read and checked once.
    ///
    /// # Errors
    /// [`AnswersError`]; never in a sound build.
    pub fn embedded() -> Result<&'static Self, AnswersError> {
        static READ: LazyLock<Result<Answers, AnswersError>> = LazyLock::new(|| Answers::parse(FILE));
        READ.as_ref().map_err(Clone::clone)
    }

    /// From text, checked whole.
    ///
    /// # Errors
    /// [`AnswersError`] names the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, AnswersError> {
        let read: Self = toml::from_str(text).map_err(|error| AnswersError(error.to_string()))?;
        read.check().map_err(AnswersError)?;
        Ok(read)
    }

    fn check(&self) -> Result<(), String> {
        let catalogue = catalogue::Catalogue::embedded().map_err(|error| error.to_string())?;
        let answers = || self.questions.iter().flat_map(|question| &question.answers);
        once("topic", self.topics.iter().map(|topic| topic.id.as_str()))?;
        once("question", self.questions.iter().map(|question| question.id.as_str()))?;
        once("answer", answers().map(|answer| answer.id.as_str()))?;
        once("source", self.sources.iter().map(|source| source.id.as_str()))?;
        for question in &self.questions {
            if !self.topics.iter().any(|topic| topic.id == question.topic) {
                return Err(format!("question {}: there is no topic {}", question.id, question.topic));
            }
            // What follows an answer that holds for everybody is never shown.
            let general =
                |answer: &Answer| answer.pump.is_empty() && answer.mode.is_none() && answer.stage.is_none();
            let reached =
                question.answers.iter().position(general).map_or(question.answers.len(), |at| at + 1);
            if let Some(never) = question.answers.get(reached) {
                return Err(format!("answer {} comes after one that holds for everybody", never.id));
            }
        }
        for answer in answers() {
            if !["A", "B", "D"].contains(&answer.grade.as_str()) {
                return Err(format!("answer {}: {} is none of the grades A, B, D", answer.id, answer.grade));
            }
            if answer.source.is_empty() && answer.grade != "D" {
                return Err(format!("answer {} has no source", answer.id));
            }
            let known = |id: &&String| {
                self.sources.iter().any(|source| source.id == **id) || catalogue.source(id).is_some()
            };
            if let Some(unknown) = answer.source.iter().find(|id| !known(id)) {
                return Err(format!("answer {}: there is no source {unknown}", answer.id));
            }
            if let Some(unknown) = answer.pump.iter().find(|id| catalogue.pump(id).is_none()) {
                return Err(format!("answer {}: there is no pump {unknown}", answer.id));
            }
        }
        Ok(())
    }

    /// A question by its name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// An answer by its name, with its question.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<(&Question, &Answer)> {
        let mut all =
            self.questions.iter().flat_map(|one| one.answers.iter().map(move |answer| (one, answer)));
        all.find(|(_, answer)| answer.id == id)
    }

    /// Questions of a group, in their order.
    pub fn of_topic<'a>(&'a self, topic: &'a str) -> impl Iterator<Item = &'a Question> {
        self.questions.iter().filter(move |question| question.topic == topic)
    }

    /// The first answer to a question that holds for somebody: the pump by its id in the catalogue, whether a flex program
    /// runs, whether there is a pump at all. `None` if the clinic answers.
    #[must_use]
    pub fn for_patient(
        &self,
        question: &str,
        pump: Option<&str>,
        flex: bool,
        has_pump: bool,
    ) -> Option<&Answer> {
        self.question(question)?.answer(Case { pump, flex, has_pump })
    }

    /// Questions in which every typed word is found: in the question, in the answer that holds, or in its words; without
    /// regard to case and accents, and in parts of words. Texts come from `text`, by their keys. All if nothing was typed.
    #[must_use]
    pub fn search(
        &self,
        typed: &str,
        case: Case<'_>,
        text: impl Fn(&str) -> Option<String>,
    ) -> Vec<&Question> {
        let wanted = words(typed);
        let found = |question: &&Question| {
            let mut hay = question.words.join(" ");
            for key in [Some(question.key()), question.answer(case).map(Answer::key)].into_iter().flatten() {
                hay.push(' ');
                hay.push_str(&text(&key).unwrap_or_default());
            }
            let hay = words(&hay).join(" ");
            wanted.iter().all(|word| hay.contains(word.as_str()))
        };
        self.questions.iter().filter(found).collect()
    }

    /// The citation of a source that stands here; others are in the catalogue.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The citation of a source, here or in the catalogue; its id if neither has it.
    #[must_use]
    pub fn citation(&self, id: &str, catalogue: &catalogue::Catalogue) -> String {
        let here = self.source(id).map(|source| source.citation.clone());
        let listed = here.or_else(|| catalogue.source(id).map(|source| source.citation.clone()));
        listed.unwrap_or_else(|| id.to_owned())
    }
}

/// That no name comes twice, and that each can stand in an address and in a key.
fn once<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        let odd = |letter: char| !letter.is_ascii_alphanumeric() && letter != '-';
        if id.is_empty() || id.contains(odd) {
            return Err(format!("{what} {id}: a name has letters, digits and hyphens"));
        }
        if !seen.insert(id) {
            return Err(format!("{what} {id} is there twice"));
        }
    }
    Ok(())
}
