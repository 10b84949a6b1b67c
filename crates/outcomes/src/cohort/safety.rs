//! Is it safe: what went wrong, over patients, time and operations; deaths and new deficits.

use super::compute;
use super::followed::days;
use super::row::{Class, Happened, Operation, Related};
use super::series::Member;
use super::table::Estimate;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What went wrong, of one class or kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Events {
    /// The class, for people; "all" of all of them.
    pub class: String,
    /// The kind, a word such as "fluid-leak"; empty for the whole class.
    pub kind: String,
    /// How often.
    pub events: usize,
    /// How many patients had at least one.
    pub patients: usize,
    /// Of them per cent of the cohort, with its 95 % interval.
    pub patients_percent: Option<Estimate>,
    /// Per 100 years with a pump, exact 95 % interval.
    pub per_100_years: Option<Estimate>,
    /// Per 100 operations. Events may be more than operations: it is no share, and has no interval.
    pub per_100_operations: Option<f64>,
    /// Related to the therapy.
    pub related: usize,
    /// Not related.
    pub not_related: usize,
    /// Nobody knows.
    pub not_known: usize,
    /// Needed surgery.
    pub surgery: usize,
}

/// How many had something, by whether the therapy has to do with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Persons {
    /// How many patients.
    pub patients: usize,
    /// Related to the therapy.
    pub related: usize,
    /// Not related.
    pub not_related: usize,
    /// Nobody knows.
    pub not_known: usize,
    /// Per cent of the cohort, with its 95 % interval; of none, the upper end still says how many there may be.
    pub percent: Option<Estimate>,
    /// Those related, per cent of the cohort.
    pub related_percent: Option<Estimate>,
}

/// Infections after one kind of operation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AfterOperation {
    /// Which operations.
    pub after: String,
    /// How many of them.
    pub operations: usize,
    /// After how many of them an infection began, not later than the next operation.
    pub infected: usize,
    /// The same, per cent of the operations.
    pub percent: Option<Estimate>,
    /// Infections that began within 90 days.
    pub early: usize,
    /// Infections that began later.
    pub late: usize,
}

/// A step of the mean number of events per patient.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct MeanEvents {
    /// Years since the person was followed here with a system.
    pub year: f64,
    /// How many were followed so long.
    pub at_risk: usize,
    /// Mean number of events per patient up to then.
    pub mean: f64,
    /// Lower end of its 95 % interval; events of one patient may come together.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// Is it safe.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Safety {
    /// The cohort.
    pub patients: usize,
    /// Years with a pump.
    pub patient_years: f64,
    /// Operations, by kind.
    pub operations: Vec<(String, usize)>,
    /// All of them.
    pub operations_all: usize,
    /// What went wrong: all, each class, and each kind within it.
    pub events: Vec<Events>,
    /// Events before the first system, or after the end of follow-up: counted nowhere else.
    pub events_outside: usize,
    /// Who died under the therapy.
    pub deaths: Persons,
    /// Who died later: after the system was out, or after having left. Counted nowhere else.
    pub deaths_outside: usize,
    /// Who had a new neurological deficit.
    pub deficits: Persons,
    /// Infections by operation.
    pub infections: Vec<AfterOperation>,
    /// Infections before any operation that is recorded: in none of these.
    pub infections_before_any: usize,
    /// The mean number of events per patient over time: what repeats in one patient breaks the rule behind the interval of a
    /// rate, and not this.
    pub mean_events: Vec<MeanEvents>,
    /// The same at chosen times, as long as anybody was followed.
    pub mean_events_at: Vec<MeanEvents>,
}

/// An infection is early within so many days after an operation (as in the series of 341 children, PMC6808077).
pub const EARLY_DAYS: i64 = 90;

/// The kind that is a new neurological deficit, in the words of complications.
const DEFICIT: &str = "new-deficit";

fn within(member: &Member<'_>, on: Date) -> bool {
    on >= member.followed.from && on <= member.followed.until
}

struct Frame {
    patients: usize,
    years: f64,
    operations: usize,
}

fn events_of(all: &[(usize, &Happened)], frame: &Frame, class: String, kind: String) -> Events {
    let mut who: Vec<usize> = all.iter().map(|(member, _)| *member).collect();
    who.dedup();
    let related = |wanted: Related| all.iter().filter(|(_, event)| event.related == wanted).count();
    Events {
        class,
        kind,
        events: all.len(),
        patients: who.len(),
        patients_percent: compute::proportion(who.len(), frame.patients),
        per_100_years: compute::rate_of(all.len(), frame.years),
        per_100_operations: super::table::percent(all.len(), frame.operations),
        related: related(Related::Related),
        not_related: related(Related::NotRelated),
        not_known: related(Related::NotKnown),
        surgery: all.iter().filter(|(_, event)| event.surgery).count(),
    }
}

fn persons(all: &[Related], patients: usize) -> Persons {
    let count = |wanted: Related| all.iter().filter(|related| **related == wanted).count();
    Persons {
        patients: all.len(),
        related: count(Related::Related),
        not_related: count(Related::NotRelated),
        not_known: count(Related::NotKnown),
        percent: compute::proportion(all.len(), patients),
        related_percent: compute::proportion(count(Related::Related), patients),
    }
}

