//! The built-in catalogue, and what is refused.
#![allow(clippy::unwrap_used, reason = "helpers of tests may fail loudly too")]

use catalogue::{Catalogue, CatalogueError, Cited, Delivery, Grade, PrintedDate, Reach};
use jiff::civil::{Date, date};
use quantity::{Flow, Volume};
use std::collections::BTreeSet;

fn embedded() -> &'static Catalogue {
    Catalogue::embedded().unwrap()
}

#[test]
fn every_known_device_and_product_is_there() {
    let pumps: Vec<&str> = embedded().pumps().iter().map(|pump| pump.id.as_str()).collect();
    let expected = [
        "synchromed-ii-8637-20",
        "synchromed-ii-8637-40",
        "synchromed-el-10",
        "synchromed-el-18",
        "synchromed-iii",
        "prometra-20",
        "prometra-ii-20",
        "prometra-ii-40",
        "medstream",
        "isomed-8472-20",
        "isomed-8472-35",
        "isomed-8472-60",
        "codman-3000",
        "archimedes",
        "accurx",
    ];
    assert_eq!(pumps, expected);
    assert_eq!(embedded().catheters().len(), 6);
    assert_eq!(embedded().drugs().len(), 8);
    assert_eq!(embedded().version().len(), 64);
}

#[test]
fn sources_are_used_and_exist() {
    let catalogue = embedded();
    let mut used: BTreeSet<&str> =
        catalogue.evidence().iter().flat_map(|evidence| &evidence.sources).map(|id| id.as_str()).collect();
    let disagreements = catalogue.pumps().iter().flat_map(|pump| &pump.disagreements);
    used.extend(disagreements.flat_map(|disagreement| &disagreement.sources).map(|id| id.as_str()));
    let listed: BTreeSet<&str> = catalogue.sources().iter().map(|source| source.id.as_str()).collect();
    assert_eq!(used, listed);
    for evidence in catalogue.evidence() {
        assert!(!evidence.grade.verified() || !evidence.sources.is_empty(), "{}", evidence.place);
    }
}

#[test]
fn unverified_values_are_hidden_from_rules() {
    for grade in Grade::ALL {
        let cited = Cited { value: 1, grade, source: Vec::new(), note: None };
        assert_eq!(cited.checked().is_none(), grade == Grade::U);
    }
    // Every number that is marked U, and nothing else.
    let unverified: BTreeSet<String> = embedded()
        .evidence()
        .iter()
        .filter(|evidence| evidence.grade == Grade::U)
        .map(|evidence| format!("{} {}", evidence.place.entry, evidence.place.field))
        .collect();
    let mut expected = BTreeSet::new();
    for pump in ["synchromed-ii-8637-20", "synchromed-ii-8637-40"] {
        for field in ["flow_min", "flow_max", "minimum_rate", "alarms[1].cadence", "facts[23]"] {
            expected.insert(format!("{pump} {field}"));
        }
    }
    for pump in ["prometra-20", "prometra-ii-20", "prometra-ii-40"] {
        expected.extend([format!("{pump} flow_min"), format!("{pump} flow_max")]);
    }
    expected.extend((0..4).map(|index| format!("isomed-8472-20 factory_flows[{index}]")));
    expected.extend((0..6).map(|index| format!("isomed-8472-35 factory_flows[{index}]")));
    for catheter in ["ascenda-8780", "ascenda-8781", "medtronic-8709sc", "medtronic-8731sc"] {
        expected.insert(format!("{catheter} volume_per_length"));
    }
    assert_eq!(unverified, expected);
}

#[test]
fn numbers_that_rules_rest_on() {
    let pump = embedded().pump("synchromed-ii-8637-40").unwrap();
    assert_eq!(pump.reservoir.as_ref().unwrap().checked(), Some(&Volume::parse("40 mL").unwrap()));
    assert_eq!(pump.accuracy.as_ref().unwrap().value.to_string(), "0.145");
    assert_eq!(pump.tubing_current().unwrap().value, Volume::parse("0.140 mL").unwrap());
    assert_eq!(pump.flow_max.as_ref().unwrap().value, Flow::parse("24 mL/day").unwrap());
    assert_eq!(pump.alarms.len(), 9);
    for alarm in &pump.alarms {
        assert_eq!((alarm.class, alarm.sound), (alarm.kind.class(), alarm.kind.sound()));
    }
    let prometra = embedded().pump("prometra-20").unwrap();
    assert!(matches!(&prometra.delivery, Delivery::Strokes { volume } if volume.value.nanolitres() == 2_500));
    let values: Vec<&str> =
        prometra.disagreements[0].values.iter().map(|cited| cited.value.as_str()).collect();
    assert_eq!(values, ["0.0025 mL", "0.002 mL"]);
    assert_eq!(prometra.patient_bolus.as_ref().unwrap().for_baclofen.checked(), Some(&false));
    // A member's own table replaces its family's.
    let valve = |id: &str| embedded().pump(id).unwrap().mri.clone().unwrap().reset_valve_after;
    assert_eq!(valve("prometra-ii-20").checked(), Some(&true));
    assert_eq!(valve("prometra-20").checked(), None);
    let unknown = embedded().pump("synchromed-iii").unwrap();
    assert_eq!((&unknown.delivery, unknown.programmable), (&Delivery::NotFound, false));
}

