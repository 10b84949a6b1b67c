//! Any text made printable: what has no picture is replaced and remembered, long words may break.

use crate::typeset::Warmed;
use std::cell::Cell;
use words::{Direction, Voice};

/// A word longer than this may be broken anywhere, so that it cannot run off the paper.
const WORD_LETTERS: usize = 24;

/// What follows is read from left to right, until [`END`].
const LEFT_TO_RIGHT: char = '\u{2066}';
/// Ends what [`LEFT_TO_RIGHT`] began.
const END: char = '\u{2069}';

/// Whether a letter is Hebrew or of another script that is written from right to left.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Writes with the fonts of the papers.
pub(crate) struct Ink<'a> {
    warmed: &'a Warmed,
    cut: String,
    /// Whether the paper is written from right to left.
    right_to_left: bool,
    letters_missing: Cell<bool>,
    english_written: Cell<bool>,
}

impl<'a> Ink<'a> {
    /// Nothing is written yet.
    pub(crate) fn new(warmed: &'a Warmed, voice: &Voice<'_>) -> Self {
        let cut = voice.plain("common-cut");
        let right_to_left = voice.language().direction() == Direction::RightToLeft;
        Self {
            warmed,
            cut,
            right_to_left,
            letters_missing: Cell::new(false),
            english_written: Cell::new(false),
        }
    }

    /// Whether a text had its English beside it: somebody has not approved a translation.
    pub(crate) const fn english_written(&self) -> bool {
        self.english_written.get()
    }

    /// The English beside a text.
    pub(crate) fn english(&self, text: &str, letters: usize) -> String {
        self.english_written.set(true);
        self.write_up_to(text, letters)
    }

    /// Whether a letter was written that the fonts lack.
    pub(crate) const fn letters_missing(&self) -> bool {
        self.letters_missing.get()
    }

    /// The text with unprintable letters replaced, cut to so many letters, and with long words breakable.
    pub(crate) fn write_up_to(&self, text: &str, letters: usize) -> String {
        let mut written = String::with_capacity(text.len());
        // A name or an amount from another script stays in its own order in the middle of Hebrew.
        let foreign = self.right_to_left && !text.is_empty() && !text.chars().any(is_right_to_left);
        if foreign {
            written.push(LEFT_TO_RIGHT);
        }
        let mut run = 0;
        for (position, character) in text.trim().chars().enumerate() {
            if position >= letters {
                written.push(' ');
                written.push_str(&self.cut);
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
        if foreign {
            written.push(END);
        }
        written
    }
}
