//! The paper in its usual, barest and most absurd form, in every language.

use super::*;
use crate::reading::{close, printed};
use words::{Approvals, Language};

#[path = "sample.rs"]
mod sample;

use sample::{bare, each, usual};

fn voice(language: Language) -> Voice<'static> {
    static NONE: Approvals = Approvals::none();
    Voice::new(language, &NONE)
}

fn bytes(paper: &Paper) -> Vec<u8> {
    Warmed::shared().unwrap().paper(paper, &voice(Language::English)).unwrap()
}

fn shows_in(language: Language, paper: &Paper, words: &[&str]) -> String {
    let printed = printed(&Warmed::shared().unwrap().paper_document(paper, &voice(language)).unwrap());
    for word in words {
        assert!(printed.contains(&close(word)), "{word:?} is not on the paper: {printed}");
    }
    printed
}

fn shows(paper: &Paper, words: &[&str]) -> String {
    shows_in(Language::English, paper, words)
}

/// R-PAP-1: all that was given stands on the paper, what is missing says so, and the barest one has a line to sign.
#[test]
fn what_was_given_is_printed() {
    let all = shows(
        &usual(),
        &[
            "INVENTED PERSON: demonstration, not a patient",
            "Clinic of Examples, Augsburg",
            "Frau Invented Forty-two",
            "Second opinion",
            "version 2, replaces version 1",
            "DRAFT: not signed",
            "ŠŤASTNÁ, Božena",
            "Born not known",
            "Weight not known",
            "First line. Second line. Another paragraph.",
            "• selective dorsal rhizotomy",
            "Send the images [T3, P40]",
            "2. Come for an examination",
            "Strength as on the vial",
            "Option For Against Pump tone everywhere surgery Toxin",
            "What is missing nothing recorded",
            "The same without a network",
            "Sources. T3 Lioresal Intrathecal label",
            "Invented Physician, physician signed on 22 November 2026, 14:01",
            "Printed 22 November 2026, 14:05 (Europe/Berlin) · record version 12 · hash 9f2c 41ab",
            "thecal is not a certified medical device",
            "page 1 of 1",
        ],
    );
    assert!(!all.contains("cannotbeprinted") && !all.contains("Date,name") && !all.contains("‹en›"));
    let bare = shows(&bare(), &["Letter", "Date, name, signature", "page 1 of 1"]);
    assert!(!bare.contains("INVENTED"));
}

/// R-PAP-1: neither foreign letters nor length nor markup stop a paper, and what is cut is counted.
#[test]
fn no_words_stop_a_paper() {
    let mut paper = usual();
    paper.heading = "Нина שרה 王 #emph[a] $x$ \u{7}".into();
    paper.sections.push(Section {
        heading: "x".repeat(2_000).into(),
        parts: vec![
            Part::Paragraph("y".repeat(30_000).into()),
            Part::Bullets((0..500).map(|n| Line::from(format!("bullet {n}"))).collect()),
            Part::Steps(Vec::new()),
            Part::Table { columns: Vec::new(), rows: vec![Vec::new()] },
            Part::Table { columns: each(&["a"]), rows: vec![each(&["1", "2", "3", "4", "5", "6"]); 90] },
            Part::Paragraph("= no heading\n\n\n\n#pagebreak()".into()),
        ],
    });
    let all = shows(
        &paper,
        &[
            "Нина שרה \u{FFFD} #emph[a] $x$",
            "Some letters cannot be printed",
            "bullet 399",
            "and 100 more, see the record",
            "(cut)",
            "#pagebreak()",
        ],
    );
    assert!(!all.contains("bullet400"));
    bytes(&paper);
}

/// R-PAP-1: the same words give the same bytes, tagged and checked against PDF/UA-1.
#[test]
fn the_bytes_depend_on_the_data_alone() {
    let english = voice(Language::English);
    let [first, again] = [usual(), usual()].map(|it| Warmed::new().unwrap().paper(&it, &english).unwrap());
    assert_eq!(first, again);
    let mut other = usual();
    other.sections.pop();
    assert_ne!(first, bytes(&other));
    let found = |needle: &[u8]| first.windows(needle.len()).any(|window| window == needle);
    assert!(found(b"%PDF-") && found(b"/MarkInfo") && found(b"pdfuaid"));
}

/// R-WRD-2: in another language the fixed words are in it, and what nobody approved has its English beside it.
#[test]
fn another_language_has_its_english_beside_it_until_it_is_approved() {
    let mut paper = usual();
    let heading = |voice: &Voice<'_>| Section {
        heading: voice.say("common-sources"),
        parts: vec![Part::Bullets(vec![voice.say("common-not-verified").into()])],
    };
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let own = voice(language);
        paper.sections = vec![heading(&own)];
        let printed = shows_in(language, &paper, &["‹en› not verified", "ŠŤASTNÁ, Božena"]);
        // Word by word: the words of a line of Hebrew stand in the document from left to right.
        let told = [own.plain("common-not-known"), own.plain("common-translation-not-approved")].join(" ");
        for word in told.split_whitespace() {
            let word = word.trim_matches(|mark: char| mark.is_ascii_punctuation());
            assert!(printed.contains(&close(word)), "{language:?}: {word} is not in {printed}");
        }
        assert!(!printed.contains('\u{FFFD}'), "{language:?}: {printed}");
        let approvals: Approvals = words::keys().map(|key| (language, key.to_owned())).collect();
        let approved = Voice::new(language, &approvals);
        paper.sections = vec![heading(&approved)];
        let document = Warmed::shared().unwrap().paper_document(&paper, &approved).unwrap();
        assert!(!crate::reading::printed(&document).contains("‹en›"), "{language:?}");
    }
}
