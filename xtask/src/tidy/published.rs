//! The tables that hold published requirements and hazards against our own: none is missing, none stands twice, and each is met by a
//! requirement that exists or says why it is not.

use super::Problem;
use super::ids;
use super::tree::{File, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// A document, by the heading of its table, and every number of it that was read: alone, or from the first to the last of a row.
struct Document {
    heading: &'static str,
    numbers: &'static [&'static str],
}

/// Complete: a row that is taken out of a table is a gap, not a table with one row less.
const DOCUMENTS: [Document; 3] = [
    Document {
        heading: "### Generic Infusion Pump",
        numbers: &[
            "1.1.1–1.1.8",
            "1.2.1–1.2.3",
            "1.3",
            "1.4.1–1.4.12",
            "1.5.1–1.5.6",
            "1.6",
            "1.7.1",
            "1.8.1",
            "1.9–1.10",
            "2.1.1",
            "2.2.1",
            "2.2.3–2.2.5",
            "2.3",
            "3.1–3.5",
            "4.1.1–4.1.4",
            "5",
            "6.1–6.3",
            "7.1.1",
            "7.3.1",
            "HID 1.4",
            "HID 5.11",
            "HID 8.14",
            "HID others",
        ],
    },
    Document {
        heading: "### Open PCA Pump",
        numbers: &[
            "R5.1(1)–R5.1(5)",
            "R5.2(1)–R5.2(6)",
            "R5.3(1)–R5.3(7)",
            "R6.1–R6.2",
            "R6.4(2)–R6.4(8)",
            "R6.4.1–R6.4.3",
            "R6.5(9)–R6.5(10)",
            "R6.5(18)",
            "R6.6(1)–R6.6(8)",
            "R6.7(6)",
            "R6.8(3)",
            "R6.8(6)",
            "R6.8(9)–R6.8(10)",
            "R6.9",
            "Table 6",
            "R7.1(1)",
            "R7.2(1)",
            "R7.2(6)–R7.2(7)",
            "R7.4",
            "R8.1–R8.3",
            "EC1–EC24",
        ],
    },
    Document { heading: "### What went wrong with pumps", numbers: &["1–12"] },
];

/// Each number of each document stands once, is met by requirements that exist, or says why not.
pub(crate) fn published(tree: &Tree) -> Vec<Problem> {
    // That the file is there is asked with its own table.
    let Some(file) = tree.file(ids::REQUIREMENTS) else { return Vec::new() };
    let known: BTreeSet<String> = ids::rows(file).0.into_keys().collect();
    DOCUMENTS.iter().flat_map(|document| document.problems(file, &known)).collect()
}

impl Document {
    fn problems(&self, file: &File, known: &BTreeSet<String>) -> Vec<Problem> {
        let Some((start, _)) = file.lines().find(|(_, text)| *text == self.heading) else {
            return vec![file.problem(1, format!("\"{}\" and its table are missing", self.heading))];
        };
        let wanted: BTreeSet<String> = self.numbers.iter().flat_map(|words| expanded(words)).collect();
        let mut found = BTreeMap::new();
        let mut problems = Vec::new();
        let below = file.lines().skip_while(|(line, _)| *line <= start);
        let table =
            below.take_while(|(_, text)| !text.starts_with('#')).filter(|(_, text)| text.starts_with('|'));
        for (line, text) in table {
            let Some(row) = Row::read(text) else {
                problems.push(file.problem(line, "needs: number, content, met by, where it does not fit"));
                continue;
            };
            if row.is_head() {
                continue;
            }
            for number in expanded(row.number) {
                if !wanted.contains(&number) {
                    problems.push(file.problem(
                        line,
                        format!("{number} is not in the list of xtask/src/tidy/published.rs"),
                    ));
                }
                if let Some(before) = found.insert(number.clone(), line) {
                    problems.push(file.problem(line, format!("{number} stands in line {before} already")));
                }
            }
            problems.extend(
                row.gaps(known).into_iter().map(|what| file.problem(line, format!("{}: {what}", row.number))),
            );
        }
        let missing = wanted.iter().filter(|number| !found.contains_key(*number));
        problems.extend(missing.map(|number| file.problem(start, format!("{number} has no row"))));
        problems
    }
}

/// One line of a table.
struct Row<'a> {
    number: &'a str,
    content: &'a str,
    met_by: &'a str,
    not_fitting: &'a str,
}

