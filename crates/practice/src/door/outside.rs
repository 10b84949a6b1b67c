//! How what comes from outside is appended: one entry, by nobody.

use super::{Done, Practice, Refusal};
use crate::patient::{Entry, Fate, Patient, PatientEvent};
use crate::rules::Rules;
use record::{Act, Id};
use std::sync::Arc;

impl Practice {
    /// What became of this form if it was handed in before.
    pub(crate) async fn done_before(&self, form: Id, content: [u8; 32]) -> Result<Option<Done>, Refusal> {
        let receipt = self.again(form, content).await?;
        Ok(receipt.map(|receipt| Done { receipt, names: Vec::new(), said: Vec::new() }))
    }

    /// Appends one event by nobody to a record as it was just seen.
    pub(crate) async fn append_from_outside(
        &self,
        patient: &Arc<Patient>,
        form: Id,
        content: [u8; 32],
        rules: &Arc<Rules>,
        now: i64,
        event: PatientEvent,
    ) -> Result<Done, Refusal> {
        let entry = Entry {
            version: patient.version + 1,
            happened: now,
            recorded: now,
            by: None,
            form,
            event,
            fate: Fate::Stands,
        };
        let after = Patient::clone(patient).with(entry.clone(), rules)?;
        let append = self.append_of(&after, &[entry], patient.version, rules, now)?;
        let act = Act { form, by: None, recorded: now, content, appends: vec![append] };
        let receipt = self.append(act).await?;
        self.keep(&Arc::new(after), rules);
        Ok(Done { receipt, names: Vec::new(), said: Vec::new() })
    }
}
