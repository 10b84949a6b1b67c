//! Published series: every row is read, what is derived is derived again, and what papers print is held against their own numbers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]

use outcomes::cohort::{Choice, Class, Device, Happened, Part, Person, Plan, Related, Windows, report};
use outcomes::describe::{Confidence, Pairs, QuantileType, Sample, median, paired_t, quartiles};
use outcomes::published::{self, Verdict, checks};
use outcomes::ranks::{Zeros, signed_rank};
use outcomes::rates::{incidence, proportion};

fn folder(path: &str) -> String {
    format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))
}

/// Head and rows of a file of data.
fn file(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv_reader(name);
    let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    (head, rows)
}

fn csv_reader(name: &str) -> csv::Reader<std::fs::File> {
    csv::Reader::from_path(folder(&format!("data/{name}"))).unwrap()
}

/// A column of a file.
fn column<'a>(head: &[String], row: &'a [String], name: &str) -> &'a str {
    &row[head.iter().position(|known| known == name).unwrap()]
}

/// Every number in a text.
fn numbers(text: &str) -> Vec<f64> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .filter_map(|word| word.trim_matches('.').parse().ok())
        .collect()
}

fn sample(values: &[f64]) -> Sample {
    Sample::of(&values.iter().copied().map(Some).collect::<Vec<_>>()).unwrap()
}

/// R-OUT-30: no row of any file is dropped, none lacks its address, and what is built in is what the file holds.
#[test]
fn every_row_is_read() {
    let lines = |name: &str| file(name).1.len();
    assert_eq!(published::values().len(), lines("itb-cohorts.csv"));
    assert_eq!(published::doses().len(), lines("itb-doses.csv"));
    assert_eq!(published::complications().len(), lines("itb-complications.csv"));
    assert_eq!(published::catheter_events().len(), lines("ascenda2021_catheter_events.csv"));
    assert_eq!(published::flows().len(), lines("nice_cg145_tableL1_testing.csv"));
    for entry in std::fs::read_dir(folder("data")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !name.ends_with(".csv") {
            continue;
        }
        let (head, rows) = file(&name);
        assert!(!rows.is_empty(), "{name}");
        for row in &rows {
            assert_eq!(row.len(), head.len(), "{name}: {row:?}");
            if head.iter().any(|column| column == "source_url") {
                let source = column(&head, row, "source_url");
                assert!(source.starts_with("http"), "{name}: {row:?}");
            }
        }
    }
    let tables = published::tables();
    let ids: Vec<&str> = tables.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(ids, ["published-scales", "published-doses", "published-complications", "published-checks"]);
    for (table, rows) in tables.iter().zip([
        lines("itb-cohorts.csv"),
        lines("itb-doses.csv"),
        lines("itb-complications.csv"),
        checks().iter().filter(|check| check.verdict != Verdict::Agrees).count(),
    ]) {
        assert_eq!(table.rows.len(), rows, "{}", table.id);
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{}", table.id);
        let text = table.csv();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.records().map(Result::unwrap).count(), rows, "{}", table.id);
    }
}

/// The person-years that a row of complications rests on, in the way the row says.
fn years_of(row: &published::Complication) -> Option<f64> {
    let derived = &row.derived_per_100_patient_years_95ci;
    let Some((_, using)) = derived.split_once("using ") else {
        return row.exposure.strip_suffix(" pump-years")?.parse().ok();
    };
    let by_month = using.contains(" mo") || using.contains("-months");
    let parts = numbers(using);
    let time = if using.contains('/') { parts[0] / parts[1] } else { parts[0] * parts[1] };
    Some(if by_month { time / 12.0 } else { time })
}

