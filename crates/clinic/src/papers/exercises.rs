//! The exercises for home, as the therapist wrote them.

use super::say::Said;
use super::{Ground, NotYet, Reader};
use crate::patient::sentence;
use documents::{Paper, Part, Section};
use words::Worded;

/// The exercises.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say) = (on.facts, &on.say);
    let kept = on.chart.patient.path.rehabilitation.exercises.as_ref();
    let (_, _, list) = kept.ok_or(NotYet("No exercises for home have been written."))?;
    let mut paper = on.paper(say.key("paper-exercises"), Reader::Family);
    // A sheet of exercises lies on the kitchen table: nothing of the therapy stands on it.
    paper.warnings = Vec::new();
    paper.facts = say.who(facts);
    paper.facts.truncate(2);
    for (exercise, number) in list.iter().zip(1_usize..) {
        let mut parts = vec![Part::Paragraph(Worded::from(sentence(&exercise.how)))];
        let often = Said::from(sentence(&exercise.how_often));
        parts.push(Part::Paragraph(say.with("paper-exercise-how-often", &[("often", often)]).into()));
        if !exercise.caution.is_empty() {
            let caution = Said::from(sentence(&exercise.caution));
            parts.push(Part::Paragraph(say.with("paper-exercise-caution", &[("caution", caution)]).into()));
        }
        let heading = Worded::from(format!("{number}. {}", exercise.name));
        paper.sections.push(Section { heading, parts });
    }
    if on.chart.patient.has_pump() {
        let parts = vec![Part::Paragraph(say.key("paper-exercises-with-pump-says").into())];
        paper.sections.push(on.section("paper-exercises-with-pump", parts));
    }
    Ok(paper)
}
