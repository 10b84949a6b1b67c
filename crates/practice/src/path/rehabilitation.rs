//! Rehabilitation: programme, goals and their attainment, sessions, home exercises, reviews.
//!
//! A goal is set here, with its five levels and its weight; it is *rated* as a score of the course on the scale of goal
//! attainment, under the goal's name, like any other score. The baseline of a goal is its first rating since it was set.

use super::{Listed, Told, said};
use crate::access::Right;
use crate::patient::{Entry, Patient};
use crate::rules::Rules;
use crate::worklist::{DueBody, Task};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::Id;
use scales::{GoalLevel, Scale, goal_attainment_t};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use therapy::pathway::reasons::Reason;

/// What a programme consists of: its id and its words.
pub const AREAS: [(&str, &str); 4] = [
    ("movement", "New movement strategies"),
    ("strength", "Strengthening"),
    ("prevention", "Prevention of secondary complications"),
    ("daily", "Daily function"),
];

/// How a reason for the therapy stands at a review, from the worst: id and words. An order of the clinic's own, no
/// published scale.
pub const CHANGES: [(&str, &str); 4] = [
    ("worse", "Worse than before the treatment"),
    ("as-before", "As before the treatment"),
    ("better", "Better"),
    ("much-better", "Much better"),
];

/// Highest importance and difficulty of a goal.
pub const WEIGHT_MAX: u8 = 3;
/// Longer than any session.
const MINUTES_MAX: u16 = 600;

/// A part of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Part {
    /// Which of [`AREAS`], by id.
    pub area: String,
    /// What is done.
    pub what: String,
    /// How often.
    pub how_often: String,
    /// By whom.
    pub by_whom: String,
}

/// An exercise for home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Exercise {
    /// Its name.
    pub name: String,
    /// How it is done.
    pub how: String,
    /// How often.
    pub how_often: String,
    /// When to stop, what to mind.
    pub caution: String,
}

/// How much a goal counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Weight {
    /// To the patient, from 0 to 3.
    pub importance: u8,
    /// In the eyes of the team, from 0 to 3.
    pub difficulty: u8,
}

/// Something recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act", deny_unknown_fields)]
pub enum Event {
    /// A programme, in the place of the one before.
    Programme {
        /// From which day on.
        from: Date,
        /// Who leads it.
        by: String,
        /// Its parts.
        parts: Vec<Part>,
        /// When it is reviewed.
        review: Date,
    },
    /// The programme has ended.
    ProgrammeEnded {
        /// Why.
        why: String,
    },
    /// A goal.
    GoalSet {
        /// Its name, under which it is rated.
        goal: String,
        /// The reason for the therapy that it belongs to, by id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// What each level means, from -2 to +2.
        levels: [String; 5],
        /// How much it counts; every goal as much as the other if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weight: Option<Weight>,
    },
    /// A goal is pursued no longer.
    GoalDropped {
        /// Its name.
        goal: String,
        /// Why.
        why: String,
    },
    /// A session.
    Session {
        /// The day.
        on: Date,
        /// How long, in minutes.
        minutes: u16,
        /// What was done.
        what: String,
        /// How it was tolerated.
        tolerated: String,
        /// Who led it.
        by: String,
    },
    /// Exercises for home, in the place of those before.
    HomeExercises {
        /// The exercises.
        list: Vec<Exercise>,
    },
    /// A review.
    Reviewed {
        /// The day.
        on: Date,
        /// Who was there.
        by: String,
        /// How each reason stands that was ticked: ids of reason and change.
        reasons: BTreeMap<String, String>,
        /// What was agreed.
        outcome: String,
        /// The next one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<Date>,
    },
}

/// A programme in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// From which day on.
    pub from: Date,
    /// Who leads it.
    pub by: String,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Why it has ended, if it has.
    pub ended: Option<String>,
}

/// A goal in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The entry.
    pub version: u64,
    /// When it was set, in seconds since 1970.
    pub at: i64,
    /// Its name.
    pub name: String,
    /// The reason for the therapy that it belongs to.
    pub reason: Option<Reason>,
    /// What each level means, from -2 to +2.
    pub levels: [String; 5],
    /// How much it counts.
    pub weight: Option<Weight>,
    /// When it was dropped, in seconds since 1970, and why.
    pub dropped: Option<(i64, String)>,
}

