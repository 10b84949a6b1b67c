//! What ran before an order: breaks in the treatment, doses and how long each ran, and how far a change may be taken back.

use super::Setting;
use super::dose::day_max;
use crate::course::{Course, Interruption, Running};
use crate::finding::Level;
use crate::rule::Rule;
use pump::PumpTime;
use twin::RBig;

/// The restart rule of a time without delivery, by its length in seconds; a length that nobody knows is the longest.
pub(super) fn restart_rule(setting: &Setting<'_>, length: Option<u64>) -> Rule {
    let limits = &setting.protocol.restart;
    match length {
        Some(length) if length <= limits.short.value.seconds() => Rule::RestartShort,
        Some(length) if length <= limits.long.value.seconds() => Rule::RestartLong,
        _ => Rule::RestartUnknown,
    }
}

/// The gravest restart rule of times without delivery at `now`, and how many seconds that one lasted if it is known.
/// `idle` is the time for which the pump has been stopped or at minimum rate by order.
fn gravest(
    setting: &Setting<'_>,
    gaps: &[Interruption],
    idle: Option<PumpTime>,
    now: PumpTime,
) -> Option<(Rule, Option<u64>)> {
    // Delivery that came back by itself and has gone on for long enough since is no restart any more.
    let settled = setting.protocol.titration.tolerated_after.value.seconds();
    let open = gaps.iter().filter(|gap| gap.until.is_none_or(|until| now.since(until) <= settled));
    let lengths = open.map(|gap| match (gap.from, gap.until) {
        (Some(from), Some(until)) => Some(until.since(from)),
        (Some(from), None) if gap.lasts => Some(now.since(from)),
        _ => None,
    });
    let lengths = lengths.chain(idle.map(|since| Some(now.since(since))));
    // None, for a length that nobody knows, counts as more than any length.
    let longest = lengths.max_by_key(|length| length.unwrap_or(u64::MAX))?;
    Some((restart_rule(setting, longest), longest))
}

/// The restart rule that holds for a program that begins now, and how many seconds nothing flowed if that is known.
pub(super) fn restart(
    course: &Course<'_>,
    setting: &Setting<'_>,
    now: PumpTime,
) -> Option<(Rule, Option<u64>)> {
    gravest(setting, &course.interruptions, course.idle_since(), now)
}

/// Whether the treatment began anew with a program: after work on the system, or after more than a short break.
fn broken(setting: &Setting<'_>, running: &Running<'_>, idle: Option<PumpTime>) -> bool {
    let rule = gravest(setting, &running.after, idle, running.since).map(|(rule, _)| rule);
    running.reviewed.is_some() || rule.is_some_and(|rule| rule != Rule::RestartShort)
}

/// A dose and from when it ran.
struct Stage {
    dose: RBig,
    /// The highest 24-hour total of the programs that gave it.
    day: RBig,
    from: PumpTime,
    /// When it was told last.
    told: PumpTime,
}

/// What the programs so far come to.
pub(super) struct Before {
    /// Doses since the treatment began, or began anew: the same dose told again is one.
    stages: Vec<Stage>,
    /// When the doses began to be titrated: at the start, or at a lower dose after a break.
    pub titrated_since: Option<PumpTime>,
}

