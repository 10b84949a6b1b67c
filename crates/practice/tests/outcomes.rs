//! Whom an analysis is about, and what is kept for it, over invented patients. R-OUT-1, R-OUT-5, R-OUT-6.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::{actor, people};
use jiff::tz::TimeZone;
use outcomes::cohort::{Class, Operation, Part, Person, Why};
use practice::access::{Actor, Matrix, Right, Rights, Role};
use practice::account::Placed;
use practice::analysed::{People as Cohort, key, person};
use practice::path::stage::{Ending, Stage};
use practice::patient::PatientEvent;
use practice::rules::Rules;
use practice::settings::{Settings, WhoSees};
use practice::sight::Sight;
use practice::summary::Summary;
use practice::synth::{Synth, one, synth};
use practice::worklist::Task;
use practice::{Form, Practice, Refusal, Step};
use record::{
    Act, Append, Id, Keys, Kind, NewEvent, Options, Port, Projection, Rows, SqliteStore, Stream, Window,
    system_random,
};
use std::collections::BTreeSet;
use std::sync::Arc;

const NOW: i64 = 1_795_000_000;

struct Clinic {
    _folder: tempfile::TempDir,
    store: Arc<SqliteStore>,
    practice: Practice,
    rules: Arc<Rules>,
}

impl Clinic {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::generate(&mut system_random()).unwrap();
        let path = folder.path().join("outcomes.db");
        let store = Arc::new(SqliteStore::open(&path, Options::new(keys)).await.unwrap());
        let practice = Practice::new(Arc::clone(&store) as Arc<dyn Port>, true);
        let mut settings = Settings::default();
        settings.clinic.zone = "Europe/Berlin".to_owned();
        Self { _folder: folder, store, practice, rules: Arc::new(Rules::of(&settings).unwrap()) }
    }

    async fn rows(&self) -> Vec<Rows> {
        self.store.rows(Kind::Patient, None, 1_000).await.unwrap()
    }

    async fn cohort(&self, who: &Actor, sight: &Sight) -> Result<Cohort, Refusal> {
        self.practice.people(who, sight, &self.rules, NOW).await
    }

    async fn person(&self, id: Id) -> Person {
        person(&self.practice.patient(id, &self.rules).await.unwrap(), &self.rules, NOW).unwrap()
    }
}

/// R-OUT-1, R-OUT-5: what acts have kept is what is made anew from the streams; who is analysed is who is seen.
#[tokio::test(flavor = "multi_thread")]
async fn kept_rows_are_those_of_the_record_and_are_read_by_whom_they_may() {
    let clinic = Clinic::new().await;
    let wanted = Synth { patients: 7, years: 2, seed: 11, now: NOW, first: 1, all_years: false };
    synth(&clinic.practice, &clinic.rules, &people(), &wanted, |_| {}).await.unwrap();
    let kept = clinic.rows().await;
    assert_eq!(kept.len(), 7);
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let day = |at| jiff::Timestamp::from_second(at).unwrap().to_zoned(zone.clone()).date();
    for one in &kept {
        let patient = clinic.practice.patient(one.id, &clinic.rules).await.unwrap();
        let person = clinic.person(one.id).await;
        // Nobody was known before they were registered, and nothing lies ahead.
        let (first, now) = (day(patient.entries[0].happened), day(NOW));
        let days = person.scores.iter().map(|score| score.on);
        let days = days.chain(person.doses.iter().map(|dose| dose.0));
        let days = days.chain(person.devices.iter().map(|device| device.followed));
        for on in days.chain(person.operations.iter().map(|(on, _)| *on)).chain(person.seen) {
            assert!(first <= on && on <= now, "{on}");
        }
        assert!(!one.rows.contains(&patient.identity.family) && !one.rows.contains(&patient.identity.record));
        let scored: BTreeSet<_> = person.scores.iter().filter_map(|score| score.site).collect();
        assert_eq!(scored.len(), 6, "three muscles on both sides");
    }
    let everybody = Sight::Everybody;
    let physician = actor(12, Role::Physician);
    let all = clinic.cohort(&physician, &everybody).await.unwrap();
    assert_eq!((all.persons.len(), all.hidden, all.unreadable.len()), (7, 0, 0));
    for (one, person) in kept.iter().zip(&all.persons) {
        assert_eq!(*person, clinic.person(one.id).await);
    }
    // Made anew from the streams, by the command and by the first analysis of an older file, they are the same.
    clinic.practice.rebuild(&clinic.rules, NOW, |_| {}).await.unwrap();
    assert_eq!(clinic.rows().await, kept);
    clinic.store.erase_projections().await.unwrap();
    assert_eq!(clinic.cohort(&physician, &everybody).await.unwrap(), all);
    let texts = |rows: &[Rows]| rows.iter().map(|one| one.rows.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&clinic.rows().await), texts(&kept));
    // What another thecal made is made anew.
    let other = kept[0].id;
    let stream = Stream { kind: Kind::Patient, id: other };
    let version = clinic.store.version(stream).await.unwrap();
    let summary = clinic.store.summary(stream).await.unwrap().unwrap();
    let (order, summary) = (summary.order, summary.summary);
    for rows in ["{\"form\":0,\"person\":{\"key\":\"x\"}}", "[]"] {
        let old = Projection {
            order: order.clone(),
            summary: summary.clone(),
            rows: rows.to_owned(),
            ..Projection::default()
        };
        assert!(clinic.store.project(stream, version, old).await.unwrap());
        assert_eq!(clinic.cohort(&physician, &everybody).await.unwrap(), all);
        assert_eq!(texts(&clinic.rows().await), texts(&kept));
    }
    whom_they_see(&clinic, &all).await;
    // A record that nobody can read is counted, and stops nothing.
    let stream = Stream { kind: Kind::Patient, id: Id(3) };
    let event =
        NewEvent { kind: "of-another-time".to_owned(), schema: 1, happened: NOW, body: "{}".to_owned() };
    let append = Append { stream, expected: 0, events: vec![event], projection: None };
    let act = Act { form: Id(5), by: None, recorded: NOW, content: [0; 32], appends: vec![append] };
    clinic.store.append(act).await.unwrap();
    let with = clinic.cohort(&physician, &everybody).await.unwrap();
    assert_eq!((with.persons, with.unreadable), (all.persons, vec![key(Id(3))]));
}

