//! One entry of the timeline, for people.

use crate::patient::Chart;
use practice::access::Right;
use practice::patient::{Entry, Fate, Line, PatientEvent, Said, Stand};
use practice::summary::micrograms;
use practice::{right_to_strike, word_of};
use pump::PumpTime;
use record::Id;
use std::collections::HashMap;
use std::sync::Arc;
use therapy::act::{Act, Report};
use therapy::{Rule, decimal, dose_of};
use twin::RBig;

/// What kinds of entries can be asked for: the word in the address and the word for people.
pub(super) const GROUPS: [(&str, &str); 9] = [
    ("orders", "Orders and programs"),
    ("refills", "Refills"),
    ("scores", "Assessments"),
    ("alarms", "Alarms, gaps, calls"),
    ("system", "Pump and catheter"),
    ("medicines", "Medicines and allergies"),
    ("pathway", "Evaluation, plans, rehabilitation"),
    ("notes", "Notes and files"),
    ("corrections", "Corrections"),
];

/// What became of an entry that no longer stands.
pub(super) struct Gone {
    pub(super) words: &'static str,
    pub(super) reason: String,
    /// Where to look instead, and what is there.
    pub(super) instead: Option<(String, &'static str)>,
}

/// What a rule said when the line came.
pub(super) struct Then {
    pub(super) level: &'static str,
    pub(super) says: String,
    pub(super) numbers: Vec<(String, String)>,
}

/// One entry of the timeline.
pub(super) struct Shown {
    pub(super) version: u64,
    pub(super) time: String,
    /// When it was recorded, where that differs.
    pub(super) recorded: Option<String>,
    /// Whether it was recorded on a later day than it happened.
    pub(super) late: bool,
    pub(super) author: String,
    pub(super) what: String,
    pub(super) reason: Option<String>,
    pub(super) change: Option<String>,
    pub(super) then: Vec<Then>,
    pub(super) gone: Option<Gone>,
    /// The line's name, if it is one that stands.
    pub(super) line: Option<String>,
    pub(super) may_correct: bool,
    pub(super) may_strike: bool,
    /// Whether the entry is none of the course, and this person may mark it as entered in error.
    pub(super) may_strike_entry: bool,
}

/// The lines that an entry brought.
fn lines(event: &PatientEvent) -> &[Arc<Line>] {
    match event {
        PatientEvent::Line(line) | PatientEvent::Corrected { with: line, .. } => std::slice::from_ref(line),
        PatientEvent::Refiled { lines, .. } | PatientEvent::MergedFrom { lines, .. } => lines,
        _ => &[],
    }
}

/// Which group an entry belongs to.
pub(super) fn group(event: &PatientEvent) -> &'static str {
    match event {
        PatientEvent::Drafted { .. } | PatientEvent::Signed { .. } | PatientEvent::Dropped { .. } => "orders",
        PatientEvent::TitrationFinished { .. } => "orders",
        PatientEvent::Line(line) => match word_of(&line.line) {
            "order" | "sent" | "confirmed" | "not-entered" | "screened" => "orders",
            "filled" => "refills",
            "scored" => "scores",
            "alarm" | "gap" | "closed" | "side-effect" => "alarms",
            "visit" | "travelled" => "notes",
            _ => "system",
        },
        PatientEvent::RefillSetAside { .. } | PatientEvent::RefillGivenUp { .. } => "refills",
        PatientEvent::Contact(_)
        | PatientEvent::DidNotAttend { .. }
        | PatientEvent::ObservationEnded { .. } => "alarms",
        PatientEvent::Medicine(_)
        | PatientEvent::MedicineStopped { .. }
        | PatientEvent::Allergy { .. }
        | PatientEvent::AllergyRefuted { .. }
        | PatientEvent::NoAllergiesKnown
        | PatientEvent::HomeStock(_) => "medicines",
        PatientEvent::Corrected { .. }
        | PatientEvent::EnteredInError { .. }
        | PatientEvent::EntryInError { .. }
        | PatientEvent::Misfiled { .. }
        | PatientEvent::Refiled { .. }
        | PatientEvent::MergedInto { .. }
        | PatientEvent::MergedFrom { .. } => "corrections",
        PatientEvent::System { .. }
        | PatientEvent::Explanted { .. }
        | PatientEvent::Surgery(_)
        | PatientEvent::MriPlanned { .. }
        | PatientEvent::RecallHandled { .. } => "system",
        PatientEvent::Registered(_)
        | PatientEvent::IdentityChanged { .. }
        | PatientEvent::Attached(_)
        | PatientEvent::Note { .. }
        | PatientEvent::Died { .. } => "notes",
        PatientEvent::Complication(_) | PatientEvent::FromPatient(_) => "alarms",
        PatientEvent::Diary(_) | PatientEvent::Link(_) | PatientEvent::Telemetry(_) => "notes",
        PatientEvent::Sheet(_)
        | PatientEvent::Todo(_)
        | PatientEvent::Team(_)
        | PatientEvent::Consent(_)
        | PatientEvent::Trial(_)
        | PatientEvent::Appointment(_)
        | PatientEvent::Rehabilitation(_)
        | PatientEvent::LossOfEffect(_)
        | PatientEvent::Pathway(_) => "pathway",
    }
}

