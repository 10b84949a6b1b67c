//! Commands over a database file: `verify`, `rebuild`, `archive`, `synth`.

mod archive;
mod rebuild;
mod synth;
mod verify;

pub use archive::ArchiveArgs;
pub use rebuild::RebuildArgs;
pub use synth::SynthArgs;
pub use verify::VerifyArgs;

pub(super) use archive::run as archive;
pub(super) use rebuild::run as rebuild;
pub(super) use synth::run as synth;
pub(super) use verify::run as verify;

use super::serve::Database;
use super::{CliError, text};
use record::{Keys, Options, Port, SqliteStore, system_random};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

/// Which database.
#[derive(clap::Args)]
pub struct Where {
    /// Database file, or sqlite:FILE [default: clinic.db in the data folder]
    #[arg(long, value_name = "FILE", env = "THECAL_DATABASE")]
    database: Option<String>,
    /// Folder for databases [default: thecal in XDG_DATA_HOME or ~/.local/share]
    #[arg(long, value_name = "FOLDER", env = "THECAL_DATA")]
    data: Option<PathBuf>,
}

impl Where {
    fn find(&self) -> Result<Database, CliError> {
        Database::find(self.database.as_deref(), self.data.as_deref(), "clinic.db")
    }

    /// A file that must be there already.
    pub(super) fn existing(&self) -> Result<PathBuf, CliError> {
        let path = self.find()?.path;
        if path.exists() {
            return Ok(path);
        }
        let problem = format!("there is no file {}", path.display());
        Err(CliError::Option { option: "--database".to_owned(), problem })
    }
}

/// Runs something that waits for the disk.
pub(super) fn block<T>(work: impl Future<Output = Result<T, CliError>>) -> Result<T, CliError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| CliError::Serve(error.to_string()))?.block_on(work)
}

/// Opens a database with the keys beside it.
pub(super) async fn open(path: &std::path::Path) -> Result<Arc<SqliteStore>, CliError> {
    let keys = Keys::beside(path, &mut system_random())?;
    Ok(Arc::new(SqliteStore::open(path, Options::new(keys)).await?))
}

/// Says how far a long work has come: on a terminal only, so that logs stay short.
fn progress(what: &str, done: u64, of: Option<u64>) {
    if std::io::stderr().is_terminal() && (done.is_multiple_of(10) || Some(done) == of) {
        let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
        text::tell(&format!("{what}: {done}{of}"));
    }
}

/// Makes every projection anew from the streams.
async fn project(store: &Arc<SqliteStore>, now: i64) -> Result<u64, CliError> {
    let told = |error: &dyn std::fmt::Display| CliError::Serve(error.to_string());
    store.erase_projections().await.map_err(|error| told(&error))?;
    let port: Arc<dyn Port> = Arc::clone(store) as Arc<dyn Port>;
    practice::account::project(port.as_ref()).await.map_err(|error| told(&error))?;
    practice::enquiry::project(port.as_ref()).await.map_err(|error| told(&error))?;
    let settings = practice::settings::load(port.as_ref()).await.map_err(|error| told(&error))?;
    let rules = Arc::new(practice::rules::Rules::of(&settings).map_err(|error| told(&error))?);
    let practice = practice::Practice::new(port, false);
    let done = practice.rebuild(&rules, now, |done| progress("patients", done, None)).await;
    done.map_err(|error| told(&error))
}

/// Seconds since 1970 by this machine's clock.
pub(super) fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}
