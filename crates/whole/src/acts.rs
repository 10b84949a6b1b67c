//! What people do over the years.

use crate::house::{Who, at};
use crate::visit::{Crash, Read, words};
use crate::world::{DAY, DRUG, HOUR, Held, STRENGTH, World};
use ::pump::{AlarmClass, HoldKind, ORDER_VERSION, Order, Running, Text, What};
use practice::{Refusal, Step};
use programmer::{Entered, emergency_hold};
use rand::RngExt as _;
use serde_json::{Value, json};
use therapy::OrderState;
use twin::RBig;
use virtual_pump::Fault;

/// Days after which the drug must not be in the pump any more are 180; the clinic refills before.
const REFILL_DAYS: i64 = 150;
/// A refill is due below this, nL.
const REFILL_BELOW: u128 = 10_000_000;

/// What is running, in micrograms a day.
fn continuous(dose: u64) -> Value {
    json!({ "mode": "continuous", "dose": format!("{dose} ug/d") })
}

impl World {
    /// The patient is tested and implanted; the first program.
    pub(crate) fn begin(&mut self) -> Held {
        let (now, system) = (self.now(), self.system());
        self.house.register(now, system, STRENGTH).map_err(|refusal| format!("register: {refusal:?}"))?;
        self.pass(600)?;
        self.fill(None)?;
        self.first_program(100)
    }

    fn first_program(&mut self, dose: u64) -> Held {
        self.approach()?;
        if let Some(read) = self.read()? {
            self.settle(&read)?;
            self.program(continuous(dose), dose, false)?;
        }
        self.leave()
    }

    /// The reservoir is filled: 40 mL are in it, whatever was.
    fn fill(&mut self, withdrawn: Option<u128>) -> Held {
        self.air.borrow_mut().pump.board_mut().fill(40_000_000);
        self.filled_at = self.now();
        let mut filled =
            json!({ "drug": DRUG, "concentration": STRENGTH, "volume": "40 mL", "lot": "INVENTED" });
        if let (Some(tenths), Some(fields)) = (withdrawn, filled.as_object_mut()) {
            let text = format!("{}.{} mL", tenths / 10, tenths % 10);
            fields.insert("withdrawn".to_owned(), Value::String(text));
        }
        self.note("filled");
        let now = self.now();
        let done = self.house.report(now, json!({ "filled": filled }));
        done.map_err(|refusal| format!("filled: {refusal:?}"))?;
        self.pass(60)
    }

    /// An order through its signatures; its name, if the rules let it pass.
    fn order(&mut self, order: Value, again: u64) -> Held<Option<String>> {
        let now = self.now();
        let line = at(now, json!({ "order": order }));
        let drafted = self.house.act(Who::Nurse, now, vec![Step::Draft { line }]);
        let name = match drafted {
            Ok(done) => done.names.first().cloned().ok_or("a draft without a name")?,
            Err(refusal) => return Ok(self.refused("draft", &refusal)),
        };
        self.pass(60)?;
        let patient = self.house.patient().map_err(words)?;
        let draft = patient.draft(&name).ok_or("the draft is gone")?;
        let digest = draft.judged.digest.clone();
        let soft = draft.judged.findings.iter().any(|said| said.level == "soft");
        drop(patient);
        let reason = soft.then(|| "discussed with the patient".to_owned());
        let sign = Step::Sign { draft: name.clone(), digest: digest.clone(), reason };
        if let Err(refusal) = self.house.act(Who::Physician, self.now(), vec![sign]) {
            return self.dropped(&name, "signature", &refusal);
        }
        self.pass(60)?;
        let patient = self.house.patient().map_err(words)?;
        if patient.line(&name).is_none() {
            drop(patient);
            let check = Step::Check { draft: name.clone(), digest, again: format!("{again} ug/d") };
            if let Err(refusal) = self.house.act(Who::Second, self.now(), vec![check]) {
                return self.dropped(&name, "second signature", &refusal);
            }
            self.pass(60)?;
        }
        self.counts.one("orders signed");
        self.note(format!("signed {name}"));
        Ok(Some(name))
    }

