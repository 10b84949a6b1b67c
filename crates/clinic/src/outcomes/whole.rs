//! A report as one file of HTML that stands alone.

use super::{Figure, NOT_A_DEVICE, chosen, figures, foot, invented, warnings};
use askama::Template;
use charts::{Palette, standalone};
use outcomes::cohort::{Plan, Report, Table};

#[derive(Template)]
#[template(path = "outcomes/whole.html")]
struct Whole {
    style: &'static str,
    clinic: String,
    invented: String,
    warnings: Vec<String>,
    chosen: Vec<[String; 2]>,
    parts: Vec<(Table, Vec<(String, String)>)>,
    published: Vec<Table>,
    methods: Vec<String>,
    foot: String,
    data: String,
    not_a_device: &'static str,
}

impl Whole {
    fn t(&self, key: &'static str) -> String {
        crate::staff::say(key, &[])
    }
}

/// The report as one file of HTML, with its figures in it and nothing to load.
///
/// # Errors
/// The template's, which a test rules out.
pub fn html(report: &Report, plan: &Plan, clinic: &str) -> Result<String, askama::Error> {
    let mut figures: Vec<Figure> = figures(report);
    let parts = report.tables().into_iter().map(|table| {
        let own = figures.extract_if(.., |figure| figure.table == table.id);
        let own = own.map(|figure| (figure.title, standalone(&figure.wide.svg, Palette::Light))).collect();
        (table, own)
    });
    Whole {
        style: include_str!("../../assets/report.css"),
        clinic: clinic.to_owned(),
        invented: invented(report),
        warnings: warnings(report),
        chosen: chosen(plan),
        parts: parts.collect(),
        published: outcomes::published::tables(),
        methods: report.methods.clone(),
        foot: foot(report),
        data: report.data_sha256.clone(),
        not_a_device: NOT_A_DEVICE,
    }
    .render()
}
