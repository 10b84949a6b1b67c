//! The programming sheet of an order: what runs beside what is asked, what to type, and boxes to read it back.

use super::order_program::{Shown, bolus, rows, step_table, why};
use super::say::Said;
use super::{Ground, NotYet, Reader};
use documents::{Line, Paper, Part};
use pump::{BolusKind, PumpTime};
use therapy::act::{Act, Event, Method, Order, ProgramOrder, Report};
use therapy::outlook::Outlook;
use therapy::{OrderRecord, OrderState, Rule, dose_of, fold};
use twin::{civil, of};
use words::Worded;

/// Orders of a program, the latest first: their names and when they were signed.
pub(super) fn choices(on: &Ground<'_>) -> Vec<(String, Said)> {
    let orders = on.stand.course.orders.iter().rev().filter(|record| record.order.program.is_some());
    orders
        .map(|record| {
            let what = on.say.asked(&super::facts::asked(record.order));
            let at = on.at(record.event.at.unix);
            (record.event.id.clone(), Said::join([at, what], ": "))
        })
        .collect()
}

/// The order that is meant: the one that was asked for, or the last one.
fn record<'a>(on: &'a Ground<'_>) -> Result<&'a OrderRecord<'a>, NotYet> {
    let mut orders = on.stand.course.orders.iter().rev().filter(|record| record.order.program.is_some());
    let asked = on.asked.of.as_str();
    if asked.is_empty() {
        return orders.next().ok_or(NotYet("No order of a program has been signed for this pump."));
    }
    // A draft has no sheet: the second person must not read what to type.
    orders
        .find(|record| record.event.id == asked)
        .ok_or(NotYet("This is no signed order of a program for this pump. A draft has no sheet before everybody has signed."))
}

/// What confirmed an order in the pump.
fn confirmed<'a>(on: &'a Ground<'_>, order: &str) -> Option<(&'a Event, Method)> {
    on.chart.patient.file.events.iter().rev().find_map(|event| match &event.act {
        Act::Report(Report::Confirmed(seen)) if seen.order == order => Some((event, seen.method)),
        _ => None,
    })
}

/// The state of the order in large words.
fn state(on: &Ground<'_>, record: &OrderRecord<'_>) -> Said {
    let say = &on.say;
    match record.state {
        OrderState::Ordered => say.key("paper-state-ordered"),
        OrderState::Unknown => say.key("paper-state-unknown"),
        OrderState::NotEntered => say.key("paper-state-not-entered"),
        OrderState::Replaced => say.key("paper-state-replaced"),
        OrderState::Done => say.key("paper-state-done"),
        OrderState::Running => {
            let Some((event, method)) = confirmed(on, &record.event.id) else {
                // It runs, and the line that said so is gone: nothing more is claimed.
                return say.key("paper-state-unknown");
            };
            let at = on.at(event.at.unix);
            let how = match (method, &event.by) {
                (Method::Telemetry, _) => say.with("paper-state-how-telemetry", &[("at", at)]),
                (Method::ReadBack, Some(by)) => {
                    say.with("paper-state-how-read-back-by", &[("at", at), ("by", by.into())])
                }
                (Method::ReadBack, None) => say.with("paper-state-how-read-back", &[("at", at)]),
            };
            say.with("paper-state-running", &[("how", how)])
        }
    }
}

fn who_rows(on: &Ground<'_>, record: &OrderRecord<'_>, paper: &mut Paper) {
    let (say, event) = (&on.say, record.event);
    let by = confirmed(on, &event.id).filter(|_| record.state != OrderState::Unknown);
    paper.facts.extend([
        say.fact("paper-ordered-at", Some(on.at(event.at.unix))),
        say.fact("paper-ordered-by", event.by.as_ref().map(Said::from)),
    ]);
    // What the protocol did not ask for is left out, not called unknown.
    if let Some(second) = &event.second {
        paper.facts.push(say.fact("paper-checked-by", Some(second.into())));
    }
    if let Some((seen, _)) = by {
        paper.facts.push(say.fact("paper-entered-by", seen.by.as_ref().map(Said::from)));
    }
    if let Some(reason) = &event.reason {
        paper.facts.push(say.fact("paper-reason", Some(reason.into())));
    }
}

