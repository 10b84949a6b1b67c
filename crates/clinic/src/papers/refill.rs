//! The record of a refill: what was expected and found, what was filled, and the dates that follow.

use super::say::Said;
use super::{Ground, NotYet, Reader};
use documents::{Paper, Part, Signature};
use practice::patient::Stand;
use quantity::Volume;
use therapy::act::{Act, Event, Fill, Report};
use therapy::calculators::residual::{Attention, Class, Input, residual, threshold};
use therapy::{Level, expected_volume, outlook};
use twin::{RBig, civil, of};

/// Refills of this pump, the latest first.
fn fills<'a>(on: &'a Ground<'_>) -> impl Iterator<Item = (&'a Event, &'a Fill)> {
    on.chart.patient.file.events.iter().rev().filter_map(|event| match &event.act {
        Act::Report(Report::Filled(fill)) => Some((event, fill)),
        _ => None,
    })
}

/// Refills to choose from, the latest first.
pub(super) fn choices(on: &Ground<'_>) -> Vec<(String, Said)> {
    let one = |(event, fill): (&Event, &Fill)| {
        let volume = on.say.volume(&of(fill.volume.quotient()), 6);
        (event.id.clone(), Said::join([on.at(event.at.unix), volume], ": "))
    };
    fills(on).map(one).collect()
}

/// What was found against what was expected.
pub(super) struct Found {
    pub(super) expected: Volume,
    pub(super) measured: Option<Volume>,
    difference: Option<RBig>,
    threshold: Volume,
    means: &'static str,
    /// Whether a rule stopped the refill until somebody dealt with it.
    stops: bool,
}

/// What was found at a refill; `None` before the first fill, when there is nothing to compare with.
pub(super) fn found(on: &Ground<'_>, event: &Event, fill: &Fill) -> Option<Found> {
    let chart = on.chart;
    // The pump as it was right before.
    let stand: Stand<'_> = chart.patient.stand(&chart.rules, event.at.unix.saturating_sub(1)).ok()?;
    let (twin, reservoir) = stand.course.twin.as_ref().zip(stand.course.reservoir.as_ref())?;
    let calculated = expected_volume(twin, stand.now);
    let threshold = threshold(&chart.rules.protocol, reservoir.fill);
    let Some(withdrawn) = fill.withdrawn else {
        let none = Found {
            expected: calculated,
            measured: None,
            difference: None,
            threshold,
            means: "paper-not-measured",
            stops: false,
        };
        return Some(none);
    };
    let measured = withdrawn.checked_add(fill.left).ok()?;
    let expected = stand.course.expected_near(stand.now, measured).unwrap_or(calculated);
    let (accuracy, _) = outlook::accuracy(&stand.course, &chart.rules.setting());
    let (judged, findings) =
        residual(&Input { fill: reservoir.fill, expected, measured, accuracy, threshold });
    let means = match (judged.class, judged.level) {
        (_, Attention::None) => "paper-means-fits",
        (Class::MoreLeft, _) if measured > reservoir.fill => "paper-means-more-than-filled",
        (Class::MoreLeft, _) => "paper-means-more",
        _ => "paper-means-less",
    };
    Some(Found {
        expected,
        measured: Some(measured),
        difference: Some(judged.difference),
        threshold,
        means,
        stops: findings.iter().any(|finding| finding.level == Level::Hard),
    })
}

impl Found {
    /// The rows of it.
    pub(super) fn rows(&self, on: &Ground<'_>) -> Vec<(Said, Option<Said>)> {
        let say = &on.say;
        let volume = |volume: Volume, places| say.volume(&of(volume.quotient()), places);
        let measured =
            self.measured.map_or_else(|| say.key("paper-not-measured"), |measured| volume(measured, 2));
        let difference = self.difference.as_ref().map(|difference| {
            let sized = |key: &str, size: &RBig| say.with(key, &[("volume", say.volume(size, 2))]);
            match difference {
                none if none.is_zero() => say.key("paper-difference-none"),
                more if *more > RBig::ZERO => sized("paper-difference-more", more),
                less => sized("paper-difference-less", &-less.clone()),
            }
        });
        vec![
            (say.key("paper-expected"), Some(volume(self.expected, 1))),
            (say.key("paper-measured"), Some(measured)),
            (say.key("paper-difference"), difference),
            (say.key("paper-threshold"), Some(volume(self.threshold, 2))),
            (say.key("paper-means"), self.measured.map(|_| say.key(self.means))),
        ]
    }
}

