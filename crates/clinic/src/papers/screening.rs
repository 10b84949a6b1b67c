//! The screening sheet: doses, what was seen by the hour, scores before and after, the result.

use super::say::Said;
use super::scores;
use super::{Ground, NotYet, Reader};
use documents::{Paper, Part, Section};
use practice::path::trial::{Answer, Awake, Given, Route, Seen};
use quantity::Mass;
use serde_json::Value;
use twin::of;
use words::Worded;

/// Within so many seconds after a dose its effect is reported, and scores count as "after".
const AFTER_SECONDS: i64 = 24 * 3_600;

/// What was said of the effect of a dose.
struct Effect<'a> {
    unix: i64,
    screened: &'a Value,
}

fn effects<'a>(on: &'a Ground<'_>) -> Vec<Effect<'a>> {
    let lines = on.chart.patient.lines.iter().filter(|placed| placed.stands);
    let mut all: Vec<Effect<'a>> = lines
        .filter_map(|placed| {
            let line = &placed.line.line;
            Some(Effect { unix: scores::unix(line)?, screened: line.get("screened")? })
        })
        .collect();
    all.sort_by_key(|effect| effect.unix);
    all
}

/// An amount of drug as data writes it.
fn mass(on: &Ground<'_>, data: &str) -> Said {
    match Mass::parse(data) {
        Ok(mass) => on.say.mass(&of(mass.quotient())),
        Err(_) => data.into(),
    }
}

fn number(number: Option<u16>) -> Said {
    number.map_or_else(Said::default, |number| number.to_string().into())
}

fn look(on: &Ground<'_>, given: &Given, seen: &Seen) -> Vec<Worded> {
    let say = &on.say;
    let minutes = seen.at.saturating_sub(given.at).max(0) / 60;
    let after = [
        ("hours", Said::from((minutes / 60).to_string())),
        ("minutes", Said::from((minutes % 60).to_string())),
    ];
    let vitals = &seen.vitals;
    let pressure = match (vitals.systolic, vitals.diastolic) {
        (None, None) => Said::default(),
        (upper, lower) => Said::join([number(upper), number(lower)], "/"),
    };
    let awake = vitals.awake.map_or_else(Said::default, |awake| {
        say.key(match awake {
            Awake::Alert => "paper-awake-alert",
            Awake::Voice => "paper-awake-voice",
            Awake::Pain => "paper-awake-pain",
            Awake::Unresponsive => "paper-awake-unresponsive",
        })
    });
    let answer = say.key(match seen.answer {
        Answer::AsHoped => "paper-answer-as-hoped",
        Answer::Excessive => "paper-answer-excessive",
        Answer::Adverse => "paper-answer-adverse",
    });
    let answer = match seen.note.is_empty() {
        true => answer,
        false => Said::join([answer, Said::from(&seen.note)], "; "),
    };
    let cells = [
        say.with("paper-test-after", &after),
        pressure,
        number(vitals.pulse),
        number(vitals.breaths),
        number(vitals.oxygen),
        awake,
        answer,
    ];
    cells.into_iter().map(Worded::from).collect()
}

const LOOK: [&str; 7] = [
    "paper-test-when",
    "paper-test-pressure",
    "paper-test-pulse",
    "paper-test-breaths",
    "paper-test-oxygen",
    "paper-test-awake",
    "paper-test-answer",
];

/// What a dose did, in sentences.
fn result(on: &Ground<'_>, effect: Option<&Effect<'_>>) -> Said {
    let say = &on.say;
    let Some(effect) = effect else { return say.key("paper-test-no-result") };
    let flag = |name: &str| effect.screened.get(name).and_then(Value::as_bool);
    let helped = flag("responded").unwrap_or_default();
    let mut said = vec![say.key(if helped { "paper-test-helped" } else { "paper-test-not-helped" })];
    if flag("adverse").unwrap_or_default() {
        said.push(say.key("paper-test-adverse"));
    }
    let lasted = effect.screened.get("effect").and_then(Value::as_str);
    if let Some(span) = lasted.and_then(|text| quantity::Span::parse(text).ok()) {
        said.push(say.with("paper-test-effect", &[("hours", say.lasting(span))]));
    }
    Said::join(said, " ")
}

