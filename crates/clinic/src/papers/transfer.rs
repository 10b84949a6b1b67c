//! The transfer letter: the whole story, for another clinic.

use super::say::Said;
use super::{Ground, NotYet, Reader, scores};
use crate::patient::sentence;
use documents::{Line, Paper, Part, Section};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;
use therapy::OrderState;
use therapy::act::{Act, Report};
use twin::of;
use words::Worded;

/// The letter.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let patient = &on.chart.patient;
    if facts.pump.is_none() && patient.path.trial.given.is_empty() && patient.lines.is_empty() {
        return Err(NotYet("There is nothing of the therapy on record yet."));
    }
    let mut paper = on.paper(say.key("paper-transfer-letter"), Reader::Staff);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-diagnosis", Some(say.diagnosis(&facts.diagnosis))));
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    if let Some(catheter) = &facts.catheter {
        let volume = say.catheter_volume(catheter);
        let name = catheter.name.as_ref().map(Said::from);
        let all = Said::join(name.into_iter().chain([volume]), ", ");
        paper.facts.push(say.fact("paper-catheter", Some(all)));
        paper.facts.push(say.fact("paper-tip", catheter.tip.as_ref().map(Said::from)));
    }
    paper.facts.extend(say.program_facts(facts));
    paper.facts.push(say.fact("paper-reservoir-now", facts.left.as_ref().map(|left| say.volume(left, 1))));
    paper.facts.extend(say.date_facts(facts));
    paper.facts.push(say.fact("paper-medicines", Some(say.in_a_row(say.medicines(facts)))));
    paper.facts.push(say.fact("paper-allergies", Some(say.in_a_row(super::say::Say::allergies(facts)))));
    paper.sections = vec![orders(on), story(on)];
    if let Some(seen) = facts.program.as_ref().filter(|seen| !seen.steps.is_empty()) {
        paper.sections.push(on.section("paper-steps", vec![say.steps(&seen.steps)]));
    }
    let since = facts.today.checked_sub(12.months()).unwrap_or(facts.today);
    paper.sections.push(programs(on, since));
    paper.sections.extend(refills(on, since));
    paper.sections.push(complications(on));
    paper.sections.extend(all_scores(on));
    paper.sections.push(open(on));
    paper.sections.push(say.call_section(&facts.call_always, false));
    Ok(paper)
}

/// Orders that nobody confirmed in the pump: they come first.
fn orders(on: &Ground<'_>) -> Section {
    let say = &on.say;
    let hanging = |state| matches!(state, OrderState::Ordered | OrderState::Unknown);
    let waiting = on.stand.course.orders.iter().filter(|record| hanging(record.state));
    let lines: Vec<Line> = waiting
        .map(|record| {
            let what = say.asked(&super::facts::asked(record.order));
            Said::join([on.at(record.event.at.unix), what], ": ").into()
        })
        .collect();
    let part = match lines.is_empty() {
        true => Part::Paragraph(say.key("paper-transfer-no-orders").into()),
        false => Part::Bullets(lines),
    };
    on.section("paper-transfer-orders", vec![part])
}

