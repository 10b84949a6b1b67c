//! What every chart of the outcomes must hold, for any data.

use super::{check, levels};
use crate::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn scale(graded: bool) -> Scale {
    Scale {
        label: "what is measured & how, over all of the patients whom this clinic has seen so far".to_owned(),
        better: Some(Better::Lower),
        levels: if graded { levels() } else { Vec::new() },
        decimals: 1,
        from_zero: false,
    }
}

fn amount(value: f64) -> Amount {
    let words = if value.is_finite() { Words::default().number(value, 1) } else { "not readable".to_owned() };
    Amount { value, words }
}

fn quartiles(values: &[f64]) -> Option<Quartiles> {
    let mut sorted: Vec<f64> = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| sorted.get((share * (sorted.len() as f64 - 1.0)) as usize).copied().map(amount);
    Some(Quartiles { first: at(0.25)?, median: at(0.5)?, third: at(0.75)? })
}

/// Of each of `visits` columns, by turns; a missing value here and there.
fn patients(values: &[f64], visits: usize) -> Vec<Vec<Option<f64>>> {
    let value = |(place, value): (usize, &f64)| (place % 7 != 5).then_some(*value);
    values.chunks(visits).map(|row| row.iter().enumerate().map(value).collect()).collect()
}

fn slopes_of(values: &[f64], names: &[String], graded: bool) -> PairedSlopes {
    let visit =
        |name: &String| SlopeVisit { label: name.clone(), median: values.first().copied().map(amount) };
    PairedSlopes {
        title: "slopes".to_owned(),
        scale: scale(graded),
        visits: names.iter().map(visit).collect(),
        patients: patients(values, names.len().max(1)),
    }
}

fn boxes_of(values: &[f64], names: &[String], graded: bool) -> BoxPlots {
    let group = |(number, name): (usize, &String)| {
        let values: Vec<f64> = values.iter().copied().skip(number).step_by(names.len()).collect();
        BoxGroup { label: name.clone(), quartiles: quartiles(&values), values }
    };
    BoxPlots {
        title: "boxes".to_owned(),
        scale: scale(graded),
        groups: names.iter().enumerate().map(group).collect(),
    }
}

fn survival_of(values: &[f64], names: &[String], axis: CurveAxis) -> Survival {
    let curve = |(number, name): (usize, &String)| {
        let own = values.iter().copied().skip(number).step_by(names.len());
        let step = |(place, value): (usize, f64)| CurveStep {
            at: (value * 7.0).abs() % 13.0,
            value: 1.0 - place as f64 / values.len() as f64,
            interval: (number % 2 == 0).then_some((value - 1.0, value + 1.0)),
            words: amount(value).words,
            interval_words: String::new(),
        };
        Curve {
            name: name.clone(),
            start: 1.0,
            steps: own.clone().enumerate().map(step).collect(),
            until: values.get(number).copied(),
            censored: own.collect(),
            at_risk: (0..16).map(|year| 100_000 / (year + 1)).collect(),
        }
    };
    Survival {
        title: "survival".to_owned(),
        label: scale(false).label,
        axis,
        time_label: "years since the implantation of the first pump".to_owned(),
        times: (0..16).map(f64::from).collect(),
        curves: names.iter().enumerate().map(curve).collect(),
    }
}

fn doses_of(values: &[f64], names: &[String], graded: bool) -> DoseByYear {
    let year = |(number, name): (usize, &String)| {
        let own: Vec<f64> = values.iter().copied().skip(number).step_by(names.len()).collect();
        DoseYear { label: name.clone(), n: own.len() as u64, quartiles: quartiles(&own) }
    };
    DoseByYear {
        title: "doses".to_owned(),
        scale: scale(graded),
        year_label: "calendar year".to_owned(),
        years: names.iter().enumerate().map(year).collect(),
        patients: patients(values, names.len().max(1)),
    }
}

