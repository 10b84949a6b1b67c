//! People for tests: sound ones of every kind, through the constructors that live data go through.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, and not every one of them uses all of it"
)]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use outcomes::cohort::{
    Choice, Class, Device, DoseFrom, Followed, GroupBy, Happened, Member, Operation, Part, Person, Plan,
    Related, Scored, Why, Windows, possible,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use scales::{Scale, Site};

/// The first day on which anybody is implanted.
pub const START: Date = date(2000, 1, 1);
pub const KINDS: [&str; 4] = ["fluid-leak", "pocket-infection", "new-deficit", "withdrawal"];
pub const AETIOLOGIES: [&str; 3] = ["multiple-sclerosis", "spinal-injury", ""];
/// Scales of whole patients, of sides and of muscles; variants of one scale; one that measures no change.
pub const SCALES: [Scale; 8] = [
    Scale::AshworthFromZero,
    Scale::AshworthFromOne,
    Scale::ModifiedAshworth,
    Scale::AdductorTone,
    Scale::PennSpasmFrequency,
    Scale::Barthel,
    Scale::PainNumeric,
    Scale::Gmfcs,
];

pub fn after(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap()
}

/// One of few sites of a scale, so that the same ones come again: of arms and of legs.
pub fn site(scale: Scale, which: usize) -> Option<Site> {
    let all = scale.sites().all();
    (!all.is_empty()).then(|| all[(which % 7) * all.len() / 7])
}

/// A score through the words of data.
pub fn score(on: Date, scale: Scale, value: &str, site: Option<Site>) -> Scored {
    let muscle = site.and_then(|site| site.muscle).map_or("", |muscle| muscle.word());
    let side = site.map_or("", |site| site.side.word());
    Scored::read(on, scale.word(), value, muscle, side).unwrap()
}

/// What one person is made from: numbers that mean days from the first implant, or places in lists.
#[derive(Debug, Clone)]
pub struct Raw {
    /// First day; how the person came: 0 to 3 implanted here, 4 found without a day, 5 found with one.
    pub came: (i64, u8),
    /// Each pump: how long, why it came out, days to the next (−1 overlaps by a day).
    pub pumps: Vec<(i64, usize, i64)>,
    /// Whether the last pump stays.
    pub stays: bool,
    pub catheters: Vec<(i64, usize, i64)>,
    /// Each examination: when, on which scale, at which sites (one bit each), and from which grade on.
    pub scores: Vec<(i64, usize, u8, u16)>,
    pub doses: Vec<(i64, u64)>,
    pub events: Vec<(i64, usize, usize, usize, bool)>,
    pub revisions: Vec<i64>,
    pub titrated: Option<i64>,
    pub end: (Option<i64>, Option<i64>, Option<i64>),
    pub who: (Option<i64>, usize, bool),
}

pub fn raw() -> impl Strategy<Value = Raw> {
    // Days lie thick where the windows of visits are.
    let around = || {
        prop_oneof![
            -400_i64..1,
            0_i64..300,
            230_i64..500,
            1_400_i64..2_300,
            3_200_i64..4_100,
            -900_i64..6_500
        ]
    };
    let spells = || vec((0_i64..2_500, 0_usize..6, prop_oneof![Just(0_i64), Just(-1), 1_i64..500]), 1..4);
    let scores =
        vec((around(), 0_usize..SCALES.len(), prop_oneof![any::<u8>(), Just(0x7f)], any::<u16>()), 0..24);
    let events = vec((around(), 0_usize..5, 0_usize..4, 0_usize..3, any::<bool>()), 0..6);
    let end =
        (option::weighted(0.3, around()), option::weighted(0.15, around()), option::weighted(0.4, around()));
    let dose = prop_oneof![Just(100_000_u64), 0_u64..2_000_000];
    (
        ((0_i64..3_000, 0_u8..6), spells(), any::<bool>(), spells()),
        (scores, vec((around(), dose), 0..20), events, vec(around(), 0..4)),
        (option::of(-30_i64..400), end, (option::of(0_i64..25_000), 0_usize..3, any::<bool>())),
    )
        .prop_map(
            |((came, pumps, stays, catheters), (scores, doses, events, revisions), (titrated, end, who))| {
                Raw { came, pumps, stays, catheters, scores, doses, events, revisions, titrated, end, who }
            },
        )
}

fn devices(raw: &Raw, part: Part) -> Vec<Device> {
    let (spells, stays) = match part {
        Part::Pump => (&raw.pumps, raw.stays),
        Part::Catheter => (&raw.catheters, !raw.stays),
    };
    let mut on = after(START, raw.came.0);
    let mut all = Vec::new();
    for (place, (long, why, gap)) in spells.iter().enumerate() {
        let into = match (place, raw.came.1) {
            (0, 4) => None,
            (0, 5) => Some(after(on, -700)),
            _ => Some(on),
        };
        let last = place + 1 == spells.len();
        let out = (!(last && stays)).then(|| (after(on, *long), Why::WORDS[*why].1));
        let model = ["", "model-a", "model-b"][why % 3].to_owned();
        all.push(Device { part, model, into, followed: on, out });
        on = after(on, (long + gap).max(0));
    }
    all
}

/// A person whose rows are not held against each other, nor in the order of time.
fn rows(place: usize, raw: &Raw) -> Person {
    let first = after(START, raw.came.0);
    let day = |offset: i64| after(first, offset);
    let mut person = Person {
        key: format!("key-{place:03}-of-nobody"),
        born: raw.who.0.map(|days| after(date(1925, 1, 1), days)),
        sex: ["female", "male", ""][raw.who.1].to_owned(),
        aetiology: AETIOLOGIES[raw.who.1].to_owned(),
        house: ["north", "", "south"][raw.who.1].to_owned(),
        invented: raw.who.2,
        devices: [devices(raw, Part::Pump), devices(raw, Part::Catheter)].concat(),
        titrated: raw.titrated.map(day),
        ..Person::default()
    };
    for (offset, scale, bits, rank) in &raw.scores {
        let scale = SCALES[*scale];
        let value = |more: u16| scale.values().value((rank / 8 + more) % scale.values().count()).unwrap();
        // Without a bit, and on a scale of the whole patient, no site.
        let sites: Vec<u16> = (0..7).filter(|bit| bits >> bit & 1 == 1).collect();
        if sites.is_empty() || site(scale, 0).is_none() {
            person.scores.push(score(day(*offset), scale, &value(0), None));
            continue;
        }
        for which in sites {
            let site = site(scale, usize::from(which));
            person.scores.push(score(day(*offset), scale, &value(which * (rank % 8)), site));
        }
    }
    person.doses.extend(raw.doses.iter().map(|(offset, dose)| DoseFrom(day(*offset), *dose)));
    person.events.extend(raw.events.iter().map(|(offset, class, kind, related, surgery)| Happened {
        on: day(*offset),
        class: Class::WORDS[*class].1,
        kind: KINDS[*kind].to_owned(),
        related: Related::WORDS[*related].1,
        surgery: *surgery,
    }));
    for (place, device) in person.devices.iter().filter(|device| device.part == Part::Pump).enumerate() {
        let kind = if place == 0 { Operation::Implant } else { Operation::Replacement };
        if device.into == Some(device.followed) {
            person.operations.push((device.followed, kind));
        }
        if let Some((out, _)) = device.out {
            person.operations.push((out, Operation::Explant));
        }
    }
    person.operations.extend(raw.revisions.iter().map(|offset| (day(*offset), Operation::Revision)));
    person
}

/// A person as somebody may enter one who makes mistakes.
pub fn unsound(place: usize, raw: &Raw) -> Person {
    let day = |offset: i64| after(START, raw.came.0 + offset);
    let mut person = rows(place, raw);
    let (died, left, seen) = raw.end;
    person.born = raw.who.0.map(|days| day(days / 20 - 1_200));
    person.died = died.map(|offset| (day(offset), Related::NotKnown));
    (person.left, person.seen) = (left.map(day), seen.map(day));
    sort(&mut person);
    person
}

/// A sound person: rows in the order of time, nothing after death or leaving, nothing that cannot be.
pub fn person(place: usize, raw: &Raw) -> Person {
    let day = |offset: i64| after(START, raw.came.0 + offset);
    let mut person = rows(place, raw);
    let (died, left, seen) = raw.end;
    // Nobody dies or leaves before the system is there.
    let later = |offset: Option<i64>| offset.filter(|offset| *offset >= 0).map(day);
    person.died = later(died).map(|on| (on, Related::WORDS[raw.who.1].1));
    person.left = later(left).filter(|_| person.died.is_none());
    person.seen = later(seen);
    if let Some(last) = person.died.map(|(on, _)| on).or(person.left) {
        end(&mut person, last);
    }
    sort(&mut person);
    Person { contradicting: 0, ..possible(&person) }
}

/// Nothing of a person after a day.
pub fn end(person: &mut Person, last: Date) {
    person.devices.retain(|device| device.followed <= last);
    for device in &mut person.devices {
        device.out = device.out.filter(|(on, _)| *on <= last);
    }
    person.scores.retain(|scored| scored.on <= last);
    person.doses.retain(|dose| dose.0 <= last);
    person.events.retain(|event| event.on <= last);
    person.operations.retain(|(on, _)| *on <= last);
    person.titrated = person.titrated.filter(|on| *on <= last);
    person.died = person.died.filter(|(on, _)| *on <= last);
    person.left = person.left.filter(|on| *on <= last);
    person.seen = person.seen.map(|on| on.min(last));
}

/// Rows in the order of time.
pub fn sort(person: &mut Person) {
    person.devices.sort_by_key(|device| (device.part, device.followed));
    // One value of a site and day, as in a record.
    let mut seen = std::collections::BTreeSet::new();
    person.scores.retain(|scored| seen.insert((scored.on, scored.scale, scored.site)));
    person.scores.sort_by_key(|scored| scored.on);
    person.doses.sort_by_key(|dose| dose.0);
    person.events.sort_by_key(|event| event.on);
    person.operations.sort_by_key(|(on, _)| *on);
}

pub fn people(most: usize) -> impl Strategy<Value = Vec<Person>> {
    vec(raw(), 0..=most)
        .prop_map(|all| all.iter().enumerate().map(|(place, raw)| person(place, raw)).collect())
}

/// A day of the analysis: mostly late.
pub fn cut() -> impl Strategy<Value = Date> {
    prop_oneof![0_i64..9_500, 5_000_i64..9_500, Just(-10_i64)].prop_map(|days| after(START, days))
}

pub fn plan(cut: Date) -> Plan {
    Plan { choice: Choice::default(), cut, windows: Windows::default(), group_by: Some(GroupBy::Aetiology) }
}

/// Those with a system by a day, as the report has them.
pub fn members(people: &[Person], cut: Date) -> Vec<Member<'_>> {
    let of = |person| Some(Member { person, followed: Followed::of(person, cut)? });
    people.iter().filter_map(of).collect()
}

/// A person implanted on a day, and nothing else.
pub fn implanted(key: &str, on: Date) -> Person {
    let device = |part| Device { part, model: String::new(), into: Some(on), followed: on, out: None };
    Person {
        key: key.to_owned(),
        devices: vec![device(Part::Pump), device(Part::Catheter)],
        operations: vec![(on, Operation::Implant)],
        ..Person::default()
    }
}