/// What to enter, beside what ran before.
fn settings(on: &Ground<'_>, order: &Order, program: &ProgramOrder, before: Option<&Shown<'_>>) -> Part {
    let say = &on.say;
    let after = Shown { run: &program.run, mode: program.mode, strength: program.concentration };
    let now = before.map(|before| rows(on, before)).unwrap_or_default();
    let cell = |key: &str| {
        let found = now.iter().find(|(known, _)| *known == key);
        found.map_or_else(Said::default, |(_, said)| said.clone())
    };
    let mut table: Vec<[Said; 3]> = Vec::new();
    let vial = order.refill.as_ref().map(|refill| refill.concentration).or(on.facts.vial);
    if let Some(vial) = vial {
        table.push([say.key("paper-strength-as-on-vial"), Said::from(""), say.strength(vial)]);
    }
    for (key, new) in rows(on, &after) {
        table.push([say.key(key), if before.is_some() { cell(key) } else { Said::from("\u{2014}") }, new]);
    }
    let change = before
        .map_or_else(|| say.key("paper-change-first"), |before| say.change(&before.dose(), &after.dose()));
    table.push([say.key("paper-visit-difference"), Said::from(""), change]);
    let achieved = dose_of(&program.achieved, program.concentration);
    if achieved != after.dose() {
        table.push([say.key("paper-achieved"), Said::from(""), say.dose(&achieved)]);
    }
    let told = [
        ("paper-reservoir-to-type", program.reservoir),
        ("paper-alarm-volume", program.alarm_volume),
        ("paper-tubing-volume", program.tubing),
    ];
    for (key, volume) in told {
        let said = volume.map(|volume| say.volume(&of(volume.quotient()), 6));
        table.extend(said.map(|said| [say.key(key), Said::from(""), said]));
    }
    let columns = ["paper-setting", "paper-now", "paper-new"];
    Part::Table {
        columns: columns.iter().map(|key| say.key(key).into()).collect(),
        rows: table.into_iter().map(|row| row.into_iter().map(Worded::from).collect()).collect(),
    }
}

/// Boluses before the base, each with what to type and why.
fn boluses(on: &Ground<'_>, record: &OrderRecord<'_>, program: &ProgramOrder) -> Vec<Part> {
    let say = &on.say;
    let mut parts = Vec::new();
    for one in program.run.boluses() {
        let (name, says) = bolus(on, one, program.concentration);
        parts.push(Part::Bullets(vec![Said::join([name, says], ": ").into()]));
        parts.push(Part::Paragraph(say.key(why(one.kind)).into()));
    }
    // What fills or bridges the line is worked out from what the catheter holds.
    let line = program.run.boluses().iter().any(|one| one.kind != BolusKind::Single);
    if let Some(catheter) = on.facts.catheter.as_ref().filter(|catheter| line && catheter.unverified) {
        let told = [say.key("paper-catheter-volume"), say.catheter_volume(catheter)];
        parts.push(Part::Paragraph(Said::join(told, ": ").into()));
    }
    let placed = on.chart.patient.line(&record.event.id);
    let found = placed.map(|placed| placed.line.judged.findings.as_slice()).unwrap_or_default();
    let missing = Rule::BridgeRequired.about().id;
    if found.iter().any(|said| said.rule == missing) {
        parts.push(Part::Paragraph(say.key("paper-bridge-missing").into()));
    }
    parts
}

/// The dates if the order is in the pump: as they are, or as they would be.
fn outlook(on: &Ground<'_>, record: &OrderRecord<'_>) -> Option<Outlook> {
    match record.state {
        OrderState::Running => on.stand.outlook.clone(),
        OrderState::Ordered | OrderState::Unknown => {
            let placed = on.chart.patient.line(&record.event.id)?;
            on.chart.patient.preview(&on.chart.rules, &placed.line.line).ok()?.after
        }
        OrderState::Replaced | OrderState::NotEntered | OrderState::Done => None,
    }
}

