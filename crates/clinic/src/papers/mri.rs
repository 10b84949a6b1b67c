//! The MRI sheet: what this pump model needs, with boxes to tick before and after the scan.

use super::{Ground, NotYet, Reader, leaflet};
use documents::{Leaflet, Line, Paper, Part};

/// Sections that say something only of pumps that are named in them.
const BY_PUMP: [&str; 3] = ["before", "during", "after"];

const BEFORE: [&str; 5] = [
    "paper-mri-box-team-called",
    "paper-mri-box-model-compared",
    "paper-mri-box-conditions",
    "paper-mri-box-read-before",
    "paper-mri-box-by",
];
const AFTER: [&str; 5] = [
    "paper-mri-box-scan-done",
    "paper-mri-box-read-after",
    "paper-mri-box-running",
    "paper-mri-box-patient-told",
    "paper-mri-box-by",
];

/// The sheet.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    facts.pump.as_ref().ok_or(NotYet("There is no pump in this patient."))?;
    let mri = Leaflet::mri().ok_or(NotYet("The text of the sheet cannot be read."))?;
    let mut paper = on.paper(say.key("paper-mri-sheet"), Reader::Staff);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-pump", say.pump(facts)));
    paper.facts.extend(say.program_facts(facts));
    paper.facts.extend(say.date_facts(facts));
    let planned = on.chart.patient.mri_planned.as_ref().filter(|(day, _)| *day >= facts.today);
    if let Some((day, note)) = planned {
        let parts = [say.date(*day), super::say::Said::from(note)];
        paper.facts.push(say.fact("paper-mri-planned", Some(super::say::Said::join(parts, ": "))));
    }
    let mut known = false;
    for section in &mri.sections {
        let made = leaflet::section(on, mri, &section.id);
        known |= made.is_some() && BY_PUMP.contains(&section.id.as_str());
        paper.sections.extend(made);
    }
    if !known {
        let part = Part::Paragraph(say.key("paper-mri-not-known").into());
        paper.sections.insert(0, on.section("paper-emergency-mri", vec![part]));
    }
    for (heading, boxes) in [("paper-mri-boxes-before", BEFORE), ("paper-mri-boxes-after", AFTER)] {
        let boxes: Vec<Line> = boxes.iter().map(|key| say.key(key).into()).collect();
        paper.sections.push(on.section(heading, vec![Part::Boxes(boxes)]));
    }
    paper.sections.push(say.call_section(&facts.call_always, true));
    leaflet::cite(&mut paper, mri);
    Ok(paper)
}
