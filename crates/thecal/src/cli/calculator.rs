//! What the commands of the calculators share: options to an input, the answer to a sheet for people.
//!
//! Nothing is worked out here: the input goes to [`eval::answer`], and its numbers are shown as they come.

use super::{CliError, Exit, text};
use crate::eval::{self, Answer, Core, Json};
use therapy::input::{At, InputError, Kind, Node, from_json};
use therapy::{Limit, Protocol, Value};
use twin::RBig;

/// How the answer is shown.
#[derive(clap::Args)]
pub struct Show {
    /// Also show what was read, and formula and source of each number
    #[arg(long)]
    pub explain: bool,
    /// Write the answer as JSON, as "thecal eval" does
    #[arg(long, conflicts_with = "explain")]
    pub json: bool,
}

/// The source of what follows from the input alone.
pub const ARITHMETIC: &str = "arithmetic on the input, grade D";

/// An input as a file would hold it, built from options.
#[derive(Default)]
pub struct Input(Vec<(String, Node)>);

impl Input {
    /// With a text, if the option was given.
    pub fn text(mut self, key: &str, value: Option<String>) -> Self {
        self.put(key, value.map(Kind::Text));
        self
    }

    /// With a plain number, if the option was given; [`plain_number`] has seen to its form.
    pub fn number(mut self, key: &str, value: Option<String>) -> Self {
        self.put(key, value.map(Kind::Number));
        self
    }

    /// With true or false.
    pub fn flag(mut self, key: &str, value: bool) -> Self {
        self.put(key, Some(Kind::Flag(value)));
        self
    }

    /// With a value that was read elsewhere.
    pub fn node(mut self, key: &str, node: Node) -> Self {
        self.0.push((key.to_owned(), node));
        self
    }

    fn put(&mut self, key: &str, kind: Option<Kind>) {
        self.0.extend(kind.map(|kind| (key.to_owned(), Node { kind, line: 1 })));
    }

    /// The whole.
    pub fn build(self) -> Node {
        Node { kind: Kind::Object(self.0), line: 1 }
    }
}

/// A number as JSON would have it, so that a command accepts what "thecal eval" accepts.
pub fn plain_number(text: &str) -> Result<String, String> {
    match from_json(text) {
        Ok(Node { kind: Kind::Number(number), .. }) => Ok(number),
        _ => Err("accepted: a plain number such as 24 or 0.145, without a unit".to_owned()),
    }
}

/// yes or no.
pub fn yes_or_no(text: &str) -> Result<bool, String> {
    match text {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err("accepted: yes or no".to_owned()),
    }
}

/// Asks the calculator and shows its answer. `sheet` lays the numbers out; `place` says where a pointer into the input
/// stands on the command line, or in which file.
pub fn run(
    core: Core,
    input: &Node,
    show: &Show,
    place: impl Fn(InputError) -> CliError,
    sheet: impl Fn(&Numbers, &Protocol) -> Sheet,
) -> Result<Exit, CliError> {
    let answer = match eval::answer(core, input) {
        Ok(answer) => answer,
        Err(error) if show.json => {
            text::print(&format!("{}\n", eval::refusal(&error)))?;
            return Ok(Exit::Unreadable);
        }
        Err(error) => return Err(place(error)),
    };
    let exit = Exit::of(&answer.findings);
    if show.json {
        text::print(&format!("{}\n", answer.json()))?;
        return Ok(exit);
    }
    let Answer { fields, findings } = answer;
    let shown =
        sheet(&Numbers(Json::object(fields)), Protocol::embedded()?).rendered(show.explain.then_some(input));
    text::print(&format!("{shown}\n{}", text::findings(&findings, show.explain)))?;
    Ok(exit)
}

/// The option in which a pointer's value was given: `/catheter/per_cm` is `--catheter-per-cm`.
pub fn option(error: &InputError) -> CliError {
    let name = error.pointer.trim_start_matches('/').replace(['/', '_'], "-");
    CliError::Option { option: format!("--{name}"), problem: error.problem.to_string() }
}

/// The numbers of an answer.
pub struct Numbers(Json);

impl Numbers {
    /// The value behind a path of keys, such as `bridge/flow`; `None` also for null.
    pub fn get(&self, path: &str) -> Option<&Json> {
        let found = path.split('/').try_fold(&self.0, |json, key| json.get(key))?;
        (*found != Json::Null).then_some(found)
    }

    /// The same, in words.
    pub fn words(&self, path: &str) -> Option<String> {
        self.get(path).map(words)
    }

    /// A word from a closed list.
    pub fn word(&self, path: &str) -> &str {
        if let Some(Json::Text(word)) = self.get(path) { word } else { "" }
    }

    /// A plain ratio in per cent, with its sign.
    pub fn percent(&self, path: &str) -> Option<String> {
        let Some(Value::Number(ratio)) = self.get(path).and_then(typed) else { return None };
        Some(Value::Percent(ratio).to_string())
    }
}

/// A number, date or text of an answer as people read it.
fn words(json: &Json) -> String {
    match json {
        Json::Flag(flag) => yes_no(*flag).to_owned(),
        Json::Text(text) => text_in_words(text),
        json => typed(json).map_or_else(|| json.to_string(), |value| value.to_string()),
    }
}

pub fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

