//! The pump card: two faces of the size of a bank card.

#[cfg(test)]
mod tests;

use crate::PaperError;
use crate::code::code_svg;
use crate::emergency::{Desk, PrintStamp};
use crate::ink::Ink;
use crate::typeset::{Warmed, pdf};
use crate::voiced::Fixed;
use serde::Serialize;
use typst_layout::PagedDocument;
use words::Voice;

/// What stands on the card. Texts are printed as given, in the language of the voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The person does not exist: the card says so.
    pub invented: bool,
    /// Family name in capitals, given names.
    pub name: String,
    /// Date of birth.
    pub born: Option<String>,
    /// Pump model in words.
    pub pump: Option<String>,
    /// Serial number.
    pub serial: Option<String>,
    /// Drug and product.
    pub drug: Option<String>,
    /// Strength.
    pub strength: Option<String>,
    /// What was last confirmed in the pump, with the time it is per: "250 micrograms per 24 hours".
    pub dose: Option<String>,
    /// What must be read before the dose, such as that nobody is sure of it; empty if nothing.
    pub dose_state: String,
    /// Delivery mode in words.
    pub mode: Option<String>,
    /// By when the next refill has to be.
    pub refill_by: Option<String>,
    /// What is said of MRI beyond "ask first"; may be empty.
    pub mri: String,
    /// Whom to call, at any hour of any week; best first.
    pub call: Vec<Desk>,
    /// The facts for a telephone without network, in English.
    pub offline: String,
    /// Address of the emergency page, if the patient has one.
    pub address: Option<String>,
    /// The day on which all this was true.
    pub true_on: String,
    /// Where the card comes from.
    pub stamp: PrintStamp,
}

/// How much room things take.
#[derive(Clone, Copy)]
struct Level {
    /// Size of the type in points.
    size: f64,
    /// Desks kept.
    desks: usize,
    /// Letters kept of each text.
    letters: usize,
}

/// From roomy to tight: below 5 points nobody reads it, so then texts are cut.
const LEVELS: [Level; 10] = [
    Level { size: 6.8, desks: 3, letters: 120 },
    Level { size: 6.4, desks: 3, letters: 120 },
    Level { size: 6.0, desks: 3, letters: 120 },
    Level { size: 5.7, desks: 3, letters: 120 },
    Level { size: 5.4, desks: 2, letters: 120 },
    Level { size: 5.2, desks: 2, letters: 90 },
    Level { size: 5.0, desks: 2, letters: 60 },
    Level { size: 5.0, desks: 1, letters: 40 },
    Level { size: 5.0, desks: 1, letters: 24 },
    Level { size: 4.6, desks: 1, letters: 14 },
];