/// R-OUT-31: the derived column of rates is computed again for every row that has one: Heetla 2009, Borrini 2014, Ascenda 2021,
/// PMC6808077, the Danish children.
#[test]
fn derived_rates_are_derived() {
    let all = published::complications();
    let rows: Vec<_> = all.iter().filter(|row| !row.derived_per_100_patient_years_95ci.is_empty()).collect();
    assert_eq!(rows.len(), 6);
    for row in rows {
        let printed = numbers(&row.derived_per_100_patient_years_95ci);
        let Some(years) = years_of(row) else {
            // No counts: only the printed rate, per pump-year.
            assert!(row.derived_per_100_patient_years_95ci.contains("no CI possible"), "{row:?}");
            assert!((numbers(&row.rate_reported)[0] * 100.0 - printed[0]).abs() < 1e-9, "{row:?}");
            continue;
        };
        let rate = incidence(row.events.parse().unwrap(), years, 0.95).unwrap();
        for (found, printed) in [rate.rate, rate.exact.0, rate.exact.1].iter().zip(&printed) {
            assert!((found * 100.0 - printed).abs() <= 0.005 + 1e-9, "{row:?}: {}", found * 100.0);
        }
        // What the row says of its exposure is in its own fields, where they have it.
        if let Ok(patients) = row.n_patients.parse::<f64>()
            && row.derived_per_100_patient_years_95ci.contains(" x ")
        {
            assert!(numbers(&row.derived_per_100_patient_years_95ci).contains(&patients), "{row:?}");
        }
    }
}

/// R-OUT-36: an own rate stands beside the series that count the same, and beside no other; every published rate is there once.
#[test]
fn rates_stand_beside_what_counts_the_same() {
    let day = |days: i64| jiff::civil::date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
    let mut person = Person {
        devices: vec![Device {
            part: Part::Pump,
            model: String::new(),
            into: Some(day(0)),
            followed: day(0),
            out: None,
        }],
        ..Person::default()
    };
    let happened = |class, kind: &str| Happened {
        on: day(9),
        class,
        kind: kind.to_owned(),
        related: Related::Related,
        surgery: false,
    };
    person.events = [
        (Class::Infection, "meningitis"),
        (Class::Infection, "wound-infection"),
        (Class::Device, "pump"),
        (Class::Technique, "fluid-leak"),
    ]
    .map(|(class, kind)| happened(class, kind))
    .to_vec();
    let plan =
        Plan { choice: Choice::default(), cut: day(36_525), windows: Windows::default(), group_by: None };
    let of = |person: &Person| published::beside(&report(std::slice::from_ref(person), &plan).safety);
    let rows = of(&person);
    let found: Vec<_> = rows
        .iter()
        .map(|row| {
            let series: Vec<_> = row
                .published
                .iter()
                .map(|rate| (rate.series.split(' ').next().unwrap(), rate.event.as_str()))
                .collect();
            (row.words.as_str(), row.events, series)
        })
        .collect();
    let wanted = [
        ("All", Some(4), vec![("Borrini", "any AE")]),
        ("Technique", Some(1), vec![]),
        ("Fluid leak", Some(1), vec![("PMC6808077", "CSF leak")]),
        ("Device", Some(1), vec![]),
        ("Catheter", Some(0), vec![("Ascenda", "catheter-related complication")]),
        ("Drug", Some(0), vec![]),
        ("Infection", Some(2), vec![("PMC6808077", "infection")]),
        ("Other", Some(0), vec![]),
        ("Pump-related complication", None, vec![("Heetla", "pump-related complication")]),
    ];
    assert_eq!(found, wanted);
    assert_eq!(rows.iter().map(|row| row.published.len()).sum::<usize>(), published::rates().len());
    // 100 years; none in them is 0 with an upper end, and beside what cannot be told there is nothing.
    let infection = rows.iter().find(|row| row.words == "Infection").and_then(|row| row.own).unwrap();
    assert!((infection.value - 2.0).abs() < 1e-9 && infection.high.unwrap() > 2.0);
    let none = rows.iter().find(|row| row.words == "Catheter").and_then(|row| row.own).unwrap();
    assert!(none.value.abs() < 1e-12 && (none.high.unwrap() - 3.6889).abs() < 1e-3);
    assert!(rows.last().unwrap().own.is_none());
    // Who knows whether an occlusion is one of the catheter.
    person.events.push(happened(Class::Device, "occlusion"));
    let rows = of(&person);
    let catheter = rows.iter().find(|row| row.words == "Catheter").unwrap();
    assert_eq!((catheter.events, catheter.own), (None, None));
    assert_eq!(rows.iter().find(|row| row.words == "Device").unwrap().events, Some(2));
}