#[test]
fn recalls_reach_by_dates() {
    let [film, update, particle] =
        ["2011-battery-film", "2017-05-battery-film-update", "2019-foreign-particle"];
    type Case<'a> = (&'a str, Option<Date>, Option<Date>, &'a [&'a str]);
    let cases: [Case<'_>; 7] = [
        // Unknown dates exclude nothing.
        ("synchromed-ii-8637-20", None, None, &[film, update, particle]),
        ("synchromed-ii-8637-20", Some(date(2011, 1, 1)), None, &[film, update]),
        ("synchromed-ii-8637-40", Some(date(2010, 12, 31)), None, &[film]),
        ("synchromed-ii-8637-40", Some(date(2011, 6, 30)), None, &[film, update]),
        ("synchromed-ii-8637-40", Some(date(2011, 7, 1)), None, &[]),
        // Implanted before the first of the batch was built.
        ("synchromed-ii-8637-40", None, Some(date(2010, 12, 31)), &[film]),
        // No recall was found for it.
        ("synchromed-iii", None, None, &[]),
    ];
    for (pump, built, implanted, expected) in cases {
        let found = embedded().recalls_for(pump, built, implanted);
        let dated: Vec<&str> =
            found.iter().filter(|recall| recall.built.is_some()).map(|recall| recall.id.as_str()).collect();
        assert_eq!(dated, expected, "{pump} {built:?} {implanted:?}");
    }
    let recall = embedded().recalls().iter().find(|recall| recall.id == particle).unwrap();
    assert_eq!(recall.reach(Some(date(2018, 5, 4)), None), Reach::Inside);
    assert_eq!(recall.reach(None, Some(date(2019, 1, 1))), Reach::NotExcluded);
    assert_eq!(recall.reach(None, Some(date(2018, 5, 10))), Reach::Outside);
    let catheter = embedded().recalls_for_catheter("medtronic-8709sc", Some(date(2012, 8, 25)), None);
    assert!(catheter.is_empty(), "{catheter:?}");
}

#[test]
fn recalls_are_in_order() {
    let days: Vec<_> = embedded().recalls().iter().map(|recall| recall.date.map(PrintedDate::year)).collect();
    assert!(days.is_sorted_by_key(|year| year.unwrap_or(i16::MAX)), "{days:?}");
    for (text, shown, last) in [
        ("2016", "2016", date(2016, 12, 31)),
        ("2016-02", "2016-02", date(2016, 2, 29)),
        ("2016-10-07", "2016-10-07", date(2016, 10, 7)),
    ] {
        let printed = PrintedDate::parse(text).unwrap();
        assert_eq!((printed.to_string().as_str(), printed.last_day()), (shown, last));
    }
    for text in ["", "16", "2016-1", "2016-13", "2016-10-07-1", "2016-", "-2016", "2016-02-30"] {
        assert_eq!(PrintedDate::parse(text), None, "{text:?}");
    }
}

/// A catalogue that loads, to be broken by the test below.
const SOUND: [&str; 5] = [
    r#"[[family]]
family = "f"
mechanism = "other"
delivery = "strokes"
stroke_volume = { value = "0.002 mL", grade = "A", source = ["S"] }
programmable = true
accuracy = { value = "0.1", grade = "A", source = ["S"] }
flow_min = { value = "1 mL/d", grade = "U", source = [] }
flow_max = { value = "2 mL/d", grade = "U", source = [] }
[[family.pump]]
id = "p"
name = "P"
facts = [{ id = "x", text = "t", grade = "A", source = ["S"] }]
"#,
    r#"[[catheter]]
id = "c"
name = "C"
maker = "M"
pieces = { value = "2 pieces", grade = "A", source = ["S"] }
"#,
    r#"[[family]]
family = "d"
ingredient = "baclofen"
usage = { value = "pump", grade = "A", source = ["S"] }
[[family.drug]]
id = "d"
name = "D"
concentration = { value = "500 ug/mL", grade = "A", source = ["S"] }
"#,
    r#"[[recall]]
id = "r"
title = "T"
what = "W"
what_to_do = "D"
pumps = ["p*"]
built = { from = "2011-01", to = "2011-06" }
grade = "A"
source = ["S"]
"#,
    r#"[[source]]
id = "S"
citation = "C"
"#,
];

