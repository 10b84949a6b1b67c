//! An order of the record as the complete object that a pump accepts, and what a pump runs as a line of the record.

use super::{Reading, running_words};
use crate::patient::{Patient, Stand};
use pump::{FillPart, ORDER_VERSION, Order, ProgramPart, Running, Text, What};
use quantity::{Concentration, Volume};
use record::unhex;
use serde_json::{Value, json};
use therapy::act::Act;
use therapy::{decimal, dose_of, expected_volume};
use twin::RBig;

/// How long an order may be entered once it has been sent, on the pump's clock.
const ENTERED_WITHIN_SECONDS: i64 = 600;

/// Why an order of the record is not sent to a pump.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// It holds no program.
    #[error("this order holds no program")]
    NoProgram,
    /// Nobody has said which drug the pump holds.
    #[error("the record does not say which drug the pump holds: record the fill first")]
    NoDrug,
    /// A name is too long for the pump.
    #[error("{what} is too long for the pump: {why}")]
    TooLong {
        /// Which.
        what: &'static str,
        /// What fits.
        why: String,
    },
    /// The pump runs something else than the record says.
    #[error("the pump runs something else than the record says: compare the two and settle that first")]
    Differs,
    /// It was not signed.
    #[error("the order has no digest that was signed")]
    NotSigned,
    /// The record did not take that it was sent.
    #[error("{0}")]
    NotFiled(String),
}

fn text<const N: usize>(what: &'static str, text: &str) -> Result<Text<N>, NotSent> {
    Text::new(text).map_err(|error| NotSent::TooLong { what, why: error.to_string() })
}

/// What the pump is to reckon with: a fill that goes with the order, or, if it knows of none yet, what the record calculates.
fn fill(stand: &Stand<'_>, reading: Reading<'_>, ordered: Option<Volume>, alarm: Volume) -> Option<FillPart> {
    let calculated = || {
        stand
            .course
            .twin
            .as_ref()
            .filter(|_| reading.status.fill.is_none())
            .map(|twin| expected_volume(twin, stand.now))
    };
    let volume = ordered.or_else(calculated)?;
    // An alarm above the fill would sound at once, for as long as it lasts.
    let alarm_volume_nanolitres = alarm.nanolitres().min(volume.nanolitres());
    Some(FillPart { volume_nanolitres: volume.nanolitres(), alarm_volume_nanolitres })
}

/// The order as the pump accepts it: `name` is its name in the record, `line` its line, `act` what was read of it.
///
/// # Errors
/// [`NotSent`].
pub fn object(
    patient: &Patient,
    stand: &Stand<'_>,
    reading: Reading<'_>,
    name: &str,
    line: &Value,
    act: &Act,
) -> Result<Order, NotSent> {
    let Act::Order(order) = act else { return Err(NotSent::NoProgram) };
    let program = order.program.as_ref().ok_or(NotSent::NoProgram)?;
    let drug = order.refill.as_ref().map(|refill| refill.drug.as_str());
    let drug = drug.or_else(|| stand.course.reservoir.as_ref().map(|reservoir| reservoir.drug));
    let ordered = program.reservoir.or_else(|| order.refill.as_ref().map(|refill| refill.volume));
    let alarm = program.alarm_volume.unwrap_or(stand.course.alarm_volume);
    let part = ProgramPart::of(
        &program.achieved,
        text("the drug's name", drug.ok_or(NotSent::NoDrug)?)?,
        program.concentration.nanograms_per_millilitre(),
        fill(stand, reading, ordered, alarm),
    );
    let part = part.map_err(|error| NotSent::TooLong { what: "the program", why: error.to_string() })?;
    let signed = patient.line(name).and_then(|placed| unhex(&placed.line.judged.digest));
    let said = |key: &str| line.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let status = reading.status;
    Ok(Order {
        version: ORDER_VERSION,
        serial: status.serial.clone(),
        counter: status.counter.saturating_add(1),
        id: text("the order's name", name)?,
        record_digest: signed.ok_or(NotSent::NotSigned)?,
        prescribed_by: text("the prescriber's name", said("by").unwrap_or_default())?,
        checked_by: said("second").map(|by| text("the second person's name", by)).transpose()?,
        not_before: status.now.saturating_sub(ENTERED_WITHIN_SECONDS),
        expires_at: status.now.saturating_add(ENTERED_WITHIN_SECONDS),
        what: What::Program(part),
    })
}