impl<'a> Row<'a> {
    fn read(text: &'a str) -> Option<Row<'a>> {
        let inner = text.strip_prefix('|')?.trim_end().strip_suffix('|')?;
        let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
        let [number, content, met_by, not_fitting] = cells.as_slice() else { return None };
        Some(Row { number, content, met_by, not_fitting })
    }

    fn is_head(&self) -> bool {
        self.number == "No." || self.number.starts_with("--")
    }

    fn gaps(&self, known: &BTreeSet<String>) -> Vec<String> {
        let mut gaps = Vec::new();
        if self.number.is_empty() || self.content.is_empty() {
            gaps.push("number or content is missing".to_owned());
        }
        let met: Vec<&str> = self.met_by.split(", ").filter(|word| !word.is_empty()).collect();
        for word in &met {
            if !ids::is_requirement(word) {
                gaps.push(format!(
                    "\"{word}\" is no requirement id; ids stand alone, with a comma and a space between"
                ));
            }
        }
        let named = [self.content, self.met_by, self.not_fitting].into_iter().flat_map(ids::kebab_words);
        for id in named.filter(|word| ids::is_requirement(word)) {
            if !known.contains(id) {
                gaps.push(format!("{id} is no row of the tables of requirements"));
            }
        }
        if met.is_empty() && self.not_fitting.is_empty() {
            gaps.push("neither a requirement that meets it nor a reason".to_owned());
        }
        gaps
    }
}

/// `1.9, 1.10` and `1.9–1.10` are two numbers.
fn expanded(words: &str) -> Vec<String> {
    words.split(", ").flat_map(from_to).collect()
}

/// The numbers from the first to the last, or the words as they are if they are no such pair.
fn from_to(words: &str) -> Vec<String> {
    let pair = || {
        let (first, last) = words.split_once('–')?;
        let ((head, from, tail), (other_head, to, other_tail)) = (last_number(first)?, last_number(last)?);
        (head == other_head && tail == other_tail && from < to)
            .then(|| (from..=to).map(|number| format!("{head}{number}{tail}")).collect())
    };
    pair().unwrap_or_else(|| vec![words.to_owned()])
}

/// What stands before the last number, the number, what stands after it.
fn last_number(word: &str) -> Option<(&str, u32, &str)> {
    let digit = |letter: char| letter.is_ascii_digit();
    let end = word.rfind(digit)? + 1;
    let (before, tail) = word.split_at(end);
    let head = before.trim_end_matches(digit);
    let number = before.strip_prefix(head)?.parse().ok()?;
    Some((head, number, tail))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{none, run};
    use super::*;

    /// Every table, each document in rows of its own list, all met by R-A-1.
    fn whole() -> String {
        let mut text = "| R-A-1 | Stops. | `a` | `b` |\n\n".to_owned();
        for document in &DOCUMENTS {
            text.push_str(document.heading);
            text.push_str("\n\n| No. | Content | Met by | Where it does not fit |\n|---|---|---|---|\n");
            for number in document.numbers {
                text.push_str(&format!("| {number} | Content | R-A-1 | |\n"));
            }
            text.push('\n');
        }
        text
    }

    fn after(change: (&str, &str)) -> Vec<String> {
        let text = whole();
        assert!(text.contains(change.0), "{change:?}");
        run(published, &[(ids::REQUIREMENTS, &text.replacen(change.0, change.1, 1))])
    }

    #[test]
    fn a_whole_table_passes() {
        none(published, &[(ids::REQUIREMENTS, &whole())]);
        let rows = "| 1.1.1–1.1.3 | a | R-A-1 | |\n| 1.1.4, 1.1.5 | b | | Why. |\n| 1.1.6–1.1.8 | c | R-A-1, R-A-1 | Why. |\n";
        assert_eq!(after(("| 1.1.1–1.1.8 | Content | R-A-1 | |\n", rows)), Vec::<String>::new());
    }

    #[test]
    fn a_missing_number_is_seen() {
        for (change, what) in [
            (("| 1.3 | Content | R-A-1 | |\n", ""), "1.3 has no row"),
            (("| R6.7(6) |", "| R6.7(5) |"), "R6.7(6) has no row"),
            (("| 1–12 |", "| 1–11 |"), "12 has no row"),
            (("| EC1–EC24 |", "| EC1–EC22, EC24 |"), "EC23 has no row"),
            (("### Open PCA Pump", "### PCA"), "\"### Open PCA Pump\" and its table are missing"),
        ] {
            assert!(after(change).iter().any(|problem| problem.ends_with(what)), "{:?}", after(change));
        }
    }

    #[test]
    fn a_number_that_stands_twice_or_nowhere_else_is_seen() {
        let twice = after(("| 1.3 | Content | R-A-1 | |\n", "| 1.2.3, 1.3 | Content | R-A-1 | |\n"));
        assert!(twice.len() == 1 && twice.concat().contains("1.2.3 stands in line"), "{twice:?}");
        let other = after(("| 1.3 |", "| 1.3, 9.9 |"));
        assert!(other.len() == 1 && other.concat().contains("9.9 is not in the list"), "{other:?}");
    }

    #[test]
    fn a_row_without_id_and_reason_is_seen() {
        let row = "| 1.6 | Content | R-A-1 | |";
        for (instead, what) in [
            ("| 1.6 | Content | | |", "neither"),
            ("| 1.6 | Content | R-A-2 | |", "R-A-2 is no row"),
            ("| 1.6 | Content | R-A-1 | As R-A-3. |", "R-A-3 is no row"),
            ("| 1.6 | Content | R-A-1 R-A-1 | |", "is no requirement id"),
            ("| 1.6 | Content | the doctor | |", "is no requirement id"),
            ("| 1.6 | | R-A-1 | |", "content is missing"),
            ("| 1.6 | Content | R-A-1 |", "needs: number"),
        ] {
            let problems = after((row, instead));
            assert!(problems.iter().any(|problem| problem.contains(what)), "{instead}: {problems:?}");
        }
        assert_eq!(after((row, "| 1.6 | Content | | Why. |")), Vec::<String>::new());
    }

    #[test]
    fn numbers_are_counted_out() {
        assert_eq!(expanded("1.9–1.10"), ["1.9", "1.10"]);
        assert_eq!(expanded("R7.2(1), R7.2(6)–R7.2(7)"), ["R7.2(1)", "R7.2(6)", "R7.2(7)"]);
        // Not one row of numbers: it stays what it is, and is then in no list.
        for words in ["1.1–2.3", "5–1", "a–b", "R1(1)–R1[2]"] {
            assert_eq!(expanded(words), [words]);
        }
        let alone = after(("| 1.6 |", "| 1.6–1.6 |"));
        assert!(alone.len() == 2 && alone.concat().contains("1.6 has no row"), "{alone:?}");
    }
}
