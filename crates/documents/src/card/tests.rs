//! The card in its usual, fullest, barest and most absurd form, in every language.

use super::*;
use crate::reading::{close, printed};
use words::{Approvals, Language};

#[path = "sample.rs"]
mod sample;

fn document(card: &Card, language: Language, approvals: &Approvals) -> PagedDocument {
    let voice = Voice::new(language, approvals);
    let mut cards = vec![(card, voice)];
    if Card::needs_english(&voice) {
        cards.push((card, voice.english()));
    }
    Warmed::shared().unwrap().card_document(&cards).unwrap()
}

fn bare() -> Card {
    let nothing = Card { call: Vec::new(), address: None, ..sample::usual() };
    Card {
        born: None,
        pump: None,
        serial: None,
        drug: None,
        strength: None,
        dose: None,
        mode: None,
        refill_by: None,
        ..nothing
    }
}

fn absurd() -> Card {
    let endless = "Endlosbandwurmwort".repeat(40);
    let mut card = sample::worst();
    for text in
        [&mut card.born, &mut card.pump, &mut card.serial, &mut card.drug, &mut card.strength, &mut card.dose]
    {
        *text = Some(endless.clone());
    }
    for desk in &mut card.call {
        (desk.name, desk.telephone, desk.hours) = (endless.clone(), endless.clone(), endless.clone());
    }
    Card {
        name: endless.clone(),
        dose_state: endless.clone(),
        mode: Some(endless.clone()),
        mri: endless.clone(),
        true_on: endless,
        ..card
    }
}

/// R-PAP-3: a card has two faces however much there is to say; where a translation is not approved, two more in English.
#[test]
fn two_faces_in_every_language() {
    for language in Language::ALL {
        let all: Approvals = words::keys().map(|key| (language, key.to_owned())).collect();
        assert_eq!(document(&sample::worst(), language, &all).pages().len(), 2, "{language:?}");
        let faces = if language == Language::English { 2 } else { 4 };
        for card in [sample::usual(), sample::worst()] {
            assert_eq!(document(&card, language, &Approvals::none()).pages().len(), faces, "{language:?}");
        }
    }
    for card in [bare(), absurd()] {
        assert_eq!(document(&card, Language::Hebrew, &Approvals::none()).pages().len(), 4);
    }
}

/// R-PAP-3: what was given stands on the card, and what is missing says so.
#[test]
fn what_was_given_is_printed() {
    let none = Approvals::none();
    let card = sample::worst();
    let on_it = printed(&document(&card, Language::English, &none));
    for words in [
        "VON WÜRTTEMBERG",
        "3 March 1970",
        "NGV123456H",
        "250 micrograms per 24 hours",
        "NOT SURE. Last confirmed program:",
        "9 January 2027",
        "+49 821 000 0001",
        "True on 22 November 2026. It changes at every visit.",
        "INVENTED PERSON",
        "not a certified medical device",
    ] {
        assert!(on_it.contains(&close(words)), "{words}: {on_it}");
    }
    let hebrew = printed(&document(&sample::usual(), Language::Hebrew, &none));
    assert!(hebrew.contains("NGV123456H") && hebrew.contains("Serialnumber"), "{hebrew}");
    // Born, pump, serial number, drug, refill, dose.
    assert_eq!(printed(&document(&bare(), Language::English, &none)).matches("notknown").count(), 6);
}

/// R-PAP-3: the same data give the same bytes, tagged and checked against PDF/UA-1.
#[test]
fn the_bytes_depend_on_the_data_alone() {
    let none = Approvals::none();
    let voice = Voice::new(Language::Hebrew, &none);
    let [first, again] = [(); 2].map(|()| Warmed::new().unwrap().card(&[(&sample::usual(), voice)]).unwrap());
    assert_eq!(first, again);
    let found = |needle: &[u8]| first.windows(needle.len()).any(|window| window == needle);
    assert!(found(b"%PDF-") && found(b"/MarkInfo") && found(b"pdfuaid"));
}
