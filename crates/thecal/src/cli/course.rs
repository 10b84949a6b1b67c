//! What the commands on a course share: reading the file, the setting, the time at which it is looked at.

use super::{CliError, files};
use crate::eval::Json;
use catalogue::Catalogue;
use pump::PumpTime;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use therapy::audit::{Audit, audit};
use therapy::file::{CourseFile, read_json, read_toml};
use therapy::input::{Moment, offset_text};
use therapy::judge::Setting;
use therapy::{Protocol, Value};
use twin::civil;

/// A course file, and how its answer is shown.
#[derive(clap::Args)]
pub struct Args {
    /// The course file, TOML or JSON; - for standard input
    pub file: PathBuf,
    /// The time at which to look, such as 2026-03-01T08:00:00+01:00 [default: the last line of the file]
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
    /// The site's own limits [default: the protocol that ships with thecal]
    #[arg(long, value_name = "FILE")]
    pub protocol: Option<PathBuf>,
    #[command(flatten)]
    pub show: super::calculator::Show,
}

/// The limits of a site, or those that ship with thecal.
pub fn protocol(file: Option<&Path>) -> Result<Cow<'static, Protocol>, CliError> {
    let Some(file) = file else { return Ok(Cow::Borrowed(Protocol::embedded()?)) };
    let read = Protocol::parse(&files::text(file)?);
    let read = read.map_err(|error| CliError::File { file: file.display().to_string(), error })?;
    Ok(Cow::Owned(read))
}

/// A protocol with the catalogue that ships with thecal.
pub fn setting(protocol: &Protocol) -> Result<Setting<'_>, CliError> {
    Ok(Setting { protocol, catalogue: Catalogue::embedded()? })
}

/// A course from a file: JSON if it begins with a brace, TOML otherwise.
pub fn load(file: &Path, catalogue: &Catalogue) -> Result<CourseFile, CliError> {
    let text = files::text(file)?;
    parse(&text, &file.display().to_string(), catalogue)
}

/// A course from text.
pub fn parse(text: &str, name: &str, catalogue: &Catalogue) -> Result<CourseFile, CliError> {
    let json = text.trim_start().starts_with('{');
    let read = if json { read_json(text, catalogue) } else { read_toml(text, catalogue) };
    read.map_err(|error| CliError::File { file: name.to_owned(), error })
}

/// The time given by an option, in UTC seconds.
pub fn now(option: Option<&str>) -> Result<Option<i64>, CliError> {
    let read = |text: &str| {
        let problem = format!(
            "\"{text}\" is no time; accepted: a time with an offset, in whole seconds, such as \
             \"2026-03-01T08:00:00+01:00\""
        );
        Moment::parse(text)
            .map(|now| now.unix)
            .ok_or(CliError::Option { option: "--now".to_owned(), problem })
    };
    option.map(read).transpose()
}

/// The audit of a file at a time.
pub fn look<'a>(
    file: &'a CourseFile,
    setting: &Setting<'a>,
    now: Option<i64>,
) -> Result<Audit<'a>, CliError> {
    audit(file, setting, now).map_err(|error| CliError::Course(error.to_string()))
}

/// A time on the pump's clock, in words; a dash where there is none.
pub fn time(at: Option<PumpTime>) -> String {
    at.and_then(civil).map_or_else(|| "never".to_owned(), |at| Value::At(at).to_string())
}

/// A time as data, with the offset of the pump's clock; null where there is none.
pub fn time_json(at: Option<PumpTime>, audit: &Audit<'_>) -> Json {
    let offset = offset_text(audit.course.clock);
    let text = at.and_then(civil).map(|at| format!("{}{offset}", at.strftime("%Y-%m-%dT%H:%M:%S")));
    text.map_or(Json::Null, Json::Text)
}
