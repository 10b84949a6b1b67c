//! `thecal synth`: a file of invented patients of any size.

use super::{block, now, open, progress};
use crate::cli::serve::demonstration;
use crate::cli::{CliError, Exit, text};
use practice::synth::Synth;
use record::Port;
use std::path::PathBuf;
use std::sync::Arc;

/// Write a demonstration of any size: invented patients over years
///
/// Made by running every patient through the same door as real ones. The file is a demonstration: open it with thecal demo
/// --database FILE.
#[derive(clap::Args)]
pub struct SynthArgs {
    /// How many patients
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    patients: u32,
    /// Over how many years their implants are spread
    #[arg(long, value_name = "Y", default_value_t = 15, value_parser = clap::value_parser!(u32).range(1..=20))]
    years: u32,
    /// Give every patient all the years, instead of implants spread over them
    #[arg(long)]
    all_years: bool,
    /// Play so many courses through the door, and make the others copies of them under other names [default: all]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    played: Option<u32>,
    /// The same seed gives the same patients
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The end of every course, such as 2026-03-02T09:00:00Z [default: now]
    #[arg(long, value_name = "TIME")]
    now: Option<jiff::Timestamp>,
    /// Database file to write; it must not exist
    #[arg(long, value_name = "FILE")]
    database: PathBuf,
}

pub fn run(args: SynthArgs) -> Result<Exit, CliError> {
    let path = args.database;
    if path.exists() {
        let problem = format!("names {}, which exists", path.display());
        return Err(CliError::Option { option: "--database".to_owned(), problem });
    }
    let wanted = Synth {
        patients: args.patients,
        years: args.years,
        seed: args.seed,
        now: args.now.map_or_else(now, jiff::Timestamp::as_second),
        first: 1,
        all_years: args.all_years,
    };
    let played = args.played.unwrap_or(wanted.patients);
    block(async {
        let store = open(&path).await?;
        let port: Arc<dyn Port> = store.clone();
        demonstration::opened(port.as_ref(), &demonstration::outside()).await.map_err(CliError::Serve)?;
        let total = u64::from(wanted.patients);
        let made = demonstration::patients(port, wanted, played, |done| {
            progress("patients", u64::from(done), Some(total));
        });
        made.await.map_err(CliError::Serve)?;
        store.sign_head(now()).await.map_err(|error| CliError::Serve(error.to_string()))?;
        store.close().await;
        Ok(())
    })?;
    text::print(&format!("{}: {} invented patients\n", path.display(), wanted.patients))?;
    Ok(Exit::Clean)
}
