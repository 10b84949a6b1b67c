//! Leaflets as sections of a paper: the statements that hold for this pump and program, each with its sources.

use super::Ground;
use documents::{Leaflet, Line, Paper, Part, Say as Statement, SayKind, Section};

/// Statements in a row that stand alike, as one part.
fn parts(on: &Ground<'_>, statements: &[&Statement]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for statement in statements {
        let words = on.say.key(&statement.id);
        let line = Line { words: words.into(), tag: statement.source.join(", ") };
        match (statement.kind, parts.last_mut()) {
            (SayKind::Paragraph, _) if line.tag.is_empty() => parts.push(Part::Paragraph(line.words)),
            (SayKind::Step, Some(Part::Steps(lines)))
            | (SayKind::Bullet | SayKind::Paragraph, Some(Part::Bullets(lines))) => lines.push(line),
            (SayKind::Step, _) => parts.push(Part::Steps(vec![line])),
            // A paragraph with a source is a point of its own: its tag has to stand beside it.
            (SayKind::Bullet | SayKind::Paragraph, _) => parts.push(Part::Bullets(vec![line])),
        }
    }
    parts
}

/// A section of a leaflet; `None` if nothing of it holds for this pump.
pub(super) fn section(on: &Ground<'_>, leaflet: &Leaflet, id: &str) -> Option<Section> {
    let section = leaflet.sections.iter().find(|section| section.id == id)?;
    let (pump, flex) = (on.facts.pump_id(), on.facts.is_flex());
    let held: Vec<&Statement> = section.say.iter().filter(|say| say.holds(pump, flex)).collect();
    let heading = on.say.key(&leaflet.heading(section)).into();
    (!held.is_empty()).then(|| Section { heading, parts: parts(on, &held) })
}

/// Every section of a leaflet.
pub(super) fn sections(on: &Ground<'_>, leaflet: &Leaflet) -> Vec<Section> {
    leaflet.sections.iter().filter_map(|known| section(on, leaflet, &known.id)).collect()
}

/// Statements of a leaflet by their names.
pub(super) fn lines(on: &Ground<'_>, leaflet: &Leaflet, ids: &[&str]) -> Vec<Line> {
    let all = || leaflet.sections.iter().flat_map(|section| &section.say);
    let (pump, flex) = (on.facts.pump_id(), on.facts.is_flex());
    let found = ids.iter().filter_map(|id| all().find(|say| say.id == *id && say.holds(pump, flex)));
    found.map(|say| Line { words: on.say.key(&say.id).into(), tag: say.source.join(", ") }).collect()
}

/// Lists the sources that the lines of a paper name.
pub(super) fn cite(paper: &mut Paper, leaflet: &Leaflet) {
    let lines = paper.sections.iter().flat_map(|section| &section.parts).flat_map(|part| match part {
        Part::Bullets(lines) | Part::Steps(lines) | Part::Boxes(lines) => lines.as_slice(),
        Part::Paragraph(_) | Part::Table { .. } => &[],
    });
    let named: Vec<&str> = lines.flat_map(|line| line.tag.split(", ")).collect();
    let cited = leaflet.sources.iter().filter(|source| named.contains(&source.id.as_str()));
    paper.sources = cited.map(|source| (source.id.clone(), source.citation.clone())).collect();
}