fn forest_of(values: &[f64], names: &[String], axis: ForestAxis) -> Forest {
    let estimate = |at: usize| {
        let value = *values.get(at)?;
        let (low, high) = (value - values.get(at + 1)?.abs(), value + values.get(at + 2)?.abs());
        Some(Estimate { value, low, high, words: amount(value).words, n: format!("n {at}") })
    };
    let row = |(number, name): (usize, &String)| ForestRow {
        label: name.clone(),
        own: estimate(number * 2),
        published: estimate(number * 3 + 1),
    };
    Forest {
        title: "forest".to_owned(),
        label: scale(false).label,
        axis,
        range: None,
        reference: Some(Reference { value: 1.0, label: "the same as published elsewhere".to_owned() }),
        own_name: "this clinic".to_owned(),
        published_name: "published by others in several countries and over many years".to_owned(),
        rows: names.iter().enumerate().map(row).collect(),
    }
}

/// Every chart of these values for these groups, in both shapes.
fn all(values: &[f64], names: &[String]) -> Vec<Drawn> {
    let words = Words::default();
    let mut drawn = Vec::new();
    for shape in [Shape::Wide, Shape::Narrow] {
        for graded in [false, true] {
            drawn.push(paired_slopes(&slopes_of(values, names, graded), &words, shape));
            drawn.push(box_plots(&boxes_of(values, names, graded), &words, shape));
            drawn.push(dose_by_year(&doses_of(values, names, graded), &words, shape));
        }
        for axis in [CurveAxis::Percent { up_to: 1.0 }, CurveAxis::Number] {
            drawn.push(survival(&survival_of(values, names, axis), &words, shape));
        }
        for axis in [ForestAxis::Linear, ForestAxis::Log] {
            drawn.push(forest(&forest_of(values, names, axis), &words, shape));
        }
    }
    drawn
}

fn check_all(values: &[f64], names: &[String]) {
    for drawn in all(values, names) {
        check(&drawn.svg);
        let columns = drawn.table.head.len();
        assert!(drawn.table.rows.iter().all(|row| row.len() == columns), "{:?}", drawn.table);
    }
}

fn names(count: usize) -> Vec<String> {
    let long = ["spinal cord injury, complete, cervical", "multiple sclerosis", "stroke & <others>"];
    (0..count).map(|number| format!("{} {number}", long[number % 3])).collect()
}

fn attributes(svg: &str, element: &str, class: &str, name: &str) -> Vec<String> {
    let found = svg.split('<').filter(|it| it.starts_with(element) && it.contains(class));
    found.map(|it| super::attribute(it, name).unwrap_or_default().to_owned()).collect()
}

#[test]
fn nothing_one_and_many() {
    for count in [0, 1, 2, 3, 6, 40] {
        for number in [0, 1, 2, 7, 5_000] {
            let rising: Vec<f64> = (0..number).map(|it| f64::from(it) * 0.37 % 90.0).collect();
            for values in [rising, vec![0.0; number as usize], vec![3.0; number as usize]] {
                check_all(&values, &names(count));
            }
        }
    }
}

#[test]
fn extremes() {
    for values in [
        [f64::NAN; 9].to_vec(),
        vec![f64::MAX, f64::MIN, 1e12, -1e12, 0.0, -0.0, f64::MIN_POSITIVE, 1.0, 2.0],
        vec![f64::INFINITY, 1.0, f64::NEG_INFINITY, 2.0, f64::NAN, 3.0, 4.0, 5.0],
        vec![1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9],
        vec![1e11 + 1.0, 1e11 + 2.0, 1e11 + 3.0, 1e11 + 4.0],
    ] {
        check_all(&values, &names(3));
    }
}

#[test]
fn without_data_it_says_so() {
    for drawn in all(&[], &names(2)) {
        assert!(drawn.svg.contains(">no data<"), "{}", drawn.svg);
        assert!(!drawn.svg.contains("chart-grid"), "numbers on an axis without a value would be invented");
        let rows = drawn.table.rows.iter().flatten();
        let said = rows.filter(|it| *it == "no data" || *it == "no value" || *it == "0").count();
        assert!(said > 0, "{:?}", drawn.table);
    }
}

