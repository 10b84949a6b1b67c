//! Pumps: what one is, as far as sources say.
//!
//! `None` means that no source said it. A `Cited<bool>` without a source is [`Cited::not_found`].

use crate::cite::{Cited, Disagreement, Fact, Grade, SourceId};
use crate::decimal::Decimal;
use pump::{AlarmClass, AlarmKind, AlarmSound};
use quantity::{Concentration, Flow, Length, Span, Volume};

/// How a pump moves fluid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mechanism {
    /// Rollers squeeze a tube.
    Peristaltic,
    /// Valves and an accumulator release fixed strokes.
    ValveAccumulator,
    /// Gas pressure through a restrictor.
    ConstantFlow,
    /// Something else, or not found.
    Other,
}

/// In what portions a pump gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// Nearly continuous flow.
    Continuous,
    /// Strokes of one size.
    Strokes {
        /// Fluid in one stroke. See [`Pump::disagreements`] before relying on it.
        volume: Cited<Volume>,
    },
    /// One factory flow.
    NotProgrammable,
    /// No source said it: nothing may be programmed or forecast.
    NotFound,
}

/// A pump of one reservoir size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pump {
    /// Its id, such as "synchromed-ii-8637-40".
    pub id: String,
    /// The family it shares data with, such as "synchromed-ii".
    pub family: String,
    /// Its name for people.
    pub name: String,
    /// Who made it.
    pub maker: Option<String>,
    /// Model and reference numbers.
    pub models: Vec<String>,
    /// Nominal volume of the reservoir.
    pub reservoir: Option<Cited<Volume>>,
    /// How it moves fluid.
    pub mechanism: Mechanism,
    /// In what portions it gives.
    pub delivery: Delivery,
    /// Whether it can be given a program; `false` also where that was not found.
    pub programmable: bool,
    /// Largest deviation of flow, as a share of the programmed flow, either way: 0.145 is ±14.5 %.
    pub accuracy: Option<Cited<Decimal>>,
    /// Smallest flow that can be programmed.
    pub flow_min: Option<Cited<Flow>>,
    /// Largest flow that can be programmed.
    pub flow_max: Option<Cited<Flow>>,
    /// Flow of the minimum-rate mode, which is almost a stop.
    pub minimum_rate: Option<Cited<Flow>>,
    /// Step between programmable flows.
    pub flow_step: Option<Cited<Flow>>,
    /// Flows on offer from the factory; pumps that cannot be programmed only.
    pub factory_flows: Vec<Cited<Flow>>,
    /// Changes of rate that a flex program may have in a day.
    pub flex_changes_per_day_max: Option<Cited<u32>>,
    /// Volume of the inner tubing, in each version that a programmer has shown.
    pub tubing: Vec<TubingVolume>,
    /// Longest service life, in months.
    pub life_max_months: Option<Cited<u32>>,
    /// Usual service life, in words.
    pub life_typical: Option<Cited<String>>,
    /// Days from elective replacement indicator to end of service.
    pub eri_to_eos_days: Option<Cited<u32>>,
    /// How long ahead a replacement should be planned, in months.
    pub replacement_lead_months: Option<Cited<u32>>,
    /// What the label says about baclofen.
    pub baclofen: Option<BaclofenLabel>,
    /// Greatest depth below the skin at which it may lie.
    pub implant_depth_max: Option<Cited<Length>>,
    /// The patient's own bolus device.
    pub patient_bolus: Option<PatientBolusDevice>,
    /// What it sounds, and when.
    pub alarms: Vec<Alarm>,
    /// What magnetic resonance imaging asks for.
    pub mri: Option<MriRule>,
    /// Altitude, diving, pressure chamber, heat.
    pub pressure_temperature: Vec<Fact>,
    /// Needle, access port, steps of a refill.
    pub refill: Vec<Fact>,
    /// Hours without delivery after which the critical alarm sounds.
    pub stopped_critical_after_hours: Option<Cited<u32>>,
    /// Whether the low-reservoir alarm is worked out from the program, not measured.
    pub low_reservoir_calculated: Cited<bool>,
    /// Reservoir volumes that have been advised for the low-reservoir alarm.
    pub alarm_volumes: Vec<Cited<Volume>>,
    /// Everything else.
    pub facts: Vec<Fact>,
    /// Where sources do not agree.
    pub disagreements: Vec<Disagreement>,
}

