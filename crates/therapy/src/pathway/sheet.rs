//! Sheets: what is asked before a decision, a test, an operation and a discharge. Questions are data, each with the source
//! that asks for it; answers are checked here, and what is missing is said.
//!
//! Words
//! - *sheet*: a set of questions that one person answers on one day.
//! - *needed*: an answer without which the sheet is not complete. Nothing is refused for being missing: it is shown.
//! - *when*: a question that only follows from the answer to another one.

use super::limits::PathwayLimits;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Answers by question; several for a question that takes several.
pub type Answers = BTreeMap<String, Vec<String>>;

/// More letters than any answer needs.
const LETTERS_MAX: usize = 4_000;

/// In which part of the way a sheet is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before it is decided.
    Evaluation,
    /// The decision itself.
    Decision,
    /// The screening test.
    Test,
    /// The implant, from the plan to the discharge.
    Implant,
    /// After it.
    AfterCare,
}

/// What a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of these: word and words for people.
    Choice(Vec<(String, String)>),
    /// Any of these.
    Several(Vec<(String, String)>),
    /// A number with its unit, in bounds of what bodies and devices are, with so many decimals.
    Amount {
        /// The unit, for people.
        unit: String,
        /// The least, in units of the last decimal.
        least: i64,
        /// The most, in units of the last decimal.
        most: i64,
        /// How many decimals.
        decimals: u32,
    },
    /// A line of text.
    Text,
    /// Several lines of text.
    Lines,
    /// A day.
    Day,
    /// A pump of the catalogue, by its id.
    Pump,
    /// A catheter of the catalogue, by its id.
    Catheter,
    /// A drug of the catalogue, by its id.
    Drug,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id within the sheet.
    pub id: String,
    /// What is asked.
    pub ask: String,
    /// What helps to answer; may be empty.
    pub hint: String,
    /// What it takes.
    pub kind: Kind,
    /// Whether the sheet is not complete without it.
    pub needed: bool,
    /// It only follows from one of these answers to another question.
    pub when: Option<(String, Vec<String>)>,
    /// Ids of the sources that ask for it.
    pub source: Vec<String>,
}

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What should be known of it; may be empty.
    pub note: String,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// When it is answered.
    pub phase: Phase,
    /// Who answers it, in words.
    pub discipline: String,
    /// Goes up whenever a question changes its meaning.
    pub version: u32,
    /// What it is for.
    pub about: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The sheet has no such question.
    #[error("is no question of this sheet")]
    NoSuchQuestion,
    /// None of the answers.
    #[error("takes one of: {accepted}")]
    NotAnOption {
        /// What is accepted.
        accepted: String,
    },
    /// Two answers where one is asked for.
    #[error("takes one answer")]
    OneOnly,
    /// "None" beside something else.
    #[error("cannot be none and something else at once")]
    NoneAndMore,
    /// Not a number in bounds.
    #[error("takes a number from {least} to {most} {unit}, with at most {decimals} digits after the point")]
    Amount {
        /// The least.
        least: String,
        /// The most.
        most: String,
        /// The unit.
        unit: String,
        /// How many decimals.
        decimals: u32,
    },
    /// Not a day.
    #[error("takes a day, as 2026-03-22")]
    Day,
    /// Not of the catalogue.
    #[error("is not in the catalogue")]
    NotInCatalogue,
    /// Too long.
    #[error("takes at most {LETTERS_MAX} letters")]
    TooLong,
}

/// What is wrong with the data of the sheets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The text is no sheet.
    #[error("{sheet}: {problem}")]
    Text {
        /// Which.
        sheet: String,
        /// How.
        problem: String,
    },
    /// A question that cannot be.
    #[error("{sheet}, question {question}: {problem}")]
    Question {
        /// Which sheet.
        sheet: String,
        /// Which question.
        question: String,
        /// How.
        problem: &'static str,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetText {
    id: String,
    title: String,
    phase: Phase,
    discipline: String,
    version: u32,
    about: String,
    section: Vec<SectionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionText {
    title: String,
    #[serde(default)]
    note: String,
    questions: Vec<QuestionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    id: String,
    ask: String,
    #[serde(default)]
    hint: String,
    kind: String,
    #[serde(default)]
    needed: bool,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    least: String,
    #[serde(default)]
    most: String,
    #[serde(default)]
    decimals: u32,
    #[serde(default)]
    when: Vec<String>,
    #[serde(default)]
    source: Vec<String>,
}

const TEXTS: [&str; 14] = [
    include_str!("../../pathway/sheets/01-neurology.toml"),
    include_str!("../../pathway/sheets/02-orthopaedics.toml"),
    include_str!("../../pathway/sheets/03-physiotherapy.toml"),
    include_str!("../../pathway/sheets/04-skin-nutrition.toml"),
    include_str!("../../pathway/sheets/05-medical.toml"),
    include_str!("../../pathway/sheets/06-treatment.toml"),
    include_str!("../../pathway/sheets/07-goals.toml"),
    include_str!("../../pathway/sheets/08-imaging.toml"),
    include_str!("../../pathway/sheets/20-decision.toml"),
    include_str!("../../pathway/sheets/30-test-readiness.toml"),
    include_str!("../../pathway/sheets/40-implant-plan.toml"),
    include_str!("../../pathway/sheets/41-back-table.toml"),
    include_str!("../../pathway/sheets/42-discharge-plan.toml"),
    include_str!("../../pathway/sheets/50-revision-plan.toml"),
];

/// All sheets, in the order of the way.
///
/// # Errors
/// None in a build whose tests have passed.
pub fn all() -> Result<&'static [Sheet], &'static SheetError> {
    static ALL: OnceLock<Result<Vec<Sheet>, SheetError>> = OnceLock::new();
    let read = || TEXTS.iter().map(|text| Sheet::parse(text)).collect();
    ALL.get_or_init(read).as_ref().map(Vec::as_slice)
}

/// A sheet by its id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Sheet> {
    all().ok()?.iter().find(|sheet| sheet.id == id)
}

