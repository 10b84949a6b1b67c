//! Lines of an archive: how each is written and read, and the sum that holds them together.

use super::ArchiveError;
use crate::chain::{Hash, sha256};
use crate::head::HeadLine;
use crate::keys::hex;
use crate::rows::{AccessRow, ActRow, AttachmentRow, EventRow, StreamRow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Write};

pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(super) fn unbase64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// One line, as in the table of the module.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line {
    Archive {
        form: String,
        public_key: String,
        key_check: String,
    },
    Stream {
        number: i64,
        kind: String,
        id: String,
        sealed_key: String,
    },
    Event {
        sequence: i64,
        stream: i64,
        version: i64,
        form: String,
        recorded: i64,
        sealed: String,
        link: String,
    },
    Act {
        form: String,
        content: String,
        recorded: i64,
        versions: Vec<(i64, i64)>,
    },
    Attachment {
        line: i64,
        stream: i64,
        hash: String,
        media_type: String,
        sealed: String,
        link: String,
    },
    View {
        line: i64,
        at: i64,
        account: Option<String>,
        address: String,
        what: String,
        kind: Option<String>,
        id: Option<String>,
        result: i64,
        link: String,
    },
    Head(HeadLine),
    End {
        lines: u64,
    },
}

impl From<StreamRow> for Line {
    fn from(row: StreamRow) -> Self {
        Self::Stream {
            number: row.number,
            kind: row.stream.kind.word().to_owned(),
            id: row.stream.id.to_string(),
            sealed_key: base64(&row.sealed_key),
        }
    }
}

impl From<EventRow> for Line {
    fn from(row: EventRow) -> Self {
        Self::Event {
            sequence: row.sequence,
            stream: row.stream,
            version: row.version,
            form: row.form.to_string(),
            recorded: row.recorded,
            sealed: base64(&row.sealed),
            link: hex(&row.link),
        }
    }
}

impl From<ActRow> for Line {
    fn from(row: ActRow) -> Self {
        Self::Act {
            form: row.form.to_string(),
            content: hex(&row.content),
            recorded: row.recorded,
            versions: row.versions,
        }
    }
}

impl From<AttachmentRow> for Line {
    fn from(row: AttachmentRow) -> Self {
        Self::Attachment {
            line: row.line,
            stream: row.stream,
            hash: hex(&row.hash),
            media_type: row.media_type,
            sealed: base64(&row.sealed),
            link: hex(&row.link),
        }
    }
}

impl From<AccessRow> for Line {
    fn from(row: AccessRow) -> Self {
        Self::View {
            line: row.line,
            at: row.at,
            account: row.account.as_deref().map(hex),
            address: row.address,
            what: row.what,
            kind: row.kind,
            id: row.id.as_deref().map(hex),
            result: row.result,
            link: hex(&row.link),
        }
    }
}

fn sum(previous: &Hash, text: &str) -> Hash {
    sha256(&[previous.as_slice(), text.as_bytes()].concat())
}

pub(super) struct Writer<'a> {
    output: &'a mut (dyn Write + Send),
    sum: Hash,
    lines: u64,
}

impl<'a> Writer<'a> {
    pub(super) fn new(output: &'a mut (dyn Write + Send)) -> Self {
        Self { output, sum: Hash::default(), lines: 0 }
    }

    pub(super) fn write(&mut self, line: &Line) -> Result<(), ArchiveError> {
        let text = serde_json::to_string(line).map_err(std::io::Error::from)?;
        self.sum = sum(&self.sum, &text);
        let rest = text.strip_prefix('{').unwrap_or(&text);
        writeln!(self.output, "{{\"sum\":\"{}\",{rest}", hex(&self.sum))?;
        self.lines += 1;
        Ok(())
    }

    pub(super) fn end(&mut self) -> Result<(), ArchiveError> {
        self.write(&Line::End { lines: self.lines })
    }

    pub(super) fn lines(&self) -> u64 {
        self.lines
    }
}

pub(super) struct Reader<'a> {
    input: &'a mut (dyn BufRead + Send),
    sum: Hash,
    /// How many lines have been read.
    pub(super) line: u64,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a mut (dyn BufRead + Send)) -> Self {
        Self { input, sum: Hash::default(), line: 0 }
    }

    /// What is wrong at this line.
    pub(super) fn wrong(&self, what: impl Into<String>) -> ArchiveError {
        ArchiveError::Line { line: self.line, what: what.into() }
    }

    /// The next line; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<Line>, ArchiveError> {
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.line += 1;
        let parts = core::str::from_utf8(&bytes)
            .ok()
            .and_then(|text| text.strip_suffix('\n')?.strip_prefix("{\"sum\":\"")?.split_once("\","));
        let Some((written, rest)) = parts else {
            return Err(self.wrong("cut off, or no line of an archive"));
        };
        let text = format!("{{{rest}");
        let computed = sum(&self.sum, &text);
        if hex(&computed) != written {
            return Err(self.wrong("is not what was written"));
        }
        self.sum = computed;
        let line = serde_json::from_str(&text).map_err(|error| self.wrong(error.to_string()))?;
        Ok(Some(line))
    }
}
