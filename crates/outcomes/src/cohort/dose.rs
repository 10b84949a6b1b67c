//! How the dose moves.

use super::compute;
use super::followed::Followed;
use super::row::{DoseFrom, Part, Person};
use super::series::Member;
use super::table::Quartiles;
use super::visit::{Visit, Windows};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

/// Years after the first implant that are looked at.
pub const YEARS: i16 = 15;

/// The dose of the cohort at one time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DoseAt {
    /// For people: "after titration", "1 year".
    pub when: String,
    /// Years after the first implant; `None` for the end of titration.
    pub year: Option<i16>,
    /// Micrograms per 24 hours of those with a pump then; a pump that stood still counts with 0.
    pub micrograms_per_day: Option<Quartiles>,
}

/// A person whose dose rises fast.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Rising {
    /// Who, by key.
    pub key: String,
    /// How fast over all years: micrograms per 24 hours more each year; `None` of too few yearly doses.
    pub micrograms_per_day_per_year: Option<f64>,
    /// Of how many yearly doses.
    pub doses: usize,
    /// Micrograms per 24 hours more than a year before, when last followed; `None` if the dose was still being found then.
    pub last_year: Option<f64>,
}

impl Rising {
    /// The steeper of the two.
    #[must_use]
    pub fn steepest(&self) -> f64 {
        self.micrograms_per_day_per_year.into_iter().chain(self.last_year).fold(0.0, f64::max)
    }
}

/// How the dose moves.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Doses {
    /// After titration, and year by year.
    pub at: Vec<DoseAt>,
    /// The slope of each person with enough yearly doses: micrograms per 24 hours more each year.
    pub slopes: Option<Quartiles>,
    /// Persons with too few yearly doses for a slope.
    pub without_slope: usize,
    /// The bound above which the system is checked first, in micrograms per 24 hours and year.
    pub rising_above: f64,
    /// Who lies above it, steepest first.
    pub rising: Vec<Rising>,
    /// Yearly doses of each person, from after titration on, for the chart; `None` where there is none.
    #[serde(skip)]
    pub lines: Vec<Vec<Option<f64>>>,
}

/// Above this a rising dose is called tolerance, and a failing catheter is thought of first: an increase of more than
/// 100 micrograms per day and year, in 8 of 37 patients; 11 had a drop in the month after a revision (Heetla, Spinal Cord
/// 2009;47:751-6, from its abstract).
pub const RISING_ABOVE: f64 = 100.0;

/// Yearly doses that a slope needs at least.
const DOSES_LEAST: usize = 3;

/// The dose that runs on a day, in micrograms; `None` if there was no pump, or nothing was seen running by then in the time
/// with a pump that the day is in: what ran before a gap says nothing.
#[must_use]
pub fn dose_on(person: &Person, followed: &Followed, on: Date) -> Option<f64> {
    nanograms_on(person, followed, on).map(micrograms)
}

fn nanograms_on(person: &Person, followed: &Followed, on: Date) -> Option<u64> {
    let since = followed.pump_since(on)?;
    // On the day on which the pump comes out for good or for a time, its last dose counts, not that nothing runs any more.
    let last_day = followed.spans.iter().any(|(_, to)| *to == on)
        && person
            .devices
            .iter()
            .any(|one| one.part == Part::Pump && one.out.is_some_and(|(out, _)| out == on));
    let stopped = |dose: &DoseFrom| last_day && dose.0 == on && dose.1 == 0;
    let running = person.doses.iter().rev().find(|dose| dose.0 <= on && !stopped(dose))?;
    (running.0 >= since).then_some(running.1)
}

#[expect(clippy::cast_precision_loss, reason = "doses are far below 2^53 ng")]
fn micrograms(nanograms: u64) -> f64 {
    nanograms as f64 / 1_000.0
}

fn day_of(visit: Visit, windows: &Windows, member: &Member<'_>) -> Option<Date> {
    match visit {
        Visit::Year(year) => member.followed.implanted?.checked_add(i64::from(year).years()).ok(),
        _ => {
            let (_, _, last) = visit.window(windows, &member.followed, member.person.titrated)?;
            Some(member.person.titrated.filter(|day| *day > member.followed.zero()).unwrap_or(last))
        }
    }
}

