//! Scores of invented patients: knees, spasms and daily life at every scoring, hips and ankles at the first, when titration
//! ends, and about once a year. Some years nobody scored.

use super::{DAY, Maker};
use crate::door::{Refusal, Step};
use rand::Rng;
use serde_json::json;

/// Grades of the modified Ashworth scale, best first.
const GRADES: [&str; 6] = ["0", "1", "1+", "2", "3", "4"];

impl Maker<'_> {
    /// Scores of the day, at most about twice a year unless `always`.
    pub(super) async fn score(&mut self, always: bool) -> Result<(), Refusal> {
        if !always && self.now - self.last_scored < 170 * DAY {
            return Ok(());
        }
        self.last_scored = self.now;
        if !always && self.is_missed() {
            // Chance goes on as if they had been taken: what comes after does not depend on it.
            self.dice.fill_bytes(&mut [0; 16]);
            self.later(10);
            return Ok(());
        }
        let wide = self.last_wide == 0 || self.now - self.last_wide > 330 * DAY;
        let steps = self.scores(wide);
        let therapist = self.people.therapist.clone();
        self.act(&therapist, steps).await?;
        self.later(10);
        Ok(())
    }

    /// Every fourth year of every third patient, nobody scored.
    const fn is_missed(&self) -> bool {
        let years = (self.now - self.implant) / (365 * DAY);
        years > 0 && self.index % 3 == 1 && years % 4 == 2
    }

    /// All scores of a day; `wide` with hips and ankles.
    pub(super) fn scores(&mut self, wide: bool) -> Vec<Step> {
        let scored = |scale: &str, value: &str| json!({ "scored": { "scale": scale, "value": value } });
        let mut muscles = vec![("knee-flexors", self.tone)];
        if wide {
            self.last_wide = self.now;
            muscles.push(("hip-adductors", self.tone.saturating_sub(self.index as usize % 2)));
            muscles.push(("ankle-plantar-flexors", (self.tone + 1).min(5)));
        }
        let mut steps = Vec::new();
        for (muscle, tone) in muscles {
            let grade = GRADES.get(tone).copied().unwrap_or("0");
            for side in ["left", "right"] {
                let scored =
                    json!({ "scale": "modified-ashworth", "value": grade, "site": muscle, "side": side });
                steps.push(self.report(json!({ "scored": scored })));
            }
        }
        let spasms = self.spasms.to_string();
        steps.push(self.report(scored("penn-spasm-frequency", &spasms)));
        let adductors = self.spasms.min(4).to_string();
        steps.push(self.report(scored("adductor-tone", &adductors)));
        // Good and less good years.
        let years = (self.now - self.implant).max(0) / (365 * DAY);
        let good = wide && (years + i64::from(self.index)) % 3 == 1;
        let barthel = self.barthel + if good { 5 } else { 0 };
        steps.push(self.report(scored("barthel", &barthel.to_string())));
        steps
    }
}
