//! The report of a cohort as pages, paper and files: the same words, tables and figures for the web and the command line.
//!
//! Nothing here computes: [`outcomes::cohort::report`] does, and this writes what it says.

mod figures;
mod paper;
mod whole;

pub use figures::{Figure, figures};
pub use paper::paper;
pub use whole::html;

use outcomes::cohort::{GroupBy, Plan, Report};
use therapy::date_in_words;

/// Fewer patients than that may be recognised by who knows them.
const FEW: usize = 5;

/// What must be read before a report.
#[must_use]
pub fn warnings(report: &Report) -> Vec<String> {
    let mut all = Vec::new();
    match report.described.n {
        0 => all.push("Nobody was chosen: there is nothing to report.".to_owned()),
        n if n < FEW => all.push(format!(
            "Only {n} {}: whoever knows them may recognise them here, although no name is shown.",
            if n == 1 { "patient" } else { "patients" }
        )),
        _ => {
            let described = &report.described;
            let groups = [&described.sexes, &described.aetiologies, &described.houses];
            if groups.into_iter().flatten().any(|(_, count)| *count < FEW) {
                all.push(
                    "Some groups here have fewer than five patients: whoever knows them may recognise them."
                        .to_owned(),
                );
            }
        }
    }
    if report.unread > 0 {
        all.push(format!(
            "{} earlier systems could not be read: their devices and doses are missing.",
            report.unread
        ));
    }
    if report.contradicting > 0 {
        all.push(format!(
            "{} facts contradict others of the same patient, such as a score after death, and are left out.",
            report.contradicting
        ));
    }
    all
}

/// What was chosen, name and value.
#[must_use]
pub fn chosen(plan: &Plan) -> Vec<[String; 2]> {
    let choice = &plan.choice;
    let mut all = vec![["Data up to".to_owned(), date_in_words(plan.cut)]];
    let lists = [
        ("Cause", &choice.aetiologies),
        ("House", &choice.houses),
        ("Pump", &choice.pumps),
        ("Catheter", &choice.catheters),
    ];
    for (name, words) in lists {
        if !words.is_empty() {
            let words: Vec<String> = words.iter().map(|word| word.replace('-', " ")).collect();
            all.push([name.to_owned(), words.join(", ")]);
        }
    }
    match (choice.age_from, choice.age_to) {
        (None, None) => {}
        (from, to) => {
            all.push(["Age at first implant".to_owned(), between(from, to, |age| format!("{age} years"))])
        }
    }
    match (choice.implanted_from, choice.implanted_to) {
        (None, None) => {}
        (from, to) => all.push(["First implant".to_owned(), between(from, to, date_in_words)]),
    }
    if all.len() == 1 {
        all.push(["Chosen".to_owned(), "everybody with a system".to_owned()]);
    }
    if let Some(by) = plan.group_by {
        all.push(["Curves by".to_owned(), group_words(by).to_owned()]);
    }
    all
}

fn between<T>(from: Option<T>, to: Option<T>, words: impl Fn(T) -> String) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("from {} to {}", words(from), words(to)),
        (Some(from), None) => format!("from {}", words(from)),
        (None, Some(to)) => format!("up to {}", words(to)),
        (None, None) => String::new(),
    }
}

/// By what curves are told apart, for people.
#[must_use]
pub const fn group_words(by: GroupBy) -> &'static str {
    match by {
        GroupBy::Aetiology => "cause of the spasticity",
        GroupBy::House => "house",
        GroupBy::Model => "model of the device",
    }
}

/// What stands at the foot of a report: engine, data, invented people.
#[must_use]
pub fn foot(report: &Report) -> String {
    let short = report.data_sha256.get(..16).unwrap_or(&report.data_sha256);
    format!(
        "{} \u{b7} data up to {} \u{b7} {} patients \u{b7} data {short}",
        report.engine,
        date_in_words(report.cut),
        report.described.n
    )
}

/// What is said where people are invented; empty if none is.
#[must_use]
pub fn invented(report: &Report) -> String {
    match (report.invented, report.described.n) {
        (0, _) => String::new(),
        (invented, all) if invented == all => {
            "INVENTED PEOPLE: demonstration, no patients. These numbers prove nothing about any therapy."
                .to_owned()
        }
        (invented, all) => {
            format!("{invented} of {all} are INVENTED PEOPLE: these numbers prove nothing about any therapy.")
        }
    }
}

/// What this program is not.
pub const NOT_A_DEVICE: &str = "thecal is not a certified medical device. Comparisons over time in one group show change, not its \
cause: they are no trial.";
