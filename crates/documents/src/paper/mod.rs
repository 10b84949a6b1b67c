//! The paper: anything that is a heading, facts and sections, signed by somebody. Of as many pages as it takes.

mod page;
#[cfg(test)]
mod tests;

use crate::PaperError;
use crate::emergency::PrintStamp;
use crate::typeset::{Warmed, pdf};
use typst_layout::PagedDocument;
use words::{Voice, Worded};

/// A paper in words: a visit summary, a programming sheet, an opinion, home exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// What it is, such as "Second opinion"; also the title inside the PDF.
    pub heading: Worded,
    /// To whom, line by line; may be empty.
    pub addressee: Vec<String>,
    /// What must be read first, such as "DRAFT: not signed", each in a box.
    pub warnings: Vec<Worded>,
    /// Name and value; what is not known says so.
    pub facts: Vec<(Worded, Option<Worded>)>,
    /// What it says.
    pub sections: Vec<Section>,
    /// The sources that its lines name: id and citation.
    pub sources: Vec<(String, String)>,
    /// Codes to be read by a telephone.
    pub codes: Vec<Code>,
    /// Who signed it. Without one an empty line to sign by hand is printed.
    pub signature: Option<Signature>,
    /// Which version of this paper it is, in words, such as "version 2 of 3 November 2026, replaces version 1"; may be empty.
    pub version: Worded,
    /// Whether it is about an invented person.
    pub invented: bool,
    /// Where the paper comes from.
    pub stamp: PrintStamp,
}

/// A part of a paper under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading; may be empty only for the first, whose words then stand directly under the facts.
    pub heading: Worded,
    /// What it says, in order. A section without parts says "nothing recorded".
    pub parts: Vec<Part>,
}

/// What a section is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph; line ends in it are kept, and an empty line begins another paragraph.
    Paragraph(Worded),
    /// A list whose order says nothing.
    Bullets(Vec<Line>),
    /// A numbered list: steps in order.
    Steps(Vec<Line>),
    /// Boxes to tick by hand.
    Boxes(Vec<Line>),
    /// A small table. An empty cell stays empty: somebody writes in it by hand. Rows shorter than the widest are filled up.
    Table {
        /// Headings of the columns.
        columns: Vec<Worded>,
        /// Rows, each with its cells.
        rows: Vec<Vec<Worded>>,
    },
}

/// One line of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub words: Worded,
    /// The ids of its sources, "T3, P40"; may be empty.
    pub tag: String,
}

impl From<Worded> for Line {
    fn from(words: Worded) -> Self {
        Self { words, tag: String::new() }
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Worded::from(text).into()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Worded::from(text).into()
    }
}

/// A square code with what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What it holds, for people and as its text alternative.
    pub about: Worded,
    /// What a telephone reads.
    pub content: String,
}

/// Who signed a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Name of the person.
    pub name: String,
    /// What the person is here, such as "physician".
    pub role: Worded,
    /// When and how, such as "signed on 3 November 2026, 14:05, with the password given again".
    pub signed: Worded,
}

/// Size of the type in points.
const SIZE: f64 = 10.5;
/// The smallest size for running text.
const SIZE_TIGHT: f64 = 9.6;

impl Warmed {
    /// The paper as PDF: tagged, the same bytes for the same data, of as many pages as it takes; its fixed words in the
    /// language of the voice.
    ///
    /// # Errors
    /// [`PaperError`]; a test rules out that it depends on the data.
    pub fn paper(&self, paper: &Paper, voice: &Voice<'_>) -> Result<Vec<u8>, PaperError> {
        pdf(&self.paper_document(paper, voice)?)
    }

    fn paper_document(&self, paper: &Paper, voice: &Voice<'_>) -> Result<PagedDocument, PaperError> {
        let roomy = self.paper_at(paper, voice, SIZE)?;
        if roomy.pages().len() == 1 {
            return Ok(roomy);
        }
        // A last page with two lines on it is nobody's wish: a little smaller, if that saves a page.
        let tight = self.paper_at(paper, voice, SIZE_TIGHT)?;
        Ok(if tight.pages().len() < roomy.pages().len() { tight } else { roomy })
    }

    fn paper_at(&self, paper: &Paper, voice: &Voice<'_>, size: f64) -> Result<PagedDocument, PaperError> {
        let (data, pictures) = page::data(self, paper, voice, size)?;
        self.document("paper.typ", include_str!("../../papers/paper.typ"), data, pictures)
    }
}
