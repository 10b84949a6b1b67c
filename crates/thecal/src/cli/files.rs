//! Reading what is named on the command line.

use super::CliError;
use super::text;
use std::io::{ErrorKind, IsTerminal, Read};
use std::path::Path;

/// The name of standard input.
const STANDARD_INPUT: &str = "-";

/// The bytes of a file, or of standard input for none or `-`.
///
/// # Errors
/// [`CliError::Unreadable`] with what the system said.
pub fn bytes(file: Option<&Path>) -> Result<Vec<u8>, CliError> {
    match file.filter(|path| path.as_os_str() != STANDARD_INPUT) {
        Some(path) => std::fs::read(path).map_err(|error| unreadable(&path.display().to_string(), &error)),
        None => {
            let mut input = std::io::stdin().lock();
            if input.is_terminal() {
                text::tell("reading from the keyboard; end with Ctrl-D, or name a file");
            }
            let mut bytes = Vec::new();
            input.read_to_end(&mut bytes).map_err(|error| unreadable("standard input", &error))?;
            Ok(bytes)
        }
    }
}

/// The text of a file, or of standard input for `-`.
///
/// # Errors
/// [`CliError::Unreadable`] with what the system said, or if it is no text.
pub fn text(file: &Path) -> Result<String, CliError> {
    let bytes = bytes(Some(file))?;
    String::from_utf8(bytes)
        .map_err(|error| CliError::Unreadable { file: file.display().to_string(), cause: not_text(&error) })
}

/// Why bytes are no text.
#[must_use]
pub fn not_text(error: &std::string::FromUtf8Error) -> String {
    format!("it is no UTF-8 text from byte {} on", error.utf8_error().valid_up_to())
}

fn unreadable(file: &str, error: &std::io::Error) -> CliError {
    let cause = match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "it may not be opened".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    };
    CliError::Unreadable { file: file.to_owned(), cause }
}
