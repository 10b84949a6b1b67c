//! Every chart of the outcomes, of invented numbers, in every shape and palette, as SVG and PNG: to be looked at.
//!
//! `cargo run -p charts --example outcomes FOLDER [FONT …]`

use charts::{
    Amount, Better, BoxGroup, BoxPlots, Curve, CurveAxis, CurveStep, DoseByYear, DoseYear, Drawn, Estimate,
    Forest, ForestAxis, ForestRow, PairedSlopes, Palette, Quartiles, Reference, Scale, Shape, SlopeVisit,
    Survival, Words, box_plots, captioned, dose_by_year, forest, paired_slopes, png, standalone, survival,
};
use std::error::Error;
use std::path::PathBuf;

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    /// From 0 up to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1_u64 << 24) as f64
    }

    /// About normal, around 0.
    fn spread(&mut self) -> f64 {
        (0..4).map(|_| self.next()).sum::<f64>() - 2.0
    }
}

/// For pictures only: the reports have methods with names.
fn quartiles(values: &[f64], words: &dyn Fn(f64) -> String) -> Option<Quartiles> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|it| it.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let value = *sorted.get((share * (sorted.len() as f64 - 1.0)).round() as usize)?;
        Some(Amount { value, words: words(value) })
    };
    Some(Quartiles { first: at(0.25)?, median: at(0.5)?, third: at(0.75)? })
}

fn grades() -> Vec<String> {
    ["0", "1", "1+", "2", "3", "4"].map(str::to_owned).to_vec()
}

fn ashworth() -> Scale {
    Scale {
        label: "modified Ashworth grade, knee extensors, the worse side".to_owned(),
        better: Some(Better::Lower),
        levels: grades(),
        decimals: 1,
        from_zero: true,
    }
}

fn numbers(label: &str, decimals: usize, better: Option<Better>, from_zero: bool) -> Scale {
    Scale { label: label.to_owned(), better, levels: Vec::new(), decimals, from_zero }
}

fn grade(value: f64) -> String {
    grades().get(value as usize).cloned().unwrap_or_default()
}

fn slopes(title: &str, scale: Scale, labels: &[&str], patients: Vec<Vec<Option<f64>>>) -> PairedSlopes {
    let words = |value: f64| if scale.levels.is_empty() { format!("{value:.0}") } else { grade(value) };
    let visits = (labels.iter().enumerate())
        .map(|(visit, label)| {
            let values: Vec<f64> =
                patients.iter().filter_map(|it| it.get(visit).copied().flatten()).collect();
            SlopeVisit { label: (*label).to_owned(), median: quartiles(&values, &words).map(|it| it.median) }
        })
        .collect();
    PairedSlopes { title: title.to_owned(), scale, visits, patients }
}

fn grades_over_visits(patients: usize, visits: usize, chance: &mut Chance) -> Vec<Vec<Option<f64>>> {
    (0..patients)
        .map(|_| {
            let mut value = (3.2 + chance.spread()).clamp(0.0, 5.0).round();
            (0..visits)
                .map(|_| {
                    let now = value;
                    value = (value - 1.1 + chance.spread()).clamp(0.0, 5.0).round();
                    (chance.next() > 0.06).then_some(now)
                })
                .collect()
        })
        .collect()
}

fn numbers_over_visits(patients: usize, visits: usize, chance: &mut Chance) -> Vec<Vec<Option<f64>>> {
    (0..patients)
        .map(|_| {
            let mut value = (62.0 + 18.0 * chance.spread()).clamp(0.0, 100.0);
            (0..visits)
                .map(|_| {
                    let now = value;
                    value = (value - 9.0 + 9.0 * chance.spread()).clamp(0.0, 100.0);
                    (chance.next() > 0.04).then_some(now)
                })
                .collect()
        })
        .collect()
}

const VISITS: [&str; 6] = ["before the test", "after the test", "3 months", "1 year", "2 years", "5 years"];
const LONG: [&str; 6] = [
    "spinal cord injury, complete, cervical",
    "spinal cord injury, incomplete, thoracic or lumbar",
    "multiple sclerosis, secondary progressive",
    "cerebral palsy, gross motor function level V",
    "stroke and other acquired injuries of the brain",
    "hereditary spastic paraplegia and everything else",
];

