//! Where on the way a patient is, since when, and what blocks the next step. It follows from what was recorded; only what
//! cannot follow is recorded here: who referred the patient, and that the way ended without a pump.

use super::Told;
use super::consent::To;
use crate::access::Right;
use crate::patient::{Allergies, Entry, Patient, Stand, is_baclofen};
use crate::rules::Rules;
use jiff::civil::Date;
use scales::Score;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use therapy::act::{Act, Report};
use therapy::calculators::screen::{Screening, Verdict, screen};
use therapy::judge::small_child;
use therapy::pathway::candidacy::{Candidacy, Facts, Standing, candidacy};
use therapy::pathway::limits::PathwayLimits;
use therapy::pathway::sheet::{self, Phase};

/// Why the way ended without a pump.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The team found that the therapy does not fit.
    NotACandidate,
    /// Patient or family do not want it.
    Declined,
    /// Another treatment is tried.
    OtherTreatment,
    /// Care goes on elsewhere.
    MovedAway,
    /// Nobody is reached any more.
    Lost,
    /// The therapy ended after the system was taken out.
    Stopped,
}

impl Ending {
    /// All of them, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 6] = [
        ("not-a-candidate", Self::NotACandidate, "the therapy does not fit"),
        ("declined", Self::Declined, "patient or family do not want it"),
        ("other-treatment", Self::OtherTreatment, "another treatment is tried"),
        ("moved-away", Self::MovedAway, "care goes on elsewhere"),
        ("lost", Self::Lost, "nobody is reached any more"),
        ("stopped", Self::Stopped, "the therapy ended, the system is out"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, ending, _)| *ending == self).map_or("", |(_, _, words)| words)
    }
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// Somebody sent the patient.
    Referred {
        /// Who: physician, house, family.
        by: String,
        /// When.
        on: Date,
        /// With what question.
        question: String,
    },
    /// The way ends.
    Ended {
        /// Why.
        why: Ending,
        /// In words.
        reason: String,
    },
    /// It is taken up again.
    TakenUp {
        /// Why.
        reason: String,
    },
}

/// What was said about the way itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stages {
    /// By whom, when, with what question.
    pub referred: Option<(String, Date, String)>,
    /// Since when the way has ended, and why.
    pub ended: Option<(i64, Ending, String)>,
}

impl Stages {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event {
            Event::Referred { by, on, question } => {
                self.referred = Some((by.clone(), *on, question.clone()));
            }
            Event::Ended { why, reason } => self.ended = Some((entry.happened, *why, reason.clone())),
            Event::TakenUp { .. } => self.ended = None,
        }
    }
}

impl Patient {
    /// Since when the patient is no longer followed here although nothing says that the therapy has ended: moved away or lost,
    /// in seconds since 1970. Not once somebody has had the pump in hand here again.
    #[must_use]
    pub fn left(&self) -> Option<(i64, Ending)> {
        let (since, why, _) = self.path.stages.ended.as_ref()?;
        let back = self.file.events.iter().any(|event| {
            let in_hand = matches!(
                event.act,
                Act::Report(
                    Report::Implanted { .. }
                        | Report::Found(_)
                        | Report::Filled(_)
                        | Report::Confirmed(_)
                        | Report::Interrogated(_)
                        | Report::Revised(_)
                )
            );
            in_hand && event.at.unix > *since
        });
        (matches!(why, Ending::MovedAway | Ending::Lost) && !back).then_some((*since, *why))
    }

    /// Since when somebody elsewhere looks after the pump. A pump of somebody who is lost is nobody's: it stays on the lists.
    #[must_use]
    pub fn moved_away(&self) -> Option<i64> {
        self.left().filter(|(_, why)| *why == Ending::MovedAway).map(|(since, _)| since)
    }
}

/// A stage of the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Sent, and being evaluated.
    #[default]
    Referred,
    /// Every discipline has answered.
    Evaluated,
    /// The screening test is under way.
    Test,
    /// The test has a result, or it was decided without: the decision is due or taken.
    Decision,
    /// The implant is planned.
    Planned,
    /// The system is in, and treats nobody yet.
    Implanted,
    /// The dose is being found.
    Titration,
    /// The dose is kept.
    Maintenance,
    /// The pump is due for replacement.
    Replacement,
    /// The way has ended.
    Ended,
}

