//! The pump card, and the same as a paper for the screen.

use super::emergency::{by_night, offline};
use super::facts::Warn;
use super::say::Say;
use super::{Ground, NotYet, Reader};
use documents::{Card, Line, Paper, Part};

const NO_PUMP: NotYet = NotYet("There is no pump in this patient.");

/// The card in the language of a voice.
pub(super) fn card(on: &Ground<'_>, say: Say<'_>) -> Result<Card, NotYet> {
    let facts = on.facts;
    let pump = facts.pump.as_ref().ok_or(NO_PUMP)?;
    let seen = facts.program.as_ref();
    let warns = |found: fn(&Warn) -> bool| facts.warnings.iter().any(found);
    let state = if warns(Warn::is_stopped) {
        say.key("paper-emergency-dose-stopped").text
    } else if warns(Warn::is_order) {
        say.key("paper-emergency-dose-not-sure").text
    } else {
        String::new()
    };
    Ok(Card {
        invented: facts.invented,
        name: facts.name(),
        born: Some(say.date(facts.born).text),
        pump: Some(pump.name.clone()),
        serial: Some(pump.serial.clone()),
        drug: facts.drug.clone(),
        strength: say.strengths(facts).map(|said| said.text),
        dose: seen.map(|seen| say.dose(&seen.dose).text),
        dose_state: state,
        mode: seen.map(|seen| say.mode_of(seen).text),
        refill_by: facts.refill_by.map(|by| say.date(by).text),
        mri: String::new(),
        call: say.desks(&by_night(facts)),
        offline: offline(facts, say.english()),
        address: facts.address.clone(),
        true_on: say.date(facts.stamp.printed_at.date()).text,
        stamp: facts.stamp.clone(),
    })
}

/// The same as a paper, for the screen.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    facts.pump.as_ref().ok_or(NO_PUMP)?;
    let mut paper = on.paper(say.key("card-title"), Reader::Staff);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.program_facts(facts));
    paper.facts.push(say.fact("paper-refill-by", facts.refill_by.map(|by| say.date(by))));
    let lines = ["card-never-stop", "card-too-little", "card-too-much", "card-call-now", "card-mri"];
    let lines: Vec<Line> = lines.iter().map(|key| say.key(key).into()).collect();
    paper.sections.push(on.section("paper-visit-watch", vec![Part::Bullets(lines)]));
    paper.sections.push(say.call_section(&facts.call_always, false));
    Ok(paper)
}
