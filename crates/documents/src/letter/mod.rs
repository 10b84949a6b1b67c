//! The letter: any paper that is a heading, facts and sections, signed by somebody. Of as many pages as it takes.

mod page;
#[cfg(test)]
mod tests;

use crate::PaperError;
use crate::emergency::PrintStamp;
use crate::typeset::{Warmed, pdf};
use typst_layout::PagedDocument;

/// A letter in words: an opinion, a discharge plan, a sheet of home exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What it is, such as "Second opinion"; also the title inside the PDF.
    pub heading: String,
    /// Language of the words of the letter as a code of two or three letters, such as "de": for those who have it read out.
    /// The fixed words of the paper (footer, warnings) are English. Anything that is no such code counts as "en".
    pub language: String,
    /// To whom, line by line; may be empty.
    pub addressee: Vec<String>,
    /// What must be read first, such as "DRAFT: not signed", each in a box.
    pub warnings: Vec<String>,
    /// Name and value; what is not known says so.
    pub facts: Vec<(String, Option<String>)>,
    /// What it says.
    pub sections: Vec<LetterSection>,
    /// Who signed it. Without one an empty line to sign by hand is printed.
    pub signature: Option<Signature>,
    /// Which version of this letter it is, in words, such as "version 2 of 3 November 2026, replaces version 1"; may be empty.
    pub version: String,
    /// Whether it is about an invented person.
    pub invented: bool,
    /// Where the paper comes from.
    pub stamp: PrintStamp,
}

/// A part of a letter under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterSection {
    /// Its heading; may be empty only for the first, whose words then stand directly under the facts.
    pub heading: String,
    /// What it says, in order. A section without parts says "nothing recorded".
    pub parts: Vec<LetterPart>,
}

/// What a section is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterPart {
    /// A paragraph; line ends in it are kept, and an empty line begins another paragraph.
    Paragraph(String),
    /// A list whose order says nothing.
    Bullets(Vec<String>),
    /// A numbered list: steps in order.
    Steps(Vec<String>),
    /// A small table. An empty cell stays empty: somebody writes in it by hand. Rows shorter than the widest are filled up.
    Table {
        /// Headings of the columns.
        columns: Vec<String>,
        /// Rows, each with its cells.
        rows: Vec<Vec<String>>,
    },
}

/// Who signed a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Name of the person.
    pub name: String,
    /// What the person is here, such as "physician".
    pub role: String,
    /// When and how, such as "signed on 3 November 2026, 14:05, with the password given again".
    pub signed: String,
}

/// The letter as PDF, with the fonts of this process. See [`Warmed::letter`].
///
/// # Errors
/// As [`Warmed::letter`].
pub fn letter(letter: &Letter) -> Result<Vec<u8>, PaperError> {
    Warmed::shared()?.letter(letter)
}

impl Warmed {
    /// The letter as PDF: tagged, the same bytes for the same data, of as many pages as it takes.
    ///
    /// # Errors
    /// [`PaperError`]; a test rules out that it depends on the data.
    pub fn letter(&self, letter: &Letter) -> Result<Vec<u8>, PaperError> {
        pdf(&self.letter_document(letter)?)
    }

    fn letter_document(&self, letter: &Letter) -> Result<PagedDocument, PaperError> {
        let data = page::data(self, letter)?;
        self.document("letter.typ", include_str!("../../papers/letter.typ"), data)
    }
}
