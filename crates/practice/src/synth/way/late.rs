//! The late part of the way: an effect that was lost, and the catheter that was found.

use super::super::{DAY, Maker};
use crate::discipline::Discipline;
use crate::door::Refusal;
use crate::path::todo::{self, Whose};
use crate::path::{complication, guide};
use crate::patient::PatientEvent;
use jiff::ToSpan;
use serde_json::{Value, json};

impl Maker<'_> {
    /// Two years with a pump, then the effect was lost: the catheter.
    pub(super) async fn lost_effect(&mut self) -> Result<(), Refusal> {
        let end = self.end;
        self.implant = end - 700 * DAY;
        self.now = self.implant - 80 * DAY;
        self.end = end - 12 * DAY;
        self.register().await?;
        self.background().await?;
        self.score(true).await?;
        self.screening().await?;
        self.now = self.implant;
        self.next_day(0);
        self.implant_and_start().await?;
        self.titration().await?;
        while self.visit().await? {}
        self.end = end;
        self.now = (end - 9 * DAY).max(self.now + DAY);
        self.next_day(0);
        self.walk_the_guide().await
    }

    async fn walk_the_guide(&mut self) -> Result<(), Refusal> {
        let physician = self.people.physician.clone();
        let begun = guide::Event::Begun {
            why: "Legs stiff again for two weeks; two rises of the dose did nothing".to_owned(),
            signs: Vec::new(),
        };
        let step = self.event(PatientEvent::LossOfEffect(begun));
        self.act(&physician, vec![step]).await?;
        let patient = self.patient().await?;
        let serial = patient.stand(self.rules, self.now)?.course.pump.map(|pump| pump.serial.clone());
        drop(patient);
        let read = json!({ "interrogated": { "serial": serial.unwrap_or_default(), "running": true } });
        let steps: [(&str, &str, &str, Option<Value>); 3] = [
            ("not-the-pump", "none", "no infection, no wound; creatine kinase normal", None),
            ("interrogate", "in-order", "as ordered, no alarm, log without a stall", Some(read)),
            ("x-ray", "disconnected", "catheter lies away from the pump", None),
        ];
        for (step, found, note, line) in steps {
            self.later(50);
            let event = guide::Event::Step {
                step: step.to_owned(),
                at: self.now,
                found: found.to_owned(),
                note: note.to_owned(),
                all_the_same: false,
            };
            let mut all = vec![self.event(PatientEvent::LossOfEffect(event))];
            all.extend(line.map(|line| self.report(line)));
            self.act(&physician, all).await?;
        }
        self.later(60);
        let id = self.patient().await?.next_line_id("complication");
        let happened = complication::Event::Happened {
            id: id.clone(),
            what: "catheter".to_owned(),
            on: self.date(self.now),
            related: complication::Related::Related,
            surgery: true,
            note: "catheter disconnected from the pump, seen by X-ray".to_owned(),
        };
        let ended = guide::Event::Ended {
            cause: "catheter-disconnected".to_owned(),
            plan: "revision this week; baclofen by mouth until then; starting dose afterwards".to_owned(),
            reason: String::new(),
        };
        let by = self.date(self.end).checked_add(1.days()).unwrap_or_else(|_| self.date(self.end));
        let patient = self.patient().await?;
        let name = todo::id(&patient, 0);
        drop(patient);
        let whose = Whose::discipline(Discipline::Neurosurgery);
        let steps = vec![
            self.event(PatientEvent::Complication(happened)),
            self.event(PatientEvent::LossOfEffect(ended)),
            self.event(todo::set_from(name, "Plan the revision of the catheter", by, whose, id)),
        ];
        self.act(&physician, steps).await.map(drop)
    }
}
