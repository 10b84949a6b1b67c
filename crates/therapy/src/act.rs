//! What happens to a patient: reports of what was, orders of what shall be, and the record that holds them.

use crate::calculators::prime::CatheterHolds;
use crate::input::Moment;
use jiff::civil::Date;
use pump::{AlarmKind, AlarmSound, Program, PumpClock};
use quantity::{Concentration, Dose, Mass, Quotient, Span, Volume};
use twin::RBig;

/// Who is treated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patient {
    /// Record number.
    pub record: String,
    /// Name.
    pub name: String,
    /// Whether the patient is invented, for demonstration.
    pub invented: bool,
    /// Date of birth.
    pub born: Date,
    /// Diagnosis, one of the words that the protocol maps to a population.
    pub diagnosis: String,
    /// Whether a small child's first test dose applies; by age if absent.
    pub small_child: Option<bool>,
}

/// A pump in a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PumpRecord {
    /// Catalogue id.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// Volume of the internal tubing, as this pump's programmer shows it.
    pub tubing: Volume,
    /// The pump's own clock: a fixed offset.
    pub clock: PumpClock,
    /// When it was implanted.
    pub implanted: Option<Date>,
    /// When it was built, for recalls.
    pub built: Option<Date>,
    /// The volume at which it sounds its low-reservoir alarm.
    pub alarm_volume: Volume,
}

/// A catheter in a patient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatheterRecord {
    /// Catalogue id, if it is in the catalogue.
    pub model: Option<String>,
    /// What it holds.
    pub volume: Quotient<Volume>,
    /// How that is known, in words: measured, or length and volume per cm with its grade.
    pub basis: String,
    /// Whether it rests on an unverified number.
    pub unverified: bool,
}

/// One line of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its name, by which others refer to it.
    pub id: String,
    /// When it happened, or was ordered.
    pub at: Moment,
    /// Who, by role or name.
    pub by: Option<String>,
    /// Why, where a soft finding asks for a reason.
    pub reason: Option<String>,
    /// The second person, where the protocol asks for one.
    pub second: Option<String>,
    /// What.
    pub act: Act,
    /// Line in the file, from 1; 0 if it came from elsewhere.
    pub line: usize,
}

/// A fact or an intention.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// This happened.
    Report(Report),
    /// Do this; programs are large, and a course holds many lines.
    Order(Box<Order>),
}

/// What shall be done in one session; at least one part is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// A dose of the screening test.
    pub screening_dose: Option<ScreeningOrder>,
    /// Fill the pump.
    pub refill: Option<RefillOrder>,
    /// Program the pump.
    pub program: Option<ProgramOrder>,
}

/// A test dose to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreeningOrder {
    /// How much.
    pub dose: Mass,
    /// What was checked before, and whether it is in order: (check, in order).
    pub checks: Vec<(ScreeningCheck, bool)>,
}

/// What is checked before a test dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScreeningCheck {
    /// No active relapse.
    NoRelapse,
    /// No urinary infection.
    NoUrinaryInfection,
    /// No pressure wound.
    NoPressureWound,
    /// No other acute illness.
    NoAcuteIllness,
    /// Resuscitation is at hand.
    ResuscitationReady,
}

impl ScreeningCheck {
    /// Every check and its key.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("no-relapse", Self::NoRelapse),
        ("no-urinary-infection", Self::NoUrinaryInfection),
        ("no-pressure-wound", Self::NoPressureWound),
        ("no-acute-illness", Self::NoAcuteIllness),
        ("resuscitation-ready", Self::ResuscitationReady),
    ];
}

/// A fill to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefillOrder {
    /// Catalogue id of the product, or a name.
    pub drug: String,
    /// Strength.
    pub concentration: Concentration,
    /// How much.
    pub volume: Volume,
}

/// A program to enter.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgramOrder {
    /// What the pump shall run, as asked.
    pub run: Program,
    /// What this pump can deliver of it.
    pub achieved: Program,
    /// Its mode, in the word of the file.
    pub mode: &'static str,
    /// Strength that the programmer is given.
    pub concentration: Concentration,
    /// The 24-hour total that the prescriber means: one, or one for each weekday.
    pub total: Option<[Dose; 7]>,
    /// Serial of the pump that is meant.
    pub serial: Option<String>,
    /// Tubing volume used for bridge and prime.
    pub tubing: Option<Volume>,
    /// Reservoir volume that the programmer is given.
    pub reservoir: Option<Volume>,
    /// Alarm volume that the programmer is given.
    pub alarm_volume: Option<Volume>,
    /// Another way to resolve a change of strength, as a physician states it.
    pub alternative: Option<String>,
}

/// How a confirmation is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Read by telemetry.
    Telemetry,
    /// Read back aloud from the programmer by a named person.
    ReadBack,
}

/// What was read from the pump after a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The order.
    pub order: String,
    /// How.
    pub method: Method,
    /// Drug.
    pub drug: Option<String>,
    /// Strength.
    pub concentration: Concentration,
    /// Mode.
    pub mode: String,
    /// 24-hour dose.
    pub total: Dose,
    /// Alarm date, as the programmer shows it.
    pub alarm_date: Option<Date>,
    /// Whether the pump was seen running.
    pub running: bool,
}

