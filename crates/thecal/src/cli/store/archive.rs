//! `thecal archive`: everything in a record as lines of JSON, and back.

use super::{Where, block, now, open, project};
use crate::cli::{CliError, Exit, text};
use record::{ArchiveError, Keys};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;

/// Write everything in a record as lines of JSON, or read it back
///
/// Payloads stay sealed: who has the archive still needs the keys beside the database to read it.
#[derive(clap::Args)]
pub struct ArchiveArgs {
    #[command(subcommand)]
    act: ArchiveAct,
}

#[derive(clap::Subcommand)]
enum ArchiveAct {
    /// Write an archive
    Export(Export),
    /// Read an archive into a database that does not exist yet
    Import(Import),
}

#[derive(clap::Args)]
struct Export {
    #[command(flatten)]
    place: Where,
    /// File to write; it must not exist
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(clap::Args)]
struct Import {
    #[command(flatten)]
    place: Where,
    /// Archive to read
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Keys of the record: the file that lay beside its database
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
}

fn failed(error: ArchiveError) -> CliError {
    CliError::Serve(error.to_string())
}

pub fn run(args: ArchiveArgs) -> Result<Exit, CliError> {
    match args.act {
        ArchiveAct::Export(args) => export(args),
        ArchiveAct::Import(args) => import(args),
    }
}

fn export(args: Export) -> Result<Exit, CliError> {
    let path = args.place.existing()?;
    let name = args.file.display().to_string();
    let file = File::create_new(&args.file)
        .map_err(|error| CliError::Unreadable { file: name.clone(), cause: error.to_string() })?;
    let archived = block(async {
        let mut output = BufWriter::new(file);
        let archived = record::archive_export(&path, &mut output).await.map_err(failed)?;
        output.flush().and_then(|()| output.get_ref().sync_all()).map_err(CliError::Unwritable)?;
        Ok(archived)
    })?;
    text::print(&format!("{name}: {} streams, {} events\n", archived.streams, archived.events))?;
    Ok(Exit::Clean)
}

fn import(args: Import) -> Result<Exit, CliError> {
    let path = args.place.find()?.path;
    let unreadable = |file: &std::path::Path, cause: &dyn std::fmt::Display| CliError::Unreadable {
        file: file.display().to_string(),
        cause: cause.to_string(),
    };
    if path.exists() {
        let problem = format!("names {}, which exists: an archive is read into a new file", path.display());
        return Err(CliError::Option { option: "--database".to_owned(), problem });
    }
    let keys = std::fs::read_to_string(&args.keys).map_err(|error| unreadable(&args.keys, &error))?;
    let keys = Keys::from_text(&keys).ok_or_else(|| unreadable(&args.keys, &"it holds no keys"))?;
    put(&keys, &Keys::path_beside(&path))?;
    let file = File::open(&args.file).map_err(|error| unreadable(&args.file, &error))?;
    let archived = block(async {
        let mut input = BufReader::new(file);
        let archived = record::archive_import(&path, &keys, &mut input).await.map_err(failed)?;
        let store = open(&path).await?;
        project(&store, now()).await?;
        store.close().await;
        Ok(archived)
    })?;
    text::print(&format!("{}: {} streams, {} events\n", path.display(), archived.streams, archived.events))?;
    Ok(Exit::Clean)
}

/// Keys as a file that nobody else on this machine may read.
fn put(keys: &Keys, path: &std::path::Path) -> Result<(), CliError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let written = options.open(path).and_then(|mut file| {
        file.write_all(keys.to_text().as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| CliError::Serve(format!("{}: {error}", path.display())))
}
