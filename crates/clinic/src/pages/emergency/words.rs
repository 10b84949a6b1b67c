//! The words of the emergency sheet, for pages: statements with grade and sources.

use crate::error::PageError;
use documents::{Condition, EmergencyText, Grade, Statement};

/// One clinical sentence.
pub(crate) struct Said {
    pub(crate) text: &'static str,
    pub(crate) grade: &'static str,
    pub(crate) tag: String,
}

/// Withdrawal or overdose.
pub(crate) struct Words {
    pub(crate) sign: Vec<Said>,
    pub(crate) time: Vec<Said>,
    pub(crate) step: Vec<Said>,
    pub(crate) never: Vec<Said>,
}

/// Everything that is said for one pump model, with the sources that it names.
pub(crate) struct Text {
    pub(crate) withdrawal: Words,
    pub(crate) overdose: Words,
    pub(crate) either: Vec<Said>,
    pub(crate) alarm: Vec<Said>,
    pub(crate) mri: Vec<Said>,
    /// Name and citation.
    pub(crate) sources: Vec<(&'static str, &'static str)>,
}

fn said(statements: &'static [Statement], pump: Option<&str>) -> Vec<Said> {
    let about = statements.iter().filter(|statement| statement.is_about(pump));
    about
        .map(|statement| Said {
            text: &statement.text,
            grade: match statement.grade {
                Grade::A => "A",
                Grade::B => "B",
            },
            tag: statement.source.join(", "),
        })
        .collect()
}

fn words(condition: &'static Condition, pump: Option<&str>) -> Words {
    Words {
        sign: said(&condition.sign, pump),
        time: said(&condition.time, pump),
        step: said(&condition.step, pump),
        never: said(&condition.never, pump),
    }
}

/// The text of the sheet.
pub(crate) fn embedded() -> Result<&'static EmergencyText, PageError> {
    EmergencyText::embedded().map_err(|error| PageError::Fault(error.to_string()))
}

/// What is said for this pump model (identifier of the catalogue).
pub(crate) fn text(pump: Option<&str>) -> Result<Text, PageError> {
    let text = embedded()?;
    let used = |id: &str| {
        let mut shown = text.statements().filter(|statement| statement.is_about(pump));
        shown.any(|statement| statement.source.iter().any(|named| named == id))
    };
    Ok(Text {
        withdrawal: words(&text.withdrawal, pump),
        overdose: words(&text.overdose, pump),
        either: said(&text.either, pump),
        alarm: said(&text.alarm, pump),
        mri: said(&text.mri, pump),
        sources: (text.sources.iter().filter(|source| used(&source.id)))
            .map(|source| (source.id.as_str(), source.citation.as_str()))
            .collect(),
    })
}
