//! What goes wrong in long courses, and how some of them end: dealt out by the patient's index, with chance of its own, so that
//! a course is the same with it as without it until it happens.
//!
//! The first 24 patients have complications and changes of the catheter only: the day's list of a small demonstration is as it
//! would be without. Patients after them may also lose their system to an infection, die of something else, move away, or be
//! lost.

use super::{DAY, Maker};
use crate::door::Refusal;
use crate::path::complication::{self, Related};
use crate::path::stage::{self, Ending};
use crate::patient::{Medicine, MedicineKind, PatientEvent};
use jiff::ToSpan;
use rand::RngExt;
use serde_json::json;

/// Something that happens in a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// A complication: its kind, days after the implant, how long it lasts, whether the therapy is to blame and whether it
    /// needs surgery.
    Complication(&'static str, i64, i64, Related, bool),
    /// The catheter fails and is replaced.
    Catheter,
    /// The system is lost to an infection; another one comes after some months.
    Infection,
    /// The patient dies of something else.
    Death,
    /// The way ends with the pump in.
    Leaves(Ending),
}

/// What happens to the patient of an index, and after how many days with the pump it is recorded at a visit.
pub(super) fn fates(index: u32) -> Vec<(i64, Fate)> {
    use Fate::{Catheter, Complication, Death, Infection, Leaves};
    use Related::{NotKnown, NotRelated};
    let related = Related::Related;
    let round = i64::from(index / 24);
    let mut all = match index % 24 {
        1 => vec![(30, Complication("fluid-leak", 9, 11, related, false))],
        4 => vec![(30, Complication("wound-infection", 16, 12, related, false))],
        6 => vec![(60, Complication("side-effect", 33, 20, related, false))],
        8 => vec![(30, Complication("seroma", 12, 18, related, false))],
        9 | 19 => vec![(900 + 40 * round, Catheter)],
        12 => vec![(500, Complication("withdrawal", 488, 2, related, false))],
        15 => vec![(30, Complication("dehiscence", 14, 20, related, true))],
        18 => vec![(200, Complication("overdose", 190, 1, related, false))],
        20 => vec![(700, Complication("new-deficit", 650, 40, NotKnown, false))],
        22 => vec![(400, Complication("other", 380, 9, NotRelated, false))],
        _ => Vec::new(),
    };
    let later = 700 + (round * 371 + i64::from(index) * 53) % 2_600;
    match (index, index % 48) {
        (0..24, _) => {}
        (_, 13 | 37) => all.push((later, Death)),
        (_, 29) => all.push((1_000, Infection)),
        (_, 43) => all.push((later, Leaves(Ending::MovedAway))),
        (_, 46) => all.push((later, Leaves(Ending::Lost))),
        _ => {}
    }
    all
}