fn all_slopes() -> Vec<(&'static str, PairedSlopes)> {
    let mut chance = Chance(7);
    let hundred = numbers("disability, points of 100", 0, Some(Better::Lower), true);
    let pair = ["before the implant", "one year after"];
    let one = vec![vec![Some(4.0), Some(1.0)]];
    vec![
        (
            "slopes-grades",
            slopes("Ashworth before and after", ashworth(), &pair, grades_over_visits(42, 2, &mut chance)),
        ),
        (
            "slopes-visits",
            slopes("Ashworth at six visits", ashworth(), &VISITS, grades_over_visits(60, 6, &mut chance)),
        ),
        (
            "slopes-numbers",
            slopes(
                "Disability",
                hundred.clone(),
                VISITS.get(..3).unwrap_or(&[]),
                numbers_over_visits(48, 3, &mut chance),
            ),
        ),
        (
            "slopes-many",
            slopes(
                "Disability of very many",
                hundred.clone(),
                VISITS.get(..4).unwrap_or(&[]),
                numbers_over_visits(100_000, 4, &mut chance),
            ),
        ),
        ("slopes-one", slopes("One patient", ashworth(), &pair, one)),
        ("slopes-same", slopes("All the same", ashworth(), &pair, vec![vec![Some(3.0), Some(3.0)]; 25])),
        ("slopes-empty", slopes("Nobody", hundred, &pair, Vec::new())),
    ]
}

fn boxes(title: &str, scale: Scale, groups: Vec<(&str, Vec<f64>)>) -> BoxPlots {
    let words = |value: f64| if scale.levels.is_empty() { format!("{value:.0}") } else { grade(value) };
    let groups = groups
        .into_iter()
        .map(|(label, values)| BoxGroup {
            label: label.to_owned(),
            quartiles: quartiles(&values, &words).filter(|_| values.len() > 4),
            values,
        })
        .collect();
    BoxPlots { title: title.to_owned(), scale, groups }
}

fn all_boxes() -> Vec<(&'static str, BoxPlots)> {
    let mut chance = Chance(11);
    let dose = || numbers("dose, micrograms per 24\u{a0}h", 0, None, true);
    let mut doses = |n: usize, middle: f64| -> Vec<f64> {
        (0..n).map(|_| (middle * (1.0 + chance.spread() * chance.next())).max(20.0)).collect()
    };
    let visits = vec![
        ("before", doses(0, 0.0)),
        ("1 month", doses(38, 110.0)),
        ("1 year", doses(36, 210.0)),
        ("5 years", doses(21, 320.0)),
        ("10 years", doses(3, 400.0)),
        ("15 years", doses(1, 300.0)),
    ];
    let named = LONG.iter().map(|name| (*name, doses(30, 240.0))).collect();
    let many = vec![("2019", doses(100_000, 240.0)), ("2020", doses(50_000, 260.0))];
    let grades = vec![
        ("before", vec![3.0, 4.0, 4.0, 4.0, 3.0, 5.0, 4.0, 2.0, 3.0, 1.0]),
        ("after", vec![1.0, 1.0, 0.0, 2.0, 1.0, 1.0, 1.0, 1.0, 4.0]),
    ];
    vec![
        ("boxes-visits", boxes("Dose by visit", dose(), visits)),
        ("boxes-names", boxes("Dose by cause", dose(), named)),
        ("boxes-many", boxes("Dose of very many", dose(), many)),
        ("boxes-grades", boxes("Grades", ashworth(), grades)),
        (
            "boxes-same",
            boxes("All the same", dose(), vec![("before", vec![200.0; 9]), ("after", vec![200.0; 7])]),
        ),
        ("boxes-empty", boxes("Nobody", dose(), vec![("before", Vec::new()), ("after", Vec::new())])),
    ]
}

