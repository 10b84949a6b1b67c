//! Rendering for people: headings, aligned lines, tables, findings; wrapped, coloured only on a terminal.
//!
//! Everything here builds a `String`; [`print()`] writes it in one go. Styles are always in the text: `anstream` takes
//! them out where they do not belong (no terminal, `NO_COLOR` set). A level is told by its sign and word, so nothing is
//! lost without colour.

use super::CliError;
use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Style};
use std::fmt::Write as _;
use std::io::{ErrorKind, IsTerminal, Write};
use therapy::{Finding, Level};

/// Columns when neither `COLUMNS` nor a terminal says how many there are.
const WIDTH_DEFAULT: usize = 100;
/// Fewer are not worth wrapping for, more are not read.
const WIDTHS: (usize, usize) = (40, 160);
/// A label wider than this does not push all values to the right.
const LABEL_MAX: usize = 34;

/// Columns of a line: `COLUMNS`, or the terminal's, or 100.
#[must_use]
pub fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let seen =
        || terminal_size::terminal_size().map(|(terminal_size::Width(columns), _)| usize::from(columns));
    let (least, most) = WIDTHS;
    told.filter(|columns| *columns > 0).or_else(seen).unwrap_or(WIDTH_DEFAULT).clamp(least, most)
}

/// Writes to standard output. A reader who has gone away is no error: `thecal catalogue | head` ends quietly.
///
/// # Errors
/// [`CliError::Unwritable`], such as on a full disk.
pub fn print(text: &str) -> Result<(), CliError> {
    let raw = std::io::stdout();
    let choice = colour(raw.is_terminal());
    let mut out = AutoStream::new(raw.lock(), choice);
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliError::Unwritable(error)),
        _ => Ok(()),
    }
}

/// Says what went wrong on standard error.
pub fn complain(message: &str) {
    let style = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    tell(&format!("{style}error:{style:#} {message}"));
}

/// One message on standard error, where it does not mix with the answer.
pub fn tell(message: &str) {
    let raw = std::io::stderr();
    let choice = colour(raw.is_terminal());
    // When standard error is gone there is nobody left to tell.
    writeln!(AutoStream::new(raw.lock(), choice), "{message}").unwrap_or_default();
}

fn colour(terminal: bool) -> ColorChoice {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if terminal && !refused { ColorChoice::Auto } else { ColorChoice::Never }
}

/// A line that begins a part.
#[must_use]
pub fn heading(text: &str) -> String {
    let style = Style::new().bold();
    wrap(text, width(), 0).into_iter().fold(String::new(), |mut lines, line| {
        // Writing into a String cannot fail.
        writeln!(lines, "{style}{line}{style:#}").unwrap_or_default();
        lines
    })
}

/// Running text, each line `indent` columns in.
#[must_use]
pub fn paragraph(text: &str, indent: usize) -> String {
    hanging("", text, indent)
}

/// A point of a list.
#[must_use]
pub fn bullet(text: &str, indent: usize) -> String {
    hanging("- ", text, indent)
}

fn hanging(mark: &str, text: &str, indent: usize) -> String {
    let mut lines = String::new();
    let inner = indent + mark.chars().count();
    for (index, line) in wrap(text, width(), inner).into_iter().enumerate() {
        let mark = if index == 0 { mark } else { "" };
        writeln!(lines, "{:indent$}{mark:mark_width$}{line}", "", mark_width = inner - indent)
            .unwrap_or_default();
    }
    lines
}

/// Labels and values, the values aligned and wrapped; an empty label continues the value above it.
#[must_use]
pub fn lines(rows: &[(String, String)]) -> String {
    lines_at(rows, 2)
}

/// The same, `indent` columns in.
#[must_use]
pub fn lines_at(rows: &[(String, String)], indent: usize) -> String {
    let widest = rows.iter().map(|(label, _)| columns(label)).filter(|columns| *columns <= LABEL_MAX).max();
    let label_width = widest.unwrap_or(0);
    let values_at = indent + label_width + 2;
    let mut text = String::new();
    for (label, value) in rows {
        let mut label = label.as_str();
        if columns(label) > label_width {
            text.push_str(&paragraph(label, indent));
            label = "";
        }
        for line in wrap(value, width(), values_at) {
            let gap = label_width.saturating_sub(columns(label));
            let row = format!("{:indent$}{label}{:gap$}  {line}", "", "");
            writeln!(text, "{}", row.trim_end()).unwrap_or_default();
            label = "";
        }
    }
    text
}

/// A table with a heading row; the widest columns give way and wrap, but never the first, which is typed again.
#[must_use]
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    table_at(head, rows, 0)
}

