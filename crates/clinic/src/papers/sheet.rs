//! A sheet of questions that was answered, as a paper: the discharge plan, and the back table within the implant record.

use super::say::Said;
use super::{Ground, NotYet, Reader};
use documents::{Paper, Part, Section, Signature};
use practice::path::sheet::Kept;
use therapy::pathway::sheet::{Kind, Question, Sheet, by_id};
use words::Worded;

/// A title as the part of a key: "Taken home" is "taken-home".
fn word(title: &str) -> String {
    title.to_lowercase().replace([' ', ','], "-")
}

/// A text of the sheet in the language, or as the sheet has it in English.
fn told(on: &Ground<'_>, key: &str, english: &str) -> Said {
    if on.say.voice().knows(key) { on.say.key(key) } else { english.into() }
}

fn answer(on: &Ground<'_>, sheet: &Sheet, question: &Question, given: &[String]) -> Said {
    let key = |word: &str| format!("paper-{}-{}-{word}", sheet.id, question.id);
    match (&question.kind, given) {
        (Kind::Day, [day]) if day.parse::<jiff::civil::Date>().is_ok() => {
            day.parse().map_or_else(|_| Said::from(day), |day| on.say.date(day))
        }
        (Kind::Choice(_), [one]) if on.say.voice().knows(&key(one)) => on.say.key(&key(one)),
        (Kind::Choice(_), [one]) if one == "yes" => on.say.key("common-yes"),
        (Kind::Choice(_), [one]) if one == "no" => on.say.key("common-no"),
        (Kind::Amount { unit, .. }, [number]) => {
            Said::join([on.say.number(number), Said::from(unit)], "\u{a0}")
        }
        _ => question.words(given, &on.chart.rules.catalogue).into(),
    }
}

/// The answers of a sheet, section by section.
pub(super) fn sections(on: &Ground<'_>, sheet: &Sheet, kept: &Kept) -> Vec<Section> {
    let answers = &kept.answered.answers;
    let mut sections = Vec::new();
    for section in &sheet.sections {
        let rows: Vec<Vec<Worded>> = (section.questions.iter())
            .filter_map(|question| {
                let ask = told(on, &format!("paper-{}-{}", sheet.id, question.id), &question.ask);
                let says = match answers.get(&question.id) {
                    Some(given) => answer(on, sheet, question, given),
                    None if question.needed && question.applies(answers) => on.say.not_known(),
                    None => return None,
                };
                Some(vec![ask.into(), says.into()])
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        let heading = told(on, &format!("paper-{}-{}", sheet.id, word(&section.title)), &section.title);
        let columns = ["paper-question", "paper-answer"].map(|key| on.say.key(key).into()).to_vec();
        sections.push(Section { heading: heading.into(), parts: vec![Part::Table { columns, rows }] });
    }
    sections
}

/// A sheet as it was answered last.
pub(super) fn paper(on: &Ground<'_>, id: &str) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let sheet = by_id(id).ok_or(NotYet("There is no such sheet."))?;
    let kept = on.chart.patient.path.sheets.last(&sheet.id);
    let kept = kept.ok_or(NotYet("This sheet has not been answered."))?;
    let heading = told(on, &format!("paper-{}", sheet.id), &sheet.title);
    let mut paper = on.paper(heading, Reader::Family);
    let missing = kept.answered.missing();
    if missing > 0 {
        let said = say.counted("paper-answers-missing", ("count", &missing.to_string()), &[]);
        paper.warnings.push(said.into());
    }
    paper.facts = say.who(facts);
    if facts.pump.is_some() {
        paper.facts.push(say.fact("paper-pump", say.pump(facts)));
        paper.facts.extend(say.program_facts(facts));
        paper.facts.extend(say.date_facts(facts));
    }
    paper.sections = sections(on, sheet, kept);
    let words = Part::Paragraph(say.key("paper-in-record-words").into());
    if let Some(last) = paper.sections.last_mut() {
        last.parts.push(words);
    }
    if sheet.id == "discharge-plan" {
        paper.sections.push(say.call_section(&facts.call_always, true));
    }
    let on_day = say.date(kept.answered.on);
    paper.signature = Some(Signature {
        name: kept.answered.examiner.clone(),
        role: say.key("paper-role-as-recorded").into(),
        signed: say.with("paper-entered-on", &[("date", on_day.clone())]).into(),
    });
    paper.version = say.with("paper-answered-on", &[("date", on_day)]).into();
    Ok(paper)
}
