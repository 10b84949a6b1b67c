//! The whole report of a cohort.

use super::choice::Choice;
use super::described::{Described, described};
use super::device::{GroupBy, Lasting, Survival, survival};
use super::dose::{Doses, doses};
use super::effect::{Change, OverYears, before_after, over_years};
use super::followed::Followed;
use super::measure::in_points;
use super::row::Person;
use super::safety::{Safety, safety};
use super::series::{Member, Series, series};
use super::visit::{Visit, Windows};
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// What is asked of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Whom.
    pub choice: Choice,
    /// Up to which day: nothing after it is looked at, but that a person was seen then.
    pub cut: Date,
    /// The windows of visits.
    pub windows: Windows,
    /// By what curves of survival are told apart.
    pub group_by: Option<GroupBy>,
}

/// The report of a cohort.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// Up to which day.
    pub cut: Date,
    /// Whom.
    pub choice: Choice,
    /// The windows of visits, in days.
    pub windows: Windows,
    /// The version of the engine.
    pub engine: String,
    /// SHA-256 of the people looked at: the same data give the same, in whatever order they come.
    pub data_sha256: String,
    /// How many people the data hold.
    pub people: usize,
    /// How many of them had no system by the day of the analysis.
    pub without_system: usize,
    /// How many of them were not chosen.
    pub not_chosen: usize,
    /// How many of the cohort are invented.
    pub invented: usize,
    /// Earlier systems of the cohort that could not be read: their devices and doses are missing.
    pub unread: usize,
    /// Facts of the cohort that were left out because they contradict others, such as a score after death.
    pub contradicting: usize,
    /// Who the cohort is.
    pub described: Described,
    /// Before and after titration.
    pub before_after: Vec<Change>,
    /// The same of measures that were rated, but of nobody both times: why values are missing.
    pub without_pair: Vec<Change>,
    /// Over the years.
    pub over_years: Vec<OverYears>,
    /// How the dose moves.
    pub doses: Doses,
    /// Is it safe.
    pub safety: Safety,
    /// How long pumps, catheters and the therapy last.
    pub survival: Vec<Survival>,
    /// How all of it was done.
    pub methods: Vec<String>,
    /// Pairs of before and after of each measure, for charts: the measure's word, and values in points.
    #[serde(skip)]
    pub pairs: Vec<(String, Vec<(f64, f64)>)>,
}

/// A person as of a day: nothing later.
fn until(person: &Person, cut: Date) -> Person {
    let mut person = person.clone();
    person.devices.retain(|device| device.followed <= cut);
    for device in &mut person.devices {
        device.out = device.out.filter(|(out, _)| *out <= cut);
    }
    person.scores.retain(|scored| scored.on <= cut);
    person.doses.retain(|dose| dose.0 <= cut);
    person.events.retain(|event| event.on <= cut);
    person.operations.retain(|(on, _)| *on <= cut);
    person.titrated = person.titrated.filter(|on| *on <= cut);
    person.died = person.died.filter(|(on, _)| *on <= cut);
    person.left = person.left.filter(|on| *on <= cut);
    person.seen = person.seen.map(|on| on.min(cut));
    person
}

/// Whether anything of a person lies after a day.
fn goes_on_after(person: &Person, cut: Date) -> bool {
    person.devices.iter().any(|device| device.followed > cut || device.out.is_some_and(|(out, _)| out > cut))
        || person.scores.iter().any(|scored| scored.on > cut)
        || person.doses.iter().any(|dose| dose.0 > cut)
        || person.events.iter().any(|event| event.on > cut)
        || person.operations.iter().any(|(on, _)| *on > cut)
        || [person.titrated, person.died.map(|(on, _)| on), person.left, person.seen]
            .iter()
            .flatten()
            .any(|on| *on > cut)
}

fn digest(members: &[Member<'_>]) -> String {
    let own = |text: &mut Vec<u8>, member: &Member<'_>| -> [u8; 32] {
        text.clear();
        // Rows are text, numbers and lists: nothing that JSON does not take.
        if serde_json::to_writer(&mut *text, member.person).is_err() {
            text.clear();
        }
        Sha256::digest(text).into()
    };
    let mut all: Vec<[u8; 32]> = members.par_iter().map_init(Vec::new, own).collect();
    all.sort_unstable();
    let whole = Sha256::digest(all.concat());
    whole.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The report of those of the people whom the plan chooses. The order of people changes nothing.
#[must_use]
pub fn report(people: &[Person], plan: &Plan) -> Report {
    // Only people with anything after the day of the analysis are copied.
    let cut: Vec<Option<Person>> = people
        .par_iter()
        .map(|person| goes_on_after(person, plan.cut).then(|| until(person, plan.cut)))
        .collect();
    let with_system: Vec<Member<'_>> = people
        .par_iter()
        .zip(&cut)
        .filter_map(|(person, cut)| {
            let person = cut.as_ref().unwrap_or(person);
            Some(Member { person, followed: Followed::of(person, plan.cut)? })
        })
        .collect();
    let without_system = people.len() - with_system.len();
    let mut members: Vec<Member<'_>> =
        with_system.into_iter().filter(|member| plan.choice.takes(member.person, &member.followed)).collect();
    members.sort_by(|one, other| one.person.key.cmp(&other.person.key));
    let (all, (described, data_sha256)) =
        rayon::join(|| series(&members, &plan.windows), || (described(&members), digest(&members)));
    let (effects, rest) = rayon::join(
        || effects(&all),
        || {
            let ((doses, safety), survival) = rayon::join(
                || (doses(&members, &plan.windows), safety(&members)),
                || {
                    [Lasting::Pump, Lasting::Catheter, Lasting::Therapy]
                        .into_par_iter()
                        .map(|what| survival(&members, what, plan.group_by))
                        .collect()
                },
            );
            (doses, safety, survival)
        },
    );
    let Effects { before_after, without_pair, over_years, pairs } = effects;
    let (doses, safety, survival) = rest;
    Report {
        cut: plan.cut,
        choice: plan.choice.clone(),
        windows: plan.windows,
        engine: format!("thecal {}", env!("CARGO_PKG_VERSION")),
        data_sha256,
        people: people.len(),
        without_system,
        not_chosen: people.len() - without_system - members.len(),
        unread: members.iter().map(|member| usize::from(member.person.unread)).sum(),
        contradicting: members.iter().map(|member| usize::from(member.person.contradicting)).sum(),
        invented: members.iter().filter(|member| member.person.invented).count(),
        described,
        methods: super::methods::methods(plan, &before_after, &over_years),
        before_after,
        without_pair,
        over_years,
        doses,
        safety,
        survival,
        pairs,
    }
}

/// Does it work.
struct Effects {
    before_after: Vec<Change>,
    without_pair: Vec<Change>,
    over_years: Vec<OverYears>,
    pairs: Vec<(String, Vec<(f64, f64)>)>,
}

fn effects(all: &[Series]) -> Effects {
    let over: Vec<OverYears> = all.par_iter().filter_map(over_years).collect();
    let pairs = all.par_iter().map(|series| {
        let pairs = series
            .pairs(Visit::Before, Visit::Titrated)
            .map(|(one, other)| (in_points(one), in_points(other)));
        (series.measure.word(), pairs.collect())
    });
    let (before_after, without_pair) = before_after(all);
    Effects { before_after, without_pair, over_years: over, pairs: pairs.collect() }
}