/// The same, `indent` columns in.
#[must_use]
pub fn table_at(head: &[&str], rows: &[Vec<String>], indent: usize) -> String {
    const GAP: usize = 2;
    let cell = |row: &[String], index: usize| row.get(index).map_or(0, |text| columns(text));
    let mut widths: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(index, title)| {
            rows.iter().map(|row| cell(row, index)).chain([columns(title)]).max().unwrap_or(0)
        })
        .collect();
    let room = width().saturating_sub(indent + GAP * head.len().saturating_sub(1));
    let longest_word = |index: usize| {
        let words = rows.iter().filter_map(|row| row.get(index)).flat_map(|cell| cell.split(' '));
        words.map(columns).max().unwrap_or(0)
    };
    let least: Vec<usize> = (0..head.len()).map(longest_word).collect();
    while widths.iter().sum::<usize>() > room {
        let may_shrink = widths.iter_mut().zip(&least).skip(1).filter(|(width, least)| **width > **least);
        match may_shrink.map(|(width, _)| width).max() {
            Some(widest) => *widest -= 1,
            None => break,
        }
    }
    let bold = Style::new().bold();
    let titles: Vec<String> = head.iter().map(|title| (*title).to_owned()).collect();
    let mut text = String::new();
    for (index, row) in std::iter::once(&titles).chain(rows).enumerate() {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(cell, width)| wrap(cell, *width, 0)).collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut shown = " ".repeat(indent);
            for (cell, width) in cells.iter().zip(&widths) {
                let part = cell.get(line).map_or("", String::as_str);
                let gap = width.saturating_sub(columns(part)) + GAP;
                write!(shown, "{part}{:gap$}", "").unwrap_or_default();
            }
            let shown = shown.trim_end();
            if index == 0 {
                writeln!(text, "{bold}{shown}{bold:#}").unwrap_or_default();
            } else {
                writeln!(text, "{shown}").unwrap_or_default();
            }
        }
    }
    text
}

/// Findings, hard ones first, each with its numbers and ways out; with `explain`, also formula and source.
#[must_use]
pub fn findings(findings: &[Finding], explain: bool) -> String {
    if findings.is_empty() {
        return "No findings.\n".to_owned();
    }
    let mut text = String::new();
    for level in [Level::Hard, Level::Soft, Level::Note] {
        for finding in findings.iter().filter(|finding| finding.level == level) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&one_finding(finding, explain));
        }
    }
    text
}

fn one_finding(finding: &Finding, explain: bool) -> String {
    let about = finding.rule.about();
    let style = level_style(finding.level);
    let (sign, word) = level_words(finding.level);
    let mut text = format!("{style}{sign} {word}  {}{style:#}\n", about.id);
    text.push_str(&paragraph(about.says, 3));
    let mut rows: Vec<(String, String)> =
        finding.numbers.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
    if explain {
        rows.push(("formula".to_owned(), about.formula.to_owned()));
        rows.push(("source".to_owned(), about.source.to_owned()));
    }
    text.push_str(&lines_at(&rows, 5));
    if !about.exits.is_empty() {
        text.push_str("   ways out:\n");
        for exit in about.exits {
            text.push_str(&bullet(exit, 5));
        }
    }
    text
}

/// How a level is told without colour.
const fn level_words(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Hard => ("!!", "HARD: stop"),
        Level::Soft => ("! ", "SOFT: give a reason"),
        Level::Note => ("i ", "NOTE"),
    }
}

fn level_style(level: Level) -> Style {
    let colour = match level {
        Level::Hard => AnsiColor::Red,
        Level::Soft => AnsiColor::Yellow,
        Level::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

/// Columns that a text takes; the languages written here have one a character.
fn columns(text: &str) -> usize {
    text.chars().count()
}

/// Lines of at most `width - indent` columns, at least one. A number stays with its unit; a word that is too long for a
/// line is cut, so that no line is ever wider.
fn wrap(text: &str, width: usize, indent: usize) -> Vec<String> {
    let room = width.saturating_sub(indent).max(8);
    let mut lines = vec![String::new()];
    for word in words(text) {
        let mut letters: Vec<char> = word.chars().collect();
        while !letters.is_empty() {
            let rest = letters.split_off(letters.len().min(room));
            let part: String = letters.iter().collect();
            match lines.last_mut() {
                Some(line) if line.is_empty() => line.push_str(&part),
                Some(line) if columns(line) + 1 + columns(&part) <= room => {
                    line.push(' ');
                    line.push_str(&part);
                }
                _ => lines.push(part),
            }
            letters = rest;
        }
    }
    lines
}

/// Words of a text, a number together with the word that follows it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut number = false;
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(before) if number && !word.starts_with(|first: char| first.is_ascii_digit()) => {
                before.push('\u{a0}');
                before.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        number = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !word.ends_with('.');
    }
    words
}
