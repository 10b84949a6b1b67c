//! A square code that any telephone reads.

use crate::PaperError;
use qrcode::{EcLevel, QrCode};
use std::fmt::Write;

/// Empty modules around the code that readers need.
const QUIET: usize = 4;
/// From so many bytes on a text is long.
const LONG_BYTES: usize = 200;

/// The code of a text as SVG, black on white, one unit a module.
///
/// # Errors
/// [`PaperError::Code`] if the text is longer than any code holds.
pub fn code_svg(content: &str) -> Result<String, PaperError> {
    // A worn card has scratches; but a long text in small modules is read worse than one with less to repair it by.
    let level = if content.len() > LONG_BYTES { EcLevel::L } else { EcLevel::M };
    let code = QrCode::with_error_correction_level(content, level)
        .map_err(|_| PaperError::Code { bytes: content.len() })?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut drawn = String::new();
    for (row, modules) in code.to_colors().chunks(width.max(1)).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|one, next| one == next) {
            if run.first() == Some(&qrcode::Color::Dark) {
                // Writing into a String cannot fail.
                write!(drawn, "M{} {}h{}v1h-{}z", column + QUIET, row + QUIET, run.len(), run.len()).ok();
            }
            column += run.len();
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{drawn}\"/></svg>"
    ))
}