    fn refused(&mut self, what: &str, refusal: &Refusal) -> Option<String> {
        let why = match refusal {
            Refusal::Findings(findings) => {
                let rules = findings.iter().filter(|(finding, _)| finding.level == therapy::Level::Hard);
                let rules: Vec<&str> = rules.map(|(finding, _)| finding.rule.about().id).collect();
                rules.join(" ")
            }
            other => format!("{other:?}"),
        };
        self.note(format!("{what} refused: {why}"));
        let why: String = why.chars().take(60).collect();
        self.counts.one(format!("{what} refused: {why}"));
        None
    }

    fn dropped(&mut self, name: &str, what: &str, refusal: &Refusal) -> Held<Option<String>> {
        self.refused(what, refusal);
        let drop = Step::Drop { draft: name.to_owned(), reason: "The rules do not let it pass".to_owned() };
        let dropped = self.house.act(Who::Physician, self.now(), vec![drop]);
        dropped.map(|_| None).map_err(|refusal| format!("drop: {refusal:?}"))
    }

    /// A program is ordered and sent.
    fn program(&mut self, run: Value, mean: u64, refill: bool) -> Held<bool> {
        let program = json!({ "concentration": STRENGTH, "run": run });
        let order = if refill {
            let refill = json!({ "drug": DRUG, "concentration": STRENGTH, "volume": "40 mL" });
            json!({ "refill": refill, "program": program })
        } else {
            json!({ "program": program })
        };
        let Some(name) = self.order(order, mean)? else { return Ok(false) };
        if refill {
            let left = self.air.borrow().pump.board().truth().left_picolitres / 100_000_000;
            self.fill(Some(left))?;
        }
        let crash = self.crash();
        self.send(&name, crash)
    }

    fn crash(&mut self) -> Crash {
        match self.dice.random_range(0..100_u32) {
            0..80 => Crash::None,
            80..83 => Crash::BeforeFiled,
            83..87 => Crash::AfterFiled,
            87..91 => Crash::AfterCommit,
            91..94 => Crash::AfterRuns,
            _ => Crash::AtMessage(self.dice.random_range(1..14)),
        }
    }

    /// Micrograms a day that the record says run, or ran last.
    fn dose(&self) -> Held<u64> {
        let rules = std::sync::Arc::clone(&self.house.rules);
        let patient = self.house.patient().map_err(words)?;
        let stand = patient.stand(&rules, self.now()).map_err(words)?;
        let dose = stand.course.running().map(|running| running.dose_per_day() / RBig::from(1_000));
        Ok(dose.map_or(100, |dose| u64::try_from(dose.trunc()).unwrap_or(100)).max(1))
    }

    /// The next thing that somebody does.
    pub(crate) fn act(&mut self) -> Held {
        let replace = self.replace_by.is_some_and(|by| by <= self.now()) || self.is_stranded();
        if replace || (self.replace_by.is_some() && self.chance(20)) {
            return self.replace();
        }
        self.approach()?;
        match self.read()? {
            Some(read) if read.status.running == Running::Ended => {
                self.settle(&read)?;
                self.leave()?;
                return self.replace();
            }
            Some(read) => {
                let settled = self.settle(&read)?;
                if settled {
                    self.treat(&read)?;
                } else {
                    self.counts.one("visits that could not settle");
                    // What is left is another pump.
                    if self.chance(25) {
                        self.leave()?;
                        self.counts.one("replaced because nothing else was left");
                        return self.replace();
                    }
                }
            }
            None => self.counts.one("visits without a reading"),
        }
        self.leave()?;
        if self.chance(20) {
            // Soon again, while something may still be open.
            self.comes_at = Some(self.now() + self.dice.random_range(1..40) * HOUR);
        }
        Ok(())
    }

    fn treat(&mut self, read: &Read) -> Held {
        if read.status.running != Running::Program {
            return self.go_on(read);
        }
        if let Some(name) = self.ordered()? {
            if self.chance(70) {
                self.counts.one("act: an order is sent again");
                self.send(&name, Crash::None)?;
            } else {
                self.counts.one("act: an order is given up");
                let now = self.now();
                let line = json!({ "reason": "Another dose is wanted", "not-entered": { "order": name } });
                self.house.report(now, line).map_err(|refusal| format!("{refusal:?}"))?;
            }
            return Ok(());
        }
        let dose = self.dose()?;
        let left = self.air.borrow().pump.board().truth().left_picolitres / 1_000;
        if left < REFILL_BELOW || self.now() - self.filled_at > REFILL_DAYS * DAY {
            self.counts.one("act: refill");
            self.program(continuous(dose), dose, true)?;
            return Ok(());
        }
        match self.dice.random_range(0..100_u32) {
            0..30 => self.titrate(dose),
            30..40 => self.flex(dose),
            40..50 => self.bolus(dose),
            50..57 => self.hold(read),
            57..61 => self.emergency(),
            61..66 => self.image(),
            66..70 => self.test_alarm(),
            70..74 => {
                self.counts.one("act: the clinic's computer starts anew");
                self.house.restart();
                Ok(())
            }
            _ => {
                self.counts.one("act: only read");
                Ok(())
            }
        }
    }