#[test]
fn every_series_is_told_apart_without_colour() {
    let values: Vec<f64> = (0..300).map(|it| f64::from(it) * 0.61 % 12.0).collect();
    let data = survival_of(&values, &names(6), CurveAxis::Percent { up_to: 1.0 });
    let svg = survival(&data, &Words::default(), Shape::Wide).svg;
    let dashes: BTreeSet<String> =
        attributes(&svg, "path", "\"chart-line", "stroke-dasharray").into_iter().collect();
    assert_eq!(dashes.len(), 6, "{dashes:?}");
    // The shapes of the markers, wherever they are.
    let shapes: BTreeSet<String> = (1..=6)
        .map(|number| {
            let of = |element: &str| {
                svg.matches(&format!("<{element} class=\"chart-dot chart-series-{number}\"")).count()
            };
            let path = attributes(&svg, "path", &format!("\"chart-dot chart-series-{number}\""), "d");
            let corners: Vec<(f64, f64)> = path.first().map_or_else(Vec::new, |path| {
                let pairs = path.trim_end_matches('Z').split(['M', 'L']).skip(1);
                pairs
                    .map(|it| it.split_once(' ').unwrap())
                    .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
                    .collect()
            });
            let lean = corners.first().zip(corners.get(1)).map_or(0.0, |(a, b)| (b.1 - a.1).signum());
            let heights: BTreeSet<u64> = corners.iter().map(|it| it.1.to_bits()).collect();
            format!("{} {} {} {lean} {}", of("circle") > 0, of("rect") > 0, corners.len(), heights.len())
        })
        .collect();
    assert_eq!(shapes.len(), 6, "{shapes:?}");
}

#[test]
fn own_and_published_differ_in_shape_and_filling() {
    let values = [1.0, 2.0, 0.5, 3.0, 1.5, 2.5, 1.0];
    let svg = forest(&forest_of(&values, &names(2), ForestAxis::Log), &Words::default(), Shape::Wide).svg;
    assert!(svg.contains("<circle class=\"chart-dot chart-own\""));
    assert!(svg.contains("<path class=\"chart-dot chart-hollow chart-published\" fill=\"none\""));
}

#[test]
fn an_interval_beyond_the_axis_ends_in_an_arrow() {
    let estimate =
        |low, high| Some(Estimate { value: 2.0, low, high, words: "2".to_owned(), n: String::new() });
    let mut data = forest_of(&[], &[], ForestAxis::Log);
    data.range = Some((0.5, 10.0));
    for (low, high, arrows) in [
        (1.0, 5.0, 0),
        (0.5, 10.0, 0),
        (0.0, 5.0, 1),
        (1.0, f64::INFINITY, 1),
        (0.1, 40.0, 2),
        (-3.0, f64::INFINITY, 2),
    ] {
        data.rows = vec![ForestRow { label: "rate".to_owned(), own: estimate(low, high), published: None }];
        let svg = forest(&data, &Words::default(), Shape::Wide).svg;
        check(&svg);
        assert_eq!(svg.matches("chart-arrow").count(), arrows, "{low} to {high}");
    }
}

#[test]
fn ties_are_counted_and_nobody_is_lost() {
    let mut rows = vec![vec![Some(3.0), Some(1.0)]; 7];
    rows.extend(vec![vec![Some(3.0), Some(3.0)]; 2]);
    rows.extend([
        vec![Some(1.0), Some(4.0)],
        vec![Some(2.0), None],
        vec![None, None],
        vec![Some(f64::NAN), Some(0.0)],
    ]);
    let mut data = slopes_of(&[], &names(2), true);
    data.patients = rows;
    for shape in [Shape::Wide, Shape::Narrow] {
        let drawn = paired_slopes(&data, &Words::default(), shape);
        let texts = check(&drawn.svg);
        for count in ["7", "2"] {
            assert!(texts.iter().any(|it| it.3 == count), "{count}");
        }
        let rows: Vec<String> = drawn.table.rows.iter().map(|row| row.join(" | ")).collect();
        let step = format!("{} → {}", data.visits[0].label, data.visits[1].label);
        assert_eq!(
            rows,
            [
                format!("{} |  | 11", data.visits[0].label),
                format!("{} |  | 11", data.visits[1].label),
                format!("{step} | 1 → 3 | 1"),
                format!("{step} | 2 → 1 | 7"),
                format!("{step} | 2 → 2 | 2"),
                format!("{} | 1+ | 1", data.visits[0].label),
                format!("{} | 0 | 1", data.visits[1].label),
            ]
        );
        assert!(drawn.svg.contains("lower is better"));
        assert!(drawn.svg.contains("class=\"chart-slope chart-worse\""));
    }
}

