//! Papers: data in, PDF out.
//!
//! What it is: each paper is a struct of plain words ([`EmergencySheet`], [`Letter`]) and a typst template; [`Warmed`] holds the fonts and the
//! library and turns the one into the other. It knows neither the web nor the store nor the rules: whoever calls has formatted the
//! numbers and dates already.
//!
//! Words
//! - *paper*: one kind of printed page or set of pages.
//! - *statement*: one clinical sentence with grade and sources ([`Statement`]); the same words serve paper and screen.
//! - *letter*: any paper that is a heading, facts, sections and a signature: an opinion, a discharge plan, home exercises.
//!
//! Invariants
//! - The same data give the same bytes: no clock, no random number, no disk, no network.
//! - Every PDF is tagged and passes typst's own check of PDF/UA-1, or it is an error.
//! - Nothing is left out silently: what does not fit is counted on the paper ("and 3 more, see the record").
//! - A letter that the fonts lack is printed as U+FFFD and the paper says so; it never stops a paper.
//! - What is missing reads "not known"; it is never an empty place.
#![forbid(unsafe_code)]

mod emergency;
mod ink;
mod letter;
#[cfg(test)]
mod reading;
mod text;
mod typeset;

pub use emergency::{
    Desk, DrugFacts, EmergencySheet, FlexRow, Listed, Patient, PrintStamp, PumpFacts, Warning,
    emergency_sheet,
};
pub use letter::{Letter, LetterPart, LetterSection, Signature, letter};
pub use text::{Condition, EmergencyText, Grade, Source, Statement};
pub use typeset::Warmed;

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
    /// Even the smallest legible form takes more than one page.
    #[error("the paper takes {pages} pages where one is allowed")]
    TooLong {
        /// Pages it takes.
        pages: usize,
    },
}
