//! Where the data lie.

use crate::cli::CliError;
use std::path::{Path, PathBuf};

/// A database file whose folder exists.
pub(in crate::cli) struct Database {
    pub(in crate::cli) path: PathBuf,
}

impl Database {
    /// The file that was named, or this name in the data folder; the folder is made if it is missing.
    pub(in crate::cli) fn find(
        named: Option<&str>,
        data: Option<&Path>,
        name: &str,
    ) -> Result<Self, CliError> {
        let path = match named {
            Some(named) => file(named)?,
            None => data.map_or_else(default_folder, |data| Ok(data.to_path_buf()))?.join(name),
        };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            make(folder)?;
        }
        Ok(Self { path })
    }

    /// The folder, as it is told.
    pub(super) fn folder(&self) -> String {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf()).display().to_string()
    }
}

/// Patients' data: nobody else on this machine may look into a folder that we make.
fn make(folder: &Path) -> Result<(), CliError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(|error| CliError::Serve(format!("{}: {error}", folder.display())))
}

/// A file, or `sqlite:` and a file.
fn file(named: &str) -> Result<PathBuf, CliError> {
    let refused = |problem: &str| {
        Err(CliError::Option { option: "--database".to_owned(), problem: problem.to_owned() })
    };
    if named.starts_with("postgres:") || named.starts_with("postgresql:") {
        return refused("names PostgreSQL, which is not built yet: name a file, or sqlite:FILE");
    }
    let path = match named.strip_prefix("sqlite:") {
        Some(rest) => rest.strip_prefix("//").unwrap_or(rest),
        None if named.contains("://") => return refused("is a file, or sqlite:FILE"),
        None => named,
    };
    if path.is_empty() || path.starts_with(":memory:") {
        return refused("is a file on a disk: what is only in memory would be lost");
    }
    Ok(PathBuf::from(path))
}

/// By the rules of the desktop: XDG_DATA_HOME, or ~/.local/share.
fn default_folder() -> Result<PathBuf, CliError> {
    let named =
        |variable: &str| std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let share = named("XDG_DATA_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| named("HOME").map(|home| home.join(".local/share")))
        .or_else(|| named("LOCALAPPDATA"));
    share.map(|share| share.join("thecal")).ok_or_else(|| CliError::Option {
        option: "--data".to_owned(),
        problem: "is needed: neither XDG_DATA_HOME nor HOME says where data belong".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R-WEB-9
    #[test]
    fn a_database_is_a_file() {
        for (named, path) in [
            ("a.db", "a.db"),
            ("sqlite:a.db", "a.db"),
            ("sqlite:///var/a.db", "/var/a.db"),
            ("sqlite:/var/a.db", "/var/a.db"),
        ] {
            assert_eq!(file(named).unwrap(), PathBuf::from(path), "{named}");
        }
        for (named, said) in [
            ("postgres://localhost/a", "not built yet"),
            ("postgresql:a", "not built yet"),
            ("mysql://a", "is a file"),
            ("sqlite::memory:", "would be lost"),
            ("sqlite:", "would be lost"),
        ] {
            let error = file(named).unwrap_err().to_string();
            assert!(error.contains(said), "{named}: {error}");
        }
    }
}