    /// A signed order that is not in the pump yet.
    fn ordered(&self) -> Held<Option<String>> {
        let rules = std::sync::Arc::clone(&self.house.rules);
        let patient = self.house.patient().map_err(words)?;
        let stand = patient.stand(&rules, self.now()).map_err(words)?;
        let order = stand
            .course
            .orders
            .iter()
            .find(|order| order.state == OrderState::Ordered && order.order.program.is_some());
        Ok(order.map(|order| order.event.id.clone()))
    }

    fn titrate(&mut self, dose: u64) -> Held {
        let percent = self.dice.random_range(75..=128_u64);
        let wanted = (dose * percent / 100).clamp(40, 450);
        let mut run = continuous(if wanted == dose { wanted + 5 } else { wanted });
        let mean = if wanted == dose { wanted + 5 } else { wanted };
        if self.chance(10)
            && let Some(fields) = run.as_object_mut()
        {
            let base = Value::Object(fields.clone());
            run = json!({ "mode": "single-bolus", "dose": "10 ug", "over": "15 min", "then": base });
        }
        self.counts.one("act: titration");
        self.program(run, mean, false).map(drop)
    }

    fn flex(&mut self, dose: u64) -> Held {
        // 18 hours of the low and 6 of the high one are the mean again.
        let low = (dose * 9 / 10).max(20) / 4 * 4;
        let high = low + low / 4;
        let day = json!([
            { "from": "00:00", "dose": format!("{low} ug/d") },
            { "from": "16:00", "dose": format!("{high} ug/d") },
            { "from": "22:00", "dose": format!("{low} ug/d") },
        ]);
        let mean = (low * 3 + high) / 4;
        self.counts.one("act: flex program");
        self.program(json!({ "mode": "flex", "every-day": day }), mean, false).map(drop)
    }

    fn bolus(&mut self, dose: u64) -> Held {
        let extra = self.dice.random_range(5..40_u32);
        let minutes = self.dice.random_range(5..90_u32);
        let run = json!({ "mode": "single-bolus", "dose": format!("{extra} ug"), "over": format!("{minutes} min"),
            "then": continuous(dose) });
        self.counts.one("act: single bolus");
        self.program(run, dose, false).map(drop)
    }

    fn kind(&mut self) -> HoldKind {
        if self.chance(50) { HoldKind::MinimumRate } else { HoldKind::Stop }
    }

    /// An order of the programmer alone: it holds, or ends a hold.
    fn at_bedside(&mut self, read: &Read, what: What) -> Held {
        let text = |text: &str| Text::new(text).map_err(words);
        let status = &read.status;
        let order = Order {
            version: ORDER_VERSION,
            serial: status.serial.clone(),
            counter: status.counter.saturating_add(1),
            id: text("bedside")?,
            record_digest: [0; 32],
            prescribed_by: Text::new("Invented Physician").map_err(words)?,
            checked_by: None,
            not_before: status.now.saturating_sub(600),
            expires_at: status.now.saturating_add(600),
            what,
        };
        self.watch.may_be_held = true;
        self.books.loosen();
        let identity = std::rc::Rc::clone(&self.identity);
        let entered = self.session().map(|mut session| session.enter(&identity, &order));
        self.look()?;
        match entered {
            Ok(Entered::Runs { .. }) => self.counts.one("bedside: done"),
            Ok(Entered::NotEntered { why }) => self.note(format!("bedside: not entered: {why}")),
            Ok(Entered::Unknown { why, .. }) => self.note(format!("bedside: unknown: {why}")),
            Err(error) => self.note(format!("bedside: {error}")),
        }
        Ok(())
    }