impl Maker<'_> {
    /// After a visit: what has happened meanwhile; `false` if the course has ended with it.
    pub(super) async fn fate(&mut self) -> Result<bool, Refusal> {
        let days = (self.now - self.implant) / DAY;
        let Some((after, fate)) = self.fates.first().copied() else { return Ok(true) };
        if days < after {
            return Ok(true);
        }
        self.fates.remove(0);
        std::mem::swap(&mut self.dice, &mut self.fate_dice);
        let goes_on = self.befall(fate).await?;
        std::mem::swap(&mut self.dice, &mut self.fate_dice);
        Ok(goes_on)
    }

    async fn befall(&mut self, fate: Fate) -> Result<bool, Refusal> {
        match fate {
            Fate::Complication(what, after, lasts, related, surgery) => {
                self.went_wrong(what, (after, lasts), related, surgery).await?;
            }
            Fate::Catheter => self.catheter_failed().await?,
            Fate::Infection if self.now + 400 * DAY < self.end => self.lost_to_infection().await?,
            Fate::Infection => {}
            Fate::Death => {
                let days = self.dice.random_range(2..6);
                self.next_day(days);
                let died = PatientEvent::Died {
                    on: self.date(self.now - DAY),
                    related: "not related".to_owned(),
                    note: "pneumonia; the family called".to_owned(),
                };
                let step = self.event(died);
                let physician = self.people.physician.clone();
                self.act(&physician, vec![step]).await?;
                return Ok(false);
            }
            Fate::Leaves(why) => {
                let days = self.dice.random_range(3..9);
                self.next_day(days);
                let reason = match why {
                    Ending::MovedAway => "moved; a house near the new home refills the pump",
                    _ => "three letters and five calls without an answer",
                };
                let step =
                    self.event(PatientEvent::Pathway(stage::Event::Ended { why, reason: reason.to_owned() }));
                let nurse = self.people.nurse.clone();
                self.act(&nurse, vec![step]).await?;
                return Ok(false);
            }
        }
        Ok(true)
    }

    async fn went_wrong(
        &mut self,
        what: &str,
        (after, lasts): (i64, i64),
        related: Related,
        surgery: bool,
    ) -> Result<(), Refusal> {
        let id = self.patient().await?.next_line_id("complication");
        let begun = self.implant + after * DAY;
        let happened = complication::Event::Happened {
            id: id.clone(),
            what: what.to_owned(),
            on: self.date(begun),
            related,
            surgery,
            note: "invented; told at the visit".to_owned(),
        };
        let ended = complication::Event::Ended {
            id,
            on: self.date((begun + lasts * DAY).min(self.now)),
            outcome: "over, nothing is left of it".to_owned(),
        };
        let steps = [happened, ended]
            .map(|event| self.event(PatientEvent::Complication(event)))
            .into_iter()
            .collect();
        let physician = self.people.physician.clone();
        self.act(&physician, steps).await.map(drop)
    }

    /// The catheter lets drug out beside the spine: another one, and the dose goes on.
    async fn catheter_failed(&mut self) -> Result<(), Refusal> {
        self.later(90);
        let now = self.look().await?;
        let begun = (self.now - self.implant) / DAY - 6;
        self.went_wrong("catheter", (begun, 6), Related::Related, true).await?;
        let revised = json!({ "under-delivery": false, "pump-primed": true, "primed-with": now.strength_text,
            "catheter-holds": "drug", "catheter": { "volume": "0.2 mL" } });
        let mut surgery = self.surgery("revision", "leak of the catheter, seen by X-ray");
        surgery.pump_lot.clear();
        surgery.catheter_ended = "failure".to_owned();
        let steps =
            vec![self.report(json!({ "revised": revised })), self.event(PatientEvent::Surgery(surgery))];
        let surgeon = self.people.surgeon.clone();
        self.act(&surgeon, steps).await?;
        self.later(20);
        self.set_dose(&now, now.dose).await
    }

    /// The wound over the pump is infected: everything comes out, and months later another system goes in.
    async fn lost_to_infection(&mut self) -> Result<(), Refusal> {
        self.next_day(6);
        let physician = self.people.physician.clone();
        let id = self.patient().await?.next_line_id("complication");
        let happened = complication::Event::Happened {
            id: id.clone(),
            what: "wound-infection".to_owned(),
            on: self.date(self.now - 3 * DAY),
            related: Related::Related,
            surgery: true,
            note: "red and warm over the pump, pus in the pocket".to_owned(),
        };
        let step = self.event(PatientEvent::Complication(happened));
        self.act(&physician, vec![step]).await?;
        self.later(200);
        let mut surgery = self.surgery("explant", "infection of the pocket");
        surgery.pump_ended = "infection".to_owned();
        surgery.catheter_ended = "infection".to_owned();
        let medicine = Medicine {
            id: "baclofen-oral".to_owned(),
            name: "baclofen, tablets".to_owned(),
            is: MedicineKind::OralAntispastic,
            dose: "25 mg three times a day".to_owned(),
            since: Some(self.date(self.now)),
            weaning: Vec::new(),
            reason: "the pump is out".to_owned(),
        };
        let steps = vec![
            self.event(PatientEvent::Explanted { reason: "infection of the pocket".to_owned() }),
            self.event(PatientEvent::Surgery(surgery)),
            self.event(PatientEvent::Medicine(medicine)),
        ];
        let surgeon = self.people.surgeon.clone();
        self.act(&surgeon, steps).await?;
        self.next_day(30);
        let on = self.date(self.now).checked_sub(2.days()).unwrap_or_else(|_| self.date(self.now));
        let ended = complication::Event::Ended { id, on, outcome: "healed after antibiotics".to_owned() };
        let step = self.event(PatientEvent::Complication(ended));
        self.act(&physician, vec![step]).await?;
        let days = self.dice.random_range(80..140);
        self.next_day(days);
        (self.tone, self.spasms) = (4, 3);
        self.score(true).await?;
        self.implant = self.now;
        self.next_day(1);
        self.implant = self.now;
        self.implant_and_start().await?;
        self.titration().await
    }
}