/// A curve of so many patients with a constant hazard per year.
fn curve(
    name: &str,
    patients: usize,
    hazard: f64,
    rising: bool,
    chance: &mut Chance,
    times: &[f64],
) -> Curve {
    let mut ends: Vec<(f64, bool)> = (0..patients)
        .map(|_| {
            let (event, end) = (-(1.0 - chance.next()).ln() / hazard, 2.0 + 13.0 * chance.next());
            (event.min(end), event < end)
        })
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut share, mut sum, mut steps) = (patients as f64, 1.0, 0.0, Vec::new());
    for (at, event) in &ends {
        if *event {
            share *= 1.0 - 1.0 / left;
            sum += 1.0 / (left * (left - 1.0).max(1.0));
            let value = if rising { 1.0 - share } else { share };
            let half = 1.96 * share * sum.sqrt();
            let (low, high) = ((value - half).max(0.0), (value + half).min(1.0));
            steps.push(CurveStep {
                at: *at,
                value,
                interval: Some((low, high)),
                words: format!("{:.0} %", value * 100.0),
                interval_words: format!("{:.0} to {:.0} %", low * 100.0, high * 100.0),
            });
        }
        left -= 1.0;
    }
    Curve {
        name: name.to_owned(),
        start: if rising { 0.0 } else { 1.0 },
        steps,
        until: ends.last().map(|it| it.0),
        censored: ends.iter().filter(|it| !it.1).map(|it| it.0).collect(),
        at_risk: times.iter().map(|time| ends.iter().filter(|it| it.0 >= *time).count() as u64).collect(),
    }
}

fn without_band(mut curve: Curve) -> Curve {
    curve.steps.iter_mut().for_each(|it| it.interval = None);
    curve
}

fn all_curves() -> Vec<(&'static str, Survival)> {
    let mut chance = Chance(3);
    let times: Vec<f64> = (0_u8..=15).map(f64::from).collect();
    let with = |title: &str, label: &str, axis: CurveAxis, curves: Vec<Curve>| Survival {
        title: title.to_owned(),
        label: label.to_owned(),
        axis,
        time_label: "years since implantation".to_owned(),
        times: times.clone(),
        curves,
    };
    let all = CurveAxis::Percent { up_to: 1.0 };
    let six = LONG.iter().zip([0.02, 0.04, 0.07, 0.1, 0.15, 0.22]);
    let six: Vec<Curve> =
        six.map(|(name, hazard)| without_band(curve(name, 80, hazard, false, &mut chance, &times))).collect();
    let causes = [("infection", 0.02), ("catheter", 0.05), ("pump at its end of service", 0.09)];
    let causes: Vec<Curve> = causes
        .iter()
        .map(|(name, hazard)| without_band(curve(name, 150, *hazard, true, &mut chance, &times)))
        .collect();
    let mut mean = curve("catheter problems", 90, 0.1, true, &mut chance, &times);
    mean.censored.clear();
    for step in &mut mean.steps {
        step.value *= 2.4;
        step.interval = step.interval.map(|(low, high)| (low * 2.2, high * 2.6));
        step.words = format!("{:.2}", step.value);
        step.interval_words.clear();
    }
    let label = "without revision of the catheter";
    vec![
        (
            "survival-one",
            with(
                "Catheter survival",
                label,
                all,
                vec![curve("all catheters", 60, 0.06, false, &mut chance, &times)],
            ),
        ),
        (
            "survival-two",
            with(
                "Catheter survival by type",
                label,
                all,
                vec![
                    curve("one piece", 70, 0.04, false, &mut chance, &times),
                    curve("two pieces", 55, 0.12, false, &mut chance, &times),
                ],
            ),
        ),
        ("survival-six", with("Pump survival by cause", "pump still in service", all, six)),
        (
            "survival-causes",
            with("Why systems are revised", "revised, by cause", CurveAxis::Percent { up_to: 0.8 }, causes),
        ),
        (
            "survival-events",
            with("Events", "mean number of events per patient", CurveAxis::Number, vec![mean]),
        ),
        (
            "survival-many",
            with("Very many", label, all, vec![curve("all", 100_000, 0.08, false, &mut chance, &times)]),
        ),
        (
            "survival-single",
            with("One patient", label, all, vec![curve("all", 1, 0.3, false, &mut chance, &times)]),
        ),
        ("survival-empty", with("Nobody", label, all, Vec::new())),
    ]
}

