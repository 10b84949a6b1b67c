//! How long pumps, catheters and the therapy last.

use super::compute;
use super::followed::{End, days, years};
use super::row::{Device, Part, Why};
use super::series::Member;
use super::table::{Estimate, Quartiles};
use crate::survival::{Interval, KaplanMeier, kaplan_meier, log_rank};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasting {
    /// A pump, until it fails.
    Pump,
    /// A catheter, until it fails.
    Catheter,
    /// The therapy of a patient, until it ends.
    Therapy,
}

/// By what curves are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupBy {
    /// Cause of the spasticity.
    Aetiology,
    /// House.
    House,
    /// Model of the device.
    Model,
}

/// Something that lasted, until it ended or was seen last.
#[derive(Debug, Clone, PartialEq)]
struct Spell {
    years: f64,
    /// 0 while it lasts; else the place of the cause in [`CAUSES`], from 1.
    cause: usize,
    group: String,
}

/// Causes of an end, with words for people. The first is the one that survival counts.
const CAUSES: [&str; 6] = [
    "failure of the device",
    "infection, or skin broken over it",
    "therapy ended",
    "end of battery",
    "other or not recorded",
    "death",
];

/// What survival is at a time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct At {
    /// Years.
    pub year: f64,
    /// Still followed.
    pub at_risk: u64,
    /// Per cent, with its 95 % interval.
    pub percent: Estimate,
}

/// One curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Curve {
    /// The group; empty for all together.
    pub group: String,
    /// How many.
    pub n: u64,
    /// How many ended by the event.
    pub events: u64,
    /// Median in years; `None` if the curve never falls to half.
    pub median_years: Option<f64>,
    /// At chosen times.
    pub at: Vec<At>,
    /// The whole curve, for charts.
    #[serde(skip)]
    pub whole: KaplanMeier,
}

/// Ends by competing causes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Competing {
    /// The cause, for people.
    pub cause: String,
    /// How many ended by it.
    pub events: usize,
    /// After how many years, of those that ended by it.
    pub after_years: Option<Quartiles>,
    /// At chosen times: years, and per cent that ended by it until then.
    pub percent_at: Vec<(f64, f64)>,
    /// Every step of the curve, years and per cent, for charts.
    #[serde(skip)]
    pub steps: Vec<(f64, f64)>,
}

/// Whether groups differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Differ {
    /// The statistic; `None` where there is nothing to compare.
    pub chi_square: Option<f64>,
    /// Its degrees of freedom.
    pub df: Option<usize>,
    /// How likely it is at least as large if nothing differs.
    pub p: Option<f64>,
    /// Why there is no test.
    pub undefined: Option<String>,
}

/// How long something lasts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Survival {
    /// What.
    pub what: Lasting,
    /// All together.
    pub all: Curve,
    /// Group by group, if they were asked for.
    pub groups: Vec<Curve>,
    /// Whether the groups differ.
    pub differ: Option<Differ>,
    /// Ends by cause.
    pub causes: Vec<Competing>,
    /// Left out: their implant was before they came, or has no day.
    pub left_out: usize,
}

/// Times at which survival is told, in years.
pub const TIMES: [f64; 5] = [1.0, 2.0, 5.0, 10.0, 15.0];

fn place(cause: &str) -> usize {
    CAUSES.iter().position(|known| *known == cause).map_or(0, |place| place + 1)
}

fn cause_of(why: Why) -> usize {
    place(match why {
        Why::Failure => "failure of the device",
        Why::Infection => "infection, or skin broken over it",
        Why::TherapyEnded => "therapy ended",
        Why::Battery => "end of battery",
        Why::Other | Why::NotRecorded => "other or not recorded",
    })
}

/// One device: from its implant until it came out, or the patient was followed no further.
fn spell(member: &Member<'_>, device: &Device, by: Option<GroupBy>) -> Option<Spell> {
    let into = device.into.filter(|into| *into == device.followed)?;
    let until = member.followed.until;
    if into > until {
        return None;
    }
    let out = device.out.filter(|(out, _)| *out <= until);
    let (to, cause) = match out {
        Some((out, why)) => (out, cause_of(why)),
        None if member.followed.end == End::Died => (until, place("death")),
        None => (until, 0),
    };
    Some(Spell { years: years(days(into, to).max(0)), cause, group: group(member, &device.model, by) })
}

fn group(member: &Member<'_>, model: &str, by: Option<GroupBy>) -> String {
    let word = match by {
        None => return String::new(),
        Some(GroupBy::Aetiology) => member.person.aetiology.as_str(),
        Some(GroupBy::House) => member.person.house.as_str(),
        Some(GroupBy::Model) => model,
    };
    if word.is_empty() { "not recorded".to_owned() } else { word.to_owned() }
}

/// The therapy of a patient: from the first implant until the last system came out.
fn therapy(member: &Member<'_>, by: Option<GroupBy>) -> Option<Spell> {
    let followed = &member.followed;
    let into = followed.implanted.filter(|into| *into == followed.from)?;
    let last = member.person.devices.iter().filter(|device| device.part == Part::Pump);
    let model = last.clone().map(|device| device.model.as_str()).next().unwrap_or_default();
    let out = last.filter_map(|device| device.out).filter(|(out, _)| *out <= followed.until);
    let out = out.max_by_key(|(out, _)| *out);
    let cause = match followed.end {
        End::Died => place("death"),
        End::SystemOut => out.map_or(0, |(_, why)| cause_of(why)),
        End::Followed | End::Left => 0,
    };
    let by = by.filter(|by| *by != GroupBy::Model);
    Some(Spell { years: years(days(into, followed.until).max(0)), cause, group: group(member, model, by) })
}

