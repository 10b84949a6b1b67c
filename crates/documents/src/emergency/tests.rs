//! The sheet in its usual, worst and barest form.

use super::*;
use crate::Warmed;
use crate::reading::{self, close};
use words::{Approvals, Language};

#[path = "sample.rs"]
mod sample;

static NONE: Approvals = Approvals::none();

fn english() -> Voice<'static> {
    Voice::new(Language::English, &NONE)
}

fn document(sheet: &EmergencySheet) -> PagedDocument {
    Warmed::shared().unwrap().emergency_document(&[(sheet, english())]).unwrap()
}

fn emergency_sheet(sheet: &EmergencySheet) -> Result<Vec<u8>, PaperError> {
    Warmed::shared().unwrap().emergency_sheet(&[(sheet, english())])
}

fn printed(sheet: &EmergencySheet) -> String {
    reading::printed(&document(sheet))
}

fn shows(sheet: &EmergencySheet, words: &[&str]) {
    let printed = printed(sheet);
    for word in words {
        assert!(printed.contains(&close(word)), "{word:?} is not on the sheet: {printed}");
    }
}

#[test]
fn one_page_however_much_there_is_to_say() {
    for sheet in [sample::usual(), sample::bare(), sample::absurd()] {
        assert_eq!(document(&sheet).pages().len(), 1);
    }
    let fullest = sample::worst();
    for language in Language::ALL {
        let own = Voice::new(language, &NONE);
        assert_eq!(EmergencySheet::needs_english(&own), language != Language::English);
        let made = Warmed::shared().unwrap().emergency_document(&[(&fullest, own), (&fullest, english())]);
        let made = made.unwrap();
        assert_eq!(made.pages().len(), 2, "{language:?}");
        let printed = reading::printed(&made);
        assert!(printed.contains("medicinenumber15,") && !printed.contains("\u{FFFD}paper"), "{language:?}");
    }
}

#[test]
fn the_fullest_real_sheet_is_whole() {
    let sheet = sample::worst();
    let (Listed::Items(medicines), Listed::Items(allergies)) = (&sheet.medicines, &sheet.allergies) else {
        panic!()
    };
    let rows = sheet.drug.flex.iter().map(|row| row.amount.as_str());
    let desks = sheet
        .call_now
        .iter()
        .chain(&sheet.call_otherwise)
        .flat_map(|desk| [&*desk.name, &*desk.telephone, &*desk.hours]);
    let words: Vec<&str> =
        medicines.iter().chain(allergies).map(String::as_str).chain(rows).chain(desks).collect();
    shows(&sheet, &words);
    shows(
        &sheet,
        &[
            "VON WÜRTTEMBERG-HOHENZOLLERN-SIGMARINGEN UND ZU LÖWENSTEIN-WERTHEIM-ROSENBERG",
            "Ağaoğlu İpekçi Kateřina Žofie",
            "ORDER NOT CONFIRMED",
            "THE PUMP IS STOPPED",
            "CRITICAL ALARM OPEN",
            "motor stall, reported",
            "A bridge bolus ran",
            "INVENTED PERSON",
        ],
    );
    assert!(!printed(&sheet).contains("more,seetherecord"), "nothing is cut yet");
}

#[test]
fn what_was_given_is_printed() {
    let text = EmergencyText::embedded().unwrap();
    let sheet = sample::usual();
    let shown: Vec<&str> =
        text.statements().filter(|s| s.is_about(Some("synchromed-ii-8637-40"))).map(|s| &*s.text).collect();
    assert!(shown.len() > 20);
    shows(&sheet, &shown);
    shows(
        &sheet,
        &[
            "ŠŤASTNÁ, Božena",
            "3 March 1970 (56 years)",
            "ITB-0042",
            "SynchroMed II, 40 mL (8637-40)",
            "NGV123456H",
            "500 micrograms per mL",
            "250 micrograms",
            "per 24 h",
            "simple continuous",
            "2 November 2026, 40 mL",
            "14 January 2027",
            "18 January 2027, by calculation",
            "tizanidine 2 mg at night",
            "none known",
            "+49 821 000 0001",
            "22 November 2026, 03:07",
            "record version 118",
            "9f2c 41ab",
            "page 1 of 1",
            "not a certified medical device",
            "T31 Sgouros 2010",
            "Up to 3 T",
            "Scan: facts without a network",
        ],
    );
}

#[test]
fn what_is_cut_is_counted() {
    let mut sheet = sample::worst();
    sheet.medicines = Listed::Items((0..400).map(|n| format!("medicine number {n}")).collect());
    let printed = printed(&sheet);
    let kept = printed.matches("medicinenumber").count();
    assert!(
        kept > 2 && printed.contains(&format!("and{}more,seetherecord", 400 - kept)),
        "{kept}: {printed}"
    );
}

#[test]
fn what_is_missing_reads_not_known() {
    let sheet = sample::bare();
    let count = printed(&sheet).to_lowercase().matches("notknown").count();
    // Born, number, 7 facts, dose, mode, since, medicines, allergies, two lists of desks, alarms, MRI.
    assert_eq!(count, 18);
    assert!(!printed(&sheet).contains("per24hmode"), "no dose, no \"per 24 h\"");
    assert!(!printed(&sheet).contains("INVENTED"));
}

#[test]
fn a_letter_without_a_picture_never_stops_the_sheet() {
    let mut sheet = sample::usual();
    sheet.patient.given = "Нина Ελένη 王 שרה #emph[a] $x$ \u{7}".to_owned();
    shows(&sheet, &["Нина Ελένη \u{FFFD} שרה #emph[a] $x$", "Some letters cannot be printed"]);
    assert!(emergency_sheet(&sheet).is_ok());
}

#[test]
fn the_bytes_depend_on_the_data_alone() {
    let [first, again] = [sample::usual(), sample::usual()]
        .map(|sheet| Warmed::new().unwrap().emergency_sheet(&[(&sheet, english())]).unwrap());
    assert_eq!(first, again);
    let mut other = sample::usual();
    other.stamp.printed_at = jiff::civil::date(2026, 11, 23).at(3, 7, 0, 0);
    assert_ne!(first, emergency_sheet(&other).unwrap());
    // Tagged and PDF/UA-1: a document without a title or with an untagged image would have been refused.
    let found = |needle: &[u8]| first.windows(needle.len()).any(|window| window == needle);
    assert!(found(b"%PDF-") && found(b"/MarkInfo") && found(b"pdfuaid"));
}
