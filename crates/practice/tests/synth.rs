//! Invented patients go through the door like real ones: their courses are sound, and the door keeps what it was given.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod common;

use common::people;
use practice::Practice;
use practice::patient::Patient;
use practice::rules::Rules;
use practice::settings::Settings;
use practice::synth::{Pattern, Synth, one, synth};
use record::{Keys, Kind, Options, Port, SqliteStore, Stream, system_random};
use std::sync::Arc;

const NOW: i64 = 1_795_000_000;

fn rules() -> Arc<Rules> {
    let mut settings = Settings::default();
    settings.clinic.zone = "Europe/Berlin".to_owned();
    Arc::new(Rules::of(&settings).unwrap())
}

async fn store(folder: &tempfile::TempDir) -> Arc<SqliteStore> {
    let keys = Keys::generate(&mut system_random()).unwrap();
    Arc::new(SqliteStore::open(&folder.path().join("synth.db"), Options::new(keys)).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn invented_courses_are_sound_and_fold_the_same_in_one_go() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let practice = Practice::new(Arc::clone(&store) as Arc<dyn Port>, true);
    let rules = rules();
    let wanted = Synth { patients: 12, years: 3, seed: 7, now: NOW, first: 1, all_years: false };
    synth(&practice, &rules, &people(), &wanted, |_| {}).await.unwrap();

    let streams = store.streams(Kind::Patient, None, 100).await.unwrap();
    assert_eq!(streams.len(), 12);
    let mut rules_open = Vec::new();
    for (id, version) in streams {
        let step_by_step = practice.patient(id, &rules).await.unwrap();
        assert_eq!(step_by_step.version, version);
        // R-PRA-1: reading on line by line and folding from the beginning give the same patient.
        let stream = Stream { kind: Kind::Patient, id };
        let whole = Patient::fold(stream, store.read(stream, 0).await.unwrap(), &rules).unwrap();
        assert_eq!(step_by_step.file, whole.file, "{id}");
        assert_eq!(step_by_step.entries, whole.entries);
        assert_eq!(step_by_step.lines, whole.lines);
        let one = practice::projection(&step_by_step, &rules, NOW).unwrap();
        assert_eq!(one, practice::projection(&whole, &rules, NOW).unwrap());
        for open in whole.stand(&rules, NOW).unwrap().open {
            rules_open.push((whole.identity.record.clone(), open.rule.about().id, open.level.word()));
        }
    }
    // The scenes at the end of some courses, and nothing else.
    rules_open.sort_unstable();
    println!("{rules_open:?}");
    assert!(rules_open.len() <= 12, "{rules_open:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_differs_in_nothing_but_its_names() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let practice = Practice::new(Arc::clone(&store) as Arc<dyn Port>, true);
    let rules = rules();
    let wanted = Synth { patients: 1, years: 2, seed: 3, now: NOW, first: 1, all_years: true };
    let id = one(&practice, &rules, &people(), &wanted, 0).await.unwrap();
    let pattern = Pattern::read(store.as_ref(), id, 1).await.unwrap();
    let copy = pattern.copy(store.as_ref(), &rules, 4_711, NOW).await.unwrap();

    let read = async |id| store.read(Stream { kind: Kind::Patient, id }, 0).await.unwrap();
    let (from, into) = (read(id).await, read(copy).await);
    assert_eq!(from.len(), into.len());
    for (one, other) in from.iter().zip(&into) {
        let of = |event: &record::Event| {
            (event.version, event.kind.clone(), event.happened, event.recorded, event.by)
        };
        assert_eq!(of(one), of(other));
        assert_ne!(one.form, other.form);
        for name in ["DEMO-0001", "INVENTED-00001", "\"INVENTED-1\"", "INVENTED-LOT-1\"", "Invented One"] {
            assert!(!other.body.contains(name), "{name}: {}", other.body);
        }
    }
    let (one, other) =
        (practice.patient(id, &rules).await.unwrap(), practice.patient(copy, &rules).await.unwrap());
    let open = |patient: &Patient| patient.stand(&rules, NOW).unwrap().open;
    assert_eq!(open(&one), open(&other));
    assert_eq!(other.identity.family, "Invented Four-thousand-seven-hundred-eleven");
    // Its lists are those of a patient who was recorded act by act.
    let kept = store.summary(Stream { kind: Kind::Patient, id: copy }).await.unwrap().unwrap();
    assert_eq!(
        (kept.version, kept.summary),
        (other.version, practice::projection(&other, &rules, NOW).unwrap().summary)
    );
    let serial = &other.stand(&rules, NOW).unwrap().course.pump.unwrap().serial;
    assert!(serial.starts_with("INVENTED-04711-"), "{serial}");
}