impl Goal {
    /// Importance times difficulty, or 1 if goals are not weighed.
    #[must_use]
    pub fn counts(&self) -> u16 {
        self.weight.map_or(1, |weight| u16::from(weight.importance) * u16::from(weight.difficulty))
    }
}

/// A session in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The day.
    pub on: Date,
    /// How long, in minutes.
    pub minutes: u16,
    /// What was done.
    pub what: String,
    /// How it was tolerated.
    pub tolerated: String,
    /// Who led it.
    pub by: String,
}

/// A review in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The day.
    pub on: Date,
    /// Who was there.
    pub by: String,
    /// How each reason stood.
    pub reasons: BTreeMap<String, String>,
    /// What was agreed.
    pub outcome: String,
}

/// Rehabilitation of a patient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehabilitation {
    /// The programme, the last one.
    pub programme: Option<Programme>,
    /// Goals, in the order in which they were set; also those dropped.
    pub goals: Vec<Goal>,
    /// Sessions, the first one first.
    pub sessions: Vec<Session>,
    /// Exercises for home, with who wrote them down and when, in seconds since 1970.
    pub exercises: Option<(i64, Option<Id>, Vec<Exercise>)>,
    /// Reviews, the first one first.
    pub reviews: Vec<Review>,
    /// The next review.
    pub next_review: Option<Date>,
}

impl Rehabilitation {
    pub(super) fn take(&mut self, entry: &Entry, event: &Event) {
        match event {
            Event::Programme { from, by, parts, review } => {
                let (by, parts) = (by.clone(), parts.clone());
                self.programme = Some(Programme { from: *from, by, parts, ended: None });
                self.next_review = Some(*review);
            }
            Event::ProgrammeEnded { why } => {
                if let Some(programme) = &mut self.programme {
                    programme.ended = Some(why.clone());
                }
                self.next_review = None;
            }
            Event::GoalSet { goal, reason, levels, weight } => self.goals.push(Goal {
                version: entry.version,
                at: entry.happened,
                name: goal.clone(),
                reason: reason.as_deref().and_then(Reason::by_id),
                levels: levels.clone(),
                weight: *weight,
                dropped: None,
            }),
            Event::GoalDropped { goal, why } => {
                let known = self.goals.iter_mut().rev();
                let mut known = known.filter(|known| known.name == *goal && known.dropped.is_none());
                if let Some(known) = known.next() {
                    known.dropped = Some((entry.happened, why.clone()));
                }
            }
            Event::Session { on, minutes, what, tolerated, by } => {
                let (what, tolerated, by) = (what.clone(), tolerated.clone(), by.clone());
                self.sessions.push(Session { on: *on, minutes: *minutes, what, tolerated, by });
                self.sessions.sort_by_key(|session| session.on);
            }
            Event::HomeExercises { list } => {
                self.exercises = Some((entry.happened, entry.by, list.clone()));
            }
            Event::Reviewed { on, by, reasons, outcome, next } => {
                let (by, reasons, outcome) = (by.clone(), reasons.clone(), outcome.clone());
                self.reviews.push(Review { on: *on, by, reasons, outcome });
                self.reviews.sort_by_key(|review| review.on);
                self.next_review = *next;
            }
        }
    }

    /// Goals that are pursued.
    pub fn pursued(&self) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(|goal| goal.dropped.is_none())
    }
}

/// A rating of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// When, in seconds since 1970.
    pub at: i64,
    /// From -2 to 2.
    pub level: i8,
}

/// The summary score of the goals at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// When, in seconds since 1970.
    pub at: i64,
    /// T in hundredths.
    pub t: i32,
    /// Over how many goals.
    pub goals: usize,
}

/// How far the goals that are pursued have been attained.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attainment {
    /// T at the baseline, in hundredths.
    pub baseline: Option<i32>,
    /// T of the last ratings, of the same goals with the same weights.
    pub now: Option<i32>,
    /// T each time somebody rated, from the baselines on; of the goals set until then.
    pub points: Vec<Point>,
    /// Goals that were never rated: they are left out.
    pub not_rated: Vec<String>,
}

impl Attainment {
    /// T now less T at the baseline, in hundredths.
    #[must_use]
    pub fn change(&self) -> Option<i32> {
        Some(self.now? - self.baseline?)
    }
}

/// A goal with its ratings.
struct Rated {
    weight: u16,
    ratings: Vec<Rating>,
}

