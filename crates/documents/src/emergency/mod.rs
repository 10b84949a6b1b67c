//! The emergency sheet: one A4 page for the emergency doctor.

mod page;
#[cfg(test)]
mod tests;

use crate::code::code_svg;
use crate::typeset::{Warmed, pdf};
use crate::{EmergencyText, PaperError};
use jiff::civil::DateTime;
use page::{LEVELS, Level, TIGHTEST};
use typst_layout::PagedDocument;
use words::Voice;

/// Everything on the sheet that is about this patient. Texts are printed as given; amounts come with their unit
/// in words and a no-break space ("250 micrograms"), dates with the month in letters ("3 March 2026"), all in the language
/// of the voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencySheet {
    /// The person does not exist: the sheet says so in a bar across the top.
    pub invented: bool,
    /// Who it is.
    pub patient: Patient,
    /// What comes first: what is wrong or not known about the pump right now.
    pub warnings: Vec<Warning>,
    /// The pump.
    pub pump: PumpFacts,
    /// What it gives.
    pub drug: DrugFacts,
    /// Other medicines that the record has.
    pub medicines: Listed,
    /// Allergies and intolerances.
    pub allergies: Listed,
    /// Who answers now, at the time of printing; best first.
    pub call_now: Vec<Desk>,
    /// Who answers at other times.
    pub call_otherwise: Vec<Desk>,
    /// The facts for a telephone without network, in English.
    pub offline: String,
    /// Address of the emergency page, if the patient has one.
    pub address: Option<String>,
    /// Where the sheet comes from.
    pub stamp: PrintStamp,
}

/// Who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patient {
    /// Family name, as in the record; the sheet sets it in capitals.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Date of birth with the age, "3 March 1970 (56 years)".
    pub born: Option<String>,
    /// The clinic's record number.
    pub record_number: Option<String>,
}

/// What is wrong or not known right now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// An order was signed and nobody has confirmed it in the pump; with what was ordered and when.
    OrderUnknown(String),
    /// The pump stands still; since when and why.
    Stopped(String),
    /// A critical alarm is open; which and since when.
    CriticalAlarm(String),
    /// Anything else that comes before the facts.
    Other(String),
}

/// The pump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PumpFacts {
    /// Model in words, "SynchroMed II, 40 mL (8637-40)".
    pub model: Option<String>,
    /// The model's identifier in the catalogue, "synchromed-ii-8637-40": chooses what is said about alarm sounds and MRI.
    pub catalogue_id: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Day and volume of the last refill.
    pub last_refill: Option<String>,
    /// Day of the low-reservoir alarm, by calculation.
    pub low_reservoir_alarm: Option<String>,
    /// Day the reservoir runs empty, by calculation.
    pub empty: Option<String>,
}

/// What the pump gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrugFacts {
    /// Drug and product.
    pub drug: Option<String>,
    /// Strength, "500 micrograms per mL".
    pub strength: Option<String>,
    /// What is given in 24 hours, without the time: "250 micrograms". The sheet writes "per 24 h" below it.
    pub dose_per_day: Option<String>,
    /// Delivery mode in words.
    pub mode: Option<String>,
    /// Since when the program runs in the pump, and by whose word.
    pub since: Option<String>,
    /// The flex steps of a day, in order; empty in any other mode.
    pub flex: Vec<FlexRow>,
}

/// One step of a flex program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlexRow {
    /// On which days, "every day", "Sat, Sun".
    pub days: String,
    /// From when to when by the pump's clock, "06:00 to 08:30".
    pub time: String,
    /// How much in that time, "62.5 micrograms".
    pub amount: String,
}

/// A list that can be empty for two reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listed {
    /// Nobody has asked or entered it.
    NotKnown,
    /// Asked, and there are none.
    NoneKnown,
    /// These.
    Items(Vec<String>),
}

/// Somebody who answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Who.
    pub name: String,
    /// Telephone number as it is dialled.
    pub telephone: String,
    /// When, "every day 08:00 to 16:00".
    pub hours: String,
}

/// Where the sheet comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintStamp {
    /// Clinic that printed it.
    pub clinic: String,
    /// When, by the clinic's clock; also the date inside the PDF.
    pub printed_at: DateTime,
    /// Name of the clinic's time zone, "Europe/Berlin".
    pub time_zone: String,
    /// Version of the record it was made from.
    pub record_version: String,
    /// Short hash of that version.
    pub record_hash: String,
}

impl EmergencySheet {
    /// Whether a sheet in this language needs the English one after it: a text of it has no approved translation, and there
    /// is no room for English beside each.
    #[must_use]
    pub fn needs_english(voice: &Voice<'_>) -> bool {
        EmergencyText::embedded().is_ok_and(|text| page::needs_english(text, voice))
    }
}

/// A sheet with the voice in which it is written.
pub type SheetIn<'a> = (&'a EmergencySheet, Voice<'a>);

impl Warmed {
    /// The sheet as PDF, one page in each language that is given: tagged, the same bytes for the same data. English is given
    /// after a language where [`EmergencySheet::needs_english`] says so. Where there is much to say the type shrinks to a
    /// legible floor; then lists are cut with the number of what is left out.
    ///
    /// # Errors
    /// [`PaperError`]; a test rules out that it depends on the data.
    pub fn emergency_sheet(&self, sheets: &[SheetIn<'_>]) -> Result<Vec<u8>, PaperError> {
        pdf(&self.emergency_document(sheets)?)
    }

    /// A level that keeps each language on one page. The first is guessed from how much there is to say; if that is too
    /// roomy, the tighter ones are searched by halves, as a tighter level never takes more pages.
    fn emergency_document(&self, sheets: &[SheetIn<'_>]) -> Result<PagedDocument, PaperError> {
        let text = EmergencyText::embedded()?;
        let guess = sheets.iter().map(|(sheet, voice)| page::level_guess(sheet, voice)).max().unwrap_or(0);
        let mut best = self.at(sheets, text, LEVELS.get(guess).unwrap_or(&TIGHTEST))?;
        let fits = |tried: &PagedDocument| tried.pages().len() == sheets.len();
        let mut levels = LEVELS.get(guess + 1..).filter(|_| !fits(&best)).unwrap_or_default();
        while let Some((roomier, from)) = levels.split_at_checked(levels.len() / 2)
            && let Some((level, tighter)) = from.split_first()
        {
            let tried = self.at(sheets, text, level)?;
            levels = if fits(&tried) { roomier } else { tighter };
            if fits(&tried) || !fits(&best) {
                best = tried;
            }
        }
        if fits(&best) { Ok(best) } else { Err(PaperError::TooLong { pages: best.pages().len() }) }
    }

    fn at(
        &self,
        sheets: &[SheetIn<'_>],
        text: &EmergencyText,
        level: &Level,
    ) -> Result<PagedDocument, PaperError> {
        let data = page::data(self, sheets, text, level)?;
        let mut pictures = Vec::new();
        // The codes are the same in every language.
        if let Some((sheet, _)) = sheets.first() {
            pictures.push(("offline.svg".to_owned(), code_svg(&sheet.offline)?.into_bytes()));
            if let Some(address) = &sheet.address {
                pictures.push(("address.svg".to_owned(), code_svg(address)?.into_bytes()));
            }
        }
        self.document("emergency.typ", include_str!("../../papers/emergency.typ"), data, pictures)
    }
}
