//! How a patient stands at a time: the course, what follows from it, and what is open.

use super::assemble::{assemble, course_lines, node_of};
use super::{CourseError, Judged, Patient, Said};
use crate::rules::Rules;
use serde_json::Value;
use therapy::act::Event;
use therapy::audit::audit_known;
use therapy::file::CourseFile;
use therapy::input::At;
use therapy::judge::{Missing, propose};
use therapy::outlook::{Outlook, outlook_now};
use therapy::{Course, Finding, Level, Rule, fold};
use twin::TwinError;

/// Something that somebody has to deal with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFinding {
    /// The line that opened it; `None` for what follows from the therapy as it stands.
    pub line: Option<String>,
    /// Which rule.
    pub rule: Rule,
    /// How much it weighs.
    pub level: Level,
    /// What it looked at, for people.
    pub numbers: Vec<(String, String)>,
    /// What it needs, for an order.
    pub missing: Option<Missing>,
}

/// How a patient stands.
#[derive(Debug, Clone)]
pub struct Stand<'a> {
    /// The course with every line up to now.
    pub course: Course<'a>,
    /// Dates; `None` before the first fill.
    pub outlook: Option<Outlook>,
    /// What is open, hardest first.
    pub open: Vec<OpenFinding>,
    /// The time of it, on the clock of the course.
    pub now: pump::PumpTime,
}

/// What a line was found to be, before it is recorded.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// What the rules say, hardest first.
    pub findings: Vec<Finding>,
    /// The same, as it is kept.
    pub judged: Judged,
    /// What it opens on lines after it in time.
    pub later: Vec<(String, Vec<Said>)>,
    /// The line as read.
    pub event: Event,
    /// How many lines of the course come before it in time.
    pub place: usize,
}

/// A finding as it is kept.
#[must_use]
pub fn said(finding: &Finding) -> Said {
    Said {
        rule: finding.rule.about().id.to_owned(),
        level: finding.level.word().to_owned(),
        numbers: finding
            .numbers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect(),
    }
}

/// A kept finding as the audit wants it. A rule that no longer exists says nothing any more.
fn unsaid(said: &Said) -> Option<Finding> {
    let level =
        [Level::Note, Level::Soft, Level::Hard].into_iter().find(|level| level.word() == said.level)?;
    Some(Finding::new(Rule::by_id(&said.rule)?, level))
}

impl Patient {
    /// How the patient stands at `now`, in seconds since 1970.
    ///
    /// # Errors
    /// [`TwinError`] if lines are not in the order of time, which a course that has been read never is.
    pub fn stand<'a>(&'a self, rules: &'a Rules, now: i64) -> Result<Stand<'a>, TwinError> {
        let setting = rules.setting();
        // Every line was judged when it came. Notes are never open and close nothing.
        let known = |event: &Event| {
            let found = self.weighing.get(&event.id);
            Some((found.into_iter().flatten().filter_map(unsaid).collect(), String::new()))
        };
        let audit = audit_known(&self.file, &setting, Some(now), known)?;
        let out = self.episode().is_some_and(|episode| episode.explanted.is_some());
        let open = audit
            .open
            .iter()
            // What follows from the state of a system that is no longer there concerns nobody.
            .filter(|open| !(out && open.event.is_none()))
            .map(|open| {
                let line = open.event.map(|event| event.id.clone());
                let rule = open.finding.rule;
                let id = rule.about().id;
                let kept = line.as_deref().and_then(|line| {
                    let all = self.weighing.get(line)?;
                    all.iter().find(|said| said.rule == id && said.level == open.finding.level.word())
                });
                let numbers = kept.map_or_else(|| said(&open.finding).numbers, |kept| kept.numbers.clone());
                OpenFinding { line, rule, level: open.finding.level, numbers, missing: open.missing }
            })
            .collect();
        let outlook = if out { None } else { outlook_now(&audit.course, &setting, audit.now) };
        Ok(Stand { outlook, open, now: audit.now, course: audit.course })
    }

    /// The course of the last episode with one line more, or with one line in the place of another, or without one.
    ///
    /// # Errors
    /// [`CourseError`] naming the line and the field.
    pub fn course_with(
        &self,
        rules: &Rules,
        line: Option<&Value>,
        instead_of: Option<&str>,
    ) -> Result<CourseFile, CourseError> {
        let mut lines: Vec<&Value> = Vec::with_capacity(self.lines.len() + 1);
        let mut line = line;
        for placed in course_lines(&self.lines, &self.episodes) {
            if instead_of == Some(placed.line.id.as_str()) {
                // A correction takes the place of what it corrects: later lines may name it.
                lines.extend(line.take());
            } else {
                lines.push(&placed.line.line);
            }
        }
        lines.extend(line);
        let read = assemble(&self.identity, &self.episodes, &lines, &rules.zone, &rules.catalogue);
        read.map(|(file, _)| file)
    }

