//! A report as a paper.

use super::{NOT_A_DEVICE, chosen, figures, foot, invented, warnings};
use charts::{Palette, standalone};
use documents::{ReportFigure, ReportSection};
use outcomes::cohort::{Cell, Plan, Report, Table};

fn rows(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(Cell::shown).collect()).collect()
}

/// The report as a paper, without names; `with_published` adds the published series.
#[must_use]
pub fn paper(report: &Report, plan: &Plan, clinic: &str, with_published: bool) -> documents::Report {
    let mut figures = figures(report);
    let mut sections = Vec::new();
    for table in report.tables() {
        let own: Vec<_> = figures.extract_if(.., |figure| figure.table == table.id).collect();
        sections.push(ReportSection {
            heading: table.title.clone(),
            figure: None,
            head: table.head.clone(),
            rows: rows(&table),
            notes: table.notes.clone(),
        });
        sections.extend(own.into_iter().map(|figure| ReportSection {
            heading: figure.title.clone(),
            figure: Some(ReportFigure {
                svg: standalone(&figure.wide.svg, Palette::Print),
                about: figure.title,
            }),
            ..ReportSection::default()
        }));
    }
    if with_published {
        sections.extend(outcomes::published::tables().iter().map(|table| ReportSection {
            heading: table.title.clone(),
            figure: None,
            head: table.head.clone(),
            rows: rows(table),
            notes: table.notes.clone(),
        }));
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
        methods: report.methods.clone(),
        foot: foot(report),
        not_a_device: NOT_A_DEVICE.to_owned(),
    }
}