impl Stage {
    /// All of them, in the order of the way, with the word in data and the words for people.
    pub const WORDS: [(&'static str, Self, &'static str); 10] = [
        ("referred", Self::Referred, "Referred"),
        ("evaluated", Self::Evaluated, "Evaluated"),
        ("test", Self::Test, "Screening test"),
        ("decision", Self::Decision, "Decision"),
        ("planned", Self::Planned, "Implant planned"),
        ("implanted", Self::Implanted, "Implanted"),
        ("titration", Self::Titration, "Titration"),
        ("maintenance", Self::Maintenance, "Maintenance"),
        ("replacement", Self::Replacement, "Replacement due"),
        ("ended", Self::Ended, "Ended"),
    ];

    /// For people.
    #[must_use]
    pub fn words(self) -> &'static str {
        Self::WORDS.iter().find(|(_, stage, _)| *stage == self).map_or("", |(_, _, words)| words)
    }

    /// The word in data.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, stage, _)| *stage == self).map_or("", |(word, _, _)| word)
    }

    /// Whether the board lists each patient of it: those on the way to something.
    #[must_use]
    pub const fn on_the_way(self) -> bool {
        !matches!(self, Self::Maintenance | Self::Ended)
    }
}

/// Something that blocks the next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What.
    pub what: String,
    /// The page, below the patient's, on which it is dealt with.
    pub page: String,
}

/// Where the patient is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Place {
    /// The stage.
    pub stage: Stage,
    /// Since when, in seconds since 1970.
    pub since: i64,
    /// What blocks the next step.
    pub blocks: Vec<Block>,
}

/// Where the ladder of the screening test stands.
#[must_use]
pub fn ladder(stand: &Stand<'_>, rules: &Rules, now: i64) -> Screening {
    let course = &stand.course;
    let shown = |unix: i64| twin::civil(course.clock.at(unix));
    let setting = rules.setting();
    let small = small_child(course, &setting, stand.now);
    screen(&rules.protocol, small, &course.tests, now, &shown).0
}

/// Every criterion of candidacy, held against this patient.
///
/// # Errors
/// None in a build whose tests have passed.
pub fn judge(
    patient: &Patient,
    stand: &Stand<'_>,
    rules: &Rules,
    now: i64,
) -> Result<Candidacy, &'static therapy::input::InputError> {
    let limits = PathwayLimits::embedded()?;
    let zone = jiff::tz::TimeZone::get(&rules.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today =
        jiff::Timestamp::from_second(now).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone).date();
    let mut sheets = BTreeMap::new();
    for kept in &patient.path.sheets.all {
        sheets.insert(kept.answered.sheet.as_str(), &kept.answered.answers);
    }
    let mut scores: Vec<&Score> = Vec::new();
    for (_, score) in stand.course.scores.iter().rev() {
        if !scores.iter().any(|known| known.compares_with(score)) {
            scores.push(score);
        }
    }
    let facts = Facts {
        age_years: i64::from(patient.age(today)),
        today,
        diagnosis: &patient.identity.diagnosis,
        sheets: &sheets,
        scores: &scores,
        allergic_to_baclofen: match &patient.allergies {
            Allergies::NotKnown => None,
            Allergies::NoneKnown => Some(false),
            Allergies::Known(known) => Some(known.iter().any(|allergy| is_baclofen(&allergy.substance))),
        },
        test: (!stand.course.tests.is_empty()).then(|| ladder(stand, rules, now).verdict),
    };
    Ok(candidacy(&facts, limits))
}

fn block(what: impl Into<String>, page: &str) -> Block {
    Block { what: what.into(), page: page.to_owned() }
}

/// Where the patient is, since when, and what blocks the next step.
#[must_use]
pub fn place(patient: &Patient, stand: &Stand<'_>, rules: &Rules, now: i64) -> Place {
    let begun = patient.entries.first().map_or(now, |entry| entry.happened);
    let ended = |since: i64| Place { stage: Stage::Ended, since, blocks: Vec::new() };
    if let Some(died) = patient.died {
        let zone = jiff::tz::TimeZone::get(&rules.zone).unwrap_or(jiff::tz::TimeZone::UTC);
        return ended(crate::worklist::day_begins(died, &zone));
    }
    if let Some(since) = patient.moved_away() {
        return ended(since);
    }
    if patient.has_pump() {
        return with_pump(patient, stand, rules, now);
    }
    if let Some((since, _, _)) = &patient.path.stages.ended {
        return ended(*since);
    }
    if let Some((since, _)) = patient.episode().and_then(|episode| episode.explanted.as_ref()) {
        return ended(*since);
    }
    before_pump(patient, stand, rules, now, begun)
}

