//! Every text in every language: complete, with the same places, plurals and numbers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs,
    reason = "tests may fail loudly"
)]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use std::collections::{BTreeMap, BTreeSet};
use words::{Amount, Approvals, Args, FILES, Language, Voice, faults, file_of, fingerprint, keys, source};

fn messages(language: Language) -> BTreeMap<String, Message<String>> {
    let mut found = BTreeMap::new();
    for file in FILES {
        let path = format!("{}/texts/{}/{file}.ftl", env!("CARGO_MANIFEST_DIR"), language.code());
        let resource = fluent_syntax::parser::parse(std::fs::read_to_string(&path).unwrap());
        for entry in resource.unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}")).body {
            if let Entry::Message(message) = entry {
                let twice = found.insert(message.id.name.clone(), message);
                assert!(twice.is_none(), "{path}: {} stands twice", twice.unwrap().id.name);
            }
        }
    }
    found
}

/// What a text holds: its places, its plural forms, and the words without either.
#[derive(Debug, Default)]
struct Held {
    places: BTreeSet<String>,
    plurals: Vec<BTreeSet<String>>,
    plain: String,
}

impl Held {
    fn of(message: &Message<String>) -> Self {
        let mut held = Self::default();
        held.read(message.value.as_ref().unwrap());
        held
    }

    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.plain.push_str(value),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => self.inline(inline),
                    Expression::Select { selector, variants } => {
                        self.inline(selector);
                        let forms = variants.iter().map(|variant| match &variant.key {
                            VariantKey::Identifier { name } => name.clone(),
                            VariantKey::NumberLiteral { value } => value.clone(),
                        });
                        self.plurals.push(forms.collect());
                        // One form tells the places and the numbers of all.
                        for variant in variants.iter().filter(|variant| variant.default) {
                            self.read(&variant.value);
                        }
                    }
                },
            }
        }
    }

    fn inline(&mut self, expression: &InlineExpression<String>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                self.places.insert(id.name.clone());
            }
            InlineExpression::StringLiteral { value } => self.plain.push_str(value),
            other => panic!("texts are plain: {other:?}"),
        }
    }

    /// The numbers that stand in the text itself, with a point, in any order.
    fn numbers(&self) -> Vec<String> {
        let letters: Vec<char> = self.plain.chars().collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let begin = at;
            let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
            while digit(at) || (at > begin && matches!(letters.get(at), Some('.' | ',')) && digit(at + 1)) {
                at += 1;
            }
            if at > begin {
                found.push(letters[begin..at].iter().collect::<String>().replace(',', "."));
            }
            at += 1;
        }
        found.sort();
        found
    }
}

const fn plural_forms(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::German | Language::Turkish => &["one", "other"],
        Language::Slovak | Language::Czech => &["few", "many", "one", "other"],
        Language::Hebrew => &["one", "other", "two"],
    }
}

/// What is wrong with a translation beside its English.
fn faults_of(language: Language, english: &Held, own: &Held) -> Vec<String> {
    let mut found = Vec::new();
    if english.places != own.places {
        found.push(format!("places {:?} instead of {:?}", own.places, english.places));
    }
    if english.numbers() != own.numbers() {
        found.push(format!("numbers {:?} instead of {:?}", own.numbers(), english.numbers()));
    }
    for forms in &own.plurals {
        let given: BTreeSet<&str> = forms.iter().map(String::as_str).collect();
        let words: BTreeSet<&str> =
            given.iter().copied().filter(|form| form.parse::<u32>().is_err()).collect();
        let needed: BTreeSet<&str> = plural_forms(language).iter().copied().collect();
        if words != needed {
            found.push(format!("plural forms {given:?} instead of {needed:?}"));
        }
    }
    if ["µg", "μg", "mcg"].iter().any(|unit| own.plain.contains(unit)) {
        found.push("micrograms are written in full".to_owned());
    }
    for unit in [" mL", " ml", " mg", " cm", " °C"] {
        let mut parted = own.plain.match_indices(unit).map(|(at, _)| &own.plain[..at]);
        if parted.any(|before| before.ends_with(|letter: char| letter.is_ascii_digit())) {
            found.push(format!("a no-break space before{unit}"));
        }
    }
    found
}