fn spells(members: &[Member<'_>], what: Lasting, by: Option<GroupBy>) -> (Vec<Spell>, usize) {
    let part = match what {
        Lasting::Pump => Part::Pump,
        Lasting::Catheter => Part::Catheter,
        Lasting::Therapy => {
            let all: Vec<Spell> = members.iter().filter_map(|member| therapy(member, by)).collect();
            let out = members.len() - all.len();
            return (all, out);
        }
    };
    let devices = members.iter().flat_map(|member| {
        let own = member.person.devices.iter().filter(|device| device.part == part);
        own.filter(|device| device.followed <= member.followed.until).map(move |device| (member, device))
    });
    let (mut all, mut out) = (Vec::new(), 0);
    for (member, device) in devices {
        match spell(member, device, by) {
            Some(spell) => all.push(spell),
            None => out += 1,
        }
    }
    (all, out)
}

/// Whether an end counts as the event: failure of a device; of the therapy every end but death.
fn is_event(what: Lasting, cause: usize) -> bool {
    match what {
        Lasting::Pump | Lasting::Catheter => cause == place("failure of the device"),
        Lasting::Therapy => cause != 0 && cause != place("death"),
    }
}

fn curve(spells: &[&Spell], what: Lasting, group: &str) -> Curve {
    let times: Vec<f64> = spells.iter().map(|spell| spell.years).collect();
    let events: Vec<bool> = spells.iter().map(|spell| is_event(what, spell.cause)).collect();
    // Years of spells are finite and not negative.
    let whole = kaplan_meier(&times, &events).unwrap_or(KaplanMeier { n: 0, events: 0, steps: Vec::new() });
    let longest = times.iter().copied().fold(0.0, f64::max);
    let at = TIMES.into_iter().filter(|year| *year <= longest).map(|year| {
        let at = whole.at(year);
        let interval = at.interval(Interval::LogLog, compute::LEVEL);
        At {
            year,
            at_risk: at.at_risk,
            percent: Estimate {
                value: at.survival * 100.0,
                low: interval.map(|(low, _)| low * 100.0),
                high: interval.map(|(_, high)| high * 100.0),
            },
        }
    });
    Curve {
        group: group.to_owned(),
        n: whole.n,
        events: whole.events,
        median_years: whole.quantile(0.5).map(|median| median.first),
        at: at.collect(),
        whole,
    }
}

fn competing(spells: &[Spell]) -> Vec<Competing> {
    let times: Vec<f64> = spells.iter().map(|spell| spell.years).collect();
    let causes: Vec<usize> = spells.iter().map(|spell| spell.cause).collect();
    let Some(found) = compute::causes(&times, &causes) else { return Vec::new() };
    let longest = times.iter().copied().fold(0.0, f64::max);
    let cause = |(place, words): (usize, &&str)| {
        let number = place + 1;
        let events = causes.iter().filter(|cause| **cause == number).count();
        let percent_at = TIMES.into_iter().filter(|year| *year <= longest);
        let ended = spells.iter().filter(|spell| spell.cause == number).map(|spell| spell.years);
        (events > 0).then(|| Competing {
            cause: (**words).to_owned(),
            events,
            after_years: compute::quartiles(ended),
            percent_at: percent_at
                .map(|year| (year, compute::incidence_at(&found, number, year) * 100.0))
                .collect(),
            steps: compute::incidence_steps(&found, number),
        })
    };
    CAUSES.iter().enumerate().filter_map(cause).collect()
}

/// How long pumps, catheters, or the therapy last.
#[must_use]
pub fn survival(members: &[Member<'_>], what: Lasting, by: Option<GroupBy>) -> Survival {
    let (spells, left_out) = spells(members, what, by);
    let all = curve(&spells.iter().collect::<Vec<_>>(), what, "");
    let mut by_group: BTreeMap<&str, Vec<&Spell>> = BTreeMap::new();
    for spell in spells.iter().filter(|spell| !spell.group.is_empty()) {
        by_group.entry(&spell.group).or_default().push(spell);
    }
    let differ = (by_group.len() > 1).then(|| {
        let times: Vec<f64> = spells.iter().map(|spell| spell.years).collect();
        let events: Vec<bool> = spells.iter().map(|spell| is_event(what, spell.cause)).collect();
        let groups: Vec<&str> = spells.iter().map(|spell| spell.group.as_str()).collect();
        match log_rank::<&str, u8>(&times, &events, &groups, &[], 0.0).map(|found| found.test) {
            Ok(Ok(test)) => Differ {
                chi_square: Some(test.statistic),
                df: Some(test.df),
                p: Some(test.p),
                undefined: None,
            },
            Ok(Err(undefined)) => {
                Differ { chi_square: None, df: None, p: None, undefined: Some(undefined.to_string()) }
            }
            Err(unfit) => Differ { chi_square: None, df: None, p: None, undefined: Some(unfit.to_string()) },
        }
    });
    let groups = by_group.iter().map(|(group, own)| curve(own, what, group)).collect();
    Survival { what, all, groups, differ, causes: competing(&spells), left_out }
}