/// A fill that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fill {
    /// Catalogue id of the product, or a name.
    pub drug: String,
    /// Strength on the label.
    pub concentration: Concentration,
    /// How much went in.
    pub volume: Volume,
    /// What was withdrawn before.
    pub withdrawn: Option<Volume>,
    /// What could not be withdrawn and stayed in.
    pub left: Volume,
    /// Lot.
    pub lot: Option<String>,
    /// Last day on which the product may be used, as on its label.
    pub expires: Option<Date>,
    /// Alarm volume set at this fill.
    pub alarm_volume: Option<Volume>,
}

/// The state in which a pump was found on admission.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it runs, as read from the pump.
    pub run: Program,
    /// Its mode.
    pub mode: &'static str,
    /// Catalogue id of the drug, or a name.
    pub drug: String,
    /// Strength.
    pub concentration: Concentration,
    /// Volume in the reservoir, by calculation.
    pub reservoir: Volume,
    /// When it was filled last.
    pub filled: Option<Date>,
}

/// What surgery changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Another pump.
    pub pump: Option<PumpRecord>,
    /// Another catheter, or the same one shortened.
    pub catheter: Option<CatheterRecord>,
    /// Whether the patient had been receiving less than programmed.
    pub under_delivery: bool,
    /// Whether the new pump's tubing holds drug.
    pub pump_primed: bool,
    /// What the catheter holds now.
    pub catheter_holds: CatheterHolds,
    /// Strength in a primed tubing or catheter.
    pub primed_with: Option<Concentration>,
}

/// What was read from the pump without an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrogation {
    /// Serial.
    pub serial: Option<String>,
    /// Whether it was running.
    pub running: bool,
    /// Tubing volume shown.
    pub tubing: Option<Volume>,
    /// When the elective replacement indicator came up.
    pub elective_replacement: Option<Date>,
    /// "Replace by" as shown.
    pub replace_by: Option<Date>,
    /// The fixed offset to which the pump's clock was set.
    pub clock: Option<PumpClock>,
}

/// This happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Report {
    /// A test dose and its effect.
    Screened {
        /// How much.
        dose: Mass,
        /// Whether tone and spasms fell.
        responded: bool,
        /// How long.
        effect: Option<Span>,
        /// Whether the response was adverse.
        adverse: bool,
    },
    /// Pump and catheter were implanted.
    Implanted {
        /// Whether the tubing holds drug.
        pump_primed: bool,
        /// What the catheter holds.
        catheter_holds: CatheterHolds,
        /// Strength in a primed tubing.
        primed_with: Option<Concentration>,
    },
    /// The pump was found in this state.
    Found(Box<Found>),
    /// The pump was filled.
    Filled(Fill),
    /// The pump was read.
    Interrogated(Interrogation),
    /// An order was seen in the pump.
    Confirmed(Confirmation),
    /// An order went to the pump by telemetry; until it is read back, nobody knows whether it runs.
    Sent {
        /// The order.
        order: String,
        /// SHA-256 of the bytes that the pump was sent, in hexadecimal digits: by this the pump names it.
        digest: String,
        /// The counter that the order was sent under: a pump that has accepted a higher one ran another order since.
        counter: u64,
    },
    /// An order was not entered.
    NotEntered {
        /// The order.
        order: String,
    },
    /// An alarm was heard or read.
    Alarm {
        /// What about, if known.
        kind: Option<AlarmKind>,
        /// How it sounds, if heard.
        sound: Option<AlarmSound>,
    },
    /// Nothing was delivered.
    Gap {
        /// From when.
        from: Option<Moment>,
        /// Until when; it lasts, or nobody knows, if absent.
        until: Option<Moment>,
        /// Why, in words.
        cause: String,
    },
    /// Magnetic resonance imaging.
    Mri,
    /// The check of this pump model after it.
    MriChecked {
        /// Whether the pump was seen running.
        running: bool,
    },
    /// The catheter was aspirated through the access port.
    Aspirated {
        /// What came.
        volume: Volume,
    },
    /// Something was injected through the access port.
    Injected {
        /// What.
        what: String,
        /// Whether the catheter had been aspirated first.
        aspirated_first: bool,
        /// What the catheter holds now.
        catheter_holds: CatheterHolds,
    },
    /// Surgery on pump or catheter.
    Revised(Revision),
    /// A score.
    Scored(scales::Score),
    /// The next visit.
    VisitBooked {
        /// When.
        on: Date,
    },
    /// An adverse effect of the drug.
    SideEffect {
        /// What, in words.
        what: String,
    },
    /// The patient travels, or the clocks change.
    Travelled {
        /// Local time less the pump's clock, in hours.
        hours: RBig,
    },
    /// An open finding was dealt with.
    Closed {
        /// Its rule.
        rule: crate::Rule,
        /// How.
        why: String,
    },
}