    /// The course of the last episode with these lines more.
    ///
    /// # Errors
    /// [`CourseError`] naming the line and the field.
    pub fn course_with_all(&self, rules: &Rules, more: &[&Value]) -> Result<CourseFile, CourseError> {
        let (mut file, mut reader) = (self.file.clone(), self.reader.clone());
        for line in more {
            let id = line.get("id").and_then(Value::as_str).unwrap_or_default();
            let node = node_of(line, file.events.len() + 1);
            let read = reader.next(&At::root(&node), &rules.catalogue);
            file.insert(read.map_err(|error| CourseError::of_line(id, error))?);
        }
        Ok(file)
    }

    /// Judges a line, `id` and `at` included, against the course before it.
    ///
    /// # Errors
    /// [`JudgeError`].
    pub fn judge(
        &self,
        rules: &Rules,
        line: &Value,
        instead_of: Option<&str>,
    ) -> Result<Judgement, JudgeError> {
        let id = line.get("id").and_then(Value::as_str).unwrap_or_default();
        if instead_of.is_some() {
            let file = self.course_with(rules, Some(line), instead_of)?;
            let place = file.events.iter().position(|event| event.id == id).ok_or(JudgeError::NotThere)?;
            let event = file.events.get(place).cloned().ok_or(JudgeError::NotThere)?;
            return self.judge_event(rules, &file, place, event, Some(&file));
        }
        let node = node_of(line, self.lines.len() + 1);
        let read = self.reader.clone().next(&At::root(&node), &rules.catalogue);
        let event = read.map_err(|error| CourseError::of_line(id, error))?;
        let place = self.file.events.partition_point(|known| known.at.unix <= event.at.unix);
        // Only a late entry can change what lines after it are found to be.
        let late = (place < self.file.events.len()).then(|| {
            let mut file = self.file.clone();
            file.insert(event.clone());
            file
        });
        self.judge_event(rules, &self.file, place, event, late.as_ref())
    }

    fn judge_event(
        &self,
        rules: &Rules,
        file: &CourseFile,
        place: usize,
        event: Event,
        with: Option<&CourseFile>,
    ) -> Result<Judgement, JudgeError> {
        let setting = rules.setting();
        let course = fold(file, file.events.get(..place).unwrap_or_default(), setting.catalogue)?;
        let proposal = propose(&course, &event.act, &setting, course.time(event.at));
        let judged = Judged {
            digest: proposal.digest,
            setting: setting.version(),
            findings: proposal.findings.iter().map(said).collect(),
        };
        let later = match with {
            Some(with) => self.opened_later(rules, with, place + 1)?,
            None => Vec::new(),
        };
        Ok(Judgement { findings: proposal.findings, judged, later, event, place })
    }

    /// What lines from a place on are now found to be and were not before.
    ///
    /// # Errors
    /// [`TwinError`], as `fold`.
    pub fn opened_later(
        &self,
        rules: &Rules,
        file: &CourseFile,
        from: usize,
    ) -> Result<Vec<(String, Vec<Said>)>, TwinError> {
        let setting = rules.setting();
        let known = &self.weighing;
        let mut opened = Vec::new();
        for (index, event) in file.events.iter().enumerate().skip(from) {
            let course = fold(file, file.events.get(..index).unwrap_or_default(), setting.catalogue)?;
            let proposal = propose(&course, &event.act, &setting, course.time(event.at));
            let had = known.get(&event.id);
            let new: Vec<Said> = proposal
                .findings
                .iter()
                .filter(|finding| finding.level > Level::Note)
                .map(said)
                .filter(|new| {
                    !had.is_some_and(|had| {
                        had.iter().any(|old| old.rule == new.rule && old.level == new.level)
                    })
                })
                .collect();
            if !new.is_empty() {
                opened.push((event.id.clone(), new));
            }
        }
        Ok(opened)
    }
}

/// Why a line cannot be judged.
#[derive(Debug, thiserror::Error)]
pub enum JudgeError {
    /// It makes no course.
    #[error(transparent)]
    Course(#[from] CourseError),
    /// The twin cannot follow.
    #[error(transparent)]
    Twin(#[from] TwinError),
    /// The line has no place in the course of the present system.
    #[error("the line does not belong to the present system")]
    NotThere,
}