/// What went wrong in these.
#[must_use]
pub fn safety(members: &[Member<'_>]) -> Safety {
    let all: Vec<(usize, &Happened)> = members
        .iter()
        .enumerate()
        .flat_map(|(place, member)| {
            let inside = member.person.events.iter().filter(move |event| within(member, event.on));
            inside.map(move |event| (place, event))
        })
        .collect();
    let operations = |member: &Member<'_>| -> Vec<(Date, Operation)> {
        member.person.operations.iter().filter(|(on, _)| within(member, *on)).copied().collect()
    };
    let done: Vec<Vec<(Date, Operation)>> = members.iter().map(operations).collect();
    let of_kind = |wanted: Operation| done.iter().flatten().filter(|(_, kind)| *kind == wanted).count();
    let operations_all = done.iter().map(Vec::len).sum();
    let frame = Frame {
        patients: members.len(),
        years: super::years(members.iter().map(|member| member.followed.exposure_days()).sum()),
        operations: operations_all,
    };
    let mut events = vec![events_of(&all, &frame, "all".to_owned(), String::new())];
    for (_, class, words) in Class::WORDS {
        let own: Vec<(usize, &Happened)> =
            all.iter().filter(|(_, event)| event.class == class).copied().collect();
        events.push(events_of(&own, &frame, words.to_owned(), String::new()));
        let mut kinds: BTreeMap<&str, Vec<(usize, &Happened)>> = BTreeMap::new();
        for (place, event) in own {
            kinds.entry(event.kind.as_str()).or_default().push((place, event));
        }
        // Of an event without a kind only the class is known.
        kinds.remove("");
        for (kind, own) in kinds {
            events.push(events_of(&own, &frame, words.to_owned(), kind.to_owned()));
        }
    }
    // The worst that is said of a patient's deficits counts for the patient.
    let mut deficits: BTreeMap<usize, Related> = BTreeMap::new();
    for (place, event) in all.iter().filter(|(_, event)| event.kind == DEFICIT) {
        let rank = |related: Related| match related {
            Related::Related => 2,
            Related::NotKnown => 1,
            Related::NotRelated => 0,
        };
        let known = deficits.entry(*place).or_insert(event.related);
        if rank(event.related) > rank(*known) {
            *known = event.related;
        }
    }
    let deaths: Vec<Related> = members
        .iter()
        .filter(|member| member.followed.end == super::End::Died)
        .filter_map(|member| member.person.died.map(|(_, related)| related))
        .collect();
    let (infections, infections_before_any) = infections(members, &done);
    let mean_events = compute::mean_events(members);
    let recorded: usize = members.iter().map(|member| member.person.events.len()).sum();
    Safety {
        patients: frame.patients,
        patient_years: frame.years,
        operations: Operation::WORDS
            .iter()
            .map(|(_, kind, words)| ((*words).to_owned(), of_kind(*kind)))
            .collect(),
        operations_all,
        events_outside: recorded - all.len(),
        deaths_outside: members.iter().filter(|one| one.person.died.is_some()).count() - deaths.len(),
        deaths: persons(&deaths, frame.patients),
        deficits: persons(&deficits.into_values().collect::<Vec<_>>(), frame.patients),
        infections,
        infections_before_any,
        mean_events_at: mean_events_at(members, &mean_events),
        mean_events,
        events,
    }
}

/// The mean number of events at [`TIMES`](super::TIMES): that of the last step until then, and how many are followed so long.
fn mean_events_at(members: &[Member<'_>], steps: &[MeanEvents]) -> Vec<MeanEvents> {
    let followed =
        |member: &Member<'_>| super::years(days(member.followed.from, member.followed.until).max(0));
    let lengths: Vec<f64> = members.iter().map(followed).collect();
    let at = |year: f64| {
        let at_risk = lengths.iter().filter(|length| **length >= year).count();
        let none = MeanEvents { year, at_risk, mean: 0.0, low: None, high: None };
        let last = steps.iter().rev().find(|step| step.year <= year);
        (at_risk > 0).then(|| last.map_or(none, |step| MeanEvents { year, at_risk, ..*step }))
    };
    super::TIMES.into_iter().filter_map(at).collect()
}

/// The last operation before an infection, by its place among those done: one of the same day is what was done about it. Of two
/// on one day the later in the record.
fn cause(done: &[(Date, Operation)], on: Date) -> Option<usize> {
    done.partition_point(|(day, _)| *day < on).checked_sub(1)
}

/// Each infection belongs to the last operation before it; and how many have none.
fn infections(members: &[Member<'_>], done: &[Vec<(Date, Operation)>]) -> (Vec<AfterOperation>, usize) {
    let groups: [(&str, &[Operation]); 3] = [
        ("implant", &[Operation::Implant]),
        ("replacement, revision", &[Operation::Replacement, Operation::Revision]),
        ("explant", &[Operation::Explant]),
    ];
    let mut before_any = 0;
    // The days from the operation to each of its infections.
    let mut after: Vec<(Operation, Vec<i64>)> = Vec::new();
    for (member, done) in members.iter().zip(done) {
        let first = after.len();
        after.extend(done.iter().map(|(_, kind)| (*kind, Vec::new())));
        let own = member.person.events.iter();
        for event in own.filter(|event| event.class == Class::Infection && within(member, event.on)) {
            let place = cause(done, event.on);
            let operation = place.and_then(|place| Some((done.get(place)?, after.get_mut(first + place)?)));
            match operation {
                Some(((on, _), (_, infections))) => infections.push(days(*on, event.on)),
                None => before_any += 1,
            }
        }
    }
    let group = |(words, kinds): (&str, &[Operation])| {
        let own: Vec<&Vec<i64>> =
            after.iter().filter(|(kind, _)| kinds.contains(kind)).map(|(_, days)| days).collect();
        let infected = own.iter().filter(|days| !days.is_empty()).count();
        let early = own.iter().flat_map(|days| days.iter()).filter(|days| **days <= EARLY_DAYS).count();
        let all: usize = own.iter().map(|days| days.len()).sum();
        AfterOperation {
            after: words.to_owned(),
            operations: own.len(),
            infected,
            percent: compute::proportion(infected, own.len()),
            early,
            late: all - early,
        }
    };
    (groups.into_iter().map(group).collect(), before_any)
}