/// What does not agree, and what must: series, what is printed, verdict.
const VERDICTS: &[(&str, &str, Verdict)] = &[
    ("Stetkarova review 2010", "558 complications", Verdict::CannotBeRight),
    ("Gilmartin 2000", "Ashworth at 6 mo: 41 patients", Verdict::CannotBeRight),
    ("Gilmartin 2000", "Ashworth at 24 mo: 32 patients", Verdict::CannotBeRight),
    ("McCormick 2016", "PSFS frequency, >=1 y treatment: mean 1.44 of 31", Verdict::CannotBeRight),
    ("McCormick 2016", "PSFS frequency, >=1 y treatment: mean 2.37 of 31", Verdict::CannotBeRight),
    ("McCormick 2016", "PSFS severity, >=1 y treatment: mean 1.44 of 31", Verdict::CannotBeRight),
    ("Azouvi 1996", "FIM walking item, before: mean 3.6, SD 0.87, 5 patients", Verdict::CannotBeRight),
    ("Azouvi 1996", "FIM walking item, 6 mo: mean 5.8, SD 0.2, 5 patients", Verdict::CannotBeRight),
    ("Pucks-Faes 2019", "mean 188, SD 60, range 145-230, 7 patients", Verdict::CannotBeRight),
    ("Meythaler (CP) 2001", "Ashworth, LE: p <0.0001 (Wilcoxon), 13 patients", Verdict::CannotBeRight),
    ("Meythaler (CP) 2001", "Reflex score, LE: p <0.0001 (Wilcoxon), 13 patients", Verdict::CannotBeRight),
    ("Meythaler (CP) 2001", "Ashworth, UE: p <0.0001 (Wilcoxon), 13 patients", Verdict::CannotBeRight),
    ("Meythaler (CP) 2001", "Reflex score, UE: p <0.0001 (Wilcoxon), 13 patients", Verdict::CannotBeRight),
    ("McCormick 2016", "PSFS severity: mean 1.44, SD 0.92", Verdict::Doubtful),
    ("McCormick 2016", "mean 577, SD 1429, 31 patients", Verdict::Doubtful),
    ("Loubser 1991", "Ashworth: p <0.001, 9 patients", Verdict::OnlyApproximate),
    ("Loubser 1991", "Reflex score: p <0.001, 9 patients", Verdict::OnlyApproximate),
    ("Loubser 1991", "Ashworth: p <0.001, 7 patients", Verdict::OnlyApproximate),
    ("Loubser 1991", "Reflex score: p <0.001, 7 patients", Verdict::OnlyApproximate),
    ("Yilmaz 2018", "VAS (0-100 as printed): p 0.001, 10 patients", Verdict::OnlyApproximate),
    ("Yilmaz 2018", "MAS: mean 3.6 SD 0.5, p <0.001", Verdict::OnlyApproximate),
    ("McClelland 2008", "pain 0-10: p 0.0082, 6 of 8 improved", Verdict::OnlyApproximate),
    ("Pucks-Faes 2019", "MAS: 3 (3-3.25) to 1 (1-1.25), p 0.046, 7 patients", Verdict::OnlyApproximate),
    (
        "Pucks-Faes 2019",
        "Reflex scale: 5 (4.75-5) to 3 (2.75-3), p 0.046, 7 patients",
        Verdict::OnlyApproximate,
    ),
    ("PMC6808077 CP children", "infection: 14.6% per patient", Verdict::Truncated),
];

