//! From the record to the papers, in a language.
//!
//! What it is: [`facts`] gathers what is known of a patient, typed and without words; [`say`] puts it in words of a language;
//! each paper is a module that makes a `documents::Paper` of both, or says why there is none ([`NotYet`]).
//!
//! Words
//! - *ground*: what a paper stands on: record, course, facts, voice, and what was asked for.
//! - *kind*: one of the papers ([`Kind`]).
//!
//! Invariants
//! - Facts are gathered in one place: sheet, card, papers and pages say the same.
//! - Only what was seen in the pump is shown as running; an order that nobody confirmed is a warning on every paper.
//! - What people wrote (names, notes, reasons) is never translated.

mod card;
mod emergency;
mod exercises;
pub(crate) mod facts;
mod guide;
mod hub;
mod implant;
mod leaflet;
mod mri;
mod order_program;
mod programming;
mod refill;
pub(crate) mod say;
mod scores;
mod screening;
mod sheet;
mod show;
mod transfer;
mod travel;
mod visit;

pub(crate) use emergency::sheet as emergency_sheet;
pub(crate) use show::{paper_pdf, pdf, sheet_pdf, typeset};

use crate::address;
use crate::patient::Chart;
use crate::state::AppState;
use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;
use documents::{Card, Code, EmergencySheet, Paper, Section};
use facts::{Facts, Warn};
use jiff::civil::Date;
use practice::access::Right;
use practice::path::link;
use practice::patient::Stand;
use practice::settings::Settings;
use pump::PumpTime;
use say::{Said, Say};
use serde::Deserialize;
use words::{Approvals, Language, Worded};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/patients/{id}/papers", get(hub::hub))
        .route("/patients/{id}/papers/{paper}", get(show::page))
}

/// Which translations the clinic has approved.
pub(crate) fn approvals(settings: &Settings) -> Approvals {
    settings.approvals()
}

/// The address of the patient's emergency page, if there is one and this person may hand it out.
fn outside_address(
    state: &AppState,
    settings: &Settings,
    headers: &HeaderMap,
    chart: &Chart,
) -> Option<String> {
    let guest = chart.patient.path.team.is_guest(chart.actor.account, chart.page.now);
    let may = !guest && chart.actor.may(Right::EditIdentity);
    let link = chart.patient.path.links.live(link::Kind::Emergency).next().filter(|_| may)?;
    Some(format!("{}{}", address::public(settings, state.config(), headers), link.path()))
}

/// Whether a text is a number, such as one to dial: it is read from left to right in every language.
pub(crate) fn is_number(text: &str) -> bool {
    let mark = |letter: char| letter.is_ascii_digit() || "+-/.,() \u{a0}".contains(letter);
    text.contains(|letter: char| letter.is_ascii_digit()) && text.chars().all(mark)
}

/// What is asked of a paper.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// Code of the language; the patient's own if absent.
    pub(crate) language: String,
    /// Which order, refill, sheet or day.
    pub(crate) of: String,
    /// Where a journey goes.
    pub(crate) destination: String,
    /// From when, `YYYY-MM-DD`.
    pub(crate) from: String,
    /// Until when.
    pub(crate) until: String,
}

impl Asked {
    /// The language: asked for, or the patient's own, or English.
    pub(crate) fn language(&self, chart: &Chart) -> Language {
        let own = || Language::read(&chart.patient.identity.language);
        Language::read(&self.language).or_else(own).unwrap_or(Language::English)
    }

    /// A day of it.
    pub(crate) fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }
}

/// Why there is no such paper, in plain words for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotYet(pub(crate) &'static str);

/// What a paper is made on.
pub(crate) struct Ground<'a> {
    pub(crate) chart: &'a Chart,
    pub(crate) stand: &'a Stand<'a>,
    pub(crate) facts: &'a Facts,
    pub(crate) say: Say<'a>,
    pub(crate) asked: &'a Asked,
}

/// For whom a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reader {
    /// Patient and family.
    Family,
    /// Whoever treats.
    Staff,
}