/// The way up to the implant.
fn before_pump(patient: &Patient, stand: &Stand<'_>, rules: &Rules, now: i64, begun: i64) -> Place {
    let sheets = &patient.path.sheets;
    let consents = &patient.path.consents;
    let of_phase =
        |phase: Phase| sheet::all().unwrap_or_default().iter().filter(move |sheet| sheet.phase == phase);
    let decided = sheets.last("decision").map(|kept| {
        let answer = kept.answered.answers.get("decided").and_then(|given| given.first());
        (kept.recorded, answer.map_or("", String::as_str))
    });
    let ladder = ladder(stand, rules, now);
    let tested = stand.course.tests.last().map(|test| test.at);
    let finished = matches!(ladder.verdict, Verdict::Eligible | Verdict::NotACandidate | Verdict::Stop);
    let complete = |phase| {
        of_phase(phase).all(|sheet| sheets.last(&sheet.id).is_some_and(|kept| kept.answered.missing() == 0))
    };
    let last_of =
        |phase| of_phase(phase).filter_map(|sheet| sheets.last(&sheet.id)).map(|kept| kept.recorded).max();
    let given = patient.path.trial.given.last().map(|given| given.at);
    let plan = sheets.last("implant-plan");
    let mut blocks = Vec::new();
    let open_sheet = |blocks: &mut Vec<Block>, id: &str| {
        let Some(sheet) = sheet::by_id(id) else { return };
        let page = format!("sheets/{id}");
        match sheets.last(id).map(|kept| kept.answered.missing()) {
            None => blocks.push(block(format!("{}: not answered", sheet.title), &page)),
            Some(0) => {}
            Some(missing) => {
                let word = if missing == 1 { "answer" } else { "answers" };
                blocks.push(block(format!("{}: {missing} {word} missing", sheet.title), &page));
            }
        }
    };
    let consent = |blocks: &mut Vec<Block>, to: To| {
        if !consents.given(to) {
            blocks.push(block(format!("No consent to {}", to.words()), "decision"));
        }
    };
    if let Some((since, "implant")) = decided
        && (tested.is_none() || finished)
    {
        consent(&mut blocks, To::Surgery);
        open_sheet(&mut blocks, "implant-plan");
        if plan.is_some() {
            against(patient, stand, rules, now, &mut blocks);
            if stand.course.pump.is_none() {
                blocks.push(block("Implant not recorded yet", "implant"));
            }
            let since = plan.map_or(since, |kept| kept.recorded);
            return Place { stage: Stage::Planned, since, blocks };
        }
        return Place { stage: Stage::Decision, since, blocks };
    }
    if finished {
        open_sheet(&mut blocks, "decision");
        let since = tested.unwrap_or(begun);
        if ladder.verdict != Verdict::Eligible {
            blocks.insert(0, block("The test speaks against an implant", "screening"));
        }
        return Place { stage: Stage::Decision, since, blocks };
    }
    if let Some(since) = given.or(tested) {
        if patient.path.trial.watched(patient).is_some() {
            blocks.push(block("The effect of the test dose is not recorded", "screening"));
        } else if let Verdict::Wait = ladder.verdict {
            blocks.push(block("The next test dose must wait 24 hours after the last", "screening"));
        } else {
            blocks.push(block("The next test dose", "screening"));
        }
        return Place { stage: Stage::Test, since, blocks };
    }
    if complete(Phase::Evaluation) || matches!(decided, Some((_, "test"))) {
        let since = last_of(Phase::Evaluation).or(decided.map(|(at, _)| at)).unwrap_or(begun);
        against(patient, stand, rules, now, &mut blocks);
        consent(&mut blocks, To::Test);
        blocks.push(block("No test dose given yet", "screening"));
        return Place { stage: Stage::Evaluated, since, blocks };
    }
    for sheet in of_phase(Phase::Evaluation) {
        open_sheet(&mut blocks, &sheet.id);
    }
    against(patient, stand, rules, now, &mut blocks);
    Place { stage: Stage::Referred, since: begun, blocks }
}

