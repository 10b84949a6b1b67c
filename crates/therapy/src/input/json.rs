//! JSON text to the tree. Numbers are kept as they are written, keys may not repeat.

use super::error::{InputError, Problem};
use super::tree::{DEPTH_MAX, Kind, Lines, Node, join};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The tree of a JSON text.
///
/// # Errors
/// [`InputError`] if the text is no JSON, repeats a key or is nested too deep.
pub fn from_json(text: &str) -> Result<Node, InputError> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| InputError {
        pointer: String::new(),
        line: error.line().max(1),
        problem: Problem::Syntax(error.to_string()),
    })?;
    Reader { text, lines: Lines::of(text) }.node(raw, "", 0)
}

struct Reader<'a> {
    text: &'a str,
    lines: Lines,
}

impl<'a> Reader<'a> {
    fn node(&self, raw: &'a RawValue, pointer: &str, depth: usize) -> Result<Node, InputError> {
        let written = raw.get();
        // Both slices lie in the same text, so the distance of their starts is the place.
        let line = self.lines.line((written.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize));
        let refuse = |problem| InputError { pointer: pointer.to_owned(), line, problem };
        let syntax = |error: serde_json::Error| refuse(Problem::Syntax(error.to_string()));
        if depth > DEPTH_MAX {
            return Err(refuse(Problem::TooDeep));
        }
        let kind = match written.bytes().next() {
            Some(b'{') => {
                let Pairs(pairs) = serde_json::from_str(written).map_err(syntax)?;
                let mut entries: Vec<(String, Node)> = Vec::with_capacity(pairs.len());
                for (key, value) in pairs {
                    let at = join(pointer, &key);
                    if entries.iter().any(|(known, _)| *known == key) {
                        return Err(InputError { pointer: at, line, problem: Problem::Twice });
                    }
                    let value = self.node(value, &at, depth + 1)?;
                    entries.push((key, value));
                }
                Kind::Object(entries)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(written).map_err(syntax)?;
                let items = items.into_iter().enumerate();
                let read = |(index, item): (usize, &'a RawValue)| {
                    self.node(item, &join(pointer, &index.to_string()), depth + 1)
                };
                Kind::List(items.map(read).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Kind::Text(serde_json::from_str(written).map_err(syntax)?),
            Some(b't') => Kind::Flag(true),
            Some(b'f') => Kind::Flag(false),
            Some(b'n') => Kind::Null,
            _ => Kind::Number(written.to_owned()),
        };
        Ok(Node { kind, line })
    }
}

/// The entries of an object, in order, repeated keys and all.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Pairs<'de>;
            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs<'de>, M::Error> {
                let mut pairs = Vec::new();
                while let Some(entry) = map.next_entry::<String, &RawValue>()? {
                    pairs.push(entry);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}
