//! How courses stand at their end, so that a day's list has something of everything: dealt out by the patient's index.

use super::{DAY, Maker};
use crate::door::{Refusal, Step};
use crate::patient::{Contact, PatientEvent};
use jiff::ToSpan;
use serde_json::json;

impl Maker<'_> {
    /// The last days of the course.
    pub(super) async fn ending(&mut self) -> Result<(), Refusal> {
        if self.end - self.now < 3 * 3_600 {
            return Ok(());
        }
        let nurse = self.people.nurse.clone();
        let scene = self.index % 12;
        // Hours before the end at which something happens.
        let before = |hours: i64| self.end - hours * 3_600;
        match scene {
            // Signed, and nobody has said that it is in the pump.
            1 => {
                self.now = before(5).max(self.now);
                let now = self.look().await?;
                if now.days_left > 2 && now.continuous {
                    let total = format!("{} ug/d", now.dose + now.dose / 20 + 1);
                    let run = json!({ "mode": "continuous", "dose": total });
                    let program = json!({ "concentration": now.strength_text, "total": total, "run": run });
                    self.order(json!({ "program": program }), "discussed with the patient").await?;
                }
            }
            // Two tones by phone this morning.
            2 => {
                self.now = before(3).max(self.now);
                let alarm = self.report(json!({ "alarm": { "sound": "two-tone" } }));
                let call = Contact {
                    about: "alarm".to_owned(),
                    with: "carer, by phone".to_owned(),
                    reached: true,
                    answers: vec![
                        ("How does it sound?".to_owned(), "two tones, one after the other".to_owned()),
                        ("Since when?".to_owned(), "this morning".to_owned()),
                    ],
                    outcome: "comes in at once".to_owned(),
                };
                let call = self.event(PatientEvent::Contact(call));
                self.act(&nurse, vec![alarm, call]).await?;
            }
            // Written, not signed.
            3 => {
                self.now = before(2).max(self.now);
                let now = self.look().await?;
                if now.days_left > 2 && now.continuous {
                    let total = format!("{} ug/d", now.dose + now.dose / 12 + 1);
                    let run = json!({ "mode": "continuous", "dose": total });
                    let program = json!({ "concentration": now.strength_text, "total": total, "run": run });
                    let line = json!({ "at": self.moment(), "order": { "program": program } });
                    self.act(&nurse, vec![Step::Draft { line }]).await?;
                }
            }
            // Did not come; tried once.
            4 => {
                let late = self.look().await?.days_left;
                self.now = (self.now + (late - 3).max(0) * DAY).min(before(26)).max(self.now);
                let missed = PatientEvent::DidNotAttend {
                    on: self.date(self.now),
                    note: "transport had been ordered".to_owned(),
                };
                let missed = self.event(missed);
                self.act(&nurse, vec![missed]).await?;
                self.later(60);
                let call = Contact {
                    about: "missed refill".to_owned(),
                    with: "patient, by phone".to_owned(),
                    reached: false,
                    answers: Vec::new(),
                    outcome: "no answer; tried again tomorrow".to_owned(),
                };
                let call = self.event(PatientEvent::Contact(call));
                self.act(&nurse, vec![call]).await?;
            }
            _ => self.later_scene(scene).await?,
        }
        Ok(())
    }

    /// The other half of the scenes.
    async fn later_scene(&mut self, scene: u32) -> Result<(), Refusal> {
        let nurse = self.people.nurse.clone();
        let before = |hours: i64| self.end - hours * 3_600;
        match scene {
            // Imaging is planned.
            5 => {
                self.now = before(30).max(self.now);
                let on = self.date(self.end).checked_add(3.days()).unwrap_or_else(|_| self.date(self.end));
                let plan = PatientEvent::MriPlanned { on, note: "lumbar spine, 1.5 T".to_owned() };
                let plan = self.event(plan);
                self.act(&nurse, vec![plan]).await?;
            }
            // The visit is booked after the refill must be done.
            6 => {
                self.now = before(50).max(self.now);
                let days = self.look().await?.days_left;
                let on = self.date(self.now).checked_add((days + 9).max(2).days());
                if let Ok(on) = on {
                    let line = self.report(json!({ "visit": { "on": on.to_string() } }));
                    let coordinator = self.people.coordinator.clone();
                    self.act(&coordinator, vec![line]).await?;
                }
            }
            // A side effect that somebody should look at, and a note.
            7 => {
                self.now = before(20).max(self.now);
                let effect = self.report(json!({ "side-effect": { "what": "drowsy in the morning" } }));
                self.act(&nurse, vec![effect]).await?;
            }
            // The indicator was read.
            8 => {
                self.now = before(70).max(self.now);
                let today = self.date(self.now);
                let by = today.checked_add(88.days()).unwrap_or(today);
                let patient = self.patient().await?;
                let serial = patient.stand(self.rules, self.now)?.course.pump.map(|pump| pump.serial.clone());
                let read = self.report(json!({ "interrogated": { "serial": serial.unwrap_or_default(),
                    "running": true, "elective-replacement": today.to_string(), "replace-by": by.to_string() } }));
                self.act(&nurse, vec![read]).await?;
            }
            // A rest that does not fit what should be there, found today.
            9 => {
                self.now = before(4).max(self.now);
                let now = self.look().await?;
                let more = (now.left + 4_500_000).min(now.fill) / 100_000;
                let drawn = format!("{}.{} mL", more / 10, more % 10);
                let drug = if now.strength_text.starts_with("2000") {
                    "lioresal-2000-20"
                } else {
                    "lioresal-500-20"
                };
                let filled = json!({ "drug": drug, "concentration": now.strength_text, "volume": "40 mL",
                    "withdrawn": drawn });
                let filled = self.report(json!({ "filled": filled }));
                self.act(&nurse, vec![filled]).await?;
            }
            0 | 10 | 11 => self.card_and_page(scene).await?,
            _ => {}
        }
        Ok(())
    }
}
