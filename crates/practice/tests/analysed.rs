//! A patient as a person without a name: whatever is recorded, in whatever order, the rows say what stands and nothing else.
//! R-OUT-1 to R-OUT-4.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outcomes::cohort::{Operation, Part, Person, Related, Why};
use practice::analysed::{key, person};
use practice::path::complication;
use practice::patient::{Entry, Fate, Identity, Judged, Line, Patient, PatientEvent, Surgery};
use practice::rules::Rules;
use practice::settings::Settings;
use proptest::prelude::*;
use record::Id;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// 2 January 2023, 10:00 UTC.
const START: i64 = 1_672_653_600;
const DAY: i64 = 86_400;
const NOW: i64 = START + 1_200 * DAY;

fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let mut settings = Settings::default();
        settings.clinic.zone = "Europe/Berlin".to_owned();
        Rules::of(&settings).unwrap()
    })
}

fn day(at: i64) -> Date {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    Timestamp::from_second(at).unwrap().to_zoned(zone).date()
}

/// A record to which anything is added that folds, judged or not.
struct Book {
    patient: Patient,
    /// Lines that were taken: what each was, and whether it stands.
    lines: BTreeMap<String, (Value, i64, bool)>,
}

impl Book {
    fn new() -> Self {
        let identity = Identity {
            family: "Invented".to_owned(),
            given: "Ada".to_owned(),
            title: None,
            born: "1980-05-02".parse().unwrap(),
            gender: "not known".to_owned(),
            record: "R-4711".to_owned(),
            diagnosis: "multiple-sclerosis".to_owned(),
            small_child: None,
            contact: "0000".to_owned(),
            language: String::new(),
            house: "Main house".to_owned(),
            invented: false,
        };
        let first = entry(1, 1, START, PatientEvent::Registered(identity));
        let patient = Patient::of_entries(Id(7), vec![first], rules()).unwrap();
        Self { patient, lines: BTreeMap::new() }
    }

    /// Adds it if the record folds with it.
    fn add(&mut self, form: u128, happened: i64, event: PatientEvent) -> bool {
        let next = entry(self.patient.version + 1, form, happened, event);
        match self.patient.clone().with(next, rules()) {
            Ok(patient) => {
                self.patient = patient;
                true
            }
            Err(_) => false,
        }
    }

    /// Adds a line under a form of its own, or under that of another entry.
    fn line_of(&mut self, form: u128, at: i64, body: Value) -> Option<String> {
        let (id, line) = self.made(at, body);
        let added = self.add(form, at, PatientEvent::Line(Arc::clone(&line)));
        added.then(|| {
            self.lines.insert(id.clone(), (line.line.clone(), at, true));
            id
        })
    }

    fn line(&mut self, at: i64, body: Value) -> Option<String> {
        let form = u128::from(self.patient.version) + 1_000;
        self.line_of(form, at, body)
    }

    fn made(&self, at: i64, mut body: Value) -> (String, Arc<Line>) {
        let id = format!("line-{}", self.patient.version + 1);
        body["id"] = json!(id);
        body["at"] = json!(Timestamp::from_second(at).unwrap().to_string());
        let judged = Judged { digest: String::new(), setting: String::new(), findings: Vec::new() };
        (id.clone(), Arc::new(Line { id, line: body, judged, later: Vec::new() }))
    }

    fn strike(&mut self, id: &str) -> bool {
        let reason = "wrong patient".to_owned();
        let gone = PatientEvent::EnteredInError { line: id.to_owned(), reason, later: Vec::new() };
        let done = self.add(8, NOW, gone);
        if done {
            self.lines.get_mut(id).unwrap().2 = false;
        }
        done
    }

    fn correct(&mut self, id: &str, at: i64) -> bool {
        let (body, ..) = self.lines[id].clone();
        let (with, line) = self.made(at, body);
        let reason = "another day".to_owned();
        let event = PatientEvent::Corrected { line: id.to_owned(), with: Arc::clone(&line), reason };
        let done = self.add(9, at, event);
        if done {
            self.lines.get_mut(id).unwrap().2 = false;
            self.lines.insert(with, (line.line.clone(), at, true));
        }
        done
    }

