//! A report as a paper.

use super::{NOT_A_DEVICE, chosen, figures, foot, invented, warnings};
use charts::{Palette, standalone};
use documents::{ReportFigure, ReportSection};
use outcomes::cohort::{Cell, Plan, Report, Table};

/// The fonts of papers have no true minus; a hyphen is read as one.
fn printable(text: &str) -> String {
    text.replace('\u{2212}', "-")
}

fn lines(all: &[String]) -> Vec<String> {
    all.iter().map(|text| printable(text)).collect()
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(|cell: &Cell| printable(&cell.shown())).collect()).collect()
}

fn section(table: &Table) -> ReportSection {
    ReportSection {
        heading: printable(&table.title),
        figure: None,
        head: lines(&table.head),
        rows: rows(table),
        notes: lines(&table.notes),
    }
}

/// The report as a paper, without names; `with_published` adds the published series.
#[must_use]
pub fn paper(report: &Report, plan: &Plan, clinic: &str, with_published: bool) -> documents::Report {
    let mut figures = figures(report);
    let mut sections = Vec::new();
    for table in report.tables() {
        let own: Vec<_> = figures.extract_if(.., |figure| figure.table == table.id).collect();
        sections.push(section(&table));
        sections.extend(own.into_iter().map(|figure| ReportSection {
            heading: figure.title.clone(),
            figure: Some(ReportFigure {
                svg: printable(&standalone(&figure.wide.svg, Palette::Print)),
                about: figure.title,
            }),
            ..ReportSection::default()
        }));
    }
    if with_published {
        sections.extend(outcomes::published::tables().iter().map(section));
    }
    let cut = report.cut;
    documents::Report {
        heading: "Outcomes of intrathecal baclofen therapy".to_owned(),
        clinic: clinic.to_owned(),
        date: [cut.year(), i16::from(cut.month()), i16::from(cut.day())],
        warnings: warnings(report),
        invented: invented(report),
        facts: chosen(plan),
        sections,
        methods: lines(&report.methods),
        foot: foot(report),
        not_a_device: NOT_A_DEVICE.to_owned(),
    }
}