fn all_doses() -> Vec<(&'static str, DoseByYear)> {
    let mut chance = Chance(23);
    let mut with = |title: &str, patients: usize, years: usize, from: u32| {
        let patients: Vec<Vec<Option<f64>>> = (0..patients)
            .map(|_| {
                let (mut dose, begin) = (100.0 + 40.0 * chance.spread(), (chance.next() * 4.0) as usize);
                let end = 4 + (chance.next() * years as f64) as usize;
                (0..years)
                    .map(|year| {
                        dose = (dose * (1.12 + 0.12 * chance.spread())).clamp(15.0, 900.0);
                        // Nobody was seen in the ninth year.
                        (year >= begin && year < end && year != 8).then_some(dose)
                    })
                    .collect()
            })
            .collect();
        let of = |year: usize| -> Vec<f64> {
            patients.iter().filter_map(|line| line.get(year).copied().flatten()).collect()
        };
        let years = (0..years)
            .map(|year| DoseYear {
                label: (from + year as u32).to_string(),
                n: of(year).len() as u64,
                quartiles: quartiles(&of(year), &|value| format!("{value:.0}")),
            })
            .collect();
        DoseByYear {
            title: title.to_owned(),
            scale: numbers("dose, micrograms per 24\u{a0}h", 0, None, true),
            year_label: "calendar year".to_owned(),
            years,
            patients,
        }
    };
    vec![
        ("doses-some", with("Dose by year", 45, 12, 2014)),
        ("doses-long", with("Dose over thirty years", 30, 30, 1996)),
        ("doses-many", with("Dose of very many", 100_000, 10, 2015)),
        ("doses-one", with("One patient", 1, 6, 2019)),
        ("doses-empty", with("Nobody", 0, 5, 2020)),
    ]
}

fn estimate(value: f64, low: f64, high: f64, n: &str) -> Option<Estimate> {
    let end = |value: f64| if value.is_finite() { format!("{value:.1}") } else { "∞".to_owned() };
    let words = format!("{value:.1} ({} to {})", end(low), end(high));
    Some(Estimate { value, low, high, words, n: n.to_owned() })
}

