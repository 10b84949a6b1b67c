//! What the page of the guide shows.

use super::known;
use crate::banner::Banner;
use crate::error::PageError;
use crate::form::Form;
use crate::page::Page;
use crate::patient::{Chart, sentence};
use askama::Template;
use practice::access::Right;
use practice::path::guide::{Guide, Seen, Taken};
use practice::patient::Stand;
use record::Id;
use std::collections::HashMap;
use therapy::Value;
use therapy::act::{Act, Report};
use therapy::pathway::loss_of_effect::{
    Cause, Evidence, Found, HELPED_TOLERANCE, Hold, Next, Sign, Step, Verdict, Why, in_line, may,
    may_be_tolerance, next, rises_in_a_row, slope,
};

/// One row of the history.
pub(super) struct Row {
    when: String,
    what: String,
    found: String,
    note: String,
    who: String,
    /// Whether it was done although it was refused.
    all_the_same: bool,
    /// The address of the line of the course that it is.
    line: Option<String>,
}

/// A guide that has ended.
pub(super) struct Past {
    begun: String,
    why: String,
    cause: &'static str,
    plan: String,
    rows: Vec<Row>,
}

/// The step that is shown.
pub(super) struct Current {
    step: Step,
    /// Why it must not come now, if somebody asks for it all the same.
    refused: Option<Why>,
    founds: Vec<(&'static str, &'static str)>,
}

impl Current {
    fn has(&self, step: &str) -> bool {
        self.step.id() == step
    }

    /// Where it is done, beside this page.
    fn page(&self) -> Option<(&'static str, &'static str)> {
        match self.step {
            Step::Residual => Some(("refill", "Refill: withdraw and compare")),
            Step::DoseTrial => Some(("program", "Program: write the order")),
            Step::Prime => Some(("program", "Program: write the prime")),
            Step::Surgery => Some(("implant", "Implant: record the operation")),
            _ => None,
        }
    }
}

/// A guide that is walked.
pub(super) struct Walked {
    why: String,
    begun: String,
    next: Next,
    current: Option<Current>,
    /// The other steps that may come now.
    others: Vec<Step>,
    rows: Vec<Row>,
    signs: String,
    verdict: String,
    helped: Option<Evidence>,
    /// Whether tolerance needs a reason, since not everything was looked at.
    tolerance_early: bool,
    holds: Vec<Hold>,
}

/// The drug in the line of this patient, in words.
pub(super) struct Line {
    holds: String,
    strength: String,
    full: String,
    now: Option<String>,
    prime: Option<(String, String)>,
    unverified: bool,
}