#[test]
fn very_many_patients_are_grouped_and_all_counted() {
    let mut data = slopes_of(&[], &names(3), false);
    let value = |seed: u32| f64::from(seed.wrapping_mul(2_654_435_761) >> 16) / 655.36;
    data.patients =
        (0..100_000_u32).map(|it| (0..3).map(|visit| Some(value(it * 3 + visit))).collect()).collect();
    let drawn = paired_slopes(&data, &Words::default(), Shape::Wide);
    check(&drawn.svg);
    assert!(drawn.svg.len() < 100_000, "{}", drawn.svg.len());
    let steps = drawn.table.rows.iter().filter(|row| row[0].contains('→'));
    assert_eq!(steps.map(|row| row[2].parse::<usize>().unwrap()).sum::<usize>(), 200_000);
}

#[test]
fn whiskers_end_at_values_and_outliers_stay() {
    let values = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 30.0, 30.0, -9.0];
    let quartiles = Quartiles { first: amount(2.0), median: amount(4.5), third: amount(7.0) };
    let mut data = boxes_of(&[], &names(3), false);
    data.groups[0].values = values;
    data.groups[0].quartiles = Some(quartiles);
    data.groups[1].values = vec![5.0];
    let drawn = box_plots(&data, &Words::default(), Shape::Wide);
    let texts = check(&drawn.svg);
    assert_eq!(drawn.svg.matches("chart-outlier").count(), 3, "two of the three, and the single value");
    assert!(texts.iter().any(|it| it.3 == "no value"));
    let rows: Vec<String> = drawn.table.rows.iter().map(|row| row[1..].join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "10 | 2.0 | 4.5 | 7.0 | 1.0 – 7.0 | \u{2212}9.0; 30.0 (2×)",
            "1 |  |  |  |  | 5.0",
            "0 |  |  |  |  | no value",
        ]
    );
}

#[test]
fn a_curve_holds_its_height_until_it_ends() {
    let step = |at: f64, value: f64| CurveStep {
        at,
        value,
        interval: None,
        words: format!("{:.0} %", value * 100.0),
        interval_words: if value > 0.3 { "20 to 80 %".to_owned() } else { String::new() },
    };
    let data = Survival {
        title: "Catheters".to_owned(),
        label: "without revision".to_owned(),
        axis: CurveAxis::Percent { up_to: 1.0 },
        time_label: "years".to_owned(),
        times: vec![0.0, 1.0, 2.0, 3.0, 4.0],
        curves: vec![Curve {
            name: "all".to_owned(),
            start: 1.0,
            steps: vec![step(1.5, 0.5), step(2.0, 0.25)],
            until: Some(3.0),
            censored: vec![0.5, 3.0],
            at_risk: vec![4, 3, 2, 1, 0],
        }],
    };
    let drawn = survival(&data, &Words::default(), Shape::Wide);
    check(&drawn.svg);
    let rows: Vec<String> = drawn.table.rows.iter().map(|row| row[1..].join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "0 | 4 | 100\u{a0}% | no interval",
            "1 | 3 | 100\u{a0}% | no interval",
            "1.5 |  | 50 % | 20 to 80 %",
            "2 | 2 | 25 % | no interval",
            "3 | 1 | 25 % | no interval",
            "4 | 0 | nobody was followed so long | "
        ]
    );
    assert_eq!(attributes(&drawn.svg, "path", "chart-censor chart-series-1", "d")[0].matches('M').count(), 2);
}

#[test]
fn the_style_sheet_of_the_pages_has_the_same_rules() {
    let page = include_str!("../../../clinic/assets/style.css");
    assert!(page.contains(include_str!("../outcomes.css")), "copy outcomes.css into the style sheet");
}

#[test]
fn alone_it_needs_nothing_else() {
    let values = [1.0, 2.0, 0.5, 3.0, 1.5, 2.5, 1.0];
    let chart = paired_slopes(&slopes_of(&values, &names(2), true), &Words::default(), Shape::Wide).svg;
    for palette in [Palette::Light, Palette::Dark, Palette::Print] {
        let alone = standalone(&chart, palette);
        assert!(alone.contains("<style>") && !alone.contains("var(") && !alone.contains("url("));
        assert!(alone.starts_with("<svg ") && alone.ends_with("</svg>") && alone.contains(" height=\""));
    }
    let evil = captioned(&chart, Palette::Light, "</text><script>1</script> & more");
    assert!(!evil.contains("<script") && evil.contains("&lt;script"));
    assert_eq!(standalone("no chart", Palette::Light), "no chart");
}

