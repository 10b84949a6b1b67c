//! How a course goes: test, implant, titration, refills, changes of strength and of pump.

use super::{DAY, Maker};
use crate::door::{Refusal, Step};
use crate::patient::{Medicine, MedicineKind, PatientEvent, Surgery, WeaningStep};
use jiff::ToSpan;
use quantity::{Concentration, Volume};
use rand::RngExt;
use serde_json::{Value, json};
use therapy::{Population, decimal, expected_volume};
use twin::RBig;

pub(super) fn checks() -> Value {
    json!({ "no-relapse": true, "no-urinary-infection": true, "no-pressure-wound": true, "no-acute-illness": true,
            "resuscitation-ready": true })
}

/// nL as "7.4 mL", cut to a tenth.
fn millilitres(volume: u64) -> String {
    format!("{} mL", decimal(&(RBig::from(volume / 100_000) / RBig::from(10)), 1))
}

fn dose(micrograms: u32) -> String {
    format!("{micrograms} ug/d")
}

/// What is known of the pump at a visit.
pub(super) struct Now {
    /// Micrograms per day that run.
    pub dose: u32,
    /// Left in the reservoir by calculation, in nL.
    pub left: u64,
    /// In the reservoir after the last fill, in nL.
    pub fill: u64,
    /// Days until the refill must be done.
    pub days_left: i64,
    /// Strength that runs.
    pub strength: Concentration,
    pub strength_text: String,
    /// Volume of tubing and catheter.
    pub dead: RBig,
    /// Whether it runs one dose all day.
    pub continuous: bool,
}