/// Criteria that are not met.
fn against(patient: &Patient, stand: &Stand<'_>, rules: &Rules, now: i64, blocks: &mut Vec<Block>) {
    let Ok(candidacy) = judge(patient, stand, rules, now) else { return };
    for judged in candidacy.criteria.iter().filter(|judged| judged.standing == Standing::NotMet) {
        blocks.push(block(format!("{}: {}", judged.asks, judged.why), "candidacy"));
    }
}

/// The way with a pump.
fn with_pump(patient: &Patient, stand: &Stand<'_>, rules: &Rules, now: i64) -> Place {
    let course = &stand.course;
    let shift = course.clock.at(0).0;
    let unix = |at: pump::PumpTime| at.0 - shift;
    let implanted =
        course.implanted_at.map_or_else(|| patient.entries.first().map_or(now, |entry| entry.happened), unix);
    let at = |stage, since| Place { stage, since, blocks: Vec::new() };
    let first = course.programs.iter().find(|running| running.treats()).map(|running| unix(running.since));
    let Some(first) = first else {
        let blocks = vec![block("No program that treats is running", "program")];
        return Place { blocks, ..at(Stage::Implanted, implanted) };
    };
    let zone = jiff::tz::TimeZone::get(&rules.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let service = stand.outlook.as_ref().map(|outlook| &outlook.service);
    let plan =
        service.and_then(|service| service.plan_from).map(|day| crate::worklist::day_begins(day, &zone));
    if let Some(plan) = plan.filter(|plan| *plan <= now) {
        let planned = patient.path.sheets.last("revision-plan").filter(|kept| kept.recorded >= plan);
        let mut place = at(Stage::Replacement, plan);
        if planned.is_none() {
            place.blocks.push(block("The replacement is not planned", "sheets/revision-plan"));
        }
        return place;
    }
    let phase = i64::try_from(rules.protocol.titration.phase.value.seconds()).unwrap_or(i64::MAX);
    let ends = first.saturating_add(phase);
    let finished = patient.titration_finished.filter(|at| *at >= first);
    match (course.implanted_at, finished) {
        // A pump found on admission has been titrated elsewhere.
        (None, _) => at(Stage::Maintenance, implanted),
        (Some(_), Some(since)) => at(Stage::Maintenance, since),
        (Some(_), None) if now < ends => {
            let mut place = at(Stage::Titration, first);
            if patient.path.sheets.last("discharge-plan").is_none() {
                place.blocks.push(block("No discharge plan", "sheets/discharge-plan"));
            }
            place
        }
        (Some(_), None) => at(Stage::Maintenance, ends),
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Referred { by, .. } => format!("Referred by {by}"),
            Self::Ended { why, .. } => format!("The way ends: {}", why.words()),
            Self::TakenUp { .. } => "The way is taken up again".to_owned(),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Referred { question, .. } => Some(question),
            Self::Ended { reason, .. } | Self::TakenUp { reason } => Some(reason),
        }
    }

    fn right(&self) -> Right {
        match self {
            Self::Referred { .. } => Right::EditIdentity,
            Self::Ended { .. } | Self::TakenUp { .. } => Right::RecordReports,
        }
    }

    fn check(&self, patient: &Patient, now: i64) -> Result<(), (&'static str, String)> {
        match self {
            Self::Referred { by, on, .. } => {
                super::said("/by", by)?;
                super::not_ahead("/on", *on, now)
            }
            Self::Ended { why, reason } => {
                super::said("/reason", reason)?;
                // Somebody may leave with the pump; the therapy does not end with it.
                if patient.has_pump() && !matches!(why, Ending::MovedAway | Ending::Lost) {
                    return Err(("/why", "cannot be: there is a pump in the patient".to_owned()));
                }
                Ok(())
            }
            Self::TakenUp { reason } => {
                super::said("/reason", reason)?;
                if patient.path.stages.ended.is_none() {
                    return Err(("/reason", "is for nothing: the way has not ended".to_owned()));
                }
                Ok(())
            }
        }
    }
}