fn t(levels: impl Iterator<Item = (i8, u16)>) -> Option<i32> {
    let levels: Vec<GoalLevel> = levels.map(|(level, weight)| GoalLevel { level, weight }).collect();
    goal_attainment_t(&levels).ok()
}

impl Patient {
    /// The ratings of a goal since it was set, oldest first.
    #[must_use]
    pub fn ratings(&self, goal: &Goal) -> Vec<Rating> {
        let until = goal.dropped.as_ref().map_or(i64::MAX, |(at, _)| *at);
        // Also those from before another system was implanted.
        let lines = self.lines.iter().filter(|placed| placed.stands).map(|placed| &placed.line.line);
        let ratings = lines.filter_map(|line| {
            let scored = line.get("scored")?;
            let word = |key: &str| scored.get(key).and_then(Value::as_str);
            let own = word("scale") == Some(Scale::GoalAttainment.word()) && word("goal") == Some(&goal.name);
            let at: Timestamp = line.get("at").filter(|_| own)?.as_str()?.parse().ok()?;
            let level = word("value")?.trim_start_matches('+').parse().ok()?;
            Some(Rating { at: at.as_second(), level })
        });
        let mut ratings: Vec<Rating> =
            ratings.filter(|rating| (goal.at..=until).contains(&rating.at)).collect();
        ratings.sort_by_key(|rating| rating.at);
        ratings
    }

    /// How far the goals that are pursued have been attained.
    #[must_use]
    pub fn attainment(&self) -> Attainment {
        let mut attainment = Attainment::default();
        let mut rated = Vec::new();
        for goal in self.path.rehabilitation.pursued() {
            let ratings = self.ratings(goal);
            if ratings.is_empty() {
                attainment.not_rated.push(goal.name.clone());
            } else {
                rated.push(Rated { weight: goal.counts(), ratings });
            }
        }
        let firsts = rated.iter().filter_map(|goal| Some((goal.ratings.first()?.level, goal.weight)));
        attainment.baseline = t(firsts);
        let lasts = rated.iter().filter_map(|goal| Some((goal.ratings.last()?.level, goal.weight)));
        attainment.now = t(lasts);
        let mut times: Vec<i64> = rated.iter().flat_map(|goal| goal.ratings.iter().map(|it| it.at)).collect();
        times.sort_unstable();
        times.dedup();
        for at in times {
            let by_then: Vec<(i8, u16)> = rated
                .iter()
                .filter_map(|goal| {
                    let last = goal.ratings.iter().rfind(|rating| rating.at <= at)?;
                    Some((last.level, goal.weight))
                })
                .collect();
            let goals = by_then.len();
            attainment.points.extend(t(by_then.into_iter()).map(|t| Point { at, t, goals }));
        }
        attainment
    }

    /// The reasons for the therapy that were ticked at the evaluation; none if nobody has answered that sheet.
    #[must_use]
    pub fn ticked_reasons(&self) -> Vec<Reason> {
        let sheet = self.path.sheets.last("goals");
        let answers = sheet.and_then(|kept| kept.answered.answers.get("reasons"));
        let ticked: Vec<Reason> = answers.into_iter().flatten().filter_map(|id| Reason::by_id(id)).collect();
        Reason::ALL.into_iter().filter(|reason| ticked.contains(reason)).collect()
    }
}

