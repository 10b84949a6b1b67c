//! The judgement: one pure function from course, act, setting and time to a proposal.

mod before;
mod dose;
mod fill;
mod line;
mod order;
mod program;
mod report;
mod sign;

use crate::act::Act;
use crate::course::Course;
use crate::finding::Finding;
use crate::protocol::Protocol;
use catalogue::Catalogue;
use pump::PumpTime;
use sha2::{Digest, Sha256};

pub use dose::{DoseBand, band};
pub use sign::{Missing, Saved, Signed, Unsigned, missing, save, sign};

/// Whether the small first test dose applies: as the record says, or by age and protocol.
#[must_use]
pub fn small_child(course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> bool {
    let limit = i64::from(crate::protocol::whole(&setting.protocol.population.small_child_below_years));
    let by_age = || dose::age(course, now).is_some_and(|age| i64::from(age) < limit);
    course.file.patient.small_child.unwrap_or_else(by_age)
}

/// What is judged by: protocol and catalogue, each in a version.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Limits.
    pub protocol: &'a Protocol,
    /// Devices and drugs.
    pub catalogue: &'a Catalogue,
}

impl Setting<'_> {
    /// What goes into an event, so that a later change of a number rewrites no history.
    #[must_use]
    pub fn version(&self) -> String {
        hex(&Sha256::digest(format!("{} {}", self.protocol.version(), self.catalogue.version())))
    }
}

/// A judgement, before it is saved or signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What the rules found, hardest first.
    pub findings: Vec<Finding>,
    /// SHA-256 over act, findings and setting: what a signature covers.
    pub digest: String,
}

/// Judges an act against the course before it.
#[must_use]
pub fn propose(course: &Course<'_>, act: &Act, setting: &Setting<'_>, now: PumpTime) -> Proposal {
    let mut findings = match act {
        Act::Report(report) => report::judge(course, report, setting, now),
        Act::Order(order) => order::judge(course, order, setting, now),
    };
    // Stable: findings of one level stay in the order of the checks.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let text = format!("{act:?}\n{findings:?}\n{}\n{}", setting.version(), now.0);
    Proposal { findings, digest: hex(&Sha256::digest(text)) }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
