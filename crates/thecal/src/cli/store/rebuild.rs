//! `thecal rebuild`: search, lists and due dates made anew from the streams.

use super::{Where, block, now, open, project};
use crate::cli::{CliError, Exit, text};

/// Make search, lists and due dates anew from the record
///
/// They hold nothing that the record does not: throwing them away loses nothing. The application must not be running on
/// the file.
#[derive(clap::Args)]
pub struct RebuildArgs {
    #[command(flatten)]
    place: Where,
}

pub fn run(args: RebuildArgs) -> Result<Exit, CliError> {
    let path = args.place.existing()?;
    let done = block(async {
        let store = open(&path).await?;
        let done = project(&store, now()).await?;
        store.close().await;
        Ok(done)
    })?;
    text::print(&format!("{done} patients\n"))?;
    Ok(Exit::Clean)
}