    fn person(&self) -> Person {
        person(&self.patient, rules(), NOW).unwrap()
    }

    /// Lines of a kind that stand: what they say, and when.
    fn standing(&self, word: &str) -> Vec<(&Value, i64)> {
        let all = self.lines.values().filter(|(body, _, stands)| *stands && body.get(word).is_some());
        all.map(|(body, at, _)| (&body[word], *at)).collect()
    }
}

fn entry(version: u64, form: u128, happened: i64, event: PatientEvent) -> Entry {
    let (by, form) = (Some(Id(1)), Id(form));
    Entry { version, happened, recorded: NOW, by, form, event, fate: Fate::Stands }
}

fn pump(implanted: Option<i64>) -> Value {
    let mut pump = json!({"model": "synchromed-ii-8637-40", "serial": "S-1", "tubing": "0.14 mL", "clock": "+01:00",
        "alarm-volume": "6 mL"});
    if let Some(at) = implanted {
        pump["implanted"] = json!(day(at).to_string());
    }
    pump
}

fn system(implanted: Option<i64>) -> PatientEvent {
    PatientEvent::System { pump: pump(implanted), catheter: json!({"volume": "0.2 mL"}) }
}

fn implanted() -> Value {
    json!({"implanted": {"pump-primed": true, "catheter-holds": "csf", "primed-with": "500 ug/mL"}})
}

fn found(dose: u64) -> Value {
    json!({"found": {"drug": "lioresal-500-20", "concentration": "500 ug/mL", "reservoir": "30 mL",
        "run": {"mode": "continuous", "dose": format!("{dose} ug/d")}}})
}

fn revised(with_pump: bool, with_catheter: bool, under: bool) -> Value {
    let mut revised = json!({"under-delivery": under, "pump-primed": true, "primed-with": "500 ug/mL",
        "catheter-holds": "drug"});
    if with_pump {
        revised["pump"] = pump(None);
    }
    if with_catheter {
        revised["catheter"] = json!({"volume": "0.2 mL"});
    }
    json!({ "revised": revised })
}

fn order(dose: u64) -> Value {
    let total = format!("{dose} ug/d");
    let run = json!({"mode": "continuous", "dose": total});
    json!({"order": {"program": {"concentration": "500 ug/mL", "total": total, "run": run}}})
}

fn confirmed(order: &str, dose: u64, running: bool) -> Value {
    json!({"confirmed": {"order": order, "method": "read-back", "concentration": "500 ug/mL", "mode": "continuous",
        "total": format!("{dose} ug/d"), "running": running}})
}

fn scored(value: u64) -> Value {
    json!({"scored": {"scale": "penn-spasm-frequency", "value": value.to_string()}})
}

fn surgery(operation: &str, on: i64, pump_ended: &str, catheter_ended: &str) -> Surgery {
    let text = String::new;
    Surgery {
        id: format!("{operation}-{on}"),
        operation: operation.to_owned(),
        on: day(on),
        surgeon: "Invented".to_owned(),
        pump_udi: text(),
        pump_lot: text(),
        catheter_udi: text(),
        catheter_lot: text(),
        pump_ended: pump_ended.to_owned(),
        catheter_ended: catheter_ended.to_owned(),
        tip_level: text(),
        pocket: text(),
        depth: text(),
        priming: text(),
        note: text(),
    }
}