impl Ground<'_> {
    /// A paper of this heading, with its warnings; still without facts and sections.
    pub(crate) fn paper(&self, heading: Said, reader: Reader) -> Paper {
        let facts = self.facts;
        let at = facts.stamp.printed_at;
        Paper {
            heading: heading.into(),
            addressee: Vec::new(),
            warnings: self.warnings(reader),
            facts: Vec::new(),
            sections: Vec::new(),
            sources: Vec::new(),
            codes: Vec::new(),
            signature: None,
            version: self.say.date(at.date()).into(),
            invented: facts.invented,
            stamp: facts.stamp.clone(),
        }
    }

    fn warnings(&self, reader: Reader) -> Vec<Worded> {
        let say = &self.say;
        let headed = |key: &str, warning: &Warn| Said::join([say.key(key), say.warning(warning)], " – ");
        let told = self.facts.warnings.iter().filter_map(|warning| match (warning, reader) {
            // The words of rules are for staff.
            (Warn::Open(_), Reader::Family) => None,
            (Warn::Order { what, signed, .. }, Reader::Family) => {
                let at = signed.map_or_else(|| say.not_known(), |signed| say.moment(signed));
                Some(say.with("paper-warning-order-waits", &[("at", at), ("what", say.asked(what))]))
            }
            (Warn::Order { .. }, Reader::Staff) => Some(headed("paper-emergency-order-unknown", warning)),
            (Warn::Alarm(..), _) => Some(headed("paper-emergency-critical-alarm", warning)),
            (warning, _) if warning.is_stopped() => Some(headed("paper-emergency-stopped", warning)),
            (warning, _) => Some(say.warning(warning)),
        });
        told.map(Worded::from).collect()
    }

    /// The facts for a telephone without network, and the page for people outside if there is one.
    pub(crate) fn codes(&self) -> Vec<Code> {
        let content = emergency::offline(self.facts, self.say.english());
        let mut codes = vec![Code { about: self.say.key("paper-code-offline").into(), content }];
        codes.extend(
            self.facts
                .address
                .clone()
                .map(|content| Code { about: self.say.key("paper-code-address").into(), content }),
        );
        codes
    }

    /// A section of these parts.
    pub(crate) fn section(&self, heading: &str, parts: Vec<documents::Part>) -> Section {
        Section { heading: self.say.key(heading).into(), parts }
    }

    /// The day of a second in the clinic's zone.
    pub(crate) fn day_of(&self, unix: i64) -> Option<Date> {
        let at = jiff::Timestamp::from_second(unix).ok()?;
        Some(at.to_zoned(self.chart.page.zone.clone()).date())
    }

    /// A second as date and time in the clinic's zone.
    pub(crate) fn at(&self, unix: i64) -> Said {
        let at = jiff::Timestamp::from_second(unix).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        self.say.moment(at.to_zoned(self.chart.page.zone.clone()).datetime())
    }

    /// A time of the course in seconds since 1970.
    pub(crate) const fn unix(&self, at: PumpTime) -> i64 {
        at.0 - self.stand.course.clock.offset_seconds as i64
    }

    /// Two columns: what, and its value; rows without a value are left out.
    pub(crate) fn rows(rows: Vec<(Said, Option<Said>)>) -> Vec<Vec<Worded>> {
        let told = rows.into_iter().filter_map(|(name, value)| {
            value.filter(|value| !value.is_empty()).map(|value| vec![name.into(), value.into()])
        });
        told.collect()
    }

    /// A table of two columns.
    pub(crate) fn pairs(&self, columns: [&str; 2], rows: Vec<(Said, Option<Said>)>) -> documents::Part {
        documents::Part::Table {
            columns: columns.iter().map(|key| self.say.key(key).into()).collect(),
            rows: Self::rows(rows),
        }
    }
}

/// One of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    EmergencySheet,
    Card,
    VisitSummary,
    ProgrammingSheet,
    RefillRecord,
    ScreeningSheet,
    ImplantRecord,
    MriSheet,
    TravelLetter,
    FamilyGuide,
    Exercises,
    TransferLetter,
    DischargePlan,
}