/// Where to begin: about how much there is to say. Only speed hangs on it.
fn level_guess(cards: &[CardIn<'_>]) -> usize {
    let letters = |card: &Card| -> usize {
        let facts = [&card.pump, &card.drug, &card.strength, &card.dose, &card.mode];
        let facts: usize = facts.into_iter().flatten().map(|text| text.chars().count()).sum();
        let desk = |desk: &Desk| {
            [&desk.name, &desk.telephone, &desk.hours].map(|text| text.chars().count()).iter().sum::<usize>()
        };
        facts
            + card.name.chars().count()
            + card.dose_state.chars().count()
            + card.call.iter().take(3).map(desk).sum::<usize>()
    };
    let most = cards.iter().map(|(card, _)| letters(card)).max().unwrap_or(0);
    (most.saturating_sub(LETTERS_ROOMY) / LETTERS_PER_LEVEL).min(GUESS_MAX)
}

/// So many letters about the patient stand on a card at the first level, and about so many more at each after it.
const LETTERS_ROOMY: usize = 270;
const LETTERS_PER_LEVEL: usize = 110;
/// Nothing is cut before it was tried whole.
const GUESS_MAX: usize = 3;

/// Letters kept of the name: two names that differ must not look alike.
const NAME_LETTERS: usize = 110;
/// Pages of a card in one language: front and back.
const FACES: usize = 2;
/// The fixed texts of the card.
const TEXTS: [&str; 11] = [
    "card-title",
    "card-never-stop",
    "card-too-little",
    "card-too-much",
    "card-call-now",
    "card-pump",
    "card-drug",
    "card-dose",
    "card-mri",
    "card-scan",
    "card-carry",
];

#[derive(Serialize)]
struct Page {
    size: f64,
    fixed: Fixed,
    date: [i16; 3],
    invented: bool,
    unapproved: bool,
    name: String,
    facts: Vec<[String; 2]>,
    dose: String,
    dose_label: String,
    dose_state: String,
    mode: String,
    title: String,
    never_stop: String,
    too_little: String,
    too_much: String,
    call_now: String,
    mri: String,
    scan: String,
    offline: String,
    carry: String,
    true_on: String,
    desks: Vec<[String; 3]>,
    has_address: bool,
    clinic: String,
}

impl Card {
    /// Whether a card in this language needs the English one after it: a text of it has no approved translation.
    #[must_use]
    pub fn needs_english(voice: &Voice<'_>) -> bool {
        TEXTS.iter().any(|key| !voice.is_approved(key))
    }
}

/// A card with the voice in which it is written.
pub type CardIn<'a> = (&'a Card, Voice<'a>);

impl Warmed {
    /// The card as PDF: a front and a back of 85.6 by 54 mm in each language that is given. English is given after a language
    /// where [`Card::needs_english`] says so.
    ///
    /// # Errors
    /// [`PaperError`]; a test rules out that it depends on the data.
    pub fn card(&self, cards: &[CardIn<'_>]) -> Result<Vec<u8>, PaperError> {
        pdf(&self.card_document(cards)?)
    }

    fn card_document(&self, cards: &[CardIn<'_>]) -> Result<PagedDocument, PaperError> {
        let mut pages = 0;
        for level in LEVELS.into_iter().skip(level_guess(cards)) {
            let tried = self.card_at(cards, level)?;
            pages = tried.pages().len();
            if pages == FACES * cards.len() {
                return Ok(tried);
            }
        }
        Err(PaperError::TooLong { pages })
    }

    fn card_at(&self, cards: &[CardIn<'_>], level: Level) -> Result<PagedDocument, PaperError> {
        let faces: Vec<Page> = cards.iter().map(|(card, voice)| page(self, card, voice, level)).collect();
        let data = serde_json::to_vec(&faces).map_err(|error| PaperError::Typeset(error.to_string()))?;
        let mut pictures = Vec::new();
        // The codes are the same in every language.
        if let Some((card, _)) = cards.first() {
            pictures.push(("offline.svg".to_owned(), code_svg(&card.offline)?.into_bytes()));
            if let Some(address) = &card.address {
                pictures.push(("address.svg".to_owned(), code_svg(address)?.into_bytes()));
            }
        }
        self.document("card.typ", include_str!("../../papers/card.typ"), data, pictures)
    }
}

fn page(warmed: &Warmed, card: &Card, voice: &Voice<'_>, level: Level) -> Page {
    let ink = Ink::new(warmed, voice);
    let write = |text: &str| ink.write_up_to(text, level.letters);
    let not_known = voice.plain("common-not-known");
    let known = |text: Option<&String>| match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => write(text),
        None => not_known.clone(),
    };
    let fact = |key: &str, text: Option<&String>| [voice.plain(key), known(text)];
    let at = card.stamp.printed_at;
    let drug = match (&card.drug, &card.strength) {
        (Some(drug), Some(strength)) => Some(format!("{drug}, {strength}")),
        (drug, strength) => drug.clone().or_else(|| strength.clone()),
    };
    let mut mri = voice.plain("card-mri");
    if !card.mri.trim().is_empty() {
        mri = format!("{mri} {}", write(&card.mri));
    }
    let mut fixed = Fixed::new(voice);
    fixed.printed = ink.write_up_to(&card.stamp.printed(voice), 240);
    Page {
        size: level.size,
        fixed,
        date: [at.year(), at.month().into(), at.day().into()],
        invented: card.invented,
        unapproved: Card::needs_english(voice),
        name: ink.write_up_to(&card.name, NAME_LETTERS),
        facts: vec![
            fact("card-born", card.born.as_ref()),
            fact("card-pump", card.pump.as_ref()),
            fact("card-serial", card.serial.as_ref()),
            fact("card-drug", drug.as_ref()),
            fact("card-refill-by", card.refill_by.as_ref()),
        ],
        dose: known(card.dose.as_ref()),
        dose_label: voice.plain("card-dose"),
        dose_state: ink.write_up_to(&card.dose_state, 120),
        mode: card.mode.as_deref().map(write).unwrap_or_default(),
        title: voice.plain("card-title"),
        never_stop: voice.plain("card-never-stop"),
        too_little: voice.plain("card-too-little"),
        too_much: voice.plain("card-too-much"),
        call_now: voice.plain("card-call-now"),
        mri,
        scan: voice.plain("card-scan"),
        offline: voice.plain("card-offline"),
        carry: voice.plain("card-carry"),
        true_on: voice.plain_with("card-true-on", &words::Args::new().text("date", &card.true_on)),
        desks: (card.call.iter().take(level.desks))
            .map(|desk| [&desk.name, &desk.telephone, &desk.hours].map(|text| write(text)))
            .collect(),
        has_address: card.address.is_some(),
        clinic: ink.write_up_to(&card.stamp.clinic, 60),
    }
}
