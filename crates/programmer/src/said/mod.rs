//! What a pump says, in lines for people: plain, short, the most urgent first.
//!
//! Doses are micrograms in 24 hours, with the word; dates have the month in letters; what is calculated is not called measured.

mod log;
mod status;
mod words;

pub use log::log;
pub use status::status;
pub(crate) use words::{day_totals, running};

/// A label and what it says; a blank label continues the line above.
struct Lines(String);

impl Lines {
    const LABEL: usize = 15;

    fn row(&mut self, label: &str, says: &str) {
        for (index, line) in says.lines().enumerate() {
            let label = if index == 0 { label } else { "" };
            let gap = Self::LABEL.saturating_sub(label.chars().count());
            self.0.push_str(&format!("{label}{:gap$}{line}\n", ""));
        }
    }

    fn plain(&mut self, says: &str) {
        self.0.push_str(says);
        self.0.push('\n');
    }
}
