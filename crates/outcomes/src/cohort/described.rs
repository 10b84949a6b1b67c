//! Who the cohort is.

use super::followed::{End, last_recorded, years};
use super::row::Part;
use super::series::Member;
use super::table::Quartiles;
use super::{age, compute};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Who the cohort is, and how long it was followed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Described {
    /// How many.
    pub n: usize,
    /// Age at the first implant, in whole years, of those of whom both days are known.
    pub age_years: Option<Quartiles>,
    /// How many of each sex.
    pub sexes: Vec<(String, usize)>,
    /// How many of each cause.
    pub aetiologies: Vec<(String, usize)>,
    /// How many in each house.
    pub houses: Vec<(String, usize)>,
    /// Whose first implant has a day; the others came with a system, and nobody knows since when.
    pub implanted_known: usize,
    /// Years from the first implant, or from the day a system was found if that is not known, to the end of follow-up.
    pub followed_years: Option<Quartiles>,
    /// Median of follow-up by the reverse Kaplan-Meier method, in years.
    pub followed_median_reverse_years: Option<f64>,
    /// Sum of the years with a pump.
    pub patient_years: f64,
    /// Still followed with a system.
    pub followed: usize,
    /// Died under the therapy.
    pub died: usize,
    /// Followed elsewhere, or lost.
    pub left: usize,
    /// Of those, how many have rows of later days: what came after is counted nowhere.
    pub left_and_back: usize,
    /// The system came out for good.
    pub system_out: usize,
    /// Pumps that were in.
    pub pumps: usize,
    /// Catheters that were in.
    pub catheters: usize,
}

fn counted(words: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(if word.is_empty() { "not recorded".to_owned() } else { word }).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts
}

/// Whether anything is recorded of somebody after having left.
fn came_back(member: &Member<'_>) -> bool {
    let until = member.followed.until;
    // Rows of a member end at the day of the analysis.
    member.followed.end == End::Left && last_recorded(member.person, Date::MAX).is_some_and(|on| on > until)
}

/// Who these are.
#[must_use]
pub fn described(members: &[Member<'_>]) -> Described {
    let ends = |end: End| members.iter().filter(|member| member.followed.end == end).count();
    let ages = members.iter().filter_map(|member| Some(age(member.person.born?, member.followed.implanted?)));
    let lengths: Vec<f64> = members
        .iter()
        .map(|member| years(super::days(member.followed.zero(), member.followed.until).max(0)))
        .collect();
    // Who left is followed no longer, and so counts as the end of a follow-up; death and the end of the therapy cut it short.
    let ended: Vec<bool> =
        members.iter().map(|member| matches!(member.followed.end, End::Died | End::SystemOut)).collect();
    let parts = |part: Part| {
        let of = |member: &Member<'_>| {
            let until = member.followed.until;
            member
                .person
                .devices
                .iter()
                .filter(|device| device.part == part && device.followed <= until)
                .count()
        };
        members.iter().map(of).sum()
    };
    Described {
        n: members.len(),
        age_years: compute::quartiles(ages.map(f64::from)),
        sexes: counted(members.iter().map(|member| member.person.sex.clone())),
        aetiologies: counted(members.iter().map(|member| member.person.aetiology.clone())),
        houses: counted(members.iter().map(|member| member.person.house.clone())),
        implanted_known: members.iter().filter(|member| member.followed.implanted.is_some()).count(),
        followed_median_reverse_years: compute::follow_up_median(&lengths, &ended),
        followed_years: compute::quartiles(lengths.into_iter()),
        patient_years: years(members.iter().map(|member| member.followed.exposure_days()).sum()),
        followed: ends(End::Followed),
        died: ends(End::Died),
        left: ends(End::Left),
        left_and_back: members.iter().filter(|member| came_back(member)).count(),
        system_out: ends(End::SystemOut),
        pumps: parts(Part::Pump),
        catheters: parts(Part::Catheter),
    }
}