/// What the programs so far come to.
pub(super) fn before(course: &Course<'_>, setting: &Setting<'_>) -> Before {
    let mut before = Before { stages: Vec::new(), titrated_since: None };
    let mut idle = None;
    for (index, running) in course.programs.iter().enumerate() {
        if !running.treats() {
            idle = idle.or(Some(running.since));
            continue;
        }
        let dose = running.dose_per_day();
        let last = before.stages.last().map(|stage: &Stage| &stage.dose);
        let anew = match last {
            // A pump that was found running was titrated by others.
            None => course.implanted_at.is_some() || index > 0,
            Some(last) => dose < *last && broken(setting, running, idle),
        };
        if anew {
            before.titrated_since = Some(running.since);
        }
        if last.is_some() && broken(setting, running, idle) {
            before.stages.clear();
        }
        let day = day_max(running.asked, running.concentration);
        // A change that was taken back while it was young has not been.
        if let [.., kept, wrong] = before.stages.as_slice()
            && kept.dose == dose
            && running.since.since(wrong.from) <= setting.protocol.titration.undo.value.seconds()
        {
            before.stages.pop();
        }
        let same = before.stages.last().is_some_and(|stage| stage.dose == dose);
        match before.stages.last_mut().filter(|_| same) {
            Some(stage) => (stage.day, stage.told) = (stage.day.clone().max(day), running.since),
            None => before.stages.push(Stage { dose, day, from: running.since, told: running.since }),
        }
        idle = None;
    }
    before
}

/// How far a change that is young may be taken back.
pub(super) struct Undo {
    /// The dose that ran before it for long enough, or else the first of this treatment.
    pub tolerated: RBig,
    /// The largest dose that ran between, apart from the present one: a rise may be taken back to that.
    ceiling: RBig,
    /// The highest 24-hour total of all of these.
    day: RBig,
    /// Whether the dose ran for long enough, and without an adverse effect.
    well: bool,
}

impl Undo {
    /// The highest level that findings on size and haste keep, if `proposed` takes a change back; `None` if it does not.
    /// Less drug than now is less danger, whatever was seen before; more drug than now asks for a reason unless that
    /// dose has been tolerated. `day` is the highest 24-hour total proposed, `fall_max` the largest fall in band.
    pub fn cap(&self, now: &RBig, proposed: &RBig, day: &RBig, fall_max: &RBig) -> Option<Level> {
        if *day > self.day {
            None
        } else if proposed < now {
            let low = &self.tolerated * (RBig::ONE - fall_max);
            (*proposed <= self.ceiling && *proposed >= low).then_some(Level::Note)
        } else {
            let level = if self.well { Level::Note } else { Level::Soft };
            (*proposed <= self.tolerated && proposed > now).then_some(level)
        }
    }
}

impl Before {
    /// How far the last change may be taken back at `now`; `None` if it is too old, or if there was none.
    pub fn undo(&self, course: &Course<'_>, setting: &Setting<'_>, now: PumpTime) -> Option<Undo> {
        let limits = &setting.protocol.titration;
        let long = |pair: &[Stage]| match pair {
            [stage, next] => next.from.since(stage.from) >= limits.tolerated_after.value.seconds(),
            _ => false,
        };
        let ran = self.stages.windows(2).rposition(long);
        let [stage, earlier @ ..] = self.stages.get(ran.unwrap_or(0)..)? else { return None };
        let changed = earlier.first()?.from;
        let [between @ .., current] = earlier else { return None };
        let unwell = course.side_effects.iter().any(|at| *at >= stage.told && *at <= current.from);
        let ceiling = between.iter().map(|stage| &stage.dose).fold(&stage.dose, Ord::max);
        let day = between.iter().chain([current]).map(|stage| &stage.day).fold(&stage.day, Ord::max);
        (now.since(changed) <= limits.undo.value.seconds()).then(|| Undo {
            tolerated: stage.dose.clone(),
            ceiling: ceiling.clone(),
            day: day.clone(),
            well: ran.is_some() && !unwell,
        })
    }

    /// Rises in a row up to `proposed`, and when the first of them began; `None` if the dose does not rise.
    pub fn rises(&self, proposed: &RBig, now: PumpTime) -> Option<(usize, PumpTime)> {
        let doses: Vec<&RBig> = self.stages.iter().map(|stage| &stage.dose).chain([proposed]).collect();
        let rises =
            doses.windows(2).rev().take_while(|pair| matches!(pair, [before, after] if after > before));
        let rises = rises.count();
        let first = self.stages.get(doses.len() - rises).map_or(now, |stage| stage.from);
        (rises > 0).then_some((rises, first))
    }
}
