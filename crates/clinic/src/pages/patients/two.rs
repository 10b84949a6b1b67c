//! Two records beside each other: whom is meant, found by a search, and what each of them is.

use super::{Found, find};
use crate::banner::{banner_born, banner_date};
use crate::error::PageError;
use crate::form::Form;
use crate::page::Page;
use crate::patient::Chart;
use crate::state::AppState;
use practice::Refusal;
use practice::patient::Patient;
use practice::summary::{Summary, summary};
use record::Id;
use std::sync::Arc;

/// One of two records: who it is and what is in it.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) id: String,
    pub(super) version: u64,
    pub(super) name: String,
    pub(super) born: String,
    pub(super) gender: String,
    pub(super) number: String,
    pub(super) pump: String,
    pub(super) drug: String,
    pub(super) dose: String,
    pub(super) refill_by: String,
    pub(super) lines: usize,
    pub(super) entries: usize,
    pub(super) medicines: usize,
}

impl Side {
    pub(super) fn of(patient: &Patient, shown: &Summary, page: &Page) -> Self {
        let today = crate::pages::today::civil_today(page);
        let pump = shown.pump.clone().zip(shown.serial.clone());
        let words = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
        let drug = match (&shown.drug, &shown.concentration) {
            (Some(drug), Some(strength)) => format!("{drug}, {strength}"),
            (drug, _) => words(drug),
        };
        Self {
            id: patient.id.to_string(),
            version: patient.version,
            name: patient.name(),
            born: banner_born(Some(patient.identity.born), patient.died.unwrap_or(today)),
            gender: patient.identity.gender.clone(),
            number: patient.identity.record.clone(),
            pump: pump.map_or_else(|| "none".to_owned(), |(pump, serial)| format!("{pump}, serial {serial}")),
            drug,
            dose: shown.dose.clone().unwrap_or_else(|| shown.flow.words().to_owned()),
            refill_by: shown.refill_by.map_or_else(|| "not known".to_owned(), banner_date),
            lines: patient.lines.iter().filter(|placed| placed.stands).count(),
            entries: patient.entries.len(),
            medicines: patient.medicines.iter().filter(|taken| taken.stopped.is_none()).count(),
        }
    }
}

/// The other record, as it was chosen; a record that was merged away leads to the one that is used.
pub(super) async fn other(
    state: &AppState,
    chart: &Chart,
    chosen: &str,
) -> Result<Option<(Arc<Patient>, Side)>, PageError> {
    let Ok(id) = chosen.parse::<Id>() else { return Ok(None) };
    if id == chart.patient.id || !state.patients(&chart.page.sight).sees(id).await? {
        return Ok(None);
    }
    let patient = match state.practice().patient(id, &chart.rules).await {
        Ok(patient) => patient,
        Err(Refusal::NoPatient) => return Ok(None),
        Err(refusal) => return Err(refusal.into()),
    };
    let stand = patient.stand(&chart.rules, chart.page.now);
    let stand = stand.map_err(|error| PageError::Fault(error.to_string()))?;
    let side = Side::of(&patient, &summary(&patient, &stand, &chart.rules), &chart.page);
    drop(stand);
    Ok(Some((patient, side)))
}

/// Whom a search finds beside the patient of the page.
pub(super) async fn others(
    state: &AppState,
    chart: &Chart,
    typed: &str,
) -> Result<(Vec<Found>, bool), PageError> {
    let (mut found, more) = find(state, &chart.page, typed).await?;
    let own = chart.patient.id.to_string();
    found.retain(|found| found.id != own && found.merged_into.is_none());
    Ok((found, more))
}

/// Takes a refusal of an act over two records: what the form shows is looked up anew for both.
pub(super) async fn refused(
    state: &AppState,
    chart: &Chart,
    form: &mut Form,
    other: Id,
    refusal: Refusal,
) -> Result<(), PageError> {
    let stale = matches!(refusal, Refusal::Stale { .. });
    form.refused(refusal, &chart.page)?;
    if stale {
        for (name, id) in [("expected", chart.patient.id), ("expected-other", other)] {
            let version = state.practice().patient(id, &chart.rules).await?.version;
            form.fields.set(name, version.to_string());
            if name == "expected" {
                form.expected = version;
            }
        }
    }
    Ok(())
}