fn parse(texts: &[String; 5]) -> Result<Catalogue, CatalogueError> {
    let [pumps, catheters, drugs, recalls, sources] = texts;
    Catalogue::parse(pumps, catheters, drugs, recalls, sources)
}

#[test]
fn each_refusal_names_its_place() {
    let sound = SOUND.map(str::to_owned);
    let version = parse(&sound).unwrap().version().to_owned();
    // File, what is replaced, by what, and what the message must begin with and hold.
    let cases = [
        (0, "[[family]]", "[[family", "pumps.toml is not TOML: ", "line 1"),
        (0, "\"other\"", "\"magic\"", "pumps.toml, p, mechanism: \"magic\" is not accepted", "peristaltic"),
        (0, "name = \"P\"", "", "pumps.toml, p, name: missing", "text"),
        (0, "name = \"P\"", "name = \"P\"\nnick = 1", "pumps.toml, p, nick: unknown key", "models"),
        (0, "id = \"p\"", "", "pumps.toml, f, pump 1, id: missing", "text"),
        (0, "stroke_volume", "stroke", "pumps.toml, p, stroke_volume: missing", "value, grade, source"),
        (0, "\"0.002 mL\"", "\"0 mL\"", "pumps.toml, p, stroke_volume.value: ", "above zero"),
        (0, "\"0.002 mL\"", "0.002", "pumps.toml, p, stroke_volume.value: 0.002", "0.348 mL"),
        (0, "\"0.1\"", "\"10\"", "pumps.toml, p, accuracy.value: ", "below 1"),
        (0, "\"1 mL/d\"", "\"3 mL/d\"", "pumps.toml, p, flow_min: contradiction", "flow_max"),
        (0, "\"1 mL/d\"", "\"1 mL\"", "pumps.toml, p, flow_min.value: \"1 mL\"", "mL/d"),
        (
            0,
            "text = \"t\", grade = \"A\",",
            "text = \"t\",",
            "pumps.toml, p, facts[0]: no grade",
            "A, B, D or U",
        ),
        (0, "grade = \"U\"", "grade = \"C\"", "pumps.toml, p, flow_min.grade: \"C\"", "A, B, D, U"),
        (
            0,
            "grade = \"U\"",
            "grade = \"B\"",
            "pumps.toml, p, flow_min: grade B without a source",
            "only grade U",
        ),
        (
            1,
            "{ value = \"2 pieces\", grade = \"A\", source = [\"S\"] }",
            "2",
            "catheters.toml, c, pieces: no grade",
            "",
        ),
        (1, "2 pieces", "2.5 pieces", "catheters.toml, c, pieces.value: ", "whole number and pieces"),
        (1, "[\"S\"]", "[\"Z\"]", "catheters.toml, c, pieces.source: no source \"Z\"", "sources.toml"),
        (2, "concentration", "strength", "drugs.toml, d, concentration: missing", "value, grade, source"),
        (2, "500 ug/mL", "500", "drugs.toml, d, concentration.value: ", "ug/mL"),
        (3, "[\"p*\"]", "[\"q*\"]", "recalls.toml, r, pumps: \"q*\" matches no entry", "an id"),
        (3, "2011-01", "2011-1", "recalls.toml, r, built.from: ", "2016-10"),
        (3, "2011-06", "2010-06", "recalls.toml, r, built: contradiction", "2010-06-30"),
        (3, "[[recall]]", "[[recal]]", "recalls.toml, top of the file, recal: unknown key", "recall"),
        (4, "citation", "cite", "sources.toml, S, citation: missing", "text"),
        (
            4,
            "[[source]]",
            "[[source]]\nid = \"S\"\ncitation = \"C\"\n[[source]]",
            "sources.toml, S, id: \"S\" is there already",
            "",
        ),
    ];
    for (file, from, to, beginning, holds) in cases {
        let mut texts = sound.clone();
        assert!(texts[file].contains(from), "{from}");
        texts[file] = texts[file].replacen(from, to, 1);
        let message = parse(&texts).unwrap_err().to_string();
        assert!(message.starts_with(beginning) && message.contains(holds), "{from} → {to}: {message}");
    }
    let mut changed = sound;
    changed[4].push('\n');
    assert_ne!(parse(&changed).unwrap().version(), version);
}

#[test]
fn a_directory_loads_like_the_built_in_files() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    assert_eq!(&Catalogue::from_directory(&data).unwrap(), embedded());
    let error = Catalogue::from_directory(&data.join("nowhere")).unwrap_err();
    assert!(error.to_string().contains("nowhere/pumps.toml cannot be read"), "{error}");
}
