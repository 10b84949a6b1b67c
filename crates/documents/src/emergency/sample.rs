//! Invented sheets for tests, benchmark and example: `crate` is whoever includes this file.

use crate::{Desk, DrugFacts, EmergencySheet, FlexRow, Listed, Patient, PrintStamp, PumpFacts, Warning};
use jiff::civil::date;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn desk(name: &str, telephone: &str, hours: &str) -> Desk {
    Desk { name: name.to_owned(), telephone: telephone.to_owned(), hours: hours.to_owned() }
}

fn flex_row(hour: usize, days: &str) -> FlexRow {
    FlexRow {
        days: days.to_owned(),
        time: format!("{hour:02}:00 to {:02}:00", hour + 1),
        amount: format!("{}.5 micrograms", 20 + hour),
    }
}

/// What most sheets are like.
pub fn usual() -> EmergencySheet {
    EmergencySheet {
        invented: true,
        patient: Patient {
            family: "Šťastná".to_owned(),
            given: "Božena".to_owned(),
            born: some("3 March 1970 (56 years)"),
            record_number: some("ITB-0042"),
        },
        warnings: Vec::new(),
        pump: PumpFacts {
            model: some("SynchroMed II, 40 mL (8637-40)"),
            catalogue_id: some("synchromed-ii-8637-40"),
            serial: some("NGV123456H"),
            last_refill: some("2 November 2026, 40 mL"),
            low_reservoir_alarm: some("14 January 2027"),
            empty: some("18 January 2027"),
        },
        drug: DrugFacts {
            drug: some("baclofen (Lioresal Intrathecal)"),
            strength: some("500 micrograms per mL"),
            dose_per_day: some("250 micrograms"),
            mode: some("simple continuous"),
            since: some("2 November 2026, read back by a named person"),
            flex: Vec::new(),
        },
        medicines: Listed::Items(vec![
            "tizanidine 2 mg at night".to_owned(),
            "oxybutynin 5 mg twice a day".to_owned(),
        ]),
        allergies: Listed::NoneKnown,
        call_now: vec![desk(
            "Neurosurgery, doctor on call",
            "+49 821 000 0001",
            "nights, weekends, public holidays",
        )],
        call_otherwise: vec![desk(
            "Pump clinic, nurses' desk",
            "+49 821 000 0002",
            "Mon to Fri 08:00 to 16:00",
        )],
        offline: "BACLOFEN PUMP (intrathecal)\nSTASTNA, Bozena *3 March 1970\n250 micrograms per 24 hours, continuous\n\
                  NEVER STOP SUDDENLY: withdrawal can kill\nCALL +49 821 000 0001\nTrue on 22 November 2026; changes at every visit"
            .to_owned(),
        address: Some("https://clinic.example/e/q3t1F0bq0cS0b0pJ8m2l5v7x9z1A3C5E7G9I1K3M5O4".to_owned()),
        stamp: PrintStamp {
            clinic: "Pump clinic of the invented hospital".to_owned(),
            printed_at: date(2026, 11, 22).at(3, 7, 0, 0),
            time_zone: "Europe/Berlin".to_owned(),
            record_version: "118".to_owned(),
            record_hash: "9f2c 41ab".to_owned(),
        },
    }
}

/// The most that a clinic would really have on one sheet: 13 flex steps, 15 medicines, 10 allergies, 4 desks, all warnings.
pub fn worst() -> EmergencySheet {
    let mut sheet = usual();
    sheet.patient.family =
        "von Württemberg-Hohenzollern-Sigmaringen und zu Löwenstein-Wertheim-Rosenberg".to_owned();
    sheet.patient.given = "Maximiliana-Friederike Ağaoğlu İpekçi Kateřina Žofie".to_owned();
    sheet.warnings = vec![
        Warning::OrderUnknown("325 micrograms per 24 h, signed 21 November 2026 16:42; the pump has not been interrogated since.".to_owned()),
        Warning::Stopped("since 21 November 2026 17:05, before surgery of the pocket.".to_owned()),
        Warning::CriticalAlarm("motor stall, reported by telephone 21 November 2026 22:10.".to_owned()),
        Warning::Other("A bridge bolus ran until 21 November 2026 12:00: the strength changed from 500 to 2000 micrograms per mL.".to_owned()),
    ];
    sheet.drug.mode = some("flex, 13 steps a day, the same on every day of the week");
    sheet.drug.flex = (0..13).map(|step| flex_row(step, "every day")).collect();
    sheet.medicines =
        Listed::Items((1..16).map(|n| format!("medicine number {n}, {n}0 mg three times a day")).collect());
    sheet.allergies =
        Listed::Items((1..11).map(|n| format!("allergy number {n} (rash in 20{n:02})")).collect());
    sheet.call_now = vec![
        desk(
            "Surgical emergency department, doctor in charge of the night",
            "+49 821 000 0001",
            "daily from 16:00 to 08:00, weekends and public holidays",
        ),
        desk("Intensive care unit, consultant on call", "+49 821 000 0003", "at any time"),
    ];
    sheet.call_otherwise = vec![
        desk(
            "Pump clinic, nurses' desk of the department of neurosurgery",
            "+49 821 000 0002",
            "Mon to Fri 08:00 to 16:00",
        ),
        desk("Maker's technical service (adult and paediatric pumps)", "+49 211 000 0004", "at any time"),
    ];
    sheet
}

/// Nothing is known but the name.
pub fn bare() -> EmergencySheet {
    let mut sheet = usual();
    sheet.invented = false;
    sheet.patient.born = None;
    sheet.patient.record_number = None;
    sheet.pump = PumpFacts {
        model: None,
        catalogue_id: None,
        serial: None,
        last_refill: None,
        low_reservoir_alarm: None,
        empty: None,
    };
    sheet.drug = DrugFacts {
        drug: None,
        strength: None,
        dose_per_day: None,
        mode: None,
        since: None,
        flex: Vec::new(),
    };
    sheet.medicines = Listed::NotKnown;
    sheet.allergies = Listed::Items(Vec::new());
    sheet.call_now.clear();
    sheet.call_otherwise.clear();
    sheet
}

/// More of everything than anybody has.
pub fn absurd() -> EmergencySheet {
    let mut absurd = worst();
    let endless = "Endlosbandwurmwort".repeat(200);
    absurd.warnings = (0..60).map(|_| Warning::Other(endless.clone())).collect();
    absurd.medicines = Listed::Items(vec![endless.clone(); 500]);
    absurd.allergies = Listed::Items(vec![endless.clone(); 500]);
    absurd.drug.flex = vec![flex_row(3, "every day"); 91];
    absurd.call_now =
        vec![Desk { name: endless.clone(), telephone: endless.clone(), hours: endless.clone() }; 50];
    absurd.call_otherwise = absurd.call_now.clone();
    absurd.patient = Patient {
        family: endless.clone(),
        given: endless.clone(),
        born: Some(endless.clone()),
        record_number: Some(endless.clone()),
    };
    let all = Some(endless);
    absurd.pump = PumpFacts {
        model: all.clone(),
        catalogue_id: absurd.pump.catalogue_id,
        serial: all.clone(),
        last_refill: all.clone(),
        low_reservoir_alarm: all.clone(),
        empty: all.clone(),
    };
    absurd.drug = DrugFacts {
        drug: all.clone(),
        strength: all.clone(),
        dose_per_day: all.clone(),
        mode: all.clone(),
        since: all,
        ..absurd.drug
    };
    absurd
}
