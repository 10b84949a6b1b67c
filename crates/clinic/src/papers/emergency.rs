//! The emergency sheet, and the same as a paper for the screen.

use super::facts::{Desk, Facts, FlexStep, Hours, Warn};
use super::say::{Said, Say};
use super::{Ground, Reader};
use documents::{
    DrugFacts, EmergencySheet, EmergencyText, FlexRow, Line, Paper, Part, Patient, PumpFacts, Section,
    Statement,
};

/// More bytes than the code on sheet and card shall hold.
const OFFLINE_BYTES: usize = 600;

/// The sheet of a patient in the language of the voice.
pub(crate) fn sheet(facts: &Facts, say: Say<'_>) -> EmergencySheet {
    let text = |said: Said| said.text;
    let seen = facts.program.as_ref();
    let row = |step: &FlexStep| FlexRow {
        days: say.days(&step.days).text,
        time: say.times(step.from, step.until).text,
        amount: say.mass(&step.amount).text,
    };
    EmergencySheet {
        invented: facts.invented,
        patient: Patient {
            family: facts.family.clone(),
            given: facts.given.clone(),
            born: Some(say.born(facts).text),
            record_number: Some(facts.record.clone()),
        },
        warnings: say.sheet_warnings(facts),
        pump: PumpFacts {
            model: facts.pump.as_ref().map(|pump| pump.name.clone()),
            catalogue_id: facts.pump_id().map(str::to_owned),
            serial: facts.pump.as_ref().map(|pump| pump.serial.clone()),
            last_refill: say.last_refill(facts).map(text),
            low_reservoir_alarm: facts.alarm_on.map(|on| say.date(on).text),
            empty: say.empty(facts).map(text),
        },
        drug: DrugFacts {
            drug: facts.drug.clone(),
            strength: say.strengths(facts).map(text),
            dose_per_day: seen.map(|seen| say.mass(&seen.dose).text),
            mode: seen.map(|seen| say.mode_of(seen).text),
            since: seen.and_then(|seen| say.since_of(seen)).map(text),
            flex: seen.map(|seen| seen.steps.iter().map(row).collect()).unwrap_or_default(),
        },
        medicines: Say::listed(say.medicines(facts)),
        allergies: Say::listed(Say::allergies(facts)),
        call_now: say.desks(&facts.call_now),
        call_otherwise: say.desks(&facts.call_otherwise),
        offline: offline(facts, say.english()),
        address: facts.address.clone(),
        stamp: facts.stamp.clone(),
    }
}

/// Whom a card names: the desk of last resort, which answers at any hour, and the others after it.
pub(super) fn by_night(facts: &Facts) -> Vec<Desk> {
    let (mut first, rest): (Vec<Desk>, Vec<Desk>) = facts
        .call_always
        .iter()
        .cloned()
        .partition(|desk| matches!(desk.hours, Hours::IfNobodyElse | Hours::Any));
    first.extend(rest);
    first
}