impl Pump {
    /// The tubing volume that is current, if a rule may rest on it.
    #[must_use]
    pub fn tubing_current(&self) -> Option<&Cited<Volume>> {
        self.tubing.iter().find(|tubing| tubing.current).map(|tubing| &tubing.value)
    }
}

/// The volume of the inner tubing in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TubingVolume {
    /// The volume.
    pub value: Cited<Volume>,
    /// When this version holds, in words.
    pub applies: String,
    /// Whether it is the version in force today.
    pub current: bool,
}

/// What the label says about baclofen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaclofenLabel {
    /// Whether baclofen is on the label.
    pub indicated: Cited<bool>,
    /// Smallest concentration.
    pub concentration_min: Option<Cited<Concentration>>,
    /// Largest concentration.
    pub concentration_max: Option<Cited<Concentration>>,
    /// Youngest age, in years.
    pub age_min_years: Option<Cited<u32>>,
    /// What else a reader must know.
    pub note: Option<String>,
}

/// A device by which the patient asks for a bolus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientBolusDevice {
    /// Its name.
    pub name: String,
    /// Model numbers.
    pub models: Vec<String>,
    /// Whether it is used with baclofen; a checked `false`: the maker excludes it.
    pub for_baclofen: Cited<bool>,
    /// Shortest lockout that can be set.
    pub lockout_min: Option<Cited<Span>>,
    /// Longest lockout that can be set.
    pub lockout_max: Option<Cited<Span>>,
    /// What the prescriber limits, in words.
    pub limits: Vec<String>,
    /// Reservoir volume at which it puts the next refill.
    pub next_refill_volume: Option<Cited<Volume>>,
    /// Everything else.
    pub facts: Vec<Fact>,
}

/// One alarm of a pump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The event.
    pub kind: AlarmKind,
    /// How bad it is.
    pub class: AlarmClass,
    /// What it sounds like.
    pub sound: AlarmSound,
    /// How long one sound lasts.
    pub duration: Option<Cited<Span>>,
    /// Time from one sound to the next.
    pub cadence: Option<Cited<Span>>,
    /// Grade of kind, class and sound.
    pub grade: Grade,
    /// Sources of kind, class and sound.
    pub sources: Vec<SourceId>,
}

/// What a label says about magnetic resonance imaging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MriStatus {
    /// Allowed under conditions.
    Conditional,
    /// Not allowed.
    Unsafe,
}

/// The status in one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionalMri {
    /// The region; `None` if the source names none.
    pub region: Option<String>,
    /// The status.
    pub status: Cited<MriStatus>,
}

/// What magnetic resonance imaging asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MriRule {
    /// Steps before the scan, in order.
    pub before: Vec<String>,
    /// Steps after the scan, in order.
    pub after: Vec<String>,
    /// Strongest field, in tesla.
    pub field_tesla_max: Option<Cited<Decimal>>,
    /// Whether the reservoir must be emptied first.
    pub empty_first: Cited<bool>,
    /// Whether the pump must be interrogated afterwards.
    pub interrogate_after: Cited<bool>,
    /// Whether a valve must be reset by hand afterwards.
    pub reset_valve_after: Cited<bool>,
    /// How long the motor may take to run again, in words with hours.
    pub restart_delay_hours: Option<Cited<String>>,
    /// Most fluid that may leave the pump in the field.
    pub residual_discharge: Option<Cited<Volume>>,
    /// Whether telemetry mode can keep infusion off until the pump is read; `false` also where that was not
    /// found.
    pub telemetry_trap: bool,
    /// What labels say, per region.
    pub status: Vec<RegionalMri>,
    /// Everything else.
    pub facts: Vec<Fact>,
    /// Grade of the steps.
    pub grade: Grade,
    /// Sources of the steps.
    pub sources: Vec<SourceId>,
}