/// The sheet.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let record = record(on)?;
    let order = record.order;
    let program = order.program.as_ref().ok_or(NotYet("This order has no program."))?;
    let patient = &on.chart.patient;
    let place = patient.file.events.iter().position(|event| event.id == record.event.id);
    let earlier = patient.file.events.get(..place.unwrap_or_default()).unwrap_or_default();
    let course = fold(&patient.file, earlier, &on.chart.rules.catalogue)
        .map_err(|_| NotYet("The course before this order cannot be followed."))?;
    let ran = course.running();
    let before = ran.map(|ran| Shown { run: ran.asked, mode: ran.mode, strength: ran.concentration });
    let after = Shown { run: &program.run, mode: program.mode, strength: program.concentration };

    let mut paper = on.paper(say.key("paper-programming-sheet"), Reader::Staff);
    paper.warnings.insert(0, state(on, record).into());
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    let drug = order.refill.as_ref().map(|refill| refill.drug.as_str());
    let drug = drug.map(|id| {
        on.chart.rules.catalogue.drug(id).map_or_else(|| id.to_owned(), |known| known.name.clone())
    });
    let drug = drug.or_else(|| facts.drug.clone());
    paper.facts.push(say.fact("paper-drug-as-on-vial", drug.as_ref().map(Said::from)));
    who_rows(on, record, &mut paper);

    let mut enter = vec![settings(on, order, program, before.as_ref())];
    if dose_of(&program.achieved, program.concentration) != after.dose() {
        enter.push(Part::Paragraph(say.key("paper-achieved-why").into()));
    }
    paper.sections.push(on.section("paper-to-enter", enter));
    if let Some(refill) = &order.refill {
        let parts = [
            ("volume", say.volume(&of(refill.volume.quotient()), 6)),
            ("drug", drug.clone().unwrap_or_default().into()),
            ("strength", say.strength(refill.concentration)),
        ];
        let part = Part::Paragraph(say.with("paper-order-refill-says", &parts).into());
        paper.sections.push(on.section("paper-order-refill", vec![part]));
    }
    let first = boluses(on, record, program);
    if !first.is_empty() {
        paper.sections.push(on.section("paper-boluses", first));
    }
    paper.sections.extend(step_table(on, &after).map(|table| on.section("paper-steps", vec![table])));
    paper.sections.push(dates(on, record));
    paper.sections.push(read_back(on, program));
    Ok(paper)
}

fn dates(on: &Ground<'_>, record: &OrderRecord<'_>) -> documents::Section {
    let say = &on.say;
    let outlook = outlook(on, record);
    let forecast = outlook.as_ref().map(|outlook| &outlook.forecast);
    let day =
        |at: Option<PumpTime>| at.and_then(civil).map_or_else(|| say.not_known(), |at| say.date(at.date()));
    let by = forecast.and_then(|forecast| forecast.refill_by);
    let rows = vec![
        (say.key("paper-alarm-to-set"), Some(day(forecast.and_then(|it| it.alarm_at)))),
        (say.key("paper-refill-by"), Some(by.map_or_else(|| say.not_known(), |by| say.date(by.date)))),
        (say.key("paper-empty-about"), Some(day(forecast.and_then(|it| it.empty_at)))),
        (say.key("paper-empty-earliest"), Some(day(forecast.and_then(|it| it.early_empty_at)))),
    ];
    on.section("paper-dates-with-order", vec![on.pairs(["paper-what", "paper-value"], rows)])
}

/// Boxes for whoever reads the programmer back.
fn read_back(on: &Ground<'_>, program: &ProgramOrder) -> documents::Section {
    let say = &on.say;
    let with = program.run.boluses().iter().any(|bolus| bolus.kind != BolusKind::Single);
    let bridge = if with { "paper-box-bridge" } else { "paper-box-no-bridge" };
    let boxes = [
        "paper-box-drug",
        "paper-box-strength",
        "paper-box-mode",
        "paper-box-dose",
        bridge,
        "paper-box-alarm-date",
        "paper-box-running",
        "paper-box-patient-told",
        "paper-box-read-by",
    ];
    let boxes: Vec<Line> = boxes.iter().map(|key| say.key(key).into()).collect();
    let parts = vec![Part::Paragraph(say.key("paper-read-back-how").into()), Part::Boxes(boxes)];
    on.section("paper-read-back", parts)
}
