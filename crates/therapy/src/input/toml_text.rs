//! TOML text to the tree. Numbers are kept as they are written; a date or time becomes its text.

use super::error::{InputError, Problem};
use super::tree::{DEPTH_MAX, Kind, Lines, Node, join};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The tree of a TOML text.
///
/// # Errors
/// [`InputError`] if the text is no TOML or is nested too deep.
pub fn from_toml(text: &str) -> Result<Node, InputError> {
    let lines = Lines::of(text);
    let table = DeTable::parse(text).map_err(|error| InputError {
        pointer: String::new(),
        line: error.span().map_or(1, |span| lines.line(span.start)),
        problem: Problem::Syntax(error.message().to_owned()),
    })?;
    let line = lines.line(table.span().start);
    Ok(Node { kind: object(table.get_ref(), &lines, "", 0)?, line })
}

fn object(table: &DeTable<'_>, lines: &Lines, pointer: &str, depth: usize) -> Result<Kind, InputError> {
    let mut entries: Vec<(String, Node)> = Vec::with_capacity(table.len());
    for (key, value) in table {
        let name = key.get_ref().to_string();
        let line = lines.line(key.span().start);
        entries.push((name.clone(), node(value, line, lines, &join(pointer, &name), depth + 1)?));
    }
    // Keys in the order of the file: a table keeps them sorted, people do not.
    entries.sort_by_key(|(_, node)| node.line);
    Ok(Kind::Object(entries))
}

fn node(
    value: &Spanned<DeValue<'_>>,
    line: usize,
    lines: &Lines,
    pointer: &str,
    depth: usize,
) -> Result<Node, InputError> {
    if depth > DEPTH_MAX {
        return Err(InputError { pointer: pointer.to_owned(), line, problem: Problem::TooDeep });
    }
    let kind = match value.get_ref() {
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Integer(number) => Kind::Number(number.to_string()),
        DeValue::Float(number) => Kind::Number(number.to_string()),
        DeValue::Boolean(flag) => Kind::Flag(*flag),
        DeValue::Datetime(time) => Kind::Text(time.to_string()),
        DeValue::Array(items) => {
            let read = |(index, item): (usize, &Spanned<DeValue<'_>>)| {
                let line = lines.line(item.span().start);
                node(item, line, lines, &join(pointer, &index.to_string()), depth + 1)
            };
            Kind::List(items.iter().enumerate().map(read).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => object(table, lines, pointer, depth)?,
    };
    Ok(Node { kind, line })
}