/// The course in dates.
fn story(on: &Ground<'_>) -> Section {
    let (say, patient) = (&on.say, &on.chart.patient);
    let first = patient.entries.first().and_then(|entry| on.day_of(entry.happened));
    let mut screened: Vec<(i64, &Value)> = (patient.lines.iter().filter(|placed| placed.stands))
        .filter_map(|placed| {
            let line = &placed.line.line;
            Some((scores::unix(line)?, line.get("screened")?))
        })
        .collect();
    screened.sort_by_key(|(unix, _)| *unix);
    let helped =
        screened.iter().find(|(_, line)| line.get("responded").and_then(Value::as_bool).unwrap_or_default());
    let test = |(unix, line): &(i64, &Value)| {
        let dose = line.get("dose").and_then(Value::as_str).unwrap_or_default();
        let dose = dose.parse::<quantity::Mass>();
        let dose = dose.map_or_else(|_| say.not_known(), |mass| say.mass(&of(mass.quotient())));
        let day = on.day_of(*unix).map_or_else(|| say.not_known(), |day| say.date(day));
        Said::join([day, dose], ": ")
    };
    let none = || Some(say.key("paper-transfer-no-test"));
    let implanted = on.facts.pump.as_ref().and_then(|pump| pump.implanted);
    let finished = patient.titration_finished.and_then(|unix| on.day_of(unix));
    let mut rows = vec![
        (say.key("paper-transfer-registered"), first.map(|day| say.date(day))),
        (say.key("paper-transfer-first-test"), screened.first().map(test).or_else(none)),
        (say.key("paper-transfer-best-test"), helped.map(test)),
        (say.key("paper-transfer-implanted"), implanted.map(|day| say.date(day))),
    ];
    for surgery in &patient.surgeries {
        let key = format!("paper-operation-{}", surgery.operation.replace(' ', "-"));
        let name = if say.voice().knows(&key) { say.key(&key) } else { Said::from(&surgery.operation) };
        let note = if surgery.note.is_empty() { None } else { Some(Said::from(sentence(&surgery.note))) };
        rows.push((name, Some(Said::join([Some(say.date(surgery.on)), note].into_iter().flatten(), ". "))));
    }
    rows.push((say.key("paper-transfer-titration-finished"), finished.map(|day| say.date(day))));
    on.section("paper-transfer-story", vec![on.pairs(["paper-what", "paper-value"], rows)])
}

/// Programs that were seen in the pump since a day, and the one before them.
fn programs(on: &Ground<'_>, since: Date) -> Section {
    let say = &on.say;
    let all = &on.stand.course.programs;
    let day = |running: &therapy::Running<'_>| on.day_of(on.unix(running.since));
    // What ran when the year began belongs to it.
    let first = all.iter().position(|running| day(running).is_some_and(|day| day >= since));
    let first = first.unwrap_or(all.len()).saturating_sub(1);
    let mut rows: Vec<Vec<Worded>> = Vec::new();
    for (place, running) in all.iter().enumerate().skip(first) {
        let before = place.checked_sub(1).and_then(|before| all.get(before));
        let change = before.map_or_else(
            || say.key("paper-change-first"),
            |before| say.change(&before.dose_per_day(), &running.dose_per_day()),
        );
        let cells = [
            day(running).map_or_else(|| say.not_known(), |day| say.date(day)),
            say.dose(&running.dose_per_day()),
            say.mode(running.mode),
            say.strength(running.concentration),
            change,
        ];
        rows.push(cells.into_iter().map(Worded::from).collect());
    }
    rows.reverse();
    let columns = [
        "paper-transfer-program-since",
        "paper-dose",
        "paper-mode",
        "paper-strength",
        "paper-visit-difference",
    ];
    let part = match rows.is_empty() {
        true => Part::Paragraph(say.key("paper-transfer-no-programs").into()),
        false => Part::Table { columns: columns.iter().map(|key| say.key(key).into()).collect(), rows },
    };
    on.section("paper-transfer-programs", vec![part])
}

/// Refills since a day.
fn refills(on: &Ground<'_>, since: Date) -> Option<Section> {
    let say = &on.say;
    let fills = on.chart.patient.file.events.iter().rev().filter_map(|event| match &event.act {
        Act::Report(Report::Filled(fill)) => Some((event, fill)),
        _ => None,
    });
    let rows: Vec<Vec<Worded>> = fills
        .filter_map(|(event, fill)| {
            let day = on.day_of(event.at.unix).filter(|day| *day >= since)?;
            let volume = |volume: quantity::Volume| say.volume(&of(volume.quotient()), 2);
            let withdrawn = fill.withdrawn.map_or_else(|| say.key("paper-not-measured"), volume);
            let cells = [say.date(day), withdrawn, volume(fill.volume), say.strength(fill.concentration)];
            Some(cells.into_iter().map(Worded::from).collect())
        })
        .collect();
    let columns = ["paper-transfer-refill-on", "paper-withdrawn", "paper-volume-filled", "paper-strength"];
    let columns = columns.iter().map(|key| say.key(key).into()).collect();
    (!rows.is_empty()).then(|| on.section("paper-transfer-refills", vec![Part::Table { columns, rows }]))
}

