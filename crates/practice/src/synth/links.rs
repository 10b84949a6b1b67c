//! Cards and patient pages of some invented patients, and what came from them: dealt out by the patient's index.

use super::{DAY, Maker};
use crate::door::Refusal;
use crate::outside::{NotTaken, Sent};
use crate::path::diary::{Day, Sleep};
use crate::path::link::{self, Kind};
use crate::path::told::{Alarm, Question};
use crate::triage::{Answers, Delivery, Often, Signs, Sound, triage};
use rand::{Rng, RngExt};
use record::Id;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Days of the diary that are kept.
const DIARY_DAYS: i64 = 9;

impl Maker<'_> {
    /// A card and a patient page, and by the index a diary, an alarm that was heard, or a question.
    pub(super) async fn card_and_page(&mut self, scene: u32) -> Result<(), Refusal> {
        self.now = (self.end - (DIARY_DAYS + 1) * DAY).max(self.now);
        let coordinator = self.people.coordinator.clone();
        let mut token = String::new();
        for (kind, for_whom) in [(Kind::Emergency, "the card"), (Kind::Patient, "patient")] {
            let mut random = [0; 32];
            self.dice.fill_bytes(&mut random);
            token = link::token(random);
            let events = link::make(&*self.patient().await?, kind, for_whom, random);
            let steps = events.into_iter().map(|event| self.event(event)).collect();
            self.act(&coordinator, steps).await?;
            self.later(2);
        }
        let begun = self.now;
        for days in (0..DIARY_DAYS).rev() {
            let at = self.end - days * DAY - 5 * 3_600;
            if at <= begun {
                continue;
            }
            self.now = at;
            let mut day = Day::empty(self.date(at));
            day.spasms = Some(self.dice.random_range(0..12));
            day.pain = Some(self.dice.random_range(0..5));
            day.sleep = Some(if self.chance(70) { Sleep::Good } else { Sleep::Broken });
            if days == 3 {
                day.side_effects = "a little drowsy after lunch".to_owned();
            }
            self.send(&token, Sent::Diary(day)).await?;
        }
        self.now = (self.end - 2 * 3_600).max(self.now);
        match scene {
            10 => {
                let answers = Answers {
                    sound: Sound::TwoTone,
                    often: Often::NotSure,
                    tones_known: true,
                    withdrawal: Signs::Asked(BTreeSet::new()),
                    overdose: Signs::Asked(BTreeSet::new()),
                    high_risk: Some(false),
                    delivery: Delivery::Flows,
                };
                let text = "It comes from the belly, and it is not the telephone.";
                let alarm = Alarm::of(&answers, &triage(&answers), "since this morning", text);
                self.send(&token, Sent::Alarm(alarm)).await?;
            }
            11 => {
                let text = "May I go into a swimming pool of 34 degrees?".to_owned();
                self.send(&token, Sent::Question(Question { question: None, text })).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Something sent from the patient page.
    async fn send(&mut self, token: &str, sent: Sent) -> Result<(), Refusal> {
        let mut form = [0; 16];
        self.dice.fill_bytes(&mut form);
        let content = Sha256::digest(form).into();
        let done = self
            .practice
            .record_from_outside(token, Id::from_random(form), content, self.rules, self.now, sent)
            .await
            .map_err(|error| match error {
                NotTaken::Refused(refusal) => refusal,
                NotTaken::Field { field, message } => Refusal::Field { field: field.to_owned(), message },
                NotTaken::NoLink | NotTaken::TooMany => {
                    Refusal::Impossible("the invented page takes nothing")
                }
            })?;
        self.version = done.receipt.versions.first().map_or(self.version, |(_, version)| *version);
        Ok(())
    }
}
