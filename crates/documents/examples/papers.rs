//! Writes invented papers: `papers FOLDER LANGUAGE`: the sheet and the card, usual and fullest, and a paper, as PDF.
#![forbid(unsafe_code)]
use documents::*;
use words::{Approvals, Language, Voice};

#[path = "../src/card/sample.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with the tests")]
mod cards;
#[path = "../src/paper/sample.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with the tests")]
mod letters;
#[path = "../src/emergency/sample.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "shared with the tests")]
mod sheets;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, code] = arguments.as_slice() else { return Err("say a folder and a language".into()) };
    let language = Language::read(code).ok_or("no such language")?;
    let none = Approvals::none();
    let voice = Voice::new(language, &none);
    let warmed = Warmed::shared()?;
    let both = |needs: bool| if needs { vec![voice, voice.english()] } else { vec![voice] };
    for (name, sheet) in
        [("usual", sheets::usual()), ("fullest", sheets::worst()), ("barest", sheets::bare())]
    {
        let voices = both(EmergencySheet::needs_english(&voice));
        let each: Vec<SheetIn<'_>> = voices.into_iter().map(|voice| (&sheet, voice)).collect();
        std::fs::write(format!("{folder}/sheet-{name}-{code}.pdf"), warmed.emergency_sheet(&each)?)?;
    }
    for (name, card) in [("usual", cards::usual()), ("fullest", cards::worst())] {
        let voices = both(Card::needs_english(&voice));
        let each: Vec<CardIn<'_>> = voices.into_iter().map(|voice| (&card, voice)).collect();
        std::fs::write(format!("{folder}/card-{name}-{code}.pdf"), warmed.card(&each)?)?;
    }
    std::fs::write(format!("{folder}/paper-{code}.pdf"), warmed.paper(&letters::usual(), &voice)?)?;
    Ok(())
}
