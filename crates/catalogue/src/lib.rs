//! Pumps, catheters, drug products, recalls: each number with its source and grade.
//!
//! What it is: five TOML files, embedded at build time or read from a directory at run time, checked whole and read
//! only. It knows devices and products, nothing of patients or rules.
//!
//! Words
//! - *grade*: how good a source is: A primary, B secondary, D derived, U unverified ([`Grade`]).
//! - *cited*: a value with grade, sources and note ([`Cited`]).
//! - *family*: pumps or products that share data; a member's own keys win.
//! - *fact*: a statement in words, cited ([`Fact`]).
//! - *disagreement*: sources that contradict each other, both kept ([`Disagreement`]).
//! - *reach*: whether a recall concerns one device, by its dates ([`Reach`]).
//!
//! Invariants
//! - Every number carries a grade; every grade but U carries a source that `sources.toml` lists.
//! - A rule reads a value through [`Cited::checked`], which hides grade U.
//! - What no source said is `None`, never a default.
//! - A catalogue is whole or refused: an unknown key, id, unit or source is an error that names file, entry, field and
//!   what would be accepted.
//! - No float. Amounts are text with units, read by `quantity`.
#![forbid(unsafe_code)]

mod cite;
mod confirm;
mod decimal;
mod device;
mod error;
mod load;
mod load_pump;
mod product;
mod read;
mod recall;

pub use cite::{Cited, Disagreement, Evidence, Fact, Grade, Source, SourceId};
pub use confirm::{CONFIRMABLE, ConfirmError, Confirmed};
pub use decimal::{Decimal, DecimalError};
pub use device::{
    Alarm, BaclofenLabel, Delivery, Mechanism, MriRule, MriStatus, PatientBolusDevice, Pump, RegionalMri,
    TubingVolume,
};
pub use error::{CatalogueError, File, Place};
pub use product::{Catheter, Drug, DrugUse};
pub use recall::{DateRange, PrintedDate, Reach, Recall};

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::Path;
use std::sync::OnceLock;

/// The catalogue, checked whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    pumps: Vec<Pump>,
    catheters: Vec<Catheter>,
    drugs: Vec<Drug>,
    recalls: Vec<Recall>,
    sources: Vec<Source>,
    evidence: Vec<Evidence>,
    version: String,
}

/// The texts that are built in: pumps, catheters, drugs, recalls, sources.
const EMBEDDED: [&str; 5] = [
    include_str!("../data/pumps.toml"),
    include_str!("../data/catheters.toml"),
    include_str!("../data/drugs.toml"),
    include_str!("../data/recalls.toml"),
    include_str!("../data/sources.toml"),
];

impl Catalogue {
    /// The catalogue that was built in.
    ///
    /// # Errors
    /// The fault in the built-in files; a test keeps them sound.
    pub fn embedded() -> Result<&'static Self, &'static CatalogueError> {
        static PARSED: OnceLock<Result<Catalogue, CatalogueError>> = OnceLock::new();
        let parse = || {
            let [pumps, catheters, drugs, recalls, sources] = EMBEDDED;
            Self::parse(pumps, catheters, drugs, recalls, sources)
        };
        PARSED.get_or_init(parse).as_ref()
    }

    /// From the texts of the five files.
    ///
    /// # Errors
    /// The first fault, with its place and what would be accepted.
    pub fn parse(
        pumps: &str,
        catheters: &str,
        drugs: &str,
        recalls: &str,
        sources: &str,
    ) -> Result<Self, CatalogueError> {
        let catalogue = load::catalogue(pumps, catheters, drugs, recalls, sources)?;
        Ok(Self { version: digest(&[pumps, catheters, drugs, recalls, sources]), ..catalogue })
    }

    /// From a directory that holds the five files.
    ///
    /// # Errors
    /// A file that cannot be read, or what [`Catalogue::parse`] refuses.
    pub fn from_directory(directory: &Path) -> Result<Self, CatalogueError> {
        let read = |file: File| {
            let path = directory.join(file.name());
            std::fs::read_to_string(&path).map_err(|error| CatalogueError::Unreadable {
                path: path.display().to_string(),
                cause: error.to_string(),
            })
        };
        Self::parse(
            &read(File::Pumps)?,
            &read(File::Catheters)?,
            &read(File::Drugs)?,
            &read(File::Recalls)?,
            &read(File::Sources)?,
        )
    }

    /// SHA-256 of the five texts, in hexadecimal: changes with any byte of them.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Every pump.
    #[must_use]
    pub fn pumps(&self) -> &[Pump] {
        &self.pumps
    }

    /// The pump of this id.
    #[must_use]
    pub fn pump(&self, id: &str) -> Option<&Pump> {
        self.pumps.iter().find(|pump| pump.id == id)
    }

    /// Every catheter.
    #[must_use]
    pub fn catheters(&self) -> &[Catheter] {
        &self.catheters
    }

    /// The catheter of this id.
    #[must_use]
    pub fn catheter(&self, id: &str) -> Option<&Catheter> {
        self.catheters.iter().find(|catheter| catheter.id == id)
    }

    /// Every drug product.
    #[must_use]
    pub fn drugs(&self) -> &[Drug] {
        &self.drugs
    }

    /// The drug product of this id.
    #[must_use]
    pub fn drug(&self, id: &str) -> Option<&Drug> {
        self.drugs.iter().find(|drug| drug.id == id)
    }

    /// Every recall and notice, in the order of the file: oldest first, undated last.
    #[must_use]
    pub fn recalls(&self) -> &[Recall] {
        &self.recalls
    }

    /// The recalls that concern a pump or cannot be excluded for it. A date that is not known excludes nothing. An id
    /// that is not in the catalogue has no recalls: ask [`Catalogue::pump`] first.
    #[must_use]
    pub fn recalls_for(&self, pump_id: &str, built: Option<Date>, implanted: Option<Date>) -> Vec<&Recall> {
        self.reaching(|recall| recall.names_pump(pump_id), built, implanted)
    }

    /// The same for a catheter.
    #[must_use]
    pub fn recalls_for_catheter(
        &self,
        catheter_id: &str,
        built: Option<Date>,
        implanted: Option<Date>,
    ) -> Vec<&Recall> {
        self.reaching(|recall| recall.names_catheter(catheter_id), built, implanted)
    }

    fn reaching(
        &self,
        named: impl Fn(&Recall) -> bool,
        built: Option<Date>,
        implanted: Option<Date>,
    ) -> Vec<&Recall> {
        let reaches = |recall: &&Recall| named(recall) && recall.reach(built, implanted) != Reach::Outside;
        self.recalls.iter().filter(reaches).collect()
    }

    /// Every source.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source of this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id.as_str() == id)
    }

    /// Every cited statement with its place: what is still unverified, what rests on one source.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}

/// Each text with its length before it, so that moving bytes between files changes the digest.
fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing into a String cannot fail.
        write!(hex, "{byte:02x}").ok();
        hex
    })
}
