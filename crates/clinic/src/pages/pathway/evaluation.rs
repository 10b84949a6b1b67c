//! The evaluation: each discipline's sheet with author and date, what is missing, and what it says about candidacy.

use super::sheet::earlier;
use crate::banner::Banner;
use crate::error::PageError;
use crate::page::{Page, show};
use crate::patient::Chart;
use askama::Template;
use axum::response::{IntoResponse, Response};
use practice::path::stage;
use practice::patient::Allergies;
use scales::Scale;
use therapy::pathway::candidacy::{Alternative, Judged, Standing};
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::{self, Phase, Sheet};

/// A sheet in a list.
pub(super) struct Row {
    pub(super) sheet: &'static Sheet,
    pub(super) last: Option<super::sheet::Earlier>,
    pub(super) missing: usize,
}

/// The sheets of a part of the way, with how they stand.
pub(super) fn rows(chart: &Chart, phase: Phase) -> Vec<Row> {
    let of_phase = sheet::all().unwrap_or_default().iter().filter(|sheet| sheet.phase == phase);
    let row = |sheet: &'static Sheet| {
        let kept = chart.patient.path.sheets.last(&sheet.id);
        Row { sheet, last: kept.map(earlier), missing: kept.map_or(0, |kept| kept.answered.missing()) }
    };
    of_phase.map(row).collect()
}

/// Something beside the sheets that is missing: what, and where it is recorded.
struct Gap {
    what: &'static str,
    page: &'static str,
}

#[derive(Template)]
#[template(path = "pathway/evaluation.html")]
struct EvaluationPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    rows: Vec<Row>,
    gaps: Vec<Gap>,
    counts: Vec<(Standing, usize)>,
}

fn gaps(chart: &Chart) -> Result<Vec<Gap>, PageError> {
    let stand = chart.stand()?;
    let scored =
        |wanted: &[Scale]| stand.course.scores.iter().any(|(_, score)| wanted.contains(&score.scale()));
    let child = chart.patient.age(chart.today()) < 18;
    let palsy = chart.patient.identity.diagnosis == "cerebral-palsy";
    let all = [
        (
            scored(&[Scale::AshworthFromZero, Scale::AshworthFromOne, Scale::ModifiedAshworth]),
            "Tone by muscle (an Ashworth scale)",
            "assessments",
        ),
        (scored(&[Scale::PennSpasmFrequency, Scale::SnowSpasmFrequency]), "Spasm frequency", "assessments"),
        (
            scored(&[Scale::Barthel, Scale::BarthelToTwenty, Scale::BarthelShah, Scale::FimTotal]),
            "Function in daily life (Barthel index)",
            "assessments",
        ),
        (!(child && palsy) || scored(&[Scale::Gmfcs]), "Gross motor function (GMFCS)", "assessments"),
        (chart.patient.allergies != Allergies::NotKnown, "Allergies: nobody has asked", "medicines"),
        (!chart.patient.medicines.is_empty(), "Medicines: none are recorded", "medicines"),
    ];
    let missing = all.into_iter().filter(|(there, _, _)| !there);
    Ok(missing.map(|(_, what, page)| Gap { what, page }).collect())
}

pub(super) async fn evaluation(chart: Chart) -> Result<Response, PageError> {
    let candidacy = judged(&chart)?;
    let standings = [Standing::NotMet, Standing::Caution, Standing::Unknown, Standing::Met];
    let shown = EvaluationPage {
        banner: chart.banner(),
        part: "pathway",
        rows: rows(&chart, Phase::Evaluation),
        gaps: gaps(&chart)?,
        counts: standings.map(|standing| (standing, candidacy.count(standing))).into(),
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}

pub(super) fn judged(chart: &Chart) -> Result<therapy::pathway::candidacy::Candidacy, PageError> {
    let stand = chart.stand()?;
    stage::judge(&chart.patient, &stand, &chart.rules, chart.page.now)
        .map_err(|error| PageError::Fault(error.to_string()))
}

/// The class of a mark.
pub(super) const fn chip(standing: Standing) -> &'static str {
    match standing {
        Standing::NotMet => "chip-stop",
        Standing::Caution => "chip-warn",
        Standing::Unknown => "chip-quiet",
        Standing::Met => "chip-good",
    }
}

#[derive(Template)]
#[template(path = "pathway/candidacy.html")]
struct CandidacyPage {
    page: Page,
    banner: Banner,
    part: &'static str,
    criteria: Vec<Judged>,
    alternatives: Vec<Alternative>,
    limits: &'static PathwayLimits,
}

impl CandidacyPage {
    fn chip(&self, standing: &Standing) -> &'static str {
        chip(*standing)
    }

    /// Sources in words.
    fn sources<S: AsRef<str>>(&self, ids: &[S]) -> String {
        ids.iter().map(|id| self.limits.source(id.as_ref())).collect::<Vec<_>>().join("; ")
    }
}

impl EvaluationPage {
    fn chip(&self, standing: &Standing) -> &'static str {
        chip(*standing)
    }
}

pub(super) async fn candidacy(chart: Chart) -> Result<Response, PageError> {
    let judged = judged(&chart)?;
    let limits = PathwayLimits::embedded().map_err(|error| PageError::Fault(error.to_string()))?;
    let shown = CandidacyPage {
        banner: chart.banner(),
        part: "pathway",
        criteria: judged.criteria,
        alternatives: judged.alternatives,
        limits,
        page: chart.page.clone(),
    };
    Ok(show(&shown)?.into_response())
}
