//! Texts as HTML: in the language, with the English beside what the clinic has not approved.

use crate::error::PageError;
use core::fmt::{Display, Formatter, Result};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use therapy::Value;
use words::{Amount, Args, Direction, Language, Voice, Worded};

/// A piece of HTML that is safe to print: what was put in was escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Display for Html {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// A text with what HTML reads as its own taken out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

impl Html {
    /// What is no text of the catalogue: a name, a number, what somebody wrote. It may be written in any direction.
    pub(crate) fn own(text: &str) -> Self {
        Self(format!("<bdi>{}</bdi>", escaped(text)))
    }

    /// What is in English whatever the language of the page.
    pub(crate) fn english(text: &str) -> Self {
        Self(format!("<span lang=\"en\" dir=\"ltr\">{}</span>", escaped(text)))
    }

    /// One after the other.
    pub(crate) fn then(mut self, between: &str, next: &Self) -> Self {
        self.0.push_str(&escaped(between));
        self.0.push_str(&next.0);
        self
    }
}

/// Says texts as HTML in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Speech<'a>(pub(crate) Voice<'a>);

impl Speech<'_> {
    /// A text as it was said, as HTML.
    pub(crate) fn html(&self, said: &Worded) -> Html {
        let text = escaped(&said.text);
        Html(match &said.english {
            None => text,
            Some(english) => {
                format!("{text}<span class=\"beside\" lang=\"en\" dir=\"ltr\">{}</span>", escaped(english))
            }
        })
    }

    /// A text that the language has, or the English marked as such.
    fn marked(&self, key: &str, said: &Worded) -> Html {
        if self.0.knows(key) { self.html(said) } else { Html::english(&said.text) }
    }

    /// A text without places.
    pub(crate) fn say(&self, key: &str) -> Html {
        self.marked(key, &self.0.say(key))
    }

    /// A text with places that are filled in the same way in every language.
    pub(crate) fn say_with(&self, key: &str, args: &Args<'_>) -> Html {
        self.marked(key, &self.0.say_with(key, args))
    }

    /// A text with places that each language fills in its own way.
    pub(crate) fn say_each(&self, key: &str, args: impl Fn(&Voice<'_>) -> Args<'static>) -> Html {
        self.marked(key, &self.0.say_each(key, &args(&self.0), &args(&self.0.english())))
    }

    /// A text in paragraphs, which an empty line parts.
    pub(crate) fn paragraphs(&self, key: &str) -> Vec<Html> {
        let said = self.0.say(key);
        let parts = |text: &str| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        let english: Vec<String> = said.english.as_deref().map(parts).unwrap_or_default();
        let own = parts(&said.text);
        let alike = english.len() == own.len();
        let mut all: Vec<Html> = own
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let english = english.get(at).filter(|_| alike).cloned();
                self.marked(key, &Worded { text: text.clone(), english })
            })
            .collect();
        if !alike {
            all.extend(english.iter().map(|text| Html::english(text)));
        }
        all
    }

    /// What a voice makes of a value; the English beside it where one of the texts that it uses is not approved.
    fn value(&self, keys: &[&str], make: impl Fn(&Voice<'_>) -> String) -> Html {
        let approved = keys.iter().all(|key| self.0.is_approved(key));
        let text = make(&self.0);
        let english = (!approved).then(|| make(&self.0.english())).filter(|english| *english != text);
        self.html(&Worded { text, english })
    }

    /// A day.
    pub(crate) fn date(&self, date: Date) -> Html {
        self.value(&["common-date", &month(date)], |voice| voice.date(date))
    }

    /// A day with its weekday.
    pub(crate) fn weekday_and_date(&self, date: Date) -> Html {
        let weekday = format!("common-weekday-{}", date.weekday().to_monday_one_offset());
        let keys = ["common-date", &month(date), "common-weekday-and-date", &weekday];
        self.value(&keys, |voice| voice.weekday_and_date(date))
    }

    /// A day and a time of day.
    pub(crate) fn moment(&self, at: DateTime) -> Html {
        self.value(&["common-date", &month(at.date()), "common-moment"], |voice| moment(voice, at))
    }

    /// Micrograms in 24 hours.
    pub(crate) fn dose(&self, micrograms: &str) -> Html {
        let unit = Amount::MicrogramsPer24Hours;
        self.value(&["common-micrograms-per-24-hours"], |voice| voice.amount(unit, micrograms))
    }

    /// A strength.
    pub(crate) fn strength(&self, concentration: quantity::Concentration) -> Html {
        self.value(&["common-micrograms-per-millilitre"], |voice| strength(voice, concentration))
    }
}

fn month(date: Date) -> String {
    format!("common-month-{}", date.month())
}

/// Says which way a piece is written that begins with a number: put into another text it would be taken for Latin.
const RIGHT_TO_LEFT: char = '\u{200f}';

/// A day and a time of day, to be put into another text.
pub(crate) fn moment(voice: &Voice<'_>, at: DateTime) -> String {
    let said = voice.moment(at.date(), at.time());
    match voice.language().direction() {
        Direction::LeftToRight => said,
        Direction::RightToLeft => format!("{RIGHT_TO_LEFT}{said}"),
    }
}

/// A strength in the language of a voice.
pub(crate) fn strength(voice: &Voice<'_>, concentration: quantity::Concentration) -> String {
    let value = Value::concentration(concentration);
    match value.number() {
        Some((number, "ug/mL")) => voice.amount(Amount::MicrogramsPerMillilitre, &number),
        _ => value.to_string(),
    }
}

/// A moment on the clinic's wall.
pub(crate) fn wall(unix: i64, zone: &TimeZone) -> DateTime {
    let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone.to_datetime(at)
}

/// The language of a code.
pub(crate) fn language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|known| known.code() == code)
}

/// A template as text.
pub(crate) fn rendered(template: &impl askama::Template) -> core::result::Result<String, PageError> {
    Ok(template.render()?)
}