/// Before and after, with the change in per cent: "200 → 220 micrograms per 24 h (+10 %)".
pub(super) fn change_words(before: Option<&RBig>, after: &RBig) -> String {
    let unit = "micrograms per 24\u{a0}h";
    let Some(before) = before else { return format!("{}\u{a0}{unit}", micrograms(after)) };
    if before == after {
        return format!("{}\u{a0}{unit}, as before", micrograms(after));
    }
    let share = if *before == RBig::ZERO {
        String::new()
    } else {
        let per_cent = (after - before) * RBig::from(100) / before;
        let sign = if per_cent > RBig::ZERO { "+" } else { "" };
        format!(" ({sign}{}\u{a0}%)", decimal(&per_cent, 1).replace('-', "\u{2212}"))
    };
    format!("{} \u{2192} {}\u{a0}{unit}{share}", micrograms(before), micrograms(after))
}

/// What an order would change, or a confirmation has changed, in the dose.
fn change(chart: &Chart, stand: &Stand<'_>, line: &Line) -> Option<String> {
    let course = &stand.course;
    let event = chart.patient.file.events.iter().find(|event| event.id == line.id)?;
    let at = course.time(event.at);
    let before = |at: PumpTime| {
        let earlier = course.programs.iter().rev().find(|running| running.since < at);
        earlier.map(therapy::Running::dose_per_day)
    };
    match &event.act {
        Act::Order(order) => {
            let program = order.program.as_ref()?;
            let after = dose_of(&program.run, program.concentration);
            Some(change_words(before(at).as_ref(), &after))
        }
        Act::Report(Report::Confirmed(_) | Report::Found(_)) => {
            let running = course.programs.iter().find(|running| running.since == at)?;
            Some(change_words(before(at).as_ref(), &running.dose_per_day()))
        }
        Act::Report(_) => None,
    }
}

impl Then {
    fn is_note(&self) -> bool {
        self.level == "Note"
    }
}

fn then(said: &Said) -> Then {
    let level = crate::pages::level_words(&said.level);
    let says = Rule::by_id(&said.rule).map_or_else(|| said.rule.clone(), |rule| rule.about().says.to_owned());
    Then { level, says, numbers: crate::pages::for_people(&said.numbers) }
}

impl Shown {
    /// What stopped or warned.
    pub(super) fn loud(&self) -> impl Iterator<Item = &Then> {
        self.then.iter().filter(|said| !said.is_note())
    }

    /// What was only noted.
    pub(super) fn quiet(&self) -> impl Iterator<Item = &Then> {
        self.then.iter().filter(|said| said.is_note())
    }

    pub(super) fn new(chart: &Chart, stand: &Stand<'_>, names: &HashMap<Id, String>, entry: &Entry) -> Self {
        let page = &chart.page;
        let day = |at: i64| page.moment(at).split(',').next().map(str::to_owned);
        let account = entry.by.and_then(|by| names.get(&by).cloned());
        let lines = lines(&entry.event);
        let written = lines.first().and_then(|line| line.line.get("by")?.as_str());
        let author = match (account, written) {
            (Some(account), Some(written)) if written != account => {
                format!("{written}; recorded by {account}")
            }
            (Some(account), _) => account,
            (None, Some(written)) => written.to_owned(),
            (None, None) => "thecal".to_owned(),
        };
        let gone = match &entry.fate {
            Fate::Stands => None,
            Fate::Corrected { by, reason } => Some(Gone {
                words: "Corrected",
                reason: reason.clone(),
                instead: Some((format!("?entry={by}#entry-{by}"), "what replaced it")),
            }),
            Fate::InError { by, reason } => Some(Gone {
                words: "Entered in error",
                reason: reason.clone(),
                instead: Some((format!("?entry={by}#entry-{by}"), "who said so")),
            }),
            Fate::Moved { to, reason } => Some(Gone {
                words: "Moved to another patient",
                reason: reason.clone(),
                instead: Some((format!("/patients/{to}/timeline"), "that patient")),
            }),
        };
        let line = lines.first().filter(|line| lines.len() == 1 && chart.patient.line(&line.id).is_some());
        let word = line.map(|line| word_of(&line.line)).unwrap_or_default();
        let may = |right| chart.actor.may(right) && line.is_some();
        let right = match word {
            "scored" => Right::RecordAssessments,
            "implanted" | "revised" => Right::RecordSurgery,
            "sent" | "confirmed" | "not-entered" => Right::ConfirmOrders,
            "closed" => Right::CloseFindings,
            "order" => Right::DraftOrders,
            "visit" => Right::ReadPatients,
            _ => Right::RecordReports,
        };
        let late = day(entry.recorded) != day(entry.happened) && entry.recorded > entry.happened;
        let differs = page.moment(entry.recorded) != page.moment(entry.happened);
        let recorded = differs.then(|| page.moment(entry.recorded));
        let findings = lines.iter().flat_map(|line| &line.judged.findings);
        Self {
            version: entry.version,
            time: page.moment(entry.happened).split(", ").nth(1).unwrap_or_default().to_owned(),
            recorded,
            late,
            author,
            what: entry.title(),
            reason: entry.reason().map(str::to_owned),
            change: lines.first().filter(|_| gone.is_none()).and_then(|line| change(chart, stand, line)),
            then: findings.map(then).collect(),
            may_correct: may(right) && word != "order" && entry.stands(),
            may_strike: may(right) && entry.stands(),
            may_strike_entry: entry.stands()
                && right_to_strike(&entry.event).is_some_and(|right| chart.actor.may(right)),
            line: line.map(|line| line.id.clone()),
            gone,
        }
    }

    /// Whether it no longer stands.
    pub(super) const fn is_gone(&self) -> bool {
        self.gone.is_some()
    }
}
