//! A page of one patient: who asks, whose record, by which rules; and what becomes of a form that was refused.

use crate::banner::{Banner, banner_born, banner_date};
use crate::error::PageError;
use crate::form::{Form, Moved};
use crate::page::{Page, Section};
use crate::pages::telemetry::Panel;
use crate::state::AppState;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use practice::access::{Actor, Right};
use practice::patient::{Entry, Patient, Stand};
use practice::rules::Rules;
use practice::summary::{Summary, summary};
use practice::{Done, Refusal, Step};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;

/// A page of one patient. As an argument of a handler it checks the right to see patients and loads the record.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Who asks.
    pub actor: Actor,
    /// The frame of the page.
    pub page: Page,
    /// The patient.
    pub patient: Arc<Patient>,
    /// What acts are judged by.
    pub rules: Arc<Rules>,
    /// What lists show of the patient, as of now.
    pub summary: Summary,
    /// The pump as it was read last, if it can be reached.
    pub(crate) telemetry: Option<Panel>,
}

impl FromRequestParts<AppState> for Chart {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let actor = Actor::from_request_parts(parts, state).await?;
        actor.require(Right::ReadPatients)?;
        let page = Page::from_request_parts(parts, state).await?.at(Section::Patients);
        let path: Path<HashMap<String, String>> =
            Path::from_request_parts(parts, state).await.map_err(|_| PageError::NotFound)?;
        let id = path.get("id").and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
        let rules = state.rules().await?;
        let patient = state.practice().patient(id, &rules).await?;
        let stand = patient.stand(&rules, page.now).map_err(|error| PageError::Fault(error.to_string()))?;
        let summary = summary(&patient, &stand, &rules);
        let telemetry = Panel::of(state, &page, &patient, &stand);
        drop(stand);
        Ok(Self { actor, page, patient, rules, summary, telemetry })
    }
}

impl Chart {
    /// How the patient stands now.
    ///
    /// # Errors
    /// [`PageError::Fault`] if the course cannot be followed.
    pub fn stand(&self) -> Result<Stand<'_>, PageError> {
        self.patient.stand(&self.rules, self.page.now).map_err(|error| PageError::Fault(error.to_string()))
    }

    /// Today in the clinic's zone.
    #[must_use]
    pub fn today(&self) -> Date {
        let now = jiff::Timestamp::from_second(self.page.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        now.to_zoned(self.page.zone.clone()).date()
    }

    /// The patient's banner.
    #[must_use]
    pub fn banner(&self) -> Banner {
        let identity = &self.patient.identity;
        let summary = &self.summary;
        let drug = match (&summary.drug, &summary.concentration) {
            // A product of one strength has it in its name.
            (Some(drug), Some(strength)) if drug.contains(&strength.replace('\u{a0}', " ")) => {
                Some(drug.clone())
            }
            (Some(drug), Some(strength)) => Some(format!("{drug}, {strength}")),
            (drug, strength) => drug.clone().or_else(|| strength.clone()),
        };
        let pump = summary.pump.as_ref().zip(summary.serial.as_ref());
        let dose = summary.dose_ug.as_ref().map(|dose| format!("{dose}\u{a0}micrograms"));
        let dose = match summary.flow {
            practice::summary::Flow::Running => dose,
            other => Some(match dose {
                Some(dose) => format!("{dose}: {}", other.words()),
                None => other.words().to_owned(),
            }),
        };
        Banner {
            id: self.patient.id.to_string(),
            version: self.patient.version,
            name: self.patient.name(),
            born: banner_born(Some(identity.born), self.patient.died.unwrap_or_else(|| self.today())),
            gender: identity.gender.clone(),
            number: identity.record.clone(),
            died: self.patient.died.map(|died| {
                let age = self.patient.age(died);
                format!("{} (Age at Death {age}y)", banner_date(died))
            }),
            pump: pump.map(|(pump, serial)| format!("{pump}, serial {serial}")),
            drug,
            dose_per_day: dose,
            refill_by: summary.refill_by.map(banner_date),
            allergies: summary.allergies.clone().unwrap_or_default(),
            no_known_allergies: summary.allergies.as_ref().is_some_and(Vec::is_empty),
            telemetry: self.telemetry.clone(),
        }
    }

    /// A new form over this record.
    #[must_use]
    pub fn form(&self, state: &AppState) -> Form {
        Form::new(state, self.patient.version)
    }

    /// Records what a form holds. `Ok(None)` if it was refused in a way that the form shows: show it again.
    ///
    /// # Errors
    /// [`PageError`] for what a form cannot show.
    pub async fn record(
        &self,
        state: &AppState,
        form: &mut Form,
        steps: Vec<Step>,
    ) -> Result<Option<Done>, PageError> {
        let handed = practice::Form {
            id: form.id,
            patient: self.patient.id,
            expected: form.expected,
            now: self.page.now,
        };
        // What was filled in, and for whom: the steps may take the time of day, and would differ when sent again.
        let mut content = Sha256::new();
        content.update(self.patient.id.bytes());
        content.update(form.content());
        let content = content.finalize().into();
        match state.practice().record_filled(&self.actor, handed, content, &self.rules, steps).await {
            Ok(done) => Ok(Some(done)),
            Err(refusal) => form.refused(refusal, &self.page).map(|()| None),
        }
    }
}

