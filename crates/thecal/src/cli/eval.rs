//! `thecal eval`: the calculators in JSON, one input or files of cases.

use super::{CliError, Exit, files, text};
use crate::eval::{self, Core, refusal};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use therapy::input::{InputError, Problem};

const HELP: &str = "\
Reads one JSON object and writes one, with sorted keys. An input that cannot be judged is answered with an \"error\" (its \
pointer and problem) and exit status 2; findings do not change the exit status. The contract is written in docs/eval.md.

Example: a file of cases, and one question
  thecal eval --cases vectors/bridge.json
  echo '{\"fill\": \"40 mL\", \"expected\": \"22 mL\", \"measured\": \"3 mL\"}' |
    thecal eval residual";

/// Ask a calculator in JSON, or run files of cases
#[derive(clap::Args)]
#[command(arg_required_else_help = true, after_help = HELP)]
pub struct Args {
    /// The calculator
    #[arg(required_unless_present = "cases", value_parser = core())]
    core: Option<Core>,
    /// The input; without it, or for -, standard input
    file: Option<PathBuf>,
    /// A file of cases to run instead; exit status 1 if any fails
    #[arg(long, value_name = "FILE", conflicts_with_all = ["core", "file", "pretty"])]
    cases: Option<PathBuf>,
    /// Write over several lines, as on a terminal
    #[arg(long)]
    pretty: bool,
}

fn core() -> impl TypedValueParser<Value = Core> {
    PossibleValuesParser::new(Core::WORDS.map(|(word, _)| word))
        .try_map(|name| Core::by_name(&name).ok_or("it is no calculator"))
}

/// Runs the command.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let core = match (&args.cases, args.core) {
        (Some(cases), _) => return run_cases(cases),
        (None, Some(core)) => core,
        (None, None) => {
            let problem = "needs the name of a calculator, or --cases FILE".to_owned();
            return Err(CliError::Option { option: "thecal eval".to_owned(), problem });
        }
    };
    let (answer, exit) = match evaluate(core, files::bytes(args.file.as_deref())?) {
        Ok(answer) => (answer, Exit::Clean),
        Err(refused) => (refused, Exit::Unreadable),
    };
    let pretty = args.pretty || std::io::stdout().is_terminal();
    text::print(&format!("{}\n", if pretty { answer.pretty() } else { answer.to_string() }))?;
    Ok(exit)
}

fn evaluate(core: Core, input: Vec<u8>) -> Result<eval::Json, eval::Json> {
    match String::from_utf8(input) {
        Ok(text) => eval::evaluate_text(core, &text),
        Err(error) => {
            let problem = Problem::Syntax(files::not_text(&error));
            Err(refusal(&InputError { pointer: String::new(), line: 1, problem }))
        }
    }
}

fn run_cases(file: &Path) -> Result<Exit, CliError> {
    let outcomes = eval::run_cases(&files::text(file)?)
        .map_err(|error| CliError::File { file: file.display().to_string(), error })?;
    let mut shown = String::new();
    let mut failed = 0_usize;
    for outcome in &outcomes {
        if let Some(mismatch) = &outcome.mismatch {
            failed += 1;
            shown.push_str(&format!("{}: {mismatch}\n", outcome.id));
        }
    }
    shown.push_str(&format!("{} passed, {failed} failed\n", outcomes.len() - failed));
    text::print(&shown)?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Failed })
}