impl Maker<'_> {
    pub(super) async fn whole_course(&mut self) -> Result<(), Refusal> {
        self.register().await?;
        self.background().await?;
        self.score(true).await?;
        self.screening().await?;
        self.now = self.implant;
        self.next_day(0);
        self.implant_and_start().await?;
        self.titration().await?;
        while self.visit().await? {
            if !self.fate().await? {
                return Ok(());
            }
        }
        self.ending().await
    }

    /// Medicines, allergies, what is kept at home.
    pub(super) async fn background(&mut self) -> Result<(), Refusal> {
        let since = self.date(self.now).checked_sub(3.years()).ok();
        let medicine = |id: &str, name: &str, is, dose: &str| Medicine {
            id: id.to_owned(),
            name: name.to_owned(),
            is,
            dose: dose.to_owned(),
            since,
            weaning: Vec::new(),
            reason: String::new(),
        };
        let mut steps = vec![PatientEvent::Medicine(medicine(
            "baclofen-oral",
            "baclofen, tablets",
            MedicineKind::OralAntispastic,
            "25 mg three times a day",
        ))];
        if self.chance(35) {
            let tizanidine = ("tizanidine", "4 mg three times a day");
            steps.push(PatientEvent::Medicine(medicine(
                "tizanidine",
                tizanidine.0,
                MedicineKind::OralAntispastic,
                tizanidine.1,
            )));
        }
        if self.chance(25) {
            steps.push(PatientEvent::Medicine(medicine(
                "night",
                "clonazepam",
                MedicineKind::CnsDepressant,
                "0.5 mg at night",
            )));
        }
        let allergic = self.chance(15);
        steps.push(if allergic {
            PatientEvent::Allergy {
                id: "allergy-1".to_owned(),
                substance: "penicillin".to_owned(),
                reaction: "rash".to_owned(),
            }
        } else {
            PatientEvent::NoAllergiesKnown
        });
        let steps = steps.into_iter().map(|event| self.event(event)).collect();
        let nurse = self.people.nurse.clone();
        self.act(&nurse, steps).await.map(drop)
    }

    /// An order through all its signatures.
    pub(super) async fn order(&mut self, order: Value, reason: &str) -> Result<String, Refusal> {
        let line = json!({ "at": self.moment(), "order": order });
        let nurse = self.people.nurse.clone();
        let name = self.act(&nurse, vec![Step::Draft { line }]).await?;
        let name = name.into_iter().next().unwrap_or_default();
        self.later(2);
        self.sign(&name, reason).await?;
        Ok(name)
    }

    async fn sign(&mut self, name: &str, reason: &str) -> Result<(), Refusal> {
        let patient = self.patient().await?;
        let draft = patient.draft(name).ok_or(Refusal::Impossible("the draft is gone"))?;
        let digest = draft.judged.digest.clone();
        let soft = draft.judged.findings.iter().any(|said| said.level == "soft");
        let again = again(&draft.line);
        let reason = soft.then(|| reason.to_owned());
        drop(patient);
        let physician = self.people.physician.clone();
        let sign = Step::Sign { draft: name.to_owned(), digest: digest.clone(), reason };
        self.act(&physician, vec![sign]).await?;
        self.later(2);
        let open = self.patient().await?.draft(name).is_some_and(crate::patient::Draft::is_open);
        if open {
            let surgeon = self.people.surgeon.clone();
            let check = Step::Check { draft: name.to_owned(), digest, again };
            self.act(&surgeon, vec![check]).await?;
            self.later(2);
        }
        Ok(())
    }

    /// What the programmer showed.
    fn confirmed(&self, order: &str, strength: &str, mode: &str, total: &str) -> Step {
        self.report(json!({ "confirmed": { "order": order, "method": "read-back", "concentration": strength,
            "mode": mode, "total": total, "running": true } }))
    }

    pub(super) async fn screening(&mut self) -> Result<(), Refusal> {
        self.next_day(20);
        let order = json!({ "screening-dose": { "dose": "50 ug", "checks": checks() } });
        self.order(order, "").await?;
        self.later(15);
        let hours = self.dice.random_range(5..8);
        let line =
            json!({ "screened": { "dose": "50 ug", "responded": true, "effect": format!("{hours} h") } });
        let report = self.report(line);
        let physician = self.people.physician.clone();
        self.act(&physician, vec![report]).await?;
        self.later(hours * 60);
        let patient = self.patient().await?;
        let screened = patient.lines.iter().rev().find(|placed| placed.line.line.get("screened").is_some());
        if let Some(line) = screened.map(|placed| placed.line.id.clone()) {
            let ended =
                PatientEvent::ObservationEnded { line, outcome: "tone back; breathing calm".to_owned() };
            let step = self.event(ended);
            self.act(&physician, vec![step]).await?;
        }
        Ok(())
    }

    fn pump(&mut self) -> Value {
        self.serial += 1;
        json!({
            "model": "synchromed-ii-8637-40",
            "serial": format!("INVENTED-{:05}-{}", self.number, self.serial),
            "tubing": "0.14 mL",
            "clock": "+01:00",
            "implanted": self.date(self.now).to_string(),
            "alarm-volume": "6 mL",
        })
    }

    pub(super) fn surgery(&self, operation: &str, note: &str) -> Surgery {
        Surgery {
            id: format!("{operation}-{}", self.date(self.now)),
            operation: operation.to_owned(),
            on: self.date(self.now),
            surgeon: self.people.surgeon.name.clone(),
            pump_udi: String::new(),
            pump_lot: format!("INVENTED-LOT-{}", self.number),
            catheter_udi: String::new(),
            catheter_lot: String::new(),
            pump_ended: String::new(),
            catheter_ended: String::new(),
            tip_level: "T10".to_owned(),
            pocket: "left lower abdomen, under the skin".to_owned(),
            depth: "2 cm".to_owned(),
            priming: "pump primed before implant".to_owned(),
            note: note.to_owned(),
        }
    }

    pub(super) async fn implant_and_start(&mut self) -> Result<(), Refusal> {
        let pump = self.pump();
        let catheter = json!({ "volume": "0.2 mL" });
        let strength = "500 ug/mL";
        let system = self.event(PatientEvent::System { pump, catheter });
        let implanted =
            json!({ "implanted": { "pump-primed": true, "catheter-holds": "csf", "primed-with": strength } });
        let steps = vec![
            system,
            self.report(implanted),
            self.event(PatientEvent::Surgery(self.surgery("implant", "first system"))),
        ];
        let surgeon = self.people.surgeon.clone();
        self.act(&surgeon, steps).await?;
        self.later(10);
        let filled = json!({ "drug": "lioresal-500-20", "concentration": strength, "volume": "40 mL",
            "lot": format!("INVENTED-{}", self.number) });
        let nurse = self.people.nurse.clone();
        let step = self.report(json!({ "filled": filled }));
        self.act(&nurse, vec![step]).await?;
        self.later(10);
        let then = json!({ "mode": "continuous", "dose": "100 ug/d" });
        let run = json!({ "mode": "priming-bolus", "volume": "0.2 mL", "over": "30 min", "then": then });
        let program = json!({ "concentration": strength, "total": "100 ug/d", "run": run });
        let order = self.order(json!({ "program": program }), "first program").await?;
        self.later(5);
        let step = self.confirmed(&order, strength, "continuous", "100 ug/d");
        self.act(&nurse, vec![step]).await?;
        self.later(10);
        let day = self.date(self.now);
        let at = |days: i64| day.checked_add(days.days()).unwrap_or(day);
        // One drug at a time, baclofen first, in steps (best practices 2016).
        let weaning = vec![
            WeaningStep { from: at(3), dose: "10 mg three times a day".to_owned() },
            WeaningStep { from: at(10), dose: "5 mg three times a day".to_owned() },
            WeaningStep { from: at(17), dose: "stop".to_owned() },
        ];
        let medicine = Medicine {
            id: "baclofen-oral".to_owned(),
            name: "baclofen, tablets".to_owned(),
            is: MedicineKind::OralAntispastic,
            dose: "25 mg three times a day".to_owned(),
            since: None,
            weaning,
            reason: String::new(),
        };
        let step = self.event(PatientEvent::Medicine(medicine));
        self.act(&nurse, vec![step]).await?;
        self.stock().await?;
        self.book().await
    }

    /// What is kept at home is looked at, and new.
    async fn stock(&mut self) -> Result<(), Refusal> {
        self.last_stock = self.now;
        let checked = self.date(self.now);
        let stock = crate::patient::HomeStock {
            what: "baclofen 10 mg, 50 tablets".to_owned(),
            checked,
            expires: checked.checked_add(900.days()).ok(),
        };
        let step = self.event(PatientEvent::HomeStock(stock));
        let nurse = self.people.nurse.clone();
        self.act(&nurse, vec![step]).await?;
        Ok(())
    }

    /// What is known of the pump now.
    pub(super) async fn look(&self) -> Result<Now, Refusal> {
        let patient = self.patient().await?;
        let stand = patient.stand(self.rules, self.now)?;
        let gone = || Refusal::Impossible("the invented course has no filled pump");
        let running = stand.course.running().ok_or_else(gone)?;
        let reservoir = stand.course.reservoir.as_ref().ok_or_else(gone)?;
        let twin = stand.course.twin.as_ref().ok_or_else(gone)?;
        let by = stand.outlook.as_ref().and_then(|outlook| outlook.forecast.refill_by).ok_or_else(gone)?;
        let today = self.date(self.now);
        let dead = stand.course.pump.map_or(Volume::ZERO, |pump| pump.tubing);
        let catheter = stand.course.catheter.map(|catheter| twin::of(catheter.volume)).unwrap_or_default();
        Ok(Now {
            dose: u32::try_from((running.dose_per_day() / RBig::from(1_000)).trunc()).unwrap_or(0),
            left: expected_volume(twin, stand.now).nanolitres(),
            fill: reservoir.fill.nanolitres(),
            days_left: i64::from(by.date.since(today).map_or(0, |span| span.get_days())),
            strength: running.concentration,
            strength_text: running.concentration.data().to_string(),
            dead: RBig::from(dead.nanolitres()) + catheter,
            continuous: running.mode != "flex",
        })
    }

    /// Books the visit for the refill, some days before it must be done.
    pub(super) async fn book(&mut self) -> Result<(), Refusal> {
        let now = self.look().await?;
        let spare = self.dice.random_range(2..9).min((now.days_left - 1).max(0));
        let on = self.date(self.now).checked_add((now.days_left - spare).max(1).days());
        let on = on.map_or_else(|_| String::new(), |on| on.to_string());
        let step = self.report(json!({ "visit": { "on": on } }));
        let coordinator = self.people.coordinator.clone();
        self.act(&coordinator, vec![step]).await?;
        self.later(5);
        Ok(())
    }

    /// A program at another dose, or the same again, confirmed.
    pub(super) async fn set_dose(&mut self, now: &Now, micrograms: u32) -> Result<(), Refusal> {
        let total = dose(micrograms);
        let run = json!({ "mode": "continuous", "dose": total });
        let program = json!({ "concentration": now.strength_text, "total": total, "run": run });
        let order = self.order(json!({ "program": program }), "discussed with the patient").await?;
        self.later(5);
        let nurse = self.people.nurse.clone();
        let step = self.confirmed(&order, &now.strength_text, "continuous", &total);
        self.act(&nurse, vec![step]).await?;
        self.later(5);
        Ok(())
    }

    /// The band of the patient's population while the dose is titrated, as a part.
    async fn rise_part(&self) -> Result<u32, Refusal> {
        let cerebral = matches!(
            self.patient().await?.identity.diagnosis.as_str(),
            "cerebral-palsy" | "stroke" | "brain-injury"
        );
        let population = if cerebral { Population::Cerebral } else { Population::Spinal };
        let most = &self.rules.protocol.band(population).titration_rise_max.value;
        Ok(u32::try_from((most * RBig::from(100)).trunc()).unwrap_or(10))
    }

    pub(super) async fn titration(&mut self) -> Result<(), Refusal> {
        let most = self.rise_part().await?.saturating_sub(2).max(3);
        for step in 0..self.dice.random_range(3..7) {
            let days = self.dice.random_range(4..10);
            if self.now + (days + 1) * DAY > self.end {
                return Ok(());
            }
            self.next_day(days);
            let now = self.look().await?;
            if now.days_left < 8 {
                return Ok(());
            }
            let part = self.dice.random_range(most / 2..=most);
            self.set_dose(&now, now.dose + (now.dose * part / 100).max(1)).await?;
            self.improve();
            // A better score each time: three rises without one ask for a check of the system.
            self.score(step % 2 == 1).await?;
            self.book().await?;
        }
        if self.now + 30 * DAY > self.end {
            return Ok(());
        }
        self.next_day(12);
        let finished = PatientEvent::TitrationFinished { reason: "goals reached".to_owned() };
        let stop = PatientEvent::MedicineStopped {
            id: "baclofen-oral".to_owned(),
            on: self.date(self.now),
            reason: "weaned as planned".to_owned(),
        };
        let mut steps = vec![self.event(finished), self.event(stop)];
        steps.extend(self.scores(true));
        let physician = self.people.physician.clone();
        self.act(&physician, steps).await?;
        Ok(())
    }

    fn improve(&mut self) {
        if self.chance(60) {
            self.tone = self.tone.saturating_sub(1).max(1);
        }
        if self.chance(50) {
            self.spasms = self.spasms.saturating_sub(1);
        }
        if self.chance(40) {
            self.barthel = (self.barthel + 5).min(70);
        }
    }

    /// What a syringe draws: near what the pump should hold.
    fn withdrawn(&mut self, now: &Now) -> String {
        let off = self.dice.random_range(-3_i64..=4) * 100_000;
        let drawn = i64::try_from(now.left).unwrap_or(0) + off;
        millilitres(u64::try_from(drawn.max(0)).unwrap_or(0).min(now.fill))
    }

    /// The next visit, a refill; `false` when the course has come to its end.
    pub(super) async fn visit(&mut self) -> Result<bool, Refusal> {
        let ahead = self.look().await?.days_left;
        let spare = self.dice.random_range(2..9);
        let days = (ahead - spare).max(1);
        if self.now + (days + 1) * DAY > self.end {
            return Ok(false);
        }
        self.next_day(days);
        self.score(false).await?;
        // Some forget what is kept at home.
        if self.now - self.last_stock > 780 * DAY && self.index % 6 != 5 {
            self.stock().await?;
        }
        let now = self.look().await?;
        let since = self.now - self.implant;
        let pump_days = (self.now - self.pump_since().await?) / DAY;
        if pump_days > 2_280 {
            self.replacement(&now).await?;
        } else if now.dose > 180 && now.strength < self.strong() && now.continuous {
            self.stronger(&now).await?;
        } else {
            self.refill(&now).await?;
            let now = self.look().await?;
            let young = since < 540 * DAY;
            if now.continuous && young && now.dose < 420 && self.chance(55) {
                let part = self.dice.random_range(5..13);
                self.set_dose(&now, now.dose + now.dose * part / 100).await?;
                self.improve();
                self.score(true).await?;
            } else if now.continuous && self.chance(6) {
                self.set_dose(&now, now.dose - now.dose / 12).await?;
            } else if now.continuous && self.index % 5 == 2 && since > 700 * DAY && now.dose >= 120 {
                self.flex(&now).await?;
            }
        }
        self.book().await?;
        Ok(true)
    }

    fn strong(&self) -> Concentration {
        Concentration::from_nanograms_per_millilitre(2_000_000).unwrap_or(Concentration::MAX)
    }

    async fn pump_since(&self) -> Result<i64, Refusal> {
        let patient = self.patient().await?;
        let stand = patient.stand(self.rules, self.now)?;
        let on = stand.course.pump.and_then(|pump| pump.implanted);
        Ok(on.map_or(self.implant, |on| crate::worklist::day_begins(on, &self.zone)))
    }

    fn drug(strength: &str) -> &'static str {
        if strength.starts_with("2000") { "lioresal-2000-20" } else { "lioresal-500-20" }
    }

    async fn refill(&mut self, now: &Now) -> Result<(), Refusal> {
        let filled = json!({ "drug": Self::drug(&now.strength_text), "concentration": now.strength_text,
            "volume": "40 mL", "withdrawn": self.withdrawn(now), "lot": format!("INVENTED-{}", self.version) });
        let filled = self.report(json!({ "filled": filled }));
        let patient = self.patient().await?;
        let serial = patient.stand(self.rules, self.now)?.course.pump.map(|pump| pump.serial.clone());
        drop(patient);
        self.later(10);
        let read =
            self.report(json!({ "interrogated": { "serial": serial.unwrap_or_default(), "running": true } }));
        let nurse = self.people.nurse.clone();
        self.act(&nurse, vec![filled, read]).await?;
        self.later(5);
        Ok(())
    }

    /// The stronger drug, with the bridge that keeps the old dose until the line is clear: time V·C1/D1, dose V·C2.
    async fn stronger(&mut self, now: &Now) -> Result<(), Refusal> {
        let strong = "2000 ug/mL";
        // nL at ng per mL: the volume times C1 / 1,000,000 is in ng, over the dose in ng per day it is days.
        let seconds = &now.dead * twin::of(now.strength.quotient()) * RBig::from(86_400)
            / (RBig::from(1_000_000) * RBig::from(now.dose) * RBig::from(1_000));
        let seconds = u64::try_from(seconds.trunc()).unwrap_or(0);
        let volume = decimal(&(&now.dead / RBig::from(1_000_000)), 3);
        let total = dose(now.dose);
        let then = json!({ "mode": "continuous", "dose": total });
        let run = json!({ "mode": "bridge-bolus", "volume": format!("{volume} mL"), "over": format!("{seconds} s"),
            "then": then });
        let refill = json!({ "drug": "lioresal-2000-20", "concentration": strong, "volume": "40 mL" });
        let program = json!({ "concentration": strong, "reservoir": "40 mL", "total": total, "run": run });
        let order =
            self.order(json!({ "refill": refill, "program": program }), "longer between refills").await?;
        self.later(5);
        let filled = json!({ "drug": "lioresal-2000-20", "concentration": strong, "volume": "40 mL",
            "withdrawn": self.withdrawn(now), "lot": format!("INVENTED-{}", self.version) });
        let filled = self.report(json!({ "filled": filled }));
        self.later(5);
        let seen = self.confirmed(&order, strong, "continuous", &total);
        let nurse = self.people.nurse.clone();
        self.act(&nurse, vec![filled, seen]).await?;
        self.later(5);
        Ok(())
    }

    /// More of the same dose in the evening.
    async fn flex(&mut self, now: &Now) -> Result<(), Refusal> {
        let low = now.dose / 30;
        let high = low * 2;
        let total = low * 18 + high * 6;
        let day = json!([
            { "from": "00:00", "dose": format!("{low} ug/h") },
            { "from": "16:00", "dose": format!("{high} ug/h") },
            { "from": "22:00", "dose": format!("{low} ug/h") },
        ]);
        let text = dose(total);
        let run = json!({ "mode": "flex", "every-day": day });
        let program = json!({ "concentration": now.strength_text, "total": text, "run": run });
        let order = self.order(json!({ "program": program }), "spasms in the evening").await?;
        self.later(5);
        let nurse = self.people.nurse.clone();
        let seen = self.confirmed(&order, &now.strength_text, "flex", &text);
        self.act(&nurse, vec![seen]).await?;
        self.later(5);
        Ok(())
    }

    /// A new pump before the old one ends; the same dose goes on.
    async fn replacement(&mut self, now: &Now) -> Result<(), Refusal> {
        let pump = self.pump();
        let serial = pump.get("serial").cloned().unwrap_or_default();
        let revised = json!({ "under-delivery": false, "pump-primed": true, "primed-with": now.strength_text,
            "catheter-holds": "drug", "pump": pump });
        let mut surgery = self.surgery("replacement", "end of the pump's service life");
        // Some forget to say why the old one came out.
        if self.index % 24 != 21 {
            surgery.pump_ended = "battery".to_owned();
        }
        let steps =
            vec![self.report(json!({ "revised": revised })), self.event(PatientEvent::Surgery(surgery))];
        let surgeon = self.people.surgeon.clone();
        self.act(&surgeon, steps).await?;
        self.later(10);
        let filled = json!({ "drug": Self::drug(&now.strength_text), "concentration": now.strength_text,
            "volume": "40 mL" });
        let filled = self.report(json!({ "filled": filled }));
        let nurse = self.people.nurse.clone();
        self.act(&nurse, vec![filled]).await?;
        self.later(5);
        let total = dose(now.dose);
        let run = json!({ "mode": "continuous", "dose": total });
        let program = json!({ "serial": serial, "concentration": now.strength_text, "tubing": "0.14 mL",
            "reservoir": "40 mL", "alarm-volume": "6 mL", "total": total, "run": run });
        let order =
            self.order(json!({ "program": program }), "new pump, same dose, observed overnight").await?;
        self.later(5);
        let seen = self.confirmed(&order, &now.strength_text, "continuous", &total);
        self.act(&nurse, vec![seen]).await?;
        self.later(5);
        Ok(())
    }
}

/// What the second person types.
fn again(line: &Value) -> String {
    let text = |pointer: &str| line.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let total = text("/order/program/total").or_else(|| text("/order/program/run/dose"));
    total
        .or_else(|| text("/order/refill/concentration"))
        .or_else(|| text("/order/screening-dose/dose"))
        .unwrap_or_default()
}
