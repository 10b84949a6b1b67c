//! Orders: drafted, signed, checked by a second person.

use super::{Refusal, Work};
use crate::access::Right;
use crate::patient::{Draft, DraftState, JudgeError, Judgement, Line, Patient, PatientEvent};
use crate::rules::Rules;
use pump::BolusKind;
use quantity::{Concentration, Dose, Mass};
use serde_json::{Value, json};
use std::sync::Arc;
use therapy::act::{Act, Event};
use therapy::input::{At, from_json};
use therapy::judge::{Missing, missing};
use therapy::outlook::{Outlook, outlook_now};
use therapy::{Course, Finding, Level, fold};

/// An order as it would be, before anything is recorded.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What the rules say, and the order as read.
    pub judgement: Judgement,
    /// Why a second person must sign, in words; empty if none must.
    pub second: Vec<&'static str>,
    /// The dates if the order were confirmed at its time; `None` for an order without a program, or before a first fill.
    pub after: Option<Outlook>,
}

/// Why a second person must sign an order, in words; empty if none must. Which of these count is the protocol's.
#[must_use]
pub fn needs_second(course: &Course<'_>, judgement: &Judgement, rules: &Rules) -> Vec<&'static str> {
    let protocol = &rules.protocol;
    let asked = |word: &str| protocol.signing.second_person_for.value.iter().any(|known| known == word);
    let mut why = Vec::new();
    if let Act::Order(order) = &judgement.event.act
        && let Some(program) = &order.program
    {
        let has = |kind| program.run.boluses().iter().any(|bolus| bolus.kind == kind);
        match course.running() {
            None if asked("first-program") => why.push("it is the first program"),
            Some(running) if running.concentration != program.concentration && asked("strength-change") => {
                why.push("the strength changes");
            }
            _ => {}
        }
        if has(BolusKind::Bridge) && asked("bridge") {
            why.push("it has a bridge bolus");
        }
        if has(BolusKind::Prime) && asked("prime") {
            why.push("it has a priming bolus");
        }
    }
    let soft = judgement.findings.iter().any(|finding| finding.level == Level::Soft);
    if soft && asked("soft-finding") {
        why.push("it goes beyond a soft limit");
    }
    let listed = judgement
        .findings
        .iter()
        .any(|finding| missing(finding, Some("-"), None, protocol) == Some(Missing::SecondPerson));
    if listed && why.is_empty() {
        why.push("a rule asks for a second person");
    }
    why
}

/// The confirmation that an order would get if it were entered as ordered.
fn as_if_confirmed(event: &Event) -> Option<Value> {
    let Act::Order(order) = &event.act else { return None };
    let program = order.program.as_ref()?;
    let micrograms = |dose: &twin::RBig| therapy::decimal(&(dose / twin::RBig::from(1_000)), 3);
    Some(json!({
        "id": format!("{}-as-if-confirmed", event.id),
        "at": jiff::Timestamp::from_second(event.at.unix).ok()?.to_string(),
        "confirmed": {
            "order": event.id,
            "method": "telemetry",
            "concentration": program.concentration.data().to_string(),
            "mode": program.mode,
            "total": format!("{} ug/d", micrograms(&therapy::dose_of(&program.run, program.concentration))),
            "running": true,
        }
    }))
}

/// The fill that an order asks for, as if it had been given at its time into an empty reservoir.
fn as_if_filled(event: &Event) -> Option<Value> {
    let Act::Order(order) = &event.act else { return None };
    let refill = order.refill.as_ref()?;
    Some(json!({
        "id": format!("{}-as-if-filled", event.id),
        "at": jiff::Timestamp::from_second(event.at.unix).ok()?.to_string(),
        "filled": {
            "drug": refill.drug,
            "concentration": refill.concentration.data().to_string(),
            "volume": refill.volume.data().to_string(),
        }
    }))
}

impl Patient {
    /// An order as it would be: judged, with the dates if it were in the pump.
    ///
    /// # Errors
    /// [`JudgeError`].
    pub fn preview(&self, rules: &Rules, line: &Value) -> Result<Preview, JudgeError> {
        let id = line.get("id").and_then(Value::as_str).unwrap_or_default();
        // An order that is on record already takes its own place.
        let known = self.line(id).map(|placed| placed.line.id.as_str());
        let judgement = self.judge(rules, line, known)?;
        let setting = rules.setting();
        let before = self.file.events.get(..judgement.place).unwrap_or_default();
        let course = fold(&self.file, before, setting.catalogue)?;
        let second = needs_second(&course, &judgement, rules);
        let mut after = None;
        if let Some(confirmed) = as_if_confirmed(&judgement.event) {
            let fill = as_if_filled(&judgement.event);
            let more = [(known.is_none()).then_some(line), fill.as_ref(), Some(&confirmed)];
            let more: Vec<&Value> = more.into_iter().flatten().collect();
            let file = self.course_with_all(rules, &more)?;
            let course = fold(&file, &file.events, setting.catalogue)?;
            after = outlook_now(&course, &setting, course.time(judgement.event.at));
        }
        Ok(Preview { judgement, second, after })
    }
}

impl Patient {
    /// What the rules would say of a draft if it were written at `now`, and did not say of it when it was written: something
    /// has happened meanwhile. Notes are left out; of a draft that is closed there is nothing to say.
    ///
    /// # Errors
    /// [`JudgeError`].
    pub fn overtaken(&self, rules: &Rules, draft: &Draft, now: i64) -> Result<Vec<Finding>, JudgeError> {
        if !draft.is_open() {
            return Ok(Vec::new());
        }
        let mut line = draft.line.clone();
        let at = jiff::Timestamp::from_second(now.max(draft.at)).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        if let Some(fields) = line.as_object_mut() {
            fields.insert("at".to_owned(), Value::String(at.to_string()));
        }
        let mut found = self.judge(rules, &line, None)?.findings;
        let known = |finding: &Finding| {
            let id = finding.rule.about().id;
            let level = finding.level.word();
            let mut said = draft.judged.findings.iter().filter(|said| said.rule == id);
            said.any(|said| said.level == level || said.level == Level::Hard.word())
        };
        found.retain(|finding| finding.level > Level::Note && !known(finding));
        Ok(found)
    }
}

impl Work<'_> {
    pub(super) fn draft(&mut self, line: Value) -> Result<(), Refusal> {
        self.actor.require(Right::DraftOrders)?;
        let id = self.patient()?.next_line_id("order");
        let line = self.complete(line, &id);
        if line.get("order").is_none() {
            return Err(Refusal::Field { field: "/order".to_owned(), message: "is missing".to_owned() });
        }
        if self.patient()?.drafts.iter().any(Draft::is_open) {
            return Err(Refusal::Impossible(
                "another order waits for signatures: sign it or drop it before you write a new one",
            ));
        }
        let judgement = self.judge(&line, None)?;
        self.said.extend(judgement.judged.findings.iter().cloned());
        self.names.push(id.clone());
        let happened = judgement.event.at.unix;
        self.push(PatientEvent::Drafted { id, line, judged: judgement.judged }, happened)
    }

    /// The draft, judged again: what was shown must still be what the rules say.
    fn shown(&self, draft: &str, digest: &str) -> Result<(Draft, Judgement), Refusal> {
        let draft = self.patient()?.draft(draft).cloned();
        let draft = draft.filter(Draft::is_open);
        let draft = draft.ok_or(Refusal::Impossible("there is no such open draft"))?;
        let limit = self.rules.protocol.signing.confirm_within.value.seconds();
        if self.form.now.saturating_sub(draft.at) > i64::try_from(limit).unwrap_or(i64::MAX) {
            return Err(Refusal::Impossible(
                "the order was written too long ago: drop it and write it again",
            ));
        }
        let judgement = self.judge(&draft.line, None)?;
        if judgement.judged.digest != digest {
            return Err(Refusal::Changed);
        }
        if !self.patient()?.overtaken(self.rules, &draft, self.form.now)?.is_empty() {
            return Err(Refusal::Impossible(
                "since this order was written something has happened that changes what the rules say of it: drop it and write it again",
            ));
        }
        Ok((draft, judgement))
    }

    pub(super) fn sign(&mut self, draft: &str, digest: &str, reason: Option<String>) -> Result<(), Refusal> {
        self.actor.require(Right::SignOrders)?;
        let (draft, judgement) = self.shown(draft, digest)?;
        if draft.state != DraftState::Written {
            return Err(Refusal::Impossible("the order is already signed and waits for the second person"));
        }
        let reason = reason.filter(|reason| !reason.trim().is_empty());
        let protocol = &self.rules.protocol;
        // The second person is asked for next: here only what the signer must bring.
        let open: Vec<_> = judgement
            .findings
            .iter()
            .filter_map(|finding| {
                let missing = missing(finding, reason.as_deref(), Some("the second person"), protocol)?;
                Some((finding.clone(), missing))
            })
            .collect();
        if !open.is_empty() {
            return Err(Refusal::Findings(open));
        }
        if judgement.findings.iter().any(|finding| finding.level == Level::Soft) {
            self.actor.require(Right::SignOrdersBeyondBand)?;
        }
        let second = {
            let file = &self.patient()?.file;
            let before = file.events.get(..judgement.place).unwrap_or_default();
            needs_second(&fold(file, before, &self.rules.catalogue)?, &judgement, self.rules)
        };
        let now = self.form.now;
        let name = self.actor.name.clone();
        if second.is_empty() {
            let line = signed_line(&draft, &judgement, &name, reason.as_deref(), None);
            self.names.push(draft.id);
            return self.push(PatientEvent::Line(Arc::new(line)), draft.at);
        }
        let digest = digest.to_owned();
        self.names.push(draft.id.clone());
        self.push(PatientEvent::Signed { draft: draft.id, digest, reason, name }, now)
    }

    pub(super) fn check(&mut self, draft: &str, digest: &str, again: &str) -> Result<(), Refusal> {
        self.actor.require(Right::CheckOrders)?;
        let (draft, judgement) = self.shown(draft, digest)?;
        let DraftState::AwaitsSecond { by, name, reason, .. } = &draft.state else {
            return Err(Refusal::Impossible("the prescriber has not signed yet"));
        };
        if *by == self.actor.account || draft.by == Some(self.actor.account) {
            return Err(Refusal::SamePerson);
        }
        if !agrees(&judgement.event.act, again, self.rules)? {
            return Err(Refusal::NotTheSame);
        }
        let second = self.actor.name.clone();
        let line = signed_line(&draft, &judgement, name, reason.as_deref(), Some(&second));
        self.names.push(draft.id.clone());
        self.push(PatientEvent::Line(Arc::new(line)), draft.at)
    }
}

