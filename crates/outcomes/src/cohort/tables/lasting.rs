//! Tables of how long pumps, catheters and the therapy last, and why they ended.

use super::super::device::{Lasting, Survival};
use super::super::table::{Cell, Table};
use super::{heads, quartiles, text};

/// What lasts, for people.
#[must_use]
pub fn lasting_words(what: Lasting) -> &'static str {
    match what {
        Lasting::Pump => "Pump, until it fails (end of battery not counted)",
        Lasting::Catheter => "Catheter, until it fails",
        Lasting::Therapy => "Therapy, until it ends",
    }
}

pub(super) fn survival(all: &[Survival]) -> Table {
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    let mut curves = all.iter().flat_map(|one| std::iter::once(&one.all).chain(&one.groups));
    if curves.any(|curve| curve.at.iter().any(|at| at.percent.low.or(at.percent.high).is_none())) {
        notes.push(
            "No interval: at 100 none ended so by then, at 0 all who were still followed did. That is not certainty: look at how \
             many are at risk."
                .to_owned(),
        );
    }
    for one in all {
        for curve in std::iter::once(&one.all).chain(&one.groups) {
            let title = match curve.group.as_str() {
                "" => lasting_words(one.what).to_owned(),
                group => format!("\u{2003}{}", group.replace('-', " ")),
            };
            let mut row = vec![
                text(title),
                Cell::Count(usize::try_from(curve.n).unwrap_or(usize::MAX)),
                Cell::Count(usize::try_from(curve.events).unwrap_or(usize::MAX)),
            ];
            for year in super::super::device::TIMES {
                let at = curve.at.iter().find(|at| (at.year - year).abs() < 1e-9);
                row.push(at.map_or_else(
                    || Cell::None("nobody was followed so long".to_owned()),
                    |at| Cell::Survival(at.percent, at.at_risk),
                ));
            }
            row.push(curve.median_years.map_or_else(
                || {
                    Cell::None(
                        if curve.n == 0 { "nothing to follow" } else { "never falls to half" }.to_owned(),
                    )
                },
                |median| Cell::Number(median, 1),
            ));
            rows.push(row);
        }
        if one.left_out > 0 {
            notes.push(format!(
                "{}: {} left out, implanted elsewhere or on a day that is not known.",
                lasting_words(one.what),
                one.left_out
            ));
        }
        if let Some(differ) = &one.differ {
            notes.push(match (differ.chi_square, differ.p) {
                (Some(chi), Some(p)) => format!(
                    "{}: log-rank chi-square {}, {} degrees of freedom, p {}.",
                    lasting_words(one.what),
                    super::super::shown(chi, 2),
                    differ.df.unwrap_or_default(),
                    super::super::p_shown(p)
                ),
                _ => format!(
                    "{}: no log-rank test: {}.",
                    lasting_words(one.what),
                    differ.undefined.as_deref().unwrap_or_default()
                ),
            });
        }
    }
    Table {
        id: "survival".to_owned(),
        title: "How long pumps, catheters and the therapy last".to_owned(),
        head: heads(&[
            "What",
            "Number",
            "Ended so",
            "1 year, % (interval)",
            "2 years",
            "5 years",
            "10 years",
            "15 years",
            "Median, years",
        ]),
        rows,
        notes,
    }
}

pub(super) fn ends(all: &[Survival]) -> Table {
    let rows = all.iter().flat_map(|one| {
        one.causes.iter().map(move |cause| {
            let mut row = vec![
                text(lasting_words(one.what).split(',').next().unwrap_or_default()),
                text(cause.cause.clone()),
                Cell::Share(cause.events, usize::try_from(one.all.n).unwrap_or(usize::MAX)),
                quartiles(cause.after_years, 1),
            ];
            for year in super::super::device::TIMES {
                let at = cause.percent_at.iter().find(|(at, _)| (at - year).abs() < 1e-9);
                row.push(at.map_or_else(
                    || Cell::None("nobody was followed so long".to_owned()),
                    |(_, percent)| Cell::Number(*percent, 1),
                ));
            }
            row
        })
    });
    Table {
        id: "ends".to_owned(),
        title: "Why they ended".to_owned(),
        head: heads(&[
            "What",
            "Cause",
            "Ended so",
            "After, years, median (Q1\u{2013}Q3)",
            "By 1 year, %",
            "2 years",
            "5 years",
            "10 years",
            "15 years",
        ]),
        rows: rows.collect(),
        notes: vec![
            "Per cent that ended by the cause until then, with the other causes competing (Aalen-Johansen)."
                .to_owned(),
        ],
    }
}