/// Mode of a base in the word of the record.
#[must_use]
pub const fn mode(part: &ProgramPart) -> &'static str {
    match part.base {
        pump::BasePart::Continuous(_) => "continuous",
        pump::BasePart::Flex(_) => "flex",
        pump::BasePart::MinimumRate => "minimum-rate",
        pump::BasePart::Stopped => "stopped",
    }
}

/// The program that a pump runs, with its strength; `None` if it runs none that can be built.
#[must_use]
pub fn program(reading: Reading<'_>) -> Option<(&ProgramPart, pump::Program, Concentration)> {
    let What::Program(part) = &reading.committed?.what else { return None };
    let program = part.program(reading.status.minimum_rate).ok()?;
    let strength =
        Concentration::from_nanograms_per_millilitre(part.concentration_nanograms_per_millilitre).ok()?;
    Some((part, program, strength))
}

/// Whether the pump delivers what its program says.
#[must_use]
pub fn runs(reading: Reading<'_>) -> bool {
    reading.status.running == Running::Program
}

/// The confirmation of an order that was seen in the pump, at a time as lines have it; `None` if it runs no program.
#[must_use]
pub fn confirmation(reading: Reading<'_>, name: &str, at: &str) -> Option<Value> {
    let (part, program, strength) = program(reading)?;
    let total = dose_of(&program, strength) / RBig::from(1_000);
    let running = runs(reading) && !program.is_stopped();
    Some(json!({
        "at": at,
        "confirmed": {
            "order": name,
            "method": "telemetry",
            "drug": part.drug.as_str(),
            "concentration": strength.data().to_string(),
            "mode": mode(part),
            "total": format!("{} ug/d", decimal(&total, 3)),
            "running": running,
        }
    }))
}

/// What is filed of an order of which nobody knew whether it was entered, once the pump was read and holds it. `sent_at` is when the
/// record says that it was sent, both in seconds since 1970; `written` makes a time as lines have it.
///
/// An order that runs is confirmed now. One that has begun and is held back, or has ended in the safe state, is confirmed from when it
/// began, and the interruption with it: no later reading could say more of it.
#[must_use]
pub fn settling(
    reading: Reading<'_>,
    name: &str,
    sent_at: i64,
    now: i64,
    written: impl Fn(i64) -> String,
) -> Vec<Value> {
    let status = reading.status;
    let stopped = program(reading).is_none_or(|(_, program, _)| program.is_stopped());
    if runs(reading) || stopped {
        return confirmation(reading, name, &written(now)).into_iter().collect();
    }
    // By how long ago it was on the pump's clock; never before it was sent.
    let on_ours = |at: i64| now.saturating_sub(status.now.saturating_sub(at)).max(sent_at).min(now);
    let since = status.committed.as_ref().map_or(now, |marks| on_ours(marks.since));
    let until = status.epitaph.map(|epitaph| epitaph.at).or_else(|| status.hold.map(|hold| hold.since));
    let mut gap = json!({ "cause": running_words(status.running) });
    if let (Some(until), Some(fields)) = (until, gap.as_object_mut()) {
        fields.insert("from".to_owned(), Value::String(written(on_ours(until).max(since))));
    }
    let mut lines: Vec<Value> = confirmation(reading, name, &written(since)).into_iter().collect();
    for line in &mut lines {
        if let Some(running) = line.pointer_mut("/confirmed/running") {
            *running = Value::Bool(true);
        }
    }
    lines.push(json!({ "at": written(now), "gap": gap }));
    lines
}
