//! The values of a cohort on each measure, visit by visit.

use super::followed::Followed;
use super::measure::{Days, Measure, Steps};
use super::row::Person;
use super::visit::{Missing, VISITS, Visit, Windows};
use jiff::civil::Date;
use rayon::prelude::*;
use scales::Scale;

/// A person of the cohort with the time under the therapy.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Who.
    pub person: &'a Person,
    /// When.
    pub followed: Followed,
}

/// A value that was chosen for a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// Of which day.
    pub on: Date,
    /// The value.
    pub value: Steps,
}

/// The values of one person on one measure, one for each of [`VISITS`].
pub type Values = [Result<Chosen, Missing>; VISITS.len()];

/// The values of a cohort on one measure.
#[derive(Debug, Clone)]
pub struct Series {
    /// The measure.
    pub measure: Measure,
    /// One for each member of the cohort, in its order.
    pub lines: Vec<Values>,
}

impl Series {
    /// Where a visit stands among [`VISITS`].
    fn place(visit: Visit) -> usize {
        VISITS.iter().position(|known| *known == visit).unwrap_or_default()
    }

    /// The values of a visit, one for each member.
    pub fn at(&self, visit: Visit) -> impl Iterator<Item = Result<Chosen, Missing>> + '_ {
        let place = Self::place(visit);
        self.lines.iter().map(move |line| line.get(place).copied().unwrap_or(Err(Missing::NotRated)))
    }

    /// Members who have both values, as (earlier, later).
    pub fn pairs(&self, earlier: Visit, later: Visit) -> impl Iterator<Item = (Steps, Steps)> + '_ {
        self.at(earlier)
            .zip(self.at(later))
            .filter_map(|(one, other)| Some((one.ok()?.value, other.ok()?.value)))
    }
}

/// The values of every measure that anybody of the cohort was rated on.
#[must_use]
pub fn series(members: &[Member<'_>], windows: &Windows) -> Vec<Series> {
    let by_person: Vec<Vec<(Measure, Values)>> =
        members.par_iter().map(|member| of_person(member, windows)).collect();
    let mut measures: Vec<Measure> =
        by_person.iter().flat_map(|own| own.iter().map(|(measure, _)| *measure)).collect();
    measures.sort();
    measures.dedup();
    let series = |measure: Measure| {
        let line = |(own, member): (&Vec<(Measure, Values)>, &Member<'_>)| {
            let found = own.iter().find(|(known, _)| *known == measure).map(|(_, values)| *values);
            found.unwrap_or_else(|| choose(&Days::default(), measure, member, windows))
        };
        Series { measure, lines: by_person.iter().zip(members).map(line).collect() }
    };
    let mut all: Vec<Series> = measures.into_par_iter().map(series).collect();
    without_spasms(&mut all);
    all
}

/// The severity of spasms is rated only of spasms that happen: where their frequency is 0 at a visit, nobody forgot it. Otherwise
/// those who do best would be missing without a reason.
fn without_spasms(all: &mut [Series]) {
    let of = |scale: Scale| all.iter().position(|series| series.measure.scale == scale);
    let (Some(frequency), Some(severity)) = (of(Scale::PennSpasmFrequency), of(Scale::PennSpasmSeverity))
    else {
        return;
    };
    let Some(none): Option<Vec<Vec<bool>>> = all.get(frequency).map(|series| {
        let is_none = |value: &Result<Chosen, Missing>| value.is_ok_and(|chosen| chosen.value == 0);
        series.lines.iter().map(|line| line.iter().map(is_none).collect()).collect()
    }) else {
        return;
    };
    let Some(severity) = all.get_mut(severity) else { return };
    for (line, none) in severity.lines.iter_mut().zip(&none) {
        for (value, none) in line.iter_mut().zip(none) {
            if *none && *value == Err(Missing::NotRated) {
                *value = Err(Missing::NoSpasms);
            }
        }
    }
}

fn of_person(member: &Member<'_>, windows: &Windows) -> Vec<(Measure, Values)> {
    // A person is rated on a few measures: a list is quicker than a tree.
    let mut days: Vec<(Measure, Days)> = Vec::new();
    for scored in &member.person.scores {
        let Some(measure) = Measure::of(scored) else { continue };
        match days.iter_mut().find(|(known, _)| *known == measure) {
            Some((_, days)) => days.take(scored),
            None => {
                let mut first = Days::default();
                first.take(scored);
                days.push((measure, first));
            }
        }
    }
    days.into_iter().map(|(measure, days)| (measure, choose(&days, measure, member, windows))).collect()
}

/// The sites that count are those of the day chosen for "before"; without one, those of the first day rated at all. A later
/// day counts if at least 80 % of them were rated.
fn choose(days: &Days, measure: Measure, member: &Member<'_>, windows: &Windows) -> Values {
    let titrated = member.person.titrated;
    let before = Visit::Before.choose(windows, &member.followed, titrated, days.all().map(|day| (day, true)));
    let sites = before.ok().or_else(|| days.all().next()).map(|day| days.sites(day)).unwrap_or_default();
    let rated: Vec<(Date, bool)> = days.rated(&sites).collect();
    VISITS.map(|visit| {
        let on = if visit == Visit::Before {
            before?
        } else {
            visit.choose(windows, &member.followed, titrated, rated.iter().copied())?
        };
        let value = days.value(measure.scale, on, &sites).ok_or(Missing::NotRated)?;
        Ok(Chosen { on, value })
    })
}
