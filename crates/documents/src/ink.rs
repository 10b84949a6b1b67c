//! Any text made printable: what has no picture is replaced and remembered, long words may break.

use crate::typeset::Warmed;
use std::cell::Cell;

/// A word longer than this may be broken anywhere, so that it cannot run off the paper.
const WORD_LETTERS: usize = 24;

/// Writes with the fonts of the papers.
pub(crate) struct Ink<'a> {
    warmed: &'a Warmed,
    letters_missing: Cell<bool>,
}

impl<'a> Ink<'a> {
    /// Nothing is written yet.
    pub(crate) const fn new(warmed: &'a Warmed) -> Self {
        Self { warmed, letters_missing: Cell::new(false) }
    }

    /// Whether a letter was written that the fonts lack.
    pub(crate) const fn letters_missing(&self) -> bool {
        self.letters_missing.get()
    }

    /// The text with unprintable letters replaced, cut to so many letters, and with long words breakable.
    pub(crate) fn write_up_to(&self, text: &str, letters: usize) -> String {
        let mut written = String::with_capacity(text.len());
        let mut run = 0;
        for (position, character) in text.trim().chars().enumerate() {
            if position >= letters {
                written.push_str(" … (cut)");
                break;
            }
            let character = if character.is_control() { ' ' } else { character };
            run = if character.is_whitespace() { 0 } else { run + 1 };
            if run > WORD_LETTERS {
                written.push('\u{200B}');
                run = 0;
            }
            if self.warmed.prints(character) {
                written.push(character);
            } else {
                self.letters_missing.set(true);
                written.push('\u{FFFD}');
            }
        }
        written
    }
}
