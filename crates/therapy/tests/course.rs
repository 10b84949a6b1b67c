//! What the record means: order states, late entries, signing, restarts, undoing, bridges, screening.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests may fail loudly")]

mod bedside;

use bedside::*;
use therapy::judge::{Missing, Unsigned, propose, save, sign};
use therapy::{Level, OrderState, fold};

/// The levels at which a rule was found on the last line.
fn at_last(lines: &[String], rule: &str) -> Vec<Level> {
    let file = course(SYNCHROMED, lines);
    let audit = look(&file);
    let last = audit.lines.last().unwrap();
    last.findings.iter().filter(|found| found.rule.about().id == rule).map(|found| found.level).collect()
}

/// The highest level on the last line.
fn level(lines: &[String]) -> Option<Level> {
    let file = course(SYNCHROMED, lines);
    look(&file).lines.last().unwrap().findings.iter().map(|found| found.level).max()
}

fn state(lines: &[String], id: &str) -> OrderState {
    let file = course(SYNCHROMED, lines);
    let audit = look(&file);
    audit.course.orders.iter().find(|record| record.event.id == id).unwrap().state
}

/// R-ORD-1: every order is ordered, running, replaced, not entered or unknown; an open one stops the next.
#[test]
fn orders_have_states() {
    let begin = [found(), order("a", 6, "09:00", "220 ug/d", "")];
    let with = |more: &[String]| [&begin, more].concat();
    let next = order("b", 7, "10:00", "220 ug/d", "");
    let read = |keys: &str| confirmed("a", 6, "09:05", keys);
    let cases = [
        (vec![], OrderState::Ordered, true),
        (vec![seen("a", 6, "09:05", "220 ug/d")], OrderState::Running, false),
        (vec![at(6, "10:00", r#"not-entered = { order = "a" }"#)], OrderState::NotEntered, false),
        (
            vec![at(6, "10:00", r#"sent = { order = "a", digest = "00", counter = 1 }"#)],
            OrderState::Unknown,
            true,
        ),
        (
            vec![
                at(6, "09:01", r#"sent = { order = "a", digest = "00", counter = 1 }"#),
                seen("a", 6, "09:05", "220 ug/d"),
            ],
            OrderState::Running,
            false,
        ),
        (
            vec![read(r#"mode = "continuous", total = "220 ug/d", running = false"#)],
            OrderState::Unknown,
            true,
        ),
        (vec![read(r#"mode = "continuous", total = "22 ug/d", running = true"#)], OrderState::Unknown, true),
        (vec![read(r#"mode = "flex", total = "220 ug/d", running = true"#)], OrderState::Unknown, true),
    ];
    for (more, expected, blocks) in cases {
        let lines = with(&more);
        assert_eq!(state(&lines, "a"), expected, "{more:?}");
        let hard = at_last(&[lines.as_slice(), std::slice::from_ref(&next)].concat(), "ORDER-UNKNOWN");
        assert_eq!(!hard.is_empty(), blocks, "{more:?}");
    }
    let replaced = with(&[
        seen("a", 6, "09:05", "220 ug/d"),
        order("b", 8, "09:00", "240 ug/d", ""),
        seen("b", 8, "09:05", "240 ug/d"),
    ]);
    assert_eq!((state(&replaced, "a"), state(&replaced, "b")), (OrderState::Replaced, OrderState::Running));
}

/// R-FLD-1: an intention changes nothing; a late entry takes its place in time; folding twice gives the same.
#[test]
fn folding_follows_the_clock() {
    let begin = vec![found(), order("a", 6, "09:00", "220 ug/d", "")];
    let dose = |lines: &[String]| {
        let file = course(SYNCHROMED, lines);
        let folded = fold(&file, &file.events, setting().catalogue).unwrap();
        therapy::decimal(&(folded.running().unwrap().dose_per_day() / twin::RBig::from(1_000)), 3)
    };
    assert_eq!(dose(&begin), "200");
    assert_eq!(dose(&[begin.clone(), vec![seen("a", 6, "09:05", "220 ug/d")]].concat()), "220");

    // The gap of the 6th is written down on the 8th: six hours without delivery, wherever the line stands.
    let gap = r#"gap = { from = "2026-01-06T10:00:00+01:00", until = "2026-01-06T16:00:00+01:00", cause = "stall" }"#;
    let received = |lines: &[String]| {
        let file = course(SYNCHROMED, lines);
        let folded = fold(&file, &file.events, setting().catalogue).unwrap();
        let time = |text: &str| folded.time(therapy::input::Moment::parse(text).unwrap());
        let window = (time("2026-01-06T09:00:00+01:00"), time("2026-01-07T09:00:00+01:00"));
        let twin = folded.twin.as_ref().unwrap();
        let told = twin.programmed(window.0, window.1);
        (twin.received(window.0, window.1).drug, told)
    };
    let late = vec![found(), at(8, "09:00", gap)];
    let early = vec![at(8, "09:00", gap), found()];
    assert_eq!(received(&late), (twin::RBig::from(150_000), twin::RBig::from(200_000)));
    assert_eq!(
        course(SYNCHROMED, &late).events[1].at,
        course(SYNCHROMED, &[found(), at(8, "09:00", gap)]).events[1].at
    );
    // A line written before the pump was found cannot stand first in the file: what the line holds is not known there.
    assert!(std::panic::catch_unwind(|| course(SYNCHROMED, &early)).is_err());

    let file = course(SYNCHROMED, &late);
    let digests = || look(&file).lines.iter().map(|line| line.digest.clone()).collect::<Vec<_>>();
    assert_eq!(digests(), digests());
}

/// R-SGN-1: what was shown is what is signed; a soft finding needs a reason, and a second person where the protocol says
/// so; a hard one is refused; a report is always saved.
#[test]
fn signing_needs_what_the_findings_ask_for() {
    let setting = setting();
    let shown = |line: String| {
        let file = course(SYNCHROMED, &[found(), line]);
        let (event, before) = file.events.split_last().unwrap();
        let folded = fold(&file, before, setting.catalogue).unwrap();
        propose(&folded, &event.act, &setting, folded.time(event.at))
    };
    let try_sign = |dose: &str, second: Option<&str>, reason: Option<&str>| {
        let proposal = shown(order("o", 6, "09:00", dose, ""));
        sign(&proposal, &proposal, "physician", second, reason, setting.protocol).map(|signed| signed.digest)
    };
    let missing = |result: Result<String, Unsigned>| match result {
        Err(Unsigned::Findings(open)) => open.into_iter().map(|(_, missing)| missing).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert!(try_sign("220 ug/d", None, None).is_ok());
    assert_eq!(missing(try_sign("300 ug/d", None, None)), [Missing::Reason]);
    assert_eq!(missing(try_sign("300 ug/d", None, Some("pain"))), [Missing::SecondPerson]);
    assert_eq!(try_sign("300 ug/d", Some("physician"), Some("pain")), Err(Unsigned::SamePerson));
    assert!(try_sign("300 ug/d", Some("colleague"), Some("pain")).is_ok());
    assert!(missing(try_sign("2200 ug/d", Some("colleague"), Some("pain"))).contains(&Missing::Refused));
    let (old, new) =
        (shown(order("o", 6, "09:00", "220 ug/d", "")), shown(order("o", 6, "09:00", "221 ug/d", "")));
    assert!(matches!(
        sign(&old, &new, "physician", None, None, setting.protocol),
        Err(Unsigned::Changed { .. })
    ));
    let report = shown(at(6, "09:00", r#"alarm = { sound = "two-tone" }"#));
    assert_eq!(save(&report, "nurse").open.len(), 1);
}

/// R-RST-1: the longer nothing flowed, the lower the dose to begin with; the starting dose always passes.
#[test]
fn restarts_follow_the_gap() {
    let gap = |from: &str, until: &str| {
        let keys: Vec<String> = [("from", from), ("until", until)]
            .into_iter()
            .filter(|(_, time)| !time.is_empty())
            .map(|(key, time)| format!(r#"{key} = "2026-01-{time}:00+01:00", "#))
            .collect();
        at(8, "08:00", &format!(r#"gap = {{ {}cause = "stall" }}"#, keys.concat()))
    };
    for (from, until, rule, expected) in [
        ("08T04:00", "08T08:00", "RESTART-SHORT", Level::Note),
        ("08T03:59", "08T08:00", "RESTART-LONG", Level::Soft),
        ("07T08:00", "08T08:00", "RESTART-LONG", Level::Soft),
        ("07T07:59", "08T08:00", "RESTART-UNKNOWN", Level::Hard),
        ("", "08T08:00", "RESTART-UNKNOWN", Level::Hard),
        ("08T07:00", "", "RESTART-UNKNOWN", Level::Hard),
        ("", "", "RESTART-UNKNOWN", Level::Hard),
    ] {
        let lines = |dose: &str| [tested(), found(), gap(from, until), order("o", 8, "09:00", dose, "")];
        assert_eq!(at_last(&lines("200 ug/d"), rule), [expected], "{from} to {until}");
        // 100 micrograms a day is the starting dose of the test.
        assert!(
            level(&lines("100 ug/d")).is_none_or(|level| level == Level::Note) || rule == "RESTART-SHORT"
        );
    }
    // A short gap does not hide a longer one.
    let two = [
        tested(),
        found(),
        gap("07T01:00", "08T02:00"),
        gap("08T03:00", "08T03:20"),
        order("o", 8, "09:00", "200 ug/d", ""),
    ];
    assert_eq!(at_last(&two, "RESTART-UNKNOWN"), [Level::Hard]);
}

/// R-UND-1: a mistaken change can always be taken back, whatever its size and however soon; not beyond what was tolerated.
#[test]
fn a_mistake_can_be_undone() {
    for mistake in ["20 ug/d", "50 ug/d", "160 ug/d", "280 ug/d", "450 ug/d", "1100 ug/d"] {
        let lines = |back: &str| {
            let reason = format!(
                r#"id = "a", reason = "r", second = "p", order.program = {{ concentration = "500 ug/mL", run = {{ mode = "continuous", dose = "{mistake}" }} }}"#
            );
            [
                found(),
                at(7, "09:00", &reason),
                seen("a", 7, "09:05", mistake),
                order("o", 7, "11:00", back, ""),
            ]
        };
        assert!(level(&lines("200 ug/d")).is_none_or(|level| level == Level::Note), "back from {mistake}");
    }
    let beyond = [
        found(),
        order("a", 7, "09:00", "100 ug/d", ""),
        seen("a", 7, "09:05", "100 ug/d"),
        order("o", 7, "11:00", "201 ug/d", ""),
    ];
    assert_eq!(at_last(&beyond, "STEP-EXTREME"), [Level::Hard]);
}

/// R-BRG-1: a change of strength is resolved by the right bridge, by aspiration and prime, or by a physician's way signed by
/// two; by nothing else.
#[test]
fn a_change_of_strength_is_resolved() {
    let order = |more: &str, run: &str| {
        at(
            6,
            "09:00",
            &format!(
                r#"id = "o", reason = "r", second = "p", order = {{ refill = {{ drug = "lioresal-2000-20", concentration = "2000 ug/mL", volume = "20 mL" }}, program = {{ concentration = "2000 ug/mL", {more}run = {run} }} }}"#
            ),
        )
    };
    let plain = r#"{ mode = "continuous", dose = "200 ug/d" }"#;
    let before = |kind: &str, volume: &str, over: &str| {
        format!(r#"{{ mode = "{kind}", volume = "{volume}", over = "{over}", then = {plain} }}"#)
    };
    let open = |lines: &[String]| {
        let file = course(SYNCHROMED, lines);
        look(&file).level()
    };
    let aspirated = at(6, "08:30", r#"aspirated = { volume = "2 mL" }"#);
    // 0.34 mL at 0.4 mL per day take 20.4 h.
    for (line, expected) in [
        (order("", plain), Some(Level::Hard)),
        (order("", &before("bridge-bolus", "0.34 mL", "20.4 h")), None),
        (order("", &before("bridge-bolus", "0.34 mL", "24.42 h")), Some(Level::Hard)),
        (order("", &before("bridge-bolus", "0.399 mL", "23.94 h")), Some(Level::Hard)),
        (order("", &before("single-bolus", "0.34 mL", "20.4 h")), Some(Level::Hard)),
        (order(r#"alternative = "old drug is drawn out in theatre", "#, plain), None),
    ] {
        assert_eq!(open(&[found(), line.clone()]), expected, "{line}");
    }
    let primed = before("priming-bolus", "0.2 mL", "20 min");
    assert_eq!(open(&[found(), aspirated, order("", &primed)]), None);
    assert_eq!(open(&[found(), order("", &primed)]), Some(Level::Hard));
}

/// R-SCR-1: the ladder of test doses, its waiting time and its checks, from the order to the starting dose.
#[test]
fn screening_follows_the_ladder() {
    let checks = "checks = { no-relapse = true, no-urinary-infection = true, no-pressure-wound = true, no-acute-illness = true, resuscitation-ready = true }";
    let give = |day: u32, time: &str, dose: &str| {
        at(day, time, &format!(r#"order.screening-dose = {{ dose = "{dose}", {checks} }}"#))
    };
    let given = |day: u32, dose: &str, more: &str| {
        at(day, "09:00", &format!(r#"screened = {{ dose = "{dose}", {more} }}"#))
    };
    for (before, next, expected) in [
        (vec![], give(5, "09:00", "50 ug"), None),
        (vec![], give(5, "09:00", "25 ug"), None),
        (vec![given(5, "50 ug", "responded = false")], give(6, "09:00", "75 ug"), None),
        (vec![given(5, "50 ug", "responded = false")], give(6, "08:59", "75 ug"), Some(Level::Hard)),
        (vec![given(5, "50 ug", "responded = false")], give(6, "09:00", "50 ug"), None),
        (vec![given(5, "50 ug", "responded = false")], give(6, "09:00", "100 ug"), Some(Level::Soft)),
        (
            vec![given(5, "50 ug", "responded = false, adverse = true")],
            give(7, "09:00", "25 ug"),
            Some(Level::Hard),
        ),
        (vec![given(5, "100 ug", "responded = false")], give(7, "09:00", "100 ug"), Some(Level::Hard)),
    ] {
        let lines = [before.clone(), vec![next.clone()]].concat();
        assert_eq!(level(&lines), expected, "{before:?} {next}");
    }
}

/// R-ENT-1: an order is judged again when it is entered: what was filled, what was found and what lies in the line may have
/// changed since it was written. What a pump was filled with must be what it is told.
#[test]
fn orders_are_judged_again_when_entered() {
    let refill = |strength: &str, drug: &str| {
        format!(r#"refill = {{ drug = "{drug}", concentration = "{strength}", volume = "20 mL" }}"#)
    };
    let stronger = format!(
        r#"id = "o", order = {{ {}, program = {{ concentration = "2000 ug/mL", reservoir = "20 mL", run = {{ mode = "bridge-bolus", volume = "0.34 mL", over = "20.4 h", then = {{ mode = "continuous", dose = "200 ug/d" }} }} }} }}"#,
        refill("2000 ug/mL", "lioresal-2000-20")
    );
    let same = format!(
        r#"id = "o", order = {{ {}, program = {{ concentration = "500 ug/mL", run = {{ mode = "continuous", dose = "200 ug/d" }} }} }}"#,
        refill("500 ug/mL", "lioresal-500-20")
    );
    let filled = |strength: &str, drug: &str, volume: &str, withdrawn: &str| {
        at(
            6,
            "09:10",
            &format!(
                r#"filled = {{ drug = "{drug}", concentration = "{strength}", volume = "{volume}", withdrawn = "{withdrawn}" }}"#
            ),
        )
    };
    let strong = |volume: &str, withdrawn: &str| filled("2000 ug/mL", "lioresal-2000-20", volume, withdrawn);
    let plain = |withdrawn: &str| filled("500 ug/mL", "lioresal-500-20", "20 mL", withdrawn);
    let read = |time: &str, strength: &str| {
        at(
            6,
            time,
            &format!(
                r#"confirmed = {{ order = "o", method = "telemetry", concentration = "{strength}", mode = "continuous", total = "200 ug/d", running = true }}"#
            ),
        )
    };
    let (now, late) = (read("09:20", "2000 ug/mL"), read("18:00", "2000 ug/mL"));
    let base = |order: &str| vec![found(), at(6, "09:00", order)];
    let cases: [(&str, &str, Vec<String>, Option<&str>); 8] = [
        ("sound", &stronger, vec![strong("20 mL", "29.5 mL"), now.clone()], None),
        ("confirmed late", &stronger, vec![strong("20 mL", "29.5 mL"), late], Some("BRIDGE-WRONG")),
        ("never confirmed", &stronger, vec![strong("20 mL", "29.5 mL")], Some("CONCENTRATION-DISAGREES")),
        ("another volume", &stronger, vec![strong("12 mL", "29.5 mL"), now.clone()], Some("RESERVOIR-STALE")),
        ("never filled", &stronger, vec![now], Some("CONCENTRATION-DISAGREES")),
        ("same strength", &same, vec![plain("29.5 mL"), read("09:20", "500 ug/mL")], None),
        ("same strength, never filled", &same, vec![read("09:20", "500 ug/mL")], Some("RESERVOIR-STALE")),
        ("residual", &same, vec![plain("12 mL"), read("09:20", "500 ug/mL")], Some("RESIDUAL-STOP")),
    ];
    for (name, order, more, expected) in cases {
        let file = course(SYNCHROMED, &[base(order), more].concat());
        let audit = look(&file);
        let open: Vec<&str> = audit.open.iter().map(|open| open.finding.rule.about().id).collect();
        assert_eq!(audit.level(), expected.map(|_| Level::Hard), "{name}: {open:?}");
        assert!(expected.is_none_or(|rule| open.contains(&rule)), "{name}: {open:?}");
    }
    // The old dose that flows again by itself after an unknown gap is a restart that nobody ordered.
    let gap = [
        found(),
        at(6, "09:00", r#"gap = { cause = "stall" }"#),
        at(7, "09:00", "interrogated = { running = true }"),
    ];
    assert_eq!(at_last(&gap, "RESTART-UNKNOWN"), [Level::Hard]);
}