/// Which colours are in a picture, without what lies between two.
fn colours(picture: &[u8]) -> BTreeSet<(u8, u8, u8)> {
    let picture = resvg::tiny_skia::Pixmap::decode_png(picture).unwrap();
    picture.pixels().iter().map(|it| (it.red(), it.green(), it.blue())).collect()
}

#[test]
fn a_picture_has_the_colours_of_the_style_sheet() {
    let values: Vec<f64> = (0..60).map(|it| f64::from(it) * 0.61 % 12.0).collect();
    let data = survival_of(&values, &names(2), CurveAxis::Percent { up_to: 1.0 });
    let chart = survival(&data, &Words::default(), Shape::Narrow).svg;
    let fonts: Vec<&[u8]> = typst_assets::fonts().take(2).collect();
    let light = colours(&png(&standalone(&chart, Palette::Light), 768, &fonts).unwrap());
    assert!(
        light.contains(&(0x00, 0x72, 0xb2))
            && light.contains(&(0xd5, 0x5e, 0x00))
            && light.contains(&(255, 255, 255))
    );
    let dark = colours(&png(&standalone(&chart, Palette::Dark), 768, &fonts).unwrap());
    assert!(dark.contains(&(0x12, 0x18, 0x1b)) && dark.contains(&(0x56, 0xb4, 0xe9)));
    let print = colours(&png(&standalone(&chart, Palette::Print), 768, &fonts).unwrap());
    assert!(print.iter().all(|(red, green, blue)| red == green && green == blue));
}

#[test]
fn no_picture_where_none_can_be() {
    let chart = standalone(&sparkline("dose", &[]), Palette::Light);
    let fonts: Vec<&[u8]> = typst_assets::fonts().take(1).collect();
    assert_eq!(png(&chart, 100, &[]), Err(PictureError::NoFont));
    assert_eq!(png(&chart, 100, &[b"no font"]), Err(PictureError::NoFont));
    assert!(matches!(png("no chart", 100, &fonts), Err(PictureError::NotSvg(_))));
    assert!(matches!(png(&chart, 0, &fonts), Err(PictureError::Size { .. })));
    assert!(matches!(png(&chart, u32::MAX, &fonts), Err(PictureError::Size { .. })));
    assert!(png(&chart, 100, &fonts).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn everything_stays_inside(
        values in prop::collection::vec(
            prop_oneof![0.0..1e6_f64, Just(f64::NAN), Just(f64::INFINITY), -5.0..5.0_f64, Just(2.0), -1e12..1e12_f64],
            0..80,
        ),
        // No label of these letters reads like a number that is none.
        names in prop::collection::vec("[a-eg-zA-MO-Z0-9 ,]{0,60}", 0..9),
    ) {
        check_all(&values, &names);
    }

    #[test]
    fn what_is_told_is_in_the_data(values in prop::collection::vec((0_u8..60).prop_map(f64::from), 0..300), count in 2_usize..6) {
        let names = names(count);
        let words = Words::default();
        let data = slopes_of(&values, &names, true);
        let table = paired_slopes(&data, &words, Shape::Narrow).table;
        for (visit, row) in table.rows.iter().take(count).enumerate() {
            let n = data.patients.iter().filter(|it| it.get(visit).copied().flatten().is_some()).count();
            prop_assert_eq!(&row[2], &n.to_string());
        }
        let data = boxes_of(&values, &names, false);
        let table = box_plots(&data, &words, Shape::Narrow).table;
        for (group, row) in data.groups.iter().zip(&table.rows) {
            prop_assert_eq!(&row[1], &group.values.len().to_string());
            let told = |it: &str| group.values.iter().any(|value| words.number(*value, 1) == it);
            if !row[5].is_empty() {
                prop_assert!(row[5].split(" – ").all(told), "{}", row[5]);
            }
            let dots = row[6].split("; ").filter(|it| !it.is_empty() && *it != "no value" && *it != "…");
            prop_assert!(dots.map(|it| it.split(" (").next().unwrap()).all(told), "{}", row[6]);
        }
    }
}
