//! One tree for TOML and JSON, each value with its line.

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// JSON's null.
    Null,
    /// true or false
    Flag(bool),
    /// The text of a number, as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order written; no key twice.
    Object(Vec<(String, Node)>),
}

/// A value and the line on which it begins, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub kind: Kind,
    /// The line.
    pub line: usize,
}

/// Lists and objects within each other that are read; more is no therapy.
pub(crate) const DEPTH_MAX: usize = 64;

/// Turns places in a text into lines; made once for a text.
pub(crate) struct Lines {
    ends: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        Self {
            ends: text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n')
                .map(|(index, _)| index)
                .collect(),
        }
    }

    pub(crate) fn line(&self, offset: usize) -> usize {
        self.ends.partition_point(|end| *end < offset) + 1
    }
}

/// A JSON pointer one key further.
pub(crate) fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