/// A paper that could be made.
pub(crate) enum Made {
    Paper(Box<Paper>),
    /// The sheet, in the language and in English: it has no room for English beside each text.
    Sheet(Box<(EmergencySheet, EmergencySheet, Paper)>),
    /// The card, the same way.
    Card(Box<(Card, Card, Paper)>),
}

impl Made {
    /// The paper as a page shows it.
    pub(crate) fn paper(&self) -> &Paper {
        match self {
            Self::Paper(paper) => paper,
            Self::Sheet(all) => &all.2,
            Self::Card(all) => &all.2,
        }
    }
}

impl Kind {
    /// All of them, with the word in the address, their name, and what they are.
    pub(crate) const ALL: [(Self, &'static str, &'static str, &'static str); 13] = [
        (
            Self::EmergencySheet,
            "emergency-sheet",
            "Emergency sheet",
            "One page for the emergency doctor: pump, drug, dose, dates, signs and first steps, whom to call.",
        ),
        (
            Self::Card,
            "card",
            "Pump card",
            "For the wallet: the same facts, short, with a code that needs no network.",
        ),
        (
            Self::VisitSummary,
            "visit-summary",
            "Visit summary",
            "For patient, family and referrer: what was done, what runs now, the dates, what to watch for.",
        ),
        (
            Self::ProgrammingSheet,
            "programming-sheet",
            "Programming sheet",
            "An order beside what ran before, with everything to type and boxes to read it back.",
        ),
        (
            Self::RefillRecord,
            "refill-record",
            "Refill record",
            "A refill: expected, withdrawn, difference, what was filled, the new dates.",
        ),
        (
            Self::ScreeningSheet,
            "screening-sheet",
            "Screening sheet",
            "Test doses, what was seen by the hour, scores before and after, the result.",
        ),
        (
            Self::ImplantRecord,
            "implant-record",
            "Implant record",
            "Pump, catheter with its length and volume, operations, priming.",
        ),
        (
            Self::MriSheet,
            "mri-sheet",
            "MRI sheet",
            "What this pump model needs before and after a scan, with boxes to tick.",
        ),
        (
            Self::TravelLetter,
            "travel-letter",
            "Travel letter",
            "For airlines, security, customs and a hospital abroad.",
        ),
        (Self::FamilyGuide, "family-guide", "Family guide", "Living with the pump, in plain words."),
        (Self::Exercises, "exercises", "Home exercises", "The exercises as the therapist wrote them."),
        (
            Self::TransferLetter,
            "transfer-letter",
            "Transfer letter",
            "The whole story for another clinic: system, programs, complications, scores, what is open.",
        ),
        (
            Self::DischargePlan,
            "discharge-plan",
            "Discharge plan",
            "What the family takes home, and who calls when.",
        ),
    ];

    /// The paper of a word.
    pub(crate) fn by_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == word).map(|(kind, ..)| *kind)
    }

    /// Its word in addresses.
    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, word, ..)| word)
    }

    /// The paper.
    pub(crate) fn make(self, on: &Ground<'_>) -> Result<Made, NotYet> {
        let made = match self {
            Self::EmergencySheet => {
                let english = emergency::sheet(on.facts, on.say.english());
                let own = emergency::sheet(on.facts, on.say);
                return Ok(Made::Sheet(Box::new((own, english, emergency::paper(on)))));
            }
            Self::Card => {
                let english = card::card(on, on.say.english())?;
                return Ok(Made::Card(Box::new((card::card(on, on.say)?, english, card::paper(on)?))));
            }
            Self::VisitSummary => visit::paper(on),
            Self::ProgrammingSheet => programming::paper(on),
            Self::RefillRecord => refill::paper(on),
            Self::ScreeningSheet => screening::paper(on),
            Self::ImplantRecord => implant::paper(on),
            Self::MriSheet => mri::paper(on),
            Self::TravelLetter => travel::paper(on),
            Self::FamilyGuide => guide::paper(on),
            Self::Exercises => exercises::paper(on),
            Self::TransferLetter => transfer::paper(on),
            Self::DischargePlan => sheet::paper(on, "discharge-plan"),
        };
        made.map(|paper| Made::Paper(Box::new(paper)))
    }
}
