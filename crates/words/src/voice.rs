//! Saying a text in a language, with the English beside it until the clinic has approved the translation.

use crate::Language;
use crate::texts::Texts;
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::BTreeSet;

/// Which translations the clinic has approved, in the wording they have today.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approvals(BTreeSet<(Language, String)>);

impl Approvals {
    /// None at all.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// Whether somebody approved this text in this language.
    #[must_use]
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.0.contains(&(language, key.to_owned()))
    }
}

impl FromIterator<(Language, String)> for Approvals {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// What is filled into the places of a text.
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self(FluentArgs::new())
    }

    /// A text into a place.
    #[must_use]
    pub fn text(mut self, place: &'a str, text: &str) -> Self {
        self.0.set(place, FluentValue::from(text.to_owned()));
        self
    }

    /// A number into a place, from decimal text with a point: it chooses the plural. Anything else is taken as text.
    #[must_use]
    pub fn number(mut self, place: &'a str, number: &str) -> Self {
        self.0.set(place, FluentValue::try_number(number).into_owned());
        self
    }

    /// A count into a place: it chooses the plural.
    #[must_use]
    pub fn count(self, place: &'a str, count: usize) -> Self {
        self.number(place, &count.to_string())
    }
}

/// A text as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worded {
    /// In the language that was asked for.
    pub text: String,
    /// The same in English, where nobody has approved the translation.
    pub english: Option<String>,
}

impl From<String> for Worded {
    /// What is no text of the catalogue: a name, a number, what somebody wrote.
    fn from(text: String) -> Self {
        Self { text, english: None }
    }
}

impl From<&str> for Worded {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Says texts in one language.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    language: Language,
    approvals: &'a Approvals,
}

/// Stands where a text is missing: nobody takes it for one. A test rules it out for every key of the code.
const MISSING: &str = "\u{FFFD}";

impl<'a> Voice<'a> {
    /// In this language, with what the clinic has approved.
    #[must_use]
    pub const fn new(language: Language, approvals: &'a Approvals) -> Self {
        Self { language, approvals }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The same in English.
    #[must_use]
    pub const fn english(&self) -> Self {
        Self { language: Language::English, approvals: self.approvals }
    }

    /// Whether the translation of a text is approved; English needs none.
    #[must_use]
    pub fn is_approved(&self, key: &str) -> bool {
        self.language == Language::English || self.approvals.has(self.language, key)
    }

    /// A text without places to fill in.
    #[must_use]
    pub fn say(&self, key: &str) -> Worded {
        self.say_with(key, &Args::new())
    }

    /// A text with its places filled in. The English beside it is filled with the same: hand in names, or use
    /// [`Self::say_each`] where what is filled in differs between the languages.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &Args<'_>) -> Worded {
        self.say_each(key, args, args)
    }

    /// The same where numbers and dates are written in each language's own way.
    #[must_use]
    pub fn say_each(&self, key: &str, args: &Args<'_>, english: &Args<'_>) -> Worded {
        let said = Texts::of(self.language).say(key, &args.0);
        let beside = || said_or_missing(Texts::of(Language::English).say(key, &english.0), key);
        match said {
            Some(text) if self.is_approved(key) => Worded { text, english: None },
            Some(text) => Worded { text, english: Some(beside()) },
            None => Worded { text: beside(), english: None },
        }
    }

    /// The text in the language alone: for what is part of another text, of a title, of a unit.
    #[must_use]
    pub fn plain(&self, key: &str) -> String {
        self.plain_with(key, &Args::new())
    }

    /// The same with its places filled in.
    #[must_use]
    pub fn plain_with(&self, key: &str, args: &Args<'_>) -> String {
        said_or_missing(Texts::of(self.language).say(key, &args.0), key)
    }

    /// Whether there is such a text.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        crate::source(self.language, key).is_some()
    }
}

fn said_or_missing(said: Option<String>, key: &str) -> String {
    said.unwrap_or_else(|| format!("{MISSING} {key}"))
}
