//! What the template of papers reads.

use super::{Line, Paper, Part};
use crate::PaperError;
use crate::code::code_svg;
use crate::ink::Ink;
use crate::typeset::Warmed;
use crate::voiced::{Fixed, Said};
use serde::Serialize;
use words::{Voice, Worded};

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
    fixed: Fixed,
    /// Size of the type in points.
    size: f64,
    date: [i16; 3],
    invented: bool,
    heading: Said,
    clinic: String,
    addressee: Vec<String>,
    warnings: Vec<Said>,
    facts: Vec<[Said; 2]>,
    sections: Vec<Sect>,
    sources: Vec<[String; 2]>,
    /// Each code's picture and what it is.
    codes: Vec<(String, Said)>,
    /// What tells the pages of this paper from those of another: version and hash of the record.
    stamp_short: String,
    /// Name, role, when; none for a line to sign by hand.
    signature: Option<(String, Said, Said)>,
    version: Said,
    /// Whether a text stands on it that the clinic has not approved.
    unapproved: bool,
    letters_missing: bool,
}

#[derive(Serialize)]
struct Sect {
    heading: Said,
    parts: Vec<Piece>,
    more: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
enum Piece {
    /// Lines of one paragraph.
    Paragraph {
        lines: Vec<Said>,
    },
    Bullets {
        items: Vec<Said>,
        more: String,
    },
    Steps {
        items: Vec<Said>,
        more: String,
    },
    Boxes {
        items: Vec<Said>,
        more: String,
    },
    Table {
        width: usize,
        columns: Vec<Said>,
        rows: Vec<Vec<Said>>,
        more: String,
    },
}

/// Writes the texts of one paper and remembers whether one of them had its English beside it.
struct Pen<'a> {
    ink: Ink<'a>,
    fixed: &'a Fixed,
    voice: &'a Voice<'a>,
}

impl Pen<'_> {
    fn up_to(&self, words: &Worded, letters: usize) -> Said {
        Said::of(&self.ink, words, letters)
    }

    fn line(&self, words: &Worded) -> Said {
        self.up_to(words, LINE_LETTERS)
    }

    fn text(&self, words: &Worded) -> Said {
        self.up_to(words, TEXT_LETTERS)
    }

    fn or_not_known(&self, words: Option<&Worded>) -> Said {
        match words.filter(|words| !words.text.trim().is_empty()) {
            Some(words) => self.text(words),
            None => self.line(&self.voice.say("common-not-known")),
        }
    }

    fn items(&self, lines: &[Line]) -> (Vec<Said>, String) {
        let kept = lines.iter().take(ENTRIES_MAX).map(|line| self.text(&line.words).tagged(&line.tag));
        (kept.collect(), self.fixed.more(self.voice, lines.len().saturating_sub(ENTRIES_MAX)))
    }

    fn part(&self, part: &Part, into: &mut Vec<Piece>) {
        match part {
            Part::Paragraph(words) => {
                let text = |text: &str| text.replace("\r\n", "\n");
                // An empty line parts paragraphs, in both languages alike.
                let english = words.english.as_deref().map(text);
                let english: Vec<&str> = english.iter().flat_map(|text| text.split("\n\n")).collect();
                let own = text(&words.text);
                for (place, paragraph) in own.split("\n\n").enumerate() {
                    let lines: Vec<&str> = paragraph.lines().filter(|line| !line.trim().is_empty()).collect();
                    let last = lines.len().saturating_sub(1);
                    let lines: Vec<Said> = (lines.iter().enumerate())
                        .map(|(line, text)| {
                            let beside = english.get(place).filter(|_| line == last);
                            self.text(&Worded {
                                text: (*text).to_owned(),
                                english: beside.map(|text| (*text).to_owned()),
                            })
                        })
                        .collect();
                    if !lines.is_empty() {
                        into.push(Piece::Paragraph { lines });
                    }
                }
            }
            Part::Bullets(lines) => {
                let (items, more) = self.items(lines);
                into.push(Piece::Bullets { items, more });
            }
            Part::Steps(lines) => {
                let (items, more) = self.items(lines);
                into.push(Piece::Steps { items, more });
            }
            Part::Boxes(lines) => {
                let (items, more) = self.items(lines);
                into.push(Piece::Boxes { items, more });
            }
            Part::Table { columns, rows } => {
                let width = rows.iter().map(Vec::len).chain([columns.len()]).max().unwrap_or(0);
                let filled = |row: &Vec<Worded>| {
                    let empty = Worded::default();
                    let cells = row.iter().chain(std::iter::repeat(&empty)).take(width);
                    cells.map(|cell| self.text(cell)).collect::<Vec<_>>()
                };
                if width > 0 {
                    into.push(Piece::Table {
                        width,
                        columns: filled(columns),
                        rows: rows.iter().take(ENTRIES_MAX).map(filled).collect(),
                        more: self.fixed.more(self.voice, rows.len().saturating_sub(ENTRIES_MAX)),
                    });
                }
            }
        }
    }
}

