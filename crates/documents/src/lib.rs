//! Papers: data in, PDF out.
//!
//! What it is: each paper is a struct of words ([`EmergencySheet`], [`Card`], [`Paper`]) and a typst template; [`Warmed`] holds the fonts and
//! the library and turns the one into the other. It knows neither the web nor the store nor the rules: whoever calls has formatted
//! the numbers and dates already, in the language of the [`words::Voice`] that says the fixed words.
//!
//! Words
//! - *paper*: one kind of printed page or set of pages.
//! - *statement*: one clinical sentence with grade and sources ([`Statement`]); the same words serve paper and screen.
//! - *paper*, the struct: anything that is a heading, facts, sections and a signature: a visit summary, an opinion, home exercises.
//! - *leaflet*: sections of statements for the patient, some only for some pumps ([`Leaflet`]).
//! - *code*: a square code that a telephone reads ([`code_svg`]).
//!
//! Invariants
//! - The same data give the same bytes: no clock, no random number, no disk, no network.
//! - Every PDF is tagged and passes typst's own check of PDF/UA-1, or it is an error.
//! - Nothing is left out silently: what does not fit is counted on the paper ("and 3 more, see the record").
//! - A letter that the fonts lack is printed as U+FFFD and the paper says so; it never stops a paper.
//! - What is missing reads "not known", in the language of the paper; it is never an empty place.
//! - A text whose translation nobody approved has its English beside it. On sheet and card, which have no room for that, the same page
//!   follows in English.
#![forbid(unsafe_code)]

mod card;
mod code;
mod emergency;
mod ink;
mod leaflet;
mod paper;
#[cfg(test)]
mod reading;
mod report;
mod text;
mod typeset;
mod voiced;

pub use card::{Card, CardIn};
pub use code::code_svg;
pub use emergency::{
    Desk, DrugFacts, EmergencySheet, FlexRow, Listed, Patient, PrintStamp, PumpFacts, SheetIn, Warning,
};
pub use leaflet::{Leaflet, LeafletGrade, LeafletSection, Say, SayKind};
pub use paper::{Code, Line, Paper, Part, Section, Signature};
pub use report::{Report, ReportFigure, ReportSection};
pub use text::{Condition, EmergencyText, Grade, Source, Statement};
pub use typeset::{FONTS, Warmed};

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A font in the program cannot be read: the build is broken.
    #[error("a font of the papers cannot be read")]
    Font,
    /// The clinical text in the program cannot be read or is not fully sourced: the build is broken.
    #[error("the text of the emergency sheet cannot be used: {0}")]
    Text(String),
    /// The template does not compile with these data, or the PDF breaks PDF/UA-1.
    #[error("the paper cannot be typeset: {0}")]
    Typeset(String),
    /// A code for telephones cannot hold the text.
    #[error("a code cannot hold {bytes} bytes")]
    Code {
        /// Length of the text.
        bytes: usize,
    },
    /// Even the smallest legible form takes more than one page.
    #[error("the paper takes {pages} pages where one is allowed")]
    TooLong {
        /// Pages it takes.
        pages: usize,
    },
}
