//! Reading the test runners' summary lines, so that the suite can end with one count.

/// Tests that ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// nextest: `Summary [ 0.9s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 3 skipped`.
pub(crate) fn nextest(text: &str) -> Option<Counts> {
    text.lines().rev().map(plain).find_map(|line| {
        let (_, parts) = line.trim_start().strip_prefix("Summary ")?.split_once(" run: ")?;
        let mut counts = Counts::default();
        for part in without_brackets(parts).split(',') {
            let (number, what) = part.trim().split_once(' ')?;
            let number: u64 = number.parse().ok()?;
            match what.trim() {
                "passed" => counts.passed += number,
                "skipped" => {}
                // failed, timed out, exec failed: nothing else may pass for a pass.
                _ => counts.failed += number,
            }
        }
        Some(counts)
    })
}

/// libtest, one line a test binary: `test result: ok. 12 passed; 0 failed; 0 ignored; …`; all are added.
pub(crate) fn libtest(text: &str) -> Option<Counts> {
    let mut sum = None;
    for line in text.lines().map(plain) {
        let Some(parts) = line.trim_start().strip_prefix("test result: ").map(str::to_owned) else {
            continue;
        };
        let mut counts = Counts::default();
        for part in parts.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => counts.passed = number.parse().ok()?,
                Some((number, "failed")) => counts.failed = number.parse().ok()?,
                _ => {}
            }
        }
        sum.get_or_insert_with(Counts::default).add(counts);
    }
    sum
}

/// The line without terminal colours.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(letter) = rest.next() {
        if letter == '\u{1b}' {
            let _end = rest.find(char::is_ascii_alphabetic);
        } else {
            text.push(letter);
        }
    }
    text
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_counts() {
        let text = "noise\n     Summary [   0.004s] 412 tests run: 412 passed, 0 skipped\n";
        assert_eq!(nextest(text), Some(Counts { passed: 412, failed: 0 }));
        let text = "     Summary [  61.0s] 9/12 tests run: 5 passed (1 slow, 1 flaky), 1 failed, 2 timed out, 3 skipped\n\
                            FAIL [   0.0s] crate some::test\n";
        assert_eq!(nextest(text), Some(Counts { passed: 5, failed: 3 }));
        let text = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.004s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m \
                    \u{1b}[32;1mpassed\u{1b}[0m, \u{1b}[1m0\u{1b}[0m \u{1b}[33;1mskipped\u{1b}[0m";
        assert_eq!(nextest(text), Some(Counts { passed: 3, failed: 0 }));
        assert_eq!(nextest("error: could not compile"), None);
    }

    #[test]
    fn libtest_counts() {
        let text = "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                    test result: FAILED. 4 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(libtest(text), Some(Counts { passed: 7, failed: 1 }));
        assert_eq!(libtest("warning: nothing"), None);
    }
}