/// The draft as a line of the course, with its signatures.
fn signed_line(
    draft: &Draft,
    judgement: &Judgement,
    by: &str,
    reason: Option<&str>,
    second: Option<&str>,
) -> Line {
    let mut line = draft.line.clone();
    if let Some(fields) = line.as_object_mut() {
        let mut put = |key: &str, text: &str| fields.insert(key.to_owned(), Value::String(text.to_owned()));
        put("by", by);
        if let Some(reason) = reason {
            put("reason", reason);
        }
        if let Some(second) = second {
            put("second", second);
        }
    }
    Line { id: draft.id.clone(), line, judged: judgement.judged.clone(), later: judgement.later.clone() }
}

/// Whether a program gives the same on every day.
fn even(run: &pump::Program) -> bool {
    let days = run.day_flows();
    !matches!(run.base(), pump::Base::Flex(_)) || days.iter().all(|day| Some(day) == days.first())
}

/// Whether what the second person typed is the amount of the order: the 24-hour dose of a program, the strength of a fill, a
/// test dose. The total of a program that differs by weekday is that of its mean day. What has steps is compared as its
/// total is with that of the prescriber, since it may have no end behind the point; anything else exactly.
///
/// # Errors
/// [`Refusal::Field`] for what is no such amount.
pub fn agrees(act: &Act, again: &str, rules: &Rules) -> Result<bool, Refusal> {
    let wrong = |message: String| Refusal::Field { field: "/again".to_owned(), message };
    let text = Value::String(again.trim().to_owned()).to_string();
    let node = from_json(&text).map_err(|error| wrong(error.problem.to_string()))?;
    let at = At::root(&node);
    let read = |error: therapy::input::InputError| wrong(error.problem.to_string());
    let Act::Order(order) = act else { return Ok(false) };
    if let Some(program) = &order.program {
        let typed: Dose = at.amount().map_err(read)?;
        let typed = twin::RBig::from(typed.nanograms_per_day());
        let asked = therapy::dose_of(&program.run, program.concentration);
        if !matches!(program.run.base(), pump::Base::Flex(_)) {
            return Ok(typed == asked);
        }
        let off = if typed > asked { &typed - &asked } else { &asked - &typed };
        return Ok(off <= &rules.protocol.titration.slip_tolerance.value * &asked);
    }
    if let Some(refill) = &order.refill {
        let typed: Concentration = at.amount().map_err(read)?;
        return Ok(typed == refill.concentration);
    }
    if let Some(test) = &order.screening_dose {
        let typed: Mass = at.amount().map_err(read)?;
        return Ok(typed == test.dose);
    }
    Ok(false)
}

/// What the second person is asked to type without seeing it, and in which unit.
#[must_use]
pub fn asked_again(act: &Act) -> Option<(&'static str, &'static str)> {
    let Act::Order(order) = act else { return None };
    if let Some(program) = &order.program {
        let mean = "the mean dose per 24 hours over the week";
        Some((if even(&program.run) { "the dose per 24 hours" } else { mean }, "ug/d"))
    } else if order.refill.is_some() {
        Some(("the strength on the label", "ug/mL"))
    } else {
        Some(("the test dose", "ug"))
    }
}
