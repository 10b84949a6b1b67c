//! Curves in the terminal: columns of eighth blocks over a time axis, with named marks below.

use std::fmt::Write as _;

/// Eighths of a character cell.
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A mark on the time axis.
pub struct Mark {
    /// One character.
    pub sign: char,
    /// Column, from 0.
    pub column: usize,
}

/// Heights, each a part of `full` in thousandths, as rows of blocks with a scale at the left and marks below.
///
/// `scale` gives the words at the top and at the bottom; `level` a height at which a line is drawn where no block stands.
#[must_use]
pub fn bars(
    heights: &[u32],
    rows: usize,
    scale: (&str, &str),
    level: Option<(u32, &str)>,
    marks: &[Mark],
) -> String {
    let left = scale
        .0
        .chars()
        .count()
        .max(scale.1.chars().count())
        .max(level.map_or(0, |(_, word)| word.chars().count()));
    let eighths = |thousandths: u32| (u64::from(thousandths) * rows as u64 * 8 / 1_000) as usize;
    let level_row = level.map(|(height, word)| (eighths(height).saturating_sub(1) / 8, word));
    let mut text = String::new();
    for row in (0..rows).rev() {
        let word = match level_row {
            Some((at, word)) if at == row => word,
            _ if row + 1 == rows => scale.0,
            _ if row == 0 => scale.1,
            _ => "",
        };
        let mut line = format!("  {word:>left$} ");
        line.push('┤');
        for height in heights {
            let filled = eighths(*height).saturating_sub(row * 8).min(8);
            let block = BLOCKS.get(filled).copied().unwrap_or(' ');
            let empty = filled == 0 && level_row.is_some_and(|(at, _)| at == row);
            line.push(if empty { '┈' } else { block });
        }
        // Writing into a String cannot fail.
        writeln!(text, "{}", line.trim_end()).unwrap_or_default();
    }
    let axis = "─".repeat(heights.len());
    writeln!(text, "  {:>left$} └{axis}", "").unwrap_or_default();
    let mut below: Vec<Vec<char>> = Vec::new();
    for mark in marks {
        // Marks on one column go below each other.
        let free = below.iter_mut().find(|line| line.get(mark.column) == Some(&' '));
        let line = match free {
            Some(line) => line,
            None => {
                below.push(vec![' '; heights.len().max(mark.column + 1)]);
                match below.last_mut() {
                    Some(line) => line,
                    None => continue,
                }
            }
        };
        if let Some(cell) = line.get_mut(mark.column) {
            *cell = mark.sign;
        }
    }
    for line in below {
        let line: String = line.into_iter().collect();
        writeln!(text, "  {:>left$}  {}", "", line.trim_end()).unwrap_or_default();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_one_column_go_below_each_other() {
        let marks = [Mark { sign: 'A', column: 1 }, Mark { sign: 'B', column: 1 }];
        let text = bars(&[1_000, 500, 0], 2, ("2 mL", "0 mL"), Some((250, "alarm")), &marks);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines, ["   2 mL ┤█", "  alarm ┤██┈", "        └───", "          A", "          B"]);
    }
}