/// Does one thing of many to a record.
fn step(book: &mut Book, what: u8, which: u64, at: i64) {
    let ids: Vec<String> = book.lines.iter().filter(|(_, line)| line.2).map(|(id, _)| id.clone()).collect();
    let one = |ids: &[String]| ids.get(usize::try_from(which).unwrap() % ids.len().max(1)).cloned();
    // Doses tell their orders apart.
    let dose = 20 + 10 * book.patient.version;
    let every = |number: u64| which.is_multiple_of(number);
    match what {
        0 | 1 => {
            let own = every(2).then_some(at - DAY * 40 * i64::try_from(which % 3).unwrap());
            book.add(5, at, system(own));
        }
        2 => drop(book.line(at, implanted())),
        3 => drop(book.line(at, found(dose))),
        4 => drop(book.line(at, revised(every(2), !every(3), every(5)))),
        5 => {
            book.add(6, at, PatientEvent::Explanted { reason: "invented".to_owned() });
        }
        6 => {
            let words = ["implant", "replacement", "revision", "explant"];
            let why = Why::WORDS[which as usize % Why::WORDS.len()].0;
            let told = surgery(words[which as usize % 4], at, why, if every(2) { why } else { "" });
            book.add(u128::from(which), at, PatientEvent::Surgery(told));
        }
        7 | 8 => drop(book.line(at, order(dose))),
        9..=11 => {
            let orders: Vec<(String, u64)> = book
                .lines
                .iter()
                .filter_map(|(id, (body, ..))| {
                    let total = body.pointer("/order/program/total")?.as_str()?;
                    Some((id.clone(), total.split(' ').next()?.parse().ok()?))
                })
                .collect();
            if let Some((id, dose)) = orders.get(which as usize % orders.len().max(1)) {
                book.line(at, confirmed(id, *dose, !every(4)));
            }
        }
        12 | 13 => drop(book.line(at, scored(which % 5))),
        14 => {
            one(&ids).map(|id| book.strike(&id));
        }
        15 => {
            one(&ids).map(|id| book.correct(&id, at));
        }
        16 => {
            let died =
                PatientEvent::Died { on: day(at), related: "not related".to_owned(), note: String::new() };
            book.add(7, at, died);
        }
        _ => {
            let entry = 1 + which % book.patient.version;
            let beside =
                |entry: &&Entry| matches!(entry.event, PatientEvent::Surgery(_) | PatientEvent::Died { .. });
            if book.patient.entries.iter().filter(beside).any(|known| known.version == entry) {
                book.add(10, at, PatientEvent::EntryInError { entry, reason: "wrong".to_owned() });
            }
        }
    }
}