/// The typed number that an answer was written from, so that it is read out in the same words as everywhere else.
fn typed(json: &Json) -> Option<Value> {
    let number = |text: &str| {
        let node = Node { kind: Kind::Number(text.to_owned()), line: 1 };
        At::root(&node).number("a number", |_| true).ok()
    };
    if let Json::Number(text) = json {
        return number(text).map(Value::Number);
    }
    let (Some(Json::Number(text)), Some(Json::Text(unit))) = (json.get("value"), json.get("unit")) else {
        return None;
    };
    let value = number(text)?;
    let times = |base: u32| &value * RBig::from(base);
    Some(match unit.as_str() {
        "mL" => Value::Volume(times(1_000_000)),
        "mL/d" => Value::Flow(times(1_000_000)),
        "ug" => Value::Mass(times(1_000)),
        "ug/d" => Value::Dose(times(1_000)),
        "ug/mL" => Value::Concentration(times(1_000)),
        "h" => Value::Hours(times(3_600)),
        "d" => Value::Days(times(86_400)),
        _ => return None,
    })
}

/// A text of an input or an answer: an amount with its unit in words, a date with its month in letters.
fn text_in_words(text: &str) -> String {
    fn amount<Q: quantity::Amount + ToString>(text: &str) -> Option<String> {
        Q::parse(text).ok().map(|amount| amount.to_string())
    }
    let time = || {
        let (civil, offset) = text.split_at_checked(19)?;
        let at = civil.parse().ok().filter(|_| civil.contains('T'))?;
        (!offset.is_empty()).then(|| format!("{} (UTC{offset})", Value::At(at)))
    };
    let date = || (text.len() == 10).then(|| text.parse().ok())?.map(|date| Value::Date(date).to_string());
    let found = amount::<quantity::Volume>(text)
        .or_else(|| amount::<quantity::Mass>(text))
        .or_else(|| amount::<quantity::Concentration>(text))
        .or_else(|| amount::<quantity::Flow>(text))
        .or_else(|| amount::<quantity::Dose>(text))
        .or_else(time)
        .or_else(date);
    found.unwrap_or_else(|| text.to_owned())
}

/// An amount that was given in an option, as people read it.
pub fn given(text: Option<&str>) -> String {
    text.map_or_else(String::new, text_in_words)
}

/// The source of a limit: its name and value in the protocol, grade and ids.
pub fn limit<T>(name: &str, limit: &Limit<T>, shown: impl Fn(&T) -> String) -> String {
    format!("protocol, {name} = {}, grade {} ({})", shown(&limit.value), limit.grade, limit.source.join(", "))
}

/// A plain ratio of the protocol.
pub fn plain(ratio: &RBig) -> String {
    Value::Number(ratio.clone()).to_string()
}

/// An option, or what stands for it.
pub fn given_or(own: bool, name: &str, default: String) -> String {
    if own { format!("{name} as given") } else { default }
}

/// Numbers laid out for people.
pub struct Sheet {
    parts: Vec<(String, Vec<Row>)>,
}

struct Row {
    label: String,
    value: String,
    formula: String,
    source: String,
}

impl Sheet {
    /// With its heading.
    pub fn new(title: &str) -> Self {
        Self { parts: vec![(title.to_owned(), Vec::new())] }
    }

    /// With one more part, which has a heading of its own.
    pub fn part(mut self, title: &str) -> Self {
        self.parts.push((title.to_owned(), Vec::new()));
        self
    }

    /// With one more line, if there is something to show.
    pub fn row(mut self, label: &str, value: Option<String>, formula: &str, source: &str) -> Self {
        if let (Some((_, rows)), Some(value)) = (self.parts.last_mut(), value) {
            let [label, formula, source] = [label, formula, source].map(str::to_owned);
            rows.push(Row { label, value, formula, source });
        }
        self
    }

    /// With one more line that says again, in words, what was given.
    pub fn given(self, label: &str, value: String) -> Self {
        self.row(label, Some(value), "", "")
    }

    /// As text; with the input, everything is explained.
    fn rendered(&self, explain: Option<&Node>) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (title, rows) in &self.parts {
            let mut shown: Vec<(String, String)> = Vec::new();
            for row in rows {
                shown.push((row.label.clone(), row.value.clone()));
                if explain.is_some() && !row.formula.is_empty() {
                    shown.push((String::new(), format!("formula: {}", row.formula)));
                    shown.push((String::new(), format!("source: {}", row.source)));
                }
            }
            parts.push(format!("{}{}", text::heading(title), text::lines(&shown)));
        }
        if let Some(input) = explain {
            let mut read = Vec::new();
            leaves(input, "", &mut read);
            parts.insert(0, format!("{}{}", text::heading("What was read"), text::lines(&read)));
        }
        parts.join("\n")
    }
}

/// Every value of an input with its name in words.
fn leaves(node: &Node, name: &str, rows: &mut Vec<(String, String)>) {
    let further = |key: &str| format!("{name} {}", key.replace('_', " ")).trim().to_owned();
    match &node.kind {
        Kind::Object(entries) => entries.iter().for_each(|(key, node)| leaves(node, &further(key), rows)),
        Kind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &further(&(index + 1).to_string()), rows);
            }
        }
        Kind::Flag(flag) => rows.push((name.to_owned(), yes_no(*flag).to_owned())),
        Kind::Number(text) => rows.push((name.to_owned(), text.clone())),
        Kind::Text(text) => rows.push((name.to_owned(), text_in_words(text))),
        Kind::Null => rows.push((name.to_owned(), "nothing".to_owned())),
    }
}
