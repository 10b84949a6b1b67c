//! The report in its usual, barest and most absurd form.

use super::*;

fn sample() -> Report {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><title>A line</title>\
               <path d=\"M10 90L190 10\" fill=\"none\" stroke=\"currentColor\"/><text x=\"20\" y=\"20\">5 years</text></svg>";
    Report {
        heading: "Outcomes of intrathecal baclofen".to_owned(),
        clinic: "Clinic of Examples".to_owned(),
        date: [2026, 11, 22],
        warnings: vec!["Fewer than five patients: they may be recognised".to_owned()],
        invented: "INVENTED PEOPLE: demonstration, no patients".to_owned(),
        facts: vec![["Chosen".to_owned(), "everybody".to_owned()]],
        sections: vec![ReportSection {
            heading: "Before and after titration".to_owned(),
            figure: Some(ReportFigure { svg: svg.to_owned(), about: "A line that rises".to_owned() }),
            head: vec!["Scale".to_owned(), "Pairs".to_owned()],
            rows: vec![vec!["modified Ashworth, legs".to_owned(), "24".to_owned()]],
            notes: vec!["Change: later less earlier.".to_owned()],
        }],
        methods: vec!["Quartiles by type 7.".to_owned()],
        foot: "thecal 0.1.0 · data 9f2c".to_owned(),
        not_a_device: "thecal is not a certified medical device".to_owned(),
    }
}

fn long(report: &Report) -> Report {
    let row = vec!["W".repeat(900), "שלום 😀 <b>".to_owned()];
    let mut long = report.clone();
    long.sections[0].rows = vec![row; ROWS_MAX + 30];
    long.heading = "H".repeat(3_000);
    long
}

/// R-OUT-20: the same report gives the same bytes, and no data can keep it from being made.
#[test]
fn a_report_is_made_of_any_data() {
    let warmed = Warmed::shared().unwrap();
    for report in [
        Report { date: [2026, 1, 1], heading: "x".to_owned(), ..Report::default() },
        sample(),
        long(&sample()),
    ] {
        let once = warmed.report(&report).unwrap();
        assert!(once.starts_with(b"%PDF-") && once == warmed.report(&report).unwrap());
    }
}