fn check(book: &Book) {
    let person = book.person();
    // R-OUT-1: it reads back as it was, holds no name, and nothing of it lies after now, or before there was anything.
    let text = serde_json::to_string(&person).unwrap();
    assert_eq!(serde_json::from_str::<Person>(&text).unwrap(), person);
    for name in ["Invented\"", "Ada", "R-4711", "0000\""] {
        assert!(!text.contains(name), "{name}: {text}");
    }
    let today = day(NOW);
    let first = day(START - 200 * DAY);
    let into = person.devices.iter().filter_map(|device| device.into);
    let out = person.devices.iter().filter_map(|device| device.out.map(|(on, _)| on));
    let days = into
        .chain(out)
        .chain(person.devices.iter().map(|device| device.followed))
        .chain(person.scores.iter().map(|score| score.on))
        .chain(person.doses.iter().map(|dose| dose.0))
        .chain(person.operations.iter().map(|(on, _)| *on))
        .chain(person.died.map(|(on, _)| on))
        .chain(person.seen);
    for on in days {
        assert!(first <= on && on <= today, "{on}: {text}");
    }
    // R-OUT-2: the scores that stand, of each day the last, and no others; none after the death: that is left out and counted.
    let mut expected: BTreeMap<Date, (i64, BTreeSet<u16>)> = BTreeMap::new();
    for (body, at) in book.standing("scored") {
        let rank: u16 = body["value"].as_str().unwrap().parse().unwrap();
        let last = expected.entry(day(at)).or_insert((at, BTreeSet::new()));
        if at > last.0 {
            *last = (at, BTreeSet::new());
        }
        if at == last.0 {
            last.1.insert(rank);
        }
    }
    let recorded = expected.len();
    expected.retain(|on, _| *on <= today && person.died.is_none_or(|(died, _)| *on <= died));
    assert!(expected.len() == recorded || person.contradicting > 0 || person.died.is_none(), "{text}");
    let scores: BTreeMap<Date, u16> = person.scores.iter().map(|score| (score.on, score.rank)).collect();
    assert_eq!(scores.len(), person.scores.len(), "{text}");
    assert!(scores.keys().eq(expected.keys()), "{scores:?} {expected:?}");
    for (on, rank) in &scores {
        assert!(expected[on].1.contains(rank), "{on}: {rank} of {expected:?}");
    }
    // R-OUT-3: only what was seen in the pump is a dose.
    let micrograms = |text: &str| text.split(' ').next().unwrap().parse::<u64>().unwrap() * 1_000;
    let mut allowed = BTreeSet::from([0]);
    allowed.extend(
        book.standing("found").iter().map(|(body, _)| micrograms(body["run"]["dose"].as_str().unwrap())),
    );
    let seen = book.standing("confirmed");
    let seen = seen.iter().filter(|(body, _)| body["running"] == json!(true));
    allowed.extend(seen.map(|(body, _)| micrograms(body["total"].as_str().unwrap())));
    for dose in &person.doses {
        assert!(allowed.contains(&dose.1), "{dose:?}: {allowed:?}");
    }
    let changes = |two: &[outcomes::cohort::DoseFrom]| two[0].1 != two[1].1 || person.contradicting > 0;
    let order = person.doses.windows(2).all(|two| two[0].0 < two[1].0 && changes(two));
    assert!(order, "{:?}", person.doses);
    // R-OUT-4: one pump and one catheter at a time.
    for part in [Part::Pump, Part::Catheter] {
        let own: Vec<_> = person.devices.iter().filter(|device| device.part == part).collect();
        for device in &own {
            let end = device.out.map_or(today, |(on, _)| on);
            assert!(
                device.into.is_none_or(|into| into <= device.followed) && device.followed <= end,
                "{text}"
            );
        }
        for two in own.windows(2) {
            let ended = two[0].out.map(|(on, _)| on);
            let begun = two[1].into.map_or(two[1].followed, |into| into.min(two[1].followed));
            assert!(ended.is_some_and(|ended| ended <= begun), "{two:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]
    #[test]
    fn rows_say_what_stands_whatever_is_recorded(
        steps in prop::collection::vec((0_u8..18, 0_u64..60, 0_i64..1_190), 1..28),
        in_order in any::<bool>(),
    ) {
        let mut book = Book::new();
        let mut days: Vec<i64> = steps.iter().map(|(.., day)| *day).collect();
        if in_order {
            days.sort_unstable();
        }
        for ((what, which, _), day) in steps.into_iter().zip(days) {
            // Several things happen within a day, some around midnight.
            let hour = i64::try_from(which).unwrap() % 24;
            step(&mut book, what, which, START + day * DAY + hour * 3_600);
        }
        check(&book);
    }
}

/// A system that went in, with a dose that was seen.
fn begun() -> (Book, String) {
    let mut book = Book::new();
    assert!(book.add(20, START, system(None)));
    book.line(START, implanted()).unwrap();
    let order = book.line(START + 3_600, order(100)).unwrap();
    let seen = book.line(START + 7_200, confirmed(&order, 100, true)).unwrap();
    (book, seen)
}

#[test]
fn r_out_3_a_dose_is_what_was_seen() {
    let (mut book, seen) = begun();
    let doses = |book: &Book| book.person().doses.iter().map(|dose| dose.1).collect::<Vec<_>>();
    assert_eq!(doses(&book), [100_000]);
    // Ordered and never seen, seen not running, seen again.
    let second = book.line(START + 30 * DAY, order(120)).unwrap();
    assert_eq!(doses(&book), [100_000]);
    book.line(START + 31 * DAY, confirmed(&second, 120, false)).unwrap();
    assert_eq!(doses(&book), [100_000]);
    let late = book.line(START + 32 * DAY, confirmed(&second, 120, true)).unwrap();
    assert_eq!(doses(&book), [100_000, 120_000]);
    assert_eq!(book.person().doses[1].0, day(START + 32 * DAY));
    assert!(book.strike(&late));
    assert_eq!(doses(&book), [100_000]);
    assert!(book.strike(&seen));
    assert_eq!(doses(&book), Vec::<u64>::new());
}

/// R-OUT-4: why a device came out is what was said at the operation, what is plain, or not recorded.
#[test]
fn r_out_4_why_devices_came_out() {
    let ends = |book: &Book, part| {
        let person = book.person();
        let own = person.devices.iter().filter(|device| device.part == part);
        own.filter_map(|device| device.out.map(|(_, why)| why)).collect::<Vec<_>>()
    };
    let at = START + 400 * DAY;
    let (book, _) = begun();
    let with = |lines: &[(u128, Value)], told: &[(u128, Surgery)]| {
        let mut book = Book { patient: book.patient.clone(), lines: book.lines.clone() };
        for (form, line) in lines {
            book.line_of(*form, at, line.clone()).unwrap();
        }
        for (form, surgery) in told {
            assert!(book.add(*form, at, PatientEvent::Surgery(surgery.clone())));
        }
        book
    };
    // Nothing said; an infection of that time is no reason.
    let mut silent = with(&[(30, revised(true, true, true))], &[]);
    let wound = complication::Event::Happened {
        id: "c-1".to_owned(),
        what: "wound-infection".to_owned(),
        on: day(at - DAY),
        related: complication::Related::Related,
        surgery: true,
        note: "invented".to_owned(),
    };
    assert!(silent.add(31, at, PatientEvent::Complication(wound)));
    assert_eq!(ends(&silent, Part::Pump), [Why::NotRecorded]);
    assert_eq!(ends(&silent, Part::Catheter), [Why::NotRecorded]);
    assert_eq!(silent.person().events[0].related, Related::Related);
    // Plain: under-delivery and another catheter alone; the indicator, then another pump.
    let plain = with(&[(30, revised(false, true, true))], &[]);
    assert_eq!((ends(&plain, Part::Pump), ends(&plain, Part::Catheter)), (vec![], vec![Why::Failure]));
    assert_eq!(ends(&with(&[(30, revised(false, true, false))], &[]), Part::Catheter), [Why::NotRecorded]);
    let shown = json!({"interrogated": {"running": true, "elective-replacement": day(at).to_string()}});
    let indicated = with(&[(30, shown), (31, revised(true, false, false))], &[]);
    assert_eq!(ends(&indicated, Part::Pump), [Why::Battery]);
    // Said: by the form, or by the day; the form comes first, and what is said before what is plain.
    let same = surgery("replacement", at, "infection", "other");
    let other = surgery("revision", at, "failure", "failure");
    let said = with(&[(30, revised(true, true, true))], &[(30, same.clone()), (40, other.clone())]);
    assert_eq!(
        (ends(&said, Part::Pump), ends(&said, Part::Catheter)),
        (vec![Why::Infection], vec![Why::Other])
    );
    let said = with(&[(30, revised(true, true, true))], &[(40, other)]);
    assert_eq!(ends(&said, Part::Pump), [Why::Failure]);
    let elsewhen = surgery("replacement", at + 3 * DAY, "infection", "");
    let said = with(&[(30, revised(true, true, true))], &[(40, elsewhen)]);
    assert_eq!(ends(&said, Part::Pump), [Why::NotRecorded]);
    // A line that was corrected to another day keeps what was said with it; one that should not be there takes its device along.
    let mut moved = with(&[(30, revised(true, false, false))], &[(30, same)]);
    let id = moved.lines.iter().find(|(_, line)| line.0.get("revised").is_some()).unwrap().0.clone();
    assert!(moved.correct(&id, at + 2 * DAY));
    assert_eq!(ends(&moved, Part::Pump), [Why::Infection]);
    assert_eq!(moved.person().devices.len(), 3);
    let id =
        moved.lines.iter().find(|(_, line)| line.2 && line.0.get("revised").is_some()).unwrap().0.clone();
    assert!(moved.strike(&id));
    assert_eq!(moved.person().devices.len(), 2);
    assert!(ends(&moved, Part::Pump).is_empty());
}

/// R-OUT-2, R-OUT-4: a system before the present one counts, with its doses and its end.
#[test]
fn r_out_4_earlier_systems_count() {
    let (mut book, _) = begun();
    let out = START + 300 * DAY;
    assert!(book.add(50, out, PatientEvent::Explanted { reason: "invented".to_owned() }));
    let told = surgery("explant", out, "infection", "infection");
    assert!(book.add(50, out, PatientEvent::Surgery(told)));
    let again = START + 500 * DAY;
    assert!(book.add(51, again, system(Some(again))));
    book.line(again, implanted()).unwrap();
    let order = book.line(again + 60, order(80)).unwrap();
    book.line(again + 120, confirmed(&order, 80, true)).unwrap();
    let person = book.person();
    assert_eq!(person.unread, 0);
    let doses: Vec<_> = person.doses.iter().map(|dose| (dose.0, dose.1)).collect();
    assert_eq!(doses, [(day(START), 100_000), (day(out), 0), (day(again), 80_000)]);
    let ends: Vec<_> =
        person.devices.iter().map(|device| (device.part, device.followed, device.out)).collect();
    let infection = Some((day(out), Why::Infection));
    assert_eq!(
        ends,
        [
            (Part::Pump, day(START), infection),
            (Part::Pump, day(again), None),
            (Part::Catheter, day(START), infection),
            (Part::Catheter, day(again), None),
        ]
    );
    let operations =
        [(day(START), Operation::Implant), (day(out), Operation::Explant), (day(again), Operation::Implant)];
    assert_eq!(person.operations, operations);
    // A pump that was found is followed from that day on.
    let mut admitted = Book::new();
    assert!(admitted.add(60, START, system(Some(START - 100 * DAY))));
    admitted.line(START, found(90)).unwrap();
    let person = admitted.person();
    let pump = &person.devices[0];
    assert_eq!((pump.into, pump.followed), (Some(day(START - 100 * DAY)), day(START)));
    assert_eq!((person.devices[1].into, person.devices[1].followed), (None, day(START)));
    assert_eq!((person.doses[0].1, person.operations.len()), (90_000, 0));
}

/// R-OUT-1: who is who follows from the record's own id; a record that was merged into another gives nobody.
#[test]
fn r_out_1_keys_and_merged_records() {
    let (mut book, _) = begun();
    assert_eq!(book.person().key, key(Id(7)));
    assert_eq!(key(Id(7)), key(Id(7)));
    assert_eq!((key(Id(7)).len(), key(Id(7)) == key(Id(8))), (16, false));
    let into = practice::patient::Id128(Id(8));
    assert!(book.add(70, NOW, PatientEvent::MergedInto { into, reason: "the same person".to_owned() }));
    assert_eq!(person(&book.patient, rules(), NOW), None);
}

/// R-OUT-2: what was recorded beside the course counts as long as it stands; seen is who was seen.
#[test]
fn r_out_2_entries_beside_the_course() {
    let (mut book, _) = begun();
    let at = START + 200 * DAY;
    let note = |text: &str| PatientEvent::Note { text: text.to_owned() };
    assert!(book.add(80, at, note("thought of the patient")));
    assert_eq!(book.person().seen, Some(day(START)));
    let scored = book.line(at, scored(2)).unwrap();
    assert_eq!(book.person().seen, Some(day(at)));
    assert!(book.strike(&scored));
    assert_eq!((book.person().seen, book.person().scores.len()), (Some(day(START)), 0));
    let died = PatientEvent::Died { on: day(at), related: "not related".to_owned(), note: String::new() };
    assert!(book.add(81, at, died));
    assert_eq!(book.person().died, Some((day(at), Related::NotRelated)));
    let entry = book.patient.version;
    assert!(book.add(82, NOW, PatientEvent::EntryInError { entry, reason: "another patient".to_owned() }));
    assert_eq!(book.person().died, None);
    let finished = PatientEvent::TitrationFinished { reason: "goals reached".to_owned() };
    assert!(book.add(83, at, finished));
    assert_eq!(book.person().titrated, Some(day(at)));
    // An operation that was entered before its day has not happened yet.
    assert!(book.add(84, at, PatientEvent::Surgery(surgery("revision", NOW + 9 * DAY, "", ""))));
    assert_eq!(book.person().operations, [(day(START), Operation::Implant)]);
    let then = person(&book.patient, rules(), NOW + 10 * DAY).unwrap();
    assert_eq!(then.operations.len(), 2);
    // As the record stood earlier.
    let before = person(&book.patient, rules(), START + DAY).unwrap();
    assert_eq!((before.titrated, before.doses.len()), (None, 1));
}
