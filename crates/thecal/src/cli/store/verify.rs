//! `thecal verify`: whether a record is as it was written.

use super::{Where, block};
use crate::cli::{CliError, Exit, text};
use crate::eval::Json;
use record::Head;
use std::path::PathBuf;

/// Check that nothing in a record was changed, removed or put back
///
/// Follows the chain of every stream and compares it with every signed head; names the first broken link. Needs no key.
/// Only heads kept elsewhere show that a whole file was put back to an earlier state.
#[derive(clap::Args)]
pub struct VerifyArgs {
    #[command(flatten)]
    place: Where,
    /// Heads kept elsewhere, a line each
    #[arg(long, value_name = "FILE")]
    heads: Option<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: VerifyArgs) -> Result<Exit, CliError> {
    let path = args.place.existing()?;
    let heads = args.heads.as_deref().map(read).transpose()?.unwrap_or_default();
    let verdict = block(async { Ok(record::verify(&path, &heads).await?) })?;
    let head = verdict.last_head.as_ref().map(Head::to_line);
    let fault = verdict.fault.as_ref().map(ToString::to_string);
    let counts = [
        ("streams", verdict.streams),
        ("events", verdict.events),
        ("files", verdict.attachments),
        ("lines of who looked", verdict.views),
        ("signed heads", verdict.heads),
        ("events after the last head", verdict.events_unsigned),
    ];
    if args.json {
        let mut fields: Vec<(&'static str, Json)> =
            counts.iter().map(|(name, count)| (*name, Json::Number(count.to_string()))).collect();
        fields.push(("last-head", head.clone().map_or(Json::Null, Json::Text)));
        fields.push(("fault", fault.clone().map_or(Json::Null, Json::Text)));
        text::print(&format!("{}\n", Json::object(fields).pretty()))?;
    } else {
        let mut shown = text::heading(match &fault {
            Some(_) => "The record does not hold",
            None => "The record holds",
        });
        if let Some(fault) = &fault {
            shown.push_str(&text::paragraph(&format!("first broken link: {fault}"), 2));
        }
        let mut rows: Vec<(String, String)> =
            counts.iter().map(|(name, count)| ((*name).to_owned(), count.to_string())).collect();
        rows.extend(head.map(|head| ("last head (keep it elsewhere)".to_owned(), head)));
        shown.push_str(&text::lines(&rows));
        text::print(&shown)?;
    }
    Ok(if verdict.fault.is_some() { Exit::Failed } else { Exit::Clean })
}

fn read(path: &std::path::Path) -> Result<Vec<Head>, CliError> {
    let file = path.display().to_string();
    let unreadable = |cause: String| CliError::Unreadable { file: file.clone(), cause };
    let lines = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
    let lines = lines.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    lines
        .map(|(line, number)| {
            Head::from_line(line.trim()).ok_or_else(|| unreadable(format!("line {number} is no signed head")))
        })
        .collect()
}