fn found_section(on: &Ground<'_>, event: &Event, fill: &Fill) -> Vec<Part> {
    let say = &on.say;
    let volume = |volume: Volume| say.volume(&of(volume.quotient()), 6);
    let mut rows = vec![
        (say.key("paper-withdrawn"), fill.withdrawn.map(volume)),
        (say.key("paper-left"), fill.withdrawn.map(|_| volume(fill.left))),
    ];
    let Some(found) = found(on, event, fill) else {
        return vec![Part::Paragraph(say.key("paper-means-first").into())];
    };
    rows.extend(found.rows(on));
    let mut parts = vec![on.pairs(["paper-what", "paper-value"], rows)];
    let stop = if found.stops { "paper-stop-rule-says" } else { "paper-stop-rule-none" };
    if found.measured.is_some() {
        parts.push(Part::Paragraph(Said::join([say.key("paper-stop-rule"), say.key(stop)], ": ").into()));
    }
    if let Some(reason) = &event.reason {
        let dealt = Said::join([say.key("paper-dealt-with"), reason.into()], ": ");
        parts.push(Part::Paragraph(dealt.into()));
    }
    parts
}

/// The dates that followed: as they are for the last refill, as they were at the end of its day for an earlier one.
fn dates(on: &Ground<'_>, event: &Event, is_last: bool) -> Vec<(Said, Option<Said>)> {
    let (chart, say) = (on.chart, &on.say);
    let day_end = on.day_of(event.at.unix).and_then(|day| day.tomorrow().ok());
    let until = day_end.map(|day| practice::worklist::day_begins(day, &chart.page.zone).saturating_sub(1));
    let then = until.filter(|_| !is_last).map(|until| until.min(chart.page.now));
    let then = then.and_then(|until| chart.patient.stand(&chart.rules, until).ok());
    let stand = then.as_ref().unwrap_or(on.stand);
    let forecast = stand.outlook.as_ref().map(|outlook| &outlook.forecast);
    // Without a program that was seen to run nobody knows.
    let forecast = forecast.filter(|_| stand.course.running().is_some());
    let day = |at: Option<pump::PumpTime>| {
        at.and_then(civil).map_or_else(|| say.not_known(), |at| say.date(at.date()))
    };
    let by = forecast.and_then(|forecast| forecast.refill_by);
    vec![
        (say.key("paper-refill-by"), Some(by.map_or_else(|| say.not_known(), |by| say.date(by.date)))),
        (say.key("paper-alarm-on"), Some(day(forecast.and_then(|it| it.alarm_at)))),
        (say.key("paper-empty-about"), Some(day(forecast.and_then(|it| it.empty_at)))),
        (say.key("paper-empty-earliest"), Some(day(forecast.and_then(|it| it.early_empty_at)))),
    ]
}

/// The record.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let mut all = fills(on);
    let last = all.next().ok_or(NotYet("No refill of this pump is on record."))?;
    let asked = on.asked.of.as_str();
    let chosen = if asked.is_empty() || last.0.id == asked {
        Some(last)
    } else {
        all.find(|(event, _)| event.id == asked)
    };
    let (event, fill) = chosen.ok_or(NotYet("This is no refill of this pump."))?;
    let is_last = event.id == last.0.id;
    let date = on.day_of(event.at.unix).map_or_else(|| say.not_known(), |day| say.date(day));

    let heading = Said::join([say.key("paper-refill-record"), date.clone()], " \u{2013} ");
    let mut paper = on.paper(heading, Reader::Staff);
    paper.version = say.with("paper-refill-of", &[("date", date)]).into();
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.push(say.fact("paper-recorded-at", Some(on.at(event.at.unix))));
    paper.sections.push(on.section("paper-found", found_section(on, event, fill)));
    let product = on.chart.rules.catalogue.drug(&fill.drug);
    let product = product.map_or_else(|| fill.drug.clone(), |known| known.name.clone());
    let volume = |volume: Volume| say.volume(&of(volume.quotient()), 6);
    let filled = vec![
        (say.key("paper-product"), Some(Said::from(product))),
        (say.key("paper-strength-as-on-vial"), Some(say.strength(fill.concentration))),
        (say.key("paper-lot"), fill.lot.as_ref().map(Said::from)),
        (say.key("paper-expires"), fill.expires.map(|until| say.date(until))),
        (say.key("paper-volume-filled"), Some(volume(fill.volume))),
        (say.key("paper-alarm-volume"), fill.alarm_volume.map(volume)),
    ];
    let mut parts = vec![on.pairs(["paper-what", "paper-value"], filled)];
    let told = facts.program.as_ref().map(|seen| seen.told).filter(|_| is_last);
    if told.is_some_and(|told| told != fill.concentration) {
        parts.push(Part::Paragraph(say.key("paper-strength-changed").into()));
    }
    paper.sections.push(on.section("paper-filled", parts));
    let dates = on.pairs(["paper-what", "paper-value"], dates(on, event, is_last));
    paper.sections.push(on.section("paper-dates-after", vec![dates]));
    paper.signature = event.by.as_ref().map(|by| Signature {
        name: by.clone(),
        role: say.key("paper-role-as-recorded").into(),
        signed: on.at(event.at.unix).into(),
    });
    Ok(paper)
}