/// A decimal number with a point, in units of its last decimal; `None` for anything else.
fn scaled(text: &str, decimals: u32) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let places = usize::try_from(decimals).ok()?;
    let fits = !whole.is_empty() && whole.len() <= 9 && digits(whole) && digits(part);
    if !fits || part.len() > places || (text.contains('.') && part.is_empty()) {
        return None;
    }
    let padded = format!("{whole}{part:0<places$}");
    padded.parse().ok()
}

/// The same for people: without trailing zeros.
fn unscaled(value: i64, decimals: u32) -> String {
    let one = 10_i64.saturating_pow(decimals);
    let (whole, rest) = (value / one, value % one);
    let places = usize::try_from(decimals).unwrap_or_default();
    let text = format!("{whole}.{rest:0>places$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

impl Sheet {
    /// A sheet from TOML.
    ///
    /// # Errors
    /// [`SheetError`] naming the question.
    pub fn parse(text: &str) -> Result<Self, SheetError> {
        let read: SheetText = toml::from_str(text).map_err(|error| SheetError::Text {
            sheet: text.lines().next().unwrap_or_default().to_owned(),
            problem: error.to_string(),
        })?;
        let mut sheet = Self {
            id: read.id,
            title: read.title,
            phase: read.phase,
            discipline: read.discipline,
            version: read.version,
            about: read.about,
            sections: Vec::new(),
        };
        for section in read.section {
            let questions = section.questions.into_iter().map(|question| sheet.question(question));
            let questions = questions.collect::<Result<Vec<_>, _>>()?;
            sheet.sections.push(Section { title: section.title, note: section.note, questions });
        }
        sheet.check()?;
        Ok(sheet)
    }

    fn wrong(&self, question: &str, problem: &'static str) -> SheetError {
        SheetError::Question { sheet: self.id.clone(), question: question.to_owned(), problem }
    }

    fn question(&self, text: QuestionText) -> Result<Question, SheetError> {
        let wrong = |problem| self.wrong(&text.id, problem);
        let option =
            |option: &String| option.split_once('|').map(|(word, words)| (word.to_owned(), words.to_owned()));
        let options: Option<Vec<(String, String)>> = text.options.iter().map(option).collect();
        let options = options.ok_or_else(|| wrong("an option is a word, a bar and words"))?;
        let yes_no = [("yes", "yes"), ("no", "no"), ("unknown", "not known")];
        let kind = match text.kind.as_str() {
            "choice" if !options.is_empty() => Kind::Choice(options),
            "several" if !options.is_empty() => Kind::Several(options),
            "yes-no" => Kind::Choice(yes_no.map(|(word, words)| (word.to_owned(), words.to_owned())).into()),
            "amount" => {
                let bound = |text: &str, decimals| scaled(text, decimals);
                let (least, most) = (bound(&text.least, text.decimals), bound(&text.most, text.decimals));
                let (Some(least), Some(most)) = (least, most) else {
                    return Err(wrong("an amount has a least and a most"));
                };
                Kind::Amount { unit: text.unit.clone(), least, most, decimals: text.decimals }
            }
            "text" => Kind::Text,
            "lines" => Kind::Lines,
            "day" => Kind::Day,
            "pump" => Kind::Pump,
            "catheter" => Kind::Catheter,
            "drug" => Kind::Drug,
            _ => return Err(wrong("is of no known kind, or has no options")),
        };
        let when = text.when.split_first().map(|(question, is)| (question.clone(), is.to_vec()));
        let (id, ask, hint) = (text.id, text.ask, text.hint);
        Ok(Question { id, ask, hint, kind, needed: text.needed, when, source: text.source })
    }

    /// Ids are unique, conditions name earlier questions and answers that exist, sources are explained.
    fn check(&self) -> Result<(), SheetError> {
        let limits = PathwayLimits::embedded().map_err(|_| self.wrong("", "the sources cannot be read"))?;
        let mut known: Vec<&Question> = Vec::new();
        for question in self.questions() {
            if known.iter().any(|earlier| earlier.id == question.id) {
                return Err(self.wrong(&question.id, "is asked twice"));
            }
            if let Some((on, is)) = &question.when {
                let earlier = known.iter().find(|earlier| earlier.id == *on);
                let options = match earlier.map(|earlier| &earlier.kind) {
                    Some(Kind::Choice(options) | Kind::Several(options)) => options,
                    _ => return Err(self.wrong(&question.id, "follows from no earlier choice")),
                };
                if is.is_empty() || !is.iter().all(|is| options.iter().any(|(word, _)| word == is)) {
                    return Err(self.wrong(&question.id, "follows from an answer that does not exist"));
                }
            }
            if !question.source.iter().all(|id| limits.sources.contains_key(id)) {
                return Err(self.wrong(&question.id, "names a source that is not explained"));
            }
            known.push(question);
        }
        Ok(())
    }

    /// Every question, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// A question by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// What is wrong with answers, question by question; whether they are complete is another matter.
    ///
    /// # Errors
    /// Each question with its [`AnswerError`].
    pub fn judge(
        &self,
        answers: &Answers,
        catalogue: &catalogue::Catalogue,
    ) -> Result<(), Vec<(String, AnswerError)>> {
        let judged = answers.iter().filter_map(|(id, given)| {
            let judged = match self.find(id) {
                Some(question) => question.judge(given, catalogue),
                None => Err(AnswerError::NoSuchQuestion),
            };
            judged.err().map(|error| (id.clone(), error))
        });
        let wrong: Vec<_> = judged.collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Questions whose answer is needed and is not there.
    pub fn missing<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a Question> {
        self.questions().filter(|question| {
            question.needed && question.applies(answers) && !answers.contains_key(&question.id)
        })
    }
}

impl Question {
    /// Whether it is asked, by the answers to other questions.
    #[must_use]
    pub fn applies(&self, answers: &Answers) -> bool {
        self.when.as_ref().is_none_or(|(on, is)| {
            answers.get(on).is_some_and(|given| given.iter().any(|one| is.contains(one)))
        })
    }

    /// What an answer says, for people.
    #[must_use]
    pub fn words(&self, given: &[String], catalogue: &catalogue::Catalogue) -> String {
        let named = |name: Option<&str>, id: &str| name.map_or_else(|| id.to_owned(), str::to_owned);
        let one = |one: &String| match &self.kind {
            Kind::Choice(options) | Kind::Several(options) => {
                let words = options.iter().find(|(word, _)| word == one).map(|(_, words)| words.as_str());
                named(words, one)
            }
            Kind::Amount { unit, .. } => format!("{one}\u{a0}{unit}"),
            Kind::Day => one.parse().map_or_else(|_| one.clone(), crate::date_in_words),
            Kind::Pump => named(catalogue.pump(one).map(|pump| pump.name.as_str()), one),
            Kind::Catheter => named(catalogue.catheter(one).map(|catheter| catheter.name.as_str()), one),
            Kind::Drug => named(catalogue.drug(one).map(|drug| drug.name.as_str()), one),
            Kind::Text | Kind::Lines => one.clone(),
        };
        given.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn judge(&self, given: &[String], catalogue: &catalogue::Catalogue) -> Result<(), AnswerError> {
        let several = matches!(self.kind, Kind::Several(_));
        let [first, more @ ..] = given else { return Ok(()) };
        if !more.is_empty() && !several {
            return Err(AnswerError::OneOnly);
        }
        if given.iter().any(|one| one.chars().count() > LETTERS_MAX) {
            return Err(AnswerError::TooLong);
        }
        match &self.kind {
            Kind::Choice(options) | Kind::Several(options) => {
                let known = |one: &String| options.iter().any(|(word, _)| word == one);
                if !given.iter().all(known) {
                    let accepted: Vec<&str> = options.iter().map(|(_, words)| words.as_str()).collect();
                    return Err(AnswerError::NotAnOption { accepted: accepted.join(", ") });
                }
                if !more.is_empty() && given.iter().any(|one| one == "none") {
                    return Err(AnswerError::NoneAndMore);
                }
            }
            Kind::Amount { unit, least, most, decimals } => {
                let read = scaled(first, *decimals).filter(|value| (least..=most).contains(&value));
                read.ok_or_else(|| AnswerError::Amount {
                    least: unscaled(*least, *decimals),
                    most: unscaled(*most, *decimals),
                    unit: unit.clone(),
                    decimals: *decimals,
                })?;
            }
            Kind::Day => {
                first.parse::<Date>().map_err(|_| AnswerError::Day)?;
            }
            Kind::Pump if catalogue.pump(first).is_none() => return Err(AnswerError::NotInCatalogue),
            Kind::Catheter if catalogue.catheter(first).is_none() => return Err(AnswerError::NotInCatalogue),
            Kind::Drug if catalogue.drug(first).is_none() => return Err(AnswerError::NotInCatalogue),
            Kind::Text | Kind::Lines | Kind::Pump | Kind::Catheter | Kind::Drug => {}
        }
        Ok(())
    }
}

/// An amount in units of its last decimal, if the answer is one.
#[must_use]
pub fn amount_scaled(question: &Question, given: &str) -> Option<i64> {
    match question.kind {
        Kind::Amount { decimals, .. } => scaled(given, decimals),
        _ => None,
    }
}
