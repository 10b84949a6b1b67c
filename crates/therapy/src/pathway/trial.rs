//! The screening test beside its ladder: when a dose is looked at, and how scores before and after it compare.
//!
//! What counted as a response differed between the published series; each rule is told apart with its source. What the
//! scores say is an aid: whether the test was answered is said by the person who examined.

use super::limits::TrialLimits;
use crate::protocol::whole;
use scales::{Scale, Score};
use twin::RBig;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Circulation and breathing.
    Vital,
    /// Circulation and breathing, and tone and spasms are scored.
    Scored,
}

/// When a dose is looked at: minutes after it, in order, to the end of the observation.
#[must_use]
pub fn looks(limits: &TrialLimits, observe_minutes: u32) -> Vec<(u32, Look)> {
    let whole = |value: &RBig| u32::try_from(value.trunc()).unwrap_or(u32::MAX);
    let mut all: Vec<(u32, Look)> =
        limits.vital_minutes.value.iter().map(|minutes| (whole(minutes), Look::Vital)).collect();
    for hour in &limits.score_hours.value {
        let minutes = whole(hour).saturating_mul(60);
        all.retain(|(at, _)| *at != minutes);
        all.push((minutes, Look::Scored));
    }
    // How the patient is at the end is looked at once more.
    all.retain(|(at, _)| *at < observe_minutes);
    all.push((observe_minutes, Look::Scored));
    all.sort_unstable();
    all
}

/// How scores before a dose and after it compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// Muscle groups of the Ashworth scale that were scored both times.
    pub groups: usize,
    /// Fall of their mean, in points; more is better.
    pub mean_drop: Option<RBig>,
    /// Largest fall of one score of tone or spasms, in points, and of what.
    pub largest_drop: Option<(RBig, String)>,
    /// Whether the mean fell by as much as one series asked for.
    pub by_mean: Option<bool>,
    /// Whether a score fell by as much as other series asked for.
    pub by_points: Option<bool>,
}

/// Compares the last scores before with the best ones after. Scores of different scales or sites are never compared.
#[must_use]
pub fn response(before: &[&Score], after: &[&Score], limits: &TrialLimits) -> Response {
    let ashworth =
        |scale| matches!(scale, Scale::AshworthFromZero | Scale::AshworthFromOne | Scale::ModifiedAshworth);
    let points = |tenths: i32| RBig::from_parts(tenths.into(), 10_u8.into());
    let mut falls: Vec<(i32, bool, String)> = Vec::new();
    for score in before {
        let tone = ashworth(score.scale());
        if !tone && score.scale() != Scale::PennSpasmFrequency {
            continue;
        }
        let same = after.iter().filter(|later| later.compares_with(score));
        if let Some(best) = same.map(|later| later.ordinal_tenths()).min() {
            falls.push((score.ordinal_tenths() - best, tone, score.what()));
        }
    }
    let tone: Vec<i32> = falls.iter().filter(|(_, tone, _)| *tone).map(|(fall, _, _)| *fall).collect();
    let mean = (!tone.is_empty())
        .then(|| points(tone.iter().sum()) / RBig::from(u64::try_from(tone.len()).unwrap_or(1)));
    let largest = falls.iter().max_by_key(|(fall, _, _)| *fall);
    let largest = largest.map(|(fall, _, what)| (points(*fall), what.clone()));
    Response {
        groups: tone.len(),
        by_mean: mean.as_ref().map(|mean| *mean >= limits.mean_drop_min.value),
        by_points: largest.as_ref().map(|(fall, _)| *fall >= limits.point_drop_min.value),
        mean_drop: mean,
        largest_drop: largest,
    }
}

/// So many minutes in words: "30 min", "4 h".
#[must_use]
pub fn after_words(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
}

/// The points that a rule asks for, for people.
#[must_use]
pub fn asked_points(limits: &TrialLimits) -> (u32, u32) {
    (whole(&limits.mean_drop_min), whole(&limits.point_drop_min))
}