/// The facts for a telephone without network: plain lines of English, few enough for a code that is easily read.
pub(crate) fn offline(facts: &Facts, say: Say<'_>) -> String {
    let seen = facts.program.as_ref();
    let pump = facts.pump.as_ref();
    let mut lines = vec![
        "BACLOFEN PUMP".to_owned(),
        format!("{} *{}", facts.name(), facts.born),
        pump.map_or_else(
            || "pump: none on record".to_owned(),
            |pump| format!("{} SN {}", pump.name, pump.serial),
        ),
        match (&facts.drug, say.strengths(facts)) {
            (Some(drug), Some(strength)) => format!("{drug} {}", strength.text),
            (drug, _) => drug.clone().unwrap_or_else(|| "drug NOT KNOWN".to_owned()),
        },
        seen.map_or_else(
            || "dose NOT KNOWN".to_owned(),
            |seen| format!("{} {}", say.dose(&seen.dose).text, say.mode(seen.mode).text),
        ),
    ];
    let warns = |found: fn(&Warn) -> bool| facts.warnings.iter().any(found);
    if warns(Warn::is_stopped) {
        lines.push("PUMP STOPPED OR EMPTY".to_owned());
    }
    if warns(Warn::is_order) {
        lines.push("ORDER NOT CONFIRMED: DOSE NOT SURE".to_owned());
    }
    lines.push("Never stop suddenly: withdrawal can kill".to_owned());
    // As on the card, with their hours: who reads it at three at night must not ring where nobody is.
    let desks = by_night(facts);
    let hours = say.desks(&desks);
    lines.extend(hours.iter().map(|desk| format!("call {} {}, {}", desk.telephone, desk.name, desk.hours)));
    let on = say.date(facts.stamp.printed_at.date()).text;
    lines.push(format!("True on {on}; changes at every visit"));
    // Names are long, numbers are not: what is cut is the end of a long line, never a whole one.
    let mut longest = lines.iter().map(String::len).max().unwrap_or_default();
    while lines.join("\n").len() > OFFLINE_BYTES && longest > 20 {
        longest -= 10;
        for line in &mut lines {
            while line.len() > longest {
                line.pop();
            }
        }
    }
    // The address is of no use if a letter of it is missing.
    lines.extend(facts.address.clone());
    lines.join("\n").replace('\u{a0}', " ")
}

/// The same as a paper, for the screen.
pub(super) fn paper(on: &Ground<'_>) -> Paper {
    let (facts, say) = (on.facts, &on.say);
    let mut paper = on.paper(say.key("paper-emergency-title"), Reader::Staff);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.program_facts(facts));
    paper.facts.extend(say.date_facts(facts));
    paper.facts.push(say.fact("paper-medicines", Some(say.in_a_row(say.medicines(facts)))));
    paper.facts.push(say.fact("paper-allergies", Some(say.in_a_row(Say::allergies(facts)))));
    if let Some(seen) = facts.program.as_ref().filter(|seen| !seen.steps.is_empty()) {
        paper.sections.push(on.section("paper-emergency-flex", vec![say.steps(&seen.steps)]));
    }
    paper.sections.push(say.call_section(&facts.call_always, false));
    let Ok(text) = EmergencyText::embedded() else { return paper };
    let pump = facts.pump_id();
    let lines = |statements: &[Statement]| -> Vec<Line> {
        let about = statements.iter().filter(|statement| statement.is_about(pump));
        about.map(|it| Line { words: say.key(&it.key()).into(), tag: it.source.join(", ") }).collect()
    };
    for (heading, condition) in
        [("paper-emergency-withdrawal", &text.withdrawal), ("paper-emergency-overdose", &text.overdose)]
    {
        let mut parts = Vec::new();
        let lists = [
            ("paper-emergency-signs", &condition.sign),
            ("paper-emergency-times", &condition.time),
            ("paper-emergency-steps", &condition.step),
            ("paper-emergency-never", &condition.never),
        ];
        for (name, statements) in lists {
            parts.push(Part::Paragraph(say.key(name).into()));
            let lines = lines(statements);
            let steps = name == "paper-emergency-steps";
            parts.push(if steps { Part::Steps(lines) } else { Part::Bullets(lines) });
        }
        paper.sections.push(on.section(heading, parts));
    }
    let rest = [
        ("paper-emergency-both", &text.either, ""),
        ("paper-emergency-alarm-sounds", &text.alarm, "paper-emergency-alarm-not-known"),
        ("paper-emergency-mri", &text.mri, "paper-emergency-mri-not-known"),
    ];
    for (heading, statements, none) in rest {
        let lines = lines(statements);
        let part = match (lines.is_empty(), none) {
            (true, none) if !none.is_empty() => Part::Paragraph(say.key(none).into()),
            _ => Part::Bullets(lines),
        };
        paper.sections.push(Section { heading: say.key(heading).into(), parts: vec![part] });
    }
    let used = |id: &str| {
        let mut shown = text.statements().filter(|statement| statement.is_about(pump));
        shown.any(|statement| statement.source.iter().any(|named| named == id))
    };
    let cited = text.sources.iter().filter(|source| used(&source.id));
    paper.sources = cited.map(|source| (source.id.clone(), source.citation.clone())).collect();
    paper
}
