//! The texts themselves: read once, kept for the life of the program.

use crate::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

macro_rules! texts {
    ($($file:literal)*) => {
        /// The files of each language, in the order in which people look through them.
        pub const FILES: &[&str] = &[$($file,)*];

        const fn files_of(language: Language) -> &'static [&'static str] {
            match language {
                Language::English => &[$(include_str!(concat!("../texts/en/", $file, ".ftl")),)*],
                Language::German => &[$(include_str!(concat!("../texts/de/", $file, ".ftl")),)*],
                Language::Slovak => &[$(include_str!(concat!("../texts/sk/", $file, ".ftl")),)*],
                Language::Czech => &[$(include_str!(concat!("../texts/cs/", $file, ".ftl")),)*],
                Language::Turkish => &[$(include_str!(concat!("../texts/tr/", $file, ".ftl")),)*],
                Language::Hebrew => &[$(include_str!(concat!("../texts/he/", $file, ".ftl")),)*],
            }
        }
    };
}

texts! { "common" "card" "emergency" "paper" "guide" "travel" "mri" "page" "triage" "answers" }

macro_rules! staff_texts {
    ($($file:literal)*) => {
        /// The files of what only staff read, in English alone: in `texts/en/staff`, and every key of them begins with `staff-`.
        pub const STAFF_FILES: &[&str] = &[$($file,)*];

        const STAFF: &[&str] = &[$(include_str!(concat!("../texts/en/staff/", $file, ".ftl")),)*];
    };
}

staff_texts! {
    "account" "admit" "alarms" "appointments" "assessments" "attendance" "calendar" "contacts"
    "emergency" "enquiries" "enquiry" "files" "forms" "frame" "implant" "links" "loss-of-effect"
    "medicines" "mri" "observation" "orders" "outcomes" "overview" "papers" "parts" "pathway" "patient" "patients"
    "program" "recalls" "refill" "rehabilitation" "set-up" "settings" "sign-in" "team" "telemetry" "test-dose"
    "timeline" "to-do" "today"
}

/// The texts of one language.
pub(crate) struct Texts {
    bundle: FluentBundle<FluentResource>,
    /// What stands in the files under each key, places to fill in and all, with the name of the file.
    sources: BTreeMap<String, (&'static str, String)>,
    /// What is wrong with the files, for a person; a test rules it out.
    broken: Vec<String>,
}

impl Texts {
    fn read(language: Language) -> Self {
        let code: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![code]);
        // Marks that keep a Latin name in one piece among Hebrew; elsewhere they would only be in the way.
        bundle.set_use_isolating(language.dir() == "rtl");
        let (mut sources, mut broken) = (BTreeMap::new(), Vec::new());
        let of_staff = STAFF_FILES.iter().zip(STAFF).filter(|_| language == Language::English);
        for (name, file) in FILES.iter().zip(files_of(language)).chain(of_staff) {
            sources.extend(messages(file).into_iter().map(|(key, text)| (key, (*name, text))));
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    broken.extend(errors.iter().map(|error| format!("{}: {error}", language.code())));
                    resource
                }
            };
            if let Err(errors) = bundle.add_resource(resource) {
                broken.extend(errors.iter().map(|error| format!("{}: {error}", language.code())));
            }
        }
        Self { bundle, sources, broken }
    }

    pub(crate) fn of(language: Language) -> &'static Self {
        static ALL: [LazyLock<Texts>; 6] = [
            LazyLock::new(|| Texts::read(Language::English)),
            LazyLock::new(|| Texts::read(Language::German)),
            LazyLock::new(|| Texts::read(Language::Slovak)),
            LazyLock::new(|| Texts::read(Language::Czech)),
            LazyLock::new(|| Texts::read(Language::Turkish)),
            LazyLock::new(|| Texts::read(Language::Hebrew)),
        ];
        let [english, german, slovak, czech, turkish, hebrew] = &ALL;
        match language {
            Language::English => english,
            Language::German => german,
            Language::Slovak => slovak,
            Language::Czech => czech,
            Language::Turkish => turkish,
            Language::Hebrew => hebrew,
        }
    }

    /// A text with its places filled in; `None` if there is no such text or a place was not filled.
    pub(crate) fn say(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        // Where a text begins with a place, those around it could not tell which way it is written.
        let marked = said.starts_with('\u{2068}')
            && said.chars().any(|letter| ('\u{0590}'..='\u{05FF}').contains(&letter));
        errors.is_empty().then(|| if marked { format!("\u{200F}{said}") } else { said.into_owned() })
    }
}

/// Each message of a file as it stands there: from its key to the next line that is neither indented nor empty.
fn messages(file: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    for line in file.lines() {
        let begins = line.split_once(" =").filter(|(key, _)| is_key(key));
        if let Some((key, rest)) = begins {
            found.push((key.to_owned(), rest.trim_start().to_owned()));
            open = true;
        } else if line.trim().is_empty() || line.starts_with(' ') {
            if let Some((_, text)) = found.last_mut().filter(|_| open) {
                text.push('\n');
                text.push_str(line.strip_prefix("    ").unwrap_or(line));
            }
        } else {
            open = false;
        }
    }
    for (_, text) in &mut found {
        *text = text.trim().to_owned();
    }
    found
}

fn is_key(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-')
}

/// Every key of the texts for patients, in the order of the alphabet.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let all = Texts::of(Language::English).sources.keys().map(String::as_str);
    all.filter(|key| !key.starts_with("staff-"))
}

/// What stands under a key in the file of a language, places to fill in and all; `None` if the language lacks it.
#[must_use]
pub fn source(language: Language, key: &str) -> Option<&'static str> {
    Texts::of(language).sources.get(key).map(|(_, text)| text.as_str())
}

/// What is wrong with the files of a language, for a person; nothing in a sound build.
#[must_use]
pub fn faults(language: Language) -> &'static [String] {
    &Texts::of(language).broken
}

/// The file in which a key stands, one of [`FILES`].
#[must_use]
pub fn file_of(key: &str) -> Option<&'static str> {
    Texts::of(Language::English).sources.get(key).map(|(file, _)| *file)
}

/// What an approval holds for: a short hash of a text and of the English that it translates. It changes when either does.
#[must_use]
pub fn fingerprint(language: Language, key: &str) -> Option<String> {
    let (english, own) = (source(Language::English, key)?, source(language, key)?);
    let mut hash = Sha256::new();
    for part in [english, "\0", own] {
        hash.update(part.as_bytes());
    }
    Some(hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect())
}
