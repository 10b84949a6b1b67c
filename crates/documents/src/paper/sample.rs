//! Invented papers for tests and benchmark: `crate` is whoever includes this file.

use crate::{Code, Line, Paper, Part, PrintStamp, Section, Signature};
use jiff::civil::date;
use words::Worded;

/// Where every sample comes from.
pub fn stamp() -> PrintStamp {
    PrintStamp {
        clinic: "Clinic of Examples, Augsburg".to_owned(),
        printed_at: date(2026, 11, 22).at(14, 5, 0, 0),
        time_zone: "Europe/Berlin".to_owned(),
        record_version: "12".to_owned(),
        record_hash: "9f2c 41ab".to_owned(),
    }
}

/// Cells or lines of these texts.
pub fn each<T: From<&'static str>>(texts: &[&'static str]) -> Vec<T> {
    texts.iter().map(|text| T::from(text)).collect()
}

/// What most papers are like.
pub fn usual() -> Paper {
    Paper {
        heading: "Second opinion".into(),
        addressee: vec!["Frau Invented Forty-two".to_owned(), "Musterweg 1, 80331 München".to_owned()],
        warnings: each(&["DRAFT: not signed"]),
        facts: vec![
            ("About".into(), Some("ŠŤASTNÁ, Božena".into())),
            ("Born".into(), None),
            ("Weight".into(), Some("  ".into())),
        ],
        sections: vec![
            Section {
                heading: Worded::default(),
                parts: vec![Part::Paragraph("First line.\r\nSecond line.\n\nAnother paragraph.".into())],
            },
            Section {
                heading: "Options".into(),
                parts: vec![
                    Part::Bullets(each(&["selective dorsal rhizotomy", "botulinum toxin"])),
                    Part::Steps(vec![
                        Line { words: "Send the images".into(), tag: "T3, P40".to_owned() },
                        "Come for an examination".into(),
                    ]),
                    Part::Boxes(each(&["Strength as on the vial"])),
                    Part::Table {
                        columns: each(&["Option", "For", "Against"]),
                        rows: vec![each(&["Pump", "tone everywhere", "surgery"]), each(&["Toxin"])],
                    },
                ],
            },
            Section { heading: "What is missing".into(), parts: Vec::new() },
        ],
        sources: vec![("T3".to_owned(), "Lioresal Intrathecal label".to_owned())],
        codes: vec![Code { about: "The same without a network".into(), content: "BACLOFEN PUMP".to_owned() }],
        signature: Some(Signature {
            name: "Invented Physician".to_owned(),
            role: "physician".into(),
            signed: "signed on 22 November 2026, 14:01".into(),
        }),
        version: "version 2, replaces version 1".into(),
        invented: true,
        stamp: stamp(),
    }
}

/// Nothing at all.
pub fn bare() -> Paper {
    Paper {
        heading: " ".into(),
        addressee: Vec::new(),
        warnings: Vec::new(),
        facts: Vec::new(),
        sections: Vec::new(),
        sources: Vec::new(),
        codes: Vec::new(),
        signature: None,
        version: Worded::default(),
        invented: false,
        stamp: stamp(),
    }
}
