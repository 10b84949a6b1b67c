//! What a form would come to, without recording it.

use super::{Form, Practice, Refusal, Step, Work};
use crate::access::Actor;
use crate::patient::{Patient, Said};
use crate::rules::Rules;
use std::sync::Arc;

impl Practice {
    /// What a form would come to, for a page on which somebody checks it: the patient with it, and what the rules say.
    /// Nothing is recorded.
    ///
    /// # Errors
    /// [`Refusal`], as [`Practice::record`] would give it now.
    pub async fn rehearse(
        &self,
        actor: &Actor,
        form: Form,
        rules: &Arc<Rules>,
        steps: Vec<Step>,
    ) -> Result<(Patient, Vec<Said>), Refusal> {
        let before = match self.patient(form.patient, rules).await {
            Ok(patient) => Some(patient),
            Err(Refusal::NoPatient) => None,
            Err(refusal) => return Err(refusal),
        };
        let mut work = Work::begin(actor, form, rules, before, self.demonstration)?;
        for step in steps {
            work.step(step)?;
        }
        Ok((work.finish()?, work.said))
    }
}