/// R-OUT-32: what cannot be right, is doubtful, cut off or only approximate is found, and nothing else is; each with its address.
#[test]
fn verdicts_are_those() {
    let all = checks();
    for check in &all {
        assert!(check.source_url.starts_with("http") && !check.how.is_empty(), "{check:?}");
        let of = |row: &&(&str, &str, Verdict)| row.0 == check.series && row.1 == check.printed;
        let wanted = VERDICTS.iter().find(of).map_or(Verdict::Agrees, |row| row.2);
        assert_eq!(check.verdict, wanted, "{check:?}");
    }
    for (series, printed, verdict) in VERDICTS {
        let found = all.iter().filter(|check| check.series == *series && check.printed == *printed).count();
        assert_eq!(found, 1, "{series}: {printed}: {verdict:?}");
    }
    // What agrees, by what is computed: a check that is lost is seen here.
    for (series, printed, recomputed) in [
        ("Vanekova 2019", "0 deaths in 24", "0 % (0 to 14.2)"),
        ("Vanekova 2019", "Ashworth: statistically significant (no p in abstract)", "p 1/8388608 = 1.2e-7"),
        ("Penn 1992", "62 implanted: ", "52 + 3 + 4 + 3 = 62"),
        ("Heetla 2009", "once per 10.5 y, 116 pump-years", "9.48 per 100 years (4.73 to 16.97)"),
        ("Heetla 2009", "tolerance in 8 = 22 %", "21.62 %"),
        ("Borrini 2014", "38 events, 0.023 per month", "1652 pump-months, of at most 1896"),
        ("Borrini 2014", "53 %, 29 %, 18 % of 38", "20 + 11 + 7 = 38"),
        ("Ascenda series (Neuromodulation) 2021", "catheter-related complication: 7.1% events", "7.14 %"),
        ("Ascenda series (Neuromodulation) 2021", "catheter-related complication: 5.6% patients", "5.56 %"),
        ("Ascenda series (Neuromodulation) 2021", "median 6 months", "between 3 and 52"),
        ("PMC6808077 CP children", "infection: 6.9% per procedure", "6.94 %"),
        ("PMC6808077 CP children", "CSF leak: 24.9%", "24.93 %"),
        ("Stetkarova review 2010", "0.41 per implant", "0.4097"),
        ("Stetkarova review 2010", "558 complications", "148 + 39 + 369 = 556"),
        ("Vender (authors/year inferred from title) 2006", "314 procedures", "293 listed"),
        ("Vender 2006", "catheter revision: 48", "38 + 10 = 48"),
        ("NICE CG145, table L.1", "135 single doses", "135"),
        ("NICE CG145, table L.1", "positive test -> continuous ITB: 100", "100"),
        ("Creamer SISTERS 2018", "60 randomised, as treated", "25 + 35 = 60"),
        ("Coffey 1993", "93 screened", "93"),
        ("Pucks-Faes 2019", "mean 188, SD 60", "SD at most 45.9"),
        ("Pucks-Faes 2019", "MAS: ", "4 patients, exact p 1/8 = 0.125"),
        ("Yilmaz 2018", "MAS: ", "exact p 1/512"),
        ("McCormick 2016", "mean 577, SD 1429", "one dose at least of 4002"),
    ] {
        let found = all.iter().any(|check| {
            check.series == series
                && check.printed.starts_with(printed)
                && check.recomputed.contains(recomputed)
        });
        assert!(found, "{series}: {printed}: {recomputed}");
    }
    // The table lists what does not agree, and says how many do.
    let table = published::tables().into_iter().find(|table| table.id == "published-checks").unwrap();
    let agree = all.iter().filter(|check| check.verdict == Verdict::Agrees).count();
    assert!(table.notes[0].contains(&format!("{agree} agrees")), "{:?}", table.notes);
}

/// The rows of one measure of the derived file.
fn derived(study: &str, measure: &str) -> Vec<(f64, f64)> {
    let (head, rows) = file("derived_reconstructions.csv");
    rows.iter()
        .filter(|row| {
            column(&head, row, "study").starts_with(study) && column(&head, row, "measure") == measure
        })
        .map(|row| {
            let number = |name: &str| column(&head, row, name).parse().unwrap();
            (number("before"), number("after"))
        })
        .collect()
}