/// R-WRD-1: each language has every text, with the same places and numbers, and the plural forms that it needs.
#[test]
fn every_language_is_complete() {
    let english = messages(Language::English);
    assert_eq!(english.keys().map(String::as_str).collect::<Vec<_>>(), keys().collect::<Vec<_>>());
    let mut gaps: Vec<String> = Vec::new();
    for language in Language::ALL {
        gaps.extend(faults(language).iter().cloned());
        let own = messages(language);
        let code = language.code();
        gaps.extend(
            own.keys()
                .filter(|key| !english.contains_key(*key))
                .map(|key| format!("{code} {key}: is not in English")),
        );
        for (key, message) in &english {
            match own.get(key) {
                None => gaps.push(format!("{code} {key}: is missing")),
                Some(translated) => {
                    let found = faults_of(language, &Held::of(message), &Held::of(translated));
                    gaps.extend(found.into_iter().map(|what| format!("{code} {key}: {what}")));
                }
            }
        }
    }
    assert!(gaps.is_empty(), "{} gaps:\n{}", gaps.len(), gaps.join("\n"));
}

/// R-WRD-1: Hebrew is written in Hebrew letters, the others are not.
#[test]
fn each_language_is_in_its_own_script() {
    for language in Language::ALL {
        for (key, message) in messages(language) {
            let plain = Held::of(&message).plain;
            let hebrew = plain.chars().any(|letter| ('\u{0590}'..='\u{05FF}').contains(&letter));
            let words =
                plain.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 3).count();
            assert!(words < 3 || hebrew == (language == Language::Hebrew), "{language:?} {key}: {plain}");
        }
    }
}

/// R-WRD-2: what nobody approved has its English beside it, and an approval is of one language and one wording.
#[test]
fn english_stands_beside_what_nobody_approved() {
    let approvals: Approvals = [(Language::German, "common-not-known".to_owned())].into_iter().collect();
    for language in Language::ALL {
        let voice = Voice::new(language, &approvals);
        let own = messages(language);
        for (key, _) in own.iter().filter(|(_, message)| Held::of(message).places.is_empty()) {
            let said = voice.say(key);
            let bare =
                language == Language::English || (language == Language::German && key == "common-not-known");
            assert_eq!(said.english.is_none(), bare, "{language:?} {key}");
            assert!(!said.text.starts_with('\u{FFFD}'), "{language:?} {key}");
        }
        assert_ne!(fingerprint(language, "common-yes"), fingerprint(language, "common-no"));
    }
    let of = |language| fingerprint(language, "common-not-known").unwrap();
    assert_ne!(of(Language::German), of(Language::Czech));
    assert_eq!(source(Language::German, "common-yes"), Some("ja"));
    assert_eq!((fingerprint(Language::German, "nobody"), file_of("nobody")), (None, None));
    assert_eq!(Voice::new(Language::Czech, &approvals).plain("nobody"), "\u{FFFD} nobody");
}

/// R-WRD-3: amounts take the plural of their number, and dates are those of the Unicode data (`dates.json`).
#[test]
fn amounts_and_dates_are_right_in_every_language() {
    let none = Approvals::none();
    for (language, amounts) in [
        (Language::English, ["1 microgram", "2 micrograms", "5 micrograms", "1.5 micrograms"]),
        (Language::German, ["1 Mikrogramm", "2 Mikrogramm", "5 Mikrogramm", "1,5 Mikrogramm"]),
        (Language::Slovak, ["1 mikrogram", "2 mikrogramy", "5 mikrogramov", "1,5 mikrogramu"]),
        (Language::Czech, ["1 mikrogram", "2 mikrogramy", "5 mikrogramů", "1,5 mikrogramu"]),
        (Language::Turkish, ["1 mikrogram", "2 mikrogram", "5 mikrogram", "1,5 mikrogram"]),
    ] {
        let voice = Voice::new(language, &none);
        for (number, amount) in ["1", "2", "5", "1.5"].iter().zip(amounts) {
            assert_eq!(
                voice.amount(Amount::Micrograms, number).replace('\u{a0}', " "),
                amount,
                "{language:?}"
            );
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dates.json");
    let cases: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 6 * 14);
    for case in cases {
        let [language, date, long, weekday] =
            ["language", "date", "long", "weekday"].map(|field| case[field].as_str().unwrap());
        let voice = Voice::new(Language::read(language).unwrap(), &none);
        let date: jiff::civil::Date = date.parse().unwrap();
        let plain =
            |text: &str| text.replace(['\u{2068}', '\u{2069}', '\u{200F}'], "").replace('\u{a0}', " ");
        assert_eq!(plain(&voice.date(date)), plain(long), "{case}");
        assert_eq!(plain(&voice.weekday(date.weekday())), weekday, "{case}");
    }
}

/// R-WRD-1: a place that nobody fills is told, never left out in silence.
#[test]
fn a_place_that_is_not_filled_is_told() {
    let none = Approvals::none();
    let voice = Voice::new(Language::Hebrew, &none);
    assert!(voice.plain("common-date").contains('\u{FFFD}'));
    assert!(!voice.plain_with("common-about", &Args::new().text("value", "3")).contains('\u{FFFD}'));
}
