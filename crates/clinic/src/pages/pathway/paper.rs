//! A sheet as paper: the discharge plan for the family, any other one for the file.

use super::sheet::said;
use crate::error::PageError;
use crate::page::Page;
use crate::pages::enquiries::files::locked;
use crate::patient::Chart;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::response::Response;
use documents::{Letter, LetterPart, LetterSection, PrintStamp, Signature, Warmed};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use therapy::date_in_words;
use therapy::pathway::sheet;

/// Where the paper comes from, and a short hash of what stands on it.
fn stamp(chart: &Chart, zone: &str, content: &str) -> Result<PrintStamp, PageError> {
    let page: &Page = &chart.page;
    let now = Timestamp::from_second(page.now).map_err(|error| PageError::Fault(error.to_string()))?;
    let hash = Sha256::digest(content.as_bytes());
    let hex: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (left, right) = hex.split_at_checked(4).unwrap_or((hex.as_str(), ""));
    Ok(PrintStamp {
        clinic: page.clinic.clone(),
        printed_at: now.to_zoned(page.zone.clone()).datetime(),
        time_zone: zone.to_owned(),
        record_version: chart.patient.version.to_string(),
        record_hash: format!("{left} {right}"),
    })
}

/// Who it is about; with a pump what runs and by when it is refilled.
fn facts(chart: &Chart) -> Vec<(String, Option<String>)> {
    let (patient, summary) = (&chart.patient, &chart.summary);
    let fact = |name: &str, value: Option<String>| (name.to_owned(), value);
    let mut facts = vec![
        fact("Patient", Some(patient.name())),
        fact("Born", Some(date_in_words(patient.identity.born))),
        fact("Number", Some(patient.identity.record.clone())),
    ];
    if patient.has_pump() {
        let pump = summary.pump.as_ref().zip(summary.serial.as_ref());
        facts.push(fact("Pump", pump.map(|(pump, serial)| format!("{pump}, serial {serial}"))));
        facts.push(fact("Drug", summary.drug.clone()));
        let dose = summary.dose_ug.as_ref().map(|dose| format!("{dose} micrograms per 24 hours"));
        facts.push(fact("Dose as last confirmed in the pump", dose));
        facts.push(fact("Low-reservoir alarm, calculated", summary.alarm_on.map(date_in_words)));
        // Without a program that was seen to run nobody knows by when.
        let refill_by = summary.refill_by.filter(|_| summary.dose_ug.is_some());
        facts.push(fact("Refill by", refill_by.map(date_in_words)));
    }
    facts
}

/// Whom to call, by day and by night.
async fn calls(state: &AppState) -> Result<LetterSection, PageError> {
    let settings = state.settings().await?;
    // A paper lies for weeks: hours as they are every week.
    let always = crate::pages::contacts::desks_of_every_week(&settings);
    let rows = always.into_iter().map(|desk| vec![desk.name, desk.telephone, desk.hours]);
    let columns = ["Whom to call", "Telephone", "When"].map(str::to_owned).to_vec();
    let parts = vec![LetterPart::Table { columns, rows: rows.collect() }];
    Ok(LetterSection { heading: "Whom to call".to_owned(), parts })
}

async fn typeset(paper: Letter, name: &str) -> Result<Response, PageError> {
    // Typesetting takes as long as many pages: not on a thread that answers others.
    let made = tokio::task::spawn_blocking(move || Warmed::shared()?.letter(&paper)).await;
    let pdf = made.map_err(|error| PageError::Fault(error.to_string()))?;
    locked("application/pdf", name, pdf.map_err(|error| PageError::Fault(error.to_string()))?)
}

/// A sheet as it was answered last.
pub(super) async fn of_sheet(
    State(state): State<AppState>,
    Path(path): Path<HashMap<String, String>>,
    chart: Chart,
) -> Result<Response, PageError> {
    let sheet = path.get("sheet").and_then(|id| sheet::by_id(id)).ok_or(PageError::NotFound)?;
    let kept = chart.patient.path.sheets.last(&sheet.id).ok_or(PageError::NotFound)?;
    let answered = &kept.answered;
    let settings = state.settings().await?;
    let mut sections: Vec<LetterSection> = Vec::new();
    for (heading, answers) in said(sheet, &answered.answers, &chart.rules.catalogue) {
        let rows = answers.iter().map(|one| vec![one.ask.clone(), one.says.clone()]).collect();
        let columns = ["Question", "Answer"].map(str::to_owned).to_vec();
        sections.push(LetterSection { heading, parts: vec![LetterPart::Table { columns, rows }] });
    }
    let missing = answered.missing();
    let warnings = match missing {
        0 => Vec::new(),
        1 => vec!["1 answer is missing".to_owned()],
        many => vec![format!("{many} answers are missing")],
    };
    if sheet.id == "discharge-plan" {
        sections.push(calls(&state).await?);
    }
    let content = format!("{answered:?}");
    let paper = Letter {
        heading: sheet.title.clone(),
        language: "en".to_owned(),
        addressee: Vec::new(),
        warnings,
        facts: facts(&chart),
        sections,
        signature: Some(Signature {
            name: answered.examiner.clone(),
            role: "as entered in the record".to_owned(),
            signed: format!("on {}", date_in_words(answered.on)),
        }),
        version: format!("Answered on {}", date_in_words(answered.on)),
        invented: chart.patient.identity.invented,
        stamp: stamp(&chart, &settings.clinic.zone, &content)?,
    };
    typeset(paper, &format!("{}-{}.pdf", sheet.id, answered.on)).await
}
