//! What the charts of a patient show, taken from the course and its twin. Times are on the course's clock, as its dates are.

use charts::{
    DoseHistory, Mark, MarkKind, Profile, ProfileSide, Reservoir, Sample, ScoreLine, ScorePanel, Threshold,
};
use jiff::civil::{Date, DateTime};
use practice::patient::{Patient, Stand};
use practice::summary::{Summary, micrograms};
use pump::PumpTime;
use scales::{Domain, Scale, Score, Values};
use std::collections::BTreeMap;
use therapy::act::{Act, Report};
use therapy::{Course, date_in_words, decimal};
use twin::{RBig, civil};

/// Fills whose cycle the chart of the reservoir shows, besides the present one.
const CYCLES_SHOWN: usize = 3;
/// Pieces of the line between two fills: programs change in between, and a flex week is no straight line.
const PIECES: i64 = 12;
/// Sites of one scale that are drawn apart; of more, the highest is.
const SITES_SHOWN: usize = 4;

const HOUR: i64 = 3_600;
const NANOLITRES_PER_MILLILITRE: u32 = 1_000_000;

/// A volume in mL for people: cut downward to a tenth, as a pump shows it.
pub(crate) fn millilitres(nanolitres: &RBig) -> String {
    decimal(&(nanolitres / RBig::from(NANOLITRES_PER_MILLILITRE)), 1)
}

/// A number for drawing only.
fn drawn(number: &str) -> f64 {
    number.parse().unwrap_or(f64::NAN)
}

/// The volume at a time; `before_fill` takes the last second before it.
fn volume_at(course: &Course<'_>, at: PumpTime, shown_at: PumpTime) -> Option<Sample> {
    let left = course.twin.as_ref()?.left_at(at);
    let exact = decimal(&(&left / RBig::from(NANOLITRES_PER_MILLILITRE)), 3);
    let words = format!("{}\u{a0}mL", millilitres(&left));
    Some(Sample { at: civil(shown_at)?, value: drawn(&exact), words })
}

/// From one time to another in even pieces, both ends included.
fn pieces(from: PumpTime, to: PumpTime) -> impl Iterator<Item = PumpTime> {
    let length = to.0.saturating_sub(from.0).max(0);
    (0..=PIECES)
        .map(move |piece| PumpTime(from.0 + length / PIECES * piece + length % PIECES * piece / PIECES))
}

/// When the reservoir was filled, or found as it was, with what was drawn from it by syringe.
fn fills(patient: &Patient, course: &Course<'_>, now: PumpTime) -> Vec<(PumpTime, Option<RBig>)> {
    let fill = |event: &therapy::act::Event| {
        let at = course.time(event.at);
        match &event.act {
            Act::Report(Report::Filled(fill)) => {
                let found = fill.withdrawn.and_then(|withdrawn| withdrawn.checked_add(fill.left).ok());
                Some((at, found.map(|volume| RBig::from(volume.nanolitres()))))
            }
            Act::Report(Report::Found(_)) => Some((at, None)),
            _ => None,
        }
    };
    patient.file.events.iter().filter_map(fill).filter(|(at, _)| *at <= now).collect()
}

/// The reservoir over the last cycles and to its end; `None` before the first fill.
pub(crate) fn reservoir(patient: &Patient, stand: &Stand<'_>, summary: &Summary) -> Option<Reservoir> {
    let course = &stand.course;
    let outlook = stand.outlook.as_ref()?;
    let fills = fills(patient, course, stand.now);
    let shown = fills.get(fills.len().saturating_sub(CYCLES_SHOWN + 1)..).unwrap_or_default();
    let mut past = Vec::new();
    let mut measured = Vec::new();
    for (index, (at, drawn_out)) in shown.iter().enumerate() {
        let next = shown.get(index + 1).map(|(next, _)| *next);
        // The last second before a fill belongs to the cycle that it ends, and is drawn at the fill.
        let last = next.map_or(stand.now, |next| PumpTime(next.0.saturating_sub(1)));
        for at in pieces(*at, last) {
            let place = if next.is_some() && at == last { next.unwrap_or(at) } else { at };
            past.extend(volume_at(course, at, place));
        }
        if let Some((volume, at)) = drawn_out.as_ref().zip(civil(*at)).filter(|_| index > 0) {
            let words = format!("{}\u{a0}mL", millilitres(volume));
            let value = drawn(&decimal(&(volume / RBig::from(NANOLITRES_PER_MILLILITRE)), 3));
            measured.push(Sample { at, value, words });
        }
    }
    let forecast = &outlook.forecast;
    let future = match forecast.empty_at.filter(|empty| *empty > stand.now) {
        Some(empty) => pieces(stand.now, empty).filter_map(|at| volume_at(course, at, at)).collect(),
        None => Vec::new(),
    };
    let day = |date: Date| date.at(12, 0, 0, 0);
    let mark = |kind, at: DateTime, what: &str| Mark {
        at,
        kind,
        label: format!("{what} {}", date_in_words(at.date())),
    };
    let mut marks = Vec::new();
    marks.extend(civil(stand.now).map(|at| mark(MarkKind::Now, at, "today")));
    marks.extend(summary.refill_by.map(|date| mark(MarkKind::RefillBy, day(date), "refill by")));
    marks.extend(forecast.alarm_at.and_then(civil).map(|at| mark(MarkKind::Alarm, at, "alarm")));
    marks.extend(forecast.empty_at.and_then(civil).map(|at| mark(MarkKind::Empty, at, "empty")));
    let visit = summary.visit.filter(|visit| civil(stand.now).is_some_and(|now| *visit >= now.date()));
    marks.extend(visit.map(|date| mark(MarkKind::Visit, day(date), "visit")));
    let alarm = RBig::from(course.alarm_volume.nanolitres());
    let alarm_words = millilitres(&alarm);
    Some(Reservoir {
        title: "Volume in the reservoir".to_owned(),
        past,
        future,
        measured,
        alarm_volume: Some(Threshold {
            value: drawn(&decimal(&(alarm / RBig::from(NANOLITRES_PER_MILLILITRE)), 3)),
            label: format!("low-reservoir alarm at {alarm_words}\u{a0}mL"),
        }),
        marks,
    })
}

