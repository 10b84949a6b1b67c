//! The table: every mutation on every course, counted.

use super::mutant::{Mutant, Mutation};
use super::story::{Flag, Story, judge};
use std::collections::BTreeMap;
use therapy::Level;
use therapy::judge::Setting;

/// What became of a mutation.
#[derive(Default)]
pub struct Row {
    pub applied: usize,
    pub courses: usize,
    pub flagged: usize,
    /// Refused by the reader already.
    pub refused: usize,
    pub missed: Vec<(Mutant, Vec<Flag>)>,
    /// Which rule answered at which level, and how often.
    pub answers: BTreeMap<(&'static str, Level), usize>,
}

/// Mutants of one kind that are taken from one course: more of the same tell nothing new.
const PER_COURSE: usize = 2;

/// Evenly spread, the first and the last among them.
fn spread(mutants: Vec<Mutant>) -> Vec<Mutant> {
    let count = mutants.len();
    if count <= PER_COURSE {
        return mutants;
    }
    let wanted: Vec<usize> = (0..PER_COURSE).map(|index| index * (count - 1) / (PER_COURSE - 1)).collect();
    mutants
        .into_iter()
        .enumerate()
        .filter(|(index, _)| wanted.contains(index))
        .map(|(_, mutant)| mutant)
        .collect()
}

pub fn row(mutation: &Mutation, stories: &[Story], setting: &Setting<'_>) -> Row {
    let mut row = Row::default();
    for story in stories {
        let mutants = spread((mutation.make)(story));
        row.courses += usize::from(!mutants.is_empty());
        for mutant in mutants {
            row.applied += 1;
            let course = match mutant.story.read(setting.catalogue) {
                Ok(course) => course,
                Err(_) => {
                    row.refused += 1;
                    row.flagged += 1;
                    continue;
                }
            };
            let verdict = judge(&course, setting, mutant.now);
            let expected = |flag: &&Flag| mutation.expected.contains(&(flag.rule, flag.level));
            match verdict.open.iter().filter(expected).max_by_key(|flag| flag.level) {
                Some(flag) => {
                    row.flagged += 1;
                    *row.answers.entry((flag.rule, flag.level)).or_default() += 1;
                }
                None => row.missed.push((mutant, verdict.open)),
            }
        }
    }
    row
}

/// The table: mutation, source, how often applied, flagged and missed, and which rule answered at which level.
pub fn text(rows: &[(&Mutation, Row)]) -> String {
    let mut text = format!(
        "{:<74} | {:<48} | {:>7} | {:>7} | {:>6} | levels\n",
        "mutation", "source", "applied", "flagged", "missed"
    );
    for (mutation, row) in rows {
        let mut answers: Vec<String> = row
            .answers
            .iter()
            .map(|((rule, level), count)| format!("{rule} {} {count}", level.word()))
            .collect();
        if row.refused > 0 {
            answers.push(format!("refused by the reader {}", row.refused));
        }
        text += &format!(
            "{:<74} | {:<48} | {:>7} | {:>7} | {:>6} | {}\n",
            mutation.name,
            mutation.source,
            row.applied,
            row.flagged,
            row.missed.len(),
            answers.join(", ")
        );
    }
    let sum = |count: fn(&Row) -> usize| rows.iter().map(|(_, row)| count(row)).sum::<usize>();
    let (applied, flagged, missed) =
        (sum(|row| row.applied), sum(|row| row.flagged), sum(|row| row.missed.len()));
    text + &format!("{} kinds, {applied} mutants, {flagged} flagged, {missed} missed\n", rows.len())
}
