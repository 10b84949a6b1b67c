//! Signing: the signature covers the digest, and proposing again must give the same one.

use super::Proposal;
use crate::finding::{Finding, Level};
use crate::protocol::Protocol;

/// What a finding still needs before an order can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Nothing will do: the order is refused; take one of its exits.
    Refused,
    /// A reason.
    Reason,
    /// A second person beside the reason.
    SecondPerson,
}

/// What a finding still needs, given reason and second person; `None` if nothing.
#[must_use]
pub fn missing(
    finding: &Finding,
    reason: Option<&str>,
    second: Option<&str>,
    protocol: &Protocol,
) -> Option<Missing> {
    let two = || protocol.signing.second_person.value.iter().any(|id| id == finding.rule.about().id);
    match (finding.level, reason, second) {
        (Level::Note, _, _) => None,
        (Level::Hard, _, _) => Some(Missing::Refused),
        (Level::Soft, None, _) => Some(Missing::Reason),
        (Level::Soft, Some(_), None) if two() => Some(Missing::SecondPerson),
        (Level::Soft, Some(_), _) => None,
    }
}

/// A report as it is recorded: never refused; what is above a note is open until somebody deals with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// What was judged.
    pub digest: String,
    /// Who.
    pub by: String,
    /// What is open.
    pub open: Vec<Finding>,
}

/// Saves a report in the name of the signed-in person.
#[must_use]
pub fn save(proposal: &Proposal, by: &str) -> Saved {
    let open = proposal.findings.iter().filter(|finding| finding.level > Level::Note).cloned().collect();
    Saved { digest: proposal.digest.clone(), by: by.to_owned(), open }
}

/// An order that may be recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Signed {
    /// What the signature covers.
    pub digest: String,
    /// Who.
    pub by: String,
    /// Who else.
    pub second: Option<String>,
    /// Why, if a soft finding asked.
    pub reason: Option<String>,
}

/// Why an order cannot be signed.
#[derive(Debug, Clone, PartialEq)]
pub enum Unsigned {
    /// Something has changed since the proposal was shown: look again.
    Changed {
        /// What was shown.
        shown: String,
        /// What it is now.
        now: String,
    },
    /// Findings that still need something.
    Findings(Vec<(Finding, Missing)>),
    /// The second person is the first.
    SamePerson,
}

/// Signs what was shown, if proposing again gives the same and every finding has what it needs.
///
/// # Errors
/// [`Unsigned`], with what is missing.
pub fn sign(
    shown: &Proposal,
    again: &Proposal,
    by: &str,
    second: Option<&str>,
    reason: Option<&str>,
    protocol: &Protocol,
) -> Result<Signed, Unsigned> {
    if shown.digest != again.digest {
        return Err(Unsigned::Changed { shown: shown.digest.clone(), now: again.digest.clone() });
    }
    if second == Some(by) {
        return Err(Unsigned::SamePerson);
    }
    let open = again.findings.iter();
    let open: Vec<_> = open
        .filter_map(|finding| Some((finding.clone(), missing(finding, reason, second, protocol)?)))
        .collect();
    if !open.is_empty() {
        return Err(Unsigned::Findings(open));
    }
    let own = |text: Option<&str>| text.map(str::to_owned);
    Ok(Signed { digest: again.digest.clone(), by: by.to_owned(), second: own(second), reason: own(reason) })
}
