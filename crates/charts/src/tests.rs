//! What every chart must hold, for any data.

mod outcomes;

use super::svg::text_width;
use super::*;
use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

fn sample(at: DateTime, value: f64) -> Sample {
    Sample {
        at,
        value,
        words: if value.is_finite() { format!("{value:.1} mL") } else { "not readable".to_owned() },
    }
}

fn start() -> DateTime {
    date(2026, 3, 3).at(9, 30, 0, 0)
}

/// Samples every `step` hours.
fn samples(values: &[f64], step: i64) -> Vec<Sample> {
    values
        .iter()
        .zip(0_i64..)
        .map(|(value, number)| sample(start() + (number * step).hours(), *value))
        .collect()
}

fn mark(hours: i64, kind: MarkKind, label: &str) -> Mark {
    Mark { at: start() + hours.hours(), kind, label: label.to_owned() }
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = element.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}

/// Everything that must hold of any chart. Gives the texts with the box that each takes.
fn check(svg: &str) -> Vec<(f64, f64, f64, String)> {
    let view = attribute(svg, "viewBox").unwrap();
    let sizes: Vec<f64> = view.split(' ').map(|it| it.parse().unwrap()).collect();
    let (width, height) = (sizes[2], sizes[3]);
    let inside = |name: &str, text: &str, most: f64| {
        let value: f64 = text.parse().unwrap();
        assert!(
            value.is_finite() && (-0.05..=most + 0.05).contains(&value),
            "{name}={text} leaves {width}x{height}"
        );
        value
    };
    assert!(
        svg.starts_with("<svg ")
            && svg.ends_with("</svg>")
            && svg.contains("role=\"img\"")
            && svg.contains("<title>")
    );
    assert!(!svg.contains("style=") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    let mut texts = Vec::new();
    for element in svg.split('<').skip(1) {
        let element = element.split_once('>').map_or(element, |(tag, _)| tag);
        for name in ["x", "x1", "x2", "cx"] {
            attribute(element, name).map(|text| inside(name, text, width));
        }
        for name in ["y", "y1", "y2", "cy"] {
            attribute(element, name).map(|text| inside(name, text, height));
        }
        if element.starts_with("circle") {
            let of = |name| attribute(element, name).unwrap().parse::<f64>().unwrap();
            assert!(of("cx") >= of("r") && of("cx") + of("r") <= width && of("cy") + of("r") <= height);
        }
        if element.starts_with("rect") {
            let of = |name| attribute(element, name).unwrap().parse::<f64>().unwrap();
            assert!(of("width") >= 0.0 && of("height") >= 0.0);
            assert!(of("x") + of("width") <= width + 0.1 && of("y") + of("height") <= height + 0.1);
        }
        if let Some(path) = attribute(element, "d") {
            let corners = path.trim_end_matches('Z').split(['M', 'L']).skip(1);
            let corners: Vec<(f64, f64)> = corners
                .map(|pair| pair.split_once(' ').unwrap())
                .map(|(x, y)| (inside("x", x, width), inside("y", y, height)))
                .collect();
            assert!(corners.len() <= 1_000, "{} corners", corners.len());
            if attribute(element, "class").unwrap().contains("-line") {
                assert!(corners.windows(2).all(|pair| pair[0].0 <= pair[1].0), "time runs forward: {path}");
            }
        }
    }
    for element in svg.split("<text ").skip(1) {
        let (tag, words) = element.split_once('>').unwrap();
        let words = words
            .split_once('<')
            .unwrap()
            .0
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        let x: f64 = attribute(&format!(" {tag}"), "x").unwrap().parse().unwrap();
        let y: f64 = attribute(tag, "y").unwrap().parse().unwrap();
        let left = match attribute(tag, "text-anchor").unwrap() {
            "start" => x,
            "middle" => x - text_width(&words) / 2.0,
            _ => x - text_width(&words),
        };
        assert!(left > -1.0 && left + text_width(&words) < width + 1.0, "{words:?} leaves the chart");
        assert!(y >= 9.0 && y <= height - 2.0, "{words:?} is cut off");
        texts.push((left, left + text_width(&words), y, words));
    }
    for (number, (left, right, y, words)) in texts.iter().enumerate() {
        for (other_left, other_right, other_y, other) in &texts[..number] {
            let apart = right <= other_left || other_right <= left || (y - other_y).abs() >= 11.0;
            assert!(apart, "{words:?} lies over {other:?}");
        }
    }
    texts
}

fn levels() -> Vec<String> {
    ["0", "1", "1+", "2", "3", "4"].map(str::to_owned).to_vec()
}

/// Every chart of these values, in both shapes.
fn all(values: &[f64], step: i64, marks: &[Mark]) -> Vec<Drawn> {
    let (past, future) = values.split_at(values.len() / 2);
    let past = samples(past, step);
    let later = i64::try_from(past.len()).unwrap() * step;
    let future: Vec<Sample> =
        samples(future, step).into_iter().map(|it| Sample { at: it.at + later.hours(), ..it }).collect();
    let line = |name: &str| ScoreLine { name: name.to_owned(), samples: past.clone() };
    let panel = ScorePanel {
        heading: "modified Ashworth".to_owned(),
        levels: levels(),
        lines: vec![line("left knee"), line("right knee and everything else that has a long name")],
    };
    let side = |name: &str| ProfileSide {
        name: name.to_owned(),
        total: "250 micrograms per 24 h".to_owned(),
        hourly: values.iter().copied().take(24).collect(),
        hourly_words: Vec::new(),
        rate: values
            .iter()
            .copied()
            .take(13)
            .zip(0_u8..)
            .map(|(rate, hour)| (f64::from(hour), rate))
            .collect(),
    };
    let (title, marks) = ("<Reservoir> & \"more\"".to_owned(), marks.to_vec());
    [Shape::Wide, Shape::Narrow]
        .into_iter()
        .flat_map(|shape| {
            let alarm_volume = Some(Threshold { value: 2.0, label: "limit".to_owned() });
            let measured = past.iter().take(3).cloned().collect();
            [
                reservoir(
                    &Reservoir {
                        title: title.clone(),
                        past: past.clone(),
                        future: future.clone(),
                        measured,
                        alarm_volume,
                        marks: marks.clone(),
                    },
                    shape,
                ),
                dose_history(
                    &DoseHistory {
                        title: title.clone(),
                        dose: past.clone(),
                        until: None,
                        scores: vec![panel.clone()],
                        marks: marks.clone(),
                    },
                    shape,
                ),
                site_scores(
                    &SiteScores { title: title.clone(), panel: panel.clone(), marks: marks.clone() },
                    shape,
                ),
                profile(
                    &Profile { title: title.clone(), before: Some(side("now")), after: side("as ordered") },
                    shape,
                ),
            ]
        })
        .collect()
}

fn marks() -> Vec<Mark> {
    vec![
        mark(10, MarkKind::Now, "today"),
        mark(900, MarkKind::Alarm, "alarm 9 April 2026"),
        mark(910, MarkKind::Empty, "empties about 10 April 2026 if nothing is changed before"),
        mark(880, MarkKind::RefillBy, "refill by 8 April 2026"),
        mark(905, MarkKind::Visit, "visit 9 April 2026"),
    ]
}

#[test]
fn nothing_one_and_many() {
    for count in [0, 1, 2, 3, 5_000] {
        for values in [vec![7.0; count], vec![0.0; count], (0..count).map(|it| it as f64 % 40.0).collect()] {
            // From minutes to 60 years.
            for step in [1, 26, 4_000] {
                for marks in [vec![], marks()] {
                    let step = if count > 3 { step.min(100) } else { step * 1_000 };
                    for drawn in all(&values, step, &marks) {
                        check(&drawn.svg);
                        let columns = drawn.table.head.len();
                        assert!(drawn.table.rows.iter().all(|row| row.len() == columns));
                    }
                }
            }
        }
    }
    assert!(all(&[], 1, &[])[0].svg.contains("Nothing recorded yet"));
    check(&sparkline("dose", &samples(&[], 1)));
    check(&sparkline("dose", &samples(&[f64::NAN, 3.0, 3.0], 1)));
}

#[test]
fn no_line_runs_through_a_label_where_there_is_room() {
    let mut marks = marks();
    marks[2].label = "empties about 10 April 2026".to_owned();
    let svg = &all(&[20.0, 10.0], 2_000, &marks)[0].svg;
    let texts = check(svg);
    let labels: Vec<_> = texts.iter().filter(|it| marks.iter().any(|mark| mark.label == it.3)).collect();
    assert_eq!(labels.len(), 5);
    for line in svg.split("<line class=\"chart-mark ").skip(1) {
        let of = |name| attribute(&format!(" {line}"), name).unwrap().parse::<f64>().unwrap();
        for (left, right, y, label) in &labels {
            let through = of("x1") > *left && of("x1") < *right && of("y1") < *y;
            assert!(!through, "a line at {} from {} runs through {label}", of("x1"), of("y1"));
        }
    }
}

#[test]
fn many_visits_keep_their_lines() {
    let visits: Vec<Mark> =
        (0..60).map(|number| mark(number * 700, MarkKind::Visit, "visit of some kind")).collect();
    let drawn = &all(&[20.0, 10.0], 2_000, &visits)[0];
    check(&drawn.svg);
    assert_eq!(drawn.svg.matches("<line class=\"chart-mark ").count(), 60);
    assert_eq!(drawn.table.rows.iter().filter(|row| row[1] == "mark").count(), 60);
}

#[test]
fn thinning_hides_no_extreme() {
    let mut values = vec![5.0; 5_000];
    values[1_234] = 40.0;
    values[4_321] = 0.5;
    let all = samples(&values, 1);
    let kept = series::thinned(&all, 480);
    assert!(kept.len() <= 480, "{}", kept.len());
    assert!(kept.iter().any(|it| it.value > 39.0) && kept.iter().any(|it| it.value < 1.0));
    assert_eq!((kept[0].at, kept[kept.len() - 1].at), (all[0].at, all[4_999].at));
}

#[test]
fn ticks_are_round() {
    let numbers = |high, most| {
        axis::nice_numbers(high, most).into_iter().map(|it| it.label).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(numbers(40.0, 5), "0 10 20 30 40");
    assert_eq!(numbers(312.0, 5), "0 100 200 300 400");
    assert_eq!(numbers(0.13, 5), "0.00 0.05 0.10 0.15");
    assert_eq!(numbers(f64::NAN, 5), "0.0 0.2 0.4 0.6 0.8 1.0");
    let times = |days: i64, width| {
        let ticks = axis::nice_times(start(), start() + days.days(), width).into_iter();
        ticks.map(|it| format!("{} {}", it.label, it.under).trim().to_owned()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(times(1, 300.0), "12:00 3 Mar 2026, 18:00, 00:00 4 Mar 2026, 06:00");
    assert_eq!(times(40, 300.0), "16 Mar 2026, 30 Mar");
    assert_eq!(times(400, 300.0), "May 2026, Jul, Sep, Nov, Jan 2027, Mar");
    assert_eq!(times(15 * 365, 300.0), "2028, 2030, 2032, 2034, 2036, 2038, 2040");
}

#[test]
fn what_people_typed_stays_text() {
    let evil = "</title><script>alert(1)</script>\" onload=\"x' &amp;\u{1}";
    let mut data = SiteScores {
        title: evil.to_owned(),
        panel: ScorePanel { heading: evil.to_owned(), levels: vec![evil.to_owned()], lines: Vec::new() },
        marks: vec![mark(1, MarkKind::Visit, evil)],
    };
    let mut typed = samples(&[0.0], 1);
    typed[0].words = evil.to_owned();
    data.panel.lines = vec![ScoreLine { name: evil.to_owned(), samples: typed }; 2];
    let svg = site_scores(&data, Shape::Wide).svg;
    assert!(!svg.contains("<script") && !svg.contains("\" onload") && !svg.contains('\u{1}'), "{svg}");
    assert!(svg.contains("&amp;amp;"));
}

#[test]
fn a_small_reservoir_is_drawn_so() {
    let data = Reservoir {
        title: "Reservoir".to_owned(),
        past: samples(&[20.0, 12.0], 240),
        future: vec![sample(start() + 480.hours(), 2.0)],
        measured: Vec::new(),
        alarm_volume: None,
        marks: vec![mark(240, MarkKind::Now, "today")],
    };
    let drawn = reservoir(&data, Shape::Narrow);
    let lines: Vec<&str> =
        drawn.svg.split("<path ").skip(1).filter_map(|it| it.split_once("/>")).map(|it| it.0).collect();
    assert_eq!(
        lines,
        [
            "class=\"chart-line chart-series-1\" fill=\"none\" stroke=\"currentColor\" d=\"M23.8 42.0L185.9 102.0\"",
            "class=\"chart-line chart-series-1 chart-future\" fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"5 4\" \
             d=\"M185.9 102.0L348.0 177.0\"",
        ]
    );
    let rows: Vec<String> = drawn.table.rows.iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "3 March 2026, 09:30 | reservoir volume, mL | 20.0 mL",
            "13 March 2026, 09:30 | reservoir volume, mL | 12.0 mL",
            "13 March 2026, 09:30 | mark | today",
            "23 March 2026, 09:30 | reservoir volume, mL, forecast | 2.0 mL",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn everything_stays_inside(
        values in prop::collection::vec(prop_oneof![0.0..1e6_f64, Just(f64::NAN), Just(f64::INFINITY), -5.0..5.0_f64], 0..60),
        step in 0_i64..3_000,
        // No label of these letters reads like a number that is none.
        places in prop::collection::vec((-2_000_i64..100_000, "[a-eg-zA-MO-Z0-9 ,]{0,60}"), 0..8),
    ) {
        let marks: Vec<Mark> = places.iter().map(|(hours, label)| mark(*hours, MarkKind::Alarm, label)).collect();
        for drawn in all(&values, step, &marks) {
            check(&drawn.svg);
        }
    }
}