async fn whom_they_see(clinic: &Clinic, all: &Cohort) {
    // Those of one's own house.
    let physician = actor(12, Role::Physician);
    let placed = Placed { houses: vec!["Main house".to_owned()], ..Placed::default() };
    let sight = Sight::of(&physician, Some(&placed), WhoSees::TeamAndHouses);
    let own = clinic.cohort(&physician, &sight).await.unwrap();
    let expected: Vec<_> =
        all.persons.iter().filter(|person| person.house == "Main house").cloned().collect();
    assert!(!expected.is_empty() && expected.len() < 7);
    assert_eq!((own.persons.len() + own.hidden, own.persons), (7, expected));
    // Who sees everybody sees everybody here too; without the right nobody is seen.
    let rights = physician.rights.with(Right::SeeAllPatients);
    let head = Actor { rights, ..physician.clone() };
    let sight = Sight::of(&head, Some(&placed), WhoSees::TeamAndHouses);
    assert_eq!(clinic.cohort(&head, &sight).await.unwrap().persons.len(), 7);
    for role in Role::ALL {
        let who = actor(20, *role);
        let may = matches!(role, Role::Physician | Role::Surgeon | Role::Therapist | Role::Nurse);
        assert_eq!(clinic.cohort(&who, &Sight::Everybody).await.is_ok(), may, "{role:?}");
    }
    let blind = Actor { rights: Rights::of(&[Right::AnalyseOutcomes]), ..physician };
    assert!(matches!(clinic.cohort(&blind, &Sight::Everybody).await, Err(Refusal::Denied(_))));
    // A table that was stored before there was the right lacks it.
    let stored: Matrix = serde_json::from_str("{\"physician\":[\"read-patients\"]}").unwrap();
    assert!(!stored.rights(Role::Physician).has(Right::AnalyseOutcomes));
}

/// Somebody who moved away has the pump read here again.
async fn back(clinic: &Clinic, id: Id) {
    let patient = clinic.practice.patient(id, &clinic.rules).await.unwrap();
    assert!(patient.moved_away().is_some());
    let at = jiff::Timestamp::from_second(NOW).unwrap().to_string();
    let line = serde_json::json!({ "at": at, "interrogated": { "running": true } });
    let form = Form { id: Id(4_711), patient: id, expected: patient.version, now: NOW };
    let nurse = actor(11, Role::Nurse);
    clinic.practice.record(&nurse, form, &clinic.rules, vec![Step::Report { line }]).await.unwrap();
    assert_eq!(clinic.person(id).await.left, None);
    let window = Window { now: NOW, until: NOW + 1 };
    let due = clinic.store.due(vec![Task::Refill.word().to_owned()], window, 99).await.unwrap();
    assert!(due.iter().any(|line| line.stream.id == id), "due again");
}

