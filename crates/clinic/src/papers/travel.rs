//! The travel letter: for airlines, security and customs, for a hospital abroad, and for the traveller.

use super::say::Said;
use super::{Asked, Ground, NotYet, Reader, leaflet};
use documents::{Leaflet, Paper, Part};

/// The letter.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let pump = facts.pump.as_ref().ok_or(NotYet("There is no pump in this patient."))?;
    let travel = Leaflet::travel().ok_or(NotYet("The text of the letter cannot be read."))?;
    let mut paper = on.paper(say.key("paper-travel-letter"), Reader::Family);
    paper.facts = say.who(facts);
    let (from, until) = (Asked::day(&on.asked.from), Asked::day(&on.asked.until));
    if !on.asked.destination.trim().is_empty() {
        let destination = Said::from(on.asked.destination.trim());
        paper.facts.push(say.fact("paper-travel-where", Some(destination)));
    }
    if let (Some(from), Some(until)) = (from, until) {
        let dates = say.with("paper-travel-dates", &[("from", say.date(from)), ("until", say.date(until))]);
        paper.facts.push(say.fact("paper-travel-when", Some(dates)));
    }
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.program_facts(facts));
    paper.facts.extend(say.date_facts(facts));
    let carried = facts.stock.as_ref().map(|stock| say.stock(stock));
    paper.facts.push(say.fact("paper-travel-drugs", carried));
    paper.facts.push(say.fact("paper-medicines", Some(say.in_a_row(say.medicines(facts)))));
    paper.facts.push(say.fact("paper-allergies", Some(say.in_a_row(super::say::Say::allergies(facts)))));
    if let Some(until) = until {
        let past = |date: Option<jiff::civil::Date>| date.is_some_and(|date| date <= until);
        if past(facts.refill_by) {
            paper.warnings.push(say.key("paper-travel-refill-before-return").into());
        }
        if past(facts.alarm_on) {
            paper.warnings.push(say.key("paper-travel-alarm-before-return").into());
        }
    }
    paper.sections = leaflet::sections(on, travel);
    let mut program =
        vec![Part::Paragraph(say.with("paper-travel-clock", &[("offset", Said::from(&pump.clock))]).into())];
    if let Some(seen) = facts.program.as_ref().filter(|seen| !seen.steps.is_empty()) {
        program.push(say.steps(&seen.steps));
    }
    paper.sections.push(on.section("paper-travel-program", program));
    paper.sections.push(say.call_section(&facts.call_always, true));
    paper.codes = on.codes();
    leaflet::cite(&mut paper, travel);
    Ok(paper)
}
