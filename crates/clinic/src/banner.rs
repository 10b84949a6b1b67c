//! The patient's banner: who it is, on every page of one patient, in the form of the NHS common user interface.

use crate::pages::telemetry::Panel;
use jiff::civil::Date;

/// Who it is, and what matters at the bedside. Whoever loads the patient fills it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Banner {
    /// The record's id, as in the path.
    pub id: String,
    /// The version of the record that the page was made from: goes into forms as `expected`.
    pub version: u64,
    /// `FAMILY, Given (Title)`.
    pub name: String,
    /// `DD-MMM-YYYY (age)`, or "Not Known".
    pub born: String,
    /// As people read it, or "Not Known".
    pub gender: String,
    /// The clinic's own number of the patient.
    pub number: String,
    /// `DD-MMM-YYYY (age)`, if the patient has died.
    pub died: Option<String>,
    /// Model and serial number; `None` without a pump.
    pub pump: Option<String>,
    /// Drug and strength as on the vial.
    pub drug: Option<String>,
    /// Dose per 24 hours, with its unit in words.
    pub dose_per_day: Option<String>,
    /// `DD-MMM-YYYY`.
    pub refill_by: Option<String>,
    /// Allergies in words; empty for "not recorded", which is not the same as none.
    pub allergies: Vec<String>,
    /// Whether somebody has asked and there are none.
    pub no_known_allergies: bool,
    /// The pump as it was read last, if it can be reached.
    pub(crate) telemetry: Option<Panel>,
}

/// A day as a banner shows it: 03-Mar-2026.
#[must_use]
pub fn banner_date(date: Date) -> String {
    date.strftime("%d-%b-%Y").to_string()
}

/// `FAMILY, Given (Title)`; what is not known is left out.
#[must_use]
pub fn banner_name(family: &str, given: &str, title: &str) -> String {
    let mut name = family.trim().to_uppercase();
    if !given.trim().is_empty() {
        name.push_str(", ");
        name.push_str(given.trim());
    }
    if !title.trim().is_empty() {
        name.push_str(" (");
        name.push_str(title.trim());
        name.push(')');
    }
    name
}

/// Born, with the age in whole years, or in months below two years, on a day.
#[must_use]
pub fn banner_born(born: Option<Date>, today: Date) -> String {
    let Some(born) = born else { return "Not Known".to_owned() };
    let Ok(span) = born.until((jiff::Unit::Year, today)) else { return banner_date(born) };
    let years = span.get_years();
    let age = if years >= 2 {
        format!("{years}y")
    } else {
        format!("{}m", years * 12 + i16::try_from(span.get_months()).unwrap_or_default())
    };
    format!("{} ({age})", banner_date(born))
}

/// The parts of one patient's record, with the word in the path and the word in the navigation.
pub const PARTS: [(&str, &str); 14] = [
    ("", "Overview"),
    ("pathway", "Pathway"),
    ("program", "Program"),
    ("refill", "Refill"),
    ("it-beeps", "It beeps"),
    ("assessments", "Assessments"),
    ("medicines", "Medicines"),
    ("implant", "Implant"),
    ("mri", "MRI"),
    ("timeline", "Timeline"),
    ("papers", "Papers"),
    ("emergency-sheet", "Emergency sheet"),
    ("emergency/withdrawal", "Withdrawal"),
    ("emergency/overdose", "Overdose"),
];

impl Banner {
    /// The address of a part of this record.
    #[must_use]
    pub fn address(&self, part: &str) -> String {
        if part.is_empty() {
            format!("/patients/{}", self.id)
        } else {
            format!("/patients/{}/{part}", self.id)
        }
    }
}