/// R-OUT-4: why a device came out is one of the words that are known; another is refused with them.
#[tokio::test(flavor = "multi_thread")]
async fn a_reason_is_a_known_word() {
    let clinic = Clinic::new().await;
    let wanted = Synth { patients: 1, years: 1, seed: 4, now: NOW, first: 1, all_years: true };
    let id = one(&clinic.practice, &clinic.rules, &people(), &wanted, 0).await.unwrap();
    let patient = clinic.practice.patient(id, &clinic.rules).await.unwrap();
    for (word, taken) in [("worn out", false), ("failure", true)] {
        let mut surgery = patient.surgeries[0].clone();
        (surgery.id, surgery.catheter_ended) = ("revision-9".to_owned(), word.to_owned());
        let form = Form { id: Id(9), patient: id, expected: patient.version, now: NOW };
        let steps = vec![Step::Event { event: PatientEvent::Surgery(surgery), happened: NOW }];
        let done = clinic.practice.record(&people().surgeon, form, &clinic.rules, steps).await;
        assert_eq!(done.is_ok(), taken, "{done:?}");
        if let Err(refusal) = done {
            let Refusal::Field { field, message } = refusal else { panic!("{refusal:?}") };
            assert_eq!(field, "/catheter-ended");
            assert!(message.contains("\"worn out\" is no reason; accepted: battery, failure, "), "{message}");
        }
    }
}

/// R-OUT-6: what befalls invented patients comes out as rows, and who left with the pump is due as it must be.
#[tokio::test(flavor = "multi_thread")]
async fn fates_become_rows() {
    let clinic = Clinic::new().await;
    let wanted = Synth { patients: 48, years: 8, seed: 1, now: NOW, first: 1, all_years: true };
    let mut ids = Vec::new();
    for index in [9, 29, 61, 43, 46] {
        ids.push(one(&clinic.practice, &clinic.rules, &people(), &wanted, index).await.unwrap());
    }
    // A catheter that failed, a battery that ended.
    let failed = clinic.person(ids[0]).await;
    let ends = |person: &Person, part| {
        let own = person.devices.iter().filter(|device| device.part == part);
        own.filter_map(|device| device.out.map(|(_, why)| why)).collect::<Vec<_>>()
    };
    assert_eq!(ends(&failed, Part::Catheter), [Why::Failure]);
    assert_eq!(ends(&failed, Part::Pump), [Why::Battery]);
    assert!(failed.events.iter().any(|event| event.class == Class::Device && event.surgery));
    // An infection, and another system.
    let infected = clinic.person(ids[1]).await;
    assert_eq!(ends(&infected, Part::Pump).first(), Some(&Why::Infection));
    assert_eq!(ends(&infected, Part::Catheter), [Why::Infection]);
    let implants = infected.operations.iter().filter(|(_, what)| *what == Operation::Implant);
    assert_eq!((implants.count(), infected.unread), (2, 0));
    assert!(infected.doses.iter().any(|dose| dose.1 == 0));
    let patient = clinic.practice.patient(ids[1], &clinic.rules).await.unwrap();
    assert_eq!(patient.stand(&clinic.rules, NOW).unwrap().open, [], "sound to its end");
    // A death, and two who left.
    assert!(clinic.person(ids[2]).await.died.is_some());
    let (away, lost) = (clinic.person(ids[3]).await, clinic.person(ids[4]).await);
    assert!(away.left.is_some() && lost.left.is_some());
    assert!(away.seen.unwrap() <= away.left.unwrap());
    let window = Window { now: NOW, until: NOW };
    let due = clinic.store.due(vec![Task::Refill.word().to_owned()], window, 99).await.unwrap();
    let due: Vec<_> = due.iter().map(|line| line.stream.id).collect();
    assert!(due.contains(&ids[4]) && !due.contains(&ids[3]) && !due.contains(&ids[2]), "{due:?}");
    let place = async |id| {
        let kept = clinic.store.summary(Stream { kind: Kind::Patient, id }).await.unwrap().unwrap();
        serde_json::from_str::<Summary>(&kept.summary).unwrap().place.stage
    };
    assert_eq!(place(ids[3]).await, Stage::Ended);
    assert_ne!(place(ids[4]).await, Stage::Ended);
    back(&clinic, ids[3]).await;
    let lost = clinic.practice.patient(ids[4], &clinic.rules).await.unwrap();
    assert_eq!(lost.left().map(|(_, why)| why), Some(Ending::Lost));
    assert_eq!(key(ids[4]), clinic.person(ids[4]).await.key);
}