fn complications(on: &Ground<'_>) -> Section {
    let say = &on.say;
    let all = &on.chart.patient.path.complications.all;
    if all.is_empty() {
        let part = Part::Paragraph(say.key("paper-transfer-no-complications").into());
        return on.section("paper-transfer-complications", vec![part]);
    }
    let row = |one: &practice::path::complication::Complication| {
        let key = format!("paper-complication-{}", one.what);
        let what = if say.voice().knows(&key) { say.key(&key) } else { one.title().into() };
        let note = (!one.note.is_empty()).then(|| Said::from(sentence(&one.note)));
        let related = practice::path::complication::Related::WORDS;
        let related =
            related.iter().find(|(_, known, _)| *known == one.related).map_or("", |(word, ..)| word);
        let ended = one.ended.as_ref().map_or_else(
            || say.key("common-no"),
            |(on, outcome)| Said::join([say.date(*on), Said::from(outcome)], ": "),
        );
        let cells = [
            Said::join([Some(what), note].into_iter().flatten(), ". "),
            say.date(one.on),
            ended,
            say.key(&format!("paper-related-{related}")),
        ];
        cells.into_iter().map(Worded::from).collect()
    };
    let columns = [
        "paper-transfer-complication",
        "paper-transfer-began",
        "paper-transfer-ended",
        "paper-transfer-related",
    ];
    let table = Part::Table {
        columns: columns.iter().map(|key| say.key(key).into()).collect(),
        rows: all.iter().map(row).collect(),
    };
    on.section("paper-transfer-complications", vec![table])
}

/// Of each scale and site the first score, the one before the last, and the last.
fn all_scores(on: &Ground<'_>) -> Option<Section> {
    let say = &on.say;
    let taken = scores::taken(on);
    let mut names: Vec<String> = taken.iter().map(|taken| taken.score.what()).collect();
    names.sort();
    names.dedup();
    let rows: Vec<Vec<Worded>> = names
        .into_iter()
        .map(|name| {
            let of: Vec<&scores::Taken> = taken.iter().filter(|taken| taken.score.what() == name).collect();
            let before = of.len().checked_sub(2).filter(|before| *before > 0);
            let first = of.first().filter(|_| of.len() > 1).copied();
            let cells = [first, before.and_then(|before| of.get(before)).copied(), of.last().copied()];
            let cells = cells.map(|taken| scores::value(on, taken));
            std::iter::once(Worded::from(name)).chain(cells).collect()
        })
        .collect();
    let columns = ["paper-score", "paper-score-first", "paper-score-before", "paper-score-last"];
    let columns = columns.iter().map(|key| say.key(key).into()).collect();
    let names = Part::Paragraph(say.key("paper-visit-scores-names").into());
    let table = Part::Table { columns, rows };
    (!taken.is_empty()).then(|| on.section("paper-transfer-scores", vec![table, names]))
}

/// What is open, in the English words of the rules.
fn open(on: &Ground<'_>) -> Section {
    let say = &on.say;
    let mut lines: Vec<Line> = Vec::new();
    for open in &on.stand.open {
        let says = sentence(open.rule.about().says);
        let said: Line = say.with("paper-warning-open", &[("what", says.into())]).into();
        if !lines.contains(&said) {
            lines.push(said);
        }
    }
    let part = match lines.is_empty() {
        true => Part::Paragraph(say.key("paper-transfer-none-open").into()),
        false => Part::Bullets(lines),
    };
    on.section("paper-transfer-open", vec![part])
}
