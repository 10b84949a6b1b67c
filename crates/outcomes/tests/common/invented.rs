//! Invented people of a cohort of any size: the same in every run, and person by person the same in a smaller one.
//!
//! Pumps last about six and a half years and are replaced, catheters fail, scores are taken before, after titration and once a
//! year, doses rise, something goes wrong now and then, and some people die or are lost. No number is any clinic's.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use outcomes::cohort::{
    Class, Device, DoseFrom, Happened, Operation, Part, Person, Plan, Related, Scored, Why, Windows, possible,
};
use scales::{Scale, Site};

/// Numbers that look like chance and are the same in every run (Steele, Lea and Flood's SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// From a seed and a place.
    #[must_use]
    pub const fn of(seed: u64, place: u64) -> Self {
        Self(seed ^ place.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to before `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.bits() % end.max(1)
    }

    /// A whole number between two, ends included.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from + 1).unsigned_abs()).cast_signed()
    }

    /// Whether something of such a share happens.
    pub fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// How long until something that happens so often in a unit of time.
    pub fn waits(&mut self, rate: f64) -> f64 {
        -(1.0 - self.share()).ln() / rate
    }

    fn one<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len() as u64) as usize).copied()
    }
}

/// The day of the analysis.
pub const CUT: Date = date(2026, 6, 30);

/// Everybody, up to that day, with curves by cause of the spasticity.
#[must_use]
pub fn plan() -> Plan {
    Plan {
        choice: outcomes::cohort::Choice::default(),
        cut: CUT,
        windows: Windows::default(),
        group_by: Some(outcomes::cohort::GroupBy::Aetiology),
    }
}

/// So many people.
#[must_use]
pub fn people(number: usize) -> Vec<Person> {
    let legs: Vec<Option<Site>> = ["hip-adductors", "knee-flexors", "ankle-plantar-flexors"]
        .into_iter()
        .flat_map(|muscle| ["left", "right"].map(|side| Site::by_words(Some(muscle), side)))
        .collect();
    (0..number).map(|place| person(place, &legs)).collect()
}

const AETIOLOGIES: [&str; 5] =
    ["cerebral-palsy", "multiple-sclerosis", "spinal-cord-injury", "stroke", "brain-injury"];
const EVENTS: [(Class, &str); 7] = [
    (Class::Technique, "fluid-leak"),
    (Class::Device, "catheter-occluded"),
    (Class::Device, "pump-stalled"),
    (Class::Drug, "withdrawal"),
    (Class::Drug, "overdose"),
    (Class::Infection, "wound-infection"),
    (Class::Other, "new-deficit"),
];
const YEAR: f64 = 365.25;

fn after(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

fn person(place: usize, legs: &[Option<Site>]) -> Person {
    let mut chance = Chance::of(1, place as u64);
    let implanted = after(date(2005, 1, 1), chance.between(0, 7_700));
    let followed = chance.waits(0.04) * YEAR;
    let ended = after(implanted, (followed as i64).min(20_000)).min(CUT);
    let mut person = Person {
        key: format!("i{place:07}"),
        born: Some(after(implanted, -chance.between(6 * 365, 78 * 365))),
        sex: if chance.happens(0.5) { "female" } else { "male" }.to_owned(),
        aetiology: chance.one(&AETIOLOGIES).unwrap_or_default().to_owned(),
        house: format!("house-{}", chance.below(4)),
        invented: true,
        seen: Some(ended),
        ..Person::default()
    };
    if ended < CUT {
        if chance.happens(0.5) {
            person.died =
                Some((ended, if chance.happens(0.05) { Related::Related } else { Related::NotRelated }));
        } else {
            person.left = Some(ended);
        }
    }
    let out = pumps(&mut person, implanted, ended, &mut chance);
    catheters(&mut person, implanted, out.unwrap_or(ended), &mut chance);
    person.operations.sort_by_key(|(on, _)| *on);
    let titrated = after(implanted, chance.between(20, 90));
    person.titrated = (titrated <= ended).then_some(titrated);
    scores(&mut person, implanted, ended, legs, &mut chance);
    doses(&mut person, implanted, out.unwrap_or(ended), &mut chance);
    events(&mut person, implanted, ended, &mut chance);
    // No dose between two systems.
    possible(&person)
}

/// One pump after the other; the day on which the last came out for good, if it did.
fn pumps(person: &mut Person, implanted: Date, ended: Date, chance: &mut Chance) -> Option<Date> {
    let (mut into, mut operation) = (implanted, Operation::Implant);
    loop {
        person.operations.push((into, operation));
        let ends = [
            (6.5 + chance.share() - 0.5, Why::Battery),
            (chance.waits(0.012), Why::Failure),
            (chance.waits(0.015), Why::Infection),
            (chance.waits(0.006), Why::TherapyEnded),
        ];
        let soonest = ends.into_iter().min_by(|one, other| one.0.total_cmp(&other.0));
        let (lasts, why) = soonest.unwrap_or((6.5, Why::Battery));
        let out = after(into, (lasts * YEAR) as i64);
        let came_out = out <= ended;
        let model = chance.one(&["synchromed-ii-8637-20", "synchromed-ii-8637-40", "siromedes"]);
        person.devices.push(Device {
            part: Part::Pump,
            model: model.unwrap_or_default().to_owned(),
            into: Some(into),
            followed: into,
            out: came_out.then_some((out, why)),
        });
        if !came_out {
            return None;
        }
        if matches!(why, Why::Infection | Why::TherapyEnded) {
            person.operations.push((out, Operation::Explant));
            let again = after(out, 120);
            if why == Why::TherapyEnded || again > ended {
                return Some(out);
            }
            (into, operation) = (again, Operation::Implant);
        } else {
            (into, operation) = (out, Operation::Replacement);
        }
    }
}

fn catheters(person: &mut Person, implanted: Date, ended: Date, chance: &mut Chance) {
    let mut into = implanted;
    loop {
        let out = after(into, (chance.waits(0.06) * YEAR).min(20_000.0) as i64 + 1);
        let failed = out <= ended;
        person.devices.push(Device {
            part: Part::Catheter,
            model: if chance.happens(0.6) { "ascenda-8780" } else { "indura-8709" }.to_owned(),
            into: Some(into),
            followed: into,
            out: failed.then_some((out, Why::Failure)),
        });
        if !failed {
            return;
        }
        person.operations.push((out, Operation::Revision));
        into = out;
    }
}

fn scores(person: &mut Person, implanted: Date, ended: Date, legs: &[Option<Site>], chance: &mut Chance) {
    let mut visits = vec![(after(implanted, -chance.between(1, 120)), false)];
    if let Some(titrated) = person.titrated {
        visits.push((after(titrated, chance.between(0, 60)), true));
    }
    for year in 1..=20_i64 {
        let on = implanted.checked_add(year.years()).unwrap_or(ended);
        visits.push((after(on, chance.between(-45, 45)), true));
    }
    let own: Vec<i64> = legs.iter().map(|_| chance.between(2, 5)).collect();
    let (barthel, penn, has_barthel) = (chance.between(2, 12), chance.between(2, 4), chance.happens(0.6));
    let rank = |value: i64, most: i64| u16::try_from(value.clamp(0, most)).unwrap_or(0);
    for (on, treated) in visits {
        if on > ended || chance.happens(0.12) {
            continue;
        }
        let eased = if treated { 1 } else { 0 };
        for (site, own) in legs.iter().zip(&own) {
            if chance.happens(0.96) {
                let rank = rank(own - eased * chance.between(0, 3), 5);
                person.scores.push(Scored { on, scale: Scale::ModifiedAshworth, site: *site, rank });
            }
        }
        let less = rank(penn - eased * chance.between(0, 3), 4);
        person.scores.push(Scored { on, scale: Scale::PennSpasmFrequency, site: None, rank: less });
        if has_barthel {
            let more = rank(barthel + eased * chance.between(-1, 4), 20);
            person.scores.push(Scored { on, scale: Scale::Barthel, site: None, rank: more });
        }
    }
}

fn doses(person: &mut Person, implanted: Date, ended: Date, chance: &mut Chance) {
    let (mut on, mut dose) = (implanted, 50_000 + chance.below(80) * 1_000);
    while on <= ended {
        person.doses.push(DoseFrom(on, dose));
        let titrating = person.doses.len() < 5;
        let per_cent = if titrating { chance.between(5, 30) } else { chance.between(-4, 8) };
        dose = dose.saturating_add_signed(dose.cast_signed() * per_cent / 100 / 500 * 500).min(1_500_000);
        on = after(on, if titrating { chance.between(3, 14) } else { chance.between(80, 200) });
    }
}

fn events(person: &mut Person, implanted: Date, ended: Date, chance: &mut Chance) {
    let mut on = after(implanted, (chance.waits(0.25) * YEAR).min(20_000.0) as i64);
    while on <= ended {
        if let Some((class, kind)) = chance.one(&EVENTS) {
            let related = match chance.below(10) {
                0 => Related::NotRelated,
                1 => Related::NotKnown,
                _ => Related::Related,
            };
            let surgery = chance.happens(0.4);
            person.events.push(Happened { on, class, kind: kind.to_owned(), related, surgery });
        }
        on = after(on, (chance.waits(0.25) * YEAR).min(20_000.0) as i64 + 1);
    }
}
