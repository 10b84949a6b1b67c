//! `thecal stats`: the statistics of outcomes in JSON, one question or a file of cases.

use super::{CliError, Exit, files, text};
use ::outcomes::reference::{METHODS, Method, Question, run_cases};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::{Map, Value, json};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

const HELP: &str = "\
Reads one JSON object with \"inputs\" and \"options\" (null is a missing value) and writes the answer; what is not defined is \
null, with a \"status\" that says why. An input that cannot be judged is answered with an \"error\" and exit status 2. The \
methods, their inputs and what they give are written in docs/outcomes.md.

Example: a file of cases, and one question
  thecal stats --cases crates/outcomes/data/stats-reference.json
  echo '{\"inputs\": {\"x\": [4, 3, 4, 2, 3], \"y\": [1, 1, 2, 2, 1]}}' |
    thecal stats signed-rank";

/// Ask a statistical method in JSON, or run a file of cases
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// The method, by its name or by the group of its cases (WSR)
    #[arg(required_unless_present_any = ["cases", "list"], value_parser = method(), ignore_case = true)]
    method: Option<&'static str>,
    /// The input; without it, or for -, standard input
    file: Option<PathBuf>,
    /// A file of cases to run instead: one line for each that fails, and how many passed; exit status 1 if any fails
    #[arg(long, value_name = "FILE", conflicts_with_all = ["method", "file", "pretty", "list"])]
    cases: Option<PathBuf>,
    /// List the methods
    #[arg(long, conflicts_with_all = ["method", "file", "pretty"])]
    list: bool,
    /// Write over several lines, as on a terminal
    #[arg(long)]
    pretty: bool,
}

fn method() -> impl TypedValueParser<Value = &'static str> {
    let names = METHODS
        .iter()
        .map(|method| clap::builder::PossibleValue::new(method.name).alias(method.group).help(method.title));
    PossibleValuesParser::new(names.collect::<Vec<_>>())
        .try_map(|name| Method::by_name(&name).map(|method| method.name).ok_or("it is no method"))
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    if let Some(cases) = &args.cases {
        return cases_of(cases);
    }
    let Some(method) = args.method.and_then(Method::by_name) else {
        let rows: Vec<(String, String)> = METHODS
            .iter()
            .map(|method| (format!("{} ({})", method.name, method.group), method.title.to_owned()))
            .collect();
        text::print(&text::lines(&rows))?;
        return Ok(Exit::Clean);
    };
    let bytes = files::bytes(args.file.as_deref())?;
    let folder = args.file.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    let (answer, exit) = match answer(method, &bytes, folder.as_deref()) {
        Ok(answer) => (answer, Exit::Clean),
        Err(error) => (json!({ "error": error }), Exit::Unreadable),
    };
    let pretty = args.pretty || std::io::stdout().is_terminal();
    let shown = if pretty { format!("{answer:#}\n") } else { format!("{answer}\n") };
    text::print(&shown)?;
    Ok(exit)
}

fn answer(method: &Method, bytes: &[u8], folder: Option<&Path>) -> Result<Value, String> {
    let tree: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let asked = tree
        .as_object()
        .ok_or("the input is no object; accepted: {\"inputs\": {...}, \"options\": {...}}")?;
    let empty = Map::new();
    let part = |key: &str| match asked.get(key) {
        None | Some(Value::Null) => Ok(&empty),
        Some(value) => value.as_object().ok_or_else(|| format!("{key}: is no object; accepted: an object")),
    };
    if !asked.contains_key("inputs") {
        return Err("inputs: is missing; accepted: an object".to_owned());
    }
    let question = Question {
        inputs: part("inputs")?,
        options: part("options")?,
        method: asked.get("method").and_then(Value::as_str).unwrap_or_default(),
        file: &|name| beside(folder, name),
    };
    method.answer(&question).map_err(|refused| refused.to_string())
}

/// A file of data that a case names: beside the cases, or in the folder where the command runs, or where this project keeps
/// its own.
fn beside(folder: Option<&Path>, name: &str) -> Option<String> {
    // A name, not a way out of the folder.
    let name = Path::new(name).file_name()?;
    let folders = folder.into_iter().chain([Path::new("."), Path::new("crates/outcomes/data")]);
    folders.map(|folder| folder.join(name)).find_map(|path| std::fs::read_to_string(path).ok())
}

fn cases_of(file: &Path) -> Result<Exit, CliError> {
    let cases = run_cases(&files::text(file)?, &|name| beside(file.parent(), name));
    let cases = cases.map_err(|error| CliError::Unreadable {
        file: file.display().to_string(),
        cause: error.to_string(),
    })?;
    let mut shown = String::new();
    let mut failed = 0_usize;
    for case in &cases {
        if let Some(mismatch) = &case.mismatch {
            failed += 1;
            shown.push_str(&format!("{}: {mismatch}\n", case.id));
        }
    }
    shown.push_str(&format!("{} passed, {failed} failed\n", cases.len() - failed));
    text::print(&shown)?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Failed })
}
