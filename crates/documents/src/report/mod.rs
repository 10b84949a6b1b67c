//! The report: tables and figures of a cohort, without names, on wide pages.

#[cfg(test)]
mod tests;

use crate::PaperError;
use crate::ink::Ink;
use crate::typeset::{Warmed, pdf};
use serde::Serialize;
use words::{Approvals, Language, Voice};

/// A report in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What it is; also the title inside the PDF.
    pub heading: String,
    /// Whose it is; may be empty.
    pub clinic: String,
    /// The day of the analysis: year, month, day.
    pub date: [i16; 3],
    /// What must be read first, each in a box.
    pub warnings: Vec<String>,
    /// Whether any of the people are invented: said at the top and on every page.
    pub invented: String,
    /// Name and value.
    pub facts: Vec<[String; 2]>,
    /// What it says.
    pub sections: Vec<ReportSection>,
    /// How it was done, line by line.
    pub methods: Vec<String>,
    /// What stands at the foot of every page: version, data, when it was made.
    pub foot: String,
    /// What this program is not.
    pub not_a_device: String,
}

/// A table, a figure, or both, under their heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReportSection {
    /// Its heading.
    pub heading: String,
    /// A drawing as SVG with its text alternative.
    pub figure: Option<ReportFigure>,
    /// Heads of the columns; empty without a table.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

/// A drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReportFigure {
    /// The drawing, an SVG that needs no style sheet.
    #[serde(skip)]
    pub svg: String,
    /// What it shows, for who does not see it.
    pub about: String,
}

/// Rows kept of one table; the rest is counted under it.
const ROWS_MAX: usize = 400;
/// Letters kept of a cell.
const LETTERS_MAX: usize = 400;

impl Warmed {
    /// The report as PDF: tagged, the same bytes for the same data, of as many pages as it takes. In English: it is for staff.
    ///
    /// # Errors
    /// [`PaperError`]; a test rules out that it depends on the data.
    pub fn report(&self, report: &Report) -> Result<Vec<u8>, PaperError> {
        let none = Approvals::none();
        let ink = Ink::new(self, &Voice::new(Language::English, &none));
        let line = |text: &str| ink.write_up_to(text, LETTERS_MAX);
        let lines = |all: &[String]| all.iter().map(|text| line(text)).collect::<Vec<_>>();
        let mut pictures = Vec::new();
        let mut sections = Vec::new();
        for section in &report.sections {
            let mut shown = section.clone();
            shown.heading = line(&section.heading);
            shown.head = lines(&section.head);
            shown.rows = section.rows.iter().take(ROWS_MAX).map(|row| lines(row)).collect();
            shown.notes = lines(&section.notes);
            if section.rows.len() > ROWS_MAX {
                shown.notes.push(format!(
                    "and {} more rows, see the file of this table",
                    section.rows.len() - ROWS_MAX
                ));
            }
            let picture = section.figure.as_ref().map(|figure| {
                let name = format!("figure-{}.svg", pictures.len());
                pictures.push((name.clone(), figure.svg.clone().into_bytes()));
                (name, line(&figure.about), width_of(&figure.svg))
            });
            sections.push(Set { section: shown, picture });
        }
        let page = Page {
            heading: line(&report.heading),
            clinic: line(&report.clinic),
            date: report.date,
            invented: line(&report.invented),
            warnings: lines(&report.warnings),
            facts: report.facts.iter().map(|[name, value]| [line(name), line(value)]).collect(),
            sections,
            methods: report.methods.iter().map(|text| ink.write_up_to(text, LETTERS_MAX * 5)).collect(),
            foot: line(&report.foot),
            not_a_device: ink.write_up_to(&report.not_a_device, LETTERS_MAX * 5),
        };
        let data = serde_json::to_vec(&page).map_err(|error| PaperError::Typeset(error.to_string()))?;
        pdf(&self.document("report.typ", include_str!("../../papers/report.typ"), data, pictures)?)
    }
}

/// A drawing is printed so wide at most, in millimetres.
const WIDTH_MAX: f64 = 165.0;
/// And so high.
const HEIGHT_MAX: f64 = 150.0;

/// How wide a drawing is printed: a tall one is narrower, so that it stays on its page. By the view box of the SVG; what has
/// none is as wide as high.
fn width_of(svg: &str) -> f64 {
    let sizes =
        svg.split_once("viewBox=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(sizes, _)| sizes);
    let mut sizes =
        sizes.unwrap_or_default().split_whitespace().skip(2).filter_map(|size| size.parse::<f64>().ok());
    let ratio = sizes.next().zip(sizes.next()).map_or(1.0, |(width, height)| width / height);
    if ratio.is_finite() && ratio > 0.0 { (HEIGHT_MAX * ratio).clamp(20.0, WIDTH_MAX) } else { WIDTH_MAX }
}

#[derive(Serialize)]
struct Page {
    heading: String,
    clinic: String,
    date: [i16; 3],
    invented: String,
    warnings: Vec<String>,
    facts: Vec<[String; 2]>,
    sections: Vec<Set>,
    methods: Vec<String>,
    foot: String,
    not_a_device: String,
}

#[derive(Serialize)]
struct Set {
    #[serde(flatten)]
    section: ReportSection,
    /// The drawing's file, what it shows, and how wide it is printed, in millimetres.
    picture: Option<(String, String, f64)>,
}
