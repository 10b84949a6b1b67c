//! Invented cards for tests and benchmark: `crate` is whoever includes this file.

use crate::{Card, Desk, PrintStamp};
use jiff::civil::date;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// What most cards are like.
pub fn usual() -> Card {
    Card {
        invented: true,
        name: "ŠŤASTNÁ, Božena".to_owned(),
        born: some("3 March 1970"),
        pump: some("SynchroMed II, 40 mL (8637-40)"),
        serial: some("NGV123456H"),
        drug: some("baclofen (Lioresal Intrathecal)"),
        strength: some("500 micrograms per mL"),
        dose: some("250 micrograms per 24 hours"),
        dose_state: String::new(),
        mode: some("continuous"),
        refill_by: some("9 January 2027"),
        mri: String::new(),
        call: vec![
            Desk {
                name: "Neurosurgery, doctor on call".to_owned(),
                telephone: "+49 821 000 0001".to_owned(),
                hours: "at any hour".to_owned(),
            },
            Desk {
                name: "Pump clinic, nurses' desk".to_owned(),
                telephone: "+49 821 000 0002".to_owned(),
                hours: "Monday to Friday, 08:00 to 16:00".to_owned(),
            },
        ],
        offline: "BACLOFEN PUMP (intrathecal)\nSTASTNA, Bozena *3 March 1970\nSynchroMed II, 40 mL (8637-40), SN NGV123456H\n\
                  baclofen 500 micrograms per mL\n250 micrograms per 24 hours, continuous\nNEVER STOP SUDDENLY: withdrawal can kill\n\
                  CALL +49 821 000 0001\nTrue on 22 November 2026; changes at every visit"
            .to_owned(),
        address: some("https://clinic.example/e/q3t1F0bq0cS0b0pJ8m2l5v7x9z1A3C5E7G9I1K3M5O4"),
        true_on: "22 November 2026".to_owned(),
        stamp: PrintStamp {
            clinic: "Pump clinic of the invented hospital".to_owned(),
            printed_at: date(2026, 11, 22).at(14, 5, 0, 0),
            time_zone: "Europe/Berlin".to_owned(),
            record_version: "118".to_owned(),
            record_hash: "9f2c 41ab".to_owned(),
        },
    }
}

/// The most that a clinic would really have on one card.
pub fn worst() -> Card {
    let mut card = usual();
    card.name =
        "VON WÜRTTEMBERG-HOHENZOLLERN-SIGMARINGEN, Maximiliana-Friederike Ağaoğlu İpekçi Kateřina".to_owned();
    card.dose_state = "NOT SURE. Last confirmed program:".to_owned();
    card.mode = some("flex, 13 steps a day; the patient can add boluses");
    card.strength = some("500 micrograms per mL told to the pump; 2000 micrograms per mL on the vial");
    card.call.push(Desk {
        name: "Surgical emergency department, doctor in charge of the night".to_owned(),
        telephone: "+49 821 000 0003".to_owned(),
        hours: "daily from 16:00 to 08:00, weekends and public holidays".to_owned(),
    });
    card
}
