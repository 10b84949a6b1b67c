//! The emergency page: what whoever scans the card has to know, and nothing else. One page, no script, little to load.

use super::known::{self, Dose, Warning};
use super::say::Html;
use super::{Frame, Visit};
use crate::error::PageError;
use crate::pages::emergency::words::embedded;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use documents::{Condition, Statement};
use practice::patient::Allergies;
use words::Args;

/// What is said of a danger: keys of headings, each with its statements.
struct Danger {
    heading: &'static str,
    parts: Vec<(&'static str, Vec<Html>)>,
}

#[derive(Template)]
#[template(path = "public/emergency.html")]
struct EmergencyPage {
    f: Frame,
    name: String,
    born: Html,
    warnings: Vec<Warning>,
    /// Key of the name, and value.
    rows: Vec<(&'static str, Html)>,
    dose: Dose,
    dangers: Vec<Danger>,
    either: Vec<Html>,
    alarm: Vec<Html>,
    mri: Vec<Html>,
}

fn statements(all: &[Statement], pump: Option<&str>, f: &Frame) -> Vec<Html> {
    let about = all.iter().filter(|statement| statement.is_about(pump));
    about.map(|statement| f.say(format!("statement-{}", statement.id))).collect()
}

fn danger(heading: &'static str, condition: &Condition, pump: Option<&str>, f: &Frame) -> Danger {
    let parts = [
        ("page-danger-signs", &condition.sign),
        ("page-danger-steps", &condition.step),
        ("page-danger-never", &condition.never),
        ("page-danger-times", &condition.time),
    ];
    let said = parts.map(|(key, all)| (key, statements(all, pump, f)));
    Danger { heading, parts: said.into_iter().filter(|(_, all)| !all.is_empty()).collect() }
}

pub(super) async fn page(visit: Visit) -> Result<Response, PageError> {
    let f = visit.frame("");
    let speech = f.speech();
    let facts = visit.facts()?;
    let not_known = || speech.say("common-not-known");
    let own = |text: Option<&String>| text.map_or_else(not_known, |text| Html::own(text));
    let allergies = match &facts.allergies {
        Allergies::NotKnown => not_known(),
        Allergies::NoneKnown => speech.say("common-none-known"),
        Allergies::Known(all) => {
            let all: Vec<String> =
                all.iter().map(|it| format!("{}: {}", it.substance, it.reaction)).collect();
            Html::own(&all.join("; "))
        }
    };
    let born = speech.say_each("page-fact-born-value", |voice| {
        Args::new().text("date", &voice.date(facts.born)).number("age", &facts.age.max(0).to_string())
    });
    let text = embedded()?;
    let pump = facts.pump_id();
    let shown = EmergencyPage {
        name: facts.name(),
        born,
        warnings: known::warnings(&facts.warnings, speech),
        rows: vec![
            ("page-fact-pump", own(facts.pump.as_ref().map(|pump| &pump.name))),
            ("page-fact-serial", own(facts.pump.as_ref().map(|pump| &pump.serial))),
            ("page-fact-drug", own(facts.drug.as_ref())),
            ("page-fact-strength", known::strength_of(&facts, speech)),
            ("page-fact-alarm", known::day(facts.alarm_on, speech)),
            ("page-fact-empty", known::empty(&facts, speech)),
            ("page-fact-allergies", allergies),
        ],
        dose: known::dose(&facts, speech),
        dangers: vec![
            danger("page-danger-withdrawal", &text.withdrawal, pump, &f),
            danger("page-danger-overdose", &text.overdose, pump, &f),
        ],
        either: statements(&text.either, pump, &f),
        alarm: statements(&text.alarm, pump, &f),
        mri: statements(&text.mri, pump, &f),
        f: f.clone(),
    };
    super::page(StatusCode::OK, &visit, &shown)
}