/// The programs that were seen running, each with its dose per 24 hours, against scores of tone and spasms.
pub(crate) fn dose_history(stand: &Stand<'_>) -> Option<DoseHistory> {
    let course = &stand.course;
    if course.programs.is_empty() {
        return None;
    }
    let dose = course.programs.iter().filter_map(|running| {
        let number = micrograms(&running.dose_per_day());
        let words = format!("{number}\u{a0}micrograms per 24\u{a0}h, {}", running.mode);
        Some(Sample { at: civil(running.since)?, value: drawn(&number), words })
    });
    let scales = [Domain::Tone, Domain::Spasm];
    Some(DoseHistory {
        title: "Dose per 24 hours, with tone and spasms".to_owned(),
        dose: dose.collect(),
        until: civil(stand.now),
        scores: score_panels(&course.scores, |scale| scales.contains(&scale.domain()), SITES_SHOWN),
        marks: Vec::new(),
    })
}

/// Scores by scale, a line for each site or goal: variants of a scale are scales of their own. Of more than `sites` sites
/// the highest grade of each day is drawn.
pub(crate) fn score_panels(
    scores: &[(PumpTime, Score)],
    wanted: impl Fn(Scale) -> bool,
    sites: usize,
) -> Vec<ScorePanel> {
    let mut by_scale: BTreeMap<Scale, Vec<(DateTime, &Score)>> = BTreeMap::new();
    for (at, score) in scores.iter().filter(|(_, score)| wanted(score.scale())) {
        if let Some(at) = civil(*at) {
            by_scale.entry(score.scale()).or_default().push((at, score));
        }
    }
    by_scale.into_iter().map(|(scale, scores)| panel(scale, &scores, sites)).collect()
}

fn panel(scale: Scale, scores: &[(DateTime, &Score)], sites: usize) -> ScorePanel {
    let levels = match scale.values() {
        Values::Grades(_) => scale.grades(),
        Values::Range { .. } => Vec::new(),
    };
    let sample = |(at, score): &(DateTime, &Score)| {
        let value = if levels.is_empty() {
            f64::from(score.ordinal_tenths()) / 10.0
        } else {
            f64::from(score.rank())
        };
        Sample { at: *at, value, words: score.value() }
    };
    let mut by_site: BTreeMap<String, Vec<Sample>> = BTreeMap::new();
    for score in scores {
        by_site.entry(line_name(score.1)).or_default().push(sample(score));
    }
    let lines = if by_site.len() > sites {
        let mut highest: BTreeMap<Date, (DateTime, &Score)> = BTreeMap::new();
        for score in scores {
            let kept = highest.entry(score.0.date()).or_insert(*score);
            if score.1.rank() > kept.1.rank() {
                *kept = *score;
            }
        }
        let name = format!("highest of {} sites", by_site.len());
        vec![ScoreLine { name, samples: highest.values().map(sample).collect() }]
    } else {
        by_site.into_iter().map(|(name, samples)| ScoreLine { name, samples }).collect()
    };
    ScorePanel { heading: scale.name().to_owned(), levels, lines }
}

/// The site or the goal; the site was not recorded, or the scale has none.
pub(crate) fn line_name(score: &Score) -> String {
    match (score.site(), score.goal()) {
        (Some(site), _) => site.name(),
        (None, Some(goal)) => goal.to_owned(),
        (None, None) if score.scale().sites().all().is_empty() => score.scale().name().to_owned(),
        (None, None) => "site not recorded".to_owned(),
    }
}

/// What the pump is told to give in each hour of this day, by its own clock; `None` if nothing was programmed.
pub(crate) fn today(stand: &Stand<'_>) -> Option<Profile> {
    let course = &stand.course;
    let twin = course.twin.as_ref()?;
    course.running()?;
    let midnight = stand.now.0 - stand.now.0.rem_euclid(24 * HOUR);
    let hours: Vec<RBig> = (0..24)
        .map(|hour| {
            let from = PumpTime(midnight + hour * HOUR);
            twin.programmed(from, PumpTime(from.0 + HOUR))
        })
        .collect();
    let total = hours.iter().fold(RBig::ZERO, |sum, hour| sum + hour);
    let words: Vec<String> = hours.iter().map(micrograms).collect();
    let hourly: Vec<f64> = words.iter().map(|words| drawn(words)).collect();
    let rate = hourly.iter().zip(0_u32..).map(|(rate, hour)| (f64::from(hour), *rate)).collect();
    Some(Profile {
        title: "Programmed for today, hour by hour".to_owned(),
        before: None,
        after: ProfileSide {
            name: String::new(),
            total: format!("{}\u{a0}micrograms per 24\u{a0}h", micrograms(&total)),
            hourly,
            hourly_words: words.into_iter().map(|words| format!("{words}\u{a0}micrograms")).collect(),
            rate,
        },
    })
}