fn all_forests() -> Vec<(&'static str, Forest)> {
    let row = |label: &str, own, published| ForestRow { label: label.to_owned(), own, published };
    let rates = vec![
        row(
            "infection of the pocket",
            estimate(1.9, 0.8, 3.9, "6 in 312 years"),
            estimate(2.4, 2.0, 2.8, "n 1 362"),
        ),
        row(
            "catheter: dislocation, occlusion, leak",
            estimate(4.5, 2.6, 7.4, "14 in 312 years"),
            estimate(6.1, 5.4, 6.9, "n 1 362"),
        ),
        row(
            "withdrawal syndrome",
            estimate(0.0, 0.0, 1.2, "0 in 312 years"),
            estimate(0.4, 0.2, 0.7, "n 980"),
        ),
        row(
            "overdose that needed intensive care and mechanical ventilation of the patient",
            estimate(0.3, 0.01, 1.8, "1 in 312 years"),
            None,
        ),
        row("leak of cerebrospinal fluid", None, estimate(3.3, 2.7, 250.0, "n 520")),
        row("meningitis", None, None),
    ];
    let change = vec![
        row("Ashworth, legs", estimate(-1.6, -2.0, -1.2, "n 42"), estimate(-1.9, -2.2, -1.6, "n 211")),
        row("Ashworth, arms", estimate(-0.5, -0.9, 0.1, "n 38"), estimate(-0.7, -1.0, -0.4, "n 98")),
        row("spasm score", estimate(-1.1, -1.6, -0.6, "n 40"), None),
        row("one patient only", estimate(0.5, f64::NEG_INFINITY, f64::INFINITY, "n 1"), None),
    ];
    let with =
        |title: &str, label: &str, axis, reference: Option<(f64, &str)>, rows: Vec<ForestRow>| Forest {
            title: title.to_owned(),
            label: label.to_owned(),
            axis,
            range: None,
            reference: reference.map(|(value, label)| Reference { value, label: label.to_owned() }),
            own_name: "this clinic, 2014 to 2025".to_owned(),
            published_name: "published".to_owned(),
            rows,
        };
    let per = "events per 100 patient-years, 95 % interval";
    vec![
        ("forest-rates", with("Complications", per, ForestAxis::Log, None, rates.clone())),
        ("forest-rates-linear", with("Complications", per, ForestAxis::Linear, None, rates)),
        (
            "forest-change",
            with(
                "Changes",
                "mean change, 95 % interval (lower is better)",
                ForestAxis::Linear,
                Some((0.0, "no change")),
                change,
            ),
        ),
        (
            "forest-ratios",
            with(
                "Ratios",
                "this clinic to published, 95 % interval",
                ForestAxis::Log,
                Some((1.0, "the same")),
                vec![
                    row("infection", estimate(0.8, 0.3, 1.7, "6 events"), None),
                    row("catheter", estimate(0.7, 0.4, 1.2, "14 events"), None),
                    row("one only", estimate(3.1, 0.1, 17.0, "1 event"), None),
                ],
            ),
        ),
        (
            "forest-empty",
            with(
                "Nothing",
                per,
                ForestAxis::Log,
                Some((1.0, "the same")),
                vec![row("infection", None, None)],
            ),
        ),
    ]
}

/// Under a name.
type Named = (String, Drawn);

fn everything(shape: Shape) -> Vec<Named> {
    let words = Words::default();
    let mut drawn: Vec<Named> = Vec::new();
    drawn.extend(all_slopes().iter().map(|it| (it.0.to_owned(), paired_slopes(&it.1, &words, shape))));
    drawn.extend(all_boxes().iter().map(|it| (it.0.to_owned(), box_plots(&it.1, &words, shape))));
    drawn.extend(all_curves().iter().map(|it| (it.0.to_owned(), survival(&it.1, &words, shape))));
    drawn.extend(all_doses().iter().map(|it| (it.0.to_owned(), dose_by_year(&it.1, &words, shape))));
    drawn.extend(all_forests().iter().map(|it| (it.0.to_owned(), forest(&it.1, &words, shape))));
    drawn
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let mut fonts: Vec<Vec<u8>> = arguments.map(std::fs::read).collect::<Result<_, _>>()?;
    if fonts.is_empty() {
        fonts = typst_assets::fonts().map(<[u8]>::to_vec).collect();
    }
    let fonts: Vec<&[u8]> = fonts.iter().map(Vec::as_slice).collect();
    std::fs::create_dir_all(&folder)?;
    for (shape, shape_name) in [(Shape::Wide, "wide"), (Shape::Narrow, "narrow")] {
        for (name, drawn) in everything(shape) {
            let plain = folder.join(format!("{name}-{shape_name}-plain"));
            std::fs::write(plain.with_extension("png"), png(&drawn.svg, 720, &fonts)?)?;
            std::fs::write(plain.with_extension("svg"), &drawn.svg)?;
            for (palette, palette_name) in
                [(Palette::Light, "light"), (Palette::Dark, "dark"), (Palette::Print, "print")]
            {
                let caption = &drawn.table.caption;
                let svg = if palette == Palette::Dark {
                    standalone(&drawn.svg, palette)
                } else {
                    captioned(&drawn.svg, palette, caption)
                };
                let width = if shape == Shape::Wide { 1_116 } else { 576 };
                let file = folder.join(format!("{name}-{shape_name}-{palette_name}"));
                std::fs::write(file.with_extension("png"), png(&svg, width, &fonts)?)?;
                std::fs::write(file.with_extension("svg"), svg)?;
            }
        }
    }
    Ok(())
}