fn dose(on: &Ground<'_>, given: &Given, effects: &[Effect<'_>], until: i64) -> Section {
    let say = &on.say;
    let heading = say.with("paper-test-dose-of", &[("dose", mass(on, &given.dose)), ("at", on.at(given.at))]);
    let route = say.key(match given.route {
        Route::Lumbar => "paper-test-route-lumbar",
        Route::Catheter => "paper-test-route-catheter",
    });
    let effect = effects.iter().find(|effect| (given.at..until).contains(&effect.unix));
    let mut parts = vec![
        Part::Paragraph(Said::join([say.key("paper-test-route"), route], ": ").into()),
        Part::Paragraph(Said::join([say.key("paper-test-result"), result(on, effect)], ": ").into()),
    ];
    if given.seen.is_empty() {
        parts.push(Part::Paragraph(say.key("paper-test-no-looks").into()));
    } else {
        parts.push(Part::Paragraph(say.key("paper-test-looks").into()));
        parts.push(Part::Table {
            columns: LOOK.iter().map(|key| say.key(key).into()).collect(),
            rows: given.seen.iter().map(|seen| look(on, given, seen)).collect(),
        });
    }
    let columns = ["paper-score", "paper-score-before", "paper-score-this-day"];
    let after = until.min(given.at.saturating_add(AFTER_SECONDS));
    if let Some(table) = scores::compared(on, given.at, after, columns) {
        parts.push(Part::Paragraph(say.key("paper-test-scores").into()));
        parts.push(table);
    }
    Section { heading: heading.into(), parts }
}

/// Doses of which only the effect is on record: given before the looks were kept here.
fn told_only(on: &Ground<'_>, effects: &[Effect<'_>]) -> Option<Section> {
    let given = &on.chart.patient.path.trial.given;
    let lost = effects.iter().filter(|effect| given.iter().all(|given| given.at > effect.unix));
    let rows: Vec<Vec<Worded>> = lost
        .map(|effect| {
            let dose = effect.screened.get("dose").and_then(Value::as_str).unwrap_or_default();
            vec![on.at(effect.unix).into(), mass(on, dose).into(), result(on, Some(effect)).into()]
        })
        .collect();
    let columns = ["paper-test-when", "paper-test-dose", "paper-test-result"];
    let columns = columns.iter().map(|key| on.say.key(key).into()).collect();
    (!rows.is_empty()).then(|| on.section("paper-test-doses", vec![Part::Table { columns, rows }]))
}

/// The sheet.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let trial = &on.chart.patient.path.trial;
    let effects = effects(on);
    if trial.given.is_empty() && effects.is_empty() {
        return Err(NotYet("No test dose is on record."));
    }
    let mut paper = on.paper(say.key("paper-screening-sheet"), Reader::Staff);
    // What is said of a missing pump is no warning of a test, which comes before it.
    if facts.pump.is_none() {
        paper.warnings = Vec::new();
    }
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-diagnosis", Some(say.diagnosis(&facts.diagnosis))));
    for (placed, level, removed) in &trial.catheters {
        let mut parts = vec![("at", on.at(*placed)), ("level", Said::from(level))];
        let key = match removed {
            Some(removed) => {
                parts.push(("removed", on.at(*removed)));
                "paper-test-catheter-out"
            }
            None => "paper-test-catheter-in",
        };
        paper.facts.push(say.fact("paper-test-catheter", Some(say.with(key, &parts))));
    }
    paper.sections.extend(told_only(on, &effects));
    for (place, given) in trial.given.iter().enumerate() {
        let until = trial.given.get(place + 1).map_or(i64::MAX, |next| next.at);
        paper.sections.push(dose(on, given, &effects, until));
    }
    Ok(paper)
}