#[derive(Template)]
#[template(path = "loss_of_effect/guide.html")]
pub(super) struct GuidePage {
    page: Page,
    banner: Banner,
    part: &'static str,
    form: Form,
    may_record: bool,
    walked: Option<Walked>,
    line: Option<Line>,
    facts: Vec<(&'static str, String)>,
    past: Vec<Past>,
    signs: Vec<(&'static str, &'static str)>,
    causes: Vec<(&'static str, &'static str)>,
}

fn rows(chart: &Chart, names: &HashMap<Id, String>, guide: &Guide) -> Vec<Row> {
    let name = |by: Option<Id>| by.and_then(|by| names.get(&by)).cloned().unwrap_or_default();
    let mut rows: Vec<(i64, Row)> = Vec::new();
    for Seen { at, by, signs, note } in &guide.signs {
        let words: Vec<&str> = signs.iter().map(|sign| sign.words()).collect();
        let found = if words.is_empty() { "None".to_owned() } else { words.join(", ") };
        let row = Row {
            when: chart.page.moment(*at),
            what: "Signs of withdrawal or overdose".to_owned(),
            found,
            note: note.clone(),
            who: name(*by),
            all_the_same: false,
            line: None,
        };
        rows.push((*at, row));
    }
    for taken in &guide.steps {
        let row = Row {
            when: chart.page.moment(taken.at),
            what: taken.step.title().to_owned(),
            found: taken.found.words().to_owned(),
            note: taken.note.clone(),
            who: name(taken.by),
            all_the_same: taken.all_the_same,
            line: line_of(chart, taken),
        };
        rows.push((taken.at, row));
    }
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The line of the course that was recorded with a step.
fn line_of(chart: &Chart, taken: &Taken) -> Option<String> {
    let entries = chart.patient.entries.iter();
    let mut of_form = entries.filter(|entry| entry.form == taken.form && entry.version != taken.version);
    let version = of_form.next()?.version;
    Some(format!("/patients/{}/timeline?entry={version}#entry-{version}", chart.patient.id))
}

fn in_words(next: &Next) -> String {
    match next.verdict {
        Verdict::Open if next.holds.contains(&Hold::NotTheOldDose) => {
            "Less was delivered than programmed: pump or catheter. Which of them is not known yet.".to_owned()
        }
        Verdict::Open => "The cause is not known yet.".to_owned(),
        Verdict::Likely(cause, step) => {
            format!("Likely cause: {} ({}).", cause.words(), step.title().trim_end_matches('?'))
        }
        Verdict::NothingFound => {
            "Pump, residual, film and catheter were looked at, and nothing was found. Tolerance may be considered; \
             revise if it is still unclear."
                .to_owned()
        }
    }
}

fn walked(
    chart: &Chart,
    names: &HashMap<Id, String>,
    chosen: Option<Step>,
) -> Result<Option<Walked>, PageError> {
    let Some(guide) = chart.patient.path.guides.open() else { return Ok(None) };
    let Some((done, facts)) = known(chart, chart.page.now)? else { return Ok(None) };
    let next = next(&done, &facts);
    let current = chosen.or_else(|| next.now.first().copied()).map(|step| Current {
        step,
        refused: may(step, &done, &facts).filter(|why| *why != Why::LineHoldsDrug),
        founds: Found::of(step).map(|found| (found.id(), found.words())).collect(),
    });
    let shown = current.as_ref().map(|current| current.step);
    let signs: Vec<&str> = guide.signs_at(chart.page.now).iter().map(|sign| sign.words()).collect();
    Ok(Some(Walked {
        why: sentence(&guide.why),
        begun: chart.page.moment(guide.at),
        others: next.now.iter().copied().filter(|step| Some(*step) != shown).collect(),
        rows: rows(chart, names, guide),
        signs: if signs.is_empty() { "none".to_owned() } else { signs.join(", ") },
        verdict: in_words(&next),
        helped: (next.verdict == Verdict::NothingFound).then_some(HELPED_TOLERANCE),
        tolerance_early: !may_be_tolerance(&done, &facts),
        holds: next.holds.clone(),
        current,
        next,
    }))
}

fn line(stand: &Stand<'_>) -> Option<Line> {
    let line = in_line(&stand.course, stand.now)?;
    Some(Line {
        holds: Value::Volume(line.catheter).to_string(),
        strength: Value::Concentration(line.strength).to_string(),
        full: Value::Mass(line.full).to_string(),
        now: line.now.map(|now| Value::Mass(now).to_string()),
        prime: line
            .prime
            .map(|(volume, dose)| (Value::Volume(volume).to_string(), Value::Mass(dose).to_string())),
        unverified: line.unverified,
    })
}

/// What the record already knows and the way asks about.
fn facts(chart: &Chart, stand: &Stand<'_>) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let course = &stand.course;
    let moment = |at: i64| chart.page.moment(at);
    if let Some(catheter) = course.catheter {
        let model = catheter.model.as_deref().and_then(|id| chart.rules.catalogue.catheter(id));
        let model = model.map_or("model not on record", |model| model.name.as_str());
        facts.push(("Catheter", format!("{model}; its volume: {}", catheter.basis)));
    }
    let last = |wanted: fn(&Report) -> bool| {
        let events = chart.patient.file.events.iter().rev();
        events.into_iter().find(|event| matches!(&event.act, Act::Report(report) if wanted(report)))
    };
    if let Some(event) = last(|report| matches!(report, Report::Interrogated(_))) {
        let running = match &event.act {
            Act::Report(Report::Interrogated(read)) if read.running => "running",
            _ => "not running",
        };
        facts.push(("Last read", format!("{}: {running}", moment(event.at.unix))));
    }
    for cycle in course.cycles.iter().rev().take(2) {
        let (expected, measured) = (Value::volume(cycle.expected), Value::volume(cycle.measured));
        let numbers = [("expected".to_owned(), expected.to_string())];
        let expected = crate::pages::for_people(&numbers).pop().map_or_else(String::new, |(_, words)| words);
        facts.push(("Residual at a refill", format!("expected {expected}, found {measured}")));
    }
    if let Some(slope) = slope(course, stand.now) {
        let (then, now) = (Value::Dose(slope.then), Value::Dose(slope.now));
        let fast = match slope.is_fast {
            true => {
                ": a rise by more than 100 micrograms per day within the year, which a series calls tolerance (Heetla 2009, grade A)"
            }
            false => "",
        };
        facts.push(("Dose a year ago and now", format!("{then}, {now}{fast}")));
    }
    let (rises, helped) = rises_in_a_row(course);
    if rises > 0 {
        let helped = if helped { "a score was better afterwards" } else { "no score was better afterwards" };
        facts.push(("Rises of the dose in a row", format!("{rises}; {helped}")));
    }
    let faults = chart.patient.pump_faults();
    if faults > 0 {
        facts.push(("Faults and unexplained residuals of this pump", faults.to_string()));
    }
    if let Some(event) = last(|report| matches!(report, Report::Mri)) {
        let open = if course.mri_open { ": the check after it is open" } else { "" };
        facts.push(("Last magnetic resonance imaging", format!("{}{open}", moment(event.at.unix))));
    }
    for event in chart.patient.file.events.iter().rev().take(40) {
        let words = match &event.act {
            Act::Report(Report::Aspirated { volume }) => {
                format!("aspirated {} on {}", Value::volume(*volume), moment(event.at.unix))
            }
            Act::Report(Report::Injected { what, .. }) => {
                format!("{what} injected on {}", moment(event.at.unix))
            }
            _ => continue,
        };
        facts.push(("Access port", words));
    }
    for open in &stand.open {
        let said = ("Open finding", sentence(open.rule.about().says));
        if !facts.contains(&said) {
            facts.push(said);
        }
    }
    facts
}

impl GuidePage {
    pub(super) fn new(
        chart: &Chart,
        names: &HashMap<Id, String>,
        mut form: Form,
        chosen: Option<Step>,
    ) -> Result<Self, PageError> {
        let stand = chart.stand()?;
        let walked = walked(chart, names, chosen)?;
        if !form.fields.has("at") {
            form = form.at("at", chart.page.now, &chart.page);
        }
        if let (Some(walked), true) = (&walked, form.value("cause").is_empty())
            && let Verdict::Likely(cause, _) = walked.next.verdict
            && !form.is_refused()
        {
            form = form.with("cause", cause.id());
        }
        let ended = chart.patient.path.guides.all.iter().rev().filter_map(|guide| {
            let end = guide.end.as_ref()?;
            Some(Past {
                begun: chart.page.moment(guide.at),
                why: sentence(&guide.why),
                cause: end.cause.words(),
                plan: sentence(&end.plan),
                rows: rows(chart, names, guide),
            })
        });
        let mut signs = vec![("none", "None of these")];
        signs.extend(Sign::ALL.map(|sign| (sign.id(), sign.words())));
        Ok(Self {
            banner: chart.banner(),
            part: "pathway",
            may_record: chart.actor.may(Right::RecordReports),
            line: line(&stand),
            facts: facts(chart, &stand),
            past: ended.collect(),
            signs,
            causes: Cause::ALL.map(|cause| (cause.id(), cause.words())).into(),
            page: chart.page.clone(),
            walked,
            form,
        })
    }

    fn signs_source(&self) -> &'static str {
        Sign::SOURCE
    }
}