type Made = (Vec<u8>, Vec<(String, Vec<u8>)>);

/// The paper in words, as the JSON that the template reads, and the pictures beside it.
pub(super) fn data(warmed: &Warmed, paper: &Paper, voice: &Voice<'_>, size: f64) -> Result<Made, PaperError> {
    let mut fixed = Fixed::new(voice);
    let ink = Ink::new(warmed, voice);
    fixed.printed = ink.write_up_to(&paper.stamp.printed(voice), 3 * STAMP_LETTERS);
    let pen = Pen { ink, fixed: &fixed, voice };
    let at = paper.stamp.printed_at;
    let sections: Vec<Sect> = (paper.sections.iter())
        .map(|section| {
            let mut parts = Vec::new();
            for one in section.parts.iter().take(ENTRIES_MAX) {
                pen.part(one, &mut parts);
            }
            let more = fixed.more(voice, section.parts.len().saturating_sub(ENTRIES_MAX));
            Sect { heading: pen.line(&section.heading), parts, more }
        })
        .collect();
    let mut pictures = Vec::new();
    let mut codes = Vec::new();
    for code in &paper.codes {
        let name = format!("code-{}.svg", pictures.len());
        pictures.push((name.clone(), code_svg(&code.content)?.into_bytes()));
        codes.push((name, pen.line(&code.about)));
    }
    let heading = match paper.heading.text.trim() {
        "" => pen.line(&voice.say("paper-letter")),
        _ => pen.line(&paper.heading),
    };
    let short = [&paper.stamp.record_version, &paper.stamp.record_hash].map(|text| text.trim().to_owned());
    let short = short.join(" · ");
    let facts = paper.facts.iter().map(|(name, value)| [pen.line(name), pen.or_not_known(value.as_ref())]);
    let mut page = Page {
        size,
        date: [at.year(), at.month().into(), at.day().into()],
        invented: paper.invented,
        heading,
        clinic: pen.ink.write_up_to(&paper.stamp.clinic, STAMP_LETTERS),
        addressee: paper.addressee.iter().map(|text| pen.ink.write_up_to(text, LINE_LETTERS)).collect(),
        warnings: paper.warnings.iter().map(|text| pen.or_not_known(Some(text))).collect(),
        facts: facts.collect(),
        sections,
        sources: (paper.sources.iter())
            .map(|(id, words)| [id, words].map(|text| pen.ink.write_up_to(text, LINE_LETTERS)))
            .collect(),
        codes,
        stamp_short: pen.ink.write_up_to(&short, LINE_LETTERS),
        signature: paper.signature.as_ref().map(|signature| {
            let name = pen.ink.write_up_to(&signature.name, LINE_LETTERS);
            (name, pen.line(&signature.role), pen.line(&signature.signed))
        }),
        version: pen.line(&paper.version),
        unapproved: pen.ink.english_written(),
        letters_missing: pen.ink.letters_missing(),
        fixed: Fixed::default(),
    };
    page.fixed = fixed;
    let data = serde_json::to_vec(&page).map_err(|error| PaperError::Typeset(error.to_string()))?;
    Ok((data, pictures))
}
