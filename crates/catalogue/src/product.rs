//! Catheters and drug products.

use crate::cite::{Cited, Fact};
use quantity::{Concentration, Length, Volume, VolumePerLength};

/// A catheter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catheter {
    /// Its id, such as "medtronic-8709sc".
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Who made it.
    pub maker: String,
    /// Model and reference numbers.
    pub models: Vec<String>,
    /// Length as supplied, before trimming.
    pub supplied_length: Option<Cited<Length>>,
    /// What a length of it holds. Catheter volume is this times the implanted length.
    pub volume_per_length: Option<Cited<VolumePerLength>>,
    /// How it is trimmed and what to write down.
    pub trim_note: Option<String>,
    /// In how many pieces it comes.
    pub pieces: Option<Cited<u32>>,
    /// Everything else.
    pub facts: Vec<Fact>,
}

/// What a product is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DrugUse {
    /// Into the pump.
    Pump,
    /// For screening doses, never into the pump.
    ScreeningOnly,
}

/// A drug product in one strength and pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drug {
    /// Its id, such as "lioresal-500-20".
    pub id: String,
    /// The family it shares data with, such as "lioresal".
    pub family: String,
    /// Its name for people.
    pub name: String,
    /// Who makes it.
    pub maker: Option<String>,
    /// The active ingredient.
    pub ingredient: String,
    /// Its strength.
    pub concentration: Cited<Concentration>,
    /// Volume of one pack.
    pub pack_volume: Option<Cited<Volume>>,
    /// What it is for.
    pub usage: Cited<DrugUse>,
    /// Longest time in the pump, in days.
    pub stability_days: Option<Cited<u32>>,
    /// Everything else.
    pub facts: Vec<Fact>,
}
