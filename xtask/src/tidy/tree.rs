//! The files that tidy looks at, read once.

use super::Problem;
use super::tokens::{Token, tokens};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Folders that are not ours: built, fetched, or found by a fuzzer.
const LEFT_OUT: [&str; 7] =
    [".git", "target", "firmware/target", "fuzz/target", "fuzz/corpus", "fuzz/artifacts", "fuzz/seeds"];

/// One text file.
pub(crate) struct File {
    /// From the workspace's folder, with `/` on every system.
    pub(crate) path: String,
    pub(crate) text: String,
    /// Of a Rust file; empty for others.
    pub(crate) tokens: Vec<Token>,
    unreadable: Option<String>,
}

impl File {
    fn new(path: &str, text: String) -> File {
        let (tokens, unreadable) = match path.ends_with(".rs").then(|| tokens(&text)) {
            None => (Vec::new(), None),
            Some(Ok(tokens)) => (tokens, None),
            Some(Err(error)) => (Vec::new(), Some(error)),
        };
        File { path: path.to_owned(), text, tokens, unreadable }
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Lines with their numbers.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.split('\n'))
    }

    /// `crates/twin/src/slug.rs` gives `twin` and `src/slug.rs`.
    pub(crate) fn room(&self) -> Option<(&str, &str)> {
        self.path.strip_prefix("crates/")?.split_once('/')
    }

    pub(crate) fn problem(&self, line: usize, what: impl Into<String>) -> Problem {
        Problem::new(&self.path, line, what)
    }
}

/// All files, sorted by path.
pub(crate) struct Tree {
    files: Vec<File>,
}

impl Tree {
    pub(crate) fn read(root: &Path) -> Result<Tree> {
        let mut files = Vec::new();
        walk(root, "", &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Tree { files })
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| File::new(path, (*text).to_owned())).collect() }
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    pub(crate) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.is_rust())
    }

    /// The Rust files of some crates' `src`.
    pub(crate) fn sources<'a>(&'a self, crates: &'a [&'a str]) -> impl Iterator<Item = &'a File> {
        self.rust().filter(move |file| {
            file.room().is_some_and(|(name, rest)| crates.contains(&name) && rest.starts_with("src/"))
        })
    }
}

fn walk(root: &Path, under: &str, files: &mut Vec<File>) -> Result<()> {
    let folder = root.join(under);
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if under.is_empty() { name } else { format!("{under}/{name}") };
        if LEFT_OUT.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(root, &path, files)?;
        // Pictures and the like are no text and no matter here; NUL is valid UTF-8 but not text.
        } else if let Ok(text) = String::from_utf8(fs::read(entry.path())?)
            && !text.contains('\0')
        {
            files.push(File::new(&path, text));
        }
    }
    Ok(())
}

/// A file the lexer cannot read would pass every other check unseen.
pub(crate) fn readable(tree: &Tree) -> Vec<Problem> {
    let unreadable = tree.files().iter().filter_map(|file| Some((file, file.unreadable.as_ref()?)));
    unreadable.map(|(file, error)| file.problem(1, format!("not readable as Rust: {error}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn broken_rust_is_seen() {
        testing::one(readable, &[("crates/a/src/lib.rs", "//! a\nfn f( {\n")]);
        testing::none(readable, &[("crates/a/src/lib.rs", "//! a\nfn f() {}\n"), ("a.md", "fn f( {")]);
    }

    #[test]
    fn the_real_tree_is_read() {
        let tree = Tree::read(&crate::shell::root()).expect("reads");
        assert!(tree.file("xtask/src/tidy/tree.rs").is_some());
        assert!(tree.files().iter().all(|file| !file.path.starts_with("target/")));
    }
}