    fn hold(&mut self, read: &Read) -> Held {
        let (kind, hours) = (self.kind(), self.dice.random_range(1..12_u32));
        self.counts.one("act: hold, signed");
        self.note(format!("hold {kind:?} for {hours} h"));
        self.at_bedside(read, What::Hold { kind, remind_after_seconds: hours * 3_600 })?;
        self.afterwards()
    }

    fn emergency(&mut self) -> Held {
        let kind = self.kind();
        self.counts.one("act: hold, emergency");
        self.note(format!("emergency hold {kind:?}"));
        self.watch.may_be_held = true;
        self.books.loosen();
        if let Err(error) = emergency_hold(self.radio(), kind) {
            self.note(format!("emergency: {error}"));
        }
        self.look()?;
        self.afterwards()
    }

    /// The pump is read again, mostly; and somebody comes again soon.
    fn afterwards(&mut self) -> Held {
        if self.chance(70)
            && let Some(read) = self.read()?
        {
            self.settle(&read)?;
        }
        self.comes_at = Some(self.now() + self.dice.random_range(1..20) * HOUR);
        let again = self.comes_at;
        self.leave()?;
        self.comes_at = again;
        Ok(())
    }

    /// Delivery goes on: what is held is let go, or a program begins anew.
    fn go_on(&mut self, read: &Read) -> Held {
        let held = matches!(read.status.running, Running::HeldAtMinimum | Running::HeldStopped);
        if held && self.chance(60) {
            self.counts.one("act: hold ended");
            self.note("hold ended");
            self.at_bedside(read, What::Resume)?;
        } else {
            self.counts.one("act: begins anew");
            if let Some(name) = self.ordered()? {
                self.send(&name, Crash::None)?;
            } else {
                let dose = self.dose()?;
                if !self.program(continuous(dose), dose, false)? && self.ordered()?.is_none() {
                    let low = dose.min(100);
                    self.program(continuous(low), low, false)?;
                }
            }
        }
        if let Some(read) = self.read()? {
            self.settle(&read)?;
        }
        Ok(())
    }

    /// Magnetic resonance imaging, and the check after it.
    fn image(&mut self) -> Held {
        self.counts.one("act: imaging");
        let now = self.now();
        self.house.report(now, json!({ "mri": {} })).map_err(|refusal| format!("{refusal:?}"))?;
        self.leave()?;
        self.fault(Fault::Field(true));
        let seconds = self.dice.random_range(900..4_000);
        self.pass(seconds)?;
        self.fault(Fault::Field(false));
        self.pass(1_200)?;
        self.approach()?;
        if let Some(read) = self.read()? {
            let running = read.status.running == Running::Program;
            let now = self.now();
            let checked = json!({ "mri-checked": { "running": running } });
            self.books.loosen();
            self.house.report(now, checked).map_err(|refusal| format!("{refusal:?}"))?;
            self.settle(&read)?;
        }
        Ok(())
    }

    fn test_alarm(&mut self) -> Held {
        self.counts.one("act: alarm test");
        let class = if self.chance(50) { AlarmClass::Critical } else { AlarmClass::NonCritical };
        if let Ok(mut session) = self.session() {
            if let Err(error) = session.test_alarm(class) {
                self.note(format!("alarm test: {error}"));
            }
            session.close();
        }
        self.look()
    }

    /// Another pump, at the dose that ran.
    fn replace(&mut self) -> Held {
        self.counts.one("act: replacement");
        self.note("replacement");
        let dose = self.dose()?;
        if let Some(name) = self.ordered()? {
            let now = self.now();
            let line = json!({ "reason": "The pump is replaced", "not-entered": { "order": name } });
            self.house.report(now, line).map_err(|refusal| format!("{refusal:?}"))?;
        }
        self.other_pump()?;
        let (now, pump) = (self.now(), self.system());
        let revised = json!({ "revised": { "under-delivery": false, "pump-primed": true, "primed-with": STRENGTH,
            "catheter-holds": "drug", "pump": pump } });
        let done = self.house.act(Who::Surgeon, now, vec![Step::Report { line: at(now, revised) }]);
        done.map_err(|refusal| format!("revised: {refusal:?}"))?;
        self.pass(600)?;
        self.fill(None)?;
        self.first_program(dose.min(100))
    }
}
