//! The implant record: the system, its operations, and what was answered at the back table.

use super::say::Said;
use super::sheet::sections;
use super::{Ground, NotYet, Reader};
use documents::{Paper, Part, Section};
use practice::patient::Surgery;
use therapy::pathway::sheet::by_id;

/// An amount that somebody typed with its unit, "2 cm".
fn typed(text: &str) -> Option<Said> {
    (!text.is_empty()).then(|| text.replace(' ', "\u{a0}").into())
}

fn operation(on: &Ground<'_>, surgery: &Surgery) -> Section {
    let say = &on.say;
    let key = format!("paper-operation-{}", surgery.operation.replace(' ', "-"));
    let name = if say.voice().knows(&key) { say.key(&key) } else { Said::from(&surgery.operation) };
    let heading = say.with("paper-operation-of", &[("operation", name), ("date", say.date(surgery.on))]);
    let text = |text: &String| (!text.is_empty()).then(|| Said::from(text));
    let rows = vec![
        (say.key("paper-surgeon"), text(&surgery.surgeon)),
        (say.key("paper-pump-lot"), text(&surgery.pump_lot)),
        (say.key("paper-pump-udi"), text(&surgery.pump_udi)),
        (say.key("paper-catheter-lot"), text(&surgery.catheter_lot)),
        (say.key("paper-catheter-udi"), text(&surgery.catheter_udi)),
        (say.key("paper-tip"), text(&surgery.tip_level)),
        (say.key("paper-pocket"), text(&surgery.pocket)),
        (say.key("paper-depth"), typed(&surgery.depth)),
        (say.key("paper-priming"), text(&surgery.priming)),
        (say.key("paper-note"), text(&surgery.note)),
    ];
    let parts = vec![on.pairs(["paper-what", "paper-value"], rows)];
    Section { heading: heading.into(), parts }
}

/// The record.
pub(super) fn paper(on: &Ground<'_>) -> Result<Paper, NotYet> {
    let (facts, say, chart) = (on.facts, &on.say, on.chart);
    let surgeries = &chart.patient.surgeries;
    if facts.pump.is_none() && surgeries.is_empty() {
        return Err(NotYet("No implant is on record."));
    }
    let mut paper = on.paper(say.key("paper-implant-record"), Reader::Staff);
    paper.facts = say.who(facts);
    paper.facts.push(say.fact("paper-diagnosis", Some(say.diagnosis(&facts.diagnosis))));
    if let Some(pump) = &facts.pump {
        paper.facts.push(say.fact("paper-pump", say.pump(facts)));
        paper.facts.push(say.fact("paper-implanted-on", pump.implanted.map(|on| say.date(on))));
        if let Some(built) = pump.built {
            paper.facts.push(say.fact("paper-built", Some(say.date(built))));
        }
        let clock = say.with("paper-clock-says", &[("offset", Said::from(&pump.clock))]);
        paper.facts.push(say.fact("paper-clock", Some(clock)));
    }
    if let Some(record) = on.stand.course.pump.filter(|_| facts.pump.is_some()) {
        let tubing = say.volume(&twin::of(record.tubing.quotient()), 6);
        paper.facts.push(say.fact("paper-tubing-volume", Some(tubing)));
        let alarm = say.volume(&twin::of(on.stand.course.alarm_volume.quotient()), 6);
        paper.facts.push(say.fact("paper-alarm-volume", Some(alarm)));
        let service = therapy::outlook::service(&on.stand.course, &chart.rules.setting());
        paper.facts.push(say.fact("paper-replacement-from", service.plan_from.map(|day| say.date(day))));
        paper.facts.push(say.fact("paper-service-ends", service.ends.map(|day| say.date(day))));
    }
    if let Some(catheter) = &facts.catheter {
        let volume = say.catheter_volume(catheter);
        paper.facts.push(say.fact("paper-catheter", catheter.name.as_ref().map(Said::from)));
        paper.facts.push(say.fact("paper-catheter-volume", Some(volume)));
        for (key, length) in
            [("paper-catheter-length", &catheter.length), ("paper-trimmed", &catheter.trimmed)]
        {
            if let Some(length) = length {
                paper.facts.push(say.fact(key, Some(say.centimetres(length))));
            }
        }
        paper.facts.push(say.fact("paper-catheter-basis", Some(Said::from(&catheter.basis))));
        paper.facts.push(say.fact("paper-tip", catheter.tip.as_ref().map(Said::from)));
    }
    paper.sections = surgeries.iter().rev().map(|surgery| operation(on, surgery)).collect();
    if let Some((sheet, kept)) = by_id("back-table").zip(chart.patient.path.sheets.last("back-table")) {
        let day = say.with("paper-answered-on", &[("date", say.date(kept.answered.on))]);
        let by = Said::join([day, Said::from(&kept.answered.examiner)], ", ");
        paper.sections.push(on.section("paper-back-table", vec![Part::Paragraph(by.into())]));
        paper.sections.extend(sections(on, sheet, kept));
    }
    Ok(paper)
}