type Wrong = (&'static str, String);

fn wrong(field: &'static str, what: &str) -> Wrong {
    (field, what.to_owned())
}

fn check_goal(
    patient: &Patient,
    goal: &str,
    reason: Option<&String>,
    levels: &[String; 5],
    weight: Option<Weight>,
) -> Result<(), Wrong> {
    said("/goal", goal)?;
    if patient.path.rehabilitation.pursued().any(|known| known.name == goal) {
        return Err(wrong("/goal", "is the name of another goal that is pursued"));
    }
    if reason.is_some_and(|reason| Reason::by_id(reason).is_none()) {
        return Err(wrong("/reason", "is none of the reasons for the therapy"));
    }
    for (level, field) in levels.iter().zip(["/level-0", "/level-1", "/level-2", "/level-3", "/level-4"]) {
        said(field, level)?;
    }
    match weight {
        Some(weight) if weight.importance > WEIGHT_MAX => {
            Err(wrong("/importance", "is more than 3, the most that counts"))
        }
        Some(weight) if weight.difficulty > WEIGHT_MAX => {
            Err(wrong("/difficulty", "is more than 3, the most that counts"))
        }
        _ => Ok(()),
    }
}

impl Told for Event {
    fn title(&self) -> String {
        match self {
            Self::Programme { from, .. } => {
                format!("Rehabilitation programme from {}", therapy::date_in_words(*from))
            }
            Self::ProgrammeEnded { .. } => "Rehabilitation programme ended".to_owned(),
            Self::GoalSet { goal, .. } => format!("Goal: {goal}"),
            Self::GoalDropped { goal, .. } => format!("Goal pursued no longer: {goal}"),
            Self::Session { on, minutes, .. } => {
                format!("Rehabilitation on {}, {minutes} minutes", therapy::date_in_words(*on))
            }
            Self::HomeExercises { list } => format!("Exercises for home: {}", list.len()),
            Self::Reviewed { on, .. } => {
                format!("Rehabilitation reviewed on {}", therapy::date_in_words(*on))
            }
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::ProgrammeEnded { why } | Self::GoalDropped { why, .. } => Some(why),
            Self::Session { what, .. } => Some(what),
            Self::Reviewed { outcome, .. } => Some(outcome),
            _ => None,
        }
    }

    fn right(&self) -> Right {
        Right::RecordAssessments
    }

    fn check(&self, patient: &Patient, _now: i64) -> Result<(), (&'static str, String)> {
        match self {
            Self::Programme { from, by, parts, review } => {
                said("/by", by)?;
                if parts.is_empty() {
                    return Err(wrong("/parts", "are missing: a programme has at least one part"));
                }
                if parts.iter().any(|part| AREAS.iter().all(|(id, _)| *id != part.area)) {
                    return Err(wrong("/parts", "hold one that is none of the four"));
                }
                for part in parts {
                    said("/parts", &part.what)?;
                }
                if review < from {
                    return Err(wrong("/review", "lies before the programme begins"));
                }
                Ok(())
            }
            Self::ProgrammeEnded { why } => {
                let running = patient.path.rehabilitation.programme.as_ref();
                if running.is_none_or(|programme| programme.ended.is_some()) {
                    return Err(wrong("/why", "needs a programme that has not ended"));
                }
                said("/why", why)
            }
            Self::GoalSet { goal, reason, levels, weight } => {
                check_goal(patient, goal, reason.as_ref(), levels, *weight)
            }
            Self::GoalDropped { goal, why } => {
                if !patient.path.rehabilitation.pursued().any(|known| known.name == *goal) {
                    return Err(wrong("/goal", "is no goal that is pursued"));
                }
                said("/why", why)
            }
            Self::Session { minutes, what, by, .. } => {
                if *minutes == 0 || *minutes > MINUTES_MAX {
                    return Err(wrong("/minutes", "is not between 1 and 600"));
                }
                said("/what", what)?;
                said("/by", by)
            }
            Self::HomeExercises { list } => {
                if list.is_empty() {
                    return Err(wrong("/list", "is empty"));
                }
                list.iter().try_for_each(|exercise| {
                    said("/list", &exercise.name).and_then(|()| said("/list", &exercise.how))
                })
            }
            Self::Reviewed { by, reasons, outcome, on, next } => {
                said("/by", by)?;
                said("/outcome", outcome)?;
                let known = |(reason, change): (&String, &String)| {
                    Reason::by_id(reason).is_some() && CHANGES.iter().any(|(id, _)| id == change)
                };
                if !reasons.iter().all(known) {
                    return Err(wrong("/reasons", "hold a reason or an answer that is not asked for"));
                }
                match next {
                    Some(next) if next <= on => Err(wrong("/next", "is not after this one")),
                    _ => Ok(()),
                }
            }
        }
    }
}

pub(super) fn due(patient: &Patient, rules: &Rules, _now: i64, list: Listed<'_>) {
    let Some(on) = patient.path.rehabilitation.next_review else { return };
    let zone = TimeZone::get(&rules.zone).unwrap_or(TimeZone::UTC);
    let begins = on.to_zoned(zone).map_or(0, |at| at.timestamp().as_second());
    let text = "review of rehabilitation".to_owned();
    list(Task::RehabilitationReview, begins, &DueBody { text, on: Some(on), ..DueBody::default() });
}
