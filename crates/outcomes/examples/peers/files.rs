//! Where the data of cases lie.

use crate::cases::{Case, Kind};

/// The file of the data of a case.
#[must_use]
pub fn file(case: &Case) -> String {
    // The test and the curve are of the same patients.
    match case.kind {
        Kind::KaplanMeier | Kind::LogRank => format!("survival-{}.csv", case.n),
        _ => format!("{}.csv", case.name()),
    }
}

/// The list of cases as CSV: name, kind, file.
#[must_use]
pub fn list(cases: &[Case]) -> String {
    let line = |case: &Case| {
        let ties = if case.ties { "yes" } else { "no" };
        format!("{},{},{ties},{}\n", case.name(), case.kind.word(), file(case))
    };
    let lines: String = cases.iter().map(line).collect();
    format!("case,kind,ties,file\n{lines}")
}
