//! What is in the pump and the line, and what was asked, told and received.

use super::{Rows, row, text};
use pump::PumpTime;
use quantity::SECONDS_PER_DAY;
use therapy::Value;
use therapy::audit::Audit;
use twin::{RBig, Slug, Twin};

pub(super) fn slugs(slugs: &[Slug]) -> String {
    let mut joined: Vec<Slug> = Vec::new();
    for slug in slugs {
        match joined.last_mut() {
            Some(last) if last.concentration == slug.concentration => last.volume += &slug.volume,
            _ => joined.push(slug.clone()),
        }
    }
    let one = |slug: &Slug| {
        let volume = short(Value::Volume(slug.volume.clone()));
        if slug.concentration == RBig::ZERO {
            return format!("{volume} without drug");
        }
        format!("{volume} of {}", short(Value::Concentration(slug.concentration.clone())))
    };
    if joined.is_empty() {
        "nothing".to_owned()
    } else {
        joined.iter().map(one).collect::<Vec<_>>().join(", then ")
    }
}

pub(super) fn fluid(audit: &Audit<'_>, twin: &Twin<'_>) -> Rows {
    let now = audit.now;
    let mut rows = Rows::new();
    let left = short(Value::Volume(twin.left_at(now)));
    let fill = Value::Volume(twin.fill_volume().clone());
    let strength = short(Value::Concentration(twin.reservoir_concentration()));
    row(&mut rows, "Reservoir", format!("{left} left of {fill}, {strength} (calculated, not measured)"));
    row(&mut rows, "Catheter, from its tip", slugs(&twin.catheter_at(now)));
    row(&mut rows, "Tubing, from the catheter", slugs(&twin.tubing_at(now)));
    if let Some(strokes) = twin.strokes_by(now).filter(|strokes| *strokes > 0) {
        row(&mut rows, "Strokes of this program", strokes.to_string());
    }
    rows
}

/// What reaches the patient in the next 24 hours if nothing changes, and a mark where that is not what was asked.
pub(super) fn now(audit: &Audit<'_>, twin: &Twin<'_>) -> String {
    let [_, (_, from, to), _] = windows(audit);
    let (asked, received) = (audit.course.asked(from, to), twin.received(from, to).drug);
    let words = |mass: &RBig| short(Value::Mass(mass.clone())).to_string();
    let off = if received > asked { &received - &asked } else { &asked - &received };
    if let Some(gap) = audit.course.interruptions.iter().find(|gap| gap.until.is_none() && !gap.lasts) {
        return format!("!! NOT KNOWN ({}); {} by calculation", gap.cause, words(&received));
    }
    // One part in twenty is less than any step of a titration.
    if off * RBig::from(20) > asked {
        return format!("!! {} in the next 24 hours, not the {} asked", words(&received), words(&asked));
    }
    format!("{} in the next 24 hours", words(&received))
}

/// A few windows: (name, from, to). What came before the record is not known, so the first begins no earlier.
pub(super) fn windows(audit: &Audit<'_>) -> [(&'static str, PumpTime, PumpTime); 3] {
    let day = i64::try_from(SECONDS_PER_DAY).unwrap_or(i64::MAX);
    let now = audit.now;
    let at = |days: i64| PumpTime(now.0.saturating_add(days.saturating_mul(day)));
    let course = &audit.course;
    let begins = course.implanted_at.or_else(|| course.programs.first().map(|program| program.since));
    let past = match begins.filter(|begins| *begins > at(-1)) {
        Some(begins) => ("since the record begins", begins, now),
        None => ("last 24 hours", at(-1), now),
    };
    [past, ("next 24 hours", now, at(1)), ("the 24 hours after 7 days", at(7), at(8))]
}

pub(super) fn received(audit: &Audit<'_>, twin: &Twin<'_>) -> String {
    let words = |mass: RBig| short(Value::Mass(mass)).to_string();
    let rows: Vec<Vec<String>> = windows(audit)
        .into_iter()
        .map(|(name, from, to)| {
            vec![
                name.to_owned(),
                words(audit.course.asked(from, to)),
                words(twin.programmed(from, to)),
                words(twin.received(from, to).drug),
            ]
        })
        .collect();
    text::table_at(&["In", "asked", "told to the pump", "reaches the patient"], &rows, 2)
}

/// A value cut to as many decimals as people can use: 3 of a mL, 2 of a microgram.
pub(super) fn short(value: Value) -> Value {
    let cut = |value: &RBig, step: u32| RBig::from((value / RBig::from(step)).trunc()) * RBig::from(step);
    match value {
        Value::Volume(nanolitres) => Value::Volume(cut(&nanolitres, 1_000)),
        Value::Mass(nanograms) => Value::Mass(cut(&nanograms, 10)),
        Value::Concentration(strength) => Value::Concentration(cut(&strength, 100)),
        other => other,
    }
}
