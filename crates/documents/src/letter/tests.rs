//! The letter in its usual, barest and most absurd form.

use super::*;
use crate::reading::{close, printed};
use jiff::civil::date;

fn stamp() -> PrintStamp {
    PrintStamp {
        clinic: "Clinic of Examples, Augsburg".to_owned(),
        printed_at: date(2026, 11, 22).at(14, 5, 0, 0),
        time_zone: "Europe/Berlin".to_owned(),
        record_version: "12".to_owned(),
        record_hash: "9f2c 41ab".to_owned(),
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn usual() -> Letter {
    Letter {
        heading: "Second opinion".to_owned(),
        language: "de".to_owned(),
        addressee: texts(&["Frau Invented Forty-two", "Musterweg 1, 80331 München"]),
        warnings: texts(&["DRAFT: not signed"]),
        facts: vec![
            ("About".to_owned(), Some("ŠŤASTNÁ, Božena".to_owned())),
            ("Born".to_owned(), None),
            ("Weight".to_owned(), Some("  ".to_owned())),
        ],
        sections: vec![
            LetterSection {
                heading: String::new(),
                parts: vec![LetterPart::Paragraph(
                    "First line.\r\nSecond line.\n\nAnother paragraph.".to_owned(),
                )],
            },
            LetterSection {
                heading: "Options".to_owned(),
                parts: vec![
                    LetterPart::Bullets(texts(&["selective dorsal rhizotomy", "botulinum toxin"])),
                    LetterPart::Steps(texts(&["Send the images", "Come for an examination"])),
                    LetterPart::Table {
                        columns: texts(&["Option", "For", "Against"]),
                        rows: vec![texts(&["Pump", "tone everywhere", "surgery"]), texts(&["Toxin"])],
                    },
                ],
            },
            LetterSection { heading: "What is missing".to_owned(), parts: Vec::new() },
        ],
        signature: Some(Signature {
            name: "Invented Physician".to_owned(),
            role: "physician".to_owned(),
            signed: "signed on 22 November 2026, 14:01".to_owned(),
        }),
        version: "version 2, replaces version 1".to_owned(),
        invented: true,
        stamp: stamp(),
    }
}

fn bare() -> Letter {
    Letter {
        heading: " ".to_owned(),
        language: "$x$".to_owned(),
        addressee: Vec::new(),
        warnings: Vec::new(),
        facts: Vec::new(),
        sections: Vec::new(),
        signature: None,
        version: String::new(),
        invented: false,
        stamp: stamp(),
    }
}

fn shows(letter: &Letter, words: &[&str]) -> String {
    let printed = printed(&Warmed::shared().unwrap().letter_document(letter).unwrap());
    for word in words {
        assert!(printed.contains(&close(word)), "{word:?} is not in the letter: {printed}");
    }
    printed
}

/// R-PAP-1: all that was given stands in the letter, what is missing says so, and the barest one has a line to sign.
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
            "2. Come for an examination",
            "Option For Against Pump tone everywhere surgery Toxin",
            "What is missing nothing recorded",
            "Invented Physician, physician signed on 22 November 2026, 14:01",
            "Printed 22 November 2026, 14:05 (Europe/Berlin) · record version 12 · hash 9f2c 41ab",
            "thecal is not a certified medical device",
            "page 1 of 1",
        ],
    );
    assert!(!all.contains("cannotbeprinted") && !all.contains("Date,name"));
    let bare = shows(&bare(), &["Letter", "Date, name, signature", "page 1 of 1"]);
    assert!(!bare.contains("INVENTED"));
}

/// R-PAP-1: neither foreign letters nor length nor markup stop a letter, and what is cut is counted.
#[test]
fn no_words_stop_a_letter() {
    let mut letter = usual();
    letter.heading = "Нина 王 #emph[a] $x$ \u{7}".to_owned();
    letter.sections.push(LetterSection {
        heading: "x".repeat(2_000),
        parts: vec![
            LetterPart::Paragraph("y".repeat(30_000)),
            LetterPart::Bullets((0..500).map(|n| format!("bullet {n}")).collect()),
            LetterPart::Steps(Vec::new()),
            LetterPart::Table { columns: Vec::new(), rows: vec![Vec::new()] },
            LetterPart::Table {
                columns: texts(&["a"]),
                rows: vec![texts(&["1", "2", "3", "4", "5", "6"]); 90],
            },
            LetterPart::Paragraph("= no heading\n\n\n\n#pagebreak()".to_owned()),
        ],
    });
    let all = shows(
        &letter,
        &[
            "Нина \u{FFFD} #emph[a] $x$",
            "Some letters cannot be printed",
            "bullet 399",
            "and 100 more, see the record",
            "(cut)",
            "#pagebreak()",
        ],
    );
    assert!(!all.contains("bullet400"));
    assert!(self::letter(&letter).is_ok());
}

/// R-PAP-1: the same words give the same bytes, tagged and checked against PDF/UA-1.
#[test]
fn the_bytes_depend_on_the_data_alone() {
    let [first, again] = [usual(), usual()].map(|it| Warmed::new().unwrap().letter(&it).unwrap());
    assert_eq!(first, again);
    let mut other = usual();
    other.sections.pop();
    assert_ne!(first, letter(&other).unwrap());
    let found = |needle: &[u8]| first.windows(needle.len()).any(|window| window == needle);
    assert!(found(b"%PDF-") && found(b"/MarkInfo") && found(b"pdfuaid"));
}