impl Chart {
    /// Records the steps of a form that is in order, and leads to a page of the patient; `None` if the form has to be shown
    /// again.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub(crate) async fn done(
        &self,
        state: &AppState,
        form: &mut Form,
        steps: Vec<Step>,
        to: &str,
    ) -> Result<Option<Response>, PageError> {
        let ready = !steps.is_empty() && !form.is_refused() && !form.fields.is_resumed();
        if ready && self.record(state, form, steps).await?.is_some() {
            return Ok(Some(Redirect::to(&self.banner().address(to)).into_response()));
        }
        Ok(None)
    }
}

impl Form {
    /// Takes a refusal that the form itself can show: fields, what must be done first, what somebody else recorded
    /// meanwhile.
    ///
    /// # Errors
    /// Any other refusal as the page it becomes.
    pub fn refused(&mut self, refusal: Refusal, page: &Page) -> Result<(), PageError> {
        match refusal {
            Refusal::Field { field, message } => {
                let name = field.trim_start_matches('/').replace('/', ".");
                self.refuse(&name, format!("{} {message}", words_of_field(&name)));
            }
            Refusal::Breaks { line, message } => {
                self.refuse(
                    "",
                    format!("With this, an earlier line ({line}) would no longer hold: {message}."),
                );
            }
            Refusal::Impossible(why) => self.refuse("", sentence(why)),
            told @ (Refusal::Changed | Refusal::SamePerson | Refusal::NotTheSame | Refusal::Store(_)) => {
                self.refuse("", sentence(&told.to_string()));
            }
            Refusal::Findings(open) => {
                for (finding, missing) in open {
                    let needs = match missing {
                        therapy::judge::Missing::Refused => "is refused; take one of its ways out",
                        therapy::judge::Missing::Reason => "needs a reason",
                        therapy::judge::Missing::SecondPerson => "needs a second person",
                    };
                    self.refuse("reason", format!("{} This {needs}.", sentence(finding.rule.about().says)));
                }
            }
            Refusal::Stale { found, changes, .. } => {
                self.expected = found;
                self.moved = changes.iter().map(|entry| moved(entry, page)).collect();
            }
            other => return Err(other.into()),
        }
        Ok(())
    }
}

fn moved(entry: &Entry, page: &Page) -> Moved {
    Moved { what: entry.title(), when: page.moment(entry.recorded) }
}

/// A field's name for people: `filled.alarm-volume` is "Alarm volume".
fn words_of_field(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name).replace('-', " ");
    let mut letters = last.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text as a sentence: a capital at its beginning and a full stop at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let begun: String =
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect());
    if begun.ends_with(['.', '!', '?']) { begun } else { format!("{begun}.") }
}