/// R-OUT-33: the derived rows say so, each, and give what the papers print: Pucks-Faes 2019 (Front Neurol 10:901) by the normal
/// approximation only, Yilmaz 2018 (SJAMS 6:1526) by the paired t test only.
#[test]
fn derived_rows_give_the_printed_summaries() {
    let (head, rows) = file("derived_reconstructions.csv");
    assert!(rows.iter().all(|row| column(&head, row, "status").starts_with("DERIVED")));
    assert_eq!(rows.len(), 18);
    for (measure, [first, second]) in [
        ("MAS", [(3.0, 3.0, 3.25), (1.0, 1.0, 1.25)]),
        ("Reflex scale", [(5.0, 4.75, 5.0), (3.0, 2.75, 3.0)]),
    ] {
        let rows = derived("Pucks-Faes", measure);
        assert_eq!(rows.len(), 4);
        let (before, after): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
        for (values, wanted) in [(&before, first), (&after, second)] {
            let found = quartiles(&sample(values), QuantileType::Type7).unwrap();
            for (found, wanted) in
                [(found.median, wanted.0), (found.lower, wanted.1), (found.upper, wanted.2)]
            {
                assert!((found - wanted).abs() < 1e-12, "{measure}: {found} is not {wanted}");
            }
        }
        let changes: Vec<f64> = rows.iter().map(|(before, after)| before - after).collect();
        let test = signed_rank(&sample(&changes), Zeros::Wilcox).test.unwrap();
        assert_eq!(test.fraction().unwrap().to_string(), "1/8");
        assert!((test.normal.p - 0.0455).abs() < 5e-5, "{}", test.normal.p);
    }
    let rows = derived("Yilmaz", "MAS");
    let pairs: Vec<_> = rows.iter().map(|(before, after)| (Some(*before), Some(*after))).collect();
    let student = paired_t(&Pairs::of(&pairs).unwrap(), Confidence::default());
    assert!((student.mean.unwrap() - 2.6).abs() < 1e-12 && student.test.unwrap().p < 0.001);
    let changes: Vec<f64> = rows.iter().map(|(before, after)| before - after).collect();
    let test = signed_rank(&sample(&changes), Zeros::Wilcox).test.unwrap();
    assert_eq!(test.fraction().unwrap().to_string(), "1/512");
    assert!(test.normal.p > 0.001 && test.corrected.p > 0.001);
    // The only rows that the search finds are those of the file.
    for measure in ["MAS", "Reflex scale"] {
        let words: Vec<String> =
            derived("Pucks-Faes", measure).iter().map(|(one, other)| format!("{one} to {other}")).collect();
        let of = |check: &published::Check| {
            check.series == "Pucks-Faes 2019" && check.printed.starts_with(measure)
        };
        let check = checks().into_iter().find(of).unwrap();
        assert!(check.how.contains(&words.join(", ")), "{}", check.how);
    }
}

