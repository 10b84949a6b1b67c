//! The fixed words of every paper, and texts with their English beside them, as templates read them.

use crate::emergency::PrintStamp;
use crate::ink::Ink;
use serde::Serialize;
use words::{Args, Language, Voice, Worded};

/// What every template needs of its language.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Fixed {
    /// Code of the language.
    pub(crate) language: &'static str,
    /// "ltr" or "rtl".
    pub(crate) dir: &'static str,
    invented: Said,
    not_a_device: Said,
    not_approved: String,
    not_approved_english: String,
    letters_missing: String,
    nothing_recorded: Said,
    sign_here: Said,
    sources: Said,
    /// "page {0} of {1}", with both places left open.
    page_of: [String; 3],
    pub(crate) printed: String,
}

/// Stands in the places of a text that the template fills in.
const OPEN: [&str; 2] = ["\u{1}", "\u{2}"];

impl Fixed {
    pub(crate) fn new(voice: &Voice<'_>) -> Self {
        let said = |key: &str| Said::from(voice.say(key));
        let pages = Args::new().text("page", OPEN[0]).text("pages", OPEN[1]);
        let page_of = voice.plain_with("common-page-of", &pages);
        let (before, rest) = page_of.split_once(OPEN[0]).unwrap_or((&page_of, ""));
        let (between, after) = rest.split_once(OPEN[1]).unwrap_or((rest, ""));
        Self {
            language: voice.language().code(),
            dir: voice.language().dir(),
            invented: said("common-invented"),
            not_a_device: said("common-not-a-device"),
            not_approved: voice.plain("common-translation-not-approved"),
            not_approved_english: match voice.language() {
                Language::English => String::new(),
                _ => voice.english().plain("common-translation-not-approved"),
            },
            letters_missing: voice.plain("common-letters-missing"),
            nothing_recorded: said("common-nothing-recorded"),
            sign_here: said("common-date-name-signature"),
            sources: said("common-sources"),
            page_of: [before, between, after].map(str::to_owned),
            printed: String::new(),
        }
    }

    /// "and 3 more, see the record"; empty for none.
    pub(crate) fn more(&self, voice: &Voice<'_>, count: usize) -> String {
        match count {
            0 => String::new(),
            _ => voice.plain_with("common-and-more", &Args::new().count("count", count)),
        }
    }
}

impl PrintStamp {
    /// Where a paper comes from, in a line.
    pub(crate) fn printed(&self, voice: &Voice<'_>) -> String {
        let at = voice.moment(self.printed_at.date(), self.printed_at.time());
        let args = Args::new().text("at", &at).text("zone", &self.time_zone);
        voice.plain_with(
            "common-printed",
            &args.text("version", &self.record_version).text("hash", &self.record_hash),
        )
    }
}

/// A text with its English, made printable.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Said {
    text: String,
    english: String,
    tag: String,
}

impl Said {
    pub(crate) fn of(ink: &Ink<'_>, words: &Worded, letters: usize) -> Self {
        let english = words.english.as_deref().map_or_else(String::new, |text| ink.english(text, letters));
        Self { text: ink.write_up_to(&words.text, letters), english, tag: String::new() }
    }

    pub(crate) fn tagged(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.tag);
        self
    }
}

impl From<Worded> for Said {
    fn from(words: Worded) -> Self {
        Self { text: words.text, english: words.english.unwrap_or_default(), tag: String::new() }
    }
}
