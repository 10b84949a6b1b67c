//! The guide for the family: how the pump works here, what to watch for, whom to call.

use super::{Ground, NotYet, Reader, leaflet};
use documents::{Leaflet, Paper};

/// The guide.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    facts
        .pump
        .as_ref()
        .ok_or(NotYet("There is no pump in this patient: the guide is about living with one."))?;
    let guide = Leaflet::guide().ok_or(NotYet("The text of the guide cannot be read."))?;
    let mut paper = on.paper(say.key("paper-family-guide"), Reader::Family);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.program_facts(facts));
    paper.facts.extend(say.date_facts(facts));
    let stock = facts.stock.as_ref().map(|stock| say.stock(stock));
    paper.facts.push(say.fact("paper-home-stock", stock));
    paper.codes = on.codes();
    paper.sections = leaflet::sections(on, guide);
    // What to do in a moment of need stands first.
    paper.sections.insert(0, say.call_section(&facts.call_always, true));
    leaflet::cite(&mut paper, guide);
    Ok(paper)
}
