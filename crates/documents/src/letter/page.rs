//! What the template of letters reads.

use super::{Letter, LetterPart};
use crate::PaperError;
use crate::ink::Ink;
use crate::typeset::Warmed;
use serde::Serialize;

const NOT_KNOWN: &str = "not known";
/// Letters kept of one text: more than anybody writes, and an end to what a program may send.
const TEXT_LETTERS: usize = 20_000;
/// Letters kept of what stands in a line of its own.
const LINE_LETTERS: usize = 300;
/// Letters kept of what says where the paper comes from.
const STAMP_LETTERS: usize = 120;
/// Entries kept of each list; the rest is counted on the paper.
const ENTRIES_MAX: usize = 400;

#[derive(Serialize)]
struct Page {
    language: String,
    date: [i16; 3],
    invented: bool,
    heading: String,
    clinic: String,
    addressee: Vec<String>,
    warnings: Vec<String>,
    facts: Vec<[String; 2]>,
    sections: Vec<Section>,
    /// Name, role, when; none for a line to sign by hand.
    signature: Option<[String; 3]>,
    letter_version: String,
    letters_missing: bool,
    printed: String,
    version: String,
    hash: String,
}

#[derive(Serialize)]
struct Section {
    heading: String,
    parts: Vec<Part>,
    more: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
enum Part {
    /// Lines of one paragraph.
    Paragraph {
        lines: Vec<String>,
    },
    Bullets {
        items: Vec<String>,
        more: usize,
    },
    Steps {
        items: Vec<String>,
        more: usize,
    },
    Table {
        width: usize,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
        more: usize,
    },
}

/// A code of a language, or English.
fn language(code: &str) -> String {
    let sound = (2..=3).contains(&code.len()) && code.bytes().all(|letter| letter.is_ascii_lowercase());
    if sound { code.to_owned() } else { "en".to_owned() }
}

fn items(ink: &Ink<'_>, items: &[String]) -> (Vec<String>, usize) {
    let kept = items.iter().take(ENTRIES_MAX).map(|item| ink.write_up_to(item, TEXT_LETTERS));
    (kept.collect(), items.len().saturating_sub(ENTRIES_MAX))
}

fn part(ink: &Ink<'_>, part: &LetterPart, into: &mut Vec<Part>) {
    match part {
        LetterPart::Paragraph(text) => {
            let text = text.replace("\r\n", "\n");
            // An empty line parts paragraphs.
            for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
                let lines = paragraph.lines().filter(|line| !line.trim().is_empty());
                into.push(Part::Paragraph {
                    lines: lines.map(|line| ink.write_up_to(line, TEXT_LETTERS)).collect(),
                });
            }
        }
        LetterPart::Bullets(texts) => {
            let (items, more) = items(ink, texts);
            into.push(Part::Bullets { items, more });
        }
        LetterPart::Steps(texts) => {
            let (items, more) = items(ink, texts);
            into.push(Part::Steps { items, more });
        }
        LetterPart::Table { columns, rows } => {
            let width = rows.iter().map(Vec::len).chain([columns.len()]).max().unwrap_or(0);
            let filled = |row: &Vec<String>| {
                let cells = row.iter().map(String::as_str).chain(std::iter::repeat("")).take(width);
                cells.map(|cell| ink.write_up_to(cell, TEXT_LETTERS)).collect::<Vec<_>>()
            };
            if width > 0 {
                into.push(Part::Table {
                    width,
                    columns: filled(columns),
                    rows: rows.iter().take(ENTRIES_MAX).map(filled).collect(),
                    more: rows.len().saturating_sub(ENTRIES_MAX),
                });
            }
        }
    }
}

/// The letter in words, as the JSON that the template reads.
pub(super) fn data(warmed: &Warmed, letter: &Letter) -> Result<Vec<u8>, PaperError> {
    let ink = Ink::new(warmed);
    let line = |text: &str| ink.write_up_to(text, LINE_LETTERS);
    let stamp_line = |text: &str| ink.write_up_to(text, STAMP_LETTERS);
    let or_not_known = |text: &str| match text.trim() {
        "" => NOT_KNOWN.to_owned(),
        text => ink.write_up_to(text, TEXT_LETTERS),
    };
    let at = letter.stamp.printed_at;
    let sections = letter.sections.iter().map(|section| {
        let mut parts = Vec::new();
        for one in section.parts.iter().take(ENTRIES_MAX) {
            part(&ink, one, &mut parts);
        }
        Section {
            heading: line(&section.heading),
            parts,
            more: section.parts.len().saturating_sub(ENTRIES_MAX),
        }
    });
    let mut page = Page {
        language: language(&letter.language),
        date: [at.year(), at.month().into(), at.day().into()],
        invented: letter.invented,
        heading: match letter.heading.trim() {
            "" => "Letter".to_owned(),
            heading => line(heading),
        },
        clinic: stamp_line(&letter.stamp.clinic),
        addressee: letter.addressee.iter().map(|text| line(text)).collect(),
        warnings: letter.warnings.iter().map(|text| or_not_known(text)).collect(),
        facts: letter
            .facts
            .iter()
            .map(|(name, value)| [line(name), or_not_known(value.as_deref().unwrap_or_default())])
            .collect(),
        sections: sections.collect(),
        signature: letter
            .signature
            .as_ref()
            .map(|signature| [&signature.name, &signature.role, &signature.signed].map(|text| line(text))),
        letter_version: line(&letter.version),
        letters_missing: false,
        printed: stamp_line(&format!("{} ({})", at.strftime("%-d %B %Y, %H:%M"), letter.stamp.time_zone)),
        version: stamp_line(&letter.stamp.record_version),
        hash: stamp_line(&letter.stamp.record_hash),
    };
    page.letters_missing = ink.letters_missing();
    serde_json::to_vec(&page).map_err(|error| PaperError::Typeset(error.to_string()))
}