/// R-OUT-34: of what is only for tests nothing is built in: the Barthel rows of a GPL package, derived rows, unlinked rows.
#[test]
fn what_is_for_tests_stays_in_tests() {
    fn sources(path: &std::path::Path, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else {
                into.push(std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = Vec::new();
    sources(std::path::Path::new(&folder("src")), &mut all);
    let built_in = ["itb-cohorts", "itb-doses", "itb-complications", "ascenda2021", "nice_cg145"];
    for text in &all {
        for (_, rest) in text.match_indices("include_str!").map(|(at, _)| text.split_at(at)) {
            let name = rest.split('"').nth(1).unwrap();
            assert!(built_in.iter().any(|known| name.contains(known)), "{name}");
        }
        assert!(!text.contains("include_bytes!"));
    }
    assert!(all.iter().any(|text| text.contains("include_str!")));
    let readme = std::fs::read_to_string(folder("data/README.md")).unwrap();
    let row = |name: &str| readme.lines().find(|line| line.starts_with(&format!("| `{name}`"))).unwrap();
    assert!(row("stroke_barthel_dobson.csv").contains("GPL-2"));
    assert!(row("derived_reconstructions.csv").contains("**derived**"));
    for entry in std::fs::read_dir(folder("data")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == "README.md" || !row(&name).is_empty());
    }
}

/// R-OUT-35: single values that papers print come from their rows: Hoving 2007 (Dev Med Child Neurol 49:654), Ascenda 2021
/// (Neuromodulation 24:1176), Yilmaz 2018, Vanekova 2019 (Cesk Slov Neurol N 82:430).
#[test]
fn single_values_come_from_their_rows() {
    // Hoving 2007, https://www.unboundmedicine.com/medline/citation/17718820/: the median effective bolus is 25 micrograms.
    let (head, rows) = file("hoving2007_marginals.csv");
    let count = |row: &[String]| column(&head, row, "count").parse::<usize>().unwrap();
    let mut doses: Vec<f64> = Vec::new();
    for variable in ["effective_bolus_ug", "gmfcs", "sex", "cp_type"] {
        let own: Vec<_> = rows.iter().filter(|row| column(&head, row, "variable") == variable).collect();
        assert_eq!(own.iter().map(|row| count(row)).sum::<usize>(), 17, "{variable}");
        if variable == "effective_bolus_ug" {
            for row in own {
                doses.extend(std::iter::repeat_n(
                    column(&head, row, "value").parse::<f64>().unwrap(),
                    count(row),
                ));
            }
        }
    }
    assert!((median(&sample(&doses)).unwrap() - 25.0).abs() < 1e-12);
    // Ascenda 2021, http://www.pubmed.gov/33974333/: 9 events, 2 of one patient. Of 6 the month is known; how long each of the
    // 126 was followed is not: a curve from these would be invented, so there is none.
    let events = published::catheter_events();
    let known = |event: &&published::CatheterEvent| !event.month_after_implant.is_empty();
    assert_eq!((events.len(), events.iter().filter(known).count()), (9, 6));
    for event in &events {
        assert_eq!(known(&event), event.month_known.starts_with("yes"), "{event:?}");
    }
    let of_one = events.iter().filter(|event| event.patient_no == "A").count();
    let row = published::complications().into_iter().find(|row| row.study.starts_with("Ascenda")).unwrap();
    assert_eq!(row.events.parse::<usize>().unwrap(), events.len());
    assert!(row.patients.parse::<usize>().unwrap() <= events.len() - (of_one - 1));
    // Yilmaz 2018, https://saspublishers.com/article/17562/: EDSS of three patients did not change: no test.
    let (head, rows) = file("yilmaz2018_edss_ms.csv");
    let number = |row: &[String], name: &str| column(&head, row, name).parse::<f64>().unwrap();
    let changes: Vec<f64> =
        rows.iter().map(|row| number(row, "edss_before") - number(row, "edss_last")).collect();
    assert!(signed_rank(&sample(&changes), Zeros::Wilcox).test.is_err());
    // Vanekova 2019: nobody of 24 died; all 24 improved.
    let deaths = proportion(0, 24, 0.95).unwrap();
    assert!((deaths.clopper_pearson.1 - 0.142).abs() < 5e-4);
    let test = signed_rank(&sample(&[1.0; 24]), Zeros::Wilcox).test.unwrap();
    assert_eq!(test.fraction().unwrap().to_string(), "1/8388608");
    // SISTERS 2018, http://www.pubmed.gov/29326296/: the estimate and its interval lie on sixths of a point.
    let row = published::values().into_iter().find(|row| row.p_reported.contains("HL")).unwrap();
    let [_, estimate, _, low, high] = numbers(&row.p_reported)[..] else { panic!("{}", row.p_reported) };
    for value in [estimate, low, high] {
        assert!(((value * 6.0).round() / 6.0 - value).abs() < 5e-4, "{value}");
    }
}