/// How the dose of these moves.
#[must_use]
pub fn doses(members: &[Member<'_>], windows: &Windows) -> Doses {
    let visits: Vec<Visit> = std::iter::once(Visit::Titrated).chain((1..=YEARS).map(Visit::Year)).collect();
    let line = |member: &Member<'_>| -> Vec<Option<u64>> {
        let at =
            |visit: &Visit| nanograms_on(member.person, &member.followed, day_of(*visit, windows, member)?);
        visits.iter().map(at).collect()
    };
    let seen: Vec<Vec<Option<u64>>> = members.iter().map(line).collect();
    let slopes: Vec<Option<(f64, usize)>> = seen.iter().map(|line| slope(line)).collect();
    let lines: Vec<Vec<Option<f64>>> =
        seen.into_iter().map(|line| line.into_iter().map(|dose| dose.map(micrograms)).collect()).collect();
    let at = visits.iter().enumerate().map(|(place, visit)| DoseAt {
        when: visit.words(),
        year: if let Visit::Year(year) = visit { Some(*year) } else { None },
        micrograms_per_day: compute::quartiles(lines.iter().filter_map(|line| *line.get(place)?)),
    });
    let mut rising: Vec<Rising> = members
        .iter()
        .zip(&slopes)
        .map(|(member, slope)| Rising {
            key: member.person.key.clone(),
            micrograms_per_day_per_year: slope.map(|(slope, _)| slope),
            doses: slope.map_or(0, |(_, doses)| doses),
            last_year: last_year(member, windows),
        })
        .filter(|rising| rising.steepest() > RISING_ABOVE)
        .collect();
    rising.sort_by(|one, other| {
        other.steepest().total_cmp(&one.steepest()).then_with(|| one.key.cmp(&other.key))
    });
    Doses {
        at: at.collect(),
        without_slope: slopes.iter().filter(|slope| slope.is_none()).count(),
        slopes: compute::quartiles(slopes.iter().flatten().map(|(slope, _)| *slope)),
        rising_above: RISING_ABOVE,
        rising,
        lines,
    }
}

/// How much more runs than a year before: a rise at the end is lost in a line through many years. Not while the dose is being
/// found.
fn last_year(member: &Member<'_>, windows: &Windows) -> Option<f64> {
    let (person, followed) = (member.person, &member.followed);
    let before = followed.until.checked_sub(1.year()).ok()?;
    // Whoever came with a system of unknown age came with a dose that had been found.
    let found =
        day_of(Visit::Titrated, windows, member).or(followed.implanted.is_none().then_some(followed.from))?;
    let (then, now) =
        (nanograms_on(person, followed, before)?, nanograms_on(person, followed, followed.until)?);
    (before >= found).then(|| micrograms(now) - micrograms(then))
}

/// The straight line through the doses at the anniversaries, by least squares; the dose after titration is none of them. From
/// whole numbers: a dose that never moves has a slope of 0, not of a rounding error.
fn slope(line: &[Option<u64>]) -> Option<(f64, usize)> {
    let points: Vec<(i128, i128)> = line
        .iter()
        .zip(0_i128..)
        .skip(1)
        .filter_map(|(dose, year)| Some((year, i128::from((*dose)?))))
        .collect();
    if points.len() < DOSES_LEAST {
        return None;
    }
    let count = i128::try_from(points.len()).ok()?;
    let sum = |of: fn(&(i128, i128)) -> i128| points.iter().map(of).sum::<i128>();
    let (years, doses) = (sum(|point| point.0), sum(|point| point.1));
    let along = count * sum(|(year, dose)| year * dose) - years * doses;
    let across = count * sum(|(year, _)| year * year) - years * years;
    #[expect(clippy::cast_precision_loss, reason = "the nearest double is what is asked for")]
    let slope = along as f64 / (across as f64 * 1_000.0);
    Some((slope, points.len()))
}
