//! The emergency sheet of one patient in English, for pages: sheet, paper and staff paths show the same facts.

use crate::error::PageError;
use crate::papers::emergency_sheet;
use crate::papers::facts::{Facts, stock};
use crate::papers::say::Say;
use crate::patient::Chart;
use ::words::{Approvals, Language, Voice};
use documents::EmergencySheet;
use practice::patient::Stand;
use practice::settings::Settings;

/// The sheet of a patient as of the page.
pub(crate) fn sheet(
    chart: &Chart,
    stand: &Stand<'_>,
    settings: &Settings,
) -> Result<EmergencySheet, PageError> {
    let facts = Facts::of(chart, stand, settings)?;
    let none = Approvals::none();
    Ok(emergency_sheet(&facts, Say::new(Voice::new(Language::English, &none))))
}

/// What is kept at home, and whether it still keeps.
pub(crate) fn home_stock(chart: &Chart) -> Option<String> {
    let none = Approvals::none();
    stock(chart).map(|stock| Say::new(Voice::new(Language::English, &none)).stock(&stock).text)
}
